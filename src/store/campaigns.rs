//! Campaigns: what was meant (title, days, goods, who is expected) and, read together with it, who was served.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};

use super::columns::{Coded, Count, Day, Number, read_moment};
use super::people::birth_of;
use super::{StoreError, Tx};
use crate::domain::campaign::{CampaignDraft, CampaignStatus, Good, Guest, Source};
use crate::domain::clock::Moment;
use crate::domain::id::{ActId, FamilyId, PersonId, SessionId, StaffId};
use crate::domain::limit::Per;
use crate::domain::number::FamilyNumber;
use crate::domain::person::PersonName;
use crate::domain::stock::{ActNumber, ItemCode, LocationCode, PartnerCode, ProgrammeCode, Quantity};
use uuid::Uuid;

/// A campaign as it lies in the file.
#[derive(Clone, PartialEq, Debug)]
pub struct CampaignRow {
    /// Identity.
    pub id: SessionId,
    /// What its form says.
    pub draft: CampaignDraft,
    /// Where it stands.
    pub status: CampaignStatus,
    /// By which filters its list was gathered, as JSON; empty where by none.
    pub conditions: String,
}

/// Who is expected, and whether they were served.
#[derive(Clone, PartialEq, Debug)]
pub struct ExpectedRow {
    /// Who.
    pub guest: Guest,
    /// The family's number.
    pub number: Option<FamilyNumber>,
    /// The head, or the person.
    pub name: PersonName,
    /// The others of the family: whoever of them stands at the table is found too.
    pub others: Vec<PersonName>,
    /// Members of the family; 1 for a person.
    pub members: usize,
    /// Ages of the children on the day, oldest first.
    pub children: Vec<u32>,
    /// Whether the entry is closed.
    pub closed: bool,
    /// How they came onto the list; none for those who were served by an act of a file and were on no list.
    pub source: Option<Source>,
    /// Why, for those who came at the door.
    pub reason: String,
    /// When, by whom and by which act they were served.
    pub served: Option<ServedRow>,
}

/// How somebody was served.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ServedRow {
    /// The act.
    pub act: ActId,
    /// Its number.
    pub number: ActNumber,
    /// Its day: the day of the paper.
    pub on: NaiveDate,
    /// When it was written.
    pub at: Moment,
    /// At which desk.
    pub desk: String,
    /// By whom, as screens name them.
    pub staff: String,
}

const CAMPAIGN: &str = "SELECT id, title, coalesce(starts_on, held_on), coalesce(ends_on, held_on), programme, partner,
        coalesce(location, 'storeroom'), settlement, note, status, conditions
     FROM session WHERE kind = 'campaign'";

fn damaged<T: Coded>(code: &str) -> rusqlite::Result<T> {
    T::of_code(code).ok_or_else(|| rusqlite::types::FromSqlError::InvalidType.into())
}

impl Coded for CampaignStatus {
    fn to_code(self) -> &'static str {
        self.code()
    }

    fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

impl Coded for Source {
    fn to_code(self) -> &'static str {
        self.code()
    }

    fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

fn campaign_of(row: &Row<'_>) -> rusqlite::Result<CampaignRow> {
    Ok(CampaignRow {
        id: SessionId::from_bytes(row.get(0)?),
        draft: CampaignDraft {
            title: row.get(1)?,
            starts_on: row.get::<_, Day>(2)?.0,
            ends_on: row.get::<_, Day>(3)?.0,
            programme: row.get::<_, Option<String>>(4)?.map(ProgrammeCode),
            partner: row.get::<_, Option<String>>(5)?.map(PartnerCode),
            location: LocationCode(row.get(6)?),
            settlement: row.get(7)?,
            note: row.get(8)?,
            goods: Vec::new(),
        },
        status: damaged(&row.get::<_, String>(9)?)?,
        conditions: row.get(10)?,
    })
}

/// Every campaign with its goods, those under way before the others, the latest first.
pub fn all(tx: &Tx) -> Result<Vec<CampaignRow>, StoreError> {
    let mut statement =
        tx.prepare_cached(&format!("{CAMPAIGN} ORDER BY status <> 'planned', held_on DESC, id DESC"))?;
    let rows = statement.query_map([], campaign_of)?;
    rows.map(|row| with_goods(tx, row?)).collect()
}

/// One campaign.
pub fn get(tx: &Tx, id: SessionId) -> Result<Option<CampaignRow>, StoreError> {
    let row = tx
        .prepare_cached(&format!("{CAMPAIGN} AND id = ?1"))?
        .query_row(params![id.bytes()], campaign_of)
        .optional()?;
    row.map(|row| with_goods(tx, row)).transpose()
}

