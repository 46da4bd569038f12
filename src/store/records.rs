//! What the search index knows, read from the tables: everybody in one pass a table, slice by slice, or some people after a change.

use std::collections::HashMap;
use std::iter::Peekable;

use rusqlite::params;
use uuid::Uuid;

use super::columns::{Code, Count, Number};
use super::people::birth_of;
use super::{StoreError, Tx, catalogue, families, past};
use crate::domain::document::{Document, DocumentKind};
use crate::domain::id::{FamilyId, PersonId};
use crate::domain::number::FamilyNumber;
use crate::domain::person::{PersonName, Sex};
use crate::domain::phone::Phone;
use crate::domain::street::{Renamed, Streets};
use crate::search::Record;

/// What a record takes from the family.
struct FamilyFacts {
    number: FamilyNumber,
    closed: bool,
    /// Numbers that lead here.
    also: Vec<FamilyNumber>,
}

/// A family that a person stands in.
struct Standing {
    family: Uuid,
    is_head: bool,
}

/// Settlement, street, building, flat, and the other names of the street.
struct Place {
    settlement: String,
    street: String,
    building: String,
    flat: String,
    renamed: Option<Renamed>,
}

/// A place from columns `settlement_code, settlement, street, building, flat`.
fn place_of(row: &rusqlite::Row<'_>, at: usize, streets: &Streets) -> rusqlite::Result<Place> {
    let (settlement, street): (String, String) = (row.get(at + 1)?, row.get(at + 2)?);
    let renamed = if streets.is_empty() {
        None
    } else {
        let code: Option<String> = row.get(at)?;
        streets.names_of(code.as_deref(), &settlement, &street).cloned()
    };
    Ok(Place { settlement, street, building: row.get(at + 3)?, flat: row.get(at + 4)?, renamed })
}

/// Everybody, read in slices with other work between them. Persons, phones, papers and memberships lie in the same order of keys, so they
/// are read side by side, one row of each at a time; families and places are looked up. Of phones and papers only what is searched by
/// is read. The tables may change between two slices: whoever changed after the first is in the log of changes and is to be read again.
pub struct Everybody {
    streets: Streets,
    families: HashMap<Uuid, FamilyFacts>,
    places: HashMap<Uuid, Place>,
    former: HashMap<Uuid, Vec<PersonName>>,
    table: Table,
    /// The last row that was read of the table.
    after: Uuid,
    read: usize,
    /// About how many rows there are to read.
    total: usize,
}

/// What is being read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Table {
    Families,
    Places,
    People,
    Nothing,
}

impl Everybody {
    /// Before the first slice.
    pub fn begin(tx: &Tx) -> Result<Self, StoreError> {
        let count = |sql: &str| tx.prepare_cached(sql)?.query_row([], |row| Ok(row.get::<_, Count>(0)?.0));
        // Nearly every family has a place.
        let total = 2 * count("SELECT count(*) FROM family")? + count("SELECT count(*) FROM person")?;
        Ok(Self {
            streets: catalogue::streets(tx)?,
            families: HashMap::new(),
            places: HashMap::new(),
            former: HashMap::new(),
            table: Table::Families,
            after: Uuid::nil(),
            read: 0,
            total,
        })
    }

    /// Which part of everybody is read, of a hundred.
    pub fn percent(&self) -> usize {
        (self.read * 100).checked_div(self.total).unwrap_or(100).min(100)
    }

    /// Reads so many rows more and hands over the records that are whole. Whether anything is left.
    pub fn step(&mut self, tx: &Tx, rows: usize, give: &mut dyn FnMut(Record)) -> Result<bool, StoreError> {
        let count = match self.table {
            Table::Families => self.read_families(tx, rows)?,
            Table::Places => self.read_places(tx, rows)?,
            Table::People => self.read_people(tx, rows, give)?,
            Table::Nothing => return Ok(false),
        };
        self.read += count;
        if count < rows {
            self.after = Uuid::nil();
            self.table = match self.table {
                Table::Families => {
                    add_merged(tx, &mut self.families)?;
                    Table::Places
                }
                Table::Places => {
                    self.former = former_of_all(tx)?;
                    Table::People
                }
                Table::People | Table::Nothing => Table::Nothing,
            };
        }
        Ok(self.table != Table::Nothing)
    }

