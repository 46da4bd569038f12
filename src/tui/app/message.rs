//! Messages that come in and effects that go out: the whole conversation of the desk with the world.

pub mod aid;
pub mod attended;
pub mod calendar;
pub mod campaign;
pub mod drafts;
mod duplicates;
pub mod enrol;
pub mod figures;
pub mod import;
mod indexing;
pub mod lists;
pub mod lives;
mod office;
pub mod paper;
pub mod register;
pub mod storeroom;

pub use duplicates::{DuplicatesAsk, DuplicatesTold};
pub use indexing::IndexTold;
pub use office::{Known, OfficeAsk, OfficeTold};

use crate::domain::clock::Moment;
use crate::domain::draft::FamilyDraft;
use crate::domain::family::FamilyCard;
use crate::domain::id::{DeedId, FamilyId, StaffId};
use crate::domain::staff::{Role, Staff};
use crate::office::{Finding, HistoryEntry, LikelyFound, OfficeError, Only, Registered, Today};
use crate::text::Lang;
use crate::tui::app::context::Session;
use crate::tui::app::message::drafts::{DraftsAsk, DraftsTold};
use crate::tui::keys::Key;
use crate::tui::theme::ThemeName;
use zeroize::Zeroizing;

/// What a person did.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Input {
    /// A keystroke.
    Key(Key),
    /// Text that arrived at once: a paste or a scanner's burst. Line feeds are spaces already.
    Text(String),
}

/// What comes in.
pub enum Msg {
    /// A person did something.
    Input(Input),
    /// The terminal has another size now.
    Resize(u16, u16),
    /// Time passed.
    Tick(Moment),
    /// An effect is done.
    Reply(Box<Reply>),
    /// The terminal is closing (SIGHUP, SIGTERM): leave at once.
    Hangup,
}

/// What shall be done. Passwords are wiped from memory when dropped; nothing here is ever printed.
pub enum Effect {
    /// Open the office.
    SignIn {
        /// As typed.
        login: String,
        /// As typed.
        password: Zeroizing<String>,
    },
    /// Open the office with the paper key and give this login a new password.
    Recover {
        /// The paper key as typed.
        paper: Zeroizing<String>,
        /// An administrator's login.
        login: String,
        /// The new password.
        password: Zeroizing<String>,
    },
    /// Make a new office.
    Found {
        /// The office's name.
        office: String,
        /// Its community.
        community: Option<String>,
        /// First administrator's login.
        login: String,
        /// Their name.
        name: String,
        /// Their password.
        password: Zeroizing<String>,
    },
    /// Close the office, back to the sign-in.
    SignOut,
    /// Forms that are not saved yet.
    Drafts(DraftsAsk),
    /// Search; only the newest generation matters.
    Search {
        /// Counts up with every change of the text.
        generation: u64,
        /// What is typed.
        text: String,
        /// What the search is limited to.
        only: Only,
    },
    /// Look for probable duplicates of the form.
    Likely {
        /// Counts up with every change of the form.
        generation: u64,
        /// The form.
        draft: Box<FamilyDraft>,
        /// The family being corrected.
        except: Option<FamilyId>,
    },
    /// Today's counters.
    Today,
    /// The family under the cursor.
    Glance(FamilyId),
    /// Open a card.
    Card(FamilyId),
    /// Open a card's history.
    History(FamilyId),
    /// Register a family.
    Register {
        /// The form's deed.
        deed: DeedId,
        /// The form.
        draft: Box<FamilyDraft>,
    },
    /// Correct a family.
    Correct {
        /// The form's deed.
        deed: DeedId,
        /// Which.
        family: FamilyId,
        /// What the form opened with.
        base: Box<FamilyDraft>,
        /// What it was left with.
        mine: Box<FamilyDraft>,
    },
    /// Everybody who works here.
    StaffList,
    /// Add a member of staff.
    AddStaff {
        /// The form's deed.
        deed: DeedId,
        /// Login.
        login: String,
        /// Name.
        name: String,
        /// Role.
        role: Role,
        /// Password.
        password: Zeroizing<String>,
    },
    /// Give another role.
    ChangeRole {
        /// The deed.
        deed: DeedId,
        /// Whose.
        staff: StaffId,
        /// Which.
        role: Role,
    },
    /// Give a new password.
    SetPassword {
        /// The deed.
        deed: DeedId,
        /// Whose.
        staff: StaffId,
        /// The password.
        password: Zeroizing<String>,
    },
    /// Disable a member of staff.
    DisableStaff {
        /// The deed.
        deed: DeedId,
        /// Whom.
        staff: StaffId,
    },
    /// What the screen of lists asks.
    Lists(lists::ListsAsk),
    /// Something about the office itself.
    Office(OfficeAsk),
    /// Something about entries that are on the register twice.
    Duplicates(DuplicatesAsk),
    /// A step of the import.
    Import(import::ImportAsk),
    /// Lives, people, taking back.
    Lives(lives::LivesAsk),
    /// Aid and acts.
    Aid(aid::AidAsk),
    /// A paper shall be printed or written into a file.
    Paper(paper::PaperAsk),
    /// What the storeroom's screens ask.
    Storeroom(storeroom::StoreroomAsk),
    /// Something about campaigns.
    Campaign(campaign::CampaignAsk),
    /// At what somebody was.
    Attended(attended::AttendedAsk),
    /// What the screens of the calendar ask.
    Calendar(calendar::CalendarAsk),
    /// Something about an attendance register.
    Attendance(register::RegisterAsk),
    /// Numbers of events, and what stands behind them.
    Figures(figures::FiguresAsk),
    /// Something about who is enrolled in an event.
    Enrol(enrol::EnrolAsk),
    /// Remember language and colours for this user of the machine.
    Remember {
        /// Language.
        lang: Lang,
        /// Colours.
        theme: ThemeName,
    },
}

