//! Sessions, series and marks as files of events have them: found by keys, written in masses, read in the order of days.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveTime};
use rusqlite::types::FromSqlError;
use rusqlite::{OptionalExtension, Row, params};
use uuid::Uuid;

use super::columns::{Day, moment};
use super::{StoreError, Tx};
use crate::domain::clock::Moment;
use crate::domain::event::{Audience, EventKindCode, Hours, Outcome, Recurrence, SessionStatus};
use crate::domain::id::{PersonId, SeriesId, SessionId, StaffId};
use crate::domain::stock::{PartnerCode, ProgrammeCode};

/// A session as a file has it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SessionRow {
    /// Identity.
    pub id: SessionId,
    /// The office's own key.
    pub key: Option<String>,
    /// Its series.
    pub series: Option<SeriesId>,
    /// What it is.
    pub kind: EventKindCode,
    /// Title.
    pub title: String,
    /// The day; of a campaign the first one.
    pub held_on: NaiveDate,
    /// From when until when.
    pub hours: Hours,
    /// Under which programme.
    pub programme: Option<ProgrammeCode>,
    /// Where, as written.
    pub settlement: String,
    /// Whether that is rural; none: as the settlement says.
    pub rural: Option<bool>,
    /// For whom.
    pub audience: Option<Audience>,
    /// With whom together.
    pub partner: Option<PartnerCode>,
    /// Who of the staff holds it.
    pub trainer: Option<StaffId>,
    /// Who else holds it.
    pub trainer_name: String,
    /// Women, men and children who are not named.
    pub heads: [u32; 3],
    /// Where it stands.
    pub status: SessionStatus,
    /// Whether it is restricted.
    pub restricted: bool,
}

/// A session with what an export says of it besides.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SessionOut {
    /// The session.
    pub row: SessionRow,
    /// Key of its series; empty for none.
    pub series: String,
    /// Who of the staff holds the series.
    pub series_trainer: Option<StaffId>,
    /// Whether it or its series is restricted.
    pub restricted: bool,
}

/// A mark as a file has it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StoredMark {
    /// Identity.
    pub id: Uuid,
    /// Whether they were on the list.
    pub expected: bool,
    /// Whether they came.
    pub outcome: Outcome,
}

/// Who marks, when and where.
#[derive(Clone, Copy, Debug)]
pub struct Marking<'a> {
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: StaffId,
    /// At which desk.
    pub desk: &'a str,
}

/// What the first session of a series of a file says of all of it.
#[derive(Clone, Copy, Debug)]
pub struct NewSeries<'a> {
    /// Identity.
    pub id: SeriesId,
    /// The office's own key.
    pub key: &'a str,
    /// Its first session.
    pub first: &'a SessionRow,
    /// Whether all of it is restricted.
    pub restricted: bool,
    /// The rule: of no days.
    pub rule: &'a Recurrence,
}

const COLUMNS: &str = "s.id, s.key, s.series, s.kind, s.title, coalesce(s.starts_on, s.held_on), s.start_time, s.end_time,
     s.programme, s.settlement, s.rural, s.audience, s.partner, s.trainer, s.trainer_name, s.unnamed_women, s.unnamed_men,
     s.unnamed_children, s.status, s.restricted";

fn word<T: Copy>(row: &Row<'_>, at: usize, all: &[T], code: fn(T) -> &'static str) -> rusqlite::Result<T> {
    let text: String = row.get(at)?;
    all.iter().copied().find(|one| code(*one) == text).ok_or_else(|| FromSqlError::InvalidType.into())
}

