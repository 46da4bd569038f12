//! Papers of events as they leave the office: read back from the PDF and the workbook, with nothing on them that may not be there.

use super::deeds::{enrol, persons};
use crate::common::{AnOffice, a_family_of, an_office, day};
use crate::fixture::{self, close, club, make, order, people, session_on};
use calamine::{Data, Reader, Xlsx};
use lopdf::Document;
use stiika::domain::event::{EventFault, Heads, Outcome, RegisterOf, SeriesDraft, Trainer};
use stiika::domain::id::{PersonId, SeriesId};
use stiika::domain::settings::OfficeSettings;
use stiika::domain::sheet::Sheet;
use stiika::domain::staff::{Right, Role};
use stiika::exchange::paper::{drawn, save};
use stiika::office::{Office, OfficeError, OfficeFacts, PaperForm, PaperRequest};

/// A club of four, marked and closed on three Saturdays; the fourth is today.
fn a_club(main: &mut AnOffice) -> (SeriesId, Vec<PersonId>) {
    use Outcome::{Absent, Excused, Present};
    let people = persons(main, 4);
    let series = make(&mut main.office, &club("Підлітковий клуб"));
    enrol(&mut main.office, series, &people);
    let marks = [[Present; 4], [Present, Absent, Present, Excused], [Present, Absent, Absent, Present]];
    for (on, marks) in ["2026-10-31", "2026-11-07", "2026-11-14"].into_iter().zip(marks) {
        let session = session_on(&mut main.office, series, on);
        let orders: Vec<_> = people.iter().zip(marks).map(|(person, outcome)| order(*person, outcome)).collect();
        let deed = main.office.new_deed();
        main.office.mark(deed, session, &orders).unwrap();
        if on == "2026-11-07" {
            let deed = main.office.new_deed();
            main.office.set_heads(deed, session, Heads { women: 2, men: 1, children: 3 }).unwrap();
        }
        close(&mut main.office, session).unwrap();
    }
    (series, people)
}

fn sheet(office: &mut Office, request: &PaperRequest) -> Sheet {
    office.paper(request).unwrap().sheet
}

/// The pages as a viewer reads them.
fn pages(sheet: &Sheet) -> Vec<String> {
    let document = Document::load_mem(&drawn(sheet, PaperForm::Pdf).unwrap()).unwrap();
    document.get_pages().keys().map(|page| document.extract_text(&[*page]).unwrap().replace('\n', " ")).collect()
}

fn book(sheet: &Sheet) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(drawn(sheet, PaperForm::Xlsx).unwrap())).unwrap();
    let rows = book.worksheet_range_at(0).unwrap().unwrap();
    let said = |cell: &Data| match cell {
        Data::Float(number) => format!("{number}"),
        Data::Empty => String::new(),
        other => other.to_string(),
    };
    rows.rows().map(|row| row.iter().map(said).collect()).collect()
}

#[test]
fn the_register_of_a_month_is_a_grid_in_every_form() {
    let mut main = an_office();
    let (series, _) = a_club(&mut main);
    let request = PaperRequest::RegisterMonth { of: RegisterOf::Series(series), month: day("2026-11-30") };
    let sheet = sheet(&mut main.office, &request);
    let text = pages(&sheet).join(" ");
    for expected in [
        "Журнал відвідування",
        "листопад 2026 року",
        "Аврам Ія",
        "07.11",
        "Було за списком",
        "Ще без імен",
        "Підлітковий клуб",
    ] {
        assert!(text.contains(expected), "«{expected}» is not in: {text}");
    }
    let rows = book(&sheet);
    let of = |name: &str| rows.iter().find(|row| row.iter().any(|cell| cell == name)).unwrap().clone();
    // Today's session and the next one stand there, empty yet; October does not.
    assert_eq!(of("№")[2..], ["07.11", "14.11", "21.11", "28.11", "Був(-ла)"]);
    assert_eq!(of("Аврам Ія")[2..], ["+", "+", "", "", "2"]);
    assert_eq!(of("Гнатюк Яна")[2..], ["п", "+", "", "", "1"]);
    assert_eq!(of("Було за списком")[2..], ["2", "2", "", "", "4"]);
    assert_eq!(of("Ще без імен")[2..], ["6", "0", "", "", "6"]);
    let csv = String::from_utf8(drawn(&sheet, PaperForm::Csv).unwrap()).unwrap();
    assert!(csv.contains("\r\n2,Бойко Ада,н,н,,,0\r\n"), "{csv}");
}

#[test]
fn a_phone_is_on_paper_only_for_those_who_may_see_it() {
    let mut main = an_office();
    let person = people(&mut main.office, &a_family_of("Ткач Ірина").with_phone("0671112233").draft())[0];
    let series = make(&mut main.office, &club("Клуб"));
    enrol(&mut main.office, series, &[person]);
    let session = session_on(&mut main.office, series, "2026-11-21");
    let mut trainer = main.desk_of(Role::Trainer);
    for request in [PaperRequest::SessionSheet(session), PaperRequest::Participants(RegisterOf::Series(series))] {
        let (of_admin, of_trainer) = (sheet(&mut main.office, &request), sheet(&mut trainer, &request));
        let phones = |sheet: &Sheet| pages(sheet).join(" ").contains("067 111");
        assert_eq!((phones(&of_admin), phones(&of_trainer)), (true, false), "{request:?}");
        assert!(of_trainer.columns.iter().all(|column| column.title != "Телефон"));
    }
}

