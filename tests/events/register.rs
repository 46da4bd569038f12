//! Stories of the register: marking, undoing, newcomers, heads, closing, and what is worth a warning.

use crate::common::lives::{died, live};
use crate::common::{AnOffice, a_family, a_family_of, an_office, correct, day, name};
use crate::fixture::{
    close, club, enrol, frame, make, make_one, mark, number, order, outcome, people, row, session_on, sheet, take_away,
    undo_last,
};
use chrono::Duration;
use stiika::domain::draft::{FamilyDraft, MemberDraft};
use stiika::domain::event::{
    AgeRange, EnrolmentSource, EventFault, Frame, Heads, MarkSource, MarkWarning, Outcome, RegisterOf, SeriesDraft,
    SessionStatus,
};
use stiika::domain::family::Relation;
use stiika::domain::id::{PersonId, SeriesId, SessionId};
use stiika::domain::person::{BirthDate, Precision};
use stiika::domain::staff::{Right, Role};
use stiika::office::OfficeError;
use stiika::office::events::{MarkOrder, Newcomer};

/// A club with a mother and her two children on its list since October, and the session of today.
fn a_club() -> (AnOffice, SeriesId, SessionId, Vec<PersonId>) {
    let mut main = an_office();
    let series = make(&mut main.office, &club("Шахи"));
    let mut family = a_family().with_child(9).with_child(12).draft();
    family.registered_on = day("2026-09-01");
    let listed = people(&mut main.office, &family);
    enrol(&main, RegisterOf::Series(series), &listed, day("2026-10-31"));
    let today = session_on(&mut main.office, series, "2026-11-21");
    (main, series, today, listed)
}

fn newcomer(full: &str, year: i32) -> Newcomer {
    let date = chrono::NaiveDate::from_ymd_opt(year, 1, 1).expect("a day");
    Newcomer { name: name(full), birth: BirthDate { date, precision: Precision::Year }, sex: None }
}

#[test]
fn people_go_down_and_dates_across() {
    let (mut main, series, today, listed) = a_club();
    let register = sheet(&mut main.office, today);
    assert_eq!(register.of, RegisterOf::Series(series));
    assert_eq!((register.rows.len(), register.columns.len(), register.under_cursor), (3, 6, 3));
    assert!(register.rows.iter().all(|row| row.expected == [true; 6] && row.marks.iter().all(Option::is_none)));
    let names: Vec<&str> = register.rows.iter().map(|row| row.name.given.as_str()).collect();
    let mut sorted = names.clone();
    sorted.sort_by_key(|name| stiika::domain::filter::ukrainian_key(name));
    assert_eq!(names, sorted);
    assert_eq!(row(&register, listed[1]).age, Some(9));
}

#[test]
fn a_mark_is_one_entry_of_the_journal_and_the_same_mark_again_is_answered_calmly() {
    let (mut main, _, today, listed) = a_club();
    let entries = "SELECT count(*) FROM journal";
    let before = number(&main.path(), entries);
    let deed = main.office.new_deed();
    let orders = [order(listed[1], Outcome::Present)];
    let first = main.office.mark(deed, today, &orders).expect("marked");
    assert_eq!(main.office.mark(deed, today, &orders).expect("pressed twice").marks, first.marks);
    assert_eq!(number(&main.path(), entries), before + 1);
    main.clock.move_on(Duration::minutes(7));
    let again = mark(&mut main.office, today, listed[1], Outcome::Present).expect("calm");
    let (who, there) = &again.already[0];
    assert_eq!(
        (*who, there.by.as_str(), there.at.format("%H:%M").to_string()),
        (listed[1], "Олена К.", "10:42".to_owned())
    );
    assert_eq!(number(&main.path(), entries), before + 1, "nothing was written");
    assert!(there.expected);
}

#[test]
fn several_at_once_are_one_entry_and_one_undo() {
    let (mut main, _, today, listed) = a_club();
    let deed = main.office.new_deed();
    let marked = main.office.mark_unmarked(deed, today, Outcome::Present).expect("marked");
    assert_eq!(marked.marks.len(), 3);
    let last = main.office.last_deed().expect("asked").expect("a deed");
    assert_eq!((last.action.as_str(), last.count), ("attendance-marked", Some(3)));
    undo_last(&mut main.office).expect("undone");
    assert!(listed.iter().all(|person| outcome(&mut main.office, today, *person).is_none()));
}

