//! From where people come onto a list: from a former one, by a filter of the register, from a file.

use super::Open;
use super::put::{Enrolled, by_name};
use crate::domain::category::CategoryCode;
use crate::domain::event::{AgeRange, EnrolFault, EnrolmentSource, MOST_ENROLLED, Outcome, RegisterOf, SessionStatus};
use crate::domain::filter::{Filter, Order, folded};
use crate::domain::id::{DeedId, FamilyId, PersonId};
use crate::domain::person::{BirthDate, PersonName, Precision};
use crate::domain::staff::{Right, Staff};
use crate::office::deed::Deed;
use crate::office::events::{is_open, is_session_open};
use crate::office::{Office, OfficeError};
use crate::store::categories::{self, Owner};
use crate::store::events::{enrolment, series, sessions, visits};
use crate::store::{StoreError, Tx, past, people};
use chrono::{Days, NaiveDate};
use std::collections::{HashMap, HashSet};

/// How far back a former event is looked for, in days: a course comes back with the school year.
const LOOKED_BACK_DAYS: u64 = 550;
/// How many former lists are offered: a digit each.
const OFFERED: usize = 9;

/// A former list to take people from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EnrolmentFrom {
    /// Of what.
    pub from: RegisterOf,
    /// Its title.
    pub title: String,
    /// Its last day.
    pub day: NaiveDate,
    /// How many people it would bring, those who are on the list already left out.
    pub count: usize,
}

/// Whom a filter and an age would bring.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FilterFits {
    /// How many, those who are on the list already left out.
    pub people: usize,
    /// How many places are free; none where there is no number of places.
    pub free: Option<usize>,
}

/// Whom a row of a file means.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PersonLine {
    /// The office's own key; empty where the file has none.
    pub key: String,
    /// The name, settled.
    pub name: PersonName,
    /// Birth, or its year.
    pub birth: Option<BirthDate>,
}

/// Why a row means nobody who can be enrolled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PersonFault {
    /// The line, by its place in what was handed over.
    pub line: usize,
    /// What is wrong.
    pub what: PersonWrong,
}

/// What is wrong with a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PersonWrong {
    /// Nobody has this key.
    NoSuchKey,
    /// Nobody of this name and birth is on the register.
    Nobody,
    /// Several have this name and birth.
    Several,
    /// A line before means the same person.
    Twice {
        /// Which.
        first: usize,
    },
}

impl Office {
    /// Former lists that people can be taken from: of the same title first, then of the same kind, the latest first.
    ///
    /// Errors: as [`Office::enrolment`].
    pub fn enrolment_sources(&mut self, of: RegisterOf) -> Result<Vec<EnrolmentFrom>, OfficeError> {
        self.require_now(Right::ManageEvents)?;
        let (me, today) = (self.staff.clone(), self.clock().today());
        self.looked(|tx| {
            let open = Open::of(tx, of, &me)?;
            let mut found = Vec::new();
            for row in series::all(tx)?.into_iter().filter(|row| is_open(&row.draft.frame, false, &me)) {
                if of != RegisterOf::Series(row.id) {
                    let day = row.ended_on.unwrap_or(row.draft.rule.ends_on).min(today);
                    found.push((RegisterOf::Series(row.id), row.draft.frame, day));
                }
            }
            let since = today.checked_sub_days(Days::new(LOOKED_BACK_DAYS)).unwrap_or(today);
            for row in sessions::between(tx, since, today)? {
                let is_former = row.status == SessionStatus::Held && is_session_open(&row, &me);
                // Sessions of a series are its own former times; other series stand above as a whole.
                let is_own = row.series.is_some() && row.series == of.series();
                if is_former && (row.series.is_none() || is_own) && of != RegisterOf::Session(row.id) {
                    found.push((RegisterOf::Session(row.id), row.frame, row.held_on));
                }
            }
            let title = folded(&open.frame.title);
            found.retain(|(_, frame, _)| !frame.kind.is_campaign());
            found.sort_by_cached_key(|(_, frame, day)| {
                (folded(&frame.title) != title, frame.kind != open.frame.kind, std::cmp::Reverse(*day))
            });
            let there = on_list(tx, of)?;
            let mut offered = Vec::new();
            for (from, frame, day) in found {
                let count = former(tx, from)?.into_iter().filter(|person| !there.contains(person)).count();
                if count > 0 {
                    offered.push(EnrolmentFrom { from, title: frame.title, day, count });
                }
                if offered.len() == OFFERED {
                    break;
                }
            }
            Ok(offered)
        })
    }

