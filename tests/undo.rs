//! Stories of taking back: one's own last deed of any kind, never over somebody's later change, and nothing is deleted by it.
#![allow(clippy::expect_used, clippy::panic, reason = "a story that cannot be set up must fail loudly")]

mod common;

use common::lives::{card, left, live, member, renamed, undo, undo_deed};
use common::{a_family, a_family_of, an_office, category, correct, day, passport, phone, register};
use stiika::domain::draft::{FamilyDraft, SingleDraft};
use stiika::domain::family::Relation;
use stiika::domain::id::FamilyId;
use stiika::domain::life::{CloseReason, LifeEvent};
use stiika::domain::staff::{Right, Role};
use stiika::office::{ImportBatch, NoUndo, Office, OfficeError, Run};
use stiika::text::{Lang, Texts};

fn corrected(office: &mut Office, family: FamilyId, change: impl FnOnce(&mut FamilyDraft)) {
    let base = FamilyDraft::of_card(&card(office, family));
    let mut mine = base.clone();
    change(&mut mine);
    correct(office, family, &base, &mine).expect("corrected");
}

#[test]
fn there_is_nothing_to_take_back_at_first() {
    let mut desk = an_office();
    assert_eq!(desk.office.last_deed(), Ok(None));
}

#[test]
fn a_correction_taken_back_is_as_if_it_was_not_and_taking_that_back_puts_it_back() {
    let mut desk = an_office();
    let family = desk
        .register(&a_family().with_child(6).with_phone("0671234567").with_passport("КС 123456").displaced().draft())
        .family;
    let before = FamilyDraft::of_card(&card(&mut desk.office, family));
    corrected(&mut desk.office, family, |mine| {
        mine.members[0].name.surname = "Бондар".to_owned();
        mine.members[0].phones = vec![phone("0509998877")];
        mine.members[0].documents = vec![passport("КС 654321")];
        mine.members[0].note = "щовівторка".to_owned();
        mine.categories = vec![category("hardship")];
        mine.actual.street = "вул. Шопена".to_owned();
        mine.members.pop();
        mine.members.extend(a_family_of("Коваль Іван Петрович").draft().members);
        mine.members[1].relation = Relation::Spouse;
    });
    let after = FamilyDraft::of_card(&card(&mut desk.office, family));
    let last = desk.office.last_deed().expect("asked").expect("a deed");
    assert_eq!((last.action.as_str(), last.in_the_way.as_ref()), ("family-corrected", None));
    assert_eq!(last.family.map(|(id, _)| id), Some(family));
    let undone = undo(&mut desk.office).expect("taken back");
    assert_eq!((undone.action.as_str(), undone.family), ("family-corrected", Some(family)));
    assert_eq!(FamilyDraft::of_card(&card(&mut desk.office, family)), before);
    assert!(desk.office.find("Коваль", 5).expect("found").is_empty());
    let last = desk.office.last_deed().expect("asked").expect("a deed");
    assert_eq!((last.action.as_str(), last.undone_action.as_deref()), ("deed-undone", Some("family-corrected")));
    undo(&mut desk.office).expect("put back");
    assert_eq!(FamilyDraft::of_card(&card(&mut desk.office, family)), after);
    assert_eq!(desk.office.find("Коваль", 5).expect("found").len(), 1);
    assert!(desk.office.verify_journal().expect("verified").is_ok());
}

#[test]
fn a_registration_taken_back_closes_the_entry_as_a_mistake_and_frees_its_papers() {
    let mut desk = an_office();
    let draft = a_family().with_child(6).with_key("С-1").with_passport("КС 123456").draft();
    let first = desk.register(&draft);
    undo(&mut desk.office).expect("taken back");
    let gone = card(&mut desk.office, first.family);
    assert_eq!((gone.past.voided_on, gone.closed_on), (Some(day("2026-11-21")), Some(day("2026-11-21"))));
    assert_eq!(gone.past.closures[0].reason, CloseReason::Mistake);
    assert!(desk.office.find("Шевченко", 5).expect("found").is_empty());
    let today = desk.office.today().expect("today");
    assert_eq!((today.families, today.registered), (0, 0), "a mistake is counted nowhere");
    let history = desk.office.history(first.family).expect("history");
    assert!(history.iter().any(|entry| entry.action == "family-registered"), "still reachable");
    // Key and paper are free again, so that the right family gets them; then the wrong one cannot come back.
    let second = desk.register(&draft);
    assert_ne!(first.family, second.family);
    let history = desk.office.history(first.family).expect("history");
    let undone = history
        .iter()
        .find(|entry| entry.action == "deed-undone")
        .and_then(|entry| entry.deed)
        .expect("the taking back");
    assert_eq!(undo_deed(&mut desk.office, undone), Err(OfficeError::NotUndoable(NoUndo::Taken)));
    undo(&mut desk.office).expect("the second is taken back");
    undo_deed(&mut desk.office, undone).expect("the first comes back");
    let back = card(&mut desk.office, first.family);
    assert_eq!((back.members.len(), back.closed_on, back.key.as_deref()), (2, None, Some("С-1")));
}

