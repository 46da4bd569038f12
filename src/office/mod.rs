//! What staff can do: one function a deed. A deed is a right, a transaction and a journal entry, together or not at all.
//!
//! Owns the open file, the signed-in person and the search index. The desk, the command line, files and reports all come through
//! here; nobody else touches the store. Reading a card is a deed too: it is written down before it is shown (law 2297-VI).

mod aid_fault;
pub mod aid_room;
mod alike;
mod apart;
mod apply;
mod brief;
pub mod calendar_file;
pub mod campaign;
mod cards;
mod catalogue;
mod deed;
mod drafts;
mod duplicates;
mod event_fault;
pub mod event_files;
pub mod events;
mod export;
mod fault;
pub mod files;
mod finding;
pub mod goods;
mod history;
mod import;
mod indexing;
pub mod intake;
mod kinds;
mod life_fault;
mod listing;
mod lives;
mod mass;
mod papers;
mod recognise;
mod registration;
mod roll;
pub mod rule_words;
mod settings;
mod sight;
mod sign_in;
mod singles;
mod staff;
pub mod storeroom;
mod surroundings;
mod undo;
mod unite;

pub use alike::{Alike, AlikeTo};
pub use apart::Pair;
pub use brief::Brief;
pub use catalogue::Switch;
pub use drafts::{Continued, Draft, DraftText, Kept, Offer};
pub use duplicates::Both;
pub use fault::{Changer, OfficeError, field_message};
pub use import::{Imported, Intake};
pub use indexing::{ImageState, Preparing};
pub use kinds::{Group, Opens, Thing, Wording, is_worth};
pub use listing::{Choices, Listed, ListedFamily, SavedFilter};
pub use lives::Lived;
pub use mass::{Progress, Selection, Target, Which};
pub use papers::{Paper, PaperForm, PaperRequest};
pub use roll::Totals;
pub use staff::password_is_strong;
pub use undo::{LaterChange, NoUndo, Undoable, Undone};
pub use unite::{MergePlan, MergeSeen, Merged, MergedPerson, PeoplePlan, SamePerson};

/// A named list of families as screens show it.
pub use crate::store::family_lists::ListRow;

use crate::domain::catalogue::{Catalogue, Sensitive};
use crate::domain::category::CategoryCode;
use crate::domain::clock::{Clock, Moment};
use crate::domain::draft::{FamilyDraft, SingleDraft};
use crate::domain::event::{Hours, SessionStatus};
use crate::domain::family::FamilyCard;
use crate::domain::id::{DeedId, FamilyId, PersonId, SiteId};
use crate::domain::merge::Change;
use crate::domain::number::FamilyNumber;
use crate::domain::person::{BirthDate, PersonName};
use crate::domain::settings::OfficeSettings;
use crate::domain::staff::{Right, Staff};
pub use crate::search::{Double, Doubles, Likeness, Standing, Twin};
use crate::search::{Index, Likely, Tier, Why};
pub use crate::search::{Only, Suggestion};
use crate::store::keys::DataKey;
use crate::store::{Store, catalogue as catalogue_rows, staff as staff_rows};
use deed::Deed;
use serde::{Deserialize, Serialize};
use sight::Sight;
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::Arc;
use surroundings::Random;
use uuid::Uuid;

/// The world outside that a deed needs: the time and randomness, passed in so that tests and the demo office can hold them still.
#[derive(Clone)]
pub struct Surroundings {
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// Random bytes.
    pub entropy: Entropy,
}

/// Where random bytes come from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Entropy {
    /// The operating system.
    System,
    /// A repeatable sequence from a seed: the demo office is the same on every machine. Never keys of a real office.
    Seeded(u64),
}

/// The system's clock: the one place where the present is read.
pub struct SystemClock;

/// What a new office needs.
pub struct Founding {
    /// The office's name.
    pub office: String,
    /// Code of its community in the national codifier.
    pub community: Option<String>,
    /// Login of the first administrator.
    pub login: String,
    /// Their name as screens show it.
    pub name: String,
    /// Their password.
    pub password: String,
    /// Cost of guessing a password.
    pub cost: crate::store::keys::KdfCost,
}

/// The office's own settings.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct OfficeProfile {
    /// Name shown in the first line of every screen.
    pub name: String,
    /// Code of the office's community.
    pub community: Option<String>,
}

/// Everything that the settings screen changes: what the office is, and what it has set.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct OfficeFacts {
    /// Name and community.
    pub profile: OfficeProfile,
    /// The settings.
    pub settings: OfficeSettings,
}

