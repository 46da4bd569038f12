//! The facts behind the numbers of events: which sessions, who came to each, and what is known of them.
//!
//! Counted in memory and not in SQL: one year of a programme is some ten thousand visits, and every number of the screen (and every list
//! behind one) comes from one reading of them. What is read: the sessions by the index of their scope, their marks from the index
//! `attendance_figures` alone, people one by one by their key, and categories in one pass, since few people have any.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use rusqlite::{Row, Statement, params};

use crate::domain::category::CategoryCode;
use crate::domain::event::figures::{Facts, FigureScope, Held, PersonFacts, SessionFacts};
use crate::domain::event::{EventKindCode, Heads};
use crate::domain::filter::Area;
use crate::domain::id::{FamilyId, PersonId, SeriesId, SessionId, StaffId};
use crate::domain::number::FamilyNumber;
use crate::domain::person::{BirthDate, PersonName, Sex};
use crate::domain::place::CODIFIER;
use crate::domain::stock::ProgrammeCode;
use crate::store::columns::{Code, Day, Number, id, id_maybe};
use crate::store::people::birth_of;
use crate::store::{StoreError, Tx};

type Key = [u8; 16];

/// The sessions of a scope between two days; `?1` is the scope's own key.
macro_rules! sessions {
    ($of:literal) => {
        concat!(
            "SELECT s.id, s.held_on, s.title, s.kind, s.settlement, s.rural, s.status = 'held', s.restricted, s.trainer, r.trainer,
                    s.unnamed_women, s.unnamed_men, s.unnamed_children
             FROM session s LEFT JOIN series r ON r.id = s.series WHERE ",
            $of,
            " AND s.held_on BETWEEN ?2 AND ?3 AND s.status <> 'cancelled' AND s.voided = 0 ORDER BY s.held_on, s.start_time, s.id"
        )
    };
}

/// The sessions of a scope before a day.
macro_rules! before {
    ($of:literal) => {
        concat!("SELECT id FROM session WHERE ", $of, " AND held_on < ?2 AND status <> 'cancelled' AND voided = 0")
    };
}

/// Whose numbers are asked for, and where the office is: places of one name are told apart by it.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// Of what.
    pub scope: &'a FigureScope,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: NaiveDate,
    /// The office's community.
    pub community: Option<&'a str>,
}

/// Everything that the numbers are made of; of categories those that `sees` lets through.
pub fn facts(tx: &Tx, asked: Asked<'_>, sees: impl Fn(&CategoryCode) -> bool) -> Result<Facts, StoreError> {
    let merged = merged(tx)?;
    let sessions = sessions(tx, asked)?;
    let mut places: HashMap<Key, u32> = HashMap::new();
    let mut people: Vec<Key> = Vec::new();
    let mut present = Vec::new();
    let mut marks = marks(tx)?;
    for (session, row) in (0_u32..).zip(&sessions) {
        for person in marks.query_map(params![row.id.bytes()], |row| row.get::<_, Key>(0))? {
            let person = kept(&merged, person?);
            let next = u32::try_from(people.len()).unwrap_or(u32::MAX);
            let place = *places.entry(person).or_insert_with(|| {
                people.push(person);
                next
            });
            present.push((session, place));
        }
    }
    let came_before = came_before(tx, asked, &merged, &people)?;
    let mut codes = Vec::new();
    let held = Categories::read(tx, asked, &mut codes, sees)?;
    let mut known = Vec::with_capacity(people.len());
    let mut new_places = Vec::with_capacity(people.len());
    let mut memberships = memberships(tx)?;
    let mut statement =
        tx.prepare_cached("SELECT sex, birth_date, birth_precision FROM person WHERE id = ?1 AND voided_on IS NULL")?;
    for (person, came_before) in people.iter().zip(came_before) {
        let mut rows = statement.query(params![person])?;
        let Some(row) = rows.next()? else {
            new_places.push(None);
            continue;
        };
        new_places.push(u32::try_from(known.len()).ok());
        known.push(PersonFacts {
            id: PersonId::from_bytes(*person),
            sex: row.get::<_, Option<Code<Sex>>>(0)?.map(|sex| sex.0),
            birth: birth_of(row, 1)?,
            came_before,
            held: held.of(&mut memberships, person)?,
        });
    }
    let present = present.into_iter().filter_map(|(session, person)| {
        let place = usize::try_from(person).ok().and_then(|place| new_places.get(place).copied().flatten());
        place.map(|person| (session, person))
    });
    Ok(Facts::new(sessions, known, codes, present))
}

