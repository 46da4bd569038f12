//! One box: everything that the search finds beside people, what it is limited to, which surname was meant, and what nobody may learn by it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

use common::flow::{Flow, a_desk};
use common::lives::live;
use common::{AnOffice, a_family_of, an_office, category, day};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::style::Modifier;
use rstest::rstest;
use stiika::domain::campaign::{CampaignDraft, Good};
use stiika::domain::catalogue::{About, Entry, FormerName, Kind};
use stiika::domain::filter::Filter;
use stiika::domain::life::{CloseReason, LifeEvent};
use stiika::domain::limit::Per;
use stiika::domain::staff::Role;
use stiika::domain::stock::{ItemCode, LocationCode, Quantity};
use stiika::office::{Finding, Office, Only, Selection, Target, Which};
use stiika::store::keys::KdfCost;
use stiika::text::Lang;
use stiika::tui::app::Reply;
use stiika::tui::perform::{Desk, Waiting};
use stiika::tui::widgets::chrome;

const LUTSK: &str = "UA07080170010083384";

/// Two neighbours in spelling, a family with a street of its own, a colleague's list and filter.
fn an_office_with_everything() -> AnOffice {
    let mut there = an_office();
    for name in ["Бондар Олег Миколайович", "Бендер Ірина Іванівна", "Бондар Ганна Петрівна"]
    {
        there.register(&a_family_of(name).draft());
    }
    there.register(
        &a_family_of("Шевченко Оксана Петрівна").with_child(6).with_child(2).with_phone("0671234567").draft(),
    );
    let closed = there.register(&a_family_of("Шевчук Роман Петрович").draft());
    let event = LifeEvent::Closed { on: day("2026-11-21"), reason: CloseReason::GoalReached, note: String::new() };
    live(&mut there.office, closed.family, &event).expect("closed");
    let former = vec![FormerName { name: "вул. Поштова".to_owned(), until: None }];
    let about = About::Street { settlement: LUTSK.to_owned(), former };
    let street = Entry { about, ..Entry::new(Kind::Street, "bandery", "вул. Бандери") };
    let office = &mut there.office;
    let deed = office.new_deed();
    office.add_entry(deed, &street).expect("street");
    for name in ["Ковдри на зиму", "Ковдри", "Бондарі"] {
        let deed = office.new_deed();
        office.make_list(deed, name).expect("list");
    }
    let deed = office.new_deed();
    let filter = Filter { any_of: vec![category("displaced").code], ..Filter::default() };
    office.save_filter(deed, "ВПО на обліку", &filter).expect("filter");
    there
}

fn desk_of(there: AnOffice, lang: Lang, (width, height): (u16, u16)) -> Flow {
    let at_desk = there.another_desk();
    Flow::of(there, at_desk, lang).sized(width, height)
}

fn a_full_desk() -> Flow {
    desk_of(an_office_with_everything(), Lang::Uk, (80, 24))
}

/// The groups beside people with their things: `box-lists: Ковдри, Ковдри на зиму`.
fn groups(finding: &Finding) -> Vec<String> {
    let titles = |group: &stiika::office::Group| {
        group.things.iter().map(|thing| thing.title.said(Lang::Uk)).collect::<Vec<_>>().join(", ")
    };
    finding.groups.iter().map(|group| format!("{}: {}", group.kind, titles(group))).collect()
}

fn found(office: &mut Office, text: &str) -> Vec<String> {
    groups(&office.search(text, Only::All, 20, &|| true).expect("found").0)
}

// ── everything else ─────────────────────────────────────────────────────────────────────────────────────────────────────────

#[rstest]
#[case::list("ковдри", &["box-lists: Ковдри, Ковдри на зиму", "box-items: обважнена ковдра"])]
#[case::list_in_the_other_layout("rjdlhb", &["box-lists: Ковдри, Ковдри на зиму", "box-items: обважнена ковдра"])]
#[case::list_in_latin("kovdry", &["box-lists: Ковдри, Ковдри на зиму", "box-items: обважнена ковдра"])]
#[case::list_with_a_slip("ковдрм", &["box-items: обважнена ковдра", "box-lists: Ковдри, Ковдри на зиму"])]
#[case::list_by_another_word("зиму", &["box-lists: Ковдри на зиму"])]
#[case::filter("впо на", &["box-filters: ВПО на обліку"])]
#[case::street("бандери", &["box-streets: вул. Бандери"])]
#[case::street_by_its_old_name("поштова", &["box-streets: вул. Бандери"])]
#[case::colleague("olena", &["box-staff: Олена К."])]
#[case::one_letter("к", &[])]
#[case::nothing("щщщщ", &[])]
#[case::empty("", &[])]
#[case::emoji("😀😀", &[])]
fn everything_is_found_by_its_name(#[case] typed: &str, #[case] expected: &[&str]) {
    assert_eq!(found(&mut an_office_with_everything().office, typed), expected);
}

