//! Two entries of the register that are one family (or one person) in life, side by side on their way to becoming one.
//!
//! Owns the choice: which entry stays, who in the one is who in the other, and for each field which of two values is right. What is
//! the same needs no choice; what is only on one side is kept; of two different values the fuller one is offered, with the reason,
//! and whoever merges may choose the other. Phones, papers, categories and notes are kept from both sides unless somebody says otherwise.
//! Nobody is lost: whoever has no like in the other entry is a member of the merged family.
//!
//! Pure: both entries come in as drafts of what the asker sees, the draft of what shall be goes out. Who writes it is `office`.

mod choice;
mod pairing;
#[cfg(test)]
mod tests;

pub use pairing::most_like;

use crate::domain::address::{Address, AddressKind};
use crate::domain::draft::{FamilyDraft, MemberDraft, SingleDraft};
use crate::domain::family::Relation;
use crate::domain::id::PersonId;
use std::collections::BTreeMap;

/// Which of the two.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Side {
    /// The one shown on the left.
    Left,
    /// The one shown on the right.
    Right,
}

impl Side {
    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

/// A field of a family or of a person.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Field {
    /// First day on the register.
    RegisteredOn,
    /// Since when the entry is closed.
    ClosedOn,
    /// An address, as a whole: the street of one home with the flat of another is nobody's home.
    Address(AddressKind),
    /// Categories of the whole family.
    FamilyCategories,
    /// What the person is in the family.
    Relation,
    /// Surname.
    Surname,
    /// Given name.
    Given,
    /// Patronymic.
    Patronymic,
    /// Sex.
    Sex,
    /// Birth date.
    Birth,
    /// Phones.
    Phones,
    /// Papers.
    Papers,
    /// The person's own categories.
    Categories,
    /// Consent or another ground.
    Consent,
    /// Note.
    Note,
}

impl Field {
    const OF_FAMILY: [Self; 6] = [
        Self::RegisteredOn,
        Self::ClosedOn,
        Self::Address(AddressKind::Actual),
        Self::Address(AddressKind::Registered),
        Self::Address(AddressKind::Origin),
        Self::FamilyCategories,
    ];
    const OF_PERSON: [Self; 10] = [
        Self::Relation,
        Self::Surname,
        Self::Given,
        Self::Patronymic,
        Self::Sex,
        Self::Birth,
        Self::Phones,
        Self::Papers,
        Self::Categories,
        Self::Consent,
    ];

    /// The word of the field's name among the texts (`field-birth-date`).
    pub fn code(self) -> &'static str {
        match self {
            Self::RegisteredOn => "registered_on",
            Self::ClosedOn => "closed_on",
            Self::Address(AddressKind::Actual) => "actual",
            Self::Address(AddressKind::Registered) => "registered",
            Self::Address(AddressKind::Origin) => "origin",
            Self::FamilyCategories | Self::Categories => "category",
            Self::Relation => "relation",
            Self::Surname => "surname",
            Self::Given => "given_name",
            Self::Patronymic => "patronymic",
            Self::Sex => "sex",
            Self::Birth => "birth_date",
            Self::Phones => "phone",
            Self::Papers => "document",
            Self::Consent => "consent",
            Self::Note => "note",
        }
    }

    /// Whether both values can be kept at once.
    pub fn holds_both(self) -> bool {
        matches!(self, Self::FamilyCategories | Self::Phones | Self::Papers | Self::Categories | Self::Note)
    }
}

/// What of two values shall be.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Choice {
    /// The value of one side.
    One(Side),
    /// Everything of both.
    Both,
}

/// Why a value is offered.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Why {
    /// The other side has nothing.
    Only,
    /// It says more.
    Fuller,
    /// The person's papers say the same.
    Papers,
    /// The person's papers were at hand when it was written down.
    Documented,
    /// It is the earlier day.
    Earlier,
    /// An open entry stays open.
    Open,
    /// It was written down later.
    Newer,
    /// It is that of the entry that stays.
    Kept,
    /// Both are kept.
    Both,
    /// Somebody chose it.
    Chosen,
}

