//! Streets that were renamed: the same street under the name it has and the names it had.
//!
//! A family's address keeps the one name it was written with; the office's catalogue knows the others. Here the two meet: pure, from
//! a catalogue that comes in as data.

use super::catalogue::{About, Catalogue, Entry, Kind};
use super::name::is_apostrophe;
use super::place::CODIFIER;
use std::collections::HashMap;

/// Words that say what kind of street it is, by the kind they mean.
const KINDS: [(&str, u8); 23] = [
    ("вул", 1),
    ("вулиця", 1),
    ("ул", 1),
    ("пров", 2),
    ("провулок", 2),
    ("просп", 3),
    ("проспект", 3),
    ("прт", 3),
    ("пр", 3),
    ("бульв", 4),
    ("бульвар", 4),
    ("бул", 4),
    ("пл", 5),
    ("площа", 5),
    ("майдан", 6),
    ("шосе", 7),
    ("наб", 8),
    ("набережна", 8),
    ("туп", 9),
    ("тупик", 9),
    ("проїзд", 10),
    ("узвіз", 11),
    ("мкрн", 12),
];

/// A street's name as it is compared: without case, apostrophes and signs, its kind apart.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Name {
    /// Which kind, where it was written.
    kind: Option<u8>,
    words: String,
}

impl Name {
    fn of(text: &str) -> Self {
        let lowered: String = text.to_lowercase().chars().filter(|sign| !is_apostrophe(*sign)).collect();
        let mut kind = None;
        let mut words = Vec::new();
        for word in lowered.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()) {
            match KINDS.iter().find(|(known, _)| *known == word) {
                Some((_, found)) if kind.is_none() => kind = Some(*found),
                _ => words.push(word.replace('ґ', "г")),
            }
        }
        Self { kind, words: words.join(" ") }
    }

    /// A kind that somebody left out stands for any.
    fn is(&self, other: &Self) -> bool {
        let kinds = self.kind.zip(other.kind).is_none_or(|(mine, theirs)| mine == theirs);
        !self.words.is_empty() && self.words == other.words && kinds
    }
}

/// What a street is called and was called.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Renamed {
    /// Its present name.
    pub now: String,
    /// The names it had, latest first, ` / ` between them.
    pub was: String,
}

/// A street with every name it is known by.
struct Known {
    names: Vec<Name>,
    renamed: Renamed,
}

/// Streets that were renamed, by settlement.
#[derive(Default)]
pub struct Streets {
    known: Vec<Known>,
    /// Code and shown name of a settlement → its streets.
    of_settlement: HashMap<String, Vec<usize>>,
}

impl Streets {
    /// The renamed streets of a catalogue. One that is switched off still explains an old address.
    pub fn of(catalogue: &Catalogue) -> Self {
        let mut streets = Self::default();
        for entry in catalogue.of_kind(Kind::Street) {
            let About::Street { settlement, former } = &entry.about else { continue };
            if former.is_empty() {
                continue;
            }
            let was: Vec<&str> = former.iter().map(|old| old.name.as_str()).collect();
            let names = std::iter::once(entry.name.as_str()).chain(was.iter().copied()).map(Name::of).collect();
            let place = streets.known.len();
            streets.known.push(Known { names, renamed: Renamed { now: entry.name.clone(), was: was.join(" / ") } });
            let title = CODIFIER.get(settlement).map(super::place::Place::title);
            for key in std::iter::once(settlement.clone()).chain(title) {
                streets.of_settlement.entry(key).or_default().push(place);
            }
        }
        streets
    }

    /// Whether nothing was renamed.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// The names of the street of an address, where it was renamed: of the settlement of that code, else of the one so called.
    pub fn names_of(&self, code: Option<&str>, settlement: &str, street: &str) -> Option<&Renamed> {
        if self.known.is_empty() || street.is_empty() {
            return None;
        }
        let places = self.of_settlement.get(code.unwrap_or(settlement))?;
        let wanted = Name::of(street);
        let known = places.iter().filter_map(|place| self.known.get(*place));
        known.into_iter().find(|known| known.names.iter().any(|name| name.is(&wanted))).map(|known| &known.renamed)
    }
}

/// A street offered for what is typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Offered<'a> {
    /// The street.
    pub street: &'a Entry,
    /// The former name that was typed; none where its present name was.
    pub by: Option<&'a str>,
    /// Whether that name begins with what is typed.
    pub is_begun: bool,
}

/// How well the typed text agrees with a name: `None` not at all, less is better. Knows no fuzziness of its own: the caller's measure
/// for what neither begins nor holds the text.
pub type Measure<'m> = &'m dyn Fn(&str, &str) -> Option<i64>;

