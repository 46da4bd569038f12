//! An act on paper: who handed over, who received, what, and the whole in words.

use super::Paper;
use super::words::PaperWords;
use crate::domain::aid::Ground;
use crate::domain::sheet::{Cell, Column, Fact, Print, Row, Sheet, Signatory, Total};
use crate::domain::stock::{ActKind, ActLine, Flow, Grams, ItemCode, Quantity};
use crate::office::aid_room::{ActCard, ActRecipient};

/// The paper of an act. The number is the act's, however often it is printed.
pub(super) fn paper(card: &ActCard, print: Print, words: &PaperWords<'_>) -> Paper {
    let head = &card.act.head;
    let weight: Grams =
        card.act.lines.iter().filter(|line| is_counted(card, line)).filter_map(|line| line.weight).sum();
    let lines: Vec<(ItemCode, Quantity)> = card
        .act
        .lines
        .iter()
        .filter(|line| is_counted(card, line))
        .map(|line| (line.item.clone(), line.quantity))
        .collect();
    let has_both_ways = has_both_ways(card);
    let mut columns = vec![
        Column::numbers(words.t("paper-column-line"), 2),
        Column::words(words.t("paper-column-item"), 12),
        Column::marks(words.t("paper-column-unit"), 3),
    ];
    if has_both_ways {
        columns.push(Column::numbers(words.t("paper-column-came"), 4));
        columns.push(Column::numbers(words.t("paper-column-went"), 4));
    } else {
        columns.push(Column::numbers(words.t("paper-column-quantity"), 4));
    }
    columns.push(Column::numbers(words.t("paper-column-weight"), 4));
    let last = columns.len() - 1;
    let rows = (1_i64..).zip(&card.act.lines).map(|(place, line)| row(place, line, has_both_ways, words));
    let totals = (weight.0 > 0 && !has_both_ways)
        .then(|| Total { name: words.t("paper-total"), cells: vec![(last, Cell::Grams(weight.0))] });
    let sheet = Sheet {
        office: words.office.to_owned(),
        title: words.title(head.kind.code()),
        number: Some(head.number.to_string()),
        date: Some(head.happened_on),
        print,
        head: facts(card, words),
        columns,
        rows: rows.collect(),
        totals: totals.into_iter().collect(),
        closing: if has_both_ways { Vec::new() } else { words.whole(&lines, weight) },
        signatories: signatories(card, words),
        legal: words.legal(),
        ..Sheet::default()
    };
    let number = head.number.to_string().replace('/', "-");
    Paper { name: words.tv("paper-file-act", &[("number", number.into())]), sheet }
}

/// Kits that were put together or taken apart, differences of a count and their reversals go both ways on one paper.
fn has_both_ways(card: &ActCard) -> bool {
    let mut flows = card.act.lines.iter().map(|line| line.flow);
    let first = flows.next();
    flows.any(|flow| Some(flow) != first) || card.act.head.kind == ActKind::Count
}

/// Whether a line is part of the whole.
fn is_counted(card: &ActCard, line: &ActLine) -> bool {
    card.act.lines.first().is_some_and(|first| first.flow == line.flow)
}

fn row(place: i64, line: &ActLine, has_both_ways: bool, words: &PaperWords<'_>) -> Row {
    let mut name = words.item(&line.item);
    if !line.composition.is_empty() {
        let parts = words.parts(&line.composition);
        name = format!("{name} ({})", words.tv("paper-kit-holds", &[("parts", parts.into())]));
    }
    let quantity = words.quantity(&line.item, line.quantity);
    let mut cells = vec![Cell::Count(place), Cell::Text(name), Cell::Text(words.unit_word(words.unit(&line.item)))];
    match (has_both_ways, line.flow) {
        (false, _) => cells.push(quantity),
        (true, Flow::In) => cells.extend([quantity, Cell::Empty]),
        (true, Flow::Out) => cells.extend([Cell::Empty, quantity]),
    }
    cells.push(PaperWords::weight(line.weight));
    Row::of(cells)
}

