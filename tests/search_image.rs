//! Stories of the search index in the office's file: what one desk keeps the next one loads, whatever happened to it on the way, and a
//! desk without an index answers honestly.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

use chrono::Duration;
use common::flow::{Flow, a_desk};
use common::{AnOffice, LOGIN, PASSWORD, a_family, a_family_of, an_office, correct};
use rstest::rstest;
use stiika::domain::draft::FamilyDraft;
use stiika::domain::staff::Role;
use stiika::office::{ImageState, ImportBatch, Office, Preparing, Run};
use stiika::search::Tier;
use stiika::store::keys::SlotsFile;
use stiika::store::{Store, StoreError};
use stiika::text::Lang;
use stiika::tui::app::message::IndexTold;
use stiika::tui::app::{Effect, Reply};

/// A hand on the tables themselves.
fn tables(office: &AnOffice) -> Store {
    let slots = SlotsFile::load(&office.path()).unwrap().slots;
    let (key, _) = slots.unlock(LOGIN, PASSWORD).unwrap();
    Store::open(&office.path(), &key).unwrap()
}

fn change(office: &AnOffice, sql: &str) {
    tables(office).transact(|tx| tx.execute_batch(sql).map_err(StoreError::from)).unwrap();
}

fn count(office: &AnOffice, sql: &str) -> i64 {
    tables(office).read(|tx| Ok(tx.query_row(sql, [], |row| row.get(0))?)).unwrap()
}

/// So much has changed that an image is written anew.
const MANY_CHANGES: &str =
    "INSERT INTO change (person) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500)
                            SELECT NULL FROM n";

const NAMES: [&str; 4] =
    ["Шевченко Оксана Петрівна", "Бондар Ганна Іванівна", "Коваль Марія Степанівна", "Ґудзь Єва Юріївна"];

/// An office of four families whose image has been kept.
fn a_kept_office() -> AnOffice {
    let mut office = an_office();
    for name in NAMES {
        office.register(&a_family_of(name).with_child(5).with_phone("0671234567").draft());
    }
    assert_eq!(office.office.find("шевченко", 5).unwrap().len(), 1);
    office.office.keep_whole_image();
    assert_eq!(state(&office), ImageState::Fresh { megabytes: 1, changes: 0 });
    office
}

fn state(office: &AnOffice) -> ImageState {
    office.office.image_state().unwrap()
}

fn names(desk: &mut Office, text: &str) -> Vec<String> {
    desk.find(text, 20).unwrap().iter().map(|found| found.name.full()).collect()
}

/// Questions of every kind; what they find is what a desk knows.
const QUESTIONS: [&str; 12] = [
    "шевченко",
    "шевченкл",
    "itdxtyrj",
    "бондар ганна",
    "коваль",
    "gudz",
    "067 123 45 67",
    "4567",
    "12.03.1987",
    "кравчука 19г",
    "нова",
    "софія",
];

fn surname(turn: usize) -> String {
    format!("Нов{}", ["ак", "енко", "ицький", "чук", "юк", "осад", "аренко", "ожилов", "оград", "ик"][turn % 10])
}

fn knowledge(desk: &mut Office) -> Vec<Vec<String>> {
    QUESTIONS.iter().map(|text| names(desk, text)).collect()
}

/// A desk that loads the image knows what one that builds the index anew knows.
fn knows_everything(office: &AnOffice) {
    let loaded = knowledge(&mut office.another_desk());
    change(office, "DELETE FROM search_image");
    let built = knowledge(&mut office.another_desk());
    assert_eq!(loaded, built);
    assert!(built.iter().any(|found| !found.is_empty()));
}

/// Writes a name behind everybody's back: a desk that finds it has read the table, one that does not has loaded the image.
fn rename_behind_the_back(office: &AnOffice) {
    change(
        office,
        "UPDATE person SET surname = 'Потайна' WHERE surname = 'Бондар';
         DELETE FROM change WHERE seq > (SELECT position FROM search_image);",
    );
}

