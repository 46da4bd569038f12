//! The storeroom: what lies where and how it goes, papers that move goods, stock counts, movements, donors.
//!
//! Rooms: `balances` is where everything begins, `deeds` its numbered window; `goods` the one form of receipts, write-offs and transfers
//! with `typed` reading its line; `kits` puts together and takes apart; `count` the three steps of a stock count; `movements` of one item;
//! `donor` what somebody gave and where it went. `stock` says things and amounts.

mod balances;
mod balances_view;
mod count;
mod count_sheet;
mod deeds;
mod donor;
mod donor_lines;
mod goods;
mod goods_saving;
mod goods_view;
mod kits;
mod movements;
mod stock;
mod typed;

pub use balances::Storeroom;
pub use count_sheet::CountSheet;
pub use goods::GoodsForm;

use crate::domain::stock::ActId;
use crate::tui::app::Step;

/// The card of an act.
fn open_act(act: ActId) -> Step {
    crate::tui::screens::acts::ActScreen::open(act)
}
