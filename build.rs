//! Turns `locales/<language>/*.ftl` (Fluent) into what the program needs: one typed function per sentence, and one
//! compact text per language. A sentence that is missing, extra or takes other arguments in any language fails the
//! build, with the file and the name. Files whose name begins with `staff` travel only to the console; `find` and
//! `acquirer`, which only the server reads, go with them.

#![allow(clippy::expect_used, reason = "a build that cannot write its output has to stop")]

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

const LANGUAGES: [&str; 6] = ["en", "ru", "uk", "de", "tr", "ar"];
const PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

struct Sentence {
    file: String,
    staff: bool,
    arguments: BTreeSet<String>,
    /// The pattern in the form that `words::fill` reads, arguments still by name.
    parts: Vec<Part>,
}

enum Part {
    Text(String),
    Argument(String),
    Select(String, Vec<(String, Vec<Part>)>),
}

fn main() {
    println!("cargo:rerun-if-changed=locales");
    println!("cargo:rerun-if-changed=migrations");
    let mut faults = Vec::new();
    let catalogues: BTreeMap<&str, BTreeMap<String, Sentence>> = LANGUAGES.iter().map(|language| (*language, read(language, &mut faults))).collect();
    let english = &catalogues["en"];
    for (language, catalogue) in &catalogues {
        compare(language, english, catalogue, &mut faults);
    }
    if !faults.is_empty() {
        for fault in &faults {
            println!("cargo:warning={fault}");
        }
        eprintln!("{}", faults.join("\n"));
        panic!("{} faults in locales/", faults.len());
    }
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets OUT_DIR"));
    let mut order: Vec<(&String, &Sentence)> = english.iter().collect();
    order.sort_by_key(|(name, sentence)| (sentence.staff, name.as_str()));
    fs::write(out.join("sentences.rs"), functions(&order)).expect("OUT_DIR is writable");
    for (language, catalogue) in &catalogues {
        let mut text = String::new();
        for (name, sentence) in &order {
            let arguments: Vec<&String> = sentence.arguments.iter().collect();
            encode(&catalogue[*name].parts, &arguments, &mut text);
            text.push('\n');
        }
        fs::write(out.join(format!("{language}.words")), text).expect("OUT_DIR is writable");
    }
}

fn read(language: &str, faults: &mut Vec<String>) -> BTreeMap<String, Sentence> {
    let folder = Path::new("locales").join(language);
    let mut files: Vec<PathBuf> = fs::read_dir(&folder).map(|entries| entries.flatten().map(|entry| entry.path()).collect()).unwrap_or_default();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "ftl"));
    files.sort();
    let mut sentences = BTreeMap::new();
    for path in files {
        let file = path.display().to_string();
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().to_string();
        let text = fs::read_to_string(&path).unwrap_or_default();
        let resource = match fluent_syntax::parser::parse(text) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                for error in errors {
                    faults.push(format!("{file}: {error}"));
                }
                resource
            }
        };
        for entry in resource.body {
            match entry {
                Entry::Message(message) => {
                    let name = message.id.name;
                    let Some(value) = message.value else {
                        faults.push(format!("{file}: {name} has no text"));
                        continue;
                    };
                    if !message.attributes.is_empty() {
                        faults.push(format!("{file}: {name} has attributes, which are not used here"));
                    }
                    let mut arguments = BTreeSet::new();
                    let parts = pattern(&file, &name, value, &mut arguments, faults);
                    let sentence = Sentence {
                        file: file.clone(),
                        staff: stem.starts_with("staff") || matches!(stem.as_str(), "find" | "acquirer"),
                        arguments,
                        parts,
                    };
                    if sentences.insert(name.clone(), sentence).is_some() {
                        faults.push(format!("{file}: {name} is said twice"));
                    }
                }
                Entry::Term(term) => faults.push(format!("{file}: -{} is a term, which is not used here", term.id.name)),
                Entry::Junk { content } => faults.push(format!("{file}: not understood: {}", content.trim())),
                _ => {}
            }
        }
    }
    sentences
}

fn pattern(file: &str, name: &str, pattern: Pattern<String>, arguments: &mut BTreeSet<String>, faults: &mut Vec<String>) -> Vec<Part> {
    let mut parts = Vec::new();
    for element in pattern.elements {
        match element {
            PatternElement::TextElement { value } => parts.push(Part::Text(value)),
            PatternElement::Placeable { expression } => match expression {
                Expression::Inline(InlineExpression::VariableReference { id }) => {
                    arguments.insert(id.name.clone());
                    parts.push(Part::Argument(id.name));
                }
                Expression::Inline(InlineExpression::StringLiteral { value }) => {
                    parts.push(Part::Text(fluent_syntax::unicode::unescape_unicode_to_string(&value).into_owned()));
                }
                Expression::Select { selector, variants } => {
                    let Some(argument) = selected(selector) else {
                        faults.push(format!("{file}: {name} selects on something that is not an argument"));
                        continue;
                    };
                    arguments.insert(argument.clone());
                    let mut branches = Vec::new();
                    let mut default = None;
                    for variant in variants {
                        let key = match variant.key {
                            VariantKey::Identifier { name } => name,
                            VariantKey::NumberLiteral { value } => value,
                        };
                        if counts(&argument) && !PLURALS.contains(&key.as_str()) && key.parse::<i64>().is_err() {
                            faults.push(format!("{file}: {name} has the plural form [{key}], which no language has"));
                        }
                        let branch = (key, self::pattern(file, name, variant.value, arguments, faults));
                        if variant.default {
                            default = Some(branch);
                        } else {
                            branches.push(branch);
                        }
                    }
                    branches.extend(default);
                    parts.push(Part::Select(argument, branches));
                }
                Expression::Inline(_) => {
                    faults.push(format!("{file}: {name} uses a function or a reference, which are not used here"));
                }
            },
        }
    }
    parts
}

