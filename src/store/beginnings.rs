//! Whom a search may mean, by the beginning of a surname, a phone, a paper or a number: what the tables themselves can tell while
//! there is no index. Every question is a stretch of an index of the engine.

use rusqlite::{Params, params};

use super::families;
use super::{StoreError, Tx};
use crate::domain::id::{FamilyId, PersonId};

/// What is typed, read one way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Beginning {
    /// Of a surname, and of a given name (which may be empty).
    Name(String, String),
    /// Of a settled phone: `+38067`.
    Phone(String),
    /// Of a paper's number.
    Paper(String),
    /// The stretch of families' numbers that begin so.
    Number(u32, u32),
}

/// The people of a beginning, at most so many. Who left the register is no one's answer, but may still be among these.
pub fn people(tx: &Tx, beginning: &Beginning, limit: usize) -> Result<Vec<PersonId>, StoreError> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    match beginning {
        Beginning::Name(surname, given) => ids(
            tx,
            "SELECT id FROM person WHERE merged_into IS NULL AND voided_on IS NULL
             AND surname >= ?1 AND surname < ?2 AND given_name >= ?3 AND given_name < ?4
             ORDER BY surname, given_name LIMIT ?5",
            params![surname, end(surname), given, end(given), limit],
        ),
        Beginning::Phone(phone) => ids(
            tx,
            "SELECT person FROM phone WHERE until_on IS NULL AND settled >= ?1 AND settled < ?2 ORDER BY settled LIMIT ?3",
            params![phone, end(phone), limit],
        ),
        Beginning::Paper(number) => ids(
            tx,
            "SELECT person FROM document WHERE status = 'valid' AND number >= ?1 AND number < ?2 ORDER BY number LIMIT ?3",
            params![number, end(number), limit],
        ),
        Beginning::Number(from, end) => {
            let mut statement =
                tx.prepare_cached("SELECT id FROM family WHERE number >= ?1 AND number < ?2 ORDER BY number LIMIT ?3")?;
            let found: Vec<FamilyId> = statement
                .query_map(params![from, end, limit], |row| row.get(0).map(FamilyId::from_bytes))?
                .collect::<Result<_, _>>()?;
            let mut people = Vec::new();
            for family in found {
                let kept = families::kept(tx, family)?;
                people.extend(ids(
                    tx,
                    "SELECT person FROM membership WHERE family = ?1 AND until_on IS NULL",
                    params![kept.bytes()],
                )?);
            }
            Ok(people)
        }
    }
}

/// What comes after everything that begins so.
fn end(beginning: &str) -> String {
    format!("{beginning}{}", char::MAX)
}

fn ids(tx: &Tx, sql: &str, values: impl Params) -> Result<Vec<PersonId>, StoreError> {
    let mut statement = tx.prepare_cached(sql)?;
    let rows = statement.query_map(values, |row| row.get(0).map(PersonId::from_bytes))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
