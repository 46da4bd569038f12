//! The events, one after another: which rows each writes and what it says in whose history.

use super::super::apply;
use super::super::registration::{refuse_merged, whole_card};
use super::super::{Deed, OfficeError, Registered, singles};
use super::Life;
use crate::domain::address::{Address, AddressKind};
use crate::domain::category::{Category, CategoryCode};
use crate::domain::date::show;
use crate::domain::draft::{FamilyDraft, MemberDraft};
use crate::domain::family::{FamilyCard, Relation};
use crate::domain::id::{CollectorId, FamilyId, PersonId};
use crate::domain::life::check::{LifeFault, check, member_of};
use crate::domain::life::{CollectorDraft, LeaveReason, LifeEvent, NextHead, Stays, turned};
use crate::domain::merge::Change;
use crate::domain::name::{clean, clean_note};
use crate::domain::past::FormerName;
use crate::domain::person::PersonName;
use crate::domain::staff::Right;
use crate::store::categories::{self, Owner};
use crate::store::journal::Subject;
use crate::store::{families, past, people};
use chrono::NaiveDate;

/// The event without what a screen must never receive.
pub(super) fn cleaned(event: &LifeEvent) -> LifeEvent {
    let mut event = event.clone();
    match &mut event {
        LifeEvent::MemberJoined { member, .. } => apply::clean_member(member),
        LifeEvent::SplitOff { actual: Some(address), .. } | LifeEvent::MovedHouse { address, .. } => {
            apply::clean_address(address);
        }
        LifeEvent::Renamed { name, basis, .. } => {
            for part in [&mut name.surname, &mut name.given, &mut name.patronymic, basis] {
                *part = clean(part);
            }
        }
        LifeEvent::Died { basis, .. }
        | LifeEvent::CategoryEnded { basis, .. }
        | LifeEvent::CategoryRenewed { basis, .. } => *basis = clean(basis),
        LifeEvent::Closed { note, .. } => *note = clean_note(note),
        LifeEvent::Reopened { reason, .. } => *reason = clean_note(reason),
        LifeEvent::CollectorAllowed { who, note, .. } => {
            *note = clean_note(note);
            if let CollectorDraft::Named { name, document, phone } = who {
                for part in [name, document, phone] {
                    *part = clean(part);
                }
            }
        }
        LifeEvent::MemberLeft { .. }
        | LifeEvent::MemberMoved { .. }
        | LifeEvent::SplitOff { .. }
        | LifeEvent::HeadChanged { .. }
        | LifeEvent::CollectorEnded { .. } => {}
    }
    event
}

/// Refuses what its author could not see afterwards.
pub(super) fn refuse_unseen(deed: &Deed<'_>, event: &LifeEvent) -> Result<(), OfficeError> {
    let unseen = match event {
        LifeEvent::CategoryEnded { code, .. } | LifeEvent::CategoryRenewed { code, .. } => !deed.sight.sees(code),
        _ => false,
    };
    if unseen {
        return Err(OfficeError::NotAllowed(Right::SeeSensitive));
    }
    if let LifeEvent::MemberJoined { member, .. } = event {
        let alone = FamilyDraft { members: vec![(**member).clone()], ..FamilyDraft::new(NaiveDate::MIN) };
        if let Some(right) = deed.sight.lacks_for(&alone) {
            return Err(OfficeError::NotAllowed(right));
        }
    }
    Ok(())
}

