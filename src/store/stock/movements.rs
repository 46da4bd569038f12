//! What moved of an item, page by page, the latest first.

use rusqlite::params;

use crate::domain::id::{ActId, FamilyId};
use crate::domain::number::FamilyNumber;
use crate::domain::stock::{ActKind, ActNumber, ItemCode, LocationCode, Quantity};
use crate::store::columns::{Code, Day, Number, id, id_maybe};
use crate::store::{StoreError, Tx};
use chrono::NaiveDate;

/// What one act changed of an item.
#[derive(Clone, PartialEq, Debug)]
pub struct MovementRow {
    /// The act.
    pub act: ActId,
    /// Its number.
    pub number: ActNumber,
    /// What it does.
    pub kind: ActKind,
    /// Its day.
    pub on: NaiveDate,
    /// How much, signed.
    pub quantity: Quantity,
    /// The donor's, the person's or the organisation's name; of a family that of its head.
    pub name: String,
    /// The family that got it.
    pub family: Option<(FamilyId, FamilyNumber)>,
    /// Who wrote it.
    pub staff: String,
    /// Whether it is reversed.
    pub reversed: bool,
}

/// How much lies of an item, at a location or everywhere.
pub fn lies(tx: &Tx, item: &ItemCode, location: Option<&LocationCode>) -> Result<Quantity, StoreError> {
    let sum = match location {
        Some(_) => "SELECT coalesce(sum(quantity), 0) FROM balance WHERE location = ?2 AND item = ?1 AND quantity > 0",
        None => {
            "SELECT coalesce(sum(b.quantity), 0) FROM location l JOIN balance b ON b.location = l.code
                 WHERE b.item = ?1 AND b.quantity > 0 AND ?2 IS NULL"
        }
    };
    Ok(tx.prepare_cached(sum)?.query_row(params![item, location], |row| row.get(0))?)
}

/// So many acts that moved an item before (`day`, `act`), the latest first. An act that moved it to and fro within what is asked is left out.
pub fn page(
    tx: &Tx,
    item: &ItemCode,
    location: Option<&LocationCode>,
    before: Option<(NaiveDate, ActId)>,
    most: usize,
) -> Result<Vec<MovementRow>, StoreError> {
    let mut statement = tx.prepare_cached(
        "WITH moved AS (
             SELECT g.happened_on AS on_day, g.act AS act, sum(g.quantity) AS quantity FROM ledger g
             WHERE g.item = ?1 AND g.happened_on <= ?3 AND (?2 IS NULL OR g.location = ?2)
               AND (g.happened_on < ?3 OR ?4 IS NULL OR g.act < ?4)
             GROUP BY g.happened_on, g.act HAVING sum(g.quantity) <> 0
             ORDER BY g.happened_on DESC, g.act DESC LIMIT ?5)
         SELECT m.act, a.year, a.number, a.kind, m.on_day, m.quantity, coalesce(s.name, ''), a.reversed_by IS NOT NULL,
                coalesce(d.name, g.name, trim(p.surname || ' ' || p.given_name || ' ' || p.patronymic),
                    (SELECT trim(h.surname || ' ' || h.given_name || ' ' || h.patronymic) FROM membership ms
                     JOIN person h ON h.id = ms.person
                     WHERE ms.family = r.family AND ms.until_on IS NULL AND ms.relation = 'head'), ''),
                f.id, f.number
         FROM moved m JOIN act a ON a.id = m.act LEFT JOIN staff s ON s.id = a.staff
         LEFT JOIN act_recipient r ON r.act = coalesce(a.reverses, a.id)
         LEFT JOIN partner d ON d.code = a.partner LEFT JOIN partner g ON g.code = r.partner
         LEFT JOIN person p ON p.id = r.person LEFT JOIN family f ON f.id = r.family
         ORDER BY m.on_day DESC, m.act DESC",
    )?;
    let (day, act) =
        before.map_or((NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or_default(), None), |(day, act)| (day, Some(act)));
    let values =
        params![item, location, Day(day), act.as_ref().map(ActId::bytes), i64::try_from(most).unwrap_or(i64::MAX)];
    let rows = statement.query_map(values, |row| {
        let family = match id_maybe(row, 9, FamilyId::from_bytes)? {
            Some(family) => Some((family, row.get::<_, Number>(10)?.0)),
            None => None,
        };
        Ok(MovementRow {
            act: id(row, 0, ActId::from_bytes)?,
            number: ActNumber { year: row.get(1)?, number: row.get(2)? },
            kind: row.get::<_, Code<_>>(3)?.0,
            on: row.get::<_, Day>(4)?.0,
            quantity: row.get(5)?,
            staff: row.get(6)?,
            reversed: row.get(7)?,
            name: row.get(8)?,
            family,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