/// A found person as lists show it, with everything the asker may not see already left out.
#[derive(Clone, PartialEq, Debug)]
pub struct Found {
    /// Who.
    pub person: PersonId,
    /// The family found through this person.
    pub family: Option<FamilyId>,
    /// Its number.
    pub number: Option<FamilyNumber>,
    /// The office's own key of the person, from an import.
    pub key: Option<String>,
    /// Name.
    pub name: PersonName,
    /// Birth.
    pub birth: Option<BirthDate>,
    /// The first phone, settled; none without the right to contacts.
    pub phone: Option<String>,
    /// One line of the actual address; empty without the right to contacts.
    pub address: String,
    /// How many members the family has today.
    pub members: usize,
    /// How many of them are children today.
    pub children: usize,
    /// Categories of the family or any present member in force today, in catalogue order.
    pub categories: Vec<CategoryCode>,
    /// Whether the family's entry is closed.
    pub closed: bool,
    /// How good the match is.
    pub tier: Tier,
    /// Why it matched.
    pub why: Why,
    /// The head of the family, where somebody else of it was found.
    pub head: Option<PersonName>,
}

/// Everything that a typed text finds.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Finding {
    /// People, the best first: those that agree exactly, then the close ones.
    pub people: Vec<Found>,
    /// Everything else by kind.
    pub groups: Vec<Group>,
    /// Surnames that a mistyped one may mean, the likeliest first; empty where that helps nobody.
    pub meant: Vec<Suggestion>,
}

/// A probable duplicate as the panel beside the form shows it.
#[derive(Clone, PartialEq, Debug)]
pub struct LikelyFound {
    /// The match.
    pub likely: Likely,
    /// Who on the register.
    pub name: PersonName,
    /// Birth.
    pub birth: Option<BirthDate>,
    /// Family number.
    pub number: Option<FamilyNumber>,
    /// Address line.
    pub address: String,
}

/// What a registration made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Registered {
    /// The family.
    pub family: FamilyId,
    /// Its number.
    pub number: FamilyNumber,
}

/// What happened to a family, newest first: one line of history or of the timeline.
#[derive(Clone, PartialEq, Debug)]
pub struct HistoryEntry {
    /// When.
    pub at: Moment,
    /// Who, as screens name them.
    pub staff: String,
    /// At which desk (host name).
    pub desk: String,
    /// The deed's word, which is also its message id suffix (`deed-family-registered`).
    pub action: String,
    /// Field by field, where the deed changed fields.
    pub changes: Vec<Change>,
    /// What was said with the deed: the reason of an undo. Empty where nothing was.
    pub note: String,
    /// The deed, where it can be named to [`Office::undo`]; none for looking and for rows of an import.
    pub deed: Option<DeedId>,
    /// The entry it happened to, where that one became one with the asked one later.
    pub of: Option<FamilyNumber>,
    /// Whether the deed is taken back.
    pub undone: bool,
}

/// Counters of the present day for the home screen, and what is held on it.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Today {
    /// Families registered today.
    pub registered: usize,
    /// Cards corrected today.
    pub corrected: usize,
    /// Families registered on each of the last seven days, oldest first, today last.
    pub week: [usize; 7],
    /// Families open on the register.
    pub families: usize,
    /// People in them.
    pub people: usize,
    /// What is held today, by hours; none for those who may not see events.
    pub sessions: Option<Vec<SessionToday>>,
    /// People who were written down at a session and wait to be completed at reception.
    pub newcomers: Vec<events::NewcomerRow>,
}

/// A session of the present day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SessionToday {
    /// Its title; none where it is restricted to others.
    pub title: Option<String>,
    /// From when until when.
    pub hours: Hours,
    /// Where it stands.
    pub status: SessionStatus,
    /// How many are expected.
    pub expected: usize,
    /// How many came.
    pub present: usize,
}

/// What an import brings.
#[derive(Clone, Default, Debug)]
pub struct ImportBatch {
    /// Families with their members, in file order.
    pub families: Vec<FamilyDraft>,
    /// People without a family.
    pub singles: Vec<SingleDraft>,
    /// Positions of families for which the file names no first day: they stand with today, and a family already on the register keeps
    /// its own.
    pub undated: Vec<usize>,
}

/// What an import did, or would do.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct ImportOutcome {
    /// Families that were new.
    pub families_added: usize,
    /// Families known by their key in which something changed.
    pub families_changed: usize,
    /// Families known by their key and already as the file says.
    pub families_unchanged: usize,
    /// People that were new, those without a family included.
    pub people_added: usize,
    /// People without a family whose data changed.
    pub singles_changed: usize,
}

