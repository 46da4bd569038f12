//! Stories of the office: what is registered stays, what two desks do stands, what a role may not see it never gets.
#![allow(clippy::expect_used, clippy::panic, reason = "a story that cannot be set up must fail loudly")]

mod common;

use common::{a_family, a_family_of, an_office, correct, passport, phone, register};
use stiika::domain::draft::FamilyDraft;
use stiika::domain::family::Relation;
use stiika::office::{Changed, OfficeError};
use stiika::text::{Lang, Texts};

/// A card without the ids that registration gave.
fn said(mut draft: FamilyDraft) -> FamilyDraft {
    for member in &mut draft.members {
        member.person = None;
    }
    draft
}

#[test]
fn a_registered_family_is_on_its_card_as_it_was_said() {
    let mut desk = an_office();
    let draft = a_family()
        .with_child(6)
        .displaced()
        .with_category("hardship")
        .with_phone("067 123 45 67")
        .with_phone("050 765 43 21")
        .with_passport("КС 123456")
        .with_note("Приходить щовівторка.")
        .draft();
    let registered = desk.register(&draft);
    let card = desk.office.card(registered.family).expect("card");
    assert_eq!(card.number, registered.number);
    assert_eq!(said(FamilyDraft::of_card(&card)), draft);
    assert_eq!(card.children_on(common::day("2026-11-21")), 1);
}

#[test]
fn what_was_just_registered_is_found() {
    let mut desk = an_office();
    let registered = desk.register(&a_family().with_child(6).displaced().draft());
    let found = desk.office.find("шевч окс", 10).expect("found");
    assert_eq!(found[0].name.full(), "Шевченко Оксана Петрівна");
    assert_eq!(found[0].family, Some(registered.family));
    assert_eq!((found[0].members, found[0].children), (2, 1));
    assert_eq!(found[0].categories.iter().map(|code| code.0.as_str()).collect::<Vec<_>>(), ["displaced"]);
    assert_eq!(found[0].address, "м. Луцьк, вул. Кравчука 19г, 5");
}

#[test]
fn pressing_save_twice_registers_once() {
    let mut desk = an_office();
    let deed = desk.office.new_deed();
    let draft = a_family().draft();
    let first = desk.office.register(deed, &draft).expect("first");
    let second = desk.office.register(deed, &draft).expect("second");
    assert_eq!(first, second);
    assert_eq!(desk.office.today().expect("today").families, 1);
}

#[test]
fn another_desk_sees_what_was_registered_here() {
    let mut desk = an_office();
    let mut other = desk.another_desk();
    assert_eq!(other.refresh().expect("refresh"), Changed::Nothing);
    desk.register(&a_family().draft());
    assert_eq!(other.refresh().expect("refresh"), Changed::Register);
    assert_eq!(other.refresh().expect("refresh"), Changed::Nothing);
    assert_eq!(other.find("Шевченко", 5).expect("found").len(), 1);
    register(&mut other, &a_family_of("Бондар Марія Іванівна").draft());
    assert_eq!(desk.office.find("Бондар", 5).expect("found").len(), 1);
}

#[test]
fn two_desks_correct_different_fields_and_both_stand() {
    let mut desk = an_office();
    let mut other = desk.another_desk();
    let family = desk.register(&a_family().draft()).family;
    let base = FamilyDraft::of_card(&desk.office.card(family).expect("card"));
    let mut street = base.clone();
    street.actual.street = "вул. Винниченка".to_owned();
    let mut surname = base.clone();
    surname.members[0].name.surname = "Бондар".to_owned();
    correct(&mut other, family, &base, &street).expect("street");
    let card = correct(&mut desk.office, family, &base, &surname).expect("surname");
    assert_eq!(card.members[0].name.surname, "Бондар");
    assert_eq!(FamilyDraft::of_card(&card).actual.street, "вул. Винниченка");
}

