//! How much speaks for two records being one person: the agreement that the form's panel reckons with, weighed by how rare what agrees is.
//!
//! The weight is counted in bits: what one person in a thousand has says ten of them when it agrees. A common name says little, so
//! it never brings two people together alone; what is missing on one side says nothing; what plainly differs decides against.

use super::super::agreement::{Agreement, Births, Near, births};
use super::super::index::{FORMER, Index, RENAMED};
use super::super::{Likeness, Reason, aliases, edit};
use crate::domain::id::PersonId;
use crate::domain::person::{BirthDate, Precision};
use std::collections::HashMap;

/// Below so many bits two records are not worth a look: of a hundred thousand people there are five thousand million pairs (32 bits),
/// and an office registers a few hundred of its families twice.
const LEAST: u8 = 22;
/// What the likeness of a pair becomes by its bits: chance alone does not make so much.
const CERTAIN: u8 = 42;
const PROBABLE: u8 = 34;
/// A pair that agrees in name and birth date, and yet less than this, has a name that too many share.
const RARE_ENOUGH: u8 = 26;

/// What each agreement says at most, in bits.
const SURNAME: u8 = 10;
const GIVEN: u8 = 6;
const PATRONYMIC: u8 = 6;
const BIRTH_DAY: u8 = 13;
const BIRTH_YEAR: u8 = 4;
const BIRTH_SLIP: u8 = 5;
const PAPER: u8 = 30;
/// Families share phones and homes, also families of brothers and sisters: less than the figures alone would say.
const PHONE: u8 = 9;
const FLAT: u8 = 8;
const HOUSE: u8 = 5;
/// A name that is close and not the same.
const CLOSE: u8 = 5;
const SLIP_IN_GIVEN: u8 = 2;
/// What different patronymics take away.
const OTHER_PATRONYMIC: u8 = 8;

/// The fewest people whose names the rarity of a name is reckoned in: the names of a small office are as common as in the whole country.
const POPULATION: u32 = 100_000;

/// How many people bear each text of the dictionary as surname, given name and patronymic.
#[derive(Clone, Default)]
pub(super) struct Counts {
    surnames: Vec<u32>,
    given: Vec<u32>,
    patronymics: Vec<u32>,
    people: u32,
    /// Surnames that people had before; few had any.
    former: HashMap<PersonId, Vec<u32>>,
}

impl Counts {
    /// Counts everybody in the index.
    pub(super) fn of(index: &Index) -> Self {
        let mut counts = Self { people: u32::try_from(index.len()).unwrap_or(u32::MAX), ..Self::default() };
        for (column, of) in [
            (&mut counts.surnames, &index.surnames),
            (&mut counts.given, &index.given),
            (&mut counts.patronymics, &index.patronymics),
        ] {
            column.resize(index.names.len(), 0);
            for (_, text) in of.iter().enumerate().filter(|(row, _)| index.person(*row).is_some()) {
                if let Some(count) = column.get_mut(*text as usize) {
                    *count += 1;
                }
            }
        }
        for row in (0..index.rows()).filter(|row| index.flags[*row] & FORMER != 0) {
            if let Some(person) = index.bearer(row) {
                counts.former.entry(person).or_default().push(index.surnames[row]);
            }
        }
        counts
    }

    /// Reads the former surnames of whoever has this row anew.
    pub(super) fn read_former(&mut self, index: &Index, row: usize) {
        let Some(person) = index.person(row) else { return };
        let surnames: Vec<u32> = index.former_of(person).into_iter().map(|row| index.surnames[row as usize]).collect();
        if surnames.is_empty() {
            self.former.remove(&person);
        } else {
            self.former.insert(person, surnames);
        }
    }

    /// The surnames of a row: the present one, and those that the person had before.
    pub(super) fn surnames_of(&self, index: &Index, row: usize) -> impl Iterator<Item = u32> + Clone {
        let is_renamed = index.flags[row] & RENAMED != 0;
        let former = index.person(row).filter(|_| is_renamed).and_then(|person| self.former.get(&person));
        std::iter::once(index.surnames[row]).chain(former.into_iter().flatten().copied())
    }

