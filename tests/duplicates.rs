//! Families that are on the register twice: the list, saying that they differ, and making one card of two, as keys.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

use common::flow::{Flow, a_desk, a_desk_of};
use common::{a_family, a_family_of, correct, day, name, phone};
use rstest::rstest;
use stiika::domain::draft::FamilyDraft;
use stiika::domain::person::{BirthDate, Precision};
use stiika::domain::staff::Role;
use stiika::office::{OfficeError, Registered};
use stiika::store::apart::PairRow;
use stiika::text::Lang;

/// Оксана with a daughter, registered again in December: a slip in her birth date, a new phone, no street, a newborn.
fn again() -> FamilyDraft {
    let mut again = a_family().with_child(6).with_child(1).with_phone("0501112233").draft();
    again.registered_on = day("2026-12-01");
    again.members[0].birth = Some(BirthDate { date: day("1987-03-21"), precision: Precision::Day });
    again.actual.street.clear();
    again
}

fn first() -> FamilyDraft {
    a_family().with_child(6).with_phone("0671234567").with_note("Дзвонити зранку.").draft()
}

/// A desk with Оксана on the register twice and neighbours who are not.
fn a_desk_with_a_double() -> (Flow, Registered, Registered) {
    of_a_desk(a_desk())
}

fn of_a_desk(mut desk: Flow) -> (Flow, Registered, Registered) {
    let one = desk.office.register(&first());
    let other = desk.office.register(&again());
    desk.office.register(&a_family_of("Бойко Олег Миколайович").draft());
    let mut twin = a_family_of("Бойко Ольга Миколаївна").draft();
    twin.actual.flat = "6".to_owned();
    desk.office.register(&twin);
    desk.looks_around();
    (desk, one, other)
}

const OPEN: &str = "<F9>дублікати<Enter>";

#[test]
fn the_list_fills_by_itself_and_the_pair_is_on_it_with_its_reasons() {
    let (mut desk, one, other) = a_desk_with_a_double();
    desk.keys(OPEN).shows("переглянуто 0 %").shows("Переглядаю облік");
    desk.looks_for_duplicates().shows("Можливі дублікати · 1");
    desk.shows("▸ Шевченко Оксана Петрівна").shows(&one.number.to_string()).shows(&other.number.to_string());
    desk.shows("схожий ще 1 член сім’ї").hides("Бойко");
}

#[test]
fn an_empty_list_says_what_to_do() {
    let mut desk = a_desk();
    desk.keys(OPEN).looks_for_duplicates().shows("Дублікатів не видно").shows("Об’єднати з…");
    desk.keys("<F3>").shows("Тут немає жодної пари");
    desk.keys("<Esc>").shows("Сьогодні");
}

#[test]
fn a_pair_said_to_be_different_is_not_offered_again() {
    let (mut desk, ..) = a_desk_with_a_double();
    desk.keys(OPEN).looks_for_duplicates().keys("<F8>").shows("Записано: це різні").shows("Дублікатів не видно");
    desk.keys("<Esc>").keys(OPEN).looks_for_duplicates().shows("Дублікатів не видно");
    assert_eq!(desk.office.told_apart().len(), 1);
}

#[test]
fn whoever_may_not_edit_is_refused_with_the_reason() {
    let (mut desk, ..) = of_a_desk(a_desk_of(Role::Trainer));
    desk.keys(OPEN).shows("Ваша роль не дозволяє");
    let mut office = desk.office.desk_of(Role::Director);
    assert!(matches!(office.duplicates(10), Err(OfficeError::NotAllowed(_))));
    assert!(!office.duplicates_step(1_000_000));
}

#[test]
fn both_cards_stand_side_by_side_with_the_differences_marked() {
    let (mut desk, ..) = a_desk_with_a_double();
    desk.keys(OPEN)
        .looks_for_duplicates()
        .keys("<Enter>")
        .shows("Дві картки поруч")
        .shows("лишається")
        .shows("вестиме сюди");
    desk.shows("= Шевченко").shows("≠").shows("● 21.11.2026").shows("○ 01.12.2026");
}

