//! Kits are put together and taken apart.

use super::moving::{Moving, known, made_before, told};
use super::{KitWork, MadeAct};
use crate::domain::aid::AidFault;
use crate::domain::id::{ActId, DeedId, LotId};
use crate::domain::name::clean_note;
use crate::domain::staff::Right;
use crate::domain::stock::ledger::Expired;
use crate::domain::stock::lot::Lot;
use crate::domain::stock::{ActKind, ActLine, Flow, Item, ItemCode, KitPart, PartnerCode, Pick, Quantity};
use crate::office::deed::Deed;
use crate::office::{Office, OfficeError};
use crate::store::journal::Done;
use crate::store::stock::acts::NewAct;
use crate::store::stock::ledger;
use std::collections::BTreeSet;

impl Office {
    /// Puts kits together: takes the parts (first expired first) and lays the kits on the shelf as one lot that expires with the first of
    /// its parts. Errors as of [`Office::write_off`], and `NotAKit`, `NoComposition`.
    pub fn assemble(&mut self, deed: DeedId, work: &KitWork) -> Result<MadeAct, OfficeError> {
        let again = |deed: &mut Deed<'_>, _: &Done| made_before(deed);
        self.deed(Some(deed), Some(Right::KeepStock), again, |deed| {
            let mut moving = Moving::begin(deed, work.on, &work.location)?;
            let kit = the_kit(&moving, work)?;
            let version = moving.catalogue.kit_on(&kit.code, work.on).cloned();
            let version = version.ok_or_else(|| AidFault::NoComposition(kit.code.clone()))?;
            let mut picked = Vec::new();
            let mut parts = Vec::new();
            // The kits are the first line of the paper, what went into them stands below.
            for (place, part) in version.parts.iter().enumerate() {
                let item = known(&moving.catalogue, &part.item)?.clone();
                let quantity = Quantity(part.quantity.0.saturating_mul(work.quantity.0));
                picked.extend(moving.take(deed, place + 1, &item, quantity, (None, Expired::Left))?);
                parts.push(moving.plain(&item, Flow::Out, quantity));
            }
            let act = ActId(deed.new_id());
            let lot = Lot {
                id: LotId(deed.new_id()),
                item: kit.code.clone(),
                act,
                donor: None,
                document: String::new(),
                expires_on: None,
                received_on: work.on,
                composition: version.parts.clone(),
            };
            let lot = after_parts(deed, lot, &picked)?;
            moving.bring(0, &kit.code, lot.id, &work.location, work.quantity);
            let weight = moving.catalogue.weight(&kit, work.quantity, &version.parts);
            let composition = version.parts.clone();
            moving.line(ActLine { weight, composition, ..moving.plain(&kit, Flow::In, work.quantity) });
            parts.into_iter().for_each(|line| moving.line(line));
            let new = NewAct { note: clean_note(&work.note), ..NewAct::of(ActKind::Assembly, work.on, &work.location) };
            let (made, _) = moving.write(deed, act, &new, &[lot])?;
            deed.journal("kits-assembled", None, &told(made.number, work.on, ""))?;
            Ok(made)
        })
    }

