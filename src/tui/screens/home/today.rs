//! The bottom of the search: the counters of the day, and beside them what is held today.

use crate::domain::event::SessionStatus;
use crate::domain::staff::Right;
use crate::office::{SessionToday, Today};
use crate::tui::app::Context;
use crate::tui::widgets::chrome::frame_with_title;
use crate::tui::widgets::spark::bars;
use crate::tui::widgets::text::{cut, fit, width};
use chrono::NaiveTime;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// A screen of so many rows has room for more sessions.
const TALL: u16 = 36;

/// Cells of the counters where what is held today stands beside them on a narrow screen.
const NARROW: u16 = 42;

/// Rows of the boxes, frames and all.
pub(super) fn rows(cx: &Context) -> u16 {
    if cx.may(Right::SeeEvents) && cx.size.1 >= TALL { 6 } else { 4 }
}

pub(super) fn draw(today: Option<&Today>, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    if !cx.may(Right::SeeEvents) {
        return draw_counters(today, cx, frame, area);
    }
    let counters = if cx.is_wide() { Constraint::Percentage(50) } else { Constraint::Length(NARROW) };
    let [left, right] = Layout::horizontal([counters, Constraint::Fill(1)]).areas(area);
    draw_few_counters(today, cx, frame, left);
    draw_sessions(today, cx, frame, right);
}

/// The counters over the whole width.
fn draw_counters(today: Option<&Today>, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let inner = frame_with_title(frame, area, &cx.t("home-today"), cx.theme.frame, cx.theme.dim);
    let Some(today) = today else { return };
    let cells = usize::from(inner.width) / 2;
    let [registered, corrected, families, people] = counters(today, cx);
    let cell = |(label, value): &(String, String)| -> Vec<Span<'static>> {
        let label = fit(&format!(" {label}"), 22);
        let value = fit(&cut(value, cells.saturating_sub(23)), cells.saturating_sub(22));
        vec![Span::styled(label, cx.theme.dim), Span::styled(value, cx.theme.text)]
    };
    let lines = [(&registered, &families), (&corrected, &people)];
    let lines: Vec<Line<'_>> =
        lines.iter().map(|(left, right)| Line::from([cell(left), cell(right)].concat())).collect();
    frame.render_widget(Paragraph::new(lines), inner);
}

/// The counters beside what is held today: a line each where there is room, else two in a line.
fn draw_few_counters(today: Option<&Today>, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let inner = frame_with_title(frame, area, &cx.t("home-today"), cx.theme.frame, cx.theme.dim);
    let Some(today) = today else { return };
    if usize::from(inner.height) >= 4 {
        let line = |(label, value): (String, String)| {
            let label = Span::styled(fit(&format!(" {label}"), 22), cx.theme.dim);
            Line::from(vec![label, Span::styled(value, cx.theme.text)])
        };
        let lines: Vec<Line<'_>> = counters(today, cx).into_iter().map(line).collect();
        frame.render_widget(Paragraph::new(lines), inner);
        return;
    }
    let [_, _, (_, families), (_, people)] = counters(today, cx);
    let news = [
        ("registered", today.registered.to_string()),
        ("week", week(today)),
        ("corrected", today.corrected.to_string()),
    ];
    let values = |pairs: &[(&'static str, String)]| {
        pairs.iter().map(|(id, text)| (*id, text.as_str().into())).collect::<Vec<_>>()
    };
    let lines = [
        cx.tv("home-today-news", &values(&news)),
        cx.tv("home-today-register", &values(&[("families", families), ("people", people)])),
    ];
    let cells = usize::from(inner.width);
    let lines = lines.map(|line| Line::from(Span::styled(cut(&format!(" {line}"), cells), cx.theme.text)));
    frame.render_widget(Paragraph::new(lines.to_vec()), inner);
}

/// What is counted, with its word.
fn counters(today: &Today, cx: &Context) -> [(String, String); 4] {
    let count = |number: usize| crate::text::count(i64::try_from(number).unwrap_or(i64::MAX));
    [
        (cx.t("home-registered"), format!("{}  {}", today.registered, week(today))),
        (cx.t("home-corrected"), today.corrected.to_string()),
        (cx.t("home-families"), count(today.families)),
        (cx.t("home-people"), count(today.people)),
    ]
}

/// The days of a week as bars.
fn week(today: &Today) -> String {
    bars(today.week.map(|day| i64::try_from(day).unwrap_or(i64::MAX)))
}

/// What is held today: what is under way and what comes next stand first in sight.
fn draw_sessions(today: Option<&Today>, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let sessions = today.and_then(|today| today.sessions.as_deref()).unwrap_or_default();
    let title = match sessions.len() {
        0 => cx.t("home-sessions"),
        count => cx.tv("home-sessions-count", &[("count", count.into())]),
    };
    let inner = frame_with_title(frame, area, &title, cx.theme.frame, cx.theme.dim);
    let cells = usize::from(inner.width);
    if sessions.is_empty() && today.is_some() {
        let line = Line::from(Span::styled(cut(&format!(" {}", cx.t("home-sessions-none")), cells), cx.theme.dim));
        frame.render_widget(line, inner);
        return;
    }
    let page = usize::from(inner.height);
    let now = cx.now.time();
    let next = sessions.iter().position(|session| !is_over(session, now)).unwrap_or(sessions.len());
    let first = next.min(sessions.len().saturating_sub(page));
    let lines: Vec<Line<'_>> = sessions.iter().skip(first).take(page).map(|one| line(one, cx, cells, now)).collect();
    frame.render_widget(Paragraph::new(lines), inner);
}

/// Whether nothing is to be done about it any more.
fn is_over(session: &SessionToday, now: NaiveTime) -> bool {
    let ended = match (session.hours.start, session.hours.end) {
        (Some(start), Some(end)) if end > start => end < now,
        _ => false,
    };
    session.status != SessionStatus::Planned || ended
}

/// `11:00 Підлітковий клуб      3/12`.
fn line(session: &SessionToday, cx: &Context, cells: usize, now: NaiveTime) -> Line<'static> {
    let hour = session.hours.start.map(|start| start.format("%H:%M").to_string()).unwrap_or_default();
    let title = session.title.clone().unwrap_or_else(|| cx.t("home-session-taken"));
    let counted = match (session.title.is_some(), session.expected) {
        (true, expected) if expected >= session.present && expected > 0 => format!("{}/{expected}", session.present),
        (true, _) if session.present > 0 => session.present.to_string(),
        _ => String::new(),
    };
    let end = match session.status {
        SessionStatus::Planned => counted,
        SessionStatus::Held => format!("✓ {counted}").trim_end().to_owned(),
        SessionStatus::Cancelled => cx.t("event-status-cancelled"),
    };
    let style = if is_over(session, now) || session.title.is_none() { cx.theme.dim } else { cx.theme.text };
    let room = cells.saturating_sub(1 + 6 + width(&end) + 2);
    Line::from(vec![
        Span::styled(format!(" {} ", fit(&hour, 5)), cx.theme.dim),
        Span::styled(fit(&cut(&title, room), room), style),
        Span::styled(format!(" {end}"), style),
    ])
}
