//! Marking who came. A mark is one transaction with one entry of the journal, on the disk when it returns; two desks that mark the same
//! session write rows of their own, so that neither can lose what the other wrote.

use super::register::{Roster, is_awaited};
use super::{about_session, is_session_open, opened, planned, reasoned};
use crate::domain::date;
use crate::domain::draft::MemberDraft;
use crate::domain::event::{
    EnrolmentSource, EventFault, Heads, Mark, MarkSource, MarkWarning, Outcome, SessionStatus, overlap,
};
use crate::domain::family::Relation;
use crate::domain::filter::ukrainian_key;
use crate::domain::id::{DeedId, EnrolmentId, FamilyId, PersonId, SessionId};
use crate::domain::name;
use crate::domain::number::FamilyNumber;
use crate::domain::person::{BirthDate, PersonName, Sex};
use crate::domain::staff::Right;
use crate::office::deed::{Deed, Detail};
use crate::office::listing::done_before;
use crate::office::{Office, OfficeError, apply};
use crate::store::events::attendance::{self, Marker, NewMark};
use crate::store::events::enrolment::{self, NewEnrolment};
use crate::store::events::people as register_people;
use crate::store::events::sessions::{self, SessionRow};
use crate::store::journal::{Done, Subject};
use crate::store::{families, filters, past, people};
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};

/// So many unmarked are named; the rest is a number.
const NAMED_UNMARKED: usize = 5;

/// What is to be marked of a person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MarkOrder {
    /// Who.
    pub person: PersonId,
    /// What; none takes the mark away.
    pub outcome: Option<Outcome>,
    /// Why, for the excused.
    pub reason: String,
    /// How it comes about.
    pub source: MarkSource,
}

/// What marking did.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Marked {
    /// The marks as they are now, of everybody who was asked for; none where one was taken away.
    pub marks: Vec<(PersonId, Option<Mark>)>,
    /// Those of whom this was marked before: when and by whom is in the mark.
    pub already: Vec<(PersonId, Mark)>,
    /// What is worth saying all the same.
    pub warnings: Vec<MarkWarning>,
}

/// Somebody who came and is not on the register yet: name and year of birth are enough.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Newcomer {
    /// Name.
    pub name: PersonName,
    /// Birth; the year is enough.
    pub birth: BirthDate,
    /// Sex, where said.
    pub sex: Option<Sex>,
}

/// Somebody who was written down at a session and is to be completed at reception.
#[derive(Clone, PartialEq, Debug)]
pub struct NewcomerRow {
    /// Who.
    pub person: PersonId,
    /// Name.
    pub name: PersonName,
    /// Birth.
    pub birth: Option<BirthDate>,
    /// At which session.
    pub session: SessionId,
    /// Its title.
    pub title: String,
    /// Its day.
    pub held_on: NaiveDate,
}

impl Office {
    /// Marks people at a session: all of them or, on a fault, nobody. Merged people lead to the kept one, somebody twice among the orders
    /// counts once, somebody who is present and on no list comes onto it. Late marks are allowed and carry their moment. Repeating the same
    /// deed answers with the marks as they are.
    ///
    /// Errors: `Event` with `NoSuchSession`, `Restricted`, `IsCampaign`, `NotPlanned`, `NotYet`, `Nobody`; `NoSuchPerson`;
    /// `NotAllowed(MarkAttendance)`.
    pub fn mark(&mut self, deed: DeedId, session: SessionId, orders: &[MarkOrder]) -> Result<Marked, OfficeError> {
        if orders.is_empty() {
            return Err(EventFault::Nobody.into());
        }
        self.deed(
            Some(deed),
            Some(Right::MarkAttendance),
            |deed, _| marked_before(deed, session, orders),
            |deed| {
                let row = under_way(deed, session)?;
                let (marked, changed) = write(deed, &row, orders)?;
                tell(deed, "attendance-marked", &row, &changed)?;
                Ok(marked)
            },
        )
    }

    /// Marks everybody who is expected and not marked yet.
    ///
    /// Errors: as [`Office::mark`], without `Nobody`: where all are marked nothing is done.
    pub fn mark_unmarked(&mut self, deed: DeedId, session: SessionId, outcome: Outcome) -> Result<Marked, OfficeError> {
        self.deed(
            Some(deed),
            Some(Right::MarkAttendance),
            |_, _| Ok(Marked::default()),
            |deed| {
                let row = under_way(deed, session)?;
                let left = unmarked(deed, &row)?;
                let order = |(person, _)| MarkOrder {
                    person,
                    outcome: Some(outcome),
                    reason: String::new(),
                    source: MarkSource::All,
                };
                let orders: Vec<MarkOrder> = left.into_iter().map(order).collect();
                let (marked, changed) = write(deed, &row, &orders)?;
                tell(deed, "attendance-marked", &row, &changed)?;
                Ok(marked)
            },
        )
    }

