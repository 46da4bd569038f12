//! The paper journal as data: people down, dates across, what is marked and what is under way, sums both ways.
//!
//! A mark that was asked for and has no answer yet lies over the register, so that a register that was read before it cannot hide it: it
//! leaves when its own answer comes, and what the answer says stands in its place. Pure.

use crate::domain::event::{Mark, Outcome, SessionStatus};
use crate::domain::id::{DeedId, PersonId, SessionId};
use crate::office::events::{Column, Register, RegisterRow};
use chrono::NaiveDate;
use std::ops::Range;

/// A mark on its way to the file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Going {
    pub(super) deed: DeedId,
    pub(super) session: SessionId,
    pub(super) person: PersonId,
    /// None takes the mark away.
    pub(super) outcome: Option<Outcome>,
}

/// What stands where a person and a date meet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Cell {
    /// It is in the file.
    Marked(Outcome),
    /// It was asked for and is not in the file yet.
    Going(Option<Outcome>),
    /// Expected and not marked yet.
    Due,
    /// Not expected, not marked.
    Blank,
    /// The session was called off.
    Off,
}

/// Sums of a column.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Sums {
    pub(super) expected: usize,
    pub(super) present: usize,
    /// Expected and not marked.
    pub(super) due: usize,
}

/// The journal on the desk.
pub(super) struct Grid {
    pub(super) register: Register,
    /// The column under the cursor.
    pub(super) column: usize,
    pub(super) going: Vec<Going>,
}

impl Grid {
    /// The journal with the cursor on the session that was asked for.
    pub(super) fn new(register: Register) -> Self {
        let column = register.under_cursor;
        Self { register, column, going: Vec::new() }
    }

    /// The journal as it is now; the cursor stays on its date, and what is under way stays over it.
    pub(super) fn renew(&mut self, register: Register) {
        let session = self.session();
        self.register = register;
        let there = session.and_then(|session| self.column_of(session));
        self.column = there.unwrap_or(self.register.under_cursor).min(self.register.columns.len().saturating_sub(1));
    }

    pub(super) fn column_of(&self, session: SessionId) -> Option<usize> {
        self.register.columns.iter().position(|column| column.session == session)
    }

    /// The date under the cursor.
    pub(super) fn at(&self) -> Option<&Column> {
        self.register.columns.get(self.column)
    }

    /// The session under the cursor.
    pub(super) fn session(&self) -> Option<SessionId> {
        self.at().map(|column| column.session)
    }

    pub(super) fn row(&self, place: usize) -> Option<&RegisterRow> {
        self.register.rows.get(place)
    }

    pub(super) fn place_of(&self, person: PersonId) -> Option<usize> {
        self.register.rows.iter().position(|row| row.person == person)
    }

    /// What is on its way for somebody, the newest.
    pub(super) fn under_way(&self, person: PersonId, column: usize) -> Option<Option<Outcome>> {
        let session = self.register.columns.get(column)?.session;
        let own = |going: &&Going| going.person == person && going.session == session;
        self.going.iter().rev().find(own).map(|going| going.outcome)
    }

    pub(super) fn mark(&self, place: usize, column: usize) -> Option<&Mark> {
        self.row(place)?.marks.get(column)?.as_ref()
    }

    pub(super) fn cell(&self, place: usize, column: usize) -> Cell {
        let Some(row) = self.row(place) else { return Cell::Blank };
        if let Some(outcome) = self.under_way(row.person, column) {
            return Cell::Going(outcome);
        }
        if let Some(mark) = self.mark(place, column) {
            return Cell::Marked(mark.outcome);
        }
        match self.register.columns.get(column) {
            Some(column) if column.status == SessionStatus::Cancelled => Cell::Off,
            _ if row.expected.get(column).copied().unwrap_or(false) => Cell::Due,
            _ => Cell::Blank,
        }
    }

    /// What is or will be marked, for the next key.
    pub(super) fn outcome(&self, place: usize, column: usize) -> Option<Outcome> {
        match self.cell(place, column) {
            Cell::Marked(outcome) | Cell::Going(Some(outcome)) => Some(outcome),
            Cell::Going(None) | Cell::Due | Cell::Blank | Cell::Off => None,
        }
    }

    /// Whether somebody is expected and neither marked nor about to be.
    pub(super) fn is_due(&self, place: usize, column: usize) -> bool {
        self.outcome(place, column).is_none()
            && self.row(place).is_some_and(|row| row.expected.get(column).copied().unwrap_or(false))
    }

    /// The first in the order of the list who is expected and not marked.
    pub(super) fn first_due(&self, column: usize) -> Option<usize> {
        (0..self.register.rows.len()).find(|place| self.is_due(*place, column))
    }

    /// Sums of a date: only what is in the file counts.
    pub(super) fn sums(&self, column: usize) -> Sums {
        let mut sums = Sums::default();
        for row in &self.register.rows {
            let expected = row.expected.get(column).copied().unwrap_or(false);
            let mark = row.marks.get(column).and_then(Option::as_ref);
            sums.expected += usize::from(expected);
            sums.present += usize::from(mark.is_some_and(|mark| mark.outcome == Outcome::Present));
            sums.due += usize::from(expected && mark.is_none());
        }
        sums
    }

    /// How often somebody came, of the sessions at which they were marked.
    pub(super) fn came(&self, place: usize) -> (usize, usize) {
        let Some(row) = self.row(place) else { return (0, 0) };
        let marks = row.marks.iter().flatten();
        marks.fold((0, 0), |(came, held), mark| (came + usize::from(mark.outcome == Outcome::Present), held + 1))
    }

    /// Puts into the register what an answer says of a session, in the place of what was under way.
    pub(super) fn answered(&mut self, deed: DeedId, marks: &[(PersonId, Option<Mark>)]) {
        let session = self.going.iter().find(|going| going.deed == deed).map(|going| going.session);
        self.going.retain(|going| going.deed != deed);
        let Some(column) = session.and_then(|session| self.column_of(session)) else { return };
        for (person, mark) in marks {
            let row = self.register.rows.iter_mut().find(|row| row.person == *person);
            if let Some(cell) = row.and_then(|row| row.marks.get_mut(column)) {
                cell.clone_from(mark);
            }
        }
    }

    /// What was under way by this deed did not happen.
    pub(super) fn refused(&mut self, deed: DeedId) {
        self.going.retain(|going| going.deed != deed);
    }

    /// Moves the cursor over the dates.
    pub(super) fn turn(&mut self, by: isize) {
        let last = self.register.columns.len().saturating_sub(1);
        self.column = self.column.saturating_add_signed(by).min(last);
    }

    /// Which dates are seen where there is room for so many: up to the asked one, unless the cursor stands elsewhere.
    pub(super) fn window(&self, room: usize) -> Range<usize> {
        window(self.register.columns.len(), self.register.under_cursor, self.column, room)
    }

    /// Whether the column is of a day that has come.
    pub(super) fn has_come(&self, column: usize, today: NaiveDate) -> bool {
        self.register.columns.get(column).is_some_and(|column| column.held_on <= today)
    }
}

fn window(columns: usize, asked: usize, cursor: usize, room: usize) -> Range<usize> {
    let room = room.clamp(1, columns.max(1)).min(columns);
    let end = if cursor > asked {
        cursor + 1
    } else if asked - cursor < room {
        asked + 1
    } else {
        cursor + room
    };
    // Before the first sessions of a series there is nothing: what is to come stands there then, as in a journal on paper.
    let end = end.clamp(room, columns.max(room));
    end - room..end
}
