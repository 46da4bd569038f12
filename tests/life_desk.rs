//! Lives at the desk, as keys: every change of a family's life from its card, taking back, a card of a day, people without a family,
//! and two desks on one card.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

use chrono::Duration;
use common::flow::{Flow, a_desk, a_desk_of, keys};
use common::{LOGIN, a_family_of, correct};
use stiika::domain::catalogue::{Entry, Kind};
use stiika::domain::draft::FamilyDraft;
use stiika::domain::family::{FamilyCard, Relation};
use stiika::domain::staff::Role;
use stiika::office::Registered;
use stiika::tui::keys::Key;

/// A desk with Оксана, a daughter of 16 (Марія) and one of 6 (Ганна), on the register for a year.
fn a_desk_with_a_family() -> (Flow, Registered) {
    let mut desk = a_desk();
    let mut draft = a_family_of("Шевченко Оксана Петрівна").with_child(16).with_child(6).displaced().draft();
    draft.registered_on = common::day("2025-11-01");
    let family = desk.office.register(&draft);
    desk.looks_around();
    (desk, family)
}

/// And with another family, of Бойко Олег.
fn two_families() -> (Flow, Registered, Registered) {
    let (mut desk, family) = a_desk_with_a_family();
    let mut draft = a_family_of("Бойко Олег Миколайович").draft();
    draft.registered_on = common::day("2025-11-01");
    let other = desk.office.register(&draft);
    desk.looks_around();
    (desk, family, other)
}

fn card(desk: &mut Flow, family: &Registered) -> FamilyCard {
    desk.office.office.card(family.family).expect("card")
}

fn given(card: &FamilyCard) -> Vec<&str> {
    card.members.iter().map(|member| member.name.given.as_str()).collect()
}

/// Keys that are no data: neither typed letters nor digits of a date.
fn besides_the_data(story: &str) -> usize {
    keys(story).iter().filter(|key| !matches!(key, Key::Char(_))).count()
}

#[test]
fn a_member_leaves_in_six_keys() {
    let (mut desk, family) = a_desk_with_a_family();
    desk.keys("шевченко<Enter>").shows("Члени сім’ї · 3 особи");
    // From the open card: to her line, what happened, leaving, grown up, save.
    let story = "<Down><Down><Enter>13<F2>";
    assert!(keys(story).len() <= 6, "{}", keys(story).len());
    assert!(besides_the_data(story) <= 4);
    desk.keys("<Down><Down><Enter>").shows("Що сталося?").shows("1  Вибуває із сім’ї");
    desk.keys("1").shows("Вибуває із сім’ї · Шевченко М. І.").shows("21.11.2026");
    desk.keys("3<F2>").shows("Записано: Шевченко М. І. вибуває").shows("Члени сім’ї · 2 особи").shows("Раніше");
    desk.shows("живе окремо");
    assert_eq!(given(&card(&mut desk, &family)), ["Оксана", "Ганна"]);
}

#[test]
fn a_head_who_leaves_is_followed_by_the_one_who_is_named() {
    let (mut desk, family) = a_desk_with_a_family();
    desk.keys("шевченко<Enter><Down><Enter>1").shows("Голова тепер");
    desk.keys("<F2>").shows("Члени сім’ї · 2 особи");
    let card = card(&mut desk, &family);
    assert_eq!(card.head().map(|head| (head.name.given.as_str(), head.relation)), Some(("Марія", Relation::Head)));
}

#[test]
fn a_day_that_has_not_come_is_a_fault_at_the_date_and_nothing_is_written() {
    let (mut desk, family) = a_desk_with_a_family();
    desk.keys("шевченко<Enter><Down><Down><Enter>1<Tab>01012030<F2>")
        .shows("ще не настало")
        .shows("Вибуває із сім’ї ·");
    desk.keys("<Home><Del><Del><Del><Del><Del><Del><Del><Del><Del><Del>30.02.2026<F2>")
        .shows("Такого дня в календарі немає");
    assert_eq!(card(&mut desk, &family).members.len(), 3);
}

