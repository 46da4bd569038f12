//! Who of an imported file is on the register already, or stands in the file twice.

use super::intake::Going;
use super::{ImportBatch, Office, OfficeError};
use crate::domain::draft::MemberDraft;
use crate::domain::id::{FamilyId, PersonId};
use crate::domain::number::FamilyNumber;
use crate::domain::person::{BirthDate, PersonName};
use crate::domain::staff::Right;
use crate::search::{Crowd, Likeness, Reason, Resemblance, Somebody};
use crate::store::{people, records};
use std::collections::HashSet;

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

/// People compared between two words of progress.
const A_STEP: usize = 500;

impl Office {
    /// Whom of the register, or of the same batch, the people of a batch resemble: one line a person, the most certain first. Who is known
    /// by the key is not asked about. None when it was asked to stop.
    ///
    /// Errors: `NotAllowed(Import)`, those of reading.
    pub fn alike(&mut self, batch: &ImportBatch, going: Going<'_>) -> Result<Option<Vec<Alike>>, OfficeError> {
        self.require_now(Right::Import)?;
        let everybody: Vec<(usize, usize, &MemberDraft)> = everybody(batch).collect();
        let (register, known) = self.store.read(|tx| {
            let mut register = Register::default();
            records::all(tx, &mut |record| register.add(record))?;
            let mut known = HashSet::new();
            for (place, (.., member)) in everybody.iter().enumerate() {
                if let Some(key) = &member.key
                    && people::by_key(tx, key)?.is_some()
                {
                    known.insert(place);
                }
            }
            Ok::<_, crate::store::StoreError>((register, known))
        })?;
        let mut file = Crowd::default();
        let mut found = Vec::new();
        for (place, (family, member, draft)) in everybody.iter().enumerate() {
            if place % A_STEP == 0 && !going(place, everybody.len()) {
                return Ok(None);
            }
            let who = somebody(draft);
            if !known.contains(&place) {
                let there = register.crowd.resembled(who, |_| true);
                // Brothers and sisters share phones and surnames, never the whole name.
                let here = file.resembled(who, |_| true);
                let best = match (there, here) {
                    (Some(there), Some(here)) if here.likeness > there.likeness => Some(in_file(&everybody, here)),
                    (Some(there), _) => Some(register.line(there)),
                    (None, here) => here.map(|here| in_file(&everybody, here)),
                };
                if let Some((with, likeness, reasons)) = best {
                    let (name, birth) = (draft.name.clone(), draft.birth);
                    found.push(Alike { family: *family, member: *member, name, birth, with, likeness, reasons });
                }
            }
            file.add(who);
        }
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

fn somebody(draft: &MemberDraft) -> Somebody<'_> {
    Somebody { name: &draft.name, birth: draft.birth, phones: &draft.phones, documents: &draft.documents }
}

fn in_file(everybody: &[(usize, usize, &MemberDraft)], found: Resemblance) -> (AlikeTo, Likeness, Vec<Reason>) {
    let (family, member) = everybody.get(found.place).map_or((0, 0), |(family, member, _)| (*family, *member));
    (AlikeTo::Row { family, member }, found.likeness, found.reasons)
}

/// Everybody of the register, to be compared with.
#[derive(Default)]
struct Register {
    crowd: Crowd,
    lines: Vec<AlikeTo>,
}

impl Register {
    fn add(&mut self, record: crate::search::Record) {
        self.crowd.add(Somebody {
            name: &record.name,
            birth: record.birth,
            phones: &record.phones,
            documents: &record.documents,
        });
        self.lines.push(AlikeTo::Person {
            person: record.person,
            family: record.family,
            number: record.number,
            name: record.name,
            birth: record.birth,
        });
    }

    fn line(&self, found: Resemblance) -> (AlikeTo, Likeness, Vec<Reason>) {
        let line = self.lines.get(found.place).cloned();
        (line.unwrap_or(AlikeTo::Row { family: 0, member: 0 }), found.likeness, found.reasons)
    }
}
