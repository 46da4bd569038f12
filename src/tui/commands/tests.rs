use super::*;
use crate::domain::clock::Moment;
use crate::domain::id::{FamilyId, StaffId};
use crate::domain::settings::OfficeSettings;
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
use std::sync::Arc;
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
    let settings = OfficeSettings::default();
    cx.set_session(Some(Session { staff, profile, settings, catalogue: Arc::default(), nonce: Uuid::nil() }));
    Model::new(cx, Box::new(Bare(scope)))
}

fn menu_of(model: &Model) -> String {
    let mut terminal = Terminal::new(TestBackend::new(100, 90)).unwrap();
    terminal.draw(|frame| Menu::of(model).view(&model.cx, frame, frame.area())).unwrap();
    let buffer = terminal.backend().buffer();
    let rows = (0..90).map(|y| (0..100).map(|x| buffer[(x, y)].symbol()).collect::<String>());
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
fn a_desk_is_locked_from_every_screen_of_somebody_signed_in() {
    for scope in scopes().into_iter().filter(|scope| !matches!(scope, Scope::Setup | Scope::SignIn | Scope::Window)) {
        assert!(Scope::SIGNED_IN.contains(&scope), "the menu of {} does not lock", scope.code());
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
    let mut model = a_desk_on(Scope::Home, Lang::Uk);
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
