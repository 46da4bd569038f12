//! The one door to the files of this computer.
//!
//! The desk (`tui`) reads and writes files but must not know how they are written: that is `exchange`, where the door is implemented.
//! `cli` hands it to the desk when the desk starts. A desk without it neither imports nor exports.

use super::calendar_file::CalendarFile;
use super::events::Enrolled;
use super::intake::{Book, Going, Said};
use super::{Office, PaperForm, Selection};
use crate::domain::clock::Moment;
use crate::domain::event::RegisterOf;
use crate::domain::id::DeedId;
use crate::domain::sheet::Sheet;
use std::path::{Path, PathBuf};

/// The door to the files of this computer.
pub trait Files: Send + Sync {
    /// Folders and tables of a folder, newest first; without a name the folder where the program was started. `~` is the home folder.
    ///
    /// Errors: the folder cannot be read.
    fn list(&self, folder: Option<&Path>) -> Result<Listing, Said>;

    /// Reads a whole file. None when it was asked to stop.
    ///
    /// Errors: it is no table, is damaged, is not what its name says.
    fn open(&self, path: &Path, going: Going<'_>) -> Result<Option<Box<dyn Book>>, Said>;

    /// Writes a text into a file that only its owner may read, whole or not at all. An older file of that name is not replaced.
    ///
    /// Errors: there is such a file, or it cannot be written.
    fn save(&self, path: &Path, text: &str) -> Result<(), Said>;

    /// Writes the families of a selection into a file of the typed name, whole or not at all; a name without a folder lies among the
    /// person's documents. Says how many families there were and the file's whole path. An older file is not replaced.
    ///
    /// Errors: what is typed names no kind of table or no folder, there is such a file, the office refuses, it cannot be written.
    fn export(&self, office: &mut Office, selection: &Selection, typed: &str) -> Result<(usize, PathBuf), Said>;

    /// Reads a list of people from a file and enrols them: all of them, or nobody and a sentence for every row that means nobody.
    ///
    /// Errors: it cannot be read, the office refuses.
    fn enrol(
        &self,
        office: &mut Office,
        deed: (DeedId, RegisterOf),
        path: &Path,
    ) -> Result<Result<Enrolled, Vec<Said>>, Said>;

    /// Draws a paper and hands it to the system's printing; nothing of it lies in a file meanwhile.
    ///
    /// Errors: this computer has no printing or no printer, or it refused.
    fn print(&self, sheet: &Sheet) -> Result<(), Said>;

    /// Writes a paper into a file that only its owner may read, whole or not at all, among the person's documents. Where there is one of that
    /// name already it is left alone and the new one gets the next free name. Says the whole path.
    ///
    /// Errors: it cannot be drawn or written.
    fn save_paper(&self, sheet: &Sheet, name: &str, form: PaperForm) -> Result<PathBuf, Said>;

    /// Writes a calendar for a phone into a file that only its owner may read, among the person's documents, under the first free name. Says
    /// the whole path.
    ///
    /// Errors: it cannot be written.
    fn save_calendar(&self, calendar: &CalendarFile) -> Result<PathBuf, Said>;

    /// Opens a written file in the program that the system has for it.
    ///
    /// Errors: the system has none.
    fn show(&self, path: &Path) -> Result<(), Said>;
}

/// What is in a folder.
#[derive(Clone, PartialEq, Debug)]
pub struct Listing {
    /// Which, as a whole path.
    pub folder: PathBuf,
    /// The folder above, the folders in it by name, then tables, the newest first.
    pub entries: Vec<Listed>,
}

/// A folder or a table in a folder.
#[derive(Clone, PartialEq, Debug)]
pub struct Listed {
    /// Its name; `..` is the folder above.
    pub name: String,
    /// Whether it is a folder.
    pub is_folder: bool,
    /// Bytes of a file.
    pub bytes: u64,
    /// When it was changed last, where the system says.
    pub changed: Option<Moment>,
}
