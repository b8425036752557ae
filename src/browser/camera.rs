//! Reading a QR code with the phone's camera. The reader itself is a chunk of its own, fetched when somebody scans.

use gloo::timers::future::TimeoutFuture;
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlVideoElement, MediaStream, MediaStreamConstraints, MediaStreamTrack};

/// Milliseconds between two looks.
const PAUSE: u32 = 200;
/// Wide enough for a code that fills a third of the picture, small enough for an old phone.
const WIDTH: u32 = 640;

/// Width, height and one byte of brightness for each point.
type Picture = (usize, usize, Vec<u8>);

/// The text of the first QR code in a picture.
#[leptos::lazy]
fn read_code(picture: Picture) -> Option<String> {
    let (width, height, light) = picture;
    let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| light.get(y * width + x).copied().unwrap_or(255));
    prepared.detect_grids().into_iter().find_map(|grid| grid.decode().ok()).map(|(_, text)| text)
}

/// Shows the camera in the `video` with this id and calls `found` with the first code that is read. `on` says whether
/// anybody still wants it; `failed` is called when there is no camera, or it was not allowed.
pub fn scan(video: &'static str, on: impl Fn() -> bool + 'static, found: impl FnOnce(String) + 'static, failed: impl FnOnce() + 'static) {
    spawn_local(async move {
        let Some((stream, video)) = camera(video).await else { return failed() };
        let text = look(&video, &on).await;
        for track in stream.get_tracks() {
            track.unchecked_into::<MediaStreamTrack>().stop();
        }
        video.set_src_object(None);
        if let Some(text) = text {
            found(text);
        }
    });
}

async fn camera(video: &str) -> Option<(MediaStream, HtmlVideoElement)> {
    let video: HtmlVideoElement = document().get_element_by_id(video)?.dyn_into().ok()?;
    let wishes = MediaStreamConstraints::new();
    let back = js_sys::Object::new();
    js_sys::Reflect::set(&back, &"facingMode".into(), &"environment".into()).ok()?;
    wishes.set_video(&back);
    let stream = window().navigator().media_devices().ok()?.get_user_media_with_constraints(&wishes).ok()?;
    let stream: MediaStream = JsFuture::from(stream).await.ok()?.dyn_into().ok()?;
    video.set_src_object(Some(&stream));
    JsFuture::from(video.play().ok()?).await.ok()?;
    Some((stream, video))
}

async fn look(video: &HtmlVideoElement, on: &impl Fn() -> bool) -> Option<String> {
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    let settings = js_sys::Object::new();
    js_sys::Reflect::set(&settings, &"willReadFrequently".into(), &JsValue::TRUE).ok()?;
    let context: CanvasRenderingContext2d = canvas.get_context_with_context_options("2d", &settings).ok()??.dyn_into().ok()?;
    while on() && video.is_connected() {
        if let Some(picture) = picture(video, &canvas, &context)
            && let Some(text) = read_code(picture).await
        {
            return Some(text);
        }
        TimeoutFuture::new(PAUSE).await;
    }
    None
}

fn picture(video: &HtmlVideoElement, canvas: &HtmlCanvasElement, context: &CanvasRenderingContext2d) -> Option<Picture> {
    let (seen_width, seen_height) = (video.video_width(), video.video_height());
    if seen_width == 0 || seen_height == 0 {
        return None;
    }
    let width = seen_width.min(WIDTH);
    let height = seen_height * width / seen_width;
    canvas.set_width(width);
    canvas.set_height(height);
    context.draw_image_with_html_video_element_and_dw_and_dh(video, 0.0, 0.0, width.into(), height.into()).ok()?;
    let points = context.get_image_data(0.0, 0.0, width.into(), height.into()).ok()?.data();
    // Green alone is close enough to how light a point looks.
    let light = points.chunks_exact(4).map(|point| point[1]).collect();
    Some((width as usize, height as usize, light))
}