    /// What the agreement of a name borne by so many says, at most `most` bits.
    fn bits(&self, column: &[u32], texts: [u32; 2], most: u8) -> u8 {
        let bearers = texts.map(|text| column.get(text as usize).copied().unwrap_or(1)).into_iter().max().unwrap_or(1);
        let bits = (self.people.max(POPULATION) / bearers.max(1)).max(1).ilog2();
        u8::try_from(bits).unwrap_or(most).min(most)
    }
}

/// A pair with what speaks for it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Scored {
    pub(super) agreement: Agreement,
    /// With everything that agrees.
    pub(super) bits: u8,
    /// By names and birth dates alone.
    pub(super) plain: u8,
    /// Whether it may be two names that only look alike.
    slipped: bool,
}

impl Scored {
    /// The pair as somebody sees it who sees no phones, papers and addresses; none where nothing is left.
    pub(super) fn without_contacts(self) -> Option<Self> {
        let agreement = self.agreement.without_contacts();
        (self.plain >= LEAST && !agreement.is_empty()).then_some(Self { agreement, bits: self.plain, ..self })
    }

    pub(super) fn likeness(self) -> Likeness {
        let by_reasons = self.agreement.likeness();
        if by_reasons == Likeness::Certain || self.bits >= CERTAIN && !self.slipped {
            Likeness::Certain
        } else if self.bits >= PROBABLE || by_reasons == Likeness::Probable && self.bits >= RARE_ENOUGH {
            Likeness::Probable
        } else {
            Likeness::Possible
        }
    }
}

/// What of the two is known already to be the same.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Shared {
    pub(super) paper: bool,
    pub(super) phone: bool,
}

/// Weighs two rows; none where they are one person, or where not enough speaks for them.
pub(super) fn score(index: &Index, counts: &Counts, shared: Shared, left: usize, right: usize) -> Option<Scored> {
    let (one, other) = (index.person(left)?, index.person(right)?);
    if one == other {
        return None;
    }
    let births = near_births(index.birth(left), index.birth(right));
    let given = near_given(index, counts, left, right);
    let is_one_family = index.family(left).is_some() && index.family(left) == index.family(right);
    if is_one_family {
        return in_one_family(index, counts, births, given, left, right);
    }
    let mut pair = Weight::default();
    if shared.paper {
        pair.contact(PAPER, &Reason::SameDocument);
    }
    if given == Given::Other || births == Dates::Different {
        return pair.scored(false).filter(|_| shared.paper);
    }
    let (surname, is_former) = surnames(index, counts, left, right);
    let patronymic = patronymics(index, left, right);
    let home = same_home(index, left, right);
    let close_by = shared.phone || home.is_some() || shared.paper;
    pair.agreement.surname = surname != Near::Not;
    match (births, surname) {
        (Dates::Day, Near::Not) if patronymic == Patronymics::Same && close_by => {
            pair.agreement.add(&Reason::OtherSurname);
        }
        (_, Near::Not) => return pair.scored(false).filter(|_| shared.paper),
        (Dates::Day, Near::Same) if given >= Given::Same => pair.agreement.add(&Reason::SameNameAndBirth),
        (Dates::Day, _) => pair.agreement.add(&Reason::CloseNameSameBirth),
        (Dates::Slip, Near::Same) if given >= Given::Alias && (patronymic == Patronymics::Same || close_by) => {
            pair.agreement.add(&Reason::SameNameBirthSlip);
        }
        (Dates::Year | Dates::Unknown, Near::Same) if given >= Given::Alias && patronymic != Patronymics::Different => {
            pair.agreement.add(&Reason::SameName);
        }
        (Dates::Year | Dates::Unknown, _) if close_by && patronymic != Patronymics::Different => {}
        _ => return pair.scored(false).filter(|_| shared.paper),
    }
    if is_former {
        pair.agreement.add(&Reason::FormerName);
    }
    pair.names(index, counts, [left, right], (surname, given, patronymic));
    pair.births(births);
    if shared.phone {
        pair.contact(PHONE, &Reason::SamePhone);
    }
    if let Some(bits) = home.filter(|_| surname != Near::Not) {
        pair.contact(bits, &Reason::SurnameAndAddress);
    }
    pair.scored(given == Given::Slip)
}

