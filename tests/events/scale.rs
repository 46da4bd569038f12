//! What the register costs at full size. Not part of every run:
//! `cargo test --release --test events -- --ignored --nocapture scale`.

use crate::common::{LOGIN, PASSWORD, day};
use crate::fixture::{mark, number, sheet, take_away};
use crate::office_of::{CLUBS, club, session, ten_years};
use std::time::Instant;
use stiika::domain::event::Outcome;
use stiika::office::Office;

/// Prints how long it takes at the middle and at the worst.
pub fn timed<T>(what: &str, times: u128, mut work: impl FnMut(u128) -> T) -> T {
    let mut took = Vec::new();
    let mut last = None;
    for time in 0..times {
        let begun = Instant::now();
        last = Some(work(time));
        took.push(begun.elapsed().as_secs_f64() * 1000.0);
    }
    took.sort_by(f64::total_cmp);
    println!("{what}: middle {:.2} ms, worst {:.2} ms", took[took.len() / 2], took[took.len() - 1]);
    last.expect("at least once")
}

#[test]
#[ignore = "measures, takes minutes"]
fn the_register_at_a_million_marks() {
    let main = timed("ten years of clubs", 1, |_| ten_years());
    let (path, surroundings) = (main.path(), main.surroundings());
    println!(
        "{} people, {} sessions, {} marks",
        number(&path, "SELECT count(*) FROM person"),
        number(&path, "SELECT count(*) FROM session"),
        number(&path, "SELECT count(*) FROM attendance")
    );
    drop(main.office);
    let mut desk = Office::sign_in(&path, LOGIN, PASSWORD, surroundings).expect("desk");
    timed("register 30 x 40, first look", 1, |_| sheet(&mut desk, session(0, 39)));
    let register = timed("register 30 x 40 again", 40, |_| sheet(&mut desk, session(0, 39)));
    assert_eq!((register.rows.len(), register.columns.len()), (30, 40));
    timed("registers 50 x 40, each for the first time", 40, |time| sheet(&mut desk, session(CLUBS - 1 - time * 7, 39)));
    let person = register.rows[3].person;
    timed("mark, durable", 60, |time| {
        let outcome = if time % 2 == 0 { Outcome::Excused } else { Outcome::Present };
        mark(&mut desk, session(0, 39), person, outcome).expect("marked")
    });
    timed("mark taken away and made", 20, |_| {
        take_away(&mut desk, session(0, 39), person).expect("taken away");
        mark(&mut desk, session(0, 39), person, Outcome::Present).expect("marked")
    });
    timed("mark and the register again", 20, |time| {
        let outcome = if time % 2 == 0 { Outcome::Excused } else { Outcome::Present };
        mark(&mut desk, session(0, 39), person, outcome).expect("marked");
        sheet(&mut desk, session(0, 39))
    });
    timed("last deed, for taking it back", 20, |_| desk.last_deed().expect("asked"));
    timed("calendar of a month", 20, |_| desk.calendar(day("2020-03-01"), day("2020-03-31")).expect("calendar").len());
    timed("calendar of a day", 20, |_| desk.calendar(day("2020-03-07"), day("2020-03-07")).expect("calendar").len());
    timed("list of series", 10, |_| desk.series_list().expect("list").len());
    timed("a series", 20, |time| desk.series(club(time)).expect("series").sessions.len());
    timed("history of a person", 20, |_| desk.person_history(person).expect("history").len());
    timed("newcomers", 20, |_| desk.newcomers().expect("newcomers").len());
}
