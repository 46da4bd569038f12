//! The best rows of a search so far, and whether anything better can come.

use super::Only;
use super::find::{Found, Rank, Reading};
use super::index::Index;
use std::cmp::Ordering;
use std::collections::HashSet;

/// The best rows so far.
pub(super) struct Best<'a> {
    index: &'a Index,
    /// What the search is limited to.
    pub(super) only: Only,
    pub(super) keep: usize,
    rows: Vec<Found>,
    /// The last of the best, when there are enough.
    worst: Option<Found>,
    /// The best row each of surnames that came too late.
    pub(super) leaders: Vec<Found>,
}

impl<'a> Best<'a> {
    /// For so many rows.
    pub(super) fn new(index: &'a Index, only: Only, keep: usize) -> Self {
        Self { index, only, keep, rows: Vec::new(), worst: None, leaders: Vec::new() }
    }

    fn order(index: &Index, a: &Found, b: &Found) -> Ordering {
        a.rank.cmp(&b.rank).then_with(|| index.order(a.row, b.row)).then_with(|| a.reading.cmp(&b.reading))
    }

    /// Takes a row, if it is among the best.
    pub(super) fn offer(&mut self, found: Found) {
        let index = self.index;
        if self.worst.is_some_and(|worst| Self::order(index, &found, &worst).is_ge()) {
            return;
        }
        self.rows.push(found);
        if self.rows.len() >= self.keep.saturating_mul(2) {
            self.cut();
        }
    }

    fn cut(&mut self) {
        let index = self.index;
        let order = |a: &Found, b: &Found| Self::order(index, a, b);
        self.rows.sort_unstable_by(order);
        self.rows.dedup_by(|one, other| one.row == other.row && one.reading == other.reading);
        if self.rows.len() > self.keep {
            self.rows.truncate(self.keep);
            self.worst = self.rows.last().copied();
        }
    }

    /// Whether rows of such a rank from `first` on can add nothing.
    pub(super) fn is_full(&mut self, rank: Rank, first: u32) -> bool {
        if self.worst.is_none() && self.rows.len() > self.keep {
            self.cut();
        }
        self.worst
            .is_some_and(|worst| rank > worst.rank || rank == worst.rank && self.index.order(first, worst.row).is_ge())
    }

    /// Whether no row has been left out.
    pub(super) fn is_all(&self) -> bool {
        self.worst.is_none()
    }

    /// The best rows in order, and the leaders among them.
    pub(super) fn into_rows(mut self) -> Vec<Found> {
        self.cut();
        let index = self.index;
        let known: HashSet<(u32, Reading)> = self.rows.iter().map(|found| (found.row, found.reading)).collect();
        self.rows.extend(self.leaders.iter().filter(|leader| !known.contains(&(leader.row, leader.reading))));
        self.rows.sort_unstable_by(|a, b| Self::order(index, a, b));
        self.rows
    }
}
