//! Knowing again what an export named by the register's own words: the family's number, the person's id.
//!
//! An export has to name everybody, also those whom no list of the office ever gave a key. When such a file comes back, those names
//! mean the very same rows; taken for keys of a list, they would double everybody in it.

use super::OfficeError;
use super::deed::Deed;
use crate::domain::draft::{FamilyDraft, MemberDraft};
use crate::domain::id::{FamilyId, PersonId};
use crate::domain::number::FamilyNumber;
use crate::store::{families, people};
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
            file.key = None;
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
    let (None, Some(key)) = (row.person, row.key.as_deref()) else { return Ok(row.person) };
    row.person = people::by_key(deed.tx, key)?;
    if let Some(known) = row.person {
        if !people::has_key(deed.tx, known, Some(key))? {
            row.key = None;
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
