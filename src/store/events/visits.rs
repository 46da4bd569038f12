//! What was marked of people over all sessions of a series, and who on the register a written name means.

use std::collections::HashMap;

use rusqlite::params;

use super::super::columns::{Code, moment};
use super::super::people::birth_of;
use crate::domain::clock::Moment;
use crate::domain::event::{EnrolmentSource, Outcome, RegisterOf};
use crate::domain::id::{EnrolmentId, PersonId, SeriesId, SessionId};
use crate::domain::person::{BirthDate, PersonName};
use crate::store::{StoreError, Tx};

/// Every mark of a series, or of a one-off session: person and session to what was marked.
pub fn outcomes(tx: &Tx, of: RegisterOf) -> Result<HashMap<(PersonId, SessionId), Outcome>, StoreError> {
    let (series, session) = (of.series(), of.session());
    let mut statement = tx.prepare_cached(
        "SELECT a.person, a.session, a.outcome FROM session s JOIN attendance a ON a.session = s.id AND a.voided = 0
         WHERE s.voided = 0 AND (s.series = ?1 OR s.id = ?2)",
    )?;
    let ids = params![series.as_ref().map(SeriesId::bytes), session.as_ref().map(SessionId::bytes)];
    let rows = statement.query_map(ids, |row| {
        let key = (PersonId::from_bytes(row.get(0)?), SessionId::from_bytes(row.get(1)?));
        Ok((key, row.get::<_, Code<Outcome>>(2)?.0))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whether anything was marked of somebody in a series or at a one-off session.
pub fn has_any(tx: &Tx, of: RegisterOf, person: PersonId) -> Result<bool, StoreError> {
    let (series, session) = (of.series(), of.session());
    Ok(tx
        .prepare_cached(
            "SELECT 1 FROM attendance a JOIN session s ON s.id = a.session
             WHERE a.person = ?3 AND a.voided = 0 AND s.voided = 0 AND (s.series = ?1 OR s.id = ?2)",
        )?
        .exists(params![
            series.as_ref().map(SeriesId::bytes),
            session.as_ref().map(SessionId::bytes),
            person.bytes()
        ])?)
}

/// Somebody who was written down on the spot is on the list from now on, or waits: their first day stays what it was.
pub fn settle(
    tx: &Tx,
    id: EnrolmentId,
    (source, waiting): (EnrolmentSource, bool),
    at: Moment,
) -> Result<(), StoreError> {
    tx.prepare_cached(
        "UPDATE enrolment SET source = ?2, waiting = ?3, waiting_since = iif(?3, ?4, NULL) WHERE id = ?1",
    )?
    .execute(params![id.bytes(), Code(source), waiting, moment(at)])?;
    Ok(())
}

/// The name and birth of everybody on the register: which of them a list means is for the caller to compare, since apostrophes and capitals
/// of old entries differ.
pub fn everybody(tx: &Tx, mut each: impl FnMut(PersonId, PersonName, Option<BirthDate>)) -> Result<(), StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT id, surname, given_name, patronymic, birth_date, birth_precision FROM person
         WHERE merged_into IS NULL AND voided_on IS NULL",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let name = PersonName { surname: row.get(1)?, given: row.get(2)?, patronymic: row.get(3)? };
        each(PersonId::from_bytes(row.get(0)?), name, birth_of(row, 4)?);
    }
    Ok(())
}
