//! What screens see of events: the calendar, the list of series, one series, one session.

use super::clash::clash;
use super::{is_open, is_session_open, is_trainer, opened, opened_series};
use crate::domain::event::{
    EventCatalogue, EventFault, EventKindCode, Frame, Heads, Hours, RegisterOf, RoomCode, SeriesDraft, SessionDraft,
    SessionStatus, Trainer,
};
use crate::domain::id::{SeriesId, SessionId};
use crate::domain::staff::Right;
use crate::office::{Office, OfficeError};
use crate::store::events::enrolment::EnrolmentRow;
use crate::store::events::sessions::SessionRow;
use crate::store::events::{self, attendance, enrolment, series, sessions};
use crate::store::{StoreError, Tx, campaigns};
use chrono::{Days, NaiveDate};
use std::collections::HashMap;

/// One thing in the calendar.
#[derive(Clone, PartialEq, Debug)]
pub struct CalendarEntry {
    /// Which.
    pub session: SessionId,
    /// Its series.
    pub series: Option<SeriesId>,
    /// Its day.
    pub held_on: NaiveDate,
    /// The last day, of a campaign of several.
    pub until: Option<NaiveDate>,
    /// What it is; none where that is restricted to others.
    pub frame: Option<Frame>,
    /// From when until when.
    pub hours: Hours,
    /// In which room.
    pub room: Option<RoomCode>,
    /// Where it stands.
    pub status: SessionStatus,
    /// The day that the rule of its series gave it.
    pub planned_on: Option<NaiveDate>,
    /// Why it was moved, cancelled or opened again.
    pub reason: String,
    /// How many are expected.
    pub expected: usize,
    /// How many are marked present, of a campaign how many were served.
    pub present: usize,
    /// Those who came and are not named.
    pub heads: Heads,
    /// Whether it clashes with another entry.
    pub clashes: bool,
    /// Whether the asker holds it.
    pub mine: bool,
}

impl CalendarEntry {
    /// Whether it is a campaign, which has a screen of its own.
    pub fn is_campaign(&self) -> bool {
        self.frame.as_ref().is_some_and(|frame| frame.kind.is_campaign())
    }

    /// Whether it stands on another day than the rule gave it.
    pub fn is_moved(&self) -> bool {
        self.planned_on.is_some_and(|day| day != self.held_on)
    }
}

/// A series in the list of series.
#[derive(Clone, PartialEq, Debug)]
pub struct SeriesListed {
    /// Identity.
    pub id: SeriesId,
    /// Its title.
    pub title: String,
    /// What it is.
    pub kind: EventKindCode,
    /// Who holds it.
    pub trainer: Option<Trainer>,
    /// First day of its rule.
    pub starts_on: NaiveDate,
    /// Last day of its rule.
    pub ends_on: NaiveDate,
    /// The day on which it was ended before its time.
    pub ended_on: Option<NaiveDate>,
    /// Whether it is restricted.
    pub restricted: bool,
    /// How many places there are.
    pub capacity: Option<u32>,
    /// How many are expected.
    pub enrolled: usize,
    /// How many wait for a place.
    pub waiting: usize,
    /// Sessions that are closed.
    pub held: usize,
    /// Sessions that are not.
    pub planned: usize,
    /// The next one.
    pub next: Option<(SessionId, NaiveDate)>,
    /// Whether the asker holds it.
    pub mine: bool,
}

/// A session in the list of a series.
#[derive(Clone, PartialEq, Debug)]
pub struct SeriesSession {
    /// Identity.
    pub id: SessionId,
    /// Its day.
    pub held_on: NaiveDate,
    /// From when until when.
    pub hours: Hours,
    /// Where it stands.
    pub status: SessionStatus,
    /// The day that the rule gave it; none for an extra one.
    pub planned_on: Option<NaiveDate>,
    /// Why it was moved, cancelled or opened again.
    pub reason: String,
    /// How many were present.
    pub present: usize,
}

