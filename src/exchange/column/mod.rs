//! Kinds of files and their columns: the one definition that header, parser, faults, template, help and export share.
//!
//! A later kind (services) is one more [`Kind`] here and one file that turns its rows into drafts. The English names are
//! the contract with offices' scripts and never change; Ukrainian ones are what headings of real lists say and may be added freely.

mod events;
mod goods;

pub use events::{ATTENDANCE, AttendanceColumn, EVENTS, EventColumn};
pub use goods::{AID, AidColumn, STOCK, StockColumn};

use crate::exchange::fault::{Expected, Fault};
use crate::exchange::sheet::{Row, Sheet};

/// Whether a file may do without a column or a cell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Need {
    /// The column is in every file and no cell of it is empty.
    Cell,
    /// The column is in every file; a cell may be empty and that means something.
    Heading,
    /// The column may be missing.
    Optional,
}

/// What is in a column: how wide it is in a workbook and whether its cells are dates.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Content {
    /// A code or a number of few signs.
    Short,
    /// A key, a name, a street.
    Text,
    /// A date, or a year alone where the column allows it.
    Date,
    /// Several values with `;` between them.
    List,
    /// A longer text.
    Note,
}

impl Content {
    /// Width of the column in a workbook, in signs.
    pub fn width(self) -> u16 {
        match self {
            Self::Short => 9,
            Self::Date => 12,
            Self::Text => 20,
            Self::List => 30,
            Self::Note => 50,
        }
    }
}

/// A column of a kind of file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Column {
    /// The name in files, the first row of an export.
    pub name: &'static str,
    /// Headings of Ukrainian lists that mean this column; the first is shown in help.
    pub ukrainian: &'static [&'static str],
    /// Whether a file may do without.
    pub need: Need,
    /// What is in it.
    pub content: Content,
    /// What is expected in a cell: the messages `exchange-expected-…` (help) and `exchange-fault-…` (a cell that is not that).
    pub expected: &'static str,
}

impl Column {
    pub(in crate::exchange) const fn new(
        name: &'static str,
        ukrainian: &'static [&'static str],
        need: Need,
        content: Content,
        expected: &'static str,
    ) -> Self {
        Self { name, ukrainian, need, content, expected }
    }

    /// The id of the text that tells what is expected in a cell.
    pub fn expected_id(&self) -> String {
        format!("exchange-expected-{}", self.expected)
    }

    /// The id of the text that tells what the column means: a line of `stiika import KIND --help`.
    pub fn about_id(&self) -> String {
        format!("exchange-column-{}", self.name.replace('_', "-"))
    }

    /// Whether a heading means this column: signs other than letters and digits, and the case of letters, do not matter.
    pub fn is_headed(&self, heading: &str) -> bool {
        let heading = folded(heading);
        !heading.is_empty() && self.names().any(|name| folded(name) == heading)
    }

    /// Every accepted name, the English one first.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.name).chain(self.ukrainian.iter().copied())
    }
}

/// A kind of file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Kind {
    /// Its word on the command line: `families`.
    pub word: &'static str,
    /// Its columns, in the order of an export.
    pub columns: &'static [Column],
}

impl Kind {
    /// The first row of an export or of an empty template.
    pub fn header(&self) -> Vec<&'static str> {
        self.columns.iter().map(|column| column.name).collect()
    }
}

/// Columns of [`FAMILIES`], in its order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "each is the column of the same name, described in the table below")]
pub enum FamilyColumn {
    Family,
    Person,
    Relation,
    Surname,
    GivenName,
    Patronymic,
    Sex,
    BirthDate,
    Phone,
    Rnokpp,
    Document,
    Settlement,
    StarostaDistrict,
    Street,
    Building,
    Flat,
    Categories,
    RegisteredOn,
    ClosedOn,
    ConsentOn,
    Note,
}

impl FamilyColumn {
    /// Its row in the table.
    pub fn column(self) -> &'static Column {
        &FAMILIES.columns[self as usize]
    }
}

