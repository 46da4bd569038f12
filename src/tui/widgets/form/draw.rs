//! How a form is drawn: labels, fields, chips, the suggestions under the field with the focus.

use super::{Field, Form, Kind, Labels, NoteKind, Row};
use crate::search::small::Needle;
use crate::tui::app::Context;
use crate::tui::theme::Theme;
use crate::tui::widgets::marked::marked;
use crate::tui::widgets::text::{cut, fit, width};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line as TextLine, Span};
use ratatui::widgets::Clear;

/// Most suggestions shown at once.
const SUGGESTIONS_SHOWN: usize = 7;

impl Form {
    /// Cells of the labels that stand at this place of their row; none where labels are not aligned.
    fn label_cells(&self, cx: &Context, place: usize) -> usize {
        let of_row = |row: &Row| match row {
            Row::Fields(cells) => {
                let field = cells.get(place).and_then(|(id, _)| self.field(id));
                field.map_or(0, |field| width(&label_of(field, cx)))
            }
            Row::Gap => 0,
        };
        match self.labels {
            Labels::Beside => 0,
            Labels::Columns => self.rows.iter().map(of_row).max().unwrap_or(0),
        }
    }

    /// Draws the form from the top of the area; returns how many rows it took.
    pub fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) -> u16 {
        let mut y = area.y;
        let mut dropdown = None;
        // Where not every row has room, the empty ones go first.
        let is_tight = usize::from(area.height) < self.rows.len();
        for row in self.rows.iter().filter(|row| !is_tight || **row != Row::Gap) {
            if y >= area.bottom() {
                break;
            }
            if let Row::Fields(cells) = row {
                let shares: u16 = cells.iter().map(|(_, share)| share).sum::<u16>().max(1);
                let mut x = area.x;
                for (place, (id, share)) in cells.iter().enumerate() {
                    let wide = if place + 1 == cells.len() { area.right() - x } else { area.width * share / shares };
                    let rect = Rect { x, y, width: wide, height: 1 };
                    x += wide;
                    let Some(position) = self.fields.iter().position(|field| field.id == *id) else { continue };
                    let is_focused = self.focus == Some(position);
                    let column = self.label_cells(cx, place);
                    let input = draw_field(cx, frame, rect, &self.fields[position], is_focused, column);
                    if is_focused && self.is_suggesting() {
                        dropdown = Some(input);
                    }
                }
            }
            y += 1;
        }
        if let Some(input) = dropdown {
            self.draw_suggestions(cx, frame, input, area);
        }
        y - area.y
    }

    /// How many rows the form takes where height is scarce: without its empty ones.
    pub fn tight_height(&self) -> usize {
        self.rows.iter().filter(|row| **row != Row::Gap).count()
    }

    /// The sentence to show under the form: the note of the field with the focus, or its hint.
    pub fn hint(&self, cx: &Context) -> (Style, String) {
        let Some(field) = self.focus.and_then(|place| self.fields.get(place)) else {
            return (cx.theme.dim, String::new());
        };
        match &field.note {
            Some(note) => (note_style(note.kind, &cx.theme), format!("{} {}", note_sign(note.kind), note.text)),
            None => (cx.theme.dim, cx.t(&format!("form-{}-hint", field.id))),
        }
    }

    fn draw_suggestions(&self, cx: &Context, frame: &mut Frame<'_>, input: Rect, area: Rect) {
        let shown = self.suggestions.len().min(SUGGESTIONS_SHOWN);
        let first = self.suggested.map_or(0, |place| (place + 1).saturating_sub(shown));
        let wide = self.suggestions.iter().map(|text| width(text) + 2).max().unwrap_or(0).max(usize::from(input.width));
        let wide = u16::try_from(wide).unwrap_or(u16::MAX).min(area.width);
        let x = input.x.min(area.right().saturating_sub(wide));
        let height = u16::try_from(shown).unwrap_or(0);
        let fits_below = input.y + 1 + height <= frame.area().bottom().saturating_sub(2);
        let y = if fits_below { input.y + 1 } else { input.y.saturating_sub(height) };
        let needle = Needle::of(&self.focused().map(|id| self.value(id)).unwrap_or_default());
        for (place, text) in self.suggestions.iter().enumerate().skip(first).take(shown) {
            let row = u16::try_from(place - first).unwrap_or(0);
            let rect = Rect { x, y: y + row, width: wide, height: 1 };
            frame.render_widget(Clear, rect);
            let is_chosen = Some(place) == self.suggested;
            let (mark, style) = if is_chosen { ("▸", cx.theme.selected) } else { (" ", cx.theme.field) };
            let mut spans = vec![Span::styled(mark, style)];
            let room = usize::from(wide).saturating_sub(1);
            spans.extend(marked(text, room, &needle, style, is_chosen, &cx.theme));
            frame.render_widget(TextLine::from(spans), rect);
        }
    }
}

