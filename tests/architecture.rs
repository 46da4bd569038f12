//! The picture of the house in `src/lib.rs`, held against what the files really import.
//!
//! Reads the sources as text: comments, quoted text and `#[cfg(test)]` items are blanked first, then every path that begins with
//! `crate::` is followed. What is not allowed is told with file, line and the way out.
#![allow(clippy::expect_used, clippy::panic, reason = "a source that cannot be read must fail loudly")]

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};

/// A room and what it may import: a whole room, or one item of it by its path.
const PICTURE: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("text", &[]),
    ("search", &["domain", "text"]),
    // The store reads the register out as the records that the index is made of.
    ("store", &["domain", "text", "search::Record"]),
    ("office", &["search", "store", "domain", "text"]),
    ("exchange", &["office", "domain", "text"]),
    // Values that the office's own answers carry, no deeds: what guessing a new password shall cost, the paper key of a founded office,
    // what the file said when it refused, how each row of a list was found.
    (
        "tui",
        &[
            "office",
            "domain",
            "text",
            "store::keys::KdfCost",
            "store::keys::RecoveryKey",
            "store::StoreError",
            "search::Tier",
            // Lists that a screen holds whole are matched where they are shown, and so are the letters to be marked.
            "search::small",
            "search::Why",
        ],
    ),
    ("cli", &["tui", "exchange", "office", "store", "search", "domain", "text"]),
    // Before anything else the process shuts its memory to others.
    ("main.rs", &["cli", "store::harden_process"]),
];

/// The engine, the terminal and the matcher of small lists have one door each.
const DOORS: &[(&str, &str)] = &[
    ("rusqlite", "src/store/"),
    ("ratatui", "src/tui/"),
    ("crossterm", "src/tui/"),
    // It is fed folded text, and its blind spots are covered, in one place.
    ("fuzzy_matcher", "src/search/"),
];

/// The one clock.
const CLOCK: &str = "src/office/surroundings.rs";
const PRESENT: [&str; 3] = ["Local::now", "Utc::now", "SystemTime::now"];

/// A longer file asks for a second room.
const LINES_A_FILE: usize = 600;

/// A source file: its path from the root of the repository, and its text.
struct Source {
    path: String,
    text: String,
}

/// What breaks the picture, and where.
#[derive(PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Breach {
    path: String,
    line: usize,
    what: String,
}

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.what)
    }
}

#[test]
fn every_room_imports_only_the_rooms_under_it() {
    tell(sources().iter().flat_map(breaches_of_the_picture).collect());
}

#[test]
fn the_picture_has_every_room_of_the_house() {
    let house = sources().into_iter().find(|source| source.path == "src/lib.rs").expect("src/lib.rs");
    let rooms: BTreeSet<String> = blanked(&house.text)
        .lines()
        .filter_map(|line| Some(line.trim().strip_prefix("pub mod ")?.trim_end_matches(';').to_owned()))
        .collect();
    let drawn: BTreeSet<String> =
        PICTURE.iter().map(|(room, _)| (*room).to_owned()).filter(|room| room != "main.rs").collect();
    assert_eq!(rooms, drawn, "a new room belongs into PICTURE here and into the picture of src/lib.rs");
    for room in &rooms {
        assert!(house.text.contains(&format!("- [`{room}`]")), "src/lib.rs does not say what `{room}` is for");
    }
}

#[test]
fn the_engine_and_the_terminal_have_one_door_each() {
    tell(sources().iter().flat_map(breaches_of_doors).collect());
}

#[test]
fn the_present_is_read_in_one_place() {
    tell(sources().iter().flat_map(breaches_of_the_clock).collect());
}

#[test]
fn no_screen_knows_the_insides_of_another() {
    tell(sources().iter().flat_map(breaches_of_screens).collect());
}

#[test]
fn no_file_is_too_long_to_be_read_at_a_sitting() {
    tell(sources().iter().flat_map(breaches_of_length).collect());
}

