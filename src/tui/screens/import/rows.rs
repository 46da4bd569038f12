//! The rows of the file as a table with their faults in place: countable, walked through one by one, left out where a person says so.

use super::Page;
use crate::domain::{date, name};
use crate::office::intake::{Preview, Weight};
use crate::tui::app::Context;
use crate::tui::commands::CommandId;
use crate::tui::keys::Key;
use crate::tui::widgets::list::ListCursor;
use crate::tui::widgets::text::{fit, wrap};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Cells for the row number and the mark before it.
const NUMBER_CELLS: usize = 9;

/// Cells of a column of the table, and where there is room.
const CELLS: usize = 13;
const CELLS_WIDE: usize = 18;

/// Columns of dates.
const DATES: [&str; 4] = ["birth_date", "registered_on", "closed_on", "consent_on"];

/// Lines below the table for what is wrong with the row under the cursor.
const SAID_LINES: usize = 3;

/// The rows and what is seen of them.
pub(super) struct Rows {
    pub(super) preview: Arc<Preview>,
    /// As the file itself was found, without what the register refused.
    base: Arc<Preview>,
    /// Numbers of rows that are left out.
    pub(super) left_out: BTreeSet<usize>,
    /// Those that the preview was made without.
    made_without: BTreeSet<usize>,
    /// Positions of rows with a fault, and of rows with any mark.
    faulty: Vec<usize>,
    marked: Vec<usize>,
    counts: (usize, usize),
    only_marked: bool,
    cursor: ListCursor,
    first_column: usize,
}

impl Rows {
    /// The rows, those left out before still left out.
    pub(super) fn of(preview: Arc<Preview>, left_out: BTreeSet<usize>) -> Self {
        let mut rows = Self {
            base: Arc::clone(&preview),
            preview,
            made_without: left_out.clone(),
            left_out,
            faulty: Vec::new(),
            marked: Vec::new(),
            counts: (0, 0),
            only_marked: false,
            cursor: ListCursor::default(),
            first_column: 0,
        };
        rows.count();
        rows.cursor.chosen = rows.faulty.first().copied().unwrap_or(0);
        rows
    }

    fn count(&mut self) {
        let of = |is: &dyn Fn(Weight) -> bool| {
            let mut places: Vec<usize> =
                self.preview.marks.iter().filter(|mark| is(mark.weight)).map(|mark| mark.at).collect();
            places.dedup();
            places
        };
        let (faulty, marked) = (of(&|weight| weight == Weight::Fault), of(&|_| true));
        self.counts = (self.preview.count(Weight::Fault), self.preview.count(Weight::Warning));
        (self.faulty, self.marked) = (faulty, marked);
    }

    /// What the register refused, marked in the rows.
    pub(super) fn mark(&mut self, preview: Arc<Preview>) {
        self.preview = preview;
        self.only_marked = false;
        self.count();
        self.cursor.chosen = self.faulty.first().copied().unwrap_or(0);
    }

    /// Whether the register refused some of the rows.
    pub(super) fn is_refused(&self) -> bool {
        !Arc::ptr_eq(&self.preview, &self.base)
    }

    /// Takes the register's refusal back, to decide otherwise.
    pub(super) fn unmark(&mut self) {
        self.preview = Arc::clone(&self.base);
        self.count();
    }

    /// Whether other rows are left out than the preview was made without.
    pub(super) fn is_changed(&self) -> bool {
        self.left_out != self.made_without
    }

    fn number(&self, at: usize) -> usize {
        self.preview.rows.get(at).map_or(0, |row| row.number)
    }

    /// Rows with a fault that are not left out.
    pub(super) fn faulty_rows(&self) -> usize {
        self.faulty.iter().filter(|at| !self.left_out.contains(&self.number(**at))).count()
    }

    fn shown(&self) -> usize {
        if self.only_marked { self.marked.len() } else { self.preview.rows.len() }
    }

    /// The position of the row on this line of the list.
    fn at(&self, line: usize) -> usize {
        if self.only_marked { self.marked.get(line).copied().unwrap_or(0) } else { line }
    }

    pub(super) fn key(&mut self, key: Key, page: usize) {
        match key {
            Key::Tab => self.command(CommandId::ImportFilter),
            Key::Char('-') => self.command(CommandId::ImportLeaveOut),
            Key::Char('+') => self.command(CommandId::ImportTakeBack),
            Key::Char(' ') | Key::Insert | Key::Delete => self.toggle(),
            Key::Right if self.first_column + 1 < self.preview.columns.len() => self.first_column += 1,
            Key::Left => self.first_column = self.first_column.saturating_sub(1),
            key => drop(self.cursor.key(key, self.shown(), page)),
        }
    }

    fn toggle(&mut self) {
        let number = self.number(self.at(self.cursor.chosen));
        if !self.left_out.remove(&number) {
            self.left_out.insert(number);
        }
        self.cursor.key(Key::Down, self.shown(), 1);
    }

    pub(super) fn command(&mut self, command: CommandId) {
        match command {
            CommandId::ImportFault => self.next_fault(),
            CommandId::ImportFilter => {
                let at = self.at(self.cursor.chosen);
                self.only_marked = !self.only_marked && !self.marked.is_empty();
                let line = if self.only_marked { self.marked.partition_point(|marked| *marked < at) } else { at };
                self.cursor.chosen = line;
                self.cursor.clamp(self.shown());
            }
            CommandId::ImportLeaveOut => {
                let numbers: Vec<usize> = self.faulty.iter().map(|at| self.number(*at)).collect();
                self.left_out.extend(numbers);
            }
            CommandId::ImportTakeBack => self.left_out.clear(),
            _ => {}
        }
    }

