//! What was typed into a form that was refused, for phones without JavaScript: the page that says why comes back filled
//! in. Where JavaScript runs the fields were never emptied, so the browser's half of this is nothing.

/// The fields of the refused form, by name; never a password.
#[derive(Clone, Debug, Default)]
pub struct Typed(pub Vec<(String, String)>);

/// What was typed into the field of this name.
#[cfg(feature = "ssr")]
pub fn typed(name: &str) -> Option<String> {
    let Typed(fields) = leptos::prelude::use_context::<Typed>()?;
    fields.into_iter().find(|(known, _)| known == name).map(|(_, value)| value)
}

/// The page is never drawn anew for a refusal where JavaScript runs.
#[cfg(not(feature = "ssr"))]
pub fn typed(_name: &str) -> Option<String> {
    None
}

/// What was typed, as the inside of a `textarea`, where the framework does not escape.
pub fn typed_inside(name: &str) -> String {
    typed(name).unwrap_or_default().replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
