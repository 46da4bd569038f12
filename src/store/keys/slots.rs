//! The key file `<db>.keys`: the data key wrapped once for each password and once for the paper key, see `slot`.
//!
//! The generation counts the savings. A desk saves only onto the generation it read; the one before stays as `.keys.old`.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;
use uuid::Uuid;

use super::slot::{Hex, KdfCost, Opener, Slot, wrapping_of_password};
use super::{DataKey, RecoveryKey, random_id, to_hex};
use crate::domain::id::StaffId;
use crate::store::filesystem::{self, FolderLock};
use crate::store::{StoreError, beside};

/// The format this program writes and reads.
const FORMAT: u32 = 1;
/// Ending of the key file's name.
pub const KEYS_ENDING: &str = ".keys";
/// Ending of the older generation's name.
pub const OLDER_ENDING: &str = ".keys.old";

/// The key file in memory. Changes are in memory until [`SlotsFile::save`].
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SlotsFile {
    format: u32,
    database: Uuid,
    generation: u64,
    /// Hash of the data key: a slot is never made from another office's key. Tells nothing about a random 256-bit key.
    key_check: Hex<32>,
    slots: Vec<Slot>,
}

/// The one part of the key file that every format has.
#[derive(Deserialize)]
struct Stated {
    format: u32,
}

/// A key file that was read, and how.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LoadedSlots {
    /// The slots.
    pub slots: SlotsFile,
    /// The current file was missing or unreadable and the generation before it served: say so to the administrator.
    pub older_generation: bool,
}

impl SlotsFile {
    /// A new data key and a key file with one password slot. Save it before anything is written with the key.
    ///
    /// Errors: `NoRandomness`; `WeakSlot` for a cost below the floor.
    pub fn create(staff: StaffId, login: &str, password: &str, cost: KdfCost) -> Result<(Self, DataKey), StoreError> {
        let key = DataKey::generate()?;
        let database = random_id()?;
        let key_check = check_of(database, &key);
        let mut file = Self { format: FORMAT, database, generation: 0, key_check, slots: Vec::new() };
        file.put_password(&key, staff, login, password, cost)?;
        Ok((file, key))
    }

    /// How many times the file has been saved.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// The members of staff who have a password here.
    pub fn staff(&self) -> Vec<StaffId> {
        self.slots.iter().filter_map(Slot::staff).collect()
    }

    /// The dearest cost of any password here: what a new one should cost too.
    pub fn cost(&self) -> Option<KdfCost> {
        self.slots.iter().filter_map(Slot::cost).max_by_key(|cost| (cost.memory_kib, cost.passes))
    }

    /// Whether a paper key was made.
    pub fn has_paper(&self) -> bool {
        self.slots.iter().any(|slot| slot.opener == Opener::Paper)
    }

    /// What stands for a login in this file and in the list of wrong tries: SHA-256 of the database id and the lower-cased login.
    pub fn login_tag(&self, login: &str) -> String {
        to_hex(&self.tag(login).0)
    }

    /// Opens the data key with a password.
    ///
    /// Errors: `WrongPassword` alone, the same and after the same work for an unknown login, a wrong password and a damaged box.
    pub fn unlock(&self, login: &str, password: &str) -> Result<(DataKey, StaffId), StoreError> {
        let tag = self.tag(login);
        let known = self.slots.iter().find(|slot| slot.login_tag() == Some(tag));
        // An unknown login works on somebody else's slot whose cost is real and which no password can open under another id.
        let decoy;
        let slot = match known.or_else(|| self.slots.iter().find(|slot| slot.staff().is_some())) {
            Some(slot) if known.is_some() => slot,
            Some(slot) => {
                decoy = Slot { id: Uuid::nil(), ..slot.clone() };
                &decoy
            }
            None => return Err(StoreError::WrongPassword),
        };
        let Opener::Password { staff, cost, salt, .. } = &slot.opener else { return Err(StoreError::WrongPassword) };
        let wrapping = wrapping_of_password(password, salt, *cost)?;
        let key = slot.open(self.database, &wrapping).ok_or(StoreError::WrongPassword)?;
        if known.is_some() && check_of(self.database, &key) == self.key_check {
            Ok((key, *staff))
        } else {
            Err(StoreError::WrongPassword)
        }
    }

