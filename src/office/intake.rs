//! Taking a file in step by step: the words in which the desk and the room of files speak of it.
//!
//! The desk (`tui`) and the files (`exchange`) both stand on the office and must not know each other, so what passes between them is
//! said here: [`Book`] is a file opened through the door to files (`super::files`), [`Headings`] what its columns mean, [`Preview`] what
//! is in its rows and what is wrong with them. Nothing here reads a file, and nothing of a file is written into the register but by `Office::take_in`.

mod choose;

pub use choose::{Choice, Settled, settle};

use super::ImportBatch;
use crate::domain::category::CategoryCode;
use crate::text::{Sentence, Value};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// How a long job tells how far it is (done, all) and hears whether to go on.
pub type Going<'a> = &'a mut dyn FnMut(usize, usize) -> bool;

/// A request to stop a long job, held by who asks and by who works.
#[derive(Clone, Default, Debug)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Asks the job to stop at the next row.
    pub fn now(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether the job was asked to stop.
    pub fn is_asked(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// A sentence kept as data: what one room found and another shows.
#[derive(Clone, PartialEq, Debug)]
pub struct Said {
    id: Cow<'static, str>,
    values: Vec<(&'static str, Value)>,
}

impl Said {
    /// What something has to say.
    pub fn of(what: &dyn Sentence) -> Self {
        let (id, values) = what.sentence();
        Self { id, values }
    }

    /// A message by its id.
    pub fn new(id: &'static str, values: Vec<(&'static str, Value)>) -> Self {
        Self { id: Cow::Borrowed(id), values }
    }
}

impl Sentence for Said {
    fn sentence(&self) -> (Cow<'static, str>, Vec<(&'static str, Value)>) {
        (self.id.clone(), self.values.clone())
    }
}

/// A row as a spreadsheet numbers it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// Counted from 1, empty rows counted too.
    pub number: usize,
    /// Cells from the first column; empty ones at the end are left out.
    pub cells: Vec<String>,
}

/// A file that was read.
pub trait Book: Send {
    /// Its sheets that are not hidden; a text file has one without a name.
    fn sheets(&self) -> Vec<SheetLine>;

    /// The sheet that is offered: the first with a heading that is recognised, else the first with anything in it.
    fn offered(&self, remembered: &[Mapping]) -> usize;

    /// What the columns of a sheet seem to mean. `header` is the row (its number in the sheet) where a person says the heading is.
    ///
    /// Errors: the sheet is empty or cannot be read.
    fn headings(
        &self,
        sheet: usize,
        header: Option<usize>,
        remembered: &[Mapping],
        setting: &IntakeSetting,
    ) -> Result<Headings, Said>;

    /// Reads the rows as the headings say. None when it was asked to stop.
    ///
    /// Errors: the headings do not make people (`Headings::fault`), the sheet cannot be read.
    fn check(
        &self,
        headings: &Headings,
        left_out: &BTreeSet<usize>,
        setting: &IntakeSetting,
        going: Going<'_>,
    ) -> Result<Option<Checked>, Said>;
}

/// A sheet of a file as a list shows it.
#[derive(Clone, PartialEq, Debug)]
pub struct SheetLine {
    /// Its name.
    pub name: String,
    /// Rows with something in them.
    pub rows: usize,
    /// Columns of the heading that are recognised.
    pub recognised: usize,
    /// Why it cannot be read.
    pub fault: Option<Said>,
}

/// What reading a file needs to know of the office.
#[derive(Clone, PartialEq, Debug)]
pub struct IntakeSetting {
    /// The present day.
    pub today: NaiveDate,
    /// Codes of the office's catalogue of categories.
    pub categories: Vec<CategoryCode>,
    /// The office's own names of categories in lower case, in both languages.
    pub names: Vec<(String, CategoryCode)>,
    /// Code of the office's community.
    pub community: Option<String>,
}

