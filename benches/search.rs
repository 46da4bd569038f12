//! How fast and how rightly the search answers: `cargo bench --bench search -- [--people N] [--seed S] [--each N] [--class TEXT]`.
//!
//! People and questions are made up by `support` (seed 1 is what the engine was tuned with; any other is a test of it). For every class
//! of question: how often the right person is first and among the first five, and how long an answer takes. Then each keystroke
//! while questions are typed, the cost of building, changing, keeping and loading the index, its memory, and the look for duplicates.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    missing_docs,
    reason = "numbers of a report, far from any limit"
)]

mod support;

use chrono::NaiveDate;
use rustix::time::{ClockId, clock_gettime};
use stiika::domain::draft::{FamilyDraft, MemberDraft};
use stiika::domain::family::Relation;
use stiika::domain::id::FamilyId;
use stiika::search::{ImageWriter, Index, Sight};
use support::people::{Person, people, place_of};
use support::questions::{CLASSES, Question, questions};
use uuid::Uuid;

/// Rows that a screen asks for.
const LIMIT: usize = 50;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).unwrap_or_default()
}

/// A number or text after its name on the command line.
fn argument(name: &str) -> Option<String> {
    std::env::args().skip_while(|argument| argument != name).nth(1)
}

fn number(name: &str, otherwise: usize) -> usize {
    argument(name).and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// Resident memory of this process in megabytes, where the system tells it.
fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|size| size.parse::<f64>().ok()).unwrap_or(f64::NAN) / 1024.0
}

/// Milliseconds of work and what came of it. Of this thread's work only, unless `--wall` asks for the time on the clock: on a shared machine
/// the clock shows the others.
fn timed<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let clock =
        if std::env::args().any(|argument| argument == "--wall") { ClockId::Monotonic } else { ClockId::ThreadCPUTime };
    let now = || {
        let now = clock_gettime(clock);
        now.tv_sec as f64 * 1000.0 + now.tv_nsec as f64 / 1e6
    };
    let start = now();
    let made = work();
    (now() - start, made)
}

fn share(times: &mut [f64], share: f64) -> f64 {
    times.sort_by(f64::total_cmp);
    let last = times.len().saturating_sub(1);
    times.get((last as f64 * share).round() as usize).copied().unwrap_or(f64::NAN)
}

fn report(what: &str, times: &mut [f64]) {
    println!(
        "{what:<28} p50 {:8.3} ms  p99 {:8.3} ms  max {:8.3} ms",
        share(times, 0.5),
        share(times, 0.99),
        share(times, 1.0)
    );
}

/// Builds by small parts, so that what grows is the index alone.
fn build(all: &[Person]) -> Index {
    let mut index = Index::default();
    for (part, people) in all.chunks(1024).enumerate() {
        index.add(people.iter().enumerate().map(|(place, person)| person.record(part * 1024 + place)).collect());
    }
    index.settle();
    index
}

/// The best of two: on a shared machine the scheduler's slice of four milliseconds would be measured instead.
fn ask(index: &Index, text: &str) -> (f64, Vec<usize>) {
    let find = || index.find(text, Sight::Contacts, today(), LIMIT);
    let (first, hits) = timed(find);
    let (second, _) = timed(find);
    (first.min(second), hits.iter().map(|hit| place_of(hit.person)).collect())
}

fn by_class(index: &Index, all: &[Person], asked: &[Question]) {
    let verbose = std::env::args().any(|argument| argument == "--missed");
    let mut every = Vec::new();
    println!("{:<28} {:>6} {:>6}   milliseconds", "class", "first", "in 5");
    for class in CLASSES {
        let (mut times, mut first, mut five) = (Vec::new(), 0, 0);
        let mut slowest = (0.0, "");
        for question in asked.iter().filter(|question| question.class == class) {
            let (time, answers) = ask(index, &question.text);
            times.push(time);
            if time > slowest.0 {
                slowest = (time, &question.text);
            }
            let meant = &all[question.about];
            let place = answers.iter().position(|answer| question.is_met(meant, &all[*answer]));
            first += usize::from(place == Some(0));
            five += usize::from(place.is_some_and(|place| place < 5));
            if verbose && place.is_none_or(|place| place >= 5) {
                let names: Vec<String> = answers
                    .iter()
                    .take(6)
                    .map(|answer| {
                        format!("{} {} {}", all[*answer].surname, all[*answer].given, all[*answer].patronymic)
                    })
                    .collect();
                println!(
                    "  missed: {:?} meant {} {} {}, place {place:?}: {names:?}",
                    question.text, meant.surname, meant.given, meant.patronymic
                );
            }
        }
        if times.is_empty() {
            continue;
        }
        let of = times.len() as f64 / 100.0;
        every.extend_from_slice(&times);
        print!("{class:<28} {:>6.1} {:>6.1}   ", first as f64 / of, five as f64 / of);
        report("", &mut times);
        if verbose {
            println!("  slowest: {:?} {:.3} ms", slowest.1, slowest.0);
        }
    }
    report("all", &mut every);
}

/// Every keystroke while some of the questions are typed.
fn keystrokes(index: &Index, asked: &[Question]) {
    let mut times = Vec::new();
    let mut slowest = (0.0, String::new());
    for question in asked.iter().step_by((asked.len() / 150).max(1)) {
        let mut typed = String::new();
        for letter in question.text.chars() {
            typed.push(letter);
            let (time, _) = ask(index, &typed);
            times.push(time);
            if time > slowest.0 {
                slowest = (time, typed.clone());
            }
        }
    }
    report("every keystroke", &mut times);
    println!("slowest keystroke {:?} {:.3} ms", slowest.1, slowest.0);
}

