//! Normal forms of words: what is forgiven without a thought, what makes a match merely close, and the two other readings.
//!
//! A key is bytes, one a letter, so that one typing slip stays one edit. The *exact* key forgives case, apostrophes, hyphens
//! and the soft sign; the *folded* key also forgives ґ/г, є/е/э, і/ї/й/ы/и, ў/у and ё/йо. Letters are numbered in the order of
//! the Ukrainian alphabet, so comparing exact keys sorts names the way a paper list does.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

const SOFT_SIGN: u8 = 31;
const HARD_SIGN: u8 = 36;
const YO: u8 = 34;

/// The number of a lower-case Cyrillic letter; zero for another sign.
fn cyrillic(letter: char) -> u8 {
    match letter {
        'а' => 1,
        'б' => 2,
        'в' => 3,
        'г' => 4,
        'ґ' => 5,
        'д' => 6,
        'е' => 7,
        'є' => 8,
        'ж' => 9,
        'з' => 10,
        'и' => 11,
        'і' => 12,
        'ї' => 13,
        'й' => 14,
        'к' => 15,
        'л' => 16,
        'м' => 17,
        'н' => 18,
        'о' => 19,
        'п' => 20,
        'р' => 21,
        'с' => 22,
        'т' => 23,
        'у' => 24,
        'ф' => 25,
        'х' => 26,
        'ц' => 27,
        'ч' => 28,
        'ш' => 29,
        'щ' => 30,
        'ь' => SOFT_SIGN,
        'ю' => 32,
        'я' => 33,
        'ё' => YO,
        'ў' => 35,
        'ъ' => HARD_SIGN,
        'ы' => 37,
        'э' => 38,
        _ => 0,
    }
}

/// The Cyrillic letter that looks like a lower-case Latin one.
fn look_alike(letter: char) -> Option<char> {
    Some(match letter {
        'a' => 'а',
        'b' => 'в',
        'c' => 'с',
        'e' => 'е',
        'h' => 'н',
        'i' => 'і',
        'k' => 'к',
        'm' => 'м',
        'o' => 'о',
        'p' => 'р',
        't' => 'т',
        'x' => 'х',
        'y' => 'у',
        _ => return None,
    })
}

/// Apostrophes that Unicode counts as letters.
fn is_letter_apostrophe(sign: char) -> bool {
    matches!(sign, '\u{02b9}'..='\u{02bf}' | '\u{02c8}' | '\u{02ca}' | '\u{02cb}')
}

/// Whether the sign belongs to a word's key at all.
fn counts(sign: char) -> bool {
    sign.is_alphanumeric() && !is_letter_apostrophe(sign)
}

/// Whether there is a Cyrillic letter in the text.
pub(super) fn has_cyrillic(text: &str) -> bool {
    text.chars().any(|sign| matches!(sign, '\u{0400}'..='\u{052f}'))
}

/// Whether there is a Latin letter without marks in the text.
pub(super) fn has_latin(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// The text with every letter and its mark composed into one sign (`и` + breve → `й`).
pub(super) fn composed(text: &str) -> std::borrow::Cow<'_, str> {
    if is_nfc_quick(text.chars()) == IsNormalized::Yes { text.into() } else { text.nfc().collect::<String>().into() }
}

/// Appends the exact key of a composed word. Latin look-alikes inside a Cyrillic word are read as Cyrillic.
pub(super) fn exact_into(word: &str, key: &mut Vec<u8>) {
    append(word, has_cyrillic(word) && has_latin(word), key);
}

/// The exact key of a composed word.
pub(super) fn exact(word: &str) -> Vec<u8> {
    let mut key = Vec::with_capacity(word.len() / 2 + 1);
    exact_into(word, &mut key);
    key
}

/// The key of a paper's number: as [`exact`], but Latin look-alikes are always read as Cyrillic (`KC123456` is `КС123456`).
pub(super) fn paper(number: &str) -> Vec<u8> {
    let mut key = Vec::with_capacity(number.len());
    append(number, true, &mut key);
    key
}

fn append(word: &str, repair: bool, key: &mut Vec<u8>) {
    let mut bytes = [0; 4];
    for sign in word.chars().filter(|sign| counts(*sign)).flat_map(char::to_lowercase) {
        let sign = if repair { look_alike(sign).unwrap_or(sign) } else { sign };
        match cyrillic(sign) {
            SOFT_SIGN => {}
            0 if sign.is_ascii_digit() || sign.is_ascii_lowercase() => key.push(sign as u8),
            // Bytes of other scripts are all above the letters' numbers, so they can never be taken for them.
            0 if !sign.is_ascii() && counts(sign) => key.extend_from_slice(sign.encode_utf8(&mut bytes).as_bytes()),
            0 => {}
            number => key.push(number),
        }
    }
}

