//! The picture of the calendar: what all views share, the day, the week as a list.

use super::month;
use super::screen::{Calendar, Shown, monday, moved};
use super::typed::show_hours;
use super::words;
use crate::domain::event::EventCatalogue;
use crate::office::events::CalendarEntry;
use crate::tui::app::Context;
use crate::tui::widgets::chrome::{frame_with_title, more_below};
use crate::tui::widgets::list::ListCursor;
use crate::tui::widgets::text::{cut, fit, width};
use chrono::{Datelike, NaiveDate};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

const HOURS_CELLS: usize = 11;
const COUNT_CELLS: usize = 9;
const STATUS_CELLS: usize = 13;

/// What the frame of the calendar is called: the day, the week or the month.
fn title(calendar: &Calendar, cx: &Context) -> String {
    let said = match calendar.shown {
        Shown::Day => words::day(calendar.day, cx),
        Shown::Week => {
            let first = monday(calendar.day);
            let last = moved(first, 6);
            let days = format!("{}–{}", first.format("%d.%m"), last.format("%d.%m.%Y"));
            cx.tv("calendar-week-of", &[("days", days.into())])
        }
        Shown::Month => {
            let month = cx.t(&format!("month-{}", calendar.day.month()));
            format!("{month} {}", calendar.day.year())
        }
    };
    format!("{} · {said}", cx.t("calendar-title"))
}

fn tabs<'a>(calendar: &Calendar, cx: &Context) -> Vec<Span<'a>> {
    let tab = |shown: Shown| {
        let name = cx.t(&format!("calendar-tab-{}", shown.code()));
        if shown == calendar.shown {
            Span::styled(format!("[▸{name}◂]"), cx.theme.selected)
        } else {
            Span::styled(format!("  {name}  "), cx.theme.dim)
        }
    };
    Shown::ALL.into_iter().map(tab).collect()
}

pub(super) fn draw(calendar: &Calendar, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let inner = frame_with_title(frame, area, &title(calendar, cx), cx.theme.frame_focus, cx.theme.title);
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let room = usize::from(inner.width);
    let mut spans = tabs(calendar, cx);
    let used: usize = spans.iter().map(|span| width(&span.content)).sum();
    let whose = cx.t(if calendar.only_mine { "calendar-mine" } else { "calendar-all" });
    let gap = room.saturating_sub(used + width(&whose));
    spans.push(Span::raw(" ".repeat(gap)));
    spans.push(Span::styled(whose, if calendar.only_mine { cx.theme.accent } else { cx.theme.dim }));
    frame.render_widget(Line::from(spans), Rect { height: 1, ..inner });
    let mut top = inner.y + 1;
    if calendar.guest.is_some() {
        let asked = Rect { y: top, height: 1, ..inner };
        frame.render_widget(Span::styled(cut(&cx.t("calendar-for-guest"), room), cx.theme.accent), asked);
        top += 1;
    }
    let list = Rect { y: top, height: inner.bottom().saturating_sub(top + 1), ..inner };
    let mut has_more = false;
    if !calendar.is_here() {
        frame.render_widget(Span::styled(cx.t("calendar-loading"), cx.theme.dim), list);
    } else {
        has_more = match calendar.shown {
            Shown::Day => draw_day(calendar, cx, frame, list),
            Shown::Week if cx.is_wide() => {
                month::draw_week(calendar, cx, frame, list);
                false
            }
            Shown::Week => draw_week(calendar, cx, frame, list),
            Shown::Month => {
                month::draw(calendar, cx, frame, list);
                false
            }
        };
    }
    let keys = cx.t(&format!("calendar-keys-{}", calendar.shown.code()));
    let last = Rect { y: inner.bottom().saturating_sub(1), height: 1, ..inner };
    frame.render_widget(Span::styled(cut(&keys, room), cx.theme.dim), last);
    if has_more {
        more_below(cx, frame, area);
    }
}

/// `11:00–12:30 Підлітковий клуб        7/12  ✓ проведено`.
fn line(entry: &CalendarEntry, room: usize, cx: &Context) -> (String, Style) {
    let (sign, word, style) = words::status(entry, cx);
    let title_cells = room.saturating_sub(HOURS_CELLS + COUNT_CELLS + STATUS_CELLS + 3);
    let hours = show_hours(entry.hours);
    let hours = if hours.is_empty() { cx.t("calendar-all-day") } else { hours };
    let count = if entry.frame.is_some() { words::count(entry) } else { String::new() };
    let cells = [
        fit(&hours, HOURS_CELLS),
        fit(&words::title(entry, cx), title_cells),
        format!("{:>COUNT_CELLS$}", cut(&count, COUNT_CELLS)),
        fit(&format!("{sign} {word}"), STATUS_CELLS),
    ];
    (cells.join(" "), style)
}

