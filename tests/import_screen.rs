//! The import on the screen as a person does it: an untidy list, step by step, in keys.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

use common::flow::{Flow, a_desk, a_desk_of, keys};
use common::{LOGIN, PASSWORD, a_family, a_family_of};
use rstest::rstest;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use std::collections::VecDeque;
use std::path::PathBuf;
use stiika::domain::staff::Role;
use stiika::office::Office;
use stiika::text::Lang;
use stiika::tui::app::message::import::{ImportAsk, ImportTold};
use stiika::tui::app::{Effect, Input, Msg, Reply, update};

/// A workbook as offices keep them: a sheet of notes first, a title, a heading of two rows with merged cells, days as numbers, phones
/// as floats, an empty row in the middle, empty columns with a format at the end.
fn untidy(rows: &[(&str, f64, f64, &str, &str, &str)]) -> Vec<u8> {
    let mut book = Workbook::new();
    let notes = book.add_worksheet();
    notes.set_name("Нотатки").unwrap();
    notes.write(0, 0, "Список склала Олена у січні").unwrap();
    let sheet = book.add_worksheet();
    sheet.set_name("Облік 2025").unwrap();
    let bold = Format::new().set_bold();
    sheet.merge_range(0, 0, 0, 7, "Список сімей центру станом на 31.12.2025", &bold).unwrap();
    for (column, title) in ["№", "ПІБ", "Дата нар.", "Моб. тел."].into_iter().enumerate() {
        let column = u16::try_from(column).unwrap();
        sheet.merge_range(2, column, 3, column, title, &bold).unwrap();
    }
    sheet.merge_range(2, 4, 2, 6, "Адреса", &bold).unwrap();
    for (column, title) in [(4, "Місто"), (5, "Вулиця"), (6, "Буд.")] {
        sheet.write(3, column, title).unwrap();
    }
    sheet.merge_range(2, 7, 3, 7, "Розмір взуття", &bold).unwrap();
    let date = Format::new().set_num_format("dd.mm.yyyy");
    for (place, (name, day, phone, town, street, size)) in rows.iter().enumerate() {
        // The third row is left empty, as people do between districts.
        let row = u32::try_from(4 + place + usize::from(place >= 2)).unwrap();
        sheet.write(row, 0, u32::try_from(place + 1).unwrap()).unwrap();
        sheet.write(row, 1, *name).unwrap();
        if place % 2 == 0 {
            sheet.write(row, 2, *day).unwrap();
        } else {
            sheet.write_with_format(row, 2, ExcelDateTime::from_serial_datetime(*day).unwrap(), &date).unwrap();
        }
        sheet.write(row, 3, *phone).unwrap();
        sheet.write(row, 4, *town).unwrap();
        sheet.write(row, 5, *street).unwrap();
        sheet.write(row, 6, "4").unwrap();
        sheet.write(row, 7, *size).unwrap();
        sheet.write_blank(row, 12, &date).unwrap();
    }
    book.save_to_buffer().unwrap()
}

const PEOPLE: [(&str, f64, f64, &str, &str, &str); 4] = [
    ("Шевченко Оксана Петрівна", 31_848.0, 380_671_234_567.0, "Луцьк", "вул. Кравчука", "38"),
    ("Бойко Олег Миколайович", 25_569.0, 671_234_568.0, "Луцьк", "вул. Лісова", "43"),
    ("Коваль Ганна Іванівна", 33_000.0, 501_112_233.0, "Луцьк", "вул. Лісова", "36"),
    ("Гнатюк Марія Ігорівна", 34_000.0, 501_112_234.0, "Луцьк", "вул. Шопена", "37"),
];

fn file(desk: &Flow, name: &str, bytes: &[u8]) -> PathBuf {
    let path = desk.office.folder.path().canonicalize().unwrap().join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

/// Opens the import from the menu and the file in it.
fn open<'a>(desk: &'a mut Flow, name: &str, bytes: &[u8]) -> &'a mut Flow {
    let path = file(desk, name, bytes);
    desk.keys("<F9>імпорт<Enter>").shows("крок 1 з 5");
    desk.burst(&path.display().to_string());
    desk.keys("<Enter>")
}

fn families(office: &mut Office) -> usize {
    office.today().unwrap().families
}

