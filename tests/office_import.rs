//! Stories of import and export: all or nothing, twice is once, one key is one person.
#![allow(clippy::expect_used, clippy::panic, reason = "a story that cannot be set up must fail loudly")]

mod common;

use common::lives::{member, undo_deed};
use common::{AFamily, a_family, a_family_of, an_office, name};
use std::collections::HashMap;
use stiika::domain::draft::{FamilyDraft, MemberDraft, SingleDraft};
use stiika::domain::family::Relation;
use stiika::domain::id::FamilyId;
use stiika::domain::staff::{Right, Role};
use stiika::office::intake::{Grouping, Mapping};
use stiika::office::{
    Exported, ImportBatch, ImportFault, ImportOutcome, Imported, Intake, MergePlan, MergeSeen, Office, OfficeError,
    PeoplePlan, Run, SamePerson,
};

fn batch(families: Vec<AFamily>) -> ImportBatch {
    ImportBatch { families: families.into_iter().map(AFamily::draft).collect(), ..ImportBatch::default() }
}

fn a_single(key: &str, full: &str) -> SingleDraft {
    let mut person = MemberDraft::new(Relation::Other);
    (person.key, person.name) = (Some(key.to_owned()), name(full));
    SingleDraft { person, address: a_family().draft().actual }
}

fn take(office: &mut Office, batch: &ImportBatch) -> Result<ImportOutcome, Vec<ImportFault>> {
    office.import(batch, Run::Real, &mut |_, _| {}).expect("import")
}

#[test]
fn the_same_file_twice_changes_nothing_and_says_so() {
    let mut desk = an_office();
    let mut file = batch(vec![
        a_family().with_child(6).with_phone("0671234567").displaced().with_key("С-1"),
        a_family_of("Бондар Марія Іванівна").with_passport("КС 123456").with_key("С-2"),
    ]);
    file.singles.push(a_single("О-1", "Коваль Ігор Петрович"));
    let first = take(&mut desk.office, &file).expect("first");
    assert_eq!(first, ImportOutcome { families_added: 2, people_added: 4, ..ImportOutcome::default() });
    let again = take(&mut desk.office, &file).expect("again");
    assert_eq!(again, ImportOutcome { families_unchanged: 2, ..ImportOutcome::default() });
    assert_eq!(desk.office.find("Коваль", 5).expect("found")[0].key.as_deref(), Some("О-1"));
}

#[test]
fn a_later_file_corrects_what_it_says_and_keeps_what_it_does_not() {
    let mut desk = an_office();
    take(&mut desk.office, &batch(vec![a_family().with_note("нотатка").with_phone("0671234567").with_key("С-1")]))
        .expect("first");
    let mut moved = a_family().with_child(2).with_key("С-1").draft();
    moved.actual.street = "вул. Шопена".to_owned();
    let outcome =
        take(&mut desk.office, &ImportBatch { families: vec![moved], ..ImportBatch::default() }).expect("second");
    assert_eq!((outcome.families_changed, outcome.people_added), (1, 1));
    let family = desk.office.find("Шевченко Оксана", 5).expect("found")[0].family.expect("family");
    let card = desk.office.card(family).expect("card");
    assert_eq!(card.members[0].note, "нотатка");
    assert_eq!(card.members[0].phones.len(), 1);
    assert_eq!(FamilyDraft::of_card(&card).actual.street, "вул. Шопена");
    assert_eq!(desk.office.history(family).expect("history")[1].action, "family-reimported");
}

#[test]
fn one_bad_row_and_nothing_is_written() {
    let mut desk = an_office();
    desk.register(&a_family_of("Мельник Ольга").with_passport("КС 123456").draft());
    let mut headless = a_family_of("Бойко Олег").with_key("С-2").draft();
    headless.members[0].relation = Relation::Other;
    let mut file = batch(vec![
        a_family().with_key("С-1"),
        a_family_of("Гнатюк Софія").with_child(4).with_passport("КС 123456").with_key("С-3"),
    ]);
    file.families.push(headless);
    let faults = take(&mut desk.office, &file).expect_err("faults");
    let places: Vec<(usize, usize)> = faults.iter().map(|fault| (fault.family, fault.member)).collect();
    assert_eq!(places, [(1, 0), (2, 0)]);
    assert!(matches!(faults[0].fault, OfficeError::PaperTaken { .. }), "{faults:?}");
    assert_eq!(faults[1].fault, OfficeError::NoHead);
    assert!(desk.office.find("Шевченко", 5).expect("found").is_empty());
    assert_eq!(desk.office.today().expect("today").families, 1);
}

