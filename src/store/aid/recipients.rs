//! To whom an act went, with the household, categories and ground as they were then.

use rusqlite::{OptionalExtension, params};

use crate::domain::aid::{CollectorKind, RecipientKind};
use crate::domain::clock::Moment;
use crate::domain::id::{ActId, FamilyId, PersonId, SessionId};
use crate::domain::number::FamilyNumber;
use crate::domain::stock::{ActNumber, PartnerCode};
use crate::store::columns::{Code, Number, id, id_maybe, read_moment};
use crate::store::{StoreError, Tx};
use uuid::Uuid;

/// The recipient of an issue.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RecipientRow {
    /// What it is.
    pub kind: RecipientKind,
    /// The family.
    pub family: Option<FamilyId>,
    /// The person.
    pub person: Option<PersonId>,
    /// The organisation.
    pub partner: Option<PartnerCode>,
    /// At which campaign.
    pub session: Option<SessionId>,
    /// Adults then.
    pub adults: u32,
    /// Children then.
    pub children: u32,
    /// Codes of categories then, a space between.
    pub categories: String,
    /// The category that gave the right; empty where none was needed.
    pub ground: String,
    /// Why without a right.
    pub right_reason: String,
    /// Who carried it away: what they are,
    pub collector_kind: CollectorKind,
    /// who on the register,
    pub collector_person: Option<PersonId>,
    /// their name,
    pub collector_name: String,
    /// their paper.
    pub collector_paper: String,
    /// Whom the campaign serves once.
    pub once_for: Option<Uuid>,
}

/// Writes the recipient of an act.
pub fn insert(tx: &Tx, act: ActId, row: &RecipientRow) -> Result<(), StoreError> {
    tx.prepare_cached(
        "INSERT INTO act_recipient (act, kind, family, person, partner, session, adults, children, categories, ground, right_reason,
                                    collector_kind, collector_person, collector_name, collector_paper, once_for)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
    )?
    .execute(params![
        act.bytes(),
        Code(row.kind),
        row.family.as_ref().map(FamilyId::bytes),
        row.person.as_ref().map(PersonId::bytes),
        row.partner,
        row.session.as_ref().map(SessionId::bytes),
        row.adults,
        row.children,
        row.categories,
        row.ground,
        row.right_reason,
        Code(row.collector_kind),
        row.collector_person.as_ref().map(PersonId::bytes),
        row.collector_name,
        row.collector_paper,
        row.once_for.as_ref().map(Uuid::as_bytes)
    ])?;
    Ok(())
}

/// The recipient of an act, if it is an issue.
pub fn get(tx: &Tx, act: ActId) -> Result<Option<RecipientRow>, StoreError> {
    Ok(tx
        .prepare_cached(
            "SELECT kind, family, person, partner, session, adults, children, categories, ground, right_reason,
                    collector_kind, collector_person, collector_name, collector_paper, once_for
             FROM act_recipient WHERE act = ?1",
        )?
        .query_row(params![act.bytes()], |row| {
            Ok(RecipientRow {
                kind: row.get::<_, Code<_>>(0)?.0,
                family: id_maybe(row, 1, FamilyId::from_bytes)?,
                person: id_maybe(row, 2, PersonId::from_bytes)?,
                partner: row.get(3)?,
                session: id_maybe(row, 4, SessionId::from_bytes)?,
                adults: row.get(5)?,
                children: row.get(6)?,
                categories: row.get(7)?,
                ground: row.get(8)?,
                right_reason: row.get(9)?,
                collector_kind: row.get::<_, Code<_>>(10)?.0,
                collector_person: id_maybe(row, 11, PersonId::from_bytes)?,
                collector_name: row.get(12)?,
                collector_paper: row.get(13)?,
                once_for: id_maybe(row, 14, Uuid::from_bytes)?,
            })
        })
        .optional()?)
}

/// The name by which screens call a recipient today: the head's, the person's, the organisation's; with the family's number.
pub fn named(tx: &Tx, row: &RecipientRow) -> Result<(String, Option<(FamilyId, FamilyNumber)>), StoreError> {
    let found = tx
        .prepare_cached(
            "SELECT coalesce(
                 (SELECT name FROM partner WHERE code = ?3),
                 (SELECT trim(surname || ' ' || given_name || ' ' || patronymic) FROM person WHERE id = ?2),
                 (SELECT trim(h.surname || ' ' || h.given_name || ' ' || h.patronymic) FROM membership m JOIN person h ON h.id = m.person
                  WHERE m.family = ?1 AND m.until_on IS NULL AND m.relation = 'head'), ''),
                 (SELECT number FROM family WHERE id = ?1)",
        )?
        .query_row(
            params![row.family.as_ref().map(FamilyId::bytes), row.person.as_ref().map(PersonId::bytes), row.partner],
            |found| Ok((found.get::<_, String>(0)?, found.get::<_, Option<Number>>(1)?)),
        )?;
    let family = row.family.zip(found.1).map(|(family, number)| (family, number.0));
    Ok((found.0, family))
}

/// An act that served somebody at a campaign.
#[derive(Clone, PartialEq, Debug)]
pub struct ServedRow {
    /// The act.
    pub act: ActId,
    /// Its number.
    pub number: ActNumber,
    /// When it was written.
    pub at: Moment,
    /// At which desk.
    pub desk: String,
    /// By whom.
    pub by: String,
    /// Whether it was at a desk: files of old years may have somebody twice.
    pub at_a_desk: bool,
}

/// The act in force by which a campaign served a family or a person, one of a desk before one of a file; what entries merged into it got
/// counts.
pub fn served(
    tx: &Tx,
    session: SessionId,
    family: Option<FamilyId>,
    person: Option<PersonId>,
) -> Result<Option<ServedRow>, StoreError> {
    Ok(tx
        .prepare_cached(
            "SELECT a.id, a.year, a.number, a.made_at, a.desk, coalesce(s.name, ''), r.once_for IS NOT NULL FROM (
                 SELECT act, once_for FROM act_recipient WHERE family = ?2 AND session = ?1 AND in_force = 1
                 UNION ALL SELECT act, once_for FROM act_recipient WHERE person = ?3 AND session = ?1 AND in_force = 1
                 UNION ALL SELECT act, once_for FROM act_recipient WHERE session = ?1 AND once_for IN (?2, ?3) AND in_force = 1) r
             JOIN act a ON a.id = r.act LEFT JOIN staff s ON s.id = a.staff ORDER BY r.once_for IS NULL, a.id LIMIT 1",
        )?
        .query_row(
            params![session.bytes(), family.as_ref().map(FamilyId::bytes), person.as_ref().map(PersonId::bytes)],
            |row| {
                Ok(ServedRow {
                    act: id(row, 0, ActId::from_bytes)?,
                    number: ActNumber { year: row.get(1)?, number: row.get(2)? },
                    at: read_moment(row.get_ref(3)?.as_str().map_err(rusqlite::Error::from)?)?,
                    desk: row.get(4)?,
                    by: row.get(5)?,
                    at_a_desk: row.get(6)?,
                })
            },
        )
        .optional()?)
}
