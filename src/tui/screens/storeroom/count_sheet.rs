//! The sheet of a stock count: what should be there, what was counted, the difference. One person types, another approves.
//!
//! What is typed lies in a draft until it is handed in, so that a power cut in the middle of the shelves costs nothing.

use super::count::place_of;
use super::papers::Choice;
use super::stock::{self, Thing};
use super::thing_picker::ThingPicker;
use crate::domain::date;
use crate::domain::id::{CountId, DeedId};
use crate::domain::staff::Right;
use crate::domain::stock::{Item, ItemCode, Quantity, QuantityFault, Unit};
use crate::office::PaperRequest;
use crate::office::storeroom::{Count, CountLine, CountStep};
use crate::tui::aid_words;
use crate::tui::app::message::storeroom::{StoreroomAsk, StoreroomDeed, StoreroomTold};
use crate::tui::app::{Answer, Context, DraftKind, DraftLayer, DraftOf, Effect, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::dialog::Dialog;
use crate::tui::widgets::line::Line as InputLine;
use crate::tui::widgets::list::ListCursor;
use ratatui::Frame;
use ratatui::layout::Rect;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// What a dialog over the sheet asks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Question {
    Leave,
    Approve,
    Cancel,
    Add,
}

/// What is under way.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Doing {
    Entering,
    Approving,
    Cancelling,
}

/// The sheet.
pub struct CountSheet {
    id: CountId,
    pub(super) count: Option<Box<Count>>,
    /// What was typed, by item; what is not here stands as it was handed in before.
    typed: BTreeMap<ItemCode, String>,
    pub(super) line: InputLine,
    pub(super) cursor: ListCursor,
    deed: DeedId,
    has_deed: bool,
    doing: Option<Doing>,
    question: Option<Question>,
}

/// Everything of the sheet that is not read again.
#[derive(Serialize, Deserialize)]
struct KeptCount {
    count: CountId,
    typed: BTreeMap<ItemCode, String>,
    row: usize,
    title: String,
}

impl CountSheet {
    /// The sheet of a count.
    pub(super) fn open(count: CountId) -> Step {
        let sheet = Self::new(count);
        let ask = sheet.ask();
        Step::push(sheet).with(ask)
    }

    fn new(id: CountId) -> Self {
        Self {
            id,
            count: None,
            typed: BTreeMap::new(),
            line: InputLine::default(),
            cursor: ListCursor::default(),
            deed: DeedId(uuid::Uuid::nil()),
            has_deed: false,
            doing: None,
            question: None,
        }
    }

    /// The sheet of a draft as it stood, and what it has to read again. None when the draft is no such sheet.
    pub fn go_on(deed: DeedId, form: Value) -> Option<(Self, Effect)> {
        let kept: KeptCount = serde_json::from_value(form).ok()?;
        let mut sheet = Self::new(kept.count);
        (sheet.deed, sheet.has_deed) = (deed, true);
        sheet.typed = kept.typed;
        sheet.cursor.chosen = kept.row;
        let ask = sheet.ask();
        Some((sheet, ask))
    }

    fn ask(&self) -> Effect {
        Effect::Storeroom(StoreroomAsk::Count(self.id))
    }

    pub(super) fn lines(&self) -> &[CountLine] {
        self.count.as_ref().map_or(&[], |count| &count.lines)
    }

    pub(super) fn unit(&self, item: &ItemCode) -> Unit {
        self.count.as_ref().and_then(|count| count.catalogue.item(item)).map_or(Unit::Piece, |item| item.unit)
    }

    /// Whether what was counted can be typed here and now: nobody has approved it, and it is not somebody else's word that is waited for.
    pub(super) fn is_open(&self, cx: &Context) -> bool {
        let Some(count) = &self.count else { return false };
        let is_mine = count.step == CountStep::Sheet || (count.step == CountStep::Entered && count.is_mine);
        is_mine && cx.may(Right::KeepStock) && self.doing.is_none()
    }

    pub(super) fn can_approve(&self, cx: &Context) -> bool {
        let is_waiting = self.count.as_ref().is_some_and(|count| count.step == CountStep::Entered && !count.is_mine);
        is_waiting && cx.may(Right::ApproveCount)
    }

    /// What stands in the row: as typed, or as it was handed in.
    pub(super) fn text_of(&self, line: &CountLine, cx: &Context) -> String {
        match (self.typed.get(&line.item), line.counted) {
            (Some(typed), _) => typed.clone(),
            (None, Some(counted)) => stock::number(counted, self.unit(&line.item), cx),
            (None, None) => String::new(),
        }
    }

