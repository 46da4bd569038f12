//! Deeds on the list: in the order of coming, never twice, with places, numbers, and everything to be taken back.

use crate::common::{AnOffice, a_family_of, an_office, category, day};
use crate::fixture::{self, close, club, frame, make, make_one, mark, people, session_on, undo_last};
use stiika::domain::event::{
    AgeRange, EnrolFault, EnrolmentSource, EventFault, Outcome, RegisterOf, SeriesDraft, Trainer,
};
use stiika::domain::filter::Filter;
use stiika::domain::id::{PersonId, SeriesId};
use stiika::domain::person::{BirthDate, PersonName, Precision};
use stiika::domain::staff::{Right, Role};
use stiika::office::events::{Enrolled, EnrolmentView, NamedPerson, Newcomer, PersonLine, PersonWrong, Standing};
use stiika::office::{Office, OfficeError};

/// Heads of so many families: Аврам, Бойко, Вовк …
pub fn persons(main: &mut AnOffice, count: usize) -> Vec<PersonId> {
    let names = ["Аврам Ія", "Бойко Ада", "Вовк Рая", "Гнатюк Яна", "Дуб Зоя", "Жук Ліна", "Зима Ніка", "Клен Майя"];
    names[..count].iter().map(|name| people(&mut main.office, &a_family_of(name).draft())[0]).collect()
}

pub fn enrol(office: &mut Office, series: SeriesId, people: &[PersonId]) -> Enrolled {
    let deed = office.new_deed();
    office.enrol(deed, RegisterOf::Series(series), people, EnrolmentSource::Hand).unwrap()
}

fn with_places(places: u32) -> SeriesDraft {
    let mut draft = club("Підлітковий клуб");
    draft.frame.capacity = Some(places);
    draft
}

pub fn view(office: &mut Office, series: SeriesId) -> EnrolmentView {
    office.enrolment(RegisterOf::Series(series)).unwrap()
}

fn names(people: &[NamedPerson]) -> Vec<&str> {
    people.iter().map(|one| one.name.surname.as_str()).collect()
}

/// `Аврам: enrolled`, `Бойко: waiting 1`, a line a person in the order of the list.
fn standing(office: &mut Office, series: SeriesId) -> Vec<String> {
    let said = |standing: &Standing| match standing {
        Standing::Enrolled => "enrolled".to_owned(),
        Standing::Waiting { place, .. } => format!("waiting {place}"),
        Standing::Completed { number, .. } => format!("completed {number}"),
        Standing::Left { until, reason } => format!("left {until} {reason}"),
    };
    view(office, series).people.iter().map(|one| format!("{}: {}", one.name.surname, said(&one.standing))).collect()
}

#[test]
fn who_finds_no_place_waits_in_the_order_of_coming_and_nobody_overtakes() {
    let mut main = an_office();
    let people = persons(&mut main, 5);
    let series = make(&mut main.office, &with_places(2));
    let first = enrol(&mut main.office, series, &[people[2], people[0], people[4]]);
    assert_eq!((names(&first.added), names(&first.waiting)), (vec!["Вовк", "Аврам"], vec!["Дуб"]));
    let second = enrol(&mut main.office, series, &[people[0], people[1], people[1]]);
    assert_eq!((names(&second.already), names(&second.waiting)), (vec!["Аврам"], vec!["Бойко"]));
    assert_eq!(
        standing(&mut main.office, series),
        ["Аврам: enrolled", "Вовк: enrolled", "Дуб: waiting 1", "Бойко: waiting 2"]
    );
    // There is no place: nobody is admitted.
    let of = RegisterOf::Series(series);
    let deed = main.office.new_deed();
    assert_eq!(main.office.admit(deed, of, None), Err(EventFault::Full { capacity: 2 }.into()));
    // Somebody goes. Whoever comes now stands behind those who wait, though a place is free.
    let deed = main.office.new_deed();
    main.office.withdraw(deed, of, &[people[2]], day("2026-11-21"), "переїхали").unwrap();
    let late = enrol(&mut main.office, series, &[people[3]]);
    assert_eq!(names(&late.waiting), ["Гнатюк"]);
    let to_admit = view(&mut main.office, series);
    assert_eq!(to_admit.to_admit().map(|one| one.name.surname.clone()), Some("Дуб".to_owned()));
    let deed = main.office.new_deed();
    assert_eq!(main.office.admit(deed, of, None), Ok(people[4]));
    assert_eq!(main.office.admit(deed, of, None), Ok(people[4]), "the same deed answers the same");
    let now = standing(&mut main.office, series);
    let left = "Вовк: left 2026-11-20 переїхали";
    assert_eq!(now, ["Аврам: enrolled", left, "Дуб: enrolled", "Бойко: waiting 1", "Гнатюк: waiting 2"]);
    let deed = main.office.new_deed();
    assert_eq!(main.office.admit(deed, of, Some(people[0])), Err(EnrolFault::NobodyWaits.into()));
}

