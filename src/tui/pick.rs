//! What a few typed letters can mean: settlements of the codifier, the office's community first; the office's own streets and districts.

use crate::domain::address::Address;
use crate::domain::catalogue::{About, Catalogue, Entry, Kind};
use crate::domain::place::{CODIFIER, Place};
use crate::domain::stock::{ItemCode, KitPart, Quantity, Typed, Unit};
use crate::domain::street;
use crate::search::small::{Fit, Folded, Grade, Needle, other_layout};
use crate::text::Texts;
use crate::tui::listed;
use std::sync::LazyLock;

/// How many suggestions are offered.
const OFFERED: usize = 20;

/// Every settlement with its name as it is compared.
static SETTLEMENTS: LazyLock<Vec<(Folded, &'static Place)>> =
    LazyLock::new(|| CODIFIER.settlements(None).into_iter().map(|place| (Folded::of(place.name), place)).collect());

/// Settlements for a typed text: names that begin with it before those that merely hold its letters, the office's community
/// before the rest of the country, cities before villages.
pub fn settlements(text: &str, community: Option<&str>) -> Vec<&'static Place> {
    let needle = Needle::of(&without_kind(text));
    if needle.is_empty() {
        return Vec::new();
    }
    let is_near =
        |place: &Place| community.is_some() && CODIFIER.community_of(place.code).map(|near| near.code) == community;
    let mut found = needle.best(&SETTLEMENTS.iter(), |(folded, _)| vec![folded]);
    found.sort_by_cached_key(|(fit, (_, place))| {
        // Among those that are only near, how near is what counts.
        let near = Some(*fit).filter(|fit| fit.grade >= Grade::Near);
        (rank(*fit, is_near(place)), near, place.is_rural(), place.name, place.code)
    });
    found.into_iter().take(OFFERED).map(|(_, (_, place))| *place).collect()
}

/// The office's streets of the settlement of an address, for a typed name: the old one finds the street too.
pub fn streets<'a>(typed: &str, address: &Address, catalogue: &'a Catalogue) -> Vec<street::Offered<'a>> {
    let measure = |name: &str, typed: &str| Needle::of(typed).fit(&Folded::of(name)).map(Fit::weight);
    let offered = |typed: &str| {
        street::offered(catalogue, address.settlement_code.as_deref(), &address.settlement, typed, &measure)
    };
    let mut found = offered(typed);
    // In the other layout some letters lie on signs, which no street's name has: the name is read anew before they are dropped.
    if found.is_empty() {
        found = other_layout(typed).map(|typed| offered(&typed)).unwrap_or_default();
    }
    found.truncate(OFFERED);
    found
}

/// The office's starosta districts for a typed name, those that the settlement belongs to first; all of these for nothing typed.
pub fn districts<'a>(typed: &str, settlement: Option<&str>, catalogue: &'a Catalogue) -> Vec<&'a Entry> {
    let needle = Needle::of(typed);
    let mut scored: Vec<(bool, Option<Fit>, &Entry)> = catalogue
        .offered(Kind::District)
        .filter_map(|entry| {
            let is_of = settlement.is_some_and(|code| has_settlement(entry, code));
            let fit =
                if needle.is_empty() { is_of.then_some(None) } else { needle.fit(&Folded::of(&entry.name)).map(Some) };
            fit.map(|fit| (!is_of, fit, entry))
        })
        .collect();
    scored.sort_by(|a, b| (a.0, a.1, &a.2.name).cmp(&(b.0, b.1, &b.2.name)));
    scored.into_iter().take(OFFERED).map(|(.., entry)| entry).collect()
}

/// The things of the catalogue whose name, in either language, or code the words can mean; what begins with them first.
pub fn items(words: &str, texts: &Texts, catalogue: &Catalogue) -> Vec<ItemCode> {
    let needle = Needle::of(words);
    if needle.is_empty() {
        return Vec::new();
    }
    let names = |entry: &&Entry| {
        vec![listed::name(texts, entry), entry.name.clone(), entry.name_en.clone(), entry.code.clone()]
    };
    let found = needle.left_of(catalogue.offered(Kind::Item).collect(), names);
    found.into_iter().take(OFFERED).map(|entry| ItemCode(entry.code.clone())).collect()
}

