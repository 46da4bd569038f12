//! Lists of the register at the office: what a filter finds, who may ask what, deeds over many families.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

use chrono::{Duration, NaiveDate};
use common::{AnOffice, a_family_of, an_office, category, correct, day};
use proptest::prelude::*;
use std::cell::RefCell;
use stiika::domain::category::{Category, CategoryCode};
use stiika::domain::clock::Clock;
use stiika::domain::draft::{FamilyDraft, MemberDraft};
use stiika::domain::family::Relation;
use stiika::domain::filter::{Area, Filter, Missing, Order, Settlement, Span, State};
use stiika::domain::id::FamilyId;
use stiika::domain::person::{BirthDate, Consent, PersonName, Precision, Sex};
use stiika::domain::place::CODIFIER;
use stiika::domain::staff::{Right, Role};
use stiika::office::{Exported, Office, OfficeError, Selection, Target, Which};

const CODES: [&str; 4] = ["displaced", "military", "hardship", "large_family"];
const SURNAMES: [&str; 6] = ["Шевченко", "Гнатюк", "Ґудзь", "Євтушенко", "Іваненко", "Їжак"];

/// A family with what the office knows of it beside the draft.
#[derive(Clone)]
struct Known {
    id: FamilyId,
    draft: FamilyDraft,
    contact: NaiveDate,
}

/// Repeatable chance.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn often(&mut self) -> bool {
        self.roll(4) != 0
    }
}

fn member(dice: &mut Dice, place: usize, today: NaiveDate) -> MemberDraft {
    let mut member =
        MemberDraft::new(if place == 0 { Relation::Head } else { [Relation::Son, Relation::Other][dice.roll(2)] });
    member.name = PersonName {
        surname: SURNAMES[dice.roll(6)].to_owned(),
        given: ["Оксана", "Тарас", "Мар’яна"][dice.roll(3)].to_owned(),
        patronymic: if dice.often() { "Петрівна".to_owned() } else { String::new() },
    };
    member.sex = [Some(Sex::Female), Some(Sex::Male), None][dice.roll(3)];
    if dice.often() {
        let years = if place == 0 { 20 + dice.roll(50) } else { dice.roll(25) };
        let days = i64::try_from(years * 365 + dice.roll(365)).unwrap();
        member.birth = Some(BirthDate { date: today - Duration::days(days), precision: Precision::Day });
    }
    if dice.roll(3) == 0 {
        member.phones.push(common::phone(&format!("067{:07}", dice.roll(9_999_999))));
    }
    if dice.roll(3) == 0 {
        member.consent = Some(Consent::Law);
    }
    if dice.roll(4) == 0 {
        member.categories.push(dated(dice, today));
    }
    member
}

fn dated(dice: &mut Dice, today: NaiveDate) -> Category {
    let mut held = category(CODES[dice.roll(4)]);
    if dice.roll(2) == 0 {
        held.since = Some(today - Duration::days(i64::try_from(dice.roll(700)).unwrap()));
    }
    if dice.roll(3) == 0 {
        held.until = Some(today - Duration::days(100) + Duration::days(i64::try_from(dice.roll(300)).unwrap()));
    }
    held
}

/// Settlements of the codifier, one of each area.
fn places() -> [(String, String, Area); 2] {
    ["м. Луцьк", "с. Жидичин"].map(|name| {
        let place = CODIFIER.settlement_named(name, None).unwrap();
        (place.code.to_owned(), place.title(), if place.is_rural() { Area::Rural } else { Area::Urban })
    })
}

fn family(dice: &mut Dice, today: NaiveDate) -> FamilyDraft {
    let mut draft = FamilyDraft::new(today - Duration::days(i64::try_from(dice.roll(400)).unwrap()));
    if dice.roll(5) == 0 {
        draft.closed_on = Some(today - Duration::days(3) + Duration::days(i64::try_from(dice.roll(6)).unwrap()));
    }
    let places = places();
    match dice.roll(4) {
        0 => {}
        1 => draft.actual.street = "вул. Лісова".to_owned(),
        _ => {
            let (code, name, _) = &places[dice.roll(2)];
            (draft.actual.settlement, draft.actual.settlement_code) = (name.clone(), Some(code.clone()));
            draft.actual.street = ["вул. Кравчука", "вул. Лісова"][dice.roll(2)].to_owned();
        }
    }
    if dice.roll(5) == 0 {
        draft.actual.district = "Жидичинський".to_owned();
    }
    for _ in 0..dice.roll(3) {
        let held = dated(dice, today);
        // A family holds a category of one beginning once.
        if !draft.categories.iter().any(|there| there.code == held.code && there.since == held.since) {
            draft.categories.push(held);
        }
    }
    draft.members = (0..1 + dice.roll(5)).map(|place| member(dice, place, today)).collect();
    draft
}

