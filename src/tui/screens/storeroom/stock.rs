//! Things and amounts as the screens of the storeroom say them.

use crate::domain::aid::{AidCatalogue, Location, Partner};
use crate::domain::stock::{Grams, Item, ItemCode, KitVersion, LocationCode, PartnerCode, Quantity, Unit};
use crate::office::storeroom::Balances;
use crate::text::Lang;
use crate::tui::aid_words;
use crate::tui::app::Context;
use chrono::NaiveDate;

/// A thing that a paper can be about, with how much of it lies in the place of the paper.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Thing {
    /// As the catalogue has it.
    pub(super) item: Item,
    /// Its name in the language of the desk.
    pub(super) name: String,
    /// Every name it is found by.
    pub(super) names: String,
    /// How much of it lies there.
    pub(super) there: Quantity,
}

impl Thing {
    /// A thing of the catalogue.
    pub(super) fn of(item: &Item, there: Quantity, cx: &Context) -> Self {
        let name = item_name(item, cx);
        let names = [name.as_str(), &item.name, &item.name_en, item.code.as_str()].join(" ");
        Self { item: item.clone(), name, names, there }
    }

    /// Its code.
    pub(super) fn code(&self) -> &ItemCode {
        &self.item.code
    }

    /// How it is counted.
    pub(super) fn unit(&self) -> Unit {
        self.item.unit
    }
}

/// What a paper of a place can be about.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Shelf {
    told: Box<Balances>,
    /// Everything that is offered, in the order of lists.
    pub(super) things: Vec<Thing>,
    /// Places.
    pub(super) places: Vec<Place>,
    /// Who gives.
    pub(super) partners: Vec<Giver>,
}

/// A place.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Place {
    /// Its code.
    pub(super) code: LocationCode,
    /// Its name in the language of the desk.
    pub(super) name: String,
}

/// Who gives.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Giver {
    /// Its code.
    pub(super) code: PartnerCode,
    /// Its name in the language of the desk.
    pub(super) name: String,
}

/// The places that are offered today; one that was switched off and still has goods is none of them.
pub(super) fn places(catalogue: &AidCatalogue, cx: &Context) -> Vec<Place> {
    let is_on = |off: Option<NaiveDate>| off.is_none_or(|since| cx.today() < since);
    let offered = catalogue.locations.iter().filter(|place| is_on(place.off_since));
    let place = |of: &Location| Place { code: of.code.clone(), name: place_name(of, cx) };
    offered.map(place).collect()
}

/// The name of a place.
pub(super) fn place_name(place: &Location, cx: &Context) -> String {
    own_name("location", place.code.as_str(), &place.name, &place.name_en, cx)
}

/// The name of a partner.
pub(super) fn partner_name(partner: &Partner, cx: &Context) -> String {
    own_name("partner", partner.code.as_str(), &partner.name, &partner.name_en, cx)
}

impl Shelf {
    /// What is offered today, with what of it lies there.
    pub(super) fn of(told: &Balances, cx: &Context) -> Self {
        let catalogue = &told.catalogue;
        let is_on = |off: Option<NaiveDate>| off.is_none_or(|since| cx.today() < since);
        let left = |item: &Item| {
            told.rows.iter().find(|row| row.item == item.code).map(|row| row.quantity).unwrap_or_default()
        };
        // What is not offered any more can still be written off, moved and counted while some of it is left.
        let items = catalogue.items.iter().filter(|item| is_on(item.off_since) || !left(item).is_zero());
        let givers = catalogue.partners.iter().filter(|partner| partner.gives() && is_on(partner.off_since));
        Self {
            things: items.map(|item| Thing::of(item, left(item), cx)).collect(),
            places: places(catalogue, cx),
            partners: givers.map(|of| Giver { code: of.code.clone(), name: partner_name(of, cx) }).collect(),
            told: Box::new(told.clone()),
        }
    }

    /// The same shelf in the language of now.
    pub(super) fn spoken(&self, cx: &Context) -> Self {
        Self::of(&self.told, cx)
    }

    /// A thing by its code.
    pub(super) fn thing(&self, code: &ItemCode) -> Option<&Thing> {
        self.things.iter().find(|thing| thing.code() == code)
    }

    /// What a kit holds when it is put together on that day.
    pub(super) fn kit_on(&self, item: &ItemCode, day: NaiveDate) -> Option<&KitVersion> {
        self.told.catalogue.kit_on(item, day)
    }
}

