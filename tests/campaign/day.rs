//! The list, the day and the end of a campaign, as the office holds them.

use crate::common::lives::{card, undo};
use crate::common::{AFamily, AnOffice, a_family, a_family_of, day};
use crate::fixture::{TODAY, a_storeroom, adds_up, cart, issue, lies, receive, removal, storeroom};
use rstest::rstest;
use stiika::domain::aid::{AidFault, Collector};
use stiika::domain::campaign::{CampaignDraft, CampaignFault, CampaignStatus, Good, Guest};
use stiika::domain::category::CategoryCode;
use stiika::domain::draft::FamilyDraft;
use stiika::domain::filter::{Filter, State};
use stiika::domain::id::{FamilyId, SessionId};
use stiika::domain::limit::Per;
use stiika::domain::staff::Role;
use stiika::domain::stock::Quantity;
use stiika::office::aid_room::IssuedAct;
use stiika::office::campaign::AtTheTable;
use stiika::office::{MergePlan, MergeSeen, Office, OfficeError, SamePerson, Selection, Which};

pub fn good(item: &str, quantity: i64, per: Per) -> Good {
    Good { item: item.into(), quantity: Quantity(quantity), per }
}

pub fn draft() -> CampaignDraft {
    CampaignDraft {
        title: "Миколай".to_owned(),
        starts_on: day("2026-11-19"),
        ends_on: day(TODAY),
        programme: None,
        partner: None,
        location: storeroom(),
        settlement: String::new(),
        note: String::new(),
        goods: vec![good("hygiene_kit", 1, Per::Family)],
    }
}

pub fn made(office: &mut Office, draft: &CampaignDraft) -> SessionId {
    let deed = office.new_deed();
    office.make_campaign(deed, draft).expect("made")
}

pub fn expect(office: &mut Office, id: SessionId, guest: Guest) -> bool {
    let deed = office.new_deed();
    office.campaign_expect(deed, id, guest).expect("expected")
}

fn at(guest: Guest) -> AtTheTable {
    AtTheTable { guest, on: day(TODAY), collector: Collector::Unknown, door: String::new() }
}

pub fn serve(office: &mut Office, id: SessionId, family: FamilyId) -> Result<IssuedAct, OfficeError> {
    let deed = office.new_deed();
    office.campaign_serve(deed, id, &at(Guest::Family(family)))
}

fn found(office: &mut Office, filter: Filter) -> Selection {
    let found = office.listed_families(&filter, Default::default()).expect("listed").len();
    Selection { filter, which: Which::Found(found), sensitive: false }
}

fn displaced() -> Filter {
    Filter { any_of: vec![CategoryCode("displaced".to_owned())], ..Filter::default() }
}

fn register(main: &mut AnOffice, family: AFamily) -> FamilyId {
    main.register(&family.draft()).family
}

/// An office with ten hygiene kits, a campaign and a family on its list.
fn a_campaign() -> (AnOffice, SessionId, FamilyId) {
    let mut main = a_storeroom();
    let family = register(&mut main, a_family().displaced());
    receive(&mut main.office, "hygiene_kit", 10);
    let id = made(&mut main.office, &draft());
    expect(&mut main.office, id, Guest::Family(family));
    (main, id, family)
}

fn fault(answer: Result<IssuedAct, OfficeError>) -> CampaignFault {
    match answer {
        Err(OfficeError::Campaign(fault)) => fault,
        other => panic!("no fault of a campaign: {other:?}"),
    }
}

