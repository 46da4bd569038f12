//! A card as it was on a day: spans that held that day, names of then, and the columns that were corrected since as they stood before.
//!
//! Rule: what is dated (membership, address, name, phone, closure, category, permission) is as it was true on the day; what is not dated
//! (sex, birth, consent, note, papers) is as it was written down at the end of that day.

use chrono::NaiveDate;
use rusqlite::params;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::categories::{self, Owner, address_of};
use super::columns::{Code, Day};
use super::families::{self, FamilyRow};
use super::{StoreError, Tx, log, past, people};
use crate::domain::address::{Address, AddressKind};
use crate::domain::category::Category;
use crate::domain::document::Document;
use crate::domain::draft::MemberDraft;
use crate::domain::family::{FamilyCard, Member, Relation};
use crate::domain::id::{FamilyId, MembershipId, PersonId};
use crate::domain::past::{Elsewhere, holds};
use crate::domain::person::{BirthDate, Consent, Precision, Sex};
use crate::domain::phone::Phone;

/// The card on a day. Whether the family was on the register by then is asked before.
pub fn card(tx: &Tx, row: &FamilyRow, day: NaiveDate) -> Result<FamilyCard, StoreError> {
    let mut now = families::card(tx, row.id)?.ok_or(StoreError::Damaged)?;
    past::fill(tx, &mut now)?;
    let mut card = now.clone();
    card.members = members(tx, row.id, day)?;
    card.addresses = addresses(tx, row.id, day)?;
    card.categories = in_force(now.categories, day);
    card.closed_on = now.past.closures.iter().find(|one| holds(one.from, one.until, day)).map(|one| one.from);
    card.past.members.retain(|former| former.until <= day);
    card.past.addresses.retain(|former| former.until <= day);
    card.past.address_since.clear();
    card.past.closures.retain(|closure| closure.from <= day);
    card.past.collectors.retain(|one| holds(one.from, one.until, day));
    Ok(card)
}

fn in_force(mut list: Vec<Category>, day: NaiveDate) -> Vec<Category> {
    list.retain(|category| category.in_force_on(day));
    list
}

fn addresses(tx: &Tx, family: FamilyId, day: NaiveDate) -> Result<Vec<(AddressKind, Address)>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT kind, settlement_code, settlement, district, street, building, flat FROM address
         WHERE family = ?1 AND from_on <= ?2 AND (until_on IS NULL OR ?2 < until_on) ORDER BY id",
    )?;
    let rows = statement.query_map(params![family.bytes(), Day(day)], |row| {
        Ok((row.get::<_, Code<AddressKind>>(0)?.0, address_of(row, 1)?))
    })?;
    let mut found: Vec<_> = rows.collect::<Result<_, _>>()?;
    found.sort_by_key(|(kind, _)| *kind);
    // After a merge two families' addresses of that day lie here; the kept one's stand on the card.
    found.dedup_by_key(|(kind, _)| *kind);
    Ok(found)
}

/// Who stood in a family on a day, head first, as they were then.
pub fn members(tx: &Tx, family: FamilyId, day: NaiveDate) -> Result<Vec<Member>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT m.id, m.person, m.relation, m.from_on FROM membership m
         WHERE m.family = ?1 AND m.from_on <= ?2 AND (m.until_on IS NULL OR ?2 < m.until_on)
         ORDER BY m.reason IS 'merged', m.relation <> 'head', m.position, m.id",
    )?;
    let rows: Vec<(Uuid, PersonId, Relation, NaiveDate)> = statement
        .query_map(params![family.bytes(), Day(day)], |row| {
            Ok((
                Uuid::from_bytes(row.get(0)?),
                PersonId::from_bytes(row.get(1)?),
                row.get::<_, Code<Relation>>(2)?.0,
                row.get::<_, Day>(3)?.0,
            ))
        })?
        .collect::<Result<_, _>>()?;
    let mut found: Vec<Member> = Vec::new();
    for (membership, person, relation, since) in rows {
        if found.iter().any(|member| member.person == person) {
            continue;
        }
        let Some(draft) = person_on(tx, person, day)? else { continue };
        let all = past::families_of(tx, person)?;
        let since = all
            .iter()
            .find(|line| line.family == family && holds(line.from, line.until, day))
            .map_or(since, |line| line.from);
        let elsewhere = all
            .iter()
            .filter(|line| line.family != family && holds(line.from, line.until, day))
            .map(|line| Elsewhere { family: line.family, number: line.number, relation: line.relation })
            .collect();
        let former = past::former_names(tx, person)?;
        found.push(Member {
            membership: MembershipId(membership),
            person,
            key: draft.key,
            relation,
            name: draft.name,
            sex: draft.sex,
            birth: draft.birth,
            phones: draft.phones,
            documents: draft.documents,
            categories: in_force(draft.categories, day),
            consent: draft.consent,
            note: draft.note,
            sizes: draft.sizes,
            since,
            relation_since: since,
            died_on: past::person_marks(tx, person)?.and_then(|marks| marks.died_on).filter(|died| *died <= day),
            former_names: former.into_iter().filter(|one| one.until.is_some_and(|until| until <= day)).collect(),
            elsewhere,
        });
    }
    Ok(found)
}