/// Which rows are one family.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grouping {
    /// Rows with the same value in the column of the family; an empty one is a person without a family.
    Column,
    /// The same, an empty cell going on with the family above it (cells merged downwards).
    ColumnDown,
    /// Rows one after another; each «голова» begins a family.
    Head,
    /// Every row is a family of its own.
    #[default]
    Row,
}

impl Grouping {
    /// Every way.
    pub const ALL: [Self; 4] = [Self::Column, Self::ColumnDown, Self::Head, Self::Row];

    /// Its word in message ids (`import-grouping-column`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Column => "column",
            Self::ColumnDown => "column-down",
            Self::Head => "head",
            Self::Row => "row",
        }
    }

    /// Whether it needs a column of the family.
    pub fn needs_column(self) -> bool {
        matches!(self, Self::Column | Self::ColumnDown)
    }
}

/// An office's own headings and what they mean, remembered for its next file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Mapping {
    /// Headings as letters and digits in lower case, in the order of the file.
    pub headings: Vec<String>,
    /// What each means: a word of [`Headings::targets`], empty where the column is not read.
    pub targets: Vec<String>,
    /// Which rows are one family.
    pub grouping: Grouping,
    /// Whether a file was taken in so; else a person at the desk has only begun to say it.
    #[serde(default = "taken_in")]
    pub was_taken_in: bool,
}

/// Mappings that say nothing of it were kept when a file was taken in.
fn taken_in() -> bool {
    true
}

/// How sure it is what a column means.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Sure {
    /// Nothing speaks for any column.
    Not,
    /// What is in its cells speaks for it.
    Content,
    /// Its heading resembles the words for it.
    Alike,
    /// Its heading says it.
    Said,
    /// A file with the same headings was taken in so before.
    Remembered,
    /// The person at the desk said so.
    Chosen,
}

impl Sure {
    /// The word in message ids (`import-sure-alike`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Not => "not",
            Self::Content => "content",
            Self::Alike => "alike",
            Self::Said => "said",
            Self::Remembered => "remembered",
            Self::Chosen => "chosen",
        }
    }
}

/// A column of the file and what it means.
#[derive(Clone, PartialEq, Debug)]
pub struct HeadingLine {
    /// Position in the file, from 0.
    pub place: usize,
    /// The heading; letters of the column where it has none or another column has the same.
    pub heading: String,
    /// A few values.
    pub samples: Vec<String>,
    /// What it means: a word of [`Headings::targets`]; none where the column is not read.
    pub target: Option<&'static str>,
    /// How sure that is.
    pub sure: Sure,
}

/// The columns of a sheet.
#[derive(Clone, PartialEq, Debug)]
pub struct Headings {
    /// Which sheet.
    pub sheet: usize,
    /// Number of the first row of the heading.
    pub header: usize,
    /// How many rows the heading takes.
    pub header_rows: usize,
    /// Number of the row above the heading, where there is one.
    pub above: Option<usize>,
    /// Number of the row below its first one.
    pub below: Option<usize>,
    /// Rows under the heading.
    pub rows: usize,
    /// Columns with anything in them.
    pub columns: Vec<HeadingLine>,
    /// Everything a column can mean, in the order of a list.
    pub targets: &'static [&'static str],
    /// Which rows are one family.
    pub grouping: Grouping,
    /// The headings as a mapping keeps them.
    pub signature: Vec<String>,
}

/// Columns that several columns of a file may mean: their values are put together.
pub const SEVERAL: [&str; 4] = ["phone", "document", "categories", "note"];

/// A column with surname, given name and patronymic in one cell.
pub const FULL_NAME: &str = "full_name";

impl Headings {
    /// Whether a column of the file means this.
    pub fn has(&self, target: &str) -> bool {
        self.columns.iter().any(|column| column.target == Some(target))
    }

