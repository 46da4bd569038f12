//! Settings and catalogues: what an office decides and lists for itself, at one desk and at two, in the file, on the screen.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[path = "catalogue/aid.rs"]
mod aid;
mod common;

use common::flow::{Flow, a_desk, a_desk_of};
use common::{AnOffice, PASSWORD, a_family_of, an_office, category, register};
use rstest::rstest;
use stiika::domain::catalogue::{About, CatalogueFault, Entry, FormerName, Kind};
use stiika::domain::category::CategoryCode;
use stiika::domain::draft::FamilyDraft;
use stiika::domain::settings::{SettingFault, SettingField};
use stiika::domain::staff::{Right, Role};
use stiika::office::{Office, OfficeError, Switch};
use stiika::store::StoreError;
use stiika::text::{Lang, Texts};

const LUTSK: &str = "UA07080170010083384";

fn new_category(code: &str, name: &str, sensitive: bool) -> Entry {
    Entry { about: About::Category { sensitive }, ..Entry::new(Kind::Category, code, name) }
}

fn street(code: &str, name: &str, former: &[&str]) -> Entry {
    let former = former.iter().map(|name| FormerName { name: (*name).to_owned(), until: None }).collect();
    Entry { about: About::Street { settlement: LUTSK.to_owned(), former }, ..Entry::new(Kind::Street, code, name) }
}

fn add(office: &mut Office, entry: &Entry) {
    let deed = office.new_deed();
    office.add_entry(deed, entry).expect("added");
}

/// A family in Lutsk on this street.
fn living_on(name: &str, written: &str) -> FamilyDraft {
    let mut draft = a_family_of(name).draft();
    draft.actual.settlement_code = Some(LUTSK.to_owned());
    draft.actual.settlement = "м. Луцьк".to_owned();
    draft.actual.street = written.to_owned();
    draft.actual.building = "5".to_owned();
    draft
}

fn codes(office: &mut Office, text: &str) -> Vec<CategoryCode> {
    office.find(text, 5).unwrap().into_iter().flat_map(|found| found.categories).collect()
}

// ── settings ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn a_setting_is_known_at_the_other_desk_and_written_in_the_journal() {
    let mut there = an_office();
    let mut other = there.another_desk();
    let base = there.office.facts();
    let mut mine = base.clone();
    mine.settings.lock_minutes = 12;
    mine.profile.name = "  Центр   «Опора» ".to_owned();
    let deed = there.office.new_deed();
    there.office.change_settings(deed, &base, &mine).unwrap();
    assert_eq!((there.office.settings().lock_minutes, there.office.profile().name.as_str()), (12, "Центр «Опора»"));
    other.refresh().unwrap();
    assert_eq!(other.facts(), there.office.facts());
    // Pressed twice is once done.
    there.office.change_settings(deed, &base, &mine).unwrap();
    assert!(other.verify_journal().unwrap().is_ok());
    drop(other);
    assert_eq!(there.another_desk().settings().lock_minutes, 12, "the file keeps it");
}

#[test]
fn two_desks_may_set_different_things_and_the_same_thing_is_not_overwritten() {
    let mut there = an_office();
    let mut other = there.another_desk();
    let base = there.office.facts();
    let (mut lock, mut drafts) = (base.clone(), base.clone());
    lock.settings.lock_minutes = 30;
    drafts.settings.draft_days = 3;
    let (one, two) = (there.office.new_deed(), other.new_deed());
    there.office.change_settings(one, &base, &lock).unwrap();
    other.change_settings(two, &base, &drafts).unwrap();
    assert_eq!((other.settings().lock_minutes, other.settings().draft_days), (30, 3), "both are kept");
    let mut later = base.clone();
    later.settings.lock_minutes = 1;
    let deed = other.new_deed();
    let refused = other.change_settings(deed, &base, &later);
    assert_eq!(refused, Err(OfficeError::SettingChanged(SettingField::LockMinutes)));
    assert_eq!(other.settings().lock_minutes, 30);
}

