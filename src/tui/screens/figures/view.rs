//! The picture of the numbers: a table whose every number can be stood on, a sentence of what the number means, bars over time.

use super::{Column, FiguresScreen, Line as Row, words};
use crate::domain::event::figures::{EventFigures, FigureScope, Part};
use crate::office::events::number_words;
use crate::tui::app::Context;
use crate::tui::widgets::chart::{self, Bar};
use crate::tui::widgets::chrome::{frame_with_title, more_below};
use crate::tui::widgets::text::{cut, fit, width, wrap};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Cells of the columns of numbers, a space on the left included.
const COLUMNS: [(Column, usize); 3] = [(Column::Sessions, 9), (Column::Visits, 14), (Column::People, 9)];

/// Cells of the table beside the chart.
const TABLE_CELLS: u16 = 66;

/// Rows of the chart.
const CHART_ROWS: u16 = 14;

/// Rows of the frame, of the choices, of the heading, of the sentence and of the keys around the numbers.
const AROUND: u16 = 8;

/// Rows of the sentence below the table.
const WHY_ROWS: u16 = 2;

/// How many rows of numbers are seen. The desk's first line, toast and footer are no part of the screen.
pub(super) fn page(cx: &Context) -> usize {
    let around = if cx.is_wide() { AROUND - WHY_ROWS } else { AROUND };
    usize::from(cx.size.1.saturating_sub(3 + around))
}

pub(super) fn draw(screen: &FiguresScreen, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let figures = screen.figures.as_deref();
    if !cx.is_wide() {
        draw_table(screen, figures, cx, frame, area);
        return;
    }
    let [left, right] = Layout::horizontal([Constraint::Length(TABLE_CELLS), Constraint::Min(1)]).areas(area);
    draw_table(screen, figures, cx, frame, left);
    let has_time = figures.is_some_and(|figures| figures.rows.iter().any(|row| row.part == Part::Time));
    let [top, below] =
        Layout::vertical([Constraint::Length(if has_time { CHART_ROWS + 3 } else { 0 }), Constraint::Min(1)])
            .areas(right);
    if let Some(figures) = figures.filter(|_| has_time) {
        draw_chart(figures, cx, frame, top);
    }
    draw_why(screen, cx, frame, below);
}

/// The choices: of what, and of which days.
fn choices<'a>(screen: &FiguresScreen, cx: &Context) -> Line<'a> {
    let chosen = match screen.scope {
        FigureScope::All => Some(0),
        FigureScope::Programme(_) => Some(1),
        FigureScope::Series(_) => Some(2),
        FigureScope::Session(_) => None,
    };
    let mut spans = vec![Span::raw(" ")];
    for (place, id) in ["figures-choice-all", "figures-choice-programme", "figures-choice-series"].iter().enumerate() {
        let word = format!("{} {}", place + 1, cx.t(id));
        spans.push(if Some(place) == chosen {
            Span::styled(format!("[▸{word}◂]"), cx.theme.selected)
        } else {
            Span::styled(format!("  {word}  "), cx.theme.dim)
        });
    }
    if !matches!(screen.scope, FigureScope::Session(_)) {
        spans.push(Span::styled(format!("  4 {}: ", cx.t("figures-choice-time")), cx.theme.dim));
        spans.push(Span::styled(words::period(screen.period(cx), cx), cx.theme.accent));
    }
    Line::from(spans)
}

