//! The resort's two colours as custom properties, for light and for dark, corrected until text on them can be read
//! (WCAG 2.2: 4.5:1 for text, as relative luminance of sRGB).

/// One sheet that only sets properties; the tokens of the house are derived from them.
pub fn css(brand: &str, accent: &str) -> String {
    let light_paper = Rgb(251, 247, 239);
    let dark_paper = Rgb(18, 26, 25);
    let mut css = String::from(":root{");
    for (name, color) in [("brand", brand), ("accent", accent)] {
        let color = Rgb::parse(color).unwrap_or(Rgb(14, 90, 84));
        for (theme, paper) in [("light", light_paper), ("dark", dark_paper)] {
            let shown = color.readable_on(paper, 4.5);
            let white = Rgb(255, 255, 255);
            let on = if contrast(shown, white) >= 4.5 { white } else { Rgb(10, 20, 19) };
            css.push_str(&format!("--{name}-{theme}:{};--on-{name}-{theme}:{};", shown.hex(), on.hex()));
        }
    }
    css.push('}');
    css
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Rgb(u8, u8, u8);

impl Rgb {
    fn parse(text: &str) -> Option<Rgb> {
        let hex = text.strip_prefix('#').filter(|hex| hex.len() == 6 && hex.is_ascii())?;
        let part = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).ok();
        Some(Rgb(part(0)?, part(2)?, part(4)?))
    }

    fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let value = f64::from(part) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// The same colour, moved towards black or white until it stands out from the paper.
    fn readable_on(self, paper: Rgb, ratio: f64) -> Rgb {
        let towards: i32 = if paper.luminance() > 0.5 { 0 } else { 255 };
        (0..=50)
            .map(|step| {
                let mix = |part: u8| u8::try_from(i32::from(part) + (towards - i32::from(part)) * step / 50).unwrap_or(part);
                Rgb(mix(self.0), mix(self.1), mix(self.2))
            })
            .find(|color| contrast(*color, paper) >= ratio)
            .unwrap_or(self)
    }
}

fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (a.luminance(), b.luminance());
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn whatever_colour_a_resort_has_it_can_be_read(r: u8, g: u8, b: u8) {
            for paper in [Rgb(251, 247, 239), Rgb(18, 26, 25)] {
                let shown = Rgb(r, g, b).readable_on(paper, 4.5);
                prop_assert!(contrast(shown, paper) >= 4.5);
                let on = [Rgb(255, 255, 255), Rgb(10, 20, 19)].map(|text| contrast(text, shown));
                prop_assert!(on[0].max(on[1]) >= 4.2);
            }
        }
    }
}