/// A person's own fields on a day.
fn person_on(tx: &Tx, person: PersonId, day: NaiveDate) -> Result<Option<MemberDraft>, StoreError> {
    let Some(mut draft) = people::get(tx, person)? else { return Ok(None) };
    // The name of the day is the one that was given up first after it.
    let next = past::former_names(tx, person)?.into_iter().filter(|one| one.until.is_some_and(|until| day < until));
    if let Some(then) = next.min_by_key(|one| one.until) {
        draft.name = then.name;
    }
    put_older(&mut draft, &log::older(tx, "person", person.bytes(), day)?);
    draft.phones = phones_on(tx, person, day)?;
    draft.documents = documents_on(tx, person, day)?;
    draft.categories = categories::of(tx, Owner::Person(person))?;
    Ok(Some(draft))
}

fn put_older(draft: &mut MemberDraft, older: &Map<String, Value>) {
    let text = |name: &str| older.get(name).map(|value| value.as_str().map(str::to_owned));
    let date = |value: Option<String>| value.and_then(|text| text.parse::<NaiveDate>().ok());
    if let Some(sex) = text("sex") {
        draft.sex = sex.and_then(|code| Sex::from_code(&code));
    }
    if let Some(note) = text("note") {
        draft.note = note.unwrap_or_default();
    }
    if let Some(size) = text("clothes_size") {
        draft.sizes.clothes = size.unwrap_or_default();
    }
    if let Some(size) = text("shoes_size") {
        draft.sizes.shoes = size.unwrap_or_default();
    }
    if let Some(birth) = text("birth_date") {
        let year_alone = match text("birth_precision") {
            Some(code) => code.as_deref() == Some("year"),
            None => draft.birth.is_some_and(|birth| birth.precision == Precision::Year),
        };
        let precision = if year_alone { Precision::Year } else { Precision::Day };
        draft.birth = date(birth).map(|date| BirthDate { date, precision });
    }
    if ["consent_kind", "consent_on", "consent_by"].iter().any(|name| older.contains_key(*name)) {
        let (on, by) = match &draft.consent {
            Some(Consent::Given { on, by }) => (Some(*on), by.clone()),
            _ => (None, String::new()),
        };
        let now = match &draft.consent {
            Some(Consent::Given { .. }) => Some("given".to_owned()),
            Some(Consent::Law) => Some("law".to_owned()),
            None => None,
        };
        let kind = text("consent_kind").unwrap_or(now);
        let on = text("consent_on").map_or(on, date);
        let by = text("consent_by").map_or(by, Option::unwrap_or_default);
        draft.consent = match (kind.as_deref(), on) {
            (Some("given"), Some(on)) => Some(Consent::Given { on, by }),
            (Some("law"), _) => Some(Consent::Law),
            _ => None,
        };
    }
}

fn phones_on(tx: &Tx, person: PersonId, day: NaiveDate) -> Result<Vec<Phone>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT settled, raw FROM phone WHERE person = ?1 AND (from_on IS NULL OR from_on <= ?2)
         AND (until_on IS NULL OR ?2 < until_on) ORDER BY position, id",
    )?;
    let rows = statement
        .query_map(params![person.bytes(), Day(day)], |row| Ok(Phone { settled: row.get(0)?, raw: row.get(1)? }))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The papers that were written down and not voided at the end of a day.
fn documents_on(tx: &Tx, person: PersonId, day: NaiveDate) -> Result<Vec<Document>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT id, kind, number, raw, issued_on, issued_by, status FROM document WHERE person = ?1 ORDER BY id",
    )?;
    let rows: Vec<(Uuid, Document, String)> = statement
        .query_map(params![person.bytes()], |row| {
            Ok((Uuid::from_bytes(row.get(0)?), people::document_of(row, 1)?, row.get(6)?))
        })?
        .collect::<Result<_, _>>()?;
    let mut found: Vec<Document> = Vec::new();
    for (id, document, status) in rows {
        let older = log::older(tx, "document", id.as_bytes(), day)?;
        let status = older.get("status").and_then(Value::as_str).unwrap_or(&status);
        let is_twice = found.iter().any(|one| one.kind == document.kind && one.number == document.number);
        if status == "valid" && !is_twice && !log::added_after(tx, id.as_bytes(), day)? {
            found.push(document);
        }
    }
    Ok(found)
}
