//! Who of many people is already there: for a whole file at once, where asking one by one would take minutes.
//!
//! People are compared only inside small groups: who has the same paper, the same phone, the same birth date or the same whole name. A
//! relative with the family's surname and phone is another person, so a phone counts together with the given name only.

use super::edit;
use super::likely::folded;
use super::{Likeness, Reason};
use crate::domain::document::{Document, DocumentKind};
use crate::domain::person::{BirthDate, PersonName, Precision};
use crate::domain::phone::Phone;
use chrono::NaiveDate;
use std::collections::HashMap;

/// Groups larger than this say nothing: a phone of a centre, the first of January.
const LARGEST_GROUP: usize = 200;

/// What a person is compared by.
struct Face {
    surname: Vec<u8>,
    given: Vec<u8>,
    patronymic: Vec<u8>,
    birth: Option<BirthDate>,
}

/// Many people, grouped by what they can be known by.
#[derive(Default)]
pub struct Crowd {
    faces: Vec<Face>,
    by_paper: HashMap<(DocumentKind, String), Vec<usize>>,
    by_phone: HashMap<String, Vec<usize>>,
    by_birth: HashMap<NaiveDate, Vec<usize>>,
    by_name: HashMap<Vec<u8>, Vec<usize>>,
}

/// Somebody who is compared or added.
#[derive(Clone, Copy)]
pub struct Somebody<'a> {
    /// Name.
    pub name: &'a PersonName,
    /// Birth.
    pub birth: Option<BirthDate>,
    /// Phones.
    pub phones: &'a [Phone],
    /// Papers.
    pub documents: &'a [Document],
}

/// Who of the crowd somebody seems to be.
#[derive(Clone, PartialEq, Debug)]
pub struct Resemblance {
    /// Position in the order of adding.
    pub place: usize,
    /// How much speaks for it.
    pub likeness: Likeness,
    /// What agrees, strongest first.
    pub reasons: Vec<Reason>,
}

impl Crowd {
    /// Adds somebody; their position is the number of those before.
    pub fn add(&mut self, who: Somebody<'_>) {
        let place = self.faces.len();
        let face = Face::of(who);
        for paper in who.documents {
            self.by_paper.entry((paper.kind, paper.number.clone())).or_default().push(place);
        }
        for phone in who.phones {
            self.by_phone.entry(phone.settled.clone()).or_default().push(place);
        }
        if let Some(day) = day_of(who.birth) {
            self.by_birth.entry(day).or_default().push(place);
        }
        self.by_name.entry(face.whole()).or_default().push(place);
        self.faces.push(face);
    }

    /// Who of the crowd this most certainly is; `is_meant` leaves people out.
    pub fn resembled(&self, who: Somebody<'_>, is_meant: impl Fn(usize) -> bool) -> Option<Resemblance> {
        let face = Face::of(who);
        let mut best: Option<Resemblance> = None;
        let mut look = |place: usize, reason: Reason, likeness: Likeness| {
            if !is_meant(place) {
                return;
            }
            match &mut best {
                Some(known) if known.place == place => {
                    known.likeness = known.likeness.max(likeness);
                    if !known.reasons.contains(&reason) {
                        known.reasons.push(reason);
                    }
                }
                Some(known) if known.likeness >= likeness => {}
                _ => best = Some(Resemblance { place, likeness, reasons: vec![reason] }),
            }
        };
        for paper in who.documents {
            for place in group(self.by_paper.get(&(paper.kind, paper.number.clone()))) {
                look(*place, Reason::SameDocument, Likeness::Certain);
            }
        }
        if let Some(day) = day_of(who.birth) {
            for place in group(self.by_birth.get(&day)) {
                match face.near(&self.faces[*place]) {
                    Some(0) => look(*place, Reason::SameNameAndBirth, Likeness::Probable),
                    Some(_) => look(*place, Reason::CloseNameSameBirth, Likeness::Possible),
                    None => {}
                }
            }
        }
        for phone in who.phones {
            for place in group(self.by_phone.get(&phone.settled)) {
                if face.near(&self.faces[*place]).is_some() && face.births_agree(&self.faces[*place]) {
                    look(*place, Reason::SamePhone, Likeness::Probable);
                }
            }
        }
        for place in group(self.by_name.get(&face.whole())) {
            let other = &self.faces[*place];
            if !face.patronymic.is_empty() && face.births_agree(other) {
                look(*place, Reason::SameName, Likeness::Possible);
            }
        }
        best
    }
}