#[test]
fn what_another_desk_made_is_found_at_once() {
    let mut there = an_office_with_everything();
    let mut other = there.another_desk();
    assert_eq!(found(&mut there.office, "шапки"), Vec::<String>::new());
    let deed = other.new_deed();
    other.make_list(deed, "Шапки").unwrap();
    assert_eq!(found(&mut there.office, "шапки"), ["box-lists: Шапки"]);
}

#[test]
fn a_list_opens_by_enter_and_esc_leads_back_to_the_box() {
    let mut desk = a_full_desk();
    desk.keys("ковдри").shows("Іменовані списки · 2").shows("▸ Ковдри").keys("<Enter>");
    desk.shows("у списку «Ковдри»").shows("0 сімей");
    desk.keys("<Esc>").shows("▸ Ковдри");
}

#[test]
fn a_street_opens_its_families_and_a_colleague_their_row() {
    let mut desk = a_full_desk();
    desk.keys("поштова<Enter>")
        .shows("вул. Бандери")
        .shows("м. Луцьк")
        .keys("<Esc><Esc>olena<Enter>")
        .shows("Працівники");
    desk.shows("▸ Олена К.");
}

/// An office with goods, partners, a car and papers of this year.
fn an_office_with_goods() -> AnOffice {
    let mut there = an_office_with_everything();
    there.with_goods();
    there
}

#[rstest]
#[case::own_name("гігієнічний", "box-items: Гігієнічний набір")]
#[case::other_layout("usu'y", "box-items: Гігієнічний набір")]
#[case::english("hygiene", "box-items: Гігієнічний набір")]
#[case::slip("гігієнчний", "box-items: Гігієнічний набір")]
#[case::code("hygiene_kit", "box-items: Гігієнічний набір")]
#[case::what_the_program_calls_it("одяг", "box-items: Одяг вживаний")]
#[case::only_what_the_program_calls_it("підгузки", "box-items: підгузки")]
#[case::and_in_english("nappies", "box-items: підгузки")]
#[case::partner("карітас", "box-partners: Карітас Луцьк")]
#[case::partner_in_latin("karitas", "box-partners: Карітас Луцьк")]
#[case::car("машина", "box-places: Машина бригади")]
#[case::act("2026/00001", "box-acts: 2026/00001")]
#[case::act_in_short("26/1", "box-acts: 2026/00001")]
#[case::act_of_this_year("№1", "box-acts: 2026/00001")]
#[case::act_as_it_is_printed("00002", "box-acts: 2026/00002")]
#[case::act_as_it_is_said("акт 2", "box-acts: 2026/00002")]
fn goods_and_papers_are_found(#[case] typed: &str, #[case] expected: &str) {
    let found = found(&mut an_office_with_goods().office, typed);
    assert_eq!(found.first().map(String::as_str), Some(expected), "{found:?}");
}

#[rstest]
#[case("2025/1")]
#[case("2026/0")]
#[case("00")]
#[case("01")]
#[case("001")]
#[case("акт")]
#[case("акт 9999")]
fn what_is_no_number_of_an_act_finds_none(#[case] typed: &str) {
    let found = found(&mut an_office_with_goods().office, typed);
    assert!(!found.concat().contains("box-acts"), "{found:?}");
}

#[test]
fn goods_and_papers_open_by_enter() {
    let mut desk = desk_of(an_office_with_goods(), Lang::Uk, (80, 24));
    desk.keys("2026/1")
        .shows("Акти · 1")
        .shows("Надходження · 01.10.2026")
        .keys("<Enter>")
        .shows("2026/00001")
        .hides("Пошук");
    desk.keys("<Esc><Esc>гігієнічний<Enter>").shows("Гігієнічний набір").shows("Карітас Луцьк").hides("Пошук");
    desk.keys("<Esc><Esc>карітас<Enter>").shows("Благодійник · Карітас Луцьк").shows("Гігієнічний набір");
    desk.keys("<Esc><Esc>машина<Enter>").shows("[▸Машина бригади◂]").keys("<Esc>").shows("▸ Машина бригади");
}

