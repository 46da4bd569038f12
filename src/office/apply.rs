//! Writing a family as a draft says, row by row: a new one, or what differs from what is stored.

use super::OfficeError;
use super::deed::Deed;
use crate::domain::address::{Address, AddressKind};
use crate::domain::category::Category;
use crate::domain::document::Document;
use crate::domain::draft::{FamilyDraft, MemberDraft};
use crate::domain::family::{FamilyCard, Relation};
use crate::domain::id::{FamilyId, MembershipId, PersonId};
use crate::domain::life::CloseReason;
use crate::domain::life::check::LifeFault;
use crate::domain::merge;
use crate::domain::name::{clean, clean_note};
use crate::domain::number::FamilyNumber;
use crate::store::categories::{self, Owner};
use crate::store::families::{self, FamilyRow};
use crate::store::{StoreError, past, people};
use chrono::NaiveDate;

/// What is wrong, with the member it is about.
#[derive(Debug)]
pub(super) struct MemberFault {
    pub(super) member: usize,
    pub(super) fault: OfficeError,
}

impl From<MemberFault> for OfficeError {
    fn from(fault: MemberFault) -> Self {
        fault.fault
    }
}

/// A fault of the family itself.
impl From<OfficeError> for MemberFault {
    fn from(fault: OfficeError) -> Self {
        Self { member: 0, fault }
    }
}

/// A fault of the file.
impl From<StoreError> for MemberFault {
    fn from(fault: StoreError) -> Self {
        Self { member: 0, fault: fault.into() }
    }
}

fn of_member<T, E: Into<OfficeError>>(member: usize, result: Result<T, E>) -> Result<T, MemberFault> {
    result.map_err(|fault| MemberFault { member, fault: fault.into() })
}

/// What was written for a new family.
pub(super) struct Added {
    pub(super) family: FamilyId,
    pub(super) number: FamilyNumber,
    pub(super) people: usize,
}

/// The rules of a family that can be saved: one head, and everybody has a name.
pub(super) fn check(draft: &FamilyDraft) -> Result<(), MemberFault> {
    for (place, member) in draft.members.iter().enumerate() {
        if member.name.surname.is_empty() || member.name.given.is_empty() {
            return Err(MemberFault { member: place, fault: OfficeError::NameMissing(place) });
        }
    }
    let mut heads = draft.members.iter().enumerate().filter(|(_, member)| member.relation == Relation::Head);
    match (heads.next(), heads.next()) {
        (None, _) => Err(OfficeError::NoHead.into()),
        (Some(_), Some((second, _))) => Err(MemberFault { member: second, fault: OfficeError::TwoHeads }),
        (Some(_), None) => Ok(()),
    }
}

/// The draft without what a screen must never receive, whoever made it: the edge settles, this is the wall behind it.
pub(super) fn cleaned(draft: &FamilyDraft) -> FamilyDraft {
    let mut draft = draft.clone();
    clean_key(&mut draft.key);
    for address in [&mut draft.actual, &mut draft.registered, &mut draft.origin] {
        clean_address(address);
    }
    clean_categories(&mut draft.categories);
    for member in &mut draft.members {
        clean_member(member);
    }
    draft
}

fn clean_key(key: &mut Option<String>) {
    *key = key.take().map(|key| clean(&key)).filter(|key| !key.is_empty());
}

pub(super) fn clean_member(member: &mut MemberDraft) {
    clean_key(&mut member.key);
    for part in [&mut member.name.surname, &mut member.name.given, &mut member.name.patronymic] {
        *part = clean(part);
    }
    member.note = clean_note(&member.note);
    for size in [&mut member.sizes.clothes, &mut member.sizes.shoes] {
        *size = clean(size);
    }
    clean_categories(&mut member.categories);
    for phone in &mut member.phones {
        (phone.settled, phone.raw) = (clean(&phone.settled), clean(&phone.raw));
    }
    for document in &mut member.documents {
        (document.number, document.raw) = (clean(&document.number), clean(&document.raw));
        document.issued_by = clean(&document.issued_by);
    }
    if let Some(crate::domain::person::Consent::Given { by, .. }) = &mut member.consent {
        *by = clean(by);
    }
}

