//! `demo`: an invented office to look at, to learn on and to measure with.
//!
//! It goes the way of every office, founding and import, so that what it shows is what an office would have; only its password is weak
//! and guessing it is cheap. Without `--db` it is gone when the desk closes. The same seed on the same day makes the same office.

mod campaign;
mod doubles;
mod events;
mod names;
mod papers;
mod people;
mod rng;
mod storeroom;
mod story;

use super::arguments::Demo;
use super::console::{self, Progress};
use super::context::{Context, refuse_existing, surroundings};
use super::desk;
use super::failure::Failure;
use crate::office::{Entropy, Founding, Office, Run};
use crate::store::beside;
use crate::store::keys::KdfCost;
use crate::store::keys::slots::{KEYS_ENDING, OLDER_ENDING};
use std::path::{Path, PathBuf};

/// The community of Lutsk in the national codifier.
const COMMUNITY: &str = "UA07080170000013585";

/// Login and password of the demo office: the contract's. The rule for passwords is for real offices.
const LOGIN: &str = "demo";
const PASSWORD: &str = "demo";

/// Makes the office and opens it.
pub(super) fn run(context: &Context, arguments: &Demo) -> Result<(), Failure> {
    if !arguments.no_open {
        desk::needs_terminal()?;
    }
    let Some(path) = &context.named else {
        let folder = tempfile::Builder::new().prefix("stiika-demo-").tempdir()?;
        let path = folder.path().join("office.stiika");
        let office = make(context, arguments, &path)?;
        let opened = open(context, arguments, path, office);
        // The name of a folder that could not be removed is the one thing worth saying at the end.
        folder.close()?;
        return opened;
    };
    refuse_existing(path)?;
    let office = make(context, arguments, path)?;
    console::complain(&context.say("cli-demo-made", &[("path", path.display().to_string().into())]));
    open(context, arguments, path.clone(), office)
}

/// Takes away a demo office that was founded here and could not be filled: it is of no use to anybody, and nothing in it is anybody's.
fn remove(path: &Path) {
    for ending in ["", "-wal", "-shm", KEYS_ENDING, OLDER_ENDING] {
        let _ = std::fs::remove_file(beside(path, ending));
    }
}

fn open(context: &Context, arguments: &Demo, path: PathBuf, office: Office) -> Result<(), Failure> {
    if arguments.no_open { Ok(()) } else { desk::open_signed_in(context, path, office) }
}

fn make(context: &Context, arguments: &Demo, path: &Path) -> Result<Office, Failure> {
    let founding = Founding {
        office: context.texts.get("cli-demo-office"),
        community: Some(COMMUNITY.to_owned()),
        login: LOGIN.to_owned(),
        name: context.texts.get("cli-demo-name"),
        password: PASSWORD.to_owned(),
        cost: KdfCost::FLOOR,
    };
    let (mut office, _) = Office::found(path, &founding, surroundings(Entropy::Seeded(arguments.seed)))?;
    match fill(context, arguments, &mut office) {
        Ok(()) => Ok(office),
        Err(failure) => {
            drop(office);
            remove(path);
            Err(failure)
        }
    }
}

fn fill(context: &Context, arguments: &Demo, office: &mut Office) -> Result<(), Failure> {
    let count = usize::try_from(arguments.people).unwrap_or(usize::MAX);
    let batch = people::batch(count, arguments.seed, office.clock().today());
    let mut progress = Progress::new(context.texts.get("cli-demo-progress"));
    match office.import(&batch, Run::Real, &mut |done, all| progress.show(done, all))? {
        Ok(_) => {
            storeroom::fill(office, &batch, arguments.seed)?;
            campaign::hold(office)?;
            events::hold(office, &batch, arguments.seed)
        }
        // Invented people that an office would not take are a mistake of the lists.
        Err(faults) => faults.into_iter().next().map_or(Ok(()), |fault| Err(fault.fault.into())),
    }
}