#[test]
fn a_colleagues_later_change_of_another_field_stays() {
    let mut desk = an_office();
    let mut other = desk.desk_of(Role::Reception);
    let family = desk.register(&a_family().draft()).family;
    corrected(&mut desk.office, family, |mine| mine.members[0].name.surname = "Бондар".to_owned());
    corrected(&mut other, family, |mine| mine.members[0].name.given = "Олена".to_owned());
    undo(&mut desk.office).expect("taken back");
    assert_eq!(card(&mut desk.office, family).members[0].name.full(), "Шевченко Олена Петрівна");
}

#[test]
fn a_colleagues_later_change_of_the_same_stands_in_the_way_and_is_named() {
    let mut desk = an_office();
    let mut other = desk.desk_of(Role::Reception);
    let family = desk.register(&a_family().draft()).family;
    corrected(&mut desk.office, family, |mine| mine.members[0].name.surname = "Бондар".to_owned());
    corrected(&mut other, family, |mine| mine.members[0].name.surname = "Коваль".to_owned());
    let last = desk.office.last_deed().expect("asked").expect("a deed");
    assert_eq!(last.in_the_way.as_ref().expect("in the way").by, "reception");
    let refused = undo(&mut desk.office).expect_err("refused");
    assert!(
        matches!(&refused, OfficeError::ChangedLater { by, action, .. } if by == "reception" && action == "family-corrected")
    );
    let said = Texts::new(Lang::Uk).say(&refused);
    assert!(said.contains("reception") && said.contains("21.11.2026"), "{said}");
    assert_eq!(card(&mut desk.office, family).members[0].name.surname, "Коваль");
    // When the colleague takes theirs back, the way is free.
    undo(&mut other).expect("taken back");
    undo(&mut desk.office).expect("now it goes");
    assert_eq!(card(&mut desk.office, family).members[0].name.surname, "Шевченко");
}

#[test]
fn what_a_colleague_added_to_a_new_family_stands_in_the_way_of_taking_its_registration_back() {
    let mut desk = an_office();
    let mut other = desk.desk_of(Role::Reception);
    let family = desk.register(&a_family().draft()).family;
    corrected(&mut other, family, |mine| mine.members[0].phones.push(phone("0671234567")));
    assert!(matches!(undo(&mut desk.office), Err(OfficeError::ChangedLater { .. })));
    undo(&mut other).expect("taken back");
    // A colleague's new family with the same person does too.
    let mut draft = a_family_of("Бондар Іван Петрович").draft();
    let mut her = FamilyDraft::of_card(&card(&mut desk.office, family)).members.remove(0);
    her.relation = Relation::Spouse;
    draft.members.push(her);
    register(&mut other, &draft);
    assert!(matches!(undo(&mut desk.office), Err(OfficeError::ChangedLater { .. })));
}

#[test]
fn ones_own_deeds_are_taken_back_one_after_another() {
    let mut desk = an_office();
    let family = desk.register(&a_family().draft()).family;
    corrected(&mut desk.office, family, |mine| mine.actual.flat = "6".to_owned());
    let first = desk.office.last_deed().expect("asked").expect("a deed").deed;
    corrected(&mut desk.office, family, |mine| mine.actual.flat = "7".to_owned());
    let second = desk.office.last_deed().expect("asked").expect("a deed").deed;
    assert!(matches!(undo_deed(&mut desk.office, first), Err(OfficeError::ChangedLater { .. })), "the later one first");
    undo_deed(&mut desk.office, second).expect("second");
    undo_deed(&mut desk.office, first).expect("first");
    assert_eq!(FamilyDraft::of_card(&card(&mut desk.office, family)).actual.flat, "5");
    let again = undo_deed(&mut desk.office, first).expect_err("again");
    assert!(matches!(again, OfficeError::AlreadyUndone { .. }));
}