#[test]
fn the_same_key_admits_the_same_person_to_a_restricted_group_too() {
    let mut main = an_office();
    let people = persons(&mut main, 4);
    let mut draft = with_places(2);
    draft.frame.restricted = true;
    let series = make(&mut main.office, &draft);
    let of = RegisterOf::Series(series);
    enrol(&mut main.office, series, &people);
    let deed = main.office.new_deed();
    main.office.withdraw(deed, of, &people[..2], day("2026-11-21"), "переїхали").unwrap();
    let (first, second) = (main.office.new_deed(), main.office.new_deed());
    assert_eq!(main.office.admit(first, of, None), Ok(people[2]));
    assert_eq!(main.office.admit(second, of, None), Ok(people[3]));
    assert_eq!(main.office.admit(first, of, None), Ok(people[2]));
}

#[test]
fn a_deed_that_is_repeated_enrols_once_and_says_the_same() {
    let mut main = an_office();
    let people = persons(&mut main, 3);
    let series = make(&mut main.office, &with_places(2));
    let (deed, of) = (main.office.new_deed(), RegisterOf::Series(series));
    let first = main.office.enrol(deed, of, &people, EnrolmentSource::Hand).unwrap();
    let again = main.office.enrol(deed, of, &people, EnrolmentSource::Hand).unwrap();
    assert_eq!((&first.added, &first.waiting), (&again.added, &again.waiting));
    assert_eq!(standing(&mut main.office, series).len(), 3);
}

#[test]
fn whoever_was_put_there_by_mistake_was_never_there_and_whoever_came_stays_in_the_register() {
    let mut main = an_office();
    let people = persons(&mut main, 2);
    let series = make(&mut main.office, &club("Клуб"));
    enrol(&mut main.office, series, &people);
    let session = session_on(&mut main.office, series, "2026-11-14");
    mark(&mut main.office, session, people[0], Outcome::Present).unwrap();
    let of = RegisterOf::Series(series);
    let deed = main.office.new_deed();
    main.office.withdraw(deed, of, &[people[0]], day("2026-11-21"), "незручний час").unwrap();
    // Nobody marked today's session of theirs: it asks nothing of them.
    assert_eq!(standing(&mut main.office, series)[0], "Аврам: left 2026-11-20 незручний час");
    let deed = main.office.new_deed();
    assert_eq!(
        main.office.withdraw(deed, of, &[people[0]], day("2026-11-21"), "ще раз"),
        Err(EventFault::NotEnrolled.into())
    );
    let deed = main.office.new_deed();
    assert_eq!(main.office.withdraw(deed, of, &[people[1]], day("2026-11-21"), " "), Err(OfficeError::ReasonWanted));
    // A series without a mark would have taken Бойко in from its first day; with one, from today: so they were never there.
    let late = make(&mut main.office, &club("Пізній"));
    let before = session_on(&mut main.office, late, "2026-11-14");
    mark(&mut main.office, before, people[0], Outcome::Present).unwrap();
    enrol(&mut main.office, late, &[people[1]]);
    let deed = main.office.new_deed();
    main.office.withdraw(deed, RegisterOf::Series(late), &[people[1]], day("2026-11-21"), "помилка").unwrap();
    assert!(standing(&mut main.office, late).iter().all(|line| !line.starts_with("Бойко")));
    // The next one who leaves by mistake is put back whole.
    undo_last(&mut main.office).unwrap();
    assert!(standing(&mut main.office, late).contains(&"Бойко: enrolled".to_owned()));
}

