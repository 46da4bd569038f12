//! What lies where, and how it goes.

use super::{BalanceRow, Balances, LotRow, SOON_DAYS, WEEKS};
use crate::domain::aid::AidCatalogue;
use crate::domain::staff::Right;
use crate::domain::stock::{Grams, Item, LocationCode, Quantity};
use crate::office::storeroom::moving::open_location;
use crate::office::{Office, OfficeError};
use crate::store::stock::balances::LotThere;
use crate::store::stock::{balances, catalogue};
use chrono::{Datelike, Days, NaiveDate};
use std::collections::BTreeMap;

/// Over how many weeks the pace is taken.
const PACE_WEEKS: i64 = 4;

impl Office {
    /// What lies at a location (none: everywhere together), with the pace at which it goes. Needs `Right::SeeStock`.
    /// Errors: `Aid(Unknown)`.
    pub fn balances(&mut self, location: Option<&LocationCode>) -> Result<Balances, OfficeError> {
        self.require_now(Right::SeeStock)?;
        let on = self.clock().now().date_naive();
        // Weeks go from Monday to Sunday; this one is the last, as far as it has come.
        let monday = on - Days::new(u64::from(on.weekday().num_days_from_monday()));
        let first = monday - Days::new(7 * (WEEKS as u64 - 1));
        let (catalogue, lots, gone) = self.store.read(|tx| {
            let catalogue = catalogue::read(tx)?;
            let places: Vec<LocationCode> = match location {
                Some(location) => vec![location.clone()],
                None => catalogue.locations.iter().map(|location| location.code.clone()).collect(),
            };
            let (mut lots, mut gone) = (Vec::new(), Vec::new());
            for place in &places {
                lots.extend(balances::lots(tx, place)?);
                gone.extend(balances::outgoing(tx, place, first)?);
            }
            Ok((catalogue, lots, gone))
        })?;
        if let Some(location) = location {
            // A location that is switched off may still have something lying there.
            open_location(&catalogue, location, NaiveDate::MIN)?;
        }
        let mut by_item: BTreeMap<&str, Vec<&LotThere>> = BTreeMap::new();
        for lot in &lots {
            by_item.entry(lot.item.as_str()).or_default().push(lot);
        }
        let mut weeks: BTreeMap<&str, [i64; WEEKS]> = BTreeMap::new();
        let mut pace: BTreeMap<&str, i64> = BTreeMap::new();
        for (item, day, quantity) in &gone {
            let week = usize::try_from((*day - first).num_days() / 7).unwrap_or(usize::MAX);
            if let Some(there) = weeks.entry(item.as_str()).or_insert([0; WEEKS]).get_mut(week) {
                *there += quantity;
            }
            if (on - *day).num_days() < PACE_WEEKS * 7 {
                *pace.entry(item.as_str()).or_default() += quantity;
            }
        }
        let rows = catalogue.items.iter().filter_map(|item| {
            let there = by_item.get(item.code.as_str()).map_or(&[][..], Vec::as_slice);
            let gone = weeks.get(item.code.as_str()).copied().unwrap_or([0; WEEKS]);
            let is_kept = !there.is_empty() || item.low_level.is_some() || gone != [0; WEEKS];
            let pace = pace.get(item.code.as_str()).copied().unwrap_or_default();
            is_kept.then(|| row(&catalogue, item, there, (gone, pace), on))
        });
        Ok(Balances { location: location.cloned(), on, rows: rows.collect(), catalogue: catalogue.clone() })
    }
}

impl Office {
    /// Adds the whole ledger up: how many balances there are, or how many of them say something else. Needs `Right::SeeStock`.
    pub fn verify_stock(&mut self) -> Result<Result<u64, u64>, OfficeError> {
        self.require_now(Right::SeeStock)?;
        let (all, wrong) = self.store.read(balances::checked)?;
        Ok(if wrong == 0 { Ok(all) } else { Err(wrong) })
    }
}

fn row(
    catalogue: &AidCatalogue,
    item: &Item,
    there: &[&LotThere],
    (weeks, pace): ([i64; WEEKS], i64),
    on: NaiveDate,
) -> BalanceRow {
    let sum = |of: &dyn Fn(&LotThere) -> bool| -> Quantity {
        there.iter().filter(|lot| of(lot)).map(|lot| lot.quantity).sum()
    };
    let quantity = sum(&|_| true);
    let expired = sum(&|lot| lot.expires_on.is_some_and(|last| last < on));
    let until = on + Days::new(SOON_DAYS.unsigned_abs());
    let soon = sum(&|lot| lot.expires_on.is_some_and(|last| on <= last && last <= until));
    let good = quantity - expired;
    let days_left = (pace > 0).then(|| good.0.saturating_mul(PACE_WEEKS * 7) / pace);
    let weights: Option<Grams> = there.iter().map(|lot| catalogue.weight(item, lot.quantity, &lot.composition)).sum();
    BalanceRow {
        item: item.code.clone(),
        quantity,
        weight: weights,
        weeks,
        days_left: days_left.and_then(|days| u32::try_from(days).ok()),
        low: item.low_level.is_some_and(|level| good <= level),
        expired,
        soon,
        expires_on: there.iter().filter_map(|lot| lot.expires_on).min(),
        lots: there
            .iter()
            .map(|lot| LotRow {
                lot: lot.lot,
                location: lot.location.clone(),
                quantity: lot.quantity,
                donor: lot.donor.clone(),
                document: lot.document.clone(),
                expires_on: lot.expires_on,
                received_on: lot.received_on,
                composition: lot.composition.clone(),
            })
            .collect(),
    }
}
