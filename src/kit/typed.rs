//! What was typed into a form that was refused, for phones without JavaScript: the page that says why comes back filled
//! in. Where JavaScript runs the fields were never emptied.

use leptos::prelude::*;
use server_fn::ServerFn;

/// The refused form: where it was sent, and its fields by name; never a password or a code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// The path of its server function.
    pub door: String,
    pub fields: Vec<(String, String)>,
}

/// What was typed into this field of the form of this server function. Another form of the page was not refused.
#[cfg(feature = "ssr")]
pub fn typed<Door: ServerFn>(name: &str) -> Option<String> {
    fields_of::<Door>().into_iter().find(|(known, _)| known == name).map(|(_, value)| value)
}

/// What the server drew into a field stays there when the page comes alive.
#[cfg(not(feature = "ssr"))]
pub fn typed<Door: ServerFn>(_name: &str) -> Option<String> {
    None
}

/// What was typed, as the inside of a `textarea`, where the framework does not escape.
pub fn typed_inside<Door: ServerFn>(name: &str) -> String {
    typed::<Door>(name).unwrap_or_default().replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Every field of the refused form, handed on to the browser: for fields that signals keep, which would be emptied when
/// the page comes alive.
pub fn typed_fields<Door: ServerFn>() -> Vec<(String, String)> {
    #[cfg(feature = "ssr")]
    let fields = SharedValue::new(fields_of::<Door>);
    // The browser reads what the server handed on.
    #[cfg(not(feature = "ssr"))]
    let fields = SharedValue::new(Vec::new);
    fields.into_inner()
}

#[cfg(feature = "ssr")]
fn fields_of<Door: ServerFn>() -> Vec<(String, String)> {
    use_context::<Typed>().filter(|typed| typed.door == Door::PATH).map(|typed| typed.fields).unwrap_or_default()
}
