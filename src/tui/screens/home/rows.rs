//! The rows under the box: people first, then everything else, group by group.
//!
//! On a name nothing pushes people down. What is just what was typed or begins so (an act's number, the name of a list, of an item or of
//! a command) stands right behind those who agree exactly, and above those who merely resemble it.

use crate::domain::family::FamilyCard;
use crate::domain::id::{FamilyId, PersonId};
use crate::office::{Finding, Found, Opens, Thing, is_worth};
use crate::search::Tier;
use crate::search::small::Grade;
use crate::tui::app::Context;
use crate::tui::commands::{self, CommandId, Need, Scope};
use crate::tui::perform::FOUND_LIMIT;

/// So many commands are shown.
const COMMANDS_SHOWN: usize = 5;

/// What a search found, in rows.
#[derive(Default)]
pub(super) struct Rows {
    pub(super) finding: Finding,
    commands: Vec<CommandId>,
    pub(super) groups: Vec<Group>,
    places: Vec<Place>,
}

/// Rows under one heading.
pub(super) struct Group {
    /// The heading's message.
    pub(super) title: &'static str,
    /// Its first row, and how many it has.
    pub(super) first: usize,
    pub(super) rows: usize,
    /// How many were found; more than rows where the list was cut.
    pub(super) total: usize,
    /// Whether there are more than anybody has counted.
    pub(super) is_open: bool,
}

/// Where the content of a row is.
#[derive(Clone, Copy)]
enum Place {
    Person(usize),
    Thing(usize, usize),
    Command(usize),
}

/// A row.
#[derive(Clone, Copy)]
pub(super) enum Row<'a> {
    Person(&'a Found),
    Thing(&'a Thing),
    Command(CommandId),
}

/// What a row is about: it is known again by this when the same search is asked anew.
#[derive(Clone, PartialEq)]
pub(super) enum About {
    Person(PersonId, Option<FamilyId>),
    Thing(Opens),
    Command(CommandId),
}

impl Rows {
    /// Puts what was found in order.
    pub(super) fn of(finding: Finding, typed: &str, cx: &Context) -> Self {
        let mut rows = Self { finding, ..Self::default() };
        let people = &rows.finding.people;
        let exact = people.partition_point(|found| found.tier == Tier::Exact);
        let all = people.len();
        let is_open = all >= FOUND_LIMIT;
        let (commands, is_command) = commands_for(typed, people.first().map(|found| found.tier), cx);
        let shown = commands.len().min(COMMANDS_SHOWN);
        let total = commands.len();
        rows.commands = commands;
        rows.put("home-exact", (0..exact).map(Place::Person), exact, is_open && exact == all);
        let is_exact: Vec<bool> = rows.finding.groups.iter().map(|group| group.is_exact).collect();
        for first in [true, false] {
            if is_command == first {
                rows.put("box-commands", (0..shown).map(Place::Command), total, false);
            }
            for (place, _) in is_exact.iter().enumerate().filter(|(_, exact)| **exact == first) {
                let group = &rows.finding.groups[place];
                let (title, things, total) = (group.kind, group.things.len(), group.total);
                rows.put(title, (0..things).map(|thing| Place::Thing(place, thing)), total, false);
            }
            if first {
                rows.put("home-close", (exact..all).map(Place::Person), all - exact, is_open && exact < all);
            }
        }
        rows
    }

    fn put(&mut self, title: &'static str, places: impl Iterator<Item = Place>, total: usize, is_open: bool) {
        let first = self.places.len();
        self.places.extend(places);
        let rows = self.places.len() - first;
        if rows > 0 {
            self.groups.push(Group { title, first, rows, total, is_open });
        }
    }

    /// Nothing was found, or nothing is asked.
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    pub(super) fn get(&self, row: usize) -> Option<Row<'_>> {
        Some(match *self.places.get(row)? {
            Place::Person(place) => Row::Person(self.finding.people.get(place)?),
            Place::Thing(group, place) => Row::Thing(self.finding.groups.get(group)?.things.get(place)?),
            Place::Command(place) => Row::Command(*self.commands.get(place)?),
        })
    }

    pub(super) fn person(&self, row: usize) -> Option<&Found> {
        if let Row::Person(found) = self.get(row)? { Some(found) } else { None }
    }

    /// What a row is about.
    pub(super) fn about(&self, row: usize) -> Option<About> {
        Some(match self.get(row)? {
            Row::Person(found) => About::Person(found.person, found.family),
            Row::Thing(thing) => About::Thing(thing.opens.clone()),
            Row::Command(id) => About::Command(id),
        })
    }

    /// The row that is about this.
    pub(super) fn place_of(&self, about: &About) -> Option<usize> {
        (0..self.len()).find(|row| self.about(*row).as_ref() == Some(about))
    }

    /// The group of a row.
    pub(super) fn group_of(&self, row: usize) -> usize {
        self.groups.partition_point(|group| group.first <= row).saturating_sub(1)
    }

    /// The family that everybody found is of.
    pub(super) fn is_one_family(&self) -> bool {
        let people = &self.finding.people;
        let first = people.first().and_then(|found| found.family);
        first.is_some() && people.iter().all(|found| found.family == first)
    }
}

/// The commands of the search screen that a typed text names, and whether the first is just what was typed or begins so.
fn commands_for(typed: &str, people: Option<Tier>, cx: &Context) -> (Vec<CommandId>, bool) {
    // One letter begins something of everything.
    if typed.trim().chars().nth(1).is_none() {
        return (Vec::new(), false);
    }
    let mut found = commands::found(typed, |command| {
        let runs_here = command.scopes.contains(&Scope::Home) && command.needs == Need::Nothing;
        runs_here && command.id != CommandId::Menu && command.right.is_none_or(|right| cx.may(right))
    });
    found.retain(|(fit, _)| is_worth(*fit, people));
    let is_exact = found.first().is_some_and(|(fit, _)| fit.grade <= Grade::Begins);
    (found.into_iter().map(|(_, id)| id).collect(), is_exact)
}

/// Whether a card beside the list is of the family under the cursor.
pub(super) fn is_of(card: Option<&FamilyCard>, family: Option<FamilyId>) -> bool {
    card.map(|card| card.id) == family
}
