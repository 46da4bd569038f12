//! Questions as they are typed at the counter, each with the person who is meant and the fields by which an answer is judged.

use super::chance::Chance;
use super::people::Person;
use super::spelling::{SLIPS, everyday, layout, lower, official, russian, slip};
use super::words::RU_NAMES;
use std::collections::HashMap;

/// A field that the question names: an answer is right when it has the same in all of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Told {
    Surname,
    Given,
    Patronymic,
    Year,
    Birth,
    Phone,
    LastFour,
    Address,
    Document,
    Number,
    Tax,
    /// The beginnings of the three names.
    Beginnings,
}

/// A question.
pub struct Question {
    pub class: &'static str,
    pub text: String,
    /// Place of the person who is meant.
    pub about: usize,
    pub told: &'static [Told],
}

use Told::{Address, Beginnings, Birth, Document, Given, LastFour, Number, Patronymic, Phone, Surname, Tax, Year};

const FULL: &[Told] = &[Surname, Given, Patronymic];
const TWO: &[Told] = &[Surname, Given];

/// Every class in the order of the tables.
pub const CLASSES: [&str; 28] = [
    "full name",
    "full name, other letter",
    "full name, missing letter",
    "full name, extra letter",
    "full name, swap",
    "full name, two slips",
    "surname and given",
    "surname and given, slip",
    "surname",
    "surname, slip",
    "wrong layout",
    "Latin, official",
    "Latin, everyday",
    "Russian spelling",
    "apostrophe",
    "words in other order",
    "parts of words",
    "surname and year",
    "surname and date",
    "surname with slip and date",
    "surname and last four",
    "last four",
    "phone",
    "phone, one digit wrong",
    "address",
    "paper",
    "family number",
    "tax number",
];

impl Question {
    /// Whether `answer` is what was meant.
    pub fn is_met(&self, meant: &Person, answer: &Person) -> bool {
        self.told.iter().all(|told| match told {
            Surname => meant.surname == answer.surname,
            Given => meant.given == answer.given,
            Patronymic => meant.patronymic == answer.patronymic,
            Year => meant.birth.0 == answer.birth.0,
            Birth => meant.birth == answer.birth,
            Phone => meant.phone == answer.phone,
            LastFour => meant.phone % 10_000 == answer.phone % 10_000,
            Address => (meant.street, &meant.house, meant.flat) == (answer.street, &answer.house, answer.flat),
            Document => meant.document == answer.document,
            Number => meant.family == answer.family,
            Tax => meant.tax == answer.tax,
            Beginnings => {
                let names = [answer.surname.as_str(), answer.given, answer.patronymic.as_str()];
                self.text.split(' ').zip(names).all(|(typed, name)| straight(&lower(name)).starts_with(typed))
            }
        })
    }
}

fn straight(text: &str) -> String {
    text.replace('’', "'")
}

/// `each` questions of every class.
pub fn questions(people: &[Person], seed: u64, each: usize) -> Vec<Question> {
    let mut chance = Chance(seed ^ 0x5EED);
    let spellings: HashMap<&str, &str> = RU_NAMES.split('|').filter_map(|entry| entry.split_once(' ')).collect();
    let mut all = Vec::with_capacity(CLASSES.len() * each);
    for class in CLASSES {
        for turn in 0..each {
            let about = loop {
                let about = chance.below(people.len());
                let person = &people[about];
                let fits = match class {
                    "apostrophe" => person.surname.contains('’'),
                    "Russian spelling" => spellings.contains_key(person.given),
                    "surname and last four" | "last four" | "phone" | "phone, one digit wrong" => person.phone != 0,
                    "address" => person.flat != 0,
                    _ => true,
                };
                if fits && person.surname.chars().count() >= 4 && person.given.chars().count() >= 4 {
                    break about;
                }
            };
            let (text, told) = ask(&mut chance, class, turn, &people[about], &spellings);
            all.push(Question { class, text, about, told });
        }
    }
    all
}

