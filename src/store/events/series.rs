//! Series: clubs, courses, groups, with the rule by which their days come.

use rusqlite::types::FromSqlError;
use rusqlite::{OptionalExtension, Row, ToSql, params, params_from_iter};

use super::super::columns::{Count, Day};
use super::{Framed, frame_columns, frame_of, frame_sets};
use crate::domain::event::{Recurrence, SeriesDraft};
use crate::domain::id::{SeriesId, SessionId};
use crate::store::{StoreError, Tx};
use chrono::NaiveDate;

/// A series as it lies in the file.
#[derive(Clone, PartialEq, Debug)]
pub struct SeriesRow {
    /// Identity.
    pub id: SeriesId,
    /// The office's own key, from an import.
    pub key: Option<String>,
    /// What its form says.
    pub draft: SeriesDraft,
    /// The day on which it was ended before its time.
    pub ended_on: Option<NaiveDate>,
}

const SERIES: &str =
    concat!("SELECT s.id, s.key, s.rule, s.ended_on, ", frame_columns!("s"), " FROM series s WHERE s.voided = 0");

fn series_of(row: &Row<'_>) -> rusqlite::Result<SeriesRow> {
    let rule: String = row.get(2)?;
    let rule: Recurrence = serde_json::from_str(&rule).map_err(|_| FromSqlError::InvalidType)?;
    Ok(SeriesRow {
        id: SeriesId::from_bytes(row.get(0)?),
        key: row.get(1)?,
        draft: SeriesDraft { frame: frame_of(row, 4)?, rule },
        ended_on: row.get::<_, Option<Day>>(3)?.map(|day| day.0),
    })
}

/// One series.
pub fn get(tx: &Tx, id: SeriesId) -> Result<Option<SeriesRow>, StoreError> {
    Ok(tx.prepare_cached(&format!("{SERIES} AND s.id = ?1"))?.query_row(params![id.bytes()], series_of).optional()?)
}

/// Every series, those under way before those that ended, the latest first.
pub fn all(tx: &Tx) -> Result<Vec<SeriesRow>, StoreError> {
    let mut statement =
        tx.prepare_cached(&format!("{SERIES} ORDER BY s.ended_on IS NOT NULL, s.starts_on DESC, s.id DESC"))?;
    Ok(statement.query_map([], series_of)?.collect::<Result<_, _>>()?)
}

/// Adds a series; its sessions are added apart.
pub fn add(tx: &Tx, id: SeriesId, key: Option<&str>, draft: &SeriesDraft) -> Result<(), StoreError> {
    let framed = Framed::of(&draft.frame);
    let rule = rule(&draft.rule)?;
    let mut values: Vec<Box<dyn ToSql + '_>> = vec![
        Box::new(*id.bytes()),
        Box::new(rule),
        Box::new(Day(draft.rule.starts_on)),
        Box::new(Day(draft.rule.ends_on)),
        Box::new(key),
    ];
    values.extend(framed.values());
    tx.prepare_cached(
        "INSERT INTO series (id, rule, starts_on, ends_on, key, kind, title, start_time, end_time, programme, settlement,
             rural, room, partner, trainer, trainer_name, audience, age_from, age_to, capacity, restricted, note)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22)",
    )?
    .execute(params_from_iter(values))?;
    Ok(())
}

/// Writes what a form says now.
pub fn change(tx: &Tx, id: SeriesId, draft: &SeriesDraft) -> Result<(), StoreError> {
    let framed = Framed::of(&draft.frame);
    let rule = rule(&draft.rule)?;
    let mut values: Vec<Box<dyn ToSql + '_>> = vec![
        Box::new(*id.bytes()),
        Box::new(rule),
        Box::new(Day(draft.rule.starts_on)),
        Box::new(Day(draft.rule.ends_on)),
    ];
    values.extend(framed.values());
    let sql = format!("UPDATE series SET rule = ?2, starts_on = ?3, ends_on = ?4, {} WHERE id = ?1", frame_sets(5));
    tx.prepare_cached(&sql)?.execute(params_from_iter(values))?;
    Ok(())
}

/// A rule as text. It is the program's own: were it not to become one, the file could not be read again.
fn rule(rule: &Recurrence) -> Result<String, StoreError> {
    serde_json::to_string(rule).map_err(|_| StoreError::Damaged)
}

/// Writes the day on which a series was ended; none: it goes on.
pub fn end(tx: &Tx, id: SeriesId, on: Option<NaiveDate>) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE series SET ended_on = ?2 WHERE id = ?1")?.execute(params![id.bytes(), on.map(Day)])?;
    Ok(())
}

/// What a list says of a series beside its form.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct SeriesCounts {
    /// Sessions that are closed.
    pub held: usize,
    /// Sessions that are to come or to be marked.
    pub planned: usize,
    /// Those expected on the day.
    pub enrolled: usize,
    /// Those who wait for a place.
    pub waiting: usize,
    /// The next session that is not closed, from that day on.
    pub next: Option<(SessionId, NaiveDate)>,
}

/// What a list says of a series on a day.
pub fn counts(tx: &Tx, id: SeriesId, today: NaiveDate) -> Result<SeriesCounts, StoreError> {
    let (held, planned) = tx
        .prepare_cached(
            "SELECT count(*) FILTER (WHERE status = 'held'), count(*) FILTER (WHERE status = 'planned')
             FROM session WHERE series = ?1 AND voided = 0",
        )?
        .query_row(params![id.bytes()], |row| Ok((row.get::<_, Count>(0)?.0, row.get::<_, Count>(1)?.0)))?;
    let (enrolled, waiting) = tx
        .prepare_cached(
            "SELECT count(*) FILTER (WHERE waiting = 0), count(*) FILTER (WHERE waiting = 1)
             FROM enrolment WHERE series = ?1 AND voided = 0 AND until_on IS NULL",
        )?
        .query_row(params![id.bytes()], |row| Ok((row.get::<_, Count>(0)?.0, row.get::<_, Count>(1)?.0)))?;
    let next = tx
        .prepare_cached(
            "SELECT id, held_on FROM session WHERE series = ?1 AND voided = 0 AND status = 'planned' AND held_on >= ?2
             ORDER BY held_on, start_time LIMIT 1",
        )?
        .query_row(params![id.bytes(), Day(today)], |row| {
            Ok((SessionId::from_bytes(row.get(0)?), row.get::<_, Day>(1)?.0))
        })
        .optional()?;
    Ok(SeriesCounts { held, planned, enrolled, waiting, next })
}
