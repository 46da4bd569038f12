//! What a filter looks at of one family: small, since all families of an office are held in memory at once.

use super::{Area, Missing};
use crate::domain::catalogue::Sensitive;
use crate::domain::category::CategoryCode;
use crate::domain::id::{FamilyId, ListId, PersonId};
use crate::domain::name;
use crate::domain::number::FamilyNumber;
use crate::domain::person::BirthDate;
use chrono::NaiveDate;
use std::sync::Arc;

/// The facts of a family. Texts that many families share are shared.
#[derive(Clone, PartialEq, Debug)]
pub struct Facts {
    /// Identity.
    pub family: FamilyId,
    /// The human number.
    pub number: FamilyNumber,
    /// First day on the register.
    pub registered_on: NaiveDate,
    /// Day from which the entry is closed.
    pub closed_on: Option<NaiveDate>,
    /// Day of the last deed about the family that was more than a look.
    pub last_contact: Option<NaiveDate>,
    /// Day of the last aid that was not taken back.
    pub last_aid: Option<NaiveDate>,
    /// Where the head's name stands in the Ukrainian alphabet ([`super::ukrainian_key`]).
    pub name_key: Box<[u8]>,
    /// Present members, the head first.
    pub members: Vec<MemberFacts>,
    /// Categories of the family and of its present members, ended ones too.
    pub categories: Vec<Held>,
    /// Code of the settlement of the actual address.
    pub settlement_code: Option<Arc<str>>,
    /// Its name, folded.
    pub settlement: Arc<str>,
    /// Starosta district, folded.
    pub district: Arc<str>,
    /// Street, folded.
    pub street: Arc<str>,
    /// Whether any actual address is known.
    pub has_address: bool,
    /// In the country or in a city, where that is known.
    pub area: Option<Area>,
    /// The lists that the family is in.
    pub lists: Vec<ListId>,
}

/// What is looked at of a member.
#[derive(Clone, PartialEq, Debug)]
pub struct MemberFacts {
    /// Who: a person may stand in two families and is counted once.
    pub person: PersonId,
    /// Birth.
    pub birth: Option<BirthDate>,
    /// The whole name, folded.
    pub name: Box<str>,
    /// Whether there is a patronymic.
    pub has_patronymic: bool,
    /// Whether the sex is known.
    pub has_sex: bool,
    /// Whether a consent or another ground is written down.
    pub has_consent: bool,
    /// Whether there is a phone.
    pub has_phone: bool,
    /// Whether there is a valid paper.
    pub has_papers: bool,
}

/// A category that somebody in the family holds.
#[derive(Clone, PartialEq, Debug)]
pub struct Held {
    /// Which.
    pub code: Arc<str>,
    /// First day.
    pub since: Option<NaiveDate>,
    /// Last day.
    pub until: Option<NaiveDate>,
}

impl Held {
    fn in_force_on(&self, day: NaiveDate) -> bool {
        self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| day <= until)
    }
}

impl Facts {
    /// Whether the entry is closed on that day.
    pub fn is_closed_on(&self, day: NaiveDate) -> bool {
        self.closed_on.is_some_and(|closed| closed <= day)
    }

    /// How many present members are children on that day.
    pub fn children_on(&self, day: NaiveDate) -> usize {
        self.members.iter().filter(|member| member.birth.is_some_and(|birth| birth.is_child_on(day))).count()
    }

    /// Whether the family or a present member has the category in force on that day.
    pub fn has_category(&self, code: &CategoryCode, day: NaiveDate) -> bool {
        self.categories.iter().any(|held| *held.code == *code.0 && held.in_force_on(day))
    }

    /// Whether that is missing, for somebody from whom these categories are kept.
    pub fn is_missing(&self, what: Missing, day: NaiveDate, hidden: Option<&Sensitive>) -> bool {
        let members = &self.members;
        match what {
            Missing::Phone => !members.iter().any(|member| member.has_phone),
            Missing::BirthDate => members.iter().any(|member| member.birth.is_none()),
            Missing::Address => !self.has_address,
            Missing::Settlement => self.settlement.is_empty(),
            Missing::Consent => !members.first().is_some_and(|head| head.has_consent),
            Missing::Papers => !members.iter().any(|member| member.has_papers),
            Missing::Patronymic => members.iter().any(|member| !member.has_patronymic),
            Missing::Sex => members.iter().any(|member| !member.has_sex),
            Missing::Category => {
                let is_seen = |held: &&Held| hidden.is_none_or(|hidden| !hidden.covers_code(&held.code));
                !self.categories.iter().filter(is_seen).any(|held| held.in_force_on(day))
            }
        }
    }
}

/// A text as filters compare it: small letters, no apostrophes, hyphens as spaces, `ґ` as `г`.
pub fn folded(text: &str) -> String {
    name::clean(text)
        .to_lowercase()
        .chars()
        .filter(|sign| !name::is_apostrophe(*sign))
        .map(|sign| match sign {
            'ґ' => 'г',
            '-' => ' ',
            other => other,
        })
        .collect()
}
