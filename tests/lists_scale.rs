//! What lists cost at the office's full size. Not part of every run: `cargo test --release --test lists_scale -- --ignored --nocapture`.
#![allow(clippy::expect_used, clippy::panic, reason = "a story that cannot be set up must fail loudly")]

mod common;

use chrono::Duration;
use common::{a_family_of, an_office, category, day};
use std::time::Instant;
use stiika::domain::category::CategoryCode;
use stiika::domain::filter::{Area, Filter, Missing, Order, Settlement, Span, State};
use stiika::domain::person::{BirthDate, Precision};
use stiika::office::{ImportBatch, Office, Run, Selection, Target, Which};

const SURNAMES: [&str; 8] = ["Шевченко", "Бондар", "Коваль", "Мельник", "Гнатюк", "Ткачук", "Поліщук", "Їжак"];
const CODES: [&str; 6] = ["displaced", "military", "hardship", "veteran", "large_family", "low_income"];

/// 35 000 families of 100 000 people that differ in everything that is asked by.
fn batch() -> ImportBatch {
    let today = day("2026-11-21");
    let family = |place: usize| {
        let head = format!("{}{} Оксана Петрівна", SURNAMES[place % 8], ["", "ський", "енко", "чук"][place / 8 % 4]);
        let mut family = a_family_of(&head).with_key(&format!("С-{place}"));
        for child in 0..(if place.is_multiple_of(7) { 1 } else { 2 }) {
            family = family.with_child(i32::try_from((place + child * 5) % 17).expect("an age"));
        }
        let mut draft = family.with_key(&format!("С-{place}")).draft();
        let days = |days: usize| Duration::days(i64::try_from(days).expect("days"));
        draft.registered_on = today - days(place % 3000);
        draft.closed_on = place.is_multiple_of(11).then_some(today);
        let mut held = category(CODES[place % 6]);
        held.since = Some(today - days(place % 900));
        held.until = place.is_multiple_of(5).then(|| today - days(place % 100));
        draft.categories.push(held);
        draft.members[0].categories.push(category(CODES[place / 6 % 6]));
        draft.actual.district =
            if place.is_multiple_of(4) { format!("Округ {}", place % 9) } else { String::new() };
        draft.actual.street = format!("вул. {}", SURNAMES[place / 3 % 8]);
        if !place.is_multiple_of(3) {
            draft.members[0].phones.push(common::phone(&format!("067{place:07}")));
        }
        draft.members[0].birth =
            Some(BirthDate { date: today - days(7000 + place % 20000), precision: Precision::Day });
        draft
    };
    ImportBatch { families: (0..35_000).map(family).collect(), ..ImportBatch::default() }
}

/// The slowest of some times, as the person at the desk would meet it.
fn worst(what: &str, mut work: impl FnMut() -> usize) {
    let mut slowest = 0.0_f64;
    let mut found = 0;
    for _ in 0..5 {
        let begun = Instant::now();
        found = work();
        slowest = slowest.max(begun.elapsed().as_secs_f64() * 1000.0);
    }
    println!("{what}: {slowest:.1} ms, {found} families");
}

fn counted_and_read(desk: &mut Office, what: &str, filter: &Filter, order: Order) {
    let mut turn = false;
    worst(what, || {
        // Another order in between, so that nothing is answered from what was found last.
        turn = !turn;
        let plain = Filter { state: State::Closed, name: format!("{turn}"), ..Filter::default() };
        desk.listed(&plain, Order::Number, 0, 1).expect("listed");
        let begun = Instant::now();
        let page = desk.listed(filter, order, 0, 160).expect("listed");
        assert!(begun.elapsed().as_millis() < 2_000, "{what}");
        page.totals.families
    });
}

#[test]
#[ignore = "measures, takes a minute"]
fn any_filter_at_a_hundred_thousand_people() {
    let mut main = an_office();
    main.office.import(&batch(), Run::Real, &mut |_, _| {}).expect("import").expect("no faults");
    let mut desk = main.another_desk();
    let begun = Instant::now();
    let all = desk.listed(&Filter::default(), Order::Name, 0, 160).expect("listed").totals;
    println!("first list of a desk: {:.0} ms, {all:?}", begun.elapsed().as_secs_f64() * 1000.0);
    let code = |code: &str| CategoryCode(code.to_owned());
    let plain = Filter::default;
    let span = |from, to| Span { from, to };
    let filters = [
        ("no condition", plain()),
        ("any of two categories", Filter { any_of: vec![code("displaced"), code("military")], ..plain() }),
        (
            "all of two categories on a day",
            Filter {
                all_of: vec![code("displaced"), code("hardship")],
                in_force_on: Some(day("2025-05-05")),
                ..plain()
            },
        ),
        (
            "none of three categories",
            Filter { none_of: vec![code("displaced"), code("military"), code("veteran")], ..plain() },
        ),
        ("district", Filter { district: Some("Округ 4".to_owned()), ..plain() }),
        ("settlement", Filter { settlement: Some(Settlement { code: None, name: "м. Луцьк".to_owned() }), ..plain() }),
        ("rural", Filter { area: Some(Area::Rural), ..plain() }),
        ("age of a child", Filter { child_age: span(Some(6), Some(11)), ..plain() }),
        ("children and members", Filter { children: span(Some(2), None), members: span(Some(3), None), ..plain() }),
        (
            "registered",
            Filter { registered: Span { from: Some(day("2024-01-01")), to: Some(day("2024-12-31")) }, ..plain() },
        ),
        ("last contact", Filter { no_contact_since: Some(day("2026-12-01")), ..plain() }),
        ("missing phone or consent", Filter { missing: vec![Missing::Phone, Missing::Consent], ..plain() }),
        ("name", Filter { name: "окс їж".to_owned(), ..plain() }),
        ("street", Filter { street: "коваль".to_owned(), ..plain() }),
        (
            "everything at once, open and closed",
            Filter {
                state: State::All,
                any_of: vec![code("displaced"), code("military"), code("hardship"), code("veteran")],
                none_of: vec![code("orphan")],
                area: Some(Area::Rural),
                child_age: span(Some(0), Some(17)),
                members: span(Some(1), None),
                missing: vec![Missing::Papers, Missing::Sex],
                name: "окс пет".to_owned(),
                ..plain()
            },
        ),
        ("open and closed", Filter { state: State::All, ..plain() }),
    ];
    for (what, filter) in &filters {
        for order in [Order::Name, Order::Contact] {
            counted_and_read(&mut desk, &format!("{what}, by {}", order.code()), filter, order);
        }
    }
    worst("a page further down", || desk.listed(&plain(), Order::Name, 20_000, 160).expect("listed").rows.len());
    worst("after another desk registered one", || {
        main.register(&a_family_of("Нова Ганна").draft());
        desk.listed(&plain(), Order::Name, 0, 160).expect("listed").totals.families
    });
    let found = desk.listed(&plain(), Order::Name, 0, 1).expect("listed").totals.families;
    let selection = Selection { filter: plain(), which: Which::Found(found), sensitive: false };
    let deed = desk.new_deed();
    let begun = Instant::now();
    let done = desk.mass_category(deed, &selection, &category("captive"), &mut |_, _| {}).expect("done");
    println!("a category for {done} families: {:.1} s", begun.elapsed().as_secs_f64());
    let deed = desk.new_deed();
    let begun = Instant::now();
    let done = desk.put_in_list(deed, &selection, &Target::New("усі".to_owned()), &mut |_, _| {}).expect("done");
    println!("{done} families into a list: {:.1} s", begun.elapsed().as_secs_f64());
}
