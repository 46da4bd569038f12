//! Why an event, a mark or an enrolment cannot be so. The sentences are `event-fault-…`.

use super::{RecurrenceFault, SessionStatus};
use chrono::NaiveDate;

/// A refusal; nothing was written.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum EventFault {
    /// A title is wanted, of at most [`super::TITLE_CHARACTERS`].
    #[error("title wanted")]
    Title,
    /// A campaign is made on its own screen.
    #[error("a campaign")]
    IsCampaign,
    /// An end is said and no start.
    #[error("end without start")]
    EndWithoutStart,
    /// The ages are in the wrong order or nobody's.
    #[error("ages")]
    Ages,
    /// No places at all.
    #[error("capacity")]
    Capacity,
    /// The rule of the series.
    #[error("rule: {0:?}")]
    Rule(RecurrenceFault),
    /// No catalogue has such a code; what it was meant for and the code.
    #[error("unknown {0} {1}")]
    Unknown(&'static str, String),
    /// There is no such session.
    #[error("no such session")]
    NoSuchSession,
    /// There is no such series.
    #[error("no such series")]
    NoSuchSeries,
    /// It is not for the asker.
    #[error("restricted")]
    Restricted,
    /// It is closed or was called off, and what is wanted needs one that is planned.
    #[error("not planned")]
    NotPlanned(SessionStatus),
    /// It is not closed: nothing to open again.
    #[error("not closed")]
    NotClosed,
    /// It was not called off.
    #[error("not cancelled")]
    NotCancelled,
    /// Its day has not come.
    #[error("not yet")]
    NotYet {
        /// Its day.
        held_on: NaiveDate,
    },
    /// Somebody is marked present: it was held.
    #[error("somebody came")]
    SomebodyCame {
        /// How many.
        present: usize,
    },
    /// Not everybody is marked.
    #[error("unmarked")]
    Unmarked {
        /// The first of them, by name.
        names: Vec<String>,
        /// How many there are.
        count: usize,
    },
    /// The series has a session by its rule on that day already.
    #[error("day taken")]
    DayTaken(NaiveDate),
    /// The series was ended before.
    #[error("series ended")]
    SeriesEnded(NaiveDate),
    /// Nothing was chosen to be marked or enrolled.
    #[error("nobody")]
    Nobody,
    /// Somebody is not enrolled there.
    #[error("not enrolled")]
    NotEnrolled,
    /// All places are taken.
    #[error("full")]
    Full {
        /// Places.
        capacity: u32,
    },
    /// So many unnamed heads are a slip of the finger.
    #[error("heads")]
    Heads,
}
