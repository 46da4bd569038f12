//! The papers of events from what the file says, with what the asker may not see left out.

use super::{
    About, Certificates, Completed, Grid, GridColumn, GridMark, GridRow, Participant, Participants, SessionSheet,
    Signer,
};
use crate::domain::aid::AidCatalogue;
use crate::domain::date;
use crate::domain::event::{
    CertificateNumber, EventCatalogue, EventFault, Frame, Hours, Outcome, RegisterOf, SessionStatus,
};
use crate::domain::filter::ukrainian_key;
use crate::domain::id::{PersonId, SeriesId, SessionId};
use crate::domain::phone::Phone;
use crate::office::events::{ListedPerson, Open, Standing, is_awaited, opened};
use crate::office::papers::Paper;
use crate::office::papers::words::PaperWords;
use crate::office::{Office, OfficeError};
use crate::store::events::people as register_people;
use crate::store::events::sessions::SessionRow;
use crate::store::events::{self, enrolment, visits};
use crate::store::stock::catalogue;
use crate::store::{StoreError, Tx, people};
use crate::text::Texts;
use chrono::{Datelike, NaiveDate};
use std::collections::HashMap;

impl Office {
    /// The sheet of a session. Errors: those of opening it.
    pub(in crate::office::papers) fn session_sheet_paper(
        &mut self,
        id: SessionId,
        texts: &Texts,
    ) -> Result<Paper, OfficeError> {
        let (me, with_phones) = (self.staff.clone(), self.sight().contacts);
        let (row, signers, catalogues) = self.looked(|tx| {
            let row = opened(tx, id, &me)?;
            let of = row.series.map_or(RegisterOf::Session(id), RegisterOf::Series);
            let mut signers = Vec::new();
            for one in enrolment::of(tx, of)?.iter().filter(|one| one.is_expected(of, row.held_on)) {
                let Some(person) = people::in_force(tx, one.person)? else { continue };
                let is_there = register_people::get(tx, person)?.is_some_and(|there| is_awaited(&there, row.held_on));
                let Some(draft) = people::get(tx, person)?.filter(|_| is_there) else { continue };
                let phone = if with_phones { phones(&draft.phones) } else { String::new() };
                signers.push(Signer { name: draft.name, birth: draft.birth, phone });
            }
            signers.sort_by_cached_key(|signer| ukrainian_key(&signer.name.full()));
            Ok((row, signers, catalogues(tx)?))
        })?;
        let words = self.words(texts, &catalogues.1);
        let heads = Some(row.heads).filter(|heads| heads.total() > 0);
        let sheet = SessionSheet {
            about: about(&row.frame, &catalogues.0, &words),
            held_on: row.held_on,
            hours: hours(row.frame.hours),
            people: signers,
            with_phones,
            heads: heads.map(|heads| [heads.women, heads.men, heads.children]),
        };
        Ok(sheet.paper(&words))
    }

    /// The register of a month. Errors: those of opening it.
    pub(in crate::office::papers) fn month_paper(
        &mut self,
        of: RegisterOf,
        month: NaiveDate,
        texts: &Texts,
    ) -> Result<Paper, OfficeError> {
        let me = self.staff.clone();
        let (frame, columns, mut rows, catalogues) = self.looked(|tx| {
            let open = Open::of(tx, of, &me)?;
            let in_month = |day: NaiveDate| (day.year(), day.month()) == (month.year(), month.month());
            let mut sessions = open.sessions;
            sessions.retain(|row| in_month(row.held_on) && row.status != SessionStatus::Cancelled);
            let outcomes = visits::outcomes(tx, of)?;
            // Whoever was expected on one of these days, and whoever was marked on one of them.
            let expected = enrolment::of(tx, of)?;
            let expected = expected.iter().filter(|one| sessions.iter().any(|row| one.is_expected(of, row.held_on)));
            let mut people: Vec<PersonId> = expected.map(|one| one.person).collect();
            let is_shown = |session: &SessionId| sessions.iter().any(|row| row.id == *session);
            people.extend(outcomes.keys().filter(|(_, session)| is_shown(session)).map(|(person, _)| *person));
            people.sort_unstable();
            people.dedup();
            let mut rows = Vec::with_capacity(people.len());
            for person in people {
                let name = people::name(tx, person)?.unwrap_or_default().full();
                let mark = |row: &SessionRow| outcomes.get(&(person, row.id)).map(marked);
                rows.push(GridRow { name, marks: sessions.iter().map(mark).collect() });
            }
            let columns = sessions.iter().map(|row| GridColumn {
                held_on: row.held_on,
                begins: row.frame.hours.start.map(|time| time.format("%H:%M").to_string()).unwrap_or_default(),
                heads: row.heads.total(),
            });
            Ok((open.frame, columns.collect(), rows, catalogues(tx)?))
        })?;
        rows.sort_by_cached_key(|row| ukrainian_key(&row.name));
        let words = self.words(texts, &catalogues.1);
        let grid = Grid { about: about(&frame, &catalogues.0, &words), month, columns, rows };
        Ok(grid.paper(&words))
    }