fn with_goods(tx: &Tx, mut row: CampaignRow) -> Result<CampaignRow, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT item, quantity, per FROM campaign_good WHERE session = ?1 AND voided = 0 ORDER BY position, item",
    )?;
    let goods = statement.query_map(params![row.id.bytes()], |row| {
        let per: String = row.get(2)?;
        let per = Per::ALL.into_iter().find(|one| one.code() == per);
        Ok(Good {
            item: ItemCode(row.get(0)?),
            quantity: Quantity(row.get(1)?),
            per: per.ok_or(rusqlite::types::FromSqlError::InvalidType)?,
        })
    })?;
    row.draft.goods = goods.collect::<Result<_, _>>()?;
    Ok(row)
}

/// Makes a campaign.
pub fn add(tx: &Tx, id: SessionId, draft: &CampaignDraft) -> Result<(), StoreError> {
    tx.prepare_cached(
        "INSERT INTO session (id, kind, title, held_on, starts_on, ends_on, programme, settlement, partner, location, note)
         VALUES (?1, 'campaign', ?2, ?3, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .execute(params![
        id.bytes(),
        draft.title,
        Day(draft.starts_on),
        Day(draft.ends_on),
        draft.programme.as_ref().map(ProgrammeCode::as_str),
        draft.settlement,
        draft.partner.as_ref().map(PartnerCode::as_str),
        draft.location.as_str(),
        draft.note
    ])?;
    write_goods(tx, id, &draft.goods)
}

/// Writes what a form of a campaign says now.
pub fn change(tx: &Tx, id: SessionId, draft: &CampaignDraft) -> Result<(), StoreError> {
    tx.prepare_cached(
        "UPDATE session SET title = ?2, held_on = ?3, starts_on = ?3, ends_on = ?4, programme = ?5, settlement = ?6,
                partner = ?7, location = ?8, note = ?9 WHERE id = ?1",
    )?
    .execute(params![
        id.bytes(),
        draft.title,
        Day(draft.starts_on),
        Day(draft.ends_on),
        draft.programme.as_ref().map(ProgrammeCode::as_str),
        draft.settlement,
        draft.partner.as_ref().map(PartnerCode::as_str),
        draft.location.as_str(),
        draft.note
    ])?;
    tx.prepare_cached("UPDATE campaign_good SET voided = 1 WHERE session = ?1 AND voided = 0")?
        .execute(params![id.bytes()])?;
    write_goods(tx, id, &draft.goods)
}

fn write_goods(tx: &Tx, id: SessionId, goods: &[Good]) -> Result<(), StoreError> {
    let mut statement = tx.prepare_cached(
        "INSERT INTO campaign_good (key, session, item, quantity, per, position)
         VALUES (hex(?1) || '/' || ?2, ?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (key) DO UPDATE SET quantity = excluded.quantity, per = excluded.per,
             position = excluded.position, voided = 0",
    )?;
    for (place, good) in goods.iter().enumerate() {
        statement.execute(params![id.bytes(), good.item.as_str(), good.quantity.0, good.per.code(), Count(place)])?;
    }
    Ok(())
}

/// Writes where a campaign stands.
pub fn set_status(tx: &Tx, id: SessionId, status: CampaignStatus) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE session SET status = ?2 WHERE id = ?1")?.execute(params![id.bytes(), status.code()])?;
    Ok(())
}

/// Writes by which filter the list was gathered.
pub fn set_conditions(tx: &Tx, id: SessionId, conditions: &str) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE session SET conditions = ?2 WHERE id = ?1")?.execute(params![id.bytes(), conditions])?;
    Ok(())
}

/// Puts somebody onto a campaign's list. Says whether they were not on it yet.
pub fn expect(
    tx: &Tx,
    session: SessionId,
    row: Uuid,
    guest: Guest,
    (source, reason): (Source, &str),
    (by, on): (StaffId, NaiveDate),
) -> Result<bool, StoreError> {
    if is_expected(tx, session, guest)? {
        return Ok(false);
    }
    tx.prepare_cached(
        "INSERT INTO campaign_expected (id, session, family, person, source, reason, added_on, added_by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![
        row.as_bytes(),
        session.bytes(),
        guest.family().as_ref().map(FamilyId::bytes),
        guest.person().as_ref().map(PersonId::bytes),
        source.code(),
        reason,
        Day(on),
        by.bytes()
    ])?;
    Ok(true)
}

/// Takes somebody off a campaign's list. Says whether they were on it.
pub fn unexpect(tx: &Tx, session: SessionId, guest: Guest, on: NaiveDate) -> Result<bool, StoreError> {
    let changed = tx
        .prepare_cached(
            "UPDATE campaign_expected SET removed_on = max(?4, added_on)
             WHERE session = ?1 AND family IS ?2 AND person IS ?3 AND removed_on IS NULL",
        )?
        .execute(params![
            session.bytes(),
            guest.family().as_ref().map(FamilyId::bytes),
            guest.person().as_ref().map(PersonId::bytes),
            Day(on)
        ])?;
    Ok(changed > 0)
}

