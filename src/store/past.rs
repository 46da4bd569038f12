//! What was before in a family and what goes with its entry besides: read for cards, written by the events of life.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};
use uuid::Uuid;

use super::categories::{Owner, address_of};
use super::columns::{Code, Day, Number, day};
use super::people::NewId;
use super::{StoreError, Tx};
use crate::domain::address::AddressKind;
use crate::domain::family::{FamilyCard, FamilyPast, Relation};
use crate::domain::id::{CollectorId, FamilyId, PersonId};
use crate::domain::life::{CloseReason, CollectorDraft, LeaveReason};
use crate::domain::number::FamilyNumber;
use crate::domain::past::{Closure, Collector, Elsewhere, FormerAddress, FormerMember, FormerName, PersonFamily};
use crate::domain::person::PersonName;

/// The reason in a row that goes on in another one: the person became something else in the same family.
pub const RESTATED: &str = "restated";

fn name_of(row: &Row<'_>, at: usize) -> rusqlite::Result<PersonName> {
    Ok(PersonName { surname: row.get(at)?, given: row.get(at + 1)?, patronymic: row.get(at + 2)? })
}

fn reason_of(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<LeaveReason>> {
    let code: Option<String> = row.get(at)?;
    Ok(LeaveReason::ALL.into_iter().find(|reason| Some(reason.code()) == code.as_deref()))
}

/// Puts onto a card what was before, and for its members since when they stand there, their former names and other families.
pub fn fill(tx: &Tx, card: &mut FamilyCard) -> Result<(), StoreError> {
    let (members, chains) = former_members(tx, card)?;
    for member in &mut card.members {
        if let Some(since) = chains.get(&member.person) {
            member.since = *since;
        }
        member.former_names = former_names(tx, member.person)?;
        member.elsewhere = elsewhere(tx, member.person, Some(card.id))?;
    }
    card.past = FamilyPast {
        members,
        addresses: former_addresses(tx, Owner::Family(card.id))?,
        address_since: address_since(tx, card.id)?,
        closures: closures(tx, card.id)?,
        collectors: collectors(tx, card.id)?,
        merged_from: merged_from(tx, card.id)?,
        asked_as: card.past.asked_as,
        voided_on: tx
            .prepare_cached("SELECT voided_on FROM family WHERE id = ?1")?
            .query_row(params![card.id.bytes()], |row| row.get::<_, Option<Day>>(0))?
            .map(|day| day.0),
    };
    Ok(())
}

/// Since when each present member stands here, where rows before the present one go over into it.
type Chains = HashMap<PersonId, NaiveDate>;

fn former_members(tx: &Tx, card: &FamilyCard) -> Result<(Vec<FormerMember>, Chains), StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT m.person, p.surname, p.given_name, p.patronymic, m.relation, m.from_on, m.until_on, m.reason, p.died_on
         FROM membership m JOIN person p ON p.id = m.person
         WHERE m.family = ?1 AND (m.until_on > m.from_on OR m.until_on = m.from_on AND m.reason NOT IN ('mistake', 'merged', 'restated'))
         ORDER BY m.until_on DESC, m.position, m.id",
    )?;
    let mut rows = statement.query(params![card.id.bytes()])?;
    let mut former: Vec<FormerMember> = Vec::new();
    let mut chains: Chains = card.members.iter().map(|member| (member.person, member.relation_since)).collect();
    while let Some(row) = rows.next()? {
        let person = PersonId::from_bytes(row.get(0)?);
        let (from, until) = (row.get::<_, Day>(5)?.0, row.get::<_, Day>(6)?.0);
        let is_restated = row.get::<_, Option<String>>(7)?.as_deref() == Some(RESTATED);
        if is_restated {
            // The latest rows come first, so each goes over into what is known already.
            if let Some(since) = chains.get_mut(&person).filter(|since| **since == until) {
                *since = from;
            } else if let Some(line) = former.iter_mut().rev().find(|line| line.person == person && line.from == until)
            {
                line.from = from;
            }
            continue;
        }
        let reason = reason_of(row, 7)?;
        if reason == Some(LeaveReason::Merged) && chains.contains_key(&person) {
            continue;
        }
        former.push(FormerMember {
            person,
            name: name_of(row, 1)?,
            relation: row.get::<_, Code<Relation>>(4)?.0,
            from,
            until,
            reason,
            died_on: row.get::<_, Option<Day>>(8)?.map(|day| day.0),
            elsewhere: Vec::new(),
        });
    }
    for line in &mut former {
        line.elsewhere = elsewhere(tx, line.person, Some(card.id))?;
    }
    Ok((former, chains))
}

