//! Stories of events and attendance: files of old years that come in, and go out again.

use crate::common::{self, AnOffice, a_family, a_family_of, an_office, day};
use stiika::domain::event::{Outcome, RegisterOf};
use stiika::domain::staff::Role;
use stiika::exchange::events::{self, write_attendance, write_events};
use stiika::exchange::export::{Format, write_families};
use stiika::exchange::{Fault, Setting, Sheet, families};
use stiika::office::event_files::{EventFileOut, EventFileOutcome};
use stiika::office::{Office, OfficeError, PeoplePlan, Run, SamePerson};
use stiika::text::{Lang, Texts};

use self::asked::{enrolled, marks, sessions};

/// What lies in the file, asked without the screens.
mod asked {
    use super::AnOffice;
    use crate::fixture::store;
    use stiika::store::StoreError;

    fn ask(desk: &AnOffice, question: &str) -> Vec<Vec<String>> {
        let read = store(&desk.path()).read(|tx| {
            let mut statement = tx.prepare(question)?;
            let columns = statement.column_count();
            let rows = statement.query_map([], |row| {
                (0..columns).map(|at| Ok(row.get::<_, Option<String>>(at)?.unwrap_or_default())).collect()
            })?;
            Ok::<_, StoreError>(rows.collect::<Result<_, _>>()?)
        });
        read.expect("asked")
    }

    pub fn sessions(desk: &AnOffice) -> Vec<Vec<String>> {
        ask(
            desk,
            "SELECT s.key, coalesce(e.key, ''), s.title, s.held_on, s.status, coalesce(s.start_time, ''), s.trainer_name,
                    coalesce(t.login, '') FROM session s LEFT JOIN series e ON e.id = s.series LEFT JOIN staff t ON t.id = s.trainer
             WHERE s.voided = 0 ORDER BY s.key",
        )
    }

    pub fn marks(desk: &AnOffice) -> Vec<Vec<String>> {
        ask(
            desk,
            "SELECT s.key, p.key, a.outcome || iif(a.expected, '', '!'), a.source FROM attendance a
             JOIN session s ON s.id = a.session JOIN person p ON p.id = a.person WHERE a.voided = 0 ORDER BY s.key, p.key",
        )
    }

    pub fn enrolled(desk: &AnOffice) -> Vec<Vec<String>> {
        ask(
            desk,
            "SELECT e.key, p.key, n.source FROM enrolment n JOIN series e ON e.id = n.series JOIN person p ON p.id = n.person
             WHERE n.voided = 0 ORDER BY 1, 2",
        )
    }
}

type Came = Result<EventFileOutcome, Vec<Fault>>;

fn take_events(office: &mut Office, text: &str, run: Run) -> Came {
    let sheet = Sheet::of_bytes(text.as_bytes(), None).expect("a table");
    let taken = events::events(&sheet, &office.event_file_setting().expect("setting"))?;
    let came = office.import_events(&taken.lines, run, &mut |_, _| {}).expect("imported");
    came.map_err(|faults| faults.iter().map(|fault| taken.fault(fault)).collect())
}

fn take_marks(office: &mut Office, text: &str, run: Run) -> Came {
    let sheet = Sheet::of_bytes(text.as_bytes(), None).expect("a table");
    let taken = events::attendance(sheet, &office.event_file_setting().expect("setting"))?;
    let came = office.import_attendance(&taken.batch, run, &mut |_, _| {}).expect("imported");
    came.map_err(|faults| faults.iter().map(|fault| taken.fault(fault)).collect())
}

fn said(came: Came) -> Vec<String> {
    let texts = Texts::new(Lang::En);
    came.expect_err("faults").iter().map(|fault| texts.say(fault).replace(['\u{2068}', '\u{2069}'], "")).collect()
}

fn outcome(added: usize, changed: usize, unchanged: usize) -> Came {
    Ok(EventFileOutcome { added, changed, unchanged })
}

/// An office with two families: `С-1/0` and her daughter `С-1/1`, `С-2/0` and hers.
fn with_families() -> AnOffice {
    let mut desk = an_office();
    desk.register(&a_family().with_child(13).with_key("С-1").draft());
    desk.register(&a_family_of("Бондар Марія Іванівна").with_child(12).with_key("С-2").draft());
    desk
}

