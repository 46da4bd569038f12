//! A file with a list of people who are to come: whoever is on the register already, by their key or by name and birth.
//!
//! Such lists come from schools and partners with columns of their own (class, phone of the mother), so a column that means nothing here is
//! passed over; a cell that means something and is wrong is a fault with its row, its column and what was expected.

use super::column::{Column, Content, Kind, Layout, Need};
use super::families::row::birth;
use super::fault::{Expected, Fault};
use super::guard;
use super::sheet::{Row, Sheet};
use crate::domain::date::DateFault;
use crate::domain::name;
use crate::domain::person::{BirthDate, PersonName};
use crate::office::events::{PersonFault, PersonLine, PersonWrong};
use chrono::NaiveDate;

/// Letters of a cell; what is longer is no name.
const LONGEST: usize = 200;

/// Columns of such a file, in the order of the table below.
#[derive(Clone, Copy)]
enum At {
    Person,
    Surname,
    GivenName,
    Patronymic,
    FullName,
    BirthDate,
}

const COLUMNS: Kind = {
    use Need::Optional;
    const fn words(name: &'static str, ukrainian: &'static [&'static str]) -> Column {
        Column::new(name, ukrainian, Optional, Content::Text, "text")
    }
    Kind {
        word: "participants",
        columns: &[
            words("person", &["особа", "ключ особи", "код особи", "номер особи"]),
            words("surname", &["прізвище"]),
            words("given_name", &["ім’я", "власне ім’я"]),
            words("patronymic", &["по батькові"]),
            words("full_name", &["піб", "прізвище, ім’я, по батькові", "прізвище та ім’я", "учасник", "дитина"]),
            Column::new(
                "birth_date",
                &["дата народження", "народження", "дата нар.", "д.н.", "рік народження"],
                Optional,
                Content::Date,
                "birth",
            ),
        ],
    }
};

/// A file of people that can be handed to the office.
#[derive(Clone, Debug)]
pub struct Participants {
    /// Whom it means, a line a row.
    pub lines: Vec<PersonLine>,
    layout: Layout,
    rows: Vec<Row>,
}

/// Reads whom a file means. Errors: every fault, by rows.
pub fn read(sheet: &Sheet, today: NaiveDate) -> Result<Participants, Vec<Fault>> {
    let known = known_columns(sheet);
    let layout = Layout::of(COLUMNS, &known)?;
    let header = known.rows.first().map_or(1, |row| row.number);
    let has = |column: At| is_headed(&known, column);
    let is_named = has(At::FullName) || (has(At::Surname) && has(At::GivenName));
    if !has(At::Person) && !is_named {
        return Err(vec![Fault::new(header, "surname", "", Expected::Heading)]);
    }
    let rows: Vec<Row> = known.rows.get(1..).unwrap_or_default().to_vec();
    let mut faults = Vec::new();
    for broken in sheet.broken.iter().filter(|broken| is_read(sheet, broken.column)) {
        let heading = sheet.rows.first().and_then(|row| row.cells.get(broken.column)).map_or("", String::as_str);
        faults.push(Fault::new(broken.row, heading.trim(), &broken.shows, Expected::Value));
    }
    let mut lines = Vec::with_capacity(rows.len());
    for row in &rows {
        match line(&layout, row, today) {
            Ok(line) => lines.push(line),
            Err(fault) => faults.push(fault),
        }
    }
    if rows.is_empty() {
        faults.push(Fault::new(header + 1, layout.heading(At::Surname as usize), "", Expected::Something));
    }
    faults.sort_by_key(|fault| fault.row);
    if faults.is_empty() { Ok(Participants { lines, layout, rows }) } else { Err(faults) }
}

impl Participants {
    /// What the office could not take, as a fault of the file.
    pub fn fault(&self, fault: &PersonFault) -> Fault {
        let row = self.rows.get(fault.line);
        let number = |line: usize| self.rows.get(line).map_or(0, |row| row.number);
        let has_key = row.is_some_and(|row| !self.layout.cell(row, At::Person as usize).trim().is_empty());
        let column = if has_key { At::Person } else { self.named_by(row) };
        let expected = match fault.what {
            PersonWrong::NoSuchKey => Expected::Content("known-person"),
            PersonWrong::Nobody => Expected::Content("person-named"),
            PersonWrong::Several => Expected::Content("person-one"),
            PersonWrong::Twice { first } => Expected::PersonOnce { row: number(first) },
        };
        let value = match (row, has_key) {
            (Some(row), true) => self.layout.cell(row, At::Person as usize).to_owned(),
            (Some(row), false) => self.said(row),
            (None, _) => String::new(),
        };
        Fault::new(number(fault.line), self.layout.heading(column as usize), &value, expected)
    }

    /// The column in which the name of a row stands.
    fn named_by(&self, row: Option<&Row>) -> At {
        let is_full = row.is_some_and(|row| !self.layout.cell(row, At::FullName as usize).trim().is_empty());
        if is_full { At::FullName } else { At::Surname }
    }

    /// The name and the birth of a row as the file says them.
    fn said(&self, row: &Row) -> String {
        let cells = [At::FullName, At::Surname, At::GivenName, At::Patronymic, At::BirthDate];
        let cells = cells.map(|column| self.layout.cell(row, column as usize).trim());
        cells.into_iter().filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// The sheet without the columns that mean nothing here.
fn known_columns(sheet: &Sheet) -> Sheet {
    let width = sheet.rows.first().map_or(0, |row| row.cells.len());
    let places: Vec<usize> = (0..width).filter(|place| is_read(sheet, *place)).collect();
    let rows = sheet.rows.iter().map(|row| {
        let cells = places.iter().map(|place| row.cells.get(*place).cloned().unwrap_or_default());
        Row { number: row.number, cells: cells.collect() }
    });
    // A row of which only such columns are filled says nobody.
    let rows = rows.enumerate().filter(|(at, row)| *at == 0 || row.cells.iter().any(|cell| !cell.trim().is_empty()));
    Sheet { rows: rows.map(|(_, row)| row).collect(), broken: Vec::new() }
}

fn is_read(sheet: &Sheet, place: usize) -> bool {
    let heading = sheet.rows.first().and_then(|row| row.cells.get(place));
    heading.is_some_and(|heading| COLUMNS.columns.iter().any(|column| column.is_headed(heading)))
}

fn is_headed(sheet: &Sheet, column: At) -> bool {
    let header = sheet.rows.first();
    header.is_some_and(|row| row.cells.iter().any(|cell| COLUMNS.columns[column as usize].is_headed(cell)))
}

/// What a row says. Errors: its first fault.
fn line(layout: &Layout, row: &Row, today: NaiveDate) -> Result<PersonLine, Fault> {
    let cell = |column: At| name::clean(guard::off(layout.cell(row, column as usize)));
    let fault = |column: At, expected: Expected| {
        Fault::new(row.number, layout.heading(column as usize), layout.cell(row, column as usize), expected)
    };
    for column in [At::Person, At::Surname, At::GivenName, At::Patronymic, At::FullName] {
        if cell(column).chars().count() > LONGEST {
            return Err(fault(column, Expected::Content("text")));
        }
    }
    let name = match cell(At::FullName) {
        full if full.is_empty() => PersonName {
            surname: name::settle(&cell(At::Surname)),
            given: name::settle(&cell(At::GivenName)),
            patronymic: name::settle(&cell(At::Patronymic)),
        },
        full => {
            let mut words = full.splitn(3, ' ').map(name::settle);
            let mut next = || words.next().unwrap_or_default();
            PersonName { surname: next(), given: next(), patronymic: next() }
        }
    };
    let key = cell(At::Person);
    if key.is_empty() && (name.surname.is_empty() || name.given.is_empty()) {
        let column = if name.surname.is_empty() { At::Surname } else { At::GivenName };
        return Err(fault(column, Expected::Content("person-or-name")));
    }
    Ok(PersonLine {
        key,
        name,
        birth: born(&cell(At::BirthDate), today).map_err(|expected| fault(At::BirthDate, expected))?,
    })
}

fn born(text: &str, today: NaiveDate) -> Result<Option<BirthDate>, Expected> {
    if text.is_empty() {
        return Ok(None);
    }
    birth(text, today).map(Some).map_err(|fault| match fault {
        DateFault::NoSuchDay => Expected::RealDay,
        DateFault::OddYear => Expected::RealYear,
        DateFault::NotADate | DateFault::InFuture => Expected::Content("birth"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Lang, Texts};

    fn sheet(text: &str) -> Sheet {
        Sheet::of_bytes(text.as_bytes(), None).unwrap()
    }

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
    }

    fn said(text: &str) -> Vec<String> {
        let texts = Texts::new(Lang::Uk);
        read(&sheet(text), today()).unwrap_err().iter().map(|fault| texts.say(fault)).collect()
    }

    #[test]
    fn people_are_meant_by_key_or_by_name_and_other_columns_are_passed_over() {
        let file = "№;Прізвище;Ім'я;Клас;Дата народження;Особа\n\
                    1;БОНДАР;андрій;7-А;12.03.2013;\n\
                    ;;;8-Б;;\n\
                    2;;;;;p-17\n\
                    3;Гнатюк;Софія;;2012;\n";
        let read = read(&sheet(file), today()).unwrap();
        let lines: Vec<String> = (read.lines.iter())
            .map(|line| format!("{}|{}|{}", line.key, line.name.full(), line.birth.map_or(0, BirthDate::year)))
            .collect();
        assert_eq!(lines, ["|Бондар Андрій|2013", "p-17||0", "|Гнатюк Софія|2012"]);
        let fault = read.fault(&PersonFault { line: 2, what: PersonWrong::Nobody });
        assert_eq!((fault.row, fault.column.as_str(), fault.value.as_str()), (5, "Прізвище", "Гнатюк Софія 2012"));
        let fault = read.fault(&PersonFault { line: 1, what: PersonWrong::NoSuchKey });
        assert_eq!((fault.row, fault.column.as_str(), fault.value.as_str()), (4, "Особа", "p-17"));
        let fault = read.fault(&PersonFault { line: 2, what: PersonWrong::Twice { first: 0 } });
        assert_eq!(fault.expected, Expected::PersonOnce { row: 2 });
    }

    #[test]
    fn a_whole_name_in_one_cell_is_taken_apart() {
        let read = read(&sheet("ПІБ\nШевченко Мар'яна Їжаківна\n"), today()).unwrap();
        assert_eq!(read.lines[0].name.full(), "Шевченко Мар’яна Їжаківна");
        assert_eq!(read.lines[0].name.patronymic, "Їжаківна");
    }

    #[test]
    fn every_fault_names_its_row_its_column_and_what_was_expected() {
        let file = "surname,given_name,birth_date\nБондар,,2013\nГнатюк,Софія,30.02.2012\nСавчук,Іван,колись\n";
        let said = said(file);
        assert_eq!(said.len(), 3, "{said:?}");
        assert!(said[0].starts_with("Рядок 2, стовпець given_name"), "{}", said[0]);
        assert!(said[1].starts_with("Рядок 3, стовпець birth_date: «30.02.2012»"), "{}", said[1]);
        assert!(said[2].starts_with("Рядок 4, стовпець birth_date: «колись»"), "{}", said[2]);
        for sentence in said {
            assert!(!sentence.contains("exchange-"), "{sentence}");
        }
    }

    #[test]
    fn a_file_without_names_or_without_rows_says_so() {
        assert_eq!(said("клас,телефон\n7-А,123\n"), ["Рядок 1: немає стовпця surname — він обов’язковий"]);
        assert_eq!(said("прізвище,ім’я\n"), ["Рядок 2, стовпець прізвище: порожньо — тут потрібне значення"]);
    }

    #[test]
    fn what_such_a_file_expects_is_said_in_both_languages() {
        for lang in Lang::ALL {
            let texts = Texts::new(lang);
            for expected in ["known-person", "person-named", "person-one", "person-or-name"] {
                assert!(texts.has(&format!("exchange-fault-{expected}")), "{lang:?} {expected}");
                assert!(texts.has(&format!("exchange-expected-{expected}")), "{lang:?} {expected}");
            }
        }
    }
}
