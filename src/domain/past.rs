//! What was and ended: former names, members, addresses, closures; and who may collect for a family.
//!
//! Rule of days, the same everywhere here: a span counts from its first day on and no more on its last (`from ≤ day < until`).
//! Categories alone are counted through their last day (`domain::category`), because the papers that give them say so.

use crate::domain::address::{Address, AddressKind};
use crate::domain::family::Relation;
use crate::domain::id::{CollectorId, FamilyId, PersonId};
use crate::domain::life::{CloseReason, LeaveReason};
use crate::domain::number::FamilyNumber;
use crate::domain::person::PersonName;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Whether a span holds a day: from its first day on, and no more on the day on which it ended.
pub fn holds(from: NaiveDate, until: Option<NaiveDate>, day: NaiveDate) -> bool {
    from <= day && until.is_none_or(|until| day < until)
}

/// A name that a person had before.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct FormerName {
    /// The name.
    pub name: PersonName,
    /// The first day of the next name; unknown where nobody wrote it down.
    pub until: Option<NaiveDate>,
    /// Paper on which the name was changed, as typed. May be empty.
    pub basis: String,
}

/// Another family in which a member of this one stands today.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Elsewhere {
    /// The family.
    pub family: FamilyId,
    /// Its number.
    pub number: FamilyNumber,
    /// What the person is there.
    pub relation: Relation,
}

/// Somebody who stood in the family and does no more.
#[derive(Clone, PartialEq, Debug)]
pub struct FormerMember {
    /// Who.
    pub person: PersonId,
    /// Name as it is today.
    pub name: PersonName,
    /// What they were here at last.
    pub relation: Relation,
    /// First day in the family.
    pub from: NaiveDate,
    /// First day out of it.
    pub until: NaiveDate,
    /// Why they left, where somebody said so.
    pub reason: Option<LeaveReason>,
    /// The day of death.
    pub died_on: Option<NaiveDate>,
    /// The families in which they stand today.
    pub elsewhere: Vec<Elsewhere>,
}

/// Where the family (or a person alone) lived before.
#[derive(Clone, PartialEq, Debug)]
pub struct FormerAddress {
    /// Which address.
    pub kind: AddressKind,
    /// Where.
    pub address: Address,
    /// First day there.
    pub from: NaiveDate,
    /// First day no more there.
    pub until: NaiveDate,
}

/// A time for which an entry was closed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Closure {
    /// First day closed.
    pub from: NaiveDate,
    /// First day open again; none while it is closed.
    pub until: Option<NaiveDate>,
    /// Why.
    pub reason: CloseReason,
    /// What was added to the reason.
    pub note: String,
    /// Why it was opened again, as typed; empty while it is closed.
    pub reopened: String,
}

/// Who may take aid for a family without belonging to it.
#[derive(Clone, PartialEq, Debug)]
pub struct Collector {
    /// The permission itself.
    pub id: CollectorId,
    /// The person, when on the register.
    pub person: Option<PersonId>,
    /// Name, as it stands on the register today or as it was typed.
    pub name: String,
    /// Paper as typed; empty for somebody on the register and for those without `Right::SeeContacts`.
    pub document: String,
    /// Phone as typed; empty likewise.
    pub phone: String,
    /// First day.
    pub from: NaiveDate,
    /// First day no more; open where there is none.
    pub until: Option<NaiveDate>,
    /// Note; empty for those without `Right::SeeNotes`.
    pub note: String,
}

/// A family of a person, now or before.
#[derive(Clone, PartialEq, Debug)]
pub struct PersonFamily {
    /// The family.
    pub family: FamilyId,
    /// Its number.
    pub number: FamilyNumber,
    /// What the person is or was there.
    pub relation: Relation,
    /// First day.
    pub from: NaiveDate,
    /// First day no more; none where the person stands there today.
    pub until: Option<NaiveDate>,
    /// Why they left, where somebody said so.
    pub reason: Option<LeaveReason>,
    /// Whether the family's entry is closed.
    pub closed: bool,
}
