//! The facts that filters of the register look at: of all families in one pass a table, or of some after a change; and the rows of a
//! list, read for the few families that are on the screen.
//!
//! Why filters are not SQL: one condition over members or categories of 35 000 families costs 150-180 ms in SQL, and a list is to be
//! counted and drawn in 100 ms with any number of conditions. The facts of a family take about half a kilobyte.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};
use uuid::Uuid;

use super::columns::{Code, Day, Number};
use super::people::birth_of;
use super::{StoreError, Tx};
use crate::domain::filter::{Area, Facts, Held, MemberFacts, Settlement, folded, ukrainian_key};
use crate::domain::id::{FamilyId, ListId, PersonId};
use crate::domain::person::{PersonName, Sex};
use crate::domain::place::CODIFIER;

/// Families that stand on the register: one that was registered by mistake or merged into another is in no list.
const FAMILY: &str = "SELECT f.id, f.number, f.registered_on, f.closed_on, t.on_day, a.settlement_code, a.settlement, a.district, a.street,
            g.on_day
     FROM family f LEFT JOIN contact t ON t.family = f.id LEFT JOIN last_aid g ON g.family = f.id
     LEFT JOIN address a ON a.family = f.id AND a.kind = 'actual' AND a.until_on IS NULL
     WHERE f.voided_on IS NULL AND f.merged_into IS NULL";

const PERSON: &str =
    "p.surname, p.given_name, p.patronymic, p.sex, p.birth_date, p.birth_precision, p.consent_kind IS NOT NULL";

/// Texts and what was made of them, each made once.
#[derive(Default)]
struct Shared {
    folded: HashMap<String, Arc<str>>,
    codes: HashMap<String, Arc<str>>,
    areas: HashMap<Arc<str>, Option<Area>>,
}

impl Shared {
    fn folded(&mut self, text: Option<&str>) -> Arc<str> {
        let text = text.unwrap_or_default();
        match self.folded.get(text) {
            Some(known) => known.clone(),
            None => {
                let made: Arc<str> = folded(text).into();
                self.folded.insert(text.to_owned(), made.clone());
                made
            }
        }
    }

    fn code(&mut self, code: &str) -> Arc<str> {
        match self.codes.get(code) {
            Some(known) => known.clone(),
            None => {
                let made: Arc<str> = code.into();
                self.codes.insert(code.to_owned(), made.clone());
                made
            }
        }
    }

    /// By the place where the codifier knows it; a starosta district lies in the country whatever the place.
    fn area(&mut self, settlement_code: Option<&Arc<str>>, district: &str) -> Option<Area> {
        if !district.is_empty() {
            return Some(Area::Rural);
        }
        let code = settlement_code?;
        *self.areas.entry(code.clone()).or_insert_with(|| {
            let place = CODIFIER.get(code)?;
            Some(if place.is_rural() { Area::Rural } else { Area::Urban })
        })
    }
}

fn id(row: &Row<'_>, at: usize) -> rusqlite::Result<Uuid> {
    row.get(at).map(Uuid::from_bytes)
}

fn text<'r>(row: &'r Row<'_>, at: usize) -> rusqlite::Result<Option<&'r str>> {
    Ok(row.get_ref(at)?.as_str_or_null()?)
}

/// A family without its people.
fn family_of(row: &Row<'_>, shared: &mut Shared) -> rusqlite::Result<Facts> {
    let settlement_code = text(row, 5)?.map(|code| shared.code(code));
    let district = shared.folded(text(row, 7)?);
    Ok(Facts {
        family: FamilyId(id(row, 0)?),
        number: row.get::<_, Number>(1)?.0,
        registered_on: row.get::<_, Day>(2)?.0,
        closed_on: row.get::<_, Option<Day>>(3)?.map(|day| day.0),
        last_contact: row.get::<_, Option<Day>>(4)?.map(|day| day.0),
        last_aid: row.get::<_, Option<Day>>(9)?.map(|day| day.0),
        name_key: Box::default(),
        members: Vec::new(),
        categories: Vec::new(),
        settlement: shared.folded(text(row, 6)?),
        area: shared.area(settlement_code.as_ref(), &district),
        settlement_code,
        district,
        street: shared.folded(text(row, 8)?),
        has_address: text(row, 6)?.is_some(),
        lists: Vec::new(),
    })
}

/// A person from the columns of [`PERSON`]; phones and papers are not among them. Also the name's place in the alphabet.
fn member_of(row: &Row<'_>, at: usize, person: Uuid) -> rusqlite::Result<(MemberFacts, String)> {
    let [surname, given, patronymic] = [0, 1, 2].map(|part| text(row, at + part).map(Option::unwrap_or_default));
    let (surname, given, patronymic) = (surname?, given?, patronymic?);
    let name = format!("{surname} {given} {patronymic}");
    let member = MemberFacts {
        person: PersonId(person),
        birth: birth_of(row, at + 4)?,
        name: folded(&name).into(),
        has_patronymic: !patronymic.is_empty(),
        has_sex: row.get::<_, Option<Code<Sex>>>(at + 3)?.is_some(),
        has_consent: row.get(at + 6)?,
        has_phone: false,
        has_papers: false,
    };
    Ok((member, name))
}

