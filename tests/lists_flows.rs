//! The screen of lists as its people use it, and how it looks in both languages and sizes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

use common::a_family_of;
use common::flow::{Flow, a_desk, a_desk_of};
use rstest::rstest;
use stiika::domain::staff::Role;
use stiika::exchange::FilesOfDisk;
use stiika::store::keys::KdfCost;
use stiika::text::Lang;
use stiika::tui::app::{Input, Msg, update};
use stiika::tui::commands::Scope;
use stiika::tui::keys::Key;
use stiika::tui::perform::Desk;

const TO_LISTS: &str = "<F9>спис<Enter>";

/// Four families: two displaced, one of them with children; the head's names begin with letters that Unicode puts elsewhere.
fn filled(mut desk: Flow) -> Flow {
    for draft in [
        a_family_of("Ґудзь Ганна Іванівна").displaced().with_child(6).with_child(11).draft(),
        a_family_of("Гнатюк Олег Петрович").displaced().with_note("дзвонити ввечері").draft(),
        a_family_of("Їжак Віра Олегівна").with_child(3).with_category("large_family").draft(),
        a_family_of("Ясен Тарас Ігорович").with_phone("0671234567").draft(),
    ] {
        desk.office.register(&draft);
    }
    desk.looks_around();
    desk
}

fn a_list() -> Flow {
    let mut desk = filled(a_desk());
    desk.keys(TO_LISTS).shows("Знайдено: 4 сім’ї, 7 осіб, 3 дитини");
    desk
}

/// The heads that are on the screen, from the top.
fn heads(desk: &Flow) -> Vec<String> {
    let screen = desk.screen();
    let names = ["Ґудзь", "Гнатюк", "Їжак", "Ясен", "Нова"];
    screen
        .lines()
        .filter_map(|line| names.iter().find(|name| line.contains(**name)))
        .map(|name| (*name).to_owned())
        .collect()
}

#[test]
fn conditions_are_counted_while_they_are_typed() {
    let mut desk = a_list();
    assert_eq!(heads(&desk), ["Гнатюк", "Ґудзь", "Їжак", "Ясен"], "in the order of the alphabet");
    desk.keys("<Tab><Tab><Tab><Tab>впо<Enter>").shows("Знайдено: 2 сім’ї").shows("[ВПО]");
    desk.keys("<Esc><Esc>").shows("Умови: на обліку · є ВПО");
    assert_eq!(heads(&desk), ["Гнатюк", "Ґудзь"]);
    desk.keys("<F4><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab>10-12").shows("Знайдено: 1 сім’я, 3 особи, 2 дитини");
    desk.keys("<F9>без умов<Enter>").shows("Знайдено: 4 сім’ї");
}

#[test]
fn what_cannot_be_read_is_said_when_the_field_is_left_and_asks_for_nothing() {
    let mut desk = a_list();
    desk.keys("<F4><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab>шість<Tab><BackTab>");
    desk.shows("Тут потрібне число або проміжок").shows("Знайдено: 4 сім’ї");
}

#[test]
fn the_arrows_change_the_order_and_enter_opens_the_card() {
    let mut desk = a_list();
    desk.keys("<Right>").shows("▼Номер");
    desk.keys("<Left><Down><Enter>").shows("Члени сім’ї · 3 особи").shows("Ґудзь Ганна Іванівна");
    desk.keys("<Esc>").shows("Знайдено: 4 сім’ї");
    assert_eq!(desk.model.top().unwrap().scope(), Scope::Lists);
}

#[test]
fn marks_stay_when_the_conditions_change() {
    let mut desk = a_list();
    desk.keys("<Ins><Ins>").shows("позначено 2");
    desk.keys("<F4><Tab><Tab><Tab>багатодіт<Enter><Esc><Esc>").shows("Знайдено: 1 сім’я").shows("позначено 2");
    desk.keys("+").shows("позначено 3");
    desk.keys("<F9>без умов<Enter>*").shows("позначено 1");
    desk.shows("● ");
    desk.keys("-").hides("позначено");
}

#[test]
fn leaving_with_marks_asks_and_the_safe_button_has_the_focus() {
    let mut desk = a_list();
    desk.keys("<Ins><Esc>").shows("Позначено 1 сім’ю").keys("<Enter>").shows("позначено 1");
    desk.keys("<Esc><Tab><Enter>");
    assert_eq!(desk.model.top().unwrap().scope(), Scope::Home);
}

#[test]
fn a_category_for_the_marked_is_given_to_them_alone() {
    let mut desk = a_list();
    desk.keys("<Ins><Down><Ins><F9>категорія всім<Enter>").shows("Позначених сімей: 2.");
    desk.keys("малозаб<Enter>01112026<F2>").shows("Категорію отримали 2 сім’ї.");
    desk.hides("вже мали").keys("-<F4><Tab><Tab><Tab>малозаб<Enter>").shows("Знайдено: 2 сім’ї");
}