#[test]
fn esc_asks_before_choices_are_thrown_away() {
    let (mut desk, ..) = a_desk_with_a_double();
    desk.keys(OPEN).looks_for_duplicates().keys("<Enter><Esc>").shows("Можливі дублікати");
    desk.keys("<Enter><Right><Esc>").shows("Викинути").keys("<Right><Enter>").shows("Можливі дублікати");
}

#[test]
fn it_is_said_exactly_what_will_happen_before_it_does() {
    let (mut desk, one, other) = a_desk_with_a_double();
    desk.keys(OPEN).looks_for_duplicates().keys("<Enter><F2>");
    desk.shows(&format!("Лишиться картка {}", one.number)).shows("У сім’ї буде 3").shows("2 з них стоять в обох");
    desk.keys("<Esc>").shows("Дві картки поруч");
    // The other number may stay.
    desk.keys("<Right><F2>").shows(&format!("Лишиться картка {}", other.number));
}

#[test]
fn two_cards_become_one_with_everything_of_both() {
    let (mut desk, one, other) = a_desk_with_a_double();
    desk.keys(OPEN).looks_for_duplicates().keys("<Enter><F2><Right><Enter>");
    desk.shows(&format!("лишилася картка {}", one.number));
    let card = desk.office.office.card(one.family).unwrap();
    assert_eq!(card.members.len(), 3);
    assert_eq!(card.members[0].phones.len(), 2);
    assert_eq!(card.actual_street(), "вул. Кравчука");
    assert_eq!(desk.office.office.card(other.family).unwrap().id, one.family, "the old number leads to the kept card");
    desk.keys("<Esc>").looks_for_duplicates().shows("Дублікатів не видно");
}

trait Street {
    fn actual_street(&self) -> String;
}

impl Street for stiika::domain::family::FamilyCard {
    fn actual_street(&self) -> String {
        FamilyDraft::of_card(self).actual.street
    }
}

#[test]
fn a_chosen_field_is_what_the_kept_card_has() {
    let (mut desk, one, _) = a_desk_with_a_double();
    // The day on the register, the address, the birth date of the head.
    desk.keys(OPEN).looks_for_duplicates().keys("<Enter><Enter><Enter><Enter>").shows("● 21.03.1987");
    desk.keys("<Left>").shows("● 12.03.1987").shows("Так обрали ви").keys("<F2><Right><Enter>").shows("Об’єднано");
    let card = desk.office.office.card(one.family).unwrap();
    assert_eq!(card.members[0].birth.map(|birth| birth.date), Some(day("1987-03-12")));
}

#[test]
fn a_merge_of_a_merged_card_says_that_they_are_one_already() {
    let (mut desk, one, other) = a_desk_with_a_double();
    desk.keys(OPEN).looks_for_duplicates();
    let mut second = Flow::of(common::an_office(), desk.office.another_desk(), Lang::Uk);
    second.keys(OPEN).looks_for_duplicates().keys("<Enter><F2><Right><Enter>").shows("Об’єднано");
    desk.keys("<Enter>").shows("Це вже одна картка");
    let _ = (one, other);
}

#[test]
fn what_another_desk_changed_meanwhile_is_shown_and_the_choices_stay() {
    let (mut desk, one, other) = a_desk_with_a_double();
    desk.keys(OPEN).looks_for_duplicates().keys("<Enter><Right>");
    let base = FamilyDraft::of_card(&desk.office.office.card(one.family).unwrap());
    let mut mine = base.clone();
    mine.members[0].name = name("Шевченко-Бойко Оксана Петрівна");
    correct(&mut desk.office.office, one.family, &base, &mine).unwrap();
    desk.keys("<F2><Right><Enter>").shows("Дві картки поруч").shows("Шевченко-Бойко");
    desk.keys("<F2>").shows(&format!("Лишиться картка {}", other.number)).keys("<Right><Enter>").shows("Об’єднано");
}

