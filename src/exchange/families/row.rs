//! One row: cells become a person, and whatever the row says of the family.

use super::{Setting, cell};
use crate::domain::address::Address;
use crate::domain::category::{Category, CategoryCode};
use crate::domain::date::{self, DateFault};
use crate::domain::document::{Document, DocumentFault, DocumentKind, DocumentWarning};
use crate::domain::draft::MemberDraft;
use crate::domain::family::Relation;
use crate::domain::name::{self, NameWarning};
use crate::domain::person::{BirthDate, Consent, Precision, Sex};
use crate::domain::phone::Phone;
use crate::domain::place::CODIFIER;
use crate::domain::relation;
use crate::exchange::column::{FamilyColumn, Layout};
use crate::exchange::fault::{Expected, Fault, Notice, Remark};
use crate::exchange::sheet::Row;
use crate::exchange::{export, guard, list};
use chrono::{Datelike, NaiveDate};
use std::collections::{HashMap, HashSet};

/// Letters of a cell of one line; nothing real is longer.
const LONGEST_TEXT: usize = 500;

/// Letters of a note; a cell of a workbook holds 32 767.
const LONGEST_NOTE: usize = 30_000;

/// A row taken apart.
pub(super) struct PersonRow {
    /// Row number in the file.
    pub row: usize,
    /// The family's key; empty for a person without a family.
    pub family: String,
    /// The person's key.
    pub person: String,
    /// What the row says the person is in the family.
    pub relation: Option<Relation>,
    /// The person; the relation in it is not settled yet.
    pub member: MemberDraft,
    /// The address in this row.
    pub address: Address,
    /// The family's first day on the register, where the row says one.
    pub registered_on: Option<NaiveDate>,
    /// The family's closing day, where the row says one.
    pub closed_on: Option<NaiveDate>,
}

/// A settlement as a file says it and as it was understood.
#[derive(Clone)]
enum Settlement {
    Known { code: String, title: String },
    AsTyped,
    NoSuchCode,
}

