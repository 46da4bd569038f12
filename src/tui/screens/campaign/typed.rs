//! A good of a campaign as it is typed: `прод 1`, `подарунок 1 на дитину`, `clothes 2 each`.

use crate::domain::campaign::Good;
use crate::domain::limit::Per;
use crate::tui::app::Context;
use crate::tui::pick;

/// How people say for whom a good is counted, longest first; in both languages whatever the screen speaks.
const SAID: [(&str, Per); 14] = [
    ("на кожну дитину", Per::Child),
    ("на дитину", Per::Child),
    ("кожній дитині", Per::Child),
    ("дитині", Per::Child),
    ("per child", Per::Child),
    ("each child", Per::Child),
    ("на кожну особу", Per::Person),
    ("на особу", Per::Person),
    ("на людину", Per::Person),
    ("кожному", Per::Person),
    ("per person", Per::Person),
    ("each", Per::Person),
    ("на сім’ю", Per::Family),
    ("per family", Per::Family),
];

/// What the typed text can mean, the likeliest first.
pub(super) fn goods(typed: &str, cx: &Context) -> Vec<Good> {
    let (part, per) = split(typed);
    let parts = pick::parts(&part, &cx.texts, &cx.catalogue());
    parts.into_iter().map(|part| Good { item: part.item, quantity: part.quantity, per }).collect()
}

/// The item with its number, and for whom it is counted.
fn split(typed: &str) -> (String, Per) {
    let text = typed.trim().to_lowercase().replace(['\'', 'ʼ', '`'], "’");
    let found =
        SAID.iter().find_map(|(said, per)| text.strip_suffix(said).map(|rest| (rest.trim_end().to_owned(), *per)));
    // A suffix that is still being typed («на дит») must not become a part of the item's name.
    let found = found.or_else(|| {
        let (rest, begun) = text.rsplit_once(" на ")?;
        let is_begun =
            |word: &str| ["дитину", "особу", "людину", "сім’ю", "кожну"].iter().any(|whole| whole.starts_with(word));
        is_begun(begun.trim())
            .then(|| (rest.to_owned(), if "дитину".starts_with(begun.trim()) { Per::Child } else { Per::Family }))
    });
    found.unwrap_or((text, Per::Family))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn for_whom_a_good_is_counted_stands_behind_it() {
        for (typed, part, per) in [
            ("прод 1", "прод 1", Per::Family),
            ("подарунок 1 на дитину", "подарунок 1", Per::Child),
            ("Подарунок 1 на дит", "подарунок 1", Per::Child),
            ("одяг 2 кг на особу", "одяг 2 кг", Per::Person),
            ("прод 1 на сім'ю", "прод 1", Per::Family),
            ("gift 1 per child", "gift 1", Per::Child),
            ("clothes 2 each", "clothes 2", Per::Person),
        ] {
            assert_eq!(split(typed), (part.to_owned(), per), "{typed}");
        }
    }
}