fn draw_table(screen: &FiguresScreen, figures: Option<&EventFigures>, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let title = format!("{} · {}", cx.t("figures-title"), number_words::scope(&screen.scope, figures, &cx.texts));
    let inner = frame_with_title(frame, area, &title, cx.theme.frame_focus, cx.theme.title);
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let cells = usize::from(inner.width);
    let row = |y: u16| Rect { y, height: 1, ..inner };
    frame.render_widget(choices(screen, cx), row(inner.y));
    let keys = if screen.is_old { cx.t("figures-is-old") } else { cx.t("figures-keys") };
    let style = if screen.is_old { cx.theme.warning } else { cx.theme.dim };
    frame.render_widget(Span::styled(cut(&keys, cells), style), row(inner.bottom().saturating_sub(1)));
    let Some(figures) = figures else {
        frame.render_widget(Span::styled(cx.t("figures-counting"), cx.theme.dim), row(inner.y + 2));
        return;
    };
    let name_cells = cells.saturating_sub(COLUMNS.iter().map(|(_, cells)| cells).sum::<usize>() + 1);
    // On a wide screen the chart is beside the table, on a narrow one a bar is at the end of each row.
    let bar_cells = if cx.is_wide() { 0 } else { name_cells / 3 };
    let name_cells = name_cells - bar_cells;
    let head: String = COLUMNS
        .iter()
        .map(|(column, cells)| {
            let id = match column {
                Column::Sessions => "figures-column-sessions",
                Column::Visits => "figures-column-visits",
                Column::People => "figures-column-people",
            };
            right(&cx.t(id), *cells)
        })
        .collect();
    let legend = if bar_cells > 0 { format!(" {}", cx.t("figures-legend-short")) } else { String::new() };
    let head = format!("{}{head}{legend}", " ".repeat(name_cells + 1));
    frame.render_widget(Span::styled(cut(&head, cells), cx.theme.dim), row(inner.y + 1));

    let lines = screen.lines();
    let page = page(cx);
    let mut walk = screen.walk;
    walk.clamp(&FiguresScreen::stops(&lines), page);
    if screen.is_empty() {
        for (line, at) in wrap(&cx.t("figures-nothing"), cells).into_iter().zip(inner.y + 3..) {
            frame.render_widget(Span::styled(line, cx.theme.dim), row(at));
        }
        return;
    }
    let most = most(&lines);
    for ((place, line), y) in lines.iter().enumerate().skip(walk.first).take(page).zip(inner.y + 2..) {
        let chosen = (place == walk.row).then(|| line.nearest(screen.column));
        let drawn = drawn(line, chosen, figures, cx, (name_cells, bar_cells), &most);
        frame.render_widget(drawn, row(y));
    }
    if lines.len() > walk.first + page {
        more_below(cx, frame, area);
    }
    if !cx.is_wide() && !lines.is_empty() {
        let why = screen.chosen(&lines, page).map(|(line, column)| words::why(&line, column, &screen.scope, cx));
        let at = inner.bottom().saturating_sub(1 + WHY_ROWS);
        let why = wrap(&why.unwrap_or_default(), cells);
        for (line, y) in why.into_iter().take(usize::from(WHY_ROWS)).zip(at..) {
            frame.render_widget(Span::styled(line, cx.theme.accent), row(y));
        }
    }
}

/// The most visits of a row of each part, for the bars.
fn most(lines: &[Row]) -> impl Fn(Part) -> u32 + '_ {
    move |part| {
        let of_part = lines.iter().filter_map(|line| match line {
            Row::Row(row) if row.part == part => Some(row.visits),
            _ => None,
        });
        of_part.max().unwrap_or(0)
    }
}

