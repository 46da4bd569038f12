//! The picture of the search: box, tiers with reasons, the family under the cursor, today.

use super::rows::{Group, Row};
use super::{At, Home, today};
use crate::domain::category::CategoryCode;
use crate::domain::date;
use crate::domain::staff::Right;
use crate::office::{Found, Only};
use crate::search::small::Needle;
use crate::search::{Tier, Why};
use crate::tui::app::Context;
use crate::tui::commands::{self, CommandId};
use crate::tui::screens::card::lines as card_lines;
use crate::tui::widgets::chrome::frame_with_title;
use crate::tui::widgets::marked::marked;
use crate::tui::widgets::text::{cut, fit, width};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// How many rows of people are seen, for PgUp and PgDn.
pub(super) fn page(cx: &Context) -> usize {
    usize::from(cx.size.1.saturating_sub(3 + 3 + today::rows(cx) + 2))
}

pub(super) fn draw(home: &Home, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let needle = Needle::of(&home.query.text());
    let strip = strip(home, cx, usize::from(area.width), area.height);
    let [search, beneath, middle, below] = Layout::vertical([
        Constraint::Length(3),
        Constraint::Length(u16::from(strip.is_some())),
        Constraint::Min(3),
        Constraint::Length(today::rows(cx)),
    ])
    .areas(area);
    draw_box(home, cx, frame, search);
    if let Some(line) = strip {
        frame.render_widget(line, beneath);
    }
    if cx.is_wide() {
        let [list, beside] = Layout::horizontal([Constraint::Fill(3), Constraint::Fill(2)]).areas(middle);
        draw_list(home, cx, &needle, frame, list);
        draw_glance(home, cx, frame, beside);
    } else {
        draw_list(home, cx, &needle, frame, middle);
    }
    today::draw(home.today.as_ref(), cx, frame, below);
}

fn draw_box(home: &Home, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let title = match home.preparing {
        Some(percent) => cx.tv("index-title", &[("percent", i64::from(percent).into())]),
        None => cx.t("home-search"),
    };
    let inner = frame_with_title(frame, area, &title, cx.theme.frame_focus, cx.theme.title);
    // What the search is limited to stands in the frame: calm while it is not.
    let limit = format!(" {} ", cx.t(limit_message(home.only)));
    let style = if home.only == Only::All { cx.theme.dim } else { cx.theme.warning };
    let cells = u16::try_from(width(&limit)).unwrap_or(0);
    let x = area.right().saturating_sub(cells + 2);
    frame.render_widget(Span::styled(limit, style), Rect { x, width: cells.min(area.width), height: 1, ..area });
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

fn limit_message(only: Only) -> &'static str {
    match only {
        // The box itself never leaves homes out.
        Only::All | Only::Named => "box-all",
        Only::Families => "box-only-families",
        Only::People => "box-only-people",
        Only::Open => "box-only-open",
        Only::Closed => "box-only-closed",
    }
}

/// The line under the box: surnames that a mistyped one may mean, else the groups where not all of them are in sight.
fn strip<'a>(home: &Home, cx: &Context, cells: usize, height: u16) -> Option<Line<'a>> {
    let found = &home.found;
    if !found.finding.meant.is_empty() {
        return Some(meant(home, cx, cells));
    }
    let rows = found.len() + found.groups.len();
    let page = usize::from(height.saturating_sub(3 + today::rows(cx)));
    if found.groups.len() < 2 || rows <= page {
        return None;
    }
    let groups = found.groups.iter().enumerate();
    let words: Vec<String> =
        groups.map(|(place, group)| format!("{} {} · {}", place + 1, cx.t(group.title), counted(group, cx))).collect();
    let text = format!(" {}   {}", words.join("   "), cx.t("box-jump"));
    Some(Line::from(Span::styled(cut(&text, cells), cx.theme.dim)))
}

/// `↑ Може, це: Шевченко · 12   Шевчук · 4`; with numbers while the hands are here.
fn meant<'a>(home: &Home, cx: &Context, cells: usize) -> Line<'a> {
    let on = if let At::Meant(place) = home.at { Some(place) } else { None };
    let sign = if on.is_some() { "▸" } else { "↑" };
    let mut spans = vec![Span::styled(format!(" {sign} {} ", cx.t("box-meant")), cx.theme.warning)];
    let mut used = width(&spans[0].content);
    for (place, meant) in home.found.finding.meant.iter().enumerate() {
        let number = if on.is_some() { format!("{} ", place + 1) } else { String::new() };
        let text = format!("{number}{} · {}", meant.surname, crate::text::count(i64::from(meant.people)));
        if used + width(&text) + 3 > cells {
            break;
        }
        used += width(&text) + 3;
        let style = if on == Some(place) { cx.theme.selected } else { cx.theme.text };
        // Chosen is told by its brackets too, where there are no colours.
        let text = if on == Some(place) { format!("[{text}]") } else { format!(" {text} ") };
        spans.push(Span::styled(text, style));
        spans.push(Span::raw(" "));
    }
    Line::from(spans)
}

