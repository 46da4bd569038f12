//! The catalogues of the emergency help room as rows. What hangs on an entry (parts, grounds, sets) is rows of its own, found by keys
//! that two offices' files share; what is no longer so is voided.

use rusqlite::types::FromSqlError;
use rusqlite::{Row, params};
use std::collections::BTreeMap;

use super::super::columns::{Day, day};
use super::super::{StoreError, Tx};
use crate::domain::aid::{LocationKind, PartnerRole};
use crate::domain::catalogue::aid::{Composition, Item, Limit, Location, Partner, Programme};
use crate::domain::catalogue::{About, Entry, Kind};
use crate::domain::category::CategoryCode;
use crate::domain::limit::{self, Measure, Per, Period};
use crate::domain::stock::{Grams, GroupCode, ItemCode, KitPart, Quantity, Unit};
use chrono::NaiveDate;

/// The columns of a kind behind code, names, position and the day since which it is off.
pub(super) fn select(kind: Kind) -> &'static str {
    match kind {
        Kind::Item => {
            "SELECT code, name, name_en, position, off_since, item_group, unit, standard_weight, tracks_expiry, low_level
             FROM item"
        }
        Kind::Programme => "SELECT code, name, name_en, position, off_since, starts_on, ends_on FROM programme",
        Kind::Partner => {
            "SELECT code, name, name_en, position, off_since, role, edrpou, contact, for_thanks FROM partner"
        }
        Kind::Location => "SELECT code, name, name_en, position, off_since, kind FROM location",
        _ => {
            "SELECT code, name, name_en, position, off_since, item, item_group, period, period_count, measure, amount, per
             FROM limit_rule"
        }
    }
}

/// What a row says behind its first five columns; what hangs on it comes with [`complete`].
pub(super) fn about_of(row: &Row<'_>, kind: Kind) -> rusqlite::Result<About> {
    let text = |place: usize| row.get::<_, String>(place);
    Ok(match kind {
        Kind::Item => About::Item(Item {
            group: text(5)?,
            unit: word(row, 6, &Unit::ALL, Unit::code)?,
            weight: row.get::<_, Option<i64>>(7)?.map(Grams),
            expires: row.get(8)?,
            low: row.get::<_, Option<i64>>(9)?.map(Quantity),
            compositions: Vec::new(),
        }),
        Kind::Programme => About::Programme(Programme {
            grounds: Vec::new(),
            set: Vec::new(),
            starts_on: row.get::<_, Option<Day>>(5)?.map(|day| day.0),
            ends_on: row.get::<_, Option<Day>>(6)?.map(|day| day.0),
        }),
        Kind::Partner => About::Partner(Partner {
            role: word(row, 5, &PartnerRole::ALL, PartnerRole::code)?,
            edrpou: text(6)?,
            contact: text(7)?,
            for_thanks: text(8)?,
        }),
        Kind::Location => About::Location(Location { kind: word(row, 5, &LocationKind::ALL, LocationKind::code)? }),
        _ => {
            let of = match row.get::<_, Option<String>>(5)? {
                Some(item) => limit::About::Item(ItemCode(item)),
                None => limit::About::Group(GroupCode(row.get::<_, Option<String>>(6)?.unwrap_or_default())),
            };
            About::Limit(Limit {
                of,
                period: Period::of(&text(7)?, row.get(8)?).ok_or(FromSqlError::InvalidType)?,
                measure: word(row, 9, &Measure::ALL, Measure::code)?,
                amount: row.get(10)?,
                per: word(row, 11, &Per::ALL, Per::code)?,
                categories: Vec::new(),
            })
        }
    })
}

/// A word of a closed list. A word that stands for nothing is a damaged file, never a guess.
fn word<T: Copy>(row: &Row<'_>, place: usize, all: &[T], code: fn(T) -> &'static str) -> rusqlite::Result<T> {
    let text: String = row.get(place)?;
    all.iter().copied().find(|one| code(*one) == text).ok_or_else(|| FromSqlError::InvalidType.into())
}

