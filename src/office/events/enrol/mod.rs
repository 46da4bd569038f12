//! Enrolment: who is expected at a series or a one-off event, who waits for a place, who completed the course, who left.
//!
//! Here: what its screen sees. Putting people on the list is in [`put`], from where they come in [`from`], what becomes of them in [`leave`].
//! Whoever comes when all places are taken waits, in the order of coming; nobody overtakes them, not even into a place that has just become
//! free. Somebody who left stays in every register they were marked in.

mod from;
mod leave;
mod put;

pub use from::{EnrolmentFrom, FilterFits, PersonFault, PersonLine, PersonWrong};
pub use put::{Enrolled, NamedPerson};

use super::{is_session_open, opened, opened_series};
use crate::domain::event::{EventFault, Frame, Outcome, RegisterOf, STOPPED_AFTER, SessionStatus, missed_in_a_row};
use crate::domain::filter::ukrainian_key;
use crate::domain::id::{FamilyId, PersonId, SessionId};
use crate::domain::number::FamilyNumber;
use crate::domain::person::{BirthDate, PersonName, Sex};
use crate::domain::staff::{Right, Staff};
use crate::office::{Office, OfficeError};
use crate::store::events::enrolment::{self, EnrolmentRow};
use crate::store::events::people as register_people;
use crate::store::events::sessions::{self, SessionRow};
use crate::store::events::visits;
use crate::store::{Tx, campaigns, lists, past, people};
use chrono::NaiveDate;

/// How somebody stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Standing {
    /// Expected.
    Enrolled,
    /// Waits for a place.
    Waiting {
        /// Their turn, from 1.
        place: usize,
        /// The day from which it counts.
        since: NaiveDate,
    },
    /// Completed the course.
    Completed {
        /// On which day.
        on: NaiveDate,
        /// Number of the certificate.
        number: String,
    },
    /// Left.
    Left {
        /// The last day on which they were expected.
        until: NaiveDate,
        /// Why.
        reason: String,
    },
}

/// Somebody on the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ListedPerson {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: PersonName,
    /// Birth.
    pub birth: Option<BirthDate>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Whole years today.
    pub age: Option<u32>,
    /// The family they stand in.
    pub family: Option<(FamilyId, FamilyNumber)>,
    /// Whether its entry is closed.
    pub closed: bool,
    /// Whether they died.
    pub died: bool,
    /// Whether they are younger or older than it is for.
    pub outside_ages: bool,
    /// Written down at a session and nothing more is known of them: to be completed at reception.
    pub newcomer: bool,
    /// First day on which they are expected.
    pub from_on: NaiveDate,
    /// How they stand.
    pub standing: Standing,
    /// How many closed sessions of their time they came to.
    pub came: usize,
    /// How many closed sessions there were in their time.
    pub held: usize,
    /// How many of these they missed in a row up to now.
    pub missed_in_a_row: u32,
}

impl ListedPerson {
    /// Whether they are expected and have stopped coming.
    pub fn stopped(&self) -> bool {
        self.standing == Standing::Enrolled && self.missed_in_a_row >= STOPPED_AFTER
    }
}

/// A session of the series, for choosing a paper.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct EnrolmentSession {
    /// Which.
    pub session: SessionId,
    /// Its day.
    pub held_on: NaiveDate,
    /// Where it stands.
    pub status: SessionStatus,
}

/// The list of a series or a one-off event.
#[derive(Clone, PartialEq, Debug)]
pub struct EnrolmentView {
    /// Of what.
    pub of: RegisterOf,
    /// What it is.
    pub frame: Frame,
    /// Everybody, by name; those who wait in their turn.
    pub people: Vec<ListedPerson>,
    /// How many places are taken.
    pub taken: usize,
    /// Its sessions that were not called off, by day.
    pub sessions: Vec<EnrolmentSession>,
    /// Whether nobody can be enrolled any more: the series was ended, the event held or called off.
    pub over: bool,
}

impl EnrolmentView {
    /// Closed sessions.
    pub fn held(&self) -> usize {
        self.sessions.iter().filter(|session| session.status == SessionStatus::Held).count()
    }

    /// How many places are free; none where there is no number of places.
    pub fn free(&self) -> Option<usize> {
        let capacity = usize::try_from(self.frame.capacity?).unwrap_or(usize::MAX);
        Some(capacity.saturating_sub(self.taken))
    }

    /// Whoever is the first to wait.
    pub fn first_waiting(&self) -> Option<&ListedPerson> {
        self.people.iter().find(|one| matches!(one.standing, Standing::Waiting { place: 1, .. }))
    }

    /// Whoever waits first, where there is a place for them.
    pub fn to_admit(&self) -> Option<&ListedPerson> {
        self.first_waiting().filter(|_| !self.over && self.free() != Some(0))
    }
}

