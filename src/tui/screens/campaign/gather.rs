//! Families of the register onto the list of a campaign: which campaign, and Enter.

use super::words;
use crate::domain::campaign::CampaignStatus;
use crate::domain::id::DeedId;
use crate::office::campaign::CampaignListed;
use crate::office::{Selection, Which};
use crate::tui::app::message::campaign::{CampaignAsk, CampaignTold};
use crate::tui::app::{Context, Effect, Reply, Screen, Step, Toast};
use crate::tui::commands::Scope;
use crate::tui::keys::Key;
use crate::tui::screens::sheet::Sheet;
use crate::tui::widgets::list::ListCursor;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Rows of campaigns that are seen at once.
const SEEN: usize = 8;

/// The window.
pub struct Gather {
    selection: Box<Selection>,
    rows: Option<Vec<CampaignListed>>,
    cursor: ListCursor,
    deed: DeedId,
    is_waiting: bool,
    progress: Option<(usize, usize)>,
}

impl Gather {
    /// The window for these families.
    pub fn new(selection: Selection, cx: &mut Context) -> Self {
        Self {
            selection: Box::new(selection),
            rows: None,
            cursor: ListCursor::default(),
            deed: cx.new_deed(),
            is_waiting: false,
            progress: None,
        }
    }

    fn count(&self) -> usize {
        match &self.selection.which {
            Which::Marked(marked) => marked.len(),
            Which::Found(found) => *found,
        }
    }

    fn gather(&mut self) -> Step {
        let chosen = self.rows.as_ref().and_then(|rows| rows.get(self.cursor.chosen));
        let Some(id) = chosen.map(|row| row.id).filter(|_| !self.is_waiting) else { return Step::stay() };
        self.is_waiting = true;
        let selection = self.selection.clone();
        Step::effect(Effect::Campaign(CampaignAsk::Gather { deed: self.deed, id, selection }))
    }
}

impl Screen for Gather {
    fn scope(&self) -> Scope {
        Scope::Window
    }

    fn is_window(&self) -> bool {
        true
    }

    fn is_busy(&self) -> bool {
        self.is_waiting
    }

    fn entered(&mut self, _: &mut Context) -> Step {
        Step::effect(Effect::Campaign(CampaignAsk::All))
    }

    fn key(&mut self, key: Key, _: &mut Context) -> Step {
        match key {
            Key::Esc if !self.is_waiting => Step::pop(),
            Key::Enter => self.gather(),
            key => {
                self.cursor.key(key, self.rows.as_ref().map_or(0, Vec::len), SEEN);
                Step::stay()
            }
        }
    }

    fn text(&mut self, _: &str, _: &mut Context) -> Step {
        Step::stay()
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Campaign(CampaignTold::All(rows)) => match rows {
                Ok(rows) => {
                    let open = rows.iter().filter(|row| row.status == CampaignStatus::Planned);
                    self.rows = Some(open.cloned().collect());
                    Step::stay()
                }
                Err(fault) => Step::pop().saying(Toast::fault(fault, cx)),
            },
            Reply::Campaign(CampaignTold::Progress(deed, done, all)) if *deed == self.deed => {
                self.progress = Some((*done, *all));
                Step::stay()
            }
            Reply::Campaign(CampaignTold::Done(deed, done)) if *deed == self.deed && self.is_waiting => {
                self.is_waiting = false;
                let rest = self.count();
                let toast = match done {
                    Ok(count) => {
                        let rest = rest.saturating_sub(*count);
                        Toast::good(cx.tv("campaign-gathered", &[("count", (*count).into()), ("rest", rest.into())]))
                    }
                    Err(fault) => Toast::fault(fault, cx),
                };
                Step::pop().saying(toast)
            }
            _ => Step::stay(),
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let mut sheet = Sheet::open(cx, frame, area, &cx.t("campaign-gather-title"), 16);
        sheet.gap();
        let (style, id) = match self.selection.which {
            Which::Marked(_) => (cx.theme.text, "lists-for-marked"),
            Which::Found(_) => (cx.theme.warning, "lists-for-all"),
        };
        sheet.paragraph(style, &cx.tv(id, &[("count", self.count().into())]));
        sheet.gap();
        let rows = self.rows.as_deref().unwrap_or_default();
        let first = self.cursor.first(rows.len(), SEEN);
        for (place, row) in rows.iter().enumerate().skip(first).take(SEEN) {
            let is_chosen = place == self.cursor.chosen;
            let (mark, style) = if is_chosen { ("▸", cx.theme.selected) } else { (" ", cx.theme.text) };
            let days = words::days(row.starts_on, row.ends_on);
            sheet.line(style, &format!("{mark} {} · {days} · {}", row.title, row.expected));
        }
        if self.rows.as_ref().is_some_and(Vec::is_empty) {
            sheet.paragraph(cx.theme.dim, &cx.t("campaign-gather-none"));
        }
        if self.is_waiting {
            sheet.gap();
            let said = match self.progress {
                Some((done, all)) => cx.tv("lists-progress", &[("done", done.into()), ("all", all.into())]),
                None => cx.t("lists-working"),
            };
            sheet.line(cx.theme.accent, &said);
        }
        sheet.bottom(&cx.t("campaign-gather-keys"));
    }
}
