//! Whether an event can have happened: pure, over the card as it is and today's date.

use super::{CloseReason, CollectorDraft, LifeEvent, Stays};
use crate::domain::address::{Address, AddressKind};
use crate::domain::clock::Moment;
use crate::domain::draft::MemberDraft;
use crate::domain::family::{FamilyCard, Member, Relation};
use crate::domain::id::PersonId;
use crate::domain::number::FamilyNumber;
use crate::domain::past::FormerMember;
use crate::domain::person::PersonName;
use chrono::NaiveDate;

/// Why an event is refused. Its sentence is `life-…`.
#[derive(Clone, PartialEq, Debug, thiserror::Error)]
pub enum LifeFault {
    /// The day is after today.
    #[error("in the future")]
    InFuture(NaiveDate),
    /// The day is before the family was registered.
    #[error("before registration")]
    BeforeRegistered {
        /// First day on the register.
        day: NaiveDate,
    },
    /// The day is before the person was a member.
    #[error("before joining")]
    BeforeJoined {
        /// Who.
        name: String,
        /// First day in the family.
        day: NaiveDate,
    },
    /// The day is before the present state began (address, category, closure, permission, former name).
    #[error("before what it ends began")]
    BeforeBegan {
        /// First day of what would end.
        day: NaiveDate,
    },
    /// The day is before the person's birth.
    #[error("before birth")]
    BeforeBirth {
        /// The birth.
        day: NaiveDate,
    },
    /// The family would have no head: somebody of these has to be named.
    #[error("a next head is needed")]
    HeadNeeded {
        /// In which family.
        number: FamilyNumber,
        /// Who can be the head.
        choices: Vec<(PersonId, PersonName)>,
    },
    /// The person named as the next head is no member who stays.
    #[error("the next head does not stay")]
    HeadLeaves {
        /// Who.
        name: String,
    },
    /// The person never was a member here.
    #[error("not a member")]
    NotMember,
    /// The person left already.
    #[error("left already")]
    LeftAlready {
        /// Who.
        name: String,
        /// First day out of the family.
        on: NaiveDate,
        /// Who wrote it down, as screens name them; empty where the journal does not say.
        by: String,
        /// When it was written down.
        at: Option<Moment>,
    },
    /// The person died already.
    #[error("died already")]
    DiedAlready {
        /// Who.
        name: String,
        /// The day.
        on: NaiveDate,
    },
    /// The person is a member already.
    #[error("member already")]
    MemberAlready {
        /// Who.
        name: String,
        /// Of which family.
        number: FamilyNumber,
        /// Since when.
        since: NaiveDate,
    },
    /// From a family to itself.
    #[error("the same family")]
    SameFamily,
    /// Everybody would be split off.
    #[error("the whole family")]
    WholeFamily,
    /// Nobody is chosen.
    #[error("nobody chosen")]
    Nobody,
    /// The new family needs exactly one head.
    #[error("the new family needs one head")]
    OneHead,
    /// The family has a head already.
    #[error("a second head")]
    SecondHead {
        /// Of which family.
        number: FamilyNumber,
    },
    /// The person is the head already.
    #[error("head already")]
    HeadAlready {
        /// Who.
        name: String,
    },
    /// The name is as it was, or has no surname or given name.
    #[error("no new name")]
    NoNewName,
    /// The address is as it was.
    #[error("the same address")]
    SameAddress,
    /// Nobody here holds such a category with that first day.
    #[error("no such category")]
    NoSuchCategory,
    /// The category is in force.
    #[error("category in force")]
    CategoryInForce {
        /// First day, where known.
        since: Option<NaiveDate>,
        /// Last day, where there is one.
        until: Option<NaiveDate>,
    },
    /// The category ended already.
    #[error("category ended already")]
    CategoryEnded {
        /// Last day.
        until: NaiveDate,
    },
    /// The last day is before the first.
    #[error("ends before it begins")]
    EndsBeforeBegins,
    /// The entry is closed.
    #[error("closed")]
    Closed {
        /// Since when.
        since: NaiveDate,
    },
    /// The entry is open.
    #[error("open")]
    Open {
        /// Since when: the last reopening, or the registration.
        since: NaiveDate,
    },
    /// A reason in words is wanted.
    #[error("a reason is wanted")]
    ReasonWanted,
    /// A member needs no permission to collect.
    #[error("a member collects without permission")]
    CollectorIsMember {
        /// Who.
        name: String,
    },
    /// The collector has no name.
    #[error("no name")]
    CollectorNameless,
    /// There is no such permission in force.
    #[error("no such collector")]
    NoSuchCollector,
}

