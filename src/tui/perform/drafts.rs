//! Drafts: what the desk asks becomes a call of the office.

use super::Desk;
use crate::tui::app::Reply;
use crate::tui::app::message::drafts::{DraftsAsk, DraftsTold};

impl Desk {
    /// Nothing comes back of signs of life, and of anything once nobody is signed in.
    pub(super) fn drafts(&mut self, ask: DraftsAsk) -> Option<Reply> {
        let office = self.office.as_mut()?;
        Some(Reply::Drafts(match ask {
            DraftsAsk::Keep(draft) => DraftsTold::Kept(draft.deed, office.keep_draft(&draft)),
            DraftsAsk::Alive => {
                // A sign that could not be given is given the next time.
                let _ = office.drafts_alive();
                return None;
            }
            DraftsAsk::Forget(deed) => DraftsTold::Forgotten(deed, office.forget_draft(deed)),
            DraftsAsk::List => DraftsTold::Listed(office.drafts()),
            DraftsAsk::Continue(deed) => DraftsTold::Continued(deed, office.continue_draft(deed)),
        }))
    }

    /// The office is closed and its keys with it; the forms that were open here are free. One that could not be freed is a minute later.
    pub(super) fn sign_out(&mut self) {
        if let Some(mut office) = self.office.take() {
            let _ = office.release_drafts();
            office.leave();
        }
        self.known = None;
        self.owes_news = false;
    }
}
