//! «Що зробити?»: the deeds of the storeroom, numbered; a digit chooses at once. The same commands stand in the menu of F9.

use crate::tui::app::{Answer, Context, Go, Screen, Step, Toast};
use crate::tui::commands::{self, CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::widgets::chrome::{frame_with_title, window};
use crate::tui::widgets::list::ListCursor;
use crate::tui::widgets::text::{cut, fit, wrap};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// Width in cells.
const WIDTH: u16 = 66;

/// The deeds in the order of their digits.
pub(super) const DEEDS: [CommandId; 9] = [
    CommandId::Movements,
    CommandId::Receipt,
    CommandId::WriteOff,
    CommandId::Transfer,
    CommandId::Assemble,
    CommandId::Disassemble,
    CommandId::StockCounts,
    CommandId::Donors,
    CommandId::Print,
];

/// The window; it answers with the command of the chosen deed.
pub(super) struct Deeds {
    about: String,
    deeds: Vec<(CommandId, Option<String>)>,
    cursor: ListCursor,
}

impl Deeds {
    /// What can be done; `refusal` says of a deed why not now.
    pub(super) fn of(about: String, cx: &Context, refusal: impl Fn(CommandId) -> Option<String>) -> Self {
        let refused = |id: CommandId| {
            let right = commands::row(id).and_then(|row| row.right).filter(|right| !cx.may(*right));
            let right = right.map(|right| cx.t(&format!("right-{}", right.code())));
            right.map(|right| cx.tv("refused-right", &[("right", right.into())])).or_else(|| refusal(id))
        };
        Self { about, deeds: DEEDS.into_iter().map(|id| (id, refused(id))).collect(), cursor: ListCursor::default() }
    }

    fn choose(&mut self, place: usize) -> Step {
        let Some((id, refusal)) = self.deeds.get(place) else { return Step::stay() };
        self.cursor.chosen = place;
        match refusal {
            Some(reason) => Step::stay().saying(Toast::warning(reason.clone())),
            None => Step::go(Go::PopWith(Answer::Command(*id))),
        }
    }
}

fn title(id: CommandId) -> &'static str {
    commands::row(id).map_or("", |row| row.title)
}

impl Screen for Deeds {
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
            Key::Tab => self.cursor.key(Key::Down, self.deeds.len(), 1),
            Key::BackTab => self.cursor.key(Key::Up, self.deeds.len(), 1),
            key => self.cursor.key(key, self.deeds.len(), self.deeds.len()),
        };
        Step::stay()
    }

    fn text(&mut self, _: &str, _: &mut Context) -> Step {
        Step::stay()
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let wide = WIDTH.min(area.width.saturating_sub(4));
        let cells = usize::from(wide).saturating_sub(4);
        let height = u16::try_from(self.deeds.len() + 8).unwrap_or(u16::MAX).min(area.height);
        let rect = window(cx, frame, area, wide, height);
        let inner = frame_with_title(frame, rect, &cx.t("storeroom-deeds"), cx.theme.frame_focus, cx.theme.title);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let mut rows = vec![Line::from(Span::styled(cut(&self.about, cells), cx.theme.title)), Line::default()];
        for (place, (id, refusal)) in self.deeds.iter().enumerate() {
            let is_chosen = place == self.cursor.chosen;
            let style = match (is_chosen, refusal.is_some()) {
                (true, _) => cx.theme.selected,
                (false, true) => cx.theme.dim,
                (false, false) => cx.theme.text,
            };
            let sign = if is_chosen { "▸" } else { " " };
            let off = if refusal.is_some() { " ✗" } else { "" };
            let text = format!("{sign} {}  {}{off}", place + 1, cx.t(&format!("{}-ask", title(*id))));
            rows.push(Line::from(Span::styled(fit(&text, cells), style)));
        }
        rows.push(Line::default());
        let said = self.deeds.get(self.cursor.chosen).map(|(id, refusal)| match refusal {
            Some(reason) => format!("✗ {reason}"),
            None => cx.t(&format!("{}-help", title(*id))),
        });
        let said = wrap(&said.unwrap_or_default(), cells);
        rows.extend(said.into_iter().take(2).map(|line| Line::from(Span::styled(line, cx.theme.dim))));
        frame.render_widget(Paragraph::new(rows), inner);
        let bottom = Rect { y: inner.bottom().saturating_sub(1), height: 1, ..inner };
        frame.render_widget(Span::styled(cut(&cx.t("happen-what-keys"), cells), cx.theme.dim), bottom);
    }
}
