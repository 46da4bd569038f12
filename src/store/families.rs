//! Families, who stands in them, and the card put together.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use super::categories::{self, Owner};
use super::columns::{Code, Count, Day, Number, day};
use super::people;
use super::{StoreError, Tx};
use crate::domain::family::{FamilyCard, Member, Relation};
use crate::domain::id::{FamilyId, MembershipId, PersonId};
use crate::domain::number::FamilyNumber;

/// The family's own row.
#[derive(Clone, PartialEq, Debug)]
pub struct FamilyRow {
    /// Identity.
    pub id: FamilyId,
    /// The human number.
    pub number: FamilyNumber,
    /// The office's own key from an import.
    pub key: Option<String>,
    /// First day on the register.
    pub registered_on: NaiveDate,
    /// Day from which the entry is closed.
    pub closed_on: Option<NaiveDate>,
}

/// Adds a family.
pub fn insert(tx: &Tx, family: &FamilyRow) -> Result<(), StoreError> {
    tx.prepare_cached("INSERT INTO family (id, number, key, registered_on, closed_on) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![
            family.id.bytes(),
            family.number.value(),
            family.key,
            Day(family.registered_on),
            day(family.closed_on)
        ])?;
    Ok(())
}

/// Writes key and dates of a family; its number never changes.
pub fn update(tx: &Tx, family: &FamilyRow) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE family SET key = ?2, registered_on = ?3, closed_on = ?4 WHERE id = ?1")?
        .execute(params![family.id.bytes(), family.key, Day(family.registered_on), day(family.closed_on)])?;
    Ok(())
}

/// The entry in whose place this one stands in a list: itself, the one it was merged into, or none when it was a mistake. An id that
/// nobody ever had stands for itself: whoever uses it finds out.
pub fn in_force(tx: &Tx, id: FamilyId) -> Result<Option<FamilyId>, StoreError> {
    let id = kept(tx, id)?;
    let is_mistake = tx
        .prepare_cached("SELECT 1 FROM family WHERE id = ?1 AND voided_on IS NOT NULL")?
        .exists(params![id.bytes()])?;
    Ok((!is_mistake).then_some(id))
}

/// The family's own row.
pub fn get(tx: &Tx, id: FamilyId) -> Result<Option<FamilyRow>, StoreError> {
    Ok(tx
        .prepare_cached("SELECT number, key, registered_on, closed_on FROM family WHERE id = ?1")?
        .query_row(params![id.bytes()], |row| {
            Ok(FamilyRow {
                id,
                number: row.get::<_, Number>(0)?.0,
                key: row.get(1)?,
                registered_on: row.get::<_, Day>(2)?.0,
                closed_on: row.get::<_, Option<Day>>(3)?.map(|day| day.0),
            })
        })
        .optional()?)
}

/// Where an entry leads: to itself, or to the one it became one with. A chain of merges is followed to its end.
pub fn kept(tx: &Tx, id: FamilyId) -> Result<FamilyId, StoreError> {
    let mut id = id;
    let mut statement =
        tx.prepare_cached("SELECT merged_into FROM family WHERE id = ?1 AND merged_into IS NOT NULL")?;
    while let Some(next) = statement.query_row(params![id.bytes()], |row| row.get(0)).optional()? {
        id = FamilyId::from_bytes(next);
    }
    Ok(id)
}

/// Whether an entry turned out to be registered by mistake.
pub fn is_voided(tx: &Tx, id: FamilyId) -> Result<bool, StoreError> {
    Ok(tx
        .prepare_cached("SELECT 1 FROM family WHERE id = ?1 AND voided_on IS NOT NULL")?
        .exists(params![id.bytes()])?)
}

/// Whether a person stood in a family and left it; what was a mistake does not count.
pub fn has_left(tx: &Tx, family: FamilyId, person: PersonId) -> Result<bool, StoreError> {
    Ok(tx
        .prepare_cached(
            "SELECT 1 FROM membership WHERE family = ?1 AND person = ?2 AND until_on IS NOT NULL AND reason <> 'mistake'
             AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.family = ?1 AND m.person = ?2 AND m.until_on IS NULL)",
        )?
        .exists(params![family.bytes(), person.bytes()])?)
}

