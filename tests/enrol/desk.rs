//! The screen of those who are enrolled, as its people use it, and how it looks in both languages and sizes.

use super::deeds::{enrol, persons, view};
use crate::common::flow::{Flow, a_desk, a_desk_of};
use crate::common::{AnOffice, a_family_of, an_office, category, day};
use crate::fixture::{close, club, frame, make, make_one, mark, order, people, session_on};
use rstest::rstest;
use stiika::domain::event::{AgeRange, Outcome, RegisterOf};
use stiika::domain::filter::Filter;
use stiika::domain::id::{PersonId, SeriesId};
use stiika::domain::staff::Role;
use stiika::office::events::Standing;
use stiika::text::Lang;
use stiika::tui::app::Reply;
use stiika::tui::commands::Scope;
use stiika::tui::screens::enrolment::EnrolmentScreen;

/// A club of six places: six came onto the list, two wait, three sessions are closed, one is today.
fn a_club(main: &mut AnOffice) -> (SeriesId, Vec<PersonId>) {
    use Outcome::{Absent, Present};
    let people = persons(main, 8);
    let mut draft = club("Підлітковий клуб");
    draft.frame.capacity = Some(6);
    draft.frame.ages = AgeRange { from: Some(30), to: Some(45) };
    let series = make(&mut main.office, &draft);
    enrol(&mut main.office, series, &people);
    for on in ["2026-10-31", "2026-11-07", "2026-11-14"] {
        let session = session_on(&mut main.office, series, on);
        // Бойко has never come.
        let outcome = |at: usize| if at == 1 || (at == 4 && on != "2026-10-31") { Absent } else { Present };
        let orders: Vec<_> = people[..6].iter().enumerate().map(|(at, one)| order(*one, outcome(at))).collect();
        let deed = main.office.new_deed();
        main.office.mark(deed, session, &orders).unwrap();
        close(&mut main.office, session).unwrap();
    }
    (series, people)
}

fn opened(mut desk: Flow, series: SeriesId) -> Flow {
    desk.looks_around();
    desk.model.layers.push(Box::new(EnrolmentScreen::new(RegisterOf::Series(series))));
    desk.hear(Reply::Changed);
    desk
}

fn a_desk_at_the_club() -> (Flow, SeriesId, Vec<PersonId>) {
    let mut desk = a_desk();
    let (series, people) = a_club(&mut desk.office);
    (opened(desk, series), series, people)
}

fn scope(desk: &Flow) -> Scope {
    desk.model.top().unwrap().scope()
}

fn standing(desk: &mut Flow, series: SeriesId, person: PersonId) -> Option<Standing> {
    let list = view(&mut desk.office.office, series);
    list.people.into_iter().find(|one| one.person == person).map(|one| one.standing)
}

#[test]
fn the_list_says_at_a_glance_who_is_there_who_waits_and_who_stopped() {
    let (mut desk, ..) = a_desk_at_the_club();
    desk.shows("Підлітковий клуб · записані").shows("Записано 6 людей · місць 6 · вік 30-45 · відбулося 3 заняття");
    desk.shows("[▸Записані 6◂]").shows("Черга 2").shows("Не ходять 1");
    desk.shows("Аврам Ія").shows("31.10.2026   3 з 3").shows("▼ 3 поспіль");
    desk.keys("<Tab>").shows("1-й у черзі з 21.11.2026").shows("Зима Ніка").hides("Аврам");
    desk.keys("<Tab>").shows("Бойко Ада").shows("0 з 3").hides("Вовк");
    desk.keys("<Tab>").shows("позначте людей і натисніть F2").keys("<Tab>").shows("Ніхто не вибував");
}

#[test]
fn a_few_letters_find_somebody_on_the_list_and_whoever_is_not_on_it_is_enrolled_by_enter() {
    let (mut desk, series, _) = a_desk_at_the_club();
    let stranger = people(&mut desk.office.office, &a_family_of("Вовченко Інга").draft())[0];
    desk.looks_around();
    desk.keys("вов").shows("Вовк Рая").shows("Вовченко Інга").shows("не записано — Enter").hides("Аврам");
    desk.keys("ченко<Enter>").shows("Вовченко І.: місць немає, записано в чергу");
    assert!(matches!(standing(&mut desk, series, stranger), Some(Standing::Waiting { place: 3, .. })));
    // Another layout finds too; Enter on somebody of the list opens their card, Esc comes back.
    desk.keys("djdr").shows("Вовк Рая").keys("<Enter>");
    assert_eq!(scope(&desk), Scope::Person);
    desk.keys("<Esc><Esc>").shows("[▸");
}

#[test]
fn somebody_who_only_resembles_what_is_typed_is_enrolled_by_the_second_enter() {
    let (mut desk, series, _) = a_desk_at_the_club();
    let other = people(&mut desk.office.office, &a_family_of("Зінченко Лариса Іванівна").draft())[0];
    desk.looks_around().keys("зінтенко").shows("Зінченко Лариса").keys("<Enter>").shows("Схоже ім’я: Зінченко Л. І.");
    assert_eq!(standing(&mut desk, series, other), None);
    desk.keys("<Enter>");
    assert!(standing(&mut desk, series, other).is_some());
}

