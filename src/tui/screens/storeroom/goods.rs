//! A paper that moves goods: what came from a donor, what is written off, what goes to another place. One form for the three.
//!
//! The head says from whom, where and when; below it one line is typed in, and each Enter adds what it says. Everything is written as one
//! act, or nothing is and the form says which line is short.

use super::stock::{self, Place, Shelf, Thing};
use super::typed::{self, Split};
use crate::domain::date;
use crate::domain::id::DeedId;
use crate::domain::stock::{Grams, ItemCode, LocationCode, PartnerCode, Quantity};
use crate::tui::aid_words;
use crate::tui::app::message::storeroom::{StoreroomAsk, StoreroomTold};
use crate::tui::app::{Answer, Context, DraftKind, DraftLayer, DraftOf, Effect, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::dialog::Dialog;
use crate::tui::widgets::form::{Event, Field, Form, KeptForm, Kind, Note, NoteKind, Row};
use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub(super) const PARTNER: &str = "goods-partner";
pub(super) const DOCUMENT: &str = "goods-document";
pub(super) const ON: &str = "goods-on";
pub(super) const LOCATION: &str = "goods-location";
pub(super) const TO: &str = "goods-to";
pub(super) const WHY: &str = "goods-why";
pub(super) const WORDS: &str = "goods-words";
pub(super) const NOTE: &str = "goods-note";
pub(super) const LINE: &str = "goods-line";

/// Why goods are written off, in the order of the choice; the last one wants words.
pub(super) const REASONS: [&str; 5] =
    ["goods-why-expired", "goods-why-spoilt", "goods-why-worn", "goods-why-lost", "goods-why-other"];

/// What the paper does.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Goods come from a donor.
    Receipt,
    /// Goods are written off.
    WriteOff,
    /// Goods go to another place.
    Transfer,
}

impl Purpose {
    /// Its word in message ids.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Receipt => "receipt",
            Self::WriteOff => "write-off",
            Self::Transfer => "transfer",
        }
    }
}

/// A line of the paper.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(super) struct PaperLine {
    /// Of what.
    pub(super) item: ItemCode,
    /// How much.
    pub(super) quantity: Quantity,
    /// Until when it keeps.
    pub(super) until: Option<NaiveDate>,
}

/// The form.
pub struct GoodsForm {
    pub(super) purpose: Purpose,
    /// The place that goods come to or go from.
    pub(super) location: LocationCode,
    pub(super) form: Form,
    pub(super) lines: Vec<PaperLine>,
    /// The line under the cursor; none while the entry is typed in.
    pub(super) chosen: Option<usize>,
    /// What there is to choose from; none while it is being read.
    pub(super) shelf: Option<Shelf>,
    /// What the suggestions under the field with the focus stand for.
    pub(super) offered: Vec<usize>,
    /// What is to be said of a line: that it is short.
    pub(super) short: Option<(usize, String)>,
    pub(super) deed: DeedId,
    pub(super) is_waiting: bool,
}

/// Everything of the form that is not made anew.
#[derive(Serialize, Deserialize)]
struct KeptGoods {
    purpose: Purpose,
    location: LocationCode,
    lines: Vec<PaperLine>,
    form: KeptForm,
}

impl GoodsForm {
    /// An empty paper at a place; what is typed already stands in the entry.
    pub(super) fn open(purpose: Purpose, location: &LocationCode, typed: &str, cx: &mut Context) -> Step {
        let mut form = Self::new(purpose, location, cx);
        if !typed.is_empty() {
            form.form.set(LINE, &format!("{typed} "));
            form.form.focus_on(LINE);
        }
        if purpose != Purpose::Receipt && typed.is_empty() {
            form.form.focus_on(LINE);
        }
        let ask = form.ask();
        Step::push(form).with(ask)
    }

