//! Programmes, partners and locations of the catalogue.

use crate::domain::category::CategoryCode;
use crate::domain::stock::{ItemCode, LocationCode, PartnerCode, ProgrammeCode, Quantity};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Under what aid is given.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Programme {
    /// Its code, the key.
    pub code: ProgrammeCode,
    /// The office's own Ukrainian name; empty for a shipped one under the program's name.
    pub name: String,
    /// Its English name.
    pub name_en: String,
    /// The categories that give the right; none: anybody.
    pub grounds: Vec<CategoryCode>,
    /// What is usually given at once.
    pub set: Vec<SetLine>,
    /// First day.
    pub starts_on: Option<NaiveDate>,
    /// Last day.
    pub ends_on: Option<NaiveDate>,
    /// Place in lists.
    pub position: u32,
    /// The day since which it is no longer offered.
    pub off_since: Option<NaiveDate>,
}

/// A line of a standard set.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct SetLine {
    /// Of what.
    pub item: ItemCode,
    /// How much.
    pub quantity: Quantity,
}

impl Programme {
    /// Whether aid can be given under it on that day.
    pub fn is_open_on(&self, day: NaiveDate) -> bool {
        self.starts_on.is_none_or(|starts| starts <= day)
            && self.ends_on.is_none_or(|ends| day <= ends)
            && self.off_since.is_none_or(|since| day < since)
    }
}

/// What a partner does.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartnerRole {
    /// Gives.
    Donor,
    /// Gets.
    Recipient,
    /// Both.
    Both,
}

impl PartnerRole {
    /// Every role.
    pub const ALL: [Self; 3] = [Self::Donor, Self::Recipient, Self::Both];

    /// The word in the store and in message ids (`partner-role-donor`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Donor => "donor",
            Self::Recipient => "recipient",
            Self::Both => "both",
        }
    }
}

/// Who gives and who gets as an organisation.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Partner {
    /// Its code, the key.
    pub code: PartnerCode,
    /// Its name.
    pub name: String,
    /// Its English name.
    pub name_en: String,
    /// What it does.
    pub role: PartnerRole,
    /// Its number in the register of enterprises.
    pub edrpou: String,
    /// Whom to call, as typed.
    pub contact: String,
    /// Whom a letter of thanks is for, as it begins.
    pub for_thanks: String,
    /// Place in lists.
    pub position: u32,
    /// The day since which it is no longer offered.
    pub off_since: Option<NaiveDate>,
}

impl Partner {
    /// Whether goods can come from it.
    pub fn gives(&self) -> bool {
        self.role != PartnerRole::Recipient
    }

    /// Whether goods can go to it.
    pub fn gets(&self) -> bool {
        self.role != PartnerRole::Donor
    }
}

/// What a location is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LocationKind {
    /// A storeroom.
    Storeroom,
    /// A brigade's car.
    Car,
}

impl LocationKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Storeroom, Self::Car];

    /// The word in the store and in message ids (`location-kind-car`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Storeroom => "storeroom",
            Self::Car => "car",
        }
    }
}

/// Where goods lie.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Location {
    /// Its code, the key.
    pub code: LocationCode,
    /// The office's own Ukrainian name; empty for the shipped storeroom.
    pub name: String,
    /// Its English name.
    pub name_en: String,
    /// What it is.
    pub kind: LocationKind,
    /// Place in lists.
    pub position: u32,
    /// The day since which it is no longer offered.
    pub off_since: Option<NaiveDate>,
}
