//! The Cyrillic rows of the keyboard laid over the Latin ones, by position.
//!
//! Used for chords and scanner bursts only, never for typed text. Measured basis: terminals give a Cyrillic letter with Control
//! in some layouts and a scanner types in whatever layout is on.

/// Latin sign and the Ukrainian one of the same key; the Russian ones that differ stand in [`RUSSIAN`].
const UKRAINIAN: [(char, char); 34] = [
    ('q', 'й'),
    ('w', 'ц'),
    ('e', 'у'),
    ('r', 'к'),
    ('t', 'е'),
    ('y', 'н'),
    ('u', 'г'),
    ('i', 'ш'),
    ('o', 'щ'),
    ('p', 'з'),
    ('[', 'х'),
    (']', 'ї'),
    ('\\', 'ґ'),
    ('a', 'ф'),
    ('s', 'і'),
    ('d', 'в'),
    ('f', 'а'),
    ('g', 'п'),
    ('h', 'р'),
    ('j', 'о'),
    ('k', 'л'),
    ('l', 'д'),
    (';', 'ж'),
    ('\'', 'є'),
    ('z', 'я'),
    ('x', 'ч'),
    ('c', 'с'),
    ('v', 'м'),
    ('b', 'и'),
    ('n', 'т'),
    ('m', 'ь'),
    (',', 'б'),
    ('.', 'ю'),
    ('`', '’'),
];

const RUSSIAN: [(char, char); 4] = [('s', 'ы'), ('\'', 'э'), (']', 'ъ'), ('`', 'ё')];

/// The Latin sign on the key that types this letter; anything else stays as it is.
pub fn to_latin(letter: char) -> char {
    let lower = letter.to_lowercase().next().unwrap_or(letter);
    let found = UKRAINIAN.iter().chain(&RUSSIAN).find(|(_, cyrillic)| *cyrillic == lower).map(|(latin, _)| *latin);
    match found {
        Some(latin) if lower != letter => latin.to_ascii_uppercase(),
        Some(latin) => latin,
        None => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_fold_is_one_to_one_in_each_layout() {
        let latin: BTreeSet<char> = UKRAINIAN.iter().map(|(l, _)| *l).collect();
        let cyrillic: BTreeSet<char> = UKRAINIAN.iter().map(|(_, c)| *c).collect();
        assert_eq!((latin.len(), cyrillic.len()), (UKRAINIAN.len(), UKRAINIAN.len()));
    }

    #[test]
    fn a_chord_is_the_same_key_in_either_layout() {
        assert_eq!("йіЯыэ".chars().map(to_latin).collect::<String>(), "qsZs'");
        assert_eq!("a1;".chars().map(to_latin).collect::<String>(), "a1;");
    }
}