/// What reading the rows collects on its way.
pub(super) struct Reading<'a> {
    layout: &'a Layout,
    setting: Setting<'a>,
    codes: HashSet<&'a str>,
    /// Settlements already looked up: a file says the same few over and over.
    settlements: HashMap<String, Settlement>,
    pub faults: Vec<Fault>,
    pub notices: Vec<Notice>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(layout: &'a Layout, setting: Setting<'a>) -> Self {
        let codes = setting.categories.iter().map(|code| code.0.as_str()).collect();
        Self { layout, setting, codes, settlements: HashMap::new(), faults: Vec::new(), notices: Vec::new() }
    }

    /// Takes a row apart. A cell that cannot be taken is listed and left out, so that all faults of a file are found at once.
    pub(super) fn person(&mut self, row: &Row) -> PersonRow {
        let mut member = MemberDraft::new(Relation::Other);
        let family = self.text(row, FamilyColumn::Family);
        let person = self.needed(row, FamilyColumn::Person);
        let relation = self.parsed(row, FamilyColumn::Relation, |_, text| relation::read(text));
        member.key = Some(person.clone()).filter(|key| !key.is_empty());
        member.name.surname = self.name(row, FamilyColumn::Surname);
        member.name.given = self.name(row, FamilyColumn::GivenName);
        member.name.patronymic = self.name(row, FamilyColumn::Patronymic);
        let by_patronymic = name::sex_of_patronymic(&member.name.patronymic);
        let sex = self.parsed(row, FamilyColumn::Sex, |_, text| Sex::from_code(text));
        member.sex = sex.or(relation.and_then(|(_, sex)| sex));
        if let (Some(said), Some(other)) = (member.sex, by_patronymic)
            && said != other
        {
            let patronymic = member.name.patronymic.clone();
            self.notice(row, FamilyColumn::Patronymic, &patronymic, Remark::SexOfPatronymic);
        }
        member.birth = self.dated(row, FamilyColumn::BirthDate, birth);
        member.phones = self.phones(row);
        member.documents = self.documents(row, member.birth, member.sex);
        member.categories = self.categories(row);
        member.consent = self.parsed(row, FamilyColumn::ConsentOn, |today, text| consent(text, today));
        member.note = self.note(row);
        PersonRow {
            row: row.number,
            family,
            person,
            relation: relation.map(|(relation, _)| relation),
            member,
            address: self.address(row),
            registered_on: self.dated(row, FamilyColumn::RegisteredOn, day),
            closed_on: self.dated(row, FamilyColumn::ClosedOn, day),
        }
    }

    /// The cell as the file has it, without the guard against formulas.
    fn raw<'r>(&self, row: &'r Row, column: FamilyColumn) -> &'r str {
        guard::off(self.layout.cell(row, column as usize))
    }

    fn fault(&mut self, row: &Row, column: FamilyColumn, expected: Expected) {
        let heading = self.layout.heading(column as usize);
        self.faults.push(Fault::new(row.number, heading, self.layout.cell(row, column as usize), expected));
    }

    fn notice(&mut self, row: &Row, column: FamilyColumn, value: &str, remark: Remark) {
        self.notices.push(Notice::new(row.number, self.layout.heading(column as usize), value, remark));
    }

    /// The cell is not what the table of columns says.
    fn unexpected(&mut self, row: &Row, column: FamilyColumn) {
        self.fault(row, column, Expected::Content(column.column().expected));
    }

    fn text(&mut self, row: &Row, column: FamilyColumn) -> String {
        let text = name::clean(self.raw(row, column));
        if text.chars().count() > LONGEST_TEXT {
            self.fault(row, column, Expected::Content("text"));
            return String::new();
        }
        text
    }

    fn needed(&mut self, row: &Row, column: FamilyColumn) -> String {
        let faults = self.faults.len();
        let text = self.text(row, column);
        if text.is_empty() && self.faults.len() == faults {
            self.fault(row, column, Expected::Something);
        }
        text
    }

    /// Reads a cell that may be empty; none and a fault where `read` cannot.
    fn parsed<T>(
        &mut self,
        row: &Row,
        column: FamilyColumn,
        read: impl FnOnce(NaiveDate, &str) -> Option<T>,
    ) -> Option<T> {
        let text = name::clean(self.raw(row, column));
        if text.is_empty() {
            return None;
        }
        let value = read(self.setting.today, &text);
        if value.is_none() {
            self.unexpected(row, column);
        }
        value
    }

    /// Reads a cell with a date; a day that the calendar lacks and a year that nobody lived in are said by their own words.
    fn dated<T>(
        &mut self,
        row: &Row,
        column: FamilyColumn,
        read: impl FnOnce(&str, NaiveDate) -> Result<T, DateFault>,
    ) -> Option<T> {
        let text = name::clean(self.raw(row, column));
        if text.is_empty() {
            return None;
        }
        match read(&text, self.setting.today) {
            Ok(value) => return Some(value),
            Err(DateFault::NoSuchDay) => self.fault(row, column, Expected::RealDay),
            Err(DateFault::OddYear) => self.fault(row, column, Expected::RealYear),
            Err(DateFault::NotADate) if has_odd_year(&text) => self.fault(row, column, Expected::RealYear),
            Err(DateFault::NotADate | DateFault::InFuture) => self.unexpected(row, column),
        }
        None
    }

    fn name(&mut self, row: &Row, column: FamilyColumn) -> String {
        let typed = if column == FamilyColumn::Patronymic { self.text(row, column) } else { self.needed(row, column) };
        let settled = name::settle(&typed);
        let odd = |warning: &NameWarning| matches!(warning, NameWarning::Digits | NameWarning::MixedScripts);
        let warnings = name::warnings(&settled);
        if warnings.iter().any(odd) {
            self.notice(row, column, &settled, Remark::OddName);
        }
        if warnings.contains(&NameWarning::VeryLong) {
            self.notice(row, column, &settled, Remark::LongName);
        }
        settled
    }

    fn note(&mut self, row: &Row) -> String {
        let note = name::clean_note(self.raw(row, FamilyColumn::Note));
        if note.chars().count() > LONGEST_NOTE {
            self.unexpected(row, FamilyColumn::Note);
        }
        note
    }

    fn phones(&mut self, row: &Row) -> Vec<Phone> {
        let mut phones: Vec<Phone> = Vec::new();
        for text in list::split(self.raw(row, FamilyColumn::Phone)) {
            match Phone::parse(&with_lost_zero(&cell::whole_number(guard::off(&text)))) {
                Ok(phone) if phones.iter().any(|other| other.settled == phone.settled) => {}
                Ok(phone) => phones.push(phone),
                Err(_) => {
                    self.unexpected(row, FamilyColumn::Phone);
                    break;
                }
            }
        }
        phones
    }

    fn documents(&mut self, row: &Row, birth: Option<BirthDate>, sex: Option<Sex>) -> Vec<Document> {
        let mut documents: Vec<Document> = Vec::new();
        let tax_number = cell::whole_number(&name::clean(self.raw(row, FamilyColumn::Rnokpp)));
        if !tax_number.is_empty() {
            match Document::parse(DocumentKind::TaxNumber, &tax_number) {
                Ok(document) => {
                    self.look_at(row, FamilyColumn::Rnokpp, &document, birth, sex);
                    documents.push(document);
                }
                Err(_) => self.unexpected(row, FamilyColumn::Rnokpp),
            }
        }
        for text in list::split(self.raw(row, FamilyColumn::Document)) {
            match document(guard::off(&text)) {
                Ok(document) => {
                    let known = |other: &Document| (other.kind, &other.number) == (document.kind, &document.number);
                    if !documents.iter().any(known) {
                        self.look_at(row, FamilyColumn::Document, &document, birth, sex);
                        documents.push(document);
                    }
                }
                Err(expected) => {
                    self.fault(row, FamilyColumn::Document, expected);
                    break;
                }
            }
        }
        documents
    }

    /// What disagrees in a paper: a notice, because papers with printing errors exist.
    fn look_at(
        &mut self,
        row: &Row,
        column: FamilyColumn,
        document: &Document,
        birth: Option<BirthDate>,
        sex: Option<Sex>,
    ) {
        for warning in document.warnings(birth, sex) {
            let remark = match warning {
                DocumentWarning::CheckDigit { expected, .. } => Remark::CheckDigit { expected },
                DocumentWarning::BirthDate { says } => Remark::BirthDate { says: says.to_string() },
                DocumentWarning::Sex { says } => Remark::Sex { says },
            };
            self.notice(row, column, &document.number, remark);
        }
    }

    fn categories(&mut self, row: &Row) -> Vec<Category> {
        let mut categories: Vec<Category> = Vec::new();
        for text in list::split(self.raw(row, FamilyColumn::Categories)) {
            match self.category(&text) {
                Ok(category) if categories.contains(&category) => {}
                Ok(category) => categories.push(category),
                Err(expected) => {
                    self.fault(row, FamilyColumn::Categories, expected);
                    break;
                }
            }
        }
        categories
    }

    /// `code`, `code@since` or `code@since..until`; the first day may be left out before `..`.
    fn category(&self, text: &str) -> Result<Category, Expected> {
        let shape = || Expected::Content(FamilyColumn::Categories.column().expected);
        let (code, days) = text.split_once('@').map_or((text, None), |(code, days)| (code, Some(days)));
        let word = name::clean(code).to_lowercase();
        let named = || self.setting.names.iter().find(|(own, _)| *own == word).map(|(_, code)| code.0.clone());
        let code = if self.codes.contains(word.as_str()) { Some(word.clone()) } else { named() };
        let code = code.ok_or(Expected::KnownCategory)?;
        let read = |text: &str| match text.trim() {
            "" => Ok(None),
            text => day(text, self.setting.today).map(Some).map_err(|_| shape()),
        };
        let (since, until) = match days {
            None => (None, None),
            Some(days) => match days.split_once("..") {
                Some((since, until)) => (read(since)?, read(until)?),
                None => (read(days)?, None),
            },
        };
        if days.is_some() && since.is_none() && until.is_none() {
            return Err(shape());
        }
        if since.zip(until).is_some_and(|(since, until)| until < since) {
            return Err(Expected::CategoryInOrder);
        }
        Ok(Category { code: CategoryCode(code), since, until, basis: String::new() })
    }

    fn address(&mut self, row: &Row) -> Address {
        let mut address = Address {
            settlement_code: None,
            settlement: self.text(row, FamilyColumn::Settlement),
            district: self.text(row, FamilyColumn::StarostaDistrict),
            street: self.text(row, FamilyColumn::Street),
            building: self.text(row, FamilyColumn::Building),
            flat: self.text(row, FamilyColumn::Flat),
        };
        if !address.settlement.is_empty() {
            match self.settlement(&address.settlement) {
                Settlement::Known { code, title } => {
                    address.settlement_code = Some(code);
                    address.settlement = title;
                }
                Settlement::AsTyped => {
                    let typed = address.settlement.clone();
                    self.notice(row, FamilyColumn::Settlement, &typed, Remark::PlaceAsTyped);
                }
                Settlement::NoSuchCode => self.fault(row, FamilyColumn::Settlement, Expected::KnownPlace),
            }
        }
        address
    }

    fn settlement(&mut self, typed: &str) -> Settlement {
        if let Some(known) = self.settlements.get(typed) {
            return known.clone();
        }
        let found = match code_of_place(typed) {
            Some(code) => match CODIFIER.get(&code).filter(|place| place.kind.is_settlement()) {
                Some(place) => Settlement::Known { code: place.code.to_owned(), title: place.title() },
                None => Settlement::NoSuchCode,
            },
            None => match CODIFIER.settlement_named(typed, self.setting.community) {
                Some(place) => Settlement::Known { code: place.code.to_owned(), title: place.title() },
                None => Settlement::AsTyped,
            },
        };
        self.settlements.insert(typed.to_owned(), found.clone());
        found
    }
}

