//! What a text typed into one box is made of: a name, a phone, a paper, a date, a family number.
//!
//! The search box and the registration form that opens from a failed search read the same text the same way.

use crate::domain::date;
use crate::domain::document::Document;
use crate::domain::name::{clean, settle};
use crate::domain::number::FamilyNumber;
use crate::domain::person::{BirthDate, PersonName};
use crate::domain::phone::Phone;
use chrono::NaiveDate;

/// A typed text taken apart. Words that are nothing else are the name, in the order typed: surname, given name, patronymic.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Typed {
    /// Name words, settled.
    pub name: PersonName,
    /// A whole phone.
    pub phone: Option<Phone>,
    /// A paper recognised by its shape.
    pub document: Option<Document>,
    /// A date or a year.
    pub birth: Option<BirthDate>,
    /// A family number with a right check digit.
    pub number: Option<FamilyNumber>,
}

/// Words that one thing can be made of at most: `+38 067 123 45 67`.
const LONGEST: usize = 6;

/// Digits that a foreign phone of several words is read with at most, so that it does not swallow the year after it.
const FOREIGN_DIGITS: usize = 13;

/// Takes a typed text apart. Phones with spaces and brackets, passports with a space and dates are recognised in any place of the text.
///
/// The longest run of words that is something wins; of two things of one kind the first is kept. Digits that are nothing at all
/// stay among the name's words, so that what was typed is seen and not lost.
pub fn split(text: &str, today: NaiveDate) -> Typed {
    let text = clean(text);
    let words: Vec<&str> =
        text.split(' ').map(|word| word.trim_matches([',', ';'])).filter(|word| !word.is_empty()).collect();
    let mut typed = Typed::default();
    let mut names: Vec<String> = Vec::new();
    let mut rest = words.as_slice();
    while let [first, others @ ..] = rest {
        let longest = LONGEST.min(rest.len());
        let found = (1..=longest).rev().find_map(|count| Some((count, read(&rest[..count], today)?)));
        if let Some((count, thing)) = found {
            typed.keep(thing);
            rest = &rest[count..];
        } else {
            if first.chars().any(char::is_alphanumeric) {
                names.push(settle(first));
            }
            rest = others;
        }
    }
    let mut names = names.into_iter();
    typed.name.surname = names.next().unwrap_or_default();
    typed.name.given = names.next().unwrap_or_default();
    typed.name.patronymic = names.collect::<Vec<_>>().join(" ");
    typed
}

/// Something that is not a name.
enum Thing {
    Phone(Phone),
    Document(Document),
    Birth(BirthDate),
    Number(FamilyNumber),
}

impl Typed {
    fn keep(&mut self, thing: Thing) {
        match thing {
            Thing::Phone(phone) => drop(self.phone.get_or_insert(phone)),
            Thing::Document(document) => drop(self.document.get_or_insert(document)),
            Thing::Birth(birth) => drop(self.birth.get_or_insert(birth)),
            Thing::Number(number) => drop(self.number.get_or_insert(number)),
        }
    }
}

/// What the words are together.
fn read(words: &[&str], today: NaiveDate) -> Option<Thing> {
    let text = words.join(" ");
    if !text.contains(|sign: char| sign.is_ascii_digit()) {
        return None;
    }
    number(&text)
        .or_else(|| birth(words, &text, today))
        .or_else(|| document(words, &text))
        .or_else(|| phone(words, &text))
}

fn number(text: &str) -> Option<Thing> {
    FamilyNumber::parse(text).map(Thing::Number)
}

/// One word, or day, month and year apart; `р.н.` may follow.
fn birth(words: &[&str], text: &str, today: NaiveDate) -> Option<Thing> {
    let date_words = match words {
        [before @ .., word] if word.starts_with('р') => before,
        _ => words,
    };
    let is_date = match date_words {
        [_] => true,
        [day, month, year] => day.len() <= 2 && month.len() <= 2 && year.len() == 4,
        _ => false,
    };
    if !is_date {
        return None;
    }
    date::parse_birth(text, today).ok().map(Thing::Birth)
}