#[test]
fn whoever_has_a_family_and_walked_in_needs_no_completing_and_whoever_is_new_does() {
    let mut main = an_office();
    let people = persons(&mut main, 1);
    let series = make(&mut main.office, &club("Клуб"));
    let session = session_on(&mut main.office, series, "2026-11-21");
    mark(&mut main.office, session, people[0], Outcome::Present).unwrap();
    let deed = main.office.new_deed();
    let name = PersonName { surname: "Яценко".to_owned(), given: "Лев".to_owned(), patronymic: String::new() };
    let birth = BirthDate { date: day("2013-01-01"), precision: Precision::Year };
    main.office.add_newcomer(deed, session, &Newcomer { name, birth, sex: None }).unwrap();
    let there = view(&mut main.office, series).people;
    let waits: Vec<(&str, bool)> = there.iter().map(|one| (one.name.surname.as_str(), one.newcomer)).collect();
    assert_eq!(waits, [("Аврам", false), ("Яценко", true)]);
}

#[test]
fn who_missed_three_held_sessions_in_a_row_has_stopped_coming() {
    use Outcome::{Absent, Excused, Present};
    let mut main = an_office();
    let people = persons(&mut main, 3);
    let series = make(&mut main.office, &club("Клуб"));
    enrol(&mut main.office, series, &people);
    let days = ["2026-10-31", "2026-11-07", "2026-11-14", "2026-11-21"];
    let marks =
        [[Present, Absent, Absent, Absent], [Absent, Absent, Excused, Absent], [Present, Present, Absent, Absent]];
    for (at, day) in days.into_iter().enumerate() {
        let session = session_on(&mut main.office, series, day);
        for (person, marks) in people.iter().zip(marks) {
            mark(&mut main.office, session, *person, marks[at]).unwrap();
        }
        if at < 3 {
            close(&mut main.office, session).unwrap();
        }
    }
    // The last session is not closed: it may be marked otherwise yet.
    let stopped = |office: &mut Office| -> Vec<(String, u32, usize, usize)> {
        let people = view(office, series).people;
        people.iter().map(|one| (one.name.surname.clone(), one.missed_in_a_row, one.came, one.held)).collect()
    };
    let before: Vec<(u32, usize, usize)> =
        stopped(&mut main.office).into_iter().map(|(_, a, b, c)| (a, b, c)).collect();
    assert_eq!(before, [(2, 1, 3), (2, 0, 3), (1, 2, 3)]);
    let last = session_on(&mut main.office, series, "2026-11-21");
    close(&mut main.office, last).unwrap();
    let list = view(&mut main.office, series);
    let stopped: Vec<&str> =
        list.people.iter().filter(|one| one.stopped()).map(|one| one.name.surname.as_str()).collect();
    // An excuse neither adds to the row nor ends it.
    assert_eq!(stopped, ["Аврам", "Бойко"]);
    assert_eq!((list.held(), list.sessions.len()), (4, 6));
}

