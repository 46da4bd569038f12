//! What a line of the card is about: who or what is changed there.

use crate::domain::address::AddressKind;
use crate::domain::category::Category;
use crate::domain::id::{ActId, CollectorId, PersonId};
use crate::tui::happening::LineKind;
use serde::{Deserialize, Serialize};

/// The thing a line is about.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum On {
    /// The family and its entry.
    Family,
    /// A present member.
    Member(PersonId),
    /// Somebody who was a member.
    Former(PersonId),
    /// A present address.
    Address(AddressKind),
    /// A category: of a member, or of the family where none is named.
    Category(Option<PersonId>, Category),
    /// A permission to collect.
    Collector(CollectorId),
    /// An act of aid.
    Act(ActId),
}

impl On {
    /// The kind of the line.
    pub fn kind(&self) -> LineKind {
        match self {
            Self::Family => LineKind::Family,
            Self::Member(_) => LineKind::Member,
            Self::Former(_) => LineKind::Former,
            Self::Address(_) => LineKind::Address,
            Self::Category(..) => LineKind::Category,
            Self::Collector(_) => LineKind::Collector,
            Self::Act(_) => LineKind::Act,
        }
    }

    /// The person it is about.
    pub fn person(&self) -> Option<PersonId> {
        match self {
            Self::Member(person) | Self::Former(person) => Some(*person),
            Self::Category(person, _) => *person,
            Self::Family | Self::Address(_) | Self::Collector(_) | Self::Act(_) => None,
        }
    }
}