#[test]
fn two_cards_that_somebody_knows_are_merged_from_the_card() {
    let mut desk = a_desk();
    let one = desk.office.register(&a_family_of("Гнатюк Ірина Юріївна").draft());
    let other = desk.office.register(&a_family_of("Савчук Ірина Юріївна").draft());
    desk.looks_around();
    desk.keys("гнатюк<Enter>").keys("<F9>об’єднати з<Enter>").shows("З якою карткою об’єднати?");
    desk.keys("гнатюк")
        .shows("Нікого не знайдено")
        .keys("<Backspace><Backspace><Backspace><Backspace><Backspace><Backspace>");
    desk.keys("савчук").shows(&other.number.to_string()).keys("<Enter>").shows("Дві картки поруч");
    desk.keys("<F2><Right><Enter>").shows(&format!("лишилася картка {}", one.number));
}

#[test]
fn the_history_of_both_is_kept() {
    let (mut desk, one, other) = a_desk_with_a_double();
    desk.keys(OPEN).looks_for_duplicates().keys("<Enter><F2><Right><Enter>").shows("Об’єднано");
    let history = desk.office.office.history(one.family).unwrap();
    assert!(history.iter().any(|entry| entry.of == Some(other.number)), "{history:?}");
    assert!(history.iter().any(|entry| entry.action == "families-merged"));
}

#[test]
fn a_merge_is_taken_back_and_the_pair_is_offered_again() {
    let (mut desk, one, other) = a_desk_with_a_double();
    desk.keys(OPEN).looks_for_duplicates().keys("<Enter><F2><Right><Enter>").shows("Об’єднано");
    let last = desk.office.office.last_deed().unwrap().expect("a deed");
    let deed = desk.office.office.new_deed();
    desk.office.office.undo(deed, last.deed, "не та сім’я").unwrap();
    assert_eq!(desk.office.office.card(other.family).unwrap().id, other.family);
    assert_eq!(desk.office.office.card(one.family).unwrap().members.len(), 2);
    desk.looks_around();
    desk.keys("<Esc>").looks_for_duplicates().shows("Можливі дублікати · 1");
}

#[test]
fn somebody_without_a_family_and_a_member_become_one_person() {
    let mut desk = a_desk();
    let family = desk.office.register(&a_family().draft());
    let mut single = a_family().with_phone("0671234567").draft();
    let single = stiika::domain::draft::SingleDraft { person: single.members.remove(0), address: single.actual };
    let deed = desk.office.office.new_deed();
    desk.office.office.register_single(deed, &single).unwrap();
    desk.looks_around();
    desk.keys(OPEN).looks_for_duplicates().shows("Можливі дублікати · 1").keys("<Enter><F2>").shows("Лишиться запис");
    desk.keys("<Right><Enter>").shows("тепер це один запис");
    let card = desk.office.office.card(family.family).unwrap();
    assert_eq!(card.members[0].phones, [phone("0671234567")]);
}

#[test]
fn a_pair_of_people_said_to_be_different_is_remembered_too() {
    let mut desk = a_desk();
    desk.office.register(&a_family().draft());
    let mut single = a_family().draft();
    let single = stiika::domain::draft::SingleDraft { person: single.members.remove(0), address: single.actual };
    let deed = desk.office.office.new_deed();
    desk.office.office.register_single(deed, &single).unwrap();
    desk.looks_around();
    desk.keys(OPEN).looks_for_duplicates().keys("<F8>").shows("Дублікатів не видно");
    assert!(matches!(desk.office.told_apart()[..], [PairRow::People(..)]));
}

fn is(desk: &Flow, name: &str) {
    let lang = desk.model.cx.texts.lang().code();
    insta::assert_snapshot!(format!("{name}_{lang}_{}", desk.model.cx.size.0), desk.screen());
}

#[rstest]
fn looks(#[values(Lang::Uk, Lang::En)] lang: Lang, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let (desk, ..) = a_desk_with_a_double();
    let desk = if lang == Lang::En { desk.in_english() } else { desk };
    let mut desk = desk.sized(size.0, size.1);
    desk.keys(if lang == Lang::En { "<F9>duplicates<Enter>" } else { OPEN });
    is(&desk, "duplicates_looking");
    desk.looks_for_duplicates();
    is(&desk, "duplicates_list");
    desk.keys("<Enter>");
    is(&desk, "merge");
    desk.keys("<Down>");
    is(&desk, "merge_field");
    desk.keys("<End>");
    is(&desk, "merge_end");
    desk.keys("<F2>");
    is(&desk, "merge_question");
}
