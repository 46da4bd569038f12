//! The national codifier of places (КАТОТТГ): regions, districts, communities, settlements.
//!
//! Shipped as a text file inside the program (`assets/places/katottg.tsv`) and read once, when the first picker opens.

use crate::domain::date::is_dash;
use crate::domain::name::{is_apostrophe, settle};
use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

/// `code`, `parent`, `category`, `name`, tab-separated, with a header line.
const TABLE: &str = include_str!("../../assets/places/katottg.tsv");

/// How deep the codifier goes, city districts included: a climb that is longer has lost its way.
const DEPTH: usize = 6;

/// Category letters of the codifier.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum PlaceKind {
    /// O: область or the autonomous republic.
    Region,
    /// K: місто зі спеціальним статусом.
    SpecialCity,
    /// P: район.
    District,
    /// H: територіальна громада.
    Community,
    /// M: місто.
    City,
    /// T: селище міського типу (historical) and X: селище.
    Town,
    /// C: село.
    Village,
    /// B: район у місті.
    CityDistrict,
}

/// A place of the codifier.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place {
    /// 19 characters, `UA…`.
    pub code: &'static str,
    /// Code of the place above, empty for a region.
    pub parent: &'static str,
    /// What it is.
    pub kind: PlaceKind,
    /// Its name without the kind.
    pub name: &'static str,
}

/// All places, found by code.
pub struct Codifier {
    places: Vec<Place>,
    /// Places' positions sorted by code; the file itself is not.
    by_code: Vec<usize>,
    /// Settlements' positions by folded name, made when the first name is looked up.
    by_name: OnceLock<HashMap<String, Vec<usize>>>,
}

/// The codifier, read at first use.
pub static CODIFIER: LazyLock<Codifier> = LazyLock::new(Codifier::read);

impl Codifier {
    fn read() -> Self {
        let places: Vec<Place> = TABLE.lines().skip(1).filter_map(Place::of_line).collect();
        let mut by_code: Vec<usize> = (0..places.len()).collect();
        by_code.sort_unstable_by_key(|index| places[*index].code);
        Self { places, by_code, by_name: OnceLock::new() }
    }

    /// Every place in codifier order.
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// The place of a code.
    pub fn get(&self, code: &str) -> Option<&Place> {
        let found = self.by_code.binary_search_by_key(&code, |index| self.places[*index].code).ok()?;
        Some(&self.places[self.by_code[found]])
    }

    /// The community (H) that a place lies in, or the place itself where it is one. A city with a special status is a community
    /// of its own; a region or a district lies in none.
    pub fn community_of(&self, code: &str) -> Option<&Place> {
        self.climb(code).find(|place| matches!(place.kind, PlaceKind::Community | PlaceKind::SpecialCity))
    }

    /// Settlements (cities, towns, villages, special cities), those of the given community first.
    pub fn settlements(&self, community: Option<&str>) -> Vec<&Place> {
        let all = || self.places.iter().filter(|place| place.kind.is_settlement());
        match community.and_then(|code| self.community_of(code)) {
            None => all().collect(),
            Some(community) => {
                let (mut near, far): (Vec<_>, Vec<_>) = all().partition(|place| place.lies_in(community));
                near.extend(far);
                near
            }
        }
    }

    /// The only settlement that a typed name can mean: `м. Луцьк`, `с.Жидичин`, `Луцьк`; inside the community first, then
    /// anywhere; none where several places share the name.
    ///
    /// Case, apostrophes, hyphens and the kind's word do not matter, but a kind that was typed is believed where it decides between
    /// places of one name. A settlement's code is understood too.
    pub fn settlement_named(&self, name: &str, community: Option<&str>) -> Option<&Place> {
        let (kind, name) = without_kind(name);
        if let Some(place) = self.get(&name.to_uppercase()) {
            return place.kind.is_settlement().then_some(place);
        }
        let found: Vec<&Place> = self.by_name().get(&fold(&name))?.iter().map(|index| &self.places[*index]).collect();
        let community = community.and_then(|code| self.community_of(code));
        let near = |place: &Place| community.is_some_and(|community| place.lies_in(community));
        let of_kind = |place: &Place| kind.is_some_and(|kind| kind == place.kind.in_speech());
        let ways: [&dyn Fn(&Place) -> bool; 4] = [&|place| near(place) && of_kind(place), &of_kind, &near, &|_| true];
        // The first way that leaves anything decides; two places left are nobody's guess.
        let left = ways.iter().map(|way| found.iter().copied().filter(|place| way(place)).collect::<Vec<_>>());
        match *left.into_iter().find(|left| !left.is_empty())? {
            [only] => Some(only),
            _ => None,
        }
    }

