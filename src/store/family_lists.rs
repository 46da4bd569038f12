//! Saved filters and named lists of families. Nothing is deleted: what is removed keeps its row and frees its name.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use super::columns::{Count, Day};
use super::{StoreError, Tx};
use crate::domain::id::{FamilyId, ListId, PersonId, SavedFilterId, StaffId};

/// A filter kept under a name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FilterRow {
    /// Identity.
    pub id: SavedFilterId,
    /// Its name.
    pub name: String,
    /// The conditions as JSON.
    pub conditions: String,
}

/// A named list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ListRow {
    /// Identity.
    pub id: ListId,
    /// Its name.
    pub name: String,
    /// The day it was made.
    pub made_on: NaiveDate,
    /// Whether it was gathered by a sensitive category.
    pub restricted: bool,
    /// How many families are in it.
    pub families: usize,
}

/// Every saved filter by name.
pub fn filters(tx: &Tx) -> Result<Vec<FilterRow>, StoreError> {
    let mut statement =
        tx.prepare_cached("SELECT id, name, conditions FROM saved_filter WHERE removed_on IS NULL ORDER BY name")?;
    let rows = statement.query_map([], |row| {
        Ok(FilterRow { id: SavedFilterId::from_bytes(row.get(0)?), name: row.get(1)?, conditions: row.get(2)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The filter that has this name.
pub fn filter_named(tx: &Tx, name: &str) -> Result<Option<SavedFilterId>, StoreError> {
    Ok(tx
        .prepare_cached("SELECT id FROM saved_filter WHERE name = ?1 AND removed_on IS NULL")?
        .query_row(params![name], |row| row.get(0).map(SavedFilterId::from_bytes))
        .optional()?)
}

/// Keeps a filter. Whether the name is free is to be asked before.
pub fn keep_filter(tx: &Tx, filter: &FilterRow) -> Result<(), StoreError> {
    tx.prepare_cached("INSERT INTO saved_filter (id, name, conditions) VALUES (?1, ?2, ?3)")?.execute(params![
        filter.id.bytes(),
        filter.name,
        filter.conditions
    ])?;
    Ok(())
}

/// Takes a filter away. Says whether there was one.
pub fn remove_filter(tx: &Tx, filter: SavedFilterId, on: NaiveDate) -> Result<bool, StoreError> {
    let changed = tx
        .prepare_cached("UPDATE saved_filter SET removed_on = ?2 WHERE id = ?1 AND removed_on IS NULL")?
        .execute(params![filter.bytes(), Day(on)])?;
    Ok(changed > 0)
}

/// Every list, the newest first.
pub fn lists(tx: &Tx) -> Result<Vec<ListRow>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT l.id, l.name, l.made_on, l.restricted,
                (SELECT count(*) FROM family_list_member m WHERE m.list = l.id AND m.removed_on IS NULL)
         FROM family_list l WHERE l.removed_on IS NULL ORDER BY l.id DESC",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(ListRow {
            id: ListId::from_bytes(row.get(0)?),
            name: row.get(1)?,
            made_on: row.get::<_, Day>(2)?.0,
            restricted: row.get(3)?,
            families: row.get::<_, Count>(4)?.0,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// One list.
pub fn list(tx: &Tx, id: ListId) -> Result<Option<ListRow>, StoreError> {
    Ok(lists(tx)?.into_iter().find(|list| list.id == id))
}

/// The list that has this name.
pub fn list_named(tx: &Tx, name: &str) -> Result<Option<ListId>, StoreError> {
    Ok(tx
        .prepare_cached("SELECT id FROM family_list WHERE name = ?1 AND removed_on IS NULL")?
        .query_row(params![name], |row| row.get(0).map(ListId::from_bytes))
        .optional()?)
}

/// Makes a list. Whether the name is free is to be asked before.
pub fn make_list(tx: &Tx, id: ListId, name: &str, on: NaiveDate) -> Result<(), StoreError> {
    tx.prepare_cached("INSERT INTO family_list (id, name, made_on) VALUES (?1, ?2, ?3)")?.execute(params![
        id.bytes(),
        name,
        Day(on)
    ])?;
    Ok(())
}

/// Gives a list another name.
pub fn rename_list(tx: &Tx, id: ListId, name: &str) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE family_list SET name = ?2 WHERE id = ?1")?.execute(params![id.bytes(), name])?;
    Ok(())
}

/// Keeps a list from those who may not see sensitive categories.
pub fn restrict_list(tx: &Tx, id: ListId) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE family_list SET restricted = 1 WHERE id = ?1 AND restricted = 0")?
        .execute(params![id.bytes()])?;
    Ok(())
}

/// Takes a list away; who was in it stays written down.
pub fn remove_list(tx: &Tx, id: ListId, on: NaiveDate) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE family_list SET removed_on = ?2 WHERE id = ?1")?.execute(params![id.bytes(), Day(on)])?;
    Ok(())
}

/// Puts a family into a list. Says whether it was not there yet.
pub fn put(tx: &Tx, list: ListId, id: Uuid, family: FamilyId, by: StaffId, on: NaiveDate) -> Result<bool, StoreError> {
    let is_there = tx
        .prepare_cached("SELECT 1 FROM family_list_member WHERE family = ?1 AND list = ?2 AND removed_on IS NULL")?
        .exists(params![family.bytes(), list.bytes()])?;
    if !is_there {
        tx.prepare_cached(
            "INSERT INTO family_list_member (list, id, family, added_on, added_by) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![list.bytes(), id.as_bytes(), family.bytes(), Day(on), by.bytes()])?;
    }
    Ok(!is_there)
}

/// Takes a family out of a list. Says whether it was there.
pub fn take_out(tx: &Tx, list: ListId, family: FamilyId, on: NaiveDate) -> Result<bool, StoreError> {
    let changed = tx
        .prepare_cached(
            "UPDATE family_list_member SET removed_on = ?3 WHERE family = ?1 AND list = ?2 AND removed_on IS NULL",
        )?
        .execute(params![family.bytes(), list.bytes(), Day(on)])?;
    Ok(changed > 0)
}

/// The head of a family (or whoever stands first) and their note.
pub fn note_of_head(tx: &Tx, family: FamilyId) -> Result<Option<(PersonId, String)>, StoreError> {
    Ok(tx
        .prepare_cached(
            "SELECT p.id, p.note FROM membership m JOIN person p ON p.id = m.person
             WHERE m.family = ?1 AND m.until_on IS NULL ORDER BY m.relation <> 'head', m.position, m.id LIMIT 1",
        )?
        .query_row(params![family.bytes()], |row| Ok((PersonId::from_bytes(row.get(0)?), row.get(1)?)))
        .optional()?)
}

/// Writes a person's note.
pub fn write_note(tx: &Tx, person: PersonId, note: &str) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE person SET note = ?2 WHERE id = ?1")?.execute(params![person.bytes(), note])?;
    Ok(())
}