fn has_read_the_tables(office: &AnOffice) -> bool {
    !names(&mut office.another_desk(), "потайна").is_empty()
}

#[test]
fn the_next_desk_loads_what_this_one_kept() {
    let office = a_kept_office();
    rename_behind_the_back(&office);
    assert!(!has_read_the_tables(&office));
    change(&office, "DELETE FROM search_image");
    assert!(has_read_the_tables(&office));
}

#[test]
fn what_changed_after_the_image_was_kept_is_known_too() {
    let mut office = a_kept_office();
    let new = office.register(&a_family_of("Нова Людмила Ігорівна").draft());
    let family = office.office.find("бондар", 1).unwrap()[0].family.unwrap();
    let base = FamilyDraft::of_card(&office.office.card(family).unwrap());
    let mut mine = base.clone();
    mine.members[0].name.surname = "Заміжня".to_owned();
    correct(&mut office.office, family, &base, &mine).unwrap();
    assert!(matches!(state(&office), ImageState::Fresh { changes: 1.., .. }));
    let mut desk = office.another_desk();
    assert_eq!(desk.find("нова людмила", 5).unwrap()[0].family, Some(new.family));
    assert_eq!(names(&mut desk, "заміжня"), ["Заміжня Ганна Іванівна"]);
    knows_everything(&office);
}

#[test]
fn an_undone_a_mistaken_and_an_imported_entry_are_known_by_a_desk_with_an_old_image() {
    let mut office = a_kept_office();
    let deed = office.office.new_deed();
    office.office.register(deed, &a_family_of("Нова Людмила Ігорівна").draft()).unwrap();
    let undo = office.office.new_deed();
    office.office.undo(undo, deed, "помилка").unwrap();
    let batch = ImportBatch {
        families: vec![a_family_of("Нова Зоя Львівна").with_key("С-1").draft()],
        ..ImportBatch::default()
    };
    office.office.import(&batch, Run::Real, &mut |_, _| {}).unwrap().unwrap();
    assert_eq!(names(&mut office.another_desk(), "зоя львівна"), ["Нова Зоя Львівна"]);
    knows_everything(&office);
}

#[rstest]
#[case::every_bit("UPDATE search_part SET content = zeroblob(length(content))")]
#[case::the_end("UPDATE search_part SET content = substr(content, 1, length(content) - 1)")]
#[case::more(
    "INSERT INTO search_part SELECT generation, 1, x'00' FROM search_image; UPDATE search_image SET parts = 2"
)]
#[case::all("DELETE FROM search_part")]
#[case::another_sum("UPDATE search_image SET sum = sum + 1")]
#[case::another_length("UPDATE search_image SET bytes = bytes - 1")]
#[case::a_great_length("UPDATE search_image SET bytes = -1")]
#[case::a_part_too_few("UPDATE search_image SET parts = 0")]
#[case::a_part_too_many("UPDATE search_image SET parts = parts + 1")]
#[case::another_place_in_the_log("UPDATE search_image SET position = position - 1")]
#[case::another_layout("UPDATE search_image SET format = format + 1")]
#[case::other_rules_of_spelling("UPDATE search_image SET rules = rules + 1")]
#[case::another_epoch("UPDATE search_state SET epoch = epoch + 1")]
#[case::a_log_that_was_cut(
    "INSERT INTO change (seq) SELECT position + 50 FROM search_image; DELETE FROM change WHERE seq < (SELECT max(seq) FROM change)"
)]
fn an_image_that_does_not_fit_is_not_trusted_and_replaced(#[case] damage: &str) {
    let office = a_kept_office();
    let before = knowledge(&mut office.another_desk());
    rename_behind_the_back(&office);
    assert!(!has_read_the_tables(&office), "the image would have served");
    change(&office, damage);
    let mut desk = office.another_desk();
    assert_eq!(names(&mut desk, "потайна").len(), 1);
    assert!(desk.owes_image());
    desk.keep_whole_image();
    assert!(!desk.owes_image());
    assert_eq!(desk.image_state(), Ok(ImageState::Fresh { megabytes: 1, changes: 0 }));
    change(&office, "UPDATE person SET surname = 'Бондар' WHERE surname = 'Потайна'");
    assert_eq!(knowledge(&mut office.another_desk()), before);
}

