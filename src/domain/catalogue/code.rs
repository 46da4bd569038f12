//! Codes: what they look like, and the one that is offered for a name.

use crate::domain::name::is_apostrophe;

/// Longest code, in characters.
pub const CODE_CHARACTERS: usize = 40;

/// Whether a text can be a code: lower case Latin letters, digits and `_`, a letter first.
pub fn is_code(text: &str) -> bool {
    let mut signs = text.chars();
    signs.next().is_some_and(|first| first.is_ascii_lowercase())
        && signs.all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '_')
        && text.len() <= CODE_CHARACTERS
}

/// A code for a name, to begin with: its letters by resolution 55, everything else `_`. Empty where nothing of the name is left.
pub fn code_of(name: &str) -> String {
    let mut code = String::new();
    for sign in name.to_lowercase().chars() {
        match latin(sign) {
            Some(letters) => code.push_str(letters),
            None if sign.is_ascii_alphanumeric() => code.push(sign),
            None if !code.is_empty() && !code.ends_with('_') && !is_apostrophe(sign) && sign != 'ь' => {
                code.push('_');
            }
            None => {}
        }
    }
    code.truncate(CODE_CHARACTERS);
    let code = code.trim_matches(|sign: char| sign == '_' || sign.is_ascii_digit()).to_owned();
    if is_code(&code) { code } else { String::new() }
}

/// A Ukrainian letter in Latin ones, as inside a word (resolution 55 of 2010).
fn latin(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' => "h",
        'ґ' => "g",
        'д' => "d",
        'е' => "e",
        'є' => "ie",
        'ж' => "zh",
        'з' => "z",
        'и' => "y",
        'і' | 'ї' | 'й' => "i",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ю' => "iu",
        'я' => "ia",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_code_is_lower_case_latin_digits_and_underscores() {
        for code in ["idp_2022", "a", "burned_house"] {
            assert!(is_code(code), "{code}");
        }
        for code in ["", "2022", "_a", "Idp", "впо", "a b", "a-b", "a;b", &"a".repeat(41)] {
            assert!(!is_code(code), "{code}");
        }
    }

    #[test]
    fn a_code_is_offered_for_a_name() {
        assert_eq!(code_of("вул. Степана Бандери"), "vul_stepana_bandery");
        assert_eq!(code_of("Жидичинський округ"), "zhydychynskyi_okruh");
        assert_eq!(code_of("Сім’я з 3-х"), "simia_z_3_kh");
        assert_eq!(code_of("№ 7"), "");
    }

    proptest! {
        #[test]
        fn whatever_a_name_is_its_offered_code_is_a_code_or_nothing(name in "\\PC{0,60}") {
            let code = code_of(&name);
            prop_assert!(code.is_empty() || is_code(&code), "{code}");
        }
    }
}
