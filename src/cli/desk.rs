//! The way from the command line to the desk.

use super::context::{Context, surroundings};
use super::failure::Failure;
use crate::exchange::FilesOfDisk;
use crate::office::{Entropy, Office};
use crate::store::keys::KdfCost;
use crate::tui::run::{self, FirstScreen, Start};
use std::path::PathBuf;
use std::sync::Arc;

/// No command: the office's desk; on first start its set-up.
pub(super) fn open_office(context: &Context) -> Result<(), Failure> {
    let path = context.database()?;
    if path.exists() {
        return open(context, path, FirstScreen::SignIn);
    }
    needs_terminal()?;
    open(context, context.new_database()?, FirstScreen::Setup)
}

/// Refuses before anything is made where there is no terminal to show it on.
pub(super) fn needs_terminal() -> Result<(), Failure> {
    Ok(run::needs_terminal()?)
}

/// The desk of an office that is open already.
pub(super) fn open_signed_in(context: &Context, path: PathBuf, office: Office) -> Result<(), Failure> {
    open(context, path, FirstScreen::Home(Box::new(office)))
}

fn open(context: &Context, path: PathBuf, first: FirstScreen) -> Result<(), Failure> {
    let start = Start {
        path,
        lang: context.asked_lang,
        machine_lang: context.texts.lang(),
        theme: None,
        surroundings: surroundings(Entropy::System),
        cost: KdfCost::STANDARD,
        files: Arc::new(FilesOfDisk),
        first,
    };
    Ok(run::run(start)?)
}