impl Facts {
    fn take(&mut self, member: MemberFacts, name: &str, is_head: bool) {
        if is_head || self.members.is_empty() {
            self.name_key = ukrainian_key(name);
        }
        self.members.push(member);
        if is_head {
            let last = self.members.len() - 1;
            self.members.swap(0, last);
        }
    }
}

fn held(row: &Row<'_>, at: usize, shared: &mut Shared) -> rusqlite::Result<Held> {
    Ok(Held {
        code: shared.code(text(row, at)?.unwrap_or_default()),
        since: row.get::<_, Option<Day>>(at + 1)?.map(|day| day.0),
        until: row.get::<_, Option<Day>>(at + 2)?.map(|day| day.0),
    })
}

/// The facts of every family. Each table is read once, from its beginning to its end.
pub fn all(tx: &Tx) -> Result<Vec<Facts>, StoreError> {
    let mut shared = Shared::default();
    let mut families = Vec::new();
    let mut places: HashMap<Uuid, usize> = HashMap::new();
    let mut statement = tx.prepare(FAMILY)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let facts = family_of(row, &mut shared)?;
        places.insert(facts.family.0, families.len());
        families.push(facts);
    }
    let phones = people(tx, "SELECT person FROM phone WHERE until_on IS NULL")?;
    let papers = people(tx, "SELECT person FROM document WHERE status = 'valid'")?;
    // Of each person the families; from the index alone, in its order.
    let mut stands: HashMap<Uuid, Vec<(usize, bool)>> = HashMap::with_capacity(families.len() * 3);
    each(tx, "SELECT person, family, relation = 'head' FROM membership WHERE until_on IS NULL", |row| {
        if let Some(place) = places.get(&id(row, 1)?) {
            stands.entry(id(row, 0)?).or_default().push((*place, row.get(2)?));
        }
        Ok(())
    })?;
    let sql = format!("SELECT p.id, {PERSON} FROM person p");
    let mut statement = tx.prepare(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let person = id(row, 0)?;
        let Some(stands) = stands.get(&person) else { continue };
        let (mut member, name) = member_of(row, 1, person)?;
        member.has_phone = phones.contains(&person);
        member.has_papers = papers.contains(&person);
        for (place, is_head) in stands {
            if let Some(family) = families.get_mut(*place) {
                family.take(member.clone(), &name, *is_head);
            }
        }
    }
    each(tx, "SELECT family, person, code, since, until FROM category WHERE voided = 0", |row| {
        let held = held(row, 2, &mut shared)?;
        let family = row.get::<_, Option<[u8; 16]>>(0)?.map(Uuid::from_bytes);
        let person = row.get::<_, Option<[u8; 16]>>(1)?.map(Uuid::from_bytes);
        let of_family = family.and_then(|family| places.get(&family).copied());
        let of_person = person.and_then(|person| stands.get(&person)).into_iter().flatten().map(|(place, _)| *place);
        for place in of_family.into_iter().chain(of_person) {
            if let Some(family) = families.get_mut(place) {
                family.categories.push(held.clone());
            }
        }
        Ok(())
    })?;
    each(tx, "SELECT family, list FROM family_list_member WHERE removed_on IS NULL", |row| {
        if let Some(family) = places.get(&id(row, 0)?).and_then(|place| families.get_mut(*place)) {
            family.lists.push(ListId(id(row, 1)?));
        }
        Ok(())
    })?;
    families.shrink_to_fit();
    Ok(families)
}

fn each(tx: &Tx, sql: &str, mut take: impl FnMut(&Row<'_>) -> rusqlite::Result<()>) -> Result<(), StoreError> {
    let mut statement = tx.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        take(row)?;
    }
    Ok(())
}

fn people(tx: &Tx, sql: &str) -> Result<HashSet<Uuid>, StoreError> {
    let mut found = HashSet::new();
    each(tx, sql, |row| {
        found.insert(id(row, 0)?);
        Ok(())
    })?;
    Ok(found)
}

