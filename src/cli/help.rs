//! What the command line says of itself and of a wrong usage, in the language of the desk.
//!
//! The parser's own texts are English and fixed at build time, so every text is replaced: a command's by `cli-about-COMMAND`, an
//! argument's by the nearest of `cli-arg-COMMAND-SUBCOMMAND-ARGUMENT`, `cli-arg-COMMAND-ARGUMENT` and `cli-arg-ARGUMENT`, headings and faults by their own messages. A test holds that
//! nothing is left without a text. The usage lines are the contract's and the same in every language.

use super::arguments::Arguments;
use crate::exchange::column::{self, Need};
use crate::text::{Lang, Texts, Value};
use crate::tui::widgets::text::wrap;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, CommandFactory};
use std::ffi::OsString;

/// The language asked for by `--lang`.
pub(super) fn language(arguments: &[OsString]) -> Option<Lang> {
    let mut words = arguments.iter().skip(1).map(|word| word.to_string_lossy());
    while let Some(word) = words.next() {
        let asked = match word.strip_prefix("--lang") {
            Some("") => words.next().map(std::borrow::Cow::into_owned),
            Some(value) => value.strip_prefix('=').map(str::to_owned),
            None if word == "--" => break,
            None => None,
        };
        if let Some(lang) = asked.and_then(|code| Lang::ALL.into_iter().find(|lang| lang.code() == code)) {
            return Some(lang);
        }
    }
    None
}

/// Place in help of the first argument that every command takes.
const EVERYWHERE: usize = 100;

/// The parser with every text in the language.
pub(super) fn command(texts: &Texts) -> Command {
    localised(Arguments::command(), texts, "")
}

fn localised(command: Command, texts: &Texts, path: &str) -> Command {
    let usage = usage(path);
    let template = format!(
        "{{about-with-newline}}\n{}\n  {{usage}}\n\n{{all-args}}{{after-help}}\n",
        texts.get("cli-heading-usage")
    );
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let mut order = 0;
    let mut command = command
        .about(texts.get(&about_id(path)))
        .help_template(template)
        .override_usage(usage)
        .subcommand_help_heading(texts.get("cli-heading-commands").trim_end_matches(':').to_owned())
        .mut_args(|argument| {
            let help = argument_help(texts, path, argument.get_id().as_str());
            let heading = if argument.is_positional() { "cli-heading-arguments" } else { "cli-heading-options" };
            let takes_values = argument.get_action().takes_values();
            // In the order of the usage line; what every command takes stands last.
            order += 1;
            let place = if path.is_empty() { order + EVERYWHERE } else { order };
            let heading = texts.get(heading).trim_end_matches(':').to_owned();
            let argument = argument.help(help).help_heading(heading).display_order(place);
            // What they would add is English and is said in the help text itself.
            if takes_values { argument.hide_default_value(true).hide_possible_values(true) } else { argument }
        });
    if path == "-import" {
        command = command.after_help(columns(texts));
    }
    for name in names {
        let path = format!("{path}-{name}");
        command = command.mut_subcommand(name, |sub| localised(sub, texts, &path));
    }
    command
}

fn about_id(path: &str) -> String {
    format!("cli-about{path}")
}

fn argument_help(texts: &Texts, path: &str, argument: &str) -> String {
    let argument = argument.replace('_', "-");
    // The nearest that says anything: of this command, of the one it belongs to, of all.
    let mut place = path;
    loop {
        let id = format!("cli-arg{place}-{argument}");
        match place.rsplit_once('-') {
            Some((above, _)) if !texts.has(&id) => place = above,
            _ => return texts.get(&id),
        }
    }
}

