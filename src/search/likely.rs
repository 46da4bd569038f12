//! Who on the register may be somebody in the form: asked while a family is typed, so that it is not registered twice.

use super::agreement::{Agreement, Births, Near, STRONGEST_FIRST, births};
use super::aliases;
use super::dictionary::place_key;
use super::fold;
use super::index::{FORMER, Index};
use super::numbers::building_key;
use super::{Likely, Reason};
use crate::domain::address::Address;
use crate::domain::draft::{FamilyDraft, MemberDraft};
use crate::domain::id::{FamilyId, PersonId};
use std::collections::{BTreeMap, HashMap};

/// Finds who may be meant. See [`Index::likely`].
pub(super) fn likely(index: &Index, draft: &FamilyDraft, except: Option<FamilyId>, limit: usize) -> Vec<Likely> {
    let home = Home::of(index, &draft.actual);
    // The best row of each family, or of each person without one.
    let mut best: HashMap<(Option<FamilyId>, Option<PersonId>), (u32, Likely)> = HashMap::new();
    for (member, of_member) in draft.members.iter().enumerate() {
        for (row, agreement) in agreements(index, of_member, home.as_ref()) {
            let at = row as usize;
            let (Some(person), family) = (index.bearer(at), index.family(at)) else { continue };
            let known = of_member.person == Some(person);
            if known || except.is_some() && family == except {
                continue;
            }
            let found = Likely { person, family, member, likeness: agreement.likeness(), reasons: agreement.reasons() };
            let key = (family, if family.is_some() { None } else { Some(person) });
            match best.get(&key) {
                Some((other, known)) if !is_before(index, (row, &found), (*other, known)) => {}
                _ => drop(best.insert(key, (row, found))),
            }
        }
    }
    let mut found: Vec<(u32, Likely)> = best.into_values().collect();
    found.sort_by(|a, b| order(index, (a.0, &a.1), (b.0, &b.1)));
    found.truncate(limit);
    found.into_iter().map(|(_, likely)| likely).collect()
}

fn is_before(index: &Index, left: (u32, &Likely), right: (u32, &Likely)) -> bool {
    order(index, left, right).is_lt()
}

fn order(index: &Index, left: (u32, &Likely), right: (u32, &Likely)) -> std::cmp::Ordering {
    let strongest = |likely: &Likely| {
        STRONGEST_FIRST
            .iter()
            .position(|reason| likely.reasons.first() == Some(reason))
            .unwrap_or(STRONGEST_FIRST.len())
    };
    let bearers = |row: u32| index.bearers.get(index.surnames[row as usize] as usize);
    let (a, b) = (left.1, right.1);
    b.likeness
        .cmp(&a.likeness)
        .then_with(|| strongest(a).cmp(&strongest(b)))
        .then_with(|| b.reasons.len().cmp(&a.reasons.len()))
        // Of two who agree in the same, the one with the rarer surname is likelier to be meant.
        .then_with(|| bearers(left.0).cmp(&bearers(right.0)))
        .then_with(|| index.order(left.0, right.0))
        .then_with(|| a.member.cmp(&b.member))
}

/// Rows that agree with a member in anything that counts.
fn agreements(index: &Index, member: &MemberDraft, home: Option<&Home>) -> BTreeMap<u32, Agreement> {
    let mut found: BTreeMap<u32, Agreement> = BTreeMap::new();
    for document in &member.documents {
        index.papers.equal(document, |row| found.entry(row).or_default().add(&Reason::SameDocument));
    }
    for phone in &member.phones {
        index.phones.equal(phone, |row| found.entry(row).or_default().add(&Reason::SamePhone));
    }
    let surnames = near_names(index, &member.name.surname, Slips::Two);
    if let Some(surnames) = &surnames {
        let given = near_names(index, &member.name.given, Slips::None);
        for (row, number) in (0u32..).zip(0..index.rows()) {
            let surname = surnames[index.surnames[number] as usize];
            if surname == Near::Not || index.bearer(number).is_none() {
                continue;
            }
            if let Some(agreement) = found.get_mut(&row) {
                agreement.surname = true;
            }
            let given = given.as_ref().map_or(Near::Not, |given| given[index.given[number] as usize]);
            let by_name = by_name(index, member, number, surname, given);
            let former = by_name.as_ref().filter(|_| index.flags[number] & FORMER != 0).map(|_| Reason::FormerName);
            let at_home = home.filter(|home| home.is_of(index, number)).map(|_| Reason::SurnameAndAddress);
            for reason in by_name.iter().chain(&former).chain(&at_home) {
                let agreement = found.entry(row).or_default();
                agreement.surname = true;
                agreement.add(reason);
            }
        }
    }
    found
}

