//! The attendance register as trainers use it: keys at one desk, marks of another, and how it looks.
#![allow(clippy::expect_used, clippy::panic, reason = "a story that cannot be set up must fail loudly")]

mod common;

use common::flow::{Flow, keys, screen_of};
use common::{AnOffice, a_family_of, an_office, day};
use rstest::rstest;
use std::collections::BTreeSet;
use stiika::domain::campaign::Guest;
use stiika::domain::clock::Clock;
use stiika::domain::event::{
    AgeRange, EnrolmentSource, EventKindCode, Frame, Heads, Hours, MarkSource, Outcome, Pattern, Recurrence,
    RegisterOf, SeriesDraft, SessionDraft, SessionStatus, Weekdays,
};
use stiika::domain::id::{EnrolmentId, FamilyId, PersonId, SessionId};
use stiika::domain::staff::Role;
use stiika::office::Office;
use stiika::office::events::MarkOrder;
use stiika::store::events::enrolment::{self, NewEnrolment};
use stiika::store::keys::KdfCost;
use stiika::store::keys::SlotsFile;
use stiika::store::{Store, StoreError};
use stiika::text::Lang;
use stiika::tui::app::{Context, Effect, Input, Model, Msg, begin, update};
use stiika::tui::commands::Scope;
use stiika::tui::perform::Desk as Worker;
use stiika::tui::screens::register::RegisterScreen;
use stiika::tui::theme::ThemeName;

/// Families of the club, each with one child of thirteen on the list; the last is not on it.
const CLUB: [&str; 5] = [
    "Бондар Ганна Іванівна",
    "Гнатюк Марія Степанівна",
    "Ковальчук Ірина Петрівна",
    "Мельник Оксана Андріївна",
    "Шевченко Лідія Павлівна",
];

fn enrol(main: &mut AnOffice, of: RegisterOf, people: &[PersonId]) {
    let (slots, staff) = (SlotsFile::load(&main.path()).expect("slots").slots, main.office.staff().id);
    let (key, _) = slots.unlock(common::LOGIN, common::PASSWORD).expect("key");
    let mut store = Store::open(&main.path(), &key).expect("file");
    let at = main.clock.now();
    let written = store.transact(|tx| {
        for person in people {
            let new = NewEnrolment {
                id: EnrolmentId(uuid::Uuid::now_v7()),
                of,
                person: *person,
                from_on: day("2026-10-01"),
                source: EnrolmentSource::Hand,
                waiting: false,
            };
            enrolment::add(tx, &new, at, staff)?;
        }
        Ok::<_, StoreError>(())
    });
    written.expect("enrolled");
}

struct Club {
    main: AnOffice,
    /// By date: four Saturdays past, the last one is today, 21.11.2026; then the ones to come.
    sessions: Vec<SessionId>,
    /// Of [`CLUB`] and of the stranger: family, mother, child.
    families: Vec<(FamilyId, PersonId, PersonId)>,
}

fn saturdays() -> Recurrence {
    Recurrence {
        pattern: Pattern::Weekly { every: 1, days: Weekdays::of([chrono::Weekday::Sat]) },
        starts_on: day("2026-10-31"),
        ends_on: day("2026-12-12"),
        except: BTreeSet::new(),
    }
}

fn frame(title: &str) -> Frame {
    let time = |text: &str| text.parse().ok();
    Frame {
        hours: Hours { start: time("11:00:00"), end: time("13:00:00") },
        settlement: "м. Луцьк".to_owned(),
        ages: AgeRange { from: Some(10), to: Some(17) },
        ..Frame::new(EventKindCode::from("club"), title)
    }
}

fn of_members(office: &mut Office, family: FamilyId) -> (FamilyId, PersonId, PersonId) {
    let card = office.card(family).expect("a card");
    (family, card.members[0].person, card.members[1].person)
}

