//! Identity papers: their shapes, check digits and what they say about birth date and sex.
//!
//! A wrong check digit or a disagreement is a warning that says what disagrees; saving stays possible, because papers with
//! printing errors exist and a person at the counter is not to be sent away. Shapes: table "Identity papers" of the domain
//! notes; the РНОКПП algorithm is verified in the tests against published numbers.

mod free;
mod registry_number;
mod series;
mod tax_number;

use crate::domain::date::is_dash;
use crate::domain::name::clean;
use crate::domain::person::{BirthDate, Precision, Sex};
use crate::domain::phone::has_ukrainian_code;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// Kinds of papers.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// РНОКПП, the taxpayer's number: ten digits.
    TaxNumber,
    /// УНЗР, the number of the demographic register: `YYYYMMDD-NNNNN`.
    RegistryNumber,
    /// ID-картка: nine digits.
    IdCard,
    /// Паспорт-книжечка: two Cyrillic letters and six digits.
    Passport,
    /// Свідоцтво про народження: `I-БК 123456`.
    BirthCertificate,
    /// Довідка ВПО: free, 6–20 characters.
    DisplacedCertificate,
    /// Посвідчення (УБД, багатодітної, з інвалідністю …): no mask.
    Certificate,
}

impl DocumentKind {
    /// Every kind in the order of the picker.
    pub const ALL: [Self; 7] = [
        Self::Passport,
        Self::IdCard,
        Self::TaxNumber,
        Self::RegistryNumber,
        Self::BirthCertificate,
        Self::DisplacedCertificate,
        Self::Certificate,
    ];

    /// The kind's word in files (`passport:КС123456`), in the store and in message ids (`document-passport`).
    pub fn code(self) -> &'static str {
        match self {
            Self::TaxNumber => "rnokpp",
            Self::RegistryNumber => "unzr",
            Self::IdCard => "id_card",
            Self::Passport => "passport",
            Self::BirthCertificate => "birth_certificate",
            Self::DisplacedCertificate => "idp_certificate",
            Self::Certificate => "certificate",
        }
    }

    /// The kind of a code; Ukrainian words of old lists (`паспорт`, `ІПН`, `свідоцтво`) are understood too.
    pub fn from_code(code: &str) -> Option<Self> {
        let word = clean(code).to_lowercase();
        let word: String = word.chars().map(|sign| if is_dash(sign) || sign == '_' { ' ' } else { sign }).collect();
        match word.trim_end_matches(['.', ':', '№', ' ']) {
            "rnokpp"
            | "рнокпп"
            | "іпн"
            | "ипн"
            | "інн"
            | "инн"
            | "код"
            | "ідентифікаційний код"
            | "ідентифікаційний номер"
            | "податковий номер"
            | "tax number" => Some(Self::TaxNumber),
            "unzr" | "унзр" => Some(Self::RegistryNumber),
            "id card"
            | "id"
            | "id картка"
            | "ід картка"
            | "ід"
            | "картка"
            | "idкартка"
            | "паспорт id"
            | "id паспорт"
            | "паспорт картка" => Some(Self::IdCard),
            "passport" | "паспорт" | "паспорт книжечка" | "книжечка" | "паспорт громадянина україни" => {
                Some(Self::Passport)
            }
            "birth certificate" | "свідоцтво" | "свідоцтво про народження" | "св во" | "св во про народження" => {
                Some(Self::BirthCertificate)
            }
            "idp certificate" | "впо" | "довідка" | "довідка впо" | "довідка переселенця" => {
                Some(Self::DisplacedCertificate)
            }
            "certificate" | "посвідчення" | "посв" => Some(Self::Certificate),
            _ => None,
        }
    }
}

/// A paper: its kind, its number settled, and as typed.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Document {
    /// Kind.
    pub kind: DocumentKind,
    /// The settled number, what uniqueness and search see: `КС123456` in Cyrillic, `I-БК123456` with the Roman numeral in Latin
    /// letters (the only script that has all of I, V and X) and the series in Cyrillic, `3184710691`, `19870312-01234`.
    pub number: String,
    /// As typed.
    pub raw: String,
    /// Date of issue.
    pub issued_on: Option<NaiveDate>,
    /// Who issued it.
    pub issued_by: String,
}

/// Why a typed text is not such a paper.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DocumentFault {
    /// Nothing typed.
    Empty,
    /// The shape of the kind is not met; what is expected is the message `document-shape-KIND`.
    Shape(DocumentKind),
}

/// What disagrees though the paper may stand.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DocumentWarning {
    /// The last digit should be another one.
    CheckDigit {
        /// What the algorithm gives.
        expected: u8,
        /// What is written.
        found: u8,
    },
    /// The number says another birth date than the card.
    BirthDate {
        /// What the number says.
        says: NaiveDate,
    },
    /// The number says the other sex than the card.
    Sex {
        /// What the number says.
        says: Sex,
    },
}