    /// The list of participants. Errors: those of opening it.
    pub(in crate::office::papers) fn participants_paper(
        &mut self,
        of: RegisterOf,
        texts: &Texts,
    ) -> Result<Paper, OfficeError> {
        let view = self.enrolment(of)?;
        let (with_phones, today) = (self.sight().contacts, self.clock().today());
        let (mut numbers, catalogues) = self.looked(|tx| {
            let mut numbers = HashMap::new();
            for one in view.people.iter().filter(|_| with_phones) {
                numbers.insert(one.person, people::get(tx, one.person)?.map(|draft| phones(&draft.phones)));
            }
            Ok((numbers, catalogues(tx)?))
        })?;
        let words = self.words(texts, &catalogues.1);
        let mut on_paper = |one: &ListedPerson| Participant {
            name: one.name.clone(),
            birth: one.birth,
            number: one.family.map(|(_, number)| number.to_string()).unwrap_or_default(),
            phone: numbers.remove(&one.person).flatten().unwrap_or_default(),
            since: Some(match one.standing {
                Standing::Waiting { since, .. } => since,
                _ => one.from_on,
            }),
            came: (one.came, one.held),
            note: match &one.standing {
                Standing::Completed { on, number } => {
                    let values = [("number", number.as_str().into()), ("day", date::show(*on).into())];
                    words.tv("paper-note-certificate", &values)
                }
                Standing::Waiting { .. } => words.t("paper-note-waiting"),
                Standing::Enrolled | Standing::Left { .. } => String::new(),
            },
        };
        let (mut enrolled, mut completed, mut waiting) = (Vec::new(), Vec::new(), Vec::new());
        for one in &view.people {
            match one.standing {
                Standing::Enrolled => enrolled.push(on_paper(one)),
                Standing::Completed { .. } => completed.push(on_paper(one)),
                Standing::Waiting { .. } => waiting.push(on_paper(one)),
                Standing::Left { .. } => {}
            }
        }
        let days = view.sessions.iter().map(|session| session.held_on);
        let list = Participants {
            about: about(&view.frame, &catalogues.0, &words),
            on: today,
            days: (days.clone().min().unwrap_or(today), days.max().unwrap_or(today)),
            capacity: view.frame.capacity,
            with_phones,
            enrolled,
            completed,
            waiting,
        };
        Ok(list.paper(&words))
    }