fn a_club() -> Club {
    let mut main = an_office();
    let mut families = Vec::new();
    for head in CLUB.into_iter().chain(["Дацюк Олена Іванівна"]) {
        let registered = main.register(&a_family_of(head).with_child(13).draft());
        families.push(of_members(&mut main.office, registered.family));
    }
    let deed = main.office.new_deed();
    let draft = SeriesDraft { frame: frame("Підлітковий клуб"), rule: saturdays() };
    let series = main.office.make_series(deed, &draft).expect("a series");
    let sessions: Vec<SessionId> =
        main.office.series(series).expect("read").sessions.iter().map(|session| session.id).collect();
    let children: Vec<PersonId> = families[..5].iter().map(|(_, _, child)| *child).collect();
    enrol(&mut main, RegisterOf::Series(series), &children);
    // The three past ones are marked and closed: Шевченко missed all of them.
    for session in &sessions[..3] {
        let deed = main.office.new_deed();
        let orders: Vec<MarkOrder> = children
            .iter()
            .enumerate()
            .map(|(place, person)| MarkOrder {
                person: *person,
                outcome: Some(if place == 4 { Outcome::Absent } else { Outcome::Present }),
                reason: String::new(),
                source: MarkSource::List,
            })
            .collect();
        main.office.mark(deed, *session, &orders).expect("marked");
        let deed = main.office.new_deed();
        main.office.close_session(deed, *session).expect("closed");
    }
    Club { main, sessions, families }
}

/// The session of today.
const TODAY: usize = 3;

struct Desk {
    flow: Flow,
    sessions: Vec<SessionId>,
    families: Vec<(FamilyId, PersonId, PersonId)>,
}

impl std::ops::Deref for Desk {
    type Target = Flow;
    fn deref(&self) -> &Flow {
        &self.flow
    }
}

impl std::ops::DerefMut for Desk {
    fn deref_mut(&mut self) -> &mut Flow {
        &mut self.flow
    }
}

fn opens(flow: &mut Flow, screen: RegisterScreen) {
    flow.model.layers.push(Box::new(screen));
    let effects = begin(&mut flow.model);
    flow.performs(effects);
}

fn a_desk_of(role: Role) -> Desk {
    let mut club = a_club();
    let at_desk = club.main.desk_of(role);
    let mut flow = Flow::of(club.main, at_desk, Lang::Uk);
    opens(&mut flow, RegisterScreen::new(club.sessions[TODAY]));
    Desk { flow, sessions: club.sessions, families: club.families }
}

fn a_trainer() -> Desk {
    a_desk_of(Role::Trainer)
}

impl Desk {
    /// What the file says of somebody at a session.
    fn outcome(&mut self, session: usize, person: PersonId) -> Option<Outcome> {
        let register = self.flow.office.office.attendance_register(self.sessions[TODAY]).expect("a register");
        let session = self.sessions[session];
        let column = register.columns.iter().position(|column| column.session == session).expect("a column");
        let row = register.rows.iter().find(|row| row.person == person)?;
        row.marks[column].as_ref().map(|mark| mark.outcome)
    }

    fn child(&self, place: usize) -> PersonId {
        self.families[place].2
    }

    /// Another desk marks somebody.
    fn elsewhere(&mut self, person: PersonId, outcome: Outcome) {
        let deed = self.flow.office.office.new_deed();
        let order = MarkOrder { person, outcome: Some(outcome), reason: String::new(), source: MarkSource::List };
        let session = self.sessions[TODAY];
        self.flow.office.office.mark(deed, session, &[order]).expect("marked");
    }
}

#[test]
fn space_marks_and_goes_down() {
    let mut desk = a_trainer();
    desk.shows("Підлітковий клуб · субота 21.11.2026 · 11:00–13:00").shows("є 0 з 5, не відмічено 5");
    desk.keys(" ").shows("є 1 з 5, не відмічено 4").shows("▸ Гнатюк");
    let first = desk.child(0);
    assert_eq!(desk.outcome(TODAY, first), Some(Outcome::Present));
    // Back up: present, absent, nothing.
    desk.keys("<Up> ").shows("[–]");
    assert_eq!(desk.outcome(TODAY, first), Some(Outcome::Absent));
    desk.keys(" ").shows("[·]");
    assert_eq!(desk.outcome(TODAY, first), None);
}

