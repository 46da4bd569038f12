//! Taking a deed back: what it changed is put back as it was, what it added is taken back, nothing is deleted.

use super::deed::{Deed, Detail};
use super::staff::has_administrator;
use super::{Office, OfficeError, events};
use crate::domain::clock::Moment;
use crate::domain::event::{EventFault, SessionStatus};
use crate::domain::id::{DeedId, FamilyId, PersonId};
use crate::domain::name::clean_note;
use crate::domain::number::FamilyNumber;
use crate::domain::person::PersonName;
use crate::domain::staff::{Right, Staff};
use crate::domain::stock::ActId;
use crate::store::events::attendance;
use crate::store::journal::{self, Done, Subject};
use crate::store::keys::SlotsFile;
use crate::store::log::{self, DeedLine};
use crate::store::stock::acts;
use crate::store::{StoreError, Tx, families, people, staff};
use std::path::Path;

/// One's own last deed, as the question before taking it back shows it.
#[derive(Clone, PartialEq, Debug)]
pub struct Undoable {
    /// The deed, for [`Office::undo`].
    pub deed: DeedId,
    /// When it was done.
    pub at: Moment,
    /// Its word (`deed-ACTION`).
    pub action: String,
    /// For the taking back of a deed: the word of that deed, which would be put back.
    pub undone_action: Option<String>,
    /// The family it was done to, with its number.
    pub family: Option<(FamilyId, FamilyNumber)>,
    /// The person it was done to, or the family's head.
    pub name: Option<PersonName>,
    /// How many things it touched, for an import or another deed over many.
    pub count: Option<usize>,
    /// What stands in the way: then taking it back will be refused.
    pub in_the_way: Option<LaterChange>,
}

/// A later change by another deed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LaterChange {
    /// By whom, as screens name them.
    pub by: String,
    /// When.
    pub at: Moment,
    /// The word of that deed (`deed-ACTION`).
    pub action: String,
}

/// What was taken back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Undone {
    /// The word of the deed that was taken back.
    pub action: String,
    /// The family it was done to.
    pub family: Option<FamilyId>,
    /// The person it was done to, when not to a family.
    pub person: Option<PersonId>,
}

/// Why a deed cannot be taken back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoUndo {
    /// It changed nothing that can be put back: looking, signing in, taking out, a password.
    NothingToPutBack,
    /// A password cannot be put back: nobody knows the old one.
    Password,
    /// It is somebody else's deed; only a merge may be taken back by others.
    NotYours,
    /// There is no such deed.
    NoSuchDeed,
    /// A number or key that would come back is in use meanwhile.
    Taken,
    /// A family would have no head or two.
    Heads,
}

impl NoUndo {
    /// The word in the message id (`office-not-undoable-CODE`).
    pub fn code(self) -> &'static str {
        match self {
            Self::NothingToPutBack => "nothing",
            Self::Password => "password",
            Self::NotYours => "not-yours",
            Self::NoSuchDeed => "no-such-deed",
            Self::Taken => "taken",
            Self::Heads => "heads",
        }
    }
}

impl Office {
    /// The signed-in person's own last deed that changed something and is not taken back; none where there is none. Taking a deed back is
    /// a deed itself: after it, this is the taking back, and taking that back puts the thing back.
    pub fn last_deed(&mut self) -> Result<Option<Undoable>, OfficeError> {
        self.require_now(Right::Find)?;
        let me = self.staff.clone();
        let found = self.store.read(|tx| {
            let Some(deed) = log::last_of(tx, me.id)? else { return Ok(None) };
            let Some(line) = log::line(tx, deed)? else { return Ok(None) };
            let makes_acts = !acts::of_deed(tx, deed)?.is_empty();
            let later = if makes_acts { None } else { log::in_the_way(tx, deed)? };
            let later = later.map(|later| log::line(tx, later)).transpose()?.flatten();
            let undone = log::undone_by(tx, deed)?.map(|undone| log::line(tx, undone)).transpose()?.flatten();
            let later = later.map(|later| LaterChange::told(tx, &me, later)).transpose()?;
            let (family, name) = subject_of(tx, line.subject)?;
            Ok(Some((line, later, undone, family, name)))
        })?;
        Ok(found.map(|(line, later, undone, family, name)| {
            let detail: Detail = serde_json::from_str(&line.detail).unwrap_or_default();
            Undoable {
                deed: line.deed,
                at: line.at,
                action: line.action,
                undone_action: undone.map(|undone| undone.action),
                family,
                name,
                count: detail.count,
                in_the_way: later,
            }
        }))
    }

