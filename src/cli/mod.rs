//! The command line: a file a command. Everything long or scripted that the desk can do, for terminals and for scripts.
//!
//! Owns the forms of the commands, their exit status (0 done, 1 refused or failed with one line on the error output, 2 wrong usage)
//! and where secrets come from. What a command does is a deed of `office` or a file of `exchange`; nothing is decided here.

mod arguments;
mod catalogue;
mod console;
mod context;
mod demo;
mod desk;
mod doctor;
mod export;
mod failure;
mod find;
mod help;
mod import;
mod init;
mod manual;
mod recover;
mod secret;
mod staff;

use crate::text::{Lang, Texts};
use arguments::{Arguments, Command};
use clap::FromArgMatches;
use clap::error::ErrorKind;
use context::Context;
use failure::Failure;
use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

/// Exit status of a wrong usage.
const WRONG_USAGE: u8 = 2;

/// The language of this run, chosen before the arguments are read, so that everything is said in it: Ukrainian unless asked.
pub fn language(arguments: &[OsString]) -> Lang {
    help::language(arguments).unwrap_or_default()
}

/// Runs the program with these arguments, the program's own name first.
pub fn run(arguments: &[OsString]) -> ExitCode {
    let texts = Texts::new(language(arguments));
    let parsed =
        help::command(&texts).try_get_matches_from(arguments).and_then(|matches| Arguments::from_arg_matches(&matches));
    match parsed {
        Ok(parsed) => {
            let context = Context { texts, asked_lang: help::language(arguments), named: parsed.db };
            let done = perform(&context, parsed.command);
            ExitCode::from(finish(&context.texts, done))
        }
        Err(error) => ExitCode::from(answer(&error, &texts)),
    }
}

fn perform(context: &Context, command: Option<Command>) -> Result<(), Failure> {
    match command {
        None => desk::open_office(context),
        Some(Command::Demo(arguments)) => demo::run(context, &arguments),
        Some(Command::Init(arguments)) => init::run(context, arguments),
        Some(Command::Import(arguments)) => import::run(context, &arguments),
        Some(Command::Export(arguments)) => export::run(context, &arguments),
        Some(Command::Find(arguments)) => find::run(context, &arguments),
        Some(Command::Staff(arguments)) => staff::run(context, &arguments),
        Some(Command::Catalogue(arguments)) => catalogue::run(context, &arguments),
        Some(Command::Doctor(arguments)) => doctor::run(context, &arguments),
        Some(Command::Recover(arguments)) => recover::run(context, &arguments),
        Some(Command::Completions(arguments)) => manual::completions(&context.texts, arguments.shell),
        Some(Command::Man) => manual::page(&context.texts),
    }
}

/// Says what went wrong, if anything, on one line; the exit status.
fn finish(texts: &Texts, done: Result<(), Failure>) -> u8 {
    // What was printed must really be out before the status says so.
    let done = done.and_then(|()| Ok(std::io::stdout().flush()?));
    match done {
        Ok(()) => 0,
        Err(failure) => {
            if !failure.is_silent() {
                console::complain(&texts.say(&failure));
            }
            failure.exit_status()
        }
    }
}

/// Help and version on the output, a wrong usage on the error output; the exit status.
fn answer(error: &clap::Error, texts: &Texts) -> u8 {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            match console::print(error.render().to_string().trim_end()) {
                Ok(()) => 0,
                Err(failure) => failure.exit_status(),
            }
        }
        _ => {
            console::complain(&help::say_usage_fault(error, texts));
            WRONG_USAGE
        }
    }
}

/// Prepares the process: a file-size limit becomes an ordinary fault of writing instead of the end of the program, and a mistake of
/// the program is told in one sentence that carries its place in the source and nothing of anybody's data.
pub fn prepare(arguments: &[OsString]) {
    #[cfg(unix)]
    {
        let seen = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
        let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, seen);
    }
    let lang = language(arguments);
    std::panic::set_hook(Box::new(move |mistake| {
        let place = mistake.location().map(|place| format!("{}:{}", place.file(), place.line())).unwrap_or_default();
        console::complain(&Texts::new(lang).format("cli-fault-mistake", &[("place", place.into())]));
    }));
}
