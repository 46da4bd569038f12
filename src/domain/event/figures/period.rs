//! The times that numbers are of, and how a time is cut into the bars of a chart.

use chrono::{Datelike, Days, Months, NaiveDate};

/// A time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Period {
    /// The month of a day.
    Month(NaiveDate),
    /// The year of a day.
    Year(NaiveDate),
    /// From a day to a day, both counted.
    Days(NaiveDate, NaiveDate),
    /// From the first day on that the office can know of.
    Always,
}

impl Period {
    /// First and last day.
    pub fn days(self) -> (NaiveDate, NaiveDate) {
        match self {
            Self::Month(day) => (first_of(day, 1), last_of(day, 1)),
            Self::Year(day) => (first_of(day, 12), last_of(day, 12)),
            Self::Days(from, until) => (from.min(until), from.max(until)),
            Self::Always => (
                NaiveDate::from_ymd_opt(1900, 1, 1).unwrap_or_default(),
                NaiveDate::from_ymd_opt(2199, 12, 31).unwrap_or_default(),
            ),
        }
    }

    /// The time after this one, as long as it.
    #[must_use]
    pub fn next(self) -> Self {
        self.moved(true)
    }

    /// The time before this one.
    #[must_use]
    pub fn previous(self) -> Self {
        self.moved(false)
    }

    fn moved(self, is_forth: bool) -> Self {
        let by_months = |day: NaiveDate, months| {
            let day = first_of(day, 1);
            let moved = if is_forth {
                day.checked_add_months(Months::new(months))
            } else {
                day.checked_sub_months(Months::new(months))
            };
            moved.filter(|day| (1900..2200).contains(&day.year())).unwrap_or(day)
        };
        match self {
            Self::Month(day) => Self::Month(by_months(day, 1)),
            Self::Year(day) => Self::Year(by_months(day, 12)),
            Self::Days(..) => {
                let (from, until) = self.days();
                let long = Days::new(u64::try_from((until - from).num_days() + 1).unwrap_or(1));
                let by =
                    |day: NaiveDate| if is_forth { day.checked_add_days(long) } else { day.checked_sub_days(long) };
                by(from).zip(by(until)).map_or(self, |(from, until)| Self::Days(from, until))
            }
            Self::Always => Self::Always,
        }
    }
}

/// The first day of the month (or year) of a day.
fn first_of(day: NaiveDate, months: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(day.year(), if months == 12 { 1 } else { day.month() }, 1).unwrap_or(day)
}

/// The last day of the month (or year) of a day.
fn last_of(day: NaiveDate, months: u32) -> NaiveDate {
    let next = first_of(day, months).checked_add_months(Months::new(months));
    next.and_then(|next| next.pred_opt()).unwrap_or(day)
}

/// How a time is cut.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// Session by session: a series.
    Session,
    /// Day by day: a month.
    Day,
    /// Month by month: a year.
    Month,
    /// Year by year.
    Year,
    /// Not at all: one session.
    Whole,
}

impl Step {
    /// How a time of these days is cut where nothing else is asked for: at most some forty bars.
    pub fn of(from: NaiveDate, until: NaiveDate) -> Self {
        match (until - from).num_days() {
            ..=31 => Self::Day,
            32..=1100 => Self::Month,
            _ => Self::Year,
        }
    }
}

/// The pieces of a time, first and last day each, in order and without a gap. Pieces at both ends are cut off at the time's own ends.
pub fn spans(from: NaiveDate, until: NaiveDate, step: Step) -> Vec<(NaiveDate, NaiveDate)> {
    let end = |day: NaiveDate| match step {
        Step::Day => day,
        Step::Month => last_of(day, 1),
        Step::Year => last_of(day, 12),
        Step::Session | Step::Whole => until,
    };
    let mut found = Vec::new();
    let mut day = Some(from).filter(|from| *from <= until);
    while let Some(begins) = day {
        let ends = end(begins).min(until);
        found.push((begins, ends));
        day = ends.succ_opt().filter(|next| *next <= until);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_year_a_month_and_days_go_back_and_forth() {
        let of = |period: Period| period.days();
        let year = Period::Year(day("2024-02-29"));
        assert_eq!(of(year), (day("2024-01-01"), day("2024-12-31")));
        assert_eq!(of(year.previous()), (day("2023-01-01"), day("2023-12-31")));
        let month = Period::Month(day("2026-01-31"));
        assert_eq!(of(month.next()), (day("2026-02-01"), day("2026-02-28")));
        assert_eq!(of(month.previous()), (day("2025-12-01"), day("2025-12-31")));
        let days = Period::Days(day("2026-03-11"), day("2026-03-20"));
        assert_eq!(of(days.previous()), (day("2026-03-01"), day("2026-03-10")));
        assert_eq!(of(days.next().previous()), of(days));
        assert_eq!(of(Period::Days(day("2026-03-20"), day("2026-03-11"))), of(days), "turned round is the same");
        assert_eq!(Period::Always.next(), Period::Always);
    }

    #[test]
    fn a_time_is_not_moved_out_of_the_calendar() {
        let far = Period::Year(day("2199-05-05"));
        assert_eq!(far.next().days(), far.days());
        let early = Period::Month(day("1900-01-05"));
        assert_eq!(early.previous().days(), early.days());
    }

    #[test]
    fn a_year_has_twelve_bars_and_what_begins_in_the_middle_is_cut_there() {
        let months = spans(day("2026-01-01"), day("2026-12-31"), Step::Month);
        assert_eq!((months.len(), months[1]), (12, (day("2026-02-01"), day("2026-02-28"))));
        let cut = spans(day("2026-01-20"), day("2026-03-05"), Step::Month);
        assert_eq!(cut[0], (day("2026-01-20"), day("2026-01-31")));
        assert_eq!(cut[2], (day("2026-03-01"), day("2026-03-05")));
        assert_eq!(spans(day("2026-01-02"), day("2026-01-01"), Step::Day), []);
        assert_eq!(Step::of(day("2026-01-01"), day("2026-01-31")), Step::Day);
        assert_eq!(Step::of(day("2026-01-01"), day("2026-12-31")), Step::Month);
    }

    proptest! {
        #[test]
        fn pieces_are_the_whole_without_a_gap(begin in 0_u64..20_000, long in 0_u64..1500) {
            let from = day("1990-01-01") + Days::new(begin);
            let until = from + Days::new(long);
            for step in [Step::Day, Step::Month, Step::Year, Step::Whole] {
                let pieces = spans(from, until, step);
                prop_assert_eq!(pieces[0].0, from);
                prop_assert_eq!(pieces[pieces.len() - 1].1, until);
                prop_assert!(pieces.windows(2).all(|two| two[0].1.succ_opt() == Some(two[1].0)));
            }
            prop_assert!(spans(from, until, Step::of(from, until)).len() <= 40);
        }
    }
}
