//! What is typed in the forms of the calendar: hours, days without a year, ages, how long a series goes on.
//!
//! Trainers are no clerks: `11`, `1100`, `11-12.30` and `3006` are enough. What is read is shown in full as soon as the field is left.

use crate::domain::date;
use crate::domain::event::{AgeRange, Hours};
use chrono::{Datelike, NaiveDate, NaiveTime};

/// How far back a day without a year is meant, rather than of next year: a list of last month is written up late.
const DAYS_BACK: i64 = 120;

fn is_dash(sign: char) -> bool {
    matches!(sign, '-' | '–' | '—' | '−' | '‑')
}

/// A time: `11`, `930`, `1100`, `11:00`, `11.30`, `11,30`.
fn time(text: &str) -> Option<NaiveTime> {
    let parts: Vec<&str> = text.split([':', '.', ',']).collect();
    let number = |part: &str| -> Option<u32> {
        let is_number = (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| part.parse().ok()).flatten()
    };
    let (hour, minute) = match *parts {
        [whole] if matches!(whole.len(), 3 | 4) && whole.is_ascii() => {
            let (hour, minute) = whole.split_at(whole.len() - 2);
            (number(hour)?, number(minute)?)
        }
        [hour] => (number(hour)?, 0),
        [hour, minute] if minute.len() == 2 => (number(hour)?, number(minute)?),
        _ => return None,
    };
    // Midnight at the end of a day is written as 24 as well.
    NaiveTime::from_hms_opt(if hour == 24 && minute == 0 { 0 } else { hour }, minute, 0)
}

/// Hours: `11`, `11-12.30`, `1100 1230`, `22-2`. Nothing typed is nothing known. None for what is no time.
pub(super) fn hours(text: &str) -> Option<Hours> {
    let parts: Vec<&str> =
        text.trim().split(|sign: char| is_dash(sign) || sign.is_whitespace()).filter(|part| !part.is_empty()).collect();
    match *parts {
        [] => Some(Hours::default()),
        [start] => Some(Hours { start: Some(time(start)?), end: None }),
        [start, end] => Some(Hours { start: Some(time(start)?), end: Some(time(end)?) }),
        _ => None,
    }
}

/// `11:00–12:30`; nothing where nothing is known.
pub(super) fn show_hours(hours: Hours) -> String {
    let show = |time: NaiveTime| time.format("%H:%M").to_string();
    match (hours.start, hours.end) {
        (Some(start), Some(end)) => format!("{}–{}", show(start), show(end)),
        (Some(start), None) => show(start),
        (None, _) => String::new(),
    }
}

/// A whole date. A year of two digits is one of this century: nothing here was held in 1927.
fn whole(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let text = text.trim();
    let split = text.rsplit_once(['.', ',', '/', ' ']);
    let full = split.filter(|(before, year)| {
        year.len() == 2 && year.bytes().all(|byte| byte.is_ascii_digit()) && before.contains(['.', ',', '/', ' '])
    });
    match full {
        Some((before, year)) => date::parse(&format!("{before}.20{year}"), today).ok(),
        None => date::parse(text, today).ok(),
    }
}

/// A day: as everywhere, or without its year (`28.11`, `2811`): the next such day, or one of the last months.
pub(super) fn day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    if let Some(day) = whole(text, today) {
        return Some(day);
    }
    let (day, month) = day_and_month(text)?;
    let in_year = |year| NaiveDate::from_ymd_opt(year, month, day);
    let years = (today.year() - 1..=today.year() + 4).filter_map(in_year);
    years.into_iter().find(|day| (today - *day).num_days() <= DAYS_BACK)
}

/// The next day of this day and month that is not before `start`; a whole date as it is.
pub(super) fn day_after(text: &str, start: NaiveDate) -> Option<NaiveDate> {
    if let Some(day) = whole(text, start) {
        return Some(day);
    }
    let (day, month) = day_and_month(text)?;
    (start.year()..=start.year() + 8)
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
        .find(|day| *day >= start)
}

fn day_and_month(text: &str) -> Option<(u32, u32)> {
    let text = text.trim();
    if text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some((text[..2].parse().ok()?, text[2..].parse().ok()?));
    }
    let parts: Vec<&str> = text
        .split(|sign: char| matches!(sign, '.' | ',' | '/' | ' ') || is_dash(sign))
        .filter(|part| !part.is_empty())
        .collect();
    let [day, month] = *parts else { return None };
    let number = |part: &str| (part.len() <= 2).then(|| part.parse().ok()).flatten();
    Some((number(day)?, number(month)?))
}

/// How long a series goes on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Until {
    /// To this day, inclusive.
    Day(NaiveDate),
    /// So many sessions.
    Sessions(usize),
}

/// `30.06.2027`, `30.06`, `3006`; or the number of sessions: `22`, `22 заняття`.
pub(super) fn until(text: &str, start: NaiveDate) -> Option<Until> {
    let text = text.trim();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text[digits..].trim();
    let is_count = (1..=3).contains(&digits) && (rest.is_empty() || rest.chars().all(char::is_alphabetic));
    if is_count {
        return text[..digits].parse().ok().filter(|count| *count > 0).map(Until::Sessions);
    }
    day_after(text, start).map(Until::Day)
}