#[test]
fn a_campaign_opens_at_its_table() {
    let mut there = an_office_with_goods();
    let draft = CampaignDraft {
        title: "Миколай до кожної хати".to_owned(),
        starts_on: day("2026-11-19"),
        ends_on: day("2026-11-21"),
        programme: None,
        partner: None,
        location: LocationCode::storeroom(),
        settlement: String::new(),
        note: String::new(),
        goods: vec![Good { item: ItemCode("hygiene_kit".to_owned()), quantity: Quantity(1), per: Per::Family }],
    };
    let deed = there.office.new_deed();
    there.office.make_campaign(deed, &draft).unwrap();
    let mut desk = desk_of(there, Lang::Uk, (80, 24));
    desk.keys("rj;yj]").shows("Акції · 1").shows("19.11.2026 · триває").keys("<Enter>").shows("Видано 0 з 0");
    desk.keys("<Esc>").shows("▸ Миколай до кожної хати");
}

#[test]
fn a_thing_is_named_in_the_language_of_the_desk() {
    desk_of(an_office_with_goods(), Lang::En, (80, 24)).keys("гігієнічний").shows("Items · 1").shows("▸ Hygiene kit");
    desk_of(an_office_with_goods(), Lang::En, (80, 24)).keys("підгузки").shows("▸ nappies");
}