/// Fails with every breach, a line each.
fn tell(mut breaches: Vec<Breach>) {
    breaches.sort();
    let list: Vec<String> = breaches.iter().map(ToString::to_string).collect();
    assert!(list.is_empty(), "\n{}\n", list.join("\n"));
}

/// Every source of the program.
fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders: Vec<PathBuf> = vec![root.join("src")];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder of sources") {
            let path = entry.expect("a file").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = std::fs::read_to_string(&path).expect("a source");
                let path = path.strip_prefix(root).expect("inside").to_string_lossy().replace('\\', "/");
                found.push(Source { path, text });
            }
        }
    }
    found
}

fn breaches_of_the_picture(source: &Source) -> Vec<Breach> {
    if source.path == "src/lib.rs" || is_of_tests(source) {
        return Vec::new();
    }
    let room = source.room();
    let Some((_, allowed)) = PICTURE.iter().find(|(name, _)| *name == room) else {
        let what =
            format!("`{room}` is not in the picture: draw it in src/lib.rs and in PICTURE of tests/architecture.rs");
        return vec![Breach { path: source.path.clone(), line: 1, what }];
    };
    let is_allowed = |path: &str| {
        path.split("::").next() == Some(&room)
            || allowed.iter().any(|item| path == *item || path.starts_with(&format!("{item}::")))
    };
    imports(&source.text, source.depth())
        .into_iter()
        .filter(|(_, path)| !is_allowed(path))
        .map(|(line, path)| {
            let what = format!("`{room}` may not use `{path}`; allowed to it: {}", allowed.join(", "));
            Breach { path: source.path.clone(), line, what }
        })
        .collect()
}

fn breaches_of_doors(source: &Source) -> Vec<Breach> {
    let text = blanked(&source.text);
    let mut breaches = Vec::new();
    for (library, door) in DOORS.iter().filter(|(_, door)| !source.path.starts_with(door)) {
        for at in words(&text, library) {
            let what = format!("`{library}` is used only under {door}");
            breaches.push(Breach { path: source.path.clone(), line: line_of(&text, at), what });
        }
    }
    breaches
}

fn breaches_of_the_clock(source: &Source) -> Vec<Breach> {
    if source.path == CLOCK {
        return Vec::new();
    }
    let text = blanked(&source.text);
    let found = PRESENT.iter().flat_map(|present| words(&text, present).into_iter().map(move |at| (at, present)));
    found
        .map(|(at, present)| Breach {
            path: source.path.clone(),
            line: line_of(&text, at),
            what: format!(
                "`{present}`: time comes in through `domain::clock::Clock`, the present is read in {CLOCK} alone"
            ),
        })
        .collect()
}

/// Another screen may be opened and its words may be borrowed by what its front room shows; rooms behind that are its own.
fn breaches_of_screens(source: &Source) -> Vec<Breach> {
    let own = source.path.strip_prefix("src/tui/screens/").and_then(|path| path.split(['/', '.']).next());
    imports(&source.text, source.depth())
        .into_iter()
        .filter_map(|(line, path)| {
            let mut rest = path.strip_prefix("tui::screens::")?.split("::");
            let screen = rest.next()?;
            // `Type::function` is still the front room; `room::something` is behind it.
            let is_behind =
                rest.next().is_some_and(|next| next.starts_with(char::is_lowercase) && rest.next().is_some());
            (is_behind && own != Some(screen)).then(|| Breach {
                path: source.path.clone(),
                line,
                what: format!("`{path}` is inside the screen `{screen}`: let its mod.rs show what others need"),
            })
        })
        .collect()
}

fn breaches_of_length(source: &Source) -> Vec<Breach> {
    let lines = source.text.lines().count();
    let what = format!("{lines} lines, over {LINES_A_FILE}: it asks for a second room");
    if lines > LINES_A_FILE { vec![Breach { path: source.path.clone(), line: lines, what }] } else { Vec::new() }
}

impl Source {
    /// The room: the folder under `src`, or the file itself at its top.
    fn room(&self) -> String {
        let path = self.path.trim_start_matches("src/");
        let room = path.split('/').next().unwrap_or(path);
        if room == "main.rs" { room.to_owned() } else { room.trim_end_matches(".rs").to_owned() }
    }

