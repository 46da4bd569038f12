//! The search: which rows agree with every word, the best of them, and why.
//!
//! No search looks at everybody. A word is compared with the distinct texts; the few that agree lead to stretches of rows (everybody of a
//! surname, of a given name, of a street). Stretches are walked from the most promising one on, until the next can bring nothing
//! better than what is found.

use super::best::Best;
use super::fold;
use super::index::{FORMER, HEAD, Index};
use super::marks::{By, Field, Mark, Marks, Reach, SHORTEST_TWO_SLIPS, by, is_close};
use super::needs::Needs;
use super::numbers::last_four;
use super::patience::Patience;
use super::query::{self, Word};
use super::walk::Walk;
use super::{Hit, Only, Part, Sight, Sought, Suggestion, Tier, Why};
use crate::domain::id::{FamilyId, PersonId};
use crate::domain::street::Renamed;
use chrono::NaiveDate;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

/// How the typed text is read.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) enum Reading {
    /// As it is.
    Typed,
    /// As if the other keyboard layout had been on.
    Layout,
}

/// The words of a reading with their marks.
pub(super) struct Asked {
    pub(super) reading: Reading,
    pub(super) reach: Reach,
    pub(super) words: Vec<Marks>,
    pub(super) needs: Needs,
}

/// How good a row is: what agrees exactly before what is close, then what costs less.
pub(super) type Rank = (Tier, u32);

/// A row that agrees with every word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub(super) rank: Rank,
    pub(super) reading: Reading,
    pub(super) row: u32,
}

/// So many different names stand first among the close ones, if they are about as near as the best.
const LEADERS_SHOWN: usize = 5;
const ABOUT_AS_NEAR: u32 = 12;
/// From such a cost on even the best is a guess.
const GUESS: u32 = 40;

/// Finds the best rows. See [`Index::find_while`].
pub(super) fn find(
    index: &Index,
    text: &str,
    (sight, only): (Sight, Only),
    today: NaiveDate,
    limit: usize,
    patience: &Patience<'_>,
) -> Sought {
    let words = digits_first(query::read(text, today));
    if limit == 0 || words.is_empty() && fold::layout(text).is_none() {
        return Sought { hits: Vec::new(), is_whole: true };
    }
    let asker = Asker { index, sight, only, limit, patience };
    let exact = asker.names_first(&[(Reading::Typed, &words)], Reach::Exact);
    // Where a name and a number agree, nothing is left to guess.
    let has = |digits: bool| words.iter().any(|word| matches!(word, Word::Digits(_)) == digits);
    if exact.len() >= limit || !exact.is_empty() && has(true) && has(false) || patience.is_over() {
        return Sought { hits: exact, is_whole: !patience.is_over() };
    }
    if exact.is_empty()
        && let Some(text) = query::joined(text)
    {
        let words = digits_first(query::read(&text, today));
        let hits = asker.names_first(&[(Reading::Typed, &words)], Reach::Exact);
        if !hits.is_empty() || patience.is_over() {
            return Sought { hits, is_whole: !patience.is_over() };
        }
    }
    // Only where the typed text itself does not fill the list is anything forgiven.
    let layout = fold::layout(text).map(|text| digits_first(query::read(&text, today))).unwrap_or_default();
    for reach in [Reach::Close, Reach::Far] {
        let is_long = |word: &Word| matches!(word, Word::Text(text) if text.exact.len() >= SHORTEST_TWO_SLIPS);
        if reach == Reach::Far && !words.iter().chain(&layout).any(is_long) {
            break;
        }
        if patience.is_over_now() {
            return Sought { hits: exact, is_whole: false };
        }
        let hits = asker.names_first(&[(Reading::Typed, &words), (Reading::Layout, &layout)], reach);
        if patience.is_over() {
            return Sought { hits: exact, is_whole: false };
        }
        if !hits.is_empty() {
            return Sought { hits, is_whole: true };
        }
    }
    Sought { hits: Vec::new(), is_whole: true }
}

