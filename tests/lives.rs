//! Stories of lives: people leave, move, marry and die, entries close and open, and every past day stays as it was.
#![allow(clippy::expect_used, clippy::panic, reason = "a story that cannot be set up must fail loudly")]

mod common;

use common::lives::{card, died, given, head_changed, joined, left, live, member, moved, renamed, split, undo};
use common::{AFamily, AnOffice, a_family, a_family_of, an_office, category, correct, day, name, passport, phone};
use stiika::domain::address::{Address, AddressKind};
use stiika::domain::category::CategoryCode;
use stiika::domain::draft::{FamilyDraft, MemberDraft, SingleDraft};
use stiika::domain::family::Relation;
use stiika::domain::id::{FamilyId, PersonId};
use stiika::domain::life::check::LifeFault;
use stiika::domain::life::{CloseReason, CollectorDraft, LeaveReason, LifeEvent, NextHead, Stays};
use stiika::domain::staff::{Right, Role};
use stiika::office::{Office, OfficeError};
use stiika::search::{Tier, Why};
use stiika::text::{Lang, Texts};

/// A family that has been on the register since spring.
fn registered(desk: &mut AnOffice, family: AFamily) -> FamilyId {
    let mut draft = family.draft();
    draft.registered_on = day("2026-03-01");
    desk.register(&draft).family
}

/// Шевченко Оксана with Марія, 6, and Ганна, 11.
fn three(desk: &mut AnOffice) -> FamilyId {
    registered(desk, a_family().with_child(6).with_child(11))
}

