//! Today's page as lines of text: the first field says what a line is, fields are parted by tabs.

use super::{FirstStep, HomeData, Line, Next, Tint, Untried};

impl HomeData {
    #[cfg(feature = "ssr")]
    pub fn write(&self) -> String {
        let mut out = String::new();
        put(&mut out, &["greeting", &self.greeting, &self.lead]);
        if let Some(next) = &self.next {
            put(&mut out, &["next", &next.href, &next.starts_at.to_string(), &next.when, &next.time, &next.title, &next.meta]);
        }
        for line in &self.open {
            write_line(&mut out, "open", line);
        }
        for step in &self.first_steps {
            put(&mut out, &["step", &step.href, &step.title, &step.text, flag(step.done)]);
        }
        for line in &self.later {
            write_line(&mut out, "later", line);
        }
        for one in &self.untried {
            put(&mut out, &["untried", &one.href, &one.picture, &one.title, &one.why, &one.tag]);
        }
        out
    }

    /// Reads what `write` wrote; a line that is not understood is left out.
    pub fn read(text: &str) -> HomeData {
        let mut home = HomeData::default();
        for line in text.lines() {
            let mut fields = line.split('\t');
            let kind = fields.next().unwrap_or_default();
            let mut next = || fields.next().unwrap_or_default().to_owned();
            match kind {
                "greeting" => (home.greeting, home.lead) = (next(), next()),
                "next" => {
                    home.next =
                        Some(Next { href: next(), starts_at: next().parse().unwrap_or(0), when: next(), time: next(), title: next(), meta: next() })
                }
                "open" => home.open.push(read_line(&mut next)),
                "step" => home.first_steps.push(FirstStep { href: next(), title: next(), text: next(), done: next() == "1" }),
                "later" => home.later.push(read_line(&mut next)),
                "untried" => home.untried.push(Untried { href: next(), picture: next(), title: next(), why: next(), tag: next() }),
                _ => {}
            }
        }
        home
    }
}

#[cfg(feature = "ssr")]
fn write_line(out: &mut String, kind: &str, line: &Line) {
    let tone = match line.tone {
        Tint::Plain => "",
        Tint::Included => "included",
        Tint::Hold => "hold",
        Tint::Good => "good",
    };
    put(out, &[kind, &line.href, &line.time, &line.title, &line.meta, &line.tag, tone, flag(line.now)]);
}

fn read_line(next: &mut dyn FnMut() -> String) -> Line {
    let (href, time, title, meta, tag) = (next(), next(), next(), next(), next());
    let tone = match next().as_str() {
        "included" => Tint::Included,
        "hold" => Tint::Hold,
        "good" => Tint::Good,
        _ => Tint::Plain,
    };
    Line { href, time, title, meta, tag, tone, now: next() == "1" }
}

#[cfg(feature = "ssr")]
fn flag(set: bool) -> &'static str {
    if set { "1" } else { "" }
}

/// One line; what would part lines or fields becomes a space.
#[cfg(feature = "ssr")]
fn put(out: &mut String, fields: &[&str]) {
    for (index, field) in fields.iter().enumerate() {
        if index > 0 {
            out.push('\t');
        }
        out.extend(field.chars().map(|c| if c.is_control() { ' ' } else { c }));
    }
    out.push('\n');
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_was_written_is_read(text in "[^\\p{Cc}]{0,20}", now: bool, hold: bool) {
            let line = Line {
                href: text.clone(), time: "10:30".into(), title: text.clone(), meta: String::new(), tag: text.clone(),
                tone: if hold { Tint::Hold } else { Tint::Plain }, now,
            };
            let home = HomeData {
                greeting: text.clone(), lead: text.clone(),
                next: Some(Next { href: "/x".into(), starts_at: 1_795_000_000, when: text.clone(), time: "1".into(), title: text.clone(), meta: text.clone() }),
                open: vec![line.clone()], later: vec![line.clone(), line],
                first_steps: vec![FirstStep { href: "/".into(), title: text.clone(), text: text.clone(), done: now }],
                untried: vec![Untried { href: "/".into(), picture: text.clone(), title: text.clone(), why: text.clone(), tag: text }],
            };
            prop_assert_eq!(HomeData::read(&home.write()), home);
        }

        #[test]
        fn nothing_that_arrives_can_break_it(text in ".{0,200}") {
            let _ = HomeData::read(&text);
        }
    }
}
