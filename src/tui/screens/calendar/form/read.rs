//! From what is typed to what is meant: a session or a series, or the field that stands in the way.

use super::super::typed::{self, Until};
use super::EventForm;
use super::fields::{AGES, CAPACITY, DAY, EVERY, FROM, HOURS, NOTE, PLACE, Repeat, TITLE, TRAINER, UNTIL};
use crate::domain::event::{
    Audience, EventKindCode, Frame, MOST_SESSIONS, Nth, Pattern, Recurrence, RoomCode, SeriesDraft, SessionDraft,
    Trainer,
};
use crate::domain::name::clean;
use crate::domain::place::CODIFIER;
use crate::domain::stock::{PartnerCode, ProgrammeCode};
use crate::tui::app::Context;
use chrono::{Months, NaiveDate};

/// What the form means.
pub(super) enum Read {
    /// One event.
    Session(SessionDraft),
    /// A series, from a day on where it is there already.
    Series(SeriesDraft, NaiveDate),
}

/// The field that cannot be read, and why.
type Unread = (&'static str, String);

/// How far ahead a number of sessions is counted.
const YEARS_AHEAD: u32 = 20;

impl EventForm {
    /// The day of the form.
    pub(super) fn day(&self, cx: &Context) -> Option<NaiveDate> {
        typed::day(&self.value(DAY), cx.today())
    }

    pub(super) fn repeat(&self) -> Repeat {
        if self.of.is_session() { Repeat::Never } else { Repeat::at(self.picks.repeat) }
    }

    /// Whether the place that is typed is a village; none where the codifier does not know it.
    pub(super) fn rural_of_place(&self, cx: &Context) -> Option<bool> {
        let place = self.value(PLACE);
        CODIFIER.settlement_named(&place, cx.community()).map(crate::domain::place::Place::is_rural)
    }

    fn pattern(&self, cx: &Context) -> Result<Pattern, Unread> {
        let typed = self.value(EVERY);
        let repeat = self.repeat();
        let step = if typed.is_empty() || !repeat.has_step() {
            if repeat == Repeat::EveryOtherWeek { 2 } else { 1 }
        } else {
            typed.parse().map_err(|_| (EVERY, cx.t("calendar-fault-number")))?
        };
        let (nth, day) = self.monthly(cx);
        Ok(match repeat {
            Repeat::Never | Repeat::Weekly | Repeat::EveryOtherWeek => {
                Pattern::Weekly { every: step, days: self.weekdays }
            }
            Repeat::Daily => Pattern::Daily { every: step },
            Repeat::MonthlyNth => Pattern::Monthly { nth, day },
            Repeat::MonthlyLast => Pattern::Monthly { nth: Nth::Last, day },
        })
    }

    /// The rule; none where nothing repeats.
    pub(super) fn rule(&self, cx: &Context) -> Result<Option<Recurrence>, Unread> {
        if self.repeat() == Repeat::Never {
            return Ok(None);
        }
        let starts_on = self.day(cx).ok_or_else(|| (DAY, cx.t("calendar-fault-day")))?;
        let pattern = self.pattern(cx)?;
        let until = typed::until(&self.value(UNTIL), starts_on).ok_or_else(|| (UNTIL, cx.t("event-fault-until")))?;
        let mut rule = Recurrence { pattern, starts_on, ends_on: starts_on, except: self.except.clone() };
        rule.ends_on = match until {
            Until::Day(day) => day,
            Until::Sessions(count) => {
                rule.ends_on = starts_on.checked_add_months(Months::new(12 * YEARS_AHEAD)).unwrap_or(starts_on);
                let day = rule.days().nth(count.min(MOST_SESSIONS) - 1);
                day.ok_or_else(|| (UNTIL, cx.t("event-fault-until")))?
            }
        };
        Ok(Some(rule))
    }

    /// What a session and a series have in common.
    pub(super) fn frame(&self, cx: &Context) -> Result<Frame, Unread> {
        let hours = typed::hours(&self.value(HOURS)).ok_or_else(|| (HOURS, cx.t("calendar-fault-hours")))?;
        let ages = typed::ages(&self.value(AGES)).ok_or_else(|| (AGES, cx.t("event-fault-typed-ages")))?;
        let places = self.value(CAPACITY);
        let capacity = if places.is_empty() {
            None
        } else {
            Some(places.parse().map_err(|_| (CAPACITY, cx.t("calendar-fault-number")))?)
        };
        Ok(Frame {
            kind: EventKindCode(self.picks.kind.clone()),
            title: clean(&self.value(TITLE)),
            hours,
            programme: self.picks.programme.clone().map(ProgrammeCode),
            settlement: clean(&self.value(PLACE)),
            rural: match self.picks.rural {
                1 => Some(true),
                2 => Some(false),
                _ => None,
            },
            room: self.picks.room.clone().map(RoomCode),
            partner: self.picks.partner.clone().map(PartnerCode),
            trainer: self.trainer(),
            audience: self.picks.audience.checked_sub(1).and_then(|place| Audience::ALL.get(place).copied()),
            ages,
            capacity,
            restricted: self.picks.restricted == 1,
            note: self.value(NOTE),
        })
    }

    /// Somebody who works here, or a name.
    fn trainer(&self) -> Option<Trainer> {
        let name = clean(&self.value(TRAINER));
        if name.is_empty() {
            return None;
        }
        let lower = name.to_lowercase();
        let staff = self.catalogue.staff.iter().find(|(_, known)| known.to_lowercase() == lower);
        Some(staff.map_or(Trainer::Named(name), |(id, _)| Trainer::Staff(*id)))
    }

    /// The whole form.
    pub(super) fn read(&self, cx: &Context) -> Result<Read, Unread> {
        let frame = self.frame(cx)?;
        if frame.title.is_empty() {
            return Err((TITLE, cx.t("event-fault-no-title")));
        }
        let held_on = self.day(cx).ok_or_else(|| (DAY, cx.t("calendar-fault-day")))?;
        match self.rule(cx)? {
            None => Ok(Read::Session(SessionDraft { frame, held_on })),
            Some(rule) => {
                let from = typed::day(&self.value(FROM), cx.today());
                let from =
                    if self.of.is_series() { from.ok_or_else(|| (FROM, cx.t("calendar-fault-day")))? } else { held_on };
                Ok(Read::Series(SeriesDraft { frame, rule }, from))
            }
        }
    }

    /// The days on which it would be held, as far as the form can be read.
    pub(super) fn days(&self, cx: &Context) -> Vec<NaiveDate> {
        match self.rule(cx) {
            Ok(Some(rule)) if rule.fault().is_none() => rule.days().collect(),
            Ok(None) => self.day(cx).into_iter().collect(),
            _ => Vec::new(),
        }
    }
}
