//! A restricted group: its title, its people and its place are nobody's business but its trainer's and of those who see what is sensitive.

use crate::common::lives::undo_deed;
use crate::common::{a_family, a_family_of, an_office, day};
use crate::fixture::{club, enrol, frame, hours, make_one, mark, people, row, session_on, sheet, take_away};
use stiika::domain::event::{
    Clash, EventFault, Frame, MarkWarning, Outcome, RegisterOf, RoomCode, SeriesDraft, Trainer,
};
use stiika::domain::staff::Role;
use stiika::office::OfficeError;

const SECRET: &str = "Група «Опора»";

#[test]
fn to_others_a_restricted_group_is_a_room_that_is_taken() {
    let mut main = an_office();
    crate::fixture::store(&main.path())
        .transact(|tx| {
            tx.execute("INSERT INTO room (code, name) VALUES ('hall', 'Зала')", [])
                .map_err(stiika::store::StoreError::from)
        })
        .expect("room");
    let mut trainer = main.desk_of(Role::Trainer);
    let mut reception = main.desk_of(Role::Reception);
    let mut another = {
        let deed = main.office.new_deed();
        main.office.add_staff(deed, "trainer-y", "Y", Role::Trainer, crate::common::PASSWORD).expect("staff");
        main.sign_in("trainer-y", crate::common::PASSWORD).expect("desk")
    };
    let mut worker = main.desk_of(Role::CaseWorker);
    let who = people(&mut main.office, &a_family().with_child(9).draft());
    let draft = SeriesDraft {
        frame: Frame {
            restricted: true,
            trainer: Some(Trainer::Staff(trainer.staff().id)),
            room: Some(RoomCode::from("hall")),
            settlement: "с. Жидичин".to_owned(),
            note: SECRET.to_owned(),
            ..frame(SECRET)
        },
        ..club(SECRET)
    };
    let deed = trainer.new_deed();
    let series = trainer.make_series(deed, &draft).expect("made");
    enrol(&main, RegisterOf::Series(series), &who, day("2026-10-31"));
    let today = session_on(&mut trainer, series, "2026-11-21");
    let next = session_on(&mut trainer, series, "2026-11-28");
    mark(&mut trainer, today, who[0], Outcome::Present).expect("marked");
    let deed = trainer.new_deed();
    trainer.move_session(deed, next, day("2026-11-29"), hours("11:00", "12:30"), SECRET).expect("moved");
    let deed = trainer.new_deed();
    let new = stiika::office::events::Newcomer {
        name: crate::common::name("Гнатюк Софія"),
        birth: stiika::domain::person::BirthDate {
            date: day("2013-01-01"),
            precision: stiika::domain::person::Precision::Year,
        },
        sex: None,
    };
    let (newcomer, _) = trainer.add_newcomer(deed, today, &new).expect("added");

    for desk in [&mut trainer, &mut worker, &mut main.office] {
        assert_eq!(row(&sheet(desk, today), who[0]).marks[3].as_ref().expect("a mark").outcome, Outcome::Present);
        assert_eq!(desk.series_list().expect("list").len(), 1);
        assert_eq!(desk.newcomers().expect("newcomers").len(), 1);
    }
    let told = trainer.person_history(who[0]).expect("history");
    assert!(told.iter().any(|entry| entry.action == "attendance-marked"));

    for desk in [&mut reception, &mut another] {
        let entries = desk.calendar(day("2026-11-01"), day("2026-11-30")).expect("calendar");
        assert_eq!(entries.len(), 5 - 1 + 1 - 1, "four Saturdays and the moved Sunday lie in November");
        for entry in &entries {
            assert!(entry.frame.is_none() && entry.series.is_none() && entry.reason.is_empty());
            assert_eq!((entry.expected, entry.present), (0, 0));
            assert_eq!((entry.room.as_ref(), entry.hours), (Some(&RoomCode::from("hall")), hours("11:00", "12:30")));
        }
        let clashes = desk.clashes(&draft.frame, &[day("2026-11-21")], None).expect("clashes");
        let (Some(Clash::Room { with }), 2) = (clashes.first(), clashes.len()) else { panic!("no clash") };
        assert_eq!(with.title, None);
        // Everything that can say something, asked and looked through for every word of it.
        let closed: OfficeError = EventFault::Restricted.into();
        assert_eq!(desk.attendance_register(today).expect_err("closed"), closed);
        assert_eq!(desk.session(today).expect_err("closed"), closed);
        assert_eq!(desk.series(series).expect_err("closed"), closed);
        assert_eq!(mark(desk, today, who[1], Outcome::Present), Err(closed.clone()));
        let deed = desk.new_deed();
        assert_eq!(desk.close_session(deed, today), Err(closed.clone()));
        let deed = desk.new_deed();
        assert_eq!(desk.set_heads(deed, today, stiika::domain::event::Heads::default()), Err(closed));
        assert!(desk.series_list().expect("list").is_empty());
        assert!(desk.newcomers().expect("newcomers").is_empty());
        let family = main_family(desk, who[0]);
        let everything = format!(
            "{entries:?} {clashes:?} {:?} {:?} {:?} {:?}",
            desk.person_history(who[0]),
            desk.person_history(newcomer),
            desk.history(family),
            desk.last_deed()
        );
        for word in [SECRET, "Опора", "attendance-marked", "newcomer-added", "Жидичин"] {
            assert!(!everything.contains(word), "{word} in {everything}");
        }
    }
    // Whoever wrote her down takes that back: what stands in the way is not told.
    let deed = reception.new_deed();
    let bondar = reception.register(deed, &a_family_of("Бондар Ганна Іванівна").draft()).expect("registered").family;
    let hers = reception.card(bondar).expect("card").members[0].person;
    mark(&mut trainer, today, hers, Outcome::Present).expect("marked");
    assert!(!format!("{:?}", reception.last_deed()).contains("attendance"));
    let taking_back = reception.new_deed();
    let refused = reception.undo(taking_back, deed, "");
    assert!(matches!(refused, Err(OfficeError::ChangedLater { .. })), "{refused:?}");
    assert!(!format!("{refused:?}").contains("attendance"), "{refused:?}");
    // Two places at once: that she is in a group is not told by the warning of another one.
    let dance = make_one(&mut main.office, &frame("Танці"), "2026-11-21");
    let marked = mark(&mut reception, dance, who[0], Outcome::Present).expect("marked");
    assert_eq!(marked.warnings, []);
    take_away(&mut worker, dance, who[0]).expect("taken away");
    let told = mark(&mut worker, dance, who[0], Outcome::Present).expect("marked").warnings;
    assert_eq!(told, [MarkWarning::SecondTimeToday { person: who[0], title: SECRET.to_owned() }]);
}

