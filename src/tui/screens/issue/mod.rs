//! F5: aid for somebody. Who it is, by what right and what they last got above; one line to type in; the cart below with what each limit
//! says and what is left on the shelf; who collects it. F2 makes the act and leads back to the empty search, for the next in the queue.
//!
//! Rooms: `entry` reads a typed line, `cart` is what was put in, `offer` says of every line what is known of it, `hand` is who collects
//! and when, `drafting` keeps it all for after a power cut, `view` is the picture, `reason` and `spot` are the small windows.

mod cart;
mod drafting;
mod entry;
mod hand;
mod keys;
mod offer;
mod reason;
mod saving;
mod spot;
mod view;

pub use reason::{REVERSING, ReasonWindow};
pub use spot::{PartnerPicker, SpotWindow};

use crate::domain::aid::{AidCatalogue, Programme, Recipient};
use crate::domain::id::DeedId;
use crate::domain::stock::{Item, ItemCode, LocationCode, ProgrammeCode, Quantity};
use crate::office::aid_room::{AidView, Whom};
use crate::tui::app::message::aid::{AidAsk, AidTold};
use crate::tui::app::{Answer, Context, DraftLayer, Effect, Go, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::acts::Acts;
use crate::tui::screens::dialog::Dialog;
use crate::tui::widgets::form::{Form, KeptForm};
use crate::tui::widgets::line::Line;
use cart::{Basket, Row};
use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Where the keys go.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Focus {
    /// The line to type in.
    Entry,
    /// A line of the cart.
    Row(usize),
    /// Who collects, when.
    Hand,
}

/// What was pressed before it was known who this is.
enum Early {
    Key(Key),
    Text(String),
    Save,
}

/// What a window over this screen asks.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Asking {
    /// Why a limit is bent for this item.
    Limit(ItemCode),
    /// Why somebody without the right gets aid.
    Right,
    /// Whether to throw the cart away.
    Leaving,
}

/// Digits typed into the empty line: each puts an item of the standard set in, unless a name follows and they were an amount.
struct Run {
    typed: String,
    before: Basket,
}

/// The screen.
pub struct IssueScreen {
    recipient: Recipient,
    view: Option<Box<AidView>>,
    deed: DeedId,
    location: LocationCode,
    on: NaiveDate,
    /// The chosen programme, at first the usual one of the day on which the screen opened: on another day it stays, and the office says
    /// where it does not run yet or no more.
    programme: Option<ProgrammeCode>,
    basket: Basket,
    entry: Line,
    entry_fault: Option<String>,
    /// What the typed words can mean, best first, and which of it Enter takes.
    offered: Vec<ItemCode>,
    offer: usize,
    run: Option<Run>,
    /// A line that is being corrected, and where it stood.
    lifted: Option<(usize, Row)>,
    focus: Focus,
    hand: Form,
    /// What a draft held of the fields below: their choices are known once it is known who this is.
    kept_hand: Option<KeptForm>,
    right_reason: String,
    /// What the office refused of a line when it was asked to issue.
    refused: Vec<(ItemCode, String)>,
    early: Vec<Early>,
    asking: Option<Asking>,
    is_saving: bool,
}

impl IssueScreen {
    /// The step that opens the screen for somebody.
    pub fn open(recipient: Recipient, cx: &mut Context) -> Step {
        let screen = Self::new(recipient, cx);
        let look = screen.look();
        Step::push(screen).with(look)
    }

    /// The step that puts the screen in the place of the window that said to whom.
    fn instead(recipient: Recipient, cx: &mut Context) -> Step {
        let screen = Self::new(recipient, cx);
        let look = screen.look();
        Step::go(Go::Replace(Box::new(screen))).with(look)
    }

    fn new(recipient: Recipient, cx: &mut Context) -> Self {
        let on = cx.today();
        Self {
            recipient,
            view: None,
            deed: cx.new_deed(),
            location: LocationCode::storeroom(),
            on,
            programme: None,
            basket: Basket::default(),
            entry: Line::default(),
            entry_fault: None,
            offered: Vec::new(),
            offer: 0,
            run: None,
            lifted: None,
            focus: Focus::Entry,
            hand: hand::form(on),
            kept_hand: None,
            right_reason: String::new(),
            refused: Vec::new(),
            early: Vec::new(),
            asking: None,
            is_saving: false,
        }
    }

