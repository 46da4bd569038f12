//! Everything that is listed, in the order of lists, and which categories are kept from whom.

use super::aid::Item;
use super::{About, CatalogueFault, Entry, Kind};
use crate::domain::category::{CategoryCode, SENSITIVE, SHIPPED};
use crate::domain::limit::{self, Measure};
use crate::domain::stock::{GROUPS, Grams, KitPart, Unit};
use std::collections::BTreeSet;

/// Which categories are kept from those without `Right::SeeSensitive`: the two that always are, and those the office marks.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Sensitive(BTreeSet<String>);

impl Sensitive {
    /// Those that the office marks, beside the two that always are.
    pub fn of(codes: impl IntoIterator<Item = String>) -> Self {
        Self(codes.into_iter().collect())
    }

    /// Whether the presence of this category is kept from those without the right.
    pub fn covers(&self, code: &CategoryCode) -> bool {
        self.covers_code(&code.0)
    }

    /// As [`Sensitive::covers`], for a code as it is written.
    pub fn covers_code(&self, code: &str) -> bool {
        SENSITIVE.contains(&code) || self.0.contains(code)
    }
}

/// Everything that an office's catalogues list, in the order of lists.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Catalogue {
    entries: Vec<Entry>,
}

/// What the program comes with.
impl Default for Catalogue {
    fn default() -> Self {
        Self::shipped()
    }
}

impl Catalogue {
    /// The catalogue of these entries.
    pub fn of(mut entries: Vec<Entry>) -> Self {
        entries.sort_by(|a, b| {
            let order = |entry: &Entry| (entry.kind(), entry.position);
            order(a).cmp(&order(b)).then_with(|| a.name.cmp(&b.name)).then_with(|| a.code.cmp(&b.code))
        });
        Self { entries }
    }

    /// What the program comes with: the shipped categories alone.
    pub fn shipped() -> Self {
        let category = |(position, code): (u32, &&str)| {
            let about = About::Category { sensitive: SENSITIVE.contains(code) };
            Entry { position, about, ..Entry::new(Kind::Category, code, "") }
        };
        Self::of((1..).zip(SHIPPED.iter()).map(category).collect())
    }

