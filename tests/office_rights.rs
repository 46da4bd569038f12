//! Who may do what and see what: rights of every role, what is left out for it, and the staff themselves.
#![allow(clippy::expect_used, clippy::panic, reason = "a story that cannot be set up must fail loudly")]

mod common;

use common::{LOGIN, PASSWORD, a_family, a_family_of, an_office, category, correct};
use stiika::domain::draft::FamilyDraft;
use stiika::domain::staff::{Right, Role};
use stiika::office::{Exported, ImportBatch, Office, OfficeError, Run, password_is_strong};
use stiika::store::StoreError;

/// Whether a deed was refused for want of that right.
#[allow(clippy::needless_pass_by_value, reason = "deeds are handed over straight from the call")]
fn refused<T>(result: Result<T, OfficeError>) -> Option<Right> {
    match result {
        Err(OfficeError::NotAllowed(right)) => Some(right),
        _ => None,
    }
}

#[test]
fn every_deed_asks_for_its_right() {
    for role in Role::ALL {
        let mut main = an_office();
        let family = main.register(&a_family().draft()).family;
        let base = FamilyDraft::of_card(&main.office.card(family).expect("card"));
        let mut desk = main.desk_of(role);
        let expect = |right: Right, refusal: Option<Right>| {
            assert_eq!(refusal, (!role.may(right)).then_some(right), "{role:?} {right:?}");
        };
        let deed = desk.new_deed();
        expect(Right::Find, refused(desk.find("шевч", 5)));
        expect(Right::Find, refused(desk.card(family)));
        expect(Right::Find, refused(desk.glance(family)));
        expect(Right::Register, refused(desk.register(deed, &a_family_of("Бондар Іван").draft())));
        expect(Right::Register, refused(desk.likely(&base, None, 5)));
        expect(Right::Edit, refused(correct(&mut desk, family, &base, &base)));
        expect(Right::SeeHistory, refused(desk.verify_journal()));
        expect(Right::Import, refused(desk.import(&ImportBatch::default(), Run::Real, &mut |_, _| {})));
        expect(Right::Export, refused(desk.export(&mut |_| {})));
        expect(Right::ManageStaff, refused(desk.staff_list()));
        let (me, deeds) = (desk.staff().id, [desk.new_deed(), desk.new_deed(), desk.new_deed(), desk.new_deed()]);
        let administrator = main.office.staff().id;
        expect(Right::ManageStaff, refused(desk.add_staff(deeds[0], "new", "Н", Role::Trainer, PASSWORD)));
        expect(Right::ManageStaff, refused(desk.set_password(deeds[1], administrator, PASSWORD)));
        expect(Right::ManageStaff, refused(desk.change_role(deeds[2], me, role)));
        expect(Right::ManageStaff, refused(desk.disable_staff(deeds[3], me)));
    }
}

const PHONE: &str = "0671234567";
const NOTE: &str = "канарка-нотатка";
const STREET: &str = "вул. Канаркова";

fn a_family_with_secrets() -> FamilyDraft {
    let mut draft = a_family()
        .with_phone(PHONE)
        .with_passport("КС 123456")
        .with_note(NOTE)
        .displaced()
        .with_category("offender")
        .draft();
    draft.members[0].categories.push(category("violence_survivor"));
    draft.actual.street = STREET.to_owned();
    draft
}

/// Everything a desk can get of a family, as text.
fn everything(desk: &mut Office, family: stiika::domain::id::FamilyId) -> String {
    let mut all = format!("{:?}", desk.card(family).expect("card"));
    all += &format!("{:?}", desk.glance(family).expect("glance"));
    for text in ["шевченко", "0671234567", "КС 123456", "Канаркова"] {
        all += &format!("{:?}", desk.find(text, 5).expect("found"));
    }
    all += &format!("{:?}", desk.history(family).expect("history"));
    if desk.may(Right::Export) {
        desk.export(&mut |exported| {
            if let Exported::Family(card) = exported {
                all += &format!("{card:?}");
            }
        })
        .expect("export");
    }
    all
}

