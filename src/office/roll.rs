//! The facts of every family in memory, for lists: read once, then kept up by what the file says has changed.
//!
//! Follows the file by its own place in the list of changes, so that nothing is read for lists until somebody opens one.

use super::OfficeError;
use crate::domain::catalogue::Sensitive;
use crate::domain::filter::{Facts, Filter, Order};
use crate::domain::id::FamilyId;
use crate::store::{Store, StoreError, changes, filters};
use chrono::NaiveDate;
use std::collections::HashMap;
use std::sync::Arc;

/// Every family, and what was found last.
#[derive(Default)]
pub(super) struct Roll {
    families: Vec<Facts>,
    places: HashMap<FamilyId, usize>,
    /// The last row of `change` that is in here; none until the first reading.
    seen: Option<i64>,
    last: Option<Last>,
}

/// What was found last: scrolling asks the same again.
struct Last {
    question: Question,
    found: Vec<usize>,
    totals: Totals,
}

/// What decides which families are found and how they stand.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Question {
    pub(super) filter: Filter,
    pub(super) order: Order,
    pub(super) today: NaiveDate,
    /// The categories that the asker may not see; none where they see all.
    pub(super) hidden: Option<Arc<Sensitive>>,
}

/// How many were found.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Totals {
    /// Families.
    pub families: usize,
    /// People in them, each once.
    pub people: usize,
    /// Children among them.
    pub children: usize,
}

impl Roll {
    /// Brings the facts up to the file.
    pub(super) fn follow(&mut self, store: &Store) -> Result<(), StoreError> {
        let Some(seen) = self.seen else { return self.read(store) };
        let touched = store.read(|tx| {
            let head = changes::head(tx)?;
            if head == seen {
                return Ok(Some((head, Vec::new(), Vec::new())));
            }
            let Some(touched) = changes::families_since(tx, seen)? else { return Ok(None) };
            let facts = filters::of_families(tx, &touched)?;
            Ok(Some((head, touched, facts)))
        })?;
        let Some((head, touched, facts)) = touched else { return self.read(store) };
        if head != seen {
            self.last = None;
            touched.into_iter().for_each(|family| self.forget(family));
            facts.into_iter().for_each(|facts| self.add(facts));
            self.seen = Some(head);
        }
        Ok(())
    }

    /// The facts of one family.
    pub(super) fn facts(&self, family: FamilyId) -> Option<&Facts> {
        self.places.get(&family).and_then(|place| self.families.get(*place))
    }

    fn read(&mut self, store: &Store) -> Result<(), StoreError> {
        let (head, families) = store.read(|tx| Ok((changes::head(tx)?, filters::all(tx)?)))?;
        self.places = families.iter().enumerate().map(|(place, facts)| (facts.family, place)).collect();
        (self.families, self.seen, self.last) = (families, Some(head), None);
        Ok(())
    }

    fn add(&mut self, facts: Facts) {
        self.places.insert(facts.family, self.families.len());
        self.families.push(facts);
    }

    fn forget(&mut self, family: FamilyId) {
        let Some(place) = self.places.remove(&family) else { return };
        self.families.swap_remove(place);
        if let Some(moved) = self.families.get(place) {
            self.places.insert(moved.family, place);
        }
    }

    /// What the question finds, in its order.
    pub(super) fn ask(&mut self, question: &Question) -> (Totals, impl ExactSizeIterator<Item = FamilyId> + '_) {
        if self.last.as_ref().is_none_or(|last| last.question != *question) {
            self.last = Some(self.find(question));
        }
        let families = &self.families;
        let (totals, found) =
            self.last.as_ref().map_or((Totals::default(), &[][..]), |last| (last.totals, last.found.as_slice()));
        (totals, found.iter().map(|place| families[*place].family))
    }

    fn find(&self, question: &Question) -> Last {
        let asked = question.filter.asked(question.today);
        let asked = match &question.hidden {
            Some(hidden) => asked.unseeing(hidden),
            None => asked,
        };
        let mut found: Vec<usize> =
            (0..self.families.len()).filter(|place| asked.holds(&self.families[*place])).collect();
        found.sort_by(|one, other| question.order.compare(&self.families[*one], &self.families[*other]));
        let totals = self.count(&found, question.today);
        Last { question: question.clone(), found, totals }
    }

    fn count(&self, found: &[usize], today: NaiveDate) -> Totals {
        let mut people: Vec<(u128, bool)> = found
            .iter()
            .flat_map(|place| &self.families[*place].members)
            .map(|member| (member.person.0.as_u128(), member.birth.is_some_and(|birth| birth.is_child_on(today))))
            .collect();
        people.sort_unstable();
        people.dedup();
        let children = people.iter().filter(|(_, is_child)| *is_child).count();
        Totals { families: found.len(), people: people.len(), children }
    }
}

/// What a list may ask of the office's memory: nothing of it is shown before the right was looked at.
impl super::Office {
    /// The facts as the file has them now.
    pub(super) fn rolled(&mut self) -> Result<&mut Roll, OfficeError> {
        self.roll.follow(&self.store)?;
        Ok(&mut self.roll)
    }
}
