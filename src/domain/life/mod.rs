//! What happens in the life of a family on the register, each event with its day: the words of `Office::live`.
//!
//! An event says what happened outside; what follows from it (a head is wanted, an empty entry closes) is decided by [`check`] and by
//! the deed, the same for everybody. Meaning of the corners, one each:
//!
//! - The head leaves or dies and others stay: the event names the next head, else `HeadNeeded` names the choice.
//! - The last member leaves, moves or dies: the entry closes on that day, for the reason of the event.
//! - Splitting off everybody is refused: that is the whole family.
//! - A closed entry can lose members, names and categories; to gain anything it has to be opened again first. An empty one may be opened
//!   too: somebody comes back.
//! - Nothing happens in the future, nor before the day on which what it changes began.

pub mod check;
mod reason;

pub use reason::{CloseReason, LeaveReason};

use crate::domain::address::{Address, AddressKind};
use crate::domain::category::CategoryCode;
use crate::domain::draft::MemberDraft;
use crate::domain::family::Relation;
use crate::domain::id::{CollectorId, FamilyId, PersonId};
use crate::domain::person::{PersonName, Sex};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Something that happened in a family.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LifeEvent {
    /// A member left, and stands in no other family because of it.
    MemberLeft {
        /// Who.
        person: PersonId,
        /// First day out of the family.
        on: NaiveDate,
        /// Why.
        reason: LeaveReason,
        /// The next head, where the head leaves and others stay.
        next_head: Option<PersonId>,
    },
    /// A member moved to another family on the register, or stands in both from now on.
    MemberMoved {
        /// Who.
        person: PersonId,
        /// To which family.
        to: FamilyId,
        /// What they are there; a family that has a head gets no second one.
        relation: Relation,
        /// First day there.
        on: NaiveDate,
        /// Whether they leave this family.
        stays: Stays,
        /// The next head here, where the head leaves and others stay.
        next_head: Option<PersonId>,
    },
    /// Somebody joined: a new person, or one on the register (`member.person`), who keeps their other families.
    MemberJoined {
        /// Who, and what they are here.
        member: Box<MemberDraft>,
        /// First day in the family.
        on: NaiveDate,
    },
    /// Some members become a family of their own, with a number of its own.
    SplitOff {
        /// Who, and what each is in the new family: exactly one head.
        members: Vec<(PersonId, Relation)>,
        /// First day of the new family.
        on: NaiveDate,
        /// Why they left.
        reason: LeaveReason,
        /// Where the new family lives; none: at the same address.
        actual: Option<Address>,
        /// The next head here, where the head is among them.
        next_head: Option<PersonId>,
    },
    /// Another member is the head from a day.
    HeadChanged {
        /// The new head.
        person: PersonId,
        /// First day.
        on: NaiveDate,
        /// What others are, seen from the new head. The former head, when not named here, becomes what [`turned`] says.
        others: Vec<(PersonId, Relation)>,
    },
    /// A person has another name from a day; the former one stays searchable.
    Renamed {
        /// Who.
        person: PersonId,
        /// The new name.
        name: PersonName,
        /// First day of the new name.
        on: NaiveDate,
        /// Paper, as typed. May be empty.
        basis: String,
    },
    /// A person died: leaves every family in which they stood.
    Died {
        /// Who.
        person: PersonId,
        /// The day.
        on: NaiveDate,
        /// Paper, as typed. May be empty.
        basis: String,
        /// The next head of each family that loses its head and keeps members.
        next_heads: Vec<NextHead>,
    },
    /// The family lives elsewhere (or is registered elsewhere) from a day; the old address stays with its days.
    MovedHouse {
        /// Which address.
        kind: AddressKind,
        /// Where; an empty one ends the old address.
        address: Address,
        /// First day there.
        on: NaiveDate,
    },
    /// A category ended.
    CategoryEnded {
        /// Whose; none for the family's own.
        person: Option<PersonId>,
        /// Which.
        code: CategoryCode,
        /// Its first day, which tells apart two of one code.
        since: Option<NaiveDate>,
        /// Its last day.
        on: NaiveDate,
        /// Paper on which it ended; empty keeps what is written.
        basis: String,
    },
    /// A category begins, or begins again: a new row, the old one stays as it ended.
    CategoryRenewed {
        /// Whose; none for the family's own.
        person: Option<PersonId>,
        /// Which.
        code: CategoryCode,
        /// First day.
        on: NaiveDate,
        /// Last day, where the paper says one.
        until: Option<NaiveDate>,
        /// Paper, as typed.
        basis: String,
    },
    /// The entry is closed.
    Closed {
        /// First day closed.
        on: NaiveDate,
        /// Why.
        reason: CloseReason,
        /// What is added; wanted where the reason is "other".
        note: String,
    },
    /// The entry is opened again.
    Reopened {
        /// First day open.
        on: NaiveDate,
        /// Why, as typed; wanted.
        reason: String,
    },
    /// Somebody outside the family may take aid for it.
    CollectorAllowed {
        /// Who.
        who: CollectorDraft,
        /// First day.
        on: NaiveDate,
        /// First day no more; open where there is none.
        until: Option<NaiveDate>,
        /// Note.
        note: String,
    },
    /// A collector may no more.
    CollectorEnded {
        /// Which permission.
        collector: CollectorId,
        /// First day no more.
        on: NaiveDate,
    },
}

