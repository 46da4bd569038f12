//! Effects of the attendance register: one arm an effect.

use super::{Desk, LIKELY_LIMIT};
use crate::domain::id::FamilyId;
use crate::office::events::FamilyOnSession;
use crate::office::{Office, OfficeError};
use crate::tui::app::Reply;
use crate::tui::app::message::register::{RegisterAsk, RegisterTold};

/// How many people of the whole register a search from the list shows.
const FOUND_AT_THE_LIST: usize = 20;

impl Desk {
    /// Does what the register asks.
    pub(super) fn attendance(&mut self, ask: RegisterAsk) -> Option<Reply> {
        if let RegisterAsk::Search { generation, text } = ask {
            let found = self.found(|office| office.find_named(&text, FOUND_AT_THE_LIST))?;
            return Some(Reply::Attendance(RegisterTold::Found(generation, found)));
        }
        let office = self.office.as_mut()?;
        Some(Reply::Attendance(match ask {
            RegisterAsk::Search { .. } => return None,
            RegisterAsk::Open(session) => {
                RegisterTold::Opened(session, office.attendance_register(session).map(Box::new))
            }
            RegisterAsk::Mark { deed, session, orders } => {
                RegisterTold::Marked(deed, office.mark(deed, session, &orders))
            }
            RegisterAsk::MarkUnmarked { deed, session, outcome } => {
                RegisterTold::Marked(deed, office.mark_unmarked(deed, session, outcome))
            }
            RegisterAsk::Family(person) => RegisterTold::Family(person, office.family_of(person)),
            RegisterAsk::Household(family, Some(person)) => RegisterTold::Household(family, office.family_of(person)),
            RegisterAsk::Household(family, None) => RegisterTold::Household(family, household(office, family)),
            RegisterAsk::Likely { generation, newcomer, knows_birth } => {
                let birth = knows_birth.then_some(newcomer.birth);
                RegisterTold::Likely(generation, office.likely_newcomer(&newcomer, birth, LIKELY_LIMIT))
            }
            RegisterAsk::Newcomer { deed, session, newcomer } => {
                RegisterTold::Newcomer(deed, office.add_newcomer(deed, session, &newcomer))
            }
            RegisterAsk::Heads { deed, session, heads } => {
                RegisterTold::Done(deed, office.set_heads(deed, session, heads))
            }
            RegisterAsk::Close(deed, session) => RegisterTold::Done(deed, office.close_session(deed, session)),
            RegisterAsk::Reopen { deed, session, reason } => {
                RegisterTold::Done(deed, office.reopen_session(deed, session, &reason))
            }
            RegisterAsk::TakeBack { deed, what, reason } => {
                RegisterTold::TakenBack(deed, office.undo(deed, what, &reason))
            }
        }))
    }
}

/// The families of the first person of a family.
fn household(office: &mut Office, family: FamilyId) -> Result<Vec<FamilyOnSession>, OfficeError> {
    let card = office.card(family)?;
    match card.members.first() {
        Some(member) => office.family_of(member.person),
        None => Ok(Vec::new()),
    }
}
