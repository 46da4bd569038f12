//! One typed line becomes a line of the cart: what, how much, and what the box weighed. Pure.
//!
//! Name and amount come in either order («одяг 4,2», «4,2 одяг»), a few first letters are enough, and the wrong keyboard layout is
//! forgiven by comparing key positions. A minus behind the amount is the tare: «одяг 4,7-0,5», or «одяг 4,7-» for the usual one.

use crate::search::small::{Folded, Grade, Needle};

/// Words that may stand behind a number, as typed.
const UNITS: [&str; 22] = [
    "кг",
    "кг.",
    "kg",
    "г",
    "г.",
    "гр",
    "гр.",
    "g",
    "шт",
    "шт.",
    "pc",
    "pcs",
    "пар",
    "пара",
    "пари",
    "pair",
    "pairs",
    "набір",
    "набори",
    "наборів",
    "kit",
    "kits",
];

/// What is subtracted from the typed weight.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Tare {
    /// What is usual.
    Usual,
    /// As typed.
    Typed(String),
}

/// What a typed line says.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Typed {
    /// The words that name the item.
    pub name: String,
    /// How much, as typed; none where only a name stands.
    pub amount: Option<String>,
    /// What the box or bag weighed.
    pub tare: Option<Tare>,
}

/// Takes a typed line apart.
pub fn split(text: &str) -> Typed {
    let words: Vec<&str> = text.split_whitespace().collect();
    let last = words.len();
    if let Some(from) = amount_before(&words, last) {
        return typed(&words[..from], &words[from..]);
    }
    match amount_after(&words) {
        Some(to) => typed(&words[to..], &words[..to]),
        None => Typed { name: words.join(" "), ..Typed::default() },
    }
}

fn typed(name: &[&str], amount: &[&str]) -> Typed {
    let name = name.join(" ");
    let amount = decimal(&amount.concat());
    // A minus before the first digit is a negative amount, which is refused as one; behind it stands the tare.
    let minus = amount.char_indices().skip(1).find(|(_, sign)| is_minus(*sign));
    let Some((at, sign)) = minus else { return Typed { name, amount: Some(amount), tare: None } };
    let (gross, rest) = (&amount[..at], &amount[at + sign.len_utf8()..]);
    let tare = if rest.is_empty() { Tare::Usual } else { Tare::Typed(rest.to_owned()) };
    Typed { name, amount: Some(gross.to_owned()), tare: Some(tare) }
}

fn is_minus(sign: char) -> bool {
    matches!(sign, '-' | '−' | '–' | '—')
}

/// «4б2» and «4ю2» are the comma and the point of the other layout.
fn decimal(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| signs.get(at)).is_some_and(char::is_ascii_digit);
    let sign = |(at, sign): (usize, &char)| match sign {
        'б' | 'ю' if is_digit(at.checked_sub(1)) && is_digit(Some(at + 1)) => ',',
        sign => *sign,
    };
    signs.iter().enumerate().map(sign).collect()
}

fn is_unit(word: &str) -> bool {
    let word = word.to_lowercase();
    UNITS.contains(&word.trim_start_matches('/')) && !word.is_empty()
}

/// Whether a word is an amount: a number, perhaps with its unit and a tare on it.
fn is_number(word: &str) -> bool {
    let word = decimal(&word.to_lowercase());
    let first = word.trim_start_matches(|sign: char| is_minus(sign) || sign == '+');
    if !first.starts_with(|sign: char| sign.is_ascii_digit()) {
        return false;
    }
    // Letters are a unit, and stand at the end or before the tare.
    let rest = first.trim_start_matches(|sign: char| sign.is_ascii_digit() || matches!(sign, ',' | '.'));
    let unit: String = rest.chars().take_while(|sign| !is_minus(*sign)).collect();
    let tare: &str = &rest[unit.len()..];
    let tare = tare.trim_start_matches(is_minus);
    let is_tare = tare.chars().next().is_none_or(|sign| sign.is_ascii_digit());
    (unit.is_empty() || is_unit(&unit)) && is_tare
}

/// Whether a word is a group of thousands: `200` of «4 200 г».
fn is_group(word: &str) -> bool {
    let digits = word.chars().take_while(char::is_ascii_digit).count();
    digits == 3 && is_number(word) && !word.starts_with(is_minus)
}

/// Whether a word goes on an amount before it: a tare of its own, or the minus of one.
fn is_tare(word: &str) -> bool {
    let rest = word.trim_start_matches(is_minus);
    rest.len() < word.len() && (rest.is_empty() || is_number(rest))
}

