//! Making, changing and calling off a campaign.

use super::{done_before, under_way};
use crate::domain::aid::{AidFault, CatalogueThing};
use crate::domain::campaign::{CampaignDraft, CampaignStatus};
use crate::domain::id::{DeedId, SessionId};
use crate::domain::name;
use crate::domain::staff::Right;
use crate::office::deed::{Deed, Detail};
use crate::office::storeroom::moving::{known, open_location};
use crate::office::{Office, OfficeError};
use crate::store::campaigns;
use crate::store::stock::catalogue;

impl Office {
    /// Makes a campaign. Repeating the same deed returns the first one.
    ///
    /// Errors: `Campaign` with what the draft lacks; `Aid(Unknown)` and `Aid(Quantity)` for its goods; `NotAllowed(ManageCampaigns)`.
    pub fn make_campaign(&mut self, deed: DeedId, draft: &CampaignDraft) -> Result<SessionId, OfficeError> {
        let draft = settled(draft)?;
        // The campaign has the deed's id: the answer of a repeated key needs no looking up.
        let id = SessionId(deed.0);
        self.deed(
            Some(deed),
            Some(Right::ManageCampaigns),
            |_, _| Ok(id),
            |deed| {
                check_goods(deed, &draft)?;
                campaigns::add(deed.tx, id, &draft)?;
                deed.journal("campaign-made", None, &titled(&draft))?;
                Ok(id)
            },
        )
    }

    /// Changes what a campaign is. Who was served stays served with what they got.
    ///
    /// Errors: as [`Office::make_campaign`], `NoSuchCampaign`, `NotUnderWay`.
    pub fn change_campaign(&mut self, deed: DeedId, id: SessionId, draft: &CampaignDraft) -> Result<(), OfficeError> {
        let draft = settled(draft)?;
        self.deed(Some(deed), Some(Right::ManageCampaigns), done_before, |deed| {
            under_way(deed.tx, id)?;
            check_goods(deed, &draft)?;
            campaigns::change(deed.tx, id, &draft)?;
            deed.journal("campaign-changed", None, &titled(&draft))
        })
    }

    /// Calls a campaign off. Errors: `NoSuchCampaign`, `NotUnderWay`.
    pub fn cancel_campaign(&mut self, deed: DeedId, id: SessionId) -> Result<(), OfficeError> {
        self.deed(Some(deed), Some(Right::ManageCampaigns), done_before, |deed| {
            let row = under_way(deed.tx, id)?;
            campaigns::set_status(deed.tx, id, CampaignStatus::Cancelled)?;
            deed.journal("campaign-cancelled", None, &titled(&row.draft))
        })
    }
}

fn settled(draft: &CampaignDraft) -> Result<CampaignDraft, OfficeError> {
    let mut draft = draft.clone();
    (draft.title, draft.settlement) = (name::clean(&draft.title), name::clean(&draft.settlement));
    draft.note = name::clean_note(&draft.note);
    match draft.fault() {
        Some(fault) => Err(fault.into()),
        None => Ok(draft),
    }
}

/// That everything the draft names is listed, and can be given in such quantities.
fn check_goods(deed: &Deed<'_>, draft: &CampaignDraft) -> Result<(), OfficeError> {
    let catalogue = catalogue::read(deed.tx)?;
    open_location(&catalogue, &draft.location, draft.starts_on)?;
    let unknown = |what, code: &str| AidFault::Unknown { what, code: code.to_owned() };
    for (line, good) in draft.goods.iter().enumerate() {
        let item = known(&catalogue, &good.item)?;
        good.quantity.checked(item.unit).map_err(|fault| AidFault::Quantity {
            line,
            item: good.item.clone(),
            fault,
        })?;
    }
    if let Some(code) = &draft.programme {
        catalogue.programme(code).ok_or_else(|| unknown(CatalogueThing::Programme, code.as_str()))?;
    }
    if let Some(code) = &draft.partner {
        catalogue.partner(code).ok_or_else(|| unknown(CatalogueThing::Partner, code.as_str()))?;
    }
    Ok(())
}

/// What the journal keeps of a campaign's deed: the title, which names nobody.
pub(super) fn titled(draft: &CampaignDraft) -> Detail {
    Detail { note: draft.title.clone(), ..Detail::default() }
}
