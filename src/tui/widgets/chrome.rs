//! What surrounds every screen: the first line, the footer of ten slots, frames, the toast, the message below 80×24.

use crate::domain::clock::Moment;
use crate::tui::app::{Context, Model, ToastKind};
use crate::tui::commands::{self, Availability, Scope};
use crate::tui::keys::Key;
use crate::tui::widgets::list::Walk;
use crate::tui::widgets::text::{cut, fit, width, wrap};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Clear, Paragraph};

/// The smallest terminal on which every screen is whole.
pub const SMALLEST: (u16, u16) = (80, 24);

/// Draws the whole desk.
pub fn draw(model: &Model, frame: &mut Frame<'_>) {
    let area = frame.area();
    let cx = &model.cx;
    frame.buffer_mut().set_style(area, cx.theme.text);
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        too_small(cx, frame, area);
        return;
    }
    let [first, body, toast, footer] =
        Layout::vertical([Constraint::Length(1), Constraint::Min(1), Constraint::Length(1), Constraint::Length(1)])
            .areas(area);
    header(cx, frame, first);
    let base = model.layers.iter().rposition(|layer| !layer.is_window()).unwrap_or(0);
    for layer in &model.layers[base..] {
        layer.view(cx, frame, body);
    }
    toast_line(model, frame, toast);
    self::footer(model, frame, footer);
}

fn too_small(cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let text = cx.tv(
        "terminal-too-small",
        &[
            ("width", i64::from(SMALLEST.0).into()),
            ("height", i64::from(SMALLEST.1).into()),
            ("now", format!("{}×{}", area.width, area.height).into()),
        ],
    );
    let lines: Vec<Line<'_>> = wrap(&text, usize::from(area.width)).into_iter().map(Line::from).collect();
    frame.render_widget(Paragraph::new(lines).style(cx.theme.warning), area);
}

fn header(cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let left = match &cx.session {
        Some(session) => format!(" {} · {}", cx.t("app-name"), session.profile.name),
        None => format!(" {}", cx.t("app-name")),
    };
    let total = usize::from(area.width);
    let moment = show_moment(cx.now);
    let right = match &cx.session {
        Some(session) => {
            let role = cx.texts.code("role", session.staff.role.code());
            let with_role = format!("{}, {role} · {moment} ", session.staff.name);
            // The office's name goes before the role where both do not fit.
            if width(&left) + width(&with_role) < total {
                with_role
            } else {
                format!("{} · {moment} ", session.staff.name)
            }
        }
        None => format!("{moment} "),
    };
    let right = cut(&right, total * 2 / 3);
    let left = fit(&left, total.saturating_sub(width(&right) + 1)) + " ";
    frame.render_widget(Line::from(vec![Span::styled(left, cx.theme.title), Span::styled(right, cx.theme.dim)]), area);
}

/// `21.11.2026 10:42`.
pub fn show_moment(moment: Moment) -> String {
    moment.format("%d.%m.%Y %H:%M").to_string()
}

fn toast_line(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let Some((toast, _)) = &model.toast else { return };
    let theme = &model.cx.theme;
    let (sign, style) = match toast.kind {
        ToastKind::Good => ("✓", theme.good),
        ToastKind::Warning => ("!", theme.warning),
        ToastKind::Fault => ("✗", theme.fault),
    };
    let room = usize::from(area.width).saturating_sub(4);
    let lines = wrap(&toast.text, room);
    // A sentence longer than the line grows upwards over the screen, so that it is read whole.
    let height = u16::try_from(lines.len()).unwrap_or(1).clamp(1, 6);
    let top = Rect { y: (area.y + 1).saturating_sub(height), height, ..area };
    frame.render_widget(Clear, top);
    let rows: Vec<Line<'_>> = lines
        .into_iter()
        .enumerate()
        .map(|(row, text)| Line::from(format!(" {} {text}", if row == 0 { sign } else { " " })))
        .collect();
    frame.buffer_mut().set_style(top, theme.text);
    frame.render_widget(Paragraph::new(rows).style(style), top);
}

