//! Sessions of a file, and the office's own as a file.

use super::{
    EventFileFault, EventFileOut, EventFileOutcome, EventFileWrong, FAULTS_LISTED, Progress, SessionLine, Taken,
    exported_id,
};
use crate::domain::event::{EventKindCode, Pattern, Recurrence, SessionStatus, Weekdays};
use crate::domain::id::{SeriesId, SessionId, StaffId};
use crate::domain::staff::{Right, Staff};
use crate::office::deed::{Deed, Detail, nothing};
use crate::office::events::unmarked;
use crate::office::{Office, OfficeError, Run};
use crate::store::event_files::{self, NewSeries, SessionOut, SessionRow};
use crate::store::events::{attendance, series, sessions};
use crate::store::{StoreError, staff};
use chrono::NaiveDate;
use std::collections::{BTreeSet, HashMap};

/// Sessions between two reports of how far the import is.
const STEP: usize = 256;

impl Office {
    /// Takes sessions over; lines with the same series make or join it.
    ///
    /// The inner error names the lines that cannot be; nothing was written then. Errors: `NotAllowed(Import)`, those of the store.
    pub fn import_events(
        &mut self,
        lines: &[SessionLine],
        run: Run,
        progress: Progress<'_>,
    ) -> Result<Taken, OfficeError> {
        self.event_file("events-imported", lines.len(), run, |deed| {
            let mut taking = Taking::new(deed, lines)?;
            let (mut outcome, mut faults) = (EventFileOutcome::default(), Vec::new());
            for (place, line) in lines.iter().enumerate() {
                if place.is_multiple_of(STEP) {
                    progress(place, lines.len());
                }
                match taking.one(deed, line)? {
                    Ok(Done::Added) => outcome.added += 1,
                    Ok(Done::Changed) => outcome.changed += 1,
                    Ok(Done::Unchanged) => outcome.unchanged += 1,
                    Err(what) => faults.push(EventFileFault { line: place, what }),
                }
                if faults.len() >= FAULTS_LISTED {
                    break;
                }
            }
            taking.widen(deed)?;
            progress(lines.len(), lines.len());
            Ok(if faults.is_empty() { Ok(outcome) } else { Err(faults) })
        })
    }

    /// Hands every session to `each`, in the order of days; restricted ones only to those who may see them, the others are counted.
    /// Errors: `NotAllowed(Export)`.
    pub fn export_events(&mut self, each: &mut dyn FnMut(SessionLine)) -> Result<EventFileOut, OfficeError> {
        self.deed(None, Some(Right::Export), nothing, |deed| {
            deed.journal("events-exported", None, &Detail::default())
        })?;
        let (me, sees_all) = (self.staff.id, self.may(Right::SeeSensitive));
        Ok(self.store.read(|tx| {
            let staff = staff::list(tx)?;
            let mut out = EventFileOut::default();
            event_files::each_session(tx, &mut |found| {
                if is_seen(&found, me, sees_all) {
                    out.lines += 1;
                    each(line_of(found, &staff));
                } else {
                    out.left_out += 1;
                }
            })?;
            Ok(out)
        })?)
    }
}

/// Whether the asker may see a session: what is restricted is its trainer's and theirs who may see what is sensitive.
pub(super) fn is_seen(found: &SessionOut, me: StaffId, sees_all: bool) -> bool {
    !found.restricted || sees_all || found.row.trainer == Some(me) || found.series_trainer == Some(me)
}

/// What is done to a line.
enum Done {
    Added,
    Changed,
    Unchanged,
}

/// What is known of a series while its lines are taken over.
#[derive(Clone, Copy)]
struct Span {
    first: NaiveDate,
    last: NaiveDate,
    restricted: bool,
}

/// An import of sessions under way.
struct Taking {
    staff: Vec<Staff>,
    /// The days that the file has of each series.
    spans: HashMap<String, Span>,
    series: HashMap<String, SeriesId>,
    restricted: HashMap<SeriesId, bool>,
}

impl Taking {
    fn new(deed: &Deed<'_>, lines: &[SessionLine]) -> Result<Self, StoreError> {
        let mut spans: HashMap<String, Span> = HashMap::new();
        for line in lines.iter().filter(|line| !line.series.is_empty()) {
            let restricted = line.restricted == Some(true);
            let span = spans.entry(line.series.clone()).or_insert(Span { first: line.on, last: line.on, restricted });
            span.first = span.first.min(line.on);
            span.last = span.last.max(line.on);
            span.restricted |= restricted;
        }
        Ok(Self { staff: staff::list(deed.tx)?, spans, series: HashMap::new(), restricted: HashMap::new() })
    }

