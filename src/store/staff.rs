//! Who works here. Passwords live in the key slots beside the file; a row here says what the holder of a slot may do.

use rusqlite::{OptionalExtension, Row, params};

use super::columns::{Code, Day, day};
use super::{StoreError, Tx};
use crate::domain::id::StaffId;
use crate::domain::staff::{Role, Staff};

fn of_row(row: &Row<'_>) -> rusqlite::Result<Staff> {
    Ok(Staff {
        id: StaffId::from_bytes(row.get(0)?),
        login: row.get(1)?,
        name: row.get(2)?,
        role: row.get::<_, Code<Role>>(3)?.0,
        disabled_on: row.get::<_, Option<Day>>(4)?.map(|day| day.0),
    })
}

/// A member of staff.
pub fn get(tx: &Tx, id: StaffId) -> Result<Option<Staff>, StoreError> {
    Ok(tx
        .prepare_cached("SELECT id, login, name, role, disabled_on FROM staff WHERE id = ?1")?
        .query_row(params![id.bytes()], of_row)
        .optional()?)
}

/// The holder of a login, disabled ones too.
pub fn by_login(tx: &Tx, login: &str) -> Result<Option<Staff>, StoreError> {
    Ok(tx
        .prepare_cached("SELECT id, login, name, role, disabled_on FROM staff WHERE login = ?1")?
        .query_row(params![login], of_row)
        .optional()?)
}

/// Everybody, disabled ones too, in the order in which they came.
pub fn list(tx: &Tx) -> Result<Vec<Staff>, StoreError> {
    let mut statement = tx.prepare_cached("SELECT id, login, name, role, disabled_on FROM staff ORDER BY id")?;
    let rows = statement.query_map([], of_row)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Adds a member of staff.
pub fn insert(tx: &Tx, staff: &Staff) -> Result<(), StoreError> {
    tx.prepare_cached("INSERT INTO staff (id, login, name, role, disabled_on) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![staff.id.bytes(), staff.login, staff.name, Code(staff.role), day(staff.disabled_on)])?;
    Ok(())
}

/// Writes what may change of a member of staff: name, role and whether they are disabled.
pub fn update(tx: &Tx, staff: &Staff) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE staff SET name = ?2, role = ?3, disabled_on = ?4 WHERE id = ?1")?.execute(params![
        staff.id.bytes(),
        staff.name,
        Code(staff.role),
        day(staff.disabled_on)
    ])?;
    Ok(())
}
