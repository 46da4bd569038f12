//! How well each distinct text agrees with a typed word: one mark a text, so that a row is judged by a few look-ups.

use super::Sight;
use super::aliases;
use super::dictionary::Dictionary;
use super::edit::Slip;
use super::index::Index;
use super::query::{Digits, Text, Word};
use crate::domain::person::Precision;
use chrono::Datelike;

/// A mark: bit 15 says close, the next eleven what it costs, the low four by what it agrees. Less is better.
pub(super) type Mark = u16;
/// Does not agree at all.
pub(super) const NONE: Mark = Mark::MAX;
const CLOSE: Mark = 1 << 15;

/// By what a text agrees with a word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum By {
    Letters = 0,
    Folding = 1,
    Slip = 2,
    Alias = 3,
    Latin = 4,
    Number = 5,
    Phone = 6,
    Document = 7,
    Birth = 8,
    Building = 9,
}

const ALL: [By; 10] = [
    By::Letters,
    By::Folding,
    By::Slip,
    By::Alias,
    By::Latin,
    By::Number,
    By::Phone,
    By::Document,
    By::Birth,
    By::Building,
];

fn mark(cost: u16, by: By) -> Mark {
    let close = if matches!(by, By::Folding | By::Slip | By::Alias | By::Latin) { CLOSE } else { 0 };
    close | cost.min(1000) << 4 | by as u16
}

pub(super) fn is_close(mark: Mark) -> bool {
    mark & CLOSE != 0
}

pub(super) fn cost(mark: Mark) -> u32 {
    u32::from((mark & !CLOSE) >> 4)
}

pub(super) fn by(mark: Mark) -> By {
    ALL[usize::from(mark & 15).min(ALL.len() - 1)]
}

/// A mark made worse by so much.
fn worse(mark: Mark, by: u16) -> Mark {
    if mark == NONE { NONE } else { mark + (by << 4) }
}

/// The field of a record in which a word was found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Field {
    Surname,
    Given,
    Patronymic,
    Street,
    /// The street by another name than the one in the address.
    Renamed,
    Settlement,
    Number,
    Former,
}

/// The marks of one typed word.
pub(super) enum Marks {
    /// Of letters: by name and by place (empty where places may not be searched).
    Text {
        names: Vec<Mark>,
        places: Vec<Mark>,
        /// The first word typed is a surname sooner than the others.
        first: bool,
    },
    /// Of digits: by row, with the phones that agree.
    Digits { rows: Vec<Mark>, phones: Vec<(u32, u64)> },
}

/// Whether close agreement is looked for too.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    Exact,
    Close,
}

/// Costs, in the unit of the ranking of the search notes: a slip is 100.
const SLIP: u16 = 100;
const FOLDING: u16 = 8;
const ALIAS: u16 = 40;
const LATIN: u16 = 20;
const UNFINISHED: u16 = 14;
const PART: u16 = 15;
const PLACE: u16 = 70;
/// A name that somebody had before stands below everybody who has it now.
const FORMER: u16 = 60;
/// A shorter word has too many neighbours one slip away.
const SHORTEST_SLIP: usize = 4;

/// How much is left to type does not count: a half-typed surname lists its people by the alphabet.
fn unfinished(rest: usize) -> u16 {
    if rest == 0 { 0 } else { UNFINISHED }
}

impl Marks {
    /// The marks of a word.
    pub(super) fn of(index: &Index, word: &Word, sight: Sight, reach: Reach, first: bool) -> Self {
        match word {
            Word::Text(text) => Self::Text {
                names: of_text(&index.names, text, reach, true),
                places: match sight {
                    Sight::Names => Vec::new(),
                    Sight::Contacts => of_text(&index.places, text, reach, false),
                },
                first,
            },
            Word::Digits(digits) => of_digits(index, digits, sight, reach),
        }
    }

