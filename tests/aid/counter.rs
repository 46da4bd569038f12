//! At the counter: what is issued, what is refused and why, and how it is taken back.

use crate::common::lives::{live, undo};
use crate::common::{a_family, a_family_of, category, correct, day, name, register};
use crate::fixture::{TODAY, a_storeroom, adds_up, cart, issue, lies, line, receive, receive_on, storeroom, view};
use rstest::rstest;
use stiika::domain::aid::{AidFault, CatalogueThing, Collector, Fresh, Ground, Recipient, Seen};
use stiika::domain::category::CategoryCode;
use stiika::domain::draft::{FamilyDraft, MemberDraft};
use stiika::domain::family::Relation;
use stiika::domain::id::{FamilyId, SessionId};
use stiika::domain::life::{CloseReason, LifeEvent};
use stiika::domain::limit::Verdict;
use stiika::domain::staff::Role;
use stiika::domain::stock::{Grams, Quantity, QuantityFault};
use stiika::office::aid_room::Whom;
use stiika::office::{MergePlan, MergeSeen, Office, OfficeError};

fn fault(answer: Result<impl std::fmt::Debug, OfficeError>) -> AidFault {
    match answer {
        Err(OfficeError::Aid(fault)) => fault,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_family_takes_a_kit_and_clothes_in_one_act() {
    let mut main = a_storeroom();
    let family = main.register(&a_family().with_child(6).displaced().draft()).family;
    let office = &mut main.office;
    receive(office, "food_kit", 10);
    receive(office, "clothes", 50_000);
    let seen = view(office, family);
    assert_eq!(seen.claims[0].programme.as_str(), "emergency_room");
    assert_eq!(seen.claims[0].ground, Ground::Category(CategoryCode("displaced".to_owned())));
    let mut mine = cart(family, &[("food_kit", 1), ("clothes", 4_200)]);
    mine.seen = Some(seen.seen);
    mine.collector = Collector::Member { person: seen.who.members[0].person, paper: "КС 123456".to_owned() };
    let answers = seen.answers(&mine);
    assert!(answers.iter().all(|answer| answer.limit.as_ref().is_none_or(|(_, verdict)| verdict.is_allowed())));
    assert_eq!((answers[0].after, answers[1].after), (Quantity(9), Quantity(45_800)));
    let issued = issue(office, &mine).expect("issued");
    assert_eq!((issued.number.to_string().as_str(), issued.weight), ("2026/00003", Grams(16_200)));
    assert_eq!((lies(office, "food_kit"), lies(office, "clothes")), (9, 45_800));
    let card = office.act(issued.act).expect("act");
    let to = card.recipient.expect("recipient");
    assert_eq!((to.household, to.collector_name.as_str()), ((1, 1), seen.who.name.as_str()));
    assert_eq!(to.categories, [CategoryCode("displaced".to_owned())]);
    let after = view(office, family);
    assert_eq!(after.last.len(), 2);
    assert_eq!(after.recent[0].number, issued.number);
    assert!(office.history(family).expect("history").iter().any(|entry| entry.action == "aid-issued"));
    adds_up(&main.path());
}

#[test]
fn a_second_kit_is_from_the_same_day_of_the_next_month_and_bends_with_a_reason() {
    let mut main = a_storeroom();
    let family = main.register(&a_family().displaced().draft()).family;
    let office = &mut main.office;
    receive_on(office, "2026-11-01", "food_kit", 10, Some("2027-05-01")).expect("received");
    let mut first = cart(family, &[("food_kit", 1)]);
    first.on = day("2026-11-02");
    let first = issue(office, &first).expect("first");
    let mut second = cart(family, &[("food_kit", 1)]);
    let AidFault::Limit { line: 0, verdict, rule, .. } = fault(issue(office, &second)) else { panic!() };
    assert_eq!(rule.as_str(), "food_kit_monthly");
    let because = (first.number, day("2026-11-02"));
    assert_eq!(verdict, Verdict::From { date: day("2026-12-02"), because });
    second.lines[0].override_reason = "згоріла хата".to_owned();
    issue(office, &second).expect("bent");
    let bent = office.overrides(day("2026-11-01"), day(TODAY)).expect("overrides");
    assert_eq!((bent.len(), bent[0].reason.as_str()), (1, "згоріла хата"));
    assert_eq!(bent[0].rule.as_ref().map(stiika::domain::stock::RuleCode::as_str), Some("food_kit_monthly"));
    let mut storekeeper = main.desk_of(Role::Storekeeper);
    assert!(matches!(storekeeper.overrides(day(TODAY), day(TODAY)), Err(OfficeError::NotAllowed(_))));
}

#[test]
fn a_reason_where_no_limit_is_in_the_way_is_no_override() {
    let mut main = a_storeroom();
    let family = main.register(&a_family().displaced().draft()).family;
    receive(&mut main.office, "food_kit", 1);
    let mut mine = cart(family, &[("food_kit", 1)]);
    mine.lines[0].override_reason = "про всяк випадок".to_owned();
    issue(&mut main.office, &mine).expect("issued");
    assert!(main.office.overrides(day(TODAY), day(TODAY)).expect("overrides").is_empty());
}

#[test]
fn over_issue_names_the_line_what_is_left_and_what_can_be_given_instead() {
    let mut main = a_storeroom();
    let family = main.register(&a_family().displaced().draft()).family;
    let office = &mut main.office;
    receive(office, "nappies", 2);
    receive(office, "baby_food", 7);
    let answer = issue(office, &cart(family, &[("baby_food", 1), ("nappies", 2), ("nappies", 1)]));
    let AidFault::Shortage(missing) = fault(answer) else { panic!() };
    assert_eq!((missing.line, missing.wanted, missing.left), (2, Quantity(1), Quantity(0)));
    assert_eq!(missing.instead.len(), 1);
    assert_eq!((missing.instead[0].0.as_str(), missing.instead[0].2), ("baby_food", Quantity(7)));
    assert_eq!(lies(office, "baby_food"), 7);
}

#[rstest]
#[case("food_kit", 0, QuantityFault::Zero)]
#[case("food_kit", -1, QuantityFault::Negative)]
#[case("clothes", -4200, QuantityFault::Negative)]
fn a_quantity_that_cannot_be_is_refused(#[case] item: &str, #[case] quantity: i64, #[case] expected: QuantityFault) {
    let mut main = a_storeroom();
    let family = main.register(&a_family().displaced().draft()).family;
    let AidFault::Quantity { line: 0, fault, .. } = fault(issue(&mut main.office, &cart(family, &[(item, quantity)])))
    else {
        panic!()
    };
    assert_eq!(fault, expected);
}

#[test]
fn every_bad_cart_is_refused_by_its_own_name() {
    let mut main = a_storeroom();
    let family = main.register(&a_family().displaced().draft()).family;
    let stranger = main.register(&a_family_of("Бондар Ганна Іванівна").draft()).family;
    let office = &mut main.office;
    receive(office, "food_kit", 1);
    receive_on(office, "2026-10-01", "baby_food", 5, Some("2026-11-01")).expect("received");
    let good = cart(family, &[("food_kit", 1)]);
    let mut refused = |change: &dyn Fn(&mut stiika::domain::aid::Cart)| {
        let mut mine = good.clone();
        change(&mut mine);
        fault(issue(office, &mine))
    };
    assert!(matches!(refused(&|cart| cart.lines.clear()), AidFault::Empty));
    let too_much = refused(&|cart| cart.lines = vec![line("food_kit", 1_000_000_000)]);
    assert!(matches!(too_much, AidFault::Quantity { fault: QuantityFault::TooMuch { .. }, .. }));
    let unknown = refused(&|cart| cart.lines = vec![line("moon", 1)]);
    assert!(matches!(unknown, AidFault::Unknown { what: CatalogueThing::Item, .. }));
    assert!(matches!(refused(&|cart| cart.on = day("2026-11-22")), AidFault::FutureDate(_)));
    assert!(matches!(refused(&|cart| cart.on = day("2025-12-31")), AidFault::BeforeProgramme { .. }));
    assert!(matches!(refused(&|cart| cart.location = "moon".into()), AidFault::Unknown { .. }));
    assert!(matches!(refused(&|cart| cart.recipient = Recipient::Family(stranger)), AidFault::NoRight { .. }));
    let outsider = Collector::Other { name: "Сусід".to_owned(), paper: String::new() };
    assert!(matches!(refused(&|cart| cart.collector = outsider.clone()), AidFault::NotACollector));
    // Five lie there, all past their last day.
    let AidFault::Shortage(expired) = refused(&|cart| cart.lines = vec![line("baby_food", 1)]) else { panic!() };
    assert_eq!((expired.left, expired.expired), (Quantity(0), Quantity(5)));
    // A past day on which it did not lie there yet.
    assert!(matches!(refused(&|cart| cart.on = day("2026-11-20")), AidFault::Shortage(_)));
    assert_eq!(lies(office, "food_kit"), 1);
}

#[test]
fn an_expired_lot_that_is_asked_for_says_since_when() {
    let mut main = a_storeroom();
    let family = main.register(&a_family().displaced().draft()).family;
    let office = &mut main.office;
    receive_on(office, "2026-10-01", "baby_food", 5, Some("2026-11-01")).expect("received");
    let balances = office.balances(Some(&storeroom())).expect("balances");
    let row = balances.rows.iter().find(|row| row.item.as_str() == "baby_food").expect("row");
    assert_eq!((row.expired, row.low), (Quantity(5), true));
    let mut mine = cart(family, &[("baby_food", 1)]);
    mine.lines[0].lot = Some(row.lots[0].lot);
    assert!(
        matches!(fault(issue(office, &mine)), AidFault::ExpiredLot { expires_on, .. } if expires_on == day("2026-11-01"))
    );
}

#[test]
fn the_storekeeper_learns_that_there_is_a_right_and_not_which() {
    let mut main = a_storeroom();
    let family = main.register(&a_family().with_category("violence_survivor").draft()).family;
    receive(&mut main.office, "food_kit", 5);
    let mut storekeeper = main.desk_of(Role::Storekeeper);
    let seen = view(&mut storekeeper, family);
    assert_eq!(seen.claims[0].ground, Ground::Hidden);
    let issued = issue(&mut storekeeper, &cart(family, &[("food_kit", 1)])).expect("issued");
    let told = format!("{seen:?}{:?}", storekeeper.act(issued.act).expect("act").recipient);
    let told = told.replace(&format!("{:?}", seen.catalogue), "");
    assert!(!told.contains("violence"), "{told}");
    let card = main.office.act(issued.act).expect("act").recipient.expect("recipient");
    assert_eq!(card.ground, Ground::Category(CategoryCode("violence_survivor".to_owned())));
}

#[test]
fn what_another_desk_changed_since_is_looked_at_first() {
    let mut main = a_storeroom();
    let draft = a_family().displaced().draft();
    let family = main.register(&draft).family;
    let office = &mut main.office;
    receive(office, "food_kit", 5);
    let seen = view(office, family).seen;
    let mut other = main.another_desk();
    let base = FamilyDraft::of_card(&other.card(family).expect("card"));
    let mut mine = base.clone();
    mine.actual.flat = "7".to_owned();
    correct(&mut other, family, &base, &mine).expect("corrected");
    let mut basket = cart(family, &[("food_kit", 1)]);
    basket.seen = Some(seen);
    assert!(matches!(fault(issue(&mut main.office, &basket)), AidFault::Stale { .. }));
    basket.seen = Some(view(&mut main.office, family).seen);
    issue(&mut main.office, &basket).expect("issued");
    // Two desks on one family: the other one had looked before the first gave.
    basket.seen = Some(Seen(basket.seen.expect("seen").0));
    basket.lines = vec![line("food_kit", 1)];
    assert!(matches!(fault(issue(&mut other, &basket)), AidFault::Stale { .. }));
}

#[test]
fn a_closed_entry_gets_nothing() {
    let mut main = a_storeroom();
    let family = main.register(&a_family().displaced().draft()).family;
    receive(&mut main.office, "food_kit", 5);
    let close = LifeEvent::Closed { reason: CloseReason::Refused, note: String::new(), on: day(TODAY) };
    live(&mut main.office, family, &close).expect("closed");
    let answer = issue(&mut main.office, &cart(family, &[("food_kit", 1)]));
    assert!(matches!(fault(answer), AidFault::ClosedFamily { .. }));
    assert_eq!(view(&mut main.office, family).who.closed_on, Some(day(TODAY)));
}

#[test]
fn somebody_is_registered_on_the_spot_and_an_organisation_takes_a_power_station() {
    let mut main = a_storeroom();
    let office = &mut main.office;
    receive(office, "clothes", 9_000);
    receive(office, "power_station", 1);
    let mut mine = cart(FamilyId(uuid::Uuid::nil()), &[("clothes", 3_000)]);
    let fresh = Fresh { name: name("Ткачук Іван"), category: Some(CategoryCode("displaced".to_owned())) };
    mine.recipient = Recipient::Fresh(fresh);
    let deed = office.new_deed();
    let issued = office.issue(deed, &mine).expect("issued");
    assert_eq!(office.issue(deed, &mine).expect("again"), issued);
    let person = issued.person.expect("registered");
    assert_eq!(office.acts_of(&Whom::Person(person)).expect("acts").len(), 1);
    assert_eq!(office.find("Ткачук Іван", 5).expect("found").len(), 1);
    mine.recipient = Recipient::Organisation("hromada".into());
    mine.lines = vec![line("power_station", 1)];
    mine.programme = None;
    mine.collector = Collector::Other { name: "Водій".to_owned(), paper: String::new() };
    let to = issue(office, &mine).expect("issued");
    assert_eq!(office.act(to.act).expect("act").recipient.expect("recipient").name, "Громада");
    adds_up(&main.path());
}

#[test]
fn a_campaign_serves_once_and_again_after_a_reversal() {
    let mut main = a_storeroom();
    let family = main.register(&a_family().displaced().draft()).family;
    receive(&mut main.office, "schoolbag", 5);
    let mut mine = cart(family, &[("clothes", 1)]);
    mine.lines = vec![line("schoolbag", 1)];
    mine.lines[0].override_reason = "за списком".to_owned();
    mine.campaign = Some(SessionId(uuid::Uuid::from_u128(1)));
    let first = issue(&mut main.office, &mine).expect("first");
    let mut other = main.another_desk();
    let AidFault::Served { act, .. } = fault(issue(&mut other, &mine)) else { panic!() };
    assert_eq!(act, first.number);
    let deed = other.new_deed();
    other.reverse(deed, first.act, "не та сім’я").expect("reversed");
    issue(&mut main.office, &mine).expect("again");
}

#[test]
fn an_issue_is_undone_by_a_reversal_act_once() {
    let mut main = a_storeroom();
    let family = main.register(&a_family().displaced().draft()).family;
    let office = &mut main.office;
    receive(office, "food_kit", 3);
    let issued = issue(office, &cart(family, &[("food_kit", 1)])).expect("issued");
    assert_eq!(office.last_deed().expect("asked").expect("deed").action, "aid-issued");
    undo(office).expect("undone");
    assert_eq!(lies(office, "food_kit"), 3);
    let card = office.act(issued.act).expect("act");
    let by = card.act.head.reversed_by.expect("reversed");
    assert_eq!(office.act(by.0).expect("act").act.head.reason, "помилка");
    let deed = office.new_deed();
    assert!(matches!(fault(office.reverse(deed, issued.act, "ще раз")), AidFault::Reversed { .. }));
    assert!(matches!(fault(office.reverse(deed, by.0, "ще раз")), AidFault::IsReversal));
    // What was taken back stands in no limit's way, and the next F8 is for the deed before.
    issue(office, &cart(family, &[("food_kit", 1)])).expect("allowed again");
    undo(office).expect("undone");
    assert_eq!(office.last_deed().expect("asked").expect("deed").action, "stock-received");
    adds_up(&main.path());
}

#[test]
fn a_receipt_whose_goods_went_out_stays_and_names_the_act() {
    let mut main = a_storeroom();
    let family = main.register(&a_family().displaced().draft()).family;
    let office = &mut main.office;
    let came = receive(office, "food_kit", 3);
    let issued = issue(office, &cart(family, &[("food_kit", 1)])).expect("issued");
    let deed = office.new_deed();
    let AidFault::GoodsGone { missing, acts, .. } = fault(office.reverse(deed, came.act, "не те")) else {
        panic!()
    };
    assert_eq!((missing, acts), (Quantity(1), vec![issued.number]));
    assert!(matches!(office.reverse(deed, issued.act, " "), Err(OfficeError::ReasonWanted)));
    office.reverse(deed, issued.act, "не те").expect("reversed");
    let deed = office.new_deed();
    office.reverse(deed, came.act, "не те").expect("now it goes");
    assert_eq!(lies(office, "food_kit"), 0);
    adds_up(&main.path());
}

fn merge(office: &mut Office, keep: FamilyId, gone: FamilyId) {
    let mut draft_of = |family| FamilyDraft::of_card(&office.card(family).expect("card"));
    let seen = MergeSeen { keep: draft_of(keep), gone: draft_of(gone) };
    let mut draft = seen.keep.clone();
    draft
        .members
        .extend(seen.gone.members.iter().cloned().map(|member| MemberDraft { relation: Relation::Other, ..member }));
    let plan = MergePlan { keep, gone, draft, same: Vec::new(), seen };
    let deed = office.new_deed();
    office.merge_families(deed, &plan).expect("merged");
}

#[test]
fn acts_follow_a_family_into_a_merge() {
    let mut main = a_storeroom();
    let keep = main.register(&a_family_of("Бондар Ганна Іванівна").displaced().draft()).family;
    let gone = main.register(&a_family_of("Бондар Марія Іванівна").displaced().draft()).family;
    receive(&mut main.office, "food_kit", 3);
    let issued = issue(&mut main.office, &cart(gone, &[("food_kit", 1)])).expect("issued");
    merge(&mut main.office, keep, gone);
    assert_eq!(main.office.acts_of(&Whom::Family(keep)).expect("acts")[0].number, issued.number);
    assert!(matches!(fault(issue(&mut main.office, &cart(keep, &[("food_kit", 1)]))), AidFault::Limit { .. }));
    // A merge in between keeps nobody from taking the issue back.
    let deed = main.office.new_deed();
    main.office.reverse(deed, issued.act, "не ті").expect("reversed");
    adds_up(&main.path());
}

#[test]
fn a_bought_category_of_the_past_is_judged_on_the_day_of_the_act() {
    let mut main = a_storeroom();
    let mut draft = a_family().draft();
    let mut displaced = category("displaced");
    displaced.until = Some(day("2026-11-20"));
    draft.categories.push(displaced);
    let family = register(&mut main.office, &draft).family;
    receive_on(&mut main.office, "2026-11-01", "clothes", 9_000, None).expect("received");
    assert!(matches!(fault(issue(&mut main.office, &cart(family, &[("clothes", 1_000)]))), AidFault::NoRight { .. }));
    let mut earlier = cart(family, &[("clothes", 1_000)]);
    earlier.on = day("2026-11-20");
    issue(&mut main.office, &earlier).expect("issued");
}