/// Digits leave the fewest rows, so they are asked first.
fn digits_first(mut words: Vec<Word>) -> Vec<Word> {
    words.sort_by_key(|word| !matches!(word, Word::Digits(_)));
    words
}

/// Who asks whom, and for how much.
struct Asker<'a> {
    index: &'a Index,
    sight: Sight,
    only: Only,
    limit: usize,
    patience: &'a Patience<'a>,
}

impl Asker<'_> {
    /// The best rows of these readings. Several words that are all found in names are not looked for in streets too.
    fn names_first(&self, readings: &[(Reading, &Vec<Word>)], reach: Reach) -> Vec<Hit> {
        let mut asked: Vec<(&Vec<Word>, Asked)> = readings
            .iter()
            .filter_map(|(reading, words)| {
                let marks = read(self.index, words, (self.sight, self.only), reach, self.patience)?;
                Some((*words, Asked { reading: *reading, reach, words: marks, needs: Needs::default() }))
            })
            .collect();
        let are_several =
            readings.iter().any(|(_, words)| words.len() > 1 && words.iter().all(|word| matches!(word, Word::Text(_))));
        if are_several {
            let names = asked.iter_mut().map(|(_, asked)| asked);
            let hits = self.best(names.filter(|asked| !asked.words.iter().any(Marks::has_places)));
            if !hits.is_empty() || self.patience.is_over() {
                return hits;
            }
        }
        if self.only == Only::Named {
            return if are_several { Vec::new() } else { self.best(asked.iter_mut().map(|(_, asked)| asked)) };
        }
        let mut has_places = false;
        for (words, asked) in &mut asked {
            for (word, marks) in words.iter().zip(&mut asked.words) {
                if !marks.has_places() {
                    marks.look_in_places(self.index, word, self.sight, reach);
                }
                has_places |= marks.has_places();
            }
        }
        // Without a place among them the names have said everything already.
        if are_several && !has_places {
            return Vec::new();
        }
        self.best(asked.iter_mut().map(|(_, asked)| asked))
    }

    /// The best rows of the readings, one a family and tier.
    fn best<'b>(&self, readings: impl Iterator<Item = &'b mut Asked>) -> Vec<Hit> {
        let asked: Vec<&Asked> = readings
            .map(|asked| {
                asked.needs = Needs::of(self.index, &asked.words);
                &*asked
            })
            .collect();
        // Families have a few members: so many rows nearly always hold `limit` families. Where they do not, more are kept.
        let mut keep = self.limit.saturating_mul(4).max(100);
        loop {
            let mut best = Best::new(self.index, self.only, keep);
            for of in &asked {
                Walk { index: self.index, asked: of, best: &mut best, patience: self.patience }.walk();
            }
            let is_all = best.is_all();
            let rows = leaders_first(self.index, &asked, best.into_rows());
            let hits = once_each(self.index, &asked, self.only, &rows, self.limit);
            if hits.len() >= self.limit || is_all || self.patience.is_over() {
                return hits;
            }
            keep = keep.saturating_mul(16);
        }
    }
}

/// Guesses at a lone mistyped surname. See [`Index::suggest`].
pub(super) fn suggest(index: &Index, text: &str, today: NaiveDate, limit: usize) -> Vec<Suggestion> {
    let words = query::read(text, today);
    if !matches!(words.as_slice(), [Word::Text(_)]) {
        return Vec::new();
    }
    let layout = fold::layout(text).map(|text| query::read(&text, today)).unwrap_or_default();
    let asked = [(Reading::Typed, &words), (Reading::Layout, &layout)];
    let asked =
        asked.map(|(_, words)| read(index, words, (Sight::Names, Only::All), Reach::Close, &Patience::new(&|| true)));
    let mut surnames: Vec<(Mark, u32)> = asked
        .iter()
        .flatten()
        .flatten()
        .filter_map(|word| if let Marks::Text(letters) = word { Some((word, letters)) } else { None })
        .flat_map(|(word, letters)| letters.surnames(index).map(|text| (word.of_surname(index, text), text)))
        .filter(|(_, text)| index.bearers.get(*text as usize).is_some_and(|bearers| *bearers > 0))
        .collect();
    surnames.sort_unstable();
    if surnames.first().is_none_or(|(mark, _)| !is_close(*mark)) {
        return Vec::new();
    }
    let mut seen = HashSet::new();
    surnames.retain(|(_, text)| seen.insert(*text));
    surnames
        .into_iter()
        .take(limit)
        .map(|(_, text)| Suggestion {
            surname: index.names.text(text).to_owned(),
            people: index.bearers.get(text as usize).copied().unwrap_or(0),
        })
        .collect()
}

