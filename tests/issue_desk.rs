//! Issuing aid at the desk, as keys: from a name to an act, what stands in the way and how it bends, taking an act back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

use common::flow::{Flow, a_desk, a_desk_of};
use common::{AnOffice, LOGIN, PASSWORD, a_family_of, day};
use rstest::rstest;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use stiika::domain::aid::CollectorKind;
use stiika::domain::draft::FamilyDraft;
use stiika::domain::event::RegisterOf;
use stiika::domain::id::DeedId;
use stiika::domain::life::{CloseReason, CollectorDraft, LifeEvent};
use stiika::domain::person::Sizes;
use stiika::domain::settings::{AfterIssue, OfficeSettings};
use stiika::domain::sheet::{Print, Sheet};
use stiika::domain::staff::Role;
use stiika::domain::stock::{LocationCode, Quantity};
use stiika::exchange::FilesOfDisk;
use stiika::office::aid_room::Whom;
use stiika::office::calendar_file::CalendarFile;
use stiika::office::events::Enrolled;
use stiika::office::files::{Files, Listing};
use stiika::office::intake::{Book, Going, Said};
use stiika::office::storeroom::{Receipt, ReceiptLine};
use stiika::office::{Office, OfficeFacts, PaperForm, Selection};
use stiika::store::keys::KdfCost;
use stiika::text::Lang;
use stiika::tui::perform::Desk;

/// A printer that counts its papers, and fails when it is told to.
#[derive(Default)]
struct Printer {
    is_broken: AtomicBool,
    given: Mutex<Vec<String>>,
    barcode: Mutex<Option<String>>,
}

impl Printer {
    fn breaks(&self, is_broken: bool) {
        self.is_broken.store(is_broken, Ordering::SeqCst);
    }

    fn barcode(&self) -> Option<String> {
        self.barcode.lock().unwrap().clone()
    }

    fn papers(&self) -> Vec<String> {
        self.given.lock().unwrap().clone()
    }
}

impl Files for Printer {
    fn list(&self, folder: Option<&Path>) -> Result<Listing, Said> {
        FilesOfDisk.list(folder)
    }

    fn open(&self, path: &Path, going: Going<'_>) -> Result<Option<Box<dyn Book>>, Said> {
        FilesOfDisk.open(path, going)
    }

    fn save(&self, path: &Path, text: &str) -> Result<(), Said> {
        FilesOfDisk.save(path, text)
    }

    fn export(&self, office: &mut Office, selection: &Selection, typed: &str) -> Result<(usize, PathBuf), Said> {
        FilesOfDisk.export(office, selection, typed)
    }

    fn enrol(
        &self,
        office: &mut Office,
        deed: (DeedId, RegisterOf),
        path: &Path,
    ) -> Result<Result<Enrolled, Vec<Said>>, Said> {
        FilesOfDisk.enrol(office, deed, path)
    }

    fn print(&self, sheet: &Sheet) -> Result<(), Said> {
        if self.is_broken.load(Ordering::SeqCst) {
            return Err(Said::new("paper-printing-refused", vec![("reason", "no paper".into())]));
        }
        self.barcode.lock().unwrap().clone_from(&sheet.barcode);
        let copy = if sheet.print == Print::Copy { "copy" } else { "original" };
        self.given.lock().unwrap().push(format!("{} {copy}", sheet.number.clone().unwrap_or_default()));
        Ok(())
    }

    fn save_paper(&self, sheet: &Sheet, name: &str, form: PaperForm) -> Result<PathBuf, Said> {
        FilesOfDisk.save_paper(sheet, name, form)
    }

    fn save_calendar(&self, calendar: &CalendarFile) -> Result<PathBuf, Said> {
        FilesOfDisk.save_calendar(calendar)
    }

    fn show(&self, path: &Path) -> Result<(), Said> {
        FilesOfDisk.show(path)
    }
}