    /// How many `super::` lead from this file to the top of the house.
    fn depth(&self) -> usize {
        let path = self.path.trim_start_matches("src/").trim_end_matches(".rs");
        let steps = path.split('/').count();
        if path.ends_with("/mod") { steps - 1 } else { steps }
    }
}

/// A file that is a test as a whole: `mod tests;` behind `#[cfg(test)]`.
fn is_of_tests(source: &Source) -> bool {
    source.path.ends_with("/tests.rs")
}

/// Paths from the top of the house in code that is no test, without `crate::`, and their lines. Groups are unfolded:
/// `use crate::{text::Lang, office}` gives `text::Lang` and `office`.
fn imports(text: &str, depth: usize) -> Vec<(usize, String)> {
    let text = without_tests(&blanked(text));
    let to_the_top = "super::".repeat(depth);
    let mut found = Vec::new();
    // The program itself is a caller of the library.
    for start in ["crate::", "stiika::", to_the_top.as_str()].into_iter().filter(|start| !start.is_empty()) {
        for at in words(&text, start.trim_end_matches("::")) {
            if text[at..].starts_with(start) && !text[..at].ends_with("::") {
                unfold(&text, at + start.len(), "", &mut found);
            }
        }
    }
    found.into_iter().map(|(at, path)| (line_of(&text, at), path)).collect()
}

/// Follows a path or a group of paths from a place in the text; returns the place behind it.
fn unfold(text: &str, from: usize, before: &str, found: &mut Vec<(usize, String)>) -> usize {
    let mut at = skip_spaces(text, from);
    if text[at..].starts_with('{') {
        at += 1;
        loop {
            at = skip_spaces(text, at);
            match text[at..].chars().next() {
                Some('}') => return at + 1,
                Some(',') => at += 1,
                Some(_) => at = unfold(text, at, before, found).max(at + 1),
                None => return at,
            }
        }
    }
    let length = text[at..].find(|sign: char| !(sign.is_alphanumeric() || sign == '_')).unwrap_or(text.len() - at);
    let word = &text[at..at + length];
    let path = if before.is_empty() { word.to_owned() } else { format!("{before}::{word}") };
    let begun = at;
    at += length;
    let behind = skip_spaces(text, at);
    let next = text[behind..].strip_prefix("::").map(str::trim_start);
    // `::<` gives types to a function, `::*` takes all there is: the path ends before either.
    if next.is_some_and(|next| next.starts_with(|sign: char| sign == '{' || sign == '_' || sign.is_alphabetic())) {
        return unfold(text, behind + 2, &path, found);
    }
    // `{self, …}` is the room before it.
    found.push((begun, path.trim_end_matches("::self").to_owned()));
    if text[behind..].starts_with("as ") {
        let name = skip_spaces(text, behind + 3);
        return name + text[name..].find(|sign: char| !(sign.is_alphanumeric() || sign == '_')).unwrap_or(0);
    }
    at
}

fn skip_spaces(text: &str, at: usize) -> usize {
    text[at..].find(|sign: char| !sign.is_whitespace()).map_or(text.len(), |spaces| at + spaces)
}

/// Where a word or path stands by itself, not as a part of a longer word.
fn words(text: &str, word: &str) -> Vec<usize> {
    let is_letter = |sign: char| sign.is_alphanumeric() || sign == '_';
    text.match_indices(word)
        .map(|(at, _)| at)
        .filter(|at| !text[..*at].ends_with(is_letter) && !text[at + word.len()..].starts_with(is_letter))
        .collect()
}

fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

/// The text with comments and everything in quotation marks turned into spaces; lines stay where they are.
fn blanked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = comment_or_text(rest).unwrap_or(0);
        if length == 0 {
            // A word is taken whole, so that its last letter is never read as the `r` of a raw text.
            let word = rest.find(|sign: char| !(sign.is_alphanumeric() || sign == '_')).unwrap_or(rest.len());
            let taken = word.max(first.len_utf8());
            out.push_str(&rest[..taken]);
            rest = &rest[taken..];
        } else {
            out.extend(rest[..length].chars().map(|sign| if sign == '\n' { '\n' } else { ' ' }));
            rest = &rest[length..];
        }
    }
    out
}

