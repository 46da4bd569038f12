//! What somebody was given: for limits, for the last aid of each group, and act by act.

use rusqlite::params;

use crate::domain::id::{ActId, FamilyId, PersonId};
use crate::domain::limit::Given;
use crate::domain::stock::{ActNumber, Grams, PartnerCode, Unit};
use crate::store::columns::{Code, Day, id};
use crate::store::{StoreError, Tx};

/// Whose acts are asked for.
#[derive(Clone, Debug)]
pub enum Of {
    /// A family's, and those of its present members by themselves.
    Family(FamilyId),
    /// A person's, and those of the families in which they stand.
    Person(PersonId),
    /// An organisation's.
    Organisation(PartnerCode),
}

/// Acts of a family (?1 the family), its members' own ones with them.
const OF_FAMILY: &str = "SELECT act FROM act_recipient WHERE family = ?1
    UNION SELECT r.act FROM membership m JOIN act_recipient r ON r.person = m.person WHERE m.family = ?1 AND m.until_on IS NULL";
/// Acts of a person (?1), with those of the families in which they stand.
const OF_PERSON: &str = "SELECT act FROM act_recipient WHERE person = ?1
    UNION SELECT r.act FROM membership m JOIN act_recipient r ON r.family = m.family WHERE m.person = ?1 AND m.until_on IS NULL";
const OF_ORGANISATION: &str = "SELECT act FROM act_recipient WHERE partner = ?1";

impl Of {
    fn acts(&self) -> &'static str {
        match self {
            Self::Family(_) => OF_FAMILY,
            Self::Person(_) => OF_PERSON,
            Self::Organisation(_) => OF_ORGANISATION,
        }
    }

    fn key(&self) -> &dyn rusqlite::ToSql {
        match self {
            Self::Family(family) => family.bytes(),
            Self::Person(person) => person.bytes(),
            Self::Organisation(partner) => partner,
        }
    }
}

/// Every line of every act in force, the latest first, with the act it stands in.
pub fn lines(tx: &Tx, of: &Of) -> Result<Vec<(ActId, Given)>, StoreError> {
    let mut statement = tx.prepare_cached(&format!(
        "SELECT a.id, a.year, a.number, a.happened_on, l.item, i.item_group, l.quantity, i.unit, l.weight_grams
         FROM ({}) mine JOIN act a ON a.id = mine.act JOIN act_line l ON l.act = a.id JOIN item i ON i.code = l.item
         WHERE a.reversed_by IS NULL ORDER BY a.happened_on DESC, a.id DESC, l.line",
        of.acts()
    ))?;
    let rows = statement.query_map(params![of.key()], |row| {
        let given = Given {
            act: ActNumber { year: row.get(1)?, number: row.get(2)? },
            on: row.get::<_, Day>(3)?.0,
            item: row.get(4)?,
            group: row.get(5)?,
            quantity: row.get(6)?,
            weighed: row.get::<_, Code<Unit>>(7)?.0.is_weighed(),
            weight: row.get::<_, Option<i64>>(8)?.map(Grams),
        };
        Ok((id(row, 0, ActId::from_bytes)?, given))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Every act, reversed ones too, the latest first.
pub fn acts(tx: &Tx, of: &Of) -> Result<Vec<ActId>, StoreError> {
    let mut statement = tx.prepare_cached(&format!(
        "SELECT a.id FROM ({}) mine JOIN act a ON a.id = mine.act ORDER BY a.happened_on DESC, a.id DESC",
        of.acts()
    ))?;
    let rows = statement.query_map(params![of.key()], |row| id(row, 0, ActId::from_bytes))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
