//! Events and attendance of old years, taken over from files and given out into files.
//!
//! All of a file or nothing, in one transaction; a dry run does all of it and then does not commit. As in files of families, a row of a known
//! key says what it says and takes nothing away: a cell with something in it wins, an empty one leaves what is there. What was held stays
//! held, whatever an older file says. Marks come into closed sessions too: history has no other way in, and every mark keeps who brought it
//! and when.

mod marks;
mod sessions;

use super::deed::{Deed, Detail, nothing};
use super::{Office, OfficeError, Run};
use crate::domain::aid::AidCatalogue;
use crate::domain::catalogue::Kind;
use crate::domain::event::{Audience, EventKindCode, Hours, Outcome, SessionStatus};
use crate::domain::id::{PersonId, SessionId};
use crate::domain::staff::Right;
use crate::domain::stock::{PartnerCode, ProgrammeCode};
use crate::store::stock::catalogue;
use crate::store::{StoreError, Tx, event_files, people};
use chrono::NaiveDate;
use uuid::Uuid;

/// What was held or is planned, one line of a file. What a line does not say is left as it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SessionLine {
    /// The office's own key of the session.
    pub key: String,
    /// The office's own key of its series; empty for none.
    pub series: String,
    /// What it is.
    pub kind: EventKindCode,
    /// Title.
    pub title: String,
    /// The day.
    pub on: NaiveDate,
    /// From when until when.
    pub hours: Hours,
    /// Under which programme.
    pub programme: Option<ProgrammeCode>,
    /// Where, as written.
    pub settlement: String,
    /// Whether that is rural, where the file says it.
    pub rural: Option<bool>,
    /// For whom.
    pub audience: Option<Audience>,
    /// With whom together.
    pub partner: Option<PartnerCode>,
    /// Login or name of staff, else any name.
    pub trainer: String,
    /// Women, men and children who are not named.
    pub heads: [Option<u32>; 3],
    /// Where it stands.
    pub status: Option<SessionStatus>,
    /// Whether it is restricted.
    pub restricted: Option<bool>,
}

/// Who came to what. Keys stand once, lines name their places: a million lines fit the memory of a desk.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct MarkBatch {
    /// Keys of sessions.
    pub sessions: Vec<String>,
    /// Keys of people.
    pub people: Vec<String>,
    /// The marks.
    pub lines: Vec<MarkLine>,
}

/// A mark of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MarkLine {
    /// Whose session: a place in [`MarkBatch::sessions`].
    pub session: u32,
    /// Who: a place in [`MarkBatch::people`].
    pub person: u32,
    /// Whether they were on the list, where the file says it.
    pub expected: Option<bool>,
    /// Whether they came.
    pub outcome: Outcome,
}

/// A mark as a file has it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MarkOut<'a> {
    /// Key of the session.
    pub session: &'a str,
    /// Key of the person.
    pub person: &'a str,
    /// Whether they were on the list.
    pub expected: bool,
    /// Whether they came.
    pub outcome: Outcome,
}

/// Why a line cannot be taken over.
#[derive(Clone, PartialEq, Debug)]
pub struct EventFileFault {
    /// The line, by its place in what was handed over.
    pub line: usize,
    /// What is wrong.
    pub what: EventFileWrong,
}

/// What is wrong with a line.
#[derive(Clone, PartialEq, Debug)]
pub enum EventFileWrong {
    /// The session is a campaign and the line says something else, or the other way round.
    KindSettled,
    /// The session belongs to another series.
    OtherSeries,
    /// A campaign's days are said on its own screen.
    CampaignDays,
    /// It was held and the line calls it off, or the other way round; a campaign ends on its own screen.
    StatusSettled(SessionStatus),
    /// So many came: it was not called off.
    SomebodyCame(usize),
    /// So many of those expected are not marked: it is not closed.
    Unmarked(usize),
    /// No session has this key.
    NoSession,
    /// Nobody has this key.
    NoPerson,
    /// The session's day has not come.
    NotYet(NaiveDate),
    /// The session was called off.
    CalledOff,
    /// Another line says otherwise of the same person at the same session, perhaps under another key; its place.
    SaidTwice(usize),
}

/// What came of it.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct EventFileOutcome {
    /// What was written, or would be.
    pub added: usize,
    /// What was there and the file says more or otherwise.
    pub changed: usize,
    /// What was there already.
    pub unchanged: usize,
}

