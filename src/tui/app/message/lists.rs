//! What the screen of lists asks of the office and hears from it.

use crate::domain::category::Category;
use crate::domain::filter::{Filter, Order};
use crate::domain::id::{DeedId, FamilyId, ListId, SavedFilterId};
use crate::office::intake::Said;
use crate::office::{Choices, Listed, OfficeError, Selection, Target};
use crate::text::{Sentence, Value};
use std::borrow::Cow;
use std::path::PathBuf;

/// What the office shall do for lists.
pub enum ListsAsk {
    /// A page of what a filter finds; only the newest generation matters.
    Page {
        /// Counts up with every question.
        generation: u64,
        /// The filter.
        filter: Box<Filter>,
        /// The order.
        order: Order,
        /// The first row.
        from: usize,
        /// How many rows.
        rows: usize,
    },
    /// All that a filter finds, to be marked.
    All {
        /// The generation of the page that is on the screen.
        generation: u64,
        /// The filter.
        filter: Box<Filter>,
    },
    /// What conditions can be chosen from.
    Choices,
    /// Keep the filter under a name.
    SaveFilter {
        /// The form's deed.
        deed: DeedId,
        /// The name as typed.
        name: String,
        /// The filter.
        filter: Box<Filter>,
    },
    /// Take a saved filter away.
    RemoveFilter(DeedId, SavedFilterId),
    /// Make a list.
    MakeList(DeedId, String),
    /// Give a list another name.
    RenameList(DeedId, ListId, String),
    /// Take a list away.
    RemoveList(DeedId, ListId),
    /// Do something to many families.
    Act {
        /// The form's deed.
        deed: DeedId,
        /// To which.
        selection: Box<Selection>,
        /// What.
        act: Act,
    },
}

/// What is done to many families.
#[derive(Clone, PartialEq, Debug)]
pub enum Act {
    /// Give them a category.
    Category(Category),
    /// Add a line to the head's note.
    Note(String),
    /// Put them into a list.
    Put(Target),
    /// Take them out of a list.
    TakeOut(ListId),
    /// Write them into a file of this name.
    Export(String),
}

/// What the office answers.
#[derive(Clone, PartialEq, Debug)]
pub enum ListsTold {
    /// A page.
    Page {
        /// Which question.
        generation: u64,
        /// The page.
        page: Result<Listed, OfficeError>,
    },
    /// All that a filter finds.
    All {
        /// Which question.
        generation: u64,
        /// The families in their order.
        families: Result<Vec<FamilyId>, OfficeError>,
    },
    /// What conditions can be chosen from.
    Choices(Result<Box<Choices>, OfficeError>),
    /// A saved filter or a list is made, renamed or removed.
    Kept(DeedId, Result<(), OfficeError>),
    /// A deed over many families is under way.
    Progress(DeedId, usize, usize),
    /// A deed over many families is done.
    Acted(DeedId, Result<Acted, ListsFault>),
}

/// What a deed over many families did.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Acted {
    /// In how many families something changed, or how many were written.
    pub families: usize,
    /// The file that was written.
    pub path: Option<PathBuf>,
}

/// Why a deed over many families was refused.
#[derive(Clone, PartialEq, Debug)]
pub enum ListsFault {
    /// By the office.
    Office(OfficeError),
    /// By the disk.
    File(Said),
}

impl Sentence for ListsFault {
    fn sentence(&self) -> (Cow<'static, str>, Vec<(&'static str, Value)>) {
        match self {
            Self::Office(fault) => fault.sentence(),
            Self::File(said) => said.sentence(),
        }
    }
}