#[test]
fn a_desk_never_stays_open_for_good() {
    let mut there = an_office();
    let base = there.office.facts();
    for minutes in [0, 61, u16::MAX] {
        let mut mine = base.clone();
        mine.settings.lock_minutes = minutes;
        let deed = there.office.new_deed();
        let refused = there.office.change_settings(deed, &base, &mine);
        assert_eq!(refused, Err(OfficeError::Setting(SettingFault::LockMinutes)));
    }
    assert_eq!(there.office.settings().lock_minutes, 5);
}

#[test]
fn only_whoever_manages_the_office_changes_it() {
    let mut there = an_office();
    for role in Role::ALL.into_iter().filter(|role| *role != Role::Administrator) {
        let mut desk = there.desk_of(role);
        let facts = desk.facts();
        let [one, two, three] = std::array::from_fn(|_| desk.new_deed());
        let refused = Err(OfficeError::NotAllowed(Right::ManageOffice));
        assert_eq!(desk.change_settings(one, &facts, &facts), refused, "{role:?}");
        assert_eq!(desk.add_entry(two, &new_category("burned", "Згоріла хата", false)), refused, "{role:?}");
        assert_eq!(desk.switch_entry(three, Kind::Category, "orphan", Switch::Off), refused, "{role:?}");
    }
}

// ── categories ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn an_added_category_is_given_like_the_others() {
    let mut there = an_office();
    add(&mut there.office, &new_category("burned", "Згоріла хата", false));
    let mut draft = a_family_of("Бойко Олег Миколайович").draft();
    draft.categories.push(category("burned"));
    there.register(&draft);
    assert_eq!(codes(&mut there.office, "бойко"), [CategoryCode("burned".to_owned())]);
    let deed = there.office.new_deed();
    let again = there.office.add_entry(deed, &new_category("burned", "Інше", false));
    assert_eq!(again, Err(OfficeError::Catalogue(CatalogueFault::CodeTaken("burned".to_owned()))));
}

#[test]
fn an_added_sensitive_category_leaks_nowhere() {
    let mut there = an_office();
    add(&mut there.office, &new_category("trafficked", "Торгівля людьми", true));
    let mut draft = a_family_of("Бойко Олег Миколайович").with_child(6).draft();
    draft.categories.push(category("trafficked"));
    draft.members[1].categories.push(category("trafficked"));
    let family = there.register(&draft).family;
    let mut after = draft.clone();
    after.categories.clear();
    let card = there.office.card(family).unwrap();
    let base = FamilyDraft::of_card(&card);
    let mut ended = base.clone();
    ended.categories[0].until = "2026-11-01".parse().ok();
    common::correct(&mut there.office, family, &base, &ended).unwrap();

    for role in [Role::Reception, Role::Storekeeper, Role::Trainer, Role::Director] {
        let mut desk = there.desk_of(role);
        assert!(codes(&mut desk, "бойко").is_empty(), "{role:?}: in search results");
        for card in [desk.card(family).unwrap(), desk.glance(family).unwrap()] {
            assert!(card.categories.is_empty(), "{role:?}: on the card");
            assert!(card.members.iter().all(|member| member.categories.is_empty()), "{role:?}: of a member");
        }
        let history = desk.history(family).unwrap();
        let told = history.iter().flat_map(|entry| &entry.changes).find(|change| change.field == "category");
        assert_eq!(told, None, "{role:?}: in history");
        if desk.may(Right::Register) {
            let mut forged = a_family_of("Хтось Іван").draft();
            forged.categories.push(category("trafficked"));
            let deed = desk.new_deed();
            let refused = desk.register(deed, &forged).map(|_| ());
            assert_eq!(refused, Err(OfficeError::NotAllowed(Right::SeeSensitive)), "{role:?}: given unseen");
            let seen = FamilyDraft::of_card(&desk.card(family).unwrap());
            let mut moved = seen.clone();
            moved.actual.settlement = "с. Жидичин".to_owned();
            common::correct(&mut desk, family, &seen, &moved).unwrap();
        }
        if desk.may(Right::Export) {
            let mut given = 0;
            desk.export(&mut |exported| {
                if let stiika::office::Exported::Family(card) = exported {
                    given += card.categories.len();
                }
            })
            .unwrap();
            assert_eq!(given, 0, "{role:?}: in the file");
        }
    }
    let card = there.desk_of(Role::CaseWorker).card(family).unwrap();
    assert_eq!(card.categories.len(), 1, "what others did not see is still there");
    assert_eq!(card.members[1].categories.len(), 1);
}

