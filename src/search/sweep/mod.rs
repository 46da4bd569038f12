//! The look over the whole register for people who are on it twice.
//!
//! Comparing everybody with everybody would take hours, so people are compared inside blocks: those who share a paper, a phone, a birth
//! date, a surname or a home. A block only brings two people together; `score` weighs all they have, whatever brought them there.
//!
//! The look is done in slices, between the answers that somebody waits for, and the register goes on changing meanwhile. Whoever is
//! changed is taken out of what was found and looked at once more, alone against everybody, when the rest is done: with a
//! thousandth of the register that is quicker than to start anew. After a big import it is not, and everything starts anew.

mod groups;
mod list;
mod score;
#[cfg(test)]
mod tests;

use super::agreement::{Births, births};
use super::index::Index;
use super::{Doubles, Sight, Standing};
use crate::domain::id::{FamilyId, PersonId};
use crate::domain::person::Precision;
use chrono::Datelike;
use groups::{Group, Homes, Pair, Who, standing};
pub(super) use list::resembled;
use score::{Counts, Scored, Shared, score};
use std::collections::{HashMap, HashSet};

/// What brings two people together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Block {
    Paper,
    Phone,
    Birth,
    Surname,
    Home,
}

/// The blocks in their order: what is shared beyond the names is known before the names are weighed.
const BLOCKS: [Block; 5] = [Block::Paper, Block::Phone, Block::Birth, Block::Surname, Block::Home];

/// Each block is gathered in so many parts, so that no slice has to sort the whole register.
const PARTS: u64 = 64;
/// In a very big group (everybody born on an invented 1 January) each is compared with so many who follow, those of like names first.
const WINDOW: usize = 2048;
/// A phone of more people than this is a hotline's, a shelter's or an invented one.
const PEOPLE_OF_A_PHONE: usize = 40;
/// Of more pairs than this the weakest are counted and not kept: some three megabytes.
const PAIRS_KEPT: usize = 40_000;
/// When more rows than this have changed, starting anew is quicker.
const CHANGED_AT_MOST: usize = 400;
/// Passing by a row while gathering costs a fraction of a comparison.
const ROWS_A_COMPARISON: usize = 8;

/// A pair of rows, the smaller first.
type Rows = (u32, u32);

fn rows(one: u32, other: u32) -> Rows {
    (one.min(other), one.max(other))
}

/// How far the look has come, and what it has found.
#[derive(Clone, Default)]
pub(super) struct Sweep {
    counts: Option<Counts>,
    block: usize,
    part: u64,
    /// The part that is being compared: what is shared, what is alike beside it, the row.
    gathered: Option<Vec<(u64, u64, u32)>>,
    first: usize,
    second: usize,
    papers: HashSet<Rows>,
    phones: HashSet<Rows>,
    found: HashMap<Rows, Scored>,
    /// Pairs that were too many to keep.
    cut: usize,
    /// Changed rows, to be compared with everybody.
    again: Vec<u32>,
    /// Changed rows whose former names are to be read anew.
    unread: Vec<u32>,
}

impl Sweep {
    /// Rows whose records are forgotten.
    pub(super) fn forget(&mut self, gone: &[u32]) {
        if self.counts.is_none() {
            return;
        }
        // What was gathered may say a phone of somebody who has it no more.
        self.gathered = None;
        let gone: HashSet<u32> = gone.iter().copied().collect();
        let stays = |(one, other): &Rows| !gone.contains(one) && !gone.contains(other);
        self.papers.retain(stays);
        self.phones.retain(stays);
        self.found.retain(|pair, _| stays(pair));
        self.again.retain(|row| !gone.contains(row));
        self.unread.retain(|row| !gone.contains(row));
    }

    /// A row that has a record of its own now.
    pub(super) fn look_again_at(&mut self, row: u32) {
        if self.counts.is_none() {
            return;
        }
        self.again.push(row);
        self.unread.push(row);
        if self.again.len() > CHANGED_AT_MOST {
            *self = Self::default();
        }
    }

