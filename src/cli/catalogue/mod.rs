//! `catalogue`: what the office lists: categories, places, streets, and what the emergency help room goes by.

mod detail;

use super::arguments::{Catalogue as Arguments, CatalogueDeed};
use super::console;
use super::context::Context;
use super::failure::Failure;
use crate::domain::catalogue::{About, Catalogue, CatalogueFault, Entry, FormerName, Kind};
use crate::domain::date;
use crate::office::{Office, OfficeError, Switch};
use crate::text::{Lang, Texts};
use crate::tui::listed;
use chrono::NaiveDate;

/// Does one of the deeds.
pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<(), Failure> {
    let mut office = context.sign_in(arguments.staff.as_deref())?;
    match &arguments.deed {
        CatalogueDeed::List { kind } => list(context, &office, kind.as_deref().and_then(Kind::from_code)),
        CatalogueDeed::Add { kind, code, name, detail: given } => {
            let mut entry = Entry::new(kind_of(kind)?, code, name);
            detail::fill(&mut entry, given, &office)?;
            let deed = office.new_deed();
            office.add_entry(deed, &entry)?;
            done(context, "cli-catalogue-added", code, name)
        }
        CatalogueDeed::Rename { kind, code, name, name_en, on } => {
            let base = entry_of(&office, kind_of(kind)?, code)?;
            let on = detail::day(on.as_deref(), &office)?;
            let mine = renamed(&base, name, name_en.as_deref(), on);
            let deed = office.new_deed();
            office.change_entry(deed, &base, &mine)?;
            done(context, "cli-catalogue-renamed", code, name)
        }
        CatalogueDeed::Disable { kind, code } => switch(context, &mut office, kind, code, Switch::Off),
        CatalogueDeed::Enable { kind, code } => switch(context, &mut office, kind, code, Switch::On),
    }
}

fn list(context: &Context, office: &Office, kind: Option<Kind>) -> Result<(), Failure> {
    let kinds: &[Kind] = kind.as_slice();
    let kinds = if kinds.is_empty() { &Kind::ALL } else { kinds };
    let catalogue = office.catalogue();
    let texts = named(context, catalogue);
    let rows: Vec<Vec<String>> = kinds
        .iter()
        .flat_map(|kind| catalogue.of_kind(*kind))
        .map(|entry| {
            let off = entry.off_since.map(|day| context.say("cli-staff-off-since", &[("day", date::show(day).into())]));
            vec![
                entry.kind().code().to_owned(),
                entry.code.clone(),
                listed::name(&texts, entry),
                listed::details(&texts, catalogue, entry),
                off.unwrap_or_default(),
            ]
        })
        .collect();
    console::columns(&rows).iter().try_for_each(|line| console::print(line))
}

/// The entry under another name. A street keeps the one it had: people go on saying it.
fn renamed(base: &Entry, name: &str, name_en: Option<&str>, on: Option<NaiveDate>) -> Entry {
    let mut mine = Entry { name: name.to_owned(), ..base.clone() };
    if let Some(name_en) = name_en {
        name_en.clone_into(&mut mine.name_en);
    }
    if let About::Street { former, .. } = &mut mine.about {
        former.retain(|old| old.name != base.name);
        former.insert(0, FormerName { name: base.name.clone(), until: on });
    }
    mine
}

/// The texts with what the office calls its own codes: kits name their parts by them.
fn named(context: &Context, catalogue: &Catalogue) -> Texts {
    let english = context.texts.lang() == Lang::En;
    let names = Kind::ALL
        .into_iter()
        .flat_map(|kind| catalogue.names_of(kind, english).map(move |(code, own)| (kind.code(), code, own)));
    context.texts.with_names(names)
}

fn switch(context: &Context, office: &mut Office, kind: &str, code: &str, to: Switch) -> Result<(), Failure> {
    let kind = kind_of(kind)?;
    let deed = office.new_deed();
    office.switch_entry(deed, kind, code, to)?;
    let id = if to == Switch::On { "cli-catalogue-enabled" } else { "cli-catalogue-disabled" };
    done(context, id, code, "")
}

fn entry_of(office: &Office, kind: Kind, code: &str) -> Result<Entry, Failure> {
    let found = office.catalogue().get(kind, code).cloned();
    Ok(found.ok_or_else(|| OfficeError::from(CatalogueFault::NoSuchEntry(code.to_owned())))?)
}

/// The parser lets known kinds through only.
fn kind_of(word: &str) -> Result<Kind, Failure> {
    Ok(Kind::from_code(word).ok_or_else(|| OfficeError::from(CatalogueFault::NoSuchEntry(word.to_owned())))?)
}

fn done(context: &Context, id: &str, code: &str, name: &str) -> Result<(), Failure> {
    console::print(&context.say(id, &[("code", code.into()), ("name", name.into())]))
}