    /// What was counted of a row; nothing where nothing is typed.
    pub(super) fn counted(&self, line: &CountLine) -> Result<Option<Quantity>, QuantityFault> {
        match self.typed.get(&line.item) {
            None => Ok(line.counted),
            Some(typed) if typed.trim().is_empty() => Ok(None),
            Some(typed) => match Quantity::parse(typed, self.unit(&line.item)) {
                // An empty shelf is counted too.
                Err(QuantityFault::Zero) => Ok(Some(Quantity::ZERO)),
                read => read.map(Some),
            },
        }
    }

    /// How many rows are counted, and how many of them differ.
    pub(super) fn totals(&self) -> (usize, usize) {
        let counted: Vec<(Quantity, Quantity)> =
            self.lines().iter().filter_map(|line| Some((line.expected, self.counted(line).ok()??))).collect();
        (counted.len(), counted.iter().filter(|(expected, counted)| expected != counted).count())
    }

    /// Puts the row under the cursor into the line that is typed in.
    fn arrive(&mut self, cx: &Context) {
        let text = self.lines().get(self.cursor.chosen).map(|line| self.text_of(line, cx)).unwrap_or_default();
        self.line.set(&text);
        self.line.select_all();
    }

    fn take(&mut self, cx: &Context) {
        let Some(line) = self.lines().get(self.cursor.chosen).cloned() else { return };
        let text = self.line.text();
        let handed_in = line.counted.map(|counted| stock::number(counted, self.unit(&line.item), cx));
        if text == handed_in.unwrap_or_default() {
            self.typed.remove(&line.item);
        } else {
            self.typed.insert(line.item, text);
        }
    }

    /// The row is as the ledger says.
    fn as_expected(&mut self, place: usize, cx: &Context) {
        let Some(line) = self.lines().get(place).cloned() else { return };
        let text = stock::number(line.expected, self.unit(&line.item), cx);
        if line.counted == Some(line.expected) {
            self.typed.remove(&line.item);
        } else {
            self.typed.insert(line.item, text);
        }
    }

    /// Things that are not on the sheet.
    fn others(&self, cx: &Context) -> Vec<Thing> {
        let items = self.count.iter().flat_map(|count| &count.catalogue.items);
        let is_on = |item: &&Item| item.off_since.is_none_or(|since| cx.today() < since);
        let is_new = |item: &&Item| self.lines().iter().all(|line| line.item != item.code);
        items.filter(is_on).filter(is_new).map(|item| Thing::of(item, Quantity::ZERO, cx)).collect()
    }

    /// F7: something lies there that the books do not know of.
    fn ask_thing(&mut self, cx: &Context) -> Step {
        if !self.is_open(cx) {
            return Step::stay().saying(Toast::warning(cx.t("count-not-yours")));
        }
        self.question = Some(Question::Add);
        ThingPicker::open(self.others(cx))
    }

    /// The row of a thing, made where there is none: the books expect nothing of it.
    fn add(&mut self, item: ItemCode) -> usize {
        let Some(count) = &mut self.count else { return 0 };
        let there = count.lines.iter().position(|line| line.item == item);
        there.unwrap_or_else(|| {
            count.lines.push(CountLine { item, expected: Quantity::ZERO, counted: None, moved: Quantity::ZERO });
            count.lines.len() - 1
        })
    }

    /// The sheet on paper: to count by, or with what was handed in.
    fn paper(&self, cx: &Context) -> Step {
        let Some(count) = &self.count else { return Step::stay() };
        let values = [("place", place_of(count, cx).into()), ("day", date::show(count.begun.0).into())];
        Choice::Paper(cx.tv("papers-count", &values), PaperRequest::CountSheet(self.id)).open()
    }

    fn go(&mut self, key: Key, cx: &Context) {
        let rows = self.lines().len();
        self.cursor.key(key, rows, page(cx));
        self.arrive(cx);
    }

    /// F2 of who counts: hands the sheet in. A row that cannot be read is gone to.
    fn enter(&mut self, cx: &mut Context) -> Step {
        let read: Vec<_> = self.lines().iter().map(|line| (line.item.clone(), self.counted(line))).collect();
        if let Some((place, fault)) =
            read.iter().enumerate().find_map(|(place, (_, read))| Some((place, *read.as_ref().err()?)))
        {
            let text = aid_words::odd_quantity(fault, place, cx);
            self.cursor.chosen = place;
            self.arrive(cx);
            return Step::stay().saying(Toast::warning(text));
        }
        let counted: Vec<(ItemCode, Quantity)> =
            read.into_iter().filter_map(|(item, read)| Some((item, read.ok()??))).collect();
        if counted.is_empty() {
            return Step::stay().saying(Toast::warning(cx.t("count-nothing")));
        }
        self.doing = Some(Doing::Entering);
        let deed = self.new_deed(cx);
        let note = self.count.as_ref().map(|count| count.note.clone()).unwrap_or_default();
        Step::effect(Effect::Storeroom(StoreroomAsk::Do(deed, StoreroomDeed::CountEnter(self.id, counted, note))))
    }

