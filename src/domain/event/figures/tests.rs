use super::*;
use crate::domain::id::PersonId;
use crate::domain::person::{BirthDate, Precision};
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn session(number: u128, on: &str) -> SessionFacts {
    SessionFacts {
        id: SessionId(Uuid::from_u128(number)),
        held_on: day(on),
        title: format!("Заняття {number}"),
        kind: EventKindCode::from("club"),
        area: Some(Area::Urban),
        closed: true,
        heads: Heads::default(),
        restricted: false,
        trainers: [None, None],
        by_acts: false,
    }
}

fn person(number: u128, born: &str) -> PersonFacts {
    PersonFacts {
        id: PersonId(Uuid::from_u128(number)),
        sex: Some(Sex::Female),
        birth: Some(BirthDate { date: day(born), precision: Precision::Day }),
        came_before: false,
        held: Vec::new(),
    }
}

fn counted(sessions: Vec<SessionFacts>, people: Vec<PersonFacts>, present: &[(u32, u32)]) -> EventFigures {
    let codes = vec![CategoryCode("displaced".to_owned())];
    Facts::new(sessions, people, codes, present.iter().copied()).count(
        day("2026-01-01"),
        day("2026-12-31"),
        Step::Month,
    )
}

fn numbers(figures: &EventFigures, which: &Which) -> (Option<u32>, u32, Option<u32>) {
    let row = figures.row(which);
    (row.sessions, row.visits, row.people)
}

#[test]
fn somebody_who_came_five_times_is_five_visits_and_one_person() {
    let sessions = (1..=5).map(|number| session(number, &format!("2026-0{number}-10"))).collect();
    let figures = counted(sessions, vec![person(1, "2012-05-05")], &[(0, 0), (1, 0), (2, 0), (3, 0), (4, 0), (4, 0)]);
    assert_eq!(numbers(&figures, &Which::All), (Some(5), 5, Some(1)), "twice at one session is once");
    assert_eq!(numbers(&figures, &Which::Days(day("2026-02-01"), day("2026-02-28"))), (Some(1), 1, Some(1)));
    assert_eq!(
        figures.rows.iter().filter(|row| row.part == Part::Time).count(),
        12,
        "months in which nothing was are bars too"
    );
}

#[test]
fn a_birthday_on_the_day_ends_childhood_and_the_first_visit_decides_for_the_whole_time() {
    let sessions = || vec![session(1, "2026-05-04"), session(2, "2026-05-05")];
    let eighteen = || vec![person(1, "2008-05-05")];
    let of = |present: &[(u32, u32)]| numbers(&counted(sessions(), eighteen(), present), &Which::Children);
    assert_eq!(of(&[(1, 0)]), (None, 0, Some(0)), "eighteen today");
    assert_eq!(of(&[(0, 0)]), (None, 1, Some(1)), "eighteen tomorrow");
    assert_eq!(of(&[(0, 0), (1, 0)]), (None, 2, Some(1)));
}

#[test]
fn heads_are_visits_and_never_people() {
    let heads = Heads { women: 12, men: 1, children: 30 };
    let figures = counted(vec![SessionFacts { heads, ..session(1, "2026-05-04") }], Vec::new(), &[]);
    assert_eq!(numbers(&figures, &Which::All), (Some(1), 43, Some(0)));
    assert_eq!(numbers(&figures, &Which::Unnamed(Head::Children)), (None, 30, None));
    assert_eq!(numbers(&figures, &Which::Children), (None, 0, Some(0)));
}

#[test]
fn what_was_planned_counts_when_somebody_came_and_a_charity_action_when_somebody_is_marked() {
    let open = |number| SessionFacts { closed: false, ..session(number, "2026-05-04") };
    let action = |number| SessionFacts { by_acts: true, ..session(number, "2026-05-04") };
    let sessions = vec![open(1), open(2), action(3), action(4), session(5, "2026-05-04")];
    let figures = counted(sessions, vec![person(1, "2012-05-05")], &[(1, 0), (3, 0)]);
    assert_eq!(
        numbers(&figures, &Which::All),
        (Some(3), 2, Some(1)),
        "the open one with somebody, the marked action, the closed one"
    );
    assert_eq!(figures.open, 1);
}

#[test]
fn a_category_counts_on_the_days_on_which_it_was_in_force_and_once_though_it_has_two_grounds() {
    let mut guest = person(1, "1990-05-05");
    let ground = |since: &str| Held { code: 0, since: Some(day(since)), until: Some(day("2026-06-30")) };
    guest.held = vec![ground("2026-05-05"), ground("2026-06-01")];
    let sessions = ["2026-05-04", "2026-05-05", "2026-06-30", "2026-07-01"];
    let sessions = (1..).zip(sessions).map(|(number, on)| session(number, on)).collect();
    let figures = counted(sessions, vec![guest], &[(0, 0), (1, 0), (2, 0), (3, 0)]);
    let displaced = Which::Category(CategoryCode("displaced".to_owned()));
    assert_eq!(numbers(&figures, &displaced), (None, 2, Some(1)));
}

#[test]
fn what_is_left_out_of_a_list_leaves_ages_as_the_sum_has_them() {
    let secret = SessionFacts { restricted: true, ..session(1, "2026-05-04") };
    let facts = Facts::new(
        vec![session(2, "2026-05-06"), secret],
        vec![person(1, "2008-05-05"), person(2, "2012-01-01")],
        Vec::new(),
        [(0, 0), (1, 0), (1, 1)],
    );
    assert_eq!(facts.people_of(&Which::Children).len(), 2);
    let (open, left_out) = facts.only(|session| !session.restricted);
    assert_eq!(left_out, 1);
    let behind = open.people_of(&Which::Children);
    assert_eq!(behind.len(), 1, "a child on the first day, whoever may know of that day");
    assert_eq!((behind[0].visits, behind[0].first_on), (1, day("2026-05-06")));
    assert_eq!(open.sessions_of(&Which::All).len(), 1);
}

#[test]
fn an_average_has_one_decimal_and_halves_go_upwards() {
    let shown = |sum, by| Tenths::of(sum, by).map(Tenths::parts);
    assert_eq!(shown(1025, 49), Some((20, 9)));
    assert_eq!(shown(1, 20), Some((0, 1)));
    assert_eq!(shown(10, 10), Some((1, 0)));
    assert_eq!(shown(0, 5), Some((0, 0)));
    assert_eq!(shown(5, 0), None);
    assert_eq!(shown(u32::MAX, 1), Some((u64::from(u32::MAX), 0)));
}

#[test]
fn every_age_has_one_band_and_children_end_at_eighteen() {
    let bands: Vec<AgeBand> = (0..120).map(|age| AgeBand::of(Some(age))).collect();
    assert!(bands.is_sorted());
    assert_eq!(bands.iter().filter(|band| band.is_of_children()).count(), 18);
    assert!(!AgeBand::of(None).is_of_children());
    assert!(AgeBand::ALL.iter().all(|band| *band == AgeBand::Unknown || bands.contains(band)));
}
