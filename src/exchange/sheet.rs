//! A file of rows as text: what any import starts from, whatever program wrote the file.
//!
//! The kind of a file is what is in it, not its name: people save a workbook as `.csv` by renaming it. Where the two disagree the
//! file is refused in one sentence instead of being read as rubbish. Row numbers are those a spreadsheet shows at its left edge.

use super::{delimited, workbook};
use crate::office::intake::Going;
pub use crate::office::intake::Row;
use crate::text::{Sentence, Value};
use std::borrow::Cow;
use std::io::Read;
use std::path::Path;

/// Columns in a row; no list of people is wider, and a broken file easily is.
pub const MAX_COLUMNS: usize = 1_000;

/// Bytes of a file, and bytes that a workbook may unfold to.
pub const MAX_BYTES: u64 = 512 * 1024 * 1024;

/// A table of text. The first row is the heading; empty rows are left out and the numbers say so.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Sheet {
    /// Rows with something in them, in file order.
    pub rows: Vec<Row>,
    /// Cells whose formula failed (`#N/A`, `#REF!`): nobody meant that to be data.
    pub broken: Vec<BrokenCell>,
}

/// A cell with a failed formula.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BrokenCell {
    /// Row number, from 1.
    pub row: usize,
    /// Position of the column, from 0.
    pub column: usize,
    /// What the cell shows: `#N/A`.
    pub shows: String,
}

/// Why a file could not be read as a table at all.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum SheetError {
    /// The file cannot be opened or read; the words of the operating system.
    #[error("cannot read: {0}")]
    Unreadable(String),
    /// There is no such file or folder.
    #[error("no such file")]
    Missing,
    /// Nothing in it.
    #[error("empty file")]
    Empty,
    /// Larger than [`MAX_BYTES`], or a workbook that unfolds to more.
    #[error("too large")]
    TooLarge,
    /// Neither a workbook nor text.
    #[error("not a table")]
    NotATable,
    /// The old binary `.xls`.
    #[error("old workbook")]
    OldWorkbook,
    /// Named `.xlsx`, and is not one.
    #[error("named xlsx and is not one")]
    NotAWorkbook,
    /// Named as text, and is a workbook.
    #[error("named as text and is a workbook")]
    NotText,
    /// A workbook that is damaged; the words of the reader.
    #[error("damaged workbook: {0}")]
    Damaged(String),
    /// Text in an encoding that begins as one and goes on as another.
    #[error("damaged text")]
    DamagedText,
    /// A quotation mark is opened in this row and never closed.
    #[error("quotation mark left open in row {0}")]
    OpenQuote(usize),
    /// More than [`MAX_COLUMNS`] columns in this row.
    #[error("too many columns in row {0}")]
    TooManyColumns(usize),
    /// Reading was asked to stop.
    #[error("stopped")]
    Stopped,
}

impl Sentence for SheetError {
    fn sentence(&self) -> (Cow<'static, str>, Vec<(&'static str, Value)>) {
        let row = |row: &usize| vec![("row", Value::Text(row.to_string()))];
        let (id, values) = match self {
            Self::Unreadable(reason) => ("exchange-file-unreadable", vec![("reason", reason.as_str().into())]),
            Self::Missing => ("exchange-file-missing", vec![]),
            Self::Empty => ("exchange-file-empty", vec![]),
            Self::TooLarge => ("exchange-file-too-large", vec![("limit", Value::from(MAX_BYTES / 1024 / 1024))]),
            Self::NotATable => ("exchange-file-not-a-table", vec![]),
            Self::OldWorkbook => ("exchange-file-old-workbook", vec![]),
            Self::NotAWorkbook => ("exchange-file-not-a-workbook", vec![]),
            Self::NotText => ("exchange-file-not-text", vec![]),
            Self::Damaged(reason) => ("exchange-file-damaged", vec![("reason", reason.as_str().into())]),
            Self::DamagedText => ("exchange-file-damaged-text", vec![]),
            Self::Stopped => ("exchange-file-stopped", vec![]),
            Self::OpenQuote(number) => ("exchange-file-open-quote", row(number)),
            Self::TooManyColumns(number) => {
                let mut values = row(number);
                values.push(("limit", Value::from(MAX_COLUMNS)));
                ("exchange-file-too-many-columns", values)
            }
        };
        (Cow::Borrowed(id), values)
    }
}

/// A sheet of a file with its name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Contents {
    /// The sheet's name; empty for a text file.
    pub name: String,
    /// What is in it. One sheet that cannot be read keeps nobody from the others.
    pub sheet: Result<Sheet, SheetError>,
}

impl Sheet {
    /// Reads every sheet of a file that is not hidden. Errors: those of [`Sheet::read`], and that it was asked to stop.
    pub fn read_all(path: &Path, going: Going<'_>) -> Result<Vec<Contents>, SheetError> {
        let (bytes, extension) = bytes_of(path)?;
        if is_workbook(&bytes, extension.as_deref())? {
            let sheets = workbook::read_all(&bytes, going)?;
            let is_empty = |contents: &Contents| contents.sheet.as_ref().is_ok_and(|sheet| sheet.rows.is_empty());
            return if sheets.iter().all(is_empty) { Err(SheetError::Empty) } else { Ok(sheets) };
        }
        let sheet = Self::of_bytes(&bytes, extension.as_deref())?;
        Ok(vec![Contents { name: String::new(), sheet: Ok(sheet) }])
    }

    /// Reads a file. Errors: everything of [`Sheet::of_bytes`], and a file that cannot be opened.
    pub fn read(path: &Path) -> Result<Self, SheetError> {
        let (bytes, extension) = bytes_of(path)?;
        Self::of_bytes(&bytes, extension.as_deref())
    }

