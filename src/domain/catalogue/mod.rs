//! Catalogues: the lists that an office keeps itself. A later kind joins by a row in [`Kind`] and an arm of [`About`].
//!
//! An entry is its code: lower case Latin, digits and `_`, the same in two offices' files that are merged one day. Entries are never
//! deleted, only switched off: what was given under them stays what it was, and nothing new is offered.

pub mod aid;
mod code;
mod entry;
mod fault;
mod kind;
mod list;

pub use code::{CODE_CHARACTERS, code_of, is_code};
pub use entry::{About, Entry, FormerName, NAME_CHARACTERS};
pub use fault::CatalogueFault;
pub use kind::Kind;
pub use list::{Catalogue, Sensitive};
