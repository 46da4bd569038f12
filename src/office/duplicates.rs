//! Who on the register is on it twice: the look over everybody, in slices, and the two entries that somebody wants to compare.
//!
//! The look itself is the index's; here it gets its right, its sight, and the pairs of which somebody said that they are not the same.

use super::{Office, OfficeError, Pair};
use crate::domain::draft::FamilyDraft;
use crate::domain::duplicate::most_like;
use crate::domain::family::{FamilyCard, PersonCard};
use crate::domain::id::{FamilyId, PersonId};
use crate::domain::staff::Right;
use crate::search::{Doubles, Standing};
use crate::store::apart::{self, PairRow};
use std::collections::HashSet;

/// Two entries to be compared.
#[derive(Clone, PartialEq, Debug)]
pub enum Both {
    /// Two families.
    Families(Box<FamilyCard>, Box<FamilyCard>),
    /// Two people: one of them has no family, or they stand in one family.
    People(Box<PersonCard>, Box<PersonCard>),
    /// They are one entry by now.
    One,
}

impl Both {
    /// What is said of two such entries that are not the same.
    pub fn pair(one: Standing, other: Standing) -> Pair {
        match (one.family, other.family) {
            (Some(first), Some(second)) if first != second => Pair::Families(first, second),
            _ => Pair::People(one.person, other.person),
        }
    }
}

impl Office {
    /// Looks on for people who are on the register twice, for about so many comparisons of some tens of nanoseconds; no file is
    /// touched. Says whether anything is left to look at. Nothing is done for those who could do nothing about it.
    pub fn duplicates_step(&mut self, comparisons: usize) -> bool {
        self.may_unite() && self.index.sweep(comparisons)
    }

    /// What has been found so far, most certain first, at most `limit`, without those said to be different and those merged. What the
    /// asker may not see is no reason here and is not counted.
    ///
    /// Errors: `NotAllowed(Edit)` for those who may neither edit nor register; those of reading.
    pub fn duplicates(&mut self, limit: usize) -> Result<Doubles, OfficeError> {
        self.require_now(Right::Find)?;
        if !self.may_unite() {
            return Err(OfficeError::NotAllowed(Right::Edit));
        }
        self.follow()?;
        let apart = Apart::of(self.store.read(apart::pairs)?);
        Ok(self.index.doubles(self.sight().of_search(), limit, &|one, other| apart.has(one, other)))
    }

    /// Both entries, for comparing them field by field. Both views are in the journal before this returns. Where a family is compared
    /// with somebody who has none, it is the named member who is, or the one most like them where nobody is named.
    ///
    /// Errors: those of [`Office::card`] and [`Office::person_card`]; `NotAllowed(Edit)`.
    pub fn compare(&mut self, one: Standing, other: Standing) -> Result<Both, OfficeError> {
        self.require_now(Right::Edit)?;
        match Both::pair(one, other) {
            Pair::Families(first, second) => {
                let (first, second) = (self.card(first)?, self.card(second)?);
                if first.id == second.id {
                    return Ok(Both::One);
                }
                Ok(Both::Families(Box::new(first), Box::new(second)))
            }
            Pair::People(..) => {
                let (first, second) = (self.who(one, other)?, self.who(other, one)?);
                let (first, second) = (self.person_card(first)?, self.person_card(second)?);
                if first.id == second.id {
                    return Ok(Both::One);
                }
                Ok(Both::People(Box::new(first), Box::new(second)))
            }
        }
    }

    /// Whom of an entry somebody is compared with.
    fn who(&mut self, here: Standing, there: Standing) -> Result<PersonId, OfficeError> {
        let (Some(family), None) = (here.family, there.family) else { return Ok(here.person) };
        let members = FamilyDraft::of_card(&self.card(family)?).members;
        if members.iter().any(|member| member.person == Some(here.person)) {
            return Ok(here.person);
        }
        let person = self.person_card(there.person)?.single.person;
        let place = most_like(&members, &person);
        place.and_then(|place| members[place].person).ok_or(OfficeError::NoSuchPerson)
    }

    fn may_unite(&self) -> bool {
        self.may(Right::Edit) || self.may(Right::Register)
    }
}

/// Pairs of which somebody said that they are not the same; the order of the two says nothing.
struct Apart {
    families: HashSet<(FamilyId, FamilyId)>,
    people: HashSet<(PersonId, PersonId)>,
}

impl Apart {
    fn of(rows: Vec<PairRow>) -> Self {
        let mut apart = Self { families: HashSet::new(), people: HashSet::new() };
        for row in rows {
            match row {
                PairRow::Families(one, other) => apart.families.extend([(one, other), (other, one)]),
                PairRow::People(one, other) => apart.people.extend([(one, other), (other, one)]),
            }
        }
        apart
    }

    fn has(&self, one: Standing, other: Standing) -> bool {
        let are_families = one.family.zip(other.family).is_some_and(|pair| self.families.contains(&pair));
        are_families || self.people.contains(&(one.person, other.person))
    }
}
