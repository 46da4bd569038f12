//! What lies where: balances by place, how they go, what runs low or out of date. From here every other work of the storeroom begins.

use super::count::Counts;
use super::deeds::Deeds;
use super::distribution::DistributionWindow;
use super::donor::Donors;
use super::goods::{GoodsForm, Purpose};
use super::kits::{KitForm, KitPurpose};
use super::movements::MovementsScreen;
use super::papers::{Choice, PapersWindow};
use super::stock::{self, Place};
use super::{balances_view, typed};
use crate::domain::aid::LocationKind;
use crate::domain::staff::Right;
use crate::domain::stock::{ActId, ActNumber, GroupCode, Item, LocationCode, Quantity};
use crate::office::PaperRequest;
use crate::office::storeroom::{BalanceRow, Balances, WEEKS};
use crate::tui::app::message::storeroom::{StoreroomAsk, StoreroomTold};
use crate::tui::app::{Context, Effect, Go, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::undo::UndoWindow;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::list::ListCursor;
use ratatui::Frame;
use ratatui::layout::Rect;

/// The screen.
pub struct Storeroom {
    /// Which place; none: all of them together.
    pub(super) place: Option<LocationCode>,
    pub(super) told: Option<Box<Balances>>,
    pub(super) filter: Line,
    pub(super) cursor: ListCursor,
    /// The numbered window was opened on the item under the cursor: what is chosen there is about it.
    is_asked: bool,
    /// The act that was written from here last: its paper is likely wanted.
    written: Option<(ActId, ActNumber)>,
}

/// A row of the screen: an item, and what lies of it.
pub(super) struct Shown<'a> {
    pub(super) item: &'a Item,
    pub(super) balance: BalanceRow,
}

impl Storeroom {
    /// The storeroom that every office has.
    pub fn new() -> Self {
        Self::at(LocationCode::storeroom())
    }

    /// This place; nothing is asked before the screen is entered.
    pub fn at(place: LocationCode) -> Self {
        Self {
            place: Some(place),
            told: None,
            filter: Line::default(),
            cursor: ListCursor::default(),
            is_asked: false,
            written: None,
        }
    }

    fn ask(&self) -> Step {
        Step::effect(Effect::Storeroom(StoreroomAsk::Balances(self.place.clone())))
    }

    /// The places, and behind several of them all together.
    pub(super) fn tabs(&self, cx: &Context) -> Vec<(Option<LocationCode>, String)> {
        let places: Vec<Place> = self.told.as_ref().map(|told| stock::places(&told.catalogue, cx)).unwrap_or_default();
        let is_many = places.len() > 1;
        let all = is_many.then(|| (None, cx.t("storeroom-everywhere")));
        places.into_iter().map(|place| (Some(place.code), place.name)).chain(all).collect()
    }

    fn turn(&mut self, back: bool, cx: &Context) -> Step {
        let tabs = self.tabs(cx);
        let Some(place) = tabs.iter().position(|(code, _)| *code == self.place) else { return Step::stay() };
        let next = if back { place + tabs.len() - 1 } else { place + 1 } % tabs.len();
        self.place.clone_from(&tabs[next].0);
        self.cursor = ListCursor::default();
        self.ask()
    }