/// Whether the event can have happened in this family. What concerns another family (where somebody moves to, of which else the dead
/// was the head) is asked by the deed.
pub fn check(event: &LifeEvent, card: &FamilyCard, today: NaiveDate) -> Result<(), LifeFault> {
    let on = event.on();
    if on > today {
        return Err(LifeFault::InFuture(on));
    }
    if on < card.registered_on && !matches!(event, LifeEvent::Renamed { .. } | LifeEvent::CategoryRenewed { .. }) {
        return Err(LifeFault::BeforeRegistered { day: card.registered_on });
    }
    match event {
        LifeEvent::MemberLeft { person, next_head, .. } => leaves(card, &[*person], *next_head, on),
        LifeEvent::MemberMoved { person, to, stays, next_head, .. } => {
            if *to == card.id {
                return Err(LifeFault::SameFamily);
            }
            match stays {
                Stays::Leaves => leaves(card, &[*person], *next_head, on),
                Stays::Both => member_on(card, *person, on).map(drop),
            }
        }
        LifeEvent::MemberJoined { member, .. } => joined(card, member),
        LifeEvent::SplitOff { members, next_head, .. } => split(card, members, *next_head, on),
        LifeEvent::HeadChanged { person, others, .. } => head_changed(card, *person, others, on),
        LifeEvent::Renamed { person, name, .. } => renamed(card, *person, name, on),
        LifeEvent::Died { person, next_heads, .. } => {
            let next = next_heads.iter().find(|next| next.family == card.id).map(|next| next.person);
            leaves(card, &[*person], next, on)?;
            match member_of(card, *person).and_then(|member| member.birth) {
                Some(birth) if on < birth.date => Err(LifeFault::BeforeBirth { day: birth.date }),
                _ => Ok(()),
            }
        }
        LifeEvent::MovedHouse { kind, address, .. } => moved_house(card, *kind, address, on),
        LifeEvent::CategoryEnded { .. } | LifeEvent::CategoryRenewed { .. } => category(event, card),
        LifeEvent::Closed { reason, note, .. } => closed(card, on, (*reason, note)),
        LifeEvent::Reopened { reason, .. } => reopened(card, on, reason),
        LifeEvent::CollectorAllowed { who, until, .. } => allowed(card, on, who, *until),
        LifeEvent::CollectorEnded { collector, .. } => {
            match card.past.collectors.iter().find(|one| one.id == *collector) {
                Some(one) if one.until.is_some_and(|until| until <= on) => Err(LifeFault::NoSuchCollector),
                Some(one) if on < one.from => Err(LifeFault::BeforeBegan { day: one.from }),
                Some(_) => Ok(()),
                None => Err(LifeFault::NoSuchCollector),
            }
        }
    }
}

fn joined(card: &FamilyCard, member: &MemberDraft) -> Result<(), LifeFault> {
    open(card)?;
    if member.name.surname.is_empty() || member.name.given.is_empty() {
        return Err(LifeFault::NoNewName);
    }
    if let Some(there) = member.person.and_then(|person| member_of(card, person)) {
        return Err(already(card, there));
    }
    if member.relation == Relation::Head && has_head(card) {
        return Err(LifeFault::SecondHead { number: card.number });
    }
    Ok(())
}

fn head_changed(
    card: &FamilyCard,
    person: PersonId,
    others: &[(PersonId, Relation)],
    on: NaiveDate,
) -> Result<(), LifeFault> {
    let head = member_on(card, person, on)?;
    if head.relation == Relation::Head {
        return Err(LifeFault::HeadAlready { name: head.name.full() });
    }
    for (other, relation) in others {
        member_on(card, *other, on)?;
        if *relation == Relation::Head || *other == person {
            return Err(LifeFault::SecondHead { number: card.number });
        }
    }
    // The head steps back on that day: their time as the head must have begun.
    match card.members.iter().find(|member| member.relation == Relation::Head) {
        Some(former) => member_on(card, former.person, on).map(drop),
        None => Ok(()),
    }
}

