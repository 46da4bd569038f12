//! Two values of one field: whether they say the same, which is offered and why, and what comes of the choice.

use super::{Choice, Couple, Field, Row, Side, Union, Whose, Why, address_of};
use crate::domain::address::Address;
use crate::domain::category::Category;
use crate::domain::document::Document;
use crate::domain::draft::{FamilyDraft, MemberDraft};
use crate::domain::person::Precision;
use crate::domain::phone::Phone;

/// Whether both say the same, and what is offered where they do not.
type Compared = (bool, (Choice, Why));

const LEFT: Choice = Choice::One(Side::Left);
const RIGHT: Choice = Choice::One(Side::Right);

/// One side where the other has nothing; none where neither has.
fn only(is_left_empty: bool, is_right_empty: bool, otherwise: impl FnOnce() -> Compared) -> Option<Compared> {
    match (is_left_empty, is_right_empty) {
        (true, true) => None,
        (true, false) => Some((false, (RIGHT, Why::Only))),
        (false, true) => Some((false, (LEFT, Why::Only))),
        (false, false) => Some(otherwise()),
    }
}

impl Union {
    /// Both values of a field; none where neither side says anything.
    pub(super) fn compared(&self, whose: Whose, field: Field) -> Option<Compared> {
        match whose {
            Whose::Family => self.of_family(field),
            Whose::Couple(place) => {
                let couple = *self.couples.get(place)?;
                self.of_person(self.member(couple, Side::Left)?, self.member(couple, Side::Right)?, field)
            }
        }
    }

    /// The entry that was written down later.
    fn newer(&self) -> (Choice, Why) {
        match self.left.registered_on.cmp(&self.right.registered_on) {
            std::cmp::Ordering::Less => (RIGHT, Why::Newer),
            std::cmp::Ordering::Greater => (LEFT, Why::Newer),
            std::cmp::Ordering::Equal => (Choice::One(self.kept), Why::Kept),
        }
    }

    fn of_family(&self, field: Field) -> Option<Compared> {
        let (left, right) = (&self.left, &self.right);
        match field {
            Field::RegisteredOn => {
                let earlier = if right.registered_on < left.registered_on { RIGHT } else { LEFT };
                Some((left.registered_on == right.registered_on, (earlier, Why::Earlier)))
            }
            Field::ClosedOn => match (left.closed_on, right.closed_on) {
                (None, None) => None,
                (None, Some(_)) => Some((false, (LEFT, Why::Open))),
                (Some(_), None) => Some((false, (RIGHT, Why::Open))),
                (Some(one), Some(other)) => {
                    Some((one == other, if other > one { (RIGHT, Why::Newer) } else { (LEFT, Why::Newer) }))
                }
            },
            Field::Address(kind) => {
                let (one, other) = (left.address(kind), right.address(kind));
                only(one.is_empty(), other.is_empty(), || {
                    let offered = match parts(one).cmp(&parts(other)) {
                        std::cmp::Ordering::Less => (RIGHT, Why::Fuller),
                        std::cmp::Ordering::Greater => (LEFT, Why::Fuller),
                        std::cmp::Ordering::Equal => self.newer(),
                    };
                    (one.line() == other.line() && one.district == other.district, offered)
                })
            }
            Field::FamilyCategories => sets(&left.categories, &right.categories),
            _ => None,
        }
    }

    fn of_person(&self, left: &MemberDraft, right: &MemberDraft, field: Field) -> Option<Compared> {
        let texts = |one: &str, other: &str| {
            only(one.is_empty(), other.is_empty(), || (one == other, self.fuller_name((one, left), (other, right))))
        };
        match field {
            Field::Relation => Some((left.relation == right.relation, (Choice::One(self.kept), Why::Kept))),
            Field::Surname => texts(&left.name.surname, &right.name.surname),
            Field::Given => texts(&left.name.given, &right.name.given),
            Field::Patronymic => texts(&left.name.patronymic, &right.name.patronymic),
            Field::Sex => {
                only(left.sex.is_none(), right.sex.is_none(), || (left.sex == right.sex, self.by_papers(left, right)))
            }
            Field::Birth => only(left.birth.is_none(), right.birth.is_none(), || {
                let is_whole =
                    |member: &MemberDraft| member.birth.is_some_and(|birth| birth.precision == Precision::Day);
                let offered = match (is_whole(left), is_whole(right)) {
                    (true, false) => (LEFT, Why::Fuller),
                    (false, true) => (RIGHT, Why::Fuller),
                    _ => self.by_papers(left, right),
                };
                (left.birth == right.birth, offered)
            }),
            Field::Phones => sets(&left.phones, &right.phones),
            Field::Papers => sets(&left.documents, &right.documents),
            Field::Categories => sets(&left.categories, &right.categories),
            Field::Consent => {
                only(left.consent.is_none(), right.consent.is_none(), || (left.consent == right.consent, self.newer()))
            }
            Field::Note => only(left.note.is_empty(), right.note.is_empty(), || {
                (left.note == right.note, (Choice::Both, Why::Both))
            }),
            _ => None,
        }
    }

    /// A whole name before an initial; else the one that was written down with papers at hand.
    fn fuller_name(&self, (one, left): (&str, &MemberDraft), (other, right): (&str, &MemberDraft)) -> (Choice, Why) {
        let initial = |name: &str| name.trim_end_matches('.').chars().count() == 1;
        match (initial(one), initial(other)) {
            (true, false) => (RIGHT, Why::Fuller),
            (false, true) => (LEFT, Why::Fuller),
            _ => self.documented(left, right),
        }
    }