#[test]
fn what_a_role_may_not_see_is_nowhere_in_what_it_gets() {
    for role in Role::ALL {
        let mut main = an_office();
        let registered = main.register(&a_family_with_secrets());
        let base = FamilyDraft::of_card(&main.office.card(registered.family).expect("card"));
        // History must not tell either: every secret was changed once.
        let mut mine = base.clone();
        mine.members[0].note = format!("{NOTE} 2");
        mine.members[0].phones.push(common::phone("0507654321"));
        mine.members[0].categories.clear();
        mine.categories.push(category("violence_survivor"));
        mine.actual.street = format!("{STREET} бічна");
        correct(&mut main.office, registered.family, &base, &mine).expect("corrected");
        let mut desk = main.desk_of(role);
        let all = everything(&mut desk, registered.family);
        let has = |canary: &str| all.contains(canary);
        assert!(has("Шевченко"), "{role:?} finds people");
        assert_eq!(has("671234567"), role.may(Right::SeeContacts), "{role:?} phone");
        assert_eq!(has("123456"), role.may(Right::SeeContacts), "{role:?} paper");
        assert_eq!(has("Канаркова"), role.may(Right::SeeContacts), "{role:?} address");
        assert_eq!(has(NOTE), role.may(Right::SeeNotes), "{role:?} note");
        assert_eq!(has("violence_survivor"), role.may(Right::SeeSensitive), "{role:?} survivor");
        assert_eq!(has("offender"), role.may(Right::SeeSensitive), "{role:?} offender");
        assert_eq!(has("family-viewed"), role.may(Right::SeeHistory), "{role:?} views");
    }
}

#[test]
fn what_was_left_out_for_the_reception_is_there_after_her_correction() {
    let mut main = an_office();
    let family = main.register(&a_family_with_secrets()).family;
    let mut reception = main.desk_of(Role::Reception);
    let base = FamilyDraft::of_card(&reception.card(family).expect("card"));
    let mut mine = base.clone();
    mine.members[0].name.surname = "Бондар".to_owned();
    mine.categories.push(category("hardship"));
    correct(&mut reception, family, &base, &mine).expect("corrected");
    let card = main.office.card(family).expect("card");
    assert_eq!(card.members[0].name.surname, "Бондар");
    assert_eq!(card.members[0].note, NOTE);
    assert_eq!(card.members[0].categories, [category("violence_survivor")]);
    let mut codes: Vec<&str> = card.categories.iter().map(|category| category.code.0.as_str()).collect();
    codes.sort_unstable();
    assert_eq!(codes, ["displaced", "hardship", "offender"]);
    let history = main.office.history(family).expect("history");
    let corrected = history.iter().find(|entry| entry.action == "family-corrected").expect("entry");
    let fields: Vec<&str> = corrected.changes.iter().map(|change| change.field.as_str()).collect();
    assert_eq!(fields, ["category", "surname"], "only what she changed");
}

#[test]
fn nobody_writes_what_they_may_not_see() {
    let mut main = an_office();
    let mut reception = main.desk_of(Role::Reception);
    let mut attempt = |draft: FamilyDraft| {
        let deed = reception.new_deed();
        refused(reception.register(deed, &draft))
    };
    assert_eq!(attempt(a_family().with_note("нотатка").draft()), Some(Right::SeeNotes));
    assert_eq!(attempt(a_family().with_category("offender").draft()), Some(Right::SeeSensitive));
    assert_eq!(attempt(a_family().draft()), None);
}

#[test]
fn a_wrong_password_and_an_unknown_login_are_answered_alike() {
    let main = an_office();
    let wrong = main.sign_in(LOGIN, "не той пароль").expect_err("wrong");
    let unknown = main.sign_in("nobody", PASSWORD).expect_err("unknown");
    assert_eq!(wrong, OfficeError::Store(StoreError::WrongPassword));
    assert_eq!(wrong, unknown);
    assert!(main.sign_in(&LOGIN.to_uppercase(), PASSWORD).is_ok(), "a login has no case");
}

#[test]
fn a_disabled_colleague_can_neither_sign_in_nor_go_on() {
    let mut main = an_office();
    let mut trainer = main.desk_of(Role::Trainer);
    let id = trainer.staff().id;
    let deed = main.office.new_deed();
    main.office.disable_staff(deed, id).expect("disabled");
    main.office.disable_staff(deed, id).expect("once is enough");
    assert_eq!(main.sign_in("trainer-x", PASSWORD).expect_err("out"), OfficeError::Store(StoreError::WrongPassword));
    let family = main.register(&a_family().draft()).family;
    assert_eq!(refused(trainer.card(family)), Some(Right::Find));
    let list = main.office.staff_list().expect("list");
    assert_eq!(list.iter().filter(|staff| staff.disabled_on.is_some()).count(), 1);
}

