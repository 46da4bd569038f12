//! Rows of a families file become a batch for the office, or every fault in it.
//!
//! One row is one person; rows with the same `family` are one family, wherever in the file they stand; an empty `family` is a
//! person without one. All or nothing: while there is one fault there is no batch. What only deserves a look (a wrong check
//! digit, a village that the codifier lacks) is a notice and stops nothing. Whether a key is already on the register and what
//! then changes is the office's to say.

mod group;
mod row;

use super::column::{FAMILIES, Layout};
use super::fault::{Expected, Fault, Notice};
use super::sheet::Sheet;
use crate::domain::category::CategoryCode;
use crate::office::{ImportBatch, ImportFault};
use chrono::NaiveDate;

/// What an import needs to know of the office.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The present day: the first day on the register where a file says none.
    pub today: NaiveDate,
    /// Codes of the catalogue of categories, the office's own too.
    pub categories: &'a [CategoryCode],
    /// Code of the office's community: a village's name is looked for there first.
    pub community: Option<&'a str>,
}

/// A file that can be imported.
#[derive(Clone, Debug)]
pub struct Taken {
    /// Families and people without one.
    pub batch: ImportBatch,
    /// What somebody should look at; the import goes on.
    pub notices: Vec<Notice>,
    /// Positions in the batch of families for which the file names no first day: they stand with today, and a family already on
    /// the register keeps its own.
    pub undated: Vec<usize>,
    /// Row numbers of each family's members, then of each person without a family.
    rows: Vec<Vec<usize>>,
}

impl Taken {
    /// The row of the file that the office could not take.
    pub fn row_of(&self, fault: &ImportFault) -> Option<usize> {
        let rows = self.rows.get(fault.family)?;
        rows.get(fault.member).or_else(|| rows.first()).copied()
    }

    /// How many people are in the batch.
    pub fn people(&self) -> usize {
        self.rows.iter().map(Vec::len).sum()
    }
}

/// Turns a sheet into a batch. Errors: every fault in it, by rows; those of the heading come alone, because without it cells mean nothing.
pub fn read(sheet: &Sheet, setting: Setting<'_>) -> Result<Taken, Vec<Fault>> {
    let layout = Layout::of(FAMILIES, sheet)?;
    let mut reading = row::Reading::new(&layout, setting);
    for broken in &sheet.broken {
        if layout.reads(broken.column) {
            let heading = layout.heading_at(broken.column);
            reading.faults.push(Fault::new(broken.row, &heading, &broken.shows, Expected::Value));
        }
    }
    let people: Vec<row::PersonRow> = sheet.rows.iter().skip(1).map(|row| reading.person(row)).collect();
    let row::Reading { mut faults, mut notices, .. } = reading;
    let taken = group::families(people, &layout, setting, &mut faults, &mut notices);
    // A failed formula is said once, not again as a value that its column does not expect.
    let broken: std::collections::HashSet<(usize, String)> =
        sheet.broken.iter().map(|broken| (broken.row, layout.heading_at(broken.column))).collect();
    faults.retain(|fault| fault.expected == Expected::Value || !broken.contains(&(fault.row, fault.column.clone())));
    faults.sort_by_key(|fault| fault.row);
    notices.sort_by_key(|notice| notice.row);
    if faults.is_empty() { Ok(Taken { notices, ..taken }) } else { Err(faults) }
}

#[cfg(test)]
mod tests;
