//! How far away, what is on now, and how a number is dialled. Pure.

use super::Spot;
use crate::words::Words;
use serde::{Deserialize, Serialize};

/// The mean radius of the Earth, in metres (IUGG).
const EARTH: f64 = 6_371_008.8;

/// Metres between two points along the surface of a round Earth (haversine).
pub fn metres(from: Spot, to: Spot) -> i64 {
    let (lat_a, lat_b) = (from.latitude.to_radians(), to.latitude.to_radians());
    let half_lat = (lat_b - lat_a) / 2.0;
    let half_lon = (to.longitude - from.longitude).to_radians() / 2.0;
    let h = half_lat.sin().powi(2) + lat_a.cos() * lat_b.cos() * half_lon.sin().powi(2);
    // Rounding may lift h a hair above 1 between points opposite each other.
    (2.0 * EARTH * h.clamp(0.0, 1.0).sqrt().asin()).round() as i64
}

/// A distance as people say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Distance {
    /// Rounded to 10 m, below a kilometre.
    Metres(i64),
    /// Tenths of a kilometre.
    Tenths(i64),
}

impl Distance {
    pub fn of(metres: i64) -> Distance {
        let rounded = (metres.max(0) + 5) / 10 * 10;
        if rounded < 1000 { Distance::Metres(rounded) } else { Distance::Tenths((metres + 50) / 100) }
    }

    /// "350 m", "2.4 km".
    pub fn say(self, words: Words) -> String {
        let said = match self {
            Distance::Metres(metres) => words.guide_metres(&metres.to_string()),
            Distance::Tenths(tenths) => words.guide_kilometres(&format!("{}{}{}", tenths / 10, words.money_decimal(), tenths % 10)),
        };
        // A number has no direction of its own, so it needs no isolation in Arabic.
        said.replace(['\u{2068}', '\u{2069}'], "")
    }
}

/// Where a line of the routine stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Moment {
    Past,
    Now,
    Later,
}

/// How long something without an end counts as going on, in minutes.
const A_WHILE: i64 = 30;

/// Where something stands at a minute of its day; all in minutes after midnight. An end at or before the beginning is
/// after midnight.
pub fn moment(at: i64, until: Option<i64>, minute: i64) -> Moment {
    let end = match until {
        Some(until) if until <= at => until + 1440,
        Some(until) => until,
        None => at + A_WHILE,
    };
    if minute < at {
        Moment::Later
    } else if minute < end {
        Moment::Now
    } else {
        Moment::Past
    }
}

/// A phone number as an address to dial: digits, `*`, `#` and a leading plus.
pub fn dialled(phone: &str) -> String {
    let plus = phone.trim_start().starts_with('+');
    let keys = phone
        .chars()
        .filter(|key| key.is_ascii_digit() || matches!(key, '*' | '#'))
        .map(|key| if key == '#' { "%23".to_owned() } else { key.to_string() });
    format!("tel:{}{}", if plus { "+" } else { "" }, keys.collect::<String>())
}

/// A map at a point, for any browser: the resort's own choice, or OpenStreetMap.
pub fn map_href(template: &str, spot: Spot) -> String {
    let (lat, lon) = (format!("{:.5}", spot.latitude), format!("{:.5}", spot.longitude));
    if template.is_empty() {
        return format!("https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=17/{lat}/{lon}");
    }
    template.replace("{latitude}", &lat).replace("{longitude}", &lon)
}

/// The same point in the phone's own map. Only Android knows what to do with it.
pub fn geo_href(spot: Spot) -> String {
    let (lat, lon) = (spot.latitude, spot.longitude);
    format!("geo:{lat:.5},{lon:.5}?q={lat:.5},{lon:.5}")
}

/// Takes a secret out of a page, wherever its author wrote it.
pub fn without(html: &str, secret: &str, instead: &str) -> String {
    if secret.is_empty() { html.to_owned() } else { html.replace(&escaped(secret), &escaped(instead)) }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn spot(latitude: f64, longitude: f64) -> Spot {
        Spot { latitude, longitude }
    }

    #[test]
    fn known_distances() {
        let (london, paris) = (spot(51.5074, -0.1278), spot(48.8566, 2.3522));
        assert!((343_000..344_500).contains(&metres(london, paris)), "{}", metres(london, paris));
        assert!((20_015_000..20_016_000).contains(&metres(spot(0.0, 0.0), spot(0.0, 180.0))));
        // The date line is no wall.
        assert!((110_000..113_000).contains(&metres(spot(0.0, 179.5), spot(0.0, -179.5))));
    }

    #[test]
    fn distances_are_rounded_as_people_say_them() {
        let of = |metres| Distance::of(metres);
        assert_eq!([0, 4, 5, 347, 994].map(of), [0, 0, 10, 350, 990].map(Distance::Metres));
        assert_eq!([995, 1000, 1049, 1050, 45_230].map(of), [10, 10, 10, 11, 452].map(Distance::Tenths));
    }

    #[test]
    fn what_is_on_now() {
        assert_eq!([419, 420, 629, 630].map(|minute| moment(420, Some(630), minute)), [Moment::Later, Moment::Now, Moment::Now, Moment::Past]);
        assert_eq!([1050, 1079, 1080].map(|minute| moment(1050, None, minute)), [Moment::Now, Moment::Now, Moment::Past]);
        assert_eq!(moment(1380, Some(60), 1439), Moment::Now);
    }

    #[test]
    fn a_map_is_the_resorts_or_everybodys() {
        let here = spot(25.0, -34.123_456);
        assert_eq!(map_href("", here), "https://www.openstreetmap.org/?mlat=25.00000&mlon=-34.12346#map=17/25.00000/-34.12346");
        assert_eq!(map_href("https://maps.example/?q={latitude},{longitude}", here), "https://maps.example/?q=25.00000,-34.12346");
    }

    #[test]
    fn numbers_are_dialled_without_their_spaces() {
        assert_eq!(dialled("+20 65 555-0140"), "tel:+20655550140");
        assert_eq!(dialled("123"), "tel:123");
        assert_eq!(dialled("*9 #"), "tel:*9%23");
        assert_eq!(dialled("javascript:1"), "tel:1");
    }

    #[test]
    fn a_secret_is_taken_out_of_a_page() {
        assert_eq!(without("<p>It is <b>a&amp;b</b>, a&amp;b.</p>", "a&b", "•"), "<p>It is <b>•</b>, •.</p>");
        assert_eq!(without("<p>x</p>", "", "•"), "<p>x</p>");
    }

    proptest! {
        #[test]
        fn distance_is_a_distance(a in -90.0..90.0f64, b in -180.0..180.0f64, c in -90.0..90.0f64, d in -180.0..180.0f64, e in -90.0..90.0f64, f in -180.0..180.0f64) {
            let (one, two, three) = (spot(a, b), spot(c, d), spot(e, f));
            prop_assert_eq!(metres(one, one), 0);
            prop_assert_eq!(metres(one, two), metres(two, one));
            prop_assert!(metres(one, two) <= 20_015_115);
            prop_assert!(metres(one, three) <= metres(one, two) + metres(two, three) + 2);
        }
    }
}