/// Whether somebody came into a family or left it after a day: then those of that day are not those of today.
pub fn moved_since(tx: &Tx, family: FamilyId, day: NaiveDate) -> Result<bool, StoreError> {
    Ok(tx
        .prepare_cached("SELECT 1 FROM membership WHERE family = ?1 AND (from_on > ?2 OR until_on > ?2)")?
        .exists(params![family.bytes(), Day(day)])?)
}

/// The families in which a person stands today, but for one.
pub fn elsewhere(tx: &Tx, person: PersonId, except: Option<FamilyId>) -> Result<Vec<Elsewhere>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT f.id, f.number, m.relation FROM membership m JOIN family f ON f.id = m.family
         WHERE m.person = ?1 AND m.until_on IS NULL AND m.family IS NOT ?2 ORDER BY f.id",
    )?;
    let rows = statement.query_map(params![person.bytes(), except.as_ref().map(FamilyId::bytes)], |row| {
        Ok(Elsewhere {
            family: FamilyId::from_bytes(row.get(0)?),
            number: row.get::<_, Number>(1)?.0,
            relation: row.get::<_, Code<Relation>>(2)?.0,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The names a person had, the latest first.
pub fn former_names(tx: &Tx, person: PersonId) -> Result<Vec<FormerName>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT surname, given_name, patronymic, until_on, basis FROM former_name
         WHERE person = ?1 AND voided = 0 ORDER BY until_on DESC, id DESC",
    )?;
    let rows = statement.query_map(params![person.bytes()], |row| {
        Ok(FormerName {
            name: name_of(row, 0)?,
            until: row.get::<_, Option<Day>>(3)?.map(|day| day.0),
            basis: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Keeps a name as a former one.
pub fn add_former_name(tx: &Tx, person: PersonId, former: &FormerName, new_id: NewId<'_>) -> Result<(), StoreError> {
    tx.prepare_cached(
        "INSERT INTO former_name (id, person, surname, given_name, patronymic, until_on, basis)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        new_id().as_bytes(),
        person.bytes(),
        former.name.surname,
        former.name.given,
        former.name.patronymic,
        day(former.until),
        former.basis
    ])?;
    Ok(())
}

/// Where the owner lived before, the latest first.
pub fn former_addresses(tx: &Tx, owner: Owner) -> Result<Vec<FormerAddress>, StoreError> {
    let mut statement = tx.prepare_cached(match owner {
        Owner::Family(_) => {
            "SELECT kind, settlement_code, settlement, district, street, building, flat, from_on, until_on FROM address
             WHERE family = ?1 AND until_on IS NOT NULL AND until_on > from_on ORDER BY until_on DESC, id DESC"
        }
        Owner::Person(_) => {
            "SELECT kind, settlement_code, settlement, district, street, building, flat, from_on, until_on FROM address
             WHERE person = ?1 AND until_on IS NOT NULL AND until_on > from_on ORDER BY until_on DESC, id DESC"
        }
    })?;
    let rows = statement.query_map(params![owner.bytes()], |row| {
        Ok(FormerAddress {
            kind: row.get::<_, Code<AddressKind>>(0)?.0,
            address: address_of(row, 1)?,
            from: row.get::<_, Day>(7)?.0,
            until: row.get::<_, Day>(8)?.0,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn address_since(tx: &Tx, family: FamilyId) -> Result<Vec<(AddressKind, NaiveDate)>, StoreError> {
    let mut statement =
        tx.prepare_cached("SELECT kind, from_on FROM address WHERE family = ?1 AND until_on IS NULL ORDER BY kind")?;
    let rows = statement.query_map(params![family.bytes()], |row| {
        Ok((row.get::<_, Code<AddressKind>>(0)?.0, row.get::<_, Day>(1)?.0))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The times for which an entry was closed, the latest first.
pub fn closures(tx: &Tx, family: FamilyId) -> Result<Vec<Closure>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT from_on, until_on, reason, note, reopened FROM closure
         WHERE family = ?1 AND voided = 0 ORDER BY from_on DESC, id DESC",
    )?;
    let rows = statement.query_map(params![family.bytes()], |row| {
        let code: String = row.get(2)?;
        Ok(Closure {
            from: row.get::<_, Day>(0)?.0,
            until: row.get::<_, Option<Day>>(1)?.map(|day| day.0),
            reason: CloseReason::ALL.into_iter().find(|one| one.code() == code).unwrap_or(CloseReason::Other),
            note: row.get(3)?,
            reopened: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// An entry is closed: the time begins. The family's own `closed_on` is written apart.
pub fn begin_closure(
    tx: &Tx,
    family: FamilyId,
    from: NaiveDate,
    (reason, note): (CloseReason, &str),
    new_id: NewId<'_>,
) -> Result<(), StoreError> {
    tx.prepare_cached("INSERT INTO closure (id, family, from_on, reason, note) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![new_id().as_bytes(), family.bytes(), Day(from), reason.code(), note])?;
    Ok(())
}

/// An entry is open again: the time ends.
pub fn end_closure(tx: &Tx, family: FamilyId, until: NaiveDate, why: &str) -> Result<(), StoreError> {
    tx.prepare_cached(
        "UPDATE closure SET until_on = ?2, reopened = ?3 WHERE family = ?1 AND until_on IS NULL AND voided = 0",
    )?
    .execute(params![family.bytes(), Day(until), why])?;
    Ok(())
}

/// The first day closed is corrected.
pub fn redate_closure(tx: &Tx, family: FamilyId, from: NaiveDate) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE closure SET from_on = ?2 WHERE family = ?1 AND until_on IS NULL AND voided = 0")?
        .execute(params![family.bytes(), Day(from)])?;
    Ok(())
}

/// Who may collect for a family, ended permissions too, the latest first.
pub fn collectors(tx: &Tx, family: FamilyId) -> Result<Vec<Collector>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT c.id, c.person, c.name, c.document, c.phone, c.from_on, c.until_on, c.note,
                p.surname, p.given_name, p.patronymic
         FROM collector c LEFT JOIN person p ON p.id = c.person
         WHERE c.family = ?1 AND c.voided = 0 ORDER BY c.from_on DESC, c.id DESC",
    )?;
    let rows = statement.query_map(params![family.bytes()], |row| {
        let person: Option<[u8; 16]> = row.get(1)?;
        Ok(Collector {
            id: CollectorId::from_bytes(row.get(0)?),
            person: person.map(PersonId::from_bytes),
            name: if person.is_some() { name_of(row, 8)?.full() } else { row.get(2)? },
            document: row.get(3)?,
            phone: row.get(4)?,
            from: row.get::<_, Day>(5)?.0,
            until: row.get::<_, Option<Day>>(6)?.map(|day| day.0),
            note: row.get(7)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Allows somebody to collect.
pub fn allow_collector(
    tx: &Tx,
    id: CollectorId,
    family: FamilyId,
    who: &CollectorDraft,
    (from, until): (NaiveDate, Option<NaiveDate>),
    note: &str,
) -> Result<(), StoreError> {
    let (person, name, document, phone) = match who {
        CollectorDraft::Person(person) => (Some(*person), "", "", ""),
        CollectorDraft::Named { name, document, phone } => (None, name.as_str(), document.as_str(), phone.as_str()),
    };
    tx.prepare_cached(
        "INSERT INTO collector (id, family, person, name, document, phone, from_on, until_on, note)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .execute(params![
        id.bytes(),
        family.bytes(),
        person.as_ref().map(PersonId::bytes),
        name,
        document,
        phone,
        Day(from),
        day(until),
        note
    ])?;
    Ok(())
}

/// A permission ends.
pub fn end_collector(tx: &Tx, id: CollectorId, until: NaiveDate) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE collector SET until_on = ?2 WHERE id = ?1")?.execute(params![id.bytes(), Day(until)])?;
    Ok(())
}

/// Entries that became one with this one, directly or through others.
pub fn merged_from(tx: &Tx, family: FamilyId) -> Result<Vec<(FamilyId, FamilyNumber)>, StoreError> {
    let mut statement = tx.prepare_cached(
        "WITH RECURSIVE gone (id, number) AS (
             SELECT id, number FROM family WHERE merged_into = ?1
             UNION SELECT f.id, f.number FROM gone g JOIN family f ON f.merged_into = g.id)
         SELECT id, number FROM gone ORDER BY id",
    )?;
    let rows = statement.query_map(params![family.bytes()], |row| {
        Ok((FamilyId::from_bytes(row.get(0)?), row.get::<_, Number>(1)?.0))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// People who became one with this one, directly or through others.
pub fn people_merged_from(tx: &Tx, person: PersonId) -> Result<Vec<PersonId>, StoreError> {
    let mut statement = tx.prepare_cached(
        "WITH RECURSIVE gone (id) AS (
             SELECT id FROM person WHERE merged_into = ?1
             UNION SELECT p.id FROM gone g JOIN person p ON p.merged_into = g.id)
         SELECT id FROM gone ORDER BY id",
    )?;
    let rows = statement.query_map(params![person.bytes()], |row| row.get(0).map(PersonId::from_bytes))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The families of a person, those of today first, then the former ones, the latest first.
pub fn families_of(tx: &Tx, person: PersonId) -> Result<Vec<PersonFamily>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT f.id, f.number, m.relation, m.from_on, m.until_on, m.reason, f.closed_on IS NOT NULL
         FROM membership m JOIN family f ON f.id = m.family
         WHERE m.person = ?1 AND (m.until_on IS NULL OR m.until_on > m.from_on
                                  OR m.until_on = m.from_on AND m.reason NOT IN ('mistake', 'merged', 'restated'))
         ORDER BY m.until_on IS NOT NULL, m.until_on DESC, m.id",
    )?;
    let mut rows = statement.query(params![person.bytes()])?;
    let mut found: Vec<PersonFamily> = Vec::new();
    while let Some(row) = rows.next()? {
        let family = FamilyId::from_bytes(row.get(0)?);
        let (from, until) = (row.get::<_, Day>(3)?.0, row.get::<_, Option<Day>>(4)?.map(|day| day.0));
        let reason: Option<String> = row.get(5)?;
        let goes_on = |line: &&mut PersonFamily| line.family == family && Some(line.from) == until;
        if reason.as_deref() == Some(RESTATED)
            && let Some(line) = found.iter_mut().rev().find(goes_on)
        {
            line.from = from;
            continue;
        }
        found.push(PersonFamily {
            family,
            number: row.get::<_, Number>(1)?.0,
            relation: row.get::<_, Code<Relation>>(2)?.0,
            from,
            until,
            reason: reason_of(row, 5)?,
            closed: row.get(6)?,
        });
    }
    Ok(found)
}

/// The memberships that a person has today: row, family, relation, first day of the row.
pub fn standing(tx: &Tx, person: PersonId) -> Result<Vec<(Uuid, FamilyId, Relation, NaiveDate)>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT id, family, relation, from_on FROM membership WHERE person = ?1 AND until_on IS NULL ORDER BY family",
    )?;
    let rows = statement.query_map(params![person.bytes()], |row| {
        Ok((
            Uuid::from_bytes(row.get(0)?),
            FamilyId::from_bytes(row.get(1)?),
            row.get::<_, Code<Relation>>(2)?.0,
            row.get::<_, Day>(3)?.0,
        ))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What a person's row says beside their own fields.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct PersonMarks {
    /// The day of death.
    pub died_on: Option<NaiveDate>,
    /// Whom it became one with.
    pub merged_into: Option<PersonId>,
    /// The day on which it turned out to be a mistake.
    pub voided_on: Option<NaiveDate>,
}

/// The marks of a person.
pub fn person_marks(tx: &Tx, person: PersonId) -> Result<Option<PersonMarks>, StoreError> {
    Ok(tx
        .prepare_cached("SELECT died_on, merged_into, voided_on FROM person WHERE id = ?1")?
        .query_row(params![person.bytes()], |row| {
            Ok(PersonMarks {
                died_on: row.get::<_, Option<Day>>(0)?.map(|day| day.0),
                merged_into: row.get::<_, Option<[u8; 16]>>(1)?.map(PersonId::from_bytes),
                voided_on: row.get::<_, Option<Day>>(2)?.map(|day| day.0),
            })
        })
        .optional()?)
}

/// A person died.
pub fn die(tx: &Tx, person: PersonId, on: NaiveDate) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE person SET died_on = ?2 WHERE id = ?1")?.execute(params![person.bytes(), Day(on)])?;
    Ok(())
}
