//! How well each distinct text agrees with a typed word: one mark a text, so that a row is judged by a few look-ups.
//!
//! A mark weighs what had to be forgiven already here, where some hundred texts are near, and not for each of the thousands of rows
//! that bear them. Of two slips the likelier meaning is the surname that more people have, but what was typed exactly is never overtaken.

use super::Sight;
use super::figures::Figures;
use super::homes::{AS_OTHER_NAME, AS_SETTLEMENT, AS_STREET, Home};
use super::index::{AS_GIVEN, AS_PATRONYMIC, AS_SURNAME, Index};
use super::query::{Text, Word};
use super::spelled::{by_bearers, of_text};

/// A mark: bit 15 says close, the next eleven what it costs, the low four by what it agrees. Less is better.
pub(super) type Mark = u16;
/// Does not agree at all.
pub(super) const NONE: Mark = Mark::MAX;
/// The bit of what is close.
pub(super) const CLOSE: Mark = 1 << 15;

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

/// A mark.
pub(super) fn mark(cost: u16, by: By) -> Mark {
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

/// The least that something can cost: never more than what comes of it, in either part.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Floor {
    pub(super) close: bool,
    pub(super) cost: u32,
    /// Whether it is so as the given name.
    pub(super) given: bool,
}

impl Floor {
    /// Of a mark.
    pub(super) fn of(mark: Mark) -> Option<Self> {
        (mark != NONE).then(|| Self { close: is_close(mark), cost: cost(mark), given: false })
    }

    /// The lower of two ways, of which one may not be open.
    pub(super) fn lower(one: Option<Self>, other: Option<Self>) -> Option<Self> {
        match (one, other) {
            (Some(one), Some(other)) => {
                let given = if one.cost <= other.cost { one.given } else { other.given };
                Some(Self { close: one.close && other.close, cost: one.cost.min(other.cost), given })
            }
            (one, other) => one.or(other),
        }
    }
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
}

/// The marks of one typed word.
pub(super) enum Marks {
    /// Of letters.
    Text(Letters),
    /// Of digits.
    Digits(Figures),
}

/// Marks of a word of letters: by name and by place.
pub(super) struct Letters {
    names: Vec<Mark>,
    /// Names that agree at all.
    pub(super) near: Vec<u32>,
    places: Vec<Mark>,
    /// Places that agree at all.
    pub(super) near_places: Vec<u32>,
    /// The first word typed is a surname sooner than the others.
    first: bool,
    surname: Option<Floor>,
    given: Option<Floor>,
    patronymic: Option<Floor>,
    pub(super) street: Option<Floor>,
    settlement: Option<Floor>,
}

/// How far agreement is looked for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Debug)]
pub(super) enum Reach {
    /// As typed.
    Exact,
    /// One slip, and all that is no slip.
    Close,
    /// Two slips.
    Far,
}

/// Costs, in the unit of the ranking of the search notes: an unrelated slip is about 100.
pub(super) const SLIP: u16 = 100;
/// One in so many people bears a patronymic at most times; only the choice of the leading word depends on it.
const PATRONYMICS: usize = 60;
const AGAIN: u16 = 40;
const NOT_FIRST: u16 = 6;
const GIVEN: u16 = 4;
const PATRONYMIC: u16 = 8;
const PLACE: u16 = 70;
/// A street by another name than the one in the address.
const OTHER_NAME: u16 = 2;
/// The beginning of a name may be one letter; so short a beginning of a street is noise.
const SHORTEST_PLACE: usize = 3;
/// In a shorter word two slips leave nothing of it.
pub(super) const SHORTEST_TWO_SLIPS: usize = 5;

/// Whether a word may be a street or a settlement to whoever asks.
fn may_be_place(word: &Word, sight: Sight) -> bool {
    sight == Sight::Contacts && matches!(word, Word::Text(text) if text.exact.len() >= SHORTEST_PLACE)
}

impl Marks {
    /// The marks of a word by the names: whether it is the first.
    pub(super) fn of(index: &Index, word: &Word, sight: Sight, reach: Reach, first: bool) -> Self {
        match word {
            Word::Text(text) => Self::Text(Letters::of(index, text, reach, first)),
            Word::Digits(digits) => Self::Digits(Figures::of(index, digits, sight, reach)),
        }
    }

    /// Looks for a word of letters among places too, where whoever asks may.
    pub(super) fn look_in_places(&mut self, index: &Index, word: &Word, sight: Sight, reach: Reach) {
        if let (Self::Text(letters), Word::Text(text), true) = (self, word, may_be_place(word, sight)) {
            letters.look_in_places(index, text, reach);
        }
    }

    /// Whether a street or a settlement agrees.
    pub(super) fn has_places(&self) -> bool {
        matches!(self, Self::Text(letters) if !letters.near_places.is_empty())
    }

