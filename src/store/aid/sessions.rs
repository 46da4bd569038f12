//! Things held on a day. Today: campaigns, at which aid is handed out.

use rusqlite::{OptionalExtension, params};

use crate::domain::id::SessionId;
use crate::store::columns::Day;
use crate::store::{StoreError, Tx};
use chrono::NaiveDate;

/// What an issue must know of a campaign.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CampaignRow {
    /// Its title.
    pub title: String,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// Whether it was called off.
    pub cancelled: bool,
}

/// A session of kind campaign.
pub fn campaign(tx: &Tx, session: SessionId) -> Result<Option<CampaignRow>, StoreError> {
    Ok(tx
        .prepare_cached(
            "SELECT title, coalesce(starts_on, held_on), status = 'cancelled' FROM session WHERE id = ?1 AND kind = 'campaign'",
        )?
        .query_row(params![session.bytes()], |row| {
            Ok(CampaignRow { title: row.get(0)?, starts_on: row.get::<_, Day>(1)?.0, cancelled: row.get(2)? })
        })
        .optional()?)
}

/// The campaign of an office's own key.
pub fn campaign_by_key(tx: &Tx, key: &str) -> Result<Option<SessionId>, StoreError> {
    Ok(tx
        .prepare_cached("SELECT id FROM session WHERE key = ?1 AND kind = 'campaign'")?
        .query_row(params![key], |row| row.get(0).map(SessionId::from_bytes))
        .optional()?)
}

/// The office's own key of a campaign; none where it has none.
pub fn key(tx: &Tx, session: SessionId) -> Result<Option<String>, StoreError> {
    let found = tx
        .prepare_cached("SELECT key FROM session WHERE id = ?1")?
        .query_row(params![session.bytes()], |row| row.get(0))
        .optional()?;
    Ok(found.flatten())
}
