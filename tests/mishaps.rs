//! What goes wrong at a busy desk and must cost nobody anything: hands faster than the disk, keys pressed by mistake, text typed
//! and not yet taken, another desk in between.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

use common::flow::{Flow, a_desk, a_desk_of, keys};
use common::{a_family_of, category, correct};
use rstest::rstest;
use std::collections::VecDeque;
use stiika::domain::draft::FamilyDraft;
use stiika::domain::staff::Role;
use stiika::tui::app::{Effect, Input, Msg, Reply, update};
use stiika::tui::commands::Scope;

/// A desk on which Оксана Шевченко and Олег Бойко are registered already.
fn a_desk_with_two_families() -> Flow {
    let mut desk = a_desk();
    desk.office.register(&a_family_of("Шевченко Оксана Петрівна").with_child(6).draft());
    desk.office.register(&a_family_of("Бойко Олег Миколайович").draft());
    desk.looks_around();
    desk
}

/// Keys pressed while the office is slow: what they ask of it is left undone and handed back.
fn slowly(desk: &mut Flow, typed: &str) -> VecDeque<Effect> {
    keys(typed).into_iter().flat_map(|key| update(&mut desk.model, Msg::Input(Input::Key(key)))).collect()
}

/// The office catches up with what was asked of it.
fn caught_up(desk: &mut Flow, asked: VecDeque<Effect>) {
    for effect in asked {
        if let Some(reply) = desk.desk.perform(effect) {
            desk.hear(reply);
        }
    }
}

fn scope(desk: &Flow) -> Scope {
    desk.model.top().unwrap().scope()
}

#[rstest]
fn a_family_is_saved_although_a_window_was_opened_meanwhile(#[values("<F9>", "<F1>", "<F10>")] meanwhile: &str) {
    let mut desk = a_desk();
    desk.keys("<F7>Бойко<Tab>Олег");
    let asked = slowly(&mut desk, &format!("<F2>{meanwhile}"));
    caught_up(&mut desk, asked);
    desk.shows("Збережено: Бойко О.").keys("<Esc>").shows("Пошук");
}

#[test]
fn a_refused_save_is_said_although_the_menu_was_opened_meanwhile() {
    let mut desk = a_desk();
    desk.office.register(&a_family_of("Шевченко Оксана").with_passport("КС123456").draft());
    desk.looks_around();
    desk.keys("бойко олег кс123456<F7>");
    let asked = slowly(&mut desk, "<F2><F9>");
    caught_up(&mut desk, asked);
    desk.shows("Документ КС 123456 уже має").keys("<Esc>").shows("Нова сім’я");
}

#[test]
fn a_paper_of_somebody_else_is_taken_out_and_the_family_saved() {
    let mut desk = a_desk();
    desk.office.register(&a_family_of("Шевченко Оксана").with_passport("КС123456").draft());
    desk.looks_around();
    desk.keys("бойко олег кс123456<F7><F2>").shows("✗ Документ КС 123456 уже має");
    desk.keys("<Left><F8>").hides("уже має").keys("<F2>").shows("Збережено: Бойко О.");
}

#[test]
fn nothing_opens_over_a_form_that_is_being_saved() {
    let mut desk = a_desk_with_two_families();
    desk.keys("шевченко оксана петрівна<F7>");
    let asked = slowly(&mut desk, "<F2><F3><F4><Esc>зайве");
    caught_up(&mut desk, asked);
    desk.shows("Збережено: Шевченко О. П.").hides("зайве");
}

#[rstest]
#[case::a_date("<Tab><Tab><Tab>12031987", "12031987")]
#[case::a_street("<PgDn><Tab><Tab>Лісова 4", "Лісова 4")]
#[case::a_place("<PgDn>щщщ", "щщщ")]
#[case::a_category("<PgDn><PgDn>щщщ", "щщщ")]
#[case::a_phone("<Tab><Tab><Tab><Tab><Tab>067", "067")]
#[case::a_consent("<PgDn><PgDn><Tab>21112026", "21112026")]
#[case::a_member("<PgDn><PgDn><PgDn>син Петро", "син Петро")]
fn esc_asks_before_it_throws_away_what_is_still_being_typed(#[case] typed: &str, #[case] shown: &str) {
    let mut desk = a_desk();
    desk.keys(&format!("<F7>{typed}<Esc>")).shows("Набране у формі ще не збережено");
    desk.keys("<Enter>").shows(shown).keys("<Esc><Right><Enter>").shows("Пошук");
}

