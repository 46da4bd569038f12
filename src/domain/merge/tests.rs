//! Stories of two desks with one card.

use super::*;
use crate::domain::address::Address;
use crate::domain::category::{Category, CategoryCode};
use crate::domain::document::{Document, DocumentKind};
use crate::domain::person::{BirthDate, Consent, PersonName, Precision, Sex};
use crate::domain::phone::Phone;
use chrono::NaiveDate;
use proptest::prelude::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn person(id: u8) -> PersonId {
    PersonId::from_bytes([id; 16])
}

fn member(id: u8, relation: Relation, surname: &str, given: &str) -> MemberDraft {
    let name = PersonName { surname: surname.to_owned(), given: given.to_owned(), patronymic: String::new() };
    MemberDraft { person: Some(person(id)), name, ..MemberDraft::new(relation) }
}

fn family() -> FamilyDraft {
    let mut family = FamilyDraft::new(day(2024, 1, 15));
    family.actual =
        Address {
            settlement: "м. Луцьк".to_owned(), street: "вул. Кравчука".to_owned(), ..Address::default()
        };
    family.members =
        vec![member(1, Relation::Head, "Шевченко", "Оксана"), member(2, Relation::Son, "Шевченко", "Тарас")];
    family
}

fn changed(change: impl FnOnce(&mut FamilyDraft)) -> FamilyDraft {
    let mut draft = family();
    change(&mut draft);
    draft
}

fn phone(text: &str) -> Phone {
    Phone::parse(text).unwrap()
}

fn category(code: &str, since: Option<NaiveDate>, until: Option<NaiveDate>) -> Category {
    Category { code: CategoryCode(code.to_owned()), since, until, basis: String::new() }
}

/// Changes as `field: before → after` lines.
fn told(before: &FamilyDraft, after: &FamilyDraft) -> Vec<String> {
    changes(before, after)
        .into_iter()
        .map(|change| format!("{}: {} → {}", change.field, change.before, change.after))
        .collect()
}

/// Conflicts as `field: mine / theirs` lines.
fn conflicts(mine: &FamilyDraft, theirs: &FamilyDraft) -> Vec<String> {
    merge(&family(), mine, theirs)
        .unwrap_err()
        .into_iter()
        .map(|conflict| format!("{}: {} / {}", conflict.field, conflict.mine, conflict.theirs))
        .collect()
}

#[test]
fn every_field_is_told_as_people_read_it() {
    let after = changed(|family| {
        family.registered_on = day(2024, 1, 16);
        family.closed_on = Some(day(2026, 11, 21));
        family.actual.street = "вул. Лесі Українки".to_owned();
        family.origin.settlement = "м. Маріуполь".to_owned();
        family.categories.push(category("displaced", Some(day(2022, 2, 24)), None));
        let head = &mut family.members[0];
        head.name.surname = "Коваль".to_owned();
        head.name.given = "Ксенія".to_owned();
        head.name.patronymic = "Петрівна".to_owned();
        head.sex = Some(Sex::Female);
        head.birth = Some(BirthDate { date: day(1987, 1, 1), precision: Precision::Year });
        head.relation = Relation::Spouse;
        head.phones.push(phone("0671234567"));
        head.documents.push(Document::parse(DocumentKind::Passport, "кс123456").unwrap());
        head.consent = Some(Consent::Given { on: day(2024, 1, 15), by: "мати".to_owned() });
        head.note = "кава".to_owned();
    });
    assert_eq!(
        told(&family(), &after),
        [
            "registered_on: 15.01.2024 → 16.01.2024",
            "closed_on:  → 21.11.2026",
            "actual.street: вул. Кравчука → вул. Лесі Українки",
            "origin.settlement:  → м. Маріуполь",
            "category:  → displaced 24.02.2022",
            "relation: head → spouse",
            "surname: Шевченко → Коваль",
            "given_name: Оксана → Ксенія",
            "patronymic:  → Петрівна",
            "sex:  → f",
            "birth_date:  → 1987",
            "consent:  → 15.01.2024, мати",
            "note:  → кава",
            "phone:  → 067 123 45 67",
            "document:  → passport КС 123456",
        ]
    );
    assert!(changes(&family(), &after).iter().skip(5).all(|change| change.person == Some(person(1))));
}

