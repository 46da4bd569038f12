//! The desk as its people use it: keys in, what is saved and what the screen says out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

use common::flow::{Flow, a_desk, a_desk_of, keys};
use common::{a_family, a_family_of, correct, phone, register};
use stiika::domain::draft::FamilyDraft;
use stiika::domain::staff::Role;
use stiika::tui::app::Screen;
use stiika::tui::keys::Key;

/// A desk on which Оксана Шевченко with a son of six, a phone and a passport is registered already.
fn a_desk_with_oksana() -> Flow {
    let mut desk = a_desk();
    let draft = a_family_of("Шевченко Оксана Петрівна")
        .with_child(6)
        .with_phone("0671234567")
        .with_passport("КС123456")
        .draft();
    desk.office.register(&draft);
    desk.looks_around();
    desk
}

#[test]
fn a_family_of_four_is_registered_with_nine_keys_besides_the_data() {
    let story = "шевченко тарас петрович 12031987 0671234567<F7>луц<Enter>Кравчука 19г кв 5<PgDn>впо 24022022<Enter><PgDn>\
                 др Оксана Іванівна 30071990<Enter>син Петро 12032015<Enter>донька Софія 01062018<Enter><F2>";
    let besides_the_data = keys(story).iter().filter(|key| !matches!(key, Key::Char(_))).count();
    assert!(besides_the_data <= 12, "{besides_the_data} keys");
    let mut desk = a_desk();
    desk.keys(story);
    desk.shows("Збережено: Шевченко Т. П., номер сім’ї")
        .shows("4 особи · 2 дитини")
        .shows("ВПО")
        .shows("Кравчука 19г, 5");
    desk.shows("дружина").shows("Шевченко Софія").shows("067 123 45 67");
}

#[test]
fn what_was_typed_in_the_search_is_already_in_the_form() {
    let mut desk = a_desk();
    desk.keys("бойко марія кс123456 1958<F7>");
    desk.shows("Бойко").shows("Марія").shows("[КС 123456]").shows("1958");
}

#[test]
fn a_date_is_typed_as_digits_and_shown_with_the_age() {
    let mut desk = a_desk();
    desk.keys("<F7>Бойко<Tab>Олег<Tab><Tab>12031987<Tab>");
    desk.shows("12.03.1987").shows("39 р.");
}

#[test]
fn a_day_that_is_not_in_the_calendar_is_said_at_once_and_nothing_is_saved() {
    let mut desk = a_desk();
    desk.keys("<F7>Бойко<Tab>Олег<Tab><Tab>30.02.1987<F2>");
    desk.shows("Такого дня в календарі немає");
    desk.keys("<Esc><Tab><Enter>бойко").shows("Нікого не знайдено");
}

#[test]
fn a_wrong_check_digit_is_said_and_saving_stays_possible() {
    let mut desk = a_desk();
    desk.keys("<F7>Бойко<Tab>Олег<Tab><Tab><Tab><Tab><Tab>1759013770<Tab><BackTab>");
    desk.shows("остання цифра мала б бути 6, а стоїть 0");
    desk.keys("<F2>").shows("Збережено").shows("остання цифра мала б бути 6");
}

#[test]
fn a_tax_number_that_disagrees_with_the_birth_date_says_which_day_it_holds() {
    let mut desk = a_desk();
    desk.keys("<F7>Бойко<Tab>Олена<Tab><Tab>01011990<Tab><Tab><Tab>3184710691<Tab><BackTab>");
    desk.shows("за номером дата народження 12.03.1987");
}

#[test]
fn a_right_tax_number_fills_birth_date_and_sex_in() {
    let mut desk = a_desk();
    desk.keys("<F7>Бойко<Tab>Олег<PgUp><Tab><Tab><Tab><Tab><Tab><Tab>3184710691<Enter>");
    desk.shows("12.03.1987").shows("чол.");
}

#[test]
fn likely_duplicates_stand_beside_the_form_with_the_reason_and_one_key_opens_them() {
    let mut desk = a_desk_with_oksana();
    desk.keys("<F7>Інша<Tab>Людина<Tab><Tab><Tab><Tab><Tab>кс 123456<Enter>");
    desk.shows("Чи не ця сім’я вже на обліку?").shows("Шевченко Оксана Петрівна");
    desk.keys("<F3>").shows("Члени сім’ї · 2 особи");
    // The typed text waits under the card.
    desk.keys("<Esc>").shows("Нова сім’я").shows("Інша");
}