    fn one(&mut self, deed: &mut Deed<'_>, line: &SessionLine) -> Result<Result<Done, EventFileWrong>, OfficeError> {
        let known = match event_files::session_by_key(deed.tx, &line.key)? {
            Some(id) => Some(id),
            None => exported_id(&line.key).map(SessionId),
        };
        let stored = known.map(|id| event_files::session(deed.tx, id)).transpose()?.flatten();
        let Some(stored) = stored else {
            let mut row = new_row(SessionId(deed.new_id()), line, deed.today());
            // Its file was taken back: the same entry is there again, so that what hangs on it is, too.
            let taken_back = known.filter(|_| exported_id(&line.key).is_none());
            row.id = taken_back.unwrap_or(row.id);
            self.hold(&mut row, &line.trainer);
            row.series = self.series_of(deed, line, &row)?;
            self.restrict(deed, &mut row)?;
            match taken_back {
                Some(_) => event_files::update_session(deed.tx, &row)?,
                None => event_files::insert_session(deed.tx, &row)?,
            }
            return Ok(Ok(Done::Added));
        };
        let mut row = match overlaid(&stored, line) {
            Ok(row) => row,
            Err(what) => return Ok(Err(what)),
        };
        if !line.trainer.is_empty() && trainer_cell(&stored, &self.staff) != line.trainer {
            self.hold(&mut row, &line.trainer);
        }
        if !line.series.is_empty() {
            row.series = self.series_of(deed, line, &row)?;
            if stored.series.is_some() && row.series != stored.series {
                return Ok(Err(EventFileWrong::OtherSeries));
            }
        }
        self.restrict(deed, &mut row)?;
        if row == stored {
            return Ok(Ok(Done::Unchanged));
        }
        let is_later = row.held_on != stored.held_on && row.held_on > deed.today();
        if is_later && (row.status == SessionStatus::Held || attendance::any(deed.tx, row.id)?) {
            return Ok(Err(EventFileWrong::NotYet(row.held_on)));
        }
        if row.status != stored.status
            && let Some(what) = unfinished(deed, &row)?
        {
            return Ok(Err(what));
        }
        event_files::update_session(deed.tx, &row)?;
        Ok(Ok(Done::Changed))
    }

    /// Whatever a file says: a session of a restricted series is restricted.
    fn restrict(&mut self, deed: &Deed<'_>, row: &mut SessionRow) -> Result<(), StoreError> {
        let Some(id) = row.series else { return Ok(()) };
        let restricted = match self.restricted.get(&id) {
            Some(known) => *known,
            None => series::get(deed.tx, id)?.is_some_and(|series| series.draft.frame.restricted),
        };
        self.restricted.insert(id, restricted);
        row.restricted |= restricted;
        Ok(())
    }

    /// Gives a session its trainer: somebody of the staff by login or by a name that only one of them has, else the name as it is.
    fn hold(&self, row: &mut SessionRow, trainer: &str) {
        (row.trainer, row.trainer_name) = match staff_of(trainer, &self.staff) {
            Some(staff) => (Some(staff), String::new()),
            None => (None, trainer.to_owned()),
        };
    }

    /// The series of a line: the one there is, or a new one that has no rule but its sessions.
    fn series_of(
        &mut self,
        deed: &mut Deed<'_>,
        line: &SessionLine,
        row: &SessionRow,
    ) -> Result<Option<SeriesId>, StoreError> {
        let Some(span) = self.spans.get(&line.series) else { return Ok(None) };
        if let Some(series) = self.series.get(&line.series) {
            return Ok(Some(*series));
        }
        let series = match event_files::series_by(deed.tx, &line.series, exported_id(&line.series).map(SeriesId))? {
            Some(series) => series,
            None => {
                let id = SeriesId(deed.new_id());
                let rule = Recurrence {
                    pattern: Pattern::Weekly { every: 1, days: Weekdays::default() },
                    starts_on: span.first,
                    ends_on: span.last,
                    except: BTreeSet::new(),
                };
                let restricted = span.restricted;
                let new = NewSeries { id, key: &line.series, first: row, restricted, rule: &rule };
                event_files::insert_series(deed.tx, &new)?;
                id
            }
        };
        self.series.insert(line.series.clone(), series);
        Ok(Some(series))
    }

    /// A series without a rule lasts from its first session to its last.
    fn widen(&self, deed: &Deed<'_>) -> Result<(), StoreError> {
        for (key, series) in &self.series {
            let (Some(span), Some(rule)) = (self.spans.get(key), event_files::rule(deed.tx, *series)?) else {
                continue;
            };
            if rule.days().next().is_some() {
                continue;
            }
            let wide = Recurrence {
                starts_on: rule.starts_on.min(span.first),
                ends_on: rule.ends_on.max(span.last),
                ..rule.clone()
            };
            if wide != rule {
                event_files::set_rule(deed.tx, *series, &wide)?;
            }
        }
        Ok(())
    }
}