fn marks<'tx>(tx: &'tx Tx) -> Result<rusqlite::CachedStatement<'tx>, StoreError> {
    Ok(tx.prepare_cached("SELECT person FROM attendance WHERE session = ?1 AND outcome = 'present' AND voided = 0")?)
}

/// Who became whom. Marks follow a merge at once; this is for those that come in later under the old id, from another office's file.
fn merged(tx: &Tx) -> Result<HashMap<Key, Key>, StoreError> {
    let mut statement = tx.prepare_cached("SELECT id, merged_into FROM person WHERE merged_into IS NOT NULL")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn kept(merged: &HashMap<Key, Key>, person: Key) -> Key {
    let mut person = person;
    while let Some(next) = merged.get(&person) {
        person = *next;
    }
    person
}

/// The sessions in the time, cancelled ones apart.
fn sessions(tx: &Tx, asked: Asked<'_>) -> Result<Vec<SessionFacts>, StoreError> {
    let (sql, key) = match asked.scope {
        FigureScope::Session(session) => (sessions!("s.id = ?1"), Of::Key(*session.bytes())),
        FigureScope::Series(series) => (sessions!("s.series = ?1"), Of::Key(*series.bytes())),
        FigureScope::Programme(programme) => (sessions!("s.programme = ?1"), Of::Code(programme.as_str())),
        FigureScope::All => (sessions!("?1 IS NULL"), Of::Everything),
    };
    let mut areas: HashMap<String, Option<Area>> = HashMap::new();
    let mut statement = tx.prepare_cached(sql)?;
    let mut rows = statement.query(params![key, Day(asked.from), Day(asked.until)])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let settlement: String = row.get(4)?;
        let area = match row.get::<_, Option<bool>>(5)? {
            Some(rural) => Some(if rural { Area::Rural } else { Area::Urban }),
            None => *areas.entry(settlement).or_insert_with_key(|name| area(name, asked.community)),
        };
        found.push(session(row, area)?);
    }
    Ok(found)
}

fn session(row: &Row<'_>, area: Option<Area>) -> rusqlite::Result<SessionFacts> {
    let kind = EventKindCode(row.get(3)?);
    Ok(SessionFacts {
        id: id(row, 0, SessionId::from_bytes)?,
        held_on: row.get::<_, Day>(1)?.0,
        title: row.get(2)?,
        area,
        closed: row.get(6)?,
        restricted: row.get(7)?,
        trainers: [id_maybe(row, 8, StaffId::from_bytes)?, id_maybe(row, 9, StaffId::from_bytes)?],
        heads: Heads { women: row.get(10)?, men: row.get(11)?, children: row.get(12)? },
        by_acts: kind.is_campaign(),
        kind,
    })
}

/// In the country or in a city, as the codifier says of a name; none where it does not know the name, or several places have it.
fn area(settlement: &str, community: Option<&str>) -> Option<Area> {
    let place = CODIFIER.settlement_named(settlement, community)?;
    Some(if place.is_rural() { Area::Rural } else { Area::Urban })
}

/// A scope's key as SQL takes it.
enum Of<'a> {
    Key(Key),
    Code(&'a str),
    Everything,
}

impl rusqlite::ToSql for Of<'_> {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        match self {
            Self::Key(key) => key.to_sql(),
            Self::Code(code) => code.to_sql(),
            Self::Everything => rusqlite::types::Null.to_sql(),
        }
    }
}

