//! One wrapping of the data key: a slot, what opens it and what it is tied to.
//!
//! ```text
//! password slot: KEK = Argon2id(password, salt, cost)         paper slot: KEK = SHA-256("stiika paper slot 1" ‖ db ‖ slot ‖ recovery key)
//! box = XChaCha20-Poly1305(KEK, nonce, data key, AAD = db ‖ slot ‖ kind ‖ staff ‖ cost)
//! ```
//! The AAD ties a box to its place: a box moved to another slot, another person, another office or a cheaper derivation does not open.
//! The generation is *not* in it: a changed password rewrites one slot, and the others could be re-wrapped only by people who are not at
//! the desk. What that leaves possible, putting a whole older key file back, binding would not prevent either.
//! The login's hash is not in it, so that a login can be renamed without its password; who the person is comes from the staff id, which is.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use unicode_normalization::UnicodeNormalization;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{DataKey, fill_random, from_hex, random_id, to_hex};
use crate::domain::id::StaffId;
use crate::store::StoreError;

/// What deriving a key from a password costs (Argon2id). Kept in each slot, so that it can be raised for new passwords.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KdfCost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl KdfCost {
    /// For new passwords: about a quarter of a second on an office computer. Source: RFC 9106, second recommended option, with one lane.
    pub const STANDARD: Self = Self { memory_kib: 64 * 1024, passes: 3, lanes: 1 };
    /// Nothing cheaper is opened: a rewritten key file must not make guessing cheap. Source: the OWASP password storage minimum.
    pub const FLOOR: Self = Self { memory_kib: 19 * 1024, passes: 2, lanes: 1 };
    /// Nothing dearer is opened: a rewritten key file must not take the computer's memory away.
    const CEILING: Self = Self { memory_kib: 1024 * 1024, passes: 16, lanes: 8 };

    pub(super) fn is_allowed(self) -> bool {
        let within = |value: u32, low: u32, high: u32| (low..=high).contains(&value);
        within(self.memory_kib, Self::FLOOR.memory_kib, Self::CEILING.memory_kib)
            && within(self.passes, Self::FLOOR.passes, Self::CEILING.passes)
            && within(self.lanes, Self::FLOOR.lanes, Self::CEILING.lanes)
    }

    fn bytes(self) -> [u8; 12] {
        let mut bytes = [0; 12];
        for (place, value) in bytes.chunks_mut(4).zip([self.memory_kib, self.passes, self.lanes]) {
            place.copy_from_slice(&value.to_be_bytes());
        }
        bytes
    }
}

/// Bytes of a fixed number, written as hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Hex<const N: usize>(pub(super) [u8; N]);

impl<const N: usize> Hex<N> {
    pub(super) fn random() -> Result<Self, StoreError> {
        let mut bytes = [0; N];
        fill_random(&mut bytes)?;
        Ok(Self(bytes))
    }
}

impl<const N: usize> Serialize for Hex<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&to_hex(&self.0))
    }
}

impl<'de, const N: usize> Deserialize<'de> for Hex<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        from_hex(&text).map(Self).ok_or_else(|| serde::de::Error::custom("wrong number of hexadecimal digits"))
    }
}

/// What opens a slot.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum Opener {
    /// One member of staff's password.
    Password { staff: StaffId, login_tag: Hex<32>, cost: KdfCost, salt: Hex<16> },
    /// The recovery key in the safe.
    Paper,
}

/// One wrapping of the data key.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(super) struct Slot {
    pub(super) id: Uuid,
    #[serde(flatten)]
    pub(super) opener: Opener,
    pub(super) nonce: Hex<24>,
    #[serde(rename = "box")]
    pub(super) sealed: Hex<48>,
}

impl Slot {
    pub(super) fn seal(database: Uuid, opener: Opener, wrapping: &Wrapping, key: &DataKey) -> Result<Self, StoreError> {
        Self::seal_as(database, random_id()?, opener, wrapping, key)
    }

    pub(super) fn seal_as(
        database: Uuid,
        id: Uuid,
        opener: Opener,
        wrapping: &Wrapping,
        key: &DataKey,
    ) -> Result<Self, StoreError> {
        let mut slot = Self { id, opener, nonce: Hex::random()?, sealed: Hex([0; 48]) };
        let place = slot.place(database);
        let sealed = cipher(wrapping)
            .encrypt(&XNonce::from(slot.nonce.0), Payload { msg: key.bytes(), aad: &place })
            .ok()
            .and_then(|sealed| sealed.try_into().ok());
        // Sealing 32 bytes into 48 cannot fail; were it to, no key file is better than a wrong one.
        slot.sealed = Hex(sealed.ok_or(StoreError::Sql { code: 0 })?);
        Ok(slot)
    }

