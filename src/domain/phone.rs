//! Phones: settled to `+380XXXXXXXXX`; foreign ones keep their own country.

use crate::domain::date::is_dash;
use crate::domain::name::clean;
use serde::{Deserialize, Serialize};

/// A phone: as typed and, where it is Ukrainian, settled.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Phone {
    /// `+380XXXXXXXXX`; for a foreign one `+` and the digits typed, without spaces, brackets and hyphens.
    pub settled: String,
    /// As typed.
    pub raw: String,
}

/// Why a typed text is not a phone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PhoneFault {
    /// No digits, or signs that no phone has.
    NotAPhone,
    /// So many digits were found: fewer than any phone, or more.
    WrongLength(usize),
}

/// Digits of an international number with its country code (E.164 allows fifteen at most; below seven are only local ones).
const FOREIGN_DIGITS: std::ops::RangeInclusive<usize> = 7..=15;

/// Codes that Ukrainian numbers begin with after the zero: regions, mobile operators, 0800 and 0900 services.
const PREFIXES: [&str; 48] = [
    "31", "32", "33", "34", "35", "36", "37", "38", "39", "41", "43", "44", "45", "46", "47", "48", "50", "51", "52",
    "53", "54", "55", "56", "57", "61", "62", "63", "64", "65", "66", "67", "68", "69", "73", "75", "77", "80", "89",
    "90", "91", "92", "93", "94", "95", "96", "97", "98", "99",
];

impl Phone {
    /// Reads `0XXXXXXXXX`, `380…`, `80…`, `+380…` with spaces, brackets and hyphens; a foreign number begins with `+` or `00`.
    pub fn parse(text: &str) -> Result<Self, PhoneFault> {
        let raw = clean(text);
        let (plus, rest) = raw.strip_prefix('+').map_or((false, raw.as_str()), |rest| (true, rest));
        let mut digits = String::new();
        for sign in rest.chars() {
            match sign {
                '0'..='9' => digits.push(sign),
                ' ' | '(' | ')' | '.' | '/' => {}
                _ if is_dash(sign) => {}
                _ => return Err(PhoneFault::NotAPhone),
            }
        }
        if digits.is_empty() {
            return Err(PhoneFault::NotAPhone);
        }
        let length = digits.len();
        let (international, digits) = match digits.strip_prefix("00") {
            Some(rest) if !plus => (true, rest.to_owned()),
            _ => (plus, digits),
        };
        let settled = if let Some(settled) = settle_ukrainian(&digits) {
            settled
        } else if international
            && !digits.starts_with("380")
            && !digits.starts_with('0')
            && FOREIGN_DIGITS.contains(&digits.len())
        {
            format!("+{digits}")
        } else {
            return Err(PhoneFault::WrongLength(length));
        };
        Ok(Self { settled, raw })
    }

    /// Whether it is a Ukrainian number, settled.
    pub fn is_ukrainian(&self) -> bool {
        self.settled.starts_with("+380") && self.settled.len() == 13
    }

    /// `067 123 45 67` for screens; a foreign one as it is.
    pub fn show(&self) -> String {
        let local = self.settled.strip_prefix("+38").filter(|_| self.is_ukrainian());
        let groups =
            local.and_then(|local| Some((local.get(..3)?, local.get(3..6)?, local.get(6..8)?, local.get(8..)?)));
        match groups {
            Some((code, a, b, c)) => format!("{code} {a} {b} {c}"),
            None => self.settled.clone(),
        }
    }
}

/// Whether ten digits `0XXXXXXXXX` begin with a code that Ukrainian phones have. A taxpayer's number seldom does (its owner
/// would be ninety and more), so such digits are taken for a phone.
pub fn has_ukrainian_code(digits: &str) -> bool {
    digits.strip_prefix('0').and_then(|rest| rest.get(..2)).is_some_and(|code| PREFIXES.contains(&code))
}

