//! The file that puts a booking into the phone's calendar (RFC 5545). It carries the resort's zone; a booking that
//! moves keeps its identity, so the phone replaces the old time (RULES S3, T7).

use crate::server::Time;
use std::fmt::Write;

/// What the file says.
pub struct Entry<'a> {
    /// Stable for ever: the booking and the resort's address.
    pub uid: &'a str,
    /// How often it moved.
    pub sequence: i64,
    pub cancelled: bool,
    pub title: &'a str,
    pub place: &'a str,
    pub details: &'a str,
    pub address: &'a str,
    pub time: Time,
    pub starts_at: i64,
    pub minutes: i64,
    /// When the file was made.
    pub now: i64,
}

/// The whole file.
pub fn file(entry: &Entry) -> String {
    let zone = entry.time.zone();
    let offset = entry.time.offset_minutes(entry.starts_at);
    let offset = format!("{}{:02}{:02}", if offset < 0 { '-' } else { '+' }, offset.abs() / 60, offset.abs() % 60);
    let utc = |instant: i64| chrono::DateTime::from_timestamp(instant, 0).unwrap_or_default().format("%Y%m%dT%H%M%SZ").to_string();
    let wall = format!(
        "{}T{}00",
        entry.time.day(entry.starts_at).to_string().replace('-', ""),
        entry.time.wall(entry.starts_at).to_string().replace(':', "")
    );
    let lines = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Cabana//EN".to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
        "BEGIN:VTIMEZONE".to_owned(),
        format!("TZID:{zone}"),
        // The zone as it is at that moment; phones know the whole rule by its name.
        "BEGIN:STANDARD".to_owned(),
        "DTSTART:19700101T000000".to_owned(),
        format!("TZOFFSETFROM:{offset}"),
        format!("TZOFFSETTO:{offset}"),
        "END:STANDARD".to_owned(),
        "END:VTIMEZONE".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}", escape(entry.uid)),
        format!("SEQUENCE:{}", entry.sequence),
        format!("DTSTAMP:{}", utc(entry.now)),
        format!("DTSTART;TZID={zone}:{wall}"),
        format!("DURATION:PT{}M", entry.minutes),
        format!("STATUS:{}", if entry.cancelled { "CANCELLED" } else { "CONFIRMED" }),
        format!("SUMMARY:{}", escape(entry.title)),
        format!("LOCATION:{}", escape(entry.place)),
        format!("DESCRIPTION:{}", escape(entry.details)),
        format!("URL:{}", entry.address),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ];
    lines.iter().fold(String::new(), |mut file, line| {
        fold(line, &mut file);
        file
    })
}

fn escape(text: &str) -> String {
    text.chars().filter(|c| *c == '\n' || !c.is_control()).fold(String::with_capacity(text.len()), |mut out, c| {
        match c {
            '\\' | ';' | ',' => {
                let _ = write!(out, "\\{c}");
            }
            '\n' => out.push_str("\\n"),
            _ => out.push(c),
        }
        out
    })
}

/// Lines are at most 75 bytes long and go on after a space; a letter is never cut.
fn fold(line: &str, file: &mut String) {
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > 74 {
            file.push_str("\r\n ");
            length = 1;
        }
        file.push(c);
        length += c.len_utf8();
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_carries_the_zone_and_folds_long_lines() {
        let time = Time(chrono_tz::Africa::Cairo);
        let day = crate::base::Day::parse("2026-11-21").unwrap();
        let title = "Риф, маска и трубка; ".repeat(6);
        let file = file(&Entry {
            uid: "booking-7@resort.example",
            sequence: 2,
            cancelled: false,
            title: &title,
            place: "North jetty",
            details: "two\nlines",
            address: "https://resort.example/bookings/7",
            time,
            starts_at: time.instant(day, crate::base::WallTime(630)),
            minutes: 90,
            now: 1_790_000_000,
        });
        assert!(file.contains("DTSTART;TZID=Africa/Cairo:20261121T103000\r\n"), "{file}");
        assert!(file.contains("TZOFFSETTO:+0200\r\n") && file.contains("DURATION:PT90M\r\n") && file.contains("SEQUENCE:2\r\n"));
        assert!(file.contains("two\\nlines"));
        assert!(file.split("\r\n").all(|line| line.len() <= 75));
        assert!(file.replace("\r\n ", "").contains(&format!("SUMMARY:{}", title.replace(',', "\\,").replace(';', "\\;"))));
    }
}
