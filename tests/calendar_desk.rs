//! The calendar at the desk, as keys: a series in a few keys, what changes, moves and is called off, what others may not see, a file for a phone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;
#[path = "events/fixture.rs"]
mod fixture;

use common::flow::{Flow, a_desk, a_desk_of, keys};
use common::{AnOffice, LOGIN, a_family, an_office, day};
use fixture::{TODAY, club, frame, hours, make, make_one, session_on, store};
use rstest::rstest;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use stiika::domain::campaign::{CampaignDraft, Good};
use stiika::domain::event::{Frame, RegisterOf, SeriesDraft, SessionStatus, Trainer};
use stiika::domain::id::DeedId;
use stiika::domain::limit::Per;
use stiika::domain::sheet::Sheet;
use stiika::domain::staff::Role;
use stiika::domain::stock::{LocationCode, Quantity};
use stiika::exchange::FilesOfDisk;
use stiika::office::calendar_file::CalendarFile;
use stiika::office::events::{CalendarEntry, Enrolled};
use stiika::office::files::{Files, Listing};
use stiika::office::intake::{Book, Going, Said};
use stiika::office::{Office, PaperForm, Selection};
use stiika::store::StoreError;
use stiika::text::Lang;
use stiika::tui::app::message::calendar::CalendarTold;
use stiika::tui::app::{Input, Msg, Reply, update};
use stiika::tui::commands::Scope;
use stiika::tui::keys::Key;

/// The usual series, typed.
const CLUB: &str = "<F7>Підлітковий клуб<Tab><Tab><Tab>11-12.30<Tab> <Tab>22<F2>";

fn scope(desk: &Flow) -> Scope {
    desk.model.top().unwrap().scope()
}

fn entries(desk: &mut Flow, from: &str, until: &str) -> Vec<CalendarEntry> {
    desk.office.office.calendar(day(from), day(until)).unwrap()
}

fn days(desk: &mut Flow) -> Vec<String> {
    entries(desk, "2026-01-01", "2028-12-31").iter().map(|entry| entry.held_on.format("%d.%m").to_string()).collect()
}

/// Two rooms, which no screen of these stories makes.
fn with_rooms(main: &AnOffice) {
    let sql = "INSERT INTO room (code, name, name_en, settlement, position) VALUES \
               ('space', 'Простір', 'Space', 'м. Луцьк', 1), ('hall', 'Зала', 'Hall', '', 2)";
    store(&main.path()).transact(|tx| tx.execute_batch(sql).map_err(StoreError::from)).unwrap();
}

fn in_room(title: &str) -> SeriesDraft {
    let mut draft = club(title);
    draft.frame.room = Some("space".into());
    draft
}

#[test]
fn the_usual_series_is_made_in_few_keys() {
    let mut desk = a_desk();
    desk.keys("<F6>").shows("Календар · сьогодні, субота 21.11.2026").shows("Цього дня занять немає. F7");
    desk.keys(CLUB).shows("Збережено: Підлітковий клуб, 22 заняття, останнє 17.04.2027");
    desk.shows("▸ 11:00–12:30 Підлітковий клуб").shows("0/0 ○ заплановано");
    assert_eq!(days(&mut desk).len(), 22);
    let spent = keys(CLUB).len() - "Підлітковий клуб".chars().count();
    assert!(spent <= 18, "{spent} keys besides the title");
}

#[test]
fn the_form_says_which_days_come_of_it_while_it_is_typed() {
    let mut desk = a_desk();
    desk.keys("<F6><F7>Опора<Tab><Tab>2411<Tab>14-15.30<Tab>  <Tab>")
        .shows("Допишіть, до якого дня або скільки занять");
    desk.keys("3006<Tab>").shows("30.06.2027").shows("16 занять, останнє 22.06.2027 · через тиждень: вт");
    // Wednesdays besides, by the digit; the first two weeks of January are holidays.
    desk.keys("3").shows("[вт]").shows("[ср]").shows("32 заняття, останнє 23.06.2027");
    desk.keys("<Tab>0501 0601<Enter>").shows("[05.01]").shows("30 занять, останнє 23.06.2027");
    desk.keys("<F2>").shows("Збережено: Опора, 30 занять, останнє 23.06.2027");
    let made = days(&mut desk);
    assert_eq!((made.len(), made[0].as_str()), (30, "24.11"));
    assert!(!made.contains(&"05.01".to_owned()) && !made.contains(&"06.01".to_owned()));
}

