//! People without a family, and the person's own card.

use super::apply;
use super::deed::{Deed, Detail};
use super::registration::kept_changes;
use super::sight::Sight;
use super::{Office, OfficeError};
use crate::domain::address::AddressKind;
use crate::domain::draft::{FamilyDraft, SingleDraft};
use crate::domain::family::{PersonCard, Relation};
use crate::domain::id::{DeedId, PersonId};
use crate::domain::merge;
use crate::domain::staff::Right;
use crate::store::categories::{self, Owner};
use crate::store::journal::{Done, Subject};
use crate::store::{StoreError, Tx, past, people};

impl Office {
    /// Registers a person without a family. A family registered or corrected later with this person as a member
    /// (`MemberDraft::person`) keeps them one person. Errors as of [`Office::register`].
    pub fn register_single(&mut self, deed: DeedId, single: &SingleDraft) -> Result<PersonId, OfficeError> {
        let single = cleaned(single);
        let before = |_: &mut Deed<'_>, done: &Done| match done.subject {
            Some(Subject::Person(person)) => Ok(person),
            _ => Err(OfficeError::NoSuchPerson),
        };
        self.deed(Some(deed), Some(Right::Register), before, |deed| {
            check(&single)?;
            refuse_unseen(&deed.sight, &single)?;
            let person = apply::add_person(deed, &single.person)?;
            let (tx, today) = (deed.tx, deed.today());
            let owner = Owner::Person(person);
            categories::begin_address(tx, owner, AddressKind::Actual, &single.address, today, &mut || deed.new_id())?;
            deed.journal("person-registered", Some(Subject::Person(person)), &Detail::default())?;
            Ok(person)
        })
    }

    /// Corrects a person's own fields and address, as [`Office::correct`] does for a family: other desks' changes of other fields stay.
    ///
    /// Errors: `ChangedMeanwhile` says who changed the same field meanwhile; `MergedInto`; those of [`Office::register_single`].
    pub fn correct_single(
        &mut self,
        deed: DeedId,
        person: PersonId,
        base: &SingleDraft,
        mine: &SingleDraft,
    ) -> Result<PersonCard, OfficeError> {
        let (base, mine) = (cleaned(base), cleaned(mine));
        let again = |deed: &mut Deed<'_>, _: &Done| narrowed(deed, person);
        self.deed(Some(deed), Some(Right::Edit), again, |deed| {
            check(&mine)?;
            refuse_merged(deed.tx, person)?;
            let stored = single(deed.tx, person)?.ok_or(OfficeError::NoSuchPerson)?;
            let mut seen = stored.clone();
            deed.sight.narrow_single(&mut seen);
            let merged = merge::merge(&alone(&base), &alone(&mine), &alone(&seen));
            let Ok(mut after) = merged else { return Err(changed_meanwhile(deed.tx, person)?) };
            if let Some(right) = deed.sight.lacks_for(&after) {
                return Err(OfficeError::NotAllowed(right));
            }
            let before = alone(&stored);
            deed.sight.widen(&mut after, &before);
            if merge::changes(&before, &after).is_empty() {
                return narrowed(deed, person);
            }
            write(deed, person, &stored, &of_alone(&after))?;
            let detail = Detail { changes: kept_changes(&deed.sight, &before, &after), ..Detail::default() };
            deed.journal("person-corrected", Some(Subject::Person(person)), &detail)?;
            narrowed(deed, person)
        })
    }

    /// A person's own card, with what the asker may not see left out. The view is in the journal before this returns. A merged person
    /// leads to the kept one.
    pub fn person_card(&mut self, person: PersonId) -> Result<PersonCard, OfficeError> {
        let again = |_: &mut Deed<'_>, _: &Done| Err(OfficeError::NoSuchPerson);
        self.deed(None, Some(Right::Find), again, |deed| {
            let card = narrowed(deed, person)?;
            deed.journal("person-viewed", Some(Subject::Person(card.id)), &Detail::default())?;
            Ok(card)
        })
    }
}