#[test]
fn likely_duplicates_never_block_but_a_paper_has_one_owner() {
    let mut desk = a_desk_with_oksana();
    desk.keys("шевченко оксана петрівна 0671234567<F7><F2>").shows("Збережено");
    desk.keys("<Esc><Esc>бойко олег кс123456<F7><F2>");
    desk.shows("Шевченко").shows("Нова сім’я");
}

#[test]
fn pressing_save_twice_registers_once() {
    let mut desk = a_desk();
    desk.keys("<F7>Бойко<Tab>Олег<F2><F2><F2>");
    desk.keys("<Esc>");
    desk.shows("сімей на обліку 1,");
}

#[test]
fn a_form_without_a_name_says_what_is_missing_and_stands_on_it() {
    let mut desk = a_desk();
    desk.keys("<F7>Бойко<F2>");
    desk.shows("Прізвище та ім’я мають бути");
    desk.keys("Олег<F2>").shows("Збережено");
}

#[test]
fn leaving_a_changed_form_asks_and_the_safe_button_has_the_focus() {
    let mut desk = a_desk();
    desk.keys("<F7>Бойко<Esc>").shows("Набране у формі ще не збережено").shows("[▸Лишитися◂]");
    desk.keys("<Enter>").shows("Нова сім’я").shows("Бойко");
    desk.keys("<Esc><Right><Enter>").shows("Пошук");
}

#[test]
fn an_untouched_form_closes_without_a_question() {
    let mut desk = a_desk();
    desk.keys("<F7><Esc>").shows("Пошук").hides("Незбережена");
}

#[test]
fn a_correction_changes_the_card_and_the_history_tells_it() {
    let mut desk = a_desk_with_oksana();
    desk.keys("шевченко<F4><PgDn>луц<Enter>Лісова 4<F2>").shows("Збережено").shows("м. Луцьк, Лісова 4");
    desk.keys("<F9>істор<Enter>").shows("змінено").shows("вул. Кравчука → Лісова").shows("Олена К.");
}

#[test]
fn what_another_desk_registers_appears_by_itself() {
    let mut desk = a_desk();
    desk.keys("ковальчук").shows("Нікого не знайдено");
    desk.office.register(&a_family_of("Ковальчук Марія Іванівна").draft());
    desk.looks_around();
    desk.shows("Ковальчук Марія Іванівна").shows("Точні збіги · 1");
}

#[test]
fn an_open_card_follows_what_another_desk_changes() {
    let mut desk = a_desk_with_oksana();
    desk.keys("шевченко<Enter>");
    let family = desk.model.top().and_then(Screen::selected_family).unwrap();
    let base = FamilyDraft::of_card(&desk.office.office.card(family).unwrap());
    let mut theirs = base.clone();
    theirs.members[0].phones.push(phone("0509998877"));
    correct(&mut desk.office.office, family, &base, &theirs).unwrap();
    desk.looks_around();
    desk.shows("050 999 88 77");
}

#[test]
fn two_desks_that_change_different_fields_are_both_kept() {
    let mut desk = a_desk_with_oksana();
    desk.keys("шевченко<F4><PgDn>луц<Enter>Лісова 4");
    let family = desk.model.top().and_then(Screen::selected_family);
    assert_eq!(family, None, "the family itself is no likely duplicate");
    let found = desk.office.office.find("шевченко", 5).unwrap()[0].family.unwrap();
    let base = FamilyDraft::of_card(&desk.office.office.card(found).unwrap());
    let mut theirs = base.clone();
    theirs.members[0].phones.push(phone("0509998877"));
    correct(&mut desk.office.office, found, &base, &theirs).unwrap();
    desk.keys("<F2>").shows("Збережено").shows("Лісова 4").shows("050 999 88 77");
}

#[test]
fn two_desks_that_change_the_same_field_are_asked_which_value_stands() {
    let changed_at_both = || {
        let mut desk = a_desk_with_oksana();
        desk.keys("шевченко<F4><PgDn><Tab><Tab>Лісова");
        let found = desk.office.office.find("шевченко", 5).unwrap()[0].family.unwrap();
        let base = FamilyDraft::of_card(&desk.office.office.card(found).unwrap());
        let mut theirs = base.clone();
        theirs.actual.street = "Польова".to_owned();
        correct(&mut desk.office.office, found, &base, &theirs).unwrap();
        desk.keys("<F2>")
            .shows("щойно змінили за іншим столом")
            .shows("там: Польова")
            .shows("у вас: Лісова")
            .shows("Олена К., 10:42");
        desk
    };
    let mut desk = changed_at_both();
    desk.keys("<Enter>").shows("Збережено").shows("Польова").hides("Лісова");
    let mut desk = changed_at_both();
    desk.keys("<Right><Enter>").shows("Збережено").shows("Лісова").hides("Польова");
    let mut desk = changed_at_both();
    desk.keys("<Esc>").shows("Зміна ·").shows("Лісова");
}

