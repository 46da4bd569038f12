//! What the emergency help room lists: things and kits, grounds of aid, partners, places of goods, limits.
//!
//! What one entry says of itself is checked here (`settle` of each); what it says of others (the parts of a kit, the set of a programme)
//! is checked against the whole catalogue by [`super::Catalogue::agrees`].

use super::CatalogueFault;
use crate::domain::aid::{LocationKind, PartnerRole};
use crate::domain::category::CategoryCode;
use crate::domain::edrpou::Edrpou;
use crate::domain::limit::{self, Measure, Per, Period};
use crate::domain::name::{clean, clean_note};
use crate::domain::stock::{Grams, GroupCode, ItemCode, KitPart, Quantity, Unit};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Heaviest single thing, in grams: a tonne. More is a slip of a comma.
pub const HEAVIEST_GRAMS: i64 = 1_000_000;
/// Most of a thing in a kit, a set or a limit, in pieces or grams.
pub const MOST: i64 = 1_000_000;
/// Longest period of a limit, in its days, months or years.
pub const LONGEST: u32 = 3660;
/// Longest word of a group, in characters.
pub const GROUP_CHARACTERS: usize = 40;

/// A thing that is given out.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Item {
    /// The group that lists and limits put it into: a shipped one's code or the office's own word; may be empty.
    pub group: String,
    /// What it is counted in.
    pub unit: Unit,
    /// What one of it weighs; none where it differs, or goes by weight.
    pub weight: Option<Grams>,
    /// Whether every receipt names the day until which it is good.
    pub expires: bool,
    /// Less than this is little; none where nobody has to be told.
    pub low: Option<Quantity>,
    /// What a kit holds, the latest composition first; empty for anything else, and for kits that come ready.
    pub compositions: Vec<Composition>,
}

/// What a kit holds from a day on. Acts keep the one that they were written by.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Composition {
    /// Its first day.
    pub since: NaiveDate,
    /// The things in one kit.
    pub parts: Vec<KitPart>,
}

/// Under what aid is given.
#[derive(Clone, PartialEq, Eq, Hash, Default, Debug, Serialize, Deserialize)]
pub struct Programme {
    /// Codes of the categories that give the right; none: anybody.
    pub grounds: Vec<CategoryCode>,
    /// What is usually given at once.
    pub set: Vec<KitPart>,
    /// Its first day; none where it always was.
    pub starts_on: Option<NaiveDate>,
    /// Its last day; open where there is none.
    pub ends_on: Option<NaiveDate>,
}

/// Who gives goods and who gets them as an organisation.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Partner {
    /// Which of the two.
    pub role: PartnerRole,
    /// Its EDRPOU code as eight digits; empty where it has none.
    pub edrpou: String,
    /// Whom to call.
    pub contact: String,
    /// To whom a letter of thanks goes, in which words.
    pub for_thanks: String,
}

/// A kind of goods' place.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Location {
    /// Storeroom or car.
    pub kind: LocationKind,
}

/// How much may be given in a time.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Limit {
    /// Of what.
    pub of: limit::About,
    /// In which time.
    pub period: Period,
    /// What is counted.
    pub measure: Measure,
    /// How much of it, in times, pieces or grams.
    pub amount: i64,
    /// For whom once.
    pub per: Per,
    /// Codes of the categories for which it holds; none: for everybody.
    pub categories: Vec<CategoryCode>,
}

impl Item {
    /// A new thing: by piece, of no group.
    pub fn new() -> Self {
        Self {
            group: String::new(),
            unit: Unit::Piece,
            weight: None,
            expires: false,
            low: None,
            compositions: Vec::new(),
        }
    }

    /// What a kit holds on a day.
    pub fn composition_on(&self, day: NaiveDate) -> Option<&Composition> {
        self.compositions.iter().filter(|held| held.since <= day).max_by_key(|held| held.since)
    }