#[test]
fn a_member_moves_to_a_family_that_is_found_while_typing() {
    let (mut desk, family, other) = two_families();
    desk.keys("шевченко<Enter><Down><Down><Enter>2").shows("Переходить до іншої сім’ї · Шевченко М. І.");
    desk.keys("бойко").shows("Бойко Олег Миколайович");
    desk.keys("<Enter>").shows("Хто там").keys("<F2>").shows("тепер у сім’ї").shows("Члени сім’ї · 2 особи");
    assert_eq!(given(&card(&mut desk, &family)), ["Оксана", "Ганна"]);
    assert_eq!(given(&card(&mut desk, &other)), ["Олег", "Марія"]);
}

#[test]
fn a_child_of_parents_apart_stands_in_both_families() {
    let (mut desk, family, other) = two_families();
    desk.keys("шевченко<Enter><Down><Down><Enter>2бойко<Enter><Tab>2<F2>").shows("також у сім’ї");
    assert!(given(&card(&mut desk, &family)).contains(&"Марія"));
    assert!(given(&card(&mut desk, &other)).contains(&"Марія"));
}

#[test]
fn some_members_become_a_family_with_a_number_of_its_own() {
    let (mut desk, family) = a_desk_with_a_family();
    desk.keys("шевченко<Enter><Down><Down><Enter>3")
        .shows("Хто йде разом?")
        .shows("[x] донька          Шевченко Марія");
    desk.keys("<Down> <Enter>").shows("Голова нової").shows("Ганна");
    desk.keys("<F2>").shows("Нова сім’я має номер").shows("Члени сім’ї · 1 особа");
    assert_eq!(given(&card(&mut desk, &family)), ["Оксана"]);
    desk.keys("<Esc><Esc>шевченко марія<Enter>").shows("Члени сім’ї · 2 особи").shows("голова");
}

#[test]
fn splitting_off_everybody_or_nobody_is_said_at_once() {
    let (mut desk, _) = a_desk_with_a_family();
    desk.keys("шевченко<Enter><Down><Enter>3+<Enter>").shows("Позначено всіх");
    desk.keys("-<Enter>").shows("Нікого не позначено");
}

#[test]
fn a_former_surname_stays_on_the_card_and_in_the_search() {
    let (mut desk, _) = a_desk_with_a_family();
    desk.keys("шевченко<Enter><Down><Enter>4Бондар<Tab><Tab><Tab><Tab>свідоцтво 12<F2>");
    desk.shows("Нове прізвище записано").shows("Бондар Оксана Петрівна").shows("до 21.11.2026 Шевченко");
    desk.keys("<Esc><Esc>шевченко оксана").shows("Бондар Оксана Петрівна");
}

#[test]
fn the_same_name_is_no_new_one() {
    let (mut desk, _) = a_desk_with_a_family();
    desk.keys("шевченко<Enter><Down><Enter>4<F2>").shows("Нового прізвища чи імені не вказано");
}

#[test]
fn another_member_becomes_the_head_from_a_day() {
    let (mut desk, family) = a_desk_with_a_family();
    desk.keys("шевченко<Enter><Down><Down><Enter>5").shows("Оксана — хто новому голові").shows("мати");
    desk.keys("<F2>").shows("Шевченко М. І. тепер голова");
    let card = card(&mut desk, &family);
    assert_eq!(card.head().map(|head| head.name.given.clone()).as_deref(), Some("Марія"));
    let mother = card.members.iter().find(|member| member.name.given == "Оксана").map(|member| member.relation);
    assert_eq!(mother, Some(Relation::Mother));
}

#[test]
fn a_head_who_dies_is_marked_and_another_one_is_the_head() {
    let (mut desk, family) = a_desk_with_a_family();
    desk.keys("шевченко<Enter><Down><Enter>6").shows("Голова тепер").keys("<F2>").shows("смерть").shows("† 21.11.2026");
    assert_eq!(card(&mut desk, &family).head().map(|head| head.name.given.clone()).as_deref(), Some("Марія"));
}

