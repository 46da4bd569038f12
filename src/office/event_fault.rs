//! The sentences of refused events, marks and enrolments: `event-fault-…`.

use crate::domain::date;
use crate::domain::event::{EnrolFault, EventFault, MOST_ENROLLED, MOST_SESSIONS, TITLE_CHARACTERS};
use crate::text::Value;
use std::borrow::Cow;

/// What is said of a fault.
pub(super) fn sentence(fault: &EventFault) -> (Cow<'static, str>, Vec<(&'static str, Value)>) {
    let plain = |id: &'static str| (Cow::Borrowed(id), Vec::new());
    let count = |id: &'static str, many: usize| (Cow::Borrowed(id), vec![("count", Value::from(many))]);
    match fault {
        EventFault::Title => ("event-fault-title".into(), vec![("most", Value::from(TITLE_CHARACTERS))]),
        EventFault::IsCampaign => plain("event-fault-is-campaign"),
        EventFault::EndWithoutStart => plain("event-fault-end-without-start"),
        EventFault::Ages => plain("event-fault-ages"),
        EventFault::Capacity => plain("event-fault-capacity"),
        EventFault::Rule(rule) => {
            (Cow::Owned(format!("event-fault-rule-{}", rule.code())), vec![("most", Value::from(MOST_SESSIONS))])
        }
        EventFault::Unknown(what, code) => {
            (Cow::Owned(format!("event-fault-unknown-{what}")), vec![("code", Value::from(code.as_str()))])
        }
        EventFault::NoSuchSession => plain("event-fault-no-such-session"),
        EventFault::NoSuchSeries => plain("event-fault-no-such-series"),
        EventFault::Restricted => plain("event-fault-restricted"),
        EventFault::NotPlanned(status) => {
            (Cow::Owned(format!("event-fault-not-planned-{}", status.code())), Vec::new())
        }
        EventFault::NotClosed => plain("event-fault-not-closed"),
        EventFault::NotCancelled => plain("event-fault-not-cancelled"),
        EventFault::NotYet { held_on } => {
            ("event-fault-not-yet".into(), vec![("date", Value::from(date::show(*held_on)))])
        }
        EventFault::SomebodyCame { present } => count("event-fault-somebody-came", *present),
        EventFault::Unmarked { names, count } => {
            let more = count.saturating_sub(names.len());
            let values = vec![
                ("names", Value::from(names.join(", "))),
                ("count", Value::from(*count)),
                ("more", Value::from(more)),
            ];
            (if more == 0 { "event-fault-unmarked".into() } else { "event-fault-unmarked-more".into() }, values)
        }
        EventFault::DayTaken(day) => ("event-fault-day-taken".into(), vec![("date", Value::from(date::show(*day)))]),
        EventFault::SeriesEnded(on) => {
            ("event-fault-series-ended".into(), vec![("date", Value::from(date::show(*on)))])
        }
        EventFault::Nobody => plain("event-fault-nobody"),
        EventFault::NotEnrolled => plain("event-fault-not-enrolled"),
        EventFault::Full { capacity } => ("event-fault-full".into(), vec![("count", Value::from(*capacity))]),
        EventFault::Heads => plain("event-fault-heads"),
    }
}

/// What is said of a fault of the list of those expected.
pub(super) fn enrolment(fault: &EnrolFault) -> (Cow<'static, str>, Vec<(&'static str, Value)>) {
    let plain = |id: &'static str| (Cow::Borrowed(id), Vec::new());
    match fault {
        EnrolFault::NobodyWaits => plain("enrol-fault-nobody-waits"),
        EnrolFault::Completed(number) => {
            ("enrol-fault-completed".into(), vec![("number", Value::from(number.as_str()))])
        }
        EnrolFault::InFuture => plain("enrol-fault-in-future"),
        EnrolFault::BeforeFirst(day) => {
            ("enrol-fault-before-first".into(), vec![("day", Value::from(date::show(*day)))])
        }
        EnrolFault::NothingHeld => plain("enrol-fault-nothing-held"),
        EnrolFault::TooMany(count) => {
            let values = vec![("count", Value::from(*count)), ("most", Value::from(MOST_ENROLLED))];
            ("enrol-fault-too-many".into(), values)
        }
        EnrolFault::NoFormerList => plain("enrol-fault-no-former-list"),
    }
}
