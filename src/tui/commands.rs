//! THE table of commands: key, where it works, words, who may, when it is enabled.
//!
//! Dispatch, footer, F9 menu, F1 help and the key chapter of the README all read [`TABLE`]; a test finds two commands with one
//! key in one scope, and every forbidden key. Function keys mean the same on every screen; a slot without a command is blank.

use crate::domain::staff::Right;
use crate::tui::app::Model;
use crate::tui::happening::{Happening, LineKind};
use crate::tui::keys::Key;

/// What can be commanded.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum CommandId {
    /// Help for the screen under it.
    Help,
    /// Save the form.
    Save,
    /// Open what is under the cursor.
    Open,
    /// Change what is under the cursor.
    Edit,
    /// Register a new family (or add a member of staff on the staff screen).
    New,
    /// All commands.
    Menu,
    /// Leave the program.
    Exit,
    /// Who changed what and when, from the search.
    History,
    /// The same from the open card, where it is the details of what is seen.
    Details,
    /// The list of possible duplicates.
    Duplicates,
    /// Compare the two of the pair under the cursor.
    Compare,
    /// Write down that the two are not the same.
    TellApart,
    /// Make the two entries one.
    Merge,
    /// Choose another family to make one with the open card.
    MergeWith,
    /// Staff of the office.
    Staff,
    /// A new password for oneself.
    OwnPassword,
    /// Sign out.
    SignOut,
    /// The next colours.
    Theme,
    /// The other language.
    Language,
    /// Open the paper-key door at the sign-in.
    Recover,
    /// Sign in with what is typed.
    SignIn,
    /// The next step of the first start.
    Next,
    /// Remove the row or entry under the cursor from the form.
    RemoveEntry,
    /// Change the member of the form under the cursor.
    EditMember,
    /// Add a member of staff.
    NewStaff,
    /// Change the role or password of a member of staff.
    EditStaff,
    /// Disable a member of staff.
    DisableStaff,
    /// A change in a family's life, or what else a line of its card offers.
    Life(Happening),
    /// Take one's own last deed back, or in the history the one under the cursor.
    Undo,
    /// Register a person without a family.
    NewPerson,
    /// Correct the person of the open card.
    EditPerson,
    /// Register a family whose head is the person of the open card.
    NewFamilyOfPerson,
    /// Let the person of the open card join a family.
    JoinFamily,
    /// Lists of the register.
    Lists,
    /// Keep the conditions of the list under a name.
    SaveFilter,
    /// To the conditions of the list.
    Conditions,
    /// Take families out of the named list that is shown.
    TakeOut,
    /// The saved filters.
    SavedFilters,
    /// The named lists.
    NamedLists,
    /// A category for many.
    ManyCategory,
    /// A line of a note for many.
    ManyNote,
    /// Many into a named list.
    ManyPut,
    /// Many into a file.
    ManyExport,
    /// The next order of the list.
    ListOrder,
    /// No conditions at all.
    ClearConditions,
}

/// Where a command works: one or several kinds of screens.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Scope {
    /// The first start.
    Setup,
    /// The sign-in.
    SignIn,
    /// The search.
    Home,
    /// The form of a family.
    Registration,
    /// The window of one member in that form.
    Member,
    /// A family's card.
    Card,
    /// A card's history.
    History,
    /// The list of possible duplicates.
    Duplicates,
    /// Two entries side by side.
    Merge,
    /// The list of staff.
    Staff,
    /// The choice between two desks' values.
    Conflict,
    /// A person's card.
    Person,
    /// The form of a person without a family.
    Single,
    /// A family's card as it was on a day.
    PastCard,
    /// The window of a change of life.
    Life,
    /// The window that takes a deed back.
    Undo,
    /// Lists of the register.
    Lists,
    /// A small form over another screen.
    SmallForm,
    /// A dialog, picker, menu or help window.
    Window,
}

