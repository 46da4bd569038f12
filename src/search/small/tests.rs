//! What small lists forgive, and which letters are marked.

use super::*;
use proptest::prelude::*;
use rstest::rstest;

const TOWNS: [&str; 8] =
    ["Луцьк", "Жидичин", "Кременчук", "Кам’янець-Подільський", "Шевченкове", "Боголюби", "Боратин", "Лучеськ"];

fn found(typed: &str) -> Vec<&'static str> {
    let folded: Vec<(Folded, &str)> = TOWNS.iter().map(|name| (Folded::of(name), *name)).collect();
    let found = Needle::of(typed).best(&folded.iter(), |(name, _)| vec![name]);
    found.into_iter().map(|(_, (_, name))| *name).collect()
}

/// The marked letters of a text in brackets.
fn marked(typed: &str, shown: &str) -> String {
    let marks = Needle::of(typed).marks(shown);
    let signs = shown.graphemes(true).enumerate();
    signs
        .map(|(place, sign)| if marks.contains(&place) { format!("[{sign}]") } else { sign.to_owned() })
        .collect::<String>()
        .replace("][", "")
}

#[rstest]
#[case::as_it_is("луцьк", "Луцьк")]
#[case::wrong_layout("kewmr", "Луцьк")]
#[case::wrong_layout_begun("itdx", "Шевченкове")]
#[case::latin("zhydychyn", "Жидичин")]
#[case::latin_begun("kremen", "Кременчук")]
#[case::no_apostrophe("камянець", "Кам’янець-Подільський")]
#[case::second_word("подільськ", "Кам’янець-Подільський")]
#[case::substitution("жидечин", "Жидичин")]
#[case::transposition("кермен", "Кременчук")]
#[case::deletion("кременчк", "Кременчук")]
#[case::insertion("боголлюби", "Боголюби")]
#[case::loose_letters("крмнчк", "Кременчук")]
#[case::inside("енкове", "Шевченкове")]
#[case::russian("Жидычин", "Жидичин")]
#[case::look_alikes("Жидичuн", "Жидичин")]
fn a_small_list_forgives_as_the_big_one_does(#[case] typed: &str, #[case] first: &str) {
    assert_eq!(found(typed).first(), Some(&first));
}

#[test]
fn what_begins_so_goes_before_what_is_merely_near() {
    assert_eq!(found("луц"), ["Луцьк"]);
    assert_eq!(found("луче")[0], "Лучеськ");
    assert_eq!(found("бо"), ["Боратин", "Боголюби"]);
}

#[rstest]
#[case("")]
#[case("   ")]
#[case("😀")]
#[case("…—'")]
#[case("щщщщщщ")]
#[case("42")]
fn nothing_is_found_for_nothing(#[case] typed: &str) {
    assert_eq!(found(typed), Vec::<&str>::new());
}

#[test]
fn another_digit_is_another_number() {
    let fit = |typed: &str, name: &str| Needle::of(typed).fit(&Folded::of(name)).map(|fit| fit.grade);
    assert_eq!(fit("2026/00123", "2026/00123"), Some(Grade::Whole));
    assert_eq!(fit("2026/00124", "2026/00123"), None);
    assert_eq!(fit("00123", "2026/00123"), Some(Grade::Words));
}

#[test]
fn english_words_are_found_in_the_ukrainian_layout() {
    let fit = Needle::of("ыуеештпы").fit(&Folded::of("Settings"));
    assert_eq!(fit, None, "a Russian layout is no layout of this desk");
    assert_eq!(Needle::of("іуеештпі").fit(&Folded::of("Settings")).map(|fit| fit.grade), Some(Grade::Whole));
}

#[rstest]
#[case::begun("шевч", "Шевченко Оксана", "[Шевч]енко Оксана")]
#[case::two_words("оксана шев", "Шевченко Оксана", "[Шев]ченко [Оксана]")]
#[case::substitution("шевчанко", "Шевченко Оксана", "[Шевч]е[нко] Оксана")]
#[case::swap("шевечнко", "Шевченко", "[Шевченко]")]
#[case::missing("шевенко", "Шевченко", "[Шев]ч[енко]")]
#[case::extra("шевччен", "Шевченко", "[Шевчен]ко")]
#[case::layout("itdxtyrj", "Шевченко Оксана", "[Шевченко] Оксана")]
#[case::latin("shev", "Шевченко Оксана", "[Шев]ченко Оксана")]
#[case::apostrophe("дем'ян", "Дем’янчук", "[Дем]’[ян]чук")]
#[case::no_apostrophe("демян", "Дем’янчук", "[Дем]’[ян]чук")]
#[case::soft_sign("луцк", "Луцьк", "[Луц]ь[к]")]
#[case::combining("заїк", "Заі\u{308}ка", "[Заі\u{308}к]а")]
#[case::loose("шчк", "Шевченко", "[Ш]ев[ч]ен[к]о")]
#[case::not_here("кравчука 19", "Шевченко Оксана", "Шевченко Оксана")]
#[case::inside("ченк", "Шевченко", "Шев[ченк]о")]
fn the_letters_that_agree_are_marked(#[case] typed: &str, #[case] shown: &str, #[case] expected: &str) {
    assert_eq!(marked(typed, shown), expected);
}

proptest! {
    #[test]
    fn no_text_makes_it_fall(typed in "\\PC{0,40}", shown in "\\PC{0,40}") {
        let needle = Needle::of(&typed);
        let marks = needle.marks(&shown);
        let count = shown.graphemes(true).count();
        prop_assert!(marks.iter().all(|mark| *mark < count) && marks.is_sorted());
        needle.fit(&Folded::of(&shown));
    }

    #[test]
    fn a_text_is_found_by_itself(shown in "[а-яіїєґ’ -]{1,30}") {
        let needle = Needle::of(&shown);
        // Of signs alone nothing is left; the other layout may still make letters of them.
        if !Folded::of(&shown).letters.is_empty() {
            prop_assert_eq!(needle.fit(&Folded::of(&shown)).map(|fit| fit.grade), Some(Grade::Whole));
        }
    }
}
