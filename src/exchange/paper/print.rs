//! The system's own printing (`lp`) and its own programs for files.

use super::{PaperError, drawn};
use crate::domain::sheet::Sheet;
use crate::office::PaperForm;
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::process::{Command, Stdio};

/// Hands a paper to `lp` through a pipe. What it is called in the queue says nothing of a person.
pub fn print(sheet: &Sheet) -> Result<(), PaperError> {
    let bytes = drawn(sheet, PaperForm::Printer)?;
    hand_to(Command::new("lp").args(["-t", "stiika", "-"]), &bytes)
}

fn hand_to(program: &mut Command, bytes: &[u8]) -> Result<(), PaperError> {
    let started = program.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn();
    let mut child = match started {
        Ok(child) => child,
        Err(error) if error.kind() == ErrorKind::NotFound => return Err(PaperError::NoPrinting),
        Err(error) => return Err(PaperError::Refused(error.to_string())),
    };
    // A printing that ends before it has read everything says why on its own; a broken pipe says less.
    let written = child.stdin.take().map(|mut stdin| stdin.write_all(bytes)).unwrap_or(Ok(()));
    let ended = child.wait_with_output().map_err(|error| PaperError::Refused(error.to_string()))?;
    let said = String::from_utf8_lossy(&ended.stderr);
    let said = said.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().trim();
    match (ended.status.success(), written) {
        (true, Ok(())) => Ok(()),
        (true, Err(error)) => Err(PaperError::Refused(error.to_string())),
        (false, _) if said.is_empty() => Err(PaperError::Refused(ended.status.to_string())),
        (false, _) => Err(PaperError::Refused(said.to_owned())),
    }
}

/// The program of the system that opens any file.
const OPENER: &str = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };

/// Opens a written file; the program goes on by itself.
pub fn show(path: &Path) -> Result<(), PaperError> {
    let started =
        Command::new(OPENER).arg(path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    started.map(|_| ()).map_err(|_| PaperError::NotShown(path.to_owned()))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut shell = Command::new("sh");
        shell.args(["-c", script]);
        shell
    }

    #[test]
    fn what_is_printed_goes_through_a_pipe_whole() {
        let folder = tempfile::tempdir().unwrap();
        let there = folder.path().join("printed");
        let bytes = vec![7_u8; 300_000];
        hand_to(&mut shell(&format!("cat > '{}'", there.display())), &bytes).unwrap();
        assert_eq!(std::fs::read(there).unwrap(), bytes);
    }

    #[test]
    fn a_printer_that_refuses_says_why() {
        let refused = hand_to(&mut shell("echo; echo 'lp: no default destination' >&2; exit 1"), &[0; 100_000]);
        assert!(matches!(refused, Err(PaperError::Refused(reason)) if reason == "lp: no default destination"));
        let silent = hand_to(&mut shell("exit 3"), b"paper");
        assert!(matches!(silent, Err(PaperError::Refused(reason)) if !reason.is_empty()));
    }

    #[test]
    fn a_computer_without_printing_is_told_apart() {
        let missing = hand_to(&mut Command::new("no-such-printing-anywhere"), b"paper");
        assert!(matches!(missing, Err(PaperError::NoPrinting)));
    }
}