#[test]
fn a_storekeeper_sees_names_but_no_contacts_and_is_told_why_f7_is_dim() {
    let mut desk = a_desk_of(Role::Storekeeper);
    desk.office
        .register(&a_family_of("Шевченко Оксана Петрівна").with_phone("0671234567").with_passport("КС123456").draft());
    desk.looks_around();
    desk.keys("0671234567").shows("Нікого не знайдено");
    desk.keys("<Esc>шевченко<Enter>").shows("Шевченко Оксана Петрівна").shows("ваша роль не показує").hides("123456");
    desk.keys("<Esc><F7>").shows("Ваша роль не дозволяє реєструвати сім’ї");
    desk.keys("<F4>").shows("Ваша роль не дозволяє змінювати картки");
}

#[test]
fn reception_has_no_field_for_notes_and_cannot_give_a_sensitive_category() {
    let mut desk = a_desk_of(Role::Reception);
    desk.keys("<F7>").hides("Нотатка").keys("Бойко<Tab>Олег<PgDn><PgDn>насильс").hides("постраждала від насильства");
    let mut desk = a_desk_of(Role::CaseWorker);
    desk.keys("<F7>").shows("Нотатка").keys("Бойко<Tab>Олег<PgDn><PgDn>насильс").shows("постраждала від насильства");
}

#[test]
fn a_correction_by_reception_keeps_the_note_that_it_does_not_see() {
    let mut desk = a_desk_of(Role::Reception);
    let registered = desk.office.register(&a_family_of("Бойко Олег").with_note("дзвонити зранку").draft());
    desk.looks_around();
    desk.keys("бойко<F4><PgDn><Tab><Tab>Лісова 4<F2>").shows("Збережено").hides("дзвонити");
    let card = desk.office.office.card(registered.family).unwrap();
    assert_eq!(card.members[0].note, "дзвонити зранку");
}

#[test]
fn everything_about_a_member_is_in_their_window() {
    let mut desk = a_desk();
    desk.keys("<F7>Бойко<Tab>Олег<PgDn><PgDn><PgDn>син Петро 12032015<Enter><F4>");
    desk.shows("Бойко Петро").shows("Хто в сім’ї");
    desk.keys("<Tab><Tab><Tab>Олегович<Tab><Tab><Tab><Tab>І-ЕГ 123456<Enter><Tab>сирота 01092023<Enter><F2>");
    desk.shows("Бойко Петро Олегович");
    desk.keys("<F2>").shows("Збережено").shows("сирота").shows("І-ЕГ 123456".replace('І', "I").as_str());
}

#[test]
fn a_member_is_taken_out_of_the_form_by_f8() {
    let mut desk = a_desk();
    desk.keys("<F7>Бойко<Tab>Олег<PgDn><PgDn><PgDn>син Петро 2015<Enter>донька Ганна 2018<Enter><Up><F8>");
    desk.shows("Бойко Петро").hides("Бойко Ганна");
    desk.keys("<F8>").shows("Спершу оберіть запис");
}

#[test]
fn a_scanned_card_opens_its_family() {
    let mut desk = a_desk();
    let registered = desk.office.register(&a_family_of("Бойко Олег").draft());
    desk.looks_around();
    let digits = registered.number.value().to_string();
    desk.burst(&digits).shows("Члени сім’ї · 1 особа").shows("Бойко Олег");
}

#[test]
fn a_scan_in_a_form_is_only_text_and_saves_nothing() {
    let mut desk = a_desk();
    let registered = desk.office.register(&a_family_of("Бойко Олег").draft());
    desk.keys("<F7>").burst(&registered.number.value().to_string());
    desk.shows("Нова сім’я");
}

#[test]
fn what_a_terminal_must_never_receive_is_dropped_on_the_way_in() {
    let mut desk = a_desk();
    desk.keys("<F7>").burst("Бой\u{1b}[31mко\u{202e}\u{200b}").keys("<Tab>Олег<F2>");
    let screen = desk.shows("Збережено").screen();
    assert!(!screen.contains(['\u{1b}', '\u{202e}', '\u{200b}']));
}

#[test]
fn injection_strings_are_only_names() {
    let mut desk = a_desk();
    desk.keys("<F7>Бойко'); DROP TABLE family; --<Tab>Олег<F2>").shows("Збережено");
    desk.keys("<Esc>олег").shows("Точні збіги · 1");
}

