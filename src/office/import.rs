//! Taking a batch of families and single people in, all or nothing.
//!
//! What is known by its key (or by the number and ids that an export gave it, see `recognise`) gets what the file adds
//! (`merge::overlay`: a file never takes away), what is not is new. The whole batch is one transaction: a dry run does all of it and
//! then does not commit, so that what it says is exactly what would happen.

use super::apply::{self, MemberFault, check, cleaned};
use super::deed::{Deed, Detail, nothing};
use super::registration::kept_changes;
use super::{ImportBatch, ImportFault, ImportOutcome, Office, OfficeError, Run, recognise};
use crate::domain::address::AddressKind;
use crate::domain::category::Category;
use crate::domain::draft::{FamilyDraft, MemberDraft, SingleDraft};
use crate::domain::family::Relation;
use crate::domain::id::FamilyId;
use crate::domain::merge;
use crate::domain::person::{BirthDate, PersonName};
use crate::domain::staff::Right;
use crate::store::categories::{self, Owner};
use crate::store::journal::Subject;
use crate::store::{families, people};
use std::collections::{HashMap, HashSet};

/// Faults that are listed before the import gives up looking for more: a file of the wrong kind would give one a row.
const FAULTS_LISTED: usize = 200;

impl Office {
    /// Takes a batch in, all or nothing. `progress` is told how many of how many families (and single people) are done.
    ///
    /// The inner error lists what is wrong, row by row; nothing was written then. Errors: `NotAllowed(Import)`, those of the store.
    pub fn import(
        &mut self,
        batch: &ImportBatch,
        run: Run,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<Result<ImportOutcome, Vec<ImportFault>>, OfficeError> {
        let id = self.new_deed();
        // The way out of the transaction without a commit is an error; what it means lies here.
        let mut answer = None;
        let done = self.deed(Some(id), Some(Right::Import), nothing, |deed| {
            let taken = take_in(deed, batch, progress)?;
            let commit = run == Run::Real && taken.is_ok();
            if commit {
                let count = Some(batch.families.len() + batch.singles.len());
                deed.journal("register-imported", None, &Detail { count, ..Detail::default() })?;
            }
            answer = Some(taken);
            if commit { Ok(()) } else { Err(OfficeError::NoSuchFamily) }
        });
        match (answer, done) {
            (Some(answer), _) if answer.is_err() || run == Run::Dry => Ok(answer),
            (Some(answer), Ok(())) => Ok(answer),
            (_, Err(fault)) => Err(fault),
            (None, Ok(())) => Ok(Ok(ImportOutcome::default())),
        }
    }
}

type Taken = Result<ImportOutcome, Vec<ImportFault>>;

fn take_in(
    deed: &mut Deed<'_>,
    batch: &ImportBatch,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Taken, OfficeError> {
    let total = batch.families.len() + batch.singles.len();
    let mut outcome = ImportOutcome::default();
    let mut faults = Vec::new();
    let mut names = HashMap::new();
    for place in 0..total {
        let result = match batch.families.get(place) {
            Some(family) => take_family(deed, &cleaned(family), &mut names, &mut outcome),
            None => match batch.singles.get(place - batch.families.len()) {
                Some(single) => take_single(deed, single, &mut names, &mut outcome),
                None => Ok(()),
            },
        };
        match result {
            Ok(()) => {}
            // The file's own trouble (a full disk) is no fault of a row.
            Err(MemberFault { fault: fault @ OfficeError::Store(_), .. }) => return Err(fault),
            Err(MemberFault { member, fault }) => {
                faults.push(ImportFault { family: place, member, fault });
                if faults.len() >= FAULTS_LISTED {
                    break;
                }
            }
        }
        progress(place + 1, total);
    }
    Ok(if faults.is_empty() { Ok(outcome) } else { Err(faults) })
}

/// Who the keys of a file mean, as its rows said so far.
type Names = HashMap<String, (PersonName, Option<BirthDate>)>;

fn take_family(
    deed: &mut Deed<'_>,
    draft: &FamilyDraft,
    names: &mut Names,
    outcome: &mut ImportOutcome,
) -> Result<(), MemberFault> {
    refuse_ambiguous_keys(draft, names)?;
    let mut file = draft.clone();
    let Some(family) = recognise::family(deed, &mut file)? else {
        check(&file)?;
        let added = apply::add_family(deed, &file)?;
        outcome.families_added += 1;
        outcome.people_added += added.people;
        deed.journal_part("family-imported", Some(Subject::Family(added.family)), &Detail::default())?;
        return Ok(());
    };
    let card = families::card(deed.tx, family)?.ok_or(OfficeError::NoSuchFamily)?;
    let stored = FamilyDraft::of_card(&card);
    leave_out_who_left(deed, family, &mut file)?;
    if file.registered_on == deed.today() {
        // A file without the column means "today" to its reader; the stored day knows better.
        file.registered_on = stored.registered_on;
    }
    keep_family_categories(&stored, &mut file);
    let mut after = merge::overlay(&stored, &file);
    check(&after)?;
    // A person who stands in two families may have been changed by the other one of the same file; that is no news here.
    if merge::changes(&stored, &after).is_empty() {
        outcome.families_unchanged += 1;
        return Ok(());
    }
    outcome.people_added += apply::change_family(deed, &card, &mut after)?;
    outcome.families_changed += 1;
    let detail = Detail { changes: kept_changes(&deed.sight, &stored, &after), ..Detail::default() };
    deed.journal_part("family-reimported", Some(Subject::Family(family)), &detail)?;
    Ok(())
}

/// An old list does not bring back who died or left for a reason that somebody wrote down; what the others are to the head of then, it
/// knows no more than the register.
fn leave_out_who_left(deed: &Deed<'_>, family: FamilyId, file: &mut FamilyDraft) -> Result<(), OfficeError> {
    let mut staying = Vec::with_capacity(file.members.len());
    for member in std::mem::take(&mut file.members) {
        let left = match member.person {
            Some(person) => families::has_left(deed.tx, family, person)?,
            None => false,
        };
        if left {
            continue;
        }
        staying.push((member.person.is_some(), member));
    }
    let is_head_there = staying.iter().any(|(_, member)| member.relation == Relation::Head);
    file.members = staying
        .into_iter()
        .map(|(known, member)| {
            let relation = if known && !is_head_there { Relation::Other } else { member.relation };
            MemberDraft { relation, ..member }
        })
        .collect();
    Ok(())
}

/// A file has one column of categories, in a person's row. What the family as a whole already has is said of the family there, and
/// does not become that person's own as well: else an export would not come back as it went out.
fn keep_family_categories(stored: &FamilyDraft, file: &mut FamilyDraft) {
    let is_in = |list: &[Category], said: &Category| {
        list.iter().any(|known| known.code == said.code && (known.since == said.since || said.since.is_none()))
    };
    for member in &mut file.members {
        let own = stored.members.iter().find(|known| known.person.is_some() && known.person == member.person);
        let own = own.map_or(&[][..], |known| &known.categories);
        let (familys, members) = std::mem::take(&mut member.categories)
            .into_iter()
            .partition(|said| is_in(&stored.categories, said) && !is_in(own, said));
        member.categories = members;
        file.categories.extend::<Vec<Category>>(familys);
    }
}

/// One key is one person: twice in a family, or with another name or birth date elsewhere in the file, it is a slip of the list.
fn refuse_ambiguous_keys(draft: &FamilyDraft, names: &mut Names) -> Result<(), MemberFault> {
    let mut seen = HashSet::new();
    for (place, member) in draft.members.iter().enumerate() {
        let Some(key) = &member.key else { continue };
        if !seen.insert(key) {
            return Err(MemberFault { member: place, fault: OfficeError::KeyTwice(key.clone()) });
        }
        refuse_other_name(place, key, &member.name, member.birth, names)?;
    }
    Ok(())
}

fn refuse_other_name(
    place: usize,
    key: &str,
    name: &PersonName,
    birth: Option<BirthDate>,
    names: &mut Names,
) -> Result<(), MemberFault> {
    match names.get(key) {
        Some((other, born)) if other != name || (born.is_some() && birth.is_some() && *born != birth) => {
            Err(MemberFault { member: place, fault: OfficeError::KeyMismatch(key.to_owned()) })
        }
        Some(_) => Ok(()),
        None => {
            names.insert(key.to_owned(), (name.clone(), birth));
            Ok(())
        }
    }
}

fn take_single(
    deed: &mut Deed<'_>,
    single: &SingleDraft,
    names: &mut Names,
    outcome: &mut ImportOutcome,
) -> Result<(), MemberFault> {
    let (mut file, mut address) = (single.person.clone(), single.address.clone());
    apply::clean_member(&mut file);
    apply::clean_address(&mut address);
    if file.name.surname.is_empty() || file.name.given.is_empty() {
        return Err(OfficeError::NameMissing(0).into());
    }
    let tx = deed.tx;
    if let Some(key) = &file.key {
        refuse_other_name(0, key, &file.name, file.birth, names)?;
    }
    let Some(person) = recognise::person(deed, &mut file)? else {
        let person = apply::add_person(deed, &file)?;
        let today = deed.today();
        let owner = Owner::Person(person);
        categories::begin_address(tx, owner, AddressKind::Actual, &address, today, &mut || deed.new_id())?;
        outcome.people_added += 1;
        deed.journal_part("person-imported", Some(Subject::Person(person)), &Detail::default())?;
        return Ok(());
    };
    let stored = people::get(tx, person)?.ok_or(OfficeError::NoSuchPerson)?;
    let owner = Owner::Person(person);
    let stored_address = categories::address(tx, owner, AddressKind::Actual)?.unwrap_or_default();
    let after = merge::overlay_member(&stored, &file);
    let after_address = merge::overlay_address(&stored_address, &address);
    // The same words as of families: a person without one is compared as a family of one.
    let alone = |person: &MemberDraft, address: &crate::domain::address::Address| FamilyDraft {
        actual: address.clone(),
        members: vec![person.clone()],
        ..FamilyDraft::new(chrono::NaiveDate::MIN)
    };
    let (before, now) = (alone(&stored, &stored_address), alone(&after, &after_address));
    if merge::changes(&before, &now).is_empty() {
        return Ok(());
    }
    apply::change_person(deed, person, &stored, &after)?;
    apply::move_to(deed, owner, AddressKind::Actual, &stored_address, &after_address)?;
    outcome.singles_changed += 1;
    let detail = Detail { changes: kept_changes(&deed.sight, &before, &now), ..Detail::default() };
    deed.journal_part("person-reimported", Some(Subject::Person(person)), &detail)?;
    Ok(())
}