fn selected(selector: InlineExpression<String>) -> Option<String> {
    match selector {
        InlineExpression::VariableReference { id } => Some(id.name),
        InlineExpression::FunctionReference { id, arguments: CallArguments { mut positional, .. } }
            if id.name == "NUMBER" && positional.len() == 1 =>
        {
            selected(positional.remove(0))
        }
        _ => None,
    }
}

fn compare(language: &str, english: &BTreeMap<String, Sentence>, other: &BTreeMap<String, Sentence>, faults: &mut Vec<String>) {
    for (name, sentence) in english {
        match other.get(name) {
            None => faults.push(format!("locales/{language}: {name} is missing ({} has it)", sentence.file)),
            Some(translated) => {
                if translated.arguments != sentence.arguments {
                    faults.push(format!("{}: {name} takes {:?}, in English {:?}", translated.file, translated.arguments, sentence.arguments));
                }
                if translated.staff != sentence.staff {
                    faults.push(format!("{}: {name} belongs into another file", translated.file));
                }
            }
        }
    }
    for (name, sentence) in other {
        if !english.contains_key(name) {
            faults.push(format!("{}: {name} is not in English", sentence.file));
        }
    }
}

/// An argument called `n`, or ending in `-n`, is a count and selects by plural; every other one is text.
fn counts(argument: &str) -> bool {
    argument == "n" || argument.ends_with("-n")
}

fn functions(order: &[(&String, &Sentence)]) -> String {
    let guest = order.iter().filter(|(_, sentence)| !sentence.staff).count();
    let mut code = format!(
        "/// How many sentences a guest's page carries; the console's follow.\n#[cfg(feature = \"ssr\")]\npub(super) const GUEST: usize = {guest};\n"
    );
    let _ = writeln!(code, "/// How many sentences there are.\n#[cfg(feature = \"ssr\")]\npub(super) const ALL: usize = {};", order.len());
    code.push_str("impl Words {\n");
    for (index, (name, sentence)) in order.iter().enumerate() {
        let function = name.replace('-', "_");
        let english = plain(&sentence.parts).replace('\n', " ");
        let _ = writeln!(code, "/// {}", english.replace('[', "\\[").replace(']', "\\]").replace('<', "\\<"));
        if sentence.arguments.is_empty() {
            let _ = writeln!(code, "pub fn {function}(self) -> &'static str {{ self.line({index}) }}");
        } else {
            let (mut takes, mut gives) = (String::new(), String::new());
            for argument in &sentence.arguments {
                let variable = argument.replace('-', "_");
                if counts(argument) {
                    let _ = write!(takes, ", {variable}: i64");
                    let _ = write!(gives, "Filling::Count({variable}), ");
                } else {
                    let _ = write!(takes, ", {variable}: &str");
                    let _ = write!(gives, "Filling::Text({variable}), ");
                }
            }
            let _ = writeln!(code, "pub fn {function}(self{takes}) -> String {{ self.fill({index}, &[{gives}]) }}");
        }
    }
    code.push_str("}\n");
    code
}

fn plain(parts: &[Part]) -> String {
    parts
        .iter()
        .map(|part| match part {
            Part::Text(text) => text.clone(),
            Part::Argument(name) => format!("{{{name}}}"),
            Part::Select(_, branches) => branches.last().map(|(_, parts)| plain(parts)).unwrap_or_default(),
        })
        .collect()
}

/// One line of the compact text. Control characters carry the structure, so that no sentence needs escaping:
/// 1 + letter = argument; 2 + letter, then `key 3 pattern 4` per form, 5 = select; 6 = a line break.
fn encode(parts: &[Part], arguments: &[&String], text: &mut String) {
    let letter = |name: &String| {
        let position = arguments.iter().position(|argument| *argument == name).unwrap_or(0);
        char::from(b'a' + u8::try_from(position).unwrap_or(0))
    };
    for part in parts {
        match part {
            Part::Text(value) => text.push_str(&value.replace('\n', "\u{6}")),
            Part::Argument(name) => text.extend(['\u{1}', letter(name)]),
            Part::Select(name, branches) => {
                text.extend(['\u{2}', letter(name)]);
                for (key, parts) in branches {
                    text.push_str(key);
                    text.push('\u{3}');
                    encode(parts, arguments, text);
                    text.push('\u{4}');
                }
                text.push('\u{5}');
            }
        }
    }
}
