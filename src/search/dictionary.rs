//! Distinct names, or distinct streets and settlements, each once with its keys: 100 000 people share some 25 000 of them.

use super::aliases;
use super::fold;
use super::keys::Keys;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A quick hash for short texts (FNV-1a, eight bytes a step): building hashes seven texts a record, and nobody attacks the table.
#[derive(Default)]
pub(super) struct Quick(u64);

/// A map by [`Quick`].
pub(super) type QuickMap<K, V> = HashMap<K, V, BuildHasherDefault<Quick>>;

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        for part in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..part.len()].copy_from_slice(part);
            self.0 = (self.0 ^ u64::from_le_bytes(word)).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(23);
        }
    }

    fn finish(&self) -> u64 {
        (self.0 ^ self.0 >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }
}

/// What kind of texts a dictionary holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// Parts of people's names.
    Names,
    /// Streets and settlements.
    Places,
}

/// Distinct texts and the words in them. Text 0 is the empty one.
pub(super) struct Dictionary {
    kind: Kind,
    texts: Vec<Box<str>>,
    ids: QuickMap<Box<str>, u32>,
    /// The word that is the whole text, for each text.
    wholes: Vec<u32>,
    /// The text of each word.
    pub(super) owners: Vec<u32>,
    /// Whether the word is only a part of its text.
    pub(super) parts: Vec<bool>,
    /// The number of the word among known given names, zero for others.
    pub(super) aliases: Vec<u16>,
    pub(super) exact: Keys,
    pub(super) folded: Keys,
    pub(super) latin: Keys,
}

/// Kinds of streets and settlements: they say nothing of which street it is.
const KINDS_OF_PLACE: [&str; 30] = [
    "вул",
    "вулиця",
    "пров",
    "провулок",
    "просп",
    "проспект",
    "бульв",
    "бульвар",
    "бул",
    "пл",
    "площа",
    "пр",
    "прт",
    "ул",
    "шосе",
    "наб",
    "набережна",
    "туп",
    "тупик",
    "проїзд",
    "узвіз",
    "майдан",
    "мкрн",
    "м",
    "с",
    "смт",
    "сщ",
    "місто",
    "село",
    "селище",
];

impl Dictionary {
    /// An empty dictionary.
    pub(super) fn new(kind: Kind) -> Self {
        let mut dictionary = Self {
            kind,
            texts: Vec::new(),
            ids: QuickMap::default(),
            wholes: Vec::new(),
            owners: Vec::new(),
            parts: Vec::new(),
            aliases: Vec::new(),
            exact: Keys::default(),
            folded: Keys::default(),
            latin: Keys::default(),
        };
        dictionary.add("");
        dictionary
    }

    /// The id of a text, added where it is new.
    pub(super) fn add(&mut self, text: &str) -> u32 {
        if let Some(id) = self.ids.get(text) {
            return *id;
        }
        let id = u32::try_from(self.texts.len()).unwrap_or(0);
        self.ids.insert(text.into(), id);
        self.texts.push(text.into());
        let composed = fold::composed(text);
        let words: Vec<&str> = composed
            .split(|sign: char| sign.is_whitespace() || matches!(sign, '-' | ',' | '.' | '(' | ')' | '/'))
            .filter(|word| !word.is_empty())
            .collect();
        self.wholes.push(u32::try_from(self.owners.len()).unwrap_or(0));
        let telling: String = match self.kind {
            Kind::Names => words.concat(),
            Kind::Places => telling_words(&words),
        };
        self.push(id, &telling, false);
        if words.len() > 1 {
            for word in words {
                self.push(id, word, true);
            }
        }
        id
    }

    fn push(&mut self, id: u32, word: &str, part: bool) {
        let exact = fold::exact(word);
        let folded = fold::folded(&exact);
        self.owners.push(id);
        self.parts.push(part);
        self.aliases.push(if self.kind == Kind::Names { aliases::word(&folded) } else { 0 });
        self.latin.push(&fold::latin_of_exact(&exact));
        self.folded.push(&folded);
        self.exact.push(&exact);
    }

    /// How many texts there are.
    pub(super) fn len(&self) -> usize {
        self.texts.len()
    }

    /// A text as it is stored.
    pub(super) fn text(&self, id: u32) -> &str {
        self.texts.get(id as usize).map_or("", |text| text)
    }

    fn whole(&self, id: u32) -> usize {
        self.wholes.get(id as usize).map_or(0, |word| *word as usize)
    }

    /// The exact key of the whole text, which also sorts by the alphabet.
    pub(super) fn exact_of(&self, id: u32) -> &[u8] {
        self.exact.get(self.whole(id))
    }

    /// The first eight letters of [`Self::exact_of`].
    pub(super) fn order_of(&self, id: u32) -> u64 {
        self.exact.head(self.whole(id))
    }

    /// The folded key of the whole text; of a street without its kind.
    pub(super) fn folded_of(&self, id: u32) -> &[u8] {
        self.folded.get(self.whole(id))
    }

    /// The number of the whole text among known given names; zero where it is none of them.
    pub(super) fn alias_of(&self, id: u32) -> u16 {
        self.aliases.get(self.whole(id)).copied().unwrap_or(0)
    }

    /// Whether this word is the whole text of its owner.
    pub(super) fn is_whole(&self, word: usize) -> bool {
        self.parts.get(word) == Some(&false)
    }
}

/// The words that tell which street or settlement it is; all of them where nothing but kinds is there.
pub(super) fn telling_words(words: &[&str]) -> String {
    let telling: String =
        words.iter().filter(|word| !KINDS_OF_PLACE.contains(&word.to_lowercase().as_str())).copied().collect();
    if telling.is_empty() { words.concat() } else { telling }
}

/// The folded key of a street or settlement without its kind.
pub(super) fn place_key(text: &str) -> Vec<u8> {
    let composed = fold::composed(text);
    let words: Vec<&str> = composed
        .split(|sign: char| sign.is_whitespace() || matches!(sign, '-' | ',' | '.' | '(' | ')' | '/'))
        .filter(|word| !word.is_empty())
        .collect();
    fold::folded(&fold::exact(&telling_words(&words)))
}