const EVENTS: &str = "session,series,kind,title,date,start,end,programme,settlement,rural,audience,partner,trainer,unnamed_women,unnamed_men,unnamed_children,status,restricted\n\
    к1,клуб,club,Підлітковий клуб,2026-11-07,11:00,13:00,space_for_children,м. Луцьк,no,children,,olena,,,2,held,\n\
    к2,клуб,гурток,Підлітковий клуб,14.11.2026,11.00,13.00,space_for_children,м. Луцьк,no,children,,Олена К.,,,,,\n\
    к3,клуб,club,Підлітковий клуб,2026-11-28,11:00,13:00,space_for_children,м. Луцьк,no,children,,Ірина Б.,,,,planned,\n\
    т1,,training,Тренінг для фахівців,2026-10-01,,,training_centre,,yes,professionals,,,12,3,,held,\n\
    г1,опора,support_group,Група «Опора»,2026-10-02,17:00,18:30,,м. Луцьк,,families,,,,,,held,yes\n\
    а1,,campaign,Подарунки,2026-11-20,,,campaigns,,,,,,,,,planned,\n";

const MARKS: &str = "session,person,expected,outcome\n\
    к1,С-1/1,yes,present\n\
    к2,С-1/1,yes,absent\n\
    к2,С-2/1,yes,present\n\
    т1,С-2/0,no,present\n\
    г1,С-1/0,,excused\n";

#[test]
fn old_years_come_in_once() {
    let mut desk = with_families();
    let office = &mut desk.office;
    assert_eq!(take_events(office, EVENTS, Run::Dry), outcome(6, 0, 0));
    assert!(sessions(&desk).is_empty(), "a dry run writes nothing");
    let office = &mut desk.office;
    assert_eq!(take_events(office, EVENTS, Run::Real), outcome(6, 0, 0));
    assert_eq!(take_events(office, EVENTS, Run::Real), outcome(0, 0, 6));
    assert_eq!(take_marks(office, MARKS, Run::Real), outcome(5, 0, 0));
    assert_eq!(take_marks(office, MARKS, Run::Real), outcome(0, 0, 5));
    let there = sessions(&desk);
    let of = |key: &str| there.iter().find(|row| row[0] == key).expect("a session").clone();
    assert_eq!(of("к1")[1..], ["клуб", "Підлітковий клуб", "2026-11-07", "held", "11:00", "", "olena"]);
    assert_eq!(
        of("к2")[4..],
        ["held", "11:00", "", "olena"],
        "a past day without a status was held; a name is its colleague"
    );
    assert_eq!(of("к3")[4..], ["planned", "11:00", "Ірина Б.", ""]);
    assert_eq!(of("г1")[1], "опора");
    let marked: Vec<_> = marks(&desk).iter().map(|row| row.join(" ")).collect();
    assert_eq!(
        marked,
        [
            "г1 С-1/0 excused file",
            "к1 С-1/1 present file",
            "к2 С-1/1 absent file",
            "к2 С-2/1 present file",
            "т1 С-2/0 present! file"
        ]
    );
}

#[test]
fn whoever_was_on_the_last_list_is_on_the_next_one() {
    let mut desk = with_families();
    take_events(&mut desk.office, EVENTS, Run::Real).expect("taken");
    take_marks(&mut desk.office, MARKS, Run::Real).expect("taken");
    let list: Vec<_> = enrolled(&desk).iter().map(|row| row.join(" ")).collect();
    // The club meets again; the group does not.
    assert_eq!(list, ["клуб С-1/1 file", "клуб С-2/1 file"]);
    take_marks(&mut desk.office, MARKS, Run::Real).expect("taken");
    assert_eq!(enrolled(&desk).len(), 2);
}

#[test]
fn a_row_of_a_known_session_changes_what_it_says_and_takes_nothing_away() {
    let mut desk = with_families();
    take_events(&mut desk.office, EVENTS, Run::Real).expect("taken");
    let file = "session,kind,title,date,start,trainer,status\n\
        к1,club,Клуб «Простір»,2026-11-07,,,planned\n\
        к3,club,Підлітковий клуб,2026-12-05,12:00,olena,\n";
    assert_eq!(take_events(&mut desk.office, file, Run::Real), outcome(0, 2, 0));
    let there = sessions(&desk);
    let of = |key: &str| there.iter().find(|row| row[0] == key).expect("a session").clone();
    assert_eq!(of("к1")[1..], ["клуб", "Клуб «Простір»", "2026-11-07", "held", "11:00", "", "olena"]);
    assert_eq!(of("к3")[3..], ["2026-12-05", "planned", "12:00", "", "olena"]);
}