#[test]
fn a_mark_is_changed_taken_away_and_put_back() {
    let (mut main, _, today, listed) = a_club();
    let office = &mut main.office;
    mark(office, today, listed[0], Outcome::Present).expect("marked");
    let deed = office.new_deed();
    let excused = MarkOrder { reason: "хворіє".to_owned(), ..order(listed[0], Outcome::Excused) };
    office.mark(deed, today, &[excused]).expect("changed");
    let register = sheet(office, today);
    let there = row(&register, listed[0]).marks[3].clone().expect("a mark");
    assert_eq!((there.outcome, there.reason.as_str()), (Outcome::Excused, "хворіє"));
    undo_last(office).expect("undone");
    assert_eq!(outcome(office, today, listed[0]), Some(Outcome::Present));
    take_away(office, today, listed[0]).expect("taken away");
    assert_eq!(outcome(office, today, listed[0]), None);
    mark(office, today, listed[0], Outcome::Absent).expect("marked anew");
    assert_eq!(outcome(office, today, listed[0]), Some(Outcome::Absent));
}

#[test]
fn somebody_twice_through_two_families_is_one_row_and_one_mark() {
    let (mut main, _, today, listed) = a_club();
    // The same child in the family of the father, who lives apart.
    let mut father = a_family_of("Шевченко Петро Іванович").draft();
    let mut child = MemberDraft::new(Relation::Daughter);
    let card = main.office.person_card(listed[1]).expect("card");
    (child.person, child.name, child.birth) =
        (Some(listed[1]), card.single.person.name.clone(), card.single.person.birth);
    father.members.push(child);
    let father = main.register(&father).family;
    let both = main.office.family_of(listed[1]).expect("families");
    assert_eq!(both.len(), 2);
    assert!(both.iter().any(|family| family.family == father));
    let deed = main.office.new_deed();
    let everybody: Vec<MarkOrder> = both
        .iter()
        .flat_map(|family| &family.members)
        .map(|member| MarkOrder { source: MarkSource::Family, ..order(member.person, Outcome::Present) })
        .collect();
    assert_eq!(everybody.len(), 5);
    let marked = main.office.mark(deed, today, &everybody).expect("marked");
    assert_eq!(marked.marks.len(), 4, "the child counts once");
    assert_eq!(sheet(&mut main.office, today).rows.len(), 4);
}

#[test]
fn the_day_of_the_clock_decides_alone_and_late_marks_carry_their_moment() {
    let (mut main, series, today, listed) = a_club();
    let next = session_on(&mut main.office, series, "2026-11-28");
    let refused = Err(EventFault::NotYet { held_on: day("2026-11-28") }.into());
    assert_eq!(mark(&mut main.office, next, listed[0], Outcome::Present), refused);
    assert_eq!(close(&mut main.office, next), Err(EventFault::NotYet { held_on: day("2026-11-28") }.into()));
    // At ten to the hour of the session: whoever comes early is marked early.
    mark(&mut main.office, today, listed[0], Outcome::Present).expect("marked");
    let first = session_on(&mut main.office, series, "2026-10-31");
    mark(&mut main.office, first, listed[0], Outcome::Present).expect("three weeks late");
    let register = sheet(&mut main.office, first);
    let late = row(&register, listed[0]).marks[0].clone().expect("a mark");
    assert_eq!(late.at.date_naive(), day("2026-11-21"));
    // The clock is set back by an hour, over midnight too: marks stay as their moment was, and the day still decides.
    main.clock.move_on(Duration::hours(-1));
    mark(&mut main.office, today, listed[1], Outcome::Present).expect("marked");
    let register = sheet(&mut main.office, today);
    let at = |person| row(&register, person).marks[3].as_ref().expect("a mark").at;
    assert!(at(listed[1]) < at(listed[0]));
    main.clock.move_on(Duration::hours(-10));
    let refused = Err(EventFault::NotYet { held_on: day("2026-11-21") }.into());
    assert_eq!(mark(&mut main.office, today, listed[2], Outcome::Present), refused);
}