fn time(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<NaiveTime>> {
    let text: Option<String> = row.get(at)?;
    let read = |text: String| NaiveTime::parse_from_str(&text, "%H:%M").map_err(|_| FromSqlError::InvalidType.into());
    text.map(read).transpose()
}

fn clock(time: Option<NaiveTime>) -> Option<String> {
    time.map(|time| time.format("%H:%M").to_string())
}

fn row_of(row: &Row<'_>) -> rusqlite::Result<SessionRow> {
    let audience = row.get_ref(11)?.as_str_or_null()?.is_some().then(|| word(row, 11, &Audience::ALL, Audience::code));
    Ok(SessionRow {
        id: SessionId::from_bytes(row.get(0)?),
        key: row.get(1)?,
        series: row.get::<_, Option<[u8; 16]>>(2)?.map(SeriesId::from_bytes),
        kind: EventKindCode(row.get(3)?),
        title: row.get(4)?,
        held_on: row.get::<_, Day>(5)?.0,
        hours: Hours { start: time(row, 6)?, end: time(row, 7)? },
        programme: row.get::<_, Option<String>>(8)?.map(ProgrammeCode),
        settlement: row.get(9)?,
        rural: row.get(10)?,
        audience: audience.transpose()?,
        partner: row.get::<_, Option<String>>(12)?.map(PartnerCode),
        trainer: row.get::<_, Option<[u8; 16]>>(13)?.map(StaffId::from_bytes),
        trainer_name: row.get(14)?,
        heads: [row.get(15)?, row.get(16)?, row.get(17)?],
        status: word(row, 18, &SessionStatus::ALL, SessionStatus::code)?,
        restricted: row.get(19)?,
    })
}

/// The session of an office's own key, also one whose file was taken back.
pub fn session_by_key(tx: &Tx, key: &str) -> Result<Option<SessionId>, StoreError> {
    Ok(tx
        .prepare_cached("SELECT id FROM session WHERE key = ?1")?
        .query_row(params![key], |row| row.get(0).map(SessionId::from_bytes))
        .optional()?)
}

/// A session.
pub fn session(tx: &Tx, id: SessionId) -> Result<Option<SessionRow>, StoreError> {
    Ok(tx
        .prepare_cached(&format!("SELECT {COLUMNS} FROM session s WHERE s.id = ?1 AND s.voided = 0"))?
        .query_row(params![id.bytes()], row_of)
        .optional()?)
}

/// Adds a session. A campaign is of one day, and what it gives lies in the storeroom. In a series it stands on its own day, as if by the rule;
/// a second one of a day is an extra one.
pub fn insert_session(tx: &Tx, row: &SessionRow) -> Result<(), StoreError> {
    tx.prepare_cached(
        "INSERT INTO session (id, key, series, kind, title, held_on, starts_on, ends_on, location, start_time, end_time, programme,
             settlement, rural, audience, partner, trainer, trainer_name, unnamed_women, unnamed_men, unnamed_children, status, restricted,
             planned_on)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, iif(?4 = 'campaign', ?6, NULL), iif(?4 = 'campaign', ?6, NULL),
             iif(?4 = 'campaign', 'storeroom', NULL), ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20,
             iif(?3 IS NULL OR EXISTS (SELECT 1 FROM session WHERE series = ?3 AND planned_on = ?6 AND voided = 0), NULL, ?6))",
    )?
    .execute(params![
        row.id.bytes(),
        row.key,
        row.series.map(|series| *series.bytes()),
        row.kind.0,
        row.title,
        Day(row.held_on),
        clock(row.hours.start),
        clock(row.hours.end),
        row.programme.as_ref().map(ProgrammeCode::as_str),
        row.settlement,
        row.rural,
        row.audience.map(Audience::code),
        row.partner.as_ref().map(PartnerCode::as_str),
        row.trainer.map(|staff| *staff.bytes()),
        row.trainer_name,
        row.heads[0],
        row.heads[1],
        row.heads[2],
        row.status.code(),
        row.restricted,
    ])?;
    Ok(())
}

/// Writes what a file may change of a session; the days of a campaign are its own screen's. What was taken back is there again.
pub fn update_session(tx: &Tx, row: &SessionRow) -> Result<(), StoreError> {
    tx.prepare_cached(
        "UPDATE session SET series = ?2, kind = ?3, title = ?4, held_on = iif(?3 = 'campaign', held_on, ?5), start_time = ?6,
             end_time = ?7, programme = ?8, settlement = ?9, rural = ?10, audience = ?11, partner = ?12, trainer = ?13,
             trainer_name = ?14, unnamed_women = ?15, unnamed_men = ?16, unnamed_children = ?17, status = ?18, restricted = ?19, voided = 0
         WHERE id = ?1",
    )?
    .execute(params![
        row.id.bytes(),
        row.series.map(|series| *series.bytes()),
        row.kind.0,
        row.title,
        Day(row.held_on),
        clock(row.hours.start),
        clock(row.hours.end),
        row.programme.as_ref().map(ProgrammeCode::as_str),
        row.settlement,
        row.rural,
        row.audience.map(Audience::code),
        row.partner.as_ref().map(PartnerCode::as_str),
        row.trainer.map(|staff| *staff.bytes()),
        row.trainer_name,
        row.heads[0],
        row.heads[1],
        row.heads[2],
        row.status.code(),
        row.restricted,
    ])?;
    Ok(())
}

