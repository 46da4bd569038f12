//! Performs what concerns entries that are on the register twice.

use crate::office::Office;
use crate::tui::app::message::{DuplicatesAsk, DuplicatesTold};

/// How many pairs are listed: somebody who looked through so many has cleaned the register.
const LISTED: usize = 2_000;

/// One slice of the look over the register, in comparisons: some two milliseconds, after which somebody who waits is served.
const SLICE: usize = 25_000;

/// Does what is asked.
pub(super) fn perform(office: &mut Office, ask: DuplicatesAsk) -> DuplicatesTold {
    match ask {
        DuplicatesAsk::List => list(office),
        DuplicatesAsk::Compare(one, other) => DuplicatesTold::Compared(one, other, office.compare(one, other)),
        DuplicatesAsk::Apart { deed, pair } => DuplicatesTold::Apart(deed, office.tell_apart(deed, pair, "")),
        DuplicatesAsk::MergeFamilies { deed, plan } => DuplicatesTold::Merged(deed, office.merge_families(deed, &plan)),
        DuplicatesAsk::MergePeople { deed, plan } => {
            DuplicatesTold::MergedPeople(deed, office.merge_people(deed, &plan))
        }
    }
}

/// What has been found so far.
pub(super) fn list(office: &mut Office) -> DuplicatesTold {
    DuplicatesTold::List(office.duplicates(LISTED))
}

/// Looks on for one slice; whether anything is left.
pub(super) fn slice(office: &mut Office) -> bool {
    office.duplicates_step(SLICE)
}

/// Whether a list may grow yet.
pub(super) fn is_growing(told: &DuplicatesTold) -> bool {
    matches!(told, DuplicatesTold::List(Ok(found)) if found.percent < 100)
}
