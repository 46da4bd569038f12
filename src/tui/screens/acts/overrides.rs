//! Where limits were bent or aid was given without a right: who, when, to whom and why, for the director.

use super::ActScreen;
use crate::domain::aid::AidCatalogue;
use crate::domain::date;
use crate::office::aid_room::Overridden;
use crate::tui::aid_words;
use crate::tui::app::message::aid::{AidAsk, AidTold};
use crate::tui::app::{Context, Effect, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::widgets::chrome::{frame_with_title, more_below};
use crate::tui::widgets::list::ListCursor;
use crate::tui::widgets::text::{cut, fit};
use chrono::Days;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// How far back the list goes.
const DAYS: u64 = 366;

/// Rows of one entry: what, and why.
const ROWS: usize = 2;

/// The list.
#[derive(Default)]
pub struct Overrides {
    all: Option<Vec<Overridden>>,
    catalogue: AidCatalogue,
    cursor: ListCursor,
}

impl Overrides {
    /// The step that opens the list.
    pub fn open(cx: &Context) -> Step {
        Step::push(Self::default()).with(Self::ask(cx)).with(Effect::Aid(AidAsk::Catalogue))
    }

    fn ask(cx: &Context) -> Effect {
        let today = cx.today();
        let from = today.checked_sub_days(Days::new(DAYS)).unwrap_or(today);
        Effect::Aid(AidAsk::Overrides(from, today))
    }

    fn chosen(&self) -> Step {
        let found = self.all.as_ref().and_then(|all| all.get(self.cursor.chosen));
        found.map_or_else(Step::stay, |found| ActScreen::open(found.act))
    }

    fn rows(&self, found: &Overridden, cx: &Context, cells: usize) -> [String; ROWS] {
        let number = found.family.map(|(_, number)| format!(" · {number}")).unwrap_or_default();
        let what = match &found.line {
            Some((item, amount)) => {
                let amount = aid_words::quantity_of(*amount, item, &self.catalogue, cx);
                format!("{} {amount}", aid_words::item(item, &self.catalogue, cx))
            }
            None => cx.t("overrides-no-right"),
        };
        let sign = if found.reversed { "✗ " } else { "" };
        let first = format!("{} {sign}{}{number} · {what}", date::show(found.on), found.name);
        let second = format!("           {} · {}", found.staff, found.reason);
        [cut(&first, cells), cut(&second, cells)]
    }
}

impl Screen for Overrides {
    fn scope(&self) -> Scope {
        Scope::Overrides
    }

    fn entered(&mut self, cx: &mut Context) -> Step {
        if self.all.is_some() { Step::effect(Self::ask(cx)) } else { Step::stay() }
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        match key {
            Key::Esc => return Step::pop(),
            Key::Enter => return self.chosen(),
            key => {
                let rows = self.all.as_ref().map_or(0, Vec::len);
                self.cursor.key(key, rows, usize::from(cx.size.1.saturating_sub(6)) / ROWS);
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
            Reply::Aid(AidTold::Overrides(result)) => match result {
                Ok(all) => {
                    self.all = Some(all.clone());
                    self.cursor.clamp(all.len());
                    Step::stay()
                }
                Err(fault) => Step::pop().saying(Toast::fault(fault, cx)),
            },
            Reply::Aid(AidTold::Catalogue(Ok(catalogue))) => {
                self.catalogue = (**catalogue).clone();
                Step::stay()
            }
            Reply::Changed => Step::effect(Self::ask(cx)),
            _ => Step::stay(),
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let inner = frame_with_title(frame, area, &cx.t("overrides-title"), cx.theme.frame_focus, cx.theme.title);
        let cells = usize::from(inner.width);
        let all = match &self.all {
            Some(all) if !all.is_empty() => all,
            other => {
                let id = if other.is_some() { "overrides-none" } else { "card-loading" };
                frame.render_widget(Span::styled(format!(" {}", cx.t(id)), cx.theme.dim), inner);
                return;
            }
        };
        let page = usize::from(inner.height) / ROWS;
        let first = self.cursor.first(all.len(), page);
        let mut rows = Vec::new();
        for (place, found) in all.iter().enumerate().skip(first).take(page) {
            let is_chosen = place == self.cursor.chosen;
            let sign = if is_chosen { "▸" } else { " " };
            let [what, why] = self.rows(found, cx, cells.saturating_sub(3));
            let style = if is_chosen { cx.theme.selected } else { cx.theme.text };
            rows.push(Line::from(Span::styled(fit(&format!("{sign} {what}"), cells), style)));
            rows.push(Line::from(Span::styled(format!("  {why}"), cx.theme.warning)));
        }
        if all.len() > first + page {
            more_below(cx, frame, area);
        }
        frame.render_widget(Paragraph::new(rows), inner);
    }
}
