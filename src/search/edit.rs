//! How many slips lie between two keys, and what they weigh.
//!
//! Counting is bit-parallel (Hyyrö's form of Myers' algorithm for the optimal string alignment, where a swap of neighbours is one slip):
//! one pass over a key gives the distance to the whole of it and to every beginning of it. Weighing is slow and done only for
//! the few keys that are near: it knows which letters are taken for one another and which keys lie side by side.

/// A typed word prepared for counting.
pub(super) struct Pattern {
    /// For each letter, at which places of the word it stands.
    places: Box<[u64; 256]>,
    length: u32,
}

/// Slips between a typed word and a key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Distance {
    /// To the whole key; more than two may be any number.
    pub(super) whole: u32,
    /// To that beginning of the key which is nearest.
    pub(super) start: u32,
}

impl Distance {
    /// The lesser of the two.
    pub(super) fn least(self) -> u32 {
        self.whole.min(self.start)
    }
}

impl Pattern {
    /// None for an empty word, or one of more than 64 letters.
    pub(super) fn of(typed: &[u8]) -> Option<Self> {
        let length = u32::try_from(typed.len()).ok().filter(|length| (1..=64).contains(length))?;
        let mut places = Box::new([0u64; 256]);
        for (place, letter) in typed.iter().enumerate() {
            places[usize::from(*letter)] |= 1 << place;
        }
        Some(Self { places, length })
    }

    /// Slips between the word and a key.
    pub(super) fn distance(&self, key: &[u8]) -> Distance {
        let last = self.length - 1;
        let (mut positive, mut negative, mut diagonal, mut before) = (u64::MAX, 0u64, 0u64, 0u64);
        let mut slips = self.length;
        let mut start = slips;
        // Farther than two letters beyond the word nothing is near: there only its beginning counts.
        let is_longer = key.len() > self.length as usize + 2;
        for letter in &key[..key.len().min(self.length as usize + 2)] {
            let places = self.places[usize::from(*letter)];
            let swapped = ((!diagonal & places) << 1) & before;
            diagonal = ((places & positive).wrapping_add(positive) ^ positive) | places | negative | swapped;
            let mut rises = negative | !(diagonal | positive);
            let mut falls = diagonal & positive;
            slips =
                slips + u32::try_from(rises >> last & 1).unwrap_or(0) - u32::try_from(falls >> last & 1).unwrap_or(0);
            start = start.min(slips);
            rises = rises << 1 | 1;
            falls <<= 1;
            positive = falls | !(diagonal | rises);
            negative = rises & diagonal;
            before = places;
        }
        Distance { whole: if is_longer { u32::MAX } else { slips }, start }
    }
}

/// Slips between two keys (a swap of neighbours is one), when there are at most two.
pub(super) fn within_two(left: &[u8], right: &[u8]) -> Option<u8> {
    const LONGEST: usize = 64;
    if left.len().abs_diff(right.len()) > 2 || right.len() >= LONGEST {
        return (left == right).then_some(0);
    }
    let mut before = [0u8; LONGEST];
    let mut last = [0u8; LONGEST];
    let mut row = [0u8; LONGEST];
    for (place, cell) in (0u8..).zip(last.iter_mut()) {
        *cell = place;
    }
    for (i, a) in left.iter().enumerate() {
        row[0] = u8::try_from(i + 1).unwrap_or(u8::MAX);
        let mut least = row[0];
        for (j, b) in right.iter().enumerate() {
            let mut cost = last[j].saturating_add(u8::from(a != b));
            cost = cost.min(last[j + 1].saturating_add(1)).min(row[j].saturating_add(1));
            if i > 0 && j > 0 && left[i - 1] == *b && *a == right[j - 1] {
                cost = cost.min(before[j - 1].saturating_add(1));
            }
            row[j + 1] = cost;
            least = least.min(cost);
        }
        if least > 2 {
            return None;
        }
        before = last;
        last = row;
    }
    Some(last[right.len()]).filter(|slips| *slips <= 2)
}

/// What each slip weighs; an unrelated letter is about a hundred.
const OTHER: u16 = 95;
const NEIGHBOURING_KEY: u16 = 72;
const TAKEN_FOR_ANOTHER: u16 = 8;
const SWAP: u16 = 70;
const MISSING: u16 = 85;
const EXTRA: u16 = 92;
const EXTRA_NEIGHBOURING: u16 = 75;
const DOUBLED: u16 = 60;

/// Letters of the exact key in the rows of the keyboard: `йцукенгшщзхї`, `фівапролджє`, `ячсмитьбю`.
const KEYBOARD: [&[u8]; 3] = [
    &[14, 27, 24, 15, 7, 18, 4, 29, 30, 10, 26, 13],
    &[25, 12, 3, 1, 20, 21, 19, 16, 6, 9, 8],
    &[33, 28, 22, 17, 11, 23, 31, 2, 32],
];

/// Whether two letters lie on neighbouring keys of a row.
fn are_neighbours(one: u8, other: u8) -> bool {
    KEYBOARD
        .iter()
        .any(|row| row.windows(2).any(|pair| (pair[0], pair[1]) == (one, other) || (pair[1], pair[0]) == (one, other)))
}