#[test]
fn once_a_month_is_said_by_its_day() {
    let mut desk = a_desk();
    desk.keys("<F6><F7>Нарада<Tab>н<Tab>08.12<Tab>10<Tab>    ").shows("щодругого вівторка місяця");
    desk.keys("<Tab>3<F2>").shows("Збережено: Нарада, 3 заняття, останнє 09.02.2027");
    assert_eq!(days(&mut desk), ["08.12", "12.01", "09.02"]);
    assert_eq!(entries(&mut desk, "2026-12-08", "2026-12-08")[0].frame.as_ref().unwrap().kind.as_str(), "meeting");
}

#[test]
fn one_event_needs_a_title_a_day_and_an_hour() {
    let mut desk = a_desk();
    desk.keys("<F6><F7><F2>").shows("Впишіть назву").keys("Виїзд<Tab><Tab>вчора<F2>").shows("Це не дата");
    desk.keys("<Backspace><Backspace><Backspace><Backspace><Backspace>2511<Tab>25<F2>").shows("Це не час");
    desk.keys("<Backspace><Backspace>9<F2>").shows("Збережено: Виїзд");
    // The cursor goes where the new event is.
    desk.shows("Календар · середа 25.11.2026").shows("▸ 09:00       Виїзд");
    assert_eq!(days(&mut desk), ["25.11"]);
}

#[test]
fn what_is_rarely_said_waits_under_one_line() {
    let mut desk = a_desk();
    desk.keys("<F6><F7>Курс<Tab><Tab><Tab>18<Tab><Tab>жидич<Enter>").shows("с. Жидичин").hides("Нотатка");
    desk.keys("<Tab>12<Tab>Ірина Гостьова<Tab><Tab> ").shows("Нотатка").shows("за місцем: так");
    desk.keys("<Tab>  <Tab>12-16<Tab><Tab><Tab> <Tab>двері з двору<F2>").shows("Збережено: Курс");
    let made = entries(&mut desk, TODAY, TODAY).remove(0).frame.unwrap();
    assert_eq!((made.settlement.as_str(), made.capacity), ("с. Жидичин", Some(12)));
    assert_eq!((made.ages.from, made.ages.to, made.restricted), (Some(12), Some(16), true));
    assert_eq!(made.trainer, Some(Trainer::Named("Ірина Гостьова".to_owned())));
    assert_eq!((made.note.as_str(), made.rural), ("двері з двору", None));
    assert_eq!(made.audience.unwrap().code(), "children");
}

#[test]
fn a_clash_is_seen_before_it_is_made_and_where_it_is() {
    let main = an_office();
    with_rooms(&main);
    let at_desk = main.another_desk();
    let mut desk = Flow::of(main, at_desk, Lang::Uk);
    make(&mut desk.office.office, &in_room("Шахи"));
    desk.looks_around().keys("<F6><F7>Хор<Tab><Tab><Tab>12-13<Tab> <Tab>3<Tab><Tab><Tab>").hides("⚠");
    desk.keys("<Tab>").shows("Зал").keys(" ").shows("⚠ 21.11 зал зайнято: 11:00–12:30 «Шахи» · ще 2");
    // The room stands in a town: its place needs no typing.
    desk.shows("м. Луцьк").keys("<F2>").shows("Збережено: Хор");
    desk.shows("⚠ зал зайнято: 11:00–12:30 «Шахи»").shows("⚠ зал зайнято: 12:00–13:00 «Хор»");
    // A series that is changed does not clash with itself.
    desk.keys("<Home><Up><F4><Right><Enter>").shows("Змінити цикл").hides("«Шахи»").shows("12:00–13:00 «Хор»");
}

