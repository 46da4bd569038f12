use super::grid::{Cell, Going, Grid};
use super::keys::next_outcome;
use super::rows::{self, At, Names};
use super::*;
use crate::domain::clock::Moment;
use crate::domain::event::{EventKindCode, Frame as EventFrame, Heads, Hours, Mark, RegisterOf};
use crate::domain::person::PersonName;
use crate::domain::settings::OfficeSettings;
use crate::domain::staff::{Role, Staff};
use crate::office::events::{Column, Marked, Register, RegisterRow};
use crate::office::{Found, OfficeProfile};
use crate::search::{Tier, Why};
use crate::text::Lang;
use crate::tui::app::message::register::RegisterTold;
use crate::tui::app::{Input, Model, Msg, Session, update};
use crate::tui::theme::ThemeName;
use crate::tui::widgets::chrome;
use chrono::{NaiveDate, TimeDelta};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use std::sync::Arc;
use uuid::Uuid;

fn now() -> Moment {
    Moment::parse_from_rfc3339("2026-11-21T10:42:00+02:00").unwrap()
}

fn person(number: usize) -> PersonId {
    PersonId(Uuid::from_u128(number as u128 + 1))
}

fn session(number: usize) -> SessionId {
    SessionId(Uuid::from_u128(number as u128 + 1_000_001))
}

fn mark(outcome: Outcome) -> Mark {
    Mark {
        outcome,
        reason: String::new(),
        expected: true,
        source: MarkSource::List,
        at: now(),
        by: "Олена".to_owned(),
        desk: "стійка-2".to_owned(),
    }
}

/// So many people and weekly dates, the last of which is today; all of them marked present but today.
fn a_register(people: usize, dates: usize) -> Register {
    let last = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    let column = |place: usize| Column {
        session: session(place),
        held_on: last - TimeDelta::weeks(i64::try_from(dates - 1 - place).unwrap()),
        hours: Hours::default(),
        status: SessionStatus::Planned,
        heads: Heads::default(),
        planned_on: None,
        reason: String::new(),
    };
    let row = |number: usize| RegisterRow {
        person: person(number),
        name: PersonName {
            surname: surname(number), given: "Софія".to_owned(), patronymic: "Іванівна".to_owned()
        },
        birth: None,
        age: Some(13),
        family: None,
        closed: false,
        died_on: None,
        enrolment: None,
        marks: (0..dates).map(|place| (place + 1 < dates).then(|| mark(Outcome::Present))).collect(),
        expected: vec![true; dates],
        missed_in_a_row: 0,
        outside_ages: false,
        newcomer: false,
    };
    Register {
        of: RegisterOf::Session(session(dates - 1)),
        frame: EventFrame::new(EventKindCode::from("club"), "Підлітковий клуб"),
        columns: (0..dates).map(column).collect(),
        rows: (0..people).map(row).collect(),
        under_cursor: dates - 1,
        waiting: Vec::new(),
        stamp: 0,
    }
}

fn surname(number: usize) -> String {
    let roots = ["Бондар", "Гнатюк", "Ковальчук", "Мельник", "Шевченко", "Кравець", "Лисенко"];
    let ends = ["", "ський", "енко", "ук", "ич"];
    format!("{}{}{}", roots[number % roots.len()], ends[number / 7 % ends.len()], ["", "ова", "ин"][number / 35 % 3])
}

/// A desk of a trainer with this register open, without an office.
fn a_desk(register: Register, size: (u16, u16)) -> Model {
    let mut cx = Context::new(Lang::Uk, ThemeName::Plain, size, now());
    let staff = Staff {
        id: crate::domain::id::StaffId(Uuid::nil()),
        login: "olena".to_owned(),
        name: "Олена К.".to_owned(),
        role: Role::Trainer,
        disabled_on: None,
    };
    let profile = OfficeProfile { name: "Луцький центр".to_owned(), community: None };
    let settings = OfficeSettings::default();
    cx.set_session(Some(Session { staff, profile, settings, catalogue: Arc::default(), nonce: Uuid::nil() }));
    let asked = register.columns[register.under_cursor].session;
    let mut model = Model::new(cx, Box::new(RegisterScreen::new(asked)));
    tell(&mut model, RegisterTold::Opened(asked, Ok(Box::new(register))));
    model
}

fn tell(model: &mut Model, told: RegisterTold) {
    update(model, Msg::Reply(Box::new(Reply::Attendance(told))));
}

fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    update(model, Msg::Input(Input::Key(key)))
}

