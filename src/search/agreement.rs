//! What agrees between two people, and how much that says: one scale for the look beside the form and the look over the register.

use super::{Likeness, Reason};
use crate::domain::person::{BirthDate, Precision};

/// How near one name is to another.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Near {
    Not,
    Close,
    Same,
}

/// Reasons in the order of their strength.
pub(super) const STRONGEST_FIRST: [Reason; 9] = [
    Reason::SameDocument,
    Reason::SamePhone,
    Reason::SameNameAndBirth,
    Reason::CloseNameSameBirth,
    Reason::FormerName,
    Reason::OtherSurname,
    Reason::SameNameBirthSlip,
    Reason::SameName,
    Reason::SurnameAndAddress,
];

/// What agrees between two people: the reasons by their place above, and whether the surname agrees.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Agreement {
    reasons: u16,
    pub(super) surname: bool,
}

impl Agreement {
    pub(super) fn add(&mut self, reason: &Reason) {
        if let Some(place) = STRONGEST_FIRST.iter().position(|known| known == reason) {
            self.reasons |= 1 << place;
        }
    }

    pub(super) fn reasons(self) -> Vec<Reason> {
        (0..)
            .zip(STRONGEST_FIRST)
            .filter(|(place, _)| self.reasons & 1 << place != 0)
            .map(|(_, reason)| reason)
            .collect()
    }

    pub(super) fn has(self, wanted: &Reason) -> bool {
        STRONGEST_FIRST.iter().position(|known| known == wanted).is_some_and(|place| self.reasons & 1 << place != 0)
    }

    /// Whether nothing agrees.
    pub(super) fn is_empty(self) -> bool {
        self.reasons == 0
    }

    /// Without what only those learn who see phones, papers and addresses.
    pub(super) fn without_contacts(mut self) -> Self {
        for (place, reason) in STRONGEST_FIRST.iter().enumerate() {
            if matches!(reason, Reason::SameDocument | Reason::SamePhone | Reason::SurnameAndAddress) {
                self.reasons &= !(1 << place);
            }
        }
        // A former name explains another reason and is none by itself.
        let mut former = Self::default();
        former.add(&Reason::FormerName);
        if self.reasons == former.reasons {
            self.reasons = 0;
        }
        self
    }

    pub(super) fn likeness(self) -> Likeness {
        if self.has(&Reason::SameDocument) {
            Likeness::Certain
        } else if self.has(&Reason::SameNameAndBirth) || self.has(&Reason::SamePhone) && self.surname {
            Likeness::Probable
        } else {
            Likeness::Possible
        }
    }
}

/// What two birth dates say of each other. What is missing on one side never says anything.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Births {
    Same,
    Unknown,
    Different,
}

pub(super) fn births(left: Option<BirthDate>, right: Option<BirthDate>) -> Births {
    let (Some(left), Some(right)) = (left, right) else { return Births::Unknown };
    if left.precision == Precision::Day && right.precision == Precision::Day {
        if left.date == right.date { Births::Same } else { Births::Different }
    } else if left.year() == right.year() {
        Births::Unknown
    } else {
        Births::Different
    }
}
