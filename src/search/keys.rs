//! A list of keys laid out for scanning: 25 000 distinct words are looked through in some tens of microseconds, with no order to keep.

use super::edit::{Slip, one_slip, within_two};

/// Keys in the order they were added.
#[derive(Default)]
pub(super) struct Keys {
    /// First eight bytes of each key, the first the highest; missing ones are zero, which no key contains.
    heads: Vec<u64>,
    /// Which letters are in each key, folded into 64 bits.
    letters: Vec<u64>,
    ends: Vec<u32>,
    bytes: Vec<u8>,
}

/// The first eight bytes as one number.
pub(super) fn head(key: &[u8]) -> u64 {
    let mut bytes = [0; 8];
    for (to, from) in bytes.iter_mut().zip(key) {
        *to = *from;
    }
    u64::from_be_bytes(bytes)
}

fn letters(key: &[u8]) -> u64 {
    key.iter().fold(0, |set, letter| set | 1 << (letter & 63))
}

impl Keys {
    /// Adds a key.
    pub(super) fn push(&mut self, key: &[u8]) {
        self.heads.push(head(key));
        self.letters.push(letters(key));
        self.bytes.extend_from_slice(key);
        // Four gigabytes of names are beyond any register; past it keys would be found no more, and nothing would break.
        self.ends.push(u32::try_from(self.bytes.len()).unwrap_or(u32::MAX));
    }

    /// A key.
    pub(super) fn get(&self, place: usize) -> &[u8] {
        let start = place.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end as usize);
        let end = self.ends.get(place).map_or(start, |end| *end as usize);
        self.bytes.get(start..end).unwrap_or_default()
    }

    /// The first eight bytes of a key.
    pub(super) fn head(&self, place: usize) -> u64 {
        self.heads.get(place).copied().unwrap_or_default()
    }

    /// Visits the keys that begin with `start`, with how many letters are left of each.
    pub(super) fn starting(&self, start: &[u8], mut found: impl FnMut(usize, usize)) {
        if start.is_empty() {
            return;
        }
        let wanted = head(start);
        let mask = u64::MAX << (8 * (8 - start.len().min(8)));
        for (place, head) in self.heads.iter().enumerate() {
            if (head ^ wanted) & mask == 0 {
                let key = self.get(place);
                if key.starts_with(start) {
                    found(place, key.len() - start.len());
                }
            }
        }
    }

    /// Visits the keys that equal `wanted`.
    pub(super) fn equal(&self, wanted: &[u8], mut found: impl FnMut(usize)) {
        self.starting(wanted, |place, rest| {
            if rest == 0 {
                found(place);
            }
        });
    }

    /// Visits the keys that are one slip away from `typed`, or begin so.
    pub(super) fn slipped(&self, typed: &[u8], mut found: impl FnMut(usize, Slip)) {
        let wanted = letters(typed);
        for (place, letters) in self.letters.iter().enumerate() {
            let missing = wanted & !letters;
            // At most one letter of the typed word may be foreign to the key: this leaves a few of a hundred to compare.
            if missing & missing.wrapping_sub(1) == 0
                && let Some(slip) = one_slip(typed, self.get(place))
            {
                found(place, slip);
            }
        }
    }

    /// Visits the keys at most two slips away from `wanted`, with their number.
    pub(super) fn near(&self, wanted: &[u8], mut found: impl FnMut(usize, u8)) {
        let set = letters(wanted);
        for (place, letters) in self.letters.iter().enumerate() {
            if (set & !letters).count_ones() <= 2
                && (letters & !set).count_ones() <= 2
                && let Some(slips) = within_two(wanted, self.get(place))
            {
                found(place, slips);
            }
        }
    }

    /// Keeps the keys whose place is wanted.
    pub(super) fn retain(&mut self, wanted: impl Fn(usize) -> bool) {
        let mut kept = Self::default();
        for place in (0..self.heads.len()).filter(|place| wanted(*place)) {
            kept.push(self.get(place));
        }
        *self = kept;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(all: &[&str]) -> Keys {
        let mut keys = Keys::default();
        for key in all {
            keys.push(key.as_bytes());
        }
        keys
    }

    #[test]
    fn beginnings_are_found_below_and_above_eight_letters() {
        let keys = keys(&["kovalchuk", "kovalenko", "koval", "bondar"]);
        let of = |start: &str| {
            let mut found = Vec::new();
            keys.starting(start.as_bytes(), |place, rest| found.push((place, rest)));
            found
        };
        assert_eq!(of("koval"), [(0, 4), (1, 4), (2, 0)]);
        assert_eq!(of("kovalchuk"), [(0, 0)]);
        assert_eq!(of("kovalchukk"), []);
        assert_eq!(of(""), []);
    }

    #[test]
    fn removed_keys_leave_the_others_in_place() {
        let mut keys = keys(&["a", "bb", "ccc"]);
        keys.retain(|place| place != 1);
        assert_eq!((keys.get(0), keys.get(1), keys.get(2)), (&b"a"[..], &b"ccc"[..], &b""[..]));
    }
}
