//! The picture of lists: the conditions as a form while they are typed in, as one sentence while the rows are looked at; rows; counts.

use super::{Lists, words};
use crate::domain::date;
use crate::domain::filter::Order;
use crate::office::ListedFamily;
use crate::tui::app::Context;
use crate::tui::widgets::chrome::frame_with_title;
use crate::tui::widgets::text::{cut, fit, wrap};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Span;

const NUMBER_CELLS: usize = 8;
const PEOPLE_CELLS: usize = 13;
const DAY_CELLS: usize = 10;

/// Rows of a screen that is tall enough to show form and rows whole at the same time.
const TALL: u16 = 36;

/// Rows of the frame, of the heading and of the line of keys around the rows of families.
const AROUND: u16 = 4;

/// Whether the form is open.
fn is_open(lists: &Lists, cx: &Context) -> bool {
    !lists.on_rows || cx.size.1 >= TALL
}

fn form_rows(lists: &Lists) -> u16 {
    // The frame, and the sentence about the field with the focus.
    u16::try_from(lists.conditions.form.rows.len()).unwrap_or(0) + 3
}

/// How many rows of families are seen, for PgUp and PgDn.
pub(super) fn page(lists: &Lists, cx: &Context) -> usize {
    let above = if is_open(lists, cx) { form_rows(lists) } else { 1 };
    usize::from(cx.size.1.saturating_sub(3 + above + AROUND))
}

pub(super) fn draw(lists: &Lists, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let above = if is_open(lists, cx) { form_rows(lists) } else { 1 };
    let [top, rest] = Layout::vertical([Constraint::Length(above), Constraint::Min(3)]).areas(area);
    // The rows first: suggestions of the form hang over them.
    draw_rows(lists, cx, frame, rest);
    if is_open(lists, cx) {
        draw_form(lists, cx, frame, top);
    } else {
        let words = words::of(&lists.conditions.filter, &lists.choices.lists, cx);
        let text = format!(" {}: {words}", cx.t("lists-conditions"));
        let style = if words::is_plain(&lists.conditions.filter) { cx.theme.dim } else { cx.theme.accent };
        frame.render_widget(Span::styled(cut(&text, usize::from(top.width)), style), top);
    }
}

fn draw_form(lists: &Lists, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let style = if lists.on_rows { cx.theme.frame } else { cx.theme.frame_focus };
    let inner = frame_with_title(frame, area, &cx.t("lists-conditions"), style, cx.theme.title);
    let hint = Rect { y: inner.bottom().saturating_sub(1), height: 1, ..inner };
    let (style, text) =
        if lists.on_rows { (cx.theme.dim, cx.t("lists-conditions-closed")) } else { lists.conditions.form.hint(cx) };
    frame.render_widget(Span::styled(cut(&format!(" {text}"), usize::from(hint.width)), style), hint);
    let form = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    lists.conditions.form.view(cx, frame, form);
}

fn title(lists: &Lists, cx: &Context) -> String {
    let Some(page) = &lists.page else { return cx.t("lists-counting") };
    let count = |id: &str, count: usize| cx.tv(id, &[("count", count.into())]);
    let mut title = cx.tv(
        "lists-found",
        &[
            ("families", count("count-families", page.totals.families).into()),
            ("people", count("count-members", page.totals.people).into()),
            ("children", count("count-children", page.totals.children).into()),
        ],
    );
    if !lists.marked.is_empty() {
        title.push_str(&format!(" · {}", cx.tv("lists-marked", &[("count", lists.marked.len().into())])));
    }
    title
}