#[test]
fn who_came_and_who_went_is_told_by_name() {
    let after = changed(|family| {
        family.members.remove(1);
        family
            .members
            .push(MemberDraft { person: None, ..member(9, Relation::Daughter, "Шевченко", "Софія") });
    });
    assert_eq!(told(&family(), &after), ["member: Шевченко Тарас → ", "member:  → Шевченко Софія"]);
}

#[test]
fn two_villages_of_one_name_are_told_apart() {
    let before = changed(|family| family.actual.settlement_code = Some("UA1".to_owned()));
    let after = changed(|family| family.actual.settlement_code = Some("UA2".to_owned()));
    assert_eq!(told(&before, &after), ["actual.settlement: м. Луцьк (UA1) → м. Луцьк (UA2)"]);
}

#[test]
fn a_corrected_phone_is_one_change_and_a_new_order_of_phones_too() {
    let phones = |numbers: &[&str]| {
        changed(|family| family.members[0].phones = numbers.iter().map(|number| phone(number)).collect())
    };
    let before = phones(&["0671234567", "0501234567"]);
    assert_eq!(told(&before, &phones(&["0671234568", "0501234567"])), ["phone: 067 123 45 67 → 067 123 45 68"]);
    assert_eq!(
        told(&before, &phones(&["0501234567", "0671234567"])),
        ["phone: 067 123 45 67, 050 123 45 67 → 050 123 45 67, 067 123 45 67"]
    );
    assert_eq!(told(&before, &phones(&["067 123-45-67", "0501234567"])), Vec::<String>::new());
}

#[test]
fn an_ended_category_is_one_change() {
    let since = Some(day(2022, 2, 24));
    let before = changed(|family| family.categories = vec![category("displaced", since, None)]);
    let after = changed(|family| family.categories = vec![category("displaced", since, Some(day(2025, 12, 31)))]);
    assert_eq!(told(&before, &after), ["category: displaced 24.02.2022 → displaced 24.02.2022–31.12.2025"]);
}

#[test]
fn different_fields_of_one_card_are_both_kept() {
    let mine = changed(|family| {
        family.members[0].name.surname = "Коваль".to_owned();
        family.actual.building = "19г".to_owned();
    });
    let theirs = changed(|family| {
        family.members[0].name.patronymic = "Петрівна".to_owned();
        family.members[1].note = "гурток".to_owned();
        family.actual.flat = "5".to_owned();
    });
    let merged = merge(&family(), &mine, &theirs).unwrap();
    assert_eq!(merged.members[0].name.full(), "Коваль Оксана Петрівна");
    assert_eq!(merged.members[1].note, "гурток");
    assert_eq!((merged.actual.building.as_str(), merged.actual.flat.as_str()), ("19г", "5"));
}

#[test]
fn one_field_changed_by_both_is_a_conflict_and_the_same_change_is_none() {
    let rename = |surname: &str| changed(|family| family.members[0].name.surname = surname.to_owned());
    assert_eq!(conflicts(&rename("Коваль"), &rename("Бойко")), ["surname: Коваль / Бойко"]);
    assert_eq!(merge(&family(), &rename("Коваль"), &rename("Коваль")), Ok(rename("Коваль")));
}

#[test]
fn phones_papers_and_categories_of_both_desks_stand_together() {
    let base = changed(|family| family.members[0].phones = vec![phone("0671234567"), phone("0501234567")]);
    let mut mine = base.clone();
    mine.members[0].phones.remove(0);
    mine.members[0].phones.push(phone("0931111111"));
    mine.categories.push(category("displaced", None, None));
    let mut theirs = base.clone();
    theirs.members[0].phones.push(phone("0932222222"));
    theirs.categories.push(category("military", None, None));
    let merged = merge(&base, &mine, &theirs).unwrap();
    let numbers: Vec<String> = merged.members[0].phones.iter().map(Phone::show).collect();
    assert_eq!(numbers, ["050 123 45 67", "093 111 11 11", "093 222 22 22"]);
    let codes: Vec<&str> = merged.categories.iter().map(|category| category.code.0.as_str()).collect();
    assert_eq!(codes, ["displaced", "military"]);
}

