//! The picture of balances: places as tabs, groups, bars of the last weeks, what runs low or out of date; below, the lots of the item under
//! the cursor.

use super::balances::{Shown, Storeroom, group_name};
use super::goods_view::right;
use super::stock;
use crate::domain::date;
use crate::domain::staff::Right;
use crate::domain::stock::{Grams, Quantity};
use crate::office::storeroom::{Balances, LotRow};
use crate::tui::app::Context;
use crate::tui::widgets::chrome::{frame_with_title, more_below};
use crate::tui::widgets::spark::bars;
use crate::tui::widgets::text::{cut, fit, width, wrap};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

const AMOUNT_CELLS: usize = 13;
const WEIGHT_CELLS: usize = 11;
/// Weeks of the bars where there is little room.
const FEW_WEEKS: usize = 8;

/// Rows around those of items: frame, tabs, filter, headings, the lots of the chosen one, keys; and the three of the desk.
const AROUND: u16 = 10;

/// How many rows are seen, for PgUp and PgDn.
pub(super) fn page(cx: &Context) -> usize {
    usize::from(cx.size.1.saturating_sub(AROUND))
}

pub(super) fn draw(room: &Storeroom, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let inner = frame_with_title(frame, area, &title(room, cx), cx.theme.frame_focus, cx.theme.title);
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let cells = usize::from(inner.width);
    let row = |y: u16| Rect { y, height: 1, ..inner };
    let keys = row(inner.bottom().saturating_sub(1));
    frame.render_widget(Span::styled(cut(&cx.t("storeroom-keys"), cells), cx.theme.dim), keys);
    let Some(told) = &room.told else {
        frame.render_widget(Span::styled(cx.t("storeroom-loading"), cx.theme.dim), row(inner.y + 1));
        return;
    };
    frame.render_widget(tabs(room, cx), row(inner.y));
    let (text, at) = room.filter.window(cells.saturating_sub(3));
    let filter = Line::from(vec![
        Span::styled("⌕ ", cx.theme.dim),
        Span::styled(fit(&text, cells.saturating_sub(3)), cx.theme.field_focus),
    ]);
    frame.render_widget(filter, row(inner.y + 1));
    frame.set_cursor_position((inner.x + 2 + at, inner.y + 1));
    let shown = room.shown(cx);
    if shown.is_empty() {
        let id = match (room.filter.is_empty(), cx.may(Right::KeepStock)) {
            (false, _) => "storeroom-nothing",
            (true, true) => "storeroom-empty",
            (true, false) => "storeroom-empty-see",
        };
        frame.render_widget(Span::styled(cut(&cx.t(id), cells), cx.theme.dim), row(inner.y + 3));
        return;
    }
    frame.render_widget(Span::styled(heading(cells, cx), cx.theme.dim), row(inner.y + 2));
    let list = Rect { y: inner.y + 3, height: inner.height.saturating_sub(6), ..inner };
    draw_rows(room, &shown, cx, frame, (area, list));
    if let Some(chosen) = shown.get(room.cursor.chosen) {
        // Rows of what should be here and is not say what is low, not what to press.
        let is_bare = room.filter.is_empty() && told.rows.iter().all(|row| row.quantity.is_zero());
        let lots = if is_bare && cx.may(Right::KeepStock) { cx.t("storeroom-empty") } else { lots(chosen, told, cx) };
        for (line, y) in wrap(&lots, cells).into_iter().zip(inner.bottom().saturating_sub(3)..keys.y) {
            frame.render_widget(Span::styled(cut(&line, cells), cx.theme.accent), row(y));
        }
    }
}

