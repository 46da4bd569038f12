//! Goods: the catalogue of what can lie in a storeroom, acts, the ledger, and what it adds up to.
//!
//! The ledger is append-only and the balance is written by its trigger alone (migration 0007): nothing here sets a quantity.

pub mod acts;
pub mod balances;
pub mod catalogue;
pub mod counts;
pub mod donor;
pub mod ledger;
pub mod movements;
pub mod partners;

use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

use crate::domain::stock::{GroupCode, ItemCode, LocationCode, PartnerCode, ProgrammeCode, Quantity, RuleCode};

macro_rules! code_columns {
    ($($name:ident),*) => {$(
        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                Ok(Self(value.as_str()?.to_owned()))
            }
        }

        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(self.as_str().into())
            }
        }
    )*};
}

code_columns!(ItemCode, GroupCode, ProgrammeCode, PartnerCode, LocationCode, RuleCode);

impl FromSql for Quantity {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Ok(Self(value.as_i64()?))
    }
}

impl ToSql for Quantity {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.into())
    }
}
