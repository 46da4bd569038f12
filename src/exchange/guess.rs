//! What a column of an office's own list means: by the words of its heading, then by what is in its cells.
//!
//! A guess is shown with how sure it is and is the person's to change. Words first: «Моб. тел.», «Дата нар.», a slip in «Телефн». Where
//! no word speaks, the cells do: most of them papers, phones, dates, names. One column of ours is given once; the surer guess has it.

use super::column::{FAMILIES, folded};
use super::families::cell;
use super::list;
use super::tidy;
use crate::domain::date;
use crate::domain::document::{Document, DocumentKind};
use crate::domain::name;
use crate::domain::person::Sex;
use crate::domain::phone::Phone;
use crate::domain::relation;
use crate::office::intake::{FULL_NAME, SEVERAL, Sure};
use chrono::NaiveDate;

/// Everything a column of a families file can mean: the columns of the kind, and three that are several of them in one cell.
pub(super) const TARGETS: [&str; 24] = [
    FULL_NAME,
    "surname",
    "given_name",
    "patronymic",
    "birth_date",
    "sex",
    "phone",
    "rnokpp",
    "document",
    ADDRESS,
    STREET_LINE,
    "settlement",
    "starosta_district",
    "street",
    "building",
    "flat",
    "family",
    "relation",
    "person",
    "categories",
    "registered_on",
    "closed_on",
    "consent_on",
    "note",
];

/// A whole address in one cell.
pub(super) const ADDRESS: &str = "address";

/// Street, building and flat in one cell.
pub(super) const STREET_LINE: &str = "street_line";

/// Beginnings of words that mean a column, in the order they are tried; all of a row must be in the heading. `=` before one asks for the
/// whole word. A row for nothing keeps a column from being taken for another («ким виданий паспорт»).
const WORDS: &[(&str, &[&str])] = &[
    ("", &["кільк"]),
    ("", &["видан"]),
    ("", &["видач"]),
    ("closed_on", &["знят"]),
    ("registered_on", &["облік", "взят"]),
    ("registered_on", &["облік", "постав"]),
    ("registered_on", &["облік", "дата"]),
    ("registered_on", &["registered"]),
    ("consent_on", &["згод"]),
    ("consent_on", &["consent"]),
    ("rnokpp", &["рнокпп"]),
    ("rnokpp", &["=іпн"]),
    ("rnokpp", &["=інн"]),
    ("rnokpp", &["=ипн"]),
    ("rnokpp", &["ідентифікац"]),
    ("rnokpp", &["податк"]),
    ("rnokpp", &["=tax"]),
    ("birth_date", &["народж"]),
    ("birth_date", &["=нар"]),
    ("birth_date", &["рожд"]),
    ("birth_date", &["birth"]),
    ("birth_date", &["=dob"]),
    ("birth_date", &["=др"]),
    ("document", &["паспорт"]),
    ("document", &["документ"]),
    ("document", &["свідоц"]),
    ("document", &["посвідч"]),
    ("document", &["passport"]),
    ("phone", &["телеф"]),
    ("phone", &["=тел"]),
    ("phone", &["=моб"]),
    ("phone", &["мобільн"]),
    ("phone", &["phone"]),
    ("phone", &["mobile"]),
    ("phone", &["контакт"]),
    (FULL_NAME, &["прізв", "ім"]),
    (FULL_NAME, &["=піб"]),
    (FULL_NAME, &["=піп"]),
    (FULL_NAME, &["=фіо"]),
    (FULL_NAME, &["=фио"]),
    (FULL_NAME, &["=fullname"]),
    (FULL_NAME, &["full", "name"]),
    (FULL_NAME, &["заявни"]),
    (FULL_NAME, &["отримувач"]),
    ("patronymic", &["батьков"]),
    ("patronymic", &["patron"]),
    ("patronymic", &["middle"]),
    ("surname", &["прізв"]),
    ("surname", &["фамил"]),
    ("surname", &["surname"]),
    ("surname", &["last", "name"]),
    ("given_name", &["=імя"]),
    ("given_name", &["=имя"]),
    ("given_name", &["first", "name"]),
    ("given_name", &["given"]),
    (FULL_NAME, &["=name"]),
    ("relation", &["спорідн"]),
    ("relation", &["звяз"]),
    ("relation", &["=ким"]),
    ("relation", &["родинн"]),
    ("relation", &["relation"]),
    ("sex", &["=стать"]),
    ("sex", &["=пол"]),
    ("sex", &["=gender"]),
    ("categories", &["категор"]),
    ("categories", &["пільг"]),
    ("categories", &["categor"]),
    ("categories", &["статус"]),
    ("flat", &["кварт"]),
    ("flat", &["=кв"]),
    ("flat", &["apartment"]),
    ("building", &["будин"]),
    ("building", &["=буд"]),
    ("building", &["house"]),
    ("street", &["вулиц"]),
    ("street", &["=вул"]),
    ("street", &["street"]),
    ("starosta_district", &["старост"]),
    ("starosta_district", &["=округ"]),
    ("settlement", &["населен"]),
    ("settlement", &["=місто"]),
    ("settlement", &["=село"]),
    ("settlement", &["=смт"]),
    ("settlement", &["settlement"]),
    ("settlement", &["=city"]),
    ("settlement", &["village"]),
    (ADDRESS, &["адрес"]),
    (ADDRESS, &["address"]),
    (ADDRESS, &["прожива"]),
    ("family", &["сім", "номер"]),
    ("family", &["сім", "код"]),
    ("family", &["сім", "№"]),
    ("family", &["родин", "№"]),
    ("family", &["справ", "№"]),
    ("family", &["справ", "номер"]),
    ("note", &["приміт"]),
    ("note", &["комент"]),
    ("note", &["нотат"]),
    ("note", &["=note"]),
    ("note", &["comment"]),
];

