//! What lies where, lot by lot, and what went out by day.

use rusqlite::params;

use crate::domain::id::LotId;
use crate::domain::stock::{ItemCode, KitPart, LocationCode, PartnerCode, Quantity, item};
use crate::store::columns::{Day, id};
use crate::store::{StoreError, Tx};
use chrono::NaiveDate;

/// A lot at a location.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LotThere {
    /// Of what.
    pub item: ItemCode,
    /// The lot.
    pub lot: LotId,
    /// Where.
    pub location: LocationCode,
    /// How much.
    pub quantity: Quantity,
    /// Who gave it.
    pub donor: Option<PartnerCode>,
    /// The paper it came by.
    pub document: String,
    /// Its last day.
    pub expires_on: Option<NaiveDate>,
    /// The day it came.
    pub received_on: NaiveDate,
    /// What one kit of it holds.
    pub composition: Vec<KitPart>,
}

/// Every lot that lies at a location, in the order in which lots go out.
pub fn lots(tx: &Tx, location: &LocationCode) -> Result<Vec<LotThere>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT b.item, b.lot, b.quantity, l.donor, l.document, l.expires_on, l.received_on, l.composition
         FROM balance b JOIN lot l ON l.id = b.lot WHERE b.location = ?1 AND b.quantity > 0
         ORDER BY b.item, l.expires_on IS NULL, l.expires_on, l.received_on, l.id",
    )?;
    let rows = statement.query_map(params![location], |row| {
        Ok(LotThere {
            item: row.get(0)?,
            lot: id(row, 1, LotId::from_bytes)?,
            location: location.clone(),
            quantity: row.get(2)?,
            donor: row.get(3)?,
            document: row.get(4)?,
            expires_on: row.get::<_, Option<Day>>(5)?.map(|day| day.0),
            received_on: row.get::<_, Day>(6)?.0,
            composition: item::read(&row.get::<_, String>(7)?),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What lies at a location, item by item, with what is past its last day on that day, and the nearest last day of what is not.
pub fn sums(tx: &Tx, location: &LocationCode, on: NaiveDate) -> Result<Vec<ItemThere>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT b.item, sum(b.quantity), coalesce(sum(CASE WHEN l.expires_on < ?2 THEN b.quantity END), 0),
                min(CASE WHEN l.expires_on >= ?2 THEN l.expires_on END)
         FROM balance b JOIN lot l ON l.id = b.lot WHERE b.location = ?1 AND b.quantity > 0 GROUP BY b.item",
    )?;
    let rows = statement.query_map(params![location, Day(on)], |row| {
        Ok(ItemThere {
            item: row.get(0)?,
            quantity: row.get(1)?,
            expired: row.get(2)?,
            expires_on: row.get::<_, Option<Day>>(3)?.map(|day| day.0),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// How many balances there are, and how many are not what the ledger adds up to: none, as long as only the triggers wrote them.
pub fn checked(tx: &Tx) -> Result<(u64, u64), StoreError> {
    Ok(tx
        .prepare_cached(
            "SELECT count(*), coalesce(sum(g.quantity IS NOT b.quantity), 0)
             FROM (SELECT location, item, lot, sum(quantity) AS quantity FROM ledger GROUP BY location, item, lot) g
             FULL JOIN balance b USING (location, item, lot)",
        )?
        .query_row([], |row| {
            let count = |at| -> rusqlite::Result<u64> { Ok(row.get::<_, i64>(at)?.unsigned_abs()) };
            Ok((count(0)?, count(1)?))
        })?)
}

/// What lies of an item.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ItemThere {
    /// Of what.
    pub item: ItemCode,
    /// How much, together.
    pub quantity: Quantity,
    /// How much of it is past its last day.
    pub expired: Quantity,
    /// The nearest last day of the rest.
    pub expires_on: Option<NaiveDate>,
}

/// What went out at a location from a day on, item and day.
pub fn outgoing(
    tx: &Tx,
    location: &LocationCode,
    from: NaiveDate,
) -> Result<Vec<(ItemCode, NaiveDate, i64)>, StoreError> {
    let mut statement =
        tx.prepare_cached("SELECT item, on_day, quantity FROM outgoing WHERE location = ?1 AND on_day >= ?2")?;
    let rows = statement
        .query_map(params![location, Day(from)], |row| Ok((row.get(0)?, row.get::<_, Day>(1)?.0, row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
