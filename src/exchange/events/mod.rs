//! Files of events: what was held or is planned (`events`), and who came (`attendance`). The columns are in `super::column`.
//!
//! Reading lists every fault of every row and makes lines for the office; what only the office can know (a session that is not there, a
//! person who is not) comes back as a fault of the same shape, with row, column and value. Writing gives the same columns out.

mod read;
mod write;

pub use read::{TakenEvents, TakenMarks, attendance, events};
pub use write::{write_attendance, write_events};
