//! Stories of series and sessions: made, changed, moved, called off, and what clashes.

use crate::common::a_family;
use crate::common::{an_office, day};
use crate::fixture::{club, days, enrol, frame, hours, make, make_one, mark, people, saturdays, session_on, undo_last};
use chrono::Duration;
use stiika::domain::event::{
    Clash, EventFault, Frame, Heads, Outcome, RecurrenceFault, RegisterOf, SeriesDraft, SessionDraft, SessionStatus,
    Trainer,
};
use stiika::office::OfficeError;

const ALL: [&str; 6] = ["2026-10-31", "2026-11-07", "2026-11-14", "2026-11-21", "2026-11-28", "2026-12-05"];

#[test]
fn a_series_has_its_sessions_from_the_first_moment_and_pressing_twice_makes_one() {
    let mut main = an_office();
    let deed = main.office.new_deed();
    let series = main.office.make_series(deed, &club("Шахи")).expect("made");
    assert_eq!(main.office.make_series(deed, &club("Шахи")), Ok(series));
    assert_eq!(days(&mut main.office, series), ALL);
    let month = main.office.calendar(day("2026-11-01"), day("2026-11-30")).expect("calendar");
    assert_eq!(month.iter().map(|entry| entry.held_on.to_string()).collect::<Vec<_>>(), ALL[1..5]);
    assert!(month.iter().all(|entry| entry.series == Some(series) && !entry.clashes));
    let listed = main.office.series_list().expect("list").remove(0);
    assert_eq!((listed.planned, listed.held, listed.next.map(|(_, day)| day)), (6, 0, Some(day("2026-11-21"))));
}

#[test]
fn a_series_that_is_taken_back_leaves_nothing_and_comes_back_whole() {
    let mut main = an_office();
    make(&mut main.office, &club("Шахи"));
    undo_last(&mut main.office).expect("undone");
    assert!(main.office.series_list().expect("list").is_empty());
    assert!(main.office.calendar(day("2026-10-01"), day("2026-12-31")).expect("calendar").is_empty());
    undo_last(&mut main.office).expect("put back");
    assert_eq!(main.office.calendar(day("2026-10-01"), day("2026-12-31")).expect("calendar").len(), 6);
}

#[test]
fn a_series_somebody_came_to_is_not_taken_back() {
    let mut main = an_office();
    let who = people(&mut main.office, &a_family().draft())[0];
    let deed = main.office.new_deed();
    let series = main.office.make_series(deed, &club("Шахи")).expect("made");
    let today = session_on(&mut main.office, series, "2026-11-21");
    mark(&mut main.office, today, who, Outcome::Present).expect("marked");
    let taking_back = main.office.new_deed();
    let refused = main.office.undo(taking_back, deed, "");
    assert!(
        matches!(refused, Err(OfficeError::ChangedLater { ref action, .. }) if action == "attendance-marked"),
        "{refused:?}"
    );
}

#[test]
fn what_a_form_lacks_is_said_and_nothing_is_written() {
    let mut main = an_office();
    let mut refused = |change: &dyn Fn(&mut SeriesDraft)| {
        let mut draft = club("Шахи");
        change(&mut draft);
        let deed = main.office.new_deed();
        main.office.make_series(deed, &draft).expect_err("refused")
    };
    for (change, fault) in [
        (
            &(|draft: &mut SeriesDraft| draft.frame.title = "  ".to_owned()) as &dyn Fn(&mut SeriesDraft),
            EventFault::Title,
        ),
        (&|draft| draft.frame.kind = "campaign".into(), EventFault::IsCampaign),
        (&|draft| draft.frame.kind = "karate".into(), EventFault::Unknown("kind", "karate".to_owned())),
        (&|draft| draft.frame.room = Some("attic".into()), EventFault::Unknown("room", "attic".to_owned())),
        (&|draft| draft.frame.hours.start = None, EventFault::EndWithoutStart),
        (&|draft| (draft.frame.ages.from, draft.frame.ages.to) = (Some(9), Some(3)), EventFault::Ages),
        (&|draft| draft.frame.capacity = Some(0), EventFault::Capacity),
        (&|draft| draft.rule = saturdays("2026-12-05", "2026-10-31"), EventFault::Rule(RecurrenceFault::Order)),
        (&|draft| draft.rule = saturdays("2026-11-01", "2026-11-06"), EventFault::Rule(RecurrenceFault::Nothing)),
        (&|draft| draft.rule = saturdays("2026-11-01", "2036-11-06"), EventFault::Rule(RecurrenceFault::TooMany)),
    ] {
        assert_eq!(refused(change), OfficeError::Event(fault));
    }
    assert!(main.office.series_list().expect("list").is_empty());
}

