//! The day of a campaign: whoever stands at the table gets what the campaign gives, once.

use super::list::{expect, in_force, subject};
use super::under_way;
use crate::domain::aid::{AidFault, Cart, Collector, Recipient};
use crate::domain::campaign::{CampaignFault, Guest, Source};
use crate::domain::id::{DeedId, SessionId};
use crate::domain::staff::Right;
use crate::office::aid_room::IssuedAct;
use crate::office::aid_room::issue::{Issuing, issue, issued_before};
use crate::office::aid_room::recipient::Known;
use crate::office::storeroom::moving::told;
use crate::office::{Office, OfficeError};
use crate::store::campaigns;
use chrono::NaiveDate;

/// Somebody at the table of a campaign.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AtTheTable {
    /// Who.
    pub guest: Guest,
    /// The day: today, or the day of the paper list, where the light was out.
    pub on: NaiveDate,
    /// Who carries it away.
    pub collector: Collector,
    /// Why they are served without being on the list; empty: they are refused, with the reason why they are not on it.
    pub door: String,
}

impl Office {
    /// Serves somebody: an act with what the campaign gives to such a household, from the campaign's location, in one transaction. A limit
    /// in the way is bent with the campaign as its reason: whom a campaign is for was decided before the day, and the director reads it.
    /// Repeating the same deed returns the first act.
    ///
    /// Errors: `Campaign(NotExpected)` with the conditions that are not met; `Aid(Served)` with act, time, desk and colleague for a second
    /// try; `Campaign(AnotherDay)`, `Campaign(NotUnderWay)`, `Campaign(NothingForThem)`; those of [`Office::issue`]; `NotAllowed(Serve)`.
    pub fn campaign_serve(
        &mut self,
        deed: DeedId,
        id: SessionId,
        table: &AtTheTable,
    ) -> Result<IssuedAct, OfficeError> {
        let own = self.own_deeds.clone();
        let answer = self.deed(
            Some(deed),
            Some(Right::Serve),
            |deed, _| issued_before(deed),
            |deed| {
                let row = under_way(deed.tx, id)?;
                let draft = row.draft;
                if !draft.has_day(table.on) {
                    return Err(CampaignFault::AnotherDay { starts_on: draft.starts_on, ends_on: draft.ends_on }.into());
                }
                let guest = in_force(deed, table.guest)?;
                // Whoever was served is told so, and not that they are not on the list.
                if let Some(row) = campaigns::served_by(deed.tx, id, guest)? {
                    return Err(AidFault::Served { act: row.number, at: row.at, desk: row.desk, by: row.staff }.into());
                }
                if !campaigns::is_expected(deed.tx, id, guest)? {
                    if table.door.trim().is_empty() {
                        return Err(CampaignFault::NotExpected { unmet: Vec::new() }.into());
                    }
                    expect(deed, id, guest, Source::Door, &table.door)?;
                }
                let (recipient, known) = match guest {
                    Guest::Family(family) => (Recipient::Family(family), Known::family(deed.tx, family, table.on)?),
                    Guest::Person(person) => (Recipient::Person(person), Known::person(deed.tx, person, table.on)?),
                };
                let mut lines = draft.cart(known.asker.adults, known.asker.children);
                if lines.is_empty() {
                    return Err(CampaignFault::NothingForThem.into());
                }
                lines.iter_mut().for_each(|line| line.override_reason.clone_from(&draft.title));
                let cart = Cart {
                    recipient,
                    on: table.on,
                    location: draft.location,
                    programme: draft.programme,
                    right_reason: draft.title,
                    campaign: Some(id),
                    lines,
                    collector: table.collector.clone(),
                    note: String::new(),
                    seen: None,
                };
                let issued = issue(deed, &cart, &Issuing::AtTheCounter, &own)?;
                deed.journal("aid-issued", Some(subject(guest)), &told(issued.number, table.on, ""))?;
                Ok(issued)
            },
        );
        match answer {
            Err(OfficeError::Campaign(CampaignFault::NotExpected { .. })) => {
                Err(CampaignFault::NotExpected { unmet: self.unmet(id, table.guest)? }.into())
            }
            answer => answer,
        }
    }
}
