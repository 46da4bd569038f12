//! Things that screens are drawn of: a line to type in, forms, lists, frames, the footer.

pub mod chart;
pub mod chrome;
pub mod form;
pub mod line;
pub mod list;
pub mod marked;
pub mod spark;
pub mod text;
