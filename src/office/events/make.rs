//! Making one-off sessions, and changing, moving, calling off and restoring sessions.

use super::{about_session, opened, planned, reasoned};
use crate::domain::event::{EventFault, Frame, Hours, RoomCode, SessionDraft, SessionStatus, Trainer};
use crate::domain::id::{DeedId, SeriesId, SessionId};
use crate::domain::name;
use crate::domain::staff::Right;
use crate::domain::stock::{PartnerCode, ProgrammeCode};
use crate::office::deed::Deed;
use crate::office::listing::done_before;
use crate::office::{Office, OfficeError};
use crate::store::events::sessions::SessionRow;
use crate::store::events::{attendance, has_code, sessions};
use crate::store::staff;
use chrono::NaiveDate;

impl Office {
    /// Makes a session by itself. Repeating the same deed returns the first one.
    ///
    /// Errors: `Event` with what the draft lacks; `NotAllowed(ManageEvents)`.
    pub fn make_session(&mut self, deed: DeedId, draft: &SessionDraft) -> Result<SessionId, OfficeError> {
        let frame = settled(&draft.frame)?;
        // The session has the deed's id: the answer of a repeated key needs no looking up.
        let id = SessionId(deed.0);
        self.deed(
            Some(deed),
            Some(Right::ManageEvents),
            |_, _| Ok(id),
            |deed| {
                check(deed, &frame)?;
                sessions::add(deed.tx, id, (&frame, draft.held_on), None)?;
                tell(deed, "session-made", id, "")?;
                Ok(id)
            },
        )
    }

    /// Adds an extra date to a series. Repeating the same deed returns the first one.
    ///
    /// Errors: `NoSuchSeries`, `Restricted`, `SeriesEnded`, `EndWithoutStart`, `DayTaken` (at that very hour); `NotAllowed(ManageEvents)`.
    pub fn add_session(
        &mut self,
        deed: DeedId,
        series: SeriesId,
        held_on: NaiveDate,
        hours: Hours,
    ) -> Result<SessionId, OfficeError> {
        let id = SessionId(deed.0);
        self.deed(
            Some(deed),
            Some(Right::ManageEvents),
            |_, _| Ok(id),
            |deed| {
                let row = super::opened_series(deed.tx, series, &deed.staff)?;
                if let Some(on) = row.ended_on {
                    return Err(EventFault::SeriesEnded(on).into());
                }
                let frame = settled(&Frame { hours, ..row.draft.frame })?;
                let there = sessions::of_series(deed.tx, series)?;
                if there.iter().any(|row| row.held_on == held_on && row.frame.hours.start == hours.start) {
                    return Err(EventFault::DayTaken(held_on).into());
                }
                sessions::add(deed.tx, id, (&frame, held_on), Some((series, None)))?;
                tell(deed, "session-made", id, "")?;
                Ok(id)
            },
        )
    }

    /// Changes what a session is. One of a series stays in it. A closed one can be corrected too, as long as its day is not to come.
    ///
    /// Errors: `Event` with what the draft lacks; `NoSuchSession`, `Restricted`, `NotPlanned(Cancelled)`, `NotYet`.
    pub fn change_session(&mut self, deed: DeedId, id: SessionId, draft: &SessionDraft) -> Result<(), OfficeError> {
        let frame = settled(&draft.frame)?;
        self.deed(Some(deed), Some(Right::ManageEvents), done_before, |deed| {
            let row = opened(deed.tx, id, &deed.staff)?;
            if row.status == SessionStatus::Cancelled {
                return Err(EventFault::NotPlanned(row.status).into());
            }
            check(deed, &frame)?;
            if draft.held_on > deed.today() && (row.status == SessionStatus::Held || attendance::any(deed.tx, id)?) {
                return Err(EventFault::NotYet { held_on: draft.held_on }.into());
            }
            sessions::change(deed.tx, id, &frame, draft.held_on)?;
            tell(deed, "session-changed", id, "")
        })
    }