    pub(super) fn open(&self, database: Uuid, wrapping: &Wrapping) -> Option<DataKey> {
        let place = self.place(database);
        let payload = Payload { msg: &self.sealed.0, aad: &place };
        DataKey::take(cipher(wrapping).decrypt(&XNonce::from(self.nonce.0), payload).ok()?)
    }

    /// What a box is tied to: database ‖ slot ‖ kind ‖ staff ‖ cost, each of a fixed length.
    fn place(&self, database: Uuid) -> Vec<u8> {
        let mut place = Vec::with_capacity(61);
        place.extend_from_slice(database.as_bytes());
        place.extend_from_slice(self.id.as_bytes());
        match &self.opener {
            Opener::Password { staff, cost, .. } => {
                place.push(1);
                place.extend_from_slice(staff.bytes());
                place.extend_from_slice(&cost.bytes());
            }
            Opener::Paper => {
                place.push(2);
                place.extend_from_slice(&[0; 28]);
            }
        }
        place
    }

    pub(super) fn staff(&self) -> Option<StaffId> {
        match self.opener {
            Opener::Password { staff, .. } => Some(staff),
            Opener::Paper => None,
        }
    }

    pub(super) fn cost(&self) -> Option<KdfCost> {
        match self.opener {
            Opener::Password { cost, .. } => Some(cost),
            Opener::Paper => None,
        }
    }

    pub(super) fn login_tag(&self) -> Option<Hex<32>> {
        match self.opener {
            Opener::Password { login_tag, .. } => Some(login_tag),
            Opener::Paper => None,
        }
    }
}

/// The key that wraps the data key, wiped when dropped.
pub(super) type Wrapping = Zeroizing<[u8; 32]>;

fn cipher(wrapping: &Wrapping) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&Key::from(**wrapping))
}

/// Argon2id of the password in Unicode's composed form, so that «й» typed on one system opens what was set on another (RFC 8265).
pub(super) fn wrapping_of_password(password: &str, salt: &Hex<16>, cost: KdfCost) -> Result<Wrapping, StoreError> {
    let no_memory = |_| StoreError::Io { kind: std::io::ErrorKind::OutOfMemory };
    let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(32)).map_err(no_memory)?;
    // Room for the longest composed form at once: growing would leave a piece of the password behind in memory.
    let mut composed = Zeroizing::new(String::with_capacity(password.len() * 3));
    composed.extend(password.nfc());
    let mut wrapping = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(composed.as_bytes(), &salt.0, wrapping.as_mut_slice())
        .map_err(no_memory)?;
    Ok(wrapping)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLENA: StaffId = StaffId(Uuid::from_u128(1));
    const TARAS: StaffId = StaffId(Uuid::from_u128(2));

    #[test]
    fn a_changed_byte_anywhere_in_a_slot_opens_nothing() {
        let (office, cost, salt) = (Uuid::from_u128(7), KdfCost::FLOOR, Hex::random().unwrap());
        let login_tag = Hex([0; 32]);
        let wrapping = wrapping_of_password("правильний кінь", &salt, cost).unwrap();
        let opener = Opener::Password { staff: OLENA, login_tag, cost, salt };
        let slot = Slot::seal(office, opener, &wrapping, &DataKey::generate().unwrap()).unwrap();
        assert!(slot.open(office, &wrapping).is_some());
        for place in 0..48 {
            let mut broken = slot.clone();
            broken.sealed.0[place] ^= 0x10;
            assert!(broken.open(office, &wrapping).is_none(), "box byte {place}");
        }
        for place in 0..24 {
            let mut broken = slot.clone();
            broken.nonce.0[place] ^= 1;
            assert!(broken.open(office, &wrapping).is_none(), "nonce byte {place}");
        }
        assert!(slot.open(Uuid::from_u128(9), &wrapping).is_none(), "another office");
        assert!(Slot { id: Uuid::from_u128(9), ..slot.clone() }.open(office, &wrapping).is_none(), "another slot");
        let other = Slot { opener: Opener::Password { staff: TARAS, login_tag, cost, salt }, ..slot.clone() };
        assert!(other.open(office, &wrapping).is_none(), "another person");
        let cost = KdfCost { passes: 3, ..cost };
        let other = Slot { opener: Opener::Password { staff: OLENA, login_tag, cost, salt }, ..slot.clone() };
        assert!(other.open(office, &wrapping).is_none(), "another cost");
        let paper = Slot { opener: Opener::Paper, ..slot };
        assert!(paper.open(office, &wrapping).is_none(), "another kind");
    }
}
