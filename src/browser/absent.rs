//! The stand-in while the server draws: nothing happens, nothing is known.

use super::Heard;
use leptos::web_sys::Element;

/// Goes on to an address with a full load.
pub fn go(_path: &str) {}

/// Loads the page again.
pub fn reload() {}

/// Clears what this phone kept of the cabinet.
pub fn forget() {}

/// Keeps a text on this device.
pub fn keep(_name: &str, _text: &str) {}

/// A text that was kept; empty when there is none.
pub fn kept(_name: &str) -> String {
    String::new()
}

/// A word that nobody else makes.
pub fn nonce() -> String {
    String::new()
}

/// Says whether there is signal, now and at each change until the owner is gone.
pub fn signal(_call: impl Fn(bool) + 'static) {}

/// Seconds since 1970 UTC on this device.
pub fn device_now() -> f64 {
    0.0
}

/// When the answer to this page's request began to arrive, in seconds since 1970 UTC on this device.
pub fn page_answered() -> f64 {
    0.0
}

/// Minutes that this device's clock is ahead of UTC, if known.
pub fn device_offset_minutes() -> Option<i64> {
    None
}

/// Calls back every so many milliseconds until the owner is gone.
pub fn every(_milliseconds: u32, _call: impl FnMut() + 'static) {}

/// Listens to a live stream and passes on what it says, until the owner is gone.
pub fn listen(_address: &str, _call: impl Fn(Heard) + 'static) {}

/// Marks the document as taken over.
pub fn hydrated() {}

/// Prints the page.
pub fn print() {}

/// Moves the focus to the first element that fits.
pub fn focus(_selector: &str) {}

/// Whether the focus is somewhere inside.
pub fn in_hand(_element: &Element) -> bool {
    false
}

/// Puts a text on the clipboard; says whether there is one.
pub fn copy(_text: &str) -> bool {
    false
}

/// Shows the browser's own question whether to install the cabinet.
pub fn install() {}

/// Does something once the page has settled.
pub fn soon<F: Future<Output = ()> + 'static>(_call: impl FnOnce() -> F + 'static) {}

/// Shows the camera in a `video` and reads the first QR code that it sees.
pub fn scan(_video: &str, _on: impl Fn() -> bool, _found: impl FnOnce(String), _failed: impl FnOnce()) {}

/// Asks the phone where it is; calls back with latitude and longitude, or with nothing when it will not say.
pub fn locate(_call: impl Fn(Option<(f64, f64)>) + 'static) {}
