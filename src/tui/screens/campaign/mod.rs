//! Campaigns: their list, the form of one, putting families of the register onto it, and the day itself: a name, Enter, the next.

mod day;
mod form;
mod found;
mod gather;
mod list;
mod typed;
mod view;
mod words;

pub use day::Day as CampaignDay;
pub use gather::Gather;
pub use list::Campaigns;

use crate::domain::id::DeedId;
use crate::tui::app::{Context, Screen};
use serde_json::Value;

/// The list of campaigns and the form over it, as a draft holds them. None when the draft is no such form.
pub fn form_again(deed: DeedId, form: Value, cx: &mut Context) -> Option<[Box<dyn Screen>; 2]> {
    let form = form::CampaignForm::go_on(deed, form, cx)?;
    Some([Box::new(Campaigns::new()), Box::new(form)])
}