fn main_family(
    desk: &mut stiika::office::Office,
    person: stiika::domain::id::PersonId,
) -> stiika::domain::id::FamilyId {
    desk.family_of(person).expect("family")[0].family
}

#[test]
fn what_becomes_restricted_later_is_hidden_in_what_was_written_before_and_an_undo_says_nothing_either() {
    let mut main = an_office();
    let who = people(&mut main.office, &a_family_of("Бондар Ганна Іванівна").draft())[0];
    let mut trainer = main.desk_of(Role::Trainer);
    let mut reception = main.desk_of(Role::Reception);
    let deed = trainer.new_deed();
    let open = SeriesDraft {
        frame: Frame { trainer: Some(Trainer::Staff(trainer.staff().id)), ..frame(SECRET) },
        ..club(SECRET)
    };
    let series = trainer.make_series(deed, &open).expect("made");
    let today = session_on(&mut trainer, series, "2026-11-21");
    let deed = trainer.new_deed();
    trainer.mark(deed, today, &[crate::fixture::order(who, Outcome::Present)]).expect("marked");
    let said = |desk: &mut stiika::office::Office| format!("{:?}", desk.person_history(who).expect("history"));
    assert!(said(&mut reception).contains(SECRET));
    undo_deed(&mut trainer, deed).expect("undone");
    let change = trainer.new_deed();
    let hidden = SeriesDraft { frame: Frame { restricted: true, ..open.frame.clone() }, ..open };
    trainer.change_series(change, series, &hidden, day("2026-11-21")).expect("changed");
    for word in [SECRET, "attendance-marked"] {
        assert!(!said(&mut reception).contains(word), "{word}");
    }
    // Held and past ones are hidden with it.
    let entries = reception.calendar(day("2026-10-01"), day("2026-12-31")).expect("calendar");
    assert!(entries.len() == 6 && entries.iter().all(|entry| entry.frame.is_none()));
}
