//! `guide/<language>/<nn-key>.md`: the pages of the guide, from Markdown to HTML that holds nothing of its own.

use super::files::Folder;
use super::problems::line_at;
use super::sheet::is_key;
use crate::base::{Lang, Texts};
use crate::catalog::shelf::GuidePage;
use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html};
use std::collections::{BTreeMap, BTreeSet};

/// All pages, in the order of their file names.
pub fn pages(folder: &Folder<'_>, languages: &[Lang]) -> Vec<GuidePage> {
    let mut names: BTreeSet<String> = BTreeSet::new();
    let mut texts: BTreeMap<(Lang, String), (String, String)> = BTreeMap::new();
    let Some(found) = listed(folder, "guide") else { return Vec::new() };
    for code in found.iter().filter(|code| folder.path.join("guide").join(code).is_dir()) {
        let Ok(lang) = code.parse::<Lang>() else {
            folder.problems.add(&format!("guide/{code}"), 0, "", "is none of the languages en, ru, uk, de, tr, ar");
            continue;
        };
        if !languages.is_empty() && !languages.contains(&lang) {
            continue;
        }
        for name in listed(folder, &format!("guide/{code}")).unwrap_or_default().into_iter().filter(|name| name.ends_with(".md")) {
            let file = format!("guide/{code}/{name}");
            if let Some(text) = folder.text(&file) {
                texts.insert((lang, name.clone()), page(folder, &file, &text));
            }
            names.insert(name);
        }
    }
    let mut keys = BTreeSet::new();
    let mut pages = Vec::new();
    for name in names {
        let Some(key) = key(&name).filter(|key| keys.insert(key.to_string())) else {
            folder.problems.add(&format!("guide/*/{name}"), 0, "", "must be called like 10-first-day.md, each with another key");
            continue;
        };
        let mut page = GuidePage { key: key.to_owned(), title: Texts::default(), html: Texts::default() };
        for lang in languages {
            match texts.remove(&(*lang, name.clone())) {
                Some((title, html)) => {
                    page.title.0.insert(*lang, title);
                    page.html.0.insert(*lang, html);
                }
                None => folder.problems.add(&format!("guide/{}/{name}", lang.code()), 0, "", "is missing; other languages have this page"),
            }
        }
        pages.push(page);
    }
    pages
}

/// Names in a folder, in their order.
fn listed(folder: &Folder<'_>, name: &str) -> Option<Vec<String>> {
    let entries = std::fs::read_dir(folder.path.join(name)).map_err(|_| folder.problems.add(name, 0, "", "there is no such folder")).ok()?;
    let mut names: Vec<String> = entries.flatten().map(|entry| entry.file_name().to_string_lossy().to_string()).collect();
    names.sort();
    Some(names)
}

/// `10-first-day.md` as `first-day`.
fn key(name: &str) -> Option<&str> {
    let (number, key) = name.strip_suffix(".md")?.split_once('-')?;
    (number.len() == 2 && number.bytes().all(|byte| byte.is_ascii_digit()) && is_key(key)).then_some(key)
}

/// Title and HTML of one page.
fn page(folder: &Folder<'_>, file: &str, text: &str) -> (String, String) {
    let start = text.len() - text.trim_start().len();
    let (first, body) = text[start..].split_once('\n').unwrap_or((&text[start..], ""));
    let title = first.strip_prefix("# ").map(str::trim).unwrap_or_default();
    let line = line_at(text.as_bytes(), start);
    if title.is_empty() {
        folder.problems.add(file, line, "", "must begin with `# Title`");
    } else if title.chars().count() > 80 {
        folder.problems.add(file, line, "", "the title has more than 80 characters");
    }
    if body.trim().is_empty() {
        folder.problems.add(file, 0, "", "has no text under its title");
    }
    let offset = text.len() - body.len();
    let html = render(body, |at, fault| folder.problems.add(file, line_at(text.as_bytes(), offset + at), "", fault));
    (title.to_owned(), html)
}