#[test]
fn what_is_done_to_all_that_are_found_is_asked_with_their_number() {
    let mut desk = a_list();
    desk.keys("<F9>категорія всім<Enter>").shows("буде для всіх знайдених сімей, 4.");
    desk.keys("малозаб<Enter><F2>").shows("Зробити це з усіма 4 знайденими").shows("[▸Нічого не робити◂]");
    desk.keys("<Enter>").shows("Категорія багатьом сім’ям");
    desk.keys("<F2><Tab><Enter>").shows("Категорію отримали 4 сім’ї.");
}

#[test]
fn a_note_is_added_to_the_head_of_each() {
    let mut desk = a_list();
    desk.keys("<Ins><F9>нотатка всім<Enter>запрошено на свято<F2>").shows("Рядок дописано 1 сім’ї.");
    desk.keys("<Home><Enter>").shows("дзвонити ввечері").shows("запрошено на свято");
}

#[test]
fn families_are_gathered_in_a_list_which_is_opened_and_emptied() {
    let mut desk = a_list();
    desk.keys("<Ins><Ins><F9>додати в<Enter>Миколай 2026<F2>").shows("До списку додано 2 сім’ї.");
    desk.keys("-<F9>іменовані<Enter>").shows("Миколай 2026").shows("2 сім’ї · від 21.11.2026");
    desk.keys("<Enter>").shows("Умови: зняті й на обліку · у списку «Миколай 2026»").shows("Знайдено: 2 сім’ї");
    desk.keys("<Ins><F8>").shows("Забрати 1 сім’ю зі списку «Миколай 2026»?");
    desk.keys("<Tab><Enter>").shows("Зі списку забрано 1 сім’ю.").shows("Знайдено: 1 сім’я");
    desk.keys("<F9>іменовані<Enter><F4>").shows("Інша назва списку");
    desk.keys("<End> року<F2>").shows("Миколай 2026 року");
    desk.keys("<F7>Різдво<F2>").shows("Різдво");
    desk.keys("<F8><Tab><Enter>").shows("Прибрано.").hides("Різдво");
}

#[test]
fn conditions_are_kept_under_a_name_opened_and_removed() {
    let mut desk = a_list();
    desk.keys("<F4><Tab><Tab><Tab>впо<Enter><Esc><F2>ВПО зараз<F2>").shows("Збережено: ВПО зараз.");
    desk.keys("<F9>без умов<Enter><F9>збережені<Enter>").shows("ВПО зараз").shows("на обліку · є ВПО");
    desk.keys("<Enter>").shows("Знайдено: 2 сім’ї");
    desk.keys("<F2>ВПО зараз<F2>").shows("Назва «ВПО зараз» уже зайнята");
    desk.keys("<Esc><Tab><Enter><F9>збережені<Enter><F8><Tab><Enter>")
        .shows("Прибрано.")
        .shows("Збережених умов ще немає");
}

#[test]
fn what_another_desk_registers_appears_and_marks_stay() {
    let mut desk = a_list();
    desk.keys("<Down><Ins>").shows("позначено 1");
    desk.office.register(&a_family_of("Нова Марія Іванівна").draft());
    desk.looks_around();
    desk.shows("Знайдено: 5 сімей").shows("позначено 1").shows("Нова Марія");
    // The row under the cursor is the same family as before.
    let screen = desk.screen();
    let chosen = screen.lines().find(|line| line.contains('▸')).unwrap();
    assert!(chosen.contains("Їжак"), "{screen}");
}

#[test]
fn all_that_are_found_are_not_more_than_the_person_was_told() {
    let mut desk = a_list();
    desk.keys("<F9>категорія всім<Enter>малозаб<Enter><F2>");
    desk.office.register(&a_family_of("Нова Марія Іванівна").draft());
    desk.keys("<Tab><Enter>").shows("список змінився: було 4, тепер 5").hides("малозаб.");
}

