//! Files of goods: what came and was written off (`stock`), what was given to whom (`aid`). The columns are in `super::column`.
//!
//! Reading lists every fault of every row and makes lines for the office; what only the office can know (a shortage on a day, a family
//! that is not there) comes back as a fault of the same shape, with row, column and value. Writing gives the same columns out.

mod read;
mod write;

pub use read::{TakenAid, TakenStock, aid, stock};
pub use write::{write_aid, write_stock};

#[cfg(test)]
mod tests;
