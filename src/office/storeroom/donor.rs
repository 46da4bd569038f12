//! What a donor gave, and where it went.

use super::{DonorItem, DonorPage, DonorReceipt};
use crate::domain::aid::{AidCatalogue, AidFault, CatalogueThing, RecipientKind};
use crate::domain::category::CategoryCode;
use crate::domain::id::{ActId, FamilyId, LotId, PersonId};
use crate::domain::staff::Right;
use crate::domain::stock::{ActKind, ItemCode, PartnerCode, Quantity};
use crate::office::{Office, OfficeError};
use crate::store::aid::recipients;
use crate::store::stock::{acts, catalogue, donor};
use crate::store::{StoreError, Tx};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

impl Office {
    /// What came from a partner in a time (first and last day), and what became of it until today. Needs `Right::SeeStock`.
    /// Errors: `Aid(Unknown)`.
    pub fn donor(
        &mut self,
        partner: &PartnerCode,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Result<DonorPage, OfficeError> {
        self.require_now(Right::SeeStock)?;
        let (catalogue, receipts, trace, reached) = self.store.read(|tx| {
            let mut trace = Trace::default();
            let mut receipts = Vec::new();
            for id in donor::receipts(tx, partner, from, until)? {
                let Some(act) = acts::get(tx, id)? else { continue };
                let weight = act.weight();
                let head = act.head;
                receipts.push(DonorReceipt {
                    act: head.id,
                    number: head.number,
                    on: head.happened_on,
                    document: head.document,
                    weight,
                });
                for (lot, item) in donor::lots_of(tx, id)? {
                    trace.lot(tx, lot, &item)?;
                }
            }
            let reached = Reached::of(tx, &trace.issues)?;
            Ok((catalogue::read(tx)?, receipts, trace, reached))
        })?;
        if catalogue.partner(partner).is_none() {
            let fault = AidFault::Unknown { what: CatalogueThing::Partner, code: partner.to_string() };
            return Err(fault.into());
        }
        let sight = self.sight();
        let order = self.catalogue().category_codes();
        let mut categories: Vec<(CategoryCode, usize)> =
            reached.categories.into_iter().filter(|(code, _)| sight.sees(code)).collect();
        categories.sort_by_key(|(code, _)| order.iter().position(|there| there == code));
        Ok(DonorPage {
            partner: partner.clone(),
            from,
            until,
            weight: receipts.iter().map(|receipt| receipt.weight).sum(),
            receipts,
            items: trace.items(&catalogue),
            families: reached.families.len(),
            children: reached.families.values().map(|(_, children)| *children as usize).sum(),
            people: reached.families.values().map(|(adults, children)| (adults + children) as usize).sum::<usize>()
                + reached.people.len(),
            organisations: reached.organisations.len(),
            categories,
            catalogue,
        })
    }
}

/// What became of lots.
#[derive(Default)]
struct Trace {
    items: BTreeMap<ItemCode, DonorItem>,
    /// The acts by which something of them was given out, in kits too.
    issues: BTreeSet<ActId>,
}

impl Trace {
    fn lot(&mut self, tx: &Tx, lot: LotId, item: &ItemCode) -> Result<(), StoreError> {
        let nothing = || DonorItem {
            item: item.clone(),
            came: Quantity::ZERO,
            given: Quantity::ZERO,
            in_kits: Quantity::ZERO,
            written_off: Quantity::ZERO,
            left: Quantity::ZERO,
        };
        let mut found = nothing();
        for (act, kind, quantity) in donor::moved(tx, lot)? {
            found.left += quantity;
            match kind {
                ActKind::Receipt => found.came += quantity,
                ActKind::Issue => {
                    found.given += -quantity;
                    self.issues.insert(act);
                }
                ActKind::WriteOff | ActKind::Count => found.written_off += -quantity,
                ActKind::Assembly => {
                    found.in_kits += -quantity;
                    self.kits(tx, act, -quantity, &mut found)?;
                }
                // Parts that came back from kits: they are in kits no more.
                ActKind::Disassembly => found.in_kits += -quantity,
                ActKind::Transfer | ActKind::Reversal => {}
            }
        }
        let there = self.items.entry(item.clone()).or_insert_with(nothing);
        there.came += found.came;
        there.given += found.given;
        there.in_kits += found.in_kits;
        there.written_off += found.written_off;
        there.left += found.left;
        Ok(())
    }

    /// What became of so much that went into the kits of one act: each kit has its share of it.
    fn kits(&mut self, tx: &Tx, assembly: ActId, went: Quantity, found: &mut DonorItem) -> Result<(), StoreError> {
        for kit in donor::made(tx, assembly)? {
            let moved = donor::moved(tx, kit)?;
            let made = moved.iter().find(|(act, ..)| *act == assembly).map_or(0, |(.., quantity)| quantity.0);
            let share = |kits: Quantity| Quantity(if made > 0 { went.0.saturating_mul(kits.0) / made } else { 0 });
            for (act, kind, quantity) in moved {
                match kind {
                    ActKind::Issue => {
                        found.given += share(-quantity);
                        found.in_kits = found.in_kits - share(-quantity);
                        self.issues.insert(act);
                    }
                    ActKind::WriteOff | ActKind::Count => {
                        found.written_off += share(-quantity);
                        found.in_kits = found.in_kits - share(-quantity);
                    }
                    _ => {}
                }
            }
        }
        Ok(())
    }

    /// Item by item, in the order of lists.
    fn items(&self, catalogue: &AidCatalogue) -> Vec<DonorItem> {
        let in_order = catalogue.items.iter().filter_map(|item| self.items.get(&item.code));
        in_order.cloned().collect()
    }
}

/// Whom acts reached, as they were then.
#[derive(Default)]
struct Reached {
    /// Adults and children of each family, as many as it ever had at one of the acts.
    families: BTreeMap<FamilyId, (u32, u32)>,
    people: BTreeSet<PersonId>,
    organisations: BTreeSet<PartnerCode>,
    categories: BTreeMap<CategoryCode, usize>,
}

impl Reached {
    fn of(tx: &Tx, issues: &BTreeSet<ActId>) -> Result<Self, StoreError> {
        let mut reached = Self::default();
        let mut seen: BTreeSet<(Option<FamilyId>, Option<PersonId>, CategoryCode)> = BTreeSet::new();
        for act in issues {
            let Some(row) = recipients::get(tx, *act)? else { continue };
            match row.kind {
                RecipientKind::Family => {
                    if let Some(family) = row.family {
                        let there = reached.families.entry(family).or_default();
                        *there = (there.0.max(row.adults), there.1.max(row.children));
                    }
                }
                RecipientKind::Person => reached.people.extend(row.person),
                RecipientKind::Organisation => reached.organisations.extend(row.partner.clone()),
            }
            for code in row.categories.split_whitespace() {
                let code = CategoryCode(code.to_owned());
                if seen.insert((row.family, row.person, code.clone())) {
                    *reached.categories.entry(code).or_default() += 1;
                }
            }
        }
        Ok(reached)
    }
}
