//! Sessions: what is held on a day.

use rusqlite::{OptionalExtension, Row, ToSql, params, params_from_iter};

use super::super::columns::{Code, Day, id_maybe};
use super::{FRAME, Framed, Wall, frame_columns, frame_of, frame_sets};
use crate::domain::event::{Frame, Heads, Hours, SessionDraft, SessionStatus};
use crate::domain::id::{SeriesId, SessionId, StaffId};
use crate::store::{StoreError, Tx};
use chrono::NaiveDate;

/// A session as it lies in the file.
#[derive(Clone, PartialEq, Debug)]
pub struct SessionRow {
    /// Identity.
    pub id: SessionId,
    /// The series it belongs to.
    pub series: Option<SeriesId>,
    /// Whoever holds that series.
    pub series_trainer: Option<StaffId>,
    /// Its day.
    pub held_on: NaiveDate,
    /// The last day, of a campaign of several.
    pub until: Option<NaiveDate>,
    /// What it is.
    pub frame: Frame,
    /// Where it stands.
    pub status: SessionStatus,
    /// The day that the rule of its series gave it; none for a one-off and for an extra one.
    pub planned_on: Option<NaiveDate>,
    /// Why it was moved, cancelled or opened again.
    pub reason: String,
    /// Those who came and are not named.
    pub heads: Heads,
    /// The office's own key, from an import.
    pub key: Option<String>,
}

impl SessionRow {
    /// What its form says.
    pub fn draft(&self) -> SessionDraft {
        SessionDraft { frame: self.frame.clone(), held_on: self.held_on }
    }
}

const SESSION: &str = concat!(
    "SELECT s.id, s.series, r.trainer, s.held_on, s.ends_on, s.status, s.planned_on, s.reason, s.unnamed_women,
            s.unnamed_men, s.unnamed_children, s.key, ",
    frame_columns!("s"),
    " FROM session s LEFT JOIN series r ON r.id = s.series WHERE s.voided = 0"
);

fn session_of(row: &Row<'_>) -> rusqlite::Result<SessionRow> {
    let held_on = row.get::<_, Day>(3)?.0;
    Ok(SessionRow {
        id: SessionId::from_bytes(row.get(0)?),
        series: id_maybe(row, 1, SeriesId::from_bytes)?,
        series_trainer: id_maybe(row, 2, StaffId::from_bytes)?,
        held_on,
        until: row.get::<_, Option<Day>>(4)?.map(|day| day.0).filter(|until| *until > held_on),
        status: row.get::<_, Code<SessionStatus>>(5)?.0,
        planned_on: row.get::<_, Option<Day>>(6)?.map(|day| day.0),
        reason: row.get(7)?,
        heads: Heads { women: row.get(8)?, men: row.get(9)?, children: row.get(10)? },
        key: row.get(11)?,
        frame: frame_of(row, 12)?,
    })
}

/// One session, a campaign too.
pub fn get(tx: &Tx, id: SessionId) -> Result<Option<SessionRow>, StoreError> {
    Ok(tx.prepare_cached(&format!("{SESSION} AND s.id = ?1"))?.query_row(params![id.bytes()], session_of).optional()?)
}

/// Every session of a series, by day and hour.
pub fn of_series(tx: &Tx, series: SeriesId) -> Result<Vec<SessionRow>, StoreError> {
    let mut statement =
        tx.prepare_cached(&format!("{SESSION} AND s.series = ?1 ORDER BY s.held_on, s.start_time, s.id"))?;
    Ok(statement.query_map(params![series.bytes()], session_of)?.collect::<Result<_, _>>()?)
}

/// Everything held between two days, inclusive, by day, hour and title; campaigns that began before too, while they last.
pub fn between(tx: &Tx, from: NaiveDate, until: NaiveDate) -> Result<Vec<SessionRow>, StoreError> {
    let mut statement = tx.prepare_cached(&format!(
        "{SESSION} AND s.held_on BETWEEN ?1 AND ?2
         UNION ALL {SESSION} AND s.kind = 'campaign' AND s.held_on < ?1 AND s.ends_on >= ?1
         ORDER BY 4, 15, 14, 1"
    ))?;
    Ok(statement.query_map(params![Day(from), Day(until)], session_of)?.collect::<Result<_, _>>()?)
}

/// Adds a session: a one-off one, or one of a series. `planned_on` is the day of the series' rule.
pub fn add(
    tx: &Tx,
    id: SessionId,
    (frame, held_on): (&Frame, NaiveDate),
    of: Option<(SeriesId, Option<NaiveDate>)>,
) -> Result<(), StoreError> {
    let framed = Framed::of(frame);
    let series = of.map(|(series, _)| *series.bytes());
    let planned_on = of.and_then(|(_, planned_on)| planned_on).map(Day);
    let mut values: Vec<Box<dyn ToSql + '_>> =
        vec![Box::new(*id.bytes()), Box::new(series), Box::new(Day(held_on)), Box::new(planned_on)];
    values.extend(framed.values());
    tx.prepare_cached(
        "INSERT INTO session (id, series, held_on, planned_on, kind, title, start_time, end_time, programme, settlement,
             rural, room, partner, trainer, trainer_name, audience, age_from, age_to, capacity, restricted, note)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)",
    )?
    .execute(params_from_iter(values))?;
    Ok(())
}

/// Writes what a form says now.
pub fn change(tx: &Tx, id: SessionId, frame: &Frame, held_on: NaiveDate) -> Result<(), StoreError> {
    let framed = Framed::of(frame);
    let mut values: Vec<Box<dyn ToSql + '_>> = vec![Box::new(*id.bytes()), Box::new(Day(held_on))];
    values.extend(framed.values());
    debug_assert_eq!(values.len(), 2 + FRAME);
    tx.prepare_cached(&format!("UPDATE session SET held_on = ?2, {} WHERE id = ?1", frame_sets(3)))?
        .execute(params_from_iter(values))?;
    Ok(())
}

/// The session is on another day or hour.
pub fn move_to(tx: &Tx, id: SessionId, to: (NaiveDate, Hours), reason: &str) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE session SET held_on = ?2, start_time = ?3, end_time = ?4, reason = ?5 WHERE id = ?1")?
        .execute(params![id.bytes(), Day(to.0), to.1.start.map(Wall), to.1.end.map(Wall), reason])?;
    Ok(())
}

/// Writes where a session stands, and why.
pub fn set_status(tx: &Tx, id: SessionId, status: SessionStatus, reason: &str) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE session SET status = ?2, reason = ?3 WHERE id = ?1")?.execute(params![
        id.bytes(),
        Code(status),
        reason
    ])?;
    Ok(())
}

/// Writes how many came who are not named.
pub fn set_heads(tx: &Tx, id: SessionId, heads: Heads) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE session SET unnamed_women = ?2, unnamed_men = ?3, unnamed_children = ?4 WHERE id = ?1")?
        .execute(params![id.bytes(), heads.women, heads.men, heads.children])?;
    Ok(())
}

/// The session was never to be: the rule of its series has no such day any more.
pub fn void(tx: &Tx, id: SessionId) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE session SET voided = 1 WHERE id = ?1")?.execute(params![id.bytes()])?;
    Ok(())
}
