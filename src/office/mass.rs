//! One deed for many families: a category, a line of a note, a named list, a file. All of them or none, once, each in its journal.

use super::deed::{Deed, Detail, KeptChange, nothing};
use super::listing::{counted_before, new_list, seen_list, settled_name};
use super::{Exported, Office, OfficeError};
use crate::domain::category::Category;
use crate::domain::draft::FamilyDraft;
use crate::domain::filter::{Filter, Order};
use crate::domain::id::{DeedId, FamilyId, ListId};
use crate::domain::merge::{self, Change};
use crate::domain::name;
use crate::domain::staff::Right;
use crate::store::categories::{self, Owner};
use crate::store::journal::Subject;
use crate::store::{families, family_lists};

/// Which families a deed over many is for.
#[derive(Clone, PartialEq, Debug)]
pub struct Selection {
    /// The filter that the person looks at.
    pub filter: Filter,
    /// Which of what it finds.
    pub which: Which,
    /// Whether any of them was marked while a sensitive category was asked for.
    pub sensitive: bool,
}

/// Which of the found families.
#[derive(Clone, PartialEq, Debug)]
pub enum Which {
    /// Those that were marked, under whichever filter.
    Marked(Vec<FamilyId>),
    /// All that are found: so many, as the person was told. When there are others by now the deed is refused.
    Found(usize),
}

/// Into which list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Target {
    /// One that is there.
    List(ListId),
    /// A new one of this name.
    New(String),
}

/// Says how many families are done, of how many.
pub type Progress<'a> = &'a mut dyn FnMut(usize, usize);

impl Office {
    /// Gives every family a category, except those that have it in force on its first day (today where it has none). Returns how many got it.
    ///
    /// Errors: `NotAllowed` also for a sensitive category by somebody who may not see such; `UnknownCategory`, `ListChanged`.
    pub fn mass_category(
        &mut self,
        deed: DeedId,
        selection: &Selection,
        category: &Category,
        progress: Progress<'_>,
    ) -> Result<usize, OfficeError> {
        let mut category = category.clone();
        category.basis = name::clean(&category.basis);
        let need = Some(Right::SeeSensitive).filter(|_| self.sensitive.covers(&category.code));
        need.map_or(Ok(()), |right| self.require(right))?;
        let written = written(&category);
        self.mass(
            deed,
            Right::Edit,
            selection,
            ("families-categorised", "family-categorised"),
            progress,
            |deed, family| {
                if !deed.sight.sees(&category.code) {
                    return Err(OfficeError::NotAllowed(Right::SeeSensitive));
                }
                if !categories::is_known(deed.tx, &category.code)? {
                    return Err(OfficeError::UnknownCategory(category.code.0.clone()));
                }
                let day = category.since.unwrap_or(deed.today());
                let owner = Owner::Family(family);
                let has = |held: &Category| held.code == category.code && held.in_force_on(day);
                if categories::of(deed.tx, owner)?.iter().any(has) {
                    return Ok(None);
                }
                categories::insert(deed.tx, owner, &mut || deed.new_id(), &category)?;
                Ok(Some(vec![kept("category", &written, need)]))
            },
        )
    }

    /// Adds a line to the note of every family's head. Returns how many got it.
    ///
    /// Errors: `NotAllowed(SeeNotes)` by somebody who may not see notes, `NoteEmpty`, `ListChanged`.
    pub fn mass_note(
        &mut self,
        deed: DeedId,
        selection: &Selection,
        line: &str,
        progress: Progress<'_>,
    ) -> Result<usize, OfficeError> {
        self.require(Right::SeeNotes)?;
        let line = name::clean(line);
        if line.is_empty() {
            return Err(OfficeError::NoteEmpty);
        }
        self.mass(deed, Right::Edit, selection, ("families-noted", "family-noted"), progress, |deed, family| {
            if !deed.sight.notes {
                return Err(OfficeError::NotAllowed(Right::SeeNotes));
            }
            let Some((person, note)) = family_lists::note_of_head(deed.tx, family)? else { return Ok(None) };
            let after = if note.is_empty() { line.clone() } else { format!("{note}\n{line}") };
            family_lists::write_note(deed.tx, person, &after)?;
            let change = Change { person: Some(person), field: "note".to_owned(), before: note, after };
            let needs = vec![Right::SeeNotes.code().to_owned()];
            Ok(Some(vec![KeptChange { change, needs }]))
        })
    }

    /// Puts every family into a list. Returns how many were not in it yet. A list that a sensitive category helped to gather is kept
    /// from those who may not see such categories.
    ///
    /// Errors: `NoSuchList`, `NameEmpty`, `NameTaken`, `ListChanged`.
    pub fn put_in_list(
        &mut self,
        deed: DeedId,
        selection: &Selection,
        target: &Target,
        progress: Progress<'_>,
    ) -> Result<usize, OfficeError> {
        let target = match target {
            Target::New(name) => Target::New(settled_name(name)?),
            list => list.clone(),
        };
        let is_sensitive =
            selection.sensitive || selection.filter.needs(&self.sensitive).contains(&Right::SeeSensitive);
        let mut into = None;
        self.mass(deed, Right::SeeLists, selection, ("families-listed", "family-listed"), progress, |deed, family| {
            let list = match into {
                Some(list) => list,
                None => {
                    let list = match &target {
                        Target::List(list) => seen_list(deed, *list)?.id,
                        Target::New(name) => new_list(deed, name)?,
                    };
                    if is_sensitive {
                        family_lists::restrict_list(deed.tx, list)?;
                    }
                    into = Some(list);
                    list
                }
            };
            let id = deed.new_id();
            let is_new = family_lists::put(deed.tx, list, id, family, deed.staff.id, deed.today())?;
            Ok(is_new.then(Vec::new))
        })
    }

