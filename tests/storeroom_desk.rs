//! The storeroom's screens as its people use them, and how they look in both languages and sizes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

use common::flow::{Flow, a_desk, a_desk_of};
use common::storeroom::{car, kit_of, storeroom, there};
use common::{AnOffice, an_office};
use rstest::rstest;
use stiika::domain::staff::Role;
use stiika::text::Lang;
use stiika::tui::app::{Input, Msg, update};
use stiika::tui::commands::Scope;
use stiika::tui::keys::Key;

const TO_STOREROOM: &str = "<F9>склад<Enter>";

fn with_goods(mut desk: Flow) -> Flow {
    desk.office.with_goods();
    desk.looks_around();
    desk.keys(TO_STOREROOM);
    desk
}

/// A storekeeper at the shelf.
fn a_storekeeper() -> Flow {
    with_goods(a_desk_of(Role::Storekeeper))
}

fn left(desk: &mut Flow, code: &str) -> i64 {
    there(&mut desk.office.office, &storeroom(), code)
}

fn scope(desk: &Flow) -> Scope {
    desk.model.top().unwrap().scope()
}

#[test]
fn what_lies_there_is_seen_by_group_with_weight_and_what_ends_soon() {
    let mut desk = a_storekeeper();
    desk.shows("Головний склад").shows("Продуктовий набір").shows("140 наб.").shows("812,5 кг");
    desk.shows("до 30.11.2026").shows("▼ мало").shows("5 найменувань");
    // The lots of the one under the cursor, the one that goes first before the other.
    desk.shows("20 (до 30.11.2026, Червоний Хрест, надійшло 02.11.2026)").shows("120 (до 31.03.2027, Карітас Луцьк");
}

#[test]
fn typing_narrows_also_in_the_wrong_layout_and_finds_what_is_not_there() {
    let mut desk = a_storekeeper();
    desk.keys("одя").shows("Одяг вживаний").hides("Гігієнічний");
    desk.keys("<Esc>jlzu").shows("Одяг вживаний").hides("Гігієнічний");
    desk.keys("<Esc>велосипедна лебідка").shows("Такого тут немає");
    desk.keys("<Esc>").shows("Гігієнічний набір");
    assert_eq!(scope(&desk), Scope::Storeroom);
}

#[test]
fn tab_goes_to_the_car_and_to_all_places_together() {
    let mut desk = a_storekeeper();
    desk.keys("<Tab>").shows("[▸Машина бригади◂]").shows("F7 — записати надходження");
    desk.keys("<Tab>").shows("[▸Усі місця◂]").shows("812,5 кг");
    desk.keys("<BackTab><BackTab>").shows("[▸Головний склад◂]");
}

#[test]
fn a_receipt_of_three_lines_from_a_new_donor_is_one_act() {
    let mut desk = a_storekeeper();
    desk.keys("<F7>ГО Разом<Tab>").shows("додам нового благодійника «ГО Разом»");
    desk.keys("накладна 12<Tab><Tab><Tab>одяг 120<Enter>прод 50 до 03.2027<Enter>олія 8<Enter>");
    desk.shows("Одяг вживаний")
        .shows("120,0 кг")
        .shows("50 наб.")
        .shows("31.03.2027")
        .shows("Разом: 3 рядки, 727,2 кг");
    desk.keys("<F2>").shows("Надходження збережено: акт 2026/00004");
    assert_eq!(scope(&desk), Scope::Storeroom);
    assert_eq!((left(&mut desk, "clothes"), left(&mut desk, "food_kit"), left(&mut desk, "oil")), (932_500, 190, 48));
    // The donor is known from now on, and found by a few letters.
    desk.keys("<F7>разо<Enter>").shows("ГО Разом").hides("додам нового");
}

#[test]
fn enter_twice_is_one_receipt() {
    let mut desk = a_storekeeper();
    desk.keys("<F7>Карітас<Enter><Tab><Tab><Tab>одяг 10<Enter>");
    let first = update(&mut desk.model, Msg::Input(Input::Key(Key::F(2))));
    let second = update(&mut desk.model, Msg::Input(Input::Key(Key::F(2))));
    assert!(second.is_empty(), "the second press waits for the first");
    desk.performs(first);
    assert_eq!(left(&mut desk, "clothes"), 822_500);
}