/// Where the amount that ends before `end` begins.
fn amount_before(words: &[&str], end: usize) -> Option<usize> {
    let mut at = end.checked_sub(1)?;
    if is_unit(words[at]) {
        at = at.checked_sub(1)?;
    }
    // «4,7 - 0,5», «4,7 -0,5», «4,7 -»
    if let Some(before) = at.checked_sub(1) {
        let has_gross = |at: usize| is_number(words[at]) || (is_unit(words[at]) && at > 0 && is_number(words[at - 1]));
        if is_tare(words[at]) && has_gross(before) {
            return amount_before(words, at);
        }
        let is_sign = words[before].chars().all(is_minus);
        if is_number(words[at]) && is_sign && before > 0 && has_gross(before - 1) {
            return amount_before(words, before);
        }
    }
    if !is_number(words[at]) {
        return None;
    }
    while at > 0 && is_group(words[at]) && is_number(words[at - 1]) {
        at -= 1;
    }
    Some(at)
}

/// Where the amount that the line begins with ends.
fn amount_after(words: &[&str]) -> Option<usize> {
    let longest = words.len().min(6);
    (1..=longest).rev().find(|end| amount_before(&words[..*end], *end) == Some(0))
}

/// How well typed words name something with these names: lower is better, none for not at all. Every way in which the words can be
/// read counts, as in every small list: «jlzu» is «одяг».
pub fn rank(typed: &str, names: &[&str]) -> Option<(Grade, i64)> {
    let needle = Needle::of(typed);
    if needle.is_empty() {
        return Some((Grade::Whole, 0));
    }
    let fits = names.iter().filter_map(|name| needle.fit(&Folded::of(name)));
    fits.min().map(|fit| (fit.grade, fit.weight()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> (String, Option<String>, Option<Tare>) {
        let typed = split(text);
        (typed.name, typed.amount, typed.tare)
    }

    fn plain(name: &str, amount: &str) -> (String, Option<String>, Option<Tare>) {
        (name.to_owned(), Some(amount.to_owned()), None)
    }

    #[test]
    fn name_and_amount_come_in_either_order() {
        assert_eq!(said("одяг 4,2"), plain("одяг", "4,2"));
        assert_eq!(said("4,2 одяг"), plain("одяг", "4,2"));
        assert_eq!(said("прод 1"), plain("прод", "1"));
        assert_eq!(said("2 дит взуття"), plain("дит взуття", "2"));
        assert_eq!(said("одяг"), ("одяг".to_owned(), None, None));
        assert_eq!(said("4,2"), plain("", "4,2"));
    }

    #[test]
    fn units_and_thousands_belong_to_the_amount() {
        assert_eq!(said("одяг 4,2кг"), plain("одяг", "4,2кг"));
        assert_eq!(said("одяг 4,2 кг"), plain("одяг", "4,2кг"));
        assert_eq!(said("одяг 4 200 г"), plain("одяг", "4200г"));
        assert_eq!(said("4 200 г одяг"), plain("одяг", "4200г"));
        assert_eq!(said("взуття 2 пари"), plain("взуття", "2пари"));
        // A number that belongs to the name stays there.
        assert_eq!(said("підгузки 3 40"), plain("підгузки 3", "40"));
    }

    #[test]
    fn a_minus_behind_the_amount_is_the_tare_and_before_it_a_negative_amount() {
        let with = |name: &str, gross: &str, tare| (name.to_owned(), Some(gross.to_owned()), Some(tare));
        let half = || Tare::Typed("0,5".to_owned());
        assert_eq!(said("одяг 4,7-0,5"), with("одяг", "4,7", half()));
        assert_eq!(said("одяг 4,7 - 0,5"), with("одяг", "4,7", half()));
        assert_eq!(said("одяг 4,7 -0,5"), with("одяг", "4,7", half()));
        assert_eq!(said("одяг 4,7кг-0,5кг"), with("одяг", "4,7кг", Tare::Typed("0,5кг".to_owned())));
        assert_eq!(said("одяг 4,7-"), with("одяг", "4,7", Tare::Usual));
        assert_eq!(said("4,7- одяг"), with("одяг", "4,7", Tare::Usual));
        assert_eq!(said("одяг -3"), plain("одяг", "-3"));
    }

    #[test]
    fn the_comma_of_the_other_layout_is_a_comma() {
        assert_eq!(said("одяг 4б2"), plain("одяг", "4,2"));
        assert_eq!(said("jlzu 4ю2"), plain("jlzu", "4,2"));
    }

    #[test]
    fn a_few_letters_name_an_item_in_either_layout() {
        let clothes = ["clothes", "Одяг б/в", "Used clothes"];
        let food = ["food_kit", "Продуктовий набір", "Food kit"];
        assert!(rank("одяг", &clothes) < rank("одяг", &food) || rank("одяг", &food).is_none());
        let how = |typed: &str, names: &[&str]| rank(typed, names).map(|(grade, _)| grade);
        assert_eq!(how("jlzu", &clothes), Some(Grade::Begins));
        assert_eq!(how("ащщв", &food), Some(Grade::Begins));
        assert_eq!(how("наб прод", &food), Some(Grade::Words));
        assert_eq!(how("clothes", &clothes), Some(Grade::Whole));
        assert_eq!(how("прдкт", &food), Some(Grade::Letters));
        assert_eq!(rank("холодильник", &food), None);
        assert_eq!(rank("щ", &food), None);
    }
}