#[test]
fn a_save_that_is_cut_off_anywhere_leaves_the_older_image_or_the_new_one() {
    let mut steps = 0;
    loop {
        let mut office = a_kept_office();
        let older = count(&office, "SELECT generation FROM search_image");
        for turn in 0..10 {
            office.register(
                &a_family_of(&format!("{} Людмила Ігорівна", surname(turn))).with_child(3).with_child(4).draft(),
            );
        }
        let mut desk = office.another_desk();
        assert_eq!(names(&mut desk, &format!("{} людмила", surname(7))).len(), 1);
        change(&office, MANY_CHANGES);
        desk.refresh().unwrap();
        assert!(desk.owes_image());
        let mut is_whole = false;
        for _ in 0..steps {
            is_whole = !desk.keep_image();
        }
        // The power fails: nothing more is said to the file.
        drop(desk);
        let counts = count(&office, "SELECT generation FROM search_image");
        assert!(counts == older || counts == older + 1);
        assert_eq!(
            names(&mut office.another_desk(), &format!("{} людмила", surname(7))).len(),
            1,
            "after {steps} steps"
        );
        // Some minutes later another desk does it wholly, and clears what was left lying.
        office.clock.move_on(Duration::minutes(3));
        let mut next = office.another_desk();
        assert_eq!(names(&mut next, &format!("{} людмила", surname(8))).len(), 1);
        next.keep_whole_image();
        change(&office, MANY_CHANGES);
        next.refresh().unwrap();
        next.keep_whole_image();
        assert_eq!(count(&office, "SELECT count(DISTINCT generation) FROM search_part"), 1);
        assert_eq!(count(&office, "SELECT count(*) FROM search_state WHERE writer IS NOT NULL"), 0);
        knows_everything(&office);
        if is_whole {
            break;
        }
        steps += 1;
    }
    assert!(steps > 4, "begin, part, switch, clear, end: {steps}");
}

#[test]
fn one_desk_writes_at_a_time_and_a_desk_that_died_is_not_waited_for() {
    let office = a_kept_office();
    change(&office, "DELETE FROM search_image");
    let (mut one, mut other) = (office.another_desk(), office.another_desk());
    for desk in [&mut one, &mut other] {
        names(desk, "бондар");
        assert!(desk.owes_image());
    }
    assert!(one.keep_image(), "it is its turn");
    assert!(!other.keep_image());
    assert!(!other.owes_image(), "not at once again");
    drop(one);
    office.clock.move_on(Duration::minutes(3));
    assert!(other.owes_image());
    other.keep_whole_image();
    assert_eq!(state(&office), ImageState::Fresh { megabytes: 1, changes: 0 });
}

#[test]
fn a_desk_does_not_write_what_another_one_has_just_written() {
    let office = a_kept_office();
    change(&office, "DELETE FROM search_image");
    let (mut one, mut other) = (office.another_desk(), office.another_desk());
    names(&mut one, "бондар");
    names(&mut other, "бондар");
    one.keep_whole_image();
    other.refresh().unwrap();
    assert!(!other.owes_image());
}

#[test]
fn a_deed_in_the_middle_of_a_save_is_not_waited_for_and_not_lost() {
    let mut office = a_kept_office();
    change(&office, "DELETE FROM search_image");
    let mut desk = office.another_desk();
    names(&mut desk, "бондар");
    assert!(desk.keep_image());
    office.register(&a_family_of("Нова Людмила Ігорівна").draft());
    assert_eq!(names(&mut desk, "нова людмила").len(), 1, "found at once, and the save begins anew");
    desk.keep_whole_image();
    desk.keep_whole_image();
    assert_eq!(state(&office), ImageState::Fresh { megabytes: 1, changes: 0 });
    assert_eq!(names(&mut office.another_desk(), "нова людмила").len(), 1);
}