#[test]
fn a_session_is_called_off_with_a_reason_and_planned_again() {
    let mut desk = a_desk();
    make(&mut desk.office.office, &club("Шахи"));
    desk.keys("<F6><F8>").shows("Скасувати заняття").keys("<F2>").shows("Впишіть причину");
    desk.keys("карантин<Enter>").shows("Заняття скасовано.").shows("✗ скасовано").shows("карантин · заняття гуртка");
    assert_eq!(entries(&mut desk, TODAY, TODAY)[0].status, SessionStatus::Cancelled);
    desk.keys("<F8>").shows("Заняття відновлено").hides("✗");
    assert_eq!(entries(&mut desk, TODAY, TODAY)[0].status, SessionStatus::Planned);
}

#[test]
fn a_session_moves_with_its_reason_and_the_cursor_goes_with_it() {
    let mut desk = a_desk();
    make(&mut desk.office.office, &club("Шахи"));
    desk.keys("<F6><F9>Перенести<Enter>").shows("Перенести заняття").shows("21.11.2026");
    desk.keys("2211<Tab>15-16<Tab>відключення світла<F2>").shows("Заняття перенесено.");
    desk.shows("Календар · неділя 22.11.2026").shows("▸ 15:00–16:00 Шахи");
    desk.shows("перенесено з 21.11 · відключення світла");
    desk.keys("<Home>").shows("Цього дня занять немає");
    // Into another month as well.
    desk.keys("<Right><F9>Перенести<Enter>0501<Tab><Tab>свята<F2>").shows("Календар · вівторок 05.01.2027");
    desk.shows("▸ 15:00–16:00 Шахи");
}

#[test]
fn a_campaign_of_several_days_is_under_way_on_each_of_them_and_opens_its_own_screen() {
    let mut desk = a_desk();
    let campaign = CampaignDraft {
        title: "Миколай".to_owned(),
        starts_on: day("2026-11-20"),
        ends_on: day("2026-11-22"),
        programme: None,
        partner: None,
        location: LocationCode::storeroom(),
        settlement: String::new(),
        note: String::new(),
        goods: vec![Good { item: "hygiene_kit".into(), quantity: Quantity(1), per: Per::Family }],
    };
    let deed = desk.office.office.new_deed();
    desk.office.office.make_campaign(deed, &campaign).unwrap();
    desk.looks_around().keys("<F6>").shows("▸ увесь день  Миколай").shows("● триває").keys("<Right>").shows("● триває");
    desk.keys("<F8>").shows("Це благодійна акція: Enter відкриває її").keys("<Enter>");
    assert_eq!(scope(&desk), Scope::CampaignDay);
    // It is first of the day, and the session that comes is what the calendar opens on.
    desk.keys("<Esc><Esc>");
    make(&mut desk.office.office, &club("Шахи"));
    desk.looks_around().keys("<F6>").shows("  увесь день  Миколай").shows("▸ 11:00–12:30 Шахи");
}

#[test]
fn a_series_changes_from_a_day_on_and_one_session_by_itself() {
    let mut desk = a_desk();
    make(&mut desk.office.office, &club("Шахи"));
    desk.keys("<F6><F4>").shows("«Шахи» — заняття циклу. Що змінити?").keys("<Enter>").shows("Змінити захід");
    desk.hides("Повтор").keys(": турнір<F2>").shows("Збережено: Шахи: турнір").shows("▸ 11:00–12:30 Шахи: турнір");
    desk.keys("<Right><Right><Right><Right><Right><Right><Right>").shows("28.11.2026").keys("<F4><Right><Enter>");
    desk.shows("Змінити цикл").shows("28.11.2026").shows("05.12.2026");
    desk.keys("<Tab><Tab><Tab>16-17<F2>").shows("Збережено: Шахи").shows("▸ 16:00–17:00 Шахи");
    let all = entries(&mut desk, "2026-10-01", "2026-12-31");
    let at_four = all.iter().filter(|entry| entry.hours == hours("16:00", "17:00")).count();
    assert_eq!((all.len(), at_four), (6, 2));
}