/// The usage of a command, the contract's form.
pub(super) fn usage(path: &str) -> &'static str {
    match path {
        "-demo" => "stiika demo [--people N] [--seed N] [--no-open] [--db FILE]",
        "-init" => "stiika init [--db FILE] [--office NAME] [--community CODE] [--staff LOGIN] [--name NAME]",
        "-import" => "stiika import families|stock|aid|events|attendance FILE [--dry-run] [--staff LOGIN]",
        "-export" => "stiika export families|stock|aid|events|attendance [--format csv|xlsx] [-o FILE] [--staff LOGIN]",
        "-find" => {
            "stiika find QUERY [--limit N] [--json] [--staff LOGIN]\n  stiika find --stdin --json [--limit N] [--staff LOGIN]"
        }
        "-staff" => "stiika staff list|add|role|disable|enable|password|paper-key [--staff LOGIN]",
        "-staff-list" => "stiika staff list [--staff LOGIN]",
        "-staff-add" => "stiika staff add LOGIN --role ROLE [--name NAME] [--staff LOGIN]",
        "-staff-role" => "stiika staff role LOGIN ROLE [--staff LOGIN]",
        "-staff-disable" => "stiika staff disable LOGIN [--staff LOGIN]",
        "-staff-enable" => "stiika staff enable LOGIN [--staff LOGIN]",
        "-staff-paper-key" => "stiika staff paper-key [--staff LOGIN]",
        "-staff-password" => "stiika staff password [LOGIN] [--staff LOGIN]",
        "-catalogue" => "stiika catalogue list|add|rename|disable|enable [--staff LOGIN]",
        "-catalogue-list" => "stiika catalogue list [KIND] [--staff LOGIN]",
        "-catalogue-add" => {
            "stiika catalogue add category CODE NAME [--name-en NAME] [--sensitive] [--staff LOGIN]\n  stiika catalogue add district CODE NAME [--settlement NAME …] [--staff LOGIN]\n  stiika catalogue add street CODE NAME --settlement NAME [--former NAME …] [--staff LOGIN]\n  stiika catalogue add item CODE NAME [--unit UNIT] [--group GROUP] [--weight KG] [--low AMOUNT] [--expiry] [--part PART …]\n  stiika catalogue add partner CODE NAME [--role ROLE] [--edrpou CODE] [--contact TEXT] [--thanks TEXT]\n  stiika catalogue add programme CODE NAME [--category CODE …] [--part PART …] [--since DATE] [--until DATE]\n  stiika catalogue add location CODE NAME [--car]\n  stiika catalogue add event_kind CODE NAME [--name-en NAME]\n  stiika catalogue add room CODE NAME [--settlement NAME]\n  stiika catalogue add limit CODE NAME --item CODE|--group GROUP --amount AMOUNT --period PERIOD [--per WHOM] [--measure WHAT]"
        }
        "-catalogue-rename" => "stiika catalogue rename KIND CODE NAME [--name-en NAME] [--on DATE] [--staff LOGIN]",
        "-catalogue-disable" => "stiika catalogue disable KIND CODE [--staff LOGIN]",
        "-catalogue-enable" => "stiika catalogue enable KIND CODE [--staff LOGIN]",
        "-completions" => "stiika completions bash|zsh|fish|powershell|elvish",
        "-man" => "stiika man",
        "-doctor" => "stiika doctor [--staff LOGIN]",
        "-recover" => "stiika recover --staff LOGIN",
        _ => "stiika [--db FILE] [--lang uk|en] [COMMAND]",
    }
}

/// Cells of a line that says what a column expects, so that it fits 80 with its indent.
const EXPECTED_CELLS: usize = 72;

/// The columns of every kind of file, from the one table that the reader itself uses.
fn columns(texts: &Texts) -> String {
    let mut text = columns_of(&column::FAMILIES, "cli-help-columns", texts);
    for (kind, id) in [
        (column::STOCK, "cli-help-columns-stock"),
        (column::AID, "cli-help-columns-aid"),
        (column::EVENTS, "cli-help-columns-events"),
        (column::ATTENDANCE, "cli-help-columns-attendance"),
    ] {
        text.push_str("\n\n");
        text.push_str(&columns_of(&kind, id, texts));
    }
    text
}

fn columns_of(kind: &column::Kind, id: &str, texts: &Texts) -> String {
    let mut text = texts.get(id);
    for column in kind.columns {
        let star = if column.need == Need::Optional { "" } else { "*" };
        let name = format!("{}{star}", column.name);
        let ukrainian = column.ukrainian.first().copied().unwrap_or_default();
        text.push_str(&format!("\n  {name:<18} {ukrainian}"));
        for line in wrap(&texts.get(&column.expected_id()), EXPECTED_CELLS) {
            text.push_str(&format!("\n      {line}"));
        }
    }
    text
}

