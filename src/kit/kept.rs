//! A page that asks again behind the guest's back must not lose what it shows because the Wi-Fi did.

use crate::base::Refusal;
use crate::words::use_words;
use leptos::prelude::*;

/// The last good answer of a page.
pub struct Kept<T: 'static>(StoredValue<Option<T>>);

impl<T: Clone + Send + Sync + 'static> Kept<T> {
    /// Nothing yet.
    pub fn new() -> Kept<T> {
        Kept(StoredValue::new(None))
    }

    /// What to draw of an answer: what came, or, when asking again failed for a reason that passes, what was there
    /// before. The flag says that it is the older one.
    pub fn or_before<E: Refusal>(self, answer: Result<T, E>) -> Result<(T, bool), E> {
        match answer {
            Ok(fresh) => {
                self.0.set_value(Some(fresh.clone()));
                Ok((fresh, false))
            }
            Err(refusal) if refusal.fault().is_some_and(|fault| fault.passes()) => match self.0.get_value() {
                Some(before) => Ok((before, true)),
                None => Err(refusal),
            },
            Err(refusal) => Err(refusal),
        }
    }
}

impl<T> Clone for Kept<T> {
    fn clone(&self) -> Kept<T> {
        *self
    }
}

impl<T> Copy for Kept<T> {}

/// The quiet line over what could not be asked for again.
#[component]
pub fn NotFresh(
    /// Whether it is so.
    stale: bool,
) -> impl IntoView {
    stale.then(|| view! { <p class="banner" role="status">{use_words().shell_not_fresh()}</p> }.into_any()).into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::base::Fault;

    #[test]
    fn what_was_good_outlives_a_lost_network_but_not_a_closed_door() {
        let owner = Owner::new();
        owner.with(|| {
            let kept = Kept::<i64>::new();
            assert_eq!(kept.or_before(Err(Fault::TryAgain)), Err(Fault::TryAgain));
            assert_eq!(kept.or_before(Ok::<_, Fault>(7)), Ok((7, false)));
            assert_eq!(kept.or_before(Err(Fault::TryAgain)), Ok((7, true)));
            assert_eq!(kept.or_before(Err(Fault::NotFound)), Err(Fault::NotFound));
            assert_eq!(kept.or_before(Err(Fault::SignIn)), Err(Fault::SignIn));
        });
    }
}