/// The name of an item: the office's own, else the program's.
pub(super) fn item_name(item: &Item, cx: &Context) -> String {
    own_name("item", item.code.as_str(), &item.name, &item.name_en, cx)
}

/// A name of the catalogue in the language of the desk: the office's own, else the program's, else the code.
pub(super) fn own_name(prefix: &str, code: &str, name: &str, name_en: &str, cx: &Context) -> String {
    let own = if cx.texts.lang() == Lang::En && !name_en.is_empty() { name_en } else { name };
    if own.is_empty() { cx.texts.code(prefix, code) } else { own.to_owned() }
}

/// How much, without the unit: `4,2`, `1025`; what is weighed to the tenth of a kilogram, and finer only where it is finer.
pub(super) fn number(quantity: Quantity, unit: Unit, cx: &Context) -> String {
    if unit.is_weighed() { kilograms(Grams(quantity.0), cx) } else { crate::text::count(quantity.0) }
}

/// Kilograms: `812,5`, in English `812.5`.
pub(super) fn kilograms(grams: Grams, cx: &Context) -> String {
    let sign = if grams.0 < 0 { "−" } else { "" };
    let grams = grams.0.unsigned_abs();
    let mut part = format!("{:03}", grams % 1000);
    while part.len() > 1 && part.ends_with('0') {
        part.pop();
    }
    let point = if cx.texts.lang() == Lang::En { '.' } else { ',' };
    let whole = crate::text::count(i64::try_from(grams / 1000).unwrap_or(i64::MAX));
    format!("{sign}{whole}{point}{part}")
}

/// `812,5 кг`, `143 наб.`: for columns.
pub(super) fn amount(quantity: Quantity, unit: Unit, cx: &Context) -> String {
    format!("{} {}", number(quantity, unit, cx), aid_words::unit(unit, quantity, cx))
}

/// `812,5 кг`, `2 набори`: for sentences.
pub(super) fn said(quantity: Quantity, unit: Unit, cx: &Context) -> String {
    match unit {
        Unit::Kilogram => amount(quantity, unit, cx),
        Unit::Piece => cx.tv("storeroom-count-pieces", &[("count", quantity.0.into())]),
        Unit::Pair => cx.tv("storeroom-count-pairs", &[("count", quantity.0.into())]),
        Unit::Kit => cx.tv("storeroom-count-kits", &[("count", quantity.0.into())]),
    }
}

/// A weight with its unit: `16,8 кг`.
pub(super) fn weight(grams: Grams, cx: &Context) -> String {
    amount(Quantity(grams.0), Unit::Kilogram, cx)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::clock::Moment;
    use crate::tui::theme::ThemeName;
    use rstest::rstest;

    fn desk(lang: Lang) -> Context {
        let now = Moment::parse_from_rfc3339("2026-11-21T10:42:00+02:00").unwrap();
        Context::new(lang, ThemeName::Plain, (80, 24), now)
    }

    #[rstest]
    #[case(812_500, Unit::Kilogram, "812,5 кг", "812.5 kg")]
    #[case(12_000, Unit::Kilogram, "12,0 кг", "12.0 kg")]
    #[case(4_250, Unit::Kilogram, "4,25 кг", "4.25 kg")]
    #[case(40, Unit::Kilogram, "0,04 кг", "0.04 kg")]
    #[case(-1_500, Unit::Kilogram, "−1,5 кг", "−1.5 kg")]
    #[case(1025, Unit::Kit, "1025 наб.", "1025 kits")]
    fn amounts_of_columns(#[case] base: i64, #[case] unit: Unit, #[case] uk: &str, #[case] en: &str) {
        assert_eq!(amount(Quantity(base), unit, &desk(Lang::Uk)), uk);
        assert_eq!(amount(Quantity(base), unit, &desk(Lang::En)), en);
    }

    #[test]
    fn amounts_of_sentences_follow_the_number() {
        let say = |base, unit| said(Quantity(base), unit, &desk(Lang::Uk));
        assert_eq!(say(1, Unit::Kit), "1 набір");
        assert_eq!(say(2, Unit::Kit), "2 набори");
        assert_eq!(say(5, Unit::Pair), "5 пар");
        assert_eq!(say(0, Unit::Piece), "0 штук");
    }
}
