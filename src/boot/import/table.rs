//! Reading a CSV file as a spreadsheet or a front office writes it: comma, semicolon or tab, a byte order mark, line
//! breaks in quotes. Every row knows its line.

use super::problems::Problems;
use std::collections::BTreeMap;

/// A cell this long is a quote that was never closed.
const LONGEST_CELL: usize = 4000;

/// One row by the names of its columns.
pub struct Row<'a> {
    pub line: usize,
    file: &'a str,
    problems: &'a Problems,
    cells: BTreeMap<&'static str, String>,
}

impl Row<'_> {
    /// A cell without white space around it; empty when it is not there.
    pub fn cell(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    pub fn problem(&self, column: &str, text: impl Into<String>) {
        self.problems.add(self.file, self.line, column, text);
    }

    /// A cell that is not empty, not too long and on one line.
    pub fn text(&self, column: &str, longest: usize) -> String {
        // A line break inside a cell comes from a wrapped form; it reads as a space.
        let text = self.cell(column).split_whitespace().collect::<Vec<_>>().join(" ");
        let length = text.chars().count();
        if text.is_empty() {
            self.problem(column, "is empty");
        } else if length > longest {
            self.problem(column, format!("has {length} characters; at most {longest} fit"));
        } else if text.chars().any(char::is_control) {
            self.problem(column, "holds a control character");
        }
        text
    }

    pub fn number(&self, column: &str, range: std::ops::RangeInclusive<i64>) -> i64 {
        match self.cell(column).parse::<i64>() {
            Ok(number) if range.contains(&number) => number,
            _ => {
                self.problem(column, format!("must be a whole number from {} to {}", range.start(), range.end()));
                *range.start()
            }
        }
    }
}

/// The rows of a file. With `strict` a column that is not known is a problem; otherwise it is passed over, and those
/// of `may` may be left out.
pub fn rows<'a>(text: &str, file: &'a str, columns: &[&'static str], may: &[&'static str], strict: bool, problems: &'a Problems) -> Vec<Row<'a>> {
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter(text)).flexible(true).has_headers(false).trim(csv::Trim::All).from_reader(text.as_bytes());
    let mut names: Option<Vec<Option<&'static str>>> = None;
    let mut found = Vec::new();
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let line = error.position().map_or(0, |position| line(text, position.byte()));
                problems.add(file, line, "", format!("cannot be read: {error}"));
                break;
            }
        };
        let line = record.position().map_or(0, |position| line(text, position.byte()));
        if record.iter().all(str::is_empty) {
            continue;
        }
        let Some(names) = &names else {
            names = Some(header(&record, line, file, (columns, may), strict, problems));
            if names.as_ref().is_some_and(|names| columns.iter().any(|column| !names.contains(&Some(*column)))) {
                return Vec::new();
            }
            continue;
        };
        if record.iter().any(|cell| cell.len() > LONGEST_CELL) {
            problems.add(file, line, "", format!("a cell is longer than {LONGEST_CELL} bytes: is a quote missing?"));
            continue;
        }
        if record.len() != names.len() {
            problems.add(file, line, "", format!("has {} cells; the first line names {}", record.len(), names.len()));
            continue;
        }
        let cells = names.iter().zip(&record).filter_map(|(name, cell)| name.map(|name| (name, cell.to_owned()))).collect();
        found.push(Row { line, file, problems, cells });
    }
    if names.is_none() {
        problems.add(file, 1, "", format!("is empty; the first line names the columns {}", columns.join(", ")));
    }
    found
}

fn header(
    record: &csv::StringRecord,
    line: usize,
    file: &str,
    (columns, may): (&[&'static str], &[&'static str]),
    strict: bool,
    problems: &Problems,
) -> Vec<Option<&'static str>> {
    let mut names = Vec::new();
    for cell in record {
        let lower = cell.to_lowercase();
        let known = columns.iter().chain(may).copied().find(|column| *column == lower);
        if known.is_some() && names.contains(&known) {
            problems.add(file, line, &lower, "is named twice");
        }
        if known.is_none() && strict {
            problems.add(file, line, cell, "is not a column that is known here");
        }
        names.push(known);
    }
    for column in columns {
        if !names.contains(&Some(*column)) {
            problems.add(file, line, column, "the column is missing");
        }
    }
    names
}

/// The line in which a record begins. The reader names the byte after the record before, which may be a line break.
fn line(text: &str, byte: u64) -> usize {
    let byte = usize::try_from(byte).unwrap_or(usize::MAX).min(text.len());
    let blank = text.as_bytes()[byte..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
    super::problems::line_at(text.as_bytes(), byte + blank)
}

/// Whatever separates the names of the first line, quotes aside.
fn delimiter(text: &str) -> u8 {
    let mut quoted = false;
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    for byte in text.trim_start().bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            _ if !quoted => counts.iter_mut().filter(|(delimiter, _)| *delimiter == byte).for_each(|(_, count)| *count += 1),
            _ => {}
        }
    }
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(delimiter, _)| *delimiter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<(usize, String, String)>, String) {
        let problems = Problems::default();
        let found = rows(text, "t.csv", &["name", "age"], &[], true, &problems)
            .iter()
            .map(|row| (row.line, row.cell("name").to_owned(), row.cell("age").to_owned()))
            .collect();
        (found, problems.result().err().unwrap_or_default())
    }

    #[test]
    fn commas_semicolons_and_tabs_are_told_apart() {
        for text in ["name,age\nАнна; Oй,3\n", "name;age\r\nАнна, Oй;3\r\n", "Age\tNAME\n3\tАнна\n"] {
            let (rows, problems) = read(text);
            assert_eq!(problems, "");
            assert_eq!(rows.len(), 1, "{text}");
            assert_eq!((rows[0].0, rows[0].2.as_str()), (2, "3"));
        }
    }

    #[test]
    fn lines_are_counted_across_quoted_breaks_and_empty_lines() {
        let (rows, problems) = read("name,age\r\n\"An\r\nna\",3\r\n\r\n\r\nBo,4\r\n,\r\nCy,5");
        assert_eq!(problems, "");
        assert_eq!(rows.iter().map(|row| row.0).collect::<Vec<_>>(), [2, 6, 8]);
        assert_eq!(rows[0].1, "An\r\nna");
    }

    #[test]
    fn what_is_wrong_is_named_with_its_line() {
        assert!(read("").1.contains("t.csv:1: is empty"));
        assert!(read("name\nAnna\n").1.contains("t.csv:1: age: the column is missing"));
        assert!(read("name,age,age,shoe\nA,1,1,1\n").1.contains("t.csv:1: shoe: is not a column"));
        assert!(read("name,age,age,shoe\nA,1,1,1\n").1.contains("t.csv:1: age: is named twice"));
        assert!(read("name,age\nAnna,3\nBo\n").1.contains("t.csv:3: has 1 cells"));
        let open = format!("name,age\n\"Anna,3\n{}", "x".repeat(5000));
        assert!(read(&open).1.contains("is a quote missing"), "{}", read(&open).1);
    }
}
