//! Papers drawn and read again: what a viewer finds in a PDF, where everything stands, what a spreadsheet gets.

use super::face::Faces;
use super::layout::{self, Laid, Mark, Words};
use super::*;
use crate::domain::sheet::{Cell, Column, Fact, Print, Row, Signatory, Total};
use chrono::NaiveDate;
use lopdf::Document;

fn words() -> Words {
    Words {
        copy: "копія".to_owned(),
        signature: "(підпис)".to_owned(),
        page: Box::new(|page, all| format!("стор. {page} з {all}")),
    }
}

/// A distribution sheet of so many recipients.
fn distribution(count: i64) -> Sheet {
    let rows = (1..=count).map(|place| {
        let name = format!("Прізвищенко-Довгошиєнко{place} Мар’яна Їжаківна");
        let kilograms = Cell::Grams(12_000);
        Row::of([Cell::Count(place), Cell::text(name), Cell::Count(1), kilograms, Cell::Signature])
    });
    Sheet {
        office: "Луцький центр соціальних служб".to_owned(),
        title: "Відомість видачі".to_owned(),
        number: Some("2026/00123".to_owned()),
        date: NaiveDate::from_ymd_opt(2026, 11, 21),
        head: vec![Fact { name: "Захід".to_owned(), value: "Набори до зими".to_owned() }],
        columns: vec![
            Column::numbers("№", 1),
            Column::words("Отримувач", 6),
            Column::numbers("Набори, шт", 2),
            Column::numbers("Вага, кг", 2),
            Column::words("Підпис", 3),
        ],
        rows: rows.collect(),
        totals: vec![Total {
            name: "Разом".to_owned(),
            cells: vec![(2, Cell::Count(count)), (3, Cell::Grams(12_000 * count))],
        }],
        closing: vec!["Усього видано наборів.".to_owned()],
        signatories: vec![Signatory { role: "Видав".to_owned(), name: "Коваленко О. П.".to_owned() }],
        legal: "Постанова КМУ від 05.09.2023 № 953".to_owned(),
        ..Sheet::default()
    }
}

/// The texts of each page as a viewer extracts them, in the order in which they were drawn.
fn extracted(bytes: &[u8]) -> Vec<String> {
    let document = Document::load_mem(bytes).unwrap();
    document.get_pages().keys().map(|page| document.extract_text(&[*page]).unwrap()).collect()
}

fn laid_out(sheet: &Sheet) -> Laid {
    layout::laid(sheet, &mut Faces::new().unwrap(), &words())
}

fn texts(page: &[Mark]) -> Vec<&str> {
    page.iter()
        .filter_map(|mark| match mark {
            Mark::Text { text, .. } => Some(text.as_str()),
            _ => None,
        })
        .collect()
}

#[test]
fn ukrainian_letters_and_the_apostrophe_are_found_in_the_pdf() {
    let pages = extracted(&drawn(&distribution(2), PaperForm::Pdf).unwrap());
    assert_eq!(pages.len(), 1);
    let text = pages[0].replace('\n', " ");
    for expected in
        ["Відомість видачі № 2026/00123", "21.11.2026", "Мар’яна Їжаківна", "24,0", "Разом", "Коваленко О. П.", "№ 953"]
    {
        assert!(text.contains(expected), "«{expected}» is not in: {text}");
    }
    assert!(!text.contains("копія") && !text.contains("КОПІЯ"));
}

#[test]
fn another_print_says_so_on_every_page_under_the_same_number() {
    let sheet = Sheet { print: Print::Copy, ..distribution(60) };
    let pages = extracted(&drawn(&sheet, PaperForm::Printer).unwrap());
    assert!(pages[0].contains("КОПІЯ"), "{}", pages[0]);
    for page in &pages[1..] {
        assert!(page.contains("№ 2026/00123 · копія"), "{page}");
    }
}

#[test]
fn a_long_sheet_repeats_its_headings_and_counts_its_pages() {
    let laid = laid_out(&distribution(200));
    let all = laid.pages.len();
    assert!((6..=9).contains(&all), "{all} pages");
    for (place, page) in laid.pages.iter().enumerate() {
        let texts = texts(page);
        assert!(texts.contains(&"Отримувач"), "page {place} has no headings");
        assert!(texts.contains(&format!("стор. {} з {all}", place + 1).as_str()), "page {place} has no number");
    }
    // Every recipient once, in their order; the totals once, on the last page.
    let numbers: Vec<i64> = (laid.pages.iter().flatten())
        .filter_map(|mark| match mark {
            Mark::Text { text, x, .. } if *x < 92.0 => text.parse().ok(),
            _ => None,
        })
        .collect();
    assert_eq!(numbers, (1..=200).collect::<Vec<i64>>());
    let totals = laid.pages.iter().map(|page| texts(page).iter().filter(|text| **text == "Разом").count());
    let totals: Vec<usize> = totals.collect();
    assert_eq!(totals.iter().sum::<usize>(), 1);
    assert_eq!(totals.last(), Some(&1));
}

