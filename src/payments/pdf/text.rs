//! Lines of text: broken to a width, put in the order in which they are read (Unicode's bidirectional algorithm), shaped.

use super::faces::{Face, Faces};
use crate::base::Lang;
use krilla::geom::Point;
use krilla::surface::Surface;
use krilla::text::{GlyphId, KrillaGlyph};
use rustybuzz::ttf_parser::Tag;
use rustybuzz::{BufferClusterLevel, Direction, Feature, UnicodeBuffer};
use std::ops::Range;
use unicode_bidi::{BidiInfo, Level};

/// How a text is set.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// In points.
    pub size: f32,
    pub strong: bool,
    /// Every figure is as wide as every other, so that amounts stand below each other.
    pub tabular: bool,
}

/// A line that is ready to be drawn.
pub struct Line {
    /// From left to right.
    runs: Vec<Run>,
    size: f32,
    /// In points.
    pub width: f32,
}

/// Letters of one face and one direction.
struct Run {
    face: &'static Face,
    text: String,
    glyphs: Vec<KrillaGlyph>,
    width: f32,
}

/// Sets text in a language.
pub struct Setter {
    faces: &'static Faces,
    lang: Lang,
    language: Option<rustybuzz::Language>,
}

/// What a letter asks of a face.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Arabic,
}

impl Script {
    /// Nothing for figures, spaces and signs, which go with what stands before them.
    fn of(letter: char) -> Option<Script> {
        match letter {
            '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{200c}' | '\u{200d}' => Some(Script::Arabic),
            '\u{400}'..='\u{52f}' => Some(Script::Cyrillic),
            letter if letter.is_alphabetic() => Some(Script::Latin),
            _ => None,
        }
    }
}