/// What the filter would find, said again over drafts without the program's own filter.
fn naive(filter: &Filter, family: &Known, today: NaiveDate) -> bool {
    let draft = &family.draft;
    let on = filter.in_force_on.unwrap_or(today);
    let in_force = |held: &Category| held.since.is_none_or(|day| day <= on) && held.until.is_none_or(|day| day >= on);
    let held: Vec<&str> = draft
        .categories
        .iter()
        .chain(draft.members.iter().flat_map(|member| &member.categories))
        .filter(|held| in_force(held))
        .map(|held| held.code.0.as_str())
        .collect();
    let has = |code: &CategoryCode| held.contains(&code.0.as_str());
    let ages: Vec<u32> =
        draft.members.iter().filter_map(|member| member.birth).map(|birth| birth.age_on(today)).collect();
    let children: Vec<u32> = ages.into_iter().filter(|age| *age < 18).collect();
    let within = |span: Span<u32>, value: usize| {
        let value = u32::try_from(value).unwrap();
        span.from.is_none_or(|from| value >= from) && span.to.is_none_or(|to| value <= to)
    };
    let closed = draft.closed_on.is_some_and(|day| day <= today);
    let lower = |text: &str| text.to_lowercase().replace(['’', '\''], "").replace('ґ', "г");
    let area = if !draft.actual.district.is_empty() {
        Some(Area::Rural)
    } else {
        places().into_iter().find(|(code, ..)| Some(code) == draft.actual.settlement_code.as_ref()).map(|place| place.2)
    };
    let lacks = |missing: &Missing| match missing {
        Missing::Phone => draft.members.iter().all(|member| member.phones.is_empty()),
        Missing::BirthDate => draft.members.iter().any(|member| member.birth.is_none()),
        Missing::Address => draft.actual.is_empty(),
        Missing::Settlement => draft.actual.settlement.is_empty(),
        Missing::Consent => draft.members[0].consent.is_none(),
        Missing::Papers => draft.members.iter().all(|member| member.documents.is_empty()),
        Missing::Patronymic => draft.members.iter().any(|member| member.name.patronymic.is_empty()),
        Missing::Sex => draft.members.iter().any(|member| member.sex.is_none()),
        Missing::Category => {
            let now = |held: &&Category| held.in_force_on(today);
            !draft
                .categories
                .iter()
                .chain(draft.members.iter().flat_map(|member| &member.categories))
                .any(|held| now(&held))
        }
    };
    (match filter.state {
        State::Open => !closed,
        State::Closed => closed,
        State::All => true,
    }) && (filter.any_of.is_empty() || filter.any_of.iter().any(has))
        && filter.all_of.iter().all(has)
        && filter.none_of.iter().all(|code| !has(code))
        && filter.district.as_ref().is_none_or(|district| lower(district) == lower(&draft.actual.district))
        && filter.settlement.as_ref().is_none_or(|place| place.code == draft.actual.settlement_code)
        && filter.area.is_none_or(|wanted| area == Some(wanted))
        && (filter.child_age == Span::default() || children.iter().any(|age| within(filter.child_age, *age as usize)))
        && within(filter.members, draft.members.len())
        && within(filter.children, children.len())
        && filter.registered.from.is_none_or(|from| draft.registered_on >= from)
        && filter.registered.to.is_none_or(|to| draft.registered_on <= to)
        && filter.contact_since.is_none_or(|since| family.contact >= since)
        && filter.no_contact_since.is_none_or(|since| family.contact < since)
        && (filter.missing.is_empty() || filter.missing.iter().any(lacks))
        && draft
            .members
            .iter()
            .any(|member| lower(&filter.name).split_whitespace().all(|word| lower(&member.name.full()).contains(word)))
        && lower(&draft.actual.street).contains(&lower(&filter.street))
}

struct Register {
    office: AnOffice,
    desk: Office,
    families: Vec<Known>,
}

