//! What every deed has in common: the right, the transaction, doing once what is asked twice, and the journal entry.

use super::history::VIEWS;
use super::sight::Sight;
use super::surroundings::Random;
use super::{Office, OfficeError};
use crate::domain::clock::Moment;
use crate::domain::id::{DeedId, SeriesId, SessionId, SiteId};
use crate::domain::merge::Change;
use crate::domain::staff::{Right, Staff};
use crate::store::journal::{self, Done, Entry, Subject};
use crate::store::keys::DataKey;
use crate::store::stock::acts::By;
use crate::store::{Tx, catalogue, changes, drafts, filters, log, staff};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use uuid::Uuid;

/// A deed under way: inside its transaction, with its right checked.
pub(super) struct Deed<'a> {
    pub(super) tx: &'a Tx,
    pub(super) at: Moment,
    /// Who does it, as the file says at this moment.
    pub(super) staff: Staff,
    pub(super) sight: Sight,
    /// Wraps new passwords.
    pub(super) key: &'a DataKey,
    /// The deed's id until its own entry is written.
    id: Option<DeedId>,
    /// The deed's id, for entries that belong to it.
    under_way: Option<DeedId>,
    site: SiteId,
    desk: &'a str,
    random: &'a mut Random,
}

/// Deeds about a family that are no contact with it, beside looks: taking back, printing, and being gathered into a list, a campaign or a
/// file, which would make everybody whom nobody has dealt with for long look dealt with.
const NO_CONTACT: [&str; 9] = [
    "family-exported",
    "family-listed",
    "family-unlisted",
    "family-expected",
    "campaign-expected",
    "campaign-unexpected",
    "paper-given",
    "deed-undone",
    "act-reversed",
];

impl<'a> Deed<'a> {
    /// Writes an entry for another family or person that the deed touched; it names the deed.
    pub(super) fn journal_also(&self, action: &str, subject: Subject, detail: &Detail) -> Result<(), OfficeError> {
        let detail = Detail { deed: self.under_way, ..detail.clone() };
        self.write(None, action, Some(subject), &detail)
    }

    /// The day at the desk.
    pub(super) fn today(&self) -> NaiveDate {
        self.at.date_naive()
    }

    /// A new id.
    pub(super) fn new_id(&mut self) -> Uuid {
        self.random.id(self.at)
    }

    /// The deed under way, also while its repetition is answered; none for looking.
    pub(super) fn given_id(&self) -> Option<DeedId> {
        self.under_way
    }

    /// Who writes an act, where and when. Errors: an act is written by a deed alone.
    pub(super) fn by(&self) -> Result<By<'_>, OfficeError> {
        let deed = self.under_way.ok_or(OfficeError::NotUndoable(super::NoUndo::NoSuchDeed))?;
        Ok(By { deed, site: self.site, staff: self.staff.id, desk: self.desk, at: self.at })
    }

    /// At which desk.
    pub(super) fn desk(&self) -> &'a str {
        self.desk
    }

    /// A random number.
    pub(super) fn random(&mut self) -> u64 {
        self.random.number()
    }

    /// Writes the deed's own entry: the one that repeating the deed will find.
    pub(super) fn journal(
        &mut self,
        action: &str,
        subject: Option<Subject>,
        detail: &Detail,
    ) -> Result<(), OfficeError> {
        let deed = self.id.take();
        self.write(deed, action, subject, detail)
    }

    /// Writes an entry that belongs to the deed without being it: one family of an import.
    pub(super) fn journal_part(
        &self,
        action: &str,
        subject: Option<Subject>,
        detail: &Detail,
    ) -> Result<(), OfficeError> {
        self.write(None, action, subject, detail)
    }

    fn write(
        &self,
        deed: Option<DeedId>,
        action: &str,
        subject: Option<Subject>,
        detail: &Detail,
    ) -> Result<(), OfficeError> {
        let entry = Entry {
            at: self.at,
            desk: self.desk,
            staff: Some(self.staff.id),
            deed,
            action,
            subject,
            detail: &detail.to_json(),
        };
        if let Some(Subject::Family(family)) = subject
            && !NO_CONTACT.contains(&action)
            && !VIEWS.contains(&action)
        {
            filters::contact(self.tx, family, self.today())?;
        }
        Ok(journal::append(self.tx, self.site, &entry)?)
    }
}

