//! The register as a table: the same columns that the import reads, so that what went out can come back.
//!
//! What belongs to the family as a whole (address, days on the register, its categories) stands in the head's row. The keys are
//! the office's own where it gave any; else the family's number and the person's id, by which an import recognises them again.
//! The columns say less than a card: who issued a paper and when, the basis of a category, the other addresses, who signed a
//! consent. An import of an export therefore must leave those alone.

use super::column::{FAMILIES, FamilyColumn};
use super::{list, save, table};
use crate::domain::address::{Address, AddressKind};
use crate::domain::category::Category;
use crate::domain::date;
use crate::domain::document::{Document, DocumentKind};
use crate::domain::draft::{FamilyDraft, MemberDraft, SingleDraft};
use crate::domain::family::{FamilyCard, Relation};
use crate::domain::person::{BirthDate, Consent, Precision, Sex};
use crate::domain::place::CODIFIER;
use crate::office::{Exported, Office, OfficeError};
use crate::text::{Sentence, Value};
use chrono::NaiveDate;
use std::borrow::Cow;
use std::collections::HashMap;
use std::io::Write;
use std::path::Path;

/// The form of an exported file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// Text: UTF-8 with its mark, commas.
    Csv,
    /// A workbook.
    Xlsx,
}

impl Format {
    /// Reads `csv` or `xlsx` in any case: the option of the command or the extension of a file.
    pub fn from_code(code: &str) -> Option<Self> {
        match code.to_ascii_lowercase().as_str() {
            "csv" => Some(Self::Csv),
            "xlsx" => Some(Self::Xlsx),
            _ => None,
        }
    }

    /// The form that a file's name asks for.
    pub fn of_path(path: &Path) -> Option<Self> {
        path.extension().and_then(|extension| extension.to_str()).and_then(Self::from_code)
    }
}

/// Why an export failed; no file was left.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The file cannot be written.
    #[error(transparent)]
    File(#[from] std::io::Error),
    /// A text file's writer failed.
    #[error(transparent)]
    Text(#[from] csv::Error),
    /// A workbook cannot hold that: too many rows, a cell too long.
    #[error(transparent)]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The office refused or could not read.
    #[error(transparent)]
    Office(#[from] OfficeError),
}

impl Sentence for ExportError {
    fn sentence(&self) -> (Cow<'static, str>, Vec<(&'static str, Value)>) {
        match self {
            Self::File(error) => ("exchange-export-file".into(), vec![("reason", error.to_string().into())]),
            Self::Text(error) => ("exchange-export-file".into(), vec![("reason", error.to_string().into())]),
            Self::Workbook(error) => ("exchange-export-workbook".into(), vec![("reason", error.to_string().into())]),
            Self::Office(error) => error.sentence(),
        }
    }
}

/// How much an export wrote.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Written {
    /// Families.
    pub families: usize,
    /// People, those without a family too.
    pub people: usize,
}

/// Exports every family into a file: a whole one or none.
pub fn export_families(office: &mut Office, format: Format, path: &Path) -> Result<Written, ExportError> {
    save::whole_file(path, |out| write_families(office, format, out))
}

/// Exports every family into anything that takes bytes, the standard output for one.
pub fn write_families(
    office: &mut Office,
    format: Format,
    out: &mut (dyn Write + Send),
) -> Result<Written, ExportError> {
    write_exported(format, out, |each| Ok(office.export(each)?))
}

