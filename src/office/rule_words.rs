//! A series' rule in one line: «щосуботи до 26.06.2027, крім 02.01». Screens and papers say it alike.

use crate::domain::date;
use crate::domain::event::{Pattern, Recurrence};
use crate::text::{Texts, Value};
use chrono::Weekday;

/// So many exceptions are named; more are counted.
const EXCEPTIONS_NAMED: usize = 3;

/// The day of the week in messages: `weekday-short-sat`.
pub fn weekday_code(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "mon",
        Weekday::Tue => "tue",
        Weekday::Wed => "wed",
        Weekday::Thu => "thu",
        Weekday::Fri => "fri",
        Weekday::Sat => "sat",
        Weekday::Sun => "sun",
    }
}

/// The rule in words, with its end and its exceptions.
pub fn rule_in_words(texts: &Texts, rule: &Recurrence) -> String {
    let pattern = pattern_in_words(texts, &rule.pattern);
    let until = date::show(rule.ends_on);
    let said = texts.format("rule-until", &[("rule", pattern.into()), ("until", until.into())]);
    let skipped: Vec<String> = rule.skipped().map(|day| day.format("%d.%m").to_string()).collect();
    let except = match skipped.len() {
        0 => return said,
        1..=EXCEPTIONS_NAMED => texts.format("rule-except", &[("days", skipped.join(", ").into())]),
        count => texts.format("rule-except-many", &[("count", count.into())]),
    };
    format!("{said}, {except}")
}

/// How the days follow each other: «через тиждень: пн, ср».
pub fn pattern_in_words(texts: &Texts, pattern: &Pattern) -> String {
    match pattern {
        Pattern::Daily { every } => texts.format("rule-daily", &[("every", Value::from(*every))]),
        // A series from a file has its days and no rule.
        Pattern::Weekly { days, .. } if days.is_empty() => texts.get("rule-none"),
        Pattern::Weekly { every, days } => {
            let names: Vec<String> =
                days.iter().map(|day| texts.get(&format!("weekday-short-{}", weekday_code(day)))).collect();
            let mut each = days.iter();
            match (*every, each.next(), each.next()) {
                (1, Some(day), None) => texts.get(&format!("rule-every-{}", weekday_code(day))),
                _ => texts.format("rule-weekly", &[("every", Value::from(*every)), ("days", names.join(", ").into())]),
            }
        }
        Pattern::Monthly { nth, day } => {
            texts.format(&format!("rule-monthly-{}", weekday_code(*day)), &[("nth", nth.code().into())])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::{Nth, Weekdays};
    use crate::text::Lang;
    use chrono::NaiveDate;
    use rstest::rstest;
    use std::collections::BTreeSet;

    fn day(text: &str) -> NaiveDate {
        NaiveDate::parse_from_str(text, "%d.%m.%Y").unwrap()
    }

    fn said(lang: Lang, pattern: Pattern, except: &[&str]) -> String {
        let except: BTreeSet<NaiveDate> = except.iter().map(|text| day(text)).collect();
        let rule = Recurrence { pattern, starts_on: day("07.11.2026"), ends_on: day("30.06.2027"), except };
        rule_in_words(&Texts::new(lang), &rule)
    }

    fn weekly(every: u32, days: &[Weekday]) -> Pattern {
        Pattern::Weekly { every, days: Weekdays::of(days.iter().copied()) }
    }

    #[rstest]
    #[case(weekly(1, &[Weekday::Sat]), "щосуботи до 30.06.2027", "every Saturday until 30.06.2027")]
    #[case(weekly(1, &[Weekday::Mon, Weekday::Wed]), "щотижня: пн, ср до 30.06.2027", "every week: Mon, Wed until 30.06.2027")]
    #[case(weekly(2, &[Weekday::Mon, Weekday::Wed]), "через тиждень: пн, ср до 30.06.2027", "every other week: Mon, Wed until 30.06.2027")]
    #[case(weekly(3, &[Weekday::Fri]), "раз на 3 тижні: пт до 30.06.2027", "every 3 weeks: Fri until 30.06.2027")]
    #[case(weekly(5, &[Weekday::Fri]), "раз на 5 тижнів: пт до 30.06.2027", "every 5 weeks: Fri until 30.06.2027")]
    #[case(Pattern::Daily { every: 1 }, "щодня до 30.06.2027", "every day until 30.06.2027")]
    #[case(Pattern::Daily { every: 2 }, "через день до 30.06.2027", "every other day until 30.06.2027")]
    #[case(Pattern::Daily { every: 10 }, "раз на 10 днів до 30.06.2027", "every 10 days until 30.06.2027")]
    #[case(
        Pattern::Monthly { nth: Nth::Second, day: Weekday::Tue },
        "щодругого вівторка місяця до 30.06.2027",
        "on the second Tuesday of the month until 30.06.2027"
    )]
    #[case(
        Pattern::Monthly { nth: Nth::Last, day: Weekday::Sat },
        "останньої суботи місяця до 30.06.2027",
        "on the last Saturday of the month until 30.06.2027"
    )]
    fn a_rule_is_said_as_people_say_it(#[case] pattern: Pattern, #[case] uk: &str, #[case] en: &str) {
        assert_eq!(said(Lang::Uk, pattern.clone(), &[]), uk);
        assert_eq!(said(Lang::En, pattern, &[]), en);
    }

    #[test]
    fn exceptions_are_named_while_they_are_few_and_then_counted() {
        let saturdays = || weekly(1, &[Weekday::Sat]);
        assert_eq!(
            said(Lang::Uk, saturdays(), &["26.12.2026", "02.01.2027", "03.01.2027"]),
            "щосуботи до 30.06.2027, крім 26.12, 02.01",
            "a Sunday excepts nothing of Saturdays"
        );
        let four = ["26.12.2026", "02.01.2027", "09.01.2027", "16.01.2027"];
        assert_eq!(said(Lang::Uk, saturdays(), &four), "щосуботи до 30.06.2027, крім 4 дат");
        assert_eq!(said(Lang::En, saturdays(), &four), "every Saturday until 30.06.2027, except 4 dates");
    }

    #[test]
    fn every_pattern_has_its_words() {
        for lang in Lang::ALL {
            let texts = Texts::new(lang);
            for day in crate::domain::event::WEEK {
                for nth in Nth::ALL {
                    let said = pattern_in_words(&texts, &Pattern::Monthly { nth, day });
                    assert!(!said.contains("rule-") && !said.contains('{'), "{said}");
                }
                let said = pattern_in_words(&texts, &weekly(1, &[day]));
                assert!(!said.contains("rule-"), "{said}");
            }
        }
    }
}
