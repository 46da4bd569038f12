//! Stories of typed text that nobody saved: kept within two seconds, found again after whatever happened, never anybody else's.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

use chrono::Duration;
use common::flow::{Flow, a_desk, keys};
use common::{LOGIN, a_family, a_family_of, an_office, correct};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use rstest::rstest;
use stiika::domain::clock::Clock;
use stiika::domain::draft::FamilyDraft;
use stiika::domain::id::{DeedId, FamilyId};
use stiika::domain::staff::Role;
use stiika::office::{Continued, Draft, DraftText, Kept, Office, OfficeError};
use stiika::text::Lang;
use stiika::tui::app::{Input, Msg, Screen, update};
use stiika::tui::screens::registration::Registration;
use uuid::Uuid;

/// A form with this text under a deed of the desk.
fn a_draft(office: &mut Office, text: &str) -> Draft {
    Draft {
        deed: office.new_deed(),
        kind: "family".to_owned(),
        subject: None,
        content: DraftText::new(text.to_owned()),
    }
}

fn offered(office: &mut Office) -> Vec<String> {
    office.drafts().unwrap().iter().map(|offer| offer.draft.content.as_str().to_owned()).collect()
}

fn texts(desk: &mut Flow) -> Vec<String> {
    let mut second = desk.office.another_desk();
    second.drafts().unwrap().iter().map(|offer| offer.draft.content.as_str().to_owned()).collect()
}

#[test]
fn typed_text_is_there_after_the_process_was_killed() {
    let mut desk = a_desk();
    desk.keys("Шевченко<F7>Тарас<Tab>Григорович<Tab>32131987").seconds(2).is_killed().signs_in(LOGIN);
    desk.shows("Незбережена форма").shows("нова сім’я · Шевченко Тарас").shows("10:42");
    desk.keys("<Enter>").shows("Нова сім’я").shows("Шевченко").shows("Тарас").shows("Григорович").shows("32131987");
    // The cursor stands where it stood: behind the date.
    desk.keys("<Backspace><Backspace><Backspace><Backspace><Backspace><Backspace><Backspace><Backspace>09031989<F2>");
    desk.shows("Збережено: Шевченко Т. Г.");
    assert!(texts(&mut desk).is_empty(), "the deed took its draft with it");
}

#[test]
fn what_is_typed_is_kept_by_the_second_tick_and_once_only_while_nothing_changes() {
    let mut desk = a_desk();
    desk.keys("<F7>Шев").seconds(1);
    assert!(desk.office.another_desk().drafts().unwrap().is_empty(), "an open form is offered nowhere");
    desk.is_killed();
    assert_eq!(texts(&mut desk).len(), 1);
    assert!(texts(&mut desk)[0].contains("Шев"));
}

#[test]
fn a_window_over_the_form_comes_back_with_its_own_text() {
    let mut desk = a_desk();
    desk.keys("Бойко Олег<F7><PgDn><PgDn><PgDn>син Петро 12032015<Enter><Up><F4>").shows("Бойко Петро");
    desk.keys("<Tab><Tab><Tab>Олегович<Tab><Tab><Tab>067 12").seconds(2).is_killed().signs_in(LOGIN);
    desk.keys("<Enter>").shows("Олегович").shows("067 12");
    desk.keys("34567<Enter><F2>").shows("Нова сім’я").shows("Бойко Петро Олегович");
    desk.keys("<F2>").shows("Збережено: Бойко О.");
}

#[test]
fn a_list_entry_half_typed_stays_half_typed() {
    let mut desk = a_desk();
    desk.keys("Бойко Олег<F7><PgDn><PgDn>впо 24022022<Enter>сжо 0103").seconds(2).is_killed().signs_in(LOGIN);
    desk.keys("<Enter>").shows("[ВПО").shows("сжо 0103");
}

#[rstest]
#[case::the_desk_is_left("<F10><Tab><Enter>")]
#[case::the_person_signs_out("<Esc><F9>Вийти з роботи<Enter>")]
fn leaving_keeps_what_is_typed(#[case] way: &str) {
    let mut desk = a_desk();
    // The form stays under the card of a likely match; only from there one can sign out over it.
    desk.office.register(&a_family().draft());
    desk.looks_around();
    desk.keys("шевченко оксана петрівна<F7>12031987<Tab>").shows("Шевченко");
    if way.starts_with("<Esc>") {
        desk.keys("<F3>").shows("Кравчука").keys("<F9>вийти з роботи<Enter>").shows("чернеткою").keys("<Tab><Enter>");
    } else {
        desk.keys("<F10>").shows("чернеткою").keys("<Tab><Enter>");
    }
    desk.is_killed().signs_in(LOGIN).shows("нова сім’я · Шевченко Оксана");
}

