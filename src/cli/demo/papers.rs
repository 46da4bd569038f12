//! Invented phones and papers: right in shape and check digit, agreeing with birth date and sex, never given twice.

use super::rng::Rng;
use crate::domain::document::{Document, DocumentKind};
use crate::domain::person::Sex;
use crate::domain::phone::Phone;
use chrono::{Datelike, Days, NaiveDate};
use std::collections::HashSet;

/// Codes of the mobile networks.
const NETWORKS: [&str; 12] = ["67", "68", "96", "97", "98", "50", "66", "95", "99", "63", "73", "93"];

/// Series of passports.
const SERIES: [&str; 20] = [
    "АВ", "АС", "АЮ", "ВА", "ВВ", "ВК", "ВМ", "ЕА", "ЕН", "КВ", "КМ", "КН", "КО", "МА", "МЕ", "НА", "НК", "СА", "СК",
    "СН",
];

/// Gives out phones and papers.
#[derive(Default)]
pub(super) struct Papers {
    given: HashSet<String>,
}

impl Papers {
    /// A mobile phone.
    pub(super) fn phone(&mut self, rng: &mut Rng) -> Option<Phone> {
        let number = self.fresh(|| {
            let network = *rng.pick(&NETWORKS);
            format!("0{network}{:07}", rng.below(10_000_000))
        });
        Phone::parse(&number).ok()
    }

    /// A passport: the booklet for those who got theirs before the cards came, an ID card for the others.
    pub(super) fn passport(&mut self, rng: &mut Rng, birth: NaiveDate) -> Option<Document> {
        let of_age_on = birth.checked_add_days(Days::new(14 * 365 + 10)).unwrap_or(birth);
        if birth.year() < 1998 && !rng.percent(25) {
            let number = self.fresh(|| {
                let series = *rng.pick(&SERIES);
                format!("{series} {:06}", rng.below(1_000_000))
            });
            let issued = of_age_on.checked_add_days(Days::new(u64::from(700 + rng.below(1500))));
            return paper(DocumentKind::Passport, &number, issued);
        }
        let number = self.fresh(|| format!("00{:07}", rng.below(10_000_000)));
        let issued = NaiveDate::from_ymd_opt(2016, 1, 4)
            .map(|first| first.max(of_age_on))
            .and_then(|first| first.checked_add_days(Days::new(u64::from(rng.below(1200)))));
        paper(DocumentKind::IdCard, &number, issued)
    }

    /// РНОКПП, agreeing with birth date and sex.
    pub(super) fn tax_number(&mut self, rng: &mut Rng, birth: NaiveDate, sex: Sex) -> Option<Document> {
        let number = self.fresh(|| tax_number(birth, sex, rng.below(1000), rng.below(5)));
        paper(DocumentKind::TaxNumber, &number, None)
    }

    /// A birth certificate, as issued in Volyn.
    pub(super) fn birth_certificate(&mut self, rng: &mut Rng, birth: NaiveDate) -> Option<Document> {
        let number = self.fresh(|| format!("І-ЕГ {:06}", rng.below(1_000_000)));
        paper(DocumentKind::BirthCertificate, &number, birth.checked_add_days(Days::new(9)))
    }

    /// A displaced person's certificate.
    pub(super) fn displaced_certificate(&mut self, rng: &mut Rng, issued_on: NaiveDate) -> Option<Document> {
        let number = self.fresh(|| format!("0712-500{:07}", rng.below(10_000_000)));
        paper(DocumentKind::DisplacedCertificate, &number, Some(issued_on))
    }

    /// A certificate of some kind: `УБД № 123456`.
    pub(super) fn certificate(&mut self, rng: &mut Rng, kind: &str, issued_on: NaiveDate) -> Option<Document> {
        let number = self.fresh(|| format!("{kind} № {:06}", rng.below(1_000_000)));
        paper(DocumentKind::Certificate, &number, Some(issued_on))
    }

    fn fresh(&mut self, mut draw: impl FnMut() -> String) -> String {
        loop {
            let number = draw();
            if self.given.insert(number.clone()) {
                return number;
            }
        }
    }
}

fn paper(kind: DocumentKind, number: &str, issued_on: Option<NaiveDate>) -> Option<Document> {
    Document::parse(kind, number).ok().map(|document| Document { issued_on, ..document })
}

/// Ten digits: days since 31.12.1899, three free ones, one that tells the sex, the check digit.
fn tax_number(birth: NaiveDate, sex: Sex, free: u32, step: u32) -> String {
    let days = birth.num_days_from_ce() - NaiveDate::from_ymd_opt(1899, 12, 31).map_or(0, |day| day.num_days_from_ce());
    let last = step * 2 + u32::from(sex == Sex::Male);
    let nine = format!("{days:05}{free:03}{last}");
    let weights = [-1_i32, 5, 7, 9, 4, 6, 10, 5, 7];
    let digits = nine.bytes().map(|digit| i32::from(digit - b'0'));
    let sum: i32 = weights.iter().zip(digits).map(|(weight, digit)| weight * digit).sum();
    format!("{nine}{}", sum.rem_euclid(11) % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tax_number_is_the_one_published_for_that_day() {
        let birth = NaiveDate::from_ymd_opt(1987, 3, 12).unwrap();
        assert_eq!(tax_number(birth, Sex::Male, 471, 4).len(), 10);
        assert_eq!(tax_number(birth, Sex::Male, 71, 0)[..5], *"31847");
        // 3184710691: day 31847, free 106, ninth digit 9, check digit 1.
        assert_eq!(tax_number(birth, Sex::Male, 106, 4), "3184710691");
    }

    #[test]
    fn no_number_is_given_twice() {
        let (mut papers, mut rng) = (Papers::default(), Rng::new(1));
        let birth = NaiveDate::from_ymd_opt(1990, 5, 1).unwrap();
        let numbers: HashSet<String> = (0..2000)
            .filter_map(|_| papers.tax_number(&mut rng, birth, Sex::Female))
            .map(|document| document.number)
            .collect();
        assert_eq!(numbers.len(), 2000);
    }
}