    fn new(purpose: Purpose, location: &LocationCode, cx: &mut Context) -> Self {
        let mut on = Field::text(ON);
        on.put(&date::show(cx.today()));
        let place = || Field::choice(LOCATION, vec![String::new()]);
        let (fields, rows) = match purpose {
            Purpose::Receipt => (
                vec![Field::suggest(PARTNER), Field::text(DOCUMENT), on, place()],
                vec![Row::Fields(vec![(PARTNER, 1), (DOCUMENT, 1)]), Row::Fields(vec![(ON, 1), (LOCATION, 1)])],
            ),
            Purpose::WriteOff => (
                vec![Field::choice(WHY, reasons(cx)), Field::text(WORDS), on, place()],
                vec![Row::Fields(vec![(WHY, 1), (WORDS, 1)]), Row::Fields(vec![(ON, 1), (LOCATION, 1)])],
            ),
            Purpose::Transfer => (
                vec![place(), Field::choice(TO, vec![String::new()]), on, Field::text(NOTE)],
                vec![Row::Fields(vec![(LOCATION, 1), (TO, 1)]), Row::Fields(vec![(ON, 1), (NOTE, 1)])],
            ),
        };
        let fields = fields.into_iter().chain([Field::suggest(LINE)]).collect();
        let rows = rows.into_iter().chain([Row::Gap, Row::Fields(vec![(LINE, 1)])]).collect();
        Self {
            purpose,
            location: location.clone(),
            form: Form::new(fields, rows).aligned(),
            lines: Vec::new(),
            chosen: None,
            shelf: None,
            offered: Vec::new(),
            short: None,
            deed: cx.new_deed(),
            is_waiting: false,
        }
    }

    /// The form of a draft as it stood, and what it has to read again. None when the draft is no such form.
    pub fn go_on(deed: DeedId, form: Value, cx: &mut Context) -> Option<(Self, Effect)> {
        let kept: KeptGoods = serde_json::from_value(form).ok()?;
        let mut opened = Self::new(kept.purpose, &kept.location, cx);
        opened.deed = deed;
        opened.lines = kept.lines;
        opened.form.put_back(&kept.form);
        let ask = opened.ask();
        Some((opened, ask))
    }

    pub(super) fn ask(&self) -> Effect {
        Effect::Storeroom(StoreroomAsk::Balances(Some(self.location.clone())))
    }

    pub(super) fn places(&self) -> &[Place] {
        self.shelf.as_ref().map_or(&[], |shelf| &shelf.places)
    }

    pub(super) fn things(&self) -> &[Thing] {
        self.shelf.as_ref().map_or(&[], |shelf| &shelf.things)
    }

    pub(super) fn thing(&self, code: &ItemCode) -> Option<&Thing> {
        self.shelf.as_ref().and_then(|shelf| shelf.thing(code))
    }

    /// What the choices of places say; the picked ones stay picked.
    fn show_places(&mut self) {
        let names: Vec<String> = self.places().iter().map(|place| place.name.clone()).collect();
        let here = self.places().iter().position(|place| place.code == self.location).unwrap_or(0);
        let is_new =
            |field: &Field| matches!(&field.kind, Kind::Choice { options, .. } if options.len() != names.len());
        let other = (0..names.len()).find(|place| *place != here).unwrap_or(0);
        if let Some(to) = self.form.field_mut(TO) {
            let was_new = is_new(to);
            to.say(names.clone());
            if was_new {
                to.pick(other);
            }
        }
        if let Some(location) = self.form.field_mut(LOCATION) {
            location.say(names);
            location.pick(here);
        }
    }

    pub(super) fn picked_place(&self, id: &str) -> Option<&Place> {
        self.form.field(id).and_then(|field| self.places().get(field.picked()))
    }

    pub(super) fn is_out(&self) -> bool {
        self.purpose != Purpose::Receipt
    }

    /// How much of an item the lines of this paper take.
    pub(super) fn taken(&self, item: &ItemCode) -> Quantity {
        self.lines.iter().filter(|line| line.item == *item).map(|line| line.quantity).sum()
    }

    pub(super) fn fault(&mut self, id: &'static str, text: String) {
        self.form.note(id, Some(Note { kind: NoteKind::Fault, text }));
        self.form.focus_on(id);
    }

    /// Offers what the typed text of the field with the focus may mean.
    pub(super) fn offer(&mut self, cx: &Context) {
        match self.form.focused() {
            Some(PARTNER) => {
                let typed = self.form.value(PARTNER);
                let partners = self.shelf.as_ref().map_or(&[][..], |shelf| &shelf.partners);
                let named = partners.iter().enumerate().map(|(place, of)| (place, of.code.as_str(), of.name.as_str()));
                self.offered = if typed.is_empty() { Vec::new() } else { typed::find(named, &typed) };
                let names = self.offered.iter().filter_map(|place| partners.get(*place)).map(|of| of.name.clone());
                let names = names.collect();
                self.form.suggest(names);
            }
            Some(LINE) => {
                let typed = typed::split(&self.form.value(LINE)).map(|split| split.name).unwrap_or_default();
                let is_out = self.is_out();
                // What is not here cannot go from here, so it stands behind what is.
                let things = self.things();
                let named = things.iter().enumerate().map(|(place, of)| (place, of.code().as_str(), of.names.as_str()));
                let mut offered = if typed.is_empty() { Vec::new() } else { typed::find(named, &typed) };
                offered.sort_by_key(|place| is_out && things.get(*place).is_some_and(|thing| thing.there.is_zero()));
                let words = offered.iter().filter_map(|place| things.get(*place));
                let words = words.map(|thing| {
                    let there =
                        cx.tv("goods-there", &[("amount", stock::amount(thing.there, thing.unit(), cx).into())]);
                    format!("{} · {there}", thing.name)
                });
                let words = words.collect();
                self.offered = offered;
                self.form.suggest(words);
            }
            _ => {}
        }
    }

