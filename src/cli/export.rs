//! `export`: the register as a table, into a file or onto the output.

use super::arguments::{Export, FileFormat, Kind};
use super::console;
use super::context::Context;
use super::failure::Failure;
use crate::domain::staff::Right;
use crate::exchange::events::{write_attendance, write_events};
use crate::exchange::export::{export_families, write_families};
use crate::exchange::goods::{write_aid, write_stock};
use crate::exchange::{ExportError, Format, save};
use crate::office::event_files::EventFileOut;
use crate::office::{Office, OfficeError};
use std::io::{IsTerminal, Write};

/// Writes the register.
pub(super) fn run(context: &Context, arguments: &Export) -> Result<(), Failure> {
    let named = arguments.output.as_deref().and_then(Format::of_path);
    let format = match arguments.format {
        Some(FileFormat::Csv) => Format::Csv,
        Some(FileFormat::Xlsx) => Format::Xlsx,
        None => named.unwrap_or(Format::Csv),
    };
    if arguments.output.is_none() && format == Format::Xlsx && std::io::stdout().is_terminal() {
        return Err(Failure::WorkbookOnTerminal);
    }
    let mut office = context.sign_in(arguments.staff.as_deref())?;
    // Before anything is written: a refused export leaves not even a heading on the output.
    if !office.may(Right::Export) {
        return Err(OfficeError::NotAllowed(Right::Export).into());
    }
    if matches!(arguments.kind, Kind::Events | Kind::Attendance) {
        let written = match &arguments.output {
            Some(path) => save::whole_file(path, |out| write_of_events(arguments.kind, &mut office, format, out))?,
            None => write_of_events(arguments.kind, &mut office, format, &mut std::io::stdout())?,
        };
        console::complain(&context.say("cli-export-goods-done", &[("count", written.lines.into())]));
        if written.left_out > 0 {
            console::complain(&context.say("cli-export-left-out", &[("count", written.left_out.into())]));
        }
        return Ok(());
    }
    if arguments.kind != Kind::Families {
        let count = match &arguments.output {
            Some(path) => save::whole_file(path, |out| write_goods(arguments.kind, &mut office, format, out))?,
            None => write_goods(arguments.kind, &mut office, format, &mut std::io::stdout())?,
        };
        console::complain(&context.say("cli-export-goods-done", &[("count", count.into())]));
        return Ok(());
    }
    let written = match &arguments.output {
        Some(path) => export_families(&mut office, format, path)?,
        None => write_families(&mut office, format, &mut std::io::stdout())?,
    };
    let families = context.say("count-families", &[("count", written.families.into())]);
    let people = context.say("count-people", &[("count", written.people.into())]);
    console::complain(&context.say("cli-export-done", &[("families", families.into()), ("people", people.into())]));
    Ok(())
}

fn write_of_events(
    kind: Kind,
    office: &mut Office,
    format: Format,
    out: &mut (dyn Write + Send),
) -> Result<EventFileOut, ExportError> {
    if kind == Kind::Events { write_events(office, format, out) } else { write_attendance(office, format, out) }
}

fn write_goods(
    kind: Kind,
    office: &mut Office,
    format: Format,
    out: &mut (dyn Write + Send),
) -> Result<usize, ExportError> {
    if kind == Kind::Stock { write_stock(office, format, out) } else { write_aid(office, format, out) }
}
