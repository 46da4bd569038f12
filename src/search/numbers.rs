//! Phones and papers in the order of their digits: what begins, ends or is just so lies side by side. What was added since the last
//! settling lies unordered behind and is looked through.

use super::edit::within_two;
use super::fold;
use super::settle::with_room;
use crate::domain::document::{Document, DocumentKind};
use crate::domain::phone::Phone;
use std::collections::HashMap;
use std::ops::Range;

/// Phones by record. Up to fifteen digits as hexadecimal nibbles, so that a tail or a beginning is one masked comparison.
#[derive(Clone, Default)]
pub(super) struct Phones {
    pub(super) digits: Vec<u64>,
    pub(super) rows: Vec<u32>,
    /// The first places in the order of their last digits; so many places are in the order of their digits.
    pub(super) by_tail: Vec<u32>,
}

/// Digits as nibbles, the last digit the lowest; none for more digits than fit.
pub(super) fn nibbles(text: &str) -> Option<(u64, u32)> {
    let mut value = 0u64;
    let mut count = 0;
    for digit in text.bytes().filter(u8::is_ascii_digit) {
        count += 1;
        value = value << 4 | u64::from(digit - b'0');
    }
    (count > 0 && count <= 15).then_some((value, count))
}

/// The nibbles in the other order: the last digit the highest.
fn turned(digits: u64) -> u64 {
    let bytes = digits.swap_bytes();
    (bytes & 0x0f0f_0f0f_0f0f_0f0f) << 4 | bytes >> 4 & 0x0f0f_0f0f_0f0f_0f0f
}

/// Nibbles of `380` before nine digits.
const UKRAINE: u64 = 0x380;
const NATIONAL_DIGITS: u32 = 9;
const UKRAINIAN_DIGITS: u32 = NATIONAL_DIGITS + 3;
/// Shorter numbers are extensions and mistakes: equality says nothing.
const SHORTEST_PHONE: u32 = 7;
/// Fewer last digits say nothing.
const SHORTEST_TAIL: u32 = 4;
/// Of more phones than this that begin so, the rest is not looked at: `+3806` is half the country.
const MOST_BEGINNING: usize = 20_000;
/// With one wrong digit or two swapped ones, so many at the beginning or at the end are still right.
const STILL_RIGHT: u32 = 4;

impl Phones {
    /// Adds a phone of a record.
    pub(super) fn push(&mut self, row: u32, phone: &Phone) {
        if let Some((digits, _)) = nibbles(&phone.settled) {
            self.digits.push(digits);
            self.rows.push(row);
        }
    }

    /// Brings everything into order; `place` tells the new row of each, none for one that is gone.
    pub(super) fn settle(&mut self, place: impl Fn(u32) -> Option<u32>) {
        let mut all: Vec<(u64, u32)> =
            self.digits.iter().zip(&self.rows).filter_map(|(digits, row)| Some((*digits, place(*row)?))).collect();
        all.sort_unstable();
        self.digits = with_room(all.iter().map(|phone| phone.0));
        self.rows = with_room(all.iter().map(|phone| phone.1));
        drop(all);
        let mut tails: Vec<(u64, u32)> = (0u32..).zip(&self.digits).map(|(at, digits)| (turned(*digits), at)).collect();
        tails.sort_unstable();
        self.by_tail = tails.into_iter().map(|(_, at)| at).collect();
    }

    fn unordered(&self) -> Range<usize> {
        self.by_tail.len()..self.digits.len()
    }

    /// Places of ordered phones that are in a range of numbers.
    fn between(&self, from: u64, end: u64) -> Range<usize> {
        let ordered = &self.digits[..self.by_tail.len()];
        ordered.partition_point(|digits| *digits < from)..ordered.partition_point(|digits| *digits < end)
    }

    /// Visits the ordered phones that end with these digits.
    fn ending(&self, wanted: u64, count: u32, mut found: impl FnMut(usize)) {
        let (wanted, unknown) = (turned(wanted), 64 - 4 * count);
        let of = |at: u32| self.digits.get(at as usize).map_or(0, |digits| turned(*digits));
        let first = self.by_tail.partition_point(|at| of(*at) < wanted);
        let ending = self.by_tail.iter().skip(first).take_while(|at| of(**at) >> unknown == wanted >> unknown);
        ending.for_each(|at| found(*at as usize));
    }