#[test]
fn a_closed_terminal_keeps_what_is_typed_in_the_same_moment() {
    let mut desk = a_desk();
    desk.keys("Шевченко<F7>Тарас").is_hung_up().signs_in(LOGIN).shows("нова сім’я · Шевченко Тарас");
}

#[test]
fn a_form_thrown_away_on_purpose_is_gone() {
    let mut desk = a_desk();
    desk.keys("<F7>Шевченко").seconds(2).keys("<Esc><Tab><Enter>").is_killed();
    assert!(texts(&mut desk).is_empty());
}

#[test]
fn a_form_that_was_emptied_again_is_no_draft() {
    let mut desk = a_desk();
    desk.keys("<F7>Ш").seconds(2).keys("<Backspace>").seconds(1).is_killed();
    assert!(texts(&mut desk).is_empty());
}

#[test]
fn an_untouched_form_is_no_draft() {
    let mut desk = a_desk();
    desk.keys("Шевченко<F7>").seconds(3).is_killed();
    assert!(texts(&mut desk).is_empty());
}

#[test]
fn a_draft_is_thrown_away_from_the_list_after_a_question() {
    let mut desk = a_desk();
    desk.keys("<F7>Шевченко").seconds(2).is_killed().signs_in(LOGIN);
    desk.keys("<F8>").shows("Викинути").keys("<Enter>").shows("Шевченко");
    desk.keys("<F8><Tab><Enter>").hides("Незбережена форма").shows("Наберіть прізвище");
    assert!(texts(&mut desk).is_empty());
}

#[test]
fn a_fast_hand_types_into_the_search_over_the_offer() {
    let mut desk = a_desk();
    desk.office.register(&a_family_of("Бойко Олег Миколайович").draft());
    desk.keys("<F7>Шевченко").seconds(2).is_killed().signs_in(LOGIN).shows("Незбережена форма");
    desk.keys("бойко").hides("F8 — стерти").shows("Бойко Олег");
    desk.keys("<Esc>").shows("1 незбережена форма: Enter").keys("<Enter>").shows("F8 — стерти");
    desk.keys("<Esc><F9>незбережене<Enter>").shows("F8 — стерти").keys("<F7>").shows("Нова сім’я");
}

#[test]
fn several_drafts_are_a_list_the_last_one_first() {
    let mut desk = a_desk();
    for name in ["Ґудзь", "Їжак", "Щур"] {
        desk.keys("<F7>").keys(name).seconds(2).is_killed().signs_in(LOGIN).keys("<Esc>");
    }
    desk.shows("3 незбережені форми").keys("<Enter>").shows("Незбережені форми · 3");
    let screen = desk.screen();
    let row = |name: &str| screen.find(name).unwrap();
    assert!(row("Щур") < row("Їжак") && row("Їжак") < row("Ґудзь"), "{screen}");
    desk.keys("<Down><Enter>").shows("Їжак").hides("Щур");
    desk.keys("<Esc><Tab><Enter>").shows("2 незбережені форми");
}

#[test]
fn a_correction_comes_back_over_what_another_desk_changed_meanwhile() {
    let mut desk = a_desk();
    let family = desk.office.register(&a_family().draft()).family;
    desk.looks_around();
    desk.keys("шевченко<F4><PgDn><Tab><Tab><Tab><Tab>77").seconds(2).is_killed();
    let card = desk.office.office.card(family).unwrap();
    let base = FamilyDraft::of_card(&card);
    let mut theirs = base.clone();
    theirs.members[0].name.given = "Олександра".to_owned();
    correct(&mut desk.office.office, family, &base, &theirs).unwrap();
    desk.signs_in(LOGIN).shows("зміна ·").keys("<Enter>").shows("77").keys("<F2>").shows("Збережено");
    let card = desk.office.office.card(family).unwrap();
    assert_eq!(card.members[0].name.given, "Олександра", "the other desk's field stays");
    let address = FamilyDraft::of_card(&card).actual;
    assert!(address.flat == "77" || address.building == "77", "{address:?}");
    desk.shows("Олександра");
}

