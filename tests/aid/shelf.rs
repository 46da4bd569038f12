//! Behind the counter: receipts, write-offs, kits, moves, counts, balances, movements, donors.

use crate::common::{a_family, day};
use crate::fixture::{
    TODAY, a_storeroom, adds_up, cart, compose, issue, lies, receive, receive_on, removal, storeroom,
};
use stiika::domain::aid::AidFault;
use stiika::domain::staff::Role;
use stiika::domain::stock::{ActKind, Quantity};
use stiika::office::storeroom::{CountStep, KitWork, Receipt, ReceiptLine, WEEKS};
use stiika::office::{Office, OfficeError};

fn fault(answer: Result<impl std::fmt::Debug, OfficeError>) -> AidFault {
    match answer {
        Err(OfficeError::Aid(fault)) => fault,
        other => panic!("{other:?}"),
    }
}

pub fn kits(quantity: i64) -> KitWork {
    KitWork {
        on: day(TODAY),
        location: storeroom(),
        kit: "food_kit".into(),
        quantity: Quantity(quantity),
        note: String::new(),
    }
}

#[test]
fn kits_take_their_parts_and_give_them_back() {
    let mut main = a_storeroom();
    let path = main.path();
    let office = &mut main.office;
    receive_on(office, "2026-11-01", "baby_food", 10, Some("2026-12-31")).expect("received");
    receive_on(office, "2026-11-02", "baby_food", 10, Some("2027-02-01")).expect("received");
    receive(office, "toys", 5_000);
    let deed = office.new_deed();
    assert!(matches!(fault(office.assemble(deed, &kits(1))), AidFault::NoComposition(_)));
    compose(&path, "2026-01-01", &[("baby_food", 3), ("toys", 500)]);
    office.assemble(deed, &kits(4)).expect("assembled");
    assert_eq!((lies(office, "food_kit"), lies(office, "baby_food"), lies(office, "toys")), (4, 8, 3_000));
    let balances = office.balances(Some(&storeroom())).expect("balances");
    let kit = balances.rows.iter().find(|row| row.item.as_str() == "food_kit").expect("kits");
    assert_eq!(kit.lots[0].expires_on, Some(day("2026-12-31")));
    assert_eq!(kit.lots[0].donor.as_ref().map(stiika::domain::stock::PartnerCode::as_str), Some("karitas"));
    // Later compositions do not change what was put together before.
    compose(&path, "2026-11-21", &[("toys", 1_000)]);
    for quantity in [1, 3] {
        let deed = office.new_deed();
        office.disassemble(deed, &kits(quantity)).expect("apart");
    }
    assert_eq!((lies(office, "food_kit"), lies(office, "baby_food"), lies(office, "toys")), (0, 20, 5_000));
    let balances = office.balances(Some(&storeroom())).expect("balances");
    let food = balances.rows.iter().find(|row| row.item.as_str() == "baby_food").expect("row");
    let lots: Vec<i64> = food.lots.iter().map(|lot| lot.quantity.0).collect();
    assert_eq!(lots, [10, 10], "the parts went back into the lots they came from");
    adds_up(&main.path());
}

#[test]
fn a_kit_that_is_short_of_a_part_names_the_part() {
    let mut main = a_storeroom();
    let path = main.path();
    let office = &mut main.office;
    receive(office, "baby_food", 5);
    compose(&path, "2026-01-01", &[("baby_food", 3)]);
    let deed = office.new_deed();
    let AidFault::Shortage(missing) = fault(office.assemble(deed, &kits(2))) else { panic!() };
    assert_eq!((missing.item.as_str(), missing.wanted, missing.left), ("baby_food", Quantity(6), Quantity(5)));
}