#[test]
fn a_list_is_gathered_by_filters_and_by_hand_and_nobody_stands_on_it_twice() {
    let mut main = a_storeroom();
    let one = register(&mut main, a_family().displaced().with_child(6));
    let other = register(&mut main, a_family_of("Бондар Ганна Іванівна").displaced());
    let third = register(&mut main, a_family_of("Гнатюк Марія Іванівна"));
    let office = &mut main.office;
    let id = made(office, &draft());
    assert!(expect(office, id, Guest::Family(other)));
    let selection = found(office, displaced());
    let deed = office.new_deed();
    let gather = |office: &mut Office| office.campaign_gather(deed, id, &selection, &mut |_, _| {});
    assert_eq!(gather(office), Ok(1), "one of the two was on it already");
    assert_eq!(gather(office), Ok(1), "twice pressed is once done");
    let view = office.campaign(id).expect("view");
    let names: Vec<_> =
        view.rows.iter().map(|row| (row.guest, row.name.surname.as_str(), row.children.clone())).collect();
    assert_eq!(
        names,
        [(Guest::Family(other), "Бондар", vec![]), (Guest::Family(one), "Шевченко", vec![6])],
        "in the order of the alphabet"
    );
    assert_eq!(view.rows[1].others.len(), 1, "a child is found too");
    assert_eq!(view.conditions, [displaced()]);
    // Being on a list is no contact with the family.
    let idle = Filter { contact_since: Some(day("2026-11-22")), ..Filter::default() };
    assert!(office.listed_families(&idle, Default::default()).expect("listed").is_empty());
    assert!(expect(office, id, Guest::Family(third)));
    let deed = office.new_deed();
    office.campaign_unexpect(deed, id, Guest::Family(third)).expect("off");
    assert_eq!(office.campaign(id).expect("view").rows.len(), 2);
}

#[test]
fn a_second_desk_hears_when_where_and_by_whom_they_were_served() {
    let (mut main, id, family) = a_campaign();
    let mut reception = main.desk_of(Role::Reception);
    let first = serve(&mut reception, id, family).expect("served");
    let Err(OfficeError::Aid(AidFault::Served { act, at, by, desk })) = serve(&mut main.office, id, family) else {
        panic!("served twice")
    };
    assert_eq!((act, by.as_str()), (first.number, "reception"));
    assert_eq!(at.date_naive(), day(TODAY));
    assert!(!desk.is_empty());
    let view = main.office.campaign(id).expect("view");
    assert_eq!(view.served(), (1, 1));
    assert_eq!(view.left, [("hygiene_kit".into(), Quantity(9))]);
    assert_eq!(view.given, [("hygiene_kit".into(), Quantity(1))]);
    adds_up(&main.path());
}

#[test]
fn a_deed_pressed_twice_is_one_act() {
    let (mut main, id, family) = a_campaign();
    let deed = main.office.new_deed();
    let first = main.office.campaign_serve(deed, id, &at(Guest::Family(family))).expect("served");
    let second = main.office.campaign_serve(deed, id, &at(Guest::Family(family))).expect("again");
    assert_eq!(first.number, second.number);
    assert_eq!(lies(&mut main.office, "hygiene_kit"), 9);
}

#[test]
fn four_desks_racing_through_one_list_serve_everybody_exactly_once() {
    let mut main = a_storeroom();
    receive(&mut main.office, "hygiene_kit", 40);
    let id = made(&mut main.office, &draft());
    let families: Vec<FamilyId> = (0..12)
        .map(|place| {
            let surname = ["Бондар", "Гнатюк", "Дацюк"][place % 3];
            let given = ["Ганна", "Марія", "Ольга", "Віра"][place / 3];
            register(&mut main, a_family_of(&format!("{surname} {given} Іванівна")).displaced())
        })
        .collect();
    for family in &families {
        expect(&mut main.office, id, Guest::Family(*family));
    }
    let desks: Vec<Office> = (0..4).map(|_| main.another_desk()).collect();
    let served: usize = std::thread::scope(|scope| {
        let hands: Vec<_> = desks
            .into_iter()
            .map(|mut desk| {
                let families = &families;
                scope.spawn(move || {
                    let answers = families.iter().map(|family| match serve(&mut desk, id, *family) {
                        Ok(_) => 1,
                        Err(OfficeError::Aid(AidFault::Served { .. })) => 0,
                        other => panic!("neither served nor said to be: {other:?}"),
                    });
                    answers.sum::<usize>()
                })
            })
            .collect();
        hands.into_iter().map(|hand| hand.join().expect("desk")).sum()
    });
    assert_eq!(served, families.len());
    assert_eq!(main.office.campaign(id).expect("view").served(), (12, 12));
    assert_eq!(lies(&mut main.office, "hygiene_kit"), 28);
    adds_up(&main.path());
}