/// Marks that say which way a text runs. They have done their work before letters are drawn.
fn is_silent(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

impl Setter {
    pub fn new(faces: &'static Faces, lang: Lang) -> Setter {
        Setter { faces, lang, language: lang.code().parse().ok() }
    }

    pub fn is_rtl(&self) -> bool {
        self.lang.is_rtl()
    }

    /// Whether there is a picture for every letter.
    pub fn has(&self, text: &str) -> bool {
        text.chars().all(|letter| is_silent(letter) || self.faces.of(false).iter().any(|face| face.has(letter)))
    }

    /// A text in as many lines as it takes; a word that is wider than the room for it is broken.
    pub fn lines(&self, text: &str, style: Style, room: f32) -> Vec<Line> {
        let text: String = text.chars().map(|letter| if matches!(letter, '\n' | '\r' | '\t') { ' ' } else { letter }).collect();
        let whole = Bidi::new(&text, self.lang);
        let width = |range: &Range<usize>| self.line(&whole, range.clone(), style).width;
        let (mut lines, mut line) = (Vec::new(), 0..0);
        for word in words(&text) {
            let longer = if line.is_empty() { word.clone() } else { line.start..word.end };
            if line.is_empty() || width(&longer) <= room {
                line = longer;
            } else {
                lines.push(std::mem::replace(&mut line, word));
            }
            // Only a word by itself may be too wide.
            while width(&line) > room {
                let ends = text[line.clone()].char_indices().map(|(at, _)| line.start + at).skip(1);
                let Some(end) = ends.take_while(|end| width(&(line.start..*end)) <= room).last() else { break };
                lines.push(line.start..end);
                line.start = end;
            }
        }
        if !line.is_empty() {
            lines.push(line);
        }
        lines.into_iter().map(|line| self.line(&whole, line, style)).collect()
    }

    /// A text in one line, however wide.
    pub fn one(&self, text: &str, style: Style) -> Line {
        self.line(&Bidi::new(text, self.lang), 0..text.len(), style)
    }

    fn line(&self, whole: &Bidi<'_>, range: Range<usize>, style: Style) -> Line {
        let mut runs = Vec::new();
        for (part, rtl) in whole.in_order(range) {
            let mut parts = self.by_face(&whole.text[part], style.strong, rtl);
            if rtl {
                parts.reverse();
            }
            runs.extend(parts.into_iter().map(|(face, text)| self.shape(face, text, style, rtl)));
        }
        let width = runs.iter().map(|run| run.width).sum();
        Line { runs, size: style.size, width }
    }

    /// Cuts a text where another face or script begins, in the order in which it is written.
    fn by_face(&self, text: &str, strong: bool, rtl: bool) -> Vec<(&'static Face, String)> {
        let faces = self.faces.of(strong);
        let mut parts: Vec<(usize, Script, String)> = Vec::new();
        let mut script = if rtl { Script::Arabic } else { Script::Latin };
        for letter in text.chars().filter(|letter| !is_silent(*letter)) {
            script = Script::of(letter).unwrap_or(script);
            let wanted = usize::from(script == Script::Arabic);
            let face = if faces[wanted].has(letter) || !faces[1 - wanted].has(letter) { wanted } else { 1 - wanted };
            match parts.last_mut() {
                Some((last, same, text)) if *last == face && *same == script => text.push(letter),
                _ => parts.push((face, script, letter.to_string())),
            }
        }
        parts.into_iter().map(|(face, _, text)| (&faces[face], text)).collect()
    }

    fn shape(&self, face: &'static Face, text: String, style: Style, rtl: bool) -> Run {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&text);
        buffer.guess_segment_properties();
        buffer.set_direction(if rtl { Direction::RightToLeft } else { Direction::LeftToRight });
        // Each mark stays with its own letter, so that what is copied is what was written.
        buffer.set_cluster_level(BufferClusterLevel::MonotoneCharacters);
        if let Some(language) = &self.language {
            buffer.set_language(language.clone());
        }
        let lining = Feature::new(Tag::from_bytes(b"lnum"), 1, ..);
        let tabular = Feature::new(Tag::from_bytes(b"tnum"), u32::from(style.tabular), ..);
        let shaped = rustybuzz::shape(&face.shaper, &[lining, tabular], buffer);
        let mut starts: Vec<usize> = shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
        starts.sort_unstable();
        let part = |start: usize| start..starts.get(starts.partition_point(|other| *other <= start)).copied().unwrap_or(text.len());
        let glyphs: Vec<KrillaGlyph> = shaped
            .glyph_infos()
            .iter()
            .zip(shaped.glyph_positions())
            .map(|(info, at)| {
                let [advance, x, y, down] = [at.x_advance, at.x_offset, at.y_offset, at.y_advance].map(|units| units as f32 / face.em);
                KrillaGlyph::new(GlyphId::new(info.glyph_id), advance, x, y, down, part(info.cluster as usize), None)
            })
            .collect();
        let width = glyphs.iter().map(|glyph| glyph.x_advance).sum::<f32>() * style.size * face.scale;
        Run { face, text, glyphs, width }
    }
}

impl Line {
    /// Draws it with its left end at a point of its base line.
    pub fn draw(&self, surface: &mut Surface<'_>, left: f32, base: f32) {
        let mut x = left;
        for run in &self.runs {
            surface.draw_glyphs(Point::from_xy(x, base), &run.glyphs, run.face.font.clone(), &run.text, self.size * run.face.scale, false);
            x += run.width;
        }
    }
}

/// A text with the direction of each of its letters.
struct Bidi<'a> {
    text: &'a str,
    info: BidiInfo<'a>,
}

