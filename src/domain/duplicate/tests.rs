//! Stories of two entries becoming one.

use super::*;
use crate::domain::document::{Document, DocumentKind};
use crate::domain::person::{BirthDate, PersonName, Precision};
use crate::domain::phone::Phone;
use proptest::prelude::*;
use uuid::Uuid;

fn id(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(number))
}

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

fn member(number: u128, relation: Relation, name: &str, born: &str) -> MemberDraft {
    let mut parts = name.split(' ').map(str::to_owned);
    let mut member = MemberDraft::new(relation);
    member.person = Some(id(number));
    member.name = PersonName {
        surname: parts.next().unwrap_or_default(),
        given: parts.next().unwrap_or_default(),
        patronymic: parts.next().unwrap_or_default(),
    };
    member.birth = (!born.is_empty()).then(|| BirthDate { date: day(born), precision: Precision::Day });
    member
}

fn family(on: &str, members: Vec<MemberDraft>) -> FamilyDraft {
    FamilyDraft { members, ..FamilyDraft::new(day(on)) }
}

/// Оксана with two children, registered in March.
fn spring() -> FamilyDraft {
    family(
        "2024-03-01",
        vec![
            member(1, Relation::Head, "Шевченко Оксана Петрівна", "1987-03-12"),
            member(2, Relation::Son, "Шевченко Тарас Іванович", "2015-07-01"),
            member(3, Relation::Daughter, "Шевченко Ія Іванівна", "2018-02-02"),
        ],
    )
}

/// The same, registered in autumn with slips, without Ія and with Петро.
fn autumn() -> FamilyDraft {
    family(
        "2024-10-01",
        vec![
            member(11, Relation::Head, "Шевченко Окасна П.", "1987-03-13"),
            member(12, Relation::Son, "Шевченко Тарас", ""),
            member(14, Relation::Son, "Шевченко Петро Іванович", "2023-01-01"),
        ],
    )
}

fn union() -> Union {
    Union::of_families(spring(), autumn(), Side::Left, &[])
}

fn differ(union: &Union, whose: Whose, field: Field) -> Option<(Choice, Why)> {
    union.rows().into_iter().find(|row| (row.whose, row.field) == (whose, field)).and_then(|row| row.differ)
}

#[test]
fn members_are_matched_by_likeness_and_the_rest_stays_alone() {
    let couples: Vec<_> = union().couples().iter().map(|couple| (couple.left, couple.right)).collect();
    assert_eq!(couples, [(Some(0), Some(0)), (Some(1), Some(1)), (Some(2), None), (None, Some(2))]);
}

#[test]
fn twins_are_not_matched_with_each_other_and_a_child_of_both_homes_is_one() {
    let twin = |number, name: &str| member(number, Relation::Daughter, name, "2015-05-05");
    let left = family("2024-01-01", vec![twin(1, "Коваль Марія Іванівна"), twin(5, "Коваль Ніна Іванівна")]);
    let right = family("2024-01-02", vec![twin(2, "Коваль Дарина Іванівна"), twin(5, "Коваль Ніна Іванівна")]);
    let union = Union::of_families(left, right, Side::Left, &[]);
    let couples: Vec<_> = union.couples().iter().map(|couple| (couple.left, couple.right)).collect();
    assert_eq!(couples, [(Some(0), None), (Some(1), Some(1)), (None, Some(0))]);
    assert_eq!(union.outcome().same, []);
    assert_eq!(union.outcome().draft.members.len(), 3);
}

#[test]
fn nobody_is_lost_and_the_kept_people_stay() {
    let outcome = union().outcome();
    let people: Vec<u128> = outcome.draft.members.iter().map(|member| member.person.unwrap().0.as_u128()).collect();
    assert_eq!(people, [1, 2, 3, 14]);
    assert_eq!(outcome.same, [(id(1), id(11)), (id(2), id(12))]);
    let mut union = union();
    union.keep(Side::Right);
    let outcome = union.outcome();
    let people: Vec<u128> = outcome.draft.members.iter().map(|member| member.person.unwrap().0.as_u128()).collect();
    assert_eq!(people, [11, 12, 14, 3]);
    assert_eq!(outcome.same, [(id(11), id(1)), (id(12), id(2))]);
}

#[test]
fn the_fuller_value_is_offered_with_its_reason() {
    let union = union();
    let head = Whose::Couple(0);
    assert_eq!(differ(&union, head, Field::Patronymic), Some((Choice::One(Side::Left), Why::Fuller)));
    assert_eq!(differ(&union, head, Field::Given), Some((Choice::One(Side::Right), Why::Newer)));
    assert_eq!(differ(&union, head, Field::Surname), None);
    assert_eq!(differ(&union, Whose::Couple(1), Field::Birth), Some((Choice::One(Side::Left), Why::Only)));
    assert_eq!(differ(&union, Whose::Family, Field::RegisteredOn), Some((Choice::One(Side::Left), Why::Earlier)));
}

