//! The catalogues of the emergency help room: what they refuse, who keeps them, how they are typed.

use super::common::flow::{Flow, a_desk, a_desk_of};
use super::common::{AnOffice, an_office};
use super::{add, through_menu};
use rstest::rstest;
use stiika::domain::catalogue::aid::{Composition, Item, Limit, Partner};
use stiika::domain::catalogue::{About, CatalogueFault, Entry, Kind};
use stiika::domain::limit::{self, Measure, Per, Period};
use stiika::domain::staff::{Right, Role};
use stiika::domain::stock::{Grams, KitPart, Quantity, Unit};
use stiika::office::{Office, OfficeError, Switch};
use stiika::text::Lang;

fn thing(code: &str, name: &str, unit: Unit, grams: i64) -> Entry {
    let item = Item { unit, weight: (grams > 0).then_some(Grams(grams)), ..Item::new() };
    Entry { about: About::Item(item), ..Entry::new(Kind::Item, code, name) }
}

fn part(item: &str, quantity: i64) -> KitPart {
    KitPart { item: item.into(), quantity: Quantity(quantity) }
}

fn kit(code: &str, name: &str, since: &str, parts: &[KitPart]) -> Entry {
    let compositions = vec![Composition { since: since.parse().unwrap(), parts: parts.to_vec() }];
    let item = Item { unit: Unit::Kit, compositions, ..Item::new() };
    Entry { about: About::Item(item), ..Entry::new(Kind::Item, code, name) }
}

fn refused(office: &mut Office, entry: &Entry) -> CatalogueFault {
    let deed = office.new_deed();
    match office.add_entry(deed, entry) {
        Err(OfficeError::Catalogue(fault)) => fault,
        other => panic!("{other:?}"),
    }
}

fn item(office: &Office, code: &str) -> Item {
    office.catalogue().item(code).cloned().unwrap()
}

/// An office with rice by weight and soap by piece.
fn with_things() -> AnOffice {
    let mut there = an_office();
    add(&mut there.office, &thing("rice", "Рис", Unit::Kilogram, 0));
    add(&mut there.office, &thing("soap", "Мило", Unit::Piece, 100));
    there
}

#[test]
fn an_office_opens_with_what_the_contract_names() {
    let there = an_office();
    let listed = there.office.catalogue();
    for (kind, count) in
        [(Kind::Item, 19), (Kind::Programme, 17), (Kind::Location, 1), (Kind::Limit, 5), (Kind::Partner, 0)]
    {
        assert_eq!(listed.of_kind(kind).count(), count, "{kind:?}");
        for lang in Lang::ALL {
            let texts = stiika::text::Texts::new(lang);
            for code in kind.shipped() {
                assert!(listed.get(kind, code).is_some(), "{code}");
                assert!(
                    texts.has(&format!("{}-{}", kind.code(), code.replace('_', "-"))),
                    "{lang:?}: {code} has no name"
                );
            }
        }
    }
}

#[test]
fn a_kit_weighs_what_is_in_it_and_an_old_composition_stays() {
    let mut there = with_things();
    add(&mut there.office, &kit("small_kit", "Малий набір", "2026-01-01", &[part("rice", 1500), part("soap", 2)]));
    assert_eq!(item(&there.office, "small_kit").weight, Some(Grams(1700)));
    let base = there.office.catalogue().get(Kind::Item, "small_kit").unwrap().clone();
    let mut mine = base.clone();
    let About::Item(held) = &mut mine.about else { panic!("an item") };
    held.weight = None;
    held.compositions.insert(0, Composition { since: "2026-06-01".parse().unwrap(), parts: vec![part("rice", 2000)] });
    let deed = there.office.new_deed();
    there.office.change_entry(deed, &base, &mine).unwrap();
    let now = item(&there.another_desk(), "small_kit");
    assert_eq!((now.weight, now.compositions.len()), (Some(Grams(2000)), 2));
    let on = |day: &str| now.composition_on(day.parse().unwrap()).map(|held| held.parts.len());
    assert_eq!((on("2025-12-31"), on("2026-05-31"), on("2026-06-01")), (None, Some(2), Some(1)));
    // Taken back, the kit holds what it held.
    let undo = there.office.new_deed();
    there.office.undo(undo, deed, "помилка").unwrap();
    there.office.refresh().unwrap();
    let again = item(&there.office, "small_kit");
    assert_eq!((again.weight, again.compositions.len()), (Some(Grams(1700)), 1));
}