#[test]
fn a_member_gets_a_category_with_its_basis() {
    let (mut desk, _) = a_desk_with_a_family();
    desk.keys("шевченко<Enter><Down><Down><Down><Enter>7інв<Enter>01.09.2026<Tab><Tab>висновок 7<F2>");
    desk.shows("Категорію записано").shows("Ганна: дитина з інвалідністю з 01.09.2026 · висновок 7");
}

#[test]
fn somebody_of_the_register_joins_and_no_second_one_is_made() {
    let (mut desk, family, _) = two_families();
    desk.keys("шевченко<Enter><Enter>1бойко<Enter>").shows("Додати людину, яка вже на обліку");
    desk.keys("<F2>").shows("Бойко О. М. тепер у цій сім’ї").shows("також у сім’ї");
    assert!(given(&card(&mut desk, &family)).contains(&"Олег"));
    // One person in two families, not two people.
    desk.keys("<Esc><Esc>").shows("людей 4");
}

#[test]
fn an_entry_is_closed_with_a_reason_and_opened_again() {
    let (mut desk, family) = a_desk_with_a_family();
    desk.keys("шевченко<Enter><Enter>5").shows("Закрити картку").keys("1<F2>").shows("Закрито з 21.11.2026: виїзд");
    assert!(card(&mut desk, &family).closed_on.is_some());
    // The same number opens it: of both only one can be.
    desk.keys("<Enter>5").shows("Відкрити картку знову").keys("<F2>").shows("Потрібна причина");
    desk.keys("повернулися<F2>").shows("Картку відкрито знову").hides("✗ Закрито");
    assert_eq!(card(&mut desk, &family).closed_on, None);
}

#[test]
fn closing_for_another_reason_wants_it_in_words() {
    let (mut desk, _) = a_desk_with_a_family();
    desk.keys("шевченко<Enter><Enter>57<F2>").shows("Потрібна причина словами");
    desk.keys("за заявою<F2>").shows("інше, за заявою");
}

#[test]
fn somebody_outside_the_family_may_collect_for_it_and_then_no_longer() {
    let (mut desk, _) = a_desk_with_a_family();
    desk.keys("шевченко<Enter><Enter>4ткачук ірина").shows("не з обліку");
    desk.keys("<Enter>АВ 123456<Tab>0671112233<F2>").shows("Дозвіл отримувати записано").shows("Можуть отримувати");
    desk.shows("Ткачук Ірина · ");
    desk.keys("<End><Enter>").shows("Більше не отримує").keys("1<F2>").shows("Дозвіл завершено");
}

#[test]
fn a_new_address_is_one_line_and_the_old_one_stays_with_its_days() {
    let (mut desk, family) = a_desk_with_a_family();
    desk.keys("шевченко<Enter><Enter>2ківер<Enter>Лісова 4<F2>").shows("Нову адресу записано").shows("Лісова 4");
    desk.shows("вул. Кравчука 19г, 5 · 01.11.2025–21.11.2026");
    assert_eq!(card(&mut desk, &family).past.addresses.len(), 1);
}

#[test]
fn a_category_ends_and_is_renewed_on_a_new_paper() {
    let (mut desk, _) = a_desk_with_a_family();
    desk.keys("шевченко<Enter><Down><Down><Down><Down><Enter>").shows("Категорія завершилася");
    desk.keys("1<F2>").shows("Категорію завершено").shows("до 21.11.2026");
    // The desk was left for two days and locked itself: the card opens again after the sign-in.
    desk.leaps(Duration::days(2)).signs_in(LOGIN);
    desk.keys("<Down><Down><Down><Down><Enter>2<Tab><Tab>довідка 0710-7<F2>")
        .shows("Категорію поновлено")
        .shows("з 23.11.2026 · довідка 0710-7");
}