    /// Takes a deed back, with a reason (may be empty): one's own, or anybody's merge. A colleague's later change of another field stays.
    ///
    /// Errors: `ChangedLater` says who changed the same later; `AlreadyUndone`; `NotUndoable`; `NotAllowed` with the right of that deed.
    pub fn undo(&mut self, deed: DeedId, what: DeedId, reason: &str) -> Result<Undone, OfficeError> {
        let reason = clean_note(reason);
        let again = |deed: &mut Deed<'_>, _: &Done| {
            let line = log::line(deed.tx, what)?.ok_or(OfficeError::NotUndoable(NoUndo::NoSuchDeed))?;
            Ok(undone(&line))
        };
        let path = self.store.path().to_owned();
        self.deed(Some(deed), None, again, |deed| {
            let line = log::line(deed.tx, what)?.ok_or(OfficeError::NotUndoable(NoUndo::NoSuchDeed))?;
            let made = acts::of_deed(deed.tx, what)?;
            check(deed, &line, made.is_empty())?;
            if !made.is_empty() {
                return reverse_acts(deed, &line, &made, &reason);
            }
            let id = deed.given_id().ok_or(OfficeError::NotUndoable(NoUndo::NoSuchDeed))?;
            let (tx, today) = (deed.tx, deed.today());
            match log::put_back(tx, what, today, &mut || deed.new_id()) {
                Ok(()) => {}
                // A number, a key or a place that would come back is somebody else's now.
                Err(StoreError::Constraint { .. }) => return Err(OfficeError::NotUndoable(NoUndo::Taken)),
                Err(fault) => return Err(fault.into()),
            }
            check_after(deed, &path, id, &line)?;
            log::reverse(tx, id, what)?;
            let of: Detail = serde_json::from_str(&line.detail).unwrap_or_default();
            let detail = Detail {
                note: reason.clone(),
                undone: Some(what),
                undone_action: Some(line.action.clone()),
                session: of.session,
                series: of.series,
                ..Detail::default()
            };
            tell(deed, &line, &detail)?;
            close_slots(deed, &path, &line)?;
            Ok(undone(&line))
        })
    }
}

/// The word of a taking back.
const UNDONE: &str = "deed-undone";
/// The word of the end of a campaign.
const CAMPAIGN_ENDED: &str = "campaign-ended";
/// The word of the closing of a session.
const SESSION_CLOSED: &str = "session-closed";
/// The word of a deed of which no more may be told.
const SOMETHING: &str = "something";
/// The words of deeds that reach into closed sessions, and are taken back from there too.
const EVENT_FILES: [&str; 2] = ["events-imported", "attendance-imported"];
/// The words of deeds that anybody with the right may take back, also later.
const ANYBODYS: [&str; 2] = ["families-merged", "people-merged"];

impl LaterChange {
    /// Of what was done at an event that is not for the asker only that something was done.
    fn told(tx: &Tx, asker: &Staff, line: DeedLine) -> Result<Self, StoreError> {
        let detail: Detail = serde_json::from_str(&line.detail).unwrap_or_default();
        let action = if events::is_hidden(tx, asker, &detail)? { SOMETHING.to_owned() } else { line.action };
        Ok(Self { by: line.by, at: line.at, action })
    }
}