    /// Reads who this is and how everything stands on the day.
    fn look(&self) -> Effect {
        Effect::Aid(AidAsk::View { whom: self.whom(), on: self.on, location: self.location.clone() })
    }

    fn catalogue(&self) -> Option<&AidCatalogue> {
        self.view.as_ref().map(|view| &view.catalogue)
    }

    fn item(&self, code: &ItemCode) -> Option<&Item> {
        self.catalogue().and_then(|catalogue| catalogue.item(code))
    }

    /// The programme under which aid is given: the chosen one, else the first that has a standard set, those with a right first.
    fn programme(&self) -> Option<&Programme> {
        if matches!(self.recipient, Recipient::Organisation(_)) {
            return None;
        }
        if let Some(chosen) = &self.programme {
            return self.catalogue()?.programme(chosen);
        }
        let claim = self.view.as_ref()?.claims.get(self.programme_place()?)?;
        self.catalogue()?.programme(&claim.programme)
    }

    fn programme_place(&self) -> Option<usize> {
        let view = self.view.as_ref()?;
        // Programmes are for people: an organisation gets what it gets.
        if matches!(self.recipient, Recipient::Organisation(_)) {
            return None;
        }
        let has_set = |place: &usize| {
            let claim = view.claims.get(*place);
            let programme = claim.and_then(|claim| view.catalogue.programme(&claim.programme));
            programme.is_some_and(|programme| !programme.set.is_empty())
        };
        if let Some(chosen) = &self.programme {
            return view.claims.iter().position(|claim| claim.programme == *chosen);
        }
        (0..view.claims.len()).find(has_set).or_else(|| (!view.claims.is_empty()).then_some(0))
    }

    /// The standard set of the programme, by digit.
    fn set(&self) -> Vec<(&Item, Quantity)> {
        let lines = self.programme().map(|programme| programme.set.as_slice()).unwrap_or_default();
        lines.iter().filter_map(|line| Some((self.item(&line.item)?, line.quantity))).take(9).collect()
    }

    /// Everything that was said of lines when they were refused is old once something changes.
    fn changed(&mut self) {
        self.refused.clear();
    }

    fn clamp(&mut self) {
        if let Focus::Row(place) = self.focus
            && place >= self.basket.rows.len()
        {
            self.focus = self.basket.rows.len().checked_sub(1).map_or(Focus::Entry, Focus::Row);
        }
    }

    /// What was read of the recipient.
    fn show(&mut self, view: &AidView, cx: &mut Context) -> Step {
        let is_first = self.view.is_none();
        self.view = Some(Box::new(view.clone()));
        if self.programme.is_none() {
            self.programme = self.programme().map(|programme| programme.code.clone());
        }
        self.say_hand(cx);
        if let Some(kept) = self.kept_hand.take() {
            self.hand.put_back(&kept);
            self.say_hand(cx);
            self.hand.put_back(&kept);
            self.hand.focus = None;
        }
        // After a merge it is the kept entry that gets it.
        match (&view.who.whom, &mut self.recipient) {
            (Whom::Family(family), Recipient::Family(own)) => *own = *family,
            (Whom::Person(person), Recipient::Person(own)) => *own = *person,
            _ => {}
        }
        if !is_first {
            return Step::stay();
        }
        if !self.entry.is_empty() {
            self.offer_items(cx);
        }
        // A fast hand typed on before it was known who this is.
        let mut step = Step::stay();
        for early in std::mem::take(&mut self.early) {
            let next = match early {
                Early::Key(key) => self.key(key, cx),
                Early::Text(text) => self.text(&text, cx),
                Early::Save => self.save(cx),
            };
            step.effects.extend(next.effects);
            step.toast = next.toast.or(step.toast);
            step.go = next.go;
        }
        step
    }

    /// Whose acts can be listed.
    fn acts_of(&self) -> Option<Whom> {
        (!matches!(self.recipient, Recipient::Fresh(_))).then(|| self.whom())
    }