/// The style of a note.
pub fn note_style(kind: NoteKind, theme: &Theme) -> Style {
    match kind {
        NoteKind::Warning => theme.warning,
        NoteKind::Fault => theme.fault,
    }
}

fn note_sign(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Warning => "!",
        NoteKind::Fault => "✗",
    }
}

fn label_of(field: &Field, cx: &Context) -> String {
    field.label.clone().unwrap_or_else(|| cx.t(&format!("form-{}", field.id)))
}

/// Draws label (at least `column` cells wide) and field; returns the rectangle of the field itself.
fn draw_field(cx: &Context, frame: &mut Frame<'_>, area: Rect, field: &Field, is_focused: bool, column: usize) -> Rect {
    let theme = &cx.theme;
    let label = label_of(field, cx);
    let label = fit(&label, width(&label).max(column));
    let sign = field.note.as_ref().map(|note| (note_sign(note.kind), note_style(note.kind, theme)));
    let label_cells = width(&label) + 1;
    let suffix_cells = if field.suffix.is_empty() { 0 } else { width(&field.suffix) + 1 };
    let input_cells = usize::from(area.width).saturating_sub(label_cells + suffix_cells + 2);
    let style = if is_focused { theme.field_focus } else { theme.field };
    let mut spans = vec![Span::styled(format!("{label} "), if is_focused { theme.text } else { theme.dim })];
    let mut cursor = None;
    match &field.kind {
        Kind::Choice { options, picked } => {
            let text = options.get(*picked).map(String::as_str).unwrap_or_default();
            let text = if is_focused { format!("◂{text}▸") } else { format!(" {text}") };
            spans.push(Span::styled(fit(&text, input_cells), style));
        }
        Kind::Text | Kind::Suggest => {
            let (text, at) =
                if is_focused { field.line.window(input_cells) } else { (field.line.resting(input_cells), 0) };
            let rest = input_cells.saturating_sub(width(&text));
            let is_selected = is_focused && field.line.is_selected();
            spans.push(Span::styled(text, if is_selected { theme.selected } else { style }));
            spans.push(Span::styled(" ".repeat(rest), style));
            cursor = Some(usize::from(at));
        }
        Kind::List | Kind::Rows => {
            let (chips, used) = chips(field, input_cells, theme, style);
            spans.extend(chips);
            let (text, at) = field.line.window(input_cells.saturating_sub(used));
            spans.push(Span::styled(fit(&text, input_cells.saturating_sub(used)), style));
            if field.chosen.is_none() {
                cursor = Some(used + usize::from(at));
            }
        }
    }
    match sign {
        Some((sign, style)) => spans.push(Span::styled(sign, style)),
        None => spans.push(Span::raw(" ")),
    }
    if !field.suffix.is_empty() {
        spans.push(Span::styled(field.suffix.clone(), theme.dim));
    }
    frame.render_widget(TextLine::from(spans), area);
    let input_x = area.x + u16::try_from(label_cells).unwrap_or(0);
    if let (true, Some(at)) = (is_focused, cursor) {
        let x = input_x + u16::try_from(at).unwrap_or(0);
        frame.set_cursor_position((x.min(area.right().saturating_sub(1)), area.y));
    }
    Rect { x: input_x, y: area.y, width: u16::try_from(input_cells).unwrap_or(0), height: 1 }
}

/// The entries of a list as chips; the first ones give way to `…` so that at least twelve cells stay for typing.
fn chips<'a>(field: &Field, cells: usize, theme: &Theme, style: Style) -> (Vec<Span<'a>>, usize) {
    let room = cells.saturating_sub(12);
    let mut from = 0;
    let total =
        |from: usize| field.items[from..].iter().map(|item| width(item) + 3).sum::<usize>() + usize::from(from > 0);
    while from < field.items.len() && total(from) > room && from + 1 < field.items.len() {
        from += 1;
    }
    if let Some(chosen) = field.chosen {
        from = from.min(chosen);
    }
    let mut spans = Vec::new();
    let mut used = 0;
    if from > 0 {
        spans.push(Span::styled("…", style));
        used += 1;
    }
    for (place, item) in field.items.iter().enumerate().skip(from) {
        let left = cells.saturating_sub(used + 3);
        let text = cut(item, left.min(room.max(8)));
        if text.is_empty() {
            break;
        }
        let chip = if field.chosen == Some(place) { theme.selected } else { style.patch(theme.accent) };
        used += width(&text) + 3;
        spans.push(Span::styled(format!("[{text}]"), chip));
        spans.push(Span::styled(" ", style));
    }
    (spans, used)
}