impl Why {
    /// The reason's word among the texts (`merge-why-fuller`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Only => "only",
            Self::Fuller => "fuller",
            Self::Papers => "papers",
            Self::Documented => "documented",
            Self::Earlier => "earlier",
            Self::Open => "open",
            Self::Newer => "newer",
            Self::Kept => "kept",
            Self::Both => "both",
            Self::Chosen => "chosen",
        }
    }
}

/// Whose field a row is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Whose {
    /// The family's own.
    Family,
    /// Of the person who is both; their place in [`Union::couples`].
    Couple(usize),
}

/// A field with both its values compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Row {
    /// Whose.
    pub whose: Whose,
    /// Which.
    pub field: Field,
    /// None where both say the same.
    pub differ: Option<(Choice, Why)>,
}

/// Who in one entry is who in the other, by their places among the members; one of the two may be missing, never both.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Couple {
    /// On the left.
    pub left: Option<usize>,
    /// On the right.
    pub right: Option<usize>,
}

impl Couple {
    /// Whether somebody stands on both sides.
    pub fn is_whole(self) -> bool {
        self.left.is_some() && self.right.is_some()
    }

    /// The place on that side.
    pub fn on(self, side: Side) -> Option<usize> {
        match side {
            Side::Left => self.left,
            Side::Right => self.right,
        }
    }
}

/// What is merged.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Families,
    /// Two people without their families: a single visitor and a member, or somebody written down twice in one family.
    People,
}

/// Two entries on their way to becoming one.
#[derive(Clone, PartialEq, Debug)]
pub struct Union {
    kind: Kind,
    left: FamilyDraft,
    right: FamilyDraft,
    kept: Side,
    couples: Vec<Couple>,
    choices: BTreeMap<(Option<PersonId>, Field), Choice>,
}

/// What shall be.
#[derive(Clone, PartialEq, Debug)]
pub struct Outcome {
    /// The kept entry as it shall be.
    pub draft: FamilyDraft,
    /// People of both entries who are one: who stays and who leads there.
    pub same: Vec<(PersonId, PersonId)>,
}

impl Union {
    /// Two families. `sure` are pairs of people (of the left, of the right) that are known to be one; the rest is matched by likeness.
    pub fn of_families(left: FamilyDraft, right: FamilyDraft, kept: Side, sure: &[(PersonId, PersonId)]) -> Self {
        let couples = pairing::pair(&left.members, &right.members, sure);
        Self { kind: Kind::Families, left, right, kept, couples, choices: BTreeMap::new() }
    }

    /// Two people.
    pub fn of_people(left: SingleDraft, right: SingleDraft, kept: Side) -> Self {
        let family = |single: SingleDraft| FamilyDraft {
            actual: single.address,
            members: vec![single.person],
            ..FamilyDraft::new(chrono::NaiveDate::default())
        };
        let couples = vec![Couple { left: Some(0), right: Some(0) }];
        let (left, right) = (family(left), family(right));
        Self { kind: Kind::People, left, right, kept, couples, choices: BTreeMap::new() }
    }

    /// The same choices over both entries as another desk has left them: what was chosen stays chosen where it still differs.
    pub fn renewed(&self, mut fresh: Self) -> Self {
        fresh.kept = self.kept;
        fresh.choices.clone_from(&self.choices);
        let of = |union: &Self, couple: &Couple| Side::BOTH.map(|side| union.person(*couple, side));
        let known: Vec<[Option<PersonId>; 2]> = self.couples.iter().map(|couple| of(self, couple)).collect();
        for place in 0..fresh.couples.len() {
            let [left, right] = of(&fresh, &fresh.couples[place]);
            let was_parted = left.is_some() && right.is_some() && known.contains(&[left, None]);
            if was_parted {
                fresh.part(place);
            }
        }
        for pair in known.iter().filter(|pair| pair.iter().all(Option::is_some)) {
            let at = |side: Side, person| {
                fresh
                    .couples
                    .iter()
                    .position(|couple| couple.on(side.other()).is_none() && fresh.person(*couple, side) == person)
            };
            if let (Some(one), Some(other)) = (at(Side::Left, pair[0]), at(Side::Right, pair[1])) {
                fresh.join(one, other);
            }
        }
        fresh
    }

