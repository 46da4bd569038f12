//! The community of the office: typed loosely, picked from the national codifier, or skipped.

use crate::domain::name::is_apostrophe;
use crate::domain::place::{CODIFIER, Place, PlaceKind};
use crate::tui::app::Context;
use crate::tui::widgets::form::{Event, Field, Form, Note, NoteKind};
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

const COMMUNITY: &str = "community";
/// Most suggestions offered.
const MOST: usize = 30;

/// A field with suggestions over the communities of the country.
pub struct CommunityPicker {
    form: Form,
    offered: Vec<&'static Place>,
    picked: Option<&'static Place>,
}

impl CommunityPicker {
    pub fn new() -> Self {
        Self { form: Form::column(vec![Field::suggest(COMMUNITY)]), offered: Vec::new(), picked: None }
    }

    pub fn form(&mut self) -> &mut Form {
        &mut self.form
    }

    pub fn shown(&self) -> &Form {
        &self.form
    }

    /// Code of the picked community.
    pub fn code(&self) -> Option<&'static str> {
        self.picked.map(|place| place.code)
    }

    /// The picked community with its region.
    pub fn title(&self) -> Option<String> {
        self.picked.map(|place| place.path(&CODIFIER))
    }

    /// What happened in the field.
    pub fn hear(&mut self, event: &Event, cx: &Context) {
        match event {
            Event::Changed => {
                self.picked = None;
                self.offered = find(&self.form.value(COMMUNITY));
                self.form.suggest(self.offered.iter().map(|place| place.path(&CODIFIER)).collect());
                let is_lost = self.offered.is_empty() && !self.form.value(COMMUNITY).is_empty();
                let note = Note { kind: NoteKind::Warning, text: cx.t("setup-no-community") };
                self.form.note(COMMUNITY, is_lost.then_some(note));
            }
            Event::Picked { place, .. } => {
                self.picked = self.offered.get(*place).copied();
                if let Some(picked) = self.picked {
                    self.form.set(COMMUNITY, &picked.path(&CODIFIER));
                    self.form.note(COMMUNITY, None);
                }
            }
            _ => {}
        }
    }

    /// Whether the page can be left: a community is picked or the field is empty. Otherwise says what to do.
    pub fn is_settled(&mut self, cx: &Context) -> bool {
        let settled = self.picked.is_some() || self.form.value(COMMUNITY).is_empty();
        if !settled {
            let text = cx.t("setup-no-community");
            self.form.note(COMMUNITY, Some(Note { kind: NoteKind::Fault, text }));
        }
        settled
    }
}

/// Communities that the typed text may mean, likeliest first; the name of a settlement finds the community it lies in.
pub fn find(typed: &str) -> Vec<&'static Place> {
    let typed = lowered(typed);
    if typed.is_empty() {
        return Vec::new();
    }
    let matcher = SkimMatcherV2::default();
    let is_community = |place: &&Place| matches!(place.kind, PlaceKind::Community | PlaceKind::SpecialCity);
    let mut scored: Vec<(i64, &Place)> = CODIFIER
        .places()
        .iter()
        .filter(is_community)
        .filter_map(|place| matcher.fuzzy_match(&lowered(&place.title()), &typed).map(|score| (-score, place)))
        .collect();
    scored.sort_by_key(|(score, place)| (*score, place.name.chars().count()));
    let mut found: Vec<&Place> = of_cities(&typed);
    for (_, place) in scored {
        if !found.contains(&place) {
            found.push(place);
        }
    }
    found.truncate(MOST);
    found
}

/// Communities of the cities that the text begins: «Кривий Р» means Криворізька, which shares few of its letters.
fn of_cities(typed: &str) -> Vec<&'static Place> {
    let mut found: Vec<&Place> = Vec::new();
    let cities = CODIFIER.places().iter().filter(|place| place.kind == PlaceKind::City);
    for city in cities.filter(|city| lowered(city.name).starts_with(typed)) {
        if let Some(community) = CODIFIER.community_of(city.code).filter(|community| !found.contains(community)) {
            found.push(community);
        }
    }
    found.sort_by_key(|place| place.name.chars().count());
    found
}

/// Small letters without apostrophes: the matcher ignores case in Latin only.
fn lowered(text: &str) -> String {
    text.trim().to_lowercase().chars().filter(|sign| !is_apostrophe(*sign)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("луцьк", "Луцька громада · Волинська область")]
    #[case("ЛУЦЬКА ГР", "Луцька громада · Волинська область")]
    #[case("кривий р", "Криворізька громада · Дніпропетровська область")]
    #[case("камянець", "Кам’янець-Подільська громада · Хмельницька область")]
    #[case("Кам'янець-П", "Кам’янець-Подільська громада · Хмельницька область")]
    #[case("київ", "м. Київ")]
    #[case("жовква", "Жовківська громада · Львівська область")]
    fn a_community_is_found_by_its_own_or_its_citys_name(#[case] typed: &str, #[case] first: &str) {
        assert_eq!(find(typed).first().map(|place| place.path(&CODIFIER)).as_deref(), Some(first));
    }

    #[test]
    fn nothing_is_offered_for_nothing() {
        assert!(find(" ").is_empty());
        assert!(find("щщщщщ").is_empty());
    }
}