#[test]
fn at_leaving_a_fresh_image_is_not_written_again() {
    let mut office = a_kept_office();
    let kept = count(&office, "SELECT generation FROM search_image");
    office.register(&a_family_of("Нова Людмила Ігорівна").draft());
    let mut desk = office.another_desk();
    names(&mut desk, "бондар");
    desk.leave();
    assert_eq!(count(&office, "SELECT generation FROM search_image"), kept);
    for turn in 0..40 {
        office.register(&a_family_of(&format!("{} Людмила Ігорівна", surname(turn))).with_child(3).draft());
    }
    names(&mut desk, "бондар");
    desk.leave();
    assert!(count(&office, "SELECT generation FROM search_image") > kept);
    assert_eq!(state(&office), ImageState::Fresh { megabytes: 1, changes: 0 });
}

/// Whether a text is anywhere in the kept image.
fn image_has(office: &AnOffice, text: &str) -> bool {
    let sql = format!("SELECT count(*) FROM search_part WHERE instr(content, CAST('{text}' AS BLOB)) > 0");
    count(office, &sql) > 0
}

#[test]
fn who_was_registered_by_mistake_or_merged_leaves_the_image_at_the_next_quiet_moment() {
    let mut office = a_kept_office();
    assert!(image_has(&office, "Бондар"));
    change(&office, "UPDATE person SET voided_on = '2026-11-21' WHERE surname = 'Бондар'");
    let mut desk = office.another_desk();
    desk.prepare_in_background();
    prepare(&mut desk);
    assert_eq!(names(&mut desk, "бондар"), Vec::<String>::new());
    assert!(desk.owes_image(), "however few the changes are");
    // As the worker does: the index is made of the tables first, since among the texts of the old one is the name yet.
    assert!(!desk.keep_image());
    assert!(!desk.owes_image());
    assert_eq!(desk.preparing(), None, "nobody need be told");
    prepare(&mut desk);
    assert!(desk.owes_image());
    while desk.keep_image() {}
    assert!(!desk.owes_image());
    assert!(!image_has(&office, "Бондар"));
    assert!(image_has(&office, "Коваль"));
    office.office.refresh().unwrap();
    assert!(!office.office.owes_image(), "the other desk knows it too");
}

#[test]
fn a_desk_that_made_the_index_changes_over_to_the_image_it_kept() {
    let office = a_kept_office();
    change(&office, "DELETE FROM search_image");
    let mut desk = office.another_desk();
    desk.prepare_in_background();
    prepare(&mut desk);
    let counts = |desk: &mut Office| QUESTIONS.map(|text| names(desk, text).len());
    let before = counts(&mut desk);
    while desk.keep_image() {}
    // Only the image knows the old name yet: whoever finds it has not read the tables again.
    rename_behind_the_back(&office);
    assert_eq!(desk.preparing(), None, "nobody need be told");
    assert_eq!(counts(&mut desk), before, "the index that was made answers until the other stands");
    let (how, image) = (desk.prepare().unwrap(), state(&office));
    assert_ne!(how, Preparing::Done, "there is something to load");
    prepare(&mut desk);
    assert_eq!(counts(&mut desk), before);
    assert_eq!((names(&mut desk, "бондар").len(), names(&mut desk, "потайна").len()), (1, 0));
    assert!(!desk.owes_image(), "and nothing is written again");
    assert!(!desk.keep_image());
    assert_eq!((desk.prepare().unwrap(), state(&office)), (Preparing::Done, image));
}