/// Brings the entries of a kind what hangs on them.
pub(super) fn complete(tx: &Tx, kind: Kind, entries: &mut [Entry]) -> Result<(), StoreError> {
    match kind {
        Kind::Item => {
            let mut compositions = compositions(tx)?;
            for entry in entries {
                if let About::Item(item) = &mut entry.about {
                    item.compositions = compositions.remove(&entry.code).unwrap_or_default();
                }
            }
        }
        Kind::Programme => {
            let mut grounds =
                words(tx, "SELECT programme, category FROM programme_ground WHERE voided = 0 ORDER BY key")?;
            let mut sets = parts(
                tx,
                "SELECT programme, item, quantity FROM programme_set WHERE voided = 0 ORDER BY programme, position, item",
            )?;
            for entry in entries {
                if let About::Programme(programme) = &mut entry.about {
                    programme.grounds = grounds.remove(&entry.code).unwrap_or_default();
                    programme.set = sets.remove(&entry.code).unwrap_or_default();
                }
            }
        }
        Kind::Limit => {
            let mut categories =
                words(tx, "SELECT rule, category FROM limit_rule_category WHERE voided = 0 ORDER BY key")?;
            for entry in entries {
                if let About::Limit(limit) = &mut entry.about {
                    limit.categories = categories.remove(&entry.code).unwrap_or_default();
                }
            }
        }
        _ => {}
    }
    Ok(())
}

/// The compositions of every kit, the latest first. One whose parts are all voided is none.
fn compositions(tx: &Tx) -> Result<BTreeMap<String, Vec<Composition>>, StoreError> {
    let mut parts =
        parts(tx, "SELECT version, item, quantity FROM kit_part WHERE voided = 0 ORDER BY version, position, item")?;
    let mut statement =
        tx.prepare_cached("SELECT item, from_on, key FROM kit_version WHERE voided = 0 ORDER BY item, from_on DESC")?;
    let rows = statement
        .query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, Day>(1)?.0, row.get::<_, String>(2)?)))?;
    let mut all: BTreeMap<String, Vec<Composition>> = BTreeMap::new();
    for row in rows {
        let (item, since, key) = row?;
        if let Some(parts) = parts.remove(&key) {
            all.entry(item).or_default().push(Composition { since, parts });
        }
    }
    Ok(all)
}

/// Categories by the code they hang on.
fn words(tx: &Tx, question: &str) -> Result<BTreeMap<String, Vec<CategoryCode>>, StoreError> {
    let mut statement = tx.prepare_cached(question)?;
    let mut all: BTreeMap<String, Vec<CategoryCode>> = BTreeMap::new();
    for row in statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))? {
        let (of, word): (String, String) = row?;
        all.entry(of).or_default().push(CategoryCode(word));
    }
    Ok(all)
}

/// Parts by the key they hang on.
fn parts(tx: &Tx, question: &str) -> Result<BTreeMap<String, Vec<KitPart>>, StoreError> {
    let mut statement = tx.prepare_cached(question)?;
    let mut all: BTreeMap<String, Vec<KitPart>> = BTreeMap::new();
    for row in statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))? {
        let (of, item, quantity): (String, String, i64) = row?;
        all.entry(of).or_default().push(KitPart { item: ItemCode(item), quantity: Quantity(quantity) });
    }
    Ok(all)
}

