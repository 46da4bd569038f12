//! Issuing aid at the desk, as keys: from a name to an act, what stands in the way and how it bends, taking an act back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

use common::flow::{Flow, a_desk, a_desk_of};
use common::{AnOffice, LOGIN, PASSWORD, a_family_of, day};
use rstest::rstest;
use stiika::domain::life::{CloseReason, LifeEvent};
use stiika::domain::staff::Role;
use stiika::domain::stock::{LocationCode, Quantity};
use stiika::office::Office;
use stiika::office::storeroom::{Receipt, ReceiptLine};
use stiika::text::Lang;

/// A donor and an organisation that receives.
fn partners(office: &AnOffice) {
    let slots = stiika::store::keys::SlotsFile::load(&office.path()).unwrap().slots;
    let (key, _) = slots.unlock(LOGIN, PASSWORD).unwrap();
    let mut store = stiika::store::Store::open(&office.path(), &key).unwrap();
    let sql = "INSERT INTO partner (code, name, role, edrpou) VALUES ('karitas', 'Карітас', 'donor', ''),
               ('hromada', 'Торчинська громада', 'recipient', '04333111');";
    store.transact(|tx| tx.execute_batch(sql).map_err(stiika::store::StoreError::from)).unwrap();
}

fn came(office: &mut Office, item: &str, quantity: i64, expires_on: Option<&str>) {
    let deed = office.new_deed();
    let (weight, expires_on) = (None, expires_on.map(day));
    let receipt = Receipt {
        on: day("2026-11-01"),
        location: LocationCode::storeroom(),
        partner: Some("karitas".into()),
        document: "накладна 7".to_owned(),
        lines: vec![ReceiptLine { item: item.into(), quantity: Quantity(quantity), weight, expires_on }],
        note: String::new(),
    };
    office.receive(deed, &receipt).unwrap();
}

fn lies(office: &mut Office, item: &str) -> i64 {
    let rows = office.balances(Some(&LocationCode::storeroom())).unwrap().rows;
    rows.iter().find(|row| row.item.as_str() == item).map_or(0, |row| row.quantity.0)
}

/// Goods on the shelf, a displaced family with children on the register.
fn stocked(mut desk: Flow) -> Flow {
    partners(&desk.office);
    let office = &mut desk.office;
    came(&mut office.office, "food_kit", 12, Some("2027-05-01"));
    came(&mut office.office, "hygiene_kit", 3, None);
    came(&mut office.office, "clothes", 800_000, None);
    came(&mut office.office, "nappies", 2, None);
    came(&mut office.office, "baby_food", 7, Some("2027-05-01"));
    let mut draft = a_family_of("Шевченко Оксана Петрівна").with_child(6).with_child(2).displaced().draft();
    draft.registered_on = day("2025-11-01");
    office.register(&draft);
    desk.looks_around();
    desk
}

fn a_counter() -> Flow {
    stocked(a_desk())
}

fn shelf(desk: &mut Flow, item: &str) -> i64 {
    lies(&mut desk.office.office, item)
}

#[test]
fn a_kit_for_a_known_family_is_three_keys_after_its_name() {
    let mut desk = a_counter();
    desk.keys("шевченко").keys("<F5>").shows("Видача · ").shows("Право      ✓").shows("1 продуктовий набір");
    desk.keys("1").shows("лишиться 11 наб.").keys("<F2>").shows("Видано: Шевченко").shows("2026/00006");
    desk.hides("Точні збіги");
    assert_eq!(shelf(&mut desk, "food_kit"), 11);
    desk.keys("бойко").hides("шевченко");
}

#[test]
fn a_fast_hand_does_not_wait_for_the_screen() {
    let mut desk = a_counter();
    let mut held = Vec::new();
    desk.keys("шевченко");
    for key in common::flow::keys("<F5>1<F2>") {
        held.extend(stiika::tui::app::update(
            &mut desk.model,
            stiika::tui::app::Msg::Input(stiika::tui::app::Input::Key(key)),
        ));
    }
    assert_eq!(shelf(&mut desk, "food_kit"), 12);
    desk.performs(held);
    desk.shows("Видано: Шевченко");
    assert_eq!(shelf(&mut desk, "food_kit"), 11);
}

#[test]
fn a_scanned_card_and_f5_open_the_cart() {
    let mut desk = a_counter();
    let number = desk.office.office.find("шевченко", 1).unwrap()[0].number.unwrap();
    desk.keys(&number.value().to_string()).keys("<F5>").shows("Видача · ");
    desk.keys("<Esc><Esc>").burst(&number.value().to_string()).shows("Члени сім’ї").keys("<F5>1<F2>").shows("Видано");
}