#[test]
fn a_dry_run_says_what_would_happen_and_writes_nothing() {
    let mut desk = an_office();
    let file = batch(vec![a_family().with_child(6).with_key("С-1")]);
    let mut told = Vec::new();
    let outcome =
        desk.office.import(&file, Run::Dry, &mut |done, of| told.push((done, of))).expect("import").expect("no faults");
    assert_eq!((outcome.families_added, outcome.people_added), (1, 2));
    assert_eq!(told, [(1, 1)]);
    assert_eq!(desk.office.today().expect("today").families, 0);
}

#[test]
fn one_key_is_one_person_in_two_families() {
    let mut desk = an_office();
    let child = |key: &str| {
        let mut family = a_family().with_child(6).with_key(key).draft();
        family.members[1].key = Some("дитина".to_owned());
        family
    };
    let mut father = child("С-2");
    father.members[0].name = name("Шевченко Іван Петрович");
    let file = ImportBatch { families: vec![child("С-1"), father], ..ImportBatch::default() };
    assert_eq!(take(&mut desk.office, &file).expect("taken").people_added, 3);
    let found = desk.office.find("Шевченко Марія", 5).expect("found");
    assert_eq!(found.len(), 2, "once in each family");
    assert_eq!(found[0].person, found[1].person);
    assert_eq!(take(&mut desk.office, &file).expect("again").families_unchanged, 2);
}

#[test]
fn a_key_that_means_two_people_is_a_fault_of_the_row() {
    let mut desk = an_office();
    let mut twice = a_family().with_child(6).with_key("С-1").draft();
    twice.members[1].key = twice.members[0].key.clone();
    let mut other_name = a_family_of("Бондар Марія").with_key("С-2").draft();
    other_name.members[0].key = Some("С-3/0".to_owned());
    let file = ImportBatch {
        families: vec![twice, other_name, a_family_of("Коваль Ганна").with_key("С-3").draft()],
        ..ImportBatch::default()
    };
    let faults: Vec<OfficeError> =
        take(&mut desk.office, &file).expect_err("faults").into_iter().map(|fault| fault.fault).collect();
    assert_eq!(faults, [OfficeError::KeyTwice("С-1/0".to_owned()), OfficeError::KeyMismatch("С-3/0".to_owned())]);
}

#[test]
fn an_export_has_everybody_in_order_of_registration() {
    let mut desk = an_office();
    let mut earlier = a_family_of("Бондар Марія").draft();
    earlier.registered_on = common::day("2024-01-15");
    earlier.closed_on = Some(common::day("2025-01-15"));
    desk.register(&a_family().draft());
    desk.register(&earlier);
    let single = a_single("О-1", "Коваль Ігор Петрович");
    take(
        &mut desk.office,
        &ImportBatch { families: Vec::new(), singles: vec![single.clone()], ..ImportBatch::default() },
    )
    .expect("taken");
    let (mut names, mut singles) = (Vec::new(), Vec::new());
    desk.office
        .export(&mut |exported| match exported {
            Exported::Family(card) => names.push(card.members[0].name.surname.clone()),
            Exported::Single(person) => singles.push(person.clone()),
        })
        .expect("export");
    assert_eq!(names, ["Бондар", "Шевченко"]);
    assert_eq!(singles[0].address, single.address);
    assert_eq!(singles[0].person.key, single.person.key);
}

#[test]
fn a_day_that_the_file_says_counts_even_when_it_is_today() {
    let mut desk = an_office();
    let mut early = a_family().with_key("С-1").draft();
    early.registered_on = common::day("2024-02-01");
    take(&mut desk.office, &ImportBatch { families: vec![early], ..ImportBatch::default() }).expect("first");
    let day_of = |office: &mut Office| {
        let family = office.find("Шевченко", 5).expect("found")[0].family.expect("family");
        office.card(family).expect("card").registered_on.to_string()
    };
    let today = batch(vec![a_family().with_key("С-1")]);
    take(&mut desk.office, &ImportBatch { undated: vec![0], ..today.clone() }).expect("undated");
    assert_eq!(day_of(&mut desk.office), "2024-02-01");
    take(&mut desk.office, &today).expect("dated");
    assert_eq!(day_of(&mut desk.office), "2026-11-21");
}

#[test]
fn a_stopped_import_remembers_nothing_of_the_headings_and_a_finished_one_does() {
    let mut desk = an_office();
    let mapping = Mapping {
        headings: vec!["піб".to_owned()],
        targets: vec!["full_name".to_owned()],
        grouping: Grouping::Row,
        was_taken_in: true,
    };
    let file = batch(vec![a_family().with_key("С-1")]);
    let intake = Intake { batch: &file, joined: &HashMap::new(), mapping: Some(&mapping) };
    let deed = desk.office.new_deed();
    let stopped = desk.office.take_in(deed, &intake, Run::Real, &mut |_, _| false).expect("stopped");
    assert_eq!((stopped, desk.office.mappings().expect("mappings")), (Imported::Stopped, vec![]));
    for _ in 0..2 {
        desk.office.take_in(deed, &intake, Run::Real, &mut |_, _| true).expect("taken");
        assert_eq!(desk.office.mappings().expect("mappings"), std::slice::from_ref(&mapping));
        assert_eq!(desk.office.today().expect("today").families, 1, "the same deed twice is done once");
    }
}

