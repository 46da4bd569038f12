//! Papers of the storeroom: what lies there, what moved, the sheet of a count.

use super::Paper;
use super::words::PaperWords;
use crate::domain::sheet::{Cell, Column, Row, Sheet};
use crate::domain::stock::{ActKind, ItemCode, LocationCode, Quantity};
use crate::office::storeroom::{Balances, Count, Movement};
use crate::office::{Office, OfficeError};
use crate::text::Texts;
use chrono::NaiveDate;

/// Rows of a paper of movements: more than anybody reads, less than what a printer runs out of paper at.
const MOVEMENTS: usize = 2_000;

/// What lies there.
pub(super) fn balances(balances: &Balances, words: &PaperWords<'_>) -> Paper {
    let rows = balances.rows.iter().map(|row| {
        Row::of([
            Cell::Text(words.item(&row.item)),
            Cell::Text(words.unit_word(words.unit(&row.item))),
            words.quantity(&row.item, row.quantity),
            PaperWords::weight(row.weight),
            Cell::day(row.expires_on),
            row.days_left.map_or(Cell::Empty, |days| Cell::Count(i64::from(days))),
        ])
    });
    let sheet = Sheet {
        office: words.office.to_owned(),
        title: words.t("paper-title-balances"),
        date: Some(balances.on),
        head: words.fact("paper-fact-place", words.location_or_all(balances.location.as_ref())).into_iter().collect(),
        columns: vec![
            Column::words(words.t("paper-column-item"), 10),
            Column::marks(words.t("paper-column-unit"), 3),
            Column::numbers(words.t("paper-column-quantity"), 4),
            Column::numbers(words.t("paper-column-weight"), 4),
            Column::marks(words.t("paper-column-expires"), 4),
            Column::numbers(words.t("paper-column-days"), 3),
        ],
        rows: rows.collect(),
        ..Sheet::default()
    };
    Paper { name: words.tv("paper-file-balances", &[("day", balances.on.to_string().into())]), sheet }
}

impl Office {
    pub(super) fn movements_paper(
        &mut self,
        item: &ItemCode,
        location: Option<&LocationCode>,
        today: NaiveDate,
        texts: &Texts,
    ) -> Result<Paper, OfficeError> {
        let mut rows: Vec<Movement> = Vec::new();
        let mut from = None;
        loop {
            let page = self.movements(item, location, from.as_ref())?;
            rows.extend(page.rows);
            from = page.next;
            if from.is_none() || rows.len() >= MOVEMENTS {
                break;
            }
        }
        let catalogue = self.aid_catalogue()?;
        Ok(movements(&rows, item, location, today, &self.words(texts, &catalogue)))
    }
}

/// What moved of an item, the latest first. Families stand there by their number: the paper is about goods.
fn movements(
    rows: &[Movement],
    item: &ItemCode,
    location: Option<&LocationCode>,
    today: NaiveDate,
    words: &PaperWords<'_>,
) -> Paper {
    let shown = |quantity: Quantity| words.quantity(item, quantity);
    let rows = rows.iter().map(|row| {
        let who = row.family.as_ref().map_or_else(|| row.name.clone(), |(_, number)| number.to_string());
        let is_in = row.quantity > Quantity::ZERO;
        let size = if is_in { row.quantity } else { -row.quantity };
        Row::of([
            Cell::Day(row.on),
            Cell::Text(row.number.to_string()),
            Cell::Text(words.t(&format!("paper-kind-{}", row.kind.code().replace('_', "-")))),
            Cell::Text(if row.kind == ActKind::Issue || row.family.is_none() { who } else { String::new() }),
            if is_in { shown(size) } else { Cell::Empty },
            if is_in { Cell::Empty } else { shown(size) },
            shown(row.balance),
        ])
    });
    let name = words.item(item);
    let sheet = Sheet {
        office: words.office.to_owned(),
        title: words.tv("paper-title-movements", &[("item", name.as_str().into())]),
        date: Some(today),
        head: words.fact("paper-fact-place", words.location_or_all(location)).into_iter().collect(),
        columns: vec![
            Column::marks(words.t("paper-column-date"), 4),
            Column::marks(words.t("paper-column-act"), 4),
            Column::words(words.t("paper-column-what"), 5),
            Column::words(words.t("paper-column-who"), 7),
            Column::numbers(words.t("paper-column-came"), 4),
            Column::numbers(words.t("paper-column-went"), 4),
            Column::numbers(words.t("paper-column-balance"), 4),
        ],
        rows: rows.collect(),
        ..Sheet::default()
    };
    Paper { name: words.tv("paper-file-movements", &[("item", item.as_str().into())]), sheet }
}

/// The sheet of a count: what was counted stands there once it was entered, and is written by hand before.
pub(super) fn count(count: &Count, words: &PaperWords<'_>) -> Paper {
    let is_entered = count.entered.is_some();
    let rows = (1_i64..).zip(&count.lines).map(|(place, line)| {
        let shown = |quantity: Quantity| words.quantity(&line.item, quantity);
        let difference = line.counted.map_or(Cell::Empty, |_| shown(line.difference()));
        Row::of([
            Cell::Count(place),
            Cell::Text(words.item(&line.item)),
            Cell::Text(words.unit_word(words.unit(&line.item))),
            shown(line.expected),
            line.counted.map_or(if is_entered { Cell::Empty } else { Cell::Signature }, shown),
            difference,
            Cell::Empty,
        ])
    });
    let named = |who: &Option<(NaiveDate, String)>| who.as_ref().map(|(_, name)| name.clone()).unwrap_or_default();
    let mut signatories = vec![
        words.signs("paper-sign-responsible", ""),
        words.signs("paper-sign-counted", named(&count.entered)),
        words.signs("paper-sign-approved", named(&count.approved)),
    ];
    signatories.extend(words.also_sign());
    let sheet = Sheet {
        office: words.office.to_owned(),
        title: words.title("count_sheet"),
        number: count.act.as_ref().map(|(_, number)| number.to_string()),
        date: Some(count.begun.0),
        head: words.fact("paper-fact-place", words.location(&count.location)).into_iter().collect(),
        columns: vec![
            Column::numbers(words.t("paper-column-line"), 2),
            Column::words(words.t("paper-column-item"), 9),
            Column::marks(words.t("paper-column-unit"), 3),
            Column::numbers(words.t("paper-column-expected"), 4),
            Column::numbers(words.t("paper-column-counted"), 4),
            Column::numbers(words.t("paper-column-difference"), 4),
            Column::words(words.t("paper-column-note"), 5),
        ],
        rows: rows.collect(),
        signatories,
        legal: words.legal(),
        ..Sheet::default()
    };
    Paper { name: words.tv("paper-file-count", &[("day", count.begun.0.to_string().into())]), sheet }
}
