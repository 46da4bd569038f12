//! Campaigns as their people use them: keys at one desk while another one serves too, and how it looks.

use super::day::{draft, expect, good, made, serve};
use crate::common::flow::Flow;
use crate::common::{AnOffice, a_family, a_family_of, day};
use crate::fixture::{a_storeroom, adds_up, lies, receive_on, removal, store};
use rstest::rstest;
use stiika::domain::campaign::{CampaignDraft, Guest};
use stiika::domain::id::{FamilyId, SessionId};
use stiika::domain::limit::Per;
use stiika::domain::staff::Role;
use stiika::store::StoreError;
use stiika::text::Lang;
use stiika::tui::app::{Input, Msg, update};
use stiika::tui::commands::Scope;

const TO_CAMPAIGNS: &str = "<F9>акції<Enter>";

/// Three families expected: Бондар with two children, Гнатюк, Шевченко; Дацюк is not on the list.
fn an_action(campaign: &CampaignDraft) -> (AnOffice, SessionId, [FamilyId; 4]) {
    let mut main = a_storeroom();
    // The one that the fixture knows by its title only.
    let call_off = "UPDATE session SET status = 'cancelled'";
    let called_off = store(&main.path()).transact(|tx| tx.execute_batch(call_off).map_err(StoreError::from));
    called_off.expect("called off");
    receive_on(&mut main.office, "2026-11-10", "hygiene_kit", 10, None).expect("received");
    let mut families = Vec::new();
    for family in [
        a_family_of("Бондар Ганна Іванівна").with_child(6).with_child(11),
        a_family_of("Гнатюк Марія Степанівна").with_phone("0671234567"),
        a_family(),
        a_family_of("Дацюк Олена Іванівна"),
    ] {
        families.push(main.register(&family.displaced().draft()).family);
    }
    let id = made(&mut main.office, campaign);
    for family in &families[..3] {
        expect(&mut main.office, id, Guest::Family(*family));
    }
    (main, id, families.try_into().expect("four"))
}

fn at_the_table() -> (Flow, SessionId, [FamilyId; 4]) {
    let (mut main, id, families) = an_action(&draft());
    let at_desk = main.desk_of(Role::Storekeeper);
    let mut desk = Flow::of(main, at_desk, Lang::Uk);
    desk.keys(TO_CAMPAIGNS).keys("<Enter>");
    (desk, id, families)
}

fn scope(desk: &Flow) -> Scope {
    desk.model.top().unwrap().scope()
}

#[test]
fn a_name_enter_and_the_next() {
    let (mut desk, ..) = at_the_table();
    desk.shows("Миколай").shows("Видано 0 з 3").shows("[▸Ще не прийшли 3◂]");
    desk.keys("шевч<Enter>").shows("Видано: акт 2026/00002 · Шевченко О. П.").shows("Видано 1 з 3");
    desk.keys("бон<Enter>").shows("Видано: акт 2026/00003 · Бондар Г. І.").shows("Видано 2 з 3").shows("8 наб");
    desk.hides("бон").shows("[▸Ще не прийшли 1◂]");
    // A second Enter at an empty box is nobody's.
    desk.keys("<Enter><Enter>").shows("Видано 2 з 3");
    assert_eq!(lies(&mut desk.office.office, "hygiene_kit"), 8);
    adds_up(&desk.office.path());
}

#[test]
fn the_next_name_is_typed_before_the_last_answer_came() {
    let (mut desk, ..) = at_the_table();
    let mut held = Vec::new();
    for key in crate::common::flow::keys("шевч<Enter>бон<Enter>гна<Enter>") {
        held.extend(update(&mut desk.model, Msg::Input(Input::Key(key))));
    }
    desk.performs(held);
    desk.shows("Видано 3 з 3").shows("Прийшли всі.");
    assert_eq!(lies(&mut desk.office.office, "hygiene_kit"), 7);
}

#[test]
fn a_child_a_number_a_phone_and_a_scanned_card_find_the_family() {
    let (mut desk, _, families) = at_the_table();
    desk.keys("бондар марія").shows("Бондар Ганна Іванівна").hides("Гнатюк Марія").keys("<Esc>");
    let number = desk.office.office.card(families[2]).unwrap().number;
    desk.burst(&number.value().to_string()).shows("Видано: акт 2026/00002 · Шевченко О. П.");
    let stranger = desk.office.office.card(families[3]).unwrap().number;
    desk.burst(&stranger.value().to_string()).shows("Дацюк О. І.: немає у списку");
}

