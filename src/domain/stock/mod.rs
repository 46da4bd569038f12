//! What lies in a storeroom and how it moves: quantities, items and kits, lots, acts and the ledger they write.
//!
//! A quantity is whole: grams for what is weighed, pieces for everything else. Nobody sets one; acts add and take, and what they add up to
//! is the balance. Pure: which lots are taken first is decided here, whether they are still there by the store.

pub mod act;
pub mod item;
pub mod ledger;
pub mod lot;
pub mod quantity;

pub use act::{Act, ActHead, ActId, ActKind, ActLine, ActNumber, Flow};
pub use item::{GROUPS, Item, KitPart, KitVersion, Unit};
pub use ledger::{Entry, Pick};
pub use lot::{Lot, LotId};
pub use quantity::{Grams, Quantity, QuantityFault, Typed};

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The code as it is written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(code: &str) -> Self {
                Self(code.to_owned())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

codes! {
    /// An item's code in the catalogue, such as `food_kit`. The shipped ones have texts `item-CODE`.
    ItemCode;
    /// A group of items, such as `clothes`. The shipped ones have texts `item-group-CODE`.
    GroupCode;
    /// A programme's code, such as `emergency_room`. The shipped ones have texts `programme-CODE`.
    ProgrammeCode;
    /// A partner's code.
    PartnerCode;
    /// A location's code. The shipped one is `storeroom`.
    LocationCode;
    /// A limit rule's code.
    RuleCode;
}

impl LocationCode {
    /// The storeroom that every office has from its first day.
    pub fn storeroom() -> Self {
        Self("storeroom".to_owned())
    }
}
