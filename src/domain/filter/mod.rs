//! Filters of the register: which families a list shows, said as conditions that all must hold.
//!
//! A condition looks at the facts of one family ([`Facts`]) and at one day, nothing else: pure, so that the office, a saved filter and
//! a test decide alike. Which rights a condition needs is said here too ([`Filter::needs`]), because a count alone betrays what may
//! not be seen. What a filter is called is the screen's business.

mod facts;
mod order;

pub use facts::{Facts, Held, MemberFacts, folded};
pub use order::{Order, ukrainian_key};

use crate::domain::catalogue::Sensitive;
use crate::domain::category::CategoryCode;
use crate::domain::id::ListId;
use crate::domain::staff::Right;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Whether the entry of the family is open.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// On the register.
    #[default]
    Open,
    /// Taken off it.
    Closed,
    /// Both.
    All,
}

impl State {
    /// Every state in the order of the picker.
    pub const ALL: [Self; 3] = [Self::Open, Self::Closed, Self::All];

    /// The state's word in message ids (`lists-state-open`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
            Self::All => "all",
        }
    }
}

/// Whether a family lives in the country.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Area {
    /// In a village, a rural town, or in a starosta district.
    Rural,
    /// In a city.
    Urban,
}

/// A settlement that was asked for: by its code in the codifier where it has one, else by its name.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Settlement {
    /// Code in the national codifier.
    pub code: Option<String>,
    /// The name as shown.
    pub name: String,
}

/// From one value to another, both taken in; an end that is not given is open.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Span<T> {
    /// The least.
    pub from: Option<T>,
    /// The greatest.
    pub to: Option<T>,
}

impl<T> Default for Span<T> {
    fn default() -> Self {
        Self { from: None, to: None }
    }
}

impl<T: PartialOrd + Copy> Span<T> {
    /// Whether the value lies in it.
    pub fn has(self, value: T) -> bool {
        self.from.is_none_or(|from| from <= value) && self.to.is_none_or(|to| value <= to)
    }

    /// Whether both ends are open.
    pub fn is_open(&self) -> bool {
        self.from.is_none() && self.to.is_none()
    }
}

/// Something a card lacks.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// Nobody in the family has a phone.
    Phone,
    /// Somebody's birth date is unknown.
    BirthDate,
    /// There is no actual address at all.
    Address,
    /// The actual address has no settlement.
    Settlement,
    /// The head's consent, or another ground, is not written down.
    Consent,
    /// Nobody in the family has a valid paper.
    Papers,
    /// Somebody's patronymic is empty.
    Patronymic,
    /// Somebody's sex is unknown.
    Sex,
    /// Nobody has any category in force.
    Category,
}

impl Missing {
    /// Everything that may be missing, in the order of the picker.
    pub const ALL: [Self; 9] = [
        Self::Phone,
        Self::BirthDate,
        Self::Address,
        Self::Settlement,
        Self::Consent,
        Self::Papers,
        Self::Patronymic,
        Self::Sex,
        Self::Category,
    ];

    /// Its word in message ids (`lists-missing-phone`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::BirthDate => "birth-date",
            Self::Address => "address",
            Self::Settlement => "settlement",
            Self::Consent => "consent",
            Self::Papers => "papers",
            Self::Patronymic => "patronymic",
            Self::Sex => "sex",
            Self::Category => "category",
        }
    }

    /// Whether knowing that it is missing is knowing something of contacts.
    fn is_of_contacts(self) -> bool {
        matches!(self, Self::Phone | Self::Address | Self::Settlement | Self::Papers)
    }
}