impl Scope {
    /// The scope's word in message ids (`help-home`, `screen-home`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Setup => "setup",
            Self::SignIn => "sign-in",
            Self::Home => "home",
            Self::Registration => "registration",
            Self::Member => "member",
            Self::Card => "card",
            Self::History => "history",
            Self::Duplicates => "duplicates",
            Self::Merge => "merge",
            Self::Staff => "staff",
            Self::Conflict => "conflict",
            Self::Person => "person",
            Self::Single => "single",
            Self::PastCard => "past-card",
            Self::Life => "life",
            Self::Undo => "undo",
            Self::Lists => "lists",
            Self::SmallForm => "small-form",
            Self::Window => "window",
        }
    }
}

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
}

use Scope::{
    Card, Conflict, Duplicates, History, Home, Life, Lists, Member, Merge, PastCard, Person, Registration, Setup,
    SignIn, Single, SmallForm, Staff, Undo,
};

const EVERYWHERE: &[Scope] = &[
    Setup,
    SignIn,
    Home,
    Registration,
    Member,
    Card,
    History,
    Duplicates,
    Merge,
    Staff,
    Conflict,
    Person,
    Single,
    PastCard,
    Life,
    Undo,
    Lists,
    SmallForm,
];

const fn command(id: CommandId, key: Option<Key>, scopes: &'static [Scope], title: &'static str) -> Command {
    Command { id, key, second: None, scopes, title, right: None, needs: Need::Nothing }
}

impl Command {
    const fn or(self, letter: char) -> Self {
        Self { second: Some(Key::Ctrl(letter)), ..self }
    }

    const fn with(self, right: Right) -> Self {
        Self { right: Some(right), ..self }
    }

    const fn on_a_family(self) -> Self {
        Self { needs: Need::Family, ..self }
    }

    const fn on_somebody(self) -> Self {
        Self { needs: Need::Person, ..self }
    }

    const fn on_a_line(self, line: LineKind) -> Self {
        Self { needs: Need::Line(line), ..self }
    }

    const fn on_an_entry(self) -> Self {
        Self { needs: Need::Entry, ..self }
    }
}

/// A change of life: no key of its own, the card's Enter and the menu lead to it.
const fn life(what: Happening) -> Command {
    command(CommandId::Life(what), None, &[Card], what.title()).with(what.right()).on_a_line(what.on())
}

