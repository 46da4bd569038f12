//! Files in and out: tables that people keep in a spreadsheet become a batch for the office, and the register becomes a table.
//!
//! One row of [`column`] is one column of a file: its names, its content and what is expected in it. The header, the faults, the
//! help, the template and the export all read that row. [`sheet`] turns any CSV or XLSX into rows of text, [`families`] and [`goods`] turn rows
//! into drafts or lists every fault, [`disk`] is the desk's door to files, [`book`] an office's own list that is taken in through it,
//! [`participants`] a list of those who are to come, [`export`] writes the same columns back, [`paper`] draws what is signed and hung up, [`save`] leaves a whole file or none.
//! Nothing here decides what may be stored: that is the office's.

pub mod book;
pub mod column;
mod delimited;
pub mod disk;
pub mod events;
pub mod export;
pub mod families;
pub mod fault;
pub mod goods;
pub mod guard;
mod guess;
mod header;
mod ics;
mod list;
pub mod paper;
pub mod participants;
mod reading;
pub mod save;
pub mod sheet;
mod table;
mod tidy;
mod two;
mod workbook;

pub use disk::FilesOfDisk;
pub use export::{ExportError, Format, export_families};
pub use families::{Setting, Taken};
pub use fault::{Expected, Fault, Notice, Remark};
pub use sheet::{Sheet, SheetError};
