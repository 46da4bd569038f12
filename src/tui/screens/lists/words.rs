//! A filter in one line, as people would say it: what a saved filter is about, and what stands above a list whose form is folded.

use super::conditions::number;
use crate::domain::category::CategoryCode;
use crate::domain::date;
use crate::domain::filter::{Area, Filter, Span, State};
use crate::office::ListRow;
use crate::tui::app::Context;
use chrono::NaiveDate;

/// The filter in words. Lists are called by their names.
pub(in crate::tui::screens) fn of(filter: &Filter, lists: &[ListRow], cx: &Context) -> String {
    let mut parts = vec![cx.t(&format!("lists-words-{}", filter.state.code()))];
    let mut say = |id: &'static str, value: String| parts.push(cx.tv(id, &[("value", value.into())]));
    for (id, codes) in [
        ("lists-words-any", &filter.any_of),
        ("lists-words-every", &filter.all_of),
        ("lists-words-none", &filter.none_of),
    ] {
        if !codes.is_empty() {
            say(id, short(codes, if id == "lists-words-any" { " / " } else { ", " }, cx));
        }
    }
    if let Some(day) = filter.in_force_on {
        say("lists-words-day", date::show(day));
    }
    if let Some(place) = &filter.settlement {
        say("lists-words-place", place.name.clone());
    }
    if let Some(district) = &filter.district {
        say("lists-words-district", district.clone());
    }
    if !filter.street.is_empty() {
        say("lists-words-street", filter.street.clone());
    }
    if let Some(area) = filter.area {
        say("lists-words-place", cx.t(if area == Area::Rural { "lists-area-rural" } else { "lists-area-urban" }));
    }
    for (id, span) in [
        ("lists-words-age", filter.child_age),
        ("lists-words-children", filter.children),
        ("lists-words-members", filter.members),
    ] {
        if !span.is_open() {
            say(id, self::span(span));
        }
    }
    if !filter.registered.is_open() {
        say("lists-words-registered", days(filter.registered));
    }
    if let Some(day) = filter.contact_since {
        say("lists-words-contact", date::show(day));
    }
    if let Some(day) = filter.no_contact_since {
        say("lists-words-no-contact", date::show(day));
    }
    if let Some(day) = filter.no_aid_since {
        say("lists-words-no-aid", date::show(day));
    }
    if !filter.missing.is_empty() {
        let missing: Vec<String> =
            filter.missing.iter().map(|missing| cx.t(&format!("lists-missing-{}", missing.code()))).collect();
        say("lists-words-missing", missing.join(" / "));
    }
    if !filter.name.is_empty() {
        say("lists-words-name", filter.name.clone());
    }
    if let Some(list) = filter.list {
        let name = lists.iter().find(|row| row.id == list).map_or_else(|| "…".to_owned(), |row| row.name.clone());
        say("lists-words-list", name);
    }
    parts.join(" · ")
}

/// One condition that stands alone, as one of [`Filter::parts`]: what it asks for, or the state where it asks for nothing else.
pub(super) fn condition(part: &Filter, lists: &[ListRow], cx: &Context) -> String {
    let whole = of(part, lists, cx);
    match whole.split_once(" · ") {
        Some((_, asked)) => asked.to_owned(),
        None => whole,
    }
}

/// Whether the filter asks for nothing but open entries.
pub(in crate::tui::screens) fn is_plain(filter: &Filter) -> bool {
    *filter == Filter { state: State::Open, ..Filter::default() }
}

fn short(codes: &[CategoryCode], between: &str, cx: &Context) -> String {
    codes.iter().map(|code| cx.texts.code("short", &code.0)).collect::<Vec<_>>().join(between)
}

/// A span as it is typed: `6-11`, `3+`, `0-2`, `4`.
pub(in crate::tui::screens) fn span(span: Span<u32>) -> String {
    match (span.from, span.to) {
        (None, None) => String::new(),
        (Some(from), Some(to)) if from == to => from.to_string(),
        (Some(from), Some(to)) => format!("{from}-{to}"),
        (Some(from), None) => format!("{from}+"),
        (None, Some(to)) => format!("0-{to}"),
    }
}

fn days(span: Span<NaiveDate>) -> String {
    match (span.from, span.to) {
        (Some(from), Some(to)) => format!("{}–{}", date::show(from), date::show(to)),
        (Some(from), None) => format!("≥ {}", date::show(from)),
        (None, Some(to)) => format!("≤ {}", date::show(to)),
        (None, None) => String::new(),
    }
}

/// Reads `6-11`, `6–11`, `6+`, `6-`, `-11`, `6`; an empty text is an open span, anything else is none.
pub(in crate::tui::screens) fn read_span(text: &str) -> Option<Span<u32>> {
    let text: String = text.chars().filter(|sign| *sign != ' ').collect();
    if text.is_empty() {
        return Some(Span::default());
    }
    if let Some(from) = text.strip_suffix('+') {
        return Some(Span { from: Some(number(from)?), to: None });
    }
    let Some((from, to)) = text.split_once(['-', '–', '—']) else {
        let only = number(&text)?;
        return Some(Span { from: Some(only), to: Some(only) });
    };
    let end = |text: &str| if text.is_empty() { Some(None) } else { number(text).map(Some) };
    let (from, to) = (end(from)?, end(to)?);
    let is_in_order = from.zip(to).is_none_or(|(from, to)| from <= to);
    ((from.is_some() || to.is_some()) && is_in_order).then_some(Span { from, to })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_is_read_as_people_write_it() {
        let read = |text: &str| read_span(text).map(|span| (span.from, span.to));
        assert_eq!(read("6-11"), Some((Some(6), Some(11))));
        assert_eq!(read("6 – 11"), Some((Some(6), Some(11))));
        assert_eq!(read("3+"), Some((Some(3), None)));
        assert_eq!(read("3-"), Some((Some(3), None)));
        assert_eq!(read("-2"), Some((None, Some(2))));
        assert_eq!(read("4"), Some((Some(4), Some(4))));
        assert_eq!(read(""), Some((None, None)));
        for wrong in ["11-6", "шість", "-", "1-2-3", "+", "99999999999"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
        for span in [
            Span { from: Some(6), to: Some(11) },
            Span { from: Some(3), to: None },
            Span { from: Some(4), to: Some(4) },
        ] {
            assert_eq!(read_span(&self::span(span)), Some(span));
        }
    }
}
