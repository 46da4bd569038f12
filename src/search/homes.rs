//! Families with their numbers and homes: what all members share is kept once.

use super::Record;
use super::dictionary::Dictionary;
use super::numbers::building_key;
use super::settle::with_room;
use super::texts::Texts;
use crate::domain::id::FamilyId;
use crate::domain::number::FamilyNumber;
use crate::domain::street::Renamed;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// What the members of a family share, or somebody without a family has alone. In the order of streets, so that a street lies together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Home {
    pub(super) street: u32,
    /// Zero where there is none.
    pub(super) building: u32,
    /// Zero where there is none.
    pub(super) flat: u32,
    pub(super) settlement: u32,
    /// Zero where there is none.
    pub(super) number: u32,
    /// What the street is called now, and what it was called before; both zero where it was not renamed.
    pub(super) now: u32,
    pub(super) was: u32,
    /// Nil where there is none.
    family: FamilyId,
}

impl Default for Home {
    fn default() -> Self {
        Self { street: 0, building: 0, flat: 0, settlement: 0, number: 0, now: 0, was: 0, family: NOBODY }
    }
}

/// In the place of a family.
const NOBODY: FamilyId = FamilyId(uuid::Uuid::nil());

impl Home {
    /// As an image keeps it.
    pub(super) fn bytes(&self) -> [u8; 44] {
        let mut bytes = [0; 44];
        let numbers = [self.street, self.building, self.flat, self.settlement, self.number, self.now, self.was];
        for (part, number) in bytes.chunks_exact_mut(4).zip(numbers) {
            part.copy_from_slice(&number.to_le_bytes());
        }
        bytes[28..].copy_from_slice(self.family.bytes());
        bytes
    }

    /// From what [`Home::bytes`] made.
    pub(super) fn from_bytes(bytes: [u8; 44]) -> Self {
        let number = |place: usize| u32::from_le_bytes([0, 1, 2, 3].map(|byte| bytes[place * 4 + byte]));
        let mut family = [0; 16];
        family.copy_from_slice(&bytes[28..]);
        Self {
            street: number(0),
            building: number(1),
            flat: number(2),
            settlement: number(3),
            number: number(4),
            now: number(5),
            was: number(6),
            family: FamilyId::from_bytes(family),
        }
    }

    /// The family that lives here; none of somebody who has none.
    pub(super) fn family(&self) -> Option<FamilyId> {
        (self.family != NOBODY).then_some(self.family)
    }
}

/// Uses of a place's text.
pub(super) const AS_STREET: u8 = 1;
pub(super) const AS_SETTLEMENT: u8 = 2;
pub(super) const AS_OTHER_NAME: u8 = 4;

/// All of them. Home 0 belongs to nobody and is nowhere.
#[derive(Clone)]
pub(super) struct Homes {
    pub(super) all: Vec<Home>,
    /// So many are in order.
    pub(super) ordered: usize,
    /// The ordered ones by family.
    pub(super) by_family: Vec<u32>,
    /// The ordered ones by number.
    pub(super) by_number: Vec<u32>,
    /// Of those that are in no order, the newest of each family.
    recent: HashMap<FamilyId, u32>,
    /// Numbers of entries that became one with another's home.
    pub(super) also: Vec<(u32, u32)>,
    /// The homes that have any of them: few.
    united: HashSet<u32>,
    /// Streets and settlements.
    pub(super) places: Dictionary,
    /// What each text of them is used as: [`AS_STREET`], [`AS_SETTLEMENT`], [`AS_OTHER_NAME`] of a street.
    pub(super) uses: Vec<u8>,
    /// Other names of streets with the street as ordered homes have it, in their order.
    other_names: Vec<(u32, u32)>,
    /// Keys of buildings and flats.
    pub(super) buildings: Texts,
}

impl Homes {
    /// None but the empty one.
    pub(super) fn new(places: Dictionary) -> Self {
        Self {
            all: vec![Home::default()],
            ordered: 0,
            by_family: Vec::new(),
            by_number: Vec::new(),
            recent: HashMap::new(),
            also: Vec::new(),
            united: HashSet::new(),
            places,
            uses: Vec::new(),
            other_names: Vec::new(),
            buildings: Texts::default(),
        }
    }

    /// A home.
    pub(super) fn get(&self, number: u32) -> Home {
        self.all.get(number as usize).copied().unwrap_or_default()
    }

    /// The number of the home of a record.
    pub(super) fn add(&mut self, record: &Record) -> u32 {
        let other = |names: &Renamed| [&names.now, &names.was].map(|name| self.add_place(name, AS_OTHER_NAME));
        let [now, was] = record.renamed.as_ref().map_or([0, 0], other);
        let home = Home {
            street: self.add_place(&record.street, AS_STREET),
            building: self.buildings.add(&building_key(&record.building)).0,
            flat: self.buildings.add(&building_key(&record.flat)).0,
            settlement: self.add_place(&record.settlement, AS_SETTLEMENT),
            number: record.number.map_or(0, FamilyNumber::value),
            now,
            was,
            family: record.family.unwrap_or(NOBODY),
        };
        let known =
            if home == Home::default() { Some(0) } else { home.family().and_then(|family| self.of_family(family)) };
        let is_same = |known: &u32| self.get(*known) == home && self.has_just(*known, &record.also);
        let number = known.filter(is_same).unwrap_or_else(|| {
            self.all.push(home);
            let number = u32::try_from(self.all.len() - 1).unwrap_or(0);
            if let Some(family) = home.family() {
                self.recent.insert(family, number);
            }
            number
        });
        if !record.also.is_empty() && self.united.insert(number) {
            self.also.extend(record.also.iter().map(|also| (also.value(), number)));
        }
        number
    }

