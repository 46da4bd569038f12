//! Papers without a mask: the displaced person's certificate and the certificates of all other kinds.

use super::squeeze;
use crate::domain::name::{clean, to_cyrillic};
use unicode_normalization::UnicodeNormalization;

/// Signs of a displaced person's certificate, spaces not counted.
const DISPLACED_SIGNS: std::ops::RangeInclusive<usize> = 6..=20;

/// Signs of any other certificate: its series and number, not its whole text.
const CERTIFICATE_SIGNS: usize = 60;

/// Six to twenty signs, usually `NNNN-NNNNNNNNNN`; settled without spaces, in capitals, Latin look-alikes turned to Cyrillic.
pub(super) fn displaced_certificate(text: &str) -> Option<String> {
    let number = capitals(&squeeze(text));
    DISPLACED_SIGNS.contains(&number.chars().count()).then_some(number)
}

/// Anything up to sixty signs; settled in capitals, Latin look-alikes turned to Cyrillic.
pub(super) fn certificate(text: &str) -> Option<String> {
    let number = capitals(&clean(text));
    (1..=CERTIFICATE_SIGNS).contains(&number.chars().count()).then_some(number)
}

/// Capitals of one script. Composed again afterwards: some letters fall apart into a letter and its marks in the other case.
fn capitals(text: &str) -> String {
    to_cyrillic(&text.to_uppercase()).nfc().collect()
}
