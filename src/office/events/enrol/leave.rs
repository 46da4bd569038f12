//! What becomes of those on a list: admitted from the waiting list, taken off with a reason, said to have completed the course.

use super::Open;
use super::put::about;
use crate::domain::event::{CertificateNumber, EnrolFault, EventFault, RegisterOf, SessionStatus};
use crate::domain::id::{DeedId, PersonId, SeriesId};
use crate::domain::staff::Right;
use crate::office::deed::{Deed, Detail, nothing};
use crate::office::events::reasoned;
use crate::office::{Office, OfficeError};
use crate::store::events::enrolment::{self, EnrolmentRow};
use crate::store::events::visits;
use crate::store::journal::Subject;
use crate::store::{Tx, people};
use chrono::{Datelike, Days, NaiveDate};

impl Office {
    /// Gives a free place to somebody who waits; without a person to whoever waits first. Says who it was.
    ///
    /// Errors: `Event(Full)` while there is no place, `Enrol(NobodyWaits)`; as [`Office::enrol`].
    pub fn admit(&mut self, deed: DeedId, of: RegisterOf, person: Option<PersonId>) -> Result<PersonId, OfficeError> {
        self.deed(
            Some(deed),
            Some(Right::ManageEvents),
            |deed, done| match (done.subject, person) {
                (Some(Subject::Person(person)), _) | (None, Some(person)) => {
                    people::in_force(deed.tx, person)?.ok_or(OfficeError::NoSuchPerson)
                }
                // A restricted event names nobody in the journal: the row log knows who it was.
                _ => admitted_by(deed)?.ok_or(EnrolFault::NobodyWaits.into()),
            },
            |deed| {
                let open = Open::of(deed.tx, of, &deed.staff)?;
                if let Some(over) = open.is_over() {
                    return Err(over.into());
                }
                let waiting = enrolment::waiting(deed.tx, of)?;
                let wanted = person.map(|person| people::in_force(deed.tx, person)).transpose()?.flatten();
                let row = match wanted {
                    Some(person) => waiting.iter().find(|row| row.person == person),
                    None => waiting.first(),
                };
                let row = row.ok_or(EnrolFault::NobodyWaits)?;
                if let Some(capacity) = open.frame.capacity
                    && enrolment::taken(deed.tx, of)? >= usize::try_from(capacity).unwrap_or(usize::MAX)
                {
                    return Err(EventFault::Full { capacity }.into());
                }
                enrolment::admit(deed.tx, row.id, deed.today())?;
                deed.journal("admitted", subject(&open, row.person), &about(&open, ""))?;
                Ok(row.person)
            },
        )
    }

    /// Takes people off the list, or off the waiting list, from a day on. The sessions they came to stay. Whoever was put there by mistake,
    /// and was marked nowhere, was never there.
    ///
    /// Errors: `ReasonWanted`, `Event(NotEnrolled)`, `Event(Nobody)`; as [`Office::enrol`].
    pub fn withdraw(
        &mut self,
        deed: DeedId,
        of: RegisterOf,
        people: &[PersonId],
        on: NaiveDate,
        reason: &str,
    ) -> Result<(), OfficeError> {
        let reason = reasoned(reason)?;
        if people.is_empty() {
            return Err(EventFault::Nobody.into());
        }
        self.deed(Some(deed), Some(Right::ManageEvents), nothing, |deed| {
            let open = Open::of(deed.tx, of, &deed.staff)?;
            let mut gone = Vec::with_capacity(people.len());
            for person in people {
                let person = people::in_force(deed.tx, *person)?.ok_or(OfficeError::NoSuchPerson)?;
                let row = enrolment::present(deed.tx, of, person)?.ok_or(EventFault::NotEnrolled)?;
                take_off(deed, &open, &row, on, &reason)?;
                gone.push(person);
            }
            let note = Detail { count: Some(gone.len()), ..about(&open, &reason) };
            deed.journal("withdrawn", None, &note)?;
            if !open.frame.restricted {
                for person in gone {
                    deed.journal_also("withdrawn", Subject::Person(person), &about(&open, &reason))?;
                }
            }
            Ok(())
        })
    }

