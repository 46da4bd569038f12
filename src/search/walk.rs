//! The way over the index: no search looks at everybody.
//!
//! A word is compared with the distinct texts; the few that agree lead to stretches of rows (everybody of a surname, of a given name, of
//! a street). Every row must agree with every word, so the word with the fewest rows leads, and the others are asked of its rows alone.
//! Stretches are walked from the most promising one on, until the next can bring nothing better than what is found.

use super::Tier;
use super::best::Best;
use super::find::{Asked, Found, Rank, Reading};
use super::index::{FORMER, GONE, Index};
use super::marks::{Floor, Letters, Mark, Marks, NONE, Reach, cost, is_close};
use super::query::MOST_WORDS;
use std::ops::Range;

/// A name that the person had before stands below present ones.
const FORMER_NAME: u32 = 30;
/// A patronymic costs so much more than a given name.
const NEXT_NAME: u32 = 4;
/// The row in another keyboard layout stands below what the same letters mean as they are.
const LAYOUT: u32 = 10;
/// So many surnames are looked at even when the best of them alone would fill the list: a mistyped one may be any of them.
const LEADERS: usize = 12;
/// Where more than one home in so many may be meant, people are gone through by the alphabet, and not the homes.
const FEW_HOMES: usize = 8;

/// A stretch of rows with the best rank that any of them can have.
struct Stretch {
    rank: Rank,
    rows: Range<usize>,
}

/// One reading on its way over the index.
pub(super) struct Walk<'a, 'b> {
    pub(super) index: &'a Index,
    pub(super) asked: &'a Asked,
    pub(super) best: &'b mut Best<'a>,
}

impl Walk<'_, '_> {
    /// Offers everybody who agrees with every word and may be among the best.
    pub(super) fn walk(&mut self) {
        let index = self.index;
        let listed = self.asked.words.iter().filter_map(|word| match word {
            Marks::Digits(figures) if !figures.looks_at_rows() => Some(&figures.rows),
            _ => None,
        });
        if let Some(rows) = listed.min_by_key(|rows| rows.len()) {
            rows.iter().for_each(|(row, ..)| self.offer(*row));
            return;
        }
        if !self.asked.words.iter().any(|word| matches!(word, Marks::Text(_))) {
            return self.walk_births();
        }
        index.unordered().for_each(|row| self.offer(row));
        // Every row must agree with every word, so the word with the fewest rows leads to all of them.
        let texts = self
            .asked
            .words
            .iter()
            .filter_map(|word| if let Marks::Text(text) = word { Some((word, text)) } else { None });
        let Some((lead, letters)) = texts.min_by_key(|(_, letters)| letters.rows(index)) else { return };
        self.walk_surnames(lead, letters);
        self.walk_given(lead, letters);
        self.walk_streets(lead, letters);
        self.walk_loose(lead);
    }

    /// Nothing but digits, and no list for any of them.
    fn walk_births(&mut self) {
        let Some(Marks::Digits(figures)) = self.asked.words.first() else { return };
        let rows: Vec<u32> = figures.rows.iter().map(|(row, ..)| *row).collect();
        rows.into_iter().for_each(|row| self.offer(row));
        let Some(rank) = self.rank(std::iter::once(figures.least_birth().and_then(Floor::of))) else { return };
        let mut born = Vec::new();
        figures.each_born(&self.index.births, |row| born.push(row));
        for row in born {
            if row as usize >= self.index.settled || !self.best.is_full(rank, row) {
                self.offer(row);
            }
        }
    }