#[test]
fn the_menu_finds_a_command_by_a_few_letters_in_either_case() {
    let mut desk = a_desk();
    desk.keys("<F9>ПРАЦ").shows("Працівники").hides("Історія");
    desk.keys("<Esc>").shows("Пошук");
}

#[test]
fn leaving_asks_once_and_esc_stays() {
    let mut desk = a_desk();
    desk.keys("<F10>").shows("Вийти зі Стійки?");
    desk.keys("<Esc>").shows("Пошук");
    assert!(!desk.model.quit);
    desk.keys("<F10><Enter>");
    assert!(desk.model.quit);
}

#[test]
fn an_unsaved_form_under_f10_is_told_and_staying_is_the_default() {
    let mut desk = a_desk();
    desk.keys("<F7>Бойко<F10>").shows("Незбережена форма лишиться чернеткою").shows("[▸Лишитися◂]");
    desk.keys("<Enter>").shows("Нова сім’я");
    assert!(!desk.model.quit);
}

#[test]
fn a_terminal_below_80_by_24_is_told_kindly_and_nothing_is_lost() {
    let desk = a_desk();
    let mut desk = desk;
    desk.keys("<F7>Бойко");
    let mut desk = desk.sized(60, 15);
    desk.shows("Термінал замалий: зараз 60×15");
    desk.sized(80, 24).shows("Бойко");
}

#[test]
fn a_wrong_layout_and_latin_letters_find_the_same_woman_among_the_close() {
    let mut desk = a_desk_with_oksana();
    desk.keys("itdxtyrj jrcfyf").shows("Схожі").shows("Шевченко Оксана Петрівна");
    desk.keys("<Esc>shevchenko oksana").shows("Схожі").shows("Шевченко Оксана Петрівна");
}

#[test]
fn a_row_says_why_it_was_found() {
    let mut desk = a_desk_with_oksana();
    desk.keys("4567").shows("телефон …4567");
}

#[test]
fn the_family_under_the_cursor_stands_beside_the_list_on_a_wide_terminal() {
    let mut desk = a_desk_with_oksana().sized(120, 40);
    desk.keys("шевченко").shows("Члени сім’ї · 2 особи").shows("067 123 45 67");
}

#[test]
fn the_desk_speaks_english_too() {
    let mut desk = a_desk_with_oksana().in_english();
    desk.keys("шевченко").shows("Exact matches · 1").shows("1 child");
    desk.keys("<Enter>").shows("on the register since");
}

#[test]
fn many_children_are_counted_in_the_right_plural() {
    let mut desk = a_desk();
    desk.office.register(&a_family().with_child(1).with_child(3).with_child(5).with_child(8).with_child(12).draft());
    desk.looks_around();
    let head = desk.office.office.find("0", 1).unwrap_or_default();
    drop(head);
    let second = a_family_of("Мельник Ганна").with_child(2).with_child(4).draft();
    register(&mut desk.office.office, &second);
    desk.looks_around();
    desk.keys("мельник ганна").shows("2 дитини");
}

#[test]
fn where_a_displaced_family_came_from_is_picked_from_the_whole_country() {
    let mut desk = a_desk();
    desk.keys("<F7>Бойко<Tab>Олег<PgDn><Tab><Tab><Tab><Tab><Tab>маріупол").shows("Донецька область");
    desk.keys("<Enter>Миру 12<F2>").shows("Збережено").shows("приїхали з").shows("м. Маріуполь, Миру 12");
}

#[test]
fn the_history_is_one_key_from_the_card() {
    let mut desk = a_desk_with_oksana();
    desk.keys("шевченко<Enter><F3>").shows("Хто, коли і що змінював").shows("зареєстровано");
}

#[test]
fn another_member_can_be_made_the_head_and_the_old_one_is_asked_about() {
    let mut desk = a_desk();
    desk.keys("<F7>Бойко<Tab>Олег<PgDn><PgDn><PgDn>дружина Ганна 1990<Enter><F4>г<F2>");
    desk.shows("Голова тепер Ганна").shows("Ким доводиться Олег");
    desk.keys("<F2>").shows("Збережено: Бойко Г.").shows("інше         Бойко Олег");
}

#[test]
fn the_history_says_whose_field_changed() {
    let mut desk = a_desk_with_oksana();
    desk.keys("шевченко<Enter><F4><Tab><Tab>Іванівна<F2>").shows("Збережено");
    desk.keys("<F3>").shows("Оксана: по батькові").shows("Петрівна → Іванівна");
}