#[test]
fn a_series_has_a_list_a_card_an_extra_date_and_an_end() {
    let mut desk = a_desk();
    make(&mut desk.office.office, &club("Шахи"));
    desk.keys("<F9>Цикли<Enter>").shows("Цикли занять").shows("▸ Шахи").shows("сб 21.11").shows("0/6");
    desk.keys("<Enter>").shows("щосуботи до 05.12.2026 · 11:00–12:30").shows("! не закрито");
    desk.shows("▸ сб 21.11.2026").shows("проведено 0 з 6");
    desk.keys("<F9>Додати дату<Enter>2411<Enter><Enter>")
        .shows("Дату додано.")
        .shows("вт 24.11.2026")
        .shows("додаткове");
    desk.keys("<F8>світла немає<F2>").shows("Заняття скасовано.").shows("✗ скасовано · світла немає");
    desk.keys("<F8>").shows("Заняття відновлено").hides("✗");
    desk.keys("<F9>Завершити<Enter>2411<Tab>канікули<F2>").shows("Цикл завершено.").shows("завершено 24.11.2026");
    assert_eq!(days(&mut desk).last().unwrap(), "24.11");
    desk.keys("<F4>").shows("Цей цикл завершено");
    desk.keys("<Up><Enter>");
    assert_eq!(scope(&desk), Scope::Register);
}

#[test]
fn the_cursor_stands_on_the_next_session_of_today_and_enter_opens_its_register() {
    let mut desk = a_desk();
    let at = |start, end| Frame { hours: hours(start, end), ..frame("Ранок") };
    make_one(&mut desk.office.office, &at("09:00", "10:00"), TODAY);
    make(&mut desk.office.office, &club("Шахи"));
    desk.keys("<F6>").shows("  09:00–10:00 Ранок").shows("! не закрито").shows("▸ 11:00–12:30 Шахи");
    desk.keys("<Enter>").shows("Шахи · субота 21.11.2026");
    assert_eq!(scope(&desk), Scope::Register);
    desk.keys("<Esc><Up><F3>")
        .shows("сьогодні, субота 21.11.2026 · 09:00–10:00")
        .keys("<Enter>")
        .shows("Ранок · субота");
}

#[test]
fn day_week_and_month_are_one_calendar() {
    let mut desk = a_desk();
    make(&mut desk.office.office, &club("Шахи"));
    desk.keys("<F6><Tab>").shows("тиждень 16.11–22.11.2026").shows("▸   11:00–12:30 Шахи").shows("сб 21.11 · сьогодні");
    desk.keys("<Down>").shows("▸нд 22.11 —").keys("<Down>").shows("тиждень 23.11–29.11.2026").shows("▸пн 23.11 —");
    desk.keys("<PgDn>").shows("тиждень 30.11–06.12.2026").keys("<Home><Tab>").shows("Календар · листопад 2026");
    desk.shows("▸21◂ ·1").keys("<Up>").shows("▸14 ·1").keys("<PgDn>").shows("грудень 2026").shows("▸14");
    desk.keys("<PgUp><PgUp>").shows("жовтень 2026").keys("<Home><Left><Enter>").shows("Календар · п’ятниця 20.11.2026");
    desk.keys("<Esc>");
    assert_eq!(scope(&desk), Scope::Home);
}

