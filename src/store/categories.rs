//! Categories and addresses: what a family or a single person holds with dates. Nothing is overwritten: an entry made by mistake is
//! voided, a family that moves ends one address and begins another.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};
use uuid::Uuid;

use super::columns::{Code, Day, day};
use super::people::NewId;
use super::{StoreError, Tx};
use crate::domain::address::{Address, AddressKind};
use crate::domain::category::{Category, CategoryCode};
use crate::domain::id::{FamilyId, PersonId};

/// Who holds a category or an address.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Owner {
    /// A whole family.
    Family(FamilyId),
    /// One person.
    Person(PersonId),
}

impl Owner {
    fn family(&self) -> Option<&[u8; 16]> {
        match self {
            Self::Family(id) => Some(id.bytes()),
            Self::Person(_) => None,
        }
    }

    fn person(&self) -> Option<&[u8; 16]> {
        match self {
            Self::Family(_) => None,
            Self::Person(id) => Some(id.bytes()),
        }
    }

    pub(super) fn bytes(&self) -> &[u8; 16] {
        match self {
            Self::Family(id) => id.bytes(),
            Self::Person(id) => id.bytes(),
        }
    }
}

/// A category from columns `code, since, until, basis`.
pub(super) fn category_of(row: &Row<'_>, at: usize) -> rusqlite::Result<Category> {
    Ok(Category {
        code: CategoryCode(row.get(at)?),
        since: row.get::<_, Option<Day>>(at + 1)?.map(|day| day.0),
        until: row.get::<_, Option<Day>>(at + 2)?.map(|day| day.0),
        basis: row.get(at + 3)?,
    })
}

