//! Lines out: results on the output, everything else on the error output; aligned columns; progress where somebody looks.

use super::failure::Failure;
use std::io::{IsTerminal, Write};
use unicode_width::UnicodeWidthStr;

/// A line of result.
pub(super) fn print(line: &str) -> Result<(), Failure> {
    writeln!(std::io::stdout().lock(), "{line}")?;
    Ok(())
}

/// A line that is not a result: an explanation, a fault. That it cannot be written is nothing anybody could be told.
pub(super) fn complain(line: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

/// Rows as aligned columns, two spaces between, as wide as the signs really are on a terminal.
pub(super) fn columns(rows: &[Vec<String>]) -> Vec<String> {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |place: usize| rows.iter().filter_map(|row| row.get(place)).map(|cell| cell.width()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..count).map(width).collect();
    rows.iter()
        .map(|row| {
            let mut line = String::new();
            for (cell, width) in row.iter().zip(&widths) {
                line.push_str(cell);
                line.push_str(&" ".repeat(width.saturating_sub(cell.width()) + 2));
            }
            line.trim_end().to_owned()
        })
        .collect()
}

/// How far a long job is: one line that rewrites itself, only where the error output is a terminal.
pub(super) struct Progress {
    label: String,
    shown: Option<usize>,
    watched: bool,
}

impl Progress {
    /// A job of this name.
    pub(super) fn new(label: String) -> Self {
        Self { label, shown: None, watched: std::io::stderr().is_terminal() }
    }

    /// So many of so many are done.
    pub(super) fn show(&mut self, done: usize, all: usize) {
        let percent = (done * 100).checked_div(all).unwrap_or(100);
        if self.watched && self.shown != Some(percent) {
            self.shown = Some(percent);
            let mut err = std::io::stderr().lock();
            let _ = write!(err, "\r{} {percent} %", self.label);
            let _ = err.flush();
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown.is_some() {
            // Back to the beginning of the line, and the line away: what follows stands alone.
            let _ = write!(std::io::stderr().lock(), "\r\u{1b}[K");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_aligned_by_the_width_of_signs() {
        let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        let lines = columns(&[row(&["1", "Шевченко", "x"]), row(&["100", "Ів", "y"]), row(&["5", "Ґ", ""])]);
        assert_eq!(lines, ["1    Шевченко  x", "100  Ів        y", "5    Ґ"]);
    }
}
