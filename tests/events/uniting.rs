//! Merges and marks: marks follow the person who is kept, nobody is in a session twice, whatever is done in whatever order.

use crate::common::{AnOffice, an_office, day, name};
use crate::fixture::{club, enrol, make, mark, number, outcome, row, session_on, sheet, store, take_away, undo_last};
use proptest::prelude::*;
use stiika::domain::address::Address;
use stiika::domain::draft::{MemberDraft, SingleDraft};
use stiika::domain::event::{Outcome, RegisterOf};
use stiika::domain::family::Relation;
use stiika::domain::id::{PersonId, SeriesId, SessionId};
use stiika::office::{Office, OfficeError, PeoplePlan, SamePerson};

fn somebody(office: &mut Office, full: &str) -> PersonId {
    let mut person = MemberDraft::new(Relation::Other);
    person.name = name(full);
    let deed = office.new_deed();
    office.register_single(deed, &SingleDraft { person, address: Address::default() }).expect("registered")
}

fn unite(office: &mut Office, keep: PersonId, gone: PersonId) -> Result<PersonId, OfficeError> {
    let seen = (office.person_card(keep)?.single, office.person_card(gone)?.single);
    let plan = PeoplePlan { same: SamePerson { keep, gone }, draft: seen.0.clone(), seen };
    let deed = office.new_deed();
    office.merge_people(deed, &plan).map(|merged| merged.person)
}

fn twins() -> (AnOffice, SeriesId, SessionId, PersonId, PersonId) {
    let mut main = an_office();
    let series = make(&mut main.office, &club("Шахи"));
    let keep = somebody(&mut main.office, "Гнатюк Софія Іванівна");
    let gone = somebody(&mut main.office, "Гнатюк Соня Іванівна");
    let today = session_on(&mut main.office, series, "2026-11-21");
    (main, series, today, keep, gone)
}

#[test]
fn of_two_marks_the_better_one_stays_and_taking_the_merge_back_brings_both_back() {
    for (kept, other, left) in [
        (Outcome::Absent, Outcome::Present, Outcome::Present),
        (Outcome::Excused, Outcome::Absent, Outcome::Excused),
        (Outcome::Present, Outcome::Excused, Outcome::Present),
    ] {
        let (mut main, series, today, keep, gone) = twins();
        enrol(&main, RegisterOf::Series(series), &[keep, gone], day("2026-10-31"));
        let before = session_on(&mut main.office, series, "2026-11-14");
        mark(&mut main.office, today, keep, kept).expect("marked");
        mark(&mut main.office, today, gone, other).expect("marked");
        mark(&mut main.office, before, gone, Outcome::Present).expect("marked");
        unite(&mut main.office, keep, gone).expect("merged");
        let register = sheet(&mut main.office, today);
        assert_eq!(register.rows.len(), 1);
        assert_eq!(outcome(&mut main.office, today, keep), Some(left));
        assert_eq!(outcome(&mut main.office, before, keep), Some(Outcome::Present));
        assert_eq!(register.rows[0].expected, [true; 6]);
        undo_last(&mut main.office).expect("taken apart");
        assert_eq!(outcome(&mut main.office, today, keep), Some(kept));
        assert_eq!(outcome(&mut main.office, today, gone), Some(other));
        assert_eq!(sheet(&mut main.office, today).rows.len(), 2);
    }
}

#[test]
fn a_mark_of_somebody_who_became_another_is_a_mark_of_that_one() {
    let (mut main, series, today, keep, gone) = twins();
    enrol(&main, RegisterOf::Series(series), &[gone], day("2026-10-31"));
    unite(&mut main.office, keep, gone).expect("merged");
    // The screen still shows the gone one.
    let marked = mark(&mut main.office, today, gone, Outcome::Present).expect("marked");
    assert_eq!(marked.marks[0].0, keep);
    let register = sheet(&mut main.office, today);
    assert_eq!(register.rows.len(), 1);
    assert!(row(&register, keep).marks[3].as_ref().expect("a mark").expected, "the place on the list came along");
    let again = mark(&mut main.office, today, keep, Outcome::Present).expect("calm");
    assert_eq!(again.already.len(), 1);
}

