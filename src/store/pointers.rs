//! THE list of everything that points to a person or a family, so that all of it follows when two become one.
//!
//! A column that REFERENCES person or family is here, or a test says that it is missing. What would break a rule by following (somebody
//! twice in one family, two present addresses of one kind) is ended by the caller before.

use rusqlite::params;

use super::{StoreError, Tx};
use crate::domain::id::{FamilyId, PersonId};

/// Columns that name a person.
const PEOPLE: [(&str, &str); 14] = [
    ("membership", "person"),
    ("address", "person"),
    ("phone", "person"),
    ("document", "person"),
    ("category", "person"),
    ("former_name", "person"),
    ("collector", "person"),
    ("act_recipient", "person"),
    ("campaign_expected", "person"),
    ("enrolment", "person"),
    ("attendance", "person"),
    ("act_recipient", "collector_person"),
    ("distinct_pair", "one_person"),
    ("distinct_pair", "other_person"),
];

/// Columns that name a family.
const FAMILIES: [(&str, &str); 10] = [
    ("membership", "family"),
    ("address", "family"),
    ("category", "family"),
    ("closure", "family"),
    ("collector", "family"),
    ("family_list_member", "family"),
    ("act_recipient", "family"),
    ("campaign_expected", "family"),
    ("distinct_pair", "one_family"),
    ("distinct_pair", "other_family"),
];

/// The marks by which a merged one leads to the kept one: followed when asked, never rewritten.
#[cfg(test)]
const LEADS: [(&str, &str); 2] = [("person", "merged_into"), ("family", "merged_into")];

fn repoint((table, column): (&str, &str)) -> String {
    format!("UPDATE {table} SET {column} = ?2 WHERE {column} = ?1")
}

/// Whatever points to `gone` points to `keep` from now on.
pub fn follow_person(tx: &Tx, gone: PersonId, keep: PersonId) -> Result<(), StoreError> {
    for pointer in PEOPLE {
        tx.prepare_cached(&repoint(pointer))?.execute(params![gone.bytes(), keep.bytes()])?;
    }
    void_own_pairs(tx)
}

/// As [`follow_person`], for a family.
pub fn follow_family(tx: &Tx, gone: FamilyId, keep: FamilyId) -> Result<(), StoreError> {
    for pointer in FAMILIES {
        tx.prepare_cached(&repoint(pointer))?.execute(params![gone.bytes(), keep.bytes()])?;
    }
    void_own_pairs(tx)
}

/// Nobody is different from themselves: what was said before they became one holds no more.
fn void_own_pairs(tx: &Tx) -> Result<(), StoreError> {
    tx.prepare_cached(
        "UPDATE distinct_pair SET voided = 1 WHERE voided = 0 AND (one_family = other_family OR one_person = other_person)",
    )?
    .execute([])?;
    Ok(())
}

/// Of two marks in one session the better one stays: who came as one of the two came, an excuse is more than an absence; and whoever was
/// expected as either was expected. Of two places in one course the one that was completed, then the one that is a place, and of two places
/// or two turns in the waiting list the earlier one.
const ONE_MARK_A_SESSION: [&str; 6] = [
    "UPDATE attendance SET expected = 1 WHERE person IN (?1, ?2) AND voided = 0 AND expected = 0 AND EXISTS (
         SELECT 1 FROM attendance o WHERE o.person IN (?1, ?2) AND o.person <> attendance.person
         AND o.session = attendance.session AND o.voided = 0 AND o.expected = 1)",
    "UPDATE attendance SET voided = 1 WHERE person = ?1 AND voided = 0 AND EXISTS (
         SELECT 1 FROM attendance k WHERE k.person = ?2 AND k.session = attendance.session AND k.voided = 0
         AND instr('absent excused present', k.outcome) >= instr('absent excused present', attendance.outcome))",
    "UPDATE attendance SET voided = 1 WHERE person = ?2 AND voided = 0 AND EXISTS (
         SELECT 1 FROM attendance g WHERE g.person = ?1 AND g.session = attendance.session AND g.voided = 0)",
    // A place that was taken by standing there is a place of the list where the other one was on the list.
    "UPDATE enrolment SET source = 'hand' WHERE person IN (?1, ?2) AND voided = 0 AND until_on IS NULL AND source = 'spot' AND EXISTS (
         SELECT 1 FROM enrolment o WHERE o.person IN (?1, ?2) AND o.person <> enrolment.person AND o.voided = 0 AND o.until_on IS NULL
         AND o.series IS enrolment.series AND o.session IS enrolment.session AND o.source <> 'spot' AND o.waiting = 0)",
    "UPDATE enrolment SET voided = 1 WHERE person = ?1 AND voided = 0 AND until_on IS NULL AND EXISTS (
         SELECT 1 FROM enrolment k WHERE k.person = ?2 AND k.voided = 0 AND k.until_on IS NULL
         AND k.series IS enrolment.series AND k.session IS enrolment.session
         AND (k.completed_on IS NOT NULL AND enrolment.completed_on IS NULL
              OR (k.completed_on IS NULL) = (enrolment.completed_on IS NULL) AND (k.waiting < enrolment.waiting
                 OR k.waiting = enrolment.waiting
                    AND coalesce(k.waiting_since, k.from_on) <= coalesce(enrolment.waiting_since, enrolment.from_on))))",
    "UPDATE enrolment SET voided = 1 WHERE person = ?2 AND voided = 0 AND until_on IS NULL AND EXISTS (
         SELECT 1 FROM enrolment g WHERE g.person = ?1 AND g.voided = 0 AND g.until_on IS NULL
         AND g.series IS enrolment.series AND g.session IS enrolment.session)",
];

