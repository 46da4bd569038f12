//! The picture of a count's sheet: what should be there, what was counted, the difference; below, what is to be said of the row.

use super::count::{place_of, step_word};
use super::count_sheet::{CountSheet, signed};
use super::goods_view::right;
use super::stock;
use crate::domain::date;
use crate::office::storeroom::{CountLine, CountStep};
use crate::tui::app::Context;
use crate::tui::widgets::chrome::{frame_with_title, more_below};
use crate::tui::widgets::text::{cut, fit, wrap};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

const AMOUNT_CELLS: usize = 13;

impl CountSheet {
    pub(super) fn draw(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let title = match &self.count {
            Some(count) => {
                let parts = [cx.t("count-title"), place_of(count, cx), date::show(count.begun.0), step_word(count, cx)];
                parts.join(" · ")
            }
            None => cx.t("count-title"),
        };
        let inner = frame_with_title(frame, area, &title, cx.theme.frame_focus, cx.theme.title);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let cells = usize::from(inner.width);
        let row = |y: u16| Rect { y, height: 1, ..inner };
        let keys = if self.can_approve(cx) {
            "count-keys-approve"
        } else if self.is_open(cx) {
            "count-keys"
        } else {
            "count-keys-see"
        };
        let bottom = row(inner.bottom().saturating_sub(1));
        frame.render_widget(Span::styled(cut(&cx.t(keys), cells), cx.theme.dim), bottom);
        let Some(count) = &self.count else {
            frame.render_widget(Span::styled(cx.t("storeroom-loading"), cx.theme.dim), row(inner.y + 1));
            return;
        };
        let (counted, differing) = self.totals();
        let total = cx.tv(
            "count-total",
            &[
                ("counted", counted.to_string().into()),
                ("all", count.lines.len().to_string().into()),
                ("count", differing.into()),
            ],
        );
        let said = self.said(cx).unwrap_or((cx.theme.title, total));
        for (line, y) in wrap(&said.1, cells).into_iter().zip(inner.bottom().saturating_sub(3)..bottom.y) {
            frame.render_widget(Span::styled(line, said.0), row(y));
        }
        let heads = ["item", "expected", "counted", "difference"].map(|id| cx.t(&format!("count-column-{id}")));
        let columns = Columns::of(cells);
        frame.render_widget(Span::styled(columns.heading(&heads), cx.theme.dim), row(inner.y));
        let list = Rect { y: inner.y + 1, height: inner.height.saturating_sub(4), ..inner };
        let page = usize::from(list.height);
        let first = self.cursor.first(count.lines.len(), page);
        for ((place, line), y) in count.lines.iter().enumerate().skip(first).zip(list.rows()) {
            self.draw_line(line, place == self.cursor.chosen, &columns, cx, frame, y);
        }
        if count.lines.len() > first + page {
            more_below(cx, frame, area);
        }
    }

    /// What is to be said of the row under the cursor before the whole: that it cannot be read, or that it moved meanwhile.
    fn said(&self, cx: &Context) -> Option<(ratatui::style::Style, String)> {
        let line = self.lines().get(self.cursor.chosen)?;
        if let Err(fault) = self.counted(line) {
            return Some((
                cx.theme.fault,
                format!("✗ {}", crate::tui::aid_words::odd_quantity(fault, self.cursor.chosen, cx)),
            ));
        }
        let is_over = self.count.as_ref().is_some_and(|count| count.step == CountStep::Approved);
        if line.moved.is_zero() || is_over {
            return None;
        }
        let moved = signed(line.moved, self.unit(&line.item), cx);
        Some((cx.theme.warning, format!("! {}", cx.tv("count-moved", &[("amount", moved.into())]))))
    }

    fn draw_line(
        &self,
        line: &CountLine,
        is_chosen: bool,
        columns: &Columns,
        cx: &Context,
        frame: &mut Frame<'_>,
        area: Rect,
    ) {
        let item = self.count.as_ref().and_then(|count| count.catalogue.item(&line.item));
        let name = item.map_or_else(|| line.item.to_string(), |item| stock::item_name(item, cx));
        let unit = self.unit(&line.item);
        let read = self.counted(line);
        let (difference, style) = match read {
            Err(_) => ("✗".to_owned(), cx.theme.fault),
            Ok(None) => (String::new(), cx.theme.dim),
            Ok(Some(counted)) if counted == line.expected => ("=".to_owned(), cx.theme.good),
            Ok(Some(counted)) => (signed(counted - line.expected, unit, cx), cx.theme.warning),
        };
        let moved = if line.moved.is_zero() { " " } else { "!" };
        let base = if is_chosen { cx.theme.selected } else { cx.theme.text };
        let sign = if is_chosen { "▸" } else { " " };
        let is_typing = is_chosen && self.is_open(cx);
        let text = self.text_of(line, cx);
        let field = if is_typing && self.line.is_selected() { cx.theme.selected } else { cx.theme.field_focus };
        let start = format!(
            "{sign}{moved}{} {} ",
            fit(&name, columns.name),
            right(&stock::amount(line.expected, unit, cx), AMOUNT_CELLS)
        );
        let at = area.x + u16::try_from(crate::tui::widgets::text::width(&start)).unwrap_or(0);
        let mut spans = vec![Span::styled(start, base)];
        if is_typing {
            let (shown, cursor) = self.line.window(AMOUNT_CELLS);
            frame.set_cursor_position((at + cursor, area.y));
            spans.push(Span::styled(fit(&shown, AMOUNT_CELLS), field));
        } else {
            spans.push(Span::styled(fit(&text, AMOUNT_CELLS), base));
        }
        let style = if is_chosen { cx.theme.selected } else { style };
        spans.push(Span::styled(format!(" {}", right(&difference, AMOUNT_CELLS)), style));
        frame.render_widget(Line::from(spans), area);
    }
}

struct Columns {
    name: usize,
}

impl Columns {
    fn of(cells: usize) -> Self {
        Self { name: cells.saturating_sub(2 + 3 * (AMOUNT_CELLS + 1)) }
    }

    fn heading(&self, [item, expected, counted, difference]: &[String; 4]) -> String {
        format!(
            "  {} {} {} {}",
            fit(item, self.name),
            right(expected, AMOUNT_CELLS),
            fit(counted, AMOUNT_CELLS),
            right(difference, AMOUNT_CELLS)
        )
    }
}
