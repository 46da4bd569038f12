//! A cursor over rows: which is chosen, which are seen.

use crate::tui::keys::Key;

/// The first row seen of a text of `rows` rows after a key of scrolling, with `page` rows seen at once.
pub fn scrolled(first: usize, key: Key, rows: usize, page: usize) -> usize {
    let last = rows.saturating_sub(page);
    match key {
        Key::Up => first.saturating_sub(1),
        Key::Down => first + 1,
        Key::PageUp => first.saturating_sub(page),
        Key::PageDown => first + page,
        Key::Home => 0,
        Key::End => last,
        _ => first,
    }
    .min(last)
}

/// The chosen row of a list and the first one seen.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct ListCursor {
    /// The chosen row.
    pub chosen: usize,
}

impl ListCursor {
    /// Moves by a key over `rows` rows with `page` of them seen. Returns whether it was a key of moving.
    pub fn key(&mut self, key: Key, rows: usize, page: usize) -> bool {
        let last = rows.saturating_sub(1);
        self.chosen = match key {
            Key::Up => self.chosen.saturating_sub(1),
            Key::Down => (self.chosen + 1).min(last),
            Key::PageUp => self.chosen.saturating_sub(page.max(1)),
            Key::PageDown => (self.chosen + page.max(1)).min(last),
            Key::Home => 0,
            Key::End => last,
            _ => return false,
        };
        true
    }

    /// Keeps the cursor on a row that exists.
    pub fn clamp(&mut self, rows: usize) {
        self.chosen = self.chosen.min(rows.saturating_sub(1));
    }

    /// The first row to draw so that the chosen one is seen among `page` rows.
    pub fn first(&self, rows: usize, page: usize) -> usize {
        let last_first = rows.saturating_sub(page);
        self.chosen.saturating_sub(page.saturating_sub(1).min(page * 2 / 3)).min(last_first)
    }
}
