//! The conditions of a list as a form: what is typed or picked becomes the filter at once, and a filter becomes what stands in the form.
//!
//! A condition that the signed-in person may not ask by has no field here.

use super::words;
use crate::domain::category::CategoryCode;
use crate::domain::date;
use crate::domain::filter::{Area, Filter, Missing, Settlement, Span, State};
use crate::domain::name;
use crate::domain::staff::Right;
use crate::office::Choices;
use crate::search::small::{Folded, Grade, Needle};
use crate::text::{Lang, Texts};
use crate::tui::app::Context;
use crate::tui::keys::Key;
use crate::tui::widgets::form::{Event, Field, Form, Note, NoteKind, Row};
use chrono::NaiveDate;
use std::str::FromStr;
use std::sync::LazyLock;

const STATE: &str = "lists-state";
const AREA: &str = "lists-area";
const LIST: &str = "lists-list";
const ANY: &str = "lists-any";
const ALL: &str = "lists-all";
const NONE: &str = "lists-none";
const SETTLEMENT: &str = "lists-settlement";
const DISTRICT: &str = "lists-district";
const STREET: &str = "lists-street";
const AGE: &str = "lists-age";
const CHILDREN: &str = "lists-children";
const MEMBERS: &str = "lists-members";
const FROM: &str = "lists-from";
const TO: &str = "lists-to";
const DAY: &str = "lists-day";
const CONTACT: &str = "lists-contact";
const NO_CONTACT: &str = "lists-no-contact";
const NO_AID: &str = "lists-no-aid";
const MISSING: &str = "lists-missing";
const NAME: &str = "lists-name";

/// Fields that only somebody who sees contacts may ask by.
const OF_CONTACTS: [&str; 4] = [AREA, SETTLEMENT, DISTRICT, STREET];

/// The lists of categories.
const CATEGORIES: [&str; 3] = [ANY, ALL, NONE];

/// The form and the filter that it says.
pub(super) struct Conditions {
    pub(super) form: Form,
    pub(super) filter: Filter,
}

/// What a key did.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Heard {
    /// Nothing of the conditions'.
    Ignored,
    /// The form took it; the filter is as it was or another.
    Taken,
    /// Past the last field.
    PastEnd,
}