/// Which families: every condition that is given must hold.
///
/// Saved filters keep this as JSON, so a field is only ever added, with a default that asks for nothing.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// Open, closed or all.
    pub state: State,
    /// The family or a present member has at least one of these.
    pub any_of: Vec<CategoryCode>,
    /// It has every one of these.
    pub all_of: Vec<CategoryCode>,
    /// It has none of these.
    pub none_of: Vec<CategoryCode>,
    /// The day on which categories are to be in force; the present day where none is given.
    pub in_force_on: Option<NaiveDate>,
    /// Starosta district, as written on the card; case and apostrophes do not matter.
    pub district: Option<String>,
    /// Where the family lives.
    pub settlement: Option<Settlement>,
    /// In the country or in a city.
    pub area: Option<Area>,
    /// At least one child of such an age, in whole years.
    pub child_age: Span<u32>,
    /// How many present members.
    pub members: Span<u32>,
    /// How many of them are children.
    pub children: Span<u32>,
    /// First day on the register.
    pub registered: Span<NaiveDate>,
    /// The last contact was on this day or later.
    pub contact_since: Option<NaiveDate>,
    /// There was no contact on this day or later.
    pub no_contact_since: Option<NaiveDate>,
    /// It got no aid on this day or later.
    pub no_aid_since: Option<NaiveDate>,
    /// At least one of these is missing; empty asks for nothing.
    pub missing: Vec<Missing>,
    /// Every word of it is in the name of one and the same present member.
    pub name: String,
    /// It is in the street of the actual address.
    pub street: String,
    /// The family is in this list.
    pub list: Option<ListId>,
}

impl Filter {
    /// Whether the family is one of those asked for, as things stand on `today`.
    pub fn holds(&self, family: &Facts, today: NaiveDate) -> bool {
        self.asked(today).holds(family)
    }

    /// The filter made ready for many families.
    pub fn asked(&self, today: NaiveDate) -> Asked<'_> {
        Asked {
            filter: self,
            today,
            day: self.in_force_on.unwrap_or(today),
            district: self.district.as_deref().map(folded),
            settlement: self.settlement.as_ref().map(|place| folded(&place.name)),
            name: folded(&self.name).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect(),
            street: folded(&self.street),
            hidden: None,
        }
    }

    /// The rights without which this filter may be neither asked, nor saved, nor seen; `sensitive` says which categories are.
    pub fn needs(&self, sensitive: &Sensitive) -> Vec<Right> {
        let mut needs = Vec::new();
        let of_contacts = self.district.is_some()
            || self.settlement.is_some()
            || self.area.is_some()
            || !self.street.trim().is_empty()
            || self.missing.iter().any(|missing| missing.is_of_contacts());
        if of_contacts {
            needs.push(Right::SeeContacts);
        }
        if self.codes().any(|code| sensitive.covers(code)) {
            needs.push(Right::SeeSensitive);
        }
        needs
    }

    /// Its conditions, each as a filter of its own: whoever is not found is told which of them does not hold. Together they ask what the
    /// whole asks.
    pub fn parts(&self) -> Vec<Self> {
        let Self {
            state,
            any_of,
            all_of,
            none_of,
            in_force_on,
            district,
            settlement,
            area,
            child_age,
            members,
            children,
            registered,
            contact_since,
            no_contact_since,
            no_aid_since,
            missing,
            name,
            street,
            list,
        } = self.clone();
        let none = Self { state: State::All, in_force_on, ..Self::default() };
        let one = || none.clone();
        let mut parts = vec![
            Self { state, ..one() },
            Self { any_of, ..one() },
            Self { none_of, ..one() },
            Self { district, ..one() },
            Self { settlement, ..one() },
            Self { area, ..one() },
            Self { child_age, ..one() },
            Self { members, ..one() },
            Self { children, ..one() },
            Self { registered, ..one() },
            Self { contact_since, ..one() },
            Self { no_contact_since, ..one() },
            Self { no_aid_since, ..one() },
            Self { missing, ..one() },
            Self { name, ..one() },
            Self { street, ..one() },
            Self { list, ..one() },
        ];
        // Whoever lacks one of several categories is told which.
        parts.extend(all_of.into_iter().map(|code| Self { all_of: vec![code], ..one() }));
        parts.retain(|part| *part != none);
        parts
    }

    /// Every category that the filter names.
    pub fn codes(&self) -> impl Iterator<Item = &CategoryCode> {
        self.any_of.iter().chain(&self.all_of).chain(&self.none_of)
    }
}