#[test]
fn both_changed_the_same_field_while_the_form_lay_and_a_person_chooses() {
    let mut desk = a_desk();
    let family = desk.office.register(&a_family().draft()).family;
    desk.looks_around();
    desk.keys("шевченко<F4><Tab>Оксанка").seconds(2).is_killed();
    let card = desk.office.office.card(family).unwrap();
    let base = FamilyDraft::of_card(&card);
    let mut theirs = base.clone();
    theirs.members[0].name.given = "Олександра".to_owned();
    correct(&mut desk.office.office, family, &base, &theirs).unwrap();
    desk.signs_in(LOGIN).keys("<Enter><F2>").shows("Олександра").shows("Оксанка");
    desk.keys("<Right><F2>");
    assert_eq!(desk.office.office.card(family).unwrap().members[0].name.given, "Оксанка");
}

#[test]
fn a_person_without_a_family_half_typed_comes_back() {
    let mut desk = a_desk();
    desk.keys("кравець надія<F9>нова особа<Enter>32131987").seconds(2).is_killed().signs_in(LOGIN);
    desk.shows("нова особа · Кравець Надія").keys("<Enter>").shows("Нова особа без сім’ї").shows("Надія");
    desk.shows("32131987");
    desk.keys("<Backspace><Backspace><Backspace><Backspace><Backspace><Backspace><Backspace><Backspace>12031987<F2>");
    desk.shows("Збережено: Кравець Н.");
    assert!(texts(&mut desk).is_empty(), "the deed took its draft with it");
}

#[test]
fn the_correction_of_one_person_comes_back_over_their_card() {
    let mut desk = a_desk();
    desk.keys("кравець надія<F9>нова особа<Enter><F2><F4>").shows("Зміна · Кравець Надія");
    desk.keys("<Tab><Tab>Іванівна").seconds(2).is_killed().signs_in(LOGIN);
    desk.shows("зміна даних особи · Кравець Надія").keys("<Enter>").shows("Іванівна").keys("<F2>");
    desk.shows("Кравець Надія Іванівна").shows("Без сім’ї на обліку");
}

/// A desk with a family of which the change of a name is half typed when the process is killed.
fn a_killed_change() -> (Flow, FamilyId) {
    let mut desk = a_desk();
    let family = desk.office.register(&a_family_of("Шевченко Оксана Петрівна").with_child(16).draft()).family;
    desk.looks_around();
    desk.keys("шевченко<Enter><Down><Enter>4")
        .shows("Змінює прізвище чи ім’я")
        .keys("Бондар<Tab><Tab><Tab><Tab>свідоцтво 12");
    desk.seconds(2).is_killed();
    (desk, family)
}

#[test]
fn a_change_of_life_half_typed_comes_back_over_its_card() {
    let (mut desk, family) = a_killed_change();
    desk.signs_in(LOGIN).shows("подія в сім’ї ·").keys("<Enter>").shows("Бондар").shows("свідоцтво 12");
    desk.keys("<F2>").shows("Бондар Оксана Петрівна");
    assert_eq!(desk.office.office.card(family).unwrap().members[0].name.surname, "Бондар");
    assert!(texts(&mut desk).is_empty(), "the deed took its draft with it");
}

#[test]
fn a_change_of_life_whose_card_cannot_be_read_yet_is_not_lost() {
    let (mut desk, _) = a_killed_change();
    desk.signs_in(LOGIN);
    let held = update(&mut desk.model, Msg::Input(Input::Key(keys("<Enter>")[0])));
    // The card never comes: the desk is killed again before it is read.
    for effect in held {
        if let Some(reply) = desk.desk.perform(effect) {
            drop(update(&mut desk.model, Msg::Reply(Box::new(reply))));
        }
    }
    desk.shows("Відкриваю картку").seconds(2).is_killed();
    desk.signs_in(LOGIN).shows("подія в сім’ї ·").keys("<Enter>").shows("Бондар");
    desk.keys("<Esc><Tab><Enter>").shows("Члени сім’ї").is_killed();
    assert!(texts(&mut desk).is_empty(), "thrown away on purpose");
}