    /// Visits the records whose phone equals, ends with or begins with the digits: the record, the phone, digits not typed.
    pub(super) fn matching(&self, typed: &str, mut found: impl FnMut(u32, u64, u32)) {
        let Some((wanted, count)) = nibbles(typed) else { return };
        if count < SHORTEST_TAIL {
            return;
        }
        let tail = (1u64 << (4 * count)) - 1;
        // Of a beginning, the three digits that make a country or operator code are the least that says anything.
        let may_begin = typed.starts_with(['0', '3', '8']) || typed.starts_with('+');
        let mut judge = |at: usize| {
            let (Some(digits), Some(row)) = (self.digits.get(at), self.rows.get(at)) else { return };
            if (digits ^ wanted) & tail == 0 {
                found(*row, *digits, NATIONAL_DIGITS.saturating_sub(count));
            } else if may_begin && begins(*digits, wanted, count) {
                found(*row, *digits, NATIONAL_DIGITS);
            }
        };
        self.ending(wanted, count, &mut judge);
        if may_begin {
            for (prefix, rest) in beginnings(wanted, count) {
                for at in self.between(prefix << (4 * rest), (prefix + 1) << (4 * rest)).take(MOST_BEGINNING) {
                    // What also ends so has been visited.
                    if self.digits.get(at).is_some_and(|digits| (digits ^ wanted) & tail != 0) {
                        judge(at);
                    }
                }
            }
        }
        self.unordered().for_each(judge);
    }

    /// Visits the Ukrainian phones that differ from the typed one by one slip: the record, the phone.
    pub(super) fn near(&self, typed: &str, mut found: impl FnMut(u32, u64)) {
        let Some(typed) = national(typed) else { return };
        let mut judge = |at: usize| {
            let (Some(digits), Some(row)) = (self.digits.get(at), self.rows.get(at)) else { return };
            let stored = format!("{digits:x}");
            if let Some(stored) = stored.strip_prefix("380").filter(|rest| rest.len() == NATIONAL_DIGITS as usize)
                && within_two(typed.as_bytes(), stored.as_bytes()) == Some(1)
            {
                found(*row, *digits);
            }
        };
        let (beginning, ending) = (typed.get(..STILL_RIGHT as usize), typed.get(typed.len() - STILL_RIGHT as usize..));
        if let Some((beginning, _)) = beginning.and_then(nibbles) {
            let rest = 4 * (NATIONAL_DIGITS - STILL_RIGHT);
            let prefix = UKRAINE << (4 * STILL_RIGHT) | beginning;
            self.between(prefix << rest, (prefix + 1) << rest).for_each(&mut judge);
        }
        if let Some((ending, _)) = ending.and_then(nibbles) {
            self.ending(ending, STILL_RIGHT, &mut judge);
        }
        self.unordered().for_each(judge);
    }

    /// Visits the records that have just this phone.
    pub(super) fn equal(&self, phone: &Phone, mut found: impl FnMut(u32)) {
        let Some((wanted, _)) = nibbles(&phone.settled).filter(|(_, count)| *count >= SHORTEST_PHONE) else { return };
        for at in self.between(wanted, wanted + 1).chain(self.unordered()) {
            if self.digits.get(at) == Some(&wanted)
                && let Some(row) = self.rows.get(at)
            {
                found(*row);
            }
        }
    }

    /// Visits every phone that is long enough for its equality to say something: the record and the digits.
    pub(super) fn each(&self, mut found: impl FnMut(u32, u64)) {
        for (&digits, &row) in self.digits.iter().zip(&self.rows) {
            if digits >> (4 * (SHORTEST_PHONE - 1)) != 0 {
                found(row, digits);
            }
        }
    }
}

/// How numbers begin that begin with the digits: the nibbles at the beginning, and how many follow.
fn beginnings(wanted: u64, count: u32) -> impl Iterator<Item = (u64, u32)> {
    // A number has no zero before it; of a Ukrainian one, `3` or `38` may be left out.
    let as_it_is = (wanted >> (4 * (count - 1)) != 0).then_some(wanted);
    let foreign = as_it_is.into_iter().flat_map(move |prefix| (count..=15).map(move |length| (prefix, length - count)));
    let ukrainian = (1..=2u32).filter_map(move |skipped| {
        let prefix = (UKRAINE >> (4 * (3 - skipped))) << (4 * count) | wanted;
        let rest = UKRAINIAN_DIGITS.checked_sub(skipped + count)?;
        (prefix >> (4 * (skipped + count - 3)) == UKRAINE).then_some((prefix, rest))
    });
    foreign.chain(ukrainian)
}

/// Whether a phone begins with the digits: as `380…`, `80…`, `0…`, or as it is for a foreign one.
fn begins(phone: u64, wanted: u64, count: u32) -> bool {
    let length = (64 - phone.leading_zeros()).div_ceil(4);
    let ukrainian = length == UKRAINIAN_DIGITS && phone >> (4 * NATIONAL_DIGITS) == UKRAINE;
    (0..if ukrainian { 3 } else { 1 }).any(|skipped| {
        let Some(rest) = length.checked_sub(skipped + count) else { return false };
        (phone >> (4 * rest)) & ((1 << (4 * count)) - 1) == wanted
    })
}

