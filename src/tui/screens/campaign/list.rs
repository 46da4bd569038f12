//! The campaigns: which there are, how far each is. Enter opens one.

use super::day::Day;
use super::form::CampaignForm;
use super::words;
use crate::domain::campaign::CampaignStatus;
use crate::domain::id::DeedId;
use crate::domain::staff::Right;
use crate::office::campaign::CampaignListed;
use crate::tui::app::message::campaign::{CampaignAsk, CampaignTold};
use crate::tui::app::{Answer, Context, Effect, Go, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::screens::dialog::Dialog;
use crate::tui::widgets::chrome::{frame_with_title, more_below};
use crate::tui::widgets::list::ListCursor;
use crate::tui::widgets::text::{cut, fit};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

const DAYS_CELLS: usize = 17;
const STATUS_CELLS: usize = 12;
const COUNT_CELLS: usize = 9;

/// The list.
#[derive(Default)]
pub struct Campaigns {
    rows: Option<Vec<CampaignListed>>,
    cursor: ListCursor,
    /// A campaign whose form was asked for: it opens when what it says is here.
    to_change: Option<crate::domain::id::SessionId>,
    /// The deed of calling one off, from its question on.
    cancelling: Option<DeedId>,
}

impl Campaigns {
    /// The list, which is asked for when it opens.
    pub fn new() -> Self {
        Self::default()
    }

    fn chosen(&self) -> Option<&CampaignListed> {
        self.rows.as_ref()?.get(self.cursor.chosen)
    }

    fn ask_to_cancel(&mut self, cx: &mut Context) -> Step {
        let Some(chosen) = self.chosen().filter(|row| row.status == CampaignStatus::Planned).cloned() else {
            return Step::stay();
        };
        self.cancelling = Some(cx.new_deed());
        let text =
            cx.tv("campaign-cancel-question", &[("title", chosen.title.into()), ("served", chosen.served.into())]);
        let buttons = vec![cx.t("lists-leave-alone"), cx.t("campaign-cancel-do")];
        Step::push(Dialog::ask(cx.t("command-campaign-cancel-help"), text, buttons))
    }
}

impl Screen for Campaigns {
    fn scope(&self) -> Scope {
        Scope::Campaigns
    }

    fn entered(&mut self, cx: &mut Context) -> Step {
        if !cx.may(Right::Serve) {
            return Step::go(Go::Pop);
        }
        Step::effect(Effect::Campaign(CampaignAsk::All))
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        let rows = self.rows.as_ref().map_or(0, Vec::len);
        match key {
            Key::Esc => return Step::pop(),
            Key::Enter => {
                if let Some(row) = self.chosen() {
                    return Step::push(Day::loading(row.id));
                }
            }
            key => {
                self.cursor.key(key, rows, usize::from(cx.size.1.saturating_sub(8)));
            }
        }
        Step::stay()
    }

    fn text(&mut self, _: &str, _: &mut Context) -> Step {
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match command {
            CommandId::CampaignNew => Step::push(CampaignForm::new(cx)),
            CommandId::CampaignChange => match self.chosen().map(|row| row.id) {
                Some(id) => {
                    self.to_change = Some(id);
                    Step::effect(Effect::Campaign(CampaignAsk::Open(id)))
                }
                None => Step::stay(),
            },
            CommandId::CampaignCancel => self.ask_to_cancel(cx),
            _ => Step::stay(),
        }
    }

    fn pointless(&self, command: CommandId) -> Option<&'static str> {
        let changes = matches!(command, CommandId::CampaignChange | CommandId::CampaignCancel);
        match self.chosen() {
            None if changes => Some("campaign-none-chosen"),
            Some(row) if changes && row.status != CampaignStatus::Planned => Some("campaign-is-over"),
            _ => None,
        }
    }

    fn answer(&mut self, answer: Answer, _: &mut Context) -> Step {
        let Some(deed) = self.cancelling else { return Step::stay() };
        match (answer, self.chosen().map(|row| row.id)) {
            (Answer::Chosen(1), Some(id)) => Step::effect(Effect::Campaign(CampaignAsk::Cancel(deed, id))),
            _ => {
                self.cancelling = None;
                Step::stay()
            }
        }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        let again = Effect::Campaign(CampaignAsk::All);
        match reply {
            Reply::Campaign(CampaignTold::All(Ok(rows))) => {
                let chosen = self.chosen().map(|row| row.id);
                self.cursor.chosen =
                    chosen.and_then(|id| rows.iter().position(|row| row.id == id)).unwrap_or(self.cursor.chosen);
                self.cursor.clamp(rows.len());
                self.rows = Some(rows.clone());
                Step::stay()
            }
            Reply::Campaign(CampaignTold::All(Err(fault))) => {
                self.rows.get_or_insert_default();
                Step::stay().saying(Toast::fault(fault, cx))
            }
            Reply::Campaign(CampaignTold::Opened(id, view)) if self.to_change == Some(*id) => {
                self.to_change = None;
                match view {
                    Ok(view) => Step::push(CampaignForm::change(*id, &view.draft, cx)),
                    Err(fault) => Step::stay().saying(Toast::fault(fault, cx)),
                }
            }
            Reply::Campaign(CampaignTold::Done(deed, done)) if self.cancelling == Some(*deed) => {
                self.cancelling = None;
                match done {
                    Ok(_) => Step::effect(again).saying(Toast::good(cx.t("campaign-cancelled"))),
                    Err(fault) => Step::effect(again).saying(Toast::fault(fault, cx)),
                }
            }
            Reply::Changed | Reply::Campaign(CampaignTold::Saved(_, Ok(_))) => Step::effect(again),
            _ => Step::stay(),
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let inner = frame_with_title(frame, area, &cx.t("campaigns-title"), cx.theme.frame_focus, cx.theme.title);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let room = usize::from(inner.width);
        let title = room.saturating_sub(DAYS_CELLS + STATUS_CELLS + COUNT_CELLS + 5);
        let list = Rect { height: inner.height.saturating_sub(2), ..inner };
        let line = |row: &CampaignListed| {
            let count = format!("{}/{}", row.served, row.expected.max(row.served));
            let status = cx.t(&format!("campaign-status-{}", row.status.code()));
            let days = words::days(row.starts_on, row.ends_on);
            let cells = [fit(&row.title, title), fit(&days, DAYS_CELLS), fit(&status, STATUS_CELLS)];
            format!("{} {count:>COUNT_CELLS$}", cells.join(" "))
        };
        match &self.rows {
            None => frame.render_widget(Span::styled(cx.t("campaign-loading"), cx.theme.dim), list),
            Some(rows) if rows.is_empty() => {
                frame.render_widget(Span::styled(cut(&cx.t("campaigns-empty"), room), cx.theme.dim), list);
            }
            Some(rows) => {
                let page = usize::from(list.height);
                let first = self.cursor.first(rows.len(), page);
                for (at, (place, row)) in list.rows().zip(rows.iter().enumerate().skip(first)) {
                    let is_chosen = place == self.cursor.chosen;
                    let style = match (is_chosen, row.status) {
                        (true, _) => cx.theme.selected,
                        (false, CampaignStatus::Planned) => cx.theme.text,
                        (false, _) => cx.theme.dim,
                    };
                    let mark = if is_chosen { "▸" } else { " " };
                    frame.render_widget(Span::styled(cut(&format!("{mark} {}", line(row)), room), style), at);
                }
                if rows.len() > first + page {
                    more_below(cx, frame, area);
                }
            }
        }
        let last = Rect { y: inner.bottom().saturating_sub(1), height: 1, ..inner };
        frame.render_widget(Span::styled(cut(&cx.t("campaigns-keys"), room), cx.theme.dim), last);
    }
}