/// A filter made ready: texts folded, the day settled.
pub struct Asked<'a> {
    filter: &'a Filter,
    today: NaiveDate,
    day: NaiveDate,
    district: Option<String>,
    settlement: Option<String>,
    name: Vec<String>,
    street: String,
    hidden: Option<&'a Sensitive>,
}

impl<'a> Asked<'a> {
    /// The same for somebody who may not see these categories: a family that has no other has none for them.
    pub fn unseeing(self, hidden: &'a Sensitive) -> Self {
        Self { hidden: Some(hidden), ..self }
    }

    /// Whether the family is one of those asked for. The cheap questions come first.
    pub fn holds(&self, family: &Facts) -> bool {
        let filter = self.filter;
        self.is_in_state(family)
            && filter.registered.has(family.registered_on)
            && self.is_in_contact(family)
            && filter.list.is_none_or(|list| family.lists.contains(&list))
            && self.lives_there(family)
            && self.has_categories(family)
            && self.has_members(family)
            && self.is_missing_something(family)
            && self.is_called_so(family)
    }

    fn is_in_state(&self, family: &Facts) -> bool {
        match self.filter.state {
            State::All => true,
            State::Open => !family.is_closed_on(self.today),
            State::Closed => family.is_closed_on(self.today),
        }
    }

    fn is_in_contact(&self, family: &Facts) -> bool {
        let last = family.last_contact;
        self.filter.contact_since.is_none_or(|since| last.is_some_and(|last| last >= since))
            && self.filter.no_contact_since.is_none_or(|since| last.is_none_or(|last| last < since))
            && self.filter.no_aid_since.is_none_or(|since| family.last_aid.is_none_or(|last| last < since))
    }

    fn lives_there(&self, family: &Facts) -> bool {
        let is_there = |wanted: &Settlement| match (&wanted.code, &family.settlement_code) {
            (Some(wanted), Some(code)) => **wanted == **code,
            _ => self.settlement.as_deref() == Some(&*family.settlement),
        };
        self.district.as_deref().is_none_or(|district| *district == *family.district)
            && self.filter.settlement.as_ref().is_none_or(is_there)
            && self.filter.area.is_none_or(|area| family.area == Some(area))
            && (self.street.is_empty() || family.street.contains(&self.street))
    }

    fn has_categories(&self, family: &Facts) -> bool {
        let has = |code: &CategoryCode| family.has_category(code, self.day);
        let filter = self.filter;
        (filter.any_of.is_empty() || filter.any_of.iter().any(has))
            && filter.all_of.iter().all(has)
            && !filter.none_of.iter().any(has)
    }

    fn has_members(&self, family: &Facts) -> bool {
        let filter = self.filter;
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        filter.members.has(count(family.members.len()))
            && (filter.children.is_open() || filter.children.has(count(family.children_on(self.today))))
            && (filter.child_age.is_open()
                || family
                    .members
                    .iter()
                    .filter_map(|member| member.birth)
                    .any(|birth| birth.is_child_on(self.today) && filter.child_age.has(birth.age_on(self.today))))
    }

    fn is_missing_something(&self, family: &Facts) -> bool {
        let missing = &self.filter.missing;
        missing.is_empty() || missing.iter().any(|missing| family.is_missing(*missing, self.today, self.hidden))
    }

    fn is_called_so(&self, family: &Facts) -> bool {
        self.name.is_empty()
            || family.members.iter().any(|member| self.name.iter().all(|word| member.name.contains(word.as_str())))
    }
}

#[cfg(test)]
mod tests;
