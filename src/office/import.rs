//! Taking a batch of families and single people in, all or nothing.
//!
//! What is known by its key (or by the number and ids that an export gave it, see `recognise`) gets what the file adds
//! (`merge::overlay`: a file never takes away), what is not is new. The whole batch is one transaction: a dry run does all of it and
//! then does not commit, so that what it says is exactly what would happen.

use super::apply::{self, MemberFault, check, cleaned};
use super::deed::{Deed, Detail, nothing};
use super::intake::{Going, IntakeSetting, Mapping};
use super::registration::kept_changes;
use super::{ImportBatch, ImportFault, ImportOutcome, Office, OfficeError, Run, recognise};
use crate::domain::address::AddressKind;
use crate::domain::category::{Category, CategoryCode};
use crate::domain::draft::{FamilyDraft, MemberDraft, SingleDraft};
use crate::domain::family::Relation;
use crate::domain::id::{DeedId, FamilyId};
use crate::domain::merge;
use crate::domain::person::{BirthDate, PersonName};
use crate::domain::staff::Right;
use crate::store::categories::{self, Owner};
use crate::store::journal::Subject;
use crate::store::{StoreError, Tx, families, people, settings};
use std::collections::{HashMap, HashSet};

/// Faults that are listed before the import gives up looking for more: a file of the wrong kind would give one a row.
const FAULTS_LISTED: usize = 5_000;

/// How many headings of files are remembered: an office has a few lists, each changed now and then.
const MAPPINGS_KEPT: usize = 50;

/// A batch with what a person decided about it on the way.
pub struct Intake<'a> {
    /// What comes in.
    pub batch: &'a ImportBatch,
    /// Families of the batch that are families of the register, whatever their keys say.
    pub joined: &'a HashMap<usize, FamilyId>,
    /// What the headings of the file mean, to be remembered.
    pub mapping: Option<&'a Mapping>,
}

/// What came of an import.
#[derive(Clone, PartialEq, Debug)]
pub enum Imported {
    /// Everything is written (or would be).
    Done(ImportOutcome),
    /// What is wrong, row by row; nothing was written.
    Refused(Vec<ImportFault>),
    /// It was asked to stop; nothing was written.
    Stopped,
}

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
        let deed = self.new_deed();
        let mut going = |done, all| {
            progress(done, all);
            true
        };
        let intake = Intake { batch, joined: &HashMap::new(), mapping: None };
        Ok(match self.take_in(deed, &intake, run, &mut going)? {
            Imported::Done(outcome) => Ok(outcome),
            Imported::Refused(faults) => Err(faults),
            Imported::Stopped => Ok(ImportOutcome::default()),
        })
    }

    /// As [`Office::import`], with what was decided on the way; `going` may stop it before the end. The same deed twice is done once.
    ///
    /// Errors: `NotAllowed(Import)`, those of the store.
    pub fn take_in(
        &mut self,
        id: DeedId,
        intake: &Intake<'_>,
        run: Run,
        going: Going<'_>,
    ) -> Result<Imported, OfficeError> {
        // The way out of the transaction without a commit is an error; what it means lies here.
        let mut answer = None;
        let done = self.deed(Some(id), Some(Right::Import), nothing, |deed| {
            let taken = take_in(deed, intake, going)?;
            let commit = run == Run::Real && matches!(taken, Imported::Done(_));
            if commit {
                if let Some(mapping) = intake.mapping {
                    remember(deed.tx, &Mapping { was_taken_in: true, ..mapping.clone() })?;
                }
                let count = Some(intake.batch.families.len() + intake.batch.singles.len());
                deed.journal("register-imported", None, &Detail { count, ..Detail::default() })?;
            }
            answer = Some(taken);
            if commit { Ok(()) } else { Err(OfficeError::NoSuchFamily) }
        });
        match (answer, done) {
            (Some(answer), _) if run == Run::Dry || !matches!(answer, Imported::Done(_)) => Ok(answer),
            (Some(answer), Ok(())) => Ok(answer),
            (_, Err(fault)) => Err(fault),
            (None, Ok(())) => Ok(Imported::Done(ImportOutcome::default())),
        }
    }

    /// What the headings of the office's earlier files meant, the newest first.
    ///
    /// Errors: `NotAllowed(Import)`, those of reading.
    pub fn mappings(&mut self) -> Result<Vec<Mapping>, OfficeError> {
        self.require_now(Right::Import)?;
        Ok(self.store.read(mappings)?)
    }

    /// Remembers what a person has just said that the headings of a file mean, before anything of it is taken in: a desk that locks
    /// meanwhile must not make them say it again. Nothing of the register changes, and the journal has no line of it.
    ///
    /// Errors: `NotAllowed(Import)`, those of the store.
    pub fn remember_headings(&mut self, mapping: &Mapping) -> Result<(), OfficeError> {
        self.require_now(Right::Import)?;
        self.store.transact(|tx| remember(tx, mapping))
    }

    /// What reading a file needs to know of this office: its day, its own catalogue, its community.
    ///
    /// Errors: `NotAllowed(Import)`, those of reading.
    pub fn intake_setting(&mut self) -> Result<IntakeSetting, OfficeError> {
        self.require_now(Right::Import)?;
        let categories = self.store.read(categories::codes)?;
        let own = [false, true].into_iter().flat_map(|english| self.catalogue.category_names(english));
        let names = own.map(|(code, own)| (own.to_lowercase(), CategoryCode(code.to_owned()))).collect();
        let community = self.profile.community.clone();
        Ok(IntakeSetting { today: self.clock().today(), categories, names, community })
    }
}

