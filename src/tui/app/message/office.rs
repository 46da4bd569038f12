//! What is asked and told about the office itself: settings, catalogues, who may sign in again, a new paper key.

use crate::domain::catalogue::{Catalogue, Entry, Kind};
use crate::domain::id::{DeedId, StaffId};
use crate::office::{OfficeError, OfficeFacts, Switch};
use std::sync::Arc;
use zeroize::Zeroizing;

/// What shall be done to the office.
pub enum OfficeAsk {
    /// Change settings.
    ChangeSettings {
        /// The form's deed.
        deed: DeedId,
        /// What the form opened with.
        base: Box<OfficeFacts>,
        /// What it was left with.
        mine: Box<OfficeFacts>,
    },
    /// Add an entry to a catalogue.
    AddEntry {
        /// The form's deed.
        deed: DeedId,
        /// The entry.
        entry: Box<Entry>,
    },
    /// Change an entry.
    ChangeEntry {
        /// The form's deed.
        deed: DeedId,
        /// What the form opened with.
        base: Box<Entry>,
        /// What it was left with.
        mine: Box<Entry>,
    },
    /// Switch an entry off or on.
    SwitchEntry {
        /// The deed.
        deed: DeedId,
        /// Of which catalogue.
        kind: Kind,
        /// Which.
        code: String,
        /// To what.
        to: Switch,
    },
    /// Let a disabled colleague sign in again, with a new password.
    EnableStaff {
        /// The form's deed.
        deed: DeedId,
        /// Whom.
        staff: StaffId,
        /// The password.
        password: Zeroizing<String>,
    },
    /// Make a new paper key; the old one stops to work.
    NewPaper {
        /// The deed.
        deed: DeedId,
    },
}

/// What came of it.
#[derive(Clone, PartialEq, Debug)]
pub enum OfficeTold {
    /// A deed is done, and what the office is now.
    Done(DeedId, Result<Known, OfficeError>),
    /// The lines of the new paper key, shown once.
    Paper(DeedId, Result<Vec<Zeroizing<String>>, OfficeError>),
    /// Another desk changed settings or catalogues.
    Changed(Known),
}

impl OfficeTold {
    /// What the office is now, where it is told.
    pub fn known(&self) -> Option<&Known> {
        match self {
            Self::Done(_, Ok(known)) | Self::Changed(known) => Some(known),
            Self::Done(_, Err(_)) | Self::Paper(..) => None,
        }
    }
}

/// What every screen knows of the office.
#[derive(Clone, PartialEq, Debug)]
pub struct Known {
    /// Its name, community and settings.
    pub facts: OfficeFacts,
    /// What it lists.
    pub catalogue: Arc<Catalogue>,
}
