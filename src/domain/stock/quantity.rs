//! Quantities as people type and read them: «4,2», «4.2 кг», «4 200 г», «3 шт».
//!
//! No floats: scales show tenths of a kilogram, and sums over a year must not drift.

use super::item::Unit;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::{Add, AddAssign, Neg, Sub};

/// The most of a weighed item on one line, in grams: a hundred tonnes. More is a slip of the hand.
pub const MOST_GRAMS: i64 = 100_000_000;
/// The most of anything else on one line, in pieces.
pub const MOST_PIECES: i64 = 1_000_000;

/// A weight in grams.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Grams(pub i64);

/// How much of an item, in its base unit: grams of what is weighed, whole pieces (pairs, kits) of everything else.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Quantity(pub i64);

/// Why a text or number is no quantity of an item. Speaks through `text::Sentence` (`quantity-fault-…`).
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum QuantityFault {
    /// Nothing was typed, or no number.
    #[error("no number")]
    NotANumber,
    /// Zero.
    #[error("zero")]
    Zero,
    /// Less than zero.
    #[error("negative")]
    Negative,
    /// More than anybody hands out: carries the most.
    #[error("too much")]
    TooMuch {
        /// The most, in the base unit.
        most: Quantity,
        /// Of what unit.
        unit: Unit,
    },
    /// A part of a piece.
    #[error("whole pieces only")]
    WholeOnly {
        /// The item's unit.
        unit: Unit,
    },
    /// Scales show no less than a gram.
    #[error("finer than a gram")]
    TooFine,
    /// A weight was typed for what goes by piece.
    #[error("weight of a piece item")]
    WeightOfPieces {
        /// The item's unit.
        unit: Unit,
    },
    /// Pieces were typed for what goes by weight.
    #[error("pieces of a weighed item")]
    PiecesOfWeight,
}

/// What a typed text says before it is known of which item: the number and the unit word, if any.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Typed {
    /// The number in thousandths: `4,2` is 4200.
    pub thousandths: i64,
    /// What the word behind the number says.
    pub word: Option<Word>,
}

/// The unit words that people write behind a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Word {
    /// кг, kg.
    Kilograms,
    /// г, гр, g.
    Grams,
    /// шт, пар, набір, pc …
    Pieces,
}

