//! The journal: everything that was done and every card that was opened, append-only, each entry chained to the one before.
//!
//! The chain is of the site (this office file), its order is `seq`, never the clock. A hash covers every column of its row and the
//! hash before it, so a changed, removed or inserted row breaks the chain from there on.

use rusqlite::{OptionalExtension, Row, params};
use sha2::{Digest, Sha256};

use super::columns::{moment, read_moment};
use super::{StoreError, Tx};
use crate::domain::clock::Moment;
use crate::domain::id::{ActId, DeedId, FamilyId, PersonId, SiteId, StaffId};

/// What a deed was done to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Subject {
    /// A family.
    Family(FamilyId),
    /// A person without a family.
    Person(PersonId),
    /// A member of staff.
    Staff(StaffId),
    /// An act.
    Act(ActId),
}

impl Subject {
    fn kind(&self) -> &'static str {
        match self {
            Self::Family(_) => "family",
            Self::Person(_) => "person",
            Self::Staff(_) => "staff",
            Self::Act(_) => "act",
        }
    }

    fn bytes(&self) -> &[u8; 16] {
        match self {
            Self::Family(id) => id.bytes(),
            Self::Person(id) => id.bytes(),
            Self::Staff(id) => id.bytes(),
            Self::Act(id) => id.bytes(),
        }
    }

    pub(super) fn from_columns(kind: Option<&str>, id: Option<[u8; 16]>) -> Option<Self> {
        match (kind?, id?) {
            ("family", id) => Some(Self::Family(FamilyId::from_bytes(id))),
            ("person", id) => Some(Self::Person(PersonId::from_bytes(id))),
            ("staff", id) => Some(Self::Staff(StaffId::from_bytes(id))),
            ("act", id) => Some(Self::Act(ActId::from_bytes(id))),
            _ => None,
        }
    }
}

/// An entry to be written.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// When.
    pub at: Moment,
    /// At which desk: the machine's name, nothing personal.
    pub desk: &'a str,
    /// Who; none when nobody was signed in yet.
    pub staff: Option<StaffId>,
    /// The deed, where repeating it must do nothing.
    pub deed: Option<DeedId>,
    /// The deed's word.
    pub action: &'a str,
    /// To what.
    pub subject: Option<Subject>,
    /// What the deed adds, as JSON.
    pub detail: &'a str,
}

/// What an earlier deed did.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Done {
    /// The deed's word.
    pub action: String,
    /// To what.
    pub subject: Option<Subject>,
}

/// An entry as history shows it.
#[derive(Clone, PartialEq, Debug)]
pub struct Written {
    /// When.
    pub at: Moment,
    /// Who, as screens name them; empty when nobody was signed in.
    pub staff: String,
    /// At which desk.
    pub desk: String,
    /// The deed's word.
    pub action: String,
    /// What the deed added, as JSON.
    pub detail: String,
    /// The deed, where this is its own entry.
    pub deed: Option<DeedId>,
}