/// The nine digits of a Ukrainian number as typed; with a slip they may be eight or ten.
fn national(typed: &str) -> Option<String> {
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    let national = ["380", "80", "0"].iter().find_map(|prefix| digits.strip_prefix(prefix)).unwrap_or(&digits);
    (8..=10).contains(&national.len()).then(|| national.to_owned())
}

/// The last four digits.
pub(super) fn last_four(phone: u64) -> String {
    format!("{:04x}", phone & 0xffff)
}

/// Papers by record: in the order of their digits, and beside them the few shapes that the numbers have.
#[derive(Clone, Default)]
pub(super) struct Papers {
    /// From the highest bit on: the digits as a number of [`PAPER_DIGITS`], how many there are, the shape.
    pub(super) numbers: Vec<u64>,
    pub(super) rows: Vec<u32>,
    /// So many are in order.
    pub(super) ordered: usize,
    pub(super) known: Vec<Shape>,
    shapes: HashMap<Shape, u16>,
}

/// A paper's kind and the key of its number with every digit a zero: with the digits it makes the whole number again.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(super) struct Shape {
    pub(super) kind: DocumentKind,
    pub(super) key: Vec<u8>,
}

/// Digits of a paper that are kept apart: no official number has more. Longer ones stand wholly in their shape.
const PAPER_DIGITS: u32 = 13;
/// Bits of the shape, and of how many digits there are.
const SHAPE_BITS: u32 = 16;
const COUNT_BITS: u32 = 4;
/// The shape of numbers that came after all others were given away: found by their digits only.
const NO_SHAPE: u16 = u16::MAX;

/// Digits as the beginning of a number of [`PAPER_DIGITS`], and how many there are; more than fit are left out.
fn beginning_of(key: &[u8]) -> (u64, u32) {
    let digits = key.iter().filter(|sign| sign.is_ascii_digit()).take(PAPER_DIGITS as usize);
    let (value, count) = digits.fold((0, 0), |(value, count), digit| (value * 10 + u64::from(digit - b'0'), count + 1));
    (value * 10u64.pow(PAPER_DIGITS - count), count)
}

fn has_many_digits(key: &[u8]) -> bool {
    key.iter().filter(|sign| sign.is_ascii_digit()).count() > PAPER_DIGITS as usize
}

fn shape_of(kind: DocumentKind, key: &[u8]) -> Shape {
    let is_long = has_many_digits(key);
    let of = |sign: &u8| if sign.is_ascii_digit() && !is_long { b'0' } else { *sign };
    Shape { kind, key: key.iter().map(of).collect() }
}

fn number_of(key: &[u8], shape: u16) -> u64 {
    let (digits, count) = beginning_of(key);
    (digits << COUNT_BITS | u64::from(count)) << SHAPE_BITS | u64::from(shape)
}

fn shape_in(number: u64) -> u16 {
    u16::try_from(number & u64::from(u16::MAX)).unwrap_or(NO_SHAPE)
}

fn count_in(number: u64) -> usize {
    usize::try_from(number >> SHAPE_BITS & 15).unwrap_or(0)
}

impl Papers {
    /// Adds a paper of a record.
    pub(super) fn push(&mut self, row: u32, document: &Document) {
        let key = fold::paper(&document.number);
        let shape = shape_of(document.kind, &key);
        let shape = match self.shapes.get(&shape) {
            Some(shape) => *shape,
            None => self.learn(shape),
        };
        self.numbers.push(number_of(&key, shape));
        self.rows.push(row);
    }

    /// Gives a shape its number.
    pub(super) fn learn(&mut self, shape: Shape) -> u16 {
        let number = u16::try_from(self.known.len()).unwrap_or(NO_SHAPE);
        if number < NO_SHAPE {
            self.known.push(shape.clone());
            self.shapes.insert(shape, number);
        }
        number
    }

    /// Brings everything into order; `place` tells the new row of each, none for one that is gone.
    pub(super) fn settle(&mut self, place: impl Fn(u32) -> Option<u32>) {
        let mut all: Vec<(u64, u32)> =
            self.numbers.iter().zip(&self.rows).filter_map(|(number, row)| Some((*number, place(*row)?))).collect();
        all.sort_unstable();
        self.ordered = all.len();
        self.numbers = with_room(all.iter().map(|paper| paper.0));
        self.rows = with_room(all.iter().map(|paper| paper.1));
    }

    /// Places whose digits begin with the digits of this key, and all that are in no order.
    fn beginning(&self, key: &[u8]) -> impl Iterator<Item = usize> {
        let (digits, count) = beginning_of(key);
        let place = |digits: u64| digits << (COUNT_BITS + SHAPE_BITS);
        let wanted = place(digits)..place(digits + 10u64.pow(PAPER_DIGITS - count));
        let ordered = &self.numbers[..self.ordered];
        let first = ordered.partition_point(|number| *number < wanted.start);
        let end = ordered.partition_point(|number| *number < wanted.end);
        let behind = (self.ordered..self.numbers.len()).filter(move |at| wanted.contains(&self.numbers[*at]));
        (first..end).chain(behind)
    }

