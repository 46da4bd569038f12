//! Who is expected, who waits, who completed the course: the rules that need no file.

use chrono::NaiveDate;
use std::fmt;
use std::str::FromStr;

/// Whoever missed so many held sessions in a row has stopped coming.
pub const STOPPED_AFTER: u32 = 3;

/// Most people who are enrolled at once: more is a slip of the filter, and no hall holds them.
pub const MOST_ENROLLED: usize = 400;

/// Number of a certificate: `2026-007`, counted in the office's file by the year of completion.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct CertificateNumber {
    /// Year of completion.
    pub year: i32,
    /// Place in the year, from 1.
    pub number: u32,
}

impl CertificateNumber {
    /// The number that follows those given in a year already, whatever gaps there are between them.
    pub fn next<'a>(year: i32, given: impl IntoIterator<Item = &'a str>) -> Self {
        let of_year = given.into_iter().filter_map(|text| text.parse::<Self>().ok()).filter(|one| one.year == year);
        Self { year, number: of_year.map(|one| one.number).max().unwrap_or(0).saturating_add(1) }
    }

    /// The one after this.
    #[must_use]
    pub fn following(self) -> Self {
        Self { number: self.number.saturating_add(1), ..self }
    }
}

impl fmt::Display for CertificateNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:03}", self.year, self.number)
    }
}

impl FromStr for CertificateNumber {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (year, number) = text.split_once('-').ok_or(())?;
        Ok(Self { year: year.parse().map_err(|_| ())?, number: number.parse().map_err(|_| ())? })
    }
}

/// Why nobody was enrolled, admitted or said to have completed. The sentences are `enrol-fault-…`.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum EnrolFault {
    /// The waiting list is empty, or they are not on it.
    #[error("nobody waits")]
    NobodyWaits,
    /// They have a certificate already.
    #[error("completed: {0}")]
    Completed(String),
    /// A course is not completed in the future.
    #[error("in the future")]
    InFuture,
    /// Nor before its first session.
    #[error("before the first session on {0}")]
    BeforeFirst(NaiveDate),
    /// Nothing was held yet that could be completed.
    #[error("nothing held")]
    NothingHeld,
    /// More than [`MOST_ENROLLED`].
    #[error("too many: {0}")]
    TooMany(usize),
    /// There is nothing to take people over from.
    #[error("no former list")]
    NoFormerList,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_the_greatest_of_their_year_and_never_fill_a_gap() {
        let given = ["2026-002", "2025-040", "2026-011", "0117-24", "", "2026-x"];
        assert_eq!(CertificateNumber::next(2026, given).to_string(), "2026-012");
        assert_eq!(CertificateNumber::next(2027, given).to_string(), "2027-001");
        assert_eq!(CertificateNumber { year: 2026, number: 999 }.following().to_string(), "2026-1000");
        assert!(CertificateNumber::next(2026, ["2026-1000", "2026-999"]).number == 1001);
    }
}
