//! How the register says things: signs of marks, days, who marked what when, and what is unusual about a mark.

use super::grid::{Cell, Grid};
use crate::domain::date;
use crate::domain::event::{Hours, Mark, MarkWarning, Outcome, SessionStatus};
use crate::domain::id::{FamilyId, PersonId};
use crate::domain::person::PersonName;
use crate::office::events::{Column, Marked, RegisterRow};
use crate::tui::app::{Context, Effect, Step};
use crate::tui::screens::card::Card;
use crate::tui::screens::person::PersonScreen;
use crate::tui::widgets::text::{cut, width};
use chrono::{Datelike, NaiveDate};

/// So many sessions missed one after another are worth a sign.
const MISSED: u32 = 3;

/// The sign of a cell: told apart by shape, so that colour says nothing alone.
pub(super) fn sign(cell: Cell, cx: &Context) -> String {
    match cell {
        Cell::Marked(Outcome::Present) => "●".to_owned(),
        Cell::Marked(Outcome::Absent) => "–".to_owned(),
        Cell::Marked(Outcome::Excused) => cx.t("register-sign-excused"),
        Cell::Going(Some(Outcome::Present)) => "○".to_owned(),
        Cell::Going(_) => "…".to_owned(),
        Cell::Due => "·".to_owned(),
        Cell::Blank => " ".to_owned(),
        Cell::Off => "×".to_owned(),
    }
}

/// What is to be known of somebody at a glance, the most telling alone.
pub(super) fn remark(row: &RegisterRow, cx: &Context) -> String {
    if row.died_on.is_some() {
        "†".to_owned()
    } else if row.missed_in_a_row >= MISSED {
        format!("✗{}", row.missed_in_a_row)
    } else if row.newcomer {
        cx.t("register-sign-newcomer")
    } else if row.outside_ages {
        cx.t("register-sign-ages")
    } else if row.closed {
        cx.t("register-sign-closed")
    } else {
        String::new()
    }
}

/// A name in so many cells: whole, without the patronymic, with initials, and cut only then.
pub(super) fn name_in(name: &PersonName, cells: usize) -> String {
    let without = format!("{} {}", name.surname, name.given);
    [name.full(), without, name.short()]
        .into_iter()
        .find(|text| width(text) <= cells)
        .unwrap_or_else(|| cut(&name.short(), cells))
}

/// `11:00–13:00`; nothing where no start is said.
pub(super) fn hours(hours: Hours) -> String {
    let show = |time: chrono::NaiveTime| time.format("%H:%M").to_string();
    match (hours.start.map(show), hours.end.map(show)) {
        (Some(start), Some(end)) => format!("{start}–{end}"),
        (Some(start), None) => start,
        (None, _) => String::new(),
    }
}

fn weekday(day: NaiveDate, cx: &Context) -> String {
    cx.t(&format!("register-weekday-{}", day.weekday().number_from_monday()))
}

/// `субота 21.11.2026 · 11:00–13:00`, with where the session stands.
pub(super) fn day_of(column: &Column, cx: &Context) -> String {
    let mut parts = vec![format!("{} {}", weekday(column.held_on, cx), date::show(column.held_on))];
    let hours = hours(column.hours);
    if !hours.is_empty() {
        parts.push(hours);
    }
    if column.status != SessionStatus::Planned {
        parts.push(cx.t(&format!("register-status-{}", column.status.code())));
    }
    parts.join(" · ")
}

/// `25.11 о 10:42, Олена, стійка-2`.
fn made(mark: &Mark, cx: &Context) -> String {
    let at = mark.at.with_timezone(&cx.now.timezone());
    let day = if at.date_naive().year() == cx.today().year() { "%d.%m" } else { "%d.%m.%Y" };
    let values = [
        ("day", at.format(day).to_string().into()),
        ("time", at.format("%H:%M").to_string().into()),
        ("by", mark.by.as_str().into()),
        ("desk", mark.desk.as_str().into()),
    ];
    cx.tv(if mark.desk.is_empty() { "register-made" } else { "register-made-desk" }, &values)
}

