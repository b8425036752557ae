//! Paper: marks placed from its top, and from the side at which the language begins.

use super::text::{Line, Setter, Style};
use crate::server::qr_rows;
use krilla::Document;
use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Rect, Transform};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;

/// A5 and A4, in points.
const HALF: (f32, f32) = (419.53, 595.28);
const WHOLE: (f32, f32) = (595.28, 841.89);

/// A colour by its role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    Text,
    Muted,
    Line,
    /// The resort's own.
    Brand,
}

/// Where a text stands within the width between the margins.
#[derive(Clone, Copy, Debug)]
pub struct At {
    /// From the side at which the language begins, in points.
    from: f32,
    room: f32,
    /// At the right of its room, whatever the language, as figures are.
    right: bool,
    /// Below where the sheet is now, in points.
    below: f32,
}

impl At {
    pub fn start(from: f32, room: f32) -> At {
        At { from, room, right: false, below: 0.0 }
    }

    pub fn amount(from: f32, room: f32) -> At {
        At { from, room, right: true, below: 0.0 }
    }

    pub fn below(self, below: f32) -> At {
        At { below, ..self }
    }
}

enum Mark {
    Text { line: Line, left: f32, base: f32, ink: Ink },
    Area { path: Path, ink: Ink },
}

/// A page that is being laid out.
pub struct Sheet {
    set: Setter,
    size: (f32, f32),
    margin: f32,
    brand: rgb::Color,
    marks: Vec<Mark>,
    /// Where in `marks` its foot begins.
    foot: Option<usize>,
    down: f32,
}

impl Sheet {
    pub fn half(set: Setter) -> Sheet {
        Sheet::new(set, HALF, 42.5)
    }

    pub fn whole(set: Setter) -> Sheet {
        Sheet::new(set, WHOLE, 62.0)
    }

    fn new(set: Setter, size: (f32, f32), margin: f32) -> Sheet {
        Sheet { set, size, margin, brand: rgb::Color::black(), marks: Vec::new(), foot: None, down: margin }
    }

    /// The resort's colour, as `#rrggbb`; black when it is none.
    pub fn brand(&mut self, color: &str) {
        let part = |at: usize| color.get(at..at + 2).and_then(|part| u8::from_str_radix(part, 16).ok());
        if let (Some(red), Some(green), Some(blue)) = (part(1), part(3), part(5)) {
            self.brand = readable(red, green, blue);
        }
    }

    /// The width between the margins.
    pub fn inner(&self) -> f32 {
        self.size.0 - 2.0 * self.margin
    }

    pub fn fits(&self) -> bool {
        self.down + self.margin <= self.size.1
    }

    pub fn has(&self, text: &str) -> bool {
        self.set.has(text)
    }

    pub fn width(&self, text: &str, style: Style) -> f32 {
        self.set.one(text, style).width
    }

    pub fn down(&mut self, by: f32) {
        self.down += by;
    }

    /// What follows stands at the foot of the page.
    pub fn foot(&mut self) {
        self.foot = Some(self.marks.len());
    }

    /// Sets a text, in several lines where it has to be. Answers how deep it is; the sheet stays where it is.
    pub fn text(&mut self, text: &str, style: Style, ink: Ink, at: At) -> f32 {
        // Arabic reaches further above and below its line.
        let leading = style.size * if self.set.is_rtl() { 1.47 } else { 1.36 };
        let mut deep = 0.0;
        for line in self.set.lines(text, style, at.room) {
            let left = if at.right { self.left(at.from, at.room) + at.room - line.width } else { self.left(at.from, line.width) };
            let base = self.down + at.below + deep + leading * 0.5 + style.size * 0.32;
            self.marks.push(Mark::Text { line, left, base, ink });
            deep += leading;
        }
        deep
    }

    /// A line from margin to margin, so many points thick.
    pub fn rule(&mut self, thick: f32, ink: Ink) {
        self.area(&[(self.margin, self.down, self.inner(), thick)], ink);
    }

