//! Stories of harm: the journal under a hand that rewrites it, a desk killed while it saves, and whatever order things come in.
#![allow(clippy::expect_used, clippy::panic, reason = "a story that cannot be set up must fail loudly")]

mod common;

use common::{LOGIN, PASSWORD, a_family, a_family_of, an_office, correct, register};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::Arc;
use stiika::domain::draft::FamilyDraft;
use stiika::domain::id::FamilyId;
use stiika::office::{Entropy, ImportBatch, Office, Run, Surroundings, SystemClock};
use stiika::store::keys::SlotsFile;
use stiika::store::{Store, StoreError};

/// The file opened past the office, as somebody with a key and a tool would.
fn bare(path: &std::path::Path) -> Store {
    let slots = SlotsFile::load(path).expect("slots").slots;
    let (key, _) = slots.unlock(LOGIN, PASSWORD).expect("key");
    Store::open(path, &key).expect("file")
}

#[test]
fn the_journal_takes_additions_only() {
    let mut desk = an_office();
    desk.register(&a_family().draft());
    let mut store = bare(&desk.path());
    for sql in [
        "UPDATE journal SET action = 'nothing'",
        "DELETE FROM journal",
        "REPLACE INTO journal SELECT * FROM journal WHERE seq = 1",
    ] {
        let refused = store.write(|tx| Ok(tx.execute_batch(sql)?)).expect_err(sql);
        assert!(matches!(refused, StoreError::Constraint { .. }), "{sql}: {refused:?}");
    }
}

#[test]
fn a_rewritten_entry_is_named_by_its_number() {
    let mut desk = an_office();
    desk.register(&a_family().draft());
    desk.register(&a_family_of("Бондар Марія").draft());
    assert_eq!(desk.office.verify_journal().expect("verified"), Ok(4));
    let mut store = bare(&desk.path());
    store
        .write(|tx| {
            tx.execute_batch("DROP TRIGGER journal_is_not_rewritten")?;
            tx.execute("UPDATE journal SET desk = 'elsewhere' WHERE seq = 3", [])?;
            Ok(())
        })
        .expect("tampered");
    assert_eq!(desk.office.verify_journal().expect("verified"), Err(3));
}

#[test]
fn a_removed_entry_breaks_the_chain_where_it_was() {
    let mut desk = an_office();
    desk.register(&a_family().draft());
    desk.register(&a_family_of("Бондар Марія").draft());
    bare(&desk.path())
        .write(|tx| {
            tx.execute_batch("DROP TRIGGER journal_is_not_cut; DELETE FROM journal WHERE seq = 2")?;
            Ok(())
        })
        .expect("tampered");
    assert_eq!(desk.office.verify_journal().expect("verified"), Err(2));
}

#[test]
fn a_removed_category_and_an_old_address_stay_in_the_file() {
    let mut desk = an_office();
    let family = desk.register(&a_family().displaced().draft()).family;
    let base = FamilyDraft::of_card(&desk.office.card(family).expect("card"));
    let mut mine = base.clone();
    mine.categories.clear();
    mine.actual.building = "21".to_owned();
    correct(&mut desk.office, family, &base, &mine).expect("corrected");
    let counts = bare(&desk.path())
        .read(|tx| {
            let count = |sql: &str| tx.query_row(sql, [], |row| row.get::<_, i64>(0));
            Ok([
                count("SELECT count(*) FROM category WHERE voided = 1")?,
                count("SELECT count(*) FROM address WHERE until_on = '2026-11-21' AND building = '19г'")?,
                count("SELECT count(*) FROM address WHERE until_on IS NULL AND building = '21'")?,
            ])
        })
        .expect("counts");
    assert_eq!(counts, [1, 1, 1]);
}

/// Where the child of the next story finds the office; only that story sets it.
const CHILD: &str = "STIIKA_TEST_CHILD_OFFICE";

/// Not a story: the process that is killed. Registers until then and says each number that was saved.
#[test]
fn child_that_registers_until_it_is_killed() {
    let Ok(path) = std::env::var(CHILD) else { return };
    let surroundings = Surroundings { clock: Arc::new(SystemClock), entropy: Entropy::System };
    let mut office = Office::sign_in(path.as_ref(), LOGIN, PASSWORD, surroundings).expect("signed in");
    for count in 0.. {
        let registered = register(&mut office, &a_family_of(&format!("Шевченко{count} Оксана")).with_child(3).draft());
        println!("saved {}", registered.number);
    }
}