    /// Items in the order of lists, group by group; what is typed narrows them, and finds those too of which nothing is left.
    pub(super) fn shown(&self, cx: &Context) -> Vec<Shown<'_>> {
        let Some(told) = &self.told else { return Vec::new() };
        let row = |item: &Item| told.rows.iter().find(|row| row.item == item.code);
        let typed = self.filter.text();
        let is_offered = |item: &Item| item.off_since.is_none_or(|since| cx.today() < since);
        // A car is not expected to hold anything: there only what lies in it is worth a row.
        let is_here = |item: &&Item| {
            let there = row(item).is_some_and(|row| !self.is_car() || !row.quantity.is_zero());
            there || (!typed.trim().is_empty() && is_offered(item))
        };
        let items: Vec<&Item> = told.catalogue.items.iter().filter(is_here).collect();
        let names: Vec<String> = items
            .iter()
            .map(|item| [stock::item_name(item, cx), item.name_en.clone(), group_name(&item.group, cx)].join(" "))
            .collect();
        let named = items.iter().enumerate().map(|(place, item)| (place, item.code.as_str(), names[place].as_str()));
        let mut places = typed::find(named, &typed);
        if typed.trim().is_empty() {
            // Groups in the order in which their first items come.
            let first = |of: usize| items.iter().position(|item| item.group == items[of].group).unwrap_or(0);
            places.sort_by_key(|place| (first(*place), *place));
        }
        let shown = |place: usize| {
            let item = items[place];
            let mut balance = row(item).cloned().unwrap_or_else(|| nothing_of(item));
            balance.low &= !self.is_car();
            Shown { item, balance }
        };
        places.into_iter().map(shown).collect()
    }

    /// Whether what is shown lies in a car.
    pub(super) fn is_car(&self) -> bool {
        let place = self.place.as_ref().zip(self.told.as_ref());
        let place = place.and_then(|(place, told)| told.catalogue.location(place));
        place.is_some_and(|place| place.kind == LocationKind::Car)
    }

    fn chosen_item(&self, cx: &Context) -> Option<Item> {
        self.shown(cx).into_iter().nth(self.cursor.chosen).map(|shown| shown.item.clone())
    }

    /// The place that a paper begins at: this one, or the storeroom where all places are shown.
    fn here(&self) -> LocationCode {
        self.place.clone().unwrap_or_else(LocationCode::storeroom)
    }

    fn movements(&self, cx: &Context) -> Step {
        self.chosen_item(cx).map_or_else(Step::stay, |item| MovementsScreen::open(&item, self.place.clone(), cx))
    }

    fn act(&mut self, cx: &mut Context) -> Step {
        let item = self.chosen_item(cx);
        let about = item.as_ref().map(|item| {
            let there = self.shown(cx).into_iter().nth(self.cursor.chosen).map(|shown| shown.balance.quantity);
            let amount = stock::amount(there.unwrap_or_default(), item.unit, cx);
            format!("{} · {amount}", stock::item_name(item, cx))
        });
        self.is_asked = true;
        let has_item = item.is_some();
        let nothing = cx.t("storeroom-no-item");
        let refusal = |id| (id == CommandId::Movements && !has_item).then(|| nothing.clone());
        Step::push(Deeds::of(about.unwrap_or_default(), cx, refusal))
    }

    /// What can be printed from here: the act just written, what lies here, what moved of the thing under the cursor, what was issued.
    fn papers(&self, cx: &Context) -> Step {
        let mut choices = vec![match self.written {
            Some((act, number)) => {
                let name = cx.tv("act-name", &[("act", number.to_string().into())]);
                Choice::Paper(name, PaperRequest::Act(act))
            }
            None => Choice::Refused(cx.t("papers-act"), cx.t("papers-no-act")),
        }];
        let place = self.tabs(cx).into_iter().find(|(code, _)| *code == self.place).map(|(_, name)| name);
        let balances = cx.tv("papers-balances", &[("place", place.unwrap_or_default().into())]);
        choices.push(Choice::Paper(balances, PaperRequest::Balances { location: self.place.clone() }));
        choices.push(match self.chosen_item(cx) {
            Some(item) => MovementsScreen::paper(&item, self.place.clone(), cx),
            None => Choice::Refused(cx.t("movements-title"), cx.t("storeroom-no-item")),
        });
        choices.push(Choice::Distribution(cx.t("papers-distribution")));
        PapersWindow::open(choices)
    }

    /// The name of the thing under the cursor, where some of it lies here.
    fn chosen_name(&self, cx: &Context) -> String {
        let shown = self.shown(cx).into_iter().nth(self.cursor.chosen);
        let here = shown.filter(|shown| !shown.balance.quantity.is_zero());
        here.map(|shown| stock::item_name(shown.item, cx)).unwrap_or_default()
    }
}

fn nothing_of(item: &Item) -> BalanceRow {
    BalanceRow {
        item: item.code.clone(),
        quantity: Quantity::ZERO,
        weight: None,
        weeks: [0; WEEKS],
        days_left: None,
        low: false,
        expired: Quantity::ZERO,
        soon: Quantity::ZERO,
        expires_on: None,
        lots: Vec::new(),
    }
}

