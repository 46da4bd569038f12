//! Who is expected: enrolments of a series or of a one-off session, and the list of those who wait for a place.

use rusqlite::{OptionalExtension, Row, params};

use super::super::columns::{Code, Count, Day, moment, read_moment};
use crate::domain::clock::Moment;
use crate::domain::event::{EnrolmentSource, RegisterOf};
use crate::domain::id::{DeedId, EnrolmentId, PersonId, SeriesId, SessionId, StaffId};
use crate::store::{StoreError, Tx};
use chrono::NaiveDate;

/// An enrolment as it lies in the file.
#[derive(Clone, PartialEq, Debug)]
pub struct EnrolmentRow {
    /// Identity.
    pub id: EnrolmentId,
    /// Who.
    pub person: PersonId,
    /// First day on which they are expected.
    pub from_on: NaiveDate,
    /// Last day, for those who left.
    pub until_on: Option<NaiveDate>,
    /// How they came onto the list.
    pub source: EnrolmentSource,
    /// Since when they wait for a place; none for those who have one.
    pub waiting_since: Option<Moment>,
    /// The day on which they completed the course.
    pub completed_on: Option<NaiveDate>,
    /// The number of their certificate.
    pub certificate: Option<String>,
    /// Why they left.
    pub left_reason: String,
}

impl EnrolmentRow {
    /// Whether they wait for a place.
    pub fn is_waiting(&self) -> bool {
        self.waiting_since.is_some()
    }

    /// Whether they are expected on a day: of a series from their first day until their last, of a one-off session in any case. Who came
    /// onto the list by standing there is expected from the next time on.
    pub fn is_expected(&self, of: RegisterOf, day: NaiveDate) -> bool {
        let is_spot = self.source == EnrolmentSource::Spot;
        let begun = match of {
            RegisterOf::Series(_) if is_spot => self.from_on < day,
            RegisterOf::Series(_) => self.from_on <= day,
            RegisterOf::Session(_) => !is_spot,
        };
        !self.is_waiting() && begun && self.until_on.is_none_or(|until| day <= until)
    }
}

/// An enrolment to be written.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct NewEnrolment {
    /// Identity.
    pub id: EnrolmentId,
    /// In what.
    pub of: RegisterOf,
    /// Who.
    pub person: PersonId,
    /// First day.
    pub from_on: NaiveDate,
    /// How.
    pub source: EnrolmentSource,
    /// Whether they wait for a place.
    pub waiting: bool,
}

const ENROLMENT: &str = "SELECT id, person, from_on, until_on, source, iif(waiting, waiting_since, NULL), completed_on,
        certificate, left_reason FROM enrolment WHERE voided = 0";

fn enrolment_of(row: &Row<'_>) -> rusqlite::Result<EnrolmentRow> {
    let waiting_since: Option<String> = row.get(5)?;
    Ok(EnrolmentRow {
        id: EnrolmentId::from_bytes(row.get(0)?),
        person: PersonId::from_bytes(row.get(1)?),
        from_on: row.get::<_, Day>(2)?.0,
        until_on: row.get::<_, Option<Day>>(3)?.map(|day| day.0),
        source: row.get::<_, Code<EnrolmentSource>>(4)?.0,
        waiting_since: waiting_since.map(|text| read_moment(&text)).transpose()?,
        completed_on: row.get::<_, Option<Day>>(6)?.map(|day| day.0),
        certificate: row.get(7)?,
        left_reason: row.get(8)?,
    })
}

/// The column that names it, with the bytes.
fn place(of: &RegisterOf) -> (&'static str, &[u8; 16]) {
    match of {
        RegisterOf::Series(series) => ("series", series.bytes()),
        RegisterOf::Session(session) => ("session", session.bytes()),
    }
}

/// Everybody who is or was enrolled, ended ones and those who wait too, the longest there first.
pub fn of(tx: &Tx, of: RegisterOf) -> Result<Vec<EnrolmentRow>, StoreError> {
    let (column, id) = place(&of);
    let mut statement = tx.prepare_cached(&format!("{ENROLMENT} AND {column} = ?1 ORDER BY from_on, id"))?;
    Ok(statement.query_map(params![id], enrolment_of)?.collect::<Result<_, _>>()?)
}

/// The enrolment that somebody has now: expected or waiting, and not ended.
pub fn present(tx: &Tx, of: RegisterOf, person: PersonId) -> Result<Option<EnrolmentRow>, StoreError> {
    let (column, id) = place(&of);
    Ok(tx
        .prepare_cached(&format!("{ENROLMENT} AND {column} = ?1 AND person = ?2 AND until_on IS NULL"))?
        .query_row(params![id, person.bytes()], enrolment_of)
        .optional()?)
}

