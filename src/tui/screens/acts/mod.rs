//! Acts: one as it stands on the paper, those of a family or person, and where limits were bent.

mod act;
mod find;
mod list;
mod overrides;

pub use act::ActScreen;
pub use find::FindAct;
pub use list::{Acts, act_line};
pub use overrides::Overrides;
