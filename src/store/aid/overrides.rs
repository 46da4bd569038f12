//! Where a limit was bent, or aid given without a right to it.

use rusqlite::params;

use crate::domain::id::ActId;
use crate::domain::stock::{ItemCode, Quantity, RuleCode};
use crate::store::columns::{Day, id};
use crate::store::{StoreError, Tx};
use chrono::NaiveDate;

/// One of them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OverrideRow {
    /// The act.
    pub act: ActId,
    /// The rule; none for aid without a right.
    pub rule: Option<RuleCode>,
    /// The line; none likewise.
    pub line: Option<(ItemCode, Quantity)>,
    /// The reason.
    pub reason: String,
}

/// All of a time, the latest first. CROSS JOIN, because the planner would otherwise look through every act of the time for the few with a
/// reason.
pub fn between(tx: &Tx, from: NaiveDate, until: NaiveDate) -> Result<Vec<OverrideRow>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT act, rule, item, quantity, reason FROM (
             SELECT a.id AS act, l.limit_rule AS rule, l.item AS item, l.quantity AS quantity, l.override_reason AS reason,
                    a.happened_on AS on_day, l.line AS line
             FROM act_line l CROSS JOIN act a ON a.id = l.act WHERE l.override_reason <> ''
             UNION ALL
             SELECT a.id, NULL, NULL, NULL, r.right_reason, a.happened_on, -1
             FROM act_recipient r CROSS JOIN act a ON a.id = r.act WHERE r.right_reason <> '')
         WHERE on_day BETWEEN ?1 AND ?2 ORDER BY on_day DESC, act DESC, line",
    )?;
    let rows = statement.query_map(params![Day(from), Day(until)], |row| {
        let item: Option<ItemCode> = row.get(2)?;
        let quantity: Option<Quantity> = row.get(3)?;
        Ok(OverrideRow {
            act: id(row, 0, ActId::from_bytes)?,
            rule: row.get(1)?,
            line: item.zip(quantity),
            reason: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