    /// Which entry stays.
    pub fn kept(&self) -> Side {
        self.kept
    }

    /// Lets this entry stay.
    pub fn keep(&mut self, side: Side) {
        self.kept = side;
    }

    /// Whether whole families are merged.
    pub fn is_of_families(&self) -> bool {
        self.kind == Kind::Families
    }

    /// An entry.
    pub fn side(&self, side: Side) -> &FamilyDraft {
        match side {
            Side::Left => &self.left,
            Side::Right => &self.right,
        }
    }

    /// Who is who, members of the left entry first.
    pub fn couples(&self) -> &[Couple] {
        &self.couples
    }

    /// The member of a couple on a side.
    pub fn member(&self, couple: Couple, side: Side) -> Option<&MemberDraft> {
        self.side(side).members.get(couple.on(side)?)
    }

    fn person(&self, couple: Couple, side: Side) -> Option<PersonId> {
        self.member(couple, side)?.person
    }

    /// Every field that either side has, the family's own first, then those of each person who stands on both sides.
    pub fn rows(&self) -> Vec<Row> {
        let of_family = match self.kind {
            Kind::Families => &Field::OF_FAMILY[..],
            Kind::People => &[Field::Address(AddressKind::Actual)][..],
        };
        let mut rows: Vec<Row> = of_family.iter().filter_map(|field| self.row(Whose::Family, *field)).collect();
        for (place, _) in self.couples.iter().enumerate().filter(|(_, couple)| couple.is_whole()) {
            let fields = Field::OF_PERSON.into_iter().chain([Field::Note]);
            let fields = fields.filter(|field| *field != Field::Relation || self.kind == Kind::Families);
            rows.extend(fields.filter_map(|field| self.row(Whose::Couple(place), field)));
        }
        rows
    }

    /// A field; none where neither side says anything.
    fn row(&self, whose: Whose, field: Field) -> Option<Row> {
        let (whole, default) = self.compared(whose, field)?;
        let chosen = self.choices.get(&(self.key(whose), field)).map(|choice| (*choice, Why::Chosen));
        let differ = (!whole).then(|| chosen.filter(|(choice, _)| *choice != default.0).unwrap_or(default));
        Some(Row { whose, field, differ })
    }

    fn key(&self, whose: Whose) -> Option<PersonId> {
        match whose {
            Whose::Family => None,
            Whose::Couple(place) => self.person(*self.couples.get(place)?, Side::Left),
        }
    }

    /// Chooses a value.
    pub fn choose(&mut self, whose: Whose, field: Field, choice: Choice) {
        if choice != Choice::Both || field.holds_both() {
            self.choices.insert((self.key(whose), field), choice);
        }
    }

    /// Says that the two of a couple are different people: both stay.
    pub fn part(&mut self, place: usize) {
        let Some(couple) = self.couples.get(place).copied().filter(|couple| couple.is_whole()) else { return };
        // Somebody who stands in both families is one person whatever is said here.
        if self.person(couple, Side::Left) == self.person(couple, Side::Right) || self.kind == Kind::People {
            return;
        }
        self.couples[place].right = None;
        self.couples.push(Couple { left: None, right: couple.right });
    }

    /// Says that somebody on the left alone and somebody on the right alone are one person.
    pub fn join(&mut self, left: usize, right: usize) {
        let (Some(one), Some(other)) = (self.couples.get(left).copied(), self.couples.get(right).copied()) else {
            return;
        };
        if one.right.is_none() && other.left.is_none() && left != right {
            self.couples[left].right = other.right;
            self.couples.remove(right);
        }
    }

