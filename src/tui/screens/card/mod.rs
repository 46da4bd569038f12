//! A family's card: who they are, where they live, what supports them, what happened to them, on one screen.

mod lines;

pub use lines::{category_line, lines, relation_word, warning_sentence};

use crate::domain::family::FamilyCard;
use crate::domain::id::FamilyId;
use crate::office::HistoryEntry;
use crate::tui::app::{Context, Effect, Go, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::history::History;
use crate::tui::screens::registration::Registration;
use crate::tui::widgets::chrome::{frame_with_title, more_below};
use crate::tui::widgets::list::scrolled;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// What follows when the card has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Then {
    /// It is shown.
    Show,
    /// The form opens over it.
    Edit,
}

/// The card screen.
pub struct Card {
    family: FamilyId,
    card: Option<Box<FamilyCard>>,
    happened: Vec<HistoryEntry>,
    then: Then,
    scroll: usize,
}

impl Card {
    /// A card that is being read.
    pub fn loading(family: FamilyId) -> Self {
        Self { family, card: None, happened: Vec::new(), then: Then::Show, scroll: 0 }
    }

    /// A card that is being read to be changed at once.
    pub fn to_edit(family: FamilyId) -> Self {
        Self { then: Then::Edit, ..Self::loading(family) }
    }

    fn rows<'a>(&self, cx: &Context, cells: usize) -> Vec<Line<'a>> {
        let Some(card) = &self.card else {
            return vec![Line::from(Span::styled(format!(" {}", cx.t("card-loading")), cx.theme.dim))];
        };
        let mut rows = lines(card, cx, cells);
        if !cx.is_wide() {
            rows.push(Line::default());
            rows.extend(self.happened_rows(cx, cells));
        }
        rows
    }

    fn happened_rows<'a>(&self, cx: &Context, cells: usize) -> Vec<Line<'a>> {
        lines::timeline(&self.happened, cx, cells)
    }

    fn edit(&self, cx: &mut Context) -> Step {
        match &self.card {
            Some(card) => Step::push(Registration::correct(card, cx)),
            None => Step::stay(),
        }
    }
}

impl Screen for Card {
    fn scope(&self) -> Scope {
        Scope::Card
    }

    fn entered(&mut self, _: &mut Context) -> Step {
        // Coming back from the form or the history: what is shown must be what is stored now. A glance, since the opening of
        // the card is in the journal already.
        match &self.card {
            Some(_) => Step::effect(Effect::Glance(self.family)),
            None => Step::stay(),
        }
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        let page = usize::from(cx.size.1.saturating_sub(5));
        if key == Key::Esc {
            return Step::pop();
        }
        // As wide as `view` draws them: a longer note has more rows in the narrower column beside the timeline.
        let wide = if cx.is_wide() { cx.size.0 * 2 / 3 } else { cx.size.0 };
        let rows = self.rows(cx, usize::from(wide.saturating_sub(2))).len();
        self.scroll = scrolled(self.scroll, key, rows, page);
        Step::stay()
    }

    fn text(&mut self, _: &str, _: &mut Context) -> Step {
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match command {
            CommandId::Edit => self.edit(cx),
            CommandId::Details => Step::push(History::loading(self.family)).with(Effect::History(self.family)),
            CommandId::New => Step::push(Registration::new("", cx)),
            _ => Step::stay(),
        }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Card(family, result) if *family == self.family => match result {
                Ok(card) => {
                    self.card = Some(card.clone());
                    let read = Step::effect(Effect::History(self.family));
                    if self.then == Then::Edit {
                        self.then = Then::Show;
                        let Step { go, .. } = self.edit(cx);
                        return Step { go, ..read };
                    }
                    read
                }
                Err(fault) => Step::go(Go::Pop).saying(Toast::fault(fault, cx)),
            },
            Reply::History(family, Ok(entries)) if *family == self.family => {
                self.happened.clone_from(entries);
                Step::stay()
            }
            Reply::Corrected(_, Ok(card)) if card.id == self.family => {
                self.card = Some(card.clone());
                Step::stay()
            }
            Reply::Glance(family, Ok(card)) if *family == self.family => {
                self.card = Some(card.clone());
                Step::effect(Effect::History(self.family))
            }
            Reply::Changed => Step::effect(Effect::Glance(self.family)),
            _ => Step::stay(),
        }
    }

    fn selected_family(&self) -> Option<FamilyId> {
        self.card.as_ref().map(|card| card.id)
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let title = match &self.card {
            Some(card) => lines::title(card, cx),
            None => cx.t("screen-card"),
        };
        let [left, right] = if cx.is_wide() {
            Layout::horizontal([Constraint::Fill(2), Constraint::Fill(1)]).areas(area)
        } else {
            [area, Rect::default()]
        };
        let inner = frame_with_title(frame, left, &title, cx.theme.frame_focus, cx.theme.title);
        let rows: Vec<Line<'_>> = self.rows(cx, usize::from(inner.width)).into_iter().skip(self.scroll).collect();
        if rows.len() > usize::from(inner.height) {
            more_below(cx, frame, left);
        }
        frame.render_widget(Paragraph::new(rows), inner);
        if cx.is_wide() {
            let inner = frame_with_title(frame, right, &cx.t("card-timeline"), cx.theme.frame, cx.theme.dim);
            let rows: Vec<Line<'_>> = self.happened_rows(cx, usize::from(inner.width)).into_iter().skip(1).collect();
            frame.render_widget(Paragraph::new(rows), inner);
        }
    }
}
