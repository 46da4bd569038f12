//! What the search box finds beside people: every other kind of record, each a row of [`KINDS`].
//!
//! A kind says its word, the right that opens it and how its things are read; matching, ranking, limits and who sees what are here once
//! for all of them. Things are few, so they are held folded in memory and read anew when the file has changed. What somebody may not
//! see is left out before anything is compared, counted or ranked.

use super::sight::Sight;
use super::{Office, OfficeError};
use crate::domain::catalogue::{About, Catalogue, Entry, Kind as Listed};
use crate::domain::filter::{Filter, Settlement, State};
use crate::domain::id::StaffId;
use crate::domain::place::{CODIFIER, Place};
use crate::domain::staff::Right;
use crate::search::Tier;
use crate::search::small::{Fit, Folded, Grade, Needle};
use crate::store::{StoreError, Tx, family_lists, staff};

/// So many things of a kind are shown.
const SHOWN: usize = 5;

/// A kind of things that the box finds.
struct Kind {
    /// Its word in message ids (`box-lists`).
    word: &'static str,
    /// Whoever lacks it does not find things of this kind.
    right: Right,
    read: fn(&Around<'_>) -> Result<Vec<Read>, StoreError>,
}

/// The kinds in the order of their groups on the screen. A later kind joins by a row here, and by what Enter does to what it
/// [`Opens`].
const KINDS: &[Kind] = &[
    Kind { word: "box-lists", right: Right::SeeLists, read: lists },
    Kind { word: "box-filters", right: Right::SeeLists, read: filters },
    Kind { word: "box-settlements", right: Right::SeeLists, read: settlements },
    Kind { word: "box-districts", right: Right::SeeLists, read: districts },
    Kind { word: "box-streets", right: Right::SeeLists, read: streets },
    Kind { word: "box-staff", right: Right::ManageStaff, read: colleagues },
];

/// What a found thing opens.
#[derive(Clone, PartialEq, Debug)]
pub enum Opens {
    /// The register, filtered so.
    Families(Box<Filter>),
    /// A colleague in the list of staff.
    Staff(StaffId),
}

/// A found thing.
#[derive(Clone, PartialEq, Debug)]
pub struct Thing {
    /// What it is called.
    pub title: String,
    /// What else tells it from others of its name; may be empty.
    pub note: String,
    /// What Enter opens.
    pub opens: Opens,
}

/// The found things of a kind.
#[derive(Clone, PartialEq, Debug)]
pub struct Group {
    /// The kind's word in message ids.
    pub kind: &'static str,
    /// The best of them.
    pub things: Vec<Thing>,
    /// How many there are in all.
    pub total: usize,
    /// Whether the best is just what was typed.
    pub is_exact: bool,
}

/// Where things are read from.
struct Around<'a> {
    tx: &'a Tx,
    catalogue: &'a Catalogue,
    /// The office's community.
    community: Option<&'a str>,
}

/// A thing with everything it is found by.
struct Read {
    thing: Thing,
    /// Its names beside the title.
    also: Vec<String>,
    /// Whether it rests on a sensitive category, its name included.
    restricted: bool,
}

impl Read {
    fn of(title: String, note: String, opens: Opens) -> Self {
        Self { thing: Thing { title, note, opens }, also: Vec::new(), restricted: false }
    }
}

/// A thing as it is held.
struct Held {
    kind: usize,
    read: Read,
    names: Vec<Folded>,
}

/// All things of all kinds; nothing until the first search, and after a change of the file.
#[derive(Default)]
pub(super) struct Things(Option<Vec<Held>>);

impl Things {
    /// The file has changed.
    pub(super) fn forget(&mut self) {
        self.0 = None;
    }
}

/// Whether something else is worth a place beside people, by how the best of these agree: where they do exactly, only what begins as
/// typed, and what has a slip only where nobody is found.
pub fn is_worth(fit: Fit, people: Option<Tier>) -> bool {
    let least = match people {
        Some(Tier::Exact) => Grade::Words,
        Some(Tier::Close) => Grade::Holds,
        None => Grade::Near,
    };
    fit.grade <= least
}

impl Office {
    /// What a typed text finds beside people, in the order of the kinds.
    pub(super) fn things(&mut self, text: &str, people: Option<Tier>) -> Result<Vec<Group>, OfficeError> {
        let needle = Needle::of(text);
        // One letter begins something of everything.
        if needle.is_empty() || text.trim().chars().nth(1).is_none() {
            return Ok(Vec::new());
        }
        let held = match self.things.0.take() {
            Some(held) => held,
            None => self.read_things()?,
        };
        let sight = self.sight();
        let groups = KINDS.iter().enumerate().filter(|(_, kind)| self.may(kind.right)).filter_map(|(place, kind)| {
            let seen = held.iter().filter(|held| held.kind == place && self.sees(&held.read, &sight));
            let mut found = needle.best(&seen, |held| held.names.iter().collect());
            found.retain(|(fit, _)| is_worth(*fit, people));
            let is_exact = found.first()?.0.grade == Grade::Whole;
            let total = found.len();
            let things = found.into_iter().take(SHOWN).map(|(_, held)| held.read.thing.clone()).collect();
            Some(Group { kind: kind.word, things, total, is_exact })
        });
        let groups = groups.collect();
        self.things.0 = Some(held);
        Ok(groups)
    }