/// What a heading says, and how surely.
pub(super) fn by_words(heading: &str) -> Option<(&'static str, Sure)> {
    if let Some(column) = FAMILIES.columns.iter().find(|column| column.is_headed(heading)) {
        return Some((column.name, Sure::Said));
    }
    let whole = folded(heading);
    let lowered = heading.to_lowercase().replace(['\'', '’', 'ʼ', '`', '"'], "");
    let words: Vec<&str> =
        lowered.split(|sign: char| !sign.is_alphanumeric() && sign != '№').filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        return None;
    }
    let has = |stem: &str| match stem.strip_prefix('=') {
        Some(word) => whole == word || words.contains(&word),
        None => {
            stem == "№" && lowered.contains('№')
                || words.iter().any(|word| word.starts_with(stem))
                || (stem.chars().count() >= 5 && whole.contains(stem))
        }
    };
    if let Some((target, _)) = WORDS.iter().find(|(_, stems)| stems.iter().all(|stem| has(stem))) {
        return (!target.is_empty()).then_some((*target, Sure::Alike));
    }
    // A slip in a heading that is otherwise ours.
    let near = |column: &&super::column::Column| {
        column.names().any(|name| {
            let (name, length) = (folded(name), whole.chars().count());
            length >= 6 && slips(&name, &whole) <= if length >= 8 { 2 } else { 1 }
        })
    };
    FAMILIES.columns.iter().find(near).map(|column| (column.name, Sure::Alike))
}

/// Slips between two words (Levenshtein); the words are short.
fn slips(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (above, sign) in left.chars().enumerate() {
        let mut corner = row[0];
        row[0] = above + 1;
        for (place, other) in right.iter().enumerate() {
            let best = (corner + usize::from(sign != *other)).min(row[place] + 1).min(row[place + 1] + 1);
            corner = std::mem::replace(&mut row[place + 1], best);
        }
    }
    row.last().copied().unwrap_or(0)
}

/// Cells that are looked at in a column.
const CELLS_LOOKED_AT: usize = 200;

/// Of ten cells so many must be of a kind.
const MOST: usize = 7;

/// Whether a cell is of a kind.
type Is<'a> = &'a dyn Fn(&str) -> bool;

/// What the cells of a column are, where most of them are of one kind.
pub(super) fn by_content<'a>(cells: impl Iterator<Item = &'a str>, today: NaiveDate) -> Option<&'static str> {
    let cells: Vec<&str> = cells.map(str::trim).filter(|cell| !cell.is_empty()).take(CELLS_LOOKED_AT).collect();
    if cells.len() < 2 {
        return None;
    }
    let most = |is: Is<'_>| cells.iter().filter(|cell| is(cell)).count() * 10 >= cells.len() * MOST;
    let kinds: [(&'static str, Is<'_>); 7] = [
        ("rnokpp", &is_tax_number),
        ("phone", &is_phone),
        ("birth_date", &|cell| is_day(cell, today)),
        ("sex", &|cell| tidy::sex(cell).is_some_and(|word| Sex::from_code(word).is_some())),
        ("relation", &|cell| relation::read(cell).is_some()),
        (FULL_NAME, &is_full_name),
        ("document", &is_paper),
    ];
    kinds.into_iter().find(|(_, is)| most(*is)).map(|(target, _)| target)
}

fn is_tax_number(cell: &str) -> bool {
    let number = cell::whole_number(cell);
    number.len() == 10
        && Document::parse(DocumentKind::TaxNumber, &number).is_ok_and(|paper| paper.warnings(None, None).is_empty())
}