/// The same person twice in one family: there phone, home and surname are everybody's, and a like name is a twin's or a father's.
fn in_one_family(
    index: &Index,
    counts: &Counts,
    births: Dates,
    given: Given,
    left: usize,
    right: usize,
) -> Option<Scored> {
    let (surname, is_former) = surnames(index, counts, left, right);
    let patronymic = patronymics(index, left, right);
    let is_one = matches!(births, Dates::Day | Dates::Year)
        && given >= Given::Alias
        && surname != Near::Not
        && patronymic != Patronymics::Different;
    if !is_one {
        return None;
    }
    let mut pair = Weight::default();
    pair.agreement.surname = true;
    pair.agreement.add(match (births, surname, given) {
        (Dates::Day, Near::Same, Given::Same) => &Reason::SameNameAndBirth,
        (Dates::Day, ..) => &Reason::CloseNameSameBirth,
        _ => &Reason::SameName,
    });
    if is_former {
        pair.agreement.add(&Reason::FormerName);
    }
    pair.names(index, counts, [left, right], (surname, given, patronymic));
    pair.births(births);
    pair.scored(false)
}

/// Bits that are being added up.
#[derive(Default)]
struct Weight {
    agreement: Agreement,
    plain: u8,
    contacts: u8,
}

impl Weight {
    fn contact(&mut self, bits: u8, reason: &Reason) {
        self.contacts += bits;
        self.agreement.add(reason);
    }

    fn names(
        &mut self,
        index: &Index,
        counts: &Counts,
        [left, right]: [usize; 2],
        (surname, given, patronymic): (Near, Given, Patronymics),
    ) {
        let texts = |column: &[u32]| [column[left], column[right]];
        self.plain += match surname {
            Near::Same => counts.bits(&counts.surnames, texts(&index.surnames), SURNAME),
            Near::Close => CLOSE,
            Near::Not => 0,
        };
        let by_given = counts.bits(&counts.given, texts(&index.given), GIVEN);
        self.plain += match given {
            Given::Same => by_given,
            Given::Alias => by_given.saturating_sub(1),
            Given::Slip => SLIP_IN_GIVEN,
            Given::Other => 0,
        };
        match patronymic {
            Patronymics::Same => {
                self.plain += counts.bits(&counts.patronymics, texts(&index.patronymics), PATRONYMIC);
            }
            Patronymics::Missing => {}
            Patronymics::Different => self.plain = self.plain.saturating_sub(OTHER_PATRONYMIC),
        }
    }

    fn births(&mut self, births: Dates) {
        self.plain += match births {
            Dates::Day => BIRTH_DAY,
            Dates::Year => BIRTH_YEAR,
            Dates::Slip => BIRTH_SLIP,
            Dates::Unknown | Dates::Different => 0,
        };
    }

    fn scored(self, slipped: bool) -> Option<Scored> {
        let bits = self.plain.saturating_add(self.contacts);
        let scored = Scored { agreement: self.agreement, bits, plain: self.plain, slipped };
        (bits >= LEAST && !self.agreement.is_empty()).then_some(scored)
    }
}

/// What two birth dates say of each other, slips of the hand told apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Dates {
    Day,
    /// The year agrees, and more is not known of one.
    Year,
    /// Two days that are one slip of the hand apart.
    Slip,
    Unknown,
    Different,
}

fn near_births(left: Option<BirthDate>, right: Option<BirthDate>) -> Dates {
    match (births(left, right), left, right) {
        (Births::Same, ..) => Dates::Day,
        (Births::Unknown, Some(_), Some(_)) => Dates::Year,
        (Births::Unknown, ..) => Dates::Unknown,
        (Births::Different, Some(left), Some(right)) if is_slip(left, right) => Dates::Slip,
        (Births::Different, ..) => Dates::Different,
    }
}

/// Whether one digit is another, two neighbours changed places, or the day and the month did.
fn is_slip(left: BirthDate, right: BirthDate) -> bool {
    use chrono::Datelike;
    if left.precision != Precision::Day || right.precision != Precision::Day {
        return false;
    }
    let (a, b) = (left.date, right.date);
    if a.year() == b.year() && a.day() == b.month() && a.month() == b.day() {
        return true;
    }
    let digits = |birth: BirthDate| {
        let year = u32::try_from(birth.year()).unwrap_or(0);
        [
            birth.date.day() / 10,
            birth.date.day() % 10,
            birth.date.month() / 10,
            birth.date.month() % 10,
            year / 1000,
            year / 100 % 10,
            year / 10 % 10,
            year % 10,
        ]
    };
    let (a, b) = (digits(left), digits(right));
    let differ = || (0..8).filter(|at| a[*at] != b[*at]);
    match (differ().count(), differ().next(), differ().nth(1)) {
        (1, ..) => true,
        (2, Some(one), Some(other)) => other == one + 1 && a[one] == b[other] && a[other] == b[one],
        _ => false,
    }
}