#[test]
fn whoever_is_not_on_the_list_hears_why_and_is_added_with_a_reason() {
    let (mut main, id, _) = a_campaign();
    let selection = found(&mut main.office, displaced());
    let deed = main.office.new_deed();
    main.office.campaign_gather(deed, id, &selection, &mut |_, _| {}).expect("gathered");
    let stranger = register(&mut main, a_family_of("Дацюк Олена Іванівна"));
    let CampaignFault::NotExpected { unmet } = fault(serve(&mut main.office, id, stranger)) else { panic!() };
    assert_eq!(unmet, [Filter { state: State::All, ..displaced() }], "only what they do not meet");
    let mut table = at(Guest::Family(stranger));
    table.door = "прийшли з сусідами".to_owned();
    let deed = main.office.new_deed();
    main.office.campaign_serve(deed, id, &table).expect("served");
    let view = main.office.campaign(id).expect("view");
    let row = view.rows.iter().find(|row| row.guest == Guest::Family(stranger)).expect("on the list");
    assert_eq!(row.reason, "прийшли з сусідами");
    assert!(row.served.is_some());
}

#[test]
fn each_gets_by_its_heads_and_whom_nothing_is_for_gets_nothing() {
    let (mut main, _, childless) = a_campaign();
    let three = register(&mut main, a_family_of("Бондар Ганна Іванівна").with_child(3).with_child(9).displaced());
    let office = &mut main.office;
    let goods = vec![good("hygiene_kit", 2, Per::Child)];
    let id = made(office, &CampaignDraft { goods, ..draft() });
    for family in [childless, three] {
        expect(office, id, Guest::Family(family));
    }
    serve(office, id, three).expect("served");
    assert_eq!(lies(office, "hygiene_kit"), 6);
    assert_eq!(fault(serve(office, id, childless)), CampaignFault::NothingForThem);
}

#[test]
fn a_limit_is_bent_with_the_campaign_as_its_reason() {
    let (mut main, id, family) = a_campaign();
    issue(&mut main.office, &cart(family, &[("hygiene_kit", 1)])).expect("issued before");
    serve(&mut main.office, id, family).expect("served");
    let bent = main.office.overrides(day("2026-11-01"), day(TODAY)).expect("overrides");
    assert_eq!((bent.len(), bent[0].reason.as_str()), (1, "Миколай"));
}

#[test]
fn paper_first_and_ticked_later_with_the_papers_day() {
    let mut main = a_storeroom();
    let family = register(&mut main, a_family().displaced());
    let late = register(&mut main, a_family_of("Бондар Ганна Іванівна").displaced());
    crate::fixture::receive_on(&mut main.office, "2026-11-10", "hygiene_kit", 5, None).expect("received");
    let office = &mut main.office;
    let id = made(office, &draft());
    for family in [family, late] {
        expect(office, id, Guest::Family(family));
    }
    let mut table = at(Guest::Family(family));
    table.on = day("2026-11-20");
    let deed = office.new_deed();
    office.campaign_serve(deed, id, &table).expect("ticked");
    let view = office.campaign(id).expect("view");
    let served = view.rows.iter().find_map(|row| row.served.as_ref()).expect("served");
    assert_eq!((served.on, served.at.date_naive()), (day("2026-11-20"), day(TODAY)));
    table.guest = Guest::Family(late);
    table.on = day("2026-11-18");
    let deed = office.new_deed();
    let CampaignFault::AnotherDay { starts_on, .. } = fault(office.campaign_serve(deed, id, &table)) else { panic!() };
    assert_eq!(starts_on, day("2026-11-19"));
}