/// Of each person whether they came to anything of the scope before the time. A session alone has no before: there its series is meant, or
/// everything where it has none.
///
/// Asked of each person and not of each session before: whoever came before mostly did so at the first session they are asked of, since a
/// person's sessions lie in the order in which they were made, and of a newcomer there is little to ask.
fn came_before(tx: &Tx, asked: Asked<'_>, merged: &HashMap<Key, Key>, people: &[Key]) -> Result<Vec<bool>, StoreError> {
    let series = match asked.scope {
        FigureScope::Session(session) => series_of(tx, *session)?,
        FigureScope::Series(series) => Some(*series),
        _ => None,
    };
    let (sql, key) = match (series, asked.scope) {
        (Some(series), _) => (before!("series = ?1"), Of::Key(*series.bytes())),
        (None, FigureScope::Programme(programme)) => (before!("programme = ?1"), Of::Code(programme.as_str())),
        (None, _) => (before!("?1 IS NULL"), Of::Everything),
    };
    let mut statement = tx.prepare_cached(sql)?;
    let before = statement.query_map(params![key, Day(asked.from)], |row| row.get::<_, Key>(0))?;
    let before: HashSet<Key> = before.collect::<Result<_, _>>()?;
    let mut came = vec![false; people.len()];
    if before.is_empty() {
        return Ok(came);
    }
    let mut names: HashMap<Key, Vec<Key>> = HashMap::new();
    for old in merged.keys() {
        names.entry(kept(merged, *old)).or_default().push(*old);
    }
    let mut attended =
        tx.prepare_cached("SELECT session FROM attendance WHERE person = ?1 AND outcome = 'present' AND voided = 0")?;
    for (came, person) in came.iter_mut().zip(people) {
        for name in std::iter::once(person).chain(names.get(person).into_iter().flatten()) {
            let mut rows = attended.query(params![name])?;
            while let Some(row) = rows.next()?.filter(|_| !*came) {
                *came = before.contains(&row.get::<_, Key>(0)?);
            }
        }
    }
    Ok(came)
}

/// The series of a session.
fn series_of(tx: &Tx, session: SessionId) -> Result<Option<SeriesId>, StoreError> {
    let mut statement = tx.prepare_cached("SELECT series FROM session WHERE id = ?1")?;
    let mut rows = statement.query(params![session.bytes()])?;
    Ok(rows.next()?.map(|row| id_maybe(row, 0, SeriesId::from_bytes)).transpose()?.flatten())
}

/// Categories in force at any time of the asked days: people's own, and those of families, which are theirs as a whole or any member's.
struct Categories {
    own: HashMap<Key, Vec<Held>>,
    of_family: HashMap<Key, Vec<Held>>,
}

impl Categories {
    fn read(
        tx: &Tx,
        asked: Asked<'_>,
        codes: &mut Vec<CategoryCode>,
        sees: impl Fn(&CategoryCode) -> bool,
    ) -> Result<Self, StoreError> {
        let mut found = Self { own: HashMap::new(), of_family: HashMap::new() };
        let mut statement = tx.prepare_cached(
            "SELECT code, since, until, family, person FROM category
             WHERE voided = 0 AND (since IS NULL OR since <= ?2) AND (until IS NULL OR until >= ?1)",
        )?;
        let mut rows = statement.query(params![Day(asked.from), Day(asked.until)])?;
        while let Some(row) = rows.next()? {
            let code = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
            let code = match codes.iter().position(|known| known.0 == code) {
                Some(known) => known,
                None => {
                    codes.push(CategoryCode(code.to_owned()));
                    codes.len() - 1
                }
            };
            let held = Held {
                code,
                since: row.get::<_, Option<Day>>(1)?.map(|day| day.0),
                until: row.get::<_, Option<Day>>(2)?.map(|day| day.0),
            };
            match (row.get::<_, Option<Key>>(3)?, row.get::<_, Option<Key>>(4)?) {
                (Some(family), _) => found.of_family.entry(family).or_default().push(held),
                (None, Some(person)) => found.own.entry(person).or_default().push(held),
                (None, None) => {}
            }
        }
        let unseen: Vec<bool> = codes.iter().map(|code| !sees(code)).collect();
        for list in found.own.values_mut().chain(found.of_family.values_mut()) {
            list.retain(|held| !unseen[held.code]);
        }
        found.spread(tx)?;
        Ok(found)
    }

    /// What a member has is the family's while they stand in it.
    fn spread(&mut self, tx: &Tx) -> Result<(), StoreError> {
        let mut statement = memberships(tx)?;
        for (person, list) in self.own.iter().filter(|(_, list)| !list.is_empty()) {
            for (family, span) in families_of(&mut statement, person)? {
                let shared = list.iter().filter_map(|held| span.shared(held));
                self.of_family.entry(family).or_default().extend(shared);
            }
        }
        Ok(())
    }

    /// Everything that a person has: their own, and that of the families in which they stand, as long as they do.
    fn of(&self, memberships: &mut Statement<'_>, person: &Key) -> Result<Vec<Held>, StoreError> {
        let mut held = self.own.get(person).cloned().unwrap_or_default();
        if !self.of_family.is_empty() {
            for (family, span) in families_of(memberships, person)? {
                let of_family = self.of_family.get(&family).into_iter().flatten();
                held.extend(of_family.filter_map(|held| span.shared(held)));
            }
        }
        Ok(held)
    }
}

