//! The rule of a series: on which days it meets.
//!
//! A rule answers with days and knows no hours: nights on which clocks are changed make no difference to it. Its days are written down as
//! sessions when the series is made; the rule is kept to go on with the series and to say it in one line. Pure: nothing here asks what day
//! it is.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Most sessions of one series: five a week for a year and a half. More is a slip of the keyboard in the year.
pub const MOST_SESSIONS: usize = 400;

/// Most days, weeks or months between two meetings.
pub const WIDEST_STEP: u32 = 52;

/// The week as people here read it.
pub const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// Some days of the week.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug, Serialize, Deserialize)]
#[serde(from = "Vec<Weekday>", into = "Vec<Weekday>")]
pub struct Weekdays(u8);

impl Weekdays {
    fn bit(day: Weekday) -> u8 {
        1 << day.num_days_from_monday()
    }

    /// These days.
    pub fn of(days: impl IntoIterator<Item = Weekday>) -> Self {
        days.into_iter().fold(Self::default(), Self::with)
    }

    /// With one more day.
    #[must_use]
    pub fn with(self, day: Weekday) -> Self {
        Self(self.0 | Self::bit(day))
    }

    /// Whether the day is one of them.
    pub fn has(self, day: Weekday) -> bool {
        self.0 & Self::bit(day) != 0
    }

    /// Takes the day in, or out where it was in.
    pub fn toggle(&mut self, day: Weekday) {
        self.0 ^= Self::bit(day);
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Them, Monday first.
    pub fn iter(self) -> impl Iterator<Item = Weekday> {
        WEEK.into_iter().filter(move |day| self.has(*day))
    }
}

impl From<Vec<Weekday>> for Weekdays {
    fn from(days: Vec<Weekday>) -> Self {
        Self::of(days)
    }
}

impl From<Weekdays> for Vec<Weekday> {
    fn from(days: Weekdays) -> Self {
        days.iter().collect()
    }
}

/// Which of the month's Tuesdays.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nth {
    /// The first.
    First,
    /// The second.
    Second,
    /// The third.
    Third,
    /// The fourth.
    Fourth,
    /// The last, which is the fourth or the fifth.
    Last,
}

impl Nth {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::First, Self::Second, Self::Third, Self::Fourth, Self::Last];

    /// Its word in messages.
    pub fn code(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Second => "second",
            Self::Third => "third",
            Self::Fourth => "fourth",
            Self::Last => "last",
        }
    }

    /// Which of its month a day is: its number, which the last of a month has besides.
    pub fn of(day: NaiveDate) -> Self {
        match day.day0() / 7 {
            0 => Self::First,
            1 => Self::Second,
            2 => Self::Third,
            3 => Self::Fourth,
            _ => Self::Last,
        }
    }

    /// The day in the month of `first`, the month's first day.
    fn in_month(self, first: NaiveDate, day: Weekday) -> Option<NaiveDate> {
        let nth = match self {
            Self::First => 1,
            Self::Second => 2,
            Self::Third => 3,
            Self::Fourth => 4,
            Self::Last => {
                let of = |nth| NaiveDate::from_weekday_of_month_opt(first.year(), first.month(), day, nth);
                return of(5).or_else(|| of(4));
            }
        };
        NaiveDate::from_weekday_of_month_opt(first.year(), first.month(), day, nth)
    }
}

/// How the days follow each other.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pattern {
    /// Every so many days from the first on.
    Daily {
        /// One: every day.
        every: u32,
    },
    /// On days of the week, every so many weeks; the week of the first day counts.
    Weekly {
        /// One: every week.
        every: u32,
        /// Which.
        days: Weekdays,
    },
    /// Once a month.
    Monthly {
        /// Which of its days.
        nth: Nth,
        /// The day.
        day: Weekday,
    },
}

