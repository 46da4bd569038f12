//! The picture of the search: box, tiers with reasons, the family under the cursor, today.

use super::Home;
use crate::domain::category::CategoryCode;
use crate::domain::date;
use crate::domain::staff::Right;
use crate::office::{Found, Today};
use crate::search::{Tier, Why};
use crate::tui::app::Context;
use crate::tui::perform::FOUND_LIMIT;
use crate::tui::screens::card::lines as card_lines;
use crate::tui::widgets::chrome::frame_with_title;
use crate::tui::widgets::text::{cut, fit, width};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// Rows of the box with today's counters.
const TODAY_ROWS: u16 = 4;

/// How many rows of people are seen, for PgUp and PgDn.
pub(super) fn page(cx: &Context) -> usize {
    usize::from(cx.size.1.saturating_sub(3 + 3 + TODAY_ROWS + 2))
}

pub(super) fn draw(home: &Home, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let [search, middle, today] =
        Layout::vertical([Constraint::Length(3), Constraint::Min(3), Constraint::Length(TODAY_ROWS)]).areas(area);
    draw_box(home, cx, frame, search);
    if cx.is_wide() {
        let [list, beside] = Layout::horizontal([Constraint::Fill(3), Constraint::Fill(2)]).areas(middle);
        draw_list(home, cx, frame, list);
        draw_glance(home, cx, frame, beside);
    } else {
        draw_list(home, cx, frame, middle);
    }
    draw_today(home.today.as_ref(), cx, frame, today);
}

fn draw_box(home: &Home, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let title = match home.preparing {
        Some(percent) => cx.tv("index-title", &[("percent", i64::from(percent).into())]),
        None => cx.t("home-search"),
    };
    let inner = frame_with_title(frame, area, &title, cx.theme.frame_focus, cx.theme.title);
    let hint = cx.t(match (home.preparing.is_some(), cx.may(Right::SeeContacts)) {
        (false, true) => "home-search-hint",
        (false, false) => "home-search-hint-names",
        (true, true) => "index-hint",
        (true, false) => "index-hint-names",
    });
    let room = usize::from(inner.width).saturating_sub(2);
    let typing = room.saturating_sub(width(&hint) + 1);
    let (text, at) = home.query.window(if home.query.is_empty() { room } else { typing.max(room / 2) });
    let style = if home.query.is_selected() { cx.theme.selected } else { cx.theme.text };
    let rest = room.saturating_sub(width(&text));
    let mut spans = vec![Span::raw(" "), Span::styled(text, style)];
    if width(&hint) < rest {
        spans.push(Span::styled(format!("{}{hint}", " ".repeat(rest - width(&hint))), cx.theme.dim));
    }
    frame.render_widget(Line::from(spans), inner);
    frame.set_cursor_position((inner.x + 1 + at, inner.y));
}

fn draw_list(home: &Home, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let cells = usize::from(area.width);
    if home.found.is_empty() {
        let id = match (home.query.text().trim().is_empty(), home.is_answered()) {
            (true, _) if !cx.may(Right::Register) => "home-empty-find",
            (true, _) => "home-empty",
            (false, true) if home.preparing.is_some() => "index-nothing-found",
            (false, true) if !cx.may(Right::Register) => "home-nothing-found-find",
            (false, true) => "home-nothing-found",
            (false, false) => "home-searching",
        };
        let mut rows = vec![Line::default()];
        for line in crate::tui::widgets::text::wrap(&cx.t(id), cells.saturating_sub(4)) {
            rows.push(Line::from(Span::styled(format!("  {line}"), cx.theme.dim)));
        }
        if home.query.is_empty() && home.unsaved > 0 {
            let count = i64::try_from(home.unsaved).unwrap_or(i64::MAX);
            let text = cx.tv("home-unsaved", &[("count", count.into())]);
            rows.push(Line::default());
            rows.push(Line::from(Span::styled(cut(&format!("  {text}"), cells), cx.theme.warning)));
        }
        frame.render_widget(Paragraph::new(rows), area);
        return;
    }
    let rows = rows(home, cx, cells);
    let chosen = rows.iter().position(|(place, _)| *place == Some(home.cursor.chosen)).unwrap_or(0);
    let page = usize::from(area.height);
    // The heading above the first row of a tier stays in sight with it.
    let first = if chosen < page { 0 } else { chosen + 1 - page };
    let shown: Vec<Line<'_>> = rows.into_iter().skip(first).take(page).map(|(_, line)| line).collect();
    frame.render_widget(Paragraph::new(shown), area);
}

/// Rows of both tiers with their headings; a row of a person carries its place among the found.
fn rows<'a>(home: &Home, cx: &Context, cells: usize) -> Vec<(Option<usize>, Line<'a>)> {
    let mut rows = Vec::with_capacity(home.found.len() + 2);
    let mut heading = None;
    for (place, found) in home.found.iter().enumerate() {
        if heading != Some(found.tier) {
            heading = Some(found.tier);
            let id = match found.tier {
                Tier::Exact => "home-exact",
                Tier::Close => "home-close",
            };
            let count = home.found.iter().filter(|other| other.tier == found.tier).count();
            // A list cut at its limit does not pretend to be whole.
            let more = if home.found.len() >= FOUND_LIMIT { "+" } else { "" };
            rows.push((None, Line::from(Span::styled(format!(" {} · {count}{more}", cx.t(id)), cx.theme.title))));
        }
        rows.push((Some(place), person_row(found, cx, cells, place == home.cursor.chosen)));
    }
    rows
}

