//! The attendance register: the journal on paper that everybody knows. People down, dates across, sums both ways.
//!
//! The common case is one key. Space marks and goes down, `+` marks everybody who is left, a few letters and Enter mark whoever they mean,
//! on the list or not. A mark is drawn as done only when it is in the file: until then a hollow sign stands there, while the next keys
//! already go on. Nothing here is a wall: what is unusual is said in a sentence, and F8 takes the last mark back.

mod deeds;
mod family;
mod grid;
mod heads;
mod keys;
mod newcomer;
mod news;
mod rows;
mod view;
mod words;

use crate::domain::campaign::Guest;
use crate::domain::event::{MarkSource, Outcome, SessionStatus};
use crate::domain::id::{DeedId, FamilyId, PersonId, SessionId};
use crate::domain::number::FamilyNumber;
use crate::domain::staff::Right;
use crate::office::Found;
use crate::tui::app::message::lives::LivesTold;
use crate::tui::app::message::register::RegisterAsk;
use crate::tui::app::{Answer, Context, Effect, EventAt, Reply, Screen, Step, Toast, ToastKind};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::widgets::line::Line as InputLine;
use crate::tui::widgets::list::ListCursor;
use family::{Held, Household};
use grid::Grid;
use ratatui::Frame;
use ratatui::layout::Rect;
use rows::{At, Met, Names, Shown};

/// How many letters the whole register of people is asked for.
const LETTERS_TO_SEARCH: usize = 3;

/// Why somebody is excused: the usual ones by digit, the last one wants words.
const EXCUSES: &[&str] = &[
    "register-excuse-ill",
    "register-excuse-school",
    "register-excuse-away",
    "register-excuse-family",
    "reason-other",
];

/// Why a closed session is opened again.
const REOPENINGS: &[&str] = &["register-reopen-missed", "register-reopen-wrong", "reason-other"];

/// What is being asked in a window above.
enum Question {
    Excuse(PersonId),
    Reopen(SessionId),
}

/// A deed of this desk that has no answer yet.
enum What {
    /// Marks; how they are said.
    Marks(String),
    Close,
    Reopen,
    /// Taking back; how the marks are said.
    TakeBack(String),
}

/// What waits for the search in the register of people.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Awaited {
    /// Enter on what is typed.
    Enter,
    /// The family of a scanned card.
    Scan,
}

/// The screen.
pub struct RegisterScreen {
    session: SessionId,
    /// Who comes from another screen: once the register is there, the cursor is put on them.
    guest: Option<Guest>,
    grid: Option<Grid>,
    names: Names,
    query: InputLine,
    shown: Shown,
    rows: Vec<Met>,
    cursor: ListCursor,
    found: Vec<Found>,
    generation: u64,
    /// The last search that was answered.
    answered: u64,
    awaited: Option<Awaited>,
    /// A row that merely resembles what is typed, on which Enter was pressed once.
    doubted: Option<At>,
    household: Option<Household>,
    /// What was pressed on families that are being read.
    held: Vec<(FamilyId, Held)>,
    /// A guest who is not on the list and whose name is being read.
    awaits_person: Option<PersonId>,
    /// On whom the cursor is put once the register has them.
    land: Option<PersonId>,
    under_way: Vec<(DeedId, What)>,
    /// The marks of this desk that can be taken back, the newest last.
    done: Vec<(DeedId, String)>,
    said: Option<(ToastKind, String)>,
    question: Option<Question>,
}

impl RegisterScreen {
    /// The register around a session.
    pub fn new(session: SessionId) -> Self {
        Self {
            session,
            guest: None,
            grid: None,
            names: Names::default(),
            query: InputLine::default(),
            shown: Shown::All,
            rows: Vec::new(),
            cursor: ListCursor::default(),
            found: Vec::new(),
            generation: 0,
            answered: 0,
            awaited: None,
            doubted: None,
            household: None,
            held: Vec::new(),
            awaits_person: None,
            land: None,
            under_way: Vec::new(),
            done: Vec::new(),
            said: None,
            question: None,
        }
    }

    /// The same, with somebody brought from another screen: the cursor is on them, and their family is offered.
    pub fn with_guest(session: SessionId, guest: Guest) -> Self {
        Self { guest: Some(guest), ..Self::new(session) }
    }

    fn ask(&self) -> Effect {
        Effect::Attendance(RegisterAsk::Open(self.session))
    }

    fn say(&mut self, kind: ToastKind, text: String) {
        self.said = Some((kind, text));
    }

