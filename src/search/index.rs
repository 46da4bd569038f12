//! The index itself: columns of small numbers over distinct texts, one row a record.
//!
//! Most rows are *settled*: they stand in the order of names, so that everybody of a surname lies side by side, with the orders by given
//! name, home and person beside them. What changes afterwards goes unordered behind them, and what it replaces is marked as gone: a
//! change of one person costs microseconds at any size, and a search looks through the few rows behind as well. What a search
//! shows is ordered by names and ids alone, never by the row, and a changed index answers just as a fresh one.

use super::dictionary::{Dictionary, Kind};
use super::homes::{Home, Homes};
use super::numbers::{Papers, Phones};
use super::pairs::Pairs;
use super::patience::Patience;
use super::sweep::Sweep;
use super::{Doubles, Hit, Likely, Only, Record, Resemblance, Sight, Sought, Standing, Suggestion};
use crate::domain::draft::FamilyDraft;
use crate::domain::id::{FamilyId, PersonId};
use crate::domain::person::{BirthDate, PersonName, Precision};
use chrono::{Datelike, NaiveDate};
use std::cmp::Ordering;
use std::ops::Range;

/// The index.
#[derive(Clone)]
pub struct Index {
    pub(super) names: Dictionary,
    pub(super) homes: Homes,
    pub(super) phones: Phones,
    pub(super) papers: Papers,
    pub(super) people: Vec<PersonId>,
    pub(super) flags: Vec<u8>,
    pub(super) home: Vec<u32>,
    /// See [`packed`].
    pub(super) births: Vec<i32>,
    pub(super) surnames: Vec<u32>,
    pub(super) given: Vec<u32>,
    pub(super) patronymics: Vec<u32>,
    /// So many rows stand in the order of names.
    pub(super) settled: usize,
    /// Settled rows of each text as a surname.
    pub(super) ranges: Vec<(u32, u32)>,
    /// Settled rows by given name and patronymic.
    pub(super) pairs: Pairs,
    /// Settled rows by home.
    pub(super) by_home: Vec<u32>,
    /// Where the settled rows of each home begin among them, and where the last ones end.
    pub(super) home_starts: Vec<u32>,
    /// Settled rows by person.
    pub(super) by_person: Vec<u32>,
    /// What each text of the names is used as: bits of [`AS_SURNAME`] and its like.
    pub(super) roles: Vec<u8>,
    /// How many records bear each text as a surname.
    pub(super) bearers: Vec<u32>,
    /// Records that are not gone.
    pub(super) live: usize,
    /// The look for doubles among all records. It lives here, so that a change of a record can never pass it by.
    sweep: Sweep,
}

/// A row whose record is gone.
pub(super) const GONE: u8 = 1;
/// A row of the head of a family.
pub(super) const HEAD: u8 = 2;
/// A row of a name that the person had before.
pub(super) const FORMER: u8 = 4;
/// A row of a closed entry, or of somebody who has died.
pub(super) const PAST: u8 = 8;
/// A row of a family whose entry is closed.
pub(super) const CLOSED: u8 = 16;
/// A row of the present name of somebody who had another before.
pub(super) const RENAMED: u8 = 32;

/// Uses of a name's text.
pub(super) const AS_SURNAME: u8 = 1;
pub(super) const AS_GIVEN: u8 = 2;
pub(super) const AS_PATRONYMIC: u8 = 4;

/// So many unordered rows are looked through in a fraction of a millisecond; with more everything is put in order again.
pub(super) const UNORDERED_AT_MOST: usize = 20_000;

/// No birth date.
const UNKNOWN: i32 = i32::MIN;

/// A birth date as one number that sorts like it: the day, and in the lowest bit whether only the year is known.
pub(super) fn packed(birth: Option<BirthDate>) -> i32 {
    birth.map_or(UNKNOWN, |birth| {
        birth.date.num_days_from_ce().saturating_mul(2).saturating_add(i32::from(birth.precision == Precision::Year))
    })
}

pub(super) fn unpacked(packed: i32) -> Option<BirthDate> {
    let date = NaiveDate::from_num_days_from_ce_opt(packed >> 1).filter(|_| packed != UNKNOWN)?;
    let precision = if packed & 1 == 1 { Precision::Year } else { Precision::Day };
    Some(BirthDate { date, precision })
}

