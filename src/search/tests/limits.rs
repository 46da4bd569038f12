//! Stories of limited searches: what is left out takes nobody's place.

use super::*;

/// Two hundred open families of Бондар, and behind them in the alphabet one that is closed, one person without a family, and a mother
/// with a daughter.
fn a_street_of_bondars() -> Index {
    let mut records: Vec<Record> = (1..=200).map(|id| record(id, id, "Бондар Ада")).collect();
    records.push(Record { closed: true, ..record(301, 301, "Бондар Яна") });
    records.push(record(302, 0, "Бондар Яна"));
    records.push(Record { is_head: true, ..record(303, 303, "Бондар Яся") });
    records.push(record(304, 303, "Бондар Яся"));
    Index::build(records)
}

fn among(only: Only, limit: usize) -> Vec<u128> {
    let hits = a_street_of_bondars().find_while("бондар я", (Sight::Names, only), today(), limit, &|| true).hits;
    hits.iter().map(|hit| hit.person.0.as_u128()).collect()
}

#[test]
fn each_limit_leaves_what_it_says() {
    assert_eq!(among(Only::All, 9), [302, 303, 301]);
    assert_eq!(among(Only::Families, 9), [303, 301]);
    assert_eq!(among(Only::People, 9), [302, 303, 304, 301]);
    assert_eq!(among(Only::Open, 9), [303]);
    assert_eq!(among(Only::Closed, 9), [301]);
}

#[test]
fn the_one_that_is_asked_for_is_found_behind_many_that_are_left_out() {
    let index = a_street_of_bondars();
    let closed = index.find_while("бондар", (Sight::Names, Only::Closed), today(), 3, &|| true).hits;
    assert_eq!(closed.iter().map(|hit| hit.person.0.as_u128()).collect::<Vec<_>>(), [301]);
    let close = index.find_while("бондер", (Sight::Names, Only::Closed), today(), 3, &|| true).hits;
    assert_eq!(close.iter().map(|hit| (hit.person.0.as_u128(), hit.tier)).collect::<Vec<_>>(), [(301, Tier::Close)]);
}

#[test]
fn a_closed_family_that_is_opened_again_is_among_the_open() {
    let mut index = a_street_of_bondars();
    index.update(&[PersonId(Uuid::from_u128(301))], vec![record(301, 301, "Бондар Яна")]);
    assert!(index.find_while("бондар", (Sight::Names, Only::Closed), today(), 3, &|| true).hits.is_empty());
    assert_eq!(index.find_while("бондар яна", (Sight::Names, Only::Open), today(), 3, &|| true).hits.len(), 1);
}
