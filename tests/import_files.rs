//! Untidy files as the import reads them: which sheet, which heading, what the columns mean, keys that stay the same.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use proptest::prelude::*;
use rust_xlsxwriter::Workbook;
use std::collections::BTreeSet;
use stiika::domain::category::CategoryCode;
use stiika::exchange::FilesOfDisk;
use stiika::exchange::book::Opened;
use stiika::exchange::sheet::{Contents, Sheet};
use stiika::office::files::Files;
use stiika::office::intake::{Book, Checked, Grouping, Headings, IntakeSetting, Preview, Sure, Weight};
use stiika::text::Sentence;

fn setting() -> IntakeSetting {
    let categories = ["displaced", "large_family", "own_code"].map(|code| CategoryCode(code.to_owned())).to_vec();
    IntakeSetting { today: "2026-11-21".parse().unwrap(), categories, names: Vec::new(), community: None }
}

fn book(text: &str) -> Opened {
    let sheet = Sheet::of_bytes(text.as_bytes(), None);
    Opened::of(vec![Contents { name: String::new(), sheet }])
}

fn headings(text: &str) -> Headings {
    book(text).headings(0, None, &[], &setting()).unwrap()
}

fn check(text: &str, headings: &Headings) -> Checked {
    book(text).check(headings, &BTreeSet::new(), &setting(), &mut |_, _| true).unwrap().unwrap()
}

fn checked(text: &str) -> Checked {
    check(text, &headings(text))
}

/// Ids of what is wrong, with the number of the row.
fn marks(preview: &Preview, weight: Weight) -> Vec<(usize, String)> {
    let marks = preview.marks.iter().filter(|mark| mark.weight == weight);
    marks.map(|mark| (preview.rows[mark.at].number, mark.said.sentence().0.into_owned())).collect()
}

fn targets(headings: &Headings) -> Vec<(&str, Option<&str>, Sure)> {
    headings.columns.iter().map(|column| (column.heading.as_str(), column.target, column.sure)).collect()
}

#[test]
fn the_first_sheet_with_a_heading_is_offered_and_hidden_ones_are_not_there() {
    let mut made = Workbook::new();
    made.add_worksheet().write(0, 0, "просто текст").unwrap();
    made.add_worksheet().set_hidden(true).write(0, 0, "Прізвище").unwrap();
    let sheet = made.add_worksheet();
    for (column, title) in [(0, "Прізвище"), (1, "Ім'я"), (2, "Телефон")] {
        sheet.write(0, column, title).unwrap();
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("list.xlsx");
    made.save(&path).unwrap();
    let opened = FilesOfDisk.open(&path, &mut |_, _| true).unwrap().unwrap();
    assert_eq!(opened.sheets().len(), 2);
    assert_eq!(opened.offered(&[]), 1);
    assert!(FilesOfDisk.open(&path, &mut |_, _| false).unwrap().is_none(), "it was asked to stop");
}

#[test]
fn a_folder_shows_folders_then_tables_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["b.csv", "a.XLSX", "photo.jpg", ".hidden.csv"] {
        std::fs::write(folder.path().join(name), "x").unwrap();
    }
    std::fs::create_dir(folder.path().join("archive")).unwrap();
    let listing = FilesOfDisk.list(Some(folder.path())).unwrap();
    let names: BTreeSet<&str> = listing.entries.iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(names, BTreeSet::from(["..", "archive", "a.XLSX", "b.csv"]));
    assert!(listing.entries[0].is_folder && listing.entries[1].is_folder && !listing.entries[2].is_folder);
    assert!(FilesOfDisk.list(Some(&folder.path().join("none"))).is_err());
}

#[test]
fn headings_are_guessed_by_words_and_by_content() {
    let text = "№;Громадянин;Дата нар.;;Моб. тел.;Моб. тел.\n\
        1;Шевченко Оксана Петрівна;31848;3184710691;067 123 45 67;\n\n\
        2;Бойко Олег Іванович;12.03.1980;2530414071;0501112233, 0671234567;0931112233\n";
    let read = headings(text);
    assert_eq!(
        targets(&read),
        [
            ("Громадянин", Some("full_name"), Sure::Content),
            ("Дата нар.", Some("birth_date"), Sure::Said),
            ("D", Some("rnokpp"), Sure::Content),
            ("Моб. тел.", Some("phone"), Sure::Alike),
            ("Моб. тел. (F)", Some("phone"), Sure::Alike),
        ]
    );
    assert_eq!((read.grouping, read.rows), (Grouping::Row, 2));
    let Checked { preview, batch, .. } = check(text, &read);
    assert_eq!(marks(&preview, Weight::Fault), []);
    assert_eq!(batch.families[0].members[0].birth.unwrap().date.to_string(), "1987-03-12");
    assert_eq!(batch.families[1].members[0].phones.len(), 3);
}

#[test]
fn a_whole_name_under_surname_is_a_whole_name() {
    let read = headings("Прізвище;Тел.\nШевченко Оксана Петрівна;0671234567\nБойко Олег Іванович;\n");
    assert_eq!(read.columns[0].target, Some("full_name"));
}

#[test]
fn the_same_list_makes_the_same_keys_and_namesakes_have_their_own() {
    let text = "ПІБ;Дата нар.\nШевченко Оксана;12.03.1987\nШЕВЧЕНКО  ОКСАНА;31848\nБойко Олег;1970\n";
    let keys = |text: &str| -> Vec<String> {
        checked(text).batch.families.iter().map(|family| family.members[0].key.clone().unwrap()).collect()
    };
    assert_eq!(keys(text), keys(text));
    assert_eq!(keys(text).iter().collect::<BTreeSet<_>>().len(), 3);
    assert_eq!(keys("ПІБ;Дата нар.;Телефон\nШевченко Оксана;1987-03-12;0671234567\n")[0], keys(text)[0]);
}

