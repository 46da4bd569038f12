//! Finding people: an index in memory over folded text, honest tiers, and the reason of every match.
//!
//! Fuzzy may suggest, never decide: what equals the typed text is `Exact`, everything else is `Close`, and the two never mix.
//! The room knows nothing of the store: records come in, ids go out. What the asker may not see comes in as [`Sight`] and is
//! left out before counting and ranking.

mod agreement;
mod aliases;
mod best;
mod dictionary;
mod edit;
mod figures;
mod find;
mod fold;
mod homes;
mod image;
mod index;
mod keys;
mod likely;
mod marks;
mod needs;
mod numbers;
mod pairs;
mod patience;
mod query;
mod say;
mod settle;
pub mod small;
mod spelled;
mod sweep;
#[cfg(test)]
mod tests;
mod texts;
mod walk;

pub use image::{ImageFault, ImageWriter, Label};
pub use index::Index;

use crate::domain::document::Document;
use crate::domain::id::{FamilyId, PersonId};
use crate::domain::number::FamilyNumber;
use crate::domain::person::{BirthDate, PersonName, Sex};
use crate::domain::phone::Phone;
use crate::domain::street::Renamed;

/// What the index knows of a person: one record for each membership, or one for a person without a family.
#[derive(Clone, PartialEq, Debug)]
pub struct Record {
    /// Who.
    pub person: PersonId,
    /// The family this record stands in.
    pub family: Option<FamilyId>,
    /// That family's number.
    pub number: Option<FamilyNumber>,
    /// Name.
    pub name: PersonName,
    /// Sex, where known.
    pub sex: Option<Sex>,
    /// Birth date, where known.
    pub birth: Option<BirthDate>,
    /// Phones.
    pub phones: Vec<Phone>,
    /// Valid papers.
    pub documents: Vec<Document>,
    /// Settlement, street, building and flat of the actual address, as shown.
    pub settlement: String,
    /// Street.
    pub street: String,
    /// What that street is called now and was called before, where it was renamed: it is found by every name.
    pub renamed: Option<Renamed>,
    /// Building.
    pub building: String,
    /// Flat.
    pub flat: String,
    /// Whether the family's entry is closed.
    pub closed: bool,
    /// Whether the person has died.
    pub died: bool,
    /// Whether the person is the head of that family: of equally good members the head stands for it.
    pub is_head: bool,
    /// Names the person had before; found by them too, below the present ones.
    pub former: Vec<PersonName>,
    /// Numbers of entries that became one with this family's; found by them too.
    pub also: Vec<FamilyNumber>,
}

/// How good a match is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Tier {
    /// Every typed word is there as typed (case, apostrophes and unfinished words aside).
    Exact,
    /// Found by forgiving something; the reason says what.
    Close,
}

/// Why a record matched: the field that tells most and how it agreed. Speaks through `text::Sentence` (`why-…`).
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Why {
    /// The name, as typed.
    Name,
    /// The name read in the other keyboard layout.
    Layout,
    /// The name read from Latin letters.
    Latin,
    /// Something close to a typed word; carries what it is and what is stored.
    Near(Part, String),
    /// A phone; carries its last four digits.
    Phone(String),
    /// A paper.
    Document,
    /// The family's number.
    Number,
    /// A birth date or year.
    Birth,
    /// The address.
    Address,
    /// A street by a name other than the one in the address.
    Renamed(Renamed),
    /// A name the person had before; carries the former surname.
    Former(String),
}

impl Why {
    /// Whether somebody was found by where they live: they bear no such name.
    pub fn is_by_home(&self) -> bool {
        matches!(self, Self::Address | Self::Renamed(_) | Self::Near(Part::Street | Part::Settlement, _))
    }
}

/// What a typed word was close to. Speaks through [`Why`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Part {
    /// A surname.
    Surname,
    /// A given name.
    Given,
    /// A patronymic.
    Patronymic,
    /// A street.
    Street,
    /// A settlement.
    Settlement,
}

/// Which records a search is limited to. What is left out is neither ranked nor takes the place of anything.
#[derive(Clone, Copy, PartialEq, Eq, Default, Hash, Debug)]
pub enum Only {
    /// None is left out.
    #[default]
    All,
    /// Families, each found through its best member.
    Families,
    /// People, each for themselves: of one family as many as agree.
    People,
    /// Those who bear the typed name or number; where somebody lives says nothing.
    Named,
    /// Families whose entry is open.
    Open,
    /// Families whose entry is closed.
    Closed,
}

/// What the asker may see, and therefore find by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sight {
    /// Names, ages, numbers and families only.
    Names,
    /// Phones, papers and addresses too.
    Contacts,
}

