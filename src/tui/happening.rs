//! What can happen to a family: the table behind the numbered window of the card and the commands of its menu.
//!
//! One row a change of life: on which line of the card it is offered, and which right it needs. What it asks for is in
//! `screens::lives`, what it writes in the office.

use crate::domain::staff::Right;
use serde::{Deserialize, Serialize};

/// What a line of a card is about: which changes can be made to it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum LineKind {
    /// The family and its entry on the register.
    Family,
    /// A present member.
    Member,
    /// Somebody who was a member.
    Former,
    /// An address.
    Address,
    /// A category of the family or of a member.
    Category,
    /// Somebody who may collect for the family.
    Collector,
    /// An act of aid.
    Act,
}

impl LineKind {
    /// The message that says which line to stand on.
    pub const fn refusal(self) -> &'static str {
        match self {
            Self::Family => "refused-no-family",
            Self::Member | Self::Former => "refused-no-member",
            Self::Address => "refused-no-address",
            Self::Category => "refused-no-category",
            Self::Collector => "refused-no-collector",
            Self::Act => "refused-no-act",
        }
    }
}

/// A change of life, or what else a line of the card offers.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Happening {
    /// Another member becomes the head.
    Head,
    /// A member leaves the family.
    Left,
    /// A member goes to another family.
    Moved,
    /// Some members become a family of their own.
    SplitOff,
    /// A member bears another name.
    Renamed,
    /// A member died.
    Died,
    /// A member gets a category.
    PersonCategory,
    /// Everything about the person.
    Person,
    /// Somebody of the register joins.
    Joined,
    /// The entry is closed.
    Closed,
    /// The entry is opened again.
    Reopened,
    /// Somebody may collect for the family.
    CollectorAllowed,
    /// The family gets a category.
    Category,
    /// The card as it was on a day.
    AsOn,
    /// Another address from a day.
    MovedHouse,
    /// A category ends.
    CategoryEnded,
    /// A category is given anew.
    CategoryRenewed,
    /// Somebody may collect no longer.
    CollectorEnded,
}

impl Happening {
    /// Every one, in the order of the menu.
    pub const ALL: [Self; 18] = [
        Self::Head,
        Self::Left,
        Self::Moved,
        Self::SplitOff,
        Self::Renamed,
        Self::Died,
        Self::PersonCategory,
        Self::Person,
        Self::Joined,
        Self::Closed,
        Self::Reopened,
        Self::CollectorAllowed,
        Self::Category,
        Self::AsOn,
        Self::MovedHouse,
        Self::CategoryEnded,
        Self::CategoryRenewed,
        Self::CollectorEnded,
    ];

    /// The message of its short name; with `-help` behind it, its sentence.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Head => "command-life-head",
            Self::Left => "command-life-left",
            Self::Moved => "command-life-moved",
            Self::SplitOff => "command-life-split",
            Self::Renamed => "command-life-renamed",
            Self::Died => "command-life-died",
            Self::PersonCategory => "command-life-person-category",
            Self::Person => "command-life-person",
            Self::Joined => "command-life-joined",
            Self::Closed => "command-life-closed",
            Self::Reopened => "command-life-reopened",
            Self::CollectorAllowed => "command-life-collector",
            Self::Category => "command-life-category",
            Self::AsOn => "command-life-as-on",
            Self::MovedHouse => "command-life-moved-house",
            Self::CategoryEnded => "command-life-category-ended",
            Self::CategoryRenewed => "command-life-category-renewed",
            Self::CollectorEnded => "command-life-collector-ended",
        }
    }

    /// The line of the card that it needs under the cursor.
    pub const fn on(self) -> LineKind {
        match self {
            Self::Head
            | Self::Left
            | Self::Moved
            | Self::SplitOff
            | Self::Renamed
            | Self::Died
            | Self::PersonCategory
            | Self::Person => LineKind::Member,
            // The whole family stands on every line of its card.
            Self::Joined
            | Self::Closed
            | Self::Reopened
            | Self::CollectorAllowed
            | Self::Category
            | Self::AsOn
            | Self::MovedHouse => LineKind::Family,
            Self::CategoryEnded | Self::CategoryRenewed => LineKind::Category,
            Self::CollectorEnded => LineKind::Collector,
        }
    }

    /// The right it needs.
    pub const fn right(self) -> Right {
        match self {
            Self::Person | Self::AsOn => Right::Find,
            _ => Right::Edit,
        }
    }

    /// Whether it can happen on an open card only (`domain::life::check`): a closed one is opened again first.
    pub const fn wants_open(self) -> bool {
        matches!(
            self,
            Self::Head
                | Self::Joined
                | Self::Closed
                | Self::CollectorAllowed
                | Self::Category
                | Self::PersonCategory
                | Self::CategoryRenewed
                | Self::MovedHouse
        )
    }

    /// What is offered on a line, in the order of its numbers.
    pub fn offered(line: LineKind) -> &'static [Self] {
        match line {
            LineKind::Family => &[
                Self::Joined,
                Self::MovedHouse,
                Self::Category,
                Self::CollectorAllowed,
                Self::Closed,
                Self::Reopened,
                Self::AsOn,
            ],
            LineKind::Member => &[
                Self::Left,
                Self::Moved,
                Self::SplitOff,
                Self::Renamed,
                Self::Head,
                Self::Died,
                Self::PersonCategory,
                Self::Person,
            ],
            LineKind::Former => &[Self::Person],
            LineKind::Act => &[],
            LineKind::Address => &[Self::MovedHouse],
            LineKind::Category => &[Self::CategoryEnded, Self::CategoryRenewed, Self::Category],
            LineKind::Collector => &[Self::CollectorEnded, Self::CollectorAllowed],
        }
    }
}
