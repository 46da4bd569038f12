//! The picture of the register: box, dates, names with their signs, sums, the family, what is under the cursor, the keys.
//!
//! Only what is seen is drawn: of a hall of two hundred a dozen rows, of forty dates those that fit.

use super::RegisterScreen;
use super::family::Household;
use super::grid::{Cell, Grid};
use super::rows::{At, Met, Shown};
use super::words;
use crate::domain::date;
use crate::domain::event::{Outcome, SessionStatus};
use crate::domain::staff::Right;
use crate::tui::app::{Context, ToastKind};
use crate::tui::widgets::chrome::{frame_with_title, more_below};
use crate::tui::widgets::text::{cut, fit, width, wrap};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use std::ops::Range;

/// `21.11` and a gap.
const DATE_CELLS: usize = 6;
const AGE_CELLS: usize = 3;
const REMARK_CELLS: usize = 4;
/// `12/22`, on its right.
const SUM_CELLS: usize = 7;
/// The sign of the row under the cursor and a gap.
const SIGN_CELLS: usize = 2;
/// What a name keeps however many dates there are; where there is room, more.
const NAME_CELLS: (usize, usize) = (22, 26);
/// A longer name is rare, and the dates must not run away from it.
const NAME_MOST: usize = 44;
/// Rows around the list: header of the desk, frame, box, dates, sums, heads, family, details, keys, toast, footer.
const AROUND: u16 = 13;
/// The rows below the list.
const BELOW: u16 = 6;

/// How many rows of the list are seen.
pub(super) fn page(cx: &Context) -> usize {
    usize::from(cx.size.1.saturating_sub(AROUND)).max(1)
}

/// Where things stand in a row.
struct Layout {
    name: usize,
    dates: Range<usize>,
    /// The column under the cursor.
    cursor: usize,
}

impl Layout {
    fn of(grid: &Grid, room: usize, cx: &Context) -> Self {
        let least = if cx.is_wide() { NAME_CELLS.1 } else { NAME_CELLS.0 };
        let fixed = SIGN_CELLS + AGE_CELLS + 1 + REMARK_CELLS + 1 + SUM_CELLS;
        let free = room.saturating_sub(fixed + least);
        let dates = grid.window(free / DATE_CELLS);
        let name = room.saturating_sub(fixed + dates.len() * DATE_CELLS).min(NAME_MOST);
        Self { name, dates, cursor: grid.column }
    }

    /// The cells before the dates.
    fn before(&self) -> usize {
        self.name + AGE_CELLS + 1 + REMARK_CELLS
    }
}

pub(super) fn draw(screen: &RegisterScreen, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let Some(grid) = &screen.grid else {
        let title = cx.t("screen-register");
        let inner = frame_with_title(frame, area, &title, cx.theme.frame_focus, cx.theme.title);
        return frame.render_widget(Span::styled(cx.t("register-loading"), cx.theme.dim), inner);
    };
    let inner = frame_with_title(frame, area, &title(grid, cx), cx.theme.frame_focus, cx.theme.title);
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let layout = Layout::of(grid, usize::from(inner.width), cx);
    let row = |y: u16| Rect { y: inner.y + y, height: 1, ..inner }.intersection(inner);
    draw_box(screen, grid, cx, frame, row(0));
    frame.render_widget(head(grid, &layout, cx), row(1));
    let list = Rect { y: inner.y + 2, height: inner.height.saturating_sub(2 + BELOW), ..inner };
    draw_rows(screen, grid, &layout, cx, frame, list);
    if screen.rows.len() > usize::from(list.height) {
        more_below(cx, frame, area);
    }
    let below = |y: u16| Rect { y: list.bottom() + y, height: 1, ..inner }.intersection(inner);
    frame.render_widget(sums(grid, &layout, cx), below(0));
    frame.render_widget(heads(grid, &layout, cx), below(1));
    draw_family(screen, grid, cx, frame, below(2));
    draw_said(screen, grid, cx, frame, Rect { height: 2, ..below(3) });
    let room = usize::from(inner.width);
    frame.render_widget(Span::styled(cut(&cx.t(keys(screen, grid, cx)), room), cx.theme.dim), below(5));
}

/// The line of keys: those that do something here and now.
fn keys(screen: &RegisterScreen, grid: &Grid, cx: &Context) -> &'static str {
    let status = grid.at().map(|column| column.status);
    if screen.household.as_ref().is_some_and(Household::is_offered) {
        return "register-keys-offer";
    }
    match status {
        Some(SessionStatus::Held) => "register-keys-held",
        Some(SessionStatus::Cancelled) => "register-keys-off",
        _ if !grid.has_come(grid.column, cx.today()) => "register-keys-ahead",
        _ if !cx.may(Right::MarkAttendance) => "register-keys-reader",
        _ if screen.query.is_empty() && cx.is_wide() => "register-keys-wide",
        _ if screen.query.is_empty() => "register-keys",
        _ => "register-keys-typed",
    }
}

