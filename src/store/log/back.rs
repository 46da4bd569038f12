//! Taking a deed back, row by row from its last to its first, so that every rule that held while it was done holds while it is undone.
//!
//! A column stands in the way when it is no more as the deed left it; another column of the same row, changed by a colleague, does not.
//! A row that the deed added stands in the way when any deed in force touched it, or put anything to the person or family it is.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rusqlite::types::Value as Column;
use rusqlite::{OptionalExtension, params};
use serde_json::{Map, Value};

use super::super::columns::Day;
use super::super::people::NewId;
use super::super::settings::IMPORT_HEADINGS;
use super::super::{StoreError, Tx};
use super::tables::{TABLES, table};
use super::{reversal_of, undone_by};
use crate::domain::id::DeedId;

type Columns = Map<String, Value>;

/// One row that a deed touched.
#[derive(Default)]
struct Touched {
    added: bool,
    /// Columns that it changed.
    columns: BTreeSet<String>,
    /// What later deeds changed of it, oldest first.
    later: Vec<(DeedId, Option<Columns>)>,
}

fn columns_of(text: Option<String>) -> Result<Option<Columns>, StoreError> {
    text.map(|text| serde_json::from_str(&text).map_err(|_| StoreError::Damaged)).transpose()
}

/// The last deed that stands in the way of taking this one back; none where nothing does.
pub fn in_the_way(tx: &Tx, what: DeedId) -> Result<Option<DeedId>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT mine.table_name, mine.row_key, mine.before, later.deed, later.before, later.seq, mine.seq
         FROM row_change mine JOIN row_change later
           ON later.row_key = mine.row_key AND later.seq > mine.seq AND later.table_name = mine.table_name
         WHERE mine.deed = ?1 AND later.deed <> ?1 ORDER BY later.seq, mine.seq",
    )?;
    let mut rows = statement.query(params![what.bytes()])?;
    let mut touched: BTreeMap<(String, Vec<u8>), (Column, Touched)> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    while let Some(row) = rows.next()? {
        let key: Column = row.get(1)?;
        let place = (row.get(0)?, bytes_of(&key));
        let (_, row_touched) = touched.entry(place).or_insert_with(|| (key, Touched::default()));
        match columns_of(row.get(2)?)? {
            None => row_touched.added = true,
            Some(columns) => row_touched.columns.extend(columns.into_iter().map(|(name, _)| name)),
        }
        if seen.insert(row.get::<_, i64>(5)?) {
            row_touched.later.push((DeedId::from_bytes(row.get(3)?), columns_of(row.get(4)?)?));
        }
    }
    drop(rows);
    for ((name, _), (key, row)) in touched.iter().filter(|((name, _), (key, _))| !gives_way(name, key)) {
        if let Some(deed) = in_the_way_of_row(tx, name, key, row)? {
            return Ok(Some(deed));
        }
    }
    put_to_what_it_added(tx, what)
}

fn bytes_of(key: &Column) -> Vec<u8> {
    match key {
        Column::Blob(bytes) => bytes.clone(),
        Column::Text(text) => text.clone().into_bytes(),
        Column::Integer(number) => number.to_string().into_bytes(),
        _ => Vec::new(),
    }
}

/// Rows that the program writes for itself with a deed: they keep no deed from being taken back, and what came later in them stays.
fn gives_way(name: &str, key: &Column) -> bool {
    name == "setting" && *key == Column::Text(IMPORT_HEADINGS.to_owned())
}

fn in_the_way_of_row(tx: &Tx, name: &str, key: &Column, row: &Touched) -> Result<Option<DeedId>, StoreError> {
    if row.added {
        for (deed, _) in row.later.iter().rev() {
            if counts(tx, *deed)? {
                return Ok(Some(*deed));
            }
        }
        return Ok(None);
    }
    let present = present(tx, name, key)?;
    for column in &row.columns {
        // As the deed left it: what the first later change of it found.
        let left = row.later.iter().find_map(|(_, before)| before.as_ref()?.get(column));
        if left.is_none_or(|left| present.get(column) == Some(left)) {
            continue;
        }
        let changed =
            |(_, before): &&(DeedId, Option<Columns>)| before.as_ref().is_some_and(|it| it.contains_key(column));
        let mut last = None;
        for (deed, _) in row.later.iter().filter(changed).rev() {
            last = last.or(Some(*deed));
            if counts(tx, *deed)? {
                return Ok(Some(*deed));
            }
        }
        return Ok(last);
    }
    Ok(None)
}

