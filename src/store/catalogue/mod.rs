//! The catalogues as rows: one table a kind, read whole (an office has some hundreds of entries) and written one entry at a time.

mod aid;

pub use aid::{is_moved, is_stocked};

use rusqlite::{Row, params};

use super::columns::{Day, day};
use super::{StoreError, Tx};
use crate::domain::catalogue::{About, Catalogue, Entry, FormerName, Kind, Sensitive};
use crate::domain::street::Streets;
use chrono::NaiveDate;

/// Everything listed, entries that are switched off too.
pub fn read(tx: &Tx) -> Result<Catalogue, StoreError> {
    let mut entries = Vec::new();
    for kind in Kind::ALL {
        entries.extend(of_kind(tx, kind)?);
    }
    Ok(Catalogue::of(entries))
}

/// The entries of one kind.
pub fn of_kind(tx: &Tx, kind: Kind) -> Result<Vec<Entry>, StoreError> {
    let mut statement = tx.prepare_cached(match kind {
        Kind::Category => "SELECT code, name_uk, name_en, position, off_since, sensitive FROM category_kind",
        Kind::District => "SELECT code, name, name_en, position, off_since, settlements FROM district",
        Kind::Street => "SELECT code, name, name_en, position, off_since, settlement FROM street",
        Kind::EventKind => "SELECT code, name, name_en, position, off_since FROM event_kind",
        Kind::Room => "SELECT code, name, name_en, position, off_since, settlement FROM room",
        other => aid::select(other),
    })?;
    let rows = statement.query_map([], |row| entry_of(row, kind))?;
    let mut entries: Vec<Entry> = rows.collect::<Result<_, _>>()?;
    aid::complete(tx, kind, &mut entries)?;
    if kind == Kind::Street {
        let mut old_names = former(tx)?;
        for entry in &mut entries {
            if let About::Street { former, .. } = &mut entry.about {
                former.extend(old_names.extract_if(.., |(street, _)| *street == entry.code).map(|(_, old)| old));
            }
        }
    }
    Ok(entries)
}

/// One entry.
pub fn get(tx: &Tx, kind: Kind, code: &str) -> Result<Option<Entry>, StoreError> {
    Ok(of_kind(tx, kind)?.into_iter().find(|entry| entry.code == code))
}

fn entry_of(row: &Row<'_>, kind: Kind) -> rusqlite::Result<Entry> {
    Ok(Entry {
        code: row.get(0)?,
        name: row.get(1)?,
        name_en: row.get(2)?,
        position: row.get(3)?,
        off_since: row.get::<_, Option<Day>>(4)?.map(|day| day.0),
        about: match kind {
            Kind::Category => About::Category { sensitive: row.get(5)? },
            Kind::District => {
                let codes: String = row.get(5)?;
                About::District { settlements: codes.split_whitespace().map(str::to_owned).collect() }
            }
            Kind::Street => About::Street { settlement: row.get(5)?, former: Vec::new() },
            Kind::EventKind => About::EventKind,
            Kind::Room => About::Room { settlement: row.get(5)? },
            other => aid::about_of(row, other)?,
        },
    })
}