#[rstest]
#[case("одяг", "Скільки?")]
#[case("одяг 0", "0")]
#[case("одяг -3", "")]
#[case("прод 50", "додайте «до 03.2027»")]
#[case("прод 50 до 13.2027", "не дата")]
#[case("прод 5 до 01.2020", "минув")]
#[case("одяг 5 до 01.2028", "термін не ведеться")]
#[case("олія 2,5", "")]
#[case("пальто 5", "Такої речі в довіднику немає")]
fn what_cannot_be_is_said_at_the_line_and_stays_typed(#[case] typed: &str, #[case] said: &str) {
    let mut desk = a_storekeeper();
    desk.keys("<F7>Карітас<Enter><Tab><Tab><Tab>").keys(typed).keys("<Enter>");
    desk.shows("✗ ").shows(said).shows("Ще нічого не набрано");
    desk.keys("<F2>");
    assert_eq!(scope(&desk), Scope::Goods, "nothing was written");
    assert_eq!(left(&mut desk, "clothes"), 812_500);
}

#[test]
fn a_line_is_taken_back_into_the_entry_and_removed() {
    let mut desk = a_storekeeper();
    desk.keys("<F7>Карітас<Enter><Tab><Tab><Tab>одяг 12<Enter>олія 3<Enter><Down><F4>").shows("Одяг вживаний 12,0");
    desk.keys("<Enter>").shows("Разом: 2 рядки");
    desk.keys("<Down><Down><F8>").shows("Разом: 1 рядок");
    desk.keys("<F8>").shows("Ще нічого не набрано");
}

#[test]
fn a_write_off_needs_what_is_there_and_says_how_much_that_is() {
    let mut desk = a_storekeeper();
    desk.keys("гіг<Enter>3").shows("Гігієнічний набір ").keys("28<Enter>");
    desk.shows("Тут 25 наборів, у папері 28").shows("Гігієнічний набір 25");
    desk.keys("<Backspace><Backspace>3<Enter>").shows("22 наб.");
    desk.keys("<F2>").shows("Списано: акт 2026/00004");
    assert_eq!(left(&mut desk, "hygiene_kit"), 22);
}

#[test]
fn what_another_desk_took_appears_by_itself() {
    let mut desk = a_storekeeper();
    desk.shows("140 наб.");
    let office = &mut desk.office.office;
    let deed = office.new_deed();
    let gone = common::storeroom::gone("food_kit", 20);
    office.write_off(deed, &common::storeroom::removal(storeroom(), vec![gone])).unwrap();
    desk.looks_around().shows("120 наб.").hides("до 30.11.2026");
}

#[test]
fn another_reason_wants_words() {
    let mut desk = a_storekeeper();
    desk.keys("<F9>спис<Enter>олія 3<Enter><Tab>5<F2>").shows("Потрібна причина");
    desk.keys("розбилося<F2>").shows("Списано: акт");
}

#[test]
fn what_another_desk_took_meanwhile_is_said_at_the_line() {
    let mut desk = a_storekeeper();
    desk.keys("гіг<Enter>324<Enter>");
    let office = &mut desk.office.office;
    let deed = office.new_deed();
    office
        .write_off(deed, &common::storeroom::removal(storeroom(), vec![common::storeroom::gone("hygiene_kit", 20)]))
        .unwrap();
    desk.keys("<F2>").shows("✗");
    assert_eq!(scope(&desk), Scope::Goods, "what is typed stays");
    desk.keys("<F8>гіг 5<Enter><F2>").shows("Списано");
    assert_eq!(left(&mut desk, "hygiene_kit"), 0);
}

#[test]
fn into_the_car_and_everything_back_by_one_key() {
    let mut desk = a_storekeeper();
    desk.keys("<Enter>4одяг 40<Enter>прод 10<Enter><F2>").shows("Переміщено: акт 2026/00004");
    assert_eq!(there(&mut desk.office.office, &car(), "food_kit"), 10);
    desk.keys("<Tab>").shows("[▸Машина бригади◂]").shows("10 наб.");
    desk.keys("<Enter>4+").shows("Разом: 2 рядки").keys("<F2>").shows("Переміщено");
    assert_eq!(there(&mut desk.office.office, &car(), "food_kit"), 0);
    assert_eq!(left(&mut desk, "food_kit"), 140);
}