#[test]
fn everybody_who_is_left_with_one_key() {
    let mut desk = a_trainer();
    desk.keys("<Down> -").shows("є 1 з 5, відмічено всіх");
    let (first, second) = (desk.child(0), desk.child(1));
    assert_eq!(desk.outcome(TODAY, first), Some(Outcome::Absent));
    assert_eq!(desk.outcome(TODAY, second), Some(Outcome::Present));
    desk.keys("+").shows("Усіх, кого чекали, уже відмічено.");
    desk.keys("<F8>").shows("Відмітку скасовано: 4 людини.").shows("не відмічено 4");
    desk.keys("+").shows("є 5 з 5, відмічено всіх");
}

#[test]
fn a_press_too_many_at_the_end_of_the_list_does_nothing() {
    let mut desk = a_trainer();
    desk.keys("         ").shows("є 5 з 5").shows("▸ + набрати ім’я").hides("Нова людина");
}

#[test]
fn twenty_keys_typed_ahead_of_the_answers_are_all_done_in_their_order() {
    let mut desk = a_trainer();
    let mut held = Vec::new();
    for key in keys("   <Up> <Down>") {
        held.extend(update(&mut desk.flow.model, Msg::Input(Input::Key(key))));
    }
    // Nothing is drawn as done before it is.
    desk.shows("○").shows("є 0 з 5").hides("[●]");
    desk.performs(held);
    desk.shows("є 2 з 5").hides("○");
    let third = desk.child(2);
    assert_eq!(desk.outcome(TODAY, third), Some(Outcome::Absent));
}

#[test]
fn a_register_read_before_a_mark_does_not_hide_it() {
    let mut desk = a_trainer();
    let other = desk.child(4);
    desk.elsewhere(other, Outcome::Present);
    // The other desk's news are asked for, then a key is pressed before they come.
    let told = desk.flow.desk.look().expect("news");
    let mut held = update(&mut desk.flow.model, Msg::Reply(Box::new(told)));
    held.extend(update(&mut desk.flow.model, Msg::Input(Input::Key(keys(" ")[0]))));
    let mark = held.split_off(1);
    desk.performs(held);
    desk.shows("○").shows("є 1 з 5");
    desk.performs(mark);
    desk.shows("є 2 з 5").hides("○");
}

#[test]
fn what_another_desk_marks_appears_by_itself() {
    let mut desk = a_trainer();
    let other = desk.child(1);
    desk.elsewhere(other, Outcome::Present);
    desk.hides("є 1 з 5");
    desk.looks_around().shows("є 1 з 5");
    // The same again is no second mark, and says calmly by whom.
    desk.keys("<Down><Enter>").shows("уже відмічено — є; 21.11 о 10:42, Олена К.");
}

#[test]
fn letters_find_on_the_list_and_below_it_in_the_whole_register() {
    let mut desk = a_trainer();
    desk.keys("ковальч").shows("▸ Ковальчук").hides("Гнатюк").shows("не у списку");
    desk.keys("<Enter>").shows("є 1 з 5").shows("Гнатюк");
    let third = desk.child(2);
    assert_eq!(desk.outcome(TODAY, third), Some(Outcome::Present));
    // Not on the list: one Enter enrols and marks.
    desk.keys("дацюк олена").shows("▸ Дацюк Олена Іванівна").keys("<Enter>").shows("є 2 з 5");
    desk.shows("Дацюк Олена");
    let mother = desk.families[5].1;
    assert_eq!(desk.outcome(TODAY, mother), Some(Outcome::Present));
}

