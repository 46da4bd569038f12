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

/// A cursor over those rows of a long text that can be acted on, while the rest scrolls by.
///
/// The arrows go from stop to stop; where the next one is out of sight the text moves a row, so that nothing between them is skipped.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Walk {
    /// The row under the cursor.
    pub row: usize,
    /// The first row seen.
    pub first: usize,
}

impl Walk {
    /// Whether the row under the cursor is among the `page` rows seen.
    pub fn is_seen(&self, page: usize) -> bool {
        (self.first..self.first + page).contains(&self.row)
    }

    /// Puts the cursor on a row and that row into sight.
    pub fn go_to(&mut self, row: usize, page: usize) {
        self.row = row;
        if row < self.first {
            self.first = row;
        } else if row >= self.first + page {
            self.first = (row + 1).saturating_sub(page);
        }
    }

    /// Keeps cursor and sight on rows that exist; `stops` says of each row whether it can be acted on.
    pub fn clamp(&mut self, stops: &[bool], page: usize) {
        self.first = self.first.min(stops.len().saturating_sub(page));
        if !stops.get(self.row).copied().unwrap_or(false) {
            let near = stops.iter().take(self.row + 1).rposition(|stop| *stop).or(stops.iter().position(|stop| *stop));
            self.row = near.unwrap_or(0);
        }
    }

    /// Moves by a key. Returns whether it was a key of moving.
    pub fn key(&mut self, key: Key, stops: &[bool], page: usize) -> bool {
        self.clamp(stops, page);
        let last_first = stops.len().saturating_sub(page);
        let seen = self.first..self.first + page;
        match key {
            Key::Up => {
                let stop = stops.iter().take(self.row).rposition(|stop| *stop).filter(|stop| *stop >= seen.start);
                match stop.filter(|_| self.row <= seen.end) {
                    Some(stop) => self.row = stop,
                    None => self.step(self.first.saturating_sub(1), stops, page),
                }
            }
            Key::Down => {
                let stop = (self.row + 1..seen.end.min(stops.len())).find(|row| stops[*row]);
                match stop.filter(|_| self.row >= seen.start) {
                    Some(stop) => self.row = stop,
                    None => self.step((self.first + 1).min(last_first), stops, page),
                }
            }
            Key::PageUp | Key::Home => {
                self.first = if key == Key::Home { 0 } else { self.first.saturating_sub(page) };
                self.row = stops.iter().skip(self.first).position(|stop| *stop).map_or(self.row, |at| at + self.first);
            }
            Key::PageDown | Key::End => {
                self.first = if key == Key::End { last_first } else { (self.first + page).min(last_first) };
                let last = stops.iter().take(self.first + page).rposition(|stop| *stop);
                self.row = last.unwrap_or(self.row).max(self.row);
            }
            _ => return false,
        }
        true
    }

    /// The text moves a row; a stop that comes into sight by it takes the cursor.
    fn step(&mut self, first: usize, stops: &[bool], page: usize) {
        let came = if first > self.first { (first + page).saturating_sub(1) } else { first };
        if first != self.first && stops.get(came).copied().unwrap_or(false) {
            self.row = came;
        }
        self.first = first;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows of which `x` can be acted on.
    fn stops(text: &str) -> Vec<bool> {
        text.chars().map(|sign| sign == 'x').collect()
    }

    fn after(text: &str, page: usize, keys: &[Key]) -> (usize, usize) {
        let mut walk = Walk::default();
        walk.clamp(&stops(text), page);
        for key in keys {
            walk.key(*key, &stops(text), page);
        }
        (walk.row, walk.first)
    }

    #[test]
    fn the_arrows_go_from_stop_to_stop_and_back() {
        assert_eq!(after("x.xx.x", 6, &[]), (0, 0));
        assert_eq!(after("x.xx.x", 6, &[Key::Down, Key::Down]), (3, 0));
        assert_eq!(after("x.xx.x", 6, &[Key::Down, Key::Down, Key::Up]), (2, 0));
    }

    #[test]
    fn what_lies_between_two_stops_is_read_on_the_way() {
        assert_eq!(after("x......x", 3, &[Key::Down]), (0, 1));
        assert_eq!(after("x......x", 3, &[Key::Down; 5]), (7, 5));
        assert_eq!(after("x..x.....", 4, &[Key::Down; 9]), (3, 5));
        assert_eq!(after("x......x", 3, &[Key::End, Key::Home]), (0, 0));
    }

    #[test]
    fn a_text_without_stops_only_scrolls() {
        assert_eq!(after(".....", 2, &[Key::Down, Key::PageDown]), (0, 3));
        assert_eq!(after("", 2, &[Key::Down, Key::End]), (0, 0));
    }
}
