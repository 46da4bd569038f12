//! Forms that are not saved yet: one row a form, under the id of the deed that will save it.

use rusqlite::{OptionalExtension, Row, params};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::columns::{Code, moment, read_moment};
use super::{StoreError, Tx};
use crate::domain::clock::Moment;
use crate::domain::id::{DeedId, StaffId};
use crate::domain::staff::Role;

/// A kept form with the sign-in that has it open.
#[derive(Clone)]
pub struct DraftRow {
    /// The form's deed.
    pub deed: DeedId,
    /// Whose.
    pub staff: StaffId,
    /// The role it was typed under.
    pub role: Role,
    /// At which machine.
    pub desk: String,
    /// Which sign-in has it open; none has once the desk was locked or left.
    pub session: Option<Uuid>,
    /// The process of that sign-in.
    pub process: u32,
    /// The form's word.
    pub kind: String,
    /// What the form corrects.
    pub subject: Option<Uuid>,
    /// The form, JSON.
    pub content: Zeroizing<String>,
    /// When the form was first kept.
    pub opened_at: Moment,
    /// When it was kept last.
    pub kept_at: Moment,
    /// The last sign of life of the sign-in.
    pub alive_at: Moment,
}

fn of_row(row: &Row<'_>) -> rusqlite::Result<DraftRow> {
    let at = |column: usize| read_moment(row.get_ref(column)?.as_str().map_err(rusqlite::Error::from)?);
    Ok(DraftRow {
        deed: DeedId::from_bytes(row.get(0)?),
        staff: StaffId::from_bytes(row.get(1)?),
        role: row.get::<_, Code<Role>>(2)?.0,
        desk: row.get(3)?,
        session: row.get::<_, Option<[u8; 16]>>(4)?.map(Uuid::from_bytes),
        process: row.get(5)?,
        kind: row.get(6)?,
        subject: row.get::<_, Option<[u8; 16]>>(7)?.map(Uuid::from_bytes),
        content: Zeroizing::new(row.get(8)?),
        opened_at: at(9)?,
        kept_at: at(10)?,
        alive_at: at(11)?,
    })
}

/// A kept form.
pub fn get(tx: &Tx, deed: DeedId) -> Result<Option<DraftRow>, StoreError> {
    Ok(tx
        .prepare_cached(
            "SELECT id, staff, role, desk, session, process, kind, subject, content, opened_at, kept_at, alive_at
             FROM draft WHERE id = ?1",
        )?
        .query_row(params![deed.bytes()], of_row)
        .optional()?)
}

/// The forms of a member of staff, the last kept first.
pub fn of_staff(tx: &Tx, staff: StaffId) -> Result<Vec<DraftRow>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT id, staff, role, desk, session, process, kind, subject, content, opened_at, kept_at, alive_at
         FROM draft WHERE staff = ?1 ORDER BY kept_at DESC, id",
    )?;
    let rows = statement.query_map(params![staff.bytes()], of_row)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Keeps a form; of a form that is kept already the moment it was opened and the role it was begun under stay.
pub fn put(tx: &Tx, draft: &DraftRow) -> Result<(), StoreError> {
    tx.prepare_cached(
        "INSERT INTO draft (id, staff, role, desk, session, process, kind, subject, content, opened_at, kept_at, alive_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
         ON CONFLICT (id) DO UPDATE SET desk = excluded.desk, session = excluded.session,
             process = excluded.process, content = excluded.content, kept_at = excluded.kept_at, alive_at = excluded.alive_at",
    )?
    .execute(params![
        draft.deed.bytes(),
        draft.staff.bytes(),
        Code(draft.role),
        draft.desk,
        draft.session.as_ref().map(Uuid::as_bytes),
        draft.process,
        draft.kind,
        draft.subject.as_ref().map(Uuid::as_bytes),
        draft.content.as_str(),
        moment(draft.opened_at),
        moment(draft.kept_at),
        moment(draft.alive_at),
    ])?;
    Ok(())
}

/// The form is saved or thrown away.
pub fn remove(tx: &Tx, deed: DeedId) -> Result<(), StoreError> {
    tx.prepare_cached("DELETE FROM draft WHERE id = ?1")?.execute(params![deed.bytes()])?;
    Ok(())
}

/// The forms of a sign-in are open still.
pub fn touch(tx: &Tx, session: Uuid, at: Moment) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE draft SET alive_at = ?2 WHERE session = ?1")?
        .execute(params![session.as_bytes(), moment(at)])?;
    Ok(())
}

/// No sign-in has these forms open any more.
pub fn release(tx: &Tx, session: Uuid) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE draft SET session = NULL WHERE session = ?1")?.execute(params![session.as_bytes()])?;
    Ok(())
}

/// Forms kept before this moment have lain long enough. Compared as days are written, so an hour of summer time does not matter.
pub fn purge(tx: &Tx, before: Moment) -> Result<(), StoreError> {
    tx.prepare_cached("DELETE FROM draft WHERE kept_at < ?1")?.execute(params![moment(before)])?;
    Ok(())
}
