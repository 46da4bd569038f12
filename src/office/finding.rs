//! Finding people and whatever else the office has, those who look like somebody in a form, and the counters of the day.

use super::events::Newcomer;
use super::indexing::Wanted;
use super::{Changed, Finding, Found, LikelyFound, Office, OfficeError, SessionToday, Today};
use crate::domain::address::Address;
use crate::domain::draft::{FamilyDraft, MemberDraft};
use crate::domain::family::Relation;
use crate::domain::id::FamilyId;
use crate::domain::person::BirthDate;
use crate::domain::staff::Right;
use crate::search::{Hit, Only, Tier};
use crate::store::lists;
use chrono::NaiveDate;

impl Office {
    /// Takes in what other desks (and this one) changed since the last call. Returns whether anything changed. Microseconds when nothing did.
    pub fn refresh(&mut self) -> Result<Changed, OfficeError> {
        self.follow()?;
        Ok(if std::mem::take(&mut self.seen.news) { Changed::Register } else { Changed::Nothing })
    }

    /// Everything that a typed text finds: people, at most so many, and below them whatever else the asker may see. Looked for as long as
    /// `is_wanted` says so: what agrees as typed stays where the rest is given up. Says too whether it was looked for to the end.
    ///
    /// Errors: `NotAllowed(Find)`, those of reading.
    pub fn search(
        &mut self,
        text: &str,
        only: Only,
        limit: usize,
        is_wanted: &dyn Fn() -> bool,
    ) -> Result<(Finding, bool), OfficeError> {
        let (people, is_whole) = self.find_only(text, only, limit, is_wanted)?;
        let tier = people.first().map(|found| found.tier);
        let groups = if only == Only::All { self.things(text, tier)? } else { Vec::new() };
        let today = self.clock().today();
        // Half an index would offer surnames by chance.
        let is_asked = tier != Some(Tier::Exact) && is_whole && self.preparing().is_none();
        let mut meant = if is_asked { self.index.suggest(text, today, MEANT) } else { Vec::new() };
        // One surname stands in the list itself.
        if meant.len() < 2 {
            meant.clear();
        }
        Ok((Finding { people, groups, meant }, is_whole))
    }

    /// The best people for a typed text.
    ///
    /// Errors: `NotAllowed(Find)`, those of reading.
    pub fn find(&mut self, text: &str, limit: usize) -> Result<Vec<Found>, OfficeError> {
        self.find_only(text, Only::All, limit, &|| true).map(|(found, _)| found)
    }

    /// The best people who bear a typed name or number: where somebody lives says nothing, and takes nobody's place.
    ///
    /// Errors: `NotAllowed(Find)`, those of reading.
    pub fn find_named(&mut self, text: &str, limit: usize) -> Result<Vec<Found>, OfficeError> {
        self.find_only(text, Only::Named, limit, &|| true).map(|(found, _)| found)
    }

    fn find_only(
        &mut self,
        text: &str,
        only: Only,
        limit: usize,
        is_wanted: &dyn Fn() -> bool,
    ) -> Result<(Vec<Found>, bool), OfficeError> {
        self.require_now(Right::Find)?;
        self.follow()?;
        let sight = self.sight();
        let today = self.clock().today();
        let index = self.search_index(|| Wanted::Text(text))?;
        let sought = index.find_while(text, (sight.of_search(), only), today, limit, is_wanted);
        let lines = self.store.read(|tx| {
            sought
                .hits
                .into_iter()
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
        Ok((found.collect(), sought.is_whole))
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
        self.resembling(draft, except, limit)
    }

    /// Who on the register may be somebody who stands at a session and is nowhere on its list. The birth may not be known yet.
    ///
    /// Errors: `NotAllowed(MarkAttendance)`: comparing with the register is part of adding somebody at a session.
    pub fn likely_newcomer(
        &mut self,
        newcomer: &Newcomer,
        birth: Option<BirthDate>,
        limit: usize,
    ) -> Result<Vec<LikelyFound>, OfficeError> {
        self.require_now(Right::MarkAttendance)?;
        let today = self.clock().today();
        let member =
            MemberDraft { name: newcomer.name.clone(), sex: newcomer.sex, birth, ..MemberDraft::new(Relation::Head) };
        let alone = FamilyDraft { members: vec![member], ..FamilyDraft::new(today) };
        self.resembling(&alone, None, limit)
    }

    fn resembling(
        &mut self,
        draft: &FamilyDraft,
        except: Option<FamilyId>,
        limit: usize,
    ) -> Result<Vec<LikelyFound>, OfficeError> {
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
        let sessions = if self.may(Right::SeeEvents) { Some(self.sessions_of(day)?) } else { None };
        let newcomers = if self.may(Right::SeeEvents) { self.newcomers()? } else { Vec::new() };
        Ok(Today { registered: week[6], corrected, week, families, people, sessions, newcomers })
    }

    fn sessions_of(&mut self, day: NaiveDate) -> Result<Vec<SessionToday>, OfficeError> {
        let entries = self.calendar(day, day)?.into_iter();
        let sessions = entries.map(|entry| SessionToday {
            title: entry.frame.map(|frame| frame.title),
            hours: entry.hours,
            status: entry.status,
            expected: entry.expected,
            present: entry.present,
        });
        Ok(sessions.collect())
    }
}

/// So many surnames are offered instead of a mistyped one: they fit a line.
const MEANT: usize = 5;

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
        head: family
            .as_ref()
            .and_then(|family| family.head.clone())
            .filter(|(head, _)| *head != hit.person)
            .map(|(_, name)| name),
        categories: family.map(|family| family.categories).unwrap_or_default(),
        tier: hit.tier,
        why: hit.why,
    }
}