#[test]
fn whoever_may_see_phones_finds_by_them_and_whoever_may_not_does_not() {
    for (role, finds) in [(Role::Reception, true), (Role::Storekeeper, false)] {
        let (mut main, ..) = an_action(&draft());
        let at_desk = main.desk_of(role);
        let mut desk = Flow::of(main, at_desk, Lang::Uk);
        desk.keys(TO_CAMPAIGNS).keys("<Enter>0671234567");
        assert_eq!(desk.screen().contains("Гнатюк Марія"), finds, "{role:?}");
        desk.hides("не в списку");
    }
}

#[test]
fn a_second_try_hears_when_where_and_by_whom() {
    let (mut desk, id, families) = at_the_table();
    desk.keys("шевч<Enter>шевч<Enter>");
    desk.shows("Шевченко О. П.: вже отримали 21.11 10:42, акт 2026/00002").shows("Удруге не видано");
    // Another desk serves: the screen of this one does not know it yet, the file does.
    serve(&mut desk.office.office, id, families[1]).expect("served");
    desk.keys("гна<Enter>").shows("Гнатюк М. С.: ").shows("Олена К.").shows("Видано 2 з 3");
    serve(&mut desk.office.office, id, families[0]).expect("served");
    desk.looks_around().shows("Видано 3 з 3");
    assert_eq!(lies(&mut desk.office.office, "hygiene_kit"), 7);
}

#[test]
fn whoever_is_not_on_the_list_is_added_with_a_reason_or_sent_away() {
    let (mut desk, ..) = at_the_table();
    desk.keys("дац").shows("не в списку").keys("<Enter>").shows("Причина:").shows("немає у списку акції");
    desk.keys("<Enter>").shows("Впишіть").keys("<Esc>").shows("Видано 0 з 3");
    desk.keys("дац<Enter>прийшли з сусідами<Enter>")
        .shows("Видано: акт 2026/00002 · Дацюк О. І.")
        .shows("Видано 1 з 4");
    // With F2 as well.
    desk.keys("<F8><Right><Enter>").shows("Видачу скасовано: акт 2026/00003").shows("Видано 0 з 4");
}

#[test]
fn by_hand_onto_the_list_and_off_it() {
    let (mut desk, ..) = at_the_table();
    desk.keys("дац<Ins>").shows("Дацюк О. І.: додано до списку акції").shows("Усі 4");
    desk.keys("дац<Ins>").shows("Дацюк О. І.: знято зі списку акції").shows("Усі 3");
}

#[test]
fn a_mistake_is_taken_back_after_a_question() {
    let (mut desk, ..) = at_the_table();
    desk.keys("<F8>").shows("За цим столом ще нічого не видано");
    desk.keys("шевч<Enter><F8>").shows("Скасувати видачу 2026/00002 · Шевченко О. П.?");
    desk.keys("<Enter>").shows("Видано 1 з 3").keys("<F8><Right><Enter>").shows("Видачу скасовано: акт 2026/00003");
    desk.shows("Видано 0 з 3").keys("шевч<Enter>").shows("Видано 1 з 3");
}

#[test]
fn a_paper_list_is_ticked_with_its_day() {
    let (mut desk, id, _) = at_the_table();
    desk.keys("<Left>").shows("позначаєте за 20.11.2026");
    desk.keys(" ").shows("Видано 0 з 3");
    desk.keys("<Down>  ").shows("Видано 2 з 3");
    desk.keys("<Tab>").shows("20.11 2026/00002").shows("20.11 2026/00003");
    desk.keys("<Left><Left><Left>").shows("19.11.2026");
    let rows = desk.office.office.campaign(id).unwrap().rows;
    let days: Vec<_> = rows.iter().filter_map(|row| row.served.as_ref()).map(|served| served.on).collect();
    assert_eq!(days, [day("2026-11-20"), day("2026-11-20")]);
    adds_up(&desk.office.path());
}

