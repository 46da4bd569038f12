//! The search: what the desk opens on. Typing finds, Enter opens, F7 registers what was not found.
//!
//! The hands are in the box or on the rows ([`At`]): letters always go into the box, digits do too until an arrow has gone down to the
//! rows; there they jump to the group of that number. A space leads back, so that a year or four digits of a phone behind a name are
//! typed as ever.

mod issued;
mod rows;
mod today;
mod view;

use crate::domain::aid::Recipient;
use crate::domain::family::FamilyCard;
use crate::domain::id::{FamilyId, PersonId};
use crate::domain::number::FamilyNumber;
use crate::office::{Found, Offer, Only, Opens, Today};
use crate::tui::app::message::IndexTold;
use crate::tui::app::message::aid::AidTold;
use crate::tui::app::message::drafts::{DraftsAsk, DraftsTold};
use crate::tui::app::message::lives::LivesTold;
use crate::tui::app::message::paper::PaperTold;
use crate::tui::app::{Context, Effect, Go, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::acts::{ActScreen, Acts};
use crate::tui::screens::calendar::SeriesCard;
use crate::tui::screens::campaign::CampaignDay;
use crate::tui::screens::card::Card;
use crate::tui::screens::drafts::DraftsWindow;
use crate::tui::screens::history::History;
use crate::tui::screens::issue::{IssueScreen, SpotWindow};
use crate::tui::screens::lists::Lists;
use crate::tui::screens::newcomers::NewcomersWindow;
use crate::tui::screens::person::PersonScreen;
use crate::tui::screens::register::RegisterScreen;
use crate::tui::screens::registration::{Registration, SingleForm};
use crate::tui::screens::staff::StaffScreen;
use crate::tui::screens::storeroom::{DistributionWindow, DonorScreen, MovementsScreen, Storeroom};
use crate::tui::screens::undo::UndoWindow;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::list::ListCursor;
use issued::Issued;
use ratatui::Frame;
use ratatui::layout::Rect;
use rows::{Row, Rows};

/// The search screen.
#[derive(Default)]
pub struct Home {
    query: Line,
    generation: u64,
    /// What the newest answered search found; stays on the screen until the next answer comes.
    found: Rows,
    /// What the search is limited to.
    only: Only,
    at: At,
    answered: u64,
    cursor: ListCursor,
    today: Option<Today>,
    glance: Option<Box<FamilyCard>>,
    /// What was asked for before the search had answered: it is done to what that search finds.
    pending: Option<Pending>,
    visitor: Visitor,
    /// How many forms of this person are not saved and open nowhere.
    unsaved: usize,
    /// The act that was issued here last, to be printed.
    issued: Issued,
    /// Whether they were offered: once a sign-in, unasked.
    has_offered: bool,
    /// How much of the search index is made, of a hundred; none when searches look at everything.
    preparing: Option<u8>,
}

/// Where the hands are.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
enum At {
    /// In the box.
    #[default]
    Box,
    /// On the surnames that a mistyped one may mean: on which.
    Meant(usize),
    /// On the rows.
    Rows,
}

/// What waits for the answer of the newest search.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Pending {
    /// The family of a scanned card opens, where exactly that one was found.
    OpenScanned,
    /// A command on the first of the found.
    Do(CommandId),
}

/// Whose the typed text is.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
enum Visitor {
    /// Of the one at the counter.
    #[default]
    Here,
    /// Another screen is open over the search; behind it the text is chosen whole, so that typing begins the next visitor.
    Elsewhere,
    /// Of one who was just registered: it must not come into the next form.
    Registered,
}

impl Home {
    /// An empty search.
    pub fn new() -> Self {
        Self::default()
    }

    fn chosen(&self) -> Option<&Found> {
        self.found.person(self.cursor.chosen)
    }

