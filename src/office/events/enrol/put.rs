//! Putting people on the list: one, many, in which order, and who has to wait.

use super::Open;
use crate::domain::event::{EnrolmentSource, EventFault, RegisterOf};
use crate::domain::filter::ukrainian_key;
use crate::domain::id::{DeedId, EnrolmentId, PersonId};
use crate::domain::person::PersonName;
use crate::domain::staff::Right;
use crate::office::deed::{Deed, Detail};
use crate::office::events::{about_series, about_session};
use crate::office::{Office, OfficeError};
use crate::store::events::enrolment::{self, NewEnrolment};
use crate::store::events::visits;
use crate::store::journal::Subject;
use crate::store::{StoreError, Tx, campaigns, lists, past, people};
use std::collections::HashSet;

/// Somebody with their name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NamedPerson {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: PersonName,
}

/// What enrolling did.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Enrolled {
    /// Expected from now on.
    pub added: Vec<NamedPerson>,
    /// Wait for a place, in this order.
    pub waiting: Vec<NamedPerson>,
    /// Were on the list, or waited, already.
    pub already: Vec<NamedPerson>,
    /// Of those enrolled: younger or older than it is for, with their age.
    pub outside_ages: Vec<(NamedPerson, u32)>,
    /// Of those enrolled: the entry of their family is closed. Somebody who died is here and was not enrolled.
    pub closed: Vec<NamedPerson>,
}

impl Office {
    /// Enrols people in a series or a one-off event; who finds no place waits, in this order. Who is on the list already stays there once.
    /// Repeating the same deed says what stands there since the first time.
    ///
    /// Errors: `Event` with `NoSuchSeries`, `NoSuchSession`, `Restricted`, `SeriesEnded`, `NotPlanned`, `Nobody`; `NoSuchPerson`;
    /// `NotAllowed(ManageEvents)`.
    pub fn enrol(
        &mut self,
        deed: DeedId,
        of: RegisterOf,
        people: &[PersonId],
        source: EnrolmentSource,
    ) -> Result<Enrolled, OfficeError> {
        self.enrol_those(deed, of, source, |_| Ok(people.to_vec()))
    }

