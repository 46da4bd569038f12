//! The tables of README.md are made from the program's own tables, so that they never tell another story.
//!
//! Each lies between `<!-- NAME: made by tests/readme.rs -->` and `<!-- end of NAME -->`. After a change to a table of the program
//! `STIIKA_BLESS=1 cargo test --test readme` writes them anew.
#![allow(clippy::expect_used, clippy::panic, reason = "a README that cannot be read must fail loudly")]

use std::fmt::Write;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Mutex;
use stiika::exchange::column::{FAMILIES, Need};
use stiika::text::{Lang, Texts};
use stiika::tui::commands::{Scope, TABLE};
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

fn keys() -> String {
    let (uk, en) = (Texts::new(Lang::Uk), Texts::new(Lang::En));
    let mut rows: Vec<_> = TABLE.iter().collect();
    // By slot; what has no key of its own is found in the menu and stands last.
    rows.sort_by_key(|command| match command.key {
        Some(Key::F(slot)) => slot,
        _ => u8::MAX,
    });
    let mut table = String::from("| Key | Also | In the footer | What it does | Where |\n|---|---|---|---|---|\n");
    for command in rows {
        let shown = |key: Option<Key>| key.map(|key| format!("`{key}`")).unwrap_or_default();
        let key = if command.key.is_none() { "in `F9`".to_owned() } else { shown(command.key) };
        // The language command is called by the other language in each.
        let title = format!("{} · {}", uk.get(command.title), en.get(command.title));
        let help = en.get(&format!("{}-help", command.title));
        table.push_str(&row(&[key, shown(command.second), title, help, places(command.scopes, &en)]));
    }
    table
}

fn places(scopes: &[Scope], texts: &Texts) -> String {
    let everywhere = TABLE.iter().map(|command| command.scopes.len()).max().unwrap_or(0);
    if scopes.len() == everywhere {
        return "everywhere".to_owned();
    }
    let names: Vec<String> = scopes.iter().map(|scope| texts.get(&format!("screen-{}", scope.code()))).collect();
    names.join(", ")
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
    let output = Command::new(env!("CARGO_BIN_EXE_stiika"))
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
