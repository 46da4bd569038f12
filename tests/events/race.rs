//! Two desks on one session, two processes on one file, and desks that are killed in the middle of marking.

use crate::common::{LOGIN, PASSWORD, StandingClock, a_family, a_family_of, an_office, day};
use crate::fixture::{club, enrol, make, mark, number, outcome, people, session_on, sheet};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use stiika::domain::event::{Outcome, RegisterOf};
use stiika::domain::id::{PersonId, SessionId};
use stiika::office::{Entropy, Office, Surroundings};

/// Tells a process of its own what to do: the office, the session, the people.
const CHILD: &str = "STIIKA_TEST_EVENTS_CHILD";
const EACH: usize = 30;

fn desk(path: &str) -> Office {
    let surroundings = Surroundings { clock: Arc::new(StandingClock::new()), entropy: Entropy::System };
    Office::sign_in(path.as_ref(), LOGIN, PASSWORD, surroundings).expect("desk")
}

fn start(test: &str, told: &str) -> Child {
    Command::new(std::env::current_exe().expect("this binary"))
        .args(["--ignored", "--exact", test, "--nocapture"])
        .env(CHILD, told)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("child")
}

/// Not a story: a desk that marks one after another, and says of each that it is marked once the answer is there.
#[test]
#[ignore = "started by the stories below"]
fn child_that_marks() {
    let Ok(told) = std::env::var(CHILD) else { return };
    let parts: Vec<&str> = told.split('|').collect();
    let mut office = desk(parts[0]);
    let session = SessionId(parts[1].parse().expect("session"));
    for person in parts[2].split(',') {
        let person = PersonId(person.parse().expect("person"));
        let marked = mark(&mut office, session, person, Outcome::Present).expect("marked");
        println!("MARKED {} {}", person.0, marked.already.len());
    }
}

fn hall(main: &mut crate::common::AnOffice, many: usize) -> (SessionId, Vec<PersonId>) {
    let series = make(&mut main.office, &club("Зустріч у залі"));
    let mut everybody = Vec::new();
    for place in 0..many.div_ceil(3) {
        let family = a_family_of(&format!("Бондар{place} Ганна Іванівна")).with_child(9).with_child(12);
        everybody.extend(people(&mut main.office, &family.draft()));
    }
    everybody.truncate(many);
    enrol(main, RegisterOf::Series(series), &everybody, day("2026-10-31"));
    (session_on(&mut main.office, series, "2026-11-21"), everybody)
}

fn told(path: &std::path::Path, session: SessionId, everybody: &[PersonId]) -> String {
    let everybody: Vec<String> = everybody.iter().map(|person| person.0.to_string()).collect();
    format!("{}|{}|{}", path.display(), session.0, everybody.join(","))
}

#[test]
fn two_desks_on_one_session_see_each_other_and_lose_nothing() {
    let mut main = an_office();
    let who = people(&mut main.office, &a_family().with_child(9).with_child(12).draft());
    let series = make(&mut main.office, &club("Шахи"));
    enrol(&main, RegisterOf::Series(series), &who, day("2026-10-31"));
    let today = session_on(&mut main.office, series, "2026-11-21");
    let mut other = main.another_desk();
    // Both look at the same empty register, then mark: the second one is told calmly, and neither mark is lost.
    let (mine, theirs) = (sheet(&mut main.office, today), sheet(&mut other, today));
    assert_eq!(mine.rows, theirs.rows);
    mark(&mut main.office, today, who[0], Outcome::Present).expect("marked");
    mark(&mut other, today, who[1], Outcome::Absent).expect("marked");
    let calm = mark(&mut other, today, who[0], Outcome::Present).expect("marked");
    assert_eq!((calm.already.len(), calm.already[0].1.by.as_str()), (1, "Олена К."));
    // The desk of the first fills in the rest with an old picture before it: the absent one stays absent.
    let deed = main.office.new_deed();
    let rest = main.office.mark_unmarked(deed, today, Outcome::Present).expect("marked");
    assert_eq!(rest.marks.len(), 1);
    assert_eq!(outcome(&mut main.office, today, who[1]), Some(Outcome::Absent));
    assert_eq!(sheet(&mut main.office, today).rows, sheet(&mut other, today).rows);
}

#[test]
fn two_processes_mark_a_hall_at_once_and_every_mark_is_there_once() {
    let mut main = an_office();
    let (session, everybody) = hall(&mut main, EACH * 2 - 10);
    let path = main.path();
    // Ten people in the middle are marked by both.
    let halves = [told(&path, session, &everybody[..EACH]), told(&path, session, &everybody[everybody.len() - EACH..])];
    let desks = halves.map(|told| start("race::child_that_marks", &told));
    let mut already = 0;
    for child in desks {
        let output = child.wait_with_output().expect("finished");
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let marked: Vec<&str> = said.lines().filter(|line| line.contains("MARKED")).collect();
        assert_eq!(marked.len(), EACH, "{said}");
        already += marked.iter().filter(|line| line.ends_with(" 1")).count();
    }
    assert_eq!(already, 10, "of the ten each was told to one desk only");
    let register = sheet(&mut main.office, session);
    let column = register.under_cursor;
    assert_eq!(register.rows.iter().filter(|row| row.marks[column].is_some()).count(), everybody.len());
    assert_eq!(number(&path, "SELECT count(*) FROM attendance"), i64::try_from(everybody.len()).expect("small"));
    assert_eq!(main.office.verify_journal().map(|result| result.is_ok()), Ok(true));
}

#[test]
fn every_mark_that_was_answered_is_there_after_a_kill() {
    let mut main = an_office();
    let (session, everybody) = hall(&mut main, 24);
    let path = main.path();
    for (round, people) in everybody.chunks(6).enumerate() {
        let mut child = start("race::child_that_marks", &told(&path, session, people));
        let mut said = BufReader::new(child.stdout.take().expect("stdout"));
        let (mut line, mut answered) = (String::new(), Vec::new());
        // The kill lands while the next one is being marked.
        while answered.len() <= round && said.read_line(&mut line).expect("said") > 0 {
            let words = line.split_whitespace().skip_while(|word| *word != "MARKED").nth(1);
            answered.extend(words.map(|person| PersonId(person.parse().expect("person"))));
            line.clear();
        }
        child.kill().expect("killed");
        child.wait().expect("gone");
        assert_eq!(answered.len(), round + 1);
        for person in &answered {
            assert_eq!(outcome(&mut main.office, session, *person), Some(Outcome::Present));
        }
        // Whoever was being marked is marked wholly or not at all, and pressing again is calm.
        for person in people {
            mark(&mut main.office, session, *person, Outcome::Present).expect("marked");
        }
    }
    assert_eq!(number(&path, "SELECT count(*) FROM attendance WHERE voided = 0"), 24);
    assert_eq!(main.office.verify_journal().map(|result| result.is_ok()), Ok(true));
}