/// How many rows of a group there are: a list cut at its limit does not pretend to be whole.
fn counted(group: &Group, cx: &Context) -> String {
    if group.is_open {
        return format!("{}+", group.total);
    }
    if group.total > group.rows {
        let values = [("shown", group.rows.into()), ("total", group.total.into())];
        return cx.tv("box-some", &values);
    }
    group.total.to_string()
}

fn draw_list(home: &Home, cx: &Context, needle: &Needle, frame: &mut Frame<'_>, area: Rect) {
    let cells = usize::from(area.width);
    if home.found.is_empty() {
        return draw_empty(home, cx, frame, area);
    }
    let widest = home.found.finding.people.iter().map(|found| width(&reason(found, cx))).max().unwrap_or(0);
    let columns = Columns::of(cells, widest, cx);
    let page = usize::from(area.height);
    // Headings are rows too: so many lines stand above the one under the cursor.
    let chosen = home.cursor.chosen + home.found.group_of(home.cursor.chosen) + 1;
    let first = if chosen < page { 0 } else { chosen + 1 - page };
    let mut lines = Vec::with_capacity(page);
    let mut line = 0;
    let mut push = |lines: &mut Vec<Line<'_>>, make: &dyn Fn() -> Line<'static>| {
        if line >= first && lines.len() < page {
            lines.push(make());
        }
        line += 1;
    };
    for (number, group) in home.found.groups.iter().enumerate() {
        push(&mut lines, &|| heading(home, group, number, cx));
        for place in group.first..group.first + group.rows {
            let is_chosen = place == home.cursor.chosen && !matches!(home.at, At::Meant(_));
            push(&mut lines, &|| match home.found.get(place) {
                Some(Row::Person(found)) => person_row(found, cx, needle, &columns, is_chosen),
                Some(Row::Thing(thing)) => {
                    let lang = cx.texts.lang();
                    let spans = (thing.title.said(lang), thing.note.said(lang));
                    other_row(spans, "", cx, needle, cells, is_chosen)
                }
                Some(Row::Command(id)) => command_row(id, cx, needle, cells, is_chosen),
                None => Line::default(),
            });
        }
    }
    frame.render_widget(Paragraph::new(lines), area);
}

fn draw_empty(home: &Home, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let cells = usize::from(area.width);
    let id = match (home.query.text().trim().is_empty(), home.is_answered()) {
        (true, _) if !cx.may(Right::Register) => "home-empty-find",
        (true, _) => "home-empty",
        (false, true) if home.preparing.is_some() => "index-nothing-found",
        (false, true) if home.only != Only::All => "box-nothing-limited",
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
    if home.query.is_empty() && home.newcomers() > 0 {
        // Enter is theirs where it is not taken by the forms that were not saved.
        let id = if home.unsaved > 0 { "home-newcomers-too" } else { "home-newcomers" };
        let text = cx.tv(id, &[("count", home.newcomers().into())]);
        rows.push(Line::default());
        rows.push(Line::from(Span::styled(cut(&format!("  {text}"), cells), cx.theme.warning)));
    }
    frame.render_widget(Paragraph::new(rows), area);
}

/// The heading of a group, with the digit that jumps to it where there are several.
fn heading(home: &Home, group: &Group, number: usize, cx: &Context) -> Line<'static> {
    let text = format!("{} · {}", cx.t(group.title), counted(group, cx));
    if home.found.groups.len() < 2 {
        return Line::from(Span::styled(format!(" {text}"), cx.theme.title));
    }
    // The digits work while the hands are on the rows.
    let style = if home.at == At::Rows { cx.theme.accent } else { cx.theme.dim };
    Line::from(vec![Span::styled(format!(" {} ", number + 1), style), Span::styled(text, cx.theme.title)])
}

/// A row of something that is no person: what it is called, what else is said of it, and at the end its key.
fn other_row(
    (title, note): (&str, &str),
    key: &str,
    cx: &Context,
    needle: &Needle,
    cells: usize,
    is_chosen: bool,
) -> Line<'static> {
    let (text, dim) = if is_chosen { (cx.theme.selected, cx.theme.selected) } else { (cx.theme.text, cx.theme.dim) };
    let room = cells.saturating_sub(2);
    let title_cells = width(title).clamp(room * 2 / 5, room.max(1) * 3 / 5);
    let rest = room.saturating_sub(title_cells + 1);
    let key_cells = if key.is_empty() { 0 } else { 4 };
    let mut spans = vec![Span::styled(if is_chosen { "▸ " } else { "  " }, text)];
    spans.extend(marked(title, title_cells, needle, text, is_chosen, &cx.theme));
    spans.push(Span::styled(" ", text));
    if key_cells > 0 {
        spans.push(Span::styled(fit(key, key_cells), dim));
    }
    spans.extend(marked(note, rest.saturating_sub(key_cells), needle, dim, is_chosen, &cx.theme));
    Line::from(spans)
}

