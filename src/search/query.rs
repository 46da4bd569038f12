//! A typed text as words to look for: names and streets, and what digits may mean.

use super::fold;
use super::numbers::building_key;
use crate::domain::date;
use crate::domain::name::is_apostrophe;
use crate::domain::person::{BirthDate, Precision};
use crate::domain::typed;
use chrono::NaiveDate;

/// More words than any name with an address has: the rest of a pasted text is not looked at.
pub(super) const MOST_WORDS: usize = 12;
/// Longer words are noise; a key as long would cost time and find nothing.
const LONGEST_WORD: usize = 60;
/// A text longer than this is cut: nobody types it.
const LONGEST_TEXT: usize = 400;
/// Digits of a whole phone with its country at most, and the fewest of a part that say something.
const WHOLE_PHONE: usize = 12;
const SHORTEST_PART: usize = 4;
/// Words that one phone or paper is written with at most: `+38 067 123 45 67`.
const LONGEST_RUN: usize = 6;

/// One thing every found record must have.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Word {
    /// Letters.
    Text(Text),
    /// Something with digits.
    Digits(Digits),
}

/// A word of letters in its forms.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Text {
    /// As typed.
    pub(super) exact: Vec<u8>,
    /// Folded.
    pub(super) folded: Vec<u8>,
    /// Whether there is a soft or a hard sign inside.
    pub(super) soft: bool,
    /// Whether there is an apostrophe inside.
    pub(super) apostrophe: bool,
    /// Sound keys where it is typed in Latin letters: whole, and without a last letter that may be half of a sound.
    pub(super) latin: Vec<Vec<u8>>,
}

/// What a word with digits may be.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Digits {
    /// A phone or a part of it.
    pub(super) phone: Option<String>,
    /// A paper's number or its beginning.
    pub(super) paper: Option<Vec<u8>>,
    /// A family number or its beginning, digits only.
    pub(super) number: Option<String>,
    /// A birth date or year.
    pub(super) birth: Option<BirthDate>,
    /// A building or a flat.
    pub(super) building: Option<String>,
}

/// Reads the words of a text.
pub(super) fn read(text: &str, today: NaiveDate) -> Vec<Word> {
    let cut: String = text.chars().take(LONGEST_TEXT).collect();
    let text = fold::composed(&cut);
    let pieces: Vec<&str> = text
        .split(|sign: char| sign.is_whitespace() || matches!(sign, ',' | ';'))
        .filter(|piece| piece.chars().any(char::is_alphanumeric))
        .collect();
    let mut words = Vec::new();
    let mut rest = pieces.as_slice();
    while let [first, others @ ..] = rest {
        if words.len() >= MOST_WORDS {
            break;
        }
        let found = run(rest, today).or_else(|| short_date(rest, today)).or_else(|| part_of_phone(rest, today));
        if let Some((count, digits)) = found {
            words.push(Word::Digits(digits));
            rest = &rest[count..];
            continue;
        }
        if first.contains(|sign: char| sign.is_ascii_digit()) {
            words.push(Word::Digits(digits(first, today)));
        } else {
            let telling = first.split('.').filter(|word| !is_kind_of_number(word) || pieces.len() == 1);
            words.extend(telling.filter_map(letters).map(Word::Text));
        }
        rest = others;
    }
    words.truncate(MOST_WORDS);
    // A building alone would be half the town.
    if !words.iter().any(|word| matches!(word, Word::Text(_))) {
        for word in &mut words {
            if let Word::Digits(digits) = word {
                digits.building = None;
            }
        }
    }
    words
}

/// Words that only say what the digits beside them are.
fn is_kind_of_number(word: &str) -> bool {
    const KINDS: [&str; 9] = ["кв", "квартира", "буд", "будинок", "вул", "вулиця", "тел", "рн", "нар"];
    KINDS.contains(&word.to_lowercase().as_str())
}

fn letters(word: &str) -> Option<Text> {
    let mut exact = fold::exact(word);
    exact.truncate(LONGEST_WORD);
    if exact.is_empty() {
        return None;
    }
    let mut latin = Vec::new();
    if fold::has_latin(word) && !fold::has_cyrillic(word) {
        latin.push(fold::latin(word));
        let shorter =
            word.trim_end_matches(['s', 'c', 'z', 'k', 't', 'g', 'i', 'y', 'j', 'h', 'S', 'C', 'Z', 'K', 'T', 'G']);
        if shorter.len() >= 3 && shorter.len() < word.len() {
            latin.push(fold::latin(shorter));
        }
        latin.retain(|key| key.len() >= 2);
    }
    Some(Text {
        folded: fold::folded(&exact),
        exact,
        soft: word.contains(['ь', 'ъ', 'Ь', 'Ъ']),
        apostrophe: word.contains(is_apostrophe),
        latin,
    })
}

