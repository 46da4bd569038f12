//! An office's own rows become rows of the kind: names and addresses taken apart, words of old lists understood, keys made where the
//! list has none.
//!
//! A list without keys would come in twice when it is taken in twice. So a key is made of what does not change: the name and the birth
//! date, as a short digest that tells nothing by itself, and the number of the namesake in the file. Papers and phones are no part of
//! it: a key is seen by more people than they are. A family without a key of its own has that of its first person.

use super::column::{Content, FAMILIES, FamilyColumn, Layout};
use super::families::cell::{serial_day, whole_number};
use super::guess::{ADDRESS, STREET_LINE};
use super::list;
use super::sheet::BrokenCell;
use super::two::in_two;
use crate::domain::address::{Address, split_street};
use crate::domain::category::CategoryCode;
use crate::domain::date;
use crate::domain::family::Relation;
use crate::domain::name;
use crate::domain::person::Sex;
use crate::domain::relation;
use crate::office::intake::{FULL_NAME, Grouping, Headings, IntakeSetting, Row};
use sha2::{Digest, Sha256};
use std::collections::{BTreeSet, HashMap};
use std::fmt::Write;

/// Words of old lists for shipped categories, by their beginnings.
const CATEGORY_WORDS: &[(&str, &str)] = &[
    ("впо", "displaced"),
    ("внутрішньо", "displaced"),
    ("переселен", "displaced"),
    ("сжо", "hardship"),
    ("складн", "hardship"),
    ("багатодіт", "large_family"),
    ("малозабезпеч", "low_income"),
    ("загибл", "fallen"),
    ("зникл", "missing"),
    ("полонен", "captive"),
    ("ветеран", "veteran"),
    ("убд", "veteran"),
    ("військ", "military"),
    ("мобілізов", "military"),
    ("опік", "guardianship"),
    ("піклув", "guardianship"),
    ("прийомн", "foster"),
    ("дбст", "family_home"),
    ("дитина з інвалід", "child_disability"),
    ("сирот", "orphan"),
];

/// Words before which a street begins.
const STREET_KINDS: [&str; 9] = ["вул", "вулиця", "пров", "провулок", "просп", "проспект", "бульв", "бульвар", "площа"];

/// Words before the name of a settlement.
const SETTLEMENT_KINDS: [&str; 7] = ["м.", "с.", "смт", "с-ще", "село", "місто", "селище"];

/// Rows of the kind and how its columns are headed in the file.
pub(super) struct Tidied {
    pub(super) layout: Layout,
    pub(super) rows: Vec<Row>,
    pub(super) broken: Vec<BrokenCell>,
}

/// Turns the rows under a heading into rows of the kind. Rows whose numbers are left out are not there, their families' names are.
pub(super) fn tidy(
    rows: &[Row],
    broken: &[BrokenCell],
    headings: &Headings,
    left_out: &BTreeSet<usize>,
    setting: &IntakeSetting,
) -> Tidied {
    let tidying = Tidying::new(headings, setting);
    let serial = tidying.serial_columns(rows);
    let mut keys = Keys::default();
    let mut tidied = Vec::with_capacity(rows.len());
    let all = |rows: &[Row]| -> Vec<_> { rows.iter().map(|row| tidying.told(row, &serial, setting)).collect() };
    let (upper, lower) = in_two(rows, all, all);
    for (row, (mut cells, who)) in rows.iter().zip(upper.into_iter().chain(lower)) {
        let made = keys.of(who);
        if headings.makes_keys() {
            cells[FamilyColumn::Person as usize].clone_from(&made);
        }
        keys.group(headings.grouping, &mut cells, &made);
        if !left_out.contains(&row.number) {
            tidied.push(Row { number: row.number, cells });
        }
    }
    let broken = broken.iter().filter_map(|cell| tidying.broken(cell)).collect();
    Tidied { layout: Layout::mapped(FAMILIES, tidying.headings()), rows: tidied, broken }
}

struct Tidying<'a> {
    headings: &'a Headings,
    sources: HashMap<&'static str, Vec<usize>>,
    categories: Vec<&'a str>,
    names: &'a [(String, CategoryCode)],
}

impl<'a> Tidying<'a> {
    fn new(headings: &'a Headings, setting: &'a IntakeSetting) -> Self {
        let mut sources: HashMap<&'static str, Vec<usize>> = HashMap::new();
        for column in &headings.columns {
            if let Some(target) = column.target {
                sources.entry(target).or_default().push(column.place);
            }
        }
        let categories = setting.categories.iter().map(|code| code.0.as_str()).collect();
        Self { headings, sources, categories, names: &setting.names }
    }

