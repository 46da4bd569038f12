//! Partners that come with their first receipt.

use rusqlite::params;

use crate::domain::aid::{Partner, PartnerRole};
use crate::domain::stock::PartnerCode;
use crate::store::columns::{Code, Day};
use crate::store::{StoreError, Tx};

/// Lists a partner.
pub fn insert(tx: &Tx, partner: &Partner) -> Result<(), StoreError> {
    tx.prepare_cached(
        "INSERT INTO partner (code, name, name_en, role, edrpou, contact, for_thanks, position, off_since)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .execute(params![
        partner.code,
        partner.name,
        partner.name_en,
        Code(partner.role),
        partner.edrpou,
        partner.contact,
        partner.for_thanks,
        partner.position,
        partner.off_since.map(Day)
    ])?;
    Ok(())
}

/// What a partner does is another thing now.
pub fn set_role(tx: &Tx, code: &PartnerCode, role: PartnerRole) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE partner SET role = ?2 WHERE code = ?1")?.execute(params![code, Code(role)])?;
    Ok(())
}
