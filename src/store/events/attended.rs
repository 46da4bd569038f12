//! At what somebody was: the marks of a person or of a family, the latest first.

use rusqlite::{Row, params};

use super::super::columns::{Code, Day, id_maybe};
use crate::domain::event::Outcome;
use crate::domain::id::{FamilyId, PersonId, SessionId, StaffId};
use crate::store::{StoreError, Tx};
use chrono::NaiveDate;

/// A mark with its session.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AttendedRow {
    /// At which session.
    pub session: SessionId,
    /// Its day.
    pub held_on: NaiveDate,
    /// Its title.
    pub title: String,
    /// Who.
    pub person: PersonId,
    /// Their given name.
    pub given: String,
    /// Whether they came.
    pub outcome: Outcome,
    /// Why not, for the excused.
    pub reason: String,
    /// Whether the session is restricted.
    pub restricted: bool,
    /// Who of the staff holds the session and its series.
    pub holders: [Option<StaffId>; 2],
}

const ATTENDED: &str =
    "SELECT s.id, s.held_on, s.title, p.id, p.given_name, a.outcome, a.reason, s.restricted, s.trainer, r.trainer
     FROM attendance a JOIN session s ON s.id = a.session AND s.voided = 0
     JOIN person p ON p.id = a.person AND p.merged_into IS NULL AND p.voided_on IS NULL
     LEFT JOIN series r ON r.id = s.series";

fn row_of(row: &Row<'_>) -> rusqlite::Result<AttendedRow> {
    Ok(AttendedRow {
        session: SessionId::from_bytes(row.get(0)?),
        held_on: row.get::<_, Day>(1)?.0,
        title: row.get(2)?,
        person: PersonId::from_bytes(row.get(3)?),
        given: row.get(4)?,
        outcome: row.get::<_, Code<Outcome>>(5)?.0,
        reason: row.get(6)?,
        restricted: row.get(7)?,
        holders: [id_maybe(row, 8, StaffId::from_bytes)?, id_maybe(row, 9, StaffId::from_bytes)?],
    })
}

/// The marks of a person.
pub fn of_person(tx: &Tx, person: PersonId) -> Result<Vec<AttendedRow>, StoreError> {
    let mut statement = tx.prepare_cached(&format!(
        "{ATTENDED} WHERE a.person = ?1 AND a.voided = 0 ORDER BY s.held_on DESC, s.start_time DESC, s.id"
    ))?;
    Ok(statement.query_map(params![person.bytes()], row_of)?.collect::<Result<_, _>>()?)
}

/// The marks of those who stand in a family, and of those who had not left it yet on the day.
pub fn of_family(tx: &Tx, family: FamilyId) -> Result<Vec<AttendedRow>, StoreError> {
    let mut statement = tx.prepare_cached(&format!(
        "{ATTENDED} WHERE a.voided = 0 AND EXISTS (
             SELECT 1 FROM membership m WHERE m.family = ?1 AND m.person = a.person AND (m.until_on IS NULL OR (m.from_on < m.until_on AND s.held_on < m.until_on)))
             AND a.person IN (SELECT person FROM membership WHERE family = ?1)
         ORDER BY s.held_on DESC, s.start_time DESC, s.id, p.birth_date"
    ))?;
    Ok(statement.query_map(params![family.bytes()], row_of)?.collect::<Result<_, _>>()?)
}