    /// The next row with a fault that is not left out, from the beginning again behind the last.
    fn next_fault(&mut self) {
        let now = self.at(self.cursor.chosen);
        let open = |at: &&usize| !self.left_out.contains(&self.number(**at));
        let next = self.faulty.iter().filter(open).find(|at| **at > now).or(self.faulty.iter().find(open)).copied();
        if let Some(at) = next {
            let line = if self.only_marked { self.marked.partition_point(|marked| *marked < at) } else { at };
            self.cursor.chosen = line;
        }
    }

    /// `3 помилки, 12 попереджень, 27 000 рядків`.
    fn counters(&self, cx: &Context) -> String {
        let count = |id: &str, count: usize| cx.tv(id, &[("count", count.into())]);
        let mut parts = vec![
            count("import-count-faults", self.counts.0),
            count("import-count-warnings", self.counts.1),
            count("import-count-rows", self.preview.rows.len()),
            count("count-families", self.preview.families),
        ];
        if !self.left_out.is_empty() {
            parts.push(count("import-count-left-out", self.left_out.len()));
        }
        parts.join(", ")
    }

    pub(super) fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let mut page = Page::new(cx, frame, area);
        let style = if self.faulty_rows() > 0 { cx.theme.fault } else { cx.theme.good };
        page.line(style, &self.counters(cx));
        let cells = if cx.is_wide() { CELLS_WIDE } else { CELLS };
        let seen = page.cells().saturating_sub(NUMBER_CELLS) / (cells + 1);
        let columns: Vec<_> = self.preview.columns.iter().skip(self.first_column).take(seen.max(1)).collect();
        let heads = columns.iter().map(|(_, heading, _)| fit(heading, cells)).collect::<Vec<_>>().join(" ");
        let more = if self.first_column + columns.len() < self.preview.columns.len() { "▶" } else { " " };
        let less = if self.first_column > 0 { "◀" } else { " " };
        page.line(cx.theme.dim, &format!("{}{less}{heads}{more}", " ".repeat(NUMBER_CELLS - 1)));
        let rows = page.left().saturating_sub(SAID_LINES + 1);
        let first = self.cursor.first(self.shown(), rows);
        for line in (first..self.shown()).take(rows) {
            self.row(line, &columns, cells, &mut page);
        }
        page.y = page.area.bottom().saturating_sub(u16::try_from(SAID_LINES + 1).unwrap_or(4));
        for (style, text) in self.said(cx, page.cells()) {
            page.line(style, &text);
        }
        page.bottom(&cx.t("import-rows-keys"));
    }

    fn row(&self, line: usize, columns: &[&(usize, String, &'static str)], cells: usize, page: &mut Page<'_, '_, '_>) {
        let theme = &page.cx.theme;
        let at = self.at(line);
        let Some(row) = self.preview.rows.get(at) else { return };
        let marks = self.preview.marks_of(at);
        let is_left_out = self.left_out.contains(&row.number);
        let is_chosen = line == self.cursor.chosen;
        let (sign, sign_style) = match marks.first().map(|mark| mark.weight) {
            _ if is_left_out => ("–", theme.dim),
            Some(Weight::Fault) => ("✗", theme.fault),
            Some(Weight::Warning) => ("!", theme.warning),
            None => (" ", theme.text),
        };
        let base = match (is_chosen, is_left_out) {
            (true, _) => theme.selected,
            (false, true) => theme.dim,
            (false, false) => theme.text,
        };
        let pick = |style: Style| if is_chosen { theme.selected } else { style };
        let pointer = if is_chosen { "▸" } else { " " };
        let mut pieces = vec![(pick(sign_style), format!("{pointer}{sign}")), (base, format!("{:>6} ", row.number))];
        for (place, _, target) in columns {
            let mark = marks.iter().find(|mark| mark.place == Some(*place)).filter(|_| !is_left_out);
            let text: String = row.cells.get(*place).map_or("", String::as_str).chars().take(60).collect();
            let text = understood(target, name::clean(&text));
            let (style, text) = match mark.map(|mark| mark.weight) {
                Some(Weight::Fault) => (pick(theme.fault), format!("✗{text}")),
                Some(Weight::Warning) => (pick(theme.warning), format!("!{text}")),
                None => (base, text),
            };
            pieces.push((style, fit(&text, cells)));
            pieces.push((base, " ".to_owned()));
        }
        page.spans(&pieces);
    }

    /// What is wrong with the row under the cursor, in as many lines as there are.
    fn said(&self, cx: &Context, cells: usize) -> Vec<(Style, String)> {
        let at = self.at(self.cursor.chosen);
        let mut lines = Vec::new();
        for mark in self.preview.marks_of(at) {
            let (sign, style) = match mark.weight {
                Weight::Fault => ("✗", cx.theme.fault),
                Weight::Warning => ("!", cx.theme.warning),
            };
            let text = format!("{sign} {}", cx.texts.say(&mark.said));
            lines.extend(wrap(&text, cells).into_iter().map(|line| (style, line)));
        }
        if lines.is_empty() && self.preview.rows.is_empty() {
            lines.push((cx.theme.dim, cx.t("import-rows-none")));
        }
        let more = lines.len() > SAID_LINES;
        lines.truncate(SAID_LINES);
        if let Some((_, last)) = lines.last_mut().filter(|_| more) {
            *last = format!("{} …", fit(last, cells.saturating_sub(2)).trim_end());
        }
        lines
    }
}

/// A cell as a person reads it: a number of days in a column of dates is shown as its day.
pub(super) fn understood(target: &str, text: String) -> String {
    if !DATES.contains(&target) {
        return text;
    }
    let iso = text.parse().ok();
    date::serial_day(&text).or(iso).map_or(text, date::show)
}
