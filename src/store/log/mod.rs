//! The log of changed rows, written by triggers while a deed is under way (see migration 0002), and what is read from it.

mod back;
mod tables;

pub use back::{heads_fail, in_the_way, put_back, undead};

use rusqlite::{OptionalExtension, params};
use serde_json::{Map, Value};

use super::columns::{Day, read_moment};
use super::{StoreError, Tx};
use crate::domain::address::AddressKind;
use crate::domain::category::CategoryCode;
use crate::domain::clock::Moment;
use crate::domain::id::{DeedId, FamilyId, PersonId, StaffId};
use crate::store::journal::Subject;
use chrono::NaiveDate;

/// From here on every row that changes is logged for this deed, until [`end`].
pub fn begin(tx: &Tx, deed: DeedId) -> Result<(), StoreError> {
    tx.prepare_cached("INSERT INTO deed_under_way (one, deed) VALUES (1, ?1)")?.execute(params![deed.bytes()])?;
    Ok(())
}

/// The deed is done; if it changed rows, or made an act, it can be taken back by those who have the right of that word. A deed that reversed
/// an act cannot: what was reversed is given anew.
pub fn end(tx: &Tx, deed: DeedId, needs: &str) -> Result<(), StoreError> {
    tx.prepare_cached("DELETE FROM deed_under_way")?.execute([])?;
    tx.prepare_cached(
        "INSERT INTO deed_done (deed, needs) SELECT ?1, ?2
         WHERE NOT EXISTS (SELECT 1 FROM act WHERE deed = ?1 AND kind = 'reversal')
           AND (EXISTS (SELECT 1 FROM row_change WHERE deed = ?1) OR EXISTS (SELECT 1 FROM act WHERE deed = ?1))",
    )?
    .execute(params![deed.bytes(), needs])?;
    // Nothing that is searched by changes with a register, so nobody is named; but the other desks look again. Once a deed: a file may
    // bring a hundred thousand marks, and a desk that has so much to follow reads everything anew.
    tx.prepare_cached(
        "INSERT INTO change (person, family) SELECT NULL, NULL WHERE EXISTS (
             SELECT 1 FROM row_change WHERE deed = ?1 AND table_name IN ('series', 'session', 'enrolment', 'attendance'))",
    )?
    .execute(params![deed.bytes()])?;
    Ok(())
}

/// A deed as the journal has it.
#[derive(Clone, PartialEq, Debug)]
pub struct DeedLine {
    /// Which.
    pub deed: DeedId,
    /// When.
    pub at: Moment,
    /// Who did it.
    pub staff: Option<StaffId>,
    /// Their name as screens show it.
    pub by: String,
    /// Its word.
    pub action: String,
    /// To what.
    pub subject: Option<Subject>,
    /// What it added, as JSON.
    pub detail: String,
    /// The word of the right it needed; none for a deed that changed no row.
    pub needs: Option<String>,
}

/// A deed's own entry of the journal.
pub fn line(tx: &Tx, deed: DeedId) -> Result<Option<DeedLine>, StoreError> {
    Ok(tx
        .prepare_cached(
            "SELECT j.at, j.staff, coalesce(s.name, ''), j.action, j.subject_kind, j.subject, j.detail, d.needs
             FROM journal j LEFT JOIN staff s ON s.id = j.staff LEFT JOIN deed_done d ON d.deed = j.deed
             WHERE j.deed = ?1",
        )?
        .query_row(params![deed.bytes()], |row| {
            let kind: Option<String> = row.get(4)?;
            Ok(DeedLine {
                deed,
                at: read_moment(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?)?,
                staff: row.get::<_, Option<[u8; 16]>>(1)?.map(StaffId::from_bytes),
                by: row.get(2)?,
                action: row.get(3)?,
                subject: Subject::from_columns(kind.as_deref(), row.get(5)?),
                detail: row.get(6)?,
                needs: row.get(7)?,
            })
        })
        .optional()?)
}

