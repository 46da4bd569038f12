//! Who gets aid, and who carries it away.

use crate::domain::category::CategoryCode;
use crate::domain::id::{CollectorId, FamilyId, PersonId};
use crate::domain::person::PersonName;
use crate::domain::stock::PartnerCode;
use serde::{Deserialize, Serialize};

/// Who gets aid.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Recipient {
    /// A family on the register.
    Family(FamilyId),
    /// A person on the register, by themselves.
    Person(PersonId),
    /// Somebody who is not on the register: registered with the act, by name and category only.
    Fresh(Fresh),
    /// An organisation.
    Organisation(PartnerCode),
}

/// Somebody registered on the spot.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
pub struct Fresh {
    /// Name; surname and given name are wanted.
    pub name: PersonName,
    /// The category on whose ground they get aid.
    pub category: Option<CategoryCode>,
}

/// What a recipient is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum RecipientKind {
    /// A family.
    Family,
    /// A person.
    Person,
    /// An organisation.
    Organisation,
}

impl RecipientKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Family, Self::Person, Self::Organisation];

    /// The word in the store and in message ids (`recipient-family`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Family => "family",
            Self::Person => "person",
            Self::Organisation => "organisation",
        }
    }
}

/// Who carries it away, and by what paper.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Collector {
    /// A member of the family, or the single person themselves.
    Member {
        /// Who.
        person: PersonId,
        /// The paper that was shown, as typed; may be empty.
        paper: String,
    },
    /// Somebody who may collect for the family.
    Authorised {
        /// The permission.
        collector: CollectorId,
        /// The paper that was shown, as typed; may be empty.
        paper: String,
    },
    /// Somebody else: an organisation's driver, a neighbour with a letter. The name is wanted.
    Other {
        /// Name as typed.
        name: String,
        /// The paper that was shown, as typed; may be empty.
        paper: String,
    },
    /// Nobody wrote it down: imports of old years, and somebody registered on the spot who stands at the counter themselves.
    Unknown,
}

/// What a collector is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CollectorKind {
    /// A member of the family, or the person themselves.
    Member,
    /// Somebody who may collect for the family.
    Authorised,
    /// Somebody else.
    Other,
    /// Not written down.
    Unknown,
}

impl CollectorKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Member, Self::Authorised, Self::Other, Self::Unknown];

    /// The word in the store and in message ids (`collector-member`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Authorised => "authorised",
            Self::Other => "other",
            Self::Unknown => "unknown",
        }
    }
}