    fn read_families(&mut self, tx: &Tx, rows: usize) -> Result<usize, StoreError> {
        let mut statement = tx.prepare_cached(
            "SELECT id, number, closed_on IS NOT NULL FROM family WHERE id > ?1 ORDER BY id LIMIT ?2",
        )?;
        let mut found = statement.query(params![self.after.as_bytes(), limit(rows)])?;
        let mut count = 0;
        while let Some(row) = found.next()? {
            self.after = uuid(row, 0)?;
            let facts = FamilyFacts { number: row.get::<_, Number>(1)?.0, closed: row.get(2)?, also: Vec::new() };
            self.families.insert(self.after, facts);
            count += 1;
        }
        Ok(count)
    }

    fn read_places(&mut self, tx: &Tx, rows: usize) -> Result<usize, StoreError> {
        let mut statement = tx.prepare_cached(
            "SELECT id, coalesce(family, person), settlement_code, settlement, street, building, flat FROM address
             WHERE id > ?1 AND until_on IS NULL AND kind = 'actual' ORDER BY id LIMIT ?2",
        )?;
        let mut found = statement.query(params![self.after.as_bytes(), limit(rows)])?;
        let mut count = 0;
        while let Some(row) = found.next()? {
            self.after = uuid(row, 0)?;
            self.places.insert(uuid(row, 1)?, place_of(row, 2, &self.streets)?);
            count += 1;
        }
        Ok(count)
    }

    fn read_people(&mut self, tx: &Tx, rows: usize, give: &mut dyn FnMut(Record)) -> Result<usize, StoreError> {
        let mut people = tx.prepare_cached(&format!("{PEOPLE} AND id > ?1 ORDER BY id LIMIT ?2"))?;
        let people: Vec<Record> =
            people.query_map(params![self.after.as_bytes(), limit(rows)], of_row)?.collect::<Result<_, _>>()?;
        let (Some(first), Some(last)) = (people.first(), people.last()) else { return Ok(0) };
        let stretch = [first.person.0, last.person.0];
        let stretch = stretch.each_ref().map(Uuid::as_bytes);
        self.after = last.person.0;
        // From the index alone: a look at each row itself would take longer than all the rest of the memberships.
        let mut memberships = tx.prepare_cached(
            "SELECT person, family, relation = 'head' FROM membership
             WHERE until_on IS NULL AND person BETWEEN ?1 AND ?2 ORDER BY person, family",
        )?;
        let mut memberships = memberships
            .query_map(stretch, |row| Ok((uuid(row, 0)?, Standing { family: uuid(row, 1)?, is_head: row.get(2)? })))?
            .peekable();
        let mut phones = tx.prepare_cached(
            "SELECT person, position, settled FROM phone WHERE until_on IS NULL AND person BETWEEN ?1 AND ?2 ORDER BY person, id",
        )?;
        let mut phones = phones
            .query_map(stretch, |row| Ok((uuid(row, 0)?, (row.get::<_, i64>(1)?, phone(row.get(2)?)))))?
            .peekable();
        let mut documents = tx.prepare_cached(
            "SELECT person, kind, number FROM document WHERE status = 'valid' AND person BETWEEN ?1 AND ?2 ORDER BY person, id",
        )?;
        let mut documents = documents.query_map(stretch, |row| Ok((uuid(row, 0)?, paper(row, 1)?)))?.peekable();
        let count = people.len();
        for mut record in people {
            let id = record.person.0;
            record.former = self.former.remove(&id).unwrap_or_default();
            record.phones = in_order(take(&mut phones, id)?);
            record.documents = take(&mut documents, id)?;
            spread(record, take(&mut memberships, id)?, &self.families, &self.places, give);
        }
        Ok(count)
    }
}

fn limit(rows: usize) -> i64 {
    i64::try_from(rows).unwrap_or(i64::MAX)
}

