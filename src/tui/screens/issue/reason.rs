//! Why: a short list by digits and words of one's own, asked before something is done that somebody else will look at.

use crate::tui::app::{Answer, Context, Go, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::sheet::Sheet;
use crate::tui::widgets::form::{Event, Field, Form};
use ratatui::Frame;
use ratatui::layout::Rect;

const WHY: &str = "reason-why";
const WORDS: &str = "reason-words";

/// Why a limit, or a right that somebody lacks, is bent. The last one wants words.
pub const BENDING: &[&str] =
    &["reason-lost", "reason-more-people", "reason-emergency", "reason-director", "reason-other"];

/// Why an act is taken back.
pub const REVERSING: &[&str] = &["reason-wrong-item", "reason-wrong-recipient", "reason-not-taken", "reason-other"];

/// The window; it answers with the reason in words.
pub struct ReasonWindow {
    title: String,
    about: String,
    reasons: &'static [&'static str],
    form: Form,
}

impl ReasonWindow {
    /// The window over a screen: what it asks, what it is about, the reasons to choose from.
    pub fn new(title: String, about: String, reasons: &'static [&'static str], cx: &Context) -> Self {
        let form = Form::column(vec![Field::choice(WHY, said(reasons, cx)), Field::text(WORDS)]);
        Self { title, about, reasons, form }
    }

    fn wants_words(&self) -> bool {
        self.form.field(WHY).map_or(0, Field::picked) + 1 == self.reasons.len()
    }

    fn done(&mut self, cx: &Context) -> Step {
        let words = self.form.value(WORDS);
        let reason = match self.reasons.get(self.form.field(WHY).map_or(0, Field::picked)) {
            Some(_) if self.wants_words() => words,
            Some(id) if words.is_empty() => cx.t(id),
            Some(id) => format!("{}: {words}", cx.t(id)),
            None => words,
        };
        if reason.is_empty() {
            self.form.jump_to(WORDS);
            return Step::stay().saying(Toast::warning(cx.t("reason-needs-words")));
        }
        Step::go(Go::PopWith(Answer::Words(reason)))
    }
}

fn said(reasons: &[&str], cx: &Context) -> Vec<String> {
    reasons.iter().enumerate().map(|(place, id)| format!("{} {}", place + 1, cx.t(id))).collect()
}

impl Screen for ReasonWindow {
    fn scope(&self) -> Scope {
        Scope::SmallForm
    }

    fn is_window(&self) -> bool {
        true
    }

    fn spoken(&mut self, cx: &Context) {
        let words = said(self.reasons, cx);
        if let Some(field) = self.form.field_mut(WHY) {
            field.say(words);
        }
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        if key == Key::Esc {
            return Step::go(Go::PopWith(Answer::Cancelled));
        }
        match (self.form.key(key), key) {
            (Event::PastEnd, Key::Enter) => {
                self.form.focus = Some(1);
                self.done(cx)
            }
            (Event::PastEnd, _) => {
                self.form.focus = Some(0);
                Step::stay()
            }
            (Event::Changed, Key::Char(digit)) if digit.is_ascii_digit() && self.form.focused() == Some(WHY) => {
                // A digit says it all, unless words of one's own are wanted.
                if self.wants_words() {
                    self.form.jump_to(WORDS);
                    return Step::stay();
                }
                self.done(cx)
            }
            _ => Step::stay(),
        }
    }

    fn text(&mut self, text: &str, _: &mut Context) -> Step {
        self.form.text(text);
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        if command == CommandId::Save { self.done(cx) } else { Step::stay() }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let height = u16::try_from(self.reasons.len() + 11).unwrap_or(u16::MAX);
        let mut sheet = Sheet::open(cx, frame, area, &self.title, height);
        sheet.gap();
        sheet.paragraph(cx.theme.text, &self.about);
        sheet.gap();
        for reason in said(self.reasons, cx) {
            sheet.line(cx.theme.dim, &reason);
        }
        sheet.gap();
        sheet.form(&self.form);
        sheet.bottom(&cx.t("reason-keys"));
    }
}
