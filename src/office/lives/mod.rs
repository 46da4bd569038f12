//! What happens in the life of a family, written down as one deed an event (`domain::life`).
//!
//! Here: the deed around an event, its journal entries, and what events have in common (somebody comes, somebody leaves, an entry closes).
//! The events themselves are in [`events`]; whether one can have happened is asked of `domain::life::check` first.

mod events;
mod fresh;

use super::deed::{Deed, Detail, KeptChange};
use super::registration::{refuse_merged, whole_card};
use super::{Office, OfficeError, Registered};
use crate::domain::date::show;
use crate::domain::family::{FamilyCard, Member, Relation};
use crate::domain::id::{DeedId, FamilyId, MembershipId, PersonId};
use crate::domain::life::check::{LifeFault, check, member_of, next_heads};
use crate::domain::life::{CloseReason, LeaveReason, LifeEvent};
use crate::domain::merge::Change;
use crate::domain::number::FamilyNumber;
use crate::domain::staff::Right;
use crate::store::journal::{self, Done, Subject};
use crate::store::{families, log, past};
use chrono::NaiveDate;

/// What an event did.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lived {
    /// The family in which it happened.
    pub family: FamilyId,
    /// Its number.
    pub number: FamilyNumber,
    /// The other family of a move, or the one that split off.
    pub other: Option<Registered>,
    /// Whether the entry of the family is closed after it.
    pub closed: bool,
}

impl Office {
    /// Writes down what happened in a family: everything that follows from it in one transaction, with a journal entry for every family
    /// and person touched. Repeating the same `deed` does nothing more.
    ///
    /// Errors: `Life` says why it cannot have happened so; `ChangedMeanwhile` where another desk changed the same since this one read the
    /// card; `MergedInto` where the entry became one with another; `PaperTaken`, `UnknownCategory`, `NoSuchFamily`, `NoSuchPerson`;
    /// `NotAllowed(Edit)`, and of notes and sensitive categories.
    pub fn live(&mut self, deed: DeedId, family: FamilyId, event: &LifeEvent) -> Result<Lived, OfficeError> {
        let event = events::cleaned(event);
        let again = |deed: &mut Deed<'_>, _: &Done| lived_before(deed, family);
        let read = self.read_at.get(&family).copied();
        let own = self.own_deeds.clone();
        self.deed(Some(deed), Some(Right::Edit), again, |deed| {
            refuse_merged(deed.tx, family)?;
            events::refuse_unseen(deed, &event)?;
            let card = whole_card(deed.tx, family)?.ok_or(OfficeError::NoSuchFamily)?;
            if card.past.voided_on.is_some() {
                return Err(OfficeError::NoSuchFamily);
            }
            check(&event, &card, deed.today()).map_err(|fault| explained(deed, &event, fault))?;
            if let Some(read) = read {
                fresh::check(deed.tx, &card, &event, read, &own)?;
            }
            let number = card.number;
            let mut life = Life { deed, on: event.on(), told: Vec::new() };
            let other = life.happen(&card, &event)?;
            let told = std::mem::take(&mut life.told);
            tell(deed, family, &event, told)?;
            let closed = families::get(deed.tx, family)?.is_some_and(|row| row.closed_on.is_some());
            Ok(Lived { family, number, other, closed })
        })
    }
}

/// What an earlier press of the same key did.
fn lived_before(deed: &mut Deed<'_>, family: FamilyId) -> Result<Lived, OfficeError> {
    let row = families::get(deed.tx, family)?.ok_or(OfficeError::NoSuchFamily)?;
    let subjects = deed.given_id().map(|id| journal::subjects_of_deed(deed.tx, id)).transpose()?.unwrap_or_default();
    let other = subjects.into_iter().find_map(|subject| match subject {
        Subject::Family(other) if other != family => Some(other),
        _ => None,
    });
    let other = match other {
        Some(other) => families::get(deed.tx, other)?.map(|row| Registered { family: other, number: row.number }),
        None => None,
    };
    Ok(Lived { family, number: row.number, other, closed: row.closed_on.is_some() })
}

