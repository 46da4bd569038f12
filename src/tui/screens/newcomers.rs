//! Those who were written down at a session by name and year of birth, and wait for reception to write the rest.
//!
//! A calm window over the search: Enter opens the person's form, and whoever is completed is gone from here on the way back.

use crate::domain::date;
use crate::office::events::NewcomerRow;
use crate::tui::app::{Context, Effect, Reply, Screen, Step, Toast};
use crate::tui::commands::Scope;
use crate::tui::keys::Key;
use crate::tui::screens::person::PersonScreen;
use crate::tui::widgets::chrome::{frame_with_title, window};
use crate::tui::widgets::list::ListCursor;
use crate::tui::widgets::text::{fit, wrap};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// Cells of the window.
const WIDTH: u16 = 76;

/// Most people seen at once.
const ROWS: usize = 12;

/// The window.
pub struct NewcomersWindow {
    rows: Vec<NewcomerRow>,
    cursor: ListCursor,
    is_loading: bool,
}

impl NewcomersWindow {
    /// The step that opens the window.
    pub fn open() -> Step {
        Step::push(Self { rows: Vec::new(), cursor: ListCursor::default(), is_loading: true }).with(Effect::Today)
    }

    fn listed(&mut self, rows: &[NewcomerRow], cx: &Context) -> Step {
        self.is_loading = false;
        self.rows = rows.to_vec();
        self.cursor.clamp(self.rows.len());
        if self.rows.is_empty() { Step::pop().saying(Toast::good(cx.t("newcomers-none"))) } else { Step::stay() }
    }
}

impl Screen for NewcomersWindow {
    fn scope(&self) -> Scope {
        Scope::Newcomers
    }

    fn is_window(&self) -> bool {
        true
    }

    fn entered(&mut self, _: &mut Context) -> Step {
        Step::effect(Effect::Today)
    }

    fn key(&mut self, key: Key, _: &mut Context) -> Step {
        match key {
            Key::Esc => Step::pop(),
            Key::Enter => {
                let chosen = self.rows.get(self.cursor.chosen);
                chosen.map_or_else(Step::stay, |row| PersonScreen::open_to_edit(row.person))
            }
            key => {
                self.cursor.key(key, self.rows.len(), ROWS);
                Step::stay()
            }
        }
    }

    fn text(&mut self, _: &str, _: &mut Context) -> Step {
        Step::stay()
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Today(Ok(today)) => self.listed(&today.newcomers, cx),
            Reply::Today(Err(fault)) => Step::pop().saying(Toast::fault(fault, cx)),
            Reply::Changed => Step::effect(Effect::Today),
            _ => Step::stay(),
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let keys = wrap(&cx.t("newcomers-keys"), usize::from(WIDTH.saturating_sub(4)));
        let shown = self.rows.len().clamp(1, ROWS);
        let height = u16::try_from(shown + keys.len() + 4).unwrap_or(u16::MAX);
        let rect = window(cx, frame, area, WIDTH, height);
        let title = cx.tv("newcomers-title", &[("count", self.rows.len().into())]);
        let inner = frame_with_title(frame, rect, &title, cx.theme.frame_focus, cx.theme.title);
        let cells = usize::from(inner.width);
        let mut rows = vec![Line::default()];
        if self.is_loading {
            rows.push(Line::from(Span::styled(format!(" {}", cx.t("newcomers-loading")), cx.theme.dim)));
        }
        let first = self.cursor.first(self.rows.len(), ROWS);
        for (place, row) in self.rows.iter().enumerate().skip(first).take(ROWS) {
            let is_chosen = place == self.cursor.chosen;
            let (mark, style) = if is_chosen { ("▸", cx.theme.selected) } else { (" ", cx.theme.text) };
            let birth = row.birth.map(date::show_birth).unwrap_or_default();
            let name = fit(&row.name.full(), 30);
            let session = format!("{} {}", date::show(row.held_on), row.title);
            rows.push(Line::from(Span::styled(
                fit(&format!(" {mark} {name} {} {session}", fit(&birth, 10)), cells),
                style,
            )));
        }
        rows.push(Line::default());
        rows.extend(keys.into_iter().map(|line| Line::from(Span::styled(format!(" {line}"), cx.theme.dim))));
        frame.render_widget(Paragraph::new(rows), inner);
    }
}
