//! A club in a line, and marking in a line.
#![allow(dead_code, reason = "each room of the stories uses its own part of the fixtures")]

use crate::common::{AnOffice, LOGIN, PASSWORD, day, register};
use chrono::{NaiveDate, NaiveTime, Weekday};
use stiika::domain::draft::FamilyDraft;
use stiika::domain::event::{
    EnrolmentSource, Frame, Hours, MarkSource, Outcome, Pattern, Recurrence, RegisterOf, SeriesDraft, SessionDraft,
    Weekdays,
};
use stiika::domain::id::{EnrolmentId, PersonId, SeriesId, SessionId};
use stiika::office::events::{MarkOrder, Marked, Register, RegisterRow};
use stiika::office::{Office, OfficeError, Undone};
use stiika::store::Store;
use stiika::store::events::enrolment::{self, NewEnrolment};
use stiika::store::keys::SlotsFile;
use uuid::Uuid;

/// The day of the standing clock: a Saturday.
pub const TODAY: &str = "2026-11-21";

pub fn store(path: &std::path::Path) -> Store {
    let slots = SlotsFile::load(path).expect("slots").slots;
    let (key, _) = slots.unlock(LOGIN, PASSWORD).expect("key");
    Store::open(path, &key).expect("file")
}

/// What a question of one number answers.
pub fn number(path: &std::path::Path, sql: &str) -> i64 {
    store(path).read(|tx| Ok(tx.query_row(sql, [], |row| row.get(0))?)).expect("a number")
}

pub fn time(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").expect("a time")
}

pub fn hours(start: &str, end: &str) -> Hours {
    Hours { start: Some(time(start)), end: Some(time(end)) }
}

pub fn frame(title: &str) -> Frame {
    Frame { hours: hours("11:00", "12:30"), ..Frame::new("club".into(), title) }
}

/// Every Saturday from the first day to the last.
pub fn saturdays(from: &str, until: &str) -> Recurrence {
    Recurrence {
        pattern: Pattern::Weekly { every: 1, days: Weekdays::of([Weekday::Sat]) },
        starts_on: day(from),
        ends_on: day(until),
        except: std::collections::BTreeSet::new(),
    }
}

/// A club of Saturdays from 31 October to 5 December 2026: four sessions until today, two to come.
pub fn club(title: &str) -> SeriesDraft {
    SeriesDraft { frame: frame(title), rule: saturdays("2026-10-31", "2026-12-05") }
}

pub fn make(office: &mut Office, draft: &SeriesDraft) -> SeriesId {
    let deed = office.new_deed();
    office.make_series(deed, draft).expect("made")
}

pub fn make_one(office: &mut Office, frame: &Frame, on: &str) -> SessionId {
    let deed = office.new_deed();
    office.make_session(deed, &SessionDraft { frame: frame.clone(), held_on: day(on) }).expect("made")
}

/// The session of a series on a day.
pub fn session_on(office: &mut Office, series: SeriesId, on: &str) -> SessionId {
    let view = office.series(series).expect("series");
    view.sessions.iter().find(|session| session.held_on == day(on)).expect("a session on that day").id
}

/// The days of a series.
pub fn days(office: &mut Office, series: SeriesId) -> Vec<String> {
    office.series(series).expect("series").sessions.iter().map(|session| session.held_on.to_string()).collect()
}

/// Enrols people straight in the file.
pub fn enrol(main: &AnOffice, of: RegisterOf, people: &[PersonId], from_on: NaiveDate) {
    let (at, by) = (main.office.clock().now(), main.office.staff().id);
    store(&main.path())
        .transact(|tx| {
            for person in people {
                let new = NewEnrolment {
                    id: EnrolmentId(Uuid::now_v7()),
                    of,
                    person: *person,
                    from_on,
                    source: EnrolmentSource::Hand,
                    waiting: false,
                };
                enrolment::add(tx, &new, at, by)?;
            }
            Ok::<_, stiika::store::StoreError>(())
        })
        .expect("enrolled");
}

/// Everybody of a family that is registered now.
pub fn people(office: &mut Office, draft: &FamilyDraft) -> Vec<PersonId> {
    let family = register(office, draft).family;
    office.card(family).expect("card").members.iter().map(|member| member.person).collect()
}

pub fn order(person: PersonId, outcome: Outcome) -> MarkOrder {
    MarkOrder { person, outcome: Some(outcome), reason: String::new(), source: MarkSource::List }
}

pub fn mark(
    office: &mut Office,
    session: SessionId,
    person: PersonId,
    outcome: Outcome,
) -> Result<Marked, OfficeError> {
    let deed = office.new_deed();
    office.mark(deed, session, &[order(person, outcome)])
}

pub fn take_away(office: &mut Office, session: SessionId, person: PersonId) -> Result<Marked, OfficeError> {
    let deed = office.new_deed();
    office.mark(deed, session, &[MarkOrder { outcome: None, ..order(person, Outcome::Present) }])
}

pub fn close(office: &mut Office, session: SessionId) -> Result<(), OfficeError> {
    let deed = office.new_deed();
    office.close_session(deed, session)
}

/// Takes one's own last deed back.
pub fn undo_last(office: &mut Office) -> Result<Undone, OfficeError> {
    let last = office.last_deed().expect("asked").expect("a deed").deed;
    let deed = office.new_deed();
    office.undo(deed, last, "")
}

pub fn sheet(office: &mut Office, session: SessionId) -> Register {
    office.attendance_register(session).expect("register")
}

pub fn row(register: &Register, person: PersonId) -> &RegisterRow {
    register.rows.iter().find(|row| row.person == person).expect("a row")
}

/// What is marked of a person at a session.
pub fn outcome(office: &mut Office, session: SessionId, person: PersonId) -> Option<Outcome> {
    let register = sheet(office, session);
    let found = register.rows.iter().find(|row| row.person == person)?;
    found.marks[register.under_cursor].as_ref().map(|mark| mark.outcome)
}
