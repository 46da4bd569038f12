//! The search beside its peers on the same people and questions: `cargo bench --bench peers -- [--people N] [--seed S] [--each N]`.
//!
//! fuzzy-matcher and nucleo-matcher go over one line of text a person; FTS5 stands in a database in memory, once with an index of
//! beginnings, once with trigrams (any of the word's trigrams, best 500 by its own rank). Right is what is right in `search`: the
//! person who is meant, or one who has all that was typed, among the first five. Few questions a class: a peer needs up to seconds for one.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    missing_docs,
    dead_code,
    reason = "numbers of a report, far from any limit; what is shared with the other bench is not all used here"
)]

mod support;

use chrono::NaiveDate;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32String};
use rusqlite::{Connection, params};
use rustix::time::{ClockId, clock_gettime};
use stiika::search::{Index, Sight};
use support::people::{Person, people, place_of};
use support::questions::{Question, questions};

const CLASSES: [&str; 12] = [
    "full name",
    "full name, other letter",
    "full name, missing letter",
    "full name, extra letter",
    "full name, swap",
    "surname and given, slip",
    "surname, slip",
    "wrong layout",
    "Latin, official",
    "Russian spelling",
    "parts of words",
    "surname and last four",
];

fn number(name: &str, otherwise: usize) -> usize {
    let value = std::env::args().skip_while(|argument| argument != name).nth(1);
    value.and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// Milliseconds that this thread has worked: on a shared machine the clock on the wall shows the others.
fn worked() -> f64 {
    let now = clock_gettime(ClockId::ThreadCPUTime);
    now.tv_sec as f64 * 1000.0 + now.tv_nsec as f64 / 1e6
}

/// What a peer searches: the line of a person in lower case, with one apostrophe.
fn line(person: &Person) -> String {
    let (year, month, day) = person.birth;
    let names = format!("{} {} {}", person.surname, person.given, person.patronymic).to_lowercase().replace('’', "'");
    format!("{names} {day:02}.{month:02}.{year} {}", person.settled_phone())
}

/// The five best by score, the earlier first.
fn five_best(scores: impl Iterator<Item = (i64, usize)>) -> Vec<usize> {
    let mut best: Vec<(i64, usize)> = Vec::new();
    for (score, place) in scores {
        if best.len() < 5 || best.last().is_some_and(|last| score > last.0) {
            best.push((score, place));
            best.sort_by_key(|(score, place)| (-score, *place));
            best.truncate(5);
        }
    }
    best.into_iter().map(|(_, place)| place).collect()
}

type Peer<'a> = (&'a str, Box<dyn FnMut(&str) -> Vec<usize> + 'a>);

fn full_text(lines: &[String], tokenizer: &str) -> rusqlite::Result<Connection> {
    let mut connection = Connection::open_in_memory()?;
    connection.execute_batch(&format!("CREATE VIRTUAL TABLE found USING fts5(line, content='', {tokenizer})"))?;
    let tx = connection.transaction()?;
    {
        let mut insert = tx.prepare("INSERT INTO found(rowid, line) VALUES (?1, ?2)")?;
        for (place, line) in lines.iter().enumerate() {
            insert.execute(params![place as i64, line])?;
        }
    }
    tx.commit()?;
    Ok(connection)
}

fn ask_full_text(connection: &Connection, query: &str) -> Vec<usize> {
    let find = || -> rusqlite::Result<Vec<usize>> {
        let mut statement =
            connection.prepare_cached("SELECT rowid FROM found WHERE found MATCH ?1 ORDER BY rank LIMIT 5")?;
        statement.query_map([query], |row| row.get::<_, i64>(0).map(|place| place as usize))?.collect()
    };
    find().unwrap_or_default()
}

fn main() -> rusqlite::Result<()> {
    let (count, seed) = (number("--people", 100_000), number("--seed", 1) as u64);
    let all = people(count, seed);
    let asked: Vec<Question> = questions(&all, seed, number("--each", 5))
        .into_iter()
        .filter(|question| CLASSES.contains(&question.class))
        .collect();
    let lines: Vec<String> = all.iter().map(line).collect();
    let mut index = Index::default();
    index.add(all.iter().enumerate().map(|(place, person)| person.record(place)).collect());
    index.settle();
    let haystacks: Vec<Utf32String> = lines.iter().map(|line| line.as_str().into()).collect();
    let skim = SkimMatcherV2::default().ignore_case();
    let mut nucleo = Matcher::new(Config::DEFAULT);
    let prefix = full_text(&lines, "tokenize='unicode61', prefix='2 3 4'")?;
    let trigram = full_text(&lines, "tokenize='trigram'")?;
    let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap_or_default();
    let mut peers: Vec<Peer<'_>> = vec![
        (
            "this index",
            Box::new(|text| {
                index.find(text, Sight::Contacts, today, 50).iter().take(5).map(|hit| place_of(hit.person)).collect()
            }),
        ),
        (
            "fuzzy-matcher",
            Box::new(|text| {
                let words: Vec<&str> = text.split(' ').collect();
                five_best(lines.iter().enumerate().filter_map(|(place, line)| {
                    let scores = words.iter().map(|word| skim.fuzzy_match(line, word));
                    Some((scores.sum::<Option<i64>>()?, place))
                }))
            }),
        ),
        (
            "nucleo-matcher",
            Box::new(|text| {
                let pattern = Pattern::new(text, CaseMatching::Respect, Normalization::Never, AtomKind::Fuzzy);
                five_best(
                    haystacks.iter().enumerate().filter_map(|(place, line)| {
                        Some((i64::from(pattern.score(line.slice(..), &mut nucleo)?), place))
                    }),
                )
            }),
        ),
        (
            "FTS5 prefix",
            Box::new(|text| {
                let words: Vec<String> =
                    text.split(' ').map(|word| format!("\"{}\"*", word.replace('"', ""))).collect();
                ask_full_text(&prefix, &words.join(" "))
            }),
        ),
        (
            "FTS5 trigram",
            Box::new(|text| {
                let letters: Vec<char> = text.chars().collect();
                let parts = letters.windows(3).filter(|part| !part.contains(&' ') && !part.contains(&'"'));
                let parts: Vec<String> = parts.map(|part| format!("\"{}\"", part.iter().collect::<String>())).collect();
                ask_full_text(&trigram, &parts.join(" OR "))
            }),
        ),
    ];
    println!("{count} people, seed {seed}, milliseconds of work");
    for (name, find) in &mut peers {
        let (mut times, mut met) = (Vec::new(), vec![(0, 0); CLASSES.len()]);
        for question in &asked {
            let start = worked();
            let answers = find(&question.text);
            times.push(worked() - start);
            let is_met = answers.iter().any(|answer| question.is_met(&all[question.about], &all[*answer]));
            if let Some(class) = CLASSES.iter().position(|class| *class == question.class) {
                met[class] = (met[class].0 + usize::from(is_met), met[class].1 + 1);
            }
        }
        times.sort_by(f64::total_cmp);
        let at = |share: usize| times.get((times.len().saturating_sub(1)) * share / 100).copied().unwrap_or(f64::NAN);
        println!("{name:<16} p50 {:9.2}  p99 {:9.2}", at(50), at(99));
        for (class, (met, of)) in CLASSES.iter().zip(&met) {
            println!("    {class:<28} {met}/{of}");
        }
    }
    Ok(())
}
