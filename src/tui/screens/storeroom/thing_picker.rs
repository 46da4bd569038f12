//! «Яка річ?»: a thing of the catalogue, found while typing. A count asks it of what lies on the shelf and not on the sheet.

use super::stock::Thing;
use super::typed;
use crate::tui::app::{Answer, Context, Go, Screen, Step};
use crate::tui::commands::Scope;
use crate::tui::keys::Key;
use crate::tui::screens::sheet::Sheet;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::list::ListCursor;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Rows of the list.
const ROWS: usize = 9;

/// The window; it answers with the place of the thing among those that it was given.
pub(super) struct ThingPicker {
    things: Vec<Thing>,
    line: Line,
    cursor: ListCursor,
}

impl ThingPicker {
    /// The window of these things.
    pub(super) fn open(things: Vec<Thing>) -> Step {
        Step::push(Self { things, line: Line::default(), cursor: ListCursor::default() })
    }

    fn shown(&self) -> Vec<usize> {
        let named = self.things.iter().enumerate();
        let named = named.map(|(place, thing)| (place, thing.code().as_str(), thing.names.as_str()));
        typed::find(named, &self.line.text())
    }
}

impl Screen for ThingPicker {
    fn scope(&self) -> Scope {
        Scope::Window
    }

    fn is_window(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, _: &mut Context) -> Step {
        let shown = self.shown();
        match key {
            Key::Esc => return Step::pop(),
            Key::Enter => {
                let chosen = shown.get(self.cursor.chosen);
                return chosen.map_or_else(Step::stay, |place| Step::go(Go::PopWith(Answer::Chosen(*place))));
            }
            key if self.cursor.key(key, shown.len(), ROWS) => {}
            key => {
                if self.line.key(key) {
                    self.cursor = ListCursor::default();
                }
            }
        }
        Step::stay()
    }

    fn text(&mut self, text: &str, _: &mut Context) -> Step {
        self.line.insert(text.trim());
        self.cursor = ListCursor::default();
        Step::stay()
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let height = u16::try_from(ROWS + 7).unwrap_or(u16::MAX);
        let mut sheet = Sheet::open(cx, frame, area, &cx.t("count-add-title"), height);
        sheet.line(cx.theme.field_focus, &format!("⌕ {}", self.line.text()));
        sheet.gap();
        let shown = self.shown();
        if shown.is_empty() {
            sheet.paragraph(cx.theme.dim, &cx.t("goods-unknown-item"));
        }
        let first = self.cursor.first(shown.len(), ROWS);
        for (row, place) in shown.iter().enumerate().skip(first).take(ROWS) {
            let (mark, style) =
                if row == self.cursor.chosen { ("▸", cx.theme.selected) } else { (" ", cx.theme.text) };
            let name = self.things.get(*place).map_or("", |thing| thing.name.as_str());
            sheet.line(style, &format!("{mark} {name}"));
        }
        sheet.bottom(&cx.t("count-add-keys"));
    }
}