impl Life<'_, '_> {
    /// The event happens; the other family of a move or a split comes back.
    pub(super) fn happen(&mut self, card: &FamilyCard, event: &LifeEvent) -> Result<Option<Registered>, OfficeError> {
        match event {
            LifeEvent::MemberLeft { person, reason, next_head, .. } => {
                self.leave(card, &[*person], *reason, *next_head)?;
            }
            LifeEvent::MemberMoved { person, to, relation, stays, next_head, .. } => {
                return self.moved(card, (*person, *relation), *to, *stays, *next_head).map(Some);
            }
            LifeEvent::MemberJoined { member, .. } => self.joined(card, member)?,
            LifeEvent::SplitOff { members, reason, actual, next_head, .. } => {
                return self.split(card, members, (*reason, *next_head), actual.as_ref()).map(Some);
            }
            LifeEvent::HeadChanged { person, others, .. } => self.head_changed(card, *person, others)?,
            LifeEvent::Renamed { person, name, basis, .. } => self.renamed(card, *person, name, basis)?,
            LifeEvent::Died { person, basis, next_heads, .. } => self.died(card, *person, basis, next_heads, event)?,
            LifeEvent::MovedHouse { kind, address, .. } => self.moved_house(card, *kind, address)?,
            LifeEvent::CategoryEnded { person, code, since, basis, .. } => {
                self.category_ended(card, *person, (code, *since), basis)?;
            }
            LifeEvent::CategoryRenewed { person, code, until, basis, .. } => {
                let since = Some(self.on);
                let category = Category { code: code.clone(), since, until: *until, basis: basis.clone() };
                self.category_renewed(card, *person, &category)?;
            }
            LifeEvent::Closed { reason, note, .. } => self.close(card.id, *reason, note)?,
            LifeEvent::Reopened { reason, .. } => self.reopened(card, reason)?,
            LifeEvent::CollectorAllowed { who, until, note, .. } => self.allowed(card, who, *until, note)?,
            LifeEvent::CollectorEnded { collector, .. } => {
                let Some(there) = card.past.collectors.iter().find(|one| one.id == *collector) else { return Ok(None) };
                past::end_collector(self.deed.tx, *collector, self.on)?;
                let until = format!("{} · {}", there.name, show(self.on));
                self.tell_family(card.id, "collector_until", "", &until, &[]);
            }
        }
        Ok(None)
    }

    fn tell_family(&mut self, family: FamilyId, field: &str, before: &str, after: &str, rights: &[Right]) {
        let change =
            Change { person: None, field: field.to_owned(), before: before.to_owned(), after: after.to_owned() };
        self.say(&[Subject::Family(family)], &change, rights);
    }

    fn moved(
        &mut self,
        card: &FamilyCard,
        (person, relation): (PersonId, Relation),
        to: FamilyId,
        stays: Stays,
        next_head: Option<PersonId>,
    ) -> Result<Registered, OfficeError> {
        refuse_merged(self.deed.tx, to)?;
        let target = whole_card(self.deed.tx, to)?.ok_or(OfficeError::NoSuchFamily)?;
        if target.past.voided_on.is_some() {
            return Err(OfficeError::NoSuchFamily);
        }
        let name = member_of(card, person).map(|member| member.name.full()).unwrap_or_default();
        self.join(&target, person, &name, relation)?;
        if stays == Stays::Leaves {
            self.leave(card, &[person], LeaveReason::OtherFamily, next_head)?;
        }
        let (from, into) = (card.number.to_string(), target.number.to_string());
        let change = Change { person: Some(person), field: "family".to_owned(), before: from, after: into };
        self.say(&[Subject::Family(card.id), Subject::Family(to), Subject::Person(person)], &change, &[]);
        Ok(Registered { family: to, number: target.number })
    }

    fn joined(&mut self, card: &FamilyCard, member: &MemberDraft) -> Result<(), OfficeError> {
        let (person, _) = apply::settle_person(self.deed, member)?;
        let name = people::name(self.deed.tx, person)?.unwrap_or_default().full();
        self.join(card, person, &name, member.relation)
    }

    fn split(
        &mut self,
        card: &FamilyCard,
        members: &[(PersonId, Relation)],
        (reason, next_head): (LeaveReason, Option<PersonId>),
        actual: Option<&Address>,
    ) -> Result<Registered, OfficeError> {
        let leaving: Vec<PersonId> = members.iter().map(|(person, _)| *person).collect();
        self.leave(card, &leaving, reason, next_head)?;
        let of = |kind| card.address(kind).cloned().unwrap_or_default();
        let mut draft = FamilyDraft {
            actual: actual.cloned().unwrap_or_else(|| of(AddressKind::Actual)),
            origin: of(AddressKind::Origin),
            ..FamilyDraft::new(self.on)
        };
        let in_order = |(_, relation): &&(PersonId, Relation)| *relation == Relation::Head;
        type Chosen<'c> = Vec<&'c (PersonId, Relation)>;
        let (head, rest): (Chosen<'_>, Chosen<'_>) = members.iter().partition(in_order);
        for (person, relation) in head.into_iter().chain(rest) {
            let stored = people::get(self.deed.tx, *person)?.ok_or(OfficeError::NoSuchPerson)?;
            draft.members.push(MemberDraft { relation: *relation, ..stored });
        }
        let added = apply::add_family(self.deed, &draft)?;
        for member in &draft.members {
            let Some(person) = member.person else { continue };
            self.say_of(added.family, person, "member", "", &member.name.full());
            self.say_of(added.family, person, "relation", "", member.relation.code());
        }
        let (from, into) = (card.number.to_string(), added.number.to_string());
        self.tell_family(card.id, "split_family", "", &into, &[]);
        self.tell_family(added.family, "split_family", &from, &into, &[]);
        Ok(Registered { family: added.family, number: added.number })
    }

