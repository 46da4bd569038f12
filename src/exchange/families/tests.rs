use super::*;
use crate::domain::category::SHIPPED;
use crate::domain::document::DocumentKind;
use crate::domain::family::Relation;
use crate::domain::person::{Consent, Precision, Sex};
use crate::domain::relation;
use crate::exchange::fault::Remark;
use crate::text::{Lang, Texts};
use rstest::rstest;

fn today() -> NaiveDate {
    "2026-11-21".parse().unwrap()
}

fn codes() -> Vec<CategoryCode> {
    SHIPPED.iter().map(|code| CategoryCode((*code).to_owned())).collect()
}

fn taken_or_faults(text: &str) -> Result<Taken, Vec<Fault>> {
    let codes = codes();
    let sheet = Sheet::of_bytes(text.as_bytes(), Some("csv")).unwrap();
    read(&sheet, Setting { today: today(), categories: &codes, names: &[], community: None })
}

fn taken(text: &str) -> Taken {
    taken_or_faults(text).unwrap()
}

/// Row, column and expectation of every fault.
fn faults(text: &str) -> Vec<(usize, String, Expected)> {
    taken_or_faults(text).unwrap_err().into_iter().map(|fault| (fault.row, fault.column, fault.expected)).collect()
}

/// A file of one person, whose row has these cells besides the required ones.
fn one(column: &str, value: &str) -> String {
    format!("family;person;surname;given_name;{column}\nF1;P1;Шевченко;Оксана;\"{value}\"\n")
}

const HEAD: &str = "family,person,relation,surname,given_name,registered_on,closed_on,settlement,street\n";

fn family(rows: &[&str]) -> String {
    format!("{HEAD}{}\n", rows.join("\n"))
}

#[test]
fn a_whole_row_becomes_a_person() {
    let text = "family,person,relation,surname,given_name,patronymic,sex,birth_date,phone,rnokpp,document,settlement,\
                starosta_district,street,building,flat,categories,registered_on,closed_on,consent_on,note\n\
                F1,P1,голова,ШЕВЧЕНКО,оксана,Петрівна,ж,12.03.1987,067 123 45 67,3184710691,passport:КС123456;unzr:19870312-01234,\
                UA07080170010083384,,вул. Кравчука,19г,5,military@2022-02-24;displaced,2024-01-15,,15.01.2024,\"рядок\nі ще\"\n";
    let codes = codes();
    let sheet = Sheet::of_bytes(text.as_bytes(), None).unwrap();
    let taken = read(&sheet, Setting { today: today(), categories: &codes, names: &[], community: None }).unwrap();
    let family = &taken.batch.families[0];
    assert_eq!(family.key.as_deref(), Some("F1"));
    assert_eq!(family.registered_on, "2024-01-15".parse().unwrap());
    assert_eq!(family.actual.settlement, "м. Луцьк");
    assert_eq!((family.actual.building.as_str(), family.actual.flat.as_str()), ("19г", "5"));
    let person = &family.members[0];
    assert_eq!(person.key.as_deref(), Some("P1"));
    assert_eq!(person.name.full(), "Шевченко Оксана Петрівна");
    assert_eq!((person.relation, person.sex), (Relation::Head, Some(Sex::Female)));
    assert_eq!(person.birth.unwrap().precision, Precision::Day);
    assert_eq!(person.phones[0].settled, "+380671234567");
    let kinds: Vec<_> = person.documents.iter().map(|document| document.kind).collect();
    assert_eq!(kinds, [DocumentKind::TaxNumber, DocumentKind::Passport, DocumentKind::RegistryNumber]);
    assert_eq!(person.categories[0].since, Some("2022-02-24".parse().unwrap()));
    assert_eq!(person.consent, Some(Consent::Given { on: "2024-01-15".parse().unwrap(), by: String::new() }));
    assert_eq!(person.note, "рядок\nі ще");
    assert!(taken.batch.undated.is_empty());
}