#[test]
fn a_category_marked_sensitive_later_disappears_from_what_is_open_and_from_what_was_written() {
    let mut there = an_office();
    let mut draft = a_family_of("Бойко Олег Миколайович").draft();
    let family = there.register(&draft).family;
    let base = FamilyDraft::of_card(&there.office.card(family).unwrap());
    draft = base.clone();
    draft.categories.push(category("captive"));
    common::correct(&mut there.office, family, &base, &draft).unwrap();
    let mut director = there.desk_of(Role::Director);
    assert_eq!(codes(&mut director, "бойко").len(), 1);
    assert!(director.history(family).unwrap().iter().any(|entry| !entry.changes.is_empty()));

    let there_now = there.office.catalogue().get(Kind::Category, "captive").unwrap().clone();
    let hidden = Entry { about: About::Category { sensitive: true }, ..there_now.clone() };
    let deed = there.office.new_deed();
    there.office.change_entry(deed, &there_now, &hidden).unwrap();

    assert!(codes(&mut director, "бойко").is_empty());
    assert!(director.glance(family).unwrap().categories.is_empty());
    let written = director.history(family).unwrap();
    assert!(written.iter().flat_map(|entry| &entry.changes).all(|change| change.field != "category"));
}

#[test]
fn an_entry_is_switched_off_and_on_and_never_deleted() {
    let mut there = an_office();
    let mut draft = a_family_of("Бойко Олег Миколайович").draft();
    draft.categories.push(category("orphan"));
    let family = there.register(&draft).family;
    for (to, offered) in [(Switch::Off, false), (Switch::Off, false), (Switch::On, true)] {
        let deed = there.office.new_deed();
        there.office.switch_entry(deed, Kind::Category, "orphan", to).unwrap();
        let is_offered = there.office.catalogue().offered(Kind::Category).any(|entry| entry.code == "orphan");
        assert_eq!(is_offered, offered);
        assert_eq!(there.office.card(family).unwrap().categories.len(), 1, "what was given stays");
    }
}

#[test]
fn an_entry_changed_at_another_desk_is_not_overwritten() {
    let mut there = an_office();
    let mut other = there.another_desk();
    add(&mut there.office, &new_category("burned", "Згоріла хата", false));
    other.refresh().unwrap();
    let base = other.catalogue().get(Kind::Category, "burned").unwrap().clone();
    let named = |name: &str| Entry { name: name.to_owned(), ..base.clone() };
    let (one, two, three) = (there.office.new_deed(), other.new_deed(), other.new_deed());
    there.office.change_entry(one, &base, &named("Пожежа")).unwrap();
    let refused = other.change_entry(two, &base, &named("Погорільці"));
    assert_eq!(refused, Err(OfficeError::Catalogue(CatalogueFault::Changed("burned".to_owned()))));
    other.refresh().unwrap();
    let now = other.catalogue().get(Kind::Category, "burned").unwrap().clone();
    assert_eq!(now.name, "Пожежа");
    other.change_entry(three, &now, &named("Погорільці")).unwrap();
}

