//! How sessions are said in the calendar: days, hours, status, who holds them, what stands in their way.

use super::typed::show_hours;
use crate::domain::date;
use crate::domain::event::{Clash, EventCatalogue, Frame, SessionStatus, overlap};
use crate::office::calendar_file::listing_name;
use crate::office::events::CalendarEntry;
use crate::office::rule_words::weekday_code;
use crate::tui::app::Context;
use chrono::{Datelike, NaiveDate, TimeDelta};
use ratatui::style::Style;

/// `сб`.
pub(super) fn weekday_short(day: NaiveDate, cx: &Context) -> String {
    cx.t(&format!("weekday-short-{}", weekday_code(day.weekday())))
}

/// `субота 28.11.2026`, and that it is today.
pub(super) fn day(on: NaiveDate, cx: &Context) -> String {
    let name = cx.t(&format!("weekday-{}", weekday_code(on.weekday())));
    let said = format!("{name} {}", date::show(on));
    if on == cx.today() { cx.tv("calendar-today", &[("day", said.into())]) } else { said }
}

/// `пн 23.11`.
pub(super) fn short_day(on: NaiveDate, cx: &Context) -> String {
    format!("{} {}", weekday_short(on, cx), on.format("%d.%m"))
}

/// How a session stands: a sign, a word and a colour, so that the colour is never alone.
pub(super) fn status(entry: &CalendarEntry, cx: &Context) -> (&'static str, String, Style) {
    let theme = &cx.theme;
    match entry.status {
        SessionStatus::Cancelled => ("✗", cx.t("calendar-cancelled"), theme.dim),
        SessionStatus::Held => ("✓", cx.t("calendar-held"), theme.good),
        SessionStatus::Planned => {
            let now = cx.now.naive_local();
            let midnight = entry.held_on.and_hms_opt(0, 0, 0).unwrap_or(now);
            let (start, end) = entry.hours.span().unwrap_or((0, TimeDelta::days(1).num_minutes()));
            // A campaign may take several days.
            let further = entry.until.map_or(0, |until| (until - entry.held_on).num_days().max(0));
            let (start, end) = (TimeDelta::minutes(start), TimeDelta::minutes(end) + TimeDelta::days(further));
            let (start, end) = (midnight + start, midnight + end);
            if now < start {
                ("○", cx.t("calendar-planned"), theme.text)
            } else if now < end {
                ("●", cx.t("calendar-now"), theme.accent)
            } else {
                ("!", cx.t("calendar-open"), theme.warning)
            }
        }
    }
}

/// `7/12`, with unnamed heads behind it: `7/12 +5`.
pub(super) fn count(entry: &CalendarEntry) -> String {
    let named = format!("{}/{}", entry.present, entry.expected);
    match entry.heads.total() {
        0 => named,
        heads => format!("{named} +{heads}"),
    }
}

/// The title, or that the time is taken.
pub(super) fn title(entry: &CalendarEntry, cx: &Context) -> String {
    entry.frame.as_ref().map_or_else(|| cx.t("calendar-busy"), |frame| frame.title.clone())
}

/// The name of a kind of events.
pub(super) fn kind(frame: &Frame, catalogue: &EventCatalogue, cx: &Context) -> String {
    let kind = catalogue.kind(&frame.kind);
    kind.map_or_else(|| frame.kind.to_string(), |kind| listing_name(kind, "event-kind", &cx.texts))
}

/// The room of an entry; empty where it has none.
pub(super) fn room(entry: &CalendarEntry, catalogue: &EventCatalogue, cx: &Context) -> String {
    let Some(code) = &entry.room else { return String::new() };
    catalogue.room(code).map_or_else(|| code.to_string(), |room| listing_name(&room.listing, "room", &cx.texts))
}

/// Who holds it; empty where nobody is said.
pub(super) fn trainer(frame: &Frame, catalogue: &EventCatalogue) -> String {
    frame.trainer.as_ref().map(|trainer| catalogue.trainer(trainer).to_owned()).unwrap_or_default()
}

/// What an entry clashes with, among those of its days: `зал зайнято: 11:00–12:30 «Шахи»`.
pub(super) fn clash(entry: &CalendarEntry, all: &[CalendarEntry], cx: &Context) -> Option<String> {
    if !entry.clashes || entry.status == SessionStatus::Cancelled {
        return None;
    }
    let when = |entry: &CalendarEntry| (entry.held_on, entry.hours);
    let others = all.iter().filter(|other| {
        other.session != entry.session && other.status != SessionStatus::Cancelled && overlap(when(entry), when(other))
    });
    let trainer = |entry: &CalendarEntry| entry.frame.as_ref().and_then(|frame| frame.trainer.clone());
    let mut others = others.filter_map(|other| {
        let is_room = entry.room.is_some() && other.room == entry.room;
        let is_trainer = trainer(entry).is_some() && trainer(other) == trainer(entry);
        (is_room || is_trainer).then_some((other, is_room))
    });
    let Some((other, is_room)) = others.next() else { return Some(cx.t("calendar-clash")) };
    let values = [("hours", show_hours(other.hours).into()), ("title", title(other, cx).into())];
    Some(cx.tv(if is_room { "calendar-clash-room" } else { "calendar-clash-trainer" }, &values))
}

/// What a planned session would clash with.
pub(super) fn would_clash(clash: &Clash, cx: &Context) -> String {
    let (id, with) = match clash {
        Clash::Room { with } => ("calendar-clash-room", with),
        Clash::Trainer { with } => ("calendar-clash-trainer", with),
    };
    let title = with.title.clone().unwrap_or_else(|| cx.t("calendar-busy"));
    let values = [("hours", show_hours(with.hours).into()), ("title", title.into())];
    format!("{} {}", with.held_on.format("%d.%m"), cx.tv(id, &values))
}
