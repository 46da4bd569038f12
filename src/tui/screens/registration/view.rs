//! The picture of the family form: fields, members, likely duplicates, the hint of the field with the focus.

use super::{Mode, Registration, person};
use crate::domain::date;
use crate::office::LikelyFound;
use crate::tui::app::Context;
use crate::tui::widgets::chrome::frame_with_title;
use crate::tui::widgets::text::{cut, fit, width, wrap};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// Rows of likely duplicates under the form on a narrow terminal, heading included.
const LIKELY_ROWS: u16 = 3;

/// From so many rows on the form keeps its empty rows.
const ROOMY: u16 = 26;

/// Rows of the hint or note of the field with the focus.
const HINT_ROWS: u16 = 2;

pub(super) fn draw(screen: &Registration, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let (area, beside) = if cx.is_wide() {
        let [form, beside] = Layout::horizontal([Constraint::Min(80), Constraint::Length(area.width / 3)]).areas(area);
        (form, Some(beside))
    } else {
        (area, None)
    };
    let inner = frame_with_title(frame, area, &title(screen, cx), cx.theme.frame_focus, cx.theme.title);
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let tall = if inner.height < ROOMY { screen.form.tight_height() } else { screen.form.rows.len() + 1 };
    let below = if beside.is_none() && !screen.likely.is_empty() { LIKELY_ROWS } else { 0 };
    let [fields, members, likely, hint] = Layout::vertical([
        Constraint::Length(u16::try_from(tall).unwrap_or(0)),
        Constraint::Min(2),
        Constraint::Length(below),
        Constraint::Length(HINT_ROWS),
    ])
    .areas(inner);
    draw_members(screen, cx, frame, members);
    match beside {
        Some(beside) => {
            let inner = frame_with_title(frame, beside, &cx.t("likely-title"), cx.theme.frame, cx.theme.dim);
            draw_likely_tall(screen, cx, frame, inner);
        }
        None => {
            let has_focus = screen.form.focus.is_none();
            let found =
                Likely { found: &screen.likely, chosen: screen.likely_chosen, has_focus, title: "likely-title-f3" };
            found.draw(cx, frame, likely);
        }
    }
    let (style, text) = if screen.is_saving { (cx.theme.dim, cx.t("form-saving")) } else { screen.form.hint(cx) };
    let rows: Vec<Line<'_>> =
        wrap(&text, usize::from(hint.width)).into_iter().map(|line| Line::from(Span::styled(line, style))).collect();
    frame.render_widget(Paragraph::new(rows), hint);
    // Last, so that suggestions lie over everything below them.
    screen.form.view(cx, frame, fields);
}

fn title(screen: &Registration, cx: &Context) -> String {
    match &screen.mode {
        Mode::New => cx.t("form-new-family"),
        Mode::Correct { number, base, .. } => {
            let name = base.members.first().map(|head| head.name.full()).unwrap_or_default();
            format!("{} · {name} · {number}", cx.t("form-correct-family"))
        }
    }
}

fn draw_members(screen: &Registration, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let theme = &cx.theme;
    let cells = usize::from(area.width);
    let Some(field) = screen.form.field("members") else { return };
    let is_focused = screen.form.focused() == Some("members");
    let others = screen.draft.members.len().saturating_sub(1);
    let mut rows: Vec<Line<'_>> = Vec::new();
    for (place, member) in screen.draft.members.iter().enumerate().skip(1) {
        let is_chosen = is_focused && field.chosen == Some(place - 1);
        let [relation, name, days, rest] = person::member_line(member, cx);
        let style = if is_chosen { theme.selected } else { theme.text };
        let name_cells = cells.saturating_sub(2 + 13 + 24 + 8).clamp(20, 36);
        let text = format!(
            "{} {} {} {} {rest}",
            if is_chosen { "▸" } else { " " },
            fit(&relation, 12),
            fit(&name, name_cells),
            fit(&days, 22),
        );
        rows.push(Line::from(Span::styled(fit(&text, cells), style)));
    }
    let heading = format!("{} · {others}", cx.t("form-members"));
    let room = usize::from(area.height).saturating_sub(2);
    let last = field.chosen.map_or(others, |chosen| chosen + 1);
    let first = last.saturating_sub(room).min(others.saturating_sub(room.min(others)));
    let mut shown = vec![Line::from(Span::styled(
        format!("── {heading} {}", "─".repeat(cells.saturating_sub(width(&heading) + 4))),
        theme.frame,
    ))];
    shown.extend(rows.into_iter().skip(first).take(room));
    let entry_row = u16::try_from(shown.len()).unwrap_or(0);
    let (text, at) = field.line.window(cells.saturating_sub(4));
    let style = if is_focused { theme.field_focus } else { theme.field };
    let sign = if field.note.is_some() { "✗" } else { "+" };
    let entry = if field.line.is_empty() && !is_focused {
        fit(&cx.t("form-members-empty"), cells.saturating_sub(3))
    } else {
        fit(&text, cells.saturating_sub(3))
    };
    let entry_style = if field.line.is_empty() && !is_focused { style.patch(theme.dim) } else { style };
    shown.push(Line::from(vec![Span::styled(format!(" {sign} "), theme.accent), Span::styled(entry, entry_style)]));
    frame.render_widget(Paragraph::new(shown), area);
    if is_focused && field.chosen.is_none() {
        frame.set_cursor_position((area.x + 3 + at, area.y + entry_row));
    }
}