#[test]
fn deeds_on_catalogues_and_settings_are_taken_back() {
    let mut there = an_office();
    let offered =
        |office: &Office, kind: Kind, code: &str| office.catalogue().offered(kind).any(|one| one.code == code);
    let undo = |office: &mut Office, what| {
        let deed = office.new_deed();
        office.undo(deed, what, "помилка").unwrap();
        office.refresh().unwrap();
    };
    let [added, renamed, street_added, set] = std::array::from_fn(|_| there.office.new_deed());
    there.office.add_entry(added, &new_category("burned", "Погорільці", false)).unwrap();
    let base = there.office.catalogue().get(Kind::Category, "burned").unwrap().clone();
    there.office.change_entry(renamed, &base, &Entry { name: "Пожежа".to_owned(), ..base.clone() }).unwrap();
    undo(&mut there.office, renamed);
    assert_eq!(there.office.catalogue().get(Kind::Category, "burned").unwrap().name, "Погорільці");
    there.office.add_entry(street_added, &street("bandery", "вул. Бандери", &["вул. Поштова"])).unwrap();
    there.register(&living_on("Бойко Олег Миколайович", "вул. Бандери"));
    assert_eq!(there.office.find("поштова", 5).unwrap().len(), 1);
    undo(&mut there.office, street_added);
    assert!(!offered(&there.office, Kind::Street, "bandery"), "nothing is deleted: it is switched off");
    assert!(there.office.find("поштова", 5).unwrap().is_empty());
    let facts = there.office.facts();
    let mut mine = facts.clone();
    mine.settings.lock_minutes = 45;
    there.office.change_settings(set, &facts, &mine).unwrap();
    undo(&mut there.office, set);
    assert_eq!(there.office.settings().lock_minutes, 5);
}

// ── streets ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn a_family_is_found_by_every_name_of_its_street() {
    let mut there = an_office();
    there.register(&living_on("Бойко Олег Миколайович", "вул. Бандери"));
    there.register(&living_on("Гнатюк Софія Іванівна", "Комсомольська"));
    let names = |office: &mut Office, text: &str| -> Vec<String> {
        office.find(text, 5).unwrap().into_iter().map(|found| found.name.surname).collect()
    };
    assert_eq!(names(&mut there.office, "бандери"), ["Бойко"]);
    let mut other = there.another_desk();
    assert_eq!(names(&mut other, "комсомольська"), ["Гнатюк"]);

    add(&mut there.office, &street("bandery", "вул. Бандери", &["вул. Комсомольська"]));
    // Whoever has the street written as it was typed stands first.
    assert_eq!(names(&mut there.office, "комсомольська 5"), ["Гнатюк", "Бойко"]);
    assert_eq!(names(&mut other, "бандери"), ["Бойко", "Гнатюк"]);
    let why = other.find("комсомольська бойко", 1).unwrap().remove(0).why;
    assert_eq!(Texts::new(Lang::Uk).say(&why), "вул. Бандери (раніше вул. Комсомольська)");
    let mut trainer = there.desk_of(Role::Trainer);
    assert!(names(&mut trainer, "комсомольська").is_empty(), "who sees no addresses finds by none");
}

#[test]
fn a_street_that_gets_an_old_name_is_found_by_it_at_a_desk_that_was_open_all_along() {
    let mut there = an_office();
    let mut other = there.another_desk();
    register(&mut other, &living_on("Бойко Олег Миколайович", "вул. Бандери"));
    add(&mut there.office, &street("bandery", "вул. Бандери", &[]));
    assert!(other.find("поштова", 5).unwrap().is_empty());
    let base = there.office.catalogue().get(Kind::Street, "bandery").unwrap().clone();
    let deed = there.office.new_deed();
    there.office.change_entry(deed, &base, &street("bandery", "вул. Бандери", &["вул. Поштова"])).unwrap();
    assert_eq!(other.find("поштова", 5).unwrap().len(), 1);
    let base = there.office.catalogue().get(Kind::Street, "bandery").unwrap().clone();
    let deed = there.office.new_deed();
    there.office.change_entry(deed, &base, &street("bandery", "вул. Бандери", &[])).unwrap();
    assert!(other.find("поштова", 5).unwrap().is_empty(), "a name written by mistake finds no more");
}

