//! A paper as a text table, as a workbook, and as plain text to go on writing in.

use super::PaperError;
use crate::domain::sheet::{Cell, RowWeight, Sheet};
use crate::exchange::guard;
use crate::exchange::table::{UTF_8_MARK, serial_day};
use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet, XlsxError};

/// The table as text: headings, rows, totals. What stands above and under the table belongs to the signed paper.
pub(super) fn csv(sheet: &Sheet) -> Result<Vec<u8>, PaperError> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).flexible(true).from_writer(UTF_8_MARK.to_vec());
    let columns = sheet.columns.len();
    let headings: Vec<&str> = sheet.columns.iter().map(|column| column.title.as_str()).collect();
    let failed = |error: csv::Error| PaperError::Drawing(error.to_string());
    if !headings.is_empty() {
        writer.write_record(headings).map_err(failed)?;
    }
    for row in &sheet.rows {
        let cells = (0..columns).map(|place| row.cells.get(place).map(plain).unwrap_or_default());
        writer.write_record(cells.map(|cell| guard::on_in_text(&cell))).map_err(failed)?;
    }
    for total in &sheet.totals {
        let mut cells = vec![String::new(); columns];
        if let Some(first) = cells.first_mut() {
            first.clone_from(&total.name);
        }
        for (place, cell) in &total.cells {
            if let Some(there) = cells.get_mut(*place) {
                *there = plain(cell);
            }
        }
        writer.write_record(cells.iter().map(|cell| guard::on_in_text(cell))).map_err(failed)?;
    }
    writer.into_inner().map_err(|error| PaperError::Drawing(error.to_string()))
}

/// A cell that a program reads: no grouping, days as every spreadsheet understands them.
fn plain(cell: &Cell) -> String {
    match cell {
        Cell::Count(count) => count.to_string(),
        Cell::Grams(_) => cell.shown().replace('\u{a0}', "").replace('−', "-"),
        other => other.shown(),
    }
}

/// A letter as plain text: a paragraph a line, empty lines between, nothing that a mail program would not take.
pub(super) fn text(sheet: &Sheet) -> Vec<u8> {
    let day = sheet.date.map(crate::domain::date::show);
    let signs = sheet
        .signatories
        .iter()
        .map(|signatory| format!("{}  {}", signatory.role, signatory.name).trim_end().to_owned());
    let lines = [sheet.office.clone(), sheet.title.clone()]
        .into_iter()
        .chain(sheet.closing.iter().cloned())
        .chain(signs)
        .chain(day);
    let mut text: String = lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n\n");
    text.push('\n');
    text.into_bytes()
}

/// The whole paper as a workbook: facts above, the table with real numbers and days, totals, who signs.
pub(super) fn xlsx(sheet: &Sheet) -> Result<Vec<u8>, PaperError> {
    let mut book = Workbook::new();
    write(sheet, book.add_worksheet()).map_err(|error| PaperError::Drawing(error.to_string()))?;
    book.save_to_buffer().map_err(|error| PaperError::Drawing(error.to_string()))
}

/// How the cells of a workbook look.
struct Looks {
    title: Format,
    bold: Format,
    heading: Format,
    grams: Format,
    day: Format,
}

fn write(sheet: &Sheet, page: &mut Worksheet) -> Result<(), XlsxError> {
    let looks = Looks {
        title: Format::new().set_bold().set_font_size(14),
        bold: Format::new().set_bold(),
        heading: Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Center),
        grams: Format::new().set_num_format("#,##0.0##"),
        day: Format::new().set_num_format("dd.mm.yyyy"),
    };
    let mut at = 0;
    page.write_string_with_format(at, 0, titled(sheet), &looks.title)?;
    at += 1;
    for fact in &sheet.head {
        page.write_string(at, 0, guard::on_in_workbook(&format!("{}: {}", fact.name, fact.value)))?;
        at += 1;
    }
    at += 1;
    for (place, column) in (0_u16..).zip(&sheet.columns) {
        page.set_column_width(place, f64::from(column.weight.max(1)) * 6.0)?;
        page.write_string_with_format(at, place, &column.title, &looks.heading)?;
    }
    at += 1;
    for row in &sheet.rows {
        for (place, cell) in (0_u16..).zip(&row.cells) {
            let look = (row.weight == RowWeight::Heading).then_some(&looks.bold);
            put(page, at, place, cell, look, &looks)?;
        }
        at += 1;
    }
    for total in &sheet.totals {
        page.write_string_with_format(at, 0, &total.name, &looks.bold)?;
        for (place, cell) in &total.cells {
            put(page, at, u16::try_from(*place).unwrap_or(u16::MAX), cell, None, &looks)?;
        }
        at += 1;
    }
    at += 1;
    for sentence in &sheet.closing {
        page.write_string(at, 0, guard::on_in_workbook(sentence))?;
        at += 1;
    }
    for signatory in &sheet.signatories {
        page.write_string(
            at,
            0,
            guard::on_in_workbook(&format!("{} ____________ {}", signatory.role, signatory.name)),
        )?;
        at += 1;
    }
    if !sheet.legal.is_empty() {
        page.write_string(at, 0, guard::on_in_workbook(&sheet.legal))?;
    }
    Ok(())
}

/// The first line: what it is, its number and its day.
fn titled(sheet: &Sheet) -> String {
    let mut title = sheet.title.clone();
    if let Some(number) = &sheet.number {
        title = format!("{title} № {number}");
    }
    if let Some(day) = sheet.date {
        title = format!("{title} · {}", crate::domain::date::show(day));
    }
    title
}

fn put(
    page: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    look: Option<&Format>,
    looks: &Looks,
) -> Result<(), XlsxError> {
    #[allow(clippy::cast_precision_loss, reason = "an office's counts and grams are far below 2^53")]
    match cell {
        Cell::Empty | Cell::Signature => {}
        Cell::Text(text) => {
            let text = guard::on_in_workbook(text);
            match look {
                Some(look) => page.write_string_with_format(row, column, text, look)?,
                None => page.write_string(row, column, text)?,
            };
        }
        Cell::Count(count) => {
            page.write_number(row, column, *count as f64)?;
        }
        Cell::Grams(grams) => {
            page.write_number_with_format(row, column, *grams as f64 / 1000.0, &looks.grams)?;
        }
        Cell::Day(day) => {
            match serial_day(*day) {
                Some(serial) => page.write_datetime_with_format(row, column, serial, &looks.day)?,
                None => page.write_string(row, column, cell.shown())?,
            };
        }
    }
    Ok(())
}
