//! Stories of the lock: nothing on the screen, nothing lost, and whoever comes back stands where they stood.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

use chrono::Duration;
use common::flow::{Flow, a_desk};
use common::{LOGIN, a_family};
use ratatui::Frame;
use ratatui::layout::Rect;
use rstest::rstest;
use stiika::domain::staff::Role;
use stiika::office::OfficeError;
use stiika::tui::app::message::drafts::{DraftsAsk, DraftsTold};
use stiika::tui::app::{Context, Effect, Input, Msg, Reply, Screen, Step, update};
use stiika::tui::commands::Scope;
use stiika::tui::keys::Key;

/// A desk with the form of Taras half filled in.
fn a_desk_with_a_form() -> Flow {
    let mut desk = a_desk();
    desk.keys("Шевченко<F7>Тарас<Tab>Григ");
    desk
}

fn is_locked(desk: &mut Flow) {
    desk.shows("Заблоковано").shows("Вхід").hides("Шевченко").hides("Луцький центр").hides("Олена");
    assert!(desk.model.cx.session.is_none());
    assert_eq!(desk.model.layers.len(), 1);
}

#[test]
fn a_desk_that_nobody_touches_locks_after_five_minutes() {
    let mut desk = a_desk_with_a_form();
    desk.seconds(299).shows("Григ");
    desk.seconds(1);
    is_locked(&mut desk);
    desk.shows("Заблоковано 10:47 · набране лишилося чернеткою");
    // The login stands there, the cursor in the password.
    desk.keys(common::PASSWORD).keys("<Enter>").shows("Нова сім’я").shows("Тарас").shows("Григ");
    desk.keys("орович<F2>").shows("Збережено: Шевченко Т. Г.");
}

#[test]
fn a_key_a_minute_keeps_the_desk_open() {
    let mut desk = a_desk_with_a_form();
    for _ in 0..10 {
        desk.seconds(60).keys("о");
    }
    desk.shows("Григоооо");
}

#[test]
fn the_menus_key_pressed_twice_locks_at_once() {
    let mut desk = a_desk_with_a_form();
    desk.keys("<F9><F9>");
    is_locked(&mut desk);
    desk.shows("набране лишилося чернеткою").signs_in(LOGIN).shows("Григ");
}

#[test]
fn the_menu_has_a_row_that_locks() {
    let mut desk = a_desk();
    desk.keys("<F9>заблок<Enter>");
    is_locked(&mut desk);
    desk.hides("незбережене").signs_in(LOGIN).shows("Наберіть прізвище");
}

#[test]
fn the_window_of_a_member_is_open_again() {
    let mut desk = a_desk();
    desk.keys("Бойко Олег<F7><PgDn><PgDn><PgDn>син Петро 12032015<Enter><Up><F4><Tab><Tab><Tab>Олего").keys("<F9><F9>");
    is_locked(&mut desk);
    desk.signs_in(LOGIN).shows("Олего").keys("вич<F2>").shows("Бойко Петро Олегович").shows("Нова сім’я");
}

#[test]
fn another_person_gets_a_desk_of_their_own_and_the_form_waits() {
    let mut desk = a_desk_with_a_form();
    desk.office.desk_of(Role::Reception);
    desk.keys("<F9><F9>").signs_in("reception-x").shows("Наберіть прізвище").hides("Шевченко").hides("незбережен");
    desk.keys("<F9>вийти з роботи<Enter>").signs_in(LOGIN).shows("нова сім’я · Шевченко Тарас");
    desk.keys("<Enter>").shows("Григ");
}

#[test]
fn the_card_that_was_open_is_open_again() {
    let mut desk = a_desk();
    desk.office.register(&a_family().draft());
    desk.looks_around();
    desk.keys("шевченко<Enter>").shows("Кравчука").keys("<F9><F9>");
    is_locked(&mut desk);
    desk.signs_in(LOGIN).shows("Кравчука").keys("<Esc>").shows("Наберіть прізвище");
}

#[test]
fn a_correction_comes_back_over_its_card() {
    let mut desk = a_desk();
    desk.office.register(&a_family().draft());
    desk.looks_around();
    desk.keys("шевченко<Enter><F4><Tab>Оксанка<F9><F9>");
    is_locked(&mut desk);
    desk.signs_in(LOGIN).shows("Оксанка").keys("<F2>").shows("Збережено").shows("Шевченко Оксанка");
    desk.keys("<Esc>").shows("Наберіть прізвище");
}

#[test]
fn forms_over_forms_come_back_in_their_order() {
    let mut desk = a_desk();
    desk.office.register(&a_family().draft());
    desk.looks_around();
    desk.keys("шевченко оксана петрівна<F7>12031987<Tab><F3><F4><Tab>Оксанка<F9><F9>");
    is_locked(&mut desk);
    desk.signs_in(LOGIN).shows("Оксанка").keys("<Esc><Tab><Enter>").shows("Кравчука").keys("<Esc>").shows("Нова сім’я");
}