/// Families registered over some weeks, and a desk that has read them.
fn a_register() -> Register {
    let mut office = an_office();
    let mut dice = Dice(11);
    let mut families = Vec::new();
    for _ in 0..70 {
        office.clock.move_on(Duration::days(i64::try_from(dice.roll(2)).unwrap()));
        let today = office.clock.today();
        let draft = family(&mut dice, today);
        let id = office.register(&draft).family;
        families.push(Known { id, draft, contact: today });
    }
    let desk = office.another_desk();
    Register { office, desk, families }
}

fn codes() -> impl Strategy<Value = Vec<CategoryCode>> {
    proptest::collection::vec(0..CODES.len(), 0..3)
        .prop_map(|places| places.into_iter().map(|place| CategoryCode(CODES[place].to_owned())).collect())
}

fn span(most: u32) -> impl Strategy<Value = Span<u32>> {
    let end = move || proptest::option::weighted(0.3, 0..most);
    (end(), end()).prop_map(|(from, to)| Span { from, to })
}

fn some_day() -> impl Strategy<Value = Option<NaiveDate>> {
    proptest::option::weighted(0.25, (0_i64..500).prop_map(|days| day("2027-01-20") - Duration::days(days)))
}

prop_compose! {
    fn some_filter()(
        (state, area, place) in (0_usize..3, 0_usize..6, 0_usize..6),
        (any_of, all_of, none_of) in (codes(), codes(), codes()),
        (on, from, to, contact_since, no_contact_since) in (some_day(), some_day(), some_day(), some_day(), some_day()),
        (child_age, members, children) in (span(18), span(6), span(5)),
        missing in proptest::collection::vec(0..Missing::ALL.len(), 0..2),
        (name, street, district) in (0_usize..12, 0_usize..8, 0_usize..10),
        // Every condition at once would find nothing: some are left out.
        left_out in 0_u32..4096,
    ) -> Filter {
        let keeps = |bit: u32| left_out & (1 << bit) == 0;
        let places = places();
        Filter {
            state: State::ALL[state],
            any_of: if keeps(0) { any_of } else { vec![] },
            all_of: if keeps(1) { all_of } else { vec![] },
            none_of: if keeps(2) { none_of } else { vec![] },
            in_force_on: on,
            district: (district == 0).then(|| "ЖИДИЧИНСЬКИЙ".to_owned()),
            settlement: places.get(place).map(|(code, name, _)| Settlement { code: Some(code.clone()), name: name.clone() }),
            area: [Some(Area::Rural), Some(Area::Urban)].get(area).copied().flatten(),
            child_age: if keeps(3) { child_age } else { Span::default() },
            members: if keeps(4) { members } else { Span::default() },
            children: if keeps(5) { children } else { Span::default() },
            registered: Span { from: from.filter(|_| keeps(6)), to: to.filter(|_| keeps(7)) },
            contact_since: contact_since.filter(|_| keeps(8)),
            no_contact_since: no_contact_since.filter(|_| keeps(9)),
            // Nobody here was given anything: it holds for everybody, whatever the day.
            no_aid_since: from.filter(|_| keeps(11)),
            missing: missing.into_iter().filter(|_| keeps(10)).map(|place| Missing::ALL[place]).collect(),
            name: ["гудзь", "мар'яна їж", "шев окс"].get(name).copied().unwrap_or_default().to_owned(),
            street: ["лісов", "Кравчука"].get(street).copied().unwrap_or_default().to_owned(),
            list: None,
        }
    }
}

fn found(desk: &mut Office, filter: &Filter) -> Vec<FamilyId> {
    let mut found = desk.listed_families(filter, Order::Name).unwrap();
    found.sort_unstable();
    found
}

fn expected(families: &[Known], filter: &Filter, today: NaiveDate) -> Vec<FamilyId> {
    let mut expected: Vec<FamilyId> =
        families.iter().filter(|family| naive(filter, family, today)).map(|family| family.id).collect();
    expected.sort_unstable();
    expected
}

#[test]
fn any_filter_finds_what_its_conditions_say() {
    let register = RefCell::new(a_register());
    let mut hits = 0;
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(600));
    let hits_seen = RefCell::new(&mut hits);
    runner
        .run(&some_filter(), |filter| {
            let mut register = register.borrow_mut();
            let today = register.office.clock.today();
            let Register { desk, families, .. } = &mut *register;
            let expected = expected(families, &filter, today);
            **hits_seen.borrow_mut() += usize::from(!expected.is_empty());
            prop_assert_eq!(found(desk, &filter), expected);
            let page = desk.listed(&filter, Order::Registered, 0, 500).unwrap();
            prop_assert_eq!(page.rows.len(), page.totals.families);
            prop_assert_eq!(page.totals.children, page.rows.iter().map(|row| row.children.len()).sum::<usize>());
            prop_assert_eq!(page.totals.people, page.rows.iter().map(|row| row.members).sum::<usize>());
            prop_assert!(page.rows.is_sorted_by_key(|row| std::cmp::Reverse(row.registered_on)));
            Ok(())
        })
        .unwrap();
    assert!(hits > 100, "the filters of this test find nothing: {hits}");
}