/// The folded key of an exact key.
pub(super) fn folded(exact: &[u8]) -> Vec<u8> {
    let mut key = Vec::with_capacity(exact.len() + 1);
    for &letter in exact {
        match letter {
            5 => key.push(4),
            8 | 38 => key.push(7),
            12..=14 | 37 => key.push(11),
            35 => key.push(24),
            HARD_SIGN => {}
            YO => key.extend_from_slice(&[11, 19]),
            other => key.push(other),
        }
    }
    key
}

/// Whether two letters of exact keys fold into one.
pub(super) fn are_one(one: u8, other: u8) -> bool {
    let base = |letter: u8| match letter {
        5 => 4,
        8 | 38 => 7,
        12..=14 | 37 => 11,
        35 => 24,
        other => other,
    };
    base(one) == base(other)
}

/// A Cyrillic letter in the official romanisation (Cabinet of Ministers, No 55 of 2010).
fn roman(letter: u8, first: bool) -> &'static str {
    match letter {
        1 => "a",
        2 => "b",
        3 => "v",
        4 => "h",
        5 => "g",
        6 => "d",
        7 | 38 => "e",
        8 if first => "ye",
        8 => "ie",
        9 => "zh",
        10 => "z",
        11 | 37 => "y",
        13 if first => "yi",
        14 if first => "y",
        12..=14 => "i",
        15 => "k",
        16 => "l",
        17 => "m",
        18 => "n",
        19 => "o",
        20 => "p",
        21 => "r",
        22 => "s",
        23 => "t",
        24 | 35 => "u",
        25 => "f",
        26 => "kh",
        27 => "ts",
        28 => "ch",
        29 => "sh",
        30 => "shch",
        32 if first => "yu",
        32 => "iu",
        33 if first => "ya",
        33 => "ia",
        YO => "io",
        _ => "",
    }
}

/// The sound key of a stored word by its exact key: romanised, then read as [`latin`] reads what people type.
pub(super) fn latin_of_exact(exact: &[u8]) -> Vec<u8> {
    let mut text = Vec::with_capacity(exact.len() * 2);
    for (place, &letter) in exact.iter().enumerate() {
        if letter.is_ascii_lowercase() {
            text.push(letter);
        } else if letter == 4 && place > 0 && exact[place - 1] == 10 {
            text.extend_from_slice(b"gh");
        } else {
            text.extend_from_slice(roman(letter, place == 0).as_bytes());
        }
    }
    sounds(&text)
}

/// The sound key of a word typed in Latin letters, the same for the official romanisation and the usual older ones.
pub(super) fn latin(word: &str) -> Vec<u8> {
    let text: Vec<u8> =
        word.bytes().filter(u8::is_ascii_alphabetic).map(|letter| letter.to_ascii_lowercase()).collect();
    sounds(&text)
}

fn sounds(text: &[u8]) -> Vec<u8> {
    const PAIRS: [(&[u8], &[u8]); 17] = [
        (b"shch", b"4"),
        (b"sch", b"4"),
        (b"sh", b"6"),
        (b"ch", b"3"),
        (b"zh", b"5"),
        (b"kh", b"h"),
        (b"gh", b"h"),
        (b"g", b"h"),
        (b"ts", b"c"),
        (b"tz", b"c"),
        (b"w", b"v"),
        (b"q", b"k"),
        (b"x", b"ks"),
        (b"a", b"a"),
        (b"u", b"u"),
        (b"e", b"e"),
        (b"h", b"h"),
    ];
    let mut key = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(&letter) = rest.first() {
        let run = rest.iter().take_while(|letter| matches!(letter, b'i' | b'y' | b'j')).count();
        if run > 0 {
            rest = &rest[run..];
            let joined = match rest.first() {
                Some(b'a') => b'1',
                Some(b'u') => b'2',
                Some(b'e') => b'e',
                _ => {
                    key.push(b'i');
                    continue;
                }
            };
            // `Надія` is `Nadiia`, `Nadiya`, `Nadia` and `Nadya` to different people.
            key.push(joined);
            rest = &rest[1..];
        } else if let Some((from, to)) = PAIRS.iter().find(|(from, _)| rest.starts_with(from)) {
            key.extend_from_slice(to);
            rest = &rest[from.len()..];
        } else {
            key.push(letter);
            rest = &rest[1..];
        }
    }
    key
}

/// The letter on the same key of the Ukrainian layout.
fn other_layout(sign: char) -> Option<char> {
    const KEYS: &str = "qwertyuiop[]asdfghjkl;'zxcvbnm,.\\`";
    const LETTERS: &str = "йцукенгшщзхїфівапролджєячсмитьбюґ'";
    const SHIFTED: &str = "{}:\"<>|~";
    const SHIFTED_LETTERS: &str = "хїжєбюґ'";
    let sign = sign.to_ascii_lowercase();
    let find = |keys: &str, letters: &str| {
        keys.chars().zip(letters.chars()).find(|(key, _)| *key == sign).map(|(_, letter)| letter)
    };
    find(KEYS, LETTERS).or_else(|| find(SHIFTED, SHIFTED_LETTERS))
}