    /// Gives a member of staff a password, in place of the one they had.
    ///
    /// Errors: `ForeignKey` when `key` is of another file; `LoginTaken`; `WeakSlot` for a cost below the floor; `NoRandomness`.
    pub fn put_password(
        &mut self,
        key: &DataKey,
        staff: StaffId,
        login: &str,
        password: &str,
        cost: KdfCost,
    ) -> Result<(), StoreError> {
        self.refuse_foreign(key)?;
        if !cost.is_allowed() {
            return Err(StoreError::WeakSlot { path: PathBuf::new() });
        }
        let login_tag = self.tag(login);
        if self.slots.iter().any(|slot| slot.login_tag() == Some(login_tag) && slot.staff() != Some(staff)) {
            return Err(StoreError::LoginTaken);
        }
        let salt = Hex::random()?;
        let opener = Opener::Password { staff, login_tag, cost, salt };
        let slot = Slot::seal(self.database, opener, &wrapping_of_password(password, &salt, cost)?, key)?;
        self.slots.retain(|old| old.staff() != Some(staff));
        self.slots.push(slot);
        Ok(())
    }

    /// Gives a member of staff another login; the password stays.
    ///
    /// Errors: `NoSlot`; `LoginTaken`.
    pub fn rename_login(&mut self, staff: StaffId, login: &str) -> Result<(), StoreError> {
        let renamed = self.tag(login);
        if self.slots.iter().any(|slot| slot.login_tag() == Some(renamed) && slot.staff() != Some(staff)) {
            return Err(StoreError::LoginTaken);
        }
        let slot = self.slots.iter_mut().find(|slot| slot.staff() == Some(staff)).ok_or(StoreError::NoSlot)?;
        if let Opener::Password { login_tag, .. } = &mut slot.opener {
            *login_tag = renamed;
        }
        Ok(())
    }

    /// Takes a member of staff's password away. Their copy of the data key, had they kept one, would still open the file.
    ///
    /// Errors: `NoSlot`; `LastPassword` (whether an administrator remains is the office's question).
    pub fn remove_password(&mut self, staff: StaffId) -> Result<(), StoreError> {
        if !self.slots.iter().any(|slot| slot.staff() == Some(staff)) {
            return Err(StoreError::NoSlot);
        }
        if self.staff().len() == 1 {
            return Err(StoreError::LastPassword);
        }
        self.slots.retain(|slot| slot.staff() != Some(staff));
        Ok(())
    }

    /// Makes a recovery key to be written on paper; the one before it opens nothing any more. It cannot be shown a second time.
    ///
    /// Errors: `ForeignKey`, `NoRandomness`.
    pub fn put_paper(&mut self, key: &DataKey) -> Result<RecoveryKey, StoreError> {
        self.refuse_foreign(key)?;
        let recovery = RecoveryKey::generate()?;
        let id = random_id()?;
        let slot = Slot::seal_as(self.database, id, Opener::Paper, &recovery.wrapping(self.database, id), key)?;
        self.slots.retain(|old| old.opener != Opener::Paper);
        self.slots.push(slot);
        Ok(recovery)
    }

    /// Opens the data key with the paper key.
    ///
    /// Errors: `WrongRecoveryKey`.
    pub fn recover(&self, recovery: &RecoveryKey) -> Result<DataKey, StoreError> {
        let papers = self.slots.iter().filter(|slot| slot.opener == Opener::Paper);
        papers
            .filter_map(|slot| slot.open(self.database, &recovery.wrapping(self.database, slot.id)))
            .find(|key| check_of(self.database, key) == self.key_check)
            .ok_or(StoreError::WrongRecoveryKey)
    }

    /// Reads the key file beside a database, or its older generation when the current one is missing or unreadable.
    ///
    /// Errors: `NoSlots` when neither is there; `BrokenSlots` or `WeakSlot` when neither can be used; `Newer`, `ReadOnly` or `Io` when the
    /// current one may well be good: falling back from it would undo what a newer program or another desk saved.
    pub fn load(database: &Path) -> Result<LoadedSlots, StoreError> {
        let fault = match Self::read(&beside(database, KEYS_ENDING)) {
            Ok(slots) => return Ok(LoadedSlots { slots, older_generation: false }),
            Err(fault) => fault,
        };
        if !is_mended_by_the_older(&fault) {
            return Err(fault);
        }
        match Self::read(&beside(database, OLDER_ENDING)) {
            Ok(slots) => Ok(LoadedSlots { slots, older_generation: true }),
            Err(older)
                if matches!(fault, StoreError::NoSlots { .. }) && !matches!(older, StoreError::NoSlots { .. }) =>
            {
                Err(older)
            }
            Err(_) => Err(fault),
        }
    }

