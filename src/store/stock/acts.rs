//! Acts with their lines, by themselves; to whom is in `store::aid`.

use rusqlite::{OptionalExtension, Row, params};

use crate::domain::clock::Moment;
use crate::domain::id::{ActId, DeedId, SiteId, StaffId};
use crate::domain::stock::{
    Act, ActHead, ActKind, ActLine, ActNumber, Grams, LocationCode, PartnerCode, ProgrammeCode, item,
};
use crate::store::columns::{Code, Day, id, id_maybe, moment, read_moment};
use crate::store::{StoreError, Tx};
use chrono::{Datelike, NaiveDate};

/// An act to be written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewAct {
    /// What it does.
    pub kind: ActKind,
    /// Its day.
    pub on: NaiveDate,
    /// Where.
    pub location: LocationCode,
    /// Where to, of a transfer.
    pub location_to: Option<LocationCode>,
    /// The donor of a receipt.
    pub partner: Option<PartnerCode>,
    /// The paper it came by.
    pub document: String,
    /// Under which programme.
    pub programme: Option<ProgrammeCode>,
    /// The office's own key from an import.
    pub key: Option<String>,
    /// Why.
    pub reason: String,
    /// Note.
    pub note: String,
    /// The act that it takes back.
    pub reverses: Option<ActId>,
}

impl NewAct {
    /// An act that says nothing but what it does, when and where.
    pub fn of(kind: ActKind, on: NaiveDate, location: &LocationCode) -> Self {
        Self {
            kind,
            on,
            location: location.clone(),
            location_to: None,
            partner: None,
            document: String::new(),
            programme: None,
            key: None,
            reason: String::new(),
            note: String::new(),
            reverses: None,
        }
    }
}

/// Who writes an act, where and when.
#[derive(Clone, Copy, Debug)]
pub struct By<'a> {
    /// In which deed.
    pub deed: DeedId,
    /// Whose file: numbers run by it.
    pub site: SiteId,
    /// Who.
    pub staff: StaffId,
    /// At which desk.
    pub desk: &'a str,
    /// When.
    pub at: Moment,
}

/// Writes an act with the next number of its year.
pub fn insert(tx: &Tx, act: ActId, by: By<'_>, new: &NewAct) -> Result<ActNumber, StoreError> {
    let year = new.on.year();
    let last: Option<u32> = tx
        .prepare_cached("SELECT max(number) FROM act WHERE site = ?1 AND year = ?2")?
        .query_row(params![by.site.bytes(), year], |row| row.get(0))?;
    let number = last.unwrap_or(0).saturating_add(1);
    tx.prepare_cached(
        "INSERT INTO act (id, deed, site, year, number, kind, happened_on, made_at, desk, staff, location, location_to, partner,
                          document, programme, key, reason, note, reverses)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)",
    )?
    .execute(params![
        act.bytes(),
        by.deed.bytes(),
        by.site.bytes(),
        year,
        number,
        Code(new.kind),
        Day(new.on),
        moment(by.at),
        by.desk,
        by.staff.bytes(),
        new.location,
        new.location_to,
        new.partner,
        new.document,
        new.programme,
        new.key,
        new.reason,
        new.note,
        new.reverses.as_ref().map(ActId::bytes)
    ])?;
    Ok(ActNumber { year, number })
}