    /// The side where the person's papers are: whoever had them at hand copied from them. Else the later one, which was asked for again.
    fn documented(&self, left: &MemberDraft, right: &MemberDraft) -> (Choice, Why) {
        match (left.documents.is_empty(), right.documents.is_empty()) {
            (false, true) => (LEFT, Why::Documented),
            (true, false) => (RIGHT, Why::Documented),
            _ => self.newer(),
        }
    }

    /// The side with which the papers of both agree.
    fn by_papers(&self, left: &MemberDraft, right: &MemberDraft) -> (Choice, Why) {
        let papers = || left.documents.iter().chain(&right.documents);
        let against =
            |side: &MemberDraft| papers().filter(|paper| !paper.warnings(side.birth, side.sex).is_empty()).count();
        match against(left).cmp(&against(right)) {
            std::cmp::Ordering::Less => (LEFT, Why::Papers),
            std::cmp::Ordering::Greater => (RIGHT, Why::Papers),
            std::cmp::Ordering::Equal => self.documented(left, right),
        }
    }

    pub(super) fn settle_family(&self, draft: &mut FamilyDraft, row: Row) {
        let (left, right) = (&self.left, &self.right);
        match (row.field, row.differ) {
            (Field::FamilyCategories, Some((choice, _))) => {
                draft.categories = settled(choice, self.kept, &left.categories, &right.categories);
            }
            (field, Some((Choice::One(side), _))) => {
                let from = self.side(side);
                match field {
                    Field::RegisteredOn => draft.registered_on = from.registered_on,
                    Field::ClosedOn => draft.closed_on = from.closed_on,
                    Field::Address(kind) => address_of(draft, kind).clone_from(from.address(kind)),
                    _ => {}
                }
            }
            (_, None | Some((Choice::Both, _))) => {}
        }
    }

    pub(super) fn settle_member(&self, member: &mut MemberDraft, couple: Couple, row: Row) {
        let (Some(left), Some(right)) = (self.member(couple, Side::Left), self.member(couple, Side::Right)) else {
            return;
        };
        let Some((choice, _)) = row.differ else { return };
        match row.field {
            Field::Phones => member.phones = settled(choice, self.kept, &left.phones, &right.phones),
            Field::Papers => member.documents = settled(choice, self.kept, &left.documents, &right.documents),
            Field::Categories => member.categories = settled(choice, self.kept, &left.categories, &right.categories),
            Field::Note => {
                let (first, second) = if self.kept == Side::Left { (left, right) } else { (right, left) };
                member.note = match choice {
                    Choice::One(Side::Left) => left.note.clone(),
                    Choice::One(Side::Right) => right.note.clone(),
                    Choice::Both => [first.note.as_str(), second.note.as_str()].join("\n").trim().to_owned(),
                };
            }
            field => {
                let from = if choice == LEFT { left } else { right };
                match field {
                    Field::Relation => member.relation = from.relation,
                    Field::Surname => member.name.surname.clone_from(&from.name.surname),
                    Field::Given => member.name.given.clone_from(&from.name.given),
                    Field::Patronymic => member.name.patronymic.clone_from(&from.name.patronymic),
                    Field::Sex => member.sex = from.sex,
                    Field::Birth => member.birth = from.birth,
                    Field::Consent => member.consent.clone_from(&from.consent),
                    _ => {}
                }
            }
        }
    }
}

/// How much an address says.
fn parts(address: &Address) -> usize {
    [&address.settlement, &address.district, &address.street, &address.building, &address.flat]
        .into_iter()
        .filter(|part| !part.is_empty())
        .count()
        + usize::from(address.settlement_code.is_some())
}

/// An element of a set.
trait Element: Clone + PartialEq {
    /// Whether this one says all that the other says.
    fn covers(&self, other: &Self) -> bool;
}

impl Element for Phone {
    fn covers(&self, other: &Self) -> bool {
        self.settled == other.settled
    }
}

impl Element for Document {
    fn covers(&self, other: &Self) -> bool {
        self.kind == other.kind && self.number == other.number
    }
}

impl Element for Category {
    fn covers(&self, other: &Self) -> bool {
        self.code == other.code
            && (self == other
                || other.since.is_none() && other.until.is_none() && other.basis.is_empty()
                || self.since == other.since && self.until == other.until && other.basis.is_empty())
    }
}

fn covered<T: Element>(set: &[T], by: &[T]) -> bool {
    set.iter().all(|one| by.iter().any(|other| other.covers(one)))
}

fn sets<T: Element>(left: &[T], right: &[T]) -> Option<Compared> {
    only(left.is_empty(), right.is_empty(), || {
        (covered(left, right) && covered(right, left), (Choice::Both, Why::Both))
    })
}

/// The chosen elements, those of the entry that stays first.
fn settled<T: Element>(choice: Choice, kept: Side, left: &[T], right: &[T]) -> Vec<T> {
    let (first, second) = if kept == Side::Left { (left, right) } else { (right, left) };
    match choice {
        Choice::One(Side::Left) => left.to_vec(),
        Choice::One(Side::Right) => right.to_vec(),
        Choice::Both => {
            let mut all: Vec<T> = Vec::new();
            for one in first.iter().chain(second) {
                if all.iter().any(|there| there.covers(one)) {
                    continue;
                }
                all.retain(|there| !one.covers(there));
                all.push(one.clone());
            }
            all
        }
    }
}
