//! Making, changing and ending a series: its sessions are written with it, and follow it as long as nothing happened to them.

use super::make::{check, settled};
use super::{about_series, opened_series, reasoned};
use crate::domain::event::{EventFault, Frame, Hours, SeriesDraft, SessionStatus};
use crate::domain::id::{DeedId, SeriesId, SessionId};
use crate::domain::staff::Right;
use crate::office::deed::Deed;
use crate::office::listing::done_before;
use crate::office::{Office, OfficeError};
use crate::store::events::sessions::SessionRow;
use crate::store::events::{attendance, series, sessions};
use chrono::NaiveDate;
use std::collections::BTreeSet;

impl Office {
    /// Makes a series with all its sessions. Repeating the same deed returns the first one.
    ///
    /// Errors: `Event` with what the draft lacks; `NotAllowed(ManageEvents)`.
    pub fn make_series(&mut self, deed: DeedId, draft: &SeriesDraft) -> Result<SeriesId, OfficeError> {
        let draft = settled_series(draft)?;
        let id = SeriesId(deed.0);
        self.deed(
            Some(deed),
            Some(Right::ManageEvents),
            |_, _| Ok(id),
            |deed| {
                check(deed, &draft.frame)?;
                series::add(deed.tx, id, None, &draft)?;
                for day in draft.rule.days() {
                    add(deed, id, &draft.frame, day)?;
                }
                deed.journal("series-made", None, &about_series(id, &draft.frame, ""))?;
                Ok(id)
            },
        )
    }

    /// Changes a series from a day on. Sessions of that day and later that are planned, have no marks and were not moved follow it: what the
    /// rule has no more goes, what it has now comes. Held, marked, moved and extra ones stay on their day; moved and extra ones that are still
    /// to come get the new title, room and trainer. Whether it is restricted holds for all its sessions, past ones too.
    ///
    /// Errors: `Event` with what the draft lacks; `NoSuchSeries`, `Restricted`, `SeriesEnded`.
    pub fn change_series(
        &mut self,
        deed: DeedId,
        id: SeriesId,
        draft: &SeriesDraft,
        from: NaiveDate,
    ) -> Result<(), OfficeError> {
        let draft = settled_series(draft)?;
        self.deed(Some(deed), Some(Right::ManageEvents), done_before, |deed| {
            let before = opened_series(deed.tx, id, &deed.staff)?;
            if let Some(on) = before.ended_on {
                return Err(EventFault::SeriesEnded(on).into());
            }
            check(deed, &draft.frame)?;
            series::change(deed.tx, id, &draft)?;
            follow(deed, id, (before.draft.frame.hours, &draft), from)?;
            if before.draft.frame.restricted != draft.frame.restricted {
                restrict(deed, id, draft.frame.restricted)?;
            }
            deed.journal("series-changed", None, &about_series(id, &draft.frame, ""))
        })
    }

    /// Ends a series: the day is its last, and what was planned after it and has no marks goes. The reason is in the journal.
    ///
    /// Errors: `ReasonWanted`; `Event` with `NoSuchSeries`, `Restricted`, `SeriesEnded`.
    pub fn end_series(&mut self, deed: DeedId, id: SeriesId, on: NaiveDate, reason: &str) -> Result<(), OfficeError> {
        let reason = reasoned(reason)?;
        self.deed(Some(deed), Some(Right::ManageEvents), done_before, |deed| {
            let row = opened_series(deed.tx, id, &deed.staff)?;
            if let Some(on) = row.ended_on {
                return Err(EventFault::SeriesEnded(on).into());
            }
            series::end(deed.tx, id, Some(on))?;
            for session in sessions::of_series(deed.tx, id)? {
                if session.held_on > on && is_untouched(deed, &session)? {
                    sessions::void(deed.tx, session.id)?;
                }
            }
            deed.journal("series-ended", None, &about_series(id, &row.draft.frame, &reason))
        })
    }
}

fn settled_series(draft: &SeriesDraft) -> Result<SeriesDraft, OfficeError> {
    let draft = SeriesDraft { frame: settled(&draft.frame)?, rule: draft.rule.clone() };
    match draft.fault() {
        Some(fault) => Err(fault.into()),
        None => Ok(draft),
    }
}

fn add(deed: &mut Deed<'_>, series: SeriesId, frame: &Frame, day: NaiveDate) -> Result<(), OfficeError> {
    let id = SessionId(deed.new_id());
    Ok(sessions::add(deed.tx, id, (frame, day), Some((series, Some(day))))?)
}

/// Whether nothing happened to a session yet: it is planned and nobody is marked.
fn is_untouched(deed: &Deed<'_>, session: &SessionRow) -> Result<bool, OfficeError> {
    let has_heads = session.heads.total() > 0;
    Ok(session.status == SessionStatus::Planned && !has_heads && !attendance::any(deed.tx, session.id)?)
}

/// The sessions follow the series from a day on; its former hours tell which of them was moved to others.
fn follow(
    deed: &mut Deed<'_>,
    id: SeriesId,
    (former, draft): (Hours, &SeriesDraft),
    from: NaiveDate,
) -> Result<(), OfficeError> {
    let mut missing: BTreeSet<NaiveDate> = draft.rule.days().filter(|day| *day >= from).collect();
    for session in sessions::of_series(deed.tx, id)? {
        // An extra date that the rule has by now is that date already.
        let is_asked = missing.remove(&session.planned_on.unwrap_or(session.held_on));
        if session.held_on < from || !is_untouched(deed, &session)? {
            continue;
        }
        let is_other_hour = !session.reason.is_empty() && session.frame.hours != former;
        let stands = session.planned_on == Some(session.held_on) && !is_other_hour;
        if stands && !is_asked {
            sessions::void(deed.tx, session.id)?;
            continue;
        }
        let hours = if stands { draft.frame.hours } else { session.frame.hours };
        // What is said of one session by itself is no note of the series.
        let note = if stands { draft.frame.note.clone() } else { session.frame.note };
        let frame = Frame { hours, note, ..draft.frame.clone() };
        sessions::change(deed.tx, session.id, &frame, session.held_on)?;
    }
    for day in missing {
        add(deed, id, &draft.frame, day)?;
    }
    Ok(())
}

fn restrict(deed: &Deed<'_>, id: SeriesId, restricted: bool) -> Result<(), OfficeError> {
    for session in sessions::of_series(deed.tx, id)? {
        let frame = Frame { restricted, ..session.frame };
        sessions::change(deed.tx, session.id, &frame, session.held_on)?;
    }
    Ok(())
}
