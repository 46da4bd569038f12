//! Stories of the register going out into a file and coming back into the same office.
#![allow(clippy::expect_used, clippy::panic, reason = "a story that cannot be set up must fail loudly")]

mod common;

use common::{AFamily, AnOffice, a_family, a_family_of, an_office, correct, day};
use stiika::domain::category::{CategoryCode, SHIPPED};
use stiika::domain::draft::FamilyDraft;
use stiika::domain::place::CODIFIER;
use stiika::exchange::export::{Format, write_families};
use stiika::exchange::{Setting, Sheet, families};
use stiika::office::{ImportBatch, ImportOutcome, Run};

/// Exports everything and takes it in again.
fn out_and_back(desk: &mut AnOffice, format: Format) -> ImportOutcome {
    let mut bytes = Vec::new();
    write_families(&mut desk.office, format, &mut bytes).expect("exported");
    let sheet = Sheet::of_bytes(&bytes, None).expect("a table");
    let categories: Vec<CategoryCode> = SHIPPED.iter().map(|code| CategoryCode((*code).to_owned())).collect();
    let setting = Setting { today: day("2026-11-21"), categories: &categories, community: None };
    let taken = families::read(&sheet, setting).expect("no faults");
    desk.office.import(&taken.batch, Run::Real, &mut |_, _| {}).expect("imported").expect("no faults")
}

#[test]
fn families_typed_at_the_desk_are_recognised_when_an_export_comes_back() {
    let mut desk = an_office();
    let placed = |family: AFamily| {
        let mut draft = family.draft();
        draft.actual.settlement_code = CODIFIER.settlement_named("м. Луцьк", None).map(|place| place.code.to_owned());
        draft
    };
    let first = a_family().with_child(5).with_phone("0671234567").with_passport("КС 123456").displaced();
    desk.register(&placed(first));
    // Somebody who left and stands in no family now.
    let left = desk.register(&placed(a_family_of("Коваль Ганна Іванівна").with_child(4))).family;
    let base = FamilyDraft::of_card(&desk.office.card(left).expect("card"));
    let mut mine = base.clone();
    mine.members.truncate(1);
    correct(&mut desk.office, left, &base, &mine).expect("left");
    desk.register(&placed(a_family_of("Бондар Марія Іванівна").with_child(3).with_key("С-1")));
    for format in [Format::Csv, Format::Xlsx] {
        let outcome = out_and_back(&mut desk, format);
        let expected = ImportOutcome { families_unchanged: 3, ..ImportOutcome::default() };
        assert_eq!(outcome, expected, "{format:?}");
    }
}

#[test]
fn a_list_whose_keys_look_like_numbers_of_families_changes_nobody_elses_family() {
    let mut desk = an_office();
    let registered = desk.register(&a_family().draft());
    let list = a_family_of("Бондар Марія Іванівна").with_key(&registered.number.to_string()).draft();
    let batch = ImportBatch { families: vec![list], ..ImportBatch::default() };
    let outcome = desk.office.import(&batch, Run::Real, &mut |_, _| {}).expect("imported").expect("no faults");
    assert_eq!((outcome.families_added, outcome.families_changed), (1, 0));
    assert_eq!(desk.office.card(registered.family).expect("card").members.len(), 1);
}
