//! Somebody or a family of the register, found while typing: the first step of every change that needs another one.

use crate::domain::date;
use crate::domain::id::{FamilyId, PersonId};
use crate::domain::person::{BirthDate, PersonName};
use crate::office::Found;
use crate::tui::app::message::lives::LivesAsk;
use crate::tui::app::{Context, Effect};
use crate::tui::keys::Key;
use crate::tui::screens::sheet::Sheet;
use crate::tui::widgets::form::{Event, Field, Form};
use crate::tui::widgets::list::ListCursor;
use crate::tui::widgets::text::{fit, width};
use serde::{Deserialize, Serialize};

/// The field that is typed in.
const FIND: &str = "happen-find";

/// Rows of the list.
pub const PICKER_ROWS: usize = 9;

/// Who can be picked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Wanted {
    /// A family, not this one; the row is of whoever it was found by.
    Family(Option<FamilyId>),
    /// A family, not this one, or a person without any.
    Entry(FamilyId),
    /// A person, none of these.
    Person(Vec<PersonId>),
    /// A person, none of these, or somebody who is not on the register.
    Anybody(Vec<PersonId>),
}

/// Somebody of the register as far as a change needs to know them.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Whom {
    /// Who.
    pub person: PersonId,
    /// The family found through this person.
    pub family: Option<FamilyId>,
    /// Name.
    pub name: PersonName,
    /// Birth.
    pub birth: Option<BirthDate>,
}

impl Whom {
    fn of(found: &Found) -> Self {
        Self { person: found.person, family: found.family, name: found.name.clone(), birth: found.birth }
    }
}

/// What was picked.
#[derive(Clone, PartialEq, Debug)]
pub enum Picked {
    /// Of the register.
    Found(Whom),
    /// Somebody who is not on it, by the typed name.
    Typed(String),
}

/// The list under a line to type in.
pub struct Picker {
    wanted: Wanted,
    form: Form,
    generation: u64,
    answered: u64,
    found: Vec<Found>,
    cursor: ListCursor,
    /// Enter came before the answer: the first of what that search finds is meant.
    is_awaited: bool,
}

/// What came of a key.
pub enum Hunt {
    /// Nothing more.
    Goes,
    /// Look for what is typed now.
    Look(Effect),
    /// This one.
    Is(Picked),
}

impl Picker {
    /// An empty search.
    pub fn new(wanted: Wanted) -> Self {
        Self {
            wanted,
            form: Form::column(vec![Field::text(FIND)]),
            generation: 0,
            answered: 0,
            found: Vec::new(),
            cursor: ListCursor::default(),
            is_awaited: false,
        }
    }

    fn typed(&self) -> String {
        self.form.value(FIND)
    }

    /// Whether the last row is of somebody who is not on the register.
    fn takes_typed(&self) -> bool {
        matches!(self.wanted, Wanted::Anybody(_)) && !self.typed().is_empty()
    }

    fn rows(&self) -> usize {
        self.found.len() + usize::from(self.takes_typed())
    }

    fn look(&mut self) -> Hunt {
        self.generation += 1;
        self.is_awaited = false;
        Hunt::Look(Effect::Lives(LivesAsk::Search { generation: self.generation, text: self.typed() }))
    }

    fn take(&mut self) -> Hunt {
        if self.answered != self.generation {
            self.is_awaited = true;
            return Hunt::Goes;
        }
        match self.found.get(self.cursor.chosen) {
            Some(found) => Hunt::Is(Picked::Found(Whom::of(found))),
            None if self.takes_typed() => Hunt::Is(Picked::Typed(self.typed())),
            None => Hunt::Goes,
        }
    }

    /// A keystroke.
    pub fn key(&mut self, key: Key) -> Hunt {
        match key {
            Key::Enter | Key::F(2) => self.take(),
            Key::Tab | Key::BackTab => {
                let key = if key == Key::Tab { Key::Down } else { Key::Up };
                self.cursor.key(key, self.rows(), PICKER_ROWS);
                Hunt::Goes
            }
            Key::Up | Key::Down | Key::PageUp | Key::PageDown => {
                self.cursor.key(key, self.rows(), PICKER_ROWS);
                Hunt::Goes
            }
            key => match self.form.key(key) {
                Event::Changed => self.look(),
                _ => Hunt::Goes,
            },
        }
    }

    /// Text that arrived at once: a scanned family card too.
    pub fn text(&mut self, text: &str) -> Hunt {
        if self.form.text(text.trim()) == Event::Changed { self.look() } else { Hunt::Goes }
    }

    /// What a search found.
    pub fn receive(&mut self, generation: u64, found: &[Found]) -> Hunt {
        if generation != self.generation {
            return Hunt::Goes;
        }
        self.answered = generation;
        self.found = found.iter().filter(|found| self.fits(found)).cloned().collect();
        if matches!(self.wanted, Wanted::Family(_) | Wanted::Entry(_)) {
            let mut seen = std::collections::HashSet::new();
            self.found.retain(|found| found.family.is_none() || seen.insert(found.family));
        }
        self.cursor = ListCursor::default();
        if std::mem::take(&mut self.is_awaited) { self.take() } else { Hunt::Goes }
    }

    fn fits(&self, found: &Found) -> bool {
        match &self.wanted {
            Wanted::Family(own) => found.family.is_some() && found.family != *own,
            Wanted::Entry(own) => found.family != Some(*own),
            Wanted::Person(members) | Wanted::Anybody(members) => !members.contains(&found.person),
        }
    }

    /// Draws line and list on the sheet.
    pub fn view(&self, sheet: &mut Sheet<'_, '_, '_>, cx: &Context) {
        sheet.form(&self.form);
        sheet.gap();
        let cells = sheet.cells();
        if self.rows() == 0 {
            let is_answered = self.answered == self.generation;
            let id = match (self.typed().is_empty(), is_answered) {
                (true, _) => "happen-find-empty",
                (false, true) => "happen-find-nothing",
                (false, false) => "home-searching",
            };
            return sheet.paragraph(cx.theme.dim, &cx.t(id));
        }
        let first = self.cursor.first(self.rows(), PICKER_ROWS);
        for place in first..self.rows().min(first + PICKER_ROWS) {
            let is_chosen = place == self.cursor.chosen;
            let style = if is_chosen { cx.theme.selected } else { cx.theme.text };
            let sign = if is_chosen { "▸" } else { " " };
            let text = match self.found.get(place) {
                Some(found) => row(found, cells.saturating_sub(2), cx),
                None => cx.tv("happen-find-typed", &[("name", self.typed().into())]),
            };
            sheet.line(style, &fit(&format!("{sign} {text}"), cells));
        }
    }
}

/// `Шевченко Оксана Петрівна  12.03.1987  482-1737  м. Луцьк, …`.
fn row(found: &Found, cells: usize, cx: &Context) -> String {
    let birth = found.birth.map(date::show_birth).unwrap_or_default();
    let number = found.number.map_or_else(|| cx.t("home-single"), |number| number.to_string());
    let closed = if found.closed { format!(" {}", cx.t("home-closed")) } else { String::new() };
    let start = format!("{} {} {number}{closed} ", fit(&found.name.full(), 30), fit(&birth, 10));
    format!("{start}{}", fit(&found.address, cells.saturating_sub(width(&start))))
}
