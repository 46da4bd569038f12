//! What a person decided about probable duplicates, laid over the batch: the same, another person, or left out.
//!
//! Pure. The same person twice in a file becomes one row of the batch; where the two rows stand in two families of several people, one
//! person stands in both. Somebody who is on the register already brings the register's id, and the family is theirs.

use crate::domain::address::Address;
use crate::domain::draft::{FamilyDraft, MemberDraft, SingleDraft};
use crate::domain::family::Relation;
use crate::domain::id::FamilyId;
use crate::domain::merge;
use crate::office::{Alike, AlikeTo, ImportBatch};
use std::collections::HashMap;

/// What was decided about a probable duplicate.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Choice {
    /// The same person.
    Same,
    /// Another person, though alike.
    New,
    /// The row is left out.
    Skip,
}

/// A batch as the choices leave it.
#[derive(Default, Debug)]
pub struct Settled {
    /// What goes into the register.
    pub batch: ImportBatch,
    /// Families of the batch that are on the register under another key.
    pub joined: HashMap<usize, FamilyId>,
    /// Rows of each family's members, then of each person without one.
    pub rows: Vec<Vec<usize>>,
}

/// A place in a batch: the family (or the person without one, counted behind the families) and the member.
type Place = (usize, usize);

struct Settling {
    families: Vec<(FamilyDraft, Vec<Option<MemberDraft>>)>,
    singles: Vec<(Address, Option<MemberDraft>)>,
    joined: HashMap<usize, (Relation, FamilyId)>,
    moved: HashMap<Place, Place>,
}

/// Lays the choices over a batch. Duplicates without a choice stay as they are.
pub fn settle(batch: ImportBatch, rows: &[Vec<usize>], choices: &[(&Alike, Choice)]) -> Settled {
    let ImportBatch { families, singles, undated } = batch;
    let mut settling = Settling {
        families: families
            .into_iter()
            .map(|mut family| {
                let members = std::mem::take(&mut family.members).into_iter().map(Some).collect();
                (family, members)
            })
            .collect(),
        singles: singles.into_iter().map(|single| (single.address, Some(single.person))).collect(),
        joined: HashMap::new(),
        moved: HashMap::new(),
    };
    let place = |alike: &Alike| (alike.family, alike.member);
    let mut ordered: Vec<&(&Alike, Choice)> = choices.iter().collect();
    ordered.sort_by_key(|(alike, _)| place(alike));
    for (alike, choice) in &ordered {
        match (choice, &alike.with) {
            (Choice::Skip, _) => drop(settling.take(place(alike))),
            (Choice::Same, AlikeTo::Person { person, family, .. }) => {
                if let Some(member) = settling.member(place(alike)) {
                    member.person = Some(*person);
                    let relation = member.relation;
                    if let Some(family) = family {
                        settling.join(alike.family, relation, *family);
                    }
                }
            }
            (Choice::New | Choice::Same, _) => {}
        }
    }
    for (alike, choice) in ordered {
        if let (Choice::Same, AlikeTo::Row { family, member }) = (choice, &alike.with) {
            settling.unite(place(alike), (*family, *member));
        }
    }
    settling.finish(rows, &undated)
}

impl Settling {
    fn slot(&mut self, (family, member): Place) -> Option<&mut Option<MemberDraft>> {
        match family.checked_sub(self.families.len()) {
            Some(single) => self.singles.get_mut(single).map(|(_, person)| person),
            None => self.families.get_mut(family)?.1.get_mut(member),
        }
    }

    fn member(&mut self, place: Place) -> Option<&mut MemberDraft> {
        self.slot(place)?.as_mut()
    }

    fn take(&mut self, place: Place) -> Option<MemberDraft> {
        self.slot(place)?.take()
    }

    /// The family is one of the register's: the head's, else that of the first who is known.
    fn join(&mut self, family: usize, relation: Relation, known: FamilyId) {
        let is_better = |held: &(Relation, FamilyId)| held.0 != Relation::Head && relation == Relation::Head;
        if family < self.families.len() && self.joined.get(&family).is_none_or(is_better) {
            self.joined.insert(family, (relation, known));
        }
    }

    /// Two rows are one person: the earlier one stays.
    fn unite(&mut self, later: Place, earlier: Place) {
        let mut root = earlier;
        while let Some(next) = self.moved.get(&root) {
            root = *next;
        }
        let Some(first) = self.member(root).map(|member| member.clone()) else { return };
        let company = match self.families.get(later.0) {
            Some((_, members)) => members.iter().flatten().count(),
            None => 1,
        };
        if company > 1 && later.0 != root.0 {
            if let Some(member) = self.member(later) {
                (member.key, member.person) = (first.key, first.person.or(member.person));
                (member.name, member.birth) = (first.name, first.birth.or(member.birth));
            }
            return;
        }
        let address = self.address(later.0).cloned().unwrap_or_default();
        let Some(mut second) = self.take(later) else { return };
        self.moved.insert(later, root);
        let is_head = second.relation == Relation::Head && later.0 == root.0;
        (second.key, second.relation) = (None, if is_head { Relation::Head } else { Relation::Other });
        if let Some(member) = self.member(root) {
            *member = merge::overlay_member(member, &second);
        }
        if let Some(stored) = self.address(root.0)
            && stored.is_empty()
        {
            *stored = address;
        }
    }

    fn address(&mut self, family: usize) -> Option<&mut Address> {
        match family.checked_sub(self.families.len()) {
            Some(single) => self.singles.get_mut(single).map(|(address, _)| address),
            None => self.families.get_mut(family).map(|(family, _)| &mut family.actual),
        }
    }

    /// What is left: families without anybody go, whoever stands first is the head where the head went.
    fn finish(self, rows: &[Vec<usize>], undated: &[usize]) -> Settled {
        let mut settled = Settled::default();
        let mut single_rows = Vec::new();
        let families = self.families.len();
        for (place, (mut family, members)) in self.families.into_iter().enumerate() {
            let mut of_family = Vec::new();
            for (member, row) in members.into_iter().zip(rows.get(place).into_iter().flatten()) {
                if let Some(member) = member {
                    family.members.push(member);
                    of_family.push(*row);
                }
            }
            if family.members.iter().all(|member| member.relation != Relation::Head)
                && let Some(first) = family.members.first_mut()
            {
                first.relation = Relation::Head;
            }
            if family.members.is_empty() {
                continue;
            }
            let now = settled.batch.families.len();
            if undated.contains(&place) {
                settled.batch.undated.push(now);
            }
            if let Some((_, known)) = self.joined.get(&place) {
                settled.joined.insert(now, *known);
            }
            settled.batch.families.push(family);
            settled.rows.push(of_family);
        }
        for (place, (address, person)) in self.singles.into_iter().enumerate() {
            if let Some(person) = person {
                settled.batch.singles.push(SingleDraft { person, address });
                single_rows.push(rows.get(families + place).cloned().unwrap_or_default());
            }
        }
        settled.rows.extend(single_rows);
        settled
    }
}
