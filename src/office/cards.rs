//! Opening a card. A view is a deed: it is in the journal before the card is shown (law 2297-VI).

use super::deed::Detail;
use super::registration::narrowed;
use super::{Office, OfficeError};
use crate::domain::family::FamilyCard;
use crate::domain::id::FamilyId;
use crate::domain::staff::Right;
use crate::store::families;
use crate::store::journal::{Done, Subject};

impl Office {
    /// A family's card, with what the asker may not see left out. The view is in the journal before this returns.
    ///
    /// Errors: `NoSuchFamily`; those of writing, since an unwritten view is not shown.
    pub fn card(&mut self, family: FamilyId) -> Result<FamilyCard, OfficeError> {
        self.view(family, "family-viewed")
    }

    /// A glance at the family under the cursor: the same as [`Office::card`], journaled as a glance at most once per family and sign-in.
    pub fn glance(&mut self, family: FamilyId) -> Result<FamilyCard, OfficeError> {
        if !self.glanced.contains(&family) {
            return self.view(family, "family-glanced");
        }
        self.require_now(Right::Find)?;
        let mut card = self.store.read(|tx| families::card(tx, family))?.ok_or(OfficeError::NoSuchFamily)?;
        self.sight().narrow_card(&mut card);
        Ok(card)
    }

    fn view(&mut self, family: FamilyId, action: &str) -> Result<FamilyCard, OfficeError> {
        let again = |_: &mut super::deed::Deed<'_>, _: &Done| Err(OfficeError::NoSuchFamily);
        let card = self.deed(None, Some(Right::Find), again, |deed| {
            let card = narrowed(deed, family)?;
            deed.journal(action, Some(Subject::Family(family)), &Detail::default())?;
            Ok(card)
        })?;
        self.glanced.insert(family);
        Ok(card)
    }
}
