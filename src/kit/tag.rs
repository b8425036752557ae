//! What a message or a word is about, and the small pill that says it.

use leptos::prelude::*;

/// The meaning behind a colour. Never shown by colour alone: the text says it too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Neutral: good to know.
    #[default]
    Info,
    /// It worked, it is confirmed.
    Good,
    /// Look at this before you go on.
    Warn,
    /// It did not work, or it is gone.
    Bad,
    /// Held for you for some minutes; nothing else may be yellow.
    Hold,
    /// Costs nothing in this stay's package.
    Included,
}

impl Tone {
    /// The tail of the class name: `tag-good`, `alert-good`.
    pub fn name(self) -> &'static str {
        match self {
            Tone::Info => "info",
            Tone::Good => "good",
            Tone::Warn => "warn",
            Tone::Bad => "bad",
            Tone::Hold => "hold",
            Tone::Included => "included",
        }
    }

    /// The icon that goes with it.
    pub fn icon(self) -> &'static str {
        match self {
            Tone::Info => "info",
            Tone::Good | Tone::Included => "check",
            Tone::Warn | Tone::Bad => "warning",
            Tone::Hold => "clock",
        }
    }
}

/// A pill with one or two words.
#[component]
pub fn Tag(tone: Tone, children: Children) -> impl IntoView {
    view! { <span class=format!("tag tag-{}", tone.name())>{children()}</span> }
}