    /// The former head steps back before the new one comes forward: there is one at a time.
    fn head_changed(
        &mut self,
        card: &FamilyCard,
        person: PersonId,
        others: &[(PersonId, Relation)],
    ) -> Result<(), OfficeError> {
        let head = member_of(card, person).ok_or(LifeFault::NotMember)?;
        let former = card.members.iter().find(|member| member.relation == Relation::Head);
        if let Some(former) = former {
            let said = others.iter().find(|(other, _)| *other == former.person).map(|(_, relation)| *relation);
            self.restate(card, former, said.unwrap_or_else(|| turned(head.relation, former.sex)))?;
        }
        self.restate(card, head, Relation::Head)?;
        for (other, relation) in others.iter().filter(|(other, _)| former.is_none_or(|former| former.person != *other))
        {
            let member = member_of(card, *other).ok_or(LifeFault::NotMember)?;
            self.restate(card, member, *relation)?;
        }
        Ok(())
    }

    fn renamed(
        &mut self,
        card: &FamilyCard,
        person: PersonId,
        name: &PersonName,
        basis: &str,
    ) -> Result<(), OfficeError> {
        let tx = self.deed.tx;
        let mut stored = people::get(tx, person)?.ok_or(OfficeError::NoSuchPerson)?;
        let former = FormerName { name: stored.name.clone(), until: Some(self.on), basis: basis.to_owned() };
        past::add_former_name(tx, person, &former, &mut || self.deed.new_id())?;
        stored.name = name.clone();
        people::update(tx, person, &stored)?;
        let parts = [
            ("surname", &former.name.surname, &name.surname),
            ("given_name", &former.name.given, &name.given),
            ("patronymic", &former.name.patronymic, &name.patronymic),
        ];
        for (field, before, after) in parts.into_iter().filter(|(_, before, after)| before != after) {
            self.say_of(card.id, person, field, before, after);
        }
        self.say_basis(card.id, Some(person), basis);
        Ok(())
    }

    /// The paper on which something changed: papers are for those who may see them.
    fn say_basis(&mut self, family: FamilyId, person: Option<PersonId>, basis: &str) {
        if basis.is_empty() {
            return;
        }
        let change = Change { person, field: "basis".to_owned(), before: String::new(), after: basis.to_owned() };
        let subjects: Vec<Subject> = [Subject::Family(family)].into_iter().chain(person.map(Subject::Person)).collect();
        self.say(&subjects, &change, &[Right::SeeContacts]);
    }

    fn died(
        &mut self,
        card: &FamilyCard,
        person: PersonId,
        basis: &str,
        next_heads: &[NextHead],
        event: &LifeEvent,
    ) -> Result<(), OfficeError> {
        let tx = self.deed.tx;
        let next_of = |family: FamilyId| next_heads.iter().find(|next| next.family == family).map(|next| next.person);
        past::die(tx, person, self.on)?;
        self.say_of(card.id, person, "died_on", "", &show(self.on));
        self.say_basis(card.id, Some(person), basis);
        for (_, family, ..) in past::standing(tx, person)? {
            if family == card.id {
                self.leave(card, &[person], LeaveReason::Died, next_of(family))?;
                continue;
            }
            let other = whole_card(tx, family)?.ok_or(OfficeError::NoSuchFamily)?;
            check(event, &other, self.deed.today())?;
            self.say_of(family, person, "died_on", "", &show(self.on));
            self.leave(&other, &[person], LeaveReason::Died, next_of(family))?;
        }
        Ok(())
    }

    fn moved_house(&mut self, card: &FamilyCard, kind: AddressKind, address: &Address) -> Result<(), OfficeError> {
        let (tx, on) = (self.deed.tx, self.on);
        let owner = Owner::Family(card.id);
        let before = card.address(kind).cloned().unwrap_or_default();
        categories::end_address(tx, owner, kind, on)?;
        categories::begin_address(tx, owner, kind, address, on, &mut || self.deed.new_id())?;
        let code = kind.code();
        let parts = [
            ("settlement", &before.settlement, &address.settlement),
            ("district", &before.district, &address.district),
            ("street", &before.street, &address.street),
            ("building", &before.building, &address.building),
            ("flat", &before.flat, &address.flat),
        ];
        for (part, before, after) in parts.into_iter().filter(|(_, before, after)| before != after) {
            self.tell_family(card.id, &format!("{code}.{part}"), before, after, &[Right::SeeContacts]);
        }
        Ok(())
    }