    /// What is under the cursor where it is neither a person nor a family.
    fn thing(&self) -> Option<Row<'_>> {
        self.found.get(self.cursor.chosen).filter(|row| !matches!(row, Row::Person(_)))
    }

    /// The text changed: a new search, and what was found before stays until it answers.
    fn search(&mut self) -> Step {
        self.generation += 1;
        self.pending = None;
        self.visitor = Visitor::Here;
        self.at = At::Box;
        Step::effect(self.again())
    }

    /// The newest search once more, so that the cursor stays on its row.
    fn again(&self) -> Effect {
        Effect::Search { generation: self.generation, text: self.query.text(), only: self.only }
    }

    /// The next limit of the search.
    fn limit(&mut self) -> Step {
        self.only = match self.only {
            Only::All => Only::Families,
            Only::Families => Only::People,
            Only::People => Only::Open,
            Only::Open => Only::Closed,
            Only::Closed | Only::Named => Only::All,
        };
        self.search()
    }

    /// To the first row of a group.
    fn jump(&mut self, group: usize, cx: &Context) -> Step {
        if let Some(group) = self.found.groups.get(group) {
            self.cursor.chosen = group.first;
            self.at = At::Rows;
        }
        self.look(cx)
    }

    /// A surname that may have been meant, instead of the typed one.
    fn take_meant(&mut self, place: usize) -> Step {
        let Some(meant) = self.found.finding.meant.get(place) else { return Step::stay() };
        let surname = meant.surname.clone();
        self.query.set(&surname);
        self.search()
    }

    /// A key while the hands are on the surnames that may have been meant.
    fn key_on_meant(&mut self, place: usize, key: Key) -> Option<Step> {
        let last = self.found.finding.meant.len().saturating_sub(1);
        self.at = match key {
            Key::Left => At::Meant(place.saturating_sub(1)),
            Key::Right => At::Meant((place + 1).min(last)),
            Key::Up => At::Meant(place),
            Key::Down | Key::Tab => At::Rows,
            Key::Enter => return Some(self.take_meant(place)),
            Key::Esc => At::Box,
            Key::Char(digit) => return Some(self.take_meant(group_named(digit).filter(|place| *place <= last)?)),
            _ => return None,
        };
        Some(Step::stay())
    }

    /// Which group a digit jumps to: none where there is only one.
    fn group_at(&self, digit: char) -> Option<usize> {
        let count = self.found.groups.len();
        group_named(digit).filter(|group| count > 1 && *group < count)
    }

    /// The family under the cursor beside the list, where there is room.
    fn look(&mut self, cx: &Context) -> Step {
        let family = self.selected_family();
        if !rows::is_of(self.glance.as_deref(), family) {
            self.glance = None;
        }
        match family {
            Some(family) if cx.is_wide() && self.glance.is_none() => Step::effect(Effect::Glance(family)),
            _ => Step::stay(),
        }
    }

    /// Whether what is on the screen is what the typed text finds. A fast hand must not open somebody of the search before.
    fn is_answered(&self) -> bool {
        self.answered == self.generation
    }

    fn open(&mut self, cx: &Context) -> Step {
        match (self.selected_family(), self.chosen()) {
            _ if !self.is_answered() => self.wait_for(CommandId::Open),
            _ if self.thing().is_some() => self.open_thing(cx),
            (Some(family), _) => self.leave(Card::loading(family), Effect::Card(family)),
            (None, None) if self.query.is_empty() && self.unsaved > 0 => Self::show_unsaved(),
            (None, None) if self.query.is_empty() && self.newcomers() > 0 => NewcomersWindow::open(),
            (None, Some(found)) => {
                let person = found.person;
                self.away();
                PersonScreen::open(person)
            }
            (None, None) => Step::stay(),
        }
    }

    /// Enter on what is neither a person nor a family.
    fn open_thing(&mut self, cx: &Context) -> Step {
        match self.thing() {
            Some(Row::Command(id)) => {
                // What was typed was the command: it must not become a visitor's name.
                self.query.clear();
                let step = self.search();
                Step { go: Go::Run(id), ..step }
            }
            Some(Row::Thing(thing)) => {
                let (opens, title) = (thing.opens.clone(), thing.title.said(cx.texts.lang()).to_owned());
                self.away();
                match opens {
                    Opens::Families(filter) => Step::push(Lists::of(*filter, cx)),
                    Opens::Staff(staff) => Step::push(StaffScreen::at(staff)),
                    Opens::Act(act) => ActScreen::open(act),
                    Opens::Item(item) => MovementsScreen::open(&item, None, cx),
                    Opens::Donor(partner) => DonorScreen::open(partner, title),
                    Opens::Acts(whom) => Acts::open(whom, title),
                    Opens::Campaign(id) => Step::push(CampaignDay::loading(id)),
                    Opens::Place(place) => Step::push(Storeroom::at(place)),
                    Opens::Series(series) => Step::push(SeriesCard::loading(series)),
                    Opens::Session(session) => Step::push(RegisterScreen::new(session)),
                }
            }
            Some(Row::Person(_)) | None => Step::stay(),
        }
    }

    /// F5: aid for who is under the cursor; somebody who was not found is written down on the spot.
    fn issue(&mut self, cx: &mut Context) -> Step {
        let recipient = match (self.selected_family(), self.selected_person()) {
            (Some(family), _) => Recipient::Family(family),
            (None, Some(person)) => Recipient::Person(person),
            (None, None) => {
                let typed = self.query.text();
                self.away();
                return Step::push(SpotWindow::new(&typed, cx));
            }
        };
        self.away();
        IssueScreen::open(recipient, cx)
    }

    /// How many were written down at a session and wait to be completed.
    fn newcomers(&self) -> usize {
        self.today.as_ref().map_or(0, |today| today.newcomers.len())
    }

    fn show_unsaved() -> Step {
        Step::push(DraftsWindow::loading()).with(Effect::Drafts(DraftsAsk::List))
    }

    /// Unsaved forms are offered by themselves right after the sign-in, unless somebody is typing already.
    fn offer(&mut self, offers: &[Offer]) -> Step {
        self.unsaved = offers.len();
        let is_first = !std::mem::replace(&mut self.has_offered, true);
        if is_first && self.query.is_empty() && !offers.is_empty() {
            return Step::push(DraftsWindow::new(offers.to_vec()));
        }
        Step::stay()
    }

    fn wait_for(&mut self, command: CommandId) -> Step {
        self.pending = Some(Pending::Do(command));
        Step::stay()
    }

    /// Another screen opens over the search.
    fn leave(&mut self, screen: impl Screen + 'static, effect: Effect) -> Step {
        self.away();
        Step::push(screen).with(effect)
    }

    fn away(&mut self) {
        if self.visitor == Visitor::Here {
            self.visitor = Visitor::Elsewhere;
        }
    }

    /// What was asked for while the search was under way.
    fn catch_up(&mut self, cx: &mut Context) -> Step {
        match self.pending.take() {
            Some(Pending::OpenScanned) if self.found.is_one_family() => self.open(cx),
            Some(Pending::Do(command)) if !self.found.is_empty() || command == CommandId::Issue => {
                self.command(command, cx)
            }
            _ => self.look(cx),
        }
    }
}

