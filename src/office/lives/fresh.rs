//! Whether another desk changed the very thing that an event changes, since this desk read the card. Who comes, goes or is closed is known
//! by the state itself; a name, an address, a head and a category are not: the second would silently take the first one's place.

use super::super::OfficeError;
use crate::domain::family::FamilyCard;
use crate::domain::id::DeedId;
use crate::domain::life::LifeEvent;
use crate::store::Tx;
use crate::store::log::{self, Fact};
use std::collections::HashSet;

/// Errors: `ChangedMeanwhile` with who changed it and when.
pub(super) fn check(
    tx: &Tx,
    card: &FamilyCard,
    event: &LifeEvent,
    read: i64,
    own: &HashSet<DeedId>,
) -> Result<(), OfficeError> {
    let fact = match event {
        LifeEvent::MovedHouse { kind, .. } => Fact::Address(card.id, *kind),
        LifeEvent::HeadChanged { .. } => Fact::Head(card.id),
        LifeEvent::Renamed { person, .. } => Fact::Name(*person),
        LifeEvent::CategoryEnded { person, code, .. } | LifeEvent::CategoryRenewed { person, code, .. } => match person
        {
            Some(person) => Fact::CategoryOfPerson(*person, code.clone()),
            None => Fact::CategoryOfFamily(card.id, code.clone()),
        },
        _ => return Ok(()),
    };
    for deed in log::changed_since(tx, &fact, read)? {
        if own.contains(&deed) || log::reversal_of(tx, deed)?.is_some() {
            continue;
        }
        if let Some(line) = log::line(tx, deed)? {
            return Err(OfficeError::ChangedMeanwhile { by: line.by, at: line.at, action: line.action });
        }
    }
    Ok(())
}