fn draw_rows(lists: &Lists, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let style = if lists.on_rows { cx.theme.frame_focus } else { cx.theme.frame };
    let inner = frame_with_title(frame, area, &title(lists, cx), style, cx.theme.title);
    let cells = usize::from(inner.width);
    let keys = Rect { y: inner.bottom().saturating_sub(1), height: 1, ..inner };
    frame.render_widget(Span::styled(cut(&format!(" {}", cx.t("lists-keys")), cells), cx.theme.dim), keys);
    let found = lists.found();
    if found == 0 {
        let id = if lists.page.is_some() { "lists-empty" } else { "lists-counting" };
        for (line, row) in wrap(&cx.t(id), cells.saturating_sub(4)).iter().zip(inner.rows().skip(1)) {
            frame.render_widget(Span::styled(format!("  {line}"), cx.theme.dim), row);
        }
        return;
    }
    frame.render_widget(Span::styled(heading(lists.order, cx, cells), cx.theme.dim), Rect { height: 1, ..inner });
    let page = usize::from(inner.height.saturating_sub(2));
    let first = lists.cursor.first(found, page);
    for (place, y) in (first..found.min(first + page)).zip(inner.y + 1..) {
        let is_chosen = place == lists.cursor.chosen;
        let Some(row) = lists.row(place) else {
            frame.render_widget(Span::styled("   …", cx.theme.dim), Rect { y, height: 1, ..inner });
            continue;
        };
        let is_marked = lists.marked.contains(&row.family);
        let style = match (is_chosen, is_marked, row.closed) {
            (true, ..) => cx.theme.selected,
            (false, true, _) => cx.theme.accent,
            (false, false, true) => cx.theme.dim,
            (false, false, false) => cx.theme.text,
        };
        let signs = format!("{}{} ", if is_chosen { "▸" } else { " " }, if is_marked { "●" } else { " " });
        let text = format!("{signs}{}", columns(&cells_of(row, cx), cells.saturating_sub(3)));
        frame.render_widget(Span::styled(fit(&text, cells), style), Rect { y, height: 1, ..inner });
    }
}

/// The words of a row: number, head, people, categories, address, registered, last contact.
type Cells = [String; 7];

fn cells_of(row: &ListedFamily, cx: &Context) -> Cells {
    let mut people = row.members.to_string();
    if !row.children.is_empty() {
        let ages: Vec<String> = row.children.iter().map(ToString::to_string).collect();
        people = cx.tv("lists-people", &[("members", people.into()), ("ages", ages.join(",").into())]);
    }
    let categories: Vec<String> = row.categories.iter().map(|code| cx.texts.code("short", &code.0)).collect();
    let closed = if row.closed { format!("✗ {}", cx.t("lists-closed")) } else { String::new() };
    [
        row.number.to_string(),
        row.head.full(),
        people,
        [closed, categories.join(" ")].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "),
        row.address.clone(),
        date::show(row.registered_on),
        row.last_contact.map(date::show).unwrap_or_else(|| "–".to_owned()),
    ]
}

fn heading(order: Order, cx: &Context, cells: usize) -> String {
    let words = ["number", "head", "people", "categories", "address", "registered", "contact"];
    let place = match order {
        Order::Name => 1,
        Order::Number => 0,
        Order::Registered => 5,
        Order::Contact => 6,
    };
    let mut heads = words.map(|word| cx.t(&format!("lists-column-{word}")));
    heads[place] = format!("▼{}", heads[place]);
    // Where the column of the order has no room its name stands in that of the last contact.
    if place == 5 && cells < WIDE {
        heads[6] = std::mem::take(&mut heads[5]);
    }
    format!("   {}", columns(&heads, cells.saturating_sub(3)))
}

/// Cells from which addresses and days of registration have room.
const WIDE: usize = 110;

fn columns(cells: &Cells, room: usize) -> String {
    let [number, head, people, categories, address, registered, contact] = cells;
    let fixed = NUMBER_CELLS + PEOPLE_CELLS + DAY_CELLS + 4;
    let mut left = room.saturating_sub(fixed);
    if room + 3 < WIDE {
        let names = left * 3 / 5;
        return format!(
            "{} {} {} {} {}",
            fit(number, NUMBER_CELLS),
            fit(head, names),
            fit(people, PEOPLE_CELLS),
            fit(categories, left - names),
            fit(contact, DAY_CELLS)
        );
    }
    left = left.saturating_sub(DAY_CELLS + 2);
    let (names, kinds) = (left * 2 / 5, left / 4);
    format!(
        "{} {} {} {} {} {} {}",
        fit(number, NUMBER_CELLS),
        fit(head, names),
        fit(people, PEOPLE_CELLS),
        fit(categories, kinds),
        fit(address, left - names - kinds),
        fit(registered, DAY_CELLS),
        fit(contact, DAY_CELLS)
    )
}