#[test]
fn what_is_changed_while_the_image_is_loaded_in_place_of_the_index_is_known() {
    let mut office = a_kept_office();
    change(&office, "DELETE FROM search_image");
    let mut desk = office.another_desk();
    desk.prepare_in_background();
    prepare(&mut desk);
    while desk.keep_image() {}
    desk.prepare().unwrap();
    office.register(&a_family_of("Нова Людмила Ігорівна").draft());
    assert_eq!(names(&mut desk, "нова людмила").len(), 1);
    prepare(&mut desk);
    assert_eq!(names(&mut desk, "нова людмила").len(), 1);
    assert_eq!(names(&mut desk, "бондар").len(), 1);
}

#[rstest]
#[case::person("UPDATE person SET surname = '', given_name = '', patronymic = '' WHERE surname = 'Бондар'")]
#[case::former("UPDATE former_name SET surname = '', given_name = '', patronymic = '' WHERE surname = 'Дівоча'")]
fn an_erased_name_leaves_no_copy_in_the_image(#[case] erase: &str) {
    let office = a_kept_office();
    change(
        &office,
        "INSERT INTO former_name (id, person, surname, given_name, patronymic)
         SELECT randomblob(16), id, 'Дівоча', 'Ганна', '' FROM person WHERE surname = 'Бондар'",
    );
    let mut writing = office.another_desk();
    names(&mut writing, "дівоча");
    change(&office, MANY_CHANGES);
    writing.refresh().unwrap();
    assert!(writing.keep_image() && writing.keep_image(), "a part is written");
    change(&office, erase);
    assert_eq!(state(&office), ImageState::Missing);
    assert_eq!(count(&office, "SELECT count(*) FROM search_part"), 0);
    // The desk that was writing does not bring it back.
    while writing.keep_image() {}
    assert_eq!(state(&office), ImageState::Missing);
    let mut next = office.another_desk();
    names(&mut next, "коваль");
    next.keep_whole_image();
    assert!(image_has(&office, "Коваль"));
    assert!(!image_has(&office, if erase.contains("Дівоча") { "Дівоча" } else { "Бондар" }));
}

#[test]
fn a_person_found_by_contacts_is_hidden_from_who_may_not_see_them_loaded_or_not() {
    let mut office = a_kept_office();
    let role = Role::ALL.into_iter().find(|role| {
        role.may(stiika::domain::staff::Right::Find) && !role.may(stiika::domain::staff::Right::SeeContacts)
    });
    let mut desk = office.desk_of(role.expect("a role that sees no contacts"));
    assert_eq!(names(&mut desk, "0671234567"), Vec::<String>::new());
    assert_eq!(names(&mut desk, "шевченко").len(), 1);
    let login = desk.staff().login.clone();
    let mut meanwhile = office.sign_in(&login, PASSWORD).unwrap();
    meanwhile.prepare_in_background();
    assert_eq!(names(&mut meanwhile, "0671234567"), Vec::<String>::new());
    let found = meanwhile.find("шевч", 5).unwrap();
    assert_eq!((found.len(), found[0].phone.as_deref(), found[0].address.as_str()), (1, None, ""));
}

#[test]
fn without_an_index_a_desk_answers_by_beginnings_and_says_how_far_it_is() {
    let mut office = a_kept_office();
    let kept = office.office.find("бондар", 1).unwrap()[0].clone();
    let mut desk = office.another_desk();
    desk.prepare_in_background();
    assert_eq!(desk.preparing(), Some(0));
    for text in ["шевч", "ШЕВЧЕНКО окс", "оксана шев"] {
        let found = desk.find(text, 5).unwrap();
        assert_eq!(found[0].name.full(), NAMES[0], "{text}");
        assert_eq!((found[0].tier, found[0].children), (Tier::Exact, 1));
    }
    assert_eq!(names(&mut desk, "06712345").len(), 4);
    assert_eq!(names(&mut desk, &kept.number.unwrap().to_string()), [NAMES[1]]);
    assert_eq!(names(&mut desk, "шевченкл"), Vec::<String>::new(), "slips are not forgiven yet");
    assert_eq!(desk.likely(&a_family().draft(), None, 5).unwrap()[0].name.full(), NAMES[0]);
    assert_eq!(desk.today().unwrap().people, 8);
    assert_eq!(desk.card(kept.family.unwrap()).unwrap().id, kept.family.unwrap());
    // What another desk does is found at once, also now.
    office.register(&a_family_of("Шевчук Людмила Ігорівна").draft());
    assert_eq!(names(&mut desk, "шевчук").len(), 1);
    prepare(&mut desk);
    assert_eq!(desk.preparing(), None);
    assert_eq!(names(&mut desk, "шевченкл")[0], NAMES[0]);
    assert_eq!(names(&mut desk, "шевчук людмила").len(), 1);
}