/// Makes an entry lead to another one.
pub fn lead_to(tx: &Tx, gone: FamilyId, keep: FamilyId, closed_on: NaiveDate) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE family SET merged_into = ?2, closed_on = coalesce(closed_on, ?3) WHERE id = ?1")?
        .execute(params![gone.bytes(), keep.bytes(), Day(closed_on)])?;
    Ok(())
}

/// Opens or closes an entry: the quick answer for the present (`past::begin_closure` keeps the story).
pub fn close(tx: &Tx, id: FamilyId, closed_on: Option<NaiveDate>) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE family SET closed_on = ?2 WHERE id = ?1")?
        .execute(params![id.bytes(), day(closed_on)])?;
    Ok(())
}

/// The family of an office's own key, or the one it became one with.
pub fn by_key(tx: &Tx, key: &str) -> Result<Option<FamilyId>, StoreError> {
    let found: Option<FamilyId> = tx
        .prepare_cached("SELECT id FROM family WHERE key = ?1")?
        .query_row(params![key], |row| row.get(0).map(FamilyId::from_bytes))
        .optional()?;
    found.map(|family| kept(tx, family)).transpose()
}

/// The family of a number, or the one it became one with.
pub fn by_number(tx: &Tx, number: FamilyNumber) -> Result<Option<FamilyId>, StoreError> {
    let found: Option<FamilyId> = tx
        .prepare_cached("SELECT id FROM family WHERE number = ?1")?
        .query_row(params![number.value()], |row| row.get(0).map(FamilyId::from_bytes))
        .optional()?;
    found.map(|family| kept(tx, family)).transpose()
}

/// The number of some family a person stands in today, an open one first.
pub fn number_of_person(tx: &Tx, person: PersonId) -> Result<Option<FamilyNumber>, StoreError> {
    Ok(tx
        .prepare_cached(
            "SELECT f.number FROM membership m JOIN family f ON f.id = m.family
             WHERE m.person = ?1 AND m.until_on IS NULL ORDER BY f.closed_on IS NOT NULL, f.id LIMIT 1",
        )?
        .query_row(params![person.bytes()], |row| Ok(row.get::<_, Number>(0)?.0))
        .optional()?)
}

/// Every family in order of registration, closed ones too; not those merged into others or registered by mistake.
pub fn all(tx: &Tx) -> Result<Vec<FamilyId>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT id FROM family WHERE merged_into IS NULL AND voided_on IS NULL ORDER BY registered_on, id",
    )?;
    let rows = statement.query_map([], |row| row.get(0).map(FamilyId::from_bytes))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A person joins a family.
pub fn join(
    tx: &Tx,
    id: MembershipId,
    family: FamilyId,
    person: PersonId,
    relation: Relation,
    position: usize,
    from: NaiveDate,
) -> Result<(), StoreError> {
    tx.prepare_cached(
        "INSERT INTO membership (id, family, person, relation, position, from_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![id.bytes(), family.bytes(), person.bytes(), Code(relation), Count(position), Day(from)])?;
    Ok(())
}

/// A person leaves a family; the row stays, ended, with the code of why where somebody said so.
pub fn leave(tx: &Tx, membership: MembershipId, until: NaiveDate, reason: Option<&str>) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE membership SET until_on = ?2, reason = ?3 WHERE id = ?1")?.execute(params![
        membership.bytes(),
        Day(until),
        reason
    ])?;
    Ok(())
}

/// A member becomes something else in the family, or another row of its table.
pub fn restate(tx: &Tx, membership: MembershipId, relation: Relation, position: usize) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE membership SET relation = ?2, position = ?3 WHERE id = ?1")?.execute(params![
        membership.bytes(),
        Code(relation),
        Count(position)
    ])?;
    Ok(())
}