fn who(found: &LikelyFound) -> String {
    let birth = found.birth.map(date::show_birth).unwrap_or_default();
    let number = found.number.map(|number| number.to_string()).unwrap_or_default();
    [found.name.full(), birth, number].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn reasons(found: &LikelyFound, cx: &Context) -> String {
    found.likely.reasons.iter().map(|reason| cx.texts.say(reason)).collect::<Vec<_>>().join(", ")
}

/// Likely duplicates in a few rows under a form, the chosen one in sight.
pub(super) struct Likely<'a> {
    pub(super) found: &'a [LikelyFound],
    pub(super) chosen: usize,
    pub(super) has_focus: bool,
    /// The message of their heading.
    pub(super) title: &'static str,
}

impl Likely<'_> {
    pub(super) fn draw(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        if area.height == 0 {
            return;
        }
        let cells = usize::from(area.width);
        let mut rows = vec![Line::from(Span::styled(cut(&cx.t(self.title), cells), cx.theme.warning))];
        let room = usize::from(area.height).saturating_sub(1);
        let first = (self.chosen + 1).saturating_sub(room);
        for (place, found) in self.found.iter().enumerate().skip(first).take(room) {
            let is_chosen = place == self.chosen;
            let style = if is_chosen && self.has_focus { cx.theme.selected } else { cx.theme.text };
            // The reason first: on a narrow row the rest may be cut.
            let text = format!("{} {} — {}", if is_chosen { "▸" } else { " " }, reasons(found, cx), who(found));
            rows.push(Line::from(Span::styled(fit(&text, cells), style)));
        }
        frame.render_widget(Paragraph::new(rows), area);
    }
}

fn draw_likely_tall(screen: &Registration, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
    let cells = usize::from(area.width).saturating_sub(3);
    let mut rows: Vec<Line<'_>> = Vec::new();
    if screen.likely.is_empty() {
        rows.extend(
            wrap(&cx.t("likely-none"), cells)
                .into_iter()
                .map(|line| Line::from(Span::styled(format!(" {line}"), cx.theme.dim))),
        );
    }
    for (place, found) in screen.likely.iter().enumerate() {
        let is_chosen = place == screen.likely_chosen;
        let style = if is_chosen && screen.form.focus.is_none() { cx.theme.selected } else { cx.theme.warning };
        let mark = if is_chosen { "▸" } else { " " };
        rows.push(Line::from(Span::styled(format!("{mark} {}", cut(&who(found), cells)), style)));
        for line in wrap(&reasons(found, cx), cells) {
            rows.push(Line::from(Span::styled(format!("    {line}"), cx.theme.text)));
        }
        rows.push(Line::from(Span::styled(format!("    {}", cut(&found.address, cells)), cx.theme.dim)));
    }
    if !screen.likely.is_empty() {
        rows.push(Line::default());
        rows.extend(
            wrap(&cx.t("likely-f3"), cells)
                .into_iter()
                .map(|line| Line::from(Span::styled(format!(" {line}"), cx.theme.dim))),
        );
    }
    frame.render_widget(Paragraph::new(rows), area);
}