/// What came out.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct EventFileOut {
    /// So many lines.
    pub lines: usize,
    /// So many were left out: they are of restricted sessions, which the asker may not see.
    pub left_out: usize,
}

/// What reading a file needs to know of the office.
#[derive(Clone, PartialEq, Debug)]
pub struct EventFileSetting {
    /// The present day.
    pub today: NaiveDate,
    /// Programmes and partners.
    pub catalogue: AidCatalogue,
    /// Kinds of events with the office's own names, Ukrainian and English.
    pub kinds: Vec<(EventKindCode, [String; 2])>,
}

/// Faults that are listed before the import gives up looking for more.
const FAULTS_LISTED: usize = 1_000;

/// How a long import tells how far it is: done, all.
type Progress<'a> = &'a mut dyn FnMut(usize, usize);

/// What is wrong with a file, or what came of it.
type Taken = Result<EventFileOutcome, Vec<EventFileFault>>;

impl Office {
    /// What reading a file of events or attendance needs to know. Errors: `NotAllowed(Import)`.
    pub fn event_file_setting(&mut self) -> Result<EventFileSetting, OfficeError> {
        self.require_now(Right::Import)?;
        let today = self.clock().today();
        let catalogue = self.store.read(catalogue::read)?;
        let kinds = self.catalogue.of_kind(Kind::EventKind);
        let kinds = kinds.map(|entry| (EventKindCode(entry.code.clone()), [entry.name.clone(), entry.name_en.clone()]));
        Ok(EventFileSetting { today, catalogue, kinds: kinds.collect() })
    }

    /// Does `work` inside a deed and commits it only where it is meant, nothing was wrong and something is new.
    fn event_file(
        &mut self,
        action: &str,
        count: usize,
        run: Run,
        work: impl FnOnce(&mut Deed<'_>) -> Result<Taken, OfficeError>,
    ) -> Result<Taken, OfficeError> {
        let id = self.new_deed();
        // The way out of the transaction without a commit is an error; what it means lies here.
        let mut answer = None;
        let done = self.deed(Some(id), Some(Right::Import), nothing, |deed| {
            let taken = work(deed)?;
            let is_news = taken.as_ref().is_ok_and(|outcome| outcome.added + outcome.changed > 0);
            let commit = run == Run::Real && is_news;
            if commit {
                deed.journal(action, None, &Detail { count: Some(count), ..Detail::default() })?;
            }
            answer = Some(taken);
            if commit { Ok(()) } else { Err(OfficeError::NoSuchPerson) }
        });
        match (answer, done) {
            (Some(answer), Ok(())) => Ok(answer),
            (Some(answer), Err(_)) if run == Run::Dry || !is_news(&answer) => Ok(answer),
            (_, Err(fault)) => Err(fault),
            (None, Ok(())) => Ok(Ok(EventFileOutcome::default())),
        }
    }
}

fn is_news(taken: &Taken) -> bool {
    taken.as_ref().is_ok_and(|outcome| outcome.added + outcome.changed > 0)
}

/// The session that a key of a file means: the office's own key, or the id as an export writes it.
fn session_of(tx: &Tx, key: &str) -> Result<Option<SessionId>, StoreError> {
    match event_files::session_by_key(tx, key)? {
        Some(session) => Ok(event_files::session(tx, session)?.map(|row| row.id)),
        None => match exported_id(key).map(SessionId) {
            Some(session) => Ok(event_files::session(tx, session)?.map(|row| row.id)),
            None => Ok(None),
        },
    }
}

/// The person that a key of a file means, as they stand on the register now: whoever became one with another is that one.
fn person_of(tx: &Tx, key: &str) -> Result<Option<PersonId>, StoreError> {
    let found = match people::by_key(tx, key)? {
        Some(person) => Some(person),
        None => match exported_id(key).map(PersonId) {
            Some(person) => people::name(tx, person)?.map(|_| person),
            None => None,
        },
    };
    found.map_or(Ok(None), |person| people::in_force(tx, person))
}

/// An id as an export writes it in place of a key.
fn exported_id(key: &str) -> Option<Uuid> {
    Uuid::try_parse(key).ok().filter(|id| id.to_string() == key)
}
