//! Who is expected: gathered by a filter, by hand, taken off again; and why somebody is not on the list.

use super::make::titled;
use super::under_way;
use crate::domain::campaign::{Guest, Source};
use crate::domain::filter::Filter;
use crate::domain::id::{DeedId, SessionId};
use crate::domain::name;
use crate::domain::staff::Right;
use crate::office::deed::Deed;
use crate::office::listing::done_before;
use crate::office::{Office, OfficeError, Progress, Selection, Which};
use crate::store::journal::Subject;
use crate::store::{campaigns, families, people};

impl Office {
    /// Puts every family of a selection onto a campaign's list; who is on it already stays once. Returns how many were not on it yet. The
    /// filter is kept with the campaign when all that it found were taken.
    ///
    /// Errors: those of asking by the filter; `NoSuchCampaign`, `NotUnderWay`, `ListChanged`, `NotAllowed(ManageCampaigns)`.
    pub fn campaign_gather(
        &mut self,
        deed: DeedId,
        id: SessionId,
        selection: &Selection,
        progress: Progress<'_>,
    ) -> Result<usize, OfficeError> {
        let gathered = matches!(selection.which, Which::Found(_)).then(|| selection.filter.clone());
        let mut is_first = true;
        let words = ("campaign-gathered", "family-expected");
        self.mass(deed, Right::ManageCampaigns, selection, words, progress, |deed, family| {
            if std::mem::take(&mut is_first) {
                let mut conditions = gathered_by(&under_way(deed.tx, id)?.conditions);
                if let Some(filter) = gathered.clone().filter(|filter| !conditions.contains(filter)) {
                    conditions.push(filter);
                    campaigns::set_conditions(deed.tx, id, &serde_json::to_string(&conditions).unwrap_or_default())?;
                }
            }
            Ok(expect(deed, id, Guest::Family(family), Source::Filter, "")?.then(Vec::new))
        })
    }

    /// Puts one family or person onto a campaign's list before the day. Says whether they were not on it yet.
    ///
    /// Errors: `NoSuchCampaign`, `NotUnderWay`, `NoSuchFamily`, `NoSuchPerson`.
    pub fn campaign_expect(&mut self, deed: DeedId, id: SessionId, guest: Guest) -> Result<bool, OfficeError> {
        self.deed(
            Some(deed),
            Some(Right::ManageCampaigns),
            |_, _| Ok(false),
            |deed| {
                let row = under_way(deed.tx, id)?;
                let guest = in_force(deed, guest)?;
                let is_new = expect(deed, id, guest, Source::Hand, "")?;
                deed.journal("campaign-expected", Some(subject(guest)), &titled(&row.draft))?;
                Ok(is_new)
            },
        )
    }

    /// Takes somebody off a campaign's list. Who was served stays in it.
    ///
    /// Errors: `NoSuchCampaign`, `NotUnderWay`.
    pub fn campaign_unexpect(&mut self, deed: DeedId, id: SessionId, guest: Guest) -> Result<(), OfficeError> {
        self.deed(Some(deed), Some(Right::ManageCampaigns), done_before, |deed| {
            let row = under_way(deed.tx, id)?;
            campaigns::unexpect(deed.tx, id, guest, deed.today())?;
            deed.journal("campaign-unexpected", Some(subject(guest)), &titled(&row.draft))
        })
    }

    /// The conditions of a campaign's list that a family does not meet, each as a filter of its own, of the filter that it comes nearest
    /// to; nothing where the list was gathered by hand, or where the asker may not know.
    pub(super) fn unmet(&mut self, id: SessionId, guest: Guest) -> Result<Vec<Filter>, OfficeError> {
        let Guest::Family(family) = guest else { return Ok(Vec::new()) };
        let kept = self.store.read(|tx| campaigns::get(tx, id))?.map(|row| row.conditions).unwrap_or_default();
        let filters = self.conditions(&kept);
        let today = self.clock().today();
        let Some(facts) = self.rolled()?.facts(family) else { return Ok(Vec::new()) };
        let of = |filter: &Filter| {
            let parts = filter.parts().into_iter();
            parts.filter(|part| !part.holds(facts, today)).collect::<Vec<_>>()
        };
        Ok(filters.iter().map(of).min_by_key(Vec::len).unwrap_or_default())
    }

    /// The filters by which a list was gathered, when the asker may ask by all of them.
    pub(super) fn conditions(&self, kept: &str) -> Vec<Filter> {
        let filters = gathered_by(kept);
        let may = |filter: &Filter| filter.needs(&self.sensitive).into_iter().all(|right| self.may(right));
        if filters.iter().all(may) { filters } else { Vec::new() }
    }
}

/// The filters as they lie in the file.
fn gathered_by(kept: &str) -> Vec<Filter> {
    serde_json::from_str(kept).unwrap_or_default()
}

/// Puts somebody onto a list inside a deed. Says whether they were not on it yet.
pub(super) fn expect(
    deed: &mut Deed<'_>,
    id: SessionId,
    guest: Guest,
    source: Source,
    reason: &str,
) -> Result<bool, OfficeError> {
    let row = deed.new_id();
    let reason = name::clean(reason);
    Ok(campaigns::expect(deed.tx, id, row, guest, (source, &reason), (deed.staff.id, deed.today()))?)
}

/// The guest as the register has them now: after a merge the kept entry, for a person who stands in a family that family.
pub(super) fn in_force(deed: &Deed<'_>, guest: Guest) -> Result<Guest, OfficeError> {
    Ok(match guest {
        Guest::Family(family) => Guest::Family(families::in_force(deed.tx, family)?.ok_or(OfficeError::NoSuchFamily)?),
        Guest::Person(person) => {
            let person = people::in_force(deed.tx, person)?.ok_or(OfficeError::NoSuchPerson)?;
            campaigns::family_of(deed.tx, person)?.map_or(Guest::Person(person), Guest::Family)
        }
    })
}

/// Whose history the deed is written into.
pub(super) fn subject(guest: Guest) -> Subject {
    match guest {
        Guest::Family(family) => Subject::Family(family),
        Guest::Person(person) => Subject::Person(person),
    }
}