    /// Whether the two of a couple are one row of the register already: a child of two homes.
    pub fn is_one_person(&self, couple: Couple) -> bool {
        couple.is_whole() && self.person(couple, Side::Left) == self.person(couple, Side::Right)
    }

    /// What shall be.
    pub fn outcome(&self) -> Outcome {
        let gone = self.kept.other();
        let mut draft = self.side(self.kept).clone();
        for row in self.rows().iter().filter(|row| row.whose == Whose::Family) {
            self.settle_family(&mut draft, *row);
        }
        let mut order: Vec<usize> = (0..self.couples.len()).collect();
        order.sort_by_key(|place| {
            let couple = self.couples[*place];
            let of = |side: Side| couple.on(side).unwrap_or(usize::MAX);
            (of(self.kept), of(gone))
        });
        let (mut members, mut same, mut heads) = (Vec::new(), Vec::new(), Vec::new());
        for place in order {
            let couple = self.couples[place];
            let Some(there) = self.member(couple, self.kept).or_else(|| self.member(couple, gone)) else { continue };
            let mut member = there.clone();
            for row in self.rows().into_iter().filter(|row| row.whose == Whose::Couple(place)) {
                self.settle_member(&mut member, couple, row);
            }
            // Sizes change with every year: the kept one's stand, and what only the other knows is added.
            if let Some(other) = self.member(couple, gone) {
                for (size, known) in
                    [(&mut member.sizes.clothes, &other.sizes.clothes), (&mut member.sizes.shoes, &other.sizes.shoes)]
                {
                    if size.is_empty() {
                        size.clone_from(known);
                    }
                }
            }
            if let (Some(keep), Some(gone)) = (self.person(couple, self.kept), self.person(couple, gone))
                && keep != gone
            {
                same.push((keep, gone));
            }
            if member.relation == Relation::Head {
                let is_chosen = self.choices.contains_key(&(self.key(Whose::Couple(place)), Field::Relation));
                heads.push((!is_chosen, couple.on(self.kept).is_none(), members.len()));
            }
            members.push(member);
        }
        if self.kind == Kind::Families {
            leave_one_head(&mut members, heads);
        }
        draft.members = members;
        Outcome { draft, same }
    }

    /// What the kept person shall be, of a merge of two people.
    pub fn single(&self) -> Option<SingleDraft> {
        let Outcome { draft, .. } = self.outcome();
        let person = draft.members.into_iter().next()?;
        Some(SingleDraft { person, address: draft.actual })
    }

    /// The head of the other entry who becomes an ordinary member, where that happens.
    pub fn former_head(&self) -> Option<MemberDraft> {
        let outcome = self.outcome();
        let head = outcome.draft.members.iter().find(|member| member.relation == Relation::Head)?.person;
        let gone = self.side(self.kept.other());
        let theirs = gone.members.iter().find(|member| member.relation == Relation::Head)?;
        let is_head = theirs.person == head
            || outcome.same.iter().any(|(keep, gone)| Some(*keep) == head && Some(*gone) == theirs.person);
        (!is_head).then(|| theirs.clone())
    }
}

impl Side {
    const BOTH: [Self; 2] = [Self::Left, Self::Right];
}

/// A family has one head: whoever was chosen, else the head of the entry that stays. The other one's relation is not guessed.
fn leave_one_head(members: &mut [MemberDraft], mut heads: Vec<(bool, bool, usize)>) {
    heads.sort_unstable();
    for (_, _, place) in heads.iter().skip(1) {
        members[*place].relation = Relation::Other;
    }
    if heads.is_empty()
        && let Some(first) = members.first_mut()
    {
        first.relation = Relation::Head;
    }
}

fn address_of(draft: &mut FamilyDraft, kind: AddressKind) -> &mut Address {
    match kind {
        AddressKind::Actual => &mut draft.actual,
        AddressKind::Registered => &mut draft.registered,
        AddressKind::Origin => &mut draft.origin,
    }
}
