//! The catalogues of the office: the list of a kind, and the small form of one entry.

mod form;
mod list;

pub use list::CatalogueScreen;

use crate::domain::id::DeedId;
use crate::tui::app::{Context, Screen};
use serde_json::Value;

/// The list of its kind and the form of an entry, as a draft holds them. None when the draft is no such form.
pub fn entry_again(deed: DeedId, form: Value, cx: &mut Context) -> Option<[Box<dyn Screen>; 2]> {
    let form = form::EntryForm::go_on(deed, form, cx)?;
    let list = CatalogueScreen::new(cx).on(form.kind());
    Some([Box::new(list), Box::new(form)])
}
