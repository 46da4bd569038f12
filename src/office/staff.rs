//! Who works here: adding, roles, passwords, disabling.
//!
//! Two files change together: the staff table and the key slots. Each deed holds the table's write lock (so only one desk at a time gets
//! here), checks everything, writes the table and the journal, saves the slots, and only then commits. A crash between saving the slots
//! and the commit leaves the table as it was: a new slot without a row opens nothing (adding the same login again replaces it), a
//! password that was just changed is simply in force, a removed slot of somebody not yet disabled is mended by giving them a password.
//! Others' slots are never touched, the last administrator keeps theirs, and the paper key always remains.

use super::deed::{Deed, Detail, nothing};
use super::{Office, OfficeError};
use crate::domain::id::{DeedId, StaffId};
use crate::domain::name;
use crate::domain::staff::{Right, Role, Staff};
use crate::store::journal::{Done, Subject};
use crate::store::keys::{KdfCost, RecoveryKey, SlotsFile};
use crate::store::{StoreError, Tx, staff};

/// Shortest password, in characters.
const PASSWORD_CHARACTERS: usize = 10;
/// Longest login, in characters.
const LOGIN_CHARACTERS: usize = 40;

/// The rule of passwords in one place: at least ten characters that are not all the same and not the login.
pub fn password_is_strong(login: &str, password: &str) -> bool {
    let mut characters = password.chars();
    let first = characters.next();
    let all_the_same = characters.all(|character| Some(character) == first);
    let is_login = password.trim().to_lowercase() == login.trim().to_lowercase();
    password.chars().count() >= PASSWORD_CHARACTERS && !all_the_same && !is_login
}

/// A login as it is kept: lower case, letters, digits, dot, hyphen and underscore.
pub(super) fn settle_login(typed: &str) -> Result<String, OfficeError> {
    let login = name::clean(typed).to_lowercase();
    let allowed = |sign: char| sign.is_alphanumeric() || matches!(sign, '.' | '-' | '_');
    if login.is_empty() || login.chars().count() > LOGIN_CHARACTERS || !login.chars().all(allowed) {
        return Err(OfficeError::LoginShape);
    }
    Ok(login)
}

impl Office {
    /// Everybody who works here, disabled ones too.
    ///
    /// Errors: `NotAllowed(ManageStaff)`.
    pub fn staff_list(&mut self) -> Result<Vec<Staff>, OfficeError> {
        self.require_now(Right::ManageStaff)?;
        Ok(self.store.read(staff::list)?)
    }

