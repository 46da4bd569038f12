//! Events in numbers as people use them: keys at the desk, and how it looks.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

#[path = "events/numbers.rs"]
mod numbers;

use common::flow::Flow;
use common::{AnOffice, a_family_of, an_office, day};
use rstest::rstest;
use stiika::domain::event::{
    EventKindCode, Frame, Heads, MarkSource, Outcome, Pattern, Recurrence, SeriesDraft, SessionDraft, Weekdays,
};
use stiika::domain::id::{PersonId, SeriesId, SessionId};
use stiika::domain::staff::Role;
use stiika::office::Office;
use stiika::office::events::MarkOrder;
use stiika::text::Lang;
use stiika::tui::commands::Scope;

const TO_FIGURES: &str = "<F9>підсумки заходів<Enter>";

fn people_of(office: &mut AnOffice, head: &str, ages: &[i32], categories: &[&str]) -> Vec<PersonId> {
    let family = ages.iter().fold(a_family_of(head), |family, age| family.with_child(*age));
    let family = categories.iter().fold(family, |family, code| family.with_category(code));
    let mut draft = family.draft();
    draft.registered_on = day("2026-01-10");
    let registered = office.register(&draft);
    office.office.card(registered.family).unwrap().members.iter().map(|member| member.person).collect()
}

fn comes(office: &mut Office, session: SessionId, people: &[PersonId]) {
    let order = |person: &PersonId| MarkOrder {
        person: *person,
        outcome: Some(Outcome::Present),
        reason: String::new(),
        source: MarkSource::List,
    };
    let deed = office.new_deed();
    office.mark(deed, session, &people.iter().map(order).collect::<Vec<_>>()).expect("marked");
}

fn closes(office: &mut Office, session: SessionId) {
    let deed = office.new_deed();
    office.mark_unmarked(deed, session, Outcome::Absent).expect("the others stayed at home");
    let deed = office.new_deed();
    office.close_session(deed, session).expect("closed");
}

fn event(office: &mut Office, kind: &str, title: &str, on: &str, change: impl FnOnce(&mut Frame)) -> SessionId {
    let mut frame = Frame::new(EventKindCode::from(kind), title);
    change(&mut frame);
    let deed = office.new_deed();
    office.make_session(deed, &SessionDraft { frame, held_on: day(on) }).expect("made")
}

/// A club of four Saturdays with two families' children, a training of the hub in a village with heads, a restricted group.
fn an_autumn() -> (AnOffice, SeriesId) {
    let mut main = an_office();
    let shevchenko = people_of(&mut main, "Шевченко Оксана Петрівна", &[6, 13], &["displaced"]);
    let bondar = people_of(&mut main, "Бондар Ганна Іванівна", &[14, 17], &["military"]);
    let hnatiuk = people_of(&mut main, "Гнатюк Марія Степанівна", &[], &["violence_survivor"]);
    let office = &mut main.office;
    let frame = Frame {
        programme: Some("guardianship".into()),
        settlement: "м. Луцьк".to_owned(),
        ..Frame::new(EventKindCode::from("club"), "Підлітковий клуб")
    };
    let rule = Recurrence {
        pattern: Pattern::Weekly { every: 1, days: Weekdays::of([chrono::Weekday::Sat]) },
        starts_on: day("2026-10-31"),
        ends_on: day("2026-11-28"),
        except: Default::default(),
    };
    let deed = office.new_deed();
    let club = office.make_series(deed, &SeriesDraft { frame, rule }).expect("a club");
    let sessions: Vec<SessionId> = office.series(club).unwrap().sessions.iter().map(|session| session.id).collect();
    comes(office, sessions[0], &[shevchenko[2]]);
    comes(office, sessions[1], &[shevchenko[1], shevchenko[2], bondar[1]]);
    comes(office, sessions[2], &[shevchenko[2], bondar[1], bondar[2]]);
    comes(office, sessions[3], &[bondar[1], bondar[2]]);
    for session in &sessions[..3] {
        closes(office, *session);
    }
    let training = event(office, "training", "Грамотність для жінок", "2026-09-15", |frame| {
        frame.programme = Some("women_hub".into());
        frame.settlement = "с. Жидичин".to_owned();
    });
    comes(office, training, &[shevchenko[0], bondar[0]]);
    let deed = office.new_deed();
    office.set_heads(deed, training, Heads { women: 12, men: 1, children: 0 }).expect("heads");
    closes(office, training);
    let group = event(office, "support_group", "Група «Опора»", "2026-03-05", |frame| {
        frame.programme = Some("women_hub".into());
        frame.restricted = true;
    });
    comes(office, group, &[hnatiuk[0], bondar[0]]);
    closes(office, group);
    (main, club)
}

fn a_desk_of(role: Role) -> Flow {
    let (mut main, _) = an_autumn();
    let at_desk = main.desk_of(role);
    Flow::of(main, at_desk, Lang::Uk)
}

#[test]
fn zz_look() {
    let mut desk = a_desk_of(Role::Administrator);
    desk.keys(TO_FIGURES);
    println!("{}", desk.screen());
    for keys in [
        "<Tab>",
        "<Tab>",
        "<Tab>",
        "<Enter>",
        "<Esc><Home><Right><Enter>",
        "<Esc><Left><Left><Enter>",
        "<Enter>",
        "<Esc><Esc>2",
        "<Enter>",
        "3",
        "<Enter>",
        "4",
        "6",
        "<Esc>",
    ] {
        desk.keys(keys);
        println!("{keys}\n{}", desk.screen());
    }
    let mut desk = desk.sized(120, 40);
    desk.keys("1");
    println!("{}", desk.screen());
    desk.keys("3<Enter>");
    println!("{}", desk.screen());
}
