//! A question with buttons. Never letters for answers: on a Ukrainian keyboard Y types «н» and N types «т». Esc is the safe one.

use crate::tui::app::{Answer, Context, Go, Screen, Step};
use crate::tui::commands::Scope;
use crate::tui::keys::Key;
use crate::tui::widgets::chrome::{frame_with_title, window};
use crate::tui::widgets::text::{width, wrap};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// What Enter on a button does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum OnChoice {
    /// Tell the layer below which button.
    Tell,
    /// The second button leaves the program.
    Leave,
    /// The second button signs out.
    SignOut,
}

/// A question: a sentence and buttons, the first of which is safe and has the focus.
pub struct Dialog {
    title: String,
    text: String,
    buttons: Vec<String>,
    focus: usize,
    on_choice: OnChoice,
}

impl Dialog {
    /// A question to the layer below, which hears `Answer::Chosen` with the button's position; Esc is `Answer::Cancelled`.
    pub fn ask(title: String, text: String, buttons: Vec<String>) -> Self {
        Self { title, text, buttons, focus: 0, on_choice: OnChoice::Tell }
    }

    /// The button of [`Dialog::discard`] that throws the typed text away.
    pub const DISCARD: usize = 1;

    /// Whether to throw away what is typed in the form below; the safe button has the focus.
    pub fn discard(cx: &Context) -> Self {
        let buttons = vec![cx.t("discard-stay"), cx.t("discard-discard")];
        Self::ask(cx.t("discard-title"), cx.t("discard-question"), buttons)
    }

    /// Whether to leave the program.
    pub fn leave(cx: &Context, something_unsaved: bool) -> Self {
        let text = if something_unsaved { "leave-unsaved" } else { "leave-question" };
        let stay = cx.t("leave-stay");
        let leave = cx.t("leave-leave");
        Self {
            title: cx.t("command-exit"),
            text: cx.t(text),
            buttons: vec![stay, leave],
            // With nothing to lose F10 Enter leaves; otherwise the safe button has the focus.
            focus: usize::from(!something_unsaved),
            on_choice: OnChoice::Leave,
        }
    }

    /// Whether to sign out although a form is not saved.
    pub fn sign_out(cx: &Context) -> Self {
        Self {
            title: cx.t("command-sign-out"),
            text: cx.t("sign-out-unsaved"),
            buttons: vec![cx.t("leave-stay"), cx.t("sign-out-leave")],
            focus: 0,
            on_choice: OnChoice::SignOut,
        }
    }

    fn choose(&self, place: usize) -> Step {
        match (self.on_choice, place) {
            (OnChoice::Leave, 1) => Step::go(Go::Quit),
            (OnChoice::SignOut, 1) => Step::go(Go::SignOut),
            (OnChoice::Leave | OnChoice::SignOut, _) => Step::pop(),
            (OnChoice::Tell, place) => Step::go(Go::PopWith(Answer::Chosen(place))),
        }
    }
}

impl Screen for Dialog {
    fn scope(&self) -> Scope {
        Scope::Window
    }

    fn is_window(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, _: &mut Context) -> Step {
        let last = self.buttons.len().saturating_sub(1);
        match key {
            Key::Esc => match self.on_choice {
                OnChoice::Leave | OnChoice::SignOut => return Step::pop(),
                OnChoice::Tell => return Step::go(Go::PopWith(Answer::Cancelled)),
            },
            Key::F(10) if self.on_choice == OnChoice::Leave => return self.choose(self.focus),
            Key::Enter => return self.choose(self.focus),
            Key::Left | Key::Up | Key::BackTab => self.focus = self.focus.checked_sub(1).unwrap_or(last),
            Key::Right | Key::Down | Key::Tab => self.focus = if self.focus == last { 0 } else { self.focus + 1 },
            _ => {}
        }
        Step::stay()
    }

    fn text(&mut self, _: &str, _: &mut Context) -> Step {
        Step::stay()
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let buttons: usize = self.buttons.iter().map(|button| width(button) + 6).sum();
        let wide = (buttons + 4).max(56).min(usize::from(area.width).saturating_sub(4));
        let lines = wrap(&self.text, wide - 4);
        let height = u16::try_from(lines.len() + 5).unwrap_or(u16::MAX);
        let rect = window(cx, frame, area, u16::try_from(wide).unwrap_or(u16::MAX), height);
        let inner = frame_with_title(frame, rect, &self.title, cx.theme.frame_focus, cx.theme.title);
        let mut rows: Vec<Line<'_>> = vec![Line::default()];
        rows.extend(lines.into_iter().map(|line| Line::from(format!(" {line}"))));
        rows.push(Line::default());
        let mut spans = vec![Span::raw(" ")];
        for (place, button) in self.buttons.iter().enumerate() {
            let (text, style) = if place == self.focus {
                (format!("[▸{button}◂]"), cx.theme.selected)
            } else {
                (format!("[ {button} ]"), cx.theme.field)
            };
            spans.push(Span::styled(text, style));
            spans.push(Span::raw("  "));
        }
        rows.push(Line::from(spans));
        frame.render_widget(Paragraph::new(rows), inner);
    }
}
