//! Events and attendance as files that the import reads back.

use crate::domain::event::{Audience, SessionStatus};
use crate::exchange::column::{ATTENDANCE, AttendanceColumn as A, EVENTS, EventColumn as E};
use crate::exchange::export::{ExportError, Format};
use crate::exchange::table;
use crate::office::Office;
use crate::office::event_files::EventFileOut;
use chrono::NaiveTime;
use std::io::Write;

/// Writes what was held and is planned.
pub fn write_events(
    office: &mut Office,
    format: Format,
    out: &mut (dyn Write + Send),
) -> Result<EventFileOut, ExportError> {
    let mut written = EventFileOut::default();
    table::write(&EVENTS, format, out, |write_row| {
        written = office.export_events(&mut |line| {
            let mut cells = vec![String::new(); EVENTS.columns.len()];
            let mut set = |column: E, text: String| cells[column as usize] = text;
            set(E::Session, line.key);
            set(E::Series, line.series);
            set(E::Kind, line.kind.0);
            set(E::Title, line.title);
            set(E::Date, line.on.to_string());
            set(E::Start, time(line.hours.start));
            set(E::End, time(line.hours.end));
            set(E::Programme, line.programme.map(|programme| programme.0).unwrap_or_default());
            set(E::Settlement, line.settlement);
            set(E::Rural, yes_no(line.rural));
            set(E::Audience, line.audience.map(Audience::code).unwrap_or_default().to_owned());
            set(E::Partner, line.partner.map(|partner| partner.0).unwrap_or_default());
            set(E::Trainer, line.trainer);
            for (column, heads) in [E::UnnamedWomen, E::UnnamedMen, E::UnnamedChildren].into_iter().zip(line.heads) {
                set(column, heads.map(|heads| heads.to_string()).unwrap_or_default());
            }
            set(E::Status, line.status.map(SessionStatus::code).unwrap_or_default().to_owned());
            set(E::Restricted, yes_no(line.restricted));
            write_row(cells);
        })?;
        Ok(())
    })?;
    Ok(written)
}

/// Writes who came.
pub fn write_attendance(
    office: &mut Office,
    format: Format,
    out: &mut (dyn Write + Send),
) -> Result<EventFileOut, ExportError> {
    let mut written = EventFileOut::default();
    table::write(&ATTENDANCE, format, out, |write_row| {
        written = office.export_attendance(&mut |mark| {
            let mut cells = vec![String::new(); ATTENDANCE.columns.len()];
            let mut set = |column: A, text: String| cells[column as usize] = text;
            set(A::Session, mark.session.to_owned());
            set(A::Person, mark.person.to_owned());
            set(A::Expected, yes_no(Some(mark.expected)));
            set(A::Outcome, mark.outcome.code().to_owned());
            write_row(cells);
        })?;
        Ok(())
    })?;
    Ok(written)
}

fn time(time: Option<NaiveTime>) -> String {
    time.map(|time| time.format("%H:%M").to_string()).unwrap_or_default()
}

fn yes_no(said: Option<bool>) -> String {
    match said {
        Some(true) => "yes".to_owned(),
        Some(false) => "no".to_owned(),
        None => String::new(),
    }
}