#[test]
fn goods_go_to_the_car_and_are_issued_from_there() {
    let mut main = a_storeroom();
    let family = main.register(&a_family().displaced().draft()).family;
    let office = &mut main.office;
    receive(office, "hygiene_kit", 5);
    let deed = office.new_deed();
    assert_eq!(fault(office.transfer(deed, &removal(TODAY, "hygiene_kit", 2), &storeroom())), AidFault::SameLocation);
    office.transfer(deed, &removal(TODAY, "hygiene_kit", 2), &"bus".into()).expect("moved");
    let mut mine = cart(family, &[("hygiene_kit", 1)]);
    mine.location = "bus".into();
    issue(office, &mine).expect("issued");
    assert_eq!(lies(office, "hygiene_kit"), 3);
    let all = office.balances(None).expect("balances");
    assert_eq!(all.rows.iter().find(|row| row.item.as_str() == "hygiene_kit").expect("row").quantity, Quantity(4));
    adds_up(&main.path());
}

#[test]
fn food_is_not_received_without_its_last_day_nor_anything_without_a_donor() {
    let mut main = a_storeroom();
    let office = &mut main.office;
    assert!(matches!(fault(receive_on(office, TODAY, "food_kit", 1, None)), AidFault::Expiry { .. }));
    assert!(matches!(fault(receive_on(office, TODAY, "food_kit", 1, Some("2026-11-20"))), AidFault::Expiry { .. }));
    let line = ReceiptLine { item: "toys".into(), quantity: Quantity(1), weight: None, expires_on: None };
    let receipt = Receipt {
        on: day(TODAY),
        location: storeroom(),
        partner: None,
        document: String::new(),
        lines: vec![line],
        note: String::new(),
    };
    let deed = office.new_deed();
    assert_eq!(fault(office.receive(deed, &receipt)), AidFault::NoDonor);
    let mut reader = main.desk_of(Role::Director);
    assert!(matches!(receive_on(&mut reader, TODAY, "toys", 1, None), Err(OfficeError::NotAllowed(_))));
}

#[test]
fn an_act_of_a_past_day_takes_nothing_that_a_later_day_needs() {
    let mut main = a_storeroom();
    let office = &mut main.office;
    receive_on(office, "2026-11-01", "toys", 5_000, None).expect("received");
    let deed = office.new_deed();
    office.write_off(deed, &removal("2026-11-10", "toys", 4_000)).expect("written off");
    receive_on(office, "2026-11-15", "toys", 9_000, None).expect("received");
    // On 5 November 5 kg lay there, but 4 of them are needed on the 10th.
    let deed = office.new_deed();
    let AidFault::Shortage(missing) = fault(office.write_off(deed, &removal("2026-11-05", "toys", 2_000))) else {
        panic!()
    };
    assert_eq!(missing.left, Quantity(1_000));
    office.write_off(deed, &removal("2026-11-05", "toys", 1_000)).expect("written off");
    adds_up(&main.path());
}

#[test]
fn a_count_is_approved_by_somebody_else_and_posts_the_differences() {
    let mut main = a_storeroom();
    receive(&mut main.office, "toys", 5_000);
    receive(&mut main.office, "nappies", 10);
    let mut storekeeper = main.desk_of(Role::Storekeeper);
    let deed = storekeeper.new_deed();
    let sheet = storekeeper.count_begin(deed, &storeroom()).expect("sheet");
    assert_eq!(storekeeper.count_begin(deed, &storeroom()).expect("again").id, sheet.id);
    let second = storekeeper.new_deed();
    assert!(matches!(fault(storekeeper.count_begin(second, &storeroom())), AidFault::CountUnderWay { .. }));
    assert_eq!((sheet.step, sheet.lines.len()), (CountStep::Sheet, 2));
    let deed = storekeeper.new_deed();
    assert_eq!(fault(storekeeper.count_approve(deed, sheet.id)), AidFault::NothingCounted);
    let counted = [("toys".into(), Quantity(4_400)), ("nappies".into(), Quantity(12)), ("gift".into(), Quantity(1))];
    let deed = storekeeper.new_deed();
    let entered = storekeeper.count_enter(deed, sheet.id, &counted, "перелік").expect("entered");
    assert!(entered.is_mine && entered.step == CountStep::Entered);
    let deed = storekeeper.new_deed();
    assert_eq!(fault(storekeeper.count_approve(deed, sheet.id)), AidFault::SamePerson);
    let mut director = main.desk_of(Role::Director);
    let deed = director.new_deed();
    let approved = director.count_approve(deed, sheet.id).expect("approved");
    assert_eq!(approved.step, CountStep::Approved);
    let office = &mut main.office;
    assert_eq!((lies(office, "toys"), lies(office, "nappies"), lies(office, "gift")), (4_400, 12, 1));
    let act = office.act(approved.act.expect("act").0).expect("act");
    assert_eq!((act.act.head.kind, act.act.lines.len()), (ActKind::Count, 3));
    let deed = office.new_deed();
    assert_eq!(fault(office.count_approve(deed, sheet.id)), AidFault::NoSuchCount);
    adds_up(&main.path());
}

