//! What a role sees: one place that leaves things out of cards and drafts, and puts them back before a correction is written.
//!
//! What was left out for the asker must never look like something they removed.

use crate::domain::catalogue::Sensitive;
use crate::domain::category::{Category, CategoryCode};
use crate::domain::document::Document;
use crate::domain::draft::{FamilyDraft, MemberDraft, SingleDraft};
use crate::domain::family::{FamilyCard, Member, PersonCard};
use crate::domain::past::FormerName;
use crate::domain::phone::Phone;
use crate::domain::staff::{Right, Role};
use crate::search;
use std::sync::Arc;

/// What the asker may see beside names, ages and numbers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Sight {
    pub(super) contacts: bool,
    pub(super) notes: bool,
    pub(super) sensitive: bool,
    /// Which categories are sensitive in this office, its own ones too.
    hidden: Arc<Sensitive>,
}

impl Sight {
    /// What a role sees where these categories are sensitive.
    pub(super) fn of(role: Role, hidden: &Arc<Sensitive>) -> Self {
        Self::by(|right| role.may(right), hidden)
    }

    /// Everything but what this right opens.
    pub(super) fn without(missing: Right, hidden: &Arc<Sensitive>) -> Self {
        Self::by(|right| right != missing, hidden)
    }

    fn by(may: impl Fn(Right) -> bool, hidden: &Arc<Sensitive>) -> Self {
        Self {
            contacts: may(Right::SeeContacts),
            notes: may(Right::SeeNotes),
            sensitive: may(Right::SeeSensitive),
            hidden: Arc::clone(hidden),
        }
    }

    /// The categories that are sensitive in this office.
    pub(super) fn hidden(&self) -> &Arc<Sensitive> {
        &self.hidden
    }

    /// Whether the asker may know that somebody has this category.
    pub(super) fn sees(&self, code: &CategoryCode) -> bool {
        self.sensitive || !self.hidden.covers(code)
    }

    /// What the search index may find by.
    pub(super) fn of_search(&self) -> search::Sight {
        if self.contacts { search::Sight::Contacts } else { search::Sight::Names }
    }

    /// Leaves out of a card what the asker may not see.
    pub(super) fn narrow_card(&self, card: &mut FamilyCard) {
        if !self.contacts {
            card.addresses.clear();
            card.past.addresses.clear();
            card.past.address_since.clear();
            for collector in &mut card.past.collectors {
                collector.document.clear();
                collector.phone.clear();
                collector.note.clear();
            }
            // Words typed beside a reason may say anything.
            for closure in &mut card.past.closures {
                closure.note.clear();
                closure.reopened.clear();
            }
        }
        card.categories.retain(|category| self.sees(&category.code));
        for Member { phones, documents, note, categories, former_names, .. } in &mut card.members {
            self.narrow_person(phones, documents, note, categories);
            self.narrow_names(former_names);
        }
    }

    /// Leaves out of a person's own card what the asker may not see.
    pub(super) fn narrow_person_card(&self, card: &mut PersonCard) {
        self.narrow_single(&mut card.single);
        self.narrow_names(&mut card.former_names);
        if !self.contacts {
            card.former_addresses.clear();
        }
    }

    /// A former name is a name; the paper on which it was changed is a paper.
    fn narrow_names(&self, names: &mut [FormerName]) {
        if !self.contacts {
            names.iter_mut().for_each(|former| former.basis.clear());
        }
    }

    /// Leaves out of a draft what the asker may not see.
    pub(super) fn narrow_draft(&self, draft: &mut FamilyDraft) {
        if !self.contacts {
            draft.actual = Default::default();
            draft.registered = Default::default();
            draft.origin = Default::default();
        }
        draft.categories.retain(|category| self.sees(&category.code));
        for member in &mut draft.members {
            self.narrow_member(member);
        }
    }

    /// Leaves out of a person without a family what the asker may not see.
    pub(super) fn narrow_single(&self, single: &mut SingleDraft) {
        if !self.contacts {
            single.address = Default::default();
        }
        self.narrow_member(&mut single.person);
    }

    fn narrow_member(&self, member: &mut MemberDraft) {
        let MemberDraft { phones, documents, note, categories, .. } = member;
        self.narrow_person(phones, documents, note, categories);
    }

    /// What is hidden of one person, on a card and in a draft alike: the one place to add a hidden field to.
    fn narrow_person(
        &self,
        phones: &mut Vec<Phone>,
        documents: &mut Vec<Document>,
        note: &mut String,
        categories: &mut Vec<Category>,
    ) {
        if !self.contacts {
            phones.clear();
            documents.clear();
        }
        if !self.notes {
            note.clear();
        }
        categories.retain(|category| self.sees(&category.code));
    }

    /// Puts what the asker could not see back into what they left behind. What they wrote into such a field without seeing it is added to
    /// what is there: nothing that was said is lost, and nothing unseen is overwritten.
    pub(super) fn widen(&self, after: &mut FamilyDraft, stored: &FamilyDraft) {
        if !self.contacts {
            for (mine, there) in [
                (&mut after.actual, &stored.actual),
                (&mut after.registered, &stored.registered),
                (&mut after.origin, &stored.origin),
            ] {
                if mine.is_empty() {
                    mine.clone_from(there);
                }
            }
        }
        after.categories.extend(stored.categories.iter().filter(|category| !self.sees(&category.code)).cloned());
        for member in &mut after.members {
            let Some(there) =
                stored.members.iter().find(|there| there.person.is_some() && there.person == member.person)
            else {
                continue;
            };
            if !self.contacts {
                member.phones = union(&there.phones, &member.phones);
                member.documents = union(&there.documents, &member.documents);
            }
            if !self.notes && member.note != there.note {
                member.note = [there.note.as_str(), member.note.as_str()].join("\n").trim().to_owned();
            }
            member.categories.extend(there.categories.iter().filter(|category| !self.sees(&category.code)).cloned());
        }
    }

    /// Which right a draft would need and its author lacks: writing what one may not see.
    pub(super) fn lacks_for(&self, draft: &FamilyDraft) -> Option<Right> {
        let unseen = |categories: &[Category]| categories.iter().any(|category| !self.sees(&category.code));
        if unseen(&draft.categories) || draft.members.iter().any(|member| unseen(&member.categories)) {
            return Some(Right::SeeSensitive);
        }
        if !self.notes && draft.members.iter().any(|member| !member.note.is_empty()) {
            return Some(Right::SeeNotes);
        }
        None
    }
}

fn union<T: Clone + PartialEq>(stored: &[T], added: &[T]) -> Vec<T> {
    let mut all = stored.to_vec();
    all.extend(added.iter().filter(|one| !stored.contains(one)).cloned());
    all
}
