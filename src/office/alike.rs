//! Who of an imported file is on the register already, or stands in the file twice.

use super::intake::Going;
use super::{ImportBatch, Office, OfficeError};
use crate::domain::address::Address;
use crate::domain::draft::MemberDraft;
use crate::domain::family::Relation;
use crate::domain::id::{FamilyId, PersonId};
use crate::domain::number::FamilyNumber;
use crate::domain::person::{BirthDate, PersonName};
use crate::domain::staff::Right;
use crate::search::{Likeness, Reason, Record, Resemblance, Resembled};
use crate::store::people;
use std::collections::HashSet;
use uuid::Uuid;

/// Somebody of a batch who resembles somebody else.
#[derive(Clone, PartialEq, Debug)]
pub struct Alike {
    /// Position of the family in the batch (or of the person without one, counted after the families).
    pub family: usize,
    /// Position of the member in it.
    pub member: usize,
    /// The name in the file.
    pub name: PersonName,
    /// The birth in the file.
    pub birth: Option<BirthDate>,
    /// Whom they resemble.
    pub with: AlikeTo,
    /// How much.
    pub likeness: Likeness,
    /// What agrees, strongest first.
    pub reasons: Vec<Reason>,
}

/// Whom somebody of a batch resembles.
#[derive(Clone, PartialEq, Debug)]
pub enum AlikeTo {
    /// Somebody on the register.
    Person {
        /// Who.
        person: PersonId,
        /// In which family.
        family: Option<FamilyId>,
        /// Its number.
        number: Option<FamilyNumber>,
        /// Name.
        name: PersonName,
        /// Birth.
        birth: Option<BirthDate>,
    },
    /// Somebody earlier in the batch.
    Row {
        /// Position of the family.
        family: usize,
        /// Position of the member.
        member: usize,
    },
}

impl Office {
    /// Whom of the register, or of the same batch, the people of a batch resemble: one line a person, the most certain first. Who is known
    /// by the key is not asked about. None when it was asked to stop.
    ///
    /// Errors: `NotAllowed(Import)`, those of reading.
    pub fn alike(&mut self, batch: &ImportBatch, going: Going<'_>) -> Result<Option<Vec<Alike>>, OfficeError> {
        self.require_now(Right::Import)?;
        let everybody: Vec<(usize, usize, &MemberDraft)> = everybody(batch).collect();
        let total = everybody.len();
        if !self.wait_for_index(&mut || going(0, total))? {
            return Ok(None);
        }
        let known = self.store.read(|tx| {
            let mut known = HashSet::new();
            for (place, (.., member)) in everybody.iter().enumerate() {
                if let Some(key) = &member.key
                    && people::by_key(tx, key)?.is_some()
                {
                    known.insert(place);
                }
            }
            Ok::<_, crate::store::StoreError>(known)
        })?;
        let list = everybody.iter().enumerate().map(|(place, (family, _, draft))| {
            let home = batch.families.get(*family).map(|family| &family.actual);
            let single = family.checked_sub(batch.families.len()).and_then(|place| batch.singles.get(place));
            record(place, home.map(|_| *family), draft, home.or(single.map(|single| &single.address)))
        });
        let Some(found) = self.index.resembled(list.collect(), &mut |done| going(done, total)) else { return Ok(None) };
        let found = found.into_iter().filter(|found| !known.contains(&found.place));
        let mut found: Vec<Alike> = found.filter_map(|found| line(&everybody, found)).collect();
        found.sort_by_key(|alike| (std::cmp::Reverse(alike.likeness), alike.family, alike.member));
        Ok(Some(found))
    }
}

fn everybody(batch: &ImportBatch) -> impl Iterator<Item = (usize, usize, &MemberDraft)> {
    let families = batch.families.iter().enumerate();
    let members = families.flat_map(|(place, family)| {
        family.members.iter().enumerate().map(move |(member, draft)| (place, member, draft))
    });
    let singles = batch.singles.iter().enumerate();
    members.chain(singles.map(|(place, single)| (batch.families.len() + place, 0, &single.person)))
}

/// Somebody of a batch as the index knows people. The ids are places in the batch, which nobody on the register has.
fn record(place: usize, family: Option<usize>, draft: &MemberDraft, home: Option<&Address>) -> Record {
    let id = |place: usize| Uuid::from_u128(place as u128 + 1);
    let of_home = |field: fn(&Address) -> &String| home.map(field).cloned().unwrap_or_default();
    Record {
        person: PersonId(id(place)),
        family: family.map(|family| FamilyId(id(family))),
        number: None,
        name: draft.name.clone(),
        sex: draft.sex,
        birth: draft.birth,
        phones: draft.phones.clone(),
        documents: draft.documents.clone(),
        settlement: of_home(|home| &home.settlement),
        street: of_home(|home| &home.street),
        renamed: None,
        building: of_home(|home| &home.building),
        flat: of_home(|home| &home.flat),
        closed: false,
        died: false,
        is_head: draft.relation == Relation::Head,
        former: Vec::new(),
        also: Vec::new(),
    }
}

fn line(everybody: &[(usize, usize, &MemberDraft)], found: Resemblance) -> Option<Alike> {
    let (family, member, draft) = everybody.get(found.place)?;
    let with = match found.with {
        Resembled::Record(twin) => AlikeTo::Person {
            person: twin.person,
            family: twin.family,
            number: twin.number,
            name: twin.name,
            birth: twin.birth,
        },
        Resembled::Place(place) => {
            let (family, member, _) = everybody.get(place)?;
            AlikeTo::Row { family: *family, member: *member }
        }
    };
    let (family, member) = (*family, *member);
    let (name, birth) = (draft.name.clone(), draft.birth);
    Some(Alike { family, member, name, birth, with, likeness: found.likeness, reasons: found.reasons })
}
