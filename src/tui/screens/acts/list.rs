//! Every act of a family, person or organisation, newest first.

use super::ActScreen;
use crate::domain::aid::AidCatalogue;
use crate::domain::date;
use crate::office::aid_room::{ActSummary, Whom};
use crate::tui::aid_words;
use crate::tui::app::message::aid::{AidAsk, AidTold};
use crate::tui::app::{Context, Effect, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::widgets::chrome::{frame_with_title, more_below};
use crate::tui::widgets::list::ListCursor;
use crate::tui::widgets::text::{cut, fit};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// The list.
pub struct Acts {
    whom: Whom,
    name: String,
    acts: Option<Vec<ActSummary>>,
    catalogue: AidCatalogue,
    cursor: ListCursor,
}

impl Acts {
    /// The step that opens the list of somebody with this name.
    pub fn open(whom: Whom, name: String) -> Step {
        let ask = Effect::Aid(AidAsk::Acts(whom.clone()));
        let catalogue = AidCatalogue::default();
        Step::push(Self { whom, name, acts: None, catalogue, cursor: ListCursor::default() })
            .with(ask)
            .with(Effect::Aid(AidAsk::Catalogue))
    }

    fn chosen(&self) -> Step {
        let act = self.acts.as_ref().and_then(|acts| acts.get(self.cursor.chosen));
        act.map_or_else(Step::stay, |act| ActScreen::open(act.act))
    }
}

/// `02.11.2026  2026/00123  Продуктовий набір 1 набір, Одяг б/в 4,2 кг`.
pub fn act_line(act: &ActSummary, catalogue: &AidCatalogue, cx: &Context, cells: usize) -> String {
    let what: Vec<String> = act
        .lines
        .iter()
        .map(|(item, amount)| {
            let amount = aid_words::quantity_of(*amount, item, catalogue, cx);
            format!("{} {amount}", aid_words::item(item, catalogue, cx))
        })
        .collect();
    let back = match &act.reversed_by {
        Some(number) => format!("✗ {} · ", cx.tv("act-reversed", &[("act", number.to_string().into())])),
        None => String::new(),
    };
    let number = fit(&act.number.to_string(), 11);
    cut(&format!("{} {number} {back}{}", date::show(act.on), what.join(", ")), cells)
}

impl Screen for Acts {
    fn scope(&self) -> Scope {
        Scope::Acts
    }

    fn entered(&mut self, _: &mut Context) -> Step {
        if self.acts.is_some() { Step::effect(Effect::Aid(AidAsk::Acts(self.whom.clone()))) } else { Step::stay() }
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        match key {
            Key::Esc => return Step::pop(),
            Key::Enter => return self.chosen(),
            key => {
                let rows = self.acts.as_ref().map_or(0, Vec::len);
                self.cursor.key(key, rows, usize::from(cx.size.1.saturating_sub(6)));
            }
        }
        Step::stay()
    }

    fn text(&mut self, _: &str, _: &mut Context) -> Step {
        Step::stay()
    }

    fn command(&mut self, command: CommandId, _: &mut Context) -> Step {
        if command == CommandId::OpenAct { self.chosen() } else { Step::stay() }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Aid(AidTold::Acts(whom, result)) if *whom == self.whom => match result {
                Ok(acts) => {
                    self.acts = Some(acts.clone());
                    self.cursor.clamp(acts.len());
                    Step::stay()
                }
                Err(fault) => Step::pop().saying(Toast::fault(fault, cx)),
            },
            Reply::Aid(AidTold::Catalogue(Ok(catalogue))) => {
                self.catalogue = (**catalogue).clone();
                Step::stay()
            }
            Reply::Changed => Step::effect(Effect::Aid(AidAsk::Acts(self.whom.clone()))),
            _ => Step::stay(),
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let title = format!("{} · {}", cx.t("acts-title"), self.name);
        let inner = frame_with_title(frame, area, &title, cx.theme.frame_focus, cx.theme.title);
        let cells = usize::from(inner.width);
        let Some(acts) = &self.acts else {
            frame.render_widget(Span::styled(format!(" {}", cx.t("card-loading")), cx.theme.dim), inner);
            return;
        };
        if acts.is_empty() {
            frame.render_widget(Span::styled(format!(" {}", cx.t("acts-none")), cx.theme.dim), inner);
            return;
        }
        let page = usize::from(inner.height);
        let first = self.cursor.first(acts.len(), page);
        let rows: Vec<Line<'_>> = acts
            .iter()
            .enumerate()
            .skip(first)
            .take(page)
            .map(|(place, act)| {
                let is_chosen = place == self.cursor.chosen;
                let style = match (is_chosen, act.reversed_by.is_some()) {
                    (true, _) => cx.theme.selected,
                    (false, true) => cx.theme.dim,
                    (false, false) => cx.theme.text,
                };
                let sign = if is_chosen { "▸" } else { " " };
                let text = format!("{sign} {}", act_line(act, &self.catalogue, cx, cells.saturating_sub(3)));
                Line::from(Span::styled(fit(&text, cells), style))
            })
            .collect();
        if acts.len() > first + page {
            more_below(cx, frame, area);
        }
        frame.render_widget(Paragraph::new(rows), inner);
    }
}