#[test]
fn a_category_ended_on_two_days_is_a_conflict() {
    let ended = |until| changed(|family| family.categories = vec![category("displaced", None, until)]);
    let base = ended(None);
    let (mine, theirs) = (ended(Some(day(2025, 1, 1))), ended(Some(day(2025, 2, 1))));
    let found = merge(&base, &mine, &theirs).unwrap_err();
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].mine.as_str(), found[0].theirs.as_str()), ("displaced –01.01.2025", "displaced –01.02.2025"));
}

#[test]
fn members_added_by_both_desks_stand_mine_first() {
    let mine = changed(|family| {
        family
            .members
            .push(MemberDraft { person: None, ..member(0, Relation::Daughter, "Шевченко", "Софія") });
    });
    let theirs = changed(|family| family.members.push(member(3, Relation::Grandmother, "Бойко", "Ганна")));
    let merged = merge(&family(), &mine, &theirs).unwrap();
    let given: Vec<&str> = merged.members.iter().map(|member| member.name.given.as_str()).collect();
    assert_eq!(given, ["Оксана", "Тарас", "Софія", "Ганна"]);
}

#[test]
fn a_member_removed_by_one_desk_and_corrected_by_the_other_is_a_conflict() {
    let removed = changed(|family| drop(family.members.remove(1)));
    let corrected = changed(|family| family.members[1].name.given = "Тарасик".to_owned());
    let elsewhere = changed(|family| family.actual.flat = "5".to_owned());
    assert_eq!(conflicts(&removed, &corrected), ["member:  / Шевченко Тарасик"]);
    assert_eq!(conflicts(&corrected, &removed), ["member: Шевченко Тарасик / "]);
    assert_eq!(merge(&family(), &removed, &elsewhere).unwrap().members.len(), 1);
    assert_eq!(merge(&family(), &elsewhere, &removed).unwrap().members.len(), 1);
}

#[test]
fn two_desks_cannot_make_two_heads() {
    let base = changed(|family| family.members.push(member(3, Relation::Daughter, "Шевченко", "Софія")));
    let head = |index: usize| {
        let mut draft = base.clone();
        draft.members[0].relation = Relation::Mother;
        draft.members[index].relation = Relation::Head;
        draft
    };
    let found = merge(&base, &head(1), &head(2)).unwrap_err();
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].person, found[0].field.as_str()), (Some(person(3)), "relation"));
    assert_eq!((found[0].mine.as_str(), found[0].theirs.as_str()), ("daughter", "head"));
}

#[test]
fn a_note_that_this_desk_may_not_see_is_never_lost() {
    let base = family();
    let mine = changed(|family| family.actual.flat = "5".to_owned());
    let theirs = changed(|family| family.members[0].note = "не для приймальні".to_owned());
    assert_eq!(merge(&base, &mine, &theirs).unwrap().members[0].note, "не для приймальні");
}

#[test]
fn a_file_adds_and_corrects_and_never_takes_away() {
    let current = changed(|family| {
        family.key = Some("F1".to_owned());
        family.members[0].key = Some("P1".to_owned());
        family.members[0].phones = vec![phone("0671234567")];
        family.members[0].note = "кава".to_owned();
        family.members[0].birth = Some(BirthDate { date: day(1987, 3, 12), precision: Precision::Day });
        family.members[0].consent = Some(Consent::Given { on: day(2024, 1, 15), by: "мати".to_owned() });
        family.categories = vec![category("displaced", Some(day(2022, 2, 24)), None)];
    });
    let mut row = MemberDraft { person: None, ..member(0, Relation::Other, "", "Оксана") };
    row.key = Some("P1".to_owned());
    row.name.patronymic = "Петрівна".to_owned();
    row.phones = vec![phone("0501234567"), phone("067 123 45 67")];
    row.birth = Some(BirthDate { date: day(1987, 1, 1), precision: Precision::Year });
    row.consent = Some(Consent::Given { on: day(2024, 1, 15), by: String::new() });
    let mut added = MemberDraft { person: None, ..member(0, Relation::Daughter, "Шевченко", "Софія") };
    added.key = Some("P3".to_owned());
    let mut file = FamilyDraft::new(current.registered_on);
    file.actual.flat = "5".to_owned();
    file.categories = vec![category("displaced", None, None), category("military", None, None)];
    file.members = vec![row, added];

    let result = overlay(&current, &file);
    let head = &result.members[0];
    assert_eq!((head.person, head.relation), (Some(person(1)), Relation::Head));
    assert_eq!(head.name.full(), "Шевченко Оксана Петрівна");
    assert_eq!(head.phones.iter().map(Phone::show).collect::<Vec<_>>(), ["067 123 45 67", "050 123 45 67"]);
    assert_eq!((head.birth, head.note.as_str()), (current.members[0].birth, "кава"));
    assert_eq!(head.consent, current.members[0].consent);
    assert_eq!(result.actual.line(), "м. Луцьк, вул. Кравчука, 5");
    assert_eq!(result.key.as_deref(), Some("F1"));
    assert_eq!(result.categories, [current.categories[0].clone(), category("military", None, None)]);
    assert_eq!(result.members.len(), 3);
    assert_eq!(overlay(&result, &file), result, "the same file twice changes nothing");
}