    /// Rows where the leading word is the surname.
    fn walk_surnames(&mut self, lead: &Marks, letters: &Letters) {
        let index = self.index;
        let mut stretches = Vec::new();
        for surname in letters.surnames(index) {
            let Some((start, end)) = index.ranges.get(surname as usize).copied().filter(|(start, end)| start < end)
            else {
                continue;
            };
            let floors = self.asked.words.iter().map(|word| {
                let here = word.of_surname(index, surname);
                let here = Floor::of(here);
                if std::ptr::eq(word, lead) { here } else { Floor::lower(here, word.elsewhere()) }
            });
            if let Some(rank) = self.rank(floors) {
                stretches.push(Stretch { rank, rows: start as usize..end as usize });
            }
        }
        stretches.sort_unstable_by_key(|stretch| (stretch.rank, stretch.rows.start));
        for (place, Stretch { rank, rows }) in stretches.into_iter().enumerate() {
            let is_full = u32::try_from(rows.start).is_ok_and(|first| self.best.is_full(rank, first));
            if is_full && (self.asked.reach == Reach::Exact || place >= LEADERS) {
                return;
            }
            let marks = self.of_surname(rows.start);
            let elsewhere: Vec<&Letters> = self
                .asked
                .words
                .iter()
                .zip(&marks)
                .filter_map(|(word, mark)| if let Marks::Text(letters) = word { Some((letters, mark)) } else { None })
                .filter(|(letters, mark)| **mark == NONE && letters.near_places.is_empty())
                .map(|(letters, _)| letters)
                .collect();
            let may_agree = |row: &usize| {
                let (given, patronymic) = (index.given[*row], index.patronymics[*row]);
                elsewhere.iter().all(|letters| letters.are_near(given, patronymic))
            };
            if is_full {
                let found = rows.filter(may_agree).filter_map(|row| self.judge(row, &marks));
                self.best.leaders.extend(found.min_by_key(|found| (found.rank, found.row)));
            } else {
                for row in rows.filter(may_agree) {
                    if let Some(found) = self.judge(row, &marks) {
                        self.best.offer(found);
                    }
                }
            }
        }
    }

    /// The best rank of rows where the leading word costs at least so much, and the others whatever they may.
    fn rank_with(&self, lead: &Marks, floor: Option<Floor>) -> Option<Rank> {
        self.rank(self.asked.words.iter().map(|word| if std::ptr::eq(word, lead) { floor } else { word.anywhere() }))
    }

    /// Rows where the leading word is the given name.
    fn walk_given(&mut self, lead: &Marks, letters: &Letters) {
        let index = self.index;
        let mut stretches = Vec::new();
        for given in letters.given_names(index) {
            let of = |row: &u32| index.given[*row as usize];
            let start = index.by_given.partition_point(|row| of(row) < given);
            let rows = start..start + index.by_given[start..].partition_point(|row| of(row) <= given);
            if let Some(rank) = self.rank_with(lead, lead.of_given(given)) {
                stretches.push(Stretch { rank, rows });
            }
        }
        stretches.sort_unstable_by_key(|stretch| (stretch.rank, stretch.rows.start));
        for Stretch { rank, rows } in stretches {
            for row in index.by_given.get(rows).unwrap_or_default() {
                if self.best.is_full(rank, *row) {
                    break;
                }
                self.offer(*row);
            }
        }
    }

    /// Rows where the leading word is the street.
    fn walk_streets(&mut self, lead: &Marks, letters: &Letters) {
        let index = self.index;
        let Some(rank) = self.rank_with(lead, letters.street) else { return };
        let figures: Vec<_> = self
            .asked
            .words
            .iter()
            .filter_map(|word| if let Marks::Digits(figures) = word { Some(figures) } else { None })
            .collect();
        // Of two numbers one is the building, unless it is a date; a lone one may be a flat anywhere in the street.
        let is_whole = figures.len() < 2 || figures.iter().any(|figures| figures.birth.is_some());
        let mut homes = Vec::new();
        for street in &index.homes.streets_called(&letters.near_places) {
            let of_buildings = figures.iter().flat_map(|figures| figures.buildings()).map(Some);
            let whole = is_whole.then_some(None);
            for building in of_buildings.filter(|_| !is_whole).chain(whole) {
                homes.extend(index.homes.in_street(*street, building).filter(|home| self.may_live_in(*home)));
            }
        }
        self.walk_homes(rank, &homes);
    }

    /// Whether somebody in a home may have all the words.
    fn may_live_in(&self, home: usize) -> bool {
        let home = self.index.homes.all.get(home);
        home.is_some_and(|home| self.asked.words.iter().all(|word| word.may_be_of(home)))
    }

