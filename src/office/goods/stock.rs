//! Receipts and write-offs of a file, and the storeroom's own as a file.

use super::{FAULTS_LISTED, GoodsFault, GoodsOutcome, GoodsWrong, Progress, StockLine, exported_id, wrong};
use crate::domain::staff::Right;
use crate::domain::stock::{Act, ActId, ActKind, ActLine, Flow, Grams, LocationCode, Quantity};
use crate::office::deed::{Deed, Detail, nothing};
use crate::office::storeroom::receive::{self, Receiving};
use crate::office::storeroom::{Receipt, ReceiptLine, Removal, RemovalLine, write_off};
use crate::office::{Office, OfficeError, Run};
use crate::store::stock::{acts, ledger};
use crate::store::{StoreError, Tx};
use chrono::NaiveDate;

impl Office {
    /// Takes receipts and write-offs over, a line an act, in the order of their days; of one day what came goes first.
    ///
    /// The inner error names the lines that cannot be; nothing was written then. Errors: `NotAllowed(Import)`, those of the store.
    pub fn import_stock(
        &mut self,
        lines: &[StockLine],
        run: Run,
        progress: Progress<'_>,
    ) -> Result<Result<GoodsOutcome, Vec<GoodsFault>>, OfficeError> {
        self.goods("stock-imported", lines.len(), run, |deed| {
            let mut order: Vec<usize> = (0..lines.len()).collect();
            let day = |place: &usize| lines.get(*place).map(|line| (line.on, line.quantity < Quantity::ZERO));
            order.sort_by_key(day);
            let (mut outcome, mut faults) = (GoodsOutcome::default(), Vec::new());
            for (done, place) in order.into_iter().enumerate() {
                progress(done, lines.len());
                let Some(line) = lines.get(place) else { continue };
                match one(deed, line) {
                    Ok(true) => outcome.added += 1,
                    Ok(false) => outcome.unchanged += 1,
                    Err(OfficeError::Store(fault)) => return Err(fault.into()),
                    Err(fault) => faults.push(GoodsFault { line: place, what: wrong(fault) }),
                }
                if faults.len() >= FAULTS_LISTED {
                    break;
                }
            }
            progress(lines.len(), lines.len());
            faults.sort_by_key(|fault| fault.line);
            Ok(if faults.is_empty() { Ok(outcome) } else { Err(faults) })
        })
    }

    /// Hands every line that changed what lies in the storeroom, issues and what was taken back left out, to `each`, in the order of days.
    /// Errors: `NotAllowed(Export)`.
    pub fn export_stock(&mut self, each: &mut dyn FnMut(StockLine)) -> Result<(), OfficeError> {
        self.deed(None, Some(Right::Export), nothing, |deed| deed.journal("stock-exported", None, &Detail::default()))?;
        Ok(self.store.read(|tx| {
            for id in chronological(tx)? {
                let Some(act) = acts::get(tx, id)?.filter(Act::in_force) else { continue };
                if !matches!(act.head.kind, ActKind::Issue | ActKind::Transfer) {
                    lines_of(tx, &act, each)?;
                }
            }
            Ok(())
        })?)
    }
}

/// Every act, the oldest first.
pub(super) fn chronological(tx: &Tx) -> Result<Vec<ActId>, StoreError> {
    let (first, last) = (NaiveDate::from_ymd_opt(1900, 1, 1), NaiveDate::from_ymd_opt(9999, 12, 31));
    let mut found = acts::between(tx, first.unwrap_or_default(), last.unwrap_or_default())?;
    found.reverse();
    Ok(found)
}

/// Writes one line; false where it is there already.
fn one(deed: &mut Deed<'_>, line: &StockLine) -> Result<bool, OfficeError> {
    if let Some(known) = known(deed.tx, &line.key)? {
        return if is_same(&known, line) {
            Ok(false)
        } else {
            Err(crate::domain::aid::AidFault::KeyTaken(line.key.clone()).into())
        };
    }
    let (location, key) = (LocationCode::storeroom(), Some(line.key.clone()));
    if line.quantity < Quantity::ZERO {
        let reason = if line.document.is_empty() { &line.key } else { &line.document };
        let removal = Removal {
            on: line.on,
            location,
            lines: vec![RemovalLine { item: line.item.clone(), quantity: -line.quantity, lot: None }],
            reason: reason.clone(),
            note: String::new(),
        };
        write_off::write_off(deed, &removal, key)?;
    } else {
        let receipt = Receipt {
            on: line.on,
            location,
            partner: line.partner.clone(),
            document: line.document.clone(),
            lines: vec![ReceiptLine {
                item: line.item.clone(),
                quantity: line.quantity,
                weight: line.weight,
                expires_on: line.expires_on,
            }],
            note: String::new(),
        };
        receive::receive(deed, &receipt, &Receiving::Imported { key })?;
    }
    Ok(true)
}

/// What the office has under this key: the act's day and the line.
fn known(tx: &Tx, key: &str) -> Result<Option<(NaiveDate, ActLine)>, StoreError> {
    let (act, line) = match acts::by_key(tx, ActKind::Receipt, key)? {
        Some(act) => (act, 0),
        None => match exported_id(key) {
            Some((act, Some(line))) => (act, line),
            _ => return Ok(None),
        },
    };
    let act = acts::get(tx, act)?;
    Ok(act.and_then(|act| Some((act.head.happened_on, act.lines.into_iter().nth(line)?))))
}

fn is_same((on, there): &(NaiveDate, ActLine), line: &StockLine) -> bool {
    *on == line.on && there.item == line.item && there.flow.signed(there.quantity) == line.quantity
}

/// The lines of an act as an import reads them: an act with a key of its own has one line.
fn lines_of(tx: &Tx, act: &Act, each: &mut dyn FnMut(StockLine)) -> Result<(), StoreError> {
    let entries = ledger::of_act(tx, act.head.id)?;
    for (place, line) in act.lines.iter().enumerate() {
        let key = match &act.head.key {
            Some(key) if act.lines.len() == 1 => key.clone(),
            _ => format!("{}/{place}", act.head.id),
        };
        let mut expires_on = None;
        let mut donor = act.head.partner.clone();
        if line.flow == Flow::In
            && let Some(entry) = entries.iter().find(|entry| entry.line == place)
            && let Some(lot) = ledger::lot(tx, entry.lot)?
        {
            (expires_on, donor) = (lot.expires_on, donor.or(lot.donor));
        }
        // An import without a word of why gave the key as the reason: it is not said twice.
        let reason = Some(&act.head.reason).filter(|reason| !reason.is_empty() && **reason != key);
        let reason = reason.unwrap_or(&act.head.document);
        let own_weight = line.weight.filter(|weight| weight.0 != line.quantity.0);
        each(StockLine {
            key,
            on: act.head.happened_on,
            item: line.item.clone(),
            quantity: line.flow.signed(line.quantity),
            weight: own_weight.map(|weight| Grams(weight.0)),
            partner: donor.filter(|_| line.flow == Flow::In),
            document: if line.flow == Flow::In { act.head.document.clone() } else { reason.clone() },
            expires_on,
        });
    }
    Ok(())
}

/// For the other half of the room: a refusal that only a row can explain.
pub(super) fn of_row(line: usize, what: GoodsWrong) -> GoodsFault {
    GoodsFault { line, what }
}