/// Families and the people in them, one row a person (source: the contract of import files).
pub const FAMILIES: Kind = {
    use Content::{Date, List, Note, Short, Text};
    use Need::{Cell, Heading, Optional};
    Kind {
        word: "families",
        columns: &[
            Column::new("family", &["сім’я", "ключ сім’ї", "код сім’ї", "номер сім’ї"], Heading, Text, "text"),
            Column::new("person", &["особа", "ключ особи", "код особи", "номер особи"], Cell, Text, "text"),
            Column::new(
                "relation",
                &["родинний зв’язок", "зв’язок", "ким є", "хто в сім’ї", "ступінь споріднення"],
                Optional,
                Short,
                "relation",
            ),
            Column::new("surname", &["прізвище"], Cell, Text, "text"),
            Column::new("given_name", &["ім’я", "власне ім’я"], Cell, Text, "text"),
            Column::new("patronymic", &["по батькові"], Optional, Text, "text"),
            Column::new("sex", &["стать"], Optional, Short, "sex"),
            Column::new("birth_date", &["дата народження", "народження", "дата нар.", "д.н."], Optional, Date, "birth"),
            Column::new("phone", &["телефон", "номер телефону", "телефони", "тел."], Optional, Text, "phone"),
            Column::new(
                "rnokpp",
                &["РНОКПП", "ІПН", "податковий номер", "ідентифікаційний код", "ідентифікаційний номер"],
                Optional,
                Text,
                "rnokpp",
            ),
            Column::new("document", &["документ", "документи"], Optional, List, "document"),
            Column::new("settlement", &["населений пункт", "місто", "село"], Optional, Text, "settlement"),
            Column::new("starosta_district", &["старостинський округ", "округ"], Optional, Text, "text"),
            Column::new("street", &["вулиця"], Optional, Text, "text"),
            Column::new("building", &["будинок", "буд.", "номер будинку"], Optional, Short, "text"),
            Column::new("flat", &["квартира", "кв.", "номер квартири"], Optional, Short, "text"),
            Column::new("categories", &["категорії", "категорія"], Optional, List, "categories"),
            Column::new(
                "registered_on",
                &["взято на облік", "на обліку з", "дата взяття на облік", "дата обліку"],
                Optional,
                Date,
                "date",
            ),
            Column::new("closed_on", &["знято з обліку", "дата зняття з обліку"], Optional, Date, "date"),
            Column::new("consent_on", &["згода", "дата згоди", "згода від"], Optional, Date, "consent"),
            Column::new("note", &["примітка", "примітки", "нотатка", "нотатки"], Optional, Note, "note"),
        ],
    }
};

/// Headings of the running number that every paper list begins with: nothing in such a column is data.
const RUNNING_NUMBER: [&str; 4] = ["пп", "зп", "nпп", "nзп"];

/// Letters and digits of a heading in lower case: `Ім'я *` and `імя` are one.
pub(super) fn folded(heading: &str) -> String {
    // The letter apostrophe counts as a letter, and people type whichever they have.
    let counts = |sign: &char| sign.is_alphanumeric() && *sign != '\u{2bc}';
    heading.chars().filter(counts).flat_map(char::to_lowercase).collect()
}

/// Every kind of file.
pub const KINDS: [Kind; 5] = [FAMILIES, STOCK, AID, EVENTS, ATTENDANCE];

/// Where the columns of a kind stand in one file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Layout {
    kind: Kind,
    /// For each column of the kind its position in the file.
    places: Vec<Option<usize>>,
    /// The headings as the file has them.
    headings: Vec<String>,
}