#[test]
fn whoever_comes_unexpected_is_on_the_list_from_the_next_time_on() {
    let (mut main, series, today, _) = a_club();
    let guest = people(&mut main.office, &a_family_of("Бондар Ганна Іванівна").draft())[0];
    let marked = mark(&mut main.office, today, guest, Outcome::Present).expect("marked");
    assert!(!marked.marks[0].1.as_ref().expect("a mark").expected);
    let register = sheet(&mut main.office, today);
    let there = row(&register, guest);
    assert_eq!(there.expected, [false, false, false, false, true, true]);
    assert_eq!(there.enrolment.as_ref().expect("enrolled").source, EnrolmentSource::Spot);
    // A slip of the finger leaves nobody on the list.
    take_away(&mut main.office, today, guest).expect("taken away");
    assert!(!sheet(&mut main.office, today).rows.iter().any(|row| row.person == guest));
    let excused = mark(&mut main.office, today, guest, Outcome::Excused).expect("marked");
    assert_eq!(excused.marks.len(), 1);
    assert!(
        row(&sheet(&mut main.office, today), guest).enrolment.is_none(),
        "who did not come is not put onto the list"
    );
    assert_eq!(session_on(&mut main.office, series, "2026-11-21"), today);
}

#[test]
fn a_newcomer_is_added_with_a_name_and_a_year_and_completed_later() {
    let (mut main, _, today, _) = a_club();
    let mut trainer = main.desk_of(Role::Trainer);
    let deed = trainer.new_deed();
    let new = newcomer("Гнатюк Софія", 2013);
    let (person, marked) = trainer.add_newcomer(deed, today, &new).expect("added");
    assert_eq!(trainer.add_newcomer(deed, today, &new).expect("pressed twice").0, person);
    assert_eq!(marked.marks[0].1.as_ref().expect("a mark").source, MarkSource::Spot);
    assert!(row(&sheet(&mut trainer, today), person).newcomer);
    let mut reception = main.desk_of(Role::Reception);
    let waiting = reception.newcomers().expect("newcomers");
    assert_eq!((waiting.len(), waiting[0].person, waiting[0].title.as_str()), (1, person, "Шахи"));
    assert_eq!(reception.find("гнатюк софія", 5).expect("found")[0].person, person);
    // At reception she gets a phone: nothing is left to be completed.
    let base = reception.person_card(person).expect("card").single;
    let mut mine = base.clone();
    mine.person.phones.push(crate::common::phone("0671234567"));
    let deed = reception.new_deed();
    reception.correct_single(deed, person, &base, &mine).expect("corrected");
    assert!(reception.newcomers().expect("newcomers").is_empty());
    let deed = trainer.new_deed();
    assert_eq!(trainer.add_newcomer(deed, today, &newcomer("Гнатюк", 2013)), Err(OfficeError::NameMissing(0)));
}

#[test]
fn a_newcomer_who_is_taken_back_is_nowhere() {
    let (mut main, _, today, _) = a_club();
    let deed = main.office.new_deed();
    let (person, _) = main.office.add_newcomer(deed, today, &newcomer("Гнатюк Софія", 2013)).expect("added");
    undo_last(&mut main.office).expect("undone");
    assert!(!sheet(&mut main.office, today).rows.iter().any(|row| row.person == person));
    assert!(main.office.newcomers().expect("newcomers").is_empty());
    assert!(main.office.find("гнатюк", 5).expect("found").is_empty());
}