/// A text that is meant as a code of the codifier: `UA` and digits, whatever their number.
fn code_of_place(typed: &str) -> Option<String> {
    let code = typed.to_uppercase();
    let digits = code.strip_prefix("UA")?;
    (!digits.is_empty() && digits.chars().all(|sign| sign.is_ascii_digit())).then_some(code)
}

/// A spreadsheet that takes a phone for a number drops its first zero: nine digits are a phone without it.
fn with_lost_zero(text: &str) -> String {
    let nine_digits = text.len() == 9 && !text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit());
    if nine_digits { format!("0{text}") } else { text.to_owned() }
}

/// `kind:number`, or a number alone whose shape says its kind.
fn document(text: &str) -> Result<Document, Expected> {
    let shape = || Expected::Content(FamilyColumn::Document.column().expected);
    let Some((kind, number)) = text.split_once(':') else {
        return Document::recognise(text).ok_or_else(shape);
    };
    let kind = DocumentKind::from_code(kind).ok_or_else(shape)?;
    Document::parse(kind, number).map_err(|fault| match fault {
        DocumentFault::Empty => shape(),
        DocumentFault::Shape(kind) => Expected::Document(kind),
    })
}

pub(in crate::exchange) fn day(text: &str, today: NaiveDate) -> Result<NaiveDate, DateFault> {
    match cell::serial_day(text) {
        Some(day) if day.year() <= today.year() => Ok(day),
        _ => date::parse(without_time(text), today),
    }
}