    /// Rows that have new places; none for a row that is no more. What has been looked through stays so.
    pub(super) fn renumber(&mut self, place: impl Fn(u32) -> Option<u32>) {
        if self.counts.is_none() {
            return;
        }
        self.gathered = None;
        let pair = |(one, other): Rows| Some(rows(place(one)?, place(other)?));
        self.papers = self.papers.drain().filter_map(pair).collect();
        self.phones = self.phones.drain().filter_map(pair).collect();
        self.found = self.found.drain().filter_map(|(of, scored)| Some((pair(of)?, scored))).collect();
        for rows in [&mut self.again, &mut self.unread] {
            *rows = rows.iter().filter_map(|row| place(*row)).collect();
        }
    }

    /// Works for about so many comparisons. Says whether anything is left to do.
    pub(super) fn step(&mut self, index: &Index, budget: usize) -> bool {
        let mut left = budget;
        let mut counts = match self.counts.take() {
            Some(counts) => counts,
            None => {
                left = left.saturating_sub(index.rows() / ROWS_A_COMPARISON);
                Counts::of(index)
            }
        };
        for row in self.unread.drain(..) {
            counts.read_former(index, row as usize);
        }
        while left > 0 && !self.is_done() {
            let spent = match (BLOCKS.get(self.block), self.gathered.take()) {
                (Some(block), None) => self.gather(index, &counts, *block),
                (Some(block), Some(part)) => self.compare(index, &counts, *block, part, left),
                (None, _) => self.compare_again(index, &counts),
            };
            left = left.saturating_sub(spent.max(1));
        }
        self.counts = Some(counts);
        if self.found.len() > PAIRS_KEPT {
            self.keep_the_strongest();
        }
        !self.is_done()
    }

    fn is_done(&self) -> bool {
        self.block >= BLOCKS.len() && self.again.is_empty()
    }

    /// How much is done, in hundredths.
    pub(super) fn percent(&self) -> u8 {
        if self.counts.is_none() {
            return 0;
        }
        if self.is_done() {
            return 100;
        }
        let done = (self.block as u64 * PARTS + self.part) * 100 / (BLOCKS.len() as u64 * PARTS);
        u8::try_from(done).unwrap_or(99).min(99)
    }

    /// Gathers the next part of a block.
    fn gather(&mut self, index: &Index, counts: &Counts, block: Block) -> usize {
        let mut part = Vec::new();
        let wanted = self.part;
        each_key(index, counts, block, |row, key, like| {
            let key = mixed(key);
            if key % PARTS == wanted {
                part.push((key, like, row));
            }
        });
        part.sort_unstable();
        if block == Block::Phone {
            part = part
                .chunk_by(|one, other| one.0 == other.0)
                .filter(|group| group.len() <= PEOPLE_OF_A_PHONE)
                .flatten()
                .copied()
                .collect();
        }
        (self.first, self.second) = (0, 1);
        self.gathered = Some(part);
        index.rows() / ROWS_A_COMPARISON
    }

    /// Compares on in a part, at most so many pairs.
    fn compare(
        &mut self,
        index: &Index,
        counts: &Counts,
        block: Block,
        part: Vec<(u64, u64, u32)>,
        most: usize,
    ) -> usize {
        let mut spent = 0;
        while let Some((key, _, row)) = part.get(self.first).copied() {
            if spent >= most {
                self.gathered = Some(part);
                return spent;
            }
            spent += 1;
            match part.get(self.second).copied() {
                Some((same, _, other)) if same == key && self.second - self.first <= WINDOW => {
                    self.take(index, counts, Some(block), row, other);
                    self.second += 1;
                }
                _ => {
                    self.first += 1;
                    self.second = self.first + 1;
                }
            }
        }
        self.part += 1;
        if self.part == PARTS {
            (self.block, self.part) = (self.block + 1, 0);
        }
        spent
    }

