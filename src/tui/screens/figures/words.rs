//! What the rows of numbers are called, and what each number means, in a sentence.

use super::{Column, Line};
use crate::domain::date;
use crate::domain::event::figures::{EventFigures, FigureScope, Part, Period, Step, Which};
use crate::office::events::number_words;
use crate::tui::app::Context;
use chrono::Datelike;

/// `2026 рік`, `листопад 2026`, `01.09.2026 – 21.11.2026`, `увесь час`.
pub(super) fn period(period: Period, cx: &Context) -> String {
    match period {
        Period::Month(day) => number_words::month(day, &cx.texts),
        Period::Year(day) => cx.tv("figures-year", &[("year", day.year().to_string().into())]),
        Period::Days(from, until) => format!("{} – {}", date::show(from), date::show(until)),
        Period::Always => cx.t("figure-time-always"),
    }
}

/// What stands under a bar: `січ`, `21.11`, `2026`.
pub(super) fn bar(which: &Which, figures: &EventFigures, cx: &Context) -> String {
    match (which, figures.step) {
        (Which::Days(from, _), Step::Month) => cx.t(&format!("month-short-{}", from.month())),
        (Which::Days(from, _), Step::Year) => from.year().to_string(),
        (Which::Days(from, _), _) => format!("{:02}", from.day()),
        (Which::Session(id), _) => {
            let found = figures.sessions.iter().find(|(session, ..)| session == id);
            found.map(|(_, day, _)| day.format("%d.%m").to_string()).unwrap_or_default()
        }
        _ => String::new(),
    }
}

/// What a number means, and what Enter opens.
pub(super) fn why(line: &Line, column: Column, scope: &FigureScope, cx: &Context) -> String {
    let id = match (line, column) {
        (Line::Gap | Line::Head(_), _) => return String::new(),
        (Line::Average, _) => "figure-why-average",
        (Line::Open, _) => "figure-why-open",
        (Line::Row(row), column) => match (&row.which, row.part, column) {
            (Which::All, _, Column::Sessions) => "figure-why-sessions",
            (Which::All, _, Column::Visits) => "figure-why-visits",
            (Which::All, _, Column::People) => "figure-why-people",
            (Which::Children, ..) => "figure-why-children",
            (Which::Newcomers, ..) => match scope {
                FigureScope::All => "figure-why-newcomers-all",
                FigureScope::Programme(_) => "figure-why-newcomers-programme",
                FigureScope::Series(_) => "figure-why-newcomers-series",
                FigureScope::Session(_) => "figure-why-newcomers-session",
            },
            (_, Part::Unnamed, _) => "figure-why-unnamed",
            (_, Part::Sex, _) => "figure-why-sex",
            (_, Part::Age, _) => "figure-why-age",
            (_, Part::Category, _) => "figure-why-category",
            (_, Part::Area, _) => "figure-why-area",
            (_, Part::Kind, _) => "figure-why-kind",
            (_, Part::Time | Part::Whole, _) => "figure-why-time",
        },
    };
    cx.t(id)
}