#[test]
fn one_line_takes_name_and_amount_in_either_order_and_layout() {
    let mut desk = a_counter();
    desk.keys("шевченко<F5>одяг 4,2<Enter>").shows("4,2 кг").shows("лишиться 795,8 кг");
    desk.keys("прод 1<Enter>").shows("1 наб.").shows("Разом: 16,2 кг · 1 шт.");
    desk.keys("<Del><Del>2,5 jlzu<Enter>").shows("2,5 кг");
    desk.keys("1").shows("1 наб.").keys("одяг 1<Enter>").shows("3,5 кг");
}

#[test]
fn a_digit_before_a_name_is_an_amount() {
    let mut desk = a_counter();
    desk.keys("шевченко<F5>2").shows("гігієнічний набір").keys(" одяг<Enter>").shows("2 кг");
    desk.keys("<F2>").shows("Видано");
    assert_eq!((shelf(&mut desk, "hygiene_kit"), shelf(&mut desk, "clothes")), (3, 798_000));
}

#[test]
fn the_tare_is_subtracted_by_a_key_or_typed() {
    let mut desk = a_counter();
    desk.keys("шевченко<F5>одяг 4,7-0,5<Enter>").shows("4,2 кг").shows("4,7−0,5");
    desk.keys("-").shows("4,7 кг").keys("-").shows("4,4 кг").shows("4,7−0,3");
    desk.keys("<F2>").shows("Видано");
    assert_eq!(shelf(&mut desk, "clothes"), 795_600);
}

#[rstest]
#[case("одяг 0", "нул")]
#[case("одяг -3", "")]
#[case("прод 1000000000", "")]
#[case("прод 4,2кг", "")]
#[case("прод 1,5", "")]
#[case("одяг", "Скільки кілограмів")]
#[case("холодильник 1", "Немає речі «холодильник»")]
#[case("одяг 0,3-0,5", "Тара не легша")]
fn what_cannot_be_is_said_at_the_line_and_nothing_is_taken(#[case] typed: &str, #[case] said: &str) {
    let mut desk = a_counter();
    desk.keys("шевченко<F5>").keys(typed).keys("<Enter>").shows("✗").shows(said).hides("лишиться");
    desk.keys("<F2>").hides("Видано");
    assert_eq!((shelf(&mut desk, "clothes"), shelf(&mut desk, "food_kit")), (800_000, 12));
}

#[test]
fn a_limit_says_until_when_and_bends_with_a_reason_that_the_director_reads() {
    let mut desk = a_counter();
    desk.keys("шевченко<F5>1<F2>").shows("Видано");
    desk.keys("шевченко<F5>").shows("наступний — з 21.12.2026").keys("1<F2>").shows("F4 — причина").hides("Видано");
    desk.keys("<F4>").shows("Чому попри обмеження?").keys("3").shows("попри обмеження: екстрена потреба");
    desk.keys("<F2>").shows("Видано");
    assert_eq!(shelf(&mut desk, "food_kit"), 10);
    desk.keys("<F9>винятки<Enter>")
        .shows("екстрена потреба")
        .shows("Шевченко")
        .keys("<Enter>")
        .shows("Видача 2026/00007");
}

#[test]
fn a_director_sees_the_exceptions_and_cannot_issue() {
    let mut desk = stocked(a_desk_of(Role::Director));
    desk.keys("шевченко<F5>").shows("Ваша роль не дозволяє").keys("<F9>винятки<Enter>").shows("Винятків немає");
}

#[test]
fn over_issue_names_what_is_there_and_a_key_takes_it() {
    let mut desk = a_counter();
    desk.keys("шевченко<F5>підг 3<Enter>").shows("є 2 шт., у видачі 3 шт.").keys("<F2>").hides("Видано");
    desk.keys(" ").shows("лишиться 0 шт.").keys("<F2>").shows("Видано");
    assert_eq!(shelf(&mut desk, "nappies"), 0);
    desk.keys("шевченко<F5>підг 1<Enter>").shows("натомість дитяче харчування").keys("<Down> <F2>").shows("Видано");
    assert_eq!(shelf(&mut desk, "baby_food"), 6);
}

#[test]
fn two_desks_take_the_last_and_the_late_one_reads_why_at_its_line() {
    let mut desk = a_counter();
    desk.keys("шевченко<F5>підг 2<Enter>");
    let mut other = desk.office.another_desk();
    let family = other.find("шевченко", 1).unwrap()[0].family.unwrap();
    let other_family = common::register(&mut other, &a_family_of("Бойко Олег").displaced().draft()).family;
    assert_ne!(family, other_family);
    let deed = other.new_deed();
    let cart = stiika::domain::aid::Cart {
        recipient: stiika::domain::aid::Recipient::Family(other_family),
        on: day("2026-11-21"),
        location: LocationCode::storeroom(),
        programme: None,
        right_reason: String::new(),
        campaign: None,
        lines: vec![stiika::domain::aid::CartLine::new("nappies".into(), Quantity(1))],
        collector: stiika::domain::aid::Collector::Unknown,
        note: String::new(),
        seen: None,
    };
    other.issue(deed, &cart).unwrap();
    desk.keys("<F2>").hides("Видано").shows("підгузки").shows("є 1 шт., у видачі 2 шт.");
    desk.keys(" <F2>").shows("Видано");
    assert_eq!(shelf(&mut desk, "nappies"), 0);
}

