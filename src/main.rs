//! The program: hardens the process, then does what the command line asks.

use std::ffi::OsString;
use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;

fn main() -> ExitCode {
    stiika::store::harden_process();
    let arguments: Vec<OsString> = std::env::args_os().collect();
    stiika::cli::prepare(&arguments);
    // Whatever happens, a script sees one of the promised statuses.
    panic::catch_unwind(AssertUnwindSafe(|| stiika::cli::run(&arguments))).unwrap_or(ExitCode::FAILURE)
}