/// A person as a family of one, for whom the same words and rules hold.
pub(super) fn alone(single: &SingleDraft) -> FamilyDraft {
    let mut member = single.person.clone();
    member.relation = Relation::Other;
    FamilyDraft { actual: single.address.clone(), members: vec![member], ..FamilyDraft::new(chrono::NaiveDate::MIN) }
}

fn of_alone(alone: &FamilyDraft) -> SingleDraft {
    let person = alone.members.first().cloned();
    SingleDraft {
        person: person.unwrap_or_else(|| crate::domain::draft::MemberDraft::new(Relation::Other)),
        address: alone.actual.clone(),
    }
}

/// The draft without what a screen must never receive.
pub(super) fn cleaned(single: &SingleDraft) -> SingleDraft {
    let mut single = single.clone();
    apply::clean_member(&mut single.person);
    apply::clean_address(&mut single.address);
    single
}

fn check(single: &SingleDraft) -> Result<(), OfficeError> {
    let name = &single.person.name;
    if name.surname.is_empty() || name.given.is_empty() { Err(OfficeError::NameMissing(0)) } else { Ok(()) }
}

fn refuse_unseen(sight: &Sight, single: &SingleDraft) -> Result<(), OfficeError> {
    sight.lacks_for(&alone(single)).map_or(Ok(()), |right| Err(OfficeError::NotAllowed(right)))
}

/// Refuses a person who became one with another, and one registered by mistake.
pub(super) fn refuse_merged(tx: &Tx, person: PersonId) -> Result<(), OfficeError> {
    let marks = past::person_marks(tx, person)?.ok_or(OfficeError::NoSuchPerson)?;
    if marks.merged_into.is_some() {
        return Err(OfficeError::MergedInto { number: None });
    }
    if marks.voided_on.is_some() { Err(OfficeError::NoSuchPerson) } else { Ok(()) }
}

/// Who changed the person last.
pub(super) fn changed_meanwhile(tx: &Tx, person: PersonId) -> Result<OfficeError, StoreError> {
    let line = crate::store::log::last_on_person(tx, person)?;
    Ok(line.map_or(OfficeError::PlanAmiss, |line| OfficeError::ChangedMeanwhile {
        by: line.by,
        at: line.at,
        action: line.action,
    }))
}

/// A person's own fields and address.
pub(super) fn single(tx: &Tx, person: PersonId) -> Result<Option<SingleDraft>, StoreError> {
    let Some(draft) = people::get(tx, person)? else { return Ok(None) };
    let address = categories::address(tx, Owner::Person(person), AddressKind::Actual)?.unwrap_or_default();
    Ok(Some(SingleDraft { person: draft, address }))
}

/// Writes what differs.
pub(super) fn write(
    deed: &mut Deed<'_>,
    person: PersonId,
    stored: &SingleDraft,
    after: &SingleDraft,
) -> Result<(), OfficeError> {
    apply::change_person(deed, person, &stored.person, &after.person)?;
    apply::move_to(deed, Owner::Person(person), AddressKind::Actual, &stored.address, &after.address)
}

/// The card as the asker sees it, of the person or of the one they became one with.
fn narrowed(deed: &Deed<'_>, person: PersonId) -> Result<PersonCard, OfficeError> {
    let tx = deed.tx;
    let kept = people::kept(tx, person)?;
    let marks = past::person_marks(tx, kept)?.ok_or(OfficeError::NoSuchPerson)?;
    let mut card = PersonCard {
        id: kept,
        single: single(tx, kept)?.ok_or(OfficeError::NoSuchPerson)?,
        former_names: past::former_names(tx, kept)?,
        died_on: marks.died_on,
        families: past::families_of(tx, kept)?,
        former_addresses: past::former_addresses(tx, Owner::Person(kept))?,
        voided_on: marks.voided_on,
    };
    deed.sight.narrow_person_card(&mut card);
    Ok(card)
}
