//! Turns an effect into a call of the office and its result into a reply. No decisions: one arm an effect.

mod aid;
mod attended;
mod calendar;
mod campaign;
mod drafts;
mod duplicates;
mod enrol;
mod figures;
mod import;
mod indexing;
mod lists;
mod lives;
mod office;
mod paper;
mod register;
mod storeroom;

use crate::domain::staff::Staff;
use crate::office::files::Files;
use crate::office::intake::Said;
use crate::office::{Changed, Finding, Founding, Office, OfficeError, Only, Surroundings};
use crate::store::keys::KdfCost;
use crate::tui::app::{Effect, Known, OfficeTold, Reply, Session};
use crossbeam_channel::Sender;
use import::Importing;
use indexing::Making;
use std::path::PathBuf;
use std::sync::Arc;
use uuid::Uuid;

/// How many people a search lists.
pub const FOUND_LIMIT: usize = 60;

/// How many probable duplicates the panel lists.
const LIKELY_LIMIT: usize = 5;

/// What the desk was handed when it was stood up.
#[derive(Default)]
struct Outside {
    files: Option<Arc<dyn Files>>,
    /// Where a long deed says how far it is before its own reply.
    news: Option<Sender<Reply>>,
}

impl Outside {
    /// The door to files.
    ///
    /// Errors: this desk was given none.
    fn files(&self) -> Result<&dyn Files, Said> {
        self.files.as_deref().ok_or_else(|| Said::new("desk-no-files", vec![]))
    }

    fn tell(&self, reply: Reply) {
        if let Some(news) = &self.news {
            // Nobody listens any more only when the desk is being left.
            let _ = news.send(reply);
        }
    }
}

/// Who waits for an answer.
pub struct Waiting<'a> {
    /// Whether anybody still does.
    pub still: &'a dyn Fn() -> bool,
    /// Whether they have not waited long.
    pub at_ease: &'a dyn Fn() -> bool,
}

/// The desk's hand on the office: what the worker thread owns.
pub struct Desk {
    path: PathBuf,
    surroundings: Surroundings,
    cost: KdfCost,
    office: Option<Office>,
    /// The signed-in person as the screens know them: an administrator at another desk may give them another role.
    known: Option<Staff>,
    /// What the screens know of the office.
    told: Option<Known>,
    /// The file that is being imported.
    importing: Importing,
    /// The register changed too, which is told at the next look.
    owes_news: bool,
    outside: Outside,
    /// Somebody looks at the list of duplicates while it grows.
    owes_duplicates: bool,
    /// Searches do not wait for the index: whoever owns this desk works on at it.
    is_in_background: bool,
    /// How far it is.
    making: Making,
}

impl Desk {
    /// A desk on this file, nobody signed in.
    pub fn new(path: PathBuf, surroundings: Surroundings, cost: KdfCost) -> Self {
        Self {
            path,
            surroundings,
            cost,
            office: None,
            known: None,
            owes_news: false,
            owes_duplicates: false,
            is_in_background: false,
            making: Making::default(),
            importing: Importing::default(),
            outside: Outside::default(),
            told: None,
        }
    }

    /// A desk of an office that is already open (the demo, after `init`).
    pub fn signed_in(path: PathBuf, surroundings: Surroundings, cost: KdfCost, office: Office) -> Self {
        Self { office: Some(office), ..Self::new(path, surroundings, cost) }
    }

    /// The same desk with a door to the files of this computer: without one nothing is imported or exported.
    pub fn with_files(mut self, files: Arc<dyn Files>) -> Self {
        self.outside.files = Some(files);
        self
    }

    /// The same desk, which says through this channel how far a long deed is.
    pub fn telling(mut self, news: Sender<Reply>) -> Self {
        self.outside.news = Some(news);
        self
    }

    /// The same desk, on which no search waits for the index: [`Desk::prepare`] is called again and again.
    pub fn in_background(mut self) -> Self {
        self.is_in_background = true;
        if let Some(office) = &mut self.office {
            office.prepare_in_background();
        }
        self
    }

