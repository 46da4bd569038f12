//! Rows of lists and counters: what a screen shows of many families at once, without opening their cards.

use chrono::{Days, NaiveDate};
use rusqlite::{OptionalExtension, params};

use super::categories;
use super::columns::{Count, Day, Number};
use super::people;
use super::{StoreError, Tx};
use crate::domain::address::Address;
use crate::domain::category::CategoryCode;
use crate::domain::id::{FamilyId, PersonId};
use crate::domain::number::FamilyNumber;
use crate::domain::person::{BirthDate, PersonName};

/// A person in a list.
#[derive(Clone, PartialEq, Debug)]
pub struct PersonLine {
    /// The office's own key.
    pub key: Option<String>,
    /// Name.
    pub name: PersonName,
    /// Birth.
    pub birth: Option<BirthDate>,
    /// The first phone.
    pub phone: Option<String>,
    /// Actual address of a person without a family.
    pub address: Option<Address>,
}

/// A family in a list.
#[derive(Clone, PartialEq, Debug)]
pub struct FamilyLine {
    /// Its number.
    pub number: FamilyNumber,
    /// Whether the entry is closed.
    pub closed: bool,
    /// The head, where there is one.
    pub head: Option<(PersonId, PersonName)>,
    /// Actual address.
    pub address: Option<Address>,
    /// Present members.
    pub members: usize,
    /// Children among them on the day.
    pub children: usize,
    /// Categories of the family or a present member in force on the day, in catalogue order.
    pub categories: Vec<CategoryCode>,
}

/// A person in brief: what a script is told.
#[derive(Clone, PartialEq, Debug)]
pub struct BriefLine {
    /// The office's own key.
    pub key: Option<String>,
    /// Name.
    pub name: PersonName,
    /// Birth.
    pub birth: Option<BirthDate>,
    /// The first phone.
    pub phone: Option<String>,
    /// The number of the family.
    pub number: Option<FamilyNumber>,
}

/// A person in brief, in this family.
pub fn brief(tx: &Tx, id: PersonId, family: Option<FamilyId>) -> Result<Option<BriefLine>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT p.key, p.surname, p.given_name, p.patronymic, p.birth_date, p.birth_precision,
                (SELECT settled FROM phone h WHERE h.person = p.id AND h.until_on IS NULL ORDER BY h.position LIMIT 1),
                (SELECT number FROM family f WHERE f.id = ?2)
         FROM person p WHERE p.id = ?1",
    )?;
    let line = statement.query_row(params![id.bytes(), family.as_ref().map(FamilyId::bytes)], |row| {
        Ok(BriefLine {
            key: row.get(0)?,
            name: PersonName { surname: row.get(1)?, given: row.get(2)?, patronymic: row.get(3)? },
            birth: people::birth_of(row, 4)?,
            phone: row.get(6)?,
            number: row.get::<_, Option<Number>>(7)?.map(|number| number.0),
        })
    });
    Ok(line.optional()?)
}

/// A person as a list shows them.
pub fn person(tx: &Tx, id: PersonId) -> Result<Option<PersonLine>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT p.key, p.surname, p.given_name, p.patronymic, p.birth_date, p.birth_precision,
                (SELECT settled FROM phone h WHERE h.person = p.id AND h.until_on IS NULL ORDER BY h.position LIMIT 1)
         FROM person p WHERE p.id = ?1",
    )?;
    let line = statement
        .query_row(params![id.bytes()], |row| {
            Ok(PersonLine {
                key: row.get(0)?,
                name: PersonName { surname: row.get(1)?, given: row.get(2)?, patronymic: row.get(3)? },
                birth: people::birth_of(row, 4)?,
                phone: row.get(6)?,
                address: None,
            })
        })
        .optional()?;
    let Some(mut line) = line else { return Ok(None) };
    let owner = categories::Owner::Person(id);
    line.address = categories::address(tx, owner, crate::domain::address::AddressKind::Actual)?;
    Ok(Some(line))
}