fn title(room: &Storeroom, cx: &Context) -> String {
    let Some(told) = &room.told else { return cx.t("storeroom-title") };
    let weight: Grams = told.rows.iter().filter_map(|row| row.weight).sum();
    let there = told.rows.iter().filter(|row| !row.quantity.is_zero()).count();
    let items = cx.tv("count-items", &[("count", there.into())]);
    let values = [("items", items.into()), ("weight", stock::weight(weight, cx).into())];
    let mut title = format!("{} · {}", cx.t("storeroom-title"), cx.tv("storeroom-total", &values));
    let low = if room.is_car() { 0 } else { told.rows.iter().filter(|row| row.low).count() };
    if low > 0 {
        title.push_str(&format!(" · {}", cx.tv("storeroom-low-total", &[("count", low.into())])));
    }
    title
}

fn tabs<'a>(room: &Storeroom, cx: &Context) -> Line<'a> {
    let spans = room.tabs(cx).into_iter().map(|(place, name)| {
        if place == room.place {
            Span::styled(format!("[▸{name}◂] "), cx.theme.selected)
        } else {
            Span::styled(format!("  {name}   "), cx.theme.dim)
        }
    });
    Line::from(spans.collect::<Vec<_>>())
}

/// Cells of the columns: name, weight (none where there is little room), weeks, days, marks.
struct Cells {
    name: usize,
    weight: usize,
    weeks: usize,
    days: usize,
    marks: usize,
}

impl Cells {
    fn of(cells: usize, cx: &Context) -> Self {
        let is_wide = cells >= 100;
        let weight = if is_wide { WEIGHT_CELLS + 1 } else { 0 };
        let weeks = if is_wide { crate::office::storeroom::WEEKS } else { FEW_WEEKS };
        let many = cx.tv("storeroom-days", &[("count", 100_i64.into())]);
        let days = width(&many).max(width(&cx.t("storeroom-column-days")));
        let rest = cells.saturating_sub(2 + AMOUNT_CELLS + weight + weeks + days + 6);
        let name = rest * 3 / 5;
        Self { name, weight, weeks, days, marks: rest - name }
    }

    fn line(&self, [name, amount, weight, weeks, days, marks]: [&str; 6]) -> String {
        let weight = if self.weight == 0 { String::new() } else { format!(" {}", right(weight, self.weight - 1)) };
        format!(
            "{} {}{weight}  {} {}  {}",
            fit(name, self.name),
            right(amount, AMOUNT_CELLS),
            fit(weeks, self.weeks),
            right(days, self.days),
            cut(marks, self.marks)
        )
    }
}

fn heading(cells: usize, cx: &Context) -> String {
    let word = |id: &str| cx.t(&format!("storeroom-column-{id}"));
    let columns = Cells::of(cells, cx);
    let weeks = cut(&word("weeks"), columns.weeks);
    let heads = [word("item"), word("balance"), word("weight"), weeks, word("days"), word("marks")];
    format!("  {}", columns.line(heads.each_ref().map(String::as_str)))
}

