//! Keys: what a keystroke is, what terminals really send, and how a Cyrillic layout folds onto the Latin one.

pub mod chord;
pub mod layout;
pub mod reader;

pub use chord::Key;
