//! How entries of catalogues are said: the name, and in one line what its kind says besides. The screens and the command line read it.

use crate::domain::aid::LocationKind;
use crate::domain::catalogue::aid::{Item, Limit, Partner, Programme};
use crate::domain::catalogue::{About, Catalogue, Entry, Kind};
use crate::domain::category::CategoryCode;
use crate::domain::date;
use crate::domain::limit::{self, Measure, Period};
use crate::domain::place::{CODIFIER, Place};
use crate::domain::stock::{Grams, KitPart, Quantity, Unit};
use crate::text::Texts;

/// The name as it is shown: the office's own, else the program's. A limit without a name is said by what it allows.
pub fn name(texts: &Texts, entry: &Entry) -> String {
    match &entry.about {
        About::Category { .. } => texts.code("category", &entry.code),
        About::District { .. } | About::Street { .. } => entry.name.clone(),
        About::Limit(limit) if entry.name.is_empty() => limited(texts, limit),
        About::Limit(_)
        | About::Item(_)
        | About::Programme(_)
        | About::Partner(_)
        | About::Location(_)
        | About::EventKind
        | About::Room { .. } => {
            let english = texts.lang() == crate::text::Lang::En && !entry.name_en.is_empty();
            match (english, entry.name.is_empty()) {
                (true, _) => entry.name_en.clone(),
                (false, true) => texts.code(entry.kind().code(), &entry.code),
                (false, false) => entry.name.clone(),
            }
        }
    }
}

/// What an entry's kind says of it, in one line.
pub fn details(texts: &Texts, catalogue: &Catalogue, entry: &Entry) -> String {
    let title = |code: &String| CODIFIER.get(code).map_or_else(|| code.clone(), Place::title);
    match &entry.about {
        About::Category { sensitive: true } => texts.get("catalogue-is-sensitive"),
        About::Category { sensitive: false } | About::EventKind => String::new(),
        About::Room { settlement } => settlement.clone(),
        About::District { settlements } => settlements.iter().map(title).collect::<Vec<_>>().join(", "),
        About::Street { settlement, former } => {
            let old: Vec<&str> = former.iter().map(|old| old.name.as_str()).collect();
            let place = title(settlement);
            if old.is_empty() {
                return place;
            }
            format!("{} · {place}", texts.format("catalogue-was", &[("names", old.join(", ").into())]))
        }
        About::Item(item) => of_item(texts, catalogue, item),
        About::Programme(programme) => of_programme(texts, catalogue, programme),
        About::Partner(partner) => of_partner(texts, partner),
        About::Location(location) => match location.kind {
            LocationKind::Storeroom => String::new(),
            LocationKind::Car => texts.get("catalogue-location-car"),
        },
        About::Limit(limit) => {
            let whose = categories(texts, &limit.categories);
            if entry.name.is_empty() { whose } else { joined([limited(texts, limit), whose]) }
        }
    }
}

/// A group's word: the program's for its own, the office's as it was written.
pub fn group(texts: &Texts, group: &str) -> String {
    texts.code("item-group", group)
}

/// So much of something: `4,2 кг`, `2 набори`.
pub fn amount(texts: &Texts, quantity: Quantity, unit: Unit) -> String {
    let values = [("amount", quantity.show(unit).into()), ("count", quantity.0.into())];
    texts.format(&format!("catalogue-amount-{}", unit.code()), &values)
}

/// So much of a thing of the catalogue: `рис 1 кг`.
pub fn part(texts: &Texts, catalogue: &Catalogue, part: &KitPart) -> String {
    let entry = catalogue.get(Kind::Item, part.item.as_str());
    let name = entry.map_or_else(|| part.item.0.clone(), |entry| name(texts, entry));
    let unit = catalogue.item(part.item.as_str()).map_or(Unit::Piece, |item| item.unit);
    format!("{name} {}", amount(texts, part.quantity, unit))
}

/// What a limit allows: `продуктовий набір: 1 шт. на місяць, на сім’ю`.
pub fn limited(texts: &Texts, limit: &Limit) -> String {
    let of = match &limit.of {
        limit::About::Item(code) => texts.code("item", code.as_str()),
        limit::About::Group(code) => {
            texts.format("catalogue-limit-of-group", &[("group", group(texts, code.as_str()).into())])
        }
    };
    let much = match limit.measure {
        Measure::Grams => texts.format("catalogue-amount-kg", &[("amount", Grams(limit.amount).kilograms().into())]),
        Measure::Pieces => texts.format("catalogue-limit-pieces", &[("count", limit.amount.into())]),
        Measure::Times => texts.format("catalogue-limit-times", &[("count", limit.amount.into())]),
    };
    let period = match limit.period {
        Period::Once => texts.get("catalogue-limit-once"),
        other => texts.format(&format!("catalogue-limit-in-{}", other.code()), &[("count", other.count().into())]),
    };
    let per = texts.get(&format!("catalogue-limit-per-{}", limit.per.code()));
    texts.format(
        "catalogue-limit-line",
        &[("of", of.into()), ("much", much.into()), ("period", period.into()), ("per", per.into())],
    )
}

fn of_item(texts: &Texts, catalogue: &Catalogue, item: &Item) -> String {
    let unit = texts.get(&format!("catalogue-unit-{}", item.unit.code()));
    let unit = match item.weight {
        Some(weight) => format!("{unit} {}", amount(texts, Quantity(weight.0), Unit::Kilogram)),
        None => unit,
    };
    let held = item
        .compositions
        .first()
        .map(|latest| latest.parts.iter().map(|one| part(texts, catalogue, one)).collect::<Vec<_>>().join(", "));
    let low = item.low.map(|low| texts.format("catalogue-low", &[("amount", amount(texts, low, item.unit).into())]));
    let expires = if item.expires { texts.get("catalogue-expires") } else { String::new() };
    joined([group(texts, &item.group), unit, held.unwrap_or_default(), expires, low.unwrap_or_default()])
}

fn of_programme(texts: &Texts, catalogue: &Catalogue, programme: &Programme) -> String {
    let set: Vec<String> = programme.set.iter().map(|one| part(texts, catalogue, one)).collect();
    let days = match (programme.starts_on, programme.ends_on) {
        (None, None) => String::new(),
        (starts, ends) => {
            format!("{}–{}", starts.map(date::show).unwrap_or_default(), ends.map(date::show).unwrap_or_default())
        }
    };
    joined([days, set.join(", "), categories(texts, &programme.grounds)])
}

fn of_partner(texts: &Texts, partner: &Partner) -> String {
    let role = texts.get(&format!("catalogue-partner-{}", partner.role.code()));
    joined([role, partner.edrpou.clone(), partner.contact.clone()])
}

/// Categories by their short names; nothing where everybody is meant.
fn categories(texts: &Texts, codes: &[CategoryCode]) -> String {
    codes.iter().map(|code| texts.code("short", &code.0)).collect::<Vec<_>>().join(", ")
}

fn joined(texts: impl IntoIterator<Item = String>) -> String {
    texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
}