    /// A QR code at the end of the line, with what it holds; false when it cannot hold it.
    pub fn code(&mut self, holds: &str, size: f32) -> bool {
        let Ok(rows) = qr_rows(holds) else { return false };
        let one = size / rows.len().max(1) as f32;
        let (left, top) = (self.left(self.inner() - size, size), self.down);
        let mut squares = Vec::new();
        for (down, row) in rows.iter().enumerate() {
            let mut at = 0;
            // Neighbours are one mark, so that no hair shows between them.
            for part in row.chunk_by(|one, other| one == other) {
                if part.first() == Some(&true) {
                    squares.push((left + at as f32 * one, top + down as f32 * one, part.len() as f32 * one, one));
                }
                at += part.len();
            }
        }
        self.area(&squares, Ink::Text);
        true
    }

    fn area(&mut self, rects: &[(f32, f32, f32, f32)], ink: Ink) {
        let mut path = PathBuilder::new();
        rects.iter().filter_map(|(x, y, wide, high)| Rect::from_xywh(*x, *y, *wide, *high)).for_each(|rect| path.push_rect(rect));
        if let Some(path) = path.finish() {
            self.marks.push(Mark::Area { path, ink });
        }
    }

    /// The left edge of something, by its distance from where the language begins.
    fn left(&self, from: f32, width: f32) -> f32 {
        if self.set.is_rtl() { self.size.0 - self.margin - from - width } else { self.margin + from }
    }

    /// Draws it all as one page, longer than the paper where even that is too short.
    pub fn draw(self, document: &mut Document) -> Option<()> {
        let high = self.size.1.max(self.down + self.margin);
        let mut page = document.start_page_with(PageSettings::from_wh(self.size.0, high)?);
        let mut surface = page.surface();
        let (body, foot) = self.marks.split_at(self.foot.unwrap_or(self.marks.len()));
        self.marks_on(&mut surface, body);
        surface.push_transform(&Transform::from_translate(0.0, (high - self.margin - self.down).max(0.0)));
        self.marks_on(&mut surface, foot);
        surface.pop();
        surface.finish();
        page.finish();
        Some(())
    }

    fn marks_on(&self, surface: &mut Surface<'_>, marks: &[Mark]) {
        for mark in marks {
            match mark {
                Mark::Text { line, left, base, ink } => {
                    self.take(surface, *ink);
                    line.draw(surface, *left, *base);
                }
                Mark::Area { path, ink } => {
                    self.take(surface, *ink);
                    surface.draw_path(path);
                }
            }
        }
    }

    fn take(&self, surface: &mut Surface<'_>, ink: Ink) {
        let color = match ink {
            Ink::Text => rgb::Color::new(0x1c, 0x29, 0x2b),
            Ink::Muted => rgb::Color::new(0x5c, 0x69, 0x6a),
            Ink::Line => rgb::Color::new(0xd8, 0xd2, 0xc4),
            Ink::Brand => self.brand,
        };
        surface.set_fill(Some(Fill { paint: color.into(), ..Fill::default() }));
    }
}

/// A colour that is readable on white paper: what is too light for it is darkened until it is.
fn readable(red: u8, green: u8, blue: u8) -> rgb::Color {
    let linear = |part: f32| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
    let mut parts = [red, green, blue].map(f32::from);
    let luminance = |parts: &[f32; 3]| 0.2126 * linear(parts[0] / 255.0) + 0.7152 * linear(parts[1] / 255.0) + 0.0722 * linear(parts[2] / 255.0);
    // 4.5 : 1 on white.
    while 1.05 / (luminance(&parts) + 0.05) < 4.5 {
        parts = parts.map(|part| part * 0.94);
    }
    let [red, green, blue] = parts.map(|part| part as u8);
    rgb::Color::new(red, green, blue)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_readable_on_paper() {
        assert_eq!(readable(0x0e, 0x5a, 0x54), rgb::Color::new(0x0e, 0x5a, 0x54));
        let sun = readable(0xff, 0xd6, 0x33);
        assert!(sun.red() < 0xa0 && sun.red() > sun.blue(), "{sun:?}");
        assert_eq!(readable(255, 255, 255).red(), readable(255, 255, 255).green());
    }
}