#[test]
fn lists_follow_every_change_that_this_desk_and_others_make() {
    let Register { mut office, mut desk, mut families } = a_register();
    let filters = [
        Filter::default(),
        Filter { state: State::All, missing: vec![Missing::Phone], ..Filter::default() },
        Filter { any_of: vec![CategoryCode("displaced".to_owned())], ..Filter::default() },
        Filter { children: Span { from: Some(2), to: None }, ..Filter::default() },
        Filter { no_contact_since: Some(day("2026-12-20")), ..Filter::default() },
    ];
    let mut dice = Dice(5);
    office.clock.move_on(Duration::days(3));
    let today = office.clock.today();
    for round in 0..25 {
        let place = dice.roll(families.len());
        let known = families[place].clone();
        let base = FamilyDraft::of_card(&office.office.card(known.id).unwrap());
        let mut mine = base.clone();
        match dice.roll(4) {
            0 => mine.members.push(member(&mut dice, 1, today)),
            1 => mine.categories = vec![category("displaced")],
            2 => mine.actual.street = "вул. Нова".to_owned(),
            _ => mine.members[0].phones = vec![common::phone(&format!("050{round:07}"))],
        }
        let by = if round % 2 == 0 { &mut office.office } else { &mut desk };
        correct(by, known.id, &base, &mine).unwrap();
        let draft = FamilyDraft::of_card(&by.card(known.id).unwrap());
        families[place] = Known { draft, contact: if mine == base { known.contact } else { today }, ..known };
        for filter in &filters {
            assert_eq!(found(&mut desk, filter), expected(&families, filter, today), "{filter:?}");
        }
    }
}

fn code(code: &str) -> Vec<CategoryCode> {
    vec![CategoryCode(code.to_owned())]
}

#[test]
fn nobody_asks_by_what_they_may_not_see() {
    let mut office = an_office();
    office.register(&a_family_of("Шевченко Оксана Петрівна").with_category("violence_survivor").draft());
    let sensitive = Filter { any_of: code("violence_survivor"), ..Filter::default() };
    let without = Filter { none_of: code("violence_survivor"), ..Filter::default() };
    let mut director = office.desk_of(Role::Director);
    for filter in [&sensitive, &without] {
        let refused = director.listed(filter, Order::Name, 0, 10);
        assert_eq!(refused, Err(OfficeError::NotAllowed(Right::SeeSensitive)));
        let deed = director.new_deed();
        assert_eq!(director.save_filter(deed, "відбір", filter), Err(OfficeError::NotAllowed(Right::SeeSensitive)));
    }
    // What is no category for them is none in a list of those who lack any.
    let bare = Filter { missing: vec![Missing::Category], ..Filter::default() };
    assert_eq!(director.listed(&bare, Order::Name, 0, 10).unwrap().totals.families, 1);
    assert!(director.listed(&bare, Order::Name, 0, 10).unwrap().rows[0].categories.is_empty());
    assert_eq!(office.office.listed(&bare, Order::Name, 0, 10).unwrap().totals.families, 0);
    assert_eq!(office.office.listed(&sensitive, Order::Name, 0, 10).unwrap().totals.families, 1);
    for role in [Role::Storekeeper, Role::Trainer] {
        let mut desk = office.desk_of(role);
        let refused = desk.listed(&Filter::default(), Order::Name, 0, 10);
        assert_eq!(refused, Err(OfficeError::NotAllowed(Right::SeeLists)));
        assert_eq!(desk.list_choices().unwrap_err(), OfficeError::NotAllowed(Right::SeeLists));
    }
}

