//! Taking an act back: by another act, never by deletion.

use crate::domain::aid::AidFault;
use crate::domain::id::DeedId;
use crate::domain::name::clean_note;
use crate::domain::staff::Right;
use crate::domain::stock::{Act, ActId, ActKind, ActLine, Quantity};
use crate::office::deed::Deed;
use crate::office::storeroom::MadeAct;
use crate::office::storeroom::moving::{known, made_before, told};
use crate::office::{Office, OfficeError};
use crate::store::aid::recipients;
use crate::store::journal::{Done, Subject};
use crate::store::log;
use crate::store::stock::acts::{self, NewAct};
use crate::store::stock::{catalogue, ledger};

/// How many acts a refusal names.
const ACTS_NAMED: usize = 3;

impl Office {
    /// Reverses an act whole, today, with a reason: everything it moved goes back into the lots it came from. Needs `Right::Issue` for an
    /// issue, `Right::KeepStock` for the rest. [`Office::undo`] of the deed that made an act does the same.
    ///
    /// Errors: `ReasonWanted`; `Aid(Reversed)` names the reversal; `Aid(IsReversal)`; `Aid(GoodsGone)` when what it brought went out since,
    /// with the acts that took it; `Aid(NoSuchAct)`.
    pub fn reverse(&mut self, deed: DeedId, act: ActId, reason: &str) -> Result<MadeAct, OfficeError> {
        let again = |deed: &mut Deed<'_>, _: &Done| made_before(deed);
        self.deed(Some(deed), None, again, |deed| {
            let (made, whole) = reverse(deed, act, reason)?;
            // The deed that made nothing but this act is taken back with it.
            if let (Some(id), Some(origin)) = (deed.given_id(), whole) {
                log::reverse(deed.tx, id, origin)?;
            }
            let on = deed.today();
            let subject = recipients::get(deed.tx, act)?
                .and_then(|row| row.family.map(Subject::Family).or_else(|| row.person.map(Subject::Person)));
            deed.journal("act-reversed", subject, &told(made.number, on, &clean_note(reason)))?;
            Ok(made)
        })
    }
}

/// Reverses inside a deed; the journal is the caller's. Says as well which deed is thereby taken back as a whole, if any.
pub(in crate::office) fn reverse(
    deed: &mut Deed<'_>,
    act: ActId,
    reason: &str,
) -> Result<(MadeAct, Option<DeedId>), OfficeError> {
    let tx = deed.tx;
    let reason = clean_note(reason);
    let Act { head, lines } = acts::get(tx, act)?.ok_or(AidFault::NoSuchAct)?;
    let right = match head.kind {
        // Whoever hands out at a campaign takes back what they themselves gave by mistake: the queue does not wait for the storekeeper.
        ActKind::Issue if is_own_of_a_campaign(deed, act)? => Right::Serve,
        ActKind::Issue => Right::Issue,
        _ => Right::KeepStock,
    };
    if !deed.staff.role.may(right) {
        return Err(OfficeError::NotAllowed(right));
    }
    if head.kind == ActKind::Reversal {
        return Err(AidFault::IsReversal.into());
    }
    if let Some((_, by)) = head.reversed_by {
        return Err(AidFault::Reversed { by }.into());
    }
    if reason.is_empty() {
        return Err(OfficeError::ReasonWanted);
    }
    let today = deed.today();
    let mut entries = ledger::of_act(tx, act)?;
    entries.iter_mut().for_each(|entry| entry.quantity = -entry.quantity);
    // What comes back is laid down before anything is taken.
    entries.sort_by_key(|entry| entry.quantity < Quantity::ZERO);
    for (place, entry) in entries.iter().enumerate().filter(|(_, entry)| entry.quantity < Quantity::ZERO) {
        let same = |other: &&crate::domain::stock::Entry| other.lot == entry.lot && other.location == entry.location;
        let before: Quantity = entries.iter().take(place + 1).filter(same).map(|other| other.quantity).sum();
        let missing = -(ledger::there(tx, &entry.location, entry.lot, today)? + before);
        if missing > Quantity::ZERO {
            let unit = known(&catalogue::read(tx)?, &entry.item)?.unit;
            let acts = ledger::took(tx, &entry.location, entry.lot, ACTS_NAMED)?;
            return Err(AidFault::GoodsGone { item: entry.item.clone(), unit, missing, acts }.into());
        }
    }
    let origin = acts::deed_of(tx, act)?;
    let is_whole = acts::of_deed(tx, origin)?.len() == 1;
    let reversal = ActId(deed.new_id());
    let new = NewAct {
        location_to: head.location_to.clone(),
        partner: head.partner.clone(),
        programme: head.programme.clone(),
        reason,
        reverses: Some(act),
        ..NewAct::of(ActKind::Reversal, today, &head.location)
    };
    let number = acts::insert(tx, reversal, deed.by()?, &new)?;
    let back =
        |line: ActLine| ActLine { flow: line.flow.back(), limit_rule: None, override_reason: String::new(), ..line };
    let lines: Vec<ActLine> = lines.into_iter().map(back).collect();
    acts::insert_lines(tx, reversal, &lines)?;
    ledger::write(tx, reversal, ActKind::Reversal, today, &entries)?;
    Ok((MadeAct { act: reversal, number }, is_whole.then_some(origin)))
}

fn is_own_of_a_campaign(deed: &Deed<'_>, act: ActId) -> Result<bool, OfficeError> {
    let is_of_a_campaign = recipients::get(deed.tx, act)?.is_some_and(|row| row.session.is_some());
    Ok(is_of_a_campaign && acts::staff_of(deed.tx, act)? == Some(deed.staff.id))
}