#[test]
fn a_disabled_colleague_reads_nothing_more_at_the_desk_where_they_sit() {
    let mut main = an_office();
    let family = main.register(&a_family().draft()).family;
    let mut worker = main.desk_of(Role::Administrator);
    worker.find("шевченко", 5).expect("found while they worked here");
    worker.glance(family).expect("glanced while they worked here");
    let (id, deed) = (worker.staff().id, main.office.new_deed());
    main.office.disable_staff(deed, id).expect("disabled");
    assert_eq!(refused(worker.glance(family)), Some(Right::Find));
    assert_eq!(refused(worker.history(family)), Some(Right::Find));
    assert_eq!(refused(worker.find("шевченко", 5)), Some(Right::Find));
    assert_eq!(refused(worker.today()), Some(Right::Find));
    assert_eq!(refused(worker.likely(&a_family().draft(), None, 5)), Some(Right::Register));
    assert_eq!(refused(worker.staff_list()), Some(Right::ManageStaff));
    assert_eq!(refused(worker.verify_journal()), Some(Right::SeeHistory));
    assert_eq!(refused(worker.export(&mut |_| {})), Some(Right::Export));
    assert!(!worker.may(Right::Find));
}

#[test]
fn the_last_administrator_stays() {
    let mut main = an_office();
    let me = main.office.staff().id;
    let deeds = [main.office.new_deed(), main.office.new_deed(), main.office.new_deed()];
    assert_eq!(main.office.disable_staff(deeds[0], me), Err(OfficeError::LastAdministrator));
    assert_eq!(main.office.change_role(deeds[1], me, Role::Trainer), Err(OfficeError::LastAdministrator));
    let mut second = main.desk_of(Role::Administrator);
    second.change_role(deeds[2], me, Role::Trainer).expect("now it may");
    assert_eq!(refused(main.office.export(&mut |_| {})), Some(Right::Export), "at once, at the other desk too");
}

#[test]
fn staff_are_added_once_with_a_login_and_a_password_that_can_be_used() {
    let mut main = an_office();
    let deed = main.office.new_deed();
    let mut add =
        |deed, login: &str, password: &str| main.office.add_staff(deed, login, "Ігор Б.", Role::CaseWorker, password);
    let first = add(deed, "Ihor.B", PASSWORD).expect("added");
    assert_eq!(add(deed, "ihor.b", PASSWORD), Ok(first), "the same deed");
    let other = stiika::domain::id::DeedId(uuid::Uuid::from_u128(1));
    assert_eq!(add(other, "ihor.b", PASSWORD), Err(OfficeError::LoginTaken));
    assert_eq!(add(other, "two words", PASSWORD), Err(OfficeError::LoginShape));
    assert_eq!(add(other, "short", "коротко"), Err(OfficeError::WeakPassword));
    assert_eq!(main.sign_in("ihor.b", PASSWORD).expect("desk").staff().role, Role::CaseWorker);
}

#[test]
fn a_new_password_replaces_the_old_one() {
    let mut main = an_office();
    let mut trainer = main.desk_of(Role::Trainer);
    let (deed, me) = (trainer.new_deed(), trainer.staff().id);
    trainer.set_password(deed, me, "зовсім інший пароль").expect("set");
    assert!(main.sign_in("trainer-x", PASSWORD).is_err());
    assert!(main.sign_in("trainer-x", "зовсім інший пароль").is_ok());
}

#[test]
fn the_paper_key_gives_the_administrator_a_new_password() {
    let main = an_office();
    let lines: Vec<String> = main.recovery.lines().iter().map(|line| line.to_string()).collect();
    let paper = lines.join("\n");
    let recover =
        |paper: &str, login: &str| Office::recover(&main.path(), paper, login, "пароль з паперу", main.surroundings());
    assert_eq!(recover(&paper, "nobody").expect_err("nobody"), OfficeError::NoSuchStaff);
    recover(&paper, LOGIN).expect("recovered");
    assert!(main.sign_in(LOGIN, PASSWORD).is_err());
    assert!(main.sign_in(LOGIN, "пароль з паперу").is_ok());
}

#[test]
fn passwords_are_long_varied_and_not_the_login() {
    for (login, password, strong) in [
        ("olena", "коза на горі 7", true),
        ("olena", "коротко", false),
        ("olena", "аааааааааааа", false),
        ("olena.kovalchuk", "Olena.Kovalchuk", false),
        ("olena", "", false),
    ] {
        assert_eq!(password_is_strong(login, password), strong, "{password}");
    }
}