    /// Certificates of these people of a series, or of everybody who has one. Errors: those of opening it; `Event(Nobody)`.
    pub(in crate::office::papers) fn certificates_paper(
        &mut self,
        series: SeriesId,
        wanted: &[PersonId],
        texts: &Texts,
    ) -> Result<Paper, OfficeError> {
        let of = RegisterOf::Series(series);
        let (view, me) = (self.enrolment(of)?, self.staff.clone());
        let (sessions, outcomes, catalogues) = self.looked(|tx| {
            let mut sessions = Open::of(tx, of, &me)?.sessions;
            sessions.retain(|row| row.status == SessionStatus::Held);
            Ok((sessions, visits::outcomes(tx, of)?, catalogues(tx)?))
        })?;
        let of_person = |one: &ListedPerson| {
            let Standing::Completed { on, number } = &one.standing else { return None };
            let came = sessions
                .iter()
                .filter(|row| row.held_on <= *on && outcomes.get(&(one.person, row.id)) == Some(&Outcome::Present));
            Some(Completed {
                name: one.name.clone(),
                sex: one.sex,
                number: number.clone(),
                on: *on,
                minutes: came.clone().map(|row| minutes(row.frame.hours)).sum(),
                came: came.count(),
            })
        };
        let people = view.people.iter().filter(|one| wanted.is_empty() || wanted.contains(&one.person));
        let mut people: Vec<Completed> = people.filter_map(of_person).collect();
        if people.is_empty() {
            return Err(EventFault::Nobody.into());
        }
        // As numbers: 2026-1000 comes after 2026-999.
        people.sort_by_cached_key(|one| (one.number.parse::<CertificateNumber>().ok(), one.number.clone()));
        let last = people.iter().map(|one| one.on).max();
        let days = sessions.iter().map(|row| row.held_on).filter(|day| last.is_none_or(|last| *day <= last));
        let words = self.words(texts, &catalogues.1);
        let certificates = Certificates {
            about: about(&view.frame, &catalogues.0, &words),
            days: days.clone().min().zip(days.max()),
            people,
        };
        Ok(certificates.paper(&words))
    }
}

fn catalogues(tx: &Tx) -> Result<(EventCatalogue, AidCatalogue), StoreError> {
    Ok((events::catalogue(tx)?, catalogue::read(tx)?))
}

fn about(frame: &Frame, catalogue: &EventCatalogue, words: &PaperWords<'_>) -> About {
    let own = catalogue.kind(&frame.kind).map(|kind| kind.name.clone()).filter(|name| !name.is_empty());
    let room = frame.room.as_ref().map(|code| {
        let name = catalogue.room(code).map(|room| room.listing.name.clone()).filter(|name| !name.is_empty());
        name.unwrap_or_else(|| code.to_string())
    });
    let place = [Some(frame.settlement.clone()).filter(|place| !place.is_empty()), room];
    About {
        title: frame.title.clone(),
        kind: own.unwrap_or_else(|| kind(frame.kind.as_str(), words.texts)),
        programme: frame.programme.as_ref().map(|code| words.programme(code)).unwrap_or_default(),
        place: place.into_iter().flatten().collect::<Vec<_>>().join(", "),
        partner: frame.partner.as_ref().map(|code| words.partner(code)).unwrap_or_default(),
        trainer: frame.trainer.as_ref().map(|who| catalogue.trainer(who).to_owned()).unwrap_or_default(),
    }
}

/// The program's own word for a kind that it ships; the code of one that nobody has named.
fn kind(code: &str, texts: &Texts) -> String {
    let shipped = format!("event-kind-{code}");
    if texts.has(&shipped) { texts.get(&shipped) } else { texts.code("event-kind", code) }
}

fn marked(outcome: &Outcome) -> GridMark {
    match outcome {
        Outcome::Present => GridMark::Present,
        Outcome::Absent => GridMark::Absent,
        Outcome::Excused => GridMark::Excused,
    }
}

/// `11:00–12:30`, or the start alone.
fn hours(hours: Hours) -> String {
    let time = |time: chrono::NaiveTime| time.format("%H:%M").to_string();
    match (hours.start, hours.end) {
        (Some(start), Some(end)) => format!("{}–{}", time(start), time(end)),
        (Some(start), None) => time(start),
        (None, _) => String::new(),
    }
}

/// How long it takes; nothing where that is not said.
fn minutes(hours: Hours) -> Option<u32> {
    hours.end?;
    let (start, end) = hours.span()?;
    u32::try_from(end - start).ok()
}

fn phones(phones: &[Phone]) -> String {
    phones.iter().map(Phone::show).collect::<Vec<_>>().join(", ")
}
