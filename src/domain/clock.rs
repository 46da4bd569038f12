//! Time comes from outside, so that a wrong clock can be seen and a test can stand on any day.

use chrono::{DateTime, FixedOffset, NaiveDate};

/// A moment with the office's own offset: what a person at the desk would read off the wall.
pub type Moment = DateTime<FixedOffset>;

/// Where moments come from. The one real clock is `office::SystemClock`.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> Moment;

    /// The present day at the desk.
    fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }
}
