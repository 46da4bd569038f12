//! Events: the calendar, series with their sessions, the register of who came, and marking it.
//!
//! Making and changing is in [`make`], what screens see in [`view`], the register in [`register`], marking in [`mark`]. A restricted event
//! is open to whoever holds it and to those who may see what is sensitive; to everybody else it is a room that is taken. That is decided
//! here, in one function, and asked by everything that gives out a title or a name.

mod attended;
mod clash;
mod enrol;
mod make;
mod make_series;
mod mark;
pub mod number_words;
pub mod numbers;
mod register;
mod view;

pub use attended::{Attended, Attendee};
pub(in crate::office) use enrol::Open;
pub use enrol::{
    Enrolled, EnrolmentFrom, EnrolmentSession, EnrolmentView, FilterFits, ListedPerson, NamedPerson, PersonFault,
    PersonLine, PersonWrong, Standing,
};
pub(in crate::office) use mark::unmarked;
pub use mark::{MarkOrder, Marked, Newcomer, NewcomerRow};
pub(in crate::office) use register::is_awaited;
pub use register::{Column, FamilyOnSession, OnSession, Register, RegisterRow, WaitingRow};
pub use view::{CalendarEntry, SeriesListed, SeriesSession, SeriesView, SessionView};

/// Of what a register is.
pub use crate::domain::event::RegisterOf;
/// An enrolment as registers show it.
pub use crate::store::events::enrolment::EnrolmentRow;

use super::OfficeError;
use super::deed::Detail;
use crate::domain::event::{EventFault, Frame, SessionStatus, Trainer};
use crate::domain::id::{SeriesId, SessionId, StaffId};
use crate::domain::staff::{Right, Staff};
use crate::store::events::series::{self, SeriesRow};
use crate::store::events::sessions::{self, SessionRow};
use crate::store::{StoreError, Tx};

/// Whether an event is open to somebody: not restricted, or theirs, or they may see what is sensitive.
fn is_open(frame: &Frame, holds: bool, staff: &Staff) -> bool {
    !frame.restricted || holds || is_trainer(frame, staff.id) || staff.role.may(Right::SeeSensitive)
}

fn is_trainer(frame: &Frame, staff: StaffId) -> bool {
    frame.trainer == Some(Trainer::Staff(staff))
}

/// Whether a session is open to somebody: whoever holds the series holds all of it.
pub(in crate::office) fn is_session_open(row: &SessionRow, staff: &Staff) -> bool {
    is_open(&row.frame, row.series_trainer == Some(staff.id), staff)
}

/// Whether a deed that the journal has was done to an event that is not for the asker. Of one that was taken back nobody can say any more
/// whose it was.
pub(in crate::office) fn is_hidden(tx: &Tx, staff: &Staff, detail: &Detail) -> Result<bool, StoreError> {
    let open = match (detail.session, detail.series) {
        (Some(session), _) => sessions::get(tx, session)?.map(|row| is_session_open(&row, staff)),
        (None, Some(series)) => series::get(tx, series)?.map(|row| is_open(&row.draft.frame, false, staff)),
        (None, None) => Some(true),
    };
    Ok(!open.unwrap_or_else(|| staff.role.may(Right::SeeSensitive)))
}

/// A session that the asker may open. Errors: `NoSuchSession`, `Restricted`, `IsCampaign`.
pub(in crate::office) fn opened(tx: &Tx, id: SessionId, staff: &Staff) -> Result<SessionRow, OfficeError> {
    let row = sessions::get(tx, id)?.ok_or(EventFault::NoSuchSession)?;
    if row.frame.kind.is_campaign() {
        return Err(EventFault::IsCampaign.into());
    }
    if is_session_open(&row, staff) { Ok(row) } else { Err(EventFault::Restricted.into()) }
}

/// As [`opened`], for one that is planned: not closed, not called off.
fn planned(tx: &Tx, id: SessionId, staff: &Staff) -> Result<SessionRow, OfficeError> {
    let row = opened(tx, id, staff)?;
    if row.status == SessionStatus::Planned { Ok(row) } else { Err(EventFault::NotPlanned(row.status).into()) }
}

/// A series that the asker may open. Errors: `NoSuchSeries`, `Restricted`.
pub(in crate::office) fn opened_series(tx: &Tx, id: SeriesId, staff: &Staff) -> Result<SeriesRow, OfficeError> {
    let row = series::get(tx, id)?.ok_or(EventFault::NoSuchSeries)?;
    if is_open(&row.draft.frame, false, staff) { Ok(row) } else { Err(EventFault::Restricted.into()) }
}

/// What the journal keeps of a deed about a session: which, and its title unless that is restricted.
fn about_session(row: &SessionRow, note: &str) -> Detail {
    Detail { session: Some(row.id), ..titled(&row.frame, note) }
}

/// As [`about_session`], for a series.
fn about_series(id: SeriesId, frame: &Frame, note: &str) -> Detail {
    Detail { series: Some(id), ..titled(frame, note) }
}

fn titled(frame: &Frame, note: &str) -> Detail {
    let note = match (frame.restricted, note.is_empty()) {
        (true, _) => String::new(),
        (false, true) => frame.title.clone(),
        (false, false) => format!("{}: {note}", frame.title),
    };
    Detail { note, ..Detail::default() }
}

/// A reason in words. Errors: `ReasonWanted`.
fn reasoned(reason: &str) -> Result<String, OfficeError> {
    let reason = crate::domain::name::clean(reason);
    if reason.is_empty() { Err(OfficeError::ReasonWanted) } else { Ok(reason) }
}
