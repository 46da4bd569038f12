//! A calendar as an iCalendar file (RFC 5545), for a trainer's phone.
//!
//! Hours are written as the wall clock of Kyiv with the rules of that clock beside them: a later law about summer time changes what the phone
//! knows, not what was planned. A session keeps its UID, and the sequence is the minute of writing, so that a second file changes what the
//! first one brought instead of doubling it. Nothing in it says who comes.

use super::save;
use crate::domain::event::Hours;
use crate::office::calendar_file::{CalendarFile, FileEntry};
use crate::office::intake::Said;
use chrono::{Days, NaiveDate, NaiveTime, Utc};
use icalendar::{Calendar, CalendarDateTime, Component, Event, EventLike, EventStatus};
use std::path::{Path, PathBuf};

/// The clock of the whole country, by its name in the tz database.
const ZONE: &str = "Europe/Kyiv";

/// The calendar without its sessions: whose work it is, and Kyiv's clock since 1996.
const EMPTY: &str = "BEGIN:VCALENDAR\r\n\
    VERSION:2.0\r\n\
    PRODID:-//Stiika//UK\r\n\
    CALSCALE:GREGORIAN\r\n\
    METHOD:PUBLISH\r\n\
    BEGIN:VTIMEZONE\r\n\
    TZID:Europe/Kyiv\r\n\
    BEGIN:DAYLIGHT\r\n\
    DTSTART:19960331T030000\r\n\
    RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n\
    TZOFFSETFROM:+0200\r\n\
    TZOFFSETTO:+0300\r\n\
    TZNAME:EEST\r\n\
    END:DAYLIGHT\r\n\
    BEGIN:STANDARD\r\n\
    DTSTART:19961027T040000\r\n\
    RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n\
    TZOFFSETFROM:+0300\r\n\
    TZOFFSETTO:+0200\r\n\
    TZNAME:EET\r\n\
    END:STANDARD\r\n\
    END:VTIMEZONE\r\n\
    END:VCALENDAR\r\n";

/// Names tried before a file is given up.
const NAMES: usize = 1_000;

/// Writes the calendar into a folder under the first free name. An older file is never touched.
pub fn write(calendar: &CalendarFile, folder: &Path) -> Result<PathBuf, Said> {
    let failed = |reason: String| Said::new("calendar-file-failed", vec![("reason", reason.into())]);
    let text = text(calendar).map_err(&failed)?;
    let stem = file_name(&calendar.name);
    let named = |copy: usize| if copy == 1 { format!("{stem}.ics") } else { format!("{stem} ({copy}).ics") };
    let path = (1..=NAMES).map(|copy| folder.join(named(copy))).find(|path| !path.exists());
    let path = path.ok_or_else(|| failed(folder.display().to_string()))?;
    save::whole_file(&path, |out| out.write_all(text.as_bytes()))
        .map_err(|error: std::io::Error| failed(error.to_string()))?;
    Ok(path)
}

/// The name without what file systems cannot take.
fn file_name(name: &str) -> String {
    let clean: String = name.chars().filter(|sign| !sign.is_control() && !r#"/\:*?"<>|"#.contains(*sign)).collect();
    clean.trim().trim_end_matches('.').to_owned()
}

/// The file as a text.
fn text(calendar: &CalendarFile) -> Result<String, String> {
    let mut file: Calendar = EMPTY.parse()?;
    file.name(&calendar.name);
    file.timezone(ZONE);
    let sequence = (calendar.made_at.timestamp() / 60).to_string();
    for entry in &calendar.entries {
        let mut event = event(entry);
        event.timestamp(calendar.made_at.with_timezone(&Utc));
        event.add_property("SEQUENCE", &sequence);
        file.push(event.done());
    }
    Ok(file.to_string())
}

fn event(entry: &FileEntry) -> Event {
    let mut event = Event::with_uid(&format!("{}@stiika", entry.session));
    event.summary(&entry.title);
    if !entry.about.is_empty() {
        event.description(&entry.about);
    }
    if !entry.place.is_empty() {
        event.location(&entry.place);
    }
    event.status(if entry.is_cancelled { EventStatus::Cancelled } else { EventStatus::Confirmed });
    let Hours { start, end } = entry.hours;
    match start {
        Some(start) => {
            event.starts(at(entry.held_on, start));
            if let Some(end) = end {
                let day = if end <= start { entry.held_on.checked_add_days(Days::new(1)) } else { Some(entry.held_on) };
                event.ends(at(day.unwrap_or(entry.held_on), end));
            }
        }
        // Without hours it is of the whole day.
        None => {
            event.starts(entry.held_on);
        }
    }
    event
}

fn at(day: NaiveDate, time: NaiveTime) -> CalendarDateTime {
    CalendarDateTime::WithTimezone { date_time: day.and_time(time), tzid: ZONE.to_owned() }
}