/// Somebody's last deed that changed rows and is in force.
pub fn last_of(tx: &Tx, staff: StaffId) -> Result<Option<DeedId>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT j.deed FROM journal j WHERE j.staff = ?1 AND j.deed IS NOT NULL
         AND EXISTS (SELECT 1 FROM deed_done d WHERE d.deed = j.deed) ORDER BY j.seq DESC",
    )?;
    let mut rows = statement.query(params![staff.bytes()])?;
    while let Some(row) = rows.next()? {
        let deed = DeedId::from_bytes(row.get(0)?);
        if reversal_of(tx, deed)?.is_none() {
            return Ok(Some(deed));
        }
    }
    Ok(None)
}

/// The deed in force that took this one back.
pub fn reversal_of(tx: &Tx, deed: DeedId) -> Result<Option<DeedId>, StoreError> {
    let mut statement = tx.prepare_cached("SELECT deed FROM reversal WHERE undone = ?1")?;
    let reversals: Vec<[u8; 16]> =
        statement.query_map(params![deed.bytes()], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for reversal in reversals.into_iter().map(DeedId::from_bytes) {
        if reversal_of(tx, reversal)?.is_none() {
            return Ok(Some(reversal));
        }
    }
    Ok(None)
}

/// The deed that this one took back, where it is a taking back.
pub fn undone_by(tx: &Tx, deed: DeedId) -> Result<Option<DeedId>, StoreError> {
    Ok(tx
        .prepare_cached("SELECT undone FROM reversal WHERE deed = ?1")?
        .query_row(params![deed.bytes()], |row| row.get(0).map(DeedId::from_bytes))
        .optional()?)
}

/// Writes down that a deed took another back.
pub fn reverse(tx: &Tx, deed: DeedId, undone: DeedId) -> Result<(), StoreError> {
    tx.prepare_cached("INSERT INTO reversal (deed, undone) VALUES (?1, ?2)")?
        .execute(params![deed.bytes(), undone.bytes()])?;
    Ok(())
}

/// How a row was on a day, as far as it has changed since: the old values of the columns that were changed after it.
pub(super) fn older(tx: &Tx, table: &str, key: &[u8], day: NaiveDate) -> Result<Map<String, Value>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT r.before FROM row_change r JOIN journal j ON j.deed = r.deed
         WHERE r.row_key = ?1 AND r.table_name = ?2 AND r.before IS NOT NULL AND substr(j.at, 1, 10) > ?3 ORDER BY r.seq",
    )?;
    let mut rows = statement.query(params![key, table, Day(day)])?;
    let mut older = Map::new();
    while let Some(row) = rows.next()? {
        let text: String = row.get(0)?;
        let columns: Map<String, Value> = serde_json::from_str(&text).map_err(|_| StoreError::Damaged)?;
        for (name, value) in columns {
            older.entry(name).or_insert(value);
        }
    }
    Ok(older)
}

/// Whether a logged row was added only after a day.
pub(super) fn added_after(tx: &Tx, key: &[u8], day: NaiveDate) -> Result<bool, StoreError> {
    Ok(tx
        .prepare_cached(
            "SELECT 1 FROM row_change r JOIN journal j ON j.deed = r.deed
             WHERE r.row_key = ?1 AND r.before IS NULL AND substr(j.at, 1, 10) > ?2",
        )?
        .exists(params![key, Day(day)])?)
}

/// The last deed in force that touched a membership of the person, for saying who wrote down that they left.
pub fn who_moved(tx: &Tx, person: PersonId) -> Result<Option<DeedLine>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT DISTINCT deed FROM row_change WHERE person = ?1 AND table_name = 'membership' ORDER BY seq DESC",
    )?;
    let deeds: Vec<[u8; 16]> =
        statement.query_map(params![person.bytes()], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for deed in deeds.into_iter().map(DeedId::from_bytes) {
        if reversal_of(tx, deed)?.is_none() {
            return line(tx, deed);
        }
    }
    Ok(None)
}

