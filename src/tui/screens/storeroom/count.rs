//! Stock counts: those under way and those that were. F7 begins one, Enter opens its sheet.

use super::count_sheet::CountSheet;
use super::stock;
use crate::domain::date;
use crate::domain::id::DeedId;
use crate::domain::staff::Right;
use crate::domain::stock::LocationCode;
use crate::office::storeroom::{Count, CountStep};
use crate::tui::app::message::storeroom::{StoreroomAsk, StoreroomDeed, StoreroomTold};
use crate::tui::app::{Context, Effect, Go, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::widgets::chrome::{frame_with_title, more_below};
use crate::tui::widgets::list::ListCursor;
use crate::tui::widgets::text::{cut, fit, wrap};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

/// The screen.
pub(super) struct Counts {
    /// The place that a new count is of.
    place: LocationCode,
    counts: Option<Vec<Count>>,
    cursor: ListCursor,
    /// A count that is being begun.
    beginning: Option<DeedId>,
}

impl Counts {
    /// Every count; a new one would be of this place.
    pub(super) fn open(place: LocationCode) -> Step {
        Step::push(Self { place, counts: None, cursor: ListCursor::default(), beginning: None })
    }

    fn rows(&self) -> &[Count] {
        self.counts.as_deref().unwrap_or_default()
    }

    fn open_chosen(&self) -> Step {
        self.rows().get(self.cursor.chosen).map_or_else(Step::stay, |count| CountSheet::open(count.id))
    }

    /// A count of the place that is under way is gone on with; else one begins.
    fn begin(&mut self, cx: &mut Context) -> Step {
        if self.beginning.is_some() {
            return Step::stay();
        }
        let is_open = |count: &&Count| {
            count.location == self.place && matches!(count.step, CountStep::Sheet | CountStep::Entered)
        };
        if let Some(open) = self.rows().iter().find(is_open) {
            let values = [("day", date::show(open.begun.0).into())];
            return CountSheet::open(open.id).saying(Toast::warning(cx.tv("count-under-way", &values)));
        }
        let deed = cx.new_deed();
        self.beginning = Some(deed);
        Step::effect(Effect::Storeroom(StoreroomAsk::Do(deed, StoreroomDeed::CountBegin(self.place.clone()))))
    }
}

/// Where a count stands, as people say it.
pub(super) fn step_word(count: &Count, cx: &Context) -> String {
    match count.step {
        CountStep::Sheet => cx.t("count-step-sheet"),
        CountStep::Entered => cx.t("count-step-entered"),
        CountStep::Cancelled => cx.t("count-step-cancelled"),
        CountStep::Approved => match &count.act {
            Some((_, number)) => cx.tv("count-step-approved", &[("number", number.to_string().into())]),
            None => cx.t("count-step-all-there"),
        },
    }
}

/// The name of the place that was counted.
pub(super) fn place_of(count: &Count, cx: &Context) -> String {
    let place = count.catalogue.location(&count.location);
    place.map_or_else(|| count.location.to_string(), |place| stock::place_name(place, cx))
}

impl Screen for Counts {
    fn scope(&self) -> Scope {
        Scope::Counts
    }

    fn entered(&mut self, cx: &mut Context) -> Step {
        if !cx.may(Right::SeeStock) {
            return Step::go(Go::Pop);
        }
        Step::effect(Effect::Storeroom(StoreroomAsk::Counts))
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        match key {
            Key::Esc => Step::pop(),
            Key::Enter => self.open_chosen(),
            key => {
                let key = match key {
                    Key::Tab => Key::Down,
                    Key::BackTab => Key::Up,
                    key => key,
                };
                let rows = self.rows().len();
                self.cursor.key(key, rows, usize::from(cx.size.1.saturating_sub(8)));
                Step::stay()
            }
        }
    }

    fn text(&mut self, _: &str, _: &mut Context) -> Step {
        Step::stay()
    }

    fn command(&mut self, command: CommandId, cx: &mut Context) -> Step {
        match command {
            CommandId::OpenCount => self.open_chosen(),
            CommandId::NewCount => self.begin(cx),
            _ => Step::stay(),
        }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Storeroom(StoreroomTold::Counts(told)) => match told {
                Ok(counts) => {
                    self.cursor.clamp(counts.len());
                    self.counts = Some(counts.clone());
                    Step::stay()
                }
                Err(fault) => Step::stay().saying(Toast::fault(fault, cx)),
            },
            Reply::Storeroom(StoreroomTold::Counted(deed, done)) if self.beginning == Some(*deed) => {
                self.beginning = None;
                match done {
                    Ok(count) => CountSheet::open(count.id),
                    Err(fault) => Step::effect(Effect::Storeroom(StoreroomAsk::Counts)).saying(Toast::fault(fault, cx)),
                }
            }
            Reply::Changed => Step::effect(Effect::Storeroom(StoreroomAsk::Counts)),
            _ => Step::stay(),
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let inner = frame_with_title(frame, area, &cx.t("counts-title"), cx.theme.frame_focus, cx.theme.title);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let cells = usize::from(inner.width);
        let row = |y: u16| Rect { y, height: 1, ..inner };
        let keys = row(inner.bottom().saturating_sub(1));
        frame.render_widget(Span::styled(cut(&cx.t("counts-keys"), cells), cx.theme.dim), keys);
        let Some(counts) = self.counts.as_ref().filter(|counts| !counts.is_empty()) else {
            let id = match (&self.counts, cx.may(Right::KeepStock)) {
                (None, _) => "storeroom-loading",
                (Some(_), true) => "counts-empty",
                (Some(_), false) => "counts-empty-see",
            };
            for (line, y) in wrap(&cx.t(id), cells).into_iter().zip(inner.y + 1..) {
                frame.render_widget(Span::styled(line, cx.theme.dim), row(y));
            }
            return;
        };
        let heads = ["day", "place", "step", "who"].map(|id| cx.t(&format!("counts-column-{id}")));
        frame.render_widget(Span::styled(format!("  {}", columns(&heads, cells)), cx.theme.dim), row(inner.y));
        let list = Rect { y: inner.y + 1, height: inner.height.saturating_sub(2), ..inner };
        let page = usize::from(list.height);
        let first = self.cursor.first(counts.len(), page);
        for ((place, count), y) in counts.iter().enumerate().skip(first).zip(list.rows()) {
            let is_chosen = place == self.cursor.chosen;
            let style = match (is_chosen, count.step) {
                (true, _) => cx.theme.selected,
                (false, CountStep::Sheet | CountStep::Entered) => cx.theme.warning,
                (false, CountStep::Approved) => cx.theme.text,
                (false, CountStep::Cancelled) => cx.theme.dim,
            };
            let last = count.approved.as_ref().or(count.entered.as_ref()).unwrap_or(&count.begun);
            let words = [date::show(count.begun.0), place_of(count, cx), step_word(count, cx), last.1.clone()];
            let sign = if is_chosen { "▸" } else { " " };
            frame.render_widget(Span::styled(fit(&format!("{sign} {}", columns(&words, cells)), cells), style), y);
        }
        if counts.len() > first + page {
            more_below(cx, frame, area);
        }
    }
}

fn columns([day, place, step, who]: &[String; 4], cells: usize) -> String {
    let rest = cells.saturating_sub(2 + 10 + 3);
    let step_cells = (rest * 2 / 5).min(40);
    let place_cells = rest.saturating_sub(step_cells) / 2;
    let who_cells = rest.saturating_sub(step_cells + place_cells);
    format!("{} {} {} {}", fit(day, 10), fit(place, place_cells), fit(step, step_cells), fit(who, who_cells))
}