impl Layout {
    /// Recognises the first row of a sheet. Faults: a column that must be there and is not, one that is there twice, a heading that
    /// means nothing and cells without a heading (only where there is something under or in them: nothing is lost silently).
    pub fn of(kind: Kind, sheet: &Sheet) -> Result<Self, Vec<Fault>> {
        let Some((header, rows)) = sheet.rows.split_first() else {
            return Err(vec![]);
        };
        let mut layout = Self { kind, places: vec![None; kind.columns.len()], headings: header.cells.clone() };
        let mut faults = Vec::new();
        let mut unknown = Vec::new();
        for (place, heading) in header.cells.iter().enumerate() {
            match kind.columns.iter().position(|column| column.is_headed(heading)) {
                Some(column) => match layout.places[column] {
                    Some(_) => faults.push(Fault::new(header.number, heading, heading, Expected::HeadingOnce)),
                    None => layout.places[column] = Some(place),
                },
                None if is_running_number(heading) => {}
                None => unknown.push(place),
            }
        }
        for (column, place) in kind.columns.iter().zip(&layout.places) {
            if place.is_none() && column.need != Need::Optional {
                faults.push(Fault::new(header.number, column.name, "", Expected::Heading));
            }
        }
        for place in unknown {
            faults.extend(layout.fault_of_unknown(place, header, rows));
        }
        faults.extend(rows.iter().filter_map(|row| layout.fault_of_extra_cells(row)));
        if faults.is_empty() { Ok(layout) } else { Err(faults) }
    }

    /// The layout of rows that have all columns of the kind in its order, under these headings of the file.
    pub(super) fn mapped(kind: Kind, headings: Vec<String>) -> Self {
        Self { kind, places: (0..kind.columns.len()).map(Some).collect(), headings }
    }

    fn fault_of_unknown(&self, place: usize, header: &Row, rows: &[Row]) -> Option<Fault> {
        let first = rows.iter().find(|row| row.cells.get(place).is_some_and(|cell| !cell.trim().is_empty()))?;
        let heading = self.headings.get(place).map_or("", |heading| heading.trim());
        if heading.is_empty() {
            let value = first.cells.get(place).map_or("", String::as_str);
            Some(Fault::new(first.number, &letters(place), value, Expected::CellUnderHeading))
        } else {
            Some(Fault::new(header.number, heading, heading, Expected::KnownHeading))
        }
    }

    fn fault_of_extra_cells(&self, row: &Row) -> Option<Fault> {
        let extra = row.cells.get(self.headings.len()..)?;
        let (offset, value) = extra.iter().enumerate().find(|(_, cell)| !cell.trim().is_empty())?;
        Some(Fault::new(row.number, &letters(self.headings.len() + offset), value, Expected::CellUnderHeading))
    }

    /// The kind of file.
    pub(super) fn kind(&self) -> &Kind {
        &self.kind
    }

    /// The cell of a column (its position in the kind) in a row; empty where the file has no such column.
    pub fn cell<'a>(&self, row: &'a Row, column: usize) -> &'a str {
        let place = self.places.get(column).copied().flatten();
        place.and_then(|place| row.cells.get(place)).map_or("", String::as_str)
    }

    /// What the file itself calls a column: a person looks for that heading.
    pub fn heading(&self, column: usize) -> &str {
        let place = self.places.get(column).copied().flatten();
        let heading = place.and_then(|place| self.headings.get(place)).map(|heading| heading.trim());
        heading.or_else(|| self.kind.columns.get(column).map(|column| column.name)).unwrap_or_default()
    }

    /// The heading over a position in the file, or its letters where there is none.
    pub fn heading_at(&self, place: usize) -> String {
        match self.headings.get(place).map(|heading| heading.trim()) {
            Some(heading) if !heading.is_empty() => heading.to_owned(),
            _ => letters(place),
        }
    }

    /// Whether a position in the file is a column that is read.
    pub fn reads(&self, place: usize) -> bool {
        self.places.contains(&Some(place))
    }
}

pub(super) fn is_running_number(heading: &str) -> bool {
    heading.trim() == "№" || RUNNING_NUMBER.contains(&folded(heading).as_str())
}

