//! Which sheet of a workbook: the one with a heading that is recognised is offered.

use super::Page;
use crate::tui::app::Context;
use crate::tui::app::message::import::OpenedFile;
use crate::tui::widgets::list::ListCursor;
use crate::tui::widgets::text::fit;
use ratatui::Frame;
use ratatui::layout::Rect;

const ROWS_CELLS: usize = 18;

/// The sheet under the cursor.
#[derive(Default)]
pub(super) struct Sheets {
    pub(super) cursor: ListCursor,
}

impl Sheets {
    /// The cursor on the sheet that is offered.
    pub(super) fn of(offered: usize) -> Self {
        Self { cursor: ListCursor { chosen: offered } }
    }

    pub(super) fn view(&self, file: &OpenedFile, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let mut page = Page::new(cx, frame, area);
        page.line(cx.theme.dim, &cx.tv("import-sheets", &[("count", file.sheets.len().into())]));
        page.gap();
        let rows = page.left().saturating_sub(2);
        let first = self.cursor.first(file.sheets.len(), rows);
        let name_cells = (page.cells() / 2).saturating_sub(ROWS_CELLS / 2);
        for (place, sheet) in file.sheets.iter().enumerate().skip(first).take(rows) {
            let is_chosen = place == self.cursor.chosen;
            let mark = if is_chosen { "▸" } else { " " };
            let what = match &sheet.fault {
                Some(fault) => format!("✗ {}", cx.texts.say(fault)),
                None if sheet.recognised > 0 => cx.tv("import-sheet-recognised", &[("count", sheet.recognised.into())]),
                None => String::new(),
            };
            let count = cx.tv("import-count-rows", &[("count", sheet.rows.into())]);
            let line = format!("{mark} {} {} {what}", fit(&sheet.name, name_cells), fit(&count, ROWS_CELLS));
            page.line(if is_chosen { cx.theme.selected } else { cx.theme.text }, &line);
        }
        page.bottom(&cx.t("import-sheet-keys"));
    }
}