/// The place that a digit names: the first is one.
fn group_named(digit: char) -> Option<usize> {
    digit.to_digit(10).and_then(|digit| usize::try_from(digit).ok()?.checked_sub(1))
}

impl Screen for Home {
    fn scope(&self) -> Scope {
        Scope::Home
    }

    fn entered(&mut self, _: &mut Context) -> Step {
        if self.visitor != Visitor::Here {
            self.query.select_all();
        }
        if self.visitor == Visitor::Elsewhere {
            self.visitor = Visitor::Here;
        }
        let step = if self.query.is_empty() { Step::stay() } else { Step::effect(self.again()) };
        step.with(Effect::Today).with(Effect::Drafts(DraftsAsk::List))
    }

    fn resized(&mut self, cx: &Context) -> Step {
        self.look(cx)
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        if let At::Meant(place) = self.at {
            if let Some(step) = self.key_on_meant(place, key) {
                return step;
            }
            self.at = At::Box;
        }
        match key {
            Key::Enter => self.open(cx),
            Key::Insert => self.limit(),
            Key::Esc if !self.query.is_empty() => {
                self.query.clear();
                self.glance = None;
                self.search()
            }
            Key::Esc if self.only != Only::All => {
                self.only = Only::All;
                self.search()
            }
            Key::Esc => Step::push(crate::tui::screens::dialog::Dialog::leave(cx, false)),
            Key::Home | Key::End | Key::Left | Key::Right => {
                self.at = At::Box;
                self.query.key(key);
                Step::stay()
            }
            Key::Tab | Key::BackTab if self.found.groups.len() > 1 => {
                let (count, group) = (self.found.groups.len(), self.found.group_of(self.cursor.chosen));
                let step = if key == Key::Tab { 1 } else { count - 1 };
                self.jump((group + step) % count, cx)
            }
            Key::Up if self.cursor.chosen == 0 && !self.found.finding.meant.is_empty() => {
                self.at = At::Meant(0);
                Step::stay()
            }
            Key::Char(digit) if self.at == At::Rows && self.group_at(digit).is_some() => {
                let group = self.group_at(digit).unwrap_or(0);
                self.jump(group, cx)
            }
            Key::Tab | Key::BackTab | Key::Up | Key::Down | Key::PageUp | Key::PageDown => {
                let key = match key {
                    Key::Tab => Key::Down,
                    Key::BackTab => Key::Up,
                    other => other,
                };
                self.cursor.key(key, self.found.len(), view::page(cx));
                self.at = if self.found.is_empty() { At::Box } else { At::Rows };
                self.look(cx)
            }
            key => {
                if self.query.key(key) {
                    self.search()
                } else {
                    Step::stay()
                }
            }
        }
    }

    fn text(&mut self, text: &str, _: &mut Context) -> Step {
        if self.query.insert(text.trim()) { self.search() } else { Step::stay() }
    }