/// Neighbours by letter, as bits.
static NEIGHBOURS: std::sync::LazyLock<[u64; 64]> = std::sync::LazyLock::new(|| {
    let mut table = [0u64; 64];
    for (one, bits) in (0u8..).zip(&mut table) {
        *bits = (0..64).filter(|other| are_neighbours(one, *other)).fold(0, |bits, other| bits | 1 << other);
    }
    table
});

/// What the slips between a typed word and a key weigh, both by their exact keys, and how many letters of the key are not typed yet.
/// `unfinished` is what an unfinished word weighs by the letters left; `same` tells whether two letters fold to one.
pub(super) fn weigh(
    typed: &[u8],
    key: &[u8],
    same: impl Fn(u8, u8) -> bool,
    unfinished: impl Fn(usize) -> u16,
) -> (u16, usize) {
    const LONGEST: usize = 64;
    if typed.len() >= LONGEST || key.len() >= LONGEST {
        return (OTHER * 2, 0);
    }
    let near = |one: u8, other: u8| one < 64 && other < 64 && NEIGHBOURS[usize::from(one)] >> other & 1 == 1;
    let mut before = [0u16; LONGEST];
    let mut last = [0u16; LONGEST];
    let mut row = [0u16; LONGEST];
    for place in 0..key.len() {
        last[place + 1] = last[place] + MISSING;
    }
    for (i, &a) in typed.iter().enumerate() {
        let neighbour_before = i.checked_sub(1).map(|place| typed[place]);
        let beside = [neighbour_before, typed.get(i + 1).copied()];
        let extra = if neighbour_before == Some(a) {
            DOUBLED
        } else if beside.into_iter().flatten().any(|beside| near(a, beside)) {
            EXTRA_NEIGHBOURING
        } else {
            EXTRA
        };
        row[0] = last[0] + extra;
        for (j, &b) in key.iter().enumerate() {
            let other = if a == b {
                0
            } else if same(a, b) {
                TAKEN_FOR_ANOTHER
            } else if near(a, b) {
                NEIGHBOURING_KEY
            } else {
                OTHER
            };
            let missing = if j > 0 && key[j - 1] == b { DOUBLED } else { MISSING };
            let mut cost = (last[j] + other).min(last[j + 1] + extra).min(row[j] + missing);
            if i > 0 && j > 0 && typed[i - 1] == b && a == key[j - 1] {
                cost = cost.min(before[j - 1] + SWAP);
            }
            row[j + 1] = cost;
        }
        before = last;
        last = row;
    }
    (0..=key.len())
        .map(|end| (last[end] + unfinished(key.len() - end), key.len() - end))
        .min()
        .unwrap_or((OTHER * 2, 0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn distance(typed: &str, key: &str) -> (u32, u32) {
        let distance = Pattern::of(typed.as_bytes()).unwrap().distance(key.as_bytes());
        (distance.whole, distance.start)
    }

    #[test]
    fn each_kind_of_slip_is_one() {
        for typed in ["shevchanko", "shevhenko", "shevchhenko", "shevhcenko", "shevchenk0", "shevchenkoo"] {
            assert_eq!(distance(typed, "shevchenko").0, 1, "{typed}");
        }
        assert_eq!(distance("shavche", "shevchenko"), (u32::MAX, 1));
        assert_eq!(distance("shavchanko", "shevchenko").0, 2);
        assert_eq!(distance("boiko", "boiko"), (0, 0));
        assert_eq!(distance("boik", "boiko"), (1, 0));
    }

    #[test]
    fn gendered_endings_are_within_two() {
        assert_eq!(within_two("levytskii".as_bytes(), b"levytska"), Some(2));
        assert_eq!(within_two(b"ivanov", b"ivanova"), Some(1));
        assert_eq!(within_two(b"bondar", b"kravets"), None);
    }

    #[test]
    fn a_neighbouring_key_weighs_less_than_any_other_letter() {
        let weigh =
            |typed: &[u8], key: &[u8]| weigh(typed, key, |_, _| false, |rest| if rest == 0 { 0 } else { 1000 }).0;
        assert!(weigh(&[2, 25, 14], &[2, 12, 14]) < weigh(&[2, 22, 14], &[2, 12, 14]));
        assert!(weigh(&[2, 2, 12], &[2, 12]) < weigh(&[2, 22, 12], &[2, 12]));
        assert_eq!(weigh(&[2, 12], &[2, 12]), 0);
        assert_eq!(weigh(&[12, 2, 14], &[2, 12, 14]), SWAP);
    }

    proptest! {
        #[test]
        fn counting_agrees_with_the_table(left in "[abc]{1,7}", right in "[abc]{1,7}") {
            let whole = distance(&left, &right).0;
            let table = within_two(left.as_bytes(), right.as_bytes());
            prop_assert_eq!((whole <= 2).then_some(whole), table.map(u32::from));
        }
    }
}
