//! Finding in small lists: settlements, streets, categories, commands, catalogues, named lists. The same folding as among people, and the
//! letters that agree, so that a screen can mark them.
//!
//! The big index answers for people alone; here a list is simply gone through. `fuzzy-matcher` finds letters that lie apart, over folded
//! text only: it ignores case in Latin alone, knows nothing of keyboard layouts, and lets neither a wrong letter nor two swapped ones
//! pass. For these stands the distance of the big index, with its own way back to the letters.

use super::edit::{Pattern, within_two};
use super::fold;
use crate::domain::name::is_apostrophe;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use std::collections::BTreeSet;
use std::sync::LazyLock;
use unicode_segmentation::UnicodeSegmentation;

/// Between the words of a key; no letter has this number.
const GAP: u8 = 0;
/// More is never typed to pick from a list.
const LONGEST_TEXT: usize = 120;
/// More words than any entry has.
const MOST_WORDS: usize = 10;
/// In a shorter word a slip would let everything pass.
const SHORTEST_SLIPPED: usize = 4;
/// From so many letters on two slips are forgiven.
const SHORTEST_TWO_SLIPS: usize = 9;
/// So few letters are looked for at the beginnings of words only.
const SHORTEST_INSIDE: usize = 3;
/// Entries found by whole beginnings, from which on nobody looks for slips.
const ENOUGH: usize = 5;
/// What another reading than the typed one costs among equals.
const OTHER_READING: i64 = 1_000;

/// How an entry agrees with what is typed: the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Grade {
    /// It is what is typed.
    Whole,
    /// It begins so.
    Begins,
    /// Every typed word begins a word of it.
    Words,
    /// Every typed word is somewhere in it.
    Holds,
    /// As [`Grade::Words`], with a slip of the hand.
    Near,
    /// It has the typed letters in this order, close together.
    Letters,
}

/// How good an entry is; the least is the best.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Fit {
    /// How it agrees.
    pub grade: Grade,
    cost: i64,
}

impl Fit {
    /// The same as a number: less is better.
    pub fn weight(self) -> i64 {
        const WORST: i64 = 1 << 32;
        self.grade as i64 * WORST + self.cost.clamp(-WORST / 2, WORST / 2)
    }
}

/// The text as the other keyboard layout would have written it.
pub fn other_layout(text: &str) -> Option<String> {
    fold::layout(text).or_else(|| fold::latin_layout(text))
}

/// A text of a list as it is compared.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Folded {
    exact: Box<[u8]>,
    letters: Box<[u8]>,
}

impl Folded {
    /// Folds a text.
    pub fn of(text: &str) -> Self {
        let written = Written::of(text);
        Self { exact: written.exact().into(), letters: written.letters.into() }
    }

    /// The words in the sounds of Latin letters.
    fn sounds(&self) -> Vec<u8> {
        let words: Vec<Vec<u8>> = words(&self.exact).map(fold::latin_of_exact).collect();
        words.join(&GAP)
    }
}

/// A shown text taken apart: its folded letters, and which sign of it each came from.
struct Written {
    letters: Vec<u8>,
    /// Of each letter, the grapheme of the text.
    places: Vec<usize>,
    /// The words by their exact letters with their graphemes.
    words: Vec<(Vec<u8>, Vec<usize>)>,
}

impl Written {
    fn of(text: &str) -> Self {
        let mut words: Vec<Vec<(usize, String)>> = vec![Vec::new()];
        for (place, grapheme) in text.graphemes(true).enumerate() {
            let sign = fold::composed(grapheme).into_owned();
            let is_apart = !sign.chars().any(char::is_alphanumeric) && !sign.chars().any(is_apostrophe);
            match words.last_mut() {
                Some(word) if !is_apart => word.push((place, sign)),
                Some(word) if word.is_empty() => {}
                _ => words.push(Vec::new()),
            }
        }
        let mut written = Self { letters: Vec::new(), places: Vec::new(), words: Vec::new() };
        for word in words {
            let whole: String = word.iter().map(|(_, sign)| sign.as_str()).collect();
            // Latin look-alikes inside a Cyrillic word are read as Cyrillic.
            let is_mixed = fold::has_cyrillic(&whole) && fold::has_latin(&whole);
            let (mut letters, mut places) = (Vec::new(), Vec::new());
            for (place, sign) in &word {
                let key = if is_mixed { fold::paper(sign) } else { fold::exact(sign) };
                places.extend(key.iter().map(|_| *place));
                letters.extend(key);
            }
            if letters.is_empty() {
                continue;
            }
            if !written.letters.is_empty() {
                written.letters.push(GAP);
                written.places.push(places[0]);
            }
            for (letter, place) in letters.iter().zip(&places) {
                let folded = fold::folded(std::slice::from_ref(letter));
                written.places.extend(folded.iter().map(|_| *place));
                written.letters.extend(folded);
            }
            written.words.push((letters, places));
        }
        written
    }