#[test]
fn what_cannot_stand_in_a_catalogue_is_refused() {
    let mut there = with_things();
    let office = &mut there.office;
    let nested = kit("big_kit", "Великий", "2026-01-01", &[part("food_kit", 1)]);
    assert_eq!(refused(office, &nested), CatalogueFault::KitInKit("food_kit".to_owned()));
    let unknown = kit("big_kit", "Великий", "2026-01-01", &[part("gold", 1)]);
    assert_eq!(refused(office, &unknown), CatalogueFault::NoSuchItem("gold".to_owned()));
    let empty = kit("big_kit", "Великий", "2026-01-01", &[part("soap", 0)]);
    assert_eq!(refused(office, &empty), CatalogueFault::PartQuantity("soap".to_owned()));
    assert_eq!(refused(office, &thing("anvil", "Ковадло", Unit::Piece, 2_000_000)), CatalogueFault::Weight);
    let partner = Partner { edrpou: "1234".to_owned(), ..Partner::new() };
    let partner = Entry { about: About::Partner(partner), ..Entry::new(Kind::Partner, "good", "Добро") };
    assert_eq!(refused(office, &partner), CatalogueFault::Edrpou("1234".to_owned()));
    let of = |about, measure, amount| {
        let rule = Limit { of: about, measure, amount, per: Per::Family, period: Period::Days(30), ..Limit::new() };
        Entry { about: About::Limit(rule), ..Entry::new(Kind::Limit, "rule", "") }
    };
    let rice = || limit::About::Item("rice".into());
    assert_eq!(refused(office, &of(rice(), Measure::Times, 0)), CatalogueFault::LimitAmount);
    assert_eq!(refused(office, &of(rice(), Measure::Pieces, 1)), CatalogueFault::LimitMeasure("rice".to_owned()));
    let nothing = limit::About::Item("".into());
    assert_eq!(refused(office, &of(nothing, Measure::Times, 1)), CatalogueFault::LimitOfNothing);
    add(office, &of(rice(), Measure::Grams, 5000));
}

#[test]
fn the_unit_of_what_is_counted_somewhere_stays() {
    let mut there = with_things();
    add(&mut there.office, &kit("small_kit", "Малий набір", "2026-01-01", &[part("rice", 1500)]));
    let base = there.office.catalogue().get(Kind::Item, "rice").unwrap().clone();
    let deed = there.office.new_deed();
    let refused = there.office.change_entry(deed, &base, &thing("rice", "Рис", Unit::Piece, 0));
    assert_eq!(refused, Err(OfficeError::Catalogue(CatalogueFault::UnitInUse("rice".to_owned()))));
    let base = there.office.catalogue().get(Kind::Item, "soap").unwrap().clone();
    let deed = there.office.new_deed();
    let mut mine = thing("soap", "Мило", Unit::Pair, 100);
    mine.position = base.position;
    there.office.change_entry(deed, &base, &mine).unwrap();
}

#[test]
fn the_last_storeroom_is_not_switched_off() {
    let mut there = an_office();
    let deed = there.office.new_deed();
    let refused = there.office.switch_entry(deed, Kind::Location, "storeroom", Switch::Off);
    assert_eq!(refused, Err(OfficeError::Catalogue(CatalogueFault::LastLocation)));
    add(&mut there.office, &Entry::new(Kind::Location, "car_1", "Машина"));
    let deed = there.office.new_deed();
    there.office.switch_entry(deed, Kind::Location, "storeroom", Switch::Off).unwrap();
}

#[test]
fn every_kind_is_kept_by_its_own_people() {
    let mut there = an_office();
    for role in Role::ALL {
        let mut desk = there.desk_of(role);
        for kind in Kind::ALL {
            let deed = desk.new_deed();
            let switched = desk.switch_entry(deed, kind, "nothing", Switch::Off);
            let expected = if role.may(kind.right()) {
                OfficeError::Catalogue(CatalogueFault::NoSuchEntry("nothing".to_owned()))
            } else {
                OfficeError::NotAllowed(kind.right())
            };
            assert_eq!(switched, Err(expected), "{role:?} {kind:?}");
        }
    }
    assert!(Role::Storekeeper.may(Right::KeepStock) && !Role::Storekeeper.may(Right::ManageOffice));
}

// ── screens, as keys ────────────────────────────────────────────────────────────────────────────────────────────────────────

fn catalogues(desk: &mut Flow) {
    through_menu(desk, "довідники");
}

#[test]
fn a_storekeeper_adds_a_thing_by_its_name_alone() {
    let mut desk = a_desk_of(Role::Storekeeper);
    catalogues(&mut desk);
    desk.shows("Речі 19").shows("продуктовий набір");
    desk.keys("<F7>Шкарпетки<F2>").shows("«Шкарпетки» збережено").shows("Речі 20");
    assert_eq!(item(&desk.office.another_desk(), "shkarpetky").unit, Unit::Piece);
}