// ── staff and keys ──────────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn a_disabled_colleague_comes_back_with_a_new_password_only() {
    let mut there = an_office();
    drop(there.desk_of(Role::Reception));
    let staff = there.office.staff_list().unwrap().into_iter().find(|one| one.login == "reception-x").unwrap().id;
    let [one, two, three] = std::array::from_fn(|_| there.office.new_deed());
    there.office.disable_staff(one, staff).unwrap();
    assert_eq!(there.office.enable_staff(two, staff, "1234"), Err(OfficeError::WeakPassword));
    assert!(there.sign_in("reception-x", PASSWORD).is_err());
    there.office.enable_staff(three, staff, "новий замок 9").unwrap();
    assert!(there.sign_in("reception-x", PASSWORD).is_err(), "the old password went with the key slot");
    let back = there.sign_in("reception-x", "новий замок 9").unwrap();
    assert_eq!(back.staff().role, Role::Reception);
}

#[test]
fn a_new_paper_key_opens_the_office_and_the_old_one_does_not() {
    let AnOffice { folder, clock, mut office, recovery } = an_office();
    let deed = office.new_deed();
    let paper = office.new_paper_key(deed).unwrap();
    assert_eq!(office.new_paper_key(deed).map(|_| ()), Err(OfficeError::PaperMade), "shown once");
    let there = AnOffice { folder, clock, office, recovery };
    let recover = |lines: String| {
        Office::recover(&there.path(), &lines, "olena", "зовсім інший 8", there.surroundings()).map(|_| ())
    };
    let text = |lines: Vec<zeroize::Zeroizing<String>>| {
        lines.iter().map(|line| line.as_str().to_owned()).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(recover(text(there.recovery.lines())), Err(StoreError::WrongRecoveryKey.into()));
    recover(text(paper.lines())).unwrap();
}

// ── screens, as keys ────────────────────────────────────────────────────────────────────────────────────────────────────────

/// The menu filtered down to one command, and that command.
fn through_menu(desk: &mut Flow, title: &str) {
    desk.keys(&format!("<F9>{title}<Enter>"));
}

#[test]
fn an_administrator_sets_the_office_and_every_desk_knows() {
    let mut desk = a_desk();
    through_menu(&mut desk, "налаштування");
    desk.shows("Налаштування центру").shows("Луцький центр");
    desk.keys("Центр «Опора»<Tab>луцька<Enter><Tab>0<F2>").shows("від 1 до 60");
    desk.keys("<Backspace>15<F2>").shows("Налаштування збережено").shows("Центр «Опора»");
    desk.office.office.refresh().unwrap();
    assert_eq!(desk.office.office.settings().lock_minutes, 15);
    assert!(desk.office.office.profile().community.is_some());
}

#[test]
fn the_hotlines_of_the_office_stand_in_the_help() {
    let mut desk = a_desk();
    through_menu(&mut desk, "налаштування");
    desk.keys("<Tab><Tab><Tab><Tab>0 800 400 332 психологічний штаб<F2>").shows("збережено");
    desk.keys("<F1><End>").shows("0 800 400 332");
    assert_eq!(desk.office.another_desk().settings().legal_basis, "", "what was left to the program stays so");
}

#[test]
fn another_desk_sets_the_lock_and_this_one_hears_of_it() {
    let mut desk = a_desk();
    let base = desk.office.office.facts();
    let mut mine = base.clone();
    mine.settings.lock_minutes = 2;
    let deed = desk.office.office.new_deed();
    desk.office.office.change_settings(deed, &base, &mine).unwrap();
    desk.looks_around();
    assert_eq!(desk.model.cx.session.as_ref().unwrap().settings.lock_minutes, 2);
}

#[test]
fn colours_and_language_change_at_once() {
    let mut desk = a_desk();
    through_menu(&mut desk, "налаштування");
    desk.keys("<Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab>");
    desk.keys("<Right>").shows("Settings of the office").shows("Law on social services");
    desk.keys("<Esc>").hides("Settings of the office");
}

#[test]
fn a_category_is_added_on_the_screen_and_given_in_the_form() {
    let mut desk = a_desk();
    through_menu(&mut desk, "довідники");
    desk.shows("Категорії 17").shows("внутрішньо переміщені");
    desk.keys("<F7>Погорільці<Tab><Tab>").shows("pohoriltsi");
    desk.keys("<F2>").shows("«Погорільці» збережено").shows("Категорії 18");
    desk.keys("<Esc>бойко олег миколайович<F7><PgDn><PgDn>погор").shows("Погорільці");
    desk.keys("<Enter><F2>").shows("Погорільці");
    let found = desk.office.another_desk().find("бойко", 1).unwrap().remove(0);
    assert_eq!(found.categories, [CategoryCode("pohoriltsi".to_owned())]);
}

#[test]
fn a_sensitive_category_of_the_office_is_not_even_offered_at_the_counter() {
    let mut desk = a_desk_of(Role::Reception);
    add(&mut desk.office.office, &new_category("trafficked", "Торгівля людьми", true));
    desk.looks_around();
    desk.keys("бойко олег<F7><PgDn><PgDn>торгівл").hides("Торгівля людьми");
}

#[test]
fn a_shipped_category_gets_the_offices_own_name_everywhere() {
    let mut desk = a_desk();
    through_menu(&mut desk, "довідники");
    desk.keys("переміщ<F4>Переселенці<F2>").shows("«Переселенці» збережено");
    desk.keys("<Esc>").shows("Переселенці");
    desk.office.register(&a_family_of("Бойко Олег Миколайович").displaced().draft());
    desk.looks_around();
    desk.keys("<Esc>бойко<Enter>").shows("Переселенці");
}

#[test]
fn an_entry_is_switched_off_with_f8_and_on_again() {
    let mut desk = a_desk();
    through_menu(&mut desk, "довідники");
    desk.keys("дитина-сирота<F8>").shows("більше не пропонується").shows("вимк. 21.11.2026");
    desk.keys("<F8>").shows("знову пропонується").hides("вимк. 21.11.2026");
}

#[test]
fn a_street_is_added_with_its_old_name_and_typing_that_gives_the_new_one() {
    let mut desk = a_desk();
    through_menu(&mut desk, "довідники");
    desk.keys("<Tab><Tab>").shows("Тут ще порожньо");
    desk.keys("<F7>луцьк<Enter>вул. Бандери<Tab>вул. Комсомольська 19.02.2016<Enter><F2>");
    desk.shows("«вул. Бандери» збережено").shows("раніше вул. Комсомольська");
    desk.keys("<Esc>бойко олег миколайович<F7><PgDn>луцьк<Enter>комсом")
        .shows("вул. Бандери (раніше вул. Комсомольська)");
    desk.keys("<Enter>5<F2>");
    desk.keys("<Esc><Esc>").keys("комсомольська").shows("Бойко").shows("вул. Бандери");
}

#[test]
fn a_village_that_belongs_to_a_district_brings_it_along() {
    let mut desk = a_desk();
    through_menu(&mut desk, "довідники");
    desk.keys("<Tab><F7>Жидичинський<Tab><Tab>жидичин<Enter><F2>").shows("«Жидичинський» збережено");
    desk.keys("<Esc>бойко олег<F7><PgDn>жидичин<Enter>").shows("Жидичинський");
}

#[test]
fn what_cannot_be_kept_says_why_beside_the_field() {
    let mut desk = a_desk();
    through_menu(&mut desk, "довідники");
    desk.keys("<F7>Погорільці<Tab><Tab>Хата<F2>").shows("Код «Хата» не годиться");
    desk.keys("<Esc>").shows("Викинути");
}

#[test]
fn the_counter_has_no_way_to_settings() {
    let mut desk = a_desk_of(Role::Reception);
    through_menu(&mut desk, "налаштування");
    desk.shows("Ваша роль не дозволяє").hides("Налаштування центру");
}

#[test]
fn the_keyboard_check_takes_every_key_and_runs_no_command() {
    let mut desk = a_desk();
    through_menu(&mut desk, "клавіатура");
    desk.keys("<F7>").shows("F7 — клавіша команди").shows("✓ F7").shows("· F1");
    desk.keys("<F10><F1><Ctrl+s>").shows("Ctrl+S").shows("Перевірка клавіатури").hides("Довідка ·");
    desk.burst("Шевченко 0671234567").shows("19 знаків").shows("цифр 10").hides("Шевченко");
    desk.keys("й").shows("«й»").keys("<Esc>").shows("ще раз Esc").keys("<Esc>").hides("Перевірка клавіатури");
}

#[test]
fn a_colleague_is_let_in_again_from_the_list_of_staff() {
    let mut desk = a_desk();
    drop(desk.office.desk_of(Role::Trainer));
    through_menu(&mut desk, "працівники");
    desk.keys("<F8><Right><Enter>").shows("вимкнено 21.11");
    desk.keys("<End><F8>").shows("Знову дати входити");
    desk.keys("коза на горі 8<Tab>коза на горі 8<F2>").shows("знову може входити").hides("вимкнено 21.11");
    assert!(desk.office.sign_in("trainer-x", "коза на горі 8").is_ok());
}

#[test]
fn a_new_paper_key_is_shown_once_and_asked_back() {
    let mut desk = a_desk();
    through_menu(&mut desk, "працівники");
    through_menu(&mut desk, "новий ключ");
    desk.shows("Старий аркуш").keys("<Enter>").shows("Перепишіть ці вісім рядків");
    let screen = desk.screen();
    let line_of = |number: usize| -> String {
        let row = screen.lines().find(|line| line.contains(&format!("{number}   "))).unwrap();
        row.split(&format!("{number}   ")).nth(1).unwrap().chars().take(9).collect()
    };
    desk.keys("<Esc>").shows("Перепишіть").keys("<Enter>").shows("Наберіть зі свого паперу рядок");
    let asked = desk.screen();
    let number: usize =
        asked.split("рядок ").nth(1).and_then(|rest| rest.chars().next()?.to_string().parse().ok()).unwrap();
    desk.keys(&format!("{}<Enter>", line_of(number))).shows("Новий паперовий ключ діє");
}

#[rstest]
fn pictures(#[values(Lang::Uk, Lang::En)] lang: Lang, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let mut desk = a_desk();
    add(&mut desk.office.office, &new_category("burned", "Погорільці", true));
    add(&mut desk.office.office, &street("bandery", "вул. Бандери", &["вул. Комсомольська", "вул. Поштова"]));
    add(&mut desk.office.office, &street("lisova", "вул. Лісова", &[]));
    let deed = desk.office.office.new_deed();
    desk.office.office.switch_entry(deed, Kind::Street, "lisova", Switch::Off).unwrap();
    desk.looks_around();
    let mut desk = if lang == Lang::En { desk.in_english() } else { desk }.sized(size.0, size.1);
    let word = |uk: &'static str, en: &'static str| if lang == Lang::En { en } else { uk };
    let is = |desk: &Flow, name: &str| {
        insta::assert_snapshot!(format!("{name}_{}_{}", lang.code(), size.0), desk.screen());
    };
    through_menu(&mut desk, word("налаштування", "settings"));
    is(&desk, "settings");
    desk.keys("<Esc>");
    through_menu(&mut desk, word("довідники", "catalogues"));
    is(&desk, "catalogue_categories");
    desk.keys("<F7>");
    is(&desk, "catalogue_new_category");
    desk.keys("<Esc><Tab><Tab>");
    is(&desk, "catalogue_streets");
    desk.keys("<F4>");
    is(&desk, "catalogue_street");
    desk.keys("<Esc><Esc>");
    through_menu(&mut desk, word("клавіатура", "keyboard"));
    desk.keys("<F5>й<F1>");
    is(&desk, "keyboard");
}
