//! What the screens of the calendar ask of the office and hear from it.

use crate::domain::event::{Clash, EventCatalogue, Frame, Hours, RegisterOf, SeriesDraft, SessionDraft};
use crate::domain::id::{DeedId, SeriesId, SessionId};
use crate::office::OfficeError;
use crate::office::calendar_file::FileOf;
use crate::office::events::{CalendarEntry, SeriesListed, SeriesView, SessionView};
use crate::text::Lang;
use crate::tui::app::message::paper::PaperFault;
use chrono::NaiveDate;
use std::path::PathBuf;

/// What the office shall do for the calendar.
pub enum CalendarAsk {
    /// What is held on these days, both included.
    Days(NaiveDate, NaiveDate),
    /// What forms offer: kinds, rooms, trainers.
    Catalogue,
    /// One session.
    Session(SessionId),
    /// Every series.
    AllSeries,
    /// One series with its sessions.
    Series(SeriesId),
    /// What would be at the same time; only the newest generation matters.
    Clashes {
        /// Counts up with every change of the form.
        generation: u64,
        /// What is to be held.
        frame: Box<Frame>,
        /// On which days.
        days: Vec<NaiveDate>,
        /// The session or the series that is changed.
        except: Option<RegisterOf>,
    },
    /// A deed.
    Do(DeedId, CalendarDeed),
    /// A calendar into a file for a phone.
    File {
        /// By which the answer is known.
        deed: DeedId,
        /// Whose sessions.
        of: FileOf,
        /// From this day.
        from: NaiveDate,
        /// Until this day, inclusive.
        until: NaiveDate,
        /// In which language.
        lang: Lang,
    },
}

/// A deed on a session or a series.
pub enum CalendarDeed {
    /// A new series.
    MakeSeries(Box<SeriesDraft>),
    /// Another series from a day on.
    ChangeSeries(SeriesId, Box<SeriesDraft>, NaiveDate),
    /// No more sessions after a day.
    EndSeries(SeriesId, NaiveDate, String),
    /// A one-off session.
    MakeSession(Box<SessionDraft>),
    /// An extra date of a series.
    AddSession(SeriesId, NaiveDate, Hours),
    /// What one session is.
    ChangeSession(SessionId, Box<SessionDraft>),
    /// Another day or hour.
    MoveSession(SessionId, NaiveDate, Hours, String),
    /// Call one off.
    CancelSession(SessionId, String),
    /// Plan one again that was called off.
    RestoreSession(SessionId),
}

/// What came of it.
#[derive(Clone, PartialEq, Debug)]
pub enum CalendarTold {
    /// What is held on these days.
    Days(NaiveDate, NaiveDate, Result<Vec<CalendarEntry>, OfficeError>),
    /// What forms offer.
    Catalogue(Result<Box<EventCatalogue>, OfficeError>),
    /// One session.
    Session(SessionId, Result<Box<SessionView>, OfficeError>),
    /// Every series.
    AllSeries(Result<Vec<SeriesListed>, OfficeError>),
    /// One series.
    Series(SeriesId, Result<Box<SeriesView>, OfficeError>),
    /// What would be at the same time.
    Clashes(u64, Result<Vec<Clash>, OfficeError>),
    /// A deed is done; with the session that it put onto a day.
    Done(DeedId, Result<Option<(SessionId, NaiveDate)>, OfficeError>),
    /// A calendar was written: how many sessions it has and where it lies.
    File(DeedId, Result<(usize, PathBuf), PaperFault>),
}
