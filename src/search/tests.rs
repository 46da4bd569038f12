//! Stories of the search box and of the registration form.

use super::*;
use crate::domain::document::DocumentKind;
use crate::domain::draft::{FamilyDraft, MemberDraft};
use crate::domain::family::Relation;
use crate::domain::person::Precision;
use crate::text::{Lang, Sentence, Texts};
use chrono::NaiveDate;
use likely::draft;
use proptest::prelude::*;
use uuid::Uuid;

impl Index {
    /// The index of these records.
    pub(crate) fn build(records: Vec<Record>) -> Self {
        let mut index = Self::default();
        index.add(records);
        index.settle();
        index
    }
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
}

fn day(text: &str) -> BirthDate {
    BirthDate { date: text.parse().unwrap(), precision: Precision::Day }
}

fn phone(text: &str) -> Phone {
    Phone::parse(text).unwrap()
}

fn paper(kind: DocumentKind, text: &str) -> Document {
    Document::parse(kind, text).unwrap()
}

/// A record of person `id` in family `family` (0: none).
pub(super) fn record(id: u128, family: u128, name: &str) -> Record {
    let mut parts = name.split(' ').map(str::to_owned);
    let name = PersonName {
        surname: parts.next().unwrap_or_default(),
        given: parts.next().unwrap_or_default(),
        patronymic: parts.next().unwrap_or_default(),
    };
    Record {
        person: PersonId(Uuid::from_u128(id)),
        family: (family > 0).then(|| FamilyId(Uuid::from_u128(family))),
        number: None,
        name,
        sex: None,
        birth: None,
        phones: Vec::new(),
        documents: Vec::new(),
        settlement: String::new(),
        street: String::new(),
        renamed: None,
        building: String::new(),
        flat: String::new(),
        closed: false,
        died: false,
        is_head: false,
        former: Vec::new(),
        also: Vec::new(),
    }
}

fn number() -> FamilyNumber {
    FamilyNumber::from_random(482_173)
}

/// A small office: Шевченко Оксана (1) with her son Тарас (2) in family 1, and neighbours.
fn office() -> Vec<Record> {
    let mut oksana = record(1, 1, "Шевченко Оксана Петрівна");
    oksana.birth = Some(day("1987-03-12"));
    oksana.phones = vec![phone("067 123 45 67")];
    oksana.documents = vec![paper(DocumentKind::Passport, "КС 123456"), paper(DocumentKind::TaxNumber, "3184710691")];
    oksana.number = Some(number());
    "м. Луцьк".clone_into(&mut oksana.settlement);
    "вул. Кравчука".clone_into(&mut oksana.street);
    "19г".clone_into(&mut oksana.building);
    "5".clone_into(&mut oksana.flat);
    let mut taras = record(2, 1, "Шевченко Тарас Іванович");
    taras.birth = Some(day("2015-07-01"));
    taras.number = Some(number());
    let mut zaika = record(3, 2, "Заїка Дем’ян Олексійович");
    zaika.birth = Some(BirthDate { date: NaiveDate::from_ymd_opt(1990, 1, 1).unwrap(), precision: Precision::Year });
    zaika.phones = vec![phone("+380 50 765 43 21")];
    vec![
        oksana,
        taras,
        zaika,
        record(4, 3, "Нечуй-Левицький Іван Семенович"),
        record(5, 4, "Ковальчук Олександр Миколайович"),
        record(6, 0, "Ковальова Олександра Андріївна"),
        record(7, 5, "Шевчук Оксана Іванівна"),
        record(8, 6, "Бойко Ганна Степанівна"),
        record(9, 7, "Київська Марія Юріївна"),
    ]
}

fn find_by(text: &str, sight: Sight) -> Vec<Hit> {
    Index::build(office()).find(text, sight, today(), 10)
}

