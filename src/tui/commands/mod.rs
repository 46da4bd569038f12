//! THE table of commands: key, where it works, words, who may, when it is enabled.
//!
//! Dispatch, footer, F9 menu, F1 help and the key chapter of the README all read [`TABLE`]; a test finds two commands with one
//! key in one scope, and every forbidden key. Function keys mean the same on every screen; a slot without a command is blank.

mod find;
mod id;
mod scope;
mod table;

pub use find::found;
pub use id::CommandId;
pub use scope::Scope;
pub use table::TABLE;

use crate::domain::staff::Right;
use crate::tui::app::Model;
use crate::tui::happening::LineKind;
use crate::tui::keys::Key;

/// A row of the table.
pub struct Command {
    /// Which.
    pub id: CommandId,
    /// Its function key, where it has one.
    pub key: Option<Key>,
    /// A second way with Control and a Latin letter, folded by position.
    pub second: Option<Key>,
    /// Where it works.
    pub scopes: &'static [Scope],
    /// The short word for the footer and menu (`command-…`); `command-…-help` is its sentence in menu and help.
    pub title: &'static str,
    /// The right it needs.
    pub right: Option<Right>,
    /// Whether it needs a family under the cursor.
    pub needs: Need,
}

/// What must be there for a command to work.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Need {
    /// Nothing.
    Nothing,
    /// A family under the cursor.
    Family,
    /// Somebody under the cursor, with a family or without.
    Person,
    /// A line of the card that is about this.
    Line(LineKind),
    /// A chosen entry of a list of the form.
    Entry,
    /// An event under the cursor.
    Event,
}

/// Whether a command can run now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Availability {
    /// It can.
    Here,
    /// It is of other screens.
    Elsewhere,
    /// It is of this screen and cannot run now; the reason is a sentence for the person.
    Refused(String),
}

/// The key of a command as the menu and the help name it. The lock has none of its own: it is the menu's key pressed twice.
pub fn key_in_menu(command: &Command) -> String {
    match command.id {
        CommandId::Lock => "F9".to_owned(),
        _ => command.key.map(|key| key.to_string()).unwrap_or_default(),
    }
}

/// The row of a command.
pub fn row(id: CommandId) -> Option<&'static Command> {
    TABLE.iter().find(|command| command.id == id)
}

/// The command of a key on screens of this scope.
pub fn of_key(key: Key, scope: Scope) -> Option<CommandId> {
    TABLE
        .iter()
        .find(|command| (command.key == Some(key) || command.second == Some(key)) && command.scopes.contains(&scope))
        .map(|command| command.id)
}

/// Whether a command can run on the top screen now, and if not, why.
pub fn availability(id: CommandId, model: &Model) -> Availability {
    let (Some(command), Some(top)) = (row(id), model.top()) else { return Availability::Elsewhere };
    if !command.scopes.contains(&top.scope()) {
        return Availability::Elsewhere;
    }
    if let Some(right) = command.right
        && !model.cx.may(right)
    {
        let right = model.cx.t(&format!("right-{}", right.code()));
        return Availability::Refused(model.cx.tv("refused-right", &[("right", right.into())]));
    }
    if let Some(reason) = top.pointless(id) {
        return Availability::Refused(model.cx.t(reason));
    }
    if id == CommandId::Open && top.opens() {
        return Availability::Here;
    }
    match command.needs {
        Need::Family if top.selected_family().is_none() => {
            let reason = if top.scope() == Scope::Registration { "likely-none" } else { "refused-no-family" };
            Availability::Refused(model.cx.t(reason))
        }
        Need::Person if top.selected_person().is_none() && top.selected_family().is_none() => {
            let reason = if top.scope() == Scope::Registration { "likely-none" } else { "refused-nobody" };
            Availability::Refused(model.cx.t(reason))
        }
        // The whole family is under the cursor on every line of its card.
        Need::Line(LineKind::Family) if top.selected_line().is_none() => {
            Availability::Refused(model.cx.t("refused-no-family"))
        }
        Need::Line(line) if line != LineKind::Family && top.selected_line() != Some(line) => {
            Availability::Refused(model.cx.t(line.refusal()))
        }
        Need::Entry if !top.has_entry() => Availability::Refused(model.cx.t("form-nothing-to-remove")),
        Need::Event if top.event().is_none() => Availability::Refused(model.cx.t("refused-no-event")),
        Need::Family | Need::Person | Need::Event | Need::Line(_) | Need::Entry | Need::Nothing => Availability::Here,
    }
}

#[cfg(test)]
mod tests;