/// What a second try hears.
pub(super) fn already(name: &str, mark: &Mark, cx: &Context) -> String {
    let outcome = cx.t(&format!("register-outcome-{}", mark.outcome.code()));
    cx.tv("register-already", &[("name", name.into()), ("outcome", outcome.into()), ("made", made(mark, cx).into())])
}

/// The line about the cell under the cursor.
pub(super) fn details(grid: &Grid, place: usize, cx: &Context) -> String {
    let (Some(row), Some(column)) = (grid.row(place), grid.at()) else { return String::new() };
    let mut parts = vec![format!("{} · {}", row.name.short(), column.held_on.format("%d.%m"))];
    match grid.cell(place, grid.column) {
        Cell::Going(_) => parts.push(cx.t("register-cell-going")),
        Cell::Due => parts.push(cx.t("register-cell-due")),
        Cell::Blank => parts.push(cx.t("register-cell-blank")),
        Cell::Off if column.reason.is_empty() => parts.push(cx.t("register-cell-off")),
        Cell::Off => parts.push(cx.tv("register-cell-off-why", &[("reason", column.reason.as_str().into())])),
        Cell::Marked(outcome) => {
            let said = cx.t(&format!("register-outcome-{}", outcome.code()));
            let mark = grid.mark(place, grid.column);
            let reason = mark.map(|mark| mark.reason.clone()).unwrap_or_default();
            parts.push(if reason.is_empty() { said } else { format!("{said}: {reason}") });
            if let Some(mark) = mark {
                let is_late = mark.at.with_timezone(&cx.now.timezone()).date_naive() > column.held_on;
                let made = made(mark, cx);
                parts.push(
                    cx.tv(if is_late { "register-marked-late" } else { "register-marked" }, &[("made", made.into())]),
                );
            }
        }
    }
    if let Some(day) = column.planned_on.filter(|day| *day != column.held_on) {
        parts.push(cx.tv("register-moved", &[("day", day.format("%d.%m").to_string().into())]));
    }
    let about = about(row, cx);
    if !about.is_empty() {
        parts.push(about);
    }
    parts.join(" · ")
}

/// What the sign beside a name means, in words.
fn about(row: &RegisterRow, cx: &Context) -> String {
    if let Some(day) = row.died_on {
        return cx.tv("register-about-died", &[("day", date::show(day).into())]);
    }
    if row.missed_in_a_row >= MISSED {
        return cx.tv("register-about-missed", &[("count", i64::from(row.missed_in_a_row).into())]);
    }
    let id = if row.newcomer {
        "register-about-newcomer"
    } else if row.outside_ages {
        "register-about-ages"
    } else if row.closed {
        "register-about-closed"
    } else {
        return String::new();
    };
    cx.t(id)
}

/// What is unusual about marks that were made all the same, in a sentence each.
pub(super) fn warnings(marked: &Marked, name: impl Fn(PersonId) -> String, cx: &Context) -> Option<String> {
    let one = |warning: &MarkWarning| match warning {
        MarkWarning::OutsideAges { person, age } => {
            cx.tv("register-warn-ages", &[("name", name(*person).into()), ("age", i64::from(*age).into())])
        }
        MarkWarning::OverCapacity { capacity, present } => cx
            .tv("register-warn-capacity", &[("capacity", i64::from(*capacity).into()), ("present", (*present).into())]),
        MarkWarning::EntryClosed { person } => cx.tv("register-warn-closed", &[("name", name(*person).into())]),
        MarkWarning::Dead { person, on } => {
            cx.tv("register-warn-dead", &[("name", name(*person).into()), ("day", date::show(*on).into())])
        }
        MarkWarning::SecondTimeToday { person, title } => {
            cx.tv("register-warn-second", &[("name", name(*person).into()), ("title", title.as_str().into())])
        }
    };
    let said: Vec<String> = marked.warnings.iter().take(MOST_WARNINGS).map(one).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// More sentences at once are not read.
const MOST_WARNINGS: usize = 2;

/// The step that opens the card of a family, or of a person without one.
pub(super) fn card_of(family: Option<FamilyId>, person: Option<PersonId>) -> Step {
    match (family, person) {
        (Some(family), _) => Step::push(Card::loading(family)).with(Effect::Card(family)),
        (None, Some(person)) => PersonScreen::open(person),
        (None, None) => Step::stay(),
    }
}