    /// The best mark of a row.
    pub(super) fn of_row(&self, index: &Index, row: usize) -> Mark {
        match self {
            Self::Text { names, places, first } => {
                let mut best = worse(names[index.surnames[row] as usize], if *first { 0 } else { 6 });
                best = best.min(worse(names[index.given[row] as usize], 4));
                best = best.min(worse(names[index.patronymics[row] as usize], 8));
                best = best.min(former(index, names, row));
                if !places.is_empty() {
                    let place = places[index.streets[row] as usize].min(places[index.settlements[row] as usize]);
                    let renamed = places[index.now[row] as usize].min(places[index.was[row] as usize]);
                    best = best.min(worse(place, PLACE)).min(worse(renamed, PLACE));
                }
                best
            }
            Self::Digits { rows, .. } => rows[row],
        }
    }

    /// How well one former name agrees.
    pub(super) fn of_former(&self, name: &[u32; 3]) -> Mark {
        let Self::Text { names, .. } = self else { return NONE };
        name.iter().map(|part| names[*part as usize]).min().unwrap_or(NONE)
    }

    /// Whether nothing at all agrees.
    pub(super) fn is_nothing(&self) -> bool {
        let nothing = |marks: &[Mark]| marks.iter().all(|mark| *mark == NONE);
        match self {
            Self::Text { names, places, .. } => nothing(names) && nothing(places),
            Self::Digits { rows, .. } => nothing(rows),
        }
    }

    /// Where the best mark of a row comes from.
    pub(super) fn field(&self, index: &Index, row: usize) -> Field {
        let Self::Text { names, places, first } = self else { return Field::Number };
        let place = |id: u32| worse(places.get(id as usize).copied().unwrap_or(NONE), PLACE);
        [
            (worse(names[index.surnames[row] as usize], if *first { 0 } else { 6 }), Field::Surname),
            (worse(names[index.given[row] as usize], 4), Field::Given),
            (worse(names[index.patronymics[row] as usize], 8), Field::Patronymic),
            (former(index, names, row), Field::Former),
            (place(index.streets[row]), Field::Street),
            (place(index.now[row]).min(place(index.was[row])), Field::Renamed),
            (place(index.settlements[row]), Field::Settlement),
        ]
        .into_iter()
        .min_by_key(|(mark, _)| *mark)
        .map_or(Field::Number, |(_, field)| field)
    }

    /// The phone of a row that agreed.
    pub(super) fn phone(&self, row: u32) -> Option<u64> {
        let Self::Digits { phones, .. } = self else { return None };
        phones.iter().find(|(of, _)| *of == row).map(|(_, phone)| *phone)
    }
}

/// Marks by text of a dictionary. Slips, short forms and sounds are forgiven in names only.
fn of_text(dictionary: &Dictionary, text: &Text, reach: Reach, forgiving: bool) -> Vec<Mark> {
    let mut marks = vec![NONE; dictionary.len()];
    let mut better = |word: usize, cost: u16, by: By| {
        let part = if dictionary.parts[word] { PART } else { 0 };
        let cell = &mut marks[dictionary.owners[word] as usize];
        *cell = (*cell).min(mark(cost + part, by));
    };
    dictionary.exact.starting(&text.exact, |word, rest| better(word, unfinished(rest), By::Letters));
    if reach == Reach::Exact {
        return marks;
    }
    dictionary.folded.starting(&text.folded, |word, rest| better(word, unfinished(rest) + FOLDING, By::Folding));
    for latin in &text.latin {
        dictionary.latin.starting(latin, |word, rest| better(word, unfinished(rest) + LATIN, By::Latin));
    }
    if !forgiving {
        return marks;
    }
    if text.folded.len() >= SHORTEST_SLIP {
        dictionary.folded.slipped(&text.folded, |word, slip| better(word, SLIP + untyped(slip), By::Slip));
    }
    if let Some(latin) = text.latin.first().filter(|key| key.len() > SHORTEST_SLIP) {
        dictionary.latin.slipped(latin, |word, slip| better(word, SLIP + LATIN + untyped(slip), By::Latin));
    }
    let same = aliases::same_names(&text.folded);
    if !same.is_empty() {
        for (word, alias) in dictionary.aliases.iter().enumerate() {
            if *alias != 0 && same[usize::from(*alias)] {
                better(word, ALIAS, By::Alias);
            }
        }
    }
    marks
}

