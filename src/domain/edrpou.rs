//! EDRPOU codes (ЄДРПОУ): the eight digits by which organisations are registered.
//!
//! The last digit is a check digit. A code whose check digit disagrees is warned of and never refused: some old ones were given out so,
//! and the paper in hand is right. Source of the algorithm: the published check of the register's codes; the tests hold it against
//! codes that organisations publish.

/// A code of eight digits, as an organisation writes it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Edrpou([u8; 8]);

/// Weights of the first seven digits.
const WEIGHTS: [u32; 7] = [1, 2, 3, 4, 5, 6, 7];
/// Weights of codes from 30 to 60 million.
const WEIGHTS_OF_THE_MIDDLE: [u32; 7] = [7, 1, 2, 3, 4, 5, 6];
/// Added to every weight where the first sum leaves no digit.
const SECOND_TRY: u32 = 2;

impl Edrpou {
    /// Reads eight digits, spaces between them or around them forgiven; none for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let digits: Vec<u8> = text
            .chars()
            .filter(|sign| !sign.is_whitespace())
            .map(|sign| sign.to_digit(10).and_then(|digit| u8::try_from(digit).ok()))
            .collect::<Option<_>>()?;
        Some(Self(digits.try_into().ok()?))
    }

    /// Whether the check digit agrees with the others.
    pub fn agrees(self) -> bool {
        let Self([first @ .., last]) = self;
        let weights = if (3..=5).contains(&first[0]) { WEIGHTS_OF_THE_MIDDLE } else { WEIGHTS };
        let sum = |more: u32| -> u32 {
            first.iter().zip(weights).map(|(digit, weight)| u32::from(*digit) * (weight + more)).sum::<u32>() % 11
        };
        let rest = match sum(0) {
            10 => sum(SECOND_TRY) % 10,
            rest => rest,
        };
        rest == u32::from(last)
    }
}

impl std::fmt::Display for Edrpou {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|digit| write!(f, "{digit}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_that_organisations_publish_agree_and_a_slip_does_not() {
        for code in ["32855961", "00032112", "14360570", "31316718", "20077720"] {
            let read = Edrpou::parse(code).unwrap();
            assert!(read.agrees(), "{code}");
            assert_eq!(read.to_string(), code);
        }
        for slip in ["32855962", "00032113", "14360750", "31316781"] {
            assert!(!Edrpou::parse(slip).unwrap().agrees(), "{slip}");
        }
    }

    #[test]
    fn only_eight_digits_are_a_code() {
        assert_eq!(Edrpou::parse(" 3285 5961 ").map(|code| code.to_string()), Some("32855961".to_owned()));
        for text in ["", "3285596", "328559611", "3285596x", "ВПО"] {
            assert_eq!(Edrpou::parse(text), None, "{text}");
        }
    }
}