fn command_row(id: CommandId, cx: &Context, needle: &Needle, cells: usize, is_chosen: bool) -> Line<'static> {
    let Some(command) = commands::row(id) else { return Line::default() };
    let (title, help) = (cx.t(command.title), cx.t(&format!("{}-help", command.title)));
    other_row((&title, &help), &commands::key_in_menu(command), cx, needle, cells, is_chosen)
}

/// The columns of people, as wide as the list and its longest reason want them.
struct Columns {
    name: usize,
    address: usize,
    children: usize,
    last: usize,
}

impl Columns {
    fn of(cells: usize, widest: usize, cx: &Context) -> Self {
        /// A name is not cut further for the sake of a reason.
        const NAME: usize = 28;
        let address = if cells >= 100 { 26 } else { 0 };
        // As wide as the longest word of the language that can stand there.
        let many = cx.tv("count-children", &[("count", 12_i64.into())]);
        let children = width(&many).max(width(&cx.t("home-single")));
        let fixed = 2 + 11 + children + 1 + 9 + if address > 0 { address + 1 } else { 0 };
        let rest = cells.saturating_sub(fixed + 1);
        // Beside the list stands the whole card, so there the name may take what the categories need elsewhere.
        let share = if cx.is_wide() { 4 } else { 3 };
        let name = ((rest + 1) * share / 5).clamp(26, 40);
        let name = name.min(rest.saturating_sub(widest).max(NAME.min(name)));
        Self { name, address, children, last: rest.saturating_sub(name) }
    }
}

/// Why somebody was found, where that has to be said.
fn reason(found: &Found, cx: &Context) -> String {
    match (&found.why, found.tier) {
        (Why::Name, Tier::Exact) => String::new(),
        _ => cx.texts.say(&found.why),
    }
}

/// The reason in so many cells: in fewer words where it does not fit whole.
fn short_reason(found: &Found, cells: usize, cx: &Context) -> String {
    match &found.why {
        Why::Near(_, stored) if width(&reason(found, cx)) > cells => {
            cx.tv("why-near", &[("stored", stored.as_str().into())])
        }
        _ => reason(found, cx),
    }
}

fn person_row(found: &Found, cx: &Context, needle: &Needle, columns: &Columns, is_chosen: bool) -> Line<'static> {
    let theme = &cx.theme;
    let (mut text, dim, accent) = if is_chosen {
        (theme.selected, theme.selected, theme.selected)
    } else {
        (theme.text, theme.dim, theme.accent)
    };
    if found.closed {
        text = dim;
    }
    let birth = found.birth.map(date::show_birth).unwrap_or_default();
    let number = found.number.map(|number| number.to_string()).unwrap_or_default();
    let children = match (found.family, found.children) {
        (Some(_), 0) => String::new(),
        (Some(_), children) => cx.tv("count-children", &[("count", children.into())]),
        (None, _) => cx.t("home-single"),
    };
    let mut spans = vec![Span::styled(if is_chosen { "▸ " } else { "  " }, text)];
    spans.extend(marked(&found.name.full(), columns.name, needle, text, is_chosen, theme));
    spans.push(Span::styled(format!(" {} ", fit(&birth, 10)), dim));
    if columns.address > 0 {
        spans.extend(marked(&found.address, columns.address, needle, dim, is_chosen, theme));
        spans.push(Span::styled(" ", dim));
    }
    spans.push(Span::styled(format!("{} ", fit(&children, columns.children)), text));
    spans.extend(marked(&number, 8, needle, accent, is_chosen, theme));
    let closed = if found.closed { cx.t("home-closed") } else { String::new() };
    let room = columns.last.saturating_sub(if found.closed { width(&closed) + 3 } else { 0 });
    let head = found.head.as_ref().map(|head| cx.tv("box-head", &[("name", head.short().into())])).unwrap_or_default();
    let parts = [closed, short_reason(found, room, cx), head, categories(&found.categories, cx)];
    spans.push(Span::styled(format!(" {}", fit(&joined(&parts, columns.last), columns.last)), dim));
    Line::from(spans)
}

/// The parts behind one another as far as they fit: the first ones tell most and lose no letter to those behind them.
fn joined(parts: &[String; 4], cells: usize) -> String {
    /// Less of a part says nothing.
    const WORTH: usize = 6;
    let mut line = String::new();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        let sign = if line.is_empty() { "" } else { " · " };
        let room = cells.saturating_sub(width(&line) + width(sign));
        if !line.is_empty() && room < WORTH.min(width(part)) {
            break;
        }
        line.push_str(sign);
        line.push_str(&cut(part, room));
    }
    line
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
