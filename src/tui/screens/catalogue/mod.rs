//! The catalogues of the office: the list of a kind, and the small form of one entry.

mod form;
mod list;

pub use list::CatalogueScreen;

use crate::domain::id::DeedId;
use crate::tui::app::{Context, Screen};
use serde_json::Value;

/// The form of an entry as a draft holds it. None when the draft is no such form.
pub fn entry_again(deed: DeedId, form: Value, cx: &mut Context) -> Option<Box<dyn Screen>> {
    form::EntryForm::go_on(deed, form, cx).map(|form| Box::new(form) as Box<dyn Screen>)
}
