//! РНОКПП, the taxpayer's number: ten digits that tell birth date, sex and their own check digit.

use super::{Told, digit_values, only_digits, squeeze};
use crate::domain::person::Sex;
use chrono::{Days, NaiveDate};

/// Weights of the first nine digits (source: table "Identity papers" of the domain notes).
const WEIGHTS: [i32; 9] = [-1, 5, 7, 9, 4, 6, 10, 5, 7];

/// Ten digits, spaces between them allowed. The check digit is a matter of warnings.
pub(super) fn settle(text: &str) -> Option<String> {
    let digits = squeeze(text);
    only_digits(&digits, 10).then_some(digits)
}

/// What the number says: d1–d5 days since 31.12.1899, d9 odd for a man, d10 = (Σ wᵢ·dᵢ mod 11) mod 10.
pub(super) fn tell(number: &str) -> Option<Told> {
    let digits = digit_values(number);
    let [first @ .., found] = digits.as_slice() else { return None };
    if first.len() != WEIGHTS.len() {
        return None;
    }
    let sum: i32 = WEIGHTS.iter().zip(first).map(|(weight, digit)| weight * i32::from(*digit)).sum();
    let expected = u8::try_from(sum.rem_euclid(11) % 10).ok()?;
    let days = first[..5].iter().fold(0_u64, |days, digit| days * 10 + u64::from(*digit));
    // Zero days would be the day before the count begins: such a number holds no birth date.
    let birth = if days == 0 {
        None
    } else {
        NaiveDate::from_ymd_opt(1899, 12, 31).and_then(|start| start.checked_add_days(Days::new(days)))
    };
    let sex = if first[8] % 2 == 1 { Sex::Male } else { Sex::Female };
    Some(Told { expected, found: *found, birth, sex: Some(sex) })
}
