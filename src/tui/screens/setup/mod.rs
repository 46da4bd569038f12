//! The first start: from no file at all to an office with an administrator and a paper key in the safe.
//!
//! One question a page, Esc one page back. Nothing is written before the last button; after it there is no way back, and the
//! desk does not go on until one line of the paper key was typed from the paper.

mod community;
mod key;
mod pages;

pub use community::find as communities;
pub use key::PaperKey;

use crate::office::OfficeError;
use crate::tui::app::{Context, Effect, Go, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::home::Home;
use crate::tui::screens::password;
use crate::tui::widgets::form::{Event, Field, Form, Note, NoteKind};
use community::CommunityPicker;
use ratatui::Frame;
use ratatui::layout::Rect;
use std::path::PathBuf;

const OFFICE: &str = "office-name";
const NAME: &str = "staff-name";
const LOGIN: &str = "login";

/// A page of the set-up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Page {
    /// Which language.
    Language,
    /// What the office is called.
    Office,
    /// Where it is.
    Community,
    /// Who is the first administrator.
    Administrator,
    /// Everything once more, and where the file will lie.
    Summary,
    /// The file is being made.
    Creating,
    /// The paper key is shown.
    Key,
    /// One line of the paper key is asked back.
    KeyBack,
}

impl Page {
    /// The step as the progress line counts it.
    fn number(self) -> usize {
        match self {
            Self::Language => 1,
            Self::Office => 2,
            Self::Community => 3,
            Self::Administrator => 4,
            Self::Summary | Self::Creating => 5,
            Self::Key | Self::KeyBack => STEPS,
        }
    }
}

/// Steps of the progress line.
const STEPS: usize = 6;

/// The first start.
pub struct Setup {
    path: PathBuf,
    page: Page,
    office: Form,
    community: CommunityPicker,
    administrator: Form,
    paper: Option<PaperKey>,
}

impl Setup {
    /// The first start of a desk whose file will lie there.
    pub fn new(path: PathBuf) -> Self {
        let mut fields = vec![Field::text(NAME), Field::text(LOGIN)];
        fields.extend(password::fields());
        Self {
            path,
            page: Page::Language,
            office: Form::column(vec![Field::text(OFFICE)]),
            community: CommunityPicker::new(),
            administrator: Form::column(fields),
            paper: None,
        }
    }

    /// The form of the page, where it has one.
    fn form(&mut self) -> Option<&mut Form> {
        match self.page {
            Page::Office => Some(&mut self.office),
            Page::Community => Some(self.community.form()),
            Page::Administrator => Some(&mut self.administrator),
            Page::KeyBack => self.paper.as_mut().map(PaperKey::form),
            Page::Language | Page::Summary | Page::Creating | Page::Key => None,
        }
    }

    fn open(&mut self, page: Page) {
        self.page = page;
        if let Some(form) = self.form()
            && form.focus.is_none()
        {
            form.focus = Some(0);
        }
    }

    /// Enter or F2: takes the page and opens the next one, or says what is missing.
    fn next(&mut self, cx: &Context) -> Step {
        match self.page {
            Page::Language => self.open(Page::Office),
            Page::Office => {
                if self.is_given(Page::Office, OFFICE, "setup-no-office", cx) {
                    self.open(Page::Community);
                }
            }
            Page::Community => {
                if self.community.is_settled(cx) {
                    self.open(Page::Administrator);
                }
            }
            Page::Administrator => {
                if self.is_given(Page::Administrator, NAME, "setup-no-name", cx)
                    && self.is_given(Page::Administrator, LOGIN, "sign-in-no-login", cx)
                {
                    let login = self.administrator.value(LOGIN);
                    if password::check(&mut self.administrator, &login, cx) {
                        self.open(Page::Summary);
                    }
                }
            }
            Page::Summary => {
                self.page = Page::Creating;
                return Step::effect(self.founding());
            }
            Page::Key => {
                if let Some(paper) = &mut self.paper {
                    paper.ask();
                }
                self.open(Page::KeyBack);
            }
            Page::KeyBack => return self.compare(cx),
            Page::Creating => {}
        }
        Step::stay()
    }

    fn back(&mut self) {
        match self.page {
            Page::Office => self.open(Page::Language),
            Page::Community => self.open(Page::Office),
            Page::Administrator => self.open(Page::Community),
            Page::Summary => self.open(Page::Administrator),
            Page::KeyBack => self.open(Page::Key),
            Page::Language | Page::Creating | Page::Key => {}
        }
    }

