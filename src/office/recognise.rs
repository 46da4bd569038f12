//! Knowing again what an export named by the register's own words: the family's number, the person's id.
//!
//! An export has to name everybody, also those whom no list of the office ever gave a key. When such a file comes back, those names
//! mean the very same rows; taken for keys of a list, they would double everybody in it.

use super::OfficeError;
use super::deed::Deed;
use crate::domain::draft::{FamilyDraft, MemberDraft};
use crate::domain::family::Relation;
use crate::domain::id::{FamilyId, PersonId};
use crate::domain::number::FamilyNumber;
use crate::store::{families, past, people};
use uuid::Uuid;

/// The family on the register that the file means, if it is there; its members get their ids. A name that is no key of a list is
/// taken out of the draft, so that it does not become one.
pub(super) fn family(deed: &Deed<'_>, file: &mut FamilyDraft) -> Result<Option<FamilyId>, OfficeError> {
    for member in &mut file.members {
        person(deed, member)?;
    }
    let Some(key) = file.key.as_deref() else { return Ok(None) };
    if let Some(known) = families::by_key(deed.tx, key)? {
        // The key of an entry that became one with this one leads here, and stays where it is.
        if families::get(deed.tx, known)?.is_some_and(|row| row.key.as_deref() != Some(key)) {
            add_only(deed, known, file)?;
        }
        return Ok(Some(known));
    }
    let Some(number) = FamilyNumber::parse(key).filter(|number| number.to_string() == key) else { return Ok(None) };
    let Some(named) = families::by_number(deed.tx, number)? else { return Ok(None) };
    let Some(card) = families::card(deed.tx, named)?.filter(|card| card.key.is_none()) else { return Ok(None) };
    // An office's own list may count its families in the same shape; somebody of this family must be in the file too.
    let is_hers = card.members.iter().any(|there| file.members.iter().any(|said| said.person == Some(there.person)));
    if !is_hers {
        return Ok(None);
    }
    file.key = None;
    Ok(Some(named))
}

/// Finds the person that a row means and puts their id into it.
pub(super) fn person(deed: &Deed<'_>, row: &mut MemberDraft) -> Result<Option<PersonId>, OfficeError> {
    if let Some(said) = row.person {
        // Whom somebody recognised on the screen may have become one with another, or a mistake, since.
        let person = people::kept(deed.tx, said)?;
        if past::person_marks(deed.tx, person)?.is_none_or(|marks| marks.voided_on.is_some()) {
            return Err(OfficeError::NoSuchPerson);
        }
        row.person = Some(person);
    }
    let (None, Some(key)) = (row.person, row.key.as_deref()) else { return Ok(row.person) };
    row.person = people::by_key(deed.tx, key)?;
    if let Some(known) = row.person {
        if !people::has_key(deed.tx, known, Some(key))? {
            add_only_of_person(deed, known, row)?;
        }
        return Ok(row.person);
    }
    let named = Uuid::try_parse(key).ok().map(PersonId).filter(|id| id.to_string() == key);
    let Some(id) = named else { return Ok(None) };
    let id = people::kept(deed.tx, id)?;
    if people::has_key(deed.tx, id, None)? {
        (row.person, row.key) = (Some(id), None);
    }
    Ok(row.person)
}

/// A list that still has both entries is older than their becoming one. What was chosen then stands: the rows of the entry that is no
/// more add what is missing and put nothing else in its place, or every such list would turn the kept card over and back.
fn add_only(deed: &Deed<'_>, known: FamilyId, file: &mut FamilyDraft) -> Result<(), OfficeError> {
    let card = families::card(deed.tx, known)?.ok_or(OfficeError::NoSuchFamily)?;
    let stored = FamilyDraft::of_card(&card);
    (file.key, file.registered_on, file.closed_on) = (None, stored.registered_on, None);
    for (there, said) in [
        (&stored.actual, &mut file.actual),
        (&stored.registered, &mut file.registered),
        (&stored.origin, &mut file.origin),
    ] {
        if !there.is_empty() {
            *said = Default::default();
        }
    }
    for member in &mut file.members {
        match stored.members.iter().find(|there| there.person.is_some() && there.person == member.person) {
            Some(there) => member.relation = there.relation,
            None if !stored.members.is_empty() && member.relation == Relation::Head => {
                member.relation = Relation::Other;
            }
            None => {}
        }
    }
    Ok(())
}

/// As [`add_only`], for a person.
fn add_only_of_person(deed: &Deed<'_>, known: PersonId, row: &mut MemberDraft) -> Result<(), OfficeError> {
    let stored = people::get(deed.tx, known)?.ok_or(OfficeError::NoSuchPerson)?;
    (row.key, row.name) = (None, stored.name);
    row.sex = row.sex.filter(|_| stored.sex.is_none());
    row.birth = row.birth.filter(|_| stored.birth.is_none());
    row.consent = row.consent.take().filter(|_| stored.consent.is_none());
    if !stored.note.is_empty() {
        row.note.clear();
    }
    Ok(())
}
