//! Names as people type them: cleaned of what a screen must never receive, settled to one apostrophe, cased like a name.

use crate::domain::date::is_dash;
use crate::domain::person::Sex;
use unicode_normalization::UnicodeNormalization;

/// What is odd about a name though it may stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NameWarning {
    /// Letters ы ъ э ё: a Russian spelling in a Ukrainian name.
    RussianLetters,
    /// Latin and Cyrillic letters in one word.
    MixedScripts,
    /// Digits in a name.
    Digits,
    /// Longer than any name that is known (over 60 letters).
    VeryLong,
}

/// The one apostrophe that names are kept with.
pub const APOSTROPHE: char = '\u{2019}';

/// Letters of the longest part of a name that passes without a warning.
const LONGEST_KNOWN: usize = 60;

/// Cleans any typed or imported one-line text: NFC, control characters and invisible or direction-changing marks dropped
/// (terminal injection), every kind of white space to one space, trimmed.
pub fn clean(text: &str) -> String {
    let mut seen = String::with_capacity(text.len());
    for sign in text.chars() {
        if sign.is_whitespace() {
            if !seen.is_empty() && !seen.ends_with(' ') {
                seen.push(' ');
            }
        } else if !is_invisible(sign) {
            seen.push(sign);
        }
    }
    if seen.ends_with(' ') {
        seen.pop();
    }
    composed(seen)
}

/// Letters and marks put together (NFC). Texts of an office have nothing to put together, and a list has a million of them: plain Latin
/// and Cyrillic signs are what they are.
fn composed(text: String) -> String {
    let is_whole = |sign: char| sign < '\u{300}' || matches!(sign, '\u{400}'..='\u{482}' | '\u{490}' | '\u{491}' | '’');
    if text.chars().all(is_whole) { text } else { text.nfc().collect() }
}

