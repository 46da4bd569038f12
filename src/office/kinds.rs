//! What the search box finds beside people: every other kind of record, each a row of [`KINDS`].
//!
//! A kind says its word, the right that opens it and how its things are read; matching, ranking, limits and who sees what are here once
//! for all of them. Things are few, so they are held folded in memory and read anew when the file has changed. What somebody may not
//! see is left out before anything is compared, counted or ranked.

use super::aid_room::Whom;
use super::sight::Sight;
use super::{Office, OfficeError};
use crate::domain::catalogue::{About, Catalogue, Entry, Kind as Listed};
use crate::domain::date;
use crate::domain::event::{EventKindCode, Frame, SessionStatus, Trainer};
use crate::domain::filter::{Filter, Settlement, State};
use crate::domain::id::{SeriesId, SessionId, SiteId, StaffId};
use crate::domain::place::{CODIFIER, Place};
use crate::domain::staff::Right;
use crate::domain::stock::{ActId, ActNumber, Item, LocationCode, PartnerCode};
use crate::search::Tier;
use crate::search::small::{Fit, Folded, Grade, Needle};
use crate::store::stock::{acts as paper_acts, catalogue as aid};
use crate::store::{StoreError, Tx, campaigns as store_campaigns, events, family_lists, staff};
use crate::text::{Lang, Texts};
use chrono::{Datelike, Days, NaiveDate};
use std::collections::HashSet;
use std::sync::LazyLock;

/// One-off events are found for so many days after they were, and before they are.
const DAYS_BEFORE: u32 = 60;
const DAYS_AHEAD: u32 = 120;

/// So many things of a kind are shown.
const SHOWN: usize = 5;

/// A kind of things that the box finds.
struct Kind {
    /// Its word in message ids (`box-lists`).
    word: &'static str,
    /// Whoever lacks it does not find things of this kind.
    right: Right,
    source: Source,
}

