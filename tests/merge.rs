//! Stories of merging: two entries become one, everything follows, both histories stay, and it can be taken back later.
#![allow(clippy::expect_used, clippy::panic, reason = "a story that cannot be set up must fail loudly")]

mod common;

use common::lives::{card, left, live, member, moved, renamed, undo, undo_deed};
use common::{AnOffice, a_family, a_family_of, an_office, correct, day, passport, phone};
use stiika::domain::draft::{FamilyDraft, MemberDraft, SingleDraft};
use stiika::domain::family::Relation;
use stiika::domain::id::FamilyId;
use stiika::domain::life::check::LifeFault;
use stiika::domain::life::{CloseReason, CollectorDraft, LifeEvent};
use stiika::domain::staff::Role;
use stiika::office::{ImportBatch, MergePlan, MergeSeen, Office, OfficeError, Pair, PeoplePlan, Run, SamePerson};
use stiika::store::apart::PairRow;

/// Шевченко Оксана with Марія (key К-1), and the same Оксана with Ганна registered again (key К-2, a phone, a passport).
fn twice(desk: &mut AnOffice) -> (FamilyId, FamilyId) {
    let keep = desk.register(&a_family().with_child(6).with_key("К-1").with_category("hardship").draft()).family;
    let mut again = a_family()
        .with_child(6)
        .with_child(11)
        .with_key("К-2")
        .with_phone("0671234567")
        .with_passport("КС 123456")
        .displaced()
        .draft();
    again.members.remove(1);
    again.members[0].name.surname = "Шевчєнко".to_owned();
    again.actual.street = "вул. Шопена".to_owned();
    (keep, desk.register(&again).family)
}

/// The heads are one; everybody else comes along; the kept one's fields with the other one's phones, papers and categories.
fn plan(office: &mut Office, keep: FamilyId, gone: FamilyId) -> MergePlan {
    let seen =
        MergeSeen { keep: FamilyDraft::of_card(&card(office, keep)), gone: FamilyDraft::of_card(&card(office, gone)) };
    let mut draft = seen.keep.clone();
    let (mine, theirs) = (&mut draft.members[0], &seen.gone.members[0]);
    let same = SamePerson { keep: mine.person.expect("a person"), gone: theirs.person.expect("a person") };
    mine.phones.extend(theirs.phones.clone());
    mine.documents.extend(theirs.documents.clone());
    draft.categories.extend(seen.gone.categories.clone());
    draft.members.extend(seen.gone.members[1..].to_vec());
    MergePlan { keep, gone, draft, same: vec![same], seen }
}

fn merge(office: &mut Office, plan: &MergePlan) -> Result<stiika::office::Merged, OfficeError> {
    let deed = office.new_deed();
    office.merge_families(deed, plan)
}

#[test]
fn two_entries_become_one_and_everything_follows() {
    let mut desk = an_office();
    let (keep, gone) = twice(&mut desk);
    let number = card(&mut desk.office, gone).number;
    let who = CollectorDraft::Named {
        name: "Гнатюк Петро".to_owned(), document: String::new(), phone: String::new()
    };
    let allow = LifeEvent::CollectorAllowed { who, on: day("2026-11-21"), until: None, note: String::new() };
    live(&mut desk.office, gone, &allow).expect("allowed");
    let plan = plan(&mut desk.office, keep, gone);
    let merged = merge(&mut desk.office, &plan).expect("merged");
    assert_eq!((merged.family, merged.gone), (keep, number));
    let one = card(&mut desk.office, keep);
    assert_eq!(
        one.members.iter().map(|member| member.name.given.as_str()).collect::<Vec<_>>(),
        ["Оксана", "Марія", "Ганна"]
    );
    assert_eq!((one.members[0].phones.len(), one.members[0].documents.len(), one.categories.len()), (1, 1, 2));
    assert_eq!(one.past.collectors.len(), 1);
    assert_eq!(one.past.merged_from, [(gone, number)]);
    assert_eq!(one.members[0].former_names[0].name.surname, "Шевчєнко");
    assert!(one.past.members.is_empty(), "nobody left: {:?}", one.past.members);
    assert_eq!(FamilyDraft::of_card(&one).actual.street, "вул. Кравчука");
    let mut fresh = desk.another_desk();
    for text in ["Шевченко", "Шевчєнко", "Ганна", "0671234567"] {
        assert_eq!(fresh.find(text, 9).expect("found"), desk.office.find(text, 9).expect("found"), "{text}");
    }
    assert_eq!(desk.office.today().expect("today").families, 1);
}