#[rstest]
#[case(Role::Administrator)]
#[case(Role::Reception)]
fn what_was_given_by_mistake_is_taken_back_and_given_again(#[case] role: Role) {
    let (mut main, id, family) = a_campaign();
    let mut desk = main.desk_of(role);
    let act = serve(&mut desk, id, family).expect("served");
    let deed = desk.new_deed();
    desk.reverse(deed, act.act, "не та сім’я").expect("taken back");
    assert_eq!(desk.campaign(id).expect("view").served(), (0, 1));
    assert_eq!(lies(&mut main.office, "hygiene_kit"), 10);
    serve(&mut desk, id, family).expect("served again");
    undo(&mut desk).expect("taken back by F8");
    assert_eq!(main.office.campaign(id).expect("view").served(), (0, 1));
    adds_up(&main.path());
}

#[test]
fn nobody_takes_back_what_a_colleague_gave_without_the_right_to_issue() {
    let (mut main, id, family) = a_campaign();
    let act = serve(&mut main.office, id, family).expect("served");
    let mut trainer = main.desk_of(Role::Trainer);
    let deed = trainer.new_deed();
    assert!(matches!(trainer.reverse(deed, act.act, "?"), Err(OfficeError::NotAllowed(_))));
}

#[test]
fn the_end_says_who_did_not_come_and_brings_the_rest_back() {
    let (mut main, _, family) = a_campaign();
    let absent = register(&mut main, a_family_of("Бондар Ганна Іванівна").displaced());
    let office = &mut main.office;
    let deed = office.new_deed();
    office.transfer(deed, &removal(TODAY, "hygiene_kit", 6), &"bus".into()).expect("moved");
    let id = made(office, &CampaignDraft { location: "bus".into(), ..draft() });
    for family in [family, absent] {
        expect(office, id, Guest::Family(family));
    }
    serve(office, id, family).expect("served");
    assert_eq!(lies(office, "hygiene_kit"), 4, "the car's kits go");
    let deed = office.new_deed();
    let ended = office.end_campaign(deed, id).expect("ended");
    assert_eq!(office.end_campaign(deed, id).expect("again"), ended);
    assert!(ended.back.is_some());
    assert_eq!(lies(office, "hygiene_kit"), 9);
    let view = office.campaign(id).expect("view");
    assert_eq!(view.absent().map(|row| row.guest).collect::<Vec<_>>(), [Guest::Family(absent)]);
    assert_eq!(fault(serve(office, id, absent)), CampaignFault::NotUnderWay(CampaignStatus::Held));
    // Ended too early: with the goods the campaign is back.
    undo(office).expect("taken back");
    assert_eq!(office.campaign(id).expect("view").status, CampaignStatus::Planned);
    assert_eq!(lies(office, "hygiene_kit"), 4);
    serve(office, id, absent).expect("served");
    adds_up(&main.path());
}

#[test]
fn a_campaign_that_was_called_off_serves_nobody_until_that_is_taken_back() {
    let (mut main, id, family) = a_campaign();
    let office = &mut main.office;
    let deed = office.new_deed();
    office.cancel_campaign(deed, id).expect("called off");
    assert_eq!(fault(serve(office, id, family)), CampaignFault::NotUnderWay(CampaignStatus::Cancelled));
    undo(office).expect("taken back");
    serve(office, id, family).expect("served");
}

#[test]
fn what_a_form_changed_is_put_back() {
    let (mut main, id, _) = a_campaign();
    let office = &mut main.office;
    let deed = office.new_deed();
    let changed = CampaignDraft {
        title: "Святий Миколай".to_owned(),
        goods: vec![good("hygiene_kit", 2, Per::Family), good("food_kit", 1, Per::Child)],
        ..draft()
    };
    office.change_campaign(deed, id, &changed).expect("changed");
    assert_eq!(office.campaign(id).expect("view").draft, changed);
    undo(office).expect("put back");
    assert_eq!(office.campaign(id).expect("view").draft, draft());
}

