//! The storeroom: goods come, lie, are put together, moved, written off and counted; and what the ledger says about it.
//!
//! Here: what its screens see and what they ask for. Every deed that moves goods goes through [`moving`].

mod balances;
mod count;
mod donor;
mod giver;
mod kits;
mod movements;
pub(super) mod moving;
pub(super) mod receive;
mod transfer;
pub(super) mod write_off;

use crate::domain::aid::AidCatalogue;
use crate::domain::category::CategoryCode;
use crate::domain::id::{CountId, FamilyId};
use crate::domain::number::FamilyNumber;
use crate::domain::stock::{
    ActId, ActKind, ActNumber, Grams, ItemCode, KitPart, LocationCode, LotId, PartnerCode, Quantity,
};
use chrono::NaiveDate;

/// Goods that came from a donor.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Receipt {
    /// The day.
    pub on: NaiveDate,
    /// Where to.
    pub location: LocationCode,
    /// Who gave.
    pub partner: Option<PartnerCode>,
    /// The paper, as typed.
    pub document: String,
    /// What.
    pub lines: Vec<ReceiptLine>,
    /// Note.
    pub note: String,
}

/// One line of a receipt: it makes a lot.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReceiptLine {
    /// Of what.
    pub item: ItemCode,
    /// How much.
    pub quantity: Quantity,
    /// What it weighs, where it was weighed; none: by its standard weight.
    pub weight: Option<Grams>,
    /// Its last day, for what has one.
    pub expires_on: Option<NaiveDate>,
}

/// Goods that are written off or moved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Removal {
    /// The day.
    pub on: NaiveDate,
    /// From where.
    pub location: LocationCode,
    /// What.
    pub lines: Vec<RemovalLine>,
    /// Why: wanted for a write-off.
    pub reason: String,
    /// Note.
    pub note: String,
}

/// One line of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RemovalLine {
    /// Of what.
    pub item: ItemCode,
    /// How much.
    pub quantity: Quantity,
    /// Which lot; none: first expired first, what is past its last day before all.
    pub lot: Option<LotId>,
}

/// Kits that are put together or taken apart.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KitWork {
    /// The day.
    pub on: NaiveDate,
    /// Where.
    pub location: LocationCode,
    /// Which kit.
    pub kit: ItemCode,
    /// How many.
    pub quantity: Quantity,
    /// Note.
    pub note: String,
}

/// What a deed that moved goods made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MadeAct {
    /// The act.
    pub act: ActId,
    /// Its number.
    pub number: ActNumber,
}

/// What lies at a location, and how it goes.
#[derive(Clone, PartialEq, Debug)]
pub struct Balances {
    /// Where; none: everywhere together.
    pub location: Option<LocationCode>,
    /// The day of asking.
    pub on: NaiveDate,
    /// Item by item in the order of lists: what lies there or has a low level; the rest of the catalogue behind `catalogue`.
    pub rows: Vec<BalanceRow>,
    /// The catalogue, for names and units.
    pub catalogue: AidCatalogue,
}

/// Weeks of the sparkline.
pub const WEEKS: usize = 12;
/// Within how many days something expires "soon".
pub const SOON_DAYS: i64 = 30;

/// One item at a location.
#[derive(Clone, PartialEq, Debug)]
pub struct BalanceRow {
    /// Of what.
    pub item: ItemCode,
    /// How much.
    pub quantity: Quantity,
    /// What it weighs, where that is known.
    pub weight: Option<Grams>,
    /// What went out in each of the last [`WEEKS`] weeks, oldest first, this week last.
    pub weeks: [i64; WEEKS],
    /// For how many days it lasts at the pace of the last four weeks; none where nothing went out.
    pub days_left: Option<u32>,
    /// Whether it is at or below its low level.
    pub low: bool,
    /// How much is past its last day.
    pub expired: Quantity,
    /// How much expires within [`SOON_DAYS`].
    pub soon: Quantity,
    /// The nearest last day of what lies there.
    pub expires_on: Option<NaiveDate>,
    /// The lots there, in the order in which they go out.
    pub lots: Vec<LotRow>,
}

/// One lot at a location.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LotRow {
    /// The lot.
    pub lot: LotId,
    /// Where.
    pub location: LocationCode,
    /// How much of it lies there.
    pub quantity: Quantity,
    /// Who gave it.
    pub donor: Option<PartnerCode>,
    /// The paper it came by.
    pub document: String,
    /// Its last day.
    pub expires_on: Option<NaiveDate>,
    /// The day it came.
    pub received_on: NaiveDate,
    /// What one kit of it holds.
    pub composition: Vec<KitPart>,
}