/// The records of these people.
pub fn of_people(tx: &Tx, people: &[PersonId]) -> Result<Vec<Record>, StoreError> {
    let mut records = Vec::new();
    let mut person = tx.prepare_cached(&format!("{PEOPLE} AND id = ?1"))?;
    let mut phones =
        tx.prepare_cached("SELECT settled FROM phone WHERE person = ?1 AND until_on IS NULL ORDER BY position")?;
    let mut documents =
        tx.prepare_cached("SELECT kind, number FROM document WHERE person = ?1 AND status = 'valid' ORDER BY id")?;
    let mut memberships = tx.prepare_cached(
        "SELECT f.id, f.number, f.closed_on IS NOT NULL, m.relation = 'head' FROM membership m JOIN family f ON f.id = m.family
         WHERE m.person = ?1 AND m.until_on IS NULL",
    )?;
    let mut place_of_family = tx.prepare_cached(
        "SELECT settlement_code, settlement, street, building, flat FROM address WHERE family = ?1 AND kind = 'actual' AND until_on IS NULL",
    )?;
    let mut place_of_person = tx.prepare_cached(
        "SELECT settlement_code, settlement, street, building, flat FROM address WHERE person = ?1 AND kind = 'actual' AND until_on IS NULL",
    )?;
    let streets = catalogue::streets(tx)?;
    let place = |row: &rusqlite::Row<'_>| place_of(row, 0, &streets);
    for id in people {
        let mut rows = person.query(params![id.bytes()])?;
        let Some(row) = rows.next()? else { continue };
        let mut record = of_row(row)?;
        record.former = past::former_names(tx, *id)?.into_iter().map(|former| former.name).collect();
        record.phones =
            phones.query_map(params![id.bytes()], |row| Ok(phone(row.get(0)?)))?.collect::<Result<_, _>>()?;
        record.documents = documents.query_map(params![id.bytes()], |row| paper(row, 0))?.collect::<Result<_, _>>()?;
        let mut families = HashMap::new();
        let mut stands_in = Vec::new();
        let mut standing = memberships.query(params![id.bytes()])?;
        while let Some(row) = standing.next()? {
            let family = uuid(row, 0)?;
            let also = past::merged_from(tx, FamilyId(family))?.into_iter().map(|(_, number)| number).collect();
            families.insert(family, FamilyFacts { number: row.get::<_, Number>(1)?.0, closed: row.get(2)?, also });
            stands_in.push(Standing { family, is_head: row.get(3)? });
        }
        let mut places = HashMap::new();
        for family in families.keys() {
            for found in place_of_family.query_map(params![family.as_bytes()], place)? {
                places.insert(*family, found?);
            }
        }
        for found in place_of_person.query_map(params![id.bytes()], place)? {
            places.insert(id.0, found?);
        }
        spread(record, stands_in, &families, &places, &mut |record| records.push(record));
    }
    Ok(records)
}

const PEOPLE: &str = "SELECT id, surname, given_name, patronymic, sex, birth_date, birth_precision, died_on IS NOT NULL FROM person \
                      WHERE merged_into IS NULL AND voided_on IS NULL";

/// Everybody's former names; few have any.
fn former_of_all(tx: &Tx) -> Result<HashMap<Uuid, Vec<PersonName>>, StoreError> {
    let mut statement = tx.prepare(
        "SELECT person, surname, given_name, patronymic FROM former_name WHERE voided = 0 ORDER BY person, until_on DESC, id DESC",
    )?;
    let mut rows = statement.query([])?;
    let mut former: HashMap<Uuid, Vec<PersonName>> = HashMap::new();
    while let Some(row) = rows.next()? {
        let name = PersonName { surname: row.get(1)?, given: row.get(2)?, patronymic: row.get(3)? };
        former.entry(uuid(row, 0)?).or_default().push(name);
    }
    Ok(former)
}

