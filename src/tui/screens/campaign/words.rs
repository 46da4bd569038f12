//! How goods, counts and days of a campaign are said.

use crate::domain::campaign::Good;
use crate::domain::catalogue::Kind;
use crate::domain::date;
use crate::domain::limit::Per;
use crate::domain::person::PersonName;
use crate::domain::stock::{ItemCode, KitPart, LocationCode, Quantity, Unit};
use crate::tui::app::Context;
use crate::tui::listed;
use chrono::NaiveDate;

/// `19.11–21.11.2026`, or the one day.
pub(super) fn days(from: NaiveDate, until: NaiveDate) -> String {
    if from == until {
        return date::show(from);
    }
    format!("{}–{}", from.format("%d.%m"), date::show(until))
}

/// `Продуктовий набір 1 набір на сім’ю`.
pub(super) fn good(good: &Good, cx: &Context) -> String {
    let part = KitPart { item: good.item.clone(), quantity: good.quantity };
    let part = listed::part(&cx.texts, &cx.catalogue(), &part);
    match good.per {
        Per::Family => part,
        per => format!("{part} {}", cx.t(&format!("campaign-per-{}", per.code()))),
    }
}

/// The name of an entry of the catalogue; its code where nothing else is known of it.
pub(super) fn name_of(kind: Kind, code: &str, cx: &Context) -> String {
    let catalogue = cx.catalogue();
    catalogue.get(kind, code).map_or_else(|| code.to_owned(), |entry| listed::name(&cx.texts, entry))
}

/// So much of an item: `2 набори`.
pub(super) fn amount(item: &ItemCode, quantity: Quantity, cx: &Context) -> String {
    let unit = cx.catalogue().item(item.as_str()).map_or(Unit::Piece, |item| item.unit);
    listed::amount(&cx.texts, quantity, unit)
}

/// The place that goods are handed out from.
pub(super) fn location(code: &LocationCode, cx: &Context) -> String {
    name_of(Kind::Location, code.as_str(), cx)
}

/// `Шевченко О. П.`: as much of a name as a line has room for.
pub(super) fn short(name: &PersonName) -> String {
    let initial = |word: &str| word.chars().next().map(|letter| format!(" {letter}.")).unwrap_or_default();
    format!("{}{}{}", name.surname, initial(&name.given), initial(&name.patronymic))
}