impl Document {
    /// Settles a number typed as this kind. ID card and УНЗР share one field: either is recognised and the kind returned is the
    /// one it really is.
    pub fn parse(kind: DocumentKind, text: &str) -> Result<Self, DocumentFault> {
        let raw = clean(text);
        if raw.is_empty() {
            return Err(DocumentFault::Empty);
        }
        let shape = |number: Option<String>| number.ok_or(DocumentFault::Shape(kind));
        let (kind, number) = match kind {
            DocumentKind::TaxNumber => (kind, shape(tax_number::settle(&raw))?),
            DocumentKind::RegistryNumber | DocumentKind::IdCard => match registry_number::settle(&raw) {
                Some(number) => (DocumentKind::RegistryNumber, number),
                None => (DocumentKind::IdCard, shape(id_card(&raw))?),
            },
            DocumentKind::Passport => (kind, shape(series::passport(&raw))?),
            DocumentKind::BirthCertificate => (kind, shape(series::birth_certificate(&raw))?),
            DocumentKind::DisplacedCertificate => (kind, shape(free::displaced_certificate(&raw))?),
            DocumentKind::Certificate => (kind, shape(free::certificate(&raw))?),
        };
        Ok(Self { kind, number, raw, issued_on: None, issued_by: String::new() })
    }

    /// Recognises a paper by its shape alone: passport, ID card, РНОКПП, УНЗР, birth certificate. Never the free kinds.
    ///
    /// Ten digits that begin with a zero have the shape of a phone too. They are a paper only when the check digit is right and no
    /// Ukrainian phone begins so: a number with a leading zero belongs to somebody born before May 1927.
    pub fn recognise(text: &str) -> Option<Self> {
        let found = [
            DocumentKind::Passport,
            DocumentKind::BirthCertificate,
            DocumentKind::RegistryNumber,
            DocumentKind::TaxNumber,
        ]
        .into_iter()
        .find_map(|kind| Self::parse(kind, text).ok())?;
        let like_a_phone = found.kind == DocumentKind::TaxNumber
            && found.number.starts_with('0')
            && (has_ukrainian_code(&found.number) || !found.warnings(None, None).is_empty());
        (!like_a_phone).then_some(found)
    }

    /// `КС 123456`, `I-БК 123456`: the way people write it.
    pub fn show(&self) -> String {
        match self.kind {
            DocumentKind::Passport | DocumentKind::BirthCertificate => series::show(&self.number),
            _ => self.number.clone(),
        }
    }

    fn told(&self) -> Option<Told> {
        match self.kind {
            DocumentKind::TaxNumber => tax_number::tell(&self.number),
            DocumentKind::RegistryNumber => registry_number::tell(&self.number),
            _ => None,
        }
    }

    /// The birth date and sex that a number with a right check digit holds: a form may fill them in.
    pub fn tells(&self) -> (Option<NaiveDate>, Option<Sex>) {
        match self.told() {
            Some(told) if told.expected == told.found => (told.birth, told.sex),
            _ => (None, None),
        }
    }

    /// What disagrees between this paper and what the card says of its owner.
    pub fn warnings(&self, birth: Option<BirthDate>, sex: Option<Sex>) -> Vec<DocumentWarning> {
        let Some(told) = self.told() else { return Vec::new() };
        let mut found = Vec::new();
        if told.expected != told.found {
            found.push(DocumentWarning::CheckDigit { expected: told.expected, found: told.found });
        }
        if let (Some(says), Some(birth)) = (told.birth, birth) {
            let agrees = match birth.precision {
                Precision::Day => birth.date == says,
                Precision::Year => birth.date.year() == says.year(),
            };
            if !agrees {
                found.push(DocumentWarning::BirthDate { says });
            }
        }
        if let (Some(says), Some(sex)) = (told.sex, sex)
            && says != sex
        {
            found.push(DocumentWarning::Sex { says });
        }
        found
    }
}

/// What a number tells by itself.
struct Told {
    /// The check digit that the algorithm gives.
    expected: u8,
    /// The check digit as written.
    found: u8,
    /// Birth date, where the number holds one.
    birth: Option<NaiveDate>,
    /// Sex, where the number holds it.
    sex: Option<Sex>,
}

/// Nine digits, spaces between them allowed.
fn id_card(text: &str) -> Option<String> {
    let digits = squeeze(text);
    only_digits(&digits, 9).then_some(digits)
}

/// The text without spaces and number signs, every dash a hyphen.
fn squeeze(text: &str) -> String {
    text.chars()
        .filter(|sign| !sign.is_whitespace() && *sign != '№')
        .map(|sign| if is_dash(sign) { '-' } else { sign })
        .collect()
}

fn only_digits(text: &str, count: usize) -> bool {
    text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The values of the digits of a text, other signs skipped.
fn digit_values(text: &str) -> Vec<u8> {
    text.bytes().filter(u8::is_ascii_digit).map(|byte| byte - b'0').collect()
}

#[cfg(test)]
mod tests;