    /// What a column means from now on.
    pub fn choose(&mut self, column: usize, target: Option<&'static str>) {
        if let Some(line) = self.columns.get_mut(column) {
            (line.target, line.sure) = (target, Sure::Chosen);
        }
        if target == Some("family") && !self.grouping.needs_column() {
            self.grouping = Grouping::Column;
        }
        if !self.has("family") && self.grouping.needs_column() {
            self.grouping = if self.has("relation") { Grouping::Head } else { Grouping::Row };
        }
    }

    /// Why people cannot be read by these columns.
    pub fn fault(&self) -> Option<Said> {
        for target in self.targets.iter().filter(|target| !SEVERAL.contains(*target)) {
            let mut same = self.columns.iter().filter(|column| column.target == Some(*target));
            if let (Some(first), Some(second)) = (same.next(), same.next()) {
                let values = vec![("first", first.heading.as_str().into()), ("second", second.heading.as_str().into())];
                return Some(Said::new("import-fault-twice", values));
            }
        }
        let is_named = self.has(FULL_NAME) || (self.has("surname") && self.has("given_name"));
        if !is_named {
            return Some(Said::new("import-fault-no-name", vec![]));
        }
        (self.grouping.needs_column() && !self.has("family")).then(|| Said::new("import-fault-no-family", vec![]))
    }

    /// Columns with something in them that are not read.
    pub fn unread(&self) -> usize {
        self.columns.iter().filter(|column| column.target.is_none()).count()
    }

    /// Whether the keys of people are made of their names and birth dates, since the file has none.
    pub fn makes_keys(&self) -> bool {
        !self.has("person")
    }

    /// What shall be remembered of it: the width of the heading is that of the file.
    pub fn mapping(&self) -> Mapping {
        let target = |place: usize| {
            let column = self.columns.iter().find(|column| column.place == place);
            column.and_then(|column| column.target).unwrap_or_default().to_owned()
        };
        Mapping {
            headings: self.signature.clone(),
            targets: (0..self.signature.len()).map(target).collect(),
            grouping: self.grouping,
            was_taken_in: false,
        }
    }
}

/// Whether something stops the import.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Weight {
    /// It does.
    Fault,
    /// It is only worth a look.
    Warning,
}

/// Something in a row that a person should see.
#[derive(Clone, PartialEq, Debug)]
pub struct Mark {
    /// Position among the rows of the preview.
    pub at: usize,
    /// Position of the column in the file, where it is about one.
    pub place: Option<usize>,
    /// Whether it stops the import.
    pub weight: Weight,
    /// What it is, with the row and the value.
    pub said: Said,
    /// The heading of the column: what a report may say without anybody's data.
    pub heading: String,
}

/// The rows of a file with what is wrong in them.
#[derive(Clone, PartialEq, Debug)]
pub struct Preview {
    /// The rows under the heading as the file has them.
    pub rows: Arc<Vec<Row>>,
    /// Columns that are read: position in the file, heading, meaning.
    pub columns: Vec<(usize, String, &'static str)>,
    /// What is wrong or worth a look, by rows; faults before warnings in a row.
    pub marks: Vec<Mark>,
    /// Families that the rows make.
    pub families: usize,
    /// People without a family.
    pub singles: usize,
}

impl Preview {
    /// The marks of a row.
    pub fn marks_of(&self, at: usize) -> &[Mark] {
        let first = self.marks.partition_point(|mark| mark.at < at);
        let behind = self.marks.partition_point(|mark| mark.at <= at);
        &self.marks[first..behind]
    }

    /// How many marks there are of this weight.
    pub fn count(&self, weight: Weight) -> usize {
        self.marks.iter().filter(|mark| mark.weight == weight).count()
    }
}

/// A file that was read row by row.
#[derive(Debug)]
pub struct Checked {
    /// What a person looks at.
    pub preview: Preview,
    /// What goes into the register; meaningless while there is a fault.
    pub batch: ImportBatch,
    /// For each family of the batch, then each person without one: positions of its rows in the preview.
    pub rows: Vec<Vec<usize>>,
}