#[test]
fn kits_are_made_as_far_as_their_parts_reach() {
    let mut desk = a_desk_of(Role::Storekeeper);
    desk.office.with_goods();
    kit_of(&mut desk.office.office, &[("rice", 1000), ("oil", 1)]);
    desk.looks_around();
    desk.keys(TO_STOREROOM).keys("прод<Enter>5");
    desk.shows("Можна скласти 25 наборів").shows("Крупа рисова").shows("1,0 кг");
    desk.keys("30<Enter>").shows("Вистачить на 25 наборів, у папері 30").shows("«Крупа рисова»");
    desk.keys("<Backspace><Backspace>20<Enter>").shows("Набори складено: акт 2026/00004");
    assert_eq!((left(&mut desk, "food_kit"), left(&mut desk, "rice"), left(&mut desk, "oil")), (160, 5_000, 20));
    desk.keys("<Enter>63<Enter>").shows("Набори розібрано");
    assert_eq!(left(&mut desk, "food_kit"), 157);
}

#[test]
fn movements_have_the_balance_after_each_and_the_newest_on_top() {
    let mut desk = a_storekeeper();
    desk.keys("прод<F3>").shows("Рух · Продуктовий набір").shows("+20").shows("+120").shows("Червоний Хрест");
    let screen = desk.screen();
    let place = |text: &str| screen.lines().position(|line| line.contains(text)).unwrap();
    assert!(place("02.11.2026") < place("01.10.2026"));
    assert!(screen.lines().nth(place("02.11.2026")).unwrap().trim_end_matches([' ', '│']).ends_with("140"));
}

#[test]
fn who_may_only_look_is_told_so_and_a_trainer_does_not_come_in() {
    let mut desk = with_goods(a_desk_of(Role::Reception));
    desk.shows("Продуктовий набір").keys("<F7>");
    assert_eq!(scope(&desk), Scope::Storeroom);
    desk.keys("<Enter>2");
    assert_ne!(scope(&desk), Scope::Goods);
    let mut desk = a_desk_of(Role::Trainer);
    desk.keys(TO_STOREROOM);
    assert_ne!(scope(&desk), Scope::Storeroom);
}

/// The same office at the desk of somebody else.
fn as_colleague(office: AnOffice, role: Role) -> Flow {
    let mut office = office;
    let at_desk = office.desk_of(role);
    Flow::of(office, at_desk, Lang::Uk)
}

#[test]
fn one_counts_and_another_approves() {
    let mut keeper = a_storekeeper();
    keeper.keys("<Enter>7<F7>").shows("Інвентаризація · Головний склад").shows("рахують");
    // Food kits as in the books, hygiene kits two less; the rest as in the books.
    keeper.keys(" 23<Enter>").shows("−2 наб.");
    keeper.keys("+").shows("Пораховано 5 з 5, різниця у 1 рядку");
    keeper.keys("<F2>").shows("Передано на затвердження, різниця у 1 рядку");
    keeper.keys("<Enter><F2>").shows("Передано на затвердження");
    assert_eq!(left(&mut keeper, "hygiene_kit"), 25, "nothing is posted before somebody else approves");
    let mut director = as_colleague(keeper.office, Role::Director);
    director.keys(TO_STOREROOM).keys("<F9>інвент<Enter><Enter>").shows("чекає на затвердження").shows("−2 наб.");
    director.keys("<F2>").shows("Буде проведено 1 різницю: Гігієнічний набір −2 наб.");
    director.keys("<Right><Enter>").shows("Інвентаризацію затверджено, різниці проведено: акт 2026/00004");
    assert_eq!(left(&mut director, "hygiene_kit"), 23);
}

