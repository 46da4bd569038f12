//! The series: clubs, groups, courses; how many come, how far each is, when it meets next. Enter opens one.

use super::ask::Ask;
use super::form::EventForm;
use super::series_card::SeriesCard;
use crate::domain::event::{EventCatalogue, RegisterOf};
use crate::domain::id::SeriesId;
use crate::domain::staff::Right;
use crate::office::events::SeriesListed;
use crate::tui::app::message::calendar::{CalendarAsk, CalendarTold};
use crate::tui::app::{Context, Effect, EventAt, Go, Reply, Screen, Step, Toast};
use crate::tui::commands::{CommandId, Scope};
use crate::tui::keys::Key;
use crate::tui::widgets::chrome::{frame_with_title, more_below};
use crate::tui::widgets::list::ListCursor;
use crate::tui::widgets::text::{cut, fit, wrap};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

const NEXT_CELLS: usize = 17;
const PEOPLE_CELLS: usize = 9;
const DONE_CELLS: usize = 7;

/// The list.
#[derive(Default)]
pub struct SeriesList {
    rows: Option<Vec<SeriesListed>>,
    catalogue: Option<Box<EventCatalogue>>,
    cursor: ListCursor,
    /// A series whose form was asked for.
    to_change: Option<SeriesId>,
}

impl SeriesList {
    /// The list, which is asked for when it opens.
    pub fn new() -> Self {
        Self::default()
    }

    fn chosen(&self) -> Option<&SeriesListed> {
        self.rows.as_ref()?.get(self.cursor.chosen)
    }

    fn line(&self, row: &SeriesListed, room: usize, cx: &Context) -> String {
        let trainer_cells = if cx.is_wide() { 24 } else { 14 };
        let title = room.saturating_sub(trainer_cells + NEXT_CELLS + PEOPLE_CELLS + DONE_CELLS + 4);
        let trainer = row.trainer.as_ref().zip(self.catalogue.as_ref());
        let trainer = trainer.map(|(trainer, catalogue)| catalogue.trainer(trainer).to_owned()).unwrap_or_default();
        let next = match (row.ended_on, row.next) {
            (Some(day), _) => cx.tv("series-ended-on", &[("day", day.format("%d.%m.%y").to_string().into())]),
            (None, Some((_, day))) => super::words::short_day(day, cx),
            (None, None) => cx.t("series-no-next"),
        };
        let people = match (row.capacity, row.waiting) {
            (Some(places), 0) => format!("{}/{places}", row.enrolled),
            (_, 0) => row.enrolled.to_string(),
            (_, waiting) => format!("{} +{waiting}", row.enrolled),
        };
        let done = format!("{}/{}", row.held, row.held + row.planned);
        let cells = [
            fit(&row.title, title),
            fit(&trainer, trainer_cells),
            fit(&next, NEXT_CELLS),
            format!("{:>PEOPLE_CELLS$}", cut(&people, PEOPLE_CELLS)),
            format!("{:>DONE_CELLS$}", cut(&done, DONE_CELLS)),
        ];
        cells.join(" ")
    }

    fn head(cx: &Context, room: usize) -> String {
        let trainer_cells = if cx.is_wide() { 24 } else { 14 };
        let title = room.saturating_sub(trainer_cells + NEXT_CELLS + PEOPLE_CELLS + DONE_CELLS + 4);
        let right = |id: &str, cells: usize| {
            let text = cut(&cx.t(id), cells);
            format!("{}{text}", " ".repeat(cells.saturating_sub(crate::tui::widgets::text::width(&text))))
        };
        let cells = [
            fit(&cx.t("series-head-title"), title),
            fit(&cx.t("series-head-trainer"), trainer_cells),
            fit(&cx.t("series-head-next"), NEXT_CELLS),
            right("series-head-people", PEOPLE_CELLS),
            right("series-head-done", DONE_CELLS),
        ];
        cells.join(" ")
    }
}

impl Screen for SeriesList {
    fn scope(&self) -> Scope {
        Scope::SeriesList
    }

    fn entered(&mut self, cx: &mut Context) -> Step {
        if !cx.may(Right::SeeEvents) {
            return Step::go(Go::Pop);
        }
        Step::effect(Effect::Calendar(CalendarAsk::AllSeries)).with(Effect::Calendar(CalendarAsk::Catalogue))
    }