/// Writes what `source` hands over, family by family.
pub fn write_exported(
    format: Format,
    out: &mut (dyn Write + Send),
    source: impl FnOnce(&mut dyn FnMut(Exported<'_>)) -> Result<(), ExportError>,
) -> Result<Written, ExportError> {
    let mut written = Written::default();
    let mut places = PlaceNames::default();
    table::write(&FAMILIES, format, out, |write_row| {
        source(&mut |exported| match exported {
            Exported::Family(card) => {
                written.families += 1;
                written.people += card.members.len();
                rows_of_family(card, &mut places).into_iter().for_each(&mut *write_row);
            }
            Exported::Single(single) => {
                written.people += 1;
                write_row(row_of_single(single, &mut places));
            }
        })
    })?;
    Ok(written)
}

/// Cells of one row, by column.
struct Cells(Vec<String>);

impl Cells {
    fn new() -> Self {
        Self(vec![String::new(); FAMILIES.columns.len()])
    }

    fn set(&mut self, column: FamilyColumn, text: impl Into<String>) {
        if let Some(cell) = self.0.get_mut(column as usize) {
            *cell = text.into();
        }
    }
}

fn rows_of_family(card: &FamilyCard, places: &mut PlaceNames) -> Vec<Vec<String>> {
    let key = card.key.clone().unwrap_or_else(|| card.number.to_string());
    let head = card.members.iter().position(|member| member.relation == Relation::Head).unwrap_or(0);
    let draft = FamilyDraft::of_card(card);
    let rows = draft.members.iter().enumerate().map(|(position, member)| {
        let mut cells = Cells::new();
        cells.set(FamilyColumn::Family, key.as_str());
        cells.set(FamilyColumn::Relation, member.relation.code());
        let mut categories: Vec<&Category> = Vec::new();
        if position == head {
            categories.extend(&draft.categories);
            set_address(&mut cells, draft.address(AddressKind::Actual), places);
            cells.set(FamilyColumn::RegisteredOn, draft.registered_on.to_string());
            cells.set(FamilyColumn::ClosedOn, draft.closed_on.map(|day| day.to_string()).unwrap_or_default());
        }
        categories.extend(&member.categories);
        set_person(&mut cells, member, &categories);
        cells.0
    });
    rows.collect()
}

fn row_of_single(single: &SingleDraft, places: &mut PlaceNames) -> Vec<String> {
    let mut cells = Cells::new();
    set_address(&mut cells, &single.address, places);
    set_person(&mut cells, &single.person, &single.person.categories.iter().collect::<Vec<_>>());
    cells.0
}

fn set_person(cells: &mut Cells, person: &MemberDraft, categories: &[&Category]) {
    let key = person.key.clone().or_else(|| person.person.map(|id| id.to_string()));
    cells.set(FamilyColumn::Person, key.unwrap_or_default());
    cells.set(FamilyColumn::Surname, person.name.surname.as_str());
    cells.set(FamilyColumn::GivenName, person.name.given.as_str());
    cells.set(FamilyColumn::Patronymic, person.name.patronymic.as_str());
    cells.set(FamilyColumn::Sex, person.sex.map(Sex::code).unwrap_or_default());
    cells.set(FamilyColumn::BirthDate, person.birth.map(birth_cell).unwrap_or_default());
    cells.set(FamilyColumn::Phone, list::join(person.phones.iter().map(|phone| phone.settled.as_str())));
    let tax_number = person.documents.iter().position(|document| document.kind == DocumentKind::TaxNumber);
    if let Some(document) = tax_number.and_then(|place| person.documents.get(place)) {
        cells.set(FamilyColumn::Rnokpp, document.number.as_str());
    }
    let documents: Vec<String> = person
        .documents
        .iter()
        .enumerate()
        .filter(|(place, _)| Some(*place) != tax_number)
        .map(|(_, document)| document_value(document))
        .collect();
    cells.set(FamilyColumn::Document, list::join(documents.iter().map(String::as_str)));
    let mut values: Vec<String> = Vec::new();
    for value in categories.iter().map(|category| category_value(category)) {
        if !values.contains(&value) {
            values.push(value);
        }
    }
    cells.set(FamilyColumn::Categories, list::join(values.iter().map(String::as_str)));
    cells.set(FamilyColumn::ConsentOn, person.consent.as_ref().map(consent_cell).unwrap_or_default());
    cells.set(FamilyColumn::Note, person.note.as_str());
}

fn birth_cell(birth: BirthDate) -> String {
    match birth.precision {
        Precision::Day => birth.date.to_string(),
        Precision::Year => date::show_birth(birth),
    }
}

fn document_value(document: &Document) -> String {
    format!("{}:{}", document.kind.code(), document.number)
}

/// `code`, `code@since`, `code@since..until`; an unknown first day leaves its place empty.
fn category_value(category: &Category) -> String {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let code = &category.code.0;
    match (category.since, category.until) {
        (None, None) => code.clone(),
        (since, None) => format!("{code}@{}", day(since)),
        (since, until) => format!("{code}@{}..{}", day(since), day(until)),
    }
}

/// The word in `consent_on` for data that the law itself allows to keep.
pub(super) const CONSENT_BY_LAW: &str = "law";

fn consent_cell(consent: &Consent) -> String {
    match consent {
        Consent::Given { on, .. } => on.to_string(),
        Consent::Law => CONSENT_BY_LAW.to_owned(),
    }
}

fn set_address(cells: &mut Cells, address: &Address, places: &mut PlaceNames) {
    cells.set(FamilyColumn::Settlement, places.cell(address));
    cells.set(FamilyColumn::StarostaDistrict, address.district.as_str());
    cells.set(FamilyColumn::Street, address.street.as_str());
    cells.set(FamilyColumn::Building, address.building.as_str());
    cells.set(FamilyColumn::Flat, address.flat.as_str());
}

/// How settlements are written, each looked up once.
#[derive(Default)]
struct PlaceNames(HashMap<String, Option<String>>);

impl PlaceNames {
    /// The name where the whole country has one such settlement, which any office's import reads back to the same place; else the code.
    fn cell(&mut self, address: &Address) -> String {
        let Some(code) = &address.settlement_code else {
            return address.settlement.clone();
        };
        let name = self.0.entry(code.clone()).or_insert_with(|| {
            let title = CODIFIER.get(code)?.title();
            CODIFIER.settlement_named(&title, None).filter(|place| place.code == code).map(|_| title)
        });
        name.clone().unwrap_or_else(|| code.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::category::CategoryCode;

    #[test]
    fn a_category_says_its_days_as_the_import_reads_them() {
        let day = |text: &str| Some(text.parse::<NaiveDate>().unwrap());
        let category =
            |since, until| Category { code: CategoryCode("military".to_owned()), since, until, basis: String::new() };
        assert_eq!(category_value(&category(None, None)), "military");
        assert_eq!(category_value(&category(day("2022-02-24"), None)), "military@2022-02-24");
        assert_eq!(category_value(&category(day("2022-02-24"), day("2023-01-01"))), "military@2022-02-24..2023-01-01");
        assert_eq!(category_value(&category(None, day("2023-01-01"))), "military@..2023-01-01");
    }

    #[test]
    fn the_form_is_read_from_a_word_or_a_name() {
        assert_eq!(Format::from_code("XLSX"), Some(Format::Xlsx));
        assert_eq!(Format::of_path(Path::new("сім’ї.csv")), Some(Format::Csv));
        assert_eq!(Format::of_path(Path::new("сім’ї")), None);
    }
}