#[test]
fn the_birth_date_of_the_papers_is_offered() {
    let mut right = autumn();
    right.members[0].documents.push(Document::parse(DocumentKind::TaxNumber, "3184710691").unwrap());
    let union = Union::of_families(spring(), right, Side::Left, &[]);
    assert_eq!(differ(&union, Whose::Couple(0), Field::Birth), Some((Choice::One(Side::Left), Why::Papers)));
}

#[test]
fn the_name_that_was_copied_from_papers_is_offered() {
    let mut left = spring();
    left.members[0].documents.push(Document::parse(DocumentKind::Passport, "КС123456").unwrap());
    let union = Union::of_families(left, autumn(), Side::Left, &[]);
    assert_eq!(differ(&union, Whose::Couple(0), Field::Given), Some((Choice::One(Side::Left), Why::Documented)));
}

#[test]
fn a_chosen_value_is_what_shall_be() {
    let mut union = union();
    assert_eq!(union.outcome().draft.members[0].name.given, "Окасна");
    union.choose(Whose::Couple(0), Field::Given, Choice::One(Side::Left));
    assert_eq!(union.outcome().draft.members[0].name.given, "Оксана");
    assert_eq!(differ(&union, Whose::Couple(0), Field::Given), Some((Choice::One(Side::Left), Why::Chosen)));
    // A name cannot be two names.
    union.choose(Whose::Couple(0), Field::Given, Choice::Both);
    assert_eq!(union.outcome().draft.members[0].name.given, "Оксана");
}

#[test]
fn phones_papers_categories_and_notes_of_both_are_kept_once() {
    let (mut left, mut right) = (spring(), autumn());
    let phone = |text: &str| Phone::parse(text).unwrap();
    left.members[0].phones = vec![phone("0671234567"), phone("0501111111")];
    right.members[0].phones = vec![phone("067 123 45 67"), phone("0932222222")];
    left.members[0].note = "Дзвонити зранку.".to_owned();
    right.members[0].note = "Має візок.".to_owned();
    let category = |since: Option<&str>| crate::domain::category::Category {
        code: crate::domain::category::CategoryCode("displaced".to_owned()),
        since: since.map(day),
        until: None,
        basis: String::new(),
    };
    left.categories = vec![category(None)];
    right.categories = vec![category(Some("2022-02-24"))];
    let mut union = Union::of_families(left, right, Side::Left, &[]);
    let outcome = union.outcome().draft;
    let phones: Vec<&str> = outcome.members[0].phones.iter().map(|phone| phone.settled.as_str()).collect();
    assert_eq!(phones, ["+380671234567", "+380501111111", "+380932222222"]);
    assert_eq!(outcome.members[0].note, "Дзвонити зранку.\nМає візок.");
    assert_eq!(outcome.categories, [category(Some("2022-02-24"))]);
    union.choose(Whose::Couple(0), Field::Phones, Choice::One(Side::Right));
    assert_eq!(union.outcome().draft.members[0].phones.len(), 2);
}

#[test]
fn there_is_one_head_and_it_is_the_kept_entry_s_or_the_chosen_one() {
    let heads = |union: &Union| -> Vec<u128> {
        let members = union.outcome().draft.members;
        let heads = members.iter().filter(|member| member.relation == Relation::Head);
        heads.map(|member| member.person.unwrap().0.as_u128()).collect()
    };
    let husband = |relation| member(1, relation, "Бойко Олег Ілліч", "1980-01-01");
    let wife = |relation| member(2, relation, "Бойко Ганна Юріївна", "1982-02-02");
    let again = |of: MemberDraft| MemberDraft {
        person: of.person.map(|person| PersonId(Uuid::from_u128(person.0.as_u128() + 10))),
        ..of
    };
    let left = family("2024-01-01", vec![husband(Relation::Head), wife(Relation::Spouse)]);
    let right = family("2024-02-02", vec![again(wife(Relation::Head)), again(husband(Relation::Spouse))]);
    let mut union = Union::of_families(left, right, Side::Left, &[]);
    assert_eq!(heads(&union), [1]);
    assert_eq!(union.former_head().and_then(|member| member.person), Some(id(12)));
    union.choose(Whose::Couple(1), Field::Relation, Choice::One(Side::Right));
    assert_eq!(heads(&union), [2]);
    // Two heads who are different people.
    let other = family("2024-02-02", vec![member(21, Relation::Head, "Гнатюк Іван Юрійович", "1950-01-01")]);
    let union = Union::of_families(spring(), other, Side::Left, &[]);
    assert_eq!(heads(&union), [1]);
    assert_eq!(union.outcome().draft.members.last().map(|member| member.relation), Some(Relation::Other));
}

