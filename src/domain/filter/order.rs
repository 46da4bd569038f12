//! In which order a list stands, the Ukrainian alphabet among them.

use super::Facts;
use serde::{Deserialize, Serialize};
use std::cmp::{Ordering, Reverse};

/// The order of a list.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// By the head's name in the order of the Ukrainian alphabet.
    #[default]
    Name,
    /// By number.
    Number,
    /// The last registered first.
    Registered,
    /// Those whom nobody has dealt with for longest first.
    Contact,
}

impl Order {
    /// Every order, as the key goes round.
    pub const ALL: [Self; 4] = [Self::Name, Self::Number, Self::Registered, Self::Contact];

    /// The order's word in message ids (`lists-order-name`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Number => "number",
            Self::Registered => "registered",
            Self::Contact => "contact",
        }
    }

    /// The order so many steps on (back where negative).
    pub fn turned(self, steps: isize) -> Self {
        let here = Self::ALL.iter().position(|order| *order == self).unwrap_or(0);
        let all = isize::try_from(Self::ALL.len()).unwrap_or(1);
        let there = (isize::try_from(here).unwrap_or(0) + steps).rem_euclid(all);
        Self::ALL[usize::try_from(there).unwrap_or(0)]
    }

    /// Which of two families stands first. Those that are equal stand by name and then by number, so that a list never shuffles.
    pub fn compare(self, one: &Facts, other: &Facts) -> Ordering {
        let by_name = || one.name_key.cmp(&other.name_key).then(one.number.cmp(&other.number));
        match self {
            Self::Name => by_name(),
            Self::Number => one.number.cmp(&other.number),
            Self::Registered => Reverse(one.registered_on).cmp(&Reverse(other.registered_on)).then_with(by_name),
            Self::Contact => one.last_contact.cmp(&other.last_contact).then_with(by_name),
        }
    }
}

/// The Ukrainian alphabet. Its letters do not lie in this order in Unicode: ґ, є, і, ї stand at its end there.
const ALPHABET: &str = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя";

/// Bytes that compare as the text stands in a Ukrainian dictionary: case, apostrophes and hyphens do not matter, a shorter word goes
/// before a longer one, other scripts come after.
pub fn ukrainian_key(text: &str) -> Box<[u8]> {
    let mut key = Vec::with_capacity(text.len());
    for sign in text.chars().flat_map(char::to_lowercase) {
        if let Some(place) = ALPHABET.chars().position(|letter| letter == sign) {
            key.push(u8::try_from(place).unwrap_or(0) + 2);
        } else if sign == ' ' {
            // Between the words of a name; before every letter.
            key.push(1);
        } else if sign.is_alphanumeric() {
            key.push(u8::MAX);
            key.extend(u32::from(sign).to_be_bytes());
        }
    }
    key.into()
}