    /// Says that people completed a course on a day, and gives each certificate a number, in the order of the people. They are expected no
    /// longer, and their places are free. Repeating the same deed answers with the first numbers.
    ///
    /// Errors: `Enrol` with `InFuture`, `BeforeFirst`, `NothingHeld`, `Completed`; `Event(NotEnrolled)`, `Event(Nobody)`; as [`Office::enrol`].
    pub fn complete(
        &mut self,
        deed: DeedId,
        series: SeriesId,
        people: &[PersonId],
        on: NaiveDate,
    ) -> Result<Vec<String>, OfficeError> {
        let of = RegisterOf::Series(series);
        self.deed(
            Some(deed),
            Some(Right::ManageEvents),
            |deed, _| people.iter().filter_map(|person| certificate_of(deed.tx, of, *person).transpose()).collect(),
            |deed| {
                let open = Open::of(deed.tx, of, &deed.staff)?;
                check_day(&open, on, deed.today())?;
                let rows = completing(deed.tx, of, people)?;
                let mut given = enrolment::certificates(deed.tx, on.year())?;
                given.extend(visits::taken_back_certificates(deed.tx, on.year())?);
                let mut next = CertificateNumber::next(on.year(), given.iter().map(String::as_str));
                let mut numbers = Vec::with_capacity(rows.len());
                for row in &rows {
                    let number = next.to_string();
                    next = next.following();
                    enrolment::end(deed.tx, row.id, on, "")?;
                    enrolment::complete(deed.tx, row.id, on, &number)?;
                    numbers.push(number);
                }
                deed.journal("completed", None, &Detail { count: Some(rows.len()), ..about(&open, "") })?;
                if !open.frame.restricted {
                    for row in &rows {
                        deed.journal_also("completed", Subject::Person(row.person), &about(&open, ""))?;
                    }
                }
                Ok(numbers)
            },
        )
    }
}

/// Whose history the deed is written into: a restricted event stands in nobody's.
fn subject(open: &Open, person: PersonId) -> Option<Subject> {
    (!open.frame.restricted).then_some(Subject::Person(person))
}

fn admitted_by(deed: &Deed<'_>) -> Result<Option<PersonId>, OfficeError> {
    let person = deed.given_id().map(|id| enrolment::of_deed(deed.tx, id)).transpose()?.flatten();
    Ok(person.map(|person| people::in_force(deed.tx, person)).transpose()?.flatten())
}

fn take_off(deed: &Deed<'_>, open: &Open, row: &EnrolmentRow, on: NaiveDate, reason: &str) -> Result<(), OfficeError> {
    if row.from_on >= on && !row.is_waiting() && !visits::has_any(deed.tx, open.of, row.person)? {
        return Ok(enrolment::void(deed.tx, row.id)?);
    }
    // A session of that very day counts them in where they were marked at it, and asks nothing of them where they were not.
    let outcomes = visits::outcomes(deed.tx, open.of)?;
    let is_marked = |session| outcomes.contains_key(&(row.person, session));
    let of_day = open.sessions.iter().filter(|session| session.held_on == on);
    let last = if of_day.clone().count() > 0 && !of_day.map(|session| session.id).any(is_marked) {
        on.checked_sub_days(Days::new(1)).unwrap_or(on)
    } else {
        on
    };
    Ok(enrolment::end(deed.tx, row.id, last, reason)?)
}

/// Refuses a day on which nothing can be completed.
fn check_day(open: &Open, on: NaiveDate, today: NaiveDate) -> Result<(), EnrolFault> {
    let first = open.sessions.iter().find(|row| row.status == SessionStatus::Held).map(|row| row.held_on);
    match first {
        _ if on > today => Err(EnrolFault::InFuture),
        None => Err(EnrolFault::NothingHeld),
        Some(first) if on < first => Err(EnrolFault::BeforeFirst(first)),
        Some(_) => Ok(()),
    }
}

/// The enrolments of those who complete. Errors: somebody is not enrolled, waits, or has a certificate.
fn completing(tx: &Tx, of: RegisterOf, people: &[PersonId]) -> Result<Vec<EnrolmentRow>, OfficeError> {
    if people.is_empty() {
        return Err(EventFault::Nobody.into());
    }
    let mut rows: Vec<EnrolmentRow> = Vec::with_capacity(people.len());
    for person in people {
        let person = people::in_force(tx, *person)?.ok_or(OfficeError::NoSuchPerson)?;
        if let Some(number) = certificate_of(tx, of, person)? {
            return Err(EnrolFault::Completed(number).into());
        }
        let row = enrolment::present(tx, of, person)?.filter(|row| !row.is_waiting());
        let row = row.ok_or(EventFault::NotEnrolled)?;
        if rows.iter().all(|there| there.id != row.id) {
            rows.push(row);
        }
    }
    Ok(rows)
}

/// The certificate that somebody has of a series.
fn certificate_of(tx: &Tx, of: RegisterOf, person: PersonId) -> Result<Option<String>, OfficeError> {
    let Some(person) = people::in_force(tx, person)? else { return Ok(None) };
    Ok(enrolment::of_person(tx, of, person)?.into_iter().find_map(|row| row.certificate))
}