/// How long the comment, text or sign in quotation marks is that begins here.
fn comment_or_text(rest: &str) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return Some(rest.find("*/").map_or(rest.len(), |end| end + 2));
    }
    let raw = rest.trim_start_matches('b');
    if let Some(hashed) = raw.strip_prefix('r').filter(|hashed| hashed.trim_start_matches('#').starts_with('"')) {
        let hashes = hashed.len() - hashed.trim_start_matches('#').len();
        let begin = rest.len() - hashed.len() + hashes + 1;
        let end = format!("\"{}", "#".repeat(hashes));
        return Some(rest[begin..].find(&end).map_or(rest.len(), |place| begin + place + end.len()));
    }
    let quoted = raw.len() + 1 >= rest.len() && raw.starts_with('"');
    if quoted {
        return Some(end_of_quotes(rest, rest.len() - raw.len(), '"'));
    }
    // `'a` is a lifetime, `'a'` and `'\n'` are signs.
    let mut signs = rest.strip_prefix('\'')?.chars();
    match (signs.next()?, signs.next()) {
        ('\\', _) | (_, Some('\'')) => Some(end_of_quotes(rest, 0, '\'')),
        _ => None,
    }
}

fn end_of_quotes(rest: &str, opening: usize, mark: char) -> usize {
    let mut is_escaped = false;
    for (at, sign) in rest.char_indices().filter(|(at, _)| *at > opening) {
        match sign {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            _ if sign == mark => return at + sign.len_utf8(),
            _ => {}
        }
    }
    rest.len()
}

/// The (blanked) text with every `#[cfg(test)]` item turned into spaces.
fn without_tests(text: &str) -> String {
    const TEST: &str = "#[cfg(test)]";
    let mut out = text.to_owned();
    while let Some(begin) = out.find(TEST) {
        let end = end_of_item(&out, begin + TEST.len());
        let spaces: String = out[begin..end]
            .chars()
            .flat_map(|sign| std::iter::repeat_n(if sign == '\n' { '\n' } else { ' ' }, sign.len_utf8()))
            .collect();
        out.replace_range(begin..end, &spaces);
    }
    out
}

/// An item ends with its `;` or with the brace that closes its first one.
fn end_of_item(text: &str, from: usize) -> usize {
    let mut depth = 0_usize;
    for (at, sign) in text[from..].char_indices() {
        match sign {
            ';' if depth == 0 => return from + at + 1,
            '{' => depth += 1,
            '}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return from + at + 1;
                }
            }
            _ => {}
        }
    }
    text.len()
}

/// The guard itself: sources that break the picture on purpose.
mod guard {
    use super::*;

    fn source(path: &str, text: &str) -> Source {
        Source { path: path.to_owned(), text: text.to_owned() }
    }

    fn lines(breaches: &[Breach]) -> Vec<usize> {
        breaches.iter().map(|breach| breach.line).collect()
    }

    #[test]
    fn an_import_upwards_is_told_with_its_file_and_line() {
        let bad =
            source("src/domain/person.rs", "//! Words.\n\nuse crate::domain::date;\nuse crate::office::Office;\n");
        let breaches = breaches_of_the_picture(&bad);
        assert_eq!(lines(&breaches), [4]);
        let said = breaches[0].to_string();
        assert!(said.starts_with("src/domain/person.rs:4: `domain` may not use `office::Office`"), "{said}");
    }