#[test]
fn whoever_comes_by_the_old_id_number_or_key_is_led_to_the_kept_entry() {
    let mut desk = an_office();
    let (keep, gone) = twice(&mut desk);
    let (number, her) = (card(&mut desk.office, gone).number, member(&mut desk.office, gone, 0));
    let plan = plan(&mut desk.office, keep, gone);
    merge(&mut desk.office, &plan).expect("merged");
    let shown = card(&mut desk.office, gone);
    assert_eq!((shown.id, shown.past.asked_as), (keep, Some(number)));
    assert_eq!(desk.office.card_on(gone, day("2026-11-21")).expect("then").id, keep);
    let found = desk.office.find(&number.to_string(), 5).expect("found");
    assert_eq!((found.len(), found[0].family), (1, Some(keep)));
    assert_eq!(desk.office.person_card(her).expect("her").id, plan.same[0].keep);
    // The file that knows both keys comes again: nothing is doubled, nothing breaks.
    let mut file = a_family().with_child(6).with_child(11).with_key("К-2").draft();
    file.members.remove(1);
    file.members[0].phones.push(phone("0501112233"));
    let batch = ImportBatch { families: vec![file], ..ImportBatch::default() };
    let outcome = desk.office.import(&batch, Run::Real, &mut |_, _| {}).expect("import").expect("no faults");
    assert_eq!((outcome.families_added, outcome.people_added, outcome.families_changed), (0, 0, 1));
    let one = card(&mut desk.office, keep);
    assert_eq!((one.key.as_deref(), one.members[0].phones.len()), (Some("К-1"), 2));
}

#[test]
fn both_histories_stay_and_say_which_entry_they_are_of() {
    let mut desk = an_office();
    let (keep, gone) = twice(&mut desk);
    let number = card(&mut desk.office, gone).number;
    let plan = plan(&mut desk.office, keep, gone);
    merge(&mut desk.office, &plan).expect("merged");
    for asked in [keep, gone] {
        let history = desk.office.history(asked).expect("history");
        let registered: Vec<_> =
            history.iter().filter(|entry| entry.action == "family-registered").map(|entry| entry.of).collect();
        assert_eq!(registered, [Some(number), None]);
        assert!(history.iter().any(|entry| entry.action == "families-merged" && entry.of.is_none()));
    }
}

#[test]
fn a_merge_is_taken_back_later_also_by_a_colleague() {
    let mut desk = an_office();
    let mut other = desk.desk_of(Role::CaseWorker);
    let (keep, gone) = twice(&mut desk);
    let before = (card(&mut desk.office, keep), card(&mut desk.office, gone));
    let plan = plan(&mut desk.office, keep, gone);
    merge(&mut desk.office, &plan).expect("merged");
    let base = FamilyDraft::of_card(&card(&mut desk.office, keep));
    let mut mine = base.clone();
    mine.members[0].note = "пізніше".to_owned();
    correct(&mut desk.office, keep, &base, &mine).expect("corrected");
    let merged = other.history(keep).expect("history").into_iter().find(|entry| entry.action == "families-merged");
    undo_deed(&mut other, merged.and_then(|entry| entry.deed).expect("its deed")).expect("parted");
    let mut parted = (card(&mut desk.office, keep), card(&mut desk.office, gone));
    assert_eq!(parted.0.members[0].note, "пізніше", "what was said later stays");
    parted.0.members[0].note.clear();
    assert_eq!(parted, before);
    let mut fresh = desk.another_desk();
    for text in ["Шевченко", "Шевчєнко", "Ганна", &parted.1.number.to_string()] {
        assert_eq!(fresh.find(text, 9).expect("found"), desk.office.find(text, 9).expect("found"), "{text}");
    }
    assert!(!desk.office.history(keep).expect("history").iter().any(|entry| entry.of.is_some()));
    // And the parting can be taken back too.
    undo(&mut other).expect("one again");
    assert_eq!(card(&mut desk.office, gone).id, keep);
}

#[test]
fn a_merged_entry_is_not_merged_again_but_named_and_a_chain_leads_to_its_end() {
    let mut desk = an_office();
    let (keep, gone) = twice(&mut desk);
    let third = desk.register(&a_family().draft()).family;
    let first = plan(&mut desk.office, keep, gone);
    let stale = plan(&mut desk.office, third, gone);
    merge(&mut desk.office, &first).expect("merged");
    let number = card(&mut desk.office, keep).number;
    assert_eq!(merge(&mut desk.office, &stale), Err(OfficeError::MergedInto { number: Some(number) }));
    let oksana = member(&mut desk.office, keep, 0);
    assert_eq!(
        live(&mut desk.office, gone, &left(oksana, "2026-11-21")),
        Err(OfficeError::MergedInto { number: Some(number) })
    );
    let base = FamilyDraft::of_card(&card(&mut desk.office, gone));
    let mine = FamilyDraft { key: Some("Х".to_owned()), ..base.clone() };
    assert!(matches!(correct(&mut desk.office, gone, &base, &mine), Err(OfficeError::MergedInto { .. })));
    let second = plan(&mut desk.office, third, keep);
    merge(&mut desk.office, &second).expect("merged");
    assert_eq!(card(&mut desk.office, gone).id, third);
    assert_eq!(card(&mut desk.office, third).past.merged_from.len(), 2);
    // The first merge lies under the second: the later one is named.
    let history = desk.office.history(third).expect("history");
    let deeds: Vec<_> = history
        .iter()
        .filter(|entry| entry.action == "families-merged" && entry.of == Some(number))
        .filter_map(|entry| entry.deed)
        .collect();
    let under = *deeds.last().expect("the first merge");
    assert!(
        matches!(undo_deed(&mut desk.office, under), Err(OfficeError::ChangedLater { action, .. }) if action == "families-merged")
    );
}