    fn exact(&self) -> Vec<u8> {
        let words: Vec<&[u8]> = self.words.iter().map(|(letters, _)| letters.as_slice()).collect();
        words.join(&GAP)
    }
}

fn words(key: &[u8]) -> impl Iterator<Item = &[u8]> {
    key.split(|letter| *letter == GAP).filter(|word| !word.is_empty())
}

/// The letters of a key as a text for `fuzzy-matcher`, a sign each.
fn as_text(key: &[u8]) -> String {
    let sign = |letter: u8| match letter {
        GAP => ' ',
        // Any run of lower-case letters serves; these need no case of their own.
        1..=38 => char::from_u32(0x0430 + u32::from(letter)).unwrap_or(' '),
        other => char::from(other),
    };
    key.iter().map(|letter| sign(*letter)).collect()
}

static LETTERS: LazyLock<SkimMatcherV2> = LazyLock::new(|| SkimMatcherV2::default().respect_case());

/// A typed word with what is forgiven in it.
struct Word {
    letters: Vec<u8>,
    pattern: Option<Pattern>,
    slips: u32,
}

impl Word {
    fn of(letters: &[u8]) -> Self {
        let slips = match letters.len() {
            0..SHORTEST_SLIPPED => 0,
            SHORTEST_SLIPPED..SHORTEST_TWO_SLIPS => 1,
            _ => 2,
        };
        let has_digits = letters.iter().any(u8::is_ascii_digit);
        // Another digit is another number.
        let slips = if has_digits { 0 } else { slips };
        let pattern = if slips > 0 { Pattern::of(letters) } else { None };
        Self { letters: letters.to_vec(), pattern, slips }
    }

    /// How many slips lie between the word and the beginning of another, when there are few enough.
    fn slips_to(&self, other: &[u8]) -> Option<u32> {
        if other.starts_with(&self.letters) {
            return Some(0);
        }
        let distance = self.pattern.as_ref()?.distance(other).least();
        (distance <= self.slips).then_some(distance)
    }
}

/// One way to read what is typed.
struct Reading {
    /// All of it.
    letters: Vec<u8>,
    words: Vec<Word>,
    /// Whether it is compared with the sounds of an entry instead of its letters.
    by_sound: bool,
    cost: i64,
}

impl Reading {
    fn of(letters: Vec<u8>, by_sound: bool, cost: i64) -> Option<Self> {
        let words: Vec<Word> = words(&letters).take(MOST_WORDS).map(Word::of).collect();
        (!words.is_empty()).then_some(Self { letters, words, by_sound, cost })
    }

    fn fit(&self, grade: Grade, cost: i64) -> Fit {
        Fit { grade, cost: cost + self.cost }
    }

    /// What agrees without a slip.
    fn plainly(&self, entry: &[u8]) -> Option<Fit> {
        let rest = |entry: &[u8]| i64::try_from(entry.len().saturating_sub(self.letters.len())).unwrap_or(0);
        if entry == self.letters {
            return Some(self.fit(Grade::Whole, 0));
        }
        if entry.starts_with(&self.letters) {
            return Some(self.fit(Grade::Begins, rest(entry)));
        }
        if self.words.iter().all(|word| words(entry).any(|other| other.starts_with(&word.letters))) {
            return Some(self.fit(Grade::Words, rest(entry)));
        }
        let is_inside = |word: &Word| {
            word.letters.len() >= SHORTEST_INSIDE
                && entry.windows(word.letters.len()).any(|part| part == word.letters.as_slice())
        };
        self.words.iter().all(is_inside).then(|| self.fit(Grade::Holds, rest(entry)))
    }

    /// What agrees with slips.
    fn nearly(&self, entry: &[u8]) -> Option<Fit> {
        let mut slips = 0;
        for word in &self.words {
            slips += words(entry).filter_map(|other| word.slips_to(other)).min()?;
        }
        // Of two that are as near, the one whose length is nearer: «Боїко» means Бойко and not Бойкових.
        let rest = i64::try_from(entry.len().abs_diff(self.letters.len())).unwrap_or(0);
        Some(self.fit(Grade::Near, i64::from(slips) * 100 + rest))
    }

