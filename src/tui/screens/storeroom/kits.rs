//! Kits are put together or taken apart: what one holds, how many can be made of what is here, and which part stands in the way.

use super::goods_view::right;
use super::stock::{self, Shelf, Thing};
use super::typed;
use crate::domain::aid::AidFault;
use crate::domain::date;
use crate::domain::id::DeedId;
use crate::domain::stock::{ItemCode, KitPart, LocationCode, Quantity};
use crate::office::OfficeError;
use crate::office::storeroom::KitWork;
use crate::tui::aid_words;
use crate::tui::app::message::storeroom::{StoreroomAsk, StoreroomDeed, StoreroomTold};
use crate::tui::app::{Answer, Context, Effect, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::dialog::Dialog;
use crate::tui::widgets::chrome::frame_with_title;
use crate::tui::widgets::form::{Event, Field, Form, Note, NoteKind, Row};
use crate::tui::widgets::text::{cut, fit, wrap};
use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

const KIT: &str = "goods-kit";
const COUNT: &str = "goods-count";
const ON: &str = "goods-on";
const LOCATION: &str = "goods-location";

/// What is done with kits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum KitPurpose {
    /// Put together.
    Assemble,
    /// Taken apart.
    Disassemble,
}

impl KitPurpose {
    fn code(self) -> &'static str {
        match self {
            Self::Assemble => "assemble",
            Self::Disassemble => "disassemble",
        }
    }
}

/// The form.
pub(super) struct KitForm {
    purpose: KitPurpose,
    location: LocationCode,
    form: Form,
    shelf: Option<Shelf>,
    /// The chosen kit.
    kit: Option<ItemCode>,
    /// Kits under the field, by their place among things.
    offered: Vec<usize>,
    deed: DeedId,
    is_waiting: bool,
}

impl KitForm {
    /// The form at a place, of this kit where one was under the cursor.
    pub(super) fn open(purpose: KitPurpose, location: &LocationCode, kit: Option<ItemCode>, cx: &mut Context) -> Step {
        let mut on = Field::text(ON);
        on.put(&date::show(cx.today()));
        let fields = vec![Field::suggest(KIT), Field::text(COUNT), on, Field::choice(LOCATION, vec![String::new()])];
        let rows = vec![Row::Fields(vec![(KIT, 1), (COUNT, 1)]), Row::Fields(vec![(ON, 1), (LOCATION, 1)])];
        let mut form = Form::new(fields, rows).aligned();
        if kit.is_some() {
            form.focus_on(COUNT);
        }
        let (location, deed) = (location.clone(), cx.new_deed());
        let opened = Self { purpose, location, form, shelf: None, kit, offered: Vec::new(), deed, is_waiting: false };
        let ask = opened.ask();
        Step::push(opened).with(ask)
    }

    fn ask(&self) -> Effect {
        Effect::Storeroom(StoreroomAsk::Balances(Some(self.location.clone())))
    }

    fn things(&self) -> &[Thing] {
        self.shelf.as_ref().map_or(&[], |shelf| &shelf.things)
    }

    fn chosen(&self) -> Option<&Thing> {
        self.shelf.as_ref()?.thing(self.kit.as_ref()?)
    }

    fn day(&self, cx: &Context) -> Option<NaiveDate> {
        date::parse(&self.form.value(ON), cx.today()).ok().filter(|day| *day <= cx.today())
    }

    /// What one kit holds; empty where nobody said it.
    fn parts(&self, cx: &Context) -> &[KitPart] {
        let day = self.day(cx).unwrap_or(cx.today());
        let kit = self.kit.as_ref().and_then(|kit| self.shelf.as_ref()?.kit_on(kit, day));
        kit.map_or(&[], |version| &version.parts)
    }

    fn there(&self, item: &ItemCode) -> Quantity {
        self.shelf.as_ref().and_then(|shelf| shelf.thing(item)).map(|thing| thing.there).unwrap_or_default()
    }

    /// How many can be made of what is here, or taken apart.
    fn most(&self, cx: &Context) -> i64 {
        match self.purpose {
            KitPurpose::Assemble => {
                let of = |part: &KitPart| self.there(&part.item).0.checked_div(part.quantity.0).unwrap_or(0);
                self.parts(cx).iter().map(of).min().unwrap_or(0)
            }
            KitPurpose::Disassemble => self.chosen().map_or(0, |kit| kit.there.0),
        }
    }

