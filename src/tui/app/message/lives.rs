//! What the desk asks about lives, people and taking back, and what it is told.

use crate::domain::draft::SingleDraft;
use crate::domain::family::{FamilyCard, PersonCard};
use crate::domain::id::{DeedId, FamilyId, PersonId};
use crate::domain::life::LifeEvent;
use crate::office::{Found, HistoryEntry, LikelyFound, Lived, OfficeError, Undoable, Undone};
use chrono::NaiveDate;

/// What shall be done.
pub enum LivesAsk {
    /// Write down what happened in a family.
    Live {
        /// The window's deed.
        deed: DeedId,
        /// In which family.
        family: FamilyId,
        /// What.
        event: Box<LifeEvent>,
    },
    /// The card as it was on a day.
    CardOn(FamilyId, NaiveDate),
    /// A person's card.
    Person(PersonId),
    /// What happened to a person.
    PersonHistory(PersonId),
    /// Register a person without a family.
    Register {
        /// The form's deed.
        deed: DeedId,
        /// The form.
        draft: Box<SingleDraft>,
    },
    /// Correct a person's own fields.
    Correct {
        /// The form's deed.
        deed: DeedId,
        /// Whose.
        person: PersonId,
        /// What the form opened with.
        base: Box<SingleDraft>,
        /// What it was left with.
        mine: Box<SingleDraft>,
    },
    /// Probable duplicates of a person in a form.
    Likely {
        /// Counts up with every change of the form.
        generation: u64,
        /// The form.
        draft: Box<SingleDraft>,
    },
    /// Somebody for a picker; only the newest generation matters.
    Search {
        /// Counts up with every change of the text.
        generation: u64,
        /// What is typed.
        text: String,
    },
    /// One's own last deed.
    LastDeed,
    /// Take a deed back.
    Undo {
        /// The window's deed.
        deed: DeedId,
        /// Which.
        what: DeedId,
        /// Why; may be empty.
        reason: String,
    },
}

/// What came of it.
#[derive(Clone, PartialEq, Debug)]
pub enum LivesTold {
    /// A change of life.
    Lived(DeedId, Result<Lived, OfficeError>),
    /// The card on a day.
    CardOn(FamilyId, NaiveDate, Result<Box<FamilyCard>, OfficeError>),
    /// A person's card.
    Person(PersonId, Result<Box<PersonCard>, OfficeError>),
    /// What happened to a person.
    PersonHistory(PersonId, Result<Vec<HistoryEntry>, OfficeError>),
    /// A person without a family is registered.
    Registered(DeedId, Result<PersonId, OfficeError>),
    /// A person is corrected.
    Corrected(DeedId, Result<Box<PersonCard>, OfficeError>),
    /// Probable duplicates of a person in a form.
    Likely(u64, Result<Vec<LikelyFound>, OfficeError>),
    /// Found for a picker.
    Found(u64, Result<Vec<Found>, OfficeError>),
    /// One's own last deed.
    LastDeed(Result<Option<Box<Undoable>>, OfficeError>),
    /// A deed was taken back.
    Undone(DeedId, Result<Undone, OfficeError>),
}
