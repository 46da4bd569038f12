//! Dates as people type them: `12031987`, `12.03.1987`, `12.3.87`, `1987-03-12`, or a year alone.

use crate::domain::name::clean;
use crate::domain::person::{BirthDate, Precision};
use chrono::{Datelike, NaiveDate};

/// The first year that a date of this office can have.
pub const FIRST_YEAR: i32 = 1900;

/// How many years ahead of today a date may lie (a paper valid for ever is written with a far year).
const YEARS_AHEAD: i32 = 100;

/// Why a typed text is not a date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DateFault {
    /// Nothing that looks like a date.
    NotADate,
    /// The shape is right and the calendar has no such day (30.02.).
    NoSuchDay,
    /// A year before 1900 or after the given today's year + 100.
    OddYear,
    /// A birth date after today.
    InFuture,
}

/// Reads a full date: `DDMMYYYY`, `D.M.YYYY`, `D.M.YY`, `D/M/YYYY`, `D-M-YYYY` or `YYYY-MM-DD`. A two-digit year is the last one not after `today`.
///
/// Commas and spaces separate as well as dots (the numeric pad of a Ukrainian layout types a comma), `р.` after the year is skipped.
pub fn parse(text: &str, today: NaiveDate) -> Result<NaiveDate, DateFault> {
    let text = without_year_word(&clean(text));
    let parts: Vec<&str> = text
        .split(|sign: char| matches!(sign, '.' | ',' | '/' | ' ') || is_dash(sign))
        .filter(|part| !part.is_empty())
        .collect();
    if parts.iter().any(|part| !part.bytes().all(|byte| byte.is_ascii_digit())) {
        return Err(DateFault::NotADate);
    }
    let number = |part: &str| part.parse::<i32>().map_err(|_| DateFault::NotADate);
    let (year, month, day) = match *parts {
        [whole] if whole.len() == 8 => (number(&whole[4..])?, number(&whole[2..4])?, number(&whole[..2])?),
        [year, month, day] | [day, month, year] if year.len() == 4 && month.len() <= 2 && day.len() <= 2 => {
            (number(year)?, number(month)?, number(day)?)
        }
        [day, month, year] if year.len() == 2 && month.len() <= 2 && day.len() <= 2 => {
            (full_year(number(year)?, today), number(month)?, number(day)?)
        }
        _ => return Err(DateFault::NotADate),
    };
    if !(FIRST_YEAR..=today.year() + YEARS_AHEAD).contains(&year) {
        return Err(DateFault::OddYear);
    }
    let month = u32::try_from(month).map_err(|_| DateFault::NotADate)?;
    let day = u32::try_from(day).map_err(|_| DateFault::NotADate)?;
    NaiveDate::from_ymd_opt(year, month, day).ok_or(DateFault::NoSuchDay)
}

/// Reads a birth date: all of [`parse`], or a year alone (`1987`, estimated).
pub fn parse_birth(text: &str, today: NaiveDate) -> Result<BirthDate, DateFault> {
    let year_alone = without_year_word(&clean(text));
    if year_alone.len() == 4 && year_alone.bytes().all(|byte| byte.is_ascii_digit()) {
        let year: i32 = year_alone.parse().map_err(|_| DateFault::NotADate)?;
        if year < FIRST_YEAR {
            return Err(DateFault::OddYear);
        }
        if year > today.year() {
            return Err(DateFault::InFuture);
        }
        let date = NaiveDate::from_ymd_opt(year, 1, 1).ok_or(DateFault::NoSuchDay)?;
        return Ok(BirthDate { date, precision: Precision::Year });
    }
    let date = parse(text, today)?;
    if date > today {
        return Err(DateFault::InFuture);
    }
    Ok(BirthDate { date, precision: Precision::Day })
}

/// `12.03.1987`, the way every screen and paper writes a date.
pub fn show(date: NaiveDate) -> String {
    date.format("%d.%m.%Y").to_string()
}

/// `12.03.1987`, or `1987` where only the year is known.
pub fn show_birth(birth: BirthDate) -> String {
    match birth.precision {
        Precision::Day => show(birth.date),
        Precision::Year => birth.date.year().to_string(),
    }
}

/// The day that a spreadsheet's number of days since 30.12.1899 means (`31848`, `31848.5`), from 1927 to 2064; none for any other text. Fewer
/// digits are a year, more are a date written together.
pub fn serial_day(text: &str) -> Option<NaiveDate> {
    const DAYS: std::ops::RangeInclusive<u64> = 10_000..=60_000;
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() != 5 || !is_digits(whole) || !is_digits(part) {
        return None;
    }
    let days: u64 = whole.parse().ok().filter(|days| DAYS.contains(days))?;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(chrono::Days::new(days))
}

