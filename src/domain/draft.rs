//! What a form or an import row says a family should be: the whole family as plain settled values, before it is saved.
//!
//! Registration takes a draft; a correction takes two, the one the form opened with and the one it was left with
//! (`domain::merge` finds what changed and whether another desk changed the same).

use crate::domain::address::Address;
use crate::domain::address::AddressKind;
use crate::domain::category::Category;
use crate::domain::document::Document;
use crate::domain::family::{FamilyCard, Relation};
use crate::domain::id::PersonId;
use crate::domain::person::{BirthDate, Consent, PersonName, Sex, Sizes};
use crate::domain::phone::Phone;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A family as the form holds it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct FamilyDraft {
    /// The office's own key from an import.
    pub key: Option<String>,
    /// First day on the register.
    pub registered_on: NaiveDate,
    /// Day from which the entry is closed.
    pub closed_on: Option<NaiveDate>,
    /// Where the family lives.
    pub actual: Address,
    /// Where it is registered, when elsewhere.
    pub registered: Address,
    /// Where a displaced family came from.
    pub origin: Address,
    /// Categories of the whole family.
    pub categories: Vec<Category>,
    /// Members; exactly one is the head in a family that is saved.
    pub members: Vec<MemberDraft>,
}

/// A member as the form holds them.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct MemberDraft {
    /// The person, when already on the register.
    pub person: Option<PersonId>,
    /// The office's own key from an import.
    pub key: Option<String>,
    /// What the person is in the family.
    pub relation: Relation,
    /// Name.
    pub name: PersonName,
    /// Sex, where known.
    pub sex: Option<Sex>,
    /// Birth date, where known.
    pub birth: Option<BirthDate>,
    /// Phones, the first is the one to call.
    pub phones: Vec<Phone>,
    /// Papers.
    pub documents: Vec<Document>,
    /// The person's own categories.
    pub categories: Vec<Category>,
    /// Consent or another ground.
    pub consent: Option<Consent>,
    /// Note.
    pub note: String,
    /// What they wear.
    #[serde(default)]
    pub sizes: Sizes,
}

/// A person without a family as a form or an import row holds them: a single visitor, a professional at a training.
///
/// The address is the person's own, since there is no family to have one; the relation says nothing here and is kept as it came.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct SingleDraft {
    /// Who.
    pub person: MemberDraft,
    /// Where the person lives.
    pub address: Address,
}

impl MemberDraft {
    /// A member of whom nothing is known yet.
    pub fn new(relation: Relation) -> Self {
        Self {
            person: None,
            key: None,
            relation,
            name: PersonName::default(),
            sex: relation.sex(),
            birth: None,
            phones: Vec::new(),
            documents: Vec::new(),
            categories: Vec::new(),
            consent: None,
            note: String::new(),
            sizes: Sizes::default(),
        }
    }
}

impl FamilyDraft {
    /// An empty family registered on that day, with nobody in it.
    pub fn new(registered_on: NaiveDate) -> Self {
        Self {
            key: None,
            registered_on,
            closed_on: None,
            actual: Address::default(),
            registered: Address::default(),
            origin: Address::default(),
            categories: Vec::new(),
            members: Vec::new(),
        }
    }

    /// The draft that says just what the card says: where a correction starts.
    pub fn of_card(card: &FamilyCard) -> Self {
        let address = |kind| card.address(kind).cloned().unwrap_or_default();
        Self {
            key: card.key.clone(),
            registered_on: card.registered_on,
            closed_on: card.closed_on,
            actual: address(AddressKind::Actual),
            registered: address(AddressKind::Registered),
            origin: address(AddressKind::Origin),
            categories: card.categories.clone(),
            members: card
                .members
                .iter()
                .map(|member| MemberDraft {
                    person: Some(member.person),
                    key: member.key.clone(),
                    relation: member.relation,
                    name: member.name.clone(),
                    sex: member.sex,
                    birth: member.birth,
                    phones: member.phones.clone(),
                    documents: member.documents.clone(),
                    categories: member.categories.clone(),
                    consent: member.consent.clone(),
                    note: member.note.clone(),
                    sizes: member.sizes.clone(),
                })
                .collect(),
        }
    }

    /// The address of a kind.
    pub fn address(&self, kind: AddressKind) -> &Address {
        match kind {
            AddressKind::Actual => &self.actual,
            AddressKind::Registered => &self.registered,
            AddressKind::Origin => &self.origin,
        }
    }
}
