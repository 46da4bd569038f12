//! Two things at once in one room, or with one trainer. A clash is shown, never refused: an office knows why it does so.

use super::Hours;
use crate::domain::id::SessionId;
use chrono::{NaiveDate, TimeDelta};

/// What would clash.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Clash {
    /// The room is taken.
    Room {
        /// By what.
        with: Occupied,
    },
    /// The trainer holds something else.
    Trainer {
        /// What.
        with: Occupied,
    },
}

/// A session that is there already.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Occupied {
    /// Which.
    pub session: SessionId,
    /// Its title; none where the asker may not know.
    pub title: Option<String>,
    /// Its day.
    pub held_on: NaiveDate,
    /// Its hours.
    pub hours: Hours,
}

/// Whether two things overlap, by what the wall clock says. Where no start is known nothing is said.
pub fn overlap(one: (NaiveDate, Hours), other: (NaiveDate, Hours)) -> bool {
    let (Some(first), Some(second)) = (one.1.span(), other.1.span()) else { return false };
    let apart = (other.0 - one.0).num_days() * TimeDelta::days(1).num_minutes();
    first.0 < second.1 + apart && second.0 + apart < first.1
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveTime;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 10, day).unwrap()
    }

    fn hours(start: (u32, u32), end: Option<(u32, u32)>) -> Hours {
        let time = |(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
        Hours { start: Some(time(start)), end: end.map(time) }
    }

    #[test]
    fn one_after_the_other_is_no_clash_and_a_minute_together_is_one() {
        let morning = hours((9, 0), Some((11, 0)));
        assert!(!overlap((day(1), morning), (day(1), hours((11, 0), Some((12, 0))))));
        assert!(overlap((day(1), morning), (day(1), hours((10, 59), None))));
        assert!(!overlap((day(1), morning), (day(2), morning)));
        assert!(!overlap((day(1), morning), (day(1), Hours::default())));
    }

    /// The night of 24 to 25 October 2026 has 25 hours, and that of 28 to 29 March 2027 has 23: the wall clock is all that is asked.
    #[test]
    fn a_night_past_midnight_clashes_with_the_next_morning_whatever_clocks_do() {
        let night = hours((22, 0), Some((4, 30)));
        for eve in [24, 25] {
            assert!(overlap((day(eve), night), (day(eve + 1), hours((3, 30), Some((5, 0))))));
            assert!(overlap((day(eve + 1), hours((3, 30), Some((5, 0)))), (day(eve), night)));
            assert!(!overlap((day(eve), night), (day(eve + 1), hours((4, 30), Some((5, 0))))));
        }
    }
}