#[test]
fn an_entry_of_a_catalogue_half_typed_comes_back() {
    let mut desk = a_desk();
    desk.keys("<F9>довідники<Enter><Tab><F7>Округ").shows("Округ").keys("<Tab><Tab>Жидичин<Enter>").seconds(2);
    desk.is_killed().signs_in(LOGIN).shows("запис довідника · Округ").keys("<Enter>").shows("Округ").shows("Жидичин]");
    desk.keys("<F2>").shows("Округи 1").hides("Код");
    assert!(texts(&mut desk).is_empty(), "the deed took its draft with it");
}

#[test]
fn settings_half_typed_come_back() {
    let mut desk = a_desk();
    desk.keys("<F9>налаштування<Enter><Tab><Tab>7").seconds(2).is_killed().signs_in(LOGIN);
    desk.shows("налаштування центру").keys("<Enter>").shows("Налаштування").keys("<F2>");
    assert!(texts(&mut desk).is_empty(), "the deed took its draft with it");
}

#[test]
fn a_look_back_is_no_form() {
    let mut desk = a_desk();
    desk.office.register(&a_family().draft());
    desk.looks_around();
    desk.keys("шевченко<Enter><F9>станом на<Enter>01").seconds(2).is_killed();
    assert!(texts(&mut desk).is_empty());
}

#[test]
fn a_new_colleague_is_kept_without_the_password() {
    let mut desk = a_desk();
    desk.keys("<F9>працівники<Enter><F7>Ірина Ґудзь<Tab>iryna<Tab><Right><Tab>кіт на даху 99<Tab>кіт на").seconds(2);
    desk.is_killed();
    let kept = texts(&mut desk);
    assert!(kept[0].contains("Ірина Ґудзь") && !kept[0].contains("кіт"), "{kept:?}");
    desk.signs_in(LOGIN).shows("новий працівник · Ірина Ґудзь").keys("<Enter>").shows("iryna").shows("склад");
    desk.keys("<Esc><Tab><Enter>").shows("Працівники · 1");
    assert!(texts(&mut desk).is_empty());
}

#[test]
fn a_draft_that_does_not_fit_on_the_disk_says_so_and_is_tried_again() {
    let mut desk = a_desk();
    desk.keys("<F7>Шевченко");
    let refused = || Err(OfficeError::NoSuchStaff);
    desk.hear(stiika::tui::app::Reply::Drafts(stiika::tui::app::message::drafts::DraftsTold::Kept(
        DeedId(Uuid::nil()),
        refused(),
    )));
    desk.shows("Чернетку форми не вдалося записати");
    desk.seconds(1).is_killed();
    assert_eq!(texts(&mut desk).len(), 1);
}

#[test]
fn nothing_of_a_draft_can_be_read_in_any_file() {
    let mut desk = a_desk();
    desk.keys("<F7>Щебетовська<Tab>Ярослава<Tab><Tab><Tab><Tab>0501112233").seconds(2);
    let folder = desk.office.folder.path().to_owned();
    let mut read = 0;
    for file in std::fs::read_dir(&folder).unwrap() {
        let file = file.unwrap().path();
        let bytes = std::fs::read(&file).unwrap();
        read += bytes.len();
        for text in ["Щебетовська", "Ярослава", "0501112233", "opened_with"] {
            let found = bytes.windows(text.len()).any(|window| window == text.as_bytes());
            assert!(!found, "{text} in {}", file.display());
        }
    }
    assert!(read > 4096, "there were files to read");
}

/// What the open forms are, as drafts hold them.
fn states(layers: &[Box<dyn Screen>]) -> Vec<serde_json::Value> {
    layers.iter().filter_map(|layer| layer.draft()).map(|layer| layer.state).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Whatever is typed into the form or into the window over it: opened again, it is the same to the last letter and the cursor.
    #[test]
    fn any_form_comes_back_as_it_was(typed in vec(select(PIECES), 0..40)) {
        let mut desk = a_desk();
        desk.keys("<F7>");
        for key in typed.iter().flat_map(|piece| keys(piece)) {
            // Nothing is asked of the office: the form is all that matters here.
            update(&mut desk.model, Msg::Input(Input::Key(key)));
        }
        let before = states(&desk.model.layers);
        let Some(form) = before.first() else { return Ok(()) };
        let deed = desk.office.office.new_deed();
        let again = Registration::go_on(deed, form.clone(), before.get(1).cloned(), &mut desk.model.cx);
        let again = again.expect("the form can be opened");
        prop_assert_eq!(states(&again), before);
    }
}