#[test]
fn a_card_is_seen_as_it_was_and_nothing_can_be_changed_there() {
    let (mut desk, _) = a_desk_with_a_family();
    desk.keys("шевченко<Enter><Down><Down><Enter>1<F2>").shows("Члени сім’ї · 2 особи");
    desk.keys("<F9>станом<Enter>").shows("Картка станом на день").keys("01032026<F2>");
    desk.shows("Станом на 01.03.2026").shows("Члени сім’ї · 3 особи").shows("Шевченко Марія");
    desk.keys("<F4><F8><Enter>").shows("Станом на 01.03.2026").hides("Що сталося?");
    desk.keys("<Esc>").shows("Члени сім’ї · 2 особи").hides("Станом на");
}

#[test]
fn ones_own_last_deed_is_taken_back_in_two_keys_and_put_back_in_two() {
    let (mut desk, family) = a_desk_with_a_family();
    desk.keys("шевченко<Enter><Down><Down><Enter>1<F2>").shows("Члени сім’ї · 2 особи");
    desk.keys("<F8>").shows("Скасувати свою останню дію").shows("член сім’ї вибув").shows("Шевченко");
    desk.keys("<F2>").shows("Скасовано: член сім’ї вибув").shows("Члени сім’ї · 3 особи");
    assert_eq!(card(&mut desk, &family).members.len(), 3);
    desk.keys("<F8>").shows("Повернути скасоване").shows("повернути скасоване: член сім’ї вибув");
    desk.keys("<F2>").shows("Повернуто").shows("Члени сім’ї · 2 особи");
}

#[test]
fn the_reason_of_taking_back_is_chosen_by_a_digit_and_told_by_the_history() {
    let (mut desk, _) = a_desk_with_a_family();
    desk.keys("шевченко<Enter><Down><Down><Enter>1<F2><F8>2<F2>").shows("Скасовано");
    desk.keys("<F3>").shows("скасовано").shows("не та людина");
}

#[test]
fn what_a_colleague_changed_later_stands_in_the_way_and_is_named() {
    let mut desk = a_desk_of(Role::Reception);
    let draft = a_family_of("Шевченко Оксана Петрівна").draft();
    let family = desk.office.register(&draft);
    desk.looks_around();
    desk.keys("шевченко<F4><PgDn><Tab><Tab>Лісова 4<F2>").shows("Лісова 4");
    let base = FamilyDraft::of_card(&card(&mut desk, &family));
    let mut theirs = base.clone();
    theirs.actual.street = "Польова".to_owned();
    correct(&mut desk.office.office, family.family, &base, &theirs).unwrap();
    desk.looks_around();
    desk.keys("<F8>").shows("Скасувати не можна").shows("Олена К.");
    desk.keys("<F2>").shows("Члени сім’ї").shows("Польова");
}

#[test]
fn nothing_to_take_back_is_said_calmly() {
    let mut desk = a_desk_of(Role::Reception);
    desk.keys("<F8>").shows("Скасовувати нічого").keys("<Esc>").shows("Пошук");
}

#[test]
fn an_entry_of_the_history_is_taken_back_under_the_cursor() {
    let (mut desk, family) = a_desk_with_a_family();
    desk.keys("шевченко<Enter><Down><Down><Enter>1<F2>").keys("<F3>").shows("член сім’ї вибув");
    // Looking changes nothing: its line says so.
    desk.keys("<F8>");
    for _ in 0..6 {
        if desk.screen().contains("Скасувати свою останню дію") {
            break;
        }
        desk.shows("скасувати не можна").keys("<Down><F8>");
    }
    desk.shows("член сім’ї вибув").keys("<F2>").shows("Скасовано");
    assert_eq!(card(&mut desk, &family).members.len(), 3);
}

#[test]
fn a_person_without_a_family_has_a_card_and_becomes_the_head_of_one() {
    let mut desk = a_desk();
    desk.keys("кравець надія іванівна 0671234567<F9>нова особа<Enter>").shows("Нова особа без сім’ї").shows("Надія");
    desk.keys("<F2>").shows("Збережено: Кравець Н. І., без сім’ї").shows("Без сім’ї на обліку").shows("067 123 45 67");
    desk.keys("<F7>").shows("Нова сім’я").shows("Кравець").keys("<F2>").shows("номер сім’ї");
    desk.keys("<Esc><Esc><Esc>кравець").shows("Точні збіги · 1");
}

