//! Finding people, those who look like somebody in a form, the counters of the day, and following what other desks do.

use super::{Changed, Found, LikelyFound, Office, OfficeError, Seen, Today};
use crate::domain::address::Address;
use crate::domain::draft::FamilyDraft;
use crate::domain::id::{FamilyId, PersonId};
use crate::domain::staff::Right;
use crate::search::{Hit, Index, Record};
use crate::store::{Store, StoreError, catalogue, changes, lists, records, staff};

impl Office {
    /// Takes in what other desks (and this one) changed since the last call. Returns whether anything changed. Microseconds when nothing did.
    pub fn refresh(&mut self) -> Result<Changed, OfficeError> {
        self.follow()?;
        Ok(if std::mem::take(&mut self.seen.news) { Changed::Register } else { Changed::Nothing })
    }

    /// Brings the index up to the file. A search right after a registration must find it, so searching does this too.
    pub(super) fn follow(&mut self) -> Result<(), OfficeError> {
        let version = self.store.data_version()?;
        if version == self.seen.version && !self.seen.wrote {
            return Ok(());
        }
        self.follow_office()?;
        if !self.seen.is_indexed {
            let (head, index) = read_everybody(&self.store)?;
            self.index = index;
            self.seen = Seen { version, change: head, wrote: false, news: self.seen.news, is_indexed: true };
            return Ok(());
        }
        let seen = self.seen.change;
        let (mut head, news) = self.store.read(|tx| {
            let head = changes::head(tx)?;
            let news = if head == seen {
                News::None
            } else {
                match changes::people_since(tx, seen)? {
                    Some(people) => {
                        let records = records::of_people(tx, &people)?;
                        News::People(people, records)
                    }
                    None => News::TooMuch,
                }
            };
            Ok((head, news))
        })?;
        match news {
            News::People(people, records) => self.index.update(&people, records),
            News::TooMuch => (head, self.index) = read_everybody(&self.store)?,
            News::None => {}
        }
        if head != seen {
            self.standing = None;
            self.seen.news = true;
        }
        (self.seen.version, self.seen.change, self.seen.wrote) = (version, head, false);
        Ok(())
    }

    /// Takes in what other desks changed beside the register: who the person is now, what the office has set, what it lists.
    fn follow_office(&mut self) -> Result<(), OfficeError> {
        let me = self.staff.id;
        let (me, facts, listed) =
            self.store.read(|tx| Ok((staff::get(tx, me)?, super::settings::read(tx)?, catalogue::read(tx)?)))?;
        if let Some(me) = me {
            self.staff = me;
        }
        (self.profile, self.settings) = facts;
        self.learn(listed);
        Ok(())
    }

    /// The best people for a typed text.
    ///
    /// Errors: `NotAllowed(Find)`, those of reading.
    pub fn find(&mut self, text: &str, limit: usize) -> Result<Vec<Found>, OfficeError> {
        self.require_now(Right::Find)?;
        self.follow()?;
        let sight = self.sight();
        let today = self.clock().today();
        let hits = self.index.find(text, sight.of_search(), today, limit);
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
        let likely = self.index.likely(draft, except, limit);
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

/// What happened to the register since this desk last looked.
enum News {
    None,
    /// To these people.
    People(Vec<PersonId>, Vec<Record>),
    /// So much that everybody is to be read again.
    TooMuch,
}

/// Records handed over at a time, and how many such heaps may wait.
const HEAP: usize = 1024;
const HEAPS_WAITING: usize = 8;

/// The last row of `change` and the index of everybody. The index is built on a thread of its own while the rows are read: each takes
/// about as long as the other, and the person at the desk waits for the longer one only.
fn read_everybody(store: &Store) -> Result<(i64, Index), StoreError> {
    std::thread::scope(|scope| {
        let (sender, heaps) = std::sync::mpsc::sync_channel::<Vec<Record>>(HEAPS_WAITING);
        let builder = std::thread::Builder::new().spawn_scoped(scope, move || {
            let mut index = Index::default();
            heaps.into_iter().for_each(|heap| index.add(heap));
            index.settle();
            index
        });
        let builder = builder.map_err(|error| StoreError::Io { kind: error.kind() })?;
        let head = store.read(|tx| {
            let head = changes::head(tx)?;
            let mut heap = Vec::with_capacity(HEAP);
            records::all(tx, &mut |record| {
                heap.push(record);
                if heap.len() == HEAP {
                    // Nobody takes it only after a mistake over there, which the end of the thread tells.
                    let _ = sender.send(std::mem::replace(&mut heap, Vec::with_capacity(HEAP)));
                }
            })?;
            let _ = sender.send(heap);
            Ok(head)
        });
        drop(sender);
        let index = builder.join().map_err(|_| StoreError::Sql { code: 0 });
        Ok((head?, index?))
    })
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
