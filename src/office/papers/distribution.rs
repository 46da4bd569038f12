//! The distribution sheet: many recipients, a line and a signature each, for a day or a campaign.

use super::Paper;
use super::words::PaperWords;
use crate::domain::date;
use crate::domain::sheet::{Cell, Column, Lie, Row, Sheet, Total};
use crate::domain::spelled::Gender;
use crate::domain::stock::{Act, ActKind, Grams, ItemCode, LocationCode, ProgrammeCode, Quantity};
use crate::office::aid_room::ActRecipient;
use crate::office::aid_room::lists::recipient;
use crate::office::{Office, OfficeError};
use crate::store::stock::{acts, catalogue};
use crate::text::Texts;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Which issues the sheet is of.
pub(super) struct Asked<'a> {
    /// The first day.
    pub(super) from: NaiveDate,
    /// The last day.
    pub(super) until: NaiveDate,
    /// Where; none: everywhere.
    pub(super) location: Option<&'a LocationCode>,
    /// Under which programme; none: under any.
    pub(super) programme: Option<&'a ProgrammeCode>,
}

impl Asked<'_> {
    fn takes(&self, act: &Act) -> bool {
        let head = &act.head;
        head.kind == ActKind::Issue
            && act.in_force()
            && self.location.is_none_or(|wanted| head.location == *wanted)
            && self.programme.is_none_or(|wanted| head.programme.as_ref() == Some(wanted))
    }
}

impl Office {
    pub(super) fn distribution_paper(&mut self, asked: &Asked<'_>, texts: &Texts) -> Result<Paper, OfficeError> {
        let sight = self.sight();
        // One look at the file, one reading of the catalogue, however long the queue was.
        let (issues, catalogue) = self.store.read(|tx| {
            let mut issues = Vec::new();
            // Lists are read the latest first, papers as the queue stood.
            for id in acts::between(tx, asked.from, asked.until)?.into_iter().rev() {
                if let Some(act) = acts::get(tx, id)?.filter(|act| asked.takes(act)) {
                    issues.push(Issued { recipient: recipient(tx, &sight, id)?, act });
                }
            }
            Ok((issues, catalogue::read(tx)?))
        })?;
        Ok(paper(&issues, asked, &self.words(texts, &catalogue)))
    }
}

/// An issue and to whom.
pub(super) struct Issued {
    pub(super) act: Act,
    pub(super) recipient: Option<ActRecipient>,
}

/// A column that the office picks by its word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Picked {
    Document,
    Category,
    Household,
    Weight,
    Date,
    Act,
    /// To be written by hand.
    Own,
}

const PICKED: [(&str, Picked); 6] = [
    ("document", Picked::Document),
    ("category", Picked::Category),
    ("household", Picked::Household),
    ("weight", Picked::Weight),
    ("date", Picked::Date),
    ("act", Picked::Act),
];