/// `Підлітковий клуб · субота 21.11.2026 · 11:00–13:00`.
fn title(grid: &Grid, cx: &Context) -> String {
    let day = grid.at().map(|column| words::day_of(column, cx)).unwrap_or_default();
    format!("{} · {day}", grid.register.frame.title)
}

/// The box with the count of the date at its end.
fn draw_box(screen: &RegisterScreen, grid: &Grid, cx: &Context, frame: &mut Frame<'_>, at: Rect) {
    let room = usize::from(at.width);
    let sums = grid.sums(grid.column);
    let values = [("present", sums.present.into()), ("expected", sums.expected.into()), ("due", sums.due.into())];
    let id = match (sums.due, screen.shown) {
        _ if sums.expected == 0 => "register-count-none",
        (_, Shown::Due) => "register-count-only-due",
        (0, Shown::All) => "register-count-all",
        (_, Shown::All) => "register-count",
    };
    let count = cx.tv(id, &values);
    let cells = room.saturating_sub(width(&count) + 4);
    let (text, cursor) = screen.query.window(cells);
    let shown =
        if screen.query.is_empty() { fit(&format!("  {}", cx.t("register-box")), cells) } else { fit(&text, cells) };
    let style = if sums.due == 0 && sums.expected > 0 { cx.theme.good } else { cx.theme.accent };
    let line = Line::from(vec![
        Span::styled("⌕ ", cx.theme.dim),
        Span::styled(shown, cx.theme.field_focus),
        Span::raw("  "),
        Span::styled(count, style),
    ]);
    frame.render_widget(line, at);
    frame.set_cursor_position((at.x + 2 + cursor, at.y));
}

/// The line of dates. Whatever lies further is told by an arrow.
fn head<'a>(grid: &Grid, layout: &Layout, cx: &Context) -> Line<'a> {
    let before = layout.before() + SIGN_CELLS;
    let arrow = if layout.dates.start > 0 { "←" } else { " " };
    let mut spans =
        vec![Span::styled(fit(&" ".repeat(before.saturating_sub(1)), before.saturating_sub(1)), cx.theme.dim)];
    spans.push(Span::styled(arrow.to_owned(), cx.theme.accent));
    for place in layout.dates.clone() {
        let Some(column) = grid.register.columns.get(place) else { continue };
        let day = column.held_on.format("%d.%m").to_string();
        let style = date_style(grid, place, cx);
        let sign = if place == layout.cursor { "│" } else { " " };
        spans.push(Span::styled(format!("{sign}{day}"), style));
    }
    let arrow = if layout.dates.end < grid.register.columns.len() { "→" } else { " " };
    spans.push(Span::styled(arrow.to_owned(), cx.theme.accent));
    // Of a single date a sum says nothing that its mark does not.
    if grid.register.columns.len() > 1 {
        spans.push(Span::styled(right(&cx.t("register-sum"), SUM_CELLS), cx.theme.dim));
    }
    Line::from(spans)
}

fn date_style(grid: &Grid, place: usize, cx: &Context) -> Style {
    let is_off = grid.register.columns.get(place).is_some_and(|column| column.status == SessionStatus::Cancelled);
    match (place == grid.column, is_off) {
        (true, _) => cx.theme.title.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
        (false, true) => cx.theme.dim.add_modifier(Modifier::CROSSED_OUT),
        (false, false) if grid.has_come(place, cx.today()) => cx.theme.text,
        (false, false) => cx.theme.dim,
    }
}

/// The text on the right side of so many cells.
fn right(text: &str, cells: usize) -> String {
    let text = cut(text, cells);
    format!("{}{text}", " ".repeat(cells.saturating_sub(width(&text))))
}

/// A text in the middle of a date's cells, the line of the cursor before it.
fn centred(text: &str, is_cursor: bool) -> String {
    let room = DATE_CELLS - 1;
    let text = cut(text, room);
    let left = (room - width(&text)) / 2;
    let line = if is_cursor { "│" } else { " " };
    format!("{line}{}", fit(&format!("{}{text}", " ".repeat(left)), room))
}