    /// Works out the rows anew; the one under the cursor stays under it where `person` says who that was.
    fn arrange(&mut self, person: Option<PersonId>) {
        let Some(grid) = &self.grid else { return };
        let typed = self.query.text();
        self.rows = if typed.trim().is_empty() {
            let shown = self.shown;
            rows::all(&grid.register, |place| shown == Shown::All || grid.is_due(place, grid.column))
        } else {
            rows::met(&typed, &self.names, &grid.register, &self.found)
        };
        let there = person.and_then(|person| self.rows.iter().position(|row| self.person_at(row.at) == Some(person)));
        if let Some(there) = there {
            self.cursor.chosen = there;
        }
        self.cursor.clamp(self.rows.len());
    }

    fn at_cursor(&self) -> Option<At> {
        self.rows.get(self.cursor.chosen).map(|row| row.at)
    }

    fn person_at(&self, at: At) -> Option<PersonId> {
        let register = &self.grid.as_ref()?.register;
        match at {
            At::Listed(place) => register.rows.get(place).map(|row| row.person),
            At::Waiting(place) => register.waiting.get(place).map(|row| row.person),
            // Whom an older text found is shown until this one's answer comes, and cannot be meant.
            At::Stranger(_) if self.answered != self.generation => None,
            At::Stranger(place) => self.found.get(place).map(|found| found.person),
            At::Fresh => None,
        }
    }

    fn selected(&self) -> Option<PersonId> {
        self.person_at(self.at_cursor()?)
    }

    /// Somebody's short name, as sentences say it.
    fn name_of(&self, person: PersonId) -> String {
        let register = self.grid.as_ref().map(|grid| &grid.register);
        let listed = register.and_then(|register| register.rows.iter().find(|row| row.person == person));
        let waiting = || register.and_then(|register| register.waiting.iter().find(|row| row.person == person));
        let found = || self.found.iter().find(|found| found.person == person);
        listed
            .map(|row| row.name.short())
            .or_else(|| waiting().map(|row| row.name.short()))
            .or_else(|| found().map(|found| found.name.short()))
            .or_else(|| self.household.as_ref()?.name_of(person))
            .unwrap_or_default()
    }

    /// The cursor has another row: whoever stands there may have a family.
    fn moved(&mut self) -> Step {
        self.doubted = None;
        let Some(person) = self.selected() else {
            self.household = self.household.take().filter(Household::is_offered);
            return Step::stay();
        };
        if self.household.as_ref().is_some_and(|household| household.is_offered() || household.has(person)) {
            return Step::stay();
        }
        self.household = None;
        let has_family = match self.at_cursor() {
            Some(At::Listed(place)) => {
                let row = self.grid.as_ref().and_then(|grid| grid.row(place));
                row.is_some_and(|row| row.family.is_some())
            }
            Some(At::Stranger(place)) => self.found.get(place).is_some_and(|found| found.family.is_some()),
            Some(At::Waiting(place)) => {
                let row = self.grid.as_ref().and_then(|grid| grid.register.waiting.get(place));
                row.is_some_and(|row| row.family.is_some())
            }
            Some(At::Fresh) | None => false,
        };
        if has_family { Step::effect(news::ask_family(person)) } else { Step::stay() }
    }

    /// The box is empty again, ready for the next.
    fn empty(&mut self) {
        let person = self.selected();
        self.query.clear();
        self.found.clear();
        self.generation += 1;
        self.answered = self.generation;
        self.awaited = None;
        self.doubted = None;
        self.cursor = ListCursor::default();
        self.arrange(person);
    }

    fn typed(&mut self) -> Step {
        self.household = None;
        self.cursor = ListCursor::default();
        (self.awaited, self.doubted) = (None, None);
        self.generation += 1;
        let text = self.query.text();
        let text = text.trim();
        if text.chars().count() < LETTERS_TO_SEARCH {
            self.found.clear();
            self.answered = self.generation;
            self.arrange(None);
            return self.moved();
        }
        self.arrange(None);
        let search = RegisterAsk::Search { generation: self.generation, text: text.to_owned() };
        let step = self.moved();
        step.with(Effect::Attendance(search))
    }

    fn status(&self) -> Option<SessionStatus> {
        self.grid.as_ref().and_then(Grid::at).map(|column| column.status)
    }
}

fn with_all(mut step: Step, effects: Vec<Effect>) -> Step {
    step.effects.extend(effects);
    step
}

impl Screen for RegisterScreen {
    fn scope(&self) -> Scope {
        Scope::Register
    }

    fn entered(&mut self, cx: &mut Context) -> Step {
        if !cx.may(Right::SeeEvents) {
            let right = cx.t("right-see-events");
            return Step::pop().saying(Toast::warning(cx.tv("refused-right", &[("right", right.into())])));
        }
        Step::effect(self.ask())
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        self.said = None;
        if self.household.as_ref().is_some_and(Household::is_offered)
            && let Some(step) = self.key_on_the_offer(key, cx)
        {
            return step;
        }
        if self.query.is_empty()
            && let Some(step) = self.key_on_the_list(key, cx)
        {
            return step;
        }
        match key {
            Key::Enter => return self.take(cx),
            Key::Esc => {
                self.empty();
                return self.moved();
            }
            Key::Insert => return self.mark_family(cx),
            Key::Up | Key::Down | Key::PageUp | Key::PageDown => {
                self.cursor.key(key, self.rows.len(), view::page(cx));
                return self.moved();
            }
            key => {
                if self.query.key(key) {
                    return self.typed();
                }
            }
        }
        Step::stay()
    }

