//! A list of a hundred thousand people, measured: `cargo test --release --test import_scale -- --ignored --nocapture`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

use common::an_office;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use std::collections::{BTreeSet, HashMap};
use std::fmt::Write;
use std::path::Path;
use std::time::Instant;
use stiika::exchange::FilesOfDisk;
use stiika::office::files::Files;
use stiika::office::intake::{Choice, settle};
use stiika::office::{Imported, Intake, Run};

const PEOPLE: u32 = 100_000;

const SURNAMES: [&str; 12] = [
    "Шевченко",
    "Бойко",
    "Коваль",
    "Гнатюк",
    "Мельник",
    "Лисенко",
    "Мороз",
    "Кравчук",
    "Ткаченко",
    "Бондар",
    "Поліщук",
    "Савчук",
];

/// A list in an office's own form; every thousandth person stands in it twice.
fn list(path: &Path) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let date = Format::new().set_num_format("dd.mm.yyyy");
    for (column, title) in (0_u16..).zip(["№ сім'ї", "ПІБ", "Дата нар.", "Моб. тел.", "Адреса", "Розмір взуття"])
    {
        sheet.write(0, column, title).unwrap();
    }
    for row in 0..PEOPLE {
        let who = if row % 1_000 == 999 { row - 500 } else { row };
        let surname = SURNAMES[(who / 4) as usize % SURNAMES.len()];
        let syllables = ["ма", "ло", "ні", "ве", "ку", "зо", "ри", "те", "ба", "ся"];
        let tail: String = (0..4).map(|place| syllables[(who / 4 / 10_u32.pow(place)) as usize % 10]).collect();
        let given = ["Оксана", "Олег", "Софія", "Петро"][who as usize % 4];
        sheet.write(row + 1, 0, format!("Л-{}", row / 4)).unwrap();
        sheet.write(row + 1, 1, format!("{surname}{tail} {given} Іванович")).unwrap();
        let day = ExcelDateTime::from_serial_datetime(f64::from(15_000 + who % 25_000)).unwrap();
        sheet.write_with_format(row + 1, 2, day, &date).unwrap();
        sheet.write(row + 1, 3, 380_670_000_000.0 + f64::from(who)).unwrap();
        sheet.write(row + 1, 4, format!("м. Луцьк, вул. Лісова {}, кв. {}", who % 200, who % 90)).unwrap();
        sheet.write(row + 1, 5, 38).unwrap();
    }
    book.save(path).unwrap();
}

/// The same list as a text.
fn as_text() -> String {
    let mut text = String::from("№ сім'ї;ПІБ;Дата нар.;Моб. тел.;Адреса;Розмір взуття\n");
    for row in 0..PEOPLE {
        let (surname, given) =
            (SURNAMES[(row / 4) as usize % SURNAMES.len()], ["Оксана", "Олег", "Софія", "Петро"][row as usize % 4]);
        let (family, year, day, month) = (row / 4, 1941 + row % 80, row % 28 + 1, row % 12 + 1);
        let phone = 670_000_000 + row;
        let (house, flat) = (row % 200, row % 90);
        let _ = writeln!(
            text,
            "Л-{family};{surname} {given} Іванович;{day:02}.{month:02}.{year};0{phone};м. Луцьк, вул. Лісова {house}, кв. {flat};38"
        );
    }
    text
}

#[test]
#[ignore = "measures; a minute of work"]
fn a_hundred_thousand_rows() {
    let mut desk = an_office();
    let path = desk.folder.path().join("list.xlsx");
    list(&path);
    let text = desk.folder.path().join("list.csv");
    std::fs::write(&text, as_text()).unwrap();
    let mut begun = Instant::now();
    let mut lap = |what: &str| {
        eprintln!("{what}: {:.2} s", begun.elapsed().as_secs_f64());
        begun = Instant::now();
    };
    let setting = desk.office.intake_setting().unwrap();
    let opened = FilesOfDisk.open(&text, &mut |_, _| true).unwrap().unwrap();
    lap("CSV read");
    let headings = opened.headings(0, None, &[], &setting).unwrap();
    let checked = opened.check(&headings, &BTreeSet::new(), &setting, &mut |_, _| true).unwrap().unwrap();
    lap("CSV checked");
    assert_eq!(checked.preview.rows.len(), 100_000);
    drop((opened, checked));
    lap("CSV forgotten");
    let opened = FilesOfDisk.open(&path, &mut |_, _| true).unwrap().unwrap();
    lap("read");
    let headings = opened.headings(0, None, &[], &setting).unwrap();
    lap("headings");
    let checked = opened.check(&headings, &BTreeSet::new(), &setting, &mut |_, _| true).unwrap().unwrap();
    lap("checked");
    assert_eq!((checked.preview.rows.len(), checked.preview.families), (100_000, 25_000));
    let alike = desk.office.alike(&checked.batch, &mut |_, _| true).unwrap().unwrap();
    lap("compared with an empty register");
    assert!(alike.len() >= 100, "{}", alike.len());
    let choices: Vec<_> = alike.iter().map(|alike| (alike, Choice::Skip)).collect();
    let settled = settle(checked.batch.clone(), &checked.rows, &choices);
    lap("decided");
    let mapping = headings.mapping();
    let intake = Intake { batch: &settled.batch, joined: &HashMap::new(), mapping: Some(&mapping) };
    let deed = desk.office.new_deed();
    let done = desk.office.take_in(deed, &intake, Run::Real, &mut |_, _| true).unwrap();
    lap("saved");
    let Imported::Done(outcome) = done else { panic!("{done:?}") };
    assert_eq!(outcome.people_added, 100_000 - alike.len());
    let again = desk.office.alike(&checked.batch, &mut |_, _| true).unwrap().unwrap();
    lap("compared with a register of a hundred thousand");
    assert!(again.len() <= alike.len());
}