    /// Whether just these numbers became one with a home: what was united may be taken apart again.
    fn has_just(&self, home: u32, numbers: &[FamilyNumber]) -> bool {
        if numbers.is_empty() || !self.united.contains(&home) {
            return numbers.is_empty() && !self.united.contains(&home);
        }
        let known = self.also.iter().filter(|(_, of)| *of == home);
        known.clone().count() == numbers.len()
            && known.map(|(number, _)| number).all(|known| numbers.iter().any(|number| number.value() == *known))
    }

    /// Notes the families of homes that are in no order, and what else is known by the columns.
    pub(super) fn remember(&mut self) {
        self.united = self.also.iter().map(|(_, home)| *home).collect();
        self.learn_other_names();
        let behind = (0u32..).zip(&self.all).skip(self.ordered);
        self.recent = behind.filter_map(|(place, home)| Some((home.family()?, place))).collect();
    }

    fn add_place(&mut self, text: &str, used_as: u8) -> u32 {
        let number = self.places.add(text);
        let at = number as usize;
        if at >= self.uses.len() {
            self.uses.resize(at + 1, 0);
        }
        self.uses[at] |= used_as;
        number
    }

    fn of_family(&self, family: FamilyId) -> Option<u32> {
        let ordered = || {
            let place = self.by_family.partition_point(|home| self.get(*home).family < family);
            self.by_family.get(place).copied().filter(|home| self.get(*home).family == family)
        };
        self.recent.get(&family).copied().or_else(ordered)
    }

    /// Keeps the wanted ones in order; the new number of each.
    pub(super) fn settle(&mut self, is_wanted: &[bool]) -> Vec<u32> {
        let is_kept = |place: u32| place == 0 || is_wanted.get(place as usize).copied().unwrap_or(false);
        let mut kept: Vec<u32> =
            (0..u32::try_from(self.all.len()).unwrap_or(0)).filter(|place| is_kept(*place)).collect();
        kept.sort_unstable_by_key(|place| (*place != 0, self.get(*place), *place));
        let mut numbers = vec![0; self.all.len()];
        for (number, place) in (0u32..).zip(&kept) {
            numbers[*place as usize] = number;
        }
        self.all = with_room(kept.iter().map(|place| self.get(*place)));
        self.also.retain(|(_, home)| is_kept(*home));
        for (_, home) in &mut self.also {
            *home = numbers[*home as usize];
        }
        self.united = self.also.iter().map(|(_, home)| *home).collect();
        self.ordered = self.all.len();
        self.recent = HashMap::new();
        let all = &self.all;
        let sorted = |key: fn(&Home) -> (u32, FamilyId)| {
            let mut places: Vec<u32> = (0u32..).take(all.len()).collect();
            places.sort_unstable_by_key(|place| (key(&all[*place as usize]), *place));
            places
        };
        self.by_family = sorted(|home| (0, home.family));
        self.by_number = sorted(|home| (home.number, NOBODY));
        self.learn_other_names();
        numbers
    }

    /// Notes by which other names the streets of ordered homes are found.
    fn learn_other_names(&mut self) {
        let renamed = self.all[..self.ordered].iter().filter(|home| home.now.max(home.was) != 0);
        let names = renamed.flat_map(|home| [(home.now, home.street), (home.was, home.street)]);
        self.other_names = names.filter(|(name, street)| *name != 0 && name != street).collect();
        self.other_names.sort_unstable();
        self.other_names.dedup();
    }

    /// The streets that these names may mean, as ordered homes have them, each once.
    pub(super) fn streets_called(&self, names: &[u32]) -> Vec<u32> {
        let mut streets = names.to_vec();
        if !self.other_names.is_empty() {
            for name in names {
                let first = self.other_names.partition_point(|(of, _)| of < name);
                let meant = self.other_names[first..].iter().take_while(|(of, _)| of == name);
                streets.extend(meant.map(|(_, street)| *street));
            }
            streets.sort_unstable();
            streets.dedup();
        }
        streets
    }

    /// Ordered homes in a street, or in a building of it.
    pub(super) fn in_street(&self, street: u32, building: Option<u32>) -> Range<usize> {
        let ordered = &self.all[..self.ordered];
        let place = |home: &Home| (home.street, building.map_or(0, |_| home.building));
        let wanted = (street, building.unwrap_or(0));
        ordered.partition_point(|home| place(home) < wanted).max(1)
            ..ordered.partition_point(|home| place(home) <= wanted).max(1)
    }

    /// Homes whose number, or a number that became one with it, begins so; `hidden` digits are not typed.
    pub(super) fn numbered(&self, wanted: u32, hidden: u32) -> Vec<u32> {
        let from = wanted.saturating_mul(10u32.pow(hidden));
        let end = wanted.saturating_add(1).saturating_mul(10u32.pow(hidden));
        let is_wanted = |number: u32| from <= number && number < end;
        let number = |place: u32| self.get(place).number;
        let first = self.by_number.partition_point(|place| number(*place) < from);
        let ordered = self.by_number.iter().skip(first).take_while(|place| number(**place) < end).copied();
        let behind = (0u32..).zip(&self.all).skip(self.ordered);
        let own = ordered.chain(behind.filter(|(_, home)| is_wanted(home.number)).map(|(place, _)| place));
        let others = self.also.iter().filter(|(number, _)| is_wanted(*number)).map(|(_, home)| *home);
        own.chain(others).collect()
    }

    /// The number of a building or flat that somebody lives in; none for the empty one.
    pub(super) fn building_number(&self, key: &str) -> Option<u32> {
        self.buildings.number(key).filter(|number| *number != 0)
    }
}
