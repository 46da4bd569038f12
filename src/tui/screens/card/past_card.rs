//! The card as it was on a day: only to be read, with a banner that says so.

use super::lines::{self, Row};
use crate::domain::date;
use crate::domain::family::FamilyCard;
use crate::domain::id::FamilyId;
use crate::tui::app::message::lives::LivesTold;
use crate::tui::app::{Context, Reply, Screen, Step, Toast};
use crate::tui::commands::Scope;
use crate::tui::keys::Key;
use crate::tui::widgets::chrome::{frame_with_title, more_below};
use crate::tui::widgets::list::scrolled;
use crate::tui::widgets::text::fit;
use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// The screen. It holds no family for commands: nothing can be changed from here.
pub struct PastCard {
    family: FamilyId,
    day: NaiveDate,
    card: Option<Box<FamilyCard>>,
    first: usize,
}

impl PastCard {
    /// A card of a day that is being read.
    pub fn loading(family: FamilyId, day: NaiveDate) -> Self {
        Self { family, day, card: None, first: 0 }
    }

    fn rows<'a>(&self, cx: &Context, cells: usize) -> Vec<Row<'a>> {
        match &self.card {
            Some(card) => lines::rows(card, cx, cells, self.day),
            None => vec![Row::plain(Line::from(Span::styled(format!(" {}", cx.t("card-loading")), cx.theme.dim)))],
        }
    }
}

impl Screen for PastCard {
    fn scope(&self) -> Scope {
        Scope::PastCard
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        if key == Key::Esc {
            return Step::pop();
        }
        let page = usize::from(cx.size.1.saturating_sub(6));
        let rows = self.rows(cx, usize::from(cx.size.0.saturating_sub(2))).len();
        self.first = scrolled(self.first, key, rows, page);
        Step::stay()
    }

    fn text(&mut self, _: &str, _: &mut Context) -> Step {
        Step::stay()
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Lives(LivesTold::CardOn(family, day, result)) if (*family, *day) == (self.family, self.day) => {
                match result {
                    Ok(card) => {
                        self.card = Some(card.clone());
                        Step::stay()
                    }
                    Err(fault) => Step::pop().saying(Toast::fault(fault, cx)),
                }
            }
            _ => Step::stay(),
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let [banner, area] = Layout::vertical([Constraint::Length(1), Constraint::Min(1)]).areas(area);
        let text = cx.tv("card-as-on", &[("day", date::show(self.day).into())]);
        let text = fit(&format!(" {text}"), usize::from(banner.width));
        frame.render_widget(Span::styled(text, cx.theme.selected), banner);
        let title = match &self.card {
            Some(card) => lines::title(card, cx),
            None => cx.t("screen-past-card"),
        };
        let inner = frame_with_title(frame, area, &title, cx.theme.frame, cx.theme.title);
        let rows = self.rows(cx, usize::from(inner.width));
        if rows.len() > self.first + usize::from(inner.height) {
            more_below(cx, frame, area);
        }
        let shown: Vec<Line<'_>> = rows.into_iter().skip(self.first).map(|row| row.line).collect();
        frame.render_widget(Paragraph::new(shown), inner);
    }
}