    fn by_name(&self) -> &HashMap<String, Vec<usize>> {
        self.by_name.get_or_init(|| {
            let mut names: HashMap<String, Vec<usize>> = HashMap::new();
            for (index, place) in self.places.iter().enumerate().filter(|(_, place)| place.kind.is_settlement()) {
                names.entry(fold(place.name)).or_default().push(index);
            }
            names
        })
    }

    /// The place of the code and those above it, nearest first.
    fn climb(&self, code: &str) -> impl Iterator<Item = &Place> {
        std::iter::successors(self.get(code), |place| self.get(place.parent)).take(DEPTH)
    }
}

impl PlaceKind {
    /// Whether people live in places of this kind, rather than in something that has them.
    pub fn is_settlement(self) -> bool {
        matches!(self, Self::SpecialCity | Self::City | Self::Town | Self::Village)
    }

    fn of_letter(letter: &str) -> Option<Self> {
        Some(match letter {
            "O" => Self::Region,
            "K" => Self::SpecialCity,
            "P" => Self::District,
            "H" => Self::Community,
            "M" => Self::City,
            "T" | "X" => Self::Town,
            "C" => Self::Village,
            "B" => Self::CityDistrict,
            _ => return None,
        })
    }

    /// The kind that people say: Kyiv is a city to everybody.
    fn in_speech(self) -> Self {
        if self == Self::SpecialCity { Self::City } else { self }
    }
}

impl Place {
    fn of_line(line: &'static str) -> Option<Self> {
        let mut columns = line.split('\t');
        let (code, parent, kind, name) = (columns.next()?, columns.next()?, columns.next()?, columns.next()?);
        Some(Self { code, parent, kind: PlaceKind::of_letter(kind)?, name })
    }

    /// `м. Луцьк`, `с. Жидичин`, `Луцька громада`, `Волинська область`.
    pub fn title(&self) -> String {
        let name = self.name;
        match self.kind {
            // The autonomous republic says by its name what it is.
            PlaceKind::Region if name.contains(' ') => name.to_owned(),
            PlaceKind::Region => format!("{name} область"),
            PlaceKind::District | PlaceKind::CityDistrict => format!("{name} район"),
            PlaceKind::Community => format!("{name} громада"),
            PlaceKind::SpecialCity | PlaceKind::City => format!("м. {name}"),
            PlaceKind::Town => format!("с-ще {name}"),
            PlaceKind::Village => format!("с. {name}"),
        }
    }

    /// The title with what it lies in: `с. Жидичин · Луцька громада · Волинська область`. Districts are left out: a community is nearer.
    pub fn path(&self, codifier: &Codifier) -> String {
        let above = codifier.climb(self.parent).filter(|place| place.kind != PlaceKind::District).map(Self::title);
        std::iter::once(self.title()).chain(above).collect::<Vec<_>>().join(" · ")
    }

    /// Whether the place is rural (village, or a town that is not a city).
    pub fn is_rural(&self) -> bool {
        matches!(self.kind, PlaceKind::Village | PlaceKind::Town)
    }

    /// Whether the place belongs to a community, or is it.
    pub fn lies_in(&self, community: &Self) -> bool {
        self.parent == community.code || self.code == community.code
    }
}

/// The kind that the first word says, and the name without that word.
fn without_kind(text: &str) -> (Option<PlaceKind>, String) {
    const WORDS: [(&str, PlaceKind); 13] = [
        ("місто", PlaceKind::City),
        ("міс", PlaceKind::City),
        ("м", PlaceKind::City),
        ("селище міського типу", PlaceKind::Town),
        ("селище", PlaceKind::Town),
        ("село", PlaceKind::Village),
        ("сел", PlaceKind::Town),
        ("смт", PlaceKind::Town),
        ("с-ще", PlaceKind::Town),
        ("с-щ", PlaceKind::Town),
        ("с/щ", PlaceKind::Town),
        ("пгт", PlaceKind::Town),
        ("с", PlaceKind::Village),
    ];
    let text: String = settle(text).to_lowercase().chars().map(|sign| if is_dash(sign) { '-' } else { sign }).collect();
    for (word, kind) in WORDS {
        if let Some(rest) = text.strip_prefix(word)
            && let name = rest.trim_start_matches(['.', ' '])
            && rest.starts_with(['.', ' '])
            && !name.is_empty()
        {
            return (Some(kind), name.to_owned());
        }
    }
    (None, text)
}