#[test]
fn what_was_said_to_be_saved_is_there_after_a_kill() {
    let desk = an_office();
    let path = desk.path();
    let mut acknowledged = Vec::new();
    for round in 1..=4usize {
        let mut child = Command::new(std::env::current_exe().expect("this binary"))
            .args(["--exact", "child_that_registers_until_it_is_killed", "--nocapture"])
            .env(CHILD, &path)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("child");
        let mut lines = BufReader::new(child.stdout.take().expect("pipe")).lines();
        let mut told = 0;
        // Killed after another number of answers each time, in the middle of the next save.
        while told < round * 7 {
            let line = lines.next().expect("the child lives").expect("a line");
            if let Some((_, number)) = line.split_once("saved ") {
                acknowledged.push(number.to_owned());
                told += 1;
            }
        }
        child.kill().expect("killed");
        child.wait().expect("ended");
        for line in lines.map_while(Result::ok) {
            if let Some((_, number)) = line.split_once("saved ") {
                acknowledged.push(number.to_owned());
            }
        }
    }
    let mut office = desk.another_desk();
    for number in &acknowledged {
        let found = office.find(number, 5).expect("found");
        assert!(found.iter().any(|found| found.number.is_some_and(|it| it.to_string() == *number)), "{number} is lost");
    }
    assert!(acknowledged.len() >= 70);
    assert!(office.verify_journal().expect("verified").is_ok());
}

#[derive(Clone, Debug)]
enum Step {
    Register { desk: usize, surname: usize },
    Rename { desk: usize, family: usize, surname: usize },
    Leave { desk: usize, family: usize },
    Import { desk: usize, key: usize, surname: usize },
}

const SURNAMES: [&str; 6] = ["Шевченко", "Бондар", "Коваль", "Мельник", "Гнатюк", "Ткачук"];

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        (0..2usize, 0..6usize).prop_map(|(desk, surname)| Step::Register { desk, surname }),
        (0..2usize, 0..8usize, 0..6usize).prop_map(|(desk, family, surname)| Step::Rename { desk, family, surname }),
        (0..2usize, 0..8usize).prop_map(|(desk, family)| Step::Leave { desk, family }),
        (0..2usize, 0..3usize, 0..6usize).prop_map(|(desk, key, surname)| Step::Import { desk, key, surname }),
    ];
    proptest::collection::vec(step, 1..12)
}

fn do_step(desks: &mut [Office; 2], families: &mut Vec<FamilyId>, step: &Step) {
    match *step {
        Step::Register { desk, surname } => {
            let draft = a_family_of(&format!("{} Оксана", SURNAMES[surname])).with_child(5).draft();
            families.push(register(&mut desks[desk], &draft).family);
        }
        Step::Rename { desk, family, surname } => {
            let Some(family) = families.get(family).copied() else { return };
            let base = FamilyDraft::of_card(&desks[desk].card(family).expect("card"));
            let mut mine = base.clone();
            mine.members[0].name.surname = SURNAMES[surname].to_owned();
            correct(&mut desks[desk], family, &base, &mine).expect("renamed");
        }
        Step::Leave { desk, family } => {
            let Some(family) = families.get(family).copied() else { return };
            let base = FamilyDraft::of_card(&desks[desk].card(family).expect("card"));
            let mut mine = base.clone();
            mine.members.truncate(1);
            correct(&mut desks[desk], family, &base, &mine).expect("left");
        }
        Step::Import { desk, key, surname } => {
            let family =
                a_family_of(&format!("{} Оксана", SURNAMES[surname])).with_child(5).with_key(&format!("С-{key}"));
            let batch = ImportBatch { families: vec![family.draft()], ..ImportBatch::default() };
            desks[desk].import(&batch, Run::Real, &mut |_, _| {}).expect("import").expect("no faults");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever two desks do in whatever order, both find every person, and the journal's chain holds.
    #[test]
    fn everybody_stays_findable_at_both_desks(steps in steps()) {
        let desk = an_office();
        let path = desk.path();
        let other = desk.another_desk();
        let mut desks = [desk.office, other];
        let mut families = Vec::new();
        for step in &steps {
            do_step(&mut desks, &mut families, step);
        }
        let everybody: Vec<(String, String)> = bare(&path).read(|tx| {
            let mut statement = tx.prepare("SELECT surname, given_name FROM person")?;
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(rows.collect::<Result<_, _>>()?)
        }).expect("people");
        let mut names: BTreeMap<(String, String), usize> = BTreeMap::new();
        for name in everybody {
            *names.entry(name).or_default() += 1;
        }
        for desk in &mut desks {
            for ((surname, given), count) in &names {
                let found = desk.find(&format!("{surname} {given}"), 100).expect("found");
                let people: std::collections::BTreeSet<_> = found
                    .iter()
                    .filter(|found| found.name.surname == *surname && found.name.given == *given)
                    .map(|found| found.person)
                    .collect();
                prop_assert_eq!(people.len(), *count, "{} {}", surname, given);
            }
            prop_assert!(desk.verify_journal().expect("verified").is_ok());
        }
    }
}