#[test]
fn of_two_places_on_one_list_one_is_left_and_it_is_the_earlier_one() {
    let (mut main, series, today, keep, gone) = twins();
    enrol(&main, RegisterOf::Series(series), &[gone], day("2026-10-31"));
    // The kept one just stood there.
    mark(&mut main.office, today, keep, Outcome::Present).expect("marked");
    assert_eq!(row(&sheet(&mut main.office, today), keep).expected, [false, false, false, false, true, true]);
    unite(&mut main.office, keep, gone).expect("merged");
    let register = sheet(&mut main.office, today);
    assert_eq!(register.rows.len(), 1);
    assert_eq!(register.rows[0].expected, [true; 6]);
    assert_eq!(register.rows[0].enrolment.as_ref().map(|row| row.from_on), Some(day("2026-10-31")));
    assert_eq!(number(&main.path(), "SELECT count(*) FROM enrolment WHERE voided = 0"), 1);
    undo_last(&mut main.office).expect("taken apart");
    assert_eq!(number(&main.path(), "SELECT count(*) FROM enrolment WHERE voided = 0 AND source = 'spot'"), 1);
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Mark(usize, usize, Outcome),
    TakeAway(usize, usize),
    Unite(usize, usize),
    Undo,
}

fn step() -> impl Strategy<Value = Step> {
    let outcome = prop_oneof![Just(Outcome::Present), Just(Outcome::Absent), Just(Outcome::Excused)];
    prop_oneof![
        6 => (0..4usize, 0..3usize, outcome).prop_map(|(who, session, outcome)| Step::Mark(who, session, outcome)),
        1 => (0..4usize, 0..3usize).prop_map(|(who, session)| Step::TakeAway(who, session)),
        2 => (0..4usize, 0..4usize).prop_map(|(keep, gone)| Step::Unite(keep, gone)),
        2 => Just(Step::Undo),
    ]
}

/// What must hold whatever was done.
const NEVER: [(&str, &str); 4] = [
    (
        "twice in one session",
        "SELECT count(*) FROM (SELECT 1 FROM attendance WHERE voided = 0 GROUP BY session, person HAVING count(*) > 1)",
    ),
    (
        "twice on one list",
        "SELECT count(*) FROM (SELECT 1 FROM enrolment WHERE voided = 0 AND until_on IS NULL GROUP BY series, session, person HAVING count(*) > 1)",
    ),
    (
        "a mark of somebody who is no more",
        "SELECT count(*) FROM attendance a JOIN person p ON p.id = a.person WHERE a.voided = 0 AND (p.merged_into IS NOT NULL OR p.voided_on IS NOT NULL)",
    ),
    (
        "a place of somebody who is no more",
        "SELECT count(*) FROM enrolment e JOIN person p ON p.id = e.person WHERE e.voided = 0 AND p.merged_into IS NOT NULL",
    ),
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nobody_is_in_a_session_twice_after_any_marks_merges_and_undos(steps in proptest::collection::vec(step(), 1..20)) {
        let mut main = an_office();
        let series = make(&mut main.office, &club("Шахи"));
        let everybody: Vec<PersonId> =
            ["Гнатюк Софія", "Гнатюк Соня", "Бондар Ганна", "Бойко Олег"].map(|full| somebody(&mut main.office, full)).to_vec();
        let sessions =
            ["2026-11-07", "2026-11-14", "2026-11-21"].map(|on| session_on(&mut main.office, series, on));
        enrol(&main, RegisterOf::Series(series), &everybody[..3], day("2026-10-31"));
        let file = store(&main.path());
        for step in steps {
            // Refusals (somebody merged already, a deed that later ones built upon) are answers; what they left is asked below.
            match step {
                Step::Mark(who, session, outcome) => {
                    let marked = match mark(&mut main.office, sessions[session], everybody[who], outcome) {
                        // Their registration was what was taken back.
                        Err(OfficeError::NoSuchPerson) => continue,
                        marked => marked.expect("marked"),
                    };
                    let (person, there) = &marked.marks[0];
                    prop_assert_eq!(there.as_ref().map(|mark| mark.outcome), Some(outcome));
                    let register = sheet(&mut main.office, sessions[session]);
                    let found = row(&register, *person).marks[register.under_cursor].as_ref().map(|mark| mark.outcome);
                    prop_assert_eq!(found, Some(outcome));
                }
                Step::TakeAway(who, session) => drop(take_away(&mut main.office, sessions[session], everybody[who])),
                Step::Unite(keep, gone) => drop(unite(&mut main.office, everybody[keep], everybody[gone])),
                Step::Undo => drop(undo_last(&mut main.office)),
            }
            for (what, sql) in NEVER {
                let found: i64 = file.read(|tx| Ok(tx.query_row(sql, [], |row| row.get(0))?)).expect("asked");
                prop_assert_eq!(found, 0, "{}", what);
            }
        }
    }
}