    fn places(&self, target: &str) -> &[usize] {
        self.sources.get(target).map(Vec::as_slice).unwrap_or_default()
    }

    fn cell<'r>(&self, row: &'r Row, target: &str) -> &'r str {
        let place = self.places(target).first();
        place.and_then(|place| row.cells.get(*place)).map_or("", |cell| cell.trim())
    }

    /// The values of all cells that mean this; other signs between them count as well as `;`.
    fn list(&self, row: &Row, target: &str, between: &[char]) -> String {
        let mut parts: Vec<String> = Vec::new();
        for place in self.places(target) {
            let cell = row.cells.get(*place).map_or("", String::as_str);
            parts.extend(cell.split(between).flat_map(list::split));
        }
        list::join(parts.iter().map(String::as_str))
    }

    /// Columns of dates in which some cells are numbers of days beyond doubt: there every such number is one.
    fn serial_columns(&self, rows: &[Row]) -> Vec<usize> {
        let is_serial = |name: &str| rows.iter().any(|row| serial_day(self.cell(row, name)).is_some());
        let columns = FAMILIES.columns.iter().enumerate();
        let dates = columns.filter(|(_, column)| column.content == Content::Date && is_serial(column.name));
        dates.map(|(place, _)| place).collect()
    }

    /// The cells of the kind, and who the row is about.
    fn told(&self, row: &Row, serial: &[usize], setting: &IntakeSetting) -> (Vec<String>, String) {
        let mut cells = self.cells(row);
        for column in serial {
            if let Some(day) = date::serial_day(&cells[*column]) {
                cells[*column] = day.to_string();
            }
        }
        let who = who(&cells, setting);
        (cells, who)
    }

    fn cells(&self, row: &Row) -> Vec<String> {
        let mut cells = vec![String::new(); FAMILIES.columns.len()];
        for (cell, column) in cells.iter_mut().zip(FAMILIES.columns) {
            self.cell(row, column.name).clone_into(cell);
        }
        let mut put = |column: FamilyColumn, text: String| {
            if !text.is_empty()
                && let Some(cell) = cells.get_mut(column as usize).filter(|cell| cell.is_empty())
            {
                *cell = text;
            }
        };
        let [surname, given, patronymic] = split_name(self.cell(row, FULL_NAME));
        put(FamilyColumn::Surname, surname);
        put(FamilyColumn::GivenName, given);
        put(FamilyColumn::Patronymic, patronymic);
        let mut address = split_address(self.cell(row, ADDRESS));
        let line = self.cell(row, STREET_LINE);
        if !line.is_empty() {
            (address.street, address.building, address.flat) = split_street(line);
        }
        put(FamilyColumn::Settlement, address.settlement);
        put(FamilyColumn::Street, address.street);
        put(FamilyColumn::Building, address.building);
        put(FamilyColumn::Flat, address.flat);
        self.understand(row, &mut cells);
        cells
    }

    /// Words and numbers as the kind expects them; what is not understood stays, and is a fault of its row.
    fn understand(&self, row: &Row, cells: &mut [String]) {
        for column in [FamilyColumn::Family, FamilyColumn::Person, FamilyColumn::Rnokpp, FamilyColumn::Flat] {
            let cell = &mut cells[column as usize];
            *cell = whole_number(cell);
        }
        cells[FamilyColumn::Building as usize] = whole_number(&cells[FamilyColumn::Building as usize]);
        cells[FamilyColumn::Phone as usize] = self.list(row, "phone", &[',', '/', '\n', '|']);
        cells[FamilyColumn::Document as usize] = self.list(row, "document", &['\n', '|']);
        let notes = self.places("note").iter().filter_map(|place| row.cells.get(*place));
        let notes: Vec<&str> = notes.map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
        cells[FamilyColumn::Note as usize] = notes.join("\n");
        let said = self.list(row, "categories", &[',', '/', '\n']);
        let codes: Vec<String> = list::split(&said).iter().map(|word| self.category(word)).collect();
        cells[FamilyColumn::Categories as usize] = list::join(codes.iter().map(String::as_str));
        if let Some(word) = sex(&cells[FamilyColumn::Sex as usize]) {
            word.clone_into(&mut cells[FamilyColumn::Sex as usize]);
        }
        let relation = cells[FamilyColumn::Relation as usize].to_lowercase();
        if ["дитина", "діти", "child"].contains(&relation.as_str()) {
            let child = match name::sex_of_patronymic(&cells[FamilyColumn::Patronymic as usize]) {
                Some(Sex::Female) => Relation::Daughter,
                Some(Sex::Male) => Relation::Son,
                None => Relation::Other,
            };
            child.code().clone_into(&mut cells[FamilyColumn::Relation as usize]);
        }
    }

    fn category(&self, word: &str) -> String {
        let lowered = word.to_lowercase();
        let code = lowered.split('@').next().unwrap_or_default();
        if self.categories.contains(&code) {
            return lowered;
        }
        if self.names.iter().any(|(own, _)| own == code.trim()) {
            return word.to_owned();
        }
        let known = CATEGORY_WORDS.iter().find(|(beginning, _)| lowered.contains(beginning));
        known.map_or_else(|| word.to_owned(), |(_, code)| (*code).to_owned())
    }

    /// How the file heads each column of the kind: a fault is looked for under that heading.
    fn headings(&self) -> Vec<String> {
        let of = |target: &str| {
            let place = self.places(target).first()?;
            let column = self.headings.columns.iter().find(|column| column.place == *place)?;
            Some(column.heading.clone())
        };
        FAMILIES
            .columns
            .iter()
            .map(|column| {
                let together = match column.name {
                    "surname" | "given_name" | "patronymic" => of(FULL_NAME),
                    "street" | "building" | "flat" => of(STREET_LINE).or_else(|| of(ADDRESS)),
                    "settlement" => of(ADDRESS),
                    _ => None,
                };
                of(column.name).or(together).unwrap_or_else(|| column.name.to_owned())
            })
            .collect()
    }

    /// The failed formula under the column of the kind that is read from its place.
    fn broken(&self, cell: &BrokenCell) -> Option<BrokenCell> {
        let target = self.headings.columns.iter().find(|column| column.place == cell.column)?.target?;
        let name = match target {
            FULL_NAME => "surname",
            ADDRESS | STREET_LINE => "street",
            other => other,
        };
        let column = FAMILIES.columns.iter().position(|column| column.name == name)?;
        Some(BrokenCell { column, ..cell.clone() })
    }
}

