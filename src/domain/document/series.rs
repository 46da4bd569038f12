//! Papers with a series of two Cyrillic letters and six digits: the passport booklet and the birth certificate.

use super::squeeze;
use crate::domain::name::look_alike;

/// Numerals of birth certificates. Settled in Latin letters: Cyrillic has no V.
const NUMERALS: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

/// How many digits stand after the series.
const DIGITS: usize = 6;

/// `КС123456` of `кс 123456`, `KC № 123456` (Latin), `серія КС 123456`.
pub(super) fn passport(text: &str) -> Option<String> {
    let (head, rest) = take_apart(text)?;
    head.is_empty().then_some(rest)
}

/// `I-БК123456` of `1бк123456`, `І-БК № 123456`, `lбк 123456`: І (Cyrillic), I (Latin), l and 1 are the same to the typist, X and Х too.
pub(super) fn birth_certificate(text: &str) -> Option<String> {
    let (head, rest) = take_apart(text)?;
    let head = head.strip_suffix('-').unwrap_or(&head);
    let mut numeral = String::new();
    for sign in head.chars() {
        match sign {
            'I' | 'i' | 'І' | 'і' | 'l' | '1' | '|' | 'Ӏ' | 'ӏ' => numeral.push('I'),
            'V' | 'v' => numeral.push('V'),
            'X' | 'x' | 'Х' | 'х' => numeral.push('X'),
            // Roman numerals that are one sign each.
            'Ⅰ'..='Ⅻ' => numeral.push_str(NUMERALS.get(sign as usize - 'Ⅰ' as usize)?),
            _ => return None,
        }
    }
    NUMERALS.contains(&numeral.as_str()).then(|| format!("{numeral}-{rest}"))
}

/// The settled number with a space before its digits.
pub(super) fn show(number: &str) -> String {
    let signs: Vec<char> = number.chars().collect();
    if signs.len() <= DIGITS {
        return number.to_owned();
    }
    let (series, digits) = signs.split_at(signs.len() - DIGITS);
    series.iter().chain(&[' ']).chain(digits).collect()
}

/// What stands before the series, and the series in Cyrillic capitals with the digits. Read from the end, since letters of the
/// series may look like a numeral: `ІІІ123456` is I and the series ІІ.
fn take_apart(text: &str) -> Option<(String, String)> {
    let signs: Vec<char> = squeeze(text).chars().collect();
    let (start, digits) = signs.split_at(signs.len().checked_sub(DIGITS)?);
    if !digits.iter().all(char::is_ascii_digit) {
        return None;
    }
    let start = start.strip_suffix(&['-']).unwrap_or(start);
    let (head, letters) = start.split_at(start.len().checked_sub(2)?);
    let series: String = letters.iter().map(|letter| capital(*letter)).collect::<Option<String>>()?;
    let head: String = head.iter().collect();
    let word = "серія";
    let head = match head.get(..word.len()) {
        Some(start) if start.to_lowercase() == word => head[word.len()..].trim_start_matches([':', '.']).to_owned(),
        _ => head,
    };
    Some((head, series + &digits.iter().collect::<String>()))
}

/// The Cyrillic capital of a letter, Latin look-alikes turned.
fn capital(letter: char) -> Option<char> {
    let mut upper = letter.to_uppercase();
    let (Some(upper), None) = (upper.next(), upper.next()) else { return None };
    match upper {
        'А'..='Я' | 'І' | 'Ї' | 'Є' | 'Ґ' => Some(upper),
        'Y' | 'Ï' => None,
        _ => look_alike(upper),
    }
}
