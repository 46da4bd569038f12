//! How well each distinct text agrees with a typed word: one mark a text, so that a row is judged by a few look-ups.
//!
//! A mark weighs what had to be forgiven already here, where some hundred texts are near, and not for each of the thousands of rows
//! that bear them. Of two slips the likelier meaning is the surname that more people have, but what was typed exactly is never overtaken.

use super::Sight;
use super::aliases;
use super::dictionary::Dictionary;
use super::edit;
use super::figures::Figures;
use super::fold;
use super::homes::{AS_OTHER_NAME, AS_SETTLEMENT, AS_STREET, Home};
use super::index::{AS_GIVEN, AS_PATRONYMIC, AS_SURNAME, Index};
use super::query::{Text, Word};

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
const FOLDING: u16 = 8;
const FOLDING_AT_MOST: u16 = 12;
const ALIAS: u16 = 12;
const LATIN: u16 = 20;
const UNFINISHED: u16 = 14;
const PART: u16 = 15;
/// So many people in a hundred bear one given name at most times; only the choice of the leading word depends on it.
const GIVEN_NAMES: usize = 60;
const AGAIN: u16 = 40;
const APOSTROPHE: u16 = 3;
const NOT_FIRST: u16 = 6;
const GIVEN: u16 = 4;
const PATRONYMIC: u16 = 8;
const PLACE: u16 = 70;
/// A street by another name than the one in the address.
const OTHER_NAME: u16 = 2;
/// The beginning of a name may be one letter; so short a beginning of a street is noise.
const SHORTEST_PLACE: usize = 3;
/// A slip costs at least so much: what is no slip stays before it.
const LEAST_SLIP: u16 = 40;
/// What a slip costs more where hardly anybody bears the surname.
const RAREST: u16 = 60;
/// A shorter word has too many neighbours one slip away, or two.
const SHORTEST_SLIP: usize = 4;
/// (in a word of three letters only the whole name can have a slip)
pub(super) const SHORTEST_TWO_SLIPS: usize = 5;
const SHORTEST_TWO_SLIPS_UNFINISHED: usize = 7;

/// How much is left to type does not count: a half-typed surname lists its people by the alphabet.
pub(super) fn unfinished(rest: usize) -> u16 {
    if rest == 0 { 0 } else { UNFINISHED }
}

/// After a slip it does: of two guesses the one that is nearly whole is the better.
fn unfinished_guess(rest: usize) -> u16 {
    if rest == 0 { 0 } else { UNFINISHED + u16::try_from(rest.min(12)).unwrap_or(12) }
}

