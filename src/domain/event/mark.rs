//! A mark: who came, who did not, who was excused.

use crate::domain::clock::Moment;
use crate::domain::id::PersonId;
use serde::{Deserialize, Serialize};

/// What is said of a person at a session.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// They came.
    Present,
    /// They did not come.
    Absent,
    /// They did not come and said why.
    Excused,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Self; 3] = [Self::Present, Self::Absent, Self::Excused];

    /// The word in the store, in files and in message ids (`event-outcome-present`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Present => "present",
            Self::Absent => "absent",
            Self::Excused => "excused",
        }
    }
}

/// How a mark came about.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MarkSource {
    /// In the list of those expected.
    List,
    /// Found among everybody on the register.
    Search,
    /// By the card's barcode.
    Scan,
    /// With the whole family.
    Family,
    /// All who were left at once.
    All,
    /// Written down on the spot: to be completed at reception.
    Spot,
    /// From a file.
    File,
}

impl MarkSource {
    /// Every way.
    pub const ALL: [Self; 7] = [Self::List, Self::Search, Self::Scan, Self::Family, Self::All, Self::Spot, Self::File];

    /// The word in the store.
    pub fn code(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Search => "search",
            Self::Scan => "scan",
            Self::Family => "family",
            Self::All => "all",
            Self::Spot => "spot",
            Self::File => "file",
        }
    }
}

/// How somebody came onto the list of those expected.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EnrolmentSource {
    /// By hand.
    Hand,
    /// They came last time.
    LastTime,
    /// By a filter of the register.
    Filter,
    /// From a file.
    File,
    /// They stood there.
    Spot,
    /// From the waiting list.
    Waiting,
}

impl EnrolmentSource {
    /// Every way.
    pub const ALL: [Self; 6] = [Self::Hand, Self::LastTime, Self::Filter, Self::File, Self::Spot, Self::Waiting];

    /// The word in the store and in message ids (`event-enrolled-last_time`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Hand => "hand",
            Self::LastTime => "last_time",
            Self::Filter => "filter",
            Self::File => "file",
            Self::Spot => "spot",
            Self::Waiting => "waiting",
        }
    }
}

/// People who came and are not named. Never mixed with names.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug, Serialize, Deserialize)]
pub struct Heads {
    /// Women.
    pub women: u32,
    /// Men.
    pub men: u32,
    /// Children.
    pub children: u32,
}

impl Heads {
    /// More of one kind in one hall are a slip of the finger.
    pub const MOST: u32 = 20_000;

    /// All of them.
    pub fn total(self) -> u32 {
        self.women.saturating_add(self.men).saturating_add(self.children)
    }
}

/// What is marked of a person at a session, by whom and when.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mark {
    /// What.
    pub outcome: Outcome,
    /// Why, for the excused.
    pub reason: String,
    /// Whether they were on the list when they were marked.
    pub expected: bool,
    /// How the mark came about.
    pub source: MarkSource,
    /// When it was made: days after the session for a late one.
    pub at: Moment,
    /// By whom, as screens name them.
    pub by: String,
    /// At which desk.
    pub desk: String,
}

/// What is worth saying about a mark that was made all the same.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum MarkWarning {
    /// Younger or older than the session is for.
    OutsideAges {
        /// Who.
        person: PersonId,
        /// Their age on the day.
        age: u32,
    },
    /// More came than there are places.
    OverCapacity {
        /// Places.
        capacity: u32,
        /// Present.
        present: usize,
    },
    /// The entry of the family is closed.
    EntryClosed {
        /// Who.
        person: PersonId,
    },
    /// By the register they died before the day.
    Dead {
        /// Who.
        person: PersonId,
        /// The day of death.
        on: chrono::NaiveDate,
    },
    /// They are marked present at another session at the same time too. Not said of one that is not for the asker.
    SecondTimeToday {
        /// Who.
        person: PersonId,
        /// At what.
        title: String,
    },
}

/// How many times somebody missed in a row, from the latest session backwards: an excuse neither adds to it nor ends it, and neither does
/// a session at which nobody said anything of them.
pub fn missed_in_a_row(latest_first: impl IntoIterator<Item = Option<Outcome>>) -> u32 {
    let told = latest_first.into_iter().flatten();
    let missed = told.take_while(|outcome| *outcome != Outcome::Present).filter(|outcome| *outcome == Outcome::Absent);
    missed.fold(0, |count, _| count + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excuse_is_no_absence_and_ends_no_row_of_them() {
        use Outcome::{Absent, Excused, Present};
        assert_eq!(missed_in_a_row([None, Some(Absent), Some(Excused), Some(Absent), Some(Present), Some(Absent)]), 2);
        assert_eq!(missed_in_a_row([Some(Present), Some(Absent)]), 0);
        assert_eq!(missed_in_a_row([None, None]), 0);
    }
}