fn mappings(tx: &Tx) -> Result<Vec<Mapping>, StoreError> {
    let kept = settings::get(tx, settings::IMPORT_HEADINGS)?.unwrap_or_default();
    // What a later version wrote and this one cannot read is as good as forgotten: the guess is made again.
    Ok(serde_json::from_str(&kept).unwrap_or_default())
}

fn remember(tx: &Tx, mapping: &Mapping) -> Result<(), OfficeError> {
    let mut kept = mappings(tx)?;
    if kept.first() == Some(mapping) {
        return Ok(());
    }
    kept.retain(|known| known.headings != mapping.headings);
    kept.insert(0, mapping.clone());
    kept.truncate(MAPPINGS_KEPT);
    let text = serde_json::to_string(&kept).unwrap_or_default();
    Ok(settings::put(tx, settings::IMPORT_HEADINGS, &text)?)
}

fn take_in(deed: &mut Deed<'_>, intake: &Intake<'_>, going: Going<'_>) -> Result<Imported, OfficeError> {
    let batch = intake.batch;
    let total = batch.families.len() + batch.singles.len();
    let undated: HashSet<usize> = batch.undated.iter().copied().collect();
    let mut outcome = ImportOutcome::default();
    let mut faults = Vec::new();
    let mut names = HashMap::new();
    for place in 0..total {
        let result = match batch.families.get(place) {
            Some(family) => {
                let known = Known { family: intake.joined.get(&place).copied(), is_undated: undated.contains(&place) };
                take_family(deed, &cleaned(family), known, &mut names, &mut outcome)
            }
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
        if !going(place + 1, total) {
            return Ok(Imported::Stopped);
        }
    }
    Ok(if faults.is_empty() { Imported::Done(outcome) } else { Imported::Refused(faults) })
}

/// What is known of a family beside what its rows say.
#[derive(Clone, Copy)]
struct Known {
    /// The family of the register that a person said it is.
    family: Option<FamilyId>,
    /// Whether the file names no first day.
    is_undated: bool,
}

/// Whom a person recognised keeps the key that the register knows them by: the file's would hide them from the list they came with.
fn keep_keys(deed: &Deed<'_>, members: &mut [MemberDraft]) -> Result<(), OfficeError> {
    for member in members {
        if let Some(person) = member.person
            && people::get(deed.tx, person)?.is_some_and(|stored| stored.key.is_some())
        {
            member.key = None;
        }
    }
    Ok(())
}

/// Who the keys of a file mean, as its rows said so far.
type Names = HashMap<String, (PersonName, Option<BirthDate>)>;

fn take_family(
    deed: &mut Deed<'_>,
    draft: &FamilyDraft,
    known: Known,
    names: &mut Names,
    outcome: &mut ImportOutcome,
) -> Result<(), MemberFault> {
    refuse_ambiguous_keys(draft, names)?;
    let mut file = draft.clone();
    keep_keys(deed, &mut file.members)?;
    let recognised = recognise::family(deed, &mut file)?;
    one_row_a_person(&mut file.members);
    let said = known.family.map(|family| families::in_force(deed.tx, family)?.ok_or(OfficeError::NoSuchFamily));
    let Some(family) = recognised.or(said.transpose()?) else {
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
    if known.is_undated {
        // A file without the day means "today" to its reader; the stored day knows better.
        file.registered_on = stored.registered_on;
    }
    if recognised.is_none() {
        come_home(&stored, &mut file);
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

/// Rows of people who became one on the register are one row: the head's, or the first.
fn one_row_a_person(members: &mut Vec<MemberDraft>) {
    let mut one: Vec<MemberDraft> = Vec::with_capacity(members.len());
    for member in std::mem::take(members) {
        match one.iter_mut().find(|there| there.person.is_some() && there.person == member.person) {
            Some(there) => {
                let relation = if member.relation == Relation::Head { Relation::Head } else { there.relation };
                *there = MemberDraft { relation, ..merge::overlay_member(there, &member) };
            }
            None => one.push(member),
        }
    }
    *members = one;
}

/// A family that was recognised by its people keeps the register's key and head; what the file says of the head is said of a member.
fn come_home(stored: &FamilyDraft, file: &mut FamilyDraft) {
    if stored.key.is_some() {
        file.key = None;
    }
    let head = stored.members.iter().find(|member| member.relation == Relation::Head);
    for member in &mut file.members {
        let is_head = member.person.is_some() && head.is_some_and(|head| head.person == member.person);
        if member.relation == Relation::Head && head.is_some() && !is_head {
            member.relation = Relation::Other;
        }
    }
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
    keep_keys(deed, std::slice::from_mut(&mut file))?;
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
