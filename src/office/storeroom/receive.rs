//! Goods come from a donor.

use super::moving::{Moving, made_before, told};
use super::{MadeAct, Receipt};
use crate::domain::aid::{AidFault, CatalogueThing};
use crate::domain::id::{ActId, DeedId, LotId};
use crate::domain::name::{clean, clean_note};
use crate::domain::staff::Right;
use crate::domain::stock::lot::Lot;
use crate::domain::stock::{ActKind, ActLine, Flow};
use crate::office::deed::Deed;
use crate::office::{Office, OfficeError};
use crate::store::journal::Done;
use crate::store::stock::acts::NewAct;

/// Whether a receipt is written at the counter, or taken over from a file of old years, in which donors and last days may be missing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::office) enum Receiving {
    /// Now: says who gave it and until when food is good.
    AtTheCounter,
    /// From a file, under its key.
    Imported {
        /// The office's own key.
        key: Option<String>,
    },
}

impl Office {
    /// Receives goods by a document: a lot a line. Repeating the same `deed` returns the first act.
    ///
    /// Errors: `Aid` with `Empty`, `Quantity`, `Unknown`, `Off`, `FutureDate`, `NoDonor`, `Expiry`; `NotAllowed(KeepStock)`.
    pub fn receive(&mut self, deed: DeedId, receipt: &Receipt) -> Result<MadeAct, OfficeError> {
        let again = |deed: &mut Deed<'_>, _: &Done| made_before(deed);
        self.deed(Some(deed), Some(Right::KeepStock), again, |deed| {
            let made = receive(deed, receipt, &Receiving::AtTheCounter)?;
            deed.journal("stock-received", None, &told(made.number, receipt.on, ""))?;
            Ok(made)
        })
    }
}

/// Receives inside a deed; the journal is the caller's.
pub(in crate::office) fn receive(
    deed: &mut Deed<'_>,
    receipt: &Receipt,
    how: &Receiving,
) -> Result<MadeAct, OfficeError> {
    let mut moving = Moving::begin(deed, receipt.on, &receipt.location)?;
    let at_the_counter = *how == Receiving::AtTheCounter;
    let what = CatalogueThing::Partner;
    match &receipt.partner {
        Some(code) => {
            let unknown = || AidFault::Unknown { what, code: code.to_string() };
            let partner = moving.catalogue.partner(code).ok_or_else(unknown)?;
            if let Some(since) = partner.off_since.filter(|since| at_the_counter && *since <= receipt.on) {
                return Err(AidFault::Off { what, code: code.to_string(), since }.into());
            }
        }
        None if at_the_counter => return Err(AidFault::NoDonor.into()),
        None => {}
    }
    let act = ActId(deed.new_id());
    let document = clean(&receipt.document);
    let mut lots = Vec::new();
    for (place, line) in receipt.lines.iter().enumerate() {
        let item = moving.item(place, &line.item, line.quantity)?;
        if let Some(since) = item.off_since.filter(|since| at_the_counter && *since <= receipt.on) {
            return Err(AidFault::Off { what: CatalogueThing::Item, code: item.code.to_string(), since }.into());
        }
        let is_wanted = item.tracks_expiry && at_the_counter;
        if is_wanted && line.expires_on.is_none_or(|last| last < receipt.on) {
            let fault = AidFault::Expiry { line: place, item: item.code.clone(), expires_on: line.expires_on };
            return Err(fault.into());
        }
        let composition = match moving.catalogue.kit_on(&item.code, receipt.on) {
            Some(kit) => kit.parts.clone(),
            None => Vec::new(),
        };
        let lot = LotId(deed.new_id());
        let weight = line.weight.or_else(|| moving.catalogue.weight(&item, line.quantity, &composition));
        lots.push(Lot {
            id: lot,
            item: item.code.clone(),
            act,
            donor: receipt.partner.clone(),
            document: document.clone(),
            expires_on: line.expires_on,
            received_on: receipt.on,
            composition: composition.clone(),
        });
        moving.bring(place, &item.code, lot, &receipt.location, line.quantity);
        moving.line(ActLine { weight, composition, ..moving.plain(&item, Flow::In, line.quantity) });
    }
    let key = match how {
        Receiving::Imported { key } => key.clone(),
        Receiving::AtTheCounter => None,
    };
    let new = NewAct {
        partner: receipt.partner.clone(),
        document,
        key,
        note: clean_note(&receipt.note),
        ..NewAct::of(ActKind::Receipt, receipt.on, &receipt.location)
    };
    Ok(moving.write(deed, act, &new, &lots)?.0)
}