/// Persons found and how, in order.
fn found(text: &str) -> Vec<(u128, Tier)> {
    find_by(text, Sight::Contacts).into_iter().map(|hit| (hit.person.0.as_u128(), hit.tier)).collect()
}

fn first(text: &str) -> Option<(u128, Tier, Why)> {
    find_by(text, Sight::Contacts).into_iter().next().map(|hit| (hit.person.0.as_u128(), hit.tier, hit.why))
}

#[test]
fn an_empty_text_finds_nothing() {
    for text in ["", "  ", "-", "'", ".,;", "\u{200b}"] {
        let hits = find_by(text, Sight::Contacts);
        assert!(hits.iter().all(|hit| hit.why == Why::Layout), "{text:?} {hits:?}");
    }
    assert!(found("").is_empty() && found("   ").is_empty());
}

#[test]
fn unfinished_words_in_any_order_are_exact() {
    for text in ["шевченко оксана", "окс шевч", "ПЕТРІВНА Шевченко", "шевченко", "оксана петрівна шевченко"]
    {
        assert_eq!(first(text), Some((1, Tier::Exact, Why::Name)), "{text}");
    }
}

#[test]
fn every_word_must_be_there() {
    assert!(found("шевченко оксана іллівна").is_empty());
    assert!(found("шевченко 1999").is_empty());
}

#[test]
fn a_family_is_listed_once_through_the_member_that_was_meant() {
    assert_eq!(found("шевченко").iter().filter(|hit| hit.0 < 3).count(), 1);
    assert_eq!(found("шевченко тарас"), [(2, Tier::Exact)]);
}

#[test]
fn an_apostrophe_may_be_anything_or_nothing() {
    for text in ["Дем'ян", "демян", "Дем\"ян", "дем*ян", "демʼян", "Дем`ян"] {
        assert_eq!(first(text), Some((3, Tier::Exact, Why::Name)), "{text}");
    }
}

#[test]
fn a_double_surname_is_found_by_each_half_and_without_the_hyphen() {
    for text in ["левицький", "нечуй левицький", "нечуйлевицький", "Нечуй-Левиц"]
    {
        assert_eq!(found(text), [(4, Tier::Exact)], "{text}");
    }
}

#[test]
fn close_letters_are_close_and_say_what_is_stored() {
    assert_eq!(first("заика"), Some((3, Tier::Close, Why::Near(Part::Surname, "Заїка".to_owned()))));
    assert_eq!(first("шевчєнко оксана"), Some((1, Tier::Close, Why::Near(Part::Surname, "Шевченко".to_owned()))));
}

#[test]
fn a_wrong_layout_still_finds_her() {
    assert_eq!(first("itdxtyrj jrcfyf"), Some((1, Tier::Close, Why::Layout)));
    assert_eq!(first(",jqrj"), Some((8, Tier::Close, Why::Layout)));
    assert_eq!(first("itdxtyrj 12.03.1987"), Some((1, Tier::Close, Why::Layout)));
}

#[test]
fn latin_letters_find_cyrillic_names() {
    for text in ["Shevchenko", "shevchenko oksana", "Sevchenko"] {
        let (person, tier, why) = first(text).unwrap();
        assert_eq!((person, tier, why), (1, Tier::Close, Why::Latin), "{text}");
    }
    assert_eq!(first("zaika demian").map(|hit| hit.0), Some(3));
    assert!(found("kovalc").iter().any(|hit| hit.0 == 5), "half of `ch` is typed");
}

#[test]
fn one_slip_is_forgiven_from_four_letters() {
    for text in ["шевчанко оксана", "шевенко оксана", "шевченнко оксана", "швеченко оксана"]
    {
        assert_eq!(first(text).map(|hit| (hit.0, hit.1)), Some((1, Tier::Close)), "{text}");
    }
    assert!(found("заж").is_empty());
}

