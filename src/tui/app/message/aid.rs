//! What the desk asks about aid and acts, and what it is told.

use crate::domain::aid::Cart;
use crate::domain::id::DeedId;
use crate::domain::stock::{ActId, ActNumber, LocationCode};
use crate::office::OfficeError;
use crate::office::aid_room::{ActCard, ActSummary, AidView, IssuedAct, Overridden, Whom};
use crate::office::storeroom::MadeAct;
use chrono::NaiveDate;

/// What shall be done.
pub enum AidAsk {
    /// Who somebody is and what they may have on a day.
    View {
        /// Who.
        whom: Whom,
        /// The day.
        on: NaiveDate,
        /// From where it would be given.
        location: LocationCode,
    },
    /// Items, programmes, partners, locations and rules.
    Catalogue,
    /// Issue a cart.
    Issue {
        /// The form's deed.
        deed: DeedId,
        /// The cart.
        cart: Box<Cart>,
    },
    /// An act.
    Act(ActId),
    /// The act of a number.
    Number(ActNumber),
    /// Every act of somebody.
    Acts(Whom),
    /// What was issued in spite of limits in a time.
    Overrides(NaiveDate, NaiveDate),
    /// Take an act back.
    Reverse {
        /// The deed.
        deed: DeedId,
        /// Which.
        act: ActId,
        /// Why.
        reason: String,
    },
}

/// What came of it.
#[derive(Clone, PartialEq, Debug)]
pub enum AidTold {
    /// Who somebody is on a day.
    View(Whom, NaiveDate, Result<Box<AidView>, OfficeError>),
    /// Items, programmes, partners, locations and rules.
    Catalogue(Result<Box<crate::domain::aid::AidCatalogue>, OfficeError>),
    /// A cart was issued.
    Issued(DeedId, Result<IssuedAct, OfficeError>),
    /// An act.
    Act(ActId, Result<Box<ActCard>, OfficeError>),
    /// The act of a number.
    Number(ActNumber, Result<Option<ActId>, OfficeError>),
    /// Every act of somebody, and what the items are called.
    Acts(Whom, Result<Vec<ActSummary>, OfficeError>),
    /// What was issued in spite of limits.
    Overrides(Result<Vec<Overridden>, OfficeError>),
    /// An act was taken back.
    Reversed(DeedId, Result<MadeAct, OfficeError>),
}
