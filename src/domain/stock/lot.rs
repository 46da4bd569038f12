//! Lots: what came together, from one donor, by one paper, with one last day.

use super::quantity::Quantity;
use super::{ActId, ItemCode, KitPart, PartnerCode};
use chrono::NaiveDate;

pub use crate::domain::id::LotId;

/// What came together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lot {
    /// Identity.
    pub id: LotId,
    /// Of what.
    pub item: ItemCode,
    /// The act that made it: a receipt, an assembly of kits, or a count that found more than was known.
    pub act: ActId,
    /// Who gave it; none for kits of several donors' goods and for what a count found.
    pub donor: Option<PartnerCode>,
    /// The paper it came by.
    pub document: String,
    /// The last day on which it may be given out.
    pub expires_on: Option<NaiveDate>,
    /// The day it came.
    pub received_on: NaiveDate,
    /// What one kit of it holds, for kits.
    pub composition: Vec<KitPart>,
}

/// How much of a lot can be taken on a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shelved {
    /// The lot.
    pub lot: LotId,
    /// How much of it lies there, on that day and every later one.
    pub quantity: Quantity,
    /// Its last day.
    pub expires_on: Option<NaiveDate>,
    /// The day it came.
    pub received_on: NaiveDate,
}

impl Shelved {
    /// Whether it may not be given out on that day any more.
    pub fn is_expired_on(&self, day: NaiveDate) -> bool {
        self.expires_on.is_some_and(|last| last < day)
    }
}