#[test]
fn who_is_recognised_keeps_the_key_and_the_head_of_the_register() {
    let mut desk = an_office();
    let known = desk.register(&a_family().with_child(6).with_key("С-1").draft());
    let mut file = batch(vec![a_family_of("Шевченко Марія Іванівна").with_key("auto-1")]);
    file.families[0].members[0].birth = None;
    let card = desk.office.card(known.family).expect("card");
    file.families[0].members[0].person = Some(card.members[1].person);
    file.families[0].members[0].phones.push(common::phone("0671234567"));
    let joined = HashMap::from([(0, known.family)]);
    for changed in [1, 0] {
        let deed = desk.office.new_deed();
        let intake = Intake { batch: &file, joined: &joined, mapping: None };
        let done = desk.office.take_in(deed, &intake, Run::Real, &mut |_, _| true).expect("taken");
        let Imported::Done(outcome) = done else { panic!("{done:?}") };
        assert_eq!((outcome.families_changed, outcome.people_added), (changed, 0));
    }
    let card = desk.office.card(known.family).expect("card");
    assert_eq!((card.key.as_deref(), card.members[1].key.as_deref()), (Some("С-1"), Some("С-1/1")));
    assert_eq!((card.members[1].relation, card.members[1].phones.len()), (Relation::Daughter, 1));
}

#[test]
fn only_who_may_import_asks_who_is_there() {
    let mut desk = an_office();
    let mut director = desk.desk_of(Role::Director);
    let file = batch(vec![a_family()]);
    assert_eq!(director.alike(&file, &mut |_, _| true), Err(OfficeError::NotAllowed(Right::Import)));
    assert_eq!(director.mappings(), Err(OfficeError::NotAllowed(Right::Import)));
}

#[test]
fn a_later_import_of_another_list_keeps_no_import_from_being_taken_back() {
    let mut desk = an_office();
    let mapping = |heading: &str| Mapping {
        headings: vec![heading.to_owned()],
        targets: vec!["full_name".to_owned()],
        grouping: Grouping::Row,
        was_taken_in: true,
    };
    let mut taken = Vec::new();
    for (key, heading) in [("С-1", "піб"), ("С-2", "прізвище")] {
        let file = batch(vec![a_family_of(&format!("Коваль{heading} Оксана")).with_key(key)]);
        let mapping = mapping(heading);
        let intake = Intake { batch: &file, joined: &HashMap::new(), mapping: Some(&mapping) };
        let deed = desk.office.new_deed();
        desk.office.take_in(deed, &intake, Run::Real, &mut |_, _| true).expect("taken");
        taken.push(deed);
    }
    undo_deed(&mut desk.office, taken[0]).expect("taken back");
    assert_eq!(desk.office.today().expect("today").families, 1);
    let known = desk.office.mappings().expect("mappings");
    assert_eq!(known, [mapping("прізвище"), mapping("піб")], "what the later one remembered stays");
    undo_deed(&mut desk.office, taken[1]).expect("taken back");
    assert_eq!(desk.office.mappings().expect("mappings"), [mapping("піб")]);
}

#[test]
fn whom_somebody_recognised_and_a_colleague_merged_meanwhile_is_the_kept_one() {
    let mut desk = an_office();
    let gone = desk.register(&a_family_of("Коваль Марія").with_child(6).draft()).family;
    let keep = desk.register(&a_family_of("Шевченко Оксана").draft()).family;
    let mut file = batch(vec![a_family_of("Коваль Марія").with_key("К-1")]);
    file.families[0].members[0].person = Some(member(&mut desk.office, gone, 0));
    file.families[0].members[0].phones.push(common::phone("0671234567"));
    merge_whole(&mut desk.office, keep, gone);
    let joined = HashMap::from([(0, gone)]);
    let deed = desk.office.new_deed();
    let intake = Intake { batch: &file, joined: &joined, mapping: None };
    let done = desk.office.take_in(deed, &intake, Run::Real, &mut |_, _| true).expect("taken");
    assert!(matches!(&done, Imported::Done(outcome) if outcome.families_changed == 1), "{done:?}");
    let kept = desk.office.card(keep).expect("card");
    assert_eq!(kept.members.iter().map(|member| member.phones.len()).sum::<usize>(), 1);
    assert_eq!(kept.members.len(), 2, "the two heads became one");
}