fn draw_rows(room: &Storeroom, shown: &[Shown<'_>], cx: &Context, frame: &mut Frame<'_>, (area, list): (Rect, Rect)) {
    let cells = usize::from(list.width);
    let columns = Cells::of(cells, cx);
    let mut rows: Vec<(Option<usize>, String, Style)> = Vec::with_capacity(shown.len() + 8);
    let is_grouped = room.filter.is_empty();
    for (place, row) in shown.iter().enumerate() {
        let before = place.checked_sub(1).map(|before| &shown[before].item.group);
        if is_grouped && before != Some(&row.item.group) {
            rows.push((None, group_name(&row.item.group, cx), cx.theme.title));
        }
        let is_chosen = place == room.cursor.chosen;
        let style = match row {
            _ if is_chosen => cx.theme.selected,
            Shown { balance, .. } if balance.expired > Quantity::ZERO => cx.theme.fault,
            Shown { balance, .. } if balance.low || balance.soon > Quantity::ZERO => cx.theme.warning,
            Shown { balance, .. } if balance.quantity.is_zero() => cx.theme.dim,
            _ => cx.theme.text,
        };
        let sign = if is_chosen { "▸" } else { " " };
        rows.push((Some(place), format!("{sign} {}", words(row, &columns, cx)), style));
    }
    let page = usize::from(list.height);
    let chosen = rows.iter().position(|(place, ..)| *place == Some(room.cursor.chosen)).unwrap_or(0);
    let last_first = rows.len().saturating_sub(page);
    // The chosen row keeps a third of the page below it, and the heading above the first one stays in sight.
    let first =
        if chosen < page.saturating_sub(1) { 0 } else { (chosen + 1 + page / 3).saturating_sub(page).min(last_first) };
    for ((_, text, style), y) in rows.iter().skip(first).zip(list.rows()) {
        frame.render_widget(Span::styled(fit(text, cells), *style), y);
    }
    if rows.len() > first + page {
        more_below(cx, frame, area);
    }
}

fn words(row: &Shown<'_>, columns: &Cells, cx: &Context) -> String {
    let Shown { item, balance } = row;
    let weight = balance.weight.map(|grams| stock::weight(grams, cx)).unwrap_or_default();
    let weeks = &balance.weeks[balance.weeks.len().saturating_sub(columns.weeks)..];
    let days = match balance.days_left {
        Some(days) if days > 365 => cx.t("storeroom-days-many"),
        Some(days) => cx.tv("storeroom-days", &[("count", days.into())]),
        None => "–".to_owned(),
    };
    columns.line([
        &stock::item_name(item, cx),
        &stock::amount(balance.quantity, item.unit, cx),
        &weight,
        &bars(weeks.iter().copied()),
        &days,
        &marks(row, cx),
    ])
}

/// What is to be minded: out of date, soon out of date, low.
fn marks(row: &Shown<'_>, cx: &Context) -> String {
    let Shown { item, balance } = row;
    let amount = |quantity: Quantity| stock::number(quantity, item.unit, cx);
    let mut marks = Vec::new();
    if balance.expired > Quantity::ZERO {
        marks.push(format!("✗ {}", cx.tv("storeroom-expired", &[("amount", amount(balance.expired).into())])));
    }
    if balance.low {
        marks.push(format!("▼ {}", cx.t("storeroom-low")));
    }
    let soon = balance.lots.iter().filter_map(|lot| lot.expires_on).find(|day| *day >= cx.today());
    if let Some(day) = soon.filter(|_| balance.soon > Quantity::ZERO) {
        marks.push(format!("! {}", cx.tv("storeroom-soon", &[("day", date::show(day).into())])));
    }
    marks.join(", ")
}

/// What the item under the cursor is made of: lot by lot, first the one that goes first.
fn lots(row: &Shown<'_>, told: &Balances, cx: &Context) -> String {
    let Shown { item, balance } = row;
    let lot = |lot: &LotRow| {
        let donor = lot.donor.as_ref().and_then(|code| told.catalogue.partner(code));
        let donor = donor.map(|partner| stock::partner_name(partner, cx));
        let until = lot.expires_on.map(|day| cx.tv("storeroom-lot-until", &[("day", date::show(day).into())]));
        let came = cx.tv("storeroom-lot-came", &[("day", date::show(lot.received_on).into())]);
        let about: Vec<String> = until.into_iter().chain(donor).chain([came]).collect();
        format!("{} ({})", stock::number(lot.quantity, item.unit, cx), about.join(", "))
    };
    let low = item.low_level.filter(|_| balance.low);
    let low = low.map(|level| cx.tv("storeroom-low-of", &[("level", stock::amount(level, item.unit, cx).into())]));
    let lots: Vec<String> = balance.lots.iter().map(lot).collect();
    let lots = if lots.is_empty() { None } else { Some(lots.join(" · ")) };
    let all: Vec<String> = low.into_iter().chain(lots).collect();
    if all.is_empty() { String::new() } else { format!("{}: {}", stock::item_name(item, cx), all.join(" · ")) }
}
