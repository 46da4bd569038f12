//! What happened to a family or a person, and whether the journal is as it was written.

use super::deed::Detail;
use super::{HistoryEntry, Office, OfficeError, events};
use crate::domain::category::CategoryCode;
use crate::domain::id::{FamilyId, PersonId};
use crate::domain::merge::Change;
use crate::domain::number::FamilyNumber;
use crate::domain::staff::{Right, Staff};
use crate::store::journal::{self, Subject, Written};
use crate::store::{StoreError, Tx, families, log, past, people};

/// The field of a change of categories, whose values begin with a code.
const CATEGORY: &str = "category";

/// Deeds of looking.
pub(super) const VIEWS: [&str; 4] = ["family-viewed", "family-glanced", "family-viewed-on", "person-viewed"];

impl Office {
    /// Everything that happened to a family, newest first, and to those that became one with it; views, and what exactly was changed, only
    /// for those with `Right::SeeHistory`.
    pub fn history(&mut self, family: FamilyId) -> Result<Vec<HistoryEntry>, OfficeError> {
        self.require_now(Right::Find)?;
        let me = self.staff.clone();
        let written = self.store.read(|tx| {
            let kept = families::kept(tx, family)?;
            let mut subjects = vec![(Subject::Family(kept), None)];
            let gone = past::merged_from(tx, kept)?;
            subjects.extend(gone.into_iter().map(|(id, number)| (Subject::Family(id), Some(number))));
            of_subjects(tx, &subjects, &me)
        })?;
        Ok(self.shown(written))
    }

    /// Everything that happened to a person by themselves, newest first, as [`Office::history`] does for a family.
    pub fn person_history(&mut self, person: PersonId) -> Result<Vec<HistoryEntry>, OfficeError> {
        self.require_now(Right::Find)?;
        let me = self.staff.clone();
        let written = self.store.read(|tx| {
            let kept = people::kept(tx, person)?;
            let mut subjects = vec![(Subject::Person(kept), None)];
            subjects.extend(past::people_merged_from(tx, kept)?.into_iter().map(|id| (Subject::Person(id), None)));
            of_subjects(tx, &subjects, &me)
        })?;
        Ok(self.shown(written))
    }

    /// Entries as the asker may see them.
    fn shown(&self, written: Vec<Told>) -> Vec<HistoryEntry> {
        let whole = self.may(Right::SeeHistory);
        let role = self.staff.role;
        // What an office marked sensitive later is hidden in what was written before, too.
        let sight = self.sight();
        let is_seen = |change: &Change| {
            let codes = [&change.before, &change.after].map(|text| text.split([' ', ',']).next().unwrap_or_default());
            change.field != CATEGORY || codes.iter().all(|code| sight.sees(&CategoryCode((*code).to_owned())))
        };
        let may = |needed: &String| Right::ALL.iter().any(|right| right.code() == needed && role.may(*right));
        let shown = written.into_iter().filter(|(entry, ..)| whole || !VIEWS.contains(&entry.action.as_str()));
        shown
            .map(|(entry, of, undone)| {
                let detail: Detail = serde_json::from_str(&entry.detail).unwrap_or_default();
                let changes = detail.changes.into_iter().filter(|kept| whole && kept.needs.iter().all(may));
                let mut changes: Vec<Change> = changes.map(|kept| kept.change).filter(&is_seen).collect();
                if let Some(action) = detail.undone_action.filter(|_| whole) {
                    let field = "undone".to_owned();
                    changes.insert(0, Change { person: None, field, before: action, after: String::new() });
                }
                HistoryEntry {
                    at: entry.at,
                    staff: entry.staff,
                    desk: entry.desk,
                    action: entry.action,
                    changes,
                    note: if whole { detail.note } else { String::new() },
                    deed: entry.deed.or(detail.deed),
                    of,
                    undone,
                }
            })
            .collect()
    }

    /// Recomputes the journal's chain; the number of entries, or the first bad one.
    ///
    /// Errors: `NotAllowed(SeeHistory)`.
    pub fn verify_journal(&mut self) -> Result<Result<u64, u64>, OfficeError> {
        self.require_now(Right::SeeHistory)?;
        Ok(self.store.read(journal::verify)?)
    }
}

/// An entry, the entry of the register that it happened to where that became one with another, and whether it is taken back.
type Told = (Written, Option<FamilyNumber>, bool);

/// The entries of several subjects in one order, without those of events that are not for the asker.
fn of_subjects(tx: &Tx, subjects: &[(Subject, Option<FamilyNumber>)], me: &Staff) -> Result<Vec<Told>, StoreError> {
    let mut all = Vec::new();
    for (subject, of) in subjects {
        all.extend(journal::of_subject(tx, *subject)?.into_iter().map(|(seq, entry)| (seq, entry, *of)));
    }
    all.sort_by_key(|(seq, ..)| std::cmp::Reverse(*seq));
    let mut told = Vec::with_capacity(all.len());
    for (_, entry, of) in all {
        let detail: Detail = serde_json::from_str(&entry.detail).unwrap_or_default();
        if events::is_hidden(tx, me, &detail)? {
            continue;
        }
        let deed = entry.deed.or(detail.deed);
        let undone = deed.map(|deed| log::reversal_of(tx, deed)).transpose()?.flatten().is_some();
        told.push((entry, of, undone));
    }
    Ok(told)
}
