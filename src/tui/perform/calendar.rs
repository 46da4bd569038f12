//! Effects of the calendar: one arm an effect.

use super::{Desk, Outside};
use crate::domain::id::{DeedId, SessionId};
use crate::office::calendar_file::FileOf;
use crate::office::{Office, OfficeError};
use crate::text::Lang;
use crate::tui::app::Reply;
use crate::tui::app::message::calendar::{CalendarAsk, CalendarDeed, CalendarTold};
use crate::tui::app::message::paper::PaperFault;
use chrono::NaiveDate;
use std::path::PathBuf;

impl Desk {
    /// Does what the screens of the calendar ask.
    pub(super) fn calendar(&mut self, ask: CalendarAsk) -> Option<Reply> {
        let Self { office, outside, .. } = self;
        let office = office.as_mut()?;
        Some(Reply::Calendar(match ask {
            CalendarAsk::Days(from, until) => CalendarTold::Days(from, until, office.calendar(from, until)),
            CalendarAsk::Catalogue => CalendarTold::Catalogue(office.event_catalogue().map(Box::new)),
            CalendarAsk::Session(id) => CalendarTold::Session(id, office.session(id).map(Box::new)),
            CalendarAsk::AllSeries => CalendarTold::AllSeries(office.series_list()),
            CalendarAsk::Series(id) => CalendarTold::Series(id, office.series(id).map(Box::new)),
            CalendarAsk::Clashes { generation, frame, days, except } => {
                CalendarTold::Clashes(generation, office.clashes(&frame, &days, except))
            }
            CalendarAsk::Do(deed, what) => CalendarTold::Done(deed, done(office, deed, what)),
            CalendarAsk::File { deed, of, from, until, lang } => {
                CalendarTold::File(deed, file(office, outside, of, (from, until), lang))
            }
        }))
    }
}

/// Does a deed; what comes out is the session that it put onto a day.
fn done(office: &mut Office, deed: DeedId, what: CalendarDeed) -> Result<Option<(SessionId, NaiveDate)>, OfficeError> {
    match what {
        CalendarDeed::MakeSeries(draft) => office.make_series(deed, &draft).map(|_| None),
        CalendarDeed::ChangeSeries(id, draft, from) => office.change_series(deed, id, &draft, from).map(|()| None),
        CalendarDeed::EndSeries(id, on, reason) => office.end_series(deed, id, on, &reason).map(|()| None),
        CalendarDeed::MakeSession(draft) => office.make_session(deed, &draft).map(|id| Some((id, draft.held_on))),
        CalendarDeed::AddSession(id, on, hours) => office.add_session(deed, id, on, hours).map(|id| Some((id, on))),
        CalendarDeed::ChangeSession(id, draft) => {
            office.change_session(deed, id, &draft).map(|()| Some((id, draft.held_on)))
        }
        CalendarDeed::MoveSession(id, to, hours, reason) => {
            office.move_session(deed, id, to, hours, &reason).map(|()| Some((id, to)))
        }
        CalendarDeed::CancelSession(id, reason) => office.cancel_session(deed, id, &reason).map(|()| None),
        CalendarDeed::RestoreSession(id) => office.restore_session(deed, id).map(|()| None),
    }
}

fn file(
    office: &mut Office,
    outside: &Outside,
    of: FileOf,
    days: (NaiveDate, NaiveDate),
    lang: Lang,
) -> Result<(usize, PathBuf), PaperFault> {
    let calendar = office.calendar_file(of, days, lang).map_err(PaperFault::Office)?;
    let path = outside.files().and_then(|files| files.save_calendar(&calendar)).map_err(PaperFault::File)?;
    Ok((calendar.entries.len(), path))
}