/// The deed from which a chain of taking back and putting back began.
fn origin_of(tx: &Tx, line: &DeedLine) -> Result<DeedLine, OfficeError> {
    let mut origin = line.clone();
    while let Some(undone) = log::undone_by(tx, origin.deed)? {
        origin = log::line(tx, undone)?.ok_or(OfficeError::NotUndoable(NoUndo::NoSuchDeed))?;
    }
    Ok(origin)
}

fn undone(line: &DeedLine) -> Undone {
    Undone {
        action: line.action.clone(),
        family: match line.subject {
            Some(Subject::Family(family)) => Some(family),
            _ => None,
        },
        person: match line.subject {
            Some(Subject::Person(person)) => Some(person),
            _ => None,
        },
    }
}

/// What a deed was done to, in words: the family with its number, the person's or the head's name.
fn subject_of(tx: &Tx, subject: Option<Subject>) -> Result<(SubjectFamily, Option<PersonName>), StoreError> {
    match subject {
        Some(Subject::Family(family)) => {
            let row = families::get(tx, family)?;
            let card = families::card(tx, families::kept(tx, family)?)?;
            let name = card.as_ref().and_then(|card| card.head().map(|head| head.name.clone()));
            Ok((row.map(|row| (family, row.number)), name))
        }
        Some(Subject::Person(person)) => Ok((None, people::name(tx, person)?)),
        Some(Subject::Staff(staff)) => {
            let named = staff::get(tx, staff)?.map(|staff| PersonName { surname: staff.name, ..PersonName::default() });
            Ok((None, named))
        }
        Some(Subject::Act(_)) | None => Ok((None, None)),
    }
}

type SubjectFamily = Option<(FamilyId, FamilyNumber)>;

/// A deed that made acts is taken back by acts, the last one first: its rows stay, and so does the paper that was signed.
fn reverse_acts(deed: &mut Deed<'_>, line: &DeedLine, made: &[ActId], reason: &str) -> Result<Undone, OfficeError> {
    let id = deed.given_id().ok_or(OfficeError::NotUndoable(NoUndo::NoSuchDeed))?;
    for act in made.iter().rev() {
        let is_reversed = acts::get(deed.tx, *act)?.is_some_and(|act| act.head.reversed_by.is_some());
        // Of an import, what somebody reversed by itself before stays so.
        if !(is_reversed && made.len() > 1) {
            super::aid_room::reverse::reverse(deed, *act, reason)?;
        }
    }
    // The end of a campaign moved what was left and closed it: with the goods the campaign is under way again.
    if line.action == CAMPAIGN_ENDED {
        let (tx, today) = (deed.tx, deed.today());
        log::put_back(tx, line.deed, today, &mut || deed.new_id())?;
    }
    log::reverse(deed.tx, id, line.deed)?;
    let detail = Detail {
        note: reason.to_owned(),
        undone: Some(line.deed),
        undone_action: Some(line.action.clone()),
        ..Detail::default()
    };
    tell(deed, line, &detail)?;
    Ok(undone(line))
}

/// Whether this person may take this deed back at all. What later deeds changed of its rows stands in the way only where rows are put back.
fn check(deed: &Deed<'_>, line: &DeedLine, puts_rows_back: bool) -> Result<(), OfficeError> {
    let tx = deed.tx;
    if line.action == "staff-password-set" {
        return Err(OfficeError::NotUndoable(NoUndo::Password));
    }
    // A taking back is judged by what it took back: both need the same right.
    let origin = origin_of(tx, line)?;
    let Some(needs) = origin.needs.clone() else { return Err(OfficeError::NotUndoable(NoUndo::NothingToPutBack)) };
    if line.staff != Some(deed.staff.id) && !ANYBODYS.contains(&origin.action.as_str()) {
        return Err(OfficeError::NotUndoable(NoUndo::NotYours));
    }
    let right = Right::ALL.into_iter().find(|right| right.code() == needs);
    // Taking back the closing of a session is opening it again.
    let reopens = (origin.action == SESSION_CLOSED).then_some(Right::ReopenSession);
    if let Some(right) = right.into_iter().chain(reopens).find(|right| !deed.staff.role.may(*right)) {
        return Err(OfficeError::NotAllowed(right));
    }
    if let Some(reversal) = log::reversal_of(tx, line.deed)? {
        let by = log::line(tx, reversal)?.ok_or(OfficeError::NotUndoable(NoUndo::NoSuchDeed))?;
        return Err(OfficeError::AlreadyUndone { by: by.by, at: by.at });
    }
    let later = if puts_rows_back { log::in_the_way(tx, line.deed)? } else { None };
    match later {
        Some(later) => Err(changed_later(deed, later)?),
        None => Ok(()),
    }
}

