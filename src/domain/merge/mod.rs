//! Three-way merge of a corrected family: what the form opened with, what it was left with, what the store holds now.
//!
//! Two desks may change different fields of one card and both are kept; the same field changed by both to different values is a
//! conflict that a person decides. Nothing is ever overwritten silently.
//!
//! Phones, papers and categories are sets: each desk's additions and removals stand beside the other's. Only one and the same
//! element changed by both to different things (a category ended on two different days) is a conflict.

mod fields;
mod overlay;
mod sets;

pub use overlay::{overlay, overlay_address, overlay_member};

use crate::domain::draft::{FamilyDraft, MemberDraft};
use crate::domain::family::Relation;
use crate::domain::id::PersonId;
use serde::{Deserialize, Serialize};

/// The word of a whole member coming or going.
const MEMBER: &str = "member";

/// One field that changed, for journal, history and conflicts. Values are written as people read them; empty means "nothing".
///
/// Dates are `dd.mm.yyyy`. Sex, relation and consent on the ground of law are their codes (`f`, `son`, `law`); a paper and a
/// category begin with theirs (`passport КС 123456`, `displaced 24.02.2022–31.12.2025`): the screen says codes in its language.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Change {
    /// Whose field; none for the family's own and for a member who is not on the register yet.
    pub person: Option<PersonId>,
    /// The field's word, which is also its message id suffix (`field-surname`).
    pub field: String,
    /// What it was.
    pub before: String,
    /// What it is.
    pub after: String,
}

/// A field that both changed, each to another value. Values are written as in [`Change`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Conflict {
    /// Whose field; none for the family's own.
    pub person: Option<PersonId>,
    /// The field's word.
    pub field: String,
    /// What this desk wants.
    pub mine: String,
    /// What the other desk saved.
    pub theirs: String,
}

/// Whose value of a field stands that both desks changed.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Side {
    /// What the other desk saved: it is on the register already, so it stands until somebody decides otherwise.
    #[default]
    Theirs,
    /// What this desk wants.
    Mine,
}

/// Hears every conflict in turn and says which side stands.
struct Judge<'a> {
    sides: &'a [Side],
    /// What stands where nothing was decided.
    otherwise: Side,
    found: Vec<Conflict>,
}

impl Judge<'_> {
    fn decide(&mut self, conflict: Conflict) -> Side {
        let side = self.sides.get(self.found.len()).copied().unwrap_or(self.otherwise);
        self.found.push(conflict);
        side
    }
}

/// What changed from `before` to `after`, field by field, members matched by person.
///
/// A member who came or went is one change, `member`, with the full name. The order of phones is a change, since the first is the
/// one to call; the order of papers, categories and members is none.
pub fn changes(before: &FamilyDraft, after: &FamilyDraft) -> Vec<Change> {
    let mut found = Vec::new();
    fields::family_changes(before, after, &mut found);
    for old in &before.members {
        match counterpart(&after.members, old) {
            Some(new) => fields::member_changes(old, new, &mut found),
            None => found.push(Change {
                person: old.person,
                field: MEMBER.to_owned(),
                before: old.name.full(),
                after: String::new(),
            }),
        }
    }
    let came = after.members.iter().filter(|new| counterpart(&before.members, new).is_none());
    found.extend(came.map(|new| Change {
        person: new.person,
        field: MEMBER.to_owned(),
        before: String::new(),
        after: new.name.full(),
    }));
    found
}

/// The family with my changes (from `base` to `mine`) laid over what is stored now (`theirs`).
///
/// Members stand in my order, then those whom the other desk added. Errors: every conflict, for a person to decide; then nothing
/// is merged.
pub fn merge(base: &FamilyDraft, mine: &FamilyDraft, theirs: &FamilyDraft) -> Result<FamilyDraft, Vec<Conflict>> {
    if mine == base {
        return Ok(theirs.clone());
    }
    if theirs == base || theirs == mine {
        return Ok(mine.clone());
    }
    let (merged, conflicts) = combine(base, mine, theirs);
    if conflicts.is_empty() { Ok(merged) } else { Err(conflicts) }
}

/// As [`merge`], but where both changed a field mine stands: what a person who has read the conflicts may choose. With `mine` and
/// `theirs` exchanged it is the other choice.
pub fn combine(base: &FamilyDraft, mine: &FamilyDraft, theirs: &FamilyDraft) -> (FamilyDraft, Vec<Conflict>) {
    judged(base, mine, theirs, Judge { sides: &[], otherwise: Side::Mine, found: Vec::new() })
}