#[test]
fn marks_of_a_known_session_follow_the_file() {
    let mut desk = with_families();
    take_events(&mut desk.office, EVENTS, Run::Real).expect("taken");
    take_marks(&mut desk.office, MARKS, Run::Real).expect("taken");
    let file = "session,person,outcome\nт1,С-2/0,present\nк2,С-1/1,excused\nк2,С-2/0,present\n";
    assert_eq!(take_marks(&mut desk.office, file, Run::Real), outcome(1, 1, 1));
    let there = marks(&desk);
    assert!(there.iter().any(|row| row[..3] == ["к2", "С-1/1", "excused"]), "{there:?}");
}

#[test]
fn every_fault_of_a_file_of_events_names_its_row_and_nothing_is_written() {
    let mut desk = with_families();
    take_events(&mut desk.office, EVENTS, Run::Real).expect("taken");
    take_marks(&mut desk.office, MARKS, Run::Real).expect("taken");
    let before = sessions(&desk);
    let file = "session,series,kind,title,date,start,programme,partner,audience,unnamed_men,status,restricted\n\
        н1,,juggling,Жонглювання,2026-11-01,,,,,,,\n\
        н2,,club,,32.01.2026,,,,,,,\n\
        н3,,club,Клуб,2026-11-01,ранок,moon,nobody,everyone,two,soon,maybe\n\
        н3,,club,Клуб,2026-11-01,,,,,,,\n\
        н4,,club,Клуб,2027-11-01,,,,,,held,\n";
    let told = said(take_events(&mut desk.office, file, Run::Real));
    let starts = [
        "Row 2, column kind: “juggling” — expected a code or name of the catalogue of kinds of events",
        "Row 3, column title: empty",
        "Row 3, column date",
        "Row 4, column start: “ранок” — expected a time by the clock",
        "Row 4, column status: “soon”",
        "Row 4, column unnamed_men: “two”",
        "Row 4, column programme: “moon”",
        "Row 4, column audience: “everyone”",
        "Row 4, column partner: “nobody”",
        "Row 4, column restricted: “maybe”",
        "Row 6, column status: “held” — expected planned: the day has not come",
    ];
    assert_eq!(told.len(), starts.len(), "{told:#?}");
    let plain = |text: &str| text.replace(['“', '”'], "\"");
    assert!(told.iter().zip(starts).all(|(told, start)| plain(told).starts_with(&plain(start))), "{told:#?}");
    // What only the office knows.
    let file = "session,series,kind,title,date,status\n\
        к1,опора,club,Підлітковий клуб,2026-11-07,held\n\
        к2,клуб,campaign,Підлітковий клуб,2026-11-14,\n\
        т1,,training,Тренінг для фахівців,2026-10-01,cancelled\n\
        а1,,campaign,Подарунки,2026-11-21,\n\
        н5,,club,Клуб,2026-11-01,\n";
    let told = said(take_events(&mut desk.office, file, Run::Real));
    let starts = ["Row 2, column series", "Row 3, column kind", "Row 4, column status", "Row 5, column date"];
    assert_eq!(told.len(), starts.len(), "{told:#?}");
    assert!(told.iter().zip(starts).all(|(told, start)| told.starts_with(start)), "{told:#?}");
    assert_eq!(sessions(&desk), before);
}

