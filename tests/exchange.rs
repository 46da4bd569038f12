//! Files in and out as an office meets them: what goes out comes back the same, and no file brings the program down.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop right there")]

use chrono::NaiveDate;
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format as CellFormat, Workbook};
use std::io::{Cursor, Read, Write};
use stiika::domain::address::{Address, AddressKind};
use stiika::domain::category::{Category, CategoryCode, SHIPPED};
use stiika::domain::document::{Document, DocumentKind};
use stiika::domain::draft::{FamilyDraft, MemberDraft, SingleDraft};
use stiika::domain::family::{FamilyCard, Member, Relation};
use stiika::domain::id::{FamilyId, MembershipId, PersonId};
use stiika::domain::name;
use stiika::domain::number::FamilyNumber;
use stiika::domain::person::{BirthDate, Consent, PersonName, Precision, Sex};
use stiika::domain::phone::Phone;
use stiika::domain::place::{CODIFIER, Place};
use stiika::exchange::export::write_exported;
use stiika::exchange::families::{self, Setting, Taken};
use stiika::exchange::{Fault, Format, Sheet};
use stiika::office::Exported;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn codes() -> Vec<CategoryCode> {
    SHIPPED.iter().map(|code| CategoryCode((*code).to_owned())).collect()
}

fn import(bytes: &[u8]) -> Result<Taken, Vec<Fault>> {
    let codes = codes();
    let sheet = Sheet::of_bytes(bytes, None).unwrap();
    families::read(&sheet, Setting { today: day("2026-11-21"), categories: &codes, names: &[], community: None })
}

/// A card that says what the draft says.
fn card(number: u64, draft: &FamilyDraft) -> FamilyCard {
    let id = |place: usize| [u8::try_from(place % 251).unwrap(); 16];
    FamilyCard {
        id: FamilyId::from_bytes(id(1)),
        number: FamilyNumber::from_random(number),
        key: draft.key.clone(),
        registered_on: draft.registered_on,
        closed_on: draft.closed_on,
        addresses: vec![(AddressKind::Actual, draft.actual.clone())],
        categories: draft.categories.clone(),
        members: draft
            .members
            .iter()
            .enumerate()
            .map(|(place, member)| Member {
                membership: MembershipId::from_bytes(id(place)),
                person: PersonId::from_bytes(id(place)),
                key: member.key.clone(),
                relation: member.relation,
                name: member.name.clone(),
                sex: member.sex,
                birth: member.birth,
                phones: member.phones.clone(),
                documents: member.documents.clone(),
                categories: member.categories.clone(),
                consent: member.consent.clone(),
                note: member.note.clone(),
                sizes: member.sizes.clone(),
                since: draft.registered_on,
                relation_since: draft.registered_on,
                died_on: None,
                former_names: Vec::new(),
                elsewhere: Vec::new(),
            })
            .collect(),
        past: Default::default(),
    }
}

fn export(format: Format, families: &[FamilyDraft], singles: &[SingleDraft]) -> Vec<u8> {
    let mut bytes = Vec::new();
    write_exported(format, &mut bytes, |each| {
        for (place, family) in families.iter().enumerate() {
            each(Exported::Family(&card(place as u64, family)));
        }
        singles.iter().for_each(|single| each(Exported::Single(single)));
        Ok(())
    })
    .unwrap();
    bytes
}

/// Text with everything that files and spreadsheets trip over, cleaned as the register keeps it.
fn nasty() -> impl Strategy<Value = String> {
    "[a-zа-яіїєґ\"'’;,=+@\t\\\\<>& _x0-9-]{0,12}".prop_map(|text| name::clean(&text))
}

fn nasty_note() -> impl Strategy<Value = String> {
    "[а-яї\"'’;,=+@\n\r\t\\\\<>& -]{0,40}".prop_map(|text| name::clean_note(&text))
}