    #[test]
    fn groups_inline_paths_and_renames_are_followed() {
        let text = "use crate::{\n    text::{Lang, Texts as T},\n    office::{self, Office},\n};\nfn f() -> crate::tui::app::Model { crate::store::open::<u8>() }\n";
        let found: Vec<(usize, String)> = imports(text, 2);
        let expected = [
            (2, "text::Lang"),
            (2, "text::Texts"),
            (3, "office"),
            (3, "office::Office"),
            (5, "tui::app::Model"),
            (5, "store::open"),
        ];
        assert_eq!(found, expected.map(|(line, path)| (line, path.to_owned())));
        assert_eq!(lines(&breaches_of_the_picture(&source("src/search/say.rs", text))), [3, 3, 5, 5]);
    }

    #[test]
    fn one_item_of_a_room_is_not_the_whole_room() {
        let cost = source("src/tui/perform.rs", "use crate::store::keys::KdfCost;\nuse crate::store::people;\n");
        assert_eq!(lines(&breaches_of_the_picture(&cost)), [2]);
        let whole = source("src/tui/run.rs", "use crate::store::{self, keys::KdfCost};\n");
        assert_eq!(breaches_of_the_picture(&whole).len(), 1);
    }

    #[test]
    fn a_way_up_by_super_is_a_way_too() {
        let text = "use super::super::office::Office;\nuse super::sibling;\n";
        assert_eq!(lines(&breaches_of_the_picture(&source("src/domain/person.rs", text))), [1]);
        assert!(breaches_of_the_picture(&source("src/office/deep/person.rs", text)).is_empty());
    }

    #[test]
    fn tests_comments_and_quoted_text_do_not_count() {
        let text = concat!(
            "// use crate::office::Office;\n",
            "/* crate::tui */ const A: &str = \"crate::cli \\\" crate::tui\";\n",
            "const B: &str = r#\"crate::cli \" crate::tui\"#; const C: char = '\"'; fn f<'a>(_: &'a str) {}\n",
            "#[cfg(test)]\nuse crate::office::Office;\n",
            "#[cfg(test)]\nmod tests {\n    use crate::tui::app;\n    fn f() { if true {} }\n}\n",
            "use crate::cli::run;\n",
        );
        assert_eq!(imports(text, 2), [(11, "cli::run".to_owned())]);
    }

    #[test]
    fn an_unknown_room_is_asked_for() {
        assert_eq!(breaches_of_the_picture(&source("src/helpers/mod.rs", "")).len(), 1);
    }

    #[test]
    fn the_engine_behind_another_door_is_told() {
        let bad = "use rusqlite::Connection;\n// ratatui in a comment\nfn f() { ratatui::init(); }\n";
        assert_eq!(lines(&breaches_of_doors(&source("src/office/mod.rs", bad))), [1, 3]);
        assert_eq!(lines(&breaches_of_doors(&source("src/store/mod.rs", bad))), [3]);
        assert!(breaches_of_doors(&source("src/office/mod.rs", "let rusqlite_like = 1;\n")).is_empty());
    }

    #[test]
    fn a_second_clock_is_told() {
        let bad = "fn f() {\n    chrono::Local::now();\n    std::time::SystemTime::now();\n    std::time::Instant::now();\n}\n";
        assert_eq!(lines(&breaches_of_the_clock(&source("src/store/open.rs", bad))), [2, 3]);
        assert!(breaches_of_the_clock(&source(CLOCK, bad)).is_empty());
    }

    #[test]
    fn the_back_room_of_another_screen_is_told() {
        let text = "use crate::tui::screens::card::Card;\nuse crate::tui::screens::card::lines::title;\nfn f() { crate::tui::screens::dialog::Dialog::leave(); }\n";
        assert_eq!(lines(&breaches_of_screens(&source("src/tui/screens/home/view.rs", text))), [2]);
        assert!(breaches_of_screens(&source("src/tui/screens/card/mod.rs", text)).is_empty());
        assert_eq!(lines(&breaches_of_screens(&source("src/tui/app/update.rs", text))), [2]);
    }

    #[test]
    fn a_long_file_is_told() {
        assert_eq!(breaches_of_length(&source("src/office/mod.rs", &"\n".repeat(LINES_A_FILE + 1))).len(), 1);
        assert!(breaches_of_length(&source("src/office/mod.rs", &"\n".repeat(LINES_A_FILE))).is_empty());
    }
}
