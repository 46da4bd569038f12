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
        let read = |tx: &stiika::store::Tx| {
            let mut everybody = stiika::store::records::Everybody::begin(tx)?;
            while everybody.step(tx, 16 * 1024, &mut |record| records.push(record))? {}
            Ok(())
        };
        store.read(read).expect("rows");
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

/// Milliseconds on the clock and of all processors of this process.
fn both_clocks() -> (f64, f64) {
    use rustix::time::{ClockId, clock_gettime};
    let milliseconds = |id| {
        let now = clock_gettime(id);
        std::time::Duration::new(now.tv_sec.unsigned_abs(), u32::try_from(now.tv_nsec).unwrap_or(0)).as_secs_f64()
            * 1000.0
    };
    (milliseconds(ClockId::Monotonic), milliseconds(ClockId::ProcessCPUTime))
}

fn clocked<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let (clock, worked) = both_clocks();
    let made = work();
    let (then, worked_then) = both_clocks();
    println!("{what}: {:.0} ms on the clock, {:.0} ms of processors", then - clock, worked_then - worked);
    made
}

/// Not a story: a desk in a process of its own that needs the index, which is loaded where an image of it is kept and made where not.
#[test]
#[ignore = "started by the story below"]
fn child_that_needs_the_index() {
    let Ok(path) = std::env::var(CHILD) else { return };
    let surroundings = stiika::office::Surroundings {
        clock: std::sync::Arc::new(stiika::office::SystemClock),
        entropy: stiika::office::Entropy::System,
    };
    let mut desk = stiika::office::Office::sign_in(path.as_ref(), "demo", "demo", surroundings).expect("desk");
    println!("resident before the index: {} MiB", resident_mib());
    let state = desk.image_state().expect("state");
    // Everything of the file that the look at the register takes beside the index has been read by now.
    clocked(&format!("the index, {state:?}"), || desk.refresh().expect("refresh"));
    println!("resident with it: {} MiB", resident_mib());
    desk.find("Поліщук Окс", 20).expect("found");
    clocked("kept, where it is owed", || desk.keep_whole_image());
}

/// The index read from its image in the encrypted file, apart from signing in. `STIIKA_TEST_PEOPLE` says how many people, by default a
/// hundred thousand and a million.
#[test]
#[ignore = "measures, takes minutes"]
fn the_index_loaded_from_the_file() {
    let sizes = std::env::var("STIIKA_TEST_PEOPLE").unwrap_or_else(|_| "100000 1000000".to_owned());
    for people in sizes.split_whitespace() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("office.stiika");
        let mut demo = std::process::Command::new(env!("CARGO_BIN_EXE_stiika"));
        demo.args(["demo", "--no-open", "--people", people, "--db"]).arg(&path);
        assert!(demo.output().expect("made").status.success());
        for turn in ["without an image", "with it", "again", "and again"] {
            println!("{people} people, {turn}");
            let child = std::process::Command::new(std::env::current_exe().expect("this binary"))
                .args(["--ignored", "--exact", "child_that_needs_the_index", "--nocapture"])
                .env(CHILD, &path)
                .output()
                .expect("child");
            assert!(child.status.success(), "{}", String::from_utf8_lossy(&child.stderr));
            let told = String::from_utf8_lossy(&child.stdout).into_owned();
            told.lines()
                .filter(|line| line.contains(" ms ") || line.contains("MiB"))
                .for_each(|line| println!("  {line}"));
        }
    }
}

#[test]
#[ignore = "measures"]
fn a_sheet_of_two_thousand_lines_as_a_pdf() {
    use stiika::domain::sheet::{Cell, Column, Row, Sheet};
    let row = |place: i64| {
        let name = format!("Прізвищенко-Довгошиєнко{place} Мар’яна Їжаківна");
        Row::of([Cell::Count(place), Cell::text(name), Cell::Grams(12_000), Cell::Signature])
    };
    let columns = vec![
        Column::numbers("№", 1),
        Column::words("Отримувач", 6),
        Column::numbers("Вага, кг", 2),
        Column::words("Підпис", 3),
    ];
    let sheet =
        Sheet {
            title: "Відомість".to_owned(), columns, rows: (1..=2_000).map(row).collect(), ..Sheet::default()
        };
    for _ in 0..3 {
        let form = stiika::office::PaperForm::Pdf;
        let bytes = clocked("a PDF of 2 000 lines", || stiika::exchange::paper::drawn(&sheet, form).expect("drawn"));
        assert!(bytes.starts_with(b"%PDF"));
    }
}