#[test]
fn a_person_without_a_family_is_found_corrected_and_added_to_one() {
    let (mut desk, family) = a_desk_with_a_family();
    desk.keys("кравець надія<F9>нова особа<Enter><F2><Esc><Esc>кравець<Enter>").shows("Без сім’ї на обліку");
    desk.keys("<Esc><F4>")
        .shows("Зміна · Кравець Надія")
        .keys("<Tab><Tab>Іванівна<F2>")
        .shows("Кравець Надія Іванівна");
    desk.keys("<F9>до сім<Enter>").shows("Додати до сім’ї").keys("шевченко<Enter>").shows("Хто там");
    desk.keys("<F2>").shows("тепер у цій сім’ї").shows(&family.number.to_string());
    assert!(given(&card(&mut desk, &family)).contains(&"Надія"));
}

#[test]
fn who_may_be_the_same_person_stands_below_the_form() {
    let (mut desk, _) = a_desk_with_a_family();
    desk.keys("шевченко оксана петрівна<F9>нова особа<Enter>").shows("Чи не ця людина вже на обліку?");
}

#[test]
fn everything_about_a_member_is_on_their_own_card() {
    let (mut desk, _) = a_desk_with_a_family();
    desk.keys("шевченко<Enter><Down><Down><Enter>8").shows("Шевченко Марія Іванівна").shows("Сім’ї").shows("донька");
    desk.keys("<Enter>").shows("Члени сім’ї · 3 особи");
}

#[test]
fn two_desks_on_one_card_choose_field_by_field() {
    let (mut desk, family) = a_desk_with_a_family();
    desk.keys("шевченко<F4><Tab>Олена<PgDn><Tab><Tab>Лісова");
    let base = FamilyDraft::of_card(&card(&mut desk, &family));
    let mut theirs = base.clone();
    theirs.actual.street = "Польова".to_owned();
    theirs.members[0].name.given = "Ольга".to_owned();
    correct(&mut desk.office.office, family.family, &base, &theirs).unwrap();
    desk.keys("<F2>").shows("за іншим столом").shows("1 живе: вулиця · Олена К., 10:42").shows("2 Олена: ім’я");
    // Closing the question loses nothing that was typed.
    desk.keys("<Esc>").shows("Лісова").shows("Олена").keys("<F2>");
    desk.keys("<Right><Enter>").shows("Збережено");
    let card = card(&mut desk, &family);
    let head = card.head().expect("head");
    assert_eq!((card.address(stiika::domain::address::AddressKind::Actual).unwrap().street.as_str()), "Лісова");
    assert_eq!(head.name.given, "Ольга");
}

#[test]
fn two_desks_on_one_person_choose_too() {
    let mut desk = a_desk();
    desk.keys("кравець надія<F9>нова особа<Enter><F2>").shows("без сім’ї");
    let person = desk.model.top().and_then(stiika::tui::app::Screen::selected_person).unwrap();
    desk.keys("<F4><Tab>Ніна");
    let base = desk.office.office.person_card(person).unwrap().single;
    let mut theirs = base.clone();
    theirs.person.name.given = "Надія-Марія".to_owned();
    let deed = desk.office.office.new_deed();
    desk.office.office.correct_single(deed, person, &base, &theirs).unwrap();
    desk.keys("<F2>").shows("там: Надія-Марія").shows("у вас: Ніна").shows("Олена К.");
    desk.keys("<Right><Enter>").shows("Збережено").shows("Кравець Ніна");
}

