//! What is wrong with a row, cell by cell, and what is only worth a look: as data, with the sentence in the text files.

use crate::domain::document::DocumentKind;
use crate::domain::name;
use crate::domain::person::Sex;
use crate::text::{Sentence, Value};
use std::borrow::Cow;

/// A cell that cannot be taken: where it is, what it says, what was expected.
#[derive(Clone, PartialEq, Debug)]
pub struct Fault {
    /// Row number as a spreadsheet shows it.
    pub row: usize,
    /// The heading in the file, or the column's name where the file lacks it.
    pub column: String,
    /// The cell, safe to show and shortened.
    pub value: String,
    /// What was expected.
    pub expected: Expected,
}

/// What was expected in a cell.
#[derive(Clone, PartialEq, Debug)]
pub enum Expected {
    /// What the table of columns says of this column.
    Content(&'static str),
    /// Anything at all: the cell must not be empty.
    Something,
    /// The column itself.
    Heading,
    /// The column once.
    HeadingOnce,
    /// A heading that means something.
    KnownHeading,
    /// A heading over the cell.
    CellUnderHeading,
    /// A value instead of a failed formula.
    Value,
    /// A day that the calendar has.
    RealDay,
    /// A year of four digits in which somebody may have lived.
    RealYear,
    /// A paper of the shape of its kind.
    Document(DocumentKind),
    /// A code that the catalogue of categories has.
    KnownCategory,
    /// A category that ends no earlier than it begins.
    CategoryInOrder,
    /// A settlement's code that the national codifier has.
    KnownPlace,
    /// A closing day no earlier than the first day on the register.
    ClosedAfter {
        /// The first day, ISO.
        registered_on: String,
    },
    /// The same as in another row of the family.
    SameAs {
        /// That row.
        row: usize,
        /// What it says.
        value: String,
    },
    /// One head in a family.
    OneHead {
        /// The row of the first.
        row: usize,
    },
    /// A key once.
    KeyOnce {
        /// The row where the key already is.
        row: usize,
    },
    /// The same as in the first row of the act.
    SameAct {
        /// That row.
        row: usize,
    },
    /// The unit in which the item is counted.
    UnitOfItem {
        /// Its code.
        unit: &'static str,
    },
    /// No more than lay there on that day and on every later one.
    InStock {
        /// How much could be taken.
        left: String,
        /// How it is counted.
        unit: &'static str,
    },
    /// What the office has under this key already.
    KeyUnchanged,
    /// What the office would not refuse.
    Office(Box<crate::office::OfficeError>),
    /// What the office counted stands in the way; the word of the sentence and the count.
    Counted {
        /// Which sentence.
        what: &'static str,
        /// How many.
        count: usize,
    },
    /// One word of a person at a session.
    MarkOnce {
        /// The row that says otherwise.
        row: usize,
    },
    /// A person once.
    PersonOnce {
        /// The row where the person already is.
        row: usize,
    },
}

impl Fault {
    /// A fault of a cell; the value is made safe to show.
    pub fn new(row: usize, column: &str, value: &str, expected: Expected) -> Self {
        Self { row, column: shown(column), value: shown(value), expected }
    }
}

/// Letters of a cell that a sentence shows.
const SHOWN_LETTERS: usize = 80;

/// A cell as a sentence may show it: one line without signs that move a terminal, not endless.
fn shown(cell: &str) -> String {
    let start: String = cell.chars().take(SHOWN_LETTERS * 4).collect();
    let cleaned = name::clean(&start);
    if cleaned.chars().count() <= SHOWN_LETTERS {
        return cleaned;
    }
    let mut text: String = cleaned.chars().take(SHOWN_LETTERS).collect();
    text.push('…');
    text
}

impl Sentence for Fault {
    fn sentence(&self) -> (Cow<'static, str>, Vec<(&'static str, Value)>) {
        let mut values = vec![
            // A row number is a name of a row, not a count: no grouping.
            ("row", Value::Text(self.row.to_string())),
            ("column", self.column.as_str().into()),
            ("value", self.value.as_str().into()),
        ];
        let id: Cow<'static, str> = match &self.expected {
            Expected::Content(expected) => format!("exchange-fault-{expected}").into(),
            Expected::Something => "exchange-fault-something".into(),
            Expected::Heading => "exchange-fault-heading".into(),
            Expected::HeadingOnce => "exchange-fault-heading-once".into(),
            Expected::KnownHeading => "exchange-fault-known-heading".into(),
            Expected::CellUnderHeading => "exchange-fault-cell-under-heading".into(),
            Expected::Value => "exchange-fault-value".into(),
            Expected::RealDay => "exchange-fault-real-day".into(),
            Expected::RealYear => "exchange-fault-real-year".into(),
            Expected::Document(kind) => format!("exchange-fault-document-{}", kind.code().replace('_', "-")).into(),
            Expected::KnownCategory => "exchange-fault-known-category".into(),
            Expected::CategoryInOrder => "exchange-fault-category-in-order".into(),
            Expected::KnownPlace => "exchange-fault-known-place".into(),
            Expected::ClosedAfter { registered_on } => {
                values.push(("since", registered_on.as_str().into()));
                "exchange-fault-closed-after".into()
            }
            Expected::SameAs { row, value } => {
                values.push(("other", Value::Text(row.to_string())));
                values.push(("said", value.as_str().into()));
                "exchange-fault-same-as".into()
            }
            Expected::OneHead { row } => {
                values.push(("other", Value::Text(row.to_string())));
                "exchange-fault-one-head".into()
            }
            Expected::KeyOnce { row } => {
                values.push(("other", Value::Text(row.to_string())));
                "exchange-fault-key-once".into()
            }
            Expected::SameAct { row } => {
                values.push(("other", Value::Text(row.to_string())));
                "exchange-fault-same-act".into()
            }
            Expected::UnitOfItem { unit } => {
                values.push(("unit", (*unit).into()));
                "exchange-fault-unit-of-item".into()
            }
            Expected::InStock { left, unit } => {
                values.push(("left", left.as_str().into()));
                values.push(("unit", (*unit).into()));
                "exchange-fault-in-stock".into()
            }
            Expected::KeyUnchanged => "exchange-fault-key-unchanged".into(),
            // The office's own sentence; the row stands before it where faults are listed.
            Expected::Office(fault) => return fault.sentence(),
            Expected::Counted { what, count } => {
                values.push(("count", (*count).into()));
                format!("exchange-fault-{what}").into()
            }
            Expected::MarkOnce { row } => {
                values.push(("other", Value::Text(row.to_string())));
                "exchange-fault-mark-once".into()
            }
            Expected::PersonOnce { row } => {
                values.push(("other", Value::Text(row.to_string())));
                "exchange-fault-person-once".into()
            }
        };
        (id, values)
    }
}

