//! What an imported file says laid over what is stored: a file adds and corrects, it never takes away.

use crate::domain::address::Address;
use crate::domain::category::Category;
use crate::domain::document::Document;
use crate::domain::draft::{FamilyDraft, MemberDraft};
use crate::domain::family::Relation;
use crate::domain::person::{BirthDate, Consent, Precision};
use crate::domain::phone::Phone;
use chrono::Datelike;

/// What a re-imported file says laid over what is stored: the file's values win, what it leaves empty stays as stored, members are
/// matched by key, then by person, lists are united. Laying the same file over the result changes nothing.
///
/// A relation `Other` counts as empty: it says the least. The day of registration cannot be empty here, so whoever reads the file
/// puts the stored day where the file has none. A birth year does not blur a stored day of that year.
pub fn overlay(current: &FamilyDraft, file: &FamilyDraft) -> FamilyDraft {
    let mut members = current.members.clone();
    for row in &file.members {
        match position(&members, row) {
            Some(index) => members[index] = overlay_member(&members[index], row),
            None => members.push(row.clone()),
        }
    }
    FamilyDraft {
        key: file.key.clone().or_else(|| current.key.clone()),
        registered_on: file.registered_on,
        closed_on: file.closed_on.or(current.closed_on),
        actual: overlay_address(&current.actual, &file.actual),
        registered: overlay_address(&current.registered, &file.registered),
        origin: overlay_address(&current.origin, &file.origin),
        categories: unite_categories(&current.categories, &file.categories),
        members,
    }
}

/// A person's row laid over the stored person: as [`overlay`], for one member.
pub fn overlay_member(current: &MemberDraft, file: &MemberDraft) -> MemberDraft {
    let mut name = current.name.clone();
    lay(&mut name.surname, &file.name.surname);
    lay(&mut name.given, &file.name.given);
    lay(&mut name.patronymic, &file.name.patronymic);
    let mut note = current.note.clone();
    lay(&mut note, &file.note);
    let mut sizes = current.sizes.clone();
    lay(&mut sizes.clothes, &file.sizes.clothes);
    lay(&mut sizes.shoes, &file.sizes.shoes);
    MemberDraft {
        person: current.person.or(file.person),
        key: file.key.clone().or_else(|| current.key.clone()),
        relation: if file.relation == Relation::Other { current.relation } else { file.relation },
        name,
        sex: file.sex.or(current.sex),
        birth: overlay_birth(current.birth, file.birth),
        phones: unite_phones(&current.phones, &file.phones),
        documents: unite_documents(&current.documents, &file.documents),
        categories: unite_categories(&current.categories, &file.categories),
        consent: overlay_consent(current.consent.as_ref(), file.consent.as_ref()),
        note,
        sizes,
    }
}

/// An address laid over the stored one, part by part; the settlement's code goes with its name.
pub fn overlay_address(current: &Address, file: &Address) -> Address {
    let mut address = current.clone();
    if file.settlement_code.is_some() || (!file.settlement.is_empty() && file.settlement != current.settlement) {
        address.settlement_code.clone_from(&file.settlement_code);
    }
    lay(&mut address.settlement, &file.settlement);
    lay(&mut address.district, &file.district);
    lay(&mut address.street, &file.street);
    lay(&mut address.building, &file.building);
    lay(&mut address.flat, &file.flat);
    address
}

fn lay(stored: &mut String, said: &String) {
    if !said.is_empty() {
        stored.clone_from(said);
    }
}

fn position(members: &[MemberDraft], row: &MemberDraft) -> Option<usize> {
    let by_key = row.key.as_ref().and_then(|key| members.iter().position(|member| member.key.as_ref() == Some(key)));
    by_key.or_else(|| row.person.and_then(|person| members.iter().position(|member| member.person == Some(person))))
}

fn overlay_birth(current: Option<BirthDate>, file: Option<BirthDate>) -> Option<BirthDate> {
    match (current, file) {
        (Some(stored), Some(said)) => {
            let blurs = said.precision == Precision::Year && said.date.year() == stored.date.year();
            Some(if blurs { stored } else { said })
        }
        (stored, said) => said.or(stored),
    }
}

fn overlay_consent(current: Option<&Consent>, file: Option<&Consent>) -> Option<Consent> {
    match (current, file) {
        // The file has only the day: who signed on that day is known here.
        (Some(stored @ Consent::Given { on: stored_on, .. }), Some(Consent::Given { on, by }))
            if stored_on == on && by.is_empty() =>
        {
            Some(stored.clone())
        }
        (stored, said) => said.or(stored).cloned(),
    }
}

fn unite_phones(current: &[Phone], file: &[Phone]) -> Vec<Phone> {
    let mut all = current.to_vec();
    for phone in file {
        if all.iter().all(|stored| stored.settled != phone.settled) {
            all.push(phone.clone());
        }
    }
    all
}

fn unite_documents(current: &[Document], file: &[Document]) -> Vec<Document> {
    let mut all = current.to_vec();
    for paper in file {
        match all.iter_mut().find(|stored| stored.kind == paper.kind && stored.number == paper.number) {
            Some(stored) => {
                stored.issued_on = paper.issued_on.or(stored.issued_on);
                lay(&mut stored.issued_by, &paper.issued_by);
            }
            None => all.push(paper.clone()),
        }
    }
    all
}

/// A category without its first day is the stored one of that code, and the other way round.
fn unite_categories(current: &[Category], file: &[Category]) -> Vec<Category> {
    let mut all = current.to_vec();
    for said in file {
        let exact = all.iter().position(|stored| stored.code == said.code && stored.since == said.since);
        let loose = || {
            all.iter().position(|stored| stored.code == said.code && (stored.since.is_none() || said.since.is_none()))
        };
        match exact.or_else(loose) {
            Some(index) => {
                let stored = &mut all[index];
                stored.since = said.since.or(stored.since);
                stored.until = said.until.or(stored.until);
                lay(&mut stored.basis, &said.basis);
            }
            None => all.push(said.clone()),
        }
    }
    all
}