/// The card with nothing left out of the present: seven questions, however many members there are. What was before is put onto it by
/// `past::fill`.
pub fn card(tx: &Tx, id: FamilyId) -> Result<Option<FamilyCard>, StoreError> {
    let Some(row) = get(tx, id)? else { return Ok(None) };
    let mut members = members(tx, id)?;
    let places: HashMap<Uuid, usize> =
        members.iter().enumerate().map(|(place, member)| (member.person.0, place)).collect();
    attach(
        tx,
        "SELECT h.person, h.settled, h.raw FROM membership m JOIN phone h ON h.person = m.person
         WHERE m.family = ?1 AND m.until_on IS NULL AND h.until_on IS NULL ORDER BY h.person, h.position",
        id,
        |row| Ok(crate::domain::phone::Phone { settled: row.get(1)?, raw: row.get(2)? }),
        |person, phone| {
            if let Some(member) = places.get(&person).and_then(|place| members.get_mut(*place)) {
                member.phones.push(phone);
            }
        },
    )?;
    attach(
        tx,
        "SELECT d.person, d.kind, d.number, d.raw, d.issued_on, d.issued_by
         FROM membership m JOIN document d ON d.person = m.person
         WHERE m.family = ?1 AND m.until_on IS NULL AND d.status = 'valid' ORDER BY d.person, d.id",
        id,
        |row| people::document_of(row, 1),
        |person, document| {
            if let Some(member) = places.get(&person).and_then(|place| members.get_mut(*place)) {
                member.documents.push(document);
            }
        },
    )?;
    attach(
        tx,
        "SELECT c.person, c.code, c.since, c.until, c.basis FROM membership m JOIN category c ON c.person = m.person
         WHERE m.family = ?1 AND m.until_on IS NULL AND c.voided = 0 ORDER BY c.person, c.id",
        id,
        |row| categories::category_of(row, 1),
        |person, category| {
            if let Some(member) = places.get(&person).and_then(|place| members.get_mut(*place)) {
                member.categories.push(category);
            }
        },
    )?;
    Ok(Some(FamilyCard {
        id,
        number: row.number,
        key: row.key,
        registered_on: row.registered_on,
        closed_on: row.closed_on,
        addresses: categories::addresses(tx, Owner::Family(id))?,
        categories: categories::of(tx, Owner::Family(id))?,
        members,
        past: crate::domain::family::FamilyPast::default(),
    }))
}

/// Reads what all present members of a family hold, row by row with its owner in the first column.
fn attach<T>(
    tx: &Tx,
    sql: &str,
    family: FamilyId,
    mut read: impl FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
    mut take: impl FnMut(Uuid, T),
) -> Result<(), StoreError> {
    let mut statement = tx.prepare_cached(sql)?;
    let mut rows = statement.query(params![family.bytes()])?;
    while let Some(row) = rows.next()? {
        take(Uuid::from_bytes(row.get(0)?), read(row)?);
    }
    Ok(())
}

/// The present members' own rows, head first.
fn members(tx: &Tx, family: FamilyId) -> Result<Vec<Member>, StoreError> {
    let sql = format!(
        "SELECT m.id, m.person, m.relation, {}, m.from_on, p.died_on FROM membership m JOIN person p ON p.id = m.person
         WHERE m.family = ?1 AND m.until_on IS NULL ORDER BY m.relation <> 'head', m.position, m.id",
        people::COLUMNS
    );
    let mut statement = tx.prepare_cached(&sql)?;
    let rows = statement.query_map(params![family.bytes()], |row| {
        let person = people::of_row(row, 3)?;
        Ok(Member {
            membership: MembershipId::from_bytes(row.get(0)?),
            person: PersonId::from_bytes(row.get(1)?),
            key: person.key,
            relation: row.get::<_, Code<Relation>>(2)?.0,
            name: person.name,
            sex: person.sex,
            birth: person.birth,
            phones: Vec::new(),
            documents: Vec::new(),
            categories: Vec::new(),
            consent: person.consent,
            note: person.note,
            sizes: person.sizes,
            since: row.get::<_, Day>(16)?.0,
            relation_since: row.get::<_, Day>(16)?.0,
            died_on: row.get::<_, Option<Day>>(17)?.map(|day| day.0),
            former_names: Vec::new(),
            elsewhere: Vec::new(),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