#[test]
fn what_is_sensitive_and_what_is_a_note_is_on_no_paper() {
    let mut main = an_office();
    let family = a_family_of("Ткач Ірина").with_category("violence_survivor").with_note("таємниця").draft();
    let person = people(&mut main.office, &family)[0];
    let mut draft = club("Клуб");
    draft.frame.note = "нотатка тренера".to_owned();
    draft.frame.kind = "support_group".into();
    let series = make(&mut main.office, &draft);
    enrol(&mut main.office, series, &[person]);
    let session = session_on(&mut main.office, series, "2026-11-21");
    let of = RegisterOf::Series(series);
    let month = day("2026-11-01");
    for request in
        [PaperRequest::SessionSheet(session), PaperRequest::Participants(of), PaperRequest::RegisterMonth { of, month }]
    {
        let text = pages(&sheet(&mut main.office, &request)).join(" ").to_lowercase();
        for hidden in ["насильств", "таємниця", "нотатка"] {
            assert!(!text.contains(hidden), "{request:?} {text}");
        }
        assert!(text.contains("ткач ірина") && text.contains("група взаємопідтримки"), "{text}");
    }
}

fn restricted(trainer: &Office) -> SeriesDraft {
    let mut draft = club("Група підтримки");
    draft.frame.restricted = true;
    draft.frame.trainer = Some(Trainer::Staff(trainer.staff().id));
    draft
}

#[test]
fn names_of_a_restricted_session_are_printed_by_its_own_people_alone() {
    let mut main = an_office();
    let people = persons(&mut main, 1);
    let mut trainer = main.desk_of(Role::Trainer);
    let series = make(&mut main.office, &restricted(&trainer));
    enrol(&mut trainer, series, &people);
    let session = session_on(&mut trainer, series, "2026-11-21");
    let of = RegisterOf::Series(series);
    let month = day("2026-11-01");
    let requests = [
        PaperRequest::SessionSheet(session),
        PaperRequest::Participants(of),
        PaperRequest::RegisterMonth { of, month },
    ];
    let mut director = main.desk_of(Role::Director);
    let mut storekeeper = main.desk_of(Role::Storekeeper);
    for request in &requests {
        assert!(pages(&sheet(&mut trainer, request)).join(" ").contains("Аврам Ія"));
        assert_eq!(director.paper(request).unwrap_err(), EventFault::Restricted.into(), "{request:?}");
        assert_eq!(storekeeper.paper(request).unwrap_err(), OfficeError::NotAllowed(Right::SeeEvents));
    }
}

#[test]
fn certificates_are_a_page_each_with_what_the_office_has_set() {
    let mut main = an_office();
    let (series, people) = a_club(&mut main);
    let facts = main.office.facts();
    let settings = OfficeSettings {
        paper_signers: "Директор: Іваненко І. І.".to_owned(), ..facts.settings.clone()
    };
    let deed = main.office.new_deed();
    main.office.change_settings(deed, &facts, &OfficeFacts { settings, ..facts.clone() }).unwrap();
    let nobody = PaperRequest::Certificates { series, people: Vec::new() };
    assert_eq!(main.office.paper(&nobody).unwrap_err(), EventFault::Nobody.into());
    let deed = main.office.new_deed();
    main.office.complete(deed, series, &[people[3], people[0]], day("2026-11-21")).unwrap();
    let all = sheet(&mut main.office, &nobody);
    let said = pages(&all);
    assert_eq!(said.len(), 2);
    for (page, (name, number, visits)) in said.iter().zip([
        ("Гнатюк Яна", "№ 2026-001", "відвідано 2 заняття, 3 години"),
        ("Аврам Ія", "№ 2026-002", "відвідано 3 заняття, 5 годин"),
    ]) {
        let expected = [
            name,
            number,
            visits,
            "СЕРТИФІКАТ",
            "успішно завершила",
            "«Підлітковий клуб»",
            "31 жовтня 2026 року – 14 листопада 2026 року",
            "Іваненко І. І.",
            "Луцький центр",
        ];
        for expected in expected {
            assert!(page.contains(expected), "«{expected}» is not in: {page}");
        }
    }
    let one = PaperRequest::Certificates { series, people: vec![people[0]] };
    assert_eq!(pages(&sheet(&mut main.office, &one)).len(), 1);
    // A certificate is a page to sign: no table of it is offered.
    assert_eq!(one.forms(), [PaperForm::Printer, PaperForm::Pdf]);
    let folder = tempfile::tempdir().unwrap();
    let path = save(&all, &folder.path().join("x"), PaperForm::Pdf).unwrap();
    assert!(std::fs::metadata(path).unwrap().len() > 10_000, "letters are in the file");
}

#[test]
fn that_a_paper_left_the_office_is_in_the_journal() {
    let mut main = an_office();
    let (series, _) = a_club(&mut main);
    let request = PaperRequest::Participants(RegisterOf::Series(series));
    main.office.paper(&request).unwrap();
    let given = "SELECT count(*) FROM journal WHERE action = 'paper-given'";
    assert_eq!(fixture::number(&main.path(), given), 0, "a look is no paper");
    main.office.paper_given(&request, PaperForm::Pdf).unwrap();
    assert_eq!(fixture::number(&main.path(), given), 1);
    let mut storekeeper = main.desk_of(Role::Storekeeper);
    assert_eq!(storekeeper.paper_given(&request, PaperForm::Pdf), Err(OfficeError::NotAllowed(Right::SeeEvents)));
}