#[test]
fn a_short_shelf_is_one_sentence_and_the_low_sign_stands_before() {
    let (main, _, _) = an_action(&CampaignDraft { goods: vec![good("hygiene_kit", 4, Per::Family)], ..draft() });
    let at_desk = main.another_desk();
    let mut desk = Flow::of(main, at_desk, Lang::Uk);
    desk.keys(TO_CAMPAIGNS).keys("<Enter>").shows("▼ бракує 2 наб");
    desk.keys("шевч<Enter>бон<Enter>гна<Enter>").shows("✗ Гнатюк М. С.: ").shows("Видано 2 з 3");
    assert_eq!(lies(&mut desk.office.office, "hygiene_kit"), 2);
}

#[test]
fn the_end_says_who_did_not_come_and_empties_the_car() {
    let (mut main, id, _) = an_action(&CampaignDraft { location: "bus".into(), ..draft() });
    let deed = main.office.new_deed();
    main.office.transfer(deed, &removal("2026-11-19", "hygiene_kit", 6), &"bus".into()).expect("moved");
    let at_desk = main.another_desk();
    let mut desk = Flow::of(main, at_desk, Lang::Uk);
    desk.keys(TO_CAMPAIGNS).keys("<Enter>бон<Enter><F2>").shows("Не прийшли: 2").shows("Бус");
    desk.keys("<Enter>").shows("Видано 1 з 3");
    desk.keys("<F2><Right><Enter>").shows("залишок повернено на склад: акт").shows("завершено");
    desk.shows("Ще не прийшли 2").shows("Гнатюк Марія").shows("Шевченко Оксана");
    desk.keys("гна<Enter>").shows("Акцію завершено, нічого не змінено");
    assert_eq!(lies(&mut desk.office.office, "hygiene_kit"), 9);
    desk.keys("<F9>друк<Enter>").shows("Друк").keys("<Esc>");
    let paper = desk.office.office.paper(&stiika::office::PaperRequest::CampaignList(id)).expect("paper");
    assert_eq!((paper.sheet.rows.len(), paper.sheet.columns.len()), (3, 6));
}

#[test]
fn a_campaign_is_made_in_typed_lines_and_changed() {
    let (main, _, _) = an_action(&draft());
    let at_desk = main.another_desk();
    let mut desk = Flow::of(main, at_desk, Lang::Uk);
    desk.keys(TO_CAMPAIGNS).keys("<F7>До школи<Tab>21112026<Tab>22112026<Tab><Tab><Tab><Tab>Жидичин, клуб<Tab>");
    desk.keys("гіг 2<Enter>взуття 1 на дитину<Enter>").shows("на дитину");
    desk.keys("<F2>").shows("Акцію «До школи» збережено").shows("21.11–22.11.2026");
    let listed = desk.office.office.campaigns().unwrap();
    let id = listed.iter().find(|row| row.title == "До школи").unwrap().id;
    let view = desk.office.office.campaign(id).unwrap();
    assert_eq!((view.draft.settlement.as_str(), view.draft.goods.len()), ("Жидичин, клуб", 2));
    assert_eq!(view.draft.goods[1].per, Per::Child);
    desk.keys("<Home><F4> 2<F2>").shows("збережено");
}

#[test]
fn the_set_of_a_programme_stands_there_by_itself() {
    let (main, _, _) = an_action(&draft());
    let at_desk = main.another_desk();
    let mut desk = Flow::of(main, at_desk, Lang::Uk);
    desk.keys(TO_CAMPAIGNS).keys("<F7>Акція<Tab><Tab><Tab><Tab><Right><Right><F2>");
    let listed = desk.office.office.campaigns().unwrap();
    let id = listed.iter().find(|row| row.title == "Акція").unwrap().id;
    let goods = desk.office.office.campaign(id).unwrap().draft.goods;
    assert_eq!(goods, [good("food_kit", 1, Per::Family), good("hygiene_kit", 1, Per::Family)]);
}

#[test]
fn what_a_form_lacks_is_said_at_its_field() {
    let (main, _, _) = an_action(&draft());
    let at_desk = main.another_desk();
    let mut desk = Flow::of(main, at_desk, Lang::Uk);
    desk.keys(TO_CAMPAIGNS).keys("<F7><F2>").shows("Назва акції порожня");
    desk.keys("Акція<F2>").shows("Не сказано, що отримує кожна");
    desk.keys("лебідка 3<F2>").shows("такої речі в довіднику немає");
    assert_eq!(scope(&desk), Scope::SmallForm);
}

