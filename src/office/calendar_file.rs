//! A calendar that leaves the office for a trainer's phone: when, where, what; never who comes, no notes.
//!
//! What is restricted is «Зайнято» there, except one's own: a phone lies on tables.

use super::events::CalendarEntry;
use super::{Office, OfficeError};
use crate::domain::clock::Moment;
use crate::domain::event::{EventCatalogue, Hours, Listing, SessionStatus, Trainer};
use crate::domain::id::{SessionId, StaffId};
use crate::text::{Lang, Texts};
use chrono::NaiveDate;

/// Whose sessions a file has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FileOf {
    /// All that are in the calendar.
    All,
    /// Those of whoever asks.
    Mine,
    /// Those of somebody who works here.
    Trainer(StaffId),
}

/// What a file of a calendar says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CalendarFile {
    /// What the calendar is called, and the file.
    pub name: String,
    /// When it was made: what is taken over later counts.
    pub made_at: Moment,
    /// What is held, by day and hour.
    pub entries: Vec<FileEntry>,
}

/// A session in such a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FileEntry {
    /// Which: a second file says the same of the same session.
    pub session: SessionId,
    /// Its day.
    pub held_on: NaiveDate,
    /// Its hours.
    pub hours: Hours,
    /// Its title, or that the time is taken.
    pub title: String,
    /// What it is and who holds it; empty for what is restricted.
    pub about: String,
    /// Room and settlement.
    pub place: String,
    /// Whether it was called off.
    pub is_cancelled: bool,
}

impl Office {
    /// The calendar of some days as a file for a phone.
    ///
    /// Errors: whoever asks may not see the calendar.
    pub fn calendar_file(
        &mut self,
        of: FileOf,
        (from, until): (NaiveDate, NaiveDate),
        lang: Lang,
    ) -> Result<CalendarFile, OfficeError> {
        let texts = Texts::new(lang);
        let catalogue = self.event_catalogue()?;
        let me = self.staff().id;
        let entries = self.calendar(from, until)?;
        let entries = entries.iter().filter(|entry| is_of(entry, of));
        let entries = entries.map(|entry| file_entry(entry, &catalogue, &texts)).collect();
        let whose = match of {
            FileOf::All => None,
            FileOf::Mine => Some(me),
            FileOf::Trainer(staff) => Some(staff),
        };
        let name = match whose {
            None => texts.get("calendar-file-name"),
            Some(staff) => {
                let trainer = Trainer::Staff(staff);
                texts.format("calendar-file-name-of", &[("name", catalogue.trainer(&trainer).into())])
            }
        };
        Ok(CalendarFile { name, made_at: self.clock().now(), entries })
    }
}

fn is_of(entry: &CalendarEntry, of: FileOf) -> bool {
    match of {
        FileOf::All => true,
        FileOf::Mine => entry.mine,
        FileOf::Trainer(staff) => {
            entry.frame.as_ref().is_some_and(|frame| frame.trainer == Some(Trainer::Staff(staff)))
        }
    }
}

fn file_entry(entry: &CalendarEntry, catalogue: &EventCatalogue, texts: &Texts) -> FileEntry {
    let room = entry.room.as_ref().and_then(|room| catalogue.room(room));
    let room = room.map(|room| listing_name(&room.listing, "room", texts)).unwrap_or_default();
    let open = entry.frame.as_ref().filter(|frame| entry.mine || !frame.restricted);
    let joined =
        |parts: [String; 2], by: &str| parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(by);
    let (title, about, place) = match open {
        Some(frame) => {
            let kind = catalogue.kind(&frame.kind).map(|kind| listing_name(kind, "event-kind", texts));
            let trainer = frame.trainer.as_ref().map(|trainer| catalogue.trainer(trainer).to_owned());
            let about = joined([kind.unwrap_or_default(), trainer.unwrap_or_default()], " · ");
            (frame.title.clone(), about, joined([room, frame.settlement.clone()], ", "))
        }
        None => (texts.get("calendar-busy"), String::new(), room),
    };
    FileEntry {
        session: entry.session,
        held_on: entry.held_on,
        hours: entry.hours,
        title,
        about,
        place,
        is_cancelled: entry.status == SessionStatus::Cancelled,
    }
}

/// The name of an entry of the events' catalogues: the office's own, else the text of what is shipped, else the code.
pub fn listing_name<C: std::fmt::Display>(listing: &Listing<C>, prefix: &str, texts: &Texts) -> String {
    let own = if texts.lang() == Lang::En && !listing.name_en.is_empty() { &listing.name_en } else { &listing.name };
    if !own.is_empty() {
        return own.clone();
    }
    let (code, id) = (listing.code.to_string(), format!("{prefix}-{}", listing.code));
    if texts.has(&id) { texts.get(&id) } else { texts.code(prefix, &code) }
}
