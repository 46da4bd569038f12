//! Acts: the papers that move goods.

use super::quantity::{Grams, Quantity};
use super::{ItemCode, KitPart, LocationCode, PartnerCode, ProgrammeCode, RuleCode};
use crate::domain::clock::Moment;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::fmt;

pub use crate::domain::id::ActId;

/// What an act does.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActKind {
    /// Надходження.
    Receipt,
    /// Видача.
    Issue,
    /// Списання.
    WriteOff,
    /// Комплектування наборів.
    Assembly,
    /// Розукомплектування.
    Disassembly,
    /// Переміщення.
    Transfer,
    /// Інвентаризація: the differences.
    Count,
    /// Сторно: takes another act back.
    Reversal,
}

impl ActKind {
    /// Every kind.
    pub const ALL: [Self; 8] = [
        Self::Receipt,
        Self::Issue,
        Self::WriteOff,
        Self::Assembly,
        Self::Disassembly,
        Self::Transfer,
        Self::Count,
        Self::Reversal,
    ];

    /// The kind's word in the store and, with `-` for `_`, in message ids (`act-write-off`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Receipt => "receipt",
            Self::Issue => "issue",
            Self::WriteOff => "write_off",
            Self::Assembly => "assembly",
            Self::Disassembly => "disassembly",
            Self::Transfer => "transfer",
            Self::Count => "count",
            Self::Reversal => "reversal",
        }
    }
}

/// The number on the paper: `2026/00123`. Numbers run by office file and year.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct ActNumber {
    /// The year of the act's day.
    pub year: i32,
    /// The number in it, from 1.
    pub number: u32,
}

impl ActNumber {
    /// Digits that a number is printed with at least.
    pub const DIGITS: usize = 5;

    /// Reads `2026/00123`, `2026/123`, `2026-123`, `26/123`, and `123` as one of `year`.
    pub fn parse(text: &str, year: i32) -> Option<Self> {
        let text = text.trim().trim_start_matches('№').trim();
        let whole = |text: &str| text.trim().parse::<u32>().ok().filter(|number| *number > 0);
        match text.split_once(['/', '-', '\\', '.']) {
            Some((of, number)) => {
                let of: i32 = of.trim().parse().ok().filter(|of| *of >= 0)?;
                Some(Self { year: if of < 100 { 2000 + of } else { of }, number: whole(number)? })
            }
            None => Some(Self { year, number: whole(text)? }),
        }
    }
}

impl fmt::Display for ActNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{:0digits$}", self.year, self.number, digits = Self::DIGITS)
    }
}

/// Which way a line went at the act's location.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Flow {
    /// Came.
    In,
    /// Went.
    Out,
}

impl Flow {
    /// Both.
    pub const ALL: [Self; 2] = [Self::In, Self::Out];

    /// The word in the store.
    pub fn code(self) -> &'static str {
        match self {
            Self::In => "in",
            Self::Out => "out",
        }
    }

    /// The quantity with the sign of the ledger.
    pub fn signed(self, quantity: Quantity) -> Quantity {
        match self {
            Self::In => quantity,
            Self::Out => -quantity,
        }
    }

    /// The other way.
    pub fn back(self) -> Self {
        match self {
            Self::In => Self::Out,
            Self::Out => Self::In,
        }
    }
}

/// A line of an act.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ActLine {
    /// Of what.
    pub item: ItemCode,
    /// Which way.
    pub flow: Flow,
    /// How much, above zero.
    pub quantity: Quantity,
    /// What it weighs, where that is known.
    pub weight: Option<Grams>,
    /// What one kit held at that time.
    pub composition: Vec<KitPart>,
    /// The rule that was bent, and why. The reason is empty where nothing was bent.
    pub limit_rule: Option<RuleCode>,
    /// Why it was bent.
    pub override_reason: String,
}

/// What an act says above its lines.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ActHead {
    /// Identity.
    pub id: ActId,
    /// The number on the paper.
    pub number: ActNumber,
    /// What it does.
    pub kind: ActKind,
    /// Its day.
    pub happened_on: NaiveDate,
    /// When it was written.
    pub made_at: Moment,
    /// At which desk.
    pub desk: String,
    /// By whom, as screens name them.
    pub staff: String,
    /// Where.
    pub location: LocationCode,
    /// Where to, of a transfer.
    pub location_to: Option<LocationCode>,
    /// The donor of a receipt.
    pub partner: Option<PartnerCode>,
    /// The paper a receipt came by.
    pub document: String,
    /// Under which programme.
    pub programme: Option<ProgrammeCode>,
    /// The office's own key from an import.
    pub key: Option<String>,
    /// Why it was written off or reversed.
    pub reason: String,
    /// Note.
    pub note: String,
    /// The act that this one takes back.
    pub reverses: Option<(ActId, ActNumber)>,
    /// The act that took this one back.
    pub reversed_by: Option<(ActId, ActNumber)>,
}

/// An act with its lines.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Act {
    /// What stands above the lines.
    pub head: ActHead,
    /// The lines, in the order of the paper.
    pub lines: Vec<ActLine>,
}

impl Act {
    /// What all lines that went out (of a receipt: came in) weigh together, as far as weights are known.
    pub fn weight(&self) -> Grams {
        self.lines.iter().filter_map(|line| line.weight).sum()
    }

    /// Whether it is in force: neither reversed nor a reversal.
    pub fn in_force(&self) -> bool {
        self.head.reverses.is_none() && self.head.reversed_by.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_the_paper_shows_it() {
        let number = ActNumber { year: 2026, number: 123 };
        assert_eq!(number.to_string(), "2026/00123");
        for text in ["2026/00123", "2026/123", " № 2026-123", "123", "00123"] {
            assert_eq!(ActNumber::parse(text, 2026), Some(number), "{text}");
        }
        for text in ["", "0", "2026/0", "2026/x", "x/1"] {
            assert_eq!(ActNumber::parse(text, 2026), None, "{text}");
        }
    }
}
