//! Categories: the dated grounds on which a family or a person is supported.
//!
//! A category belongs to a person or to a whole family; a family has a category when it or any present member has it
//! (source: rules of counting of the yearly report). The catalogue is open: an office adds its own codes.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A category's code in the catalogue, such as `displaced`. The shipped ones have texts `category-CODE` in both languages.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CategoryCode(pub String);

/// The shipped codes, in the order of lists (source: `contract` of the import files).
pub const SHIPPED: [&str; 17] = [
    "hardship",
    "displaced",
    "military",
    "fallen",
    "missing",
    "captive",
    "veteran",
    "guardianship",
    "foster",
    "family_home",
    "child_disability",
    "child_development",
    "orphan",
    "large_family",
    "low_income",
    "violence_survivor",
    "offender",
];

/// Codes whose very presence on a card can hurt somebody: only `Right::SeeSensitive` opens them. An office marks others in its
/// catalogue, so whether a code is sensitive is asked of [`super::catalogue::Sensitive`] alone.
pub const SENSITIVE: [&str; 2] = ["violence_survivor", "offender"];

/// A category as it stands on a card: code, from when, until when, on what paper.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Category {
    /// Which category.
    pub code: CategoryCode,
    /// First day; unknown where the paper does not say.
    pub since: Option<NaiveDate>,
    /// Last day; open where there is none.
    pub until: Option<NaiveDate>,
    /// Basis document: its kind and number, as typed. May be empty.
    pub basis: String,
}

impl Category {
    /// Whether the category is in force on that day.
    pub fn in_force_on(&self, day: NaiveDate) -> bool {
        self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| day <= until)
    }
}