    /// Reads the content of a file; `extension` is what its name claims, where it claims anything.
    pub fn of_bytes(bytes: &[u8], extension: Option<&str>) -> Result<Self, SheetError> {
        let sheet = if is_workbook(bytes, extension)? { workbook::read(bytes)? } else { delimited::read(bytes)? };
        if sheet.rows.is_empty() { Err(SheetError::Empty) } else { Ok(sheet) }
    }

    /// Takes a row in unless it is empty, without the empty cells at its end.
    pub(super) fn push(&mut self, number: usize, mut cells: Vec<String>) -> Result<(), SheetError> {
        while cells.last().is_some_and(|cell| cell.trim().is_empty()) {
            cells.pop();
        }
        if cells.len() > MAX_COLUMNS {
            return Err(SheetError::TooManyColumns(number));
        }
        if !cells.is_empty() {
            self.rows.push(Row { number, cells });
        }
        Ok(())
    }
}

impl SheetError {
    /// Why the disk did not give it.
    pub(super) fn of_disk(error: &std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::NotFound { Self::Missing } else { Self::Unreadable(error.to_string()) }
    }
}

fn bytes_of(path: &Path) -> Result<(Vec<u8>, Option<String>), SheetError> {
    let unreadable = |error: std::io::Error| SheetError::of_disk(&error);
    let file = std::fs::File::open(path).map_err(unreadable)?;
    let mut bytes = Vec::new();
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    Ok((bytes, path.extension().and_then(|extension| extension.to_str()).map(str::to_owned)))
}

/// Whether the content is a workbook rather than text. Errors: it is neither, or not what the name claims.
fn is_workbook(bytes: &[u8], extension: Option<&str>) -> Result<bool, SheetError> {
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MAX_BYTES {
        return Err(SheetError::TooLarge);
    }
    let claims = extension.map(str::to_ascii_lowercase).unwrap_or_default();
    if bytes.is_empty() {
        return Err(SheetError::Empty);
    }
    if bytes.starts_with(ZIP_MAGIC) {
        return if matches!(claims.as_str(), "csv" | "tsv" | "txt") { Err(SheetError::NotText) } else { Ok(true) };
    }
    if bytes.starts_with(OLD_OFFICE_MAGIC) {
        return Err(SheetError::OldWorkbook);
    }
    if matches!(claims.as_str(), "xlsx" | "xlsm" | "xls" | "ods") {
        return Err(SheetError::NotAWorkbook);
    }
    if is_markup(bytes) { Err(SheetError::NotATable) } else { Ok(false) }
}

/// A page or another marked-up text: programs of the web save those under the names of tables.
fn is_markup(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let start: Vec<u8> = start.iter().take(9).map(u8::to_ascii_lowercase).collect();
    [&b"<html"[..], b"<!doctype", b"<table", b"<?xml"].iter().any(|mark| start.starts_with(mark))
}

/// How every zip file, and so every workbook, begins.
const ZIP_MAGIC: &[u8] = b"PK\x03\x04";

/// How every file of the Office programs before 2007 begins.
const OLD_OFFICE_MAGIC: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(bytes: &[u8]) -> Vec<(usize, Vec<String>)> {
        Sheet::of_bytes(bytes, None).unwrap().rows.into_iter().map(|row| (row.number, row.cells)).collect()
    }

    #[test]
    fn a_row_has_the_number_a_spreadsheet_shows() {
        let read = rows("a,b\n\n\"два\nрядки\",2\n , \nx,y\n".as_bytes());
        let numbers: Vec<_> = read.iter().map(|(number, _)| *number).collect();
        assert_eq!(numbers, [1, 3, 5], "an empty row counts, a line feed inside a cell does not");
        assert_eq!(read[1].1[0], "два\nрядки");
    }

    #[test]
    fn a_name_that_says_another_kind_is_refused() {
        assert_eq!(Sheet::of_bytes(b"a,b\n1,2\n", Some("xlsx")), Err(SheetError::NotAWorkbook));
        assert_eq!(Sheet::of_bytes(b"PK\x03\x04rest", Some("CSV")), Err(SheetError::NotText));
        assert_eq!(Sheet::of_bytes(OLD_OFFICE_MAGIC, Some("xls")), Err(SheetError::OldWorkbook));
        assert!(matches!(Sheet::of_bytes(b"PK\x03\x04rest", Some("xlsx")), Err(SheetError::Damaged(_))));
    }

    #[test]
    fn an_empty_file_says_so() {
        for empty in ["", "\n\n", "\u{feff}", " , , \n,,\n"] {
            assert_eq!(Sheet::of_bytes(empty.as_bytes(), Some("csv")), Err(SheetError::Empty), "{empty:?}");
        }
    }

    #[test]
    fn a_row_of_a_thousand_and_one_columns_is_refused() {
        let wide = format!("a{}\n", ",a".repeat(MAX_COLUMNS));
        assert_eq!(Sheet::of_bytes(wide.as_bytes(), None), Err(SheetError::TooManyColumns(1)));
        let empty_at_the_end = format!("a{}\n", ",".repeat(MAX_COLUMNS + 5));
        assert_eq!(rows(empty_at_the_end.as_bytes()), [(1, vec!["a".to_owned()])]);
    }

    #[test]
    fn a_file_that_is_not_there_is_said_in_a_sentence() {
        assert!(matches!(Sheet::read(Path::new("/nowhere/families.csv")), Err(SheetError::Missing)));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let _ = Sheet::of_bytes(&bytes, None);
            let mut zip = ZIP_MAGIC.to_vec();
            zip.extend_from_slice(&bytes);
            let _ = Sheet::of_bytes(&zip, None);
        }
    }
}