#[test]
fn every_fault_of_a_file_of_attendance_names_its_row_and_nothing_is_written() {
    let mut desk = with_families();
    let cancelled = "session,kind,title,date,status\nс1,club,Клуб,2026-11-01,cancelled\n";
    take_events(&mut desk.office, EVENTS, Run::Real).expect("taken");
    take_events(&mut desk.office, cancelled, Run::Real).expect("taken");
    let file = "session,person,expected,outcome\n\
        к1,С-1/1,maybe,present\n\
        ,С-1/1,,present\n\
        к1,С-2/1,,\n\
        к1,С-2/0,,asleep\n";
    let told = said(take_marks(&mut desk.office, file, Run::Real));
    let starts = [
        "Row 2, column expected",
        "Row 3, column session: empty",
        "Row 4, column outcome: empty",
        "Row 5, column outcome: “asleep” — expected present, absent or excused",
    ];
    let plain = |text: &str| text.replace(['“', '”'], "\"");
    assert_eq!(told.len(), starts.len(), "{told:#?}");
    assert!(told.iter().zip(starts).all(|(told, start)| plain(told).starts_with(&plain(start))), "{told:#?}");
    let file = "session,person,outcome\n\
        к9,С-1/1,present\n\
        к1,С-9/9,present\n\
        к1,С-1/1,present\n\
        к3,С-1/1,present\n\
        с1,С-1/1,present\n\
        с1,С-2/1,absent\n";
    let told = said(take_marks(&mut desk.office, file, Run::Real));
    let starts = [
        "Row 2, column session: “к9” — expected the key of a session of the office",
        "Row 3, column person: “С-9/9” — expected the key of a person on the register",
        "Row 5, column session: “к3” — the day of this session has not come",
        "Row 6, column outcome: “present” — the session was cancelled",
    ];
    assert_eq!(told.len(), starts.len(), "{told:#?}");
    assert!(told.iter().zip(starts).all(|(told, start)| plain(told).starts_with(&plain(start))), "{told:#?}");
    assert!(marks(&desk).is_empty());
}

#[test]
fn keys_of_people_who_became_one_lead_to_the_one_that_was_kept() {
    let mut desk = with_families();
    let single = |office: &mut Office, key: &str| {
        let mut person = stiika::domain::draft::MemberDraft::new(stiika::domain::family::Relation::Other);
        person.name = common::name("Лис Петро Іванович");
        person.key = Some(key.to_owned());
        let draft = stiika::domain::draft::SingleDraft { person, address: Default::default() };
        let deed = office.new_deed();
        office.register_single(deed, &draft).expect("registered")
    };
    let keep = single(&mut desk.office, "Л-1");
    let gone = single(&mut desk.office, "Л-2");
    let seen = [keep, gone].map(|person| desk.office.person_card(person).expect("card").single);
    let plan = PeoplePlan {
        same: SamePerson { keep, gone },
        draft: seen[0].clone(),
        seen: (seen[0].clone(), seen[1].clone()),
    };
    let deed = desk.office.new_deed();
    desk.office.merge_people(deed, &plan).expect("one");
    take_events(&mut desk.office, EVENTS, Run::Real).expect("taken");
    let file = "session,person,outcome\nк1,Л-2,present\nк2,Л-1,present\nк2,Л-2,present\n";
    assert_eq!(take_marks(&mut desk.office, file, Run::Real), outcome(2, 0, 1));
    assert!(marks(&desk).iter().all(|row| row[1] == "Л-1"), "{:?}", marks(&desk));
    let file = "session,person,outcome\nк1,Л-1,present\nк1,Л-2,absent\n";
    let told = said(take_marks(&mut desk.office, file, Run::Real));
    assert!(told.len() == 1 && told[0].starts_with("Row 3, column person") && told[0].contains("row 2"), "{told:?}");
}

#[test]
fn a_file_that_was_taken_back_can_come_again() {
    let mut desk = with_families();
    take_events(&mut desk.office, EVENTS, Run::Real).expect("taken");
    let undone = desk.office.last_deed().expect("asked").expect("a deed");
    let deed = desk.office.new_deed();
    desk.office.undo(deed, undone.deed, "").expect("taken back");
    assert!(sessions(&desk).is_empty());
    assert_eq!(take_events(&mut desk.office, EVENTS, Run::Real), outcome(6, 0, 0));
    assert_eq!(take_marks(&mut desk.office, MARKS, Run::Real), outcome(5, 0, 0));
    assert_eq!(take_events(&mut desk.office, EVENTS, Run::Real), outcome(0, 0, 6));
}

#[test]
fn marks_of_a_file_are_taken_back_from_closed_sessions_too() {
    let mut desk = with_families();
    take_events(&mut desk.office, EVENTS, Run::Real).expect("taken");
    take_marks(&mut desk.office, MARKS, Run::Real).expect("taken");
    let last = desk.office.last_deed().expect("asked").expect("a deed");
    let deed = desk.office.new_deed();
    desk.office.undo(deed, last.deed, "").expect("taken back");
    assert_eq!(marks(&desk), Vec::<Vec<String>>::new());
}