pub(in crate::exchange) fn birth(text: &str, today: NaiveDate) -> Result<BirthDate, DateFault> {
    match cell::serial_day(text) {
        Some(date) if date <= today => Ok(BirthDate { date, precision: Precision::Day }),
        _ => date::parse_birth(without_time(text), today),
    }
}

/// `12.03.20244`: the shape of a date with a year of another length.
fn has_odd_year(text: &str) -> bool {
    if cell::may_be_a_year(text) {
        return true;
    }
    let parts: Vec<&str> = text.split(['.', '/', '-']).collect();
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.len() == 3 && parts.iter().all(is_number) && parts.iter().any(|part| part.len() == 3 || part.len() > 4)
}

fn consent(text: &str, today: NaiveDate) -> Option<Consent> {
    if [export::CONSENT_BY_LAW, "закон", "за законом"].contains(&text.to_lowercase().as_str()) {
        return Some(Consent::Law);
    }
    day(text, today).ok().map(|on| Consent::Given { on, by: String::new() })
}

/// Other programs write a day as its midnight: `1987-03-12 00:00:00`, `1987-03-12T00:00:00Z`.
fn without_time(text: &str) -> &str {
    let Some((day, time)) = text.split_once(['T', ' ']) else {
        return text;
    };
    let is_time = time.contains(':') && time.bytes().all(|byte| byte.is_ascii_digit() || b":.Z+".contains(&byte));
    if is_time { day } else { text }
}