/// The open family in which a person stands today: whoever was expected by themselves comes with it from then on.
pub fn family_of(tx: &Tx, person: PersonId) -> Result<Option<FamilyId>, StoreError> {
    Ok(tx
        .prepare_cached(
            "SELECT f.id FROM membership m JOIN family f ON f.id = m.family
             WHERE m.person = ?1 AND m.until_on IS NULL AND f.closed_on IS NULL AND f.merged_into IS NULL AND f.voided_on IS NULL
             ORDER BY f.id LIMIT 1",
        )?
        .query_row(params![person.bytes()], |row| row.get(0).map(FamilyId::from_bytes))
        .optional()?)
}

/// Whether somebody is on a campaign's list; a family also by a member who was put on it before they stood in the family.
pub fn is_expected(tx: &Tx, session: SessionId, guest: Guest) -> Result<bool, StoreError> {
    let (sql, id) = match guest {
        Guest::Family(family) => (
            "SELECT 1 FROM campaign_expected WHERE family = ?2 AND session = ?1 AND removed_on IS NULL
             UNION ALL
             SELECT 1 FROM membership m JOIN campaign_expected e ON e.person = m.person
             WHERE m.family = ?2 AND m.until_on IS NULL AND e.session = ?1 AND e.removed_on IS NULL",
            family.0,
        ),
        Guest::Person(person) => {
            ("SELECT 1 FROM campaign_expected WHERE person = ?2 AND session = ?1 AND removed_on IS NULL", person.0)
        }
    };
    Ok(tx.prepare_cached(sql)?.exists(params![session.bytes(), id.as_bytes()])?)
}

/// The act by which a campaign served somebody already; a family also by what a member got before they stood in the family.
pub fn served_by(tx: &Tx, session: SessionId, guest: Guest) -> Result<Option<ServedRow>, StoreError> {
    let (whose, id) = match guest {
        Guest::Family(family) => (
            "(r.family = ?2 OR r.person IN (SELECT m.person FROM membership m WHERE m.family = ?2 AND m.until_on IS NULL))",
            family.0,
        ),
        Guest::Person(person) => ("r.person = ?2", person.0),
    };
    let sql = format!("{SERVED} AND {whose} LIMIT 1");
    Ok(tx.prepare_cached(&sql)?.query_row(params![session.bytes(), id.as_bytes()], served_row).optional()?)
}

/// How many are expected by a campaign, and how many it served.
pub fn counts(tx: &Tx, session: SessionId) -> Result<(usize, usize), StoreError> {
    let expected = tx
        .prepare_cached("SELECT count(*) FROM campaign_expected WHERE session = ?1 AND removed_on IS NULL")?
        .query_row(params![session.bytes()], |row| Ok(row.get::<_, Count>(0)?.0))?;
    let served = tx
        .prepare_cached("SELECT count(*) FROM act_recipient WHERE session = ?1 AND in_force = 1")?
        .query_row(params![session.bytes()], |row| Ok(row.get::<_, Count>(0)?.0))?;
    Ok((expected, served))
}

/// What a campaign handed out, item by item.
pub fn given(tx: &Tx, session: SessionId) -> Result<Vec<(ItemCode, Quantity)>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT l.item, sum(l.quantity) FROM act_recipient r JOIN act_line l ON l.act = r.act
         JOIN item i ON i.code = l.item WHERE r.session = ?1 AND r.in_force = 1
         GROUP BY l.item ORDER BY i.position, l.item",
    )?;
    let rows =
        statement.query_map(params![session.bytes()], |row| Ok((ItemCode(row.get(0)?), Quantity(row.get(1)?))))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Everybody on a campaign's list and everybody it served, in no order, as they stand on a day.
pub fn expected(tx: &Tx, session: SessionId, day: NaiveDate) -> Result<Vec<ExpectedRow>, StoreError> {
    let mut served = served(tx, session)?;
    let mut guests: Vec<(Guest, Option<Source>, String)> = Vec::new();
    let mut listed: HashSet<Guest> = HashSet::new();
    let mut statement = tx.prepare_cached(
        "SELECT family, person, source, reason FROM campaign_expected WHERE session = ?1 AND removed_on IS NULL",
    )?;
    let mut rows = statement.query(params![session.bytes()])?;
    while let Some(row) = rows.next()? {
        let source: String = row.get(2)?;
        if let Some(guest) = guest_of(row, 0)? {
            let guest = now(tx, guest)?;
            if listed.insert(guest) {
                guests.push((guest, Some(damaged(&source)?), row.get(3)?));
            }
        }
    }
    let mut expected = Vec::with_capacity(guests.len());
    for (guest, source, reason) in guests {
        let acts = served.remove(&guest);
        expected.extend(row_of(tx, guest, (source, reason), acts.and_then(|acts| acts.into_iter().next()), day)?);
    }
    for (guest, acts) in served {
        expected.extend(row_of(tx, guest, (None, String::new()), acts.into_iter().next(), day)?);
    }
    Ok(expected)
}

