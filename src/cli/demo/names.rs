//! Invented names of the demo office: surnames, given names by the year of birth, patronymics, feminine forms.

use super::rng::{Rng, Weighted};
use crate::domain::person::Sex;

const SURNAMES: &str = include_str!("../../../assets/demo/surnames.txt");
const MEN: &str = include_str!("../../../assets/demo/men.txt");
const WOMEN: &str = include_str!("../../../assets/demo/women.txt");

/// The lines of a list without its comments.
pub(super) fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Given names by the time of birth: before 1970, 1970–1999, since 2000.
struct Given([Weighted<&'static str>; 3]);

impl Given {
    fn read(list: &'static str) -> Self {
        Self([0, 1, 2].map(|time| {
            Weighted::new(lines(list).map(|line| {
                let mut parts = line.split('\t');
                let name = parts.next().unwrap_or_default();
                let weight = parts.nth(time).and_then(|weight| weight.parse().ok()).unwrap_or(0);
                (weight, name)
            }))
        }))
    }

    fn draw(&self, rng: &mut Rng, born_in: i32) -> &'static str {
        let time = match born_in {
            ..1970 => 0,
            1970..2000 => 1,
            _ => 2,
        };
        self.0[time].draw(rng)
    }
}

/// All the names.
pub(super) struct Names {
    surnames: Weighted<&'static str>,
    men: Given,
    women: Given,
}

impl Names {
    /// Reads the lists.
    pub(super) fn read() -> Self {
        // The frequent surnames stand first; the tail is long, as it is in life.
        let surnames = Weighted::new((30_u32..).zip(lines(SURNAMES)).map(|(place, name)| (1_000_000 / place, name)));
        Self { surnames, men: Given::read(MEN), women: Given::read(WOMEN) }
    }

    /// A surname in its masculine form.
    pub(super) fn surname(&self, rng: &mut Rng) -> &'static str {
        self.surnames.draw(rng)
    }

    /// A given name as that year's parents liked.
    pub(super) fn given(&self, rng: &mut Rng, sex: Sex, born_in: i32) -> &'static str {
        match sex {
            Sex::Male => self.men.draw(rng, born_in),
            Sex::Female => self.women.draw(rng, born_in),
        }
    }
}

/// Masculine and feminine patronymics that the rule does not give.
const IRREGULAR: [(&str, &str, &str); 17] = [
    ("Ілля", "Ілліч", "Іллівна"),
    ("Лука", "Лукич", "Луківна"),
    ("Сава", "Савич", "Савівна"),
    ("Хома", "Хомич", "Хомівна"),
    ("Кузьма", "Кузьмич", "Кузьмівна"),
    ("Микита", "Микитович", "Микитівна"),
    ("Микола", "Миколайович", "Миколаївна"),
    ("Яків", "Якович", "Яківна"),
    ("Лев", "Львович", "Львівна"),
    ("Григорій", "Григорович", "Григорівна"),
    ("Василь", "Васильович", "Василівна"),
    ("Федір", "Федорович", "Федорівна"),
    ("Прокіп", "Прокопович", "Прокопівна"),
    ("Ігор", "Ігорович", "Ігорівна"),
    ("Олесь", "Олесьович", "Олесівна"),
    ("Михайло", "Михайлович", "Михайлівна"),
    ("Сергій", "Сергійович", "Сергіївна"),
];

/// The patronymic of somebody whose father had this given name.
pub(super) fn patronymic(father: &str, sex: Sex) -> String {
    if let Some((_, son, daughter)) = IRREGULAR.iter().find(|(name, ..)| *name == father) {
        return match sex {
            Sex::Male => (*son).to_owned(),
            Sex::Female => (*daughter).to_owned(),
        };
    }
    let stem = father.trim_end_matches('о');
    match (stem.strip_suffix('й'), sex) {
        (Some(stem), Sex::Male) => format!("{stem}йович"),
        (Some(stem), Sex::Female) => format!("{stem}ївна"),
        (None, Sex::Male) => format!("{stem}ович"),
        (None, Sex::Female) => format!("{stem}івна"),
    }
}

/// Endings of surnames that change for a woman; all the others stay.
const FEMININE: [(&str, &str); 9] = [
    ("ський", "ська"),
    ("цький", "цька"),
    ("ній", "ня"),
    ("ий", "а"),
    ("їов", "їова"),
    ("ов", "ова"),
    ("єв", "єва"),
    ("ев", "ева"),
    ("ін", "іна"),
];

/// A surname (given in its masculine form) as a man or a woman bears it.
pub(super) fn borne(surname: &str, sex: Sex) -> String {
    if sex == Sex::Female {
        for (masculine, feminine) in FEMININE {
            if let Some(stem) = surname.strip_suffix(masculine).filter(|stem| stem.chars().count() >= 2) {
                return format!("{stem}{feminine}");
            }
        }
    }
    surname.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patronymics_are_those_that_people_have() {
        let of = |father| [patronymic(father, Sex::Male), patronymic(father, Sex::Female)].join(" ");
        assert_eq!(of("Петро"), "Петрович Петрівна");
        assert_eq!(of("Андрій"), "Андрійович Андріївна");
        assert_eq!(of("Ілля"), "Ілліч Іллівна");
        assert_eq!(of("Дем’ян"), "Дем’янович Дем’янівна");
        assert_eq!(of("Микола"), "Миколайович Миколаївна");
    }

    #[test]
    fn surnames_follow_the_bearer() {
        assert_eq!(borne("Левицький", Sex::Female), "Левицька");
        assert_eq!(borne("Білий", Sex::Female), "Біла");
        assert_eq!(borne("Задорожній", Sex::Female), "Задорожня");
        assert_eq!(borne("Морозов", Sex::Female), "Морозова");
        assert_eq!(borne("Шевченко", Sex::Female), "Шевченко");
        assert_eq!(borne("Левицький", Sex::Male), "Левицький");
    }

    #[test]
    fn every_line_of_the_lists_is_read() {
        for list in [MEN, WOMEN] {
            for line in lines(list) {
                let weights: Vec<u32> = line.split('\t').skip(1).filter_map(|weight| weight.parse().ok()).collect();
                assert_eq!(weights.len(), 3, "{line}");
            }
        }
        assert!(lines(SURNAMES).count() > 1000);
        assert!(lines(SURNAMES).all(|line| !line.contains(char::is_whitespace)));
    }
}
