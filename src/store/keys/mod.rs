//! Who may open the office file: one random data key, wrapped once for each member of staff and once on paper.
//!
//! The data key never changes when a password does; only one wrapping is rewritten. Nothing here knows names or rights: a slot has a
//! staff id and a hash of the login, so a stolen stick does not list who works at the office.
//! Losing the key file loses the office, therefore every backup carries it and one older generation stays beside it.
//!
//! Rooms: `slot` one wrapping, [`slots`] the key file, [`recovery`] the paper key, [`attempts`] the growing delay after wrong passwords.

pub mod attempts;
pub mod recovery;
mod slot;
pub mod slots;

pub use attempts::Attempts;
pub use recovery::RecoveryKey;
pub use slot::KdfCost;
pub use slots::{LoadedSlots, SlotsFile};

use std::fmt;
use std::path::Path;

use uuid::Uuid;
use zeroize::Zeroize;

use super::StoreError;
use crate::domain::clock::Moment;
use crate::domain::id::StaffId;

/// The key of the office file: 32 random bytes, wiped when dropped. It is never printed, never stored unwrapped and cannot be cloned.
pub struct DataKey(Box<[u8; 32]>);

impl DataKey {
    /// A new random key. Errors: `NoRandomness`.
    pub fn generate() -> Result<Self, StoreError> {
        let mut key = Self(Box::new([0; 32]));
        fill_random(key.0.as_mut_slice())?;
        Ok(key)
    }

    pub(in crate::store) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Takes the bytes over and wipes where they were. Errors with `None` when they are not 32.
    fn take(mut bytes: Vec<u8>) -> Option<Self> {
        let mut key = Self(Box::new([0; 32]));
        let fits = bytes.len() == key.0.len();
        if fits {
            key.0.copy_from_slice(&bytes);
        }
        bytes.zeroize();
        fits.then_some(key)
    }
}

impl Drop for DataKey {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for DataKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DataKey(…)")
    }
}

/// What a successful sign-in gives.
#[derive(Debug)]
pub struct SignedIn {
    /// Opens the file.
    pub key: DataKey,
    /// Whose password it was.
    pub staff: StaffId,
    /// The key file was unreadable and its older generation served: tell the administrator, a change of staff may be missing from it.
    pub older_generation: bool,
}

/// Signs a person in at the database's key file: waits are kept, wrong tries counted, a right one forgets them.
///
/// Errors: `Wait` (the password was not even tried), `WrongPassword` (the same, after the same work, whether or not the login exists),
/// `NoSlots`, `BrokenSlots`, `WeakSlot`.
pub fn sign_in(database: &Path, login: &str, password: &str, now: Moment) -> Result<SignedIn, StoreError> {
    let loaded = SlotsFile::load(database)?;
    let tag = loaded.slots.login_tag(login);
    let mut attempts = Attempts::load(database);
    attempts.check(&tag, now)?;
    match loaded.slots.unlock(login, password) {
        Ok((key, staff)) => {
            attempts.succeeded(&tag);
            Ok(SignedIn { key, staff, older_generation: loaded.older_generation })
        }
        Err(error) => {
            if error == StoreError::WrongPassword {
                attempts.failed(&tag, now);
            }
            Err(error)
        }
    }
}

fn fill_random(bytes: &mut [u8]) -> Result<(), StoreError> {
    getrandom::fill(bytes).map_err(|_| StoreError::NoRandomness)
}

fn random_id() -> Result<Uuid, StoreError> {
    let mut bytes = [0; 16];
    fill_random(&mut bytes)?;
    Ok(uuid::Builder::from_random_bytes(bytes).into_uuid())
}

/// Bytes as lower-case hexadecimal digits.
fn to_hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}

/// Exactly `N` bytes from hexadecimal digits; `None` for anything else.
fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    if text.len() != N * 2 {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
        let digit = |letter: u8| char::from(letter).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        *byte = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{DateTime, TimeDelta};

    #[test]
    fn a_series_of_wrong_tries_makes_known_and_unknown_logins_wait_alike() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("office.db");
        let olena = StaffId(Uuid::from_u128(1));
        let (mut slots, key) = SlotsFile::create(olena, "olena", "пароль", KdfCost::FLOOR).unwrap();
        slots.save(&database).unwrap();
        let noon = DateTime::parse_from_rfc3339("2026-11-21T12:00:00+02:00").unwrap();
        for login in ["olena", "nobody"] {
            for _ in 0..3 {
                assert_eq!(sign_in(&database, login, "інший", noon).unwrap_err(), StoreError::WrongPassword);
            }
            assert_eq!(sign_in(&database, login, "пароль", noon).unwrap_err(), StoreError::Wait { seconds: 1 });
        }
        let signed_in = sign_in(&database, "olena", "пароль", noon + TimeDelta::seconds(1)).unwrap();
        assert_eq!((signed_in.key.bytes(), signed_in.staff), (key.bytes(), olena));
        assert!(!signed_in.older_generation);
        assert_eq!(sign_in(&database, "olena", "інший", noon).unwrap_err(), StoreError::WrongPassword, "counted anew");
    }

    #[test]
    fn hexadecimal_digits_are_read_back() {
        assert_eq!(from_hex::<3>(&to_hex(&[0, 0x7f, 0xff])), Some([0, 0x7f, 0xff]));
        assert_eq!(from_hex::<2>("00zz"), None);
        assert_eq!(from_hex::<2>("000"), None);
        assert_eq!(from_hex::<2>("її"), None);
    }
}