fn facts(card: &ActCard, words: &PaperWords<'_>) -> Vec<Fact> {
    let head = &card.act.head;
    let place = words.location(&head.location);
    let mut facts: Vec<Option<Fact>> = Vec::new();
    match head.kind {
        ActKind::Transfer => {
            facts.push(words.fact("paper-fact-from", place));
            facts.push(head.location_to.as_ref().and_then(|to| words.fact("paper-fact-to", words.location(to))));
        }
        ActKind::Receipt => {
            facts.push(head.partner.as_ref().and_then(|who| words.fact("paper-fact-gave", words.partner(who))));
            facts.push(words.fact("paper-fact-took", format!("{}, {place}", words.office)));
        }
        ActKind::Issue => facts.push(words.fact("paper-fact-gave", format!("{}, {place}", words.office))),
        _ => facts.push(words.fact("paper-fact-place", place)),
    }
    if let Some(recipient) = &card.recipient {
        facts.extend(facts_of(recipient, words));
    }
    facts.push(head.programme.as_ref().and_then(|code| words.fact("paper-fact-programme", words.programme(code))));
    facts.push(words.fact("paper-fact-document", head.document.as_str()));
    // The reason of an issue that was taken back may say anything about a family; that of goods says what became of them.
    if head.kind == ActKind::WriteOff || card.reversed_kind.is_some_and(|kind| kind != ActKind::Issue) {
        facts.push(words.fact("paper-fact-reason", head.reason.as_str()));
    }
    let numbered = |id: &str, act: &Option<(_, crate::domain::stock::ActNumber)>| {
        act.as_ref().and_then(|(_, number)| words.fact(id, format!("№ {number}")))
    };
    facts.push(numbered("paper-fact-reverses", &head.reverses));
    facts.push(numbered("paper-fact-reversed", &head.reversed_by));
    facts.into_iter().flatten().collect()
}

fn facts_of(recipient: &ActRecipient, words: &PaperWords<'_>) -> Vec<Option<Fact>> {
    let name = match &recipient.partner {
        Some(partner) => words.partner(partner),
        None => recipient.name.clone(),
    };
    let (adults, children) = recipient.household;
    let household = (recipient.family.is_some() && adults + children > 0)
        .then(|| words.tv("paper-household", &[("adults", adults.into()), ("children", children.into())]));
    let ground = match &recipient.ground {
        Ground::Category(code) if !words.hidden.covers(code) => words.texts.code("category", &code.0),
        Ground::Category(_) | Ground::Hidden => words.t("paper-ground-hidden"),
        Ground::Anybody | Ground::None => String::new(),
    };
    let collector = [recipient.collector_name.as_str(), recipient.collector_paper.as_str()];
    let collector: Vec<&str> = collector.into_iter().filter(|text| !text.is_empty()).collect();
    vec![
        words.fact("paper-fact-recipient", name),
        recipient.family.as_ref().and_then(|(_, number)| words.fact("paper-fact-number", number.to_string())),
        words.fact("paper-fact-household", household.unwrap_or_default()),
        words.fact("paper-fact-ground", ground),
        recipient.campaign.as_ref().and_then(|(_, title)| words.fact("paper-fact-campaign", title.as_str())),
        words.fact("paper-fact-collector", collector.join(", ")),
    ]
}

fn signatories(card: &ActCard, words: &PaperWords<'_>) -> Vec<Signatory> {
    let staff = card.act.head.staff.as_str();
    let mut signs = match (card.act.head.kind, &card.recipient) {
        (ActKind::Issue, Some(recipient)) => {
            let who = if recipient.collector_name.is_empty() { &recipient.name } else { &recipient.collector_name };
            vec![words.signs("paper-sign-gave", staff), words.signs("paper-sign-got", who.as_str())]
        }
        (ActKind::Receipt, _) => {
            vec![words.signs("paper-sign-handed", ""), words.signs("paper-sign-accepted", staff)]
        }
        (ActKind::Transfer, _) => {
            vec![words.signs("paper-sign-handed", staff), words.signs("paper-sign-accepted", "")]
        }
        _ => vec![words.signs("paper-sign-responsible", staff)],
    };
    signs.extend(words.also_sign());
    signs
}
