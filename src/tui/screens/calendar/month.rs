//! The picture of a month, and of a week in columns where there is room for them.

use super::screen::{Calendar, monday, moved, weeks_of_month};
use super::typed::show_hours;
use super::words;
use crate::office::events::CalendarEntry;
use crate::tui::app::Context;
use crate::tui::widgets::text::{cut, fit};
use chrono::{Datelike, NaiveDate};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

/// Days of a week.
const DAYS: u16 = 7;
/// Rows of a session in a column: hours, title, how many.
const ROWS_OF_ENTRY: usize = 3;

/// The part of a row that the day of this place has, with a cell left between two.
fn column(list: Rect, place: u16) -> Rect {
    let wide = list.width / DAYS;
    Rect { x: list.x + place * wide, width: wide.saturating_sub(1), ..list }
}

/// The grid of a month: of each day its number, how much there is, and the first titles.
pub(super) fn draw(calendar: &Calendar, cx: &Context, frame: &mut Frame<'_>, list: Rect) {
    let (first, last) = weeks_of_month(calendar.day);
    let weeks = u16::try_from(((last - first).num_days() + 1) / 7).unwrap_or(6);
    for place in 0..DAYS {
        let name = words::weekday_short(moved(first, i64::from(place)), cx);
        let at = Rect { height: 1, ..column(list, place) };
        frame.render_widget(Span::styled(name, cx.theme.dim), at);
    }
    let tall = (list.height.saturating_sub(1) / weeks).max(1);
    for week in 0..weeks {
        for place in 0..DAYS {
            let day = moved(first, i64::from(week * DAYS + place));
            let at = Rect { y: list.y + 1 + week * tall, height: tall, ..column(list, place) };
            draw_cell(calendar, day, cx, frame, at.intersection(list));
        }
    }
}

fn draw_cell(calendar: &Calendar, day: NaiveDate, cx: &Context, frame: &mut Frame<'_>, at: Rect) {
    let room = usize::from(at.width);
    let entries = calendar.on(day);
    let is_cursor = day == calendar.day;
    let is_of_month = day.month() == calendar.day.month();
    let mark = if is_cursor { "▸" } else { " " };
    let today = if day == cx.today() { "◂" } else { "" };
    let count = if entries.is_empty() { String::new() } else { format!(" ·{}", entries.len()) };
    let has_clash = entries.iter().any(|entry| words::clash(entry, calendar.all(), cx).is_some());
    let clash = if has_clash { " ⚠" } else { "" };
    let head = format!("{mark}{}{today}{count}{clash}", day.day());
    let style = match (is_cursor, is_of_month) {
        (true, _) => cx.theme.selected,
        (false, true) => cx.theme.text,
        (false, false) => cx.theme.dim,
    };
    let mut rows = at.rows();
    let Some(top) = rows.next() else { return };
    frame.render_widget(Span::styled(fit(&head, room), style), top);
    let mut shown = 0;
    let lines = usize::from(at.height).saturating_sub(1);
    for (row, entry) in rows.zip(&entries) {
        shown += 1;
        let left = entries.len() - shown;
        let text = if shown == lines && lines > 1 && left > 0 {
            cx.tv("calendar-more", &[("count", (left + 1).into())])
        } else {
            in_a_cell(entry, cx)
        };
        let style = if is_of_month { words::status(entry, cx).2 } else { cx.theme.dim };
        frame.render_widget(Span::styled(cut(&text, room), style), row);
    }
}

/// `11 Підлітк…`: the hour is enough where cells are few.
fn in_a_cell(entry: &CalendarEntry, cx: &Context) -> String {
    let (sign, ..) = words::status(entry, cx);
    let hour = entry.hours.start.map(|start| start.format("%H").to_string()).unwrap_or_default();
    format!("{sign}{hour} {}", words::title(entry, cx))
}

/// The week in columns.
pub(super) fn draw_week(calendar: &Calendar, cx: &Context, frame: &mut Frame<'_>, list: Rect) {
    for place in 0..DAYS {
        let day = moved(monday(calendar.day), i64::from(place));
        draw_column(calendar, day, cx, frame, column(list, place));
    }
}

fn draw_column(calendar: &Calendar, day: NaiveDate, cx: &Context, frame: &mut Frame<'_>, at: Rect) {
    let room = usize::from(at.width);
    let entries = calendar.on(day);
    let is_cursor = day == calendar.day;
    let today = if day == cx.today() { " ◂" } else { "" };
    let mark = if is_cursor && entries.is_empty() { "▸" } else { " " };
    let head = format!("{mark}{}{today}", words::short_day(day, cx));
    let style = match (is_cursor, entries.is_empty()) {
        (true, true) => cx.theme.selected,
        (true, false) => cx.theme.accent,
        (false, _) => cx.theme.dim,
    };
    frame.render_widget(Span::styled(fit(&head, room), style), Rect { height: 1, ..at });
    let fits = (usize::from(at.height).saturating_sub(2) / (ROWS_OF_ENTRY + 1)).max(1);
    let chosen = if is_cursor { calendar.place() } else { 0 };
    let first = (chosen + 1).saturating_sub(fits);
    for (row, (place, entry)) in entries.iter().enumerate().skip(first).take(fits).enumerate() {
        let y = at.y + 2 + u16::try_from(row * (ROWS_OF_ENTRY + 1)).unwrap_or(0);
        let is_chosen = is_cursor && place == chosen;
        let (sign, _, style) = words::status(entry, cx);
        let style = if is_chosen { cx.theme.selected } else { style };
        let mark = if is_chosen { "▸" } else { " " };
        let clash = if words::clash(entry, calendar.all(), cx).is_some() { " ⚠" } else { "" };
        let hours = show_hours(entry.hours);
        let hours = if hours.is_empty() { cx.t("calendar-all-day") } else { hours };
        let count = if entry.frame.is_some() { words::count(entry) } else { String::new() };
        let lines =
            [format!("{mark}{hours} {sign}"), format!(" {}", words::title(entry, cx)), format!(" {count}{clash}")];
        for (line, text) in lines.iter().enumerate() {
            let rect = Rect { y: y + u16::try_from(line).unwrap_or(0), height: 1, ..at }.intersection(at);
            frame.render_widget(Span::styled(fit(text, room), style), rect);
        }
    }
    let left = entries.len().saturating_sub(first + fits);
    if left > 0 {
        let text = cx.tv("calendar-more", &[("count", left.into())]);
        let rect = Rect { y: at.bottom().saturating_sub(1), height: 1, ..at };
        frame.render_widget(Span::styled(cut(&text, room), cx.theme.dim), rect);
    }
}
