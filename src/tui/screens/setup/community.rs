//! The community of the office: typed loosely, picked from the national codifier, or skipped.

use crate::domain::place::{CODIFIER, Place, PlaceKind};
use crate::search::small::{Folded, Grade, Needle};
use crate::tui::app::Context;
use crate::tui::widgets::form::{Event, Field, Form, Note, NoteKind};
use std::sync::LazyLock;

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

/// Communities with their names as they are compared, and the cities, whose names lead to communities too.
static PLACES: LazyLock<Vec<(Folded, &'static Place)>> = LazyLock::new(|| {
    let is_wanted = |kind| matches!(kind, PlaceKind::Community | PlaceKind::SpecialCity | PlaceKind::City);
    let places = CODIFIER.places().iter().filter(|place| is_wanted(place.kind));
    // A community is «… громада»; a city goes by its bare name.
    let name = |place: &Place| if place.kind == PlaceKind::Community { place.title() } else { place.name.to_owned() };
    places.map(|place| (Folded::of(&name(place)), place)).collect()
});

/// Communities that the typed text may mean, likeliest first; the name of a settlement finds the community it lies in.
pub fn find(typed: &str) -> Vec<&'static Place> {
    let needle = Needle::of(typed);
    let is_city = |place: &Place| place.kind == PlaceKind::City;
    let mut of_cities: Vec<&Place> = Vec::new();
    let mut found: Vec<&Place> = Vec::new();
    for (fit, (_, place)) in needle.best(&PLACES.iter(), |(name, _)| vec![name]) {
        if !is_city(place) {
            found.push(place);
        } else if fit.grade <= Grade::Begins || fit.grade == Grade::Near {
            // «Кривий Р» means Криворізька, which shares few of its letters.
            of_cities.extend(CODIFIER.community_of(place.code));
        }
    }
    of_cities.sort_by_key(|place| place.name.chars().count());
    let mut all: Vec<&Place> = Vec::new();
    for place in of_cities.into_iter().chain(found) {
        if !all.contains(&place) {
            all.push(place);
        }
    }
    all.truncate(MOST);
    all
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