#[test]
fn a_merge_of_what_another_desk_changed_meanwhile_is_refused_and_says_who() {
    let mut desk = an_office();
    let mut other = desk.desk_of(Role::CaseWorker);
    let (keep, gone) = twice(&mut desk);
    let plan = plan(&mut desk.office, keep, gone);
    let base = FamilyDraft::of_card(&card(&mut other, gone));
    let mut mine = base.clone();
    mine.members[1].phones.push(phone("0509998877"));
    correct(&mut other, gone, &base, &mine).expect("corrected");
    let refused = merge(&mut desk.office, &plan).expect_err("stale");
    assert!(
        matches!(&refused, OfficeError::ChangedMeanwhile { by, action, .. } if by == "case_worker" && action == "family-corrected"),
        "{refused:?}"
    );
    assert_eq!(card(&mut desk.office, gone).id, gone, "nothing was written");
}

#[test]
fn a_plan_that_does_not_fit_the_people_is_refused() {
    let mut desk = an_office();
    let (keep, gone) = twice(&mut desk);
    let good = plan(&mut desk.office, keep, gone);
    let stranger = member(&mut desk.office, keep, 1);
    let mut bad: Vec<MergePlan> = Vec::new();
    bad.push(MergePlan { gone: keep, ..good.clone() });
    bad.push(MergePlan { same: vec![SamePerson { keep: stranger, gone: stranger }], ..good.clone() });
    bad.push(MergePlan { same: [good.same.clone(), good.same.clone()].concat(), ..good.clone() });
    let mut new = good.clone();
    new.draft
        .members
        .push(MemberDraft { name: common::name("Новий Іван"), ..MemberDraft::new(Relation::Son) });
    bad.push(new);
    for plan in bad {
        assert_eq!(merge(&mut desk.office, &plan), Err(OfficeError::PlanAmiss), "{plan:?}");
    }
    let deed = desk.office.new_deed();
    let first = desk.office.merge_families(deed, &good).expect("first");
    assert_eq!(desk.office.merge_families(deed, &good), Ok(first), "twice pressed is once done");
}

#[test]
fn one_person_registered_twice_becomes_one_in_every_family() {
    let mut desk = an_office();
    let (keep, gone) = twice(&mut desk);
    let (one, other) = (member(&mut desk.office, keep, 0), member(&mut desk.office, gone, 0));
    let seen =
        (desk.office.person_card(one).expect("one").single, desk.office.person_card(other).expect("other").single);
    let mut draft: SingleDraft = seen.0.clone();
    draft.person.phones.extend(seen.1.person.phones.clone());
    draft.person.documents.push(passport("КС 123456"));
    let plan = PeoplePlan { same: SamePerson { keep: one, gone: other }, draft, seen };
    let deed = desk.office.new_deed();
    assert_eq!(desk.office.merge_people(deed, &plan).expect("merged").person, one);
    assert_eq!((member(&mut desk.office, keep, 0), member(&mut desk.office, gone, 0)), (one, one));
    let her = desk.office.person_card(other).expect("her");
    assert_eq!(
        (her.id, her.families.len(), her.single.person.phones.len(), her.single.person.documents.len()),
        (one, 2, 1, 1)
    );
    let deed = desk.office.new_deed();
    assert_eq!(desk.office.merge_people(deed, &plan), Err(OfficeError::MergedInto { number: None }));
    undo(&mut desk.office).expect("two again");
    assert_eq!(member(&mut desk.office, gone, 0), other);
    assert_eq!(desk.office.person_card(other).expect("other").single.person.documents.len(), 1);
}

