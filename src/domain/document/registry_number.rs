//! УНЗР, the number of the demographic register: `YYYYMMDD-NNNNN`, birth date first, a check digit last.

use super::{Told, digit_values, only_digits, squeeze};
use crate::domain::date::FIRST_YEAR;
use chrono::{Datelike, NaiveDate};

/// Weights repeated over the digits before the last, as machine-readable papers have them. Unconfirmed for this number, so a
/// disagreement only warns.
const WEIGHTS: [u32; 3] = [7, 3, 1];

/// Thirteen digits with or without the hyphen after the eighth; the first eight must be a day of the calendar.
pub(super) fn settle(text: &str) -> Option<String> {
    let squeezed = squeeze(text);
    let digits = match squeezed.split_once('-') {
        Some((day, rest)) if day.len() == 8 => format!("{day}{rest}"),
        Some(_) => return None,
        None => squeezed,
    };
    if !only_digits(&digits, 13) {
        return None;
    }
    let (day, rest) = digits.split_at(8);
    birth(day)?;
    Some(format!("{day}-{rest}"))
}

/// What the number says: birth date and check digit, nothing of sex.
pub(super) fn tell(number: &str) -> Option<Told> {
    let digits = digit_values(number);
    let [first @ .., found] = digits.as_slice() else { return None };
    if first.len() != 12 {
        return None;
    }
    let sum: u32 = first.iter().zip(WEIGHTS.iter().cycle()).map(|(digit, weight)| u32::from(*digit) * weight).sum();
    Some(Told {
        expected: u8::try_from(sum % 10).ok()?,
        found: *found,
        birth: number.get(..8).and_then(birth),
        sex: None,
    })
}

fn birth(day: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(day, "%Y%m%d").ok().filter(|date| (FIRST_YEAR..=2100).contains(&date.year()))
}
