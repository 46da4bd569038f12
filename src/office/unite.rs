//! Making two entries of the register one: everything that points to either follows, and both histories stay.

use super::apply::{self, check, cleaned};
use super::deed::{Deed, Detail, KeptChange};
use super::registration::{kept_changes, refuse_merged, whole_card};
use super::{Office, OfficeError, singles};
use crate::domain::draft::{FamilyDraft, SingleDraft};
use crate::domain::family::{FamilyCard, Relation};
use crate::domain::id::{DeedId, FamilyId, PersonId};
use crate::domain::life::CloseReason;
use crate::domain::life::check::{LifeFault, next_heads};
use crate::domain::merge::Change;
use crate::domain::number::FamilyNumber;
use crate::domain::past::FormerName;
use crate::domain::staff::Right;
use crate::store::journal::{Done, Subject};
use crate::store::{Tx, families, family_lists, log, past, people, pointers};

/// How two families become one.
#[derive(Clone, PartialEq, Debug)]
pub struct MergePlan {
    /// The entry that stays.
    pub keep: FamilyId,
    /// The entry that leads to it from now on.
    pub gone: FamilyId,
    /// What the kept family shall be, field by field as chosen. Its members name their people: for a pair of `same` the kept person,
    /// for everybody else the person of either family. Present members of either family who are not in it leave, as in a correction.
    pub draft: FamilyDraft,
    /// Who in one family is who in the other.
    pub same: Vec<SamePerson>,
    /// Both families as the screen saw them when the choice was made ([`FamilyDraft::of_card`] of their cards).
    pub seen: MergeSeen,
}

/// Both families as they were seen.
#[derive(Clone, PartialEq, Debug)]
pub struct MergeSeen {
    /// The kept one.
    pub keep: FamilyDraft,
    /// The other one.
    pub gone: FamilyDraft,
}

/// One human being, registered twice.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SamePerson {
    /// Who stays.
    pub keep: PersonId,
    /// Who leads there from now on.
    pub gone: PersonId,
}

/// How two people become one.
#[derive(Clone, PartialEq, Debug)]
pub struct PeoplePlan {
    /// Who is who.
    pub same: SamePerson,
    /// What the kept person shall be, field by field as chosen.
    pub draft: SingleDraft,
    /// Both as the screen saw them (`PersonCard::single`): the kept one and the other.
    pub seen: (SingleDraft, SingleDraft),
}

/// What a merge of families did.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Merged {
    /// The kept family.
    pub family: FamilyId,
    /// Its number.
    pub number: FamilyNumber,
    /// The number that leads to it from now on.
    pub gone: FamilyNumber,
}

/// What a merge of people did.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MergedPerson {
    /// The kept person.
    pub person: PersonId,
}

impl Office {
    /// Makes two families one, and their people where they are the same. Taken back by [`Office::undo`], also later.
    ///
    /// Errors: `MergedInto` when either became one with another already (the plan is made anew from there), `ChangedMeanwhile` when another
    /// desk changed either since it was seen, `PlanAmiss`, and those of [`Office::correct`].
    pub fn merge_families(&mut self, deed: DeedId, plan: &MergePlan) -> Result<Merged, OfficeError> {
        let draft = cleaned(&plan.draft);
        let again = |deed: &mut Deed<'_>, _: &Done| numbers(deed.tx, plan);
        self.deed(Some(deed), Some(Right::Edit), again, |deed| {
            check(&draft)?;
            let (keep, gone) = seen_still(deed, plan)?;
            check_people(plan, &draft, &keep, &gone)?;
            let mut after = draft.clone();
            if let Some(right) = deed.sight.lacks_for(&after) {
                return Err(OfficeError::NotAllowed(right));
            }
            let merged = numbers(deed.tx, plan)?;
            for same in &plan.same {
                unite_person(deed, *same)?;
            }
            unite_family(deed, plan.keep, plan.gone)?;
            let united = families::card(deed.tx, plan.keep)?.ok_or(OfficeError::NoSuchFamily)?;
            let stored = FamilyDraft::of_card(&united);
            deed.sight.widen(&mut after, &stored);
            keep_keys(&mut after, &stored);
            apply::change_family(deed, &united, &mut after)?;
            tell(deed, plan, &FamilyDraft::of_card(&keep), &after, merged)?;
            Ok(merged)
        })
    }

