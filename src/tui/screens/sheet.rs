//! A calm sheet in the middle of the screen, written from the top down: sentences, a small form, and a last line that says the keys.
//!
//! The set-up, the sign-in, the paper key and the small forms of staff look alike because they are all written on it.

use crate::tui::app::Context;
use crate::tui::widgets::chrome::{frame_with_title, window};
use crate::tui::widgets::form::Form;
use crate::tui::widgets::text::{cut, width, wrap};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType};
use unicode_segmentation::UnicodeSegmentation;

/// Width of every sheet in cells: a line of text that is read without turning the head.
pub const SHEET_WIDTH: u16 = 72;

/// A sheet being written.
pub struct Sheet<'a, 'frame, 'buffer> {
    cx: &'a Context,
    frame: &'frame mut Frame<'buffer>,
    area: Rect,
    y: u16,
}

impl<'a, 'frame, 'buffer> Sheet<'a, 'frame, 'buffer> {
    /// Opens a sheet of this height (frame included) with its title.
    pub fn open(cx: &'a Context, frame: &'frame mut Frame<'buffer>, area: Rect, title: &str, height: u16) -> Self {
        let rect = window(cx, frame, area, SHEET_WIDTH, height);
        let inner = frame_with_title(frame, rect, title, cx.theme.frame_focus, cx.theme.title);
        let area = Rect { x: inner.x + 2, width: inner.width.saturating_sub(4), ..inner };
        Self { cx, frame, area, y: area.y }
    }

    /// Cells in a line.
    pub fn cells(&self) -> usize {
        usize::from(self.area.width)
    }

    /// Leaves a row empty.
    pub fn gap(&mut self) {
        self.y = self.y.saturating_add(1);
    }

    /// Writes one line, cut where it is too long.
    pub fn line(&mut self, style: Style, text: &str) {
        if self.y < self.area.bottom() {
            let rect = Rect { y: self.y, height: 1, ..self.area };
            self.frame.render_widget(Span::styled(cut(text, self.cells()), style), rect);
        }
        self.y = self.y.saturating_add(1);
    }

    /// Writes a line in the middle.
    pub fn centred(&mut self, style: Style, text: &str) {
        let left = self.cells().saturating_sub(width(text)) / 2;
        self.line(style, &format!("{}{text}", " ".repeat(left)));
    }

    /// Writes a sentence over as many lines as it takes.
    pub fn paragraph(&mut self, style: Style, text: &str) {
        for line in wrap(text, self.cells()) {
            self.line(style, &line);
        }
    }

    /// Writes a name and what belongs to it; a long value (a path) goes on below itself, wherever it breaks.
    pub fn pair(&mut self, name: &str, cells: usize, value: &str) {
        let room = self.cells().saturating_sub(cells + 1).max(1);
        for (row, piece) in pieces(value, room).into_iter().enumerate() {
            if self.y < self.area.bottom() {
                let name = if row == 0 { name } else { "" };
                let spans = vec![
                    Span::styled(format!("{name:<cells$} "), self.cx.theme.dim),
                    Span::styled(piece, self.cx.theme.text),
                ];
                self.frame.render_widget(Line::from(spans), Rect { y: self.y, height: 1, ..self.area });
            }
            self.y = self.y.saturating_add(1);
        }
    }

    /// Draws a form. Suggestions hang below their field: while they are open nothing is to be written there.
    pub fn form(&mut self, form: &Form) {
        let rect = Rect { y: self.y, height: self.area.bottom().saturating_sub(self.y), ..self.area };
        self.y += form.view(self.cx, self.frame, rect);
    }

    /// Writes the hint or the note of the field with the focus.
    pub fn hint(&mut self, form: &Form) {
        let (style, text) = form.hint(self.cx);
        self.paragraph(style, &text);
    }

    /// A framed box in the middle with these lines.
    pub fn boxed(&mut self, lines: &[String]) {
        let wide = lines.iter().map(|line| width(line)).max().unwrap_or(0) + 6;
        let left = u16::try_from(self.cells().saturating_sub(wide) / 2).unwrap_or(0);
        let height = u16::try_from(lines.len() + 2).unwrap_or(0);
        let rect = Rect { x: self.area.x + left, y: self.y, width: u16::try_from(wide).unwrap_or(0), height };
        let rect = rect.intersection(self.area);
        let block = Block::bordered().border_type(BorderType::Rounded).border_style(self.cx.theme.frame);
        let inner = block.inner(rect);
        self.frame.render_widget(block, rect);
        for (row, line) in inner.rows().zip(lines) {
            self.frame.render_widget(Span::styled(format!("  {line}"), self.cx.theme.accent), row);
        }
        self.y += height;
    }

    /// Writes the last line of the sheet: which keys lead on.
    pub fn bottom(&mut self, text: &str) {
        self.y = self.area.bottom().saturating_sub(1);
        self.line(self.cx.theme.dim, text);
    }
}

/// The text in pieces of so many cells, broken anywhere: a path has no spaces to break at.
fn pieces(text: &str, cells: usize) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        if used + width(grapheme) > cells {
            pieces.push(String::new());
            used = 0;
        }
        used += width(grapheme);
        if let Some(last) = pieces.last_mut() {
            last.push_str(grapheme);
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_path_is_shown_whole() {
        assert_eq!(pieces("/home/олена/облік", 8), ["/home/ол", "ена/облі", "к"]);
        assert_eq!(pieces("", 8), [""]);
    }
}
