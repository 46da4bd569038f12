//! What the office costs at its full size. Not part of every run: `cargo test --release --test office_scale -- --ignored --nocapture`.
#![allow(clippy::expect_used, clippy::panic, reason = "a story that cannot be set up must fail loudly")]

mod common;

use common::{LOGIN, PASSWORD, a_family_of, an_office, correct, register};
use std::time::Instant;
use stiika::domain::draft::FamilyDraft;
use stiika::office::{ImportBatch, Run};

const SURNAMES: [&str; 8] = ["Шевченко", "Бондар", "Коваль", "Мельник", "Гнатюк", "Ткачук", "Поліщук", "Савчук"];

/// Families of three from a place in the list on; every one has a phone, a paper and a category.
fn families(from: usize, count: usize) -> ImportBatch {
    let family = |place: usize| {
        let head = format!("{}{} Оксана Петрівна", SURNAMES[place % 8], ["", "ський", "енко", "чук"][place / 8 % 4]);
        let mut draft = a_family_of(&head)
            .with_child(4)
            .with_child(9)
            .displaced()
            .with_phone(&format!("067{place:07}"))
            .with_passport(&format!("КС {place:06}"))
            .with_key(&format!("С-{place}"))
            .draft();
        draft.actual.building = (place % 200).to_string();
        draft
    };
    ImportBatch { families: (from..from + count).map(family).collect(), ..ImportBatch::default() }
}

fn resident_mib() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kib| kib.parse::<usize>().ok()).unwrap_or(0) / 1024
}

fn timed<T>(what: &str, times: u32, mut work: impl FnMut(u32) -> T) -> T {
    let begun = Instant::now();
    let mut last = work(0);
    for time in 1..times {
        last = work(time);
    }
    println!("{what}: {:.2} ms", begun.elapsed().as_secs_f64() * 1000.0 / f64::from(times));
    last
}

/// Where the desk of its own finds the office.
const CHILD: &str = "STIIKA_TEST_SCALE_OFFICE";

/// Not a story: a desk in a process of its own, whose memory nothing else has touched.
#[test]
#[ignore = "started by the story below"]
fn child_that_signs_in() {
    let Ok(path) = std::env::var(CHILD) else { return };
    let surroundings = stiika::office::Surroundings {
        clock: std::sync::Arc::new(common::StandingClock::new()),
        entropy: stiika::office::Entropy::System,
    };
    let mut desk = timed("sign-in of a process of its own", 1, |_| {
        stiika::office::Office::sign_in(path.as_ref(), LOGIN, PASSWORD, surroundings.clone()).expect("desk")
    });
    desk.find("Поліщук Окс", 20).expect("found");
    println!("RSS of a desk: {} MiB", resident_mib());
}

#[test]
#[ignore = "measures, takes half a minute"]
fn the_office_at_a_hundred_thousand_people() {
    let mut main = an_office();
    let first = families(0, 9_000);
    let take = |office: &mut stiika::office::Office, batch: &ImportBatch| {
        office.import(batch, Run::Real, &mut |_, _| {}).expect("import").expect("no faults")
    };
    timed("import of 9 000 families, 27 000 people", 1, |_| take(&mut main.office, &first));
    timed("the same file again", 1, |_| take(&mut main.office, &first));
    timed("import to 100 000 people", 1, |_| take(&mut main.office, &families(9_000, 24_334)));
    timed("first look after it", 1, |_| main.office.refresh().expect("refresh"));
    println!("RSS with one desk: {} MiB", resident_mib());
    let (path, surroundings) = (main.path(), main.surroundings());
    drop(main.office);
    let mut desk = timed("sign-in (Argon2 at its floor included)", 3, |_| {
        stiika::office::Office::sign_in(&path, LOGIN, PASSWORD, surroundings.clone()).expect("desk")
    });
    let slots = stiika::store::keys::SlotsFile::load(&path).expect("slots").slots;
    let (key, _) = timed("  of it: key", 1, |_| slots.unlock(LOGIN, PASSWORD).expect("key"));
    let store = timed("  of it: file", 1, |_| stiika::store::Store::open(&path, &key).expect("file"));
    let records = timed("  of it: rows", 1, |_| {
        let mut records = Vec::new();
        store.read(|tx| stiika::store::records::all(tx, &mut |record| records.push(record))).expect("rows");
        records
    });
    let mut records = Some(records);
    timed("  of it: index", 1, |_| {
        let mut index = stiika::search::Index::default();
        index.add(records.take().expect("once"));
        index.settle();
        index.len()
    });
    println!("RSS after sign-in: {} MiB", resident_mib());
    let family = desk.find("Поліщук Оксана", 5).expect("found")[0].family.expect("family");
    timed("find, 20 rows", 50, |_| desk.find("Поліщук Окс", 20).expect("found").len());
    timed("card with its journal entry", 50, |_| desk.card(family).expect("card"));
    timed("glance again", 200, |_| desk.glance(family).expect("card"));
    timed("today, first", 1, |_| desk.today().expect("today"));
    timed("today, again", 100, |_| desk.today().expect("today"));
    timed("refresh with nothing new", 1000, |_| desk.refresh().expect("refresh"));
    timed("register", 50, |time| register(&mut desk, &a_family_of(&format!("Нова{time} Ганна")).with_child(3).draft()));
    let mut base = FamilyDraft::of_card(&desk.card(family).expect("card"));
    timed("correct", 50, |time| {
        let mut mine = base.clone();
        mine.actual.flat = time.to_string();
        base = FamilyDraft::of_card(&correct(&mut desk, family, &base, &mine).expect("corrected"));
    });
    let mut exported = 0;
    timed("export", 1, |_| desk.export(&mut |_| exported += 1).expect("export"));
    let entries = timed("verify the journal", 1, |_| desk.verify_journal().expect("verified"));
    let child = std::process::Command::new(std::env::current_exe().expect("this binary"))
        .args(["--ignored", "--exact", "child_that_signs_in", "--nocapture"])
        .env(CHILD, &path)
        .output()
        .expect("child");
    println!("{}", String::from_utf8_lossy(&child.stdout));
    println!("exported {exported}, journal {entries:?}");
}
