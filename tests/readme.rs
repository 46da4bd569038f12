//! The tables of README.md are made from the program's own tables, so that they never tell another story.
//!
//! Each lies between `<!-- NAME: made by tests/readme.rs -->` and `<!-- end of NAME -->`. After a change to a table of the program
//! `STIIKA_BLESS=1 cargo test --test readme` writes them anew.
#![allow(clippy::expect_used, clippy::panic, reason = "a README that cannot be read must fail loudly")]

use std::fmt::Write;
use std::path::PathBuf;
use std::sync::Mutex;
use stiika::exchange::column::{AID, ATTENDANCE, EVENTS, FAMILIES, Kind, Need, STOCK};
use stiika::text::{Lang, Texts};
use stiika::tui::commands::{Command, Scope, TABLE};
use stiika::tui::keys::Key;

/// The tests of this file run side by side and one of them may be writing.
static README: Mutex<()> = Mutex::new(());

#[test]
fn the_key_table_is_the_table_of_commands() {
    holds("keys", &keys());
}

#[test]
fn the_command_summary_is_the_parsers_own() {
    holds("commands", &commands());
}

#[test]
fn the_column_table_is_the_readers_own() {
    holds("columns", &columns());
    holds("stock columns", &goods_columns(&STOCK));
    holds("aid columns", &goods_columns(&AID));
    holds("events columns", &goods_columns(&EVENTS));
    holds("attendance columns", &goods_columns(&ATTENDANCE));
}

#[test]
fn every_picture_and_file_that_is_pointed_at_is_there() {
    let _turn = README.lock();
    let text = std::fs::read_to_string(readme()).expect("README.md");
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    for target in targets.filter(|target| !target.contains("://") && !target.starts_with('#')) {
        assert!(readme().with_file_name(target).exists(), "README.md points at {target}, which is not there");
    }
}

fn readme() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("README.md")
}

/// Compares a section with what the program says, or writes it.
fn holds(section: &str, made: &str) {
    let _turn = README.lock();
    let text = std::fs::read_to_string(readme()).expect("README.md");
    let begin = format!("<!-- {section}: made by tests/readme.rs -->\n");
    let end = format!("<!-- end of {section} -->");
    let (before, rest) = text.split_once(&begin).unwrap_or_else(|| panic!("README.md has no «{}»", begin.trim()));
    let (written, after) = rest.split_once(&end).unwrap_or_else(|| panic!("README.md has no «{end}»"));
    if written == made {
        return;
    }
    if std::env::var_os("STIIKA_BLESS").is_some() {
        std::fs::write(readme(), format!("{before}{begin}{made}{end}{after}")).expect("written");
        return;
    }
    panic!("the section «{section}» of README.md is out of date: run STIIKA_BLESS=1 cargo test --test readme\n{made}");
}

/// A table row; nothing in a cell may look like its border.
fn row(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
    format!("| {} |\n", cells.join(" | "))
}

