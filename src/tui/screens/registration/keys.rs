//! What a key does in the family form: fields, sections, the list of likely families past the last field.

use super::{Registration, Waiting};
use crate::tui::app::{Context, Screen, Step};
use crate::tui::commands::CommandId;
use crate::tui::keys::Key;
use crate::tui::screens::dialog::Dialog;
use crate::tui::widgets::form::Event;

/// First fields of the sections that PgUp and PgDn go between.
const SECTIONS: [&str; 4] = ["surname", "settlement", "family-categories", "members"];

/// Fields that take several entries, each typed and then taken.
pub(super) const LISTS: [&str; 4] = ["phones", "papers", "family-categories", "members"];

impl Registration {
    /// A keystroke that is no command.
    pub(super) fn press(&mut self, key: Key, cx: &mut Context) -> Step {
        match key {
            Key::Esc if !self.form.is_suggesting() => {
                if !self.is_dirty() {
                    return Step::pop();
                }
                self.waiting = Waiting::Discard;
                return Step::push(Dialog::discard(cx));
            }
            Key::PageDown | Key::PageUp => {
                let step = self.take_typed(cx);
                self.section(key);
                return step;
            }
            // Past the last field the cursor is in the list of likely families.
            Key::Up if self.form.focus.is_none() && self.likely_chosen == 0 => self.form.focus_on("members"),
            Key::BackTab if self.form.focus.is_none() => self.form.focus_on("members"),
            Key::Up if self.form.focus.is_none() => self.likely_chosen -= 1,
            Key::Down if self.form.focus.is_none() => {
                self.likely_chosen = (self.likely_chosen + 1).min(self.likely.len().saturating_sub(1));
            }
            Key::Tab if self.form.focus.is_none() => self.form.focus_on("surname"),
            Key::Enter if self.form.focus.is_none() => return self.command(CommandId::Open, cx),
            _ => {
                let event = self.form.key(key);
                if event == Event::PastEnd && self.likely.is_empty() {
                    self.form.focus_on("members");
                }
                return self.hear(&event, cx);
            }
        }
        Step::stay()
    }

    fn section(&mut self, key: Key) {
        let now = self
            .form
            .focused()
            .and_then(|id| self.form.fields.iter().position(|field| field.id == id))
            .unwrap_or(usize::MAX);
        let starts: Vec<usize> =
            SECTIONS.iter().filter_map(|id| self.form.fields.iter().position(|field| field.id == *id)).collect();
        let target = match key {
            Key::PageDown => starts.iter().find(|start| **start > now).or(starts.last()),
            _ => starts.iter().rev().find(|start| **start < now).or(starts.first()),
        };
        if let Some(field) = target.and_then(|place| self.form.fields.get(*place)) {
            let id = field.id;
            self.form.jump_to(id);
        }
    }

    /// The field with the focus is left by a key that is not its own: what stands in it is taken first, as with Tab.
    pub(super) fn take_typed(&mut self, cx: &mut Context) -> Step {
        if let Some(event) = self.form.take_suggestion() {
            return self.hear(&event, cx);
        }
        let Some(id) = self.form.focused() else { return Step::stay() };
        let text = self.form.value(id);
        if LISTS.contains(&id) && !text.is_empty() {
            return self.hear(&Event::Add { field: id, text, move_on: false }, cx);
        }
        self.hear(&Event::Left(id), cx)
    }
}
