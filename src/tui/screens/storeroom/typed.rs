//! One typed line becomes a line of a paper: `одяг 120`, `прод 50 до 03.2027`, `4,2 кг одяг`. Pure.
//!
//! Here is only the shape of the line: which words name the thing, which are how much, which are the day it keeps until. What a
//! quantity may be says `domain::stock`, what things there are says the catalogue.

use crate::domain::name::clean;
use crate::search::small::Needle;
use chrono::{Datelike, NaiveDate};

/// Words before the day that goods keep until.
const UNTIL: [&str; 6] = ["до", "придатне", "термін", "until", "till", "exp"];

/// Words of units, as far as they tell a number from a name.
const UNITS: [&str; 16] =
    ["кг", "kg", "г", "гр", "g", "т", "t", "шт", "pc", "pcs", "пар", "пара", "пари", "наб", "набір", "набори"];

/// A typed line taken apart.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Split {
    /// Words that name the thing.
    pub name: String,
    /// How much, as typed: the unit with it.
    pub amount: Option<String>,
    /// Until when it keeps.
    pub until: Option<NaiveDate>,
}

/// What of a typed line cannot be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OddDay(pub String);

/// Takes a line apart.
///
/// Errors: there are digits behind «до», and they are no day.
pub fn split(text: &str) -> Result<Split, OddDay> {
    let text = clean(text);
    let mut words: Vec<&str> = text.split_whitespace().collect();
    let mut found = Split::default();
    let is_until = |word: &&str| UNTIL.contains(&word.to_lowercase().trim_end_matches('.'));
    if let Some(place) = words.iter().rposition(is_until).filter(|place| *place > 0) {
        let behind = words[place + 1..].join(" ");
        match day(&behind) {
            Some(until) => {
                found.until = Some(until);
                words.truncate(place);
            }
            None if behind.starts_with(|sign: char| sign.is_ascii_digit()) => return Err(OddDay(behind)),
            // «одяг до школи» is a name.
            None => {}
        }
    }
    if let Some(amount) = amount_at_end(&mut words).or_else(|| amount_at_start(&mut words)) {
        found.amount = Some(amount);
    }
    found.name = words.join(" ");
    Ok(found)
}

fn is_number(word: &str) -> bool {
    let mut signs = word.strip_prefix(['-', '−']).unwrap_or(word).chars();
    signs.next().is_some_and(|first| first.is_ascii_digit())
        && signs.all(|sign| sign.is_alphanumeric() || matches!(sign, ',' | '.'))
}

fn is_unit(word: &str) -> bool {
    UNITS.contains(&word.to_lowercase().trim_end_matches('.'))
}

fn is_digits(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// `… 4 200 г`: the number behind the name, with its unit and its thousands.
fn amount_at_end(words: &mut Vec<&str>) -> Option<String> {
    let mut first = words.len().checked_sub(1)?;
    if is_unit(words[first]) {
        first = first.checked_sub(1)?;
    }
    if first == 0 || !is_number(words[first]) {
        return None;
    }
    // Groups of three belong to the number before them: «4 200».
    while first > 1 && groups(words[first]) && is_digits(words[first - 1]) && words[first - 1].len() <= 3 {
        first -= 1;
    }
    Some(words.split_off(first).join(" "))
}

fn groups(word: &str) -> bool {
    let whole: String = word.chars().take_while(char::is_ascii_digit).collect();
    whole.len() == 3
}

/// `4,2 кг одяг`: the number before the name.
fn amount_at_start(words: &mut Vec<&str>) -> Option<String> {
    if words.len() < 2 || !is_number(words[0]) {
        return None;
    }
    let last = if words.len() > 2 && is_unit(words[1]) { 2 } else { 1 };
    let rest = words.split_off(last);
    Some(std::mem::replace(words, rest).join(" "))
}

/// A day that goods keep until: `31.03.2027`, `31.03.27`, or a month, which means its last day: `03.2027`, `03.27`, `032027`. A year alone
/// is its last day too.
pub fn day(text: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = text
        .trim_end_matches(['р', '.', ' '])
        .split(['.', ',', '/', '-', ' '])
        .filter(|part| !part.is_empty())
        .collect();
    if parts.is_empty() || parts.iter().any(|part| !is_digits(part) || part.len() > 8) {
        return None;
    }
    let number = |part: &str| part.parse::<u32>().ok();
    let year = |part: &str| {
        let year = part.parse::<i32>().ok()?;
        match part.len() {
            2 => Some(2000 + year),
            4 => Some(year).filter(|year| (2000..2200).contains(year)),
            _ => None,
        }
    };
    match *parts.as_slice() {
        [day, month, of] if of.len() != 1 && day.len() < 3 => {
            NaiveDate::from_ymd_opt(year(of)?, number(month)?, number(day)?)
        }
        [of, month, day] if of.len() == 4 => NaiveDate::from_ymd_opt(year(of)?, number(month)?, number(day)?),
        [month, of] => last_of_month(year(of)?, number(month)?),
        [whole] if whole.len() == 8 => {
            NaiveDate::from_ymd_opt(year(&whole[4..])?, number(&whole[2..4])?, number(&whole[..2])?)
        }
        [whole] if whole.len() == 6 => last_of_month(year(&whole[2..])?, number(&whole[..2])?),
        [whole] if whole.len() == 4 => match year(whole) {
            Some(year) => last_of_month(year, 12),
            None => last_of_month(year(&whole[2..])?, number(&whole[..2])?),
        },
        _ => None,
    }
}

fn last_of_month(year: i32, month: u32) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    first.checked_add_months(chrono::Months::new(1))?.pred_opt().filter(|last| last.month() == month)
}

