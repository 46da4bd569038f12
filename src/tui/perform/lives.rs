//! Lives, people and taking back: one arm an ask.

use super::{FOUND_LIMIT, LIKELY_LIMIT};
use crate::domain::draft::FamilyDraft;
use crate::office::Office;
use crate::tui::app::Reply;
use crate::tui::app::message::lives::{LivesAsk, LivesTold};

pub(super) fn perform(office: &mut Office, ask: LivesAsk) -> Reply {
    Reply::Lives(match ask {
        LivesAsk::Live { deed, family, event } => LivesTold::Lived(deed, office.live(deed, family, &event)),
        LivesAsk::CardOn(family, day) => LivesTold::CardOn(family, day, office.card_on(family, day).map(Box::new)),
        LivesAsk::Person(person) => LivesTold::Person(person, office.person_card(person).map(Box::new)),
        LivesAsk::PersonHistory(person) => LivesTold::PersonHistory(person, office.person_history(person)),
        LivesAsk::Register { deed, draft } => LivesTold::Registered(deed, office.register_single(deed, &draft)),
        LivesAsk::Correct { deed, person, base, mine } => {
            LivesTold::Corrected(deed, office.correct_single(deed, person, &base, &mine).map(Box::new))
        }
        LivesAsk::Likely { generation, draft } => {
            // Compared as a family of one, who lives where the person does.
            let today = office.clock().today();
            let alone = FamilyDraft { actual: draft.address, members: vec![draft.person], ..FamilyDraft::new(today) };
            LivesTold::Likely(generation, office.likely(&alone, None, LIKELY_LIMIT))
        }
        LivesAsk::Search { generation, text } => LivesTold::Found(generation, office.find(&text, FOUND_LIMIT)),
        LivesAsk::LastDeed => LivesTold::LastDeed(office.last_deed().map(|found| found.map(Box::new))),
        LivesAsk::Undo { deed, what, reason } => LivesTold::Undone(deed, office.undo(deed, what, &reason)),
    })
}
