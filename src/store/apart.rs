//! Pairs of entries that somebody compared and called different.

use rusqlite::params;
use uuid::Uuid;

use super::{StoreError, Tx};
use crate::domain::id::{FamilyId, PersonId};

/// A pair as a row has it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PairRow {
    /// Two families.
    Families(FamilyId, FamilyId),
    /// Two people.
    People(PersonId, PersonId),
}

/// Adds a pair.
pub fn insert(tx: &Tx, id: Uuid, pair: PairRow, note: &str) -> Result<(), StoreError> {
    let (families, people) = match &pair {
        PairRow::Families(one, other) => (Some((one.bytes(), other.bytes())), None),
        PairRow::People(one, other) => (None, Some((one.bytes(), other.bytes()))),
    };
    tx.prepare_cached(
        "INSERT INTO distinct_pair (id, one_family, other_family, one_person, other_person, note)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        id.as_bytes(),
        families.map(|pair| pair.0),
        families.map(|pair| pair.1),
        people.map(|pair| pair.0),
        people.map(|pair| pair.1),
        note
    ])?;
    Ok(())
}

/// Every pair in force, in the order of ids.
pub fn pairs(tx: &Tx) -> Result<Vec<PairRow>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT one_family, other_family, one_person, other_person FROM distinct_pair WHERE voided = 0 ORDER BY id",
    )?;
    let rows = statement.query_map([], |row| {
        let families: (Option<[u8; 16]>, Option<[u8; 16]>) = (row.get(0)?, row.get(1)?);
        Ok(match families {
            (Some(one), Some(other)) => PairRow::Families(FamilyId::from_bytes(one), FamilyId::from_bytes(other)),
            _ => PairRow::People(PersonId::from_bytes(row.get(2)?), PersonId::from_bytes(row.get(3)?)),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
