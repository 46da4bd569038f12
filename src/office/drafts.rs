//! Forms that are not saved yet. A draft is no deed: it needs no right of its own, is in no journal and belongs to whoever typed it.
//!
//! It lies in the encrypted file under the id of the deed that will save it, and goes with that deed. While a desk has the form open
//! nobody else is offered it: the desk gives a sign of life now and then, and what a killed desk leaves behind is free at once where
//! the system says that the process is gone, and a minute later where it does not.

use super::{Office, OfficeError};
use crate::domain::clock::Moment;
use crate::domain::id::{DeedId, StaffId};
use crate::domain::number::FamilyNumber;
use crate::domain::staff::{Right, Role, Staff};
use crate::store::drafts::{self, DraftRow};
use crate::store::journal::{self, Subject};
use crate::store::{Tx, families, process, staff};
use std::fmt;
use uuid::Uuid;
use zeroize::Zeroizing;

/// Seconds after the last sign of life in which a form counts as open at its desk. Desks give one three times as often.
const ALIVE_SECONDS: i64 = 60;

/// What a form holds, JSON. Wiped from memory when dropped, and never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct DraftText(Zeroizing<String>);

impl DraftText {
    /// The text of a form.
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// The JSON.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for DraftText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DraftText(…)")
    }
}

/// A form to be kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    /// The form's deed.
    pub deed: DeedId,
    /// The form's word; what it means is the desk's business.
    pub kind: String,
    /// The family or person that it corrects.
    pub subject: Option<Uuid>,
    /// The form.
    pub content: DraftText,
}

/// What came of keeping a form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kept {
    /// It is on the disk.
    Kept,
    /// Its deed was done before: there is nothing to keep any more.
    Done,
    /// Another desk goes on with it.
    Elsewhere,
}

/// A kept form that can be gone on with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Offer {
    /// The form.
    pub draft: Draft,
    /// When it was kept last.
    pub kept_at: Moment,
}

/// What came of going on with a form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Continued {
    /// It is this desk's now.
    Open(Box<Offer>),
    /// It was saved after all; the number of the family, where it is of one.
    Done(Option<FamilyNumber>),
    /// Another desk has it open.
    Elsewhere,
    /// It is no more: thrown away, or too old.
    Gone,
}

impl Office {
    /// Keeps a form as it stands, or as it stands now. A form whose deed is done stays done.
    ///
    /// Errors: `NotAllowed` once the person is disabled; those of the store.
    pub fn keep_draft(&mut self, draft: &Draft) -> Result<Kept, OfficeError> {
        let at = self.surroundings.clock.now();
        self.with_drafts(|tx, me, desk| {
            if journal::done(tx, draft.deed)?.is_some() {
                drafts::remove(tx, draft.deed)?;
                return Ok(Kept::Done);
            }
            let there = drafts::get(tx, draft.deed)?;
            if there.is_some_and(|row| row.staff != me.id || desk.is_elsewhere(&row, at)) {
                return Ok(Kept::Elsewhere);
            }
            let row = DraftRow {
                deed: draft.deed,
                staff: me.id,
                role: me.role,
                desk: desk.name.to_owned(),
                session: Some(desk.sitting),
                process: std::process::id(),
                kind: draft.kind.clone(),
                subject: draft.subject,
                content: draft.content.0.clone(),
                opened_at: at,
                kept_at: at,
                alive_at: at,
            };
            drafts::put(tx, &row)?;
            Ok(Kept::Kept)
        })
    }

    /// The person's own forms that are open at no desk, the last kept first.
    pub fn drafts(&mut self) -> Result<Vec<Offer>, OfficeError> {
        let (at, me) = (self.surroundings.clock.now(), self.staff.id);
        let desk = Desk { name: &self.desk, sitting: self.sitting };
        self.store
            .read(|tx| {
                let Some(me) = staff::get(tx, me)?.filter(|staff| staff.disabled_on.is_none()) else {
                    return Ok(Vec::new());
                };
                let rows = drafts::of_staff(tx, me.id)?.into_iter();
                let free = |row: &DraftRow| {
                    row.session != Some(desk.sitting) && !desk.is_elsewhere(row, at) && sees_all_of(row.role, me.role)
                };
                Ok(rows.filter(free).map(offer).collect())
            })
            .map_err(OfficeError::from)
    }

