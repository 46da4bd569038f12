//! Family numbers: seven digits, `482-1737`: six random ones and a check digit (Damm), readable aloud.
//!
//! Random, so that a gap between two numbers never betrays a hidden record and two offices' files can be merged; a check
//! digit, so that one wrong digit or two swapped ones are noticed; digits only, since a card scanner types them the same in
//! every keyboard layout (`482173` + `7`). The first digit is never zero: spreadsheets eat it.

use crate::domain::date::is_dash;
use crate::domain::name::clean;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A family's human number, check digit included: 1 000 000 ..= 9 999 999.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FamilyNumber(u32);

/// Damm's quasigroup of order ten (source: H. M. Damm, 2004). It is weakly totally anti-symmetric, which is what makes every
/// single wrong digit and every swap of neighbours visible.
const DAMM: [[u32; 10]; 10] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
    [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
    [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
    [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
    [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
    [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
    [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

/// How many numbers there are: the first six digits run from 100 000 to 999 999.
const COUNT: u64 = 900_000;

impl FamilyNumber {
    /// The number whose first six digits come from `random` (any value is folded into 100 000 ..= 999 999).
    pub fn from_random(random: u64) -> Self {
        let six = u32::try_from(random % COUNT).unwrap_or(0) + 100_000;
        Self(six * 10 + damm(six))
    }

    /// Reads `4821737`, `482-1737`, `482 1737`; none where the check digit disagrees.
    pub fn parse(text: &str) -> Option<Self> {
        let text = clean(text);
        let mut digits = String::with_capacity(7);
        for sign in text.chars() {
            match sign {
                '0'..='9' => digits.push(sign),
                // A separator stands between the third and the fourth digit only, so that no other digits are read as a number.
                _ if digits.len() == 3 && (sign == ' ' || is_dash(sign)) => {}
                _ => return None,
            }
        }
        if digits.len() != 7 {
            return None;
        }
        Self::from_value(digits.parse().ok()?)
    }

    /// The seven digits as a number, for the store.
    pub fn value(self) -> u32 {
        self.0
    }

    /// The number of a stored value; none where the check digit disagrees.
    pub fn from_value(value: u32) -> Option<Self> {
        ((1_000_000..=9_999_999).contains(&value) && damm(value) == 0).then_some(Self(value))
    }
}

impl fmt::Display for FamilyNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:03}-{:04}", self.0 / 10_000, self.0 % 10_000)
    }
}

/// Damm's check digit of a number's decimal digits; zero for a number that already carries the right one.
fn damm(value: u32) -> u32 {
    value.to_string().bytes().fold(0, |interim, digit| DAMM[interim as usize][usize::from(digit - b'0')])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[test]
    fn the_published_example_of_the_algorithm_holds() {
        assert_eq!(damm(572), 4);
        assert_eq!(damm(5724), 0);
    }

    #[rstest]
    #[case("4821737")]
    #[case("482-1737")]
    #[case("482 1737")]
    #[case(" 482–1737 ")]
    #[case("482 - 1737")]
    fn a_number_is_read_as_people_write_it(#[case] text: &str) {
        let number = FamilyNumber::parse(text).unwrap();
        assert_eq!(number.value(), 4_821_737);
        assert_eq!(number.to_string(), "482-1737");
    }

    #[rstest]
    #[case("")]
    #[case("482-1730")]
    #[case("48-21737")]
    #[case("0821737")]
    #[case("48217370")]
    #[case("482173")]
    #[case("№482-1737")]
    fn anything_else_is_no_number(#[case] text: &str) {
        assert_eq!(FamilyNumber::parse(text), None);
    }

    #[test]
    fn every_row_and_column_of_the_table_has_each_digit_once() {
        for index in 0..10 {
            let mut row: Vec<u32> = DAMM[index].to_vec();
            let mut column: Vec<u32> = DAMM.iter().map(|row| row[index]).collect();
            row.sort_unstable();
            column.sort_unstable();
            assert_eq!(row, (0..10).collect::<Vec<u32>>());
            assert_eq!(column, row);
            assert_eq!(DAMM[index][index], 0);
        }
    }

    proptest! {
        #[test]
        fn any_random_value_gives_a_number_that_is_read_back(random: u64) {
            let number = FamilyNumber::from_random(random);
            prop_assert_eq!(FamilyNumber::parse(&number.to_string()), Some(number));
            prop_assert_eq!(FamilyNumber::from_value(number.value()), Some(number));
        }

        #[test]
        fn one_wrong_digit_is_refused(random: u64, place in 0_usize..7, digit in 0_u8..10) {
            let right = FamilyNumber::from_random(random).value().to_string();
            let mut wrong = right.clone().into_bytes();
            wrong[place] = b'0' + digit;
            let wrong = String::from_utf8(wrong).unwrap();
            prop_assume!(wrong != right);
            prop_assert_eq!(FamilyNumber::parse(&wrong), None);
        }

        #[test]
        fn two_swapped_neighbours_are_refused(random: u64, place in 0_usize..6) {
            let right = FamilyNumber::from_random(random).value().to_string();
            let mut wrong = right.clone().into_bytes();
            wrong.swap(place, place + 1);
            let wrong = String::from_utf8(wrong).unwrap();
            prop_assume!(wrong != right);
            prop_assert_eq!(FamilyNumber::parse(&wrong), None);
        }
    }
}
