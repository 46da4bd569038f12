//! What came and went of one item, the newest on top, each with its act and the balance after it.

use super::goods_view::right;
use super::papers::Choice;
use super::stock::{self, Place};
use crate::domain::date;
use crate::domain::staff::Right;
use crate::domain::stock::{ActId, Item, LocationCode, Quantity, Unit};
use crate::office::PaperRequest;
use crate::office::storeroom::{Movement, Movements, MovementsFrom};
use crate::tui::app::message::storeroom::{StoreroomAsk, StoreroomTold};
use crate::tui::app::{Context, Effect, Go, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::widgets::chrome::{frame_with_title, more_below};
use crate::tui::widgets::list::ListCursor;
use crate::tui::widgets::text::{cut, fit};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

const DAY_CELLS: usize = 10;
const NUMBER_CELLS: usize = 11;
const AMOUNT_CELLS: usize = 11;

/// How near the end of what is here the cursor may come before the next page is asked for.
const ROWS_AHEAD: usize = 10;

/// The screen.
pub struct MovementsScreen {
    item: Item,
    place: Option<LocationCode>,
    places: Vec<Place>,
    rows: Vec<Movement>,
    next: Option<MovementsFrom>,
    is_told: bool,
    /// Another page is under way.
    is_asking: bool,
    cursor: ListCursor,
}

impl MovementsScreen {
    /// What moved of an item at a place; none: everywhere.
    pub fn open(item: &Item, place: Option<LocationCode>, _: &Context) -> Step {
        let screen = Self {
            item: item.clone(),
            place,
            places: Vec::new(),
            rows: Vec::new(),
            next: None,
            is_told: false,
            is_asking: false,
            cursor: ListCursor::default(),
        };
        Step::push(screen)
    }

    /// The paper of what moved.
    pub(super) fn paper(item: &Item, place: Option<LocationCode>, cx: &Context) -> Choice {
        let name = cx.tv("papers-movements", &[("item", stock::item_name(item, cx).into())]);
        Choice::Paper(name, PaperRequest::Movements { item: item.code.clone(), location: place })
    }

    fn ask(&mut self, from: Option<MovementsFrom>) -> Effect {
        self.is_asking = true;
        Effect::Storeroom(StoreroomAsk::Movements { item: self.item.code.clone(), place: self.place.clone(), from })
    }

    fn ask_ahead(&mut self) -> Step {
        let is_near = self.cursor.chosen + ROWS_AHEAD >= self.rows.len();
        match self.next.clone() {
            Some(from) if is_near && !self.is_asking => Step::effect(self.ask(Some(from))),
            _ => Step::stay(),
        }
    }

    /// The places, and behind several of them all together.
    fn tabs(&self) -> Vec<Option<LocationCode>> {
        let all = (self.places.len() > 1).then_some(None);
        self.places.iter().map(|place| Some(place.code.clone())).chain(all).collect()
    }

    fn turn(&mut self, back: bool) -> Step {
        let tabs = self.tabs();
        let Some(at) = tabs.iter().position(|place| *place == self.place) else { return Step::stay() };
        let next = if back { at + tabs.len() - 1 } else { at + 1 } % tabs.len();
        self.place.clone_from(&tabs[next]);
        self.cursor = ListCursor::default();
        Step::effect(self.ask(None))
    }

    fn show(&mut self, page: &Movements, goes_on: bool) {
        if page.item != self.item.code || page.location != self.place {
            return;
        }
        self.is_asking = false;
        self.is_told = true;
        self.next.clone_from(&page.next);
        if goes_on {
            self.rows.extend(page.rows.iter().cloned());
        } else {
            let act = self.rows.get(self.cursor.chosen).map(|row| row.act).filter(|_| self.cursor.chosen > 0);
            self.rows.clone_from(&page.rows);
            let again = act.and_then(|act| self.rows.iter().position(|row| row.act == act));
            self.cursor.chosen = again.unwrap_or(self.cursor.chosen);
        }
        self.cursor.clamp(self.rows.len());
    }

    fn chosen_act(&self) -> Option<ActId> {
        self.rows.get(self.cursor.chosen).map(|row| row.act)
    }

    fn open_act(&self) -> Step {
        self.chosen_act().map_or_else(Step::stay, super::open_act)
    }
}

fn page(cx: &Context) -> usize {
    usize::from(cx.size.1.saturating_sub(7))
}

impl Screen for MovementsScreen {
    fn scope(&self) -> Scope {
        Scope::Movements
    }

    fn entered(&mut self, cx: &mut Context) -> Step {
        if !cx.may(Right::SeeStock) {
            return Step::go(Go::Pop);
        }
        let ask = self.ask(None);
        Step::effect(ask).with(Effect::Storeroom(StoreroomAsk::Balances(self.place.clone())))
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        match key {
            Key::Esc => Step::pop(),
            Key::Enter => self.open_act(),
            Key::Tab | Key::Right => self.turn(false),
            Key::BackTab | Key::Left => self.turn(true),
            key => {
                self.cursor.key(key, self.rows.len(), page(cx));
                self.ask_ahead()
            }
        }
    }

    fn text(&mut self, _: &str, _: &mut Context) -> Step {
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match command {
            CommandId::OpenRow => self.open_act(),
            CommandId::Print => Self::paper(&self.item, self.place.clone(), cx).open(),
            _ => Step::stay(),
        }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Storeroom(StoreroomTold::Movements { goes_on, page }) => match page {
                Ok(page) => {
                    self.show(page, *goes_on);
                    Step::stay()
                }
                Err(fault) => {
                    self.is_asking = false;
                    Step::stay().saying(Toast::fault(fault, cx))
                }
            },
            Reply::Storeroom(StoreroomTold::Balances(_, Ok(told))) => {
                self.places = stock::places(&told.catalogue, cx);
                Step::stay()
            }
            Reply::Changed | Reply::Storeroom(StoreroomTold::Done(_, Ok(_))) => Step::effect(self.ask(None)),
            _ => Step::stay(),
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let name = stock::item_name(&self.item, cx);
        let place = self.places.iter().find(|place| Some(&place.code) == self.place.as_ref());
        let place = place.map_or_else(|| cx.t("storeroom-everywhere"), |place| place.name.clone());
        let now = self.rows.first().map(|row| stock::amount(row.balance, self.item.unit, cx));
        let title = [Some(cx.t("movements-title")), Some(name), Some(place), now];
        let title = title.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let inner = frame_with_title(frame, area, &title, cx.theme.frame_focus, cx.theme.title);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let cells = usize::from(inner.width);
        let row = |y: u16| Rect { y, height: 1, ..inner };
        let keys = row(inner.bottom().saturating_sub(1));
        frame.render_widget(Span::styled(cut(&cx.t("movements-keys"), cells), cx.theme.dim), keys);
        if self.rows.is_empty() {
            let id = if self.is_told { "movements-empty" } else { "storeroom-loading" };
            frame.render_widget(Span::styled(cx.t(id), cx.theme.dim), row(inner.y + 1));
            return;
        }
        let heads =
            ["day", "kind", "act", "whom", "change", "balance"].map(|id| cx.t(&format!("movements-column-{id}")));
        frame.render_widget(Span::styled(format!("  {}", columns(&heads, cells)), cx.theme.dim), row(inner.y));
        let list = Rect { y: inner.y + 1, height: inner.height.saturating_sub(2), ..inner };
        let page = usize::from(list.height);
        let first = self.cursor.first(self.rows.len(), page);
        for ((place, movement), y) in self.rows.iter().enumerate().skip(first).zip(list.rows()) {
            let is_chosen = place == self.cursor.chosen;
            let style = match (is_chosen, movement.reversed) {
                (true, _) => cx.theme.selected,
                (false, true) => cx.theme.dim,
                (false, false) => cx.theme.text,
            };
            let sign = if is_chosen { "▸" } else { " " };
            let text = format!("{sign} {}", columns(&words(movement, self.item.unit, cx), cells));
            frame.render_widget(Span::styled(fit(&text, cells), style), y);
        }
        if self.rows.len() > first + page || self.next.is_some() {
            more_below(cx, frame, area);
        }
    }
}

/// Day, what happened, number of the act, from whom or to whom, how much, how much there was then.
fn words(row: &Movement, unit: Unit, cx: &Context) -> [String; 6] {
    let kind = cx.texts.code("movements", row.kind.code());
    let kind = if row.reversed { format!("✗ {kind}") } else { kind };
    let family = row.family.map(|(_, number)| number.to_string());
    let whom: Vec<String> =
        [Some(row.name.clone()), family].into_iter().flatten().filter(|part| !part.is_empty()).collect();
    let sign = if row.quantity > Quantity::ZERO { "+" } else { "" };
    [
        date::show(row.on),
        kind,
        row.number.to_string(),
        whom.join(" · "),
        format!("{sign}{}", stock::number(row.quantity, unit, cx)),
        stock::number(row.balance, unit, cx),
    ]
}

fn columns([day, kind, act, whom, change, balance]: &[String; 6], cells: usize) -> String {
    let rest = cells.saturating_sub(2 + DAY_CELLS + NUMBER_CELLS + 2 * AMOUNT_CELLS + 5);
    let kind_cells = (rest / 3).clamp(12, 22);
    format!(
        "{} {} {} {} {} {}",
        fit(day, DAY_CELLS),
        fit(kind, kind_cells),
        fit(act, NUMBER_CELLS),
        fit(whom, rest.saturating_sub(kind_cells)),
        right(change, AMOUNT_CELLS),
        right(balance, AMOUNT_CELLS)
    )
}
