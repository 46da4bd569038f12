//! Stories of the look over the whole register: who is found, who is not, and that slices and changes make no difference.

use crate::domain::document::{Document, DocumentKind};
use crate::domain::id::{FamilyId, PersonId};
use crate::domain::person::{BirthDate, Precision};
use crate::domain::phone::Phone;
use crate::search::tests::record as person;
use crate::search::{Doubles, Index, Likeness, Reason, Record, Sight};
use proptest::prelude::*;
use uuid::Uuid;

pub(super) trait With {
    fn born(self, day: &str) -> Self;
    fn born_in(self, year: i32) -> Self;
    fn phone(self, number: &str) -> Self;
    fn lives(self, street: &str, building: &str, flat: &str) -> Self;
}

impl With for Record {
    fn born(mut self, day: &str) -> Self {
        self.birth = Some(BirthDate { date: day.parse().unwrap(), precision: Precision::Day });
        self
    }

    fn born_in(mut self, year: i32) -> Self {
        let date = chrono::NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        self.birth = Some(BirthDate { date, precision: Precision::Year });
        self
    }

    fn phone(mut self, number: &str) -> Self {
        self.phones.push(Phone::parse(number).unwrap());
        self
    }

    fn lives(mut self, street: &str, building: &str, flat: &str) -> Self {
        (self.street, self.building, self.flat) = (street.to_owned(), building.to_owned(), flat.to_owned());
        self
    }
}

fn look(index: &mut Index) -> Doubles {
    while index.sweep(100) {}
    seen(index)
}

fn seen(index: &Index) -> Doubles {
    index.doubles(Sight::Contacts, 100, &|_, _| false)
}

/// The pairs of people found among these records, most certain first.
fn found(records: Vec<Record>) -> Vec<(u128, u128)> {
    pairs(&look(&mut Index::build(records)))
}

fn pairs(doubles: &Doubles) -> Vec<(u128, u128)> {
    doubles.best.iter().map(|double| (double.first.person.0.as_u128(), double.second.person.0.as_u128())).collect()
}

fn only(records: Vec<Record>) -> (Likeness, Vec<Reason>) {
    let doubles = look(&mut Index::build(records));
    assert_eq!(doubles.total, 1, "{doubles:?}");
    (doubles.best[0].likeness, doubles.best[0].reasons.clone())
}

const OKSANA: &str = "Шевченко Оксана Петрівна";

#[test]
fn the_same_name_and_birth_date_are_probably_one() {
    let twice = vec![person(1, 1, OKSANA).born("1987-03-12"), person(2, 2, OKSANA).born("1987-03-12")];
    assert_eq!(only(twice), (Likeness::Probable, vec![Reason::SameNameAndBirth]));
}

#[test]
fn a_former_surname_brings_a_woman_registered_again_before_her_marriage_together_with_herself() {
    let before = |id, family| person(id, family, "Нечипоренко Оксана Петрівна").born("1987-03-12");
    let mut married = person(2, 2, "Бойко Оксана Петрівна").born("1987-03-12");
    assert_eq!(found(vec![before(1, 1), married.clone()]), []);
    let mut changed = Index::build(vec![before(1, 1), married.clone()]);
    look(&mut changed);
    married.former = vec![before(0, 0).name];
    let (likeness, reasons) = only(vec![before(1, 1), married.clone()]);
    assert_eq!((likeness, &reasons), (Likeness::Probable, &vec![Reason::SameNameAndBirth, Reason::FormerName]));
    // And so it is when the former name is written down later, and no more when it is taken back.
    changed.update(&[married.person], vec![married.clone()]);
    assert_eq!(pairs(&look(&mut changed)), [(1, 2)]);
    married.former.clear();
    changed.update(&[married.person], vec![married]);
    assert_eq!(pairs(&look(&mut changed)), []);
}