fn draw_rows(screen: &RegisterScreen, grid: &Grid, layout: &Layout, cx: &Context, frame: &mut Frame<'_>, list: Rect) {
    let page = usize::from(list.height);
    let first = screen.cursor.first(screen.rows.len(), page);
    let seen = screen.rows.iter().enumerate().skip(first);
    let room = usize::from(list.width);
    for (at, (place, row)) in list.rows().zip(seen) {
        let is_chosen = place == screen.cursor.chosen;
        let line = match row.at {
            At::Listed(of) => listed(grid, of, row, layout, is_chosen, cx),
            At::Waiting(of) => waiting(grid, of, room, is_chosen, cx),
            At::Stranger(of) => stranger(screen, of, row, room, is_chosen, cx),
            At::Fresh => fresh(screen, room, is_chosen, cx),
        };
        frame.render_widget(line, at);
    }
    if grid.register.rows.is_empty() && screen.query.is_empty() {
        let text = cx.t("register-empty");
        let rows = list.rows().skip(screen.rows.len() + 1);
        for (at, text) in rows.zip(wrap(&text, room.saturating_sub(2))) {
            frame.render_widget(Span::styled(format!("  {text}"), cx.theme.dim), at);
        }
    }
}

fn listed<'a>(grid: &Grid, of: usize, met: &Met, layout: &Layout, is_chosen: bool, cx: &Context) -> Line<'a> {
    let Some(row) = grid.row(of) else { return Line::default() };
    let base = if is_chosen { cx.theme.selected } else { cx.theme.text };
    let sign = if is_chosen { "▸" } else { " " };
    let near = if met.is_near { "≈" } else { " " };
    let age = row.age.map(|age| age.to_string()).unwrap_or_default();
    let name = fit(&words::name_in(&row.name, layout.name), layout.name);
    let remark = fit(&words::remark(row, cx), REMARK_CELLS);
    let remark_style = if is_chosen { base } else { cx.theme.warning };
    let mut spans = vec![
        Span::styled(format!("{sign}{near}{name}{} ", right(&age, AGE_CELLS)), base),
        Span::styled(remark, remark_style),
    ];
    for place in layout.dates.clone() {
        // Of a day to come nothing is asked yet.
        let cell = match grid.cell(of, place) {
            Cell::Due if !grid.has_come(place, cx.today()) => Cell::Blank,
            cell => cell,
        };
        let is_cursor = place == layout.cursor;
        let sign = words::sign(cell, cx);
        let text = if is_chosen && is_cursor { format!("[{sign}]") } else { sign };
        let style = if is_chosen { base } else { cell_style(cell, is_cursor, cx) };
        spans.push(Span::styled(centred(&text, is_cursor), style));
    }
    let (came, held) = grid.came(of);
    let sum = if held == 0 || grid.register.columns.len() == 1 { String::new() } else { format!("{came}/{held}") };
    spans.push(Span::styled(format!(" {}", right(&sum, SUM_CELLS)), if is_chosen { base } else { cx.theme.dim }));
    Line::from(spans)
}

fn cell_style(cell: Cell, is_cursor: bool, cx: &Context) -> Style {
    let style = match cell {
        Cell::Marked(Outcome::Present) => cx.theme.good,
        Cell::Marked(Outcome::Absent) => cx.theme.fault,
        Cell::Marked(Outcome::Excused) => cx.theme.warning,
        Cell::Going(_) | Cell::Due if is_cursor => cx.theme.accent,
        Cell::Going(_) | Cell::Due | Cell::Blank | Cell::Off => cx.theme.dim,
    };
    if is_cursor { style.add_modifier(Modifier::BOLD) } else { style }
}

/// A row that is no row of the journal: a name, and on the right what it is.
fn other<'a>(text: &str, told: &str, room: usize, is_chosen: bool, style: Style, cx: &Context) -> Line<'a> {
    let told = cut(told, room / 2);
    let cells = room.saturating_sub(width(&told) + SIGN_CELLS + 1);
    let sign = if is_chosen { "▸ " } else { "  " };
    let style = if is_chosen { cx.theme.selected } else { style };
    Line::from(Span::styled(format!("{sign}{} {told}", fit(text, cells)), style))
}

fn waiting<'a>(grid: &Grid, of: usize, room: usize, is_chosen: bool, cx: &Context) -> Line<'a> {
    let Some(row) = grid.register.waiting.get(of) else { return Line::default() };
    let told = cx.tv("register-waiting", &[("place", (of + 1).into())]);
    other(&row.name.full(), &told, room, is_chosen, cx.theme.dim, cx)
}

fn stranger<'a>(screen: &RegisterScreen, of: usize, met: &Met, room: usize, is_chosen: bool, cx: &Context) -> Line<'a> {
    let Some(found) = screen.found.get(of) else { return Line::default() };
    let near = if met.is_near { "≈ " } else { "" };
    let birth = found.birth.map(date::show_birth).unwrap_or_default();
    let number = found.number.map(|number| number.to_string()).unwrap_or_default();
    let text = [format!("{near}{}", found.name.full()), birth, number];
    let text: Vec<String> = text.into_iter().filter(|part| !part.is_empty()).collect();
    other(&text.join("  "), &cx.t("register-not-listed"), room, is_chosen, cx.theme.warning, cx)
}