/// The word for a sex as files have it, from the words of old lists.
pub(super) fn sex(text: &str) -> Option<&'static str> {
    let word = text.trim().to_lowercase();
    let word = word.trim_end_matches('.');
    match word {
        "ж" | "жін" | "жіноча" | "жінка" | "female" | "f" | "женский" => Some("f"),
        "ч" | "чол" | "чоловіча" | "чоловік" | "male" | "m" | "мужской" => Some("m"),
        _ => None,
    }
}

/// Surname, given name, patronymic. «Оксана Петрівна Шевченко» is understood by its patronymic in the middle.
fn split_name(text: &str) -> [String; 3] {
    let words: Vec<&str> = text.split_whitespace().map(|word| word.trim_matches([',', ';'])).collect();
    match *words.as_slice() {
        [] => Default::default(),
        [given, patronymic, surname]
            if name::sex_of_patronymic(patronymic).is_some() && name::sex_of_patronymic(surname).is_none() =>
        {
            [surname, given, patronymic].map(str::to_owned)
        }
        [surname] => [surname.to_owned(), String::new(), String::new()],
        [surname, given, ref rest @ ..] => [surname.to_owned(), given.to_owned(), rest.join(" ")],
    }
}

/// An address in one cell: what stands before the street is the settlement; a region before that is left out.
fn split_address(text: &str) -> Address {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let lowered = text.to_lowercase();
    let begins = |word: &str| STREET_KINDS.contains(&word.trim_matches(['.', ',']));
    let mut at = 0;
    let mut street = None;
    for piece in lowered.split_inclusive([' ', ',', '.']) {
        if begins(piece.trim()) {
            street = Some(at);
            break;
        }
        at += piece.len();
    }
    // Lowering keeps the length of every Cyrillic and Latin letter; where it did not, the text is read as it stands.
    let parts = street.and_then(|at| Some((text.get(..at)?, text.get(at..)?)));
    let settlement = |before: &str| {
        let pieces: Vec<&str> = before.split(',').map(str::trim).filter(|piece| !piece.is_empty()).collect();
        let is_place = |piece: &&&str| SETTLEMENT_KINDS.iter().any(|kind| piece.to_lowercase().starts_with(kind));
        pieces.iter().find(is_place).or(pieces.last()).map(|piece| (*piece).to_owned()).unwrap_or_default()
    };
    match parts {
        Some((before, behind)) => {
            let (street, building, flat) = split_street(behind);
            Address { settlement: settlement(before), street, building, flat, ..Address::default() }
        }
        None if text.contains(',') || SETTLEMENT_KINDS.iter().any(|kind| lowered.starts_with(kind)) => {
            Address::read_line(&text)
        }
        None => {
            let (street, building, flat) = split_street(&text);
            if building.is_empty() {
                return Address { settlement: text, ..Address::default() };
            }
            Address { street, building, flat, ..Address::default() }
        }
    }
}

