use super::*;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%d.%m.%Y").unwrap()
}

fn rule(pattern: Pattern, from: &str, until: &str) -> Recurrence {
    Recurrence { pattern, starts_on: day(from), ends_on: day(until), except: BTreeSet::new() }
}

fn weekly(every: u32, days: &[Weekday]) -> Pattern {
    Pattern::Weekly { every, days: Weekdays::of(days.iter().copied()) }
}

fn shown(rule: &Recurrence) -> Vec<String> {
    rule.days().map(|day| day.format("%d.%m.%Y").to_string()).collect()
}

/// What the words of a pattern mean of one day, asked of that day alone.
fn fits(rule: &Recurrence, on: NaiveDate) -> bool {
    let since = (on - rule.starts_on).num_days();
    let is_there = match rule.pattern {
        Pattern::Daily { every } => since % i64::from(every) == 0,
        Pattern::Weekly { every, days } => {
            let into_week = i64::from(rule.starts_on.weekday().num_days_from_monday());
            let week = (since + into_week).div_euclid(7);
            days.has(on.weekday()) && week % i64::from(every) == 0
        }
        Pattern::Monthly { nth, day } => {
            let before = (on.day() - 1) / 7;
            let is_last = (on + Days::new(7)).month() != on.month();
            let is_nth = match nth {
                Nth::First => before == 0,
                Nth::Second => before == 1,
                Nth::Third => before == 2,
                Nth::Fourth => before == 3,
                Nth::Last => is_last,
            };
            on.weekday() == day && is_nth
        }
    };
    is_there && !rule.except.contains(&on)
}

fn walked(rule: &Recurrence) -> Vec<NaiveDate> {
    rule.starts_on.iter_days().take_while(|on| *on <= rule.ends_on).filter(|on| fits(rule, *on)).collect()
}

fn patterns() -> impl Strategy<Value = Pattern> {
    let weekday = (0_usize..7).prop_map(|place| WEEK[place]);
    prop_oneof![
        (1_u32..=WIDEST_STEP).prop_map(|every| Pattern::Daily { every }),
        (1_u32..=WIDEST_STEP, 1_u8..128).prop_map(|(every, bits)| Pattern::Weekly { every, days: Weekdays(bits) }),
        ((0_usize..5).prop_map(|place| Nth::ALL[place]), weekday).prop_map(|(nth, day)| Pattern::Monthly { nth, day }),
    ]
}

prop_compose! {
    fn rules()(pattern in patterns(), start in 0_u64..20_000, length in 0_u64..900, except in prop::collection::btree_set(0_u64..900, 0..20))
        -> Recurrence {
        let starts_on = day("01.01.2000") + Days::new(start);
        let except = except.into_iter().map(|after| starts_on + Days::new(after)).collect();
        Recurrence { pattern, starts_on, ends_on: starts_on + Days::new(length), except }
    }
}

proptest! {
    #[test]
    fn the_days_are_those_that_a_walk_from_day_to_day_finds(rule in rules()) {
        let walked = walked(&rule);
        let days: Vec<NaiveDate> = rule.days().collect();
        prop_assert_eq!(&days[..], &walked[..walked.len().min(MOST_SESSIONS)]);
        prop_assert!(days.windows(2).all(|pair| pair[0] < pair[1]));
        prop_assert!(days.iter().all(|on| (rule.starts_on..=rule.ends_on).contains(on) && !rule.except.contains(on)));
        let fault = match walked.len() {
            0 => Some(RecurrenceFault::Nothing),
            many if many > MOST_SESSIONS => Some(RecurrenceFault::TooMany),
            _ => None,
        };
        prop_assert_eq!(rule.fault(), fault);
    }

    #[test]
    fn days_and_those_left_out_are_the_days_without_exceptions(rule in rules()) {
        let plain = Recurrence { except: BTreeSet::new(), ..rule.clone() };
        let both: BTreeSet<NaiveDate> = rule.days().chain(rule.skipped()).collect();
        if plain.fault().is_none() {
            prop_assert_eq!(both, plain.days().collect::<BTreeSet<_>>());
        }
    }

    #[test]
    fn a_rule_is_kept_and_read_back(rule in rules()) {
        let kept = serde_json::to_string(&rule).unwrap();
        prop_assert_eq!(serde_json::from_str::<Recurrence>(&kept).unwrap(), rule);
    }

    #[test]
    fn no_rule_goes_on_for_ever(pattern in patterns(), every in prop::option::of(0_u32..3)) {
        let pattern = match (pattern, every) {
            (Pattern::Daily { .. }, Some(every)) => Pattern::Daily { every },
            (Pattern::Weekly { .. }, Some(every)) => Pattern::Weekly { every, days: Weekdays::default() },
            (pattern, _) => pattern,
        };
        let rule = Recurrence { pattern, starts_on: NaiveDate::MIN, ends_on: NaiveDate::MAX, except: BTreeSet::new() };
        prop_assert!(rule.fault().is_some());
        prop_assert!(rule.days().count() <= MOST_SESSIONS);
    }
}

