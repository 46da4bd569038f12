//! Стійка: the terminal desk of a Ukrainian social services office. The house on one page.
//!
//! One program over one encrypted file. Whoever stands at the counter types, finds a family or registers it; what is saved is saved
//! durably, under the name of who saved it, and unreadable to a thief. Each room below knows only the rooms under it:
//!
//! ```text

pub mod domain;
pub mod exchange;
pub mod office;
pub mod search;
pub mod store;
pub mod text;
pub mod tui;