    /// Weighs a pair and keeps it where it is worth it.
    fn take(&mut self, index: &Index, counts: &Counts, block: Option<Block>, one: u32, other: u32) {
        let pair = rows(one, other);
        match block {
            Some(Block::Paper) => drop(self.papers.insert(pair)),
            // In one family a phone is everybody's.
            Some(Block::Phone) if !are_one_family(index, pair) => drop(self.phones.insert(pair)),
            _ => {}
        }
        let shared = Shared { paper: self.papers.contains(&pair), phone: self.phones.contains(&pair) };
        if let Some(scored) = score(index, counts, shared, pair.0 as usize, pair.1 as usize) {
            self.found.insert(pair, scored);
        }
    }

    /// Compares a changed row with everybody who shares a block with it.
    fn compare_again(&mut self, index: &Index, counts: &Counts) -> usize {
        let Some(row) = self.again.pop() else { return 0 };
        for block in [Block::Paper, Block::Phone] {
            let mut own = Vec::new();
            each_key(index, counts, block, |of, key, _| {
                if of == row {
                    own.push(key);
                }
            });
            for key in own {
                let mut sharing = Vec::new();
                each_key(index, counts, block, |of, other, _| {
                    if other == key && of != row {
                        sharing.push(of);
                    }
                });
                if block == Block::Paper || sharing.len() < PEOPLE_OF_A_PHONE {
                    sharing.into_iter().for_each(|other| self.take(index, counts, Some(block), row, other));
                }
            }
        }
        for other in (0u32..).take(index.rows()) {
            if other != row && share_a_block(index, counts, row as usize, other as usize) {
                self.take(index, counts, None, row, other);
            }
        }
        index.rows()
    }

    fn keep_the_strongest(&mut self) {
        let mut all: Vec<(Rows, Scored)> = self.found.drain().collect();
        all.sort_by_key(|(pair, scored)| (std::cmp::Reverse(scored.bits), *pair));
        self.cut += all.len().saturating_sub(PAIRS_KEPT / 2);
        all.truncate(PAIRS_KEPT / 2);
        self.found = all.into_iter().collect();
    }

    /// See [`Index::doubles`].
    pub(super) fn doubles(
        &self,
        index: &Index,
        sight: Sight,
        limit: usize,
        are_different: &dyn Fn(Standing, Standing) -> bool,
    ) -> Doubles {
        let stand = |row: u32| Some(standing(index, row)).filter(|_| index.person(row as usize).is_some());
        let mut groups: HashMap<(Who, Who), Group> = HashMap::new();
        let homes = self.families_of_the_found(index);
        for (pair, scored) in &self.found {
            let seen = if sight == Sight::Contacts { Some(*scored) } else { scored.without_contacts() };
            let (Some(scored), Some((first, one)), Some((second, other))) = (seen, stand(pair.0), stand(pair.1)) else {
                continue;
            };
            // Somebody of the one family who stands in the other too: then a pair of that family speaks, not this one.
            let are_together = one.family != other.family && homes.share_a_family(one.person, other.person);
            if are_together || are_different(one, other) {
                continue;
            }
            let ((first, one), (second, other)) = if (one.family, one.person) <= (other.family, other.person) {
                ((first, one), (second, other))
            } else {
                ((second, other), (first, one))
            };
            let key = if one.family.is_some() && one.family == other.family {
                (Who::Person(one.person), Who::Person(other.person))
            } else {
                (Who::of(one), Who::of(other))
            };
            groups.entry(key).or_default().add(index, Pair { rows: (first, second), one, other, scored });
        }
        let mut groups: Vec<Group> = groups.into_values().collect();
        let total = groups.len() + self.cut;
        groups.sort_by(|a, b| a.order(b, index));
        groups.truncate(limit);
        Doubles {
            best: groups.iter().filter_map(|group| group.double(index)).collect(),
            total,
            percent: self.percent(),
        }
    }

