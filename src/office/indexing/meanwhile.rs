//! Searching while there is no index: whoever the tables find by the beginning of what was typed is made into an index of few people,
//! and that is searched. So the reasons, the order, and what the asker may see are those of every search; only slips of the hand, other
//! layouts and other spellings are not forgiven yet.

use super::super::{Office, OfficeError};
use crate::domain::document::Document;
use crate::domain::draft::FamilyDraft;
use crate::domain::id::PersonId;
use crate::domain::name;
use crate::search::Index;
use crate::store::beginnings::{self, Beginning};
use crate::store::records;

/// People found by one beginning: a few milliseconds to read.
const PEOPLE: usize = 80;
/// Digits of a family's number.
const NUMBER_DIGITS: usize = 7;
/// Fewer digits are the beginning of everything.
const FEWEST_DIGITS: usize = 3;

/// Whom a search is about.
pub(in crate::office) enum Wanted<'a> {
    /// Who is typed.
    Text(&'a str),
    /// Who is in a form.
    Draft(&'a FamilyDraft),
}

/// The index that a search uses.
pub(in crate::office) enum Searched<'a> {
    /// Of everybody.
    Whole(&'a Index),
    /// Of those who may be meant.
    Few(Box<Index>),
}

impl std::ops::Deref for Searched<'_> {
    type Target = Index;

    fn deref(&self) -> &Index {
        match self {
            Self::Whole(index) => index,
            Self::Few(index) => index,
        }
    }
}

impl Office {
    /// The index to search in: of everybody, or, until that one stands, of those whom the beginnings of what is wanted find.
    pub(in crate::office) fn search_index<'a>(
        &mut self,
        wanted: impl FnOnce() -> Wanted<'a>,
    ) -> Result<Searched<'_>, OfficeError> {
        if self.indexing.is_usable {
            return Ok(Searched::Whole(&self.index));
        }
        let beginnings = match wanted() {
            Wanted::Text(text) => of_text(text),
            Wanted::Draft(draft) => of_draft(draft),
        };
        let records = self.store.read(|tx| {
            let mut people: Vec<PersonId> = Vec::new();
            for beginning in &beginnings {
                people.extend(beginnings::people(tx, beginning, PEOPLE)?);
            }
            people.sort_unstable();
            people.dedup();
            records::of_people(tx, &people)
        })?;
        let mut few = Index::default();
        few.add(records);
        few.settle();
        Ok(Searched::Few(Box::new(few)))
    }
}

/// How a typed text may be read.
fn of_text(text: &str) -> Vec<Beginning> {
    let text = name::clean(text);
    if text.chars().any(|sign| sign.is_ascii_digit()) && !text.chars().any(char::is_alphabetic) {
        return of_digits(&text);
    }
    let mut found = Vec::new();
    if let Some(document) = Document::recognise(&text) {
        found.push(Beginning::Paper(document.number));
    }
    let words: Vec<String> = text
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphabetic) && !word.chars().any(|sign| sign.is_ascii_digit()))
        .map(name::settle)
        .collect();
    match words.as_slice() {
        [] => {}
        [surname] => found.push(Beginning::Name(surname.clone(), String::new())),
        [first, second, ..] => found
            .extend([Beginning::Name(first.clone(), second.clone()), Beginning::Name(second.clone(), first.clone())]),
    }
    found
}

/// Digits are a family's number, a phone or a paper.
fn of_digits(text: &str) -> Vec<Beginning> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if digits.len() < FEWEST_DIGITS {
        return Vec::new();
    }
    let mut found = vec![Beginning::Paper(digits.clone())];
    let missing = NUMBER_DIGITS.checked_sub(digits.len()).and_then(|missing| u32::try_from(missing).ok());
    if let (Some(missing), Ok(typed)) = (missing, digits.parse::<u32>()) {
        let unit = 10u32.pow(missing);
        found.push(Beginning::Number(typed * unit, (typed + 1) * unit));
    }
    let settled = match digits.as_bytes() {
        _ if text.starts_with('+') => format!("+{digits}"),
        [b'0', ..] => format!("+38{digits}"),
        [b'8', b'0', ..] => format!("+3{digits}"),
        _ => format!("+{digits}"),
    };
    found.push(Beginning::Phone(settled));
    found
}

/// The names, phones and papers of a form.
fn of_draft(draft: &FamilyDraft) -> Vec<Beginning> {
    let mut found = Vec::new();
    for member in &draft.members {
        if !member.name.surname.is_empty() {
            found.push(Beginning::Name(name::settle(&member.name.surname), name::settle(&member.name.given)));
        }
        found.extend(member.phones.iter().map(|phone| Beginning::Phone(phone.settled.clone())));
        found.extend(member.documents.iter().map(|document| Beginning::Paper(document.number.clone())));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(surname: &str, given: &str) -> Beginning {
        Beginning::Name(surname.to_owned(), given.to_owned())
    }

    #[test]
    fn words_are_read_as_surname_and_given_name_in_either_order_and_as_names_are_written() {
        assert_eq!(of_text(" шевч "), [name("Шевч", "")]);
        assert_eq!(of_text("ОКСАНА шевч 1987"), [name("Оксана", "Шевч"), name("Шевч", "Оксана")]);
        assert_eq!(of_text("дем'ян"), [name("Дем’ян", "")]);
    }

    #[test]
    fn digits_are_read_as_a_number_a_phone_and_a_paper() {
        let phone = |text: &str| Beginning::Phone(text.to_owned());
        assert!(of_text("067 123").contains(&phone("+38067123")));
        assert!(of_text("8067").contains(&phone("+38067")));
        assert!(of_text("+38 (067)").contains(&phone("+38067")));
        assert!(of_text("482-17").contains(&Beginning::Number(4_821_700, 4_821_800)));
        assert!(of_text("4821737").contains(&Beginning::Number(4_821_737, 4_821_738)));
        assert!(!of_text("48217371").iter().any(|one| matches!(one, Beginning::Number(..))));
        assert_eq!(of_text("12"), []);
    }

    #[test]
    fn nothing_typed_is_nobody() {
        for text in ["", " ", "😀", "-", "…", "'"] {
            assert_eq!(of_text(text), [], "{text}");
        }
    }
}
