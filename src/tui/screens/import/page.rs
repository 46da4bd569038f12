//! The sheet of paper that every step is drawn on: lines from the top down, the keys on the last one.

use crate::tui::app::Context;
use crate::tui::widgets::text::{cut, width, wrap};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

/// A page written from the top down, a line at a time.
pub(super) struct Page<'a, 'frame, 'buffer> {
    pub(super) cx: &'a Context,
    frame: &'frame mut Frame<'buffer>,
    pub(super) area: Rect,
    pub(super) y: u16,
}

impl<'a, 'frame, 'buffer> Page<'a, 'frame, 'buffer> {
    pub(super) fn new(cx: &'a Context, frame: &'frame mut Frame<'buffer>, area: Rect) -> Self {
        Self { cx, frame, area, y: area.y }
    }

    pub(super) fn cells(&self) -> usize {
        usize::from(self.area.width)
    }

    /// Lines left below.
    pub(super) fn left(&self) -> usize {
        usize::from(self.area.bottom().saturating_sub(self.y))
    }

    pub(super) fn gap(&mut self) {
        self.y = self.y.saturating_add(1);
    }

    pub(super) fn line(&mut self, style: Style, text: &str) {
        self.spans(&[(style, text.to_owned())]);
    }

    /// A line of differently styled pieces, cut at the edge.
    pub(super) fn spans(&mut self, pieces: &[(Style, String)]) {
        let mut x = self.area.x;
        for (style, text) in pieces {
            let room = usize::from(self.area.right().saturating_sub(x));
            if self.y < self.area.bottom() && room > 0 {
                let text = cut(text, room);
                let wide = u16::try_from(width(&text)).unwrap_or(0);
                self.frame.render_widget(Span::styled(text, *style), Rect { x, y: self.y, width: wide, height: 1 });
                x = x.saturating_add(wide);
            }
        }
        self.y = self.y.saturating_add(1);
    }

    /// A sentence over as many lines as it takes.
    pub(super) fn paragraph(&mut self, style: Style, text: &str) {
        for line in wrap(text, self.cells()) {
            self.line(style, &line);
        }
    }

    /// The last line: which keys lead on.
    pub(super) fn bottom(&mut self, text: &str) {
        self.y = self.area.bottom().saturating_sub(1);
        let style = self.cx.theme.dim;
        self.line(style, text);
    }
}