#[test]
fn an_untidy_workbook_comes_in_step_by_step_and_is_remembered() {
    let mut desk = a_desk();
    open(&mut desk, "облік.xlsx", &untidy(&PEOPLE)).shows("крок 2 з 5").shows("Нотатки").shows("▸ Облік 2025");
    desk.keys("<F2>").shows("крок 3 з 5").shows("Заголовки — рядок 3").shows("прізвище, ім’я").shows("≈ схоже");
    desk.shows("Розмір взуття").shows("1 стовпець не буде прочитано").shows("кожен рядок — окрема сім’я");
    desk.keys("<F2>").shows("крок 4 з 5").shows("0 помилок").shows("4 рядки, 4 сім’ї");
    assert_eq!(families(&mut desk.office.office), 0);
    desk.keys("<F2>").shows("крок 5 з 5").shows("Схожих людей ні на обліку").shows("F2 запише 4 рядки");
    assert_eq!(families(&mut desk.office.office), 0, "nothing before the last step");
    desk.keys("<F2>").shows("нових сімей: 4").shows("не прочитано стовпців: 1");
    let found = desk.office.office.find("Шевченко Оксана", 5).unwrap();
    assert_eq!(found[0].birth.unwrap().date.to_string(), "1987-03-12");
    assert_eq!(found[0].phone.as_deref(), Some("+380671234567"));
    assert_eq!(found[0].address, "м. Луцьк, вул. Кравчука 4");

    desk.keys("<Esc>");
    open(&mut desk, "облік-2.xlsx", &untidy(&PEOPLE)).keys("<F2>").shows("✓ як раніше").hides("≈ схоже");
    desk.keys("<F2><F2><F2>").shows("сімей без змін: 4").shows("нових сімей: 0");
    assert_eq!(families(&mut desk.office.office), 4);
}

#[test]
fn a_meaning_is_changed_and_what_is_missing_is_said() {
    let mut desk = a_desk();
    let text = "Хто;Коли;Щось\nШевченко Оксана Петрівна;12.03.1987;так\nБойко Олег Іванович;01.02.1980;ні\n";
    open(&mut desk, "list.csv", text.as_bytes()).shows("крок 3 з 5").shows("≈ за вмістом");
    desk.keys("<Down>");
    // The second column has a heading of its own: a date below it may be any date.
    desk.keys("<Enter>народ<Enter>").shows("✓ обрано").shows("дата народження");
    desk.keys("<Up> ").shows("✗ Не сказано, де прізвище та ім’я").keys("<F2>").shows("крок 3 з 5");
    desk.keys("<Enter>разом<Enter><F2>").shows("крок 4 з 5").shows("2 рядки");
}

#[test]
fn faults_are_shown_in_place_and_walked_through_and_left_out() {
    let mut desk = a_desk();
    let text = "Прізвище;Ім'я;По батькові;Дата народження;Стать\n\
        Шевченко;Оксана;Петрівна;30.02.1987;ж\n\
        Бойко;Олег;Іванович;12.03.0087;ч\n\
        Коваль;Ганна;Іванівна;12.03.20244;ж\n\
        Гнатюк;Марія;Ігорівна;12.03.1990;ч\n\
        Лис;Петро;Ігорович;12.03.1991;ч\n";
    open(&mut desk, "list.csv", text.as_bytes()).keys("<F2>").shows("3 помилки, 1 попередження, 5 рядків");
    desk.shows("✗30.02.1987").shows("такого дня немає");
    desk.keys("<F3>").shows("такого року не буває").shows("0087");
    desk.keys("<F3>").shows("20244");
    desk.keys("<F3>").shows("такого дня немає");
    desk.keys("<Tab>").hides("Лис").shows("!Ігорівна").keys("<Tab>").shows("Лис");
    desk.keys("<F2>").shows("крок 4 з 5").shows("Ще 3 рядки з помилками");
    desk.keys("-").shows("пропущено 3 рядки").keys("<F2>").shows("крок 5 з 5");
    desk.keys("<F2>").shows("нових сімей: 2").shows("пропущено рядків: 3").shows("попереджень: 1");
}

#[test]
fn three_hundred_faults_are_counted() {
    let mut desk = a_desk();
    let mut text = "Прізвище;Ім'я;Дата народження\n".to_owned();
    for row in 0..300 {
        text.push_str(&format!("Шевченко;Оксана{};30.02.1987\n", "а".repeat(row % 7)));
    }
    open(&mut desk, "list.csv", text.as_bytes()).keys("<F2>").shows("300 помилок");
}