#[test]
fn a_filter_or_list_of_a_sensitive_category_is_not_there_for_others() {
    let mut office = an_office();
    office.register(&a_family_of("Шевченко Оксана Петрівна").with_category("offender").draft());
    let filter = Filter { any_of: code("offender"), ..Filter::default() };
    let desk = &mut office.office;
    let deed = desk.new_deed();
    desk.save_filter(deed, "програма", &filter).unwrap();
    let deed = desk.new_deed();
    let all = Selection { filter, which: Which::Found(1), sensitive: false };
    desk.put_in_list(deed, &all, &Target::New("група".to_owned()), &mut |_, _| {}).unwrap();
    let mine = desk.list_choices().unwrap();
    assert_eq!((mine.filters.len(), mine.lists.len(), mine.lists[0].restricted), (1, 1, true));
    let list = mine.lists[0].id;
    let mut director = office.desk_of(Role::Director);
    let theirs = director.list_choices().unwrap();
    assert!(theirs.filters.is_empty() && theirs.lists.is_empty());
    let by_list = Filter { list: Some(list), ..Filter::default() };
    assert_eq!(director.listed(&by_list, Order::Name, 0, 10), Err(OfficeError::NoSuchList));
    let deed = director.new_deed();
    assert_eq!(director.remove_list(deed, list), Err(OfficeError::NoSuchList));
}

/// Three families of which one is displaced, and a desk that looks at all.
fn three() -> (AnOffice, Vec<FamilyId>) {
    let mut office = an_office();
    let ids = vec![
        office.register(&a_family_of("Ґудзь Ганна").with_note("стара нотатка").draft()).family,
        office.register(&a_family_of("Гнатюк Олег").displaced().draft()).family,
        office.register(&a_family_of("Їжак Віра").with_child(5).draft()).family,
    ];
    (office, ids)
}

fn all(count: usize) -> Selection {
    Selection { filter: Filter::default(), which: Which::Found(count), sensitive: false }
}

#[test]
fn a_category_for_many_is_given_once_and_stands_in_each_history() {
    let (mut office, ids) = three();
    let desk = &mut office.office;
    let mut given = category("displaced");
    given.basis = "рішення № 12".to_owned();
    let deed = desk.new_deed();
    let mut told = Vec::new();
    let done = desk.mass_category(deed, &all(3), &given, &mut |done, all| told.push((done, all)));
    assert_eq!(done, Ok(2), "one of them has it already");
    assert_eq!(told, [(1, 3), (2, 3), (3, 3)]);
    assert_eq!(desk.mass_category(deed, &all(3), &given, &mut |_, _| {}), Ok(2), "pressed twice is done once");
    let card = desk.card(ids[0]).unwrap();
    assert_eq!(card.categories, [given]);
    let history = desk.history(ids[0]).unwrap();
    let entry = history.iter().find(|entry| entry.action == "family-categorised").unwrap();
    assert_eq!(entry.changes[0].after, "displaced, рішення № 12");
    assert!(desk.history(ids[1]).unwrap().iter().all(|entry| entry.action != "family-categorised"));
    assert!(desk.verify_journal().unwrap().is_ok());
}

#[test]
fn a_deed_over_many_is_for_all_of_them_or_for_none() {
    let (mut office, ids) = three();
    let nobody = FamilyId::from_bytes([9; 16]);
    let marked = Selection { which: Which::Marked(vec![ids[0], ids[2], nobody]), ..all(0) };
    let desk = &mut office.office;
    let deed = desk.new_deed();
    let refused = desk.mass_category(deed, &marked, &category("military"), &mut |_, _| {});
    assert_eq!(refused, Err(OfficeError::NoSuchFamily));
    assert!(ids.iter().all(|id| !desk.card(*id).unwrap().categories.contains(&category("military"))));
    let deed = desk.new_deed();
    assert_eq!(
        desk.mass_category(deed, &all(3), &category("unheard_of"), &mut |_, _| {}),
        Err(OfficeError::UnknownCategory("unheard_of".to_owned()))
    );
}

#[test]
fn all_that_are_found_means_those_that_the_person_was_told_of() {
    let (mut office, _) = three();
    let mut desk = office.another_desk();
    office.register(&a_family_of("Нова Сім’я").draft());
    let deed = desk.new_deed();
    let refused = desk.mass_category(deed, &all(3), &category("military"), &mut |_, _| {});
    assert_eq!(refused, Err(OfficeError::ListChanged { told: 3, now: 4 }));
    let deed = desk.new_deed();
    let none = Selection { filter: Filter { name: "ніхто".to_owned(), ..Filter::default() }, ..all(0) };
    assert_eq!(desk.mass_category(deed, &none, &category("military"), &mut |_, _| {}), Err(OfficeError::NothingChosen));
}

