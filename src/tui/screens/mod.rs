//! A room a screen: its state, its keys and its picture side by side. No screen knows another's insides.

pub mod card;
pub mod catalogue;
pub mod dialog;
pub mod drafts;
pub mod duplicates;
pub mod help;
pub mod history;
pub mod home;
pub mod import;
pub mod keyboard;
pub mod lists;
pub mod lives;
pub mod menu;
pub mod merge;
pub mod paper;
pub mod password;
pub mod person;
pub mod recovery;
pub mod registration;
pub mod settings;
pub mod setup;
pub mod sheet;
pub mod sign_in;
pub mod staff;
pub mod undo;