/// Several words that are one phone, paper, number or date together, the longest run first.
fn run(words: &[&str], today: NaiveDate) -> Option<(usize, Digits)> {
    (2..=LONGEST_RUN.min(words.len())).rev().find_map(|count| {
        let words = &words[..count];
        let last_has_digits = words[count - 1].contains(|sign: char| sign.is_ascii_digit());
        if !last_has_digits || words.iter().map(|word| word.len()).sum::<usize>() > LONGEST_WORD {
            return None;
        }
        let typed = typed::split(&words.join(" "), today);
        if typed.name != Default::default() {
            return None;
        }
        let digits = match (typed.phone, typed.document, typed.number, typed.birth) {
            (Some(phone), None, None, None) => Digits { phone: Some(phone.settled), ..Digits::default() },
            (None, Some(document), None, None) => {
                Digits { paper: Some(fold::paper(&document.number)), ..Digits::default() }
            }
            (None, None, Some(number), None) => {
                Digits { number: Some(number.value().to_string()), ..Digits::default() }
            }
            (None, None, None, Some(birth)) if count == 3 && birth.precision == Precision::Day => {
                Digits { birth: Some(birth), ..Digits::default() }
            }
            _ => return None,
        };
        Some((count, digits))
    })
}

/// Nothing but digits, and the signs that phones are written with.
fn is_figures(word: &str) -> bool {
    word.contains(|sign: char| sign.is_ascii_digit())
        && word.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, '+' | '(' | ')') || date::is_dash(sign))
}

fn figures_of(words: &[&str]) -> String {
    words.iter().flat_map(|word| word.chars()).filter(char::is_ascii_digit).collect()
}

/// `12 03 87`.
fn short_date(words: &[&str], today: NaiveDate) -> Option<(usize, Digits)> {
    let date = words.get(..3)?;
    let is_short = |word: &&str| (1..=2).contains(&word.len()) && word.bytes().all(|sign| sign.is_ascii_digit());
    if !date.iter().all(is_short) || date[1].len() + date[2].len() < 4 {
        return None;
    }
    let birth = date::parse_birth(&date.join("."), today).ok()?;
    Some((3, Digits { birth: Some(birth), ..Digits::default() }))
}

/// A phone that is not typed to its end, in groups: `067 123 45`, `(067) 123`, `+38 067 12`. The year behind it is a year.
fn part_of_phone(words: &[&str], today: NaiveDate) -> Option<(usize, Digits)> {
    let begins =
        |words: &[&str]| words.first().is_some_and(|word| word.len() >= 3 && figures_of(&[*word]).starts_with('0'));
    let country = match *words.first()? {
        "+38" | "38" | "8" => 1,
        first if first.starts_with('+') => 0,
        _ if begins(words) => 0,
        _ => return None,
    };
    if country == 1 && words.len() > 1 && !begins(&words[1..]) {
        return None;
    }
    let is_year = |word: &str| word.len() == 4 && date::parse_birth(word, today).is_ok();
    let groups = words.iter().take_while(|word| is_figures(word) && !is_year(word)).count();
    let count = (2..=groups.min(LONGEST_RUN)).rev().find(|count| figures_of(&words[..*count]).len() < WHOLE_PHONE)?;
    let phone = figures_of(&words[..count]);
    (phone.len() >= SHORTEST_PART).then(|| (count, Digits { phone: Some(phone), ..Digits::default() }))
}

/// Groups of digits side by side as one word each, for a text that finds nothing as it is: the end of a phone (`123 45 67`), a family
/// number (`482 17`), a paper. None where there are no such groups.
pub(super) fn joined(text: &str) -> Option<String> {
    let cut: String = text.chars().take(LONGEST_TEXT).collect();
    let pieces: Vec<&str> = cut.split_whitespace().collect();
    let is_beside = |one: &&str, other: &&str| is_figures(one) && is_figures(other);
    let groups: Vec<String> = pieces
        .chunk_by(is_beside)
        .map(|group| if group.len() > 1 { figures_of(group) } else { group.concat() })
        .collect();
    (groups.len() < pieces.len()).then(|| groups.join(" "))
}

