//! `recover`: the way back in with the paper key, when no administrator knows a password any more.

use super::arguments::Recover;
use super::console;
use super::context::{Context, surroundings};
use super::failure::Failure;
use super::secret::{NEW_PASSWORD, RECOVERY_KEY, Terminal};
use crate::office::{self, Entropy, Office, OfficeError};
use crate::store::keys::recovery::LINES;
use crate::text::Value;
use zeroize::Zeroizing;

/// Gives a member of staff a new password.
pub(super) fn run(context: &Context, arguments: &Recover) -> Result<(), Failure> {
    let path = context.existing_database()?;
    let login = context.login(arguments.staff.as_deref())?;
    let paper = match RECOVERY_KEY.given()? {
        Some(paper) => paper,
        None => ask_paper(context)?,
    };
    let question = context.say("cli-ask-new-password", &[("login", login.as_str().into())]);
    let password = NEW_PASSWORD.get_new(&question, &context.texts.get("cli-ask-again"))?;
    if !office::password_is_strong(&login, &password) {
        return Err(OfficeError::WeakPassword.into());
    }
    Office::recover(&path, &paper, &login, &password, surroundings(Entropy::System))?;
    console::print(&context.say("cli-recover-done", &[("login", login.into())]))
}

/// Line by line as it stands on the paper, and shown: sixty-four signs are not typed blind.
fn ask_paper(context: &Context) -> Result<Zeroizing<String>, Failure> {
    let mut terminal = Terminal::open().ok_or(Failure::NoTerminal { variable: "STIIKA_RECOVERY_KEY_FILE" })?;
    let mut paper = Zeroizing::new(String::new());
    for line in 1..=LINES {
        let values: [(&'static str, Value); 2] = [("line", line.into()), ("lines", LINES.into())];
        paper.push_str(&Zeroizing::new(terminal.ask(&context.say("cli-ask-paper", &values))?));
        paper.push('\n');
    }
    Ok(paper)
}