#[test]
fn a_storekeeper_sees_the_limits_and_reads_who_keeps_them() {
    let mut desk = a_desk_of(Role::Storekeeper);
    catalogues(&mut desk);
    desk.keys("<Tab><Tab><Tab><Tab>")
        .shows("продуктовий набір: 1 шт. на 1 місяць, на сім’ю")
        .shows("веде адміністратор");
    desk.keys("<F7>").shows("веде адміністратор").hides("Новий ліміт");
    desk.keys("<Enter>").hides("Змінити:");
}

#[test]
fn a_kit_is_put_together_line_by_line() {
    let mut desk = a_desk();
    for entry in [thing("rice", "Рис", Unit::Kilogram, 0), thing("soap", "Мило", Unit::Piece, 100)] {
        add(&mut desk.office.office, &entry);
    }
    desk.looks_around();
    catalogues(&mut desk);
    desk.keys("<Tab><Tab><Tab><F7>Малий набір<Tab>4").shows("У наборі");
    desk.keys("<Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab>рис 1,5<Enter>мил 2<Enter>")
        .shows("Рис 1,5 кг")
        .shows("Мило 2 шт.");
    desk.keys("<F2>").shows("«Малий набір» збережено");
    let made = item(&desk.office.another_desk(), "malyi_nabir");
    assert_eq!(made.weight, Some(Grams(1700)));
    assert_eq!(made.compositions[0].parts, [part("rice", 1500), part("soap", 2)]);
    // One more piece of soap is another kit from today on, and the line it stood in is changed in place.
    desk.keys("малий<F4>").shows("Рис 1,5 кг");
}

#[test]
fn a_fault_is_said_at_its_field() {
    let mut desk = a_desk();
    catalogues(&mut desk);
    desk.keys("<Tab><Tab><Tab><F7>Мило<Tab><Tab><Tab>важке<F2>").shows("Вага — у кілограмах");
    desk.keys("<Esc><Right><Enter>").hides("Нова річ");
    desk.keys("<Tab><Tab><F7>Фонд «Добро»<Tab><Tab>12345679<Tab>").shows("Партнери 0");
    desk.keys("<Up>").shows("Контрольна цифра не сходиться");
    desk.keys("<F2>").shows("збережено").shows("Партнери 1");
}

#[test]
fn a_limit_is_made_of_a_group_and_says_itself() {
    let mut desk = a_desk();
    catalogues(&mut desk);
    desk.keys("<BackTab><BackTab><BackTab><F7>іграш<Down><Enter>").shows("уся група «іграшки»");
    desk.keys("2<F2>").shows("збережено").shows("уся група «іграшки»: 2 рази на 1 місяць, на сім’ю");
}

#[rstest]
fn aid_pictures(#[values(Lang::Uk, Lang::En)] lang: Lang, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let mut desk = a_desk();
    add(&mut desk.office.office, &thing("rice", "Рис", Unit::Kilogram, 0));
    add(&mut desk.office.office, &thing("soap", "Мило", Unit::Piece, 100));
    add(
        &mut desk.office.office,
        &kit("small_kit", "Малий набір", "2026-01-01", &[part("rice", 1500), part("soap", 2)]),
    );
    let partner =
        Partner { edrpou: "14360570".to_owned(), contact: "Ірина 067 123 45 67".to_owned(), ..Partner::new() };
    add(
        &mut desk.office.office,
        &Entry { about: About::Partner(partner), ..Entry::new(Kind::Partner, "dobro", "Фонд «Добро»") },
    );
    desk.looks_around();
    let mut desk = if lang == Lang::En { desk.in_english() } else { desk }.sized(size.0, size.1);
    let word = |uk: &'static str, en: &'static str| if lang == Lang::En { en } else { uk };
    let is = |desk: &Flow, name: &str| {
        insta::assert_snapshot!(format!("{name}_{}_{}", lang.code(), size.0), desk.screen());
    };
    through_menu(&mut desk, word("довідники", "catalogues"));
    desk.keys("<Tab><Tab><Tab>");
    is(&desk, "aid_items");
    desk.keys("small_kit<F4>");
    is(&desk, "aid_kit");
    desk.keys("<Esc><Esc><F7>");
    is(&desk, "aid_new_item");
    desk.keys("<Esc><Tab>emergency<F4>");
    is(&desk, "aid_programme");
    desk.keys("<Esc><Esc><Tab>");
    is(&desk, "aid_partners");
    desk.keys("<F4>");
    is(&desk, "aid_partner");
    desk.keys("<Esc><Tab><Tab>");
    is(&desk, "aid_limits");
    desk.keys("<F4>");
    is(&desk, "aid_limit");
}