#[test]
fn a_name_that_only_resembles_is_not_marked_by_a_hurried_enter() {
    let mut desk = a_trainer();
    desk.keys("ковальчик марія").shows("≈").keys("<Enter>").shows("Схоже ім’я").shows("є 0 з 5");
    desk.keys("<Enter>").shows("є 1 з 5");
}

#[test]
fn whoever_is_nowhere_is_added_with_a_name_and_an_age() {
    let mut desk = a_trainer();
    desk.keys("зінчук назар").shows("+ додати нову людину: зінчук назар").keys("<Enter>").shows("Нова людина");
    desk.keys("<Enter>").shows("Впишіть рік народження або вік").keys("13<Enter>");
    desk.shows("Зінчук Н.: додано й відмічено.").shows("▸ Зінчук Назар").shows("нов").shows("є 1 з");
    desk.keys("<F8>").shows("Відмітку скасовано: нова людина");
}

#[test]
fn whom_the_register_may_know_is_shown_before_somebody_is_added() {
    let mut desk = a_trainer();
    desk.keys("<F7>дацюк олена<Tab>1987").shows("Можливо, це хтось із реєстру").shows("Дацюк Олена Іванівна");
    desk.keys("<Enter>").shows("У реєстрі є схожа людина").shows("Нова людина");
    desk.keys("<Down><Enter>").hides("Нова людина").shows("▸ Дацюк Олена");
    let mother = desk.families[5].1;
    assert_eq!(desk.outcome(TODAY, mother), Some(Outcome::Present));
}

#[test]
fn digits_and_ins_are_for_the_family_of_the_row() {
    let mut desk = a_trainer();
    desk.shows("Родина Бондар").shows("1 Ганна 39").shows("2 · Марія 13");
    desk.keys("2").shows("2 ● Марія").shows("є 1 з 5").keys("1").shows("1 ● Ганна");
    let (_, mother, child) = desk.families[0];
    assert_eq!(
        (desk.outcome(TODAY, mother), desk.outcome(TODAY, child)),
        (Some(Outcome::Present), Some(Outcome::Present))
    );
    desk.keys("гнатюк<Ins>").shows("є 4 з");
    let (_, mother, child) = desk.families[1];
    assert_eq!(
        (desk.outcome(TODAY, mother), desk.outcome(TODAY, child)),
        (Some(Outcome::Present), Some(Outcome::Present))
    );
}

#[test]
fn an_excuse_is_a_digit_or_words() {
    let mut desk = a_trainer();
    desk.keys("<F4>").shows("Чому немає").shows("1 хвороба").keys("1").shows("[п]").shows("поважна причина: хвороба");
    desk.keys("<Down><F4>5поїхала до бабусі<Enter>").shows("поважна причина: поїхала до бабусі");
    let first = desk.child(0);
    assert_eq!(desk.outcome(TODAY, first), Some(Outcome::Excused));
}

#[test]
fn a_scanned_card_marks_at_once_and_the_second_time_says_when() {
    let mut desk = a_trainer();
    let family = desk.families[3].0;
    let number = desk.flow.office.office.card(family).expect("a card").number.value().to_string();
    desk.burst(&number).shows("є 1 з 5").shows("▸ Мельник");
    desk.burst(&number).shows("уже відмічено — є; 21.11 о 10:42, trainer").shows("є 1 з 5");
    let stranger = desk.families[5].0;
    let number = desk.flow.office.office.card(stranger).expect("a card").number.value().to_string();
    desk.burst(&number).shows("Прийшли, Дацюк").shows("1 [ ] Олена").keys("2<Enter>").shows("є 2 з");
    let child = desk.families[5].2;
    assert_eq!(desk.outcome(TODAY, child), Some(Outcome::Present));
}