/// The guest as they stand today: a person who came into a family since comes with it.
fn now(tx: &Tx, guest: Guest) -> Result<Guest, StoreError> {
    Ok(match guest {
        Guest::Family(_) => guest,
        Guest::Person(person) => family_of(tx, person)?.map_or(guest, Guest::Family),
    })
}

fn guest_of(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<Guest>> {
    let family = row.get::<_, Option<[u8; 16]>>(at)?.map(|id| Guest::Family(FamilyId::from_bytes(id)));
    let person = row.get::<_, Option<[u8; 16]>>(at + 1)?.map(|id| Guest::Person(PersonId::from_bytes(id)));
    Ok(family.or(person))
}

const SERVED: &str = "SELECT a.id, a.year, a.number, a.happened_on, a.made_at, a.desk, s.name, r.family, r.person
     FROM act_recipient r JOIN act a ON a.id = r.act JOIN staff s ON s.id = a.staff
     WHERE r.session = ?1 AND r.in_force = 1";

fn served_row(row: &Row<'_>) -> rusqlite::Result<ServedRow> {
    Ok(ServedRow {
        act: ActId::from_bytes(row.get(0)?),
        number: ActNumber { year: row.get(1)?, number: row.get(2)? },
        on: row.get::<_, Day>(3)?.0,
        at: read_moment(&row.get::<_, String>(4)?)?,
        desk: row.get(5)?,
        staff: row.get(6)?,
    })
}

/// Whom a campaign served, the first act of each first.
fn served(tx: &Tx, session: SessionId) -> Result<HashMap<Guest, Vec<ServedRow>>, StoreError> {
    let mut statement = tx.prepare_cached(&format!("{SERVED} ORDER BY a.id"))?;
    let mut found: HashMap<Guest, Vec<ServedRow>> = HashMap::new();
    let mut rows = statement.query(params![session.bytes()])?;
    while let Some(row) = rows.next()? {
        let Some(guest) = guest_of(row, 7)? else { continue };
        found.entry(now(tx, guest)?).or_default().push(served_row(row)?);
    }
    Ok(found)
}

fn row_of(
    tx: &Tx,
    guest: Guest,
    (source, reason): (Option<Source>, String),
    served: Option<ServedRow>,
    day: NaiveDate,
) -> Result<Option<ExpectedRow>, StoreError> {
    let mut row = ExpectedRow {
        guest,
        number: None,
        name: PersonName::default(),
        others: Vec::new(),
        members: 0,
        children: Vec::new(),
        closed: false,
        source,
        reason,
        served,
    };
    let (sql, id) = match guest {
        Guest::Family(family) => {
            let found = tx
                .prepare_cached(
                    "SELECT number, closed_on FROM family WHERE id = ?1 AND merged_into IS NULL AND voided_on IS NULL",
                )?
                .query_row(params![family.bytes()], |row| {
                    Ok((row.get::<_, Number>(0)?.0, row.get::<_, Option<Day>>(1)?.map(|day| day.0)))
                })
                .optional()?;
            let Some((number, closed_on)) = found else { return Ok(None) };
            (row.number, row.closed) = (Some(number), closed_on.is_some_and(|closed| closed <= day));
            (
                "SELECT p.surname, p.given_name, p.patronymic, p.birth_date, p.birth_precision
                 FROM membership m JOIN person p ON p.id = m.person
                 WHERE m.family = ?1 AND m.until_on IS NULL ORDER BY m.relation <> 'head', m.position, m.id",
                family.0,
            )
        }
        Guest::Person(person) => (
            "SELECT surname, given_name, patronymic, birth_date, birth_precision FROM person
             WHERE id = ?1 AND merged_into IS NULL AND voided_on IS NULL",
            person.0,
        ),
    };
    let mut statement = tx.prepare_cached(sql)?;
    let mut rows = statement.query(params![id.as_bytes()])?;
    while let Some(member) = rows.next()? {
        let name = PersonName { surname: member.get(0)?, given: member.get(1)?, patronymic: member.get(2)? };
        if row.members == 0 {
            row.name = name;
        } else {
            row.others.push(name);
        }
        row.members += 1;
        let child = birth_of(member, 3)?.filter(|birth| birth.is_child_on(day));
        row.children.extend(child.map(|birth| birth.age_on(day)));
    }
    row.children.sort_unstable_by(|one, other| other.cmp(one));
    let is_gone = row.members == 0 && matches!(guest, Guest::Person(_));
    Ok((!is_gone).then_some(row))
}