/// Whether a deed is in force and is no taking back: those two cancel out.
fn counts(tx: &Tx, deed: DeedId) -> Result<bool, StoreError> {
    Ok(undone_by(tx, deed)?.is_none() && reversal_of(tx, deed)?.is_none())
}

/// Deeds that put something to a person, a family, a list or an event that this one added, or made another person or family lead to it.
fn put_to_what_it_added(tx: &Tx, what: DeedId) -> Result<Option<DeedId>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT DISTINCT c.deed FROM row_change mine
         JOIN row_change c ON c.person = mine.row_key AND c.table_name <> 'person'
         WHERE mine.deed = ?1 AND mine.table_name = 'person' AND mine.before IS NULL AND c.deed <> ?1 AND c.seq > mine.seq
         UNION
         SELECT DISTINCT c.deed FROM row_change mine
         JOIN row_change c ON c.family = mine.row_key AND c.table_name <> 'family'
         WHERE mine.deed = ?1 AND mine.table_name = 'family' AND mine.before IS NULL AND c.deed <> ?1 AND c.seq > mine.seq
         UNION
         SELECT DISTINCT c.deed FROM row_change mine JOIN family_list_member m ON m.list = mine.row_key AND m.removed_on IS NULL
         JOIN row_change c ON c.row_key = m.id AND c.table_name = 'family_list_member'
         WHERE mine.deed = ?1 AND mine.table_name = 'family_list' AND mine.before IS NULL AND c.deed <> ?1
         UNION
         SELECT DISTINCT c.deed FROM row_change mine JOIN person gone ON gone.merged_into = mine.row_key
         JOIN row_change c ON c.row_key = gone.id AND c.table_name = 'person'
         WHERE mine.deed = ?1 AND mine.table_name = 'person' AND mine.before IS NULL AND c.deed <> ?1
           AND json_type(c.before, '$.merged_into') IS NOT NULL
         UNION
         SELECT DISTINCT c.deed FROM row_change mine JOIN family gone ON gone.merged_into = mine.row_key
         JOIN row_change c ON c.row_key = gone.id AND c.table_name = 'family'
         WHERE mine.deed = ?1 AND mine.table_name = 'family' AND mine.before IS NULL AND c.deed <> ?1
           AND json_type(c.before, '$.merged_into') IS NOT NULL
         UNION
         SELECT DISTINCT c.deed FROM row_change mine JOIN attendance a ON a.session = mine.row_key AND a.voided = 0
         JOIN row_change c ON c.row_key = a.id AND c.table_name = 'attendance'
         WHERE mine.deed = ?1 AND mine.table_name = 'session' AND mine.before IS NULL AND c.deed <> ?1
         UNION
         SELECT DISTINCT c.deed FROM row_change mine JOIN enrolment e ON e.session = mine.row_key AND e.voided = 0
         JOIN row_change c ON c.row_key = e.id AND c.table_name = 'enrolment'
         WHERE mine.deed = ?1 AND mine.table_name = 'session' AND mine.before IS NULL AND c.deed <> ?1
         UNION
         SELECT DISTINCT c.deed FROM row_change mine JOIN enrolment e ON e.series = mine.row_key AND e.voided = 0
         JOIN row_change c ON c.row_key = e.id AND c.table_name = 'enrolment'
         WHERE mine.deed = ?1 AND mine.table_name = 'series' AND mine.before IS NULL AND c.deed <> ?1
         UNION
         SELECT DISTINCT c.deed FROM row_change mine JOIN session s ON s.series = mine.row_key AND s.voided = 0
         JOIN row_change c ON c.row_key = s.id AND c.table_name = 'session' AND c.before IS NULL
         WHERE mine.deed = ?1 AND mine.table_name = 'series' AND mine.before IS NULL AND c.deed <> ?1",
    )?;
    let deeds: Vec<[u8; 16]> =
        statement.query_map(params![what.bytes()], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for deed in deeds.into_iter().map(DeedId::from_bytes) {
        if counts(tx, deed)? {
            return Ok(Some(deed));
        }
    }
    Ok(None)
}

/// Whose row it is now, for tables that lie by person.
fn person_of(tx: &Tx, name: &str, key: &Column) -> Result<Option<Vec<u8>>, StoreError> {
    Ok(tx
        .prepare_cached(
            "SELECT person FROM row_change WHERE row_key = ?1 AND table_name = ?2 ORDER BY seq DESC LIMIT 1",
        )?
        .query_row(params![key, name], |row| row.get(0))
        .optional()?
        .flatten())
}

