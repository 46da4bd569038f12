//! Rows of a kind written as CSV or as a workbook.

use super::column::{Content, Kind};
use super::export::{ExportError, Format};
use super::guard;
use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{ExcelDateTime, Format as CellFormat, FormatAlign, Workbook, Worksheet};
use std::io::Write;

/// Writes the rows that `fill` hands over, under the kind's header. The first failure stops the writing and is returned.
pub(super) fn write(
    kind: &Kind,
    format: Format,
    out: &mut (dyn Write + Send),
    fill: impl FnOnce(&mut dyn FnMut(Vec<String>)) -> Result<(), ExportError>,
) -> Result<(), ExportError> {
    match format {
        Format::Csv => write_text(kind, out, fill),
        Format::Xlsx => write_workbook(kind, out, fill),
    }
}

/// Without this mark the common spreadsheet reads Cyrillic as rubbish.
pub(super) const UTF_8_MARK: &[u8] = b"\xEF\xBB\xBF";

fn write_text(
    kind: &Kind,
    out: &mut (dyn Write + Send),
    fill: impl FnOnce(&mut dyn FnMut(Vec<String>)) -> Result<(), ExportError>,
) -> Result<(), ExportError> {
    out.write_all(UTF_8_MARK)?;
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    writer.write_record(kind.header())?;
    let mut failed = Ok(());
    fill(&mut |cells| {
        if failed.is_ok() {
            failed = writer.write_record(cells.iter().map(|cell| guard::on_in_text(cell)));
        }
    })?;
    failed?;
    writer.flush()?;
    Ok(())
}

/// Everything is held in memory until the end: the library's sparing mode would put people's data into an open temporary file.
fn write_workbook(
    kind: &Kind,
    out: &mut (dyn Write + Send),
    fill: impl FnOnce(&mut dyn FnMut(Vec<String>)) -> Result<(), ExportError>,
) -> Result<(), ExportError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let bold = CellFormat::new().set_bold();
    let date = CellFormat::new().set_num_format("dd.mm.yyyy").set_align(FormatAlign::Left);
    sheet.set_name(kind.word)?;
    sheet.set_freeze_panes(1, 0)?;
    for (place, column) in (0_u16..).zip(kind.columns) {
        sheet.set_column_width(place, column.content.width())?;
        sheet.write_string_with_format(0, place, column.name, &bold)?;
    }
    let mut failed = Ok(());
    let mut number = 0;
    fill(&mut |cells| {
        number += 1;
        if failed.is_ok() {
            failed = write_cells(kind, sheet, number, &cells, &date);
        }
    })?;
    failed?;
    book.save_to_writer(out)?;
    Ok(())
}

fn write_cells(
    kind: &Kind,
    sheet: &mut Worksheet,
    number: u32,
    cells: &[String],
    date: &CellFormat,
) -> Result<(), rust_xlsxwriter::XlsxError> {
    for ((place, column), cell) in (0_u16..).zip(kind.columns).zip(cells) {
        if cell.is_empty() {
            continue;
        }
        match Some(column.content).filter(|content| *content == Content::Date).and_then(|_| serial_date(cell)) {
            Some(day) => sheet.write_datetime_with_format(number, place, day, date)?,
            None => sheet.write_string(number, place, guard::on_in_workbook(cell))?,
        };
    }
    Ok(())
}

/// A real date for the workbook. Spreadsheets believe in a 29 February 1900, so that year and anything before stays text.
fn serial_date(cell: &str) -> Option<ExcelDateTime> {
    serial_day(cell.parse().ok()?)
}

/// The same of a day.
pub(super) fn serial_day(day: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok().filter(|year| (1901..=9999).contains(year))?;
    let (month, day) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    ExcelDateTime::from_ymd(year, month, day).ok()
}
