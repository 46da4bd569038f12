//! What came from a donor, and what became of it.

use rusqlite::params;

use crate::domain::id::{ActId, LotId};
use crate::domain::stock::{ActKind, ItemCode, PartnerCode, Quantity};
use crate::store::columns::{Code, Day, id};
use crate::store::{StoreError, Tx};
use chrono::NaiveDate;

/// The receipts from a donor in a time that are in force, the latest first.
pub fn receipts(tx: &Tx, donor: &PartnerCode, from: NaiveDate, until: NaiveDate) -> Result<Vec<ActId>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT id FROM act WHERE partner = ?1 AND kind = 'receipt' AND reversed_by IS NULL AND happened_on BETWEEN ?2 AND ?3
         ORDER BY happened_on DESC, id DESC",
    )?;
    let rows = statement.query_map(params![donor, Day(from), Day(until)], |row| id(row, 0, ActId::from_bytes))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A lot of a receipt: which, of what.
pub fn lots_of(tx: &Tx, act: ActId) -> Result<Vec<(LotId, ItemCode)>, StoreError> {
    let mut statement = tx.prepare_cached("SELECT id, item FROM lot WHERE act = ?1 ORDER BY id")?;
    let rows = statement.query_map(params![act.bytes()], |row| Ok((id(row, 0, LotId::from_bytes)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What acts in force did with a lot, by act: the kind, the signed sum over all locations. CROSS JOIN, because the planner would otherwise
/// begin with every act that reverses nothing: half a million of them.
pub fn moved(tx: &Tx, lot: LotId) -> Result<Vec<(ActId, ActKind, Quantity)>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT g.act, a.kind, sum(g.quantity) FROM ledger g CROSS JOIN act a ON a.id = g.act
         WHERE g.lot = ?1 AND a.reversed_by IS NULL AND a.reverses IS NULL GROUP BY g.act ORDER BY g.act",
    )?;
    let rows = statement.query_map(params![lot.bytes()], |row| {
        Ok((id(row, 0, ActId::from_bytes)?, row.get::<_, Code<ActKind>>(1)?.0, row.get(2)?))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The lots that an act made.
pub fn made(tx: &Tx, act: ActId) -> Result<Vec<LotId>, StoreError> {
    Ok(lots_of(tx, act)?.into_iter().map(|(lot, _)| lot).collect())
}