/// What a line of an unknown key says. Without a word of where it stands, a day that is over was held.
fn new_row(id: SessionId, line: &SessionLine, today: NaiveDate) -> SessionRow {
    let status = if line.on < today { SessionStatus::Held } else { SessionStatus::Planned };
    SessionRow {
        id,
        key: Some(line.key.clone()),
        series: None,
        kind: line.kind.clone(),
        title: line.title.clone(),
        held_on: line.on,
        hours: line.hours,
        programme: line.programme.clone(),
        settlement: line.settlement.clone(),
        rural: line.rural,
        audience: line.audience,
        partner: line.partner.clone(),
        trainer: None,
        trainer_name: String::new(),
        heads: line.heads.map(|heads| heads.unwrap_or(0)),
        status: line.status.unwrap_or(status),
        restricted: line.restricted.unwrap_or(false),
    }
}

/// What the file says over what is there; what it does not say stays.
fn overlaid(stored: &SessionRow, line: &SessionLine) -> Result<SessionRow, EventFileWrong> {
    let is_campaign = |kind: &EventKindCode| kind.is_campaign();
    if is_campaign(&stored.kind) != is_campaign(&line.kind) {
        return Err(EventFileWrong::KindSettled);
    }
    if is_campaign(&stored.kind) && stored.held_on != line.on {
        return Err(EventFileWrong::CampaignDays);
    }
    let mut row = stored.clone();
    row.kind.clone_from(&line.kind);
    row.title.clone_from(&line.title);
    row.held_on = line.on;
    row.hours.start = line.hours.start.or(stored.hours.start);
    row.hours.end = line.hours.end.or(stored.hours.end);
    row.programme = line.programme.clone().or(row.programme);
    if !line.settlement.is_empty() {
        row.settlement.clone_from(&line.settlement);
    }
    row.rural = line.rural.or(stored.rural);
    row.audience = line.audience.or(stored.audience);
    row.partner = line.partner.clone().or(row.partner);
    for (heads, said) in row.heads.iter_mut().zip(line.heads) {
        *heads = said.unwrap_or(*heads);
    }
    row.restricted = line.restricted.unwrap_or(stored.restricted);
    row.status = match (stored.status, line.status) {
        // An older file knows less than the office: what was held or called off stays so.
        (there, None | Some(SessionStatus::Planned)) => there,
        (there, Some(said)) if there == said => there,
        (SessionStatus::Planned, Some(said)) if !is_campaign(&stored.kind) => said,
        (there, Some(_)) => return Err(EventFileWrong::StatusSettled(there)),
    };
    Ok(row)
}

/// Why a session cannot be closed or called off by a file.
fn unfinished(deed: &Deed<'_>, row: &SessionRow) -> Result<Option<EventFileWrong>, OfficeError> {
    Ok(match row.status {
        SessionStatus::Held => {
            let there = sessions::get(deed.tx, row.id)?;
            let there = there.map(|there| sessions::SessionRow { held_on: row.held_on, series: row.series, ..there });
            let left = there.map(|there| unmarked(deed, &there)).transpose()?.map_or(0, |left| left.len());
            Some(left).filter(|left| *left > 0).map(EventFileWrong::Unmarked)
        }
        SessionStatus::Cancelled => {
            let heads = row
                .heads
                .iter()
                .fold(0_usize, |sum, heads| sum.saturating_add(usize::try_from(*heads).unwrap_or(usize::MAX)));
            let came = attendance::present(deed.tx, row.id)?.saturating_add(heads);
            Some(came).filter(|came| *came > 0).map(EventFileWrong::SomebodyCame)
        }
        SessionStatus::Planned => None,
    })
}

/// Whom a file means by a trainer.
fn staff_of(trainer: &str, staff: &[Staff]) -> Option<StaffId> {
    if trainer.is_empty() {
        return None;
    }
    let folded = trainer.to_lowercase();
    if let Some(one) = staff.iter().find(|one| one.login.to_lowercase() == folded) {
        return Some(one.id);
    }
    let mut named = staff.iter().filter(|one| one.name.to_lowercase() == folded);
    named.next().filter(|_| named.next().is_none()).map(|one| one.id)
}

/// How a file names the trainer of a session: a colleague by name, which another office can read too; by login where two have the name.
fn trainer_cell(row: &SessionRow, staff: &[Staff]) -> String {
    let Some(one) = row.trainer.and_then(|id| staff.iter().find(|one| one.id == id)) else {
        return row.trainer_name.clone();
    };
    if staff_of(&one.name, staff) == Some(one.id) { one.name.clone() } else { one.login.clone() }
}

fn line_of(found: SessionOut, staff: &[Staff]) -> SessionLine {
    let row = found.row;
    let trainer = trainer_cell(&row, staff);
    SessionLine {
        key: row.key.unwrap_or_else(|| row.id.to_string()),
        series: found.series,
        kind: row.kind,
        title: row.title,
        on: row.held_on,
        hours: row.hours,
        programme: row.programme,
        settlement: row.settlement,
        rural: row.rural,
        audience: row.audience,
        partner: row.partner,
        trainer,
        heads: row.heads.map(|heads| Some(heads).filter(|heads| *heads > 0)),
        status: Some(row.status),
        restricted: row.restricted.then_some(true),
    }
}
