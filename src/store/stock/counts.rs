//! Counts of a shelf: the sheet, what was entered, who approved it.

use rusqlite::{OptionalExtension, params};

use crate::domain::id::{ActId, CountId, StaffId};
use crate::domain::stock::{ActNumber, ItemCode, LocationCode, Quantity};
use crate::store::columns::{Day, id, id_maybe};
use crate::store::{StoreError, Tx};
use chrono::NaiveDate;

/// A step of a count: the day, who, and how they are named.
pub type Step = (NaiveDate, StaffId, String);

/// A count as it stands.
#[derive(Clone, PartialEq, Debug)]
pub struct CountRow {
    /// Identity.
    pub id: CountId,
    /// Where.
    pub location: LocationCode,
    /// The sheet.
    pub begun: Step,
    /// The entering.
    pub entered: Option<Step>,
    /// The approval.
    pub approved: Option<Step>,
    /// The day it was given up.
    pub cancelled_on: Option<NaiveDate>,
    /// The act that posted the differences.
    pub act: Option<(ActId, ActNumber)>,
    /// Note.
    pub note: String,
}

/// Begins a count with what lies there.
pub fn begin(
    tx: &Tx,
    count: CountId,
    location: &LocationCode,
    by: StaffId,
    on: NaiveDate,
    lines: &[(ItemCode, Quantity)],
) -> Result<(), StoreError> {
    tx.prepare_cached("INSERT INTO stock_count (id, location, begun_on, begun_by) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![count.bytes(), location, Day(on), by.bytes()])?;
    for (item, expected) in lines {
        tx.prepare_cached("INSERT INTO stock_count_line (count, item, expected) VALUES (?1, ?2, ?3)")?
            .execute(params![count.bytes(), item, expected])?;
    }
    Ok(())
}

/// The count of a location that is under way.
pub fn under_way(tx: &Tx, location: &LocationCode) -> Result<Option<NaiveDate>, StoreError> {
    Ok(tx
        .prepare_cached(
            "SELECT begun_on FROM stock_count WHERE location = ?1 AND approved_on IS NULL AND cancelled_on IS NULL",
        )?
        .query_row(params![location], |row| row.get::<_, Day>(0).map(|day| day.0))
        .optional()?)
}

/// Writes what was counted: exactly this, whatever was entered before.
pub fn enter(
    tx: &Tx,
    count: CountId,
    by: StaffId,
    on: NaiveDate,
    counted: &[(ItemCode, Quantity)],
    note: &str,
) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE stock_count SET entered_on = ?2, entered_by = ?3, note = ?4 WHERE id = ?1")?
        .execute(params![count.bytes(), Day(on), by.bytes(), note])?;
    tx.prepare_cached("UPDATE stock_count_line SET counted = NULL WHERE count = ?1")?
        .execute(params![count.bytes()])?;
    for (item, quantity) in counted {
        tx.prepare_cached(
            "INSERT INTO stock_count_line (count, item, expected, counted) VALUES (?1, ?2, 0, ?3)
             ON CONFLICT (count, item) DO UPDATE SET counted = excluded.counted",
        )?
        .execute(params![count.bytes(), item, quantity])?;
    }
    Ok(())
}

/// Somebody else says that it is so.
pub fn approve(tx: &Tx, count: CountId, by: StaffId, on: NaiveDate, act: Option<ActId>) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE stock_count SET approved_on = ?2, approved_by = ?3, act = ?4 WHERE id = ?1")?
        .execute(params![count.bytes(), Day(on), by.bytes(), act.as_ref().map(ActId::bytes)])?;
    Ok(())
}

/// It is given up.
pub fn cancel(tx: &Tx, count: CountId, on: NaiveDate) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE stock_count SET cancelled_on = ?2 WHERE id = ?1")?
        .execute(params![count.bytes(), Day(on)])?;
    Ok(())
}

const ROW: &str = "SELECT c.id, c.location, c.begun_on, c.begun_by, coalesce(b.name, ''), c.entered_on, c.entered_by, coalesce(e.name, ''),
    c.approved_on, c.approved_by, coalesce(p.name, ''), c.cancelled_on, a.id, a.year, a.number, c.note
    FROM stock_count c LEFT JOIN staff b ON b.id = c.begun_by LEFT JOIN staff e ON e.id = c.entered_by
    LEFT JOIN staff p ON p.id = c.approved_by LEFT JOIN act a ON a.id = c.act";

fn row_of(row: &rusqlite::Row<'_>) -> rusqlite::Result<CountRow> {
    let step = |at: usize| -> rusqlite::Result<Option<Step>> {
        let Some(on) = row.get::<_, Option<Day>>(at)? else { return Ok(None) };
        Ok(Some((on.0, id(row, at + 1, StaffId::from_bytes)?, row.get(at + 2)?)))
    };
    let act = match id_maybe(row, 12, ActId::from_bytes)? {
        Some(act) => Some((act, ActNumber { year: row.get(13)?, number: row.get(14)? })),
        None => None,
    };
    Ok(CountRow {
        id: id(row, 0, CountId::from_bytes)?,
        location: row.get(1)?,
        begun: (row.get::<_, Day>(2)?.0, id(row, 3, StaffId::from_bytes)?, row.get(4)?),
        entered: step(5)?,
        approved: step(8)?,
        cancelled_on: row.get::<_, Option<Day>>(11)?.map(|day| day.0),
        act,
        note: row.get(15)?,
    })
}

/// A count.
pub fn get(tx: &Tx, count: CountId) -> Result<Option<CountRow>, StoreError> {
    let mut statement = tx.prepare_cached(&format!("{ROW} WHERE c.id = ?1"))?;
    Ok(statement.query_row(params![count.bytes()], row_of).optional()?)
}

/// Every count, the latest first.
pub fn all(tx: &Tx) -> Result<Vec<CountRow>, StoreError> {
    let mut statement = tx.prepare_cached(&format!("{ROW} ORDER BY c.begun_on DESC, c.id DESC"))?;
    let rows = statement.query_map([], row_of)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The lines of a count: what was expected, what was counted.
pub fn lines(tx: &Tx, count: CountId) -> Result<Vec<(ItemCode, Quantity, Option<Quantity>)>, StoreError> {
    let mut statement = tx.prepare_cached("SELECT item, expected, counted FROM stock_count_line WHERE count = ?1")?;
    let rows = statement.query_map(params![count.bytes()], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
