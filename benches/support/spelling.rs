//! How names are made, and how people spell, mistype and romanise them.

use super::chance::Chance;
use super::words::{KBD, UA};

/// In lower case.
pub fn lower(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).collect()
}

/// Patronymics of a man's given name: of his son, of his daughter.
pub fn patronymic(name: &str) -> (String, String) {
    const SPECIAL: [(&str, &str, &str); 17] = [
        ("Ілля", "Ілліч", "Іллівна"),
        ("Лука", "Лукич", "Луківна"),
        ("Сава", "Савич", "Савівна"),
        ("Хома", "Хомич", "Хомівна"),
        ("Кузьма", "Кузьмич", "Кузьмівна"),
        ("Микита", "Микитович", "Микитівна"),
        ("Нікіта", "Нікітович", "Нікітівна"),
        ("Микола", "Миколайович", "Миколаївна"),
        ("Яків", "Якович", "Яківна"),
        ("Лев", "Львович", "Львівна"),
        ("Григорій", "Григорович", "Григорівна"),
        ("Василь", "Васильович", "Василівна"),
        ("Федір", "Федорович", "Федорівна"),
        ("Прокіп", "Прокопович", "Прокопівна"),
        ("Ігор", "Ігорович", "Ігорівна"),
        ("Олесь", "Олесьович", "Олесівна"),
        ("Михайло", "Михайлович", "Михайлівна"),
    ];
    if let Some((_, son, daughter)) = SPECIAL.iter().find(|special| special.0 == name) {
        return ((*son).to_owned(), (*daughter).to_owned());
    }
    let stem = name.trim_end_matches('о');
    match stem.strip_suffix('й') {
        Some(stem) => (format!("{stem}йович"), format!("{stem}ївна")),
        None => (format!("{stem}ович"), format!("{stem}івна")),
    }
}

/// The surname of a man's wife or daughter.
pub fn feminine(surname: &str) -> String {
    const ENDINGS: [(&str, &str); 9] = [
        ("ський", "ська"),
        ("цький", "цька"),
        ("ній", "ня"),
        ("ий", "а"),
        ("ов", "ова"),
        ("єв", "єва"),
        ("ев", "ева"),
        ("їов", "їова"),
        ("ін", "іна"),
    ];
    ENDINGS
        .iter()
        .find_map(|(his, hers)| {
            surname.strip_suffix(his).filter(|root| root.chars().count() >= 2).map(|root| format!("{root}{hers}"))
        })
        .unwrap_or_else(|| surname.to_owned())
}

/// A kind of slip of the hand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Slip {
    /// Another letter.
    Other,
    /// A letter left out.
    Missing,
    /// A letter too many.
    Extra,
    /// Two neighbours changed places.
    Swap,
}

/// Every kind.
pub const SLIPS: [Slip; 4] = [Slip::Other, Slip::Missing, Slip::Extra, Slip::Swap];

fn neighbour(chance: &mut Chance, letter: char) -> char {
    for row in KBD {
        let row: Vec<char> = row.chars().collect();
        if let Some(place) = row.iter().position(|&other| other == letter) {
            let before = place > 0 && chance.is(0.5) || place + 1 == row.len();
            return if before { row[place - 1] } else { row[place + 1] };
        }
    }
    any_letter(chance)
}

fn any_letter(chance: &mut Chance) -> char {
    let letters: Vec<char> = UA.chars().collect();
    chance.pick(&letters)
}

/// The word with one slip.
pub fn slip(chance: &mut Chance, word: &str, kind: Slip) -> String {
    let letters: Vec<char> = word.chars().collect();
    loop {
        let mut typed = letters.clone();
        let place = chance.below(letters.len());
        match kind {
            Slip::Other => {
                typed[place] = if chance.is(0.7) { neighbour(chance, letters[place]) } else { any_letter(chance) };
            }
            Slip::Missing => drop(typed.remove(place)),
            Slip::Extra => {
                let extra = if chance.is(0.4) {
                    letters[place]
                } else if chance.is(0.6) {
                    neighbour(chance, letters[place])
                } else {
                    any_letter(chance)
                };
                typed.insert(place + chance.below(2), extra);
            }
            Slip::Swap if place + 1 < letters.len() => typed.swap(place, place + 1),
            Slip::Swap => continue,
        }
        if typed != letters {
            return typed.into_iter().collect();
        }
    }
}

/// The official romanisation (Cabinet of Ministers, No 55 of 2010).
pub fn official(text: &str) -> String {
    let letters: Vec<char> = lower(text).chars().collect();
    let mut roman = String::new();
    for (place, letter) in letters.iter().enumerate() {
        let before = place.checked_sub(1).map(|before| letters[before]);
        let first = before.is_none_or(|before| !before.is_alphabetic() && before != '’');
        roman.push_str(match letter {
            'а' => "a",
            'б' => "b",
            'в' => "v",
            'г' if before == Some('з') => "gh",
            'г' => "h",
            'ґ' => "g",
            'д' => "d",
            'е' => "e",
            'є' if first => "ye",
            'є' => "ie",
            'ж' => "zh",
            'з' => "z",
            'и' => "y",
            'ї' if first => "yi",
            'й' if first => "y",
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
            'ю' if first => "yu",
            'ю' => "iu",
            'я' if first => "ya",
            'я' => "ia",
            ' ' => " ",
            '-' => "-",
            _ => "",
        });
    }
    roman
}

/// Everyday Latin letters.
pub fn everyday(chance: &mut Chance, text: &str) -> String {
    let mut roman = official(text);
    for (from, to, share) in [
        ("kh", "h", 0.5),
        ("iia", "ia", 0.5),
        ("ii", "iy", 0.4),
        ("ia", "ya", 0.5),
        ("iu", "yu", 0.5),
        ("shch", "sch", 0.4),
        ("y", "i", 0.3),
        ("ks", "x", 0.4),
        ("ts", "c", 0.3),
    ] {
        if chance.is(share) {
            roman = roman.replace(from, to);
        }
    }
    roman
}

/// What comes out with the English layout on.
pub fn layout(text: &str) -> String {
    const LETTERS: &str = "йцукенгшщзхїфівапролджєячсмитьбюґ’'";
    const KEYS: &str = "qwertyuiop[]asdfghjkl;'zxcvbnm,.\\``";
    text.chars()
        .map(|sign| LETTERS.chars().zip(KEYS.chars()).find(|(letter, _)| *letter == sign).map_or(sign, |(_, key)| key))
        .collect()
}

/// A surname in Russian spelling, as somebody would hear it.
pub fn russian(surname: &str) -> String {
    let mut text = lower(surname);
    for (from, to) in
        [("ський", "ский"), ("цький", "цкий"), ("ська", "ская"), ("цька", "цкая"), ("ьо", "ё"), ("йо", "ё")]
    {
        text = text.replace(from, to);
    }
    if let Some(root) = text.strip_suffix("ий").filter(|root| !root.ends_with('к')) {
        text = format!("{root}ый");
    }
    let text: String = text
        .chars()
        .map(|letter| match letter {
            'и' => 'ы',
            'і' | 'ї' => 'и',
            'є' => 'е',
            'ґ' => 'г',
            '’' => 'ъ',
            other => other,
        })
        .collect();
    ["к", "г", "х", "ж", "ш", "ч", "щ"]
        .iter()
        .fold(text, |text, hard| text.replace(&format!("{hard}ы"), &format!("{hard}и")))
}
