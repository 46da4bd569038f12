//! Does what is asked about the office itself. One arm an effect.

use crate::domain::id::DeedId;
use crate::office::{Office, OfficeError};
use crate::tui::app::{Known, OfficeAsk, OfficeTold};
use std::sync::Arc;

/// Does it.
pub(super) fn perform(office: &mut Office, ask: OfficeAsk) -> OfficeTold {
    match ask {
        OfficeAsk::ChangeSettings { deed, base, mine } => {
            let done = office.change_settings(deed, &base, &mine);
            told(office, deed, done)
        }
        OfficeAsk::AddEntry { deed, entry } => {
            let done = office.add_entry(deed, &entry);
            told(office, deed, done)
        }
        OfficeAsk::ChangeEntry { deed, base, mine } => {
            let done = office.change_entry(deed, &base, &mine);
            told(office, deed, done)
        }
        OfficeAsk::SwitchEntry { deed, kind, code, to } => {
            let done = office.switch_entry(deed, kind, &code, to);
            told(office, deed, done)
        }
        OfficeAsk::EnableStaff { deed, staff, password } => {
            let done = office.enable_staff(deed, staff, &password);
            told(office, deed, done)
        }
        OfficeAsk::NewPaper { deed } => OfficeTold::Paper(deed, office.new_paper_key(deed).map(|key| key.lines())),
    }
}

fn told(office: &Office, deed: DeedId, done: Result<(), OfficeError>) -> OfficeTold {
    OfficeTold::Done(deed, done.map(|()| known(office)))
}

/// What the screens know of the office now.
pub(super) fn known(office: &Office) -> Known {
    Known { facts: office.facts(), catalogue: Arc::clone(office.catalogue()) }
}