    fn sees(&self, read: &Read, sight: &Sight) -> bool {
        let is_open = match &read.thing.opens {
            Opens::Families(filter) => filter.needs(&self.sensitive).into_iter().all(|right| self.may(right)),
            Opens::Staff(_) => true,
        };
        is_open && (sight.sensitive || !read.restricted)
    }

    fn read_things(&mut self) -> Result<Vec<Held>, OfficeError> {
        let Self { store, catalogue, profile, .. } = self;
        let (catalogue, community) = (catalogue.as_ref(), profile.community.as_deref());
        Ok(store.read(|tx| {
            let around = Around { tx, catalogue, community };
            let mut held = Vec::new();
            for (kind, of) in KINDS.iter().enumerate() {
                held.extend((of.read)(&around)?.into_iter().map(|read| {
                    let names = std::iter::once(&read.thing.title).chain(&read.also);
                    let names = names.map(|name| Folded::of(name)).collect();
                    Held { kind, read, names }
                }));
            }
            Ok(held)
        })?)
    }
}

fn lists(around: &Around<'_>) -> Result<Vec<Read>, StoreError> {
    let lists = family_lists::lists(around.tx)?.into_iter().map(|list| {
        let filter = Filter { state: State::All, list: Some(list.id), ..Filter::default() };
        let read = Read::of(list.name, String::new(), Opens::Families(Box::new(filter)));
        Read { restricted: list.restricted, ..read }
    });
    Ok(lists.collect())
}

fn filters(around: &Around<'_>) -> Result<Vec<Read>, StoreError> {
    let filters = family_lists::filters(around.tx)?.into_iter().filter_map(|row| {
        // As in the lists: what a newer program saved is not offered.
        let filter = serde_json::from_str::<Filter>(&row.conditions).ok()?;
        Some(Read::of(row.name, String::new(), Opens::Families(Box::new(filter))))
    });
    Ok(filters.collect())
}

fn of_settlement(place: &Place) -> Filter {
    let settlement = Settlement { code: Some(place.code.to_owned()), name: place.title() };
    Filter { settlement: Some(settlement), ..Filter::default() }
}

/// Settlements of the office's community: others are met too seldom to stand in everybody's way.
fn settlements(around: &Around<'_>) -> Result<Vec<Read>, StoreError> {
    let Some(community) = around.community.and_then(|code| CODIFIER.community_of(code)) else { return Ok(Vec::new()) };
    let near = CODIFIER.settlements(Some(community.code)).into_iter().take_while(|place| place.lies_in(community));
    let read = near.map(|place| {
        let read = Read::of(place.title(), String::new(), Opens::Families(Box::new(of_settlement(place))));
        Read { also: vec![place.name.to_owned()], ..read }
    });
    Ok(read.collect())
}

fn districts(around: &Around<'_>) -> Result<Vec<Read>, StoreError> {
    let read = around.catalogue.offered(Listed::District).map(|entry| {
        let filter = Filter { district: Some(entry.name.clone()), ..Filter::default() };
        Read {
            also: other_names(entry),
            ..Read::of(entry.name.clone(), String::new(), Opens::Families(Box::new(filter)))
        }
    });
    Ok(read.collect())
}

/// Streets are found by the names they had too.
fn streets(around: &Around<'_>) -> Result<Vec<Read>, StoreError> {
    let read = around.catalogue.offered(Listed::Street).filter_map(|entry| {
        let About::Street { settlement, former } = &entry.about else { return None };
        let place = CODIFIER.get(settlement)?;
        let filter = Filter { street: entry.name.clone(), ..of_settlement(place) };
        let was = former.iter().map(|old| old.name.clone());
        let mut also: Vec<String> = was.clone().chain(other_names(entry)).collect();
        let note = std::iter::once(place.title()).chain(was).collect::<Vec<_>>().join(" / ");
        // «Лісова» is the whole of «вул. Лісова».
        also.extend(entry.name.split_once(". ").map(|(_, name)| name.to_owned()));
        Some(Read { also, ..Read::of(entry.name.clone(), note, Opens::Families(Box::new(filter))) })
    });
    Ok(read.collect())
}

fn other_names(entry: &Entry) -> Vec<String> {
    Some(&entry.name_en).filter(|name| !name.is_empty()).cloned().into_iter().collect()
}

fn colleagues(around: &Around<'_>) -> Result<Vec<Read>, StoreError> {
    let read = staff::list(around.tx)?.into_iter().map(|staff| {
        let read = Read::of(staff.name, staff.login.clone(), Opens::Staff(staff.id));
        Read { also: vec![staff.login], ..read }
    });
    Ok(read.collect())
}