/// Which of these things the typed words mean, the likeliest first; every one where nothing is typed.
pub fn find<'a>(things: impl Iterator<Item = (usize, &'a str, &'a str)>, typed: &str) -> Vec<usize> {
    let names = |(_, code, names): &(usize, &str, &str)| vec![(*names).to_owned(), (*code).to_owned()];
    Needle::of(typed).left_of(things.collect(), names).into_iter().map(|(place, ..)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn date(text: &str) -> Option<NaiveDate> {
        text.parse().ok()
    }

    #[rstest]
    #[case("одяг 120", "одяг", "120")]
    #[case("одяг 4,2", "одяг", "4,2")]
    #[case("одяг 4,2кг", "одяг", "4,2кг")]
    #[case("одяг 4,2 кг", "одяг", "4,2 кг")]
    #[case("одяг зимовий 4 200 г", "одяг зимовий", "4 200 г")]
    #[case("4,2 кг одяг", "одяг", "4,2 кг")]
    #[case("2 прод наб", "прод наб", "2")]
    #[case("одяг -3", "одяг", "-3")]
    #[case("підгузки 4 20", "підгузки 4", "20")]
    fn a_name_and_how_much(#[case] text: &str, #[case] name: &str, #[case] amount: &str) {
        let read = split(text).unwrap();
        assert_eq!((read.name.as_str(), read.amount.as_deref(), read.until), (name, Some(amount), None));
    }

    #[rstest]
    #[case("прод 50 до 03.2027", "2027-03-31")]
    #[case("прод 50 до 31.12.26", "2026-12-31")]
    #[case("прод 50 до 0228", "2028-02-29")]
    #[case("прод 50 until 01092027", "2027-09-01")]
    fn until_when_it_keeps(#[case] text: &str, #[case] until: &str) {
        let read = split(text).unwrap();
        assert_eq!((read.name.as_str(), read.amount.as_deref(), read.until), ("прод", Some("50"), date(until)));
    }

    #[test]
    fn what_is_no_day_is_said_and_a_name_with_the_word_stays_a_name() {
        assert_eq!(split("прод 50 до 13.2027"), Err(OddDay("13.2027".to_owned())));
        assert_eq!(split("прод 50 до 30.02.2027"), Err(OddDay("30.02.2027".to_owned())));
        let read = split("набір до школи 5").unwrap();
        assert_eq!((read.name.as_str(), read.amount.as_deref()), ("набір до школи", Some("5")));
        assert_eq!(split("одяг").unwrap().amount, None);
        assert_eq!(split("").unwrap(), Split::default());
    }

    const THINGS: [(usize, &str, &str); 4] = [
        (0, "clothes", "Одяг вживаний"),
        (1, "food_kit", "Продуктовий набір"),
        (2, "hygiene_kit", "Гігієнічний набір"),
        (3, "shoes", "Взуття дитяче"),
    ];

    #[rstest]
    #[case("прод", &[1])]
    #[case("наб", &[1, 2])]
    #[case("набір гіг", &[2])]
    #[case("jlzu", &[0])]
    #[case("food_kit", &[1])]
    #[case("взтт", &[3])]
    #[case("", &[0, 1, 2, 3])]
    #[case("пальто", &[])]
    fn a_thing_is_found_by_a_few_letters(#[case] typed: &str, #[case] expected: &[usize]) {
        assert_eq!(find(THINGS.into_iter(), typed), expected);
    }
}