fn present(tx: &Tx, name: &str, key: &Column) -> Result<Columns, StoreError> {
    let table = table(name)?;
    let mut statement = tx.prepare_cached(&table.present())?;
    let read = |row: &rusqlite::Row<'_>| row.get::<_, String>(0);
    let text = if table.of_person {
        statement.query_row(params![key, Option::<i64>::None, person_of(tx, name, key)?], read)
    } else {
        statement.query_row(params![key, Option::<i64>::None], read)
    };
    text.optional()?
        .map_or_else(|| Err(StoreError::Damaged), |text| serde_json::from_str(&text).map_err(|_| StoreError::Damaged))
}

/// Puts everything back.
pub fn put_back(tx: &Tx, what: DeedId, today: NaiveDate, new_id: NewId<'_>) -> Result<(), StoreError> {
    let mut statement =
        tx.prepare_cached("SELECT table_name, row_key, before, seq FROM row_change WHERE deed = ?1 ORDER BY seq DESC")?;
    // The taking back writes into the same log: what it shall undo is read before.
    let rows: Vec<(String, Column, Option<String>, i64)> = statement
        .query_map(params![what.bytes()], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?
        .collect::<Result<_, _>>()?;
    let restores: Vec<(&str, String, Option<String>)> =
        TABLES.iter().map(|table| (table.name, table.restore(), table.takes_back())).collect();
    for (name, key, before, seq) in rows {
        let table = table(&name)?;
        if gives_way(&name, &key) && changed_after(tx, &name, &key, seq)? {
            continue;
        }
        let Some((_, restore, takes_back)) = restores.iter().find(|(of, ..)| *of == name) else { continue };
        let (sql, second) = match (before, takes_back) {
            (Some(before), _) => (restore, Column::Text(before)),
            (None, Some(takes_back)) => (takes_back, Column::Text(today.format("%Y-%m-%d").to_string())),
            (None, None) => continue,
        };
        let mut update = tx.prepare_cached(sql)?;
        if table.of_person {
            update.execute(params![key, second, person_of(tx, &name, &key)?])?;
        } else {
            update.execute(params![key, second])?;
        }
    }
    keep_restricted(tx, what)?;
    void_added(tx, what, today, new_id)
}

fn changed_after(tx: &Tx, name: &str, key: &Column, seq: i64) -> Result<bool, StoreError> {
    Ok(tx
        .prepare_cached("SELECT 1 FROM row_change WHERE row_key = ?1 AND table_name = ?2 AND seq > ?3")?
        .exists(params![key, name, seq])?)
}

/// A list that a deed restricted stays restricted while anybody is in it whom a later deed put there: that deed found it restricted
/// already and had nothing to write, whatever it was gathered by.
fn keep_restricted(tx: &Tx, what: DeedId) -> Result<(), StoreError> {
    tx.prepare_cached(
        "UPDATE family_list SET restricted = 1 WHERE restricted = 0 AND id IN (
             SELECT mine.row_key FROM row_change mine
             JOIN family_list_member m ON m.list = mine.row_key AND m.removed_on IS NULL
             JOIN row_change c ON c.row_key = m.id AND c.table_name = 'family_list_member' AND c.seq > mine.seq AND c.deed <> ?1
             WHERE mine.deed = ?1 AND mine.table_name = 'family_list' AND json_extract(mine.before, '$.restricted') = 0)",
    )?
    .execute(params![what.bytes()])?;
    Ok(())
}

/// What belongs to the people and families a deed added, all at once: an import may have added thousands.
const VOID: [&str; 5] = [
    "UPDATE membership SET until_on = from_on, reason = 'mistake' WHERE until_on IS NULL AND family IN (
         SELECT row_key FROM row_change WHERE deed = ?1 AND table_name = 'family' AND before IS NULL) AND ?2 = ?2",
    "UPDATE membership SET until_on = from_on, reason = 'mistake' WHERE until_on IS NULL AND person IN (
         SELECT row_key FROM row_change WHERE deed = ?1 AND table_name = 'person' AND before IS NULL) AND ?2 = ?2",
    "UPDATE document SET status = 'voided' WHERE status = 'valid' AND person IN (
         SELECT row_key FROM row_change WHERE deed = ?1 AND table_name = 'person' AND before IS NULL) AND ?2 = ?2",
    "UPDATE family SET voided_on = ?2, key = NULL, closed_on = coalesce(closed_on, ?2) WHERE id IN (
         SELECT row_key FROM row_change WHERE deed = ?1 AND table_name = 'family' AND before IS NULL)",
    "UPDATE person SET voided_on = ?2, key = NULL WHERE id IN (
         SELECT row_key FROM row_change WHERE deed = ?1 AND table_name = 'person' AND before IS NULL)",
];

