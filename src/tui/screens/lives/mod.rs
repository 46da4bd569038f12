//! Changes of life: the numbered window of what can have happened, and ONE window that asks for what any of them needs.
//!
//! `ask` is the table of the fields, `event` reads them into an event of the domain and tells which field a refusal is about, `ticks`
//! is the first step of a change of several members (that of one which needs somebody else is `screens::picker`), `drafting` keeps the
//! window while it is not saved. Here is how the steps follow each other and what comes of saving.

mod actions;
mod ask;
mod drafting;
mod event;
mod join;
mod ticks;
mod window;

pub use actions::Actions;
pub use ask::Subject;
pub use drafting::LifeAgain;
pub use join::JoinWindow;
pub use window::LifeWindow;
