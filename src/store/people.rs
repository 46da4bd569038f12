//! People: the person's own row, phones and papers. A removed phone is ended and a removed paper voided, never deleted.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};
use uuid::Uuid;

use super::categories::{self, Owner};
use super::columns::{Code, Count, Day, day};
use super::{StoreError, Tx};
use crate::domain::document::{Document, DocumentKind};
use crate::domain::draft::MemberDraft;
use crate::domain::family::Relation;
use crate::domain::id::PersonId;
use crate::domain::person::{BirthDate, Consent, PersonName, Precision, Sex, Sizes};
use crate::domain::phone::Phone;

/// Where new row ids come from: the office's clock and randomness.
pub type NewId<'a> = &'a mut dyn FnMut() -> Uuid;

/// The columns of a person, in the order in which [`of_row`] reads them. Alias `p`.
pub(super) const COLUMNS: &str = "p.key, p.surname, p.given_name, p.patronymic, p.sex, p.birth_date, p.birth_precision, \
                                  p.consent_kind, p.consent_on, p.consent_by, p.note, p.clothes_size, p.shoes_size";

/// A person's own row as a draft, from column `at` on.
pub(super) fn of_row(row: &Row<'_>, at: usize) -> rusqlite::Result<MemberDraft> {
    let mut draft = MemberDraft::new(Relation::Other);
    draft.key = row.get(at)?;
    draft.name = PersonName { surname: row.get(at + 1)?, given: row.get(at + 2)?, patronymic: row.get(at + 3)? };
    draft.sex = row.get::<_, Option<Code<Sex>>>(at + 4)?.map(|code| code.0);
    draft.birth = birth_of(row, at + 5)?;
    draft.consent = match row.get_ref(at + 7)?.as_str_or_null().map_err(rusqlite::Error::from)? {
        Some("given") => Some(Consent::Given {
            on: row.get::<_, Day>(at + 8)?.0,
            by: row.get::<_, Option<String>>(at + 9)?.unwrap_or_default(),
        }),
        Some(_) => Some(Consent::Law),
        None => None,
    };
    draft.note = row.get(at + 10)?;
    draft.sizes = Sizes { clothes: row.get(at + 11)?, shoes: row.get(at + 12)? };
    Ok(draft)
}

/// Birth date and its precision from two columns.
pub(super) fn birth_of(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<BirthDate>> {
    let Some(Day(date)) = row.get(at)? else { return Ok(None) };
    Ok(Some(BirthDate { date, precision: row.get::<_, Code<Precision>>(at + 1)?.0 }))
}

/// Whom an id leads to: to itself, or to the person it became one with. A chain of merges is followed to its end.
pub fn kept(tx: &Tx, id: PersonId) -> Result<PersonId, StoreError> {
    let mut id = id;
    let mut statement =
        tx.prepare_cached("SELECT merged_into FROM person WHERE id = ?1 AND merged_into IS NOT NULL")?;
    while let Some(next) = statement.query_row(params![id.bytes()], |row| row.get(0)).optional()? {
        id = PersonId::from_bytes(next);
    }
    Ok(id)
}

/// The person in whose place this one stands in a list: themselves, the one they became one with, or none when there is nobody such or the
/// entry was a mistake.
pub fn in_force(tx: &Tx, id: PersonId) -> Result<Option<PersonId>, StoreError> {
    let id = kept(tx, id)?;
    let is_there =
        tx.prepare_cached("SELECT 1 FROM person WHERE id = ?1 AND voided_on IS NULL")?.exists(params![id.bytes()])?;
    Ok(is_there.then_some(id))
}

/// Whether a person has just this key of an office's list (none: has no key) and is on the register.
pub fn has_key(tx: &Tx, id: PersonId, key: Option<&str>) -> Result<bool, StoreError> {
    Ok(tx
        .prepare_cached("SELECT 1 FROM person WHERE id = ?1 AND key IS ?2 AND voided_on IS NULL")?
        .exists(params![id.bytes(), key])?)
}

/// Makes a person lead to another one.
pub fn lead_to(tx: &Tx, gone: PersonId, keep: PersonId) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE person SET merged_into = ?2 WHERE id = ?1")?
        .execute(params![gone.bytes(), keep.bytes()])?;
    Ok(())
}

/// The person of an office's own key, or the one they became one with.
pub fn by_key(tx: &Tx, key: &str) -> Result<Option<PersonId>, StoreError> {
    let found: Option<PersonId> = tx
        .prepare_cached("SELECT id FROM person WHERE key = ?1")?
        .query_row(params![key], |row| row.get(0).map(PersonId::from_bytes))
        .optional()?;
    found.map(|person| kept(tx, person)).transpose()
}

