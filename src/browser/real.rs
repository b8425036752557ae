//! In the browser. Failures here are never worth a broken page: every function does what it can and goes on.

use super::Heard;
use crate::base::Day;
use gloo::timers::callback::Interval;
use leptos::prelude::{document, on_cleanup, window};
use send_wrapper::SendWrapper;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, EventSource, HtmlElement, MessageEvent};

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

pub fn keep(name: &str, text: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(name, text);
    }
}

pub fn kept(name: &str) -> String {
    window().local_storage().ok().flatten().and_then(|storage| storage.get_item(name).ok().flatten()).unwrap_or_default()
}

pub fn nonce() -> String {
    let crypto = get(&window(), "crypto");
    let random = crypto.as_ref().and_then(|crypto| get(crypto, "randomUUID")?.dyn_into::<js_sys::Function>().ok());
    let made = random.zip(crypto).and_then(|(random, crypto)| random.call0(&crypto).ok()?.as_string());
    // Without https there is no such function.
    made.unwrap_or_else(|| format!("{:016x}{:016x}", (js_sys::Math::random() * 1e18) as u64, (js_sys::Math::random() * 1e18) as u64))
}

pub fn signal(call: impl Fn(bool) + 'static) {
    let heard = Closure::<dyn Fn()>::new(move || call(window().navigator().on_line()));
    for kind in ["online", "offline"] {
        let _ = window().add_event_listener_with_callback(kind, heard.as_ref().unchecked_ref());
    }
    let _ = heard.as_ref().unchecked_ref::<js_sys::Function>().call0(&JsValue::NULL);
    let heard = SendWrapper::new(heard);
    on_cleanup(move || {
        for kind in ["online", "offline"] {
            let _ = window().remove_event_listener_with_callback(kind, heard.as_ref().unchecked_ref());
        }
    });
}

pub fn device_now() -> f64 {
    js_sys::Date::now() / 1000.0
}

pub fn page_answered() -> f64 {
    let answered = || {
        let performance = get(&window(), "performance")?;
        let origin = get(&performance, "timeOrigin")?.as_f64()?;
        let entries = get(&performance, "getEntriesByType")?.dyn_into::<js_sys::Function>().ok()?;
        let entries = entries.call1(&performance, &"navigation".into()).ok()?.dyn_into::<js_sys::Array>().ok()?;
        // Nothing when the browser does not say, as some do for pages that were kept.
        let start = get(&entries.get(0), "responseStart")?.as_f64().filter(|start| *start > 0.0)?;
        Some((origin + start) / 1000.0)
    };
    answered().unwrap_or_else(device_now)
}

fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    js_sys::Reflect::get(of, &name.into()).ok().filter(|value| !value.is_undefined())
}

pub fn device_offset_minutes() -> Option<i64> {
    Some(-(js_sys::Date::new_0().get_timezone_offset() as i64))
}

pub fn every(milliseconds: u32, call: impl FnMut() + 'static) {
    let interval = SendWrapper::new(Interval::new(milliseconds, call));
    on_cleanup(move || drop(interval));
}

pub fn listen(address: &str, call: impl Fn(Heard) + 'static) {
    let Ok(source) = EventSource::new(address) else { return };
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let text = event.data().as_string().unwrap_or_default();
        call(if event.type_() == "places" { Heard::Places(Day::parse(&text)) } else { Heard::Changed(text.parse().ok()) });
    });
    // The first is sent at each connection: what happened while there was none is made good by one look.
    for kind in ["hello", "message", "places"] {
        let _ = source.add_event_listener_with_callback(kind, heard.as_ref().unchecked_ref());
    }
    let kept = SendWrapper::new((source, heard));
    on_cleanup(move || kept.0.close());
}

pub fn hydrated() {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-hydrated", "");
    }
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

pub fn in_hand(element: &Element) -> bool {
    document().active_element().is_some_and(|active| element.contains(Some(&active)))
}

pub fn copy(text: &str) -> bool {
    // Browsers have a clipboard only behind https; without one the text is still there to be selected.
    let navigator = window().navigator();
    let Ok(clipboard) = js_sys::Reflect::get(&navigator, &"clipboard".into()) else { return false };
    let Ok(write) = js_sys::Reflect::get(&clipboard, &"writeText".into()) else { return false };
    write.dyn_into::<js_sys::Function>().is_ok_and(|write| write.call1(&clipboard, &text.into()).is_ok())
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

pub fn locate(call: impl Fn(Option<(f64, f64)>) + 'static) {
    let Ok(places) = window().navigator().geolocation() else { return call(None) };
    let call = std::rc::Rc::new(call);
    let (found, lost) = (call.clone(), call);
    // Each lives until the browser has called it; the one that is not called is a few bytes, and a tap is rare.
    let found = Closure::once_into_js(move |position: JsValue| {
        let read = |from: &JsValue, name: &str| js_sys::Reflect::get(from, &name.into()).ok();
        let coords = read(&position, "coords").unwrap_or_default();
        let number = |name: &str| read(&coords, name).and_then(|value| value.as_f64());
        found(number("latitude").zip(number("longitude")));
    });
    let lost = Closure::once_into_js(move |_: JsValue| lost(None));
    let options = web_sys::PositionOptions::new();
    options.set_timeout(15_000);
    options.set_maximum_age(60_000);
    let _ = places.get_current_position_with_error_callback_and_options(found.unchecked_ref(), Some(lost.unchecked_ref()), &options);
}
