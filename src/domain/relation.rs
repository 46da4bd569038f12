//! Words for what a person is in a family: the codes of files and those that people type and old lists hold.

use crate::domain::family::Relation;
use crate::domain::person::Sex;

/// A relation and, where the word says more than the code, the sex: «дружина» is a spouse and a woman.
pub fn read(text: &str) -> Option<(Relation, Option<Sex>)> {
    let word = text.trim().to_lowercase().replace(['ʼ', '\''], "’");
    if let Some(relation) = Relation::from_code(&word) {
        return Some((relation, relation.sex()));
    }
    let (relation, sex) = match word.as_str() {
        "голова" | "голова сім’ї" | "голова родини" | "заявник" | "заявниця" => {
            (Relation::Head, None)
        }
        "дружина" | "жінка" => (Relation::Spouse, Some(Sex::Female)),
        "чоловік" => (Relation::Spouse, Some(Sex::Male)),
        "дружина/чоловік" | "чоловік/дружина" | "подружжя" => {
            (Relation::Spouse, None)
        }
        "син" => (Relation::Son, Some(Sex::Male)),
        "донька" | "дочка" => (Relation::Daughter, Some(Sex::Female)),
        "мати" | "мама" => (Relation::Mother, Some(Sex::Female)),
        "батько" | "тато" => (Relation::Father, Some(Sex::Male)),
        "опікун" | "піклувальник" | "опікун/піклувальник" => {
            (Relation::Guardian, None)
        }
        "опікунка" | "піклувальниця" => (Relation::Guardian, Some(Sex::Female)),
        "підопічний" | "вихованець" => (Relation::Ward, None),
        "підопічна" | "вихованка" => (Relation::Ward, Some(Sex::Female)),
        "прийомна дитина" | "прийомний син" | "прийомна донька" | "прийомна дочка" =>
        {
            let sex = match word.rsplit(' ').next() {
                Some("син") => Some(Sex::Male),
                Some("донька" | "дочка") => Some(Sex::Female),
                _ => None,
            };
            (Relation::FosterChild, sex)
        }
        "бабуся" | "баба" => (Relation::Grandmother, Some(Sex::Female)),
        "дід" | "дідусь" => (Relation::Grandfather, Some(Sex::Male)),
        "інше" | "інший" | "інша" => (Relation::Other, None),
        _ => return None,
    };
    Some((relation, sex))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("head", Relation::Head)]
    #[case(" Голова ", Relation::Head)]
    #[case("голова сім'ї", Relation::Head)]
    #[case("Дружина", Relation::Spouse)]
    #[case("чоловік", Relation::Spouse)]
    #[case("дочка", Relation::Daughter)]
    #[case("foster_child", Relation::FosterChild)]
    #[case("Прийомний син", Relation::FosterChild)]
    #[case("дідусь", Relation::Grandfather)]
    fn codes_and_words_are_read(#[case] word: &str, #[case] relation: Relation) {
        assert_eq!(read(word).map(|(relation, _)| relation), Some(relation));
    }

    #[test]
    fn a_wife_is_a_woman() {
        assert_eq!(read("дружина").and_then(|(_, sex)| sex), Some(Sex::Female));
        assert_eq!(read("сват"), None);
    }
}