#[rstest]
#[case("relation", "сват", "relation")]
#[case("sex", "x", "sex")]
#[case("birth_date", "2030-01-01", "birth")]
#[case("birth_date", "давно", "birth")]
#[case("phone", "12", "phone")]
#[case("phone", "0671234567; хтозна", "phone")]
#[case("rnokpp", "12345", "rnokpp")]
#[case("document", "щось:1", "document")]
#[case("document", "без виду", "document")]
#[case("categories", "military@учора", "categories")]
#[case("categories", "military@", "categories")]
#[case("registered_on", "торік", "date")]
#[case("closed_on", "31.04", "date")]
#[case("consent_on", "так", "consent")]
fn a_cell_that_cannot_be_read_is_a_fault(#[case] column: &str, #[case] value: &str, #[case] expected: &'static str) {
    assert_eq!(faults(&one(column, value)), [(2, column.to_owned(), Expected::Content(expected))]);
}

#[rstest]
#[case("birth_date", "30.02.2001", Expected::RealDay)]
#[case("registered_on", "2024-02-30", Expected::RealDay)]
#[case("closed_on", "31.04.2024", Expected::RealDay)]
#[case("birth_date", "12.03.0087", Expected::RealYear)]
#[case("birth_date", "12.03.20244", Expected::RealYear)]
#[case("birth_date", "20244", Expected::RealYear)]
#[case("document", "passport:1", Expected::Document(DocumentKind::Passport))]
#[case("categories", "poor", Expected::KnownCategory)]
#[case("categories", "military@2023-01-01..2022-01-01", Expected::CategoryInOrder)]
#[case("settlement", "UA00000000000000000", Expected::KnownPlace)]
#[case("settlement", "ua07", Expected::KnownPlace)]
#[case("closed_on", "2024-01-01", Expected::ClosedAfter { registered_on: "2026-11-21".to_owned() })]
fn a_cell_that_means_nothing_is_a_fault(#[case] column: &str, #[case] value: &str, #[case] expected: Expected) {
    assert_eq!(faults(&one(column, value)), [(2, column.to_owned(), expected)]);
}

#[test]
fn a_text_that_is_too_long_is_a_fault() {
    assert_eq!(faults(&one("street", &"а".repeat(501)))[0].2, Expected::Content("text"));
    assert_eq!(faults(&one("note", &"а".repeat(30_001)))[0].2, Expected::Content("note"));
}

#[test]
fn a_required_cell_left_empty_is_a_fault() {
    let found = faults("family,person,surname,given_name\nF1,,,Оксана\nF1,P2,Шевченко,\n");
    let columns: Vec<_> = found.iter().map(|(row, column, _)| (*row, column.as_str())).collect();
    assert_eq!(columns, [(2, "person"), (2, "surname"), (3, "given_name")]);
    assert!(found.iter().all(|(_, _, expected)| *expected == Expected::Something));
}

#[test]
fn three_hundred_faults_are_three_hundred() {
    let mut text = "family;person;surname;given_name;birth_date;phone;sex\n".to_owned();
    for row in 0..150 {
        text.push_str(&format!("F{row};P{row};Шевченко;Оксана;30.02.2001;12;ж\n"));
    }
    let found = faults(&text);
    assert_eq!(found.len(), 300);
    assert_eq!((found[0].0, found[299].0), (2, 151));
}

#[test]
fn the_column_is_called_as_the_file_calls_it() {
    let found = faults("Сім'я;Особа;Прізвище;Ім'я;Дата народження\nF1;P1;Шевченко;Оксана;скоро\n");
    assert_eq!(found[0].1, "Дата народження");
}

#[test]
fn rows_of_a_family_need_not_stand_together() {
    let taken = taken(&family(&["F1,P1,,Шевченко,Оксана,,,,", "F2,P2,,Бойко,Олег,,,,", "F1,P3,син,Шевченко,Іван,,,,"]));
    assert_eq!(taken.batch.families.len(), 2);
    assert_eq!(taken.batch.families[0].members.len(), 2);
    assert_eq!(taken.people(), 3);
    let fault = ImportFault { family: 0, member: 1, fault: crate::office::OfficeError::NoHead };
    assert_eq!(taken.row_of(&fault), Some(4));
}

