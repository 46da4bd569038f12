//! What goes on from week to week: clubs, groups, courses.

use super::{Course, For, TOWN, Year, expect, hours, taken};
use crate::cli::failure::Failure;
use crate::domain::event::{
    AgeRange, Audience, EventKindCode, Frame, Outcome, Pattern, Recurrence, RegisterOf, SeriesDraft, SessionStatus,
    Trainer, Weekdays,
};
use crate::domain::id::PersonId;
use crate::office::event_files::{MarkLine, SessionLine};
use crate::office::events::SeriesSession;
use crate::office::{Office, Run};
use chrono::{Datelike, NaiveDate, Weekday};
use std::collections::BTreeSet;

/// On which days of the week.
enum On {
    These(&'static [Weekday]),
    /// On that of the day on which the office is made: whoever looks at it finds something to mark.
    Todays,
}

/// A series of the demo office.
struct Plan {
    kind: &'static str,
    title: &'static str,
    programme: &'static str,
    room: &'static str,
    /// Whoever holds it; nobody: whoever is signed in.
    trainer: &'static str,
    audience: Audience,
    on: On,
    start: (u32, u32),
    end: (u32, u32),
    /// Weeks from its first day until today, and from today until its last.
    weeks: (i64, i64),
    whom: For,
    most: usize,
    /// How many of a hundred come.
    turnout: u32,
    restricted: bool,
}

const CHILDREN: For = For { ages: (6, 10), women: false, military: false };
const TEENAGERS: For = For { ages: (12, 17), women: false, military: false };
const WOMEN: For = For { ages: (22, 65), women: true, military: false };
const ADULTS: For = For { ages: (20, 60), women: false, military: false };

/// The course whose people have their certificates.
const COURSE: &str = "Курс «Відповідальне батьківство»";

fn plans() -> Vec<Plan> {
    let plan = |kind, title, on| Plan {
        kind,
        title,
        programme: "family_centre",
        room: "hall",
        trainer: "Ірина Мельник",
        audience: Audience::Families,
        on,
        start: (17, 30),
        end: (19, 0),
        weeks: (40, 20),
        whom: ADULTS,
        most: 14,
        turnout: 72,
        restricted: false,
    };
    vec![
        Plan {
            programme: "space_for_children",
            trainer: "",
            audience: Audience::Children,
            start: (11, 0),
            end: (13, 0),
            weeks: (22, 28),
            whom: TEENAGERS,
            most: 31,
            turnout: 70,
            ..plan("club", "Підлітковий клуб «Простір»", On::These(&[Weekday::Sat]))
        },
        Plan {
            programme: "military_families",
            room: "quiet_room",
            trainer: "Оксана Левчук",
            whom: For { military: true, ..WOMEN },
            ..plan("support_group", "Група взаємопідтримки «Опора»", On::These(&[Weekday::Thu]))
        },
        Plan {
            programme: "women_hub",
            trainer: "Наталія Бойчук",
            start: (10, 0),
            end: (12, 0),
            weeks: (52, 12),
            whom: WOMEN,
            most: 32,
            turnout: 74,
            ..plan("support_group", "Жіночий хаб: ранкова кава", On::These(&[Weekday::Tue, Weekday::Fri]))
        },
        Plan {
            programme: "day_centre",
            room: "quiet_room",
            trainer: "Оксана Левчук",
            start: (16, 0),
            end: (17, 30),
            weeks: (16, 10),
            whom: WOMEN,
            most: 8,
            turnout: 80,
            restricted: true,
            ..plan("support_group", "Група для жінок, які пережили насильство", On::These(&[Weekday::Tue]))
        },
        Plan {
            room: "classroom",
            weeks: (15, -5),
            most: 15,
            turnout: 85,
            ..plan("course", COURSE, On::These(&[Weekday::Wed]))
        },
        Plan {
            programme: "foster_care",
            room: "classroom",
            trainer: "Галина Дяченко",
            start: (18, 0),
            end: (20, 0),
            weeks: (4, 8),
            most: 12,
            turnout: 90,
            ..plan("course", "Курс підготовки прийомних батьків", On::These(&[Weekday::Mon]))
        },
        Plan {
            programme: "space_for_children",
            room: "classroom",
            trainer: "Марта Сидорук",
            audience: Audience::Children,
            start: (10, 0),
            end: (11, 30),
            weeks: (12, 16),
            whom: For { ages: (2, 5), ..CHILDREN },
            most: 12,
            ..plan("club", "Група раннього розвитку «Сонечко»", On::Todays)
        },
        Plan {
            programme: "space_for_children",
            trainer: "",
            audience: Audience::Children,
            start: (15, 0),
            end: (16, 30),
            weeks: (18, 26),
            whom: CHILDREN,
            most: 16,
            ..plan("club", "Гурток малювання «Пензлик»", On::Todays)
        },
    ]
}

/// Makes every series, closes what was held, and gathers who came.
pub(super) fn hold(office: &mut Office, year: &mut Year) -> Result<(), Failure> {
    let me = office.staff().id;
    let (mut closed, mut courses) = (Vec::new(), Vec::new());
    for plan in plans() {
        let days = match plan.on {
            On::These(days) => Weekdays::of(days.iter().copied()),
            On::Todays => Weekdays::of([year.today.weekday()]),
        };
        let rule = Recurrence {
            pattern: Pattern::Weekly { every: 1, days },
            starts_on: year.day(-plan.weeks.0 * 7),
            ends_on: year.day(plan.weeks.1 * 7),
            except: holidays(year.today),
        };
        let trainer = match plan.trainer {
            "" => Trainer::Staff(me),
            name => Trainer::Named(name.to_owned()),
        };
        let of_ages = plan.audience == Audience::Children;
        let frame = Frame {
            hours: hours(plan.start, plan.end),
            programme: Some(plan.programme.into()),
            settlement: TOWN.to_owned(),
            room: Some(plan.room.into()),
            trainer: Some(trainer),
            audience: Some(plan.audience),
            ages: AgeRange {
                from: Some(plan.whom.ages.0).filter(|_| of_ages),
                to: Some(plan.whom.ages.1).filter(|_| of_ages),
            },
            capacity: u32::try_from(plan.most + 4).ok(),
            restricted: plan.restricted,
            ..Frame::new(EventKindCode::from(plan.kind), plan.title)
        };
        let deed = office.new_deed();
        let series = office.make_series(deed, &SeriesDraft { frame, rule })?;
        let sessions = office.series(series)?.sessions;
        let past: Vec<&SeriesSession> = sessions.iter().filter(|session| session.held_on < year.today).collect();
        let held = called_off(office, year, &past)?;
        closed.extend(held.iter().map(|session| line(&plan, session)));
        let people = came(year, &plan, &held);
        if plan.title == COURSE
            && let Some(last) = held.last()
        {
            let sessions = held.iter().map(|session| session.id.to_string()).collect();
            courses.push(Course { series, ended: last.held_on, sessions, keys: people, people: Vec::new() });
        }
        if let Some(session) = sessions.iter().find(|session| session.held_on == year.today)
            && plan.start < (11, 0)
        {
            under_way(year, &session.id.to_string(), &held);
        }
    }
    taken(office.import_events(&closed, Run::Real, &mut |_, _| {})?)?;
    for course in courses.into_iter().filter(|course| !course.keys.is_empty()) {
        let people = expect(office, RegisterOf::Series(course.series), &course.keys)?;
        year.course = Some(Course { people, ..course });
    }
    Ok(())
}

/// Whoever came to most of the course has a certificate.
pub(super) fn complete(office: &mut Office, year: &Year) -> Result<(), Failure> {
    let Some(course) = &year.course else { return Ok(()) };
    let came = |key: &String| {
        let batch = &year.marks.batch;
        let Some(person) = year.marks.people.get(key) else { return 0 };
        let mine = batch.lines.iter().filter(|line| line.person == *person && line.outcome == Outcome::Present);
        let is_its = |line: &&MarkLine| {
            batch.sessions.get(line.session as usize).is_some_and(|key| course.sessions.contains(key))
        };
        mine.filter(is_its).count()
    };
    let whole = course.keys.iter().zip(&course.people).filter(|(key, _)| came(key) * 10 >= course.sessions.len() * 7);
    let people: Vec<PersonId> = whole.map(|(_, person)| *person).collect();
    if people.is_empty() {
        return Ok(());
    }
    let deed = office.new_deed();
    office.complete(deed, course.series, &people, course.ended)?;
    Ok(())
}

/// Days on which nothing is held.
fn holidays(today: NaiveDate) -> BTreeSet<NaiveDate> {
    let days = [(1, 1), (12, 25), (8, 24)];
    let years = [today.year() - 1, today.year(), today.year() + 1];
    let all = years.into_iter().flat_map(|year| days.map(|(month, day)| NaiveDate::from_ymd_opt(year, month, day)));
    all.flatten().collect()
}

/// Calls one session off where there are many; the others were held.
fn called_off<'s>(
    office: &mut Office,
    year: &mut Year,
    past: &[&'s SeriesSession],
) -> Result<Vec<&'s SeriesSession>, Failure> {
    let mut held = past.to_vec();
    if held.len() > 10 {
        let place = year.rng.between(2, 7) as usize;
        let session = held.remove(place);
        let reason = *year.rng.pick(&["тривала повітряна тривога", "немає світла", "захворіла тренерка"]);
        let deed = office.new_deed();
        office.cancel_session(deed, session.id, reason)?;
    }
    Ok(held)
}