#[test]
fn a_line_of_a_note_is_added_below_what_is_there_and_only_by_those_who_see_notes() {
    let (mut office, ids) = three();
    let desk = &mut office.office;
    let deed = desk.new_deed();
    assert_eq!(desk.mass_note(deed, &all(3), " запрошено на свято ", &mut |_, _| {}), Ok(3));
    assert_eq!(desk.card(ids[0]).unwrap().members[0].note, "стара нотатка\nзапрошено на свято");
    assert_eq!(desk.card(ids[1]).unwrap().members[0].note, "запрошено на свято");
    let mut reception = office.desk_of(Role::Reception);
    let deed = reception.new_deed();
    let refused = reception.mass_note(deed, &all(3), "рядок", &mut |_, _| {});
    assert_eq!(refused, Err(OfficeError::NotAllowed(Right::SeeNotes)));
    let deed = reception.new_deed();
    let refused = reception.mass_category(deed, &all(3), &category("offender"), &mut |_, _| {});
    assert_eq!(refused, Err(OfficeError::NotAllowed(Right::SeeSensitive)));
    let mut director = office.desk_of(Role::Director);
    let deed = director.new_deed();
    let refused = director.mass_category(deed, &all(3), &category("military"), &mut |_, _| {});
    assert_eq!(refused, Err(OfficeError::NotAllowed(Right::Edit)));
    // The note is not told to those who do not see notes, in the history either.
    let history = director.history(ids[1]).unwrap();
    let noted = history.iter().find(|entry| entry.action == "family-noted").unwrap();
    assert!(noted.changes.is_empty());
}

#[test]
fn families_are_gathered_in_a_list_found_by_it_and_taken_out_again() {
    let (mut office, ids) = three();
    let desk = &mut office.office;
    let before = desk.listed(&Filter::default(), Order::Name, 0, 9).unwrap().rows[0].last_contact;
    office.clock.move_on(Duration::days(2));
    let marked = Selection { which: Which::Marked(vec![ids[2], ids[0], ids[2]]), ..all(0) };
    let deed = desk.new_deed();
    let target = Target::New("  Миколай  2026 ".to_owned());
    assert_eq!(desk.put_in_list(deed, &marked, &target, &mut |_, _| {}), Ok(2));
    assert_eq!(desk.put_in_list(deed, &marked, &target, &mut |_, _| {}), Ok(2), "pressed twice is done once");
    let lists = desk.list_choices().unwrap().lists;
    assert_eq!((lists.len(), lists[0].name.as_str(), lists[0].families), (1, "Миколай 2026", 2));
    let list = lists[0].id;
    let by_list = Filter { list: Some(list), ..Filter::default() };
    let page = desk.listed(&by_list, Order::Name, 0, 9).unwrap();
    let names: Vec<String> = page.rows.iter().map(|row| row.head.full()).collect();
    assert_eq!(names, ["Ґудзь Ганна", "Їжак Віра"], "in the order of the alphabet");
    assert_eq!(page.rows[0].last_contact, before, "being gathered is no contact");
    let deed = desk.new_deed();
    assert_eq!(desk.put_in_list(deed, &all(3), &Target::List(list), &mut |_, _| {}), Ok(1));
    let deed = desk.new_deed();
    let again = desk.put_in_list(deed, &all(3), &Target::New("Миколай 2026".to_owned()), &mut |_, _| {});
    assert_eq!(again, Err(OfficeError::NameTaken("Миколай 2026".to_owned())));
    let deed = desk.new_deed();
    let selection = Selection { filter: by_list.clone(), which: Which::Found(3), sensitive: false };
    assert_eq!(desk.take_from_list(deed, &selection, list, &mut |_, _| {}), Ok(3));
    assert_eq!(desk.take_from_list(deed, &selection, list, &mut |_, _| {}), Ok(3), "pressed twice is done once");
    assert_eq!(desk.listed(&by_list, Order::Name, 0, 9).unwrap().totals.families, 0);
    let deed = desk.new_deed();
    desk.rename_list(deed, list, "Різдво").unwrap();
    let deed = desk.new_deed();
    desk.remove_list(deed, list).unwrap();
    assert!(desk.list_choices().unwrap().lists.is_empty());
    assert_eq!(desk.listed(&by_list, Order::Name, 0, 9), Err(OfficeError::NoSuchList));
}