    fn count(&self) -> Option<Quantity> {
        let unit = self.chosen()?.unit();
        Quantity::parse(&self.form.value(COUNT), unit).ok()
    }

    fn fault(&mut self, id: &'static str, text: String) -> Step {
        self.form.note(id, Some(Note { kind: NoteKind::Fault, text }));
        self.form.focus_on(id);
        Step::stay()
    }

    fn offer(&mut self) {
        if self.form.focused() != Some(KIT) {
            return;
        }
        let typed = self.form.value(KIT);
        let kits = self.things().iter().enumerate().filter(|(_, thing)| thing.item.is_kit());
        let named = kits.map(|(place, of)| (place, of.code().as_str(), of.names.as_str()));
        let offered = typed::find(named, &typed);
        let names = offered.iter().filter_map(|place| self.things().get(*place)).map(|kit| kit.name.clone()).collect();
        self.offered = offered;
        self.kit = None;
        self.form.suggest(names);
    }

    fn show(&mut self, cx: &Context) {
        let names: Vec<String> =
            self.shelf.iter().flat_map(|shelf| &shelf.places).map(|place| place.name.clone()).collect();
        let here = self.shelf.iter().flat_map(|shelf| &shelf.places).position(|place| place.code == self.location);
        if let Some(field) = self.form.field_mut(LOCATION) {
            field.say(names);
            field.pick(here.unwrap_or(0));
        }
        let kits: Vec<&Thing> = self.things().iter().filter(|thing| thing.item.is_kit()).collect();
        // An office with one kind of kit is not asked which.
        if let ([only], None, true) = (kits.as_slice(), &self.kit, self.form.value(KIT).is_empty()) {
            self.kit = Some(only.code().clone());
        }
        if let Some(name) = self.chosen().map(|kit| kit.name.clone()) {
            self.form.set(KIT, &name);
            self.form.note(KIT, None);
        }
        if self.kit.is_some() && self.parts(cx).is_empty() {
            let note = Note { kind: NoteKind::Warning, text: cx.t("kits-no-composition") };
            self.form.note(KIT, Some(note));
        }
    }

    fn save(&mut self, cx: &Context) -> Step {
        if self.is_waiting || self.shelf.is_none() {
            return Step::stay();
        }
        if self.kit.is_none()
            && let Some(kit) = self.offered.first().and_then(|place| self.things().get(*place))
        {
            self.kit = Some(kit.code().clone());
        }
        let Some(kit) = self.chosen().cloned() else { return self.fault(KIT, cx.t("kits-which")) };
        let Some(on) = self.day(cx) else {
            let is_day = date::parse(&self.form.value(ON), cx.today()).is_ok();
            return self.fault(ON, cx.t(if is_day { "goods-day-future" } else { "goods-day-odd" }));
        };
        let quantity = match Quantity::parse(&self.form.value(COUNT), kit.unit()) {
            Ok(quantity) => quantity,
            Err(fault) => return self.fault(COUNT, aid_words::odd_quantity(fault, 0, cx)),
        };
        let most = self.most(cx);
        if quantity.0 > most && !(self.purpose == KitPurpose::Assemble && self.parts(cx).is_empty()) {
            let values = [
                ("most", stock::said(Quantity(most), kit.unit(), cx).into()),
                ("wanted", stock::number(quantity, kit.unit(), cx).into()),
                ("part", self.short_part(cx).into()),
            ];
            let id = format!("kits-too-many-{}", self.purpose.code());
            return self.fault(COUNT, cx.tv(&id, &values));
        }
        self.is_waiting = true;
        let work =
            KitWork { on, location: self.location.clone(), kit: kit.code().clone(), quantity, note: String::new() };
        let deed = match self.purpose {
            KitPurpose::Assemble => StoreroomDeed::Assemble(work),
            KitPurpose::Disassemble => StoreroomDeed::Disassemble(work),
        };
        Step::effect(Effect::Storeroom(StoreroomAsk::Do(self.deed, deed)))
    }