/// Everything known of a person; the relation means nothing.
pub fn get(tx: &Tx, person: PersonId) -> Result<Option<MemberDraft>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM person p WHERE p.id = ?1");
    let row = tx.prepare_cached(&sql)?.query_row(params![person.bytes()], |row| of_row(row, 0)).optional()?;
    let Some(mut draft) = row else { return Ok(None) };
    draft.person = Some(person);
    draft.phones = phones(tx, person)?.into_iter().map(|(_, _, phone)| phone).collect();
    draft.documents = documents(tx, person)?.into_iter().map(|(_, document)| document).collect();
    draft.categories = categories::of(tx, Owner::Person(person))?;
    Ok(Some(draft))
}

/// The name a person is shown by.
pub fn name(tx: &Tx, person: PersonId) -> Result<Option<PersonName>, StoreError> {
    Ok(tx
        .prepare_cached("SELECT surname, given_name, patronymic FROM person WHERE id = ?1")?
        .query_row(params![person.bytes()], |row| {
            Ok(PersonName { surname: row.get(0)?, given: row.get(1)?, patronymic: row.get(2)? })
        })
        .optional()?)
}

/// Adds a person with phones, papers and categories. Whether the papers are free is to be asked before ([`owner_of`]).
pub fn insert(tx: &Tx, id: PersonId, draft: &MemberDraft, new_id: NewId<'_>) -> Result<(), StoreError> {
    let (kind, on, by) = consent_columns(draft.consent.as_ref());
    tx.prepare_cached(
        "INSERT INTO person (id, key, surname, given_name, patronymic, sex, birth_date, birth_precision,
                             consent_kind, consent_on, consent_by, note, clothes_size, shoes_size)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
    )?
    .execute(params![
        id.bytes(),
        draft.key,
        draft.name.surname,
        draft.name.given,
        draft.name.patronymic,
        draft.sex.map(Code),
        day(draft.birth.map(|birth| birth.date)),
        draft.birth.map(|birth| Code(birth.precision)),
        kind,
        day(on),
        by,
        draft.note,
        draft.sizes.clothes,
        draft.sizes.shoes
    ])?;
    for (position, phone) in draft.phones.iter().enumerate() {
        insert_phone(tx, id, new_id, (position, None), phone)?;
    }
    for document in &draft.documents {
        insert_document(tx, id, new_id, document)?;
    }
    for category in &draft.categories {
        categories::insert(tx, Owner::Person(id), new_id, category)?;
    }
    Ok(())
}

/// Writes the person's own row as the draft says.
pub fn update(tx: &Tx, id: PersonId, draft: &MemberDraft) -> Result<(), StoreError> {
    let (kind, on, by) = consent_columns(draft.consent.as_ref());
    tx.prepare_cached(
        "UPDATE person SET key = ?2, surname = ?3, given_name = ?4, patronymic = ?5, sex = ?6, birth_date = ?7,
                           birth_precision = ?8, consent_kind = ?9, consent_on = ?10, consent_by = ?11, note = ?12,
                           clothes_size = ?13, shoes_size = ?14
         WHERE id = ?1",
    )?
    .execute(params![
        id.bytes(),
        draft.key,
        draft.name.surname,
        draft.name.given,
        draft.name.patronymic,
        draft.sex.map(Code),
        day(draft.birth.map(|birth| birth.date)),
        draft.birth.map(|birth| Code(birth.precision)),
        kind,
        day(on),
        by,
        draft.note,
        draft.sizes.clothes,
        draft.sizes.shoes
    ])?;
    Ok(())
}

fn consent_columns(consent: Option<&Consent>) -> (Option<&'static str>, Option<NaiveDate>, Option<&str>) {
    match consent {
        None => (None, None, None),
        Some(Consent::Law) => (Some("law"), None, None),
        Some(Consent::Given { on, by }) => (Some("given"), Some(*on), Some(by)),
    }
}

