//! Events in numbers as people use them: keys at the desk, and how it looks.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

use common::flow::Flow;
use common::{AnOffice, a_family_of, an_office, day};
use rstest::rstest;
use stiika::domain::category::CategoryCode;
use stiika::domain::event::figures::{FigureScope, Which};
use stiika::domain::event::{
    EventKindCode, Frame, Heads, MarkSource, Outcome, Pattern, Recurrence, SeriesDraft, SessionDraft, Weekdays,
};
use stiika::domain::id::{PersonId, SeriesId, SessionId};
use stiika::domain::sheet::Cell;
use stiika::domain::staff::{Right, Role};
use stiika::office::events::MarkOrder;
use stiika::office::{Office, OfficeError, PaperRequest};
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
fn visits_and_people_stand_side_by_side_and_every_number_says_what_it_is() {
    let mut desk = a_desk_of(Role::Director);
    desk.keys(TO_FIGURES)
        .shows("усі заходи")
        .shows("2026 рік")
        .shows("▸Разом                               6           [26]       7");
    desk.shows("Відвідування: кожен, хто прийшов, щоразу");
    desk.keys("<Right>").shows("[7]").shows("Різні люди: кожен, відмічений на ім’я, один раз");
    desk.keys("<Left><Left>").shows("[6]").shows("Скасовані");
    desk.keys("<Down>").shows("[4,3]").shows("Відвідування, поділені на проведені заходи");
    desk.keys("<Down>").shows("[1]").shows("журнал не закрито");
    desk.keys("<Down><Down>").shows("▸Уперше").shows("не були на жодному заході");
    desk.keys("<Down>").shows("▸Без імен: жінки").shows("ніколи до людей");
}

#[test]
fn a_number_opens_its_names_and_a_name_its_card() {
    let mut desk = a_desk_of(Role::CaseWorker);
    desk.keys(TO_FIGURES).keys("<Down><Down><Down>").shows("▸Діти").keys("<Enter>");
    desk.shows("усі заходи · Діти").shows("4 людини · 9 відвідувань");
    desk.shows("Шевченко Ганна Іванівна").hides("Шевченко Оксана").hides("без імен");
    // Typing finds, Enter opens the card of the family.
    desk.keys("бонд ган").shows("Бондар Ганна Іванівна").hides("Шевченко Ганна").keys("<Enter>");
    assert_eq!(desk.model.top().unwrap().scope(), Scope::Card);
    desk.shows("Бондар").keys("<Esc><Esc><Esc>").shows("▸Діти");
    // F3 as on every list.
    desk.keys("<Enter><F3>");
    assert_eq!(desk.model.top().unwrap().scope(), Scope::Card);
}

#[test]
fn heads_without_names_are_said_beside_the_names_and_never_among_them() {
    let mut desk = a_desk_of(Role::CaseWorker);
    desk.keys(TO_FIGURES).keys("<Right><Enter>").shows("7 людей · 13 відвідувань · і ще 13 без імен");
    desk.keys("<Esc><Down><Down><Down><Down><Down><Enter>");
    desk.shows("Без імен: жінки").shows("1 захід").shows("Грамотність для жінок").hides("Підлітковий");
}

#[test]
fn events_behind_a_number_open_their_own_numbers() {
    let mut desk = a_desk_of(Role::Administrator);
    desk.keys(TO_FIGURES).keys("<Left><Enter>").shows("6 заходів").shows("не закрито").shows("Група «Опора»");
    // Who was there is corrected in the register.
    desk.keys("грам<F6>").shows("Грамотність для жінок · вівторок 15.09.2026").shows("⌕   ім’я").keys("<Esc>");
    desk.keys("<Enter>").shows("Грамотність для жінок · 15.09.2026").shows("[15]").hides("У середньому");
    desk.keys("<PgUp>").shows("Тут час не змінюється").keys("4").shows("Тут час не змінюється");
    desk.keys("<Esc><Esc><Esc>").shows("усі заходи");
}

#[test]
fn the_year_turns_and_turns_back() {
    let mut desk = a_desk_of(Role::Director);
    desk.keys(TO_FIGURES).keys("<PgUp>").shows("2025 рік").shows("За цей час нічого не проведено");
    desk.keys("<Enter><Down><Tab>").shows("2025 рік").keys("<Home><PgDn>").shows("2026 рік").shows("[26]");
    // A month, the month before it, days of one's own.
    desk.keys("41").shows("листопад 2026").keys("<PgUp>").shows("жовтень 2026").shows("[1]");
    desk.keys("<F4>6").shows("від 01.10.2026").keys("15092026<Tab>14092026<Enter>").shows("раніший");
    let again = "<Backspace>".repeat(8);
    desk.keys(&again).keys("15092026<Enter>").shows("15.09.2026 – 15.09.2026").shows("[15]");
    desk.keys("<PgDn>").shows("16.09.2026 – 16.09.2026");
    desk.keys("45").shows("Увесь час").shows("[26]").keys("<PgUp>").shows("Тут час не змінюється");
}

#[test]
fn a_programme_and_a_series_are_a_digit_away() {
    let mut desk = a_desk_of(Role::Director);
    desk.keys(TO_FIGURES).keys("2").shows("Яка програма").keys("1");
    desk.shows("програма «").shows("[9]").shows("січень 2026");
    desk.keys("3").shows("Який цикл").shows("Підлітковий клуб").keys("<Esc>").shows("програма «");
    desk.keys("3<Enter>").shows("Підсумки заходів · Підлітковий клуб").shows("Увесь час").shows("07.11.2026");
    // Back to everything, of this year again.
    desk.keys("1").shows("2026 рік").shows("[26]");
}