#[test]
fn two_of_one_family_who_are_one_person_leave_it_with_its_head() {
    let mut desk = an_office();
    let mut draft = a_family().with_child(6).draft();
    draft.members.push(MemberDraft { relation: Relation::Other, ..draft.members[0].clone() });
    let family = desk.register(&draft).family;
    let (head, double) = (member(&mut desk.office, family, 0), member(&mut desk.office, family, 2));
    let plan = |office: &mut Office, keep, gone| {
        let seen = (office.person_card(keep).expect("one").single, office.person_card(gone).expect("other").single);
        PeoplePlan { same: SamePerson { keep, gone }, draft: seen.0.clone(), seen }
    };
    let wrong = plan(&mut desk.office, double, head);
    let deed = desk.office.new_deed();
    let refused = desk.office.merge_people(deed, &wrong);
    assert!(matches!(refused, Err(OfficeError::Life(LifeFault::HeadNeeded { .. }))), "{refused:?}");
    let right = plan(&mut desk.office, head, double);
    let deed = desk.office.new_deed();
    desk.office.merge_people(deed, &right).expect("merged");
    let now = card(&mut desk.office, family);
    assert_eq!((now.members.len(), now.members[0].person, now.past.members.len()), (2, head, 0));
}

#[test]
fn closed_and_former_things_of_the_gone_entry_follow_too() {
    let mut desk = an_office();
    let (keep, gone) = twice(&mut desk);
    let (her, daughter) = (member(&mut desk.office, gone, 0), member(&mut desk.office, gone, 1));
    live(&mut desk.office, gone, &renamed(her, "Коваль Оксана Петрівна", "2026-11-21")).expect("renamed");
    let neighbour = desk.register(&a_family_of("Бондар Іван Петрович").draft()).family;
    live(&mut desk.office, gone, &moved(daughter, neighbour, Relation::Ward, "2026-11-21")).expect("moved");
    let closed = LifeEvent::Closed { on: day("2026-11-21"), reason: CloseReason::Refused, note: String::new() };
    live(&mut desk.office, gone, &closed).expect("closed");
    desk.clock.move_on(chrono::Duration::days(2));
    let plan = plan(&mut desk.office, keep, gone);
    merge(&mut desk.office, &plan).expect("merged");
    let one = card(&mut desk.office, keep);
    assert_eq!((one.closed_on, one.past.closures.len()), (None, 1));
    assert_eq!(one.past.closures[0].until, Some(day("2026-11-23")));
    let names: Vec<_> = one.members[0].former_names.iter().map(|former| former.name.surname.as_str()).collect();
    assert!(names.contains(&"Коваль") && names.contains(&"Шевчєнко"), "{names:?}");
}

#[test]
fn a_pair_told_apart_is_remembered_until_that_is_taken_back() {
    let mut desk = an_office();
    let (keep, gone) = twice(&mut desk);
    let pair = Pair::Families(keep, gone);
    let deed = desk.office.new_deed();
    desk.office.tell_apart(deed, pair, "сестри").expect("told");
    let deed = desk.office.new_deed();
    desk.office.tell_apart(deed, Pair::Families(gone, keep), "").expect("told again");
    assert_eq!(desk.told_apart(), [PairRow::Families(keep, gone)]);
    assert!(
        desk.office
            .history(gone)
            .expect("history")
            .iter()
            .any(|entry| entry.action == "told-apart" && entry.note == "сестри")
    );
    undo(&mut desk.office).expect("taken back");
    assert_eq!(desk.told_apart(), []);
    let plan = plan(&mut desk.office, keep, gone);
    merge(&mut desk.office, &plan).expect("merged");
    let deed = desk.office.new_deed();
    assert!(matches!(desk.office.tell_apart(deed, pair, ""), Err(OfficeError::MergedInto { number: Some(_) })));
}

#[test]
fn what_the_one_who_merges_may_not_see_is_not_lost_by_it_nor_told() {
    let mut desk = an_office();
    let of = |note: &str| a_family().with_note(note).with_category("offender").draft();
    let (keep, gone) = (desk.register(&of("перша")).family, desk.register(&of("друга")).family);
    let mut reception = desk.desk_of(Role::Reception);
    let plan = plan(&mut reception, keep, gone);
    assert_eq!(merge(&mut reception, &plan).expect("merged").family, keep);
    let there = card(&mut desk.office, keep);
    assert_eq!((there.members.len(), there.members[0].note.as_str()), (1, "перша\nдруга"));
    assert_eq!(there.categories.len(), 1, "the same category once");
    let told = format!("{:?}", reception.history(keep).expect("history"));
    assert!(!told.contains("друга") && !told.contains("offender"), "{told}");
    assert!(desk.office.history(keep).expect("history").iter().any(|entry| {
        entry.changes.iter().any(|change| change.field == "note" && change.after == "перша\nдруга")
    }));
    let what = reception.last_deed().expect("asked").expect("a deed").deed;
    undo_deed(&mut reception, what).expect("taken back");
    assert_eq!(card(&mut desk.office, keep).members[0].note, "перша");
    let back = card(&mut desk.office, gone);
    assert_eq!((back.members[0].note.as_str(), back.categories.len()), ("друга", 1));
}
