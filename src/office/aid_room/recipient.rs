//! Who stands at the counter, as the file has them now: read once for the screen, and again inside the deed that gives.

use super::{MayCollect, Who, WhoMember, Whom};
use crate::domain::aid::{AidCatalogue, AidFault, CatalogueThing, RecipientKind};
use crate::domain::category::{Category, CategoryCode};
use crate::domain::document::Document;
use crate::domain::family::{FamilyCard, Member, Relation};
use crate::domain::id::{FamilyId, PersonId};
use crate::domain::limit::Asker;
use crate::domain::past::{Collector, holds};
use crate::domain::person::PersonName;
use crate::domain::stock::PartnerCode;
use crate::office::OfficeError;
use crate::office::sight::Sight;
use crate::store::aid::given::Of;
use crate::store::{Tx, families, past, past_day, people};
use chrono::NaiveDate;

/// A recipient with everything, hidden things too: what of it is shown is decided by [`Known::who`].
pub(in crate::office) struct Known {
    pub(super) kind: RecipientKind,
    pub(super) family: Option<FamilyId>,
    pub(super) person: Option<PersonId>,
    pub(super) partner: Option<PartnerCode>,
    pub(in crate::office) asker: Asker,
    card: Option<FamilyCard>,
    /// Who they are without a family: the person alone.
    alone: Option<WhoMember>,
    name: String,
    pub(super) collectors: Vec<Collector>,
    pub(super) closed_on: Option<NaiveDate>,
    /// The day on which a single person died.
    pub(super) died_on: Option<NaiveDate>,
}

impl Known {
    /// A family, after a merge the kept one. Errors: `NoSuchFamily`.
    pub(in crate::office) fn family(tx: &Tx, family: FamilyId, on: NaiveDate) -> Result<Self, OfficeError> {
        let family = families::kept(tx, family)?;
        if families::is_voided(tx, family)? {
            return Err(OfficeError::NoSuchFamily);
        }
        let mut card = families::card(tx, family)?.ok_or(OfficeError::NoSuchFamily)?;
        let name = card.head().map(|head| head.name.full()).unwrap_or_default();
        stood_then(tx, &mut card, on)?;
        card.members.retain(|member| member.birth.is_none_or(|birth| birth.may_be_born_by(on)));
        let categories = card.categories.iter().chain(card.members.iter().flat_map(|member| &member.categories));
        let asker =
            asker(categories, card.members.iter().map(|member| member.birth.map(|birth| birth.is_child_on(on))), on);
        let collectors = past::collectors(tx, family)?.into_iter();
        Ok(Self {
            kind: RecipientKind::Family,
            family: Some(family),
            person: None,
            partner: None,
            asker,
            name,
            closed_on: card.closed_on.filter(|closed| *closed <= on),
            collectors: collectors.filter(|one| holds(one.from, one.until, on)).collect(),
            card: Some(card),
            alone: None,
            died_on: None,
        })
    }

    /// A person by themselves, after a merge the kept one. Errors: `NoSuchPerson`.
    pub(in crate::office) fn person(tx: &Tx, person: PersonId, on: NaiveDate) -> Result<Self, OfficeError> {
        let person = people::kept(tx, person)?;
        let marks = past::person_marks(tx, person)?.ok_or(OfficeError::NoSuchPerson)?;
        let draft = people::get(tx, person)?.filter(|_| marks.voided_on.is_none()).ok_or(OfficeError::NoSuchPerson)?;
        let is_child = draft.birth.map(|birth| birth.is_child_on(on));
        let alone = WhoMember {
            person,
            relation: Relation::Head,
            name: draft.name.clone(),
            sex: draft.sex,
            birth: draft.birth,
            age: draft.birth.map(|birth| birth.age_on(on)),
            is_child: is_child == Some(true),
            sizes: draft.sizes.clone(),
            paper: paper(&draft.documents),
        };
        Ok(Self {
            kind: RecipientKind::Person,
            family: None,
            person: Some(person),
            partner: None,
            asker: asker(draft.categories.iter(), [is_child], on),
            card: None,
            alone: Some(alone),
            name: draft.name.full(),
            collectors: Vec::new(),
            closed_on: None,
            died_on: marks.died_on.filter(|died| *died <= on),
        })
    }

    /// An organisation. Errors: `Unknown`, `Off`.
    pub(super) fn organisation(
        catalogue: &AidCatalogue,
        code: &PartnerCode,
        on: NaiveDate,
    ) -> Result<Self, OfficeError> {
        let what = CatalogueThing::Partner;
        let unknown = || AidFault::Unknown { what, code: code.to_string() };
        let partner = catalogue.partner(code).ok_or_else(unknown)?;
        if let Some(since) = partner.off_since.filter(|since| *since <= on) {
            return Err(AidFault::Off { what, code: code.to_string(), since }.into());
        }
        Ok(Self {
            partner: Some(code.clone()),
            name: partner.name.clone(),
            ..Self::nobody(RecipientKind::Organisation)
        })
    }