#[test]
fn a_form_is_gone_on_with_after_a_power_cut() {
    let (main, _, _) = an_action(&draft());
    let at_desk = main.another_desk();
    let mut desk = Flow::of(main, at_desk, Lang::Uk);
    desk.keys(TO_CAMPAIGNS).keys("<F7>До школи<Tab><Tab><Tab><Tab><Tab><Tab><Tab>гіг 2<Enter>").seconds(2);
    desk.is_killed().signs_in("olena").shows("акція · До школи");
    desk.keys("<Enter><F2>").shows("Акцію «До школи» збережено");
}

#[test]
fn the_found_of_the_register_come_onto_a_list() {
    let (main, id, _) = an_action(&draft());
    let at_desk = main.another_desk();
    let mut desk = Flow::of(main, at_desk, Lang::Uk);
    desk.keys("<F9>списки<Enter><F9>на акц<Enter>").shows("Миколай").keys("<Enter>");
    desk.shows("додано 1 сім’ю; ще 3 уже були в ньому");
    assert_eq!(desk.office.office.campaign(id).unwrap().rows.len(), 4);
}

#[test]
fn the_register_is_asked_who_got_nothing_since_a_day() {
    let (main, id, families) = an_action(&draft());
    let at_desk = main.another_desk();
    let mut desk = Flow::of(main, at_desk, Lang::Uk);
    serve(&mut desk.office.office, id, families[0]).expect("served");
    desk.looks_around().keys("<F9>списки<Enter><Tab>").shows("без допомоги від");
    desk.keys(&"<Tab>".repeat(FIELDS_BEFORE_AID)).keys("01112026<Esc>");
    desk.shows("без допомоги від 01.11.2026").hides("Бондар").shows("Гнатюк");
}

/// From the first field of the conditions to «без допомоги від».
const FIELDS_BEFORE_AID: usize = 17;

#[test]
fn a_campaign_is_called_off_after_a_question() {
    let (main, _, _) = an_action(&draft());
    let at_desk = main.another_desk();
    let mut desk = Flow::of(main, at_desk, Lang::Uk);
    desk.keys(TO_CAMPAIGNS).keys("<F8>").shows("Скасувати акцію «Миколай»?").keys("<Right><Enter>").shows("скасовано");
    desk.keys("<F4>").shows("Акцію вже завершено або скасовано");
}

#[test]
fn a_desk_without_the_right_to_prepare_serves_all_the_same() {
    let (mut main, ..) = an_action(&draft());
    let at_desk = main.desk_of(Role::Trainer);
    let mut desk = Flow::of(main, at_desk, Lang::Uk);
    desk.keys(TO_CAMPAIGNS).keys("<F7>");
    assert_eq!(scope(&desk), Scope::Campaigns);
    desk.keys("<Enter>шевч<Enter>").shows("Видано 1 з 3").keys("<F2>").hides("Завершити акцію");
    desk.keys("<F8><Right><Enter>").shows("Видано 0 з 3");
    assert_eq!(scope(&desk), Scope::CampaignDay);
}

fn is(desk: &Flow, name: &str) {
    let lang = desk.model.cx.texts.lang().code();
    insta::assert_snapshot!(format!("{name}_{lang}_{}", desk.model.cx.size.0), desk.screen());
}

#[rstest]
fn the_pictures(#[values(Lang::Uk, Lang::En)] lang: Lang, #[values((80, 24), (120, 40))] (width, height): (u16, u16)) {
    let (mut main, ..) = an_action(&CampaignDraft { settlement: "Жидичин, клуб".to_owned(), ..draft() });
    let at_desk = main.desk_of(Role::Administrator);
    let desk = Flow::of(main, at_desk, lang);
    let mut desk = desk.sized(width, height);
    desk.keys(if lang == Lang::Uk { TO_CAMPAIGNS } else { "<F9>campaigns<Enter>" });
    is(&desk, "campaigns");
    desk.keys("<F7>Миколай 2<Tab><Tab><Tab><Tab><Right><Right>");
    is(&desk, "campaign_form");
    desk.keys("<Esc><Right><Enter><Enter>");
    is(&desk, "campaign_day");
    desk.keys("шевч<Enter><Down>");
    is(&desk, "campaign_served");
    desk.keys("дац<Enter>");
    is(&desk, "campaign_door");
    desk.keys("<Esc><F2>");
    is(&desk, "campaign_end");
    desk.keys("<Esc><F1>");
    is(&desk, "campaign_help");
}
