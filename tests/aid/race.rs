//! Several processes on one file, and processes that are killed.

use crate::common::{LOGIN, PASSWORD, StandingClock, a_family_of, day};
use crate::fixture::{a_storeroom, adds_up, cart, issue, lies, receive};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use stiika::domain::aid::AidFault;
use stiika::domain::id::{DeedId, FamilyId};
use stiika::office::{Entropy, Office, OfficeError, Surroundings};
use uuid::Uuid;

/// Tells a process of its own what to do: the office, the family, and the deed or nothing.
const CHILD: &str = "STIIKA_TEST_AID_CHILD";
const ASKED_FOR_EACH: usize = 100;
const PROCESSES: usize = 4;
const KITS: i64 = 300;

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

/// Not a story: a desk that gives one kit after another until there is none, and says how many it gave.
#[test]
#[ignore = "started by the story below"]
fn child_that_issues() {
    let Ok(told) = std::env::var(CHILD) else { return };
    let (path, family) = told.split_once('|').expect("told");
    let mut office = desk(path);
    let family = FamilyId(family.parse().expect("family"));
    let (mut given, mut late) = (0, 0);
    for _ in 0..ASKED_FOR_EACH {
        let mut mine = cart(family, &[("hygiene_kit", 1)]);
        mine.lines[0].override_reason = "черга".to_owned();
        match issue(&mut office, &mine) {
            Ok(_) => given += 1,
            Err(OfficeError::Aid(AidFault::Shortage(missing))) if missing.left.is_zero() => late += 1,
            other => {
                // On the output that the story reads: what is said here is the answer that nobody should get.
                println!("NEITHER {other:?}");
                panic!("neither given nor refused for want of kits");
            }
        }
    }
    println!("GIVEN {given} LATE {late}");
}

#[test]
fn four_desks_give_the_last_kits_exactly_once_each() {
    let mut main = a_storeroom();
    let family = main.register(&a_family_of("Бондар Ганна Іванівна").displaced().draft()).family;
    // Fewer than the desks ask for together: the last ones come late.
    let there = KITS.min((PROCESSES * ASKED_FOR_EACH) as i64 - 100);
    receive(&mut main.office, "hygiene_kit", there);
    let path = main.path();
    let told = format!("{}|{}", path.display(), family.0);
    let desks: Vec<Child> = (0..PROCESSES).map(|_| start("race::child_that_issues", &told)).collect();
    let (mut given, mut late) = (0, 0);
    for child in desks {
        let output = child.wait_with_output().expect("finished");
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let line = said.lines().find(|line| line.contains("GIVEN")).unwrap_or_else(|| panic!("{said}")).to_owned();
        let numbers: Vec<i64> = line.split_whitespace().filter_map(|word| word.parse().ok()).collect();
        given += numbers[0];
        late += numbers[1];
    }
    assert_eq!((given, late), (there, (PROCESSES * ASKED_FOR_EACH) as i64 - there));
    assert_eq!(lies(&mut main.office, "hygiene_kit"), 0);
    adds_up(&path);
}

/// Not a story: a desk that issues one cart under a deed that it was told, and is killed somewhere in it.
#[test]
#[ignore = "started by the story below"]
fn child_that_is_killed() {
    let Ok(told) = std::env::var(CHILD) else { return };
    let parts: Vec<&str> = told.split('|').collect();
    let mut office = desk(parts[0]);
    let family = FamilyId(parts[1].parse().expect("family"));
    println!("READY");
    let answer = office.issue(DeedId(parts[2].parse().expect("deed")), &cart(family, &[("nappies", 1)]));
    println!("DONE {answer:?}");
}

#[test]
fn a_desk_that_is_killed_before_its_answer_has_issued_once_when_the_key_is_pressed_again() {
    use std::io::{BufRead, BufReader};
    let mut main = a_storeroom();
    let family = main.register(&a_family_of("Бондар Ганна Іванівна").displaced().draft()).family;
    receive(&mut main.office, "nappies", 20);
    for round in 0..6_u64 {
        let deed = DeedId(Uuid::from_u128(u128::from(round) + 77));
        let told = format!("{}|{}|{}", main.path().display(), family.0, deed.0);
        let mut child = start("race::child_that_is_killed", &told);
        let mut said = BufReader::new(child.stdout.take().expect("stdout"));
        let mut line = String::new();
        // The deed begins right behind this word; the kill lands somewhere in it, or behind it.
        while !line.contains("READY") && said.read_line(&mut line).expect("said") > 0 {}
        for _ in 0..round * 40_000 {
            std::hint::spin_loop();
        }
        child.kill().expect("killed");
        child.wait().expect("gone");
        let mine = cart(family, &[("nappies", 1)]);
        let first = main.office.issue(deed, &mine).expect("issued");
        assert_eq!(main.office.issue(deed, &mine).expect("pressed twice"), first);
        assert_eq!(lies(&mut main.office, "nappies"), 19 - i64::try_from(round).expect("small"));
    }
    let acts = main.office.acts_between(day("2026-01-01"), day("2026-12-31")).expect("acts");
    assert_eq!(acts.len(), 7, "one receipt and six issues");
    adds_up(&main.path());
}