/// The series of an office's own key, or of an id; one whose file was taken back is there again.
pub fn series_by(tx: &Tx, key: &str, id: Option<SeriesId>) -> Result<Option<SeriesId>, StoreError> {
    let found = tx
        .prepare_cached("SELECT id FROM series WHERE key = ?1 OR id = ?2")?
        .query_row(params![key, id.map(|id| *id.bytes())], |row| row.get(0).map(SeriesId::from_bytes))
        .optional()?;
    if let Some(series) = found {
        tx.prepare_cached("UPDATE series SET voided = 0 WHERE id = ?1 AND voided = 1")?
            .execute(params![series.bytes()])?;
    }
    Ok(found)
}

/// Adds a series that has no rule but its sessions.
pub fn insert_series(tx: &Tx, series: &NewSeries<'_>) -> Result<(), StoreError> {
    let row = series.first;
    tx.prepare_cached(
        "INSERT INTO series (id, key, kind, title, programme, settlement, rural, partner, trainer, trainer_name, audience, restricted, rule,
             starts_on, ends_on, start_time, end_time)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
    )?
    .execute(params![
        series.id.bytes(),
        series.key,
        row.kind.0,
        row.title,
        row.programme.as_ref().map(ProgrammeCode::as_str),
        row.settlement,
        row.rural,
        row.partner.as_ref().map(PartnerCode::as_str),
        row.trainer.map(|staff| *staff.bytes()),
        row.trainer_name,
        row.audience.map(Audience::code),
        series.restricted,
        rule_text(series.rule)?,
        Day(series.rule.starts_on),
        Day(series.rule.ends_on),
        clock(row.hours.start),
        clock(row.hours.end),
    ])?;
    Ok(())
}

/// The rule of a series.
pub fn rule(tx: &Tx, series: SeriesId) -> Result<Option<Recurrence>, StoreError> {
    let text: Option<String> = tx
        .prepare_cached("SELECT rule FROM series WHERE id = ?1")?
        .query_row(params![series.bytes()], |row| row.get(0))
        .optional()?;
    text.map(|text| serde_json::from_str(&text).map_err(|_| StoreError::Damaged)).transpose()
}

/// Writes another rule of a series.
pub fn set_rule(tx: &Tx, series: SeriesId, rule: &Recurrence) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE series SET rule = ?2, starts_on = ?3, ends_on = ?4 WHERE id = ?1")?.execute(params![
        series.bytes(),
        rule_text(rule)?,
        Day(rule.starts_on),
        Day(rule.ends_on)
    ])?;
    Ok(())
}

fn rule_text(rule: &Recurrence) -> Result<String, StoreError> {
    serde_json::to_string(rule).map_err(|_| StoreError::Damaged)
}

/// Every session with its series, by day, hour and key.
pub fn each_session(tx: &Tx, each: &mut dyn FnMut(SessionOut)) -> Result<(), StoreError> {
    let mut statement = tx.prepare_cached(&format!(
        "SELECT {COLUMNS}, e.id, e.key, e.trainer, coalesce(e.restricted, 0) FROM session s LEFT JOIN series e ON e.id = s.series
         WHERE s.voided = 0 ORDER BY coalesce(s.starts_on, s.held_on), coalesce(s.start_time, ''), coalesce(s.key, lower(hex(s.id)))"
    ))?;
    let mut rows = statement.query([])?;
    while let Some(found) = rows.next()? {
        let row = row_of(found)?;
        let series: Option<SeriesId> = found.get::<_, Option<[u8; 16]>>(20)?.map(SeriesId::from_bytes);
        let key: Option<String> = found.get(21)?;
        let restricted = row.restricted || found.get::<_, bool>(23)?;
        each(SessionOut {
            series: series.map(|id| key.unwrap_or_else(|| id.to_string())).unwrap_or_default(),
            series_trainer: found.get::<_, Option<[u8; 16]>>(22)?.map(StaffId::from_bytes),
            restricted,
            row,
        });
    }
    Ok(())
}