fn short() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), Just("Коваль".to_owned()), Just("Бойко".to_owned())]
}

fn any_member() -> impl Strategy<Value = MemberDraft> {
    let numbers = proptest::collection::vec("067123456[0-3]", 0..3);
    let until = proptest::option::of(1_u32..4);
    (proptest::option::of(1_u8..4), short(), short(), numbers, until, short()).prop_map(
        |(id, surname, given, numbers, until, note)| {
            let mut draft = member(id.unwrap_or(0), Relation::Son, &surname, &given);
            draft.person = id.map(person);
            draft.phones = numbers.iter().map(|number| phone(number)).collect();
            draft.categories = vec![category("displaced", None, until.map(|month| day(2025, month, 1)))];
            draft.note = note;
            draft
        },
    )
}

fn any_family() -> impl Strategy<Value = FamilyDraft> {
    (proptest::collection::vec(any_member(), 0..4), short(), proptest::option::of(1_u32..4)).prop_map(
        |(members, street, closed)| {
            let mut draft = FamilyDraft::new(day(2024, 1, 15));
            let mut seen = Vec::new();
            draft.members = members;
            draft.members.retain(|member| {
                let new = member.person.is_none() || !seen.contains(&member.person);
                seen.push(member.person);
                new
            });
            draft.actual.street = street;
            draft.closed_on = closed.map(|month| day(2025, month, 1));
            draft
        },
    )
}

proptest! {
    #[test]
    fn nothing_changes_between_a_card_and_itself(family in any_family()) {
        prop_assert_eq!(changes(&family, &family), []);
    }

    #[test]
    fn a_desk_that_changed_nothing_takes_what_the_other_saved(base in any_family(), theirs in any_family()) {
        prop_assert_eq!(merge(&base, &base, &theirs), Ok(theirs.clone()));
        prop_assert_eq!(merge(&base, &theirs, &base), Ok(theirs.clone()));
        prop_assert_eq!(merge(&base, &theirs, &theirs), Ok(theirs));
    }

    /// The shortcuts for whole drafts aside: an address changed by one desk leaves the members to the other.
    #[test]
    fn changes_of_different_rooms_never_conflict(base in any_family(), theirs in any_family(), flat in "[1-9]") {
        let mut mine = base.clone();
        mine.actual.flat = flat.clone();
        let mut expected = theirs.clone();
        expected.actual.flat = flat;
        prop_assert_eq!(merge(&base, &mine, &theirs), Ok(expected));
    }

    #[test]
    fn conflicts_are_the_same_from_both_sides(base in any_family(), mine in any_family(), theirs in any_family()) {
        let there = merge(&base, &mine, &theirs).err().unwrap_or_default();
        let back = merge(&base, &theirs, &mine).err().unwrap_or_default();
        prop_assert_eq!(there.len(), back.len());
    }

    #[test]
    fn the_same_file_twice_changes_nothing(current in any_family(), file in any_family()) {
        let once = overlay(&current, &file);
        let keyed = file.members.iter().all(|member| member.person.is_some());
        prop_assume!(keyed);
        prop_assert_eq!(overlay(&once, &file), once);
    }
}
