//! The index itself: columns of small numbers over distinct texts, one row a record.
//!
//! Rows have no order, so a change of one person rewrites that person's rows in place and nothing else; what a search shows is
//! ordered by names and ids alone, never by the row, and a changed index answers just as a fresh one.

use super::dictionary::{Dictionary, Kind, QuickMap};
use super::numbers::{Papers, Phones, building_key};
use super::sweep::Sweep;
use super::{Doubles, Hit, Likely, Record, Sight, Standing};
use crate::domain::draft::FamilyDraft;
use crate::domain::id::{FamilyId, PersonId};
use crate::domain::person::BirthDate;
use chrono::NaiveDate;
use std::cmp::Ordering;
use std::collections::HashSet;

/// The index.
pub struct Index {
    pub(super) names: Dictionary,
    pub(super) places: Dictionary,
    /// Building and flat keys → their numbers; 0 is the empty one.
    buildings: QuickMap<String, u32>,
    pub(super) phones: Phones,
    pub(super) papers: Papers,
    /// Who each row is; none for a free row.
    pub(super) people: Vec<Option<PersonId>>,
    pub(super) families: Vec<Option<FamilyId>>,
    /// Family numbers; zero where there is none.
    pub(super) numbers: Vec<u32>,
    pub(super) births: Vec<Option<BirthDate>>,
    pub(super) surnames: Vec<u32>,
    pub(super) given: Vec<u32>,
    pub(super) patronymics: Vec<u32>,
    pub(super) streets: Vec<u32>,
    /// The present and the former names of a street that was renamed.
    pub(super) now: Vec<u32>,
    pub(super) was: Vec<u32>,
    pub(super) settlements: Vec<u32>,
    pub(super) building: Vec<u32>,
    pub(super) flat: Vec<u32>,
    pub(super) heads: Vec<bool>,
    /// Former names by row: surname, given name, patronymic. Few rows have any.
    pub(super) former: QuickMap<u32, Vec<[u32; 3]>>,
    /// Whether a row has former names: a look at every row must cost nothing.
    pub(super) has_former: Vec<bool>,
    /// Other numbers that lead to a row's family.
    pub(super) also: Vec<(u32, u32)>,
    free: Vec<u32>,
    /// The look for doubles among all records. It lives here, so that a change of a record can never pass it by.
    sweep: Sweep,
}

impl Default for Index {
    fn default() -> Self {
        Self {
            names: Dictionary::new(Kind::Names),
            places: Dictionary::new(Kind::Places),
            buildings: std::iter::once((String::new(), 0)).collect(),
            phones: Phones::default(),
            papers: Papers::default(),
            people: Vec::new(),
            families: Vec::new(),
            numbers: Vec::new(),
            births: Vec::new(),
            surnames: Vec::new(),
            given: Vec::new(),
            patronymics: Vec::new(),
            streets: Vec::new(),
            now: Vec::new(),
            was: Vec::new(),
            settlements: Vec::new(),
            building: Vec::new(),
            flat: Vec::new(),
            heads: Vec::new(),
            former: QuickMap::default(),
            has_former: Vec::new(),
            also: Vec::new(),
            free: Vec::new(),
            sweep: Sweep::default(),
        }
    }
}

impl Index {
    /// Builds the index from all records.
    pub fn build(records: Vec<Record>) -> Self {
        let mut index = Self::default();
        index.add(records);
        index
    }

    /// Adds records of people of whom nothing is known yet.
    pub fn add(&mut self, records: Vec<Record>) {
        for record in records {
            self.put(&record);
        }
    }