/// A series as its screen shows it.
#[derive(Clone, PartialEq, Debug)]
pub struct SeriesView {
    /// Identity.
    pub id: SeriesId,
    /// The office's own key, from an import.
    pub key: Option<String>,
    /// What its form says.
    pub draft: SeriesDraft,
    /// The day on which it was ended before its time.
    pub ended_on: Option<NaiveDate>,
    /// Its sessions, by day.
    pub sessions: Vec<SeriesSession>,
    /// How many are expected.
    pub enrolled: usize,
    /// How many wait for a place.
    pub waiting: usize,
}

/// A session as its form shows it.
#[derive(Clone, PartialEq, Debug)]
pub struct SessionView {
    /// Identity.
    pub id: SessionId,
    /// The office's own key, from an import.
    pub key: Option<String>,
    /// What its form says.
    pub draft: SessionDraft,
    /// Its series.
    pub series: Option<SeriesId>,
    /// Where it stands.
    pub status: SessionStatus,
    /// The day that the rule of its series gave it.
    pub planned_on: Option<NaiveDate>,
    /// Why it was moved, cancelled or opened again.
    pub reason: String,
    /// Those who came and are not named.
    pub heads: Heads,
    /// How many are marked present.
    pub present: usize,
}

impl Office {
    /// Everything held between two days, inclusive, by day, hour and title; campaigns too. Of what is restricted to others only the hours
    /// and the room.
    ///
    /// Errors: `NotAllowed(SeeEvents)`.
    pub fn calendar(&mut self, from: NaiveDate, until: NaiveDate) -> Result<Vec<CalendarEntry>, OfficeError> {
        self.require_now(Right::SeeEvents)?;
        let me = self.staff.clone();
        Ok(self.store.read(|tx| {
            // The evening before and the morning after, for clashes alone.
            let before = from.checked_sub_days(Days::new(1)).unwrap_or(from);
            let after = until.checked_add_days(Days::new(1)).unwrap_or(until);
            let rows = sessions::between(tx, before, after)?;
            let mut lists = Lists::default();
            let mut entries = Vec::new();
            for (place, row) in rows.iter().enumerate() {
                let last = row.until.unwrap_or(row.held_on);
                if last < from || row.held_on > until {
                    continue;
                }
                let is_open = is_session_open(row, &me);
                let (expected, present) = if is_open { lists.counts(tx, row)? } else { (0, 0) };
                // They lie in the order of days: what can reach this one is near.
                let near = |other: &&SessionRow| (other.held_on - row.held_on).num_days().abs() <= 1;
                let earlier = rows[..place].iter().rev().take_while(near);
                let clashes = earlier.chain(rows[place + 1..].iter().take_while(near)).any(|other| clash(row, other));
                entries.push(CalendarEntry {
                    session: row.id,
                    series: row.series.filter(|_| is_open),
                    held_on: row.held_on,
                    until: row.until,
                    hours: row.frame.hours,
                    room: row.frame.room.clone(),
                    status: row.status,
                    planned_on: row.planned_on,
                    reason: if is_open { row.reason.clone() } else { String::new() },
                    expected,
                    present,
                    heads: if is_open { row.heads } else { Heads::default() },
                    clashes,
                    mine: is_trainer(&row.frame, me.id),
                    frame: is_open.then(|| row.frame.clone()),
                });
            }
            Ok(entries)
        })?)
    }

    /// Every series that is open to the asker, those under way first.
    ///
    /// Errors: `NotAllowed(SeeEvents)`.
    pub fn series_list(&mut self) -> Result<Vec<SeriesListed>, OfficeError> {
        self.require_now(Right::SeeEvents)?;
        let (me, today) = (self.staff.clone(), self.clock().today());
        Ok(self.store.read(|tx| {
            let rows = series::all(tx)?.into_iter().filter(|row| is_open(&row.draft.frame, false, &me));
            let listed = rows.map(|row| {
                let counts = series::counts(tx, row.id, today)?;
                let SeriesDraft { frame, rule } = row.draft;
                Ok(SeriesListed {
                    id: row.id,
                    mine: is_trainer(&frame, me.id),
                    title: frame.title,
                    kind: frame.kind,
                    trainer: frame.trainer,
                    starts_on: rule.starts_on,
                    ends_on: rule.ends_on,
                    ended_on: row.ended_on,
                    restricted: frame.restricted,
                    capacity: frame.capacity,
                    enrolled: counts.enrolled,
                    waiting: counts.waiting,
                    held: counts.held,
                    planned: counts.planned,
                    next: counts.next,
                })
            });
            listed.collect::<Result<_, StoreError>>()
        })?)
    }

