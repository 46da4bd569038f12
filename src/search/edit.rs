//! How many slips lie between two keys.

/// How a typed word is one slip away from a key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Slip {
    /// From the whole key.
    Whole,
    /// From the beginning of the key; carries how many letters are not typed yet.
    Start(usize),
}

/// Whether `typed` is one substitution, omission, extra letter or swap away from `key` or its beginning. Equal words are not.
pub(super) fn one_slip(typed: &[u8], key: &[u8]) -> Option<Slip> {
    let same = typed.iter().zip(key).take_while(|(left, right)| left == right).count();
    let (typed, key) = (&typed[same..], &key[same..]);
    let mut best: Option<usize> = None;
    let mut consider = |typed: &[u8], key: &[u8]| {
        if key.starts_with(typed) {
            let rest = key.len() - typed.len();
            best = Some(best.map_or(rest, |known| known.min(rest)));
        }
    };
    match (typed, key) {
        ([], []) => return None,
        ([], [_]) | ([_], []) => consider(&[], &[]),
        ([], _) | (_, []) => {}
        ([_, typed_rest @ ..], [_, key_rest @ ..]) => {
            consider(typed_rest, key_rest);
            consider(typed_rest, key);
            consider(typed, key_rest);
            if let ([first, second, typed_rest @ ..], [third, fourth, key_rest @ ..]) = (typed, key)
                && first == fourth
                && second == third
            {
                consider(typed_rest, key_rest);
            }
        }
    }
    best.map(|rest| if rest == 0 { Slip::Whole } else { Slip::Start(rest) })
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_kind_of_slip_is_one() {
        for typed in ["shevchanko", "shevhenko", "shevchhenko", "shevhcenko", "shevchenk0", "shevchenkoo"] {
            assert_eq!(one_slip(typed.as_bytes(), b"shevchenko"), Some(Slip::Whole), "{typed}");
        }
        assert_eq!(one_slip(b"shavche", b"shevchenko"), Some(Slip::Start(3)));
        assert_eq!(one_slip(b"shavchanko", b"shevchenko"), None);
        assert_eq!(one_slip(b"boiko", b"boiko"), None);
    }

    #[test]
    fn gendered_endings_are_within_two() {
        assert_eq!(within_two("levytskii".as_bytes(), b"levytska"), Some(2));
        assert_eq!(within_two(b"ivanov", b"ivanova"), Some(1));
        assert_eq!(within_two(b"bondar", b"kravets"), None);
    }

    proptest! {
        #[test]
        fn one_slip_agrees_with_the_distance(left in "[abc]{1,7}", right in "[abc]{1,7}") {
            let whole = one_slip(left.as_bytes(), right.as_bytes()) == Some(Slip::Whole);
            prop_assert_eq!(whole, within_two(left.as_bytes(), right.as_bytes()) == Some(1));
        }
    }
}
