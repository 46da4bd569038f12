//! The pictures of the windows of life in both languages and sizes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

use common::flow::{Flow, a_desk};
use common::{a_family_of, correct};
use rstest::rstest;
use stiika::domain::draft::FamilyDraft;
use stiika::text::Lang;

/// A desk with a family of three and another one, in this language and size.
fn a_desk_in(lang: Lang, (width, height): (u16, u16)) -> Flow {
    let mut desk = a_desk();
    for mut draft in [
        a_family_of("Шевченко Оксана Петрівна")
            .with_child(16)
            .with_child(6)
            .displaced()
            .with_phone("0671234567")
            .draft(),
        a_family_of("Бойко Олег Миколайович").draft(),
    ] {
        draft.registered_on = common::day("2025-11-01");
        desk.office.register(&draft);
    }
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
fn what_happened(#[values(Lang::Uk, Lang::En)] lang: Lang, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let mut desk = a_desk_in(lang, size);
    desk.keys("шевченко<Enter><Down><Down><Enter>");
    is(&desk, "what_happened");
    desk.keys("<Esc><Home><Enter>");
    is(&desk, "what_happened_to_the_family");
}

#[rstest]
fn the_windows(#[values(Lang::Uk, Lang::En)] lang: Lang, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let mut desk = a_desk_in(lang, size);
    desk.keys("шевченко<Enter><Down><Enter>1");
    is(&desk, "life_left");
    desk.keys("<Esc><Enter>2бойко");
    is(&desk, "life_picker");
    desk.keys("<Enter>");
    is(&desk, "life_moved");
    desk.keys("<Esc><Down><Enter>3<Down> ");
    is(&desk, "life_ticks");
    desk.keys("<Enter>");
    is(&desk, "life_split");
    desk.keys("<Esc><Home><Enter>2луц");
    is(&desk, "life_moved_house");
}

#[rstest]
fn what_was(#[values(Lang::Uk, Lang::En)] lang: Lang, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let mut desk = a_desk_in(lang, size);
    desk.keys("шевченко<Enter><Down><Enter>4Бондар<F2><Down><Enter>14<F2><Home><Enter>2луц<Enter>Лісова 4<F2>");
    is(&desk, "card_with_a_past");
    desk.keys("<F9>");
    is(&desk, "card_menu");
    desk.keys("<Esc><F8>");
    is(&desk, "undo");
    desk.keys("<F2><F8>");
    is(&desk, "undo_of_undo");
    desk.keys("<Esc><F3>");
    is(&desk, "history_undone");
    desk.keys("<Esc><Home><Enter>601032026<F2>");
    is(&desk, "card_as_on");
}

#[rstest]
fn a_person(#[values(Lang::Uk, Lang::En)] lang: Lang, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let mut desk = a_desk_in(lang, size);
    desk.keys("шевченко оксана<F9>").keys(if lang == Lang::Uk { "нова особа" } else { "new person" }).keys("<Enter>");
    is(&desk, "single_form");
    desk.keys("<F2>");
    is(&desk, "person");
}

#[rstest]
fn the_same_field(#[values(Lang::Uk, Lang::En)] lang: Lang, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let mut desk = a_desk_in(lang, size);
    desk.keys("шевченко<F4><PgDn><Tab><Tab>Лісова 4");
    let family = desk.office.office.find("шевченко", 5).unwrap()[0].family.unwrap();
    let base = FamilyDraft::of_card(&desk.office.office.card(family).unwrap());
    let mut theirs = base.clone();
    (theirs.actual.street, theirs.actual.building) = ("Польова".to_owned(), "7".to_owned());
    correct(&mut desk.office.office, family, &base, &theirs).unwrap();
    desk.keys("<F2>");
    is(&desk, "conflict");
}
