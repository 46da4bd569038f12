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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::clock::Moment;
    use crate::domain::id::SessionId;
    use icalendar::{CalendarComponent, DatePerhapsTime};
    use uuid::Uuid;

    fn entry(day: &str, start: Option<&str>, end: Option<&str>) -> FileEntry {
        let time = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").unwrap();
        FileEntry {
            session: SessionId(Uuid::from_u128(7)),
            held_on: day.parse().unwrap(),
            hours: Hours { start: start.map(time), end: end.map(time) },
            title: "Підлітковий клуб; група, 1\\2".to_owned(),
            about: "заняття гуртка · Олена К.".to_owned(),
            place: "Простір, м. Луцьк".to_owned(),
            is_cancelled: false,
        }
    }

    fn calendar(made_at: &str, entries: Vec<FileEntry>) -> CalendarFile {
        let made_at = Moment::parse_from_rfc3339(made_at).unwrap();
        CalendarFile { name: "Календар занять: Олена К.".to_owned(), made_at, entries }
    }

    /// What a phone reads: the events, read back by the library's own reader.
    fn read(text: &str) -> Vec<Event> {
        let calendar: Calendar = text.parse().unwrap();
        calendar.components.into_iter().filter_map(|part| part.as_event().cloned()).collect()
    }

    fn written(entries: Vec<FileEntry>) -> String {
        text(&calendar("2026-11-21T10:42:00+02:00", entries)).unwrap()
    }

    /// The wall clock that an event says, and in which zone.
    fn wall(told: Option<DatePerhapsTime>) -> String {
        match told {
            Some(DatePerhapsTime::DateTime(CalendarDateTime::WithTimezone { date_time, tzid })) => {
                format!("{} {tzid}", date_time.format("%d.%m %H:%M"))
            }
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn hours_are_the_wall_clock_of_kyiv_on_nights_of_changed_clocks_too() {
        for (day, start, end, from, to) in [
            ("2026-11-28", "11:00", "12:30", "28.11 11:00 Europe/Kyiv", "28.11 12:30 Europe/Kyiv"),
            ("2026-10-24", "22:00", "04:30", "24.10 22:00 Europe/Kyiv", "25.10 04:30 Europe/Kyiv"),
            ("2027-03-27", "22:00", "04:30", "27.03 22:00 Europe/Kyiv", "28.03 04:30 Europe/Kyiv"),
            ("2027-06-30", "22:00", "22:00", "30.06 22:00 Europe/Kyiv", "01.07 22:00 Europe/Kyiv"),
        ] {
            let events = read(&written(vec![entry(day, Some(start), Some(end))]));
            assert_eq!((wall(events[0].get_start()), wall(events[0].get_end())), (from.to_owned(), to.to_owned()));
        }
    }

    #[test]
    fn the_rules_of_the_clock_are_in_the_file() {
        let text = written(vec![entry("2026-11-28", Some("11:00"), None)]);
        let calendar: Calendar = text.parse().unwrap();
        let zones = calendar.components.iter().filter_map(|part| match part {
            CalendarComponent::Other(other) => Some(other.component_kind()),
            _ => None,
        });
        assert_eq!(zones.collect::<Vec<_>>(), ["VTIMEZONE"]);
        for line in
            ["TZID:Europe/Kyiv", "TZOFFSETTO:+0300", "TZOFFSETTO:+0200", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"]
        {
            assert!(text.contains(line), "{line} in {text}");
        }
        assert!(text.contains("DTSTART;TZID=Europe/Kyiv:20261128T110000"), "{text}");
        assert!(!text.contains("DTEND"), "an end that nobody said is not made up");
    }

    #[test]
    fn a_second_file_changes_the_same_events() {
        let moved = FileEntry { held_on: "2026-11-29".parse().unwrap(), ..entry("2026-11-28", Some("11:00"), None) };
        let first = written(vec![entry("2026-11-28", Some("11:00"), None)]);
        let second = text(&calendar("2026-11-22T09:00:00+02:00", vec![moved])).unwrap();
        let sequence = |event: &Event| event.property_value("SEQUENCE").unwrap().parse::<i64>().unwrap();
        let (first, second) = (read(&first), read(&second));
        assert_eq!(first[0].get_uid(), second[0].get_uid());
        assert!(sequence(&first[0]) < sequence(&second[0]));
        assert!(i32::try_from(sequence(&second[0])).is_ok(), "phones keep it in 32 bits");
    }

    #[test]
    fn what_was_called_off_says_so_and_what_has_no_hours_takes_the_day() {
        let called_off = FileEntry { is_cancelled: true, ..entry("2026-11-28", None, None) };
        let text = written(vec![called_off]);
        let events = read(&text);
        assert_eq!(events[0].get_status(), Some(EventStatus::Cancelled));
        assert_eq!(events[0].get_start(), Some(DatePerhapsTime::Date("2026-11-28".parse().unwrap())));
    }

    #[test]
    fn a_title_with_signs_comes_back_as_it_was() {
        let events = read(&written(vec![entry("2026-11-28", Some("11:00"), None)]));
        assert_eq!(events[0].get_summary(), Some("Підлітковий клуб; група, 1\\2"));
        assert_eq!(events[0].get_location(), Some("Простір, м. Луцьк"));
    }

    #[test]
    fn no_line_is_longer_than_phones_read() {
        let long = FileEntry {
            title: "Підлітковий клуб ".repeat(9), ..entry("2026-11-28", Some("11:00"), None)
        };
        let text = written(vec![long]);
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
        assert!(text.lines().count() > 20 && !text.replace("\r\n", "").contains('\n'), "lines end as they must");
    }

    #[test]
    fn an_older_file_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let calendar = calendar("2026-11-21T10:42:00+02:00", Vec::new());
        let names = [(); 2].map(|()| write(&calendar, folder.path()).unwrap());
        let names = names.map(|path| path.file_name().unwrap().to_string_lossy().into_owned());
        assert_eq!(names, ["Календар занять Олена К.ics", "Календар занять Олена К (2).ics"]);
    }
}