/// One line about a wrong usage.
pub(super) fn say_usage_fault(error: &clap::Error, texts: &Texts) -> String {
    let context = |kind| error.get(kind).map(shown).unwrap_or_default();
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let valid = context(ContextKind::ValidValue);
    let said = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let command = context(ContextKind::InvalidSubcommand);
            let known = context(ContextKind::ValidSubcommand);
            let known = if known.is_empty() { subcommands_where(error) } else { known };
            texts.format("cli-usage-command", &[("command", command.into()), ("known", known.into())])
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            texts.format("cli-usage-value-missing", &[("argument", argument.into())])
        }
        ErrorKind::InvalidValue if !valid.is_empty() => texts.format(
            "cli-usage-value-of",
            &[("argument", argument.into()), ("value", value.into()), ("valid", valid.into())],
        ),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            texts.format("cli-usage-value", &[("argument", argument.into()), ("value", value.into())])
        }
        ErrorKind::MissingRequiredArgument => texts.format("cli-usage-missing", &[("argument", argument.into())]),
        ErrorKind::ArgumentConflict => {
            let other = context(ContextKind::PriorArg);
            texts.format("cli-usage-conflict", &[("argument", argument.into()), ("other", other.into())])
        }
        ErrorKind::UnknownArgument => texts.format("cli-usage-unknown", &[("argument", argument.into())]),
        ErrorKind::MissingSubcommand => texts.get("cli-usage-no-command"),
        _ => texts.get("cli-usage-other"),
    };
    let hint: Value = "--help".into();
    format!("{said} {}", texts.format("cli-usage-hint", &[("help", hint)]))
}

/// The commands that could have stood in the place of the unknown one.
fn subcommands_where(error: &clap::Error) -> String {
    let usage = error.get(ContextKind::Usage).map(shown).unwrap_or_default();
    let root = Arguments::command();
    let owner = ["staff", "catalogue"].into_iter().find(|name| usage.contains(&format!("stiika {name}")));
    let owner = owner.and_then(|name| root.find_subcommand(name));
    let names: Vec<&str> = owner.unwrap_or(&root).get_subcommands().map(Command::get_name).collect();
    names.join(", ")
}

fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(texts) => texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &str) -> Vec<OsString> {
        line.split(' ').map(OsString::from).collect()
    }

    #[test]
    fn the_language_is_chosen_before_anything_is_said() {
        assert_eq!(language(&asked("stiika find x")), None);
        assert_eq!(language(&asked("stiika --lang en find x")), Some(Lang::En));
        assert_eq!(language(&asked("stiika find --lang=en x")), Some(Lang::En));
        assert_eq!(language(&asked("stiika --lang uk")), Some(Lang::Uk));
        assert_eq!(language(&asked("stiika find -- --lang en")), None);
    }

    #[test]
    fn every_command_and_argument_says_what_it_is_in_both_languages() {
        fn walk(command: &Command) {
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            assert!(!about.is_empty() && !about.starts_with("cli-"), "{}: {about}", command.get_name());
            for argument in command.get_arguments() {
                let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
                assert!(
                    !help.is_empty() && !help.starts_with("cli-"),
                    "{} {}: {help}",
                    command.get_name(),
                    argument.get_id()
                );
            }
            command.get_subcommands().for_each(walk);
        }
        for lang in Lang::ALL {
            walk(&command(&Texts::new(lang)));
        }
    }

    #[test]
    fn the_parser_is_sound() {
        command(&Texts::new(Lang::Uk)).debug_assert();
    }

    #[test]
    fn a_kind_that_is_not_there_yet_is_answered_with_those_that_are() {
        let texts = Texts::new(Lang::En);
        let fault = command(&texts).try_get_matches_from(["stiika", "import", "services", "a.csv"]).unwrap_err();
        let said = say_usage_fault(&fault, &texts);
        assert!(said.contains("services") && said.contains("families"), "{said}");
        assert_eq!(said.lines().count(), 1);
    }
}
