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
    let mut conflicts = Vec::new();
    let mut merged = fields::merge_family(base, mine, theirs, &mut conflicts);
    merged.members = merge_members(&base.members, &mine.members, &theirs.members, &mut conflicts);
    if let Some(second) = second_head(mine, theirs, &merged) {
        conflicts.push(second);
    }
    (merged, conflicts)
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
    conflicts: &mut Vec<Conflict>,
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
            (Some(old), Some(their)) => merged.push(fields::merge_member(old, my, their, conflicts)),
            // Added by me alone.
            (None, None) => merged.push(my.clone()),
            // Added by both: neither desk changed anything that stood before.
            (None, Some(their)) => {
                let blank = MemberDraft { person: my.person, ..MemberDraft::new(Relation::Other) };
                merged.push(fields::merge_member(&blank, my, their, conflicts));
            }
            // Removed there: fine if I left the member alone.
            (Some(old), None) => {
                if fields::differ(old, my) {
                    conflicts.push(gone(my.person, my.name.full(), String::new()));
                }
            }
        }
    }
    for their in theirs.iter().filter(|their| counterpart(mine, their).is_none()) {
        match counterpart(base, their) {
            None => merged.push(their.clone()),
            // Removed by me: fine if the other desk left the member alone.
            Some(old) => {
                if fields::differ(old, their) {
                    conflicts.push(gone(their.person, String::new(), their.name.full()));
                }
            }
        }
    }
    merged
}

fn gone(person: Option<PersonId>, mine: String, theirs: String) -> Conflict {
    Conflict { person, field: MEMBER.to_owned(), mine, theirs }
}

/// Each desk made another member the head: no field of one person was changed by both, yet a family has one head.
fn second_head(mine: &FamilyDraft, theirs: &FamilyDraft, merged: &FamilyDraft) -> Option<Conflict> {
    let heads = |family: &FamilyDraft| family.members.iter().filter(|member| member.relation == Relation::Head).count();
    if heads(merged) < 2 || heads(mine) != 1 || heads(theirs) != 1 {
        return None;
    }
    let their_head = theirs.members.iter().find(|member| member.relation == Relation::Head)?;
    let my_word = counterpart(&mine.members, their_head).map_or("", |member| member.relation.code());
    Some(Conflict {
        person: their_head.person,
        field: "relation".to_owned(),
        mine: my_word.to_owned(),
        theirs: Relation::Head.code().to_owned(),
    })
}

#[cfg(test)]
mod tests;