    /// As [`Office::enrol`], of people who are found inside the deed.
    pub(super) fn enrol_those(
        &mut self,
        deed: DeedId,
        of: RegisterOf,
        source: EnrolmentSource,
        who: impl Fn(&mut Deed<'_>) -> Result<Vec<PersonId>, OfficeError>,
    ) -> Result<Enrolled, OfficeError> {
        self.deed(
            Some(deed),
            Some(Right::ManageEvents),
            |deed, _| {
                let people = who(deed)?;
                stand_there(deed.tx, of, &people)
            },
            |deed| {
                let open = Open::of(deed.tx, of, &deed.staff)?;
                if let Some(over) = open.is_over() {
                    return Err(over.into());
                }
                let people = who(deed)?;
                let enrolled = put(deed, &open, &people, source)?;
                let count = enrolled.added.len() + enrolled.waiting.len();
                deed.journal("enrolled", None, &Detail { count: Some(count), ..about(&open, "") })?;
                // A restricted one stands in nobody's history.
                if !open.frame.restricted {
                    for one in enrolled.added.iter().chain(&enrolled.waiting) {
                        deed.journal_also("enrolled", Subject::Person(one.person), &about(&open, ""))?;
                    }
                }
                Ok(enrolled)
            },
        )
    }
}

/// What the journal keeps of a deed about the people of an event.
pub(super) fn about(open: &Open, note: &str) -> Detail {
    match (open.of, open.sessions.first()) {
        (RegisterOf::Series(id), _) => about_series(id, &open.frame, note),
        (RegisterOf::Session(_), Some(row)) => about_session(row, note),
        (RegisterOf::Session(_), None) => Detail::default(),
    }
}

/// Puts people on the list inside a deed, in the order in which they are given.
fn put(
    deed: &mut Deed<'_>,
    open: &Open,
    people: &[PersonId],
    source: EnrolmentSource,
) -> Result<Enrolled, OfficeError> {
    if people.is_empty() {
        return Err(EventFault::Nobody.into());
    }
    let (of, today) = (open.of, deed.today());
    let from_on = open.first_day(!visits::outcomes(deed.tx, of)?.is_empty(), today);
    let capacity = open.frame.capacity.map_or(usize::MAX, |places| usize::try_from(places).unwrap_or(usize::MAX));
    let mut taken = enrolment::taken(deed.tx, of)?;
    // Whoever waits was here before.
    let mut is_full = !enrolment::waiting(deed.tx, of)?.is_empty();
    let (mut enrolled, mut seen) = (Enrolled::default(), HashSet::new());
    for person in people {
        let person = people::in_force(deed.tx, *person)?.ok_or(OfficeError::NoSuchPerson)?;
        if !seen.insert(person) {
            continue;
        }
        let one = named(deed.tx, person)?;
        let now = enrolment::present(deed.tx, of, person)?;
        // Whoever was written down on the spot comes onto the list for good.
        let was_on_the_spot = now.as_ref().is_some_and(|row| row.source == EnrolmentSource::Spot);
        if now.is_some() && !was_on_the_spot {
            enrolled.already.push(one);
            continue;
        }
        if past::person_marks(deed.tx, person)?.is_some_and(|marks| marks.died_on.is_some()) {
            enrolled.closed.push(one);
            continue;
        }
        is_full |= taken >= capacity;
        match now {
            Some(row) => visits::settle(deed.tx, row.id, (source, is_full), deed.at)?,
            None => {
                let id = EnrolmentId(deed.new_id());
                let new = NewEnrolment { id, of, person, from_on, source, waiting: is_full };
                enrolment::add(deed.tx, &new, deed.at, deed.staff.id)?;
            }
        }
        taken += usize::from(!is_full);
        let birth = people::get(deed.tx, person)?.and_then(|draft| draft.birth);
        if let Some(age) = open.frame.ages.misfit(birth, today) {
            enrolled.outside_ages.push((one.clone(), age));
        }
        let family = campaigns::family_of(deed.tx, person)?.map(|family| lists::family(deed.tx, family, today));
        if family.transpose()?.flatten().is_some_and(|line| line.closed) {
            enrolled.closed.push(one.clone());
        }
        if is_full { enrolled.waiting.push(one) } else { enrolled.added.push(one) }
    }
    Ok(enrolled)
}

/// How these people stand on the list now.
fn stand_there(tx: &Tx, of: RegisterOf, people: &[PersonId]) -> Result<Enrolled, OfficeError> {
    let mut enrolled = Enrolled::default();
    for person in people {
        let Some(person) = people::in_force(tx, *person)? else { continue };
        let one = named(tx, person)?;
        match enrolment::present(tx, of, person)? {
            Some(row) if row.is_waiting() => enrolled.waiting.push(one),
            Some(_) => enrolled.added.push(one),
            None => {}
        }
    }
    Ok(enrolled)
}

/// Somebody with their name.
pub(super) fn named(tx: &Tx, person: PersonId) -> Result<NamedPerson, StoreError> {
    Ok(NamedPerson { person, name: people::name(tx, person)?.unwrap_or_default() })
}

/// People in the order of the alphabet: the order in which those of a filter or of a former list come.
pub(super) fn by_name(tx: &Tx, people: Vec<PersonId>) -> Result<Vec<PersonId>, StoreError> {
    let mut named = people.into_iter().map(|person| named(tx, person)).collect::<Result<Vec<_>, _>>()?;
    named.sort_by_cached_key(|one| (ukrainian_key(&one.name.full()), one.person));
    named.dedup_by_key(|one| one.person);
    Ok(named.into_iter().map(|one| one.person).collect())
}