/// Cleans a longer text (a note): as [`clean`], but line feeds stay.
pub fn clean_note(text: &str) -> String {
    let lines: Vec<String> = text
        .replace("\r\n", "\n")
        .split(['\n', '\r', '\u{0B}', '\u{0C}', '\u{85}', '\u{2028}', '\u{2029}'])
        .map(clean)
        .collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

/// Settles a part of a name: [`clean`], one apostrophe sign (`’`, U+2019) for all its variants, a double-quote or `*` between
/// letters included; Latin look-alikes inside a Cyrillic word to Cyrillic; `ШЕВЧЕНКО` and `шевченко` to `Шевченко`, each part of a hyphenated name too.
/// A word typed in mixed case (`МакДональд`) stays as it is. Nothing is ever cut, however long the text.
pub fn settle(text: &str) -> String {
    let joined = one_hyphen(&one_apostrophe(&clean(text)));
    let mut settled = String::with_capacity(joined.len());
    for (index, word) in joined.split(' ').enumerate() {
        if index > 0 {
            settled.push(' ');
        }
        for (index, part) in word.split('-').enumerate() {
            if index > 0 {
                settled.push('-');
            }
            // Before the case, so that it sees one script, and after it: Latin `m` looks like nothing in Cyrillic, `M` does.
            settled.push_str(&one_script(&like_a_name(&one_script(part))));
        }
    }
    // Another case or script may compose with the mark that follows.
    composed(settled)
}

/// A word with a Cyrillic letter in it without Latin look-alikes; any other as it is.
fn one_script(word: &str) -> String {
    if word.chars().any(is_cyrillic) { to_cyrillic(word) } else { word.to_owned() }
}

/// What is odd about a settled part of a name.
pub fn warnings(part: &str) -> Vec<NameWarning> {
    let mut found = Vec::new();
    if part.chars().any(|sign| "ыъэёЫЪЭЁ".contains(sign)) {
        found.push(NameWarning::RussianLetters);
    }
    let mixed = |word: &str| word.chars().any(is_cyrillic) && word.chars().any(is_latin);
    if part.split([' ', '-']).any(mixed) {
        found.push(NameWarning::MixedScripts);
    }
    if part.chars().any(char::is_numeric) {
        found.push(NameWarning::Digits);
    }
    if part.chars().count() > LONGEST_KNOWN {
        found.push(NameWarning::VeryLong);
    }
    found
}

/// The sex that a patronymic tells: `-івна, -ївна, -овна, -евна, -ічна` and `-ович, -євич, -ійович, -ич`; `кизи` and `огли` too.
pub fn sex_of_patronymic(patronymic: &str) -> Option<Sex> {
    const FEMALE: [&str; 8] = ["івна", "ївна", "овна", "евна", "ічна", "ична", "кизи", "гизи"];
    const MALE: [&str; 4] = ["ич", "іч", "огли", "оглу"];
    let word = settle(patronymic).to_lowercase();
    let ends_with = |ending: &&str| word.ends_with(*ending);
    if FEMALE.iter().any(ends_with) {
        Some(Sex::Female)
    } else if MALE.iter().any(ends_with) {
        Some(Sex::Male)
    } else {
        None
    }
}

/// Whether this is a sign that stands for an apostrophe wherever it is.
pub(crate) fn is_apostrophe(sign: char) -> bool {
    matches!(
        sign,
        '\'' | '`'
            | '´'
            | '\u{2B9}'
            | '\u{2BB}'..='\u{2BE}'
            | '\u{2C8}'
            | '\u{2CA}'
            | '\u{2CB}'
            | '\u{55A}'
            | '\u{5F3}'
            | '\u{2018}'..='\u{201B}'
            | '\u{2032}'
            | '\u{2035}'
            | '\u{A78C}'
            | '\u{FF07}'
            | '\u{FF40}'
    )
}

/// The text with every Latin letter that looks like a Cyrillic one turned into it, if all its Latin letters do; else as it is:
/// half a turn would only hide which script the typist meant.
pub(crate) fn to_cyrillic(text: &str) -> String {
    let turned: Option<String> =
        text.chars().map(|sign| if is_latin(sign) { look_alike(sign) } else { Some(sign) }).collect();
    turned.unwrap_or_else(|| text.to_owned())
}

/// The Cyrillic letter that a Latin one looks like.
pub(crate) fn look_alike(latin: char) -> Option<char> {
    const LATIN: &str = "ABCEHIKMOPTXYÏaceikopxyï";
    const CYRILLIC: &str = "АВСЕНІКМОРТХУЇасеікорхуї";
    LATIN.chars().zip(CYRILLIC.chars()).find_map(|(from, to)| (from == latin).then_some(to))
}

fn is_cyrillic(sign: char) -> bool {
    matches!(sign, '\u{400}'..='\u{52F}')
}

/// Latin with all its extensions: a letter and its other case must not fall apart.
fn is_latin(sign: char) -> bool {
    sign.is_ascii_alphabetic()
        || (sign.is_alphabetic()
            && matches!(
                sign,
                '\u{AA}' | '\u{BA}' | '\u{C0}'..='\u{2AF}' | '\u{1D00}'..='\u{1DBF}' | '\u{1E00}'..='\u{1EFF}'
                    | '\u{2C60}'..='\u{2C7F}' | '\u{A720}'..='\u{A7FF}' | '\u{AB30}'..='\u{AB6F}'
                    | '\u{FB00}'..='\u{FB06}' | '\u{FF21}'..='\u{FF5A}'
            ))
}

/// Signs that a reader does not see or that change the direction of the text around: controls, soft hyphen, joiners, zero-width
/// and bidirectional marks, fillers, variation selectors, byte order mark, annotation anchors, tags.
pub fn is_invisible(sign: char) -> bool {
    sign.is_control()
        || matches!(
            sign,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
                | '\u{180B}'..='\u{180F}'
                | '\u{200B}'..='\u{200F}'
                | '\u{202A}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}'
                | '\u{2800}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
                | '\u{FE00}'..='\u{FE0F}'
                | '\u{FFF0}'..='\u{FFFB}'
                | '\u{1BCA0}'..='\u{1BCA3}'
                | '\u{1D173}'..='\u{1D17A}'
                | '\u{E0000}'..='\u{E0FFF}'
        )
}

/// One [`APOSTROPHE`] for its variants; for a double quote or `*` between letters too, and for two strokes typed as a quote.
fn one_apostrophe(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let stands_for_it =
        |sign: char| is_apostrophe(sign) || matches!(sign, '"' | '*' | '\u{201C}'..='\u{201F}' | '\u{2033}');
    let mut result = String::with_capacity(text.len());
    let mut index = 0;
    while index < signs.len() {
        let run = signs[index..].iter().take_while(|sign| stands_for_it(**sign)).count();
        if run == 0 {
            result.push(signs[index]);
            index += 1;
            continue;
        }
        let after = index + run;
        let between =
            index > 0 && signs[index - 1].is_alphabetic() && signs.get(after).is_some_and(|next| next.is_alphabetic());
        if between {
            result.push(APOSTROPHE);
        } else {
            result.extend(signs[index..after].iter().map(|sign| if is_apostrophe(*sign) { APOSTROPHE } else { *sign }));
        }
        index = after;
    }
    result
}

/// One hyphen without spaces around it between the parts of a double name.
fn one_hyphen(text: &str) -> String {
    let plain: String = text.chars().map(|sign| if is_dash(sign) { '-' } else { sign }).collect();
    let parts: Vec<&str> = plain.split('-').collect();
    let last = parts.len() - 1;
    let trimmed = parts.iter().enumerate().map(|(index, part)| {
        let part = if index > 0 { part.trim_start_matches(' ') } else { part };
        if index < last { part.trim_end_matches(' ') } else { part }
    });
    trimmed.collect::<Vec<_>>().join("-")
}

/// A word all in capitals or all in small letters with its first letter capital and the rest small.
fn like_a_name(word: &str) -> String {
    let upper = word.chars().any(char::is_uppercase);
    let lower = word.chars().any(char::is_lowercase);
    if upper && lower {
        return word.to_owned();
    }
    let mut first = true;
    word.chars()
        .map(|sign| {
            if !sign.is_alphabetic() {
                sign
            } else if std::mem::take(&mut first) {
                only_one(sign.to_uppercase(), sign)
            } else {
                only_one(sign.to_lowercase(), sign)
            }
        })
        .collect()
}

/// The one letter of another case; the letter itself where its other case is several (`ß`).
fn only_one(mut cased: impl Iterator<Item = char>, letter: char) -> char {
    match (cased.next(), cased.next()) {
        (Some(one), None) => one,
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("  Тарас \t\n Шевченко ", "Тарас Шевченко")]
    #[case("Оксана\u{a0}\u{3000}Петрівна", "Оксана Петрівна")]
    #[case("\u{1b}[2JТарас\u{7}\u{9b}31m", "[2JТарас31m")]
    #[case("\u{202e}сараТ\u{202c}\u{2066}\u{2069}\u{200e}\u{200f}\u{61c}", "сараТ")]
    #[case("Та\u{200b}р\u{200d}а\u{feff}с\u{ad}", "Тарас")]
    #[case("Тарас\u{e0041}\u{e007f}", "Тарас")]
    #[case("и\u{306}", "й")]
    #[case("и\u{200d}\u{306}", "й")]
    #[case("\u{0}", "")]
    fn nothing_invisible_or_dangerous_reaches_a_screen(#[case] typed: &str, #[case] cleaned: &str) {
        assert_eq!(clean(typed), cleaned);
    }

    #[test]
    fn a_note_keeps_its_lines_and_nothing_else() {
        assert_eq!(clean_note("\r\nПерша \t стрічка\u{1b}\r\nдруга\rтретя\u{2028}\n"), "Перша стрічка\nдруга\nтретя");
    }

    #[rstest]
    #[case("шевченко", "Шевченко")]
    #[case("ШЕВЧЕНКО", "Шевченко")]
    #[case("нечуй-левицький", "Нечуй-Левицький")]
    #[case("НЕЧУЙ - ЛЕВИЦЬКИЙ", "Нечуй-Левицький")]
    #[case("Нечуй–левицький", "Нечуй-Левицький")]
    #[case("МакДональд", "МакДональд")]
    #[case("анна марія", "Анна Марія")]
    #[case("і", "І")]
    #[case("", "")]
    #[case("-", "-")]
    fn a_name_is_cased_like_a_name(#[case] typed: &str, #[case] settled: &str) {
        assert_eq!(settle(typed), settled);
    }

    #[rstest]
    #[case("'")]
    #[case("’")]
    #[case("ʼ")]
    #[case("‘")]
    #[case("`")]
    #[case("´")]
    #[case("′")]
    #[case("\"")]
    #[case("*")]
    #[case("''")]
    #[case("”")]
    #[case("＇")]
    fn every_apostrophe_is_one(#[case] sign: &str) {
        assert_eq!(settle(&format!("дем{sign}янчук")), "Дем’янчук");
        assert_eq!(settle(&format!("ДЕМ{sign}ЯНЧУК")), "Дем’янчук");
    }

    #[test]
    fn a_quoted_word_is_not_an_apostrophe() {
        assert_eq!(settle("іван \"грім\""), "Іван \"Грім\"");
    }

    #[rstest]
    #[case("Шeвчeнкo", "Шевченко")]
    #[case("Iван", "Іван")]
    #[case("КOBАЛЬ", "Коваль")]
    #[case("ïжак", "Їжак")]
    #[case("Smith", "Smith")]
    #[case("TAPAC", "Tapac")]
    #[case("Smiтh", "Smiтh")]
    #[case("ЀȺX", "Ѐⱥx")]
    #[case("mа", "Ма")]
    #[case("hовак", "Новак")]
    fn latin_look_alikes_inside_a_cyrillic_word_are_turned(#[case] typed: &str, #[case] settled: &str) {
        assert_eq!(settle(typed), settled);
    }

    #[test]
    fn a_very_long_name_is_kept_whole_and_warned_of() {
        let long = settle(&"а".repeat(200));
        assert_eq!(long.chars().count(), 200);
        assert_eq!(warnings(&long), [NameWarning::VeryLong]);
    }

    #[rstest]
    #[case("Шевченко", &[])]
    #[case("Дем’янчук-Ґудзь", &[])]
    #[case("Smith-Коваль", &[])]
    #[case("Пыльнёв", &[NameWarning::RussianLetters])]
    #[case("Smiтh", &[NameWarning::MixedScripts])]
    #[case("Тарас2", &[NameWarning::Digits])]
    #[case("Эл1zа", &[NameWarning::RussianLetters, NameWarning::MixedScripts, NameWarning::Digits])]
    fn odd_names_are_warned_of(#[case] part: &str, #[case] expected: &[NameWarning]) {
        assert_eq!(warnings(part), expected);
    }

    #[rstest]
    #[case("Петрівна", Some(Sex::Female))]
    #[case("Сергіївна", Some(Sex::Female))]
    #[case("Ивановна", Some(Sex::Female))]
    #[case("Андреевна", Some(Sex::Female))]
    #[case("Лук'янівна", Some(Sex::Female))]
    #[case("Іллівна", Some(Sex::Female))]
    #[case("Петрович", Some(Sex::Male))]
    #[case("СЕРГІЙОВИЧ", Some(Sex::Male))]
    #[case("Васильєвич", Some(Sex::Male))]
    #[case("Кузьмич", Some(Sex::Male))]
    #[case("Ілліч", Some(Sex::Male))]
    #[case("Мамед огли", Some(Sex::Male))]
    #[case("Мамед кизи", Some(Sex::Female))]
    #[case("", None)]
    #[case("Тарас", None)]
    fn a_patronymic_tells_the_sex(#[case] patronymic: &str, #[case] sex: Option<Sex>) {
        assert_eq!(sex_of_patronymic(patronymic), sex);
    }

    /// Signs that meet in damaged lists: both scripts, marks that compose, apostrophes, dashes, invisible ones.
    fn awkward() -> impl Strategy<Value = String> {
        prop_oneof![
            "[А-ЯҐЄІЇа-яґєії'’ʼ\"*` -]{0,20}",
            "[a-zA-Zа-яА-ЯіІїЇёǰßİŉïÏ\u{300}-\u{308}\u{30C}'’\"*–— \u{200D}\u{AD}-]{0,20}",
            "\\PC{0,20}",
            any::<String>(),
        ]
    }

    proptest! {
        #[test]
        fn cleaning_twice_is_cleaning_once(text in awkward()) {
            let once = clean(&text);
            prop_assert_eq!(clean(&once), once.clone());
            let unsafe_sign = |sign: char| sign.is_control() || is_invisible(sign);
            prop_assert!(!once.chars().any(unsafe_sign));
            prop_assert!(!once.contains("  ") && once.trim() == once);
        }

        #[test]
        fn cleaning_a_note_twice_is_cleaning_it_once(text in awkward(), more in awkward()) {
            let once = clean_note(&format!("{text}\n\n{more}"));
            prop_assert_eq!(clean_note(&once), once.clone());
            prop_assert!(!once.chars().any(|sign| sign != '\n' && (sign.is_control() || is_invisible(sign))));
        }

        #[test]
        fn settling_twice_is_settling_once(text in awkward()) {
            let once = settle(&text);
            prop_assert_eq!(settle(&once), once);
        }

        #[test]
        fn the_case_typed_does_not_matter(name in "[а-яґєії]{2,12}(-[а-яґєії]{2,12})?") {
            prop_assert_eq!(settle(&name), settle(&name.to_uppercase()));
        }
    }
}