/// A cell that is taken and that somebody should look at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notice {
    /// Row number as a spreadsheet shows it.
    pub row: usize,
    /// The heading in the file.
    pub column: String,
    /// The cell, safe to show and shortened.
    pub value: String,
    /// What is worth a look.
    pub remark: Remark,
}

/// What is worth a look in a cell that was taken.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Remark {
    /// A paper's last digit should be another one.
    CheckDigit {
        /// What the algorithm gives.
        expected: u8,
    },
    /// A paper says another birth date than the row.
    BirthDate {
        /// What it says, ISO.
        says: String,
    },
    /// A paper says the other sex than the row.
    Sex {
        /// What it says.
        says: Sex,
    },
    /// The codifier has no such settlement, or several: it stays as typed.
    PlaceAsTyped,
    /// The family's address comes from another row and differs from this one.
    AddressNotTaken {
        /// The row it comes from.
        row: usize,
    },
    /// No row of the family says head: this one became it.
    HeadChosen,
    /// The patronymic is of the other sex than the row says.
    SexOfPatronymic,
    /// A child older than the head, or a parent younger.
    OddAge {
        /// The row of the head.
        row: usize,
    },
    /// A name longer than any known.
    LongName,
    /// A name with digits or with Latin and Cyrillic letters in one word.
    OddName,
    /// A column of families filled in a row of a person without one.
    OnlyForFamilies,
}

impl Notice {
    /// A notice about a cell; the value is made safe to show.
    pub fn new(row: usize, column: &str, value: &str, remark: Remark) -> Self {
        Self { row, column: shown(column), value: shown(value), remark }
    }
}