    /// Adds what the entry says of this thing. Where something is missing or odd, it says so at the entry.
    pub(super) fn add(&mut self, place: usize, cx: &Context) {
        let Some(thing) = self.things().get(place).cloned() else { return };
        let split = match typed::split(&self.form.value(LINE)) {
            Ok(split) => split,
            Err(odd) => return self.fault(LINE, cx.tv("goods-odd-day", &[("text", odd.0.into())])),
        };
        match self.line(&thing, &split, cx) {
            Err(fault) => {
                if split.amount.is_none() {
                    // The name is settled; how much comes behind it.
                    let until = split.until.map(|_| String::new()).unwrap_or_default();
                    self.form.set(LINE, &format!("{} {until}", thing.name));
                }
                self.fault(LINE, fault);
            }
            Ok(line) => {
                self.short = None;
                let same = self.lines.iter_mut().find(|of| of.item == line.item && of.until == line.until);
                match same {
                    Some(same) => same.quantity += line.quantity,
                    None => self.lines.push(line),
                }
                self.form.set(LINE, "");
                self.form.note(LINE, None);
                self.form.focus_on(LINE);
            }
        }
    }

    /// The line that is typed. Errors: why it cannot be added, as a sentence.
    fn line(&self, thing: &Thing, split: &Split, cx: &Context) -> Result<PaperLine, String> {
        let Some(amount) = &split.amount else {
            return Err(cx.tv("goods-no-amount", &[("item", thing.name.as_str().into())]));
        };
        let quantity = Quantity::parse(amount, thing.unit())
            .map_err(|fault| aid_words::odd_quantity(fault, self.lines.len(), cx))?;
        if split.until.is_some() && (!thing.item.tracks_expiry || self.is_out()) {
            return Err(cx.tv("goods-until-not-kept", &[("item", thing.name.as_str().into())]));
        }
        let on = self.day(cx).unwrap_or(cx.today());
        if let Some(day) = split.until.filter(|day| *day < on) {
            return Err(cx.tv("goods-until-past", &[("day", date::show(day).into())]));
        }
        let wanted = quantity + self.taken(thing.code());
        if self.is_out() && wanted > thing.there {
            let values = [
                ("item", thing.name.as_str().into()),
                ("most", stock::number(thing.there - self.taken(thing.code()), thing.unit(), cx).into()),
                ("there", stock::said(thing.there, thing.unit(), cx).into()),
                ("wanted", stock::number(wanted, thing.unit(), cx).into()),
            ];
            return Err(cx.tv("goods-short", &values));
        }
        if self.purpose == Purpose::Receipt && thing.item.tracks_expiry && split.until.is_none() {
            return Err(cx.tv("goods-until-wanted", &[("item", thing.name.as_str().into())]));
        }
        Ok(PaperLine { item: thing.code().clone(), quantity, until: split.until })
    }

    /// The line under the cursor goes back into the entry.
    fn reopen(&mut self, cx: &Context) {
        let Some(place) = self.chosen.take().filter(|place| *place < self.lines.len()) else { return };
        let line = self.lines.remove(place);
        self.short = None;
        let Some(thing) = self.thing(&line.item) else { return };
        let until =
            line.until.map(|day| format!(" {} {}", cx.t("goods-until-word"), date::show(day))).unwrap_or_default();
        let text = format!("{} {}{until}", thing.name, stock::number(line.quantity, thing.unit(), cx));
        self.form.set(LINE, &text);
        self.form.focus_on(LINE);
    }

    fn remove(&mut self) {
        let Some(place) = self.chosen.filter(|place| *place < self.lines.len()) else { return };
        self.lines.remove(place);
        self.short = None;
        self.chosen = self.lines.len().checked_sub(1).map(|last| place.min(last));
        if self.chosen.is_none() {
            self.form.focus_on(LINE);
        }
    }