#[test]
fn enter_right_after_saving_opens_what_was_saved_and_nothing_else() {
    let mut desk = a_desk();
    make(&mut desk.office.office, &club("Шахи"));
    desk.keys("<F6>").shows("▸ 11:00–12:30 Шахи");
    let new = make_one(&mut desk.office.office, &Frame { hours: hours("15:00", "16:00"), ..frame("Виїзд") }, TODAY);
    // The office has said that it is made; the day has not been read again yet.
    let deed = desk.office.office.new_deed();
    let told = CalendarTold::Done(deed, Ok(Some((new, day(TODAY)))));
    let reading = update(&mut desk.model, Msg::Reply(Box::new(Reply::Calendar(told))));
    assert!(update(&mut desk.model, Msg::Input(Input::Key(Key::F(8)))).is_empty());
    assert!(update(&mut desk.model, Msg::Input(Input::Key(Key::Enter))).is_empty());
    assert_eq!(scope(&desk), Scope::Calendar);
    desk.performs(reading);
    assert_eq!(scope(&desk), Scope::Register);
    desk.shows("Виїзд ·").hides("Шахи");
}

#[test]
fn the_session_under_the_cursor_of_a_series_stays_there_when_another_desk_moves_dates() {
    let mut desk = a_desk();
    let series = make(&mut desk.office.office, &club("Шахи"));
    desk.keys("<F6><F9>цикли<Enter><Enter>").shows("▸ сб 21.11.2026");
    let last = session_on(&mut desk.office.office, series, "2026-12-05");
    let deed = desk.office.office.new_deed();
    desk.office.office.move_session(deed, last, day("2026-11-05"), hours("11:00", "12:30"), "зал").expect("moved");
    desk.looks_around().shows("чт 05.11.2026").shows("▸ сб 21.11.2026");
}

#[test]
fn what_is_asked_of_one_session_is_not_done_to_another() {
    let mut desk = a_desk();
    make_one(&mut desk.office.office, &Frame { hours: hours("09:00", "10:00"), ..frame("Виїзд") }, TODAY);
    let series = make(&mut desk.office.office, &club("Шахи"));
    let chess = session_on(&mut desk.office.office, series, TODAY);
    desk.keys("<F6>").shows("▸ 11:00–12:30 Шахи").keys("<F4>").shows("Шахи");
    // Another desk moves it to another day while the question stands.
    let deed = desk.office.office.new_deed();
    desk.office.office.move_session(deed, chess, day("2026-11-25"), hours("11:00", "12:30"), "зал").expect("moved");
    desk.looks_around().keys("<Enter>");
    assert_eq!(scope(&desk), Scope::SmallForm);
    let screen = desk.screen();
    let title = screen.lines().find(|line| line.contains("Назва")).unwrap();
    assert!(title.contains("Шахи"), "{screen}");
}

#[test]
fn in_a_month_commands_ask_for_a_session_and_in_an_empty_day_too() {
    let mut desk = a_desk();
    desk.keys("<F6><Tab><Tab><F8>").shows("Оберіть заняття: Enter відкриває день").keys("<Enter><F4>");
    desk.shows("Тут немає заняття під курсором").keys("<F6>").shows("Тут немає заняття під курсором");
}

#[test]
fn a_trainer_sees_their_own_first_and_others_with_space() {
    let mut main = an_office();
    let at_desk = main.desk_of(Role::Trainer);
    let me = at_desk.staff().id;
    let mut own = club("Шахи");
    own.frame.trainer = Some(Trainer::Staff(me));
    make(&mut main.office, &own);
    make(&mut main.office, &club("Хор"));
    let mut desk = Flow::of(main, at_desk, Lang::Uk);
    desk.keys("<F6>").shows("лише мої").shows("Шахи").hides("Хор").shows("Ще 1 заняття інших: Space — показати");
    desk.keys(" ").shows("Хор").keys(" ").hides("Хор");
    // A trainer's new event is theirs.
    let name = desk.model.cx.session.as_ref().unwrap().staff.name.clone();
    desk.keys("<F7>Казки<Tab><Tab><Tab>15<F2>").shows("▸ 15:00       Казки");
    let made = entries(&mut desk, TODAY, TODAY).into_iter().find(|entry| entry.hours.end.is_none()).unwrap();
    assert_eq!(made.frame.unwrap().trainer, Some(Trainer::Staff(me)), "{name}");
}