/// Ages: `12-16`, `12+`, `від 12`, `до 6`, `-6`, `12`. Nothing typed is everybody. None for what is no age.
pub(super) fn ages(text: &str) -> Option<AgeRange> {
    let text = text.trim().to_lowercase();
    let number = |part: &str| -> Option<u32> { part.trim().parse().ok() };
    if text.is_empty() {
        return Some(AgeRange::default());
    }
    for word in ["до ", "to ", "up to "] {
        if let Some(rest) = text.strip_prefix(word) {
            return Some(AgeRange { from: None, to: Some(number(rest)?) });
        }
    }
    for word in ["від ", "from "] {
        if let Some(rest) = text.strip_prefix(word) {
            return Some(AgeRange { from: Some(number(rest)?), to: None });
        }
    }
    if let Some(from) = text.strip_suffix('+') {
        return Some(AgeRange { from: Some(number(from)?), to: None });
    }
    if let Some((from, to)) = text.split_once(is_dash) {
        let from = if from.trim().is_empty() { None } else { Some(number(from)?) };
        return Some(AgeRange { from, to: Some(number(to)?) });
    }
    let age = number(&text)?;
    Some(AgeRange { from: Some(age), to: Some(age) })
}

/// `12–16`, `12+`, `–6`.
pub(super) fn show_ages(ages: AgeRange) -> String {
    match (ages.from, ages.to) {
        (Some(from), Some(to)) if from == to => from.to_string(),
        (Some(from), Some(to)) => format!("{from}–{to}"),
        (Some(from), None) => format!("{from}+"),
        (None, Some(to)) => format!("–{to}"),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    fn on(text: &str) -> NaiveDate {
        NaiveDate::parse_from_str(text, "%d.%m.%Y").unwrap()
    }

    #[rstest]
    #[case("", "")]
    #[case("11", "11:00")]
    #[case("9", "09:00")]
    #[case("930", "09:30")]
    #[case("1100", "11:00")]
    #[case("11:00", "11:00")]
    #[case("11.30", "11:30")]
    #[case("11,30", "11:30")]
    #[case("11-12.30", "11:00–12:30")]
    #[case("1100-1230", "11:00–12:30")]
    #[case("11:00 – 12:30", "11:00–12:30")]
    #[case("11 12:30", "11:00–12:30")]
    #[case("22-2", "22:00–02:00")]
    #[case("22-24", "22:00–00:00")]
    fn hours_are_read_as_they_are_typed(#[case] typed: &str, #[case] shown: &str) {
        let read = hours(typed).unwrap();
        assert_eq!(show_hours(read), shown);
        assert_eq!(hours(&show_hours(read)), Some(read));
    }

    #[rstest]
    #[case("25")]
    #[case("11:60")]
    #[case("11:5")]
    #[case("одинадцята")]
    #[case("11-12-13")]
    #[case("24:30")]
    #[case("11000")]
    fn what_is_no_time_is_none(#[case] typed: &str) {
        assert_eq!(hours(typed), None);
    }

    #[rstest]
    #[case("28.11", "28.11.2026")]
    #[case("2811", "28.11.2026")]
    #[case("1.2", "01.02.2027")]
    #[case("20.11", "20.11.2026")]
    #[case("29.02", "29.02.2028")]
    #[case("05.12.2026", "05.12.2026")]
    #[case("5.12.26", "05.12.2026")]
    #[case("30.06.27", "30.06.2027")]
    fn a_day_without_its_year_is_a_near_one(#[case] typed: &str, #[case] read: &str) {
        assert_eq!(day(typed, on("21.11.2026")), Some(on(read)));
    }

    #[rstest]
    #[case("30.06", Until::Day(on("30.06.2027")))]
    #[case("3006", Until::Day(on("30.06.2027")))]
    #[case("30.06.2028", Until::Day(on("30.06.2028")))]
    #[case("22", Until::Sessions(22))]
    #[case("22 заняття", Until::Sessions(22))]
    fn a_series_ends_on_a_day_or_after_so_many(#[case] typed: &str, #[case] read: Until) {
        assert_eq!(until(typed, on("28.11.2026")), Some(read));
    }

    #[rstest]
    #[case("")]
    #[case("0")]
    #[case("31.02")]
    #[case("колись")]
    fn what_is_no_end_is_none(#[case] typed: &str) {
        assert_eq!(until(typed, on("28.11.2026")), None);
    }

    #[rstest]
    #[case("12-16", "12–16")]
    #[case("12+", "12+")]
    #[case("від 12", "12+")]
    #[case("до 6", "–6")]
    #[case("-6", "–6")]
    #[case("7", "7")]
    #[case("", "")]
    fn ages_are_read_as_they_are_typed(#[case] typed: &str, #[case] shown: &str) {
        let read = ages(typed).unwrap();
        assert_eq!(show_ages(read), shown);
        assert_eq!(ages(&show_ages(read)), Some(read));
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text in "\\PC{0,12}") {
            let _answers = (hours(&text), day(&text, on("21.11.2026")), until(&text, on("21.11.2026")), ages(&text));
        }
    }
}
