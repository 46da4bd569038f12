//! What is known of one session, on a sheet.

use super::register;
use super::series_card::SeriesCard;
use super::typed::{show_ages, show_hours};
use super::words;
use crate::domain::date;
use crate::domain::event::{EventCatalogue, Frame as EventFrame};
use crate::domain::id::SessionId;
use crate::office::calendar_file::listing_name;
use crate::office::events::SessionView;
use crate::tui::app::message::calendar::{CalendarAsk, CalendarTold};
use crate::tui::app::{Context, Effect, Go, Reply, Screen, Step, Toast};
use crate::tui::commands::Scope;
use crate::tui::keys::Key;
use crate::tui::screens::sheet::Sheet;
use crate::tui::widgets::text::width;
use ratatui::Frame;
use ratatui::layout::Rect;

/// The sheet.
pub(super) struct Details {
    id: SessionId,
    view: Option<Box<SessionView>>,
    catalogue: Option<Box<EventCatalogue>>,
}

impl Details {
    /// The sheet of a session, which is asked for when it opens.
    pub(super) fn loading(id: SessionId) -> Self {
        Self { id, view: None, catalogue: None }
    }
}

/// What a session and a series say of themselves, each with the word of its name; what is not said is left out.
pub(super) fn about(frame: &EventFrame, catalogue: &EventCatalogue, cx: &Context) -> Vec<(&'static str, String)> {
    let room = frame.room.as_ref().map(|code| {
        let room = catalogue.room(code);
        room.map_or_else(|| code.to_string(), |room| listing_name(&room.listing, "room", &cx.texts))
    });
    let programme = frame.programme.as_ref().map(|code| {
        let found = catalogue.programmes.iter().find(|programme| programme.code == *code);
        found.map_or_else(|| code.to_string(), |found| listing_name(found, "programme", &cx.texts))
    });
    let partner = frame.partner.as_ref().map(|code| {
        let found = catalogue.partners.iter().find(|partner| partner.code == *code);
        found.map_or_else(|| code.to_string(), |found| listing_name(found, "partner", &cx.texts))
    });
    let rural = frame.rural.map(|rural| cx.t(if rural { "calendar-rural" } else { "calendar-urban" }));
    let place = [frame.settlement.clone(), rural.unwrap_or_default()];
    let place: Vec<String> = place.into_iter().filter(|part| !part.is_empty()).collect();
    let pairs = [
        ("kind", words::kind(frame, catalogue, cx)),
        ("trainer", words::trainer(frame, catalogue)),
        ("room", room.unwrap_or_default()),
        ("place", place.join(", ")),
        ("programme", programme.unwrap_or_default()),
        ("partner", partner.unwrap_or_default()),
        (
            "audience",
            frame.audience.map(|audience| cx.t(&format!("event-audience-{}", audience.code()))).unwrap_or_default(),
        ),
        ("ages", show_ages(frame.ages)),
        ("capacity", frame.capacity.map(|places| places.to_string()).unwrap_or_default()),
        ("restricted", if frame.restricted { cx.t("calendar-is-restricted") } else { String::new() }),
        ("note", frame.note.clone()),
    ];
    pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

/// The name of what is said.
pub(super) fn detail(name: &str, cx: &Context) -> String {
    cx.t(&format!("calendar-detail-{name}"))
}

/// Writes names and values, the values in one column.
fn write(sheet: &mut Sheet<'_, '_, '_>, pairs: &[(&str, String)], cx: &Context) {
    let pairs: Vec<_> = pairs.iter().map(|(name, value)| (detail(name, cx), value)).collect();
    let cells = pairs.iter().map(|(name, _)| width(name)).max().unwrap_or(0);
    for (name, value) in &pairs {
        sheet.pair(name, cells, value);
    }
}

impl Screen for Details {
    fn scope(&self) -> Scope {
        Scope::Window
    }

    fn is_window(&self) -> bool {
        true
    }

    fn entered(&mut self, _: &mut Context) -> Step {
        Step::effect(Effect::Calendar(CalendarAsk::Session(self.id))).with(Effect::Calendar(CalendarAsk::Catalogue))
    }

    fn key(&mut self, key: Key, _: &mut Context) -> Step {
        let series = self.view.as_ref().and_then(|view| view.series);
        match (key, series) {
            (Key::Esc, _) => Step::pop(),
            (Key::Enter, _) if self.view.is_some() => Step::go(Go::Replace(Box::new(register::screen(self.id)))),
            (Key::Tab, Some(series)) => Step::go(Go::Replace(Box::new(SeriesCard::loading(series)))),
            _ => Step::stay(),
        }
    }

    fn text(&mut self, _: &str, _: &mut Context) -> Step {
        Step::stay()
    }

    fn receive(&mut self, reply: &Reply, cx: &mut Context) -> Step {
        match reply {
            Reply::Calendar(CalendarTold::Session(id, Ok(view))) if *id == self.id => {
                self.view = Some(view.clone());
                Step::stay()
            }
            Reply::Calendar(CalendarTold::Session(id, Err(fault))) if *id == self.id => {
                Step::pop().saying(Toast::fault(fault, cx))
            }
            Reply::Calendar(CalendarTold::Catalogue(Ok(catalogue))) => {
                self.catalogue = Some(catalogue.clone());
                Step::stay()
            }
            _ => Step::stay(),
        }
    }

    fn view(&self, cx: &Context, frame: &mut Frame<'_>, area: Rect) {
        let title = self.view.as_ref().map_or_else(|| cx.t("calendar-title"), |view| view.draft.frame.title.clone());
        let mut sheet = Sheet::open(cx, frame, area, &title, 20);
        sheet.gap();
        let (Some(view), Some(catalogue)) = (&self.view, &self.catalogue) else {
            return sheet.line(cx.theme.dim, &cx.t("calendar-loading"));
        };
        let hours = show_hours(view.draft.frame.hours);
        let status = cx.t(&format!("event-status-{}", view.status.code()));
        let when: Vec<String> =
            [words::day(view.draft.held_on, cx), hours, status].into_iter().filter(|part| !part.is_empty()).collect();
        sheet.line(cx.theme.accent, &when.join(" · "));
        if let Some(planned) = view.planned_on.filter(|planned| *planned != view.draft.held_on) {
            sheet.line(cx.theme.text, &cx.tv("calendar-moved-from", &[("day", date::show(planned).into())]));
        }
        if !view.reason.is_empty() {
            sheet.line(cx.theme.text, &cx.tv("calendar-because", &[("reason", view.reason.as_str().into())]));
        }
        sheet.gap();
        write(&mut sheet, &about(&view.draft.frame, catalogue, cx), cx);
        sheet.gap();
        let values = [("present", view.present.into()), ("heads", view.heads.total().into())];
        sheet.line(cx.theme.text, &cx.tv("calendar-came", &values));
        let keys = if view.series.is_some() { "calendar-details-keys-series" } else { "calendar-details-keys" };
        sheet.bottom(&cx.t(keys));
    }
}
