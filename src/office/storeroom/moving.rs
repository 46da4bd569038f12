//! The one way in which goods move: lines become picked lots, an act with its number, and entries of the ledger.
//!
//! Everything is asked before anything is written, so that a refusal names the line; the checks of the tables stand behind it, for what
//! nobody thought of.

use super::MadeAct;
use crate::domain::aid::{AidCatalogue, AidFault, CatalogueThing, Location, Shortage};
use crate::domain::date::show;
use crate::domain::merge::Change;
use crate::domain::stock::ledger::{Expired, pick};
use crate::domain::stock::lot::Lot;
use crate::domain::stock::{
    ActId, ActLine, ActNumber, Entry, Flow, Item, ItemCode, LocationCode, LotId, Pick, Quantity,
};
use crate::office::OfficeError;
use crate::office::deed::{Deed, Detail, KeptChange};
use crate::store::stock::acts::NewAct;
use crate::store::stock::{acts, balances, catalogue, ledger};
use chrono::NaiveDate;

/// An act under way.
pub(in crate::office) struct Moving {
    pub(in crate::office) catalogue: AidCatalogue,
    on: NaiveDate,
    location: LocationCode,
    lines: Vec<ActLine>,
    entries: Vec<Entry>,
    taken: Vec<Pick>,
}

impl Moving {
    /// Begins an act of a day at a location. Errors: `FutureDate`; `Unknown` or `Off` for the location.
    pub(in crate::office) fn begin(
        deed: &Deed<'_>,
        on: NaiveDate,
        location: &LocationCode,
    ) -> Result<Self, OfficeError> {
        if on > deed.today() {
            return Err(AidFault::FutureDate(on).into());
        }
        let catalogue = catalogue::read(deed.tx)?;
        open_location(&catalogue, location, on)?;
        let (lines, entries, taken) = (Vec::new(), Vec::new(), Vec::new());
        Ok(Self { catalogue, on, location: location.clone(), lines, entries, taken })
    }

    /// The number of the next line.
    pub(in crate::office) fn next(&self) -> usize {
        self.lines.len()
    }

    /// An item, and that so much of it can stand on a line. Errors: `Unknown`, `Quantity`.
    pub(in crate::office) fn item(
        &self,
        line: usize,
        code: &ItemCode,
        quantity: Quantity,
    ) -> Result<Item, OfficeError> {
        let item = known(&self.catalogue, code)?;
        quantity.checked(item.unit).map_err(|fault| AidFault::Quantity { line, item: code.clone(), fault })?;
        Ok(item.clone())
    }

    /// Takes so much from the shelf for a line. Errors: `Shortage`; `Unknown` and `ExpiredLot` for a lot that was asked for.
    pub(in crate::office) fn take(
        &mut self,
        deed: &Deed<'_>,
        line: usize,
        item: &Item,
        quantity: Quantity,
        how: (Option<LotId>, Expired),
    ) -> Result<Vec<Pick>, OfficeError> {
        let picks = self.choose(deed, line, item, quantity, how)?;
        self.went(line, item, &picks);
        Ok(picks)
    }

    /// What was chosen goes, on a line of the paper.
    pub(in crate::office) fn went(&mut self, line: usize, item: &Item, picks: &[Pick]) {
        self.entries.extend(picks.iter().map(|pick| Entry {
            line,
            item: item.code.clone(),
            lot: pick.lot,
            location: self.location.clone(),
            quantity: -pick.quantity,
        }));
    }

    /// Chooses the lots of a line; [`Moving::went`] takes them. `line` is the one that a refusal names. Errors: as of [`Moving::take`].
    pub(in crate::office) fn choose(
        &mut self,
        deed: &Deed<'_>,
        line: usize,
        item: &Item,
        quantity: Quantity,
        (lot, expired): (Option<LotId>, Expired),
    ) -> Result<Vec<Pick>, OfficeError> {
        let mut shelf = ledger::shelf(deed.tx, &self.location, &item.code, self.on)?;
        if let Some(lot) = lot {
            let Some(there) = ledger::lot(deed.tx, lot)?.filter(|there| there.item == item.code) else {
                return Err(AidFault::Unknown { what: CatalogueThing::Lot, code: item.code.to_string() }.into());
            };
            if let Some(expires_on) = there.expires_on.filter(|last| expired == Expired::Left && *last < self.on) {
                return Err(AidFault::ExpiredLot { line, item: item.code.clone(), expires_on }.into());
            }
            shelf.retain(|shelved| shelved.lot == lot);
        }
        match pick(&shelf, &self.taken, quantity, self.on, expired) {
            Ok(picks) => {
                self.taken.extend(&picks);
                Ok(picks)
            }
            Err(left) => {
                let past = shelf.iter().filter(|lot| expired == Expired::Left && lot.is_expired_on(self.on));
                let missing = Shortage {
                    line,
                    item: item.code.clone(),
                    unit: item.unit,
                    wanted: quantity,
                    left,
                    expired: past.map(|lot| lot.quantity).sum(),
                    instead: self.instead(deed, item)?,
                };
                Err(AidFault::Shortage(Box::new(missing)).into())
            }
        }
    }