pub(super) fn clean_address(address: &mut Address) {
    for part in
        [&mut address.settlement, &mut address.district, &mut address.street, &mut address.building, &mut address.flat]
    {
        *part = clean(part);
    }
}

fn clean_categories(list: &mut [Category]) {
    for category in list {
        category.basis = clean(&category.basis);
    }
}

/// Adds a family with everybody in it; members known by id or key join with what the draft adds to them.
pub(super) fn add_family(deed: &mut Deed<'_>, draft: &FamilyDraft) -> Result<Added, MemberFault> {
    let tx = deed.tx;
    let family = FamilyId(deed.new_id());
    let number = free_number(deed)?;
    families::insert(
        tx,
        &FamilyRow {
            id: family,
            number,
            key: draft.key.clone(),
            registered_on: draft.registered_on,
            closed_on: draft.closed_on,
        },
    )?;
    follow_closing(deed, family, None, draft.closed_on)?;
    let owner = Owner::Family(family);
    for kind in AddressKind::ALL {
        categories::begin_address(tx, owner, kind, draft.address(kind), draft.registered_on, &mut || deed.new_id())?;
    }
    refuse_unknown_categories(deed, &draft.categories)?;
    for category in &draft.categories {
        categories::insert(tx, owner, &mut || deed.new_id(), category)?;
    }
    let mut people = 0;
    for (place, member) in draft.members.iter().enumerate() {
        let (person, new) = of_member(place, settle_person(deed, member))?;
        people += usize::from(new);
        let membership = MembershipId(deed.new_id());
        of_member(place, families::join(tx, membership, family, person, member.relation, place, draft.registered_on))?;
    }
    Ok(Added { family, number, people })
}

/// A number nobody has. Random ones collide rarely: the register would have to be half full for two tries to be usual.
pub(super) fn free_number(deed: &mut Deed<'_>) -> Result<FamilyNumber, OfficeError> {
    loop {
        let number = FamilyNumber::from_random(deed.random());
        if families::by_number(deed.tx, number)?.is_none() {
            return Ok(number);
        }
    }
}

/// The person of a member: a new one, or the known one with what the draft adds. Says whether it is new.
pub(super) fn settle_person(deed: &mut Deed<'_>, member: &MemberDraft) -> Result<(PersonId, bool), OfficeError> {
    let tx = deed.tx;
    let by_key = match (&member.person, &member.key) {
        (None, Some(key)) => people::by_key(tx, key)?,
        (person, _) => *person,
    };
    if let Some(person) = by_key {
        let person = people::kept(tx, person)?;
        let marks = past::person_marks(tx, person)?.ok_or(OfficeError::NoSuchPerson)?;
        if marks.voided_on.is_some() {
            return Err(OfficeError::NoSuchPerson);
        }
        if let Some(on) = marks.died_on {
            let name = people::name(tx, person)?.unwrap_or_default().full();
            return Err(LifeFault::DiedAlready { name, on }.into());
        }
        let stored = people::get(tx, person)?.ok_or(OfficeError::NoSuchPerson)?;
        let mut after = merge::overlay_member(&stored, member);
        // The key of an entry that became one with this one leads here, and stays where it is.
        if member.key.as_ref().is_some_and(|key| stored.key.as_ref() != Some(key)) && merged_key(tx, person, member)? {
            after.key.clone_from(&stored.key);
        }
        change_person(deed, person, &stored, &after)?;
        return Ok((person, false));
    }
    Ok((add_person(deed, member)?, true))
}

