//! The faces a receipt is set in, subset to the scripts of our languages (`fonts/LICENSE.md`).

use krilla::Data;
use krilla::text::Font;
use std::sync::LazyLock;

/// One face: what shapes its text, and what embeds it.
pub struct Face {
    pub shaper: rustybuzz::Face<'static>,
    pub font: Font,
    /// Units in an em.
    pub em: f32,
    /// How much larger it is set than the others, to look as large beside them.
    pub scale: f32,
}

/// A face for Latin and Cyrillic letters and one for Arabic, each in the weight of text and in one that stands out.
pub struct Faces {
    text: [Face; 2],
    strong: [Face; 2],
}

impl Faces {
    /// Nothing when one of them cannot be read, which the tests would have noticed.
    pub fn get() -> Option<&'static Faces> {
        static FACES: LazyLock<Option<Faces>> = LazyLock::new(|| {
            Some(Faces {
                text: [face(include_bytes!("fonts/spectral-400.ttf"), 1.0)?, face(include_bytes!("fonts/naskh-arabic-400.ttf"), 1.12)?],
                strong: [face(include_bytes!("fonts/spectral-500.ttf"), 1.0)?, face(include_bytes!("fonts/naskh-arabic-700.ttf"), 1.08)?],
            })
        });
        FACES.as_ref()
    }

    /// Latin and Cyrillic first, then Arabic.
    pub fn of(&'static self, strong: bool) -> &'static [Face; 2] {
        if strong { &self.strong } else { &self.text }
    }
}

fn face(bytes: &'static [u8], scale: f32) -> Option<Face> {
    let shaper = rustybuzz::Face::from_slice(bytes, 0)?;
    let em = shaper.units_per_em() as f32;
    Some(Face { shaper, font: Font::new(Data::from(bytes), 0)?, em, scale })
}

impl Face {
    pub fn has(&self, letter: char) -> bool {
        self.shaper.glyph_index(letter).is_some()
    }
}
