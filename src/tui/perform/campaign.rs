//! Effects of campaigns: one arm an effect.

use super::Desk;
use crate::tui::app::Reply;
use crate::tui::app::message::campaign::{CampaignAsk, CampaignTold};

/// After how many families of a long deed the screen hears how far it is.
const TOLD_EVERY: usize = 200;

/// How many people of the register a search at the table lists.
const FOUND_AT_THE_TABLE: usize = 20;

impl Desk {
    /// Does what the screens of campaigns ask.
    pub(super) fn campaign(&mut self, ask: CampaignAsk) -> Option<Reply> {
        let Self { office, outside, .. } = self;
        let office = office.as_mut()?;
        Some(Reply::Campaign(match ask {
            CampaignAsk::All => CampaignTold::All(office.campaigns()),
            CampaignAsk::Open(id) => CampaignTold::Opened(id, office.campaign(id).map(Box::new)),
            CampaignAsk::Save { deed, id: None, draft } => {
                CampaignTold::Saved(deed, office.make_campaign(deed, &draft))
            }
            CampaignAsk::Save { deed, id: Some(id), draft } => {
                CampaignTold::Saved(deed, office.change_campaign(deed, id, &draft).map(|()| id))
            }
            CampaignAsk::Cancel(deed, id) => CampaignTold::Done(deed, office.cancel_campaign(deed, id).map(|()| 1)),
            CampaignAsk::Gather { deed, id, selection } => {
                let mut progress = |done: usize, all: usize| {
                    if done.is_multiple_of(TOLD_EVERY) {
                        outside.tell(Reply::Campaign(CampaignTold::Progress(deed, done, all)));
                    }
                };
                CampaignTold::Done(deed, office.campaign_gather(deed, id, &selection, &mut progress))
            }
            CampaignAsk::Expect(deed, id, guest) => {
                CampaignTold::Done(deed, office.campaign_expect(deed, id, guest).map(usize::from))
            }
            CampaignAsk::Unexpect(deed, id, guest) => {
                CampaignTold::Done(deed, office.campaign_unexpect(deed, id, guest).map(|()| 1))
            }
            CampaignAsk::Search { generation, text } => {
                CampaignTold::Found(generation, office.find(&text, FOUND_AT_THE_TABLE))
            }
            CampaignAsk::Serve { deed, id, table } => {
                CampaignTold::Served(deed, office.campaign_serve(deed, id, &table))
            }
            CampaignAsk::TakeBack { deed, act, reason } => {
                CampaignTold::TakenBack(deed, office.reverse(deed, act, &reason))
            }
            CampaignAsk::End(deed, id) => CampaignTold::Ended(deed, office.end_campaign(deed, id)),
        }))
    }
}
