//! In the browser. Failures here are never worth a broken page: every function does what it can and goes on.

use gloo::timers::callback::Interval;
use leptos::prelude::{document, on_cleanup, window};
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{EventSource, HtmlDialogElement, HtmlElement, MessageEvent, ScrollIntoViewOptions, ScrollLogicalPosition};

pub fn go(path: &str) {
    let _ = window().location().assign(path);
}

pub fn reload() {
    let _ = window().location().reload();
}

pub fn forget() {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.clear();
    }
    if let Some(worker) = window().navigator().service_worker().controller() {
        let what = js_sys::Object::new();
        let _ = js_sys::Reflect::set(&what, &"forget".into(), &true.into());
        let _ = worker.post_message(&what);
    }
}

pub fn device_now() -> f64 {
    js_sys::Date::now() / 1000.0
}

pub fn device_offset_minutes() -> Option<i64> {
    Some(-(js_sys::Date::new_0().get_timezone_offset() as i64))
}

pub fn set_property(selector: &str, property: &str, value: &str) {
    let Ok(found) = document().query_selector_all(selector) else { return };
    for index in 0..found.length() {
        if let Some(element) = found.item(index).and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
            let _ = element.style().set_property(property, value);
        }
    }
}

pub fn every(milliseconds: u32, call: impl FnMut() + 'static) {
    let interval = SendWrapper::new(Interval::new(milliseconds, call));
    on_cleanup(move || drop(interval));
}

pub fn listen(address: &str, call: impl Fn(Option<i64>) + 'static) {
    let Ok(source) = EventSource::new(address) else { return };
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        call(event.data().as_string().and_then(|text| text.parse().ok()));
    });
    source.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    // Sent at each connection: what happened while there was none is made good by one look.
    let _ = source.add_event_listener_with_callback("hello", heard.as_ref().unchecked_ref());
    let kept = SendWrapper::new((source, heard));
    on_cleanup(move || kept.0.close());
}

pub fn hydrated() {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-hydrated", "");
    }
}

pub fn random_key() -> Option<String> {
    let mut bytes = [0_u8; 16];
    window().crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

pub fn share(title: &str, address: &str) {
    let data = web_sys::ShareData::new();
    data.set_title(title);
    data.set_url(address);
    // The promise reports only that the person changed their mind.
    let _ = window().navigator().share_with_data(&data);
}

pub fn open_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        let _ = dialog.show_modal();
    }
}

pub fn close_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        dialog.close();
    }
}

fn dialog(id: &str) -> Option<HtmlDialogElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

pub fn print() {
    let _ = window().print();
}

pub fn focus(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector)
        && let Ok(element) = element.dyn_into::<HtmlElement>()
    {
        let _ = element.focus();
    }
}

pub fn show(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        let options = ScrollIntoViewOptions::new();
        options.set_inline(ScrollLogicalPosition::Center);
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

pub fn install() {
    // Kept by the boot script when the browser offered it.
    let window = window();
    let Ok(event) = js_sys::Reflect::get(&window, &"cabanaInstall".into()) else { return };
    if let Ok(prompt) = js_sys::Reflect::get(&event, &"prompt".into())
        && let Ok(prompt) = prompt.dyn_into::<js_sys::Function>()
    {
        // It can be shown once; the browser offers another when the person may be asked again.
        let _ = prompt.call0(&event);
        if let Some(root) = document().document_element() {
            let _ = root.class_list().remove_1("can-install");
        }
    }
}

pub fn soon<F: Future<Output = ()> + 'static>(call: impl FnOnce() -> F + 'static) {
    let begin = move || {
        // Without signal there is nothing to fetch, and a part that fails to load would end the page's code.
        if window().navigator().on_line() {
            wasm_bindgen_futures::spawn_local(call());
        }
    };
    gloo::timers::callback::Timeout::new(1500, begin).forget();
}