    /// Puts somebody onto the register with a name and a birth, onto the list of the session, and marks them present. The rest is said at
    /// reception ([`Office::newcomers`]).
    ///
    /// Errors: `NameMissing`; those of [`Office::mark`].
    pub fn add_newcomer(
        &mut self,
        deed: DeedId,
        session: SessionId,
        newcomer: &Newcomer,
    ) -> Result<(PersonId, Marked), OfficeError> {
        let mut draft = MemberDraft::new(Relation::Other);
        (draft.name, draft.birth, draft.sex) = (newcomer.name.clone(), Some(newcomer.birth), newcomer.sex);
        apply::clean_member(&mut draft);
        if draft.name.surname.is_empty() || draft.name.given.is_empty() {
            return Err(OfficeError::NameMissing(0));
        }
        let order = |person| MarkOrder {
            person,
            outcome: Some(Outcome::Present),
            reason: String::new(),
            source: MarkSource::Spot,
        };
        let again = |deed: &mut Deed<'_>, done: &Done| match done.subject {
            Some(Subject::Person(person)) => Ok((person, marked_before(deed, session, &[order(person)])?)),
            _ => Err(OfficeError::NoSuchPerson),
        };
        self.deed(Some(deed), Some(Right::MarkAttendance), again, |deed| {
            let row = under_way(deed, session)?;
            let person = apply::add_person(deed, &draft)?;
            let (marked, changed) = write(deed, &row, &[order(person)])?;
            tell(deed, "newcomer-added", &row, &changed)?;
            Ok((person, marked))
        })
    }

    /// Those who were written down at a session and of whom nothing more is known: no family, no phone, no paper, no consent. The latest
    /// first; those of sessions that are not for the asker are left out.
    ///
    /// Errors: `NotAllowed(SeeEvents)`.
    pub fn newcomers(&mut self) -> Result<Vec<NewcomerRow>, OfficeError> {
        self.require_now(Right::SeeEvents)?;
        let me = self.staff.clone();
        Ok(self.store.read(|tx| {
            let mut found = Vec::new();
            for (there, session) in register_people::newcomers(tx)? {
                let row = sessions::get(tx, session)?.filter(|row| is_session_open(row, &me));
                found.extend(row.map(|row| NewcomerRow {
                    person: there.person,
                    name: there.name,
                    birth: there.birth,
                    session,
                    title: row.frame.title,
                    held_on: row.held_on,
                }));
            }
            Ok(found)
        })?)
    }

    /// The family whose number a scanner read from a card; none where it is no number of a family. A merged one leads to the kept one.
    ///
    /// Errors: `NotAllowed(SeeEvents)`.
    pub fn scan(&mut self, text: &str) -> Result<Option<FamilyId>, OfficeError> {
        self.require_now(Right::SeeEvents)?;
        let Some(number) = FamilyNumber::parse(text.trim()) else { return Ok(None) };
        Ok(self.store.read(|tx| match families::by_number(tx, number)? {
            Some(family) => families::in_force(tx, family),
            None => Ok(None),
        })?)
    }

    /// Says how many came who are not named.
    ///
    /// Errors: `Event` with `NoSuchSession`, `Restricted`, `NotPlanned`, `NotYet`, `Heads`.
    pub fn set_heads(&mut self, deed: DeedId, session: SessionId, heads: Heads) -> Result<(), OfficeError> {
        if [heads.women, heads.men, heads.children].into_iter().any(|count| count > Heads::MOST) {
            return Err(EventFault::Heads.into());
        }
        self.deed(Some(deed), Some(Right::MarkAttendance), done_before, |deed| {
            let row = under_way(deed, session)?;
            sessions::set_heads(deed.tx, session, heads)?;
            let count = usize::try_from(heads.total()).unwrap_or(usize::MAX);
            deed.journal("heads-set", None, &Detail { count: Some(count), ..about_session(&row, "") })
        })
    }

    /// Closes a session: it was held and everybody is marked.
    ///
    /// Errors: `Event` with `Unmarked`, `NoSuchSession`, `Restricted`, `NotPlanned`, `NotYet`.
    pub fn close_session(&mut self, deed: DeedId, session: SessionId) -> Result<(), OfficeError> {
        self.deed(Some(deed), Some(Right::MarkAttendance), done_before, |deed| {
            let row = under_way(deed, session)?;
            let left = unmarked(deed, &row)?;
            if !left.is_empty() {
                let count = left.len();
                let names = left.into_iter().take(NAMED_UNMARKED).map(|(_, name)| name.short()).collect();
                return Err(EventFault::Unmarked { names, count }.into());
            }
            // Why it was moved stays said.
            sessions::set_status(deed.tx, session, SessionStatus::Held, &row.reason)?;
            deed.journal("session-closed", None, &about_session(&row, ""))
        })
    }

    /// Opens a closed session again, with a reason.
    ///
    /// Errors: `ReasonWanted`; `Event` with `NoSuchSession`, `Restricted`, `NotClosed`; `NotAllowed(ReopenSession)`.
    pub fn reopen_session(&mut self, deed: DeedId, session: SessionId, reason: &str) -> Result<(), OfficeError> {
        self.require(Right::ReopenSession)?;
        let reason = reasoned(reason)?;
        self.deed(Some(deed), Some(Right::ReopenSession), done_before, |deed| {
            let row = opened(deed.tx, session, &deed.staff)?;
            if row.status != SessionStatus::Held {
                return Err(EventFault::NotClosed.into());
            }
            sessions::set_status(deed.tx, session, SessionStatus::Planned, &reason)?;
            deed.journal("session-reopened", None, &about_session(&row, &reason))
        })
    }
}