/// What an entry of the journal keeps beside who, when and to what.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
pub(super) struct Detail {
    /// Field by field.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) changes: Vec<KeptChange>,
    /// How many things a deed over many things touched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) count: Option<usize>,
    /// What was said with the deed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) note: String,
    /// The deed that was taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) undone: Option<DeedId>,
    /// The word of the deed that was taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) undone_action: Option<String>,
    /// The deed of an entry that belongs to it without being it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) deed: Option<DeedId>,
    /// The session it was done to: whoever may not open that reads nothing of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) session: Option<SessionId>,
    /// The series it was done to, likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) series: Option<SeriesId>,
}

impl Detail {
    fn to_json(&self) -> String {
        // Texts and numbers always become JSON; were they not to, the deed still is in the journal.
        serde_json::to_string(self).unwrap_or_else(|_| "{}".to_owned())
    }
}

/// A change with the rights that its reader needs.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(super) struct KeptChange {
    #[serde(flatten)]
    pub(super) change: Change,
    /// Words of the rights (`Right::code`) without which the change is left out of history.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) needs: Vec<String>,
}

impl Office {
    /// Does a deed: checks the right as the file has it now (another desk may have disabled the person or given another role), begins the
    /// write, finds out whether this very deed was done before (then `again` says with what result), works, commits.
    pub(super) fn deed<T>(
        &mut self,
        id: Option<DeedId>,
        right: Option<Right>,
        again: impl FnOnce(&mut Deed<'_>, &Done) -> Result<T, OfficeError>,
        work: impl FnOnce(&mut Deed<'_>) -> Result<T, OfficeError>,
    ) -> Result<T, OfficeError> {
        if let Some(right) = right {
            self.require(right)?;
        }
        let at = self.surroundings.clock.now();
        let Self { store, random, staff: me, site, desk, key, .. } = self;
        let (answer, now_me, sensitive) = store.transact(|tx| {
            let now_me = staff::get(tx, me.id)?.filter(|staff| staff.disabled_on.is_none());
            let refused = || OfficeError::NotAllowed(right.unwrap_or(Right::Find));
            let staff = now_me.ok_or_else(refused)?;
            if right.is_some_and(|right| !staff.role.may(right)) {
                return Err(refused());
            }
            // What an office marked sensitive a moment ago is hidden in this very deed.
            let sensitive = Arc::new(catalogue::sensitive(tx)?);
            let sight = Sight::of(staff.role, &sensitive);
            let mut deed = Deed {
                tx,
                at,
                staff: staff.clone(),
                sight,
                key,
                id,
                under_way: id,
                site: *site,
                desk: desk.as_str(),
                random,
            };
            let done = id.map(|id| journal::done(tx, id)).transpose()?.flatten();
            let answer = match done {
                Some(done) => again(&mut deed, &done)?,
                None => {
                    if let Some(id) = id {
                        log::begin(tx, id)?;
                    }
                    let answer = work(&mut deed)?;
                    if let Some(id) = id {
                        log::end(tx, id, right.map_or("", Right::code))?;
                    }
                    answer
                }
            };
            // The form that asked for it is a draft no longer: both become true together.
            if let Some(id) = id {
                drafts::remove(tx, id)?;
            }
            changes::trim(tx)?;
            Ok::<_, OfficeError>((answer, staff, sensitive))
        })?;
        (self.staff, self.sensitive) = (now_me, sensitive);
        self.seen.wrote = true;
        self.own_deeds.extend(id);
        Ok(answer)
    }
}

/// For deeds that have nothing to say but that they are done.
pub(super) fn nothing(_: &mut Deed<'_>, _: &Done) -> Result<(), OfficeError> {
    Ok(())
}
