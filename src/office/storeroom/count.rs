//! A count of the shelf, in three steps by two people.

use super::moving::{Moving, known, open_location, told};
use super::{Count, CountLine, CountStep};
use crate::domain::aid::AidFault;
use crate::domain::id::{ActId, CountId, DeedId, LotId, StaffId};
use crate::domain::name::clean_note;
use crate::domain::staff::Right;
use crate::domain::stock::ledger::Expired;
use crate::domain::stock::lot::Lot;
use crate::domain::stock::{ActKind, Flow, ItemCode, LocationCode, Quantity, QuantityFault};
use crate::office::deed::{Deed, Detail};
use crate::office::{Office, OfficeError};
use crate::store::Tx;
use crate::store::journal::Done;
use crate::store::stock::acts::NewAct;
use crate::store::stock::counts::CountRow;
use crate::store::stock::{balances, catalogue, counts};

impl Office {
    /// Makes the sheet: what the ledger says lies at the location. One count a location at a time. Errors: `Aid(CountUnderWay)`,
    /// `Aid(Unknown)`.
    pub fn count_begin(&mut self, deed: DeedId, location: &LocationCode) -> Result<Count, OfficeError> {
        let again = |deed: &mut Deed<'_>, _: &Done| {
            // The count of a deed has the deed's own id: nothing else says which one it began.
            shown(deed.tx, CountId(deed.given_id().ok_or(AidFault::NoSuchCount)?.0), deed.staff.id)
        };
        self.deed(Some(deed), Some(Right::KeepStock), again, |deed| {
            let (tx, on, by) = (deed.tx, deed.today(), deed.staff.id);
            open_location(&catalogue::read(tx)?, location, on)?;
            if let Some(begun_on) = counts::under_way(tx, location)? {
                return Err(AidFault::CountUnderWay { begun_on }.into());
            }
            let there = balances::sums(tx, location, on)?;
            let lines: Vec<(ItemCode, Quantity)> = there.into_iter().map(|one| (one.item, one.quantity)).collect();
            let count = CountId(deed.given_id().ok_or(AidFault::NoSuchCount)?.0);
            counts::begin(tx, count, location, by, on, &lines)?;
            deed.journal("count-begun", None, &Detail::default())?;
            shown(tx, count, by)
        })
    }

    /// Enters what was counted; again, until it is approved. Items that are not on the sheet may be entered too; what is not entered is not
    /// counted and stays as it is. Errors: `Aid(NoSuchCount)`, `Aid(Quantity)` (nothing counted is a zero and fine), `Aid(Unknown)`.
    pub fn count_enter(
        &mut self,
        deed: DeedId,
        count: CountId,
        counted: &[(ItemCode, Quantity)],
        note: &str,
    ) -> Result<Count, OfficeError> {
        let again = |deed: &mut Deed<'_>, _: &Done| shown(deed.tx, count, deed.staff.id);
        self.deed(Some(deed), Some(Right::KeepStock), again, |deed| {
            let (tx, by) = (deed.tx, deed.staff.id);
            open(tx, count)?;
            if counted.is_empty() {
                return Err(AidFault::NothingCounted.into());
            }
            let catalogue = catalogue::read(tx)?;
            for (line, (code, quantity)) in counted.iter().enumerate() {
                let item = known(&catalogue, code)?;
                match quantity.checked(item.unit) {
                    Ok(_) | Err(QuantityFault::Zero) => {}
                    Err(fault) => return Err(AidFault::Quantity { line, item: code.clone(), fault }.into()),
                }
            }
            counts::enter(tx, count, by, deed.today(), counted, &clean_note(note))?;
            deed.journal("count-entered", None, &Detail::default())?;
            shown(tx, count, by)
        })
    }

    /// Another person's word that it is so: the differences are posted as one act. Needs `Right::ApproveCount`. Errors: `Aid(SamePerson)`,
    /// `Aid(NoSuchCount)`, `Aid(NothingCounted)`, `Aid(Shortage)` where what is missing went out meanwhile.
    pub fn count_approve(&mut self, deed: DeedId, count: CountId) -> Result<Count, OfficeError> {
        let again = |deed: &mut Deed<'_>, _: &Done| shown(deed.tx, count, deed.staff.id);
        self.deed(Some(deed), Some(Right::ApproveCount), again, |deed| {
            let (tx, on, by) = (deed.tx, deed.today(), deed.staff.id);
            let row = open(tx, count)?;
            match &row.entered {
                None => return Err(AidFault::NothingCounted.into()),
                Some((_, entered_by, _)) if *entered_by == by => return Err(AidFault::SamePerson.into()),
                Some(_) => {}
            }
            let posted = post(deed, &row)?;
            counts::approve(tx, count, by, on, posted.as_ref().map(|(act, _)| *act))?;
            let detail = posted.map_or_else(Detail::default, |(_, number)| told(number, on, ""));
            deed.journal("count-approved", None, &detail)?;
            shown(tx, count, by)
        })
    }

    /// Gives a count up; nothing is posted. Errors: `Aid(NoSuchCount)`.
    pub fn count_cancel(&mut self, deed: DeedId, count: CountId) -> Result<Count, OfficeError> {
        let again = |deed: &mut Deed<'_>, _: &Done| shown(deed.tx, count, deed.staff.id);
        self.deed(Some(deed), Some(Right::KeepStock), again, |deed| {
            open(deed.tx, count)?;
            counts::cancel(deed.tx, count, deed.today())?;
            deed.journal("count-cancelled", None, &Detail::default())?;
            shown(deed.tx, count, deed.staff.id)
        })
    }

    /// A count. Needs `Right::SeeStock`. Errors: `Aid(NoSuchCount)`.
    pub fn count(&mut self, count: CountId) -> Result<Count, OfficeError> {
        self.require_now(Right::SeeStock)?;
        let me = self.staff().id;
        self.store.read(|tx| Ok(shown(tx, count, me)))?
    }

    /// Every count, the latest first. Needs `Right::SeeStock`.
    pub fn counts(&mut self) -> Result<Vec<Count>, OfficeError> {
        self.require_now(Right::SeeStock)?;
        let me = self.staff().id;
        let all = |tx: &Tx| counts::all(tx)?.into_iter().map(|row| whole(tx, row, me)).collect();
        self.store.read(|tx| Ok(all(tx)))?
    }
}