/// What came of an effect.
#[derive(Clone, PartialEq, Debug)]
pub enum Reply {
    /// Signed in (after sign-in, recovery).
    SignedIn(Result<Session, OfficeError>),
    /// A new office stands: who is signed in, and the lines of the paper key, shown once.
    Founded(Result<(Session, Vec<Zeroizing<String>>), OfficeError>),
    /// Nobody is signed in any more.
    SignedOut,
    /// Forms that are not saved yet.
    Drafts(DraftsTold),
    /// What a search found.
    Results {
        /// Which search.
        generation: u64,
        /// Best first.
        found: Result<Box<Finding>, OfficeError>,
    },
    /// Probable duplicates.
    Likely {
        /// Which look.
        generation: u64,
        /// Most certain first.
        found: Result<Vec<LikelyFound>, OfficeError>,
    },
    /// Today's counters.
    Today(Result<Today, OfficeError>),
    /// The family under the cursor.
    Glance(FamilyId, Result<Box<FamilyCard>, OfficeError>),
    /// An opened card.
    Card(FamilyId, Result<Box<FamilyCard>, OfficeError>),
    /// A card's history.
    History(FamilyId, Result<Vec<HistoryEntry>, OfficeError>),
    /// A registration.
    Registered(DeedId, Result<Registered, OfficeError>),
    /// A correction.
    Corrected(DeedId, Result<Box<FamilyCard>, OfficeError>),
    /// Lives, people, taking back.
    Lives(lives::LivesTold),
    /// Aid and acts.
    Aid(aid::AidTold),
    /// What came of a paper.
    Paper(paper::PaperTold),
    /// What the screens of campaigns hear.
    Campaign(campaign::CampaignTold),
    /// At what somebody was.
    Attended(attended::AttendedTold),
    /// What the screens of the calendar hear.
    Calendar(calendar::CalendarTold),
    /// What an attendance register hears.
    Attendance(register::RegisterTold),
    /// Numbers of events, and what stands behind them.
    Figures(figures::FiguresTold),
    /// What the screen of those enrolled hears.
    Enrol(enrol::EnrolTold),
    /// Everybody who works here.
    StaffList(Result<Vec<Staff>, OfficeError>),
    /// A deed on staff is done.
    StaffDone(DeedId, Result<(), OfficeError>),
    /// What the screen of lists hears.
    Lists(lists::ListsTold),
    /// Something about the office itself.
    Office(OfficeTold),
    /// What came of something about entries that are on the register twice.
    Duplicates(DuplicatesTold),
    /// What came of a step of the import.
    Import(import::ImportTold),
    /// What the storeroom's screens hear.
    Storeroom(storeroom::StoreroomTold),
    /// The signed-in person is known differently now: another desk gave them another role.
    Staff(Staff),
    /// Another desk changed the register.
    Changed,
    /// How far the search index is.
    Index(IndexTold),
}