/// The footer's ten slots on the top screen: label and whether it works now; blank where no command has the key.
///
/// Under a window the slots of the screen below stay in their places, dim: the window has keys of its own.
pub fn slots(model: &Model) -> [Option<(String, bool)>; 10] {
    let screen = model.layers.iter().rev().map(|layer| layer.scope()).find(|scope| *scope != Scope::Window);
    std::array::from_fn(|slot| {
        let key = Key::F(u8::try_from(slot + 1).unwrap_or(0));
        let id = commands::of_key(key, screen?)?;
        let row = commands::row(id)?;
        Some((model.cx.t(row.title), commands::availability(id, model) == Availability::Here))
    })
}

fn footer(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let theme = &model.cx.theme;
    let slots = slots(model);
    let total = usize::from(area.width);
    let mut spans = Vec::with_capacity(20);
    for (place, slot) in slots.into_iter().enumerate() {
        let cells = (place + 1) * total / 10 - place * total / 10;
        let number = (place + 1).to_string();
        let room = cells.saturating_sub(number.len());
        spans.push(Span::styled(number, theme.slot_number));
        spans.push(match slot {
            Some((label, true)) => Span::styled(fit(&label, room), theme.slot),
            Some((label, false)) => Span::styled(fit(&label, room), theme.slot_off),
            None => Span::styled(" ".repeat(room), theme.text),
        });
    }
    frame.render_widget(Line::from(spans), area);
}

/// A frame with a title; returns what is inside.
pub fn frame_with_title(frame: &mut Frame<'_>, area: Rect, title: &str, style: Style, title_style: Style) -> Rect {
    let room = usize::from(area.width).saturating_sub(6);
    let block = Block::bordered()
        .border_type(BorderType::Rounded)
        .border_style(style)
        .title(Line::from(Span::styled(format!(" {} ", cut(title, room)), title_style)));
    let inner = block.inner(area);
    frame.render_widget(block, area);
    inner
}

/// A window of this size in the middle of the area, cleared; returns its rectangle.
pub fn window(cx: &Context, frame: &mut Frame<'_>, area: Rect, width: u16, height: u16) -> Rect {
    let width = width.min(area.width);
    let height = height.min(area.height);
    let rect = Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height };
    frame.render_widget(Clear, rect);
    frame.buffer_mut().set_style(rect, cx.theme.text);
    rect
}

/// The row under the cursor: its first cell, which is empty, becomes the sign, so that colour is not all that tells it.
pub fn marked<'a>(line: &Line<'_>, cx: &Context) -> Line<'a> {
    let text: String = line.spans.iter().map(|span| span.content.as_ref()).collect();
    let rest: String = text.chars().skip(1).collect();
    Line::from(Span::styled(format!("▸{rest}"), cx.theme.selected))
}

/// The sign on the lower edge of a frame that there is more below.
pub fn more_below(cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let mark = Rect { x: area.right().saturating_sub(4), y: area.bottom().saturating_sub(1), width: 2, height: 1 };
    frame.render_widget(Span::styled("▼ ", cx.theme.frame_focus), mark);
}

/// Rows that a cursor walks over, inside the frame `area` whose room is `inner`: those in sight, the one under the cursor marked where
/// it can be acted on, and the sign that there is more.
pub fn draw_walk<'a>(
    rows: impl ExactSizeIterator<Item = (bool, Line<'a>)>,
    walk: &Walk,
    cx: &Context,
    frame: &mut Frame<'_>,
    (area, inner): (Rect, Rect),
) {
    let page = usize::from(inner.height);
    if rows.len() > walk.first + page {
        more_below(cx, frame, area);
    }
    let seen = rows.enumerate().skip(walk.first).take(page);
    let seen: Vec<Line<'_>> = seen
        .map(|(place, (is_stop, line))| if is_stop && place == walk.row { marked(&line, cx) } else { line })
        .collect();
    frame.render_widget(Paragraph::new(seen), inner);
}
