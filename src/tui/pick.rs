//! What a few typed letters can mean: settlements of the codifier, the office's community first; the office's own streets and districts.

use crate::domain::address::Address;
use crate::domain::catalogue::{About, Catalogue, Entry, Kind};
use crate::domain::place::{CODIFIER, Place};
use crate::domain::street;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use std::sync::LazyLock;

/// How many suggestions are offered.
const OFFERED: usize = 20;

/// Every settlement with its lowered name: the matcher ignores case in Latin letters only.
static LOWERED: LazyLock<Vec<(String, &'static Place)>> =
    LazyLock::new(|| CODIFIER.settlements(None).into_iter().map(|place| (place.name.to_lowercase(), place)).collect());

/// Settlements for a typed text: names that begin with it before those that merely hold its letters, the office's community
/// before the rest of the country, cities before villages.
pub fn settlements(text: &str, community: Option<&str>) -> Vec<&'static Place> {
    let text = without_kind(text);
    let text = text.as_str();
    if text.is_empty() {
        return Vec::new();
    }
    let is_near =
        |place: &Place| community.is_some() && CODIFIER.community_of(place.code).map(|near| near.code) == community;
    let mut scored: Vec<(u8, i64, &str, &Place)> = LOWERED
        .iter()
        .filter(|(lowered, _)| lowered.starts_with(text))
        .map(|(lowered, place)| {
            (rank(lowered == text, is_near(place)), i64::from(place.is_rural()), place.name, *place)
        })
        .collect();
    if scored.len() < OFFERED {
        let matcher = SkimMatcherV2::default();
        scored.extend(LOWERED.iter().filter(|(lowered, _)| !lowered.starts_with(text)).filter_map(
            |(lowered, place)| {
                let score = matcher.fuzzy_match(lowered, text)?;
                Some((if is_near(place) { 4 } else { 5 }, -score, place.name, *place))
            },
        ));
    }
    scored.sort_by_key(|(rank, score, name, place)| (*rank, *score, *name, place.code));
    scored.into_iter().take(OFFERED).map(|(.., place)| place).collect()
}

/// The office's streets of the settlement of an address, for a typed name: the old one finds the street too.
pub fn streets<'a>(typed: &str, address: &Address, catalogue: &'a Catalogue) -> Vec<street::Offered<'a>> {
    let matcher = SkimMatcherV2::default();
    let measure = |name: &str, typed: &str| matcher.fuzzy_match(name, typed).map(|score| -score);
    let mut offered =
        street::offered(catalogue, address.settlement_code.as_deref(), &address.settlement, typed, &measure);
    offered.truncate(OFFERED);
    offered
}

/// The office's starosta districts for a typed name, those that the settlement belongs to first; all of these for nothing typed.
pub fn districts<'a>(typed: &str, settlement: Option<&str>, catalogue: &'a Catalogue) -> Vec<&'a Entry> {
    let typed = typed.trim().to_lowercase();
    let matcher = SkimMatcherV2::default();
    let mut scored: Vec<(bool, i64, &Entry)> = catalogue
        .offered(Kind::District)
        .filter_map(|entry| {
            let is_of = settlement.is_some_and(|code| has_settlement(entry, code));
            let score = if typed.is_empty() {
                is_of.then_some(0)
            } else {
                matcher.fuzzy_match(&entry.name.to_lowercase(), &typed).map(|score| -score)
            };
            score.map(|score| (!is_of, score, entry))
        })
        .collect();
    scored.sort_by(|a, b| (a.0, a.1, &a.2.name).cmp(&(b.0, b.1, &b.2.name)));
    scored.into_iter().take(OFFERED).map(|(.., entry)| entry).collect()
}

fn has_settlement(entry: &Entry, code: &str) -> bool {
    matches!(&entry.about, About::District { settlements } if settlements.iter().any(|own| own == code))
}

/// Whether the name of the place begins with the typed text.
pub fn begins(place: &Place, text: &str) -> bool {
    place.name.to_lowercase().starts_with(&without_kind(text))
}

/// The typed name in small letters, without «м.» or «с.» before it.
fn without_kind(text: &str) -> String {
    let text = text.to_lowercase();
    ["м.", "с.", "смт", "с-ще"].iter().find_map(|kind| text.strip_prefix(kind)).unwrap_or(&text).trim().to_owned()
}

/// The whole name near, the beginning of a name near, the whole name far, the beginning far.
fn rank(is_whole: bool, is_near: bool) -> u8 {
    match (is_whole, is_near) {
        (true, true) => 0,
        (false, true) => 1,
        (true, false) => 2,
        (false, false) => 3,
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
    fn letters_in_between_may_be_missing() {
        assert!(settlements("кременчк", None).iter().any(|place| place.name == "Кременчук"));
        assert!(settlements("", None).is_empty());
    }
}