/// A session that can be marked: planned, and its day has come. The day is that of the desk's clock; hours are not asked, so that whoever
/// comes early is marked early.
fn under_way(deed: &Deed<'_>, session: SessionId) -> Result<SessionRow, OfficeError> {
    let row = planned(deed.tx, session, &deed.staff)?;
    if row.held_on > deed.today() {
        return Err(EventFault::NotYet { held_on: row.held_on }.into());
    }
    Ok(row)
}

/// Everybody who is expected and not marked, by name.
pub(in crate::office) fn unmarked(
    deed: &Deed<'_>,
    row: &SessionRow,
) -> Result<Vec<(PersonId, PersonName)>, OfficeError> {
    let roster = Roster::of(deed.tx, row)?;
    let marks = attendance::of_session(deed.tx, row.id)?;
    let mut left = Vec::new();
    let expected = roster.people().filter(|person| roster.expects(*person, row.held_on) && !marks.contains_key(person));
    for person in expected {
        let there = register_people::get(deed.tx, person)?.filter(|there| is_awaited(there, row.held_on));
        left.extend(there.map(|there| (person, there.name)));
    }
    left.sort_by_cached_key(|(person, name)| (ukrainian_key(&name.full()), *person));
    Ok(left)
}

/// What an earlier press of the same key left.
fn marked_before(deed: &Deed<'_>, session: SessionId, orders: &[MarkOrder]) -> Result<Marked, OfficeError> {
    opened(deed.tx, session, &deed.staff)?;
    let mut marked = Marked::default();
    for order in orders {
        let Some(person) = people::in_force(deed.tx, order.person)? else { continue };
        marked.marks.push((person, attendance::of_person(deed.tx, session, person)?));
    }
    Ok(marked)
}

/// Writes marks inside a deed. Says also of whom something was written.
pub(in crate::office) fn write(
    deed: &mut Deed<'_>,
    row: &SessionRow,
    orders: &[MarkOrder],
) -> Result<(Marked, Vec<PersonId>), OfficeError> {
    let roster = Roster::of(deed.tx, row)?;
    let mut there = attendance::of_session(deed.tx, row.id)?;
    let by = Marker { staff: deed.staff.id, at: deed.at, desk: deed.desk() };
    let (mut marked, mut changed, mut seen) = (Marked::default(), Vec::new(), HashSet::new());
    for order in orders {
        let person = people::in_force(deed.tx, order.person)?.ok_or(OfficeError::NoSuchPerson)?;
        if !seen.insert(person) {
            continue;
        }
        let reason = name::clean(&order.reason);
        let before = there.get(&person);
        let Some(outcome) = order.outcome else {
            if attendance::void(deed.tx, row.id, person)? {
                forget_spot(deed, &roster, row, person)?;
                changed.push(person);
                there.remove(&person);
            }
            marked.marks.push((person, None));
            continue;
        };
        if let Some(before) =
            before.filter(|mark| mark.outcome == outcome && (reason.is_empty() || mark.reason == reason))
        {
            marked.already.push((person, before.clone()));
            marked.marks.push((person, Some(before.clone())));
            continue;
        }
        let expected = before.map_or_else(|| roster.expects(person, row.held_on), |mark| mark.expected);
        // Whoever was written down here is to be completed at reception, whatever is marked of them later.
        let was_written_down = before.is_some_and(|mark| mark.source == MarkSource::Spot);
        let source = if was_written_down { MarkSource::Spot } else { order.source };
        let new = NewMark { session: row.id, person, expected, outcome, reason: &reason, source };
        if before.is_some() {
            attendance::change(deed.tx, &new, by)?;
        } else {
            attendance::add(deed.tx, deed.new_id(), &new, by)?;
        }
        changed.push(person);
        if outcome == Outcome::Present {
            came(deed, &roster, row, person)?;
        }
        let mark = Mark {
            outcome,
            reason,
            expected,
            source,
            at: deed.at,
            by: deed.staff.name.clone(),
            desk: deed.desk().to_owned(),
        };
        there.insert(person, mark.clone());
        marked.marks.push((person, Some(mark)));
    }
    marked.warnings = warnings(deed, row, &changed, &there)?;
    Ok((marked, changed))
}