/// Whether the member's key is that of somebody who became one with this person.
fn merged_key(tx: &crate::store::Tx, person: PersonId, member: &MemberDraft) -> Result<bool, StoreError> {
    let Some(key) = &member.key else { return Ok(false) };
    Ok(people::by_key(tx, key)? == Some(person))
}

/// Adds a person with phones, papers and categories.
pub(super) fn add_person(deed: &mut Deed<'_>, member: &MemberDraft) -> Result<PersonId, OfficeError> {
    for document in &member.documents {
        refuse_taken(deed, document)?;
    }
    refuse_unknown_categories(deed, &member.categories)?;
    let person = PersonId(deed.new_id());
    people::insert(deed.tx, person, member, &mut || deed.new_id())?;
    Ok(person)
}

/// Writes what differs between a stored person and what they should be.
pub(super) fn change_person(
    deed: &mut Deed<'_>,
    person: PersonId,
    stored: &MemberDraft,
    after: &MemberDraft,
) -> Result<(), OfficeError> {
    let added = change_all_but_new_papers(deed, person, stored, after)?;
    add_papers(deed, person, &added)
}

/// As [`change_person`], with the papers to be added handed back: they are added when every member's wrong ones are voided.
fn change_all_but_new_papers(
    deed: &mut Deed<'_>,
    person: PersonId,
    stored: &MemberDraft,
    after: &MemberDraft,
) -> Result<Vec<Document>, OfficeError> {
    let tx = deed.tx;
    let own = |draft: &MemberDraft| {
        (
            draft.key.clone(),
            draft.name.clone(),
            draft.sex,
            draft.birth,
            draft.consent.clone(),
            draft.note.clone(),
            draft.sizes.clone(),
        )
    };
    if own(stored) != own(after) {
        people::update(tx, person, after)?;
    }
    if stored.phones != after.phones {
        people::set_phones(tx, person, &after.phones, deed.today(), &mut || deed.new_id())?;
    }
    if stored.categories != after.categories {
        refuse_unknown_categories(deed, &after.categories)?;
        categories::set(tx, Owner::Person(person), &after.categories, &mut || deed.new_id())?;
    }
    if stored.documents == after.documents {
        return Ok(Vec::new());
    }
    Ok(people::keep_documents(tx, person, &after.documents)?.into_iter().cloned().collect())
}

fn add_papers(deed: &mut Deed<'_>, person: PersonId, papers: &[Document]) -> Result<(), OfficeError> {
    for document in papers {
        refuse_taken(deed, document)?;
        people::insert_document(deed.tx, person, &mut || deed.new_id(), document)?;
    }
    Ok(())
}

/// Refuses a paper that is validly somebody's, and says whose to those who may know.
fn refuse_taken(deed: &Deed<'_>, document: &Document) -> Result<(), OfficeError> {
    let Some(owner) = people::owner_of(deed.tx, document)? else { return Ok(()) };
    let (name, family) = if deed.sight.contacts {
        (people::name(deed.tx, owner)?, families::number_of_person(deed.tx, owner)?)
    } else {
        (None, None)
    };
    Err(OfficeError::PaperTaken {
        kind: document.kind,
        number: document.show(),
        owner: name.map(|name| name.full()).unwrap_or_default(),
        family,
    })
}

pub(super) fn refuse_unknown_categories(deed: &Deed<'_>, list: &[Category]) -> Result<(), OfficeError> {
    for category in list {
        if !categories::is_known(deed.tx, &category.code)? {
            return Err(OfficeError::UnknownCategory(category.code.0.clone()));
        }
    }
    Ok(())
}

/// Makes an address what it should be: the old one ends, the new one begins.
pub(super) fn move_to(
    deed: &mut Deed<'_>,
    owner: Owner,
    kind: AddressKind,
    stored: &Address,
    after: &Address,
) -> Result<(), OfficeError> {
    if stored != after {
        let today = deed.today();
        categories::end_address(deed.tx, owner, kind, today)?;
        categories::begin_address(deed.tx, owner, kind, after, today, &mut || deed.new_id())?;
    }
    Ok(())
}