/// `A`, `Z`, `AA`: how a spreadsheet calls a column without a heading.
pub(super) fn letters(place: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = place + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Lang, Texts};
    use std::collections::BTreeSet;

    fn sheet(text: &str) -> Sheet {
        Sheet::of_bytes(text.as_bytes(), None).unwrap()
    }

    fn faults(text: &str) -> Vec<(usize, String, Expected)> {
        let faults = Layout::of(FAMILIES, &sheet(text)).unwrap_err();
        faults.into_iter().map(|fault| (fault.row, fault.column, fault.expected)).collect()
    }

    #[test]
    fn the_enum_and_the_table_are_in_the_same_order() {
        use FamilyColumn as C;
        let names = [
            (C::Family, "family"),
            (C::Person, "person"),
            (C::Relation, "relation"),
            (C::Surname, "surname"),
            (C::GivenName, "given_name"),
            (C::Patronymic, "patronymic"),
            (C::Sex, "sex"),
            (C::BirthDate, "birth_date"),
            (C::Phone, "phone"),
            (C::Rnokpp, "rnokpp"),
            (C::Document, "document"),
            (C::Settlement, "settlement"),
            (C::StarostaDistrict, "starosta_district"),
            (C::Street, "street"),
            (C::Building, "building"),
            (C::Flat, "flat"),
            (C::Categories, "categories"),
            (C::RegisteredOn, "registered_on"),
            (C::ClosedOn, "closed_on"),
            (C::ConsentOn, "consent_on"),
            (C::Note, "note"),
        ];
        let goods = [
            (StockColumn::ExpiresOn as usize, STOCK, "expires_on"),
            (AidColumn::Note as usize, AID, "note"),
            (EventColumn::Restricted as usize, EVENTS, "restricted"),
            (AttendanceColumn::Outcome as usize, ATTENDANCE, "outcome"),
        ];
        for (last, kind, name) in goods {
            assert_eq!((last + 1, kind.columns[last].name), (kind.columns.len(), name));
        }
        assert_eq!(names.len(), FAMILIES.columns.len());
        for (column, name) in names {
            assert_eq!(column.column().name, name);
        }
    }

    #[test]
    fn no_heading_means_two_columns() {
        let mut seen = BTreeSet::new();
        for kind in KINDS {
            seen.clear();
            for name in kind.columns.iter().flat_map(Column::names) {
                // The Ukrainian abbreviation РНОКПП and the English name differ in letters, so nothing may repeat.
                assert!(seen.insert(folded(name)), "{} {name} twice", kind.word);
            }
        }
    }

    #[test]
    fn what_a_column_expects_is_said_in_both_languages() {
        for lang in Lang::ALL {
            let texts = Texts::new(lang);
            for column in KINDS.iter().flat_map(|kind| kind.columns) {
                assert!(texts.has(&column.expected_id()), "{lang:?} {}", column.expected_id());
                assert!(texts.has(&format!("exchange-fault-{}", column.expected)), "{lang:?} {}", column.expected);
            }
            for column in FAMILIES.columns {
                assert!(texts.has(&column.about_id()), "{lang:?} {}", column.about_id());
            }
        }
    }

    #[test]
    fn headings_are_read_in_english_and_ukrainian_with_stars_and_any_apostrophe() {
        let layout = Layout::of(FAMILIES, &sheet("№;Сім'я*;PERSON;прізвище *;Імʼя;Дата  народження;Given\n")).unwrap();
        assert_eq!(layout.heading(FamilyColumn::Family as usize), "Сім'я*");
        assert!(layout.reads(4) && !layout.reads(0) && !layout.reads(6));
    }

    #[test]
    fn a_missing_column_and_a_column_twice_are_faults() {
        assert_eq!(
            faults("family,person,surname,Прізвище\n"),
            [(1, "Прізвище".to_owned(), Expected::HeadingOnce), (1, "given_name".to_owned(), Expected::Heading)]
        );
    }

    #[test]
    fn an_unknown_heading_is_a_fault_only_over_something() {
        let head = "family,person,surname,given_name";
        assert!(Layout::of(FAMILIES, &sheet(&format!("{head},birthday\n1,2,3,4,\n"))).is_ok());
        let found = faults(&format!("{head},birthday\n1,2,3,4,1987\n"));
        assert_eq!(found, [(1, "birthday".to_owned(), Expected::KnownHeading)]);
    }

    #[test]
    fn a_cell_beyond_the_headings_is_a_fault() {
        let found = faults("family,person,surname,given_name\n1,2,3,4\n1,2,3,4,,6\n");
        assert_eq!(found, [(3, "F".to_owned(), Expected::CellUnderHeading)]);
    }

    #[test]
    fn columns_without_a_heading_are_called_by_letters() {
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