impl<'a> Bidi<'a> {
    fn new(text: &'a str, lang: Lang) -> Bidi<'a> {
        let level = if lang.is_rtl() { Level::rtl() } else { Level::ltr() };
        Bidi { text, info: BidiInfo::new(text, Some(level)) }
    }

    /// The parts of a line from left to right, and whether each is read from right to left.
    fn in_order(&self, line: Range<usize>) -> Vec<(Range<usize>, bool)> {
        let Some(paragraph) = self.info.paragraphs.first().filter(|_| !line.is_empty()) else { return Vec::new() };
        let (levels, runs) = self.info.visual_runs(paragraph, line);
        runs.into_iter().map(|run| (run.clone(), levels[run.start].is_rtl())).collect()
    }
}

/// The words of a text, without the spaces between them. A space that may not break stays within its word.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    let parts = text.split(' ').map(|word| {
        let range = at..at + word.len();
        at = range.end + 1;
        range
    });
    parts.filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: Style = Style { size: 10.0, strong: false, tabular: false };

    fn setter(lang: Lang) -> Setter {
        Setter::new(Faces::get().unwrap(), lang)
    }

    fn texts(line: &Line) -> Vec<&str> {
        line.runs.iter().map(|run| run.text.as_str()).collect()
    }

    #[test]
    fn lines_keep_within_their_room_and_lose_nothing() {
        let text = "Halcyon Bay, Прибрежное шоссе, 18 км к югу от Марса-Алама, губернаторство Красное море, Египет";
        for room in [30.0, 80.0, 200.0, 2000.0] {
            let lines = setter(Lang::Ru).lines(text, STYLE, room);
            assert!(lines.iter().all(|line| line.width <= room), "{room}");
            let together: String = lines.iter().flat_map(|line| line.runs.iter().map(|run| run.text.as_str())).collect();
            assert_eq!(together.replace(' ', ""), text.replace(' ', ""));
        }
        assert_eq!(setter(Lang::En).lines("", STYLE, 80.0).len(), 0);
        assert_eq!(setter(Lang::En).lines("   ", STYLE, 80.0).len(), 0);
        let narrow = setter(Lang::De).lines("Donaudampfschifffahrt x", STYLE, 40.0);
        assert!(narrow.len() > 2 && narrow.iter().all(|line| line.width <= 40.0));
    }

    #[test]
    fn arabic_runs_from_the_right_and_what_is_latin_within_it_does_not() {
        let line = setter(Lang::Ar).one("الضيف James Whitfield، غرفة 204", STYLE);
        assert_eq!(texts(&line), ["204", "، غرفة ", "James Whitfield", "الضيف "]);
        let letters = setter(Lang::Ar).one("بيت", STYLE);
        let alone: f32 = ["ب", "ي", "ت"].iter().map(|letter| setter(Lang::Ar).one(letter, STYLE).width).sum();
        assert!(letters.width < alone, "letters join: {} {alone}", letters.width);
        let clusters: Vec<usize> = letters.runs[0].glyphs.iter().map(|glyph| glyph.text_range.start).collect();
        assert_eq!(clusters, [4, 2, 0], "drawn from the left");
    }

    #[test]
    fn the_marks_that_isolate_are_not_drawn() {
        let line = setter(Lang::Ar).one("الإيصال \u{2068}A-000012\u{2069}، مبلغ مُعاد", STYLE);
        assert!(texts(&line).contains(&"A-000012"), "{:?}", texts(&line));
        assert!(texts(&line).iter().all(|text| !text.contains(is_silent)));
    }

    #[test]
    fn figures_of_amounts_are_equally_wide() {
        let style = Style { tabular: true, ..STYLE };
        let width = |text: &str| setter(Lang::En).one(text, style).width;
        assert!((width("11111") - width("00000")).abs() < 0.01);
        assert!((width("11111") - width("48789")).abs() < 0.01);
    }

    #[test]
    fn every_language_has_its_letters() {
        for (lang, text) in [
            (Lang::En, "Don’t “quote” – €12.50 £5 $3 №7"),
            (Lang::Ru, "Съешь ещё этих мягких французских булок, да выпей чаю ₽"),
            (Lang::Uk, "Їжак, ґанок і пір’я ₴"),
            (Lang::De, "Größe ÄÖÜ ß „so“"),
            (Lang::Tr, "İğüşöç ığ ₺"),
            (Lang::Ar, "طريقة الدفع: ٪ ١٢٣ مُعاد، كمّ أُعيد؟ لأنّ"),
        ] {
            assert!(setter(lang).has(text), "{text}");
        }
        assert!(!setter(Lang::En).has("漢字"));
    }
}