/// What nobody types, or types by mistake.
fn bad_input(index: &Index) {
    let mut times = Vec::new();
    let texts = [
        "",
        " ",
        "а",
        "о",
        "к",
        "a",
        "і",
        "-",
        "'",
        "😀",
        "…,;.",
        "ааааааа",
        "а б в",
        "к о м",
        "ш о п к т",
        "1",
        "12",
        "123",
        "1234",
        "12345",
        "123456",
        "1234567",
        "12345678",
        "123456789",
        "1234567890",
        "12345678901234567890",
        "0",
        "00",
        "000",
        "ivan іван",
        "жжжжж щщщщщ ъъъъъ",
        "прпрпр олололо мимими цуцуцу кекеке",
        "петрівна",
        "оксана",
        "полтава",
        "полтава 12",
        "оксана петрівна",
        "о п",
        "ко",
        "ка в",
        "шевченка",
        "1987",
        "12.03.1987",
        "саша",
        "марія іванівна київська 12",
    ];
    let long = "шевченко ".repeat(60);
    let word = "щ".repeat(500);
    for text in texts.into_iter().chain([long.as_str(), word.as_str()]) {
        let (time, answers) = ask(index, text);
        if time > 1.0 {
            println!("  {:?} {time:.3} ms, {} found", text.chars().take(40).collect::<String>(), answers.len());
        }
        times.push(time);
    }
    report("bad and short input", &mut times);
}

fn form(all: &[Person], place: usize) -> FamilyDraft {
    let mut form = FamilyDraft::new(today());
    for (place, person) in all.iter().enumerate().skip(place).take(3) {
        let record = person.record(place);
        let mut member = MemberDraft::new(Relation::Other);
        member.name = record.name;
        member.birth = record.birth;
        member.phones = record.phones;
        member.documents = record.documents;
        form.members.push(member);
        form.actual.street = record.street;
        form.actual.building = record.building;
    }
    form
}

/// The index as a desk has it after a start: loaded from its image.
fn loaded(all: &[Person], asked: &[Question]) {
    let mut writer = ImageWriter::new(0);
    let (time, parts) = timed(|| {
        let index = build(all);
        std::iter::from_fn(|| writer.next(&index)).collect::<Vec<_>>()
    });
    let label = writer.label();
    println!("built and made into an image of {:.1} MB in {time:.0} ms", label.bytes as f64 / 1048576.0);
    let before = resident();
    let mut parts = parts.into_iter();
    let (time, index) = timed(|| Index::of_parts(&label, &mut || parts.next()));
    let Ok(index) = index else { return println!("no image") };
    let grown = resident() - before + label.bytes as f64 / 1048576.0;
    println!("{} people loaded in {time:.0} ms, index {grown:.1} MB", index.len());
    by_class(&index, all, asked);
}

/// One slice of the look for duplicates, as a desk takes it.
const SLICE: usize = 25_000;

/// The look over the whole register, with every hundredth family registered a second time.
fn sweep(all: &[Person]) {
    let mut index = build(all);
    let again = all.iter().enumerate().filter(|(_, person)| person.family % 100 == 0).map(|(place, person)| {
        let mut record = person.record(place);
        record.person.0 = Uuid::from_u128(record.person.0.as_u128() ^ 1);
        record.family = record.family.map(|family| FamilyId(Uuid::from_u128(family.0.as_u128() ^ 1)));
        record.documents.clear();
        record
    });
    index.add(again.collect());
    index.settle();
    let mut slices = Vec::new();
    loop {
        let (time, more) = timed(|| index.sweep(SLICE));
        slices.push(time);
        if !more {
            break;
        }
    }
    let whole: f64 = slices.iter().sum();
    let (time, found) = timed(|| index.doubles(Sight::Contacts, 2_000, &|_, _| false).total);
    println!("duplicates: {found} pairs of families found in {whole:.0} ms; their list {time:.1} ms");
    report("a slice of the look", &mut slices);
}

fn main() {
    let (count, seed) = (number("--people", 100_000), number("--seed", 1) as u64);
    let all = people(count, seed);
    let asked = questions(&all, seed, number("--each", 200));
    let asked: Vec<Question> = match argument("--class") {
        Some(class) => asked.into_iter().filter(|question| question.class.contains(&class)).collect(),
        None => asked,
    };
    if std::env::args().any(|argument| argument == "--loaded") {
        return loaded(&all, &asked);
    }
    let before = resident();
    let (time, mut index) = timed(|| build(&all));
    println!("{} people, seed {seed}: built in {time:.0} ms, index {:.1} MB", index.len(), resident() - before);
    by_class(&index, &all, &asked);
    if argument("--class").is_some() {
        return;
    }
    keystrokes(&index, &asked);
    bad_input(&index);
    let mut times: Vec<f64> = (0..20).map(|turn| timed(|| index.likely(&form(&all, turn * 97), None, 5)).0).collect();
    report("likely (a form of three)", &mut times);
    let mut times: Vec<f64> = (0..100)
        .map(|turn| {
            let family = all[turn * 31].family;
            let own: Vec<usize> = (0..all.len().min(turn * 31 + 10))
                .rev()
                .take(20)
                .filter(|place| all[*place].family == family)
                .collect();
            let records: Vec<_> = own.iter().map(|place| all[*place].record(*place)).collect();
            let people: Vec<_> = records.iter().map(|record| record.person).collect();
            timed(|| index.update(&people, records)).0
        })
        .collect();
    report("update of one family", &mut times);
    drop(index);
    sweep(&all);
}
