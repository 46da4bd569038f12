//! `export`: the register as a table, into a file or onto the output.

use super::arguments::{Export, FileFormat, Kind};
use super::console;
use super::context::Context;
use super::failure::Failure;
use crate::domain::staff::Right;
use crate::exchange::Format;
use crate::exchange::export::{export_families, write_families};
use crate::office::OfficeError;
use std::io::IsTerminal;

/// Writes the register.
pub(super) fn run(context: &Context, arguments: &Export) -> Result<(), Failure> {
    let Kind::Families = arguments.kind;
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
    let written = match &arguments.output {
        Some(path) => export_families(&mut office, format, path)?,
        None => write_families(&mut office, format, &mut std::io::stdout())?,
    };
    let families = context.say("count-families", &[("count", written.families.into())]);
    let people = context.say("count-people", &[("count", written.people.into())]);
    console::complain(&context.say("cli-export-done", &[("families", families.into()), ("people", people.into())]));
    Ok(())
}
