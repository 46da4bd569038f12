//! People of a made-up register, and questions about them whose right answers are known: the same for the same seed.

pub mod chance;
pub mod people;
pub mod questions;
pub mod spelling;
pub mod words;
