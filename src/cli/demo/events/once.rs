//! What is held once: leisure with children, trainings for professionals, trips to villages, what was said on the radio.

use super::{For, TOWN, Year, expect, hours, taken};
use crate::cli::failure::Failure;
use crate::domain::event::{Audience, EventKindCode, Hours, Outcome, RegisterOf, SessionStatus};
use crate::office::event_files::SessionLine;
use crate::office::events::CalendarEntry;
use crate::office::{Office, Run};
use chrono::{Datelike, Weekday};

/// Villages to which the hub travels.
const VILLAGES: [&str; 4] = ["с. Жидичин", "с. Забороль", "с. Прилуцьке", "с. Княгининок"];

/// Who comes to leisure with children.
const CHILDREN: For = For { ages: (4, 13), women: false, military: false };

/// Leisure with children: kind and title.
const LEISURE: [(&str, &str); 8] = [
    ("leisure", "День настільних ігор"),
    ("master_class", "Майстер-клас «Лялька-мотанка»"),
    ("performance", "Похід до лялькового театру"),
    ("leisure", "Кіновечір для родин"),
    ("master_class", "Майстер-клас «Різдвяний пряник»"),
    ("performance", "Екскурсія до замку Любарта"),
    ("leisure", "Спортивна естафета «Тато, мама, я»"),
    ("master_class", "Майстер-клас «Писанка»"),
];

const TRAININGS: [&str; 4] = [
    "Тренінг «Раннє виявлення сімей у складних обставинах»",
    "Тренінг «Профілактика вигорання»",
    "Тренінг «Розмова з дитиною про війну»",
    "Тренінг «Оцінка потреб: новий порядок»",
];

const MEDIA: [(&str, &str); 3] = [
    ("radio", "Ефір: як узяти дитину в прийомну сім’ю"),
    ("publication", "Стаття про кабінет екстреної допомоги"),
    ("television", "Сюжет про підлітковий клуб"),
];

/// Where something is held, by whom and for whom.
struct Event<'a> {
    kind: &'a str,
    title: &'a str,
    /// Days from today.
    ahead: i64,
    hours: Hours,
    programme: &'a str,
    settlement: &'a str,
    audience: Audience,
    trainer: &'a str,
}

/// Holds a year of single events, and plans those of the coming weeks.
pub(super) fn hold(office: &mut Office, year: &mut Year) -> Result<(), Failure> {
    let mut lines = Vec::new();
    leisure(year, &mut lines);
    for_professionals(year, &mut lines);
    trips(year, &mut lines);
    in_the_media(year, &mut lines);
    taken(office.import_events(&lines, Run::Real, &mut |_, _| {})?)?;
    // The next ones for children have their lists.
    let coming = office.calendar(year.today, year.day(14))?.into_iter();
    let for_children = |entry: &CalendarEntry| {
        entry.series.is_none() && entry.frame.as_ref().is_some_and(|frame| frame.audience == Some(Audience::Children))
    };
    for entry in coming.filter(for_children) {
        let children = year.draw(CHILDREN, 14);
        expect(office, RegisterOf::Session(entry.session), &children)?;
    }
    Ok(())
}

/// Every other Sunday, and the coming ones.
fn leisure(year: &mut Year, lines: &mut Vec<SessionLine>) {
    let to_sunday =
        i64::from(Weekday::Sun.num_days_from_monday()) - i64::from(year.today.weekday().num_days_from_monday());
    for (number, week) in (-50..=8).step_by(2).enumerate() {
        let (kind, title) = LEISURE[number % LEISURE.len()];
        let event = Event {
            kind,
            title,
            ahead: to_sunday + week * 7,
            hours: hours((14, 0), (16, 0)),
            programme: "space_for_children",
            settlement: TOWN,
            audience: Audience::Children,
            trainer: "Марта Сидорук",
        };
        let mut line = planned(year, &format!("дозвілля-{:02}", number + 1), &event);
        if line.status == Some(SessionStatus::Held) {
            // Parents who sat by and whom nobody wrote down.
            line.heads = [Some(year.rng.between(2, 7)), Some(year.rng.below(3)), None];
            let children = year.draw(CHILDREN, 20);
            came(year, &line.key, &children, 80);
        }
        lines.push(line);
    }
}