#[test]
fn who_may_not_see_the_storeroom_finds_nothing_of_it() {
    let mut there = an_office_with_goods();
    let mut trainer = there.desk_of(Role::Trainer);
    for text in ["гігієнічний", "карітас", "машина", "2026/1"] {
        assert_eq!(found(&mut trainer, text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn f3_opens_what_enter_opens() {
    let mut desk = a_full_desk();
    desk.keys("ковдри<F3>").shows("0 сімей");
}

#[rstest]
#[case::by_name("налаштування")]
#[case::other_layout("yfkfinedfyyz")]
#[case::english("settings")]
#[case::a_slip("налаштувнаня")]
fn a_command_runs_by_its_name_and_leaves_an_empty_box(#[case] typed: &str) {
    let mut desk = a_full_desk();
    desk.keys(typed).shows("Команди").keys("<Enter>").shows("Назва центру").keys("<Esc>").shows("Наберіть прізвище");
}

#[test]
fn the_name_of_a_command_never_becomes_a_name_of_a_person() {
    let mut desk = a_full_desk();
    desk.keys("нова сім'я<Enter>").shows("Прізвище").hides("нова");
}

#[test]
fn nobody_is_offered_a_command_without_its_right() {
    let mut there = an_office_with_everything();
    let reception = there.desk_of(Role::Reception);
    Flow::of(there, reception, Lang::Uk).keys("налаштування").hides("Команди");
}

// ── people first ────────────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn on_a_name_people_stand_first_and_everything_else_below() {
    let mut desk = a_full_desk();
    desk.keys("бондар");
    let screen = desk.screen();
    let at = |text: &str| screen.find(text).unwrap_or_else(|| panic!("{text} in {screen}"));
    assert!(at("Бондар Ганна") < at("Бондар Олег") && at("Бондар Олег") < at("Іменовані списки"));
    desk.keys("<Enter>").shows("Бондар Ганна Петрівна ·");
}

#[test]
fn what_is_just_what_was_typed_stands_above_people_who_merely_resemble_it() {
    let mut there = an_office_with_everything();
    let deed = there.office.new_deed();
    there.office.make_list(deed, "Бондер").unwrap();
    let mut desk = desk_of(there, Lang::Uk, (80, 24));
    desk.keys("бондер");
    let screen = desk.screen();
    let at = |text: &str| screen.find(text).unwrap_or_else(|| panic!("{text} in {screen}"));
    assert!(at("Іменовані списки") < at("Схожі"), "{screen}");
}

#[test]
fn what_begins_as_typed_stands_above_people_who_merely_resemble_it() {
    let mut there = an_office_with_goods();
    there.register(&a_family_of("Гігінчук Петро Іванович").draft());
    let mut desk = desk_of(there, Lang::Uk, (80, 24));
    desk.keys("гігієн").shows("1 Речі · 1").shows("▸ Гігієнічний набір");
    desk.keys("<Esc>гігін").shows("▸ Гігінчук Петро");
}

#[test]
fn digits_jump_between_groups_on_the_rows_and_are_typed_in_the_box() {
    let mut desk = a_full_desk();
    desk.keys("бондар").shows("1 Точні збіги · 2").shows("2 Іменовані списки · 1");
    desk.keys("2").shows("бондар2").keys("<Backspace>");
    desk.keys("<Down>2").shows("▸ Бондарі").keys("1").shows("▸ Бондар Ганна").keys("<Tab>").shows("▸ Бондарі");
    desk.keys("<Tab>").shows("▸ Бондар Ганна").keys("<BackTab>").shows("▸ Бондарі");
    // A space leads back into the box: a year behind a name is typed as ever.
    desk.keys("<Up> 1987").shows("бондар 1987");
}

#[test]
fn a_digit_of_no_group_is_typed() {
    let mut desk = a_full_desk();
    desk.keys("бондар<Down>7").shows("бондар7");
    desk.keys("<Esc>шевченко<Down>1").shows("шевченко1");
}

// ── the surname that was meant ──────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn a_mistyped_surname_offers_those_it_may_mean() {
    let mut desk = a_full_desk();
    desk.keys("бондер").shows("↑ Може, це:").shows("Бондар · 2").shows("Бендер · 1");
    desk.keys("<Up>").shows("[1 Бондар · 2]").shows("2 Бендер · 1").keys("<Right>").shows("[2 Бендер · 1]");
    desk.keys("<Enter>").shows("Точні збіги · 1").shows("▸ Бендер Ірина").hides("Може, це");
    desk.keys("<Esc>бондер<Up>1").shows("Точні збіги · 2").shows("▸ Бондар Ганна");
}

#[test]
fn esc_and_arrows_leave_the_strip_and_letters_go_into_the_box() {
    let mut desk = a_full_desk();
    desk.keys("бондер<Up><Down>").hides("[1 Бондар").shows("▸ Бондар");
    desk.keys("<Up><Up><Esc>").hides("[1 Бондар").shows("бондер");
    desk.keys("<Up>а").shows("бондера");
}

#[rstest]
#[case::exact("бондар")]
#[case::one_that_it_may_mean("шевчанко")]
#[case::two_words("бондер олег")]
#[case::nobody("щщщщщ")]
fn no_strip_where_it_helps_nobody(#[case] typed: &str) {
    a_full_desk().keys(typed).hides("Може, це");
}

// ── limits ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn ins_limits_the_search_and_the_frame_says_to_what() {
    let mut desk = a_full_desk();
    desk.keys("шевч").shows("Ins: усе").shows("Точні збіги · 2");
    desk.keys("<Ins>").shows("лише сім’ї").shows("Точні збіги · 2");
    desk.keys("<Ins>").shows("лише люди").shows("Точні збіги · 4");
    desk.keys("<Ins>").shows("лише відкриті").shows("Точні збіги · 1").hides("Роман");
    desk.keys("<Ins>").shows("лише закриті").shows("Роман").hides("Оксана");
    desk.keys("<Esc>бондар").shows("пошук обмежено").keys("<Esc>").shows("лише закриті");
    desk.keys("<Esc>").shows("Ins: усе").keys("бондар").shows("Точні збіги · 2");
}

#[test]
fn a_limited_search_finds_no_lists_and_no_commands_to_stand_in_the_way() {
    let mut office = an_office_with_everything().office;
    for only in [Only::Families, Only::People, Only::Open, Only::Closed] {
        assert!(office.search("ковдри", only, 20, &|| true).unwrap().0.groups.is_empty(), "{only:?}");
    }
}

#[test]
fn a_closed_entry_says_so_and_a_member_says_whose_family_it_is() {
    let mut desk = a_full_desk();
    desk.keys("шевчук").shows("закрито").keys("<Esc>шевченко софія");
    let row = desk.screen().lines().find(|line| line.starts_with('▸')).map(str::to_owned);
    if let Some(row) = row.filter(|row| !row.contains("Оксана")) {
        assert!(row.contains("сім’я Шевченко О. П."), "{row}");
    }
}

// ── a search that takes long ────────────────────────────────────────────────────────────────────────────────────────────────

/// What a desk says to «бондар», of whom one is a slip away, while somebody waits so: what it tells at once, and what it answers.
fn answers(still: impl Fn(usize) -> bool, at_ease: bool) -> (Vec<Finding>, Option<Finding>) {
    let mut there = an_office_with_everything();
    there.register(&a_family_of("Бондур Яна Іллівна").draft());
    let (tell, told) = crossbeam_channel::unbounded();
    let office = there.another_desk();
    let mut desk = Desk::signed_in(there.path(), there.surroundings(), KdfCost::FLOOR, office).telling(tell);
    let waiting = Waiting { still: &|| still(told.len()), at_ease: &|| at_ease };
    let of = |reply: Reply| match reply {
        Reply::Results { generation: 7, found: Ok(found) } => *found,
        _ => panic!("an answer to another question"),
    };
    let answer = desk.search(7, ("бондар", Only::All), &waiting).map(of);
    (told.try_iter().map(of).collect(), answer)
}

fn names(finding: &Finding) -> Vec<String> {
    finding.people.iter().map(|found| found.name.short()).collect()
}

#[test]
fn a_quick_search_is_answered_once_and_wholly() {
    let (at_once, answer) = answers(|_| true, true);
    assert_eq!(at_once, []);
    assert_eq!(names(&answer.unwrap()), ["Бондар Г. П.", "Бондар О. М.", "Бондур Я. І."]);
}

#[test]
fn a_long_search_says_at_once_what_agrees_as_typed_and_then_everything() {
    let (at_once, answer) = answers(|_| true, false);
    assert_eq!(at_once.iter().map(names).collect::<Vec<_>>(), [["Бондар Г. П.", "Бондар О. М."]]);
    assert!(at_once[0].meant.is_empty(), "half a search asks no questions");
    assert_eq!(names(&answer.unwrap()), ["Бондар Г. П.", "Бондар О. М.", "Бондур Я. І."]);
}

#[test]
fn a_search_that_nobody_waits_for_is_not_answered() {
    assert_eq!(answers(|_| false, false), (vec![], None));
    assert_eq!(answers(|_| false, true), (vec![], None));
}

#[test]
fn who_types_on_after_the_first_answer_gets_no_second_one() {
    let (at_once, answer) = answers(|told| told == 0, false);
    assert_eq!((at_once.len(), answer), (1, None));
}

// ── what nobody may learn ───────────────────────────────────────────────────────────────────────────────────────────────────

/// A list gathered by a sensitive category, and a filter that names one.
fn hide_some(office: &mut Office) {
    let sensitive = Filter { any_of: vec![category("offender").code], ..Filter::default() };
    let deed = office.new_deed();
    office.save_filter(deed, "Ковдри кривдникам", &sensitive).expect("filter");
    let selection = Selection { filter: sensitive, which: Which::Found(1), sensitive: true };
    let deed = office.new_deed();
    office
        .put_in_list(deed, &selection, &Target::New("Ковдри для кривдників".to_owned()), &mut |_, _| {})
        .expect("list");
}

#[test]
fn what_is_hidden_is_neither_counted_nor_named_nor_changes_the_order_of_others() {
    let mut there = an_office_with_everything();
    there.register(&a_family_of("Гнатюк Степан Іванович").with_category("offender").draft());
    let mut reception = there.desk_of(Role::Reception);
    let before = reception.search("ковдри", Only::All, 20, &|| true).unwrap().0;
    hide_some(&mut there.office);
    assert_eq!(reception.search("ковдри", Only::All, 20, &|| true).unwrap().0, before);
    for text in ["ковдри для", "кривдник", "ковдри кривдникам"] {
        let hidden = reception.search(text, Only::All, 20, &|| true).unwrap().0;
        assert!(!groups(&hidden).concat().contains("кривдник"), "{text}");
    }
    let mine = there.office.search("ковдри", Only::All, 20, &|| true).unwrap().0;
    let totals = mine.groups.iter().map(|group| (group.kind, group.total)).collect::<Vec<_>>();
    assert_eq!(totals, [("box-lists", 3), ("box-filters", 1), ("box-items", 1)]);
}

#[test]
fn who_sees_no_contacts_learns_nothing_by_them() {
    let mut there = an_office_with_everything();
    let mut trainer = there.desk_of(Role::Trainer);
    for text in ["0671234567", "4567", "кравчука", "поштова", "ковдри", "olena"] {
        let finding = trainer.search(text, Only::All, 20, &|| true).unwrap().0;
        assert_eq!(finding, Finding::default(), "{text}");
    }
    let meant: Vec<String> = trainer
        .search("бондер", Only::All, 20, &|| true)
        .unwrap()
        .0
        .meant
        .into_iter()
        .map(|meant| meant.surname)
        .collect();
    assert_eq!(meant, ["Бондар", "Бендер"]);
}

// ── anything that may be typed ──────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn the_box_stands_whatever_is_typed() {
    let mut desk = a_full_desk();
    let long = "шевченко ".repeat(60);
    for typed in ["ш", "12", "00", "😀👨‍👩‍👧", "«»…—", "Sheвченко", "шевч 😀", "і́і́", long.trim()]
    {
        desk.burst(typed).shows("Пошук");
        desk.keys("<Down><Down><Tab><Up><Up><Up><Ins><Ins><Ins><Ins><Ins><Esc>").shows("Наберіть прізвище");
    }
}