#[test]
fn a_former_surname_alone_is_enough_to_be_compared() {
    // No birth date, no phone, no home in common: only the surname before the marriage brings them together.
    let before = || person(1, 1, "Нечипоренко Онисія Гордіївна");
    let mut married = person(2, 2, "Бойко Онисія Гордіївна").born("1987-03-12");
    let mut changed = Index::build(vec![before(), married.clone()]);
    assert_eq!(pairs(&look(&mut changed)), []);
    married.former = vec![before().name];
    assert_eq!(only(vec![before(), married.clone()]), (Likeness::Possible, vec![Reason::FormerName, Reason::SameName]));
    changed.update(&[married.person], vec![married.clone()]);
    assert_eq!(pairs(&look(&mut changed)), [(1, 2)]);
    // Two who had one name before.
    let mut other = person(3, 3, "Лисенко Онисія Гордіївна");
    other.former = vec![before().name];
    assert_eq!(found(vec![married, other]), [(2, 3)]);
}

#[test]
fn a_phone_beside_it_makes_it_almost_certain() {
    let oksana = |id, family| person(id, family, OKSANA).born("1987-03-12").phone("0671234567");
    let (likeness, reasons) = only(vec![oksana(1, 1), oksana(2, 2)]);
    assert_eq!((likeness, reasons), (Likeness::Certain, vec![Reason::SamePhone, Reason::SameNameAndBirth]));
}

#[test]
fn the_same_paper_is_certain_whatever_else_is_said() {
    let paper = Document::parse(DocumentKind::Passport, "КС123456").unwrap();
    let mut one = person(1, 1, OKSANA);
    let mut other = person(2, 2, "Бондар Ірина");
    one.documents.push(paper.clone());
    other.documents.push(paper);
    assert_eq!(only(vec![one, other]), (Likeness::Certain, vec![Reason::SameDocument]));
}

#[test]
fn one_slip_in_surname_name_or_birth_date_is_forgiven() {
    let first = || person(1, 1, OKSANA).born("1987-03-12");
    for other in [
        person(2, 2, "Шевчнко Оксана Петрівна").born("1987-03-12"),
        person(2, 2, "Шевченко Окасна Петрівна").born("1987-03-12"),
        person(2, 2, "Шевченко Ксенія Петрівна").born("1987-03-12"),
        person(2, 2, "Шевченко Оксана").born("1987-03-12"),
        person(2, 2, "Шевченко Оксана Петрівна").born("1987-12-03"),
        person(2, 2, "Шевченко Оксана Петрівна").born("1978-03-12"),
        person(2, 2, "Шевченко Оксана Петрівна").born("1987-03-13"),
        person(2, 2, "Шевченко Оксана Петрівна").born_in(1987),
    ] {
        let told = format!("{} {:?}", other.name.full(), other.birth);
        let expected = if told.contains("Ксенія") { vec![] } else { vec![(1, 2)] };
        assert_eq!(found(vec![first(), other]), expected, "{told}");
    }
}

#[test]
fn what_is_missing_never_votes_against() {
    let bare = person(2, 2, OKSANA);
    let whole = person(1, 1, OKSANA).born("1987-03-12").phone("0671234567").lives("Кравчука", "19", "5");
    assert_eq!(only(vec![whole, bare]), (Likeness::Possible, vec![Reason::SameName]));
}

#[test]
fn a_phone_alone_a_home_alone_and_a_birth_date_alone_are_nothing() {
    let other = "Бондар Ірина Іванівна";
    let phone = |id, family, name| person(id, family, name).phone("0671234567").lives("Кравчука", "19", "5");
    assert_eq!(found(vec![phone(1, 1, OKSANA), phone(2, 2, other)]), []);
    assert_eq!(found(vec![person(1, 1, OKSANA).born("1987-03-12"), person(2, 2, other).born("1987-03-12")]), []);
    // Sisters-in-law in one house with one phone.
    assert_eq!(found(vec![phone(1, 1, OKSANA), phone(2, 2, "Шевченко Ірина Іванівна")]), []);
}