/// A session of the past as a file says it.
fn line(plan: &Plan, session: &SeriesSession) -> SessionLine {
    SessionLine {
        key: session.id.to_string(),
        series: String::new(),
        kind: EventKindCode::from(plan.kind),
        title: plan.title.to_owned(),
        on: session.held_on,
        hours: session.hours,
        programme: None,
        settlement: String::new(),
        rural: None,
        audience: None,
        partner: None,
        trainer: String::new(),
        heads: [None; 3],
        status: Some(SessionStatus::Held),
        restricted: None,
    }
}

/// Who came, and whom the list has: most are there from the beginning, some joined later, some stopped coming.
fn came(year: &mut Year, plan: &Plan, held: &[&SeriesSession]) -> Vec<String> {
    let people = year.draw(plan.whom, plan.most);
    let many = u32::try_from(held.len()).unwrap_or(u32::MAX);
    for (number, person) in people.iter().enumerate() {
        let joined = if number % 4 == 3 && plan.kind != "course" { year.rng.below(many / 2 + 1) } else { 0 } as usize;
        // Every ninth has missed the last four: the register says so to the trainer.
        let left = if number % 9 == 5 { held.len().saturating_sub(4) } else { held.len() };
        for (place, session) in held.iter().enumerate().skip(joined) {
            let outcome = match year.rng.below(100) {
                _ if place >= left => Outcome::Absent,
                roll if roll < plan.turnout => Outcome::Present,
                roll if roll < plan.turnout + 9 => Outcome::Excused,
                _ => Outcome::Absent,
            };
            year.marks.put(&session.id.to_string(), person, true, outcome);
        }
    }
    // A friend who came along and was on no list.
    let friends = year.draw(plan.whom, plan.most + 6);
    for friend in friends.iter().filter(|friend| !people.contains(friend)).take(4) {
        let place = year.rng.below(many.max(1)) as usize;
        if let Some(session) = held.get(place) {
            year.marks.put(&session.id.to_string(), friend, false, Outcome::Present);
        }
    }
    people
}

/// A session that began this morning: about half of those expected are marked.
fn under_way(year: &mut Year, today: &str, held: &[&SeriesSession]) {
    let Some(last) = held.last().map(|session| session.id.to_string()) else { return };
    let batch = &year.marks.batch;
    let Some(last) = year.marks.sessions.get(&last) else { return };
    let expected = batch.lines.iter().filter(|line| line.session == *last && line.expected == Some(true));
    let keys: Vec<String> =
        expected.filter_map(|line| batch.people.get(line.person as usize).cloned()).step_by(2).collect();
    for key in keys {
        year.of_today.put(today, &key, true, Outcome::Present);
    }
}