#[test]
fn f2_twice_makes_one_act() {
    let mut desk = a_counter();
    desk.keys("шевченко<F5>1");
    let mut effects = Vec::new();
    for key in common::flow::keys("<F2><F2>") {
        effects.extend(stiika::tui::app::update(
            &mut desk.model,
            stiika::tui::app::Msg::Input(stiika::tui::app::Input::Key(key)),
        ));
    }
    desk.performs(effects);
    assert_eq!(shelf(&mut desk, "food_kit"), 11);
}

#[test]
fn a_closed_family_says_since_when_and_gets_nothing() {
    let mut desk = a_counter();
    let family = desk.office.office.find("шевченко", 1).unwrap()[0].family.unwrap();
    let event = LifeEvent::Closed { on: day("2026-11-10"), reason: CloseReason::Refused, note: String::new() };
    common::lives::live(&mut desk.office.office, family, &event).unwrap();
    desk.looks_around();
    desk.keys("шевченко<F5>").shows("Картку закрито 10.11.2026").keys("одяг 1<Enter><F2>").hides("Видано");
    assert_eq!(shelf(&mut desk, "clothes"), 800_000);
}

#[test]
fn without_a_right_a_reason_is_wanted() {
    let mut desk = a_counter();
    desk.office.register(&a_family_of("Бойко Олег").draft());
    desk.looks_around();
    desk.keys("бойко<F5>")
        .shows("права немає")
        .keys("1<F2>")
        .hides("Видано")
        .keys("<F4>4")
        .shows("за рішенням директора");
    desk.keys("<F2>").shows("Видано");
}

#[test]
fn a_sensitive_ground_is_only_a_right_to_the_storekeeper() {
    let mut desk = stocked(a_desk_of(Role::Storekeeper));
    let mut draft = a_family_of("Бойко Ганна").draft();
    draft.categories.push(common::category("violence_survivor"));
    desk.office.register(&draft);
    desk.looks_around();
    desk.keys("бойко<F5>").shows("✓ право є").hides("насильств").keys("1<F2>").shows("Видано");
}

#[test]
fn the_day_can_be_an_earlier_one_but_none_to_come() {
    let mut desk = a_counter();
    desk.keys("шевченко<F5>1<Tab><Tab><Tab><Tab>").keys("22112026<F2>").hides("Видано").shows("✗");
    desk.keys("<Esc><Tab><Tab><Tab><Tab>05112026<F2><F2>").shows("Видано");
    let family = desk.office.office.find("шевченко", 1).unwrap()[0].family.unwrap();
    let acts = desk.office.office.acts_of(&stiika::office::aid_room::Whom::Family(family)).unwrap();
    assert_eq!(acts[0].on, day("2026-11-05"));
}

#[test]
fn somebody_else_collects_by_name_and_paper() {
    let mut desk = a_counter().sized(120, 40);
    desk.keys("шевченко<F5>1<Tab><Left>").shows("хтось інший").keys("<F2>").hides("Видано").shows("Хто отримує?");
    desk.keys("Мельник Ніна<F2>").hides("Видано").keys("КС445566<F2>").shows("Видано");
    desk.keys("шевченко<Enter>").shows("Допомога · 1");
}

#[test]
fn who_is_not_on_the_register_is_written_down_on_the_spot() {
    let mut desk = a_counter();
    desk.keys("мороз ірина<F5>").shows("кого немає на обліку").shows("Мороз Ірина");
    desk.keys("впо<F2>").shows("Видача · Мороз Ірина").keys("1<F2>").shows("Видано: Мороз Ірина");
    desk.keys("мороз").shows("Точні збіги · 1").keys("<F5>").shows("наступний — з 21.12.2026");
}

#[test]
fn an_organisation_gets_aid_from_the_menu() {
    let mut desk = a_counter();
    desk.keys("<F9>організації<Enter>")
        .shows("Якій організації?")
        .keys("торч<Enter>")
        .shows("Видача · Торчинська громада");
    desk.keys("одяг 20<Enter><F2>").shows("Хто отримує?").keys("Кузьмич Іван<F2>").shows("Видано: Торчинська громада");
    assert_eq!(shelf(&mut desk, "clothes"), 780_000);
}