#[test]
fn who_is_there_already_waits_for_a_decision() {
    let mut desk = a_desk();
    let known = desk.office.register(&a_family().with_child(6).draft());
    desk.office.register(&a_family_of("Бойко Олег Миколайович").draft());
    let text = "ПІБ;Дата нар.;Телефон\n\
        Шевченко Оксана Петрівна;12.03.1987;0671234567\n\
        Бойко Олег Миколайович;12.03.1987;\n\
        Лис Ганна Іванівна;01.02.1990;\n\
        Лис Ганна Іванівна;01.02.1990;0501112233\n\
        Мороз Іван Іванович;01.02.1991;\n";
    open(&mut desk, "list.csv", text.as_bytes()).keys("<F2><F2>").shows("3 схожі людини · вирішіть про 3");
    desk.shows("те саме ім’я й дата народження").keys("<F2>").shows("Ще не вирішено").shows("крок 5 з 5");
    desk.keys("1").shows("1 та сама").keys("3").shows("3 пропустити").keys("+").shows("про всіх вирішено");
    desk.keys("<F2>").shows("нових сімей: 2").shows("доповнено карток: 1");
    let card = desk.office.office.card(known.family).unwrap();
    assert_eq!(card.members.len(), 2, "the child is still there");
    assert_eq!(card.members[0].phones[0].settled, "+380671234567");
    let lys = desk.office.office.find("Лис Ганна", 5).unwrap();
    assert_eq!((lys.len(), lys[0].phone.as_deref()), (1, Some("+380501112233")), "two rows are one person");
}

#[test]
fn another_person_though_alike_becomes_new() {
    let mut desk = a_desk();
    desk.office.register(&a_family().draft());
    let text = "ПІБ;Дата нар.\nШевченко Оксана Петрівна;12.03.1987\n";
    open(&mut desk, "list.csv", text.as_bytes()).keys("<F2><F2>2<F2>").shows("нових сімей: 1");
    assert_eq!(families(&mut desk.office.office), 2);
}

#[test]
fn a_paper_that_is_somebodys_is_refused_in_its_row_and_may_be_decided_otherwise() {
    let mut desk = a_desk();
    desk.office.register(&a_family().with_passport("КС123456").draft());
    let text = "ПІБ;Дата нар.;Паспорт\nІнша Людина Петрівна;12.03.1977;КС123456\n";
    open(&mut desk, "list.csv", text.as_bytes()).keys("<F2><F2>").shows("той самий документ");
    desk.keys("2<F2>").shows("крок 4 з 5").shows("Нічого не записано").shows("1 помилка");
    desk.keys("<F2>").shows("крок 5 з 5").keys("3<F2>").shows("нових сімей: 0");
}

#[rstest]
#[case("list.csv", b"PK\x03\x04nonsense", "назву")]
#[case("list.xls", b"<html><table><tr><td>a</td></tr></table></html>", "")]
#[case("list.csv", b"<!DOCTYPE html><table></table>", "")]
#[case("list.xlsx", b"PK\x03\x04nonsense", "")]
#[case("list.csv", b"", "")]
fn a_file_that_is_not_what_its_name_says_is_refused_in_a_sentence(
    #[case] name: &str,
    #[case] bytes: &[u8],
    #[case] _says: &str,
) {
    let mut desk = a_desk();
    open(&mut desk, name, bytes).shows("крок 1 з 5").shows("✗ ");
}

#[test]
fn windows_1251_a_thousand_columns_and_a_heading_twice_are_read() {
    let mut desk = a_desk();
    let mut heading = "Прізвище;Ім'я;Телефон;Телефон".to_owned();
    let mut row = "Галаґан;Їжак;0671234567;0501112233".to_owned();
    for column in 4..1_000 {
        heading.push_str(&format!(";с{column}"));
        row.push_str(";1");
    }
    let text = format!("{heading}\n\n{row}\n");
    let (bytes, ..) = encoding_rs::WINDOWS_1251.encode(&text);
    open(&mut desk, "list.csv", &bytes).shows("Телефон (D)").shows("996 стовпців не буде прочитано");
    desk.keys("<F2><F2><F2>").shows("нових сімей: 1");
    let found = desk.office.office.find("Галаґан", 5).unwrap();
    let card = desk.office.office.card(found[0].family.unwrap()).unwrap();
    assert_eq!(card.members[0].phones.len(), 2);
}

