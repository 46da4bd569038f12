//! Distinct texts, each kept once in one long string and known by its number: a million people share some ninety thousand of them.

/// Distinct texts. Text 0 is the empty one.
#[derive(Clone)]
pub(super) struct Texts {
    pub(super) all: String,
    pub(super) ends: Vec<u32>,
    /// Numbers by hash, open addressing; [`FREE`] where nothing is.
    table: Vec<u32>,
}

const FREE: u32 = u32::MAX;

impl Default for Texts {
    fn default() -> Self {
        let mut texts = Self { all: String::new(), ends: Vec::new(), table: vec![FREE; 64] };
        texts.add("");
        texts
    }
}

/// A quick hash of a short text (FNV-1a, eight bytes a step): nobody attacks the table.
pub(super) fn hash(bytes: &[u8]) -> u64 {
    let mut sum = 0xcbf2_9ce4_8422_2325_u64;
    for part in bytes.chunks(8) {
        let mut word = [0; 8];
        word[..part.len()].copy_from_slice(part);
        sum = (sum ^ u64::from_le_bytes(word)).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(23);
    }
    (sum ^ sum >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

impl Texts {
    /// Texts as they were kept; none where they are no distinct texts that begin with the empty one.
    pub(super) fn of(all: String, ends: Vec<u32>) -> Option<Self> {
        let rise = ends.is_sorted() && ends.first() == Some(&0) && ends.last() == Some(&u32::try_from(all.len()).ok()?);
        if !rise || !ends.iter().all(|end| all.is_char_boundary(*end as usize)) {
            return None;
        }
        let mut texts = Self { all, ends, table: Vec::new() };
        texts.grow();
        Some(texts)
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// A text.
    pub(super) fn get(&self, number: u32) -> &str {
        let place = number as usize;
        let start = place.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end as usize);
        let end = self.ends.get(place).map_or(start, |end| *end as usize);
        self.all.get(start..end).unwrap_or_default()
    }

    /// Where the text is in the table, or where it would be.
    fn slot(&self, text: &str) -> usize {
        let last = self.table.len() - 1;
        let mut slot = usize::try_from(hash(text.as_bytes()) >> 32).unwrap_or(0) & last;
        while self.table[slot] != FREE && self.get(self.table[slot]) != text {
            slot = (slot + 1) & last;
        }
        slot
    }

    /// The number of a text, where it is known.
    pub(super) fn number(&self, text: &str) -> Option<u32> {
        Some(self.table[self.slot(text)]).filter(|number| *number != FREE)
    }

    /// The number of a text, and whether it is new.
    pub(super) fn add(&mut self, text: &str) -> (u32, bool) {
        let slot = self.slot(text);
        if self.table[slot] != FREE {
            return (self.table[slot], false);
        }
        let number = u32::try_from(self.ends.len()).unwrap_or(FREE - 1);
        self.all.push_str(text);
        // Four gigabytes of names are beyond any register; past it texts would be cut, and nothing would break.
        self.ends.push(u32::try_from(self.all.len()).unwrap_or(u32::MAX));
        self.table[slot] = number;
        if self.ends.len() * 2 > self.table.len() {
            self.grow();
        }
        (number, true)
    }

    fn grow(&mut self) {
        self.table = vec![FREE; (self.ends.len() * 3).next_power_of_two().max(64)];
        for number in 0..u32::try_from(self.ends.len()).unwrap_or(0) {
            let slot = self.slot(self.get(number));
            self.table[slot] = number;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_one_number() {
        let mut texts = Texts::default();
        let numbers: Vec<u32> = (0..500).map(|text| texts.add(&format!("текст {}", text % 100)).0).collect();
        assert_eq!((numbers[7], texts.len(), texts.get(numbers[42])), (numbers[107], 101, "текст 42"));
        assert_eq!((texts.number(""), texts.number("текст"), texts.get(9999)), (Some(0), None, ""));
    }
}
