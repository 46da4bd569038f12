//! A year of the demo office's events: clubs, groups and courses that go on, what was held once, who came; today's are waiting to be marked.
//!
//! Series are made as a trainer makes them, by their rule; what was comes in by the import of old years, as a real office's would. How often
//! and for how many is near the yearly report of a city's department, made smaller with the office. The same seed on the same day makes
//! the same year.

mod once;
mod series;

use super::rng::Rng;
use crate::cli::failure::Failure;
use crate::domain::catalogue::{About, Entry};
use crate::domain::event::{Hours, Outcome, RegisterOf};
use crate::domain::id::{PersonId, SeriesId};
use crate::domain::person::{PersonName, Sex};
use crate::office::event_files::{EventFileFault, EventFileOutcome, MarkBatch, MarkLine};
use crate::office::events::PersonLine;
use crate::office::{ImportBatch, Office, OfficeError, Run};
use chrono::{Days, NaiveDate, NaiveTime};
use std::collections::HashMap;

/// Where it is held: code, Ukrainian and English name.
const ROOMS: [(&str, &str, &str); 3] = [
    ("hall", "Велика зала", "Big hall"),
    ("classroom", "Навчальний клас", "Classroom"),
    ("quiet_room", "Кабінет психолога", "Psychologist's room"),
];

/// The town in which the office is.
const TOWN: &str = "м. Луцьк";

/// Fills the calendar for the people that were imported.
pub(super) fn hold(office: &mut Office, batch: &ImportBatch, seed: u64) -> Result<(), Failure> {
    for (position, (code, name, name_en)) in (1..).zip(ROOMS) {
        let entry = Entry {
            code: code.to_owned(),
            name: name.to_owned(),
            name_en: name_en.to_owned(),
            position,
            off_since: None,
            about: About::Room { settlement: TOWN.to_owned() },
        };
        let deed = office.new_deed();
        office.add_entry(deed, &entry)?;
    }
    let mut year = Year {
        rng: Rng::new(seed ^ 0x4E57),
        today: office.clock().today(),
        guests: guests(batch),
        people: batch.families.iter().map(|family| family.members.len()).sum::<usize>() + batch.singles.len(),
        marks: Marks::default(),
        of_today: Marks::default(),
        course: None,
    };
    series::hold(office, &mut year)?;
    once::hold(office, &mut year)?;
    for marks in [&year.marks, &year.of_today] {
        taken(office.import_attendance(&marks.batch, Run::Real, &mut |_, _| {})?)?;
    }
    series::complete(office, &year)
}

/// What would be refused here is a mistake of the plan.
fn taken(outcome: Result<EventFileOutcome, Vec<EventFileFault>>) -> Result<(), Failure> {
    outcome.map(drop).map_err(|_| OfficeError::NoSuchPerson.into())
}

/// Somebody who may come to something.
struct Guest {
    key: String,
    born: NaiveDate,
    sex: Option<Sex>,
    /// Whether a member of the family serves.
    military: bool,
}

/// Everybody of the open families, by the keys of the batch.
fn guests(batch: &ImportBatch) -> Vec<Guest> {
    let open = batch.families.iter().filter(|family| family.closed_on.is_none());
    let guests = open.flat_map(|family| {
        let military = family.categories.iter().any(|category| category.code.0 == "military");
        family.members.iter().filter_map(move |member| {
            let (key, birth) = (member.key.clone()?, member.birth?);
            Some(Guest { key, born: birth.date, sex: member.sex, military })
        })
    });
    guests.collect()
}

/// A year that is being filled.
struct Year {
    rng: Rng,
    today: NaiveDate,
    guests: Vec<Guest>,
    /// How many people the office knows.
    people: usize,
    /// What was marked until yesterday, and what is marked today: the lists follow from what was.
    marks: Marks,
    of_today: Marks,
    course: Option<Course>,
}

/// A course that is over: its sessions, and its people by their keys and by who they are.
struct Course {
    series: SeriesId,
    ended: NaiveDate,
    sessions: Vec<String>,
    keys: Vec<String>,
    people: Vec<PersonId>,
}

/// Expects people, by their keys; whoever they are, in their order.
fn expect(office: &mut Office, of: RegisterOf, keys: &[String]) -> Result<Vec<PersonId>, Failure> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let line = |key: &String| PersonLine { key: key.clone(), name: PersonName::default(), birth: None };
    let lines: Vec<PersonLine> = keys.iter().map(line).collect();
    let deed = office.new_deed();
    let enrolled = office.enrol_from_file(deed, of, &lines)?.map_err(|_| OfficeError::NoSuchPerson)?;
    Ok(enrolled.added.into_iter().map(|one| one.person).collect())
}

/// For whom something is held.
#[derive(Clone, Copy)]
struct For {
    /// Youngest and oldest.
    ages: (u32, u32),
    /// Women alone.
    women: bool,
    /// Families of those who serve.
    military: bool,
}

impl Year {
    fn day(&self, ahead: i64) -> NaiveDate {
        let days = Days::new(ahead.unsigned_abs());
        let moved = if ahead < 0 { self.today.checked_sub_days(days) } else { self.today.checked_add_days(days) };
        moved.unwrap_or(self.today)
    }

    /// So many of those for whom it is held, drawn by chance; fewer in a small office.
    fn draw(&mut self, whom: For, most: usize) -> Vec<String> {
        let fits = |guest: &&Guest| {
            let age = self.today.years_since(guest.born).unwrap_or(0);
            (whom.ages.0..=whom.ages.1).contains(&age)
                && (!whom.women || guest.sex == Some(Sex::Female))
                && (!whom.military || guest.military)
        };
        let mut keys: Vec<&str> = self.guests.iter().filter(fits).map(|guest| guest.key.as_str()).collect();
        // A small office has small clubs, and not everybody comes to every one.
        let count = most.min(keys.len() / 3 + 1).min(self.people / 25 + 2).min(keys.len());
        for place in 0..count {
            let left = u32::try_from(keys.len() - place).unwrap_or(u32::MAX);
            let other = place + self.rng.below(left) as usize;
            keys.swap(place, other);
        }
        keys.truncate(count);
        keys.into_iter().map(str::to_owned).collect()
    }
}

/// Marks that are being gathered.
#[derive(Default)]
struct Marks {
    batch: MarkBatch,
    sessions: HashMap<String, u32>,
    people: HashMap<String, u32>,
}

impl Marks {
    fn put(&mut self, session: &str, person: &str, expected: bool, outcome: Outcome) {
        let session = place(&mut self.sessions, &mut self.batch.sessions, session);
        let person = place(&mut self.people, &mut self.batch.people, person);
        self.batch.lines.push(MarkLine { session, person, expected: Some(expected), outcome });
    }
}

fn place(places: &mut HashMap<String, u32>, list: &mut Vec<String>, key: &str) -> u32 {
    if let Some(place) = places.get(key) {
        return *place;
    }
    let place = u32::try_from(list.len()).unwrap_or(u32::MAX);
    list.push(key.to_owned());
    places.insert(key.to_owned(), place);
    place
}

fn hours(start: (u32, u32), end: (u32, u32)) -> Hours {
    let time = |(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0);
    Hours { start: time(start), end: time(end) }
}