fn fault(result: Result<stiika::office::Lived, OfficeError>) -> LifeFault {
    match result.expect_err("refused") {
        OfficeError::Life(fault) => fault,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_child_who_leaves_is_on_the_card_as_a_former_member_with_day_and_reason() {
    let mut desk = an_office();
    let family = three(&mut desk);
    let anna = member(&mut desk.office, family, 2);
    let lived = live(&mut desk.office, family, &left(anna, "2026-09-01")).expect("left");
    assert!(!lived.closed);
    let card = card(&mut desk.office, family);
    assert_eq!(given(&card), ["Оксана", "Марія"]);
    let former = &card.past.members[0];
    assert_eq!((former.person, former.from, former.until), (anna, day("2026-03-01"), day("2026-09-01")));
    assert_eq!(former.reason, Some(LeaveReason::GrownUp));
    let person = desk.office.person_card(anna).expect("person");
    assert_eq!(person.families[0].until, Some(day("2026-09-01")));
    assert_eq!(desk.office.find("Шевченко Ганна", 5).expect("found")[0].family, None);
}

#[test]
fn a_head_who_leaves_names_the_next_one_or_is_told_who_can_be() {
    let mut desk = an_office();
    let family = three(&mut desk);
    let (oksana, maria) = (member(&mut desk.office, family, 0), member(&mut desk.office, family, 1));
    let LifeFault::HeadNeeded { choices, .. } = fault(live(&mut desk.office, family, &left(oksana, "2026-09-01")))
    else {
        panic!("a head is needed")
    };
    assert_eq!(choices.len(), 2);
    let event = LifeEvent::MemberLeft {
        person: oksana,
        on: day("2026-09-01"),
        reason: LeaveReason::MovedAway,
        next_head: Some(maria),
    };
    live(&mut desk.office, family, &event).expect("left");
    let now = card(&mut desk.office, family);
    assert_eq!((now.members[0].person, now.members[0].relation), (maria, Relation::Head));
    assert_eq!(now.members[0].since, day("2026-03-01"), "a member since spring, the head since autumn");
    let then = desk.office.card_on(family, day("2026-08-31")).expect("then");
    assert_eq!(given(&then), ["Оксана", "Марія", "Ганна"]);
    assert_eq!(then.members[1].relation, Relation::Daughter);
}

#[test]
fn the_last_member_who_leaves_moves_or_dies_closes_the_entry_for_that_reason() {
    let mut desk = an_office();
    let target = registered(&mut desk, a_family_of("Бондар Марія Іванівна"));
    let cases: [(&str, CloseReason); 3] =
        [("left", CloseReason::Other), ("moved", CloseReason::OtherFamily), ("died", CloseReason::Died)];
    for (what, reason) in cases {
        let family = registered(&mut desk, a_family_of(&format!("Коваль {what}")));
        let person = member(&mut desk.office, family, 0);
        let event = match what {
            "left" => left(person, "2026-10-01"),
            "moved" => moved(person, target, Relation::Other, "2026-10-01"),
            _ => died(person, "2026-10-01"),
        };
        let lived = live(&mut desk.office, family, &event).expect(what);
        assert!(lived.closed, "{what}");
        let card = card(&mut desk.office, family);
        assert_eq!((card.closed_on, card.past.closures[0].reason), (Some(day("2026-10-01")), reason), "{what}");
    }
}

#[test]
fn who_moves_stands_in_the_new_family_and_both_histories_say_so() {
    let mut desk = an_office();
    let family = three(&mut desk);
    let other = registered(&mut desk, a_family_of("Бондар Марія Іванівна"));
    let anna = member(&mut desk.office, family, 2);
    let lived = live(&mut desk.office, family, &moved(anna, other, Relation::Ward, "2026-06-01")).expect("moved");
    assert_eq!(lived.other.expect("the other").family, other);
    assert_eq!(given(&card(&mut desk.office, family)), ["Оксана", "Марія"]);
    let there = card(&mut desk.office, other);
    assert_eq!((there.members[1].person, there.members[1].since), (anna, day("2026-06-01")));
    for subject in [family, other] {
        let history = desk.office.history(subject).expect("history");
        assert!(history.iter().any(|entry| entry.action == "member-moved" && entry.deed.is_some()), "{history:?}");
    }
    assert!(desk.office.person_history(anna).expect("hers").iter().any(|entry| entry.action == "member-moved"));
    let again = live(&mut desk.office, family, &moved(anna, other, Relation::Ward, "2026-07-01"));
    let said = Texts::new(Lang::Uk).say(&again.expect_err("gone"));
    assert!(said.contains("уже не в сім’ї з 01.06.2026") && said.contains("Олена К."), "{said}");
}

#[test]
fn a_child_of_parents_apart_stands_in_both_families() {
    let mut desk = an_office();
    let family = three(&mut desk);
    let other = registered(&mut desk, a_family_of("Бондар Іван Петрович"));
    let anna = member(&mut desk.office, family, 2);
    let event = LifeEvent::MemberMoved {
        person: anna,
        to: other,
        relation: Relation::Daughter,
        on: day("2026-06-01"),
        stays: Stays::Both,
        next_head: None,
    };
    live(&mut desk.office, family, &event).expect("shared");
    let (one, two) = (card(&mut desk.office, family), card(&mut desk.office, other));
    assert_eq!((one.members.len(), two.members.len()), (3, 2));
    assert_eq!(one.members[2].elsewhere[0].number, two.number);
    let fault = fault(live(&mut desk.office, family, &event));
    assert!(matches!(fault, LifeFault::MemberAlready { .. }), "{fault:?}");
    // Death ends both, and a head of either is asked for by its family's number.
    live(&mut desk.office, family, &died(anna, "2026-10-01")).expect("died");
    assert_eq!(card(&mut desk.office, other).members.len(), 1);
    assert_eq!(card(&mut desk.office, other).past.members[0].died_on, Some(day("2026-10-01")));
}

#[test]
fn who_dies_as_the_head_of_two_families_names_the_next_head_of_each() {
    let mut desk = an_office();
    let family = three(&mut desk);
    let (oksana, maria) = (member(&mut desk.office, family, 0), member(&mut desk.office, family, 1));
    let mut second = a_family_of("Бондар Іван Петрович").draft();
    second.registered_on = day("2026-05-01");
    second.members[0].relation = Relation::Spouse;
    let mut head = FamilyDraft::of_card(&card(&mut desk.office, family)).members.remove(0);
    head.person = Some(oksana);
    second.members.insert(0, head);
    let second = desk.register(&second).family;
    let ivan = member(&mut desk.office, second, 1);
    let event =
        |next_heads| LifeEvent::Died { person: oksana, on: day("2026-10-01"), basis: String::new(), next_heads };
    let here = NextHead { family, person: maria };
    let fault = fault(live(&mut desk.office, family, &event(vec![here])));
    let number = card(&mut desk.office, second).number;
    assert!(matches!(fault, LifeFault::HeadNeeded { number: asked, .. } if asked == number), "{fault:?}");
    assert_eq!(card(&mut desk.office, family).members.len(), 3, "nothing was written");
    let there = NextHead { family: second, person: ivan };
    live(&mut desk.office, family, &event(vec![here, there])).expect("died");
    assert_eq!(card(&mut desk.office, second).head().expect("head").person, ivan);
}

#[test]
fn a_part_of_a_family_becomes_a_family_with_a_number_of_its_own() {
    let mut desk = an_office();
    let family = three(&mut desk);
    let (oksana, maria, anna) = {
        let card = card(&mut desk.office, family);
        (card.members[0].person, card.members[1].person, card.members[2].person)
    };
    let all = vec![(oksana, Relation::Head), (maria, Relation::Daughter), (anna, Relation::Daughter)];
    assert_eq!(fault(live(&mut desk.office, family, &split(all, "2026-06-01"))), LifeFault::WholeFamily);
    let two_heads = vec![(maria, Relation::Head), (anna, Relation::Head)];
    assert_eq!(fault(live(&mut desk.office, family, &split(two_heads, "2026-06-01"))), LifeFault::OneHead);
    assert_eq!(fault(live(&mut desk.office, family, &split(Vec::new(), "2026-06-01"))), LifeFault::Nobody);
    let event = split(vec![(anna, Relation::Head)], "2026-06-01");
    let new = live(&mut desk.office, family, &event).expect("split").other.expect("a family");
    let there = card(&mut desk.office, new.family);
    assert_eq!((there.number, given(&there)), (new.number, vec!["Ганна"]));
    assert_eq!(there.address(AddressKind::Actual), card(&mut desk.office, family).address(AddressKind::Actual));
    assert_eq!(there.registered_on, day("2026-06-01"));
    assert_eq!(card(&mut desk.office, family).past.members[0].elsewhere[0].number, new.number);
}

#[test]
fn pressing_save_twice_splits_once() {
    let mut desk = an_office();
    let family = three(&mut desk);
    let anna = member(&mut desk.office, family, 2);
    let event = split(vec![(anna, Relation::Head)], "2026-06-01");
    let deed = desk.office.new_deed();
    let first = desk.office.live(deed, family, &event).expect("first");
    let second = desk.office.live(deed, family, &event).expect("second");
    assert_eq!(first, second);
}

#[test]
fn another_head_turns_the_former_one_into_a_mother_and_a_past_day_keeps_the_former() {
    let mut desk = an_office();
    let family = three(&mut desk);
    let maria = member(&mut desk.office, family, 1);
    live(&mut desk.office, family, &head_changed(maria, "2026-10-01")).expect("changed");
    let now = card(&mut desk.office, family);
    assert_eq!((now.members[0].person, now.members[0].relation), (maria, Relation::Head));
    let oksana = now.members.iter().find(|member| member.name.given == "Оксана").expect("her");
    assert_eq!(oksana.relation, Relation::Mother);
    assert!(now.past.members.is_empty(), "nobody left");
    let then = desk.office.card_on(family, day("2026-09-30")).expect("then");
    assert_eq!((given(&then)[0], then.members[0].relation), ("Оксана", Relation::Head));
    assert!(matches!(
        fault(live(&mut desk.office, family, &head_changed(maria, "2026-10-02"))),
        LifeFault::HeadAlready { .. }
    ));
}

#[test]
fn a_former_surname_is_found_below_the_present_ones_and_says_so() {
    let mut desk = an_office();
    let family = three(&mut desk);
    let oksana = member(&mut desk.office, family, 0);
    registered(&mut desk, a_family_of("Шевченко Ольга Іванівна"));
    live(&mut desk.office, family, &renamed(oksana, "Бондаренко Оксана Петрівна", "2026-07-01")).expect("renamed");
    let found = desk.office.find("Шевченко О", 5).expect("found");
    assert_eq!(found[0].name.given, "Ольга");
    let her = found.iter().find(|found| found.person == oksana).expect("her");
    assert_eq!((her.tier, &her.why), (Tier::Exact, &Why::Former("Шевченко".to_owned())));
    assert_eq!(Texts::new(Lang::Uk).say(&her.why), "колишнє прізвище Шевченко");
    let her = &card(&mut desk.office, family).members[0];
    assert_eq!(her.former_names[0].name, name("Шевченко Оксана Петрівна"));
    assert_eq!(her.former_names[0].until, Some(day("2026-07-01")));
    let then = desk.office.card_on(family, day("2026-06-30")).expect("then");
    assert_eq!(then.members[0].name.surname, "Шевченко");
    // A desk that starts anew finds the same.
    let mut fresh = desk.another_desk();
    assert_eq!(fresh.find("Шевченко О", 5).expect("found"), desk.office.find("Шевченко О", 5).expect("found"));
}

#[test]
fn a_family_that_moves_keeps_the_old_address_with_its_days() {
    let mut desk = an_office();
    let family = three(&mut desk);
    let address =
        Address {
            settlement: "с. Жидичин".to_owned(), street: "вул. Лісова".to_owned(), ..Address::default()
        };
    let event = LifeEvent::MovedHouse { kind: AddressKind::Actual, address: address.clone(), on: day("2026-08-01") };
    live(&mut desk.office, family, &event).expect("moved");
    let now = card(&mut desk.office, family);
    assert_eq!(now.address(AddressKind::Actual), Some(&address));
    assert_eq!((now.past.addresses[0].from, now.past.addresses[0].until), (day("2026-03-01"), day("2026-08-01")));
    let then = desk.office.card_on(family, day("2026-07-31")).expect("then");
    assert_eq!(then.address(AddressKind::Actual).expect("there").street, "вул. Кравчука");
    assert!(then.past.addresses.is_empty());
    assert_eq!(fault(live(&mut desk.office, family, &event)), LifeFault::SameAddress);
    assert_eq!(desk.office.find("Лісова", 5).expect("found").len(), 1);
}

#[test]
fn a_category_ends_and_begins_again_as_a_row_of_its_own() {
    let mut desk = an_office();
    let family = registered(&mut desk, a_family().displaced());
    let code = CategoryCode("displaced".to_owned());
    let renewed = |on: &str| LifeEvent::CategoryRenewed {
        person: None,
        code: code.clone(),
        on: day(on),
        until: None,
        basis: "довідка 7".to_owned(),
    };
    assert!(matches!(fault(live(&mut desk.office, family, &renewed("2026-09-01"))), LifeFault::CategoryInForce { .. }));
    let end = LifeEvent::CategoryEnded {
        person: None,
        code: code.clone(),
        since: None,
        on: day("2026-06-30"),
        basis: "рішення 3".to_owned(),
    };
    live(&mut desk.office, family, &end).expect("ended");
    assert!(matches!(fault(live(&mut desk.office, family, &end)), LifeFault::CategoryEnded { .. }));
    live(&mut desk.office, family, &renewed("2026-09-01")).expect("renewed");
    let now = card(&mut desk.office, family);
    assert_eq!(now.categories.len(), 2);
    assert_eq!((now.categories[0].until, now.categories[0].basis.as_str()), (Some(day("2026-06-30")), "рішення 3"));
    let between = desk.office.card_on(family, day("2026-07-15")).expect("between");
    assert!(between.categories.is_empty());
}

#[test]
fn closing_and_opening_say_since_when_and_want_a_reason() {
    let mut desk = an_office();
    let family = three(&mut desk);
    let close = |reason, note: &str| LifeEvent::Closed { on: day("2026-08-01"), reason, note: note.to_owned() };
    let open = |on: &str, reason: &str| LifeEvent::Reopened { on: day(on), reason: reason.to_owned() };
    assert_eq!(
        fault(live(&mut desk.office, family, &open("2026-08-01", "знову"))),
        LifeFault::Open { since: day("2026-03-01") }
    );
    assert_eq!(fault(live(&mut desk.office, family, &close(CloseReason::Other, " "))), LifeFault::ReasonWanted);
    live(&mut desk.office, family, &close(CloseReason::GoalReached, "")).expect("closed");
    let again = close(CloseReason::Refused, "");
    assert_eq!(fault(live(&mut desk.office, family, &again)), LifeFault::Closed { since: day("2026-08-01") });
    assert_eq!(fault(live(&mut desk.office, family, &open("2026-09-01", ""))), LifeFault::ReasonWanted);
    assert_eq!(
        fault(live(&mut desk.office, family, &open("2026-07-01", "знову"))),
        LifeFault::BeforeBegan { day: day("2026-08-01") }
    );
    let child =
        MemberDraft { name: name("Шевченко Іван Іванович"), ..MemberDraft::new(Relation::Son) };
    assert!(matches!(fault(live(&mut desk.office, family, &joined(child, "2026-09-01"))), LifeFault::Closed { .. }));
    live(&mut desk.office, family, &open("2026-09-01", "повернулись")).expect("open");
    let now = card(&mut desk.office, family);
    let closure = &now.past.closures[0];
    assert_eq!(
        (now.closed_on, closure.until, closure.reopened.as_str()),
        (None, Some(day("2026-09-01")), "повернулись")
    );
    assert_eq!(desk.office.card_on(family, day("2026-08-15")).expect("then").closed_on, Some(day("2026-08-01")));
    assert_eq!(
        fault(live(&mut desk.office, family, &open("2026-10-01", "знову"))),
        LifeFault::Open { since: day("2026-09-01") }
    );
}

#[test]
fn a_closing_day_written_in_the_form_is_a_closure_too() {
    let mut desk = an_office();
    let family = three(&mut desk);
    let base = FamilyDraft::of_card(&card(&mut desk.office, family));
    let closed = FamilyDraft { closed_on: Some(day("2026-10-05")), ..base.clone() };
    correct(&mut desk.office, family, &base, &closed).expect("closed");
    assert_eq!(card(&mut desk.office, family).past.closures[0].from, day("2026-10-05"));
    correct(&mut desk.office, family, &closed, &base).expect("open");
    assert_eq!(card(&mut desk.office, family).past.closures[0].until, Some(day("2026-11-21")));
}

#[test]
fn a_neighbour_may_collect_until_the_permission_ends() {
    let mut desk = an_office();
    let family = three(&mut desk);
    let who = CollectorDraft::Named {
        name: "Гнатюк Петро".to_owned(),
        document: "КС 111222".to_owned(),
        phone: "0671112233".to_owned(),
    };
    let allow =
        |who| LifeEvent::CollectorAllowed { who, on: day("2026-06-01"), until: None, note: "сусід".to_owned() };
    live(&mut desk.office, family, &allow(who)).expect("allowed");
    let collector = card(&mut desk.office, family).past.collectors[0].clone();
    assert_eq!((collector.name.as_str(), collector.from), ("Гнатюк Петро", day("2026-06-01")));
    let mut keeper = desk.desk_of(Role::Storekeeper);
    let seen = keeper.card(family).expect("card").past.collectors[0].clone();
    assert_eq!(
        (seen.name.as_str(), seen.document.as_str(), seen.phone.as_str(), seen.note.as_str()),
        ("Гнатюк Петро", "", "", "")
    );
    let end = LifeEvent::CollectorEnded { collector: collector.id, on: day("2026-07-01") };
    live(&mut desk.office, family, &end).expect("ended");
    assert_eq!(fault(live(&mut desk.office, family, &end)), LifeFault::NoSuchCollector);
    let oksana = member(&mut desk.office, family, 0);
    let fault = fault(live(&mut desk.office, family, &allow(CollectorDraft::Person(oksana))));
    assert!(matches!(fault, LifeFault::CollectorIsMember { .. }));
}

#[test]
fn no_event_is_in_the_future_or_before_what_it_changes() {
    let mut desk = an_office();
    let family = three(&mut desk);
    let anna = member(&mut desk.office, family, 2);
    assert_eq!(
        fault(live(&mut desk.office, family, &left(anna, "2026-11-22"))),
        LifeFault::InFuture(day("2026-11-22"))
    );
    assert_eq!(
        fault(live(&mut desk.office, family, &left(anna, "2026-02-01"))),
        LifeFault::BeforeRegistered { day: day("2026-03-01") }
    );
    let son =
        MemberDraft { name: name("Шевченко Іван Іванович"), ..MemberDraft::new(Relation::Son) };
    live(&mut desk.office, family, &joined(son, "2026-06-01")).expect("joined");
    let ivan = member(&mut desk.office, family, 3);
    let before = fault(live(&mut desk.office, family, &left(ivan, "2026-05-01")));
    assert!(matches!(before, LifeFault::BeforeJoined { day: since, .. } if since == day("2026-06-01")), "{before:?}");
}

#[test]
fn a_person_without_a_family_gets_one_later_and_stays_one_person() {
    let mut desk = an_office();
    let mut visitor = MemberDraft::new(Relation::Other);
    visitor.name = name("Гнатюк Софія Іванівна");
    visitor.documents.push(passport("КС 654321"));
    let single = SingleDraft { person: visitor, address: Address::default() };
    let deed = desk.office.new_deed();
    let person = desk.office.register_single(deed, &single).expect("registered");
    assert_eq!(desk.office.register_single(deed, &single).expect("again"), person);
    let base = desk.office.person_card(person).expect("card").single;
    let mut mine = base.clone();
    mine.person.phones.push(phone("0671234567"));
    mine.address.settlement = "м. Луцьк".to_owned();
    let deed = desk.office.new_deed();
    let corrected = desk.office.correct_single(deed, person, &base, &mine).expect("corrected");
    assert_eq!((corrected.single.person.phones.len(), corrected.single.address.settlement.as_str()), (1, "м. Луцьк"));
    let mut family = a_family_of("Гнатюк Іван Петрович").draft();
    let mut wife = corrected.single.person.clone();
    wife.relation = Relation::Spouse;
    family.members.push(wife);
    let family = desk.register(&family).family;
    assert_eq!(member(&mut desk.office, family, 1), person);
    let found = desk.office.find("Гнатюк Софія", 5).expect("found");
    assert_eq!((found.len(), found[0].family), (1, Some(family)));
    let history = desk.office.person_history(person).expect("history");
    assert!(history.iter().any(|entry| entry.action == "person-registered"));
}

#[test]
fn what_a_role_may_not_see_is_not_on_the_card_of_a_past_day_either() {
    let mut desk = an_office();
    let family = registered(
        &mut desk,
        a_family().with_category("violence_survivor").with_phone("0671234567").with_note("таємно"),
    );
    let address = Address { settlement: "с. Жидичин".to_owned(), ..Address::default() };
    let event = LifeEvent::MovedHouse { kind: AddressKind::Actual, address, on: day("2026-08-01") };
    live(&mut desk.office, family, &event).expect("moved");
    let mut keeper = desk.desk_of(Role::Storekeeper);
    for card in [keeper.card_on(family, day("2026-04-01")).expect("then"), keeper.card(family).expect("now")] {
        assert!(card.addresses.is_empty() && card.past.addresses.is_empty() && card.categories.is_empty());
        assert!(card.members[0].phones.is_empty() && card.members[0].note.is_empty());
    }
    let mut reception = desk.desk_of(Role::Reception);
    let code = CategoryCode("violence_survivor".to_owned());
    let end = LifeEvent::CategoryEnded { person: None, code, since: None, on: day("2026-09-01"), basis: String::new() };
    let refused = live(&mut reception, family, &end).expect_err("refused");
    assert_eq!(refused, OfficeError::NotAllowed(Right::SeeSensitive));
    live(&mut desk.office, family, &end).expect("ended");
    let history = reception.history(family).expect("history");
    assert!(!format!("{history:?}").contains("violence"), "{history:?}");
    assert_eq!(live(&mut keeper, family, &end), Err(OfficeError::NotAllowed(Right::Edit)));
}

#[test]
fn a_past_day_shows_notes_papers_and_phones_as_they_were_written_down_then() {
    let mut desk = an_office();
    let family =
        registered(&mut desk, a_family().with_note("стара").with_passport("КС 123456").with_phone("0671234567"));
    desk.clock.move_on(chrono::Duration::days(3));
    let base = FamilyDraft::of_card(&card(&mut desk.office, family));
    let mut mine = base.clone();
    mine.members[0].note = "нова".to_owned();
    mine.members[0].documents = vec![passport("КС 999999")];
    mine.members[0].phones = vec![phone("0509998877")];
    mine.categories.push(category("hardship"));
    correct(&mut desk.office, family, &base, &mine).expect("corrected");
    let then = desk.office.card_on(family, day("2026-11-22")).expect("then");
    let her = &then.members[0];
    assert_eq!((her.note.as_str(), her.documents.len(), her.phones.len()), ("стара", 1, 1));
    assert_eq!(her.documents[0].number, passport("КС 123456").number);
    assert_eq!(her.phones[0], phone("0671234567"));
    assert_eq!(
        desk.office.card_on(family, day("2026-02-28")).expect_err("before"),
        OfficeError::Life(LifeFault::BeforeRegistered { day: day("2026-03-01") })
    );
}

#[test]
fn two_desks_change_the_same_fact_and_the_second_is_told_by_whom() {
    let mut desk = an_office();
    let family = three(&mut desk);
    let mut other = desk.desk_of(Role::CaseWorker);
    let oksana = member(&mut desk.office, family, 0);
    card(&mut other, family);
    live(&mut other, family, &renamed(oksana, "Бондар Оксана Петрівна", "2026-07-01")).expect("first");
    let second = live(&mut desk.office, family, &renamed(oksana, "Коваль Оксана Петрівна", "2026-08-01"));
    let Err(OfficeError::ChangedMeanwhile { by, action, .. }) = second else { panic!("{second:?}") };
    assert_eq!((by.as_str(), action.as_str()), ("case_worker", "person-renamed"));
    // Another fact of the same family is nobody's business.
    let anna = member(&mut other, family, 2);
    live(&mut other, family, &left(anna, "2026-09-01")).expect("left");
    let event = LifeEvent::Closed { on: day("2026-10-01"), reason: CloseReason::MovedAway, note: String::new() };
    live(&mut desk.office, family, &event).expect("closed");
    // Having looked again, the second may say the same with open eyes.
    card(&mut desk.office, family);
    live(&mut desk.office, family, &renamed(oksana, "Коваль Оксана Петрівна", "2026-08-01")).expect("second");
}

#[test]
fn an_event_taken_back_leaves_the_card_as_it_was() {
    let mut desk = an_office();
    let family = three(&mut desk);
    let other = registered(&mut desk, a_family_of("Бондар Марія Іванівна"));
    let people: Vec<_> = card(&mut desk.office, family).members.iter().map(|member| member.person).collect();
    let address = Address { settlement: "с. Жидичин".to_owned(), ..Address::default() };
    let son =
        MemberDraft { name: name("Шевченко Іван Іванович"), ..MemberDraft::new(Relation::Son) };
    let events = [
        left(people[2], "2026-09-01"),
        moved(people[2], other, Relation::Ward, "2026-09-01"),
        split(vec![(people[1], Relation::Head)], "2026-09-01"),
        joined(son, "2026-09-01"),
        head_changed(people[1], "2026-09-01"),
        renamed(people[0], "Бондар Оксана Петрівна", "2026-09-01"),
        died(people[2], "2026-09-01"),
        LifeEvent::MovedHouse { kind: AddressKind::Actual, address, on: day("2026-09-01") },
        LifeEvent::Closed { on: day("2026-09-01"), reason: CloseReason::MovedAway, note: String::new() },
    ];
    let before = (card(&mut desk.office, family), card(&mut desk.office, other));
    for event in events {
        live(&mut desk.office, family, &event).expect("lived");
        assert_ne!(card(&mut desk.office, family), before.0, "{event:?}");
        undo(&mut desk.office).expect("taken back");
        let after = (card(&mut desk.office, family), card(&mut desk.office, other));
        assert_eq!(after, before, "{event:?}");
        let history = desk.office.history(family).expect("history");
        let entry = history.iter().find(|entry| entry.action == "deed-undone").expect("told");
        assert_eq!((entry.note.as_str(), entry.changes[0].before.as_str()), ("помилка", event.action()));
        let mut fresh = desk.another_desk();
        for text in ["Шевченко", "Бондар", "Ганна"] {
            assert_eq!(fresh.find(text, 20).expect("found"), desk.office.find(text, 20).expect("found"), "{text}");
        }
    }
}

const RACE: &str = "STIIKA_TEST_MOVE_RACE";

/// Not a story by itself: one of two desks, in a process of its own, moves the child of the next story to its own target.
#[test]
fn one_desk_of_the_race() {
    let Some(said) = std::env::var_os(RACE) else { return };
    let said = said.into_string().expect("text");
    let [path, family, child, target] = said.split('|').collect::<Vec<_>>()[..] else { panic!("four words") };
    let surroundings = stiika::office::Surroundings {
        clock: std::sync::Arc::new(common::StandingClock::new()),
        entropy: stiika::office::Entropy::System,
    };
    let path = std::path::Path::new(path);
    let mut office = Office::sign_in(path, common::LOGIN, common::PASSWORD, surroundings).expect("a desk");
    let id = |text: &str| text.parse::<uuid::Uuid>().expect("an id");
    let event = moved(PersonId(id(child)), FamilyId(id(target)), Relation::Ward, "2026-09-01");
    match live(&mut office, FamilyId(id(family)), &event) {
        Ok(_) => println!("outcome: moved"),
        Err(fault) => println!("outcome: {}", Texts::new(Lang::En).say(&fault)),
    }
}

#[test]
fn two_processes_move_one_child_and_the_second_is_told_by_whom() {
    let mut desk = an_office();
    let family = three(&mut desk);
    let child = member(&mut desk.office, family, 2);
    let targets =
        ["Бондар Марія Іванівна", "Коваль Іван Петрович"].map(|head| registered(&mut desk, a_family_of(head)));
    let start = |target: FamilyId| {
        std::process::Command::new(std::env::current_exe().expect("this program"))
            .args(["--exact", "one_desk_of_the_race", "--nocapture"])
            .env(RACE, format!("{}|{family}|{child}|{target}", desk.path().display()))
            .stdout(std::process::Stdio::piped())
            .spawn()
            .expect("a process")
    };
    let desks = targets.map(start);
    let said = desks.map(|desk| String::from_utf8(desk.wait_with_output().expect("an end").stdout).expect("text"));
    let won = said.iter().filter(|said| said.contains("outcome: moved")).count();
    assert_eq!(won, 1, "{said:?}");
    assert!(
        said.iter().any(|said| said.contains("out of the family since 01.09.2026 (written by Олена К.")),
        "{said:?}"
    );
    assert_eq!(
        desk.office.person_card(child).expect("child").families.iter().filter(|one| one.until.is_none()).count(),
        1
    );
}

#[test]
fn an_old_list_brings_back_nobody_who_died_or_left() {
    let mut desk = an_office();
    let draft = a_family().with_child(17).with_child(11).with_key("С-1").draft();
    let batch = stiika::office::ImportBatch { families: vec![draft], ..Default::default() };
    let import = |office: &mut Office| {
        office.import(&batch, stiika::office::Run::Real, &mut |_, _| {}).expect("import").expect("no faults")
    };
    import(&mut desk.office);
    let family = desk.office.find("Шевченко", 1).expect("found")[0].family.expect("a family");
    let (oksana, maria, anna) =
        (member(&mut desk.office, family, 0), member(&mut desk.office, family, 1), member(&mut desk.office, family, 2));
    let next_heads = vec![NextHead { family, person: maria }];
    let dead = LifeEvent::Died { person: oksana, on: day("2026-11-21"), basis: String::new(), next_heads };
    live(&mut desk.office, family, &dead).expect("died");
    live(&mut desk.office, family, &left(anna, "2026-11-21")).expect("left");
    assert_eq!(import(&mut desk.office).families_unchanged, 1);
    let now = card(&mut desk.office, family);
    assert_eq!((now.members.len(), now.members[0].person, now.members[0].relation), (1, maria, Relation::Head));
    // Nor does a form.
    let base = FamilyDraft::of_card(&now);
    let mut mine = base.clone();
    mine.members.push(MemberDraft {
        person: Some(oksana),
        name: name("Шевченко Оксана Петрівна"),
        ..MemberDraft::new(Relation::Mother)
    });
    let refused = correct(&mut desk.office, family, &base, &mine);
    assert!(matches!(refused, Err(OfficeError::Life(LifeFault::DiedAlready { .. }))), "{refused:?}");
}

#[test]
fn who_died_later_is_alive_on_the_card_of_a_day_before() {
    let mut desk = an_office();
    let family = three(&mut desk);
    let child = member(&mut desk.office, family, 1);
    live(&mut desk.office, family, &died(child, "2026-11-20")).expect("died");
    let before = desk.office.card_on(family, day("2026-11-19")).expect("the card of then");
    let there = before.members.iter().find(|member| member.person == child).expect("still a member");
    assert_eq!(there.died_on, None);
    let after = desk.office.card_on(family, day("2026-11-20")).expect("the card of the day itself");
    assert!(after.members.iter().all(|member| member.person != child));
    assert_eq!(after.past.members[0].died_on, Some(day("2026-11-20")));
}

#[test]
fn who_leaves_on_the_day_they_came_is_a_former_member_and_a_mistake_is_not() {
    let mut desk = an_office();
    let family = desk.register(&a_family().with_child(6).with_child(11).draft()).family;
    let (one, other) = (member(&mut desk.office, family, 1), member(&mut desk.office, family, 2));
    live(&mut desk.office, family, &died(one, "2026-11-21")).expect("died");
    let there = card(&mut desk.office, family);
    let former: Vec<PersonId> = there.past.members.iter().map(|former| former.person).collect();
    assert_eq!((given(&there).len(), former.as_slice()), (2, &[one][..]));
    assert_eq!(desk.office.person_card(one).expect("card").families.len(), 1);
    live(&mut desk.office, family, &left(other, "2026-11-21")).expect("left");
    undo(&mut desk.office).expect("taken back");
    live(
        &mut desk.office,
        family,
        &joined(MemberDraft { name: name("Новий Іван"), ..MemberDraft::new(Relation::Son) }, "2026-11-21"),
    )
    .expect("joined");
    undo(&mut desk.office).expect("taken back");
    let there = card(&mut desk.office, family);
    assert_eq!((given(&there).len(), there.past.members.len()), (2, 1));
}
