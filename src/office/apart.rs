//! Saying that two entries which look alike are not the same: they are no more offered as duplicates.

use super::deed::{Detail, nothing};
use super::{Office, OfficeError};
use crate::domain::id::{DeedId, FamilyId, PersonId};
use crate::domain::staff::Right;
use crate::store::journal::Subject;
use crate::store::{apart, families, people};

/// Two entries that somebody compared.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Pair {
    /// Two families.
    Families(FamilyId, FamilyId),
    /// Two people.
    People(PersonId, PersonId),
}

impl Office {
    /// Writes down that the two are not the same. Taken back by [`Office::undo`]. Saying it twice changes nothing. Errors: `MergedInto` for
    /// two that are one by now.
    pub fn tell_apart(&mut self, deed: DeedId, pair: Pair, note: &str) -> Result<(), OfficeError> {
        let note = crate::domain::name::clean_note(note);
        self.deed(Some(deed), Some(Right::Edit), nothing, |deed| {
            // Either may have become one with another since the two were compared.
            let pair = match pair {
                Pair::Families(one, other) => {
                    Pair::Families(families::kept(deed.tx, one)?, families::kept(deed.tx, other)?)
                }
                Pair::People(one, other) => Pair::People(people::kept(deed.tx, one)?, people::kept(deed.tx, other)?),
            };
            match pair {
                Pair::Families(one, other) if one == other => {
                    let number = families::get(deed.tx, one)?.map(|row| row.number);
                    return Err(OfficeError::MergedInto { number });
                }
                Pair::People(one, other) if one == other => return Err(OfficeError::MergedInto { number: None }),
                _ => {}
            }
            if apart::pairs(deed.tx)?.iter().any(|there| same(*there, pair)) {
                return Ok(());
            }
            let id = deed.new_id();
            apart::insert(deed.tx, id, pair_row(pair), &note)?;
            let (one, other) = match pair {
                Pair::Families(one, other) => (Subject::Family(one), Subject::Family(other)),
                Pair::People(one, other) => (Subject::Person(one), Subject::Person(other)),
            };
            let detail = Detail { note: note.clone(), ..Detail::default() };
            deed.journal("told-apart", Some(one), &detail)?;
            deed.journal_also("told-apart", other, &detail)
        })
    }
}

fn pair_row(pair: Pair) -> apart::PairRow {
    match pair {
        Pair::Families(one, other) => apart::PairRow::Families(one, other),
        Pair::People(one, other) => apart::PairRow::People(one, other),
    }
}

fn of_row(row: apart::PairRow) -> Pair {
    match row {
        apart::PairRow::Families(one, other) => Pair::Families(one, other),
        apart::PairRow::People(one, other) => Pair::People(one, other),
    }
}

/// The order of the two says nothing.
fn same(row: apart::PairRow, pair: Pair) -> bool {
    match (of_row(row), pair) {
        (Pair::Families(a, b), Pair::Families(c, d)) => (a, b) == (c, d) || (a, b) == (d, c),
        (Pair::People(a, b), Pair::People(c, d)) => (a, b) == (c, d) || (a, b) == (d, c),
        _ => false,
    }
}
