//! Events of life in a line each.

use super::day;
use stiika::domain::draft::MemberDraft;
use stiika::domain::family::{FamilyCard, Relation};
use stiika::domain::id::{DeedId, FamilyId, PersonId};
use stiika::domain::life::{LeaveReason, LifeEvent, Stays};
use stiika::office::{Lived, Office, OfficeError, Undone};

pub fn live(office: &mut Office, family: FamilyId, event: &LifeEvent) -> Result<Lived, OfficeError> {
    let deed = office.new_deed();
    office.live(deed, family, event)
}

/// Takes one's own last deed back.
pub fn undo(office: &mut Office) -> Result<Undone, OfficeError> {
    let last = office.last_deed().expect("asked").expect("a deed");
    undo_deed(office, last.deed)
}

pub fn undo_deed(office: &mut Office, what: DeedId) -> Result<Undone, OfficeError> {
    let deed = office.new_deed();
    office.undo(deed, what, "помилка")
}

pub fn card(office: &mut Office, family: FamilyId) -> FamilyCard {
    office.card(family).expect("card")
}

/// The place-th member of a family.
pub fn member(office: &mut Office, family: FamilyId, place: usize) -> PersonId {
    card(office, family).members[place].person
}

pub fn given(card: &FamilyCard) -> Vec<&str> {
    card.members.iter().map(|member| member.name.given.as_str()).collect()
}

pub fn left(person: PersonId, on: &str) -> LifeEvent {
    LifeEvent::MemberLeft { person, on: day(on), reason: LeaveReason::GrownUp, next_head: None }
}

pub fn moved(person: PersonId, to: FamilyId, relation: Relation, on: &str) -> LifeEvent {
    LifeEvent::MemberMoved { person, to, relation, on: day(on), stays: Stays::Leaves, next_head: None }
}

pub fn joined(member: MemberDraft, on: &str) -> LifeEvent {
    LifeEvent::MemberJoined { member: Box::new(member), on: day(on) }
}

pub fn split(members: Vec<(PersonId, Relation)>, on: &str) -> LifeEvent {
    LifeEvent::SplitOff { members, on: day(on), reason: LeaveReason::Divorced, actual: None, next_head: None }
}

pub fn head_changed(person: PersonId, on: &str) -> LifeEvent {
    LifeEvent::HeadChanged { person, on: day(on), others: Vec::new() }
}

pub fn renamed(person: PersonId, name: &str, on: &str) -> LifeEvent {
    LifeEvent::Renamed { person, name: super::name(name), on: day(on), basis: "свідоцтво 12".to_owned() }
}

pub fn died(person: PersonId, on: &str) -> LifeEvent {
    LifeEvent::Died { person, on: day(on), basis: String::new(), next_heads: Vec::new() }
}