#[test]
fn an_old_list_with_both_entries_comes_again_after_they_became_one() {
    let mut desk = an_office();
    let file = batch(vec![
        a_family_of("Коваль Марія").with_child(6).with_key("К-1"),
        a_family_of("Коваль Марія Іванівна").with_child(9).with_key("К-2"),
    ]);
    take(&mut desk.office, &file).expect("taken");
    let all: Vec<FamilyId> =
        desk.office.find("Коваль Марія", 9).expect("found").iter().filter_map(|one| one.family).collect();
    assert_eq!(all.len(), 2);
    merge_whole(&mut desk.office, all[0], all[1]);
    let again = take(&mut desk.office, &file).expect("taken");
    assert_eq!((again.families_added, again.people_added), (0, 0));
    let card = desk.office.card(all[0]).expect("card");
    assert_eq!((card.members.len(), desk.office.today().expect("today").families), (3, 1));
    assert_eq!(
        (again.families_changed, again.families_unchanged),
        (0, 2),
        "what was chosen when they became one stands"
    );
}

#[test]
fn an_old_list_with_two_heads_comes_again_after_their_families_became_one() {
    let mut desk = an_office();
    let mut file = batch(vec![
        a_family_of("Коваль Марія").with_child(6).with_key("К-1"),
        a_family_of("Бойко Іван Петрович").with_key("К-2"),
    ]);
    file.families[1].actual.street = "вул. Лісова".to_owned();
    take(&mut desk.office, &file).expect("taken");
    let of = |office: &mut Office, name: &str| office.find(name, 1).expect("found")[0].family.expect("family");
    let (keep, gone) = (of(&mut desk.office, "Коваль Марія"), of(&mut desk.office, "Бойко Іван"));
    let seen = MergeSeen {
        keep: FamilyDraft::of_card(&desk.office.card(keep).expect("card")),
        gone: FamilyDraft::of_card(&desk.office.card(gone).expect("card")),
    };
    let mut draft = seen.keep.clone();
    draft.members.push(MemberDraft { relation: Relation::Spouse, ..seen.gone.members[0].clone() });
    let deed = desk.office.new_deed();
    desk.office.merge_families(deed, &MergePlan { keep, gone, draft, same: Vec::new(), seen }).expect("merged");
    let before = desk.office.card(keep).expect("card");
    let again = take(&mut desk.office, &file).expect("taken");
    assert_eq!((again.families_added, again.people_added, again.families_changed), (0, 0, 0));
    assert_eq!(desk.office.card(keep).expect("card"), before);
    file.families[1].members[0].phones.push(common::phone("0671234567"));
    assert_eq!(take(&mut desk.office, &file).expect("taken").families_changed, 1);
    assert_eq!(desk.office.card(keep).expect("card").members[2].phones.len(), 1, "what is new is added");
}

#[test]
fn two_rows_of_one_family_that_became_one_person_come_again_as_one() {
    let mut desk = an_office();
    let file = batch(vec![a_family_of("Коваль Марія").with_child(6).with_child(6).with_key("К-1")]);
    take(&mut desk.office, &file).expect("taken");
    let found = desk.office.find("Коваль Марія", 9).expect("found");
    let family = found[0].family.expect("family");
    let (keep, gone) = (member(&mut desk.office, family, 1), member(&mut desk.office, family, 2));
    let seen =
        (desk.office.person_card(keep).expect("card").single, desk.office.person_card(gone).expect("card").single);
    let plan = PeoplePlan { same: SamePerson { keep, gone }, draft: seen.0.clone(), seen };
    let deed = desk.office.new_deed();
    desk.office.merge_people(deed, &plan).expect("merged");
    let again = take(&mut desk.office, &file).expect("taken");
    assert_eq!((again.families_added, again.people_added), (0, 0));
    assert_eq!(desk.office.card(family).expect("card").members.len(), 2);
    let mut other = file.clone();
    other.families[0].key = Some("К-7".to_owned());
    let again = take(&mut desk.office, &other).expect("taken");
    assert_eq!((again.families_added, again.people_added), (1, 0), "also in a family that is new");
}

/// The head of both is one person; everybody else of the gone entry comes over.
fn merge_whole(office: &mut Office, keep: FamilyId, gone: FamilyId) {
    let seen = MergeSeen {
        keep: FamilyDraft::of_card(&office.card(keep).expect("card")),
        gone: FamilyDraft::of_card(&office.card(gone).expect("card")),
    };
    let mut draft = seen.keep.clone();
    draft.members.extend(seen.gone.members[1..].iter().cloned());
    let head = |draft: &FamilyDraft| draft.members[0].person.expect("a person");
    let same = vec![SamePerson { keep: head(&seen.keep), gone: head(&seen.gone) }];
    let deed = office.new_deed();
    office.merge_families(deed, &MergePlan { keep, gone, draft, same, seen }).expect("merged");
}
