//! Workbooks (`.xlsx`) as text: the first sheet with something in it, or all of them.
//!
//! A spreadsheet keeps a phone as a number and a date as days since 1900; here they become what a person sees in the cell.
//! Cells are taken one by one and never as a rectangle: two far apart cells would be a rectangle of thousands of millions.

use super::sheet::{BrokenCell, Contents, MAX_BYTES, MAX_COLUMNS, Sheet, SheetError};
use crate::office::intake::Going;
use calamine::{DataRef, Reader, SheetVisible, Xlsx};
use std::io::{Cursor, Read};

/// Reads the first sheet of a workbook with something in it.
pub(super) fn read(bytes: &[u8]) -> Result<Sheet, SheetError> {
    let (mut book, names) = open(bytes)?;
    for name in names {
        let sheet = read_sheet(&mut book, &name, &mut |_, _| true)?;
        if !sheet.rows.is_empty() {
            return Ok(sheet);
        }
    }
    Ok(Sheet::default())
}

/// Reads every sheet of a workbook that is not hidden; `going` hears of the rows of one after another.
pub(super) fn read_all(bytes: &[u8], going: Going<'_>) -> Result<Vec<Contents>, SheetError> {
    let (mut book, names) = open(bytes)?;
    let mut sheets = Vec::with_capacity(names.len());
    for name in names {
        let sheet = read_sheet(&mut book, &name, going);
        if sheet == Err(SheetError::Stopped) {
            return Err(SheetError::Stopped);
        }
        sheets.push(Contents { name, sheet });
    }
    Ok(sheets)
}

type Workbook<'a> = Xlsx<Cursor<&'a [u8]>>;

/// A workbook and the names of its sheets that are not hidden.
fn open(bytes: &[u8]) -> Result<(Workbook<'_>, Vec<String>), SheetError> {
    unfolds_within(MAX_BYTES, bytes)?;
    let book: Workbook<'_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).map_err(damaged)?;
    let visible = book.sheets_metadata().iter().filter(|sheet| sheet.visible == SheetVisible::Visible);
    let names = visible.map(|sheet| sheet.name.clone()).collect();
    Ok((book, names))
}

#[allow(clippy::needless_pass_by_value, reason = "the shape that map_err wants")]
fn damaged(error: impl std::fmt::Display) -> SheetError {
    SheetError::Damaged(error.to_string())
}

/// Unpacks everything once into nothing and counts: what a packed file says of its own size may be a lie.
fn unfolds_within(limit: u64, bytes: &[u8]) -> Result<(), SheetError> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut left = limit;
    for place in 0..archive.len() {
        let entry = archive.by_index(place).map_err(damaged)?;
        let unfolded = std::io::copy(&mut entry.take(left + 1), &mut std::io::sink()).map_err(damaged)?;
        left = left.checked_sub(unfolded).ok_or(SheetError::TooLarge)?;
    }
    Ok(())
}

/// Rows read between two words of progress.
const A_STEP: usize = 1_000;

fn read_sheet(book: &mut Workbook<'_>, name: &str, going: Going<'_>) -> Result<Sheet, SheetError> {
    let mut reader = book.worksheet_cells_reader(name).map_err(damaged)?;
    let mut sheet = Sheet::default();
    let mut number = 0;
    let mut cells: Vec<String> = Vec::new();
    while let Some(cell) = reader.next_cell().map_err(damaged)? {
        let (row, column) = cell.get_position();
        let row = usize::try_from(row).unwrap_or(usize::MAX).saturating_add(1);
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if row != number {
            // How many rows there will be nobody knows before the end.
            if sheet.rows.len() % A_STEP == 0 && !going(sheet.rows.len(), 0) {
                return Err(SheetError::Stopped);
            }
            sheet.push(number, std::mem::take(&mut cells))?;
            number = row;
        }
        let text = match cell.get_value() {
            DataRef::Empty => continue,
            DataRef::Error(error) => {
                sheet.broken.push(BrokenCell { row, column, shows: error.to_string() });
                error.to_string()
            }
            value => shown(value),
        };
        if column >= MAX_COLUMNS {
            return Err(SheetError::TooManyColumns(row));
        }
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        if let Some(place) = cells.get_mut(column) {
            *place = text;
        }
    }
    sheet.push(number, cells)?;
    Ok(sheet)
}

