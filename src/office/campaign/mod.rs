//! Campaigns: the list of those expected, made before the day; the day itself, a name and Enter each; and what is left when it is over.
//!
//! Here: what its screens see. Making and changing is in [`make`], the list in [`list`], the day in [`serve`], the end in [`end`]. Handing
//! over is an issue of the help room like any other: same ledger, same acts, same reversal. That nobody is served twice is held by the
//! file itself, so that it holds across desks.

mod end;
mod list;
mod make;
mod serve;

pub use end::CampaignEnded;
pub use serve::AtTheTable;

use super::listing::done_before;
use super::{Office, OfficeError};
use crate::domain::aid::AidCatalogue;
use crate::domain::campaign::{CampaignDraft, CampaignFault, CampaignStatus};
use crate::domain::filter::{Filter, ukrainian_key};
use crate::domain::id::SessionId;
use crate::domain::staff::Right;
use crate::domain::stock::{ItemCode, Quantity};
use crate::store::campaigns::{self, CampaignRow};
use crate::store::stock::{balances, catalogue};
use crate::store::{StoreError, Tx};
use chrono::NaiveDate;

/// A row of a campaign's list as screens show it.
pub use crate::store::campaigns::{ExpectedRow, ServedRow};

/// A campaign in the list of campaigns.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CampaignListed {
    /// Identity.
    pub id: SessionId,
    /// Its title.
    pub title: String,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day.
    pub ends_on: NaiveDate,
    /// Where it stands.
    pub status: CampaignStatus,
    /// How many are expected.
    pub expected: usize,
    /// How many were served.
    pub served: usize,
}

/// A campaign as its screen shows it.
#[derive(Clone, PartialEq, Debug)]
pub struct CampaignView {
    /// Identity.
    pub id: SessionId,
    /// What its form says.
    pub draft: CampaignDraft,
    /// Where it stands.
    pub status: CampaignStatus,
    /// By which filters its list was gathered; none where by none, or where the asker may not know.
    pub conditions: Vec<Filter>,
    /// Everybody on the list and everybody served, by name in the order of the alphabet.
    pub rows: Vec<ExpectedRow>,
    /// What was handed out, item by item.
    pub given: Vec<(ItemCode, Quantity)>,
    /// What lies of its goods at its location.
    pub left: Vec<(ItemCode, Quantity)>,
    /// The catalogue, for names and units.
    pub catalogue: AidCatalogue,
}

impl CampaignView {
    /// How many were served, of how many on the list.
    pub fn served(&self) -> (usize, usize) {
        (self.rows.iter().filter(|row| row.served.is_some()).count(), self.rows.len())
    }

    /// Those who did not come.
    pub fn absent(&self) -> impl Iterator<Item = &ExpectedRow> {
        self.rows.iter().filter(|row| row.served.is_none())
    }
}

impl Office {
    /// Every campaign, those under way before the others, the latest first.
    ///
    /// Errors: `NotAllowed(Serve)`.
    pub fn campaigns(&mut self) -> Result<Vec<CampaignListed>, OfficeError> {
        self.require_now(Right::Serve)?;
        Ok(self.store.read(|tx| {
            let listed = campaigns::all(tx)?.into_iter().map(|row| {
                let (expected, served) = campaigns::counts(tx, row.id)?;
                let CampaignDraft { title, starts_on, ends_on, .. } = row.draft;
                Ok(CampaignListed { id: row.id, title, starts_on, ends_on, status: row.status, expected, served })
            });
            listed.collect::<Result<_, StoreError>>()
        })?)
    }

    /// A campaign with everybody on its list.
    ///
    /// Errors: `NotAllowed(Serve)`, `Campaign(NoSuchCampaign)`.
    pub fn campaign(&mut self, id: SessionId) -> Result<CampaignView, OfficeError> {
        self.require_now(Right::Serve)?;
        let today = self.clock().today();
        let (row, mut rows, given, left, catalogue) = self
            .store
            .read(|tx| {
                let Some(row) = campaigns::get(tx, id)? else { return Ok(None) };
                let rows = campaigns::expected(tx, id, row.draft.starts_on)?;
                let left = left(tx, &row, today)?;
                Ok(Some((row, rows, campaigns::given(tx, id)?, left, catalogue::read(tx)?)))
            })?
            .ok_or(CampaignFault::NoSuchCampaign)?;
        rows.sort_by_cached_key(|row| (ukrainian_key(&row.name.full()), row.number));
        let conditions = self.conditions(&row.conditions);
        Ok(CampaignView { id, draft: row.draft, status: row.status, conditions, rows, given, left, catalogue })
    }
}

/// What lies of a campaign's goods at its location.
fn left(tx: &Tx, row: &CampaignRow, today: NaiveDate) -> Result<Vec<(ItemCode, Quantity)>, StoreError> {
    let there = balances::sums(tx, &row.draft.location, today)?;
    let of = |item: &ItemCode| {
        there.iter().find(|sum| sum.item == *item).map_or(Quantity::ZERO, |sum| sum.quantity - sum.expired)
    };
    Ok(row.draft.goods.iter().map(|good| (good.item.clone(), of(&good.item))).collect())
}

/// A campaign that is prepared or under way. Errors: `NoSuchCampaign`, `NotUnderWay`.
fn under_way(tx: &Tx, id: SessionId) -> Result<CampaignRow, OfficeError> {
    let row = campaigns::get(tx, id)?.ok_or(CampaignFault::NoSuchCampaign)?;
    if row.status == CampaignStatus::Planned { Ok(row) } else { Err(CampaignFault::NotUnderWay(row.status).into()) }
}
