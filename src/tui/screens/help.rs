//! F1: what the screen below is for, and every key that works on it.

use crate::tui::app::{Context, Model, Screen, Step};
use crate::tui::commands::{Scope, TABLE};
use crate::tui::keys::Key;
use crate::tui::widgets::chrome::{frame_with_title, more_below, window};
use crate::tui::widgets::list::scrolled;
use crate::tui::widgets::text::{fit, wrap};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// Help for one kind of screen.
pub struct Help {
    scope: Scope,
    scroll: usize,
}

impl Help {
    /// Help for the top screen.
    pub fn of(model: &Model) -> Self {
        Self { scope: model.top().map_or(Scope::Home, Screen::scope), scroll: 0 }
    }

    fn lines<'a>(&self, cx: &Context, room: usize) -> Vec<Line<'a>> {
        let mut lines = Vec::new();
        for line in wrap(&cx.t(&format!("help-{}", self.scope.code())), room) {
            lines.push(Line::from(Span::styled(line, cx.theme.text)));
        }
        lines.push(Line::default());
        for command in TABLE.iter().filter(|command| command.scopes.contains(&self.scope)) {
            let keys: Vec<String> = command.key.iter().chain(&command.second).map(ToString::to_string).collect();
            let keys = if keys.is_empty() { "F9 …".to_owned() } else { keys.join(", ") };
            let help = cx.t(&format!("{}-help", command.title));
            for (row, text) in wrap(&help, room.saturating_sub(14)).into_iter().enumerate() {
                let key = if row == 0 { fit(&keys, 13) } else { fit("", 13) };
                lines.push(Line::from(vec![
                    Span::styled(key, cx.theme.accent),
                    Span::styled(format!(" {text}"), cx.theme.text),
                ]));
            }
        }
        lines.push(Line::default());
        for line in wrap(&cx.t("help-keys"), room) {
            lines.push(Line::from(Span::styled(line, cx.theme.dim)));
        }
        lines.push(Line::default());
        for (message, own) in own_texts(cx) {
            for line in wrap(&cx.tv(message, &[("text", own.into())]), room) {
                lines.push(Line::from(Span::styled(line, cx.theme.dim)));
            }
        }
        lines
    }
}

/// The texts that an office sets, else those of the program: what to call, and what law the work stands on.
fn own_texts(cx: &Context) -> [(&'static str, String); 2] {
    let settings = cx.session.as_ref().map(|session| &session.settings);
    let own = |text: Option<&String>, default: &str| {
        text.filter(|text| !text.is_empty()).map_or_else(|| cx.t(default), |text| text.replace('\n', " · "))
    };
    [
        ("help-hotlines", own(settings.map(|settings| &settings.hotlines), "hotlines-default")),
        ("help-legal-basis", own(settings.map(|settings| &settings.legal_basis), "legal-basis-default")),
    ]
}

impl Screen for Help {
    fn scope(&self) -> Scope {
        Scope::Window
    }

    fn is_window(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        let page = usize::from(cx.size.1.saturating_sub(6));
        if matches!(key, Key::Esc | Key::Enter | Key::F(1 | 10)) {
            return Step::pop();
        }
        let rows = self.lines(cx, 70).len();
        self.scroll = scrolled(self.scroll, key, rows, page);
        Step::stay()
    }

    fn text(&mut self, _: &str, _: &mut Context) -> Step {
        Step::stay()
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let lines = self.lines(cx, 70);
        let height = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX).min(area.height);
        let rect = window(cx, frame, area, 74, height);
        let title = cx.tv("help-title", &[("screen", cx.t(&format!("screen-{}", self.scope.code())).into())]);
        let inner = frame_with_title(frame, rect, &title, cx.theme.frame_focus, cx.theme.title);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let shown: Vec<Line<'_>> = lines.into_iter().skip(self.scroll).collect();
        if shown.len() > usize::from(inner.height) {
            more_below(cx, frame, rect);
        }
        frame.render_widget(Paragraph::new(shown), inner);
    }
}