#[test]
fn short_and_russian_names_find_the_full_one() {
    assert_eq!(first("ковальчук саша").map(|hit| (hit.0, hit.1)), Some((5, Tier::Close)));
    assert_eq!(first("саша ковальова"), Some((6, Tier::Close, Why::Near(Part::Given, "Олександра".to_owned()))));
    assert_eq!(first("бойко анна").map(|hit| hit.0), Some(8));
    assert_eq!(first("ковальчук Николаевич").map(|hit| hit.0), Some(5));
}

#[test]
fn a_phone_is_found_in_any_form_by_its_end_and_its_beginning() {
    for text in [
        "067 123 45 67",
        "+380671234567",
        "80671234567",
        "0671234567",
        "(067) 123-45-67",
        "4567",
        "067123",
        "+38067",
        "38067123",
        "067 123 45",
        "(067) 123",
        "+38 067 12",
        "+380 67 123",
        "8 (067) 123",
        "123 45 67",
        "45 67",
    ] {
        assert_eq!(first(text), Some((1, Tier::Exact, Why::Phone("4567".to_owned()))), "{text}");
    }
    for text in [
        "шевченко 4567",
        "шевченко 067 123",
        "067 12 шевченко",
        "itdxtyrj 067 12",
        "067 12 шевченко оксана",
        "шевченко 45 67",
    ] {
        assert_eq!(first(text).map(|hit| hit.0), Some(1), "{text}");
    }
    assert!(found("567").is_empty() && found("063 123").is_empty() && found("54 67").is_empty());
}

#[test]
fn a_paper_is_found_with_spaces_latin_letters_or_its_digits_alone() {
    for text in ["КС123456", "кс 123456", "KC 123456", "kc123456", "123456", "3184710691", "31847"] {
        assert_eq!(first(text), Some((1, Tier::Exact, Why::Document)), "{text}");
    }
}

#[test]
fn a_family_number_is_found_with_and_without_its_hyphen() {
    let shown = number().to_string();
    for text in [
        shown.clone(),
        shown.replace('-', ""),
        shown.replace('-', " "),
        shown[..5].to_owned(),
        shown[..6].replace('-', " "),
    ] {
        assert_eq!(first(&text).map(|hit| (hit.1, hit.2)), Some((Tier::Exact, Why::Number)), "{text}");
    }
}

#[test]
fn a_birth_date_or_year_narrows_the_name() {
    for text in ["шевч 1987", "шевч 12.03.1987", "шевч 1987-03-12", "12031987", "12.3.87", "шевч 12 03 1987"]
    {
        assert_eq!(first(text), Some((1, Tier::Exact, Why::Birth)), "{text}");
    }
    assert_eq!(first("заїка 1990"), Some((3, Tier::Exact, Why::Birth)));
}

#[test]
fn a_date_against_a_known_year_is_only_close() {
    assert_eq!(first("заїка 05.06.1990"), Some((3, Tier::Close, Why::Birth)));
}

#[test]
fn an_address_finds_the_family_after_the_names() {
    for text in ["кравчука 19г", "луцьк кравчука 19-Г", "вул.Кравчука,19г", "кравчука 5", "кравчука 19г/5"]
    {
        assert_eq!(first(text), Some((1, Tier::Exact, Why::Address)), "{text}");
    }
    let mut records = office();
    "м. Київ".clone_into(&mut records[7].settlement);
    let hits = Index::build(records).find("київ", Sight::Contacts, today(), 10);
    let people: Vec<_> = hits.iter().map(|hit| hit.person.0.as_u128()).collect();
    assert_eq!(people, [9, 8]);
}

#[test]
fn who_sees_names_alone_cannot_find_by_phone_paper_or_address() {
    for text in [
        "0671234567",
        "4567",
        "067123",
        "КС123456",
        "кс 123456",
        "3184710691",
        "кравчука",
        "луцьк",
        "шевченко 19г",
        "шевченко 4567",
    ] {
        let hits = find_by(text, Sight::Names);
        assert!(hits.is_empty(), "{text}: {hits:?}");
    }
    assert_eq!(find_by("шевченко 1987", Sight::Names).len(), 1);
    assert_eq!(find_by(&number().to_string(), Sight::Names).len(), 1);
}

