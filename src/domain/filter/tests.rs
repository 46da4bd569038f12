use super::*;
use crate::domain::catalogue::Sensitive;

#[test]
fn names_stand_in_the_order_of_the_ukrainian_alphabet() {
    let sorted = [
        "Авраменко",
        "Гнатюк",
        "Ґудзь",
        "Дяк",
        "Євтушенко",
        "Жук",
        "Ивасюк",
        "Іваненко",
        "Їжак",
        "Йосипенко",
        "Коваль Ірина",
        "Коваль Оксана",
        "Ковальчук",
        "Щур",
        "Яременко",
        "Smith",
    ];
    let mut mixed = sorted;
    mixed.reverse();
    mixed.sort_by_key(|name| ukrainian_key(name));
    assert_eq!(mixed, sorted);
    assert_eq!(ukrainian_key("Мар’яна"), ukrainian_key("МАР'ЯНА"));
}

#[test]
fn the_key_of_order_goes_round() {
    assert_eq!(Order::Name.turned(1), Order::Number);
    assert_eq!(Order::Contact.turned(1), Order::Name);
    assert_eq!(Order::Name.turned(-1), Order::Contact);
}

#[test]
fn a_filter_needs_the_rights_of_what_it_looks_at() {
    let code = |code: &str| CategoryCode(code.to_owned());
    let needs = |filter: Filter| filter.needs(&Sensitive::default());
    assert!(needs(Filter { any_of: vec![code("displaced")], name: "шев".to_owned(), ..Filter::default() }).is_empty());
    for filter in [
        Filter { any_of: vec![code("offender")], ..Filter::default() },
        Filter { all_of: vec![code("violence_survivor")], ..Filter::default() },
        Filter { none_of: vec![code("offender")], ..Filter::default() },
    ] {
        assert_eq!(needs(filter), [Right::SeeSensitive]);
    }
    for filter in [
        Filter { district: Some("Жидичин".to_owned()), ..Filter::default() },
        Filter { area: Some(Area::Rural), ..Filter::default() },
        Filter { street: "Кравчука".to_owned(), ..Filter::default() },
        Filter { missing: vec![Missing::Phone], ..Filter::default() },
        Filter { missing: vec![Missing::Papers, Missing::Sex], ..Filter::default() },
    ] {
        assert_eq!(needs(filter), [Right::SeeContacts]);
    }
    assert!(needs(Filter { missing: vec![Missing::BirthDate, Missing::Consent], ..Filter::default() }).is_empty());
}

#[test]
fn a_filter_saved_by_an_older_program_is_read() {
    let read: Filter = serde_json::from_str(r#"{"state":"all","any_of":["displaced"]}"#).unwrap();
    assert_eq!(read.state, State::All);
    assert!(read.registered.is_open() && read.missing.is_empty());
    let back: Filter = serde_json::from_str(&serde_json::to_string(&read).unwrap()).unwrap();
    assert_eq!(back, read);
}