/// A count that is not over. Errors: `NoSuchCount`.
fn open(tx: &Tx, count: CountId) -> Result<CountRow, OfficeError> {
    let row = counts::get(tx, count)?.filter(|row| row.approved.is_none() && row.cancelled_on.is_none());
    row.ok_or_else(|| AidFault::NoSuchCount.into())
}

fn shown(tx: &Tx, count: CountId, me: StaffId) -> Result<Count, OfficeError> {
    whole(tx, counts::get(tx, count)?.ok_or(AidFault::NoSuchCount)?, me)
}

fn whole(tx: &Tx, row: CountRow, me: StaffId) -> Result<Count, OfficeError> {
    let catalogue = catalogue::read(tx)?;
    let step = match (&row.entered, &row.approved, row.cancelled_on) {
        (_, Some(_), _) => CountStep::Approved,
        (_, _, Some(_)) => CountStep::Cancelled,
        (Some(_), ..) => CountStep::Entered,
        (None, ..) => CountStep::Sheet,
    };
    let there = balances::sums(tx, &row.location, row.begun.0)?;
    let lies = |item: &ItemCode| there.iter().find(|one| one.item == *item).map_or(Quantity::ZERO, |one| one.quantity);
    let is_over = matches!(step, CountStep::Approved | CountStep::Cancelled);
    let mut lines: Vec<CountLine> = counts::lines(tx, row.id)?
        .into_iter()
        .map(|(item, expected, counted)| {
            // What moved since matters as long as the differences are not posted.
            let moved = if is_over { Quantity::ZERO } else { lies(&item) - expected };
            CountLine { item, expected, counted, moved }
        })
        .collect();
    let place = |line: &CountLine| catalogue.items.iter().position(|item| item.code == line.item);
    lines.sort_by_key(place);
    let named = |(on, _, name): counts::Step| (on, name);
    Ok(Count {
        id: row.id,
        location: row.location,
        step,
        is_mine: row.entered.as_ref().is_some_and(|(_, by, _)| *by == me),
        begun: named(row.begun),
        entered: row.entered.map(named),
        approved: row.approved.map(named),
        act: row.act,
        lines,
        note: row.note,
        catalogue,
    })
}

/// Posts what was counted less what was expected: what is missing is taken first expired first, what is too much becomes a lot of its own.
fn post(deed: &mut Deed<'_>, row: &CountRow) -> Result<Option<(ActId, crate::domain::stock::ActNumber)>, OfficeError> {
    let on = deed.today();
    let mut moving = Moving::begin(deed, on, &row.location)?;
    let act = ActId(deed.new_id());
    let mut lots = Vec::new();
    for (code, expected, counted) in counts::lines(deed.tx, row.id)? {
        let Some(difference) = counted.map(|counted| counted - expected).filter(|one| !one.is_zero()) else { continue };
        let item = known(&moving.catalogue, &code)?.clone();
        let line = moving.next();
        if difference < Quantity::ZERO {
            moving.take(deed, line, &item, -difference, (None, Expired::Taken))?;
            moving.line(moving.plain(&item, Flow::Out, -difference));
        } else {
            let composition = moving.catalogue.kit_on(&code, on).map(|kit| kit.parts.clone()).unwrap_or_default();
            let lot = Lot {
                id: LotId(deed.new_id()),
                item: code.clone(),
                act,
                donor: None,
                document: String::new(),
                expires_on: None,
                received_on: on,
                composition,
            };
            moving.bring(line, &code, lot.id, &row.location, difference);
            moving.line(moving.plain(&item, Flow::In, difference));
            lots.push(lot);
        }
    }
    if moving.next() == 0 {
        return Ok(None);
    }
    let new = NewAct { note: row.note.clone(), ..NewAct::of(ActKind::Count, on, &row.location) };
    let (made, _) = moving.write(deed, act, &new, &lots)?;
    Ok(Some((made.act, made.number)))
}
