//! How a typed word is spelled beside what is stored: what each text near it costs, before it is known whose name or street it is.

use super::aliases;
use super::dictionary::Dictionary;
use super::edit;
use super::fold;
use super::index::Index;
use super::marks::{By, CLOSE, Mark, NONE, Reach, SHORTEST_TWO_SLIPS, by, cost, mark};
use super::query::Text;

const FOLDING: u16 = 8;
const FOLDING_AT_MOST: u16 = 12;
const ALIAS: u16 = 12;
const LATIN: u16 = 20;
const UNFINISHED: u16 = 14;
const PART: u16 = 15;
const APOSTROPHE: u16 = 3;
/// A slip costs at least so much: what is no slip stays before it.
const LEAST_SLIP: u16 = 40;
/// What a slip costs more where hardly anybody bears the surname.
const RAREST: u16 = 60;
/// A shorter word has too many neighbours one slip away, or two.
const SHORTEST_SLIP: usize = 4;
const SHORTEST_TWO_SLIPS_UNFINISHED: usize = 7;

/// How much is left to type does not count: a half-typed surname lists its people by the alphabet.
pub(super) fn unfinished(rest: usize) -> u16 {
    if rest == 0 { 0 } else { UNFINISHED }
}

/// After a slip it does: of two guesses the one that is nearly whole is the better.
fn unfinished_guess(rest: usize) -> u16 {
    if rest == 0 { 0 } else { UNFINISHED + u16::try_from(rest.min(12)).unwrap_or(12) }
}

/// Marks by text of a dictionary, and the texts that have one. Slips, short forms and sounds are forgiven in names only.
pub(super) fn of_text(dictionary: &Dictionary, text: &Text, reach: Reach, forgiving: bool) -> (Vec<Mark>, Vec<u32>) {
    let mut marks = vec![NONE; dictionary.len()];
    let mut near = Vec::new();
    let mut better = |word: usize, cost: u16, by: By| {
        let part = if dictionary.parts[word] { PART } else { 0 };
        let owner = dictionary.owners[word];
        let cell = &mut marks[owner as usize];
        if *cell == NONE {
            near.push(owner);
        }
        *cell = (*cell).min(mark(cost + part, by));
    };
    // Who types the apostrophe means it; who leaves it out may have been in a hurry.
    let apostrophe = |word: usize| {
        let has = || dictionary.text(dictionary.owners[word]).contains('’');
        if text.apostrophe && !has() { APOSTROPHE } else { 0 }
    };
    // A soft sign that is not there makes another spelling: Наталья is Наталя no more than Наталія.
    let is_softer = |word: usize| text.soft && !dictionary.text(dictionary.owners[word]).contains(['ь', 'ъ', '’', 'Ь']);
    if reach == Reach::Exact {
        dictionary.exact.starting(&text.exact, |word, rest| {
            if is_softer(word) {
                return;
            }
            better(word, unfinished(rest) + apostrophe(word), By::Letters);
        });
        return (marks, near);
    }
    let begins = |word: usize, rest: usize| {
        let key = dictionary.exact.get(word);
        if key.starts_with(&text.exact) && !is_softer(word) {
            (unfinished(key.len() - text.exact.len()) + apostrophe(word), By::Letters)
        } else {
            let different = text.exact.iter().zip(key).filter(|(typed, stored)| typed != stored).count();
            let folding = FOLDING.saturating_mul(u16::try_from(different).unwrap_or(1)).clamp(FOLDING, FOLDING_AT_MOST);
            (unfinished(rest) + folding, By::Folding)
        }
    };
    let slips = |length: usize| match reach {
        Reach::Far if length >= SHORTEST_TWO_SLIPS => 2,
        _ => u32::from(length >= SHORTEST_SLIP),
    };
    let forgiven = if !forgiving {
        0
    } else if text.folded.len() == SHORTEST_SLIP - 1 {
        1
    } else {
        slips(text.folded.len())
    };
    if forgiven == 0 {
        dictionary.folded.starting(&text.folded, |word, rest| {
            let (cost, by) = begins(word, rest);
            better(word, cost, by);
        });
    } else {
        dictionary.folded.slipped(&text.folded, forgiven, |word, distance| {
            let key = dictionary.folded.get(word);
            if distance.start == 0 {
                let (cost, by) = begins(word, key.len().saturating_sub(text.folded.len()));
                better(word, cost, by);
            } else if distance.whole <= forgiven || distance.start <= most_unfinished(text.folded.len()) {
                let (cost, _) = edit::weigh(&text.exact, dictionary.exact.get(word), fold::are_one, unfinished_guess);
                better(word, cost.max(LEAST_SLIP), By::Slip);
            }
        });
    }
    for (place, latin) in text.latin.iter().enumerate() {
        let forgiven = if place == 0 && forgiving { slips(latin.len().saturating_sub(1)) } else { 0 };
        if forgiven == 0 {
            dictionary.latin.starting(latin, |word, rest| better(word, unfinished(rest) + LATIN, By::Latin));
            continue;
        }
        dictionary.latin.slipped(latin, forgiven, |word, distance| {
            let key = dictionary.latin.get(word);
            if distance.start == 0 {
                better(word, unfinished(key.len().saturating_sub(latin.len())) + LATIN, By::Latin);
            } else if distance.whole <= forgiven || distance.start <= most_unfinished(latin.len()) {
                let (cost, _) = edit::weigh(latin, key, |_, _| false, unfinished_guess);
                better(word, cost.max(LEAST_SLIP) + LATIN, By::Latin);
            }
        });
    }
    let same = if forgiving { aliases::same_names(&text.folded) } else { Vec::new() };
    if !same.is_empty() {
        for (word, alias) in dictionary.aliases.iter().enumerate() {
            if *alias != 0 && same[usize::from(*alias)] {
                better(word, ALIAS, By::Alias);
            }
        }
    }
    (marks, near)
}

/// How many slips an unfinished word may have: two in the beginning of a short one leave nothing of it.
fn most_unfinished(length: usize) -> u32 {
    match length {
        ..SHORTEST_SLIP => 0,
        SHORTEST_SLIP..SHORTEST_TWO_SLIPS_UNFINISHED => 1,
        _ => 2,
    }
}

/// A slip weighs less where more people bear the surname: of two guesses the commoner is the likelier.
pub(super) fn by_bearers(mark: Mark, index: &Index, surname: u32) -> Mark {
    let of_latin = if by(mark) == By::Latin { LATIN } else { 0 };
    if mark == NONE || !matches!(by(mark), By::Slip | By::Latin) || cost(mark) < u32::from(LEAST_SLIP + of_latin) {
        return mark;
    }
    let bearers = index.bearers.get(surname as usize).copied().unwrap_or(0);
    let common = 9.0 * f64::from(bearers.max(1)).ln();
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "nine times a logarithm of a u32 is below 200"
    )]
    let common = common.round() as u16;
    let weighed = ((mark & !CLOSE) >> 4) + RAREST;
    (mark & !(Mark::MAX << 4)) | CLOSE | weighed.saturating_sub(common).max(LEAST_SLIP + of_latin) << 4
}