#[test]
fn a_session_closes_when_nobody_is_unmarked_and_opens_for_the_administrator_alone() {
    let (mut main, _, today, listed) = a_club();
    let mut trainer = main.desk_of(Role::Trainer);
    mark(&mut trainer, today, listed[0], Outcome::Present).expect("marked");
    let Err(OfficeError::Event(EventFault::Unmarked { names, count })) = close(&mut trainer, today) else {
        panic!("closed with two unmarked");
    };
    assert_eq!((names.len(), count), (2, 2));
    let deed = trainer.new_deed();
    trainer.mark_unmarked(deed, today, Outcome::Absent).expect("marked");
    close(&mut trainer, today).expect("closed");
    let refused: OfficeError = EventFault::NotPlanned(SessionStatus::Held).into();
    assert_eq!(mark(&mut trainer, today, listed[1], Outcome::Present), Err(refused.clone()));
    // Nor by the back door: neither the closing nor the mark is taken back.
    let reopening = Err(OfficeError::NotAllowed(Right::ReopenSession));
    assert_eq!(undo_last(&mut trainer), reopening);
    let taking_back = trainer.new_deed();
    assert_eq!(trainer.undo(taking_back, deed, ""), Err(refused));
    let deed = trainer.new_deed();
    assert_eq!(trainer.reopen_session(deed, today, "помилка"), Err(OfficeError::NotAllowed(Right::ReopenSession)));
    let deed = main.office.new_deed();
    assert_eq!(main.office.reopen_session(deed, today, ""), Err(OfficeError::ReasonWanted));
    main.office.reopen_session(deed, today, "помилка").expect("opened");
    mark(&mut trainer, today, listed[1], Outcome::Present).expect("marked");
    let deed = main.office.new_deed();
    assert_eq!(main.office.reopen_session(deed, today, "ще"), Err(EventFault::NotClosed.into()));
}

#[test]
fn heads_of_a_closed_session_are_not_taken_back() {
    let (mut main, _, today, _) = a_club();
    let mut trainer = main.desk_of(Role::Trainer);
    let deed = main.office.new_deed();
    main.office.set_heads(deed, today, Heads { women: 12, men: 3, children: 20 }).expect("set");
    let marking = trainer.new_deed();
    trainer.mark_unmarked(marking, today, Outcome::Absent).expect("marked");
    close(&mut trainer, today).expect("closed");
    let taking_back = main.office.new_deed();
    let refused: OfficeError = EventFault::NotPlanned(SessionStatus::Held).into();
    assert_eq!(main.office.undo(taking_back, deed, ""), Err(refused));
}

#[test]
fn a_newcomer_whose_mark_is_changed_is_still_to_be_completed() {
    let (mut main, _, today, _) = a_club();
    let deed = main.office.new_deed();
    let (person, _) = main.office.add_newcomer(deed, today, &newcomer("Гнатюк Софія", 2013)).expect("added");
    mark(&mut main.office, today, person, Outcome::Absent).expect("marked");
    mark(&mut main.office, today, person, Outcome::Present).expect("marked");
    assert_eq!(main.office.newcomers().expect("newcomers").len(), 1);
}

#[test]
fn heads_are_numbers_of_their_own() {
    let (mut main, _, today, _) = a_club();
    let heads = Heads { women: 12, men: 3, children: 20 };
    let deed = main.office.new_deed();
    main.office.set_heads(deed, today, heads).expect("set");
    let register = sheet(&mut main.office, today);
    assert_eq!((register.columns[3].heads, register.rows.len()), (heads, 3));
    let deed = main.office.new_deed();
    let many = main.office.set_heads(deed, today, Heads { women: 120_000, ..heads });
    assert_eq!(many, Err(EventFault::Heads.into()));
    undo_last(&mut main.office).expect("undone");
    assert_eq!(sheet(&mut main.office, today).columns[3].heads, Heads::default());
}

