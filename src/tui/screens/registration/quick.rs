//! One typed line becomes an entry: a member, a paper, a category. Pure; what a good typist types without looking.

use crate::domain::category::{Category, CategoryCode};
use crate::domain::date;
use crate::domain::document::{Document, DocumentKind};
use crate::domain::draft::MemberDraft;
use crate::domain::family::Relation;
use crate::domain::name;
use crate::domain::person::{PersonName, Sex};
use crate::domain::relation;
use crate::domain::typed;
use chrono::NaiveDate;

/// The first letters of relation words that are enough on their own when typed: `др`, `чол`, `дон`.
const SHORT_RELATIONS: [(&str, Relation, Option<Sex>); 12] = [
    ("дружин", Relation::Spouse, Some(Sex::Female)),
    ("чоловік", Relation::Spouse, Some(Sex::Male)),
    ("син", Relation::Son, Some(Sex::Male)),
    ("донька", Relation::Daughter, Some(Sex::Female)),
    ("дочка", Relation::Daughter, Some(Sex::Female)),
    ("мати", Relation::Mother, Some(Sex::Female)),
    ("батько", Relation::Father, Some(Sex::Male)),
    ("бабуся", Relation::Grandmother, Some(Sex::Female)),
    ("дідусь", Relation::Grandfather, Some(Sex::Male)),
    ("опікун", Relation::Guardian, None),
    ("підопічн", Relation::Ward, None),
    ("інше", Relation::Other, None),
];

fn relation_of(word: &str) -> Option<(Relation, Option<Sex>)> {
    relation::read(word).or_else(|| {
        let lower = word.to_lowercase();
        let is_short = (2..7).contains(&lower.chars().count());
        SHORT_RELATIONS
            .iter()
            .find(|(whole, ..)| is_short && whole.starts_with(&lower))
            .map(|(_, relation, sex)| (*relation, *sex))
    })
}

/// A member typed in one line: `син Петро 12032015`, `дружина Оксана Іванівна 30.07.1990 КС123456`, `Бойко Марія 1958`. The
/// surname is carried over from the head where only a given name (and patronymic) stands; where no relation is typed, age and
/// sex tell a child from a grown-up. None where there is no name in it.
pub(super) fn member(text: &str, head_surname: &str, today: NaiveDate) -> Option<MemberDraft> {
    let text = text.trim();
    let first = text.split_whitespace().next()?;
    let (told, rest) = match relation_of(first) {
        Some(told) => (Some(told), text[first.len()..].trim()),
        None => (None, text),
    };
    let parts = typed::split(rest, today);
    let words: Vec<String> = [parts.name.surname, parts.name.given, parts.name.patronymic]
        .into_iter()
        .filter(|word| !word.is_empty())
        .collect();
    let sex_told = told.and_then(|(relation, sex)| sex.or(relation.sex()));
    let (surname, given, patronymic) = match words.as_slice() {
        [given] => (None, given.clone(), String::new()),
        [given, patronymic] if name::sex_of_patronymic(patronymic).is_some() => {
            (None, given.clone(), patronymic.clone())
        }
        [surname, given] => (Some(surname.clone()), given.clone(), String::new()),
        [surname, given, rest @ ..] => (Some(surname.clone()), given.clone(), rest.join(" ")),
        [] => return None,
    };
    let sex = sex_told
        .or_else(|| name::sex_of_patronymic(&patronymic))
        .or_else(|| parts.document.as_ref().and_then(|document| document.tells().1));
    let relation = told.map_or_else(
        || match (parts.birth.is_some_and(|birth| birth.is_child_on(today)), sex) {
            (true, Some(Sex::Male)) => Relation::Son,
            (true, Some(Sex::Female)) => Relation::Daughter,
            _ => Relation::Other,
        },
        |(relation, _)| relation,
    );
    Some(MemberDraft {
        name: PersonName { surname: surname.unwrap_or_else(|| carried(head_surname, sex)), given, patronymic },
        sex,
        birth: parts.birth,
        phones: parts.phone.into_iter().collect(),
        documents: parts.document.into_iter().collect(),
        ..MemberDraft::new(relation)
    })
}

/// The head's surname as a member of that sex bears it: `Левицький` → `Левицька`, `Іванов` → `Іванова`; others are the same.
fn carried(surname: &str, sex: Option<Sex>) -> String {
    const PAIRS: [(&str, &str); 6] =
        [("ський", "ська"), ("цький", "цька"), ("ий", "а"), ("ов", "ова"), ("єв", "єва"), ("ін", "іна")];
    let found = PAIRS.iter().find_map(|(male, female)| match sex {
        Some(Sex::Female) => surname.strip_suffix(male).map(|stem| format!("{stem}{female}")),
        Some(Sex::Male) => surname.strip_suffix(female).map(|stem| format!("{stem}{male}")),
        None => None,
    });
    // A man's «-а» ending is too common in surnames of its own (Сирота, Заїка) to be turned into «-ий».
    match (found, sex) {
        (Some(form), Some(Sex::Female)) => form,
        (Some(form), Some(Sex::Male))
            if surname.ends_with("ська")
                || surname.ends_with("цька")
                || surname.ends_with("ова")
                || surname.ends_with("єва") =>
        {
            form
        }
        _ => surname.to_owned(),
    }
}