    /// The name of the part of which there is the least for a kit.
    fn short_part(&self, cx: &Context) -> String {
        let of = |part: &&KitPart| self.there(&part.item).0.checked_div(part.quantity.0).unwrap_or(0);
        let part = self.parts(cx).iter().min_by_key(of);
        part.and_then(|part| self.shelf.as_ref()?.thing(&part.item)).map(|thing| thing.name.clone()).unwrap_or_default()
    }

    fn refused(&mut self, fault: &OfficeError, cx: &Context) -> Step {
        self.is_waiting = false;
        let text = cx.texts.say(fault);
        match fault {
            OfficeError::Aid(AidFault::NotAKit(_) | AidFault::NoComposition(_)) => self.fault(KIT, text),
            OfficeError::Aid(AidFault::Shortage(_) | AidFault::Quantity { .. }) => {
                let mut step = self.fault(COUNT, text);
                step.effects.push(self.ask());
                step
            }
            OfficeError::Aid(AidFault::FutureDate(_)) => self.fault(ON, text),
            _ => Step::stay().saying(Toast::fault(fault, cx)),
        }
    }

    /// The lines of the composition: part, in one kit, wanted for all, here, left; and whether the part stands in the way.
    fn lines(&self, cx: &Context) -> Vec<([String; 5], bool)> {
        let count = self.count().unwrap_or_default();
        let is_made = self.purpose == KitPurpose::Assemble;
        let most = self.most(cx);
        let line = |part: &KitPart| {
            let thing = self.shelf.as_ref().and_then(|shelf| shelf.thing(&part.item));
            let Some(thing) = thing else {
                return ([part.item.to_string(), String::new(), String::new(), String::new(), String::new()], true);
            };
            let amount = |quantity| stock::amount(quantity, thing.unit(), cx);
            let wanted = Quantity(part.quantity.0.saturating_mul(count.0));
            let after = if is_made { thing.there - wanted } else { thing.there + wanted };
            let is_least = thing.there.0.checked_div(part.quantity.0) == Some(most);
            let is_short = is_made && (after < Quantity::ZERO || (is_least && count.is_zero()));
            let words = [thing.name.clone(), amount(part.quantity), amount(wanted), amount(thing.there), amount(after)];
            (words, is_short)
        };
        self.parts(cx).iter().map(line).collect()
    }
}

impl Screen for KitForm {
    fn scope(&self) -> Scope {
        Scope::Goods
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        if self.is_waiting {
            return Step::stay();
        }
        let before = self.form.field(LOCATION).map(Field::picked);
        let event = self.form.key(key);
        match (&event, key) {
            (Event::Ignored, Key::Esc) if self.is_dirty() => return Step::push(Dialog::discard(cx)),
            (Event::Ignored, Key::Esc) => return Step::pop(),
            // Enter on the number is enough: the day and the place stand there already.
            (Event::Left(COUNT), Key::Enter) if self.count().is_some() => {
                self.form.focus_on(COUNT);
                return self.save(cx);
            }
            (Event::PastEnd, Key::Enter) => {
                self.form.focus_on(COUNT);
                return self.save(cx);
            }
            (Event::PastEnd, _) => self.form.focus = Some(0),
            (Event::Picked { place, .. }, _) => {
                self.kit =
                    self.offered.get(*place).and_then(|place| self.things().get(*place)).map(|kit| kit.code().clone());
                self.show(cx);
                self.form.jump_to(COUNT);
            }
            (Event::Changed, _) => self.offer(),
            _ => {}
        }
        match (before, self.form.field(LOCATION).map(Field::picked)) {
            (Some(before), Some(now)) if before != now => {
                let place = self.shelf.as_ref().and_then(|shelf| shelf.places.get(now));
                if let Some(place) = place {
                    self.location = place.code.clone();
                }
                Step::effect(self.ask())
            }
            _ => Step::stay(),
        }
    }

    fn text(&mut self, text: &str, _: &mut Context) -> Step {
        if !self.is_waiting {
            self.form.text(text);
            self.offer();
        }
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        if command == CommandId::Save { self.save(cx) } else { Step::stay() }
    }

