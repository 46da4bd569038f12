//! One of a list: a programme, a series, a time. Typing narrows it, digits choose among the few.

use crate::tui::app::{Answer, Context, Go, Screen, Step};
use crate::tui::commands::Scope;
use crate::tui::keys::Key;
use crate::tui::screens::sheet::Sheet;
use crate::tui::widgets::line::Line as InputLine;
use crate::tui::widgets::list::ListCursor;
use crate::tui::widgets::text::fit;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Rows of the window at most.
const ROWS: usize = 12;

/// As many rows as digits choose among.
const DIGITS: usize = 9;

/// The window; it answers with the row's place in the list.
pub(super) struct Pick {
    title: String,
    rows: Vec<String>,
    filter: InputLine,
    cursor: ListCursor,
}

impl Pick {
    pub(super) fn new(title: String, rows: Vec<String>) -> Self {
        Self { title, rows, filter: InputLine::default(), cursor: ListCursor::default() }
    }

    /// Places of the rows that have what is typed.
    fn found(&self) -> Vec<usize> {
        let typed = self.filter.text().trim().to_lowercase();
        (0..self.rows.len()).filter(|place| self.rows[*place].to_lowercase().contains(&typed)).collect()
    }

    fn has_digits(&self) -> bool {
        self.rows.len() <= DIGITS
    }

    fn choose(&self, place: usize) -> Step {
        let found = self.found().get(place).copied();
        found.map_or_else(Step::stay, |place| Step::go(Go::PopWith(Answer::Chosen(place))))
    }
}

impl Screen for Pick {
    fn scope(&self) -> Scope {
        Scope::Window
    }

    fn is_window(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, _: &mut Context) -> Step {
        let found = self.found().len();
        match key {
            Key::Esc if !self.filter.is_empty() => self.filter.clear(),
            Key::Esc => return Step::go(Go::PopWith(Answer::Cancelled)),
            Key::Enter => return self.choose(self.cursor.chosen),
            Key::Tab | Key::BackTab => {
                self.cursor.key(if key == Key::Tab { Key::Down } else { Key::Up }, found, ROWS);
            }
            Key::Char(digit) if self.has_digits() && digit.is_ascii_digit() => {
                let place = digit.to_digit(10).and_then(|digit| usize::try_from(digit).ok()?.checked_sub(1));
                return place.map_or_else(Step::stay, |place| self.choose(place));
            }
            key if self.cursor.key(key, found, ROWS) => {}
            key => {
                if self.filter.key(key) {
                    self.cursor = ListCursor::default();
                }
            }
        }
        Step::stay()
    }

    fn text(&mut self, text: &str, _: &mut Context) -> Step {
        self.filter.insert(text.trim());
        self.cursor = ListCursor::default();
        Step::stay()
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let shown = self.rows.len().min(ROWS);
        let mut sheet = Sheet::open(cx, frame, area, &self.title, u16::try_from(shown + 6).unwrap_or(u16::MAX));
        let cells = sheet.cells();
        if self.filter.is_empty() {
            sheet.gap();
        } else {
            sheet.line(cx.theme.field_focus, &fit(&format!("⌕ {}", self.filter.text()), cells));
        }
        let found = self.found();
        if found.is_empty() {
            sheet.line(cx.theme.dim, &cx.t("figures-pick-nothing"));
        }
        let first = self.cursor.first(found.len(), ROWS);
        for (place, row) in found.iter().enumerate().skip(first).take(ROWS) {
            let is_chosen = place == self.cursor.chosen;
            let style = if is_chosen { cx.theme.selected } else { cx.theme.text };
            let sign = if is_chosen { "▸" } else { " " };
            let digit = if self.has_digits() { format!("{} ", place + 1) } else { String::new() };
            sheet.line(style, &fit(&format!("{sign} {digit}{}", self.rows[*row]), cells));
        }
        sheet.bottom(&cx.t("figures-pick-keys"));
    }
}