/// A name for comparing: small letters, no apostrophe, hyphens as spaces.
fn fold(name: &str) -> String {
    name.to_lowercase()
        .chars()
        .filter(|sign| !is_apostrophe(*sign))
        .map(|sign| if is_dash(sign) { ' ' } else { sign })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn named(name: &str) -> String {
        CODIFIER.settlement_named(name, None).map(|place| place.path(&CODIFIER)).unwrap_or_default()
    }

    #[test]
    fn every_row_of_the_file_is_a_place_under_another() {
        let codifier = &*CODIFIER;
        assert_eq!(codifier.places().len(), 31_744);
        for place in codifier.places() {
            assert_eq!(codifier.get(place.code), Some(place));
            assert_eq!(place.code.len(), 19);
            let top = matches!(place.kind, PlaceKind::Region | PlaceKind::SpecialCity);
            assert_eq!(codifier.get(place.parent).is_none(), top, "{}", place.code);
        }
    }

    #[test]
    fn all_settlements_but_the_two_dead_cities_lie_in_a_community() {
        let alone: Vec<&str> = CODIFIER
            .settlements(None)
            .into_iter()
            .filter(|place| !CODIFIER.community_of(place.code).is_some_and(|community| place.lies_in(community)))
            .map(|place| place.name)
            .collect();
        assert_eq!(alone, ["Прип’ять", "Чорнобиль"]);
    }

    #[rstest]
    #[case("м. Луцьк")]
    #[case("Луцьк")]
    #[case("луцьк")]
    #[case("М.ЛУЦЬК")]
    #[case("місто Луцьк")]
    #[case("м Луцьк")]
    #[case("с. Луцьк")]
    #[case("UA07080170010083384")]
    fn a_city_is_found_as_people_write_it(#[case] name: &str) {
        assert_eq!(named(name), "м. Луцьк · Луцька громада · Волинська область");
    }

    #[rstest]
    #[case("м. Київ", "м. Київ")]
    #[case("місто Київ", "м. Київ")]
    #[case("Київ", "")]
    #[case("с.Жидичин", "с. Жидичин · Луцька громада · Волинська область")]
    #[case("смт Торчин", "с-ще Торчин · Торчинська громада · Волинська область")]
    #[case("Кам'янець-Подільський", "м. Кам’янець-Подільський · Кам’янець-Подільська громада · Хмельницька область")]
    #[case("камянець подільський", "м. Кам’янець-Подільський · Кам’янець-Подільська громада · Хмельницька область")]
    #[case("Нема Такого", "")]
    #[case("", "")]
    fn a_name_means_one_place_or_none(#[case] name: &str, #[case] path: &str) {
        assert_eq!(named(name), path);
    }

    #[test]
    fn a_shared_name_means_nothing_but_inside_its_community() {
        assert_eq!(named("с. Іванівка"), "");
        let inside = CODIFIER
            .places()
            .iter()
            .find(|place| {
                let twins = |other: &&Place| other.name == "Іванівка" && other.parent == place.parent;
                place.name == "Іванівка" && CODIFIER.places().iter().filter(twins).count() == 1
            })
            .unwrap();
        assert_eq!(CODIFIER.settlement_named("іванівка", Some(inside.parent)), Some(inside));
    }

    #[test]
    fn a_typed_kind_decides_between_a_city_and_villages_of_its_name() {
        let cities: Vec<&Place> =
            CODIFIER.places().iter().filter(|place| place.kind == PlaceKind::City && place.name == "Горохів").collect();
        assert_eq!(CODIFIER.settlement_named("м. Горохів", None), cities.first().copied());
    }

    #[test]
    fn settlements_of_the_community_come_first() {
        let lutsk = CODIFIER.settlement_named("м. Луцьк", None).unwrap();
        let community = CODIFIER.community_of(lutsk.code).unwrap();
        assert_eq!(CODIFIER.community_of(community.code), Some(community));
        let near = CODIFIER.settlements(Some(community.code));
        assert_eq!(near.len(), CODIFIER.settlements(None).len());
        let count = near.iter().take_while(|place| place.lies_in(community)).count();
        assert!(count > 1 && near.iter().skip(count).all(|place| !place.lies_in(community)));
    }

    #[test]
    fn titles_say_what_a_place_is() {
        let title = |name: &str, kind: PlaceKind| {
            CODIFIER.places().iter().find(|place| place.name == name && place.kind == kind).unwrap().title()
        };
        assert_eq!(title("Луцька", PlaceKind::Community), "Луцька громада");
        assert_eq!(title("Луцький", PlaceKind::District), "Луцький район");
        assert_eq!(title("Волинська", PlaceKind::Region), "Волинська область");
        assert_eq!(title("Автономна Республіка Крим", PlaceKind::Region), "Автономна Республіка Крим");
    }

    #[test]
    fn villages_and_towns_are_rural_and_cities_are_not() {
        assert!(CODIFIER.settlement_named("с. Жидичин", None).unwrap().is_rural());
        assert!(CODIFIER.settlement_named("смт Торчин", None).unwrap().is_rural());
        assert!(!CODIFIER.settlement_named("Луцьк", None).unwrap().is_rural());
    }
}