    /// Everything that lies here, as after a day in a car: all of it back.
    fn take_everything(&mut self) {
        let all = self.things().iter().filter(|thing| thing.there > Quantity::ZERO);
        let all =
            all.map(|thing| PaperLine { item: thing.code().clone(), quantity: thing.there, until: None }).collect();
        self.lines = all;
        self.short = None;
    }

    /// Grams of the whole paper, as far as they are known.
    pub(super) fn weight(&self) -> Grams {
        let of = |line: &PaperLine| self.thing(&line.item).and_then(|thing| thing.item.weight(line.quantity));
        self.lines.iter().filter_map(of).sum()
    }
}

fn reasons(cx: &Context) -> Vec<String> {
    REASONS.iter().enumerate().map(|(place, id)| format!("{} {}", place + 1, cx.t(id))).collect()
}

impl GoodsForm {
    /// A key while a line is under the cursor.
    fn key_on_lines(&mut self, chosen: usize, key: Key, cx: &mut Context) -> Step {
        let last = self.lines.len().saturating_sub(1);
        match key {
            Key::Up | Key::BackTab if chosen == 0 => self.go_to_entry(),
            Key::Up | Key::BackTab => self.chosen = Some(chosen - 1),
            Key::Down | Key::Tab => self.chosen = Some((chosen + 1).min(last)),
            Key::PageUp | Key::Home => self.chosen = Some(0),
            Key::PageDown | Key::End => self.chosen = Some(last),
            Key::Enter => self.reopen(cx),
            Key::Delete | Key::Backspace => self.remove(),
            Key::Esc => self.go_to_entry(),
            key @ Key::Char(_) => {
                self.go_to_entry();
                return self.key(key, cx);
            }
            _ => {}
        }
        Step::stay()
    }

    fn go_to_entry(&mut self) {
        self.chosen = None;
        self.form.focus_on(LINE);
    }

    /// Enter behind a line for which nothing was offered.
    fn enter(&mut self, cx: &Context) {
        match typed::split(&self.form.value(LINE)) {
            Err(odd) => self.fault(LINE, cx.tv("goods-odd-day", &[("text", odd.0.into())])),
            Ok(split) if split.name.is_empty() && split.amount.is_none() => {}
            // The suggestions were closed with Esc: the likeliest is meant still.
            Ok(split) => {
                let named = self.things().iter().enumerate();
                let named = named.map(|(place, of)| (place, of.code().as_str(), of.names.as_str()));
                match typed::find(named, &split.name).first().copied().filter(|_| !split.name.is_empty()) {
                    Some(place) => self.add(place, cx),
                    None => self.fault(LINE, cx.t("goods-unknown-item")),
                }
            }
        }
    }

    /// What is to be said beside the field with the focus: that the donor is a new one.
    pub(super) fn warning(&self) -> Option<&str> {
        let is_elsewhere = self.form.focused() != Some(PARTNER);
        let note = self.form.field(PARTNER).and_then(|field| field.note.as_ref());
        note.filter(|note| is_elsewhere && note.kind == NoteKind::Warning).map(|note| note.text.as_str())
    }

    /// Who is not among those who gave before is said to be new, before anything is written.
    fn note_partner(&mut self, cx: &Context) {
        let name = self.form.value(PARTNER);
        let is_new = !name.is_empty() && self.giver().is_none() && self.shelf.is_some();
        let text = cx.tv("goods-partner-new", &[("name", name.into())]);
        self.form.note(PARTNER, is_new.then_some(Note { kind: NoteKind::Warning, text }));
    }

    /// The known giver whose name or code is typed.
    pub(super) fn giver(&self) -> Option<&PartnerCode> {
        let typed = self.form.value(PARTNER).to_lowercase();
        let givers = &self.shelf.as_ref()?.partners;
        let found = givers.iter().find(|of| of.name.to_lowercase() == typed || of.code.as_str() == typed);
        found.map(|of| &of.code)
    }

    /// Another place: what lies there is read, and the lines stay.
    fn move_to(&mut self, place: usize) -> Step {
        let Some(code) = self.places().get(place).map(|place| place.code.clone()) else { return Step::stay() };
        self.location = code;
        Step::effect(self.ask())
    }
}