/// Which row of the batch could not be taken, and why; nothing was written.
#[derive(Clone, PartialEq, Debug)]
pub struct ImportFault {
    /// Position of the family in the batch (or of the single, counted after the families).
    pub family: usize,
    /// Position of the member in it.
    pub member: usize,
    /// What is wrong.
    pub fault: OfficeError,
}

/// Whether to write or only to say what would be written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Run {
    /// Write.
    Real,
    /// Only list.
    Dry,
}

/// An open office with a signed-in member of staff.
pub struct Office {
    surroundings: Surroundings,
    store: Store,
    /// Wraps new passwords; wiped when the office is closed.
    key: DataKey,
    staff: Staff,
    profile: OfficeProfile,
    settings: OfficeSettings,
    catalogue: Arc<Catalogue>,
    /// The categories that are kept from those without the right, as the file said last.
    sensitive: Arc<Sensitive>,
    site: SiteId,
    desk: String,
    random: Random,
    /// This sign-in, which no other of this file is like: whose open forms are whose.
    sitting: Uuid,
    index: Index,
    indexing: indexing::Indexing,
    /// What the search finds beside people.
    things: kinds::Things,
    /// What lists look at; empty until the first list.
    roll: roll::Roll,
    seen: Seen,
    /// Families whose view by this person is in the journal since sign-in.
    glanced: HashSet<FamilyId>,
    /// How far the log of changed rows went when this desk last read a family's card.
    read_at: HashMap<FamilyId, i64>,
    /// Deeds done at this desk since sign-in.
    own_deeds: HashSet<DeedId>,
    /// The counters that cost a pass over the register, until something changes.
    standing: Option<(usize, usize)>,
    older_keys: bool,
}

/// How far this desk has followed the file.
#[derive(Clone, Copy, Debug)]
struct Seen {
    /// SQLite's number of other connections' commits.
    version: i64,
    /// The last row of `change` that is in the index.
    change: i64,
    /// Whether this desk itself wrote since (its own commits do not move `version`).
    wrote: bool,
    /// Whether the index changed since [`Office::refresh`] last said so.
    news: bool,
}

impl fmt::Debug for Office {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Office").field("path", &self.store.path()).finish_non_exhaustive()
    }
}

impl Office {
    /// Who is signed in.
    pub fn staff(&self) -> &Staff {
        &self.staff
    }

    /// The office's settings.
    pub fn profile(&self) -> &OfficeProfile {
        &self.profile
    }

    /// What the office has set for all its desks: minutes until the lock, days that drafts are kept, texts. Follows other desks with
    /// [`Office::refresh`].
    pub fn settings(&self) -> &OfficeSettings {
        &self.settings
    }

    /// Whether the key file was unreadable at sign-in and the generation before it served: an administrator should look.
    pub fn older_keys(&self) -> bool {
        self.older_keys
    }

    /// The clock of this office.
    pub fn clock(&self) -> &dyn Clock {
        self.surroundings.clock.as_ref()
    }

    /// A new deed id; the same id given twice does once.
    pub fn new_deed(&mut self) -> DeedId {
        DeedId(self.random.id(self.surroundings.clock.now()))
    }

    /// Whether the signed-in person may do that, as far as this desk knows: nothing once they are disabled.
    pub fn may(&self, right: Right) -> bool {
        self.staff.disabled_on.is_none() && self.staff.role.may(right)
    }

    /// Refuses what the signed-in person may not do.
    fn require(&self, right: Right) -> Result<(), OfficeError> {
        if self.may(right) { Ok(()) } else { Err(OfficeError::NotAllowed(right)) }
    }

    /// As [`Office::require`], with the person and what is hidden as the file has them at this moment: who was disabled
    /// at another desk reads nothing more.
    fn require_now(&mut self, right: Right) -> Result<(), OfficeError> {
        let me = self.staff.id;
        let (me, sensitive) = self.store.read(|tx| Ok((staff_rows::get(tx, me)?, catalogue_rows::sensitive(tx)?)))?;
        self.staff = me.ok_or(OfficeError::NotAllowed(right))?;
        self.sensitive = Arc::new(sensitive);
        self.require(right)
    }

    /// What the signed-in person sees.
    fn sight(&self) -> Sight {
        Sight::of(self.staff.role, &self.sensitive)
    }
}

/// What another look at the file found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Changed {
    /// Nothing new.
    Nothing,
    /// The register changed: what is on the screen may be old.
    Register,
}

/// One thing handed to an export.
pub enum Exported<'a> {
    /// A family.
    Family(&'a FamilyCard),
    /// A person without a family, with the key and address.
    Single(&'a SingleDraft),
}
