//! Marks of a file, and the office's own as a file.
//!
//! Lines are taken session by session: what is marked there is read once for all of its lines, and rows that lie together are written
//! together, which is what a million of them need.

use super::sessions::is_seen;
use super::{
    EventFileFault, EventFileOut, EventFileOutcome, EventFileWrong, FAULTS_LISTED, MarkBatch, MarkLine, MarkOut,
    Progress, Taken, person_of, session_of,
};
use crate::domain::event::{Outcome, SessionStatus};
use crate::domain::id::PersonId;
use crate::domain::staff::Right;
use crate::office::deed::{Deed, Detail, nothing};
use crate::office::{Office, OfficeError, Run};
use crate::store::event_files::{self, Marking, SessionRow, StoredMark};
use crate::store::{StoreError, Tx};
use std::collections::{BTreeSet, HashMap};

impl Office {
    /// Takes marks over. Into closed sessions too: history has no other way in.
    ///
    /// The inner error names the lines that cannot be; nothing was written then. Errors: `NotAllowed(Import)`, those of the store.
    pub fn import_attendance(
        &mut self,
        batch: &MarkBatch,
        run: Run,
        progress: Progress<'_>,
    ) -> Result<Taken, OfficeError> {
        let desk = self.desk.clone();
        self.event_file("attendance-imported", batch.lines.len(), run, |deed| {
            let named = Named::read(deed.tx, batch)?;
            let mut order: Vec<u32> = (0..u32::try_from(batch.lines.len()).unwrap_or(u32::MAX)).collect();
            order.sort_by_key(|place| batch.lines.get(*place as usize).map(|line| (line.session, *place)));
            let (mut outcome, mut faults) = (EventFileOutcome::default(), Vec::new());
            let mut series = BTreeSet::new();
            let mut done = 0;
            for group in order.chunk_by(|one, other| named.session_at(batch, *one) == named.session_at(batch, *other)) {
                progress(done, order.len());
                done += group.len();
                let lines: Vec<(usize, MarkLine)> = group
                    .iter()
                    .filter_map(|place| Some((*place as usize, *batch.lines.get(*place as usize)?)))
                    .collect();
                let session = lines.first().and_then(|(_, line)| named.sessions.get(line.session as usize)?.as_ref());
                let Some(session) = session else {
                    faults.extend(
                        lines.iter().map(|(line, _)| EventFileFault { line: *line, what: EventFileWrong::NoSession }),
                    );
                    continue;
                };
                series.extend(session.series);
                one_session(deed, &desk, session, &lines, &named.people, &mut outcome, &mut faults)?;
                if faults.len() >= FAULTS_LISTED {
                    break;
                }
            }
            if faults.is_empty() {
                for series in series {
                    let by = (deed.at, deed.staff.id);
                    event_files::expect_as_last_time(deed.tx, series, by, &mut || deed.new_id())?;
                }
            }
            progress(order.len(), order.len());
            faults.sort_by_key(|fault| fault.line);
            faults.truncate(FAULTS_LISTED);
            Ok(if faults.is_empty() { Ok(outcome) } else { Err(faults) })
        })
    }

    /// Hands every mark to `each`, in the order of days; those of restricted sessions only to those who may see them, the others are
    /// counted. Errors: `NotAllowed(Export)`.
    pub fn export_attendance(&mut self, each: &mut dyn FnMut(MarkOut<'_>)) -> Result<EventFileOut, OfficeError> {
        self.deed(None, Some(Right::Export), nothing, |deed| {
            deed.journal("attendance-exported", None, &Detail::default())
        })?;
        let (me, sees_all) = (self.staff.id, self.may(Right::SeeSensitive));
        Ok(self.store.read(|tx| {
            let mut out = EventFileOut::default();
            let mut sessions = Vec::new();
            event_files::each_session(tx, &mut |found| {
                let is_seen = is_seen(&found, me, sees_all);
                sessions.push((found.row.id, found.row.key, is_seen));
            })?;
            for (id, key, is_seen) in sessions {
                let session = key.unwrap_or_else(|| id.to_string());
                event_files::each_mark(tx, id, &mut |person, mark| {
                    if is_seen {
                        out.lines += 1;
                        let StoredMark { expected, outcome, .. } = mark;
                        each(MarkOut { session: &session, person, expected, outcome });
                    } else {
                        out.left_out += 1;
                    }
                })?;
            }
            Ok(out)
        })?)
    }
}

/// What the keys of a file mean.
struct Named {
    sessions: Vec<Option<SessionRow>>,
    people: Vec<Option<PersonId>>,
}

impl Named {
    fn read(tx: &Tx, batch: &MarkBatch) -> Result<Self, StoreError> {
        let session = |key: &String| match session_of(tx, key)? {
            Some(id) => event_files::session(tx, id),
            None => Ok(None),
        };
        let sessions = batch.sessions.iter().map(session).collect::<Result<_, _>>()?;
        let people = batch.people.iter().map(|key| person_of(tx, key)).collect::<Result<_, _>>()?;
        Ok(Self { sessions, people })
    }

    /// The place of a line's session.
    fn session_at(&self, batch: &MarkBatch, line: u32) -> Option<u32> {
        batch.lines.get(line as usize).map(|line| line.session)
    }
}

/// Takes the lines of one session.
fn one_session(
    deed: &mut Deed<'_>,
    desk: &str,
    session: &SessionRow,
    lines: &[(usize, MarkLine)],
    people: &[Option<PersonId>],
    outcome: &mut EventFileOutcome,
    faults: &mut Vec<EventFileFault>,
) -> Result<(), StoreError> {
    let (at, by, today) = (deed.at, deed.staff.id, deed.today());
    let marking = Marking { at, by, desk };
    let stored = event_files::marks(deed.tx, session.id)?;
    let mut said: HashMap<PersonId, (usize, MarkLine)> = HashMap::with_capacity(lines.len());
    for (place, line) in lines {
        let mut wrong = |what| faults.push(EventFileFault { line: *place, what });
        if session.held_on > today {
            wrong(EventFileWrong::NotYet(session.held_on));
            continue;
        }
        if session.status == SessionStatus::Cancelled && line.outcome == Outcome::Present {
            wrong(EventFileWrong::CalledOff);
            continue;
        }
        let Some(person) = people.get(line.person as usize).copied().flatten() else {
            wrong(EventFileWrong::NoPerson);
            continue;
        };
        if let Some((first, there)) = said.get(&person) {
            // Two keys of people who became one, or one line twice.
            if (there.outcome, there.expected) == (line.outcome, line.expected) {
                outcome.unchanged += 1;
            } else {
                wrong(EventFileWrong::SaidTwice(*first));
            }
            continue;
        }
        said.insert(person, (*place, *line));
        match stored.get(&person) {
            None => {
                let mark =
                    StoredMark { id: deed.new_id(), expected: line.expected.unwrap_or(true), outcome: line.outcome };
                event_files::insert_mark(deed.tx, mark, session.id, person, &marking)?;
                outcome.added += 1;
            }
            Some(mark) => {
                let now =
                    StoredMark { expected: line.expected.unwrap_or(mark.expected), outcome: line.outcome, ..*mark };
                if now == *mark {
                    outcome.unchanged += 1;
                } else {
                    event_files::update_mark(deed.tx, now, &marking)?;
                    outcome.changed += 1;
                }
            }
        }
    }
    Ok(())
}
