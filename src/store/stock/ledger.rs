//! Lots and the ledger's entries, and what of a lot can be taken on a day.

use rusqlite::params;

use crate::domain::id::{ActId, LotId};
use crate::domain::stock::lot::{Lot, Shelved};
use crate::domain::stock::{ActKind, ActNumber, Entry, ItemCode, LocationCode, Quantity, item};
use crate::store::columns::{Code, Day, day, id};
use crate::store::{StoreError, Tx};
use chrono::NaiveDate;

/// Adds a lot. Its act is there already.
pub fn add_lot(tx: &Tx, lot: &Lot) -> Result<(), StoreError> {
    tx.prepare_cached(
        "INSERT INTO lot (id, item, act, donor, document, expires_on, received_on, composition)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![
        lot.id.bytes(),
        lot.item,
        lot.act.bytes(),
        lot.donor,
        lot.document,
        day(lot.expires_on),
        Day(lot.received_on),
        item::written(&lot.composition)
    ])?;
    Ok(())
}

/// A lot.
pub fn lot(tx: &Tx, lot: LotId) -> Result<Option<Lot>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT id, item, act, donor, document, expires_on, received_on, composition FROM lot WHERE id = ?1",
    )?;
    let mut rows = statement.query_map(params![lot.bytes()], |row| {
        Ok(Lot {
            id: id(row, 0, LotId::from_bytes)?,
            item: row.get(1)?,
            act: id(row, 2, ActId::from_bytes)?,
            donor: row.get(3)?,
            document: row.get(4)?,
            expires_on: row.get::<_, Option<Day>>(5)?.map(|day| day.0),
            received_on: row.get::<_, Day>(6)?.0,
            composition: item::read(&row.get::<_, String>(7)?),
        })
    })?;
    Ok(rows.next().transpose()?)
}

/// Writes the entries of an act, in their order. The trigger moves the balance; a `Constraint` means that something else took the goods
/// meanwhile, or that they were not there on a later day.
pub fn write(tx: &Tx, act: ActId, kind: ActKind, happened_on: NaiveDate, entries: &[Entry]) -> Result<(), StoreError> {
    let mut statement = tx.prepare_cached(
        "INSERT INTO ledger (act, entry, line, kind, item, lot, location, quantity, happened_on)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?;
    for (number, entry) in (0_i64..).zip(entries) {
        statement.execute(params![
            act.bytes(),
            number,
            i64::try_from(entry.line).unwrap_or(i64::MAX),
            Code(kind),
            entry.item,
            entry.lot.bytes(),
            entry.location,
            entry.quantity,
            Day(happened_on)
        ])?;
    }
    Ok(())
}

/// The entries of an act, in their order.
pub fn of_act(tx: &Tx, act: ActId) -> Result<Vec<Entry>, StoreError> {
    let mut statement =
        tx.prepare_cached("SELECT line, item, lot, location, quantity FROM ledger WHERE act = ?1 ORDER BY entry")?;
    let rows = statement.query_map(params![act.bytes()], |row| {
        Ok(Entry {
            line: usize::try_from(row.get::<_, i64>(0)?).unwrap_or(usize::MAX),
            item: row.get(1)?,
            lot: id(row, 2, LotId::from_bytes)?,
            location: row.get(3)?,
            quantity: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What lies of an item at a location and can be taken on a day: so much as lies there on that day and on every later one.
pub fn shelf(tx: &Tx, location: &LocationCode, item: &ItemCode, on: NaiveDate) -> Result<Vec<Shelved>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT b.lot, b.quantity, l.expires_on, l.received_on, b.last_on > ?3
         FROM balance b JOIN lot l ON l.id = b.lot
         WHERE b.location = ?1 AND b.item = ?2 AND b.quantity > 0",
    )?;
    let rows = statement.query_map(params![location, item, Day(on)], |row| {
        let shelved = Shelved {
            lot: id(row, 0, LotId::from_bytes)?,
            quantity: row.get(1)?,
            expires_on: row.get::<_, Option<Day>>(2)?.map(|day| day.0),
            received_on: row.get::<_, Day>(3)?.0,
        };
        Ok((shelved, row.get::<_, bool>(4)?))
    })?;
    let mut shelf = Vec::new();
    for row in rows {
        let (mut shelved, moved_later) = row?;
        if moved_later {
            shelved.quantity = there(tx, location, shelved.lot, on)?;
        }
        if shelved.quantity > Quantity::ZERO {
            shelf.push(shelved);
        }
    }
    Ok(shelf)
}

/// How much of a lot lies at a location on a day and on every later one.
pub fn there(tx: &Tx, location: &LocationCode, lot: LotId, on: NaiveDate) -> Result<Quantity, StoreError> {
    let least: Option<i64> = tx
        .prepare_cached(
            "SELECT min(after) FROM (
                 SELECT coalesce(sum(quantity), 0) AS after FROM ledger
                 WHERE lot = ?2 AND location = ?1 AND happened_on <= ?3
                 UNION ALL
                 SELECT after FROM (
                     SELECT happened_on, sum(sum(quantity)) OVER (ORDER BY happened_on) AS after
                     FROM ledger WHERE lot = ?2 AND location = ?1 GROUP BY happened_on)
                 WHERE happened_on > ?3)",
        )?
        .query_row(params![location, lot.bytes(), Day(on)], |row| row.get(0))?;
    Ok(Quantity(least.unwrap_or(0).max(0)))
}

/// The latest acts in force that took of a lot at a location.
pub fn took(tx: &Tx, location: &LocationCode, lot: LotId, most: usize) -> Result<Vec<ActNumber>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT DISTINCT a.year, a.number FROM ledger g CROSS JOIN act a ON a.id = g.act
         WHERE g.lot = ?2 AND g.location = ?1 AND g.quantity < 0 AND a.reversed_by IS NULL AND a.reverses IS NULL
         ORDER BY g.happened_on DESC, a.year DESC, a.number DESC LIMIT ?3",
    )?;
    let rows = statement.query_map(params![location, lot.bytes(), i64::try_from(most).unwrap_or(i64::MAX)], |row| {
        Ok(ActNumber { year: row.get(0)?, number: row.get(1)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Of which lots the kits of a lot were put together, with what one act took of each; nothing for kits that came as they are.
pub fn parts_of(tx: &Tx, lot: LotId) -> Result<Vec<(ItemCode, LotId, Quantity)>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT g.item, g.lot, -g.quantity FROM lot l
         JOIN act a ON a.id = l.act AND a.kind = 'assembly'
         JOIN ledger g ON g.act = a.id AND g.quantity < 0 WHERE l.id = ?1 ORDER BY g.entry",
    )?;
    let rows = statement
        .query_map(params![lot.bytes()], |row| Ok((row.get(0)?, id(row, 1, LotId::from_bytes)?, row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// How many kits of a lot were put together, and how many were taken apart again (reversed acts left out).
pub fn kits_of(tx: &Tx, lot: LotId) -> Result<(Quantity, Quantity), StoreError> {
    Ok(tx
        .prepare_cached(
            "SELECT coalesce(sum(CASE WHEN g.kind = 'assembly' THEN g.quantity END), 0),
                    coalesce(-sum(CASE WHEN g.kind = 'disassembly' THEN g.quantity END), 0)
             FROM ledger g JOIN act a ON a.id = g.act
             WHERE g.lot = ?1 AND g.kind IN ('assembly', 'disassembly') AND a.reversed_by IS NULL",
        )?
        .query_row(params![lot.bytes()], |row| Ok((row.get(0)?, row.get(1)?)))?)
}