#[test]
fn rows_up_to_the_next_head_are_one_family() {
    let mut desk = a_desk();
    let text = "Родинний зв'язок;ПІБ;Дата нар.\n\
        голова;Шевченко Оксана Петрівна;12.03.1987\n\
        дитина;Шевченко Софія Іванівна;12.03.1985\n\
        голова;Бойко Олег Іванович;1980\n";
    open(&mut desk, "list.csv", text.as_bytes()).shows("рядки до наступного голови");
    desk.keys("<F2>").shows("0 помилок, 1 попередження, 3 рядки, 2 сім’ї");
    desk.keys("<Tab>").shows("дитина старша за голову");
    desk.keys("<F2><F2>").shows("нових сімей: 2").shows("нових людей: 3");
}

#[test]
fn an_import_that_is_stopped_writes_nothing() {
    let mut desk = a_desk();
    open(&mut desk, "облік.xlsx", &untidy(&PEOPLE)).keys("<F2><F2><F2>").shows("крок 5 з 5");
    let mut waiting: VecDeque<Effect> = update(&mut desk.model, Msg::Input(Input::Key(keys("<F2>")[0]))).into();
    desk.hear(Reply::Import(ImportTold::Progress { done: 1, all: 4 }));
    desk.shows("Записую…").shows("25 %");
    let mut stop = update(&mut desk.model, Msg::Input(Input::Key(keys("<Esc>")[0])));
    desk.shows("зупиняю…");
    assert!(matches!(stop[0], Effect::Import(ImportAsk::Stop(_))));
    // The request to stop goes past the job that is under way.
    waiting.push_front(stop.remove(0));
    for effect in waiting {
        if let Some(reply) = desk.desk.perform(effect) {
            desk.hear(reply);
        }
    }
    desk.shows("Нічого не записано").shows("крок 5 з 5");
    assert_eq!(families(&mut desk.office.office), 0);
    desk.keys("<F2>").shows("нових сімей: 4");
}

