//! Entries that are on the register twice: the list of what the look over everybody found, and the choice of another family by hand.

mod list;
mod merge_with;

pub use list::Duplicates;
pub use merge_with::MergeWith;