    /// Everybody in these homes.
    fn walk_homes(&mut self, rank: Rank, homes: &[usize]) {
        let index = self.index;
        // Of many homes, where only the home is asked for, the alphabet soon gives enough people.
        let are_many = if self.asked.words.len() == 1 {
            homes.len() * homes.len() > self.best.keep * index.homes.ordered
        } else {
            homes.len() * FEW_HOMES > index.homes.ordered
        };
        if !are_many {
            for home in homes {
                let of = |row: &u32| index.home[*row as usize] as usize;
                let first = index.by_home.partition_point(|row| of(row) < *home);
                index.by_home[first..].iter().take_while(|row| of(row) == *home).for_each(|row| self.offer(*row));
            }
            return;
        }
        for row in (0u32..).take(index.settled) {
            if self.best.is_full(rank, row) {
                return;
            }
            self.offer(row);
        }
    }

    /// Rows where the leading word is the patronymic or the settlement, which nothing leads to.
    fn walk_loose(&mut self, lead: &Marks) {
        let index = self.index;
        if let Some(rank) = lead.settlement().and_then(|floor| self.rank_with(lead, Some(floor)))
            && !self.best.is_full(rank, 0)
        {
            let is_there = |home: &usize| {
                index.homes.all.get(*home).is_some_and(|home| lead.is_settlement(home.settlement))
                    && self.may_live_in(*home)
            };
            let homes: Vec<usize> = (1..index.homes.ordered).filter(is_there).collect();
            self.walk_homes(rank, &homes);
        }
        if let Some(rank) = lead.patronymic().and_then(|floor| self.rank_with(lead, Some(floor))) {
            for (row, patronymic) in (0u32..).zip(&index.patronymics[..index.settled]) {
                if lead.of_patronymic(*patronymic) != NONE {
                    if self.best.is_full(rank, row) {
                        return;
                    }
                    self.offer(row);
                }
            }
        }
    }

    /// The best rank of rows whose words cost at least so much; none where a word has no way to agree.
    fn rank(&self, floors: impl Iterator<Item = Option<Floor>>) -> Option<Rank> {
        let (mut is_close, mut cost, mut given) = match self.asked.reading {
            Reading::Typed => (false, 0, 0),
            Reading::Layout => (true, LAYOUT, 0),
        };
        for floor in floors {
            let floor = floor?;
            is_close |= floor.close;
            cost += floor.cost;
            given += u32::from(floor.given);
        }
        // One word can be the given name, another is the patronymic then.
        if self.asked.reach == Reach::Exact {
            cost += given.saturating_sub(1) * NEXT_NAME;
        }
        Some((if is_close { Tier::Close } else { Tier::Exact }, cost))
    }

    fn of_surname(&self, row: usize) -> [Mark; MOST_WORDS] {
        let mut marks = [NONE; MOST_WORDS];
        for (mark, word) in marks.iter_mut().zip(&self.asked.words) {
            *mark = word.of_surname(self.index, self.index.surnames[row]);
        }
        marks
    }

    fn offer(&mut self, row: u32) {
        let is_told = |word: &Marks| match word {
            Marks::Digits(figures) => figures.of_row(self.index, row as usize) != NONE,
            Marks::Text(letters) => letters.may_be_of(self.index, row as usize),
        };
        if !self.asked.words.iter().all(is_told) {
            return;
        }
        let marks = self.of_surname(row as usize);
        if let Some(found) = self.judge(row as usize, &marks) {
            self.best.offer(found);
        }
    }

    fn judge(&self, row: usize, surname: &[Mark; MOST_WORDS]) -> Option<Found> {
        let flags = self.index.flags[row];
        if flags & GONE != 0 {
            return None;
        }
        let mut total = if flags & FORMER == 0 { 0 } else { FORMER_NAME };
        let mut tier = if self.asked.reading == Reading::Typed { Tier::Exact } else { Tier::Close };
        let mut taken = 0;
        for (word, surname) in self.asked.words.iter().zip(surname) {
            let mark = word.of_row(self.index, row, *surname, &mut taken);
            if mark == NONE {
                return None;
            }
            if is_close(mark) {
                tier = Tier::Close;
            }
            total += cost(mark);
        }
        if self.asked.reading == Reading::Layout {
            total += LAYOUT;
        }
        Some(Found { rank: (tier, total), reading: self.asked.reading, row: u32::try_from(row).ok()? })
    }
}