/// Whoever came and is on no list comes onto it; and the family was here.
fn came(deed: &mut Deed<'_>, roster: &Roster, row: &SessionRow, person: PersonId) -> Result<(), OfficeError> {
    if roster.present(person).is_none() && !roster.expects(person, row.held_on) {
        let new = NewEnrolment {
            id: EnrolmentId(deed.new_id()),
            of: roster.of,
            person,
            from_on: row.held_on,
            source: EnrolmentSource::Spot,
            waiting: false,
        };
        enrolment::add(deed.tx, &new, deed.at, deed.staff.id)?;
    }
    for (_, family, ..) in past::standing(deed.tx, person)? {
        filters::contact(deed.tx, family, row.held_on)?;
    }
    Ok(())
}

/// Whoever came onto the list by a mark that is taken away, and came no other time, is on it no more.
fn forget_spot(deed: &Deed<'_>, roster: &Roster, row: &SessionRow, person: PersonId) -> Result<(), OfficeError> {
    let spot = roster.present(person);
    let Some(spot) = spot.filter(|one| one.source == EnrolmentSource::Spot && one.from_on == row.held_on) else {
        return Ok(());
    };
    let others = match row.series {
        Some(series) => attendance::in_series(deed.tx, series, person)?,
        None => 0,
    };
    if others == 0 {
        enrolment::void(deed.tx, spot.id)?;
    }
    Ok(())
}

fn warnings(
    deed: &Deed<'_>,
    row: &SessionRow,
    changed: &[PersonId],
    marks: &HashMap<PersonId, Mark>,
) -> Result<Vec<MarkWarning>, OfficeError> {
    let (day, hours) = (row.held_on, row.frame.hours);
    let mut warnings = Vec::new();
    let is_present = |person: &PersonId| marks.get(person).is_some_and(|mark| mark.outcome == Outcome::Present);
    for person in changed.iter().copied().filter(|person| is_present(person)) {
        let Some(there) = register_people::get(deed.tx, person)? else { continue };
        if let Some(age) = row.frame.ages.misfit(there.birth, row.held_on) {
            warnings.push(MarkWarning::OutsideAges { person, age });
        }
        if there.closed_on.is_some_and(|on| on <= row.held_on) {
            warnings.push(MarkWarning::EntryClosed { person });
        }
        if let Some(on) = there.died_on.filter(|on| *on < row.held_on) {
            warnings.push(MarkWarning::Dead { person, on });
        }
        for other in attendance::elsewhere(deed.tx, person, row.id, row.held_on)? {
            let other = sessions::get(deed.tx, other)?.filter(|row| is_session_open(row, &deed.staff));
            // One after the other is a long day; at once it is a slip. That somebody is in a restricted group is told to nobody.
            let other = other.filter(|row| overlap((day, hours), (row.held_on, row.frame.hours)));
            let second = other.map(|row| MarkWarning::SecondTimeToday { person, title: row.frame.title });
            warnings.extend(second);
        }
    }
    let present = marks.values().filter(|mark| mark.outcome == Outcome::Present).count();
    if let Some(capacity) = row.frame.capacity
        && changed.iter().any(is_present)
        && usize::try_from(capacity).is_ok_and(|places| present > places)
    {
        warnings.push(MarkWarning::OverCapacity { capacity, present });
    }
    Ok(warnings)
}

/// One entry a deed: with the person where it is one, with the number where they are several.
fn tell(deed: &mut Deed<'_>, action: &str, row: &SessionRow, changed: &[PersonId]) -> Result<(), OfficeError> {
    let about = about_session(row, &date::show(row.held_on));
    match changed {
        [] => Ok(()),
        [person] => deed.journal(action, Some(Subject::Person(*person)), &about),
        many => deed.journal(action, None, &Detail { count: Some(many.len()), ..about }),
    }
}
