//! The door to the search.

use super::FoundGroup;
use crate::base::Fault;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

/// What answers these words besides the offers: pages of the cabinet, the guide, the day's routine, places around.
/// Without words nothing does.
#[server(endpoint = "find", input = GetUrl)]
pub async fn find(#[server(default)] q: String) -> Result<Vec<FoundGroup>, Fault> {
    use super::elsewhere;
    use crate::catalog::search::words_of;
    use crate::catalog::shelf::shelf;
    use crate::people::session::caller;

    let wanted = words_of(&q);
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    Ok(elsewhere::search(&*shelf()?, caller()?.lang, &wanted))
}