/// Writes what differs between a stored family and what it should be; the draft gets the ids of the people who were added, their number
/// comes back.
pub(super) fn change_family(
    deed: &mut Deed<'_>,
    card: &FamilyCard,
    after: &mut FamilyDraft,
) -> Result<usize, MemberFault> {
    let tx = deed.tx;
    let (stored, today) = (FamilyDraft::of_card(card), deed.today());
    let row = |draft: &FamilyDraft| FamilyRow {
        id: card.id,
        number: card.number,
        key: draft.key.clone(),
        registered_on: draft.registered_on,
        closed_on: draft.closed_on,
    };
    if row(&stored) != row(after) {
        families::update(tx, &row(after))?;
    }
    follow_closing(deed, card.id, stored.closed_on, after.closed_on)?;
    for kind in AddressKind::ALL {
        move_to(deed, Owner::Family(card.id), kind, stored.address(kind), after.address(kind))?;
    }
    if stored.categories != after.categories {
        refuse_unknown_categories(deed, &after.categories)?;
        categories::set(tx, Owner::Family(card.id), &after.categories, &mut || deed.new_id())?;
    }
    for member in &card.members {
        if !after.members.iter().any(|there| there.person == Some(member.person)) {
            families::leave(tx, member.membership, today, None)?;
        }
    }
    restate_members(deed, card, after)?;
    let mut papers = Vec::new();
    for (place, member) in after.members.iter().enumerate() {
        let Some(there) = stored.members.iter().find(|there| there.person.is_some() && there.person == member.person)
        else {
            continue;
        };
        if let Some(person) = there.person {
            let added = of_member(place, change_all_but_new_papers(deed, person, there, member))?;
            papers.push((place, person, added));
        }
    }
    for (place, person, added) in papers {
        of_member(place, add_papers(deed, person, &added))?;
    }
    let mut people = 0;
    for (place, member) in after.members.iter_mut().enumerate() {
        if card.members.iter().any(|there| Some(there.person) == member.person) {
            continue;
        }
        let (person, new) = of_member(place, settle_person(deed, member))?;
        member.person = Some(person);
        people += usize::from(new);
        let membership = MembershipId(deed.new_id());
        of_member(place, families::join(tx, membership, card.id, person, member.relation, place, today))?;
    }
    Ok(people)
}

/// Keeps the story of closures beside the day that a form or a file wrote: they say no reason.
fn follow_closing(
    deed: &mut Deed<'_>,
    family: FamilyId,
    before: Option<NaiveDate>,
    after: Option<NaiveDate>,
) -> Result<(), OfficeError> {
    let (tx, today) = (deed.tx, deed.today());
    match (before, after) {
        (None, Some(from)) => {
            past::begin_closure(tx, family, from, (CloseReason::Other, ""), &mut || deed.new_id())?;
        }
        (Some(before), None) => past::end_closure(tx, family, today.max(before), "")?,
        (Some(before), Some(after)) if before != after => past::redate_closure(tx, family, after)?,
        _ => {}
    }
    Ok(())
}

/// Relations and places of those who stay. A former head steps back before the new one comes forward: there is one at a time.
fn restate_members(deed: &Deed<'_>, card: &FamilyCard, after: &FamilyDraft) -> Result<(), MemberFault> {
    let mut changed: Vec<_> = after
        .members
        .iter()
        .enumerate()
        .filter_map(|(place, member)| {
            let before = card.members.iter().position(|there| Some(there.person) == member.person)?;
            let there = &card.members[before];
            (there.relation != member.relation || before != place).then_some((there.membership, member.relation, place))
        })
        .collect();
    changed.sort_by_key(|(_, relation, _)| *relation == Relation::Head);
    for (membership, relation, place) in changed {
        of_member(place, families::restate(deed.tx, membership, relation, place))?;
    }
    Ok(())
}
