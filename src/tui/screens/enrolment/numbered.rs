//! A short list of numbered rows in a window: a digit is enough. It answers with the place of the row.

use crate::tui::app::{Answer, Context, Go, Screen, Step};
use crate::tui::commands::Scope;
use crate::tui::keys::Key;
use crate::tui::screens::sheet::Sheet;
use crate::tui::widgets::list::ListCursor;
use crate::tui::widgets::text::{cut, fit, width};
use ratatui::Frame;
use ratatui::layout::Rect;

/// The window.
pub(super) struct Numbered {
    title: String,
    /// What is chosen, and what is said of it.
    rows: Vec<(String, String)>,
    /// What is said under them; may be empty.
    note: String,
    keys: String,
    cursor: ListCursor,
}

impl Numbered {
    /// The window over a screen.
    pub(super) fn new(title: String, rows: Vec<(String, String)>, (note, keys): (String, String)) -> Self {
        Self { title, rows, note, keys, cursor: ListCursor::default() }
    }

    fn choose(&self, place: usize) -> Step {
        if place < self.rows.len() { Step::go(Go::PopWith(Answer::Chosen(place))) } else { Step::stay() }
    }
}

impl Screen for Numbered {
    fn scope(&self) -> Scope {
        Scope::Window
    }

    fn is_window(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, _: &mut Context) -> Step {
        match key {
            Key::Esc => Step::go(Go::PopWith(Answer::Cancelled)),
            Key::Enter => self.choose(self.cursor.chosen),
            Key::Char(digit @ '1'..='9') => {
                let place = digit.to_digit(10).and_then(|digit| usize::try_from(digit).ok());
                place.map_or_else(Step::stay, |place| self.choose(place - 1))
            }
            key => {
                self.cursor.key(key, self.rows.len(), self.rows.len());
                Step::stay()
            }
        }
    }

    fn text(&mut self, _: &str, _: &mut Context) -> Step {
        Step::stay()
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let note = if self.note.is_empty() { 0 } else { 3 };
        let height = u16::try_from(self.rows.len().max(2) + note + 6).unwrap_or(u16::MAX);
        let mut sheet = Sheet::open(cx, frame, area, &self.title, height);
        sheet.gap();
        let room = sheet.cells().saturating_sub(5);
        let widest = self.rows.iter().map(|(name, _)| width(name)).max().unwrap_or(0).min(room / 2);
        for (place, (name, about)) in self.rows.iter().enumerate() {
            let is_chosen = place == self.cursor.chosen;
            let (mark, style) = if is_chosen { ("▸", cx.theme.selected) } else { (" ", cx.theme.text) };
            // A title of its own length where nothing is said of it; else names stand in a column.
            let line = if about.is_empty() { cut(name, room) } else { format!("{}  {about}", fit(name, widest)) };
            sheet.line(style, &format!("{mark} {}  {line}", place + 1));
        }
        if !self.note.is_empty() {
            sheet.gap();
            sheet.paragraph(cx.theme.dim, &self.note);
        }
        sheet.bottom(&self.keys);
    }
}
