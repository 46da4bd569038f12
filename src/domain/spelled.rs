//! Numbers in Ukrainian words, as papers repeat them beside the digits so that a digit cannot be added later.

/// The gender of what is counted: «один набір», «одна пара».
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Gender {
    /// Набір, кілограм.
    Masculine,
    /// Штука, пара, ціла, десята.
    Feminine,
}

#[rustfmt::skip]
const UNITS: [&str; 20] = [
    "нуль", "один", "два", "три", "чотири", "п’ять", "шість", "сім", "вісім", "дев’ять", "десять", "одинадцять", "дванадцять", "тринадцять",
    "чотирнадцять", "п’ятнадцять", "шістнадцять", "сімнадцять", "вісімнадцять", "дев’ятнадцять",
];
#[rustfmt::skip]
const TENS: [&str; 10] = [
    "", "", "двадцять", "тридцять", "сорок", "п’ятдесят", "шістдесят", "сімдесят", "вісімдесят", "дев’яносто",
];
const HUNDREDS: [&str; 10] =
    ["", "сто", "двісті", "триста", "чотириста", "п’ятсот", "шістсот", "сімсот", "вісімсот", "дев’ятсот"];

/// The forms of a counted word: after 1, after 2 to 4, after the rest.
type Forms = [&'static str; 3];

const THOUSANDS: Forms = ["тисяча", "тисячі", "тисяч"];
const MILLIONS: Forms = ["мільйон", "мільйони", "мільйонів"];
const MILLIARDS: Forms = ["мільярд", "мільярди", "мільярдів"];
const KILOGRAMS: Forms = ["кілограм", "кілограми", "кілограмів"];
const WHOLES: Forms = ["ціла", "цілих", "цілих"];

/// A whole number in words.
pub fn spelled(number: u64, gender: Gender) -> String {
    if number == 0 {
        return "нуль".to_owned();
    }
    let mut words = Vec::new();
    let mut rest = number;
    for (size, gender, forms) in [
        (1_000_000_000, Gender::Masculine, MILLIARDS),
        (1_000_000, Gender::Masculine, MILLIONS),
        (1_000, Gender::Feminine, THOUSANDS),
    ] {
        // Nothing that is counted here is anywhere near a thousand milliards; the digits stand beside the words.
        let count = (rest / size).min(999);
        rest %= size;
        if count > 0 {
            below_thousand(count, gender, &mut words);
            words.push(form(count, forms));
        }
    }
    below_thousand(rest, gender, &mut words);
    words.join(" ")
}

/// Grams as kilograms in words: «шістнадцять цілих вісім десятих кілограма».
pub fn spelled_kilograms(grams: u64) -> String {
    let (whole, part) = (grams / 1000, grams % 1000);
    if part == 0 {
        return format!("{} {}", spelled(whole, Gender::Masculine), form(whole, KILOGRAMS));
    }
    let (part, forms): (u64, Forms) = match (part % 100, part % 10) {
        (0, _) => (part / 100, ["десята", "десятих", "десятих"]),
        (_, 0) => (part / 10, ["сота", "сотих", "сотих"]),
        _ => (part, ["тисячна", "тисячних", "тисячних"]),
    };
    let whole_words = format!("{} {}", spelled(whole, Gender::Feminine), form(whole, WHOLES));
    format!("{whole_words} {} {} кілограма", spelled(part, Gender::Feminine), form(part, forms))
}

fn below_thousand(number: u64, gender: Gender, words: &mut Vec<&'static str>) {
    let place = |number: u64| usize::try_from(number).unwrap_or_default();
    let (hundreds, rest) = (place(number / 100 % 10), place(number % 100));
    if hundreds > 0 {
        words.push(HUNDREDS[hundreds]);
    }
    if rest >= 20 {
        words.push(TENS[rest / 10]);
    }
    let unit = if rest >= 20 { rest % 10 } else { rest };
    match (unit, gender) {
        (0, _) => {}
        (1, Gender::Feminine) => words.push("одна"),
        (2, Gender::Feminine) => words.push("дві"),
        (unit, _) => words.push(UNITS[unit]),
    }
}

fn form(count: u64, [one, few, many]: Forms) -> &'static str {
    match (count % 10, count % 100) {
        (_, 11..=14) => many,
        (1, _) => one,
        (2..=4, _) => few,
        _ => many,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_said_as_a_bookkeeper_says_them() {
        for (number, expected) in [
            (0, "нуль"),
            (1, "один"),
            (2, "два"),
            (11, "одинадцять"),
            (19, "дев’ятнадцять"),
            (21, "двадцять один"),
            (100, "сто"),
            (1_025, "одна тисяча двадцять п’ять"),
            (2_002, "дві тисячі два"),
            (5_014, "п’ять тисяч чотирнадцять"),
            (11_000, "одинадцять тисяч"),
            (21_342, "двадцять одна тисяча триста сорок два"),
            (1_000_000, "один мільйон"),
            (3_000_000_001, "три мільярди один"),
        ] {
            assert_eq!(spelled(number, Gender::Masculine), expected);
        }
        assert_eq!(spelled(1, Gender::Feminine), "одна");
        assert_eq!(spelled(122, Gender::Feminine), "сто двадцять дві");
        assert!(!spelled(u64::MAX, Gender::Masculine).is_empty());
    }

    #[test]
    fn kilograms_are_said_to_the_last_gram() {
        for (grams, expected) in [
            (0, "нуль кілограмів"),
            (1_000, "один кілограм"),
            (12_000, "дванадцять кілограмів"),
            (22_000, "двадцять два кілограми"),
            (16_800, "шістнадцять цілих вісім десятих кілограма"),
            (1_100, "одна ціла одна десята кілограма"),
            (2_250, "дві цілих двадцять п’ять сотих кілограма"),
            (21_001, "двадцять одна ціла одна тисячна кілограма"),
        ] {
            assert_eq!(spelled_kilograms(grams), expected);
        }
    }
}
