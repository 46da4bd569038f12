//! The lists of the forms: settlements, former names, parts of kits and sets, categories. What is offered while one is typed, what is
//! taken into it, how its entries look.

use super::layout::{
    CATEGORIES, FORMER, GROUNDS, GROUP, LIMIT_OF, PARTS, SET, SETTLEMENT, SETTLEMENTS, STREET_NAME, title,
};
use crate::domain::catalogue::aid::{Composition, Item};
use crate::domain::catalogue::{About, CatalogueFault, Entry, FormerName};
use crate::domain::category::CategoryCode;
use crate::domain::date;
use crate::domain::limit;
use crate::domain::place::{CODIFIER, Place};
use crate::domain::stock::{GroupCode, KitPart, Unit};
use crate::tui::app::Context;
use crate::tui::screens::registration::offered_categories;
use crate::tui::widgets::form::Form;
use crate::tui::{listed, pick};

/// What is offered under the field with the focus.
pub(super) enum Offer {
    Settlement(&'static Place),
    Category(CategoryCode),
    Part(KitPart),
    Of(limit::About),
    Group(String),
}

/// The list fields of any kind's form.
pub(super) const LISTS: [&str; 6] = [SETTLEMENTS, FORMER, PARTS, SET, GROUNDS, CATEGORIES];

/// What can be meant by what is typed in a field.
pub(super) fn offers(id: &str, typed: &str, cx: &Context) -> Vec<Offer> {
    let catalogue = cx.catalogue();
    match id {
        SETTLEMENT | SETTLEMENTS => {
            pick::settlements(typed, cx.community()).into_iter().map(Offer::Settlement).collect()
        }
        GROUNDS | CATEGORIES => offered_categories(typed, cx).into_iter().map(Offer::Category).collect(),
        PARTS | SET => {
            let kits = id == SET;
            let parts = pick::parts(typed, &cx.texts, &catalogue).into_iter();
            parts
                .filter(|part| kits || catalogue.item(part.item.as_str()).is_some_and(|item| item.unit != Unit::Kit))
                .map(Offer::Part)
                .collect()
        }
        LIMIT_OF => {
            let items = pick::items(typed, &cx.texts, &catalogue).into_iter().map(limit::About::Item);
            let groups = groups(typed, cx).into_iter().map(|group| limit::About::Group(GroupCode(group)));
            items.chain(groups).map(Offer::Of).collect()
        }
        GROUP => groups(typed, cx).into_iter().map(Offer::Group).collect(),
        _ => Vec::new(),
    }
}

fn groups(typed: &str, cx: &Context) -> Vec<String> {
    let typed = typed.to_lowercase();
    let begins = |group: &String| listed::group(&cx.texts, group).to_lowercase().starts_with(&typed);
    if typed.is_empty() { Vec::new() } else { cx.catalogue().groups().into_iter().filter(begins).collect() }
}

impl Offer {
    /// As it stands under the field.
    pub(super) fn shown(&self, cx: &Context) -> String {
        match self {
            Self::Settlement(place) => place.path(&CODIFIER),
            Self::Category(code) => cx.texts.code("category", &code.0),
            Self::Part(part) => listed::part(&cx.texts, &cx.catalogue(), part),
            Self::Of(of) => super::layout::limit_of(of, cx),
            Self::Group(group) => listed::group(&cx.texts, group),
        }
    }