/// A name and a birth date as two files write them the same.
fn who(cells: &[String], setting: &IntakeSetting) -> String {
    let text = |column: FamilyColumn| cells.get(column as usize).map_or("", String::as_str);
    let birth = name::clean(text(FamilyColumn::BirthDate));
    let day = birth.split(['T', ' ']).next().unwrap_or_default();
    let birth = serial_day(day)
        .map(|day| day.to_string())
        .or_else(|| date::parse_birth(day, setting.today).ok().map(|birth| birth.date.to_string()))
        .unwrap_or_else(|| birth.clone());
    let mut who = String::new();
    for column in [FamilyColumn::Surname, FamilyColumn::GivenName, FamilyColumn::Patronymic] {
        who.push_str(&name::settle(text(column)).to_lowercase());
        who.push('|');
    }
    who.push_str(&birth);
    who
}

/// Keys of people and families that a list does not name.
#[derive(Default)]
struct Keys {
    /// How often a name and birth date were met.
    met: HashMap<String, usize>,
    /// The family that goes on.
    family: String,
}

impl Keys {
    /// A key made of name and birth date, and of the number of the namesake in the file.
    fn of(&mut self, mut who: String) -> String {
        let met = self.met.entry(who.clone()).or_default();
        *met += 1;
        let _ = write!(who, "|{met}");
        let digest = Sha256::digest(who.as_bytes());
        digest.iter().take(8).fold(String::from("auto-"), |mut key, byte| {
            let _ = write!(key, "{byte:02x}");
            key
        })
    }

    /// Which family the row is of.
    fn group(&mut self, grouping: Grouping, cells: &mut [String], made: &str) {
        let is_head = || {
            let said = cells.get(FamilyColumn::Relation as usize).and_then(|cell| relation::read(cell));
            said.is_some_and(|(relation, _)| relation == Relation::Head)
        };
        match grouping {
            Grouping::Column => return,
            Grouping::ColumnDown => {
                let said = &cells[FamilyColumn::Family as usize];
                if !said.is_empty() {
                    self.family.clone_from(said);
                }
            }
            Grouping::Head if self.family.is_empty() || is_head() => made.clone_into(&mut self.family),
            Grouping::Head => {}
            Grouping::Row => made.clone_into(&mut self.family),
        }
        cells[FamilyColumn::Family as usize].clone_from(&self.family);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Шевченко Оксана Петрівна", "Шевченко|Оксана|Петрівна")]
    #[case("Оксана Петрівна Шевченко", "Шевченко|Оксана|Петрівна")]
    #[case("Алієв Мамед Гасан огли", "Алієв|Мамед|Гасан огли")]
    #[case("Шевченко", "Шевченко||")]
    #[case("", "||")]
    fn a_name_in_one_cell_is_taken_apart(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(split_name(text).join("|"), expected);
    }

    #[rstest]
    #[case("м. Луцьк, вул. Кравчука 19г, кв. 5", "м. Луцьк|вул. Кравчука|19г|5")]
    #[case("Волинська обл., м. Луцьк вул. Кравчука, 19г", "м. Луцьк|вул. Кравчука|19г|")]
    #[case("с. Жидичин, Лісова 4", "с. Жидичин|Лісова|4|")]
    #[case("вул. Лісова 4", "|вул. Лісова|4|")]
    #[case("Лісова 4", "|Лісова|4|")]
    #[case("Луцьк", "Луцьк|||")]
    #[case("", "|||")]
    fn an_address_in_one_cell_is_taken_apart(#[case] text: &str, #[case] expected: &str) {
        let address = split_address(text);
        let parts = [address.settlement, address.street, address.building, address.flat];
        assert_eq!(parts.join("|"), expected);
    }
}