#[test]
fn what_is_odd_is_said_and_marked_all_the_same() {
    let mut main = an_office();
    let frame = Frame { ages: AgeRange { from: Some(10), to: Some(14) }, capacity: Some(1), ..frame("Шахи") };
    let today = make_one(&mut main.office, &frame, "2026-11-21");
    let there = people(&mut main.office, &a_family().with_child(9).with_child(12).draft());
    let marked = mark(&mut main.office, today, there[1], Outcome::Present).expect("marked");
    assert_eq!(marked.warnings, [MarkWarning::OutsideAges { person: there[1], age: 9 }]);
    assert!(row(&sheet(&mut main.office, today), there[1]).outside_ages);
    let marked = mark(&mut main.office, today, there[2], Outcome::Present).expect("marked");
    assert_eq!(marked.warnings, [MarkWarning::OverCapacity { capacity: 1, present: 2 }]);
    // A closed entry.
    let family = main.office.family_of(there[0]).expect("family")[0].family;
    let base = FamilyDraft::of_card(&main.office.card(family).expect("card"));
    let mut mine = base.clone();
    mine.closed_on = Some(day("2026-11-20"));
    correct(&mut main.office, family, &base, &mine).expect("closed");
    let marked = mark(&mut main.office, today, there[0], Outcome::Present).expect("marked");
    assert!(marked.warnings.contains(&MarkWarning::EntryClosed { person: there[0] }));
    // At two places at once.
    let other = make_one(&mut main.office, &Frame { title: "Танці".to_owned(), capacity: None, ..frame }, "2026-11-21");
    let marked = mark(&mut main.office, other, there[2], Outcome::Present).expect("marked");
    let twice = MarkWarning::SecondTimeToday { person: there[2], title: "Шахи".to_owned() };
    assert_eq!(marked.warnings, [MarkWarning::EntryClosed { person: there[2] }, twice]);
}

#[test]
fn the_dead_are_not_waited_for_and_a_mark_of_theirs_is_warned_of() {
    let (mut main, _, today, listed) = a_club();
    let family = main.office.family_of(listed[1]).expect("family")[0].family;
    live(&mut main.office, family, &died(listed[1], "2026-11-10")).expect("died");
    let register = sheet(&mut main.office, today);
    assert_eq!(row(&register, listed[1]).expected, [true, true, false, false, false, false]);
    for person in [listed[0], listed[2]] {
        mark(&mut main.office, today, person, Outcome::Present).expect("marked");
    }
    let marked = mark(&mut main.office, today, listed[1], Outcome::Present).expect("marked");
    assert_eq!(marked.warnings, [MarkWarning::Dead { person: listed[1], on: day("2026-11-10") }]);
    take_away(&mut main.office, today, listed[1]).expect("taken away");
    close(&mut main.office, today).expect("closed without them");
}

#[test]
fn three_missed_in_a_row_are_shown_and_an_excuse_is_not_counted() {
    let (mut main, series, today, listed) = a_club();
    for (on, outcome) in [
        ("2026-10-31", Outcome::Absent),
        ("2026-11-07", Outcome::Excused),
        ("2026-11-14", Outcome::Absent),
        ("2026-11-21", Outcome::Absent),
    ] {
        let session = session_on(&mut main.office, series, on);
        mark(&mut main.office, session, listed[1], outcome).expect("marked");
    }
    let register = sheet(&mut main.office, today);
    assert_eq!(row(&register, listed[1]).missed_in_a_row, 3);
    assert_eq!(row(&register, listed[0]).missed_in_a_row, 0);
}

#[test]
fn whoever_came_was_in_contact_on_that_day() {
    let (mut main, series, _, listed) = a_club();
    let family = main.office.family_of(listed[1]).expect("family")[0].family;
    let sql = format!("SELECT count(*) FROM contact WHERE family = x'{}' AND on_day = '2026-11-14'", family.0.simple());
    crate::fixture::store(&main.path())
        .transact(|tx| tx.execute("DELETE FROM contact", []).map_err(stiika::store::StoreError::from))
        .expect("forgotten");
    let session = session_on(&mut main.office, series, "2026-11-14");
    mark(&mut main.office, session, listed[0], Outcome::Absent).expect("marked");
    assert_eq!(number(&main.path(), &sql), 0, "whoever did not come was not here");
    mark(&mut main.office, session, listed[1], Outcome::Present).expect("marked");
    assert_eq!(number(&main.path(), &sql), 1);
}

#[test]
fn a_card_that_is_scanned_leads_to_its_family() {
    let (mut main, _, _, listed) = a_club();
    let family = main.office.family_of(listed[0]).expect("family").remove(0);
    assert_eq!(main.office.scan(&format!(" {} ", family.number)), Ok(Some(family.family)));
    assert_eq!(main.office.scan("4823001234567"), Ok(None));
}