/// Where the things of a kind come from.
enum Source {
    /// They are few: all of them are held, folded.
    All(fn(&Around<'_>) -> Result<Vec<Read>, StoreError>),
    /// They are many: the file is asked for just those that the typed text names.
    Named(fn(&Around<'_>, &str) -> Result<Vec<Read>, StoreError>),
}

use Source::{All, Named};

/// The kinds in the order of their groups on the screen. A later kind joins by a row here, and by what Enter does to what it
/// [`Opens`].
const KINDS: &[Kind] = &[
    Kind { word: "box-acts", right: Right::SeeStock, source: Named(acts) },
    Kind { word: "box-items", right: Right::SeeStock, source: All(items) },
    Kind { word: "box-partners", right: Right::SeeStock, source: All(partners) },
    Kind { word: "box-places", right: Right::SeeStock, source: All(places) },
    Kind { word: "box-campaigns", right: Right::Serve, source: All(campaigns) },
    Kind { word: "box-series", right: Right::SeeEvents, source: All(series) },
    Kind { word: "box-sessions", right: Right::SeeEvents, source: All(sessions) },
    Kind { word: "box-lists", right: Right::SeeLists, source: All(lists) },
    Kind { word: "box-filters", right: Right::SeeLists, source: All(filters) },
    Kind { word: "box-settlements", right: Right::SeeLists, source: All(settlements) },
    Kind { word: "box-districts", right: Right::SeeLists, source: All(districts) },
    Kind { word: "box-streets", right: Right::SeeLists, source: All(streets) },
    Kind { word: "box-staff", right: Right::ManageStaff, source: All(colleagues) },
];

/// What a found thing opens.
#[derive(Clone, PartialEq, Debug)]
pub enum Opens {
    /// The register, filtered so.
    Families(Box<Filter>),
    /// A colleague in the list of staff.
    Staff(StaffId),
    /// The card of an act.
    Act(ActId),
    /// What moved of an item.
    Item(Box<Item>),
    /// What a donor gave, and where it went.
    Donor(PartnerCode),
    /// What somebody received.
    Acts(Whom),
    /// The day of a campaign.
    Campaign(SessionId),
    /// What lies in a place of the storeroom.
    Place(LocationCode),
    /// A club, a course, a group.
    Series(SeriesId),
    /// A session.
    Session(SessionId),
}

/// A text in the language of the desk.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Wording {
    uk: String,
    /// Empty where it is the same.
    en: String,
}

impl Wording {
    /// In this language.
    pub fn said(&self, lang: Lang) -> &str {
        if lang == Lang::En && !self.en.is_empty() { &self.en } else { &self.uk }
    }
}

impl From<String> for Wording {
    fn from(uk: String) -> Self {
        Self { uk, en: String::new() }
    }
}

/// A found thing.
#[derive(Clone, PartialEq, Debug)]
pub struct Thing {
    /// What it is called.
    pub title: Wording,
    /// What else tells it from others of its name; may be empty.
    pub note: Wording,
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
    /// Whether the best is just what was typed, or begins so.
    pub is_exact: bool,
}

/// Where things are read from.
struct Around<'a> {
    tx: &'a Tx,
    catalogue: &'a Catalogue,
    /// The office's community.
    community: Option<&'a str>,
    site: SiteId,
    today: NaiveDate,
}

/// A thing with everything it is found by.
struct Read {
    thing: Thing,
    /// Its names beside the title.
    also: Vec<String>,
    /// Whether it rests on a sensitive category or is a restricted event, its name included.
    restricted: bool,
    /// Who sees it all the same: those who hold it.
    holders: [Option<StaffId>; 2],
}

impl Read {
    fn of(title: impl Into<Wording>, note: impl Into<Wording>, opens: Opens) -> Self {
        let thing = Thing { title: title.into(), note: note.into(), opens };
        Self { thing, also: Vec::new(), restricted: false, holders: [None; 2] }
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
    /// What a typed text finds beside people, the kind that agrees best first.
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
        let named = self.named(text)?;
        let sight = self.sight();
        let groups = KINDS.iter().enumerate().filter(|(_, kind)| self.may(kind.right)).filter_map(|(place, kind)| {
            if let Some((_, found)) = named.iter().find(|(of, found)| *of == place && !found.is_empty()) {
                let things: Vec<Thing> = found.iter().take(SHOWN).map(|read| read.thing.clone()).collect();
                return Some((None, Group { kind: kind.word, things, total: found.len(), is_exact: true }));
            }
            let seen = held.iter().filter(|held| held.kind == place && self.sees(&held.read, &sight));
            let mut found = needle.best(&seen, |held| held.names.iter().collect());
            found.retain(|(fit, _)| is_worth(*fit, people));
            let best = found.first()?.0;
            let total = found.len();
            let things = found.into_iter().take(SHOWN).map(|(_, held)| held.read.thing.clone()).collect();
            Some((Some(best), Group { kind: kind.word, things, total, is_exact: best.grade <= Grade::Begins }))
        });
        let mut groups: Vec<(Option<Fit>, Group)> = groups.collect();
        // What agrees better stands higher; of equals the kinds have their order.
        groups.sort_by_key(|(best, _)| best.map(|fit| fit.grade));
        let groups = groups.into_iter().map(|(_, group)| group).collect();
        self.things.0 = Some(held);
        Ok(groups)
    }

    fn sees(&self, read: &Read, sight: &Sight) -> bool {
        let is_open = match &read.thing.opens {
            Opens::Families(filter) => filter.needs(&self.sensitive).into_iter().all(|right| self.may(right)),
            Opens::Staff(_)
            | Opens::Act(_)
            | Opens::Item(_)
            | Opens::Donor(_)
            | Opens::Acts(_)
            | Opens::Campaign(_)
            | Opens::Place(_)
            | Opens::Series(_)
            | Opens::Session(_) => true,
        };
        is_open && (sight.sensitive || !read.restricted || read.holders.contains(&Some(self.staff.id)))
    }

    /// The things that a typed text names, of the kinds that the file is asked for, with the place of the kind.
    fn named(&mut self, text: &str) -> Result<Vec<(usize, Vec<Read>)>, OfficeError> {
        let kinds = KINDS.iter().enumerate().filter(|(_, kind)| self.may(kind.right));
        let asked =
            kinds.filter_map(|(place, kind)| if let Named(ask) = kind.source { Some((place, ask)) } else { None });
        let asked: Vec<_> = asked.collect();
        self.around(|around| asked.iter().map(|(place, ask)| Ok((*place, ask(around, text)?))).collect())
    }

    fn read_things(&mut self) -> Result<Vec<Held>, OfficeError> {
        self.around(|around| {
            let mut held = Vec::new();
            for (kind, of) in KINDS.iter().enumerate() {
                let All(read) = of.source else { continue };
                held.extend(read(around)?.into_iter().map(|read| {
                    let title = &read.thing.title;
                    let names = [&title.uk, &title.en].into_iter().chain(&read.also).filter(|name| !name.is_empty());
                    let names = names.map(|name| Folded::of(name)).collect();
                    Held { kind, read, names }
                }));
            }
            Ok(held)
        })
    }

    fn around<T>(&mut self, read: impl FnOnce(&Around<'_>) -> Result<T, StoreError>) -> Result<T, OfficeError> {
        let (site, today) = (self.site, self.clock().today());
        let Self { store, catalogue, profile, .. } = self;
        let (catalogue, community) = (catalogue.as_ref(), profile.community.as_deref());
        Ok(store.read(|tx| read(&Around { tx, catalogue, community, site, today }))?)
    }
}

static LANGUAGES: LazyLock<[Texts; 2]> = LazyLock::new(|| [Lang::Uk, Lang::En].map(Texts::new));

/// A code in both languages.
fn wording(prefix: &str, code: &str) -> Wording {
    let [uk, en] = &*LANGUAGES;
    Wording { uk: uk.code(prefix, code), en: en.code(prefix, code) }
}

/// What the office calls an entry of the catalogue of aid, else what the program calls it.
fn called(prefix: &str, code: &str, own: &str, own_en: &str) -> Wording {
    let or = |names: [&str; 2], shipped: String| {
        names.into_iter().find(|name| !name.is_empty()).map_or(shipped, str::to_owned)
    };
    let shipped = wording(prefix, code);
    Wording { uk: or([own, ""], shipped.uk), en: or([own_en, own], shipped.en) }
}

/// The program's names of an entry, which stay in people's mouths whatever the office calls it, and its code.
fn shipped(prefix: &str, code: &str) -> Vec<String> {
    let Wording { uk, en } = wording(prefix, code);
    vec![uk, en, code.to_owned()]
}

/// Acts by their number, with the year or without: then this year's and the last one's.
fn acts(around: &Around<'_>, typed: &str) -> Result<Vec<Read>, StoreError> {
    let typed = typed.trim().to_lowercase();
    let typed = ["акт", "act"].iter().find_map(|word| typed.strip_prefix(word)).unwrap_or(&typed);
    // `067` is the beginning of a phone; with zeros before it a number is typed as it is printed.
    if typed.starts_with('0') && typed.len() != ActNumber::DIGITS {
        return Ok(Vec::new());
    }
    let year = around.today.year();
    let numbers = [year, year - 1].map(|year| ActNumber::parse(typed, year));
    let is_bare = numbers[0] != numbers[1];
    let mut found = Vec::new();
    for number in numbers.into_iter().take(if is_bare { 2 } else { 1 }).flatten() {
        for act in paper_acts::by_number(around.tx, around.site, number)? {
            let Some(act) = paper_acts::get(around.tx, act)? else { continue };
            let kind = wording("act-kind", act.head.kind.code());
            let on = date::show(act.head.happened_on);
            let note = Wording { uk: format!("{} · {on}", kind.uk), en: format!("{} · {on}", kind.en) };
            found.push(Read::of(act.head.number.to_string(), note, Opens::Act(act.head.id)));
        }
    }
    Ok(found)
}

/// Switched off ones too: what was given stays to be looked at.
fn items(around: &Around<'_>) -> Result<Vec<Read>, StoreError> {
    let read = aid::items(around.tx)?.into_iter().map(|item| {
        let code = item.code.as_str();
        let title = called("item", code, &item.name, &item.name_en);
        let also = shipped("item", code);
        Read { also, ..Read::of(title, String::new(), Opens::Item(Box::new(item))) }
    });
    Ok(read.collect())
}

/// Who gives opens with what they gave, who only receives with what they got.
fn partners(around: &Around<'_>) -> Result<Vec<Read>, StoreError> {
    let read = aid::partners(around.tx)?.into_iter().map(|partner| {
        let code = partner.code.as_str();
        let title = called("partner", code, &partner.name, &partner.name_en);
        let note = wording("catalogue-partner", partner.role.code());
        let also = [shipped("partner", code), vec![partner.edrpou.clone()]].concat();
        let opens = if partner.gives() {
            Opens::Donor(partner.code.clone())
        } else {
            Opens::Acts(Whom::Organisation(partner.code.clone()))
        };
        Read { also, ..Read::of(title, note, opens) }
    });
    Ok(read.collect())
}

/// Cars and other storerooms. The one that every office has is what the command of that name opens.
fn places(around: &Around<'_>) -> Result<Vec<Read>, StoreError> {
    let is_offered = |off: Option<NaiveDate>| off.is_none_or(|since| around.today < since);
    let places = aid::locations(around.tx)?.into_iter();
    let others = places.filter(|place| is_offered(place.off_since) && place.code != LocationCode::storeroom());
    let read = others.map(|place| {
        let title = called("location", place.code.as_str(), &place.name, &place.name_en);
        Read {
            also: shipped("location", place.code.as_str()),
            ..Read::of(title, String::new(), Opens::Place(place.code))
        }
    });
    Ok(read.collect())
}

/// Those under way first.
fn campaigns(around: &Around<'_>) -> Result<Vec<Read>, StoreError> {
    let read = store_campaigns::all(around.tx)?.into_iter().map(|row| {
        let status = wording("campaign-status", row.status.code());
        let on = date::show(row.draft.starts_on);
        let note = Wording { uk: format!("{on} · {}", status.uk), en: format!("{on} · {}", status.en) };
        Read::of(row.draft.title, note, Opens::Campaign(row.id))
    });
    Ok(read.collect())
}

/// Those that last, or ended not long ago, first.
fn series(around: &Around<'_>) -> Result<Vec<Read>, StoreError> {
    let read = events::series::all(around.tx)?.into_iter().map(|row| {
        let frame = row.draft.frame;
        let until = row.ended_on.unwrap_or(row.draft.rule.ends_on);
        let days = format!("{}–{}", date::show(row.draft.rule.starts_on), date::show(until));
        let kind = event_kind(around, &frame.kind);
        let note = Wording { uk: format!("{} · {days}", kind.uk), en: format!("{} · {days}", kind.en) };
        Read {
            restricted: frame.restricted,
            holders: [holder(&frame), None],
            ..Read::of(frame.title, note, Opens::Series(row.id))
        }
    });
    Ok(read.collect())
}

/// One-off events of these weeks, and the next session of each series; the days that come before those that were.
fn sessions(around: &Around<'_>) -> Result<Vec<Read>, StoreError> {
    let days = |many| Days::new(u64::from(many));
    let from = around.today.checked_sub_days(days(DAYS_BEFORE)).unwrap_or(around.today);
    let until = around.today.checked_add_days(days(DAYS_AHEAD)).unwrap_or(around.today);
    let mut rows = events::sessions::between(around.tx, from, until)?;
    rows.retain(|row| !row.frame.kind.is_campaign() && row.status != SessionStatus::Cancelled);
    let mut seen = HashSet::new();
    rows.retain(|row| row.series.is_none_or(|series| row.held_on >= around.today && seen.insert(series)));
    rows.sort_by_key(|row| {
        let away = (row.held_on - around.today).num_days();
        (away < 0, away.abs(), row.frame.hours.start)
    });
    let read = rows.into_iter().map(|row| {
        let start = row.frame.hours.start.map(|start| start.format(" %H:%M").to_string()).unwrap_or_default();
        let day = format!("{}{start}", date::show(row.held_on));
        let kind = event_kind(around, &row.frame.kind);
        let note = Wording { uk: format!("{} · {day}", kind.uk), en: format!("{} · {day}", kind.en) };
        Read {
            restricted: row.frame.restricted,
            holders: [holder(&row.frame), row.series_trainer],
            ..Read::of(row.frame.title, note, Opens::Session(row.id))
        }
    });
    Ok(read.collect())
}

/// What the office calls a kind of events, else what the program calls it.
fn event_kind(around: &Around<'_>, code: &EventKindCode) -> Wording {
    let entry = around.catalogue.get(Listed::EventKind, code.as_str());
    let own = entry.map_or(("", ""), |entry| (entry.name.as_str(), entry.name_en.as_str()));
    called("event_kind", code.as_str(), own.0, own.1)
}

fn holder(frame: &Frame) -> Option<StaffId> {
    match frame.trainer {
        Some(Trainer::Staff(staff)) => Some(staff),
        Some(Trainer::Named(_)) | None => None,
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