/// The sheet of these issues.
pub(super) fn paper(cards: &[Issued], asked: &Asked<'_>, words: &PaperWords<'_>) -> Paper {
    let (from, until) = (asked.from, asked.until);
    let picked = picked(words);
    let mut columns =
        vec![Column::numbers(words.t("paper-column-line"), 2), Column::words(words.t("paper-column-recipient"), 9)];
    columns.extend(picked.iter().map(|(title, picked)| match picked {
        Picked::Weight => Column::numbers(title.as_str(), 3),
        Picked::Date => Column::marks(title.as_str(), 4),
        _ => Column::words(title.as_str(), 5),
    }));
    columns.push(Column::words(words.t("paper-column-goods"), 9));
    columns.push(Column::words(words.t("paper-column-signature"), 6));
    let rows = (1_i64..).zip(cards).map(|(place, card)| {
        let mut cells = vec![Cell::Count(place), Cell::Text(name(card, words))];
        cells.extend(picked.iter().map(|(_, picked)| cell(*picked, card, words)));
        cells.extend([Cell::Text(goods(card, words)), Cell::Signature]);
        Row::of(cells)
    });
    let weight: Grams = cards.iter().map(|card| card.act.weight()).sum();
    let total = picked.iter().position(|(_, picked)| *picked == Picked::Weight);
    let totals =
        total.map(|place| Total { name: words.t("paper-total"), cells: vec![(place + 2, Cell::Grams(weight.0))] });
    let mut sums: BTreeMap<ItemCode, Quantity> = BTreeMap::new();
    for line in cards.iter().flat_map(|card| &card.act.lines) {
        let sum = sums.entry(line.item.clone()).or_insert(Quantity::ZERO);
        *sum += line.quantity;
    }
    let sums: Vec<(ItemCode, Quantity)> = sums.into_iter().collect();
    let recipients = i64::try_from(cards.len()).unwrap_or(i64::MAX);
    let mut closing = vec![words.counted("paper-closing-recipients", recipients, Gender::Masculine)];
    closing.extend(
        sums.iter().map(|(item, quantity)| format!("{}: {}.", words.item(item), words.amount(item, *quantity))),
    );
    closing.extend(words.whole(&sums, weight));
    let period =
        if from == until { date::show(from) } else { format!("{} – {}", date::show(from), date::show(until)) };
    let mut signatories = vec![words.signs("paper-sign-gave", "")];
    signatories.extend(words.also_sign());
    let sheet = Sheet {
        office: words.office.to_owned(),
        title: words.title("distribution"),
        lie: if picked.len() > 3 { Lie::Landscape } else { Lie::Portrait },
        head: [
            words.fact("paper-fact-place", words.location_or_all(asked.location)),
            words.fact("paper-fact-programme", asked.programme.map(|code| words.programme(code)).unwrap_or_default()),
            words.fact("paper-fact-period", period),
        ]
        .into_iter()
        .flatten()
        .collect(),
        columns,
        rows: rows.collect(),
        totals: totals.into_iter().collect(),
        closing,
        signatories,
        legal: words.legal(),
        ..Sheet::default()
    };
    let values = [("from", from.to_string().into()), ("until", until.to_string().into())];
    Paper { name: words.tv("paper-file-distribution", &values), sheet }
}

/// The columns that the office has set, or those of the program. A word that names none is a column to be written by hand.
fn picked(words: &PaperWords<'_>) -> Vec<(String, Picked)> {
    let own = &words.settings.paper_columns;
    let written = if own.is_empty() { words.t("paper-columns-default") } else { own.clone() };
    let columns = written.split(';').map(str::trim).filter(|word| !word.is_empty()).map(|word| {
        // An apostrophe is typed in many ways.
        let folded = |word: &str| word.to_lowercase().replace(['\'', '’', 'ʼ', '`'], "");
        let known = PICKED.iter().find(|(id, _)| folded(&words.t(&format!("paper-pick-{id}"))) == folded(word));
        known.map_or((word.to_owned(), Picked::Own), |(id, picked)| (words.t(&format!("paper-column-{id}")), *picked))
    });
    columns.collect()
}

fn name(card: &Issued, words: &PaperWords<'_>) -> String {
    let Some(recipient) = &card.recipient else { return String::new() };
    let who = match &recipient.partner {
        Some(partner) => words.partner(partner),
        None => recipient.name.clone(),
    };
    match &recipient.family {
        Some((_, number)) => format!("{who}, {number}"),
        None => who,
    }
}

fn cell(picked: Picked, card: &Issued, words: &PaperWords<'_>) -> Cell {
    let Some(recipient) = &card.recipient else { return Cell::Empty };
    match picked {
        Picked::Document => {
            let other = (recipient.collector_name != recipient.name).then_some(recipient.collector_name.as_str());
            let parts = [other.unwrap_or_default(), recipient.collector_paper.as_str()];
            let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            Cell::text(parts.join(", "))
        }
        Picked::Category => Cell::Text(words.categories(&recipient.categories)),
        Picked::Household => {
            let (adults, children) = recipient.household;
            Cell::Text(words.tv("paper-household", &[("adults", adults.into()), ("children", children.into())]))
        }
        Picked::Weight => Cell::Grams(card.act.weight().0),
        Picked::Date => Cell::Day(card.act.head.happened_on),
        Picked::Act => Cell::Text(card.act.head.number.to_string()),
        Picked::Own => Cell::Empty,
    }
}

fn goods(card: &Issued, words: &PaperWords<'_>) -> String {
    let lines = card.act.lines.iter();
    lines
        .map(|line| format!("{} {}", words.item(&line.item), words.amount(&line.item, line.quantity)))
        .collect::<Vec<_>>()
        .join("; ")
}
