//! The keys of the register: Enter and Space on a row, what opens from it, and the keys that mean something while nothing is typed.

use super::family::Household;
use super::grid::Grid;
use super::heads::HeadsWindow;
use super::newcomer::NewcomerWindow;
use super::rows::{At, Shown};
use super::{Awaited, EXCUSES, Question, REOPENINGS, RegisterScreen, with_all, words};
use crate::domain::event::{MarkSource, Outcome};
use crate::domain::id::PersonId;
use crate::tui::app::{Context, Go, Step, ToastKind};
use crate::tui::commands::CommandId;
use crate::tui::keys::Key;
use crate::tui::screens::issue::ReasonWindow;
use crate::tui::widgets::list::ListCursor;

impl RegisterScreen {
    /// Enter: whoever is under the cursor is here.
    pub(super) fn take(&mut self, cx: &mut Context) -> Step {
        if self.household.as_ref().is_some_and(Household::is_offered) {
            return self.take_offered(cx);
        }
        let Some(row) = self.rows.get(self.cursor.chosen).copied() else { return Step::stay() };
        let is_searching = self.answered != self.generation;
        // Whom an older text found is nobody whom this one means.
        if is_searching && (row.is_near || matches!(row.at, At::Fresh | At::Stranger(_))) {
            self.awaited = Some(Awaited::Enter);
            return Step::stay();
        }
        let Some(person) = self.person_at(row.at) else { return run(CommandId::RegisterNew) };
        if row.is_near && self.doubted != Some(row.at) {
            self.doubted = Some(row.at);
            let said = cx.tv("register-near", &[("name", self.name_of(person).into())]);
            self.say(ToastKind::Warning, said);
            return Step::stay();
        }
        let is_typed = !self.query.is_empty();
        if let At::Listed(place) = row.at
            && let Some(text) = self.present_already(place, cx)
        {
            if is_typed {
                self.empty();
            }
            self.say(ToastKind::Warning, text);
            return Step::stay();
        }
        let source = if is_typed { MarkSource::Search } else { MarkSource::List };
        let step = self.mark(&[person], Some(Outcome::Present), "", source, cx);
        if is_typed {
            self.empty();
            let moved = self.moved();
            return with_all(step, moved.effects);
        }
        self.go_down(step)
    }

    pub(super) fn go_down(&mut self, step: Step) -> Step {
        self.cursor.key(Key::Down, self.rows.len(), 1);
        let moved = self.moved();
        with_all(step, moved.effects)
    }

    /// Space on the list: present at the first press and down to the next; on somebody who is marked, the next of the signs.
    pub(super) fn turn_mark(&mut self, cx: &mut Context) -> Step {
        match self.at_cursor() {
            Some(At::Listed(place)) => {
                let Some((person, outcome, is_expected)) = self.standing(place) else { return Step::stay() };
                let next = next_outcome(outcome, is_expected);
                let step = self.mark(&[person], next, "", MarkSource::List, cx);
                if outcome.is_none() { self.go_down(step) } else { step }
            }
            // Whoever presses once too often at the end of the list means nobody.
            Some(At::Waiting(_) | At::Fresh | At::Stranger(_)) | None => Step::stay(),
        }
    }

    pub(super) fn standing(&self, place: usize) -> Option<(PersonId, Option<Outcome>, bool)> {
        let grid = self.grid.as_ref()?;
        let row = grid.row(place)?;
        let is_expected = row.expected.get(grid.column).copied().unwrap_or(false);
        Some((row.person, grid.outcome(place, grid.column), is_expected))
    }

    pub(super) fn open_newcomer(&mut self, cx: &mut Context) -> Step {
        let Some(session) = self.grid.as_ref().and_then(Grid::session) else { return Step::stay() };
        let typed = self.query.text();
        NewcomerWindow::open(session, &typed, cx)
    }

    pub(super) fn open_heads(&mut self, cx: &mut Context) -> Step {
        match self.grid.as_ref().and_then(Grid::at) {
            Some(column) => HeadsWindow::open(column.session, column.heads, cx),
            None => Step::stay(),
        }
    }

    pub(super) fn excuse(&mut self, cx: &Context) -> Step {
        let Some(person) = self.selected() else { return Step::stay() };
        let name = self.name_of(person);
        self.question = Some(Question::Excuse(person));
        Step::push(ReasonWindow::new(cx.t("register-excuse-title"), name, EXCUSES, cx))
    }

    pub(super) fn ask_to_reopen(&mut self, cx: &Context) -> Step {
        let Some(column) = self.grid.as_ref().and_then(Grid::at) else { return Step::stay() };
        let about = words::day_of(column, cx);
        self.question = Some(Question::Reopen(column.session));
        Step::push(ReasonWindow::new(cx.t("register-reopen-title"), about, REOPENINGS, cx))
    }

    pub(super) fn turn(&mut self, by: isize) {
        let person = self.selected();
        if let Some(grid) = &mut self.grid {
            grid.turn(by);
        }
        self.arrange(person);
    }

    /// Keys that mean something while nothing is typed in the box.
    pub(super) fn key_on_the_list(&mut self, key: Key, cx: &mut Context) -> Option<Step> {
        Some(match key {
            Key::Esc => Step::pop(),
            Key::Char(' ') => self.turn_mark(cx),
            // By their commands, which say why they cannot be.
            Key::Char('+') => run(CommandId::RegisterAllPresent),
            Key::Char('-') => run(CommandId::RegisterAllAbsent),
            Key::Char('*') => run(CommandId::RegisterHeads),
            Key::Char(digit @ '0'..='9') => self.turn_member(digit, cx),
            Key::Left => {
                self.turn(-1);
                Step::stay()
            }
            Key::Right => {
                self.turn(1);
                Step::stay()
            }
            Key::Home | Key::End => {
                self.cursor.key(key, self.rows.len(), 1);
                self.moved()
            }
            Key::Tab | Key::BackTab => {
                self.shown = if self.shown == Shown::All { Shown::Due } else { Shown::All };
                self.cursor = ListCursor::default();
                self.arrange(None);
                self.moved()
            }
            _ => return None,
        })
    }
}

fn run(command: CommandId) -> Step {
    Step::go(Go::Run(command))
}

/// What the next press makes of a mark: the common case first, and back to nothing in the end.
pub(super) fn next_outcome(outcome: Option<Outcome>, is_expected: bool) -> Option<Outcome> {
    match outcome {
        None | Some(Outcome::Excused) => Some(Outcome::Present),
        Some(Outcome::Present) if is_expected => Some(Outcome::Absent),
        Some(Outcome::Present | Outcome::Absent) => None,
    }
}