    fn key(&mut self, key: Key, cx: &mut Context) -> Step {
        let rows = self.rows.as_ref().map_or(0, Vec::len);
        match key {
            Key::Esc => Step::pop(),
            Key::Enter => self.chosen().map_or_else(Step::stay, |row| Step::push(SeriesCard::loading(row.id))),
            key => {
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
            CommandId::EventNew => {
                let Some(catalogue) = &self.catalogue else { return Step::stay() };
                let catalogue = catalogue.as_ref().clone();
                Step::push(EventForm::new(cx.today(), catalogue, cx).repeating(cx))
            }
            CommandId::EventChange => match self.chosen().map(|row| row.id) {
                Some(id) => {
                    self.to_change = Some(id);
                    Step::effect(Effect::Calendar(CalendarAsk::Series(id)))
                }
                None => Step::stay(),
            },
            CommandId::SeriesEnd => match self.chosen().cloned() {
                Some(row) => Step::push(Ask::end(row.id, row.title, cx)),
                None => Step::stay(),
            },
            _ => Step::stay(),
        }
    }

    fn event(&self) -> Option<EventAt> {
        self.chosen().map(|row| EventAt { of: RegisterOf::Series(row.id), session: None })
    }

    fn pointless(&self, command: CommandId) -> Option<&'static str> {
        let is_on_one = matches!(command, CommandId::EventChange | CommandId::SeriesEnd);
        match self.chosen() {
            None if is_on_one => Some("series-nothing-chosen"),
            Some(row) if is_on_one && row.ended_on.is_some() => Some("series-has-ended"),
            _ => None,
        }
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        let again = Effect::Calendar(CalendarAsk::AllSeries);
        match reply {
            Reply::Calendar(CalendarTold::AllSeries(Ok(rows))) => {
                let chosen = self.chosen().map(|row| row.id);
                let place = chosen.and_then(|id| rows.iter().position(|row| row.id == id));
                self.cursor.chosen = place.unwrap_or(self.cursor.chosen);
                self.cursor.clamp(rows.len());
                self.rows = Some(rows.clone());
                Step::stay()
            }
            Reply::Calendar(CalendarTold::AllSeries(Err(fault))) => {
                self.rows.get_or_insert_default();
                Step::stay().saying(Toast::fault(fault, cx))
            }
            Reply::Calendar(CalendarTold::Catalogue(Ok(catalogue))) => {
                self.catalogue = Some(catalogue.clone());
                Step::stay()
            }
            Reply::Calendar(CalendarTold::Series(id, told)) if self.to_change == Some(*id) => {
                self.to_change = None;
                match (told, &self.catalogue) {
                    (Ok(view), Some(catalogue)) => {
                        let (from, catalogue) = (cx.today(), catalogue.as_ref().clone());
                        Step::push(EventForm::of_series(*id, view, from, catalogue, cx))
                    }
                    (Err(fault), _) => Step::stay().saying(Toast::fault(fault, cx)),
                    (Ok(_), None) => Step::stay(),
                }
            }
            Reply::Changed | Reply::Calendar(CalendarTold::Done(_, Ok(_))) => Step::effect(again),
            _ => Step::stay(),
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let inner = frame_with_title(frame, area, &cx.t("series-title"), cx.theme.frame_focus, cx.theme.title);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let room = usize::from(inner.width);
        let list = Rect { y: inner.y + 1, height: inner.height.saturating_sub(2), ..inner };
        match &self.rows {
            None => frame.render_widget(Span::styled(cx.t("calendar-loading"), cx.theme.dim), list),
            Some(rows) if rows.is_empty() => {
                for (row, line) in list.rows().zip(wrap(&cx.t("series-empty"), room)) {
                    frame.render_widget(Span::styled(line, cx.theme.dim), row);
                }
            }
            Some(rows) => {
                let head = format!("  {}", Self::head(cx, room - 2));
                frame.render_widget(Span::styled(cut(&head, room), cx.theme.dim), Rect { height: 1, ..inner });
                let page = usize::from(list.height);
                let first = self.cursor.first(rows.len(), page);
                for (at, (place, row)) in list.rows().zip(rows.iter().enumerate().skip(first)) {
                    let is_chosen = place == self.cursor.chosen;
                    let style = match (is_chosen, row.ended_on.is_some() || row.next.is_none()) {
                        (true, _) => cx.theme.selected,
                        (false, true) => cx.theme.dim,
                        (false, false) => cx.theme.text,
                    };
                    let mark = if is_chosen { "▸" } else { " " };
                    let text = format!("{mark} {}", self.line(row, room - 2, cx));
                    frame.render_widget(Span::styled(fit(&text, room), style), at);
                }
                if rows.len() > first + page {
                    more_below(cx, frame, area);
                }
            }
        }
        let last = Rect { y: inner.bottom().saturating_sub(1), height: 1, ..inner };
        frame.render_widget(Span::styled(cut(&cx.t("series-keys"), room), cx.theme.dim), last);
    }
}
