//! The picture of the list: the box, how many of how many places, the five lists, the rows, what happened last.

use super::{At, EnrolmentScreen, Shown};
use crate::domain::date;
use crate::domain::filter::Span as Years;
use crate::domain::staff::Right;
use crate::office::Found;
use crate::office::events::{EnrolmentView, ListedPerson, Standing};
use crate::tui::app::{Context, ToastKind};
use crate::tui::screens::lists::span;
use crate::tui::widgets::chrome::{frame_with_title, more_below};
use crate::tui::widgets::text::{cut, fit, wrap};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Rows around the list: frame, box, counts, lists, what was said, keys, and the chrome.
const AROUND: u16 = 11;
/// Most rows of a sentence about the last deed.
const SAID_ROWS: u16 = 2;
/// Names that a sentence says before it counts the rest.
const NAMED: usize = 3;
const AGE_CELLS: usize = 5;
const SINCE_CELLS: usize = 12;
const CAME_CELLS: usize = 9;
const FLAG_CELLS: usize = 16;

/// How many rows of the list are seen.
pub(super) fn page(cx: &Context) -> usize {
    usize::from(cx.size.1.saturating_sub(AROUND))
}

/// A few names, the others counted: `Бондар А. І., Гнатюк С. та ще 4`.
pub(super) fn names(all: impl Iterator<Item = String>, cx: &Context) -> String {
    let all: Vec<String> = all.collect();
    let first = all.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    match all.len().saturating_sub(NAMED) {
        0 => first,
        more => cx.tv("enrol-and-more", &[("names", first.into()), ("count", more.into())]),
    }
}

pub(super) fn draw(screen: &EnrolmentScreen, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let title = screen.list.as_ref().map(|list| list.frame.title.clone()).unwrap_or_default();
    let title = cx.tv("enrol-title", &[("title", title.into())]);
    let inner = frame_with_title(frame, area, &title, cx.theme.frame_focus, cx.theme.title);
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let Some(list) = &screen.list else {
        return frame.render_widget(Span::styled(cx.t("enrol-loading"), cx.theme.dim), inner);
    };
    let room = usize::from(inner.width);
    let row = |y: u16| Rect { y: inner.y + y, height: 1, ..inner }.intersection(inner);
    draw_box(screen, cx, frame, row(0));
    frame.render_widget(Span::styled(cut(&summary(screen, list, cx), room), cx.theme.accent), row(1));
    if screen.query.is_empty() {
        frame.render_widget(tabs(screen, list, cx), row(2));
    }
    frame.render_widget(Span::styled(cut(&heads(screen, room.saturating_sub(5), cx), room), cx.theme.dim), row(3));
    let rows = Rect { y: inner.y + 4, height: inner.height.saturating_sub(4 + SAID_ROWS + 1), ..inner };
    draw_rows(screen, list, cx, frame, rows);
    draw_said(screen, list, cx, frame, Rect { y: rows.bottom(), height: SAID_ROWS, ..inner });
    let last = Rect { y: inner.bottom().saturating_sub(1), height: 1, ..inner };
    frame.render_widget(Span::styled(cut(&cx.t("enrol-keys"), room), cx.theme.dim), last);
    let all = screen.rows().len();
    if all > screen.cursor.first(all, usize::from(rows.height)) + usize::from(rows.height) {
        more_below(cx, frame, area);
    }
}

/// `Записано 24 людини · місць 25 · вік 10-14 · відбулося 12 занять · позначено 3`.
fn summary(screen: &EnrolmentScreen, list: &EnrolmentView, cx: &Context) -> String {
    let mut parts = vec![cx.tv("enrol-count", &[("enrolled", count(list, Shown::Enrolled).into())])];
    parts.extend(list.frame.capacity.map(|places| cx.tv("enrol-places", &[("capacity", places.into())])));
    let ages = span(Years { from: list.frame.ages.from, to: list.frame.ages.to });
    if !ages.is_empty() {
        parts.push(cx.tv("enrol-ages", &[("ages", ages.into())]));
    }
    if list.of.series().is_some() {
        parts.push(cx.tv("enrol-held", &[("held", list.held().into())]));
    }
    if !screen.marked.is_empty() {
        parts.push(cx.tv("enrol-marked", &[("count", screen.marked.len().into())]));
    }
    parts.join(" · ")
}

