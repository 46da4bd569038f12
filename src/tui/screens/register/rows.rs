//! Which rows are seen: the list, or what a few typed letters mean of it, and below it people who are not on it.
//!
//! What agrees as typed stands before what merely resembles it, whether it is on the list or not: a hurried Enter must not mark somebody
//! whose name only sounds alike.

use crate::domain::id::PersonId;
use crate::domain::person::PersonName;
use crate::office::Found;
use crate::office::events::Register;
use crate::search::small::{Folded, Grade, Needle};
use crate::search::{Tier, Why};

/// A row on the screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum At {
    /// Of the list.
    Listed(usize),
    /// Of those who wait for a place.
    Waiting(usize),
    /// Of the whole register of people, not on the list.
    Stranger(usize),
    /// Somebody who is nowhere yet.
    Fresh,
}

/// Which of the list an empty box shows.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) enum Shown {
    /// Everybody.
    #[default]
    All,
    /// Who is expected and not marked.
    Due,
}

/// The names of a register as they are searched: folded once when it comes, so that a key costs no folding.
#[derive(Default)]
pub(super) struct Names {
    listed: Vec<Folded>,
    waiting: Vec<Folded>,
}

impl Names {
    pub(super) fn of(register: &Register) -> Self {
        let fold = |name: &PersonName| Folded::of(&name.full());
        Self {
            listed: register.rows.iter().map(|row| fold(&row.name)).collect(),
            waiting: register.waiting.iter().map(|row| fold(&row.name)).collect(),
        }
    }
}

/// A row with how well it agrees: whether it merely resembles what is typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Met {
    pub(super) at: At,
    pub(super) is_near: bool,
}

fn plain(at: At) -> Met {
    Met { at, is_near: false }
}

/// Whether somebody who waits has come all the same: they stand among the rows with their marks then, and not a second time below.
fn is_listed(register: &Register, waiting: usize) -> bool {
    let person = register.waiting.get(waiting).map(|row| row.person);
    register.rows.iter().any(|row| Some(row.person) == person)
}

/// The rows that stand there while nothing is typed.
pub(super) fn all(register: &Register, keep: impl Fn(usize) -> bool) -> Vec<Met> {
    let listed = (0..register.rows.len()).filter(|place| keep(*place)).map(At::Listed);
    let waiting = (0..register.waiting.len()).filter(|place| !is_listed(register, *place)).map(At::Waiting);
    listed.chain(waiting).chain([At::Fresh]).map(plain).collect()
}

/// The rows that a typed text means.
pub(super) fn met(typed: &str, names: &Names, register: &Register, found: &[Found]) -> Vec<Met> {
    let needle = Needle::of(typed);
    let listed = names.listed.iter().enumerate().map(|(place, name)| (At::Listed(place), name));
    let waiting = names.waiting.iter().enumerate().filter(|(place, _)| !is_listed(register, *place));
    let waiting = waiting.map(|(place, name)| (At::Waiting(place), name));
    let fits = needle.best(&listed.chain(waiting), |(_, name)| vec![*name]);
    let mut rows: Vec<Met> =
        fits.into_iter().map(|(fit, (at, _))| Met { at, is_near: fit.grade >= Grade::Near }).collect();
    let mut seen: Vec<PersonId> = Vec::new();
    for (place, found) in found.iter().enumerate() {
        // Names are called at a session: whoever merely lives in a street or village called so is not meant.
        if found.why.is_by_home() || seen.contains(&found.person) {
            continue;
        }
        seen.push(found.person);
        let listed = register.rows.iter().position(|row| row.person == found.person).map(At::Listed);
        let known =
            listed.or_else(|| register.waiting.iter().position(|row| row.person == found.person).map(At::Waiting));
        // In the other keyboard layout a name is typed as surely as in this one.
        let is_by_layout = || {
            found.why == Why::Layout
                && needle.fit(&Folded::of(&found.name.full())).is_some_and(|fit| fit.grade < Grade::Near)
        };
        let is_near = found.tier != Tier::Exact && !is_by_layout();
        match known {
            // Whom the big search knows by another layout, a former name or a number is on the list all the same.
            Some(at) if rows.iter().any(|row| row.at == at) => {}
            Some(at) => rows.push(Met { at, is_near }),
            None => rows.push(Met { at: At::Stranger(place), is_near }),
        }
    }
    // Stable: within each half the list stands before the strangers.
    rows.sort_by_key(|row| row.is_near);
    rows.push(plain(At::Fresh));
    rows
}