/// An office with a restricted session of a trainer at eleven, seen by somebody else.
fn restricted_from(role: Role) -> Flow {
    let mut main = an_office();
    with_rooms(&main);
    let trainer = main.desk_of(Role::Trainer).staff().id;
    let mut draft = in_room("Група після насильства");
    draft.frame.restricted = true;
    draft.frame.trainer = Some(Trainer::Staff(trainer));
    draft.frame.note = "вхід з двору".to_owned();
    make(&mut main.office, &draft);
    let at_desk = main.desk_of(role);
    Flow::of(main, at_desk, Lang::Uk)
}

#[test]
fn what_is_restricted_takes_room_and_hours_and_says_nothing_else() {
    let mut desk = restricted_from(Role::Reception);
    let secret = |desk: &mut Flow| {
        desk.hides("насильства").hides("вхід").hides("гуртка");
    };
    desk.keys("<F6>").shows("11:00–12:30 Зайнято").shows("Простір");
    secret(&mut desk);
    for typed in ["<Enter>", "<F3>", "<F6>"] {
        desk.keys(typed).shows("Це закрите заняття");
        secret(&mut desk);
    }
    for seen in ["11:00–12:30 Зайнято", "○11 Зайн"] {
        desk.keys("<Tab>").shows(seen);
        secret(&mut desk);
    }
    assert_eq!(scope(&desk), Scope::Calendar);
}

#[test]
fn whoever_sees_what_is_sensitive_opens_it() {
    let mut desk = restricted_from(Role::CaseWorker);
    desk.keys("<F6>").shows("Група після насильства").shows("закрите").keys("<F3>").shows("вхід з двору");
}

#[test]
fn from_a_card_the_calendar_asks_where_the_family_is_to_be_marked() {
    let mut desk = a_desk();
    desk.office.register(&a_family().with_child(6).draft());
    make(&mut desk.office.office, &club("Шахи"));
    desk.looks_around().keys("шевч<Enter><F6>").shows("Оберіть заняття, де відмітити");
    desk.keys("<Enter>").shows("Шахи · субота 21.11.2026").shows("Шевченко");
    assert_eq!(scope(&desk), Scope::Register);
    desk.keys("<Esc><Esc>");
}

#[test]
fn a_storekeeper_has_no_calendar_and_a_receptionist_makes_no_events() {
    let mut desk = a_desk_of(Role::Storekeeper);
    desk.keys("<F6>").shows("бачити розклад");
    assert_eq!(scope(&desk), Scope::Home);
    let mut desk = a_desk_of(Role::Reception);
    desk.keys("<F6><F7>").shows("створювати заходи");
    assert_eq!(scope(&desk), Scope::Calendar);
}

#[test]
fn what_another_desk_does_appears_by_itself() {
    let mut desk = a_desk();
    desk.keys("<F6>").shows("Цього дня занять немає");
    make(&mut desk.office.office, &club("Шахи"));
    desk.looks_around().shows("11:00–12:30 Шахи");
}

#[test]
fn a_half_typed_form_is_gone_on_with_after_the_power_failed() {
    let mut desk = a_desk();
    let typed = "<F6><F7>Опора<Tab>т<Tab>2411<Tab>14-15.30<Tab> <Tab>5<Tab>3<Tab>0112<Enter>";
    desk.keys(typed).keys("<Tab><Tab><Tab>12<Tab><Tab><Tab> <Tab><Tab>12+").seconds(2).is_killed().signs_in(LOGIN);
    desk.shows("захід · Опора").keys("<Enter>").shows("Новий захід або цикл").shows("Опора").shows("тренінг");
    desk.shows("[вт]").shows("[ср]").shows("[01.12]").shows("5 занять, останнє").shows("12+");
    desk.keys("<F2>").shows("Збережено: Опора, 5 занять");
    let made = entries(&mut desk, "2026-11-24", "2026-11-24").remove(0).frame.unwrap();
    assert_eq!((made.kind.as_str(), made.ages.from, made.capacity), ("training", Some(12), Some(12)));
}