#[test]
fn rights_are_held() {
    let (mut main, id, family) = a_campaign();
    let mut reception = main.desk_of(Role::Reception);
    let deed = reception.new_deed();
    let refused =
        |answer: Result<(), OfficeError>| assert!(matches!(answer, Err(OfficeError::NotAllowed(_))), "{answer:?}");
    refused(reception.make_campaign(deed, &draft()).map(drop));
    refused(reception.change_campaign(deed, id, &draft()));
    refused(reception.cancel_campaign(deed, id));
    refused(reception.end_campaign(deed, id).map(drop));
    refused(reception.campaign_expect(deed, id, Guest::Family(family)).map(drop));
    refused(reception.campaign_unexpect(deed, id, Guest::Family(family)));
    assert_eq!(reception.campaigns().expect("seen").len(), 2);
    serve(&mut reception, id, family).expect("served");
}

#[test]
fn a_closed_family_and_a_short_shelf_are_refused_in_one_sentence() {
    let (mut main, _, family) = a_campaign();
    let office = &mut main.office;
    let id = made(office, &CampaignDraft { goods: vec![good("hygiene_kit", 11, Per::Family)], ..draft() });
    expect(office, id, Guest::Family(family));
    let Err(OfficeError::Aid(AidFault::Shortage(missing))) = serve(office, id, family) else { panic!() };
    assert_eq!((missing.wanted, missing.left), (Quantity(11), Quantity(10)));
    assert_eq!(office.campaign(id).expect("view").served(), (0, 1));
}

#[test]
fn two_expected_entries_of_one_family_are_one_after_a_merge() {
    let (mut main, id, keep) = a_campaign();
    let gone = register(&mut main, a_family().displaced().with_phone("0671112233"));
    let office = &mut main.office;
    expect(office, id, Guest::Family(gone));
    serve(office, id, gone).expect("served");
    let plan = {
        let seen = MergeSeen {
            keep: FamilyDraft::of_card(&card(office, keep)),
            gone: FamilyDraft::of_card(&card(office, gone)),
        };
        let mut draft = seen.keep.clone();
        let (mine, theirs) = (&mut draft.members[0], &seen.gone.members[0]);
        mine.phones.extend(theirs.phones.clone());
        let same = SamePerson { keep: mine.person.expect("a person"), gone: theirs.person.expect("a person") };
        MergePlan { keep, gone, draft, same: vec![same], seen }
    };
    let deed = office.new_deed();
    office.merge_families(deed, &plan).expect("merged");
    let view = office.campaign(id).expect("view");
    assert_eq!((view.rows.len(), view.served()), (1, (1, 1)));
    for family in [keep, gone] {
        assert!(matches!(serve(office, id, family), Err(OfficeError::Aid(AidFault::Served { .. }))));
    }
}

#[test]
fn the_register_is_asked_since_when_somebody_got_nothing() {
    let (mut main, id, served) = a_campaign();
    let other = register(&mut main, a_family_of("Бондар Ганна Іванівна").displaced());
    let office = &mut main.office;
    let none = |since: &str| Filter { no_aid_since: Some(day(since)), ..Filter::default() };
    let ask =
        |office: &mut Office, since: &str| office.listed_families(&none(since), Default::default()).expect("listed");
    let act = serve(office, id, served).expect("served");
    assert_eq!(ask(office, "2026-11-01"), [other]);
    assert_eq!(ask(office, "2026-11-22").len(), 2);
    let deed = office.new_deed();
    office.reverse(deed, act.act, "помилка").expect("taken back");
    assert_eq!(ask(office, "2026-11-01").len(), 2, "what was taken back was not given");
}
