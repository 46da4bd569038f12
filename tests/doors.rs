//! The doors of the desk as people use them: from no office at all to the search, in and out, the paper key, colleagues; and how
//! each of these screens looks in both languages and sizes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

use common::flow::{Flow, a_desk, a_desk_of};
use common::{LOGIN, PASSWORD, an_office};
use rstest::rstest;
use std::path::{Path, PathBuf};
use stiika::domain::clock::Clock;
use stiika::domain::id::StaffId;
use stiika::domain::settings::OfficeSettings;
use stiika::domain::staff::{Role, Staff};
use stiika::office::OfficeProfile;
use stiika::store::keys::KdfCost;
use stiika::text::Lang;
use stiika::tui::app::{Context, Effect, Input, Model, Msg, Reply, Screen, Session, update};
use stiika::tui::commands::Scope;
use stiika::tui::keys::Key;
use stiika::tui::perform::Desk;
use stiika::tui::screens::setup::Setup;
use stiika::tui::screens::sign_in::SignIn;
use stiika::tui::theme::ThemeName;
use uuid::Uuid;
use zeroize::Zeroizing;

const NEW_PASSWORD: &str = "сім груш за мостом";

/// A desk where nobody is signed in, on this file of the office's folder.
fn nobody_at(file: &str, first: impl Fn(&Path) -> Box<dyn Screen>) -> Flow {
    let office = an_office();
    let path = office.folder.path().join(file);
    let desk = Desk::new(path.clone(), office.surroundings(), KdfCost::FLOOR);
    let cx = Context::new(Lang::Uk, ThemeName::Plain, (80, 24), office.clock.now()).on(&path);
    Flow { model: Model::new(cx, first(&path)), desk, office }
}

/// A machine without an office file.
fn a_first_start() -> Flow {
    nobody_at("new.db", |path| Box::new(Setup::new(path.to_owned())))
}

/// The sign-in of an office.
fn a_door() -> Flow {
    nobody_at("office.db", |path| Box::new(SignIn::new(path.to_owned())))
}

