//! `import`: a file into the register, all of it or nothing; every fault in one go.

use super::arguments::{Import, Kind};
use super::console::{self, Progress};
use super::context::Context;
use super::failure::Failure;
use crate::domain::staff::Right;
use crate::exchange::families;
use crate::exchange::{Notice, Setting, Sheet, Taken};
use crate::office::{ImportOutcome, Office, OfficeError, Run};
use crate::text::Value;

/// Reads the file and takes it in.
pub(super) fn run(context: &Context, arguments: &Import) -> Result<(), Failure> {
    let Kind::Families = arguments.kind;
    let mut office = context.sign_in(arguments.staff.as_deref())?;
    if !office.may(Right::Import) {
        return Err(OfficeError::NotAllowed(Right::Import).into());
    }
    let taken = read(context, &office, arguments)?;
    let run = if arguments.dry_run { Run::Dry } else { Run::Real };
    say_notices(context, &taken.notices, run);
    let outcome = {
        let mut progress = Progress::new(context.texts.get("cli-import-progress"));
        office.import(&taken.batch, run, &mut |done, all| progress.show(done, all))?
    };
    match outcome {
        Ok(outcome) => say_outcome(context, &outcome, &taken, run),
        Err(faults) => {
            for fault in &faults {
                let row = taken.row_of(fault).map(|row| row.to_string()).unwrap_or_default();
                let what = context.texts.say(&fault.fault);
                console::complain(&context.say("cli-import-fault", &[("row", row.into()), ("what", what.into())]));
            }
            Err(refused(context, faults.len()))
        }
    }
}

fn read(context: &Context, office: &Office, arguments: &Import) -> Result<Taken, Failure> {
    let sheet = Sheet::read(&arguments.file)?;
    let categories = office.catalogue().category_codes();
    let setting = Setting {
        today: office.clock().today(),
        categories: &categories,
        community: office.profile().community.as_deref(),
    };
    families::read(&sheet, setting).map_err(|faults| {
        for fault in &faults {
            console::complain(&context.texts.say(fault));
        }
        refused(context, faults.len())
    })
}

/// The line under the faults.
fn refused(context: &Context, faults: usize) -> Failure {
    console::complain(&context.say("cli-import-refused", &[("count", faults.into())]));
    Failure::AlreadySaid
}

/// What is only worth a look: line by line where that is what was asked for, else how much of it there is.
fn say_notices(context: &Context, notices: &[Notice], run: Run) {
    if notices.is_empty() {
        return;
    }
    if run == Run::Dry {
        for notice in notices {
            console::complain(&context.texts.say(notice));
        }
    }
    let id = if run == Run::Dry { "cli-import-notices" } else { "cli-import-notices-hint" };
    console::complain(&context.say(id, &[("count", notices.len().into())]));
}

fn say_outcome(context: &Context, outcome: &ImportOutcome, taken: &Taken, run: Run) -> Result<(), Failure> {
    let nothing = outcome.families_added == 0
        && outcome.families_changed == 0
        && outcome.people_added == 0
        && outcome.singles_changed == 0;
    if nothing {
        let families = context.say("count-families", &[("count", outcome.families_unchanged.into())]);
        let people = context.say("count-people", &[("count", taken.people().into())]);
        return console::print(
            &context.say("cli-import-nothing", &[("families", families.into()), ("people", people.into())]),
        );
    }
    let count = |id: &str, count: usize| -> Value { context.say(id, &[("count", count.into())]).into() };
    let id = if run == Run::Dry { "cli-import-would" } else { "cli-import-done" };
    console::print(&context.say(
        id,
        &[
            ("added", count("count-families", outcome.families_added)),
            ("people", outcome.people_added.into()),
            ("changed", (outcome.families_changed + outcome.singles_changed).into()),
            ("unchanged", outcome.families_unchanged.into()),
        ],
    ))
}