    /// What has the letters.
    fn loosely(&self, entry: &[u8]) -> Option<(Fit, Vec<usize>)> {
        let typed: Vec<u8> = self.letters.iter().copied().filter(|letter| *letter != GAP).collect();
        if typed.len() < SHORTEST_INSIDE || typed.iter().any(u8::is_ascii_digit) {
            return None;
        }
        let (score, places) = LETTERS.fuzzy_indices(&as_text(entry), &as_text(&typed))?;
        let span = places.last()? - places.first()? + 1;
        // Letters strewn over a whole sentence mean nothing.
        (span <= typed.len() * 2 + 1).then(|| (self.fit(Grade::Letters, -score), places))
    }
}

/// What is typed, in every way it can be read: as it is, in the other keyboard layout, from Latin letters.
pub struct Needle {
    readings: Vec<Reading>,
}

impl Needle {
    /// Reads a typed text.
    pub fn of(text: &str) -> Self {
        let text: String = text.trim().chars().take(LONGEST_TEXT).collect();
        let letters = |text: &str| Written::of(text).letters;
        let mut readings = Vec::new();
        readings.extend(Reading::of(letters(&text), false, 0));
        readings.extend(other_layout(&text).and_then(|text| Reading::of(letters(&text), false, OTHER_READING)));
        // These signs are letters of the other layout, and stand in no Latin name.
        let is_latin =
            fold::has_latin(&text) && !fold::has_cyrillic(&text) && !text.contains([';', '[', ']', '{', '}']);
        if is_latin {
            let words: Vec<Vec<u8>> = text.split_whitespace().map(fold::latin).filter(|key| key.len() > 1).collect();
            readings.extend(Reading::of(words.join(&GAP), true, OTHER_READING));
        }
        Self { readings }
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.readings.is_empty()
    }

    fn with(&self, entry: &Folded, fit: impl Fn(&Reading, &[u8]) -> Option<Fit>) -> Option<Fit> {
        let of = |reading: &Reading| {
            if reading.by_sound { fit(reading, &entry.sounds()) } else { fit(reading, &entry.letters) }
        };
        self.readings.iter().filter_map(of).min()
    }

    /// How an entry of this name agrees, slips and loose letters included.
    pub fn fit(&self, entry: &Folded) -> Option<Fit> {
        let loosely = |reading: &Reading, key: &[u8]| reading.loosely(key).map(|(fit, _)| fit);
        self.with(entry, Reading::plainly)
            .or_else(|| self.with(entry, Reading::nearly))
            .or_else(|| self.with(entry, loosely))
    }

    /// The entries that agree, the best first and equal ones in their order. `names` are all the names of an entry. Slips are looked for
    /// where few agree without, and loose letters only where nothing else does.
    pub fn best<'n, T>(
        &self,
        entries: &(impl Iterator<Item = T> + Clone),
        names: impl Fn(&T) -> Vec<&'n Folded>,
    ) -> Vec<(Fit, T)> {
        let stage = |fit: &dyn Fn(&Folded) -> Option<Fit>| -> Vec<(Fit, T)> {
            let best = |entry: &T| names(entry).into_iter().filter_map(fit).min();
            entries.clone().filter_map(|entry| Some((best(&entry)?, entry))).collect()
        };
        let mut found = stage(&|name| self.with(name, Reading::plainly));
        if found.len() < ENOUGH {
            // What agrees without a slip keeps its grade.
            found = stage(&|name| self.with(name, Reading::plainly).or_else(|| self.with(name, Reading::nearly)));
        }
        if found.is_empty() {
            found = stage(&|name| self.with(name, |reading, key| reading.loosely(key).map(|(fit, _)| fit)));
        }
        found.sort_by_key(|(fit, _)| *fit);
        found
    }

    /// What a filter over a list leaves of it, the best first; all of it, in its order, where nothing is typed.
    pub fn left_of<T>(&self, entries: Vec<T>, names: impl Fn(&T) -> Vec<String>) -> Vec<T> {
        if self.is_empty() {
            return entries;
        }
        let folded = |entry: &T| names(entry).iter().map(|name| Folded::of(name)).collect::<Vec<_>>();
        let named: Vec<Vec<Folded>> = entries.iter().map(folded).collect();
        let found = self.best(&named.iter().enumerate(), |(_, names)| names.iter().collect());
        let mut entries: Vec<Option<T>> = entries.into_iter().map(Some).collect();
        found.into_iter().filter_map(|(_, (place, _))| entries.get_mut(place)?.take()).collect()
    }

    /// The graphemes of a shown text that agree, in order: of every typed word the best place. Words that agree with nothing here mark
    /// nothing: they may have agreed with something else.
    pub fn marks(&self, shown: &str) -> Vec<usize> {
        let written = Written::of(shown);
        let of_words = self.readings.iter().map(|reading| {
            let marks: BTreeSet<usize> =
                reading.words.iter().flat_map(|word| marks_of(word, reading, &written)).collect();
            marks.into_iter().collect::<Vec<_>>()
        });
        // The first of those that mark the most: what is typed as it is goes before other readings.
        let best =
            of_words.fold(Vec::new(), |best: Vec<usize>, marks| if marks.len() > best.len() { marks } else { best });
        if !best.is_empty() {
            return best;
        }
        let loose = self.readings.iter().filter(|reading| !reading.by_sound);
        let mut loose = loose.filter_map(|reading| reading.loosely(&written.letters));
        let places = loose.next().map(|(_, places)| places).unwrap_or_default();
        let marks: BTreeSet<usize> = places.iter().filter_map(|place| written.places.get(*place).copied()).collect();
        marks.into_iter().collect()
    }
}