#[test]
fn the_same_field_changed_by_both_desks_is_put_before_a_person() {
    let mut desk = an_office();
    let mut other = desk.another_desk();
    let family = desk.register(&a_family().draft()).family;
    let base = FamilyDraft::of_card(&desk.office.card(family).expect("card"));
    let street = |name: &str| {
        let mut draft = base.clone();
        draft.actual.street = name.to_owned();
        draft
    };
    correct(&mut other, family, &base, &street("вул. Винниченка")).expect("first");
    let fault = correct(&mut desk.office, family, &base, &street("вул. Шопена")).expect_err("second");
    let OfficeError::Conflicts { conflicts, by, now } = fault else { panic!("{fault:?}") };
    assert_eq!((conflicts[0].mine.as_str(), conflicts[0].theirs.as_str()), ("вул. Шопена", "вул. Винниченка"));
    assert_eq!(by[0].as_ref().map(|changer| changer.staff.as_str()), Some("Олена К."));
    assert_eq!(FamilyDraft::of_card(&now).actual.street, "вул. Винниченка");
    assert_eq!(FamilyDraft::of_card(&desk.office.card(family).expect("card")).actual.street, "вул. Винниченка");
}

#[test]
fn repeating_a_correction_changes_nothing_more() {
    let mut desk = an_office();
    let family = desk.register(&a_family().draft()).family;
    let base = FamilyDraft::of_card(&desk.office.card(family).expect("card"));
    let mut mine = base.clone();
    mine.members[0].phones.push(phone("0671234567"));
    let deed = desk.office.new_deed();
    let first = desk.office.correct(deed, family, &base, &mine).expect("first");
    let again = desk.office.correct(deed, family, &base, &mine).expect("again");
    assert_eq!(first, again);
    let corrected = desk.office.history(family).expect("history");
    assert_eq!(corrected.iter().filter(|entry| entry.action == "family-corrected").count(), 1);
}

#[test]
fn members_come_leave_and_change_places() {
    let mut desk = an_office();
    let family = desk.register(&a_family().with_child(6).with_child(11).draft()).family;
    let base = FamilyDraft::of_card(&desk.office.card(family).expect("card"));
    let mut mine = base.clone();
    mine.members[0].relation = Relation::Mother;
    mine.members[1].relation = Relation::Head;
    mine.members.remove(2);
    mine.members.extend(a_family_of("Бондар Іван Петрович").draft().members);
    mine.members[2].relation = Relation::Spouse;
    let card = correct(&mut desk.office, family, &base, &mine).expect("corrected");
    let names: Vec<String> = card.members.iter().map(|member| member.name.full()).collect();
    assert_eq!(names, ["Шевченко Марія Іванівна", "Шевченко Оксана Петрівна", "Бондар Іван Петрович"]);
    // Who left is still a person, found without a family.
    let found = desk.office.find("Шевченко Ганна", 5).expect("found");
    assert_eq!((found[0].family, found[0].name.given.as_str()), (None, "Ганна"));
}

#[test]
fn a_paper_moves_from_the_wrong_member_to_the_right_one_in_one_correction() {
    let mut desk = an_office();
    let family = desk.register(&a_family().with_child(17).with_passport("КС 123456").draft()).family;
    let base = FamilyDraft::of_card(&desk.office.card(family).expect("card"));
    let mut mine = base.clone();
    let paper = mine.members[0].documents.remove(0);
    mine.members[1].documents.push(paper);
    let card = correct(&mut desk.office, family, &base, &mine).expect("moved");
    assert!(card.members[0].documents.is_empty());
    assert_eq!(card.members[1].documents[0].number, passport("КС 123456").number);
}

#[test]
fn somebody_elses_paper_is_refused_with_their_name_and_number() {
    let mut desk = an_office();
    let first = desk.register(&a_family().with_passport("КС 123456").draft());
    let deed = desk.office.new_deed();
    let fault = desk
        .office
        .register(deed, &a_family_of("Бондар Марія Іванівна").with_passport("кс123456").draft())
        .expect_err("taken");
    let OfficeError::PaperTaken { owner, family, .. } = &fault else { panic!("{fault:?}") };
    assert_eq!((owner.as_str(), *family), ("Шевченко Оксана Петрівна", Some(first.number)));
    assert!(desk.office.find("Бондар", 5).expect("found").is_empty(), "nothing was written");
    let said = Texts::new(Lang::Uk).say(&fault);
    assert!(said.contains("Шевченко Оксана Петрівна") && said.contains(&first.number.to_string()), "{said}");
}

