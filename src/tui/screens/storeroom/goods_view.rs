//! The picture of a paper that moves goods: head, entry, lines with what will be left, the whole.

use super::goods::{GoodsForm, PaperLine, Purpose};
use super::stock;
use crate::domain::date;
use crate::domain::stock::Quantity;
use crate::tui::app::Context;
use crate::tui::widgets::chrome::{frame_with_title, more_below};
use crate::tui::widgets::text::{cut, fit, width, wrap};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

const AMOUNT_CELLS: usize = 13;
const WEIGHT_CELLS: usize = 11;
const DAY_CELLS: usize = 12;

pub(super) fn draw(form: &GoodsForm, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let title = cx.t(&format!("goods-{}", form.purpose.code()));
    let inner = frame_with_title(frame, area, &title, cx.theme.frame_focus, cx.theme.title);
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let cells = usize::from(inner.width);
    let head = u16::try_from(form.form.rows.len()).unwrap_or(0);
    let below = inner.y + head;
    // The lines first: suggestions of the entry hang over them.
    let hint = Rect { y: below, height: 2, ..inner };
    let list = Rect { y: below + 2, height: inner.bottom().saturating_sub(below + 4), ..inner };
    draw_lines(form, cx, frame, (area, list));
    let (style, text) = match &form.short {
        Some((line, text)) if form.chosen == Some(*line) => (cx.theme.fault, format!("✗ {text}")),
        _ if form.is_waiting => (cx.theme.accent, cx.t("form-saving")),
        _ => form.form.hint(cx),
    };
    for (line, row) in wrap(&text, cells).into_iter().zip(hint.rows()) {
        frame.render_widget(Span::styled(line, style), row);
    }
    if let Some(warning) = form.warning().filter(|_| wrap(&text, cells).len() < 2) {
        let row = Rect { y: hint.y + 1, height: 1, ..hint };
        frame.render_widget(Span::styled(cut(&format!("! {warning}"), cells), cx.theme.warning), row);
    }
    let total = Rect { y: inner.bottom().saturating_sub(2), height: 1, ..inner };
    if !form.lines.is_empty() {
        let lines = cx.tv("goods-lines", &[("count", form.lines.len().into())]);
        let values = [("lines", lines.into()), ("weight", stock::weight(form.weight(), cx).into())];
        let text = cx.tv("goods-total", &values);
        let text = format!("{}{text}", " ".repeat(cells.saturating_sub(width(&text))));
        frame.render_widget(Span::styled(cut(&text, cells), cx.theme.title), total);
    }
    let keys = if form.purpose == Purpose::Transfer { "goods-keys-transfer" } else { "goods-keys" };
    let last = Rect { y: inner.bottom().saturating_sub(1), height: 1, ..inner };
    frame.render_widget(Span::styled(cut(&cx.t(keys), cells), cx.theme.dim), last);
    form.form.view(cx, frame, Rect { height: inner.bottom().saturating_sub(inner.y + 1), ..inner });
}

fn draw_lines(form: &GoodsForm, cx: &Context, frame: &mut Frame<'_>, (area, list): (Rect, Rect)) {
    let cells = usize::from(list.width);
    if form.shelf.is_none() {
        frame.render_widget(Span::styled(cx.t("storeroom-loading"), cx.theme.dim), Rect { height: 1, ..list });
        return;
    }
    if form.lines.is_empty() {
        for (line, row) in wrap(&cx.t("goods-empty"), cells).into_iter().zip(list.rows()) {
            frame.render_widget(Span::styled(line, cx.theme.dim), row);
        }
        return;
    }
    let last = if form.purpose == Purpose::Receipt { "goods-column-until" } else { "goods-column-after" };
    let heads = ["goods-column-item", "goods-column-amount", "goods-column-weight", last].map(|id| cx.t(id));
    frame.render_widget(Span::styled(columns(&heads, cells), cx.theme.dim), Rect { height: 1, ..list });
    let rows = Rect { y: list.y + 1, height: list.height.saturating_sub(1), ..list };
    let page = usize::from(rows.height);
    let first = form.chosen.map_or(form.lines.len(), |chosen| chosen + 1).saturating_sub(page);
    for ((place, line), row) in form.lines.iter().enumerate().skip(first).zip(rows.rows()) {
        let is_chosen = form.chosen == Some(place);
        let is_short = form.short.as_ref().is_some_and(|(short, _)| *short == place);
        let style = match (is_chosen, is_short) {
            (true, _) => cx.theme.selected,
            (false, true) => cx.theme.fault,
            (false, false) => cx.theme.text,
        };
        let sign = if is_chosen {
            "▸"
        } else if is_short {
            "✗"
        } else {
            " "
        };
        let text = format!("{sign}{}", columns(&words(form, line, cx), cells).chars().skip(1).collect::<String>());
        frame.render_widget(Span::styled(fit(&text, cells), style), row);
    }
    if form.lines.len() > first + page {
        more_below(cx, frame, area);
    }
}

/// Name, quantity, weight, and until when it keeps or how much will be left here.
fn words(form: &GoodsForm, line: &PaperLine, cx: &Context) -> [String; 4] {
    let Some(thing) = form.thing(&line.item) else {
        return [line.item.to_string(), line.quantity.0.to_string(), String::new(), String::new()];
    };
    let weight = thing.item.weight(line.quantity).map(|grams| stock::weight(grams, cx)).unwrap_or_default();
    let last = if form.purpose == Purpose::Receipt {
        line.until.map(date::show).unwrap_or_default()
    } else {
        let left = thing.there - form.taken(&line.item);
        stock::amount(left.max(Quantity::ZERO), thing.unit(), cx)
    };
    [thing.name.clone(), stock::amount(line.quantity, thing.unit(), cx), weight, last]
}

fn columns(words: &[String; 4], cells: usize) -> String {
    let [name, amount, weight, last] = words;
    let name_cells = cells.saturating_sub(AMOUNT_CELLS + WEIGHT_CELLS + DAY_CELLS + 5);
    format!(
        "  {} {} {} {}",
        fit(name, name_cells),
        right(amount, AMOUNT_CELLS),
        right(weight, WEIGHT_CELLS),
        right(last, DAY_CELLS)
    )
}

/// The text against the right edge of so many cells.
pub(super) fn right(text: &str, cells: usize) -> String {
    let text = cut(text, cells);
    format!("{}{text}", " ".repeat(cells.saturating_sub(width(&text))))
}
