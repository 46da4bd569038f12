//! F8: what one's own last deed was, why it is taken back, and what stands in the way where something does.

use crate::domain::clock::Moment;
use crate::domain::id::{DeedId, FamilyId, PersonId};
use crate::office::{HistoryEntry, LaterChange, OfficeError, Undoable};
use crate::tui::app::message::lives::{LivesAsk, LivesTold};
use crate::tui::app::{Answer, Context, Effect, Go, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::card::Card;
use crate::tui::screens::dialog::Dialog;
use crate::tui::screens::sheet::Sheet;
use crate::tui::widgets::chrome::show_moment;
use crate::tui::widgets::form::{Event, Field, Form};
use ratatui::Frame;
use ratatui::layout::Rect;

/// The reasons by digit; the last one wants words.
const WHY: &str = "undo-why";
const WORDS: &str = "undo-words";
const REASONS: [&str; 4] = ["undo-why-typo", "undo-why-wrong-person", "undo-why-mind", "undo-why-other"];

/// Deeds that made an act: nothing of them is changed back, another act takes them back.
const ACTS: [&str; 7] = [
    "aid-issued",
    "stock-received",
    "stock-written-off",
    "stock-transferred",
    "kits-assembled",
    "kits-disassembled",
    "count-approved",
];

/// The deed as the window tells it.
struct Deed {
    id: DeedId,
    at: Moment,
    action: String,
    /// For the taking back of a deed, the word of that deed: it would be put back.
    undone_action: Option<String>,
    /// Whom it was done to.
    whom: String,
    family: Option<FamilyId>,
    count: Option<usize>,
    in_the_way: Option<LaterChange>,
}

/// What the window knows.
enum State {
    /// The journal is being read.
    Reading,
    /// There is nothing of one's own to take back.
    Nothing,
    /// This deed.
    Found(Box<Deed>),
}

/// The window.
pub struct UndoWindow {
    state: State,
    form: Form,
    deed: DeedId,
    is_saving: bool,
}

impl UndoWindow {
    /// The window of one's own last deed, which is being read.
    pub fn last(cx: &mut Context) -> Step {
        Step::push(Self::new(State::Reading, cx)).with(Effect::Lives(LivesAsk::LastDeed))
    }

    /// The window of a deed of the history; none where the entry is not of a deed.
    pub fn of(entry: &HistoryEntry, whom: &str, family: Option<FamilyId>, cx: &mut Context) -> Option<Self> {
        let undone = entry.changes.iter().find(|change| change.field == "undone");
        let deed = Deed {
            id: entry.deed?,
            at: entry.at,
            action: entry.action.clone(),
            undone_action: undone.map(|change| change.before.clone()).filter(|_| entry.action == "deed-undone"),
            whom: whom.to_owned(),
            family,
            count: None,
            in_the_way: None,
        };
        Some(Self::new(State::Found(Box::new(deed)), cx))
    }

    fn new(state: State, cx: &mut Context) -> Self {
        let form = Form::column(vec![Field::choice(WHY, reasons(cx)), Field::text(WORDS)]);
        Self { state, form, deed: cx.new_deed(), is_saving: false }
    }

    fn deed(&self) -> Option<&Deed> {
        match &self.state {
            State::Found(deed) => Some(deed),
            State::Reading | State::Nothing => None,
        }
    }

    /// What stands in the way, where something does.
    fn obstacle(&self) -> Option<&LaterChange> {
        self.deed().and_then(|deed| deed.in_the_way.as_ref())
    }

    fn reason(&self, cx: &Context) -> String {
        let picked = self.form.field(WHY).map_or(0, Field::picked);
        let words = self.form.value(WORDS);
        match REASONS.get(picked) {
            Some(reason) if words.is_empty() => cx.t(reason),
            Some(reason) if picked + 1 < REASONS.len() => format!("{}: {words}", cx.t(reason)),
            _ => words,
        }
    }

    /// F2: the deed is taken back, or, where something stands in the way, the card is opened to be looked at.
    fn go(&mut self, cx: &mut Context) -> Step {
        if self.is_saving {
            return Step::stay();
        }
        let Some((what, family, is_blocked)) =
            self.deed().map(|deed| (deed.id, deed.family, deed.in_the_way.is_some()))
        else {
            return if matches!(self.state, State::Nothing) { Step::pop() } else { Step::stay() };
        };
        if is_blocked {
            return look(family);
        }
        self.is_saving = true;
        let reason = self.reason(cx);
        Step::effect(Effect::Lives(LivesAsk::Undo { deed: self.deed, what, reason }))
    }

    fn refused(&mut self, fault: &OfficeError, cx: &Context) -> Step {
        self.is_saving = false;
        if let (OfficeError::ChangedLater { by, at, action }, State::Found(deed)) = (fault, &mut self.state) {
            deed.in_the_way = Some(LaterChange { by: by.clone(), at: *at, action: action.clone() });
            return Step::stay();
        }
        Step::stay().saying(Toast::fault(fault, cx))
    }

    fn done(&self, cx: &Context) -> Step {
        let Some(deed) = self.deed() else { return Step::pop() };
        let id = if deed.undone_action.is_some() { "undo-put-back" } else { "undo-done" };
        let said = cx.tv(id, &[("what", what(deed, cx).into()), ("whom", whom(deed).into())]);
        // A deed over a whole file is about nobody by name.
        Step::pop().saying(Toast::good(said.trim_end_matches([' ', '·']).to_owned()))
    }

    fn lines(&self, sheet: &mut Sheet<'_, '_, '_>, cx: &Context) {
        match &self.state {
            State::Reading => sheet.line(cx.theme.dim, &cx.t("undo-reading")),
            State::Nothing => sheet.paragraph(cx.theme.text, &cx.t("undo-nothing")),
            State::Found(deed) => {
                sheet.line(cx.theme.title, &what(deed, cx));
                let many = deed.count.map(|count| cx.tv("undo-count", &[("count", count.into())]));
                let about = [deed.whom.clone(), many.unwrap_or_default(), show_moment(deed.at)];
                let about: Vec<String> = about.into_iter().filter(|part| !part.is_empty()).collect();
                sheet.line(cx.theme.text, &about.join(" · "));
                sheet.gap();
                if let Some(later) = &deed.in_the_way {
                    let values = [
                        ("by", later.by.as_str().into()),
                        ("at", show_moment(later.at).into()),
                        ("action", cx.texts.code("deed", &later.action).into()),
                    ];
                    return sheet.paragraph(cx.theme.warning, &format!("! {}", cx.tv("undo-in-the-way", &values)));
                }
                sheet.form(&self.form);
                sheet.gap();
                if self.is_saving {
                    sheet.line(cx.theme.accent, &cx.t("form-saving"));
                } else {
                    let id = match (&deed.undone_action, ACTS.contains(&deed.action.as_str())) {
                        (Some(_), _) => "undo-explain-back",
                        (None, true) => "undo-explain-act",
                        (None, false) => "undo-explain",
                    };
                    sheet.paragraph(cx.theme.dim, &cx.t(id));
                }
            }
        }
    }
}

/// The card on which something stands in the way, to be looked at.
fn look(family: Option<FamilyId>) -> Step {
    match family {
        Some(family) => Step::go(Go::Replace(Box::new(Card::loading(family)))).with(Effect::Card(family)),
        None => Step::pop(),
    }
}

fn what(deed: &Deed, cx: &Context) -> String {
    match &deed.undone_action {
        Some(undone) => cx.tv("undo-of-undo", &[("action", cx.texts.code("deed", undone).into())]),
        None => cx.texts.code("deed", &deed.action),
    }
}

fn whom(deed: &Deed) -> String {
    deed.whom.clone()
}

fn reasons(cx: &Context) -> Vec<String> {
    REASONS.iter().enumerate().map(|(place, id)| format!("{} {}", place + 1, cx.t(id))).collect()
}

/// The found deed as the window tells it.
fn told(found: &Undoable) -> Deed {
    let name = found.name.as_ref().map(crate::domain::person::PersonName::short);
    let number = found.family.map(|(_, number)| number.to_string());
    let whom: Vec<String> = name.into_iter().chain(number).filter(|part| !part.is_empty()).collect();
    Deed {
        id: found.deed,
        at: found.at,
        action: found.action.clone(),
        undone_action: found.undone_action.clone(),
        whom: whom.join(" · "),
        family: found.family.map(|(family, _)| family),
        count: found.count,
        in_the_way: found.in_the_way.clone(),
    }
}

/// What a screen that shows a family or a person reads again after a deed was taken back.
pub fn touches(reply: &Reply, family: Option<FamilyId>, person: Option<PersonId>) -> bool {
    match reply {
        Reply::Lives(LivesTold::Undone(_, Ok(undone))) => {
            undone.family.is_none() && undone.person.is_none()
                || undone.family.is_some() && undone.family == family
                || undone.person.is_some() && undone.person == person
        }
        _ => false,
    }
}

impl Screen for UndoWindow {
    fn scope(&self) -> Scope {
        Scope::Undo
    }

    fn is_window(&self) -> bool {
        true
    }

    fn is_dirty(&self) -> bool {
        self.form.is_typed_in()
    }

    fn spoken(&mut self, cx: &Context) {
        if let Some(field) = self.form.field_mut(WHY) {
            field.say(reasons(cx));
        }
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        if self.is_saving {
            return Step::stay();
        }
        if key == Key::Esc {
            return if self.is_dirty() { Step::push(Dialog::discard(cx)) } else { Step::pop() };
        }
        if self.deed().is_none() || self.obstacle().is_some() {
            return if key == Key::Enter { self.go(cx) } else { Step::stay() };
        }
        match (self.form.key(key), key) {
            (Event::PastEnd, Key::Enter) => {
                self.form.focus = Some(1);
                self.go(cx)
            }
            (Event::PastEnd, _) => {
                self.form.focus = Some(0);
                Step::stay()
            }
            // «Інше» wants words.
            (Event::Changed, Key::Char('4')) if self.form.focused() == Some(WHY) => {
                self.form.jump_to(WORDS);
                Step::stay()
            }
            _ => Step::stay(),
        }
    }

    fn text(&mut self, text: &str, _: &mut Context) -> Step {
        if !self.is_saving {
            self.form.text(text);
        }
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        if command == CommandId::Save { self.go(cx) } else { Step::stay() }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Lives(LivesTold::LastDeed(result)) if matches!(self.state, State::Reading) => match result {
                Ok(Some(found)) => {
                    self.state = State::Found(Box::new(told(found)));
                    Step::stay()
                }
                Ok(None) => {
                    self.state = State::Nothing;
                    Step::stay()
                }
                Err(fault) => Step::pop().saying(Toast::fault(fault, cx)),
            },
            Reply::Lives(LivesTold::Undone(deed, result)) if *deed == self.deed && self.is_saving => match result {
                Ok(_) => self.done(cx),
                Err(fault) => self.refused(fault, cx),
            },
            _ => Step::stay(),
        }
    }

    fn answer(&mut self, answer: Answer, _: &mut Context) -> Step {
        if answer == Answer::Chosen(Dialog::DISCARD) { Step::pop() } else { Step::stay() }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let title = match self.deed() {
            Some(deed) if deed.undone_action.is_some() => "undo-title-back",
            _ => "undo-title",
        };
        let mut sheet = Sheet::open(cx, frame, area, &cx.t(title), 14);
        sheet.gap();
        self.lines(&mut sheet, cx);
        let keys = match (self.deed(), self.obstacle()) {
            (Some(deed), Some(_)) if deed.family.is_some() => "undo-keys-look",
            (Some(deed), None) if deed.undone_action.is_some() => "undo-keys-back",
            (Some(_), None) => "undo-keys",
            _ => "undo-keys-close",
        };
        sheet.bottom(&cx.t(keys));
    }
}
