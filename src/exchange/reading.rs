//! What readers of files have in common: a cell as a text, a day, a code of a catalogue, and the list of what is wrong.
//!
//! A reader of a kind of file adds its own cells in an `impl` of its own ([`super::goods`], [`super::events`]).

use super::column::{Kind, Layout};
use super::families::row::day;
use super::fault::{Expected, Fault};
use super::guard;
use super::sheet::Sheet;
use crate::domain::aid::AidCatalogue;
use crate::domain::date::DateFault;
use crate::domain::name;
use crate::domain::stock::{PartnerCode, ProgrammeCode};
use crate::office::intake::Row;
use crate::text::{Lang, Texts};
use chrono::NaiveDate;

/// Rows with something in them, the heading left out.
pub(super) fn filled(sheet: &Sheet) -> Vec<Row> {
    let rows = sheet.rows.get(1..).unwrap_or_default();
    rows.iter().filter(|row| row.cells.iter().any(|cell| !cell.trim().is_empty())).cloned().collect()
}

/// A file that is being read.
pub(super) struct Reading<'a> {
    pub(super) layout: Layout,
    /// The present day.
    pub(super) today: NaiveDate,
    /// What is listed.
    pub(super) catalogue: &'a AidCatalogue,
    /// The program's own names of shipped codes, in both languages.
    pub(super) texts: Vec<Texts>,
    pub(super) faults: Vec<Fault>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(
        kind: Kind,
        sheet: &Sheet,
        today: NaiveDate,
        catalogue: &'a AidCatalogue,
    ) -> Result<Self, Vec<Fault>> {
        let layout = Layout::of(kind, sheet)?;
        Ok(Self { layout, today, catalogue, texts: Lang::ALL.map(Texts::new).into(), faults: Vec::new() })
    }

    pub(super) fn done(mut self, sheet: &Sheet) -> (Layout, Vec<Fault>) {
        for broken in sheet.broken.iter().filter(|broken| self.layout.reads(broken.column)) {
            let heading = self.layout.heading_at(broken.column);
            self.faults.retain(|fault| fault.row != broken.row || fault.column != heading);
            self.faults.push(Fault::new(broken.row, &heading, &broken.shows, Expected::Value));
        }
        self.faults.sort_by_key(|fault| fault.row);
        (self.layout, self.faults)
    }

    pub(super) fn fault(&mut self, row: &Row, column: usize, expected: Expected) {
        let fault = Fault::new(row.number, self.layout.heading(column), self.layout.cell(row, column), expected);
        self.faults.push(fault);
    }

    /// A cell that is not what its column expects.
    pub(super) fn unexpected(&mut self, row: &Row, column: usize) {
        let expected = self.layout.kind().columns.get(column).map_or("text", |column| column.expected);
        self.fault(row, column, Expected::Content(expected));
    }

    pub(super) fn text(&mut self, row: &Row, column: usize, most: usize) -> String {
        let text = name::clean(guard::off(self.layout.cell(row, column)));
        if text.chars().count() > most {
            self.unexpected(row, column);
        }
        text
    }

    pub(super) fn needed(&mut self, row: &Row, column: usize) -> String {
        let text = self.text(row, column, 500);
        if text.is_empty() {
            self.fault(row, column, Expected::Something);
        }
        text
    }

    /// A day. `today` is the last one that may stand there; none for a last day of goods, which may be far ahead.
    pub(super) fn day(&mut self, row: &Row, column: usize, today: Option<NaiveDate>) -> Option<NaiveDate> {
        let text = self.text(row, column, 40);
        if text.is_empty() {
            return None;
        }
        let ahead = NaiveDate::from_ymd_opt(2200, 1, 1).unwrap_or(self.today);
        match day(&text, today.unwrap_or(ahead)) {
            Ok(day) if today.is_none_or(|today| day <= today) => return Some(day),
            Ok(_) | Err(DateFault::InFuture | DateFault::NotADate) => self.unexpected(row, column),
            Err(DateFault::NoSuchDay) => self.fault(row, column, Expected::RealDay),
            Err(DateFault::OddYear) => self.fault(row, column, Expected::RealYear),
        }
        None
    }

    pub(super) fn partner(&mut self, row: &Row, column: usize) -> Option<PartnerCode> {
        let text = self.text(row, column, 500);
        let partners = &self.catalogue.partners;
        let found = partners.iter().find(|partner| {
            is_named(&text, partner.code.as_str(), [&partner.name, &partner.name_en], std::iter::empty())
        });
        let found = found.map(|partner| partner.code.clone());
        if found.is_none() && !text.is_empty() {
            self.unexpected(row, column);
        }
        found
    }

    pub(super) fn programme(&mut self, row: &Row, column: usize) -> Option<ProgrammeCode> {
        let text = self.text(row, column, 500);
        let AidCatalogue { programmes, .. } = self.catalogue;
        let found = programmes.iter().find(|programme| {
            let shipped = self.texts.iter().map(|texts| texts.code("programme", programme.code.as_str()));
            is_named(&text, programme.code.as_str(), [&programme.name, &programme.name_en], shipped)
        });
        let found = found.map(|programme| programme.code.clone());
        if found.is_none() && !text.is_empty() {
            self.unexpected(row, column);
        }
        found
    }

    /// An empty cell where one is wanted.
    pub(super) fn wanted(&mut self, row: &Row, column: usize) {
        if self.layout.cell(row, column).trim().is_empty() {
            self.fault(row, column, Expected::Something);
        }
    }
}

/// Whether a text names a thing: its code, its own names, the program's names of it; the case of letters does not matter.
pub(super) fn is_named(text: &str, code: &str, own: [&str; 2], shipped: impl Iterator<Item = String>) -> bool {
    if text.is_empty() {
        return false;
    }
    let folded = text.to_lowercase();
    code == text
        || own.iter().any(|name| name.to_lowercase() == folded)
        || shipped.map(|name| name.to_lowercase()).any(|name| name == folded)
}
