//! Codes of tickets: 18 characters out of 23 that nobody confuses, 81 random bits; and the picture a camera reads.

#[cfg(feature = "ssr")]
use crate::people::login::ALPHABET;

/// Characters of a code.
pub const LENGTH: usize = 18;

/// A fresh random code.
#[cfg(feature = "ssr")]
pub fn fresh() -> String {
    let mut code = String::with_capacity(LENGTH);
    while code.len() < LENGTH {
        // 253 is the largest multiple of 23 in a byte: every character is equally likely.
        let bytes = crate::server::random::<32>();
        for byte in bytes.into_iter().map(usize::from).filter(|byte| *byte < 253).take(LENGTH - code.len()) {
            code.push(char::from(ALPHABET[byte % ALPHABET.len()]));
        }
    }
    code
}

/// Reads a code as it was scanned or typed: the ticket's address, or the code with spaces, in small letters.
pub fn read(typed: &str) -> Option<String> {
    let tail = typed.trim().trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let code: String = tail.chars().filter(|c| !c.is_whitespace() && *c != '-').take(LENGTH + 1).collect::<String>().to_uppercase();
    (code.len() == LENGTH && code.bytes().all(|byte| byte.is_ascii_alphanumeric())).then_some(code)
}

/// In threes, as people read it aloud.
pub fn grouped(code: &str) -> String {
    crate::people::login::grouped(code)
}

/// The dark modules of a QR code as the path of an SVG, and how many modules wide it is, the quiet zone included.
#[cfg(feature = "ssr")]
pub fn picture(text: &str) -> Option<(String, u32)> {
    use std::fmt::Write;
    const QUIET: usize = 4;

    let code = fast_qr::QRBuilder::new(text).ecl(fast_qr::ECL::M).build().ok()?;
    let mut path = String::new();
    for row in 0..code.size {
        let mut column = 0;
        while column < code.size {
            let start = column;
            while column < code.size && code[row][column].value() {
                column += 1;
            }
            if column > start {
                let _ = write!(path, "M{} {}h{}v1h-{}z", start + QUIET, row + QUIET, column - start, column - start);
            }
            column += 1;
        }
    }
    Some((path, u32::try_from(code.size + 2 * QUIET).ok()?))
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_written() {
        let code = fresh();
        assert_eq!(code.len(), LENGTH);
        assert_eq!(read(&code), Some(code.clone()));
        assert_eq!(read(&grouped(&code).to_lowercase()), Some(code.clone()));
        assert_eq!(read(&format!("https://resort.example/staff/tickets/{code}/")), Some(code.clone()));
        for typed in ["", "abc", "ÄÖÜ4567890123456789", &format!("{code}x"), "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }

    #[test]
    fn codes_differ() {
        let codes: std::collections::HashSet<String> = (0..500).map(|_| fresh()).collect();
        assert_eq!(codes.len(), 500);
    }

    #[test]
    fn a_ticket_has_a_picture() {
        let (path, size) = picture("https://resort.example/staff/tickets/23456789ACDEFHJKMN").unwrap();
        assert!(path.starts_with("M4 4h7v1h-7z"), "{path}");
        assert!(size >= 29);
    }
}