fn nasty_name() -> impl Strategy<Value = String> {
    "[=+@'а-яїґ][а-яіїєґ'’=\" -]{1,10}[а-я]".prop_map(|text| name::settle(&text))
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0..45_000_u64).prop_map(|days| day("1900-01-01") + chrono::Days::new(days))
}

fn category() -> impl Strategy<Value = Category> {
    (0..SHIPPED.len(), proptest::option::of(any_day()), proptest::option::of(0..4000_u64)).prop_map(
        |(code, since, length)| Category {
            code: CategoryCode(SHIPPED[code].to_owned()),
            since,
            until: length.map(|days| since.unwrap_or(day("2020-01-01")) + chrono::Days::new(days)),
            basis: String::new(),
        },
    )
}

fn documents() -> impl Strategy<Value = Vec<Document>> {
    let of = |kind: DocumentKind, text: String| Document::parse(kind, &text).ok();
    // Read twice: what a file says is the settled number, and it is then also what was typed.
    let settled = |document: Document| Document::parse(document.kind, &document.number).unwrap();
    (
        proptest::option::of("[1-9][0-9]{9}"),
        proptest::option::of("[АВКС]{2}[0-9]{6}"),
        proptest::option::of("[А-Я;\\\\=' 0-9-]{1,12}"),
    )
        .prop_map(move |(tax, passport, certificate)| {
            let found = [
                tax.and_then(|text| of(DocumentKind::TaxNumber, text)),
                passport.and_then(|text| of(DocumentKind::Passport, text)),
                certificate.and_then(|text| of(DocumentKind::Certificate, text)),
            ];
            found.into_iter().flatten().map(settled).collect()
        })
}

fn member() -> impl Strategy<Value = MemberDraft> {
    let names = (nasty_name(), nasty_name(), proptest::option::of(nasty_name()));
    let birth = proptest::option::of((any_day(), any::<bool>()));
    let phones = proptest::sample::subsequence(vec!["+380671234567", "+380501112233", "+48600100200"], 0..3);
    let categories = proptest::collection::vec(category(), 0..3);
    let consent = proptest::option::of(proptest::option::of(any_day()));
    (names, any::<bool>(), birth, phones, documents(), categories, consent, nasty_note()).prop_map(
        |((surname, given, patronymic), female, birth, phones, documents, mut categories, consent, note)| {
            categories.sort();
            categories.dedup();
            MemberDraft {
                person: None,
                key: None,
                sizes: Default::default(),
                relation: Relation::Other,
                name: PersonName { surname, given, patronymic: patronymic.unwrap_or_default() },
                sex: Some(if female { Sex::Female } else { Sex::Male }),
                birth: birth.map(|(date, known)| match known {
                    true => BirthDate { date, precision: Precision::Day },
                    false => BirthDate {
                        date: date.format("%Y-01-01").to_string().parse().unwrap(),
                        precision: Precision::Year,
                    },
                }),
                phones: phones.into_iter().map(|phone| Phone::parse(phone).unwrap()).collect(),
                documents,
                categories,
                consent: consent.map(|on| on.map_or(Consent::Law, |on| Consent::Given { on, by: String::new() })),
                note,
            }
        },
    )
}

fn address() -> impl Strategy<Value = Address> {
    let town = proptest::option::of(proptest::sample::select(vec!["UA07080170010083384", "UA80000000000093317"]));
    (town, nasty(), nasty(), nasty(), nasty()).prop_map(|(code, district, street, building, flat)| {
        let settlement = code.and_then(|code| CODIFIER.get(code)).map(Place::title);
        Address {
            settlement_code: settlement.as_ref().and(code.map(str::to_owned)),
            settlement: settlement.unwrap_or_default(),
            district,
            street,
            building,
            flat,
        }
    })
}