    /// Makes two people one, in whichever families they stand. Errors as of [`Office::merge_families`]; `Life(HeadNeeded)` where a family
    /// would lose its head by it.
    pub fn merge_people(&mut self, deed: DeedId, plan: &PeoplePlan) -> Result<MergedPerson, OfficeError> {
        let draft = singles::cleaned(&plan.draft);
        let same = plan.same;
        let again = |_: &mut Deed<'_>, _: &Done| Ok(MergedPerson { person: same.keep });
        self.deed(Some(deed), Some(Right::Edit), again, |deed| {
            let draft = SingleDraft {
                person: crate::domain::draft::MemberDraft { person: Some(same.keep), ..draft.person.clone() },
                address: draft.address.clone(),
            };
            if draft.person.name.surname.is_empty() || draft.person.name.given.is_empty() {
                return Err(OfficeError::NameMissing(0));
            }
            if same.keep == same.gone {
                return Err(OfficeError::PlanAmiss);
            }
            for person in [same.keep, same.gone] {
                singles::refuse_merged(deed.tx, person)?;
            }
            for (person, seen) in [(same.keep, &plan.seen.0), (same.gone, &plan.seen.1)] {
                let mut now = singles::single(deed.tx, person)?.ok_or(OfficeError::NoSuchPerson)?;
                deed.sight.narrow_single(&mut now);
                if singles::alone(&now) != singles::alone(seen) {
                    return Err(singles::changed_meanwhile(deed.tx, person)?);
                }
            }
            let before = singles::single(deed.tx, same.keep)?.ok_or(OfficeError::NoSuchPerson)?;
            unite_person(deed, same)?;
            let stored = singles::single(deed.tx, same.keep)?.ok_or(OfficeError::NoSuchPerson)?;
            let mut after = singles::alone(&draft);
            if let Some(right) = deed.sight.lacks_for(&after) {
                return Err(OfficeError::NotAllowed(right));
            }
            deed.sight.widen(&mut after, &singles::alone(&stored));
            keep_keys(&mut after, &singles::alone(&stored));
            let written = SingleDraft { person: after.members.remove(0), address: after.actual.clone() };
            singles::write(deed, same.keep, &stored, &written)?;
            let changes = kept_changes(&deed.sight, &singles::alone(&before), &singles::alone(&written));
            tell_people(deed, same, changes)?;
            Ok(MergedPerson { person: same.keep })
        })
    }
}

/// Keys of an office's list stay where they are: both lead to the kept one, whichever the next file has.
fn keep_keys(after: &mut FamilyDraft, stored: &FamilyDraft) {
    after.key.clone_from(&stored.key);
    for member in &mut after.members {
        let there = stored.members.iter().find(|there| there.person == member.person);
        member.key = there.and_then(|there| there.key.clone());
    }
}

fn numbers(tx: &Tx, plan: &MergePlan) -> Result<Merged, OfficeError> {
    let keep = families::get(tx, plan.keep)?.ok_or(OfficeError::NoSuchFamily)?;
    let gone = families::get(tx, plan.gone)?.ok_or(OfficeError::NoSuchFamily)?;
    Ok(Merged { family: plan.keep, number: keep.number, gone: gone.number })
}

/// Both cards, when they are still as the screen saw them and neither became one with another.
fn seen_still(deed: &Deed<'_>, plan: &MergePlan) -> Result<(FamilyCard, FamilyCard), OfficeError> {
    if plan.keep == plan.gone {
        return Err(OfficeError::PlanAmiss);
    }
    let look = |family: FamilyId, seen: &FamilyDraft| {
        refuse_merged(deed.tx, family)?;
        let card = whole_card(deed.tx, family)?.ok_or(OfficeError::NoSuchFamily)?;
        if card.past.voided_on.is_some() {
            return Err(OfficeError::NoSuchFamily);
        }
        let mut now = FamilyDraft::of_card(&card);
        deed.sight.narrow_draft(&mut now);
        if now == *seen {
            return Ok(card);
        }
        let line = log::last_on_family(deed.tx, family)?;
        Err(line.map_or(OfficeError::PlanAmiss, |line| OfficeError::ChangedMeanwhile {
            by: line.by,
            at: line.at,
            action: line.action,
        }))
    };
    Ok((look(plan.keep, &plan.seen.keep)?, look(plan.gone, &plan.seen.gone)?))
}

/// A pair is of a member of each family, nobody is in two pairs, and the draft names nobody from elsewhere.
fn check_people(
    plan: &MergePlan,
    draft: &FamilyDraft,
    keep: &FamilyCard,
    gone: &FamilyCard,
) -> Result<(), OfficeError> {
    let is_in = |card: &FamilyCard, person: PersonId| card.members.iter().any(|member| member.person == person);
    for (place, same) in plan.same.iter().enumerate() {
        let again = plan.same[..place].iter().any(|other| other.keep == same.keep || other.gone == same.gone);
        if again || same.keep == same.gone || !is_in(keep, same.keep) || !is_in(gone, same.gone) {
            return Err(OfficeError::PlanAmiss);
        }
    }
    for (place, member) in draft.members.iter().enumerate() {
        let Some(person) = member.person else { return Err(OfficeError::PlanAmiss) };
        let is_gone = plan.same.iter().any(|same| same.gone == person);
        let again = draft.members[..place].iter().any(|other| other.person == Some(person));
        if is_gone || again || !(is_in(keep, person) || is_in(gone, person)) {
            return Err(OfficeError::PlanAmiss);
        }
    }
    Ok(())
}

