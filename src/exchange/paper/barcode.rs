//! Digits as bars: Code 128, which every cheap scanner reads and types back as digits, the same in any keyboard layout.
//!
//! Pairs of digits take one sign of set C; a last odd digit is written in set B. Source: ISO/IEC 15417; the check sum is held against a
//! published example in the tests.

/// Widths of the six elements (bar, space, …) of each sign, in modules; the stop sign has a seventh.
#[rustfmt::skip]
const SIGNS: [&str; 107] = [
    "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212", "221213",
    "221312", "231212", "112232", "122132", "122231", "113222", "123122", "123221", "223211", "221132",
    "221231", "213212", "223112", "312131", "311222", "321122", "321221", "312212", "322112", "322211",
    "212123", "212321", "232121", "111323", "131123", "131321", "112313", "132113", "132311", "211313",
    "231113", "231311", "112133", "112331", "132131", "113123", "113321", "133121", "313121", "211331",
    "231131", "213113", "213311", "213131", "311123", "311321", "331121", "312113", "312311", "332111",
    "314111", "221411", "431111", "111224", "111422", "121124", "121421", "141122", "141221", "112214",
    "112412", "122114", "122411", "142112", "142211", "241211", "221114", "413111", "241112", "134111",
    "111242", "121142", "121241", "114212", "124112", "124211", "411212", "421112", "421211", "212141",
    "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113", "411311", "113141",
    "114131", "311141", "411131", "211412", "211214", "211232", "2331112",
];

const START_B: usize = 104;
const START_C: usize = 105;
const TO_B: usize = 100;
const STOP: usize = 106;
/// Where the digit zero stands in set B.
const ZERO_IN_B: usize = 16;

/// Modules that stay white on either side, so that a scanner finds the first bar.
pub(super) const QUIET: u32 = 10;

/// Widths of bars and spaces in turn, a bar first; none where something else than digits is asked for.
pub(super) fn bars(digits: &str) -> Option<Vec<u32>> {
    let digits: Option<Vec<usize>> =
        digits.bytes().map(|sign| sign.is_ascii_digit().then(|| usize::from(sign - b'0'))).collect();
    let mut signs = signs(&digits.filter(|digits| !digits.is_empty())?);
    signs.extend([check(&signs), STOP]);
    Some(signs.into_iter().flat_map(|sign| SIGNS[sign].bytes().map(|width| u32::from(width - b'0'))).collect())
}

fn signs(digits: &[usize]) -> Vec<usize> {
    let pairs = digits.chunks_exact(2);
    let odd = pairs.remainder().first().copied();
    let mut signs: Vec<usize> = vec![if digits.len() > 1 { START_C } else { START_B }];
    signs.extend(pairs.map(|pair| pair[0] * 10 + pair[1]));
    if let Some(digit) = odd {
        if digits.len() > 1 {
            signs.push(TO_B);
        }
        signs.push(ZERO_IN_B + digit);
    }
    signs
}

/// The check sign: every sign times its place, the start sign once, modulo 103.
fn check(signs: &[usize]) -> usize {
    signs.iter().enumerate().map(|(place, sign)| sign * place.max(1)).sum::<usize>() % 103
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashSet;

    /// Reads bars as a scanner does: sign by sign, the check sum held, sets followed.
    fn scanned(bars: &[u32]) -> Option<String> {
        let mut signs = Vec::new();
        let mut rest = bars;
        while rest.len() > 7 {
            let (sign, after) = rest.split_at(6);
            let widths: String = sign.iter().map(ToString::to_string).collect();
            signs.push(SIGNS.iter().position(|known| *known == widths)?);
            rest = after;
        }
        assert_eq!(rest, [2, 3, 3, 1, 1, 1, 2]);
        let sum = signs.pop()?;
        assert_eq!(sum, check(&signs));
        let mut in_c = match signs.remove(0) {
            START_C => true,
            START_B => false,
            other => panic!("starts with {other}"),
        };
        let mut read = String::new();
        for sign in signs {
            match sign {
                TO_B if in_c => in_c = false,
                pair if in_c => read.push_str(&format!("{pair:02}")),
                digit => read.push_str(&(digit - ZERO_IN_B).to_string()),
            }
        }
        Some(read)
    }

    #[test]
    fn every_sign_is_eleven_modules_wide_and_no_two_are_alike() {
        let distinct: HashSet<&str> = SIGNS.into_iter().collect();
        assert_eq!(distinct.len(), SIGNS.len());
        for (value, sign) in SIGNS.iter().enumerate().take(STOP) {
            let widths: Vec<u32> = sign.bytes().map(|width| u32::from(width - b'0')).collect();
            assert_eq!(widths.iter().sum::<u32>(), 11, "{value}");
            // The bars of a sign are an even number of modules: what lets a scanner notice a smudge.
            assert_eq!(widths.iter().step_by(2).sum::<u32>() % 2, 0, "{value}");
        }
    }

    #[test]
    fn the_check_sum_is_that_of_the_published_example() {
        // «PJJ123C» in set A, whose check value is given as 54.
        assert_eq!(check(&[103, 48, 42, 42, 17, 18, 19, 35]), 54);
    }

    #[test]
    fn a_family_number_is_three_pairs_and_a_digit() {
        assert_eq!(signs(&[4, 8, 2, 1, 7, 3, 7]), [START_C, 48, 21, 73, TO_B, ZERO_IN_B + 7]);
        let bars = bars("4821737").unwrap();
        assert_eq!(bars.iter().sum::<u32>(), 11 * 7 + 13);
        assert_eq!(scanned(&bars).as_deref(), Some("4821737"));
    }

    #[test]
    fn only_digits_become_bars() {
        assert_eq!(bars(""), None);
        assert_eq!(bars("482-1737"), None);
        assert_eq!(bars("٤"), None);
    }

    proptest! {
        #[test]
        fn whatever_digits_go_in_come_out(digits in "[0-9]{1,20}") {
            let bars = bars(&digits).unwrap();
            prop_assert_eq!(scanned(&bars), Some(digits));
        }
    }
}