    /// The whole key of a paper's number.
    fn key(&self, number: u64) -> Vec<u8> {
        let Some(Shape { key, .. }) = self.known.get(usize::from(shape_in(number))) else { return Vec::new() };
        if has_many_digits(key) {
            return key.clone();
        }
        let digits = number >> (COUNT_BITS + SHAPE_BITS);
        let mut left = PAPER_DIGITS;
        key.iter()
            .map(|sign| {
                if !sign.is_ascii_digit() {
                    return *sign;
                }
                left = left.saturating_sub(1);
                b'0' + u8::try_from(digits / 10u64.pow(left) % 10).unwrap_or(0)
            })
            .collect()
    }

    /// Visits the records with a paper whose number begins with the typed key, or whose digits do where only digits are typed:
    /// the record and how much is not typed.
    pub(super) fn matching(&self, typed: &[u8], mut found: impl FnMut(u32, usize)) {
        let (_, count) = beginning_of(typed);
        if count == 0 {
            return;
        }
        for at in self.beginning(typed) {
            let (Some(row), Some(number)) = (self.rows.get(at), self.numbers.get(at)) else { continue };
            if count as usize == typed.len() {
                found(*row, count_in(*number).saturating_sub(typed.len()));
            } else {
                let key = self.key(*number);
                if key.starts_with(typed) {
                    found(*row, key.len() - typed.len());
                }
            }
        }
    }

    /// Visits the records that have just this paper.
    pub(super) fn equal(&self, document: &Document, mut found: impl FnMut(u32)) {
        let key = fold::paper(&document.number);
        let Some(shape) = self.shapes.get(&shape_of(document.kind, &key)) else { return };
        let number = number_of(&key, *shape);
        for at in self.beginning(&key) {
            if self.numbers.get(at) == Some(&number)
                && let Some(row) = self.rows.get(at)
            {
                found(*row);
            }
        }
    }

    /// Visits every paper: the record and a key that equal papers share.
    pub(super) fn each(&self, mut found: impl FnMut(u32, u64)) {
        for (number, row) in self.numbers.iter().zip(&self.rows) {
            if shape_in(*number) != NO_SHAPE {
                found(*row, *number);
            }
        }
    }
}

/// A building or flat as it is compared: `19-Г`, `19 г` and `19г` are one; `12/2` keeps its stroke.
pub(super) fn building_key(text: &str) -> String {
    text.chars().filter(|sign| sign.is_alphanumeric() || *sign == '/').flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn phones(all: &[String], ordered: usize) -> Phones {
        let mut phones = Phones::default();
        for (row, settled) in (0u32..).zip(all) {
            if row as usize == ordered {
                phones.settle(Some);
            }
            phones.push(row, &Phone { settled: settled.clone(), raw: String::new() });
        }
        phones
    }

    proptest! {
        #[test]
        fn order_changes_nothing_that_is_found(
            all in prop::collection::vec("\\+(380[0-2]{9}|[12][0-2]{6,9})", 1..30),
            ordered in 0usize..30,
            typed in "(380|80|0|)[0-2]{1,9}",
        ) {
            let of = |phones: &Phones| {
                let (mut exact, mut near) = (Vec::new(), Vec::new());
                phones.matching(&typed, |row, digits, rest| exact.push((row, digits, rest)));
                phones.near(&typed, |row, digits| near.push((row, digits)));
                exact.sort_unstable();
                near.sort_unstable();
                exact.dedup();
                near.dedup();
                (exact, near)
            };
            prop_assert_eq!(of(&phones(&all, ordered)), of(&phones(&all, usize::MAX)));
        }

        #[test]
        fn a_paper_is_found_by_every_beginning(letters in "[А-Я]{0,3}", number in "[0-9]{1,20}", cut in 1usize..9) {
            let mut papers = Papers::default();
            let paper = Document {
                kind: DocumentKind::Certificate,
                number: format!("{letters}{number}"),
                raw: String::new(),
                issued_on: None,
                issued_by: String::new(),
            };
            papers.push(7, &paper);
            papers.settle(Some);
            let mut found = Vec::new();
            papers.equal(&paper, |row| found.push(row));
            let typed: String = number.chars().take(cut).collect();
            papers.matching(typed.as_bytes(), |row, _| found.push(row));
            papers.matching(&fold::paper(&format!("{letters}{typed}")), |row, _| found.push(row));
            prop_assert_eq!(found, [7, 7, 7]);
        }
    }
}