#[test]
fn a_session_that_joins_a_restricted_series_is_restricted() {
    let mut desk = with_families();
    let rows = "session,series,kind,title,date,restricted\n\
        о1,опора,support_group,Опора,2026-10-03,yes\nо2,опора,support_group,Опора,2026-10-10,\n";
    take_events(&mut desk.office, rows, Run::Real).expect("taken");
    let later = "session,series,kind,title,date,restricted\nо3,опора,support_group,Опора,2026-10-17,no\n";
    take_events(&mut desk.office, later, Run::Real).expect("taken");
    let mut reception = desk.desk_of(Role::Reception);
    let entries = reception.calendar(day("2026-10-01"), day("2026-10-31")).expect("calendar");
    assert_eq!(entries.iter().filter(|entry| entry.frame.is_none()).count(), 3);
}

#[test]
fn a_file_does_not_put_what_was_held_into_the_future() {
    let mut desk = with_families();
    take_events(&mut desk.office, EVENTS, Run::Real).expect("taken");
    let later = "session,kind,title,date\nк1,club,Підлітковий клуб,2026-12-07\n";
    assert_eq!(said(take_events(&mut desk.office, later, Run::Dry)).len(), 1);
}

#[test]
fn a_file_closes_a_session_by_the_same_rule_as_the_register() {
    let mut desk = with_families();
    let rows = "session,series,kind,title,date,status\nп1,похід,club,Похід,2026-11-21,planned\n";
    take_events(&mut desk.office, rows, Run::Real).expect("taken");
    let entry = desk.office.calendar(day("2026-11-21"), day("2026-11-21")).expect("calendar").remove(0);
    let series = RegisterOf::Series(entry.series.expect("a series"));
    let who = crate::fixture::people(&mut desk.office, &a_family_of("Гнатюк Ірина Іванівна").draft());
    crate::fixture::enrol(&desk, series, &who, day("2026-11-01"));
    // Her last day is that very day: she is expected on it.
    crate::fixture::store(&desk.path())
        .transact(|tx| {
            tx.execute("UPDATE enrolment SET until_on = '2026-11-21'", []).map_err(stiika::store::StoreError::from)
        })
        .expect("left");
    let closing = "session,kind,title,date,status\nп1,club,Похід,2026-11-21,held\n";
    assert_eq!(said(take_events(&mut desk.office, closing, Run::Dry)).len(), 1);
    crate::fixture::mark(&mut desk.office, entry.session, who[0], Outcome::Present).expect("marked");
    assert_eq!(take_events(&mut desk.office, closing, Run::Real), outcome(0, 1, 0));
}

fn out(office: &mut Office, format: Format) -> (Vec<u8>, Vec<u8>) {
    let (mut of_events, mut of_marks) = (Vec::new(), Vec::new());
    write_events(office, format, &mut of_events).expect("exported");
    write_attendance(office, format, &mut of_marks).expect("exported");
    (of_events, of_marks)
}

/// Everything of one office into an empty one, which then writes the same files.
#[test]
fn all_of_an_office_moves_into_another_one() {
    let mut desk = with_families();
    // Somebody without a key of the office's own, and a session without one.
    desk.register(&a_family_of("Гнатюк Ірина Львівна").with_child(14).draft());
    take_events(&mut desk.office, EVENTS, Run::Real).expect("taken");
    let person = desk.office.find("Гнатюк Ірина", 5).expect("found")[0].person;
    let file = format!("{MARKS}к1,{person},,present\n");
    take_marks(&mut desk.office, &file, Run::Real).expect("taken");
    for format in [Format::Csv, Format::Xlsx] {
        let mut there = an_office();
        let mut of_families = Vec::new();
        write_families(&mut desk.office, format, &mut of_families).expect("exported");
        let sheet = Sheet::of_bytes(&of_families, None).expect("a table");
        let categories = there.office.intake_setting().expect("setting").categories;
        let setting = Setting { today: day("2026-11-21"), categories: &categories, names: &[], community: None };
        let taken = families::read(&sheet, setting).expect("no faults");
        there.office.import(&taken.batch, Run::Real, &mut |_, _| {}).expect("imported").expect("no faults");
        let (of_events, of_marks) = out(&mut desk.office, format);
        let setting = there.office.event_file_setting().expect("setting");
        let taken = events::events(&Sheet::of_bytes(&of_events, None).expect("a table"), &setting).expect("no faults");
        there.office.import_events(&taken.lines, Run::Real, &mut |_, _| {}).expect("imported").expect("no faults");
        let taken =
            events::attendance(Sheet::of_bytes(&of_marks, None).expect("a table"), &setting).expect("no faults");
        there.office.import_attendance(&taken.batch, Run::Real, &mut |_, _| {}).expect("imported").expect("no faults");
        assert_eq!(out(&mut there.office, Format::Csv), out(&mut desk.office, Format::Csv), "{format:?}");
    }
    // And back into the office it came from nothing is news.
    let (of_events, of_marks) = out(&mut desk.office, Format::Csv);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    assert_eq!(take_events(&mut desk.office, &text(of_events), Run::Real), outcome(0, 0, 6));
    assert_eq!(take_marks(&mut desk.office, &text(of_marks), Run::Real), outcome(0, 0, 6));
}

