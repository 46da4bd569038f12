//! The register: families with surnames as common as in life, names as common as in their generation, phones and papers.

use super::chance::{Chance, Weights};
use super::spelling::{feminine, lower, patronymic};
use super::words::{CODA, CODES, COMMON, FEMALE, MALE, NOUNS, ONSET, ROOTS, SETTLE, STREETS, SUFFIX, VERBS, VOWEL};
use chrono::NaiveDate;
use std::collections::HashSet;
use stiika::domain::document::{Document, DocumentKind};
use stiika::domain::id::{FamilyId, PersonId};
use stiika::domain::number::FamilyNumber;
use stiika::domain::person::{BirthDate, PersonName, Precision};
use stiika::domain::phone::Phone;
use stiika::search::Record;
use uuid::Uuid;

/// Distinct surnames.
const SURNAMES: usize = 90_000;

/// Somebody.
pub struct Person {
    /// Place of the family.
    pub family: u32,
    pub is_head: bool,
    pub surname: String,
    pub given: &'static str,
    pub patronymic: String,
    /// Year, month, day.
    pub birth: (u16, u8, u8),
    /// Nine digits; zero for none.
    pub phone: u64,
    pub settlement: &'static str,
    pub street: &'static str,
    pub house: String,
    /// Zero for none.
    pub flat: u32,
    pub document: String,
    pub tax: u64,
}

impl Person {
    /// The phone as it is stored; empty for none.
    pub fn settled_phone(&self) -> String {
        if self.phone == 0 { String::new() } else { format!("+380{:09}", self.phone) }
    }

    /// The number of the family.
    pub fn number(&self) -> FamilyNumber {
        FamilyNumber::from_random(u64::from(self.family) * 7919)
    }

    /// What the index is given; `place` is the person's place on the register.
    pub fn record(&self, place: usize) -> Record {
        let (year, month, day) = self.birth;
        let paper = |kind, number: String| Document {
            kind,
            number,
            raw: String::new(),
            issued_on: None,
            issued_by: String::new(),
        };
        let is_card = self.document.starts_with(|sign: char| sign.is_ascii_digit());
        let kind = if is_card { DocumentKind::IdCard } else { DocumentKind::Passport };
        Record {
            person: PersonId(id(place)),
            family: Some(FamilyId(id(self.family as usize))),
            number: Some(self.number()),
            name: PersonName {
                surname: self.surname.clone(),
                given: self.given.to_owned(),
                patronymic: self.patronymic.clone(),
            },
            sex: None,
            birth: NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))
                .map(|date| BirthDate { date, precision: Precision::Day }),
            phones: (self.phone != 0)
                .then(|| Phone { settled: self.settled_phone(), raw: String::new() })
                .into_iter()
                .collect(),
            documents: vec![
                paper(DocumentKind::TaxNumber, format!("{:010}", self.tax)),
                paper(kind, self.document.clone()),
            ],
            settlement: self.settlement.to_owned(),
            street: format!("вул. {}", self.street),
            renamed: None,
            building: self.house.clone(),
            flat: if self.flat == 0 { String::new() } else { self.flat.to_string() },
            closed: false,
            died: false,
            is_head: self.is_head,
            former: Vec::new(),
            also: Vec::new(),
        }
    }
}

/// As random as the ids of the program, and in the order of registration like them.
fn id(place: usize) -> Uuid {
    let mut chance = Chance(place as u64);
    Uuid::from_u128((place as u128 + 1) << 76 | u128::from(chance.next()))
}

/// The place of the person with this id.
pub fn place_of(person: PersonId) -> usize {
    usize::try_from(person.0.as_u128() >> 76).map_or(0, |place| place - 1)
}

