//! What is asked about entries that are on the register twice, and what is told.

use crate::domain::id::DeedId;
use crate::office::{Both, Doubles, MergePlan, Merged, MergedPerson, OfficeError, Pair, PeoplePlan, Standing};

/// What shall be done.
pub enum DuplicatesAsk {
    /// What has been found so far; told again by itself until everything is looked through.
    List,
    /// Both entries, to be compared.
    Compare(Standing, Standing),
    /// The two are not the same.
    Apart {
        /// The deed.
        deed: DeedId,
        /// Which two.
        pair: Pair,
    },
    /// Make two families one.
    MergeFamilies {
        /// The screen's deed.
        deed: DeedId,
        /// How.
        plan: Box<MergePlan>,
    },
    /// Make two people one.
    MergePeople {
        /// The screen's deed.
        deed: DeedId,
        /// How.
        plan: Box<PeoplePlan>,
    },
}

/// What came of it.
#[derive(Clone, PartialEq, Debug)]
pub enum DuplicatesTold {
    /// What has been found so far.
    List(Result<Doubles, OfficeError>),
    /// Both entries.
    Compared(Standing, Standing, Result<Both, OfficeError>),
    /// They are written down as different.
    Apart(DeedId, Result<(), OfficeError>),
    /// Two families are one.
    Merged(DeedId, Result<Merged, OfficeError>),
    /// Two people are one.
    MergedPeople(DeedId, Result<MergedPerson, OfficeError>),
}