fn ask(
    chance: &mut Chance,
    class: &str,
    turn: usize,
    person: &Person,
    spellings: &HashMap<&str, &str>,
) -> (String, &'static [Told]) {
    let (surname, given) = (straight(&lower(&person.surname)), straight(&lower(person.given)));
    let patronymic = straight(&lower(&person.patronymic));
    let kind = SLIPS[turn % 4];
    let digits = format!("{:09}", person.phone);
    let (year, month, day) = person.birth;
    let date = match turn % 4 {
        0 => format!("{day:02}.{month:02}.{year}"),
        1 => format!("{day}.{month}.{year}"),
        2 => format!("{year}-{month:02}-{day:02}"),
        _ => format!("{day:02}{month:02}{year}"),
    };
    match class {
        "full name" => (format!("{surname} {given} {patronymic}"), FULL),
        "full name, two slips" => {
            let other = SLIPS[chance.below(4)];
            (format!("{} {} {patronymic}", slip(chance, &surname, kind), slip(chance, &given, other)), FULL)
        }
        "surname and given" => (format!("{surname} {given}"), TWO),
        "surname and given, slip" => {
            if chance.is(0.5) {
                (format!("{} {given}", slip(chance, &surname, kind)), TWO)
            } else {
                (format!("{surname} {}", slip(chance, &given, kind)), TWO)
            }
        }
        "surname" => (surname, &[Surname]),
        "surname, slip" => (slip(chance, &surname, kind), &[Surname]),
        "wrong layout" => (layout(&format!("{surname} {given}")), TWO),
        "Latin, official" => (official(&format!("{} {}", person.surname, person.given)), TWO),
        "Latin, everyday" => (everyday(chance, &format!("{} {}", person.surname, person.given)), TWO),
        "Russian spelling" => (
            format!("{} {}", russian(&person.surname), spellings.get(person.given).map_or(given, |name| lower(name))),
            TWO,
        ),
        "apostrophe" => {
            let sign = ["'", "’", "ʼ", "`", "", "\"", "ь", "ъ"][turn % 8];
            let with = |name: &str| lower(name).replace('’', sign);
            (format!("{} {}", with(&person.surname), with(person.given)), TWO)
        }
        "words in other order" if turn.is_multiple_of(2) => (format!("{given} {patronymic} {surname}"), FULL),
        "words in other order" => (format!("{given} {surname}"), TWO),
        "parts of words" => {
            let start = |name: &str, letters: usize| name.chars().take(letters).collect::<String>();
            let letters = 4 + chance.below(3);
            (format!("{} {} {}", start(&surname, letters), start(&given, 3), start(&patronymic, 3)), &[Beginnings])
        }
        "surname and year" => (format!("{surname} {year}"), &[Surname, Year]),
        "surname and date" => (format!("{surname} {date}"), &[Surname, Birth]),
        "surname with slip and date" => (format!("{} {date}", slip(chance, &surname, kind)), &[Surname, Birth]),
        "surname and last four" => (format!("{surname} {}", &digits[5..]), &[Surname, LastFour]),
        "last four" => (digits[5..].to_owned(), &[LastFour]),
        "phone" => (phone(&digits, turn), &[Phone]),
        "phone, one digit wrong" => (wrong_phone(chance, &digits, turn), &[Phone]),
        "address" => {
            let street = straight(&lower(person.street));
            let (house, flat) = (&person.house, person.flat);
            (
                if turn.is_multiple_of(2) {
                    format!("{street} {house} кв {flat}")
                } else {
                    format!("{street} {house}/{flat}")
                },
                &[Address],
            )
        }
        "paper" if turn.is_multiple_of(2) => (person.document.clone(), &[Document]),
        "paper" => (lower(&person.document), &[Document]),
        "family number" if turn.is_multiple_of(2) => (person.number().to_string(), &[Number]),
        "family number" => (person.number().value().to_string(), &[Number]),
        "tax number" => (format!("{:010}", person.tax), &[Tax]),
        _ => {
            let kind = match class {
                "full name, other letter" => SLIPS[0],
                "full name, missing letter" => SLIPS[1],
                "full name, extra letter" => SLIPS[2],
                _ => SLIPS[3],
            };
            let mut words = [surname, given, patronymic];
            let word = chance.below(3);
            words[word] = slip(chance, &words[word], kind);
            (words.join(" "), FULL)
        }
    }
}

fn phone(digits: &str, turn: usize) -> String {
    let (code, rest) = digits.split_at(2);
    match turn % 4 {
        0 => format!("0{digits}"),
        1 => format!("+380{digits}"),
        2 => format!("0{code} {} {} {}", &rest[..3], &rest[3..5], &rest[5..]),
        _ => format!("(0{code}) {}-{}-{}", &rest[..3], &rest[3..5], &rest[5..]),
    }
}

fn wrong_phone(chance: &mut Chance, digits: &str, turn: usize) -> String {
    let right: Vec<char> = format!("0{digits}").chars().collect();
    loop {
        let mut typed = right.clone();
        let place = 1 + chance.below(9);
        if turn.is_multiple_of(2) {
            typed[place] = char::from(b'0' + chance.below(10) as u8);
        } else if place > 1 {
            typed.swap(place, place - 1);
        }
        if typed != right {
            return typed.into_iter().collect();
        }
    }
}