/// Markdown as HTML. Raw HTML is left out; links lead only where a phone may safely go.
fn render(markdown: &str, mut problem: impl FnMut(usize, String)) -> String {
    let mut events = Vec::new();
    // Whether each open link is kept.
    let mut links = Vec::new();
    for (event, span) in Parser::new_ext(markdown, Options::empty()).into_offset_iter() {
        match event {
            Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => {}
            Event::Start(Tag::Image { .. }) => problem(span.start, "pictures are not shown in the guide".to_owned()),
            Event::End(TagEnd::Image) => {}
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let kept = link_type == LinkType::Email || leads_somewhere_safe(&dest_url);
                if !kept {
                    problem(
                        span.start,
                        format!("the link to {} must begin with https:, http:, mailto:, tel: or be a path of the cabinet", short(&dest_url)),
                    );
                } else {
                    events.push(Event::Start(Tag::Link { link_type, dest_url, title, id }));
                }
                links.push(kept);
            }
            Event::End(TagEnd::Link) => {
                if links.pop() == Some(true) {
                    events.push(Event::End(TagEnd::Link));
                }
            }
            // The page's own title is its only heading of the first level.
            Event::Start(Tag::Heading { level: HeadingLevel::H1, id, classes, attrs }) => {
                events.push(Event::Start(Tag::Heading { level: HeadingLevel::H2, id, classes, attrs }));
            }
            Event::End(TagEnd::Heading(HeadingLevel::H1)) => events.push(Event::End(TagEnd::Heading(HeadingLevel::H2))),
            event => events.push(event),
        }
    }
    let mut out = String::new();
    html::push_html(&mut out, events.into_iter());
    out
}

fn leads_somewhere_safe(address: &CowStr<'_>) -> bool {
    let lower = address.trim().to_ascii_lowercase();
    if lower.is_empty() || lower.starts_with("//") || lower.contains('\\') || lower.chars().any(char::is_control) {
        return false;
    }
    let scheme = lower.split(['/', '?', '#']).next().unwrap_or_default();
    !scheme.contains(':') || ["https:", "http:", "mailto:", "tel:"].iter().any(|good| lower.starts_with(good))
}

fn short(text: &str) -> String {
    text.chars().take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(markdown: &str) -> (String, usize) {
        let mut faults = 0;
        (render(markdown, |_, _| faults += 1), faults)
    }

    #[test]
    fn plain_markdown_becomes_plain_html() {
        let (out, faults) = html("One **bold** word.\n\n## Then\n\n- a\n- [b](/guide/first-day)\n");
        assert_eq!(faults, 0);
        assert_eq!(
            out,
            "<p>One <strong>bold</strong> word.</p>\n<h2>Then</h2>\n<ul>\n<li>a</li>\n<li><a href=\"/guide/first-day\">b</a></li>\n</ul>\n"
        );
    }

    #[test]
    fn raw_html_is_left_out_and_text_escaped() {
        let (out, _) = html("a <b onclick=x()>c</b> < d & e\n\n<script>alert(1)</script>\n\nf");
        assert!(!out.contains("<b") && !out.contains("script") && out.contains("&lt; d &amp; e"), "{out}");
    }

    #[test]
    fn links_lead_only_where_a_phone_may_go() {
        for good in ["https://x.example/a:b", "http://x.example", "mailto:a@b.example", "tel:+20655550140", "/guide", "#top", "money"] {
            assert_eq!(html(&format!("[a]({good})")).1, 0, "{good}");
        }
        assert_eq!(html("<desk@halcyonbay.example>").1, 0);
        for bad in ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "//evil.example", "vbscript:x", "java&#115;cript:x"] {
            let (out, faults) = html(&format!("[a]({bad})"));
            assert_eq!((faults, out.contains("href")), (1, false), "{bad}");
        }
        assert_eq!(html("![a](x.png)").1, 1);
    }

    #[test]
    fn file_names_hold_order_and_key() {
        assert_eq!(key("10-first-day.md"), Some("first-day"));
        for bad in ["first-day.md", "1-first-day.md", "10-First.md", "10-.md", "10.md"] {
            assert_eq!(key(bad), None, "{bad}");
        }
    }
}
