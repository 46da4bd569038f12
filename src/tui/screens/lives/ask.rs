//! What each change of life asks for: THE table of its fields, and what stands in them at first.

use crate::domain::address::AddressKind;
use crate::domain::date;
use crate::domain::family::{FamilyCard, Member, Relation};
use crate::domain::id::PersonId;
use crate::domain::life::{CloseReason, LeaveReason, turned};
use crate::domain::person::PersonName;
use crate::domain::staff::Right;
use crate::tui::app::Context;
use crate::tui::happening::Happening;
use crate::tui::screens::card::{On, relation_word};
use crate::tui::screens::picker::Whom;
use crate::tui::widgets::form::Field;

pub(super) const ON: &str = "life-on";
pub(super) const UNTIL: &str = "life-until";
pub(super) const REASON: &str = "life-reason";
pub(super) const CLOSE_REASON: &str = "life-close-reason";
pub(super) const WHY: &str = "life-why";
pub(super) const NOTE: &str = "life-note";
pub(super) const BASIS: &str = "life-basis";
pub(super) const NEXT_HEAD: &str = "life-next-head";
/// The next head of another family, which the office asked for.
pub(super) const NEXT_HEAD_THERE: &str = "life-next-head-there";
pub(super) const FORMER_IS: &str = "life-former-is";
pub(super) const RELATION: &str = "life-relation";
pub(super) const STAYS: &str = "life-stays";
pub(super) const NEW_HEAD: &str = "life-new-head";
pub(super) const PLACE: &str = "life-place";
pub(super) const KIND: &str = "life-kind";
pub(super) const ADDRESS: &str = "life-address";
pub(super) const CATEGORY: &str = "life-category";
pub(super) const WHO: &str = "life-who";
pub(super) const PAPER: &str = "life-paper";
pub(super) const PHONE: &str = "life-phone";
pub(super) const SURNAME: &str = "life-surname";
pub(super) const GIVEN: &str = "life-given";
pub(super) const PATRONYMIC: &str = "life-patronymic";

/// What each of those who split off is to the head of the new family, by their place among the ticked. Who stands behind the last one
/// becomes what follows from what they were.
pub(super) const THEIR: [&str; 8] = [
    "life-their-1",
    "life-their-2",
    "life-their-3",
    "life-their-4",
    "life-their-5",
    "life-their-6",
    "life-their-7",
    "life-their-8",
];

/// Relations as the picker offers them: the head last, because a family mostly has one.
pub(super) const RELATIONS: [Relation; 12] = [
    Relation::Spouse,
    Relation::Son,
    Relation::Daughter,
    Relation::Mother,
    Relation::Father,
    Relation::Guardian,
    Relation::Ward,
    Relation::FosterChild,
    Relation::Grandmother,
    Relation::Grandfather,
    Relation::Other,
    Relation::Head,
];

/// What the window is about.
pub struct Subject {
    /// The family as the card shows it.
    pub card: Box<FamilyCard>,
    /// The line of the card.
    pub on: On,
}

impl Subject {
    /// The member of the line.
    pub(super) fn member(&self) -> Option<&Member> {
        let person = self.on.person()?;
        self.card.members.iter().find(|member| member.person == person)
    }

    /// Who is the head now.
    pub(super) fn head(&self) -> Option<&Member> {
        self.card.members.iter().find(|member| member.relation == Relation::Head)
    }

    /// Who could be the head when these leave; nobody is asked for where the head stays.
    pub(super) fn next_heads(&self, leaving: &[PersonId]) -> Vec<(PersonId, PersonName)> {
        match self.head() {
            Some(head) if leaving.contains(&head.person) => crate::domain::life::check::next_heads(&self.card, leaving),
            _ => Vec::new(),
        }
    }
}