/// How near two given names are.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Given {
    Other,
    /// One slip apart, and not two names that people have.
    Slip,
    /// Short and Russian forms.
    Alias,
    Same,
}

/// So few of a hundred thousand bear what a slip made of a name.
const BORNE_BY_FEW: u32 = 2;
/// A slip in a shorter name makes another name.
const SHORTEST_SLIPPED: usize = 4;

fn near_given(index: &Index, counts: &Counts, left: usize, right: usize) -> Given {
    let (left, right) = (index.given[left], index.given[right]);
    if left == right {
        return Given::Same;
    }
    let names = &index.names;
    let (one, other) = (names.alias_of(left), names.alias_of(right));
    if aliases::are_one(one, other) {
        return Given::Alias;
    }
    let (a, b) = (names.folded_of(left), names.folded_of(right));
    if a == b {
        return Given::Same;
    }
    // Марія and Дарія, Олександр and Олександра are one letter apart and two people; a slip makes a name that hardly anybody has.
    let bearers = |text: u32| counts.given.get(text as usize).copied().unwrap_or(0);
    let are_two_names = one != 0 && other != 0 || bearers(left).min(bearers(right)) > BORNE_BY_FEW;
    let is_long = a.len().min(b.len()) >= SHORTEST_SLIPPED && a.first() == b.first();
    if !are_two_names && is_long && edit::within_two(a, b) == Some(1) { Given::Slip } else { Given::Other }
}

/// How near two people's surnames are, and whether only a former one is so near.
fn surnames(index: &Index, counts: &Counts, left: usize, right: usize) -> (Near, bool) {
    let present = near_surname(index, index.surnames[left], index.surnames[right]);
    if present != Near::Not || counts.former.is_empty() {
        return (present, false);
    }
    let others = counts.surnames_of(index, right);
    let pairs = counts.surnames_of(index, left).flat_map(|one| others.clone().map(move |other| (one, other)));
    let near = pairs.map(|(one, other)| near_surname(index, one, other)).max().unwrap_or(present);
    (near, near != Near::Not)
}

fn near_surname(index: &Index, left: u32, right: u32) -> Near {
    let (a, b) = (index.names.folded_of(left), index.names.folded_of(right));
    if left == right || a == b && !a.is_empty() {
        return Near::Same;
    }
    // Two slips in a short surname make any other short surname: as beside the form.
    let most = if a.len().min(b.len()) >= 6 { 2 } else { u8::from(a.len().min(b.len()) >= 4) };
    match edit::within_two(a, b) {
        Some(slips) if slips <= most => Near::Close,
        _ => Near::Not,
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Patronymics {
    Same,
    /// Of one of them, or its first letter alone.
    Missing,
    Different,
}

fn patronymics(index: &Index, left: usize, right: usize) -> Patronymics {
    let (left, right) = (index.patronymics[left], index.patronymics[right]);
    let (a, b) = (index.names.folded_of(left), index.names.folded_of(right));
    if a.is_empty() || b.is_empty() || (a.len() == 1 || b.len() == 1) && a.first() == b.first() {
        Patronymics::Missing
    } else if a == b
        || aliases::are_one(index.names.alias_of(left), index.names.alias_of(right))
        || edit::within_two(a, b).is_some()
    {
        Patronymics::Same
    } else {
        Patronymics::Different
    }
}

/// What one home says; none where it is not one, or not known which.
fn same_home(index: &Index, left: usize, right: usize) -> Option<u8> {
    let (one, other) = (index.home_of(left), index.home_of(right));
    let key = |place: u32| index.homes.places.folded_of(place);
    let (a, b) = (key(one.street), key(other.street));
    if one.building == 0 || one.building != other.building || a.is_empty() || a != b {
        return None;
    }
    let (a, b) = (key(one.settlement), key(other.settlement));
    if !a.is_empty() && !b.is_empty() && a != b {
        return None;
    }
    match (one.flat, other.flat) {
        (0, _) | (_, 0) => Some(HOUSE),
        (one, other) => (one == other).then_some(FLAT),
    }
}