/// One line of the table; the number under the cursor stands in brackets, so that colour is not all that tells it.
fn drawn<'a>(
    line: &Row,
    chosen: Option<Column>,
    figures: &EventFigures,
    cx: &Context,
    (name_cells, bar_cells): (usize, usize),
    most: impl Fn(Part) -> u32,
) -> Line<'a> {
    let sign = if chosen.is_some() { "▸" } else { " " };
    let name = match line {
        Row::Gap => return Line::default(),
        Row::Head(part) => {
            let text = cx.t(&format!("figure-part-{}", part.code()));
            return Line::from(Span::styled(format!(" {text}"), cx.theme.title));
        }
        Row::Row(row) => number_words::row(&row.which, figures, &cx.texts),
        Row::Average => cx.t("figure-average"),
        Row::Open => cx.t("figure-open"),
    };
    let style = match line {
        Row::Open => cx.theme.warning,
        _ if chosen.is_some() => cx.theme.accent,
        _ => cx.theme.text,
    };
    let mut spans = vec![Span::styled(format!("{sign}{}", fit(&name, name_cells)), style)];
    for (column, cells) in COLUMNS {
        let text = match number(line, column, figures, cx) {
            Some(text) => text,
            None if matches!(line, Row::Row(_)) && column != Column::Sessions => "–".to_owned(),
            None => String::new(),
        };
        if chosen == Some(column) && line.has(column) {
            let text = format!("[{text}]");
            spans.push(Span::styled(" ".repeat(cells.saturating_sub(width(&text))), Style::new()));
            spans.push(Span::styled(text, cx.theme.selected));
        } else {
            // The bracket's cell stays free, so that numbers stand under one another.
            spans.push(Span::styled(format!("{} ", right(&text, cells - 1)), cx.theme.text));
        }
    }
    if let Row::Row(row) = line
        && bar_cells > 1
        && !matches!(row.part, Part::Whole | Part::Unnamed)
    {
        let bar = chart::across(row.people.unwrap_or(0), row.visits, most(row.part), bar_cells - 1);
        spans.push(Span::styled(format!(" {bar}"), cx.theme.dim));
    }
    Line::from(spans)
}

fn number(line: &Row, column: Column, figures: &EventFigures, cx: &Context) -> Option<String> {
    let count = |number: u32| crate::text::count(i64::from(number));
    match (line, column) {
        (Row::Row(row), Column::Sessions) => row.sessions.map(count),
        (Row::Row(row), Column::Visits) => Some(count(row.visits)),
        (Row::Row(row), Column::People) => row.people.map(count),
        (Row::Average, Column::Visits) => figures.average().map(|average| number_words::tenths(average, &cx.texts)),
        (Row::Open, Column::Sessions) => Some(count(figures.open)),
        _ => None,
    }
}

fn draw_chart(figures: &EventFigures, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let inner = frame_with_title(frame, area, &cx.t("figures-chart"), cx.theme.frame, cx.theme.title);
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let bars: Vec<Bar> = figures
        .rows
        .iter()
        .filter(|row| row.part == Part::Time)
        .map(|row| Bar { label: words::bar(&row.which, figures, cx), part: row.people.unwrap_or(0), whole: row.visits })
        .collect();
    let cells = usize::from(inner.width);
    let drawn = chart::upright(&bars, cells, usize::from(inner.height.saturating_sub(1)));
    let bottom = drawn.len().saturating_sub(1);
    for ((place, line), at) in drawn.into_iter().enumerate().zip(inner.rows()) {
        let style = if place == bottom { cx.theme.dim } else { cx.theme.text };
        frame.render_widget(Span::styled(line, style), at);
    }
    let legend = Rect { y: inner.bottom().saturating_sub(1), height: 1, ..inner };
    frame.render_widget(Span::styled(cut(&cx.t("figures-legend"), cells), cx.theme.dim), legend);
}

/// On a wide screen: what the number under the cursor means, in a frame of its own.
fn draw_why(screen: &FiguresScreen, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let inner = frame_with_title(frame, area, &cx.t("figures-why"), cx.theme.frame, cx.theme.title);
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let lines = screen.lines();
    let Some((line, column)) = screen.chosen(&lines, page(cx)) else { return };
    let text = words::why(&line, column, &screen.scope, cx);
    for (line, at) in wrap(&text, usize::from(inner.width)).into_iter().zip(inner.rows()) {
        frame.render_widget(Span::styled(line, cx.theme.accent), at);
    }
}

fn right(text: &str, cells: usize) -> String {
    format!("{}{text}", " ".repeat(cells.saturating_sub(width(text))))
}