/// Adds an entry to the chain of `site`.
pub fn append(tx: &Tx, site: SiteId, entry: &Entry<'_>) -> Result<(), StoreError> {
    let last: Option<(i64, [u8; 32])> = tx
        .prepare_cached("SELECT seq, hash FROM journal WHERE site = ?1 ORDER BY seq DESC LIMIT 1")?
        .query_row(params![site.bytes()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let (seq, prev) = last.map_or((1, [0; 32]), |(seq, hash)| (seq + 1, hash));
    let at = moment(entry.at);
    let row = Canonical {
        site: site.bytes(),
        seq,
        at: &at,
        desk: entry.desk,
        staff: entry.staff.as_ref().map(StaffId::bytes),
        deed: entry.deed.as_ref().map(DeedId::bytes),
        action: entry.action,
        subject_kind: entry.subject.as_ref().map(Subject::kind),
        subject: entry.subject.as_ref().map(Subject::bytes),
        detail: entry.detail,
    };
    let hash = row.hash(&prev);
    tx.prepare_cached(
        "INSERT INTO journal (site, seq, at, desk, staff, deed, action, subject_kind, subject, detail, prev, hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    )?
    .execute(params![
        row.site,
        row.seq,
        row.at,
        row.desk,
        row.staff,
        row.deed,
        row.action,
        row.subject_kind,
        row.subject,
        row.detail,
        prev,
        hash
    ])?;
    Ok(())
}

/// What a deed that was done already added to the journal, as JSON.
pub fn detail_of(tx: &Tx, deed: DeedId) -> Result<Option<String>, StoreError> {
    Ok(tx
        .prepare_cached("SELECT detail FROM journal WHERE deed = ?1")?
        .query_row(params![deed.bytes()], |row| row.get(0))
        .optional()?)
}

/// What a deed did, if it was done already.
pub fn done(tx: &Tx, deed: DeedId) -> Result<Option<Done>, StoreError> {
    Ok(tx
        .prepare_cached("SELECT action, subject_kind, subject FROM journal WHERE deed = ?1")?
        .query_row(params![deed.bytes()], |row| {
            let kind: Option<String> = row.get(1)?;
            Ok(Done { action: row.get(0)?, subject: Subject::from_columns(kind.as_deref(), row.get(2)?) })
        })
        .optional()?)
}

/// Everything that happened to a subject, newest first, each with its place in the chain.
pub fn of_subject(tx: &Tx, subject: Subject) -> Result<Vec<(i64, Written)>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT j.at, coalesce(s.name, ''), j.desk, j.action, j.detail, j.deed, j.seq
         FROM journal j LEFT JOIN staff s ON s.id = j.staff
         WHERE j.subject = ?1 AND j.subject_kind = ?2 ORDER BY j.seq DESC",
    )?;
    let rows = statement.query_map(params![subject.bytes(), subject.kind()], |row| {
        let written = Written {
            at: read_moment(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?)?,
            staff: row.get(1)?,
            desk: row.get(2)?,
            action: row.get(3)?,
            detail: row.get(4)?,
            deed: row.get::<_, Option<[u8; 16]>>(5)?.map(DeedId::from_bytes),
        };
        Ok((row.get(6)?, written))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Everything that a deed was done to: its own entry's subject first, then those of the entries that name it.
pub fn subjects_of_deed(tx: &Tx, deed: DeedId) -> Result<Vec<Subject>, StoreError> {
    let own = done(tx, deed)?.and_then(|done| done.subject);
    let mut statement = tx.prepare_cached(
        "SELECT subject_kind, subject FROM journal
         WHERE site = (SELECT site FROM journal WHERE deed = ?1) AND seq > (SELECT seq FROM journal WHERE deed = ?1)
           AND seq <= (SELECT seq + max(?3, coalesce(json_extract(detail, '$.count'), 0)) FROM journal WHERE deed = ?1)
           AND deed IS NULL AND json_extract(detail, '$.deed') = ?2 AND subject IS NOT NULL ORDER BY seq",
    )?;
    let rows = statement.query_map(params![deed.bytes(), deed.to_string(), ENTRIES_A_DEED], |row| {
        let kind: Option<String> = row.get(0)?;
        Ok(Subject::from_columns(kind.as_deref(), row.get(1)?))
    })?;
    let mut subjects: Vec<Subject> = own.into_iter().collect();
    for subject in rows {
        subjects.extend(subject?.filter(|subject| !subjects.contains(subject)));
    }
    Ok(subjects)
}

/// What an import was done to: its rows' entries lie right before its own.
pub fn subjects_of_import(tx: &Tx, deed: DeedId) -> Result<Vec<Subject>, StoreError> {
    let own: Option<([u8; 16], i64)> = tx
        .prepare_cached("SELECT site, seq FROM journal WHERE deed = ?1")?
        .query_row(params![deed.bytes()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((site, own)) = own else { return Ok(Vec::new()) };
    let mut statement = tx.prepare_cached(
        "SELECT action IN ('family-imported', 'family-reimported', 'person-imported', 'person-reimported'),
                subject_kind, subject
         FROM journal WHERE site = ?1 AND seq < ?2 ORDER BY seq DESC",
    )?;
    let mut rows = statement.query(params![site, own])?;
    let mut subjects = Vec::new();
    while let Some(row) = rows.next()? {
        if !row.get::<_, bool>(0)? {
            break;
        }
        let kind: Option<String> = row.get(1)?;
        subjects.extend(Subject::from_columns(kind.as_deref(), row.get(2)?));
    }
    subjects.reverse();
    Ok(subjects)
}

/// How many entries a deed can have that name it, if it does not count more itself: they lie right behind its own. Rows of an import do
/// not name it.
const ENTRIES_A_DEED: i64 = 500;

/// How many entries this chain has.
pub fn length(tx: &Tx, site: SiteId) -> Result<u64, StoreError> {
    let length: Option<i64> = tx
        .prepare_cached("SELECT max(seq) FROM journal WHERE site = ?1")?
        .query_row(params![site.bytes()], |row| row.get(0))?;
    Ok(length.and_then(|length| u64::try_from(length).ok()).unwrap_or(0))
}

/// Recomputes every chain in the file: how many entries there are, or the number of the first that is not as it was written.
pub fn verify(tx: &Tx) -> Result<Result<u64, u64>, StoreError> {
    let mut statement = tx.prepare(
        "SELECT site, seq, at, desk, staff, deed, action, subject_kind, subject, detail, prev, hash
         FROM journal ORDER BY site, seq",
    )?;
    let mut rows = statement.query([])?;
    let mut counted = 0;
    let mut chain: ([u8; 16], i64, [u8; 32]) = ([0; 16], 0, [0; 32]);
    while let Some(row) = rows.next()? {
        let (site, seq, prev, hash): ([u8; 16], i64, [u8; 32], [u8; 32]) =
            (row.get(0)?, row.get(1)?, row.get(10)?, row.get(11)?);
        let (expected_seq, expected_prev) = if chain.0 == site { (chain.1 + 1, chain.2) } else { (1, [0; 32]) };
        if seq != expected_seq || prev != expected_prev || hash_of_row(row)? != hash {
            return Ok(Err(u64::try_from(seq.min(expected_seq)).unwrap_or(0)));
        }
        chain = (site, seq, hash);
        counted += 1;
    }
    Ok(Ok(counted))
}

fn hash_of_row(row: &Row<'_>) -> rusqlite::Result<[u8; 32]> {
    let site: [u8; 16] = row.get(0)?;
    let text = |at: usize| row.get_ref(at).and_then(|value| value.as_str().map_err(rusqlite::Error::from));
    let staff: Option<[u8; 16]> = row.get(4)?;
    let deed: Option<[u8; 16]> = row.get(5)?;
    let subject_kind: Option<String> = row.get(7)?;
    let subject: Option<[u8; 16]> = row.get(8)?;
    let canonical = Canonical {
        site: &site,
        seq: row.get(1)?,
        at: text(2)?,
        desk: text(3)?,
        staff: staff.as_ref(),
        deed: deed.as_ref(),
        action: text(6)?,
        subject_kind: subject_kind.as_deref(),
        subject: subject.as_ref(),
        detail: text(9)?,
    };
    Ok(canonical.hash(&row.get(10)?))
}

/// A row as its hash sees it: every field with its length before it, an absent one apart from an empty one.
struct Canonical<'a> {
    site: &'a [u8; 16],
    seq: i64,
    at: &'a str,
    desk: &'a str,
    staff: Option<&'a [u8; 16]>,
    deed: Option<&'a [u8; 16]>,
    action: &'a str,
    subject_kind: Option<&'a str>,
    subject: Option<&'a [u8; 16]>,
    detail: &'a str,
}

impl Canonical<'_> {
    fn hash(&self, prev: &[u8; 32]) -> [u8; 32] {
        let mut hasher = Sha256::new();
        hasher.update(b"stiika journal 1");
        hasher.update(prev);
        let seq = self.seq.to_be_bytes();
        let fields: [Option<&[u8]>; 10] = [
            Some(self.site),
            Some(&seq),
            Some(self.at.as_bytes()),
            Some(self.desk.as_bytes()),
            self.staff.map(<[u8; 16]>::as_slice),
            self.deed.map(<[u8; 16]>::as_slice),
            Some(self.action.as_bytes()),
            self.subject_kind.map(str::as_bytes),
            self.subject.map(<[u8; 16]>::as_slice),
            Some(self.detail.as_bytes()),
        ];
        for field in fields {
            match field {
                Some(bytes) => {
                    hasher.update([1]);
                    hasher.update((bytes.len() as u64).to_be_bytes());
                    hasher.update(bytes);
                }
                None => hasher.update([0]),
            }
        }
        hasher.finalize().into()
    }
}