#[test]
fn a_place_that_gets_free_is_said_and_space_admits_the_first_who_waits() {
    let (mut desk, series, people) = a_desk_at_the_club();
    desk.keys(" ").shows("Вільних місць немає (усього 6)").keys("<Down><F8>").shows("Бойко А.").keys("2");
    desk.shows("Бойко А.: знято зі списку. Є місце: чекає Зима Н., пробіл — прийняти.");
    desk.shows("Черга 2").shows("Вибули 1").shows("Записано 5 людей");
    desk.keys(" ").shows("Зима Н.: прийнято з черги.").shows("Записано 6 людей").shows("Черга 1");
    assert_eq!(standing(&mut desk, series, people[6]), Some(Standing::Enrolled));
    desk.keys("<BackTab>").shows("перестали ходити");
}

#[test]
fn several_are_marked_and_complete_at_once_with_their_certificates_ready_to_print() {
    let (mut desk, series, people) = a_desk_at_the_club();
    desk.keys("1").shows("▸1 ✓ Аврам").keys("<Down><Ins><Ins>").shows("позначено 3");
    desk.keys("-").hides("позначено").keys("+").shows("позначено 6").keys("*").hides("позначено").keys("125");
    desk.shows("позначено 3").keys("<F2>").shows("Курс завершили 3 людини").shows("21.11.2026");
    desk.shows("Були менше ніж на половині занять: Бойко А., Дуб З.");
    desk.keys("<F2>").shows("Друк · Сертифікати № 2026-001 – 2026-003").shows("1  на принтер");
    desk.keys("<Esc>")
        .shows("Завершення записано: 3, сертифікати № 2026-001 – 2026-003")
        .shows("[▸Завершили 3◂]")
        .shows("завершено 21.11.2026, № 2026-001");
    assert!(matches!(standing(&mut desk, series, people[0]), Some(Standing::Completed { .. })));
    // Three places are free now.
    desk.shows("Записано 3 людини").keys("<BackTab><BackTab>").shows("1-й у черзі");
}

#[test]
fn a_day_that_cannot_be_is_said_in_the_window_and_nothing_is_lost() {
    let (mut desk, ..) = a_desk_at_the_club();
    desk.keys("1<F2>22112026<F2>").shows("сьогодні або раніше");
    desk.keys("<Esc>").shows("позначено 1").shows("Записано 6 людей");
}

#[test]
fn those_of_last_time_come_by_two_digits() {
    let mut desk = a_desk();
    let (former, _) = a_club(&mut desk.office);
    let series = make(&mut desk.office.office, &club("Підлітковий клуб"));
    let mut desk = opened(desk, series);
    desk.shows("Ще нікого не записано").keys("<F7>").shows("1  з минулого разу").shows("4  вручну");
    desk.keys("1").shows("Підлітковий клуб").shows("хто був записаний · 6 людей");
    desk.keys("1").shows("Записано 6 людей.").shows("[▸Записані 6◂]");
    assert_eq!(view(&mut desk.office.office, former).people.len(), 8);
    desk.keys("<F7>1").shows("Раніше нічого подібного не було").keys("<Esc>");
}

#[test]
fn a_saved_filter_and_an_age_say_how_many_before_anybody_is_enrolled() {
    let mut desk = a_desk();
    people(&mut desk.office.office, &a_family_of("Шевченко Оксана").with_child(12).with_child(16).displaced().draft());
    people(&mut desk.office.office, &a_family_of("Бондар Ганна").with_child(11).draft());
    let filter = Filter { any_of: vec![category("displaced").code], ..Filter::default() };
    let deed = desk.office.office.new_deed();
    desk.office.office.save_filter(deed, "ВПО з дітьми", &filter).unwrap();
    let mut draft = club("Гурток");
    draft.frame.ages = AgeRange { from: Some(10), to: Some(14) };
    draft.frame.capacity = Some(1);
    let series = make(&mut desk.office.office, &draft);
    let mut desk = opened(desk, series);
    desk.keys("<F7>2").shows("ВПО з дітьми").shows("усі на обліку").keys("1");
    desk.shows("Підходить 1 людина").shows("10-14");
    desk.keys("10-17").shows("Підходять 2 людини").shows("Вільних місць 1");
    desk.keys("<Backspace><Backspace>x").shows("Вік пишуть так").keys("<F2>").shows("Вік пишуть так");
    desk.keys("<Backspace>14<F2>").shows("Записано 1 людину.").shows("Шевченко");
}

#[test]
fn a_trainer_has_no_filters_and_hears_why() {
    let mut desk = a_desk_of(Role::Trainer);
    let series = make(&mut desk.office.office, &club("Гурток"));
    let mut desk = opened(desk, series);
    desk.keys("<F7>2").shows("✗ ");
    assert_eq!(scope(&desk), Scope::Enrolment);
    desk.shows("ім’я: звузити список");
}