#[test]
fn a_changed_series_keeps_what_was_held_marked_moved_or_added() {
    let mut main = an_office();
    let who = people(&mut main.office, &a_family().draft())[0];
    let office = &mut main.office;
    let series = make(office, &club("Шахи"));
    let today = session_on(office, series, "2026-11-21");
    mark(office, today, who, Outcome::Present).expect("marked");
    let moved = session_on(office, series, "2026-11-28");
    let deed = office.new_deed();
    office.move_session(deed, moved, day("2026-11-29"), hours("15:00", "16:00"), "зайнято").expect("moved");
    let deed = office.new_deed();
    office.add_session(deed, series, day("2026-12-02"), hours("18:00", "19:00")).expect("added");
    let deed = office.new_deed();
    let twice = office.add_session(deed, series, day("2026-12-02"), hours("18:00", "20:00"));
    assert_eq!(twice, Err(EventFault::DayTaken(day("2026-12-02")).into()));
    let deed = office.new_deed();
    office.add_session(deed, series, day("2026-12-12"), hours("10:00", "11:00")).expect("added");
    // Until New Year, an hour later, under another name.
    let mut draft = SeriesDraft { rule: saturdays("2026-10-31", "2026-12-26"), ..club("Шашки") };
    draft.frame.hours = hours("12:00", "13:30");
    for _ in 0..2 {
        let deed = office.new_deed();
        office.change_series(deed, series, &draft, day("2026-11-21")).expect("changed");
    }
    let view = office.series(series).expect("series");
    let told: Vec<String> = view
        .sessions
        .iter()
        .map(|one| format!("{} {}", one.held_on.format("%d.%m"), one.hours.start.expect("a start").format("%H")))
        .collect();
    let expected = [
        "31.10 11", "07.11 11", "14.11 11", "21.11 11", "29.11 15", "02.12 18", "05.12 12", "12.12 10", "19.12 12",
        "26.12 12",
    ];
    assert_eq!(told, expected, "extending twice is extending once");
    assert_eq!(office.session(today).expect("session").draft.frame.title, "Шахи");
    assert_eq!(office.session(moved).expect("session").draft.frame.title, "Шашки");
    // Shortened again: what the rule has no more goes, the moved and the extra one stay.
    let deed = office.new_deed();
    let draft = SeriesDraft { rule: saturdays("2026-10-31", "2026-11-21"), ..draft };
    office.change_series(deed, series, &draft, day("2026-11-21")).expect("changed");
    assert_eq!(days(office, series)[4..], ["2026-11-29", "2026-12-02", "2026-12-12"]);
}

#[test]
fn an_ended_series_has_nothing_after_its_last_day_and_goes_on_when_that_is_taken_back() {
    let mut main = an_office();
    let series = make(&mut main.office, &club("Шахи"));
    let deed = main.office.new_deed();
    assert_eq!(main.office.end_series(deed, series, day("2026-11-21"), " "), Err(OfficeError::ReasonWanted));
    main.office.end_series(deed, series, day("2026-11-21"), "немає тренера").expect("ended");
    assert_eq!(days(&mut main.office, series), ALL[..4]);
    let deed = main.office.new_deed();
    let refused = main.office.add_session(deed, series, day("2026-12-01"), hours("11:00", "12:00"));
    assert_eq!(refused, Err(EventFault::SeriesEnded(day("2026-11-21")).into()));
    undo_last(&mut main.office).expect("undone");
    assert_eq!(days(&mut main.office, series), ALL);
}

#[test]
fn a_session_is_moved_with_its_reason_and_called_off_unless_somebody_came() {
    let mut main = an_office();
    let who = people(&mut main.office, &a_family().draft())[0];
    let office = &mut main.office;
    let series = make(office, &club("Шахи"));
    let today = session_on(office, series, "2026-11-21");
    let deed = office.new_deed();
    assert_eq!(
        office.move_session(deed, today, day("2026-11-22"), hours("11:00", "12:00"), ""),
        Err(OfficeError::ReasonWanted)
    );
    office.move_session(deed, today, day("2026-11-20"), hours("11:00", "12:00"), "світло").expect("moved");
    let entry = office.calendar(day("2026-11-20"), day("2026-11-20")).expect("calendar").remove(0);
    assert_eq!((entry.planned_on, entry.is_moved(), entry.reason.as_str()), (Some(day("2026-11-21")), true, "світло"));
    mark(office, today, who, Outcome::Present).expect("marked");
    let deed = office.new_deed();
    assert_eq!(office.cancel_session(deed, today, "хворіє"), Err(EventFault::SomebodyCame { present: 1 }.into()));
    let refused = office.move_session(deed, today, day("2026-11-30"), hours("11:00", "12:00"), "хворіє");
    assert_eq!(refused, Err(EventFault::SomebodyCame { present: 1 }.into()));
    let next = session_on(office, series, "2026-11-28");
    office.cancel_session(deed, next, "хворіє").expect("cancelled");
    let entry = office.calendar(day("2026-11-28"), day("2026-11-28")).expect("calendar").remove(0);
    assert_eq!((entry.status, entry.reason.as_str()), (SessionStatus::Cancelled, "хворіє"));
    let deed = office.new_deed();
    office.restore_session(deed, next).expect("restored");
    let deed = office.new_deed();
    assert_eq!(office.restore_session(deed, next), Err(EventFault::NotCancelled.into()));
}

