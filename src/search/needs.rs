//! Which of the typed words each name answers, as bits: whether a row can agree with all of them is one look instead of one a word.

use super::index::{AS_GIVEN, AS_PATRONYMIC, AS_SURNAME, Index};
use super::marks::{Letters, Marks};

/// The words that only a name can answer, and which of them each name does.
#[derive(Default)]
pub(super) struct Needs {
    /// By text of the names: a bit a word.
    masks: Vec<u16>,
    /// All the words.
    all: u16,
    /// Whether what the masks of a surname leave open, some given name and patronymic answer together.
    surnames: Vec<bool>,
    /// Whether what the masks of a given name and a patronymic leave open, some surname answers.
    pairs: Vec<bool>,
}

impl Needs {
    /// Of the words of a reading.
    pub(super) fn of(index: &Index, words: &[Marks]) -> Self {
        let letters: Vec<&Letters> = words
            .iter()
            .filter_map(|word| if let Marks::Text(letters) = word { Some(letters) } else { None })
            .filter(|letters| letters.near_places.is_empty())
            .collect();
        let all = u16::try_from((1u32 << letters.len().min(16)) - 1).unwrap_or(u16::MAX);
        let mut masks = vec![0u16; index.names.len()];
        for (place, letters) in letters.iter().enumerate() {
            for text in &letters.near {
                masks[*text as usize] |= 1 << place;
            }
        }
        let kinds = usize::from(all) + 1;
        let mut used = [vec![false; kinds], vec![false; kinds], vec![false; kinds]];
        for of_role in &mut used {
            of_role[0] = true;
        }
        for text in letters.iter().flat_map(|letters| &letters.near) {
            let role = index.roles.get(*text as usize).copied().unwrap_or(0);
            for (of_role, wanted) in used.iter_mut().zip([AS_SURNAME, AS_GIVEN, AS_PATRONYMIC]) {
                of_role[usize::from(masks[*text as usize])] |= role & wanted != 0;
            }
        }
        let [surnames, given, patronymics] = used.map(|of_role| {
            let masks = (0u16..).zip(of_role).filter(|(_, is_used)| *is_used);
            masks.map(|(mask, _)| mask).collect::<Vec<u16>>()
        });
        let mut together = vec![false; kinds];
        for given in &given {
            for patronymic in &patronymics {
                together[usize::from(given | patronymic)] = true;
            }
        }
        let together: Vec<u16> = (0u16..).zip(together).filter(|(_, is)| *is).map(|(mask, _)| mask).collect();
        let completed = |those: &[u16], by: &[u16]| {
            let mut complete = vec![false; kinds];
            for mask in those {
                complete[usize::from(*mask)] = by.iter().any(|other| mask | other == all);
            }
            complete
        };
        Self { surnames: completed(&surnames, &together), pairs: completed(&together, &surnames), masks, all }
    }

    fn mask(&self, text: u32) -> u16 {
        self.masks.get(text as usize).copied().unwrap_or(0)
    }

    /// The words that a surname leaves to the other names; none where no other names answer them.
    pub(super) fn left_by_surname(&self, surname: u32) -> Option<u16> {
        let mask = self.mask(surname);
        self.surnames.get(usize::from(mask)).is_some_and(|can| *can).then_some(self.all & !mask)
    }

    /// Whether a given name and a patronymic answer these words.
    pub(super) fn are_met(&self, left: u16, given: u32, patronymic: u32) -> bool {
        left & !(self.mask(given) | self.mask(patronymic)) == 0
    }

    /// The words that a given name and a patronymic leave to the surname; none where no surname answers them.
    pub(super) fn left_by_pair(&self, given: u32, patronymic: u32) -> Option<u16> {
        let mask = self.mask(given) | self.mask(patronymic);
        self.pairs.get(usize::from(mask)).is_some_and(|can| *can).then_some(self.all & !mask)
    }

    /// Whether a surname answers these words.
    pub(super) fn is_met(&self, left: u16, surname: u32) -> bool {
        left & !self.mask(surname) == 0
    }

    /// Whether the names of a row answer all the words.
    pub(super) fn are_met_by(&self, index: &Index, row: usize) -> bool {
        let mask = self.mask(index.surnames[row]) | self.mask(index.given[row]) | self.mask(index.patronymics[row]);
        mask == self.all
    }
}