/// A found record.
#[derive(Clone, PartialEq, Debug)]
pub struct Hit {
    /// Who.
    pub person: PersonId,
    /// In which family.
    pub family: Option<FamilyId>,
    /// How good.
    pub tier: Tier,
    /// Why.
    pub why: Why,
}

/// What a search has come to.
#[derive(Clone, PartialEq, Debug)]
pub struct Sought {
    /// What was found: everything, or what agrees as typed where nobody waited for the rest.
    pub hits: Vec<Hit>,
    /// Whether it was looked for to the end.
    pub is_whole: bool,
}

/// A surname that may have been meant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Suggestion {
    /// As it is stored.
    pub surname: String,
    /// How many records bear it.
    pub people: u32,
}

/// How much speaks for two records being the same person or family.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Likeness {
    /// Worth a look: address and surname, or a close name.
    Possible,
    /// Probably: the same name and birth date, or the same phone and surname.
    Probable,
    /// The same valid paper.
    Certain,
}

impl Likeness {
    /// Its word among the texts (`duplicate-certain`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Possible => "possible",
            Self::Probable => "probable",
            Self::Certain => "certain",
        }
    }
}

/// Why a record looks like somebody in the form. Speaks through `text::Sentence` (`likely-…`).
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reason {
    /// The same paper.
    SameDocument,
    /// The same phone.
    SamePhone,
    /// The same name and birth date.
    SameNameAndBirth,
    /// A close name and the same birth date.
    CloseNameSameBirth,
    /// The same given name, patronymic and birth date under another surname (a marriage), with a phone or address that agrees.
    OtherSurname,
    /// What agrees is a name that one of them had before.
    FormerName,
    /// The same name, and birth dates that differ by one slip of the hand.
    SameNameBirthSlip,
    /// The same surname and given name, birth date unknown on one side.
    SameName,
    /// The same surname at the same address.
    SurnameAndAddress,
}

/// A record that may be the one being registered.
#[derive(Clone, PartialEq, Debug)]
pub struct Likely {
    /// Who on the register.
    pub person: PersonId,
    /// In which family.
    pub family: Option<FamilyId>,
    /// Which member of the draft it resembles (position in `members`).
    pub member: usize,
    /// How much.
    pub likeness: Likeness,
    /// Everything that agrees, strongest first.
    pub reasons: Vec<Reason>,
}

/// A person as they stand in a family, or without one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Standing {
    /// Who.
    pub person: PersonId,
    /// In which family.
    pub family: Option<FamilyId>,
}

/// One of the two in a [`Double`], with what a list shows of them.
#[derive(Clone, PartialEq, Debug)]
pub struct Twin {
    /// Who.
    pub person: PersonId,
    /// In which family.
    pub family: Option<FamilyId>,
    /// That family's number.
    pub number: Option<FamilyNumber>,
    /// Name.
    pub name: PersonName,
    /// Birth.
    pub birth: Option<BirthDate>,
}

impl Twin {
    /// Who and where, without the rest.
    pub fn standing(&self) -> Standing {
        Standing { person: self.person, family: self.family }
    }
}

/// Two families (or people without one) on the register that are probably one, shown by their heads where these are alike, else by the two
/// people who say it most.
#[derive(Clone, PartialEq, Debug)]
pub struct Double {
    /// The one that came onto the register earlier.
    pub first: Twin,
    /// The other.
    pub second: Twin,
    /// How certain.
    pub likeness: Likeness,
    /// Everything that agrees between the two people, strongest first.
    pub reasons: Vec<Reason>,
    /// How many more people of the one family have their like in the other.
    pub more: usize,
}

/// What the look over the whole register has found so far.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Doubles {
    /// Most certain first, at most as many as were asked for.
    pub best: Vec<Double>,
    /// How many there are in all.
    pub total: usize,
    /// How much of the register is looked through, in hundredths; 100 when nothing is left to look at.
    pub percent: u8,
}

/// Whom somebody of a list resembles most.
#[derive(Clone, PartialEq, Debug)]
pub struct Resemblance {
    /// Position in the list.
    pub place: usize,
    /// Whom.
    pub with: Resembled,
    /// How much speaks for it.
    pub likeness: Likeness,
    /// What agrees, strongest first.
    pub reasons: Vec<Reason>,
}

/// See [`Resemblance`].
#[derive(Clone, PartialEq, Debug)]
pub enum Resembled {
    /// Somebody on the register.
    Record(Box<Twin>),
    /// Somebody earlier in the list, by position.
    Place(usize),
}