/// Puts the numbers of merged entries to the families they lead to.
fn add_merged(tx: &Tx, families: &mut HashMap<Uuid, FamilyFacts>) -> Result<(), StoreError> {
    let mut statement = tx.prepare("SELECT id, number FROM family WHERE merged_into IS NOT NULL ORDER BY id")?;
    let gone: Vec<(FamilyId, FamilyNumber)> = statement
        .query_map([], |row| Ok((FamilyId(uuid(row, 0)?), row.get::<_, Number>(1)?.0)))?
        .collect::<Result<_, _>>()?;
    for (id, number) in gone {
        if let Some(facts) = families.get_mut(&families::kept(tx, id)?.0) {
            facts.also.push(number);
        }
    }
    Ok(())
}

fn of_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Record> {
    Ok(Record {
        person: PersonId(uuid(row, 0)?),
        family: None,
        number: None,
        name: PersonName { surname: row.get(1)?, given: row.get(2)?, patronymic: row.get(3)? },
        sex: row.get::<_, Option<Code<Sex>>>(4)?.map(|code| code.0),
        birth: birth_of(row, 5)?,
        phones: Vec::new(),
        documents: Vec::new(),
        settlement: String::new(),
        street: String::new(),
        renamed: None,
        building: String::new(),
        flat: String::new(),
        closed: false,
        died: row.get(7)?,
        is_head: false,
        former: Vec::new(),
        also: Vec::new(),
    })
}

/// One record a family the person stands in, or one alone.
fn spread(
    person: Record,
    stands_in: Vec<Standing>,
    families: &HashMap<Uuid, FamilyFacts>,
    places: &HashMap<Uuid, Place>,
    give: &mut dyn FnMut(Record),
) {
    let placed = |mut record: Record, at: &Uuid| {
        if let Some(place) = places.get(at) {
            (record.settlement, record.street) = (place.settlement.clone(), place.street.clone());
            (record.building, record.flat) = (place.building.clone(), place.flat.clone());
            record.renamed.clone_from(&place.renamed);
        }
        record
    };
    let mut person = Some(person);
    let mut left = stands_in.len();
    for Standing { family, is_head } in stands_in {
        left -= 1;
        // The last family takes the person over: nearly everybody stands in one, and copies cost at every sign-in.
        let Some(mut record) = (if left == 0 { person.take() } else { person.clone() }) else { return };
        if let Some(facts) = families.get(&family) {
            (record.family, record.number, record.closed) = (Some(FamilyId(family)), Some(facts.number), facts.closed);
            record.also.clone_from(&facts.also);
        }
        record.is_head = is_head;
        give(placed(record, &family));
    }
    if let Some(alone) = person {
        let at = alone.person.0;
        give(placed(alone, &at));
    }
}

fn uuid(row: &rusqlite::Row<'_>, at: usize) -> rusqlite::Result<Uuid> {
    row.get(at).map(Uuid::from_bytes)
}

/// Everything of one owner from rows in the order of owners; owners that were passed by are dropped.
fn take<T>(
    rows: &mut Peekable<impl Iterator<Item = rusqlite::Result<(Uuid, T)>>>,
    owner: Uuid,
) -> Result<Vec<T>, StoreError> {
    let mut found = Vec::new();
    while let Some(row) = rows.next_if(|row| row.as_ref().map_or(true, |(of, _)| *of <= owner)) {
        let (of, row) = row?;
        if of == owner {
            found.push(row);
        }
    }
    Ok(found)
}

/// A phone as it is searched by.
fn phone(settled: String) -> Phone {
    Phone { settled, raw: String::new() }
}

/// A paper as it is searched by, from columns `kind, number`.
fn paper(row: &rusqlite::Row<'_>, at: usize) -> rusqlite::Result<Document> {
    Ok(Document {
        kind: row.get::<_, Code<DocumentKind>>(at)?.0,
        number: row.get(at + 1)?,
        raw: String::new(),
        issued_on: None,
        issued_by: String::new(),
    })
}

fn in_order(mut phones: Vec<(i64, Phone)>) -> Vec<Phone> {
    phones.sort_by_key(|(position, _)| *position);
    phones.into_iter().map(|(_, phone)| phone).collect()
}
