//! The catalogue of the help room and the storeroom, read whole: an office has some hundreds of entries.

use crate::domain::aid::{AidCatalogue, Location, Partner, Programme, SetLine};
use crate::domain::category::CategoryCode;
use crate::domain::limit::{About, LimitRule, Period};
use crate::domain::stock::{Grams, Item, ItemCode, KitPart, KitVersion, ProgrammeCode, RuleCode};
use crate::store::columns::{Code, Day};
use crate::store::{StoreError, Tx};
use chrono::NaiveDate;

fn day_maybe(row: &rusqlite::Row<'_>, at: usize) -> rusqlite::Result<Option<NaiveDate>> {
    Ok(row.get::<_, Option<Day>>(at)?.map(|day| day.0))
}

/// Everything listed, in the order of lists; what is switched off too.
pub fn read(tx: &Tx) -> Result<AidCatalogue, StoreError> {
    Ok(AidCatalogue {
        items: items(tx)?,
        kits: kits(tx)?,
        programmes: programmes(tx)?,
        partners: partners(tx)?,
        locations: locations(tx)?,
        rules: rules(tx)?,
    })
}

/// Every item.
pub fn items(tx: &Tx) -> Result<Vec<Item>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT code, name, name_en, item_group, unit, standard_weight, tracks_expiry, low_level, position, off_since
         FROM item ORDER BY position, code",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(Item {
            code: row.get(0)?,
            name: row.get(1)?,
            name_en: row.get(2)?,
            group: row.get(3)?,
            unit: row.get::<_, Code<_>>(4)?.0,
            standard_weight: row.get::<_, Option<i64>>(5)?.map(Grams),
            tracks_expiry: row.get(6)?,
            low_level: row.get(7)?,
            position: row.get(8)?,
            off_since: day_maybe(row, 9)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Every composition of every kit, the latest first.
pub fn kits(tx: &Tx) -> Result<Vec<KitVersion>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT v.item, v.from_on, p.item, p.quantity FROM kit_version v
         JOIN kit_part p ON p.version = v.key AND p.voided = 0
         WHERE v.voided = 0 ORDER BY v.item, v.from_on DESC, p.position, p.item",
    )?;
    let mut rows = statement.query([])?;
    let mut kits: Vec<KitVersion> = Vec::new();
    while let Some(row) = rows.next()? {
        let (item, from_on): (ItemCode, Day) = (row.get(0)?, row.get(1)?);
        let part = KitPart { item: row.get(2)?, quantity: row.get(3)? };
        match kits.last_mut().filter(|kit| kit.item == item && kit.from_on == from_on.0) {
            Some(kit) => kit.parts.push(part),
            None => kits.push(KitVersion { item, from_on: from_on.0, parts: vec![part] }),
        }
    }
    Ok(kits)
}

/// Every programme.
pub fn programmes(tx: &Tx) -> Result<Vec<Programme>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT code, name, name_en, starts_on, ends_on, position, off_since FROM programme ORDER BY position, code",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(Programme {
            code: row.get(0)?,
            name: row.get(1)?,
            name_en: row.get(2)?,
            grounds: Vec::new(),
            set: Vec::new(),
            starts_on: day_maybe(row, 3)?,
            ends_on: day_maybe(row, 4)?,
            position: row.get(5)?,
            off_since: day_maybe(row, 6)?,
        })
    })?;
    let mut programmes: Vec<Programme> = rows.collect::<Result<_, _>>()?;
    let mut grounds = tx.prepare_cached(
        "SELECT g.programme, g.category FROM programme_ground g JOIN category_kind k ON k.code = g.category
         WHERE g.voided = 0 ORDER BY k.position, k.code",
    )?;
    for row in grounds.query_map([], |row| Ok((row.get::<_, ProgrammeCode>(0)?, CategoryCode(row.get(1)?))))? {
        let (of, category) = row?;
        programmes.iter_mut().filter(|one| one.code == of).for_each(|one| one.grounds.push(category.clone()));
    }
    let mut sets = tx.prepare_cached(
        "SELECT programme, item, quantity FROM programme_set WHERE voided = 0 ORDER BY programme, position, item",
    )?;
    let lines = sets.query_map([], |row| {
        Ok((row.get::<_, ProgrammeCode>(0)?, SetLine { item: row.get(1)?, quantity: row.get(2)? }))
    })?;
    for row in lines {
        let (of, line) = row?;
        programmes.iter_mut().filter(|one| one.code == of).for_each(|one| one.set.push(line.clone()));
    }
    Ok(programmes)
}

/// Every partner.
pub fn partners(tx: &Tx) -> Result<Vec<Partner>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT code, name, name_en, role, edrpou, contact, for_thanks, position, off_since FROM partner
         ORDER BY position, name, code",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(Partner {
            code: row.get(0)?,
            name: row.get(1)?,
            name_en: row.get(2)?,
            role: row.get::<_, Code<_>>(3)?.0,
            edrpou: row.get(4)?,
            contact: row.get(5)?,
            for_thanks: row.get(6)?,
            position: row.get(7)?,
            off_since: day_maybe(row, 8)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Every location.
pub fn locations(tx: &Tx) -> Result<Vec<Location>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT code, name, name_en, kind, position, off_since FROM location ORDER BY position, name, code",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(Location {
            code: row.get(0)?,
            name: row.get(1)?,
            name_en: row.get(2)?,
            kind: row.get::<_, Code<_>>(3)?.0,
            position: row.get(4)?,
            off_since: day_maybe(row, 5)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Every limit rule. Errors: `Damaged` for a rule that is about nothing or has no period.
pub fn rules(tx: &Tx) -> Result<Vec<LimitRule>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT code, name, name_en, item, item_group, period, period_count, measure, amount, per, position, off_since
         FROM limit_rule ORDER BY position, code",
    )?;
    let mut rows = statement.query([])?;
    let mut rules = Vec::new();
    while let Some(row) = rows.next()? {
        let about = match (row.get(3)?, row.get(4)?) {
            (Some(item), _) => About::Item(item),
            (None, Some(group)) => About::Group(group),
            (None, None) => return Err(StoreError::Damaged),
        };
        let period: String = row.get(5)?;
        rules.push(LimitRule {
            code: row.get(0)?,
            name: row.get(1)?,
            name_en: row.get(2)?,
            about,
            period: Period::of(&period, row.get(6)?).ok_or(StoreError::Damaged)?,
            measure: row.get::<_, Code<_>>(7)?.0,
            amount: row.get(8)?,
            per: row.get::<_, Code<_>>(9)?.0,
            categories: Vec::new(),
            position: row.get(10)?,
            off_since: day_maybe(row, 11)?,
        });
    }
    let mut of = tx.prepare_cached("SELECT rule, category FROM limit_rule_category WHERE voided = 0 ORDER BY key")?;
    for row in of.query_map([], |row| Ok((row.get::<_, RuleCode>(0)?, CategoryCode(row.get(1)?))))? {
        let (code, category) = row?;
        rules.iter_mut().filter(|rule| rule.code == code).for_each(|rule| rule.categories.push(category.clone()));
    }
    Ok(rules)
}