/// The best mark of the names that the person of a row had before.
fn former(index: &Index, names: &[Mark], row: usize) -> Mark {
    if !index.has_former[row] {
        return NONE;
    }
    let had = u32::try_from(row).ok().and_then(|row| index.former.get(&row));
    let marks = had.into_iter().flatten().flatten().map(|name| names[*name as usize]);
    worse(marks.min().unwrap_or(NONE), FORMER)
}

fn untyped(slip: Slip) -> u16 {
    match slip {
        Slip::Whole => 0,
        Slip::Start(rest) => unfinished(rest),
    }
}

fn of_digits(index: &Index, digits: &Digits, sight: Sight, reach: Reach) -> Marks {
    let mut rows = vec![NONE; index.people.len()];
    let mut phones = Vec::new();
    let mut better = |row: usize, mark: Mark| rows[row] = rows[row].min(mark);
    if let Some((wanted, hidden)) = digits.number.as_ref().and_then(|typed| {
        let hidden = u32::try_from(7usize.checked_sub(typed.len())?).ok()?;
        Some((typed.parse::<u32>().ok()?, hidden))
    }) {
        let scale = 10u32.pow(hidden);
        for (row, number) in index.numbers.iter().enumerate() {
            if *number / scale == wanted {
                better(row, mark(unfinished(hidden as usize), By::Number));
            }
        }
        for (row, number) in &index.also {
            if *number / scale == wanted {
                better(*row as usize, mark(unfinished(hidden as usize) + 1, By::Number));
            }
        }
    }
    if let Some(birth) = digits.birth {
        for (row, stored) in index.births.iter().enumerate() {
            let Some(stored) = stored else { continue };
            if birth.precision == Precision::Year || stored.precision == Precision::Year {
                if stored.date.year() == birth.date.year() {
                    if birth.precision == Precision::Year {
                        better(row, mark(0, By::Birth));
                    } else if reach == Reach::Close {
                        // The card knows the year alone, and it agrees: near, but not what was typed.
                        better(row, mark(SLIP, By::Birth) | CLOSE);
                    }
                }
            } else if stored.date == birth.date {
                better(row, mark(0, By::Birth));
            }
        }
    }
    if sight == Sight::Contacts {
        if let Some(typed) = &digits.phone {
            index.phones.matching(typed, |row, phone, rest| {
                better(row as usize, mark(2 + u16::try_from(rest).unwrap_or(0), By::Phone));
                phones.push((row, phone));
            });
        }
        if let Some(typed) = &digits.paper {
            index.papers.matching(typed, |row, rest| better(row as usize, mark(unfinished(rest), By::Document)));
        }
        if let Some(typed) = &digits.building {
            of_building(index, typed, better);
        }
    }
    Marks::Digits { rows, phones }
}

/// `19г` is a building or a flat; `12/2` is a building, or building 12, flat 2.
fn of_building(index: &Index, typed: &str, mut better: impl FnMut(usize, Mark)) {
    let both = typed
        .split_once('/')
        .and_then(|(building, flat)| Some((index.building_number(building)?, index.building_number(flat)?)));
    let wanted = index.building_number(typed);
    if wanted.is_none() && both.is_none() {
        return;
    }
    for (row, (building, flat)) in index.building.iter().zip(&index.flat).enumerate() {
        if Some(*building) == wanted || both == Some((*building, *flat)) {
            better(row, mark(4, By::Building));
        } else if Some(*flat) == wanted {
            better(row, mark(6, By::Building));
        }
    }
}