#[test]
fn a_storekeeper_reads_a_card_and_is_told_what_the_role_lacks() {
    let mut desk = a_desk_of(Role::Storekeeper);
    desk.office.register(&a_family_of("Шевченко Оксана Петрівна").with_phone("0671234567").draft());
    desk.looks_around();
    desk.keys("шевченко<Enter><Down><Enter>1").shows("Ваша роль не дозволяє змінювати картки");
    desk.keys("<Esc>").hides("067 123").hides("Кравчука");
}

#[test]
fn a_command_of_the_menu_says_which_line_to_stand_on() {
    let (mut desk, _) = a_desk_with_a_family();
    desk.keys("шевченко<Enter><F9>вибут<Enter>").shows("Спершу станьте стрілками на рядок члена сім’ї");
    desk.keys("<Esc><Down><F9>вибут<Enter>").shows("Вибуває із сім’ї ·");
}

#[test]
fn a_window_with_something_typed_asks_before_it_closes() {
    let (mut desk, _) = a_desk_with_a_family();
    desk.keys("шевченко<Enter><Down><Enter>1<Esc>").shows("Члени сім’ї").hides("Незбережена");
    desk.keys("<Enter>4Бондар<Esc>").shows("Набране у формі ще не збережено");
}

#[test]
fn a_category_named_in_full_is_not_another_one_that_begins_with_its_name() {
    let (mut desk, family) = a_desk_with_a_family();
    for (place, name) in ["Пожежа в квартирі", "Пожежа"].into_iter().enumerate() {
        let mut entry = Entry::new(Kind::Category, &format!("fire_{place}"), name);
        entry.position = 100 + u32::try_from(place).expect("small");
        let deed = desk.office.office.new_deed();
        desk.office.office.add_entry(deed, &entry).expect("added");
    }
    desk.looks_around();
    desk.keys("шевченко<Enter><F9>категорія сім’ї<Enter>").shows("Додати категорію сім’ї").keys("Пожежа<F2>");
    let codes: Vec<String> = card(&mut desk, &family).categories.into_iter().map(|category| category.code.0).collect();
    assert_eq!(codes, ["displaced", "fire_1"]);
}

#[test]
fn the_menu_says_what_makes_no_sense_on_this_card() {
    let (mut desk, _) = a_desk_with_a_family();
    desk.keys("шевченко<Enter><F9>відкрити знову<Enter>").shows("Сім’я й так на обліку");
    desk.keys("<Esc><Down><Enter>").shows("Що сталося?").shows("6  Смерть").keys("5").shows("вже голова сім’ї");
    desk.keys("<Esc><F9>закрити<Enter>3<F2>").shows("закрито").keys("<F9>закрити<Enter>").shows("Картку вже закрито");
    desk.keys("<Esc><F9>хто отримує<Enter>").shows("Спершу «Відкрити знову»").keys("<Esc><F9>відкрити знову<Enter>");
    desk.shows("Чому").keys("повернулися<F2>").shows("відкрито знову");
}

#[test]
fn the_menu_shows_first_what_can_be_done_and_that_there_is_more() {
    let (mut desk, _) = a_desk_with_a_family();
    desk.keys("шевченко<Enter><F9>").shows("▼");
    let screen = desk.screen();
    let row = |title: &str| screen.lines().position(|line| line.contains(title));
    assert!(row("Додати з обліку").expect("offered") < row("Вибуття").unwrap_or(usize::MAX), "{screen}");
    desk.keys("нова").shows("Нова адреса").hides("Кольори");
}

#[test]
fn a_taking_back_says_on_the_card_what_it_took_back_and_looks_back_are_no_happenings() {
    let (mut desk, _) = a_desk_with_a_family();
    desk.keys("шевченко<Enter><Down><Down><Enter>1<F2><F8><F2>").shows("скасовано: член сім’ї вибув");
    desk.shows("✗ член сім’ї вибув, скасовано").hides("скасовано запис");
    desk.keys("<F9>станом на<Enter>").shows("На день").keys("01112025<F2>").shows("тільки читати").keys("<Esc>");
    desk.hides("картка на дату").keys("<F3>").shows("картка на дату").shows("✗ член сім’ї вибув, скасовано");
}
