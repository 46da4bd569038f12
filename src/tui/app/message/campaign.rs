//! What the screens of campaigns ask of the office and hear from it.

use crate::domain::campaign::{CampaignDraft, Guest};
use crate::domain::id::{ActId, DeedId, SessionId};
use crate::office::aid_room::IssuedAct;
use crate::office::campaign::{AtTheTable, CampaignEnded, CampaignListed, CampaignView};
use crate::office::storeroom::MadeAct;
use crate::office::{Found, OfficeError, Selection};

/// What the office shall do for campaigns.
pub enum CampaignAsk {
    /// Every campaign.
    All,
    /// One of them with its list.
    Open(SessionId),
    /// Keep what a form says: a new campaign, or one that is there.
    Save {
        /// The form's deed.
        deed: DeedId,
        /// Which; none: a new one.
        id: Option<SessionId>,
        /// What the form says.
        draft: Box<CampaignDraft>,
    },
    /// Call one off.
    Cancel(DeedId, SessionId),
    /// Put many families of the register onto a list.
    Gather {
        /// The deed.
        deed: DeedId,
        /// Onto which.
        id: SessionId,
        /// Whom.
        selection: Box<Selection>,
    },
    /// Put one onto the list before the day.
    Expect(DeedId, SessionId, Guest),
    /// Take one off it.
    Unexpect(DeedId, SessionId, Guest),
    /// Look for somebody in the register; only the newest generation matters.
    Search {
        /// Counts up with every change of the text.
        generation: u64,
        /// What is typed.
        text: String,
    },
    /// Hand out.
    Serve {
        /// The deed.
        deed: DeedId,
        /// At which campaign.
        id: SessionId,
        /// To whom.
        table: Box<AtTheTable>,
    },
    /// Take an act back.
    TakeBack {
        /// The deed.
        deed: DeedId,
        /// Which.
        act: ActId,
        /// Why.
        reason: String,
    },
    /// End it: what was left goes back.
    End(DeedId, SessionId),
}

/// What came of it.
#[derive(Clone, PartialEq, Debug)]
pub enum CampaignTold {
    /// Every campaign.
    All(Result<Vec<CampaignListed>, OfficeError>),
    /// One of them.
    Opened(SessionId, Result<Box<CampaignView>, OfficeError>),
    /// A form was kept.
    Saved(DeedId, Result<SessionId, OfficeError>),
    /// A deed on a campaign or its list was done to so many.
    Done(DeedId, Result<usize, OfficeError>),
    /// How far a long deed is.
    Progress(DeedId, usize, usize),
    /// Who was found in the register.
    Found(u64, Result<Vec<Found>, OfficeError>),
    /// Handed out, or why not.
    Served(DeedId, Result<IssuedAct, OfficeError>),
    /// Taken back, or why not.
    TakenBack(DeedId, Result<MadeAct, OfficeError>),
    /// Ended, or why not.
    Ended(DeedId, Result<CampaignEnded, OfficeError>),
}
