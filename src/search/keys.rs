//! A list of keys laid out for scanning: ninety thousand distinct words are looked through in some tens of microseconds, with no order
//! to keep. A signature of each key lets nearly all of them be passed by without a look at their letters.

use super::edit::{Distance, Pattern, within_two};

/// Keys in the order they were added.
#[derive(Clone, Default)]
pub(super) struct Keys {
    /// First eight bytes of each key, the first the highest; missing ones are zero, which no key contains.
    pub(super) heads: Vec<u64>,
    /// Which letters are near the beginning of each key (high half) and after it (low half).
    pub(super) signatures: Vec<u64>,
    pub(super) ends: Vec<u32>,
    pub(super) bytes: Vec<u8>,
}

/// The letters of a typed word before this place belong to its beginning.
const BEGINNING: usize = 4;
/// Two slips move a letter by two places at most, so the windows of a key reach two places farther.
const SHIFT: usize = 2;

/// The first eight bytes as one number.
pub(super) fn head(key: &[u8]) -> u64 {
    let mut bytes = [0; 8];
    for (to, from) in bytes.iter_mut().zip(key) {
        *to = *from;
    }
    u64::from_be_bytes(bytes)
}

fn letters(key: &[u8]) -> u64 {
    key.iter().fold(0, |set, letter| set | 1 << (letter & 31))
}

/// What a key offers: letters by place, both windows wide enough for two slips.
fn signature(key: &[u8]) -> u64 {
    letters(&key[..key.len().min(BEGINNING + SHIFT)]) << 32 | letters(key.get(BEGINNING - SHIFT..).unwrap_or_default())
}

/// What a typed word needs: with so many slips at most as many of these letters are foreign to the key.
fn needed(typed: &[u8]) -> u64 {
    letters(&typed[..typed.len().min(BEGINNING)]) << 32 | letters(typed.get(BEGINNING..).unwrap_or_default())
}

/// A shorter word with a slip is the beginning of nearly everything.
const SHORTEST_START: usize = 4;
/// Keys looked at in one stride of a scan.
const STRIDE: usize = 16;

/// Visits the places of numbers that pass; strides in which none does cost next to nothing.
fn each_passing(numbers: &[u64], passes: impl Fn(u64) -> bool, mut found: impl FnMut(usize)) {
    for (stride, part) in numbers.chunks(STRIDE).enumerate() {
        if part.iter().fold(false, |any, number| any | passes(*number)) {
            for (place, number) in part.iter().enumerate() {
                if passes(*number) {
                    found(stride * STRIDE + place);
                }
            }
        }
    }
}

impl Keys {
    /// Adds a key.
    pub(super) fn push(&mut self, key: &[u8]) {
        self.heads.push(head(key));
        self.signatures.push(signature(key));
        self.bytes.extend_from_slice(key);
        // Four gigabytes of names are beyond any register; past it keys would be found no more, and nothing would break.
        self.ends.push(u32::try_from(self.bytes.len()).unwrap_or(u32::MAX));
    }

    /// Keys as they were kept; none where they are no keys.
    pub(super) fn of(bytes: Vec<u8>, ends: Vec<u32>) -> Option<Self> {
        let whole = ends.last().map_or(0, |end| *end as usize) == bytes.len();
        let mut keys =
            Self { heads: Vec::with_capacity(ends.len()), signatures: Vec::with_capacity(ends.len()), ends, bytes };
        if !whole || !keys.ends.is_sorted() {
            return None;
        }
        for place in 0..keys.ends.len() {
            let (head, signature) = (head(keys.get(place)), signature(keys.get(place)));
            keys.heads.push(head);
            keys.signatures.push(signature);
        }
        Some(keys)
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// A key.
    pub(super) fn get(&self, place: usize) -> &[u8] {
        let start = place.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end as usize);
        let end = self.ends.get(place).map_or(start, |end| *end as usize);
        self.bytes.get(start..end).unwrap_or_default()
    }

    fn length(&self, place: usize) -> usize {
        let start = place.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end as usize);
        self.ends.get(place).map_or(0, |end| *end as usize - start)
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
        each_passing(
            &self.heads,
            |head| (head ^ wanted) & mask == 0,
            |place| {
                // The head has all of a short beginning.
                if start.len() <= 8 || self.get(place).starts_with(start) {
                    found(place, self.length(place) - start.len());
                }
            },
        );
    }

    /// Visits the keys that equal `wanted`.
    pub(super) fn equal(&self, wanted: &[u8], mut found: impl FnMut(usize)) {
        self.starting(wanted, |place, rest| {
            if rest == 0 {
                found(place);
            }
        });
    }

    /// Visits the keys that are at most so many slips (one or two) away from `typed`, or begin so, the equal ones included.
    pub(super) fn slipped(&self, typed: &[u8], most: u32, mut found: impl FnMut(usize, Distance)) {
        let Some(pattern) = Pattern::of(typed) else { return };
        let needed = needed(typed);
        // A word of one letter over and over would let every key pass, and is no slip away from any name.
        if typed.len() > BEGINNING && needed.count_ones() <= 2 {
            return self.starting(typed, |place, rest| {
                found(place, Distance { whole: u32::try_from(rest).unwrap_or(u32::MAX), start: 0 });
            });
        }
        let most = most.min(needed.count_ones().saturating_sub(1));
        let foreign = |offered: u64| {
            let missing = needed & !offered;
            missing & missing.wrapping_sub(1)
        };
        let verify = |place: usize| {
            let key = self.get(place);
            // What lacks more letters than that is neither near nor begins so.
            if key.len() + (most as usize) < typed.len() {
                return;
            }
            // In so short a word a slip is looked for only when it is whole.
            if typed.len() < SHORTEST_START && key.len() > typed.len() + most as usize && !key.starts_with(typed) {
                return;
            }
            let distance = pattern.distance(key);
            if distance.least() <= most {
                found(place, distance);
            }
        };
        if most < 2 {
            each_passing(&self.signatures, |offered| foreign(offered) == 0, verify);
        } else {
            let passes = |offered: u64| {
                let second = foreign(offered);
                second & second.wrapping_sub(1) == 0
            };
            each_passing(&self.signatures, passes, verify);
        }
    }

    /// Visits the keys at most two slips away from `wanted`, with their number.
    pub(super) fn near(&self, wanted: &[u8], mut found: impl FnMut(usize, u8)) {
        self.slipped(wanted, 2, |place, distance| {
            if distance.whole <= 2
                && let Some(slips) = within_two(wanted, self.get(place))
            {
                found(place, slips);
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

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

    proptest! {
        #[test]
        fn no_signature_hides_a_near_key(typed in "[a-e]{1,9}", key in "[a-e]{1,9}") {
            let keys = keys(&[&key]);
            let tells = needed(typed.as_bytes()).count_ones() > 2 && typed.len() >= SHORTEST_START;
            if let Some(slips) = within_two(typed.as_bytes(), key.as_bytes()).filter(|_| tells) {
                let mut found = None;
                keys.slipped(typed.as_bytes(), 2, |_, distance| found = Some(distance.whole));
                prop_assert_eq!(found, Some(u32::from(slips)));
            }
        }
    }
}