/// Why a rule gives no series.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RecurrenceFault {
    /// The last day lies before the first.
    Order,
    /// A step of nothing, or of over [`WIDEST_STEP`].
    Every,
    /// No day of the week is chosen.
    NoDays,
    /// No day of it lies between beginning and end, or all are excepted.
    Nothing,
    /// More days than [`MOST_SESSIONS`].
    TooMany,
}

impl RecurrenceFault {
    /// The word in the message id (`event-fault-rule-order`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Order => "order",
            Self::Every => "every",
            Self::NoDays => "no-days",
            Self::Nothing => "nothing",
            Self::TooMany => "too-many",
        }
    }
}

/// The rule.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Recurrence {
    /// How the days follow each other.
    pub pattern: Pattern,
    /// No day before this.
    pub starts_on: NaiveDate,
    /// No day after this.
    pub ends_on: NaiveDate,
    /// Days on which it does not meet although the pattern says so: holidays.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub except: BTreeSet<NaiveDate>,
}

impl Recurrence {
    /// Its days in their order, [`MOST_SESSIONS`] at most.
    pub fn days(&self) -> impl Iterator<Item = NaiveDate> {
        self.all_days().take(MOST_SESSIONS)
    }

    /// The days of the pattern on which it does not meet: the exceptions that except something.
    pub fn skipped(&self) -> impl Iterator<Item = NaiveDate> {
        self.pattern_days().filter(|day| self.except.contains(day)).take(MOST_SESSIONS)
    }

    fn all_days(&self) -> impl Iterator<Item = NaiveDate> {
        self.pattern_days().filter(|day| !self.except.contains(day))
    }

    /// Every day of the pattern between beginning and end.
    fn pattern_days(&self) -> impl Iterator<Item = NaiveDate> {
        let (starts_on, ends_on) = (self.starts_on, self.ends_on);
        let days: Box<dyn Iterator<Item = NaiveDate>> = match self.pattern {
            Pattern::Daily { every } => {
                let step = Days::new(u64::from(every.max(1)));
                Box::new(std::iter::successors(Some(starts_on), move |day| day.checked_add_days(step)))
            }
            Pattern::Weekly { every, days } => {
                let step = Days::new(7 * u64::from(every.max(1)));
                let monday = starts_on.checked_sub_days(Days::new(starts_on.weekday().num_days_from_monday().into()));
                // Without a day of the week no week has a day: such a rule must end all the same.
                let mondays = std::iter::successors(monday, move |monday| monday.checked_add_days(step));
                let mondays = mondays.take_while(move |monday| *monday <= ends_on && !days.is_empty());
                Box::new(mondays.flat_map(move |monday| {
                    let of_week = move |day: Weekday| Days::new(day.num_days_from_monday().into());
                    days.iter().filter_map(move |day| monday.checked_add_days(of_week(day)))
                }))
            }
            Pattern::Monthly { nth, day } => {
                let months =
                    std::iter::successors(starts_on.with_day(1), |first| first.checked_add_months(Months::new(1)));
                let months = months.take_while(move |first| *first <= ends_on);
                Box::new(months.filter_map(move |first| nth.in_month(first, day)))
            }
        };
        days.skip_while(move |day| *day < starts_on).take_while(move |day| *day <= ends_on)
    }

    /// What is wrong with it, if anything is.
    pub fn fault(&self) -> Option<RecurrenceFault> {
        if self.ends_on < self.starts_on {
            return Some(RecurrenceFault::Order);
        }
        match self.pattern {
            Pattern::Daily { every } | Pattern::Weekly { every, .. } if !(1..=WIDEST_STEP).contains(&every) => {
                return Some(RecurrenceFault::Every);
            }
            Pattern::Weekly { days, .. } if days.is_empty() => return Some(RecurrenceFault::NoDays),
            Pattern::Daily { .. } | Pattern::Weekly { .. } | Pattern::Monthly { .. } => {}
        }
        match self.all_days().take(MOST_SESSIONS + 1).count() {
            0 => Some(RecurrenceFault::Nothing),
            count if count > MOST_SESSIONS => Some(RecurrenceFault::TooMany),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
