//! What the screens of the storeroom ask of the office and hear from it.

use crate::domain::aid::AidCatalogue;
use crate::domain::id::{CountId, DeedId};
use crate::domain::stock::{ItemCode, LocationCode, PartnerCode, Quantity};
use crate::office::OfficeError;
use crate::office::storeroom::{
    Balances, Count, DonorPage, KitWork, MadeAct, Movements, MovementsFrom, Receipt, Removal,
};
use chrono::NaiveDate;

/// What the office shall do for the storeroom.
pub enum StoreroomAsk {
    /// What lies at a place; none: everywhere together.
    Balances(Option<LocationCode>),
    /// A page of what moved of an item.
    Movements {
        /// Of what.
        item: ItemCode,
        /// Where; none: everywhere.
        place: Option<LocationCode>,
        /// From where the page goes on; none: the latest.
        from: Option<MovementsFrom>,
    },
    /// Who gives.
    Donors,
    /// What one of them gave in a time, and where it went.
    Donor {
        /// Who.
        partner: PartnerCode,
        /// First day.
        from: NaiveDate,
        /// Last day.
        until: NaiveDate,
    },
    /// Every stock count.
    Counts,
    /// A stock count.
    Count(CountId),
    /// A deed of the form with this id.
    Do(DeedId, StoreroomDeed),
}

/// What is done in the storeroom.
pub enum StoreroomDeed {
    /// Goods come from a donor.
    Receive(Receipt),
    /// Goods come from a donor who is not listed yet; carries the name.
    ReceiveFrom(String, Receipt),
    /// Goods are written off.
    WriteOff(Removal),
    /// Goods go to another place.
    Transfer(Removal, LocationCode),
    /// Kits are put together.
    Assemble(KitWork),
    /// Kits are taken apart.
    Disassemble(KitWork),
    /// A stock count begins.
    CountBegin(LocationCode),
    /// What was counted, and a note.
    CountEnter(CountId, Vec<(ItemCode, Quantity)>, String),
    /// A count is right.
    CountApprove(CountId),
    /// A count is given up.
    CountCancel(CountId),
}

/// What the office answers.
#[derive(Clone, PartialEq, Debug)]
pub enum StoreroomTold {
    /// What lies at a place.
    Balances(Option<LocationCode>, Result<Box<Balances>, OfficeError>),
    /// A page of movements of an item at a place; whether it goes on from another.
    Movements {
        /// Whether it is the page after another one.
        goes_on: bool,
        /// The page.
        page: Result<Box<Movements>, OfficeError>,
    },
    /// The catalogue with everybody who gives.
    Donors(Result<Box<AidCatalogue>, OfficeError>),
    /// What a donor gave.
    Donor(Result<Box<DonorPage>, OfficeError>),
    /// Every stock count, the latest first.
    Counts(Result<Vec<Count>, OfficeError>),
    /// A stock count.
    Count(CountId, Result<Box<Count>, OfficeError>),
    /// A deed that makes an act is done.
    Done(DeedId, Result<MadeAct, OfficeError>),
    /// A step of a stock count is done.
    Counted(DeedId, Result<Box<Count>, OfficeError>),
}