#[test]
fn a_hidden_field_changes_neither_order_nor_reason() {
    let mut records = office();
    "вул. Бойка".clone_into(&mut records[0].street);
    let hits = Index::build(records).find("бойк", Sight::Names, today(), 10);
    assert_eq!(hits.len(), 1);
    assert_eq!(hits[0].why, Why::Name);
}

#[test]
fn equal_matches_stand_in_the_order_of_the_alphabet() {
    let records = vec![
        record(1, 1, "Їжак Іван"),
        record(2, 2, "Іваненко Яна"),
        record(3, 3, "Ґудзь Іван"),
        record(4, 4, "Гудзь Іван"),
        record(5, 5, "Іваненко Ганна"),
    ];
    let hits = Index::build(records).find("іва", Sight::Names, today(), 10);
    let people: Vec<_> = hits.iter().map(|hit| hit.person.0.as_u128()).collect();
    assert_eq!(people, [5, 2, 4, 3, 1]);
}

#[test]
fn a_full_list_of_exact_matches_forgives_nothing() {
    let index = Index::build(office());
    let hits = index.find("оксана", Sight::Names, today(), 2);
    assert!(hits.len() == 2 && hits.iter().all(|hit| hit.tier == Tier::Exact));
    assert!(index.find("оксана", Sight::Names, today(), 0).is_empty());
}

#[test]
fn a_large_family_does_not_push_out_the_others() {
    let mut records: Vec<Record> = (1..=300).map(|id| record(id, 1, "Бондар Ада")).collect();
    records.push(record(999, 2, "Бондар Яна"));
    assert_eq!(Index::build(records).find("бондар", Sight::Names, today(), 2).len(), 2);
}

#[test]
fn a_changed_person_is_found_by_the_new_name_only() {
    let mut index = Index::build(office());
    index.update(&[PersonId(Uuid::from_u128(1))], vec![record(1, 1, "Мельник Оксана Петрівна")]);
    assert_eq!(index.len(), office().len());
    assert_eq!(index.find("мельник", Sight::Contacts, today(), 5).len(), 1);
    assert!(index.find("4567", Sight::Contacts, today(), 5).is_empty());
    index.update(&[PersonId(Uuid::from_u128(1))], Vec::new());
    assert!(index.find("мельник", Sight::Contacts, today(), 5).is_empty());
    assert_eq!(index.len(), office().len() - 1);
}

fn any_record() -> impl Strategy<Value = Record> {
    let name = prop::sample::select(vec![
        "Бойко Іван",
        "Бойко Ганна",
        "Бойчук Анна",
        "Заїка Олена",
        "Заика Елена",
        "Шевченко Саша",
    ]);
    let street = prop::sample::select(vec!["", "вул. Бойка", "вул. Лесі Українки"]);
    let other = prop::sample::select(vec!["", "вул. Зоряна", "вул. Бойка", "вул. Лесі Українки"]);
    let place = (street, other.clone(), other);
    (1..12u128, 0..5u128, name, place, 0..3u32, 1..4u32).prop_map(|(person, family, name, place, phones, year)| {
        let mut record = record(person, family, name);
        let (street, now, was) = place;
        street.clone_into(&mut record.street);
        record.renamed = (now != was).then(|| Renamed { now: now.to_owned(), was: was.to_owned() });
        record.also = (1..phones).map(|number| FamilyNumber::from_random(number.into())).collect();
        record.building = year.to_string();
        record.closed = family == 3;
        record.died = person == 7;
        record.phones = (0..phones).map(|last| phone(&format!("06712345{year}{last}"))).collect();
        record.birth = NaiveDate::from_ymd_opt(1980, year, 1).map(|date| BirthDate { date, precision: Precision::Day });
        record.documents = vec![paper(DocumentKind::Passport, &format!("КС12345{year}"))];
        record
    })
}