    /// What of the same group lies there and can be given.
    fn instead(
        &self,
        deed: &Deed<'_>,
        item: &Item,
    ) -> Result<Vec<(ItemCode, crate::domain::stock::Unit, Quantity)>, OfficeError> {
        let there = balances::sums(deed.tx, &self.location, self.on)?;
        let of_group = |code: &ItemCode| {
            let other = self.catalogue.item(code)?;
            (other.group == item.group && other.code != item.code).then_some(other.unit)
        };
        let found = there.into_iter().filter_map(|one| {
            let good = one.quantity - one.expired;
            Some((one.item.clone(), of_group(&one.item)?, good)).filter(|(.., good)| *good > Quantity::ZERO)
        });
        Ok(found.collect())
    }

    /// Lays so much of a lot on a shelf for a line.
    pub(in crate::office) fn bring(
        &mut self,
        line: usize,
        item: &ItemCode,
        lot: LotId,
        location: &LocationCode,
        quantity: Quantity,
    ) {
        self.entries.push(Entry { line, item: item.clone(), lot, location: location.clone(), quantity });
    }

    /// Adds a line to the paper.
    pub(in crate::office) fn line(&mut self, line: ActLine) {
        self.lines.push(line);
    }

    /// A line that says nothing but what and how much.
    pub(in crate::office) fn plain(&self, item: &Item, flow: Flow, quantity: Quantity) -> ActLine {
        ActLine {
            item: item.code.clone(),
            flow,
            quantity,
            weight: self.catalogue.weight(item, quantity, &[]),
            composition: Vec::new(),
            limit_rule: None,
            override_reason: String::new(),
        }
    }

    /// Writes act, lines, lots and ledger under an id that was made before, with the next number of the year. Errors: `Empty`, `KeyTaken`.
    pub(in crate::office) fn write(
        self,
        deed: &Deed<'_>,
        act: ActId,
        new: &NewAct,
        lots: &[Lot],
    ) -> Result<(MadeAct, Vec<ActLine>), OfficeError> {
        if self.lines.is_empty() {
            return Err(AidFault::Empty.into());
        }
        let tx = deed.tx;
        if let Some(key) = &new.key
            && acts::by_key(tx, new.kind, key)?.is_some()
        {
            return Err(AidFault::KeyTaken(key.clone()).into());
        }
        let number = acts::insert(tx, act, deed.by()?, new)?;
        acts::insert_lines(tx, act, &self.lines)?;
        for lot in lots {
            ledger::add_lot(tx, lot)?;
        }
        ledger::write(tx, act, new.kind, new.on, &self.entries)?;
        Ok((MadeAct { act, number }, self.lines))
    }
}

/// An item of the catalogue. Errors: `Unknown`.
pub(in crate::office) fn known<'c>(catalogue: &'c AidCatalogue, code: &ItemCode) -> Result<&'c Item, AidFault> {
    catalogue.item(code).ok_or_else(|| AidFault::Unknown { what: CatalogueThing::Item, code: code.to_string() })
}

/// A location at which goods can move on a day. Errors: `Unknown`, `Off`.
pub(in crate::office) fn open_location<'c>(
    catalogue: &'c AidCatalogue,
    code: &LocationCode,
    on: NaiveDate,
) -> Result<&'c Location, AidFault> {
    let what = CatalogueThing::Location;
    let location = catalogue.location(code).ok_or_else(|| AidFault::Unknown { what, code: code.to_string() })?;
    match location.off_since.filter(|since| *since <= on) {
        Some(since) => Err(AidFault::Off { what, code: code.to_string(), since }),
        None => Ok(location),
    }
}

/// What the journal keeps of an act: its number and its day.
pub(in crate::office) fn told(number: ActNumber, on: NaiveDate, note: &str) -> Detail {
    let change = |field: &str, after: String| KeptChange {
        change: Change { person: None, field: field.to_owned(), before: String::new(), after },
        needs: Vec::new(),
    };
    let changes = vec![change("act", number.to_string()), change("on", show(on))];
    Detail { changes, note: note.to_owned(), ..Detail::default() }
}

/// The act that an earlier press of the same key made.
pub(in crate::office) fn made_before(deed: &Deed<'_>) -> Result<MadeAct, OfficeError> {
    let act =
        deed.given_id().map(|id| acts::of_deed(deed.tx, id)).transpose()?.and_then(|acts| acts.into_iter().next());
    let act = act.map(|act| acts::get(deed.tx, act)).transpose()?.flatten().ok_or(AidFault::NoSuchAct)?;
    Ok(MadeAct { act: act.head.id, number: act.head.number })
}