    fn scan(&mut self, number: FamilyNumber, _: &mut Context) -> Option<Step> {
        self.query.set(&number.to_string());
        let step = self.search();
        self.pending = Some(Pending::OpenScanned);
        Some(step)
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match (command, self.selected_family()) {
            (CommandId::New, _) => {
                let typed = if self.visitor == Visitor::Registered { String::new() } else { self.query.text() };
                self.away();
                Step::push(Registration::new(&typed, cx))
            }
            (CommandId::Drafts, _) => Self::show_unsaved(),
            (CommandId::Newcomers, _) => NewcomersWindow::open(),
            (CommandId::NewPerson, _) => {
                let typed = if self.visitor == Visitor::Registered { String::new() } else { self.query.text() };
                self.away();
                Step::push(SingleForm::new(&typed, cx))
            }
            (CommandId::Undo, _) => UndoWindow::last(cx),
            (CommandId::Distribution, _) => DistributionWindow::open(cx),
            (CommandId::PrintAct, _) => self.issued.window(cx),
            _ if !self.is_answered() => self.wait_for(command),
            (CommandId::Issue, _) => self.issue(cx),
            (CommandId::Open, _) => self.open(cx),
            (CommandId::Edit, Some(family)) => self.leave(Card::to_edit(family), Effect::Card(family)),
            (CommandId::Edit, None) => match self.selected_person() {
                Some(person) => {
                    self.away();
                    PersonScreen::open_to_edit(person)
                }
                None => Step::stay(),
            },
            (CommandId::History, Some(family)) => self.leave(History::loading(family), Effect::History(family)),
            _ => Step::stay(),
        }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Results { generation, found } if *generation == self.generation => match found {
                Ok(found) => {
                    let chosen = self.found.about(self.cursor.chosen).filter(|_| self.answered == *generation);
                    self.found = Rows::of((**found).clone(), &self.query.text(), cx);
                    self.answered = *generation;
                    let is_waiting = self.preparing.is_some() && self.found.finding.people.is_empty();
                    self.cursor.chosen = chosen.and_then(|about| self.found.place_of(&about)).unwrap_or(0);
                    // Who is not among the beginnings may be found yet: what was asked for waits for the whole search.
                    if is_waiting { self.look(cx) } else { self.catch_up(cx) }
                }
                Err(fault) => {
                    self.answered = *generation;
                    self.found.clear();
                    self.pending = None;
                    Step::stay().saying(Toast::fault(fault, cx))
                }
            },
            Reply::Registered(_, Ok(_)) | Reply::Lives(LivesTold::Registered(_, Ok(_))) => {
                self.visitor = Visitor::Registered;
                Step::stay()
            }
            // The next in the queue: the box is empty.
            Reply::Aid(AidTold::Issued(_, Ok(issued))) => {
                self.query.clear();
                self.found.clear();
                self.glance = None;
                let step = self.search().with(Effect::Today);
                self.issued.take(issued, step, cx)
            }
            Reply::Paper(PaperTold::Given(deed, given)) if self.issued.waits_for(*deed) => {
                self.issued.printed(given, cx)
            }
            Reply::Drafts(DraftsTold::Listed(Ok(offers))) => self.offer(offers),
            Reply::Today(Err(fault)) => Step::stay().saying(Toast::fault(fault, cx)),
            Reply::Today(Ok(today)) => {
                self.today = Some(today.clone());
                Step::stay()
            }
            Reply::Glance(family, Ok(card)) if Some(*family) == self.selected_family() => {
                self.glance = Some(card.clone());
                Step::stay()
            }
            Reply::Index(IndexTold::Preparing(percent)) => {
                self.preparing = Some(*percent);
                Step::stay()
            }
            Reply::Index(IndexTold::Ready) => {
                self.preparing = None;
                if self.query.is_empty() { Step::stay() } else { Step::effect(self.again()) }
            }
            // What another desk did appears by itself; the row under the cursor stays under it.
            Reply::Changed | Reply::Lives(LivesTold::Undone(_, Ok(_)) | LivesTold::Lived(_, Ok(_))) => {
                self.glance = None;
                Step::effect(self.again()).with(Effect::Today)
            }
            _ => Step::stay(),
        }
    }

    fn opens(&self) -> bool {
        self.thing().is_some()
    }

    fn pointless(&self, command: CommandId) -> Option<&'static str> {
        let nobody = self.query.is_empty() && self.found.is_empty();
        // People were found, and the cursor is on something else.
        let elsewhere = self.thing().is_some() && !self.found.finding.people.is_empty();
        match command {
            CommandId::Issue if nobody || elsewhere => Some("refused-nobody"),
            CommandId::PrintAct if self.issued.is_none() => Some("refused-nothing-issued"),
            _ => None,
        }
    }

    fn selected_person(&self) -> Option<PersonId> {
        self.chosen().map(|found| found.person)
    }

    fn selected_family(&self) -> Option<FamilyId> {
        self.chosen().and_then(|found| found.family)
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        view::draw(self, cx, frame, area);
    }
}
