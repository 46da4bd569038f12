//! What happened to a family, and whether the journal is as it was written.

use super::deed::Detail;
use super::{HistoryEntry, Office, OfficeError};
use crate::domain::id::FamilyId;
use crate::domain::staff::Right;
use crate::store::journal::{self, Subject};

/// Deeds of looking.
const VIEWS: [&str; 2] = ["family-viewed", "family-glanced"];

impl Office {
    /// Everything that happened to a family, newest first; views, and what exactly was changed, only for those with `Right::SeeHistory`.
    pub fn history(&mut self, family: FamilyId) -> Result<Vec<HistoryEntry>, OfficeError> {
        self.require_now(Right::Find)?;
        let whole = self.may(Right::SeeHistory);
        let role = self.staff.role;
        let may = |needed: &String| Right::ALL.iter().any(|right| right.code() == needed && role.may(*right));
        let written = self.store.read(|tx| journal::of_subject(tx, Subject::Family(family)))?;
        let shown = written.into_iter().filter(|entry| whole || !VIEWS.contains(&entry.action.as_str()));
        Ok(shown
            .map(|entry| {
                let detail: Detail = serde_json::from_str(&entry.detail).unwrap_or_default();
                let changes = detail.changes.into_iter().filter(|kept| whole && kept.needs.iter().all(may));
                HistoryEntry {
                    at: entry.at,
                    staff: entry.staff,
                    desk: entry.desk,
                    action: entry.action,
                    changes: changes.map(|kept| kept.change).collect(),
                }
            })
            .collect())
    }

    /// Recomputes the journal's chain; the number of entries, or the first bad one.
    ///
    /// Errors: `NotAllowed(SeeHistory)`.
    pub fn verify_journal(&mut self) -> Result<Result<u64, u64>, OfficeError> {
        self.require_now(Right::SeeHistory)?;
        Ok(self.store.read(journal::verify)?)
    }
}
