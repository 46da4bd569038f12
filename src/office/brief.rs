//! What a script is told of the people it asks for. A script asks hundreds of times a second, and in a large office nearly all of a
//! search is reading rows of the found: what it is not told is not read.

use super::indexing::Wanted;
use super::{Office, OfficeError};
use crate::domain::id::{FamilyId, PersonId};
use crate::domain::number::FamilyNumber;
use crate::domain::person::{BirthDate, PersonName};
use crate::domain::staff::Right;
use crate::search::{Tier, Why};
use crate::store::lists;

/// A found person in brief.
#[derive(Clone, PartialEq, Debug)]
pub struct Brief {
    /// Who.
    pub person: PersonId,
    /// The family found through this person.
    pub family: Option<FamilyId>,
    /// Its number.
    pub number: Option<FamilyNumber>,
    /// The office's own key of the person, from an import.
    pub key: Option<String>,
    /// Name.
    pub name: PersonName,
    /// Birth.
    pub birth: Option<BirthDate>,
    /// The first phone, settled; none without the right to contacts.
    pub phone: Option<String>,
    /// How good the match is.
    pub tier: Tier,
    /// Why it matched.
    pub why: Why,
}

impl Office {
    /// As [`Office::find`], in brief.
    ///
    /// Errors: those of [`Office::find`].
    pub fn find_briefly(&mut self, text: &str, limit: usize) -> Result<Vec<Brief>, OfficeError> {
        self.require_now(Right::Find)?;
        self.follow()?;
        let sight = self.sight();
        let today = self.clock().today();
        let hits = self.search_index(|| Wanted::Text(text))?.find(text, sight.of_search(), today, limit);
        let lines = self.store.read(|tx| {
            hits.into_iter()
                .map(|hit| Ok((lists::brief(tx, hit.person, hit.family)?, hit)))
                .collect::<Result<Vec<_>, _>>()
        })?;
        let found = lines.into_iter().filter_map(|(line, hit)| {
            let line = line?;
            Some(Brief {
                person: hit.person,
                family: hit.family,
                number: line.number,
                key: line.key,
                name: line.name,
                birth: line.birth,
                phone: line.phone.filter(|_| sight.contacts),
                tier: hit.tier,
                why: hit.why,
            })
        });
        Ok(found.collect())
    }
}
