//! The catalogues of the office: the list of a kind, and the small form of one entry.

mod form;
mod list;

pub use list::CatalogueScreen;