fn moved_house(card: &FamilyCard, kind: AddressKind, address: &Address, on: NaiveDate) -> Result<(), LifeFault> {
    open(card)?;
    if card.address(kind).cloned().unwrap_or_default() == *address {
        return Err(LifeFault::SameAddress);
    }
    match card.past.address_since.iter().find(|(of, _)| *of == kind) {
        Some((_, since)) if on < *since => Err(LifeFault::BeforeBegan { day: *since }),
        _ => Ok(()),
    }
}

fn closed(card: &FamilyCard, on: NaiveDate, (reason, note): (CloseReason, &str)) -> Result<(), LifeFault> {
    open(card)?;
    if let Some(day) = card.past.closures.iter().filter_map(|one| one.until).max().filter(|until| on < *until) {
        return Err(LifeFault::BeforeBegan { day });
    }
    if reason == CloseReason::Other && note.trim().is_empty() { Err(LifeFault::ReasonWanted) } else { Ok(()) }
}

fn allowed(card: &FamilyCard, on: NaiveDate, who: &CollectorDraft, until: Option<NaiveDate>) -> Result<(), LifeFault> {
    open(card)?;
    if until.is_some_and(|until| until <= on) {
        return Err(LifeFault::EndsBeforeBegins);
    }
    match who {
        CollectorDraft::Person(person) => match member_of(card, *person) {
            Some(member) => Err(LifeFault::CollectorIsMember { name: member.name.full() }),
            None => Ok(()),
        },
        CollectorDraft::Named { name, .. } if name.trim().is_empty() => Err(LifeFault::CollectorNameless),
        CollectorDraft::Named { .. } => Ok(()),
    }
}

/// A present member.
pub fn member_of(card: &FamilyCard, person: PersonId) -> Option<&Member> {
    card.members.iter().find(|member| member.person == person)
}

/// Who can be the head when these leave.
pub fn next_heads(card: &FamilyCard, leaving: &[PersonId]) -> Vec<(PersonId, PersonName)> {
    let stays = |member: &&Member| !leaving.contains(&member.person);
    card.members.iter().filter(stays).map(|member| (member.person, member.name.clone())).collect()
}

fn has_head(card: &FamilyCard) -> bool {
    card.members.iter().any(|member| member.relation == Relation::Head)
}

fn already(card: &FamilyCard, there: &Member) -> LifeFault {
    LifeFault::MemberAlready { name: there.name.full(), number: card.number, since: there.since }
}

fn open(card: &FamilyCard) -> Result<(), LifeFault> {
    card.closed_on.map_or(Ok(()), |since| Err(LifeFault::Closed { since }))
}

/// The member, who must have been one on that day.
fn member_on(card: &FamilyCard, person: PersonId, on: NaiveDate) -> Result<&Member, LifeFault> {
    let Some(member) = member_of(card, person) else {
        return Err(match card.past.members.iter().find(|former| former.person == person) {
            Some(FormerMember { name, died_on: Some(died), .. }) => {
                LifeFault::DiedAlready { name: name.full(), on: *died }
            }
            Some(former) => {
                LifeFault::LeftAlready { name: former.name.full(), on: former.until, by: String::new(), at: None }
            }
            None => LifeFault::NotMember,
        });
    };
    if on < member.since {
        return Err(LifeFault::BeforeJoined { name: member.name.full(), day: member.since });
    }
    if on < member.relation_since {
        return Err(LifeFault::BeforeBegan { day: member.relation_since });
    }
    Ok(member)
}