/// The present phones: row, position, phone.
fn phones(tx: &Tx, person: PersonId) -> Result<Vec<(Uuid, i64, Phone)>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT id, position, settled, raw FROM phone WHERE person = ?1 AND until_on IS NULL ORDER BY position",
    )?;
    let rows = statement.query_map(params![person.bytes()], |row| {
        Ok((Uuid::from_bytes(row.get(0)?), row.get(1)?, Phone { settled: row.get(2)?, raw: row.get(3)? }))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn insert_phone(
    tx: &Tx,
    person: PersonId,
    new_id: NewId<'_>,
    (position, from): (usize, Option<NaiveDate>),
    phone: &Phone,
) -> Result<(), StoreError> {
    tx.prepare_cached(
        "INSERT INTO phone (person, id, position, settled, raw, from_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        person.bytes(),
        new_id().as_bytes(),
        Count(position),
        phone.settled,
        phone.raw,
        day(from)
    ])?;
    Ok(())
}

/// Makes the present phones those of the list, in its order.
pub fn set_phones(
    tx: &Tx,
    person: PersonId,
    list: &[Phone],
    today: NaiveDate,
    new_id: NewId<'_>,
) -> Result<(), StoreError> {
    let mut stored = phones(tx, person)?;
    for (position, phone) in list.iter().enumerate() {
        match stored.iter().position(|(_, _, there)| there == phone) {
            Some(found) => {
                let (id, place, _) = stored.remove(found);
                if usize::try_from(place) != Ok(position) {
                    tx.prepare_cached("UPDATE phone SET position = ?3 WHERE person = ?1 AND id = ?2")?
                        .execute(params![person.bytes(), id.as_bytes(), Count(position)])?;
                }
            }
            None => insert_phone(tx, person, new_id, (position, Some(today)), phone)?,
        }
    }
    for (id, _, _) in stored {
        tx.prepare_cached("UPDATE phone SET until_on = ?3 WHERE person = ?1 AND id = ?2")?.execute(params![
            person.bytes(),
            id.as_bytes(),
            Day(today)
        ])?;
    }
    Ok(())
}

/// A paper from columns `kind, number, raw, issued_on, issued_by`.
pub(super) fn document_of(row: &Row<'_>, at: usize) -> rusqlite::Result<Document> {
    Ok(Document {
        kind: row.get::<_, Code<DocumentKind>>(at)?.0,
        number: row.get(at + 1)?,
        raw: row.get(at + 2)?,
        issued_on: row.get::<_, Option<Day>>(at + 3)?.map(|day| day.0),
        issued_by: row.get(at + 4)?,
    })
}

/// The valid papers with their rows.
fn documents(tx: &Tx, person: PersonId) -> Result<Vec<(Uuid, Document)>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT id, kind, number, raw, issued_on, issued_by FROM document
         WHERE person = ?1 AND status = 'valid' ORDER BY id",
    )?;
    let rows = statement
        .query_map(params![person.bytes()], |row| Ok((Uuid::from_bytes(row.get(0)?), document_of(row, 1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Adds a paper. Whether its number is free is to be asked before ([`owner_of`]).
pub fn insert_document(tx: &Tx, person: PersonId, new_id: NewId<'_>, document: &Document) -> Result<(), StoreError> {
    tx.prepare_cached(
        "INSERT INTO document (person, id, kind, number, raw, issued_on, issued_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        person.bytes(),
        new_id().as_bytes(),
        Code(document.kind),
        document.number,
        document.raw,
        day(document.issued_on),
        document.issued_by
    ])?;
    Ok(())
}

/// Voids the valid papers that the list has no more and rewrites the details of those it has otherwise; the ones to be added come
/// back. Voiding first lets a paper move from the wrong member of a family to the right one in one correction.
pub fn keep_documents<'a>(tx: &Tx, person: PersonId, list: &'a [Document]) -> Result<Vec<&'a Document>, StoreError> {
    let stored = documents(tx, person)?;
    let same = |one: &Document, other: &Document| one.kind == other.kind && one.number == other.number;
    for (id, there) in &stored {
        match list.iter().find(|document| same(document, there)) {
            None => {
                tx.prepare_cached("UPDATE document SET status = 'voided' WHERE person = ?1 AND id = ?2")?
                    .execute(params![person.bytes(), id.as_bytes()])?;
            }
            Some(document) if document != there => {
                tx.prepare_cached(
                    "UPDATE document SET raw = ?3, issued_on = ?4, issued_by = ?5 WHERE person = ?1 AND id = ?2",
                )?
                .execute(params![
                    person.bytes(),
                    id.as_bytes(),
                    document.raw,
                    day(document.issued_on),
                    document.issued_by
                ])?;
            }
            Some(_) => {}
        }
    }
    Ok(list.iter().filter(|document| !stored.iter().any(|(_, there)| same(document, there))).collect())
}

/// Whose valid paper this is.
pub fn owner_of(tx: &Tx, document: &Document) -> Result<Option<PersonId>, StoreError> {
    Ok(tx
        .prepare_cached("SELECT person FROM document WHERE number = ?1 AND kind = ?2 AND status = 'valid'")?
        .query_row(params![document.number, Code(document.kind)], |row| row.get(0).map(PersonId::from_bytes))
        .optional()?)
}

/// People who stand in no family today, in the order in which they came; not those merged into others or registered by mistake.
pub fn without_family(tx: &Tx) -> Result<Vec<PersonId>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT id FROM person p WHERE merged_into IS NULL AND voided_on IS NULL
         AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.person = p.id AND m.until_on IS NULL) ORDER BY id",
    )?;
    let rows = statement.query_map([], |row| row.get(0).map(PersonId::from_bytes))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