impl Screen for GoodsForm {
    fn scope(&self) -> Scope {
        Scope::Goods
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        if self.is_waiting {
            return Step::stay();
        }
        if let Some(chosen) = self.chosen {
            return self.key_on_lines(chosen, key, cx);
        }
        let is_entry = self.form.focused() == Some(LINE);
        if is_entry && key == Key::Char('+') && self.purpose == Purpose::Transfer && self.form.value(LINE).is_empty() {
            self.take_everything();
            return Step::stay();
        }
        let before = self.form.field(LOCATION).map(Field::picked);
        let event = self.form.key(key);
        match (&event, key) {
            (Event::Ignored, Key::Esc) if self.is_dirty() => return Step::push(Dialog::discard(cx)),
            (Event::Ignored, Key::Esc) => return Step::pop(),
            (Event::PastEnd, Key::Down) if !self.lines.is_empty() => self.chosen = Some(0),
            (Event::PastEnd, Key::Down) => self.form.focus_on(LINE),
            (Event::PastEnd, Key::Enter) => {
                self.form.focus_on(LINE);
                self.enter(cx);
            }
            (Event::PastEnd, _) => self.form.focus = Some(0),
            (Event::Picked { field: LINE, place }, _) => {
                if let Some(place) = self.offered.get(*place).copied() {
                    self.add(place, cx);
                }
            }
            (Event::Picked { field: PARTNER, place }, _) => {
                let giver = self.offered.get(*place).and_then(|place| self.shelf.as_ref()?.partners.get(*place));
                if let Some(name) = giver.map(|giver| giver.name.clone()) {
                    self.form.set(PARTNER, &name);
                    self.form.jump_to(DOCUMENT);
                }
            }
            (Event::Left(PARTNER), _) => self.note_partner(cx),
            (Event::Changed, _) => self.offer(cx),
            _ => {}
        }
        match (before, self.form.field(LOCATION).map(Field::picked)) {
            (Some(before), Some(now)) if before != now => self.move_to(now),
            _ => Step::stay(),
        }
    }

    fn text(&mut self, text: &str, cx: &mut Context) -> Step {
        if !self.is_waiting {
            self.chosen = None;
            self.form.text(text);
            self.offer(cx);
        }
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match command {
            CommandId::Save => return self.save(cx),
            _ if self.is_waiting => {}
            CommandId::EditLine => self.reopen(cx),
            CommandId::RemoveEntry => self.remove(),
            CommandId::EverythingThere => self.take_everything(),
            _ => {}
        }
        Step::stay()
    }

    fn pointless(&self, command: CommandId) -> Option<&'static str> {
        (command == CommandId::EverythingThere && !self.is_out()).then_some("goods-everything-only-out")
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Storeroom(StoreroomTold::Balances(place, told)) if place.as_ref() == Some(&self.location) => {
                match told {
                    Ok(balances) => {
                        self.shelf = Some(Shelf::of(balances, cx));
                        self.show_places();
                        self.offer(cx);
                        Step::stay()
                    }
                    Err(fault) => Step::stay().saying(Toast::fault(fault, cx)),
                }
            }
            Reply::Storeroom(StoreroomTold::Done(deed, done)) if *deed == self.deed && self.is_waiting => {
                self.is_waiting = false;
                match done {
                    Ok(made) => {
                        let id = format!("goods-saved-{}", self.purpose.code());
                        Step::pop().saying(Toast::good(cx.tv(&id, &[("number", made.number.to_string().into())])))
                    }
                    Err(fault) => self.refused(fault, cx),
                }
            }
            // What another desk took from the shelf is seen before the paper is written.
            Reply::Changed => Step::effect(self.ask()),
            _ => Step::stay(),
        }
    }

    fn answer(&mut self, answer: Answer, _: &mut Context) -> Step {
        if answer == Answer::Chosen(Dialog::DISCARD) { Step::pop() } else { Step::stay() }
    }

    fn has_entry(&self) -> bool {
        self.chosen.is_some()
    }

    fn is_dirty(&self) -> bool {
        !self.lines.is_empty() || self.form.is_typed_in()
    }

    fn draft(&self) -> Option<DraftLayer> {
        let of =
            DraftOf::Form { deed: self.deed, kind: DraftKind::Goods, subject: None, title: self.form.value(PARTNER) };
        let kept = KeptGoods {
            purpose: self.purpose,
            location: self.location.clone(),
            lines: self.lines.clone(),
            form: self.form.kept(),
        };
        Some(DraftLayer { of, state: serde_json::to_value(&kept).ok()?, is_dirty: self.is_dirty() })
    }

    fn spoken(&mut self, cx: &Context) {
        let words = reasons(cx);
        if let Some(field) = self.form.field_mut(WHY) {
            field.say(words);
        }
        self.form.suggest(Vec::new());
        self.shelf = self.shelf.as_ref().map(|shelf| shelf.spoken(cx));
        self.show_places();
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        super::goods_view::draw(self, cx, frame, area);
    }
}