#[test]
fn a_marked_session_cannot_be_put_into_the_future() {
    let mut main = an_office();
    let who = people(&mut main.office, &a_family().draft())[0];
    let one = make_one(&mut main.office, &frame("Екскурсія"), "2026-11-21");
    mark(&mut main.office, one, who, Outcome::Present).expect("marked");
    let deed = main.office.new_deed();
    let later = SessionDraft { frame: frame("Екскурсія"), held_on: day("2026-11-22") };
    let refused = main.office.change_session(deed, one, &later);
    assert_eq!(refused, Err(EventFault::NotYet { held_on: day("2026-11-22") }.into()));
    let earlier = SessionDraft { frame: frame("Екскурсія до музею"), held_on: day("2026-11-20") };
    main.office.change_session(deed, one, &earlier).expect("changed");
    assert_eq!(main.office.session(one).expect("session").draft, earlier);
}

#[test]
fn one_room_and_one_trainer_cannot_be_in_two_things_at_once() {
    let mut main = an_office();
    let deed = main.office.new_deed();
    let room = stiika::domain::event::RoomCode::from("hall");
    crate::fixture::store(&main.path())
        .transact(|tx| {
            tx.execute("INSERT INTO room (code, name) VALUES ('hall', 'Зала')", [])
                .map_err(stiika::store::StoreError::from)
        })
        .expect("room");
    let trainer = Some(Trainer::Named("Наталія Бойко".to_owned()));
    let chess = Frame { room: Some(room), trainer, ..frame("Шахи") };
    let draft = SeriesDraft { frame: chess.clone(), ..club("Шахи") };
    main.office.make_series(deed, &draft).expect("made");
    let (today, next) = (day("2026-11-21"), day("2026-11-28"));
    let same = main.office.clashes(&chess, &[today, next, day("2026-11-22")], None).expect("clashes");
    assert_eq!(same.iter().filter(|clash| matches!(clash, Clash::Room { .. })).count(), 2);
    assert_eq!(same.iter().filter(|clash| matches!(clash, Clash::Trainer { .. })).count(), 2);
    let after = Frame { hours: hours("12:30", "13:30"), ..chess.clone() };
    assert_eq!(main.office.clashes(&after, &[today], None), Ok(Vec::new()));
    let elsewhere =
        Frame { room: None, trainer: Some(Trainer::Named("наталія бойко".to_owned())), ..chess };
    make_one(&mut main.office, &elsewhere, "2026-11-21");
    let entries = main.office.calendar(today, next).expect("calendar");
    let told: Vec<(String, bool)> = entries.iter().map(|one| (one.held_on.to_string(), one.clashes)).collect();
    assert_eq!(
        told,
        [("2026-11-21".to_owned(), true), ("2026-11-21".to_owned(), true), ("2026-11-28".to_owned(), false)]
    );
}

#[test]
fn another_desk_learns_that_the_calendar_changed() {
    let mut main = an_office();
    let mut other = main.another_desk();
    other.refresh().expect("refreshed");
    let series = make(&mut main.office, &club("Шахи"));
    assert_eq!(other.refresh(), Ok(stiika::office::Changed::Register));
    assert_eq!(other.refresh(), Ok(stiika::office::Changed::Nothing));
    let who = people(&mut main.office, &a_family().draft())[0];
    other.refresh().expect("refreshed");
    let stamp = other.register_stamp().expect("stamp");
    let today = session_on(&mut main.office, series, "2026-11-21");
    mark(&mut main.office, today, who, Outcome::Present).expect("marked");
    assert_eq!(other.refresh(), Ok(stiika::office::Changed::Register));
    assert_ne!(other.register_stamp(), Ok(stamp));
    main.clock.move_on(Duration::minutes(1));
}