    /// Every entry of a kind, those switched off too.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.kind() == kind)
    }

    /// The entries of a kind that are offered.
    pub fn offered(&self, kind: Kind) -> impl Iterator<Item = &Entry> {
        self.of_kind(kind).filter(|entry| entry.off_since.is_none())
    }

    /// An entry.
    pub fn get(&self, kind: Kind, code: &str) -> Option<&Entry> {
        self.of_kind(kind).find(|entry| entry.code == code)
    }

    /// Codes of all categories, in the order of lists.
    pub fn category_codes(&self) -> Vec<CategoryCode> {
        self.of_kind(Kind::Category).map(|entry| CategoryCode(entry.code.clone())).collect()
    }

    /// The office's own names of categories for one language: code and name. Those that go by the program's name are left out.
    pub fn category_names(&self, english: bool) -> impl Iterator<Item = (&str, &str)> {
        self.names_of(Kind::Category, english)
    }

    /// The office's own names of the entries of a kind, as [`Catalogue::category_names`].
    pub fn names_of(&self, kind: Kind, english: bool) -> impl Iterator<Item = (&str, &str)> {
        let named = self.of_kind(kind).map(move |entry| {
            let own = match (english, entry.is_shipped()) {
                // An added one without an English name is better said in Ukrainian than by its code.
                (true, false) if entry.name_en.is_empty() => &entry.name,
                (true, _) => &entry.name_en,
                (false, _) => &entry.name,
            };
            (entry.code.as_str(), own.as_str())
        });
        named.filter(|(_, own)| !own.is_empty())
    }

    /// What a thing is, beside its names.
    pub fn item(&self, code: &str) -> Option<&Item> {
        match self.get(Kind::Item, code).map(|entry| &entry.about) {
            Some(About::Item(item)) => Some(item),
            _ => None,
        }
    }

    /// The groups of things: those in use, in the order of the things, then those that the program has words for.
    pub fn groups(&self) -> Vec<String> {
        let used = self.of_kind(Kind::Item).filter_map(|entry| match &entry.about {
            About::Item(item) => Some(item.group.clone()),
            _ => None,
        });
        let mut groups: Vec<String> = Vec::new();
        for group in used.chain(GROUPS.map(str::to_owned)) {
            if !group.is_empty() && !groups.contains(&group) {
                groups.push(group);
            }
        }
        groups
    }

    /// What the parts weigh together; none where one of them has no weight of its own.
    pub fn weight_of(&self, parts: &[KitPart]) -> Option<Grams> {
        let weights = parts.iter().map(|part| {
            let item = self.item(part.item.as_str())?;
            let grams = if item.unit == Unit::Kilogram { 1 } else { item.weight?.0 };
            grams.checked_mul(part.quantity.0)
        });
        let total = weights.sum::<Option<i64>>()?;
        (total > 0).then_some(Grams(total))
    }

    /// Whether what an entry says of other entries is so: parts, sets, grounds, what a limit is of.
    ///
    /// Errors: what it names and is not there, a kit in a kit, a limit that measures what the thing is not counted in.
    pub fn agrees(&self, entry: &Entry) -> Result<(), CatalogueFault> {
        let known = |code: &str| self.item(code).ok_or_else(|| CatalogueFault::NoSuchItem(code.to_owned()));
        let categories =
            |codes: &[CategoryCode]| match codes.iter().find(|code| self.get(Kind::Category, &code.0).is_none()) {
                Some(code) => Err(CatalogueFault::NoSuchCategory(code.0.clone())),
                None => Ok(()),
            };
        match &entry.about {
            About::Item(item) => {
                for part in item.compositions.iter().flat_map(|composition| &composition.parts) {
                    if known(part.item.as_str())?.unit == Unit::Kit {
                        return Err(CatalogueFault::KitInKit(part.item.0.clone()));
                    }
                }
                match self.kit_of(&entry.code).filter(|_| item.unit == Unit::Kit) {
                    Some(kit) => Err(CatalogueFault::PartOfKit(kit.code.clone())),
                    None => Ok(()),
                }
            }
            About::Programme(programme) => {
                categories(&programme.grounds)?;
                programme.set.iter().try_for_each(|part| known(part.item.as_str()).map(|_| ()))
            }
            About::Limit(limit) => {
                categories(&limit.categories)?;
                let limit::About::Item(code) = &limit.of else { return Ok(()) };
                let unit = known(code.as_str())?.unit;
                // Grams of a thing with a weight of its own can be counted; pieces of what is weighed cannot.
                if limit.measure == Measure::Pieces && unit.is_weighed() {
                    return Err(CatalogueFault::LimitMeasure(code.0.clone()));
                }
                Ok(())
            }
            About::Category { .. }
            | About::District { .. }
            | About::Street { .. }
            | About::Partner(_)
            | About::Location(_)
            | About::EventKind
            | About::Room { .. } => Ok(()),
        }
    }

    /// Whether a kit or a standard set says how much of this thing, in its unit.
    pub fn is_part(&self, code: &str) -> bool {
        let is_in_a_set = |entry: &Entry| match &entry.about {
            About::Programme(programme) => programme.set.iter().any(|part| part.item.as_str() == code),
            _ => false,
        };
        self.kit_of(code).is_some() || self.of_kind(Kind::Programme).any(is_in_a_set)
    }

    /// A kit that holds this thing.
    fn kit_of(&self, code: &str) -> Option<&Entry> {
        self.of_kind(Kind::Item).find(|entry| match &entry.about {
            About::Item(item) => {
                item.compositions.iter().flat_map(|held| &held.parts).any(|part| part.item.as_str() == code)
            }
            _ => false,
        })
    }

    /// The entry with what follows from others: a kit that says no weight weighs what its latest composition does.
    pub fn completed(&self, mut entry: Entry) -> Entry {
        if let About::Item(item) = &mut entry.about
            && item.unit == Unit::Kit
            && item.weight.is_none()
            && let Some(latest) = item.compositions.first()
        {
            item.weight = self.weight_of(&latest.parts);
        }
        entry
    }

    /// The categories that are kept from those without `Right::SeeSensitive`.
    pub fn sensitive(&self) -> Sensitive {
        let is_marked = |entry: &&Entry| matches!(entry.about, About::Category { sensitive: true });
        Sensitive::of(self.entries.iter().filter(is_marked).map(|entry| entry.code.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_comes_with_its_categories_in_order() {
        let shipped = Catalogue::shipped();
        assert_eq!(shipped.category_codes().len(), SHIPPED.len());
        assert_eq!(shipped.category_codes()[0].0, "hardship");
        assert!(shipped.sensitive().covers_code("violence_survivor"));
        assert!(!shipped.sensitive().covers_code("displaced"));
    }
}
