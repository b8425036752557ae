use crate::base::Fault;
use fast_qr::convert::svg::SvgBuilder;
use fast_qr::convert::{Builder, Shape};
use fast_qr::qr::QRBuilder;

/// A QR code as an SVG, black on white with a narrow quiet zone: what is around it is white.
pub fn qr(text: &str) -> Result<String, Fault> {
    let code = QRBuilder::new(text).ecl(fast_qr::ECL::M).build().map_err(|error| {
        tracing::error!(%error, "a QR code cannot hold its text");
        Fault::TryAgain
    })?;
    Ok(SvgBuilder::default().margin(2).shape(Shape::Square).to_str(&code))
}