fn screen(model: &Model) -> String {
    let (width, height) = model.cx.size;
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| chrome::draw(model, frame)).unwrap();
    let buffer = terminal.backend().buffer();
    let row = |y: u16| (0..width).map(|x| buffer[(x, y)].symbol()).collect::<String>();
    (0..height).map(row).collect::<Vec<_>>().join("\n")
}

fn shows(model: &Model, text: &str) {
    let screen = screen(model);
    assert!(screen.contains(text), "«{text}» is not on the screen:\n{screen}");
}

#[test]
fn the_asked_date_is_the_last_one_seen_and_older_ones_scroll() {
    let mut grid = Grid::new(a_register(1, 10));
    assert_eq!(grid.window(6), 4..10);
    grid.turn(-3);
    assert_eq!(grid.window(6), 4..10);
    grid.turn(-4);
    assert_eq!(grid.window(6), 2..8);
    grid.turn(-99);
    assert_eq!((grid.column, grid.window(6)), (0, 0..6));
    // At the first session of a series, what is to come stands beside it.
    let mut grid = Grid::new(Register { under_cursor: 0, ..a_register(1, 10) });
    assert_eq!(grid.window(6), 0..6);
    grid.turn(8);
    assert_eq!(grid.window(6), 3..9);
    assert_eq!(Grid::new(a_register(1, 1)).window(12), 0..1);
}

#[test]
fn sums_count_what_is_in_the_file_both_ways() {
    let mut register = a_register(3, 4);
    register.rows[0].marks[3] = Some(mark(Outcome::Present));
    register.rows[1].marks[3] = Some(mark(Outcome::Excused));
    register.rows[2].expected[3] = false;
    let mut grid = Grid::new(register);
    let sums = grid.sums(3);
    assert_eq!((sums.present, sums.expected, sums.due), (1, 2, 0));
    assert_eq!((grid.came(0), grid.came(1), grid.came(2)), ((4, 4), (3, 4), (3, 3)));
    let deed = DeedId(Uuid::from_u128(7));
    grid.going.push(Going { deed, session: session(3), person: person(2), outcome: Some(Outcome::Present) });
    assert_eq!(grid.sums(3).present, 1, "a mark that is under way is in no sum");
}

#[test]
fn a_mark_under_way_lies_over_what_is_read_and_leaves_with_its_answer() {
    let mut grid = Grid::new(a_register(2, 1));
    let deed = DeedId(Uuid::from_u128(7));
    grid.going.push(Going { deed, session: session(0), person: person(0), outcome: Some(Outcome::Present) });
    grid.renew(a_register(2, 1));
    assert_eq!(grid.cell(0, 0), Cell::Going(Some(Outcome::Present)));
    grid.answered(deed, &[(person(0), Some(mark(Outcome::Present)))]);
    assert_eq!(grid.cell(0, 0), Cell::Marked(Outcome::Present));
    grid.going.push(Going { deed, session: session(0), person: person(0), outcome: None });
    grid.refused(deed);
    assert_eq!(grid.cell(0, 0), Cell::Marked(Outcome::Present));
}

#[test]
fn a_press_makes_the_next_of_the_signs() {
    let turn = |outcome, expected| next_outcome(outcome, expected);
    assert_eq!(turn(None, true), Some(Outcome::Present));
    assert_eq!(turn(Some(Outcome::Present), true), Some(Outcome::Absent));
    assert_eq!(turn(Some(Outcome::Absent), true), None);
    assert_eq!(turn(Some(Outcome::Excused), true), Some(Outcome::Present));
    // Nobody waited for them, so they are not absent either.
    assert_eq!(turn(Some(Outcome::Present), false), None);
}

#[test]
fn a_name_in_the_other_layout_or_with_a_slip_is_found_on_the_list() {
    let register = a_register(7, 1);
    let names = Names::of(&register);
    let first = |typed: &str| rows::met(typed, &names, &register, &[]).first().copied();
    assert_eq!(first("ковальчу").map(|row| (row.at, row.is_near)), Some((At::Listed(2), false)));
    assert_eq!(first("rjdfkmxer").map(|row| row.at), Some(At::Listed(2)));
    assert_eq!(first("ковавчук").map(|row| (row.at, row.is_near)), Some((At::Listed(2), true)));
    assert_eq!(first("зінчук назар").map(|row| row.at), Some(At::Fresh));
}