#[test]
fn leaving_a_typed_form_asks() {
    let mut desk = a_desk();
    desk.keys("<F6><F7><Esc>");
    assert_eq!(scope(&desk), Scope::Calendar);
    desk.keys("<F7><Tab><Tab><Tab><Tab> <Esc>");
    assert_eq!(scope(&desk), Scope::Window);
    desk.keys("<Right><Enter>");
    assert_eq!(scope(&desk), Scope::Calendar);
    assert!(days(&mut desk).is_empty());
}

/// A phone that takes calendars.
#[derive(Default)]
struct Phone(Mutex<Vec<CalendarFile>>);

impl Files for Phone {
    fn list(&self, folder: Option<&Path>) -> Result<Listing, Said> {
        FilesOfDisk.list(folder)
    }

    fn open(&self, path: &Path, going: Going<'_>) -> Result<Option<Box<dyn Book>>, Said> {
        FilesOfDisk.open(path, going)
    }

    fn save(&self, path: &Path, text: &str) -> Result<(), Said> {
        FilesOfDisk.save(path, text)
    }

    fn export(&self, office: &mut Office, selection: &Selection, typed: &str) -> Result<(usize, PathBuf), Said> {
        FilesOfDisk.export(office, selection, typed)
    }

    fn enrol(
        &self,
        office: &mut Office,
        deed: (DeedId, RegisterOf),
        path: &Path,
    ) -> Result<Result<Enrolled, Vec<Said>>, Said> {
        FilesOfDisk.enrol(office, deed, path)
    }

    fn print(&self, sheet: &Sheet) -> Result<(), Said> {
        FilesOfDisk.print(sheet)
    }

    fn save_paper(&self, sheet: &Sheet, name: &str, form: PaperForm) -> Result<PathBuf, Said> {
        FilesOfDisk.save_paper(sheet, name, form)
    }

    fn save_calendar(&self, calendar: &CalendarFile) -> Result<PathBuf, Said> {
        self.0.lock().unwrap().push(calendar.clone());
        Ok(PathBuf::from("/documents/calendar.ics"))
    }

    fn show(&self, path: &Path) -> Result<(), Said> {
        FilesOfDisk.show(path)
    }
}

#[test]
fn a_trainers_calendar_goes_into_a_file_without_what_others_may_not_read() {
    let mut main = an_office();
    with_rooms(&main);
    let trainer = main.desk_of(Role::Trainer);
    let worker = main.desk_of(Role::CaseWorker);
    let (of_trainer, of_worker) = (trainer.staff().id, worker.staff().id);
    let restricted = |title: &str, holder| {
        let mut draft = in_room(title);
        draft.frame.restricted = true;
        draft.frame.trainer = Some(Trainer::Staff(holder));
        draft.frame.note = "прийде Марія Б.".to_owned();
        draft
    };
    make(&mut main.office, &restricted("Група тренера", of_trainer));
    make(&mut main.office, &restricted("Група фахівця", of_worker));
    let phone = Arc::new(Phone::default());
    let mut desk = Flow::of(main, worker, Lang::Uk);
    desk.desk = desk.desk.with_files(phone.clone());
    desk.keys("<F6><F9>Календар у файл<Enter>").shows("◂усі▸").keys("<Tab>01.11<Tab>31.12<F2>");
    desk.shows("10 занять у файлі /documents/calendar.ics");
    desk.keys("<F9>Календар у файл<Enter><Left><F2>").shows("3 заняття у файлі");
    let files = phone.0.lock().unwrap();
    let titles: Vec<&str> = files[0].entries.iter().map(|entry| entry.title.as_str()).collect();
    assert_eq!(titles.iter().filter(|title| **title == "Зайнято").count(), 5);
    assert_eq!(titles.iter().filter(|title| **title == "Група фахівця").count(), 5);
    assert!(!format!("{files:?}").contains("Марія") && !format!("{files:?}").contains("Група тренера"));
    assert!(files[1].entries.iter().all(|entry| entry.title == "Група фахівця" && entry.place == "Простір"));
}

