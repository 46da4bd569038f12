//! What the attendance register asks of the office and hears from it.

use crate::domain::event::{Heads, Outcome};
use crate::domain::id::{DeedId, FamilyId, PersonId, SessionId};
use crate::office::events::{FamilyOnSession, MarkOrder, Marked, Newcomer, Register};
use crate::office::{Found, LikelyFound, OfficeError, Undone};

/// What the office shall do for the register.
pub enum RegisterAsk {
    /// The register around a session.
    Open(SessionId),
    /// Mark people.
    Mark {
        /// The deed.
        deed: DeedId,
        /// At which session.
        session: SessionId,
        /// Whom, and as what.
        orders: Vec<MarkOrder>,
    },
    /// Mark everybody who is expected and not marked.
    MarkUnmarked {
        /// The deed.
        deed: DeedId,
        /// At which session.
        session: SessionId,
        /// As what.
        outcome: Outcome,
    },
    /// The families in which somebody stands; only the newest matters.
    Family(PersonId),
    /// One family: of somebody who is known, or where nobody of it is (it comes from another screen), of its head.
    Household(FamilyId, Option<PersonId>),
    /// Look for somebody in the whole register of people; only the newest generation matters.
    Search {
        /// Counts up with every change of the text.
        generation: u64,
        /// What is typed.
        text: String,
    },
    /// Whom of the register a newcomer may be; only the newest generation matters.
    Likely {
        /// Counts up with every change of the form.
        generation: u64,
        /// As typed.
        newcomer: Box<Newcomer>,
        /// Whether their birth is typed already.
        knows_birth: bool,
    },
    /// Put somebody on the register of people who is nowhere yet, and mark them present.
    Newcomer {
        /// The form's deed.
        deed: DeedId,
        /// At which session.
        session: SessionId,
        /// Who.
        newcomer: Box<Newcomer>,
    },
    /// Count those who gave no name.
    Heads {
        /// The form's deed.
        deed: DeedId,
        /// At which session.
        session: SessionId,
        /// How many.
        heads: Heads,
    },
    /// Close a session.
    Close(DeedId, SessionId),
    /// Open a closed one again.
    Reopen {
        /// The deed.
        deed: DeedId,
        /// Which.
        session: SessionId,
        /// Why.
        reason: String,
    },
    /// Take the last mark of this desk back.
    TakeBack {
        /// The deed.
        deed: DeedId,
        /// Which deed made it.
        what: DeedId,
        /// Why.
        reason: String,
    },
}

/// What came of it.
#[derive(Clone, PartialEq, Debug)]
pub enum RegisterTold {
    /// The register around a session.
    Opened(SessionId, Result<Box<Register>, OfficeError>),
    /// People are marked, or why not.
    Marked(DeedId, Result<Marked, OfficeError>),
    /// The families of somebody.
    Family(PersonId, Result<Vec<FamilyOnSession>, OfficeError>),
    /// The families of somebody of that family, among them that one.
    Household(FamilyId, Result<Vec<FamilyOnSession>, OfficeError>),
    /// Who was found in the register of people.
    Found(u64, Result<Vec<Found>, OfficeError>),
    /// Whom a newcomer may be.
    Likely(u64, Result<Vec<LikelyFound>, OfficeError>),
    /// A newcomer is on the register and present.
    Newcomer(DeedId, Result<(PersonId, Marked), OfficeError>),
    /// Something about the session itself is done.
    Done(DeedId, Result<(), OfficeError>),
    /// A mark was taken back.
    TakenBack(DeedId, Result<Undone, OfficeError>),
}
