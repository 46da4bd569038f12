//! What the import asks to be done, and what comes of it.

use crate::domain::id::DeedId;
use crate::office::files::Listing;
use crate::office::intake::{Choice, Headings, Mapping, Preview, Said, SheetLine, Stop};
use crate::office::{Alike, ImportOutcome};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

/// What shall be done.
pub enum ImportAsk {
    /// List a folder; none is the one where the program was started.
    List(Option<PathBuf>),
    /// Read a file.
    Open {
        /// Which.
        path: PathBuf,
        /// Stops it.
        stop: Stop,
    },
    /// Look at the columns of a sheet.
    Headings {
        /// Which sheet.
        sheet: usize,
        /// The row where a person says the heading is.
        header: Option<usize>,
    },
    /// Read the rows as the headings say.
    Check {
        /// What the columns mean.
        headings: Box<Headings>,
        /// Numbers of rows that are left out.
        left_out: BTreeSet<usize>,
        /// Stops it.
        stop: Stop,
    },
    /// Remember what a person said that the columns mean.
    Remember(Box<Mapping>),
    /// Look for people who are on the register or in the file twice.
    Alike {
        /// Stops it.
        stop: Stop,
    },
    /// Write it.
    TakeIn {
        /// The deed.
        deed: DeedId,
        /// What was decided about each pair, by its position.
        choices: Vec<(usize, Choice)>,
        /// Stops it.
        stop: Stop,
    },
    /// Write the report into a file.
    Report {
        /// Which.
        path: PathBuf,
        /// What.
        text: String,
    },
    /// Stop a job: goes past everything that waits.
    Stop(Stop),
    /// Forget the file: nobody looks at it any more.
    Close,
}

/// What came of it. None in a result: it was asked to stop.
#[derive(Clone, PartialEq, Debug)]
pub enum ImportTold {
    /// A folder.
    Listing(Result<Listing, Said>),
    /// A file was read.
    Opened(Result<Option<OpenedFile>, Said>),
    /// The columns of a sheet.
    Headings(Result<Headings, Said>),
    /// The rows.
    Checked(Result<Option<Arc<Preview>>, Said>),
    /// Probable duplicates, the most certain first.
    Alike(Result<Option<Arc<Vec<Pair>>>, Said>),
    /// The import.
    TakenIn(Result<TakenIn, Said>),
    /// How far a job is; where nobody knows how much there is, `all` is zero.
    Progress {
        /// So many.
        done: usize,
        /// Of so many.
        all: usize,
    },
    /// The report is written.
    Reported(Result<PathBuf, Said>),
}

/// A file that was read.
#[derive(Clone, PartialEq, Debug)]
pub struct OpenedFile {
    /// Which.
    pub path: PathBuf,
    /// Its sheets.
    pub sheets: Vec<SheetLine>,
    /// The one that is offered.
    pub offered: usize,
    /// Its columns.
    pub headings: Result<Headings, Said>,
}

/// A probable duplicate.
#[derive(Clone, PartialEq, Debug)]
pub struct Pair {
    /// Position of the row among the rows of the preview.
    pub at: usize,
    /// Position of the earlier row of the file, where it is one.
    pub other: Option<usize>,
    /// Who resembles whom.
    pub alike: Alike,
}

/// What came of an import.
#[derive(Clone, PartialEq, Debug)]
pub enum TakenIn {
    /// It is written.
    Done(ImportOutcome),
    /// Nothing is written; what is wrong is marked in the rows.
    Refused(Arc<Preview>),
    /// Nothing is written: it was asked to stop.
    Stopped,
}
