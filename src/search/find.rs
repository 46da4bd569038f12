//! The search: which rows agree with every word, the best of them, and why.

use super::fold;
use super::index::Index;
use super::marks::{By, Field, Mark, Marks, NONE, Reach, by, cost, is_close};
use super::numbers::last_four;
use super::query::{self, Word};
use super::{Hit, Sight, Tier, Why};
use crate::domain::id::{FamilyId, PersonId};
use crate::domain::street::Renamed;
use chrono::NaiveDate;
use std::cmp::Ordering;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// How the typed text is read.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Reading {
    /// As it is.
    Typed,
    /// As if the other keyboard layout had been on.
    Layout,
}

/// The words of a reading with their marks.
struct Asked {
    reading: Reading,
    words: Vec<Marks>,
}

/// A row that agrees with every word.
#[derive(Clone, Copy)]
struct Found {
    tier: Tier,
    cost: u32,
    reading: Reading,
    row: u32,
}

/// The row in another keyboard layout stands below what the same letters mean as they are.
const LAYOUT: u32 = 10;

/// Finds the best rows. See [`Index::find`].
pub(super) fn find(index: &Index, text: &str, sight: Sight, today: NaiveDate, limit: usize) -> Vec<Hit> {
    if limit == 0 {
        return Vec::new();
    }
    let words = query::read(text, today);
    let typed = |reach| ask(index, Reading::Typed, &words, sight, reach);
    let exact = best(index, &typed(Reach::Exact).into_iter().collect::<Vec<_>>(), limit);
    if exact.len() >= limit {
        return exact;
    }
    // Only where the typed text itself does not fill the list is anything forgiven.
    let layout = fold::layout(text).map(|text| query::read(&text, today));
    let other = layout.and_then(|words| ask(index, Reading::Layout, &words, sight, Reach::Close));
    let asked: Vec<Asked> = typed(Reach::Close).into_iter().chain(other).collect();
    best(index, &asked, limit)
}

/// Marks for every word; none where there is no word, or where there is one that nobody agrees with.
fn ask(index: &Index, reading: Reading, words: &[Word], sight: Sight, reach: Reach) -> Option<Asked> {
    let first = words.iter().position(|word| matches!(word, Word::Text(_)));
    let mut marks: Vec<Marks> = Vec::with_capacity(words.len());
    for (place, word) in words.iter().enumerate() {
        let of_word = Marks::of(index, word, sight, reach, Some(place) == first);
        if of_word.is_nothing() {
            return None;
        }
        marks.push(of_word);
    }
    // Digits leave the fewest rows, so they are asked first.
    marks.sort_by_key(|of_word| !matches!(of_word, Marks::Digits { .. }));
    (!marks.is_empty()).then_some(Asked { reading, words: marks })
}

/// What is listed once: a family a tier, or a person without a family.
type Once = (Tier, Option<FamilyId>, Option<PersonId>);

/// The best rows of all readings, one a family and tier.
fn best(index: &Index, asked: &[Asked], limit: usize) -> Vec<Hit> {
    // Families have a few members: so many rows nearly always hold `limit` families. Where they do not, more are kept.
    let mut keep = limit.saturating_mul(8).max(64);
    loop {
        let (rows, all) = collect(index, asked, keep);
        let mut seen: HashMap<Once, (usize, u32)> = HashMap::new();
        let mut hits: Vec<(Found, Hit)> = Vec::new();
        for found in &rows {
            let row = found.row as usize;
            let family = index.families[row];
            let person = index.people[row];
            let once = if family.is_some() { None } else { person };
            let (Some(asked), Some(person)) = (asked.iter().find(|asked| asked.reading == found.reading), person)
            else {
                continue;
            };
            match seen.entry((found.tier, family, once)) {
                Entry::Vacant(free) if hits.len() < limit => {
                    free.insert((hits.len(), found.cost));
                    hits.push((*found, Hit { person, family, tier: found.tier, why: why(index, asked, found) }));
                }
                // Of equally good members the head stands for the family.
                Entry::Occupied(first) if index.heads[row] && first.get().1 == found.cost => {
                    if let Some(hit) = hits.get_mut(first.get().0) {
                        *hit = (*found, Hit { person, family, tier: found.tier, why: why(index, asked, found) });
                    }
                }
                _ => {}
            }
        }
        if hits.len() >= limit || all {
            hits.sort_by(|(a, _), (b, _)| order(index, a, b));
            return hits.into_iter().map(|(_, hit)| hit).collect();
        }
        keep = keep.saturating_mul(16);
    }
}

