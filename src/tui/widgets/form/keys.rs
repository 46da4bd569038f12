//! What a key does in a form.

use super::{Event, Form, Kind};
use crate::tui::keys::{Key, layout};

impl Form {
    /// Types a text that arrived at once.
    pub fn text(&mut self, text: &str) -> Event {
        match self.focus.and_then(|place| self.fields.get_mut(place)) {
            Some(field) if !matches!(field.kind, Kind::Choice { .. }) => {
                field.chosen = None;
                if field.line.insert(text) {
                    field.note = None;
                    Event::Changed
                } else {
                    Event::Ignored
                }
            }
            _ => Event::Ignored,
        }
    }

    /// A keystroke.
    pub fn key(&mut self, key: Key) -> Event {
        let Some(place) = self.focus else { return Event::Ignored };
        let suggesting = self.is_suggesting();
        let suggestions = self.suggestions.len();
        let Some(field) = self.fields.get_mut(place) else { return Event::Ignored };
        let id = field.id;
        // Only lists need the text now; a password must not be copied about with every key.
        let typed = match field.kind {
            Kind::List | Kind::Rows => field.line.text().trim().to_owned(),
            Kind::Text | Kind::Suggest | Kind::Choice { .. } => String::new(),
        };
        match (key, &mut field.kind) {
            (Key::Down, _) if suggesting => {
                self.suggested = Some(self.suggested.map_or(0, |place| (place + 1).min(suggestions.saturating_sub(1))));
                Event::Moved
            }
            (Key::Up, _) if suggesting => {
                self.suggested = self.suggested.map(|place| place.saturating_sub(1));
                Event::Moved
            }
            (Key::Esc, _) if suggesting => {
                self.suggest(Vec::new());
                Event::Moved
            }
            (Key::Enter | Key::Tab, Kind::Suggest | Kind::List | Kind::Rows) if self.suggested.is_some() => {
                self.take_suggestion().unwrap_or(Event::Ignored)
            }
            (Key::Enter | Key::Tab, Kind::List | Kind::Rows) if !typed.is_empty() => {
                Event::Add { field: id, text: typed, move_on: key == Key::Tab }
            }
            (Key::Enter, Kind::List | Kind::Rows) if field.chosen.is_some() => {
                let place = field.chosen.take().unwrap_or(0);
                Event::Reopen { field: id, place }
            }
            (Key::Up, Kind::Rows) if !field.items.is_empty() && field.chosen != Some(0) => {
                field.chosen = Some(field.chosen.unwrap_or(field.items.len()) - 1);
                Event::Moved
            }
            (Key::Down, Kind::Rows) if field.chosen.is_some() => {
                field.chosen = field.chosen.map(|chosen| chosen + 1).filter(|chosen| *chosen < field.items.len());
                Event::Moved
            }
            (Key::Delete | Key::Backspace, Kind::List | Kind::Rows) if field.chosen.is_some() => {
                let place = field.chosen.take().unwrap_or(0);
                Event::Remove { field: id, place }
            }
            (Key::Left, Kind::List) if field.line.at_start() && !field.items.is_empty() => {
                field.chosen = Some(field.chosen.map_or(field.items.len() - 1, |chosen| chosen.saturating_sub(1)));
                Event::Moved
            }
            (Key::Right, Kind::List) if field.chosen.is_some() => {
                field.chosen = field.chosen.map(|chosen| chosen + 1).filter(|chosen| *chosen < field.items.len());
                Event::Moved
            }
            (Key::Enter | Key::Tab | Key::Down, _) => {
                field.chosen = None;
                let last = place + 1 == self.fields.len();
                self.next();
                if last { Event::PastEnd } else { Event::Left(id) }
            }
            (Key::BackTab | Key::Up, _) => {
                field.chosen = None;
                if place == 0 {
                    return Event::Ignored;
                }
                self.back();
                Event::Left(id)
            }
            (Key::Char(' ') | Key::Right, Kind::Choice { options, picked }) => {
                *picked = (*picked + 1) % options.len().max(1);
                Event::Changed
            }
            (Key::Left, Kind::Choice { options, picked }) => {
                *picked = (*picked + options.len().max(1) - 1) % options.len().max(1);
                Event::Changed
            }
            (Key::Char(c), Kind::Choice { options, picked }) => choose(c, options, picked),
            (_, Kind::Choice { .. }) => Event::Ignored,
            _ => {
                field.chosen = None;
                if field.line.key(key) {
                    field.note = None;
                    Event::Changed
                } else if matches!(key, Key::Left | Key::Right | Key::Home | Key::End) {
                    Event::Moved
                } else {
                    Event::Ignored
                }
            }
        }
    }
}

/// Picks the option of a digit (its number) or a first letter, whichever layout the letter was typed in.
fn choose(c: char, options: &[String], picked: &mut usize) -> Event {
    let by_digit = c.to_digit(10).and_then(|digit| usize::try_from(digit).ok()).and_then(|digit| digit.checked_sub(1));
    let first = |place: &usize| options.get(*place).and_then(|option| option.to_lowercase().chars().next());
    let after = || (1..=options.len()).map(|step| (*picked + step) % options.len().max(1));
    let typed = c.to_lowercase().next();
    let by_letter = || after().find(|place| first(place) == typed);
    let key = typed.map(layout::to_latin);
    let by_key = || after().find(|place| first(place).is_some() && first(place).map(layout::to_latin) == key);
    match by_digit.filter(|place| *place < options.len()).or_else(by_letter).or_else(by_key) {
        Some(place) => {
            *picked = place;
            Event::Changed
        }
        None => Event::Ignored,
    }
}
