//! Files of the imported folder: text that is UTF-8, and pictures that are what they say.

use super::problems::{Problems, line_at};
use crate::server::Keys;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

/// No text file of a resort is longer.
const LONGEST_TEXT: u64 = 16 << 20;
const LONGEST_PICTURE: u64 = 2 << 20;

/// The folder that is being read.
pub struct Folder<'a> {
    pub path: &'a Path,
    pub problems: &'a Problems,
    pictures: RefCell<BTreeMap<String, Picture>>,
}

/// A picture as it goes into the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    pub media: &'static str,
    pub bytes: Vec<u8>,
}

impl<'a> Folder<'a> {
    pub fn new(path: &'a Path, problems: &'a Problems) -> Folder<'a> {
        Folder { path, problems, pictures: RefCell::default() }
    }

    /// The text of a file, without a byte order mark.
    pub fn text(&self, file: &str) -> Option<String> {
        text(&self.path.join(file), file, self.problems)
    }

    /// Takes a picture in and gives its address.
    pub fn picture(&self, path: &str) -> Result<String, String> {
        let relative = PathBuf::from(path);
        if path.is_empty() || !relative.components().all(|part| matches!(part, Component::Normal(_))) {
            return Err("must be a path inside the folder, such as pictures/reef.svg".to_owned());
        }
        let file = self.path.join(&relative);
        let size = std::fs::metadata(&file).map_err(|_| format!("there is no file {path}"))?.len();
        if size > LONGEST_PICTURE {
            return Err(format!("{path} is larger than 2 MiB"));
        }
        let bytes = std::fs::read(&file).map_err(|error| format!("{path} cannot be read: {error}"))?;
        let ending = relative.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        let media = media(&ending, &bytes).map_err(|fault| format!("{path} {fault}"))?;
        let hash = Keys::hash(&bytes);
        let address = format!("/pictures/{hash}");
        self.pictures.borrow_mut().insert(hash, Picture { media, bytes });
        Ok(address)
    }

    /// Every picture taken in, by the hash of its content.
    pub fn into_pictures(self) -> BTreeMap<String, Picture> {
        self.pictures.into_inner()
    }
}

/// The text of a file, without a byte order mark. What is wrong with it goes on the list under `name`.
pub fn text(path: &Path, name: &str, problems: &Problems) -> Option<String> {
    match std::fs::metadata(path) {
        Err(_) => {
            problems.add(name, 0, "", "there is no such file");
            return None;
        }
        Ok(data) if !data.is_file() => {
            problems.add(name, 0, "", "is not a file");
            return None;
        }
        Ok(data) if data.len() > LONGEST_TEXT => {
            problems.add(name, 0, "", "is larger than 16 MiB");
            return None;
        }
        Ok(_) => {}
    }
    match std::fs::read(path) {
        Ok(bytes) => decode(&bytes).map_err(|(line, fault)| problems.add(name, line, "", fault)).ok(),
        Err(error) => {
            problems.add(name, 0, "", format!("cannot be read: {error}"));
            None
        }
    }
}

/// UTF-8 without its byte order mark; otherwise the line and what is wrong with it.
fn decode(bytes: &[u8]) -> Result<String, (usize, String)> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err((0, "is UTF-16; save it as UTF-8".to_owned()));
    }
    let bytes = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) if text.contains('\0') => Err((line_at(bytes, text.find('\0').unwrap_or(0)), "holds a zero byte; save it as UTF-8".to_owned())),
        Ok(text) => Ok(text.to_owned()),
        Err(error) => Err((line_at(bytes, error.valid_up_to()), "is not UTF-8 here; save the file as UTF-8".to_owned())),
    }
}

/// The media type of a picture, by what is in it.
fn media(ending: &str, bytes: &[u8]) -> Result<&'static str, String> {
    let (media, fits) = match ending {
        "png" => ("image/png", bytes.starts_with(b"\x89PNG\r\n\x1a\n")),
        "jpg" | "jpeg" => ("image/jpeg", bytes.starts_with(&[0xff, 0xd8, 0xff])),
        "webp" => ("image/webp", bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP")),
        "svg" => return svg(bytes).map(|()| "image/svg+xml"),
        _ => return Err("must end in .svg, .png, .jpg or .webp".to_owned()),
    };
    if fits { Ok(media) } else { Err(format!("is not what its ending .{ending} says")) }
}