/// The last year with these two digits that is not after today's.
fn full_year(two_digits: i32, today: NaiveDate) -> i32 {
    let this = today.year();
    let year = this - this.rem_euclid(100) + two_digits;
    if year > this { year - 100 } else { year }
}

/// Every dash that keyboards, word processors and spreadsheets put for a hyphen.
pub(crate) fn is_dash(sign: char) -> bool {
    matches!(sign, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}')
}

fn without_year_word(text: &str) -> String {
    let text = text.to_lowercase();
    ["р.н.", "р. н.", "р.", "р"]
        .into_iter()
        .find_map(|word| text.strip_suffix(word))
        .unwrap_or(&text)
        .trim_end()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn today() -> NaiveDate {
        day(2026, 11, 21)
    }

    #[rstest]
    #[case("12031987")]
    #[case("12.03.1987")]
    #[case("12.3.1987")]
    #[case("12.3.87")]
    #[case("12/03/1987")]
    #[case("12-3-1987")]
    #[case("12–03–1987")]
    #[case("1987-03-12")]
    #[case(" 12,03,1987 ")]
    #[case("12 03 1987")]
    #[case("12. 03. 1987 р.")]
    fn one_day_typed_in_many_ways_is_one_day(#[case] text: &str) {
        assert_eq!(parse(text, today()), Ok(day(1987, 3, 12)));
    }

    #[rstest]
    #[case("", DateFault::NotADate)]
    #[case("1987", DateFault::NotADate)]
    #[case("учора", DateFault::NotADate)]
    #[case("12.03.187", DateFault::NotADate)]
    #[case("120387", DateFault::NotADate)]
    #[case("١٢.03.1987", DateFault::NotADate)]
    #[case("99999999999.1.1987", DateFault::NotADate)]
    #[case("30.02.1987", DateFault::NoSuchDay)]
    #[case("29.02.1987", DateFault::NoSuchDay)]
    #[case("12.13.1987", DateFault::NoSuchDay)]
    #[case("00.00.1987", DateFault::NoSuchDay)]
    #[case("12.03.1887", DateFault::OddYear)]
    #[case("12.03.2127", DateFault::OddYear)]
    fn what_is_no_date_says_why(#[case] text: &str, #[case] fault: DateFault) {
        assert_eq!(parse(text, today()), Err(fault));
    }

    #[rstest]
    #[case("31.12.26", day(2026, 12, 31))]
    #[case("1.1.27", day(1927, 1, 1))]
    #[case("29.2.00", day(2000, 2, 29))]
    fn a_two_digit_year_is_never_after_this_year(#[case] text: &str, #[case] expected: NaiveDate) {
        assert_eq!(parse(text, today()), Ok(expected));
    }

    #[test]
    fn a_year_alone_is_an_estimated_birth_date() {
        let birth = parse_birth("1987 р.н.", today()).unwrap();
        assert_eq!(birth, BirthDate { date: day(1987, 1, 1), precision: Precision::Year });
        assert_eq!(show_birth(birth), "1987");
        assert_eq!(show_birth(parse_birth("12.3.87", today()).unwrap()), "12.03.1987");
    }

    #[rstest]
    #[case("1899", DateFault::OddYear)]
    #[case("2027", DateFault::InFuture)]
    #[case("22.11.2026", DateFault::InFuture)]
    #[case("1.1.2127", DateFault::OddYear)]
    fn nobody_is_born_before_1900_or_after_today(#[case] text: &str, #[case] fault: DateFault) {
        assert_eq!(parse_birth(text, today()), Err(fault));
    }

    #[test]
    fn today_itself_is_a_birth_date() {
        assert_eq!(parse_birth("21.11.2026", today()).unwrap().date, today());
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_back(days in 0_i64..46_000) {
            let date = day(1900, 1, 1) + chrono::Duration::days(days);
            prop_assert_eq!(parse(&show(date), today()), Ok(date));
            prop_assert_eq!(parse(&date.format("%Y-%m-%d").to_string(), today()), Ok(date));
            prop_assert_eq!(parse(&date.format("%d%m%Y").to_string(), today()), Ok(date));
        }

        #[test]
        fn any_text_is_answered(text in "\\PC{0,20}") {
            let _answer = parse_birth(&text, today());
        }
    }
}