#[test]
fn whoever_may_not_know_of_a_restricted_group_sees_its_sum_and_none_of_its_names() {
    let mut desk = a_desk_of(Role::Director);
    desk.keys(TO_FIGURES).shows("[26]").keys("<Right><Enter>");
    desk.shows("6 людей · 11 відвідувань · і ще 13 без імен").hides("Гнатюк");
    desk.shows("Закрите для вас тут не названо: людей 1, відвідувань 2.");
    desk.keys("<Esc><Left><Left><Enter>").shows("5 заходів").hides("Опора");
    desk.shows("Закритих для вас заходів тут не названо: 1.");
    desk.keys("<Esc><Tab><Tab><Tab><Tab>").shows("сім’я військовослужбовця").hides("постраждала");
    let mut desk = a_desk_of(Role::CaseWorker);
    desk.keys(TO_FIGURES).keys("<Tab><Tab><Tab><Tab>").shows("постраждала від насильства");
    desk.keys("<Down><Down><Enter>").shows("постраждала").shows("Гнатюк");
    desk.keys("<F9>друк і файли<Enter>").shows("не стоїть на папері").hides("PDF");
}

#[test]
fn whoever_may_not_see_figures_hears_whom_to_ask() {
    let mut desk = a_desk_of(Role::Reception);
    desk.keys(TO_FIGURES).hides("усі заходи");
    assert_eq!(desk.model.top().unwrap().scope(), Scope::Window, "the menu stays and says why");
}

#[test]
fn what_other_desks_mark_is_counted_when_it_is_asked_for() {
    let mut desk = a_desk_of(Role::Director);
    desk.keys(TO_FIGURES).shows("[26]");
    let guests = people_of(&mut desk.office, "Дацюк Олена Іванівна", &[8], &[]);
    let late = event(&mut desk.office.office, "leisure", "Свято", "2026-11-20", |_| {});
    comes(&mut desk.office.office, late, &guests);
    desk.looks_around().shows("[26]").shows("пробіл перерахує").keys(" ").shows("[28]").hides("пробіл перерахує");
}

#[test]
fn the_numbers_go_onto_paper_with_what_they_mean_and_without_what_is_sensitive() {
    let mut desk = a_desk_of(Role::CaseWorker);
    desk.keys(TO_FIGURES).keys("<F9>друк і файли<Enter>").shows("Підсумки · усі заходи").shows("PDF").shows("CSV");
    let mut office = desk.office.another_desk();
    let (scope, from, until) = (FigureScope::All, day("2026-01-01"), day("2026-12-31"));
    let paper = |office: &mut Office, request: PaperRequest| office.paper(&request);
    let numbers = paper(&mut office, PaperRequest::Figures { scope: scope.clone(), from, until }).unwrap().sheet;
    let rows: Vec<String> =
        numbers.rows.iter().map(|row| row.cells.iter().map(Cell::shown).collect::<Vec<_>>().join("|")).collect();
    assert!(rows.contains(&"Разом|6|26|7".to_owned()), "{rows:#?}");
    assert!(rows.contains(&"У середньому на захід||4,3|".to_owned()), "{rows:#?}");
    assert!(rows.iter().any(|row| row.starts_with("сім’я військовослужбовця")), "{rows:#?}");
    assert!(!rows.iter().any(|row| row.contains("постраждала")), "{rows:#?}");
    assert!(numbers.closing.iter().any(|line| line.starts_with("Різні люди")));
    let people = PaperRequest::FigurePeople { scope: scope.clone(), from, until, which: Which::Children };
    let people = paper(&mut office, people).unwrap().sheet;
    assert_eq!(people.rows.len(), 4);
    assert!(people.closing.contains(&"Людей: 4, їхніх відвідувань: 9.".to_owned()), "{:?}", people.closing);
    let secret = Which::Category(CategoryCode("violence_survivor".to_owned()));
    let secret = PaperRequest::FigurePeople { scope: scope.clone(), from, until, which: secret };
    assert_eq!(paper(&mut office, secret).unwrap_err(), OfficeError::NotAllowed(Right::SeeSensitive));
    let held =
        paper(&mut office, PaperRequest::FigureSessions { scope, from, until, which: Which::All }).unwrap().sheet;
    assert_eq!(held.rows.len(), 6);
}

fn is(desk: &Flow, name: &str) {
    let lang = desk.model.cx.texts.lang().code();
    insta::assert_snapshot!(format!("{name}_{lang}_{}", desk.model.cx.size.0), desk.screen());
}

#[rstest]
fn how_it_looks(#[values(Lang::Uk, Lang::En)] lang: Lang, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let (mut main, _) = an_autumn();
    let at_desk = main.desk_of(Role::Director);
    let mut desk = Flow::of(main, at_desk, Lang::Uk);
    // By its Ukrainian name, and only then in the language of the picture.
    desk.keys(TO_FIGURES);
    let mut desk = if lang == Lang::En { desk.in_english() } else { desk }.sized(size.0, size.1);
    is(&desk, "figures_all");
    desk.keys("<Right><Enter>");
    is(&desk, "figures_names");
    desk.keys("<Esc><Left><Left><Enter>");
    is(&desk, "figures_events");
    desk.keys("<Esc>3<Enter>");
    is(&desk, "figures_series");
    desk.keys("4");
    is(&desk, "figures_period");
}