/// An SVG is a document of its own that a browser opens, so nothing in it may run or load.
fn svg(bytes: &[u8]) -> Result<(), String> {
    let text = decode(bytes).map_err(|(_, fault)| fault)?;
    let lower = text.to_ascii_lowercase();
    let start = lower.trim_start();
    if !(start.starts_with("<svg") || start.starts_with("<?xml")) || !lower.contains("<svg") {
        return Err("is not an SVG: it begins with neither <svg nor <?xml".to_owned());
    }
    for (part, fault) in [
        ("<script", "holds a script"),
        ("<foreignobject", "holds a foreignObject"),
        ("<!entity", "declares an entity"),
        ("javascript:", "holds a javascript: address"),
        ("@import", "loads a style sheet"),
    ] {
        if lower.contains(part) {
            return Err(format!("{fault}, which is not allowed"));
        }
    }
    for (name, value) in attributes(&lower) {
        if name.len() > 2 && name.starts_with("on") {
            return Err(format!("holds the event attribute {name}, which is not allowed"));
        }
        let address = value.trim_start();
        if (name == "href" || name == "xlink:href" || name == "src") && !(address.starts_with('#') || address.starts_with("data:image/")) {
            return Err(format!("loads {} from elsewhere, which is not allowed", value.chars().take(60).collect::<String>()));
        }
    }
    Ok(())
}

/// Names and values of all attributes of a lower-case XML text.
fn attributes(text: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    for tag in text.split('<').skip(1) {
        let mut rest = tag;
        // Values may hold `>`, so they are skipped by their quotes.
        while let Some(at) = rest.find(['=', '>']) {
            let (before, after) = rest.split_at(at);
            if after.starts_with('>') {
                break;
            }
            let name = before.trim_end().rsplit(|c: char| c.is_whitespace() || matches!(c, '/' | '"' | '\'')).next().unwrap_or("");
            let value = after[1..].trim_start();
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
            let (value, next) = match quote {
                Some(quote) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
                None => (value, value),
            };
            found.push((name, value));
            rest = next;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_utf_8_with_or_without_a_mark() {
        assert_eq!(decode("\u{feff}имя".as_bytes()).unwrap(), "имя");
        assert_eq!(decode(b"a\nb\nname \xcf\xf0").unwrap_err().0, 3);
        assert!(decode(&[0xff, 0xfe, b'a', 0]).unwrap_err().1.contains("UTF-16"));
        assert_eq!(decode(b"a\nb\0").unwrap_err().0, 2);
    }

    #[test]
    fn pictures_are_what_their_ending_says() {
        assert_eq!(media("png", b"\x89PNG\r\n\x1a\n...."), Ok("image/png"));
        assert_eq!(media("webp", b"RIFF\0\0\0\0WEBPVP8 "), Ok("image/webp"));
        assert_eq!(media("jpg", &[0xff, 0xd8, 0xff, 0xe0]), Ok("image/jpeg"));
        assert!(media("jpg", b"\x89PNG\r\n\x1a\n").is_err());
        assert!(media("gif", b"GIF89a").is_err());
    }

    #[test]
    fn nothing_in_an_svg_runs_or_loads() {
        for good in [
            r##"<svg xmlns="http://www.w3.org/2000/svg"><title>Based on a = b</title><use href="#a"/></svg>"##,
            "<?xml version=\"1.0\"?>\n<svg viewBox='0 0 1 1'><path d=\"M0 0\"/></svg>",
            "\u{feff}<svg><text>we go on=ward</text></svg>",
        ] {
            assert_eq!(svg(good.as_bytes()), Ok(()), "{good}");
        }
        for bad in [
            "<html><svg></svg></html>",
            "<svg><script>alert(1)</script></svg>",
            "<svg onload=\"alert(1)\"></svg>",
            "<svg><g\nOnClick = 'x()'/></svg>",
            "<svg><g class=\"a>b\"onclick=\"x()\"/></svg>",
            "<svg><g/onclick=x()></svg>",
            "<svg><image href=\"https://evil.example/x.png\"/></svg>",
            "<svg><a xlink:href=\"javascript:alert(1)\"/></svg>",
            "<svg><foreignObject/></svg>",
            "<!DOCTYPE x [<!ENTITY a 'b'>]><svg/>",
        ] {
            assert!(svg(bad.as_bytes()).is_err(), "{bad}");
        }
    }
}
