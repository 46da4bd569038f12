//! The register everybody knows from paper: people down, dates across, a mark in each square.

use super::{is_session_open, opened};
use crate::domain::clock::Moment;
use crate::domain::event::{EventFault, Frame, Heads, Hours, Mark, RegisterOf, SessionStatus, missed_in_a_row};
use crate::domain::filter::ukrainian_key;
use crate::domain::id::{FamilyId, PersonId, SessionId};
use crate::domain::number::FamilyNumber;
use crate::domain::person::{BirthDate, PersonName};
use crate::domain::staff::Right;
use crate::office::{Office, OfficeError};
use crate::store::events::attendance;
use crate::store::events::enrolment::{self, EnrolmentRow};
use crate::store::events::people::{self as register_people, PersonRow};
use crate::store::events::sessions::{self, SessionRow};
use crate::store::{StoreError, Tx, changes, families, past};
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};

/// A register.
#[derive(Clone, PartialEq, Debug)]
pub struct Register {
    /// Of what.
    pub of: RegisterOf,
    /// What the asked session is.
    pub frame: Frame,
    /// Its sessions, by day and hour.
    pub columns: Vec<Column>,
    /// Everybody who is or was expected, and everybody marked, by name in the order of the alphabet.
    pub rows: Vec<RegisterRow>,
    /// The column of the asked session.
    pub under_cursor: usize,
    /// Those who wait for a place, in the order in which they are admitted.
    pub waiting: Vec<WaitingRow>,
    /// As of which changes, for [`Office::register_stamp`].
    pub stamp: i64,
}

/// A session as a column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    /// Which.
    pub session: SessionId,
    /// Its day.
    pub held_on: NaiveDate,
    /// From when until when.
    pub hours: Hours,
    /// Where it stands.
    pub status: SessionStatus,
    /// Those who came and are not named.
    pub heads: Heads,
    /// The day that the rule gave it.
    pub planned_on: Option<NaiveDate>,
    /// Why it was moved, cancelled or opened again.
    pub reason: String,
}

/// A person as a row.
#[derive(Clone, PartialEq, Debug)]
pub struct RegisterRow {
    /// Who.
    pub person: PersonId,
    /// Name.
    pub name: PersonName,
    /// Birth.
    pub birth: Option<BirthDate>,
    /// Whole years on the day of the asked session.
    pub age: Option<u32>,
    /// The family in which they stand.
    pub family: Option<(FamilyId, FamilyNumber)>,
    /// Whether the entry of that family was closed on the day of the asked session.
    pub closed: bool,
    /// Day of death.
    pub died_on: Option<NaiveDate>,
    /// Their enrolment: the present one, or the last; none for those who only came.
    pub enrolment: Option<EnrolmentRow>,
    /// Mark by mark, in the order of the columns.
    pub marks: Vec<Option<Mark>>,
    /// Whether they are expected, in the order of the columns.
    pub expected: Vec<bool>,
    /// How many times they missed in a row until now.
    pub missed_in_a_row: u32,
    /// Whether the asked session is for other ages.
    pub outside_ages: bool,
    /// Whether nothing is known but name and birth: to be completed at reception.
    pub newcomer: bool,
}

/// Somebody who waits for a place.
#[derive(Clone, PartialEq, Debug)]
pub struct WaitingRow {
    /// Who.
    pub person: PersonId,
    /// Name.
    pub name: PersonName,
    /// Whole years on the day of the asked session.
    pub age: Option<u32>,
    /// The family in which they stand.
    pub family: Option<(FamilyId, FamilyNumber)>,
    /// Since when they wait.
    pub since: Moment,
}

/// A family whose members can be marked at once.
#[derive(Clone, PartialEq, Debug)]
pub struct FamilyOnSession {
    /// Which.
    pub family: FamilyId,
    /// Its number.
    pub number: FamilyNumber,
    /// Its members, the head first.
    pub members: Vec<OnSession>,
}

/// A member of such a family.
#[derive(Clone, PartialEq, Debug)]
pub struct OnSession {
    /// Who.
    pub person: PersonId,
    /// Name.
    pub name: PersonName,
    /// Birth.
    pub birth: Option<BirthDate>,
    /// Whole years today.
    pub age: Option<u32>,
}

impl Office {
    /// The register in which a session stands: of its series, or of itself alone. Sessions of the series that are not for the asker are
    /// left out.
    ///
    /// Errors: `NotAllowed(SeeEvents)`; `Event` with `NoSuchSession`, `Restricted`, `IsCampaign`.
    pub fn attendance_register(&mut self, session: SessionId) -> Result<Register, OfficeError> {
        self.require_now(Right::SeeEvents)?;
        let (me, today) = (self.staff.clone(), self.clock().today());
        self.looked(|tx| {
            let asked = opened(tx, session, &me)?;
            let columns = match asked.series {
                Some(series) => sessions::of_series(tx, series)?,
                None => vec![asked.clone()],
            };
            let columns: Vec<SessionRow> = columns.into_iter().filter(|row| is_session_open(row, &me)).collect();
            let under_cursor = columns.iter().position(|row| row.id == session).ok_or(EventFault::NoSuchSession)?;
            let roster = Roster::of(tx, &asked)?;
            let mut marks = Vec::with_capacity(columns.len());
            for column in &columns {
                marks.push(attendance::of_session(tx, column.id)?);
            }
            let rows = rows(tx, &roster, &columns, (&asked, today), &mut marks)?;
            let waiting = waiting(tx, &roster, asked.held_on)?;
            Ok(Register {
                of: roster.of,
                frame: asked.frame,
                columns: columns.into_iter().map(column).collect(),
                rows,
                under_cursor,
                waiting,
                stamp: changes::head(tx)?,
            })
        })
    }

