//! The forms that were not saved: offered after the sign-in, to be gone on with or thrown away.
//!
//! A calm window over the search: arrows and Enter are its own, any other key closes it and goes where it was meant to go, so that a
//! fast hand types a name without looking.

use crate::domain::id::DeedId;
use crate::office::Offer;
use crate::tui::app::drafts::{named, when};
use crate::tui::app::message::drafts::{DraftsAsk, DraftsTold};
use crate::tui::app::{Answer, Context, Effect, Go, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::dialog::Dialog;
use crate::tui::widgets::chrome::{frame_with_title, window};
use crate::tui::widgets::list::ListCursor;
use crate::tui::widgets::text::{fit, wrap};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// Cells of the window: it lies over the words of the empty search and hides them whole.
const WIDTH: u16 = 76;

/// The row of the screen where the list of the search begins.
const TOP: u16 = 3;

/// Most forms seen at once.
const ROWS: usize = 8;

/// The window.
pub struct DraftsWindow {
    offers: Vec<Offer>,
    cursor: ListCursor,
    /// The form that is being opened: a second Enter must not open another.
    opening: Option<DeedId>,
    /// The form that the question is about.
    asked: Option<DeedId>,
    is_loading: bool,
}

impl DraftsWindow {
    /// The window with these forms.
    pub fn new(offers: Vec<Offer>) -> Self {
        Self { offers, cursor: ListCursor::default(), opening: None, asked: None, is_loading: false }
    }

    /// The window while the forms are being read.
    pub fn loading() -> Self {
        Self { is_loading: true, ..Self::new(Vec::new()) }
    }

    fn chosen(&self) -> Option<DeedId> {
        self.offers.get(self.cursor.chosen).map(|offer| offer.draft.deed)
    }

    fn listed(&mut self, offers: &[Offer], cx: &Context) -> Step {
        let was_asked = std::mem::take(&mut self.is_loading);
        self.opening = None;
        self.offers = offers.to_vec();
        self.cursor.chosen = self.cursor.chosen.min(self.offers.len().saturating_sub(1));
        match (self.offers.is_empty(), was_asked) {
            (true, true) => Step::pop().saying(Toast::good(cx.t("drafts-none"))),
            (true, false) => Step::pop(),
            (false, _) => Step::stay(),
        }
    }
}

impl Screen for DraftsWindow {
    fn scope(&self) -> Scope {
        Scope::Drafts
    }

    fn is_window(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, _: &mut Context) -> Step {
        match key {
            Key::Esc => return Step::pop(),
            _ if self.opening.is_some() => {}
            Key::Enter => {
                self.opening = self.chosen();
                let open = self.opening.map(|deed| Step::effect(Effect::Drafts(DraftsAsk::Continue(deed))));
                return open.unwrap_or_default();
            }
            Key::Up | Key::Down | Key::PageUp | Key::PageDown | Key::Home | Key::End => {
                self.cursor.key(key, self.offers.len(), ROWS);
            }
            other => return Step::go(Go::PopWith(Answer::Pressed(other))),
        }
        Step::stay()
    }

    fn text(&mut self, text: &str, _: &mut Context) -> Step {
        Step::go(Go::PopWith(Answer::Typed(text.to_owned())))
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match (command, self.chosen()) {
            (CommandId::DiscardDraft, Some(deed)) if self.opening.is_none() => {
                self.asked = Some(deed);
                Step::push(Dialog::discard(cx))
            }
            _ => Step::stay(),
        }
    }

    fn answer(&mut self, answer: Answer, _: &mut Context) -> Step {
        match (answer, self.asked.take()) {
            (Answer::Chosen(Dialog::DISCARD), Some(deed)) => Step::effect(Effect::Drafts(DraftsAsk::Forget(deed))),
            _ => Step::stay(),
        }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Drafts(DraftsTold::Listed(Ok(offers))) => self.listed(offers, cx),
            Reply::Drafts(DraftsTold::Listed(Err(fault))) => Step::pop().saying(Toast::fault(fault, cx)),
            Reply::Drafts(DraftsTold::Forgotten(_, Ok(()))) => Step::effect(Effect::Drafts(DraftsAsk::List)),
            Reply::Drafts(DraftsTold::Continued(_, Err(_))) => {
                self.opening = None;
                Step::stay()
            }
            _ => Step::stay(),
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let keys = wrap(&cx.t("drafts-keys"), usize::from(WIDTH.saturating_sub(4)));
        let shown = self.offers.len().clamp(1, ROWS);
        let height = u16::try_from(shown + keys.len() + 4).unwrap_or(u16::MAX);
        let below = Rect { x: area.x + 1, y: area.y + TOP, width: WIDTH, height: area.height.saturating_sub(TOP) };
        let rect = window(cx, frame, Rect { height: height.min(below.height), ..below }, WIDTH, height);
        let count = i64::try_from(self.offers.len()).unwrap_or(i64::MAX);
        let title = cx.tv("drafts-title", &[("count", count.into())]);
        let inner = frame_with_title(frame, rect, &title, cx.theme.frame_focus, cx.theme.title);
        let cells = usize::from(inner.width);
        let mut rows = vec![Line::default()];
        if self.is_loading {
            rows.push(Line::from(Span::styled(format!(" {}", cx.t("drafts-loading")), cx.theme.dim)));
        }
        let first = self.cursor.first(self.offers.len(), ROWS);
        for (place, offer) in self.offers.iter().enumerate().skip(first).take(ROWS) {
            let is_chosen = place == self.cursor.chosen;
            let (mark, style) = if is_chosen { ("▸", cx.theme.selected) } else { (" ", cx.theme.text) };
            let at = when(offer.kept_at, cx);
            let name = fit(&named(offer, cx), cells.saturating_sub(16));
            rows.push(Line::from(Span::styled(fit(&format!(" {mark} {name} {at:>11}"), cells), style)));
        }
        rows.push(Line::default());
        rows.extend(keys.into_iter().map(|line| Line::from(Span::styled(format!(" {line}"), cx.theme.dim))));
        frame.render_widget(Paragraph::new(rows), inner);
    }
}
