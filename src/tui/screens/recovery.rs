//! The door that opens with the paper key when a password is forgotten: eight lines from the paper, and a new password.
//!
//! The key may be typed line by line (the cursor goes on by itself after eight signs), in one go, or pasted; what looks alike is
//! read as what was meant. A slip of the pen is found on its line before anything is asked of the office.

use crate::office::OfficeError;
use crate::store::StoreError;
use crate::store::keys::RecoveryKey;
use crate::tui::app::{Answer, Context, Effect, Go, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::dialog::Dialog;
use crate::tui::screens::home::Home;
use crate::tui::screens::password;
use crate::tui::screens::sheet::Sheet;
use crate::tui::widgets::form::{Event, Field, Form, Note, NoteKind, Row};
use ratatui::Frame;
use ratatui::layout::Rect;
use zeroize::Zeroizing;

const LOGIN: &str = "administrator-login";
const PAPER: [&str; 8] = ["paper-1", "paper-2", "paper-3", "paper-4", "paper-5", "paper-6", "paper-7", "paper-8"];
const SIGNS_A_LINE: usize = 8;
const HEIGHT: u16 = 21;

/// The form of the paper key.
pub struct Recovery {
    form: Form,
    state: State,
}

/// What the form is doing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Taking keys.
    Open,
    /// The key is being tried.
    Trying,
}

impl Recovery {
    /// An empty form; the login typed at the sign-in is already in it.
    pub fn new(login: &str) -> Self {
        let mut fields: Vec<Field> = PAPER.into_iter().map(Field::text).collect();
        fields.push(Field::text(LOGIN));
        fields.extend(password::fields());
        let mut rows: Vec<Row> = (0..4).map(|row| Row::Fields(vec![(PAPER[row], 1), (PAPER[row + 4], 1)])).collect();
        rows.push(Row::Gap);
        rows.extend([LOGIN, password::FIRST, password::AGAIN].map(|id| Row::Fields(vec![(id, 1)])));
        let mut form = Form::new(fields, rows).aligned();
        form.set(LOGIN, login);
        Self { form, state: State::Open }
    }

    fn put(&mut self, line: &str, signs: &str) {
        if let Some(field) = self.form.field_mut(line) {
            field.line.set(signs);
        }
    }

    /// Keeps eight signs in the line with the focus; what is more flows to the next line that is still empty.
    fn flow(&mut self) {
        let Some(mut line) = self.form.focused().and_then(|id| PAPER.iter().position(|paper| *paper == id)) else {
            return;
        };
        let mut signs = signs_of(&self.form.value(PAPER[line]));
        loop {
            if signs.chars().count() < SIGNS_A_LINE {
                if line > 0 && self.form.focused() != Some(PAPER[line]) {
                    self.put(PAPER[line], &signs);
                }
                self.form.focus_on(PAPER[line]);
                return;
            }
            let rest: Zeroizing<String> = Zeroizing::new(signs.chars().skip(SIGNS_A_LINE).collect());
            let mut halves = Zeroizing::new(String::with_capacity(signs.len() + 1));
            for (place, sign) in signs.chars().take(SIGNS_A_LINE).enumerate() {
                if place == SIGNS_A_LINE / 2 {
                    halves.push(' ');
                }
                halves.push(sign);
            }
            self.put(PAPER[line], &halves);
            self.form.note(PAPER[line], None);
            line += 1;
            let Some(next) = PAPER.get(line) else {
                self.form.focus_on(LOGIN);
                return;
            };
            self.form.focus_on(next);
            if rest.is_empty() || !self.form.value(next).is_empty() {
                return;
            }
            self.put(next, &rest);
            signs = rest;
        }
    }

    fn paper(&self) -> Zeroizing<String> {
        Zeroizing::new(PAPER.map(|id| self.form.value(id)).join("\n"))
    }