/// Whether somebody who moved stands in the old family too.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stays {
    /// In the new family only.
    Leaves,
    /// In both: parents apart.
    Both,
}

/// Who is the head of a family from now on.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct NextHead {
    /// Of which family.
    pub family: FamilyId,
    /// Who.
    pub person: PersonId,
}

/// Somebody who may collect, as a form holds them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CollectorDraft {
    /// A person on the register.
    Person(PersonId),
    /// Somebody else.
    Named {
        /// Name; wanted.
        name: String,
        /// Paper as typed.
        document: String,
        /// Phone as typed.
        phone: String,
    },
}

impl LifeEvent {
    /// The deed's word in journal and message ids (`deed-member-left`, `event-member-left`).
    pub fn action(&self) -> &'static str {
        match self {
            Self::MemberLeft { .. } => "member-left",
            Self::MemberMoved { stays: Stays::Leaves, .. } => "member-moved",
            Self::MemberMoved { stays: Stays::Both, .. } => "member-shared",
            Self::MemberJoined { .. } => "member-joined",
            Self::SplitOff { .. } => "family-split",
            Self::HeadChanged { .. } => "head-changed",
            Self::Renamed { .. } => "person-renamed",
            Self::Died { .. } => "person-died",
            Self::MovedHouse { .. } => "family-moved",
            Self::CategoryEnded { .. } => "category-ended",
            Self::CategoryRenewed { .. } => "category-renewed",
            Self::Closed { .. } => "family-closed",
            Self::Reopened { .. } => "family-reopened",
            Self::CollectorAllowed { .. } => "collector-allowed",
            Self::CollectorEnded { .. } => "collector-ended",
        }
    }

    /// The day of the event.
    pub fn on(&self) -> NaiveDate {
        match self {
            Self::MemberLeft { on, .. }
            | Self::MemberMoved { on, .. }
            | Self::MemberJoined { on, .. }
            | Self::SplitOff { on, .. }
            | Self::HeadChanged { on, .. }
            | Self::Renamed { on, .. }
            | Self::Died { on, .. }
            | Self::MovedHouse { on, .. }
            | Self::CategoryEnded { on, .. }
            | Self::CategoryRenewed { on, .. }
            | Self::Closed { on, .. }
            | Self::Reopened { on, .. }
            | Self::CollectorAllowed { on, .. }
            | Self::CollectorEnded { on, .. } => *on,
        }
    }
}

/// What a former head is to the new one: a spouse stays a spouse, the parent of a new head is the mother or father. Where it cannot be
/// told, "other".
pub fn turned(new_head_was: Relation, former_head: Option<Sex>) -> Relation {
    match (new_head_was, former_head) {
        (Relation::Spouse, _) => Relation::Spouse,
        (Relation::Son | Relation::Daughter, Some(Sex::Female)) => Relation::Mother,
        (Relation::Son | Relation::Daughter, Some(Sex::Male)) => Relation::Father,
        (Relation::Mother | Relation::Father, Some(Sex::Female)) => Relation::Daughter,
        (Relation::Mother | Relation::Father, Some(Sex::Male)) => Relation::Son,
        (Relation::Ward, _) => Relation::Guardian,
        (Relation::Guardian, _) => Relation::Ward,
        _ => Relation::Other,
    }
}
