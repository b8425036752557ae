use crate::base::Fault;
use fast_qr::convert::svg::SvgBuilder;
use fast_qr::convert::{Builder, Shape};
use fast_qr::qr::{QRBuilder, QRCode};

/// A QR code as an SVG, black on white with a narrow quiet zone: what is around it is white.
pub fn qr(text: &str) -> Result<String, Fault> {
    Ok(SvgBuilder::default().margin(2).shape(Shape::Square).to_str(&code(text)?))
}

/// A QR code as its rows from the top, each square from the left: whether it is dark.
pub fn qr_rows(text: &str) -> Result<Vec<Vec<bool>>, Fault> {
    let code = code(text)?;
    Ok((0..code.size).map(|row| code[row].iter().take(code.size).map(|square| square.value()).collect()).collect())
}

fn code(text: &str) -> Result<QRCode, Fault> {
    QRBuilder::new(text).ecl(fast_qr::ECL::M).build().map_err(|error| {
        tracing::error!(%error, "a QR code cannot hold its text");
        Fault::TryAgain
    })
}
