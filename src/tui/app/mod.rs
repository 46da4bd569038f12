//! The desk without a terminal: what is open, what a message changes, what shall be done. Pure: no clock, files or randomness.

pub mod context;
pub mod drafts;
mod lock;
pub mod message;
pub mod screen;
pub mod update;

pub use context::{Context, Session};
pub use drafts::{DraftKind, DraftLayer, DraftOf};
pub use message::{Effect, Input, Known, Msg, OfficeAsk, OfficeTold, Reply};
pub use screen::{Answer, EventAt, Go, Screen, Step};
pub use update::{Model, Toast, ToastKind, begin, update};
