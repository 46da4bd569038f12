//! «Що сталося?»: what can be done with the line of the card, numbered; a digit chooses at once.

use crate::tui::app::{Answer, Context, Go, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::happening::Happening;
use crate::tui::keys::Key;
use crate::tui::widgets::chrome::{frame_with_title, window};
use crate::tui::widgets::list::ListCursor;
use crate::tui::widgets::text::{cut, fit, wrap};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// Width in cells.
const WIDTH: u16 = 72;

/// Cells of an action's name.
const NAME_CELLS: usize = 48;

/// What an action is and why it cannot be done now, where it cannot.
struct Action {
    happening: Happening,
    refusal: Option<String>,
}

/// The window; it answers with the command of the chosen action.
pub struct Actions {
    about: String,
    actions: Vec<Action>,
    cursor: ListCursor,
}

impl Actions {
    /// What can be done; `refusal` says of an action why not now.
    pub fn of(about: String, offered: Vec<Happening>, refusal: impl Fn(Happening) -> Option<String>) -> Self {
        let action = |happening| Action { happening, refusal: refusal(happening) };
        Self { about, actions: offered.into_iter().map(action).collect(), cursor: ListCursor::default() }
    }

    fn choose(&mut self, place: usize) -> Step {
        let Some(action) = self.actions.get(place) else { return Step::stay() };
        self.cursor.chosen = place;
        match &action.refusal {
            Some(reason) => Step::stay().saying(Toast::warning(reason.clone())),
            None => Step::go(Go::PopWith(Answer::Command(CommandId::Life(action.happening)))),
        }
    }
}

impl Screen for Actions {
    fn scope(&self) -> Scope {
        Scope::Window
    }

    fn is_window(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, _: &mut Context) -> Step {
        match key {
            Key::Esc => return Step::pop(),
            Key::Enter => return self.choose(self.cursor.chosen),
            Key::Char(digit) => {
                let place = digit.to_digit(10).and_then(|digit| usize::try_from(digit).ok());
                return place
                    .and_then(|place| place.checked_sub(1))
                    .map_or_else(Step::stay, |place| self.choose(place));
            }
            Key::Tab => self.cursor.key(Key::Down, self.actions.len(), 1),
            Key::BackTab => self.cursor.key(Key::Up, self.actions.len(), 1),
            key => self.cursor.key(key, self.actions.len(), 5),
        };
        Step::stay()
    }

    fn text(&mut self, _: &str, _: &mut Context) -> Step {
        Step::stay()
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let wide = WIDTH.min(area.width.saturating_sub(4));
        let cells = usize::from(wide).saturating_sub(4);
        let action = self.actions.get(self.cursor.chosen);
        let said = action.map(|action| match &action.refusal {
            Some(reason) => format!("✗ {reason}"),
            None => cx.t(&format!("{}-help", action.happening.title())),
        });
        let said = wrap(&said.unwrap_or_default(), cells);
        let height = u16::try_from(self.actions.len() + 9).unwrap_or(u16::MAX).min(area.height);
        let rect = window(cx, frame, area, wide, height);
        let inner = frame_with_title(frame, rect, &cx.t("happen-what"), cx.theme.frame_focus, cx.theme.title);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let mut rows = vec![Line::from(Span::styled(cut(&self.about, cells), cx.theme.title)), Line::default()];
        for (place, action) in self.actions.iter().enumerate() {
            let is_chosen = place == self.cursor.chosen;
            let style = match (is_chosen, action.refusal.is_some()) {
                (true, _) => cx.theme.selected,
                (false, true) => cx.theme.dim,
                (false, false) => cx.theme.text,
            };
            let sign = if is_chosen { "▸" } else { " " };
            let off = if action.refusal.is_some() { " ✗" } else { "" };
            let name = cx.t(&format!("{}-ask", action.happening.title()));
            let text = format!("{sign} {}  {}{off}", place + 1, fit(&name, NAME_CELLS));
            rows.push(Line::from(Span::styled(fit(&text, cells), style)));
        }
        rows.push(Line::default());
        rows.extend(said.into_iter().take(2).map(|line| Line::from(Span::styled(line, cx.theme.text))));
        frame.render_widget(Paragraph::new(rows), inner);
        let bottom = Rect { y: inner.bottom().saturating_sub(1), height: 1, ..inner };
        frame.render_widget(Span::styled(cut(&cx.t("happen-what-keys"), cells), cx.theme.dim), bottom);
    }
}