/// The graphemes by which a typed word agrees with the best word of a text.
fn marks_of(word: &Word, reading: &Reading, written: &Written) -> Vec<usize> {
    if reading.by_sound {
        return marks_of_sounds(word, written);
    }
    let mut start = 0;
    let mut best: Option<(u32, Vec<usize>)> = None;
    for other in written.letters.split(|letter| *letter == GAP) {
        let places = &written.places[start..start + other.len()];
        start += other.len() + 1;
        let Some(slips) = word.slips_to(other) else { continue };
        if best.as_ref().is_none_or(|(least, _)| slips < *least) {
            let letters = if slips == 0 { (0..word.letters.len()).collect() } else { aligned(&word.letters, other) };
            best = Some((slips, letters.iter().filter_map(|letter| places.get(*letter).copied()).collect()));
        }
    }
    if let Some((_, marks)) = best {
        return marks;
    }
    if word.letters.len() < SHORTEST_INSIDE {
        return Vec::new();
    }
    let inside = written.letters.windows(word.letters.len()).position(|part| part == word.letters.as_slice());
    inside.map(|at| written.places[at..at + word.letters.len()].to_vec()).unwrap_or_default()
}

/// As [`marks_of`] for a word in Latin letters: so many letters of the other as sound like it.
fn marks_of_sounds(word: &Word, written: &Written) -> Vec<usize> {
    let found = written.words.iter().find_map(|(letters, places)| {
        let sounds = fold::latin_of_exact(letters);
        let count = if sounds.starts_with(&word.letters) {
            (1..letters.len()).find(|count| fold::latin_of_exact(&letters[..*count]).starts_with(&word.letters))
        } else {
            within_two(&word.letters, &sounds).filter(|slips| u32::from(*slips) <= word.slips)?;
            None
        };
        Some(places[..count.unwrap_or(places.len())].to_vec())
    });
    found.unwrap_or_default()
}

/// Which letters of `other` the typed word agrees with, a swap of neighbours agreeing with both: the way back through the table of
/// slips, from that beginning of `other` which is nearest.
fn aligned(typed: &[u8], other: &[u8]) -> Vec<usize> {
    let mut table = vec![vec![0u32; other.len() + 1]; typed.len() + 1];
    for i in 0..=typed.len() {
        for j in 0..=other.len() {
            table[i][j] = if i == 0 || j == 0 {
                u32::try_from(i + j).unwrap_or(u32::MAX)
            } else {
                let same = table[i - 1][j - 1] + u32::from(typed[i - 1] != other[j - 1]);
                let mut least = same.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                if is_swap(typed, other, i, j) {
                    least = least.min(table[i - 2][j - 2] + 1);
                }
                least
            };
        }
    }
    // Of equally near beginnings the longest: an unfinished word has no end to miss.
    let Some(end) = (0..=other.len()).min_by_key(|end| (table[typed.len()][*end], other.len() - end)) else {
        return Vec::new();
    };
    let (mut i, mut j, mut marks) = (typed.len(), end, Vec::new());
    while i > 0 && j > 0 {
        if is_swap(typed, other, i, j) && typed[i - 1] != typed[i - 2] && table[i][j] == table[i - 2][j - 2] + 1 {
            marks.extend([j - 1, j - 2]);
            (i, j) = (i - 2, j - 2);
        } else if table[i][j] == table[i - 1][j - 1] + u32::from(typed[i - 1] != other[j - 1]) {
            if typed[i - 1] == other[j - 1] {
                marks.push(j - 1);
            }
            (i, j) = (i - 1, j - 1);
        } else if table[i][j] == table[i - 1][j] + 1 {
            i -= 1;
        } else {
            j -= 1;
        }
    }
    marks.reverse();
    marks
}

fn is_swap(typed: &[u8], other: &[u8], i: usize, j: usize) -> bool {
    i > 1 && j > 1 && typed[i - 1] == other[j - 2] && typed[i - 2] == other[j - 1]
}

#[cfg(test)]
mod tests;