#[test]
fn a_session_that_was_moved_to_another_hour_of_its_day_keeps_it_when_the_series_changes() {
    let mut main = an_office();
    let office = &mut main.office;
    let series = make(office, &club("Шахи"));
    let next = session_on(office, series, "2026-11-28");
    let deed = office.new_deed();
    office.move_session(deed, next, day("2026-11-28"), hours("15:00", "16:00"), "зайнято").expect("moved");
    let deed = office.new_deed();
    office.change_series(deed, series, &club("Шашки"), day("2026-11-21")).expect("changed");
    let session = office.session(next).expect("session");
    assert_eq!((session.draft.frame.title.as_str(), session.draft.frame.hours), ("Шашки", hours("15:00", "16:00")));
}

#[test]
fn a_series_that_is_changed_does_not_clash_with_itself() {
    let mut main = an_office();
    let trainer = Some(Trainer::Named("Наталія Бойко".to_owned()));
    let draft = SeriesDraft { frame: Frame { trainer, ..frame("Шахи") }, ..club("Шахи") };
    let series = make(&mut main.office, &draft);
    let days = [day("2026-11-21"), day("2026-11-28")];
    let mut clashes = |except| main.office.clashes(&draft.frame, &days, except).expect("asked").len();
    assert_eq!((clashes(None), clashes(Some(RegisterOf::Series(series)))), (2, 0));
}

#[test]
fn nothing_is_taken_back_under_those_who_came_meanwhile() {
    let mut main = an_office();
    let who = people(&mut main.office, &a_family().draft())[0];
    let office = &mut main.office;
    let came: OfficeError = EventFault::SomebodyCame { present: 1 }.into();
    // Restored and held: it is not called off again by taking the restoring back.
    let one = make_one(office, &frame("Екскурсія"), "2026-11-21");
    let deed = office.new_deed();
    office.cancel_session(deed, one, "дощ").expect("cancelled");
    let restoring = office.new_deed();
    office.restore_session(restoring, one).expect("restored");
    mark(office, one, who, Outcome::Present).expect("marked");
    let deed = office.new_deed();
    assert_eq!(office.undo(deed, restoring, ""), Err(came.clone()));
    // Put forward to today and held: it does not go back into the future.
    let other = make_one(office, &frame("Музей"), "2026-11-28");
    let moving = office.new_deed();
    office.move_session(moving, other, day("2026-11-20"), hours("15:00", "16:00"), "раніше").expect("moved");
    mark(office, other, who, Outcome::Present).expect("marked");
    let deed = office.new_deed();
    assert_eq!(office.undo(deed, moving, ""), Err(came.clone()));
    // Ended, gone on with, held: the end does not come back over it.
    let series = make(office, &club("Шахи"));
    let ending = office.new_deed();
    office.end_series(ending, series, day("2026-11-07"), "помилка").expect("ended");
    let going_on = office.new_deed();
    office.undo(going_on, ending, "").expect("goes on");
    let today = session_on(office, series, "2026-11-21");
    mark(office, today, who, Outcome::Present).expect("marked");
    let deed = office.new_deed();
    assert_eq!(office.undo(deed, going_on, ""), Err(came));
    assert_eq!(days(office, series), ALL);
}

#[test]
fn whoever_came_without_a_name_came() {
    let mut main = an_office();
    let one = make_one(&mut main.office, &frame("Свято"), "2026-11-21");
    let deed = main.office.new_deed();
    main.office.set_heads(deed, one, Heads { women: 4, men: 0, children: 30 }).expect("set");
    let deed = main.office.new_deed();
    let refused = main.office.cancel_session(deed, one, "дощ");
    assert_eq!(refused, Err(EventFault::SomebodyCame { present: 34 }.into()));
}

#[test]
fn those_whom_a_file_says_were_expected_are_expected_in_the_calendar() {
    let mut main = an_office();
    let who = people(&mut main.office, &a_family().with_child(9).draft());
    let series = make(&mut main.office, &club("Шахи"));
    enrol(&main, RegisterOf::Series(series), &who[..1], day("2026-10-31"));
    let first = session_on(&mut main.office, series, "2026-10-31");
    mark(&mut main.office, first, who[0], Outcome::Present).expect("marked");
    // Taken off the list from the very first day: what was marked stays as it was.
    let deed = main.office.new_deed();
    let list = RegisterOf::Series(series);
    main.office.withdraw(deed, list, &who[..1], day("2026-10-31"), "помилка").expect("withdrawn");
    crate::fixture::store(&main.path())
        .transact(|tx| tx.execute("UPDATE enrolment SET voided = 1", []).map_err(stiika::store::StoreError::from))
        .expect("as after a file of old years, which has marks and no list");
    let entry = main.office.calendar(day("2026-10-31"), day("2026-10-31")).expect("calendar").remove(0);
    assert_eq!((entry.expected, entry.present), (1, 1));
}
