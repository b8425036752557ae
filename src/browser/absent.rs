//! The stand-in while the server draws: nothing happens, nothing is known.

/// Goes on to an address with a full load.
pub fn go(_path: &str) {}

/// Loads the page again.
pub fn reload() {}

/// Clears what this phone kept of the cabinet.
pub fn forget() {}

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

/// Sets a custom property on every element that fits the selector.
pub fn set_property(_selector: &str, _property: &str, _value: &str) {}

/// Calls back every so many milliseconds until the owner is gone.
pub fn every(_milliseconds: u32, _call: impl FnMut() + 'static) {}

/// Listens to `/live`; calls back with the number of unread notices at each change.
pub fn listen(_address: &str, _call: impl Fn(Option<i64>) + 'static) {}

/// Marks the document as taken over.
pub fn hydrated() {}

/// A fresh random intent key, or nothing on the server, which draws its own.
pub fn random_key() -> Option<String> {
    None
}

/// Opens the system's share sheet, or copies; answers nothing.
pub fn share(_title: &str, _address: &str) {}

/// Opens the `<dialog>` with this id.
pub fn open_dialog(_id: &str) {}

/// Closes the `<dialog>` with this id.
pub fn close_dialog(_id: &str) {}

/// Prints the page.
pub fn print() {}

/// Moves the focus to the first element that fits.
pub fn focus(_selector: &str) {}

/// Brings an element into sight inside its scroller.
pub fn show(_selector: &str) {}

/// Shows the browser's own question whether to install the cabinet.
pub fn install() {}

/// Does something once the page has settled.
pub fn soon<F: Future<Output = ()> + 'static>(_call: impl FnOnce() -> F + 'static) {}
