//! The cart: what is handed over, to whom, on which day, and who carries it away.

use super::recipient::{Collector, Recipient};
use crate::domain::id::SessionId;
use crate::domain::stock::{Grams, ItemCode, LocationCode, LotId, ProgrammeCode, Quantity};
use chrono::NaiveDate;

/// What is to be issued.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cart {
    /// To whom.
    pub recipient: Recipient,
    /// The day: today, or an earlier one where the paper was written first.
    pub on: NaiveDate,
    /// From where.
    pub location: LocationCode,
    /// Under which programme.
    pub programme: Option<ProgrammeCode>,
    /// Why aid under the programme is given to somebody without the right; empty where they have it.
    pub right_reason: String,
    /// At which campaign.
    pub campaign: Option<SessionId>,
    /// What.
    pub lines: Vec<CartLine>,
    /// Who carries it away.
    pub collector: Collector,
    /// Note on the act.
    pub note: String,
    /// How far the desk had read when it showed the recipient (`AidView::seen`); none: it did not look, and takes things as they are.
    pub seen: Option<Seen>,
}

/// One line of a cart.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CartLine {
    /// Of what.
    pub item: ItemCode,
    /// How much.
    pub quantity: Quantity,
    /// What it weighs, where it was put on the scales; none: by its standard weight.
    pub weight: Option<Grams>,
    /// The lot, where a certain one is wanted; none: first expired first.
    pub lot: Option<LotId>,
    /// Why it is given in spite of a limit; empty where none is in the way.
    pub override_reason: String,
}

impl CartLine {
    /// So much of an item, nothing special.
    pub fn new(item: ItemCode, quantity: Quantity) -> Self {
        Self { item, quantity, weight: None, lot: None, override_reason: String::new() }
    }
}

/// How far a desk had read the file: what another desk changed later makes what it shows old.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Seen(pub i64);