#[test]
fn a_saved_filter_finds_the_same_again_and_its_name_is_free_when_it_is_gone() {
    let (mut office, ids) = three();
    let desk = &mut office.office;
    let filter = Filter { children: Span { from: Some(1), to: None }, ..Filter::default() };
    let deed = desk.new_deed();
    desk.save_filter(deed, "з дітьми", &filter).unwrap();
    desk.save_filter(deed, "з дітьми", &filter).unwrap();
    let deed = desk.new_deed();
    assert_eq!(desk.save_filter(deed, "з дітьми", &filter), Err(OfficeError::NameTaken("з дітьми".to_owned())));
    assert_eq!(desk.save_filter(deed, "  ", &filter), Err(OfficeError::NameEmpty));
    let mut other = office.another_desk();
    let saved = other.list_choices().unwrap().filters;
    assert_eq!((saved.len(), &saved[0].filter), (1, &filter));
    assert_eq!(found(&mut other, &saved[0].filter), [ids[2]]);
    let deed = other.new_deed();
    other.remove_filter(deed, saved[0].id).unwrap();
    let deed = other.new_deed();
    other.save_filter(deed, "з дітьми", &filter).unwrap();
}

#[test]
fn an_export_of_a_list_is_written_down_for_each_family_and_says_only_what_its_reader_sees() {
    let (mut office, ids) = three();
    let mut director = office.desk_of(Role::Director);
    let mut notes = Vec::new();
    director
        .export_selected(&all(3), &mut |exported| {
            if let Exported::Family(card) = exported {
                notes.push((card.id, card.members[0].note.clone()));
            }
        })
        .unwrap();
    assert_eq!(notes.len(), 3);
    assert!(notes.iter().all(|(_, note)| note.is_empty()));
    let history = director.history(ids[0]).unwrap();
    assert_eq!(history.iter().filter(|entry| entry.action == "family-exported").count(), 1);
    let mut reception = office.desk_of(Role::Reception);
    let refused = reception.export_selected(&all(3), &mut |_| panic!("nothing is handed out"));
    assert_eq!(refused, Err(OfficeError::NotAllowed(Right::Export)));
}

#[test]
fn looking_at_a_card_is_no_contact_and_correcting_it_is() {
    let (mut office, ids) = three();
    office.clock.move_on(Duration::days(40));
    let desk = &mut office.office;
    let quiet = Filter { no_contact_since: Some(day("2026-12-20")), ..Filter::default() };
    let base = FamilyDraft::of_card(&desk.card(ids[0]).unwrap());
    desk.glance(ids[1]).unwrap();
    desk.card_on(ids[2], day("2026-11-21")).unwrap();
    assert_eq!(desk.listed(&quiet, Order::Contact, 0, 9).unwrap().totals.families, 3);
    let mut mine = base.clone();
    mine.actual.flat = "7".to_owned();
    correct(desk, ids[0], &base, &mine).unwrap();
    assert_eq!(found(desk, &quiet), {
        let mut rest = vec![ids[1], ids[2]];
        rest.sort_unstable();
        rest
    });
}

#[test]
fn a_deed_over_many_is_taken_back_as_one() {
    let (mut office, ids) = three();
    let desk = &mut office.office;
    let deed = desk.new_deed();
    desk.mass_category(deed, &all(3), &category("military"), &mut |_, _| {}).unwrap();
    let military = Filter { any_of: code("military"), ..Filter::default() };
    assert_eq!(found(desk, &military).len(), 3);
    let last = desk.last_deed().unwrap().unwrap();
    assert_eq!((last.deed, last.count), (deed, Some(3)));
    let undo = desk.new_deed();
    desk.undo(undo, deed, "не ті").unwrap();
    assert!(found(desk, &military).is_empty());
    assert!(desk.history(ids[2]).unwrap().iter().any(|entry| entry.action == "deed-undone"));
    let deed = desk.new_deed();
    desk.mass_note(deed, &all(3), "рядок", &mut |_, _| {}).unwrap();
    let undo = desk.new_deed();
    desk.undo(undo, deed, "").unwrap();
    assert_eq!(desk.card(ids[0]).unwrap().members[0].note, "стара нотатка");
}

