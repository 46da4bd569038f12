//! The calendar of what is held: the day, the week and the month; forms of one event and of a series; a file for a trainer's phone.
//!
//! A trainer opens it with one key and stands on the next session of today; Enter leads on to its register. What is restricted takes room and
//! hours here and says nothing else.

mod ask;
mod details;
mod file;
mod form;
mod month;
mod register;
mod screen;
mod series;
mod series_card;
mod typed;
mod view;
mod words;

pub use screen::Calendar;
pub use series::SeriesList;
pub use series_card::SeriesCard;

use crate::domain::id::DeedId;
use crate::tui::app::{Context, Screen};
use serde_json::Value;

/// The calendar and the form over it, as a draft holds them. None when the draft is no such form.
pub fn form_again(deed: DeedId, form: Value, cx: &mut Context) -> Option<[Box<dyn Screen>; 2]> {
    let form = form::EventForm::go_on(deed, form, cx)?;
    Some([Box::new(Calendar::new(cx)), Box::new(form)])
}