#[test]
fn of_a_family_of_several_expected_those_who_came_are_left_ticked() {
    let mut desk = a_trainer();
    let (family, mother, child) = desk.families[0];
    desk.keys("бондар ганна<Enter><F8>").shows("Відмітку скасовано");
    let of = desk.flow.office.office.attendance_register(desk.sessions[TODAY]).expect("read").of;
    enrol(&mut desk.flow.office, of, &[mother]);
    desk.looks_around();
    let number = desk.flow.office.office.card(family).expect("a card").number.value().to_string();
    desk.burst(&number).shows("1 [x] Ганна").shows("2 [x] Марія").keys("1<Enter>");
    assert_eq!((desk.outcome(TODAY, mother), desk.outcome(TODAY, child)), (None, Some(Outcome::Present)));
}

#[test]
fn a_late_mark_says_when_it_was_made() {
    let mut desk = a_desk_of(Role::Administrator);
    desk.keys("<Left>").shows("14.11.2026").shows("закрито").keys(" ").shows("закрит");
    desk.keys("<F9>відкрити зан<Enter>").shows("Відкрити закрите заняття").keys("1").shows("Заняття знову відкрито");
    desk.keys("<End><Up>  <Up>").shows("позначено пізніше: 21.11 о 10:42");
    let last = desk.child(4);
    assert_eq!(desk.outcome(2, last), Some(Outcome::Present));
}

#[test]
fn a_session_closes_when_everybody_is_marked() {
    let mut desk = a_trainer();
    desk.keys("  <Down> <F2>").shows("▸ Ковальчук").hides("13:00 · закрито");
    desk.keys("-<F2>").shows("закрито").shows("Заняття закрито.");
    let last = desk.child(4);
    assert_eq!(desk.outcome(TODAY, last), Some(Outcome::Absent));
    desk.keys("<F2>").shows("Заняття вже закрито");
    desk.keys("<Home> ").shows("є 3 з 5");
}

#[test]
fn heads_without_names_are_numbers_apart() {
    let mut desk = a_trainer();
    desk.shows("без імен: нікого").keys("*").shows("Прийшли без імен").keys("3<Enter>1<Enter>5<Enter>");
    desk.shows("ж 3, ч 1, д 5").shows("+9").shows("є 0 з 5");
    desk.keys("<F6><Tab>багато<F2>").shows("Потрібне число").keys("<Esc><Right><Enter>").shows("ж 3, ч 1, д 5");
}

#[test]
fn a_guest_brought_from_a_card_has_the_cursor_and_the_family_is_offered() {
    let mut club = a_club();
    let at_desk = club.main.desk_of(Role::Trainer);
    let mut flow = Flow::of(club.main, at_desk, Lang::Uk);
    let (family, _, child) = club.families[3];
    opens(&mut flow, RegisterScreen::with_guest(club.sessions[TODAY], Guest::Family(family)));
    flow.shows("▸ Мельник").shows("Прийшли, Мельник").shows("2 [x] Марія").keys("<Enter>").shows("є 1 з 5");
    let mut desk = Desk { flow, sessions: club.sessions, families: club.families };
    assert_eq!(desk.outcome(TODAY, child), Some(Outcome::Present));
}

#[test]
fn who_missed_three_in_a_row_and_who_is_left_is_seen() {
    let mut desk = a_trainer();
    desk.shows("✗3").shows("3/3").shows("0/3");
    desk.keys(" <Tab>").shows("лише невідмічені: 4").hides("Бондар Марія").keys(" ").hides("Гнатюк");
}

#[test]
fn twenty_present_people_of_a_known_group_are_at_most_twenty_five_keys() {
    let (mut main, session) = a_hall(22);
    let at_desk = main.desk_of(Role::Trainer);
    let mut flow = Flow::of(main, at_desk, Lang::Uk);
    opens(&mut flow, RegisterScreen::new(session));
    // Everybody but two, who are absent: all, down to the one, down to the other.
    let typed = "+<Down><Down> <Down> ";
    flow.keys(typed).shows("є 20 з 22, відмічено всіх");
    assert!(keys(typed).len() <= 25);
    // Called one by one, with the two left out.
    flow.keys("<F8><F8><F8>").shows("є 0 з 22");
    let typed = format!("{}<Down>{}<Down>-", " ".repeat(10), " ".repeat(10));
    flow.keys("<Home>").keys(&typed).shows("є 20 з 22, відмічено всіх");
    assert!(keys(&typed).len() <= 25);
}

