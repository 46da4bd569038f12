//! The way over the index: no search looks at everybody.
//!
//! A word is compared with the distinct texts; the few that agree lead to stretches of rows (everybody of a surname, of a given name, of
//! a street). Every row must agree with every word, so the word with the fewest rows leads, and the others are asked of its rows alone.
//! Stretches are walked from the most promising one on, until the next can bring nothing better than what is found.

use super::Tier;
use super::best::Best;
use super::find::{Asked, Found, Rank, Reading};
use super::index::{FORMER, GONE, Index, PAST};
use super::marks::{Floor, Letters, Mark, Marks, NONE, Reach, cost, is_close};
use super::pairs::Pair;
use super::patience::Patience;
use super::query::MOST_WORDS;
use std::ops::Range;

/// A name that the person had before stands below present ones.
const FORMER_NAME: u32 = 30;
/// A closed entry, or somebody who has died, stands below equal ones.
const NO_MORE: u32 = 1;
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
    pub(super) patience: &'a Patience<'a>,
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
            self.offer_all(rows.iter().map(|(row, ..)| *row));
            return;
        }
        if !self.asked.words.iter().any(|word| matches!(word, Marks::Text(_))) {
            return self.walk_births();
        }
        self.offer_all(index.unordered());
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
        self.offer_all(rows.into_iter());
        let Some(rank) = self.rank(std::iter::once(figures.least_birth().and_then(Floor::of))) else { return };
        let mut born = Vec::new();
        figures.each_born(&self.index.births, |row| born.push(row));
        for row in born {
            if self.patience.is_over_after(1) {
                return;
            }
            if row as usize >= self.index.settled || !self.best.is_full(rank, row) {
                self.offer(row);
            }
        }
    }

    /// Rows where the leading word is the surname.
    fn walk_surnames(&mut self, lead: &Marks, letters: &Letters) {
        let index = self.index;
        let mut stretches = Vec::new();
        let elsewhere: Vec<Option<Floor>> = self.asked.words.iter().map(Marks::elsewhere).collect();
        for surname in letters.surnames(index) {
            if self.asked.needs.left_by_surname(surname).is_none() {
                continue;
            }
            let Some((start, end)) = index.ranges.get(surname as usize).copied().filter(|(start, end)| start < end)
            else {
                continue;
            };
            let floors = self.asked.words.iter().zip(&elsewhere).map(|(word, elsewhere)| {
                let here = word.of_surname(index, surname);
                let here = Floor::of(here);
                if std::ptr::eq(word, lead) { here } else { Floor::lower(here, *elsewhere) }
            });
            if let Some(rank) = self.rank(floors) {
                stretches.push(Stretch { rank, rows: start as usize..end as usize });
            }
        }
        stretches.sort_unstable_by_key(|stretch| (stretch.rank, stretch.rows.start));
        for (place, Stretch { rank, rows }) in stretches.into_iter().enumerate() {
            let is_full = u32::try_from(rows.start).is_ok_and(|first| self.best.is_full(rank, first));
            if is_full && (self.asked.reach == Reach::Exact || place >= LEADERS)
                || self.patience.is_over_after(rows.len())
            {
                return;
            }
            let marks = self.of_surname(rows.start);
            let Some(left) = self.asked.needs.left_by_surname(index.surnames[rows.start]) else { continue };
            let may_agree =
                |row: &usize| left == 0 || self.asked.needs.are_met(left, index.given[*row], index.patronymics[*row]);
            if is_full {
                let found = rows.filter(may_agree).filter_map(|row| self.judge(row, &marks));
                let first = found.min_by_key(|found| (found.rank, found.row));
                self.best.leaders.extend(first);
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
        let given = letters.given_names(index);
        let mut stretches: Vec<(Rank, u32)> =
            given.filter_map(|given| Some((self.rank_with(lead, lead.of_given(given))?, given))).collect();
        stretches.sort_unstable();
        for (rank, given) in stretches {
            for pair in index.pairs.of_given(given) {
                self.walk_pair(rank, &pair);
            }
        }
    }

    /// Everybody with a given name and a patronymic, where the other words may be the surname.
    fn walk_pair(&mut self, rank: Rank, pair: &Pair) {
        let index = self.index;
        let Some(left) = self.asked.needs.left_by_pair(pair.given, pair.patronymic) else { return };
        let rows = index.pairs.rows_of(pair);
        if self.patience.is_over_after(rows.len()) {
            return;
        }
        for row in rows {
            if self.best.is_full(rank, *row) {
                return;
            }
            if left == 0 || self.asked.needs.is_met(left, index.surnames[*row as usize]) {
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
                let rows = index.settled_in(*home);
                if self.patience.is_over_after(rows.len()) {
                    return;
                }
                if rows.first().is_some_and(|first| !self.best.is_full(rank, *first)) {
                    rows.iter().for_each(|row| self.offer(*row));
                }
            }
            return;
        }
        let mut is_meant = vec![false; index.homes.all.len()];
        homes.iter().for_each(|home| is_meant[*home] = true);
        let asked = self.asked;
        let figures = asked.words.iter().find_map(|word| match word {
            Marks::Digits(figures) if figures.is_birth_or_listed() => Some(figures),
            _ => None,
        });
        let mut offer = |row: u32| {
            let is_more = !self.best.is_full(rank, row) && !self.patience.is_over_after(1);
            if is_more && is_meant[index.home[row as usize] as usize] {
                self.offer(row);
            }
            is_more
        };
        if let Some(figures) = figures {
            // Who was born then are fewer than the homes' people, and are found in one look at the birth dates.
            let mut born = Vec::new();
            figures.each_born(&index.births[..index.settled], |row| born.push(row));
            figures.rows.iter().filter(|(row, ..)| (*row as usize) < index.settled).for_each(|(row, ..)| {
                offer(*row);
            });
            born.into_iter().all(offer);
            return;
        }
        (0u32..).take(index.settled).all(offer);
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
            for pair in index.pairs.with_patronymic(|patronymic| lead.of_patronymic(patronymic) != NONE) {
                self.walk_pair(rank, &pair);
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

    /// Offers rows until nobody waits any more.
    fn offer_all(&mut self, rows: impl Iterator<Item = u32>) {
        for row in rows {
            if self.patience.is_over_after(1) {
                return;
            }
            self.offer(row);
        }
    }

    fn offer(&mut self, row: u32) {
        let is_told = |word: &Marks| match word {
            Marks::Digits(figures) => figures.of_row(self.index, row as usize) != NONE,
            Marks::Text(_) => true,
        };
        if !self.asked.words.iter().all(is_told) || !self.asked.needs.are_met_by(self.index, row as usize) {
            return;
        }
        let marks = self.of_surname(row as usize);
        if let Some(found) = self.judge(row as usize, &marks) {
            self.best.offer(found);
        }
    }

    fn judge(&self, row: usize, surname: &[Mark; MOST_WORDS]) -> Option<Found> {
        let flags = self.index.flags[row];
        if flags & GONE != 0 || !self.index.is_among(row, self.best.only) {
            return None;
        }
        let mut total = if flags & FORMER == 0 { 0 } else { FORMER_NAME };
        total += if flags & PAST == 0 { 0 } else { NO_MORE };
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