/// Writes the lines of an act, in their order.
pub fn insert_lines(tx: &Tx, act: ActId, lines: &[ActLine]) -> Result<(), StoreError> {
    let mut statement = tx.prepare_cached(
        "INSERT INTO act_line (act, line, item, flow, quantity, weight_grams, composition, limit_rule, override_reason)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?;
    for (number, line) in (0_i64..).zip(lines) {
        statement.execute(params![
            act.bytes(),
            number,
            line.item,
            Code(line.flow),
            line.quantity,
            line.weight.map(|weight| weight.0).filter(|grams| *grams > 0),
            item::written(&line.composition),
            line.limit_rule,
            line.override_reason
        ])?;
    }
    Ok(())
}

const HEAD: &str = "SELECT a.id, a.year, a.number, a.kind, a.happened_on, a.made_at, a.desk, coalesce(s.name, ''), a.location,
    a.location_to, a.partner, a.document, a.programme, a.key, a.reason, a.note, o.id, o.year, o.number, r.id, r.year, r.number
    FROM act a LEFT JOIN staff s ON s.id = a.staff LEFT JOIN act o ON o.id = a.reverses LEFT JOIN act r ON r.id = a.reversed_by";

fn head_of(row: &Row<'_>) -> rusqlite::Result<ActHead> {
    let other = |at: usize| -> rusqlite::Result<Option<(ActId, ActNumber)>> {
        let Some(act) = id_maybe(row, at, ActId::from_bytes)? else { return Ok(None) };
        Ok(Some((act, ActNumber { year: row.get(at + 1)?, number: row.get(at + 2)? })))
    };
    Ok(ActHead {
        id: id(row, 0, ActId::from_bytes)?,
        number: ActNumber { year: row.get(1)?, number: row.get(2)? },
        kind: row.get::<_, Code<_>>(3)?.0,
        happened_on: row.get::<_, Day>(4)?.0,
        made_at: read_moment(row.get_ref(5)?.as_str().map_err(rusqlite::Error::from)?)?,
        desk: row.get(6)?,
        staff: row.get(7)?,
        location: row.get(8)?,
        location_to: row.get(9)?,
        partner: row.get(10)?,
        document: row.get(11)?,
        programme: row.get(12)?,
        key: row.get(13)?,
        reason: row.get(14)?,
        note: row.get(15)?,
        reverses: other(16)?,
        reversed_by: other(19)?,
    })
}

/// The lines of an act, in their order.
pub fn lines(tx: &Tx, act: ActId) -> Result<Vec<ActLine>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT item, flow, quantity, weight_grams, composition, limit_rule, override_reason
         FROM act_line WHERE act = ?1 ORDER BY line",
    )?;
    let rows = statement.query_map(params![act.bytes()], |row| {
        Ok(ActLine {
            item: row.get(0)?,
            flow: row.get::<_, Code<_>>(1)?.0,
            quantity: row.get(2)?,
            weight: row.get::<_, Option<i64>>(3)?.map(Grams),
            composition: item::read(&row.get::<_, String>(4)?),
            limit_rule: row.get(5)?,
            override_reason: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// An act.
pub fn get(tx: &Tx, act: ActId) -> Result<Option<Act>, StoreError> {
    let head =
        tx.prepare_cached(&format!("{HEAD} WHERE a.id = ?1"))?.query_row(params![act.bytes()], head_of).optional()?;
    head.map(|head| Ok(Act { lines: lines(tx, act)?, head })).transpose()
}

/// The acts of a deed, in the order of their numbers.
pub fn of_deed(tx: &Tx, deed: DeedId) -> Result<Vec<ActId>, StoreError> {
    ids(tx, "SELECT id FROM act WHERE deed = ?1 ORDER BY year, number", params![deed.bytes()])
}

/// The acts of a number, one a site: this site's first. Asked at every keystroke: site by site, so that the index answers.
pub fn by_number(tx: &Tx, site: SiteId, number: ActNumber) -> Result<Vec<ActId>, StoreError> {
    ids(
        tx,
        "WITH RECURSIVE sites (site) AS (
             SELECT min(site) FROM act
             UNION ALL SELECT (SELECT min(a.site) FROM act a WHERE a.site > s.site) FROM sites s WHERE s.site IS NOT NULL)
         SELECT a.id FROM sites s JOIN act a ON a.site = s.site AND a.year = ?2 AND a.number = ?3
         ORDER BY a.site <> ?1, a.id",
        params![site.bytes(), number.year, number.number],
    )
}

/// The act of an import's key: files of aid and files of stock have keys of their own.
pub fn by_key(tx: &Tx, kind: ActKind, key: &str) -> Result<Option<ActId>, StoreError> {
    let sql = match kind {
        ActKind::Issue => "SELECT id FROM act WHERE key = ?1 AND kind = 'issue'",
        _ => "SELECT id FROM act WHERE key = ?1 AND kind <> 'issue'",
    };
    Ok(ids(tx, sql, params![key])?.into_iter().next())
}

/// The acts of a time, the latest first.
pub fn between(tx: &Tx, from: NaiveDate, until: NaiveDate) -> Result<Vec<ActId>, StoreError> {
    ids(
        tx,
        "SELECT id FROM act WHERE happened_on BETWEEN ?1 AND ?2 ORDER BY happened_on DESC, made_at DESC, id DESC",
        params![Day(from), Day(until)],
    )
}

fn ids(tx: &Tx, sql: &str, values: &[&dyn rusqlite::ToSql]) -> Result<Vec<ActId>, StoreError> {
    let mut statement = tx.prepare_cached(sql)?;
    let rows = statement.query_map(values, |row| id(row, 0, ActId::from_bytes))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Who wrote an act.
pub fn staff_of(tx: &Tx, act: ActId) -> Result<Option<StaffId>, StoreError> {
    Ok(tx
        .prepare_cached("SELECT staff FROM act WHERE id = ?1")?
        .query_row(params![act.bytes()], |row| id(row, 0, StaffId::from_bytes))
        .optional()?)
}

/// The deed that made an act. Errors: `NoRow`.
pub fn deed_of(tx: &Tx, act: ActId) -> Result<DeedId, StoreError> {
    Ok(tx
        .prepare_cached("SELECT deed FROM act WHERE id = ?1")?
        .query_row(params![act.bytes()], |row| id(row, 0, DeedId::from_bytes))?)
}