/// One word, or several with a letter among them: digits alone in several words are a phone sooner.
fn document(words: &[&str], text: &str) -> Option<Thing> {
    if words.len() > 1 && !text.contains(char::is_alphabetic) {
        return None;
    }
    Document::recognise(text).map(Thing::Document)
}

fn phone(words: &[&str], text: &str) -> Option<Thing> {
    let phone = Phone::parse(text).ok()?;
    if words.len() > 1 && !phone.is_ukrainian() && phone.settled.len() > FOREIGN_DIGITS + 1 {
        return None;
    }
    Some(Thing::Phone(phone))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::date::show_birth;
    use crate::domain::document::DocumentKind;
    use proptest::prelude::*;
    use rstest::rstest;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
    }

    /// Everything found, as one line: name | phone | paper | birth | number.
    fn found(text: &str) -> String {
        let typed = split(text, today());
        [
            typed.name.full(),
            typed.phone.map(|phone| phone.settled).unwrap_or_default(),
            typed.document.map(|paper| paper.number).unwrap_or_default(),
            typed.birth.map(show_birth).unwrap_or_default(),
            typed.number.map(|number| number.to_string()).unwrap_or_default(),
        ]
        .join("|")
    }

    #[rstest]
    #[case("Шевченко Тарас 067 123-45-67 кс123456 12.03.1987", "Шевченко Тарас|+380671234567|КС123456|12.03.1987|")]
    #[case("067 123 45 67 шевченко 1987 тарас", "Шевченко Тарас|+380671234567||1987|")]
    #[case("КС 123456, Шевченко; +38 (067) 123 45 67", "Шевченко|+380671234567|КС123456||")]
    #[case("шевченко тарас григорович", "Шевченко Тарас Григорович||||")]
    #[case("Алієв Мамед Гасан огли", "Алієв Мамед Гасан Огли||||")]
    #[case("482-1737", "||||482-1737")]
    #[case("482 1737 шевченко", "Шевченко||||482-1737")]
    #[case("4821737", "||||482-1737")]
    #[case("12031987", "|||12.03.1987|")]
    #[case("шевченко 12 03 1987 р.н.", "Шевченко|||12.03.1987|")]
    #[case("шевченко 1987 р.н.", "Шевченко|||1987|")]
    #[case("3184710691", "||3184710691||")]
    #[case("0671234567", "|+380671234567|||")]
    #[case("380671234567", "|+380671234567|||")]
    #[case("8 067 123 45 67 1987", "|+380671234567||1987|")]
    #[case("067 482 1737", "|+380674821737|||")]
    #[case("19870312-01234", "||19870312-01234||")]
    #[case("123456789", "||123456789||")]
    #[case("І-БК 123456 коваль", "Коваль||I-БК123456||")]
    #[case("коваль І БК 123456", "Коваль||I-БК123456||")]
    #[case("+48 123 456 789 1987", "|+48123456789||1987|")]
    #[case("", "||||")]
    #[case(" , ; - ", "||||")]
    fn one_box_takes_everything_in_any_order(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(found(text), expected);
    }

    #[rstest]
    #[case("шевченко 067123", "Шевченко 067123||||")]
    #[case("шевченко 482-1730", "Шевченко 482-1730||||")]
    #[case("шевченко 30.02.1987", "Шевченко 30.02.1987||||")]
    #[case("шевченко 2027", "Шевченко 2027||||")]
    fn what_is_nothing_at_all_is_not_lost(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(found(text), expected);
    }

    #[test]
    fn the_first_of_two_phones_is_kept_and_none_is_taken_for_a_name() {
        assert_eq!(found("Шевченко 0671234567 0501234567"), "Шевченко|+380671234567|||");
    }

    #[test]
    fn a_tax_number_with_a_wrong_check_digit_is_still_a_paper() {
        let typed = split("1759013770", today());
        assert_eq!(typed.document.unwrap().kind, DocumentKind::TaxNumber);
    }

    proptest! {
        #[test]
        fn any_text_is_taken_apart(text in "[А-яa-z0-9+()., -]{0,60}") {
            let _typed = split(&text, today());
        }
    }
}