    /// Takes kits apart: what they held goes back into the lots it came from. Errors as of [`Office::assemble`].
    pub fn disassemble(&mut self, deed: DeedId, work: &KitWork) -> Result<MadeAct, OfficeError> {
        let again = |deed: &mut Deed<'_>, _: &Done| made_before(deed);
        self.deed(Some(deed), Some(Right::KeepStock), again, |deed| {
            let mut moving = Moving::begin(deed, work.on, &work.location)?;
            let kit = the_kit(&moving, work)?;
            let picks = moving.take(deed, 0, &kit, work.quantity, (None, Expired::Taken))?;
            let act = ActId(deed.new_id());
            let mut apart = Apart { work, act, back: Vec::new(), lots: Vec::new() };
            for pick in &picks {
                apart.take(deed, &moving, *pick)?;
            }
            let Apart { back, lots, .. } = apart;
            moving.line(moving.plain(&kit, Flow::Out, work.quantity));
            let items: BTreeSet<ItemCode> = back.iter().map(|(item, ..)| item.clone()).collect();
            for code in items {
                let line = moving.next();
                let item = known(&moving.catalogue, &code)?.clone();
                let of_item: Vec<_> = back.iter().filter(|(of, ..)| *of == code).collect();
                let quantity: Quantity = of_item.iter().map(|(.., quantity)| *quantity).sum();
                for (_, lot, quantity) in of_item {
                    moving.bring(line, &code, *lot, &work.location, *quantity);
                }
                moving.line(moving.plain(&item, Flow::In, quantity));
            }
            let on = work.on;
            let new = NewAct { note: clean_note(&work.note), ..NewAct::of(ActKind::Disassembly, on, &work.location) };
            let (made, _) = moving.write(deed, act, &new, &lots)?;
            deed.journal("kits-disassembled", None, &told(made.number, on, ""))?;
            Ok(made)
        })
    }
}

fn the_kit(moving: &Moving, work: &KitWork) -> Result<Item, OfficeError> {
    let kit = moving.item(0, &work.kit, work.quantity)?;
    if kit.is_kit() { Ok(kit) } else { Err(AidFault::NotAKit(kit.code).into()) }
}

/// A kit is good as long as the first of its parts, and is its donor's where all its parts are of one.
fn after_parts(deed: &Deed<'_>, mut kit: Lot, parts: &[Pick]) -> Result<Lot, OfficeError> {
    let mut donors: Vec<Option<PartnerCode>> = Vec::new();
    for part in parts {
        let Some(lot) = ledger::lot(deed.tx, part.lot)? else { continue };
        kit.expires_on = match (kit.expires_on, lot.expires_on) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        donors.push(lot.donor);
    }
    donors.dedup();
    if let [Some(donor)] = donors.as_slice() {
        kit.donor = Some(donor.clone());
    }
    Ok(kit)
}

/// Kits being taken apart.
struct Apart<'w> {
    work: &'w KitWork,
    act: ActId,
    /// What goes back, and into which lot.
    back: Vec<(ItemCode, LotId, Quantity)>,
    /// Lots that are made for parts of kits that came as they are.
    lots: Vec<Lot>,
}

impl Apart<'_> {
    /// Takes some kits of one lot apart.
    fn take(&mut self, deed: &mut Deed<'_>, moving: &Moving, pick: Pick) -> Result<(), OfficeError> {
        let lot = ledger::lot(deed.tx, pick.lot)?.ok_or_else(|| AidFault::NoComposition(self.work.kit.clone()))?;
        let version = moving.catalogue.kit_on(&lot.item, lot.received_on).map(|kit| kit.parts.clone());
        let composition =
            if lot.composition.is_empty() { version.unwrap_or_default() } else { lot.composition.clone() };
        if composition.is_empty() {
            return Err(AidFault::NoComposition(lot.item).into());
        }
        let sources = ledger::parts_of(deed.tx, lot.id)?;
        let (_, apart_before) = ledger::kits_of(deed.tx, lot.id)?;
        for KitPart { item, quantity } in &composition {
            let wanted = quantity.0.saturating_mul(pick.quantity.0);
            // Kits taken apart before took their parts out of the first of these lots.
            let mut skipped = quantity.0.saturating_mul(apart_before.0);
            let mut missing = wanted;
            for (_, source, took) in sources.iter().filter(|(of, ..)| of == item) {
                let free = (took.0 - skipped).max(0);
                skipped = (skipped - took.0).max(0);
                let back = free.min(missing);
                if back > 0 {
                    self.back.push((item.clone(), *source, Quantity(back)));
                    missing -= back;
                }
            }
            if missing > 0 {
                let made = Lot {
                    id: LotId(deed.new_id()),
                    item: item.clone(),
                    act: self.act,
                    received_on: self.work.on,
                    composition: Vec::new(),
                    ..lot.clone()
                };
                self.back.push((item.clone(), made.id, Quantity(missing)));
                self.lots.push(made);
            }
        }
        Ok(())
    }
}
