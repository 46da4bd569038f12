//! Identifiers: sixteen bytes, UUID version 7, one type a thing so that a person can never be passed where a family is meant.
//!
//! Two offices' files are merged one day, so nothing is identified by a counter. Ids are made from a moment and random bytes
//! that come in from outside (`office::Entropy`), never here.

use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// The sixteen bytes as the store keeps them.
            pub fn bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }

            /// The id from the sixteen bytes of the store.
            pub fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(Uuid::from_bytes(bytes))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

ids! {
    /// A family on the register.
    FamilyId;
    /// A person, with or without a family.
    PersonId;
    /// A membership: one person's belonging to one family from a day, until a day.
    MembershipId;
    /// A permission to collect for a family.
    CollectorId;
    /// A member of staff.
    StaffId;
    /// A deed: made when its form opens, unique, so that pressing twice does once.
    DeedId;
    /// A named list of families, as for a campaign.
    ListId;
    /// A filter of the register that was saved under a name.
    SavedFilterId;
    /// An act: a paper that moved goods.
    ActId;
    /// A lot: goods that came together.
    LotId;
    /// Something held on a day: a lesson, a training, a campaign.
    SessionId;
    /// A series of sessions: a club, a course, a group.
    SeriesId;
    /// That somebody is expected, of a series or of one session.
    EnrolmentId;
    /// A count of a storeroom's shelf.
    CountId;
    /// One office file, or one laptop that works away from it: the journal chain's owner.
    SiteId;
}
