//! A form as it can be kept and put back: the texts as typed, faulty ones too, the cursor and the picked options. Never a secret.
//!
//! A screen with a form keeps it in three lines: `self.form.kept()` into its [`crate::tui::app::DraftLayer`], and
//! `form.put_back(&kept)` when it is gone on with.

use super::{Form, Kind};
use crate::tui::widgets::line::{Line, Typed};
use serde::{Deserialize, Serialize};

/// A form without its secrets.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
pub struct KeptForm {
    /// The word of the field with the focus; none when something beside the form has it.
    focus: Option<String>,
    fields: Vec<KeptField>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
struct KeptField {
    id: String,
    typed: Typed,
    /// What the screen itself put there last.
    shown: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    picked: Option<usize>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    items: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    chosen: Option<usize>,
}

impl Form {
    /// The form as it stands, without its secrets.
    pub fn kept(&self) -> KeptForm {
        let open = self.fields.iter().filter(|field| !field.line.is_secret());
        KeptForm {
            focus: self.focused().map(str::to_owned),
            fields: open
                .map(|field| KeptField {
                    id: field.id.to_owned(),
                    typed: field.line.typed(),
                    shown: field.shown.clone(),
                    picked: matches!(field.kind, Kind::Choice { .. }).then(|| field.picked()),
                    items: field.items.clone(),
                    chosen: field.chosen,
                })
                .collect(),
        }
    }

    /// Puts everything back as it stood. A field that this form lacks is passed over, one that was not kept stays as it is.
    pub fn put_back(&mut self, kept: &KeptForm) {
        for kept in &kept.fields {
            let Some(field) = self.field_mut(&kept.id).filter(|field| !field.line.is_secret()) else { continue };
            field.line = Line::put_back(&kept.typed);
            field.shown.clone_from(&kept.shown);
            field.items.clone_from(&kept.items);
            field.chosen = kept.chosen.filter(|chosen| *chosen < field.items.len());
            if let Some(picked) = kept.picked {
                field.pick(picked);
            }
        }
        self.suggest(Vec::new());
        // A secret that had the focus has it again, empty.
        self.focus = kept.focus.as_ref().and_then(|id| self.fields.iter().position(|field| field.id == id));
    }
}

#[cfg(test)]
mod tests {
    use super::super::Field;
    use super::*;
    use crate::tui::keys::Key;

    fn a_form() -> Form {
        let choice = Field::choice("sex", vec!["—".to_owned(), "ж".to_owned(), "ч".to_owned()]);
        Form::column(vec![Field::text("surname"), Field::text("birth"), choice, Field::secret("password")])
    }

    #[test]
    fn what_is_typed_comes_back_with_the_cursor_where_it_was() {
        let mut form = a_form();
        form.text("Шевченко");
        form.key(Key::Tab);
        form.text("32.13.1987");
        form.key(Key::Left);
        form.key(Key::Left);
        let json = serde_json::to_string(&form.kept()).unwrap();
        let mut again = a_form();
        again.put_back(&serde_json::from_str(&json).unwrap());
        assert!(again == form);
        again.text("!");
        assert_eq!(again.value("birth"), "32.13.19!87");
    }

    #[test]
    fn a_secret_is_never_kept_and_never_put_back() {
        let mut form = a_form();
        form.focus_on("password");
        form.text("коза на горі 7");
        let json = serde_json::to_string(&form.kept()).unwrap();
        assert!(!json.contains("коза"), "{json}");
        let mut again = a_form();
        again.put_back(&serde_json::from_str(&json).unwrap());
        assert_eq!((again.focused(), again.value("password")), (Some("password"), String::new()));
    }

    #[test]
    fn fields_that_are_not_there_any_more_harm_nothing() {
        let mut form = a_form();
        form.text("Шевченко");
        let kept = form.kept();
        let mut smaller = Form::column(vec![Field::text("surname")]);
        smaller.put_back(&kept);
        assert_eq!(smaller.value("surname"), "Шевченко");
    }
}
