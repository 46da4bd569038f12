//! Rows of a families file become a batch for the office, or every fault in it.
//!
//! One row is one person; rows with the same `family` are one family, wherever in the file they stand; an empty `family` is a
//! person without one. All or nothing: while there is one fault there is no batch. What only deserves a look (a wrong check
//! digit, a village that the codifier lacks) is a notice and stops nothing. Whether a key is already on the register and what
//! then changes is the office's to say.

pub(super) mod cell;
mod group;
mod row;

use super::column::{FAMILIES, Layout};
use super::fault::{Expected, Fault, Notice};
use super::sheet::{BrokenCell, Row, Sheet};
use crate::domain::category::CategoryCode;
use crate::office::intake::Going;
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
    /// Row numbers of each family's members, then of each person without a family.
    rows: Vec<Vec<usize>>,
}

impl Taken {
    /// The row of the file that the office could not take.
    pub fn row_of(&self, fault: &ImportFault) -> Option<usize> {
        let rows = self.rows.get(fault.family)?;
        rows.get(fault.member).or_else(|| rows.first()).copied()
    }

    /// Row numbers of each family's members, then of each person without a family.
    pub fn rows(&self) -> &[Vec<usize>] {
        &self.rows
    }

    /// How many people are in the batch.
    pub fn people(&self) -> usize {
        self.rows.iter().map(Vec::len).sum()
    }
}

/// Turns a sheet into a batch. Errors: every fault in it, by rows; those of the heading come alone, because without it cells mean nothing.
pub fn read(sheet: &Sheet, setting: Setting<'_>) -> Result<Taken, Vec<Fault>> {
    let layout = Layout::of(FAMILIES, sheet)?;
    let rows = sheet.rows.get(1..).unwrap_or_default();
    let Some(Read { taken, faults, notices }) = take(&layout, rows, &sheet.broken, setting, &mut |_, _| true) else {
        return Err(Vec::new());
    };
    if faults.is_empty() { Ok(Taken { notices, ..taken }) } else { Err(faults) }
}

/// What was read of rows, with everything that is wrong or worth a look, by rows.
pub(super) struct Read {
    pub(super) taken: Taken,
    pub(super) faults: Vec<Fault>,
    pub(super) notices: Vec<Notice>,
}

/// Rows read between two words of progress.
const A_STEP: usize = 1_000;

/// Turns rows under a heading into a batch and lists what is wrong; while anything is, the batch means nothing. None when asked to stop.
pub(super) fn take(
    layout: &Layout,
    rows: &[Row],
    broken: &[BrokenCell],
    setting: Setting<'_>,
    going: Going<'_>,
) -> Option<Read> {
    let mut reading = row::Reading::new(layout, setting);
    for broken in broken {
        if layout.reads(broken.column) {
            let heading = layout.heading_at(broken.column);
            reading.faults.push(Fault::new(broken.row, &heading, &broken.shows, Expected::Value));
        }
    }
    let mut people: Vec<row::PersonRow> = Vec::with_capacity(rows.len());
    for (place, row) in rows.iter().enumerate() {
        if place % A_STEP == 0 && !going(place, rows.len()) {
            return None;
        }
        people.push(reading.person(row));
    }
    let row::Reading { mut faults, mut notices, .. } = reading;
    let taken = group::families(people, layout, setting, &mut faults, &mut notices);
    // A failed formula is said once, not again as a value that its column does not expect.
    let broken: std::collections::HashSet<(usize, String)> =
        broken.iter().map(|broken| (broken.row, layout.heading_at(broken.column))).collect();
    faults.retain(|fault| fault.expected == Expected::Value || !broken.contains(&(fault.row, fault.column.clone())));
    faults.sort_by_key(|fault| fault.row);
    notices.sort_by_key(|notice| notice.row);
    Some(Read { taken, faults, notices })
}

#[cfg(test)]
mod tests;