#[test]
fn the_found_go_into_a_file_that_nobody_else_may_read_and_never_over_another() {
    let mut desk = filled(a_desk());
    let (path, surroundings) = (desk.office.path(), desk.office.surroundings());
    let at_desk = desk.office.another_desk();
    desk.desk =
        Desk::signed_in(path, surroundings, KdfCost::FLOOR, at_desk).with_files(std::sync::Arc::new(FilesOfDisk));
    let file = desk.office.folder.path().join("families.csv");
    desk.keys(TO_LISTS).keys("<F4><Tab><Tab><Tab>впо<Enter><Esc><Esc><F9>вивантажити<Enter>");
    desk.burst(&file.display().to_string());
    desk.keys("<F2><Tab><Enter>").shows("Записано 2 сім’ї у файл");
    let written = std::fs::read_to_string(&file).unwrap();
    assert!(written.contains("Ґудзь") && written.contains("Гнатюк") && !written.contains("Ясен"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }
    desk.keys("<F9>вивантажити<Enter>");
    desk.burst(&file.display().to_string());
    desk.keys("<F2><Tab><Enter>").shows("уже є, його не зачеплено");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), written);
}

#[test]
fn a_role_is_offered_only_what_it_may_ask_by() {
    let mut desk = filled(a_desk_of(Role::Director));
    desk.office.register(&a_family_of("Нова Марія Іванівна").with_category("violence_survivor").draft());
    desk.keys(TO_LISTS).keys("<F4><Tab><Tab><Tab>насил").hides("постраждала");
    desk.keys("<Esc><F9>категорія всім<Enter>").shows("Ваша роль не дозволяє");
    let mut desk = filled(a_desk_of(Role::Storekeeper));
    desk.keys(TO_LISTS).shows("Ваша роль не дозволяє відбирати сім’ї списками");
}

#[test]
fn a_role_that_loses_lists_meanwhile_sees_no_more_of_them() {
    let mut desk = filled(a_desk_of(Role::Reception));
    desk.keys(TO_LISTS).shows("Знайдено: 4 сім’ї");
    let staff = desk.model.cx.session.as_ref().unwrap().staff.id;
    let deed = desk.office.office.new_deed();
    desk.office.office.change_role(deed, staff, Role::Storekeeper).unwrap();
    desk.keys("<Right>").shows("Ваша роль не дає відбирати сім’ї списками").hides("Ґудзь");
}

#[test]
fn an_answer_to_an_older_question_is_not_shown() {
    let mut desk = a_list();
    // Two conditions typed before the worker has answered the first: the answers come late and in order.
    let mut effects = Vec::new();
    for key in
        [Key::F(4), Key::Tab, Key::Tab, Key::Tab].into_iter().chain("впо".chars().map(Key::Char)).chain([Key::Enter])
    {
        effects.extend(update(&mut desk.model, Msg::Input(Input::Key(key))));
    }
    for _ in 0..2 {
        for key in [Key::Left, Key::Delete] {
            effects.extend(update(&mut desk.model, Msg::Input(Input::Key(key))));
        }
    }
    let first = effects.remove(0);
    let reply = desk.desk.perform(first).unwrap();
    desk.hear(reply);
    desk.shows("Знайдено: 4 сім’ї");
    for effect in effects {
        let reply = desk.desk.perform(effect).unwrap();
        desk.hear(reply);
    }
    desk.shows("Знайдено: 4 сім’ї");
}

fn is(desk: &Flow, name: &str) {
    let lang = desk.model.cx.texts.lang().code();
    insta::assert_snapshot!(format!("{name}_{lang}_{}", desk.model.cx.size.0), desk.screen());
}

#[rstest]
fn lists_look_so(#[values(Lang::Uk, Lang::En)] lang: Lang, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let desk = filled(a_desk());
    let desk = if lang == Lang::En { desk.in_english() } else { desk };
    let mut desk = desk.sized(size.0, size.1);
    desk.keys(if lang == Lang::En { "<F9>lists<Enter>" } else { TO_LISTS });
    is(&desk, "lists_rows");
    desk.keys("<Ins><F4><Tab><Tab><Tab>впо<Enter><Tab>");
    is(&desk, "lists_conditions");
    desk.keys("<Esc><Esc><F1>");
    is(&desk, "lists_help");
    desk.keys("<Esc><F9>");
    is(&desk, "lists_menu");
    let put = if lang == Lang::En { "add to a<Enter>" } else { "додати в<Enter>" };
    desk.keys(put);
    is(&desk, "lists_put");
    desk.keys("Миколай<F2>");
    let lists = if lang == Lang::En { "<F9>named<Enter>" } else { "<F9>іменовані<Enter>" };
    desk.keys(lists);
    is(&desk, "lists_named");
    desk.keys("<Esc><F2>ВПО<F2>");
    desk.keys(if lang == Lang::En { "<F9>saved fil<Enter>" } else { "<F9>збережені<Enter>" });
    is(&desk, "lists_filters");
    let all = if lang == Lang::En {
        "<Esc>-<F9>category for<Enter>low inc<Enter><F2>"
    } else {
        "<Esc>-<F9>категорія всім<Enter>малозаб<Enter><F2>"
    };
    desk.keys(all);
    is(&desk, "lists_all_asked");
}
