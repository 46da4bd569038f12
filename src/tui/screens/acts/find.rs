//! An act by the number on its paper.

use super::ActScreen;
use crate::domain::stock::ActNumber;
use crate::tui::app::message::aid::{AidAsk, AidTold};
use crate::tui::app::{Context, Effect, Go, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::registration::fault_note;
use crate::tui::screens::sheet::Sheet;
use crate::tui::widgets::form::{Event, Field, Form};
use chrono::Datelike;
use ratatui::Frame;
use ratatui::layout::Rect;

const NUMBER: &str = "act-number";

/// The window.
pub struct FindAct {
    form: Form,
}

impl FindAct {
    /// An empty window.
    pub fn new() -> Self {
        Self { form: Form::column(vec![Field::text(NUMBER)]) }
    }

    fn go(&mut self, cx: &Context) -> Step {
        match ActNumber::parse(&self.form.value(NUMBER), cx.today().year()) {
            Some(number) => Step::effect(Effect::Aid(AidAsk::Number(number))),
            None => self.fault(cx.t("act-number-fault")),
        }
    }

    fn fault(&mut self, text: String) -> Step {
        self.form.note(NUMBER, Some(fault_note(text)));
        self.form.focus_on(NUMBER);
        Step::stay()
    }
}

impl Default for FindAct {
    fn default() -> Self {
        Self::new()
    }
}

impl Screen for FindAct {
    fn scope(&self) -> Scope {
        Scope::SmallForm
    }

    fn is_window(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        match key {
            Key::Esc => Step::pop(),
            Key::Enter => self.go(cx),
            key => {
                if self.form.key(key) == Event::PastEnd {
                    self.form.focus = Some(0);
                }
                Step::stay()
            }
        }
    }

    fn text(&mut self, text: &str, _: &mut Context) -> Step {
        self.form.text(text);
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        if command == CommandId::Save { self.go(cx) } else { Step::stay() }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        let Reply::Aid(AidTold::Number(number, result)) = reply else { return Step::stay() };
        match result {
            Ok(Some(act)) => {
                let Step { go, effects, toast } = ActScreen::open(*act);
                // The act stands in the place of the window.
                let go = match go {
                    Go::Push(screen) => Go::Replace(screen),
                    go => go,
                };
                Step { go, effects, toast }
            }
            Ok(None) => self.fault(cx.tv("act-number-none", &[("act", number.to_string().into())])),
            Err(fault) => Step::stay().saying(Toast::fault(fault, cx)),
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let mut sheet = Sheet::open(cx, frame, area, &cx.t("act-find-title"), 8);
        sheet.gap();
        sheet.form(&self.form);
        sheet.gap();
        sheet.hint(&self.form);
        sheet.bottom(&cx.t("small-form-keys"));
    }
}