/// What the names and birth dates say together.
fn by_name(index: &Index, member: &MemberDraft, row: usize, surname: Near, given: Near) -> Option<Reason> {
    if given == Near::Not {
        return None;
    }
    let same = surname == Near::Same && given == Near::Same;
    match births(member.birth, index.birth(row)) {
        Births::Same if same => Some(Reason::SameNameAndBirth),
        Births::Same => Some(Reason::CloseNameSameBirth),
        Births::Unknown if same && patronymics_may_agree(index, member, row) => Some(Reason::SameName),
        Births::Unknown | Births::Different => None,
    }
}

/// Namesakes with different patronymics are different people, unless a birth date says otherwise.
fn patronymics_may_agree(index: &Index, member: &MemberDraft, row: usize) -> bool {
    let typed = folded(&member.name.patronymic);
    let stored = index.names.folded_of(index.patronymics[row]);
    typed.is_empty() || stored.is_empty() || super::edit::within_two(&typed, stored).is_some()
}

/// How many slips still make a name close.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Slips {
    None,
    Two,
}

pub(super) fn folded(name: &str) -> Vec<u8> {
    let letters: String = fold::composed(name).split_whitespace().collect();
    fold::folded(&fold::exact(&letters))
}

/// How near each stored name is; none where nothing is typed.
fn near_names(index: &Index, name: &str, slips: Slips) -> Option<Vec<Near>> {
    let key = folded(name);
    if key.is_empty() {
        return None;
    }
    let names = &index.names;
    let mut near = vec![Near::Not; names.len()];
    let mut better = |word: usize, how: Near| {
        if names.is_whole(word) {
            let cell = &mut near[names.owners[word] as usize];
            *cell = (*cell).max(how);
        }
    };
    names.folded.equal(&key, |word| better(word, Near::Same));
    if slips == Slips::Two {
        // Two slips in a short surname make any other short surname.
        let most = if key.len() >= 6 { 2 } else { u8::from(key.len() >= 4) };
        names.folded.near(&key, |word, slips| {
            if slips <= most {
                better(word, Near::Close);
            }
        });
    }
    let same = aliases::same_names(&key);
    if !same.is_empty() {
        for (word, alias) in names.aliases.iter().enumerate() {
            if *alias != 0 && same[usize::from(*alias)] {
                better(word, Near::Close);
            }
        }
    }
    Some(near)
}

/// The address in the form, ready to be compared.
struct Home {
    streets: Vec<bool>,
    /// Settlements that do not speak against it.
    settlements: Vec<bool>,
    building: u32,
}

impl Home {
    /// None where there is no street or no building, or nobody lives in such a building.
    fn of(index: &Index, address: &Address) -> Option<Self> {
        let street = place_key(&address.street);
        let settlement = place_key(&address.settlement);
        let building = index.homes.building_number(&building_key(&address.building))?;
        if street.is_empty() {
            return None;
        }
        let places = (0u32..).take(index.homes.places.len()).map(|id| index.homes.places.folded_of(id));
        Some(Self {
            streets: places.clone().map(|place| place == street).collect(),
            settlements: places.map(|place| settlement.is_empty() || place.is_empty() || place == settlement).collect(),
            building,
        })
    }

    fn is_of(&self, index: &Index, row: usize) -> bool {
        let home = index.home_of(row);
        home.building == self.building
            && [home.street, home.now, home.was].iter().any(|street| self.streets[*street as usize])
            && self.settlements[home.settlement as usize]
    }
}