#[test]
fn an_act_opens_from_the_card_and_is_taken_back_whole() {
    let mut desk = a_counter().sized(120, 40);
    desk.keys("шевченко<F5>12<F2>").shows("Видано").keys("шевченко<Enter>").shows("Допомога · 1");
    desk.keys("<F9>акти<Enter>").shows("2026/00006").keys("<Enter>").shows("Видача 2026/00006").shows("Шевченко");
    desk.keys("<F8>").shows("Скасувати акт?").keys("2").shows("Скасовано актом 2026/00007").shows("скасовано актом");
    assert_eq!((shelf(&mut desk, "food_kit"), shelf(&mut desk, "hygiene_kit")), (12, 3));
    desk.keys("<F8>").shows("Цей акт уже скасовано");
}

#[test]
fn f8_on_the_search_takes_the_last_act_back() {
    let mut desk = a_counter();
    desk.keys("шевченко<F5>1<F2>").shows("Видано").keys("<F8><F2>");
    assert_eq!(shelf(&mut desk, "food_kit"), 12);
    desk.keys("шевченко<F5>").hides("наступний");
}

#[test]
fn an_act_is_found_by_its_number() {
    let mut desk = a_counter();
    desk.keys("шевченко<F5>1<F2>").keys("<F9>знайти акт<Enter>6<Enter>").shows("Видача 2026/00006");
    desk.keys("<Esc><F9>знайти акт<Enter>99<Enter>").shows("Акта 2026/00099 немає");
}

#[test]
fn the_cart_comes_back_after_a_power_cut_and_is_issued_once() {
    let mut desk = a_counter();
    desk.keys("шевченко<F5>1одяг 4,2<Enter>прод").seconds(3).is_killed();
    desk.signs_in(LOGIN).shows("видача · Шевченко").keys("<Enter>").shows("4,2 кг").shows("прод");
    desk.keys("<Esc><F2>").shows("Видано");
    assert_eq!((shelf(&mut desk, "food_kit"), shelf(&mut desk, "clothes")), (11, 795_800));
}

#[test]
fn a_filled_cart_is_not_left_by_a_slip_of_the_hand() {
    let mut desk = a_counter();
    desk.keys("шевченко<F5>1<Esc>").shows("[▸").keys("<Esc>").shows("Видача · ");
    desk.keys("<F8>").keys("<Esc>").shows("Точні збіги");
}

#[test]
fn a_line_is_corrected_and_taken_out() {
    let mut desk = a_counter();
    desk.keys("шевченко<F5>одяг 4,2<Enter>1<Down><Enter>").keys("<Backspace>5<Enter>").shows("4,5 кг");
    desk.keys("<Down><F8>").hides("4,5 кг").shows("1 наб.");
    desk.keys("<F2>").shows("Видано");
    assert_eq!(shelf(&mut desk, "clothes"), 800_000);
}

fn is(desk: &Flow, name: &str) {
    let lang = desk.model.cx.texts.lang().code();
    insta::with_settings!({ filters => vec![(r" · [0-9A-Za-z-]+(\s*│)", " · HOST$1")] }, {
        insta::assert_snapshot!(format!("{name}_{lang}_{}", desk.model.cx.size.0), desk.screen());
    });
}

#[rstest]
fn pictures(#[values(Lang::Uk, Lang::En)] lang: Lang, #[values((80, 24), (120, 40))] (width, height): (u16, u16)) {
    let desk = a_counter();
    let desk = if lang == Lang::En { desk.in_english() } else { desk };
    let mut desk = desk.sized(width, height);
    desk.keys("шевченко<F5>");
    is(&desk, "issue_open");
    desk.keys("1").keys(if lang == Lang::Uk { "одяг 4,7-0,5" } else { "cloth 4.7-0.5" });
    is(&desk, "issue_typing");
    desk.keys("<Enter>").keys(if lang == Lang::Uk { "підг 3<Enter>" } else { "napp 3<Enter>" });
    is(&desk, "issue_short");
    desk.keys("<End><Down><Down><Down><Del><F2>").keys("шевченко<F5>1<Tab>");
    is(&desk, "issue_again");
    desk.keys("<Esc><F4>");
    is(&desk, "issue_why");
    desk.keys("3<F2>шевченко<F9>").keys(if lang == Lang::Uk { "винятки<Enter>" } else { "exceptions<Enter>" });
    is(&desk, "overrides");
    desk.keys("<Enter>");
    is(&desk, "act");
    desk.keys("<F1>");
    is(&desk, "act_help");
    desk.keys("<Esc><Esc><Esc><Enter>");
    is(&desk, "card_with_aid");
    desk.keys("<F9>").keys(if lang == Lang::Uk { "акти<Enter>" } else { "acts<Enter>" });
    is(&desk, "acts");
    desk.keys("<Esc><Esc><Esc>мороз ірина<F5>");
    is(&desk, "spot");
    desk.keys("<F2><F1>");
    is(&desk, "issue_help");
}