#[test]
fn a_count_is_gone_on_with_after_a_power_cut() {
    let mut desk = with_goods(a_desk());
    desk.keys("<Enter>7<F7>138<Enter>24").seconds(2);
    desk.is_killed().signs_in("olena").shows("аркуш інвентаризації");
    desk.keys("<Enter>")
        .shows("138")
        .shows("−2 наб.")
        .keys("+<F2>")
        .shows("Передано на затвердження, різниці у 2 рядках");
}

#[test]
fn a_receipt_is_gone_on_with_after_a_power_cut() {
    let mut desk = with_goods(a_desk());
    desk.keys("<F7>Карітас<Enter>лист 5<Tab><Tab><Tab>одяг 120<Enter>прод 5").seconds(2);
    desk.is_killed().signs_in("olena").shows("папір складу · Карітас");
    desk.keys("<Enter>")
        .shows("лист 5")
        .shows("120,0 кг")
        .keys(" до 05.2027<Enter><F2>")
        .shows("Надходження збережено");
    assert_eq!(left(&mut desk, "clothes"), 932_500);
}

#[test]
fn a_donor_sees_what_came_and_what_is_left() {
    let mut desk = a_storekeeper();
    desk.keys("<Enter>8").shows("Карітас Луцьк").keys("каріт<Enter>");
    desk.shows("Благодійник · Карітас Луцьк").shows("Надійшло 2 рази").shows("120 наб.").shows("Для листа подяки");
    desk.keys("<Left><Left>").shows("[▸місяць◂]").shows("Надійшло 1 раз");
}

#[test]
fn an_empty_storeroom_says_what_to_press() {
    let mut desk = a_desk();
    desk.keys(TO_STOREROOM)
        .shows("F7 — записати надходження")
        .keys("<F9>інвент<Enter>")
        .shows("F7 — почати")
        .keys("<Esc>");
    desk.keys("<F9>благод<Enter>").shows("Благодійників ще немає");
}

/// A storeroom in this language and size.
fn a_storeroom_in(lang: Lang, (width, height): (u16, u16)) -> Flow {
    let mut office = an_office();
    office.with_goods();
    kit_of(&mut office.office, &[("rice", 1000), ("oil", 1)]);
    let at_desk = office.desk_of(Role::Storekeeper);
    let desk = Flow::of(office, at_desk, Lang::Uk);
    let desk = if lang == Lang::En { desk.in_english() } else { desk };
    let mut desk = desk.sized(width, height);
    desk.keys(if lang == Lang::Uk { TO_STOREROOM } else { "<F9>storeroom<Enter>" });
    desk
}

fn is(desk: &Flow, name: &str) {
    let lang = desk.model.cx.texts.lang().code();
    insta::assert_snapshot!(format!("{name}_{lang}_{}", desk.model.cx.size.0), desk.screen());
}

#[rstest]
fn the_pictures(#[values(Lang::Uk, Lang::En)] lang: Lang, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let mut desk = a_storeroom_in(lang, size);
    is(&desk, "storeroom");
    desk.keys("<Enter>");
    is(&desk, "storeroom_deeds");
    desk.keys("<Esc><F7>");
    let uk = lang == Lang::Uk;
    desk.keys("Карітас<Enter>");
    desk.keys("12/7<Tab><Tab><Tab>");
    desk.keys(if uk {
        "одяг 120<Enter>прод 50 до 03.2027<Enter>наб"
    } else {
        "clothes 120<Enter>food 50 until 03.2027<Enter>kit"
    });
    is(&desk, "storeroom_receipt");
    desk.keys("<Esc><Esc><Right><Enter>");
    desk.keys(if uk { "гіг<Enter>328<Enter>" } else { "hyg<Enter>328<Enter>" });
    is(&desk, "storeroom_write_off_short");
    desk.keys("<Esc><Right><Enter><Esc><Enter>4+");
    is(&desk, "storeroom_transfer");
    desk.keys("<Esc><Right><Enter><Enter>530");
    is(&desk, "storeroom_kits");
    desk.keys("<Esc><Right><Enter><F3>");
    is(&desk, "storeroom_movements");
    desk.keys("<Esc><Enter>7<F7> 23<Enter>40,x<Enter><Up>");
    is(&desk, "storeroom_count");
    desk.keys("<F1>");
    is(&desk, "storeroom_count_help");
    desk.keys("<Esc><Esc><Right><Enter>");
    is(&desk, "storeroom_counts");
    desk.keys("<Esc><Enter>8<Enter>");
    is(&desk, "storeroom_donor");
    desk.keys("<Esc><Esc><Enter>9");
    is(&desk, "storeroom_papers");
    desk.keys("2");
    is(&desk, "storeroom_print");
    desk.keys("<Esc><Enter>94");
    is(&desk, "storeroom_distribution");
    desk.keys("<Esc><Enter>7<Enter><F7>");
    is(&desk, "storeroom_count_add");
}