fn is_phone(cell: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    let one = list::split(&cell.replace([',', '/'], ";")).into_iter().next().unwrap_or_default();
    let number = cell::whole_number(&one);
    let number = if digits(&number) == 9 && !number.starts_with('0') { format!("0{number}") } else { number };
    digits(&number) >= 10 && Phone::parse(&number).is_ok_and(|phone| phone.is_ukrainian())
}

/// A whole day: a year alone may be any number.
fn is_day(cell: &str, today: NaiveDate) -> bool {
    let day = cell.split(['T', ' ']).next().unwrap_or(cell);
    date::serial_day(cell).is_some() || (day.len() > 4 && date::parse(day, today).is_ok_and(|day| day <= today))
}

fn is_full_name(cell: &str) -> bool {
    let words: Vec<&str> = cell.split_whitespace().collect();
    (2..=4).contains(&words.len())
        && words.iter().all(|word| word.starts_with(char::is_uppercase) && !word.contains(|c: char| c.is_ascii_digit()))
        && words.iter().skip(1).any(|word| name::sex_of_patronymic(word).is_some())
}

fn is_paper(cell: &str) -> bool {
    cell.chars().count() >= 8 && Document::recognise(cell).is_some()
}

/// Gives every column of ours to one column of the file at most: the surer guess has it, of equals the first.
pub(super) fn settle(guesses: &mut [Option<(&'static str, Sure)>]) {
    for target in TARGETS.iter().filter(|target| !SEVERAL.contains(*target)) {
        let mut best: Option<(usize, Sure)> = None;
        for (place, guess) in guesses.iter().enumerate() {
            if let Some((guessed, sure)) = guess
                && guessed == target
                && best.is_none_or(|(_, known)| *sure > known)
            {
                best = Some((place, *sure));
            }
        }
        for (place, guess) in guesses.iter_mut().enumerate() {
            if guess.is_some_and(|(guessed, _)| guessed == *target) && best.is_some_and(|(kept, _)| kept != place) {
                *guess = None;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("ПІБ", FULL_NAME)]
    #[case("П.І.Б.", FULL_NAME)]
    #[case("Прізвище, ім'я, по батькові заявника", FULL_NAME)]
    #[case("Дата нар.", "birth_date")]
    #[case("Рік народження", "birth_date")]
    #[case("Моб. тел.", "phone")]
    #[case("Контактний номер", "phone")]
    #[case("Телефн", "phone")]
    #[case("Прзвище", "surname")]
    #[case("Адреса", ADDRESS)]
    #[case("Місце проживання", ADDRESS)]
    #[case("Адреса вулиця", "street")]
    #[case("Ідент. код (РНОКПП)", "rnokpp")]
    #[case("Серія та номер паспорта", "document")]
    #[case("№ сім'ї", "family")]
    #[case("Дата взяття на облік", "registered_on")]
    #[case("Дата постановки на облік", "registered_on")]
    #[case("Ступінь родинного зв’язку", "relation")]
    #[case("Mobile phone", "phone")]
    #[case("Date of birth", "birth_date")]
    #[case("Last name", "surname")]
    #[case("Пільгова категорія", "categories")]
    fn a_heading_is_understood(#[case] heading: &str, #[case] target: &str) {
        assert_eq!(by_words(heading).map(|(target, _)| target), Some(target));
    }

    #[rstest]
    #[case("Ким виданий паспорт")]
    #[case("Дата видачі")]
    #[case("Кількість членів сім'ї")]
    #[case("№ з/п")]
    #[case("Розмір взуття")]
    #[case("")]
    fn a_heading_of_something_else_is_left_alone(#[case] heading: &str) {
        assert_eq!(by_words(heading), None);
    }

    #[rstest]
    #[case(&["3184710691", "2530414071.0", "1759013776"], "rnokpp")]
    #[case(&["380671234567.0", "6.71234567E8", "050 123 45 67"], "phone")]
    #[case(&["31848", "12.03.1987", "1990-01-05 00:00:00"], "birth_date")]
    #[case(&["Шевченко Оксана Петрівна", "Бойко Олег Іванович"], FULL_NAME)]
    #[case(&["ж", "Ч", "жін."], "sex")]
    #[case(&["дружина", "син", "донька"], "relation")]
    #[case(&["КС 123456", "123456789"], "document")]
    fn cells_say_what_a_heading_does_not(#[case] cells: &[&str], #[case] target: &str) {
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        assert_eq!(by_content(cells.iter().copied(), today), Some(target));
    }

    #[test]
    fn every_column_of_the_kind_can_be_chosen() {
        for column in FAMILIES.columns {
            assert!(TARGETS.contains(&column.name), "{}", column.name);
        }
        assert_eq!(TARGETS.len(), FAMILIES.columns.len() + 3);
    }
}