    /// Takes every family out of a list. Returns how many were in it. Errors: `NoSuchList`, `ListChanged`.
    pub fn take_from_list(
        &mut self,
        deed: DeedId,
        selection: &Selection,
        list: ListId,
        progress: Progress<'_>,
    ) -> Result<usize, OfficeError> {
        self.mass(
            deed,
            Right::SeeLists,
            selection,
            ("families-unlisted", "family-unlisted"),
            progress,
            |deed, family| {
                seen_list(deed, list)?;
                let was_in = family_lists::take_out(deed.tx, list, family, deed.today())?;
                Ok(was_in.then(Vec::new))
            },
        )
    }

    /// Hands every family to `each`, as the asker sees it, in the order of the list. The export is in the journal, of each family too,
    /// before the first of them.
    ///
    /// Errors: `NotAllowed`, `ListChanged`.
    pub fn export_selected(
        &mut self,
        selection: &Selection,
        each: &mut dyn FnMut(Exported<'_>),
    ) -> Result<(), OfficeError> {
        let chosen = self.selected(selection)?;
        self.deed(None, Some(Right::Export), nothing, |deed| {
            for family in &chosen {
                part(deed, *family, "family-exported", Vec::new())?;
            }
            deed.journal("families-exported", None, &Detail { count: Some(chosen.len()), ..Detail::default() })
        })?;
        let sight = self.sight();
        Ok(self.store.read(|tx| {
            for family in &chosen {
                if let Some(mut card) = families::card(tx, *family)? {
                    sight.narrow_card(&mut card);
                    each(Exported::Family(&card));
                }
            }
            Ok(())
        })?)
    }

    /// The families of a selection, each once.
    fn selected(&mut self, selection: &Selection) -> Result<Vec<FamilyId>, OfficeError> {
        let found = match &selection.which {
            Which::Marked(marked) => {
                self.require_now(Right::SeeLists)?;
                let standing = self.store.read(|tx| {
                    let stand = marked.iter().map(|family| families::in_force(tx, *family));
                    stand.collect::<Result<Vec<_>, _>>()
                })?;
                // One that became part of another since it was marked is that other; one that was a mistake is none.
                let mut marked: Vec<FamilyId> = standing.into_iter().flatten().collect();
                marked.sort_unstable();
                marked.dedup();
                marked
            }
            Which::Found(told) => {
                let found = self.listed_families(&selection.filter, Order::Name)?;
                if found.len() != *told {
                    return Err(OfficeError::ListChanged { told: *told, now: found.len() });
                }
                found
            }
        };
        if found.is_empty() { Err(OfficeError::NothingChosen) } else { Ok(found) }
    }

    /// Does `one` to every family of the selection in one deed; returns for how many it changed something (what it answers with changes).
    pub(super) fn mass(
        &mut self,
        deed: DeedId,
        right: Right,
        selection: &Selection,
        (action, of_each): (&str, &str),
        progress: Progress<'_>,
        mut one: impl FnMut(&mut Deed<'_>, FamilyId) -> Result<Option<Vec<KeptChange>>, OfficeError>,
    ) -> Result<usize, OfficeError> {
        self.require(right)?;
        // What was done changes what the filter finds, so a second press must not be compared with it.
        if let Some(count) = self.store.read(|tx| Ok(counted_before(tx, deed)))?? {
            return Ok(count);
        }
        let chosen = self.selected(selection)?;
        let again =
            |now: &mut Deed<'_>, _: &crate::store::journal::Done| Ok(counted_before(now.tx, deed)?.unwrap_or(0));
        self.deed(Some(deed), Some(right), again, |deed| {
            refuse_gone(deed, &chosen)?;
            let mut touched = Vec::new();
            for (place, family) in chosen.iter().enumerate() {
                families::get(deed.tx, *family)?.ok_or(OfficeError::NoSuchFamily)?;
                touched.extend(one(deed, *family)?.map(|changes| (*family, changes)));
                progress(place + 1, chosen.len());
            }
            let count = touched.len();
            deed.journal(action, None, &Detail { count: Some(count), ..Detail::default() })?;
            // Behind the deed's own entry, where its taking back looks for whom it touched.
            for (family, changes) in touched {
                part(deed, family, of_each, changes)?;
            }
            Ok(count)
        })
    }
}

/// Refuses when another desk merged one of them or took it back between the choosing and this moment.
fn refuse_gone(deed: &Deed<'_>, chosen: &[FamilyId]) -> Result<(), OfficeError> {
    let mut standing = 0;
    for family in chosen {
        standing += usize::from(families::in_force(deed.tx, *family)? == Some(*family));
    }
    if standing == chosen.len() { Ok(()) } else { Err(OfficeError::ListChanged { told: chosen.len(), now: standing }) }
}

/// One family's own entry of a deed over many.
fn part(deed: &Deed<'_>, family: FamilyId, action: &str, changes: Vec<KeptChange>) -> Result<(), OfficeError> {
    deed.journal_also(action, Subject::Family(family), &Detail { changes, ..Detail::default() })
}

fn kept(field: &str, after: &str, need: Option<Right>) -> KeptChange {
    let change = Change { person: None, field: field.to_owned(), before: String::new(), after: after.to_owned() };
    KeptChange { change, needs: need.iter().map(|right| right.code().to_owned()).collect() }
}

/// A category as the journal writes it.
fn written(category: &Category) -> String {
    let before = FamilyDraft::new(category.since.unwrap_or_default());
    let mut after = before.clone();
    after.categories.push(category.clone());
    merge::changes(&before, &after).into_iter().map(|change| change.after).next().unwrap_or_default()
}
