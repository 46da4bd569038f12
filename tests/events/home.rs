//! Events on the other screens: the day on the search, who waits for reception, what the box finds, what cards tell.

use crate::common::flow::Flow;
use crate::common::{AnOffice, a_family, a_family_of, an_office, day, name, phone};
use crate::fixture::{club, frame, hours, make, make_one, session_on};
use rstest::rstest;
use stiika::domain::event::{EnrolmentSource, Frame, MarkSource, Outcome, RegisterOf};
use stiika::domain::id::{FamilyId, PersonId, SessionId};
use stiika::domain::person::{BirthDate, Precision};
use stiika::domain::staff::Role;
use stiika::office::Office;
use stiika::office::events::{Attendee, MarkOrder, Newcomer};
use stiika::text::Lang;

/// A club that meets today with two people of one family on its list, one of them marked; a group of the afternoon, restricted; and
/// something in the evening.
fn a_day() -> (AnOffice, FamilyId, Vec<PersonId>, SessionId) {
    let mut main = an_office();
    let family = main.register(&a_family().with_child(13).draft()).family;
    main.register(&a_family_of("Бондар Марія Іванівна").draft());
    let people: Vec<PersonId> =
        main.office.card(family).expect("card").members.iter().map(|member| member.person).collect();
    let series = make(&mut main.office, &club("Підлітковий клуб"));
    let today = session_on(&mut main.office, series, "2026-11-21");
    let deed = main.office.new_deed();
    main.office.enrol(deed, RegisterOf::Series(series), &people, EnrolmentSource::Hand).expect("enrolled");
    mark(&mut main.office, today, people[1], Outcome::Present);
    let quiet = Frame { hours: hours("14:00", "15:30"), restricted: true, ..frame("Тиха група") };
    let quiet = make_one(&mut main.office, &quiet, "2026-11-21");
    mark(&mut main.office, quiet, people[0], Outcome::Present);
    make_one(&mut main.office, &Frame { hours: hours("18:00", "19:00"), ..frame("Вечір ігор") }, "2026-11-21");
    make_one(&mut main.office, &frame("Клуб читачів"), "2026-11-30");
    (main, family, people, today)
}

fn mark(office: &mut Office, session: SessionId, person: PersonId, outcome: Outcome) {
    let deed = office.new_deed();
    let order = MarkOrder { person, outcome: Some(outcome), reason: String::new(), source: MarkSource::List };
    office.mark(deed, session, &[order]).expect("marked");
}

fn desk_of(mut main: AnOffice, role: Role) -> Flow {
    let at_desk = main.desk_of(role);
    Flow::of(main, at_desk, Lang::Uk)
}

#[rstest]
fn the_day_on_the_search(#[values(Lang::Uk, Lang::En)] lang: Lang, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let (main, ..) = a_day();
    let at_desk = main.another_desk();
    let desk = Flow::of(main, at_desk, lang).sized(size.0, size.1);
    insta::assert_snapshot!(format!("home_day_{}_{}", lang.code(), size.0), desk.screen());
}

#[test]
fn whoever_may_not_see_a_group_sees_that_the_hour_is_taken_and_a_storekeeper_sees_no_events() {
    let (main, ..) = a_day();
    desk_of(main, Role::Reception).shows("Підлітковий клуб").shows("1/2").shows("зайнято").hides("Тиха група");
    let (main, ..) = a_day();
    desk_of(main, Role::Storekeeper).shows("Сьогодні").hides("Заняття сьогодні").hides("Підлітковий клуб");
}

#[test]
fn what_is_over_makes_room_for_what_comes() {
    let at = |hours: i64| {
        let (main, ..) = a_day();
        main.clock.move_on(chrono::Duration::hours(hours));
        let at_desk = main.another_desk();
        Flow::of(main, at_desk, Lang::Uk)
    };
    at(0).shows("Підлітковий клуб").hides("Вечір ігор");
    at(3).shows("Вечір ігор").hides("Підлітковий клуб");
}

#[test]
fn whoever_was_written_down_at_a_session_waits_at_reception_until_completed() {
    let (mut main, _, _, today) = a_day();
    let birth = BirthDate { date: day("2013-01-01"), precision: Precision::Year };
    let new = Newcomer { name: name("Гнатюк Софія"), birth, sex: None };
    let deed = main.office.new_deed();
    let (person, _) = main.office.add_newcomer(deed, today, &new).expect("added");
    let mut desk = desk_of(main, Role::Reception);
    desk.shows("Дореєструвати після занять: 1");
    desk.keys("<Enter>").shows("Дореєструвати · 1").shows("Гнатюк Софія").shows("Підлітковий клуб");
    // Her own form is open; a phone is written, and she is off the list.
    desk.keys("<Enter>").shows("Гнатюк").keys("<Esc>").shows("Гнатюк Софія");
    let office = &mut desk.office.office;
    let base = office.person_card(person).expect("card").single;
    let mut mine = base.clone();
    mine.person.phones.push(phone("0671234567"));
    let deed = office.new_deed();
    office.correct_single(deed, person, &base, &mine).expect("completed");
    desk.looks_around().keys("<Esc>").hides("Дореєструвати");
}

#[test]
fn the_box_finds_series_and_sessions_by_their_titles() {
    let (main, ..) = a_day();
    let mut desk = desk_of(main, Role::Trainer);
    desk.keys("клуб").shows("Гуртки, групи, курси").shows("Заняття й заходи").shows("Клуб читачів");
    desk.keys("<Esc>тиха").hides("Тиха група");
    desk.keys("<Esc>клуб чита<Enter>").shows("Клуб читачів");
    let (main, ..) = a_day();
    desk_of(main, Role::Storekeeper).keys("клуб").hides("Клуб читачів");
    let (main, ..) = a_day();
    desk_of(main, Role::CaseWorker).keys("тиха").shows("Тиха група");
}

#[test]
fn cards_tell_at_what_their_people_were() {
    let (mut main, family, people, today) = a_day();
    let seen = main.office.attended(Attendee::Family(family)).expect("attended");
    assert_eq!((seen.total, seen.present, seen.rows.len()), (2, 2, 2));
    assert_eq!(main.office.attended(Attendee::Person(people[1])).expect("attended").rows[0].session, today);
    let mut reception = main.desk_of(Role::Reception);
    let seen = reception.attended(Attendee::Family(family)).expect("attended");
    assert_eq!(
        (seen.total, seen.rows[0].title.as_str()),
        (1, "Підлітковий клуб"),
        "what is restricted is not even counted"
    );
    let mut store = main.desk_of(Role::Storekeeper);
    assert!(store.attended(Attendee::Family(family)).is_err());
    let at_desk = main.another_desk();
    let mut desk = Flow::of(main, at_desk, Lang::Uk).sized(120, 40);
    desk.keys("шевч<Enter>").shows("Заняття · 2 відвідування з 2").shows("21.11.2026 ● Підлітковий клуб · ");
}
