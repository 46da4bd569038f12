//! Marks: who came to a session, who did not, who was excused.

use std::collections::HashMap;

use rusqlite::{OptionalExtension, Row, params};
use uuid::Uuid;

use super::super::columns::{Code, Count, Day, moment, read_moment};
use crate::domain::clock::Moment;
use crate::domain::event::{Mark, MarkSource, Outcome};
use crate::domain::id::{DeedId, PersonId, SeriesId, SessionId, StaffId};
use crate::store::{StoreError, Tx};
use chrono::NaiveDate;

/// A mark to be written.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct NewMark<'a> {
    /// At which session.
    pub session: SessionId,
    /// Of whom.
    pub person: PersonId,
    /// Whether they are on the list.
    pub expected: bool,
    /// What.
    pub outcome: Outcome,
    /// Why.
    pub reason: &'a str,
    /// How it came about.
    pub source: MarkSource,
}

/// Who marks, when and where.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Marker<'a> {
    /// Who.
    pub staff: StaffId,
    /// When.
    pub at: Moment,
    /// At which desk.
    pub desk: &'a str,
}

const MARK: &str =
    "SELECT a.person, a.outcome, a.reason, a.expected, a.source, a.marked_at, coalesce(s.name, ''), a.desk
     FROM attendance a LEFT JOIN staff s ON s.id = a.marked_by WHERE a.session = ?1 AND a.voided = 0";

fn mark_of(row: &Row<'_>) -> rusqlite::Result<(PersonId, Mark)> {
    let mark = Mark {
        outcome: row.get::<_, Code<Outcome>>(1)?.0,
        reason: row.get(2)?,
        expected: row.get(3)?,
        source: row.get::<_, Code<MarkSource>>(4)?.0,
        at: read_moment(row.get_ref(5)?.as_str().map_err(rusqlite::Error::from)?)?,
        by: row.get(6)?,
        desk: row.get(7)?,
    };
    Ok((PersonId::from_bytes(row.get(0)?), mark))
}

/// Every mark of a session.
pub fn of_session(tx: &Tx, session: SessionId) -> Result<HashMap<PersonId, Mark>, StoreError> {
    let mut statement = tx.prepare_cached(MARK)?;
    Ok(statement.query_map(params![session.bytes()], mark_of)?.collect::<Result<_, _>>()?)
}

/// The mark of one person.
pub fn of_person(tx: &Tx, session: SessionId, person: PersonId) -> Result<Option<Mark>, StoreError> {
    Ok(tx
        .prepare_cached(&format!("{MARK} AND a.person = ?2"))?
        .query_row(params![session.bytes(), person.bytes()], mark_of)
        .optional()?
        .map(|(_, mark)| mark))
}