    /// Who is signed in, for the first frame.
    pub fn session(&mut self) -> Option<Session> {
        let session = self.office.as_mut().map(session_of);
        self.told = self.office.as_ref().map(office::known);
        self.known = session.as_ref().map(|session| session.staff.clone());
        session
    }

    /// What another desk changed since the last look: the register, or what the signed-in person may do.
    pub fn look(&mut self) -> Option<Reply> {
        let office = self.office.as_mut()?;
        self.owes_news |= matches!(office.refresh(), Ok(Changed::Register));
        if self.known.as_ref() != Some(office.staff()) {
            self.known = Some(office.staff().clone());
            return self.known.clone().map(Reply::Staff);
        }
        let known = office::known(office);
        if self.told.as_ref() != Some(&known) {
            self.told = Some(known.clone());
            return Some(Reply::Office(OfficeTold::Changed(known)));
        }
        std::mem::take(&mut self.owes_news).then_some(Reply::Changed)
    }

    /// Looks on for duplicates for some two milliseconds, when nobody waits for anything; whether anything is left to look at.
    pub fn look_for_duplicates(&mut self) -> bool {
        self.office.as_mut().is_some_and(duplicates::slice)
    }

    /// The list of duplicates as it has grown, where somebody looks at it.
    pub fn tell_duplicates(&mut self) -> Option<Reply> {
        let office = self.office.as_mut().filter(|_| self.owes_duplicates)?;
        let told = duplicates::list(office);
        self.owes_duplicates = duplicates::is_growing(&told);
        Some(Reply::Duplicates(told))
    }

    /// Does it. Nothing comes back of effects that only remember something.
    pub fn perform(&mut self, effect: Effect) -> Option<Reply> {
        Some(match effect {
            Effect::Search { generation, text, only } => {
                return self.search(generation, (&text, only), &Waiting { still: &|| true, at_ease: &|| true });
            }
            Effect::SignIn { login, password } => {
                let opened = Office::sign_in(&self.path, &login, &password, self.surroundings.clone());
                Reply::SignedIn(opened.map(|office| self.take(office)))
            }
            Effect::Recover { paper, login, password } => {
                let opened = Office::recover(&self.path, &paper, &login, &password, self.surroundings.clone());
                Reply::SignedIn(opened.map(|office| self.take(office)))
            }
            Effect::Found { office, community, login, name, password } => {
                let founding =
                    Founding { office, community, login, name, password: password.to_string(), cost: self.cost };
                let founded = Office::found(&self.path, &founding, self.surroundings.clone());
                Reply::Founded(founded.map(|(office, paper)| (self.take(office), paper.lines())))
            }
            Effect::SignOut => {
                self.sign_out();
                self.owes_duplicates = false;
                self.importing.close();
                Reply::SignedOut
            }
            Effect::Drafts(ask) => return self.drafts(ask),
            Effect::Remember { .. } => return None,
            Effect::Lists(ask) => self.lists(ask)?,
            Effect::Paper(ask) => self.paper(ask)?,
            Effect::Campaign(ask) => self.campaign(ask)?,
            Effect::Calendar(ask) => self.calendar(ask)?,
            Effect::Attendance(ask) => self.attendance(ask)?,
            Effect::Enrol(ask) => self.enrol(ask)?,
            other => self.in_office(other)?,
        })
    }

    /// A search that takes long is answered twice: at once by what agrees as typed, and then by everything. It is given up, without an answer,
    /// when nobody waits for it any more.
    pub fn search(&mut self, generation: u64, (text, only): (&str, Only), waiting: &Waiting<'_>) -> Option<Reply> {
        let soon = || (waiting.still)() && (waiting.at_ease)();
        let told = |found: Finding| Reply::Results { generation, found: Ok(Box::new(found)) };
        let found = match self.found(|office| office.search(text, only, FOUND_LIMIT, &soon))? {
            Ok((found, false)) if (waiting.still)() => {
                self.outside.tell(told(found));
                self.found(|office| office.search(text, only, FOUND_LIMIT, waiting.still))?
            }
            found => found,
        };
        match found {
            Ok((_, false)) => None,
            Ok((found, true)) => Some(told(found)),
            Err(fault) => Some(Reply::Results { generation, found: Err(fault) }),
        }
    }