impl Office {
    /// Who is enrolled, waits, completed, left.
    ///
    /// Errors: `NotAllowed(SeeEvents)`; `Event` with `NoSuchSeries`, `NoSuchSession`, `Restricted`.
    pub fn enrolment(&mut self, of: RegisterOf) -> Result<EnrolmentView, OfficeError> {
        self.require_now(Right::SeeEvents)?;
        let (me, today) = (self.staff.clone(), self.clock().today());
        self.looked(|tx| {
            let open = Open::of(tx, of, &me)?;
            let outcomes = visits::outcomes(tx, of)?;
            let rows = enrolment::of(tx, of)?;
            let waiting: Vec<_> = enrolment::waiting(tx, of)?.into_iter().map(|row| row.id).collect();
            let mut people = Vec::with_capacity(rows.len());
            for row in &rows {
                let place = waiting.iter().position(|id| *id == row.id);
                let outcome = |session| outcomes.get(&(row.person, session)).copied();
                people.extend(listed(tx, row, &open, (place, today), outcome)?);
            }
            people.sort_by_cached_key(|one| match one.standing {
                Standing::Waiting { place, .. } => (place, Box::default()),
                _ => (0, ukrainian_key(&one.name.full())),
            });
            let sessions = open
                .sessions
                .iter()
                .filter(|row| row.status != SessionStatus::Cancelled)
                .map(|row| EnrolmentSession { session: row.id, held_on: row.held_on, status: row.status });
            Ok(EnrolmentView {
                of,
                taken: enrolment::taken(tx, of)?,
                people,
                sessions: sessions.collect(),
                over: open.is_over().is_some(),
                frame: open.frame,
            })
        })
    }
}

/// Somebody's line of the list; nothing for a person who is not in the register any more.
fn listed(
    tx: &Tx,
    row: &EnrolmentRow,
    open: &Open,
    (waits_at, today): (Option<usize>, NaiveDate),
    outcome: impl Fn(SessionId) -> Option<Outcome>,
) -> Result<Option<ListedPerson>, OfficeError> {
    let Some(person) = people::in_force(tx, row.person)? else { return Ok(None) };
    let Some(draft) = people::get(tx, person)? else { return Ok(None) };
    let family = match campaigns::family_of(tx, person)? {
        Some(family) => lists::family(tx, family, today)?.map(|line| (family, line)),
        None => None,
    };
    let until = row.until_on.unwrap_or(NaiveDate::MAX);
    let held: Vec<&SessionRow> = (open.sessions.iter().rev())
        .filter(|session| session.status == SessionStatus::Held)
        .filter(|session| row.from_on <= session.held_on && session.held_on <= until)
        .collect();
    let marks: Vec<Option<Outcome>> = held.iter().map(|session| outcome(session.id)).collect();
    let standing = match (waits_at, row.completed_on, row.until_on) {
        (Some(place), ..) => Standing::Waiting {
            place: place + 1,
            since: row.waiting_since.map_or(row.from_on, |moment| moment.date_naive()),
        },
        (None, Some(on), _) => Standing::Completed { on, number: row.certificate.clone().unwrap_or_default() },
        (None, None, Some(until)) => Standing::Left { until, reason: row.left_reason.clone() },
        (None, None, None) => Standing::Enrolled,
    };
    Ok(Some(ListedPerson {
        person,
        birth: draft.birth,
        sex: draft.sex,
        age: draft.birth.map(|birth| birth.age_on(today)),
        closed: family.as_ref().is_some_and(|(_, line)| line.closed),
        family: family.map(|(family, line)| (family, line.number)),
        died: past::person_marks(tx, person)?.is_some_and(|marks| marks.died_on.is_some()),
        outside_ages: open.frame.ages.misfit(draft.birth, today).is_some(),
        newcomer: register_people::get(tx, person)?.is_some_and(|there| there.is_bare),
        from_on: row.from_on,
        standing,
        came: marks.iter().filter(|mark| **mark == Some(Outcome::Present)).count(),
        held: held.len(),
        missed_in_a_row: missed_in_a_row(marks),
        name: draft.name,
    }))
}

/// A series or a one-off session that the asker may open.
pub(in crate::office) struct Open {
    pub(in crate::office) of: RegisterOf,
    pub(in crate::office) frame: Frame,
    /// Its sessions by day that are open to the asker, those called off too.
    pub(in crate::office) sessions: Vec<SessionRow>,
    ended_on: Option<NaiveDate>,
}

impl Open {
    /// Errors: `NoSuchSeries`, `NoSuchSession`, `Restricted`; `NoSuchSession` too for a session of a series, whose people are the series'.
    pub(in crate::office) fn of(tx: &Tx, of: RegisterOf, staff: &Staff) -> Result<Self, OfficeError> {
        match of {
            RegisterOf::Series(id) => {
                let row = opened_series(tx, id, staff)?;
                let mut sessions = sessions::of_series(tx, id)?;
                sessions.retain(|row| is_session_open(row, staff));
                Ok(Self { of, frame: row.draft.frame, sessions, ended_on: row.ended_on })
            }
            RegisterOf::Session(id) => {
                let row = opened(tx, id, staff)?;
                if row.series.is_some() {
                    return Err(EventFault::NoSuchSession.into());
                }
                Ok(Self { of, frame: row.frame.clone(), sessions: vec![row], ended_on: None })
            }
        }
    }

    /// Why nobody can be enrolled any more.
    pub(super) fn is_over(&self) -> Option<EventFault> {
        if let Some(on) = self.ended_on {
            return Some(EventFault::SeriesEnded(on));
        }
        let status = self.of.session().and(self.sessions.first()).map(|row| row.status);
        status.filter(|status| *status != SessionStatus::Planned).map(EventFault::NotPlanned)
    }

    /// The first day on which somebody who is enrolled today is expected: the first of all while nobody was marked yet, else today.
    pub(super) fn first_day(&self, is_marked: bool, today: NaiveDate) -> NaiveDate {
        let first = self.sessions.first().map(|row| row.held_on).filter(|_| !is_marked);
        first.map_or(today, |first| first.min(today))
    }
}