/// The rows somebody holds, ended ones too.
pub fn rows_of(tx: &Tx, owner: Owner) -> Result<Vec<(Uuid, Category)>, StoreError> {
    let mut statement = tx.prepare_cached(match owner {
        Owner::Family(_) => {
            "SELECT id, code, since, until, basis FROM category WHERE family = ?1 AND voided = 0 ORDER BY id"
        }
        Owner::Person(_) => {
            "SELECT id, code, since, until, basis FROM category WHERE person = ?1 AND voided = 0 ORDER BY id"
        }
    })?;
    let rows =
        statement.query_map(params![owner.bytes()], |row| Ok((Uuid::from_bytes(row.get(0)?), category_of(row, 1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The categories somebody holds, ended ones too.
pub fn of(tx: &Tx, owner: Owner) -> Result<Vec<Category>, StoreError> {
    Ok(rows_of(tx, owner)?.into_iter().map(|(_, category)| category).collect())
}

/// Adds a category.
pub fn insert(tx: &Tx, owner: Owner, new_id: NewId<'_>, category: &Category) -> Result<(), StoreError> {
    tx.prepare_cached(
        "INSERT INTO category (id, family, person, code, since, until, basis) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        new_id().as_bytes(),
        owner.family(),
        owner.person(),
        category.code.0,
        day(category.since),
        day(category.until),
        category.basis
    ])?;
    Ok(())
}

/// Makes the categories those of the list: an entry that begins the same gets its new end and basis, one that is gone is voided.
pub fn set(tx: &Tx, owner: Owner, list: &[Category], new_id: NewId<'_>) -> Result<(), StoreError> {
    let mut stored = rows_of(tx, owner)?;
    let mut wanted: Vec<&Category> = list.iter().collect();
    wanted.retain(|category| match stored.iter().position(|(_, there)| there == *category) {
        Some(found) => {
            stored.remove(found);
            false
        }
        None => true,
    });
    for category in wanted {
        let begins_the_same =
            |(_, there): &(Uuid, Category)| there.code == category.code && there.since == category.since;
        match stored.iter().position(begins_the_same) {
            Some(found) => {
                let (id, _) = stored.remove(found);
                tx.prepare_cached("UPDATE category SET until = ?2, basis = ?3 WHERE id = ?1")?.execute(params![
                    id.as_bytes(),
                    day(category.until),
                    category.basis
                ])?;
            }
            None => insert(tx, owner, new_id, category)?,
        }
    }
    for (id, _) in stored {
        tx.prepare_cached("UPDATE category SET voided = 1 WHERE id = ?1")?.execute(params![id.as_bytes()])?;
    }
    Ok(())
}

/// Whether the catalogue has this code.
pub fn is_known(tx: &Tx, code: &CategoryCode) -> Result<bool, StoreError> {
    Ok(tx.prepare_cached("SELECT 1 FROM category_kind WHERE code = ?1")?.exists(params![code.0])?)
}

/// Every code of the catalogue.
pub fn codes(tx: &Tx) -> Result<Vec<CategoryCode>, StoreError> {
    let mut query = tx.prepare_cached("SELECT code FROM category_kind ORDER BY code")?;
    let codes = query.query_map([], |row| Ok(CategoryCode(row.get(0)?)))?.collect::<Result<_, _>>()?;
    Ok(codes)
}

/// An address from columns `settlement_code, settlement, district, street, building, flat`.
pub(super) fn address_of(row: &Row<'_>, at: usize) -> rusqlite::Result<Address> {
    Ok(Address {
        settlement_code: row.get(at)?,
        settlement: row.get(at + 1)?,
        district: row.get(at + 2)?,
        street: row.get(at + 3)?,
        building: row.get(at + 4)?,
        flat: row.get(at + 5)?,
    })
}

/// The present addresses, in the order of kinds.
pub fn addresses(tx: &Tx, owner: Owner) -> Result<Vec<(AddressKind, Address)>, StoreError> {
    let mut statement = tx.prepare_cached(match owner {
        Owner::Family(_) => {
            "SELECT kind, settlement_code, settlement, district, street, building, flat
             FROM address WHERE family = ?1 AND until_on IS NULL"
        }
        Owner::Person(_) => {
            "SELECT kind, settlement_code, settlement, district, street, building, flat
             FROM address WHERE person = ?1 AND until_on IS NULL"
        }
    })?;
    let rows = statement
        .query_map(params![owner.bytes()], |row| Ok((row.get::<_, Code<AddressKind>>(0)?.0, address_of(row, 1)?)))?;
    let mut found: Vec<_> = rows.collect::<Result<_, _>>()?;
    found.sort_by_key(|(kind, _)| *kind);
    Ok(found)
}

/// The present address of a kind.
pub fn address(tx: &Tx, owner: Owner, kind: AddressKind) -> Result<Option<Address>, StoreError> {
    let sql = match owner {
        Owner::Family(_) => {
            "SELECT settlement_code, settlement, district, street, building, flat
             FROM address WHERE family = ?1 AND kind = ?2 AND until_on IS NULL"
        }
        Owner::Person(_) => {
            "SELECT settlement_code, settlement, district, street, building, flat
             FROM address WHERE person = ?1 AND kind = ?2 AND until_on IS NULL"
        }
    };
    Ok(tx.prepare_cached(sql)?.query_row(params![owner.bytes(), Code(kind)], |row| address_of(row, 0)).optional()?)
}

/// Begins an address; an empty one is none.
pub fn begin_address(
    tx: &Tx,
    owner: Owner,
    kind: AddressKind,
    address: &Address,
    from: NaiveDate,
    new_id: NewId<'_>,
) -> Result<(), StoreError> {
    if address.is_empty() {
        return Ok(());
    }
    tx.prepare_cached(
        "INSERT INTO address (id, family, person, kind, settlement_code, settlement, district, street, building, flat, from_on)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?
    .execute(params![
        new_id().as_bytes(),
        owner.family(),
        owner.person(),
        Code(kind),
        address.settlement_code,
        address.settlement,
        address.district,
        address.street,
        address.building,
        address.flat,
        Day(from)
    ])?;
    Ok(())
}

/// Ends the present address of a kind.
pub fn end_address(tx: &Tx, owner: Owner, kind: AddressKind, until: NaiveDate) -> Result<(), StoreError> {
    tx.prepare_cached(match owner {
        Owner::Family(_) => "UPDATE address SET until_on = ?3 WHERE family = ?1 AND kind = ?2 AND until_on IS NULL",
        Owner::Person(_) => "UPDATE address SET until_on = ?3 WHERE person = ?1 AND kind = ?2 AND until_on IS NULL",
    })?
    .execute(params![owner.bytes(), Code(kind), Day(until)])?;
    Ok(())
}

/// Ends one category on its last day; an empty basis keeps what is written.
pub fn end(tx: &Tx, category: Uuid, last: NaiveDate, basis: &str) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE category SET until = ?2, basis = iif(?3 = '', basis, ?3) WHERE id = ?1")?
        .execute(params![category.as_bytes(), Day(last), basis])?;
    Ok(())
}