#[test]
fn what_lies_on_the_shelf_and_not_on_the_sheet_is_counted_too() {
    let mut keeper = with_goods(a_desk());
    keeper.keys("<Enter>7<F7><F7>").shows("Яка річ?").keys("окуляр").shows("окуляри");
    keeper.keys("<Esc><F7>іграшк<Enter>").shows("іграшки").keys("3,5<Enter>").shows("+3,5 кг");
    // It lies in the draft too.
    keeper.seconds(2);
    keeper.is_killed().signs_in("olena").keys("<Enter>").shows("іграшки").shows("+3,5 кг");
    keeper.keys("<F2>").shows("Передано на затвердження, різниця у 1 рядку");
    let mut director = as_colleague(keeper.office, Role::Director);
    director.keys(TO_STOREROOM).keys("<F9>інвент<Enter><Enter><F2><Right><Enter>").shows("різниці проведено");
    assert_eq!(left(&mut director, "toys"), 3_500);
}

#[test]
fn every_screen_of_the_storeroom_gives_its_paper() {
    let mut desk = a_storekeeper();
    desk.keys("<Enter>9").shows("Щойно записаний акт ✗").keys("1").shows("Звідси ще нічого не записано");
    desk.keys("2").shows("Друк · Залишки · Головний склад").keys("<Esc>");
    desk.keys("<Enter>93").shows("Друк · Рух · Продуктовий набір").keys("<Esc>");
    desk.keys("<F3><F9>друк<Enter>").shows("Друк · Рух · Продуктовий набір").keys("<Esc><Esc>");
    // What was just written off stands first.
    desk.keys("олія<Enter>33<Enter><F2>").shows("Списано: акт 2026/00004").keys("<Esc><Enter>9");
    desk.shows("1  Акт 2026/00004").keys("1").shows("Друк · Акт 2026/00004").keys("<Esc>");
    desk.keys("<F9>благод<Enter><F9>друк<Enter>").shows("Спершу відкрийте сторінку").keys("<Esc>");
    desk.keys("<Enter><F9>друк<Enter>").shows("1  Звіт ·").keys("2").shows("Друк · Лист подяки ·");
    desk.shows("3  текст").hides("XLSX").keys("<Esc><Esc><Esc>");
    desk.keys("<Enter>7<F7><F9>друк<Enter>").shows("Друк · Опис · Головний склад, 21.11.2026");
}

#[test]
fn a_distribution_sheet_is_asked_for_by_days_place_and_programme() {
    let mut desk = a_storekeeper();
    desk.keys("<Enter>94").shows("Відомість видачі").shows("21.11.2026");
    desk.keys("<Enter>20112026<F2>").shows("Останній день раніший за перший");
    desk.keys("<Esc>").keys("<F9>відом<Enter>01112026").shows("01112026");
    desk.keys("<Enter>21112026<Enter> <Enter>").shows("Головний склад");
    desk.keys("<Enter>").shows("Друк · Відомість 01.11.2026 – 21.11.2026");
}

/// The desk stands while its effects are held back: what a person sees before an answer.
#[test]
fn before_the_answer_the_screen_says_that_it_reads() {
    let mut office = an_office();
    office.with_goods();
    let at_desk = office.desk_of(Role::Storekeeper);
    let mut desk = Flow::of(office, at_desk, Lang::Uk);
    let mut held = Vec::new();
    for key in common::flow::keys(TO_STOREROOM) {
        held.extend(update(&mut desk.model, Msg::Input(Input::Key(key))));
    }
    desk.shows("Читаю залишки");
    desk.performs(held);
    desk.shows("Продуктовий набір");
}