#[test]
fn movements_run_back_page_by_page_with_the_balance_after_each() {
    let mut main = a_storeroom();
    let office = &mut main.office;
    receive_on(office, "2026-11-01", "toys", 100_000, None).expect("received");
    for _ in 0..60 {
        let deed = office.new_deed();
        office.write_off(deed, &removal("2026-11-10", "toys", 1_000)).expect("written off");
    }
    let first = office.movements(&"toys".into(), Some(&storeroom()), None).expect("page");
    assert_eq!((first.rows.len(), first.rows[0].balance), (50, Quantity(40_000)));
    let next = first.next.expect("more");
    let second = office.movements(&"toys".into(), Some(&storeroom()), Some(&next)).expect("page");
    assert_eq!((second.rows.len(), second.next), (11, None));
    let oldest = second.rows.last().expect("row");
    assert_eq!((oldest.kind, oldest.balance, oldest.name.as_str()), (ActKind::Receipt, Quantity(100_000), "Карітас"));
}

#[test]
fn a_donor_learns_how_many_families_got_the_goods_in_kits_too() {
    let mut main = a_storeroom();
    let one = main.register(&a_family().with_child(6).with_child(9).displaced().draft()).family;
    let other = main.register(&crate::common::a_family_of("Бондар Ганна Іванівна").displaced().draft()).family;
    let path = main.path();
    let office = &mut main.office;
    receive(office, "baby_food", 12);
    compose(&path, "2026-01-01", &[("baby_food", 3)]);
    let deed = office.new_deed();
    office.assemble(deed, &kits(3)).expect("assembled");
    issue(office, &cart(one, &[("food_kit", 1), ("baby_food", 1)])).expect("issued");
    issue(office, &cart(other, &[("baby_food", 1)])).expect("issued");
    let page = office.donor(&"karitas".into(), day("2026-11-01"), day(TODAY)).expect("page");
    assert_eq!((page.families, page.children, page.people, page.receipts.len()), (2, 2, 4, 1));
    assert_eq!(page.categories.len(), 1);
    let food = &page.items[0];
    assert_eq!((food.came, food.given, food.in_kits, food.left), (Quantity(12), Quantity(5), Quantity(6), Quantity(1)));
}

#[test]
fn the_pace_is_of_the_last_four_weeks_and_forgets_what_was_reversed() {
    let mut main = a_storeroom();
    let family = main.register(&a_family().displaced().draft()).family;
    let office = &mut main.office;
    receive_on(office, "2026-01-01", "bedding", 60_000, None).expect("received");
    let give = |office: &mut Office, on: &str, grams| {
        let mut mine = cart(family, &[("bedding", grams)]);
        mine.on = day(on);
        issue(office, &mine).expect("issued")
    };
    give(office, "2026-11-18", 14_000);
    give(office, "2026-11-02", 14_000);
    let wrong = give(office, TODAY, 10_000);
    let deed = office.new_deed();
    office.reverse(deed, wrong.act, "не те").expect("reversed");
    let balances = office.balances(Some(&storeroom())).expect("balances");
    let row = balances.rows.iter().find(|row| row.item.as_str() == "bedding").expect("row");
    assert_eq!((row.weeks[WEEKS - 1], row.weeks[WEEKS - 3]), (14_000, 14_000));
    assert_eq!((row.quantity, row.days_left), (Quantity(32_000), Some(32)));
    adds_up(&main.path());
}
