//! `init`: a new office without the set-up screen. The recovery key, and nothing else, goes to the output, once.

use super::arguments::Init;
use super::console;
use super::context::{Context, surroundings};
use super::failure::Failure;
use super::secret::{PASSWORD, Terminal};
use crate::domain::place::{CODIFIER, PlaceKind};
use crate::office::{self, Entropy, Founding, Office, OfficeError};
use crate::store::keys::KdfCost;

/// Makes the file. What is not given is asked where there is somebody to ask and no login says that a script is at work.
pub(super) fn run(context: &Context, arguments: Init) -> Result<(), Failure> {
    let path = context.new_database()?;
    let mut asks = if arguments.staff.is_none() { Terminal::open() } else { None };
    let mut answer = |given: Option<String>, question: &str| -> Result<Option<String>, Failure> {
        match (given, asks.as_mut()) {
            (Some(given), _) => Ok(Some(given)),
            (None, Some(terminal)) => {
                Ok(Some(terminal.ask(&context.texts.get(question))?).filter(|answer| !answer.is_empty()))
            }
            (None, None) => Ok(None),
        }
    };
    let office = answer(arguments.office, "cli-ask-office")?.unwrap_or_else(|| context.texts.get("cli-office-unnamed"));
    let community = answer(arguments.community, "cli-ask-community")?.map(|typed| community(&typed)).transpose()?;
    let login = answer(arguments.staff, "cli-ask-login")?.ok_or(Failure::NoLogin)?;
    let name = answer(arguments.name, "cli-ask-name")?.unwrap_or_else(|| login.clone());
    let question = context.say("cli-ask-new-password", &[("login", login.as_str().into())]);
    let password = PASSWORD.get_new(&question, &context.texts.get("cli-ask-again"))?;
    if !office::password_is_strong(&login, &password) {
        return Err(OfficeError::WeakPassword.into());
    }
    let founding = Founding { office, community, login, name, password: password.to_string(), cost: KdfCost::STANDARD };
    let (_office, recovery) = Office::found(&path, &founding, surroundings(Entropy::System))?;
    console::complain(&context.say("cli-init-done", &[("path", path.display().to_string().into())]));
    for line in recovery.lines() {
        console::print(&line)?;
    }
    Ok(())
}

/// The community of a code (of itself or of any place in it) or of a settlement's name.
fn community(typed: &str) -> Result<String, Failure> {
    let code = match CODIFIER.get(typed) {
        Some(place) => Some(place.code),
        None => named(typed),
    };
    code.and_then(|code| CODIFIER.community_of(code))
        .map(|community| community.code.to_owned())
        .ok_or_else(|| Failure::UnknownCommunity(typed.to_owned()))
}

fn named(name: &str) -> Option<&'static str> {
    let mut communities = CODIFIER.places().iter().filter(|place| place.kind == PlaceKind::Community);
    let wanted = name.to_lowercase();
    let community =
        communities.find(|place| place.name.to_lowercase() == wanted || place.title().to_lowercase() == wanted);
    community.or_else(|| CODIFIER.settlement_named(name, None)).map(|place| place.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_community_is_found_by_its_code_or_any_place_of_it() {
        let lutsk = "UA07080170000013585";
        assert_eq!(community(lutsk).unwrap(), lutsk);
        assert_eq!(community("UA07080170130099900").unwrap(), lutsk, "Жидичин lies in it");
        assert_eq!(community("м. Луцьк").unwrap(), lutsk);
        assert!(matches!(community("Атлантида"), Err(Failure::UnknownCommunity(_))));
    }
}
