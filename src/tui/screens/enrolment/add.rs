//! How many come onto the list at once: which way, from which former list, by which filter.

use super::numbered::Numbered;
use crate::domain::date;
use crate::domain::event::RegisterOf;
use crate::domain::filter::{Filter, State};
use crate::office::Choices;
use crate::office::events::EnrolmentFrom;
use crate::tui::app::Context;
use crate::tui::screens::lists::{filter_in_words, is_plain};

/// The ways, in the order of their digits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Way {
    LastTime,
    Filter,
    File,
    Hand,
}

impl Way {
    pub(super) const ALL: [Self; 4] = [Self::LastTime, Self::Filter, Self::File, Self::Hand];

    fn code(self) -> &'static str {
        match self {
            Self::LastTime => "last-time",
            Self::Filter => "filter",
            Self::File => "file",
            Self::Hand => "hand",
        }
    }
}

/// Which way.
pub(super) fn how(cx: &Context) -> Numbered {
    let row = |way: Way| {
        let id = format!("enrol-add-{}", way.code());
        (cx.t(&id), cx.t(&format!("{id}-help")))
    };
    Numbered::new(cx.t("enrol-add-title"), Way::ALL.map(row).into(), (String::new(), cx.t("enrol-add-keys")))
}

/// From which former list.
pub(super) fn sources(sources: &[EnrolmentFrom], cx: &Context) -> Numbered {
    let row = |one: &EnrolmentFrom| {
        let of = match one.from {
            RegisterOf::Series(_) => cx.t("enrol-source-series"),
            RegisterOf::Session(_) => cx.tv("enrol-source-came", &[("day", date::show(one.day).into())]),
        };
        let people = cx.tv("enrol-source-people", &[("count", one.count.into())]);
        (one.title.clone(), format!("{of} · {people}"))
    };
    let rows = sources.iter().map(row).collect();
    let note = if sources.is_empty() { cx.t("enrol-source-none") } else { String::new() };
    Numbered::new(cx.t("enrol-source-title"), rows, (note, cx.t("enrol-source-keys")))
}

/// The filters that are offered: those that are saved, and everybody.
pub(super) fn filters(choices: &Choices, cx: &Context) -> Vec<(String, Filter)> {
    let everybody = (cx.t("enrol-filter-all"), Filter { state: State::Open, ..Filter::default() });
    let saved = choices.filters.iter().map(|saved| (saved.name.clone(), saved.filter.clone()));
    saved.take(8).chain([everybody]).collect()
}

/// By which filter.
pub(super) fn by_filter(filters: &[(String, Filter)], choices: &Choices, cx: &Context) -> Numbered {
    let row = |(name, filter): &(String, Filter)| {
        let said = if is_plain(filter) { String::new() } else { filter_in_words(filter, &choices.lists, cx) };
        (name.clone(), said)
    };
    let rows = filters.iter().map(row).collect();
    let note = if choices.filters.is_empty() { cx.t("enrol-filter-none") } else { String::new() };
    Numbered::new(cx.t("enrol-filter-title"), rows, (note, cx.t("enrol-filter-keys")))
}