/// The fields of a change in the order of Tab. `picked` is who was found for it, `ticked` who goes together.
pub(super) fn fields(
    what: Happening,
    subject: &Subject,
    picked: Option<&Whom>,
    ticked: &[PersonId],
    cx: &Context,
) -> Vec<Field> {
    let leaving: Vec<PersonId> = match what {
        Happening::SplitOff => ticked.to_vec(),
        _ => subject.on.person().into_iter().collect(),
    };
    let next_head = || heads_field(NEXT_HEAD, &subject.next_heads(&leaving), subject, cx);
    let mut fields = match what {
        Happening::Head => {
            let becomes = subject.head().zip(subject.member()).map(|(head, new)| {
                let label = cx.tv("life-former-is", &[("name", head.name.given.as_str().into())]);
                relation_field(FORMER_IS, turned(new.relation, head.sex), cx).labelled(label)
            });
            becomes.into_iter().chain([day(ON, cx)]).collect()
        }
        Happening::Left => vec![reasons(cx), day(ON, cx)].into_iter().chain(next_head()).collect(),
        Happening::Moved => {
            let stays = Field::choice(STAYS, words(cx, &["life-stays-leaves", "life-stays-both"]));
            let relation = subject.member().map_or(Relation::Other, |member| member.relation);
            let relation = if relation == Relation::Head { Relation::Other } else { relation };
            vec![relation_field(RELATION, relation, cx), stays, day(ON, cx)].into_iter().chain(next_head()).collect()
        }
        Happening::SplitOff => split_fields(subject, ticked, cx).into_iter().chain(next_head()).collect(),
        Happening::Renamed => {
            let mut fields = vec![Field::text(SURNAME), Field::text(GIVEN), Field::text(PATRONYMIC)];
            fields.extend([day(ON, cx), Field::text(BASIS)]);
            fields
        }
        Happening::Died => {
            vec![day_of("life-died-on", cx), Field::text(BASIS)].into_iter().chain(next_head()).collect()
        }
        Happening::Joined => {
            let relation = joined_as(picked, cx);
            vec![relation_field(RELATION, relation, cx), day(ON, cx)]
        }
        Happening::Closed => {
            let mut reason = Field::choice(CLOSE_REASON, close_reasons(cx));
            reason.pick(CloseReason::CHOICES.iter().position(|reason| *reason == CloseReason::Other).unwrap_or(0));
            vec![reason, day(ON, cx), Field::text(NOTE)]
        }
        Happening::Reopened => vec![Field::text(WHY), day(ON, cx)],
        Happening::CollectorAllowed => {
            let mut fields = Vec::new();
            if picked.is_none() {
                fields.extend([Field::text(WHO), Field::text(PAPER), Field::text(PHONE)]);
            }
            fields.extend([day(ON, cx), Field::text(UNTIL)]);
            if cx.may(Right::SeeNotes) {
                fields.push(Field::text(NOTE));
            }
            fields
        }
        Happening::PersonCategory | Happening::Category => {
            vec![Field::suggest(CATEGORY), day(ON, cx), Field::text(UNTIL), Field::text(BASIS)]
        }
        Happening::CategoryRenewed => vec![day(ON, cx), Field::text(UNTIL), Field::text(BASIS)],
        Happening::MovedHouse => {
            let mut kind = Field::choice(KIND, address_kinds(cx));
            if let On::Address(of) = &subject.on {
                kind.pick(AddressKind::ALL.iter().position(|kind| kind == of).unwrap_or(0));
            }
            vec![Field::suggest(ADDRESS), kind, day(ON, cx)]
        }
        Happening::CategoryEnded => vec![day_of("life-last-day", cx), Field::text(BASIS)],
        Happening::CollectorEnded => vec![day(ON, cx)],
        Happening::AsOn => vec![day_of("life-as-on", cx)],
        Happening::Person => Vec::new(),
    };
    if let (Happening::Renamed, Some(member)) = (what, subject.member()) {
        let name = &member.name;
        for (field, text) in fields.iter_mut().zip([&name.surname, &name.given, &name.patronymic]) {
            field.put(text);
        }
    }
    fields
}

/// The fields of a new family made of some members: its head, what the others are to them, where, why, from when.
fn split_fields(subject: &Subject, ticked: &[PersonId], cx: &Context) -> Vec<Field> {
    let members = ticked_members(subject, ticked);
    let names = members.iter().map(|member| member.name.full()).collect();
    let mut head = Field::choice(NEW_HEAD, names);
    let eldest = members.iter().enumerate().min_by_key(|(_, member)| member.birth.map(|birth| birth.date));
    let adult = members.iter().position(|member| is_adult(member, cx));
    let chosen = adult.or(eldest.map(|(place, _)| place)).unwrap_or(0);
    head.pick(chosen);
    let mut fields = vec![head];
    fields.extend([reasons(cx), day(ON, cx), Field::suggest(PLACE)]);
    if members.len() > 1 {
        for (id, member) in THEIR.iter().zip(&members) {
            let relation = in_new_family(members[chosen], member);
            fields.push(relation_field(id, relation, cx).labelled(member.name.given.clone()));
        }
    }
    fields
}

/// The ticked as members, in the order of the card.
pub(super) fn ticked_members<'a>(subject: &'a Subject, ticked: &[PersonId]) -> Vec<&'a Member> {
    subject.card.members.iter().filter(|member| ticked.contains(&member.person)).collect()
}

