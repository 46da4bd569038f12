//! Who on a list a few typed letters mean: letters that sound alike are one, a number begins, and what has a slip in it is found last.

use crate::domain::person::PersonName;
use crate::office::campaign::ExpectedRow;
use crate::search::small::{Fit, Folded, Needle};

/// A row of the list as it is searched: made once when the list comes, so that a key costs no folding.
pub(super) struct Keys {
    /// The one whom the row is called by.
    head: Vec<String>,
    /// Everybody else of the family, each by themselves.
    others: Vec<Vec<String>>,
    number: String,
}

impl Keys {
    /// The keys of a row.
    pub(super) fn of(row: &ExpectedRow) -> Self {
        Self {
            head: words(&row.name.full()),
            others: row.others.iter().map(|name| words(&name.full())).collect(),
            number: row.number.map(|number| digits(&number.to_string())).unwrap_or_default(),
        }
    }
}

/// Whether a typed text begins the words of a name.
pub(super) fn names(typed: &str, name: &PersonName) -> bool {
    let (asked, own) = (words(typed), words(&name.full()));
    asked.iter().all(|word| own.iter().any(|own| own.starts_with(word.as_str())))
}

/// The text in small letters as it is heard: apostrophes and hyphens fall out, letters that are mistaken for each other are one.
fn folded(text: &str) -> String {
    let letter = |letter: char| match letter {
        'ґ' => Some('г'),
        'є' | 'э' | 'ё' => Some('е'),
        'і' | 'ї' | 'й' | 'ы' => Some('и'),
        '\'' | '’' | 'ʼ' | '`' | 'ь' => None,
        '-' | '.' => Some(' '),
        other => Some(other),
    };
    text.to_lowercase().chars().filter_map(letter).collect()
}

fn words(text: &str) -> Vec<String> {
    folded(text).split_whitespace().map(str::to_owned).collect()
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The rows that a typed text means, the likeliest first, each group in the order of the list; all of them for nothing typed.
pub(super) fn narrowed(typed: &str, rows: &[Keys]) -> Vec<usize> {
    let asked = words(typed);
    if asked.is_empty() {
        return (0..rows.len()).collect();
    }
    let number = digits(typed);
    let is_number = typed.chars().all(|sign| sign.is_ascii_digit() || "- №#".contains(sign)) && !number.is_empty();
    let begins = |name: &[String]| asked.iter().all(|word| name.iter().any(|own| own.starts_with(word.as_str())));
    let rank = |keys: &Keys| {
        if is_number {
            return keys.number.starts_with(&number).then_some(0);
        }
        match (begins(&keys.head), keys.others.iter().any(|name| begins(name))) {
            (true, _) => Some(1),
            (false, true) => Some(2),
            (false, false) => None,
        }
    };
    let mut found: Vec<(u8, usize)> =
        rows.iter().enumerate().filter_map(|(place, keys)| Some((rank(keys)?, place))).collect();
    found.sort_unstable();
    if found.is_empty() && !is_number {
        return alike(&asked.join(" "), rows);
    }
    found.into_iter().map(|(_, place)| place).collect()
}

/// Rows whose name is meant with a slip, as in every small list.
fn alike(asked: &str, rows: &[Keys]) -> Vec<usize> {
    let needle = Needle::of(asked);
    let heads = rows.iter().enumerate();
    let mut found: Vec<(Fit, usize)> =
        heads.filter_map(|(place, keys)| Some((needle.fit(&Folded::of(&keys.head.join(" ")))?, place))).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, place)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(head: &str, other: &str, number: &str) -> Keys {
        Keys { head: words(head), others: vec![words(other)], number: number.to_owned() }
    }

    #[test]
    fn a_few_letters_a_number_or_a_slip_find_a_family() {
        let rows = [
            keys("Бондар Ганна Іванівна", "Бондар Софія", "1041737"),
            keys("Шевченко Оксана Петрівна", "Шевченко Марія", "4821737"),
            keys("Єршова-Гнатюк Лідія", "Гнатюк Оксана", "4829000"),
        ];
        for (typed, found) in [
            ("", vec![0, 1, 2]),
            ("шевч окс", vec![1]),
            ("окс шевч", vec![1]),
            ("окс", vec![1, 2]),
            ("софія", vec![0]),
            ("ершова", vec![2]),
            ("482", vec![1, 2]),
            ("482-1", vec![1]),
            ("шевчнко", vec![1]),
            ("петренко", vec![]),
        ] {
            assert_eq!(narrowed(typed, &rows), found, "{typed}");
        }
    }
}