#[test]
fn other_names_of_streets_make_the_index_anew_and_the_old_one_serves_meanwhile() {
    let office = a_kept_office();
    let mut desk = office.another_desk();
    desk.prepare_in_background();
    prepare(&mut desk);
    assert_eq!(names(&mut desk, "шевченкл").len(), 1);
    change(
        &office,
        "INSERT INTO street (code, settlement, name, position) VALUES ('kravchuka', 'м. Луцьк', 'вул. Кравчука', 1);
         INSERT INTO street_former (key, street, name, position) VALUES ('kravchuka/вул. Гагаріна', 'kravchuka', 'вул. Гагаріна', 1);",
    );
    assert_eq!(names(&mut desk, "шевченкл").len(), 1);
    assert_eq!(desk.preparing(), None, "nobody need be told");
    assert_eq!(state(&office), ImageState::Outdated);
    prepare(&mut desk);
    assert_eq!(names(&mut desk, "гагаріна 19г").len(), 4);
    assert_eq!(names(&mut office.another_desk(), "гагаріна 19г").len(), 4);
}

/// Works on at the index as the worker does, to its end.
fn prepare(desk: &mut Office) {
    while desk.prepare().unwrap() != Preparing::Done {
        std::thread::yield_now();
    }
}

/// A desk on which the index is told to be on its way, in front of a typed text.
fn a_desk_in_the_making(lang: Lang) -> Flow {
    let mut desk = a_desk();
    desk.office.register(&a_family().draft());
    if lang == Lang::En {
        desk = desk.in_english();
    }
    desk.hear(Reply::Index(IndexTold::Preparing(40)));
    desk
}

#[test]
fn the_search_says_that_it_is_getting_ready_and_searches_again_when_it_is() {
    let mut desk = a_desk_in_the_making(Lang::Uk);
    desk.shows("готується… 40 %").shows("поки що: прізвище, телефон, документ, №");
    desk.keys("абракадабра").shows("Поки що не знайдено").hides("F7 — зареєструвати");
    desk.hear(Reply::Index(IndexTold::Preparing(85)));
    desk.shows("85 %");
    desk.hear(Reply::Index(IndexTold::Ready));
    desk.hides("готується").shows("Нікого не знайдено").shows("ім’я, телефон, документ, адреса, №");
}

#[test]
fn enter_on_what_only_the_whole_search_finds_waits_for_it() {
    let mut desk = a_desk_in_the_making(Lang::Uk);
    // The answer of the beginnings: nobody.
    for key in common::flow::keys("шевченкл") {
        stiika::tui::app::update(&mut desk.model, stiika::tui::app::Msg::Input(stiika::tui::app::Input::Key(key)));
    }
    let press = |desk: &mut Flow, key: &str| {
        let key = common::flow::keys(key)[0];
        stiika::tui::app::update(&mut desk.model, stiika::tui::app::Msg::Input(stiika::tui::app::Input::Key(key)))
    };
    assert!(press(&mut desk, "<Enter>").is_empty(), "it is not answered yet");
    desk.hear(Reply::Results { generation: 8, found: Ok(Box::default()) });
    desk.shows("Поки що не знайдено");
    desk.hear(Reply::Index(IndexTold::Ready));
    desk.shows("Члени сім’ї");
}