/// What a hand may do in a form, a window of a member opened and closed among it.
const PIECES: &[&str] = &[
    "Ґудзь",
    "Їв",
    " ",
    "’",
    "32131987",
    "12031987",
    "067",
    "кс123456",
    "впо 24022022",
    "син Петро 2015<Enter>",
    "луц",
    "<Tab>",
    "<Tab>",
    "<Tab>",
    "<BackTab>",
    "<PgDn>",
    "<PgDn>",
    "<PgUp>",
    "<Enter>",
    "<Up>",
    "<Down>",
    "<Left>",
    "<Right>",
    "<Home>",
    "<End>",
    "<Backspace>",
    "<Del>",
    "<F4>",
    "<F8>",
];

#[test]
fn a_draft_that_this_program_does_not_know_stays_where_it_is() {
    let mut desk = a_desk();
    let mut draft = a_draft(&mut desk.office.office, r#"{"title":"Щось","form":{"a":1}}"#);
    desk.office.office.keep_draft(&draft).unwrap();
    draft = Draft { deed: desk.office.office.new_deed(), kind: "visit".to_owned(), ..draft };
    desk.office.office.keep_draft(&draft).unwrap();
    desk.office.office.release_drafts().unwrap();
    desk.is_killed().signs_in(LOGIN).keys("<Enter>").shows("інша версія програми");
    desk.keys("<Enter>").shows("інша версія програми");
    desk.is_killed();
    assert_eq!(texts(&mut desk).len(), 2);
}

// The office without a desk.

#[test]
fn keeping_comes_too_late_for_a_form_that_is_saved() {
    let mut office = an_office();
    let draft = a_draft(&mut office.office, "{}");
    office.office.register(draft.deed, &a_family().draft()).unwrap();
    assert_eq!(office.office.keep_draft(&draft), Ok(Kept::Done));
    assert_eq!(offered(&mut office.another_desk()), Vec::<String>::new());
    let number = match office.another_desk().continue_draft(draft.deed).unwrap() {
        Continued::Done(number) => number,
        other => panic!("{other:?}"),
    };
    assert!(number.is_some(), "the number of what was saved is told");
}

#[test]
fn a_deed_that_is_refused_leaves_its_draft() {
    let mut office = an_office();
    let draft = a_draft(&mut office.office, "{}");
    office.office.keep_draft(&draft).unwrap();
    assert!(office.office.register(draft.deed, &FamilyDraft::new(office.clock.today())).is_err());
    office.office.release_drafts().unwrap();
    assert_eq!(offered(&mut office.another_desk()).len(), 1);
}

#[test]
fn a_draft_is_its_owners_alone() {
    let mut office = an_office();
    let draft = a_draft(&mut office.office, "{}");
    office.office.keep_draft(&draft).unwrap();
    office.office.release_drafts().unwrap();
    let mut colleague = office.desk_of(Role::Administrator);
    assert!(offered(&mut colleague).is_empty());
    assert_eq!(colleague.continue_draft(draft.deed), Ok(Continued::Gone));
    colleague.forget_draft(draft.deed).unwrap();
    assert_eq!(colleague.keep_draft(&draft), Ok(Kept::Elsewhere));
    assert_eq!(offered(&mut office.another_desk()).len(), 1);
}

#[test]
fn a_form_that_is_open_at_one_desk_is_not_taken_by_the_other() {
    let office = an_office();
    let (mut first, mut second) = (office.another_desk(), office.another_desk());
    let draft = a_draft(&mut first, "{}");
    first.keep_draft(&draft).unwrap();
    assert!(offered(&mut second).is_empty());
    assert_eq!(second.continue_draft(draft.deed), Ok(Continued::Elsewhere));
    for _ in 0..6 {
        office.clock.move_on(Duration::seconds(20));
        first.drafts_alive().unwrap();
    }
    assert!(offered(&mut second).is_empty(), "it lives");
    office.clock.move_on(Duration::seconds(61));
    assert_eq!(offered(&mut second).len(), 1, "no sign of life for a minute");
    assert!(matches!(second.continue_draft(draft.deed), Ok(Continued::Open(_))));
    assert_eq!(first.keep_draft(&draft), Ok(Kept::Elsewhere), "and now it is the other's");
    drop(office.office);
}

#[test]
fn drafts_go_after_the_days_that_the_office_has_set_and_not_before() {
    let mut office = an_office();
    let draft = a_draft(&mut office.office, "{}");
    office.office.keep_draft(&draft).unwrap();
    office.clock.move_on(Duration::days(13));
    assert_eq!(offered(&mut office.another_desk()).len(), 1);
    office.clock.move_on(Duration::days(1) + Duration::minutes(1));
    assert_eq!(offered(&mut office.another_desk()).len(), 0);
}

#[test]
fn who_lost_a_right_does_not_read_back_what_it_showed() {
    let mut office = an_office();
    let mut worker = office.desk_of(Role::CaseWorker);
    let me = worker.staff().id;
    let draft = a_draft(&mut worker, "{}");
    worker.keep_draft(&draft).unwrap();
    worker.release_drafts().unwrap();
    let mut change = |role| {
        let deed = office.office.new_deed();
        office.office.change_role(deed, me, role).unwrap();
    };
    change(Role::Reception);
    assert!(offered(&mut worker).is_empty(), "notes may be in it");
    assert_eq!(worker.continue_draft(draft.deed), Ok(Continued::Gone));
    change(Role::Administrator);
    assert_eq!(offered(&mut worker).len(), 1, "whoever may see more may go on");
}

#[test]
fn who_was_disabled_keeps_nothing_more() {
    let mut office = an_office();
    let mut reception = office.desk_of(Role::Reception);
    let (me, draft) = (reception.staff().id, a_draft(&mut reception, "{}"));
    let deed = office.office.new_deed();
    office.office.disable_staff(deed, me).unwrap();
    assert!(matches!(reception.keep_draft(&draft), Err(OfficeError::NotAllowed(_))));
    assert!(offered(&mut reception).is_empty());
}

#[test]
fn drafts_move_neither_the_journal_nor_other_desks() {
    let mut office = an_office();
    let family = office.register(&a_family().draft()).family;
    let mut second = office.another_desk();
    second.refresh().unwrap();
    let before = office.office.history(family).unwrap().len();
    for text in ["{}", "{ }", "{  }"] {
        let mut draft = a_draft(&mut office.office, text);
        draft.subject = Some(family.0);
        office.office.keep_draft(&draft).unwrap();
    }
    assert_eq!(second.refresh(), Ok(stiika::office::Changed::Nothing));
    assert_eq!(office.office.history(family).unwrap().len(), before);
}

fn is(desk: &Flow, name: &str) {
    let lang = desk.model.cx.texts.lang().code();
    // The path of the file differs from run to run, and takes as many rows as it is long.
    let screen: Vec<String> =
        desk.screen().lines().filter(|line| !line.contains("/office.db")).map(str::to_owned).collect();
    let screen = screen.join("\n");
    insta::assert_snapshot!(format!("{name}_{lang}_{}", desk.model.cx.size.0), screen);
}

#[rstest]
fn pictures(#[values(Lang::Uk, Lang::En)] lang: Lang, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let mut desk = a_desk();
    if lang == Lang::En {
        desk = desk.in_english();
    }
    let mut desk = desk.sized(size.0, size.1);
    desk.keys("<F7>Шевченко<Tab>Тарас").seconds(2).is_killed().signs_in(LOGIN);
    is(&desk, "drafts_one");
    desk.keys("<F8>");
    is(&desk, "drafts_discard");
    desk.keys("<Esc><Esc><F7>Бойко<Tab>Олег").seconds(2).is_killed().signs_in(LOGIN);
    is(&desk, "drafts_two");
    desk.keys("<F1>");
    is(&desk, "drafts_help");
    desk.keys("<Esc><Esc>");
    is(&desk, "drafts_later");
    desk.keys("<Enter><Enter>");
    is(&desk, "drafts_form");
    desk.keys("<F10>");
    is(&desk, "drafts_leave");
    desk.keys("<Esc><F9><F9>");
    is(&desk, "lock");
}