impl Conditions {
    /// No conditions but that the entry is open.
    pub(super) fn new(cx: &Context) -> Self {
        let sees = |id: &&str| cx.may(Right::SeeContacts) || !OF_CONTACTS.contains(id);
        let rows: [&[(&'static str, u16)]; 9] = [
            &[(STATE, 4), (AREA, 4), (LIST, 5)],
            &[(ANY, 1)],
            &[(ALL, 1), (NONE, 1)],
            &[(SETTLEMENT, 5), (DISTRICT, 4), (STREET, 4)],
            &[(AGE, 1), (CHILDREN, 1), (MEMBERS, 1)],
            &[(FROM, 6), (TO, 4), (DAY, 6)],
            &[(CONTACT, 4), (NO_CONTACT, 5), (NO_AID, 5)],
            &[(MISSING, 1)],
            &[(NAME, 1)],
        ];
        let rows: Vec<Vec<(&'static str, u16)>> = rows
            .iter()
            .map(|row| row.iter().filter(|(id, _)| sees(id)).copied().collect::<Vec<_>>())
            .filter(|row| !row.is_empty())
            .collect();
        let fields = rows.iter().flatten().map(|(id, _)| field(id)).collect();
        let mut form = Form::new(fields, rows.into_iter().map(Row::Fields).collect());
        form.focus = None;
        let mut conditions = Self { form, filter: Filter::default() };
        conditions.speak(&Choices::default(), cx);
        conditions
    }

    /// Says choices and chips in the words of the language, with the lists that there are now.
    pub(super) fn speak(&mut self, choices: &Choices, cx: &Context) {
        let whatever = cx.t("lists-whatever");
        let states = State::ALL.map(|state| cx.t(&format!("lists-state-{}", state.code()))).to_vec();
        let areas = vec![whatever.clone(), cx.t("lists-area-rural"), cx.t("lists-area-urban")];
        let lists = std::iter::once(whatever).chain(choices.lists.iter().map(|list| list.name.clone())).collect();
        for (id, words) in [(STATE, states), (AREA, areas), (LIST, lists)] {
            if let Some(field) = self.form.field_mut(id) {
                field.say(words);
            }
        }
        // Another desk may have made or removed lists: the picked one stays picked.
        let place =
            choices.lists.iter().position(|list| Some(list.id) == self.filter.list).map_or(0, |place| place + 1);
        self.pick(LIST, place);
        self.chips(cx);
    }

    /// Puts a filter into the form.
    pub(super) fn load(&mut self, filter: Filter, choices: &Choices, cx: &Context) {
        let day = |day: Option<NaiveDate>| day.map(date::show).unwrap_or_default();
        let texts = [
            (SETTLEMENT, filter.settlement.as_ref().map(|place| place.name.clone()).unwrap_or_default()),
            (DISTRICT, filter.district.clone().unwrap_or_default()),
            (STREET, filter.street.clone()),
            (AGE, words::span(filter.child_age)),
            (CHILDREN, words::span(filter.children)),
            (MEMBERS, words::span(filter.members)),
            (FROM, day(filter.registered.from)),
            (TO, day(filter.registered.to)),
            (DAY, day(filter.in_force_on)),
            (CONTACT, day(filter.contact_since)),
            (NO_CONTACT, day(filter.no_contact_since)),
            (NO_AID, day(filter.no_aid_since)),
            (NAME, filter.name.clone()),
        ];
        for (id, text) in texts {
            self.form.set(id, &text);
            self.form.note(id, None);
        }
        for id in CATEGORIES.into_iter().chain([MISSING]) {
            self.form.set(id, "");
        }
        self.pick(STATE, State::ALL.iter().position(|state| *state == filter.state).unwrap_or(0));
        self.pick(AREA, filter.area.map_or(0, |area| if area == Area::Rural { 1 } else { 2 }));
        self.filter = filter;
        self.speak(choices, cx);
    }

    fn pick(&mut self, id: &str, place: usize) {
        if let Some(field) = self.form.field_mut(id) {
            field.pick(place);
        }
    }

    fn chips(&mut self, cx: &Context) {
        let short = |codes: &[CategoryCode]| codes.iter().map(|code| cx.texts.code("short", &code.0)).collect();
        let missing =
            self.filter.missing.iter().map(|missing| cx.t(&format!("lists-missing-{}", missing.code()))).collect();
        let items: [(&str, Vec<String>); 4] = [
            (ANY, short(&self.filter.any_of)),
            (ALL, short(&self.filter.all_of)),
            (NONE, short(&self.filter.none_of)),
            (MISSING, missing),
        ];
        for (id, items) in items {
            if let Some(field) = self.form.field_mut(id) {
                field.items = items;
            }
        }
    }

    /// A keystroke in the form.
    pub(super) fn key(&mut self, key: Key, choices: &Choices, cx: &Context) -> Heard {
        let event = self.form.key(key);
        self.hear(&event, choices, cx)
    }

    /// Text that arrived at once.
    pub(super) fn text(&mut self, text: &str, choices: &Choices, cx: &Context) {
        let event = self.form.text(text);
        self.hear(&event, choices, cx);
    }

    /// The focus comes into the form.
    pub(super) fn enter(&mut self, choices: &Choices, cx: &Context) {
        if self.form.focus.is_none() {
            self.form.focus = Some(0);
        }
        self.offer(choices, cx);
    }

    /// The focus leaves the form.
    pub(super) fn leave(&mut self, choices: &Choices, cx: &Context) {
        if let Some(id) = self.form.focused() {
            self.settle(id, choices, cx);
        }
        self.form.suggest(Vec::new());
        self.form.focus = None;
    }

    fn hear(&mut self, event: &Event, choices: &Choices, cx: &Context) -> Heard {
        match event {
            Event::Ignored => return Heard::Ignored,
            Event::PastEnd => {
                if let Some(last) = self.form.fields.last().map(|field| field.id) {
                    self.settle(last, choices, cx);
                }
                return Heard::PastEnd;
            }
            Event::Moved => return Heard::Taken,
            Event::Changed => {
                if let Some(id) = self.form.focused() {
                    self.read(id, Reading::Typing, choices, cx);
                    self.offer(choices, cx);
                }
            }
            Event::Left(id) => {
                self.settle(id, choices, cx);
                self.offer(choices, cx);
            }
            Event::Picked { field, place } => {
                self.picked(field, *place, choices, cx);
                self.offer(choices, cx);
            }
            Event::Add { field, text, move_on } => {
                match offered(field, text, choices, cx).first() {
                    Some(first) => {
                        self.take(field, first, cx);
                        self.form.note(field, None);
                        if *move_on {
                            self.form.next();
                        }
                    }
                    None => self.fault(field, cx.t("lists-fault-unknown")),
                }
                self.offer(choices, cx);
            }
            Event::Remove { field, place } | Event::Reopen { field, place } => {
                let filter = &mut self.filter;
                match *field {
                    ANY if *place < filter.any_of.len() => drop(filter.any_of.remove(*place)),
                    ALL if *place < filter.all_of.len() => drop(filter.all_of.remove(*place)),
                    NONE if *place < filter.none_of.len() => drop(filter.none_of.remove(*place)),
                    MISSING if *place < filter.missing.len() => drop(filter.missing.remove(*place)),
                    _ => {}
                }
                self.chips(cx);
            }
        }
        Heard::Taken
    }

    fn fault(&mut self, id: &str, text: String) {
        self.form.note(id, Some(Note { kind: NoteKind::Fault, text }));
    }

    /// The field is left: what cannot be read is said now, what can is shown settled.
    fn settle(&mut self, id: &'static str, choices: &Choices, cx: &Context) {
        self.read(id, Reading::Left, choices, cx);
    }

    /// Offers what can be picked in the field with the focus; nothing is marked until something is typed or an arrow marks it.
    fn offer(&mut self, choices: &Choices, cx: &Context) {
        let Some(id) = self.form.focused() else { return };
        let typed = self.form.value(id);
        let is_fresh = self.form.field(id).is_some_and(|field| field.line.is_selected());
        let shown: Vec<String> = if is_fresh { Vec::new() } else { offered(id, &typed, choices, cx) }
            .into_iter()
            .map(|option| option.words)
            .collect();
        if typed.is_empty() { self.form.suggest_loosely(shown) } else { self.form.suggest(shown) }
    }

    fn picked(&mut self, id: &'static str, place: usize, choices: &Choices, cx: &Context) {
        if let Some(option) = offered(id, &self.form.value(id), choices, cx).get(place) {
            self.take(id, option, cx);
            if matches!(id, SETTLEMENT | DISTRICT) {
                self.form.next();
            }
        }
    }

    fn take(&mut self, id: &'static str, option: &Offer, cx: &Context) {
        let add = |codes: &mut Vec<CategoryCode>, code: &CategoryCode| {
            if !codes.contains(code) {
                codes.push(code.clone());
            }
        };
        let filter = &mut self.filter;
        match (id, &option.what) {
            (ANY, What::Category(code)) => add(&mut filter.any_of, code),
            (ALL, What::Category(code)) => add(&mut filter.all_of, code),
            (NONE, What::Category(code)) => add(&mut filter.none_of, code),
            (MISSING, What::Missing(missing)) if !filter.missing.contains(missing) => filter.missing.push(*missing),
            (SETTLEMENT, What::Settlement(place)) => {
                filter.settlement = Some(place.clone());
                self.form.set(id, &place.name);
                return;
            }
            (DISTRICT, What::District(district)) => {
                filter.district = Some(district.clone());
                self.form.set(id, district);
                return;
            }
            _ => {}
        }
        self.form.set(id, "");
        self.chips(cx);
    }

    /// Takes what stands in a field into the filter.
    fn read(&mut self, id: &'static str, reading: Reading, choices: &Choices, cx: &Context) {
        let text = name::clean(&self.form.value(id));
        let picked = self.form.field(id).map_or(0, Field::picked);
        match id {
            STATE => self.filter.state = State::ALL.get(picked).copied().unwrap_or_default(),
            AREA => self.filter.area = [None, Some(Area::Rural), Some(Area::Urban)].get(picked).copied().flatten(),
            LIST => {
                self.filter.list = picked.checked_sub(1).and_then(|place| choices.lists.get(place)).map(|list| list.id);
            }
            SETTLEMENT if text.is_empty() => self.filter.settlement = None,
            DISTRICT if text.is_empty() => self.filter.district = None,
            SETTLEMENT if reading == Reading::Left => {
                let is_the_same = self.filter.settlement.as_ref().is_some_and(|place| place.name == text);
                if !is_the_same {
                    let known =
                        choices.settlements.iter().find(|place| place.name.to_lowercase() == text.to_lowercase());
                    self.filter.settlement = Some(known.cloned().unwrap_or(Settlement { code: None, name: text }));
                }
            }
            DISTRICT if reading == Reading::Left => self.filter.district = Some(text),
            STREET => self.filter.street = text,
            NAME => self.filter.name = text,
            AGE => self.filter.child_age = self.read_span(id, &text, reading, cx),
            CHILDREN => self.filter.children = self.read_span(id, &text, reading, cx),
            MEMBERS => self.filter.members = self.read_span(id, &text, reading, cx),
            FROM => self.filter.registered.from = self.read_day(id, &text, reading, cx),
            TO => self.filter.registered.to = self.read_day(id, &text, reading, cx),
            DAY => self.filter.in_force_on = self.read_day(id, &text, reading, cx),
            CONTACT => self.filter.contact_since = self.read_day(id, &text, reading, cx),
            NO_CONTACT => self.filter.no_contact_since = self.read_day(id, &text, reading, cx),
            NO_AID => self.filter.no_aid_since = self.read_day(id, &text, reading, cx),
            _ => {}
        }
    }

    fn read_span(&mut self, id: &'static str, text: &str, reading: Reading, cx: &Context) -> Span<u32> {
        match words::read_span(text) {
            Some(span) => {
                self.form.note(id, None);
                span
            }
            None => {
                if reading == Reading::Left {
                    self.fault(id, cx.t("lists-fault-span"));
                }
                Span::default()
            }
        }
    }

    fn read_day(&mut self, id: &'static str, text: &str, reading: Reading, cx: &Context) -> Option<NaiveDate> {
        if text.is_empty() {
            self.form.note(id, None);
            return None;
        }
        match date::parse(text, cx.today()) {
            Ok(day) => {
                self.form.note(id, None);
                if reading == Reading::Left {
                    self.form.set(id, &date::show(day));
                }
                Some(day)
            }
            Err(_) => {
                if reading == Reading::Left {
                    self.fault(id, cx.t("lists-fault-day"));
                }
                None
            }
        }
    }
}

/// When a field is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reading {
    /// While it is being typed: half a date is no fault yet.
    Typing,
    /// When the focus leaves it.
    Left,
}

fn field(id: &'static str) -> Field {
    match id {
        STATE | AREA | LIST => Field::choice(id, Vec::new()),
        ANY | ALL | NONE | MISSING => Field::list(id),
        SETTLEMENT | DISTRICT => Field::suggest(id),
        _ => Field::text(id),
    }
}

/// Something that can be picked.
struct Offer {
    words: String,
    /// Other words that find it, lowered.
    also: String,
    what: What,
}

enum What {
    Category(CategoryCode),
    Missing(Missing),
    Settlement(Settlement),
    District(String),
}

/// What a field offers for a typed text, the best first.
fn offered(id: &str, typed: &str, choices: &Choices, cx: &Context) -> Vec<Offer> {
    let all: Vec<Offer> = match id {
        ANY | ALL | NONE => categories(cx),
        MISSING => {
            let sensitive = cx.catalogue().sensitive();
            let may = |missing: &Missing| {
                Filter { missing: vec![*missing], ..Filter::default() }
                    .needs(&sensitive)
                    .into_iter()
                    .all(|right| cx.may(right))
            };
            let offer = |missing: Missing| Offer {
                words: cx.t(&format!("lists-missing-{}", missing.code())),
                also: String::new(),
                what: What::Missing(missing),
            };
            Missing::ALL.into_iter().filter(may).map(offer).collect()
        }
        SETTLEMENT => choices
            .settlements
            .iter()
            .map(|place| Offer {
                words: place.name.clone(),
                also: String::new(),
                what: What::Settlement(place.clone()),
            })
            .collect(),
        DISTRICT => choices
            .districts
            .iter()
            .map(|district| Offer {
                words: district.clone(),
                also: String::new(),
                what: What::District(district.clone()),
            })
            .collect(),
        _ => Vec::new(),
    };
    Needle::of(typed).left_of(all, |offer| vec![offer.words.clone(), offer.also.clone()])
}

fn categories(cx: &Context) -> Vec<Offer> {
    let catalogue = cx.catalogue();
    let sensitive = catalogue.sensitive();
    catalogue
        .category_codes()
        .into_iter()
        .filter(|code| cx.may(Right::SeeSensitive) || !sensitive.covers(code))
        .map(|code| Offer {
            words: cx.texts.code("category", &code.0),
            also: IN_BOTH.iter().map(|texts| said(texts, &code)).collect(),
            what: What::Category(code),
        })
        .collect()
}

/// People type Ukrainian words on an English screen too, and short ones everywhere.
static IN_BOTH: LazyLock<[Texts; 2]> = LazyLock::new(|| Lang::ALL.map(Texts::new));

fn said(texts: &Texts, code: &CategoryCode) -> String {
    ["category", "short"].map(|of| format!(" {}", texts.code(of, &code.0).to_lowercase())).concat()
}

/// The category that a typed text means, as the forms of deeds over many take it.
pub(super) fn category_of(typed: &str, cx: &Context) -> Option<CategoryCode> {
    if typed.trim().is_empty() {
        return None;
    }
    let (code, words) = offered_categories(typed, cx).into_iter().next()?;
    // What merely resembles the text may be offered, and is taken when somebody picks it; a deed over many does not guess.
    let names = std::iter::once(words).chain(IN_BOTH.iter().map(|texts| said(texts, &code)));
    let needle = Needle::of(typed);
    let mut fits = names.filter_map(|name| needle.fit(&Folded::of(&name)));
    fits.any(|fit| fit.grade < Grade::Near).then_some(code)
}

/// Categories for a typed text with their words.
pub(super) fn offered_categories(typed: &str, cx: &Context) -> Vec<(CategoryCode, String)> {
    offered(ANY, typed, &Choices::default(), cx)
        .into_iter()
        .filter_map(|offer| match offer.what {
            What::Category(code) => Some((code, offer.words)),
            _ => None,
        })
        .collect()
}

/// A whole number typed by a person.
pub(super) fn number<T: FromStr>(text: &str) -> Option<T> {
    let text = text.trim();
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) { None } else { text.parse().ok() }
}