    /// Adds a member of staff with a password. Errors: `LoginTaken`, `LoginShape`, `WeakPassword`.
    pub fn add_staff(
        &mut self,
        deed: DeedId,
        login: &str,
        name: &str,
        role: Role,
        password: &str,
    ) -> Result<StaffId, OfficeError> {
        self.require(Right::ManageStaff)?;
        let login = settle_login(login)?;
        if !password_is_strong(&login, password) {
            return Err(OfficeError::WeakPassword);
        }
        let added = |_: &mut Deed<'_>, done: &Done| match done.subject {
            Some(Subject::Staff(id)) => Ok(id),
            _ => Err(OfficeError::NoSuchStaff),
        };
        self.with_slots(deed, Some(Right::ManageStaff), added, |deed, slots| {
            if staff::by_login(deed.tx, &login)?.is_some() {
                return Err(OfficeError::LoginTaken);
            }
            // A slot of this login without a row is what a crash left behind: it makes room.
            let known: Vec<StaffId> = staff::list(deed.tx)?.into_iter().map(|staff| staff.id).collect();
            for orphan in slots.staff().into_iter().filter(|id| !known.contains(id)) {
                slots.remove_password(orphan)?;
            }
            let added = Staff { id: StaffId(deed.new_id()), login, name: name::clean(name), role, disabled_on: None };
            staff::insert(deed.tx, &added)?;
            deed.journal("staff-added", Some(Subject::Staff(added.id)), &Detail::default())?;
            slots.put_password(deed.key, added.id, &added.login, password, cost_of(slots))?;
            Ok(added.id)
        })
    }

    /// Gives another role. The last administrator keeps theirs.
    pub fn change_role(&mut self, deed: DeedId, staff: StaffId, role: Role) -> Result<(), OfficeError> {
        let path = self.store.path().to_owned();
        self.deed(Some(deed), Some(Right::ManageStaff), nothing, |deed| {
            let there = staff::get(deed.tx, staff)?.ok_or(OfficeError::NoSuchStaff)?;
            if role != Role::Administrator {
                refuse_last_administrator(deed.tx, &there, &SlotsFile::load(&path)?.slots)?;
            }
            staff::update(deed.tx, &Staff { role, ..there })?;
            deed.journal("staff-role-changed", Some(Subject::Staff(staff)), &Detail::default())
        })
    }

    /// Gives a new password: one's own, or anybody's with `Right::ManageStaff`.
    pub fn set_password(&mut self, deed: DeedId, staff: StaffId, password: &str) -> Result<(), OfficeError> {
        if staff != self.staff.id {
            self.require(Right::ManageStaff)?;
        }
        self.with_slots(deed, None, nothing, |deed, slots| {
            if staff != deed.staff.id && !deed.staff.role.may(Right::ManageStaff) {
                return Err(OfficeError::NotAllowed(Right::ManageStaff));
            }
            let there = staff::get(deed.tx, staff)?
                .filter(|there| there.disabled_on.is_none())
                .ok_or(OfficeError::NoSuchStaff)?;
            if !password_is_strong(&there.login, password) {
                return Err(OfficeError::WeakPassword);
            }
            deed.journal("staff-password-set", Some(Subject::Staff(staff)), &Detail::default())?;
            slots.put_password(deed.key, staff, &there.login, password, cost_of(slots))?;
            Ok(())
        })
    }

    /// Disables a member of staff: the key slot is removed. The last administrator cannot be disabled.
    pub fn disable_staff(&mut self, deed: DeedId, staff: StaffId) -> Result<(), OfficeError> {
        self.require(Right::ManageStaff)?;
        self.with_slots(deed, Some(Right::ManageStaff), nothing, |deed, slots| {
            let there = staff::get(deed.tx, staff)?.ok_or(OfficeError::NoSuchStaff)?;
            refuse_last_administrator(deed.tx, &there, slots)?;
            let disabled_on = there.disabled_on.or(Some(deed.today()));
            staff::update(deed.tx, &Staff { disabled_on, ..there })?;
            deed.journal("staff-disabled", Some(Subject::Staff(staff)), &Detail::default())?;
            match slots.remove_password(staff) {
                Ok(()) | Err(StoreError::NoSlot) => Ok(()),
                Err(fault) => Err(fault.into()),
            }
        })
    }

    /// Lets a disabled colleague sign in again, with a new password: the old one went with the key slot. Their role is what it was.
    ///
    /// Errors: `NoSuchStaff`, `WeakPassword`, `NotAllowed(ManageStaff)`.
    pub fn enable_staff(&mut self, deed: DeedId, staff: StaffId, password: &str) -> Result<(), OfficeError> {
        self.require(Right::ManageStaff)?;
        self.with_slots(deed, Some(Right::ManageStaff), nothing, |deed, slots| {
            let there = staff::get(deed.tx, staff)?.ok_or(OfficeError::NoSuchStaff)?;
            if !password_is_strong(&there.login, password) {
                return Err(OfficeError::WeakPassword);
            }
            let login = there.login.clone();
            staff::update(deed.tx, &Staff { disabled_on: None, ..there })?;
            deed.journal("staff-enabled", Some(Subject::Staff(staff)), &Detail::default())?;
            slots.put_password(deed.key, staff, &login, password, cost_of(slots))?;
            Ok(())
        })
    }

    /// Makes a new paper key, to be shown once. The one before opens nothing any more: for a paper that was lost, or that was never copied
    /// because the power failed behind the founding of the office.
    ///
    /// Errors: `NotAllowed(ManageStaff)`; `PaperMade` when this very deed was done before: its key cannot be shown again.
    pub fn new_paper_key(&mut self, deed: DeedId) -> Result<RecoveryKey, OfficeError> {
        self.require(Right::ManageStaff)?;
        let made = |_: &mut Deed<'_>, _: &Done| Err(OfficeError::PaperMade);
        self.with_slots(deed, Some(Right::ManageStaff), made, |deed, slots| {
            let paper = slots.put_paper(deed.key)?;
            deed.journal("paper-key-made", None, &Detail::default())?;
            Ok(paper)
        })
    }

    /// A deed that changes the key slots too: they are saved as its last step before the commit.
    fn with_slots<T>(
        &mut self,
        id: DeedId,
        right: Option<Right>,
        again: impl FnOnce(&mut Deed<'_>, &Done) -> Result<T, OfficeError>,
        work: impl FnOnce(&mut Deed<'_>, &mut SlotsFile) -> Result<T, OfficeError>,
    ) -> Result<T, OfficeError> {
        let path = self.store.path().to_owned();
        self.deed(Some(id), right, again, |deed| {
            let mut slots = SlotsFile::load(&path)?.slots;
            let answer = work(deed, &mut slots)?;
            slots.save(&path)?;
            Ok(answer)
        })
    }
}

/// New passwords cost as much to guess as the dearest one there is.
fn cost_of(slots: &SlotsFile) -> KdfCost {
    slots.cost().unwrap_or(KdfCost::STANDARD)
}

/// Refuses what would leave nobody to administrate: `there` is about to be an administrator no more.
fn refuse_last_administrator(tx: &Tx, there: &Staff, slots: &SlotsFile) -> Result<(), OfficeError> {
    let is_administrator = there.role == Role::Administrator && there.disabled_on.is_none();
    if is_administrator && !has_administrator(tx, Some(there.id), slots)? {
        return Err(OfficeError::LastAdministrator);
    }
    Ok(())
}

/// Whether an administrator, but for one, can sign in. Somebody let in again by taking back their disabling has no password yet and
/// does not count.
pub(super) fn has_administrator(tx: &Tx, except: Option<StaffId>, slots: &SlotsFile) -> Result<bool, StoreError> {
    let with_password = slots.staff();
    Ok(staff::list(tx)?.into_iter().any(|staff| {
        staff.role == Role::Administrator
            && staff.disabled_on.is_none()
            && Some(staff.id) != except
            && with_password.contains(&staff.id)
    }))
}
