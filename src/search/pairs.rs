//! Rows by given name and patronymic: the few ten thousand pairs that people have, each with its rows side by side.
//!
//! A word that is a given name or a patronymic leads to pairs, and most pairs are passed by before any of their rows is looked at.

use std::ops::Range;

/// The pairs of the settled rows.
#[derive(Clone, Default)]
pub(super) struct Pairs {
    /// Rows by given name, patronymic, then row.
    pub(super) rows: Vec<u32>,
    given: Vec<u32>,
    patronymics: Vec<u32>,
    /// Where the rows of each pair begin, and where the last ones end.
    starts: Vec<u32>,
}

/// One pair of names with its rows.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    pub(super) given: u32,
    pub(super) patronymic: u32,
    pub(super) rows: Range<usize>,
}

impl Pairs {
    /// Of rows in this order, with the names of each.
    pub(super) fn of(rows: Vec<u32>, given: &[u32], patronymics: &[u32]) -> Self {
        let mut pairs = Self::default();
        let name = |column: &[u32], row: u32| column.get(row as usize).copied().unwrap_or(0);
        let mut last = None;
        for (place, row) in (0u32..).zip(&rows) {
            let pair = (name(given, *row), name(patronymics, *row));
            if last != Some(pair) {
                last = Some(pair);
                pairs.given.push(pair.0);
                pairs.patronymics.push(pair.1);
                pairs.starts.push(place);
            }
        }
        pairs.starts.push(u32::try_from(rows.len()).unwrap_or(u32::MAX));
        pairs.rows = rows;
        pairs
    }

    fn pair(&self, at: usize) -> Option<Pair> {
        let (start, end) = (*self.starts.get(at)? as usize, *self.starts.get(at + 1)? as usize);
        Some(Pair { given: *self.given.get(at)?, patronymic: *self.patronymics.get(at)?, rows: start..end })
    }

    /// The pairs of a given name.
    pub(super) fn of_given(&self, given: u32) -> impl Iterator<Item = Pair> {
        let first = self.given.partition_point(|of| *of < given);
        let count = self.given.get(first..).map_or(0, |rest| rest.partition_point(|of| *of == given));
        (first..first + count).filter_map(|at| self.pair(at))
    }

    /// How many rows bear a given name.
    pub(super) fn count(&self, given: u32) -> usize {
        let first = self.given.partition_point(|of| *of < given);
        let end = self.given.partition_point(|of| *of <= given);
        let start = |at: usize| self.starts.get(at).map_or(0, |start| *start as usize);
        start(end).saturating_sub(start(first))
    }

    /// The pairs whose patronymic passes.
    pub(super) fn with_patronymic(&self, passes: impl Fn(u32) -> bool) -> impl Iterator<Item = Pair> {
        let at = self.patronymics.iter().enumerate().filter(move |(_, patronymic)| passes(**patronymic));
        at.filter_map(|(at, _)| self.pair(at))
    }

    /// The rows of a pair.
    pub(super) fn rows_of(&self, pair: &Pair) -> &[u32] {
        self.rows.get(pair.rows.clone()).unwrap_or_default()
    }
}
