//! Items of the catalogue and what a kit holds.

use super::quantity::{Grams, Quantity};
use super::{GroupCode, ItemCode};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How an item is counted.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Штука.
    Piece,
    /// Пара.
    Pair,
    /// Кілограм: weighed, kept in grams.
    Kilogram,
    /// Набір: has a composition.
    Kit,
}

impl Unit {
    /// Every unit.
    pub const ALL: [Self; 4] = [Self::Piece, Self::Pair, Self::Kilogram, Self::Kit];

    /// The unit's word in files, in the store and in message ids (`unit-kg`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Piece => "pc",
            Self::Pair => "pair",
            Self::Kilogram => "kg",
            Self::Kit => "kit",
        }
    }

    /// The unit of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.code() == code)
    }

    /// Whether quantities are grams.
    pub fn is_weighed(self) -> bool {
        self == Self::Kilogram
    }
}

/// The shipped groups, in the order of lists. An office may write others.
pub const GROUPS: [&str; 11] =
    ["food", "hygiene", "clothes", "shoes", "bedding", "toys", "baby", "school", "gift", "medical", "equipment"];

/// Something that can lie in a storeroom.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Item {
    /// Its code, the key.
    pub code: ItemCode,
    /// The office's own Ukrainian name; empty for a shipped one under the program's name.
    pub name: String,
    /// Its English name; empty where it has none of its own.
    pub name_en: String,
    /// Its group, by which limits go and the last aid is shown.
    pub group: GroupCode,
    /// How it is counted.
    pub unit: Unit,
    /// What one piece, pair or kit weighs; none where nobody said, and for what is weighed.
    pub standard_weight: Option<Grams>,
    /// Whether lots of it have a last day.
    pub tracks_expiry: bool,
    /// At or below how much it is running out.
    pub low_level: Option<Quantity>,
    /// Place in lists.
    pub position: u32,
    /// The day since which it is no longer offered.
    pub off_since: Option<NaiveDate>,
}

impl Item {
    /// What so much of it weighs, where that is known.
    pub fn weight(&self, quantity: Quantity) -> Option<Grams> {
        if self.unit.is_weighed() {
            return Some(Grams(quantity.0));
        }
        self.standard_weight.map(|one| Grams(one.0.saturating_mul(quantity.0)))
    }

    /// Whether it holds other items.
    pub fn is_kit(&self) -> bool {
        self.unit == Unit::Kit
    }
}

/// What a kit holds from a day on.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct KitVersion {
    /// The kit.
    pub item: ItemCode,
    /// First day on which kits are put together so.
    pub from_on: NaiveDate,
    /// What is in one kit, in the order of the paper.
    pub parts: Vec<KitPart>,
}

/// So much of an item in one kit.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct KitPart {
    /// Of what.
    pub item: ItemCode,
    /// How much in one kit.
    pub quantity: Quantity,
}

/// A composition in one text: `rice:1000 oil:1`.
pub fn written(parts: &[KitPart]) -> String {
    parts.iter().map(|part| format!("{}:{}", part.item, part.quantity.0)).collect::<Vec<_>>().join(" ")
}

/// Reads a composition back; what is not one is left out.
pub fn read(text: &str) -> Vec<KitPart> {
    let part = |word: &str| {
        let (item, quantity) = word.split_once(':')?;
        Some(KitPart { item: ItemCode(item.to_owned()), quantity: Quantity(quantity.parse().ok()?) })
    };
    text.split_whitespace().filter_map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_composition_is_read_as_it_was_written() {
        let parts = vec![
            KitPart { item: "rice".into(), quantity: Quantity(1000) },
            KitPart { item: "oil".into(), quantity: Quantity(1) },
        ];
        assert_eq!(written(&parts), "rice:1000 oil:1");
        assert_eq!(read(&written(&parts)), parts);
        assert!(read("").is_empty());
    }

    #[test]
    fn every_unit_is_found_by_its_code() {
        for unit in Unit::ALL {
            assert_eq!(Unit::from_code(unit.code()), Some(unit));
        }
    }
}