/// All that somebody has or had of one series or session, the latest last.
pub fn of_person(tx: &Tx, of: RegisterOf, person: PersonId) -> Result<Vec<EnrolmentRow>, StoreError> {
    let (column, id) = place(&of);
    let mut statement =
        tx.prepare_cached(&format!("{ENROLMENT} AND person = ?2 AND {column} = ?1 ORDER BY from_on, id"))?;
    Ok(statement.query_map(params![id, person.bytes()], enrolment_of)?.collect::<Result<_, _>>()?)
}

/// Enrols somebody. Fails with `Constraint` where they are enrolled: ask [`present`] before.
pub fn add(tx: &Tx, new: &NewEnrolment, at: Moment, by: StaffId) -> Result<(), StoreError> {
    tx.prepare_cached(
        "INSERT INTO enrolment (id, series, session, person, from_on, source, waiting, waiting_since, added_at, added_by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, iif(?7, ?8, NULL), ?8, ?9)",
    )?
    .execute(params![
        new.id.bytes(),
        new.of.series().as_ref().map(SeriesId::bytes),
        new.of.session().as_ref().map(SessionId::bytes),
        new.person.bytes(),
        Day(new.from_on),
        Code(new.source),
        new.waiting,
        moment(at),
        by.bytes()
    ])?;
    Ok(())
}

/// Somebody leaves: the last day on which they are expected, and why. Never before their first.
pub fn end(tx: &Tx, id: EnrolmentId, until: NaiveDate, reason: &str) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE enrolment SET until_on = max(?2, from_on), left_reason = ?3 WHERE id = ?1")?
        .execute(params![id.bytes(), Day(until), reason])?;
    Ok(())
}

/// Somebody who waited takes a place, from a day on.
pub fn admit(tx: &Tx, id: EnrolmentId, from: NaiveDate) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE enrolment SET waiting = 0, from_on = ?2, source = 'waiting' WHERE id = ?1")?
        .execute(params![id.bytes(), Day(from)])?;
    Ok(())
}

/// An enrolment that should not have been.
pub fn void(tx: &Tx, id: EnrolmentId) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE enrolment SET voided = 1 WHERE id = ?1")?.execute(params![id.bytes()])?;
    Ok(())
}

/// Somebody completed the course.
pub fn complete(tx: &Tx, id: EnrolmentId, on: NaiveDate, certificate: &str) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE enrolment SET completed_on = ?2, certificate = ?3 WHERE id = ?1")?.execute(params![
        id.bytes(),
        Day(on),
        certificate
    ])?;
    Ok(())
}

/// Those who wait for a place, in the order in which they are admitted.
pub fn waiting(tx: &Tx, of: RegisterOf) -> Result<Vec<EnrolmentRow>, StoreError> {
    let (column, id) = place(&of);
    let mut statement = tx.prepare_cached(&format!(
        "{ENROLMENT} AND {column} = ?1 AND waiting = 1 AND until_on IS NULL ORDER BY waiting_since, id"
    ))?;
    Ok(statement.query_map(params![id], enrolment_of)?.collect::<Result<_, _>>()?)
}

/// Whose enrolment a deed changed; of several one.
pub fn of_deed(tx: &Tx, deed: DeedId) -> Result<Option<PersonId>, StoreError> {
    Ok(tx
        .prepare_cached(
            "SELECT e.person FROM row_change r JOIN enrolment e ON e.id = r.row_key
             WHERE r.deed = ?1 AND r.table_name = 'enrolment' ORDER BY r.seq LIMIT 1",
        )?
        .query_row(params![deed.bytes()], |row| row.get(0).map(PersonId::from_bytes))
        .optional()?)
}

/// How many places are taken.
pub fn taken(tx: &Tx, of: RegisterOf) -> Result<usize, StoreError> {
    let (column, id) = place(&of);
    let sql = format!(
        "SELECT count(*) FROM enrolment WHERE {column} = ?1 AND voided = 0 AND until_on IS NULL AND waiting = 0 AND source <> 'spot'"
    );
    Ok(tx.prepare_cached(&sql)?.query_row(params![id], |row| Ok(row.get::<_, Count>(0)?.0))?)
}

/// The certificate numbers given in a year, as they are written (`2026-017`): the next one follows the greatest.
pub fn certificates(tx: &Tx, year: i32) -> Result<Vec<String>, StoreError> {
    let mut statement = tx.prepare_cached("SELECT certificate FROM enrolment WHERE certificate GLOB ?1")?;
    let rows = statement.query_map([format!("{year:04}-*")], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