/// Who left already: by whom and when that was written down.
fn explained(deed: &Deed<'_>, event: &LifeEvent, fault: LifeFault) -> OfficeError {
    let person = match event {
        LifeEvent::MemberLeft { person, .. }
        | LifeEvent::MemberMoved { person, .. }
        | LifeEvent::Died { person, .. } => Some(*person),
        _ => None,
    };
    match (fault, person) {
        (LifeFault::LeftAlready { name, on, .. }, Some(person)) => match log::who_moved(deed.tx, person) {
            Ok(Some(line)) => LifeFault::LeftAlready { name, on, by: line.by, at: Some(line.at) }.into(),
            _ => LifeFault::LeftAlready { name, on, by: String::new(), at: None }.into(),
        },
        (fault, _) => fault.into(),
    }
}

/// Writes the entries: the event's own on its family, then one for everybody else whom it touched.
fn tell(
    deed: &mut Deed<'_>,
    family: FamilyId,
    event: &LifeEvent,
    told: Vec<(Subject, Vec<KeptChange>)>,
) -> Result<(), OfficeError> {
    let mut own = Vec::new();
    let mut others: Vec<(Subject, Vec<KeptChange>)> = Vec::new();
    for (subject, changes) in told {
        if subject == Subject::Family(family) {
            own.extend(changes);
        } else if let Some((_, there)) = others.iter_mut().find(|(of, _)| *of == subject) {
            there.extend(changes);
        } else {
            others.push((subject, changes));
        }
    }
    let day = Change { person: None, field: "on".to_owned(), before: String::new(), after: show(event.on()) };
    own.insert(0, KeptChange { change: day.clone(), needs: Vec::new() });
    let action = event.action();
    deed.journal(action, Some(Subject::Family(family)), &Detail { changes: own, ..Detail::default() })?;
    for (subject, mut changes) in others {
        changes.insert(0, KeptChange { change: day.clone(), needs: Vec::new() });
        deed.journal_also(action, subject, &Detail { changes, ..Detail::default() })?;
    }
    Ok(())
}

/// An event under way.
struct Life<'d, 'a> {
    deed: &'d mut Deed<'a>,
    /// Its day.
    on: NaiveDate,
    /// What to tell in whose history.
    told: Vec<(Subject, Vec<KeptChange>)>,
}

/// What somebody who may not see such a field does not read in history either.
fn needs(rights: &[Right]) -> Vec<String> {
    rights.iter().map(|right| right.code().to_owned()).collect()
}

impl Life<'_, '_> {
    /// Something changed, for the history of these.
    fn say(&mut self, subjects: &[Subject], change: &Change, rights: &[Right]) {
        for subject in subjects {
            self.told.push((*subject, vec![KeptChange { change: change.clone(), needs: needs(rights) }]));
        }
    }

    /// A field of a person changed, for the person's and the family's history.
    fn say_of(&mut self, family: FamilyId, person: PersonId, field: &str, before: &str, after: &str) {
        let change = Change {
            person: Some(person),
            field: field.to_owned(),
            before: before.to_owned(),
            after: after.to_owned(),
        };
        self.say(&[Subject::Family(family), Subject::Person(person)], &change, &[]);
    }