fn count(list: &EnrolmentView, shown: Shown) -> usize {
    list.people.iter().filter(|one| shown.has(one)).count()
}

fn tabs<'a>(screen: &EnrolmentScreen, list: &EnrolmentView, cx: &Context) -> Line<'a> {
    let spans = Shown::ALL.iter().map(|shown| {
        let many = count(list, *shown);
        let title = cx.tv(&format!("enrol-tab-{}", shown.code()), &[("count", many.into())]);
        match (*shown == screen.shown, *shown) {
            (true, _) => Span::styled(format!("[▸{title}◂]"), cx.theme.selected),
            (false, Shown::Stopped) if many > 0 => Span::styled(format!(" {title}  "), cx.theme.warning),
            (false, _) => Span::styled(format!(" {title}  "), cx.theme.dim),
        }
    });
    Line::from(spans.collect::<Vec<_>>())
}

fn draw_box(screen: &EnrolmentScreen, cx: &Context, frame: &mut Frame<'_>, at: Rect) {
    let cells = usize::from(at.width).saturating_sub(3);
    let (text, cursor) = screen.query.window(cells);
    let hint = if cx.may(Right::SeeContacts) { "enrol-box-hint-phone" } else { "enrol-box-hint" };
    let shown = if screen.query.is_empty() { fit(&format!("  {}", cx.t(hint)), cells) } else { fit(&text, cells) };
    let line = Line::from(vec![Span::styled("⌕ ", cx.theme.dim), Span::styled(shown, cx.theme.field_focus)]);
    frame.render_widget(line, at);
    frame.set_cursor_position((at.x + 2 + cursor, at.y));
}

fn draw_rows(screen: &EnrolmentScreen, list: &EnrolmentView, cx: &Context, frame: &mut Frame<'_>, at: Rect) {
    let room = usize::from(at.width);
    let rows = screen.rows();
    let page = usize::from(at.height);
    let first = screen.cursor.first(rows.len(), page);
    for (seen, (area, (place, row))) in at.rows().zip(rows.iter().enumerate().skip(first)).enumerate() {
        let is_chosen = place == screen.cursor.chosen;
        // A row of the register takes no digit: it is enrolled by Enter, not marked.
        let (number, check, text, style) = match *row {
            At::Listed(place) => {
                let Some(one) = list.people.get(place) else { continue };
                let check = if screen.marked.contains(&one.person) { "✓" } else { " " };
                let number = if seen < 9 && screen.query.is_empty() { (seen + 1).to_string() } else { " ".to_owned() };
                (number, check, listed(one, room.saturating_sub(5), cx), style(one, cx))
            }
            At::Stranger(place) => {
                let Some(found) = screen.found.get(place) else { continue };
                (" ".to_owned(), " ", stranger(found, room.saturating_sub(5), cx), cx.theme.warning)
            }
        };
        let (mark, style) = if is_chosen { ("▸", cx.theme.selected) } else { (" ", style) };
        frame.render_widget(Span::styled(fit(&format!("{mark}{number} {check} {text}"), room), style), area);
    }
    if rows.is_empty() {
        let id = match (screen.query.is_empty(), screen.shown) {
            (false, _) if screen.answered != screen.generation => return,
            (false, _) => "enrol-nobody-found",
            (true, Shown::Enrolled) => "enrol-empty",
            (true, Shown::Waiting) => "enrol-empty-waiting",
            (true, Shown::Stopped) => "enrol-empty-stopped",
            (true, Shown::Completed) => "enrol-empty-completed",
            (true, Shown::Left) => "enrol-empty-left",
        };
        for (area, text) in at.rows().zip(wrap(&cx.t(id), room)) {
            frame.render_widget(Span::styled(text, cx.theme.dim), area);
        }
    }
}

fn style(one: &ListedPerson, cx: &Context) -> Style {
    match one.standing {
        Standing::Left { .. } => cx.theme.dim,
        _ if one.stopped() => cx.theme.warning,
        _ => cx.theme.text,
    }
}