/// What a person sees in the cell, in the spelling that imports read.
fn shown(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        // Never an exponent and no `.0`: a phone kept as a number has its digits only.
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(true) => "yes".to_owned(),
        DataRef::Bool(false) => "no".to_owned(),
        DataRef::DateTime(moment) => {
            let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
            let serial = moment.as_f64();
            if (0.0..1.0).contains(&serial) {
                format!("{hour:02}:{minute:02}")
            } else if (hour, minute, second) == (0, 0, 0) {
                format!("{year:04}-{month:02}-{day:02}")
            } else {
                format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}")
            }
        }
        DataRef::Error(error) => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

    fn book(fill: impl FnOnce(&mut Workbook)) -> Vec<u8> {
        let mut book = Workbook::new();
        fill(&mut book);
        book.save_to_buffer().unwrap()
    }

    #[test]
    fn a_cell_becomes_what_a_person_sees_in_it() {
        let bytes = book(|book| {
            let sheet = book.add_worksheet();
            let date = Format::new().set_num_format("dd.mm.yyyy");
            let time = Format::new().set_num_format("hh:mm");
            sheet.write(0, 0, "a").unwrap();
            sheet.write(0, 1, 380_671_234_567_f64).unwrap();
            sheet.write(0, 2, 3_184_710_691_f64).unwrap();
            sheet.write(0, 3, 4.2).unwrap();
            sheet.write_with_format(0, 4, ExcelDateTime::from_ymd(1987, 3, 12).unwrap(), &date).unwrap();
            sheet.write_with_format(0, 5, ExcelDateTime::from_hms(10, 30, 0).unwrap(), &time).unwrap();
            sheet.write(0, 6, true).unwrap();
            sheet.write(0, 8, 1e20).unwrap();
        });
        assert_eq!(
            read(&bytes).unwrap().rows[0].cells,
            ["a", "380671234567", "3184710691", "4.2", "1987-03-12", "10:30", "yes", "", "100000000000000000000"]
        );
    }

    #[test]
    fn the_first_sheet_with_something_in_it_is_read() {
        let bytes = book(|book| {
            book.add_worksheet();
            book.add_worksheet().set_hidden(true).write(0, 0, "list of a form").unwrap();
            book.add_worksheet().write(2, 0, "data").unwrap();
        });
        let sheet = read(&bytes).unwrap();
        assert_eq!((sheet.rows[0].number, sheet.rows[0].cells[0].as_str()), (3, "data"));
    }

    #[test]
    fn a_failed_formula_is_listed() {
        let bytes = book(|book| {
            book.add_worksheet().write(1, 2, Formula::new("=NA()").set_result("#N/A")).unwrap();
        });
        assert_eq!(read(&bytes).unwrap().broken, [BrokenCell { row: 2, column: 2, shows: "#N/A".to_owned() }]);
    }

    #[test]
    fn two_cells_far_apart_are_two_rows() {
        let bytes = book(|book| {
            let sheet = book.add_worksheet();
            sheet.write(0, 0, "a").unwrap();
            sheet.write(1_048_575, 3, "b").unwrap();
        });
        let sheet = read(&bytes).unwrap();
        assert_eq!(sheet.rows.len(), 2);
        assert_eq!(sheet.rows[1].number, 1_048_576);
    }

    #[test]
    fn a_cell_beyond_a_thousand_columns_is_refused() {
        let bytes = book(|book| {
            book.add_worksheet().write(0, 1_000, "a").unwrap();
        });
        assert_eq!(read(&bytes), Err(SheetError::TooManyColumns(1)));
    }

    #[test]
    fn a_file_that_unfolds_without_end_is_refused_before_it_is_read() {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for part in ["xl/workbook.xml", "xl/sharedStrings.xml"] {
            zip.start_file(part, zip::write::SimpleFileOptions::default()).unwrap();
            std::io::copy(&mut std::io::repeat(b' ').take(60_000), &mut zip).unwrap();
        }
        let bytes = zip.finish().unwrap().into_inner();
        assert!(bytes.len() < 1_000);
        assert_eq!(unfolds_within(119_999, &bytes), Err(SheetError::TooLarge));
        assert_eq!(unfolds_within(120_000, &bytes), Ok(()));
    }

    #[test]
    fn another_packed_file_is_a_damaged_workbook() {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("readme.txt", zip::write::SimpleFileOptions::default()).unwrap();
        let bytes = zip.finish().unwrap().into_inner();
        assert!(matches!(read(&bytes), Err(SheetError::Damaged(_))));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]
        #[test]
        fn a_damaged_workbook_is_read_or_refused(places in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
            let mut bytes = book(|book| {
                let sheet = book.add_worksheet();
                sheet.write(0, 0, "a").unwrap();
                sheet.write(1, 0, 1.5).unwrap();
            });
            for (place, byte) in places {
                let place = place.index(bytes.len());
                bytes[place] = byte;
            }
            let _ = read(&bytes);
        }
    }
}