impl Sentence for Notice {
    fn sentence(&self) -> (Cow<'static, str>, Vec<(&'static str, Value)>) {
        let mut values = vec![
            ("row", Value::Text(self.row.to_string())),
            ("column", self.column.as_str().into()),
            ("value", self.value.as_str().into()),
        ];
        let id = match &self.remark {
            Remark::CheckDigit { expected } => {
                values.push(("digit", Value::Text(expected.to_string())));
                "exchange-notice-check-digit"
            }
            Remark::BirthDate { says } => {
                values.push(("says", says.as_str().into()));
                "exchange-notice-birth-date"
            }
            Remark::Sex { says } => {
                values.push(("says", says.code().into()));
                "exchange-notice-sex"
            }
            Remark::PlaceAsTyped => "exchange-notice-place-as-typed",
            Remark::AddressNotTaken { row } => {
                values.push(("other", Value::Text(row.to_string())));
                "exchange-notice-address-not-taken"
            }
            Remark::HeadChosen => "exchange-notice-head-chosen",
            Remark::SexOfPatronymic => "exchange-notice-sex-of-patronymic",
            Remark::OddAge { row } => {
                values.push(("other", Value::Text(row.to_string())));
                "exchange-notice-odd-age"
            }
            Remark::LongName => "exchange-notice-long-name",
            Remark::OddName => "exchange-notice-odd-name",
            Remark::OnlyForFamilies => "exchange-notice-only-for-families",
        };
        (Cow::Borrowed(id), values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Lang, Texts};

    #[test]
    fn a_fault_says_row_column_value_and_what_was_expected() {
        let fault = Fault::new(12, "birth_date", "30.02.2001", Expected::Content("date"));
        assert_eq!(
            Texts::new(Lang::Uk).say(&fault),
            "Рядок 12, стовпець birth_date: «30.02.2001» — очікується дата РРРР-ММ-ДД або ДД.ММ.РРРР"
        );
    }

    #[test]
    fn row_numbers_are_not_grouped_like_counts() {
        let fault = Fault::new(27_001, "sex", "x", Expected::Content("sex"));
        assert!(Texts::new(Lang::Uk).say(&fault).starts_with("Рядок 27001,"));
    }

    #[test]
    fn a_cell_cannot_move_the_terminal_or_fill_the_screen() {
        let fault = Fault::new(1, "note", &format!("\u{1b}[2J{}", "а".repeat(500)), Expected::Content("note"));
        assert!(!fault.value.contains('\u{1b}'));
        assert_eq!(fault.value.chars().count(), SHOWN_LETTERS + 1);
    }

    #[test]
    fn every_fault_and_notice_has_its_sentence_in_both_languages() {
        let mut expected = vec![
            Expected::Something,
            Expected::Heading,
            Expected::HeadingOnce,
            Expected::KnownHeading,
            Expected::CellUnderHeading,
            Expected::Value,
            Expected::RealDay,
            Expected::RealYear,
            Expected::KnownCategory,
            Expected::CategoryInOrder,
            Expected::KnownPlace,
            Expected::ClosedAfter { registered_on: "2024-01-01".to_owned() },
            Expected::SameAs { row: 2, value: "2024-01-01".to_owned() },
            Expected::OneHead { row: 2 },
            Expected::PersonOnce { row: 2 },
            Expected::MarkOnce { row: 2 },
            Expected::Counted { what: "event-unmarked", count: 2 },
            Expected::Counted { what: "event-somebody-came", count: 2 },
            Expected::Content("event-kind-settled"),
            Expected::Content("event-series-settled"),
            Expected::Content("event-campaign-days"),
            Expected::Content("event-status-is-held"),
            Expected::Content("event-status-is-cancelled"),
            Expected::Content("event-status-of-campaign"),
            Expected::Content("event-held-later"),
            Expected::Content("time-with-start"),
            Expected::Content("session-begun"),
            Expected::Content("session-not-cancelled"),
        ];
        expected.extend(DocumentKind::ALL.map(Expected::Document));
        let remarks = [
            Remark::CheckDigit { expected: 6 },
            Remark::BirthDate { says: "1948-02-28".to_owned() },
            Remark::Sex { says: Sex::Female },
            Remark::PlaceAsTyped,
            Remark::AddressNotTaken { row: 3 },
            Remark::HeadChosen,
            Remark::OddName,
            Remark::LongName,
            Remark::SexOfPatronymic,
            Remark::OddAge { row: 3 },
            Remark::OnlyForFamilies,
        ];
        for lang in Lang::ALL {
            let texts = Texts::new(lang);
            let mut said: Vec<String> = expected
                .iter()
                .map(|expected| texts.say(&Fault::new(5, "колонка", "значення", expected.clone())))
                .collect();
            said.extend(remarks.iter().map(|remark| texts.say(&Notice::new(5, "колонка", "значення", remark.clone()))));
            for sentence in said {
                assert!(sentence.contains('5') && !sentence.contains('{') && sentence.contains(' '), "{sentence}");
                assert!(!sentence.contains("exchange-") && !sentence.contains("document-"), "{sentence}");
            }
        }
    }
}
