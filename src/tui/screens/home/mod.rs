//! The search: what the desk opens on. Typing finds, Enter opens, F7 registers what was not found.

mod view;

use crate::domain::family::FamilyCard;
use crate::domain::id::{FamilyId, PersonId};
use crate::domain::number::FamilyNumber;
use crate::office::{Found, Offer, Today};
use crate::tui::app::message::IndexTold;
use crate::tui::app::message::drafts::{DraftsAsk, DraftsTold};
use crate::tui::app::message::lives::LivesTold;
use crate::tui::app::{Context, Effect, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::card::Card;
use crate::tui::screens::drafts::DraftsWindow;
use crate::tui::screens::history::History;
use crate::tui::screens::person::PersonScreen;
use crate::tui::screens::registration::{Registration, SingleForm};
use crate::tui::screens::undo::UndoWindow;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::list::ListCursor;
use ratatui::Frame;
use ratatui::layout::Rect;

/// The search screen.
#[derive(Default)]
pub struct Home {
    query: Line,
    generation: u64,
    /// What the newest answered search found; stays on the screen until the next answer comes.
    found: Vec<Found>,
    answered: u64,
    cursor: ListCursor,
    today: Option<Today>,
    glance: Option<Box<FamilyCard>>,
    /// What was asked for before the search had answered: it is done to what that search finds.
    pending: Option<Pending>,
    visitor: Visitor,
    /// How many forms of this person are not saved and open nowhere.
    unsaved: usize,
    /// Whether they were offered: once a sign-in, unasked.
    has_offered: bool,
    /// How much of the search index is made, of a hundred; none when searches look at everything.
    preparing: Option<u8>,
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
        self.found.get(self.cursor.chosen)
    }

    /// The text changed: a new search, and what was found before stays until it answers.
    fn search(&mut self) -> Step {
        self.generation += 1;
        self.pending = None;
        self.visitor = Visitor::Here;
        Step::effect(Effect::Search { generation: self.generation, text: self.query.text() })
    }

    /// The same search once more.
    fn search_again(&self) -> Step {
        Step::effect(Effect::Search { generation: self.generation, text: self.query.text() })
    }

    /// The family under the cursor beside the list, where there is room.
    fn look(&mut self, cx: &Context) -> Step {
        let family = self.selected_family();
        if self.glance.as_ref().map(|card| card.id) != family {
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

    fn open(&mut self) -> Step {
        match (self.selected_family(), self.chosen()) {
            _ if !self.is_answered() => self.wait_for(CommandId::Open),
            (Some(family), _) => self.leave(Card::loading(family), Effect::Card(family)),
            (None, None) if self.query.is_empty() && self.unsaved > 0 => Self::show_unsaved(),
            (None, Some(found)) => {
                let person = found.person;
                self.away();
                PersonScreen::open(person)
            }
            (None, None) => Step::stay(),
        }
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
        let first = self.found.first().and_then(|found| found.family);
        let is_one_family = first.is_some() && self.found.iter().all(|found| found.family == first);
        match self.pending.take() {
            Some(Pending::OpenScanned) if is_one_family => self.open(),
            Some(Pending::Do(command)) if !self.found.is_empty() => self.command(command, cx),
            _ => self.look(cx),
        }
    }
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
        // The same search again, so that the cursor stays on its person.
        let step = if self.query.is_empty() { Step::stay() } else { self.search_again() };
        step.with(Effect::Today).with(Effect::Drafts(DraftsAsk::List))
    }

    fn resized(&mut self, cx: &Context) -> Step {
        self.look(cx)
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        match key {
            Key::Enter => self.open(),
            Key::Esc if !self.query.is_empty() => {
                self.query.clear();
                self.glance = None;
                self.search()
            }
            Key::Esc => Step::push(crate::tui::screens::dialog::Dialog::leave(cx, false)),
            Key::Home | Key::End | Key::Left | Key::Right => {
                self.query.key(key);
                Step::stay()
            }
            Key::Tab => {
                self.cursor.key(Key::Down, self.found.len(), 1);
                self.look(cx)
            }
            Key::BackTab => {
                self.cursor.key(Key::Up, self.found.len(), 1);
                self.look(cx)
            }
            key if self.cursor.key(key, self.found.len(), view::page(cx)) => self.look(cx),
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
            (CommandId::NewPerson, _) => {
                let typed = if self.visitor == Visitor::Registered { String::new() } else { self.query.text() };
                self.away();
                Step::push(SingleForm::new(&typed, cx))
            }
            (CommandId::Undo, _) => UndoWindow::last(cx),
            _ if !self.is_answered() => self.wait_for(command),
            (CommandId::Open, _) => self.open(),
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
                    let chosen = self.chosen().map(|found| found.person).filter(|_| self.answered == *generation);
                    self.found.clone_from(found);
                    self.answered = *generation;
                    self.cursor.chosen =
                        chosen.and_then(|person| found.iter().position(|row| row.person == person)).unwrap_or(0);
                    // Who is not among the beginnings may be found yet: what was asked for waits for the whole search.
                    if found.is_empty() && self.preparing.is_some() { self.look(cx) } else { self.catch_up(cx) }
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
            Reply::Drafts(DraftsTold::Listed(Ok(offers))) => self.offer(offers),
            Reply::Today(Err(fault)) => Step::stay().saying(Toast::fault(fault, cx)),
            Reply::Today(Ok(today)) => {
                self.today = Some(*today);
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
                if self.query.is_empty() { Step::stay() } else { self.search_again() }
            }
            // What another desk did appears by itself; the row under the cursor stays under it.
            Reply::Changed | Reply::Lives(LivesTold::Undone(_, Ok(_)) | LivesTold::Lived(_, Ok(_))) => {
                self.glance = None;
                self.search_again().with(Effect::Today)
            }
            _ => Step::stay(),
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