    /// Somebody who is not on the register yet, with the categories they say they have.
    pub(super) fn unregistered(name: &PersonName, categories: &[CategoryCode]) -> Self {
        let asker = Asker { adults: 1, children: 0, categories: categories.to_vec() };
        Self { asker, name: name.full(), ..Self::nobody(RecipientKind::Person) }
    }

    fn nobody(kind: RecipientKind) -> Self {
        Self {
            kind,
            family: None,
            person: None,
            partner: None,
            asker: Asker::default(),
            card: None,
            alone: None,
            name: String::new(),
            collectors: Vec::new(),
            closed_on: None,
            died_on: None,
        }
    }

    /// Whose earlier acts count; nobody's for somebody new.
    pub(super) fn of(&self) -> Option<Of> {
        let family = self.family.map(Of::Family);
        family.or_else(|| self.person.map(Of::Person)).or_else(|| self.partner.clone().map(Of::Organisation))
    }

    /// The name of somebody who may collect as a member: of the family, or the single person themselves.
    pub(super) fn member(&self, person: PersonId) -> Option<String> {
        let of_card = self.card.iter().flat_map(|card| &card.members).find(|member| member.person == person);
        let alone = self.alone.iter().find(|alone| alone.person == person);
        of_card.map(|member| member.name.full()).or_else(|| alone.map(|alone| alone.name.full()))
    }

    /// As the asker may see them.
    pub(super) fn who(&self, tx: &Tx, sight: &Sight, on: NaiveDate) -> Result<Who, OfficeError> {
        let shown = |paper: String| if sight.contacts { paper } else { String::new() };
        let of_card = self.card.iter().flat_map(|card| &card.members).map(|member| WhoMember {
            person: member.person,
            relation: member.relation,
            name: member.name.clone(),
            sex: member.sex,
            birth: member.birth,
            age: member.birth.map(|birth| birth.age_on(on)),
            is_child: member.birth.is_some_and(|birth| birth.is_child_on(on)),
            sizes: member.sizes.clone(),
            paper: shown(paper(&member.documents)),
        });
        let alone = self.alone.iter().map(|alone| WhoMember { paper: shown(alone.paper.clone()), ..alone.clone() });
        let families = match self.person {
            Some(person) => past::families_of(tx, person)?,
            None => Vec::new(),
        };
        let visible: Vec<CategoryCode> =
            self.asker.categories.iter().filter(|code| sight.sees(code)).cloned().collect();
        let whom = match (self.family, self.person, &self.partner) {
            (Some(family), ..) => Whom::Family(family),
            (_, Some(person), _) => Whom::Person(person),
            (_, _, Some(partner)) => Whom::Organisation(partner.clone()),
            _ => Whom::Nobody(visible.clone()),
        };
        Ok(Who {
            whom,
            number: self.card.as_ref().map(|card| card.number),
            name: self.name.clone(),
            members: of_card.chain(alone).collect(),
            household: (self.asker.adults, self.asker.children),
            categories: visible,
            closed_on: self.closed_on,
            collectors: self
                .collectors
                .iter()
                .map(|one| MayCollect { collector: one.id, name: one.name.clone(), paper: shown(one.document.clone()) })
                .collect(),
            families: families
                .into_iter()
                .filter(|one| one.until.is_none() && !one.closed)
                .map(|one| (one.family, one.number))
                .collect(),
        })
    }
}

/// What is written down later counts those who stood in the family then: who was born, joined or left since is not on that day's act. Of
/// a day before the registration those of its first day.
fn stood_then(tx: &Tx, card: &mut FamilyCard, on: NaiveDate) -> Result<(), OfficeError> {
    let day = on.max(card.registered_on);
    if !past::moved_since(tx, card.id, day)? {
        return Ok(());
    }
    let then = past_day::members(tx, card.id, day)?;
    if then.is_empty() {
        return Ok(());
    }
    let now = std::mem::take(&mut card.members);
    // Who stands there still shows the papers of today: one of them is looked at.
    card.members = then
        .into_iter()
        .map(|was| match now.iter().find(|member| member.person == was.person) {
            Some(member) => Member { relation: was.relation, ..member.clone() },
            None => was,
        })
        .collect();
    Ok(())
}

/// The paper to write on an act: kind and number of the first one.
fn paper(documents: &[Document]) -> String {
    documents.first().map(Document::show).unwrap_or_default()
}

/// How many they are and what they are on the day. Whose birth date nobody knows counts as an adult.
fn asker<'c>(
    categories: impl Iterator<Item = &'c Category>,
    children: impl IntoIterator<Item = Option<bool>>,
    on: NaiveDate,
) -> Asker {
    let mut asker = Asker::default();
    for child in children {
        if child == Some(true) { asker.children += 1 } else { asker.adults += 1 }
    }
    for category in categories.filter(|category| category.in_force_on(on)) {
        if !asker.categories.contains(&category.code) {
            asker.categories.push(category.code.clone());
        }
    }
    asker
}
