//! One entry, and whether it can stand in a catalogue.

use super::aid::{Item, Limit, Location, Partner, Programme};
use super::{CatalogueFault, Kind, is_code};
use crate::domain::category::SENSITIVE;
use crate::domain::name::clean;
use crate::domain::place::CODIFIER;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Longest name, in characters: it must fit a list.
pub const NAME_CHARACTERS: usize = 80;

/// An entry of a catalogue.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Entry {
    /// Its code, the key.
    pub code: String,
    /// Its Ukrainian name; empty for a shipped category under the name that the program gives it.
    pub name: String,
    /// Its English name; empty where it has none of its own.
    pub name_en: String,
    /// Place in lists; the same place goes by name.
    pub position: u32,
    /// The day since which it is no longer offered.
    pub off_since: Option<NaiveDate>,
    /// What its kind adds.
    pub about: About,
}

/// What an entry says beside its names, by kind.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// A category.
    Category {
        /// Whether its very presence on a card is kept from those without `Right::SeeSensitive`.
        sensitive: bool,
    },
    /// A starosta district.
    District {
        /// Codes of the settlements that belong to it.
        settlements: Vec<String>,
    },
    /// A street.
    Street {
        /// Code of the settlement it lies in.
        settlement: String,
        /// The names it had, latest first.
        former: Vec<FormerName>,
    },
    /// A thing or a kit.
    Item(Item),
    /// A programme.
    Programme(Programme),
    /// A partner.
    Partner(Partner),
    /// A place of goods.
    Location(Location),
    /// A limit.
    Limit(Limit),
    /// A kind of events.
    EventKind,
    /// A room.
    Room {
        /// Where it is, as written; may be empty.
        settlement: String,
    },
}

impl About {
    /// Of which kind these details are.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Category { .. } => Kind::Category,
            Self::District { .. } => Kind::District,
            Self::Street { .. } => Kind::Street,
            Self::Item(_) => Kind::Item,
            Self::Programme(_) => Kind::Programme,
            Self::Partner(_) => Kind::Partner,
            Self::Location(_) => Kind::Location,
            Self::Limit(_) => Kind::Limit,
            Self::EventKind => Kind::EventKind,
            Self::Room { .. } => Kind::Room,
        }
    }
}

/// A name that a street had.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct FormerName {
    /// The name with its kind, as people wrote it.
    pub name: String,
    /// The day of renaming, where known.
    pub until: Option<NaiveDate>,
}

impl Entry {
    /// A new entry of a kind.
    pub fn new(kind: Kind, code: &str, name: &str) -> Self {
        Self {
            code: code.to_owned(),
            name: name.to_owned(),
            name_en: String::new(),
            position: 0,
            off_since: None,
            about: kind.about(),
        }
    }

    /// Its kind.
    pub fn kind(&self) -> Kind {
        self.about.kind()
    }

    /// Whether it came with the program, which then has a name for it in every language.
    pub fn is_shipped(&self) -> bool {
        self.kind().shipped().contains(&self.code.as_str())
    }

    /// The entry without what a screen must never receive, and whether it can stand in a catalogue.
    pub fn settled(&self) -> Result<Self, CatalogueFault> {
        let mut entry = self.clone();
        (entry.name, entry.name_en) = (clean(&self.name), clean(&self.name_en));
        if !is_code(&entry.code) {
            return Err(CatalogueFault::CodeShape(clean(&entry.code)));
        }
        let is_long = |name: &str| name.chars().count() > NAME_CHARACTERS;
        // A limit is said by what it allows; a name of its own is not needed.
        let needs_name = !entry.is_shipped() && entry.kind() != Kind::Limit;
        if (entry.name.is_empty() && needs_name) || is_long(&entry.name) || is_long(&entry.name_en) {
            return Err(CatalogueFault::Name);
        }
        match &mut entry.about {
            About::Category { sensitive: false } if SENSITIVE.contains(&self.code.as_str()) => {
                return Err(CatalogueFault::AlwaysSensitive);
            }
            About::Category { .. } | About::Location(_) | About::EventKind => {}
            About::Room { settlement } => {
                *settlement = clean(settlement);
                if is_long(settlement) {
                    return Err(CatalogueFault::Settlement(settlement.clone()));
                }
            }
            About::Item(item) => item.settle(&entry.code)?,
            About::Programme(programme) => programme.settle()?,
            About::Partner(partner) => partner.settle()?,
            About::Limit(limit) => limit.settle()?,
            About::District { settlements } => {
                settlements.sort();
                settlements.dedup();
                settlements.iter().try_for_each(|code| is_settlement(code))?;
            }
            About::Street { settlement, former } => {
                is_settlement(settlement)?;
                for old in former.iter_mut() {
                    old.name = clean(&old.name);
                    if is_long(&old.name) {
                        return Err(CatalogueFault::Name);
                    }
                }
                let mut seen = BTreeSet::from([entry.name.to_lowercase()]);
                former.retain(|old| !old.name.is_empty() && seen.insert(old.name.to_lowercase()));
            }
        }
        Ok(entry)
    }
}

fn is_settlement(code: &str) -> Result<(), CatalogueFault> {
    let found = CODIFIER.get(code).filter(|place| place.kind.is_settlement());
    found.map(|_| ()).ok_or_else(|| CatalogueFault::Settlement(clean(code)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalogue::Sensitive;

    const LUTSK: &str = "UA07080170010083384";

    #[test]
    fn violence_stays_hidden_whatever_the_office_says() {
        let mut entry = Entry::new(Kind::Category, "violence_survivor", "");
        assert_eq!(entry.settled(), Err(CatalogueFault::AlwaysSensitive));
        entry.about = About::Category { sensitive: true };
        assert!(entry.settled().is_ok());
        assert!(Sensitive::default().covers_code("offender"));
    }

    #[test]
    fn an_added_entry_needs_a_name_and_a_shipped_one_has_one_already() {
        assert_eq!(Entry::new(Kind::Category, "burned", "  ").settled(), Err(CatalogueFault::Name));
        assert!(Entry::new(Kind::Category, "displaced", "").settled().is_ok());
    }

    #[test]
    fn a_street_lies_in_a_settlement_and_forgets_a_former_name_that_is_its_own() {
        let mut street = Entry::new(Kind::Street, "bandery", " вул.  Бандери ");
        assert!(matches!(street.settled(), Err(CatalogueFault::Settlement(_))));
        let old = |name: &str| FormerName { name: name.to_owned(), until: None };
        let former = vec![old("вул. Комсомольська"), old("ВУЛ. БАНДЕРИ"), old(" "), old("вул. Комсомольська")];
        street.about = About::Street { settlement: LUTSK.to_owned(), former };
        let settled = street.settled().unwrap();
        assert_eq!(settled.name, "вул. Бандери");
        assert!(matches!(&settled.about, About::Street { former, .. } if former.len() == 1), "{settled:?}");
    }
}