#[test]
fn a_club_of_saturdays_has_twenty_two_of_them() {
    let club = rule(weekly(1, &[Weekday::Sat]), "06.01.2024", "01.06.2024");
    assert_eq!(club.days().count(), 22);
    assert_eq!(
        (shown(&club).first().cloned(), shown(&club).last().cloned()),
        (Some("06.01.2024".into()), Some("01.06.2024".into()))
    );
}

#[test]
fn a_series_that_begins_in_the_middle_of_a_week_counts_that_week() {
    let group = rule(weekly(2, &[Weekday::Mon, Weekday::Wed]), "04.11.2026", "03.12.2026");
    assert_eq!(shown(&group), ["04.11.2026", "16.11.2026", "18.11.2026", "30.11.2026", "02.12.2026"]);
}

#[test]
fn a_month_without_a_fifth_friday_has_a_last_one() {
    let last = rule(Pattern::Monthly { nth: Nth::Last, day: Weekday::Fri }, "01.01.2027", "30.04.2027");
    assert_eq!(shown(&last), ["29.01.2027", "26.02.2027", "26.03.2027", "30.04.2027"]);
    let second = rule(Pattern::Monthly { nth: Nth::Second, day: Weekday::Tue }, "10.11.2026", "31.12.2026");
    assert_eq!(shown(&second), ["10.11.2026", "08.12.2026"]);
}

#[test]
fn the_twenty_ninth_of_february_is_a_day() {
    let daily = rule(Pattern::Daily { every: 1 }, "28.02.2028", "01.03.2028");
    assert_eq!(shown(&daily), ["28.02.2028", "29.02.2028", "01.03.2028"]);
    let weekly = rule(weekly(1, &[Weekday::Tue]), "22.02.2028", "07.03.2028");
    assert_eq!(shown(&weekly), ["22.02.2028", "29.02.2028", "07.03.2028"]);
}

#[test]
fn the_nights_on_which_clocks_are_changed_are_nights_like_others() {
    let spring = rule(Pattern::Daily { every: 1 }, "27.03.2027", "29.03.2027");
    assert_eq!(shown(&spring), ["27.03.2027", "28.03.2027", "29.03.2027"]);
    let autumn = rule(Pattern::Daily { every: 1 }, "24.10.2026", "26.10.2026");
    assert_eq!(shown(&autumn), ["24.10.2026", "25.10.2026", "26.10.2026"]);
}

#[test]
fn a_day_tells_which_of_its_month_it_is() {
    let told = ["01.11.2026", "08.11.2026", "15.11.2026", "28.11.2026", "29.11.2026"].map(|text| Nth::of(day(text)));
    assert_eq!(told, Nth::ALL);
}

#[test]
fn what_is_no_rule_says_why() {
    let saturdays = weekly(1, &[Weekday::Sat]);
    let back = rule(saturdays.clone(), "07.11.2026", "06.11.2026");
    assert_eq!(back.fault(), Some(RecurrenceFault::Order));
    assert_eq!(rule(weekly(0, &[Weekday::Sat]), "07.11.2026", "30.11.2026").fault(), Some(RecurrenceFault::Every));
    assert_eq!(rule(Pattern::Daily { every: 53 }, "07.11.2026", "30.11.2026").fault(), Some(RecurrenceFault::Every));
    assert_eq!(rule(weekly(1, &[]), "07.11.2026", "30.11.2026").fault(), Some(RecurrenceFault::NoDays));
    assert_eq!(rule(saturdays.clone(), "08.11.2026", "13.11.2026").fault(), Some(RecurrenceFault::Nothing));
    let holiday = Recurrence { except: [day("07.11.2026")].into(), ..rule(saturdays, "07.11.2026", "08.11.2026") };
    assert_eq!(holiday.fault(), Some(RecurrenceFault::Nothing));
    assert_eq!(rule(Pattern::Daily { every: 1 }, "01.01.2027", "04.02.2028").days().count(), 400);
    assert_eq!(rule(Pattern::Daily { every: 1 }, "01.01.2027", "04.02.2028").fault(), None);
    assert_eq!(rule(Pattern::Daily { every: 1 }, "01.01.2027", "05.02.2028").fault(), Some(RecurrenceFault::TooMany));
}
