//! Papers for those who give: what came of their goods, and a letter of thanks.

use super::Paper;
use super::words::PaperWords;
use crate::domain::category::CategoryCode;
use crate::domain::date;
use crate::domain::sheet::{self, Cell, Column, Row, Sheet};
use crate::domain::stock::Quantity;
use crate::office::storeroom::DonorPage;
use chrono::NaiveDate;

/// Categories that may leave the office: how few had a sensitive one says too much about them.
fn categories<'a>(page: &'a DonorPage, words: &'a PaperWords<'_>) -> impl Iterator<Item = &'a (CategoryCode, usize)> {
    page.categories.iter().filter(|(code, _)| !words.hidden.covers(code))
}

/// What a donor gave and what became of it.
pub(super) fn report(page: &DonorPage, words: &PaperWords<'_>) -> Paper {
    let rows = page.items.iter().map(|row| {
        let shown = |quantity: Quantity| words.quantity(&row.item, quantity);
        Row::of([
            Cell::Text(words.item(&row.item)),
            Cell::Text(words.unit_word(words.unit(&row.item))),
            shown(row.came),
            shown(row.given),
            shown(row.in_kits),
            shown(row.written_off),
            shown(row.left),
        ])
    });
    let mut closing = Vec::new();
    if page.weight.0 > 0 {
        let kilograms = sheet::kilograms(page.weight.0);
        closing.push(words.tv("paper-donor-weight", &[("kilograms", kilograms.into())]));
    }
    closing.push(words.tv(
        "paper-donor-families",
        &[
            ("families", page.families.into()),
            ("children", page.children.into()),
            ("people", page.people.into()),
            ("organisations", page.organisations.into()),
        ],
    ));
    closing.extend(categories(page, words).map(|(code, count)| {
        let category = words.texts.code("category", &code.0);
        words.tv("paper-donor-category", &[("category", category.into()), ("count", (*count).into())])
    }));
    let sheet = Sheet {
        office: words.office.to_owned(),
        title: words.t("paper-title-donor"),
        head: [
            words.fact("paper-fact-gave", words.partner(&page.partner)),
            words.fact("paper-fact-period", format!("{} – {}", date::show(page.from), date::show(page.until))),
        ]
        .into_iter()
        .flatten()
        .collect(),
        columns: vec![
            Column::words(words.t("paper-column-item"), 9),
            Column::marks(words.t("paper-column-unit"), 3),
            Column::numbers(words.t("paper-column-came"), 4),
            Column::numbers(words.t("paper-column-given"), 4),
            Column::numbers(words.t("paper-column-in-kits"), 4),
            Column::numbers(words.t("paper-column-written-off"), 4),
            Column::numbers(words.t("paper-column-left"), 4),
        ],
        rows: rows.collect(),
        closing,
        signatories: words.also_sign(),
        ..Sheet::default()
    };
    Paper { name: words.tv("paper-file-donor", &[("partner", page.partner.as_str().into())]), sheet }
}

/// Words of thanks, to be signed as they are or gone on with.
pub(super) fn thanks(page: &DonorPage, today: NaiveDate, words: &PaperWords<'_>) -> Paper {
    let partner = page.catalogue.partner(&page.partner);
    let greeting = partner.map(|partner| partner.for_thanks.as_str()).filter(|greeting| !greeting.is_empty());
    let goods = page.items.iter().filter(|row| row.came > Quantity::ZERO);
    let goods = goods.map(|row| format!("{} — {}", words.item(&row.item), words.amount(&row.item, row.came)));
    let goods = goods.collect::<Vec<_>>().join("; ");
    let mut closing = Vec::new();
    if goods.is_empty() {
        closing.push(words.t("paper-thanks-nothing"));
    } else {
        let values =
            [("from", date::show(page.from).into()), ("until", date::show(page.until).into()), ("goods", goods.into())];
        closing.push(words.tv("paper-thanks-goods", &values));
        if page.weight.0 > 0 {
            let kilograms = sheet::kilograms(page.weight.0);
            closing.push(words.tv("paper-donor-weight", &[("kilograms", kilograms.into())]));
        }
    }
    let reached: Vec<String> = [
        (page.families, "count-families"),
        (page.children, "count-children"),
        (page.organisations, "donor-count-organisations"),
    ]
    .into_iter()
    .filter(|(many, _)| *many > 0)
    .map(|(many, id)| words.tv(id, &[("count", many.into())]))
    .collect();
    if !reached.is_empty() {
        closing.push(words.tv("donor-had", &[("who", reached.join(", ").into())]));
    }
    let had: Vec<String> = categories(page, words)
        .map(|(code, count)| format!("{} — {count}", words.texts.code("category", &code.0)))
        .collect();
    if !had.is_empty() {
        closing.push(words.tv("donor-thanks-categories", &[("categories", had.join("; ").into())]));
    }
    closing.push(words.t("paper-thanks-end"));
    let sheet = Sheet {
        office: words.office.to_owned(),
        title: greeting.map_or_else(|| words.partner(&page.partner), str::to_owned),
        date: Some(today),
        closing,
        signatories: words.also_sign(),
        ..Sheet::default()
    };
    Paper { name: words.tv("paper-file-thanks", &[("partner", page.partner.as_str().into())]), sheet }
}