/// The office's streets of a settlement for a typed text, best first: names that begin with it, then those that `measure` lets through.
/// An old name finds the street too, and says so.
pub fn offered<'a>(
    catalogue: &'a Catalogue,
    code: Option<&str>,
    settlement: &str,
    typed: &str,
    measure: Measure<'_>,
) -> Vec<Offered<'a>> {
    let typed = Name::of(typed).words;
    if typed.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(i64, bool, Offered<'a>)> = Vec::new();
    for entry in catalogue.offered(Kind::Street) {
        let About::Street { settlement: lies_in, former } = &entry.about else { continue };
        let is_here = match code {
            Some(code) => code == lies_in,
            None => CODIFIER.get(lies_in).is_some_and(|place| place.title() == settlement),
        };
        if !is_here {
            continue;
        }
        let names = std::iter::once((entry.name.as_str(), None))
            .chain(former.iter().map(|old| (old.name.as_str(), Some(old.name.as_str()))));
        let best = names
            .filter_map(|(name, by)| {
                let words = Name::of(name).words;
                let rank = if words.starts_with(&typed) { Some(i64::MIN) } else { measure(&words, &typed) };
                rank.map(|rank| (rank, by.is_some(), by))
            })
            .min_by_key(|(rank, is_old, _)| (*rank, *is_old));
        if let Some((rank, is_old, by)) = best {
            found.push((rank, is_old, Offered { street: entry, by, is_begun: rank == i64::MIN }));
        }
    }
    found.sort_by(|a, b| (a.0, a.1, &a.2.street.name).cmp(&(b.0, b.1, &b.2.street.name)));
    found.into_iter().map(|(.., offered)| offered).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalogue::FormerName;

    const LUTSK: &str = "UA07080170010083384";

    fn street(code: &str, name: &str, former: &[&str]) -> Entry {
        let former = former.iter().map(|name| FormerName { name: (*name).to_owned(), until: None }).collect();
        Entry { about: About::Street { settlement: LUTSK.to_owned(), former }, ..Entry::new(Kind::Street, code, name) }
    }

    fn lutsk() -> Catalogue {
        Catalogue::of(vec![
            street("bandery", "вул. Бандери", &["вул. Комсомольська", "вул. Поштова"]),
            street("lisova", "вул. Лісова", &[]),
            street("provulok", "пров. Миру", &["пров. Комсомольський"]),
        ])
    }

    fn letters(name: &str, typed: &str) -> Option<i64> {
        name.contains(typed).then_some(0)
    }

    #[test]
    fn a_street_is_known_by_every_name_it_had() {
        let streets = Streets::of(&lutsk());
        for written in ["Комсомольська", "вулиця Комсомольська", "ВУЛ. БАНДЕРИ", "Поштова"]
        {
            let found = streets.names_of(Some(LUTSK), "м. Луцьк", written).unwrap();
            assert_eq!(found.now, "вул. Бандери", "{written}");
            assert_eq!(found.was, "вул. Комсомольська / вул. Поштова");
        }
        assert_eq!(streets.names_of(None, "м. Луцьк", "Поштова").map(|found| found.now.as_str()), Some("вул. Бандери"));
    }

    #[test]
    fn another_kind_another_place_and_a_street_that_kept_its_name_are_none_of_it() {
        let streets = Streets::of(&lutsk());
        assert_eq!(streets.names_of(Some(LUTSK), "м. Луцьк", "пров. Бандери"), None);
        assert_eq!(streets.names_of(Some("UA07000000000000000"), "м. Луцьк", "вул. Бандери"), None);
        assert_eq!(streets.names_of(Some(LUTSK), "м. Луцьк", "вул. Лісова"), None);
        assert_eq!(streets.names_of(Some(LUTSK), "м. Луцьк", "вул."), None);
    }

    #[test]
    fn typing_the_old_name_offers_the_new_one() {
        let catalogue = lutsk();
        let found = offered(&catalogue, Some(LUTSK), "", "вул комсом", &letters);
        let found: Vec<_> = found.iter().map(|offered| (offered.street.name.as_str(), offered.by)).collect();
        assert_eq!(found, [("вул. Бандери", Some("вул. Комсомольська")), ("пров. Миру", Some("пров. Комсомольський"))]);
        let first = offered(&catalogue, None, "м. Луцьк", "ліс", &letters);
        assert_eq!(first[0].street.name, "вул. Лісова");
        assert!(offered(&catalogue, Some(LUTSK), "", "вул.", &letters).is_empty());
    }

    #[test]
    fn a_street_that_is_switched_off_is_not_offered_and_still_explains() {
        let mut entries: Vec<Entry> = lutsk().of_kind(Kind::Street).cloned().collect();
        for entry in &mut entries {
            entry.off_since = "2026-01-01".parse().ok();
        }
        let catalogue = Catalogue::of(entries);
        assert!(offered(&catalogue, Some(LUTSK), "", "бандери", &letters).is_empty());
        assert!(Streets::of(&catalogue).names_of(Some(LUTSK), "", "Поштова").is_some());
    }
}
