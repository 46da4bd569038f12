//! How well rows agree with a typed word of digits: a phone, a paper, a number, a birth date, a building.

use super::Sight;
use super::homes::Home;
use super::index::{Index, packed, unpacked};
use super::marks::{By, CLOSE, Mark, NONE, Reach, SLIP, mark};
use super::query::Digits;
use super::spelled::unfinished;
use crate::domain::person::{BirthDate, Precision};
use chrono::{Datelike, NaiveDate};
use std::ops::Range;

/// A year alone says less than the end of a phone.
const YEAR: u16 = 10;
const BUILDING: u16 = 4;
const FLAT: u16 = 6;

/// Marks of a word of digits: rows that have such a phone, paper or number, and what is looked up on the row itself.
pub(super) struct Figures {
    /// In their order, each once: the row, its mark, the phone that agreed.
    pub(super) rows: Vec<(u32, Mark, u64)>,
    pub(super) birth: Option<BirthDate>,
    /// Packed birth dates of the typed year.
    pub(super) born: Range<i32>,
    /// Building, flat, or building and flat.
    building: Option<u32>,
    both: Option<(u32, u32)>,
    reach: Reach,
}

impl Figures {
    /// The marks of a word.
    pub(super) fn of(index: &Index, digits: &Digits, sight: Sight, reach: Reach) -> Self {
        let mut rows: Vec<(u32, Mark, u64)> = Vec::new();
        if let Some((wanted, hidden)) = digits.number.as_ref().and_then(|typed| {
            let hidden = u32::try_from(7usize.checked_sub(typed.len())?).ok()?;
            Some((typed.parse::<u32>().ok()?, hidden))
        }) {
            let mark = mark(unfinished(hidden as usize), By::Number);
            of_homes(index, &index.homes.numbered(wanted, hidden), |row| rows.push((row, mark, 0)));
        }
        let (mut building, mut both) = (None, None);
        if sight == Sight::Contacts {
            if let Some(typed) = &digits.phone {
                index.phones.matching(typed, |row, phone, rest| {
                    rows.push((row, mark(2 + u16::try_from(rest).unwrap_or(0), By::Phone), phone));
                });
                if reach != Reach::Exact {
                    index.phones.near(typed, |row, phone| rows.push((row, mark(SLIP, By::Phone) | CLOSE, phone)));
                }
            }
            if let Some(typed) = &digits.paper {
                index.papers.matching(typed, |row, rest| rows.push((row, mark(unfinished(rest), By::Document), 0)));
            }
            if let Some(typed) = &digits.building {
                let number = |key: &str| index.homes.building_number(key);
                building = number(typed);
                both = typed.rsplit_once('/').and_then(|(building, flat)| Some((number(building)?, number(flat)?)));
            }
        }
        rows.sort_unstable();
        rows.dedup_by_key(|(row, ..)| *row);
        Self { rows, birth: digits.birth, born: digits.birth.map_or(0..0, year_of), building, both, reach }
    }

    /// Whether a row may agree that is not listed.
    pub(super) fn looks_at_rows(&self) -> bool {
        self.birth.is_some() || self.building.is_some() || self.both.is_some()
    }

    /// Whether nothing but a birth date and what is listed can agree.
    pub(super) fn is_birth_or_listed(&self) -> bool {
        self.birth.is_some() && self.building.is_none() && self.both.is_none()
    }

    /// Whether a packed birth date may agree: in the typed year, on the typed day, or in a year of which no more is known.
    pub(super) fn may_be_born(&self, stored: i32) -> bool {
        let day = self.birth.filter(|birth| birth.precision == Precision::Day);
        self.born.contains(&stored) && day.is_none_or(|day| stored & 1 == 1 || stored == packed(Some(day)))
    }