impl Typed {
    /// Reads «4,2», «4.2», «4,2кг», «4 200 г», «-1», «3 шт».
    pub fn parse(text: &str) -> Result<Self, QuantityFault> {
        let text = text.trim().to_lowercase();
        let (negative, text) = match text.strip_prefix(['-', '−', '–']) {
            Some(rest) => (true, rest.trim_start()),
            None => (false, text.strip_prefix('+').unwrap_or(&text)),
        };
        let is_of_number = |sign: char| {
            sign.is_ascii_digit() || matches!(sign, ',' | '.' | '\'' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
        };
        let end = text.find(|sign| !is_of_number(sign)).unwrap_or(text.len());
        let (number, word) = text.split_at(end);
        let thousandths = thousandths(number)?;
        let word = match word.trim().trim_end_matches('.') {
            "" => None,
            "кг" | "kg" | "кіло" | "кілограм" | "кілограми" | "кілограмів" => {
                Some(Word::Kilograms)
            }
            "г" | "гр" | "g" | "грам" | "грами" | "грамів" => Some(Word::Grams),
            "шт" | "штук" | "штука" | "штуки" | "пара" | "пари" | "пар" | "набір" | "набори" | "наборів" | "pc"
            | "pcs" | "pair" | "pairs" | "kit" | "kits" => Some(Word::Pieces),
            _ => return Err(QuantityFault::NotANumber),
        };
        Ok(Self { thousandths: if negative { -thousandths } else { thousandths }, word })
    }

    /// The quantity of an item of this unit. Errors: every [`QuantityFault`].
    pub fn of(self, unit: Unit) -> Result<Quantity, QuantityFault> {
        if self.thousandths < 0 {
            return Err(QuantityFault::Negative);
        }
        let base = match (unit.is_weighed(), self.word) {
            (true, Some(Word::Pieces)) => return Err(QuantityFault::PiecesOfWeight),
            (true, Some(Word::Grams)) if self.thousandths % 1000 != 0 => return Err(QuantityFault::TooFine),
            (true, Some(Word::Grams)) => self.thousandths / 1000,
            (true, _) => self.thousandths,
            (false, Some(Word::Kilograms | Word::Grams)) => return Err(QuantityFault::WeightOfPieces { unit }),
            (false, _) if self.thousandths % 1000 != 0 => return Err(QuantityFault::WholeOnly { unit }),
            (false, _) => self.thousandths / 1000,
        };
        Quantity(base).checked(unit)
    }
}

/// A number in thousandths; spaces and apostrophes stand between thousands.
fn thousandths(text: &str) -> Result<i64, QuantityFault> {
    let text: String = text.chars().filter(|sign| sign.is_ascii_digit() || matches!(sign, ',' | '.')).collect();
    let (whole, part) = text.split_once([',', '.']).unwrap_or((&text, ""));
    if (whole.is_empty() && part.is_empty()) || part.contains([',', '.']) {
        return Err(QuantityFault::NotANumber);
    }
    let part = part.trim_end_matches('0');
    if part.len() > 3 {
        return Err(QuantityFault::TooFine);
    }
    // Longer numbers than these are too much of anything, and must not overflow.
    let whole: i64 = if whole.is_empty() { 0 } else { whole.parse().unwrap_or(i64::MAX / 1000).min(i64::MAX / 2000) };
    let part: i64 = format!("{part:0<3}").parse().map_err(|_| QuantityFault::NotANumber)?;
    Ok(whole * 1000 + part)
}

impl Quantity {
    /// None of it.
    pub const ZERO: Self = Self(0);

    /// Reads what was typed for an item of this unit.
    pub fn parse(text: &str, unit: Unit) -> Result<Self, QuantityFault> {
        Typed::parse(text)?.of(unit)
    }

    /// Whether so much can stand on a line.
    pub fn checked(self, unit: Unit) -> Result<Self, QuantityFault> {
        let most = Self(if unit.is_weighed() { MOST_GRAMS } else { MOST_PIECES });
        match self.0 {
            0 => Err(QuantityFault::Zero),
            ..0 => Err(QuantityFault::Negative),
            _ if self > most => Err(QuantityFault::TooMuch { most, unit }),
            _ => Ok(self),
        }
    }

    /// As screens and papers show it, without the unit: `4,2` kilograms, `1 025` pieces (a narrow space between thousands).
    pub fn show(self, unit: Unit) -> String {
        if unit.is_weighed() { Grams(self.0).kilograms() } else { grouped(self.0) }
    }

    /// Whether there is none.
    pub fn is_zero(self) -> bool {
        self.0 == 0
    }
}

impl Grams {
    /// Kilograms without needless zeros, a comma before the part: `4,2`, `12`, `0,05`.
    pub fn kilograms(self) -> String {
        let sign = if self.0 < 0 { "−" } else { "" };
        let grams = self.0.unsigned_abs();
        let part = format!("{:03}", grams % 1000);
        let part = part.trim_end_matches('0');
        let whole = grouped(i64::try_from(grams / 1000).unwrap_or(i64::MAX));
        if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole},{part}") }
    }
}

/// Thousands apart by a no-break space, as papers have them.
fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() * 2);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('\u{a0}');
        }
        text.push(digit);
    }
    if number < 0 { format!("−{text}") } else { text }
}

impl fmt::Display for Grams {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.kilograms())
    }
}