/// A month of the calendar as the pictures show it.
fn a_full_calendar(lang: Lang, size: (u16, u16), role: Role) -> Flow {
    let mut main = an_office();
    with_rooms(&main);
    let trainer = main.desk_of(Role::Trainer).staff().id;
    let mut chess = in_room("Підлітковий клуб");
    chess.frame.trainer = Some(Trainer::Staff(trainer));
    chess.frame.settlement = "м. Луцьк".to_owned();
    chess.frame.capacity = Some(15);
    make(&mut main.office, &chess);
    let choir =
        Frame { hours: hours("12:00", "13:30"), room: Some("space".into()), ..frame("Хор «Джерело»") };
    make_one(&mut main.office, &choir, TODAY);
    let early = Frame { hours: hours("09:00", "10:00"), ..frame("Казкотерапія для малят") };
    let cancelled = make_one(&mut main.office, &early, TODAY);
    let deed = main.office.new_deed();
    main.office.cancel_session(deed, cancelled, "карантин").unwrap();
    let secret = Frame {
        hours: hours("18:00", "19:30"),
        room: Some("hall".into()),
        restricted: true,
        trainer: Some(Trainer::Staff(trainer)),
        ..frame("Група підтримки")
    };
    make_one(&mut main.office, &secret, TODAY);
    let at_desk = main.desk_of(role);
    Flow::of(main, at_desk, lang).sized(size.0, size.1)
}

fn is(desk: &Flow, name: &str) {
    let lang = desk.model.cx.texts.lang().code();
    insta::assert_snapshot!(format!("{name}_{lang}_{}", desk.model.cx.size.0), desk.screen());
}

#[rstest]
fn the_pictures(#[values(Lang::Uk, Lang::En)] lang: Lang, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let mut desk = a_full_calendar(lang, size, Role::Administrator);
    desk.keys("<F6>");
    is(&desk, "calendar_day");
    desk.keys("<F3>");
    is(&desk, "calendar_details");
    desk.keys("<Esc><Tab>");
    is(&desk, "calendar_week");
    desk.keys("<Tab>");
    is(&desk, "calendar_month");
    desk.keys("<Enter><F8>");
    is(&desk, "calendar_cancel");
    desk.keys("<Esc><F4><Right><Enter><Up>");
    is(&desk, "calendar_form_series");
    desk.keys("<Esc><F7>Хор<Tab><Tab><Tab>11-12<Tab> <Tab>22<Tab><Tab><Tab><Tab> ");
    is(&desk, "calendar_form");
    desk.keys("<Tab><Tab><Tab><Tab> ");
    is(&desk, "calendar_form_open");
    desk.keys("<Esc><Right><Enter><Right>");
    is(&desk, "calendar_empty");
    desk.keys(if lang == Lang::Uk { "<F9>Календар у файл<Enter>" } else { "<F9>Calendar file<Enter>" });
    is(&desk, "calendar_file");
    desk.keys("<Esc><F1>");
    is(&desk, "calendar_help");
    desk.keys(if lang == Lang::Uk { "<Esc><F9>Цикли<Enter>" } else { "<Esc><F9>Series<Enter>" });
    is(&desk, "series_list");
    desk.keys("<Enter>");
    is(&desk, "series_card");
}

#[rstest]
fn the_pictures_of_what_is_restricted(
    #[values(Lang::Uk, Lang::En)] lang: Lang,
    #[values((80, 24), (120, 40))] size: (u16, u16),
) {
    let mut desk = a_full_calendar(lang, size, Role::Reception);
    desk.keys("<F6><Down><Down><Enter>");
    is(&desk, "calendar_restricted");
}