impl Marks {
    /// The marks of a word: whether it is the first, and whether it may be a place.
    pub(super) fn of(index: &Index, word: &Word, sight: Sight, reach: Reach, (first, places): (bool, bool)) -> Self {
        match word {
            Word::Text(text) => Self::Text(Letters::of(index, text, sight, reach, (first, places))),
            Word::Digits(digits) => Self::Digits(Figures::of(index, digits, sight, reach)),
        }
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
    fn of(index: &Index, text: &Text, sight: Sight, reach: Reach, (first, places): (bool, bool)) -> Self {
        let (names, near) = of_text(&index.names, text, reach, true);
        let (places, near_places) = match sight {
            Sight::Contacts if places && text.exact.len() >= SHORTEST_PLACE => {
                of_text(&index.homes.places, text, reach, false)
            }
            _ => (Vec::new(), Vec::new()),
        };
        let mut letters = Self {
            names,
            near,
            places,
            near_places,
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
        for text in &letters.near_places {
            let floor = Floor::of(letters.of_text(*text, PLACE));
            let used_as = index.homes.uses.get(*text as usize).copied().unwrap_or(0);
            if used_as & AS_STREET != 0 {
                letters.street = Floor::lower(letters.street, floor);
            }
            if used_as & AS_OTHER_NAME != 0 {
                let floor = Floor::of(letters.of_text(*text, PLACE + OTHER_NAME));
                letters.street = Floor::lower(letters.street, floor);
            }
            if used_as & AS_SETTLEMENT != 0 {
                letters.settlement = Floor::lower(letters.settlement, floor);
            }
        }
        letters
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
        let given = self.given_names(index).count() * index.settled / GIVEN_NAMES;
        let in_street = |street: &u32| index.homes.in_street(*street, None).len() * 2;
        let streets: usize = index.homes.streets_called(&self.near_places).iter().map(in_street).sum();
        let loose = self.patronymic.is_some() || self.settlement.is_some();
        surnames + given + streets + if loose { index.settled / 8 } else { 0 }
    }

    /// Given names among the near names.
    pub(super) fn given_names<'a>(&'a self, index: &'a Index) -> impl Iterator<Item = u32> + 'a {
        self.near
            .iter()
            .copied()
            .filter(|text| index.roles.get(*text as usize).is_some_and(|role| role & AS_GIVEN != 0))
    }

    /// Whether a row may agree: a quick look before a true one.
    pub(super) fn may_be_of(&self, index: &Index, row: usize) -> bool {
        !self.near_places.is_empty()
            || self.are_near(index.given[row], index.patronymics[row])
            || self.names[index.surnames[row] as usize] != NONE
    }

    /// Whether a given name or a patronymic agrees.
    pub(super) fn are_near(&self, given: u32, patronymic: u32) -> bool {
        self.names[given as usize].min(self.names[patronymic as usize]) != NONE
    }

    /// Surnames among the near names.
    pub(super) fn surnames<'a>(&'a self, index: &'a Index) -> impl Iterator<Item = u32> + 'a {
        self.near
            .iter()
            .copied()
            .filter(|text| index.roles.get(*text as usize).is_some_and(|role| role & AS_SURNAME != 0))
    }
}

/// Marks by text of a dictionary, and the texts that have one. Slips, short forms and sounds are forgiven in names only.
fn of_text(dictionary: &Dictionary, text: &Text, reach: Reach, forgiving: bool) -> (Vec<Mark>, Vec<u32>) {
    let mut marks = vec![NONE; dictionary.len()];
    let mut near = Vec::new();
    let mut better = |word: usize, cost: u16, by: By| {
        let part = if dictionary.parts[word] { PART } else { 0 };
        let owner = dictionary.owners[word];
        let cell = &mut marks[owner as usize];
        if *cell == NONE {
            near.push(owner);
        }
        *cell = (*cell).min(mark(cost + part, by));
    };
    // Who types the apostrophe means it; who leaves it out may have been in a hurry.
    let apostrophe = |word: usize| {
        let has = || dictionary.text(dictionary.owners[word]).contains('’');
        if text.apostrophe && !has() { APOSTROPHE } else { 0 }
    };
    // A soft sign that is not there makes another spelling: Наталья is Наталя no more than Наталія.
    let is_softer = |word: usize| text.soft && !dictionary.text(dictionary.owners[word]).contains(['ь', 'ъ', '’', 'Ь']);
    if reach == Reach::Exact {
        dictionary.exact.starting(&text.exact, |word, rest| {
            if is_softer(word) {
                return;
            }
            better(word, unfinished(rest) + apostrophe(word), By::Letters);
        });
        return (marks, near);
    }
    let begins = |word: usize, rest: usize| {
        let key = dictionary.exact.get(word);
        if key.starts_with(&text.exact) && !is_softer(word) {
            (unfinished(key.len() - text.exact.len()) + apostrophe(word), By::Letters)
        } else {
            let different = text.exact.iter().zip(key).filter(|(typed, stored)| typed != stored).count();
            let folding = FOLDING.saturating_mul(u16::try_from(different).unwrap_or(1)).clamp(FOLDING, FOLDING_AT_MOST);
            (unfinished(rest) + folding, By::Folding)
        }
    };
    let slips = |length: usize| match reach {
        Reach::Far if length >= SHORTEST_TWO_SLIPS => 2,
        _ => u32::from(length >= SHORTEST_SLIP),
    };
    let forgiven = if !forgiving {
        0
    } else if text.folded.len() == SHORTEST_SLIP - 1 {
        1
    } else {
        slips(text.folded.len())
    };
    if forgiven == 0 {
        dictionary.folded.starting(&text.folded, |word, rest| {
            let (cost, by) = begins(word, rest);
            better(word, cost, by);
        });
    } else {
        dictionary.folded.slipped(&text.folded, forgiven, |word, distance| {
            let key = dictionary.folded.get(word);
            if distance.start == 0 {
                let (cost, by) = begins(word, key.len().saturating_sub(text.folded.len()));
                better(word, cost, by);
            } else if distance.whole <= forgiven || distance.start <= most_unfinished(text.folded.len()) {
                let (cost, _) = edit::weigh(&text.exact, dictionary.exact.get(word), fold::are_one, unfinished_guess);
                better(word, cost.max(LEAST_SLIP), By::Slip);
            }
        });
    }
    for (place, latin) in text.latin.iter().enumerate() {
        let forgiven = if place == 0 && forgiving { slips(latin.len().saturating_sub(1)) } else { 0 };
        if forgiven == 0 {
            dictionary.latin.starting(latin, |word, rest| better(word, unfinished(rest) + LATIN, By::Latin));
            continue;
        }
        dictionary.latin.slipped(latin, forgiven, |word, distance| {
            let key = dictionary.latin.get(word);
            if distance.start == 0 {
                better(word, unfinished(key.len().saturating_sub(latin.len())) + LATIN, By::Latin);
            } else if distance.whole <= forgiven || distance.start <= most_unfinished(latin.len()) {
                let (cost, _) = edit::weigh(latin, key, |_, _| false, unfinished_guess);
                better(word, cost.max(LEAST_SLIP) + LATIN, By::Latin);
            }
        });
    }
    let same = if forgiving { aliases::same_names(&text.folded) } else { Vec::new() };
    if !same.is_empty() {
        for (word, alias) in dictionary.aliases.iter().enumerate() {
            if *alias != 0 && same[usize::from(*alias)] {
                better(word, ALIAS, By::Alias);
            }
        }
    }
    (marks, near)
}

/// How many slips an unfinished word may have: two in the beginning of a short one leave nothing of it.
fn most_unfinished(length: usize) -> u32 {
    match length {
        ..SHORTEST_SLIP => 0,
        SHORTEST_SLIP..SHORTEST_TWO_SLIPS_UNFINISHED => 1,
        _ => 2,
    }
}

/// A slip weighs less where more people bear the surname: of two guesses the commoner is the likelier.
fn by_bearers(mark: Mark, index: &Index, surname: u32) -> Mark {
    let of_latin = if by(mark) == By::Latin { LATIN } else { 0 };
    if mark == NONE || !matches!(by(mark), By::Slip | By::Latin) || cost(mark) < u32::from(LEAST_SLIP + of_latin) {
        return mark;
    }
    let bearers = index.bearers.get(surname as usize).copied().unwrap_or(0);
    let common = 9.0 * f64::from(bearers.max(1)).ln();
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "nine times a logarithm of a u32 is below 200"
    )]
    let common = common.round() as u16;
    let weighed = ((mark & !CLOSE) >> 4) + RAREST;
    (mark & !(Mark::MAX << 4)) | CLOSE | weighed.saturating_sub(common).max(LEAST_SLIP + of_latin) << 4
}