const QUESTIONS: [&str; 14] = [
    "бой",
    "бойко іван",
    "заика",
    "анна",
    "саша",
    "1980",
    "0671",
    "4510",
    "кс12345",
    "бойка 1",
    ",jqrj",
    "boiko",
    "зорян",
    "зоряна 2 бойко",
];

proptest! {
    #[test]
    fn no_text_makes_it_fall(text in "\\PC{0,40}", other in "[а-яіїєґa-z0-9 .,;'+/()-]{0,40}") {
        let index = Index::build(office());
        for text in [&text, &other] {
            for sight in [Sight::Names, Sight::Contacts] {
                let hits = index.find(text, sight, today(), 3);
                prop_assert!(hits.len() <= 3);
            }
        }
    }

    #[test]
    fn any_stored_text_can_be_indexed(name in "\\PC{0,20}", street in "\\PC{0,20}") {
        let mut record = record(1, 1, "");
        record.name.surname.clone_from(&name);
        record.street.clone_from(&street);
        record.building.clone_from(&street);
        let index = Index::build(vec![record]);
        index.find(&name, Sight::Contacts, today(), 3);
        index.find(&street, Sight::Contacts, today(), 3);
    }

    #[test]
    fn a_changed_index_answers_as_a_fresh_one(
        before in prop::collection::vec(any_record(), 0..20),
        after in prop::collection::vec(any_record(), 0..8),
        gone in prop::collection::vec(1..12u128, 0..4),
    ) {
        let mut people: Vec<PersonId> = after.iter().map(|record| record.person).collect();
        people.extend(gone.iter().map(|id| PersonId(Uuid::from_u128(*id))));
        let mut changed = Index::build(before.clone());
        changed.update(&people, after.clone());
        let mut rest: Vec<Record> = before.into_iter().filter(|record| !people.contains(&record.person)).collect();
        rest.extend(after);
        let fresh = Index::build(rest);
        prop_assert_eq!(changed.len(), fresh.len());
        for text in QUESTIONS {
            prop_assert_eq!(
                changed.find(text, Sight::Contacts, today(), 5),
                fresh.find(text, Sight::Contacts, today(), 5),
                "{}", text
            );
        }
        let mut form = draft("Бойко Анна");
        form.members[0].phones = vec![phone("0671234510")];
        prop_assert_eq!(changed.likely(&form, None, 9), fresh.likely(&form, None, 9));
    }

    #[test]
    fn exact_stands_above_close_and_no_family_twice_in_a_tier(
        records in prop::collection::vec(any_record(), 0..30),
        text in prop::sample::select(QUESTIONS.to_vec()),
    ) {
        let hits = Index::build(records).find(text, Sight::Contacts, today(), 20);
        prop_assert!(hits.is_sorted_by_key(|hit| hit.tier));
        let mut families: Vec<_> =
            hits.iter().filter_map(|hit| hit.family.map(|family| (hit.tier, family))).collect();
        let all = families.len();
        families.sort();
        families.dedup();
        prop_assert_eq!(families.len(), all);
    }
}

#[test]
fn of_equally_good_members_the_head_stands_for_the_family() {
    let mut daughter = record(1, 1, "Шевченко Анна Іванівна");
    let mut head = record(2, 1, "Шевченко Оксана Петрівна");
    head.is_head = true;
    daughter.is_head = false;
    let index = Index::build(vec![daughter, head]);
    let who = |text| index.find(text, Sight::Contacts, today(), 5).first().map(|hit| hit.person.0.as_u128());
    assert_eq!(who("шевченко"), Some(2));
    assert_eq!(who("шевченко анна"), Some(1));
}

mod forgiving;
mod likely;
mod limits;
mod order;