/// The last deed but one that changed a person's own row: who wrote down a death, a merge or a mistake.
pub fn who_marked(tx: &Tx, person: PersonId, except: DeedId) -> Result<Option<DeedId>, StoreError> {
    Ok(tx
        .prepare_cached(
            "SELECT deed FROM row_change WHERE row_key = ?1 AND table_name = 'person' AND deed <> ?2
             ORDER BY seq DESC LIMIT 1",
        )?
        .query_row(params![person.bytes(), except.bytes()], |row| row.get(0).map(DeedId::from_bytes))
        .optional()?)
}

// Who came where is no change of what is known of somebody: a mark makes nobody's open form stale, and nobody is told of it there.
// `table_name <> 'person'` stands by itself because the index by person is of just those rows.

/// The last deed in force that changed a family or anything of it or of its people, with who and when.
pub fn last_on_family(tx: &Tx, family: FamilyId) -> Result<Option<DeedLine>, StoreError> {
    let deed: Option<[u8; 16]> = tx
        .prepare_cached(
            "SELECT deed FROM row_change WHERE seq = (SELECT max(seq) FROM (
                 SELECT max(seq) AS seq FROM row_change WHERE row_key = ?1
                 UNION ALL SELECT max(seq) FROM row_change WHERE family = ?1 AND table_name <> 'family'
                 UNION ALL SELECT max(c.seq) FROM membership m JOIN row_change c ON c.row_key = m.person WHERE m.family = ?1
                 UNION ALL SELECT max(c.seq) FROM membership m JOIN row_change c ON c.person = m.person AND c.table_name <> 'person'
           AND c.table_name NOT IN ('attendance', 'enrolment')
                           WHERE m.family = ?1))",
        )?
        .query_row(params![family.bytes()], |row| row.get(0))
        .optional()?;
    deed.map_or(Ok(None), |deed| line(tx, DeedId::from_bytes(deed)))
}

/// The last deed that changed a person or anything of theirs.
pub fn last_on_person(tx: &Tx, person: PersonId) -> Result<Option<DeedLine>, StoreError> {
    let deed: Option<[u8; 16]> = tx
        .prepare_cached(
            "SELECT deed FROM row_change WHERE seq = (SELECT max(seq) FROM (
                 SELECT max(seq) AS seq FROM row_change WHERE row_key = ?1
                 UNION ALL SELECT max(seq) FROM row_change WHERE person = ?1 AND table_name <> 'person'
           AND table_name NOT IN ('attendance', 'enrolment')))",
        )?
        .query_row(params![person.bytes()], |row| row.get(0))
        .optional()?;
    deed.map_or(Ok(None), |deed| line(tx, DeedId::from_bytes(deed)))
}

/// The newest row of the log, or 0.
pub fn head(tx: &Tx) -> Result<i64, StoreError> {
    Ok(tx.prepare_cached("SELECT coalesce(max(seq), 0) FROM row_change")?.query_row([], |row| row.get(0))?)
}

/// Something that two desks can each change to another value.
#[derive(Clone, PartialEq, Debug)]
pub enum Fact {
    /// Where a family lives.
    Address(FamilyId, AddressKind),
    /// Who is its head.
    Head(FamilyId),
    /// A person's name.
    Name(PersonId),
    /// A category of a family.
    CategoryOfFamily(FamilyId, CategoryCode),
    /// A category of a person.
    CategoryOfPerson(PersonId, CategoryCode),
}