    /// Whether something is typed in the field; if not, says so in it.
    fn is_given(&mut self, page: Page, id: &str, message: &str, cx: &Context) -> bool {
        let form = if page == Page::Office { &mut self.office } else { &mut self.administrator };
        let is_given = !form.value(id).is_empty();
        if !is_given {
            form.note(id, Some(Note { kind: NoteKind::Fault, text: cx.t(message) }));
            form.focus_on(id);
        }
        is_given
    }

    fn founding(&self) -> Effect {
        Effect::Found {
            office: self.office.value(OFFICE),
            community: self.community.code().map(str::to_owned),
            login: self.administrator.value(LOGIN),
            name: self.administrator.value(NAME),
            password: password::typed(&self.administrator, password::FIRST),
        }
    }

    fn compare(&mut self, cx: &Context) -> Step {
        let Some(paper) = &mut self.paper else { return Step::stay() };
        if !paper.is_repeated() {
            paper.refuse(cx);
            return Step::stay();
        }
        self.paper = None;
        Step::go(Go::Reset(Box::new(Home::new()))).saying(Toast::good(cx.t("setup-done")))
    }

    /// The file was not made: back to the page that can mend it.
    fn refused(&mut self, fault: &OfficeError, cx: &Context) -> Step {
        match fault {
            OfficeError::LoginShape | OfficeError::LoginTaken => {
                self.open(Page::Administrator);
                self.administrator.focus_on(LOGIN);
            }
            OfficeError::WeakPassword => {
                self.open(Page::Administrator);
                self.administrator.focus_on(password::FIRST);
            }
            _ => self.open(Page::Summary),
        }
        Step::stay().saying(Toast::fault(fault, cx))
    }

    fn choose_language(&self, key: Key, cx: &mut Context) -> Step {
        let lang = match key {
            Key::Up | Key::Char('1') | Key::Home => crate::text::Lang::Uk,
            Key::Down | Key::Char('2') | Key::End => crate::text::Lang::En,
            Key::Char(' ') | Key::Tab => match cx.texts.lang() {
                crate::text::Lang::Uk => crate::text::Lang::En,
                crate::text::Lang::En => crate::text::Lang::Uk,
            },
            _ => return Step::stay(),
        };
        if lang == cx.texts.lang() {
            return Step::stay();
        }
        cx.set_lang(lang);
        Step::effect(Effect::Remember { lang, theme: cx.theme_name })
    }

    /// What a key left behind in the form of the page.
    fn after(&mut self, event: Event, key: Key, cx: &Context) -> Step {
        match (event, key) {
            (Event::PastEnd, Key::Enter) => {
                self.focus_last();
                self.next(cx)
            }
            (Event::PastEnd, _) => {
                self.focus_last();
                Step::stay()
            }
            (Event::Ignored, Key::Esc) => {
                self.back();
                Step::stay()
            }
            (event, _) => {
                if self.page == Page::Community {
                    self.community.hear(&event, cx);
                }
                Step::stay()
            }
        }
    }

    fn focus_last(&mut self) {
        if let Some(form) = self.form() {
            form.focus = form.fields.len().checked_sub(1);
        }
    }
}

impl Drop for Setup {
    fn drop(&mut self) {
        password::clear(&mut self.administrator);
    }
}

impl Screen for Setup {
    fn scope(&self) -> Scope {
        Scope::Setup
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        if self.page == Page::Creating {
            return Step::stay();
        }
        match (self.page, key) {
            (Page::Language | Page::Summary | Page::Key, Key::Enter) => return self.next(cx),
            (Page::Language, key) => return self.choose_language(key, cx),
            (Page::Summary, Key::Esc) => self.back(),
            _ => {}
        }
        let Some(event) = self.form().map(|form| form.key(key)) else { return Step::stay() };
        self.after(event, key, cx)
    }

    fn text(&mut self, text: &str, cx: &mut Context) -> Step {
        let Some(event) = self.form().map(|form| form.text(text)) else { return Step::stay() };
        self.after(event, Key::End, cx)
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        if command == CommandId::Next { self.next(cx) } else { Step::stay() }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Founded(Ok((_, lines))) => {
                password::clear(&mut self.administrator);
                self.paper = Some(PaperKey::new(lines.clone()));
                self.open(Page::Key);
                Step::stay()
            }
            Reply::Founded(Err(fault)) => self.refused(fault, cx),
            _ => Step::stay(),
        }
    }

    /// The paper key is shown only once.
    fn is_busy(&self) -> bool {
        true
    }

    fn is_dirty(&self) -> bool {
        // Once the key is shown, leaving without it on paper would lose it for ever.
        self.paper.is_some() || !self.office.value(OFFICE).is_empty()
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        self.draw(cx, frame, area);
    }
}