#[test]
fn nothing_found_offers_to_register_what_was_typed() {
    let mut desk = a_full_desk();
    desk.keys("кобзар галина").shows("Нікого не знайдено. F7").keys("<F7>").shows("Кобзар").shows("Галина");
}

// ── the picture ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

/// The first row with this text, its underlined letters in brackets.
fn underlined(desk: &Flow, text: &str) -> String {
    let (width, height) = desk.model.cx.size;
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| chrome::draw(&desk.model, frame)).unwrap();
    let buffer = terminal.backend().buffer();
    let row = |y: u16| {
        let cell = |x: u16| {
            let cell = &buffer[(x, y)];
            let is_marked = cell.modifier.contains(Modifier::UNDERLINED) && cell.modifier.contains(Modifier::BOLD);
            (cell.symbol().to_owned(), is_marked)
        };
        (0..width).map(cell).collect::<Vec<_>>()
    };
    let found =
        (4..height).map(row).find(|row| row.iter().map(|(sign, _)| sign.as_str()).collect::<String>().contains(text));
    let signs = found.unwrap_or_default();
    let marked: String =
        signs.into_iter().map(|(sign, is_marked)| if is_marked { format!("[{sign}]") } else { sign }).collect();
    marked.replace("][", "")
}

#[test]
fn the_letters_that_agree_are_underlined_whatever_the_layout() {
    let mut desk = a_full_desk();
    desk.keys("шевч окс");
    assert!(underlined(&desk, "Шевченко").contains("[Шевч]енко [Окс]ана"));
    desk.keys("<Esc>itdx");
    assert!(underlined(&desk, "Шевченко").contains("[Шевч]енко"));
    desk.keys("<Esc>бондер");
    assert!(underlined(&desk, "Бондар Ганна").contains("[Бонд]а[р]"), "{}", underlined(&desk, "Бондар Ганна"));
    desk.keys("<Esc>ковдри");
    assert!(underlined(&desk, "на зиму").contains("[Ковдри] на зиму"));
    desk.keys("<Esc><F9>дублк");
    assert!(underlined(&desk, "Дублікати").contains("[Дубл]і[к]ати"), "{}", underlined(&desk, "Дублікати"));
}

#[rstest]
fn the_box(#[values(Lang::Uk, Lang::En)] lang: Lang, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let mut desk = desk_of(an_office_with_everything(), lang, size);
    let is = |desk: &Flow, name: &str| {
        let lang = lang.code();
        insta::assert_snapshot!(format!("{name}_{lang}_{}", size.0), desk.screen());
    };
    desk.keys("бондер<Up>");
    is(&desk, "box_meant");
    desk.keys("<Esc><Esc>бондар<Down>");
    is(&desk, "box_groups");
    desk.keys("<Esc>спис");
    is(&desk, "box_commands");
    desk.keys("<Esc><Ins><Ins><Ins><Ins>шевч");
    is(&desk, "box_closed");
}

#[test]
fn an_empty_desk_finds_commands_too() {
    a_desk().keys("дублк").shows("Дублікати");
}