fn words(text: &'static str) -> Vec<&'static str> {
    text.split_whitespace().collect()
}

/// Words with their weights: `Горішні Плавні 40`.
fn weighted(text: &'static str) -> Vec<(&'static str, Vec<f64>)> {
    text.split('|')
        .map(|entry| {
            let first = entry
                .char_indices()
                .find(|(place, sign)| sign.is_ascii_digit() && entry[..*place].ends_with(' '))
                .map_or(entry.len(), |(place, _)| place);
            let weights = entry[first..].split(' ').filter_map(|weight| weight.parse().ok()).collect();
            (entry[..first].trim_end(), weights)
        })
        .collect()
}

fn is_vowel(letter: Option<char>) -> bool {
    letter.is_some_and(|letter| "аеєиіїоуюя".contains(letter))
}

fn join(root: &str, ending: &str) -> String {
    let glide = if is_vowel(root.chars().last()) && is_vowel(ending.chars().next()) { "й" } else { "" };
    format!("{root}{glide}{ending}")
}

fn surnames(chance: &mut Chance, wanted: usize) -> Vec<String> {
    let mut seen = HashSet::new();
    let mut all: Vec<String> = Vec::new();
    let mut take = |all: &mut Vec<String>, surname: String| {
        if seen.insert(surname.clone()) {
            all.push(surname);
        }
    };
    for surname in words(COMMON) {
        take(&mut all, surname.to_owned());
    }
    let endings = words(SUFFIX);
    let mut pool: Vec<String> =
        words(ROOTS).iter().flat_map(|root| endings.iter().map(move |ending| join(root, ending))).collect();
    for place in (1..pool.len()).rev() {
        pool.swap(place, chance.below(place + 1));
    }
    pool.into_iter().for_each(|surname| take(&mut all, surname));
    for verb in words(VERBS) {
        for noun in words(NOUNS) {
            if chance.is(0.5) {
                take(&mut all, format!("{verb}{noun}"));
            }
        }
    }
    let (onsets, vowels, codas) = (words(ONSET), words(VOWEL), words(CODA));
    let mut roots = Vec::new();
    while roots.len() < 6000 {
        let (onset, vowel) = (chance.pick(&onsets), chance.pick(&vowels));
        if is_vowel(lower(onset).chars().last()) {
            continue;
        }
        let mut root = format!("{onset}{vowel}{}", chance.pick(&codas));
        if chance.is(0.45) {
            root.push_str(chance.pick(&vowels));
            root.push_str(chance.pick(&codas));
        }
        roots.push(root);
    }
    while all.len() < wanted {
        let root = roots[chance.below(roots.len())].clone();
        let surname = if chance.is(0.12) { root.clone() } else { join(&root, chance.pick(&endings)) };
        if chance.is(0.02) {
            let double = format!("{}-{surname}", all[chance.below(400)]);
            take(&mut all, double);
        } else {
            take(&mut all, surname);
        }
    }
    all
}

/// The taxpayer's number of somebody born on a day.
fn tax_number(chance: &mut Chance, birth: (u16, u8, u8), is_man: bool) -> u64 {
    const WEIGHTS: [i64; 9] = [-1, 5, 7, 9, 4, 6, 10, 5, 7];
    let (year, month, day) = birth;
    let date = NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day)).unwrap_or_default();
    let since = date - NaiveDate::from_ymd_opt(1899, 12, 31).unwrap_or_default();
    let sex = chance.below(5) * 2 + usize::from(is_man);
    let nine = since.num_days().unsigned_abs() * 10_000 + (chance.below(1000) * 10 + sex) as u64;
    let sum: i64 = (0..9).map(|place| WEIGHTS[place] * ((nine / 10u64.pow(8 - place as u32)) % 10).cast_signed()).sum();
    nine * 10 + sum.rem_euclid(11).unsigned_abs() % 10
}

fn generation(year: u16) -> usize {
    match year {
        ..1970 => 0,
        1970..2000 => 1,
        _ => 2,
    }
}

/// Given names of one sex, drawn by generation.
struct Names {
    names: Vec<(&'static str, Vec<f64>)>,
    by_generation: Vec<Weights>,
}

impl Names {
    fn new(table: &'static str) -> Self {
        let names = weighted(table);
        let by_generation =
            (0..3).map(|generation| Weights::new(names.iter().map(|name| name.1[generation]))).collect();
        Self { names, by_generation }
    }