    /// The deed of the next step; the draft of what is typed lies under it too.
    fn new_deed(&mut self, cx: &mut Context) -> DeedId {
        if !self.has_deed {
            (self.deed, self.has_deed) = (cx.new_deed(), true);
        }
        self.deed
    }

    /// F2 of the other person: the differences, once more in words.
    fn approve(&mut self, cx: &Context) -> Step {
        let Some(count) = &self.count else { return Step::stay() };
        let differs = |line: &&CountLine| !line.difference().is_zero();
        let mut words: Vec<String> = Vec::new();
        let all: Vec<&CountLine> = count.lines.iter().filter(differs).collect();
        for line in all.iter().take(6) {
            let item = count.catalogue.item(&line.item);
            let name = item.map(|item| stock::item_name(item, cx)).unwrap_or_default();
            words.push(format!("{name} {}", signed(line.difference(), self.unit(&line.item), cx)));
        }
        if all.len() > words.len() {
            words.push("…".to_owned());
        }
        let text = if all.is_empty() {
            cx.t("count-approve-all-there")
        } else {
            let values = [("count", all.len().into()), ("differences", words.join("; ").into())];
            cx.tv("count-approve-question", &values)
        };
        self.question = Some(Question::Approve);
        let buttons = vec![cx.t("count-approve-wait"), cx.t("count-approve-do")];
        Step::push(Dialog::ask(cx.t("count-approve-title"), text, buttons))
    }

    fn save(&mut self, cx: &mut Context) -> Step {
        if self.doing.is_some() {
            return Step::stay();
        }
        if self.can_approve(cx) {
            return self.approve(cx);
        }
        if self.is_open(cx) {
            return self.enter(cx);
        }
        let Some(count) = &self.count else { return Step::stay() };
        let id = match count.step {
            CountStep::Entered if count.is_mine => "count-waits-for-another",
            CountStep::Sheet | CountStep::Entered => "count-not-yours",
            CountStep::Approved | CountStep::Cancelled => "count-is-over",
        };
        Step::stay().saying(Toast::warning(cx.t(id)))
    }

    fn hear(&mut self, done: &Result<Box<Count>, crate::office::OfficeError>, cx: &Context) -> Step {
        let doing = self.doing.take();
        match (done, doing) {
            (Err(fault), _) => Step::effect(self.ask()).saying(Toast::fault(fault, cx)),
            (Ok(count), Some(Doing::Entering)) => {
                let (_, differing) = self.totals();
                self.typed.clear();
                self.count = Some(count.clone());
                Step::pop().saying(Toast::good(cx.tv("count-entered", &[("count", differing.into())])))
            }
            (Ok(count), Some(Doing::Approving)) => {
                let text = match &count.act {
                    Some((_, number)) => cx.tv("count-approved", &[("number", number.to_string().into())]),
                    None => cx.t("count-approved-all-there"),
                };
                Step::pop().saying(Toast::good(text))
            }
            (Ok(_), Some(Doing::Cancelling)) => {
                self.typed.clear();
                Step::pop().saying(Toast::good(cx.t("count-cancelled")))
            }
            (Ok(_), None) => Step::stay(),
        }
    }
}

/// A difference with its sign and unit.
pub(super) fn signed(quantity: Quantity, unit: Unit, cx: &Context) -> String {
    let sign = if quantity > Quantity::ZERO { "+" } else { "" };
    format!("{sign}{}", stock::amount(quantity, unit, cx))
}

fn page(cx: &Context) -> usize {
    usize::from(cx.size.1.saturating_sub(9))
}

