//! At what a family or a person was, as their cards tell it. Restricted sessions are told to those alone to whom they are open.

use crate::domain::event::Outcome;
use crate::domain::id::{FamilyId, PersonId};
use crate::domain::staff::Right;
use crate::office::{Office, OfficeError};
use crate::store::events::attended::{self, AttendedRow};
use crate::store::{families, people};

/// Whose marks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Attendee {
    /// Of everybody in a family.
    Family(FamilyId),
    /// Of a person.
    Person(PersonId),
}

/// At what somebody was.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Attended {
    /// The latest marks first, not all of them.
    pub rows: Vec<AttendedRow>,
    /// How many marks there are.
    pub total: usize,
    /// How many of them say that somebody came.
    pub present: usize,
}

/// So many marks are told; the others are counted.
const TOLD: usize = 10;

impl Office {
    /// At what a family or a person was. Merged entries lead to the kept one.
    ///
    /// Errors: `NotAllowed(SeeEvents)`, those of reading.
    pub fn attended(&mut self, of: Attendee) -> Result<Attended, OfficeError> {
        self.require_now(Right::SeeEvents)?;
        let (me, sees_all) = (self.staff.id, self.may(Right::SeeSensitive));
        let mut rows = self.store.read(|tx| match of {
            Attendee::Family(family) => attended::of_family(tx, families::kept(tx, family)?),
            Attendee::Person(person) => attended::of_person(tx, people::kept(tx, person)?),
        })?;
        rows.retain(|row| !row.restricted || sees_all || row.holders.contains(&Some(me)));
        let present = rows.iter().filter(|row| row.outcome == Outcome::Present).count();
        let total = rows.len();
        rows.truncate(TOLD);
        Ok(Attended { rows, total, present })
    }
}
