//! Events: clubs, groups, courses and trainings, and who came to them. What a series and a session are, and why they can be refused.
//!
//! A **series** has **sessions**; a one-off event is a session by itself. Who is *expected* (an enrolment) and who *came* (a mark) are two
//! facts. People who are not named are [`Heads`], a number that is never mixed with names. Hours are what the wall clock says: nothing here
//! adds an offset to them, so a night on which clocks go back or forward is a night like any other.
//!
//! Pure. What lies in the file is `store::events`, what staff do with it `office::events`.

mod clash;
mod enrolment;
mod fault;
pub mod figures;
mod mark;
mod recurrence;
mod series;
mod session;

pub use clash::{Clash, Occupied, overlap};
pub use enrolment::{CertificateNumber, EnrolFault, MOST_ENROLLED, STOPPED_AFTER};
pub use fault::EventFault;
pub use mark::{EnrolmentSource, Heads, Mark, MarkSource, MarkWarning, Outcome, missed_in_a_row};
pub use recurrence::{MOST_SESSIONS, Nth, Pattern, Recurrence, RecurrenceFault, WEEK, WIDEST_STEP, Weekdays};
pub use series::SeriesDraft;
pub use session::{
    AgeRange, Audience, EventCatalogue, EventKind, Frame, Hours, Listing, Room, SessionDraft, SessionStatus,
    TITLE_CHARACTERS, Trainer,
};

use super::id::{SeriesId, SessionId};
use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The code as it is written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(code: &str) -> Self {
                Self(code.to_owned())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

codes! {
    /// What an event is: `club`, `training`, an office's own. Names of the shipped ones are texts (`event-kind-CODE`).
    EventKindCode;
    /// A room in which things are held.
    RoomCode;
}

impl EventKindCode {
    /// The kind of sessions at which aid is handed out: they have screens of their own.
    pub const CAMPAIGN: &str = "campaign";

    /// Whether it is a campaign.
    pub fn is_campaign(&self) -> bool {
        self.0 == Self::CAMPAIGN
    }
}

/// Of what a register is, and into what people are enrolled.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RegisterOf {
    /// A series.
    Series(SeriesId),
    /// A one-off session.
    Session(SessionId),
}

impl RegisterOf {
    /// The series, where it is one.
    pub fn series(self) -> Option<SeriesId> {
        match self {
            Self::Series(series) => Some(series),
            Self::Session(_) => None,
        }
    }

    /// The one-off session, where it is one.
    pub fn session(self) -> Option<SessionId> {
        match self {
            Self::Series(_) => None,
            Self::Session(session) => Some(session),
        }
    }
}