#[test]
fn the_first_row_is_the_head_where_nobody_says_so() {
    let relations = |rows: &[&str]| -> Vec<Relation> {
        taken(&family(rows)).batch.families[0].members.iter().map(|member| member.relation).collect()
    };
    let (first, second) = ("F1,P1,,Шевченко,Оксана,,,,", "F1,P2,,Шевченко,Іван,,,,");
    assert_eq!(relations(&[first, second]), [Relation::Head, Relation::Other]);
    assert_eq!(relations(&[first, "F1,P2,head,Шевченко,Іван,,,,"]), [Relation::Other, Relation::Head]);
    assert_eq!(relations(&["F1,P1,син,Шевченко,Іван,,,,", second]), [Relation::Son, Relation::Head]);
    let chosen = taken(&family(&["F1,P1,мати,Шевченко,Оксана,,,,", "F1,P2,син,Шевченко,Іван,,,,"]));
    assert_eq!(chosen.batch.families[0].members[0].relation, Relation::Head);
    assert_eq!(chosen.notices[0].remark, Remark::HeadChosen);
}

#[test]
fn two_heads_are_a_fault_that_names_both_rows() {
    let found = faults(&family(&["F1,P1,голова,Шевченко,Оксана,,,,", "F1,P2,head,Шевченко,Іван,,,,"]));
    assert_eq!(found, [(3, "relation".to_owned(), Expected::OneHead { row: 2 })]);
}

#[test]
fn a_person_twice_in_a_family_is_a_fault_and_in_two_families_is_not() {
    let found = faults(&family(&["F1,P1,,Шевченко,Оксана,,,,", "F1,P1,,Шевченко,Оксана,,,,"]));
    assert_eq!(found, [(3, "person".to_owned(), Expected::PersonOnce { row: 2 })]);
    assert_eq!(taken(&family(&["F1,P1,,Шевченко,Іван,,,,", "F2,P1,,Шевченко,Іван,,,,"])).batch.families.len(), 2);
}

#[test]
fn days_of_a_family_come_from_its_rows_and_must_agree() {
    let agreed = taken(&family(&["F1,P1,,Шевченко,Оксана,,,,", "F1,P2,син,Шевченко,Іван,2024-01-15,15.02.2024,,"]));
    assert_eq!(agreed.batch.families[0].registered_on, "2024-01-15".parse().unwrap());
    assert_eq!(agreed.batch.families[0].closed_on, Some("2024-02-15".parse().unwrap()));
    let found = faults(&family(&["F1,P1,,Шевченко,Оксана,2024-01-15,,,", "F1,P2,,Шевченко,Іван,2024-01-16,,,"]));
    let expected = Expected::SameAs { row: 2, value: "2024-01-15".to_owned() };
    assert_eq!(found, [(3, "registered_on".to_owned(), expected)]);
}

#[test]
fn a_family_without_a_first_day_stands_with_today() {
    let taken = taken(&family(&["F1,P1,,Шевченко,Оксана,,,,", "F2,P2,,Бойко,Олег,2024-01-15,,,"]));
    assert_eq!(taken.batch.families[0].registered_on, today());
    assert_eq!(taken.batch.undated, [0]);
}

#[test]
fn a_family_closed_before_it_was_registered_is_a_fault() {
    let found = faults(&family(&["F1,P1,,Шевченко,Оксана,2024-01-15,2024-01-14,,"]));
    let expected = Expected::ClosedAfter { registered_on: "2024-01-15".to_owned() };
    assert_eq!(found, [(2, "closed_on".to_owned(), expected)]);
}

#[test]
fn the_address_is_the_heads() {
    let taken = taken(&family(&[
        "F1,P1,син,Шевченко,Іван,,,Луцьк,вул. Лісова",
        "F1,P2,голова,Шевченко,Оксана,,,Ківерці,вул. Тиха",
    ]));
    assert_eq!(taken.batch.families[0].actual.line(), "м. Ківерці, вул. Тиха");
    assert_eq!(taken.notices[0].remark, Remark::AddressNotTaken { row: 3 });
}