    /// In which families the people of the found pairs stand.
    fn families_of_the_found(&self, index: &Index) -> Homes {
        let mut people: HashMap<PersonId, Vec<FamilyId>> = HashMap::new();
        for (one, other) in self.found.keys() {
            for row in [one, other] {
                people.extend(index.person(*row as usize).map(|person| (person, Vec::new())));
            }
        }
        for row in 0..index.rows() {
            if let (Some(person), Some(family)) = (index.person(row), index.family(row))
                && let Some(families) = people.get_mut(&person)
            {
                families.push(family);
            }
        }
        Homes(people)
    }
}

fn are_one_family(index: &Index, (one, other): Rows) -> bool {
    let (one, other) = (index.family(one as usize), index.family(other as usize));
    one.is_some() && one == other
}

/// Hands over what each row shares in a block, and what lays like rows side by side in a big group.
fn each_key(index: &Index, counts: &Counts, block: Block, mut found: impl FnMut(u32, u64, u64)) {
    let is_there = |row: u32| index.person(row as usize).is_some();
    let mut found = |row: u32, key: u64, like: u64| {
        if is_there(row) {
            found(row, key, like);
        }
    };
    match block {
        Block::Paper => index.papers.each(|row, key| found(row, key, 0)),
        Block::Phone => index.phones.each(|row, digits| found(row, digits, 0)),
        Block::Birth | Block::Surname | Block::Home => {
            for (row, at) in (0u32..).zip(0..index.rows()) {
                let like = u64::from(index.given[at]);
                let mut found = |key: u64| found(row, key, like);
                match block {
                    Block::Birth => birth_key(index, at).into_iter().for_each(&mut found),
                    // Everybody stands among those of their former surname too.
                    Block::Surname => counts
                        .surnames_of(index, at)
                        .filter_map(|surname| surname_key(index, surname))
                        .for_each(&mut found),
                    _ => home_key(index, at).into_iter().for_each(&mut found),
                }
            }
        }
    }
}

fn birth_key(index: &Index, at: usize) -> Option<u64> {
    let birth = index.birth(at).filter(|birth| birth.precision == Precision::Day)?;
    u64::try_from(birth.date.num_days_from_ce()).ok()
}

fn surname_key(index: &Index, surname: u32) -> Option<u64> {
    let surname = index.names.folded_of(surname);
    (!surname.is_empty()).then(|| hash([surname, &[]]))
}

fn home_key(index: &Index, at: usize) -> Option<u64> {
    let home = index.home_of(at);
    let street = index.homes.places.folded_of(home.street);
    let (building, flat) = (home.building, home.flat);
    (building != 0 && !street.is_empty())
        .then(|| hash([street, &[]]) ^ mixed(u64::from(building) << 32 | u64::from(flat)))
}

/// Whether two rows share a birth date, a surname (a former one counts) or a home.
fn share_a_block(index: &Index, counts: &Counts, one: usize, other: usize) -> bool {
    let are_born_together = matches!(births(index.birth(one), index.birth(other)), Births::Same);
    let others = counts.surnames_of(index, other);
    let share_a_surname = || {
        counts.surnames_of(index, one).any(|one| {
            let is_it = |other: u32| one == other || index.names.folded_of(one) == index.names.folded_of(other);
            others.clone().any(is_it)
        })
    };
    are_born_together
        || share_a_surname()
        || index.home_of(one).building != 0
            && (index.home_of(one).building, index.home_of(one).flat)
                == (index.home_of(other).building, index.home_of(other).flat)
            && home_key(index, one) == home_key(index, other)
}

/// FNV-1a over two texts with a mark between them: only the same texts shall meet, and whoever meets by chance is weighed anyway.
fn hash(texts: [&[u8]; 2]) -> u64 {
    let mut sum = 0xcbf2_9ce4_8422_2325_u64;
    for byte in texts[0].iter().chain(&[0]).chain(texts[1]) {
        sum = (sum ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    sum
}

/// The finisher of SplitMix64: neighbours among birth dates and phones go to different parts.
fn mixed(key: u64) -> u64 {
    let mut sum = key.wrapping_add(0x9E37_79B9_7F4A_7C15);
    sum = (sum ^ (sum >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    sum = (sum ^ (sum >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    sum ^ (sum >> 31)
}