    fn ask_why(&mut self, cx: &Context) -> Step {
        let Some(view) = &self.view else { return Step::stay() };
        let (asking, about) = match self.focus {
            Focus::Row(place) => {
                let Some(row) = self.basket.rows.get(place) else { return Step::stay() };
                let Some(verdict) = self.verdict(&row.item) else {
                    return Step::stay().saying(Toast::warning(cx.t("issue-nothing-to-bend")));
                };
                let said = offer::verdict_words(&verdict, self.item(&row.item), cx);
                let about = format!("{}: {said}", self.item_name(&row.item, cx));
                (Asking::Limit(row.item.clone()), about)
            }
            _ if !self.has_right() && self.right_reason.is_empty() => {
                (Asking::Right, cx.tv("issue-why-no-right", &[("name", view.who.name.as_str().into())]))
            }
            _ => {
                // The first line that a limit stands in the way of is meant.
                let bent =
                    self.basket.rows.iter().position(|row| row.reason.is_empty() && self.verdict(&row.item).is_some());
                let Some(place) = bent else {
                    return Step::stay().saying(Toast::warning(cx.t("issue-nothing-to-bend")));
                };
                self.focus = Focus::Row(place);
                return self.ask_why(cx);
            }
        };
        self.asking = Some(asking);
        Step::push(ReasonWindow::new(cx.t("issue-why-title"), about, reason::BENDING, cx))
    }
}

impl Screen for IssueScreen {
    fn scope(&self) -> Scope {
        Scope::Issue
    }

    fn is_dirty(&self) -> bool {
        !self.basket.rows.is_empty() || !self.entry.is_empty()
    }

    fn draft(&self) -> Option<DraftLayer> {
        self.kept()
    }

    fn has_entry(&self) -> bool {
        !self.basket.rows.is_empty()
    }

    fn spoken(&mut self, cx: &Context) {
        self.say_hand(cx);
        self.refused.clear();
        self.entry_fault = None;
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        if self.is_saving {
            return Step::stay();
        }
        if self.view.is_none() && key != Key::Esc {
            self.early.push(Early::Key(key));
            return Step::stay();
        }
        self.press(key, cx)
    }

    fn text(&mut self, text: &str, cx: &mut Context) -> Step {
        if self.is_saving {
            return Step::stay();
        }
        if self.view.is_none() {
            self.early.push(Early::Text(text.to_owned()));
            return Step::stay();
        }
        self.burst(text, cx)
    }

    /// The card of the next in the queue: this cart comes first.
    fn scan(&mut self, _: crate::domain::number::FamilyNumber, cx: &mut Context) -> Option<Step> {
        Some(Step::stay().saying(Toast::warning(cx.t("issue-scanned-early"))))
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match command {
            _ if self.is_saving => Step::stay(),
            CommandId::Save if self.view.is_none() => {
                self.early.push(Early::Save);
                Step::stay()
            }
            CommandId::Save => self.save(cx),
            CommandId::IssueReason => self.ask_why(cx),
            CommandId::RemoveEntry => {
                self.take_out();
                Step::stay()
            }
            CommandId::Acts => match self.acts_of() {
                Some(of) => Acts::open(of, self.title_name()),
                None => Step::stay(),
            },
            _ => Step::stay(),
        }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Aid(AidTold::View(of, on, result)) if *of == self.whom() && *on == self.on => match result {
                Ok(view) => self.show(view, cx),
                Err(fault) if self.view.is_none() && !self.is_dirty() => Step::pop().saying(Toast::fault(fault, cx)),
                Err(fault) => Step::stay().saying(Toast::fault(fault, cx)),
            },
            Reply::Aid(AidTold::Issued(deed, result)) if *deed == self.deed && self.is_saving => match result {
                Ok(issued) => self.issued(issued, cx),
                Err(fault) => self.refuse(fault, cx),
            },
            // What another desk took off the shelf or changed of the family is seen at once; the cart stays.
            Reply::Changed | Reply::Aid(AidTold::Reversed(_, Ok(_))) => Step::effect(self.look()),
            _ => Step::stay(),
        }
    }

    fn answer(&mut self, answer: Answer, _: &mut Context) -> Step {
        match (self.asking.take(), answer) {
            (Some(Asking::Limit(item)), Answer::Words(reason)) => {
                if let Some(row) = self.basket.rows.iter_mut().find(|row| row.item == item) {
                    row.reason = reason;
                }
                self.changed();
                self.focus = Focus::Entry;
            }
            (Some(Asking::Right), Answer::Words(reason)) => {
                self.right_reason = reason;
                self.changed();
            }
            (Some(Asking::Leaving), Answer::Chosen(Dialog::DISCARD)) => return Step::pop(),
            _ => {}
        }
        Step::stay()
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        view::draw(self, cx, frame, area);
    }
}