/// One word with digits in it.
fn digits(word: &str, today: NaiveDate) -> Digits {
    let only: String = word.chars().filter(char::is_ascii_digit).take(LONGEST_WORD).collect();
    let has_letters = word.chars().any(char::is_alphabetic);
    let has_marks = word.contains(['.', '/']);
    let mut paper = fold::paper(word);
    paper.truncate(LONGEST_WORD);
    if let (true, Some(document)) = (has_letters, typed::split(word, today).document) {
        // `1-БК 123456` and `І-БК 123456` are one to the typist: the settled number is what is stored.
        paper = fold::paper(&document.number);
    }
    let key = building_key(word);
    Digits {
        phone: (!has_letters && only.len() >= 4 && !(has_marks && only.len() <= 8)).then(|| only.clone()),
        paper: (only.len() >= 5 && !has_marks || has_letters && only.len() >= 2).then_some(paper),
        number: (!has_letters && !has_marks && (4..=7).contains(&only.len()) && !only.starts_with('0'))
            .then(|| only.clone()),
        birth: date::parse_birth(word, today).ok(),
        building: (only.len() <= if key.contains('/') { 8 } else { 4 } && key.chars().count() <= 9).then_some(key),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<Word> {
        read(text, NaiveDate::from_ymd_opt(2026, 11, 21).unwrap())
    }

    #[test]
    fn a_phone_with_spaces_is_one_word() {
        let words = of("Шевченко +38 067 123 45 67");
        assert_eq!(words.len(), 2);
        let Word::Digits(digits) = &words[1] else { panic!("letters") };
        assert_eq!(digits.phone.as_deref(), Some("+380671234567"));
    }

    /// The words, digits by what they may be.
    fn shown(text: &str) -> Vec<String> {
        let of = |word: Word| match word {
            Word::Text(_) => "letters".to_owned(),
            Word::Digits(digits) => match (digits.phone, digits.birth) {
                (Some(phone), _) => phone,
                (None, Some(birth)) => date::show_birth(birth),
                (None, None) => "digits".to_owned(),
            },
        };
        read(text, NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()).into_iter().map(of).collect()
    }

    #[rstest::rstest]
    #[case("067 123 45", &["06712345"])]
    #[case("067 1", &["0671"])]
    #[case("(067) 123", &["067123"])]
    #[case("+38 067 12", &["3806712"])]
    #[case("+380 67 12", &["3806712"])]
    #[case("8 (067) 12", &["806712"])]
    #[case("шевченко 067 123", &["letters", "067123"])]
    #[case("067 123 1987", &["+380671231987"])]
    #[case("067 12 1987", &["06712", "1987"])]
    #[case("067 123 45 шевченко", &["06712345", "letters"])]
    #[case("+48 123 4", &["481234"])]
    #[case("+48 123 456", &["+48123456"])]
    #[case("12 03 87", &["12.03.1987"])]
    #[case("бойко 2 03 87", &["letters", "02.03.1987"])]
    #[case("кравчука 19 4", &["letters", "digits", "digits"])]
    fn groups_of_digits(#[case] text: &str, #[case] expected: &[&str]) {
        assert_eq!(shown(text), expected);
    }

    #[rstest::rstest]
    #[case("123 45 67", Some("1234567"))]
    #[case("бойко 45 67", Some("бойко 4567"))]
    #[case("482 17", Some("48217"))]
    #[case("бойко 1987", None)]
    #[case("12.03.1987 4567", None)]
    fn groups_that_may_be_one(#[case] text: &str, #[case] expected: Option<&str>) {
        assert_eq!(joined(text).as_deref(), expected);
    }

    #[test]
    fn a_passport_with_a_space_is_one_word() {
        let words = of("кс 123456");
        assert_eq!(words.len(), 1, "{words:?}");
        assert_eq!(of("шевченко 1987").len(), 2);
    }

    #[test]
    fn a_date_is_not_a_building() {
        let words = of("бойко 12.03.1987");
        let Word::Digits(digits) = &words[1] else { panic!("letters") };
        assert!(digits.birth.is_some() && digits.building.is_none() && digits.phone.is_none());
    }

    #[test]
    fn a_pasted_page_is_cut() {
        assert!(of(&"слово ".repeat(10_000)).len() <= MOST_WORDS);
    }
}
