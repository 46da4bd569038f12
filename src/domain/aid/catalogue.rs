//! What the help room and the storeroom list, as one: what screens offer and what deeds check codes against.

use super::programme::{Location, Partner, Programme};
use crate::domain::limit::LimitRule;
use crate::domain::stock::{
    Grams, Item, ItemCode, KitPart, KitVersion, LocationCode, PartnerCode, ProgrammeCode, Quantity,
};
use chrono::NaiveDate;

/// Everything listed, in the order of lists; what is switched off too.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct AidCatalogue {
    /// Items.
    pub items: Vec<Item>,
    /// Compositions of kits, the latest first.
    pub kits: Vec<KitVersion>,
    /// Programmes.
    pub programmes: Vec<Programme>,
    /// Partners.
    pub partners: Vec<Partner>,
    /// Locations.
    pub locations: Vec<Location>,
    /// Limit rules.
    pub rules: Vec<LimitRule>,
}

impl AidCatalogue {
    /// An item.
    pub fn item(&self, code: &ItemCode) -> Option<&Item> {
        self.items.iter().find(|item| item.code == *code)
    }

    /// A programme.
    pub fn programme(&self, code: &ProgrammeCode) -> Option<&Programme> {
        self.programmes.iter().find(|programme| programme.code == *code)
    }

    /// A partner.
    pub fn partner(&self, code: &PartnerCode) -> Option<&Partner> {
        self.partners.iter().find(|partner| partner.code == *code)
    }

    /// A location.
    pub fn location(&self, code: &LocationCode) -> Option<&Location> {
        self.locations.iter().find(|location| location.code == *code)
    }

    /// What a kit holds when it is put together on that day.
    pub fn kit_on(&self, item: &ItemCode, day: NaiveDate) -> Option<&KitVersion> {
        self.kits.iter().filter(|kit| kit.item == *item && kit.from_on <= day).max_by_key(|kit| kit.from_on)
    }

    /// The items that are offered on that day.
    pub fn offered_items(&self, day: NaiveDate) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| item.off_since.is_none_or(|since| day < since))
    }

    /// What so much of an item weighs; of a kit by what it holds, where all of that is known.
    pub fn weight(&self, item: &Item, quantity: Quantity, composition: &[KitPart]) -> Option<Grams> {
        if !item.is_kit() || composition.is_empty() {
            return item.weight(quantity);
        }
        let parts = composition.iter().map(|part| self.item(&part.item)?.weight(part.quantity));
        let one: Option<Grams> = parts.sum();
        one.map(|one| Grams(one.0.saturating_mul(quantity.0))).or_else(|| item.weight(quantity))
    }
}