fn changed_later(deed: &Deed<'_>, later: DeedId) -> Result<OfficeError, OfficeError> {
    let Some(line) = log::line(deed.tx, later)? else { return Ok(OfficeError::NotUndoable(NoUndo::Taken)) };
    let LaterChange { by, at, action } = LaterChange::told(deed.tx, &deed.staff, line)?;
    Ok(OfficeError::ChangedLater { by, at, action })
}

/// The taking back stands in the history of everything that the deed was done to.
fn tell(deed: &mut Deed<'_>, line: &DeedLine, detail: &Detail) -> Result<(), OfficeError> {
    // A taking back of an import touches what the import did, however often it goes to and fro.
    let origin = origin_of(deed.tx, line)?;
    let subjects = if origin.action == "register-imported" {
        journal::subjects_of_import(deed.tx, origin.deed)?
    } else {
        journal::subjects_of_deed(deed.tx, origin.deed)?
    };
    deed.journal(UNDONE, line.subject, detail)?;
    for subject in subjects.into_iter().filter(|subject| Some(*subject) != line.subject) {
        deed.journal_also(UNDONE, subject, detail)?;
    }
    Ok(())
}

/// The rules that no column shows by itself: one head, nobody dead in a family, nothing changed in a closed session, nobody present at a
/// session that is not held, an administrator who can sign in.
fn check_after(deed: &Deed<'_>, path: &Path, id: DeedId, line: &DeedLine) -> Result<(), OfficeError> {
    let tx = deed.tx;
    if let Some(person) = log::undead(tx, id, line.deed)? {
        let later = log::who_marked(tx, person, id)?;
        return Err(later.map_or(Ok(OfficeError::NotUndoable(NoUndo::Heads)), |later| changed_later(deed, later))?);
    }
    if log::heads_fail(tx, id, line.deed)? {
        return Err(OfficeError::NotUndoable(NoUndo::Heads));
    }
    let is_of_file = EVENT_FILES.contains(&origin_of(tx, line)?.action.as_str());
    if !is_of_file && attendance::touches_closed(tx, id)? {
        return Err(EventFault::NotPlanned(SessionStatus::Held).into());
    }
    let present = attendance::left_nowhere(tx, id, deed.today())?;
    if present > 0 {
        return Err(EventFault::SomebodyCame { present }.into());
    }
    if let Some(Subject::Staff(_)) = line.subject
        && !has_administrator(tx, None, &SlotsFile::load(path)?.slots)?
    {
        return Err(OfficeError::LastAdministrator);
    }
    Ok(())
}

/// Whoever is disabled again by taking back their adding or enabling loses their key slot, as by [`Office::disable_staff`].
fn close_slots(deed: &Deed<'_>, path: &Path, line: &DeedLine) -> Result<(), OfficeError> {
    let Some(Subject::Staff(id)) = line.subject else { return Ok(()) };
    if staff::get(deed.tx, id)?.is_none_or(|staff| staff.disabled_on.is_none()) {
        return Ok(());
    }
    let mut slots = SlotsFile::load(path)?.slots;
    match slots.remove_password(id) {
        Ok(()) => Ok(slots.save(path)?),
        Err(StoreError::NoSlot) => Ok(()),
        Err(fault) => Err(fault.into()),
    }
}
