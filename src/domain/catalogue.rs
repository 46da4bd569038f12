//! Catalogues: the lists that an office keeps itself. A later kind joins by a row in [`Kind`] and an arm of [`About`].
//!
//! An entry is its code: lower case Latin, digits and `_`, the same in two offices' files that are merged one day. Entries are never
//! deleted, only switched off: what was given under them stays what it was, and nothing new is offered.

use super::category::{CategoryCode, SENSITIVE, SHIPPED};
use super::name::clean;
use super::place::CODIFIER;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Longest code, in characters.
pub const CODE_CHARACTERS: usize = 40;
/// Longest name, in characters: it must fit a list.
pub const NAME_CHARACTERS: usize = 80;

/// What a catalogue lists: the table of kinds.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Kind {
    /// Grounds on which families are supported.
    Category,
    /// Starosta districts of the community.
    District,
    /// Streets, with the names they had.
    Street,
}

impl Kind {
    /// Every kind, in the order of the screen.
    pub const ALL: [Self; 3] = [Self::Category, Self::District, Self::Street];

    /// The kind's word on the command line and, with `catalogue-` before it, in message ids.
    pub fn code(self) -> &'static str {
        match self {
            Self::Category => "category",
            Self::District => "district",
            Self::Street => "street",
        }
    }

    /// The kind of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The details of a new entry of this kind.
    pub fn about(self) -> About {
        match self {
            Self::Category => About::Category { sensitive: false },
            Self::District => About::District { settlements: Vec::new() },
            Self::Street => About::Street { settlement: String::new(), former: Vec::new() },
        }
    }
}

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
}

impl About {
    /// Of which kind these details are.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Category { .. } => Kind::Category,
            Self::District { .. } => Kind::District,
            Self::Street { .. } => Kind::Street,
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

/// Why an entry cannot be so. Speaks through `text::Sentence` (`catalogue-fault-…`).
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum CatalogueFault {
    /// A code is lower case Latin letters, digits and `_`, and begins with a letter; carries what was typed.
    #[error("code shape")]
    CodeShape(String),
    /// Another entry has this code.
    #[error("code taken: {0}")]
    CodeTaken(String),
    /// An entry has a name of at most [`NAME_CHARACTERS`].
    #[error("name missing or too long")]
    Name,
    /// The catalogue has no such entry.
    #[error("no such entry: {0}")]
    NoSuchEntry(String),
    /// A street lies in one settlement of the codifier, a district has settlements of it; carries what is not one.
    #[error("no such settlement")]
    Settlement(String),
    /// Violence and offenders stay hidden, whatever a setting says.
    #[error("always sensitive")]
    AlwaysSensitive,
    /// Another desk changed the entry meanwhile; carries its name.
    #[error("changed by another desk")]
    Changed(String),
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
        self.kind() == Kind::Category && SHIPPED.contains(&self.code.as_str())
    }

    /// The entry without what a screen must never receive, and whether it can stand in a catalogue.
    pub fn settled(&self) -> Result<Self, CatalogueFault> {
        let mut entry = self.clone();
        (entry.name, entry.name_en) = (clean(&self.name), clean(&self.name_en));
        if !is_code(&entry.code) {
            return Err(CatalogueFault::CodeShape(clean(&entry.code)));
        }
        let is_long = |name: &str| name.chars().count() > NAME_CHARACTERS;
        if (entry.name.is_empty() && !entry.is_shipped()) || is_long(&entry.name) || is_long(&entry.name_en) {
            return Err(CatalogueFault::Name);
        }
        match &mut entry.about {
            About::Category { sensitive: false } if SENSITIVE.contains(&self.code.as_str()) => {
                return Err(CatalogueFault::AlwaysSensitive);
            }
            About::Category { .. } => {}
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

/// Whether a text can be a code: lower case Latin letters, digits and `_`, a letter first.
pub fn is_code(text: &str) -> bool {
    let mut signs = text.chars();
    signs.next().is_some_and(|first| first.is_ascii_lowercase())
        && signs.all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '_')
        && text.len() <= CODE_CHARACTERS
}

/// A code for a name, to begin with: its letters by resolution 55, everything else `_`. Empty where nothing of the name is left.
pub fn code_of(name: &str) -> String {
    let mut code = String::new();
    for sign in name.to_lowercase().chars() {
        match latin(sign) {
            Some(letters) => code.push_str(letters),
            None if sign.is_ascii_alphanumeric() => code.push(sign),
            None if !code.is_empty() && !code.ends_with('_') && !super::name::is_apostrophe(sign) && sign != 'ь' => {
                code.push('_');
            }
            None => {}
        }
    }
    code.truncate(CODE_CHARACTERS);
    let code = code.trim_matches(|sign: char| sign == '_' || sign.is_ascii_digit()).to_owned();
    if is_code(&code) { code } else { String::new() }
}

/// A Ukrainian letter in Latin ones, as inside a word (resolution 55 of 2010).
fn latin(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' => "h",
        'ґ' => "g",
        'д' => "d",
        'е' => "e",
        'є' => "ie",
        'ж' => "zh",
        'з' => "z",
        'и' => "y",
        'і' | 'ї' | 'й' => "i",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ю' => "iu",
        'я' => "ia",
        _ => return None,
    })
}

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
        let named = self.of_kind(Kind::Category).map(move |entry| {
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

    /// The categories that are kept from those without `Right::SeeSensitive`.
    pub fn sensitive(&self) -> Sensitive {
        let is_marked = |entry: &&Entry| matches!(entry.about, About::Category { sensitive: true });
        Sensitive::of(self.entries.iter().filter(is_marked).map(|entry| entry.code.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LUTSK: &str = "UA07080170010083384";

    #[test]
    fn a_code_is_lower_case_latin_digits_and_underscores() {
        for code in ["idp_2022", "a", "burned_house"] {
            assert!(is_code(code), "{code}");
        }
        for code in ["", "2022", "_a", "Idp", "впо", "a b", "a-b", "a;b", &"a".repeat(41)] {
            assert!(!is_code(code), "{code}");
        }
    }

    #[test]
    fn a_code_is_offered_for_a_name() {
        assert_eq!(code_of("вул. Степана Бандери"), "vul_stepana_bandery");
        assert_eq!(code_of("Жидичинський округ"), "zhydychynskyi_okruh");
        assert_eq!(code_of("Сім’я з 3-х"), "simia_z_3_kh");
        assert_eq!(code_of("№ 7"), "");
    }

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

    #[test]
    fn the_program_comes_with_its_categories_in_order() {
        let shipped = Catalogue::shipped();
        assert_eq!(shipped.category_codes().len(), SHIPPED.len());
        assert_eq!(shipped.category_codes()[0].0, "hardship");
        assert!(shipped.sensitive().covers_code("violence_survivor"));
        assert!(!shipped.sensitive().covers_code("displaced"));
    }

    proptest! {
        #[test]
        fn whatever_a_name_is_its_offered_code_is_a_code_or_nothing(name in "\\PC{0,60}") {
            let code = code_of(&name);
            prop_assert!(code.is_empty() || is_code(&code), "{code}");
        }
    }
}
