//! «Друк»: a paper of the screen below goes to the printer or into a file.
//!
//! Any screen opens it with a [`PaperRequest`]. A digit is enough; what went wrong is said here and can be tried again at once: the act itself
//! stands, whatever the printer does.

use crate::domain::id::DeedId;
use crate::office::{PaperForm, PaperRequest};
use crate::tui::app::message::paper::{PaperAsk, PaperTold};
use crate::tui::app::{Context, Effect, Reply, Screen, Step, Toast};
use crate::tui::commands::Scope;
use crate::tui::keys::Key;
use crate::tui::screens::sheet::Sheet;
use crate::tui::widgets::list::ListCursor;
use ratatui::Frame;
use ratatui::layout::Rect;
use std::path::PathBuf;

/// The window.
pub struct PrintWindow {
    request: PaperRequest,
    /// What the paper is, as the screen below names it: «Акт 2026/00123».
    name: String,
    cursor: ListCursor,
    /// The form under way.
    giving: Option<(DeedId, PaperForm)>,
    /// The file that was written last.
    written: Option<PathBuf>,
    /// What went wrong last.
    fault: Option<String>,
}

impl PrintWindow {
    /// The window for a paper that the screen below names.
    pub fn new(request: PaperRequest, name: String) -> Self {
        Self { request, name, cursor: ListCursor::default(), giving: None, written: None, fault: None }
    }

    /// The same after the printer refused: it says why, and the next try is a key away.
    #[must_use]
    pub fn refused(self, fault: String) -> Self {
        Self { fault: Some(fault), ..self }
    }

    /// The row under the forms: open the file that was written.
    fn show_row(&self) -> usize {
        self.request.forms().len()
    }

    fn rows(&self) -> usize {
        self.show_row() + usize::from(self.written.is_some())
    }

    fn choose(&mut self, place: usize, cx: &mut Context) -> Step {
        if self.giving.is_some() || place >= self.rows() {
            return Step::stay();
        }
        self.cursor.chosen = place;
        self.fault = None;
        if place == self.show_row() {
            return self
                .written
                .clone()
                .map_or_else(Step::stay, |path| Step::effect(Effect::Paper(PaperAsk::Show(path))));
        }
        let Some(form) = self.request.forms().get(place).copied() else { return Step::stay() };
        let deed = cx.new_deed();
        self.giving = Some((deed, form));
        Step::effect(Effect::Paper(PaperAsk::Give { deed, request: Box::new(self.request.clone()), form }))
    }

    fn place_of(key: Key) -> Option<usize> {
        match key {
            Key::Char(sign) => sign.to_digit(10).and_then(|digit| usize::try_from(digit).ok()?.checked_sub(1)),
            _ => None,
        }
    }
}

impl Screen for PrintWindow {
    fn scope(&self) -> Scope {
        Scope::Window
    }

    fn is_window(&self) -> bool {
        true
    }

    fn is_busy(&self) -> bool {
        self.giving.is_some()
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        match key {
            Key::Esc if self.giving.is_none() => return Step::pop(),
            Key::Enter => return self.choose(self.cursor.chosen, cx),
            key => match Self::place_of(key) {
                Some(place) => return self.choose(place, cx),
                None => {
                    self.cursor.key(key, self.rows(), self.rows());
                }
            },
        }
        Step::stay()
    }

    fn text(&mut self, _: &str, _: &mut Context) -> Step {
        Step::stay()
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Paper(PaperTold::Given(deed, given)) if self.giving.is_some_and(|(mine, _)| mine == *deed) => {
                self.giving = None;
                match given {
                    Ok(None) => {
                        let said = cx.tv("print-printed", &[("name", self.name.clone().into())]);
                        return Step::pop().saying(Toast::good(said));
                    }
                    Ok(Some(path)) => {
                        self.written = Some(path.clone());
                        self.cursor.chosen = self.show_row();
                    }
                    Err(fault) => self.fault = Some(cx.texts.say(fault)),
                }
            }
            Reply::Paper(PaperTold::Shown(Err(fault))) => self.fault = Some(cx.texts.say(fault)),
            _ => {}
        }
        Step::stay()
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let title = cx.tv("print-title", &[("name", self.name.clone().into())]);
        let mut sheet = Sheet::open(cx, frame, area, &title, 16);
        sheet.gap();
        let forms = self.request.forms().iter().map(|form| cx.t(&format!("print-{}", form.code())));
        let rows = forms.chain(self.written.is_some().then(|| cx.t("print-show")));
        for (place, words) in rows.enumerate() {
            let is_chosen = place == self.cursor.chosen;
            let (mark, style) = if is_chosen { ("▸", cx.theme.selected) } else { (" ", cx.theme.text) };
            sheet.line(style, &format!("{mark} {}  {words}", place + 1));
        }
        sheet.gap();
        match (&self.giving, &self.fault, &self.written) {
            (Some((_, form)), ..) => {
                let id = if *form == PaperForm::Printer { "print-printing" } else { "print-writing" };
                sheet.line(cx.theme.accent, &cx.t(id));
            }
            (None, Some(fault), _) => sheet.paragraph(cx.theme.warning, fault),
            (None, None, Some(path)) => sheet.pair(&cx.t("print-written"), 10, &path.display().to_string()),
            (None, None, None) => sheet.paragraph(cx.theme.dim, &cx.t("print-hint")),
        }
        sheet.bottom(&cx.t("print-keys"));
    }
}