/// Two tables: what has a function key, by the key, and what is found in the menu, by the screen. A key or a screen is named once.
fn keys() -> String {
    let (uk, en) = (Texts::new(Lang::Uk), Texts::new(Lang::En));
    // The language command is called by the other language in each.
    let title = |command: &Command| format!("{} · {}", uk.get(command.title), en.get(command.title));
    let help = |command: &Command| en.get(&format!("{}-help", command.title));
    let mut keyed: Vec<(u8, &Command)> = TABLE.iter().filter_map(|command| Some((slot(command)?, command))).collect();
    keyed.sort_by_key(|(slot, _)| *slot);
    let mut table = String::from("| Key | Also | In the footer | What it does | Where |\n|---|---|---|---|---|\n");
    // What is called the same and does the same on several screens is one row.
    let mut rows: Vec<(u8, [String; 3], String)> = Vec::new();
    for (slot, command) in keyed {
        let second = command.second.map(|key| format!("`{key}`")).unwrap_or_default();
        let said = [second, title(command), help(command)];
        let there = places(command.scopes, &en);
        match rows.iter_mut().find(|(other, words, _)| *other == slot && *words == said) {
            Some((.., places)) => places.extend([", ", &there]),
            None => rows.push((slot, said, there)),
        }
    }
    let mut above = None;
    for (slot, [second, title, help], places) in rows {
        let key = if above.replace(slot) == Some(slot) { String::new() } else { format!("`F{slot}`") };
        table.push_str(&row(&[key, second, title, help, places]));
    }
    table.push_str(
        "\nWithout a key of their own, in the menu of `F9`:\n\n| Where | In the menu | What it does |\n|---|---|---|\n",
    );
    let mut screens: Vec<(String, Vec<&Command>)> = Vec::new();
    for command in TABLE.iter().filter(|command| slot(command).is_none()) {
        let place = places(command.scopes, &en);
        match screens.iter_mut().find(|(there, _)| *there == place) {
            Some((_, commands)) => commands.push(command),
            None => screens.push((place, vec![command])),
        }
    }
    for (place, commands) in screens {
        for (at, command) in commands.into_iter().enumerate() {
            let place = if at == 0 { place.clone() } else { String::new() };
            table.push_str(&row(&[place, title(command), help(command)]));
        }
    }
    table
}

/// Which function key a command has.
fn slot(command: &Command) -> Option<u8> {
    match command.key {
        Some(Key::F(slot)) => Some(slot),
        _ => None,
    }
}

fn places(scopes: &[Scope], texts: &Texts) -> String {
    match scopes {
        Scope::EVERYWHERE => "everywhere".to_owned(),
        Scope::SIGNED_IN => "everywhere after the sign-in".to_owned(),
        _ => scopes.iter().map(|scope| texts.get(&format!("screen-{}", scope.code()))).collect::<Vec<_>>().join(", "),
    }
}

/// What the program answers to `--help`, a command after a command.
fn commands() -> String {
    let mut text = String::from("```text\n");
    for (name, about) in listed(&help(&[])) {
        let page = help(&[&name]);
        for usage in usage_of(&page) {
            writeln!(text, "{usage}").expect("text");
        }
        writeln!(text, "    {about}").expect("text");
    }
    text.push_str("```\n");
    text
}

fn help(command: &[&str]) -> String {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_stiika"))
        .args(["--lang", "en"])
        .args(command)
        .arg("--help")
        .output()
        .expect("the program runs");
    String::from_utf8(output.stdout).expect("text")
}

/// The commands of a help page with what each is for.
fn listed(page: &str) -> Vec<(String, String)> {
    let list = page.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    list.filter_map(|line| line.trim().split_once("  "))
        .map(|(name, about)| (name.to_owned(), about.trim().to_owned()))
        .collect()
}

fn usage_of(page: &str) -> Vec<String> {
    let lines = page.lines().skip_while(|line| *line != "Usage:").skip(1).take_while(|line| !line.is_empty());
    lines.map(|line| line.trim().to_owned()).collect()
}

/// Columns whose name says already what they are.
fn goods_columns(kind: &Kind) -> String {
    let en = Texts::new(Lang::En);
    let mut table =
        String::from("| Column | Needed | Ukrainian headings | What is expected in a cell |\n|---|---|---|---|\n");
    for column in kind.columns {
        let need = if column.need == Need::Optional { "" } else { "in every row" };
        let name = format!("`{}`", column.name);
        table.push_str(&row(&[name, need.to_owned(), column.ukrainian.join(", "), en.get(&column.expected_id())]));
    }
    table
}

fn columns() -> String {
    let en = Texts::new(Lang::En);
    let mut table = String::from(
        "| Column | Needed | Ukrainian headings | What it is | What is expected in a cell |\n|---|---|---|---|---|\n",
    );
    for column in FAMILIES.columns {
        let need = match column.need {
            Need::Cell => "in every row",
            Need::Heading => "the column",
            Need::Optional => "",
        };
        table.push_str(&row(&[
            format!("`{}`", column.name),
            need.to_owned(),
            column.ukrainian.join(", "),
            en.get(&column.about_id()),
            en.get(&column.expected_id()),
        ]));
    }
    table
}