/// These leave on that day: they are members, and a head remains where anybody does.
fn leaves(
    card: &FamilyCard,
    leaving: &[PersonId],
    next_head: Option<PersonId>,
    on: NaiveDate,
) -> Result<(), LifeFault> {
    let mut head_leaves = false;
    for person in leaving {
        head_leaves |= member_on(card, *person, on)?.relation == Relation::Head;
    }
    let choices = next_heads(card, leaving);
    if !head_leaves || choices.is_empty() {
        return Ok(());
    }
    match next_head {
        None => Err(LifeFault::HeadNeeded { number: card.number, choices }),
        Some(next) if choices.iter().any(|(person, _)| *person == next) => member_on(card, next, on).map(drop),
        Some(next) => {
            let name = member_of(card, next).map(|member| member.name.full()).unwrap_or_default();
            Err(LifeFault::HeadLeaves { name })
        }
    }
}

fn split(
    card: &FamilyCard,
    members: &[(PersonId, Relation)],
    next_head: Option<PersonId>,
    on: NaiveDate,
) -> Result<(), LifeFault> {
    if members.is_empty() {
        return Err(LifeFault::Nobody);
    }
    let people: Vec<PersonId> = members.iter().map(|(person, _)| *person).collect();
    if card.members.iter().all(|member| people.contains(&member.person)) {
        return Err(LifeFault::WholeFamily);
    }
    let heads = members.iter().filter(|(_, relation)| *relation == Relation::Head).count();
    let twice = people.iter().enumerate().any(|(place, person)| people[..place].contains(person));
    if heads != 1 || twice {
        return Err(LifeFault::OneHead);
    }
    leaves(card, &people, next_head, on)
}

fn renamed(card: &FamilyCard, person: PersonId, name: &PersonName, on: NaiveDate) -> Result<(), LifeFault> {
    let member = member_on(card, person, on.max(card.registered_on)).or_else(|fault| match fault {
        LifeFault::BeforeJoined { .. } | LifeFault::BeforeBegan { .. } => {
            member_of(card, person).ok_or(LifeFault::NotMember)
        }
        other => Err(other),
    })?;
    if name.surname.is_empty() || name.given.is_empty() || *name == member.name {
        return Err(LifeFault::NoNewName);
    }
    if let Some(birth) = member.birth.filter(|birth| on < birth.date) {
        return Err(LifeFault::BeforeBirth { day: birth.date });
    }
    match member.former_names.iter().filter_map(|former| former.until).max() {
        Some(last) if on <= last => Err(LifeFault::BeforeBegan { day: last }),
        _ => Ok(()),
    }
}

fn category(event: &LifeEvent, card: &FamilyCard) -> Result<(), LifeFault> {
    let held = |person: &Option<PersonId>| match person {
        None => Ok(&card.categories),
        Some(person) => member_of(card, *person).map(|member| &member.categories).ok_or(LifeFault::NotMember),
    };
    match event {
        LifeEvent::CategoryEnded { person, code, since, on, .. } => {
            let found = held(person)?.iter().find(|one| one.code == *code && one.since == *since);
            let found = found.ok_or(LifeFault::NoSuchCategory)?;
            match (found.since, found.until) {
                (_, Some(until)) if until <= *on => Err(LifeFault::CategoryEnded { until }),
                (Some(since), _) if *on < since => Err(LifeFault::BeforeBegan { day: since }),
                _ => Ok(()),
            }
        }
        LifeEvent::CategoryRenewed { person, code, on, until, .. } => {
            open(card)?;
            if until.is_some_and(|until| until < *on) {
                return Err(LifeFault::EndsBeforeBegins);
            }
            match held(person)?.iter().find(|one| one.code == *code && (one.in_force_on(*on) || one.since == Some(*on)))
            {
                Some(there) => Err(LifeFault::CategoryInForce { since: there.since, until: there.until }),
                None => Ok(()),
            }
        }
        _ => Ok(()),
    }
}

fn reopened(card: &FamilyCard, on: NaiveDate, reason: &str) -> Result<(), LifeFault> {
    let Some(closed) = card.closed_on else {
        let since = card.past.closures.iter().filter_map(|closure| closure.until).max();
        return Err(LifeFault::Open { since: since.unwrap_or(card.registered_on) });
    };
    if on < closed {
        return Err(LifeFault::BeforeBegan { day: closed });
    }
    if reason.trim().is_empty() {
        return Err(LifeFault::ReasonWanted);
    }
    Ok(())
}