#[test]
fn families_are_made_as_the_list_makes_them() {
    let text = "№ сім'ї;ПІБ;Дата нар.\n7;Шевченко Оксана;1987\n;Шевченко Софія;2015\n8.0;Бойко Олег;1970\n";
    let mut read = headings(text);
    assert_eq!((read.grouping, read.columns[0].target), (Grouping::Column, Some("family")));
    let sizes = |read: &Headings| {
        let batch = check(text, read).batch;
        (batch.families.iter().map(|family| family.members.len()).collect::<Vec<_>>(), batch.singles.len())
    };
    assert_eq!(sizes(&read), (vec![1, 1], 1));
    read.grouping = Grouping::ColumnDown;
    assert_eq!(sizes(&read), (vec![2, 1], 0));
    read.choose(0, None);
    assert_eq!((read.grouping, sizes(&read)), (Grouping::Row, (vec![1, 1, 1], 0)));
}

#[test]
fn what_stops_an_import_and_what_is_only_worth_a_look() {
    let text = format!(
        "Номер сім'ї;Родинний зв'язок;Прізвище;Ім'я;По батькові;Стать;Дата народження\n\
        1;голова;Шевченко;Оксана;Петрівна;ч;12.03.1987\n\
        1;донька;Шевченко;Софія;Іванівна;ж;12.03.1985\n\
        2;голова;{};Олег;Іванович;ч;30.02.1970\n\
        3;голова;Лис;Петро;;;20244\n\
        4;голова;Лис;Іван;;;12.03.0087\n",
        "А".repeat(200)
    );
    let preview = checked(&text).preview;
    let expected = [(4, "exchange-fault-real-day"), (5, "exchange-fault-real-year"), (6, "exchange-fault-real-year")];
    assert_eq!(marks(&preview, Weight::Fault), expected.map(|(row, id)| (row, id.to_owned())));
    let expected =
        [(2, "exchange-notice-sex-of-patronymic"), (3, "exchange-notice-odd-age"), (4, "exchange-notice-long-name")];
    assert_eq!(marks(&preview, Weight::Warning), expected.map(|(row, id)| (row, id.to_owned())));
}

#[test]
fn words_of_old_lists_are_understood() {
    let text = "ПІБ;Стать;Категорія;Адреса\n\
        Шевченко Оксана;жін.;ВПО, багатодітна, own_code;\"м. Луцьк, вул. Лісова 4, кв. 5\"\n\
        Бойко Олег;Чоловіча;щось інше;\n";
    let Checked { preview, batch, .. } = checked(text);
    let oksana = &batch.families[0];
    let codes: Vec<&str> = oksana.members[0].categories.iter().map(|category| category.code.0.as_str()).collect();
    assert_eq!(codes, ["displaced", "large_family", "own_code"]);
    assert_eq!((oksana.actual.street.as_str(), oksana.actual.flat.as_str()), ("вул. Лісова", "5"));
    assert_eq!(marks(&preview, Weight::Fault), [(3, "exchange-fault-known-category".to_owned())]);
}

#[test]
fn a_remembered_meaning_goes_before_any_guess() {
    let text = "ПІБ;Дата нар.;Щось\nШевченко Оксана;12.03.1987;так\n";
    let mut read = headings(text);
    read.choose(2, Some("note"));
    let mapping = read.mapping();
    let again = book(text).headings(0, None, std::slice::from_ref(&mapping), &setting()).unwrap();
    assert_eq!(again.columns[2].target, Some("note"));
    assert!(again.columns.iter().all(|column| column.sure == Sure::Remembered));
    let other = book("ПІБ;Дата нар.;Інше\nШевченко Оксана;12.03.1987;так\n");
    assert_eq!(other.headings(0, None, &[mapping], &setting()).unwrap().columns[2].sure, Sure::Not);
}

proptest! {
    #[test]
    fn any_table_is_read_or_refused(
        rows in proptest::collection::vec(proptest::collection::vec("[А-яa-z0-9.;, @\\-]{0,12}", 0..6), 0..8),
        grouping in 0_usize..4,
    ) {
        let mut text = "ПІБ;№ сім'ї;Категорія;Телефон;Дата нар.;Адреса\n".to_owned();
        for row in rows {
            text.push_str(&row.join("\t").replace(';', " ").replace('\t', ";"));
            text.push('\n');
        }
        let opened = book(&text);
        if let Ok(mut read) = opened.headings(0, None, &[], &setting()) {
            read.grouping = Grouping::ALL[grouping];
            if let Ok(Some(checked)) = opened.check(&read, &BTreeSet::new(), &setting(), &mut |_, _| true) {
                let people: usize = checked.rows.iter().map(Vec::len).sum();
                prop_assert_eq!(people, checked.preview.rows.len());
            }
        }
    }
}

#[test]
fn a_category_is_read_by_the_offices_own_name_for_it() {
    let own = IntakeSetting {
        names: vec![("військові громади".to_owned(), CategoryCode("own_code".to_owned()))],
        ..setting()
    };
    let text = "ПІБ;Дата нар.;Категорія\nБойко Олег Іванович;01.02.1980;Військові громади, ВПО\n";
    let headings = headings(text);
    let checked = book(text).check(&headings, &BTreeSet::new(), &own, &mut |_, _| true).unwrap().unwrap();
    assert_eq!(marks(&checked.preview, Weight::Fault), []);
    let member = &checked.batch.families[0].members[0];
    let codes: Vec<&str> = member.categories.iter().map(|category| category.code.0.as_str()).collect();
    assert_eq!(codes, ["own_code", "displaced"]);
}