fn void_added(tx: &Tx, what: DeedId, today: NaiveDate, new_id: NewId<'_>) -> Result<(), StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT f.id FROM row_change c JOIN family f ON f.id = c.row_key
         WHERE c.deed = ?1 AND c.table_name = 'family' AND c.before IS NULL AND f.closed_on IS NULL",
    )?;
    let open: Vec<[u8; 16]> =
        statement.query_map(params![what.bytes()], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for family in open {
        tx.prepare_cached("INSERT INTO closure (id, family, from_on, reason) VALUES (?1, ?2, ?3, 'mistake')")?
            .execute(params![new_id().as_bytes(), family, Day(today)])?;
    }
    for sql in VOID {
        tx.prepare_cached(sql)?.execute(params![what.bytes(), Day(today)])?;
    }
    Ok(())
}

/// Whether a family that either deed touched is open with members and without its one head.
pub fn heads_fail(tx: &Tx, one: DeedId, other: DeedId) -> Result<bool, StoreError> {
    Ok(tx
        .prepare_cached(
            "SELECT 1 FROM family f WHERE f.closed_on IS NULL
             AND f.id IN (SELECT family FROM row_change WHERE deed IN (?1, ?2) AND family IS NOT NULL)
             AND EXISTS (SELECT 1 FROM membership m WHERE m.family = f.id AND m.until_on IS NULL)
             AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.family = f.id AND m.until_on IS NULL AND m.relation = 'head')",
        )?
        .exists(params![one.bytes(), other.bytes()])?)
}

/// Whether a membership that either deed touched would stand for somebody who died, is merged or voided meanwhile, or in such a family;
/// the person, to say who wrote that down.
pub fn undead(tx: &Tx, one: DeedId, other: DeedId) -> Result<Option<crate::domain::id::PersonId>, StoreError> {
    Ok(tx
        .prepare_cached(
            "SELECT m.person FROM row_change c JOIN membership m ON m.person = c.person
             JOIN person p ON p.id = m.person JOIN family f ON f.id = m.family
             WHERE c.deed IN (?1, ?2) AND c.table_name = 'membership' AND m.until_on IS NULL
               AND (p.died_on IS NOT NULL OR p.voided_on IS NOT NULL OR p.merged_into IS NOT NULL
                    OR f.voided_on IS NOT NULL OR f.merged_into IS NOT NULL) LIMIT 1",
        )?
        .query_row(params![one.bytes(), other.bytes()], |row| row.get(0).map(crate::domain::id::PersonId::from_bytes))
        .optional()?)
}

#[cfg(test)]
mod tests {
    use super::super::super::Store;
    use super::super::super::keys::DataKey;
    use super::TABLES;
    use std::collections::BTreeSet;

    #[test]
    fn every_logged_table_is_in_the_list_with_all_its_columns() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::create(&folder.path().join("office.db"), &DataKey::generate().unwrap()).unwrap();
        let texts = |sql: &str, of: &str| -> BTreeSet<String> {
            let mut statement = store.connection.prepare(sql).unwrap();
            statement.query_map([of], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
        };
        let logged = texts("SELECT tbl_name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE ?1", "log_%");
        let listed: BTreeSet<String> = TABLES.iter().map(|table| table.name.to_owned()).collect();
        assert_eq!(logged, listed);
        for table in TABLES {
            let mut known: BTreeSet<String> =
                table.plain.iter().chain(table.bytes).chain([&table.key]).map(ToString::to_string).collect();
            // A family's number never changes.
            if table.name == "family" {
                known.insert("number".to_owned());
            }
            assert_eq!(texts("SELECT name FROM pragma_table_info(?1)", table.name), known, "{}", table.name);
            for sql in [Some(table.restore()), Some(table.present()), table.takes_back()].into_iter().flatten() {
                store.connection.prepare(&sql).unwrap();
            }
        }
    }
}
