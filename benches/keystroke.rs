//! How long a keystroke takes to the frame that shows it, through a pseudo-terminal, on a demo office of any size.
//!
//! `cargo bench --bench keystroke -- --people 100000 [--keys 400]` prints the median, the 99th percentile and the worst, the time from
//! the password's Enter to the first usable frame, and the resident memory. What is measured is what a person sees: from the write to
//! the terminal's input until its screen shows the changed line. The key after a key is pressed when the one before is answered and the
//! terminal has been quiet as long as between a fast typist's keys, so that every key is a typist's and none a scanner's.
#![allow(clippy::expect_used, reason = "a measurement that cannot be set up must fail loudly")]

#[path = "../tests/common/terminal.rs"]
mod terminal;

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};
use terminal::{Terminal, begins, program, program_without_terminal, said};

/// A fast typist's pause.
const PAUSE: Duration = Duration::from_millis(60);

/// What people type: names, halves of names, both layouts, a wrong letter, a phone, a paper.
const QUERIES: [&str; 12] = [
    "шевченко окс",
    "коваленко марія іванівна",
    "бондар",
    "ткачук петро 12.03.1987",
    "itdxtyrj",
    "мельничук аннс",
    "067 123",
    "кравченко о",
    "луцьк винниченка 12",
    "єв",
    "мар",
    "олександр петрович",
];

fn main() {
    let people = number_after("--people").unwrap_or(100_000);
    let keys = number_after("--keys").unwrap_or(400);
    let home = tempfile::tempdir().expect("a folder");
    let office = home.path().join("office.stiika");
    make_office(home.path(), &office, people);

    let mut command = program(home.path());
    command.arg("--db");
    command.arg(&office);
    let (title, empty) = (said("sign-in-title"), begins("home-empty"));
    let started = Instant::now();
    let mut desk = Terminal::start_sized(command, (120, 40));
    let door = desk.wait_until("the door", |screen| screen.contents().contains(&title)) - started;
    desk.types("demo").press("Enter").types("demo");
    let pressed = Instant::now();
    desk.press("Enter");
    let usable = desk.wait_until("the search", |screen| screen.contents().contains(&empty)) - pressed;
    let memory_at_start = resident_megabytes(desk.process());

    let mut shown = Vec::new();
    let mut answered = Vec::new();
    'all: for query in QUERIES.iter().cycle() {
        for letter in query.chars() {
            if shown.len() >= keys {
                break 'all;
            }
            thread::sleep(PAUSE);
            let (line, results) = press(&mut desk, &letter.to_string());
            shown.push(line);
            answered.extend(results);
        }
        thread::sleep(PAUSE);
        desk.press("Esc").shows(&empty);
    }

    desk.press("Esc").shows(&empty);
    // A form that is kept as a draft while it is typed; what was typed is taken out again, so that it closes without a question.
    desk.press("F7");
    desk.wait_until("the form", |screen| !screen.contents().contains(&empty));
    let mut in_form = Vec::new();
    while in_form.len() < keys / 4 {
        for letter in "григоренко".chars().map(String::from).chain(vec!["\u{7f}".to_owned(); 10]) {
            thread::sleep(PAUSE);
            let before = body(&desk.text());
            let pressed = Instant::now();
            desk.sends(&letter);
            in_form.push(desk.wait_until("the letter", |screen| body(&screen.contents()) != before) - pressed);
        }
    }
    desk.press("Esc").shows(&empty);

    println!("people {people}, keys {}", shown.len());
    println!("start to the door         {:>8.1} ms", milliseconds(door));
    println!("sign-in to the search     {:>8.1} ms", milliseconds(usable));
    report("key to the shown letter", &mut shown);
    report("key to the new results", &mut answered);
    report("key in a kept form", &mut in_form);
    println!("memory after the sign-in  {memory_at_start:>8.1} MB");
    println!("memory after the queries  {:>8.1} MB", resident_megabytes(desk.process()));
    desk.press("F10").shows(&said("leave-question"));
    desk.press("Enter");
    desk.ends();
}

/// Presses a key; how long until the search line showed it, and until the list below changed, if it did within a pause.
fn press(desk: &mut Terminal, letter: &str) -> (Duration, Option<Duration>) {
    let (line, list) = parts(&desk.text());
    // A blank at the end of the line is no sign, but it moves the cursor.
    let cursor = desk.picture();
    let pressed = Instant::now();
    desk.sends(letter);
    let is_blank = letter.trim().is_empty();
    let shown = desk.wait_until("the letter", |screen| {
        parts(&screen.contents()).0 != line || (is_blank && terminal::Picture::of(screen) != cursor)
    });
    let answered = desk.wait_at_most(PAUSE, |screen| parts(&screen.contents()).1 != list);
    (shown - pressed, answered.map(|at| at - pressed))
}

/// The search line, and everything below it but the clock and counters.
fn parts(text: &str) -> (String, String) {
    let mut lines = text.lines().skip(2);
    let line = lines.next().unwrap_or_default().to_owned();
    (line, lines.collect())
}

/// The screen without the line with the clock.
fn body(text: &str) -> String {
    text.lines().skip(1).collect()
}

fn make_office(home: &Path, office: &Path, people: usize) {
    let made = program_without_terminal(home)
        .args(["demo", "--people", &people.to_string(), "--no-open", "--db"])
        .arg(office)
        .stdout(Stdio::null())
        .status()
        .expect("the program starts");
    assert!(made.success(), "no demo office");
}

fn report(what: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let Some(last) = times.len().checked_sub(1) else { return };
    let at = |hundredths: usize| milliseconds(times[last * hundredths / 100]);
    println!(
        "{what:<25} p50 {:>6.1} ms   p99 {:>6.1} ms   worst {:>6.1} ms",
        at(50),
        at(99),
        milliseconds(times[last])
    );
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// Resident memory of a process; nothing where the system does not tell.
fn resident_megabytes(process: u32) -> f64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = resident.and_then(|rest| rest.trim().trim_end_matches(" kB").parse::<f64>().ok());
    kilobytes.unwrap_or(f64::NAN) / 1024.0
}

fn number_after(name: &str) -> Option<usize> {
    let mut arguments = std::env::args().skip_while(|argument| argument != name);
    arguments.nth(1)?.parse().ok()
}