#[test]
fn the_report_names_nobody_and_is_its_owners_alone() {
    let mut desk = a_desk();
    let text = "ПІБ;Дата нар.;Стать;Взуття\nШевченко Оксана Петрівна;12.03.1987;ч;38\n";
    open(&mut desk, "list.csv", text.as_bytes()).keys("<F2><F2><F2><F2>").shows("Звіт збережено");
    let path = desk.office.folder.path().join("list-звіт.csv");
    let report = std::fs::read_to_string(&path).unwrap();
    assert!(report.contains("2;попереджень;ПІБ") && report.contains("не прочитано стовпців;Взуття"), "{report}");
    assert!(!report.contains("Шевченко") && !report.contains("1987"), "{report}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }
    desk.keys("<F2>").shows("вже є й лишився без змін");
}

#[test]
fn only_who_may_import_finds_it() {
    let mut desk = a_desk_of(Role::Reception);
    desk.keys("<F9>імпорт<Enter>").hides("крок 1 з 5").shows("Ваша роль не дозволяє");
}

#[test]
fn leaving_in_the_middle_is_asked_about_and_a_step_back_loses_nothing() {
    let mut desk = a_desk();
    open(&mut desk, "облік.xlsx", &untidy(&PEOPLE)).keys("<F2><F2><F2><Esc>").shows("крок 4 з 5");
    desk.keys("<Esc>").shows("крок 3 з 5").keys("<Esc>").shows("крок 2 з 5").keys("<Esc>").shows("крок 1 з 5");
    desk.keys("<Esc><Right><Enter>").hides("крок 1 з 5");
}

fn is(desk: &Flow, name: &str) {
    let lang = desk.model.cx.texts.lang().code();
    let folder = desk.office.folder.path().canonicalize().unwrap().display().to_string();
    let filters = [
        (format!(r"{}(\S*) *", regex(&folder)), "FOLDER$1 ".to_owned()),
        (r" +\d+ [КK][БB] \d\d\.\d\d\.\d{4} \d\d:\d\d".to_owned(), " SIZE TIME".to_owned()),
    ];
    let filters: Vec<(&str, &str)> = filters.iter().map(|(from, to)| (from.as_str(), to.as_str())).collect();
    insta::with_settings!({ filters => filters }, {
        insta::assert_snapshot!(format!("{name}_{lang}_{}", desk.model.cx.size.0), desk.screen());
    });
}

fn regex(text: &str) -> String {
    text.chars()
        .map(|sign| if sign.is_alphanumeric() || sign == '/' { sign.to_string() } else { format!("\\{sign}") })
        .collect()
}

#[rstest]
fn the_steps(#[values(Lang::Uk, Lang::En)] lang: Lang, #[values((80, 24), (120, 40))] (width, height): (u16, u16)) {
    let desk = a_desk();
    let mut desk = if lang == Lang::En { desk.in_english() } else { desk }.sized(width, height);
    desk.office.register(&a_family().draft());
    let mut people = PEOPLE.to_vec();
    people.push(("Мороз", 20_244.0, 1_234.0, "Луцьк", "вул. Лісова", "40"));
    people.push(("Бойко Олег Миколайович", 25_569.0, 671_234_568.0, "Луцьк", "вул. Лісова", "43"));
    let path = file(&desk, "облік.xlsx", &untidy(&people));
    let menu = if lang == Lang::En { "import" } else { "імпорт" };
    desk.keys(&format!("<F9>{menu}<Enter>"));
    desk.burst(&format!("{}/", path.parent().unwrap().display()));
    is(&desk, "file");
    desk.keys("обл<Enter>");
    is(&desk, "sheet");
    desk.keys("<F2>");
    is(&desk, "columns");
    desk.keys("<Down><Enter>");
    is(&desk, "meanings");
    desk.keys("<Esc><F2>");
    is(&desk, "rows");
    desk.keys("-<F2>2");
    is(&desk, "pairs");
    desk.keys("1<F2>");
    is(&desk, "report");
    desk.keys("<F1>");
    is(&desk, "help");
}

#[test]
fn what_was_said_of_the_headings_survives_a_lock_and_the_command_does_not_go_by_it_yet() {
    let mut desk = a_desk();
    let text = "Хто;Коли;Щось\nШевченко Оксана Петрівна;12.03.1987;так\nБойко Олег Іванович;01.02.1980;ні\n";
    file(&desk, "other.csv", text.as_bytes());
    open(&mut desk, "list.csv", text.as_bytes()).keys("<Esc>").shows("крок 1 з 5").shows("other.csv");
    desk.keys("list.csv<Enter><Down><Enter>народ<Enter>").shows("✓ обрано");
    desk.keys("<F9><F9>").signs_in(LOGIN);
    open(&mut desk, "list.csv", text.as_bytes()).shows("✓ як раніше").shows("дата народження");
    let known = desk.office.office.mappings().unwrap();
    assert_eq!(known.iter().map(|mapping| mapping.was_taken_in).collect::<Vec<_>>(), [false]);
    desk.keys("<F2><F2><F2>").shows("нових сімей: 2");
    assert!(desk.office.office.mappings().unwrap()[0].was_taken_in);
}

#[test]
fn the_command_knows_the_headings_that_were_mapped_on_the_screen() {
    let mut desk = a_desk();
    let text = |people: &str| format!("Хто;Коли нар.;Взуття\n{people}");
    let first = "Шевченко Оксана Петрівна;12.03.1987;38\nБойко Олег Іванович;01.02.1980;43\n";
    let known = file(&desk, "list.csv", text(first).as_bytes());
    let import = |desk: &Flow, path: &PathBuf| {
        let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_stiika"));
        let command = command.env("HOME", desk.office.folder.path()).env("STIIKA_PASSWORD", PASSWORD);
        command.args(["--lang", "uk", "--db"]).arg(desk.office.path()).args(["import", "families"]).arg(path);
        command.args(["--staff", LOGIN]).assert()
    };
    let refused = import(&desk, &known).code(1).get_output().stderr.clone();
    assert!(String::from_utf8_lossy(&refused).contains("невідома назва стовпця"));
    open(&mut desk, "list.csv", text(first).as_bytes()).keys("<F2><F2><F2>").shows("нових сімей: 2");

    let again = import(&desk, &known).success().get_output().clone();
    assert!(String::from_utf8_lossy(&again.stderr).contains("1 стовпець не буде прочитано"));
    assert_eq!(families(&mut desk.office.office), 2);
    let another = file(&desk, "next.csv", text("Лис Петро Іванович;01.02.1981;40\n").as_bytes());
    import(&desk, &another).success();
    assert_eq!(families(&mut desk.office.office), 3);
    // Who only resembles somebody is a person's to decide.
    let alike = file(&desk, "alike.csv", text("Лис Петро;01.02.1981;40\n").as_bytes());
    let refused = import(&desk, &alike).code(1).get_output().stderr.clone();
    assert!(String::from_utf8_lossy(&refused).contains("вирішіть про неї на екрані"));
    assert_eq!(families(&mut desk.office.office), 3);
}