#[test]
fn a_name_that_many_bear_brings_nobody_together_alone() {
    let mut namesakes: Vec<Record> = (1..200).map(|id| person(id, id, "Мельник Олександр Іванович")).collect();
    assert_eq!(found(namesakes.clone()), []);
    // With the same birth date it is worth a look, and less certain than a rare name.
    for namesake in namesakes.iter_mut().take(2) {
        *namesake = namesake.clone().born("1990-05-05");
    }
    for (id, namesake) in (0i32..).zip(namesakes.iter_mut()).skip(2) {
        *namesake = namesake.clone().born_in(1930 + id % 50);
    }
    let rare = |id| person(id, id, "Небаба Онисія Гордіївна").born("1990-05-05");
    namesakes.extend([rare(900), rare(901)]);
    assert_eq!(found(namesakes)[..2], [(900, 901), (1, 2)]);
}

#[test]
fn twins_brothers_and_a_father_of_the_same_name_are_different_people() {
    let at_home = |record: Record| record.phone("0671234567").lives("Кравчука", "19", "5");
    assert_eq!(
        found(vec![
            at_home(person(1, 1, "Коваль Іван Іванович").born("1960-01-02")),
            at_home(person(2, 2, "Коваль Іван Іванович").born("1990-07-08")),
            at_home(person(3, 2, "Коваль Марія Іванівна").born("2015-05-05")),
            at_home(person(4, 3, "Коваль Дарія Іванівна").born("2015-05-05")),
            at_home(person(5, 2, "Коваль Олександр Іванович").born("2015-05-05")),
            at_home(person(6, 3, "Коваль Олександра Іванівна").born("2015-05-05")),
            at_home(person(7, 4, "Коваль Іван Петрович").born_in(1960)),
        ]),
        []
    );
}

#[test]
fn members_of_one_family_are_no_doubles_and_somebody_written_down_in_it_twice_is() {
    let family = vec![
        person(1, 1, "Коваль Марія Іванівна").born("2015-05-05").phone("0671234567"),
        person(2, 1, "Коваль Маріна Іванівна").born("2015-05-05").phone("0671234567"),
        person(3, 1, "Коваль Іван Іванович").born("1960-01-02"),
        person(4, 1, "Коваль Іван Іванович"),
    ];
    assert_eq!(found(family.clone()), []);
    let twice = [family, vec![person(5, 1, "Коваль Маша Іванівна").born("2015-05-05")]].concat();
    assert_eq!(found(twice), [(1, 5)]);
}

#[test]
fn a_child_of_two_homes_is_one_person() {
    let child = |family| person(3, family, "Коваль Марія Іванівна").born("2015-05-05");
    let parents = [person(1, 1, "Коваль Ганна Петрівна"), person(2, 2, "Коваль Іван Іванович")];
    assert_eq!(found([parents.to_vec(), vec![child(1), child(2)]].concat()), []);
    // Her double in the second home is a double of that home alone.
    let double = person(4, 2, "Коваль Марія Іванівна").born("2015-05-05");
    assert_eq!(found([parents.to_vec(), vec![child(1), child(2), double]].concat()), [(3, 4)]);
}

#[test]
fn a_surname_changed_by_marriage_is_seen_through_a_phone() {
    let bride = |name: &str, id| person(id, id, name).born("1995-06-07").phone("0671234567");
    let (_, reasons) = only(vec![bride("Бондар Ірина Іванівна", 1), bride("Шульга Ірина Іванівна", 2)]);
    assert_eq!(reasons, [Reason::SamePhone, Reason::OtherSurname]);
    let apart = |name: &str, id| person(id, id, name).born("1995-06-07");
    assert_eq!(found(vec![apart("Бондар Ірина Іванівна", 1), apart("Шульга Ірина Іванівна", 2)]), []);
}

#[test]
fn two_families_are_one_row_and_more_members_make_it_more_certain() {
    let family = |family: u128| {
        [
            (1, OKSANA, "1987-03-12"),
            (2, "Шевченко Тарас Іванович", "2015-07-01"),
            (3, "Шевченко Ія Іванівна", "2018-02-02"),
        ]
        .map(|(id, name, born)| person(family * 10 + id, family, name).born(born))
        .to_vec()
    };
    let doubles = look(&mut Index::build([family(1), family(2)].concat()));
    assert_eq!((doubles.total, doubles.best[0].more, doubles.best[0].likeness), (1, 2, Likeness::Certain));
}