/// Once a month, for those who work with families; they are counted and not named.
fn for_professionals(year: &mut Year, lines: &mut Vec<SessionLine>) {
    for number in 0..13 {
        let (kind, title) = match number {
            6 => ("round_table", "Круглий стіл «Місто, дружнє до родин»"),
            _ => ("training", TRAININGS[number % TRAININGS.len()]),
        };
        let event = Event {
            kind,
            title,
            ahead: -341 + i64::try_from(number).unwrap_or(0) * 29,
            hours: hours((9, 30), (13, 0)),
            programme: "training_centre",
            settlement: TOWN,
            audience: Audience::Professionals,
            trainer: "Галина Дяченко",
        };
        let mut line = planned(year, &format!("тренінг-{:02}", number + 1), &event);
        if line.status == Some(SessionStatus::Held) {
            line.heads = [Some(year.rng.between(9, 21)), Some(year.rng.below(5)), None];
        }
        lines.push(line);
    }
}

/// The women's hub comes to a village once a month.
fn trips(year: &mut Year, lines: &mut Vec<SessionLine>) {
    for number in 0..14 {
        let event = Event {
            kind: "mobile_trip",
            title: "Жіночий хаб у селі",
            ahead: -355 + i64::try_from(number).unwrap_or(0) * 28,
            hours: hours((11, 0), (13, 0)),
            programme: "women_hub",
            settlement: VILLAGES[number % VILLAGES.len()],
            audience: Audience::Families,
            trainer: "Наталія Бойчук",
        };
        let mut line = planned(year, &format!("виїзд-{:02}", number + 1), &event);
        line.rural = Some(true);
        if line.status == Some(SessionStatus::Held) {
            line.heads = [Some(year.rng.between(1, 6)), None, Some(year.rng.below(5))];
            let women = year.draw(For { ages: (25, 70), women: true, military: false }, 12);
            came(year, &line.key, &women, 75);
        }
        lines.push(line);
    }
}

/// What was said to everybody, and information events at which people are counted by heads.
fn in_the_media(year: &mut Year, lines: &mut Vec<SessionLine>) {
    for number in 0..9 {
        let (kind, title) = MEDIA[number % MEDIA.len()];
        let event = Event {
            kind,
            title,
            ahead: -330 + i64::try_from(number).unwrap_or(0) * 42,
            hours: Hours::default(),
            programme: "information",
            settlement: "",
            audience: Audience::Public,
            trainer: "",
        };
        lines.push(planned(year, &format!("медіа-{:02}", number + 1), &event));
    }
    for number in 0..5 {
        let event = Event {
            kind: "information",
            title: "Інформаційна година «Куди звернутися по допомогу»",
            ahead: -300 + i64::from(number) * 80,
            hours: hours((12, 0), (13, 0)),
            programme: "information",
            settlement: TOWN,
            audience: Audience::Public,
            trainer: "",
        };
        let mut line = planned(year, &format!("інфо-{:02}", number + 1), &event);
        if line.status == Some(SessionStatus::Held) {
            line.heads = [Some(year.rng.between(10, 30)), Some(year.rng.between(3, 12)), None];
        }
        lines.push(line);
    }
}

fn planned(year: &Year, key: &str, event: &Event<'_>) -> SessionLine {
    SessionLine {
        key: key.to_owned(),
        series: String::new(),
        kind: EventKindCode::from(event.kind),
        title: event.title.to_owned(),
        on: year.day(event.ahead),
        hours: event.hours,
        programme: Some(event.programme.into()),
        settlement: event.settlement.to_owned(),
        rural: None,
        audience: Some(event.audience),
        partner: None,
        trainer: event.trainer.to_owned(),
        heads: [None; 3],
        status: Some(if event.ahead < 0 { SessionStatus::Held } else { SessionStatus::Planned }),
        restricted: None,
    }
}

/// Most of those who were invited came, and a few who were not.
fn came(year: &mut Year, session: &str, people: &[String], turnout: u32) {
    for (number, person) in people.iter().enumerate() {
        let is_expected = number % 5 != 4;
        let outcome = if !is_expected || year.rng.percent(turnout) { Outcome::Present } else { Outcome::Absent };
        year.marks.put(session, person, is_expected, outcome);
    }
}