    fn text(&mut self, text: &str, _: &mut Context) -> Step {
        self.said = None;
        if self.query.insert(text.trim()) { self.typed() } else { Step::stay() }
    }

    fn scan(&mut self, number: FamilyNumber, cx: &mut Context) -> Option<Step> {
        self.grid.is_some().then(|| self.scanned(number, cx))
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match command {
            CommandId::RegisterClose => self.close(cx),
            CommandId::RegisterExcuse => self.excuse(cx),
            CommandId::RegisterHeads => self.open_heads(cx),
            CommandId::RegisterNew => self.open_newcomer(cx),
            CommandId::RegisterTakeBack => self.take_back(cx),
            CommandId::RegisterAllPresent => self.mark_rest(Outcome::Present, cx),
            CommandId::RegisterAllAbsent => self.mark_rest(Outcome::Absent, cx),
            CommandId::RegisterFamily => self.mark_family(cx),
            CommandId::RegisterReopen => self.ask_to_reopen(cx),
            CommandId::Open => words::card_of(self.selected_family(), self.selected_person()),
            _ => Step::stay(),
        }
    }

    fn event(&self) -> Option<EventAt> {
        let grid = self.grid.as_ref()?;
        Some(EventAt { of: grid.register.of, session: grid.session() })
    }

    fn pointless(&self, command: CommandId) -> Option<&'static str> {
        let is_held = self.status() == Some(SessionStatus::Held);
        let is_off = self.status() == Some(SessionStatus::Cancelled);
        match command {
            CommandId::RegisterClose if is_held => Some("register-closed-already"),
            CommandId::RegisterReopen if !is_held => Some("register-not-closed"),
            CommandId::RegisterClose
            | CommandId::RegisterExcuse
            | CommandId::RegisterHeads
            | CommandId::RegisterNew
            | CommandId::RegisterAllPresent
            | CommandId::RegisterAllAbsent
            | CommandId::RegisterFamily
                if is_off =>
            {
                Some("register-off")
            }
            // Before a form is filled in for nothing.
            CommandId::RegisterExcuse
            | CommandId::RegisterHeads
            | CommandId::RegisterNew
            | CommandId::RegisterAllPresent
            | CommandId::RegisterAllAbsent
            | CommandId::RegisterFamily
                if is_held =>
            {
                Some("register-closed-already")
            }
            CommandId::RegisterExcuse | CommandId::RegisterFamily if self.selected().is_none() => {
                Some("register-nobody-chosen")
            }
            CommandId::RegisterTakeBack if self.done.is_empty() => Some("register-nothing-to-take-back"),
            _ => None,
        }
    }

    fn answer(&mut self, answer: Answer, cx: &mut Context) -> Step {
        match (self.question.take(), answer) {
            (Some(Question::Excuse(person)), Answer::Words(reason)) => {
                let source = if self.query.is_empty() { MarkSource::List } else { MarkSource::Search };
                let step = self.mark(&[person], Some(Outcome::Excused), &reason, source, cx);
                if !self.query.is_empty() {
                    self.empty();
                }
                step
            }
            (Some(Question::Reopen(session)), Answer::Words(reason)) => self.reopen(session, reason, cx),
            (_, Answer::Somebody(person, name)) => self.take_known(person, &name, cx),
            _ => Step::stay(),
        }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Attendance(told) => self.hear(told, cx),
            Reply::Changed => Step::effect(self.ask()),
            Reply::Lives(LivesTold::Person(person, Ok(card))) if self.awaits_person == Some(*person) => {
                self.awaits_person = None;
                let age = card.single.person.birth.map(|birth| birth.age_on(cx.today()));
                self.guest_is(Household::alone(*person, card.single.person.name.clone(), age));
                Step::stay()
            }
            _ => Step::stay(),
        }
    }

    fn is_busy(&self) -> bool {
        !self.under_way.is_empty()
    }

    fn selected_family(&self) -> Option<FamilyId> {
        match self.at_cursor()? {
            At::Listed(place) => self.grid.as_ref()?.row(place)?.family.map(|(family, _)| family),
            At::Waiting(place) => self.grid.as_ref()?.register.waiting.get(place)?.family.map(|(family, _)| family),
            At::Stranger(place) => self.found.get(place)?.family,
            At::Fresh => None,
        }
    }

    fn selected_person(&self) -> Option<PersonId> {
        self.selected()
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        view::draw(self, cx, frame, area);
    }
}

#[cfg(test)]
mod tests;
