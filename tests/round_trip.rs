//! Stories of the register going out into a file and coming back into the same office.
#![allow(clippy::expect_used, clippy::panic, reason = "a story that cannot be set up must fail loudly")]

mod common;

use common::lives::{card, died, live, member, moved, split, undo};
use common::{AFamily, AnOffice, a_family, a_family_of, an_office, correct, day};
use stiika::domain::catalogue::{About, Entry};
use stiika::domain::draft::FamilyDraft;
use stiika::domain::family::Relation;
use stiika::domain::life::{CloseReason, LifeEvent};
use stiika::domain::place::CODIFIER;
use stiika::exchange::export::{Format, write_families};
use stiika::exchange::{Setting, Sheet, families};
use stiika::office::{ImportBatch, ImportOutcome, MergePlan, MergeSeen, Run, SamePerson};

/// Exports everything and takes it in again.
fn out_and_back(desk: &mut AnOffice, format: Format) -> ImportOutcome {
    let mut bytes = Vec::new();
    write_families(&mut desk.office, format, &mut bytes).expect("exported");
    let sheet = Sheet::of_bytes(&bytes, None).expect("a table");
    let categories = desk.office.intake_setting().expect("setting").categories;
    let setting = Setting { today: day("2026-11-21"), categories: &categories, names: &[], community: None };
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

#[test]
fn what_lives_left_behind_comes_back_as_it_went_out() {
    let mut desk = an_office();
    let custom = Entry {
        code: "shelter".to_owned(),
        name: "Притулок".to_owned(),
        name_en: String::new(),
        position: 0,
        off_since: None,
        about: About::Category { sensitive: true },
    };
    let deed = desk.office.new_deed();
    desk.office.add_entry(deed, &custom).expect("added");
    let mut register = |family: AFamily| {
        let mut draft = family.draft();
        draft.actual.settlement_code = CODIFIER.settlement_named("м. Луцьк", None).map(|place| place.code.to_owned());
        draft.registered_on = day("2026-03-01");
        desk.register(&draft).family
    };
    let big = register(a_family().with_child(5).with_child(7).with_child(9).with_category("shelter"));
    let closed = register(a_family_of("Коваль Ганна Іванівна").with_child(4));
    let keep = register(a_family_of("Бондар Марія Іванівна").with_child(3).with_key("С-1"));
    let gone = register(a_family_of("Бондарь Марія Іванівна").with_key("С-2"));
    let lone = register(a_family_of("Гнатюк Софія Іванівна"));
    let office = &mut desk.office;
    // One died, one moved, one is a family of her own now.
    let children: Vec<_> = (1..4).map(|place| member(office, big, place)).collect();
    live(office, big, &died(children[0], "2026-10-01")).expect("died");
    live(office, big, &moved(children[1], keep, Relation::Ward, "2026-10-02")).expect("moved");
    live(office, big, &split(vec![(children[2], Relation::Head)], "2026-10-03")).expect("split");
    let note = "переїхали".to_owned();
    live(office, closed, &LifeEvent::Closed { on: day("2026-11-01"), reason: CloseReason::MovedAway, note })
        .expect("closed");
    let head = member(office, lone, 0);
    live(office, lone, &died(head, "2026-11-02")).expect("died");
    let seen =
        MergeSeen { keep: FamilyDraft::of_card(&card(office, keep)), gone: FamilyDraft::of_card(&card(office, gone)) };
    let person = |draft: &FamilyDraft| draft.members[0].person.expect("a person");
    let same = vec![SamePerson { keep: person(&seen.keep), gone: person(&seen.gone) }];
    let deed = office.new_deed();
    let plan = MergePlan { keep, gone, draft: seen.keep.clone(), same, seen };
    office.merge_families(deed, &plan).expect("merged");
    desk.register(&a_family_of("Зайва Марія Іванівна").with_child(2).draft());
    undo(&mut desk.office).expect("a mistake");
    let before: Vec<_> = [big, closed, keep, gone, lone].map(|family| card(&mut desk.office, family)).into();
    let count = desk.office.today().expect("today").families;
    for format in [Format::Csv, Format::Xlsx] {
        let outcome = out_and_back(&mut desk, format);
        // The kept, the closed, the big one and the part of it; whose people are all gone has no row to go out in.
        assert_eq!(outcome, ImportOutcome { families_unchanged: 4, ..ImportOutcome::default() }, "{format:?}");
        let after: Vec<_> = [big, closed, keep, gone, lone].map(|family| card(&mut desk.office, family)).into();
        assert_eq!(after, before, "{format:?}");
        assert_eq!(desk.office.today().expect("today").families, count);
    }
}