    fn take(&mut self, mut office: Office) -> Session {
        let session = session_of(&mut office);
        self.making = Making::default();
        if self.is_in_background {
            office.prepare_in_background();
        }
        self.known = Some(session.staff.clone());
        self.told = Some(office::known(&office));
        self.office = Some(office);
        session
    }

    fn in_office(&mut self, effect: Effect) -> Option<Reply> {
        let office = self.office.as_mut()?;
        Some(match effect {
            Effect::Likely { generation, draft, except } => {
                Reply::Likely { generation, found: office.likely(&draft, except, LIKELY_LIMIT) }
            }
            Effect::Today => Reply::Today(office.today()),
            Effect::Glance(family) => Reply::Glance(family, office.glance(family).map(Box::new)),
            Effect::Card(family) => Reply::Card(family, office.card(family).map(Box::new)),
            Effect::History(family) => Reply::History(family, office.history(family)),
            Effect::Register { deed, draft } => Reply::Registered(deed, office.register(deed, &draft)),
            Effect::Correct { deed, family, base, mine } => {
                Reply::Corrected(deed, office.correct(deed, family, &base, &mine).map(Box::new))
            }
            Effect::Duplicates(ask) => {
                let told = duplicates::perform(office, ask);
                self.owes_duplicates |= duplicates::is_growing(&told);
                Reply::Duplicates(told)
            }
            Effect::Lives(ask) => lives::perform(office, ask),
            Effect::Storeroom(ask) => storeroom::perform(office, ask),
            Effect::Aid(ask) => aid::perform(office, ask),
            Effect::Attended(ask) => attended::perform(office, ask),
            Effect::Figures(ask) => figures::perform(office, ask),
            Effect::StaffList => Reply::StaffList(office.staff_list()),
            Effect::AddStaff { deed, login, name, role, password } => {
                done(deed, office.add_staff(deed, &login, &name, role, &password).map(|_| ()))
            }
            Effect::ChangeRole { deed, staff, role } => done(deed, office.change_role(deed, staff, role)),
            Effect::SetPassword { deed, staff, password } => done(deed, office.set_password(deed, staff, &password)),
            Effect::Office(ask) => {
                let told = office::perform(office, ask);
                if let Some(known) = told.known() {
                    self.told = Some(known.clone());
                }
                Reply::Office(told)
            }
            Effect::DisableStaff { deed, staff } => done(deed, office.disable_staff(deed, staff)),
            Effect::Import(ask) => return self.importing.perform(office, &self.outside, ask),
            Effect::SignIn { .. }
            | Effect::Recover { .. }
            | Effect::Found { .. }
            | Effect::SignOut
            | Effect::Lists(_)
            | Effect::Paper(_)
            | Effect::Campaign(_)
            | Effect::Calendar(_)
            | Effect::Attendance(_)
            | Effect::Enrol(_)
            | Effect::Drafts(_)
            | Effect::Search { .. }
            | Effect::Remember { .. } => {
                return None;
            }
        })
    }
}

fn done(deed: crate::domain::id::DeedId, result: Result<(), OfficeError>) -> Reply {
    Reply::StaffDone(deed, result)
}

fn session_of(office: &mut Office) -> Session {
    let nonce: Uuid = office.new_deed().0;
    Session {
        staff: office.staff().clone(),
        profile: office.profile().clone(),
        settings: office.settings().clone(),
        catalogue: Arc::clone(office.catalogue()),
        nonce,
    }
}