/// Former names with the code of their street, latest first.
fn former(tx: &Tx) -> Result<Vec<(String, FormerName)>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT street, name, until_on FROM street_former WHERE voided = 0 ORDER BY street, position, name",
    )?;
    let rows = statement.query_map([], |row| {
        let until = row.get::<_, Option<Day>>(2)?.map(|day| day.0);
        Ok((row.get(0)?, FormerName { name: row.get(1)?, until }))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The streets that were renamed.
pub fn streets(tx: &Tx) -> Result<Streets, StoreError> {
    Ok(Streets::of(&Catalogue::of(of_kind(tx, Kind::Street)?)))
}

/// The categories that are kept from those without the right to them, as the file says at this moment.
pub fn sensitive(tx: &Tx) -> Result<Sensitive, StoreError> {
    let mut statement = tx.prepare_cached("SELECT code FROM category_kind WHERE sensitive = 1")?;
    let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
    Ok(Sensitive::of(rows.collect::<Result<Vec<_>, _>>()?))
}

/// The place behind the last entry of a kind.
pub fn next_position(tx: &Tx, kind: Kind) -> Result<u32, StoreError> {
    Ok(of_kind(tx, kind)?.iter().map(|entry| entry.position).max().unwrap_or(0).saturating_add(1))
}

/// Adds an entry.
pub fn insert(tx: &Tx, entry: &Entry) -> Result<(), StoreError> {
    match &entry.about {
        About::Category { sensitive } => tx
            .prepare_cached(
                "INSERT INTO category_kind (code, name_uk, name_en, position, sensitive) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![entry.code, entry.name, entry.name_en, entry.position, sensitive])?,
        About::District { settlements } => tx
            .prepare_cached(
                "INSERT INTO district (code, name, name_en, position, settlements) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![entry.code, entry.name, entry.name_en, entry.position, settlements.join(" ")])?,
        About::Street { settlement, .. } => tx
            .prepare_cached(
                "INSERT INTO street (code, name, name_en, position, settlement) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![entry.code, entry.name, entry.name_en, entry.position, settlement])?,
        About::EventKind | About::Room { .. } => return put_of_events(tx, entry),
        _ => return aid::put(tx, entry),
    };
    put_former(tx, entry)
}

/// Writes what may change of an entry: everything but its code and whether it is switched off.
pub fn update(tx: &Tx, entry: &Entry) -> Result<(), StoreError> {
    match &entry.about {
        About::Category { sensitive } => tx
            .prepare_cached(
                "UPDATE category_kind SET name_uk = ?2, name_en = ?3, position = ?4, sensitive = ?5 WHERE code = ?1",
            )?
            .execute(params![entry.code, entry.name, entry.name_en, entry.position, sensitive])?,
        About::District { settlements } => tx
            .prepare_cached(
                "UPDATE district SET name = ?2, name_en = ?3, position = ?4, settlements = ?5 WHERE code = ?1",
            )?
            .execute(params![entry.code, entry.name, entry.name_en, entry.position, settlements.join(" ")])?,
        About::Street { settlement, .. } => tx
            .prepare_cached(
                "UPDATE street SET name = ?2, name_en = ?3, position = ?4, settlement = ?5 WHERE code = ?1",
            )?
            .execute(params![entry.code, entry.name, entry.name_en, entry.position, settlement])?,
        About::EventKind | About::Room { .. } => return put_of_events(tx, entry),
        _ => return aid::put(tx, entry),
    };
    put_former(tx, entry)
}

/// Adds a kind of events or a room, or writes what may change of it.
fn put_of_events(tx: &Tx, entry: &Entry) -> Result<(), StoreError> {
    match &entry.about {
        About::Room { settlement } => tx
            .prepare_cached(
                "INSERT INTO room (code, name, name_en, position, settlement) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (code) DO UPDATE SET name = excluded.name, name_en = excluded.name_en, position = excluded.position,
                     settlement = excluded.settlement",
            )?
            .execute(params![entry.code, entry.name, entry.name_en, entry.position, settlement])?,
        _ => tx
            .prepare_cached(
                "INSERT INTO event_kind (code, name, name_en, position) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (code) DO UPDATE SET name = excluded.name, name_en = excluded.name_en, position = excluded.position",
            )?
            .execute(params![entry.code, entry.name, entry.name_en, entry.position])?,
    };
    Ok(())
}

/// Switches an entry off from a day on, or on again.
pub fn switch(tx: &Tx, kind: Kind, code: &str, off_since: Option<NaiveDate>) -> Result<(), StoreError> {
    tx.prepare_cached(match kind {
        Kind::Category => "UPDATE category_kind SET off_since = ?2 WHERE code = ?1",
        Kind::District => "UPDATE district SET off_since = ?2 WHERE code = ?1",
        Kind::Street => "UPDATE street SET off_since = ?2 WHERE code = ?1",
        Kind::Item => "UPDATE item SET off_since = ?2 WHERE code = ?1",
        Kind::Programme => "UPDATE programme SET off_since = ?2 WHERE code = ?1",
        Kind::Partner => "UPDATE partner SET off_since = ?2 WHERE code = ?1",
        Kind::Location => "UPDATE location SET off_since = ?2 WHERE code = ?1",
        Kind::Limit => "UPDATE limit_rule SET off_since = ?2 WHERE code = ?1",
        Kind::EventKind => "UPDATE event_kind SET off_since = ?2 WHERE code = ?1",
        Kind::Room => "UPDATE room SET off_since = ?2 WHERE code = ?1",
    })?
    .execute(params![code, day(off_since)])?;
    Ok(())
}

/// Makes the former names those of the entry: one that is gone was a mistake and is voided.
fn put_former(tx: &Tx, entry: &Entry) -> Result<(), StoreError> {
    let About::Street { former: wanted, .. } = &entry.about else { return Ok(()) };
    let stored = former(tx)?.into_iter().filter(|(street, _)| *street == entry.code).map(|(_, old)| old);
    for gone in stored.filter(|old| wanted.iter().all(|kept| kept.name != old.name)) {
        tx.prepare_cached("UPDATE street_former SET voided = 1 WHERE key = ?1 || '/' || ?2")?
            .execute(params![entry.code, gone.name])?;
    }
    for (position, old) in (1_u32..).zip(wanted) {
        tx.prepare_cached(
            "INSERT INTO street_former (key, street, name, position, until_on) VALUES (?1 || '/' || ?2, ?1, ?2, ?3, ?4)
             ON CONFLICT (key) DO UPDATE SET position = excluded.position, until_on = excluded.until_on, voided = 0",
        )?
        .execute(params![entry.code, old.name, position, day(old.until)])?;
    }
    Ok(())
}
