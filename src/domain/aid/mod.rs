//! Aid handed out: who gets it, by what right, what lies in the cart, who collects it, and why it can be refused.
//!
//! Pure: limits are judged by `domain::limit`, lots are picked by `domain::stock::ledger`; the store and the journal are `office::aid_room`.

pub mod cart;
pub mod catalogue;
pub mod fault;
pub mod programme;
pub mod recipient;
pub mod right;

pub use cart::{Cart, CartLine, Seen};
pub use catalogue::AidCatalogue;
pub use fault::{AidFault, CatalogueThing, Shortage};
pub use programme::{Location, LocationKind, Partner, PartnerRole, Programme, SetLine};
pub use recipient::{Collector, CollectorKind, Fresh, Recipient, RecipientKind};
pub use right::{Claim, Ground};