fn fresh<'a>(screen: &RegisterScreen, room: usize, is_chosen: bool, cx: &Context) -> Line<'a> {
    let typed = screen.query.text();
    let typed = typed.trim();
    let text = if typed.is_empty() {
        cx.t("register-fresh")
    } else {
        cx.tv("register-fresh-typed", &[("name", typed.into())])
    };
    other(&text, "", room, is_chosen, cx.theme.accent, cx)
}

/// Present of expected, date by date.
fn sums<'a>(grid: &Grid, layout: &Layout, cx: &Context) -> Line<'a> {
    let before = layout.before() + SIGN_CELLS;
    let mut spans = vec![Span::styled(fit(&format!("  {}", cx.t("register-sums")), before), cx.theme.dim)];
    for place in layout.dates.clone() {
        let sums = grid.sums(place);
        let whole = format!("{}/{}", sums.present, sums.expected);
        let text = match (sums.present, sums.expected) {
            (0, _) if !grid.has_come(place, cx.today()) => String::new(),
            (0, 0) => String::new(),
            // Nobody was on the list before: a hall to which people just came.
            (present, 0) => present.to_string(),
            (present, _) if width(&whole) >= DATE_CELLS => present.to_string(),
            _ => whole,
        };
        let style = if place == layout.cursor { cx.theme.title } else { cx.theme.dim };
        spans.push(Span::styled(centred(&text, place == layout.cursor), style));
    }
    Line::from(spans)
}

/// Heads without names: their sum date by date, and in words for the date under the cursor.
fn heads<'a>(grid: &Grid, layout: &Layout, cx: &Context) -> Line<'a> {
    let before = layout.before() + SIGN_CELLS;
    let heads = grid.at().map(|column| column.heads).unwrap_or_default();
    let values = [
        ("women", i64::from(heads.women).into()),
        ("men", i64::from(heads.men).into()),
        ("children", i64::from(heads.children).into()),
    ];
    let id = if heads.total() == 0 { "register-heads-none" } else { "register-heads" };
    let text = fit(&format!("  {}", cx.tv(id, &values)), before);
    let mut spans = vec![Span::styled(text, if heads.total() == 0 { cx.theme.dim } else { cx.theme.text })];
    for place in layout.dates.clone() {
        let total = grid.register.columns.get(place).map_or(0, |column| column.heads.total());
        let text = if total == 0 { String::new() } else { format!("+{total}") };
        spans.push(Span::styled(centred(&text, place == layout.cursor), cx.theme.dim));
    }
    Line::from(spans)
}

fn draw_family(screen: &RegisterScreen, grid: &Grid, cx: &Context, frame: &mut Frame<'_>, at: Rect) {
    let Some(household) = &screen.household else { return };
    let Some(text) = household.line(grid, cx) else { return };
    let style = if household.is_offered() { cx.theme.selected } else { cx.theme.accent };
    let room = usize::from(at.width);
    let text = if household.is_offered() { fit(&text, room) } else { cut(&text, room) };
    frame.render_widget(Span::styled(text, style), at);
}

/// What was said last; else what is under the cursor.
fn draw_said(screen: &RegisterScreen, grid: &Grid, cx: &Context, frame: &mut Frame<'_>, at: Rect) {
    let (style, text) = match (&screen.said, screen.at_cursor()) {
        (Some((ToastKind::Good, text)), _) => (cx.theme.good, format!("✓ {text}")),
        (Some((ToastKind::Warning, text)), _) => (cx.theme.warning, text.clone()),
        (Some((ToastKind::Fault, text)), _) => (cx.theme.fault, format!("✗ {text}")),
        (None, Some(At::Listed(place))) => (cx.theme.dim, words::details(grid, place, cx)),
        (None, Some(At::Waiting(_))) => (cx.theme.dim, cx.t("register-about-waiting")),
        (None, Some(At::Stranger(_))) => (cx.theme.dim, cx.t("register-about-stranger")),
        (None, Some(At::Fresh)) => (cx.theme.dim, cx.t("register-about-fresh")),
        (None, None) => return,
    };
    let mut lines: Vec<(String, Style)> =
        wrap(&text, usize::from(at.width)).into_iter().map(|line| (line, style)).collect();
    // What the signs mean stands where nothing else has to be said.
    if lines.len() < usize::from(at.height) {
        lines.push((cut(&cx.t("register-legend"), usize::from(at.width)), cx.theme.dim));
    }
    for (row, (text, style)) in at.rows().zip(lines) {
        frame.render_widget(Span::styled(text, style), row);
    }
}
