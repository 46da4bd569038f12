//! Opening a card. A view is a deed: it is in the journal before the card is shown (law 2297-VI).

use super::deed::{Deed, Detail};
use super::registration::narrowed;
use super::{Office, OfficeError};
use crate::domain::family::FamilyCard;
use crate::domain::id::FamilyId;
use crate::domain::life::check::LifeFault;
use crate::domain::staff::Right;
use crate::store::journal::{Done, Subject};
use crate::store::{families, log, past_day};
use chrono::NaiveDate;

impl Office {
    /// A family's card, with what the asker may not see left out. The view is in the journal before this returns. An entry that became one
    /// with another leads to the kept one (`past.asked_as` says so).
    ///
    /// Errors: `NoSuchFamily`; those of writing, since an unwritten view is not shown.
    pub fn card(&mut self, family: FamilyId) -> Result<FamilyCard, OfficeError> {
        self.view(family, "family-viewed", narrowed)
    }

    /// A glance at the family under the cursor: the same as [`Office::card`], journaled as a glance at most once per family and sign-in.
    pub fn glance(&mut self, family: FamilyId) -> Result<FamilyCard, OfficeError> {
        if !self.glanced.contains(&family) {
            return self.view(family, "family-glanced", narrowed);
        }
        self.require_now(Right::Find)?;
        let (card, read) = self.store.read(|tx| Ok((super::registration::whole_card(tx, family)?, log::head(tx)?)))?;
        let mut card = card.ok_or(OfficeError::NoSuchFamily)?;
        self.read_at.insert(card.id, read);
        self.sight().narrow_card(&mut card);
        Ok(card)
    }

    /// A family's card as it was on a day: who stood in it then, under the names of then, where it lived, which categories were in force,
    /// whether the entry was closed. The view is in the journal before this returns.
    ///
    /// Errors: `Life(BeforeRegistered)` for a day before the registration, `Life(InFuture)`, and those of [`Office::card`].
    pub fn card_on(&mut self, family: FamilyId, day: NaiveDate) -> Result<FamilyCard, OfficeError> {
        self.view(family, "family-viewed-on", |deed, family| {
            let asked = families::get(deed.tx, family)?.ok_or(OfficeError::NoSuchFamily)?;
            let kept = families::kept(deed.tx, family)?;
            let row = families::get(deed.tx, kept)?.ok_or(OfficeError::NoSuchFamily)?;
            if day > deed.today() {
                return Err(LifeFault::InFuture(day).into());
            }
            if day < row.registered_on {
                return Err(LifeFault::BeforeRegistered { day: row.registered_on }.into());
            }
            let mut card = past_day::card(deed.tx, &row, day)?;
            card.past.asked_as = (kept != family).then_some(asked.number);
            deed.sight.narrow_card(&mut card);
            Ok(card)
        })
    }

    fn view(
        &mut self,
        family: FamilyId,
        action: &str,
        read: impl FnOnce(&Deed<'_>, FamilyId) -> Result<FamilyCard, OfficeError>,
    ) -> Result<FamilyCard, OfficeError> {
        let again = |_: &mut Deed<'_>, _: &Done| Err(OfficeError::NoSuchFamily);
        let (card, read) = self.deed(None, Some(Right::Find), again, |deed| {
            let card = read(deed, family)?;
            deed.journal(action, Some(Subject::Family(card.id)), &Detail::default())?;
            Ok((card, log::head(deed.tx)?))
        })?;
        self.read_at.insert(card.id, read);
        self.glanced.insert(family);
        Ok(card)
    }
}