/// The text as it would be, had the Ukrainian layout been on; none where the text has Cyrillic letters or nothing to re-read.
/// Numbers and dates stay as they are.
pub(super) fn layout(text: &str) -> Option<String> {
    if has_cyrillic(text) {
        return None;
    }
    let mut read = String::with_capacity(text.len() * 2);
    let mut changed = false;
    for word in text.split_whitespace() {
        if !read.is_empty() {
            read.push(' ');
        }
        if has_latin(word) || !word.bytes().any(|byte| byte.is_ascii_digit()) {
            read.extend(word.chars().map(|sign| {
                let letter = other_layout(sign);
                changed |= letter.is_some();
                letter.unwrap_or(sign)
            }));
        } else {
            read.push_str(word);
        }
    }
    changed.then_some(read)
}

/// The text as it would be, had the Latin layout been on; none where it has no letter that lies on a Latin key.
pub(super) fn latin_layout(text: &str) -> Option<String> {
    let key = |sign: char| ('a'..='z').find(|key| other_layout(*key) == Some(sign));
    let mut changed = false;
    let read = text.chars().flat_map(char::to_lowercase).map(|sign| {
        let key = key(sign);
        changed |= key.is_some();
        key.unwrap_or(sign)
    });
    let read: String = read.collect();
    changed.then_some(read)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fold(word: &str) -> Vec<u8> {
        folded(&exact(&composed(word)))
    }

    #[test]
    fn apostrophes_hyphen_soft_sign_and_case_do_not_matter() {
        for other in ["демян", "Дем'ян", "ДЕМ’ЯН", "Демʼян", "Дем\"ян", "Дем*ян", "Дем`ян", "Демь-ян", "Дем′ян"]
        {
            assert_eq!(exact(other), exact("Дем'ян"), "{other}");
        }
    }

    #[test]
    fn close_letters_fold_together_and_stay_apart_in_the_exact_key() {
        for (left, right) in [("Заїка", "Заика"), ("Ґалаґан", "Галаган"), ("Шевчєнко", "Шевченко"), ("Рыбак", "Рибак")]
        {
            assert_eq!(fold(left), fold(right));
            assert_ne!(exact(left), exact(right));
        }
        assert_eq!(fold("Соловьёв"), fold("Соловйов"));
        assert_eq!(fold("Объедков"), fold("Обєдков"));
    }

    #[test]
    fn letters_with_loose_marks_are_the_same_letters() {
        assert_eq!(fold("Заі\u{308}ка"), fold("Заїка"));
        assert_eq!(exact(&composed("И\u{306}осип")), exact("Йосип"));
    }

    #[test]
    fn a_latin_look_alike_inside_a_word_is_repaired() {
        assert_eq!(exact("Шeвчeнкo"), exact("Шевченко"));
        assert_ne!(exact("Covenko"), exact("Совенко"));
    }

    #[test]
    fn keys_sort_by_the_ukrainian_alphabet() {
        let mut names = ["Яремчук", "Іваненко", "Ґалаґан", "Єфименко", "Гончар", "Журба", "Дорош"];
        names.sort_by_key(|name| exact(name));
        assert_eq!(names, ["Гончар", "Ґалаґан", "Дорош", "Єфименко", "Журба", "Іваненко", "Яремчук"]);
    }

    #[test]
    fn spellings_of_passports_sound_the_same() {
        for (stored, typed) in [
            ("Марія", "Mariia"),
            ("Марія", "Mariya"),
            ("Сергій", "Serhii"),
            ("Сергій", "Sergiy"),
            ("Євген", "Yevhen"),
            ("Євген", "Evgen"),
            ("Білий", "Bilyi"),
            ("Щербак", "Shcherbak"),
            ("Згурський", "Zghurskyi"),
            ("Яцюк", "Yatsiuk"),
            ("Юрій", "Yuriy"),
            ("Жук", "ZHUK"),
            ("Лук’яненко", "Lukianenko"),
        ] {
            assert_eq!(latin_of_exact(&exact(stored)), latin(typed), "{stored} {typed}");
        }
    }

    #[test]
    fn the_other_layout_is_read_by_keys() {
        assert_eq!(layout("itdxtyrj jrcfyf").as_deref(), Some("шевченко оксана"));
        assert_eq!(layout("'drf").as_deref(), Some("євка"));
        assert_eq!(layout(";er 12.03.1987").as_deref(), Some("жук 12.03.1987"));
        assert_eq!(layout("<JQRJ").as_deref(), Some("бойко"));
        assert_eq!(layout("шевченко"), None);
        assert_eq!(layout("067 123-45-67"), None);
    }
}