impl Default for Index {
    fn default() -> Self {
        Self {
            names: Dictionary::new(Kind::Names),
            homes: Homes::new(Dictionary::new(Kind::Places)),
            phones: Phones::default(),
            papers: Papers::default(),
            people: Vec::new(),
            flags: Vec::new(),
            home: Vec::new(),
            births: Vec::new(),
            surnames: Vec::new(),
            given: Vec::new(),
            patronymics: Vec::new(),
            settled: 0,
            ranges: Vec::new(),
            pairs: Pairs::default(),
            by_home: Vec::new(),
            home_starts: Vec::new(),
            by_person: Vec::new(),
            roles: Vec::new(),
            bearers: Vec::new(),
            live: 0,
            sweep: Sweep::default(),
        }
    }
}

impl Index {
    /// Adds records of people of whom nothing is known yet. After the last of many, [`Index::settle`] makes searches quick.
    pub fn add(&mut self, records: Vec<Record>) {
        for record in records {
            self.put(&record);
        }
    }

    /// Puts all rows in order: a second for a million people. Nothing but the speed of searches depends on it.
    pub fn settle(&mut self) {
        let places = super::settle::settle(self);
        self.sweep.renumber(|row| places.get(row as usize).copied().filter(|place| *place != u32::MAX));
    }

    /// Replaces everything known of these people by these records (a person with no record left is forgotten).
    pub fn update(&mut self, people: &[PersonId], records: Vec<Record>) {
        let mut gone: Vec<u32> = people.iter().flat_map(|person| self.rows_of(*person)).collect();
        gone.sort_unstable();
        gone.dedup();
        for row in &gone {
            let at = *row as usize;
            self.live -= usize::from(self.flags[at] & FORMER == 0);
            self.flags[at] |= GONE;
            if let Some(bearers) = self.bearers.get_mut(self.surnames[at] as usize) {
                *bearers -= 1;
            }
        }
        if !gone.is_empty() {
            self.sweep.forget(&gone);
        }
        self.add(records);
        if self.people.len() - self.settled > UNORDERED_AT_MOST {
            self.settle();
        }
    }

    /// Rows of a person that are not gone.
    fn rows_of(&self, person: PersonId) -> Vec<u32> {
        let of = |row: &u32| self.people[*row as usize];
        let first = self.by_person.partition_point(|row| of(row) < person);
        let settled = self.by_person.iter().skip(first).take_while(|row| of(row) == person).copied();
        let behind = (0u32..).zip(&self.people).skip(self.settled).filter(|(_, of)| **of == person).map(|(row, _)| row);
        settled.chain(behind).filter(|row| self.flags[*row as usize] & GONE == 0).collect()
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        self.live
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.live == 0
    }

    /// The best `limit` records for a typed text, exact tier first, each family through its best member only once a tier.
    /// An empty text finds nothing.
    pub fn find(&self, text: &str, sight: Sight, today: NaiveDate, limit: usize) -> Vec<Hit> {
        self.find_while(text, (sight, Only::All), today, limit, &|| true).hits
    }

    /// As [`Index::find`], among a part of the records and for as long as `is_wanted` says so: what agrees as typed is looked for first, and
    /// stays where the rest is given up.
    pub fn find_while(
        &self,
        text: &str,
        asker: (Sight, Only),
        today: NaiveDate,
        limit: usize,
        is_wanted: &dyn Fn() -> bool,
    ) -> Sought {
        super::find::find(self, text, asker, today, limit, &Patience::new(is_wanted))
    }