#[test]
fn those_who_see_no_phones_see_no_pair_that_a_phone_made() {
    let by_phone = |id| person(id, id, "Небаба Онисія").phone("0671234567").lives("Кравчука", "19", "5");
    let mut index = Index::build(vec![by_phone(1), by_phone(2)]);
    assert_eq!(look(&mut index).total, 1);
    assert_eq!(index.doubles(Sight::Names, 100, &|_, _| false).total, 0);
    let by_name = |id| person(id, id, OKSANA).born("1987-03-12").phone("0671234567");
    let mut index = Index::build(vec![by_name(1), by_name(2)]);
    look(&mut index);
    let seen = index.doubles(Sight::Names, 100, &|_, _| false);
    assert_eq!(
        (seen.best[0].likeness, seen.best[0].reasons.clone()),
        (Likeness::Probable, vec![Reason::SameNameAndBirth])
    );
}

#[test]
fn those_said_to_be_different_are_left_out_of_the_count() {
    let oksana = |id| person(id, id, OKSANA).born("1987-03-12");
    let mut index = Index::build(vec![oksana(1), oksana(2)]);
    look(&mut index);
    assert_eq!(
        index
            .doubles(Sight::Contacts, 9, &|one, other| (one.person, other.person)
                == (PersonId(Uuid::from_u128(1)), PersonId(Uuid::from_u128(2))))
            .total,
        0
    );
}

#[test]
fn a_shelter_s_phone_brings_nobody_together() {
    let guests: Vec<Record> = (1..100).map(|id| person(id, id, "Небаба Онисія").phone("0671234567")).collect();
    assert_eq!(found(guests), []);
}

#[test]
fn whoever_was_merged_away_or_changed_is_gone_from_the_list_and_whoever_came_is_on_it() {
    let oksana = |id| person(id, id, OKSANA).born("1987-03-12");
    let mut index = Index::build(vec![oksana(1), oksana(2)]);
    assert_eq!(pairs(&look(&mut index)), [(1, 2)]);
    index.update(&[PersonId(Uuid::from_u128(2))], vec![]);
    assert_eq!(pairs(&seen(&index)), []);
    index.update(&[PersonId(Uuid::from_u128(3))], vec![oksana(3)]);
    assert!(seen(&index).percent < 100);
    assert_eq!(pairs(&look(&mut index)), [(1, 3)]);
    index.update(&[PersonId(Uuid::from_u128(1))], vec![person(1, 1, OKSANA).born("1950-01-01")]);
    assert_eq!(pairs(&look(&mut index)), []);
}

#[test]
fn a_phone_that_was_taken_away_in_the_middle_of_the_look_says_nothing_any_more() {
    let by_phone = |id| person(id, id, OKSANA).born("1987-03-12").phone("0671234567");
    for budget in 1..2_000 {
        let mut index = Index::build(vec![by_phone(1), by_phone(2)]);
        index.sweep(budget);
        index.update(&[PersonId(Uuid::from_u128(2))], vec![person(2, 2, OKSANA).born("1987-03-12")]);
        assert_eq!(look(&mut index).best[0].reasons, [Reason::SameNameAndBirth], "after {budget}");
    }
}

#[test]
fn putting_the_index_in_order_forgets_nothing_of_the_look() {
    let oksana = |id| person(id, id, OKSANA).born("1987-03-12").phone("0671234567");
    let mut index = Index::build(vec![oksana(4), oksana(2)]);
    look(&mut index);
    index.update(&[PersonId(Uuid::from_u128(9))], vec![person(9, 9, "Бойко Іван")]);
    index.update(&[PersonId(Uuid::from_u128(4))], vec![oksana(4)]);
    let before = look(&mut index);
    assert_eq!(pairs(&before), [(2, 4)]);
    index.settle();
    assert_eq!(seen(&index), before);
    index.update(&[PersonId(Uuid::from_u128(3))], vec![oksana(3)]);
    assert_eq!(look(&mut index).total, 3);
}