/// Adds the row of an entry, or writes what may change of it, and what hangs on it.
pub(super) fn put(tx: &Tx, entry: &Entry) -> Result<(), StoreError> {
    let (code, name, name_en, position) = (&entry.code, &entry.name, &entry.name_en, entry.position);
    match &entry.about {
        About::Item(item) => {
            tx.prepare_cached(
                "INSERT INTO item (code, name, name_en, position, item_group, unit, standard_weight, tracks_expiry, low_level)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                 ON CONFLICT (code) DO UPDATE SET name = excluded.name, name_en = excluded.name_en, position = excluded.position,
                     item_group = excluded.item_group, unit = excluded.unit, standard_weight = excluded.standard_weight,
                     tracks_expiry = excluded.tracks_expiry, low_level = excluded.low_level",
            )?
            .execute(params![
                code,
                name,
                name_en,
                position,
                item.group,
                item.unit.code(),
                item.weight.map(|weight| weight.0),
                item.expires,
                item.low.map(|low| low.0)
            ])?;
            put_compositions(tx, code, &item.compositions)
        }
        About::Programme(programme) => {
            tx.prepare_cached(
                "INSERT INTO programme (code, name, name_en, position, starts_on, ends_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (code) DO UPDATE SET name = excluded.name, name_en = excluded.name_en, position = excluded.position,
                     starts_on = excluded.starts_on, ends_on = excluded.ends_on",
            )?
            .execute(params![code, name, name_en, position, day(programme.starts_on), day(programme.ends_on)])?;
            put_words(
                tx,
                code,
                &programme.grounds,
                "UPDATE programme_ground SET voided = 1 WHERE programme = ?1 AND voided = 0 AND NOT instr(?2, ' ' || category || ' ')",
                "INSERT INTO programme_ground (key, programme, category) VALUES (?1 || '/' || ?2, ?1, ?2)
                 ON CONFLICT (key) DO UPDATE SET voided = 0",
            )?;
            put_set(tx, code, &programme.set)
        }
        About::Partner(partner) => {
            tx.prepare_cached(
                "INSERT INTO partner (code, name, name_en, position, role, edrpou, contact, for_thanks)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                 ON CONFLICT (code) DO UPDATE SET name = excluded.name, name_en = excluded.name_en, position = excluded.position,
                     role = excluded.role, edrpou = excluded.edrpou, contact = excluded.contact, for_thanks = excluded.for_thanks",
            )?
            .execute(params![
                code,
                name,
                name_en,
                position,
                partner.role.code(),
                partner.edrpou,
                partner.contact,
                partner.for_thanks
            ])?;
            Ok(())
        }
        About::Location(location) => {
            tx.prepare_cached(
                "INSERT INTO location (code, name, name_en, position, kind) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (code) DO UPDATE SET name = excluded.name, name_en = excluded.name_en, position = excluded.position,
                     kind = excluded.kind",
            )?
            .execute(params![code, name, name_en, position, location.kind.code()])?;
            Ok(())
        }
        About::Limit(limit) => {
            let (item, group) = match &limit.of {
                limit::About::Item(code) => (Some(code.as_str()), None),
                limit::About::Group(code) => (None, Some(code.as_str())),
            };
            tx.prepare_cached(
                "INSERT INTO limit_rule (code, name, name_en, position, item, item_group, period, period_count, measure, amount, per)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
                 ON CONFLICT (code) DO UPDATE SET name = excluded.name, name_en = excluded.name_en, position = excluded.position,
                     item = excluded.item, item_group = excluded.item_group, period = excluded.period,
                     period_count = excluded.period_count, measure = excluded.measure, amount = excluded.amount, per = excluded.per",
            )?
            .execute(params![
                code,
                name,
                name_en,
                position,
                item,
                group,
                limit.period.code(),
                limit.period.count(),
                limit.measure.code(),
                limit.amount,
                limit.per.code()
            ])?;
            put_words(
                tx,
                code,
                &limit.categories,
                "UPDATE limit_rule_category SET voided = 1 WHERE rule = ?1 AND voided = 0 AND NOT instr(?2, ' ' || category || ' ')",
                "INSERT INTO limit_rule_category (key, rule, category) VALUES (?1 || '/' || ?2, ?1, ?2)
                 ON CONFLICT (key) DO UPDATE SET voided = 0",
            )
        }
        About::Category { .. }
        | About::District { .. }
        | About::Street { .. }
        | About::EventKind
        | About::Room { .. } => Ok(()),
    }
}