    fn save(&mut self, cx: &Context) -> Step {
        let paper = self.paper();
        if let Err(fault) = RecoveryKey::parse(&paper) {
            return self.refused(&fault.into(), cx);
        }
        if self.form.value(LOGIN).is_empty() {
            self.form.note(LOGIN, Some(Note { kind: NoteKind::Fault, text: cx.t("sign-in-no-login") }));
            self.form.focus_on(LOGIN);
            return Step::stay();
        }
        let login = self.form.value(LOGIN);
        if !password::check(&mut self.form, &login, cx) {
            return Step::stay();
        }
        self.state = State::Trying;
        Step::effect(Effect::Recover { paper, login, password: password::typed(&self.form, password::FIRST) })
    }

    fn refused(&mut self, fault: &OfficeError, cx: &Context) -> Step {
        self.state = State::Open;
        match fault {
            OfficeError::Store(StoreError::MistypedRecoveryLine { line }) => {
                if let Some(id) = PAPER.get(usize::from(*line).saturating_sub(1)) {
                    self.form.note(id, Some(Note { kind: NoteKind::Fault, text: cx.t("recovery-line-wrong") }));
                    self.form.focus_on(id);
                }
            }
            OfficeError::NoSuchStaff => {
                self.form.focus_on(LOGIN);
                let text = cx.t("recovery-no-administrator");
                self.form.note(LOGIN, Some(Note { kind: NoteKind::Fault, text }));
                return Step::stay();
            }
            OfficeError::LoginShape => self.form.focus_on(LOGIN),
            _ => self.form.focus_on(PAPER[0]),
        }
        Step::stay().saying(Toast::fault(fault, cx))
    }
}

/// The typed text without the signs that only part it, in capitals as the paper has them.
fn signs_of(typed: &str) -> Zeroizing<String> {
    let signs = typed.chars().filter(|sign| !sign.is_whitespace() && !"-–—.,_".contains(*sign));
    Zeroizing::new(signs.flat_map(char::to_uppercase).collect())
}

impl Drop for Recovery {
    fn drop(&mut self) {
        for field in &mut self.form.fields {
            field.line.clear();
        }
    }
}

impl Screen for Recovery {
    fn scope(&self) -> Scope {
        Scope::SmallForm
    }

    fn is_window(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        if self.state == State::Trying {
            return Step::stay();
        }
        match (self.form.key(key), key) {
            (Event::Ignored, Key::Esc) if self.is_dirty() => return Step::push(Dialog::discard(cx)),
            (Event::Ignored, Key::Esc) => return Step::pop(),
            (Event::PastEnd, Key::Enter) => {
                self.form.focus_on(password::AGAIN);
                return self.save(cx);
            }
            (Event::PastEnd, _) => self.form.focus_on(PAPER[0]),
            (Event::Changed, Key::Char(_)) => self.flow(),
            _ => {}
        }
        Step::stay()
    }

    fn is_dirty(&self) -> bool {
        let is_paper = PAPER.iter().any(|id| self.form.field(id).is_some_and(|field| !field.line.is_empty()));
        is_paper || !password::is_empty(&self.form)
    }

    fn answer(&mut self, answer: Answer, _: &mut Context) -> Step {
        if answer == Answer::Chosen(Dialog::DISCARD) { Step::pop() } else { Step::stay() }
    }

    fn text(&mut self, text: &str, _: &mut Context) -> Step {
        if self.state == State::Open && self.form.text(text) == Event::Changed {
            self.flow();
        }
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match command {
            CommandId::Save if self.state == State::Open => self.save(cx),
            _ => Step::stay(),
        }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::SignedIn(Ok(_)) => {
                Step::go(Go::Reset(Box::new(Home::new()))).saying(Toast::good(cx.t("recovery-done")))
            }
            Reply::SignedIn(Err(fault)) if self.state == State::Trying => self.refused(fault, cx),
            _ => Step::stay(),
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let mut sheet = Sheet::open(cx, frame, area, &cx.t("recovery-title"), HEIGHT);
        sheet.gap();
        sheet.paragraph(cx.theme.text, &cx.t("recovery-text"));
        sheet.gap();
        sheet.form(&self.form);
        sheet.gap();
        password::rules(&mut sheet, cx, &self.form, &self.form.value(LOGIN));
        sheet.gap();
        match self.state {
            State::Trying => sheet.line(cx.theme.accent, &cx.t("recovery-trying")),
            State::Open => sheet.hint(&self.form),
        }
        sheet.bottom(&cx.t("small-form-keys"));
    }
}
