//! What spreadsheets make of numbers that are none: phones as floats, days as numbers, an exponent where digits were.

use crate::domain::date;
use chrono::NaiveDate;

/// Digits that a spreadsheet keeps exactly; what an exponent hides behind them is lost.
const EXACT_DIGITS: usize = 15;

/// The digits of a whole number that was written as a float: `380671234567.0`, `6.71234567E8`. Anything else stays as it is, also an
/// exponent that lost digits: a phone that ends in made-up noughts is worse than none.
pub(in crate::exchange) fn whole_number(text: &str) -> String {
    let text = text.trim();
    let (number, exponent) = match text.split_once(['E', 'e']) {
        Some((number, exponent)) => match exponent.trim_start_matches('+').parse::<usize>() {
            Ok(exponent) => (number, Some(exponent)),
            Err(_) => return text.to_owned(),
        },
        None => (text, None),
    };
    let Some((whole, part)) = number.split_once(['.', ',']) else { return text.to_owned() };
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(whole) || !is_digits(part) {
        return text.to_owned();
    }
    match exponent {
        None if whole.len() >= 2 && part.bytes().all(|byte| byte == b'0') => whole.to_owned(),
        // Nine digits are a phone without its nought: fewer than the exponent asks for were rounded away.
        Some(exponent) if part.len() <= exponent && exponent < EXACT_DIGITS && part.len() + 2 > exponent => {
            format!("{whole}{part}{}", "0".repeat(exponent - part.len()))
        }
        _ => text.to_owned(),
    }
}

/// The day that a spreadsheet's number of days means. A number that may as well be a year with a digit too many (`20244`) is none:
/// only the other cells of its column tell, and they are not seen here.
pub(in crate::exchange) fn serial_day(text: &str) -> Option<NaiveDate> {
    if may_be_a_year(text) { None } else { date::serial_day(text) }
}

/// Whether a number of days reads as a year of this or the last century with a digit too many.
pub(in crate::exchange) fn may_be_a_year(text: &str) -> bool {
    ["19", "20"].iter().any(|century| text.starts_with(century)) && date::serial_day(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_kept_as_a_number_has_its_digits_again() {
        assert_eq!(whole_number("380671234567.0"), "380671234567");
        assert_eq!(whole_number("6.71234567E8"), "671234567");
        assert_eq!(whole_number("3,80671234567E+11"), "380671234567");
        assert_eq!(whole_number("3.80671E+11"), "3.80671E+11", "lost digits are not made up");
        assert_eq!(whole_number("0671234567"), "0671234567");
        assert_eq!(whole_number("вул. Лісова 4"), "вул. Лісова 4");
    }

    #[test]
    fn a_number_of_days_is_a_day() {
        assert_eq!(serial_day("31848"), NaiveDate::from_ymd_opt(1987, 3, 12));
        assert_eq!(serial_day("31848.0"), NaiveDate::from_ymd_opt(1987, 3, 12));
        for other in ["1987", "12031987", "20244", "99999", "12.03.1987", "1.2345", ""] {
            assert_eq!(serial_day(other), None, "{other}");
        }
    }
}
