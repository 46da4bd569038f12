//! Registering and correcting a family.

use super::apply::{self, check, cleaned};
use super::deed::{Deed, Detail, KeptChange};
use super::history::VIEWS;
use super::sight::Sight;
use super::{Changer, Office, OfficeError, Registered};
use crate::domain::draft::FamilyDraft;
use crate::domain::family::FamilyCard;
use crate::domain::id::{DeedId, FamilyId};
use crate::domain::merge::{self, Conflict};
use crate::domain::staff::Right;
use crate::store::journal::{self, Done, Subject};
use crate::store::{StoreError, Tx, families, past};

impl Office {
    /// Registers a family. Repeating the same `deed` returns the first registration.
    /// Errors: `PaperTaken` names the paper and whose it is; `NoHead`, `TwoHeads`, `NameMissing`, `UnknownCategory`, `NoSuchPerson`;
    /// `NotAllowed` also for a note or a sensitive category by somebody who may not see them.
    pub fn register(&mut self, deed: DeedId, draft: &FamilyDraft) -> Result<Registered, OfficeError> {
        let draft = cleaned(draft);
        self.deed(Some(deed), Some(Right::Register), registered_before, |deed| {
            check(&draft)?;
            if let Some(right) = deed.sight.lacks_for(&draft) {
                return Err(OfficeError::NotAllowed(right));
            }
            let added = apply::add_family(deed, &draft)?;
            deed.journal("family-registered", Some(Subject::Family(added.family)), &Detail::default())?;
            Ok(Registered { family: added.family, number: added.number })
        })
    }

    /// Corrects a family from what the form opened with (`base`) to what it was left with (`mine`). Other desks' changes of other
    /// fields are kept; errors: `Conflicts` when the same field was changed by both, and those of [`Office::register`].
    pub fn correct(
        &mut self,
        deed: DeedId,
        family: FamilyId,
        base: &FamilyDraft,
        mine: &FamilyDraft,
    ) -> Result<FamilyCard, OfficeError> {
        let (base, mine) = (cleaned(base), cleaned(mine));
        let card_again = |deed: &mut Deed<'_>, _: &Done| narrowed(deed, family);
        self.deed(Some(deed), Some(Right::Edit), card_again, |deed| {
            check(&mine)?;
            refuse_merged(deed.tx, family)?;
            let card = families::card(deed.tx, family)?.ok_or(OfficeError::NoSuchFamily)?;
            let stored = FamilyDraft::of_card(&card);
            // Compared as the asker sees it: what was left out for them is no removal.
            let mut seen = stored.clone();
            deed.sight.narrow_draft(&mut seen);
            let mut after = match merge::merge(&base, &mine, &seen) {
                Ok(after) => after,
                Err(conflicts) => {
                    let by = changers(deed, family, &conflicts)?;
                    return Err(OfficeError::Conflicts { conflicts, by, now: Box::new(narrowed(deed, family)?) });
                }
            };
            check(&after)?;
            if let Some(right) = deed.sight.lacks_for(&after) {
                return Err(OfficeError::NotAllowed(right));
            }
            deed.sight.widen(&mut after, &stored);
            if merge::changes(&stored, &after).is_empty() {
                return narrowed(deed, family);
            }
            apply::change_family(deed, &card, &mut after)?;
            let detail = Detail { changes: kept_changes(&deed.sight, &stored, &after), ..Detail::default() };
            deed.journal("family-corrected", Some(Subject::Family(family)), &detail)?;
            narrowed(deed, family)
        })
    }
}

/// What an earlier press of the same key registered.
fn registered_before(deed: &mut Deed<'_>, done: &Done) -> Result<Registered, OfficeError> {
    let Some(Subject::Family(family)) = done.subject else { return Err(OfficeError::NoSuchFamily) };
    let row = families::get(deed.tx, family)?.ok_or(OfficeError::NoSuchFamily)?;
    Ok(Registered { family, number: row.number })
}

/// Who saved the value that stands in the way, conflict by conflict: the last one who changed that very field, or else the last one who
/// changed the family in any way.
fn changers(deed: &Deed<'_>, family: FamilyId, conflicts: &[Conflict]) -> Result<Vec<Option<Changer>>, OfficeError> {
    let written = journal::of_subject(deed.tx, Subject::Family(family))?;
    let written: Vec<(Changer, Vec<KeptChange>)> = written
        .into_iter()
        .map(|(_, entry)| entry)
        .filter(|entry| !VIEWS.contains(&entry.action.as_str()))
        .map(|entry| {
            let detail: Detail = serde_json::from_str(&entry.detail).unwrap_or_default();
            (Changer { staff: entry.staff, at: entry.at }, detail.changes)
        })
        .collect();
    let changed = |changes: &[KeptChange], conflict: &Conflict| {
        changes.iter().any(|kept| (kept.change.person, &kept.change.field) == (conflict.person, &conflict.field))
    };
    let of = |conflict: &Conflict| {
        let exact = written.iter().find(|(_, changes)| changed(changes, conflict));
        exact.or(written.first()).map(|(changer, _)| changer.clone())
    };
    Ok(conflicts.iter().map(of).collect())
}

/// The card as the asker sees it.
pub(super) fn narrowed(deed: &Deed<'_>, family: FamilyId) -> Result<FamilyCard, OfficeError> {
    let mut card = whole_card(deed.tx, family)?.ok_or(OfficeError::NoSuchFamily)?;
    deed.sight.narrow_card(&mut card);
    Ok(card)
}

/// The card with everything on it, of the family or of the one it became one with.
pub(super) fn whole_card(tx: &Tx, family: FamilyId) -> Result<Option<FamilyCard>, StoreError> {
    let kept = families::kept(tx, family)?;
    let Some(mut card) = families::card(tx, kept)? else { return Ok(None) };
    if kept != family {
        card.past.asked_as = families::get(tx, family)?.map(|row| row.number);
    }
    past::fill(tx, &mut card)?;
    Ok(Some(card))
}

/// Refuses an entry that became one with another (what was said of it is to be said of the kept one) and one registered by mistake.
pub(super) fn refuse_merged(tx: &Tx, family: FamilyId) -> Result<(), OfficeError> {
    let kept = families::kept(tx, family)?;
    if kept == family {
        return if families::is_voided(tx, family)? { Err(OfficeError::NoSuchFamily) } else { Ok(()) };
    }
    Err(OfficeError::MergedInto { number: families::get(tx, kept)?.map(|row| row.number) })
}

/// What changed, each change with the rights that its reader needs: a right is needed for what disappears when somebody without it looks.
pub(super) fn kept_changes(sight: &Sight, before: &FamilyDraft, after: &FamilyDraft) -> Vec<KeptChange> {
    let without = [Right::SeeContacts, Right::SeeNotes, Right::SeeSensitive].map(|right| {
        let sight = Sight::without(right, sight.hidden());
        let (mut before, mut after) = (before.clone(), after.clone());
        sight.narrow_draft(&mut before);
        sight.narrow_draft(&mut after);
        (right, merge::changes(&before, &after))
    });
    merge::changes(before, after)
        .into_iter()
        .map(|change| KeptChange {
            needs: without
                .iter()
                .filter(|(_, seen)| !seen.contains(&change))
                .map(|(right, _)| right.code().to_owned())
                .collect(),
            change,
        })
        .collect()
}