#[test]
fn nothing_stands_outside_of_the_page_or_over_its_foot() {
    let long = "Дуже довга назва речі, що не вміщується в один рядок жодної таблиці ".repeat(30);
    for count in [0, 1, 18, 19, 20, 21, 22, 23, 24, 60] {
        let mut sheet = distribution(count);
        if let Some(row) = sheet.rows.first_mut() {
            row.cells[1] = Cell::text(long.as_str());
        }
        let laid = laid_out(&sheet);
        for mark in laid.pages.iter().flatten() {
            let (left, top, right, bottom) = match mark {
                Mark::Text { x, y, size, weight, text } => {
                    let width = Faces::new().unwrap().width(text, *weight, *size);
                    (*x, y - size, x + width, *y)
                }
                Mark::Ink { x, y, width, height } | Mark::Ground { x, y, width, height } => {
                    (*x, *y, x + width, y + height)
                }
            };
            assert!(left >= 50.0 && top >= 20.0, "{count}: {mark:?}");
            assert!(right <= laid.size.0 - 20.0 && bottom <= laid.size.1 - 15.0, "{count}: {mark:?}");
        }
    }
}

#[test]
fn signatures_never_stand_on_a_page_without_a_row() {
    for count in 1..60 {
        let laid = laid_out(&distribution(count));
        let last = texts(laid.pages.last().unwrap());
        assert!(last.contains(&"Видав"), "{count}");
        assert!(last.iter().any(|text| text.starts_with("Прізвищенко")), "{count}: {last:?}");
    }
}

#[test]
fn the_number_of_a_family_is_bars_of_half_a_millimetre_with_white_beside_them() {
    let sheet = Sheet {
        title: "Картка сім’ї".to_owned(),
        number: Some("482-1737".to_owned()),
        barcode: Some("4821737".to_owned()),
        ..Sheet::default()
    };
    let laid = laid_out(&sheet);
    let bars: Vec<(f32, f32)> = (laid.pages.iter().flatten())
        .filter_map(|mark| match mark {
            Mark::Ink { x, width, height, .. } if *height > 40.0 => Some((*x, *width)),
            _ => None,
        })
        .collect();
    // Seven signs of three bars and the stop sign of four.
    assert_eq!(bars.len(), 7 * 3 + 4);
    let half = 72.0 / 25.4 / 2.0;
    let (first, last) = (bars.first().unwrap(), bars.last().unwrap());
    assert!((last.0 + last.1 - first.0 - 90.0 * half).abs() < 0.1);
    assert!(first.0 > 10.0 * half && laid.size.0 - last.0 - last.1 > 10.0 * half);
    assert!(texts(&laid.pages[0]).contains(&"4821737"));
}

#[test]
fn the_same_sheet_gives_the_same_bytes() {
    let sheet = distribution(30);
    assert_eq!(drawn(&sheet, PaperForm::Pdf).unwrap(), drawn(&sheet, PaperForm::Pdf).unwrap());
}

#[test]
fn a_text_table_has_plain_numbers_and_no_formulas() {
    let mut sheet = distribution(1);
    sheet.rows[0].cells[1] = Cell::text("=cmd()");
    sheet.rows[0].cells[2] = Cell::Count(12_345);
    let text = String::from_utf8(drawn(&sheet, PaperForm::Csv).unwrap()).unwrap();
    let expected =
        "\u{feff}№,Отримувач,\"Набори, шт\",\"Вага, кг\",Підпис\r\n1,'=cmd(),12345,\"12,0\",\r\nРазом,,1,\"12,0\",\r\n";
    assert_eq!(text, expected);
}

#[test]
fn a_workbook_has_numbers_that_can_be_summed() {
    use calamine::{Data, Reader, Xlsx};
    let bytes = drawn(&distribution(2), PaperForm::Xlsx).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    let rows: Vec<Vec<Data>> = sheet.rows().map(<[Data]>::to_vec).collect();
    assert_eq!(rows[0][0], Data::String("Відомість видачі № 2026/00123 · 21.11.2026".to_owned()));
    assert_eq!(rows[1][0], Data::String("Захід: Набори до зими".to_owned()));
    assert_eq!(rows[3][1], Data::String("Отримувач".to_owned()));
    assert_eq!((&rows[4][2], &rows[4][3]), (&Data::Float(1.0), &Data::Float(12.0)));
    assert_eq!((&rows[6][0], &rows[6][3]), (&Data::String("Разом".to_owned()), &Data::Float(24.0)));
}

#[test]
fn an_older_file_is_left_alone_and_the_new_one_gets_the_next_name() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("Акт 2026-00123");
    let (first, second) = (
        save(&distribution(1), &place, PaperForm::Csv).unwrap(),
        save(&distribution(2), &place, PaperForm::Csv).unwrap(),
    );
    assert_eq!(first.file_name().unwrap(), "Акт 2026-00123.csv");
    assert_eq!(second.file_name().unwrap(), "Акт 2026-00123 (2).csv");
    assert_ne!(std::fs::read(&first).unwrap(), std::fs::read(&second).unwrap());
}

#[cfg(unix)]
#[test]
fn a_written_paper_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = save(&distribution(1), &folder.path().join("Акт"), PaperForm::Pdf).unwrap();
    assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}