/// The best `keep` rows in order, and whether these are all there are.
fn collect(index: &Index, asked: &[Asked], keep: usize) -> (Vec<Found>, bool) {
    let order = |a: &Found, b: &Found| order(index, a, b);
    let mut rows: Vec<Found> = Vec::new();
    let mut worst: Option<Found> = None;
    let most = keep.saturating_mul(4);
    for of in asked {
        for (row, number) in (0u32..).zip(0..index.people.len()) {
            let Some(found) = judge(index, of, row, number) else { continue };
            if worst.as_ref().is_some_and(|worst| order(&found, worst).is_gt()) {
                continue;
            }
            rows.push(found);
            if rows.len() > most {
                rows.select_nth_unstable_by(keep, order);
                rows.truncate(keep + 1);
                worst = rows.pop();
            }
        }
    }
    let all = worst.is_none() && rows.len() <= keep;
    rows.sort_unstable_by(order);
    rows.truncate(keep);
    (rows, all)
}

fn order(index: &Index, a: &Found, b: &Found) -> Ordering {
    (a.tier, a.cost)
        .cmp(&(b.tier, b.cost))
        .then_with(|| index.order(a.row, b.row))
        .then_with(|| a.reading.cmp(&b.reading))
}

fn judge(index: &Index, asked: &Asked, row: u32, number: usize) -> Option<Found> {
    index.people[number]?;
    let mut total = 0;
    let mut tier = if asked.reading == Reading::Typed { Tier::Exact } else { Tier::Close };
    for word in &asked.words {
        let mark = word.of_row(index, number);
        if mark == NONE {
            return None;
        }
        if is_close(mark) {
            tier = Tier::Close;
        }
        total += cost(mark);
    }
    if asked.reading == Reading::Layout {
        total += LAYOUT;
    }
    Some(Found { tier, cost: total, reading: asked.reading, row })
}

/// Why a row was found: what was forgiven, where something was; else the field that tells most.
fn why(index: &Index, asked: &Asked, found: &Found) -> Why {
    let row = found.row as usize;
    if asked.reading == Reading::Layout {
        return Why::Layout;
    }
    let marks: Vec<_> = asked.words.iter().map(|word| (word.of_row(index, row), word)).collect();
    if let Some((mark, word)) = marks.iter().filter(|(mark, _)| is_close(*mark)).max_by_key(|(mark, _)| *mark) {
        return match by(*mark) {
            By::Latin => Why::Latin,
            By::Birth => Why::Birth,
            // However it was typed: what has to be explained is the other name.
            _ if word.field(index, row) == Field::Renamed => Why::Renamed(names_of_street(index, row)),
            _ if word.field(index, row) == Field::Former => Why::Former(former(index, word, row)),
            _ => Why::CloseName(stored(index, word.field(index, row), row).to_owned()),
        };
    }
    let agrees = |wanted: By| marks.iter().find(|(mark, _)| by(*mark) == wanted);
    if agrees(By::Document).is_some() {
        Why::Document
    } else if let Some((_, word)) = agrees(By::Phone) {
        Why::Phone(word.phone(found.row).map(last_four).unwrap_or_default())
    } else if agrees(By::Number).is_some() {
        Why::Number
    } else if agrees(By::Birth).is_some() {
        Why::Birth
    } else if let Some(renamed) = renamed(index, &marks, row) {
        Why::Renamed(renamed)
    } else if agrees(By::Building).is_some()
        || marks.iter().any(|(_, word)| matches!(word.field(index, row), Field::Street | Field::Settlement))
    {
        Why::Address
    } else if let Some((_, word)) = marks.iter().find(|(_, word)| word.field(index, row) == Field::Former) {
        Why::Former(former(index, word, row))
    } else {
        Why::Name
    }
}

/// The names of the street, where a word was found only in one that is not in the address.
fn renamed(index: &Index, marks: &[(Mark, &Marks)], row: usize) -> Option<Renamed> {
    let by_other = marks.iter().any(|(_, word)| word.field(index, row) == Field::Renamed);
    by_other.then(|| names_of_street(index, row))
}

fn names_of_street(index: &Index, row: usize) -> Renamed {
    let text = |id: u32| index.places.text(id).to_owned();
    Renamed { now: text(index.now[row]), was: text(index.was[row]) }
}

/// The former surname of the name by which a row was found.
fn former(index: &Index, word: &Marks, row: usize) -> String {
    let had = u32::try_from(row).ok().and_then(|row| index.former.get(&row));
    let best = had.into_iter().flatten().min_by_key(|name| word.of_former(name));
    best.map(|[surname, ..]| index.names.text(*surname).to_owned()).unwrap_or_default()
}

fn stored(index: &Index, field: Field, row: usize) -> &str {
    match field {
        Field::Surname => index.names.text(index.surnames[row]),
        Field::Given => index.names.text(index.given[row]),
        Field::Patronymic => index.names.text(index.patronymics[row]),
        Field::Street => index.places.text(index.streets[row]),
        Field::Renamed => index.places.text(index.now[row]),
        Field::Settlement => index.places.text(index.settlements[row]),
        Field::Number | Field::Former => "",
    }
}