#[rstest]
#[case::of_a_member("<F7>Бойко<Tab>Олег<F4><Tab><Tab><Tab><Tab>1987<Esc>")]
#[case::of_a_colleague("<F9>праців<Enter><F7><Tab>olga<Esc>")]
fn esc_asks_in_windows_too(#[case] typed: &str) {
    let mut desk = a_desk();
    desk.keys(typed).shows("Набране у формі ще не збережено").keys("<Enter><Esc>").shows("Викинути");
}

#[test]
fn a_form_that_only_holds_what_the_search_still_holds_closes_without_a_question() {
    let mut desk = a_desk();
    desk.keys("бойко олег<F7><Esc>").shows("Пошук").shows("бойко олег").hides("Незбережена");
}

#[test]
fn an_undecided_conflict_is_asked_again() {
    let mut desk = a_desk_with_two_families();
    desk.keys("шевченко<F4><PgDn><Tab><Tab>Лісова");
    let found = desk.office.office.find("шевченко", 5).unwrap()[0].family.unwrap();
    let base = FamilyDraft::of_card(&desk.office.office.card(found).unwrap());
    let mut theirs = base.clone();
    theirs.actual.street = "Польова".to_owned();
    correct(&mut desk.office.office, found, &base, &theirs).unwrap();
    desk.keys("<F2><Esc>").shows("Лісова").keys("<F2>").shows("там: Польова").shows("у вас: Лісова");
}

#[test]
fn enter_opens_who_was_typed_and_not_who_was_found_before() {
    let mut desk = a_desk_with_two_families();
    desk.keys("бойко");
    let asked = slowly(&mut desk, "<Esc>шевченко<Enter>");
    caught_up(&mut desk, asked);
    desk.shows("Шевченко Оксана Петрівна").shows("Члени сім’ї · 2 особи");
}

#[test]
fn a_card_that_was_scanned_opens_however_many_members_the_family_has() {
    let mut desk = a_desk();
    let registered = desk.office.register(&a_family_of("Бойко Олег").with_child(3).with_child(5).draft());
    desk.looks_around();
    desk.burst(&registered.number.value().to_string()).shows("Члени сім’ї · 3 особи");
}

#[test]
fn a_scan_that_was_typed_over_opens_nothing() {
    let mut desk = a_desk_with_two_families();
    let number = desk.office.office.find("шевченко", 1).unwrap()[0].number.unwrap();
    let scan = Msg::Input(Input::Text(number.value().to_string()));
    let mut asked: VecDeque<Effect> = update(&mut desk.model, scan).into();
    asked.extend(slowly(&mut desk, "<Esc>бойко"));
    caught_up(&mut desk, asked);
    assert_eq!(scope(&desk), Scope::Home);
}

#[test]
fn after_a_registration_the_search_is_ready_for_the_next_visitor() {
    let mut desk = a_desk_with_two_families();
    desk.keys("мельник ганна<F7><F2>").shows("Збережено").keys("<Esc>").shows("мельник ганна");
    desk.keys("<F7>").hides("Прізвище Мельник").keys("<Esc>бойко").shows("│ бойко ").shows("Бойко Олег Миколайович");
}

#[test]
fn behind_a_card_the_cursor_stays_on_its_person() {
    let mut desk = a_desk();
    for given in ["Ганна", "Олег", "Петро"] {
        desk.office.register(&a_family_of(&format!("Бойко {given}")).draft());
    }
    desk.looks_around();
    desk.keys("бойко<Down><Down>").shows("▸ Бойко Петро").keys("<Enter><Esc>").shows("▸ Бойко Петро");
}

#[test]
fn f8_in_a_members_window_takes_no_letters_away() {
    let mut desk = a_desk();
    desk.keys("<F7>Бойко<Tab>Олег<F4><Tab><F8>").shows("Спершу оберіть запис").shows("Прізвище    Бойко");
}

#[test]
fn the_sex_follows_the_relation_on_the_way_round_the_list() {
    let mut desk = a_desk();
    desk.keys("<F7>Бойко<Tab>Олег<PgDn><PgDn><PgDn>Софія<Enter><Up><F4>сд<F2>")
        .shows("донька")
        .shows("жін.")
        .hides("чол.");
}

