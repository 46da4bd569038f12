//! `doctor`: what is wrong with the terminal, the file, the disk or the engine, and how to mend it.
//!
//! Looks without a password and touches nothing; with `--staff` it also signs in, looks whether the search is
//! ready for the next desk, recomputes the journal's chain and adds the storeroom's ledger up. Where the output
//! is no terminal, the terminal is not judged: a script may run this every night.

use super::arguments::Doctor;
use super::console;
use super::context::Context;
use super::failure::Failure;
use crate::office::{ImageState, OfficeError};
use crate::store::keys::SlotsFile;
use crate::store::keys::slots::KEYS_ENDING;
use crate::store::{self, StoreError, filesystem};
use crate::text::{Texts, Value};
use std::env;
use std::fs::File;
use std::io::{IsTerminal, Read};
use std::path::Path;

/// How every plain SQLite file begins. An encrypted one begins with random bytes.
const PLAIN_HEADER: &[u8; 16] = b"SQLite format 3\0";

/// An encrypted file has at least one page.
const SMALLEST_FILE_BYTES: u64 = 4096;

/// Free disk below which work is about to stop.
const LEAST_FREE_BYTES: u64 = 64 * 1024 * 1024;

const MEGABYTE: u64 = 1024 * 1024;

/// The smallest terminal on which the desk is right.
const SMALLEST_TERMINAL: (u16, u16) = (80, 24);

/// What a look found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum State {
    Good,
    /// Not good, not wrong: said and not counted.
    Note,
    Wrong,
}

struct Findings<'a> {
    texts: &'a Texts,
    lines: Vec<(State, String)>,
}

impl Findings<'_> {
    fn add(&mut self, state: State, id: &str, values: &[(&'static str, Value)]) {
        self.lines.push((state, self.texts.format(id, values)));
    }

    /// A fault of the store says by itself what to do.
    fn fault(&mut self, fault: StoreError) {
        self.lines.push((State::Wrong, self.texts.say(&OfficeError::from(fault))));
    }
}

/// Looks at everything and says it. Exit status 1 if anything is wrong.
pub(super) fn run(context: &Context, arguments: &Doctor) -> Result<(), Failure> {
    let mut findings = Findings { texts: &context.texts, lines: Vec::new() };
    terminal(&mut findings);
    engine(&mut findings);
    let path = context.database()?;
    if path.exists() {
        file(&mut findings, &path);
        keys(&mut findings, &path);
        disk(&mut findings, &path);
    } else {
        findings.fault(StoreError::NoFile { path });
    }
    if arguments.staff.is_some() && findings.lines.iter().all(|(state, _)| *state != State::Wrong) {
        inside(context, &mut findings, arguments.staff.as_deref())?;
    }
    report(context, &findings)
}

fn report(context: &Context, findings: &Findings<'_>) -> Result<(), Failure> {
    for (state, line) in &findings.lines {
        let mark = match state {
            State::Good => "✓",
            State::Note => "·",
            State::Wrong => "✗",
        };
        console::print(&format!("{mark} {line}"))?;
    }
    let wrong = findings.lines.iter().filter(|(state, _)| *state == State::Wrong).count();
    if wrong == 0 {
        return Ok(());
    }
    console::complain(&context.say("cli-doctor-wrong", &[("count", wrong.into())]));
    Err(Failure::AlreadySaid)
}

fn terminal(findings: &mut Findings<'_>) {
    if !std::io::stdout().is_terminal() {
        return findings.add(State::Note, "cli-doctor-no-terminal", &[]);
    }
    let variable = |name: &str| env::var(name).unwrap_or_default();
    let term = variable("TERM");
    if term.is_empty() || term == "dumb" {
        findings.add(State::Wrong, "cli-doctor-term-wrong", &[("term", term.as_str().into())]);
    } else {
        findings.add(State::Good, "cli-doctor-term", &[("term", term.as_str().into())]);
    }
    findings.add(State::Note, "cli-doctor-keyboard", &[]);
    // A terminal that does not know its size (a serial line) says zero.
    if let Ok(size) = rustix::termios::tcgetwinsize(std::io::stdout())
        && size.ws_col > 0
    {
        let (columns, rows) = (size.ws_col, size.ws_row);
        let enough = columns >= SMALLEST_TERMINAL.0 && rows >= SMALLEST_TERMINAL.1;
        let (state, id) =
            if enough { (State::Good, "cli-doctor-size") } else { (State::Wrong, "cli-doctor-size-wrong") };
        findings.add(state, id, &[("columns", columns.to_string().into()), ("rows", rows.to_string().into())]);
    }
    let colours = if !variable("NO_COLOR").is_empty() {
        "0"
    } else if matches!(variable("COLORTERM").as_str(), "truecolor" | "24bit") {
        "16777216"
    } else if term.contains("256color") {
        "256"
    } else {
        "16"
    };
    findings.add(State::Good, "cli-doctor-colours", &[("colours", colours.into())]);
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].iter().map(|name| variable(name)).find(|value| !value.is_empty());
    let locale = locale.unwrap_or_default();
    let lower = locale.to_lowercase();
    if lower.contains("utf-8") || lower.contains("utf8") {
        findings.add(State::Good, "cli-doctor-locale", &[("locale", locale.into())]);
    } else {
        findings.add(State::Wrong, "cli-doctor-locale-wrong", &[("locale", locale.into())]);
    }
}

