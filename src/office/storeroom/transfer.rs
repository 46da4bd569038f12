//! Goods go to another location.

use super::moving::{Moving, made_before, open_location, told};
use super::{MadeAct, Removal};
use crate::domain::aid::AidFault;
use crate::domain::id::{ActId, DeedId};
use crate::domain::name::clean_note;
use crate::domain::staff::Right;
use crate::domain::stock::ledger::Expired;
use crate::domain::stock::{ActKind, Flow, LocationCode};
use crate::office::deed::Deed;
use crate::office::{Office, OfficeError};
use crate::store::journal::Done;
use crate::store::stock::acts::NewAct;

impl Office {
    /// Moves goods to another location; lots stay what they are. Errors as of [`Office::write_off`], and `SameLocation`.
    pub fn transfer(&mut self, deed: DeedId, removal: &Removal, to: &LocationCode) -> Result<MadeAct, OfficeError> {
        let again = |deed: &mut Deed<'_>, _: &Done| made_before(deed);
        self.deed(Some(deed), Some(Right::KeepStock), again, |deed| {
            if removal.location == *to {
                return Err(AidFault::SameLocation.into());
            }
            let mut moving = Moving::begin(deed, removal.on, &removal.location)?;
            open_location(&moving.catalogue, to, removal.on)?;
            for (place, line) in removal.lines.iter().enumerate() {
                let item = moving.item(place, &line.item, line.quantity)?;
                // What is past its last day is moved only when it is asked for: a car shall not be loaded with it.
                let picks = moving.take(deed, place, &item, line.quantity, (line.lot, expired(line.lot.is_some())))?;
                for pick in picks {
                    moving.bring(place, &item.code, pick.lot, to, pick.quantity);
                }
                moving.line(moving.plain(&item, Flow::Out, line.quantity));
            }
            let act = ActId(deed.new_id());
            let new = NewAct {
                location_to: Some(to.clone()),
                reason: clean_note(&removal.reason),
                note: clean_note(&removal.note),
                ..NewAct::of(ActKind::Transfer, removal.on, &removal.location)
            };
            let (made, _) = moving.write(deed, act, &new, &[])?;
            deed.journal("stock-transferred", None, &told(made.number, removal.on, ""))?;
            Ok(made)
        })
    }
}

fn expired(asked_for: bool) -> Expired {
    if asked_for { Expired::Taken } else { Expired::Left }
}
