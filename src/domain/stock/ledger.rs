//! What an act changes, lot by lot, and which lots are taken first.

use super::lot::Shelved;
use super::quantity::Quantity;
use super::{ItemCode, LocationCode, LotId};
use chrono::NaiveDate;

/// One signed difference of the ledger.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// The line of the act it belongs to, from 0.
    pub line: usize,
    /// Of what.
    pub item: ItemCode,
    /// Of which lot.
    pub lot: LotId,
    /// Where.
    pub location: LocationCode,
    /// How much, below zero for what went.
    pub quantity: Quantity,
}

/// So much of a lot is taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pick {
    /// The lot.
    pub lot: LotId,
    /// How much of it, above zero.
    pub quantity: Quantity,
}

/// Whether lots past their last day are taken too.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Expired {
    /// Never given to people.
    Left,
    /// Written off, moved, counted: first of all.
    Taken,
}

/// Takes so much from lots: first what expires first, what never expires last, of the same day what came first. `taken` is what earlier
/// lines of the same act took. Errors: how much there was.
pub fn pick(
    shelf: &[Shelved],
    taken: &[Pick],
    wanted: Quantity,
    day: NaiveDate,
    expired: Expired,
) -> Result<Vec<Pick>, Quantity> {
    let mut lots: Vec<&Shelved> =
        shelf.iter().filter(|lot| expired == Expired::Taken || !lot.is_expired_on(day)).collect();
    lots.sort_by_key(|lot| (lot.expires_on.is_none(), lot.expires_on, lot.received_on, lot.lot));
    let mut picks = Vec::new();
    let mut missing = wanted;
    for lot in lots {
        let gone: Quantity = taken.iter().filter(|pick| pick.lot == lot.lot).map(|pick| pick.quantity).sum();
        let quantity = (lot.quantity - gone).min(missing);
        if quantity > Quantity::ZERO {
            picks.push(Pick { lot: lot.lot, quantity });
            missing = missing - quantity;
        }
        if missing.is_zero() {
            return Ok(picks);
        }
    }
    Err(wanted - missing)
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn lot(id: u128, quantity: i64, expires: Option<u32>, received: u32) -> Shelved {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        Shelved {
            lot: LotId(Uuid::from_u128(id)),
            quantity: Quantity(quantity),
            expires_on: expires.map(day),
            received_on: day(received),
        }
    }

    fn ids(picks: &[Pick]) -> Vec<(u128, i64)> {
        picks.iter().map(|pick| (pick.lot.0.as_u128(), pick.quantity.0)).collect()
    }

    #[test]
    fn first_expired_goes_first_and_what_never_expires_last() {
        let shelf = [lot(1, 5, None, 1), lot(2, 2, Some(28), 9), lot(3, 2, Some(25), 9), lot(4, 9, None, 2)];
        let day = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let picks = pick(&shelf, &[], Quantity(10), day, Expired::Left).unwrap();
        assert_eq!(ids(&picks), [(3, 2), (2, 2), (1, 5), (4, 1)]);
        let later = pick(&shelf, &picks, Quantity(8), day, Expired::Left).unwrap();
        assert_eq!(ids(&later), [(4, 8)]);
        assert_eq!(pick(&shelf, &picks, Quantity(9), day, Expired::Left), Err(Quantity(8)));
    }

    #[test]
    fn an_expired_lot_is_not_given_out_but_written_off_first() {
        let shelf = [lot(1, 5, Some(25), 1), lot(2, 2, Some(20), 9)];
        let day = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        assert_eq!(pick(&shelf, &[], Quantity(6), day, Expired::Left), Err(Quantity(5)));
        assert_eq!(ids(&pick(&shelf, &[], Quantity(3), day, Expired::Taken).unwrap()), [(2, 2), (1, 1)]);
        // On its last day it is still good.
        let last = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
        assert_eq!(ids(&pick(&shelf, &[], Quantity(3), last, Expired::Left).unwrap()), [(2, 2), (1, 1)]);
    }
}