/// What is under the title: what stands in the way first, then what it is, where, by whom.
fn details(entry: &CalendarEntry, calendar: &Calendar, cx: &Context) -> (String, Style) {
    let nothing = EventCatalogue::default();
    let catalogue = calendar.catalogue.as_deref().unwrap_or(&nothing);
    let mut parts = Vec::new();
    let mut style = cx.theme.dim;
    if let Some(clash) = words::clash(entry, calendar.all(), cx) {
        parts.push(format!("⚠ {clash}"));
        style = cx.theme.warning;
    }
    if entry.is_moved() {
        let from = entry.planned_on.map(|day| day.format("%d.%m").to_string()).unwrap_or_default();
        parts.push(cx.tv("calendar-moved-from", &[("day", from.into())]));
    }
    if !entry.reason.is_empty() {
        parts.push(entry.reason.clone());
    }
    let room = words::room(entry, catalogue, cx);
    if let Some(frame) = &entry.frame {
        parts.push(words::kind(frame, catalogue, cx));
        parts.push(room);
        parts.push(words::trainer(frame, catalogue));
        parts.push(frame.settlement.clone());
        if frame.restricted {
            parts.push(cx.t("calendar-is-restricted"));
        }
    } else {
        parts.push(room);
    }
    parts.retain(|part| !part.is_empty());
    (parts.join(" · "), style)
}

/// The day; whether there is more than is seen.
fn draw_day(calendar: &Calendar, cx: &Context, frame: &mut Frame<'_>, list: Rect) -> bool {
    let room = usize::from(list.width);
    let entries = calendar.on(calendar.day);
    if entries.is_empty() {
        draw_nothing(calendar, calendar.day, cx, frame, Rect { y: list.y + 1, ..list });
        return false;
    }
    let page = usize::from(list.height / 2).max(1);
    let place = calendar.place();
    let first = ListCursor { chosen: place }.first(entries.len(), page);
    for (row, (at, entry)) in entries.iter().enumerate().skip(first).take(page).enumerate() {
        let y = list.y + u16::try_from(row * 2).unwrap_or(0);
        let (text, style) = line(entry, room - 2, cx);
        let is_chosen = at == place;
        let (mark, style) = if is_chosen { ("▸", cx.theme.selected) } else { (" ", style) };
        let rect = Rect { y, height: 1, ..list };
        frame.render_widget(Span::styled(fit(&format!("{mark} {text}"), room), style), rect);
        let (text, style) = details(entry, calendar, cx);
        let text = format!("{}{text}", " ".repeat(HOURS_CELLS + 3));
        let rect = Rect { y: y + 1, ..rect }.intersection(list);
        frame.render_widget(Span::styled(cut(&text, room), style), rect);
    }
    let hidden = calendar.hides(calendar.day);
    let below = list.y + u16::try_from(entries.len() * 2).unwrap_or(u16::MAX);
    if hidden > 0 && below < list.bottom() {
        let text = cx.tv("calendar-hidden", &[("count", hidden.into())]);
        frame.render_widget(Span::styled(cut(&text, room), cx.theme.dim), Rect { y: below, height: 1, ..list });
    }
    entries.len() > first + page
}

/// A day of nothing says what to press.
fn draw_nothing(calendar: &Calendar, day: NaiveDate, cx: &Context, frame: &mut Frame<'_>, at: Rect) {
    let hidden = calendar.hides(day);
    let text = if hidden > 0 {
        cx.tv("calendar-hidden", &[("count", hidden.into())])
    } else if calendar.guest.is_some() {
        cx.t("calendar-empty-guest")
    } else {
        cx.t("calendar-empty")
    };
    let lines = crate::tui::widgets::text::wrap(&text, usize::from(at.width));
    for (row, line) in at.rows().zip(lines) {
        frame.render_widget(Span::styled(line, cx.theme.dim), row);
    }
}

/// A row of the week as a list.
enum Row<'a> {
    Day(NaiveDate, bool),
    Entry(&'a CalendarEntry),
}

/// The week as a list of days; whether there is more than is seen.
fn draw_week(calendar: &Calendar, cx: &Context, frame: &mut Frame<'_>, list: Rect) -> bool {
    let room = usize::from(list.width);
    let chosen = calendar.chosen().map(|entry| entry.session);
    let mut rows = Vec::new();
    let mut cursor = 0;
    for day in (0..7).map(|after| moved(monday(calendar.day), after)) {
        let entries = calendar.on(day);
        if day == calendar.day {
            cursor = rows.len() + if entries.is_empty() { 0 } else { calendar.place() + 1 };
        }
        rows.push(Row::Day(day, entries.is_empty()));
        rows.extend(entries.into_iter().map(Row::Entry));
    }
    let page = usize::from(list.height);
    let first = ListCursor { chosen: cursor }.first(rows.len(), page);
    for (at, (place, row)) in list.rows().zip(rows.iter().enumerate().skip(first)) {
        let is_cursor = place == cursor;
        let mark = if is_cursor { "▸" } else { " " };
        let (text, style) = match row {
            Row::Day(day, is_empty) => {
                let name = words::short_day(*day, cx);
                let today =
                    if *day == cx.today() { format!(" · {}", cx.t("calendar-is-today")) } else { String::new() };
                let free = if *is_empty { " —" } else { "" };
                let style = if *day == calendar.day { cx.theme.accent } else { cx.theme.dim };
                (format!("{mark}{name}{today}{free}"), style)
            }
            Row::Entry(entry) => {
                let (text, style) = line(entry, room - 4, cx);
                let sign = if words::clash(entry, calendar.all(), cx).is_some() { "⚠" } else { " " };
                (format!("{mark} {sign} {text}"), style)
            }
        };
        let is_chosen = is_cursor && (chosen.is_some() || matches!(row, Row::Day(..)));
        let style = if is_chosen { cx.theme.selected } else { style };
        frame.render_widget(Span::styled(fit(&text, room), style), at);
    }
    rows.len() > first + page
}