/// A one-off event of today with so many people on its list.
fn a_hall(people: usize) -> (AnOffice, SessionId) {
    let mut main = an_office();
    let mut listed = Vec::new();
    for number in 0..people {
        let head = format!("Зал{} Ім’я{} Іванівна", letters(number), letters(number / 7));
        let registered = main.register(&a_family_of(&head).draft());
        let card = main.office.card(registered.family).expect("a card");
        listed.push(card.members[0].person);
    }
    let deed = main.office.new_deed();
    let frame = Frame { ages: AgeRange::default(), ..frame("Зустріч громади") };
    let session = main.office.make_session(deed, &SessionDraft { frame, held_on: day("2026-11-21") }).expect("made");
    enrol(&mut main, RegisterOf::Session(session), &listed);
    (main, session)
}

fn letters(number: usize) -> String {
    let letter = |number: usize| ["а", "б", "в", "г", "д", "е", "и", "к", "л", "м"][number % 10];
    format!("{}{}{}", letter(number / 100), letter(number / 10), letter(number))
}

#[test]
fn who_may_not_see_events_is_sent_back() {
    let mut club = a_club();
    let at_desk = club.main.desk_of(Role::Storekeeper);
    let mut flow = Flow::of(club.main, at_desk, Lang::Uk);
    opens(&mut flow, RegisterScreen::new(club.sessions[TODAY]));
    assert_eq!(flow.model.top().expect("a screen").scope(), Scope::Home);
    let mut desk = a_desk_of(Role::Director);
    // The director reads and may not mark.
    desk.keys(" ").shows("є 0 з 5").keys("<F2>").hides("закрито ·");
    desk.keys("*").hides("Прийшли без імен").shows("Ваша роль не дозволяє").keys("зінчук<Enter>").hides("Нова людина");
}

fn is(desk: &Flow, name: &str) {
    let lang = desk.model.cx.texts.lang().code();
    insta::assert_snapshot!(format!("{name}_{lang}_{}", desk.model.cx.size.0), desk.screen());
}

#[rstest]
fn the_pictures(#[values(Lang::Uk, Lang::En)] lang: Lang, #[values((80, 24), (120, 40))] (width, height): (u16, u16)) {
    let mut club = a_club();
    let deed = club.main.office.new_deed();
    let reason = "опалення";
    club.main.office.cancel_session(deed, club.sessions[4], reason).expect("called off");
    let at_desk = club.main.desk_of(Role::Administrator);
    let mut desk = Flow::of(club.main, at_desk, lang).sized(width, height);
    let deed = desk.office.office.new_deed();
    let heads = Heads { women: 3, men: 1, children: 5 };
    desk.office.office.set_heads(deed, club.sessions[TODAY], heads).expect("counted");
    opens(&mut desk, RegisterScreen::new(club.sessions[TODAY]));
    desk.keys("  <Up><F4>1<Home>");
    is(&desk, "register");
    desk.keys("дацюк");
    is(&desk, "register_outside");
    desk.keys("<Esc>зінчук назар<Enter>");
    is(&desk, "register_newcomer");
    desk.keys("<Esc><Esc><F4>");
    is(&desk, "register_excuse");
    desk.keys("<Esc><F2>");
    is(&desk, "register_not_closed");
    desk.keys("-<F2><Home>");
    is(&desk, "register_closed");
    desk.keys("<F1>");
    is(&desk, "register_help");
    desk.keys("<Esc><Right>");
    is(&desk, "register_called_off");
    desk.keys("<Right><F6>");
    is(&desk, "register_heads");
}