#[test]
fn a_family_has_one_head_and_everybody_a_name() {
    let mut desk = an_office();
    let mut attempt = |change: fn(&mut FamilyDraft)| {
        let mut draft = a_family().with_child(6).draft();
        change(&mut draft);
        let deed = desk.office.new_deed();
        desk.office.register(deed, &draft).expect_err("refused")
    };
    assert_eq!(attempt(|draft| draft.members[0].relation = Relation::Other), OfficeError::NoHead);
    assert_eq!(attempt(|draft| draft.members[1].relation = Relation::Head), OfficeError::TwoHeads);
    assert_eq!(attempt(|draft| draft.members[1].name.surname.clear()), OfficeError::NameMissing(1));
    assert_eq!(
        attempt(|draft| draft.categories.push(common::category("rich"))),
        OfficeError::UnknownCategory("rich".to_owned())
    );
}

#[test]
fn moving_ends_the_old_address_and_a_wrong_category_is_voided_not_deleted() {
    let mut desk = an_office();
    let family = desk.register(&a_family().displaced().draft()).family;
    let base = FamilyDraft::of_card(&desk.office.card(family).expect("card"));
    let mut mine = base.clone();
    mine.actual.building = "21".to_owned();
    mine.categories = vec![common::category("military")];
    let card = correct(&mut desk.office, family, &base, &mine).expect("moved");
    assert_eq!(card.categories, mine.categories);
    let history = desk.office.history(family).expect("history");
    let changed: Vec<&str> = history[0].changes.iter().map(|change| change.field.as_str()).collect();
    assert_eq!(changed, ["actual.building", "category", "category"], "one gone, one come");
}

#[test]
fn what_a_hostile_hand_typed_is_a_name_and_nothing_else() {
    let mut desk = an_office();
    let hostile = "Robert'); DROP TABLE family;-- \u{1b}[2J\u{202e}";
    let mut draft = a_family().draft();
    draft.members[0].name.surname = hostile.to_owned();
    draft.members[0].note = hostile.to_owned();
    (draft.key, draft.members[0].key) = (Some(hostile.to_owned()), Some(hostile.to_owned()));
    let family = desk.register(&draft).family;
    let card = desk.office.card(family).expect("card");
    assert!(card.members[0].name.surname.starts_with("Robert'); DROP TABLE family;--"));
    // Debug shows such a sign by its number.
    assert!(!format!("{card:?}").contains("\\u{"), "{card:?}");
    assert!(!card.members[0].name.surname.contains(['\u{1b}', '\u{202e}']));
    for text in ["'; DROP TABLE person", "\"", "%_", "NEAR(", "*"] {
        desk.office.find(text, 5).expect("a search is only a search");
    }
}

#[test]
fn a_view_is_in_the_journal_before_the_card_is_shown_and_a_glance_once() {
    let mut desk = an_office();
    let family = desk.register(&a_family().draft()).family;
    desk.office.glance(family).expect("glance");
    desk.office.glance(family).expect("glance");
    desk.office.card(family).expect("card");
    let actions: Vec<String> =
        desk.office.history(family).expect("history").into_iter().map(|entry| entry.action).collect();
    assert_eq!(actions, ["family-viewed", "family-glanced", "family-registered"]);
    assert_eq!(desk.office.verify_journal().expect("verified"), Ok(5));
}

#[test]
fn the_counters_of_the_day_count() {
    let mut desk = an_office();
    let mut yesterday = a_family().with_child(3).draft();
    yesterday.registered_on = common::day("2026-11-20");
    let family = desk.register(&yesterday).family;
    desk.register(&a_family_of("Бондар Марія Іванівна").draft());
    let base = FamilyDraft::of_card(&desk.office.card(family).expect("card"));
    let mut closed = base.clone();
    closed.closed_on = Some(common::day("2026-11-21"));
    correct(&mut desk.office, family, &base, &closed).expect("closed");
    let today = desk.office.today().expect("today");
    assert_eq!((today.registered, today.corrected, today.families, today.people), (1, 1, 1, 1));
    assert_eq!(today.week, [0, 0, 0, 0, 0, 1, 1]);
}

#[test]
fn a_probable_duplicate_is_shown_while_registering() {
    let mut desk = an_office();
    let there = desk.register(&a_family().with_phone("0671234567").draft());
    let likely = desk.office.likely(&a_family().with_phone("0671234567").draft(), None, 5).expect("likely");
    assert_eq!(likely[0].number, Some(there.number));
    assert_eq!(likely[0].address, "м. Луцьк, вул. Кравчука 19г, 5");
    assert!(desk.office.likely(&a_family().draft(), Some(there.family), 5).expect("likely").is_empty());
}