#[test]
fn a_course_is_completed_once_with_a_number_that_is_never_given_again() {
    let mut main = an_office();
    let people = persons(&mut main, 4);
    let series = make(&mut main.office, &with_places(4));
    enrol(&mut main.office, series, &people);
    let on = day("2026-11-21");
    let deed = main.office.new_deed();
    assert_eq!(main.office.complete(deed, series, &people[..1], on), Err(EnrolFault::NothingHeld.into()));
    let first = session_on(&mut main.office, series, "2026-10-31");
    for person in &people {
        mark(&mut main.office, first, *person, Outcome::Present).unwrap();
    }
    close(&mut main.office, first).unwrap();
    for (day_, fault) in
        [("2026-11-22", EnrolFault::InFuture), ("2026-10-30", EnrolFault::BeforeFirst(day("2026-10-31")))]
    {
        let deed = main.office.new_deed();
        assert_eq!(main.office.complete(deed, series, &people[..1], day(day_)), Err(fault.into()));
    }
    let deed = main.office.new_deed();
    let numbers = main.office.complete(deed, series, &[people[1], people[0]], on).unwrap();
    assert_eq!(numbers, ["2026-001", "2026-002"]);
    assert_eq!(main.office.complete(deed, series, &[people[1], people[0]], on).unwrap(), numbers);
    let deed = main.office.new_deed();
    let again = main.office.complete(deed, series, &[people[2], people[1]], on);
    assert_eq!(again, Err(EnrolFault::Completed("2026-001".to_owned()).into()), "all of them or nobody");
    // Their places are free, and they are expected no longer.
    let list = view(&mut main.office, series);
    assert_eq!((list.taken, list.free()), (2, Some(2)));
    // A completion that is taken back leaves its number unused for ever.
    let deed = main.office.new_deed();
    assert_eq!(main.office.complete(deed, series, &[people[2]], on).unwrap(), ["2026-003"]);
    undo_last(&mut main.office).unwrap();
    assert!(standing(&mut main.office, series).contains(&"Вовк: enrolled".to_owned()));
    let other = make(&mut main.office, &club("Інший курс"));
    enrol(&mut main.office, other, &people[..1]);
    let first = session_on(&mut main.office, other, "2026-10-31");
    mark(&mut main.office, first, people[0], Outcome::Present).unwrap();
    close(&mut main.office, first).unwrap();
    let deed = main.office.new_deed();
    assert_eq!(main.office.complete(deed, other, &people[..1], on).unwrap(), ["2026-004"]);
}

#[test]
fn those_of_last_time_come_again() {
    let mut main = an_office();
    let people = persons(&mut main, 4);
    let former = make(&mut main.office, &club("Клуб"));
    enrol(&mut main.office, former, &people[..2]);
    let evening = make_one(&mut main.office, &frame("Вечір"), "2026-11-20");
    mark(&mut main.office, evening, people[3], Outcome::Present).unwrap();
    close(&mut main.office, evening).unwrap();
    let series = make(&mut main.office, &club("Клуб"));
    let of = RegisterOf::Series(series);
    let sources = main.office.enrolment_sources(of).unwrap();
    let offered: Vec<(&str, usize)> = sources.iter().map(|one| (one.title.as_str(), one.count)).collect();
    assert_eq!(offered, [("Клуб", 2), ("Вечір", 1)], "the same title first");
    let deed = main.office.new_deed();
    let enrolled = main.office.enrol_like_last_time(deed, of, sources[0].from).unwrap();
    assert_eq!(names(&enrolled.added), ["Аврам", "Бойко"]);
    let deed = main.office.new_deed();
    let enrolled = main.office.enrol_like_last_time(deed, of, sources[1].from).unwrap();
    assert_eq!(names(&enrolled.added), ["Гнатюк"]);
    // Who is on the list already is not offered again.
    assert_eq!(main.office.enrolment_sources(of).unwrap(), []);
    let empty = make(&mut main.office, &club("Порожній"));
    let deed = main.office.new_deed();
    let nobody = main.office.enrol_like_last_time(deed, of, RegisterOf::Series(empty));
    assert_eq!(nobody, Err(EnrolFault::NoFormerList.into()));
}