    /// Makes it what can stand in a catalogue. Errors: what cannot.
    pub(super) fn settle(&mut self, code: &str) -> Result<(), CatalogueFault> {
        self.group = clean(&self.group);
        if self.group.chars().count() > GROUP_CHARACTERS {
            return Err(CatalogueFault::Group);
        }
        if self.unit == Unit::Kilogram {
            // A kilogram weighs a kilogram.
            self.weight = None;
        }
        if self.weight.is_some_and(|weight| !(1..=HEAVIEST_GRAMS).contains(&weight.0)) {
            return Err(CatalogueFault::Weight);
        }
        if self.low.is_some_and(|low| !(1..=MOST).contains(&low.0)) {
            return Err(CatalogueFault::Low);
        }
        if self.unit != Unit::Kit {
            self.compositions.clear();
        }
        for composition in &mut self.compositions {
            settle_parts(&mut composition.parts)?;
            if composition.parts.iter().any(|part| part.item.as_str() == code) {
                return Err(CatalogueFault::KitInKit(code.to_owned()));
            }
        }
        self.compositions.retain(|composition| !composition.parts.is_empty());
        self.compositions.sort_by_key(|held| std::cmp::Reverse(held.since));
        if self.compositions.windows(2).any(|pair| pair[0].since == pair[1].since) {
            return Err(CatalogueFault::TwoCompositions);
        }
        Ok(())
    }
}

impl Default for Item {
    fn default() -> Self {
        Self::new()
    }
}

impl Programme {
    pub(super) fn settle(&mut self) -> Result<(), CatalogueFault> {
        settle_codes(&mut self.grounds);
        if let (Some(starts), Some(ends)) = (self.starts_on, self.ends_on)
            && ends < starts
        {
            return Err(CatalogueFault::EndsBeforeItStarts);
        }
        settle_parts(&mut self.set)
    }
}

impl Partner {
    /// A new partner: one who gives.
    pub fn new() -> Self {
        Self { role: PartnerRole::Donor, edrpou: String::new(), contact: String::new(), for_thanks: String::new() }
    }

    /// Whether the check digit of its EDRPOU disagrees: worth a look at the paper, no more.
    pub fn has_odd_edrpou(&self) -> bool {
        Edrpou::parse(&self.edrpou).is_some_and(|code| !code.agrees())
    }

    pub(super) fn settle(&mut self) -> Result<(), CatalogueFault> {
        self.edrpou = clean(&self.edrpou);
        if !self.edrpou.is_empty() {
            let code = Edrpou::parse(&self.edrpou).ok_or_else(|| CatalogueFault::Edrpou(self.edrpou.clone()))?;
            self.edrpou = code.to_string();
        }
        (self.contact, self.for_thanks) = (clean(&self.contact), clean_note(&self.for_thanks));
        Ok(())
    }
}

impl Default for Partner {
    fn default() -> Self {
        Self::new()
    }
}

impl Limit {
    /// A new limit: once a calendar month a family, of nothing yet.
    pub fn new() -> Self {
        Self {
            of: limit::About::Item(ItemCode::default()),
            period: Period::Months(1),
            measure: Measure::Times,
            amount: 1,
            per: Per::Family,
            categories: Vec::new(),
        }
    }

    pub(super) fn settle(&mut self) -> Result<(), CatalogueFault> {
        settle_codes(&mut self.categories);
        let (limit::About::Item(ItemCode(of)) | limit::About::Group(GroupCode(of))) = &mut self.of;
        *of = clean(of);
        if of.is_empty() {
            return Err(CatalogueFault::LimitOfNothing);
        }
        if !(1..=MOST).contains(&self.amount) {
            return Err(CatalogueFault::LimitAmount);
        }
        if !(1..=LONGEST).contains(&self.period.count()) {
            return Err(CatalogueFault::LimitPeriod);
        }
        Ok(())
    }
}

impl Default for Limit {
    fn default() -> Self {
        Self::new()
    }
}

/// Every code once, in the order in which they were given.
fn settle_codes(codes: &mut Vec<CategoryCode>) {
    let mut seen = std::collections::BTreeSet::new();
    codes.retain(|code| !code.0.is_empty() && seen.insert(code.clone()));
}

/// A thing that is named twice stands once with both. Errors: nothing of a thing, or more than anybody carries.
fn settle_parts(parts: &mut Vec<KitPart>) -> Result<(), CatalogueFault> {
    let mut settled: Vec<KitPart> = Vec::new();
    for part in parts.drain(..) {
        if !(1..=MOST).contains(&part.quantity.0) {
            return Err(CatalogueFault::PartQuantity(part.item.0));
        }
        match settled.iter_mut().find(|one| one.item == part.item) {
            Some(one) => one.quantity = Quantity(one.quantity.0 + part.quantity.0),
            None => settled.push(part),
        }
    }
    *parts = settled;
    Ok(())
}