    fn category_ended(
        &mut self,
        card: &FamilyCard,
        person: Option<PersonId>,
        (code, since): (&CategoryCode, Option<NaiveDate>),
        basis: &str,
    ) -> Result<(), OfficeError> {
        let tx = self.deed.tx;
        let owner = person.map_or(Owner::Family(card.id), Owner::Person);
        let rows = categories::rows_of(tx, owner)?;
        let found = rows.into_iter().find(|(_, there)| there.code == *code && there.since == since);
        let (id, before) = found.ok_or(LifeFault::NoSuchCategory)?;
        categories::end(tx, id, self.on, basis)?;
        let mut after = before.clone();
        after.until = Some(self.on);
        if !basis.is_empty() {
            basis.clone_into(&mut after.basis);
        }
        self.say_category(card.id, person, Some(&before), Some(&after));
        Ok(())
    }

    fn category_renewed(
        &mut self,
        card: &FamilyCard,
        person: Option<PersonId>,
        category: &Category,
    ) -> Result<(), OfficeError> {
        apply::refuse_unknown_categories(self.deed, std::slice::from_ref(category))?;
        let owner = person.map_or(Owner::Family(card.id), Owner::Person);
        categories::insert(self.deed.tx, owner, &mut || self.deed.new_id(), category)?;
        self.say_category(card.id, person, None, Some(category));
        Ok(())
    }

    /// A category in the same words as a correction says it.
    fn say_category(
        &mut self,
        family: FamilyId,
        person: Option<PersonId>,
        before: Option<&Category>,
        after: Option<&Category>,
    ) {
        let words = |category: Option<&Category>| {
            let Some(category) = category else { return String::new() };
            let day = |day: Option<NaiveDate>| day.map(show).unwrap_or_default();
            let mut text = category.code.0.clone();
            if category.since.is_some() || category.until.is_some() {
                text.push_str(&format!(" {}–{}", day(category.since), day(category.until)));
            }
            if !category.basis.is_empty() {
                text.push_str(&format!(", {}", category.basis));
            }
            text
        };
        let sensitive = before.or(after).is_some_and(|category| self.deed.sight.hidden().covers(&category.code));
        let rights: &[Right] = if sensitive { &[Right::SeeSensitive] } else { &[] };
        let change = Change { person, field: "category".to_owned(), before: words(before), after: words(after) };
        let subjects: Vec<Subject> = [Subject::Family(family)].into_iter().chain(person.map(Subject::Person)).collect();
        self.say(&subjects, &change, rights);
    }

    fn reopened(&mut self, card: &FamilyCard, reason: &str) -> Result<(), OfficeError> {
        families::close(self.deed.tx, card.id, None)?;
        past::end_closure(self.deed.tx, card.id, self.on, reason)?;
        let before = card.closed_on.map(show).unwrap_or_default();
        self.tell_family(card.id, "closed_on", &before, "", &[]);
        self.tell_family(card.id, "reopen_reason", "", reason, &[Right::SeeContacts]);
        Ok(())
    }

    fn allowed(
        &mut self,
        card: &FamilyCard,
        who: &CollectorDraft,
        until: Option<NaiveDate>,
        note: &str,
    ) -> Result<(), OfficeError> {
        let tx = self.deed.tx;
        let mut subjects = vec![Subject::Family(card.id)];
        let name = match who {
            CollectorDraft::Person(person) => {
                singles::refuse_merged(tx, *person)?;
                let name = people::name(tx, *person)?.ok_or(OfficeError::NoSuchPerson)?.full();
                if let Some(on) = past::person_marks(tx, *person)?.and_then(|marks| marks.died_on) {
                    return Err(LifeFault::DiedAlready { name, on }.into());
                }
                subjects.push(Subject::Person(*person));
                name
            }
            CollectorDraft::Named { name, .. } => name.clone(),
        };
        let id = CollectorId(self.deed.new_id());
        past::allow_collector(tx, id, card.id, who, (self.on, until), note)?;
        let text = until.map_or_else(|| name.clone(), |until| format!("{name} – {}", show(until)));
        let change = Change { person: None, field: "collector".to_owned(), before: String::new(), after: text };
        self.say(&subjects, &change, &[]);
        Ok(())
    }
}