/// A page of what moved of an item, the latest first.
#[derive(Clone, PartialEq, Debug)]
pub struct Movements {
    /// Of what.
    pub item: ItemCode,
    /// Where; none: everywhere.
    pub location: Option<LocationCode>,
    /// The page.
    pub rows: Vec<Movement>,
    /// From where the next page goes on; none: this is the last one.
    pub next: Option<MovementsFrom>,
}

/// Where a page of movements goes on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MovementsFrom {
    /// The day of the last row.
    pub on: NaiveDate,
    /// Its act.
    pub act: ActId,
    /// The balance before it.
    pub balance: Quantity,
}

/// Rows of a page of movements.
pub const MOVEMENTS_A_PAGE: usize = 50;

/// What one act changed of an item.
#[derive(Clone, PartialEq, Debug)]
pub struct Movement {
    /// The act.
    pub act: ActId,
    /// Its number.
    pub number: ActNumber,
    /// What it does.
    pub kind: ActKind,
    /// Its day.
    pub on: NaiveDate,
    /// How much, below zero for what went.
    pub quantity: Quantity,
    /// How much lay there after it.
    pub balance: Quantity,
    /// Who gave it or got it, as screens name them: the donor, the family's head, the organisation; empty for the rest.
    pub name: String,
    /// The family that got it.
    pub family: Option<(FamilyId, FamilyNumber)>,
    /// Who wrote it.
    pub staff: String,
    /// Whether it is reversed.
    pub reversed: bool,
}

/// What a donor gave in a time, and where it went: ready for a letter of thanks.
#[derive(Clone, PartialEq, Debug)]
pub struct DonorPage {
    /// Who.
    pub partner: PartnerCode,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: NaiveDate,
    /// The receipts in that time, the latest first.
    pub receipts: Vec<DonorReceipt>,
    /// Item by item.
    pub items: Vec<DonorItem>,
    /// Families that got something of it (of what came in that time, whenever it was given).
    pub families: usize,
    /// Children in them, as they were then.
    pub children: usize,
    /// People in them, and people by themselves.
    pub people: usize,
    /// Organisations that got something of it.
    pub organisations: usize,
    /// Families and people by category, as they were then, in the order of the catalogue; those that the asker may not see are left out.
    pub categories: Vec<(CategoryCode, usize)>,
    /// What it weighed together, as far as weights are known.
    pub weight: Grams,
    /// The catalogue, for names and units.
    pub catalogue: AidCatalogue,
}

/// One receipt of a donor.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DonorReceipt {
    /// The act.
    pub act: ActId,
    /// Its number.
    pub number: ActNumber,
    /// Its day.
    pub on: NaiveDate,
    /// The paper it came by.
    pub document: String,
    /// What it weighed.
    pub weight: Grams,
}

/// What became of a donor's item.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DonorItem {
    /// Of what.
    pub item: ItemCode,
    /// How much came.
    pub came: Quantity,
    /// How much was given out, in kits too.
    pub given: Quantity,
    /// How much lies in kits that are not given out yet.
    pub in_kits: Quantity,
    /// How much was written off.
    pub written_off: Quantity,
    /// How much lies there still.
    pub left: Quantity,
}

/// Where a count stands.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CountStep {
    /// The sheet is out, nothing was entered.
    Sheet,
    /// It was entered, and waits for another person's word.
    Entered,
    /// It was approved, the differences are posted.
    Approved,
    /// It was given up.
    Cancelled,
}

/// A count of a location.
#[derive(Clone, PartialEq, Debug)]
pub struct Count {
    /// Identity.
    pub id: CountId,
    /// Where.
    pub location: LocationCode,
    /// Where it stands.
    pub step: CountStep,
    /// When it was begun, and by whom.
    pub begun: (NaiveDate, String),
    /// When it was entered, and by whom.
    pub entered: Option<(NaiveDate, String)>,
    /// When it was approved, and by whom.
    pub approved: Option<(NaiveDate, String)>,
    /// The act that posted the differences; none where everything was there.
    pub act: Option<(ActId, ActNumber)>,
    /// Whether the asker entered it, and so may not approve it.
    pub is_mine: bool,
    /// Item by item in the order of lists.
    pub lines: Vec<CountLine>,
    /// Note.
    pub note: String,
    /// The catalogue, for names and units.
    pub catalogue: AidCatalogue,
}

/// One item of a count.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CountLine {
    /// Of what.
    pub item: ItemCode,
    /// How much the ledger said when the sheet was made.
    pub expected: Quantity,
    /// How much was counted.
    pub counted: Option<Quantity>,
    /// What moved since the sheet was made: then the difference may be no difference, and is to be looked at.
    pub moved: Quantity,
}

impl CountLine {
    /// What is posted: counted less expected; nothing where it was not counted.
    pub fn difference(&self) -> Quantity {
        self.counted.map_or(Quantity::ZERO, |counted| counted - self.expected)
    }
}