/// As [`combine`], each conflict decided by itself: `sides` stand in the order in which [`combine`] tells the conflicts, and what
/// is not among them stays theirs.
pub fn settle(base: &FamilyDraft, mine: &FamilyDraft, theirs: &FamilyDraft, sides: &[Side]) -> FamilyDraft {
    judged(base, mine, theirs, Judge { sides, otherwise: Side::Theirs, found: Vec::new() }).0
}

fn judged(
    base: &FamilyDraft,
    mine: &FamilyDraft,
    theirs: &FamilyDraft,
    mut judge: Judge<'_>,
) -> (FamilyDraft, Vec<Conflict>) {
    let mut merged = fields::merge_family(base, mine, theirs, &mut judge);
    merged.members = merge_members(&base.members, &mine.members, &theirs.members, &mut judge);
    one_head(mine, theirs, &mut merged, &mut judge);
    (merged, judge.found)
}

/// The same member in another draft: by person; one who is not on the register yet only by being the very same.
fn counterpart<'a>(members: &'a [MemberDraft], wanted: &MemberDraft) -> Option<&'a MemberDraft> {
    members.iter().find(|member| match (member.person, wanted.person) {
        (Some(one), Some(other)) => one == other,
        (None, None) => *member == wanted,
        _ => false,
    })
}

fn merge_members(
    base: &[MemberDraft],
    mine: &[MemberDraft],
    theirs: &[MemberDraft],
    judge: &mut Judge<'_>,
) -> Vec<MemberDraft> {
    if mine == base {
        return theirs.to_vec();
    }
    if theirs == base {
        return mine.to_vec();
    }
    let mut merged = Vec::new();
    for my in mine {
        match (counterpart(base, my), counterpart(theirs, my)) {
            (Some(old), Some(their)) => merged.push(fields::merge_member(old, my, their, judge)),
            // Added by me alone.
            (None, None) => merged.push(my.clone()),
            // Added by both: neither desk changed anything that stood before.
            (None, Some(their)) => {
                let blank = MemberDraft { person: my.person, ..MemberDraft::new(Relation::Other) };
                merged.push(fields::merge_member(&blank, my, their, judge));
            }
            // Removed there: fine if I left the member alone.
            (Some(old), None) => {
                let is_mine =
                    |judge: &mut Judge<'_>| judge.decide(gone(my.person, my.name.full(), String::new())) == Side::Mine;
                if fields::differ(old, my) && is_mine(judge) {
                    merged.push(my.clone());
                }
            }
        }
    }
    for their in theirs.iter().filter(|their| counterpart(mine, their).is_none()) {
        match counterpart(base, their) {
            None => merged.push(their.clone()),
            // Removed by me: fine if the other desk left the member alone.
            Some(old) => {
                let is_theirs = |judge: &mut Judge<'_>| {
                    judge.decide(gone(their.person, String::new(), their.name.full())) == Side::Theirs
                };
                if fields::differ(old, their) && is_theirs(judge) {
                    merged.push(their.clone());
                }
            }
        }
    }
    merged
}

fn gone(person: Option<PersonId>, mine: String, theirs: String) -> Conflict {
    Conflict { person, field: MEMBER.to_owned(), mine, theirs }
}

/// Each desk made another member the head: no field of one person was changed by both, yet a family has one head. Whoever is not it
/// is what the other side says of them.
fn one_head(mine: &FamilyDraft, theirs: &FamilyDraft, merged: &mut FamilyDraft, judge: &mut Judge<'_>) {
    let heads = |family: &FamilyDraft| family.members.iter().filter(|member| member.relation == Relation::Head).count();
    if heads(merged) < 2 || heads(mine) != 1 || heads(theirs) != 1 {
        return;
    }
    let head = |family: &FamilyDraft| family.members.iter().find(|member| member.relation == Relation::Head).cloned();
    let (Some(my_head), Some(their_head)) = (head(mine), head(theirs)) else { return };
    let word =
        |family: &FamilyDraft, who: &MemberDraft| counterpart(&family.members, who).map(|member| member.relation);
    let conflict = Conflict {
        person: their_head.person,
        field: "relation".to_owned(),
        mine: word(mine, &their_head).map_or("", Relation::code).to_owned(),
        theirs: Relation::Head.code().to_owned(),
    };
    let (yields, says) = match judge.decide(conflict) {
        Side::Mine => (their_head, mine),
        Side::Theirs => (my_head, theirs),
    };
    let relation = word(says, &yields).filter(|relation| *relation != Relation::Head).unwrap_or(Relation::Other);
    let is_they = |member: &&mut MemberDraft| member.person == yields.person && member.name == yields.name;
    if let Some(member) = merged.members.iter_mut().find(is_they) {
        member.relation = relation;
    }
}

#[cfg(test)]
mod tests;
