//! Where the heading of a sheet is: under a title, over two rows with merged cells, with a row of column numbers below it.
//!
//! Merged cells need not be asked for: only their first cell has a text, in every program's file. A heading of two rows is read so:
//! «Адреса» above «місто», «вулиця», «будинок» makes «Адреса місто», «Адреса вулиця», «Адреса будинок»; a cell merged downwards stands
//! in the upper row alone.

use super::column::folded;
use super::guess;
use super::sheet::Sheet;
use crate::office::intake::{Mapping, Row};
use std::collections::BTreeSet;

/// Rows that are looked at: titles and stamps above a table take a few.
const ROWS_LOOKED_AT: usize = 40;

/// Recognised columns that make a row a heading.
const ENOUGH: usize = 2;

/// Letters of a cell of a heading; a longer one is a text about the table.
const LONGEST_HEADING: usize = 120;

/// The heading of a sheet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Header {
    /// Position of its first row among the rows of the sheet.
    pub(super) first: usize,
    /// Rows it takes, a row of column numbers included.
    pub(super) rows: usize,
    /// What it says over each column; two rows are put together.
    pub(super) headings: Vec<String>,
    /// How many columns are recognised.
    pub(super) recognised: usize,
}

impl Header {
    /// The headings as a mapping keeps them.
    pub(super) fn signature(&self) -> Vec<String> {
        let mut signature: Vec<String> = self.headings.iter().map(|heading| folded(heading)).collect();
        while signature.last().is_some_and(String::is_empty) {
            signature.pop();
        }
        signature
    }
}

/// Finds the heading: one that is remembered, else the row (or pair of rows) with the most recognised columns, else the first row of two
/// cells or more. `number` is the row where a person says it is. None for an empty sheet.
pub(super) fn find(sheet: &Sheet, number: Option<usize>, remembered: &[Mapping]) -> Option<Header> {
    let candidates: Vec<Header> = match number.and_then(|number| sheet.rows.iter().position(|row| row.number == number))
    {
        Some(place) => at(sheet, place),
        None => (0..sheet.rows.len().min(ROWS_LOOKED_AT)).flat_map(|place| at(sheet, place)).collect(),
    };
    let is_remembered = |header: &&Header| {
        let signature = header.signature();
        header.recognised > 0 && remembered.iter().any(|mapping| mapping.headings == signature)
    };
    let best = candidates.iter().find(is_remembered).or_else(|| {
        // Of equally good ones the first, and one row before two.
        let most = candidates.iter().map(|header| header.recognised).max()?;
        candidates.iter().find(|header| header.recognised == most && (most >= ENOUGH || number.is_some()))
    });
    let fallback = || {
        let filled = |header: &&Header| header.headings.iter().filter(|heading| !heading.is_empty()).count() >= ENOUGH;
        candidates.iter().find(filled).or(candidates.first())
    };
    best.or_else(fallback).cloned()
}

/// The headings that may begin at this row: the row alone, and with the one below it.
fn at(sheet: &Sheet, place: usize) -> Vec<Header> {
    let Some(upper) = sheet.rows.get(place) else { return Vec::new() };
    let texts = |row: &Row| row.cells.iter().map(|cell| one_line(cell)).collect::<Vec<_>>();
    let upper = texts(upper);
    let mut found = vec![header(sheet, place, 1, upper.clone())];
    if let Some(below) = sheet.rows.get(place + 1).filter(|row| is_heading_like(row)) {
        let both = together(&upper, &texts(below));
        let double = header(sheet, place, 2, both);
        // The lower row must be the better for the upper one, or the upper one is only a title.
        let lower = recognised(&texts(below));
        if double.recognised > found[0].recognised && double.recognised > lower {
            found.push(double);
        }
    }
    found
}

fn header(sheet: &Sheet, first: usize, rows: usize, headings: Vec<String>) -> Header {
    let numbering = sheet.rows.get(first + rows).is_some_and(is_numbering);
    let recognised = recognised(&headings);
    Header { first, rows: rows + usize::from(numbering), headings, recognised }
}

fn recognised(headings: &[String]) -> usize {
    let known: BTreeSet<&str> =
        headings.iter().filter_map(|heading| guess::by_words(heading)).map(|(target, _)| target).collect();
    known.len()
}

/// A row of words without data: the lower row of a heading.
fn is_heading_like(row: &Row) -> bool {
    let mut filled = row.cells.iter().filter(|cell| !cell.trim().is_empty()).peekable();
    filled.peek().is_some()
        && filled.all(|cell| {
            cell.chars().count() <= LONGEST_HEADING && cell.chars().filter(char::is_ascii_digit).count() <= 1
        })
}

/// `1 2 3 4 …`: official forms number their columns under the heading.
fn is_numbering(row: &Row) -> bool {
    let numbers: Vec<&str> = row.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
    let follows = |(place, cell): (usize, &&str)| {
        cell.trim_end_matches(".0").parse::<usize>().is_ok_and(|number| number == place + 1)
    };
    numbers.len() >= 3 && numbers.iter().enumerate().all(follows)
}

/// Two rows of a heading as one; the text of a merged cell stands over all its columns.
fn together(upper: &[String], lower: &[String]) -> Vec<String> {
    let mut over = String::new();
    (0..upper.len().max(lower.len()))
        .map(|place| {
            let above = upper.get(place).map_or("", String::as_str);
            let below = lower.get(place).map_or("", String::as_str);
            if !above.is_empty() {
                over = above.to_owned();
            }
            match (below.is_empty(), over.is_empty()) {
                (true, _) => above.to_owned(),
                (false, true) => below.to_owned(),
                (false, false) => format!("{over} {below}"),
            }
        })
        .collect()
}

fn one_line(cell: &str) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST_HEADING).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> (usize, usize, Vec<String>) {
        let sheet = Sheet::of_bytes(text.as_bytes(), None).unwrap();
        let header = find(&sheet, None, &[]).unwrap();
        (sheet.rows[header.first].number, header.rows, header.headings)
    }

    #[test]
    fn a_heading_under_a_title_is_found() {
        let (row, rows, headings) =
            found("Список сімей;;\n;;\nстаном на 01.01.2026;;\n№;ПІБ;Дата нар.\n1;Бойко Олег;1970\n");
        assert_eq!((row, rows), (4, 1));
        assert_eq!(headings, ["№", "ПІБ", "Дата нар."]);
    }

    #[test]
    fn a_heading_of_two_rows_with_merged_cells_is_one() {
        let text = "№;Прізвище;Ім'я;Адреса;;;Телефон\n;;;Місто;Вулиця;Будинок;\n1;2;3;4;5;6;7\n1;Бойко;Олег;Луцьк;Лісова;4;067\n";
        let (row, rows, headings) = found(text);
        assert_eq!((row, rows), (1, 3));
        assert_eq!(headings, ["№", "Прізвище", "Ім'я", "Адреса Місто", "Адреса Вулиця", "Адреса Будинок", "Телефон"]);
    }

    #[test]
    fn the_first_row_of_data_is_no_part_of_the_heading() {
        let (_, rows, headings) = found("surname,given_name,sex\nБойко,Олег,ч\n");
        assert_eq!((rows, headings.len()), (1, 3));
    }
}
