//! `import`: a file into the register, all of it or nothing; every fault in one go.

use super::arguments::{Import, Kind};
use super::console::{self, Progress};
use super::context::Context;
use super::failure::Failure;
use crate::domain::staff::Right;
use crate::exchange::book::Opened;
use crate::exchange::events;
use crate::exchange::families;
use crate::exchange::goods;
use crate::exchange::{Expected, Fault, Notice, Setting, Sheet, Taken};
use crate::office::event_files::{EventFileFault, EventFileOutcome};
use crate::office::goods::{GoodsFault, GoodsOutcome};
use crate::office::intake::{Book, Checked, Headings, Sure, Weight};
use crate::office::{ImportOutcome, Office, OfficeError, Run};
use crate::text::Value;
use std::collections::BTreeSet;

/// Reads the file and takes it in.
pub(super) fn run(context: &Context, arguments: &Import) -> Result<(), Failure> {
    let mut office = context.sign_in(arguments.staff.as_deref())?;
    let context = &context.of_office(&office);
    if !office.may(Right::Import) {
        return Err(OfficeError::NotAllowed(Right::Import).into());
    }
    let run = if arguments.dry_run { Run::Dry } else { Run::Real };
    match arguments.kind {
        Kind::Families => {}
        Kind::Stock => return stock(context, &mut office, arguments, run),
        Kind::Aid => return aid(context, &mut office, arguments, run),
        Kind::Events => return sessions(context, &mut office, arguments, run),
        Kind::Attendance => return attendance(context, &mut office, arguments, run),
    }
    if let Some(mapped) = mapped(context, &mut office, arguments)? {
        return own_list(context, &mut office, &mapped, run);
    }
    let taken = read(context, &mut office, arguments)?;
    say_notices(context, &taken.notices, run);
    let outcome = {
        let mut progress = Progress::new(context.texts.get("cli-import-progress"));
        office.import(&taken.batch, run, &mut |done, all| progress.show(done, all))?
    };
    match outcome {
        Ok(outcome) => say_outcome(context, &outcome, taken.people(), run),
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

/// Takes receipts and write-offs in.
fn stock(context: &Context, office: &mut Office, arguments: &Import, run: Run) -> Result<(), Failure> {
    let sheet = Sheet::read(&arguments.file)?;
    let taken = goods::stock(&sheet, &office.goods_setting()?).map_err(|faults| all_said(context, &faults))?;
    let outcome = {
        let mut progress = Progress::new(context.texts.get("cli-import-progress"));
        office.import_stock(&taken.lines, run, &mut |done, all| progress.show(done, all))?
    };
    let faults = |faults: Vec<GoodsFault>| faults.iter().map(|fault| taken.fault(fault)).collect::<Vec<_>>();
    say_goods(context, outcome.map_err(faults), run)
}

/// Takes issues in.
fn aid(context: &Context, office: &mut Office, arguments: &Import, run: Run) -> Result<(), Failure> {
    let sheet = Sheet::read(&arguments.file)?;
    let taken = goods::aid(&sheet, &office.goods_setting()?).map_err(|faults| all_said(context, &faults))?;
    let outcome = {
        let mut progress = Progress::new(context.texts.get("cli-import-progress"));
        office.import_aid(&taken.lines, run, &mut |done, all| progress.show(done, all))?
    };
    let faults = |faults: Vec<GoodsFault>| faults.iter().map(|fault| taken.fault(fault)).collect::<Vec<_>>();
    say_goods(context, outcome.map_err(faults), run)
}

/// Takes sessions in.
fn sessions(context: &Context, office: &mut Office, arguments: &Import, run: Run) -> Result<(), Failure> {
    let sheet = Sheet::read(&arguments.file)?;
    let taken = events::events(&sheet, &office.event_file_setting()?).map_err(|faults| all_said(context, &faults))?;
    let outcome = {
        let mut progress = Progress::new(context.texts.get("cli-import-progress"));
        office.import_events(&taken.lines, run, &mut |done, all| progress.show(done, all))?
    };
    let faults = |faults: Vec<EventFileFault>| faults.iter().map(|fault| taken.fault(fault)).collect::<Vec<_>>();
    say_events(context, "events", outcome.map_err(faults), run)
}

/// Takes marks in.
fn attendance(context: &Context, office: &mut Office, arguments: &Import, run: Run) -> Result<(), Failure> {
    let sheet = Sheet::read(&arguments.file)?;
    let taken =
        events::attendance(sheet, &office.event_file_setting()?).map_err(|faults| all_said(context, &faults))?;
    let outcome = {
        let mut progress = Progress::new(context.texts.get("cli-import-progress"));
        office.import_attendance(&taken.batch, run, &mut |done, all| progress.show(done, all))?
    };
    let faults = |faults: Vec<EventFileFault>| faults.iter().map(|fault| taken.fault(fault)).collect::<Vec<_>>();
    say_events(context, "attendance", outcome.map_err(faults), run)
}

fn say_events(
    context: &Context,
    kind: &str,
    outcome: Result<EventFileOutcome, Vec<Fault>>,
    run: Run,
) -> Result<(), Failure> {
    let outcome = outcome.map_err(|faults| all_said(context, &faults))?;
    let what = match (outcome.added + outcome.changed, run) {
        (0, _) => "nothing",
        (_, Run::Dry) => "would",
        (_, Run::Real) => "done",
    };
    let values =
        [("added", outcome.added.into()), ("changed", outcome.changed.into()), ("unchanged", outcome.unchanged.into())];
    console::print(&context.say(&format!("cli-import-{kind}-{what}"), &values))
}

fn all_said(context: &Context, faults: &[Fault]) -> Failure {
    for fault in faults {
        let said = context.texts.say(fault);
        match &fault.expected {
            // The office's own sentence does not name the row.
            Expected::Office(_) => {
                let values = [("row", fault.row.to_string().into()), ("what", said.into())];
                console::complain(&context.say("cli-import-fault", &values));
            }
            _ => console::complain(&said),
        }
    }
    refused(context, faults.len())
}

fn say_goods(context: &Context, outcome: Result<GoodsOutcome, Vec<Fault>>, run: Run) -> Result<(), Failure> {
    let outcome = outcome.map_err(|faults| all_said(context, &faults))?;
    let id = match (outcome.added, run) {
        (0, _) => "cli-import-goods-nothing",
        (_, Run::Dry) => "cli-import-goods-would",
        (_, Run::Real) => "cli-import-goods-done",
    };
    console::print(&context.say(id, &[("added", outcome.added.into()), ("unchanged", outcome.unchanged.into())]))
}

/// An office's own list whose headings were mapped on the screen before.
struct Mapped {
    checked: Checked,
    makes_keys: bool,
    unread: usize,
}

/// The file read by what its headings meant the last time; none where no file had these headings.
fn mapped(context: &Context, office: &mut Office, arguments: &Import) -> Result<Option<Mapped>, Failure> {
    let mut remembered = office.mappings()?;
    remembered.retain(|mapping| mapping.was_taken_in);
    if remembered.is_empty() {
        return Ok(None);
    }
    let setting = office.intake_setting()?;
    let sheets = Sheet::read_all(&arguments.file, &mut |_, _| true)?;
    let count = sheets.len();
    let book = Opened::of(sheets);
    let is_known = |headings: &Headings| {
        headings.fault().is_none() && headings.columns.iter().all(|column| column.sure == Sure::Remembered)
    };
    let of_sheet = |sheet: usize| book.headings(sheet, None, &remembered, &setting).ok().filter(is_known);
    let Some(headings) = (0..count).find_map(of_sheet) else { return Ok(None) };
    let checked = book.check(&headings, &BTreeSet::new(), &setting, &mut |_, _| true);
    let checked = checked.map_err(|said| {
        console::complain(&context.texts.say(&said));
        Failure::AlreadySaid
    })?;
    let (makes_keys, unread) = (headings.makes_keys(), headings.unread());
    Ok(checked.map(|checked| Mapped { checked, makes_keys, unread }))
}

/// Takes an office's own list in. Who only resembles somebody is for a person to decide, on the screen.
fn own_list(context: &Context, office: &mut Office, mapped: &Mapped, run: Run) -> Result<(), Failure> {
    let Checked { preview, batch, rows } = &mapped.checked;
    if mapped.unread > 0 {
        console::complain(&context.say("import-unread", &[("count", mapped.unread.into())]));
    }
    let of = |weight: Weight| preview.marks.iter().filter(move |mark| mark.weight == weight);
    let faults = of(Weight::Fault).count();
    let (shown, count) =
        if faults > 0 { (Weight::Fault, faults) } else { (Weight::Warning, of(Weight::Warning).count()) };
    if faults > 0 || run == Run::Dry {
        of(shown).for_each(|mark| console::complain(&context.texts.say(&mark.said)));
    }
    if faults > 0 {
        return Err(refused(context, faults));
    }
    if count > 0 {
        let id = if run == Run::Dry { "cli-import-notices" } else { "cli-import-notices-hint" };
        console::complain(&context.say(id, &[("count", count.into())]));
    }
    let number = |family: usize, member: usize| {
        let at = rows.get(family).and_then(|rows| rows.get(member).or(rows.first()));
        at.and_then(|at| preview.rows.get(*at)).map(|row| row.number.to_string()).unwrap_or_default()
    };
    if mapped.makes_keys {
        let alike = office.alike(batch, &mut |_, _| true)?.unwrap_or_default();
        for one in &alike {
            let reasons: Vec<String> = one.reasons.iter().map(|reason| context.texts.say(reason)).collect();
            let row = number(one.family, one.member);
            console::complain(
                &context.say("cli-import-fault", &[("row", row.into()), ("what", reasons.join(", ").into())]),
            );
        }
        if !alike.is_empty() {
            console::complain(&context.say("cli-import-alike", &[("count", alike.len().into())]));
            return Err(Failure::AlreadySaid);
        }
    }
    let outcome = {
        let mut progress = Progress::new(context.texts.get("cli-import-progress"));
        office.import(batch, run, &mut |done, all| progress.show(done, all))?
    };
    match outcome {
        Ok(outcome) => say_outcome(context, &outcome, rows.iter().map(Vec::len).sum(), run),
        Err(faults) => {
            for fault in &faults {
                let (row, what) = (number(fault.family, fault.member), context.texts.say(&fault.fault));
                console::complain(&context.say("cli-import-fault", &[("row", row.into()), ("what", what.into())]));
            }
            Err(refused(context, faults.len()))
        }
    }
}

fn read(context: &Context, office: &mut Office, arguments: &Import) -> Result<Taken, Failure> {
    let sheet = Sheet::read(&arguments.file)?;
    let known = office.intake_setting()?;
    let community = known.community.as_deref();
    let setting = Setting { today: known.today, categories: &known.categories, names: &known.names, community };
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

fn say_outcome(context: &Context, outcome: &ImportOutcome, people: usize, run: Run) -> Result<(), Failure> {
    let nothing = outcome.families_added == 0
        && outcome.families_changed == 0
        && outcome.people_added == 0
        && outcome.singles_changed == 0;
    if nothing {
        let families = context.say("count-families", &[("count", outcome.families_unchanged.into())]);
        let people = context.say("count-people", &[("count", people.into())]);
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