fn group(places: Option<&Vec<usize>>) -> &[usize] {
    places.map(Vec::as_slice).filter(|places| places.len() <= LARGEST_GROUP).unwrap_or_default()
}

fn day_of(birth: Option<BirthDate>) -> Option<NaiveDate> {
    birth.filter(|birth| birth.precision == Precision::Day).map(|birth| birth.date)
}

impl Face {
    fn of(who: Somebody<'_>) -> Self {
        Self {
            surname: folded(&who.name.surname),
            given: folded(&who.name.given),
            patronymic: folded(&who.name.patronymic),
            birth: who.birth,
        }
    }

    fn whole(&self) -> Vec<u8> {
        [&self.surname[..], &[0], &self.given, &[0], &self.patronymic].concat()
    }

    /// Slips between two names, where they may be one; an unknown patronymic agrees with any.
    fn near(&self, other: &Self) -> Option<usize> {
        let surname = slips(&self.surname, &other.surname)?;
        let given = slips(&self.given, &other.given)?;
        let patronymic = if self.patronymic.is_empty() || other.patronymic.is_empty() {
            0
        } else {
            slips(&self.patronymic, &other.patronymic)?
        };
        Some(surname + given + patronymic)
    }

    /// Whether the birth dates may be one: one of them unknown, or a year alone that is the same.
    fn births_agree(&self, other: &Self) -> bool {
        let (Some(left), Some(right)) = (self.birth, other.birth) else { return true };
        if left.precision == Precision::Day && right.precision == Precision::Day {
            left.date == right.date
        } else {
            left.year() == right.year()
        }
    }
}

/// How many slips lie between two words, where that is few for their length.
fn slips(left: &[u8], right: &[u8]) -> Option<usize> {
    if left == right {
        return Some(0);
    }
    let most = match left.len().min(right.len()) {
        0..=3 => return None,
        4 | 5 => 1,
        _ => 2,
    };
    edit::within_two(left, right).map(usize::from).filter(|slips| *slips <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(full: &str) -> PersonName {
        let mut words = full.split(' ').map(str::to_owned);
        let mut next = || words.next().unwrap_or_default();
        PersonName { surname: next(), given: next(), patronymic: next() }
    }

    fn born(day: &str) -> Option<BirthDate> {
        Some(BirthDate { date: day.parse().unwrap(), precision: Precision::Day })
    }

    fn crowd(people: &[(&str, Option<BirthDate>, &[Phone])]) -> Crowd {
        let mut crowd = Crowd::default();
        for (full, birth, phones) in people {
            crowd.add(Somebody { name: &name(full), birth: *birth, phones, documents: &[] });
        }
        crowd
    }

    fn found(crowd: &Crowd, full: &str, birth: Option<BirthDate>, phones: &[Phone]) -> Option<(usize, Reason)> {
        let who = Somebody { name: &name(full), birth, phones, documents: &[] };
        crowd.resembled(who, |_| true).map(|found| (found.place, found.reasons[0].clone()))
    }

    #[test]
    fn the_same_name_and_birth_date_is_probably_the_same_person() {
        let crowd = crowd(&[("Бойко Олег", born("1970-01-01"), &[]), ("Шевченко Оксана", born("1987-03-12"), &[])]);
        let oksana = |name: &str| found(&crowd, name, born("1987-03-12"), &[]);
        assert_eq!(oksana("Шевченко Оксана Петрівна"), Some((1, Reason::SameNameAndBirth)));
        assert_eq!(
            oksana("Шевчєнко Оксана"),
            Some((1, Reason::SameNameAndBirth)),
            "letters that people confuse are one"
        );
        assert_eq!(oksana("Шевченьок Оксана"), Some((1, Reason::CloseNameSameBirth)));
        assert_eq!(oksana("Коваль Оксана"), None);
    }

    #[test]
    fn a_relative_with_the_same_phone_is_another_person() {
        let phone = [Phone::parse("0671234567").unwrap()];
        let crowd = crowd(&[("Шевченко Оксана Петрівна", born("1987-03-12"), &phone)]);
        assert_eq!(found(&crowd, "Шевченко Петро Іванович", born("2015-03-12"), &phone), None);
        assert_eq!(found(&crowd, "Шевченко Оксана", None, &phone), Some((0, Reason::SamePhone)));
    }
}
