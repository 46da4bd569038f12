//! A paper as data: what stands on an act, on a distribution sheet, on a family card, before anybody draws it.
//!
//! One sheet becomes a PDF to sign, a workbook to count in and a text table (`exchange::paper`), so cells keep what they are (a count, grams,
//! a day) and no form of writing. Who makes one has already left out what the asker may not see.

use crate::domain::certificate::Certificate;
use crate::domain::date;
use chrono::NaiveDate;

/// Whether a paper is the one that was signed or another print of it.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Print {
    /// The first one.
    #[default]
    Original,
    /// Printed before: the same number, marked as a copy.
    Copy,
}

/// How the paper lies.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Lie {
    /// Upright.
    #[default]
    Portrait,
    /// On its side: many columns.
    Landscape,
}

/// A paper.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Sheet {
    /// The office, above everything.
    pub office: String,
    /// What it is: «Акт приймання-передачі».
    pub title: String,
    /// Its number, where it has one.
    pub number: Option<String>,
    /// Its day.
    pub date: Option<NaiveDate>,
    /// Original or copy.
    pub print: Print,
    /// How it lies.
    pub lie: Lie,
    /// Named facts above the table: who handed over, who received, on what ground.
    pub head: Vec<Fact>,
    /// Columns of the table; none for a paper without one.
    pub columns: Vec<Column>,
    /// Rows of the table.
    pub rows: Vec<Row>,
    /// The last lines of the table.
    pub totals: Vec<Total>,
    /// Sentences under the table: the whole in words, what is declared.
    pub closing: Vec<String>,
    /// Who signs.
    pub signatories: Vec<Signatory>,
    /// The law and the place of the paper, in small letters at the end of the last page.
    pub legal: String,
    /// Digits that a scanner reads.
    pub barcode: Option<String>,
    /// Certificates, a page each. A paper of certificates has nothing else on its pages.
    pub certificates: Vec<Certificate>,
}

/// A named fact.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fact {
    /// «Отримувач».
    pub name: String,
    /// Who it is.
    pub value: String,
}

/// A column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// Its share of the width.
    pub weight: u16,
    /// Where its cells stand.
    pub align: Align,
}

/// Where a cell's text stands.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Align {
    /// Words.
    #[default]
    Left,
    /// Numbers.
    Right,
    /// Short marks.
    Centre,
}

impl Column {
    /// A column of words.
    pub fn words(title: impl Into<String>, weight: u16) -> Self {
        Self { title: title.into(), weight, align: Align::Left }
    }

    /// A column of numbers.
    pub fn numbers(title: impl Into<String>, weight: u16) -> Self {
        Self { title: title.into(), weight, align: Align::Right }
    }

    /// A column of days, units and the like.
    pub fn marks(title: impl Into<String>, weight: u16) -> Self {
        Self { title: title.into(), weight, align: Align::Centre }
    }
}

/// A row of the table.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Row {
    /// A cell a column.
    pub cells: Vec<Cell>,
    /// How the row is set off.
    pub weight: RowWeight,
}

/// How a row is set off from the others.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum RowWeight {
    /// As all are.
    #[default]
    Usual,
    /// A heading among the rows: its first cell runs over the whole width.
    Heading,
}

impl Row {
    /// A row of these cells.
    pub fn of(cells: impl IntoIterator<Item = Cell>) -> Self {
        Self { cells: cells.into_iter().collect(), weight: RowWeight::Usual }
    }

    /// A heading among the rows.
    pub fn heading(text: impl Into<String>) -> Self {
        Self { cells: vec![Cell::Text(text.into())], weight: RowWeight::Heading }
    }
}

/// What stands in a cell.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub enum Cell {
    /// Nothing, or room for a figure to be written in.
    #[default]
    Empty,
    /// Room for a signature: the row is as high as a hand needs.
    Signature,
    /// Words.
    Text(String),
    /// A whole number.
    Count(i64),
    /// Grams, shown as kilograms.
    Grams(i64),
    /// A day.
    Day(NaiveDate),
}

impl Cell {
    /// Words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A day, where there is one.
    pub fn day(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Empty, Self::Day)
    }

    /// The cell as a person reads it: `1 025`, `812,5`, `21.11.2026`.
    pub fn shown(&self) -> String {
        match self {
            Self::Empty | Self::Signature => String::new(),
            Self::Text(text) => text.clone(),
            Self::Count(count) => grouped(*count),
            Self::Grams(grams) => kilograms(*grams),
            Self::Day(day) => date::show(*day),
        }
    }
}

/// The last line of a table: a name under the first columns, then cells.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Total {
    /// «Разом».
    pub name: String,
    /// Figures by their column.
    pub cells: Vec<(usize, Cell)>,
}

/// Who signs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Signatory {
    /// As what: «Видав».
    pub role: String,
    /// Who; empty for a line to write the name on.
    pub name: String,
}

/// A whole number with its thousands apart, as papers write it: four digits stay together.
pub fn grouped(count: i64) -> String {
    let digits = count.unsigned_abs().to_string();
    let mut text = String::new();
    if count < 0 {
        text.push('−');
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && digits.len() > 4 && (digits.len() - place).is_multiple_of(3) {
            text.push('\u{a0}');
        }
        text.push(digit);
    }
    text
}

/// Grams as kilograms with a comma and one decimal: `812,5`, `12,0`. What was weighed finer is written finer, so that the total of a paper is
/// what its lines add up to.
pub fn kilograms(grams: i64) -> String {
    let sign = if grams < 0 { "−" } else { "" };
    let whole = i64::try_from(grams.unsigned_abs() / 1000).unwrap_or(i64::MAX);
    let part = format!("{:03}", grams.unsigned_abs() % 1000);
    let finer = part.trim_end_matches('0');
    format!("{sign}{},{}", grouped(whole), if finer.is_empty() { "0" } else { finer })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kilograms_have_one_decimal_and_a_comma() {
        let shown: Vec<String> = [0, 50, 100, 4_200, 12_000, 812_500, 12_345_670, -4_250].map(kilograms).into();
        assert_eq!(shown.join(" | "), "0,0 | 0,05 | 0,1 | 4,2 | 12,0 | 812,5 | 12\u{a0}345,67 | −4,25");
    }

    #[test]
    fn cells_are_read_as_people_write_them() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let cells = [Cell::Empty, Cell::text("шт"), Cell::Count(1_025), Cell::Count(27_000), Cell::Day(day)];
        assert_eq!(cells.map(|cell| cell.shown()).join("|"), "|шт|1025|27\u{a0}000|21.11.2026");
    }
}
