//! The office's own facts: name, community, the id of this file as the owner of a journal chain.

use rusqlite::{OptionalExtension, params};

use super::{StoreError, Tx};
use crate::domain::id::SiteId;

/// Name of the office.
pub const OFFICE_NAME: &str = "office-name";
/// Code of its community in the national codifier.
pub const COMMUNITY: &str = "community";
/// Headings of the office's own lists and what they mean (JSON).
pub const IMPORT_HEADINGS: &str = "import-headings";
/// Id of this file as the owner of a journal chain.
const SITE: &str = "site";

/// A setting's value, where there is one.
pub fn get(tx: &Tx, key: &str) -> Result<Option<String>, StoreError> {
    Ok(tx
        .prepare_cached("SELECT value FROM setting WHERE key = ?1")?
        .query_row(params![key], |row| row.get(0))
        .optional()?)
}

/// Sets a setting.
pub fn put(tx: &Tx, key: &str, value: &str) -> Result<(), StoreError> {
    tx.prepare_cached(
        "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    )?
    .execute(params![key, value])?;
    Ok(())
}

/// The owner of this file's journal chain. Errors: `Damaged` when the file has none.
pub fn site(tx: &Tx) -> Result<SiteId, StoreError> {
    let text = get(tx, SITE)?.ok_or(StoreError::Damaged)?;
    text.parse().map(SiteId).map_err(|_| StoreError::Damaged)
}

/// Names the owner of this file's journal chain, once.
pub fn put_site(tx: &Tx, site: SiteId) -> Result<(), StoreError> {
    put(tx, SITE, &site.to_string())
}