#[test]
fn a_reception_looks_and_enrols_nobody() {
    let mut desk = a_desk_of(Role::Reception);
    let (series, _) = a_club(&mut desk.office);
    people(&mut desk.office.office, &a_family_of("Вовченко Інга").draft());
    let mut desk = opened(desk, series);
    desk.shows("Аврам Ія").keys("<F7>");
    assert_eq!(scope(&desk), Scope::Enrolment);
    desk.keys("вовченко<Enter>").shows("створювати заходи");
    assert_eq!(view(&mut desk.office.office, series).people.len(), 8);
}

#[test]
fn a_file_comes_in_or_says_its_rows() {
    let (mut desk, series, _) = a_desk_at_the_club();
    people(&mut desk.office.office, &a_family_of("Вовченко Інга").draft());
    let folder = desk.office.folder.path().to_owned();
    std::fs::write(folder.join("school.csv"), "Прізвище;Ім'я\nВовченко;Інга\nНікого;Немає\n").unwrap();
    std::fs::write(folder.join("good.csv"), "ПІБ;Клас\nВовченко Інга;7-А\n").unwrap();
    desk.keys("<F7>3").shows("З якого файлу").shows("Усе або нічого");
    desk.burst(&format!("{}/school.csv", folder.display())).keys("<Enter>");
    desk.shows("Файл не взято, нікого не записано").shows("Рядок 3, стовпець Прізвище: «Нікого Немає»");
    assert_eq!(view(&mut desk.office.office, series).people.len(), 8);
    desk.keys("<Esc><Esc>").burst(&format!("{}/good.csv", folder.display())).keys("<Enter>");
    desk.shows("У чергу — 1: місць більше немає").shows("Черга 3");
}

#[test]
fn papers_are_chosen_by_a_digit() {
    let (mut desk, ..) = a_desk_at_the_club();
    desk.keys("<F9>папери<Enter>").shows("1  Список учасників").shows("2  Відомість для підписів, 21.11.2026");
    desk.shows("3  Відомість для підписів, 14.11.2026").shows("4  Журнал за листопад 2026 року").shows("жовтень");
    desk.hides("Сертифікати").keys("4").shows("Друк · Журнал за листопад").keys("<Esc>");
    assert_eq!(scope(&desk), Scope::Enrolment);
}

#[test]
fn a_single_event_has_a_list_and_no_completion() {
    let mut desk = a_desk();
    let evening = make_one(&mut desk.office.office, &frame("Вечір настільних ігор"), "2026-11-21");
    let somebody = persons(&mut desk.office, 1);
    desk.looks_around();
    desk.model.layers.push(Box::new(EnrolmentScreen::new(RegisterOf::Session(evening))));
    desk.hear(Reply::Changed);
    desk.keys("аврам<Enter>").shows("Аврам І.: записано.").shows("Записана 1 людина");
    desk.keys("<F2>").shows("це один захід");
    mark(&mut desk.office.office, evening, somebody[0], Outcome::Present).unwrap();
    close(&mut desk.office.office, evening).unwrap();
    desk.looks_around().keys("<F7>").shows("записувати нікуди");
}

fn in_language(lang: Lang, (width, height): (u16, u16)) -> (Flow, SeriesId, Vec<PersonId>) {
    let mut office = an_office();
    let (series, people) = a_club(&mut office);
    let at_desk = office.another_desk();
    let desk = Flow::of(office, at_desk, lang).sized(width, height);
    (opened(desk, series), series, people)
}

fn is(desk: &Flow, name: &str) {
    let lang = desk.model.cx.texts.lang().code();
    insta::assert_snapshot!(format!("{name}_{lang}_{}", desk.model.cx.size.0), desk.screen());
}

#[rstest]
fn the_pictures(#[values(Lang::Uk, Lang::En)] lang: Lang, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let (mut desk, series, people_) = in_language(lang, size);
    people(&mut desk.office.office, &a_family_of("Вовченко Інга").draft());
    desk.looks_around();
    desk.keys("24");
    is(&desk, "enrolment");
    desk.keys("вов");
    is(&desk, "enrolment_typing");
    desk.keys("<Esc><Tab>");
    is(&desk, "enrolment_waiting");
    desk.keys("<BackTab><F7>");
    is(&desk, "enrolment_add");
    desk.keys("2");
    is(&desk, "enrolment_filters");
    desk.keys("1");
    is(&desk, "enrolment_fits");
    desk.keys("<Esc><F8>");
    is(&desk, "enrolment_withdraw");
    desk.keys("<Esc><F2>");
    is(&desk, "enrolment_complete");
    desk.keys("<Esc><F9>");
    desk.keys(if lang == Lang::Uk { "папери<Enter>" } else { "papers<Enter>" });
    is(&desk, "enrolment_papers");
    desk.keys("<Esc><F1>");
    is(&desk, "enrolment_help");
    desk.keys("<Esc>-");
    let deed = desk.office.office.new_deed();
    let of = RegisterOf::Series(series);
    desk.office.office.withdraw(deed, of, &people_[1..2], day("2026-11-21"), "переїхали").unwrap();
    desk.looks_around();
    is(&desk, "enrolment_free");
}