#[test]
fn lists_and_saved_filters_come_and_go_back_with_their_deeds() {
    let (mut office, _) = three();
    let desk = &mut office.office;
    let put = desk.new_deed();
    desk.put_in_list(put, &all(3), &Target::New("свято".to_owned()), &mut |_, _| {}).unwrap();
    let list = desk.list_choices().unwrap().lists[0].id;
    let by_list = Filter { list: Some(list), ..Filter::default() };
    let removed = desk.new_deed();
    desk.remove_list(removed, list).unwrap();
    let undo = desk.new_deed();
    desk.undo(undo, removed, "").unwrap();
    assert_eq!(found(desk, &by_list).len(), 3);
    let out = desk.new_deed();
    let shown = Selection { filter: by_list.clone(), which: Which::Found(3), sensitive: false };
    desk.take_from_list(out, &shown, list, &mut |_, _| {}).unwrap();
    assert!(found(desk, &by_list).is_empty());
    let undo = desk.new_deed();
    desk.undo(undo, out, "").unwrap();
    assert_eq!(found(desk, &by_list).len(), 3);
    let saved = desk.new_deed();
    desk.save_filter(saved, "усі", &Filter::default()).unwrap();
    let filter = desk.list_choices().unwrap().filters[0].id;
    let gone = desk.new_deed();
    desk.remove_filter(gone, filter).unwrap();
    let undo = desk.new_deed();
    desk.undo(undo, gone, "").unwrap();
    assert_eq!(desk.list_choices().unwrap().filters.len(), 1);
}

#[test]
fn a_registration_that_was_taken_back_is_in_no_list_and_in_no_deed_over_many() {
    let (mut office, ids) = three();
    let desk = &mut office.office;
    let deed = desk.new_deed();
    let mistaken = desk.register(deed, &a_family_of("Зайва Сім’я").draft()).unwrap().family;
    assert_eq!(found(desk, &Filter::default()).len(), 4);
    let undo = desk.new_deed();
    desk.undo(undo, deed, "двічі").unwrap();
    assert_eq!(found(desk, &Filter { state: State::All, ..Filter::default() }).len(), 3);
    let marked = Selection { which: Which::Marked(vec![ids[0], mistaken]), ..all(0) };
    let deed = desk.new_deed();
    assert_eq!(desk.mass_category(deed, &marked, &category("military"), &mut |_, _| {}), Ok(1));
}

#[test]
fn a_list_that_a_colleague_went_on_gathering_is_not_taken_back_with_its_making() {
    let (mut office, ids) = three();
    let mut colleague = office.desk_of(Role::Reception);
    let desk = &mut office.office;
    let made = desk.new_deed();
    let first = Selection { which: Which::Marked(vec![ids[0]]), ..all(0) };
    desk.put_in_list(made, &first, &Target::New("свято".to_owned()), &mut |_, _| {}).unwrap();
    let list = desk.list_choices().unwrap().lists[0].id;
    let second = Selection { which: Which::Marked(vec![ids[1]]), ..all(0) };
    let theirs = colleague.new_deed();
    colleague.put_in_list(theirs, &second, &Target::List(list), &mut |_, _| {}).unwrap();
    let undo = desk.new_deed();
    assert!(matches!(desk.undo(undo, made, ""), Err(OfficeError::ChangedLater { .. })));
    let undo = colleague.new_deed();
    colleague.undo(undo, theirs, "").unwrap();
    let undo = desk.new_deed();
    desk.undo(undo, made, "").unwrap();
    assert!(desk.list_choices().unwrap().lists.is_empty());
}

#[test]
fn a_list_stays_restricted_while_anybody_put_into_it_as_such_is_in_it() {
    let (mut office, ids) = three();
    let mut colleague = office.desk_of(Role::CaseWorker);
    let mut director = office.desk_of(Role::Director);
    let desk = &mut office.office;
    let made = desk.new_deed();
    desk.make_list(made, "група").unwrap();
    let list = desk.list_choices().unwrap().lists[0].id;
    let put = |desk: &mut Office, family: FamilyId| {
        let deed = desk.new_deed();
        let one = Selection { which: Which::Marked(vec![family]), sensitive: true, ..all(0) };
        desk.put_in_list(deed, &one, &Target::List(list), &mut |_, _| {}).unwrap();
        deed
    };
    let back = |desk: &mut Office, what| {
        let undo = desk.new_deed();
        desk.undo(undo, what, "").unwrap();
        undo
    };
    let mine = put(desk, ids[0]);
    let theirs = put(&mut colleague, ids[1]);
    back(&mut colleague, theirs);
    back(desk, mine);
    assert_eq!(director.list_choices().unwrap().lists.len(), 1, "nobody is in it");
    let mine = put(desk, ids[0]);
    put(&mut colleague, ids[1]);
    let undone = back(desk, mine);
    assert!(director.list_choices().unwrap().lists.is_empty(), "the colleague's family says by its place what it is");
    back(desk, undone);
    assert!(director.list_choices().unwrap().lists.is_empty());
}