/// The table.
pub const TABLE: &[Command] = &[
    command(CommandId::Help, Some(Key::F(1)), EVERYWHERE, "command-help"),
    command(
        CommandId::Save,
        Some(Key::F(2)),
        &[Registration, Member, Conflict, Single, Life, Undo, SmallForm],
        "command-save",
    )
    .or('s'),
    command(CommandId::SignIn, Some(Key::F(2)), &[SignIn], "command-sign-in"),
    command(CommandId::Merge, Some(Key::F(2)), &[Merge], "command-merge").or('s').with(Right::Edit),
    command(CommandId::Next, Some(Key::F(2)), &[Setup], "command-next"),
    command(CommandId::Open, Some(Key::F(3)), &[Home, Registration, Single, Person, Lists], "command-open")
        .or('o')
        .with(Right::Find)
        .on_somebody(),
    command(CommandId::Details, Some(Key::F(3)), &[Card], "command-history")
        .or('y')
        .with(Right::SeeHistory)
        .on_a_family(),
    command(CommandId::Edit, Some(Key::F(4)), &[Home, Card], "command-edit").or('e').with(Right::Edit).on_somebody(),
    command(CommandId::EditPerson, Some(Key::F(4)), &[Person], "command-edit").or('e').with(Right::Edit),
    command(CommandId::Compare, Some(Key::F(3)), &[Duplicates], "command-compare").or('o').with(Right::Edit),
    command(CommandId::EditMember, Some(Key::F(4)), &[Registration], "command-edit").or('e'),
    command(CommandId::EditStaff, Some(Key::F(4)), &[Staff], "command-edit").or('e').with(Right::ManageStaff),
    command(CommandId::New, Some(Key::F(7)), &[Home, Card], "command-new-family").or('n').with(Right::Register),
    command(CommandId::NewFamilyOfPerson, Some(Key::F(7)), &[Person], "command-person-family")
        .or('n')
        .with(Right::Register),
    command(CommandId::NewStaff, Some(Key::F(7)), &[Staff], "command-new-staff").or('n').with(Right::ManageStaff),
    command(CommandId::RemoveEntry, Some(Key::F(8)), &[Registration, Member, Single], "command-remove").on_an_entry(),
    command(CommandId::TellApart, Some(Key::F(8)), &[Duplicates, Merge], "command-apart").with(Right::Edit),
    command(CommandId::DisableStaff, Some(Key::F(8)), &[Staff], "command-disable").with(Right::ManageStaff),
    command(CommandId::Undo, Some(Key::F(8)), &[Home, Card, Person, History], "command-undo").or('u'),
    command(CommandId::Menu, Some(Key::F(9)), EVERYWHERE, "command-menu"),
    command(CommandId::Exit, Some(Key::F(10)), EVERYWHERE, "command-exit").or('q'),
    command(CommandId::History, None, &[Home], "command-history").or('y').with(Right::SeeHistory).on_a_family(),
    life(Happening::Head),
    life(Happening::Left),
    life(Happening::Moved),
    life(Happening::SplitOff),
    life(Happening::Renamed),
    life(Happening::Died),
    life(Happening::PersonCategory),
    life(Happening::Person),
    life(Happening::Joined),
    life(Happening::MovedHouse),
    life(Happening::Category),
    life(Happening::CollectorAllowed),
    life(Happening::Closed),
    life(Happening::Reopened),
    life(Happening::CategoryEnded),
    life(Happening::CategoryRenewed),
    life(Happening::CollectorEnded),
    command(CommandId::Life(Happening::AsOn), None, &[Card], Happening::AsOn.title()).with(Right::Find).on_a_family(),
    command(CommandId::NewPerson, None, &[Home], "command-new-person").with(Right::Register),
    command(CommandId::JoinFamily, None, &[Person], "command-join-family").with(Right::Edit),
    command(CommandId::Staff, None, &[Home, Card], "command-staff").with(Right::ManageStaff),
    command(CommandId::OwnPassword, None, &[Home, Card, Staff], "command-own-password"),
    command(CommandId::Recover, None, &[SignIn], "command-recover"),
    command(
        CommandId::SignOut,
        None,
        &[Home, Card, Person, History, Staff, Lists, Duplicates, Merge],
        "command-sign-out",
    ),
    command(CommandId::SaveFilter, Some(Key::F(2)), &[Lists], "command-save-filter").or('s'),
    command(CommandId::Conditions, Some(Key::F(4)), &[Lists], "command-conditions").or('e'),
    command(CommandId::TakeOut, Some(Key::F(8)), &[Lists], "command-take-out"),
    command(CommandId::Lists, None, &[Home, Card], "command-lists").with(Right::SeeLists),
    command(CommandId::ManyCategory, None, &[Lists], "command-many-category").with(Right::Edit),
    command(CommandId::ManyNote, None, &[Lists], "command-many-note").with(Right::SeeNotes),
    command(CommandId::ManyPut, None, &[Lists], "command-many-put"),
    command(CommandId::ManyExport, None, &[Lists], "command-many-export").with(Right::Export),
    command(CommandId::SavedFilters, None, &[Lists], "command-saved-filters"),
    command(CommandId::NamedLists, None, &[Lists], "command-named-lists"),
    command(CommandId::ListOrder, None, &[Lists], "command-list-order"),
    command(CommandId::ClearConditions, None, &[Lists], "command-clear-conditions"),
    command(CommandId::Duplicates, None, &[Home], "command-duplicates").with(Right::Edit),
    command(CommandId::MergeWith, None, &[Card], "command-merge-with").with(Right::Edit).on_a_family(),
    command(CommandId::Theme, None, EVERYWHERE, "command-theme"),
    command(CommandId::Language, None, EVERYWHERE, "command-language"),
];

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
    match command.needs {
        Need::Family if top.selected_family().is_none() => {
            let reason = if top.scope() == Registration { "likely-none" } else { "refused-no-family" };
            Availability::Refused(model.cx.t(reason))
        }
        Need::Person if top.selected_person().is_none() && top.selected_family().is_none() => {
            let reason = if top.scope() == Registration { "likely-none" } else { "refused-nobody" };
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
        Need::Family | Need::Person | Need::Line(_) | Need::Entry | Need::Nothing => Availability::Here,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::clock::Moment;
    use crate::domain::id::{FamilyId, StaffId};
    use crate::domain::staff::{Role, Staff};
    use crate::office::OfficeProfile;
    use crate::text::{Lang, Texts};
    use crate::tui::app::{Context, Screen, Session, Step};
    use crate::tui::screens::menu::Menu;
    use crate::tui::theme::ThemeName;
    use crate::tui::widgets::text::width;
    use ratatui::backend::TestBackend;
    use ratatui::layout::Rect;
    use ratatui::{Frame, Terminal};
    use std::collections::HashSet;
    use uuid::Uuid;

    /// Letters that never come with Control, or come as something else: interrupt, stop, paste and copy of terminals, Backspace,
    /// Tab, Enter, Escape, closing a window, selecting all of a multiplexer.
    const FORBIDDEN_WITH_CONTROL: [char; 10] = ['c', 'z', 'v', 'h', 'i', 'j', 'm', 'w', '[', ';'];

    /// A slot of the footer at 80 columns without its number: `1Довідка`.
    const SLOT_CELLS: usize = 7;

    /// Every kind of screen that commands work on, and the windows.
    fn scopes() -> HashSet<Scope> {
        TABLE.iter().flat_map(|command| command.scopes).copied().chain([Scope::Window]).collect()
    }

    /// A screen that is nothing but its scope, with a family under the cursor.
    struct Bare(Scope);

    impl Screen for Bare {
        fn scope(&self) -> Scope {
            self.0
        }

        fn key(&mut self, _: Key, _: &mut Context) -> Step {
            Step::stay()
        }

        fn text(&mut self, _: &str, _: &mut Context) -> Step {
            Step::stay()
        }

        fn selected_family(&self) -> Option<FamilyId> {
            Some(FamilyId(Uuid::nil()))
        }

        fn view(&self, _: &Context, _: &mut Frame<'_>, _: Rect) {}
    }

    /// A desk on such a screen, an administrator signed in.
    fn a_desk_on(scope: Scope, lang: Lang) -> Model {
        let now = Moment::parse_from_rfc3339("2026-11-21T10:42:00+02:00").unwrap();
        let mut cx = Context::new(lang, ThemeName::Plain, (80, 24), now);
        let staff = Staff {
            id: StaffId(Uuid::nil()),
            login: "olena".to_owned(),
            name: "Олена К.".to_owned(),
            role: Role::Administrator,
            disabled_on: None,
        };
        let profile = OfficeProfile { name: "Луцький центр".to_owned(), community: None };
        cx.session = Some(Session { staff, profile, nonce: Uuid::nil() });
        Model::new(cx, Box::new(Bare(scope)))
    }

    fn menu_of(model: &Model) -> String {
        let mut terminal = Terminal::new(TestBackend::new(100, 60)).unwrap();
        terminal.draw(|frame| Menu::of(model).view(&model.cx, frame, frame.area())).unwrap();
        let buffer = terminal.backend().buffer();
        let rows = (0..60).map(|y| (0..100).map(|x| buffer[(x, y)].symbol()).collect::<String>());
        rows.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn no_two_commands_share_a_key_on_one_screen() {
        let mut taken = HashSet::new();
        for command in TABLE {
            for key in command.key.iter().chain(&command.second) {
                for scope in command.scopes {
                    assert!(taken.insert((*key, *scope)), "{key} twice on {}: {:?}", scope.code(), command.id);
                }
            }
        }
    }

    #[test]
    fn every_command_has_one_row() {
        let mut seen = HashSet::new();
        for command in TABLE {
            assert!(seen.insert(command.id), "{:?} again: `row` would find the first alone", command.id);
        }
    }

    #[test]
    fn keys_are_f1_to_f10_and_control_with_a_letter_that_arrives() {
        for command in TABLE {
            let is_slot = |key| matches!(key, Key::F(1..=10));
            assert!(command.key.is_none_or(is_slot), "{:?}: a bare letter or a key that terminals keep", command.id);
            let arrives = |key| match key {
                Key::Ctrl(letter) => letter.is_ascii_lowercase() && !FORBIDDEN_WITH_CONTROL.contains(&letter),
                _ => false,
            };
            assert!(command.second.is_none_or(arrives), "{:?}: {:?} never arrives", command.id, command.second);
        }
    }

    #[test]
    fn help_menu_and_exit_are_where_they_always_are_on_every_screen() {
        for scope in scopes().into_iter().filter(|scope| *scope != Scope::Window) {
            for (slot, id) in [(1, CommandId::Help), (9, CommandId::Menu), (10, CommandId::Exit)] {
                assert_eq!(of_key(Key::F(slot), scope), Some(id), "F{slot} on {}", scope.code());
            }
        }
    }

    #[test]
    fn every_command_is_in_the_menu_of_its_screens() {
        for scope in scopes() {
            for lang in Lang::ALL {
                let model = a_desk_on(scope, lang);
                let menu = menu_of(&model);
                let is_here = |command: &Command| command.scopes.contains(&scope);
                for command in TABLE.iter().filter(|command| command.id != CommandId::Menu) {
                    // Two commands of different screens may share their words: then either may stand here.
                    let expected = TABLE.iter().any(|other| other.title == command.title && is_here(other));
                    let help = model.cx.t(&format!("{}-help", command.title));
                    let beginning: String = help.chars().take(30).collect();
                    let place = format!("{:?} in the menu of {}:\n{menu}", command.id, scope.code());
                    if expected {
                        // What cannot run now stands there too, with the reason in the place of its help.
                        assert!(menu.contains(&model.cx.t(command.title)), "{place}");
                    } else {
                        assert!(!menu.contains(&beginning), "{place}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_command_of_a_right_that_a_colleague_lacks_says_so() {
        let mut model = a_desk_on(Home, Lang::Uk);
        if let Some(session) = &mut model.cx.session {
            session.staff.role = Role::Reception;
        }
        assert!(matches!(availability(CommandId::Staff, &model), Availability::Refused(reason) if !reason.is_empty()));
        assert_eq!(availability(CommandId::New, &model), Availability::Here);
        assert_eq!(availability(CommandId::Save, &model), Availability::Elsewhere);
    }

    #[test]
    fn every_command_and_screen_has_its_words_in_both_languages() {
        for lang in Lang::ALL {
            let texts = Texts::new(lang);
            let commands = TABLE.iter().flat_map(|row| [row.title.to_owned(), format!("{}-help", row.title)]);
            let screens =
                scopes().into_iter().flat_map(|scope| ["help", "screen"].map(|of| format!("{of}-{}", scope.code())));
            let rights = TABLE.iter().filter_map(|row| row.right).map(|right| format!("right-{}", right.code()));
            for id in commands.chain(screens).chain(rights) {
                assert!(texts.has(&id), "{lang:?}: no {id}");
            }
        }
    }

    #[test]
    fn footer_titles_fit_their_slots_at_80_columns() {
        for lang in Lang::ALL {
            let texts = Texts::new(lang);
            for command in TABLE {
                let Some(Key::F(slot)) = command.key else { continue };
                let title = texts.get(command.title);
                let cells = SLOT_CELLS - usize::from(slot == 10);
                assert!(width(&title) <= cells, "{lang:?}: «{title}» is over {cells} cells");
            }
        }
    }
}
