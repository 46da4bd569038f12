//! What moved of an item.

use super::{MOVEMENTS_A_PAGE, Movement, Movements, MovementsFrom};
use crate::domain::staff::Right;
use crate::domain::stock::{ItemCode, LocationCode};
use crate::office::{Office, OfficeError};
use crate::store::stock::movements;

impl Office {
    /// A page of what moved of an item, the latest first; `from` is `Movements::next` of the page before. Needs `Right::SeeStock`.
    pub fn movements(
        &mut self,
        item: &ItemCode,
        location: Option<&LocationCode>,
        from: Option<&MovementsFrom>,
    ) -> Result<Movements, OfficeError> {
        self.require_now(Right::SeeStock)?;
        let (lies, rows) = self.store.read(|tx| {
            let lies = match from {
                Some(from) => from.balance,
                None => movements::lies(tx, item, location)?,
            };
            let before = from.map(|from| (from.on, from.act));
            // One more than a page has says whether there is another.
            Ok((lies, movements::page(tx, item, location, before, MOVEMENTS_A_PAGE + 1)?))
        })?;
        let is_more = rows.len() > MOVEMENTS_A_PAGE;
        let mut balance = lies;
        let rows: Vec<Movement> = rows
            .into_iter()
            .take(MOVEMENTS_A_PAGE)
            .map(|row| {
                let after = balance;
                balance = balance - row.quantity;
                Movement {
                    act: row.act,
                    number: row.number,
                    kind: row.kind,
                    on: row.on,
                    quantity: row.quantity,
                    balance: after,
                    name: row.name,
                    family: row.family,
                    staff: row.staff,
                    reversed: row.reversed,
                }
            })
            .collect();
        let next = rows.last().filter(|_| is_more).map(|last| MovementsFrom { on: last.on, act: last.act, balance });
        Ok(Movements { item: item.clone(), location: location.cloned(), rows, next })
    }
}
