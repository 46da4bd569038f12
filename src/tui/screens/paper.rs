//! A new paper key: asked about, shown once, one line of it asked back.

use crate::domain::id::DeedId;
use crate::tui::app::{Context, Effect, OfficeAsk, OfficeTold, Reply, Screen, Step, Toast};
use crate::tui::commands::Scope;
use crate::tui::keys::Key;
use crate::tui::screens::setup::PaperKey;
use crate::tui::screens::sheet::Sheet;
use crate::tui::widgets::form::Event;
use ratatui::Frame;
use ratatui::layout::Rect;

enum Page {
    /// What will happen.
    Question,
    /// It is being made.
    Making,
    /// The lines.
    Key(PaperKey),
    /// One of them from the paper.
    KeyBack(PaperKey),
}

/// The window of a new paper key.
pub struct NewPaper {
    page: Page,
    deed: DeedId,
}

impl NewPaper {
    /// The question before it.
    pub fn new(cx: &mut Context) -> Self {
        Self { page: Page::Question, deed: cx.new_deed() }
    }

    fn title(&self) -> &'static str {
        match self.page {
            Page::Question | Page::Making => "command-new-paper",
            Page::Key(_) => "setup-title-key",
            Page::KeyBack(_) => "setup-title-key-back",
        }
    }

    fn compare(&mut self, cx: &Context) -> Step {
        match &mut self.page {
            Page::KeyBack(paper) if paper.is_repeated() => Step::pop().saying(Toast::good(cx.t("new-paper-done"))),
            Page::KeyBack(paper) => {
                paper.refuse(cx);
                Step::stay()
            }
            _ => Step::stay(),
        }
    }
}

impl Screen for NewPaper {
    fn scope(&self) -> Scope {
        Scope::Window
    }

    /// The lines are shown once only: a lock over them would leave an office whose paper nobody has.
    fn is_busy(&self) -> bool {
        !matches!(self.page, Page::Question)
    }

    fn is_window(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        match (std::mem::replace(&mut self.page, Page::Making), key) {
            (Page::Question, Key::Esc) => return Step::pop(),
            (Page::Question, Key::Enter) => {
                return Step::effect(Effect::Office(OfficeAsk::NewPaper { deed: self.deed }));
            }
            // The old key is dead already: this one is left only by copying it.
            (Page::Key(mut paper), Key::Enter) => {
                paper.ask();
                self.page = Page::KeyBack(paper);
            }
            (Page::KeyBack(mut paper), key) => {
                let event = paper.form().key(key);
                if (&event, key) == (&Event::Ignored, Key::Esc) {
                    self.page = Page::Key(paper);
                    return Step::stay();
                }
                self.page = Page::KeyBack(paper);
                if event == Event::PastEnd && key == Key::Enter {
                    return self.compare(cx);
                }
                if let (Event::PastEnd, Page::KeyBack(paper)) = (event, &mut self.page) {
                    paper.form().focus = Some(0);
                }
            }
            (page, _) => self.page = page,
        }
        Step::stay()
    }

    fn text(&mut self, text: &str, _: &mut Context) -> Step {
        if let Page::KeyBack(paper) = &mut self.page {
            paper.form().text(text);
        }
        Step::stay()
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        let Reply::Office(OfficeTold::Paper(deed, made)) = reply else { return Step::stay() };
        if *deed != self.deed {
            return Step::stay();
        }
        match made {
            Ok(lines) => {
                self.page = Page::Key(PaperKey::new(lines.clone()));
                Step::stay()
            }
            Err(fault) => Step::pop().saying(Toast::fault(fault, cx)),
        }
    }

    fn is_dirty(&self) -> bool {
        matches!(self.page, Page::Key(_) | Page::KeyBack(_))
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let mut sheet = Sheet::open(cx, frame, area, &cx.t(self.title()), 19);
        sheet.gap();
        match &self.page {
            Page::Question => {
                sheet.paragraph(cx.theme.text, &cx.t("new-paper-question"));
                sheet.bottom(&cx.t("new-paper-keys"));
            }
            Page::Making => sheet.line(cx.theme.accent, &cx.t("staff-saving")),
            Page::Key(paper) => {
                sheet.paragraph(cx.theme.text, &cx.t("setup-key-text"));
                sheet.gap();
                sheet.boxed(&paper.numbered());
                sheet.bottom(&cx.t("setup-keys-key"));
            }
            Page::KeyBack(paper) => {
                let line = paper.asked_number();
                sheet.paragraph(cx.theme.text, &cx.tv("setup-key-back-text", &[("line", line.into())]));
                sheet.gap();
                sheet.form(paper.shown());
                sheet.gap();
                sheet.hint(paper.shown());
                sheet.bottom(&cx.t("setup-keys-key-back"));
            }
        }
    }
}