    /// Takes a form to this desk, to go on with it.
    pub fn continue_draft(&mut self, deed: DeedId) -> Result<Continued, OfficeError> {
        let at = self.surroundings.clock.now();
        self.with_drafts(|tx, me, desk| {
            if let Some(done) = journal::done(tx, deed)? {
                drafts::remove(tx, deed)?;
                let number = match done.subject {
                    Some(Subject::Family(family)) => families::get(tx, family)?.map(|family| family.number),
                    _ => None,
                };
                return Ok(Continued::Done(number));
            }
            let Some(row) = drafts::get(tx, deed)?.filter(|row| row.staff == me.id && sees_all_of(row.role, me.role))
            else {
                return Ok(Continued::Gone);
            };
            if desk.is_elsewhere(&row, at) {
                return Ok(Continued::Elsewhere);
            }
            let mine = DraftRow {
                desk: desk.name.to_owned(),
                session: Some(desk.sitting),
                process: std::process::id(),
                alive_at: at,
                ..row.clone()
            };
            drafts::put(tx, &mine)?;
            Ok(Continued::Open(Box::new(offer(row))))
        })
    }

    /// Throws a form away, as the person wanted.
    pub fn forget_draft(&mut self, deed: DeedId) -> Result<(), OfficeError> {
        let me = self.staff.id;
        if self.store.read(|tx| drafts::get(tx, deed))?.is_none_or(|row| row.staff != me) {
            return Ok(());
        }
        self.with_drafts(|tx, _, _| Ok(drafts::remove(tx, deed)?))
    }

    /// A sign of life for the forms that are open at this desk.
    pub fn drafts_alive(&mut self) -> Result<(), OfficeError> {
        let (at, sitting) = (self.surroundings.clock.now(), self.sitting);
        self.with_drafts(|tx, _, _| Ok(drafts::touch(tx, sitting, at)?))
    }

    /// The desk is locked or left: its forms are free for whoever typed them.
    pub fn release_drafts(&mut self) -> Result<(), OfficeError> {
        let (sitting, me) = (self.sitting, self.staff.id);
        let is_open = |tx: &Tx| Ok(drafts::of_staff(tx, me)?.iter().any(|row| row.session == Some(sitting)));
        if self.store.read(is_open)? {
            self.store.transact(|tx| drafts::release(tx, sitting))?;
        }
        Ok(())
    }

    /// Works on drafts in one transaction, as the person stands in the file now. Nothing of it moves the search or the journal.
    fn with_drafts<T>(
        &mut self,
        work: impl FnOnce(&Tx, &Staff, Desk<'_>) -> Result<T, OfficeError>,
    ) -> Result<T, OfficeError> {
        let Self { store, staff: me, desk, sitting, .. } = self;
        store.transact(|tx| {
            let me = active(tx, me.id)?;
            work(tx, &me, Desk { name: desk, sitting: *sitting })
        })
    }
}

/// This desk, as drafts name it.
#[derive(Clone, Copy)]
struct Desk<'a> {
    name: &'a str,
    sitting: Uuid,
}

impl Desk<'_> {
    /// Whether another desk has the form open at this moment.
    fn is_elsewhere(self, row: &DraftRow, at: Moment) -> bool {
        let is_recent = (at - row.alive_at).num_seconds().abs() < ALIVE_SECONDS;
        let may_live = row.desk != self.name || process::may_be_running(row.process);
        row.session.is_some_and(|session| session != self.sitting) && is_recent && may_live
    }
}

fn active(tx: &Tx, me: StaffId) -> Result<Staff, OfficeError> {
    staff::get(tx, me)?.filter(|staff| staff.disabled_on.is_none()).ok_or(OfficeError::NotAllowed(Right::Find))
}

/// Whether somebody of the role of now may read what was on the screen of the role of then.
fn sees_all_of(then: Role, now: Role) -> bool {
    Right::ALL.into_iter().all(|right| now.may(right) || !then.may(right))
}

fn offer(row: DraftRow) -> Offer {
    Offer {
        kept_at: row.kept_at,
        draft: Draft { deed: row.deed, kind: row.kind, subject: row.subject, content: DraftText(row.content) },
    }
}
