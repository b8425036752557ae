use super::Lang;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One text in every language the resort offers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Texts(pub BTreeMap<Lang, String>);

impl Texts {
    /// The text in a language, or in whichever there is.
    pub fn get(&self, lang: Lang) -> &str {
        self.0.get(&lang).or_else(|| self.0.get(&Lang::En)).or_else(|| self.0.values().next()).map_or("", String::as_str)
    }
}
