//! The storeroom: what lies where and how it goes, papers that move goods, stock counts, movements, donors.
//!
//! Rooms: `balances` is where everything begins, `deeds` its numbered window; `goods` the one form of receipts, write-offs and transfers
//! with `typed` reading its line; `kits` puts together and takes apart; `count` the three steps of a stock count, with `count_sheet`
//! what is typed in and `count_view` its picture; `movements` of one item;
//! `donor` what somebody gave and where it went; `papers` which of all that can be printed, `distribution` of which days a sheet is;
//! `thing_picker` asks for a thing. `stock` says things and amounts.

mod balances;
mod balances_view;
mod count;
mod count_sheet;
mod count_view;
mod deeds;
mod distribution;
mod donor;
mod donor_lines;
mod goods;
mod goods_saving;
mod goods_view;
mod kits;
mod movements;
mod papers;
mod stock;
mod thing_picker;
mod typed;

pub use balances::Storeroom;
pub use count_sheet::CountSheet;
pub use distribution::DistributionWindow;
pub use donor::DonorScreen;
pub use goods::GoodsForm;
pub use movements::MovementsScreen;

use crate::domain::stock::ActId;
use crate::tui::app::Step;

/// The card of an act.
fn open_act(act: ActId) -> Step {
    crate::tui::screens::acts::ActScreen::open(act)
}
