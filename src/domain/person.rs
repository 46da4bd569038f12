//! A person: name, sex, birth, consent. A person may have a family, several over the years, or none.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// Surname, given name and patronymic, each settled by [`crate::domain::name::settle`]. A patronymic may be empty.
#[derive(Clone, PartialEq, Eq, Hash, Default, Debug, Serialize, Deserialize)]
pub struct PersonName {
    /// Прізвище.
    pub surname: String,
    /// Ім'я.
    pub given: String,
    /// По батькові; empty where there is none.
    pub patronymic: String,
}

impl PersonName {
    /// `Прізвище Ім'я По батькові`, without a trailing space where the patronymic is missing.
    pub fn full(&self) -> String {
        [&self.surname, &self.given, &self.patronymic]
            .into_iter()
            .filter(|part| !part.is_empty())
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// `Прізвище І. П.`
    pub fn short(&self) -> String {
        let mut text = self.surname.clone();
        for part in [&self.given, &self.patronymic] {
            if let Some(initial) = part.chars().next() {
                text.push(' ');
                text.push(initial);
                text.push('.');
            }
        }
        text
    }
}

/// What a person wears, as labels say it: `122-128`, `M`, `36`. Either may be empty.
#[derive(Clone, PartialEq, Eq, Hash, Default, Debug, Serialize, Deserialize)]
pub struct Sizes {
    /// Of clothes.
    pub clothes: String,
    /// Of shoes.
    pub shoes: String,
}

impl Sizes {
    /// Whether nobody has said either.
    pub fn is_empty(&self) -> bool {
        self.clothes.is_empty() && self.shoes.is_empty()
    }
}

/// Sex as papers state it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// Жіноча.
    Female,
    /// Чоловіча.
    Male,
}

impl Sex {
    /// `f` or `m`, as files write it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Female => "f",
            Self::Male => "m",
        }
    }

    /// Reads `f|m|ж|ч` in either case.
    pub fn from_code(code: &str) -> Option<Self> {
        match code.trim().to_lowercase().as_str() {
            "f" | "ж" | "жін" | "жіноча" => Some(Self::Female),
            "m" | "ч" | "чол" | "чоловіча" => Some(Self::Male),
            _ => None,
        }
    }
}

/// A birth date, or only its year where nobody knows more (then 1 January stands for it).
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct BirthDate {
    /// The day; 1 January when only the year is known.
    pub date: NaiveDate,
    /// Whether the day is known or the year alone.
    pub precision: Precision,
}

/// How much of a date is known.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// The day itself.
    Day,
    /// The year only.
    Year,
}

impl BirthDate {
    /// Whole years lived on `day`; zero before birth.
    pub fn age_on(self, day: NaiveDate) -> u32 {
        day.years_since(self.date).unwrap_or(0)
    }

    /// A child is under eighteen on that day (source: rules of counting of the yearly report).
    pub fn is_child_on(self, day: NaiveDate) -> bool {
        self.age_on(day) < 18
    }

    /// Whether somebody was in the world on that day; where only the year is known, in all of it.
    pub fn may_be_born_by(self, day: NaiveDate) -> bool {
        self.date <= day || (self.precision == Precision::Year && self.year() == day.year())
    }

    /// Year of birth.
    pub fn year(self) -> i32 {
        self.date.year()
    }
}

/// Consent to the processing of personal data (law 2297-VI), or another ground.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Consent {
    /// Signed on a day; by whom, where somebody else signed (a parent for a child). May be empty.
    Given {
        /// The day on the paper.
        on: NaiveDate,
        /// Who signed, empty when the person did.
        by: String,
    },
    /// Processed on the ground of law, without consent.
    Law,
}