fn engine(findings: &mut Findings<'_>) {
    let engine = store::engine();
    let sound = engine.is_new_enough && engine.cipher.is_some();
    let (state, id) =
        if sound { (State::Good, "cli-doctor-engine") } else { (State::Wrong, "cli-doctor-engine-wrong") };
    let cipher = engine.cipher.unwrap_or_else(|| "—".to_owned());
    let version: Value = env!("CARGO_PKG_VERSION").into();
    findings.add(state, id, &[("version", version), ("sqlite", engine.sqlite.into()), ("cipher", cipher.into())]);
}

fn file(findings: &mut Findings<'_>, path: &Path) {
    let shown = || ("path", Value::Text(path.display().to_string()));
    let mut header = Vec::new();
    let read = File::open(path).and_then(|file| file.take(PLAIN_HEADER.len() as u64).read_to_end(&mut header));
    let size = path.metadata().map(|metadata| metadata.len()).unwrap_or(0);
    if read.is_err() {
        findings.fault(StoreError::ReadOnly { path: path.to_owned() });
    } else if header == PLAIN_HEADER {
        findings.fault(StoreError::NotEncrypted { path: path.to_owned() });
    } else if size < SMALLEST_FILE_BYTES {
        findings.fault(StoreError::NotOurs { path: path.to_owned() });
    } else {
        let megabytes = Value::from(size.div_ceil(MEGABYTE));
        findings.add(State::Good, "cli-doctor-file", &[shown(), ("megabytes", megabytes)]);
    }
    modes(findings, path);
}

#[cfg(unix)]
fn modes(findings: &mut Findings<'_>, path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    const OTHERS: u32 = 0o007;
    for file in [path.to_owned(), store::beside(path, KEYS_ENDING), store::beside(path, "-wal")] {
        let open = file.metadata().is_ok_and(|metadata| metadata.permissions().mode() & OTHERS != 0);
        if open {
            let file = file.display().to_string();
            findings.add(State::Wrong, "cli-doctor-mode-wrong", &[("path", file.into())]);
        }
    }
}

#[cfg(not(unix))]
fn modes(_: &mut Findings<'_>, _: &Path) {}

fn keys(findings: &mut Findings<'_>, path: &Path) {
    match SlotsFile::load(path) {
        Ok(loaded) => {
            let count = loaded.slots.staff().len();
            if loaded.older_generation {
                let file = store::beside(path, KEYS_ENDING).display().to_string();
                findings.add(State::Wrong, "cli-doctor-keys-older", &[("path", file.into())]);
            } else {
                findings.add(State::Good, "cli-doctor-keys", &[("count", count.into())]);
            }
            if !loaded.slots.has_paper() {
                findings.add(State::Wrong, "cli-doctor-no-paper", &[]);
            }
        }
        Err(fault) => findings.fault(fault),
    }
}

fn disk(findings: &mut Findings<'_>, path: &Path) {
    let folder = filesystem::folder_of(path);
    let faults = [
        filesystem::check_local(&folder).err(),
        filesystem::check_writable(&folder).err(),
        filesystem::check_writable(path).err(),
    ];
    let shown = folder.display().to_string();
    if faults.iter().all(Option::is_none) {
        findings.add(State::Good, "cli-doctor-folder", &[("path", shown.into())]);
    }
    faults.into_iter().flatten().for_each(|fault| findings.fault(fault));
    if let Some(free) = filesystem::free_bytes(&folder) {
        let (state, id) = if free < LEAST_FREE_BYTES {
            (State::Wrong, "cli-doctor-free-wrong")
        } else {
            (State::Good, "cli-doctor-free")
        };
        findings.add(state, id, &[("megabytes", (free / MEGABYTE).into())]);
    }
}

fn inside(context: &Context, findings: &mut Findings<'_>, staff: Option<&str>) -> Result<(), Failure> {
    let mut office = context.sign_in(staff)?;
    match office.image_state()? {
        ImageState::Fresh { megabytes, changes } => {
            let values = [("megabytes", megabytes.into()), ("changes", changes.to_string().into())];
            findings.add(State::Good, "cli-doctor-index", &values);
        }
        ImageState::Missing => findings.add(State::Note, "cli-doctor-index-missing", &[]),
        ImageState::Outdated => findings.add(State::Note, "cli-doctor-index-outdated", &[]),
    }
    match office.verify_journal()? {
        Ok(entries) => findings.add(State::Good, "cli-doctor-journal", &[("count", entries.into())]),
        Err(entry) => findings.add(State::Wrong, "cli-doctor-journal-wrong", &[("entry", entry.to_string().into())]),
    }
    match office.verify_stock()? {
        Ok(balances) => findings.add(State::Good, "cli-doctor-stock", &[("count", balances.into())]),
        Err(wrong) => findings.add(State::Wrong, "cli-doctor-stock-wrong", &[("count", wrong.into())]),
    }
    Ok(())
}