    /// Writes the key file beside a database as its next generation; the one before stays as `.keys.old`.
    ///
    /// Errors: `SlotsChanged` when another desk saved since this one was read; `Exists` when a new office's key file meets another one;
    /// `Newer` when a newer program saved; `ReadOnly`, `NoSpace`, `Io`. After an error the file is as it was.
    pub fn save(&mut self, database: &Path) -> Result<(), StoreError> {
        // Two desks may be changing staff at once: the folder's lock makes compare-and-replace one step.
        let lock = filesystem::lock_folder(&filesystem::folder_of(database))?;
        self.save_under(&lock, database)
    }

    /// As [`SlotsFile::save`], for who holds the folder's lock already.
    pub(in crate::store) fn save_under(&mut self, _: &FolderLock, database: &Path) -> Result<(), StoreError> {
        let path = beside(database, KEYS_ENDING);
        let next = Self { generation: self.generation + 1, ..self.clone() };
        let content = serde_json::to_vec_pretty(&next).map_err(|_| StoreError::Sql { code: 0 })?;
        // A key file made for a new office never takes the place of anything, readable or not.
        if self.generation == 0
            && let Some(path) = [path.clone(), beside(database, OLDER_ENDING)].into_iter().find(|path| path.exists())
        {
            return Err(StoreError::Exists { path });
        }
        match Self::read(&path) {
            Ok(there) if there.database != self.database => return Err(StoreError::Exists { path }),
            Ok(there) if there.generation != self.generation => return Err(StoreError::SlotsChanged),
            Ok(_) => {
                let before = std::fs::read(&path).map_err(|error| StoreError::io(&error, &path))?;
                filesystem::replace(&beside(database, OLDER_ENDING), ".part", &before)?;
            }
            // A missing or broken file never overwrites the good older one; it is simply replaced.
            Err(fault) if is_mended_by_the_older(&fault) => {}
            Err(fault) => return Err(fault),
        }
        filesystem::replace(&path, ".part", &content)?;
        self.generation = next.generation;
        Ok(())
    }

    fn read(path: &Path) -> Result<Self, StoreError> {
        let text = std::fs::read(path).map_err(|error| match StoreError::io(&error, path) {
            StoreError::NoFile { path } => StoreError::NoSlots { path },
            other => other,
        })?;
        let broken = || StoreError::BrokenSlots { path: path.to_owned() };
        let stated: Stated = serde_json::from_slice(&text).map_err(|_| broken())?;
        if stated.format > FORMAT {
            return Err(StoreError::Newer { found: stated.format, supported: FORMAT });
        }
        let file: Self = serde_json::from_slice(&text).map_err(|_| broken())?;
        if file.format != FORMAT || file.staff().is_empty() {
            return Err(broken());
        }
        let weak = |slot: &Slot| matches!(slot.opener, Opener::Password { cost, .. } if !cost.is_allowed());
        if file.slots.iter().any(weak) {
            return Err(StoreError::WeakSlot { path: path.to_owned() });
        }
        Ok(file)
    }

    fn tag(&self, login: &str) -> Hex<32> {
        let login: String = login.trim().nfc().collect::<String>().to_lowercase();
        Hex(Sha256::new().chain_update(self.database.as_bytes()).chain_update(login.as_bytes()).finalize().into())
    }

    fn refuse_foreign(&self, key: &DataKey) -> Result<(), StoreError> {
        if check_of(self.database, key) == self.key_check { Ok(()) } else { Err(StoreError::ForeignKey) }
    }
}

/// Whether the current key file is lost, so that its older generation may serve and be saved in its place.
fn is_mended_by_the_older(fault: &StoreError) -> bool {
    matches!(fault, StoreError::NoSlots { .. } | StoreError::BrokenSlots { .. } | StoreError::WeakSlot { .. })
}

fn check_of(database: Uuid, key: &DataKey) -> Hex<32> {
    let hash =
        Sha256::new().chain_update(b"stiika key check 1").chain_update(database.as_bytes()).chain_update(key.bytes());
    Hex(hash.finalize().into())
}

#[cfg(test)]
mod tests;
