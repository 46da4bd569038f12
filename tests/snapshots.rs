//! The pictures of the main screens in both languages and sizes: what a person sees, cell by cell.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

use common::flow::{Flow, a_desk};
use common::{a_family_of, category};
use rstest::rstest;
use stiika::text::Lang;

/// A desk with three families, in this language and size.
fn a_desk_with_families(lang: Lang, (width, height): (u16, u16)) -> Flow {
    let mut desk = a_desk();
    let mut displaced = a_family_of("Шевченко Оксана Петрівна")
        .with_child(6)
        .with_child(2)
        .displaced()
        .with_phone("0671234567")
        .with_passport("КС123456")
        .draft();
    displaced.members[1].categories.push(category("child_disability"));
    desk.office.register(&displaced);
    desk.office.register(&a_family_of("Шевчук Оксана Іванівна").with_child(11).draft());
    desk.office
        .register(&a_family_of("Бойко Олег Миколайович").with_note("Дзвонити зранку, після обіду на роботі.").draft());
    desk.looks_around();
    let desk = if lang == Lang::En { desk.in_english() } else { desk };
    desk.sized(width, height)
}

fn is(desk: &Flow, name: &str) {
    let lang = desk.model.cx.texts.lang().code();
    insta::with_settings!({ filters => vec![(r" · [0-9A-Za-z-]+(\s*│)", " · HOST$1")] }, {
        insta::assert_snapshot!(format!("{name}_{lang}_{}", desk.model.cx.size.0), desk.screen());
    });
}

#[rstest]
fn the_search(#[values(Lang::Uk, Lang::En)] lang: Lang, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let mut desk = a_desk_with_families(lang, size);
    is(&desk, "search_empty");
    desk.keys("шев окс");
    is(&desk, "search_found");
    desk.keys("<Esc>itdxtyrj");
    is(&desk, "search_close");
    desk.keys("<Esc>щось якесь");
    is(&desk, "search_nothing");
}

#[rstest]
fn the_form(#[values(Lang::Uk, Lang::En)] lang: Lang, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let mut desk = a_desk_with_families(lang, size);
    desk.keys("шевченко оксана петрівна 0671234567<F7>");
    is(&desk, "form_likely");
    desk.keys("12031987<PgDn>луц");
    is(&desk, "form_places");
    desk.keys("<Enter>Кравчука 19г кв 5<PgDn>впо 24022022<PgDn>чол Іван Петрович 1988<Enter>син Петро 12032015<Enter>");
    is(&desk, "form_filled");
    desk.keys("<Up><F4>");
    is(&desk, "form_member");
    desk.keys("<Esc><Esc>");
    is(&desk, "form_discard");
}

#[rstest]
fn the_card(#[values(Lang::Uk, Lang::En)] lang: Lang, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let mut desk = a_desk_with_families(lang, size);
    desk.keys("шевченко<Enter>");
    is(&desk, "card");
    desk.keys("<Esc><Esc>бойко<Enter>");
    is(&desk, "card_with_note");
}

#[rstest]
fn help_and_menu(#[values(Lang::Uk, Lang::En)] lang: Lang, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let mut desk = a_desk_with_families(lang, size);
    desk.keys("<F1>");
    is(&desk, "help");
    desk.keys("<Esc><F9>");
    is(&desk, "menu");
    desk.keys("<Esc><F10>");
    is(&desk, "leave");
}