/// A family as a list shows it on a day.
pub fn family(tx: &Tx, id: FamilyId, day: NaiveDate) -> Result<Option<FamilyLine>, StoreError> {
    let row = tx
        .prepare_cached("SELECT number, closed_on FROM family WHERE id = ?1")?
        .query_row(params![id.bytes()], |row| Ok((row.get::<_, Number>(0)?.0, row.get::<_, Option<Day>>(1)?)))
        .optional()?;
    let Some((number, closed_on)) = row else { return Ok(None) };
    let mut statement = tx.prepare_cached(
        "SELECT p.birth_date, p.birth_precision, m.relation = 'head', p.id, p.surname, p.given_name, p.patronymic
         FROM membership m JOIN person p ON p.id = m.person WHERE m.family = ?1 AND m.until_on IS NULL",
    )?;
    let (mut births, mut head) = (Vec::new(), None);
    let mut rows = statement.query(params![id.bytes()])?;
    while let Some(row) = rows.next()? {
        births.push(people::birth_of(row, 0)?);
        if row.get(2)? {
            let name = PersonName { surname: row.get(4)?, given: row.get(5)?, patronymic: row.get(6)? };
            head = Some((PersonId::from_bytes(row.get(3)?), name));
        }
    }
    let owner = categories::Owner::Family(id);
    Ok(Some(FamilyLine {
        number,
        closed: closed_on.is_some_and(|closed| closed.0 <= day),
        head,
        address: categories::address(tx, owner, crate::domain::address::AddressKind::Actual)?,
        members: births.len(),
        children: births.iter().flatten().filter(|birth| birth.is_child_on(day)).count(),
        categories: categories_in_force(tx, id, day)?,
    }))
}

/// A family has a category when it or any present member has it.
fn categories_in_force(tx: &Tx, family: FamilyId, day: NaiveDate) -> Result<Vec<CategoryCode>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT k.code FROM category_kind k JOIN (
             SELECT code, since, until FROM category WHERE family = ?1 AND voided = 0
             UNION ALL
             SELECT c.code, c.since, c.until FROM membership m JOIN category c ON c.person = m.person
             WHERE m.family = ?1 AND m.until_on IS NULL AND c.voided = 0
         ) held ON held.code = k.code
         WHERE (held.since IS NULL OR held.since <= ?2) AND (held.until IS NULL OR ?2 <= held.until)
         GROUP BY k.code ORDER BY k.position, k.code",
    )?;
    let rows = statement.query_map(params![family.bytes(), Day(day)], |row| row.get(0).map(CategoryCode))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Families registered on each of the last seven days, oldest first, `day` last; not those registered by mistake or merged into others.
pub fn registered_in_week(tx: &Tx, day: NaiveDate) -> Result<[usize; 7], StoreError> {
    let first = day.checked_sub_days(Days::new(6)).unwrap_or(day);
    let mut statement = tx.prepare_cached(
        "SELECT registered_on, count(*) FROM family WHERE registered_on BETWEEN ?1 AND ?2
         AND voided_on IS NULL AND merged_into IS NULL GROUP BY registered_on",
    )?;
    let mut rows = statement.query(params![Day(first), Day(day)])?;
    let mut week = [0; 7];
    while let Some(row) = rows.next()? {
        let on: Day = row.get(0)?;
        let place = usize::try_from((on.0 - first).num_days()).ok();
        if let Some(count) = place.and_then(|place| week.get_mut(place)) {
            *count = row.get::<_, Count>(1)?.0;
        }
    }
    Ok(week)
}

/// Cards corrected on a day.
pub fn corrected_on(tx: &Tx, day: NaiveDate) -> Result<usize, StoreError> {
    let next = day.succ_opt().unwrap_or(day);
    Ok(tx
        .prepare_cached("SELECT count(*) FROM journal WHERE action = 'family-corrected' AND at >= ?1 AND at < ?2")?
        .query_row(params![Day(day), Day(next)], |row| Ok(row.get::<_, Count>(0)?.0))?)
}

/// Families open on the register, and the people in them.
pub fn standing(tx: &Tx) -> Result<(usize, usize), StoreError> {
    let families = tx
        .prepare_cached("SELECT count(*) FROM family WHERE closed_on IS NULL")?
        .query_row([], |row| Ok(row.get::<_, Count>(0)?.0))?;
    let people = tx
        .prepare_cached(
            "SELECT count(DISTINCT person) FROM membership
             WHERE until_on IS NULL AND family NOT IN (SELECT id FROM family WHERE closed_on IS NOT NULL)",
        )?
        .query_row([], |row| Ok(row.get::<_, Count>(0)?.0))?;
    Ok((families, people))
}