#[test]
fn a_filter_brings_those_of_an_age_who_have_themselves_what_is_asked() {
    let mut main = an_office();
    let mut family = a_family_of("Шевченко Оксана").with_child(12).with_child(13).with_child(5).draft();
    // One of the children has a disability; the family as a whole is displaced.
    family.members[2].categories.push(category("child_disability"));
    family.categories.push(category("displaced"));
    let members = people(&mut main.office, &family);
    people(&mut main.office, &a_family_of("Бондар Ганна").with_child(12).draft());
    let series = make(&mut main.office, &club("Клуб"));
    let of = RegisterOf::Series(series);
    let ages = AgeRange { from: Some(10), to: Some(14) };
    let by =
        |codes: &[&str]| Filter { any_of: codes.iter().map(|code| category(code).code).collect(), ..Filter::default() };
    let mut counted = |filter: &Filter, ages| main.office.enrolment_fits(of, filter, ages).unwrap().people;
    assert_eq!(counted(&Filter::default(), AgeRange::default()), 6);
    assert_eq!(counted(&Filter::default(), ages), 3);
    assert_eq!(counted(&by(&["displaced"]), ages), 2);
    assert_eq!(counted(&by(&["child_disability"]), ages), 1);
    assert_eq!(counted(&by(&["displaced", "child_disability"]), AgeRange { from: Some(30), to: None }), 1);
    let deed = main.office.new_deed();
    let enrolled = main.office.enrol_by_filter(deed, of, &by(&["child_disability"]), ages).unwrap();
    assert_eq!(enrolled.added.iter().map(|one| one.person).collect::<Vec<_>>(), [members[2]]);
    // Who may not ask the register by a list may not enrol by one.
    let mut trainer = main.desk_of(Role::Trainer);
    let deed = trainer.new_deed();
    let refused = trainer.enrol_by_filter(deed, of, &Filter::default(), ages);
    assert_eq!(refused, Err(OfficeError::NotAllowed(Right::SeeLists)));
}

#[test]
fn a_file_comes_in_whole_or_says_every_row_that_means_nobody() {
    let mut main = an_office();
    let draft = a_family_of("Шевченко Оксана Петрівна").with_child(12).with_key("С-1").draft();
    let known = people(&mut main.office, &draft);
    people(&mut main.office, &a_family_of("Бондар Ганна").draft());
    let mut twin = a_family_of("Бондар Ганна").draft();
    twin.members[0].birth = Some(BirthDate { date: day("1990-01-01"), precision: Precision::Day });
    let twin = people(&mut main.office, &twin)[0];
    let series = make(&mut main.office, &club("Клуб"));
    let of = RegisterOf::Series(series);
    let line = |key: &str, full: &str, birth: Option<&str>| {
        let mut words = full.split(' ').map(str::to_owned);
        let mut next = || words.next().unwrap_or_default();
        let name = PersonName { surname: next(), given: next(), patronymic: next() };
        let birth = birth.map(|text| BirthDate { date: day(text), precision: Precision::Day });
        PersonLine { key: key.to_owned(), name, birth }
    };
    let bad = [
        line("С-1/0", "", None),
        line("С-9", "", None),
        line("", "Бондар Ганна", None),
        line("", "Нікого Немає", None),
        line("", "шевченко оксана", Some("1987-03-12")),
        line("", "Шевченко Оксана", Some("1987-03-13")),
    ];
    let deed = main.office.new_deed();
    let faults = main.office.enrol_from_file(deed, of, &bad).unwrap().unwrap_err();
    let said: Vec<(usize, PersonWrong)> = faults.iter().map(|fault| (fault.line, fault.what)).collect();
    use PersonWrong::{NoSuchKey, Nobody, Several, Twice};
    assert_eq!(said, [(1, NoSuchKey), (2, Several), (3, Nobody), (4, Twice { first: 0 }), (5, Nobody)]);
    assert!(standing(&mut main.office, series).is_empty(), "nobody came in");
    let good = [line("С-1/1", "", None), line("", "Бондар Ганна", Some("1990-01-01"))];
    let deed = main.office.new_deed();
    let enrolled = main.office.enrol_from_file(deed, of, &good).unwrap().unwrap();
    assert_eq!(enrolled.added.iter().map(|one| one.person).collect::<Vec<_>>(), [known[1], twin]);
}