    fn draw(&self, chance: &mut Chance, year: u16) -> &'static str {
        self.names[self.by_generation[generation(year)].draw(chance)].0
    }
}

/// So many people.
pub fn people(count: usize, seed: u64) -> Vec<Person> {
    const SERIES: &str = "АВ АЕ АК АМ АН ВА ВВ ВК ВМ ЕА ЕН КВ КМ КН КО МА МЕ МТ НА НК СА СК СМ СН ТТ";
    let mut chance = Chance(seed);
    let chance = &mut chance;
    let surnames = surnames(chance, SURNAMES);
    let by_rank = Weights::new((0..surnames.len()).map(|rank| 1.0 / (rank as f64 + 30.0).powf(0.95)));
    let (men, women) = (Names::new(MALE), Names::new(FEMALE));
    let (settlements, streets) = (weighted(SETTLE), weighted(STREETS));
    let by_settlement = Weights::new(settlements.iter().map(|place| place.1[0]));
    let by_street = Weights::new(streets.iter().map(|place| place.1[0]));
    let (codes, series) = (words(CODES), words(SERIES));
    let sizes = Weights::new([30.0, 25.0, 22.0, 15.0, 5.0, 2.0, 1.0].into_iter());
    let mut all: Vec<Person> = Vec::with_capacity(count);
    let mut family = 0;
    while all.len() < count {
        family += 1;
        let own = &surnames[by_rank.draw(chance)];
        let other = &surnames[by_rank.draw(chance)];
        let size = 1 + sizes.draw(chance);
        let settlement = settlements[by_settlement.draw(chance)].0;
        let street = streets[by_street.draw(chance)].0;
        let house = 1 + (chance.share() * chance.share() * 160.0) as u32;
        let part = if chance.is(0.12) { chance.pick(&["а", "б", "в", "/2"]) } else { "" };
        let flat = if chance.is(0.6) { 1 + (chance.share() * chance.share() * 180.0) as u32 } else { 0 };
        let base_year = 1935 + chance.below(68) as u16;
        let mut father = men.draw(chance, base_year);
        let head_is_man = chance.is(0.45);
        let mut parents_phone = 0;
        for place in 0..size.min(count - all.len()) {
            let is_adult = place < 2 || chance.is(0.05);
            let is_man = match place {
                0 => head_is_man,
                1 => !head_is_man,
                _ => chance.is(0.51),
            };
            let year = if is_adult {
                (base_year + chance.below(9) as u16 - 4).clamp(1925, 2006)
            } else {
                (base_year + 18 + chance.below(22) as u16).min(2025)
            };
            let birth = (year, 1 + chance.below(12) as u8, 1 + chance.below(28) as u8);
            let given = if is_man { men.draw(chance, year) } else { women.draw(chance, year) };
            if is_adult && is_man {
                father = given;
            }
            let of = if is_adult { men.draw(chance, year - 27) } else { father };
            let (son, daughter) = patronymic(of);
            let surname = if place == 1 && chance.is(0.2) { other } else { own };
            let phone = if (is_adult || chance.is(0.3)) && !chance.is(0.05) {
                chance.pick(&codes).parse::<u64>().unwrap_or(67) * 10_000_000 + chance.below(10_000_000) as u64
            } else if chance.is(0.6) {
                parents_phone
            } else {
                0
            };
            if place == 0 {
                parents_phone = phone;
            }
            let document = if year > 1995 || chance.is(0.3) {
                format!("{:09}", chance.below(12_000_000))
            } else {
                format!("{}{:06}", chance.pick(&series), chance.below(1_000_000))
            };
            all.push(Person {
                family,
                is_head: place == 0,
                surname: if is_man { surname.clone() } else { feminine(surname) },
                given,
                patronymic: if is_man { son } else { daughter },
                birth,
                phone,
                settlement,
                street,
                house: format!("{house}{part}"),
                flat,
                document,
                tax: tax_number(chance, birth, is_man),
            });
        }
    }
    all
}
