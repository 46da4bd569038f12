//! Whose rows were touched since a desk last looked: what triggers wrote down, so that every desk keeps its search index true.

use rusqlite::{OptionalExtension, params};

use super::{StoreError, Tx};
use crate::domain::id::{FamilyId, PersonId};

/// Rows kept. A desk that missed more reads everything again, which costs about as much as following so many rows.
const ROWS_KEPT: i64 = 20_000;

/// The newest row, or 0.
pub fn head(tx: &Tx) -> Result<i64, StoreError> {
    Ok(tx.prepare_cached("SELECT coalesce(max(seq), 0) FROM change")?.query_row([], |row| row.get(0))?)
}

/// Whether the log still tells everything since `seen`, and is short enough to be followed.
pub fn reach(tx: &Tx, seen: i64) -> Result<bool, StoreError> {
    let oldest: Option<i64> =
        tx.prepare_cached("SELECT min(seq) FROM change")?.query_row([], |row| row.get(0)).optional()?.flatten();
    Ok(oldest.is_none_or(|oldest| oldest <= seen + 1) && head(tx)? - seen <= ROWS_KEPT)
}

/// The people whose records may differ from what they were at `seen`: those touched themselves (leaving a family touches the person) and
/// all who stand in a touched family. `None` when so much happened that everything is to be read again.
pub fn people_since(tx: &Tx, seen: i64) -> Result<Option<Vec<PersonId>>, StoreError> {
    if !reach(tx, seen)? {
        return Ok(None);
    }
    let mut statement = tx.prepare_cached(
        "SELECT person FROM change WHERE seq > ?1 AND person IS NOT NULL
         UNION
         SELECT m.person FROM change c JOIN membership m ON m.family = c.family AND m.until_on IS NULL WHERE c.seq > ?1",
    )?;
    let rows = statement.query_map(params![seen], |row| row.get(0).map(PersonId::from_bytes))?;
    Ok(Some(rows.collect::<Result<_, _>>()?))
}

/// The families whose facts may differ from what they were at `seen`: those touched themselves and those in which a touched person
/// stands. `None` when so much happened that every family is to be read again.
pub fn families_since(tx: &Tx, seen: i64) -> Result<Option<Vec<FamilyId>>, StoreError> {
    if !reach(tx, seen)? {
        return Ok(None);
    }
    let mut statement = tx.prepare_cached(
        "SELECT family FROM change WHERE seq > ?1 AND family IS NOT NULL
         UNION
         SELECT m.family FROM change c JOIN membership m ON m.person = c.person AND m.until_on IS NULL WHERE c.seq > ?1",
    )?;
    let rows = statement.query_map(params![seen], |row| row.get(0).map(FamilyId::from_bytes))?;
    Ok(Some(rows.collect::<Result<_, _>>()?))
}

/// Cuts off what nobody follows row by row any more.
pub fn trim(tx: &Tx) -> Result<(), StoreError> {
    tx.prepare_cached("DELETE FROM change WHERE seq <= (SELECT max(seq) FROM change) - ?1")?.execute([ROWS_KEPT])?;
    Ok(())
}