#[rstest]
fn the_pictures_of_an_empty_list_and_a_family(
    #[values(Lang::Uk, Lang::En)] lang: Lang,
    #[values((80, 24), (120, 40))] (width, height): (u16, u16),
) {
    let mut club = a_club();
    let deed = club.main.office.new_deed();
    let draft = SessionDraft { frame: frame("Майстер-клас"), held_on: day("2026-11-21") };
    let empty = club.main.office.make_session(deed, &draft).expect("made");
    let at_desk = club.main.desk_of(Role::Trainer);
    let mut desk = Flow::of(club.main, at_desk, lang).sized(width, height);
    opens(&mut desk, RegisterScreen::new(empty));
    is(&desk, "register_empty");
    let guest = Guest::Family(club.families[3].0);
    opens(&mut desk, RegisterScreen::with_guest(club.sessions[TODAY], guest));
    is(&desk, "register_family");
}

/// An event of one place: one enrolled, one who waits.
fn a_full_one(lang: Lang, (width, height): (u16, u16)) -> Flow {
    let mut club = a_club();
    let deed = club.main.office.new_deed();
    let draft = SessionDraft {
        frame: Frame { capacity: Some(1), ..frame("Майстер-клас") },
        held_on: day("2026-11-21"),
    };
    let full = club.main.office.make_session(deed, &draft).expect("made");
    for child in [club.families[0].2, club.families[1].2] {
        let deed = club.main.office.new_deed();
        let of = RegisterOf::Session(full);
        club.main.office.enrol(deed, of, &[child], EnrolmentSource::Hand).expect("enrolled or waiting");
    }
    let at_desk = club.main.desk_of(Role::Trainer);
    let mut desk = Flow::of(club.main, at_desk, lang).sized(width, height);
    opens(&mut desk, RegisterScreen::new(full));
    desk
}

#[test]
fn who_waits_for_a_place_and_came_is_marked_by_enter_and_stands_there_once() {
    let mut desk = a_full_one(Lang::Uk, (80, 24));
    desk.shows("Бондар").shows("чекає місця, 1-й");
    // Space and + are for the list alone.
    desk.keys("<Down> ")
        .shows("▸ Гнатюк")
        .shows("є 0 з 1")
        .shows("у черзі лишиться")
        .keys("+")
        .shows("є 1 з 1")
        .shows("чекає місця, 1-й");
    desk.keys("гнатюк<Enter>").hides("чекає місця").shows("є 2 з 1").shows("[●]");
}

#[rstest]
fn the_pictures_of_who_waits_for_a_place(
    #[values(Lang::Uk, Lang::En)] lang: Lang,
    #[values((80, 24), (120, 40))] size: (u16, u16),
) {
    let mut desk = a_full_one(lang, size);
    desk.keys(" ");
    is(&desk, "register_waiting");
}

#[test]
fn a_hall_of_two_hundred() {
    let (mut main, session) = a_hall(200);
    let at_desk = main.desk_of(Role::Trainer);
    let mut desk = Flow::of(main, at_desk, Lang::Uk);
    opens(&mut desk, RegisterScreen::new(session));
    desk.keys("<PgDn> <Down> ").shows("є 2 з 200, не відмічено 198");
    for lang in [Lang::Uk, Lang::En] {
        for (width, height) in [(80, 24), (120, 40)] {
            desk.model.cx.set_lang(lang);
            desk = desk.sized(width, height);
            is(&desk, "register_hall");
        }
    }
}

/// A second desk on the same file, of the same series.
struct Second {
    desk: Worker,
    model: Model,
}

impl Second {
    fn of(office: &mut AnOffice, session: SessionId) -> Self {
        let at_desk = office.desk_of(Role::CaseWorker);
        let mut desk = Worker::signed_in(office.path(), office.surroundings(), KdfCost::FLOOR, at_desk);
        let mut cx = Context::new(Lang::Uk, ThemeName::Plain, (80, 24), office.clock.now());
        cx.set_session(desk.session());
        let mut second = Self { desk, model: Model::new(cx, Box::new(RegisterScreen::new(session))) };
        let effects = begin(&mut second.model);
        second.run(effects);
        second
    }

