//! Finding people, those who look like somebody in a form, and the counters of the day.

use super::indexing::Wanted;
use super::{Changed, Found, LikelyFound, Office, OfficeError, Today};
use crate::domain::address::Address;
use crate::domain::draft::FamilyDraft;
use crate::domain::id::FamilyId;
use crate::domain::staff::Right;
use crate::search::Hit;
use crate::store::lists;

impl Office {
    /// Takes in what other desks (and this one) changed since the last call. Returns whether anything changed. Microseconds when nothing did.
    pub fn refresh(&mut self) -> Result<Changed, OfficeError> {
        self.follow()?;
        Ok(if std::mem::take(&mut self.seen.news) { Changed::Register } else { Changed::Nothing })
    }

    /// The best people for a typed text.
    ///
    /// Errors: `NotAllowed(Find)`, those of reading.
    pub fn find(&mut self, text: &str, limit: usize) -> Result<Vec<Found>, OfficeError> {
        self.require_now(Right::Find)?;
        self.follow()?;
        let sight = self.sight();
        let today = self.clock().today();
        let hits = self.search_index(|| Wanted::Text(text))?.find(text, sight.of_search(), today, limit);
        let lines = self.store.read(|tx| {
            hits.into_iter()
                .map(|hit| {
                    let family = hit.family.map(|family| lists::family(tx, family, today)).transpose()?.flatten();
                    Ok((lists::person(tx, hit.person)?, family, hit))
                })
                .collect::<Result<Vec<_>, _>>()
        })?;
        let found = lines.into_iter().filter_map(|(person, family, hit)| {
            let mut found = found(person?, family, hit);
            if !sight.contacts {
                (found.phone, found.address) = (None, String::new());
            }
            found.categories.retain(|code| sight.sees(code));
            Some(found)
        });
        Ok(found.collect())
    }

    /// Who on the register may be the family in the form.
    ///
    /// Errors: `NotAllowed(Register)`: comparing with the register is part of registering.
    pub fn likely(
        &mut self,
        draft: &FamilyDraft,
        except: Option<FamilyId>,
        limit: usize,
    ) -> Result<Vec<LikelyFound>, OfficeError> {
        self.require_now(Right::Register)?;
        self.follow()?;
        let contacts = self.sight().contacts;
        let today = self.clock().today();
        let likely = self.search_index(|| Wanted::Draft(draft))?.likely(draft, except, limit);
        let found = self.store.read(|tx| {
            likely
                .into_iter()
                .map(|likely| {
                    let family = likely.family.map(|family| lists::family(tx, family, today)).transpose()?.flatten();
                    Ok((lists::person(tx, likely.person)?, family, likely))
                })
                .collect::<Result<Vec<_>, _>>()
        })?;
        Ok(found
            .into_iter()
            .filter_map(|(person, family, likely)| {
                let person = person?;
                let address = family.as_ref().and_then(|family| family.address.as_ref()).or(person.address.as_ref());
                Some(LikelyFound {
                    likely,
                    number: family.as_ref().map(|family| family.number),
                    address: address.filter(|_| contacts).map(Address::line).unwrap_or_default(),
                    name: person.name,
                    birth: person.birth,
                })
            })
            .collect())
    }

    /// Today's counters.
    ///
    /// Errors: `NotAllowed(Find)`, those of reading.
    pub fn today(&mut self) -> Result<Today, OfficeError> {
        self.require_now(Right::Find)?;
        self.follow()?;
        let day = self.clock().today();
        let known = self.standing;
        let (week, corrected, standing) = self.store.read(|tx| {
            let standing = known.map_or_else(|| lists::standing(tx), Ok)?;
            Ok((lists::registered_in_week(tx, day)?, lists::corrected_on(tx, day)?, standing))
        })?;
        self.standing = Some(standing);
        let (families, people) = standing;
        Ok(Today { registered: week[6], corrected, week, families, people })
    }
}

fn found(person: lists::PersonLine, family: Option<lists::FamilyLine>, hit: Hit) -> Found {
    let address = family.as_ref().and_then(|family| family.address.as_ref()).or(person.address.as_ref());
    Found {
        person: hit.person,
        family: hit.family,
        number: family.as_ref().map(|family| family.number),
        key: person.key,
        address: address.map(Address::line).unwrap_or_default(),
        name: person.name,
        birth: person.birth,
        phone: person.phone,
        members: family.as_ref().map_or(1, |family| family.members),
        children: family.as_ref().map_or(0, |family| family.children),
        closed: family.as_ref().is_some_and(|family| family.closed),
        categories: family.map(|family| family.categories).unwrap_or_default(),
        tier: hit.tier,
        why: hit.why,
    }
}
