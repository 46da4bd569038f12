//! What an act copies, because it stays on its paper: those who stood in the family on its day, what each kit held, who carried it away.

use crate::common::lives::{joined, left, live, member, undo};
use crate::common::{a_family, day, name};
use crate::fixture::{TODAY, a_storeroom, adds_up, cart, compose, issue, lies, receive, receive_on, store, view};
use stiika::domain::aid::{AidFault, Collector};
use stiika::domain::draft::MemberDraft;
use stiika::domain::family::Relation;
use stiika::domain::person::{BirthDate, Precision};
use stiika::domain::stock::{Grams, Quantity};
use stiika::office::OfficeError;
use stiika::text::{Lang, Texts};

#[test]
fn an_act_of_a_past_day_counts_those_who_stood_in_the_family_then() {
    let mut main = a_storeroom();
    let mut draft = a_family().with_child(6).with_child(9).displaced().draft();
    draft.registered_on = day("2026-10-01");
    let family = main.register(&draft).family;
    let office = &mut main.office;
    receive_on(office, "2026-10-01", "clothes", 90_000, None).expect("received");
    receive_on(office, "2026-10-01", "bedding", 90_000, None).expect("received");
    let gone = member(office, family, 2);
    live(office, family, &left(gone, "2026-11-10")).expect("left");
    let mut mother = MemberDraft::new(Relation::Mother);
    mother.name = name("Шевченко Віра Іванівна");
    live(office, family, &joined(mother, "2026-11-15")).expect("joined");
    let household = |office: &mut stiika::office::Office, on: &str, item: &str| {
        let mut mine = cart(family, &[(item, 1_000)]);
        mine.on = day(on);
        let issued = issue(office, &mine).expect("issued");
        office.act(issued.act).expect("act").recipient.expect("recipient").household
    };
    assert_eq!(household(office, "2026-11-05", "clothes"), (1, 2));
    assert_eq!(household(office, TODAY, "bedding"), (2, 1));
    // Who left since could carry it away then, and who came since could not.
    let mut mine = cart(family, &[("bedding", 500)]);
    mine.on = day("2026-11-09");
    mine.collector = Collector::Member { person: gone, paper: String::new() };
    issue(office, &mine).expect("issued");
    mine.collector = Collector::Member { person: member(office, family, 2), paper: String::new() };
    assert!(matches!(issue(office, &mine), Err(OfficeError::Aid(AidFault::NotACollector))));
    // Before the registration nobody stood anywhere: those of its first day are meant.
    let mut early = cart(family, &[("bedding", 500)]);
    early.on = day("2026-10-01");
    let issued = issue(office, &early).expect("issued");
    assert_eq!(office.act(issued.act).expect("act").recipient.expect("recipient").household, (1, 2));
}

#[test]
fn who_was_not_born_yet_is_on_no_act() {
    let mut main = a_storeroom();
    let mut draft = a_family().with_child(6).with_child(9).displaced().draft();
    draft.registered_on = day("2026-10-01");
    draft.members[2].birth = Some(BirthDate { date: day("2026-11-08"), precision: Precision::Day });
    let family = main.register(&draft).family;
    receive_on(&mut main.office, "2026-10-01", "clothes", 90_000, None).expect("received");
    let mut mine = cart(family, &[("clothes", 1_000)]);
    for (on, household) in [("2026-11-07", (1, 1)), ("2026-11-08", (1, 2))] {
        mine.on = day(on);
        mine.lines[0].override_reason = "переїзд".to_owned();
        let issued = issue(&mut main.office, &mine).expect("issued");
        let card = main.office.act(issued.act).expect("act");
        assert_eq!(card.recipient.expect("recipient").household, household, "{on}");
    }
}

#[test]
fn kits_of_two_lots_are_two_lines_with_what_each_held() {
    let mut main = a_storeroom();
    let family = main.register(&a_family().displaced().draft()).family;
    compose(&main.path(), "2026-01-01", &[("nappies", 2)]);
    receive_on(&mut main.office, "2026-11-01", "food_kit", 1, Some("2027-01-01")).expect("received");
    compose(&main.path(), "2026-11-10", &[("nappies", 1)]);
    receive_on(&mut main.office, "2026-11-11", "food_kit", 5, Some("2027-05-01")).expect("received");
    let office = &mut main.office;
    receive(office, "clothes", 9_000);
    let mut mine = cart(family, &[("food_kit", 3), ("clothes", 1_000)]);
    mine.lines[0].override_reason = "багато дітей".to_owned();
    let issued = issue(office, &mine).expect("issued");
    let lines = office.act(issued.act).expect("act").act.lines;
    let told: Vec<_> = lines.iter().map(|line| (line.quantity.0, line.weight)).collect();
    assert_eq!(told, [(1, Some(Grams(4_000))), (2, Some(Grams(4_000))), (1_000, Some(Grams(1_000)))]);
    assert_eq!(lines[0].composition[0].quantity, Quantity(2));
    assert_eq!(lines[1].composition[0].quantity, Quantity(1));
    assert!(lines[..2].iter().all(|line| line.override_reason == "багато дітей"));
    adds_up(&main.path());
    let office = &mut main.office;
    undo(office).expect("undone");
    assert_eq!((lies(office, "food_kit"), lies(office, "clothes")), (6, 9_000));
    // What the scales showed is shared out and stays the same together.
    mine.lines[0].weight = Some(Grams(10_000));
    let issued = issue(office, &mine).expect("issued");
    assert_eq!(issued.weight, Grams(11_000));
    // A refusal names the line of the cart, not that of the paper.
    undo(office).expect("undone");
    mine.lines[1].quantity = Quantity(90_000);
    let Err(OfficeError::Aid(AidFault::Shortage(missing))) = issue(office, &mine) else { panic!() };
    assert_eq!(missing.line, 1);
    adds_up(&main.path());
}

#[test]
fn at_the_counter_somebody_carries_it_away() {
    let mut main = a_storeroom();
    let family = main.register(&a_family().displaced().draft()).family;
    receive(&mut main.office, "clothes", 9_000);
    let mut mine = cart(family, &[("clothes", 1_000)]);
    mine.collector = Collector::Unknown;
    assert!(matches!(issue(&mut main.office, &mine), Err(OfficeError::Aid(AidFault::NoCollector))));
    let person = view(&mut main.office, family).who.members[0].person;
    mine.collector = Collector::Member { person, paper: String::new() };
    issue(&mut main.office, &mine).expect("issued");
}

#[test]
fn a_shortage_names_its_item_in_words() {
    let mut main = a_storeroom();
    let family = main.register(&a_family().displaced().draft()).family;
    let refused = issue(&mut main.office, &cart(family, &[("nappies", 3)])).expect_err("nothing there");
    for (lang, name) in [(Lang::Uk, "підгузки"), (Lang::En, "nappies")] {
        let said = Texts::new(lang).say(&refused);
        assert!(said.to_lowercase().contains(name), "{said}");
    }
}

#[test]
fn a_balance_that_is_not_the_ledger_is_found() {
    let mut main = a_storeroom();
    receive(&mut main.office, "clothes", 9_000);
    receive(&mut main.office, "nappies", 9);
    assert_eq!(main.office.verify_stock().expect("verified"), Ok(2));
    let broken = "UPDATE balance SET quantity = quantity + 1 WHERE item = 'nappies'";
    store(&main.path())
        .transact(|tx| tx.execute_batch(broken).map_err(stiika::store::StoreError::from))
        .expect("broken");
    assert_eq!(main.office.verify_stock().expect("verified"), Err(1));
}
