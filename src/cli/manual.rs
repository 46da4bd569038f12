//! `completions` and `man`: what a shell and a manual reader want to know of the commands, from the one definition that parses them.
//!
//! Both speak the language of the run. The manual is written here rather than by a crate, whose headings would be English.

use super::arguments::Shell;
use super::console;
use super::failure::Failure;
use super::help;
use crate::text::Texts;
use clap::{Arg, Command};
use std::fmt::Write;

/// Prints the completions of a shell.
pub(super) fn completions(texts: &Texts, shell: Shell) -> Result<(), Failure> {
    let shell = match shell {
        Shell::Bash => clap_complete::Shell::Bash,
        Shell::Zsh => clap_complete::Shell::Zsh,
        Shell::Fish => clap_complete::Shell::Fish,
        Shell::Powershell => clap_complete::Shell::PowerShell,
        Shell::Elvish => clap_complete::Shell::Elvish,
    };
    let mut written = Vec::new();
    clap_complete::generate(shell, &mut help::command(texts), "stiika", &mut written);
    console::print(String::from_utf8_lossy(&written).trim_end())
}

/// Prints the manual page.
pub(super) fn page(texts: &Texts) -> Result<(), Failure> {
    console::print(written(texts).trim_end())
}

fn written(texts: &Texts) -> String {
    let mut root = help::command(texts);
    root.build();
    // Said first, so that formatters read the letters right.
    let mut page = String::from("'\\\" -*- coding: UTF-8 -*-\n");
    let version = root.get_version().unwrap_or_default();
    let _ = writeln!(page, ".TH STIIKA 1 \"\" \"stiika {version}\" \"{}\"", texts.get("cli-man-title"));
    let _ = writeln!(page, ".SH {}\nstiika \\- {}", heading(texts, "cli-man-name"), about(&root));
    let _ = writeln!(page, ".SH {}", heading(texts, "cli-man-synopsis"));
    usage(&mut page, "");
    let _ = writeln!(page, ".SH {}", heading(texts, "cli-heading-options"));
    options(&mut page, &root);
    let _ = writeln!(page, ".SH {}", heading(texts, "cli-heading-commands"));
    for sub in root.get_subcommands() {
        command(&mut page, sub, "", "stiika");
    }
    let _ = writeln!(page, ".SH {}", heading(texts, "cli-man-status"));
    for status in ["cli-man-status-done", "cli-man-status-refused", "cli-man-status-usage"] {
        let _ = writeln!(page, ".br\n{}", escaped(&texts.get(status)));
    }
    page
}

fn heading(texts: &Texts, id: &str) -> String {
    escaped(texts.get(id).trim_end_matches(':')).to_uppercase()
}

/// One command: what it does, how it is called, its own arguments; then those below it.
fn command(page: &mut String, of: &Command, above: &str, words: &str) {
    let (path, words) = (format!("{above}-{}", of.get_name()), format!("{words} {}", of.get_name()));
    let _ = writeln!(page, ".SS \"{words}\"\n{}\n.PP", about(of));
    usage(page, &path);
    options(page, of);
    if let Some(more) = of.get_after_help() {
        let _ = writeln!(page, ".PP\n.nf");
        for line in more.to_string().lines() {
            let _ = writeln!(page, "{}", escaped(line));
        }
        let _ = writeln!(page, ".fi");
    }
    for sub in of.get_subcommands() {
        command(page, sub, &path, &words);
    }
}

fn usage(page: &mut String, path: &str) {
    for line in help::usage(path).lines() {
        let _ = writeln!(page, ".B {}\n.br", escaped(line.trim()));
    }
}

/// The arguments of a command; those that every command takes are said once, at the top.
fn options(page: &mut String, of: &Command) {
    let is_root = of.get_name() == "stiika";
    for argument in of.get_arguments().filter(|argument| is_root || !is_of_all(argument)) {
        let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
        let _ = writeln!(page, ".TP\n{}\n{}", called(argument), escaped(&help));
    }
}

fn is_of_all(argument: &Arg) -> bool {
    ["db", "lang", "help"].contains(&argument.get_id().as_str())
}

/// `-o, --output FILE` with the fonts of manuals.
fn called(argument: &Arg) -> String {
    let short = argument.get_short().map(|letter| format!("\\fB\\-{letter}\\fR"));
    let long = argument.get_long().map(|word| format!("\\fB\\-\\-{}\\fR", escaped(word)));
    let names: Vec<String> = short.into_iter().chain(long).collect();
    let takes = argument.get_action().takes_values();
    let value =
        argument.get_value_names().and_then(<[_]>::first).filter(|_| takes).map(|name| format!("\\fI{name}\\fR"));
    [names.join(", "), value.unwrap_or_default()].join(" ").trim().to_owned()
}

fn about(of: &Command) -> String {
    escaped(&of.get_about().map(ToString::to_string).unwrap_or_default())
}

/// A text that a formatter does not take for its own requests.
fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\e").replace('-', "\\-");
    if text.starts_with(['.', '\'']) { format!("\\&{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn the_manual_says_every_command_and_argument_in_both_languages() {
        fn walk(page: &str, of: &Command, path: &str) {
            for sub in of.get_subcommands() {
                let path = format!("{path} {}", sub.get_name());
                assert!(page.contains(&format!(".SS \"{path}\"")), "{path}");
                for long in sub.get_arguments().filter_map(Arg::get_long) {
                    assert!(page.contains(&format!("\\-\\-{}", escaped(long))), "{path} --{long}");
                }
                walk(page, sub, &path);
            }
        }
        for lang in Lang::ALL {
            let texts = Texts::new(lang);
            let page = written(&texts);
            walk(&page, &help::command(&texts), "stiika");
            assert!(!page.contains("cli-"), "a text is missing: {page}");
        }
    }

    #[test]
    fn a_line_that_begins_like_a_request_is_text() {
        assert_eq!(escaped(".csv"), "\\&.csv");
        assert_eq!(escaped("a-b\\c"), "a\\-b\\ec");
    }
}
