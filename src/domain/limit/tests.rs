use super::*;
use proptest::prelude::*;
use rstest::rstest;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn rule(period: Period, measure: Measure, amount: i64, per: Per) -> LimitRule {
    LimitRule {
        code: "rule".into(),
        name: String::new(),
        name_en: String::new(),
        about: About::Group("food".into()),
        period,
        measure,
        amount,
        per,
        categories: Vec::new(),
        position: 1,
        off_since: None,
    }
}

fn kit(number: u32, on: &str, quantity: i64) -> Given {
    Given {
        act: ActNumber { year: 2026, number },
        on: day(on),
        item: "food_kit".into(),
        group: "food".into(),
        quantity: Quantity(quantity),
        weighed: false,
        weight: Some(Grams(12_000 * quantity)),
    }
}

fn family(adults: u32, children: u32) -> Asker {
    Asker { adults, children, categories: Vec::new() }
}

#[rstest]
#[case(Period::Months(1), "2026-11-02", "2026-12-02")]
#[case(Period::Months(1), "2026-01-31", "2026-02-28")]
#[case(Period::Months(1), "2024-01-31", "2024-02-29")]
#[case(Period::Months(1), "2024-02-29", "2024-03-29")]
#[case(Period::Months(3), "2026-11-30", "2027-02-28")]
#[case(Period::Years(1), "2024-02-29", "2025-02-28")]
#[case(Period::Years(4), "2024-02-29", "2028-02-29")]
#[case(Period::Days(30), "2026-02-01", "2026-03-03")]
#[case(Period::Days(30), "2024-02-01", "2024-03-02")]
fn the_next_one_is_from_the_same_day_of_the_next_period(#[case] period: Period, #[case] on: &str, #[case] from: &str) {
    let rule = rule(period, Measure::Pieces, 1, Per::Family);
    let given = [kit(1, on, 1)];
    let because = (ActNumber { year: 2026, number: 1 }, day(on));
    let eve = day(from).pred_opt().unwrap();
    assert_eq!(rule.judge(&family(2, 1), &given, 1, eve), Verdict::From { date: day(from), because });
    assert_eq!(rule.judge(&family(2, 1), &given, 1, day(on)), Verdict::From { date: day(from), because });
    assert_eq!(rule.judge(&family(2, 1), &given, 1, day(from)), Verdict::Allowed);
}

#[test]
fn per_child_gives_as_many_as_there_are_children_and_nothing_without_them() {
    let rule = rule(Period::Years(1), Measure::Pieces, 1, Per::Child);
    let given = [kit(1, "2026-08-20", 2)];
    assert_eq!(rule.judge(&family(2, 3), &given, 1, day("2026-11-21")), Verdict::Allowed);
    assert!(
        matches!(rule.judge(&family(2, 3), &given, 2, day("2026-11-21")), Verdict::From { date, .. } if date == day("2027-08-20"))
    );
    assert_eq!(rule.judge(&family(2, 3), &given, 4, day("2026-11-21")), Verdict::TooMuch { most: 3 });
    assert_eq!(rule.judge(&family(2, 0), &[], 1, day("2026-11-21")), Verdict::TooMuch { most: 0 });
}

#[test]
fn of_several_acts_the_one_that_frees_the_day_is_named() {
    let rule = rule(Period::Days(30), Measure::Grams, 20_000, Per::Family);
    let clothes = |number, on: &str, grams| Given {
        weighed: true,
        weight: Some(Grams(grams)),
        quantity: Quantity(grams),
        ..kit(number, on, 1)
    };
    let given = [clothes(1, "2026-11-01", 8_000), clothes(2, "2026-11-10", 8_000), clothes(3, "2026-11-20", 2_000)];
    let on = day("2026-11-21");
    assert_eq!(rule.judge(&family(1, 0), &given, 2_000, on), Verdict::Allowed);
    let because = (ActNumber { year: 2026, number: 1 }, day("2026-11-01"));
    assert_eq!(rule.judge(&family(1, 0), &given, 5_000, on), Verdict::From { date: day("2026-12-01"), because });
    let because = (ActNumber { year: 2026, number: 2 }, day("2026-11-10"));
    assert_eq!(rule.judge(&family(1, 0), &given, 15_000, on), Verdict::From { date: day("2026-12-10"), because });
    assert_eq!(rule.standing(&family(1, 0), &given, on).left, 2_000);
}

