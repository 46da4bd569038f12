//! The forms of the command line, as the contract with offices' scripts fixes them. What each says of itself is in `help`.

use crate::domain::aid::PartnerRole;
use crate::domain::catalogue;
use crate::domain::limit::{Measure, Per};
use crate::domain::staff::Role;
use crate::domain::stock::Unit;
use clap::builder::PossibleValuesParser;
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

#[derive(Parser, Debug)]
#[command(
    name = "stiika",
    version,
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true
)]
pub(super) struct Arguments {
    #[arg(long, value_name = "FILE", global = true)]
    pub(super) db: Option<PathBuf>,
    // Already chosen before parsing, so that even a fault of the arguments is said in it; here it is only known and checked.
    #[arg(long, value_name = "uk|en", global = true, value_parser = PossibleValuesParser::new(["uk", "en"]))]
    pub(super) lang: Option<String>,
    #[arg(long, short, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(long, short = 'V', action = ArgAction::Version)]
    version: Option<bool>,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

#[derive(Subcommand, Debug)]
pub(super) enum Command {
    Demo(Demo),
    Init(Init),
    Import(Import),
    Export(Export),
    Find(Find),
    Staff(Staff),
    Catalogue(Catalogue),
    Doctor(Doctor),
    Recover(Recover),
    Completions(Completions),
    Man,
}

/// Kinds of files that can be brought in and taken out.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Families,
    Stock,
    Aid,
    Events,
    Attendance,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum FileFormat {
    Csv,
    Xlsx,
}

#[derive(Args, Debug)]
pub(super) struct Demo {
    #[arg(long, value_name = "N", default_value_t = 5000, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub(super) people: u32,
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(super) seed: u64,
    #[arg(long)]
    pub(super) no_open: bool,
}

#[derive(Args, Debug)]
pub(super) struct Init {
    #[arg(long, value_name = "NAME")]
    pub(super) office: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub(super) community: Option<String>,
    #[arg(long, value_name = "LOGIN")]
    pub(super) staff: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(super) name: Option<String>,
}

#[derive(Args, Debug)]
pub(super) struct Import {
    #[arg(value_name = "KIND")]
    pub(super) kind: Kind,
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    #[arg(long)]
    pub(super) dry_run: bool,
    #[arg(long, value_name = "LOGIN")]
    pub(super) staff: Option<String>,
}

#[derive(Args, Debug)]
pub(super) struct Export {
    #[arg(value_name = "KIND")]
    pub(super) kind: Kind,
    #[arg(long, value_name = "csv|xlsx")]
    pub(super) format: Option<FileFormat>,
    #[arg(long, short, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    #[arg(long, value_name = "LOGIN")]
    pub(super) staff: Option<String>,
}

#[derive(Args, Debug)]
pub(super) struct Find {
    /// Several words are one query: quotation marks are not needed.
    #[arg(value_name = "QUERY", required_unless_present = "stdin", conflicts_with = "stdin")]
    pub(super) query: Vec<String>,
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub(super) limit: u32,
    #[arg(long)]
    pub(super) json: bool,
    #[arg(long, requires = "json")]
    pub(super) stdin: bool,
    #[arg(long, value_name = "LOGIN")]
    pub(super) staff: Option<String>,
}

#[derive(Args, Debug)]
#[command(subcommand_required = true, arg_required_else_help = false)]
pub(super) struct Staff {
    #[command(subcommand)]
    pub(super) deed: StaffDeed,
    #[arg(long, value_name = "LOGIN", global = true)]
    pub(super) staff: Option<String>,
}

#[derive(Subcommand, Debug)]
pub(super) enum StaffDeed {
    List,
    Add {
        #[arg(value_name = "LOGIN")]
        login: String,
        #[arg(long, value_name = "NAME")]
        name: Option<String>,
        #[arg(long, value_name = "ROLE", value_parser = roles())]
        role: String,
    },
    Role {
        #[arg(value_name = "LOGIN")]
        login: String,
        #[arg(value_name = "ROLE", value_parser = roles())]
        role: String,
    },
    Disable {
        #[arg(value_name = "LOGIN")]
        login: String,
    },
    Enable {
        #[arg(value_name = "LOGIN")]
        login: String,
    },
    PaperKey,
    Password {
        #[arg(value_name = "LOGIN")]
        login: Option<String>,
    },
}

#[derive(Args, Debug)]
#[command(subcommand_required = true, arg_required_else_help = false)]
pub(super) struct Catalogue {
    #[command(subcommand)]
    pub(super) deed: CatalogueDeed,
    #[arg(long, value_name = "LOGIN", global = true)]
    pub(super) staff: Option<String>,
}

#[derive(Subcommand, Debug)]
pub(super) enum CatalogueDeed {
    List {
        #[arg(value_name = "KIND", value_parser = kinds())]
        kind: Option<String>,
    },
    Add {
        #[arg(value_name = "KIND", value_parser = kinds())]
        kind: String,
        #[arg(value_name = "CODE")]
        code: String,
        #[arg(value_name = "NAME")]
        name: String,
        #[command(flatten)]
        detail: Box<Detail>,
    },
    Rename {
        #[arg(value_name = "KIND", value_parser = kinds())]
        kind: String,
        #[arg(value_name = "CODE")]
        code: String,
        #[arg(value_name = "NAME")]
        name: String,
        #[arg(long, value_name = "NAME")]
        name_en: Option<String>,
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
    },
    Disable {
        #[arg(value_name = "KIND", value_parser = kinds())]
        kind: String,
        #[arg(value_name = "CODE")]
        code: String,
    },
    Enable {
        #[arg(value_name = "KIND", value_parser = kinds())]
        kind: String,
        #[arg(value_name = "CODE")]
        code: String,
    },
}

/// What an entry says beside its name; each kind has some of these.
#[derive(Args, Debug)]
pub(super) struct Detail {
    #[arg(long, value_name = "NAME")]
    pub(super) name_en: Option<String>,
    #[arg(long)]
    pub(super) sensitive: bool,
    #[arg(long, value_name = "NAME")]
    pub(super) settlement: Vec<String>,
    #[arg(long, value_name = "NAME")]
    pub(super) former: Vec<String>,
    #[arg(long, value_name = "UNIT", value_parser = units())]
    pub(super) unit: Option<String>,
    #[arg(long, value_name = "GROUP")]
    pub(super) group: Option<String>,
    #[arg(long, value_name = "KG")]
    pub(super) weight: Option<String>,
    #[arg(long, value_name = "AMOUNT")]
    pub(super) low: Option<String>,
    #[arg(long)]
    pub(super) expiry: bool,
    #[arg(long, value_name = "ITEM=AMOUNT")]
    pub(super) part: Vec<String>,
    #[arg(long, value_name = "DATE")]
    pub(super) since: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(super) until: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub(super) category: Vec<String>,
    #[arg(long, value_name = "ROLE", value_parser = PossibleValuesParser::new(PartnerRole::ALL.map(PartnerRole::code)))]
    pub(super) role: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub(super) edrpou: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(super) contact: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(super) thanks: Option<String>,
    #[arg(long)]
    pub(super) car: bool,
    #[arg(long, value_name = "ITEM")]
    pub(super) item: Option<String>,
    #[arg(long, value_name = "AMOUNT")]
    pub(super) amount: Option<String>,
    #[arg(long, value_name = "MEASURE", value_parser = PossibleValuesParser::new(Measure::ALL.map(Measure::code)))]
    pub(super) measure: Option<String>,
    #[arg(long, value_name = "PERIOD")]
    pub(super) period: Option<String>,
    #[arg(long, value_name = "WHOM", value_parser = PossibleValuesParser::new(Per::ALL.map(Per::code)))]
    pub(super) per: Option<String>,
}

#[derive(Args, Debug)]
pub(super) struct Completions {
    #[arg(value_name = "SHELL")]
    pub(super) shell: Shell,
}

/// Shells that complete commands.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shell {
    Bash,
    Zsh,
    Fish,
    Powershell,
    Elvish,
}

#[derive(Args, Debug)]
pub(super) struct Doctor {
    #[arg(long, value_name = "LOGIN")]
    pub(super) staff: Option<String>,
}

#[derive(Args, Debug)]
pub(super) struct Recover {
    #[arg(long, value_name = "LOGIN")]
    pub(super) staff: Option<String>,
}

fn kinds() -> PossibleValuesParser {
    PossibleValuesParser::new(catalogue::Kind::ALL.map(catalogue::Kind::code))
}

fn units() -> PossibleValuesParser {
    PossibleValuesParser::new(Unit::ALL.map(Unit::code))
}

fn roles() -> PossibleValuesParser {
    PossibleValuesParser::new(Role::ALL.map(Role::code))
}