/// From a day until a day, both counted.
struct Span {
    from: NaiveDate,
    until: Option<NaiveDate>,
}

impl Span {
    /// A category as far as it lies in the span; nothing where it does not.
    fn shared(&self, held: &Held) -> Option<Held> {
        let since = held.since.map_or(self.from, |since| since.max(self.from));
        let until = match (held.until, self.until) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        until.is_none_or(|until| since <= until).then_some(Held { code: held.code, since: Some(since), until })
    }
}

/// Where somebody stands and stood: two halves, because the indexes are of those who stand and of those who left.
fn memberships<'tx>(tx: &'tx Tx) -> Result<rusqlite::CachedStatement<'tx>, StoreError> {
    Ok(tx.prepare_cached(
        "SELECT family, from_on, NULL FROM membership WHERE person = ?1 AND until_on IS NULL
         UNION ALL
         SELECT family, from_on, date(until_on, '-1 day') FROM membership WHERE person = ?1 AND until_on IS NOT NULL",
    )?)
}

fn families_of(statement: &mut Statement<'_>, person: &Key) -> Result<Vec<(Key, Span)>, StoreError> {
    let rows = statement.query_map(params![person], |row| {
        let until = row.get::<_, Option<Day>>(2)?.map(|day| day.0);
        Ok((row.get(0)?, Span { from: row.get::<_, Day>(1)?.0, until }))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Somebody by name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NamedRow {
    /// Name.
    pub name: PersonName,
    /// Birth.
    pub birth: Option<BirthDate>,
    /// Their family.
    pub family: Option<(FamilyId, FamilyNumber)>,
}

/// People by name, in the asked order; none where there is no such person.
pub fn named(tx: &Tx, people: impl IntoIterator<Item = PersonId>) -> Result<Vec<Option<NamedRow>>, StoreError> {
    let mut person = tx.prepare_cached(
        "SELECT surname, given_name, patronymic, birth_date, birth_precision FROM person WHERE id = ?1",
    )?;
    let mut family = tx.prepare_cached(
        "SELECT f.id, f.number FROM membership m CROSS JOIN family f ON f.id = m.family
         WHERE m.person = ?1 AND m.until_on IS NULL AND f.merged_into IS NULL AND f.voided_on IS NULL
         ORDER BY m.relation <> 'head', m.from_on DESC, f.id LIMIT 1",
    )?;
    let mut found = Vec::new();
    for id in people {
        let mut rows = person.query(params![id.bytes()])?;
        let Some(row) = rows.next()? else {
            found.push(None);
            continue;
        };
        let name = PersonName { surname: row.get(0)?, given: row.get(1)?, patronymic: row.get(2)? };
        let birth = birth_of(row, 3)?;
        let mut families = family.query(params![id.bytes()])?;
        let family = match families.next()? {
            Some(row) => Some((self::id(row, 0, FamilyId::from_bytes)?, row.get::<_, Number>(1)?.0)),
            None => None,
        };
        found.push(Some(NamedRow { name, birth, family }));
    }
    Ok(found)
}

/// A title, and who may know it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HeadRow {
    /// Title.
    pub title: String,
    /// Whether it is restricted.
    pub restricted: bool,
    /// Its trainer, where that is a member of staff.
    pub trainer: Option<StaffId>,
}

fn head(row: &Row<'_>, at: usize) -> rusqlite::Result<HeadRow> {
    Ok(HeadRow {
        title: row.get(at)?,
        restricted: row.get(at + 1)?,
        trainer: id_maybe(row, at + 2, StaffId::from_bytes)?,
    })
}

/// A series: which, from when until when by its rule, and its title.
pub type SeriesHead = (SeriesId, NaiveDate, NaiveDate, HeadRow);

/// Every series, the latest first.
pub fn series(tx: &Tx) -> Result<Vec<SeriesHead>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT id, starts_on, ends_on, title, restricted, trainer FROM series WHERE voided = 0
         ORDER BY ends_on DESC, starts_on DESC, title, id",
    )?;
    let rows = statement.query_map([], |row| {
        Ok((id(row, 0, SeriesId::from_bytes)?, row.get::<_, Day>(1)?.0, row.get::<_, Day>(2)?.0, head(row, 3)?))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Programmes under which anything was held.
pub fn programmes(tx: &Tx) -> Result<Vec<ProgrammeCode>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT p.code FROM programme p WHERE EXISTS (SELECT 1 FROM session s WHERE s.programme = p.code) ORDER BY p.position, p.code",
    )?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