    /// A series with its sessions. Errors: `NotAllowed(SeeEvents)`; `Event` with `NoSuchSeries`, `Restricted`.
    pub fn series(&mut self, id: SeriesId) -> Result<SeriesView, OfficeError> {
        self.require_now(Right::SeeEvents)?;
        let (me, today) = (self.staff.clone(), self.clock().today());
        self.looked(|tx| {
            let row = opened_series(tx, id, &me)?;
            let counts = series::counts(tx, id, today)?;
            let rows = sessions::of_series(tx, id)?.into_iter().map(|row| {
                Ok::<_, StoreError>(SeriesSession {
                    id: row.id,
                    held_on: row.held_on,
                    hours: row.frame.hours,
                    status: row.status,
                    planned_on: row.planned_on,
                    present: attendance::present(tx, row.id)?,
                    reason: row.reason,
                })
            });
            Ok(SeriesView {
                id,
                key: row.key,
                draft: row.draft,
                ended_on: row.ended_on,
                sessions: rows.collect::<Result<_, _>>()?,
                enrolled: counts.enrolled,
                waiting: counts.waiting,
            })
        })
    }

    /// One session. Errors: `NotAllowed(SeeEvents)`; `Event` with `NoSuchSession`, `Restricted`, `IsCampaign`.
    pub fn session(&mut self, id: SessionId) -> Result<SessionView, OfficeError> {
        self.require_now(Right::SeeEvents)?;
        let me = self.staff.clone();
        self.looked(|tx| {
            let row = opened(tx, id, &me)?;
            Ok(SessionView {
                id,
                draft: row.draft(),
                key: row.key,
                series: row.series,
                status: row.status,
                planned_on: row.planned_on,
                reason: row.reason,
                heads: row.heads,
                present: attendance::present(tx, id)?,
            })
        })
    }

    /// What forms of events offer. Errors: `NotAllowed(SeeEvents)`.
    pub fn event_catalogue(&mut self) -> Result<EventCatalogue, OfficeError> {
        self.require_now(Right::SeeEvents)?;
        Ok(self.store.read(events::catalogue)?)
    }

    /// A look with faults of its own.
    pub(in crate::office) fn looked<T>(
        &mut self,
        look: impl FnOnce(&Tx) -> Result<T, OfficeError>,
    ) -> Result<T, OfficeError> {
        let mut answer = Err(EventFault::NoSuchSession.into());
        self.store.read(|tx| {
            answer = look(tx);
            Ok(())
        })?;
        answer
    }
}

/// Enrolments of the series that were looked at: a month asks for the same ones again and again.
#[derive(Default)]
struct Lists(HashMap<RegisterOf, Vec<EnrolmentRow>>);

impl Lists {
    /// How many are expected at a session, and how many came. Whoever is marked was expected if their mark says so: of old years there are
    /// marks and no list.
    fn counts(&mut self, tx: &Tx, row: &SessionRow) -> Result<(usize, usize), StoreError> {
        if row.frame.kind.is_campaign() {
            return campaigns::counts(tx, row.id);
        }
        let of = row.series.map_or(RegisterOf::Session(row.id), RegisterOf::Series);
        let list = match self.0.entry(of) {
            std::collections::hash_map::Entry::Occupied(there) => there.into_mut(),
            std::collections::hash_map::Entry::Vacant(empty) => empty.insert(enrolment::of(tx, of)?),
        };
        let marked = attendance::told(tx, row.id)?;
        let is_told = row.status == SessionStatus::Held && !marked.is_empty();
        let awaited = list.iter().filter(|one| one.is_expected(of, row.held_on) && !marked.contains_key(&one.person));
        let awaited = if is_told { 0 } else { awaited.count() };
        let expected = marked.values().filter(|(expected, _)| *expected).count();
        let present = marked.values().filter(|(_, present)| *present).count();
        Ok((awaited + expected, present))
    }
}
