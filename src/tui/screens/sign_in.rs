//! The door: login and password. The password is checked slowly on purpose, so the screen says that it is checking.

use crate::domain::clock::Moment;
use crate::office::OfficeError;
use crate::store::StoreError;
use crate::tui::app::message::drafts::DraftsTold;
use crate::tui::app::{Context, Effect, Go, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::home::Home;
use crate::tui::screens::password;
use crate::tui::screens::recovery::Recovery;
use crate::tui::screens::sheet::Sheet;
use crate::tui::widgets::form::{Event, Field, Form, Note, NoteKind};
use chrono::TimeDelta;
use ratatui::Frame;
use ratatui::layout::Rect;
use std::path::PathBuf;

const LOGIN: &str = "own-login";
const PASSWORD: &str = "password";
const HEIGHT: u16 = 15;

/// The sign-in.
pub struct SignIn {
    path: PathBuf,
    form: Form,
    state: State,
    lock: Option<LockNote>,
}

/// What the door of a locked desk says.
#[derive(Clone, Copy)]
struct LockNote {
    at: Moment,
    text: LockText,
}

/// What became of the open forms.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LockText {
    /// There were none.
    Nothing,
    /// They are being kept.
    Keeping,
    /// They are on the disk, and the office is closed.
    Kept,
    /// One could not be kept.
    Failed,
}

/// What the door is doing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Taking keys.
    Open,
    /// The password is being checked.
    Checking,
    /// Too many wrong tries: closed until this moment.
    ClosedUntil(Moment),
}

impl SignIn {
    /// The door of this office file.
    pub fn new(path: PathBuf) -> Self {
        let form = Form::column(vec![Field::text(LOGIN), Field::secret(PASSWORD)]);
        Self { path, form, state: State::Open, lock: None }
    }

    /// The door of a desk that was locked: the login of whoever locked it stands there, and what becomes of its open forms.
    pub fn locked(path: PathBuf, login: &str, at: Moment, forms: usize) -> Self {
        let mut door = Self::new(path);
        door.form.set(LOGIN, login);
        door.form.focus_on(PASSWORD);
        let text = if forms == 0 { LockText::Nothing } else { LockText::Keeping };
        door.lock = Some(LockNote { at, text });
        door
    }

    fn hear_of_forms(&mut self, reply: &Reply) {
        if let Some(lock) = &mut self.lock {
            lock.text = match (reply, lock.text) {
                (Reply::Drafts(DraftsTold::Kept(_, Err(_))), _) => LockText::Failed,
                (Reply::SignedOut, LockText::Keeping) => LockText::Kept,
                (_, text) => text,
            };
        }
    }

    fn seconds_left(&self, now: Moment) -> Option<u32> {
        match self.state {
            State::ClosedUntil(until) => u32::try_from((until - now).num_seconds()).ok().filter(|seconds| *seconds > 0),
            State::Open | State::Checking => None,
        }
    }

    fn sign_in(&mut self, cx: &Context) -> Step {
        if self.seconds_left(cx.now).is_some() {
            self.form.focus_on(PASSWORD);
            return Step::stay();
        }
        for (id, message) in [(LOGIN, "sign-in-no-login"), (PASSWORD, "sign-in-no-password")] {
            if self.form.field(id).is_some_and(|field| field.line.is_empty()) {
                self.form.note(id, Some(Note { kind: NoteKind::Fault, text: cx.t(message) }));
                self.form.focus_on(id);
                return Step::stay();
            }
        }
        self.form.focus_on(PASSWORD);
        self.state = State::Checking;
        Step::effect(Effect::SignIn { login: self.form.value(LOGIN), password: password::typed(&self.form, PASSWORD) })
    }

    fn refused(&mut self, fault: &OfficeError, cx: &Context) -> Step {
        if let Some(field) = self.form.field_mut(PASSWORD) {
            field.line.clear();
        }
        self.form.focus_on(PASSWORD);
        if let OfficeError::Store(StoreError::Wait { seconds }) = fault {
            // The sheet itself counts the seconds down.
            self.state = State::ClosedUntil(cx.now + TimeDelta::seconds(i64::from(*seconds)));
            return Step::stay();
        }
        self.state = State::Open;
        Step::stay().saying(Toast::fault(fault, cx))
    }
}

impl Screen for SignIn {
    fn scope(&self) -> Scope {
        Scope::SignIn
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        if self.state == State::Checking {
            return Step::stay();
        }
        match (self.form.key(key), key) {
            (Event::PastEnd, Key::Enter) => return self.sign_in(cx),
            (Event::PastEnd, _) => self.form.focus_on(LOGIN),
            _ => {}
        }
        Step::stay()
    }

    fn text(&mut self, text: &str, _: &mut Context) -> Step {
        if self.state != State::Checking {
            self.form.text(text);
        }
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match command {
            _ if self.state == State::Checking => Step::stay(),
            CommandId::SignIn => self.sign_in(cx),
            CommandId::Recover => Step::push(Recovery::new(&self.form.value(LOGIN))),
            _ => Step::stay(),
        }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::SignedIn(Ok(_)) => Step::go(Go::Reset(Box::new(Home::new()))),
            Reply::Drafts(_) | Reply::SignedOut => {
                self.hear_of_forms(reply);
                Step::stay()
            }
            Reply::SignedIn(Err(fault)) if self.state == State::Checking => self.refused(fault, cx),
            _ => Step::stay(),
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let mut sheet = Sheet::open(cx, frame, area, &cx.t("sign-in-title"), HEIGHT);
        if let Some(lock) = &self.lock {
            let (style, id) = match lock.text {
                LockText::Nothing => (cx.theme.accent, "lock-locked"),
                LockText::Keeping => (cx.theme.dim, "lock-locked-keeping"),
                LockText::Kept => (cx.theme.accent, "lock-locked-kept"),
                LockText::Failed => (cx.theme.warning, "lock-locked-unkept"),
            };
            let at = lock.at.format("%H:%M").to_string();
            sheet.paragraph(style, &cx.tv(id, &[("at", at.into())]));
        }
        sheet.gap();
        sheet.pair(&cx.t("sign-in-file"), 0, &self.path.display().to_string());
        sheet.gap();
        sheet.form(&self.form);
        sheet.gap();
        match (self.state, self.seconds_left(cx.now)) {
            (State::Checking, _) => sheet.line(cx.theme.accent, &cx.t("sign-in-checking")),
            (_, Some(seconds)) => {
                sheet.line(cx.theme.warning, &cx.tv("sign-in-closed", &[("seconds", seconds.into())]));
            }
            _ => sheet.hint(&self.form),
        }
        sheet.bottom(&cx.t("sign-in-forgotten"));
    }
}