/// What the screen says, however its sentences are broken into lines.
fn said(flow: &Flow) -> String {
    flow.screen().replace(['│', '╭', '╮', '╰', '╯'], " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn says(flow: &Flow, sentence: &str) {
    let said = said(flow);
    assert!(said.contains(sentence), "«{sentence}» is not said:\n{}", flow.screen());
}

fn scope(flow: &Flow) -> Scope {
    flow.model.top().unwrap().scope()
}

/// Goes through the pages up to the summary.
fn filled(flow: &mut Flow) {
    flow.keys("<Enter>Луцький центр<Enter>луцьк<Enter><Enter>Олена Ковальчук<Tab>olena<Tab>");
    flow.keys(&format!("{NEW_PASSWORD}<Tab>{NEW_PASSWORD}<Enter>"));
}

/// The line of the paper with this number, as the screen shows it.
fn paper_line(flow: &Flow, number: &str) -> String {
    let screen = flow.screen();
    let mut words = screen.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
    let found = words.find_map(|words| match words[..] {
        ["│", "│", line, first, second, ..] if line == number => Some(format!("{first}{second}")),
        _ => None,
    });
    found.unwrap_or_else(|| panic!("no line {number}:\n{screen}"))
}

/// Number of the line that is asked back.
fn asked_line(flow: &Flow) -> String {
    let said = said(flow);
    said.split("паперу рядок ").nth(1).unwrap().chars().take(1).collect()
}

#[test]
fn from_nothing_to_the_search() {
    let mut desk = a_first_start();
    desk.shows("крок 1 з 6");
    filled(&mut desk);
    desk.shows("крок 5 з 6").shows("Луцький центр").shows("Луцька громада · Волинська область");
    desk.shows("Олена Ковальчук (olena)");
    desk.keys("<Enter>").shows("крок 6 з 6").shows("Паперовий ключ");
    desk.keys("<Enter>");
    let number = asked_line(&desk);
    desk.keys("<Esc>");
    let line = paper_line(&desk, &number);
    desk.keys(&format!("<Enter>{}<Enter>", line.to_lowercase()));
    assert_eq!(scope(&desk), Scope::Home);
    desk.shows("Луцький центр").shows("Олена Ковальчук");
    says(&desk, "Облік створено");
    assert_eq!(desk.model.cx.community(), Some("UA07080170000013585"));
}

#[test]
fn the_key_must_be_typed_back() {
    let mut desk = a_first_start();
    filled(&mut desk);
    desk.keys("<Enter><Enter>");
    let number = asked_line(&desk);
    desk.keys("<Enter>");
    says(&desk, &format!("Це не рядок {number}"));
    desk.keys("0000 0000<Enter>");
    says(&desk, &format!("Це не рядок {number}"));
    // Another line of the same paper is not it either.
    desk.keys("<Esc>");
    let other = if number == "1" { "2" } else { "1" };
    let line = paper_line(&desk, other);
    desk.keys(&format!("<Enter>{line}<F2>"));
    assert_eq!((scope(&desk), asked_line(&desk)), (Scope::Setup, number));
}

#[test]
fn after_the_creation_there_is_no_way_back() {
    let mut desk = a_first_start();
    filled(&mut desk);
    desk.keys("<Enter><Esc>").shows("Паперовий ключ");
    // Leaving now would lose the key: the safe button has the focus.
    desk.keys("<F10><Enter>").shows("Паперовий ключ");
    assert!(!desk.model.quit);
}

#[test]
fn a_wrong_repeat_of_the_password_is_said() {
    let mut desk = a_first_start();
    desk.keys("<Enter>Центр<Enter><Enter>Олена<Tab>olena<Tab>сім груш за мостом<Tab>сім слив<Enter>");
    desk.shows("крок 4 з 6").shows("Паролі різні").shows("✗ обидва рази однаково");
}

#[test]
fn a_weak_password_is_refused_in_words() {
    let mut desk = a_first_start();
    desk.keys("<Enter>Центр<Enter><Enter>Олена<Tab>olena<Tab>короткий");
    desk.shows("· щонайменше 10 знаків").shows("(зараз 8)");
    desk.keys("<Tab>короткий<F2>").shows("крок 4 з 6");
    says(&desk, "Пароль надто простий: потрібно щонайменше 10 знаків");
    desk.keys("<Esc>").shows("крок 3 з 6");
}

#[rstest]
#[case("<Enter><Enter>", "крок 2 з 6", "Напишіть назву")]
#[case("<Enter>Ц<Enter>щщщ<Enter>", "крок 3 з 6", "Такої громади в довіднику немає")]
#[case("<Enter>Ц<Enter><Enter><F2>", "крок 4 з 6", "Напишіть ім’я")]
#[case("<Enter>Ц<Enter><Enter>О<F2>", "крок 4 з 6", "Наберіть логін")]
fn a_page_says_what_is_missing(#[case] keys: &str, #[case] step: &str, #[case] sentence: &str) {
    let mut desk = a_first_start();
    desk.keys(keys).shows(step);
    says(&desk, sentence);
}

#[test]
fn a_login_of_strange_signs_leads_back_to_its_field() {
    let mut desk = a_first_start();
    desk.keys(&format!("<Enter>Ц<Enter><Enter>Олена<Tab>олена ко<Tab>{NEW_PASSWORD}<Tab>{NEW_PASSWORD}<Enter><Enter>"));
    desk.shows("крок 4 з 6");
    says(&desk, "Логін складається з літер");
    desk.keys("<Backspace><Backspace><Backspace><F2><Enter>").shows("Паперовий ключ");
}

#[test]
fn the_language_changes_at_once() {
    let mut desk = a_first_start();
    desk.keys("<Down>").shows("step 1 of 6");
    desk.keys("<Up>").shows("крок 1 з 6");
    desk.keys("2<Enter>").shows("Your office");
}

#[test]
fn a_file_that_is_already_there_is_left_alone() {
    let mut desk = nobody_at("office.db", |path| Box::new(Setup::new(path.to_owned())));
    filled(&mut desk);
    desk.keys("<Enter>").shows("крок 5 з 6");
    says(&desk, "вже існує й лишився без змін");
}

#[test]
fn login_and_password_open_the_desk() {
    let mut desk = a_door();
    desk.shows("Забули пароль? F9 → Паперовий ключ");
    desk.keys(&format!("{LOGIN}<Enter>{PASSWORD}<Enter>"));
    assert_eq!(scope(&desk), Scope::Home);
    desk.shows("Олена К.");
}

#[test]
fn a_wrong_password_says_one_sentence_and_keeps_the_login() {
    let mut desk = a_door();
    desk.keys(&format!("{LOGIN}<Tab>не той пароль<F2>"));
    says(&desk, "Логін або пароль не підходить.");
    desk.shows("olena").hides("••");
    // The focus waits in the password.
    desk.keys(&format!("{PASSWORD}<Enter>"));
    assert_eq!(scope(&desk), Scope::Home);
}

#[test]
fn an_empty_field_asks_for_itself() {
    let mut desk = a_door();
    desk.keys("<F2>").shows("Наберіть логін.");
    desk.keys("olena<F2>").shows("Наберіть пароль.");
}

#[test]
fn after_many_wrong_tries_the_door_counts_the_seconds_down() {
    let mut desk = a_door();
    desk.keys("olena<Tab>");
    for _ in 0..12 {
        desk.keys("хибний<Enter>");
        if desk.screen().contains("зачекайте ще") {
            break;
        }
    }
    desk.shows("Забагато помилок поспіль: зачекайте ще");
    let now = desk.model.cx.now + chrono::TimeDelta::hours(2);
    update(&mut desk.model, Msg::Tick(now));
    desk.hides("зачекайте ще");
}

#[test]
fn keys_pressed_while_the_password_is_checked_are_dropped() {
    let mut desk = a_door();
    desk.keys(&format!("{LOGIN}<Tab>{PASSWORD}"));
    let enter = || Msg::Input(Input::Key(Key::Enter));
    assert!(matches!(update(&mut desk.model, enter())[..], [Effect::SignIn { .. }]));
    desk.shows("перевіряю…");
    assert!(update(&mut desk.model, enter()).is_empty());
    assert!(update(&mut desk.model, Msg::Input(Input::Text("ще".to_owned()))).is_empty());
}

/// The whole paper key of the office in this folder.
fn paper(desk: &Flow) -> String {
    desk.office.recovery.lines().iter().map(|line| line.to_string()).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_paper_key_gives_a_new_password() {
    let mut desk = a_door();
    desk.keys("olena<F9>папер<Enter>").shows("Вхід за паперовим ключем");
    let typed = paper(&desk).to_lowercase();
    // The login came along from the sign-in; after the last sign of the key the cursor stands behind it.
    desk.keys(&format!("{typed}<Tab>{NEW_PASSWORD}<Tab>{NEW_PASSWORD}<F2>"));
    assert_eq!(scope(&desk), Scope::Home);
    says(&desk, "Пароль змінено, ви ввійшли");
    assert!(desk.office.sign_in(LOGIN, NEW_PASSWORD).is_ok());
}

#[test]
fn the_paper_key_may_be_pasted() {
    let mut desk = a_door();
    desk.keys("<F9>папер<Enter>");
    let key = paper(&desk);
    desk.burst(&key).shows(&key[..9]).shows(&key[key.len() - 9..]);
}

#[test]
fn a_slip_of_the_pen_is_found_on_its_line() {
    let mut desk = a_door();
    desk.keys("<F9>папер<Enter>");
    let mut lines: Vec<String> = paper(&desk).split(' ').map(str::to_owned).collect();
    let wrong = if lines[5].starts_with('A') { "B" } else { "A" };
    lines[5].replace_range(0..1, wrong);
    desk.keys(&format!("{}<F2>", lines.concat()));
    says(&desk, "У рядку 3 ключа відновлення помилка");
    desk.shows("У цьому рядку помилка: звірте його з папером.");
}

#[test]
fn the_paper_key_asks_for_an_administrators_login() {
    let mut desk = a_door();
    desk.keys("<F9>папер<Enter>");
    let key = paper(&desk);
    desk.keys(&format!("{key}ніхто<Tab>{NEW_PASSWORD}<Tab>{NEW_PASSWORD}<F2>"));
    says(&desk, "Адміністратора з таким логіном немає.");
    desk.keys("<Esc><Right><Enter>").shows("Забули пароль?");
}

#[test]
fn signing_out_returns_to_the_sign_in() {
    let mut desk = a_desk();
    desk.keys("<F9>вийти з роботи<Enter>");
    assert_eq!((scope(&desk), desk.model.layers.len()), (Scope::SignIn, 1));
    assert!(desk.model.cx.session.is_none());
    desk.hides("Олена К.");
}

/// Puts the cursor of the list on this colleague.
fn on_row(desk: &mut Flow, name: &str) {
    desk.keys("<Home>");
    while !desk.screen().contains(&format!("▸ {name}")) {
        let before = desk.screen();
        assert_ne!(before, desk.keys("<Down>").screen(), "{name} is not in the list:\n{before}");
    }
}

#[test]
fn a_colleague_is_added_and_can_sign_in() {
    let mut desk = a_desk();
    desk.keys("<F9>працівн<Enter>").shows("Працівники · 1").shows("це ви");
    desk.keys(&format!("<F7>Ірина Мельник<Tab>Iryna<Tab><Tab>{NEW_PASSWORD}<Tab>{NEW_PASSWORD}<F2>"));
    says(&desk, "Додано: Ірина Мельник, логін Iryna.");
    desk.shows("Працівники · 2").shows("приймальня");
    assert_eq!(desk.office.sign_in("iryna", NEW_PASSWORD).unwrap().staff().role, Role::Reception);
}

#[test]
fn a_taken_login_is_said_and_the_form_stays() {
    let mut desk = a_desk();
    let add = format!("<F9>працівн<Enter><F7>Олена Друга<Tab>olena<Tab><Tab>{NEW_PASSWORD}<Tab>{NEW_PASSWORD}<F2>");
    desk.keys(&add);
    says(&desk, "Такий логін уже є");
    desk.keys("2<F2>").shows("Працівники · 2").shows("olena2");
}

#[test]
fn role_and_password_change_together() {
    let mut office = an_office();
    office.desk_of(Role::Trainer);
    let administrator = office.another_desk();
    let mut desk = Flow::of(office, administrator, Lang::Uk);
    desk.keys("<F9>працівн<Enter>");
    on_row(&mut desk, "trainer");
    desk.keys("<Enter>").shows("trainer · роль і пароль");
    desk.keys(&format!("4<Tab>{NEW_PASSWORD}<Tab>{NEW_PASSWORD}<Enter>"));
    says(&desk, "trainer: тепер роль «супровід» і новий пароль.");
    assert_eq!(desk.office.sign_in("trainer-x", NEW_PASSWORD).unwrap().staff().role, Role::CaseWorker);
}

#[test]
fn a_disabled_colleague_is_seen_with_the_day_and_cannot_sign_in() {
    let mut desk = a_desk();
    desk.keys("<F9>працівн<Enter>");
    desk.keys(&format!("<F7>Ірина<Tab>iryna<Tab><Tab>{NEW_PASSWORD}<Tab>{NEW_PASSWORD}<F2>"));
    on_row(&mut desk, "Ірина");
    // The safe button has the focus.
    desk.keys("<F8><Enter>").hides("вимкнено 21.11.2026");
    desk.keys("<F8><Right><Enter>").shows("вимкнено 21.11.2026");
    says(&desk, "Ірина більше не зможе ввійти.");
    assert!(desk.office.sign_in("iryna", NEW_PASSWORD).is_err());
    desk.keys("<End><F4>");
    says(&desk, "Ірина уже не працює тут: вимкнено 21.11.2026.");
}

#[test]
fn the_last_administrator_stays() {
    let mut desk = a_desk();
    desk.keys("<F9>працівн<Enter><F8><Right><Enter>");
    says(&desk, "Це останній адміністратор, його залишено.");
    desk.keys("<F4>1<F2>");
    says(&desk, "Це останній адміністратор, його залишено.");
    desk.keys("<Esc>").shows("адміністратор").hides("вимкнено 2");
}

#[test]
fn whoever_gives_the_role_away_leaves_the_list() {
    let mut desk = a_desk();
    let second = format!("<F7>Ірина<Tab>iryna<Tab>6<Tab>{NEW_PASSWORD}<Tab>{NEW_PASSWORD}<F2>");
    desk.keys("<F9>працівн<Enter>").keys(&second);
    on_row(&mut desk, "Олена");
    desk.keys("<F4>1<F2>");
    assert_eq!(scope(&desk), Scope::Home);
}

#[test]
fn one_changes_ones_own_password_whatever_the_role() {
    let mut desk = a_desk_of(Role::Storekeeper);
    desk.keys(&format!("<F9>мій пароль<Enter>{NEW_PASSWORD}<Tab>{NEW_PASSWORD}<Enter>"));
    says(&desk, "Ваш пароль змінено");
    assert!(desk.office.sign_in("storekeeper-x", NEW_PASSWORD).is_ok());
}

#[test]
fn a_role_without_the_right_sees_the_command_with_the_reason() {
    let mut desk = a_desk_of(Role::Reception);
    desk.keys("<F9>працівн").shows("✗");
    desk.keys("<Enter>");
    says(&desk, "Ваша роль не дозволяє додавати й вимикати працівників.");
}

/// How the screens look. The paths and the paper key stand still so that the pictures do.
mod looks {
    use super::*;

    const KEY: [&str; 8] =
        ["00JM MVT6", "JJWX W256", "5N97 F77C", "R7K1 0DCB", "B9ZT 9J9K", "XRC3 TRGY", "GYPD 3XQ0", "412P N3ZB"];

    fn path() -> PathBuf {
        PathBuf::from("/home/olena/.local/share/stiika/office.stiika")
    }

    fn olena() -> Session {
        Session {
            staff: colleague(1, "olena", "Олена Ковальчук", Role::Administrator),
            profile: OfficeProfile { name: "Луцький центр".to_owned(), community: None },
            settings: OfficeSettings::default(),
            catalogue: std::sync::Arc::default(),
            nonce: Uuid::from_u128(1),
        }
    }

    fn colleague(id: u128, login: &str, name: &str, role: Role) -> Staff {
        let (login, name) = (login.to_owned(), name.to_owned());
        Staff { id: StaffId(Uuid::from_u128(id)), login, name, role, disabled_on: None }
    }

    fn colleagues() -> Vec<Staff> {
        let gone = common::day("2026-03-12");
        vec![
            olena().staff,
            Staff { disabled_on: Some(gone), ..colleague(2, "petro", "Петро Бойко", Role::Storekeeper) },
            colleague(3, "iryna.melnyk", "Ірина Мельник-Заболотна", Role::Reception),
            colleague(4, "sofiia", "Софія Гнатюк", Role::CaseWorker),
        ]
    }

    /// A desk whose replies are written by hand.
    struct Picture {
        model: Model,
        lang: Lang,
        size: (u16, u16),
    }

    impl Picture {
        fn of(first: Box<dyn Screen>, lang: Lang, size: (u16, u16)) -> Self {
            let now = common::StandingClock::new().now();
            let cx = Context::new(lang, ThemeName::Plain, size, now).on(&path());
            Self { model: Model::new(cx, first), lang, size }
        }

        fn keys(&mut self, typed: &str) -> &mut Self {
            for key in common::flow::keys(typed) {
                update(&mut self.model, Msg::Input(Input::Key(key)));
            }
            self
        }

        fn hear(&mut self, reply: Reply) -> &mut Self {
            update(&mut self.model, Msg::Reply(Box::new(reply)));
            self
        }

        fn is(&mut self, name: &str) -> &mut Self {
            let screen = common::flow::screen_of(&self.model);
            insta::assert_snapshot!(format!("{name}_{}_{}", self.lang.code(), self.size.0), screen);
            self
        }
    }

    #[rstest]
    fn the_first_start(#[values(Lang::Uk, Lang::En)] lang: Lang, #[values((80, 24), (120, 40))] size: (u16, u16)) {
        let lines: Vec<_> = KEY.iter().map(|line| Zeroizing::new((*line).to_owned())).collect();
        let mut picture = Picture::of(Box::new(Setup::new(path())), lang, size);
        picture.is("setup_1_language").keys("<Enter>").is("setup_2_office");
        picture.keys("Луцький центр<Enter>луц").is("setup_3_community").keys("<Enter><Enter>");
        picture.keys("Олена Ковальчук<Tab>olena<Tab>сім груш<Tab>сім").is("setup_4_administrator");
        picture.keys("<Up>сім груш за мостом<Down>сім груш за мостом<Enter>").is("setup_5_summary");
        picture.keys("<Enter>").is("setup_5_creating");
        picture.hear(Reply::Founded(Ok((olena(), lines)))).is("setup_6_key");
        picture.keys("<Enter>XRC3 TRGG<Enter>").is("setup_6_key_back");
    }

    #[rstest]
    fn the_sign_in(#[values(Lang::Uk, Lang::En)] lang: Lang, #[values((80, 24), (120, 40))] size: (u16, u16)) {
        let mut picture = Picture::of(Box::new(SignIn::new(path())), lang, size);
        picture.is("sign_in").keys("olena<Tab>коза<Enter>").is("sign_in_checking");
        let wait = stiika::store::StoreError::Wait { seconds: 32 };
        picture.hear(Reply::SignedIn(Err(wait.into()))).is("sign_in_closed");
        picture.keys("<F9>").keys(if lang == Lang::Uk { "папер<Enter>" } else { "paper<Enter>" });
        picture.keys("00jmmvt6jjwxw2565n97f77cr7k1").is("recovery");
    }

    #[rstest]
    fn the_staff(#[values(Lang::Uk, Lang::En)] lang: Lang, #[values((80, 24), (120, 40))] size: (u16, u16)) {
        let mut picture = Picture::of(Box::new(SignIn::new(path())), lang, size);
        picture.hear(Reply::SignedIn(Ok(olena()))).keys("<F9>").keys(if lang == Lang::Uk {
            "працівн<Enter>"
        } else {
            "staff<Enter>"
        });
        picture.is("staff_loading").hear(Reply::StaffList(Ok(colleagues()))).is("staff_list");
        picture.keys("<F7>Марія Кравчук<Tab>maria<Tab>").is("staff_form_add").keys("<Esc><Right><Enter>");
        picture.keys("<Down><F4>").is("staff_form_edit").keys("<Esc><F8>").is("staff_disable");
    }
}
