//! Goods from somebody who gives for the first time: the partner is listed and the goods are received in one deed, or neither is.

use super::moving::{made_before, told};
use super::receive::{Receiving, receive};
use super::{MadeAct, Receipt};
use crate::domain::aid::{AidFault, Partner, PartnerRole};
use crate::domain::catalogue::{CODE_CHARACTERS, CatalogueFault, NAME_CHARACTERS, code_of};
use crate::domain::id::DeedId;
use crate::domain::name::clean;
use crate::domain::staff::Right;
use crate::domain::stock::PartnerCode;
use crate::office::deed::Deed;
use crate::office::{Office, OfficeError};
use crate::store::journal::Done;
use crate::store::stock::{catalogue, partners};

impl Office {
    /// Receives goods from a donor by name. Who is listed under that name is that donor; else the name is listed. Repeating the same
    /// `deed` returns the first act.
    ///
    /// Errors: as of [`Office::receive`], and `Catalogue(Name)` for a name too long.
    pub fn receive_from(&mut self, deed: DeedId, name: &str, receipt: &Receipt) -> Result<MadeAct, OfficeError> {
        let again = |deed: &mut Deed<'_>, _: &Done| made_before(deed);
        self.deed(Some(deed), Some(Right::KeepStock), again, |deed| {
            let partner = Some(giver(deed, name)?);
            let receipt = Receipt { partner, ..receipt.clone() };
            let made = receive(deed, &receipt, &Receiving::AtTheCounter)?;
            deed.journal("stock-received", None, &told(made.number, receipt.on, ""))?;
            Ok(made)
        })
    }
}

/// The partner of a name, listed by this deed where there was none.
fn giver(deed: &Deed<'_>, name: &str) -> Result<PartnerCode, OfficeError> {
    let name = clean(name);
    if name.is_empty() {
        return Err(AidFault::NoDonor.into());
    }
    if name.chars().count() > NAME_CHARACTERS {
        return Err(CatalogueFault::Name.into());
    }
    let listed = catalogue::partners(deed.tx)?;
    let lower = name.to_lowercase();
    let is_named = |partner: &&Partner| partner.off_since.is_none() && partner.name.to_lowercase() == lower;
    if let Some(there) = listed.iter().find(is_named) {
        if there.role == PartnerRole::Recipient {
            // Who got something once may give as well.
            partners::set_role(deed.tx, &there.code, PartnerRole::Both)?;
        }
        return Ok(there.code.clone());
    }
    let is_free = |code: &PartnerCode| !listed.iter().any(|partner| partner.code == *code);
    let position = listed.iter().map(|partner| partner.position).max().unwrap_or(0) + 1;
    let code = codes_for(&name).find(is_free).ok_or(AidFault::NoDonor)?;
    let partner = Partner {
        code: code.clone(),
        name,
        name_en: String::new(),
        role: PartnerRole::Donor,
        edrpou: String::new(),
        contact: String::new(),
        for_thanks: String::new(),
        position,
        off_since: None,
    };
    partners::insert(deed.tx, &partner)?;
    Ok(code)
}

/// A code for a name, and behind it others like it for when it is taken.
fn codes_for(name: &str) -> impl Iterator<Item = PartnerCode> {
    let base = code_of(name);
    let base = if base.is_empty() { "partner".to_owned() } else { base };
    let others = {
        let base: String = base.chars().take(CODE_CHARACTERS - 5).collect();
        (2..10_000).map(move |number| format!("{base}_{number}"))
    };
    std::iter::once(base).chain(others).map(PartnerCode)
}