/// What the cells of the rows are, where several stand side by side.
fn heads(screen: &EnrolmentScreen, room: usize, cx: &Context) -> String {
    if screen.query.is_empty() && !matches!(screen.shown, Shown::Enrolled | Shown::Stopped) {
        return String::new();
    }
    let tail = AGE_CELLS + SINCE_CELLS + CAME_CELLS + FLAG_CELLS + 4;
    let cells = [
        fit(&cx.t("enrol-head-name"), room.saturating_sub(tail)),
        fit(&cx.t("enrol-head-age"), AGE_CELLS),
        fit(&cx.t("enrol-head-since"), SINCE_CELLS),
        cx.t("enrol-head-came"),
    ];
    format!("     {}", cells.join(" "))
}

/// The cells of a row: a name, an age, then whatever there is to say of how they stand.
fn listed(one: &ListedPerson, room: usize, cx: &Context) -> String {
    let tail = AGE_CELLS + SINCE_CELLS + CAME_CELLS + FLAG_CELLS + 4;
    let name = fit(&one.name.full(), room.saturating_sub(tail));
    let age = one.age.map(|age| cx.tv("enrol-age", &[("age", age.into())])).unwrap_or_default();
    let rest = match &one.standing {
        Standing::Enrolled => {
            let since = date::show(one.from_on);
            [fit(&since, SINCE_CELLS), fit(&came(one, cx), CAME_CELLS), fit(&flag(one, cx), FLAG_CELLS)].join(" ")
        }
        Standing::Waiting { place, since } => {
            let values = [("place", (*place).into()), ("day", date::show(*since).into())];
            cx.tv("enrol-waits", &values)
        }
        Standing::Completed { on, number } => {
            let values = [("day", date::show(*on).into()), ("number", number.as_str().into())];
            cx.tv("enrol-completed", &values)
        }
        Standing::Left { until, reason } => {
            let values = [("day", date::show(*until).into()), ("reason", reason.as_str().into())];
            cx.tv(if reason.is_empty() { "enrol-left" } else { "enrol-left-because" }, &values)
        }
    };
    format!(
        "{name} {} {}",
        fit(&age, AGE_CELLS),
        cut(&rest, room.saturating_sub(room.saturating_sub(tail) + AGE_CELLS + 2))
    )
}

/// `12 з 14` of the closed sessions of their time.
fn came(one: &ListedPerson, cx: &Context) -> String {
    if one.held == 0 {
        return String::new();
    }
    cx.tv("enrol-came", &[("came", one.came.into()), ("held", one.held.into())])
}

/// What is worth a look: the sharpest first.
fn flag(one: &ListedPerson, cx: &Context) -> String {
    match one {
        _ if one.stopped() => cx.tv("enrol-missed", &[("count", one.missed_in_a_row.into())]),
        _ if one.closed || one.died => cx.t("enrol-closed"),
        _ if one.newcomer => cx.t("enrol-newcomer"),
        _ if one.outside_ages => cx.t("enrol-outside"),
        _ => String::new(),
    }
}

fn stranger(found: &Found, room: usize, cx: &Context) -> String {
    let tail = AGE_CELLS + SINCE_CELLS + CAME_CELLS + FLAG_CELLS + 4;
    let birth = found.birth.map(date::show_birth).unwrap_or_default();
    let number = found.number.map(|number| number.to_string()).unwrap_or_default();
    let name = fit(&found.name.full(), room.saturating_sub(tail));
    format!("{name} {} {} {}", fit(&birth, AGE_CELLS + 7), fit(&number, SINCE_CELLS - 3), cx.t("enrol-not-listed"))
}

/// What happened last; while nothing did, that a place is free for whoever waits.
fn draw_said(screen: &EnrolmentScreen, list: &EnrolmentView, cx: &Context, frame: &mut Frame<'_>, at: Rect) {
    let (style, text) = match (&screen.said, list.to_admit()) {
        (Some((ToastKind::Good, text)), _) => (cx.theme.good, format!("✓ {text}")),
        (Some((ToastKind::Warning, text)), _) => (cx.theme.warning, text.clone()),
        (Some((ToastKind::Fault, text)), _) => (cx.theme.fault, format!("✗ {text}")),
        (None, Some(first)) => (cx.theme.accent, cx.tv("enrol-free", &[("name", first.name.short().into())])),
        (None, None) => return,
    };
    for (row, text) in at.rows().zip(wrap(&text, usize::from(at.width))) {
        frame.render_widget(Span::styled(text, style), row);
    }
}
