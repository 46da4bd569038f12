//! What a few typed letters can mean: settlements of the codifier, the office's community first.

use crate::domain::place::{CODIFIER, Place};
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