    /// Whether nothing at all agrees.
    pub(super) fn is_nothing(&self) -> bool {
        match self {
            Self::Text(letters) => letters.near.is_empty() && letters.near_places.is_empty(),
            Self::Digits(figures) => figures.rows.is_empty() && !figures.looks_at_rows(),
        }
    }

    /// The mark of a text as the surname.
    pub(super) fn of_surname(&self, index: &Index, surname: u32) -> Mark {
        match self {
            Self::Text(letters) => {
                let mark = by_bearers(letters.names[surname as usize], index, surname);
                worse(mark, if letters.first { 0 } else { NOT_FIRST })
            }
            Self::Digits(_) => NONE,
        }
    }

    /// The floor of a given name.
    pub(super) fn of_given(&self, given: u32) -> Option<Floor> {
        match self {
            Self::Text(letters) => {
                Floor::of(worse(letters.names[given as usize], GIVEN)).map(|floor| Floor { given: true, ..floor })
            }
            Self::Digits(_) => None,
        }
    }

    /// The least that the word costs where it is not the surname.
    pub(super) fn elsewhere(&self) -> Option<Floor> {
        match self {
            Self::Text(letters) => {
                [letters.patronymic, letters.street, letters.settlement].into_iter().fold(letters.given, Floor::lower)
            }
            Self::Digits(figures) => Floor::of(figures.least()),
        }
    }

    /// The least that the word costs.
    pub(super) fn anywhere(&self) -> Option<Floor> {
        let surname = if let Self::Text(letters) = self { letters.surname } else { None };
        Floor::lower(surname, self.elsewhere())
    }

    /// The least that the word costs as the patronymic.
    pub(super) fn patronymic(&self) -> Option<Floor> {
        if let Self::Text(letters) = self { letters.patronymic } else { None }
    }

    /// The least that the word costs as the settlement.
    pub(super) fn settlement(&self) -> Option<Floor> {
        if let Self::Text(letters) = self { letters.settlement } else { None }
    }

    /// Whether the word agrees with a settlement.
    pub(super) fn is_settlement(&self, settlement: u32) -> bool {
        matches!(self, Self::Text(letters) if letters.places.get(settlement as usize).is_some_and(|mark| *mark != NONE))
    }

    /// The mark of a patronymic.
    pub(super) fn of_patronymic(&self, patronymic: u32) -> Mark {
        if let Self::Text(letters) = self { letters.names[patronymic as usize] } else { NONE }
    }

    /// Whether somebody in this home may have the word.
    pub(super) fn may_be_of(&self, home: &Home) -> bool {
        match self {
            Self::Text(letters) => {
                !letters.near.is_empty() || !letters.places.is_empty() && letters.of_place(home) != NONE
            }
            Self::Digits(figures) => {
                figures.birth.is_some() || !figures.rows.is_empty() || figures.of_home(home) != NONE
            }
        }
    }

    /// The best mark of a row, whose mark as the surname is known. A given name or a patronymic that has been taken for another word
    /// is noted in `taken`, and is taken for a second one unwillingly.
    pub(super) fn of_row(&self, index: &Index, row: usize, surname: Mark, taken: &mut u8) -> Mark {
        match self {
            Self::Text(letters) => {
                let again = |role: u8| if *taken & role == 0 { 0 } else { AGAIN };
                let given = worse(letters.names[index.given[row] as usize], GIVEN + again(AS_GIVEN));
                let patronymic =
                    worse(letters.names[index.patronymics[row] as usize], PATRONYMIC + again(AS_PATRONYMIC));
                let mut best = surname.min(given).min(patronymic);
                if best != NONE && best < surname {
                    *taken |= if given <= patronymic { AS_GIVEN } else { AS_PATRONYMIC };
                }
                // What is a name costs less than any place.
                if !letters.near_places.is_empty() && (best == NONE || is_close(best)) {
                    best = best.min(letters.of_place(&index.home_of(row)));
                }
                best
            }
            Self::Digits(figures) => figures.of_row(index, row),
        }
    }

    /// Where the best mark of a row comes from, and from which text.
    pub(super) fn field(&self, index: &Index, row: usize) -> (Field, u32) {
        let Self::Text(letters) = self else { return (Field::Number, 0) };
        let home = index.home_of(row);
        let place = |id: u32| letters.of_text(id, PLACE);
        let other = |id: u32| (letters.of_text(id, PLACE + OTHER_NAME), Field::Renamed, id);
        let name = |id: u32, by: u16| worse(letters.names[id as usize], by);
        let (given, patronymic) = (index.given[row], index.patronymics[row]);
        [
            (self.of_surname(index, index.surnames[row]), Field::Surname, index.surnames[row]),
            (name(given, GIVEN), Field::Given, given),
            (name(patronymic, PATRONYMIC), Field::Patronymic, patronymic),
            (place(home.street), Field::Street, home.street),
            other(home.now),
            other(home.was),
            (place(home.settlement), Field::Settlement, home.settlement),
        ]
        .into_iter()
        .min_by_key(|(mark, ..)| *mark)
        .map_or((Field::Number, 0), |(_, field, text)| (field, text))
    }

