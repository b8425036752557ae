//! What is wrong with the files, all of it at once, with the place where it stands.

use std::cell::RefCell;
use std::fmt;

/// One thing to mend.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// As seen from the imported folder.
    pub file: String,
    /// From 1; 0 when it is about the whole file.
    pub line: usize,
    /// The path of the field, such as `offer.champagne.price`; may be empty.
    pub field: String,
    pub text: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        if !self.field.is_empty() {
            write!(f, ": {}", self.field)?;
        }
        write!(f, ": {}", self.text)
    }
}

/// The list while it grows. Reading goes on after a problem with some value in its place, because nothing is
/// written as long as the list is not empty.
#[derive(Default)]
pub struct Problems(RefCell<Vec<Problem>>);

impl Problems {
    pub fn add(&self, file: &str, line: usize, field: &str, text: impl Into<String>) {
        self.0.borrow_mut().push(Problem { file: file.to_owned(), line, field: field.to_owned(), text: text.into() });
    }

    /// Nothing when there is none; otherwise the whole list as one text.
    pub fn result(self) -> Result<(), String> {
        let mut problems = self.0.into_inner();
        problems.sort();
        problems.dedup();
        if problems.is_empty() {
            return Ok(());
        }
        let lines: Vec<String> = problems.iter().map(Problem::to_string).collect();
        let count = match lines.len() {
            1 => "1 problem".to_owned(),
            count => format!("{count} problems"),
        };
        Err(format!("Nothing was imported. {count}:\n{}", lines.join("\n")))
    }
}

/// The line, from 1, in which a byte of a text stands.
pub fn line_at(text: &[u8], offset: usize) -> usize {
    1 + text.iter().take(offset).filter(|byte| **byte == b'\n').count()
}