    /// Visits the rows whose birth date may agree.
    pub(super) fn each_born(&self, births: &[i32], mut found: impl FnMut(u32)) {
        const STRIDE: usize = 64;
        for (first, part) in (0u32..).step_by(STRIDE).zip(births.chunks(STRIDE)) {
            // A stride without one is passed by in a few nanoseconds.
            if part.iter().fold(false, |any, birth| any | (*birth >= self.born.start && *birth < self.born.end)) {
                for (row, birth) in (first..).zip(part) {
                    if self.may_be_born(*birth) {
                        found(row);
                    }
                }
            }
        }
    }

    /// The least mark of any row.
    pub(super) fn least(&self) -> Mark {
        let listed = self.rows.iter().map(|(_, mark, _)| *mark).min().unwrap_or(NONE);
        let birth = self.least_birth().unwrap_or(NONE);
        let building = if self.building.is_some() || self.both.is_some() { mark(BUILDING, By::Building) } else { NONE };
        listed.min(birth).min(building)
    }

    /// The least mark by a birth date, where there is one.
    pub(super) fn least_birth(&self) -> Option<Mark> {
        self.birth.map(|birth| mark(if birth.precision == Precision::Year { YEAR } else { 0 }, By::Birth))
    }

    /// Numbers of buildings that narrow a street.
    pub(super) fn buildings(&self) -> impl Iterator<Item = u32> {
        self.building.into_iter().chain(self.both.map(|(building, _)| building))
    }

    /// What is listed of a row.
    pub(super) fn sparse(&self, row: u32) -> Option<&(u32, Mark, u64)> {
        let place = self.rows.partition_point(|(of, ..)| *of < row);
        self.rows.get(place).filter(|(of, ..)| *of == row)
    }

    /// The best mark of a row.
    pub(super) fn of_row(&self, index: &Index, row: usize) -> Mark {
        let birth = self.birth.map_or(NONE, |birth| self.of_birth(birth, index.births[row]));
        let listed = u32::try_from(row).ok().and_then(|row| self.sparse(row)).map_or(NONE, |(_, mark, _)| *mark);
        let building =
            if self.building.is_some() || self.both.is_some() { self.of_home(&index.home_of(row)) } else { NONE };
        listed.min(birth).min(building)
    }

    fn of_birth(&self, typed: BirthDate, stored: i32) -> Mark {
        if !self.may_be_born(stored) {
            return NONE;
        }
        let Some(stored) = unpacked(stored) else { return NONE };
        if typed.precision == Precision::Day && stored.precision == Precision::Day {
            return if stored.date == typed.date { mark(0, By::Birth) } else { NONE };
        }
        if stored.year() != typed.year() {
            NONE
        } else if typed.precision == Precision::Year {
            mark(YEAR, By::Birth)
        } else if self.reach != Reach::Exact {
            // The card knows the year alone, and it agrees: near, but not what was typed.
            mark(SLIP, By::Birth) | CLOSE
        } else {
            NONE
        }
    }

    /// `19г` is a building or a flat; `12/2` is a building, or building 12, flat 2.
    pub(super) fn of_home(&self, home: &Home) -> Mark {
        if home.building != 0 && Some(home.building) == self.building || self.both == Some((home.building, home.flat)) {
            mark(BUILDING, By::Building)
        } else if home.flat != 0 && Some(home.flat) == self.building {
            mark(FLAT, By::Building)
        } else {
            NONE
        }
    }
}

/// Packed birth dates of a year.
fn year_of(birth: BirthDate) -> Range<i32> {
    let first = |year: i32| NaiveDate::from_ymd_opt(year, 1, 1).map_or(0, |date| date.num_days_from_ce() * 2);
    first(birth.year())..first(birth.year() + 1)
}

/// Visits the rows of these homes.
fn of_homes(index: &Index, homes: &[u32], mut found: impl FnMut(u32)) {
    if homes.is_empty() {
        return;
    }
    let of = |row: u32| index.home.get(row as usize).copied().unwrap_or(0);
    for home in homes.iter().filter(|home| **home != 0) {
        index.settled_in(*home as usize).iter().for_each(|row| found(*row));
    }
    index.unordered().filter(|row| homes.contains(&of(*row)) && of(*row) != 0).for_each(found);
}