    /// Something that is another number as soon as anything changed that a register may show: cheap to ask.
    pub fn register_stamp(&mut self) -> Result<i64, OfficeError> {
        Ok(self.store.read(changes::head)?)
    }

    /// The families in which a person stands, with everybody in them.
    ///
    /// Errors: `NotAllowed(SeeEvents)`, `NoSuchPerson`.
    pub fn family_of(&mut self, person: PersonId) -> Result<Vec<FamilyOnSession>, OfficeError> {
        self.require_now(Right::SeeEvents)?;
        let today = self.clock().today();
        self.looked(|tx| {
            let person = crate::store::people::in_force(tx, person)?.ok_or(OfficeError::NoSuchPerson)?;
            let mut found = Vec::new();
            for (_, family, ..) in past::standing(tx, person)? {
                let Some(card) = families::card(tx, family)? else { continue };
                let members = card.members.iter().map(|member| OnSession {
                    person: member.person,
                    name: member.name.clone(),
                    birth: member.birth,
                    age: member.birth.map(|birth| birth.age_on(today)),
                });
                found.push(FamilyOnSession { family, number: card.number, members: members.collect() });
            }
            Ok(found)
        })
    }
}

fn column(row: SessionRow) -> Column {
    Column {
        session: row.id,
        held_on: row.held_on,
        hours: row.frame.hours,
        status: row.status,
        heads: row.heads,
        planned_on: row.planned_on,
        reason: row.reason,
    }
}

/// Everybody who is or was enrolled where a session stands.
pub(super) struct Roster {
    pub(super) of: RegisterOf,
    list: HashMap<PersonId, Vec<EnrolmentRow>>,
}

impl Roster {
    /// Of the series of a session, or of the session itself.
    pub(super) fn of(tx: &Tx, session: &SessionRow) -> Result<Self, StoreError> {
        let of = session.series.map_or(RegisterOf::Session(session.id), RegisterOf::Series);
        let mut list: HashMap<PersonId, Vec<EnrolmentRow>> = HashMap::new();
        for row in enrolment::of(tx, of)? {
            list.entry(row.person).or_default().push(row);
        }
        Ok(Self { of, list })
    }

    /// Everybody on it.
    pub(super) fn people(&self) -> impl Iterator<Item = PersonId> {
        self.list.keys().copied()
    }

    /// Whether somebody is expected on a day.
    pub(super) fn expects(&self, person: PersonId, day: NaiveDate) -> bool {
        self.list.get(&person).is_some_and(|rows| rows.iter().any(|row| row.is_expected(self.of, day)))
    }

    /// The enrolment that somebody has now.
    pub(super) fn present(&self, person: PersonId) -> Option<&EnrolmentRow> {
        self.list.get(&person)?.iter().find(|row| row.until_on.is_none())
    }

    fn shown(&self, person: PersonId) -> Option<&EnrolmentRow> {
        self.present(person).or_else(|| self.list.get(&person)?.last())
    }
}

type Marks = HashMap<PersonId, Mark>;

fn rows(
    tx: &Tx,
    roster: &Roster,
    columns: &[SessionRow],
    (asked, today): (&SessionRow, NaiveDate),
    marks: &mut [Marks],
) -> Result<Vec<RegisterRow>, StoreError> {
    let mut everybody: HashSet<PersonId> = marks.iter().flat_map(|of| of.keys().copied()).collect();
    everybody.extend(roster.people().filter(|person| roster.shown(*person).is_some_and(|row| !row.is_waiting())));
    let mut rows = Vec::with_capacity(everybody.len());
    for person in everybody {
        let Some(there) = register_people::get(tx, person)? else { continue };
        let marks: Vec<Option<Mark>> = marks.iter_mut().map(|of| of.remove(&person)).collect();
        let expected = columns.iter().map(|column| {
            is_awaited(&there, column.held_on)
                && column.status != SessionStatus::Cancelled
                && roster.expects(person, column.held_on)
        });
        let until_now = columns.iter().zip(&marks).rev().filter(|(column, _)| column.held_on <= today);
        rows.push(RegisterRow {
            person,
            age: there.birth.map(|birth| birth.age_on(asked.held_on)),
            family: there.family,
            closed: there.closed_on.is_some_and(|on| on <= asked.held_on),
            died_on: there.died_on,
            enrolment: roster.shown(person).cloned(),
            expected: expected.collect(),
            missed_in_a_row: missed_in_a_row(until_now.map(|(_, mark)| mark.as_ref().map(|mark| mark.outcome))),
            outside_ages: asked.frame.ages.misfit(there.birth, asked.held_on).is_some(),
            newcomer: there.is_bare,
            name: there.name,
            birth: there.birth,
            marks,
        });
    }
    rows.sort_by_cached_key(|row| (ukrainian_key(&row.name.full()), row.person));
    Ok(rows)
}

/// Nobody waits for the dead: a session after somebody's death can be closed without a mark of theirs.
pub(in crate::office) fn is_awaited(person: &PersonRow, day: NaiveDate) -> bool {
    person.died_on.is_none_or(|died| day <= died)
}

fn waiting(tx: &Tx, roster: &Roster, day: NaiveDate) -> Result<Vec<WaitingRow>, StoreError> {
    let mut found = Vec::new();
    for row in enrolment::waiting(tx, roster.of)? {
        let (Some(since), Some(there)) = (row.waiting_since, register_people::get(tx, row.person)?) else { continue };
        found.push(WaitingRow {
            person: row.person,
            age: there.birth.map(|birth| birth.age_on(day)),
            name: there.name,
            family: there.family,
            since,
        });
    }
    Ok(found)
}