/// The name of a group of items.
pub(super) fn group_name(group: &GroupCode, cx: &Context) -> String {
    cx.texts.code("item-group", group.as_str())
}

impl Default for Storeroom {
    fn default() -> Self {
        Self::new()
    }
}

impl Screen for Storeroom {
    fn scope(&self) -> Scope {
        Scope::Storeroom
    }

    fn entered(&mut self, cx: &mut Context) -> Step {
        self.is_asked = false;
        if cx.may(Right::SeeStock) { self.ask() } else { Step::go(Go::Pop) }
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        let rows = self.shown(cx).len();
        match key {
            Key::Esc if !self.filter.is_empty() => {
                self.filter.clear();
                self.cursor = ListCursor::default();
            }
            Key::Esc => return Step::pop(),
            Key::Tab => return self.turn(false, cx),
            Key::BackTab => return self.turn(true, cx),
            Key::Right if self.filter.is_empty() => return self.turn(false, cx),
            Key::Left if self.filter.is_empty() => return self.turn(true, cx),
            Key::Enter => return self.act(cx),
            key if self.cursor.key(key, rows, balances_view::page(cx)) => {}
            key => {
                if self.filter.key(key) {
                    self.cursor = ListCursor::default();
                }
            }
        }
        Step::stay()
    }

    fn text(&mut self, text: &str, _: &mut Context) -> Step {
        self.filter.insert(text.trim());
        self.cursor = ListCursor::default();
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        let here = self.here();
        let is_asked = std::mem::take(&mut self.is_asked);
        match command {
            CommandId::Movements => self.movements(cx),
            CommandId::Receipt => GoodsForm::open(Purpose::Receipt, &here, "", cx),
            CommandId::WriteOff => {
                let name = if is_asked { self.chosen_name(cx) } else { String::new() };
                GoodsForm::open(Purpose::WriteOff, &here, &name, cx)
            }
            CommandId::Transfer => GoodsForm::open(Purpose::Transfer, &here, "", cx),
            CommandId::Assemble | CommandId::Disassemble => {
                let kit = self.chosen_item(cx).filter(Item::is_kit).map(|item| item.code);
                let purpose =
                    if command == CommandId::Assemble { KitPurpose::Assemble } else { KitPurpose::Disassemble };
                KitForm::open(purpose, &here, kit, cx)
            }
            CommandId::StockCounts => Counts::open(here),
            CommandId::Donors => Donors::open(),
            CommandId::Print => self.papers(cx),
            CommandId::Distribution => DistributionWindow::open(cx),
            CommandId::Undo => UndoWindow::last(cx),
            _ => Step::stay(),
        }
    }

    fn pointless(&self, command: CommandId) -> Option<&'static str> {
        let is_alone = self.told.as_ref().is_some_and(|told| told.catalogue.locations.len() < 2);
        (command == CommandId::Transfer && is_alone).then_some("storeroom-one-place")
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Storeroom(StoreroomTold::Balances(place, told)) if *place == self.place => match told {
                Ok(told) => {
                    // The row under the cursor stays under it.
                    let chosen = self.chosen_item(cx).filter(|_| self.cursor.chosen > 0).map(|item| item.code);
                    self.told = Some(told.clone());
                    let shown = self.shown(cx);
                    let again = chosen.and_then(|code| shown.iter().position(|row| row.item.code == code));
                    let rows = shown.len();
                    self.cursor.chosen = again.unwrap_or(self.cursor.chosen);
                    self.cursor.clamp(rows);
                    Step::stay()
                }
                Err(fault) => Step::stay().saying(Toast::fault(fault, cx)),
            },
            // What is issued at another desk goes from the shelf here.
            Reply::Storeroom(StoreroomTold::Done(_, Ok(made))) => {
                self.written = Some((made.act, made.number));
                self.ask()
            }
            Reply::Changed => self.ask(),
            _ => Step::stay(),
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        balances_view::draw(self, cx, frame, area);
    }
}
