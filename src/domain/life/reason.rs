//! Why somebody left a family, why an entry was closed: codes for the store, whose words are texts of the program
//! (`leave-reason-CODE`, `close-reason-CODE`).

use serde::{Deserialize, Serialize};

/// Why a person is no more a member of a family.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeaveReason {
    /// Parents parted.
    Divorced,
    /// A child was placed with guardians, a foster family or an institution.
    Placed,
    /// Grown up, lives on their own.
    GrownUp,
    /// Moved away.
    MovedAway,
    /// Stands in another family now.
    OtherFamily,
    /// Died.
    Died,
    /// Was entered into this family by mistake.
    Mistake,
    /// The entry became one with another.
    Merged,
    /// Another reason.
    Other,
}

impl LeaveReason {
    /// Every reason, in the order of the picker.
    pub const ALL: [Self; 9] = [
        Self::Divorced,
        Self::Placed,
        Self::GrownUp,
        Self::MovedAway,
        Self::OtherFamily,
        Self::Died,
        Self::Mistake,
        Self::Merged,
        Self::Other,
    ];

    /// Those that a person chooses; the others are said by the deed itself.
    pub const CHOICES: [Self; 6] =
        [Self::Divorced, Self::Placed, Self::GrownUp, Self::MovedAway, Self::Mistake, Self::Other];

    /// The reason's word in the store and in message ids (`leave-reason-moved-away`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Divorced => "divorced",
            Self::Placed => "placed",
            Self::GrownUp => "grown_up",
            Self::MovedAway => "moved_away",
            Self::OtherFamily => "other_family",
            Self::Died => "died",
            Self::Mistake => "mistake",
            Self::Merged => "merged",
            Self::Other => "other",
        }
    }

    /// Why an entry is closed whose last member left for this reason.
    pub fn closes(self) -> CloseReason {
        match self {
            Self::MovedAway => CloseReason::MovedAway,
            Self::OtherFamily => CloseReason::OtherFamily,
            Self::Died => CloseReason::Died,
            Self::Mistake => CloseReason::Mistake,
            Self::Merged => CloseReason::Merged,
            Self::Divorced | Self::Placed | Self::GrownUp | Self::Other => CloseReason::Other,
        }
    }
}

/// Why a family's entry is closed.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CloseReason {
    /// Moved away.
    MovedAway,
    /// The goal was reached, help is no more needed.
    GoalReached,
    /// Refused.
    Refused,
    /// Died.
    Died,
    /// Everybody stands in another family now.
    OtherFamily,
    /// Became one with another entry.
    Merged,
    /// Registered by mistake.
    Mistake,
    /// Another reason; the note says which.
    Other,
}

impl CloseReason {
    /// Every reason, in the order of the picker.
    pub const ALL: [Self; 8] = [
        Self::MovedAway,
        Self::GoalReached,
        Self::Refused,
        Self::Died,
        Self::OtherFamily,
        Self::Merged,
        Self::Mistake,
        Self::Other,
    ];

    /// Those that a person chooses; merging says its own.
    pub const CHOICES: [Self; 7] =
        [Self::MovedAway, Self::GoalReached, Self::Refused, Self::Died, Self::OtherFamily, Self::Mistake, Self::Other];

    /// The reason's word in the store and in message ids (`close-reason-moved-away`).
    pub fn code(self) -> &'static str {
        match self {
            Self::MovedAway => "moved_away",
            Self::GoalReached => "goal_reached",
            Self::Refused => "refused",
            Self::Died => "died",
            Self::OtherFamily => "other_family",
            Self::Merged => "merged",
            Self::Mistake => "mistake",
            Self::Other => "other",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_chooses_is_among_all() {
        assert!(LeaveReason::CHOICES.iter().all(|one| LeaveReason::ALL.contains(one)));
        assert!(CloseReason::CHOICES.iter().all(|one| CloseReason::ALL.contains(one)));
    }
}