/// Marks for every word by the names, or by places where it is in no name; none where there is no word, or one that nobody agrees with.
fn read(
    index: &Index,
    words: &[Word],
    (sight, only): (Sight, Only),
    reach: Reach,
    patience: &Patience<'_>,
) -> Option<Vec<Marks>> {
    let first = words.iter().position(|word| matches!(word, Word::Text(_)));
    let mut marks: Vec<Marks> = Vec::with_capacity(words.len());
    for (place, word) in words.iter().enumerate() {
        // About so many rows would be looked at in the time that the dictionary takes.
        if patience.is_over_after(index.names.len() / 8) {
            return None;
        }
        let mut of_word = Marks::of(index, word, sight, reach, Some(place) == first);
        if of_word.is_nothing() && only != Only::Named {
            of_word.look_in_places(index, word, sight, reach);
        }
        if of_word.is_nothing() {
            return None;
        }
        marks.push(of_word);
    }
    (!marks.is_empty()).then_some(marks)
}

/// What is listed once: a family a tier, or a person without a family.
type Once = (Tier, Option<FamilyId>, Option<PersonId>);

/// The first rows of which no family is there twice in a tier.
fn once_each(index: &Index, asked: &[&Asked], only: Only, rows: &[Found], limit: usize) -> Vec<Hit> {
    let mut seen: HashMap<Once, usize> = HashMap::new();
    let mut chosen: Vec<Found> = Vec::new();
    for found in rows {
        let row = found.row as usize;
        let (family, person) = (index.family(row), index.people[row]);
        let family = family.filter(|_| only != Only::People);
        let once = if family.is_some() { None } else { Some(person) };
        match seen.entry((found.rank.0, family, once)) {
            Entry::Vacant(free) if chosen.len() < limit => {
                free.insert(chosen.len());
                chosen.push(*found);
            }
            // Of equally good members the head stands for the family.
            Entry::Occupied(first) if index.flags[row] & HEAD != 0 => {
                if let Some(chosen) = chosen.get_mut(*first.get()).filter(|chosen| chosen.rank == found.rank) {
                    *chosen = *found;
                }
            }
            _ => {}
        }
    }
    // A head that took a daughter's place may stand elsewhere in the alphabet.
    for equal in chosen.chunk_by_mut(|one, other| one.rank == other.rank && one.reading == other.reading) {
        equal.sort_by(|one, other| index.order(one.row, other.row));
    }
    chosen
        .iter()
        .filter_map(|found| {
            let row = found.row as usize;
            let of = asked.iter().find(|asked| asked.reading == found.reading)?;
            let tier = found.rank.0;
            Some(Hit { person: index.people[row], family: index.family(row), tier, why: why(index, of, found) })
        })
        .collect()
}

/// Of close rows, the first of each different name goes before the others that are about as near: of Ганна and Анна both are seen, and of
/// the surnames that a mistyped one may be, five.
fn leaders_first(index: &Index, asked: &[&Asked], rows: Vec<Found>) -> Vec<Found> {
    let first_close = rows.partition_point(|found| found.rank.0 == Tier::Exact);
    let Some(best) = rows.get(first_close).map(|found| found.rank.1) else { return rows };
    let mut seen = HashSet::new();
    let (mut leaders, mut others) = (rows[..first_close].to_vec(), Vec::new());
    for found in &rows[first_close..] {
        let near = best >= GUESS || found.rank.1 <= best + ABOUT_AS_NEAR;
        let has_room = leaders.len() < first_close + LEADERS_SHOWN;
        if near && has_room && seen.insert(names_of(index, asked, found)) {
            leaders.push(*found);
        } else {
            others.push(*found);
        }
    }
    leaders.append(&mut others);
    leaders
}

