//! What was done: counts on the screen, and a table of rows that can be saved beside the file.
//!
//! The report leaves the encrypted register, so it names nobody: numbers of rows, headings of columns and what was decided, never a
//! value (law 2297-VI: no more data than the purpose needs).

use super::Page;
use super::pairs::Pairs;
use super::rows::Rows;
use crate::office::ImportOutcome;
use crate::office::intake::{Choice, Said, Weight};
use crate::tui::app::message::import::ImportAsk;
use crate::tui::app::{Context, Step, Toast};
use crate::tui::keys::Key;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::text::fit;
use ratatui::Frame;
use ratatui::layout::Rect;
use std::path::{Path, PathBuf};

/// What was done, and where it may be written.
pub(super) struct Report {
    lines: Vec<String>,
    text: String,
    line: Line,
    saved: Option<PathBuf>,
}

impl Report {
    pub(super) fn of(
        file: &Path,
        outcome: &ImportOutcome,
        rows: Option<&Rows>,
        pairs: Option<&Pairs>,
        unread: Vec<String>,
        makes_keys: bool,
        cx: &Context,
    ) -> Self {
        let of = |choice: Choice| pairs.map(|pairs| pairs.rows_of(choice)).unwrap_or_default();
        let left_out: Vec<usize> = rows.map(|rows| rows.left_out.iter().copied().collect()).unwrap_or_default();
        let (same, new, skipped) = (of(Choice::Same), of(Choice::New), of(Choice::Skip));
        let warnings: Vec<(usize, String)> = rows.map(warnings).unwrap_or_default();
        let counts = [
            ("import-report-families-added", outcome.families_added),
            ("import-report-people-added", outcome.people_added),
            ("import-report-families-changed", outcome.families_changed + outcome.singles_changed),
            ("import-report-families-unchanged", outcome.families_unchanged),
            ("import-report-same", same.len()),
            ("import-report-new", new.len()),
            ("import-report-skipped", skipped.len()),
            ("import-report-left-out", left_out.len()),
            ("import-report-warnings", warnings.len()),
            ("import-report-unread", unread.len()),
        ];
        let mut lines: Vec<String> = Vec::new();
        let mut table = vec![[cx.t("import-report-row"), cx.t("import-report-what"), cx.t("import-column-heading")]];
        for (id, count) in counts {
            let said = cx.t(id);
            if count > 0 || id == "import-report-families-added" {
                lines.push(format!("{said}: {}", cx.tv("import-number", &[("count", count.into())])));
                table.push([String::new(), format!("{said}: {count}"), String::new()]);
            }
        }
        if makes_keys {
            lines.push(cx.t("import-makes-keys"));
        }
        let mut details: Vec<(usize, String, String)> = Vec::new();
        for (id, numbers) in [
            ("import-report-same", &same),
            ("import-report-new", &new),
            ("import-report-skipped", &skipped),
            ("import-report-left-out", &left_out),
        ] {
            details.extend(numbers.iter().map(|number| (*number, cx.t(id), String::new())));
        }
        details.extend(warnings.into_iter().map(|(row, column)| (row, cx.t("import-report-warnings"), column)));
        details.sort();
        table.extend(unread.into_iter().map(|heading| [String::new(), cx.t("import-report-unread"), heading]));
        table.extend(details.into_iter().map(|(row, what, column)| [row.to_string(), what, column]));
        let name = file.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let path = file.with_file_name(format!("{name}-{}.csv", cx.t("import-report-name")));
        Self { lines, text: csv(&table), line: Line::of(&path.display().to_string()), saved: None }
    }

    /// Saves it at the path that is typed.
    pub(super) fn ask(&self) -> ImportAsk {
        ImportAsk::Report { path: PathBuf::from(self.line.text().trim()), text: self.text.clone() }
    }

    pub(super) fn hear(&mut self, reported: &Result<PathBuf, Said>, cx: &Context) -> Step {
        match reported {
            Ok(path) => {
                self.saved = Some(path.clone());
                Step::stay().saying(Toast::good(cx.t("import-report-saved")))
            }
            Err(said) => Step::stay().saying(Toast::fault(said, cx)),
        }
    }

    pub(super) fn key(&mut self, key: Key) {
        self.line.key(key);
    }

    pub(super) fn text(&mut self, text: &str) {
        self.line.insert(text);
    }

    pub(super) fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let (text, at) = self.line.window(usize::from(area.width).saturating_sub(3));
        let mut page = Page::new(cx, frame, area);
        page.gap();
        for line in &self.lines {
            page.paragraph(cx.theme.text, line);
        }
        page.gap();
        page.paragraph(cx.theme.dim, &cx.t("import-report-about"));
        let y = page.y;
        let cells = page.cells().saturating_sub(2);
        page.spans(&[(cx.theme.accent, "▸ ".to_owned()), (cx.theme.field_focus, fit(&text, cells))]);
        if self.saved.is_some() {
            page.line(cx.theme.good, &format!("✓ {}", cx.t("import-report-saved")));
        }
        page.bottom(&cx.t("import-report-keys"));
        frame.set_cursor_position((area.x + 2 + at, y));
    }
}

/// Rows with a warning that were taken, each column once.
fn warnings(rows: &Rows) -> Vec<(usize, String)> {
    let marks = rows.preview.marks.iter().filter(|mark| mark.weight == Weight::Warning);
    let number = |at: usize| rows.preview.rows.get(at).map_or(0, |row| row.number);
    let mut found: Vec<(usize, String)> = marks.map(|mark| (number(mark.at), mark.heading.clone())).collect();
    found.dedup();
    found
}

/// A table as text that any spreadsheet opens; a heading never becomes a formula.
fn csv(table: &[[String; 3]]) -> String {
    let cell = |text: &String| {
        let text = if text.starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text.clone() };
        if text.contains([';', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
    };
    let mut out = String::from("\u{feff}");
    for row in table {
        out.push_str(&row.each_ref().map(cell).join(";"));
        out.push_str("\r\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_cannot_break_the_table_or_calculate() {
        let text = csv(&[["1".to_owned(), "a;\"b\"".to_owned(), "=1+1".to_owned()]]);
        assert_eq!(text, "\u{feff}1;\"a;\"\"b\"\"\";'=1+1\r\n");
    }
}
