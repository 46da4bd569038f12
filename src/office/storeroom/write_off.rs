//! Goods are written off.

use super::moving::{Moving, made_before, told};
use super::{MadeAct, Removal};
use crate::domain::id::{ActId, DeedId};
use crate::domain::name::clean_note;
use crate::domain::staff::Right;
use crate::domain::stock::ledger::Expired;
use crate::domain::stock::{ActKind, Flow};
use crate::office::deed::Deed;
use crate::office::{Office, OfficeError};
use crate::store::journal::Done;
use crate::store::stock::acts::NewAct;

impl Office {
    /// Writes goods off, with a reason; what is past its last day goes first. Errors as of [`Office::receive`], and `Shortage`,
    /// `ReasonWanted`.
    pub fn write_off(&mut self, deed: DeedId, removal: &Removal) -> Result<MadeAct, OfficeError> {
        let again = |deed: &mut Deed<'_>, _: &Done| made_before(deed);
        self.deed(Some(deed), Some(Right::KeepStock), again, |deed| {
            let made = write_off(deed, removal, None)?;
            deed.journal("stock-written-off", None, &told(made.number, removal.on, &clean_note(&removal.reason)))?;
            Ok(made)
        })
    }
}

/// Writes off inside a deed; the journal is the caller's.
pub(in crate::office) fn write_off(
    deed: &mut Deed<'_>,
    removal: &Removal,
    key: Option<String>,
) -> Result<MadeAct, OfficeError> {
    let reason = clean_note(&removal.reason);
    if reason.is_empty() {
        return Err(OfficeError::ReasonWanted);
    }
    let mut moving = Moving::begin(deed, removal.on, &removal.location)?;
    for (place, line) in removal.lines.iter().enumerate() {
        let item = moving.item(place, &line.item, line.quantity)?;
        moving.take(deed, place, &item, line.quantity, (line.lot, Expired::Taken))?;
        moving.line(moving.plain(&item, Flow::Out, line.quantity));
    }
    let act = ActId(deed.new_id());
    let new = NewAct {
        reason,
        key,
        note: clean_note(&removal.note),
        ..NewAct::of(ActKind::WriteOff, removal.on, &removal.location)
    };
    Ok(moving.write(deed, act, &new, &[])?.0)
}