/// The texts by which a row agrees.
fn names_of(index: &Index, asked: &[&Asked], found: &Found) -> Vec<u32> {
    let of = asked.iter().find(|asked| asked.reading == found.reading);
    let words = of.map_or(&[][..], |asked| &asked.words);
    let texts = words.iter().map(|word| word.field(index, found.row as usize));
    texts.filter(|(field, _)| matches!(field, Field::Surname | Field::Given)).map(|(_, text)| text).collect()
}

/// Why a row was found: what was forgiven, where something was; else the field that tells most.
fn why(index: &Index, asked: &Asked, found: &Found) -> Why {
    let row = found.row as usize;
    if asked.reading == Reading::Layout {
        return Why::Layout;
    }
    let of = |word: &Marks| word.of_row(index, row, word.of_surname(index, index.surnames[row]), &mut 0);
    let marks: Vec<_> = asked.words.iter().map(|word| (of(word), word)).collect();
    let of_former = index.flags[row] & FORMER != 0;
    if let Some((mark, word)) = marks.iter().filter(|(mark, _)| is_close(*mark)).max_by_key(|(mark, _)| *mark) {
        return match by(*mark) {
            By::Latin => Why::Latin,
            By::Birth => Why::Birth,
            By::Phone => Why::Phone(word.phone(found.row).map(last_four).unwrap_or_default()),
            // However it was typed: what has to be explained is the other name.
            _ if word.field(index, row).0 == Field::Renamed => Why::Renamed(names_of_street(index, row)),
            _ if of_former && word.field(index, row).0 == Field::Surname => Why::Former(former(index, row)),
            _ => near(index, word.field(index, row)),
        };
    }
    let agrees = |wanted: By| marks.iter().find(|(mark, _)| by(*mark) == wanted);
    let is_of = |field: Field| marks.iter().any(|(_, word)| word.field(index, row).0 == field);
    if of_former && (is_of(Field::Surname) || is_of(Field::Given) || is_of(Field::Patronymic)) {
        Why::Former(former(index, row))
    } else if agrees(By::Document).is_some() {
        Why::Document
    } else if let Some((_, word)) = agrees(By::Phone) {
        Why::Phone(word.phone(found.row).map(last_four).unwrap_or_default())
    } else if agrees(By::Number).is_some() {
        Why::Number
    } else if agrees(By::Birth).is_some() {
        Why::Birth
    } else if is_of(Field::Renamed) {
        Why::Renamed(names_of_street(index, row))
    } else if agrees(By::Building).is_some() || is_of(Field::Street) || is_of(Field::Settlement) {
        Why::Address
    } else {
        Why::Name
    }
}

/// The other names of the street where the family of a row lives.
fn names_of_street(index: &Index, row: usize) -> Renamed {
    let home = index.home_of(row);
    let text = |id: u32| index.homes.places.text(id).to_owned();
    Renamed { now: text(home.now), was: text(home.was) }
}

/// The surname of the name by which a row is found.
fn former(index: &Index, row: usize) -> String {
    index.names.text(index.surnames[row]).to_owned()
}

/// What a typed word was close to.
fn near(index: &Index, (field, text): (Field, u32)) -> Why {
    let name = |part: Part| Why::Near(part, index.names.text(text).to_owned());
    let place = |part: Part| Why::Near(part, index.homes.places.text(text).to_owned());
    match field {
        Field::Surname => name(Part::Surname),
        Field::Given => name(Part::Given),
        Field::Patronymic => name(Part::Patronymic),
        Field::Street | Field::Renamed => place(Part::Street),
        Field::Settlement => place(Part::Settlement),
        Field::Number => Why::Number,
    }
}
