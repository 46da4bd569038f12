//! Given names that are the same name: short forms and Russian spellings, from `assets/names/aliases.tsv`.
//!
//! Each line of the table is one name with its other forms. A form may stand in several lines (Саша is Олександр and
//! Олександра); two words are the same name when they share a line.

use super::fold;
use std::collections::HashMap;
use std::sync::LazyLock;

pub(super) const TABLE: &str = include_str!("../../assets/names/aliases.tsv");

struct Aliases {
    /// Folded word → its number, from 1.
    words: HashMap<Vec<u8>, u16>,
    /// Lines in which each word stands, by number.
    lines: Vec<Vec<u16>>,
}

static ALIASES: LazyLock<Aliases> = LazyLock::new(|| {
    let mut aliases = Aliases { words: HashMap::new(), lines: vec![Vec::new()] };
    for (line, text) in (0u16..).zip(TABLE.lines().filter(|line| !line.starts_with('#'))) {
        for word in text.split_whitespace() {
            let next = u16::try_from(aliases.lines.len()).unwrap_or(0);
            let number = *aliases.words.entry(fold::folded(&fold::exact(word))).or_insert(next);
            if usize::from(number) == aliases.lines.len() {
                aliases.lines.push(Vec::new());
            }
            if let Some(lines) = aliases.lines.get_mut(usize::from(number)) {
                lines.push(line);
            }
        }
    }
    aliases
});

/// The number of a folded word in the table; zero where it is not there.
pub(super) fn word(folded: &[u8]) -> u16 {
    ALIASES.words.get(folded).copied().unwrap_or(0)
}

/// Which numbers are the same name as a folded word, by number; empty where the word is not in the table.
pub(super) fn same_names(folded: &[u8]) -> Vec<bool> {
    let number = word(folded);
    if number == 0 {
        return Vec::new();
    }
    let wanted = &ALIASES.lines[usize::from(number)];
    ALIASES.lines.iter().map(|lines| lines.iter().any(|line| wanted.contains(line))).collect()
}

/// Whether two numbers of the table are the same name.
pub(super) fn are_one(left: u16, right: u16) -> bool {
    let lines = |number: u16| ALIASES.lines.get(usize::from(number)).map_or(&[][..], Vec::as_slice);
    left != 0 && right != 0 && lines(left).iter().any(|line| lines(right).contains(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(left: &str, right: &str) -> bool {
        let key = |word| fold::folded(&fold::exact(word));
        same_names(&key(left)).get(usize::from(word(&key(right)))).copied().unwrap_or(false)
    }

    #[test]
    fn short_and_russian_forms_are_the_same_name_in_both_directions() {
        for (left, right) in [
            ("Саша", "Олександр"),
            ("Саша", "Олександра"),
            ("Оля", "Ольга"),
            ("Наталя", "Наталія"),
            ("Анна", "Ганна"),
            ("Елена", "Олена"),
            ("Александр", "Саша"),
            ("Николай", "Микола"),
            ("Сергей", "Сергій"),
            ("Николаевич", "Миколайович"),
        ] {
            assert!(same(left, right) && same(right, left), "{left} {right}");
        }
    }

    #[test]
    fn a_shared_short_form_does_not_make_two_names_one() {
        assert!(!same("Олександр", "Олександра"));
        assert!(!same("Шевченко", "Олександр"));
    }

    #[test]
    fn no_line_says_a_word_twice() {
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let mut words: Vec<&str> = line.split_whitespace().collect();
            words.sort_unstable();
            let before = words.len();
            words.dedup();
            assert!(before > 1 && words.len() == before, "{line}");
        }
    }
}