/// The deeds that changed a fact after a row of the log, the newest first.
pub fn changed_since(tx: &Tx, fact: &Fact, seq: i64) -> Result<Vec<DeedId>, StoreError> {
    let (sql, of, word) = match fact {
        Fact::Address(family, kind) => (
            "SELECT r.deed FROM row_change r JOIN address a ON a.id = r.row_key
             WHERE r.family = ?1 AND r.table_name = 'address' AND r.seq > ?2 AND a.kind = ?3 ORDER BY r.seq DESC",
            family.bytes(),
            kind.code(),
        ),
        Fact::Head(family) => (
            "SELECT r.deed FROM row_change r JOIN membership m ON m.id = r.row_key
             WHERE r.family = ?1 AND r.table_name = 'membership' AND r.seq > ?2
               AND (m.relation = ?3 OR json_extract(r.before, '$.relation') = ?3) ORDER BY r.seq DESC",
            family.bytes(),
            "head",
        ),
        Fact::Name(person) => (
            "SELECT r.deed FROM row_change r WHERE r.row_key = ?1 AND r.table_name = ?3 AND r.seq > ?2
               AND (json_type(r.before, '$.surname') IS NOT NULL OR json_type(r.before, '$.given_name') IS NOT NULL
                    OR json_type(r.before, '$.patronymic') IS NOT NULL) ORDER BY r.seq DESC",
            person.bytes(),
            "person",
        ),
        Fact::CategoryOfFamily(family, code) => (
            "SELECT r.deed FROM row_change r JOIN category c ON c.id = r.row_key
             WHERE r.family = ?1 AND r.table_name = 'category' AND r.seq > ?2 AND c.code = ?3 ORDER BY r.seq DESC",
            family.bytes(),
            code.0.as_str(),
        ),
        Fact::CategoryOfPerson(person, code) => (
            "SELECT r.deed FROM row_change r JOIN category c ON c.id = r.row_key
             WHERE r.person = ?1 AND r.table_name = 'category' AND r.seq > ?2 AND c.code = ?3 ORDER BY r.seq DESC",
            person.bytes(),
            code.0.as_str(),
        ),
    };
    let mut statement = tx.prepare_cached(sql)?;
    let rows = statement.query_map(params![of, seq, word], |row| row.get(0).map(DeedId::from_bytes))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The first deed of another desk (not of `own`) that changed a family or anything of it or of its people after a row of the log, and is
/// in force.
pub fn changed_family_since(
    tx: &Tx,
    family: FamilyId,
    seq: i64,
    own: impl Fn(&DeedId) -> bool,
) -> Result<Option<DeedLine>, StoreError> {
    let sql = "SELECT deed, min(seq) FROM (
            SELECT deed, seq FROM row_change WHERE row_key = ?1 AND seq > ?2
            UNION ALL SELECT deed, seq FROM row_change WHERE family = ?1 AND table_name <> 'family' AND seq > ?2
            UNION ALL SELECT c.deed, c.seq FROM membership m JOIN row_change c ON c.row_key = m.person AND c.seq > ?2 WHERE m.family = ?1
            UNION ALL SELECT c.deed, c.seq FROM membership m JOIN row_change c ON c.person = m.person AND c.table_name <> 'person'
           AND c.table_name NOT IN ('attendance', 'enrolment')
                      AND c.seq > ?2 WHERE m.family = ?1)
         GROUP BY deed ORDER BY 2 DESC";
    first_in_force(tx, sql, family.bytes(), seq, own)
}

/// As [`changed_family_since`], for a person.
pub fn changed_person_since(
    tx: &Tx,
    person: PersonId,
    seq: i64,
    own: impl Fn(&DeedId) -> bool,
) -> Result<Option<DeedLine>, StoreError> {
    let sql = "SELECT deed, min(seq) FROM (
            SELECT deed, seq FROM row_change WHERE row_key = ?1 AND seq > ?2
            UNION ALL SELECT deed, seq FROM row_change WHERE person = ?1 AND table_name <> 'person'
           AND table_name NOT IN ('attendance', 'enrolment') AND seq > ?2)
         GROUP BY deed ORDER BY 2 DESC";
    first_in_force(tx, sql, person.bytes(), seq, own)
}

fn first_in_force(
    tx: &Tx,
    sql: &str,
    key: &[u8; 16],
    seq: i64,
    own: impl Fn(&DeedId) -> bool,
) -> Result<Option<DeedLine>, StoreError> {
    let mut statement = tx.prepare_cached(sql)?;
    let deeds: Vec<DeedId> =
        statement.query_map(params![key, seq], |row| row.get(0).map(DeedId::from_bytes))?.collect::<Result<_, _>>()?;
    for deed in deeds.into_iter().filter(|deed| !own(deed)) {
        // A deed that was taken back, and the taking back itself, left things as they were.
        if reversal_of(tx, deed)?.is_none() && undone_by(tx, deed)?.is_none() {
            return line(tx, deed);
        }
    }
    Ok(None)
}
