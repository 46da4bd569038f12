//! Words and rules of the field: what a family, a person, a paper or a category *is*, and what makes it valid.
//!
//! Pure by law (`tests/architecture.rs`): no SQL, no screen, no clock, no files. Today comes in as a date, randomness as bytes.
//! Every type here is parsed at the edge once and kept parsed; a `String` never means a phone.

pub mod address;
pub mod aid;
pub mod campaign;
pub mod catalogue;
pub mod category;
pub mod certificate;
pub mod clock;
pub mod date;
pub mod document;
pub mod draft;
pub mod duplicate;
pub mod edrpou;
pub mod event;
pub mod family;
pub mod filter;
pub mod id;
pub mod life;
pub mod limit;
pub mod merge;
pub mod name;
pub mod number;
pub mod past;
pub mod person;
pub mod phone;
pub mod place;
pub mod relation;
pub mod settings;
pub mod sheet;
pub mod spelled;
pub mod staff;
pub mod stock;
pub mod street;
pub mod typed;
