//! What numbers cost at full size. Not part of every run:
//! `cargo test --release --test events -- --ignored --nocapture numbers_at`.

use crate::common::{LOGIN, PASSWORD, day};
use crate::fixture::store;
use crate::office_of::{club, session, ten_years};
use crate::scale::timed;
use stiika::domain::event::figures::{FigureScope, Period, Which};
use stiika::office::Office;
use stiika::store::StoreError;

#[test]
#[ignore = "measures, takes minutes"]
fn numbers_at_a_million_marks() {
    let main = ten_years();
    let (path, surroundings) = (main.path(), main.surroundings());
    drop(main.office);
    let mut desk = Office::sign_in(&path, LOGIN, PASSWORD, surroundings).expect("desk");
    let codes = desk.figure_scopes().expect("scopes").programmes;
    let year = |year: i32| Period::Year(day(&format!("{year}-05-05"))).days();
    let asked = |desk: &mut Office, scope: &FigureScope, (from, until)| {
        let figures = desk.event_figures(scope, from, until).expect("figures");
        let whole = figures.whole();
        (whole.sessions, whole.visits, whole.people)
    };
    let programme = |place: usize| FigureScope::Programme(codes[place % codes.len()].clone());
    let cold = timed("a year of a programme, first look", 1, |_| asked(&mut desk, &programme(0), year(2020)));
    println!("sessions, visits, people: {cold:?}");
    timed("a year of each programme, for the first time", 12, |time| {
        asked(&mut desk, &programme(usize::try_from(time).expect("small")), year(2018))
    });
    let late = timed("the last whole year of a programme", 20, |_| asked(&mut desk, &programme(3), year(2025)));
    println!("sessions, visits, people: {late:?}");
    timed("names behind its people", 10, |_| {
        desk.figure_people(&programme(3), year(2025), &Which::All).expect("people").rows.len()
    });
    timed("a series", 20, |time| asked(&mut desk, &FigureScope::Series(club(time)), Period::Always.days()));
    timed("a session", 20, |time| {
        asked(&mut desk, &FigureScope::Session(session(time * 3, 20)), Period::Always.days())
    });
    timed("a month of everything", 5, |_| asked(&mut desk, &FigureScope::All, Period::Month(day("2025-03-03")).days()));
    let all = timed("a year of everything", 3, |_| asked(&mut desk, &FigureScope::All, year(2025)));
    println!("sessions, visits, people: {all:?}");
    let ever = timed("ten years of everything", 2, |_| asked(&mut desk, &FigureScope::All, Period::Always.days()));
    println!("sessions, visits, people: {ever:?}");
    // An office that does little else: a third of everything under one programme.
    let third = "UPDATE session SET programme = 'women_hub' WHERE series IN (SELECT id FROM series WHERE substr(title, -1) IN ('1', '4', '7'))";
    store(&path).transact(|tx| tx.execute_batch(third).map_err(StoreError::from)).expect("moved");
    let hub = FigureScope::Programme("women_hub".into());
    let told = timed("a year of a programme of a third of everything", 5, |_| asked(&mut desk, &hub, year(2025)));
    println!("sessions, visits, people: {told:?}");
    for (what, sql) in [
        (
            "sessions",
            "SELECT id FROM session s LEFT JOIN series r ON r.id = s.series WHERE s.programme = 'x' AND s.held_on BETWEEN '2025' AND '2026'",
        ),
        ("marks", "SELECT person FROM attendance WHERE session = x'00' AND outcome = 'present' AND voided = 0"),
        (
            "memberships",
            "SELECT family, from_on, NULL FROM membership WHERE person = x'00' AND until_on IS NULL UNION ALL SELECT family, from_on, until_on FROM membership WHERE person = x'00' AND until_on IS NOT NULL",
        ),
    ] {
        let plan: Vec<String> = store(&path)
            .read(|tx| {
                let mut statement =
                    tx.prepare(&format!("EXPLAIN QUERY PLAN {}", sql.replace("SELECT id", "SELECT s.id")))?;
                let rows = statement.query_map([], |row| row.get(3))?;
                Ok(rows.collect::<Result<_, _>>()?)
            })
            .expect("plan");
        println!("{what}: {plan:?}");
    }
}