#[test]
fn a_desk_in_the_background_is_ready_before_its_first_search_in_an_ordinary_office() {
    let Flow { model, desk, office } = a_desk();
    let mut flow = Flow { model, desk: desk.in_background(), office };
    flow.office.register(&a_family().draft());
    flow.keys("шевченкл").shows("Шевченко Оксана Петрівна").hides("готується");
    assert!(flow.desk.owes_image());
    flow.performs(vec![Effect::SignOut]);
    assert_eq!(state(&flow.office), ImageState::Fresh { megabytes: 1, changes: 0 });
}

#[rstest]
fn the_search_in_the_making_looks_so(
    #[values(Lang::Uk, Lang::En)] lang: Lang,
    #[values((80, 24), (120, 40))] size: (u16, u16),
) {
    let mut desk = a_desk_in_the_making(lang).sized(size.0, size.1);
    desk.keys("абракадабра");
    let name = format!("search_in_the_making_{}_{}", if lang == Lang::Uk { "uk" } else { "en" }, size.0);
    insta::assert_snapshot!(name, desk.screen());
}

#[test]
fn an_office_of_nobody_has_nothing_to_keep() {
    let office = an_office();
    let mut desk = office.another_desk();
    names(&mut desk, "шевченко");
    assert!(!desk.owes_image());
    desk.leave();
    assert_eq!(state(&office), ImageState::Missing);
}

#[test]
fn a_brief_answer_is_the_same_as_the_full_one() {
    let mut office = a_kept_office();
    for text in QUESTIONS {
        let full = office.office.find(text, 20).unwrap();
        let brief = office.office.find_briefly(text, 20).unwrap();
        assert_eq!(brief.len(), full.len(), "{text}");
        for (one, other) in brief.iter().zip(&full) {
            assert_eq!((one.person, one.family, one.number), (other.person, other.family, other.number));
            assert_eq!(
                (&one.key, &one.name, one.birth, &one.phone),
                (&other.key, &other.name, other.birth, &other.phone)
            );
            assert_eq!((one.tier, &one.why), (other.tier, &other.why));
        }
    }
    let role = Role::ALL.into_iter().find(|role| {
        role.may(stiika::domain::staff::Right::Find) && !role.may(stiika::domain::staff::Right::SeeContacts)
    });
    let mut desk = office.desk_of(role.expect("a role that sees no contacts"));
    let brief = desk.find_briefly("шевченко", 5).unwrap();
    assert_eq!((brief.len(), brief[0].phone.as_deref()), (1, None));
}

#[test]
fn a_script_that_goes_on_asking_finds_what_a_desk_has_registered_meanwhile_and_leaves_an_image() {
    use std::io::{BufRead, BufReader, Write};
    let mut office = an_office();
    office.register(&a_family().draft());
    let mut script = std::process::Command::new(env!("CARGO_BIN_EXE_stiika"))
        .args(["--lang", "uk", "find", "--stdin", "--json", "--staff", LOGIN, "--db"])
        .arg(office.path())
        .env("STIIKA_PASSWORD", PASSWORD)
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let (mut asks, answers) = (script.stdin.take().unwrap(), script.stdout.take().unwrap());
    let mut answers = BufReader::new(answers).lines();
    let mut ask = |text: &str| {
        writeln!(asks, "{text}").unwrap();
        answers.next().unwrap().unwrap()
    };
    assert!(ask("шевченко").contains("Шевченко Оксана Петрівна"));
    assert_eq!(ask("бондар"), "[]");
    office.register(&a_family_of("Бондар Ганна Іванівна").draft());
    assert!(ask("бондар").contains("Бондар Ганна Іванівна"));
    drop(asks);
    assert!(script.wait().unwrap().success());
    assert_eq!(state(&office), ImageState::Fresh { megabytes: 1, changes: 0 });
}