/// Writes a mark where there was none.
pub fn add(tx: &Tx, id: Uuid, new: &NewMark<'_>, by: Marker<'_>) -> Result<(), StoreError> {
    tx.prepare_cached(
        "INSERT INTO attendance (id, session, person, expected, outcome, reason, source, marked_at, marked_by, desk)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?
    .execute(params![
        id.as_bytes(),
        new.session.bytes(),
        new.person.bytes(),
        new.expected,
        Code(new.outcome),
        new.reason,
        Code(new.source),
        moment(by.at),
        by.staff.bytes(),
        by.desk
    ])?;
    Ok(())
}

/// Writes another mark over the one that is there. Whether they were expected stays as it was.
pub fn change(tx: &Tx, new: &NewMark<'_>, by: Marker<'_>) -> Result<(), StoreError> {
    tx.prepare_cached(
        "UPDATE attendance SET outcome = ?3, reason = ?4, source = ?5, marked_at = ?6, marked_by = ?7, desk = ?8
         WHERE session = ?1 AND person = ?2 AND voided = 0",
    )?
    .execute(params![
        new.session.bytes(),
        new.person.bytes(),
        Code(new.outcome),
        new.reason,
        Code(new.source),
        moment(by.at),
        by.staff.bytes(),
        by.desk
    ])?;
    Ok(())
}

/// Takes a mark away. Says whether there was one.
pub fn void(tx: &Tx, session: SessionId, person: PersonId) -> Result<bool, StoreError> {
    let voided = tx
        .prepare_cached("UPDATE attendance SET voided = 1 WHERE session = ?1 AND person = ?2 AND voided = 0")?
        .execute(params![session.bytes(), person.bytes()])?;
    Ok(voided > 0)
}

/// How many were present.
pub fn present(tx: &Tx, session: SessionId) -> Result<usize, StoreError> {
    Ok(tx
        .prepare_cached("SELECT count(*) FROM attendance WHERE session = ?1 AND outcome = 'present' AND voided = 0")?
        .query_row(params![session.bytes()], |row| Ok(row.get::<_, Count>(0)?.0))?)
}

/// Whether a deed changed marks or heads of a session that is closed, other than by a merge's leading marks to the kept person.
pub fn touches_closed(tx: &Tx, deed: DeedId) -> Result<bool, StoreError> {
    Ok(tx
        .prepare_cached(
            "SELECT 1 FROM row_change r JOIN attendance a ON a.id = r.row_key JOIN session s ON s.id = a.session
             WHERE r.deed = ?1 AND r.table_name = 'attendance' AND s.status = 'held' AND r.before IS NOT NULL
               AND json_type(r.before, '$.person') IS NULL
               AND NOT EXISTS (SELECT 1 FROM row_change p WHERE p.deed = ?1 AND p.table_name = 'person'
                               AND json_type(p.before, '$.merged_into') IS NOT NULL)
             UNION ALL
             SELECT 1 FROM row_change r JOIN session s ON s.id = r.row_key
             WHERE r.deed = ?1 AND r.table_name = 'session' AND s.status = 'held'
               AND (json_type(r.before, '$.unnamed_women') IS NOT NULL OR json_type(r.before, '$.unnamed_men') IS NOT NULL
                    OR json_type(r.before, '$.unnamed_children') IS NOT NULL)",
        )?
        .exists(params![deed.bytes()])?)
}

/// How many are marked present at sessions that a deed called off, took away or put behind that day.
pub fn left_nowhere(tx: &Tx, deed: DeedId, today: NaiveDate) -> Result<usize, StoreError> {
    Ok(tx
        .prepare_cached(
            "SELECT count(DISTINCT a.id) FROM row_change r JOIN session s ON s.id = r.row_key
             JOIN attendance a ON a.session = s.id AND a.outcome = 'present' AND a.voided = 0
             WHERE r.deed = ?1 AND r.table_name = 'session' AND (s.voided = 1 OR s.status = 'cancelled' OR s.held_on > ?2)",
        )?
        .query_row(params![deed.bytes(), Day(today)], |row| Ok(row.get::<_, Count>(0)?.0))?)
}

/// Who is marked at a session: whether they were on the list, and whether they came.
pub fn told(tx: &Tx, session: SessionId) -> Result<HashMap<PersonId, (bool, bool)>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT person, expected, outcome = 'present' FROM attendance WHERE session = ?1 AND voided = 0",
    )?;
    let rows = statement.query_map(params![session.bytes()], |row| {
        Ok((PersonId::from_bytes(row.get(0)?), (row.get(1)?, row.get(2)?)))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whether anybody is marked at a session.
pub fn any(tx: &Tx, session: SessionId) -> Result<bool, StoreError> {
    Ok(tx
        .prepare_cached("SELECT 1 FROM attendance WHERE session = ?1 AND voided = 0")?
        .exists(params![session.bytes()])?)
}

/// At how many sessions of a series somebody is marked, whatever was said.
pub fn in_series(tx: &Tx, series: SeriesId, person: PersonId) -> Result<usize, StoreError> {
    Ok(tx
        .prepare_cached(
            "SELECT count(*) FROM session s JOIN attendance a ON a.session = s.id AND a.person = ?2 AND a.voided = 0
             WHERE s.series = ?1 AND s.voided = 0",
        )?
        .query_row(params![series.bytes(), person.bytes()], |row| Ok(row.get::<_, Count>(0)?.0))?)
}

/// Other sessions of a day at which somebody is marked present.
pub fn elsewhere(tx: &Tx, person: PersonId, session: SessionId, day: NaiveDate) -> Result<Vec<SessionId>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT s.id FROM session s JOIN attendance a ON a.session = s.id AND a.person = ?1
         WHERE s.held_on = ?3 AND s.id <> ?2 AND s.voided = 0 AND a.outcome = 'present' AND a.voided = 0",
    )?;
    let rows = statement
        .query_map(params![person.bytes(), session.bytes(), Day(day)], |row| row.get(0).map(SessionId::from_bytes))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