    /// The phone of a row that agreed.
    pub(super) fn phone(&self, row: u32) -> Option<u64> {
        let Self::Digits(figures) = self else { return None };
        figures.sparse(row).map(|(_, _, phone)| *phone).filter(|phone| *phone != 0)
    }
}

impl Letters {
    fn of(index: &Index, text: &Text, reach: Reach, first: bool) -> Self {
        let (names, near) = of_text(&index.names, text, reach, true);
        let mut letters = Self {
            names,
            near,
            places: Vec::new(),
            near_places: Vec::new(),
            first,
            surname: None,
            given: None,
            patronymic: None,
            street: None,
            settlement: None,
        };
        for text in &letters.near {
            let (mark, role) = (letters.names[*text as usize], index.roles.get(*text as usize).copied().unwrap_or(0));
            if role & AS_SURNAME != 0 {
                letters.surname = Floor::lower(letters.surname, Floor::of(by_bearers(mark, index, *text)));
            }
            if role & AS_GIVEN != 0 {
                let floor = Floor::of(worse(mark, GIVEN)).map(|floor| Floor { given: true, ..floor });
                letters.given = Floor::lower(letters.given, floor);
            }
            if role & AS_PATRONYMIC != 0 {
                letters.patronymic = Floor::lower(letters.patronymic, Floor::of(worse(mark, PATRONYMIC)));
            }
        }
        letters
    }

    fn look_in_places(&mut self, index: &Index, text: &Text, reach: Reach) {
        (self.places, self.near_places) = of_text(&index.homes.places, text, reach, false);
        for text in &self.near_places {
            let floor = Floor::of(self.of_text(*text, PLACE));
            let used_as = index.homes.uses.get(*text as usize).copied().unwrap_or(0);
            if used_as & AS_STREET != 0 {
                self.street = Floor::lower(self.street, floor);
            }
            if used_as & AS_OTHER_NAME != 0 {
                let floor = Floor::of(self.of_text(*text, PLACE + OTHER_NAME));
                self.street = Floor::lower(self.street, floor);
            }
            if used_as & AS_SETTLEMENT != 0 {
                self.settlement = Floor::lower(self.settlement, floor);
            }
        }
    }

    /// The mark of a place's text that costs so much more than a name.
    fn of_text(&self, text: u32, more: u16) -> Mark {
        worse(self.places.get(text as usize).copied().unwrap_or(NONE), more)
    }

    /// The best mark of a home: its street by any name, or its settlement.
    fn of_place(&self, home: &Home) -> Mark {
        let mark = |text: u32| self.of_text(text, PLACE);
        let best = mark(home.street).min(mark(home.settlement));
        if home.now.max(home.was) == 0 {
            return best;
        }
        let other = |text: u32| self.of_text(text, PLACE + OTHER_NAME);
        best.min(other(home.now)).min(other(home.was))
    }

    /// About how many rows agree with the word: what nothing leads to counts for much.
    pub(super) fn rows(&self, index: &Index) -> usize {
        let of = |text: &u32| index.ranges.get(*text as usize).map_or(0, |(start, end)| (end - start) as usize);
        let surnames: usize = self.near.iter().map(of).sum();
        // Their rows lie far from one another, so each takes longer.
        let given: usize = self.given_names(index).map(|given| index.pairs.count(given)).sum::<usize>() * 2;
        let patronymics = self
            .near
            .iter()
            .filter(|text| index.roles.get(**text as usize).is_some_and(|role| role & AS_PATRONYMIC != 0));
        let patronymics = patronymics.count() * index.settled / PATRONYMICS;
        let in_street = |street: &u32| index.homes.in_street(*street, None).len() * 2;
        let streets: usize = index.homes.streets_called(&self.near_places).iter().map(in_street).sum();
        surnames + given + patronymics + streets + if self.settlement.is_some() { index.settled / 8 } else { 0 }
    }

    /// Given names among the near names.
    pub(super) fn given_names<'a>(&'a self, index: &'a Index) -> impl Iterator<Item = u32> + 'a {
        self.near
            .iter()
            .copied()
            .filter(|text| index.roles.get(*text as usize).is_some_and(|role| role & AS_GIVEN != 0))
    }

    /// Surnames among the near names.
    pub(super) fn surnames<'a>(&'a self, index: &'a Index) -> impl Iterator<Item = u32> + 'a {
        self.near
            .iter()
            .copied()
            .filter(|text| index.roles.get(*text as usize).is_some_and(|role| role & AS_SURNAME != 0))
    }
}