/// Makes the categories that hang on a code these.
fn put_words(tx: &Tx, code: &str, wanted: &[CategoryCode], void: &str, add: &str) -> Result<(), StoreError> {
    // Codes have no spaces, so that one stands between two.
    tx.prepare_cached(void)?
        .execute(params![code, wanted.iter().fold(" ".to_owned(), |all, code| all + &code.0 + " ")])?;
    for word in wanted {
        tx.prepare_cached(add)?.execute(params![code, word.0])?;
    }
    Ok(())
}

fn put_set(tx: &Tx, programme: &str, set: &[KitPart]) -> Result<(), StoreError> {
    tx.prepare_cached(
        "UPDATE programme_set SET voided = 1 WHERE programme = ?1 AND voided = 0 AND NOT instr(?2, ' ' || item || ' ')",
    )?
    .execute(params![programme, joined(set)])?;
    for (position, part) in (1_u32..).zip(set) {
        tx.prepare_cached(
            "INSERT INTO programme_set (key, programme, item, quantity, position) VALUES (?1 || '/' || ?2, ?1, ?2, ?3, ?4)
             ON CONFLICT (key) DO UPDATE SET quantity = excluded.quantity, position = excluded.position, voided = 0",
        )?
        .execute(params![programme, part.item.as_str(), part.quantity.0, position])?;
    }
    Ok(())
}

/// Makes the compositions of a kit these: one that is gone was a mistake and is voided, for acts copied what they gave.
fn put_compositions(tx: &Tx, item: &str, wanted: &[Composition]) -> Result<(), StoreError> {
    let days: Vec<String> = wanted.iter().map(|held| held.since.format("%Y-%m-%d").to_string()).collect();
    tx.prepare_cached(
        "UPDATE kit_version SET voided = 1 WHERE item = ?1 AND voided = 0 AND NOT instr(?2, ' ' || from_on || ' ')",
    )?
    .execute(params![item, format!(" {} ", days.join(" "))])?;
    for held in wanted {
        put_composition(tx, item, held.since, &held.parts)?;
    }
    Ok(())
}

fn put_composition(tx: &Tx, item: &str, since: NaiveDate, parts: &[KitPart]) -> Result<(), StoreError> {
    let since = Day(since);
    tx.prepare_cached(
        "INSERT INTO kit_version (key, item, from_on) VALUES (?1 || '/' || ?2, ?1, ?2)
         ON CONFLICT (key) DO UPDATE SET voided = 0",
    )?
    .execute(params![item, since])?;
    tx.prepare_cached(
        "UPDATE kit_part SET voided = 1 WHERE version = ?1 || '/' || ?2 AND voided = 0 AND NOT instr(?3, ' ' || item || ' ')",
    )?
    .execute(params![item, since, joined(parts)])?;
    for (position, part) in (1_u32..).zip(parts) {
        tx.prepare_cached(
            "INSERT INTO kit_part (key, version, item, quantity, position)
             VALUES (?1 || '/' || ?2 || '/' || ?3, ?1 || '/' || ?2, ?3, ?4, ?5)
             ON CONFLICT (key) DO UPDATE SET quantity = excluded.quantity, position = excluded.position, voided = 0",
        )?
        .execute(params![item, since, part.item.as_str(), part.quantity.0, position])?;
    }
    Ok(())
}

/// The codes of the parts with a space before and behind each.
fn joined(parts: &[KitPart]) -> String {
    parts.iter().fold(" ".to_owned(), |all, part| all + part.item.as_str() + " ")
}

/// Whether anything of this thing ever moved.
pub fn is_moved(tx: &Tx, item: &str) -> Result<bool, StoreError> {
    Ok(tx.prepare_cached("SELECT 1 FROM ledger WHERE item = ?1 LIMIT 1")?.exists(params![item])?)
}

/// Whether something lies at this place.
pub fn is_stocked(tx: &Tx, location: &str) -> Result<bool, StoreError> {
    Ok(tx
        .prepare_cached("SELECT 1 FROM balance WHERE location = ?1 AND quantity > 0 LIMIT 1")?
        .exists(params![location])?)
}