#[test]
fn somebody_elses_deed_is_theirs_to_take_back_and_the_right_is_asked_again() {
    let mut desk = an_office();
    let mut other = desk.desk_of(Role::Reception);
    let family = desk.register(&a_family().draft()).family;
    let mine = desk.office.last_deed().expect("asked").expect("a deed").deed;
    assert_eq!(undo_deed(&mut other, mine), Err(OfficeError::NotUndoable(NoUndo::NotYours)));
    corrected(&mut other, family, |mine| mine.actual.flat = "6".to_owned());
    let theirs = other.last_deed().expect("asked").expect("a deed").deed;
    let (id, deed) = (other.staff().id, desk.office.new_deed());
    desk.office.change_role(deed, id, Role::Trainer).expect("another role");
    assert_eq!(undo_deed(&mut other, theirs), Err(OfficeError::NotAllowed(Right::Edit)));
    undo(&mut desk.office).expect("the role comes back");
    undo_deed(&mut other, theirs).expect("now it goes");
}

#[test]
fn a_role_and_a_disabling_are_taken_back_but_no_password() {
    let mut desk = an_office();
    let other = desk.desk_of(Role::Reception);
    let id = other.staff().id;
    let deed = desk.office.new_deed();
    desk.office.disable_staff(deed, id).expect("disabled");
    undo(&mut desk.office).expect("taken back");
    let deed = desk.office.new_deed();
    desk.office.set_password(deed, id, common::PASSWORD).expect("a new password");
    assert_eq!(undo_deed(&mut desk.office, deed), Err(OfficeError::NotUndoable(NoUndo::Password)));
    assert!(desk.sign_in("reception-x", common::PASSWORD).is_ok());
    // Taking the adding back closes the door again.
    let added = desk.office.new_deed();
    let new = desk.office.add_staff(added, "nova", "Нова", Role::Trainer, common::PASSWORD).expect("added");
    undo_deed(&mut desk.office, added).expect("taken back");
    assert!(desk.sign_in("nova", common::PASSWORD).is_err());
    assert!(desk.office.staff_list().expect("list").iter().any(|staff| staff.id == new && staff.disabled_on.is_some()));
}

#[test]
fn looking_is_no_deed_to_take_back() {
    let mut desk = an_office();
    let family = desk.register(&a_family().draft()).family;
    let registered = desk.office.last_deed().expect("asked");
    card(&mut desk.office, family);
    desk.office.glance(family).expect("glance");
    assert_eq!(desk.office.last_deed().expect("asked"), registered);
    let nothing = desk.office.new_deed();
    assert_eq!(undo_deed(&mut desk.office, nothing), Err(OfficeError::NotUndoable(NoUndo::NoSuchDeed)));
}

#[test]
fn an_import_is_taken_back_as_a_whole_and_comes_again() {
    let mut desk = an_office();
    let known = desk.register(&a_family().with_key("С-0").draft()).family;
    let families = (0..20).map(|place| {
        a_family_of(&format!("Коваль{place} Оксана")).with_child(5).with_key(&format!("С-{place}")).draft()
    });
    let mut families: Vec<FamilyDraft> = families.collect();
    families[0].members[0].name = common::name("Шевченко Оксана Петрівна");
    families[0].members[0].phones.push(phone("0671234567"));
    let visitor = a_family_of("Гнатюк Софія").with_key("В-1").draft().members.remove(0);
    let single = SingleDraft { person: visitor, address: stiika::domain::address::Address::default() };
    let batch = ImportBatch { families, singles: vec![single], ..ImportBatch::default() };
    let import =
        |office: &mut Office| office.import(&batch, Run::Real, &mut |_, _| {}).expect("import").expect("no faults");
    let first = import(&mut desk.office);
    assert_eq!((first.families_added, first.families_changed), (19, 1));
    let last = desk.office.last_deed().expect("asked").expect("a deed");
    assert_eq!((last.action.as_str(), last.count), ("register-imported", Some(21)));
    undo(&mut desk.office).expect("taken back");
    assert_eq!(desk.office.today().expect("today").families, 1);
    assert!(desk.office.find("Коваль", 50).expect("found").is_empty());
    assert!(desk.office.find("Гнатюк", 50).expect("found").is_empty());
    let there = card(&mut desk.office, known);
    assert_eq!((there.members.len(), there.members[0].phones.len()), (1, 0));
    assert!(desk.office.history(known).expect("history").iter().any(|entry| entry.action == "deed-undone"));
    let undone = desk.office.last_deed().expect("asked").expect("the taking back").deed;
    // The same file brings them anew; then the old ones cannot come back beside them.
    assert_eq!(import(&mut desk.office).families_added, 19);
    assert!(undo_deed(&mut desk.office, undone).is_err());
    undo(&mut desk.office).expect("taken back again");
    undo_deed(&mut desk.office, undone).expect("the first ones come back");
    assert_eq!(desk.office.today().expect("today").families, 20);
    assert_eq!(import(&mut desk.office).families_unchanged, 20);
    let mut fresh = desk.another_desk();
    assert_eq!(fresh.find("Коваль", 50).expect("found"), desk.office.find("Коваль", 50).expect("found"));
}

