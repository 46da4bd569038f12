//! What a screen is: a layer of the stack that takes input, answers with a step, and draws itself.

use crate::domain::event::RegisterOf;
use crate::domain::id::{FamilyId, PersonId, SessionId};
use crate::domain::number::FamilyNumber;
use crate::tui::app::context::Context;
use crate::tui::app::drafts::DraftLayer;
use crate::tui::app::message::{Effect, Reply};
use crate::tui::app::update::Toast;
use crate::tui::commands::{CommandId, Scope};
use crate::tui::happening::LineKind;
use crate::tui::keys::Key;
use ratatui::Frame;
use ratatui::layout::Rect;

/// A layer: a whole screen, or a window over the one below.
pub trait Screen {
    /// Which commands work here.
    fn scope(&self) -> Scope;

    /// A keystroke that is no command.
    fn key(&mut self, key: Key, cx: &mut Context) -> Step;

    /// Text that arrived at once (paste, scanner).
    fn text(&mut self, text: &str, cx: &mut Context) -> Step;

    /// A scanned family card. By default nothing: the text goes to the field that has the focus.
    fn scan(&mut self, number: FamilyNumber, cx: &mut Context) -> Option<Step> {
        let _ = (number, cx);
        None
    }

    /// A command of the table, already checked to be enabled.
    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        let _ = (command, cx);
        Step::stay()
    }

    /// What came of an effect. Every layer hears every reply, the top one first.
    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        let _ = (reply, cx);
        Step::stay()
    }

    /// What the window above answered when it closed.
    fn answer(&mut self, answer: Answer, cx: &mut Context) -> Step {
        let _ = (answer, cx);
        Step::stay()
    }

    /// The layer has just become the top one.
    fn entered(&mut self, cx: &mut Context) -> Step {
        let _ = cx;
        Step::stay()
    }

    /// The language has changed: words that a screen keeps are said anew.
    fn spoken(&mut self, cx: &Context) {
        let _ = cx;
    }

    /// The terminal has another size.
    fn resized(&mut self, cx: &Context) -> Step {
        let _ = cx;
        Step::stay()
    }

    /// Whether an entry of a list of the form is chosen, which F8 takes away.
    fn has_entry(&self) -> bool {
        false
    }

    /// The family under the cursor, which F3, F4 and later F5 act on.
    fn selected_family(&self) -> Option<FamilyId> {
        None
    }

    /// The person under the cursor: of a family or without one.
    fn selected_person(&self) -> Option<PersonId> {
        None
    }

    /// Whether Enter opens what is under the cursor, though it is neither a person nor a family.
    fn opens(&self) -> bool {
        false
    }

    /// What the line under the cursor is about, where lines can be acted on.
    fn selected_line(&self) -> Option<LineKind> {
        None
    }

    /// Why a command makes no sense on what is shown, as a message: a closed card is not closed again.
    fn pointless(&self, _: CommandId) -> Option<&'static str> {
        None
    }

    /// Whether something is typed in the screen that leaving would lose.
    fn is_dirty(&self) -> bool {
        false
    }

    /// The event under the cursor.
    fn event(&self) -> Option<EventAt> {
        None
    }

    /// The form as it stands, where a draft of it is kept. Asked at most once a second while somebody types, and when layers close.
    fn draft(&self) -> Option<DraftLayer> {
        None
    }

    /// Whether a long deed is under way whose progress stands here, or something that is shown only once: the desk does not lock over it.
    fn is_busy(&self) -> bool {
        false
    }

    /// A window is drawn over the layer below; a whole screen hides it.
    fn is_window(&self) -> bool {
        false
    }

    /// Draws into the area between the first line and the footer.
    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect);
}

/// What is held and stands under a cursor: its list, numbers and papers are a command away from every screen that shows it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct EventAt {
    /// A series, or an event that is held once.
    pub of: RegisterOf,
    /// The session, where one is meant.
    pub session: Option<SessionId>,
}

/// What a window answers to the layer below when it closes.
#[derive(Clone, PartialEq, Debug)]
pub enum Answer {
    /// A row or button by its position.
    Chosen(usize),
    /// A member of the family form, changed.
    Member(Box<crate::domain::draft::MemberDraft>),
    /// Whose values stand, conflict by conflict.
    Sides(Vec<crate::domain::merge::Side>),
    /// A command picked in the menu.
    Command(CommandId),
    /// A filter of the register to be asked.
    Filter(Box<crate::domain::filter::Filter>),
    /// A key that the window left to the layer below.
    Pressed(Key),
    /// A text that arrived at once and was left to the layer below.
    Typed(String),
    /// Words of one's own: a reason.
    Words(String),
    /// Somebody of the register, who is meant instead of what is typed.
    Somebody(PersonId, crate::domain::person::PersonName),
    /// From a day to a day, both counted.
    Days(chrono::NaiveDate, chrono::NaiveDate),
    /// Closed without an answer.
    Cancelled,
}

/// What follows from an input: where to go, what to do, what to say.
#[derive(Default)]
pub struct Step {
    /// Where to go.
    pub go: Go,
    /// What to do, in order.
    pub effects: Vec<Effect>,
    /// What to say.
    pub toast: Option<Toast>,
}

/// Where to go.
#[derive(Default)]
pub enum Go {
    /// Nowhere.
    #[default]
    Stay,
    /// A layer on top.
    Push(Box<dyn Screen>),
    /// A layer instead of this one.
    Replace(Box<dyn Screen>),
    /// A single layer instead of all.
    Reset(Box<dyn Screen>),
    /// Close this layer.
    Pop,
    /// Close this window and hand its answer down.
    PopWith(Answer),
    /// Run a command of this screen, as its key would.
    Run(CommandId),
    /// Close everything down to the search, for the next one in the queue.
    Search,
    /// Leave the program.
    Quit,
    /// Close this layer and then the desk; the next one signs in.
    SignOut,
}

impl Step {
    /// Nothing follows.
    pub fn stay() -> Self {
        Self::default()
    }

    /// Go somewhere.
    pub fn go(go: Go) -> Self {
        Self { go, ..Self::default() }
    }

    /// Put a layer on top.
    pub fn push(screen: impl Screen + 'static) -> Self {
        Self::go(Go::Push(Box::new(screen)))
    }

    /// Close this layer.
    pub fn pop() -> Self {
        Self::go(Go::Pop)
    }

    /// Do something.
    pub fn effect(effect: Effect) -> Self {
        Self { effects: vec![effect], ..Self::default() }
    }

    /// And do something.
    pub fn with(mut self, effect: Effect) -> Self {
        self.effects.push(effect);
        self
    }

    /// And say something.
    pub fn saying(mut self, toast: Toast) -> Self {
        self.toast = Some(toast);
        self
    }
}
