//! Phones and papers, laid out for scanning by their digits.

use super::fold;
use super::keys::Keys;
use crate::domain::document::{Document, DocumentKind};
use crate::domain::phone::Phone;

/// In the place of a record that is forgotten: entries are left where they are until they are many.
const FORGOTTEN: u32 = u32::MAX;

/// Marks the entries of records that are not wanted; whether so many are marked by now that they should go.
fn forget(rows: &mut [u32], wanted: impl Fn(u32) -> bool) -> bool {
    let mut forgotten = 0;
    for row in rows.iter_mut() {
        if *row != FORGOTTEN && !wanted(*row) {
            *row = FORGOTTEN;
        }
        forgotten += usize::from(*row == FORGOTTEN);
    }
    forgotten > rows.len() / 4
}

/// Phones by record. Up to sixteen digits as hexadecimal nibbles, so that a tail or a beginning is one masked comparison.
#[derive(Default)]
pub(super) struct Phones {
    digits: Vec<u64>,
    rows: Vec<u32>,
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

/// Nibbles of `380` before nine digits.
const UKRAINE: u64 = 0x380;
const NATIONAL_DIGITS: u32 = 9;
/// Shorter numbers are extensions and mistakes: equality says nothing.
const SHORTEST_PHONE: u32 = 7;
/// Fewer last digits say nothing.
const SHORTEST_TAIL: u32 = 4;

impl Phones {
    /// Adds a phone of a record.
    pub(super) fn push(&mut self, row: u32, phone: &Phone) {
        if let Some((digits, _)) = nibbles(&phone.settled) {
            self.digits.push(digits);
            self.rows.push(row);
        }
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
        for (&digits, &row) in self.digits.iter().zip(&self.rows) {
            if row == FORGOTTEN {
                continue;
            }
            if (digits ^ wanted) & tail == 0 {
                found(row, digits, NATIONAL_DIGITS.saturating_sub(count));
            } else if may_begin && begins(digits, wanted, count) {
                found(row, digits, NATIONAL_DIGITS);
            }
        }
    }

    /// Visits the records that have just this phone.
    pub(super) fn equal(&self, phone: &Phone, mut found: impl FnMut(u32)) {
        let Some((wanted, _)) = nibbles(&phone.settled).filter(|(_, count)| *count >= SHORTEST_PHONE) else { return };
        for (&digits, &row) in self.digits.iter().zip(&self.rows) {
            if digits == wanted && row != FORGOTTEN {
                found(row);
            }
        }
    }

    /// Visits every phone that is long enough for its equality to say something: the record and the digits.
    pub(super) fn each(&self, mut found: impl FnMut(u32, u64)) {
        for (&digits, &row) in self.digits.iter().zip(&self.rows) {
            if row != FORGOTTEN && digits >> (4 * (SHORTEST_PHONE - 1)) != 0 {
                found(row, digits);
            }
        }
    }

    /// Forgets the phones of records that are not wanted.
    pub(super) fn retain(&mut self, wanted: impl Fn(u32) -> bool) {
        if forget(&mut self.rows, wanted) {
            let mut rows = self.rows.iter();
            self.digits.retain(|_| rows.next().is_some_and(|row| *row != FORGOTTEN));
            self.rows.retain(|row| *row != FORGOTTEN);
        }
    }
}

/// Whether a phone begins with the digits: as `380…`, `80…`, `0…`, or as it is for a foreign one.
fn begins(phone: u64, wanted: u64, count: u32) -> bool {
    let length = (64 - phone.leading_zeros()).div_ceil(4);
    let ukrainian = length == NATIONAL_DIGITS + 3 && phone >> (4 * NATIONAL_DIGITS) == UKRAINE;
    (0..if ukrainian { 3 } else { 1 }).any(|skipped| {
        let Some(rest) = length.checked_sub(skipped + count) else { return false };
        (phone >> (4 * rest)) & ((1 << (4 * count)) - 1) == wanted
    })
}

/// The last four digits.
pub(super) fn last_four(phone: u64) -> String {
    format!("{:04x}", phone & 0xffff)
}

/// Papers by record.
#[derive(Default)]
pub(super) struct Papers {
    kinds: Vec<DocumentKind>,
    numbers: Keys,
    digits: Keys,
    rows: Vec<u32>,
}

impl Papers {
    /// Adds a paper of a record.
    pub(super) fn push(&mut self, row: u32, document: &Document) {
        let key = fold::paper(&document.number);
        self.kinds.push(document.kind);
        self.digits.push(&digits_of(&key));
        self.numbers.push(&key);
        self.rows.push(row);
    }

    /// Visits the records with a paper whose number begins with the typed key, or whose digits do where only digits are typed:
    /// the record and how much is not typed.
    pub(super) fn matching(&self, typed: &[u8], mut found: impl FnMut(u32, usize)) {
        let keys = if typed.iter().all(u8::is_ascii_digit) { &self.digits } else { &self.numbers };
        keys.starting(typed, |place, rest| {
            if let Some(row) = self.rows.get(place).filter(|row| **row != FORGOTTEN) {
                found(*row, rest);
            }
        });
    }

    /// Visits the records that have just this paper.
    pub(super) fn equal(&self, document: &Document, mut found: impl FnMut(u32)) {
        self.numbers.equal(&fold::paper(&document.number), |place| {
            if let (Some(kind), Some(row)) = (self.kinds.get(place), self.rows.get(place))
                && *kind == document.kind
                && *row != FORGOTTEN
            {
                found(*row);
            }
        });
    }

    /// Visits every paper: the record, the kind and the key of the number.
    pub(super) fn each(&self, mut found: impl FnMut(u32, DocumentKind, &[u8])) {
        for (place, (kind, row)) in self.kinds.iter().zip(&self.rows).enumerate() {
            if *row != FORGOTTEN {
                found(*row, *kind, self.numbers.get(place));
            }
        }
    }

    /// Forgets the papers of records that are not wanted.
    pub(super) fn retain(&mut self, wanted: impl Fn(u32) -> bool) {
        if forget(&mut self.rows, wanted) {
            let rows = &self.rows;
            let keep = |place: usize| rows.get(place).is_some_and(|row| *row != FORGOTTEN);
            self.numbers.retain(keep);
            self.digits.retain(keep);
            let mut all = self.rows.iter();
            self.kinds.retain(|_| all.next().is_some_and(|row| *row != FORGOTTEN));
            self.rows.retain(|row| *row != FORGOTTEN);
        }
    }
}

fn digits_of(key: &[u8]) -> Vec<u8> {
    key.iter().copied().filter(u8::is_ascii_digit).collect()
}

/// A building or flat as it is compared: `19-Г`, `19 г` and `19г` are one; `12/2` keeps its stroke.
pub(super) fn building_key(text: &str) -> String {
    text.chars().filter(|sign| sign.is_alphanumeric() || *sign == '/').flat_map(char::to_lowercase).collect()
}