#[test]
fn nothing_is_taken_back_that_would_leave_a_family_without_a_head() {
    let mut desk = an_office();
    let mut other = desk.desk_of(Role::Reception);
    let family = desk.register(&a_family().with_child(17).with_child(11).draft()).family;
    corrected(&mut desk.office, family, |mine| {
        mine.members[0].relation = Relation::Mother;
        mine.members[1].relation = Relation::Head;
    });
    let mother =
        card(&mut other, family).members.iter().find(|member| member.relation == Relation::Mother).expect("her").person;
    live(&mut other, family, &left(mother, "2026-11-21")).expect("left");
    assert_eq!(undo(&mut desk.office), Err(OfficeError::NotUndoable(NoUndo::Heads)));
    assert_eq!(card(&mut desk.office, family).head().expect("head").relation, Relation::Head);
}

#[test]
fn who_died_meanwhile_does_not_come_back_into_a_family() {
    let mut desk = an_office();
    let mut other = desk.desk_of(Role::Reception);
    let family = desk.register(&a_family().with_child(11).draft()).family;
    let second = desk.register(&a_family_of("Бондар Іван Петрович").draft()).family;
    let child = member(&mut desk.office, family, 1);
    live(&mut desk.office, family, &common::lives::moved(child, second, Relation::Ward, "2026-11-21")).expect("moved");
    live(&mut other, second, &common::lives::died(child, "2026-11-21")).expect("died");
    assert!(matches!(undo(&mut desk.office), Err(OfficeError::ChangedLater { .. })));
}

#[test]
fn pressing_undo_twice_undoes_once() {
    let mut desk = an_office();
    let family = desk.register(&a_family().draft()).family;
    let oksana = member(&mut desk.office, family, 0);
    live(&mut desk.office, family, &renamed(oksana, "Бондар Оксана Петрівна", "2026-11-21")).expect("renamed");
    let what = desk.office.last_deed().expect("asked").expect("a deed").deed;
    let deed = desk.office.new_deed();
    let first = desk.office.undo(deed, what, "").expect("first");
    let second = desk.office.undo(deed, what, "").expect("second");
    assert_eq!(first, second);
    assert_eq!(card(&mut desk.office, family).members[0].name.surname, "Шевченко");
    let closed = LifeEvent::Closed { on: day("2026-11-21"), reason: CloseReason::MovedAway, note: String::new() };
    live(&mut desk.office, family, &closed).expect("closed");
}

#[test]
fn an_administrator_who_has_no_password_again_yet_is_not_the_last_one_left() {
    let mut desk = an_office();
    let me = desk.office.staff().id;
    let deed = desk.office.new_deed();
    let other = desk.office.add_staff(deed, "druha", "Друга", Role::Administrator, common::PASSWORD).expect("added");
    let disabled = desk.office.new_deed();
    desk.office.disable_staff(disabled, other).expect("disabled");
    undo_deed(&mut desk.office, disabled).expect("taken back");
    // Her key went with the disabling: nobody could sign in if this one gave the role away now.
    let deed = desk.office.new_deed();
    assert_eq!(desk.office.change_role(deed, me, Role::Director), Err(OfficeError::LastAdministrator));
    let deed = desk.office.new_deed();
    assert_eq!(desk.office.disable_staff(deed, me), Err(OfficeError::LastAdministrator));
    let deed = desk.office.new_deed();
    desk.office.set_password(deed, other, common::PASSWORD).expect("a new password");
    let deed = desk.office.new_deed();
    desk.office.change_role(deed, me, Role::Director).expect("now she can");
}
