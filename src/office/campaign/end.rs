//! The end of a campaign: it is over, and what was left in the car is back in the storeroom.

use super::make::titled;
use super::under_way;
use crate::domain::campaign::CampaignStatus;
use crate::domain::id::{ActId, DeedId, SessionId};
use crate::domain::staff::Right;
use crate::domain::stock::ledger::Expired;
use crate::domain::stock::{ActKind, Flow, LocationCode, Quantity};
use crate::office::deed::Deed;
use crate::office::storeroom::MadeAct;
use crate::office::storeroom::moving::{Moving, open_location};
use crate::office::{Office, OfficeError};
use crate::store::campaigns;
use crate::store::stock::acts::{self, NewAct};
use crate::store::stock::balances;

/// What ending a campaign did.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CampaignEnded {
    /// The act by which what was left went back into the storeroom; none where nothing was left, or it was handed out from there.
    pub back: Option<MadeAct>,
}

impl Office {
    /// Ends a campaign: nobody more is served, and everything that lies at its location goes back into the storeroom by one act, what is
    /// past its last day too. Repeating the same deed answers with the first act.
    ///
    /// Errors: `NoSuchCampaign`, `NotUnderWay`, `NotAllowed(ManageCampaigns)`.
    pub fn end_campaign(&mut self, deed: DeedId, id: SessionId) -> Result<CampaignEnded, OfficeError> {
        self.deed(
            Some(deed),
            Some(Right::ManageCampaigns),
            |deed, _| ended_before(deed),
            |deed| {
                let row = under_way(deed.tx, id)?;
                campaigns::set_status(deed.tx, id, CampaignStatus::Held)?;
                let back = all_back(deed, &row.draft.location, &row.draft.title)?;
                deed.journal("campaign-ended", None, &titled(&row.draft))?;
                Ok(CampaignEnded { back })
            },
        )
    }
}

/// Everything that lies at a location goes back into the storeroom.
fn all_back(deed: &mut Deed<'_>, from: &LocationCode, why: &str) -> Result<Option<MadeAct>, OfficeError> {
    let (to, today) = (LocationCode::storeroom(), deed.today());
    if *from == to {
        return Ok(None);
    }
    let there = balances::sums(deed.tx, from, today)?;
    let there: Vec<_> = there.into_iter().filter(|sum| sum.quantity > Quantity::ZERO).collect();
    if there.is_empty() {
        return Ok(None);
    }
    let mut moving = Moving::begin(deed, today, from)?;
    open_location(&moving.catalogue, &to, today)?;
    for (place, sum) in there.iter().enumerate() {
        let item = moving.item(place, &sum.item, sum.quantity)?;
        for pick in moving.take(deed, place, &item, sum.quantity, (None, Expired::Taken))? {
            moving.bring(place, &item.code, pick.lot, &to, pick.quantity);
        }
        moving.line(moving.plain(&item, Flow::Out, sum.quantity));
    }
    let act = ActId(deed.new_id());
    let new = NewAct { location_to: Some(to), reason: why.to_owned(), ..NewAct::of(ActKind::Transfer, today, from) };
    let (made, _) = moving.write(deed, act, &new, &[])?;
    Ok(Some(made))
}

fn ended_before(deed: &Deed<'_>) -> Result<CampaignEnded, OfficeError> {
    let acts = deed.given_id().map(|id| acts::of_deed(deed.tx, id)).transpose()?.unwrap_or_default();
    let act = acts.into_iter().next().map(|act| acts::get(deed.tx, act)).transpose()?.flatten();
    Ok(CampaignEnded { back: act.map(|act| MadeAct { act: act.head.id, number: act.head.number }) })
}
