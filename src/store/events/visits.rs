//! What was marked of people over all sessions of a series, and who on the register a written name means.

use std::collections::HashMap;

use rusqlite::params;

use super::super::columns::{Code, moment};
use super::super::people::birth_of;
use crate::domain::clock::Moment;
use crate::domain::event::{EnrolmentSource, Outcome, RegisterOf};
use crate::domain::id::{EnrolmentId, PersonId, SessionId};
use crate::domain::person::{BirthDate, PersonName};
use crate::store::{StoreError, Tx};

/// The sessions meant, as a condition on `s`, and the id that it asks for.
fn sessions_of(of: &RegisterOf) -> (&'static str, &[u8; 16]) {
    match of {
        RegisterOf::Series(series) => ("s.series = ?1", series.bytes()),
        RegisterOf::Session(session) => ("s.id = ?1", session.bytes()),
    }
}

/// Every mark of a series, or of a one-off session: person and session to what was marked.
pub fn outcomes(tx: &Tx, of: RegisterOf) -> Result<HashMap<(PersonId, SessionId), Outcome>, StoreError> {
    let (those, id) = sessions_of(&of);
    let mut statement = tx.prepare_cached(&format!(
        "SELECT a.person, a.session, a.outcome FROM session s JOIN attendance a ON a.session = s.id AND a.voided = 0
         WHERE s.voided = 0 AND {those}"
    ))?;
    let rows = statement.query_map(params![id], |row| {
        let key = (PersonId::from_bytes(row.get(0)?), SessionId::from_bytes(row.get(1)?));
        Ok((key, row.get::<_, Code<Outcome>>(2)?.0))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whether anything was marked of somebody in a series or at a one-off session.
pub fn has_any(tx: &Tx, of: RegisterOf, person: PersonId) -> Result<bool, StoreError> {
    let (those, id) = sessions_of(&of);
    let sql = format!(
        "SELECT 1 FROM session s JOIN attendance a ON a.session = s.id AND a.voided = 0
         WHERE s.voided = 0 AND {those} AND a.person = ?2"
    );
    Ok(tx.prepare_cached(&sql)?.exists(params![id, person.bytes()])?)
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

/// The certificate numbers of a year whose completion was taken back: a paper with them may be in somebody's hands.
pub fn taken_back_certificates(tx: &Tx, year: i32) -> Result<Vec<String>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT json_extract(c.before, '$.certificate') FROM enrolment e JOIN row_change c ON c.row_key = e.id
         WHERE e.certificate IS NULL AND c.table_name = 'enrolment' AND c.before IS NOT NULL
           AND json_extract(c.before, '$.certificate') GLOB ?1",
    )?;
    let rows = statement.query_map([format!("{year:04}-*")], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
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