#[test]
fn restricted_sessions_stay_in_for_those_who_may_not_see_them() {
    let mut desk = with_families();
    take_events(&mut desk.office, EVENTS, Run::Real).expect("taken");
    take_marks(&mut desk.office, MARKS, Run::Real).expect("taken");
    let mut director = desk.desk_of(Role::Director);
    let mut bytes = Vec::new();
    let written = write_events(&mut director, Format::Csv, &mut bytes).expect("exported");
    assert_eq!(written, EventFileOut { lines: 5, left_out: 1 });
    assert!(!String::from_utf8(bytes).expect("text").contains("Опора"));
    let mut bytes = Vec::new();
    let written = write_attendance(&mut director, Format::Csv, &mut bytes).expect("exported");
    assert_eq!(written, EventFileOut { lines: 4, left_out: 1 });
    assert!(!String::from_utf8(bytes).expect("text").contains("г1"));
    let written = write_attendance(&mut desk.office, Format::Csv, &mut Vec::new()).expect("exported");
    assert_eq!(written, EventFileOut { lines: 5, left_out: 0 });
}

#[test]
fn whoever_may_not_import_does_not() {
    let mut desk = with_families();
    let mut trainer = desk.desk_of(Role::Trainer);
    assert!(matches!(trainer.event_file_setting(), Err(OfficeError::NotAllowed(_))));
    assert!(matches!(trainer.import_events(&[], Run::Real, &mut |_, _| {}), Err(OfficeError::NotAllowed(_))));
    let none = Default::default();
    assert!(matches!(trainer.import_attendance(&none, Run::Real, &mut |_, _| {}), Err(OfficeError::NotAllowed(_))));
    assert!(trainer.export_events(&mut |_| {}).is_err());
    assert!(trainer.export_attendance(&mut |_| {}).is_err());
}

#[test]
fn aid_names_a_campaign_that_a_file_of_events_brought() {
    let mut desk = with_families();
    take_events(&mut desk.office, EVENTS, Run::Real).expect("taken");
    let of_stock = "key,date,item,quantity\ns1,2026-11-01,food_kit,10\n";
    let setting = desk.office.goods_setting().expect("setting");
    let sheet = Sheet::of_bytes(of_stock.as_bytes(), None).expect("a table");
    let taken = stiika::exchange::goods::stock(&sheet, &setting).expect("no faults");
    desk.office.import_stock(&taken.lines, Run::Real, &mut |_, _| {}).expect("imported").expect("no faults");
    let of_aid = "act,date,family,item,quantity,campaign\na1,2026-11-20,С-1,food_kit,1,а1\n";
    let sheet = Sheet::of_bytes(of_aid.as_bytes(), None).expect("a table");
    let taken = stiika::exchange::goods::aid(&sheet, &setting).expect("no faults");
    desk.office.import_aid(&taken.lines, Run::Real, &mut |_, _| {}).expect("imported").expect("no faults");
    let campaigns = desk.office.campaigns().expect("campaigns");
    assert_eq!(campaigns.len(), 1);
    // The campaign comes out with its key, so that the file of aid finds it in another office.
    let mut lines = Vec::new();
    desk.office.export_events(&mut |line| lines.push(line)).expect("exported");
    assert!(lines.iter().any(|line| line.key == "а1" && line.kind.is_campaign()));
}