/// `0XXXXXXXXX`, `80XXXXXXXXX` and `380XXXXXXXXX` as `+380XXXXXXXXX`. No number begins with `00` inside the country.
fn settle_ukrainian(digits: &str) -> Option<String> {
    let local = match digits.len() {
        10 => digits,
        11 => digits.strip_prefix('8')?,
        12 => digits.strip_prefix("38")?,
        _ => return None,
    };
    (local.starts_with('0') && !local.starts_with("00")).then(|| format!("+38{local}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("0671234567")]
    #[case("067 123-45-67")]
    #[case("(067) 123 45 67")]
    #[case("067.123.45.67")]
    #[case("380671234567")]
    #[case("80671234567")]
    #[case("8 (067) 123-45-67")]
    #[case("+380671234567")]
    #[case("+38 (067) 123–45–67")]
    #[case("+38\u{a0}067\u{a0}123\u{a0}45\u{a0}67")]
    #[case("\u{202a}+380671234567\u{202c}")]
    #[case("00380671234567")]
    fn one_phone_typed_in_many_ways_is_one_phone(#[case] text: &str) {
        let phone = Phone::parse(text).unwrap();
        assert_eq!(phone.settled, "+380671234567");
        assert!(phone.is_ukrainian());
        assert_eq!(phone.show(), "067 123 45 67");
    }

    #[rstest]
    #[case("+48 123 456 789", "+48123456789")]
    #[case("+49 (1512) 345-67-89", "+4915123456789")]
    #[case("0048 123 456 789", "+48123456789")]
    fn a_foreign_phone_keeps_its_country(#[case] text: &str, #[case] settled: &str) {
        let phone = Phone::parse(text).unwrap();
        assert_eq!(phone.settled, settled);
        assert_eq!(phone.show(), settled);
        assert!(!phone.is_ukrainian());
    }

    #[rstest]
    #[case("", PhoneFault::NotAPhone)]
    #[case("немає", PhoneFault::NotAPhone)]
    #[case("067 123 45 6O", PhoneFault::NotAPhone)]
    #[case("+", PhoneFault::NotAPhone)]
    #[case("067 123 45 67 мама", PhoneFault::NotAPhone)]
    #[case("067123456", PhoneFault::WrongLength(9))]
    #[case("06712345678", PhoneFault::WrongLength(11))]
    #[case("+38067123456", PhoneFault::WrongLength(11))]
    #[case("48123456789", PhoneFault::WrongLength(11))]
    #[case("+12345", PhoneFault::WrongLength(5))]
    #[case("3184710691", PhoneFault::WrongLength(10))]
    fn what_is_no_phone_says_why(#[case] text: &str, #[case] fault: PhoneFault) {
        assert_eq!(Phone::parse(text), Err(fault));
    }

    #[test]
    fn the_typed_text_is_kept_beside() {
        assert_eq!(Phone::parse(" 067 123-45-67 ").unwrap().raw, "067 123-45-67");
    }

    #[test]
    fn a_damaged_stored_phone_is_shown_as_it_is() {
        let phone = Phone { settled: "+380яяяяя".to_owned(), raw: String::new() };
        assert_eq!(phone.show(), "+380яяяяя".to_owned());
    }

    proptest! {
        #[test]
        fn all_forms_of_a_number_settle_to_the_same(rest in "[1-9][0-9]{8}", sign in "[ .()/-]{0,2}") {
            let settled = format!("+380{rest}");
            for form in [
                format!("0{rest}"),
                format!("80{rest}"),
                format!("380{rest}"),
                format!("+380{rest}"),
                format!("0{}{sign}{}{sign}{}", &rest[..2], &rest[2..5], &rest[5..]),
                format!("+38{sign}0{}{sign}{}", &rest[..2], &rest[2..]),
            ] {
                prop_assert_eq!(Phone::parse(&form).unwrap().settled, settled.clone());
            }
            let shown = Phone::parse(&settled).unwrap().show();
            prop_assert_eq!(Phone::parse(&shown).unwrap().settled, settled);
        }
    }
}