#[test]
fn a_choice_takes_its_letter_in_the_other_layout() {
    let mut desk = a_desk();
    desk.keys("<F7>Бойко<Tab>Саша<Tab><Tab><Tab>;").shows("◂жін.▸").keys("x").shows("◂чол.▸");
    let mut desk = a_desk().in_english();
    desk.keys("<F7>Boiko<Tab>Sasha<Tab><Tab><Tab>ь").shows("◂m▸");
}

#[test]
fn a_village_that_the_codifier_lacks_stays_as_it_was_typed() {
    let mut desk = a_desk();
    desk.keys("<F7>Бойко<Tab>Олег<PgDn>Жидачинка<Tab><F2>").shows("Збережено").shows("Жидачинка");
}

#[test]
fn saving_takes_the_suggestion_that_is_marked() {
    let mut desk = a_desk();
    desk.keys("<F7>Бойко<Tab>Олег<PgDn><PgDn>дитина<Down>");
    let screen = desk.screen();
    let marked = screen.lines().find(|line| line.contains('▸')).unwrap().split('▸').nth(1).unwrap();
    let words: Vec<&str> = marked.split_whitespace().take(2).collect();
    desk.keys("<F2>").shows("Збережено").shows(&words.join(" "));
}

#[test]
fn a_language_changed_over_an_open_form_reaches_its_choices() {
    let mut desk = a_desk();
    desk.keys("<F7>Бойко<Tab>Олег<Tab><Tab>1987<Tab>ж<F9>english<Enter>")
        .shows("New family")
        .shows("◂f▸")
        .shows("39 y")
        .hides("жін.");
}

#[test]
fn a_wider_window_shows_the_family_beside_the_list_at_once() {
    let mut desk = a_desk_with_two_families();
    desk.keys("шевченко");
    desk.sized(120, 40).shows("Члени сім’ї · 2 особи");
}

#[test]
fn the_history_speaks_the_language_of_the_screen() {
    let mut desk = a_desk_with_two_families();
    let found = desk.office.office.find("шевченко", 5).unwrap()[0].family.unwrap();
    let base = FamilyDraft::of_card(&desk.office.office.card(found).unwrap());
    let mut mine = base.clone();
    mine.categories.push(category("displaced"));
    mine.members[1].sex = Some(stiika::domain::person::Sex::Male);
    mine.members[1].relation = stiika::domain::family::Relation::Son;
    correct(&mut desk.office.office, found, &base, &mine).unwrap();
    desk.looks_around();
    desk.keys("шевченко<F9>істор<Enter>").shows("нічого → ВПО").shows("донька → син").shows("→ чол.");
    desk.hides("displaced").hides("daughter");
}

#[test]
fn what_cannot_be_searched_says_so_instead_of_searching_for_ever() {
    let mut desk = a_desk();
    let asked = slowly(&mut desk, "бойко");
    let newest = asked.len() as u64;
    desk.hear(Reply::Results { generation: newest, found: Err(stiika::office::OfficeError::NoSuchFamily) });
    desk.hides("Шукаю").shows("немає");
}

#[test]
fn a_long_name_is_seen_from_its_beginning_once_its_field_is_left() {
    let mut desk = a_desk();
    desk.keys(&format!("<F7>Довге{}<Tab>Олег", "прізвище".repeat(25))).shows("Прізвище Довге").shows("…");
    desk.keys("<F2>").shows("Збережено").shows("Довге");
}

#[test]
fn f3_in_a_form_without_likely_families_says_so() {
    let mut desk = a_desk();
    desk.keys("<F7>Бойко<F3>").shows("Схожих на обліку немає");
}

#[test]
fn a_long_note_is_read_to_its_end_beside_the_timeline() {
    let mut desk = a_desk();
    let note = format!("{}кінець", "слово ".repeat(400));
    desk.office.register(&a_family_of("Бойко Олег").with_note(&note).draft());
    desk.looks_around();
    let mut desk = desk.sized(120, 30);
    desk.keys("бойко<Enter><End>").shows("кінець");
}

#[test]
fn a_role_given_at_another_desk_is_followed_at_once() {
    let mut desk = a_desk_of(Role::Storekeeper);
    desk.shows("Наберіть прізвище, ім’я або номер сім’ї.").keys("<F7>").shows("Ваша роль не дозволяє");
    let colleague = desk.model.cx.session.as_ref().unwrap().staff.id;
    let deed = desk.office.office.new_deed();
    desk.office.office.change_role(deed, colleague, Role::Reception).unwrap();
    desk.looks_around();
    desk.keys("<F7>").shows("Нова сім’я");
}