#[test]
fn a_settlement_that_the_codifier_lacks_stays_as_typed() {
    let taken = taken(&one("settlement", "хутір Надія Перша"));
    assert_eq!(taken.batch.families[0].actual.settlement, "хутір Надія Перша");
    assert_eq!(taken.batch.families[0].actual.settlement_code, None);
    assert_eq!(taken.notices[0].remark, Remark::PlaceAsTyped);
}

#[test]
fn a_wrong_check_digit_is_a_notice_and_no_fault() {
    let taken = taken(&one("rnokpp", "1759013770"));
    let notice = &taken.notices[0];
    assert_eq!((notice.row, notice.column.as_str()), (2, "rnokpp"));
    assert_eq!(notice.remark, Remark::CheckDigit { expected: 6 });
    assert_eq!(taken.batch.families[0].members[0].documents.len(), 1);
}

#[test]
fn an_empty_family_is_a_person_without_one() {
    let taken = taken("family,person,surname,given_name,street,registered_on\n,P1,Бойко,Олег,вул. Тиха,2024-01-01\n");
    assert!(taken.batch.families.is_empty());
    assert_eq!(taken.batch.singles[0].person.key.as_deref(), Some("P1"));
    assert_eq!(taken.batch.singles[0].address.street, "вул. Тиха");
    assert_eq!(taken.notices[0].remark, Remark::OnlyForFamilies);
    let found = faults("family,person,surname,given_name\n,P1,Бойко,Олег\n,P1,Бойко,Олег\n");
    assert_eq!(found, [(3, "person".to_owned(), Expected::PersonOnce { row: 2 })]);
}

#[test]
fn a_birth_year_and_a_midnight_are_dates() {
    let birth = |text: &str| taken(&one("birth_date", text)).batch.families[0].members[0].birth.unwrap();
    assert_eq!(birth("1987").precision, Precision::Year);
    assert_eq!(birth("1987-03-12 00:00:00").date, "1987-03-12".parse().unwrap());
    assert_eq!(birth("1987-03-12T00:00:00Z").date, "1987-03-12".parse().unwrap());
}

#[test]
fn a_phone_that_lost_its_zero_in_a_spreadsheet_is_read() {
    let phones = taken(&one("phone", "671234567; +48 600 100 200")).batch.families[0].members[0].phones.clone();
    assert_eq!(phones[0].settled, "+380671234567");
    assert_eq!(phones[1].settled, "+48600100200");
}

#[test]
fn consent_may_be_the_law() {
    assert_eq!(taken(&one("consent_on", "Закон")).batch.families[0].members[0].consent, Some(Consent::Law));
}

#[test]
fn a_failed_formula_is_one_fault_where_it_is_read() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (place, text) in (0_u16..).zip(["family", "person", "surname", "given_name", "birth_date"]) {
        sheet.write(0, place, text).unwrap();
    }
    for (place, text) in (0_u16..).zip(["F1", "P1", "Шевченко", "Оксана"]) {
        sheet.write(1, place, text).unwrap();
    }
    sheet.write(1, 4, rust_xlsxwriter::Formula::new("=NA()").set_result("#N/A")).unwrap();
    let sheet = Sheet::of_bytes(&book.save_to_buffer().unwrap(), Some("xlsx")).unwrap();
    let codes = codes();
    let found = read(&sheet, Setting { today: today(), categories: &codes, names: &[], community: None }).unwrap_err();
    assert_eq!(found, [Fault::new(2, "birth_date", "#N/A", Expected::Value)]);
}

#[test]
fn the_relations_as_the_screen_says_them_are_read() {
    let texts = Texts::new(Lang::Uk);
    for relation in Relation::ALL {
        let word = texts.code("relation", relation.code());
        assert_eq!(relation::read(&word).map(|(relation, _)| relation), Some(relation), "{word}");
    }
}
