//! What the numbers of events are called, on the screen and on paper alike.

use crate::domain::date;
use crate::domain::event::EventKindCode;
use crate::domain::event::figures::{EventFigures, FigureScope, Step, Tenths, Which};
use crate::domain::filter::Area;
use crate::text::{Lang, Texts};
use chrono::{Datelike, NaiveDate};

/// `Усі заняття`, `Програма «Простір для дітей»`, `Підлітковий клуб`.
pub fn scope(scope: &FigureScope, figures: Option<&EventFigures>, texts: &Texts) -> String {
    match scope {
        FigureScope::All => texts.get("figures-all"),
        FigureScope::Programme(code) => {
            texts.format("figures-programme", &[("name", texts.code("programme", code.as_str()).into())])
        }
        FigureScope::Series(_) => figures.map(|figures| figures.title.clone()).unwrap_or_default(),
        FigureScope::Session(_) => {
            figures.map(|figures| format!("{} · {}", figures.title, date::show(figures.from))).unwrap_or_default()
        }
    }
}

/// `листопад 2026`.
pub fn month(day: NaiveDate, texts: &Texts) -> String {
    format!("{} {}", texts.get(&format!("month-{}", day.month())), day.year())
}

/// A number with one decimal, as the language writes it.
pub fn tenths(number: Tenths, texts: &Texts) -> String {
    let (whole, tenth) = number.parts();
    let point = if texts.lang() == Lang::En { '.' } else { ',' };
    format!("{}{point}{tenth}", crate::text::count(i64::try_from(whole).unwrap_or(i64::MAX)))
}

/// What a row is called.
pub fn row(which: &Which, figures: &EventFigures, texts: &Texts) -> String {
    match which {
        Which::All => texts.get("figure-all"),
        Which::Children => texts.get("figure-children"),
        Which::Newcomers => texts.get("figure-newcomers"),
        Which::Open => texts.get("figure-open"),
        Which::Unnamed(head) => texts.get(&format!("figure-head-{}", head.code())),
        Which::Sex(Some(sex)) => texts.get(&format!("figure-sex-{}", sex.code())),
        Which::Age(band) if band.years().is_empty() => texts.get("figure-age-unknown"),
        Which::Age(band) => texts.format("figure-age", &[("years", band.years().into())]),
        Which::Sex(None) => texts.get("figure-unknown"),
        Which::Category(code) => texts.code("category", &code.0),
        Which::Area(area) => texts.get(match area {
            Some(Area::Urban) => "figure-area-urban",
            Some(Area::Rural) => "figure-area-rural",
            None => "figure-area-unknown",
        }),
        Which::Kind(kind) => kind_name(kind, texts),
        Which::Days(from, until) => days(*from, *until, figures.step, texts),
        Which::Session(id) => {
            let found = figures.sessions.iter().find(|(session, ..)| session == id);
            let (day, title) = found.map(|(_, day, title)| (date::show(*day), title.as_deref())).unwrap_or_default();
            match title {
                None => format!("{day} {}", texts.get("figures-restricted")),
                // Sessions are mostly called as their series is.
                Some(title) if title == figures.title => day,
                Some(title) => format!("{day} {title}"),
            }
        }
    }
}

fn days(from: NaiveDate, until: NaiveDate, step: Step, texts: &Texts) -> String {
    match step {
        Step::Day => date::show(from),
        Step::Month => month(from, texts),
        Step::Year => from.year().to_string(),
        Step::Session | Step::Whole => format!("{} – {}", date::show(from), date::show(until)),
    }
}

/// What a kind of events is called: by the office's own name, else by the program's.
fn kind_name(kind: &EventKindCode, texts: &Texts) -> String {
    let own = texts.code("event_kind", kind.as_str());
    if own != kind.as_str() {
        return own;
    }
    let shipped = format!("event-kind-{kind}");
    if texts.has(&shipped) { texts.get(&shipped) } else { texts.code("event-kind", kind.as_str()) }
}