    /// Takes it into the form.
    pub(super) fn take(&self, field: &'static str, form: &mut Form, entry: &mut Entry, cx: &Context) {
        match (self, &mut entry.about) {
            (Self::Settlement(place), About::District { settlements }) => {
                settlements.push(place.code.to_owned());
                form.set(field, "");
            }
            (Self::Settlement(place), About::Street { settlement, .. }) => {
                place.code.clone_into(settlement);
                form.set(field, &place.title());
                form.jump_to(STREET_NAME);
            }
            (Self::Settlement(place), About::Room { .. }) => {
                form.set(field, &place.title());
                form.next();
            }
            (Self::Category(code), About::Programme(programme)) => {
                add_category(&mut programme.grounds, code);
                form.set(field, "");
            }
            (Self::Category(code), About::Limit(limit)) => {
                add_category(&mut limit.categories, code);
                form.set(field, "");
            }
            (Self::Part(part), about) => {
                add_part(about, part.clone(), cx);
                form.set(field, "");
            }
            (Self::Of(of), About::Limit(limit)) => {
                limit.of = of.clone();
                form.set(field, &super::layout::limit_of(of, cx));
                form.next();
            }
            (Self::Group(group), _) => {
                if let Some(field) = form.field_mut(field) {
                    field.line.set(&listed::group(&cx.texts, group));
                }
                form.next();
            }
            _ => {}
        }
    }
}

fn add_category(codes: &mut Vec<CategoryCode>, code: &CategoryCode) {
    if !codes.contains(code) {
        codes.push(code.clone());
    }
}

/// The parts that the form shows: of the latest composition, or of the standard set.
fn parts_of(about: &mut About) -> Option<&mut Vec<KitPart>> {
    match about {
        About::Item(Item { compositions, .. }) => compositions.first_mut().map(|latest| &mut latest.parts),
        About::Programme(programme) => Some(&mut programme.set),
        _ => None,
    }
}

fn add_part(about: &mut About, part: KitPart, cx: &Context) {
    if let About::Item(Item { compositions, .. }) = about
        && compositions.is_empty()
    {
        compositions.push(Composition { since: cx.today(), parts: Vec::new() });
    }
    let Some(parts) = parts_of(about) else { return };
    // Typed once more, it is said anew.
    match parts.iter_mut().find(|there| there.item == part.item) {
        Some(there) => *there = part,
        None => parts.push(part),
    }
}

/// Takes a typed entry of a list. Errors: what it is not.
pub(super) fn add(id: &str, text: &str, entry: &mut Entry, cx: &Context) -> Result<(), CatalogueFault> {
    match (&mut entry.about, id) {
        (About::District { settlements }, SETTLEMENTS) => {
            let found = CODIFIER.settlement_named(text, cx.community());
            settlements.push(found.ok_or_else(|| CatalogueFault::Settlement(text.to_owned()))?.code.to_owned());
        }
        (About::Street { former, .. }, FORMER) => former.push(read_former(text, cx)),
        (_, PARTS | SET) => return Err(CatalogueFault::NoSuchItem(text.to_owned())),
        _ => return Err(CatalogueFault::NoSuchCategory(text.to_owned())),
    }
    Ok(())
}

/// Takes an entry of a list out; what it would be typed as.
pub(super) fn remove(id: &str, place: usize, entry: &mut Entry, cx: &Context) -> Option<String> {
    let catalogue = cx.catalogue();
    match (&mut entry.about, id) {
        (About::District { settlements }, _) if place < settlements.len() => Some(title(&settlements.remove(place))),
        (About::Street { former, .. }, _) if place < former.len() => Some(shown_former(&former.remove(place))),
        (About::Programme(programme), GROUNDS) if place < programme.grounds.len() => {
            Some(cx.texts.code("short", &programme.grounds.remove(place).0))
        }
        (About::Limit(limit), _) if place < limit.categories.len() => {
            Some(cx.texts.code("short", &limit.categories.remove(place).0))
        }
        (about, PARTS | SET) => {
            let parts = parts_of(about).filter(|parts| place < parts.len())?;
            Some(listed::part(&cx.texts, &catalogue, &parts.remove(place)))
        }
        _ => None,
    }
}

/// Shows the lists of an entry in its form.
pub(super) fn show(form: &mut Form, entry: &Entry, cx: &Context) {
    // The lines of parts are drawn under their field: it only counts them.
    let parts = |parts: &[KitPart]| vec![String::new(); parts.len()];
    let shorts = |codes: &[CategoryCode]| codes.iter().map(|code| cx.texts.code("short", &code.0)).collect();
    let mut put = |id: &str, items: Vec<String>| {
        if let Some(field) = form.field_mut(id) {
            field.items = items;
        }
    };
    match &entry.about {
        About::Category { .. } | About::Partner(_) | About::Location(_) | About::EventKind | About::Room { .. } => {}
        About::District { settlements } => put(SETTLEMENTS, settlements.iter().map(|code| title(code)).collect()),
        About::Street { former, .. } => put(FORMER, former.iter().map(shown_former).collect()),
        About::Item(item) => {
            put(PARTS, item.compositions.first().map(|latest| parts(&latest.parts)).unwrap_or_default());
        }
        About::Programme(programme) => {
            put(GROUNDS, shorts(&programme.grounds));
            put(SET, parts(&programme.set));
        }
        About::Limit(limit) => put(CATEGORIES, shorts(&limit.categories)),
    }
}

/// The parts that stand under their field, line by line.
pub(super) fn part_lines(entry: &Entry, cx: &Context) -> Vec<String> {
    let catalogue = cx.catalogue();
    let parts = match &entry.about {
        About::Item(item) => item.compositions.first().map(|latest| latest.parts.as_slice()).unwrap_or_default(),
        About::Programme(programme) => &programme.set,
        _ => &[],
    };
    parts.iter().map(|part| listed::part(&cx.texts, &catalogue, part)).collect()
}

fn shown_former(old: &FormerName) -> String {
    match old.until {
        Some(until) => format!("{} {}", old.name, date::show(until)),
        None => old.name.clone(),
    }
}

/// `вул. Комсомольська 19.02.2016`: a name, and behind it the day of renaming where it is known.
fn read_former(text: &str, cx: &Context) -> FormerName {
    let behind = text.rsplit_once(' ').and_then(|(name, day)| {
        let until = date::parse(day, cx.today()).ok()?;
        Some(FormerName { name: name.to_owned(), until: Some(until) })
    });
    behind.unwrap_or_else(|| FormerName { name: text.to_owned(), until: None })
}
