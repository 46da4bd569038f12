//! What a register shows of a person beside their marks, and who was written down at a session and is to be completed.

use rusqlite::{OptionalExtension, params};

use super::super::columns::{Day, Number};
use super::super::people::birth_of;
use crate::domain::id::{FamilyId, PersonId, SessionId};
use crate::domain::number::FamilyNumber;
use crate::domain::person::{BirthDate, PersonName};
use crate::store::{StoreError, Tx};
use chrono::NaiveDate;

/// A person of a register.
#[derive(Clone, PartialEq, Debug)]
pub struct PersonRow {
    /// Who.
    pub person: PersonId,
    /// Name.
    pub name: PersonName,
    /// Birth.
    pub birth: Option<BirthDate>,
    /// Day of death.
    pub died_on: Option<NaiveDate>,
    /// The family in which they stand; an open one first.
    pub family: Option<(FamilyId, FamilyNumber)>,
    /// The day from which the entry of that family is closed.
    pub closed_on: Option<NaiveDate>,
    /// Whether nothing is known of them but the name and the birth: no family, no phone, no paper, no consent.
    pub is_bare: bool,
}

/// One person; nobody where they became one with another or were a mistake.
pub fn get(tx: &Tx, person: PersonId) -> Result<Option<PersonRow>, StoreError> {
    let found = tx
        .prepare_cached(
            "SELECT p.surname, p.given_name, p.patronymic, p.birth_date, p.birth_precision, p.died_on,
                    p.consent_kind IS NULL
                    AND NOT EXISTS (SELECT 1 FROM phone h WHERE h.person = p.id AND h.until_on IS NULL)
                    AND NOT EXISTS (SELECT 1 FROM document d WHERE d.person = p.id AND d.status = 'valid')
             FROM person p WHERE p.id = ?1 AND p.merged_into IS NULL AND p.voided_on IS NULL",
        )?
        .query_row(params![person.bytes()], |row| {
            Ok(PersonRow {
                person,
                name: PersonName { surname: row.get(0)?, given: row.get(1)?, patronymic: row.get(2)? },
                birth: birth_of(row, 3)?,
                died_on: row.get::<_, Option<Day>>(5)?.map(|day| day.0),
                family: None,
                closed_on: None,
                is_bare: row.get(6)?,
            })
        })
        .optional()?;
    let Some(mut found) = found else { return Ok(None) };
    let family = tx
        .prepare_cached(
            "SELECT f.id, f.number, f.closed_on FROM membership m JOIN family f ON f.id = m.family
             WHERE m.person = ?1 AND m.until_on IS NULL AND f.merged_into IS NULL AND f.voided_on IS NULL
             ORDER BY f.closed_on IS NOT NULL, f.id LIMIT 1",
        )?
        .query_row(params![person.bytes()], |row| {
            let family = (FamilyId::from_bytes(row.get(0)?), row.get::<_, Number>(1)?.0);
            Ok((family, row.get::<_, Option<Day>>(2)?.map(|day| day.0)))
        })
        .optional()?;
    if let Some((family, closed_on)) = family {
        (found.family, found.closed_on, found.is_bare) = (Some(family), closed_on, false);
    }
    Ok(Some(found))
}

/// Those who were written down at a session and of whom nothing more is known, with that session; the latest first.
pub fn newcomers(tx: &Tx) -> Result<Vec<(PersonRow, SessionId)>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT a.person, a.session FROM attendance a JOIN session s ON s.id = a.session
         WHERE a.source = 'spot' AND a.voided = 0 ORDER BY s.held_on DESC, a.id DESC",
    )?;
    let rows = statement
        .query_map([], |row| Ok((row.get(0).map(PersonId::from_bytes)?, row.get(1).map(SessionId::from_bytes)?)))?;
    let mut found: Vec<(PersonRow, SessionId)> = Vec::new();
    for row in rows {
        let (person, session) = row?;
        if found.iter().any(|(there, _)| there.person == person) {
            continue;
        }
        found.extend(get(tx, person)?.filter(|row| row.is_bare).map(|row| (row, session)));
    }
    Ok(found)
}
