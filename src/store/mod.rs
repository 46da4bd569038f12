//! The one encrypted file of the office, and everything that may touch it: the only place with SQL.
//!
//! Beside the file `office.stiika` lie its companions, named by [`beside`]: `office.stiika.keys` (who may open it, see [`keys`]),
//! `office.stiika.keys.old` (the generation before), `office.stiika.attempts` (wrong passwords in a row) and `office.stiika.before-N`
//! (the whole file as it was before migration N); while an office is founded also `office.stiika.founding`. Nothing readable is ever
//! written next to them.
//!
//! One connection a process: SQLite's locks on Linux belong to the process, so a second way into the same file would drop them.

pub mod aid;
pub mod apart;
pub mod beginnings;
pub mod campaigns;
pub mod catalogue;
pub mod categories;
pub mod changes;
mod columns;
mod deed;
pub mod drafts;
mod engine;
pub mod event_files;
pub mod events;
pub mod families;
pub mod family_lists;
pub mod fault;
pub mod filesystem;
pub mod filters;
pub mod founding;
pub mod images;
pub mod journal;
pub mod keys;
pub mod lists;
pub mod log;
pub mod migrate;
pub mod open;
pub mod past;
pub mod past_day;
pub mod people;
pub mod pointers;
pub mod process;
pub mod records;
pub mod settings;
pub mod staff;
pub mod stock;

pub use deed::Tx;
pub use engine::{Engine, engine};
pub use fault::{Detail, StoreError};
pub use open::Store;
pub use process::harden_process;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The companion of a database file: the same folder and name with an ending added (`office.db` + `.keys`).
pub fn beside(database: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(database.as_os_str());
    name.push(ending);
    PathBuf::from(name)
}