/// What a member of the old family is to the head of the new one. Where it does not follow from what both were, "other".
pub(super) fn in_new_family(head: &Member, member: &Member) -> Relation {
    use Relation::{Daughter, Father, Mother, Other, Son, Spouse};
    if head.person == member.person {
        return Relation::Head;
    }
    match (head.relation, member.relation) {
        // Seen by the head of before as they were.
        (Relation::Head, was) => was,
        (_, Relation::Head) => turned(head.relation, member.sex),
        // The children of one parent are mostly those of the other.
        (Spouse, Son | Daughter | Relation::FosterChild | Relation::Ward) => member.relation,
        (Son | Daughter, Spouse) => match member.sex {
            Some(crate::domain::person::Sex::Male) => Father,
            Some(crate::domain::person::Sex::Female) => Mother,
            None => Other,
        },
        (Mother, Father) | (Father, Mother) => Spouse,
        _ => Other,
    }
}

fn is_adult(member: &Member, cx: &Context) -> bool {
    member.birth.is_none_or(|birth| !birth.is_child_on(cx.today()))
}

/// What somebody who joins mostly is: a child by their age and sex, else nothing that can be guessed.
fn joined_as(picked: Option<&Whom>, cx: &Context) -> Relation {
    let Some(found) = picked else { return Relation::Other };
    let is_child = found.birth.is_some_and(|birth| birth.is_child_on(cx.today()));
    match crate::domain::name::sex_of_patronymic(&found.name.patronymic) {
        Some(crate::domain::person::Sex::Male) if is_child => Relation::Son,
        Some(crate::domain::person::Sex::Female) if is_child => Relation::Daughter,
        _ => Relation::Other,
    }
}

/// A date that is today until another is typed.
fn day(id: &'static str, cx: &Context) -> Field {
    let mut field = Field::text(id);
    field.put(&date::show(cx.today()));
    field
}

/// The day of a change that does not begin on it, under its own label.
fn day_of(label: &str, cx: &Context) -> Field {
    day(ON, cx).labelled(cx.t(label))
}

fn words(cx: &Context, ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| cx.t(id)).collect()
}

/// The options of a choice in the language of now; none where they are names of people.
pub(super) fn options(id: &str, cx: &Context) -> Option<Vec<String>> {
    match id {
        REASON => Some(leave_reasons(cx)),
        CLOSE_REASON => Some(close_reasons(cx)),
        STAYS => Some(words(cx, &["life-stays-leaves", "life-stays-both"])),
        KIND => Some(address_kinds(cx)),
        RELATION | FORMER_IS => Some(relations(cx)),
        id if THEIR.contains(&id) => Some(relations(cx)),
        _ => None,
    }
}

fn relations(cx: &Context) -> Vec<String> {
    RELATIONS.iter().map(|one| relation_word(*one, None, cx)).collect()
}

fn address_kinds(cx: &Context) -> Vec<String> {
    AddressKind::ALL.iter().map(|kind| cx.t(&format!("address-{}", kind.code()))).collect()
}

fn leave_reasons(cx: &Context) -> Vec<String> {
    LeaveReason::CHOICES.iter().map(|reason| cx.texts.code("leave-reason", reason.code())).collect()
}

fn close_reasons(cx: &Context) -> Vec<String> {
    CloseReason::CHOICES.iter().map(|reason| cx.texts.code("close-reason", reason.code())).collect()
}

fn reasons(cx: &Context) -> Field {
    let mut field = Field::choice(REASON, leave_reasons(cx));
    // Nothing is said of a family that nobody said: until a reason is picked it is another one.
    field.pick(LeaveReason::CHOICES.iter().position(|reason| *reason == LeaveReason::Other).unwrap_or(0));
    field
}

fn relation_field(id: &'static str, relation: Relation, cx: &Context) -> Field {
    let mut field = Field::choice(id, relations(cx));
    field.pick(RELATIONS.iter().position(|one| *one == relation).unwrap_or(0));
    field
}

/// The choice of the next head, the eldest grown-up first chosen; none where nobody has to be named.
pub(super) fn heads_field(
    id: &'static str,
    choices: &[(PersonId, PersonName)],
    subject: &Subject,
    cx: &Context,
) -> Option<Field> {
    if choices.is_empty() {
        return None;
    }
    let mut field = Field::choice(id, choices.iter().map(|(_, name)| name.full()).collect());
    let member = |person: PersonId| subject.card.members.iter().find(|member| member.person == person);
    let adult = |(person, _): &(PersonId, PersonName)| member(*person).is_none_or(|member| is_adult(member, cx));
    field.pick(choices.iter().position(adult).unwrap_or(0));
    Some(field)
}
