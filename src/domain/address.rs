//! Where people live: a settlement of the national codifier (or as typed), starosta district, street, building, flat.

use serde::{Deserialize, Serialize};

/// Which of a family's addresses.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AddressKind {
    /// Where the family lives.
    Actual,
    /// Where it is registered by its papers.
    Registered,
    /// Where a displaced family came from.
    Origin,
}

impl AddressKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Actual, Self::Registered, Self::Origin];

    /// The kind's word in the store and in message ids (`address-actual`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Actual => "actual",
            Self::Registered => "registered",
            Self::Origin => "origin",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// An address. Every part may be empty; an address of only empty parts is no address.
#[derive(Clone, PartialEq, Eq, Hash, Default, Debug, Serialize, Deserialize)]
pub struct Address {
    /// Code of the settlement in the national codifier (19 characters), where one was picked.
    pub settlement_code: Option<String>,
    /// The settlement's name as shown: `м. Луцьк`; or as typed, where the codifier has none.
    pub settlement: String,
    /// Starosta district (старостинський округ), empty in town.
    pub district: String,
    /// Street with its kind, as people write it: `вул. Кравчука`, `пров. Тихий`.
    pub street: String,
    /// Building: `19г`, `12/2`.
    pub building: String,
    /// Flat.
    pub flat: String,
}

impl Address {
    /// Whether nothing at all is known.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// One line: `м. Луцьк, вул. Кравчука 19г, 5`.
    pub fn line(&self) -> String {
        let mut text = self.settlement.clone();
        if !self.street.is_empty() {
            if !text.is_empty() {
                text.push_str(", ");
            }
            text.push_str(&self.street);
        }
        if !self.building.is_empty() {
            text.push(' ');
            text.push_str(&self.building);
        }
        if !self.flat.is_empty() {
            text.push_str(", ");
            text.push_str(&self.flat);
        }
        text.trim().to_owned()
    }
}

/// Takes a street line apart as people type it: `Кравчука 19г кв 5`, `вул. Лесі Українки, 12/2, кв. 7`, `Лісова 4` into street,
/// building and flat. A street named by a number (`8 Березня`) keeps it: only a number behind a word is a building.
pub fn split_street(text: &str) -> (String, String, String) {
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let is_numbered = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit());
    let named =
        |word: &&str| !is_numbered(word) && !["вул.", "вул", "пров.", "пров", "просп.", "бульв.", "пл."].contains(word);
    let Some(first_name) = words.iter().position(named) else {
        return (words.join(" "), String::new(), String::new());
    };
    let behind = &words[first_name + 1..];
    let Some(place) = behind.iter().position(is_numbered) else {
        return (words.join(" "), String::new(), String::new());
    };
    let place = first_name + 1 + place;
    let mut street: Vec<&str> = words[..place].to_vec();
    while street.last().is_some_and(|word| ["буд", "буд.", "б."].contains(word)) {
        street.pop();
    }
    let mut building = words[place].to_owned();
    let mut rest = words[place + 1..]
        .iter()
        .filter(|word| !["кв", "кв."].contains(word))
        .map(|word| word.trim_start_matches("кв."));
    let mut flat = rest.next().unwrap_or_default().to_owned();
    // «19 г»: a letter behind the number belongs to it.
    if flat.chars().count() == 1 && flat.chars().all(char::is_alphabetic) {
        building.push_str(&flat);
        flat = rest.next().unwrap_or_default().to_owned();
    }
    (street.join(" "), building, flat)
}

impl Address {
    /// Reads a whole address typed in one line, settlement first: `м. Луцьк, вул. Кравчука 19г, 5`. The opposite of
    /// [`Address::line`]; the settlement's code is for the caller to find.
    pub fn read_line(text: &str) -> Self {
        let text = text.trim();
        let (settlement, rest) = text.split_once(',').unwrap_or((text, ""));
        let (street, building, flat) = split_street(rest);
        Self { settlement: settlement.trim().to_owned(), street, building, flat, ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_street_line_is_taken_apart_as_people_type_it() {
        let split = |text| {
            let (street, building, flat) = split_street(text);
            format!("{street}|{building}|{flat}")
        };
        assert_eq!(split("Кравчука 19г кв 5"), "Кравчука|19г|5");
        assert_eq!(split("вул. Лесі Українки, 12/2, кв. 7"), "вул. Лесі Українки|12/2|7");
        assert_eq!(split("Лісова 4"), "Лісова|4|");
        assert_eq!(split("8 Березня 3 кв.11"), "8 Березня|3|11");
        assert_eq!(split("Кравчука 19 г 5"), "Кравчука|19г|5");
        assert_eq!(split("Кравчука"), "Кравчука||");
        assert_eq!(split(""), "||");
        assert_eq!(split("12"), "12||");
    }

    #[test]
    fn a_line_written_by_the_card_is_read_back() {
        let address = Address {
            settlement: "м. Луцьк".to_owned(),
            street: "вул. Кравчука".to_owned(),
            building: "19г".to_owned(),
            flat: "5".to_owned(),
            ..Address::default()
        };
        assert_eq!(Address::read_line(&address.line()), address);
    }
}
