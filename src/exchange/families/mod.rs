//! Rows of a families file become a batch for the office, or every fault in it.
//!
//! One row is one person; rows with the same `family` are one family, wherever in the file they stand; an empty `family` is a
//! person without one. All or nothing: while there is one fault there is no batch. What only deserves a look (a wrong check
//! digit, a village that the codifier lacks) is a notice and stops nothing. Whether a key is already on the register and what
//! then changes is the office's to say.

pub(super) mod cell;
mod group;
pub(in crate::exchange) mod row;

use super::column::{FAMILIES, Layout};
use super::fault::{Expected, Fault, Notice};
use super::sheet::{BrokenCell, Row, Sheet};
use super::two::in_two;
use crate::domain::category::CategoryCode;
use crate::office::intake::Going;
use crate::office::{ImportBatch, ImportFault};
use chrono::NaiveDate;
use std::sync::atomic::{AtomicBool, Ordering};

/// What an import needs to know of the office.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The present day: the first day on the register where a file says none.
    pub today: NaiveDate,
    /// Codes of the catalogue of categories, the office's own too.
    pub categories: &'a [CategoryCode],
    /// The office's own names of categories in lower case.
    pub names: &'a [(String, CategoryCode)],
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

/// Takes rows apart, with what is wrong and what is worth a look. None when asked to stop.
fn people(
    layout: &Layout,
    setting: Setting<'_>,
    rows: &[Row],
    going: &mut dyn FnMut(usize) -> bool,
) -> Option<(Vec<row::PersonRow>, Vec<Fault>, Vec<Notice>)> {
    let mut reading = row::Reading::new(layout, setting);
    let mut people = Vec::with_capacity(rows.len());
    for (place, row) in rows.iter().enumerate() {
        if place % A_STEP == 0 && !going(place) {
            return None;
        }
        people.push(reading.person(row));
    }
    Some((people, reading.faults, reading.notices))
}

/// Turns rows under a heading into a batch and lists what is wrong; while anything is, the batch means nothing. None when asked to stop.
pub(super) fn take(
    layout: &Layout,
    rows: &[Row],
    broken: &[BrokenCell],
    setting: Setting<'_>,
    going: Going<'_>,
) -> Option<Read> {
    let (all, stopped) = (rows.len(), AtomicBool::new(false));
    let first = |rows| {
        people(layout, setting, rows, &mut |place| {
            let goes_on = going(place * 2, all);
            stopped.store(!goes_on, Ordering::Relaxed);
            goes_on
        })
    };
    let second = |rows| people(layout, setting, rows, &mut |_| !stopped.load(Ordering::Relaxed));
    let (upper, lower) = in_two(rows, first, second);
    let ((mut people, mut faults, mut notices), lower) = (upper?, lower?);
    people.extend(lower.0);
    faults.extend(lower.1);
    notices.extend(lower.2);
    for broken in broken.iter().filter(|broken| layout.reads(broken.column)) {
        faults.push(Fault::new(broken.row, &layout.heading_at(broken.column), &broken.shows, Expected::Value));
    }
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
