//! `catalogue`: what the office lists: categories, starosta districts, streets.

use super::arguments::{Catalogue, CatalogueDeed, Detail};
use super::console;
use super::context::Context;
use super::failure::Failure;
use crate::domain::catalogue::{About, CatalogueFault, Entry, FormerName, Kind};
use crate::domain::date;
use crate::domain::place::{CODIFIER, Place};
use crate::office::{Office, OfficeError, Switch};
use chrono::NaiveDate;

/// Does one of the deeds.
pub(super) fn run(context: &Context, arguments: &Catalogue) -> Result<(), Failure> {
    let mut office = context.sign_in(arguments.staff.as_deref())?;
    match &arguments.deed {
        CatalogueDeed::List { kind } => list(context, &office, kind.as_deref().and_then(Kind::from_code)),
        CatalogueDeed::Add { kind, code, name, detail } => {
            let mut entry = Entry::new(kind_of(kind)?, code, name);
            fill(&mut entry, detail, &office)?;
            let deed = office.new_deed();
            office.add_entry(deed, &entry)?;
            done(context, "cli-catalogue-added", code, name)
        }
        CatalogueDeed::Rename { kind, code, name, name_en, on } => {
            let base = entry_of(&office, kind_of(kind)?, code)?;
            let on = on.as_deref().map(|on| day(on, &office)).transpose()?;
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
    let rows: Vec<Vec<String>> = kinds
        .iter()
        .flat_map(|kind| catalogue.of_kind(*kind))
        .map(|entry| {
            let name = if entry.name.is_empty() {
                context.texts.code(entry.kind().code(), &entry.code)
            } else {
                entry.name.clone()
            };
            let off = entry.off_since.map(|day| context.say("cli-staff-off-since", &[("day", date::show(day).into())]));
            vec![
                entry.kind().code().to_owned(),
                entry.code.clone(),
                name,
                about(context, entry),
                off.unwrap_or_default(),
            ]
        })
        .collect();
    console::columns(&rows).iter().try_for_each(|line| console::print(line))
}

fn about(context: &Context, entry: &Entry) -> String {
    let title = |code: &String| CODIFIER.get(code).map_or_else(|| code.clone(), Place::title);
    match &entry.about {
        About::Category { sensitive: true } => context.say("catalogue-is-sensitive", &[]),
        About::Category { sensitive: false } => String::new(),
        About::District { settlements } => settlements.iter().map(title).collect::<Vec<_>>().join(", "),
        About::Street { settlement, former } => {
            let old: Vec<&str> = former.iter().map(|old| old.name.as_str()).collect();
            if old.is_empty() {
                return title(settlement);
            }
            let was = context.say("catalogue-was", &[("names", old.join(", ").into())]);
            format!("{} · {was}", title(settlement))
        }
    }
}

/// What the options say of an entry, by its kind. Errors: an option that this kind does not have.
fn fill(entry: &mut Entry, detail: &Detail, office: &Office) -> Result<(), Failure> {
    entry.name_en = detail.name_en.clone().unwrap_or_default();
    let settlement = |named: &String| {
        CODIFIER
            .settlement_named(named, office.profile().community.as_deref())
            .map(|place| place.code.to_owned())
            .ok_or_else(|| OfficeError::from(CatalogueFault::Settlement(named.clone())))
    };
    let kind = entry.kind().code();
    let misplaced = |option: &'static str| Err(Failure::NotOfKind { option, kind });
    match &mut entry.about {
        About::Category { .. } if !detail.settlement.is_empty() => return misplaced("--settlement"),
        About::Category { .. } | About::District { .. } if !detail.former.is_empty() => return misplaced("--former"),
        About::District { .. } | About::Street { .. } if detail.sensitive => return misplaced("--sensitive"),
        About::Category { sensitive } => *sensitive = detail.sensitive,
        About::District { settlements } => {
            *settlements = detail.settlement.iter().map(settlement).collect::<Result<_, _>>()?;
        }
        About::Street { settlement: lies_in, former } => {
            if let Some(named) = detail.settlement.first() {
                *lies_in = settlement(named)?;
            }
            former.extend(detail.former.iter().map(|name| FormerName { name: name.clone(), until: None }));
        }
    }
    Ok(())
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

fn day(text: &str, office: &Office) -> Result<NaiveDate, Failure> {
    date::parse(text, office.clock().today()).map_err(|_| Failure::NotADay(text.to_owned()))
}

fn done(context: &Context, id: &str, code: &str, name: &str) -> Result<(), Failure> {
    console::print(&context.say(id, &[("code", code.into()), ("name", name.into())]))
}