/// A person with a rare name: what a slip may spoil is written down in the kinds below.
fn somebody(id: u128) -> Record {
    let letter =
        |at: u128| ["ба", "ве", "ди", "ко", "лю", "ме", "ну", "по", "ро", "су"][usize::try_from(at % 10).unwrap()];
    let surname = format!("Тур{}{}{}енко", letter(id), letter(id / 10), letter(id / 100));
    let given = ["Оксана", "Тарас", "Ірина", "Назар", "Соломія", "Богдан"][usize::try_from(id % 6).unwrap()];
    let patronymic = ["Петрівна", "Іванович", "Гордіївна", "Лукич"][usize::try_from(id / 6 % 4).unwrap()];
    let (year, month) = (1930 + id % 90, 1 + id % 12);
    let day = 1 + id * 7 % 28;
    person(id, id, &format!("{surname} {given} {patronymic}"))
        .born(&format!("{year}-{month:02}-{day:02}"))
        .phone(&format!("067{:07}", 1_000_000 + id))
        .lives("Кравчука", &id.to_string(), "3")
}

/// The same person registered again with a slip of this kind.
fn slipped(kind: usize, id: u128, of: u128) -> Record {
    let mut record = somebody(of);
    (record.person, record.family) = (PersonId(Uuid::from_u128(id)), Some(FamilyId(Uuid::from_u128(id))));
    match kind {
        0 => {}
        1 => record.name.surname = record.name.surname.replacen("ен", "не", 1),
        2 => {
            record.name.patronymic.clear();
            record.phones.clear();
        }
        3 => record.birth = None,
        4 => {
            let date = record.birth.unwrap().date;
            let moved = date.checked_add_days(chrono::Days::new(1)).unwrap();
            let is_a_slip = moved.format("%m").to_string() == date.format("%m").to_string();
            record.birth = Some(BirthDate { date: if is_a_slip { moved } else { date }, precision: Precision::Day });
        }
        5 => {
            record.phones.clear();
            record.street.clear();
        }
        _ => {
            // Registered again under the husband's surname, of whom nothing else is known.
            record.former = vec![record.name.clone()];
            record.name.surname = format!("Заміж{}", record.name.surname.to_lowercase());
            record.birth = None;
            record.phones.clear();
            record.street.clear();
        }
    }
    record
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn every_planted_double_is_found_and_nobody_else(planted in prop::collection::btree_map(1u128..300, 0usize..7, 0..12)) {
        let mut records: Vec<Record> = (1..300).map(somebody).collect();
        records.extend(planted.iter().map(|(of, kind)| slipped(*kind, 1000 + of, *of)));
        let mut expected: Vec<(u128, u128)> = planted.keys().map(|of| (*of, 1000 + of)).collect();
        let mut there = found(records);
        expected.sort_unstable();
        there.sort_unstable();
        prop_assert_eq!(there, expected);
    }

    #[test]
    fn changes_during_the_look_lead_to_what_a_fresh_look_finds(
        changes in prop::collection::vec((0usize..70, 1u128..40, 0usize..7, any::<bool>()), 0..30)
    ) {
        let mut index = Index::build((1..40).map(somebody).collect());
        let mut now: std::collections::BTreeMap<u128, Record> = (1..40).map(|id| (id, somebody(id))).collect();
        for (budget, of, kind, stays) in changes {
            index.sweep(budget);
            let id = 1000 + of;
            let record = slipped(kind, id, of);
            if stays { now.insert(id, record.clone()); } else { now.remove(&id); }
            index.update(&[PersonId(Uuid::from_u128(id))], if stays { vec![record] } else { vec![] });
        }
        prop_assert_eq!(look(&mut index), look(&mut Index::build(now.into_values().collect())));
    }
}