/// Two people become one: everything follows, and a name that only the gone one had stays searchable.
fn unite_person(deed: &mut Deed<'_>, same: SamePerson) -> Result<(), OfficeError> {
    let (tx, today) = (deed.tx, deed.today());
    let kept = people::name(tx, same.keep)?.ok_or(OfficeError::NoSuchPerson)?;
    let name = people::name(tx, same.gone)?.ok_or(OfficeError::NoSuchPerson)?;
    refuse_lost_heads(tx, same)?;
    let died = past::person_marks(tx, same.gone)?.and_then(|marks| marks.died_on);
    keep_unseen_note(deed, same)?;
    pointers::end_doubles_of_person(tx, same.gone, same.keep, today)?;
    pointers::follow_person(tx, same.gone, same.keep)?;
    if name != kept {
        let former = FormerName { name, until: None, basis: String::new() };
        past::add_former_name(tx, same.keep, &former, &mut || deed.new_id())?;
    }
    if let (Some(died), None) = (died, past::person_marks(tx, same.keep)?.and_then(|marks| marks.died_on)) {
        past::die(tx, same.keep, died)?;
    }
    people::lead_to(tx, same.gone, same.keep)?;
    Ok(())
}

/// Whoever sees notes chose what the kept one's shall be. For others nothing unseen goes: the gone one's note is added to it.
fn keep_unseen_note(deed: &Deed<'_>, same: SamePerson) -> Result<(), OfficeError> {
    if deed.sight.notes {
        return Ok(());
    }
    let note = |person| Ok::<_, OfficeError>(people::get(deed.tx, person)?.map(|there| there.note).unwrap_or_default());
    let (kept, gone) = (note(same.keep)?, note(same.gone)?);
    if !gone.is_empty() && !kept.contains(&gone) {
        let both = [kept.as_str(), gone.as_str()].join("\n");
        family_lists::write_note(deed.tx, same.keep, both.trim())?;
    }
    Ok(())
}

/// Both stand in one family and the one who goes is its head: the kept one is to be made the head first. And the dead become one with the
/// dead only, or with somebody who stands nowhere: who lives in a family did not die.
fn refuse_lost_heads(tx: &Tx, same: SamePerson) -> Result<(), OfficeError> {
    let (keeps, goes) = (past::standing(tx, same.keep)?, past::standing(tx, same.gone)?);
    for (_, family, relation, _) in &goes {
        if *relation == Relation::Head && keeps.iter().any(|(_, there, ..)| there == family) {
            let card = families::card(tx, *family)?.ok_or(OfficeError::NoSuchFamily)?;
            let choices = next_heads(&card, &[same.gone]);
            return Err(LifeFault::HeadNeeded { number: card.number, choices }.into());
        }
    }
    let died = |person| Ok::<_, OfficeError>(past::person_marks(tx, person)?.and_then(|marks| marks.died_on));
    for (dead, living) in [(same.keep, &goes), (same.gone, &keeps)] {
        if let (Some(on), false) = (died(dead)?, living.is_empty()) {
            let name = people::name(tx, dead)?.unwrap_or_default().full();
            return Err(LifeFault::DiedAlready { name, on }.into());
        }
    }
    Ok(())
}

/// The gone entry leads to the kept one; what it had stands there.
fn unite_family(deed: &mut Deed<'_>, keep: FamilyId, gone: FamilyId) -> Result<(), OfficeError> {
    let (tx, today) = (deed.tx, deed.today());
    pointers::end_doubles_of_family(tx, gone, keep, today)?;
    pointers::follow_family(tx, gone, keep)?;
    families::lead_to(tx, gone, keep, today)?;
    past::begin_closure(tx, gone, today, (CloseReason::Merged, ""), &mut || deed.new_id())?;
    Ok(())
}

fn tell(
    deed: &mut Deed<'_>,
    plan: &MergePlan,
    before: &FamilyDraft,
    after: &FamilyDraft,
    merged: Merged,
) -> Result<(), OfficeError> {
    let number = |field: &str, number: FamilyNumber| KeptChange {
        change: Change { person: None, field: field.to_owned(), before: String::new(), after: number.to_string() },
        needs: Vec::new(),
    };
    let mut changes = vec![number("merged_number", merged.gone)];
    changes.extend(kept_changes(&deed.sight, before, after));
    deed.journal("families-merged", Some(Subject::Family(plan.keep)), &Detail { changes, ..Detail::default() })?;
    let changes = vec![number("merged_number", merged.number)];
    deed.journal_also("families-merged", Subject::Family(plan.gone), &Detail { changes, ..Detail::default() })?;
    for same in &plan.same {
        for person in [same.keep, same.gone] {
            let changes = vec![number("merged_number", merged.gone)];
            let detail = Detail { changes, ..Detail::default() };
            deed.journal_also("people-merged", Subject::Person(person), &detail)?;
        }
    }
    Ok(())
}

/// The merge stands in the history of both people and of every family in which the kept one stands.
fn tell_people(deed: &mut Deed<'_>, same: SamePerson, changes: Vec<KeptChange>) -> Result<(), OfficeError> {
    let detail = Detail { changes, ..Detail::default() };
    deed.journal("people-merged", Some(Subject::Person(same.keep)), &detail)?;
    deed.journal_also("people-merged", Subject::Person(same.gone), &Detail::default())?;
    for (_, family, ..) in past::standing(deed.tx, same.keep)? {
        deed.journal_also("people-merged", Subject::Family(family), &detail)?;
    }
    Ok(())
}