impl Screen for CountSheet {
    fn scope(&self) -> Scope {
        Scope::CountSheet
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        let is_open = self.is_open(cx);
        match key {
            Key::Esc if self.is_dirty() => {
                self.question = Some(Question::Leave);
                return Step::push(Dialog::discard(cx));
            }
            Key::Esc => return Step::pop(),
            Key::Up | Key::BackTab => self.go(Key::Up, cx),
            Key::Down | Key::Tab | Key::Enter => self.go(Key::Down, cx),
            Key::PageUp | Key::PageDown => self.go(key, cx),
            Key::Home | Key::End if !is_open => self.go(key, cx),
            _ if !is_open => {}
            Key::Char(' ') => {
                self.as_expected(self.cursor.chosen, cx);
                self.go(Key::Down, cx);
            }
            Key::Char('+') => {
                for place in 0..self.lines().len() {
                    let is_blank = self.lines().get(place).is_some_and(|line| matches!(self.counted(line), Ok(None)));
                    if is_blank {
                        self.as_expected(place, cx);
                    }
                }
                self.arrive(cx);
            }
            Key::Delete => {
                self.line.clear();
                self.take(cx);
            }
            key => {
                if self.line.key(key) {
                    self.take(cx);
                }
            }
        }
        Step::stay()
    }

    fn text(&mut self, text: &str, cx: &mut Context) -> Step {
        if self.is_open(cx) && self.line.insert(text.trim()) {
            self.take(cx);
        }
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match command {
            CommandId::Save => self.save(cx),
            CommandId::AddCounted => self.ask_thing(cx),
            CommandId::Print => self.paper(cx),
            CommandId::DropCount if self.doing.is_none() => {
                self.question = Some(Question::Cancel);
                let buttons = vec![cx.t("count-cancel-stay"), cx.t("count-cancel-do")];
                Step::push(Dialog::ask(cx.t("count-cancel-title"), cx.t("count-cancel-question"), buttons))
            }
            _ => Step::stay(),
        }
    }

    fn pointless(&self, command: CommandId) -> Option<&'static str> {
        let is_over = |count: &Count| matches!(count.step, CountStep::Approved | CountStep::Cancelled);
        let is_over = self.count.as_ref().is_some_and(|count| is_over(count));
        (is_over && matches!(command, CommandId::DropCount | CommandId::Save | CommandId::AddCounted))
            .then_some("count-is-over")
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Storeroom(StoreroomTold::Count(id, told)) if *id == self.id => match told {
                Ok(count) => {
                    self.count = Some(count.clone());
                    // What was added to the sheet and not handed in yet is known here alone.
                    for item in self.typed.keys().cloned().collect::<Vec<_>>() {
                        self.add(item);
                    }
                    self.cursor.clamp(self.lines().len());
                    self.arrive(cx);
                    if self.is_open(cx) {
                        self.new_deed(cx);
                    }
                    Step::stay()
                }
                Err(fault) => Step::pop().saying(Toast::fault(fault, cx)),
            },
            Reply::Storeroom(StoreroomTold::Counted(deed, done)) if self.has_deed && *deed == self.deed => {
                self.hear(done, cx)
            }
            // Somebody typing is not disturbed; what another desk approved is seen.
            Reply::Changed if !self.is_dirty() => Step::effect(self.ask()),
            _ => Step::stay(),
        }
    }

    fn answer(&mut self, answer: Answer, cx: &mut Context) -> Step {
        let deed = match (self.question.take(), answer) {
            (Some(Question::Add), Answer::Chosen(place)) => {
                if let Some(code) = self.others(cx).get(place).map(|thing| thing.code().clone()) {
                    self.cursor.chosen = self.add(code);
                    self.arrive(cx);
                }
                return Step::stay();
            }
            (Some(Question::Leave), Answer::Chosen(Dialog::DISCARD)) => return Step::pop(),
            (Some(Question::Approve), Answer::Chosen(1)) => {
                self.doing = Some(Doing::Approving);
                StoreroomDeed::CountApprove(self.id)
            }
            (Some(Question::Cancel), Answer::Chosen(1)) => {
                self.doing = Some(Doing::Cancelling);
                StoreroomDeed::CountCancel(self.id)
            }
            _ => return Step::stay(),
        };
        (self.deed, self.has_deed) = (cx.new_deed(), true);
        Step::effect(Effect::Storeroom(StoreroomAsk::Do(self.deed, deed)))
    }

    fn is_dirty(&self) -> bool {
        !self.typed.is_empty()
    }

    fn draft(&self) -> Option<DraftLayer> {
        if !self.has_deed {
            return None;
        }
        let title = self.count.as_ref().map(|count| date::show(count.begun.0)).unwrap_or_default();
        let of = DraftOf::Form { deed: self.deed, kind: DraftKind::Count, subject: None, title: title.clone() };
        let kept = KeptCount { count: self.id, typed: self.typed.clone(), row: self.cursor.chosen, title };
        Some(DraftLayer { of, state: serde_json::to_value(&kept).ok()?, is_dirty: self.is_dirty() })
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        self.draw(cx, frame, area);
    }
}