/// What would break a rule if it followed a person: their addresses that the kept one has too, their places in families in which the
/// kept one stands, their marks and places at events at which the kept one has one, and the very same categories, which would stand there
/// twice.
pub fn end_doubles_of_person(
    tx: &Tx,
    gone: PersonId,
    keep: PersonId,
    today: chrono::NaiveDate,
) -> Result<(), StoreError> {
    let today = super::columns::Day(today);
    tx.prepare_cached(
        "UPDATE address SET until_on = max(?3, from_on) WHERE person = ?1 AND until_on IS NULL
         AND kind IN (SELECT kind FROM address WHERE person = ?2 AND until_on IS NULL)",
    )?
    .execute(params![gone.bytes(), keep.bytes(), today])?;
    tx.prepare_cached(
        "UPDATE membership SET until_on = max(?3, from_on), reason = 'merged' WHERE person = ?1 AND until_on IS NULL
         AND family IN (SELECT family FROM membership WHERE person = ?2 AND until_on IS NULL)",
    )?
    .execute(params![gone.bytes(), keep.bytes(), today])?;
    tx.prepare_cached(
        "UPDATE campaign_expected SET removed_on = max(?3, added_on) WHERE person = ?1 AND removed_on IS NULL
         AND session IN (SELECT session FROM campaign_expected WHERE person = ?2 AND removed_on IS NULL)",
    )?
    .execute(params![gone.bytes(), keep.bytes(), today])?;
    for sql in ONE_MARK_A_SESSION {
        tx.prepare_cached(sql)?.execute(params![gone.bytes(), keep.bytes()])?;
    }
    tx.prepare_cached(
        "UPDATE category SET voided = 1 WHERE person = ?1 AND voided = 0 AND EXISTS (
             SELECT 1 FROM category k WHERE k.person = ?2 AND k.voided = 0 AND k.code = category.code
             AND k.since IS category.since AND k.until IS category.until AND category.basis IN ('', k.basis))",
    )?
    .execute(params![gone.bytes(), keep.bytes()])?;
    Ok(())
}

/// What would break a rule if it followed a family: its addresses and categories that the kept one has too, its place in lists in which
/// the kept one is, its head, its open closure, and the places of people who stand in the kept one.
pub fn end_doubles_of_family(
    tx: &Tx,
    gone: FamilyId,
    keep: FamilyId,
    today: chrono::NaiveDate,
) -> Result<(), StoreError> {
    let today = super::columns::Day(today);
    tx.prepare_cached(
        "UPDATE address SET until_on = max(?3, from_on) WHERE family = ?1 AND until_on IS NULL
         AND kind IN (SELECT kind FROM address WHERE family = ?2 AND until_on IS NULL)",
    )?
    .execute(params![gone.bytes(), keep.bytes(), today])?;
    tx.prepare_cached(
        "UPDATE membership SET until_on = max(?3, from_on), reason = 'merged' WHERE family = ?1 AND until_on IS NULL
         AND person IN (SELECT person FROM membership WHERE family = ?2 AND until_on IS NULL)",
    )?
    .execute(params![gone.bytes(), keep.bytes(), today])?;
    tx.prepare_cached(
        "UPDATE family_list_member SET removed_on = max(?3, added_on) WHERE family = ?1 AND removed_on IS NULL
         AND list IN (SELECT list FROM family_list_member WHERE family = ?2 AND removed_on IS NULL)",
    )?
    .execute(params![gone.bytes(), keep.bytes(), today])?;
    tx.prepare_cached(
        "UPDATE campaign_expected SET removed_on = max(?3, added_on) WHERE family = ?1 AND removed_on IS NULL
         AND session IN (SELECT session FROM campaign_expected WHERE family = ?2 AND removed_on IS NULL)",
    )?
    .execute(params![gone.bytes(), keep.bytes(), today])?;
    tx.prepare_cached(
        "UPDATE category SET voided = 1 WHERE family = ?1 AND voided = 0 AND EXISTS (
             SELECT 1 FROM category k WHERE k.family = ?2 AND k.voided = 0 AND k.code = category.code
             AND k.since IS category.since AND k.until IS category.until AND category.basis IN ('', k.basis))",
    )?
    .execute(params![gone.bytes(), keep.bytes()])?;
    tx.prepare_cached(
        "UPDATE membership SET relation = 'other' WHERE family = ?1 AND until_on IS NULL AND relation = 'head'",
    )?
    .execute(params![gone.bytes()])?;
    tx.prepare_cached(
        "UPDATE closure SET until_on = max(?2, from_on) WHERE family = ?1 AND until_on IS NULL AND voided = 0",
    )?
    .execute(params![gone.bytes(), today])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::Store;
    use super::super::keys::DataKey;
    use super::{FAMILIES, LEADS, PEOPLE};
    use std::collections::BTreeSet;

    #[test]
    fn everything_that_points_to_a_person_or_a_family_is_in_the_list() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::create(&folder.path().join("office.db"), &DataKey::generate().unwrap()).unwrap();
        let mut statement = store
            .connection
            .prepare(
                "SELECT t.name, k.\"from\" FROM sqlite_schema t, pragma_foreign_key_list(t.name) k
                 WHERE t.type = 'table' AND k.\"table\" IN ('person', 'family')",
            )
            .unwrap();
        let pointers: BTreeSet<(String, String)> =
            statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().collect::<Result<_, _>>().unwrap();
        let listed: BTreeSet<(String, String)> = PEOPLE
            .iter()
            .chain(&FAMILIES)
            .chain(&LEADS)
            .map(|(table, column)| ((*table).to_owned(), (*column).to_owned()))
            .collect();
        assert_eq!(pointers, listed);
    }
}
