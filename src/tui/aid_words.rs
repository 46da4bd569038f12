//! Items, quantities, programmes and partners as screens say them: the office's own name where it wrote one, else the program's.

use crate::domain::aid::{AidCatalogue, Partner};
use crate::domain::limit::{About, LimitRule};
use crate::domain::stock::{Grams, GroupCode, ItemCode, PartnerCode, ProgrammeCode, Quantity, QuantityFault, Unit};
use crate::text::{Lang, Sentence};
use crate::tui::app::Context;

fn own<'a>(name: &'a str, name_en: &'a str, cx: &Context) -> Option<&'a str> {
    let name = if cx.texts.lang() == Lang::En && !name_en.is_empty() { name_en } else { name };
    Some(name).filter(|name| !name.is_empty())
}

/// An item's name.
pub fn item(code: &ItemCode, catalogue: &AidCatalogue, cx: &Context) -> String {
    let found = catalogue.item(code).and_then(|item| own(&item.name, &item.name_en, cx));
    found.map_or_else(|| cx.texts.code("item", code.as_str()), str::to_owned)
}

/// A group's name.
pub fn group(code: &GroupCode, cx: &Context) -> String {
    cx.texts.code("item-group", code.as_str())
}

/// A programme's name.
pub fn programme(code: &ProgrammeCode, catalogue: &AidCatalogue, cx: &Context) -> String {
    let found = catalogue.programme(code).and_then(|programme| own(&programme.name, &programme.name_en, cx));
    found.map_or_else(|| cx.texts.code("programme", code.as_str()), str::to_owned)
}

/// A partner's name.
pub fn partner(code: &PartnerCode, catalogue: &AidCatalogue, cx: &Context) -> String {
    catalogue.partner(code).map_or_else(|| code.to_string(), |partner| partner_name(partner, cx))
}

/// The same of a partner that is at hand.
pub fn partner_name(partner: &Partner, cx: &Context) -> String {
    own(&partner.name, &partner.name_en, cx).unwrap_or(partner.code.as_str()).to_owned()
}

/// `4,2 кг`, `2 шт.`, `1 пара`.
pub fn quantity(quantity: Quantity, unit: Unit, cx: &Context) -> String {
    format!("{} {}", spoken(&quantity.show(unit), cx), self::unit(unit, quantity, cx))
}

/// The word of a unit behind this many: `пара`, `пари`, `пар`.
pub fn unit(unit: Unit, count: Quantity, cx: &Context) -> String {
    cx.tv(&format!("aid-unit-{}", unit.code()), &[("count", count.0.into())])
}

/// Kilograms without their unit: `16,8`.
pub fn kilograms(grams: Grams, cx: &Context) -> String {
    spoken(&grams.kilograms(), cx)
}

/// A number with the sign between whole and part that the language has.
fn spoken(number: &str, cx: &Context) -> String {
    if cx.texts.lang() == Lang::En { number.replace(',', ".") } else { number.to_owned() }
}

/// Why a quantity in this row (from 0) cannot be so.
pub fn odd_quantity(fault: QuantityFault, row: usize, cx: &Context) -> String {
    let (id, mut values) = fault.sentence();
    values.push(("row", row.saturating_add(1).into()));
    cx.tv(&id, &values)
}

/// The same of an item by its code.
pub fn quantity_of(amount: Quantity, code: &ItemCode, catalogue: &AidCatalogue, cx: &Context) -> String {
    quantity(amount, catalogue.item(code).map_or(Unit::Piece, |item| item.unit), cx)
}

/// What a limit is about: its own name, else the item or group.
pub fn rule(rule: &LimitRule, catalogue: &AidCatalogue, cx: &Context) -> String {
    if let Some(name) = own(&rule.name, &rule.name_en, cx) {
        return name.to_owned();
    }
    match &rule.about {
        About::Item(code) => item(code, catalogue, cx),
        About::Group(code) => group(code, cx),
    }
}