    fn run(&mut self, effects: Vec<Effect>) {
        let mut queue: std::collections::VecDeque<Effect> = effects.into();
        while let Some(effect) = queue.pop_front() {
            if let Some(reply) = self.desk.perform(effect) {
                queue.extend(update(&mut self.model, Msg::Reply(Box::new(reply))));
            }
        }
    }

    fn keys(&mut self, typed: &str) {
        for key in keys(typed) {
            let effects = update(&mut self.model, Msg::Input(Input::Key(key)));
            self.run(effects);
        }
    }

    fn looks_around(&mut self) {
        if let Some(reply) = self.desk.look() {
            let effects = update(&mut self.model, Msg::Reply(Box::new(reply)));
            self.run(effects);
        }
    }
}

#[test]
fn two_trainers_on_one_session_see_each_other_and_lose_nothing() {
    let mut club = a_club();
    let session = club.sessions[TODAY];
    let mut second = Second::of(&mut club.main, session);
    let at_desk = club.main.desk_of(Role::Trainer);
    let mut flow = Flow::of(club.main, at_desk, Lang::Uk);
    opens(&mut flow, RegisterScreen::new(session));
    // One from above, the other from below, key by key; both mark the one in the middle.
    second.keys("<End><Up>");
    for _ in 0..3 {
        flow.keys("<Enter>");
        second.keys("<Enter><Up><Up>");
    }
    flow.looks_around().shows("є 5 з 5, відмічено всіх");
    second.looks_around();
    assert!(screen_of(&second.model).contains("є 5 з 5, відмічено всіх"));
    // What one takes back the other sees; what the other changed meanwhile is not taken back.
    flow.keys("<F8>").shows("Відмітку скасовано");
    second.looks_around();
    assert!(screen_of(&second.model).contains("не відмічено 1"), "{}", screen_of(&second.model));
    second.keys("<Home> ");
    flow.looks_around().shows("–");
}

#[test]
fn a_closed_session_says_so_and_stays_as_it_was() {
    let mut desk = a_trainer();
    // No form is opened to be refused in the end.
    desk.keys("<Left>*").shows("Заняття вже закрито").hides("Прийшли без імен");
    desk.keys("<F7>").hides("Рік або вік").keys("<F4>").hides("поважної причини");
    desk.keys(" ").shows("закрит");
    let first = desk.child(0);
    assert_eq!(desk.outcome(2, first), Some(Outcome::Present));
    let register = desk.flow.office.office.attendance_register(desk.sessions[TODAY]).expect("read");
    assert_eq!(register.columns[2].status, SessionStatus::Held);
}

#[test]
fn a_guest_of_a_closed_session_is_shown_and_not_offered() {
    let mut club = a_club();
    let at_desk = club.main.desk_of(Role::Trainer);
    let mut flow = Flow::of(club.main, at_desk, Lang::Uk);
    let guest = Guest::Family(club.families[3].0);
    opens(&mut flow, RegisterScreen::with_guest(club.sessions[0], guest));
    flow.shows("▸ Мельник").hides("Прийшли, Мельник").shows("Закрито.");
}

#[test]
fn whoever_lives_in_a_street_of_that_name_is_not_meant() {
    let mut desk = a_trainer();
    desk.keys("кравчука").shows("▸ + додати нову людину: кравчука").hides("не у списку");
    // However many live there, they take nobody's place: a name that resembles is still found.
    for _ in 0..25 {
        desk.office.register(&a_family_of("Іваненко Олена Петрівна").draft());
    }
    desk.office.register(&a_family_of("Кравчук Лариса Іванівна").draft());
    desk.looks_around().keys("<Esc>кравчука").shows("≈ Кравчук Лариса");
}