/// So much of a thing, as it is typed: `рис 1,5 кг`, `мило 2`; one piece or one kilogram where no number stands behind the name.
pub fn parts(typed: &str, texts: &Texts, catalogue: &Catalogue) -> Vec<KitPart> {
    let (words, number) = behind(typed);
    let quantity = |unit: Unit| match number {
        Some(typed) => typed.of(unit).ok(),
        None => Some(Quantity(if unit.is_weighed() { 1000 } else { 1 })),
    };
    let part = |item: ItemCode| {
        let unit = catalogue.item(item.as_str())?.unit;
        Some(KitPart { quantity: quantity(unit)?, item })
    };
    items(words, texts, catalogue).into_iter().filter_map(part).collect()
}

/// The words before a number at the end of a text, and the number.
fn behind(text: &str) -> (&str, Option<Typed>) {
    let text = text.trim();
    // «4 200 г» are three words.
    let starts = text.rmatch_indices(' ').map(|(place, _)| place).take(3).collect::<Vec<_>>();
    let read = |place: &usize| Typed::parse(&text[*place..]).ok().map(|typed| (text[..*place].trim_end(), Some(typed)));
    starts.iter().rev().find_map(read).unwrap_or((text, None))
}

fn has_settlement(entry: &Entry, code: &str) -> bool {
    matches!(&entry.about, About::District { settlements } if settlements.iter().any(|own| own == code))
}

/// Whether the name of the place begins with the typed text, in whatever way it can be read.
pub fn begins(place: &Place, text: &str) -> bool {
    Needle::of(&without_kind(text)).fit(&Folded::of(place.name)).is_some_and(|fit| fit.grade <= Grade::Begins)
}

/// The typed name in small letters, without «м.» or «с.» before it.
fn without_kind(text: &str) -> String {
    let text = text.to_lowercase();
    ["м.", "с.", "смт", "с-ще"].iter().find_map(|kind| text.strip_prefix(kind)).unwrap_or(&text).trim().to_owned()
}

/// The whole name near, the beginning of a name near, the whole name far, the beginning far, then whatever else, near before far.
fn rank(fit: Fit, is_near: bool) -> u8 {
    match (fit.grade, is_near) {
        (Grade::Whole, true) => 0,
        (Grade::Begins, true) => 1,
        (Grade::Whole, false) => 2,
        (Grade::Begins, false) => 3,
        (grade, is_near) => 4 + 2 * (grade as u8) + u8::from(!is_near),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_own_community_comes_first() {
        let lutsk = CODIFIER.settlement_named("м. Луцьк", None).unwrap();
        let community = CODIFIER.community_of(lutsk.code).map(|place| place.code);
        let first = settlements("жид", community)[0];
        assert_eq!(first.name, "Жидичин");
        assert_eq!(settlements("луц", community)[0].title(), "м. Луцьк");
    }

    #[test]
    fn a_number_behind_a_name_is_how_much() {
        for (text, name, thousandths) in
            [("рис 1,5 кг", "рис", 1500), ("дитяче мило 2", "дитяче мило", 2000), ("крупа 4 200 г", "крупа", 4_200_000)]
        {
            let (words, number) = behind(text);
            assert_eq!((words, number.map(|typed| typed.thousandths)), (name, Some(thousandths)), "{text}");
        }
        assert_eq!(behind("рис").1, None);
    }

    #[test]
    fn letters_in_between_may_be_missing() {
        assert!(settlements("кременчк", None).iter().any(|place| place.name == "Кременчук"));
        assert!(settlements("", None).is_empty());
        assert!(settlements("м.", None).is_empty());
    }

    #[test]
    fn a_slip_the_other_layout_and_latin_letters_find_a_settlement() {
        let lutsk = CODIFIER.settlement_named("м. Луцьк", None).unwrap();
        let community = CODIFIER.community_of(lutsk.code).map(|place| place.code);
        for (typed, name) in [
            ("kewmr", "Луцьк"),
            (";blbxby", "Жидичин"),
            ("zhydychyn", "Жидичин"),
            ("жедичин", "Жидичин"),
            ("жидчиин", "Жидичин"),
            ("Заборол", "Забороль"),
            ("камянець-под", "Кам’янець-Подільський"),
        ] {
            let first = settlements(typed, community).first().map(|place| place.name);
            assert_eq!(first, Some(name), "{typed}");
        }
        assert!(begins(lutsk, "kewm") && begins(lutsk, "м. луц") && !begins(lutsk, "луцт"));
    }
}