fn family() -> impl Strategy<Value = FamilyDraft> {
    let members = proptest::collection::vec(member(), 1..4);
    (nasty(), any_day(), proptest::option::of(0..900_u64), address(), members).prop_map(
        |(key, registered_on, open, actual, mut members)| {
            for (place, member) in members.iter_mut().enumerate() {
                member.key = Some(format!("=P'{place}"));
            }
            members[0].relation = Relation::Head;
            FamilyDraft {
                key: Some(format!("{key}F")),
                closed_on: open.map(|days| registered_on + chrono::Days::new(days)),
                actual,
                members,
                ..FamilyDraft::new(registered_on)
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_goes_out_comes_back_the_same(
        mut families in proptest::collection::vec(family(), 1..4),
        singles in proptest::collection::vec((member(), address()), 0..2),
    ) {
        for (place, family) in families.iter_mut().enumerate() {
            family.key = family.key.as_ref().map(|key| format!("{key}{place}"));
        }
        let singles: Vec<SingleDraft> = singles
            .into_iter()
            .enumerate()
            .map(|(place, (person, address))| SingleDraft {
                person: MemberDraft { key: Some(format!("S{place}")), ..person },
                address,
            })
            .collect();
        for format in [Format::Csv, Format::Xlsx] {
            let taken = match import(&export(format, &families, &singles)) {
                Ok(taken) => taken,
                Err(faults) => return Err(TestCaseError::fail(format!("{format:?}: {faults:?}"))),
            };
            prop_assert_eq!(&taken.batch.families, &families, "{:?}", format);
            prop_assert_eq!(&taken.batch.singles, &singles, "{:?}", format);
        }
    }

    #[test]
    fn a_text_file_with_any_bytes_in_it_is_read_or_refused(
        places in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)
    ) {
        let mut bytes = A_FILE.as_bytes().to_vec();
        for (place, byte) in places {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        let codes = codes();
        if let Ok(sheet) = Sheet::of_bytes(&bytes, None) {
            let _ = families::read(&sheet, Setting { today: day("2026-11-21"), categories: &codes, names: &[], community: None });
        }
    }

    #[test]
    fn a_workbook_with_any_bytes_in_its_parts_is_read_or_refused(
        places in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in proptest::option::of(any::<prop::sample::Index>()),
    ) {
        let whole = a_workbook();
        let mut archive = zip::ZipArchive::new(Cursor::new(whole.as_slice())).unwrap();
        let mut damaged = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for part in 0..archive.len() {
            let mut entry = archive.by_index(part).unwrap();
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).unwrap();
            for (place, byte) in &places {
                // One byte in some of the parts, so that most of the workbook stays whole and reading goes far.
                if (place.index(97) + part) % 4 == 0 {
                    let place = place.index(bytes.len());
                    bytes[place] = *byte;
                }
            }
            if let Some(cut) = cut.filter(|cut| cut.index(archive_parts()) == part) {
                bytes.truncate(cut.index(bytes.len()));
            }
            damaged.start_file(entry.name().unwrap(), zip::write::SimpleFileOptions::default()).unwrap();
            damaged.write_all(&bytes).unwrap();
        }
        let bytes = damaged.finish().unwrap().into_inner();
        let codes = codes();
        if let Ok(sheet) = Sheet::of_bytes(&bytes, Some("xlsx")) {
            let _ = families::read(&sheet, Setting { today: day("2026-11-21"), categories: &codes, names: &[], community: None });
        }
    }
}

const A_FILE: &str = "family;person;relation;surname;given_name;birth_date;phone;document;settlement;categories\n\
    F1;P1;голова;Шевченко;Оксана;12.03.1987;067 123 45 67;passport:КС123456;м. Луцьк;military@2022-02-24..2023-01-01\n\
    F1;P2;син;Шевченко;Іван;2015;;birth_certificate:І-БК 123456;;\n\
    ;P3;;Бойко;Олег;;\"+48 600 100 200\";;;\n";

fn archive_parts() -> usize {
    10
}

/// A workbook as people make it: dates as dates, phones and numbers as numbers.
fn a_workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let heading = ["Сім'я*", "Особа*", "Прізвище*", "Ім'я*", "Дата народження", "Телефон", "РНОКПП", "Будинок"];
    for (place, text) in (0_u16..).zip(heading) {
        sheet.write(0, place, text).unwrap();
    }
    let date = CellFormat::new().set_num_format("dd.mm.yyyy");
    sheet.write(1, 0, 17.0).unwrap();
    sheet.write(1, 1, "17/1").unwrap();
    sheet.write(1, 2, "Шевченко").unwrap();
    sheet.write(1, 3, "Оксана").unwrap();
    sheet.write_with_format(1, 4, ExcelDateTime::from_ymd(1987, 3, 12).unwrap(), &date).unwrap();
    sheet.write(1, 5, 380_671_234_567_f64).unwrap();
    sheet.write(1, 6, 3_184_710_691_f64).unwrap();
    sheet.write(1, 7, 19.0).unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn a_workbook_as_people_make_it_is_read() {
    let taken = import(&a_workbook()).unwrap();
    let family = &taken.batch.families[0];
    assert_eq!(family.key.as_deref(), Some("17"));
    assert_eq!(family.actual.building, "19");
    let person = &family.members[0];
    assert_eq!(person.birth.unwrap().date, day("1987-03-12"));
    assert_eq!(person.phones[0].settled, "+380671234567");
    assert_eq!(person.documents[0].number, "3184710691");
    assert!(taken.notices.is_empty(), "{:?}", taken.notices);
}

#[test]
fn a_file_of_an_old_program_is_read() {
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(A_FILE);
    let taken = import(&bytes).unwrap();
    assert_eq!(taken.batch.families[0].members[0].name.full(), "Шевченко Оксана");
    assert_eq!(taken.batch.singles.len(), 1);
}

#[test]
fn categories_of_the_family_stand_in_the_heads_row() {
    let category =
        |code: &str| Category { code: CategoryCode(code.to_owned()), since: None, until: None, basis: String::new() };
    let named = |relation, key: &str, surname: &str| MemberDraft {
        key: Some(key.to_owned()),
        name: PersonName { surname: surname.to_owned(), given: "Оксана".to_owned(), patronymic: String::new() },
        ..MemberDraft::new(relation)
    };
    let mut family = FamilyDraft::new(day("2024-01-15"));
    family.categories = vec![category("large_family"), category("military")];
    family.members = vec![named(Relation::Head, "P1", "Шевченко"), named(Relation::Daughter, "P2", "Шевченко")];
    family.members[0].categories = vec![category("military"), category("veteran")];
    let text = String::from_utf8(export(Format::Csv, &[family.clone()], &[])).unwrap();
    let head = text.lines().nth(1).unwrap();
    assert!(head.contains("large_family; military; veteran"), "{head}");
    // Without the office's key the family's own number stands there, by which it is recognised again.
    let number = FamilyNumber::from_random(0).to_string();
    assert!(head.starts_with(&format!("{number},P1,head,")), "{head}");
    let again = import(text.as_bytes()).unwrap();
    assert_eq!(again.batch.families[0].members[0].categories.len(), 3);
}

#[test]
fn an_exported_phone_cannot_run_and_comes_back() {
    let mut family = FamilyDraft::new(day("2024-01-15"));
    let mut member = MemberDraft::new(Relation::Head);
    member.key = Some("P1".to_owned());
    member.name =
        PersonName { surname: "Шевченко".into(), given: "Оксана".into(), patronymic: String::new() };
    member.phones = vec![Phone::parse("+380671234567").unwrap()];
    member.note = "=HYPERLINK(\"http://x\")".to_owned();
    family.members = vec![member.clone()];
    let text = String::from_utf8(export(Format::Csv, &[family], &[])).unwrap();
    assert!(text.contains(",'+380671234567,"), "{text}");
    assert!(text.contains("\"'=HYPERLINK"), "{text}");
    assert_eq!(import(text.as_bytes()).unwrap().batch.families[0].members[0], member);
}

#[test]
fn an_empty_register_goes_out_as_a_heading_that_can_be_filled_in() {
    for format in [Format::Csv, Format::Xlsx] {
        assert_eq!(import(&export(format, &[], &[])).unwrap().people(), 0);
    }
}
