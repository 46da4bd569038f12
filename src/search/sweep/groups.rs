//! What was found, by families: everybody of two families who has their like in the other speaks for the two being one.

use super::super::index::Index;
use super::super::{Double, Likeness, Standing, Twin};
use super::Rows;
use super::score::Scored;
use crate::domain::id::{FamilyId, PersonId};
use crate::domain::number::FamilyNumber;
use crate::domain::person::PersonName;
use std::collections::{HashMap, HashSet};

/// A family, or a person without one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) enum Who {
    Family(FamilyId),
    Person(PersonId),
}

impl Who {
    pub(super) fn of(standing: Standing) -> Self {
        standing.family.map_or(Self::Person(standing.person), Self::Family)
    }
}

/// Families by person.
pub(super) struct Homes(pub(super) HashMap<PersonId, Vec<FamilyId>>);

impl Homes {
    pub(super) fn share_a_family(&self, one: PersonId, other: PersonId) -> bool {
        let of = |person: PersonId| self.0.get(&person).map_or(&[][..], Vec::as_slice);
        of(one).iter().any(|family| of(other).contains(family))
    }
}

/// Two people of two families who look like one.
#[derive(Clone, Copy)]
pub(super) struct Pair {
    pub(super) rows: Rows,
    pub(super) one: Standing,
    pub(super) other: Standing,
    pub(super) scored: Scored,
}

impl Pair {
    /// Families are known by their heads; else the most certain two stand for them.
    fn stands_before(&self, other: &Self, index: &Index) -> bool {
        let heads = |pair: &Self| index.is_head(pair.rows.0 as usize) && index.is_head(pair.rows.1 as usize);
        let rank = |pair: &Self| (heads(pair), pair.scored.likeness(), pair.scored.bits);
        rank(self).cmp(&rank(other)).then_with(|| index.order(other.rows.0, self.rows.0)).is_gt()
    }
}

/// Everybody of two families who has their like in the other.
#[derive(Default)]
pub(super) struct Group {
    /// The two people who stand for the families.
    shown: Option<Pair>,
    strongest: Option<Likeness>,
    /// People who have their like, once each.
    people: HashSet<PersonId>,
    bits: u32,
    probable: usize,
}

impl Group {
    pub(super) fn add(&mut self, index: &Index, pair: Pair) {
        self.people.insert(pair.one.person);
        self.bits += u32::from(pair.scored.bits);
        self.probable += usize::from(pair.scored.likeness() >= Likeness::Probable);
        self.strongest = self.strongest.max(Some(pair.scored.likeness()));
        if self.shown.is_none_or(|shown| pair.stands_before(&shown, index)) {
            self.shown = Some(pair);
        }
    }

    /// Two members who have their like in the other family say more than the most certain one alone.
    pub(super) fn likeness(&self) -> Likeness {
        if self.probable >= 2 { Likeness::Certain } else { self.strongest.unwrap_or(Likeness::Possible) }
    }

    pub(super) fn order(&self, other: &Self, index: &Index) -> std::cmp::Ordering {
        let row = |group: &Self| group.shown.map_or((0, 0), |pair| pair.rows);
        other
            .likeness()
            .cmp(&self.likeness())
            .then_with(|| other.bits.cmp(&self.bits))
            .then_with(|| index.order(row(self).0, row(other).0))
            .then_with(|| index.order(row(self).1, row(other).1))
    }

    pub(super) fn double(&self, index: &Index) -> Option<Double> {
        let shown = self.shown?;
        Some(Double {
            first: twin(index, shown.rows.0, shown.one),
            second: twin(index, shown.rows.1, shown.other),
            likeness: self.likeness(),
            reasons: shown.scored.agreement.reasons(),
            more: self.people.len().saturating_sub(1),
        })
    }
}

pub(super) fn twin(index: &Index, row: u32, Standing { person, family }: Standing) -> Twin {
    let at = row as usize;
    let text = |column: &[u32]| index.names.text(column[at]).to_owned();
    Twin {
        person,
        family,
        number: FamilyNumber::from_value(index.home_of(at).number).filter(|_| family.is_some()),
        name: PersonName {
            surname: text(&index.surnames),
            given: text(&index.given),
            patronymic: text(&index.patronymics),
        },
        birth: index.birth(at),
    }
}

pub(super) fn standing(index: &Index, row: u32) -> (u32, Standing) {
    let at = row as usize;
    let nobody = PersonId(uuid::Uuid::nil());
    (row, Standing { person: index.person(at).unwrap_or(nobody), family: index.family(at) })
}