#[test]
fn once_is_once_for_ever() {
    let rule = rule(Period::Once, Measure::Pieces, 1, Per::Family);
    let given = [kit(1, "2016-11-02", 1)];
    let because = (ActNumber { year: 2026, number: 1 }, day("2016-11-02"));
    assert_eq!(rule.judge(&family(1, 0), &given, 1, day("2026-11-21")), Verdict::Never { because });
}

#[test]
fn an_act_entered_for_a_past_day_is_judged_by_the_later_ones() {
    let rule = rule(Period::Months(1), Measure::Pieces, 1, Per::Family);
    let given = [kit(7, "2026-11-20", 1)];
    assert!(
        matches!(rule.judge(&family(1, 0), &given, 1, day("2026-11-05")), Verdict::From { date, .. } if date == day("2026-12-20"))
    );
    assert_eq!(rule.judge(&family(1, 0), &given, 1, day("2026-10-20")), Verdict::Allowed);
}

#[test]
fn two_lines_of_one_act_are_one_time() {
    let rule = rule(Period::Days(30), Measure::Times, 2, Per::Family);
    let given = [kit(1, "2026-11-20", 1), kit(1, "2026-11-20", 5)];
    assert_eq!(rule.judge(&family(1, 0), &given, 1, day("2026-11-21")), Verdict::Allowed);
}

#[test]
fn a_rule_for_a_category_holds_for_those_who_have_it() {
    let mut rule = rule(Period::Days(30), Measure::Times, 1, Per::Family);
    rule.categories = vec![CategoryCode("displaced".to_owned())];
    let mut who = family(1, 0);
    assert!(!rule.holds_for(&who, day("2026-11-21")));
    who.categories.push(CategoryCode("displaced".to_owned()));
    assert!(rule.holds_for(&who, day("2026-11-21")));
    rule.off_since = Some(day("2026-11-21"));
    assert!(!rule.holds_for(&who, day("2026-11-21")));
    assert!(rule.holds_for(&who, day("2026-11-20")));
}

proptest! {
    /// On the day that a limit names, the same is allowed; on the day before it is not.
    #[test]
    fn the_named_day_is_the_first_one(
        acts in proptest::collection::vec((0_u64..800, 1_i64..4), 0..12),
        period in prop_oneof![(1_u32..60).prop_map(Period::Days), (1_u32..6).prop_map(Period::Months), (1_u32..3).prop_map(Period::Years)],
        amount in 1_i64..6, wanted in 1_i64..6, at in 0_u64..800,
    ) {
        let start = day("2024-01-31");
        let given: Vec<Given> = (1..).zip(&acts).map(|(number, (offset, quantity))| {
            let on = start.checked_add_days(Days::new(*offset)).unwrap();
            Given { on, ..kit(number, "2024-01-31", *quantity) }
        }).collect();
        let rule = rule(period, Measure::Pieces, amount, Per::Family);
        let on = start.checked_add_days(Days::new(at)).unwrap();
        match rule.judge(&family(1, 0), &given, wanted, on) {
            Verdict::From { date, .. } => {
                prop_assert!(date > on);
                prop_assert_eq!(rule.judge(&family(1, 0), &given, wanted, date), Verdict::Allowed);
                let mut between = on;
                while between < date {
                    prop_assert_ne!(rule.judge(&family(1, 0), &given, wanted, between), Verdict::Allowed);
                    between = between.succ_opt().unwrap();
                }
            }
            Verdict::TooMuch { .. } => prop_assert!(wanted > amount),
            Verdict::Never { .. } => prop_assert!(false, "a period ends"),
            Verdict::Allowed => {}
        }
    }
}