    /// Replaces everything known of these people by these records (a person with no record left is forgotten).
    pub fn update(&mut self, people: &[PersonId], records: Vec<Record>) {
        let gone: HashSet<PersonId> = people.iter().copied().collect();
        let before = self.free.len();
        for (row, person) in (0u32..).zip(&mut self.people) {
            if person.is_some_and(|person| gone.contains(&person)) {
                *person = None;
                self.free.push(row);
            }
        }
        if self.free.len() > before {
            self.sweep.forget(self.free.get(before..).unwrap_or_default());
            let people = &self.people;
            let wanted = |row: u32| people.get(row as usize).is_some_and(Option::is_some);
            self.phones.retain(wanted);
            self.papers.retain(wanted);
            self.former.retain(|row, _| wanted(*row));
            self.also.retain(|(row, _)| wanted(*row));
        }
        self.add(records);
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        self.people.len() - self.free.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The best `limit` records for a typed text, exact tier first, each family through its best member only once a tier.
    /// An empty text finds nothing.
    pub fn find(&self, text: &str, sight: Sight, today: NaiveDate, limit: usize) -> Vec<Hit> {
        super::find::find(self, text, sight, today, limit)
    }

    /// Records that may be the family in the draft, most certain first, at most `limit`; never those of `except`.
    pub fn likely(&self, draft: &FamilyDraft, except: Option<FamilyId>, limit: usize) -> Vec<Likely> {
        super::likely::likely(self, draft, except, limit)
    }

    /// Looks on for doubles among all records, for about so many comparisons (some tens of nanoseconds each). Says whether anything is
    /// left to look at.
    pub fn sweep(&mut self, budget: usize) -> bool {
        let mut sweep = std::mem::take(&mut self.sweep);
        let more = sweep.step(self, budget);
        self.sweep = sweep;
        more
    }

    /// The doubles found so far, most certain first, at most `limit`, without those that `are_different` is true of. What the asker may
    /// not see says nothing: those whom only a phone, a paper or an address brings together are neither shown nor counted.
    pub fn doubles(&self, sight: Sight, limit: usize, are_different: &dyn Fn(Standing, Standing) -> bool) -> Doubles {
        self.sweep.doubles(self, sight, limit, are_different)
    }

    fn put(&mut self, record: &Record) {
        let row = self.free.pop().unwrap_or_else(|| self.grow());
        let at = row as usize;
        self.people[at] = Some(record.person);
        self.families[at] = record.family;
        self.numbers[at] = record.number.map_or(0, crate::domain::number::FamilyNumber::value);
        self.births[at] = record.birth;
        self.heads[at] = record.is_head;
        self.surnames[at] = self.names.add(&record.name.surname);
        self.given[at] = self.names.add(&record.name.given);
        self.patronymics[at] = self.names.add(&record.name.patronymic);
        self.streets[at] = self.places.add(&record.street);
        let renamed = record.renamed.as_ref().map_or(("", ""), |street| (&street.now, &street.was));
        (self.now[at], self.was[at]) = (self.places.add(renamed.0), self.places.add(renamed.1));
        self.settlements[at] = self.places.add(&record.settlement);
        self.building[at] = self.add_building(&record.building);
        self.flat[at] = self.add_building(&record.flat);
        self.has_former[at] = !record.former.is_empty();
        if !record.former.is_empty() {
            let names = record.former.iter();
            let names = names
                .map(|name| [&name.surname, &name.given, &name.patronymic].map(|part| self.names.add(part)))
                .collect();
            self.former.insert(row, names);
        }
        self.also.extend(record.also.iter().map(|number| (row, number.value())));
        for phone in &record.phones {
            self.phones.push(row, phone);
        }
        for document in &record.documents {
            self.papers.push(row, document);
        }
        self.sweep.look_again_at(row);
    }

    /// A new empty row.
    fn grow(&mut self) -> u32 {
        self.people.push(None);
        self.families.push(None);
        self.births.push(None);
        self.heads.push(false);
        self.has_former.push(false);
        for column in [
            &mut self.numbers,
            &mut self.surnames,
            &mut self.given,
            &mut self.patronymics,
            &mut self.streets,
            &mut self.now,
            &mut self.was,
            &mut self.settlements,
            &mut self.building,
            &mut self.flat,
        ] {
            column.push(0);
        }
        u32::try_from(self.people.len() - 1).unwrap_or(0)
    }

    fn add_building(&mut self, text: &str) -> u32 {
        let next = u32::try_from(self.buildings.len()).unwrap_or(0);
        *self.buildings.entry(building_key(text)).or_insert(next)
    }

    /// The number of a building or flat that somebody lives in; none for the empty one.
    pub(super) fn building_number(&self, key: &str) -> Option<u32> {
        self.buildings.get(key).copied().filter(|number| *number != 0)
    }

    /// The order of lists: surname, given name, patronymic, birth date, person, family.
    pub(super) fn order(&self, left: u32, right: u32) -> Ordering {
        let (a, b) = (left as usize, right as usize);
        for column in [&self.surnames, &self.given, &self.patronymics] {
            let (one, other) = (column[a], column[b]);
            if one != other {
                let by_start = self.names.order_of(one).cmp(&self.names.order_of(other));
                let order = by_start.then_with(|| self.names.exact_of(one).cmp(self.names.exact_of(other)));
                if order.is_ne() {
                    return order;
                }
            }
        }
        self.births[a]
            .cmp(&self.births[b])
            .then_with(|| self.people[a].cmp(&self.people[b]))
            .then_with(|| self.families[a].cmp(&self.families[b]))
    }
}