fn sql(office: &AnOffice, sql: &str) {
    let slots = stiika::store::keys::SlotsFile::load(&office.path()).unwrap().slots;
    let (key, _) = slots.unlock(LOGIN, PASSWORD).unwrap();
    let mut store = stiika::store::Store::open(&office.path(), &key).unwrap();
    store.transact(|tx| tx.execute_batch(sql).map_err(stiika::store::StoreError::from)).unwrap();
}

/// A donor and an organisation that receives.
fn partners(office: &AnOffice) {
    let rows = "INSERT INTO partner (code, name, role, edrpou) VALUES ('karitas', 'Карітас', 'donor', ''),
               ('hromada', 'Торчинська громада', 'recipient', '04333111');";
    sql(office, rows);
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
#[case("одяг 0", "кількість нульова")]
#[case("одяг -3", "кількість не буває від’ємною")]
#[case("прод 1000000000", "забагато, щонайбільше")]
#[case("одяг 1000000000", "забагато, щонайбільше")]
#[case("прод 4,2кг", "це рахують наборами, а не на вагу")]
#[case("прод 1,5", "це рахують цілими наборами")]
#[case("одяг 4 шт", "це видають на вагу")]
#[case("одяг 4,2345", "точніше за грам не важать")]
#[case("одяг", "Скільки кілограмів")]
#[case("холодильник 1", "Немає речі «холодильник»")]
#[case("одяг 0,3-0,5", "Тара не легша")]
#[case("прод 2-1", "Тара віднімається лише від ваги")]
#[case("4,2", "Що саме?")]
fn what_cannot_be_is_said_at_the_line_and_nothing_is_taken(#[case] typed: &str, #[case] said: &str) {
    let mut desk = a_counter();
    desk.keys("шевченко<F5>").keys(typed).keys("<Enter>").shows("✗").shows(said).hides("лишиться").hides("$row");
    desk.keys("<F2>").hides("Видано");
    assert_eq!((shelf(&mut desk, "clothes"), shelf(&mut desk, "food_kit")), (800_000, 12));
}

#[rstest]
#[case("одяг 4,2", 4_200)]
#[case("одяг 4.2", 4_200)]
#[case("одяг 4,2кг", 4_200)]
#[case("одяг 4.2 кг", 4_200)]
#[case("одяг 4200г", 4_200)]
#[case("4 200 г одяг", 4_200)]
#[case("одяг 0,25", 250)]
fn a_weight_is_typed_as_the_hand_likes(#[case] typed: &str, #[case] grams: i64) {
    let mut desk = a_counter();
    desk.keys("шевченко<F5>").keys(typed).keys("<Enter><F2>").shows("Видано");
    assert_eq!(shelf(&mut desk, "clothes"), 800_000 - grams);
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
        collector: stiika::domain::aid::Collector::Other {
            name: "Сусідка".to_owned(), paper: "КС 654321".to_owned()
        },
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
fn what_another_desk_changed_is_said_and_f2_again_issues_the_kept_cart() {
    let mut desk = a_counter();
    desk.keys("шевченко<F5>1одяг 2<Enter>");
    let mut other = desk.office.another_desk();
    let family = other.find("шевченко", 1).unwrap()[0].family.unwrap();
    let base = FamilyDraft::of_card(&other.card(family).unwrap());
    let mut mine = base.clone();
    mine.members[0].note = "третій під’їзд".to_owned();
    common::correct(&mut other, family, &base, &mine).unwrap();
    desk.keys("<F2>").hides("Видано").shows("за іншим столом: змінено (Олена К.").shows("1 наб.").shows("2 кг");
    desk.keys("<F2>").shows("Видано");
    assert_eq!((shelf(&mut desk, "food_kit"), shelf(&mut desk, "clothes")), (11, 798_000));
}

#[test]
fn a_day_before_the_programme_is_refused_with_its_first_day() {
    let mut desk = a_counter();
    sql(&desk.office, "UPDATE programme SET starts_on = '2026-11-10';");
    desk.keys("шевченко<F5>1<Tab><Tab><Tab><Tab>05112026<F2><F2>")
        .hides("Видано")
        .shows("Програма починається 10.11.2026");
    desk.shows("1 наб.");
    assert_eq!(shelf(&mut desk, "food_kit"), 12);
}

#[test]
fn what_has_expired_is_not_given_and_said_apart() {
    let mut desk = a_counter();
    came(&mut desk.office.office, "baby_food", 5, Some("2026-11-20"));
    desk.looks_around();
    desk.keys("шевченко<F5>дит 8<Enter>").shows("є 7 шт., у видачі 8 шт.").shows("ще 5 шт. прострочено");
    desk.keys("<F2>").hides("Видано").keys(" <F2>").shows("Видано");
    assert_eq!(shelf(&mut desk, "baby_food"), 5);
}

#[test]
fn sizes_of_children_are_written_once_and_seen_at_the_counter() {
    let mut desk = a_counter().sized(120, 40);
    let family = desk.office.office.find("шевченко", 1).unwrap()[0].family.unwrap();
    let card = desk.office.office.card(family).unwrap();
    let base = FamilyDraft::of_card(&card);
    let mut mine = base.clone();
    let place = mine.members.iter().position(|member| member.name.given == "Марія").unwrap();
    mine.members[place].sizes = Sizes { clothes: " 122-128 ".to_owned(), shoes: "31".to_owned() };
    common::correct(&mut desk.office.office, family, &base, &mine).unwrap();
    desk.looks_around();
    desk.keys("шевченко<F5>").shows("Марія 6 (122-128/31)").shows("одяг 122-128, взуття 31").keys("<Esc>");
    desk.keys("<Enter>").shows("Розміри").shows("Марія: одяг 122-128, взуття 31");
    desk.keys("<F3>").shows("розмір одягу");
    let seen = desk.office.office.card(family).unwrap();
    assert_eq!(seen.members[place].sizes.clothes, "122-128");
    common::lives::undo(&mut desk.office.office).unwrap();
    assert!(desk.office.office.card(family).unwrap().members[place].sizes.is_empty());
}

#[test]
fn a_printed_card_is_scanned_and_opens_the_family() {
    let (desk, printer) = a_counter_that_prints(AfterIssue::Never);
    let mut desk = desk.sized(120, 40);
    desk.keys("шевченко<Enter>").shows("Члени сім’ї").keys("<F9>друк<Enter>").shows("Друк · Картка");
    desk.keys("1").shows("Надруковано: Картка").keys("<Esc>");
    let code = printer.barcode().unwrap();
    assert!(code.bytes().all(|sign| sign.is_ascii_digit()), "{code}");
    desk.keys("<Esc>").burst(&code).shows("Члени сім’ї").shows("Шевченко Оксана Петрівна");
    desk.keys("<Esc>").keys(&code).keys("<Enter>").shows("Члени сім’ї");
    desk.keys("<F5>").shows("Видача · Шевченко");
}

#[test]
fn an_authorised_collector_stands_among_those_who_may() {
    let mut desk = a_counter().sized(120, 40);
    let family = desk.office.office.find("шевченко", 1).unwrap()[0].family.unwrap();
    let who = CollectorDraft::Named {
        name: "Гнатюк Петро".to_owned(),
        document: "довіреність 12".to_owned(),
        phone: String::new(),
    };
    let event = LifeEvent::CollectorAllowed { who, on: day("2026-06-01"), until: None, note: String::new() };
    common::lives::live(&mut desk.office.office, family, &event).unwrap();
    desk.looks_around();
    desk.keys("шевченко<F5>1<Tab><Right>").shows("Гнатюк Петро (довірена особа)").keys("<F2>").shows("Видано");
    let act = desk.office.office.acts_of(&Whom::Family(family)).unwrap()[0].act;
    let card = desk.office.office.act(act).unwrap().recipient.unwrap();
    assert_eq!((card.collector_kind, card.collector_name.as_str()), (CollectorKind::Authorised, "Гнатюк Петро"));
    assert_eq!(card.collector_paper, "довіреність 12");
}

#[test]
fn the_usual_tare_is_what_the_office_has_set() {
    let mut desk = a_counter();
    desk.keys("<F9>налаштування<Enter>")
        .shows("Звична тара")
        .keys("<Down><Down><Down><Down><Down><Down><Down><Down><Down><Down><Down>");
    desk.keys("9999<F2>").shows("від 1 до 5000");
    desk.keys("<Backspace><Backspace><Backspace><Backspace>450<F2>").shows("Налаштування збережено");
    desk.keys("шевченко<F5>одяг 5<Enter>-").shows("4,55 кг").shows("5−0,45");
}

/// The desk with a printer that does as it is told; its papers are counted.
fn a_counter_that_prints(after_issue: AfterIssue) -> (Flow, Arc<Printer>) {
    let mut desk = a_counter();
    let printer = Arc::new(Printer::default());
    let facts = desk.office.office.facts();
    let mine = OfficeFacts { settings: OfficeSettings { after_issue, ..facts.settings.clone() }, ..facts.clone() };
    let deed = desk.office.office.new_deed();
    desk.office.office.change_settings(deed, &facts, &mine).unwrap();
    let at_desk = desk.office.another_desk();
    let door: Arc<dyn Files> = Arc::<Printer>::clone(&printer);
    desk.desk =
        Desk::signed_in(desk.office.path(), desk.office.surroundings(), KdfCost::FLOOR, at_desk).with_files(door);
    desk.model.cx.set_session(desk.desk.session());
    (desk, printer)
}

#[test]
fn an_act_is_printed_at_once_where_the_office_wants_it() {
    let (mut desk, printer) = a_counter_that_prints(AfterIssue::Always);
    desk.keys("шевченко<F5>1<F2>").shows("Видано").hides("Друк ·");
    assert_eq!(printer.papers(), ["2026/00006 original"]);
    desk.keys("бойко").shows("│ бойко");
}

#[test]
fn a_printer_that_fails_leaves_the_act_and_the_next_try_is_a_key_away() {
    let (mut desk, printer) = a_counter_that_prints(AfterIssue::Always);
    printer.breaks(true);
    desk.keys("шевченко<F5>1<F2>").shows("Друк · Акт 2026/00006").shows("Принтер не прийняв");
    assert_eq!(shelf(&mut desk, "food_kit"), 11);
    printer.breaks(false);
    desk.keys("1").shows("Надруковано: Акт 2026/00006").hides("Друк ·");
    desk.keys("<F9>знайти акт<Enter>6<Enter>").shows("Видача 2026/00006");
    desk.keys("<F9>друк<Enter>1").shows("Надруковано");
    assert_eq!(printer.papers(), ["2026/00006 original", "2026/00006 copy"]);
}

#[test]
fn the_desk_asks_about_paper_where_the_office_wants_it_and_esc_is_no() {
    let (mut desk, printer) = a_counter_that_prints(AfterIssue::Ask);
    desk.keys("шевченко<F5>1<F2>").shows("Друк · Акт 2026/00006").keys("<Esc>").hides("Друк ·");
    assert!(printer.papers().is_empty());
    desk.keys("шевченко<F5>2<F2>1").shows("Надруковано: Акт 2026/00007");
    assert_eq!(printer.papers(), ["2026/00007 original"]);
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
    let acts = desk.office.office.acts_of(&Whom::Family(family)).unwrap();
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
    desk.keys("шевченко<F5>1<F2>")
        .shows("Видано")
        .keys("<F8>")
        .shows("видано допомогу")
        .shows("новий акт скасування")
        .keys("<F2>");
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