    /// Moves a session to another day or hour, with a reason.
    ///
    /// Errors: `ReasonWanted`; `Event` with `NoSuchSession`, `Restricted`, `NotPlanned`, `EndWithoutStart`, `SomebodyCame`.
    pub fn move_session(
        &mut self,
        deed: DeedId,
        id: SessionId,
        to: NaiveDate,
        hours: Hours,
        reason: &str,
    ) -> Result<(), OfficeError> {
        let reason = reasoned(reason)?;
        if hours.start.is_none() && hours.end.is_some() {
            return Err(EventFault::EndWithoutStart.into());
        }
        self.deed(Some(deed), Some(Right::ManageEvents), done_before, |deed| {
            let row = planned(deed.tx, id, &deed.staff)?;
            if to > deed.today() {
                refuse_held(deed, &row)?;
            }
            sessions::move_to(deed.tx, id, (to, hours), &reason)?;
            tell(deed, "session-moved", id, &reason)
        })
    }

    /// Calls a session off, with a reason.
    ///
    /// Errors: `ReasonWanted`; `Event` with `NoSuchSession`, `Restricted`, `NotPlanned`, `SomebodyCame`.
    pub fn cancel_session(&mut self, deed: DeedId, id: SessionId, reason: &str) -> Result<(), OfficeError> {
        let reason = reasoned(reason)?;
        self.deed(Some(deed), Some(Right::ManageEvents), done_before, |deed| {
            let row = planned(deed.tx, id, &deed.staff)?;
            refuse_held(deed, &row)?;
            sessions::set_status(deed.tx, id, SessionStatus::Cancelled, &reason)?;
            tell(deed, "session-cancelled", id, &reason)
        })
    }

    /// A session that was called off is planned again. Errors: `NoSuchSession`, `Restricted`, `NotCancelled`.
    pub fn restore_session(&mut self, deed: DeedId, id: SessionId) -> Result<(), OfficeError> {
        self.deed(Some(deed), Some(Right::ManageEvents), done_before, |deed| {
            let row = opened(deed.tx, id, &deed.staff)?;
            if row.status != SessionStatus::Cancelled {
                return Err(EventFault::NotCancelled.into());
            }
            sessions::set_status(deed.tx, id, SessionStatus::Planned, "")?;
            tell(deed, "session-restored", id, "")
        })
    }
}

/// The entry of the journal, with the session as the deed left it.
pub(super) fn tell(deed: &mut Deed<'_>, action: &str, id: SessionId, note: &str) -> Result<(), OfficeError> {
    let row = sessions::get(deed.tx, id)?.ok_or(EventFault::NoSuchSession)?;
    deed.journal(action, None, &about_session(&row, note))
}

/// Whoever is marked present or was counted without a name was there: then it was held.
fn refuse_held(deed: &Deed<'_>, row: &SessionRow) -> Result<(), OfficeError> {
    let heads = usize::try_from(row.heads.total()).unwrap_or(usize::MAX);
    match attendance::present(deed.tx, row.id)?.saturating_add(heads) {
        0 => Ok(()),
        present => Err(EventFault::SomebodyCame { present }.into()),
    }
}

/// The frame without what a screen must never receive, when nothing is wrong with it.
pub(super) fn settled(frame: &Frame) -> Result<Frame, OfficeError> {
    let mut frame = frame.clone();
    (frame.title, frame.settlement) = (name::clean(&frame.title), name::clean(&frame.settlement));
    frame.note = name::clean_note(&frame.note);
    frame.trainer = match frame.trainer {
        Some(Trainer::Named(named)) => Some(name::clean(&named)).filter(|name| !name.is_empty()).map(Trainer::Named),
        other => other,
    };
    match frame.fault() {
        Some(fault) => Err(fault.into()),
        None => Ok(frame),
    }
}

/// That everything the frame names is listed.
pub(super) fn check(deed: &Deed<'_>, frame: &Frame) -> Result<(), OfficeError> {
    let named = [
        ("kind", "event_kind", Some(frame.kind.as_str())),
        ("programme", "programme", frame.programme.as_ref().map(ProgrammeCode::as_str)),
        ("room", "room", frame.room.as_ref().map(RoomCode::as_str)),
        ("partner", "partner", frame.partner.as_ref().map(PartnerCode::as_str)),
    ];
    for (what, table, code) in named {
        if let Some(code) = code
            && !has_code(deed.tx, table, code)?
        {
            return Err(EventFault::Unknown(what, code.to_owned()).into());
        }
    }
    if let Some(Trainer::Staff(trainer)) = frame.trainer
        && staff::get(deed.tx, trainer)?.is_none()
    {
        return Err(EventFault::Unknown("trainer", String::new()).into());
    }
    Ok(())
}