#[test]
fn people_outside_the_ages_come_in_with_a_word_and_the_dead_do_not() {
    let mut main = an_office();
    let family = people(&mut main.office, &a_family_of("Шевченко Оксана").with_child(12).draft());
    let dead = persons(&mut main, 1)[0];
    fixture::store(&main.path())
        .transact(|tx| {
            tx.execute("UPDATE person SET died_on = '2026-11-01' WHERE id = ?1", [dead.bytes()])?;
            Ok::<_, stiika::store::StoreError>(())
        })
        .unwrap();
    let mut draft = club("Клуб");
    draft.frame.ages = AgeRange { from: Some(10), to: Some(14) };
    let series = make(&mut main.office, &draft);
    let enrolled = enrol(&mut main.office, series, &[family[0], family[1], dead]);
    assert_eq!(enrolled.added.len(), 2);
    assert_eq!(
        enrolled.outside_ages.iter().map(|(one, age)| (one.person, *age)).collect::<Vec<_>>(),
        [(family[0], 39)]
    );
    assert_eq!(names(&enrolled.closed), ["Аврам"]);
}

#[test]
fn a_restricted_list_is_for_its_trainer_and_stands_in_nobodys_history() {
    let mut main = an_office();
    let people = persons(&mut main, 2);
    let mut trainer = main.desk_of(Role::Trainer);
    let mut draft = club("Група підтримки");
    draft.frame.restricted = true;
    draft.frame.trainer = Some(Trainer::Staff(trainer.staff().id));
    let series = make(&mut main.office, &draft);
    enrol(&mut trainer, series, &people);
    assert_eq!(standing(&mut trainer, series).len(), 2);
    let mut reception = main.desk_of(Role::Reception);
    let refused = reception.enrolment(RegisterOf::Series(series));
    assert_eq!(refused.unwrap_err(), EventFault::Restricted.into());
    let named = "SELECT count(*) FROM journal WHERE action = 'enrolled' AND subject IS NOT NULL";
    assert_eq!(fixture::number(&main.path(), named), 0);
    let told = "SELECT count(*) FROM journal WHERE detail LIKE '%Група%'";
    assert_eq!(fixture::number(&main.path(), told), 0);
    // An open one stands there with its title.
    let open = make(&mut main.office, &club("Гурток"));
    enrol(&mut main.office, open, &people);
    assert_eq!(fixture::number(&main.path(), named), 2);
}

#[test]
fn nobody_is_enrolled_in_what_is_over() {
    let mut main = an_office();
    let people = persons(&mut main, 1);
    let evening = make_one(&mut main.office, &frame("Вечір"), "2026-11-20");
    mark(&mut main.office, evening, people[0], Outcome::Present).unwrap();
    close(&mut main.office, evening).unwrap();
    let deed = main.office.new_deed();
    let refused = main.office.enrol(deed, RegisterOf::Session(evening), &people, EnrolmentSource::Hand);
    assert!(matches!(refused, Err(OfficeError::Event(EventFault::NotPlanned(_)))), "{refused:?}");
    let series = make(&mut main.office, &club("Клуб"));
    let deed = main.office.new_deed();
    main.office.end_series(deed, series, day("2026-11-20"), "тренер у відпустці").unwrap();
    let deed = main.office.new_deed();
    let refused = main.office.enrol(deed, RegisterOf::Series(series), &people, EnrolmentSource::Hand);
    assert_eq!(refused, Err(EventFault::SeriesEnded(day("2026-11-20")).into()));
    // A reception may look, and not enrol.
    let mut reception = main.desk_of(Role::Reception);
    assert!(reception.enrolment(RegisterOf::Series(series)).is_ok());
    let deed = reception.new_deed();
    let refused = reception.enrol(deed, RegisterOf::Series(series), &people, EnrolmentSource::Hand);
    assert_eq!(refused, Err(OfficeError::NotAllowed(Right::ManageEvents)));
}

#[test]
fn enrolling_is_taken_back_by_the_one_who_did_it() {
    let mut main = an_office();
    let people = persons(&mut main, 3);
    let series = make(&mut main.office, &with_places(2));
    enrol(&mut main.office, series, &people);
    undo_last(&mut main.office).unwrap();
    assert!(standing(&mut main.office, series).is_empty());
    let again = enrol(&mut main.office, series, &people);
    assert_eq!((again.added.len(), again.waiting.len()), (2, 1));
}