/// The facts of these families; of one that is no longer there nothing comes.
pub fn of_families(tx: &Tx, wanted: &[FamilyId]) -> Result<Vec<Facts>, StoreError> {
    let mut shared = Shared::default();
    let mut found = Vec::with_capacity(wanted.len());
    let mut family = tx.prepare_cached(&format!("{FAMILY} AND f.id = ?1"))?;
    let mut members = tx.prepare_cached(&format!(
        "SELECT p.id, m.relation = 'head',
                EXISTS (SELECT 1 FROM phone h WHERE h.person = p.id AND h.until_on IS NULL),
                EXISTS (SELECT 1 FROM document d WHERE d.person = p.id AND d.status = 'valid'), {PERSON}
         FROM membership m JOIN person p ON p.id = m.person WHERE m.family = ?1 AND m.until_on IS NULL"
    ))?;
    let mut categories = tx.prepare_cached(
        "SELECT code, since, until FROM category WHERE family = ?1 AND voided = 0
         UNION ALL
         SELECT c.code, c.since, c.until FROM membership m JOIN category c ON c.person = m.person
         WHERE m.family = ?1 AND m.until_on IS NULL AND c.voided = 0",
    )?;
    let mut lists =
        tx.prepare_cached("SELECT list FROM family_list_member WHERE family = ?1 AND removed_on IS NULL")?;
    for one in wanted {
        let Some(mut facts) = family.query_row(params![one.bytes()], |row| family_of(row, &mut shared)).optional()?
        else {
            continue;
        };
        let mut rows = members.query(params![one.bytes()])?;
        while let Some(row) = rows.next()? {
            let (mut member, name) = member_of(row, 4, id(row, 0)?)?;
            (member.has_phone, member.has_papers) = (row.get(2)?, row.get(3)?);
            facts.take(member, &name, row.get(1)?);
        }
        let mut rows = categories.query(params![one.bytes()])?;
        while let Some(row) = rows.next()? {
            facts.categories.push(held(row, 0, &mut shared)?);
        }
        facts.lists =
            lists.query_map(params![one.bytes()], |row| Ok(ListId(id(row, 0)?)))?.collect::<Result<_, _>>()?;
        found.push(facts);
    }
    Ok(found)
}

/// What a row of a list shows beside what [`super::lists::family`] says.
#[derive(Clone, PartialEq, Debug)]
pub struct RowExtra {
    /// The head, or whoever stands first.
    pub head: PersonName,
    /// Ages of the children, oldest first.
    pub children: Vec<u32>,
    /// First day on the register.
    pub registered_on: NaiveDate,
    /// Day of the last contact.
    pub last_contact: Option<NaiveDate>,
}

/// The rest of a family's row on a day.
pub fn row(tx: &Tx, family: FamilyId, day: NaiveDate) -> Result<Option<RowExtra>, StoreError> {
    let days = tx
        .prepare_cached(
            "SELECT f.registered_on, t.on_day FROM family f LEFT JOIN contact t ON t.family = f.id WHERE f.id = ?1",
        )?
        .query_row(params![family.bytes()], |row| {
            Ok((row.get::<_, Day>(0)?.0, row.get::<_, Option<Day>>(1)?.map(|day| day.0)))
        })
        .optional()?;
    let Some((registered_on, last_contact)) = days else { return Ok(None) };
    let mut extra = RowExtra { head: PersonName::default(), children: Vec::new(), registered_on, last_contact };
    let mut statement = tx.prepare_cached(
        "SELECT p.surname, p.given_name, p.patronymic, p.birth_date, p.birth_precision
         FROM membership m JOIN person p ON p.id = m.person
         WHERE m.family = ?1 AND m.until_on IS NULL ORDER BY m.relation <> 'head', m.position, m.id",
    )?;
    let mut rows = statement.query(params![family.bytes()])?;
    let mut is_first = true;
    while let Some(row) = rows.next()? {
        if std::mem::take(&mut is_first) {
            extra.head = PersonName { surname: row.get(0)?, given: row.get(1)?, patronymic: row.get(2)? };
        }
        extra.children.extend(birth_of(row, 3)?.filter(|birth| birth.is_child_on(day)).map(|birth| birth.age_on(day)));
    }
    extra.children.sort_unstable_by(|one, other| other.cmp(one));
    Ok(Some(extra))
}

/// Starosta districts and settlements of present actual addresses, the most frequent first: what a filter can ask for.
pub fn places(tx: &Tx) -> Result<(Vec<String>, Vec<Settlement>), StoreError> {
    let mut districts = tx.prepare_cached(
        "SELECT district FROM address WHERE family IS NOT NULL AND kind = 'actual' AND until_on IS NULL AND district <> ''
         GROUP BY district ORDER BY count(*) DESC, district",
    )?;
    let districts = districts.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut settlements = tx.prepare_cached(
        "SELECT settlement_code, settlement FROM address
         WHERE family IS NOT NULL AND kind = 'actual' AND until_on IS NULL AND settlement <> ''
         GROUP BY settlement_code, settlement ORDER BY count(*) DESC, settlement",
    )?;
    let settlements = settlements
        .query_map([], |row| Ok(Settlement { code: row.get(0)?, name: row.get(1)? }))?
        .collect::<Result<_, _>>()?;
    Ok((districts, settlements))
}

/// Notes the day of a deed about a family. An older day never takes the place of a newer one.
pub fn contact(tx: &Tx, family: FamilyId, on: NaiveDate) -> Result<(), StoreError> {
    tx.prepare_cached(
        "INSERT INTO contact (family, on_day) VALUES (?1, ?2)
         ON CONFLICT (family) DO UPDATE SET on_day = excluded.on_day WHERE excluded.on_day > on_day",
    )?
    .execute(params![family.bytes(), Day(on)])?;
    Ok(())
}