#[test]
fn couples_can_be_parted_and_joined_again() {
    let mut union = union();
    union.part(0);
    assert_eq!(union.outcome().draft.members.len(), 5);
    assert_eq!(union.outcome().same, [(id(2), id(12))]);
    let left = union.couples().iter().position(|couple| couple.left == Some(0)).unwrap();
    let right = union.couples().iter().position(|couple| couple.right == Some(0)).unwrap();
    union.join(left, right);
    assert_eq!(union.outcome().same.len(), 2);
}

#[test]
fn what_was_chosen_stays_chosen_after_another_desk_s_change() {
    let mut union = union();
    union.choose(Whose::Couple(0), Field::Given, Choice::One(Side::Left));
    union.part(1);
    union.join(2, 3);
    let mut changed = autumn();
    changed.members[0].birth = None;
    let union = union.renewed(Union::of_families(spring(), changed, Side::Left, &[]));
    assert_eq!(differ(&union, Whose::Couple(0), Field::Given), Some((Choice::One(Side::Left), Why::Chosen)));
    assert_eq!(differ(&union, Whose::Couple(0), Field::Birth), Some((Choice::One(Side::Left), Why::Only)));
    assert_eq!(union.outcome().same, [(id(1), id(11)), (id(3), id(14))]);
}

#[test]
fn two_people_without_families_become_one() {
    let single = |person, street: &str| SingleDraft {
        person,
        address: Address { street: street.to_owned(), ..Address::default() },
    };
    let left = single(member(1, Relation::Other, "Бойко Олег", ""), "");
    let right = single(member(2, Relation::Other, "Бойко Олег Ілліч", "1980-01-01"), "вул. Лісова");
    let union = Union::of_people(left, right, Side::Left);
    assert!(union.rows().iter().all(|row| !matches!(row.field, Field::Relation | Field::RegisteredOn)));
    let whole = union.single().unwrap();
    assert_eq!((whole.person.person, whole.person.name.full().as_str()), (Some(id(1)), "Бойко Олег Ілліч"));
    assert_eq!(whole.address.street, "вул. Лісова");
    assert_eq!(union.outcome().same, [(id(1), id(2))]);
}

/// Something that a hand does on the screen.
#[derive(Clone, Debug)]
enum Move {
    Keep(bool),
    Part(usize),
    Join(usize, usize),
    Choose(usize, usize),
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let one = prop_oneof![
        any::<bool>().prop_map(Move::Keep),
        (0usize..8).prop_map(Move::Part),
        (0usize..8, 0usize..8).prop_map(|(left, right)| Move::Join(left, right)),
        (0usize..60, 0usize..3).prop_map(|(row, choice)| Move::Choose(row, choice)),
    ];
    prop::collection::vec(one, 0..20)
}

proptest! {
    #[test]
    fn whatever_is_chosen_nobody_is_lost_and_there_is_one_head(moves in moves()) {
        let mut union = union();
        for one in moves {
            match one {
                Move::Keep(left) => union.keep(if left { Side::Left } else { Side::Right }),
                Move::Part(place) => union.part(place),
                Move::Join(left, right) => union.join(left, right),
                Move::Choose(row, choice) => {
                    let choice = [Choice::One(Side::Left), Choice::One(Side::Right), Choice::Both][choice];
                    if let Some(row) = union.rows().get(row).copied() {
                        union.choose(row.whose, row.field, choice);
                    }
                }
            }
        }
        let outcome = union.outcome();
        let mut people: Vec<PersonId> = outcome.draft.members.iter().filter_map(|member| member.person).collect();
        people.extend(outcome.same.iter().map(|(_, gone)| *gone));
        people.sort_unstable();
        prop_assert_eq!(people, [1, 2, 3, 11, 12, 14].map(id).to_vec());
        let heads = outcome.draft.members.iter().filter(|member| member.relation == Relation::Head).count();
        prop_assert_eq!(heads, 1);
        let kept = union.side(union.kept());
        for (keep, gone) in outcome.same {
            let is_kept = |person| kept.members.iter().any(|member| member.person == Some(person));
            prop_assert!(is_kept(keep) && !is_kept(gone));
        }
    }
}