/// What is marked at a session, by person.
pub fn marks(tx: &Tx, session: SessionId) -> Result<HashMap<PersonId, StoredMark>, StoreError> {
    let mut statement =
        tx.prepare_cached("SELECT person, id, expected, outcome FROM attendance WHERE session = ?1 AND voided = 0")?;
    let rows = statement.query_map(params![session.bytes()], |row| {
        let mark = StoredMark {
            id: Uuid::from_bytes(row.get(1)?),
            expected: row.get(2)?,
            outcome: word(row, 3, &Outcome::ALL, Outcome::code)?,
        };
        Ok((PersonId::from_bytes(row.get(0)?), mark))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Adds a mark.
pub fn insert_mark(
    tx: &Tx,
    mark: StoredMark,
    session: SessionId,
    person: PersonId,
    marking: &Marking<'_>,
) -> Result<(), StoreError> {
    tx.prepare_cached(
        "INSERT INTO attendance (id, session, person, expected, outcome, source, marked_at, marked_by, desk)
         VALUES (?1, ?2, ?3, ?4, ?5, 'file', ?6, ?7, ?8)",
    )?
    .execute(params![
        mark.id.as_bytes(),
        session.bytes(),
        person.bytes(),
        mark.expected,
        mark.outcome.code(),
        moment(marking.at),
        marking.by.bytes(),
        marking.desk
    ])?;
    Ok(())
}

/// Writes another mark in the place of one.
pub fn update_mark(tx: &Tx, mark: StoredMark, marking: &Marking<'_>) -> Result<(), StoreError> {
    tx.prepare_cached(
        "UPDATE attendance SET expected = ?2, outcome = ?3, reason = iif(outcome = ?3, reason, ''), source = iif(source = 'spot', source, 'file'), marked_at = ?4,
             marked_by = ?5, desk = ?6 WHERE id = ?1",
    )?
    .execute(params![
        mark.id.as_bytes(),
        mark.expected,
        mark.outcome.code(),
        moment(marking.at),
        marking.by.bytes(),
        marking.desk
    ])?;
    Ok(())
}

/// Every mark of a session with the keys of its people, by key.
pub fn each_mark(tx: &Tx, session: SessionId, each: &mut dyn FnMut(&str, StoredMark)) -> Result<(), StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT p.key, p.id, a.id, a.expected, a.outcome FROM attendance a
         JOIN person p ON p.id = a.person AND p.merged_into IS NULL AND p.voided_on IS NULL
         WHERE a.session = ?1 AND a.voided = 0",
    )?;
    let rows = statement.query_map(params![session.bytes()], |row| {
        let key: Option<String> = row.get(0)?;
        let person = PersonId::from_bytes(row.get(1)?);
        let mark = StoredMark {
            id: Uuid::from_bytes(row.get(2)?),
            expected: row.get(3)?,
            outcome: word(row, 4, &Outcome::ALL, Outcome::code)?,
        };
        Ok((key.unwrap_or_else(|| person.to_string()), mark))
    })?;
    let mut marks = rows.collect::<Result<Vec<_>, _>>()?;
    // By the key, so that two offices with the same people write the same file.
    marks.sort_by(|one, other| one.0.cmp(&other.0));
    for (key, mark) in marks {
        each(&key, mark);
    }
    Ok(())
}

/// Expects at the next sessions of a series whoever was expected at its last marked one, from the first day on which they were marked: a
/// file has no other word for the list.
pub fn expect_as_last_time(
    tx: &Tx,
    series: SeriesId,
    (at, by): (Moment, StaffId),
    new_id: &mut dyn FnMut() -> Uuid,
) -> Result<(), StoreError> {
    let mut statement = tx.prepare_cached(
        "WITH last AS (
             SELECT s.id, s.held_on FROM session s WHERE s.series = ?1 AND s.voided = 0 AND s.status <> 'cancelled'
                 AND EXISTS (SELECT 1 FROM attendance a WHERE a.session = s.id AND a.voided = 0)
             ORDER BY s.held_on DESC, coalesce(s.start_time, '') DESC LIMIT 1)
         SELECT a.person, (SELECT min(f.held_on) FROM attendance b JOIN session f ON f.id = b.session
                           WHERE f.series = ?1 AND f.voided = 0 AND b.person = a.person AND b.voided = 0)
         FROM last JOIN attendance a ON a.session = last.id AND a.voided = 0 AND a.expected = 1
         WHERE EXISTS (SELECT 1 FROM session n WHERE n.series = ?1 AND n.voided = 0 AND n.status = 'planned' AND n.held_on > last.held_on)
             AND NOT EXISTS (SELECT 1 FROM enrolment e WHERE e.series = ?1 AND e.person = a.person AND e.voided = 0)
         ORDER BY a.id",
    )?;
    let people: Vec<([u8; 16], String)> = statement
        .query_map(params![series.bytes()], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    for (person, since) in people {
        tx.prepare_cached(
            "INSERT INTO enrolment (id, series, person, from_on, source, added_at, added_by)
             VALUES (?1, ?2, ?3, ?6, 'file', ?4, ?5)",
        )?
        .execute(params![new_id().as_bytes(), series.bytes(), person, moment(at), by.bytes(), since])?;
    }
    Ok(())
}