macro_rules! arithmetic {
    ($($name:ident),*) => {$(
        impl Add for $name {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self(self.0.saturating_add(other.0))
            }
        }
        impl Sub for $name {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self(self.0.saturating_sub(other.0))
            }
        }
        impl AddAssign for $name {
            fn add_assign(&mut self, other: Self) {
                *self = *self + other;
            }
        }
        impl Neg for $name {
            type Output = Self;
            fn neg(self) -> Self {
                Self(self.0.saturating_neg())
            }
        }
        impl std::iter::Sum for $name {
            fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
                all.fold(Self(0), |sum, one| sum + one)
            }
        }
    )*};
}

arithmetic!(Quantity, Grams);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("4,2", Unit::Kilogram, 4200)]
    #[case("4.2", Unit::Kilogram, 4200)]
    #[case("4,2кг", Unit::Kilogram, 4200)]
    #[case("4 200 г", Unit::Kilogram, 4200)]
    #[case("4\u{a0}200 г.", Unit::Kilogram, 4200)]
    #[case(" ,5 ", Unit::Kilogram, 500)]
    #[case("0,005", Unit::Kilogram, 5)]
    #[case("12", Unit::Kilogram, 12_000)]
    #[case("3", Unit::Piece, 3)]
    #[case("3,0", Unit::Piece, 3)]
    #[case("1 025 шт", Unit::Kit, 1025)]
    #[case("2 пари", Unit::Pair, 2)]
    fn a_quantity_is_read_as_people_type_it(#[case] text: &str, #[case] unit: Unit, #[case] base: i64) {
        assert_eq!(Quantity::parse(text, unit), Ok(Quantity(base)));
    }

    #[test]
    fn what_is_no_quantity_says_why() {
        let of = |text: &str, unit| Quantity::parse(text, unit).unwrap_err();
        assert_eq!(of("", Unit::Piece), QuantityFault::NotANumber);
        assert_eq!(of("багато", Unit::Piece), QuantityFault::NotANumber);
        assert_eq!(of("1,2,3", Unit::Kilogram), QuantityFault::NotANumber);
        assert_eq!(of("0", Unit::Piece), QuantityFault::Zero);
        assert_eq!(of("-1", Unit::Piece), QuantityFault::Negative);
        assert_eq!(of("−4,2", Unit::Kilogram), QuantityFault::Negative);
        assert_eq!(of("4,2", Unit::Piece), QuantityFault::WholeOnly { unit: Unit::Piece });
        assert_eq!(of("4,2кг", Unit::Piece), QuantityFault::WeightOfPieces { unit: Unit::Piece });
        assert_eq!(of("2 шт", Unit::Kilogram), QuantityFault::PiecesOfWeight);
        assert_eq!(of("0,0004", Unit::Kilogram), QuantityFault::TooFine);
        assert_eq!(of("1e9", Unit::Kilogram), QuantityFault::NotANumber);
        let most = Quantity(MOST_PIECES);
        assert_eq!(of("1000000000", Unit::Piece), QuantityFault::TooMuch { most, unit: Unit::Piece });
        assert_eq!(of(&"9".repeat(60), Unit::Piece), QuantityFault::TooMuch { most, unit: Unit::Piece });
    }

    #[test]
    fn weights_are_shown_without_needless_zeros() {
        assert_eq!(Quantity(4200).show(Unit::Kilogram), "4,2");
        assert_eq!(Quantity(812_500).show(Unit::Kilogram), "812,5");
        assert_eq!(Quantity(50).show(Unit::Kilogram), "0,05");
        assert_eq!(Quantity(-1500).show(Unit::Kilogram), "−1,5");
        assert_eq!(Quantity(1025).show(Unit::Kit), "1\u{a0}025");
        assert_eq!(Grams(9_000_000).kilograms(), "9\u{a0}000");
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_back(base in 1..MOST_PIECES, weighed: bool) {
            let unit = if weighed { Unit::Kilogram } else { Unit::Piece };
            prop_assert_eq!(Quantity::parse(&Quantity(base).show(unit), unit), Ok(Quantity(base)));
        }

        #[test]
        fn no_text_breaks_the_reader(text in "\\PC*") {
            let _ = Typed::parse(&text);
        }
    }
}