#[rstest]
#[case::it_slept(Duration::minutes(6))]
#[case::set_back(-Duration::minutes(6))]
fn a_leap_of_the_clock_locks(#[case] leap: Duration) {
    let mut desk = a_desk_with_a_form();
    desk.leaps(leap);
    is_locked(&mut desk);
}

#[test]
fn a_small_correction_of_the_clock_does_not_lock() {
    let mut desk = a_desk_with_a_form();
    desk.leaps(-Duration::seconds(40)).leaps(Duration::seconds(70)).shows("Григ");
}

#[test]
fn nothing_locks_at_the_door() {
    let mut desk = a_desk();
    desk.is_killed().seconds(400).hides("Заблоковано").keys("<F9><F9>").shows("Вхід").hides("Меню ─");
}

#[test]
fn the_paper_key_is_not_hidden_before_it_is_copied() {
    let mut desk = a_desk();
    let path = desk.office.folder.path().join("new.db");
    desk.model.layers = vec![Box::new(stiika::tui::screens::setup::Setup::new(path))];
    desk.seconds(1000);
    assert!(desk.model.cx.session.is_some());
}

#[test]
fn the_office_sets_the_minutes() {
    let mut desk = a_desk();
    let base = desk.office.office.facts();
    let mut mine = base.clone();
    mine.settings.lock_minutes = 2;
    let deed = desk.office.office.new_deed();
    desk.office.office.change_settings(deed, &base, &mine).unwrap();
    desk.is_killed().signs_in(LOGIN).seconds(119).hides("Заблоковано").seconds(1);
    is_locked(&mut desk);
}

/// A screen whose long deed is under way.
struct Importing;

impl Screen for Importing {
    fn scope(&self) -> Scope {
        Scope::SmallForm
    }

    fn key(&mut self, _: Key, _: &mut Context) -> Step {
        Step::stay()
    }

    fn text(&mut self, _: &str, _: &mut Context) -> Step {
        Step::stay()
    }

    fn is_busy(&self) -> bool {
        true
    }

    fn view(&self, _: &Context, _: &mut Frame<'_>, _: Rect) {}
}

#[test]
fn a_long_deed_is_not_interrupted_by_the_lock() {
    let mut desk = a_desk();
    desk.model.layers.push(Box::new(Importing));
    desk.seconds(1000).hides("Заблоковано").keys("<F9><F9>").shows("Триває довга робота");
    // The computer slept meanwhile: when the deed is over, the desk locks.
    desk.leaps(Duration::minutes(10)).hides("Заблоковано");
    desk.model.layers.pop();
    desk.seconds(1);
    is_locked(&mut desk);
}

/// What a locked desk does when the answer of a deed comes later: effects are held back by hand.
#[test]
fn a_deed_under_way_while_the_desk_locks_is_done_once_and_told() {
    let mut desk = a_desk();
    desk.keys("Шевченко<F7>Тарас");
    let mut effects = update(&mut desk.model, Msg::Input(Input::Key(Key::F(2))));
    for key in [Key::F(9), Key::F(9)] {
        effects.extend(update(&mut desk.model, Msg::Input(Input::Key(key))));
    }
    assert!(desk.model.cx.session.is_none(), "the screen is blank before the deed is done");
    desk.performs(effects);
    desk.signs_in(LOGIN).shows("Цю форму вже було збережено: сім’я");
    desk.keys("шевченко").shows("Точні збіги · 1");
}

#[test]
fn text_that_cannot_be_written_stays_in_memory_for_the_same_person() {
    let mut desk = a_desk_with_a_form();
    let mut effects = Vec::new();
    for key in [Key::F(9), Key::F(9)] {
        effects.extend(update(&mut desk.model, Msg::Input(Input::Key(key))));
    }
    // The disk is full: instead of being kept, each form is refused.
    for effect in effects {
        match effect {
            Effect::Drafts(DraftsAsk::Keep(draft)) => {
                desk.hear(Reply::Drafts(DraftsTold::Kept(draft.deed, Err(OfficeError::NoSuchStaff))));
            }
            other => desk.performs(vec![other]),
        }
    }
    desk.shows("не вдалося записати").hides("Шевченко");
    desk.signs_in(LOGIN).shows("Григ").shows("Збережіть її");
    desk.keys("орович<F2>").shows("Збережено: Шевченко Т. Г.");
}

#[test]
fn a_locked_desk_holds_no_key() {
    let mut desk = a_desk_with_a_form();
    desk.keys("<F9><F9>");
    assert!(desk.desk.session().is_none());
    // Whatever is asked of it now, nothing comes back.
    assert!(desk.desk.perform(Effect::Today).is_none());
}

#[test]
fn letters_typed_while_the_desk_closes_are_not_lost() {
    let mut desk = a_desk();
    let mut effects = Vec::new();
    for key in [Key::F(9), Key::F(9), Key::Char('к'), Key::Char('о')] {
        effects.extend(update(&mut desk.model, Msg::Input(Input::Key(key))));
    }
    desk.performs(effects);
    desk.shows("••");
}