    /// Enrols those who came last time: who was present at a former session, or was enrolled in a former series.
    ///
    /// Errors: as [`Office::enrol`]; `Enrol(NoFormerList)`; what [`Office::enrolment`] says of `from`.
    pub fn enrol_like_last_time(
        &mut self,
        deed: DeedId,
        of: RegisterOf,
        from: RegisterOf,
    ) -> Result<Enrolled, OfficeError> {
        self.enrol_those(deed, of, EnrolmentSource::LastTime, |deed| {
            readable(deed.tx, from, &deed.staff)?;
            let people = by_name(deed.tx, former(deed.tx, from)?)?;
            if people.is_empty() { Err(EnrolFault::NoFormerList.into()) } else { Ok(people) }
        })
    }

    /// Enrols the people of the families that a filter finds whose age fits, and who have themselves what the filter asks of somebody:
    /// a category of a brother is not theirs.
    ///
    /// Errors: as [`Office::enrol`]; those of asking by the filter ([`Office::listed`]); `Enrol(TooMany)`.
    pub fn enrol_by_filter(
        &mut self,
        deed: DeedId,
        of: RegisterOf,
        filter: &Filter,
        ages: AgeRange,
    ) -> Result<Enrolled, OfficeError> {
        self.require(Right::ManageEvents)?;
        let found = self.fitting(of, filter, ages)?;
        if found.len() > MOST_ENROLLED {
            return Err(EnrolFault::TooMany(found.len()).into());
        }
        self.enrol_those(deed, of, EnrolmentSource::Filter, |_: &mut Deed<'_>| Ok(found.clone()))
    }

    /// Whom a filter and an age would bring, counted. Errors: as [`Office::enrol_by_filter`].
    pub fn enrolment_fits(
        &mut self,
        of: RegisterOf,
        filter: &Filter,
        ages: AgeRange,
    ) -> Result<FilterFits, OfficeError> {
        self.require_now(Right::ManageEvents)?;
        let view = self.enrolment(of)?;
        let there = self.store.read(|tx| on_list(tx, of))?;
        let people = self.fitting(of, filter, ages)?.into_iter().filter(|person| !there.contains(person)).count();
        Ok(FilterFits { people, free: view.free() })
    }

    /// Enrols whom a file means: all of it, or nobody and every line that means nobody.
    ///
    /// Errors: as [`Office::enrol`].
    pub fn enrol_from_file(
        &mut self,
        deed: DeedId,
        of: RegisterOf,
        lines: &[PersonLine],
    ) -> Result<Result<Enrolled, Vec<PersonFault>>, OfficeError> {
        self.require_now(Right::ManageEvents)?;
        let people = match self.looked(|tx| Ok(meant(tx, lines)?))? {
            Ok(people) => people,
            Err(faults) => return Ok(Err(faults)),
        };
        self.enrol_those(deed, of, EnrolmentSource::File, |_: &mut Deed<'_>| Ok(people.clone())).map(Ok)
    }

    /// The people whom a filter and an age mean, by name.
    fn fitting(&mut self, of: RegisterOf, filter: &Filter, ages: AgeRange) -> Result<Vec<PersonId>, OfficeError> {
        let families = self.listed_families(filter, Order::Name)?;
        let (me, today) = (self.staff.clone(), self.clock().today());
        let mut candidates: Vec<(FamilyId, PersonId)> = Vec::new();
        let roll = self.rolled()?;
        for family in families {
            let members = roll.facts(family).map(|facts| facts.members.iter()).into_iter().flatten();
            let of_age = members.filter(|member| match member.birth {
                Some(birth) => ages.fits(birth.age_on(today)),
                // Nobody knows how old they are: a list of an age is not for them.
                None => ages == AgeRange::default(),
            });
            candidates.extend(of_age.map(|member| (family, member.person)));
        }
        let day = filter.in_force_on.unwrap_or(today);
        self.looked(|tx| {
            Open::of(tx, of, &me)?;
            let mut fitting = Vec::new();
            for (family, person) in candidates {
                let is_alive = past::person_marks(tx, person)?.is_none_or(|marks| marks.died_on.is_none());
                if is_alive && has_what_is_asked(tx, filter, (family, person), day)? {
                    fitting.push(person);
                }
            }
            Ok(by_name(tx, fitting)?)
        })
    }
}

/// Whether a person has the categories that a filter asks for: their own, or those of the whole family.
fn has_what_is_asked(
    tx: &Tx,
    filter: &Filter,
    (family, person): (FamilyId, PersonId),
    day: NaiveDate,
) -> Result<bool, StoreError> {
    if filter.codes().next().is_none() {
        return Ok(true);
    }
    let mut held: HashSet<CategoryCode> = HashSet::new();
    for owner in [Owner::Family(family), Owner::Person(person)] {
        let now = categories::of(tx, owner)?.into_iter().filter(|category| category.in_force_on(day));
        held.extend(now.map(|category| category.code));
    }
    Ok((filter.any_of.is_empty() || filter.any_of.iter().any(|code| held.contains(code)))
        && filter.all_of.iter().all(|code| held.contains(code))
        && !filter.none_of.iter().any(|code| held.contains(code)))
}

/// Refuses a list that is not for the asker.
fn readable(tx: &Tx, from: RegisterOf, staff: &Staff) -> Result<(), OfficeError> {
    match from {
        RegisterOf::Series(_) => Open::of(tx, from, staff).map(|_| ()),
        RegisterOf::Session(id) => super::opened(tx, id, staff).map(|_| ()),
    }
}

/// Everybody who is on a list or waits.
fn on_list(tx: &Tx, of: RegisterOf) -> Result<HashSet<PersonId>, StoreError> {
    Ok(enrolment::of(tx, of)?.into_iter().filter(|row| row.until_on.is_none()).map(|row| row.person).collect())
}

/// Whom a former list brings: of a session those who came; of a series those who were on it to its end, and where nobody was, those who came.
fn former(tx: &Tx, from: RegisterOf) -> Result<Vec<PersonId>, StoreError> {
    if let RegisterOf::Series(_) = from {
        let rows = enrolment::of(tx, from)?.into_iter().filter(|row| !row.is_waiting());
        let stayed = rows.filter(|row| row.until_on.is_none() || row.completed_on.is_some());
        let stayed: Vec<PersonId> = stayed.map(|row| row.person).collect();
        if !stayed.is_empty() {
            return Ok(stayed);
        }
    }
    let came = visits::outcomes(tx, from)?.into_iter().filter(|(_, outcome)| *outcome == Outcome::Present);
    Ok(came.map(|((person, _), _)| person).collect::<HashSet<_>>().into_iter().collect())
}

/// Whom the lines of a file mean, or every line that means nobody. The register is gone through once, however long the file is.
fn meant(tx: &Tx, lines: &[PersonLine]) -> Result<Result<Vec<PersonId>, Vec<PersonFault>>, StoreError> {
    let mut by_surname: HashMap<String, Vec<(PersonId, PersonName, Option<BirthDate>)>> = HashMap::new();
    for line in lines.iter().filter(|line| line.key.is_empty()) {
        by_surname.entry(folded(&line.name.surname)).or_default();
    }
    if !by_surname.is_empty() {
        visits::everybody(tx, |person, name, birth| {
            if let Some(there) = by_surname.get_mut(&folded(&name.surname)) {
                there.push((person, name, birth));
            }
        })?;
    }
    let (mut people, mut faults) = (Vec::new(), Vec::new());
    let mut first_of: HashMap<PersonId, usize> = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        let found = if line.key.is_empty() {
            let candidates = by_surname.get(&folded(&line.name.surname)).map(Vec::as_slice).unwrap_or_default();
            let mut same = candidates.iter().filter(|(_, name, birth)| is_same(line, name, *birth));
            match (same.next(), same.next()) {
                (Some((person, ..)), None) => Ok(*person),
                (None, _) => Err(PersonWrong::Nobody),
                (Some(_), Some(_)) => Err(PersonWrong::Several),
            }
        } else {
            let person = people::by_key(tx, &line.key)?.map(|person| people::in_force(tx, person)).transpose()?;
            person.flatten().ok_or(PersonWrong::NoSuchKey)
        };
        match found {
            Ok(person) => match first_of.insert(person, at) {
                Some(first) => faults.push(PersonFault { line: at, what: PersonWrong::Twice { first } }),
                None => people.push(person),
            },
            Err(what) => faults.push(PersonFault { line: at, what }),
        }
    }
    Ok(if faults.is_empty() { Ok(people) } else { Err(faults) })
}

/// Whether a row of a file and an entry of the register are one person: the same names as far as the file says them, and a birth that does
/// not contradict.
fn is_same(line: &PersonLine, name: &PersonName, birth: Option<BirthDate>) -> bool {
    let same = |one: &str, other: &str| folded(one) == folded(other);
    let is_named = same(&line.name.given, &name.given)
        && (line.name.patronymic.is_empty()
            || name.patronymic.is_empty()
            || same(&line.name.patronymic, &name.patronymic));
    let is_born = match (line.birth, birth) {
        (Some(said), Some(known)) if said.precision == Precision::Day && known.precision == Precision::Day => {
            said.date == known.date
        }
        (Some(said), Some(known)) => said.year() == known.year(),
        // What only one of them knows contradicts nothing: the names alone decide.
        (None, _) | (Some(_), None) => true,
    };
    is_named && is_born
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(full: &str) -> PersonName {
        let mut words = full.split(' ').map(str::to_owned);
        let mut next = || words.next().unwrap_or_default();
        PersonName { surname: next(), given: next(), patronymic: next() }
    }

    fn born(text: &str) -> Option<BirthDate> {
        let precision = if text.len() == 4 { Precision::Year } else { Precision::Day };
        let text = if text.len() == 4 { format!("{text}-01-01") } else { text.to_owned() };
        Some(BirthDate { date: text.parse().unwrap(), precision })
    }

    #[test]
    fn a_row_means_whoever_does_not_contradict_it() {
        let line = |full: &str, birth| PersonLine { key: String::new(), name: name(full), birth };
        let known = (name("Бондар Мар’яна Іванівна"), born("2013-03-12"));
        for (line, is_meant) in [
            (line("Бондар Мар'яна", None), true),
            (line("Бондар Мар’яна Іванівна", born("2013-03-12")), true),
            (line("Бондар Мар’яна", born("2013")), true),
            (line("Бондар Мар’яна", born("2013-03-13")), false),
            (line("Бондар Мар’яна", born("2012")), false),
            (line("Бондар Мар’яна Петрівна", None), false),
            (line("Бондар Марія", None), false),
        ] {
            assert_eq!(is_same(&line, &known.0, known.1), is_meant, "{line:?}");
        }
        assert!(is_same(&line("Бондар Мар’яна", born("2013-03-12")), &known.0, None));
    }
}
