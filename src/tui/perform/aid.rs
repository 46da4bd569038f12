//! Aid and acts: one arm an ask.

use crate::office::Office;
use crate::tui::app::Reply;
use crate::tui::app::message::aid::{AidAsk, AidTold};

pub(super) fn perform(office: &mut Office, ask: AidAsk) -> Reply {
    Reply::Aid(match ask {
        AidAsk::View { whom, on, location } => {
            let view = office.aid_view(&whom, on, &location).map(Box::new);
            AidTold::View(whom, on, view)
        }
        AidAsk::Catalogue => AidTold::Catalogue(office.aid_catalogue().map(Box::new)),
        AidAsk::Issue { deed, cart } => AidTold::Issued(deed, office.issue(deed, &cart)),
        AidAsk::Act(act) => AidTold::Act(act, office.act(act).map(Box::new)),
        AidAsk::Number(number) => AidTold::Number(number, office.act_by_number(number)),
        AidAsk::Acts(whom) => {
            let acts = office.acts_of(&whom);
            AidTold::Acts(whom, acts)
        }
        AidAsk::Overrides(from, until) => AidTold::Overrides(office.overrides(from, until)),
        AidAsk::Reverse { deed, act, reason } => AidTold::Reversed(deed, office.reverse(deed, act, &reason)),
    })
}