/// A paper typed in one line: recognised by its shape (`КС123456`, `3184710691`), or named first (`впо 0710-123456`,
/// `посвідчення УБД 123456`).
pub(super) fn paper(text: &str) -> Option<Document> {
    let text = text.trim();
    Document::recognise(text).or_else(|| {
        let (kind, number) = text.split_once([' ', ':'])?;
        Document::parse(kind_of(kind)?, number.trim()).ok()
    })
}

fn kind_of(word: &str) -> Option<DocumentKind> {
    let lower = word.trim_end_matches('.').to_lowercase();
    DocumentKind::from_code(&lower).or(match lower.as_str() {
        "впо" | "довідка" => Some(DocumentKind::DisplacedCertificate),
        "посв" | "посвідчення" | "убд" => Some(DocumentKind::Certificate),
        "св" | "свідоцтво" => Some(DocumentKind::BirthCertificate),
        "пасп" | "паспорт" => Some(DocumentKind::Passport),
        _ => None,
    })
}

/// A category line taken apart: the words that name it, the days, the basis behind them.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(super) struct CategoryLine {
    /// What names the category: `впо`.
    pub words: String,
    /// First day.
    pub since: Option<NaiveDate>,
    /// Last day.
    pub until: Option<NaiveDate>,
    /// Everything behind the dates.
    pub basis: String,
}

impl CategoryLine {
    /// `впо 24022022 довідка 0710-1`, `сжо 01.03.2024-01.09.2024 акт 12`, `ВПО з 24.02.2022`.
    pub fn read(text: &str, today: NaiveDate) -> Self {
        let mut line = Self::default();
        let mut words = Vec::new();
        let mut basis = Vec::new();
        for word in text.split_whitespace() {
            let mut days = [None, None];
            if line.since.is_none() && basis.is_empty() && word.starts_with(|c: char| c.is_ascii_digit()) {
                let (first, last) =
                    word.split_once(['-', '–']).filter(|(first, _)| first.len() >= 8).unwrap_or((word, ""));
                days = [date::parse(first, today).ok(), date::parse(last, today).ok()];
            }
            match days {
                [Some(since), until] => {
                    line.since = Some(since);
                    line.until = until;
                }
                _ if line.since.is_some() => basis.push(word),
                _ if word == "з" || word == "since" => {}
                _ => words.push(word),
            }
        }
        line.words = words.join(" ");
        line.basis = name::clean(&basis.join(" "));
        line
    }

    /// The category with this code.
    pub fn category(&self, code: CategoryCode) -> Category {
        Category { code, since: self.since, until: self.until, basis: self.basis.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
    }

    fn told(text: &str) -> String {
        let Some(member) = member(text, "Левицький", today()) else { return "nobody".to_owned() };
        let birth = member.birth.map(date::show_birth).unwrap_or_default();
        let sex = member.sex.map_or("?", Sex::code);
        format!("{} {} {sex} {birth}", member.relation.code(), member.name.full())
    }

    #[test]
    fn a_member_is_one_line() {
        assert_eq!(told("син Петро 12032015"), "son Левицький Петро m 12.03.2015");
        assert_eq!(told("донька Софія Тарасівна 2018"), "daughter Левицька Софія Тарасівна f 2018");
        assert_eq!(told("др Оксана Іванівна 30.07.1990"), "spouse Левицька Оксана Іванівна f 30.07.1990");
        assert_eq!(told("бабуся Бойко Марія 1948"), "grandmother Бойко Марія f 1948");
    }

    #[test]
    fn without_a_relation_age_and_patronymic_tell() {
        assert_eq!(told("Петро Тарасович 12032015"), "son Левицький Петро Тарасович m 12.03.2015");
        assert_eq!(told("Марія 1948"), "other Левицький Марія ? 1948");
    }

    #[test]
    fn a_line_without_a_name_is_nobody() {
        assert_eq!(told("син"), "nobody");
        assert_eq!(told("12032015"), "nobody");
        assert_eq!(told("  "), "nobody");
    }

    #[test]
    fn a_mans_own_a_ending_is_not_turned() {
        assert_eq!(carried("Сирота", Some(Sex::Male)), "Сирота");
        assert_eq!(carried("Левицька", Some(Sex::Male)), "Левицький");
        assert_eq!(carried("Шевченко", Some(Sex::Female)), "Шевченко");
    }

    #[test]
    fn a_category_line_has_days_and_a_basis() {
        let line = CategoryLine::read("впо 24022022 довідка 0710-123", today());
        assert_eq!((line.words.as_str(), line.basis.as_str()), ("впо", "довідка 0710-123"));
        assert_eq!(line.since, NaiveDate::from_ymd_opt(2022, 2, 24));
        let line = CategoryLine::read("сжо з 01.03.2024-01.09.2024", today());
        assert_eq!(
            (line.since, line.until),
            (NaiveDate::from_ymd_opt(2024, 3, 1), NaiveDate::from_ymd_opt(2024, 9, 1))
        );
        assert_eq!(CategoryLine::read("багатодітна", today()).words, "багатодітна");
    }

    #[test]
    fn a_paper_is_recognised_or_named() {
        let number = |text| paper(text).map(|paper| format!("{} {}", paper.kind.code(), paper.number));
        assert_eq!(number("кс 123456").as_deref(), Some("passport КС123456"));
        assert_eq!(number("3184710691").as_deref(), Some("rnokpp 3184710691"));
        assert_eq!(number("впо 0710-1234567890").as_deref(), Some("idp_certificate 0710-1234567890"));
        assert_eq!(number("щось"), None);
    }
}