#[test]
fn a_mark_is_hollow_until_it_is_in_the_file() {
    let mut model = a_desk(a_register(3, 3), (80, 24));
    let effects = press(&mut model, Key::Char(' '));
    let deed = effects.iter().find_map(|effect| match effect {
        Effect::Attendance(RegisterAsk::Mark { deed, .. }) => Some(*deed),
        _ => None,
    });
    shows(&model, "○");
    shows(&model, "є 0 з 3");
    let marks = vec![(person(0), Some(mark(Outcome::Present)))];
    let marked = Marked { marks, already: Vec::new(), warnings: Vec::new() };
    tell(&mut model, RegisterTold::Marked(deed.expect("a deed"), Ok(marked)));
    shows(&model, "є 1 з 3");
    assert!(!screen(&model).contains('○'));
}

#[test]
fn every_row_of_the_screen_has_its_width_and_long_names_are_cut_politely() {
    let mut register = a_register(12, 20);
    register.rows[0].name = PersonName {
        surname: "Нечуй-Левицька-Кропивницька".to_owned(),
        given: "Соломія-Анна".to_owned(),
        patronymic: "Костянтинівна".to_owned(),
    };
    register.rows[1].name.surname = "Кропивницькаова".to_owned();
    register.rows[1].missed_in_a_row = 4;
    for size in [(80, 24), (120, 40), (200, 60)] {
        let model = a_desk(register.clone(), size);
        let screen = screen(&model);
        let row = screen.lines().find(|line| line.contains("✗4")).expect("a row");
        assert!(row.ends_with('│') && row.contains("19/19"), "{screen}");
        assert_eq!(screen.lines().filter(|line| line.contains("│21.11")).count(), 1, "{screen}");
    }
    let model = a_desk(register.clone(), (80, 24));
    shows(&model, "Кропивницькаова Софія");
    let dates = |model: &Model| screen(model).lines().nth(3).expect("dates").matches('.').count();
    assert!(dates(&model) >= 6, "{}", screen(&model));
    assert!(dates(&a_desk(register, (120, 40))) >= 12);
}

/// Somebody of the register of people, as the search finds them.
fn found(number: u128, surname: &str) -> Found {
    Found {
        person: PersonId(Uuid::from_u128(number)),
        family: None,
        number: None,
        key: None,
        name: PersonName {
            surname: surname.to_owned(), given: "Катерина".to_owned(), patronymic: String::new()
        },
        birth: None,
        phone: None,
        address: String::new(),
        members: 1,
        children: 0,
        categories: Vec::new(),
        closed: false,
        tier: Tier::Exact,
        why: Why::Name,
        head: None,
    }
}

#[test]
fn enter_never_takes_somebody_whom_an_older_text_found() {
    let mut model = a_desk(a_register(2, 1), (80, 24));
    let mut generation = 0;
    let mut types = |model: &mut Model, text: &str| {
        for letter in text.chars() {
            for effect in press(model, Key::Char(letter)) {
                if let Effect::Attendance(RegisterAsk::Search { generation: asked, .. }) = effect {
                    generation = asked;
                }
            }
        }
        generation
    };
    let asked = types(&mut model, "зін");
    tell(&mut model, RegisterTold::Found(asked, Ok(vec![found(999, "Зіновишин")])));
    shows(&model, "Зіновишин Катерина");
    // The rest of the name and Enter come before the engine has answered.
    let asked = types(&mut model, "чук назар");
    let marks =
        |effects: &[Effect]| effects.iter().any(|one| matches!(one, Effect::Attendance(RegisterAsk::Mark { .. })));
    assert!(!marks(&press(&mut model, Key::Insert)));
    assert!(!marks(&press(&mut model, Key::Enter)));
    let told = RegisterTold::Found(asked, Ok(Vec::new()));
    assert!(!marks(&update(&mut model, Msg::Reply(Box::new(Reply::Attendance(told))))));
    shows(&model, "Рік або вік");
}

#[test]
fn a_name_of_the_register_typed_in_the_other_layout_is_no_doubtful_one() {
    let register = a_register(2, 1);
    let names = Names::of(&register);
    let by_layout = Found { tier: Tier::Close, why: Why::Layout, ..found(999, "Зінченко") };
    let is_near = |typed: &str| rows::met(typed, &names, &register, std::slice::from_ref(&by_layout))[0].is_near;
    assert!(!is_near("psyxtyrj"));
    assert!(!is_near("psyxtyrj rfnt"));
    // With a slip besides it merely resembles.
    assert!(is_near("psdxtyrj"));
}