    fn pointless(&self, command: CommandId) -> Option<&'static str> {
        (command == CommandId::EverythingThere).then_some("goods-everything-only-out")
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Storeroom(StoreroomTold::Balances(place, told)) if place.as_ref() == Some(&self.location) => {
                match told {
                    Ok(balances) => {
                        self.shelf = Some(Shelf::of(balances, cx));
                        self.show(cx);
                        Step::stay()
                    }
                    Err(fault) => Step::stay().saying(Toast::fault(fault, cx)),
                }
            }
            Reply::Storeroom(StoreroomTold::Done(deed, done)) if *deed == self.deed && self.is_waiting => match done {
                Ok(made) => {
                    let id = format!("goods-saved-{}", self.purpose.code());
                    Step::pop().saying(Toast::good(cx.tv(&id, &[("number", made.number.to_string().into())])))
                }
                Err(fault) => self.refused(fault, cx),
            },
            Reply::Changed => Step::effect(self.ask()),
            _ => Step::stay(),
        }
    }

    fn answer(&mut self, answer: Answer, _: &mut Context) -> Step {
        if answer == Answer::Chosen(Dialog::DISCARD) { Step::pop() } else { Step::stay() }
    }

    fn is_dirty(&self) -> bool {
        !self.form.value(COUNT).is_empty()
    }

    fn spoken(&mut self, cx: &Context) {
        self.form.suggest(Vec::new());
        self.shelf = self.shelf.as_ref().map(|shelf| shelf.spoken(cx));
        self.show(cx);
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let title = cx.t(&format!("goods-{}", self.purpose.code()));
        let inner = frame_with_title(frame, area, &title, cx.theme.frame_focus, cx.theme.title);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let cells = usize::from(inner.width);
        let row = |y: u16| Rect { y, height: 1, ..inner };
        let (style, text) = if self.is_waiting { (cx.theme.accent, cx.t("form-saving")) } else { self.form.hint(cx) };
        for (line, y) in wrap(&text, cells).into_iter().take(2).zip(inner.y + 3..) {
            frame.render_widget(Span::styled(line, style), row(y));
        }
        let top = inner.y + 6;
        if self.shelf.is_none() {
            frame.render_widget(Span::styled(cx.t("storeroom-loading"), cx.theme.dim), row(top));
        } else if self.kit.is_some() {
            self.draw_parts(cx, frame, Rect { y: top, height: inner.bottom().saturating_sub(top + 1), ..inner });
        }
        let keys = row(inner.bottom().saturating_sub(1));
        frame.render_widget(Span::styled(cut(&cx.t("kits-keys"), cells), cx.theme.dim), keys);
        self.form.view(cx, frame, Rect { height: inner.height.saturating_sub(1), ..inner });
    }
}

impl KitForm {
    fn draw_parts(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let cells = usize::from(area.width);
        let lines = self.lines(cx);
        let kit = self.chosen().map(Thing::unit);
        let most = kit.map(|unit| stock::said(Quantity(self.most(cx)), unit, cx)).unwrap_or_default();
        let id = format!("kits-most-{}", self.purpose.code());
        let values = [("most", most.into()), ("part", self.short_part(cx).into())];
        let mut rows = area.rows();
        let mut put = |style, text: String| {
            if let Some(row) = rows.next() {
                frame.render_widget(Span::styled(fit(&text, cells), style), row);
            }
        };
        if !lines.is_empty() || self.purpose == KitPurpose::Disassemble {
            put(cx.theme.title, cx.tv(&id, &values));
            put(cx.theme.text, String::new());
        }
        if lines.is_empty() {
            return put(cx.theme.warning, cx.t("kits-no-composition"));
        }
        let heads = ["part", "one", "all", "there", "after"].map(|id| cx.t(&format!("kits-column-{id}")));
        put(cx.theme.dim, format!("  {}", columns(&heads, cells)));
        for (words, is_short) in &lines {
            let (sign, style) = if *is_short { ("✗", cx.theme.warning) } else { (" ", cx.theme.text) };
            put(style, format!("{sign} {}", columns(words, cells)));
        }
    }
}

fn columns([part, one, all, there, after]: &[String; 5], cells: usize) -> String {
    const AMOUNT_CELLS: usize = 12;
    let name = cells.saturating_sub(2 + 4 * (AMOUNT_CELLS + 1));
    let amounts = [one, all, there, after].map(|text| right(text, AMOUNT_CELLS)).join(" ");
    format!("{} {amounts}", fit(part, name))
}
