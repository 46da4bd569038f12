//! A family on the register and the people in it, as they stand: what a card shows.

use crate::domain::address::{Address, AddressKind};
use crate::domain::category::Category;
use crate::domain::document::Document;
use crate::domain::draft::SingleDraft;
use crate::domain::id::{FamilyId, MembershipId, PersonId};
use crate::domain::number::FamilyNumber;
use crate::domain::past::{Closure, Collector, Elsewhere, FormerAddress, FormerMember, FormerName, PersonFamily};
use crate::domain::person::{BirthDate, Consent, PersonName, Sex, Sizes};
use crate::domain::phone::Phone;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a person is in a family, seen from its head.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// Голова.
    Head,
    /// Дружина або чоловік.
    Spouse,
    /// Син.
    Son,
    /// Донька.
    Daughter,
    /// Мати.
    Mother,
    /// Батько.
    Father,
    /// Опікун або піклувальник.
    Guardian,
    /// Підопічний.
    Ward,
    /// Прийомна дитина.
    FosterChild,
    /// Бабуся.
    Grandmother,
    /// Дід.
    Grandfather,
    /// Інше.
    Other,
}

impl Relation {
    /// Every relation in the order of the picker.
    pub const ALL: [Self; 12] = [
        Self::Head,
        Self::Spouse,
        Self::Son,
        Self::Daughter,
        Self::Mother,
        Self::Father,
        Self::Guardian,
        Self::Ward,
        Self::FosterChild,
        Self::Grandmother,
        Self::Grandfather,
        Self::Other,
    ];

    /// The relation's word in files, in the store and in message ids (`relation-son`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::Spouse => "spouse",
            Self::Son => "son",
            Self::Daughter => "daughter",
            Self::Mother => "mother",
            Self::Father => "father",
            Self::Guardian => "guardian",
            Self::Ward => "ward",
            Self::FosterChild => "foster_child",
            Self::Grandmother => "grandmother",
            Self::Grandfather => "grandfather",
            Self::Other => "other",
        }
    }

    /// The relation of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|relation| relation.code() == code)
    }

    /// The sex that the relation says by itself.
    pub fn sex(self) -> Option<Sex> {
        match self {
            Self::Son | Self::Father | Self::Grandfather => Some(Sex::Male),
            Self::Daughter | Self::Mother | Self::Grandmother => Some(Sex::Female),
            _ => None,
        }
    }
}

/// A person's standing in a family, with the person: one row of the card's table.
#[derive(Clone, PartialEq, Debug)]
pub struct Member {
    /// The belonging itself.
    pub membership: MembershipId,
    /// Who.
    pub person: PersonId,
    /// The office's own key from an import, kept.
    pub key: Option<String>,
    /// What the person is here.
    pub relation: Relation,
    /// Name.
    pub name: PersonName,
    /// Sex, where known.
    pub sex: Option<Sex>,
    /// Birth date, where known.
    pub birth: Option<BirthDate>,
    /// Phones, the first is the one to call.
    pub phones: Vec<Phone>,
    /// Valid papers.
    pub documents: Vec<Document>,
    /// The person's own categories, ended ones too.
    pub categories: Vec<Category>,
    /// Consent or another ground.
    pub consent: Option<Consent>,
    /// Note; empty for those without `Right::SeeNotes`.
    pub note: String,
    /// What they wear.
    pub sizes: Sizes,
    /// First day in this family.
    pub since: NaiveDate,
    /// First day on which the person is what they are here: later than `since` after a change of head.
    pub relation_since: NaiveDate,
    /// The day of death, on the card of a day before it.
    pub died_on: Option<NaiveDate>,
    /// Names the person had before, the latest first.
    pub former_names: Vec<FormerName>,
    /// The other families in which the person stands.
    pub elsewhere: Vec<Elsewhere>,
}

/// A family as its card shows it on a day: present members only, head first.
#[derive(Clone, PartialEq, Debug)]
pub struct FamilyCard {
    /// Identity.
    pub id: FamilyId,
    /// The human number.
    pub number: FamilyNumber,
    /// The office's own key from an import, kept.
    pub key: Option<String>,
    /// First day on the register.
    pub registered_on: NaiveDate,
    /// Day from which the entry is closed.
    pub closed_on: Option<NaiveDate>,
    /// Addresses by kind; absent kinds are not in the list.
    pub addresses: Vec<(AddressKind, Address)>,
    /// Categories of the whole family, ended ones too.
    pub categories: Vec<Category>,
    /// Present members, head first.
    pub members: Vec<Member>,
    /// What was before, and what goes with the entry besides.
    pub past: FamilyPast,
}

/// What was before in a family, and what goes with its entry besides.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct FamilyPast {
    /// Those who stood in the family and do no more, the last to leave first.
    pub members: Vec<FormerMember>,
    /// Former addresses, the latest first.
    pub addresses: Vec<FormerAddress>,
    /// Since when the family lives at each of its present addresses.
    pub address_since: Vec<(AddressKind, NaiveDate)>,
    /// The times for which the entry was closed, the latest first.
    pub closures: Vec<Closure>,
    /// Who may collect for the family; ended permissions too.
    pub collectors: Vec<Collector>,
    /// Entries that became one with this one.
    pub merged_from: Vec<(FamilyId, FamilyNumber)>,
    /// The entry that was asked for, where it became one with this one and the card shows the kept one instead.
    pub asked_as: Option<FamilyNumber>,
    /// The day on which the entry turned out to be registered by mistake.
    pub voided_on: Option<NaiveDate>,
}

/// A person with or without a family: the person's own card.
#[derive(Clone, PartialEq, Debug)]
pub struct PersonCard {
    /// Who.
    pub id: PersonId,
    /// The person's own fields and, for somebody without a family, the address.
    pub single: SingleDraft,
    /// Names the person had before, the latest first.
    pub former_names: Vec<FormerName>,
    /// The day of death.
    pub died_on: Option<NaiveDate>,
    /// Families, those of today first, then the former ones, the latest first.
    pub families: Vec<PersonFamily>,
    /// Former addresses of the person's own, the latest first.
    pub former_addresses: Vec<FormerAddress>,
    /// The day on which the person turned out to be registered by mistake.
    pub voided_on: Option<NaiveDate>,
}

impl FamilyCard {
    /// The head, or whoever stands first.
    pub fn head(&self) -> Option<&Member> {
        self.members.iter().find(|member| member.relation == Relation::Head).or_else(|| self.members.first())
    }

    /// How many members are children on that day.
    pub fn children_on(&self, day: NaiveDate) -> usize {
        self.members.iter().filter(|member| member.birth.is_some_and(|birth| birth.is_child_on(day))).count()
    }

    /// The address of a kind.
    pub fn address(&self, kind: AddressKind) -> Option<&Address> {
        self.addresses.iter().find(|(k, _)| *k == kind).map(|(_, address)| address)
    }
}