#[test]
fn a_mark_makes_no_open_card_stale_and_stands_in_the_way_of_taking_the_person_back() {
    let (mut main, _, today, _) = a_club();
    let draft = a_family_of("Бондар Ганна Іванівна").draft();
    let deed = main.office.new_deed();
    let family = main.office.register(deed, &draft).expect("registered").family;
    let card = main.office.card(family).expect("card");
    let mut trainer = main.desk_of(Role::Trainer);
    mark(&mut trainer, today, card.members[0].person, Outcome::Present).expect("marked");
    let taking_back = main.office.new_deed();
    let refused = main.office.undo(taking_back, deed, "");
    assert!(matches!(refused, Err(OfficeError::ChangedLater { .. })), "{refused:?}");
    let base = FamilyDraft::of_card(&card);
    let mut mine = base.clone();
    mine.members[0].note = "питала про гурток".to_owned();
    correct(&mut main.office, family, &base, &mine).expect("corrected");
}

#[test]
fn rights_are_asked_for() {
    for role in Role::ALL {
        let (mut main, series, today, listed) = a_club();
        let mut desk = main.desk_of(role);
        let refused = |right: Right, result: Result<(), OfficeError>| {
            let is_refused = result == Err(OfficeError::NotAllowed(right));
            assert_eq!(is_refused, !role.may(right), "{role:?} {right:?} {result:?}");
        };
        refused(Right::SeeEvents, desk.calendar(day("2026-11-01"), day("2026-11-30")).map(drop));
        refused(Right::SeeEvents, desk.series_list().map(drop));
        refused(Right::SeeEvents, desk.series(series).map(drop));
        refused(Right::SeeEvents, desk.session(today).map(drop));
        refused(Right::SeeEvents, desk.attendance_register(today).map(drop));
        refused(Right::SeeEvents, desk.event_catalogue().map(drop));
        refused(Right::SeeEvents, desk.newcomers().map(drop));
        refused(Right::SeeEvents, desk.family_of(listed[0]).map(drop));
        refused(Right::SeeEvents, desk.scan("1").map(drop));
        refused(Right::SeeEvents, desk.clashes(&frame("Шахи"), &[day("2026-11-21")], None).map(drop));
        let deeds: Vec<_> = (0..14).map(|_| desk.new_deed()).collect();
        refused(Right::MarkAttendance, desk.mark(deeds[0], today, &[order(listed[0], Outcome::Present)]).map(drop));
        refused(Right::MarkAttendance, desk.mark_unmarked(deeds[1], today, Outcome::Absent).map(drop));
        refused(Right::MarkAttendance, desk.add_newcomer(deeds[2], today, &newcomer("Бойко Олег", 2010)).map(drop));
        refused(Right::MarkAttendance, desk.set_heads(deeds[3], today, Heads::default()));
        refused(Right::MarkAttendance, desk.close_session(deeds[4], today));
        refused(Right::ReopenSession, desk.reopen_session(deeds[5], today, "так"));
        let draft = SeriesDraft { frame: frame("Танці"), ..club("Танці") };
        refused(Right::ManageEvents, desk.make_series(deeds[6], &draft).map(drop));
        refused(Right::ManageEvents, desk.change_series(deeds[7], series, &club("Шахи"), day("2026-11-22")));
        let one = stiika::domain::event::SessionDraft { frame: frame("Танці"), held_on: day("2026-11-21") };
        refused(Right::ManageEvents, desk.make_session(deeds[8], &one).map(drop));
        let next = session_on(&mut main.office, series, "2026-11-28");
        let at = crate::fixture::hours("11:00", "12:00");
        refused(Right::ManageEvents, desk.change_session(deeds[9], next, &one));
        refused(Right::ManageEvents, desk.move_session(deeds[10], next, day("2026-11-29"), at, "так"));
        refused(Right::ManageEvents, desk.cancel_session(deeds[11], next, "так"));
        refused(Right::ManageEvents, desk.add_session(deeds[12], series, day("2026-12-01"), at).map(drop));
        refused(Right::ManageEvents, desk.end_series(deeds[13], series, day("2026-12-05"), "так"));
    }
}