    /// Somebody comes into a family.
    fn join(&mut self, card: &FamilyCard, person: PersonId, name: &str, relation: Relation) -> Result<(), OfficeError> {
        if self.on < card.registered_on {
            return Err(LifeFault::BeforeRegistered { day: card.registered_on }.into());
        }
        if let Some(since) = card.closed_on {
            return Err(LifeFault::Closed { since }.into());
        }
        if let Some(there) = member_of(card, person) {
            let fault = LifeFault::MemberAlready { name: there.name.full(), number: card.number, since: there.since };
            return Err(fault.into());
        }
        let has_head = card.members.iter().any(|member| member.relation == Relation::Head);
        match (relation == Relation::Head, has_head) {
            (true, true) => return Err(LifeFault::SecondHead { number: card.number }.into()),
            (false, false) => return Err(LifeFault::OneHead.into()),
            _ => {}
        }
        // Somebody who was here until a later day cannot have come back before it.
        let left = card.past.members.iter().filter(|former| former.person == person).map(|former| former.until).max();
        if let Some(day) = left.filter(|until| self.on < *until) {
            return Err(LifeFault::BeforeBegan { day }.into());
        }
        if let Some(died) = past::person_marks(self.deed.tx, person)?.and_then(|marks| marks.died_on) {
            return Err(LifeFault::DiedAlready { name: name.to_owned(), on: died }.into());
        }
        let id = MembershipId(self.deed.new_id());
        families::join(self.deed.tx, id, card.id, person, relation, card.members.len(), self.on)?;
        self.say_of(card.id, person, "member", "", name);
        self.say_of(card.id, person, "relation", "", relation.code());
        Ok(())
    }

    /// A member becomes something else from the day on: the row of before ends and a new one goes on, so that a past day keeps what was.
    fn restate(&mut self, card: &FamilyCard, member: &Member, relation: Relation) -> Result<(), OfficeError> {
        if member.relation == relation {
            return Ok(());
        }
        let place = card.members.iter().position(|there| there.person == member.person).unwrap_or_default();
        let tx = self.deed.tx;
        if member.relation_since == self.on {
            families::restate(tx, member.membership, relation, place)?;
        } else {
            families::leave(tx, member.membership, self.on, Some(past::RESTATED))?;
            let id = MembershipId(self.deed.new_id());
            families::join(tx, id, card.id, member.person, relation, place, self.on)?;
        }
        self.say_of(card.id, member.person, "relation", member.relation.code(), relation.code());
        Ok(())
    }

    /// These leave; the next head takes over, or the entry closes when nobody stays.
    fn leave(
        &mut self,
        card: &FamilyCard,
        leaving: &[PersonId],
        reason: LeaveReason,
        next_head: Option<PersonId>,
    ) -> Result<(), OfficeError> {
        let mut head_leaves = false;
        for member in card.members.iter().filter(|member| leaving.contains(&member.person)) {
            head_leaves |= member.relation == Relation::Head;
            families::leave(self.deed.tx, member.membership, self.on, Some(reason.code()))?;
            self.say_of(card.id, member.person, "member", &member.name.full(), "");
            self.say_of(card.id, member.person, "leave_reason", "", reason.code());
        }
        let choices = next_heads(card, leaving);
        if choices.is_empty() {
            return if card.closed_on.is_none() { self.close(card.id, reason.closes(), "") } else { Ok(()) };
        }
        if !head_leaves {
            return Ok(());
        }
        let next = next_head.and_then(|person| member_of(card, person));
        let next = next.filter(|next| choices.iter().any(|(person, _)| *person == next.person));
        let next = next.ok_or(LifeFault::HeadNeeded { number: card.number, choices })?;
        self.restate(card, next, Relation::Head)
    }

    /// An entry closes.
    fn close(&mut self, family: FamilyId, reason: CloseReason, note: &str) -> Result<(), OfficeError> {
        let (tx, on) = (self.deed.tx, self.on);
        families::close(tx, family, Some(on))?;
        past::begin_closure(tx, family, on, (reason, note), &mut || self.deed.new_id())?;
        let subject = [Subject::Family(family)];
        let change =
            |field: &str, after: String| Change { person: None, field: field.to_owned(), before: String::new(), after };
        self.say(&subject, &change("closed_on", show(on)), &[]);
        self.say(&subject, &change("close_reason", reason.code().to_owned()), &[]);
        if !note.is_empty() {
            self.say(&subject, &change("close_note", note.to_owned()), &[Right::SeeContacts]);
        }
        Ok(())
    }
}
