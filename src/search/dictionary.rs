//! Distinct names, or distinct streets and settlements, each once with its keys: a million people share some ninety thousand of them.

use super::aliases;
use super::fold;
use super::keys::Keys;
use super::texts::Texts;

/// What kind of texts a dictionary holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// Parts of people's names.
    Names,
    /// Streets and settlements.
    Places,
}

/// Distinct texts and the words in them. Text 0 is the empty one.
#[derive(Clone)]
pub(super) struct Dictionary {
    kind: Kind,
    pub(super) texts: Texts,
    /// The word that is the whole text, for each text.
    pub(super) wholes: Vec<u32>,
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

/// The words of a dictionary, as they are kept.
pub(super) struct Words {
    pub(super) owners: Vec<u32>,
    pub(super) parts: Vec<bool>,
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
            texts: Texts::default(),
            wholes: Vec::new(),
            owners: Vec::new(),
            parts: Vec::new(),
            aliases: Vec::new(),
            exact: Keys::default(),
            folded: Keys::default(),
            latin: Keys::default(),
        };
        dictionary.take_apart(0, "");
        dictionary
    }

    /// The dictionary of texts that were kept with it; none where the numbers do not fit together.
    pub(super) fn of(kind: Kind, texts: Texts, wholes: Vec<u32>, words: Words) -> Option<Self> {
        let Words { owners, parts, aliases, exact, folded, latin } = words;
        let count = owners.len();
        let fits = wholes.len() == texts.len()
            && [parts.len(), aliases.len(), exact.len(), folded.len(), latin.len()] == [count; 5]
            && owners.iter().all(|owner| (*owner as usize) < texts.len())
            && wholes.iter().all(|word| (*word as usize) < count);
        fits.then_some(Self { kind, texts, wholes, owners, parts, aliases, exact, folded, latin })
    }

    /// The id of a text, added where it is new.
    pub(super) fn add(&mut self, text: &str) -> u32 {
        let (id, is_new) = self.texts.add(text);
        if is_new {
            self.take_apart(id, text);
        }
        id
    }

    fn take_apart(&mut self, id: u32, text: &str) {
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
        self.texts.get(id)
    }

    fn whole(&self, id: u32) -> usize {
        self.wholes.get(id as usize).map_or(0, |word| *word as usize)
    }

    /// The exact key of the whole text, which also sorts by the alphabet.
    fn exact_of(&self, id: u32) -> &[u8] {
        self.exact.get(self.whole(id))
    }

    /// The first eight letters of [`Self::exact_of`].
    fn order_of(&self, id: u32) -> u64 {
        self.exact.head(self.whole(id))
    }

    /// The order of the alphabet; of texts that sound alike in it, some order that never changes.
    pub(super) fn order(&self, one: u32, other: u32) -> std::cmp::Ordering {
        if one == other {
            return std::cmp::Ordering::Equal;
        }
        let by_start = self.order_of(one).cmp(&self.order_of(other));
        by_start
            .then_with(|| self.exact_of(one).cmp(self.exact_of(other)))
            .then_with(|| self.text(one).cmp(self.text(other)))
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