fn person_row<'a>(found: &Found, cx: &Context, cells: usize, is_chosen: bool) -> Line<'a> {
    let theme = &cx.theme;
    let (text, dim, accent) = if is_chosen {
        (theme.selected, theme.selected, theme.selected)
    } else {
        (theme.text, theme.dim, theme.accent)
    };
    let birth = found.birth.map(date::show_birth).unwrap_or_default();
    let number = found.number.map(|number| number.to_string()).unwrap_or_default();
    let children = match (found.family, found.children) {
        (Some(_), 0) => String::new(),
        (Some(_), children) => cx.tv("count-children", &[("count", children.into())]),
        (None, _) => cx.t("home-single"),
    };
    let categories = categories(&found.categories, cx);
    let why = cx.texts.say(&found.why);
    let reason = match (&found.why, found.tier) {
        (Why::Name, Tier::Exact) => String::new(),
        _ => why,
    };
    let closed = if found.closed { cx.t("home-closed") } else { String::new() };
    let last = [closed, reason, categories].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let address_cells = if cells >= 100 { 26 } else { 0 };
    // As wide as the longest word of the language that can stand there.
    let many = cx.tv("count-children", &[("count", 12_i64.into())]);
    let children_cells = width(&many).max(width(&cx.t("home-single")));
    let fixed = 2 + 11 + children_cells + 1 + 9 + if address_cells > 0 { address_cells + 1 } else { 0 };
    // Beside the list stands the whole card, so there the name may take what the categories need elsewhere.
    let share = if cx.is_wide() { 4 } else { 3 };
    let name_cells = (cells.saturating_sub(fixed) * share / 5).clamp(26, 40);
    let last_cells = cells.saturating_sub(fixed + name_cells + 1);
    let mut spans = vec![
        Span::styled(if is_chosen { "▸ " } else { "  " }, text),
        Span::styled(format!("{} ", fit(&found.name.full(), name_cells)), text),
        Span::styled(format!("{} ", fit(&birth, 10)), dim),
    ];
    if address_cells > 0 {
        spans.push(Span::styled(format!("{} ", fit(&found.address, address_cells)), dim));
    }
    spans.push(Span::styled(format!("{} ", fit(&children, children_cells)), text));
    spans.push(Span::styled(format!("{} ", fit(&number, 8)), accent));
    spans.push(Span::styled(fit(&last, last_cells), dim));
    Line::from(spans)
}

/// Categories in one or two words each: `ВПО військ.`.
fn categories(codes: &[CategoryCode], cx: &Context) -> String {
    codes.iter().map(|code| cx.texts.code("short", &code.0)).collect::<Vec<_>>().join(", ")
}

fn draw_glance(home: &Home, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let Some(card) = &home.glance else { return };
    let title = format!("{} · {}", card.number, card.head().map(|head| head.name.short()).unwrap_or_default());
    let inner = frame_with_title(frame, area, &title, cx.theme.frame, cx.theme.title);
    let lines = card_lines(card, cx, usize::from(inner.width));
    frame.render_widget(Paragraph::new(lines), inner);
}

fn draw_today(today: Option<&Today>, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let inner = frame_with_title(frame, area, &cx.t("home-today"), cx.theme.frame, cx.theme.dim);
    let Some(today) = today else { return };
    let cells = usize::from(inner.width) / 2;
    let row = |id: &str, value: String| (cx.t(id), value);
    let left = [
        row("home-registered", format!("{}  {}", today.registered, bars(&today.week))),
        row("home-corrected", today.corrected.to_string()),
    ];
    let right = [
        row("home-families", crate::text::count(i64::try_from(today.families).unwrap_or(i64::MAX))),
        row("home-people", crate::text::count(i64::try_from(today.people).unwrap_or(i64::MAX))),
    ];
    let cell = |(label, value): &(String, String)| -> Vec<Span<'static>> {
        let label = fit(&format!(" {label}"), 22);
        let value = fit(&cut(value, cells.saturating_sub(23)), cells.saturating_sub(22));
        vec![Span::styled(label, cx.theme.dim), Span::styled(value, cx.theme.text)]
    };
    let lines: Vec<Line<'_>> =
        left.iter().zip(&right).map(|(left, right)| Line::from([cell(left), cell(right)].concat())).collect();
    frame.render_widget(Paragraph::new(lines), inner);
}

/// A week as bars, the highest day full.
fn bars(week: &[usize; 7]) -> String {
    const SIGNS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let most = week.iter().copied().max().unwrap_or(0);
    week.iter().map(|day| SIGNS[(day * 7).checked_div(most).unwrap_or(0).min(7)]).collect()
}