    /// Surnames that may be meant by a lone word that is not one of them exactly, the likeliest first, at most `limit`. Empty where the
    /// text is something else than one mistyped surname.
    pub fn suggest(&self, text: &str, today: NaiveDate, limit: usize) -> Vec<Suggestion> {
        super::find::suggest(self, text, today, limit)
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

    /// Whom of the records, or earlier in the list, the people of a list resemble most; who resembles nobody is not told of. `going` hears
    /// how many of the list are compared, and stops it. The list never becomes a part of the index.
    pub fn resembled(&self, list: Vec<Record>, going: &mut dyn FnMut(usize) -> bool) -> Option<Vec<Resemblance>> {
        super::sweep::resembled(Self { sweep: Sweep::default(), ..self.clone() }, list, going)
    }

    fn put(&mut self, record: &Record) {
        let home = self.homes.add(record);
        let closed = if record.closed { CLOSED } else { 0 };
        let head = if record.is_head { HEAD } else { 0 };
        let past = if record.closed || record.died { PAST } else { 0 };
        let renamed = if record.former.iter().any(|former| *former != record.name) { RENAMED } else { 0 };
        let row = self.put_name(record, &record.name, home, head | past | closed | renamed);
        self.sweep.look_again_at(row);
        self.live += 1;
        for former in record.former.iter().filter(|former| **former != record.name) {
            let own = |former: &str, present: &str| if former.is_empty() { present } else { former }.to_owned();
            let name = PersonName {
                surname: former.surname.clone(),
                given: own(&former.given, &record.name.given),
                patronymic: own(&former.patronymic, &record.name.patronymic),
            };
            self.put_name(record, &name, home, FORMER | past | closed);
        }
    }

    fn put_name(&mut self, record: &Record, name: &PersonName, home: u32, flags: u8) -> u32 {
        let row = u32::try_from(self.people.len()).unwrap_or(0);
        let mut text = |text: &str, role: u8| {
            let number = self.names.add(text);
            let at = number as usize;
            if at >= self.roles.len() {
                self.roles.resize(at + 1, 0);
                self.bearers.resize(at + 1, 0);
            }
            self.roles[at] |= role;
            number
        };
        let surname = text(&name.surname, AS_SURNAME);
        self.given.push(text(&name.given, AS_GIVEN));
        self.patronymics.push(text(&name.patronymic, AS_PATRONYMIC));
        self.surnames.push(surname);
        self.bearers[surname as usize] += 1;
        self.people.push(record.person);
        self.flags.push(flags);
        self.home.push(home);
        self.births.push(packed(record.birth));
        for phone in &record.phones {
            self.phones.push(row, phone);
        }
        for document in &record.documents {
            self.papers.push(row, document);
        }
        row
    }

    /// How many rows there are, those that are gone included.
    pub(super) fn rows(&self) -> usize {
        self.people.len()
    }

    /// Whose present record a row is; none where it is gone, or of a former name.
    pub(super) fn person(&self, row: usize) -> Option<PersonId> {
        self.people.get(row).copied().filter(|_| self.flags[row] & (GONE | FORMER) == 0)
    }

    /// Whose row it is, of the present name or a former one; none where it is gone.
    pub(super) fn bearer(&self, row: usize) -> Option<PersonId> {
        self.people.get(row).copied().filter(|_| self.flags[row] & GONE == 0)
    }

    /// Names that a person had before, as rows.
    pub(super) fn former_of(&self, person: PersonId) -> Vec<u32> {
        let rows = self.rows_of(person).into_iter();
        rows.filter(|row| self.flags[*row as usize] & FORMER != 0).collect()
    }

    /// In which family a row stands.
    pub(super) fn family(&self, row: usize) -> Option<FamilyId> {
        self.home_of(row).family()
    }

    /// Whether a row is among the records that a search is limited to.
    pub(super) fn is_among(&self, row: usize, only: Only) -> bool {
        let is_closed = || self.flags[row] & CLOSED != 0;
        match only {
            Only::All | Only::People | Only::Named => true,
            Only::Families => self.family(row).is_some(),
            Only::Open => self.family(row).is_some() && !is_closed(),
            Only::Closed => self.family(row).is_some() && is_closed(),
        }
    }

    /// The home of a row.
    pub(super) fn home_of(&self, row: usize) -> Home {
        self.homes.get(self.home[row])
    }

    /// The settled rows of a home.
    pub(super) fn settled_in(&self, home: usize) -> &[u32] {
        let start = |at: usize| self.home_starts.get(at).map_or(self.by_home.len(), |start| *start as usize);
        self.by_home.get(start(home)..start(home + 1)).unwrap_or_default()
    }

    /// When somebody was born.
    pub(super) fn birth(&self, row: usize) -> Option<BirthDate> {
        unpacked(self.births[row])
    }

    /// Whether a row is of the head of its family.
    pub(super) fn is_head(&self, row: usize) -> bool {
        self.flags[row] & HEAD != 0
    }

    /// Rows that are in no order.
    pub(super) fn unordered(&self) -> Range<u32> {
        let end = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        end(self.settled)..end(self.people.len())
    }

    /// The order of lists: surname, given name, patronymic, birth date, person, family.
    pub(super) fn order(&self, left: u32, right: u32) -> Ordering {
        let (a, b) = (left as usize, right as usize);
        if a.max(b) < self.settled {
            return left.cmp(&right);
        }
        for column in [&self.surnames, &self.given, &self.patronymics] {
            let order = self.names.order(column[a], column[b]);
            if order.is_ne() {
                return order;
            }
        }
        self.births[a]
            .cmp(&self.births[b])
            .then_with(|| self.people[a].cmp(&self.people[b]))
            .then_with(|| self.family(a).cmp(&self.family(b)))
    }
}
