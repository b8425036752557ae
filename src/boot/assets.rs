//! Names of the built files, looked up once at the start, and the hashed addresses of what the server makes itself.

use crate::app::Assets;
use crate::base::Lang;
use crate::catalog::shelf::Shelf;
use crate::server::Keys;
use crate::words;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

/// The built front: addresses by kind, and the words of each language by hash.
pub struct Site {
    pub root: PathBuf,
    script: String,
    wasm: String,
    style: String,
    staff_style: String,
    /// the cabinet's code that travels after the first page
    later: Vec<String>,
    /// (language, console) → hash and text
    words: HashMap<(Lang, bool), (String, String)>,
    /// the colours of the catalogue that was asked for last
    brand: RwLock<Option<Arc<Brand>>>,
}

/// The resort's colours as a sheet.
pub struct Brand {
    color: String,
    accent: String,
    /// `0f3a….css`: the hash of the sheet.
    pub name: String,
    pub css: String,
}

impl Site {
    /// Reads `hash.txt`, which cargo-leptos writes beside the binary. Without it (tests, a server built alone) pages
    /// carry no script and work as plain links and forms.
    pub fn open(root: &Path, hash_file: &Path) -> Site {
        let hashes: HashMap<String, String> = std::fs::read_to_string(hash_file)
            .unwrap_or_default()
            .lines()
            .filter_map(|line| line.split_once(':'))
            .map(|(kind, hash)| (kind.trim().to_owned(), hash.trim().to_owned()))
            .collect();
        let address = |kind: &str, ending: &str| hashes.get(kind).map(|hash| format!("/pkg/cabana.{hash}.{ending}")).unwrap_or_default();
        let staff_style = std::fs::read(root.join("staff.css"))
            .map(|bytes| format!("/staff.css?v={}", short(&String::from_utf8_lossy(&bytes))))
            .unwrap_or_default();
        Site {
            root: root.to_owned(),
            script: address("js", "js"),
            wasm: address("wasm", "wasm"),
            style: address("css", "css"),
            staff_style,
            later: later(root),
            words: Lang::ALL
                .into_iter()
                .flat_map(|lang| [(lang, false), (lang, true)])
                .map(|(lang, console)| {
                    let text = words::page_text(lang, console);
                    ((lang, console), (short(&text), text))
                })
                .collect(),
            brand: RwLock::default(),
        }
    }

    /// The sheet of the resort's colours; worked out once for each pair of them.
    pub fn brand(&self, shelf: &Shelf) -> Arc<Brand> {
        let resort = &shelf.resort;
        let known = self.brand.read().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(brand) = known.filter(|brand| (&brand.color, &brand.accent) == (&resort.color, &resort.accent)) {
            return brand;
        }
        let css = super::brand::css(&resort.color, &resort.accent);
        let name = format!("{}.css", short(&css));
        let brand = Arc::new(Brand { color: resort.color.clone(), accent: resort.accent.clone(), name, css });
        *self.brand.write().unwrap_or_else(PoisonError::into_inner) = Some(brand.clone());
        brand
    }

    /// The addresses for a page.
    pub fn assets(&self, shelf: &Shelf, lang: Lang, console: bool) -> Assets {
        let hash = self.words.get(&(lang, console)).map(|(hash, _)| hash.as_str()).unwrap_or_default();
        Assets {
            script: self.script.clone(),
            wasm: self.wasm.clone(),
            style: self.style.clone(),
            staff_style: self.staff_style.clone(),
            words: format!("/words/{}{}.{hash}.txt", lang.code(), if console { "-console" } else { "" }),
            brand: format!("/brand/{}", self.brand(shelf).name),
            theme_color: shelf.resort.color.clone(),
        }
    }

    /// The words behind an address such as `ru.0f3a….txt` or `ru-console.0f3a….txt`.
    pub fn words(&self, name: &str) -> Option<&str> {
        let (lang, rest) = name.split_once('.')?;
        let (code, console) = lang.strip_suffix("-console").map_or((lang, false), |code| (code, true));
        let (hash, text) = self.words.get(&(code.parse().ok()?, console))?;
        (rest.strip_suffix(".txt") == Some(hash)).then_some(text)
    }

    /// Addresses that the service worker keeps: the app itself with the code of all the cabinet's pages, so that what
    /// was opened opens again without signal. Neither pages nor pictures, and nothing of the console.
    pub fn kept(&self) -> Vec<String> {
        [&self.script, &self.wasm, &self.style].into_iter().filter(|address| !address.is_empty()).chain(&self.later).cloned().collect()
    }

    /// Changes with every build, so that browsers notice a new worker.
    pub fn version(&self) -> String {
        short(&format!("{}{}{}", self.script, self.wasm, self.style))
    }
}

/// The chunks of the cabinet, in the order of their names. Only files that this build made are there: an older build's
/// are gone with their folder.
fn later(root: &Path) -> Vec<String> {
    let mut files: Vec<String> = std::fs::read_dir(root.join("pkg"))
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".wasm") || name.ends_with(".js"))
        .filter(|name| ["__wasm_split.", "chunk_", "split_cabinet_"].iter().any(|start| name.starts_with(start)))
        .map(|name| format!("/pkg/{name}"))
        .collect();
    files.sort();
    files
}

fn short(text: &str) -> String {
    Keys::hash(text).chars().take(16).collect()
}
