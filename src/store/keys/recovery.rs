//! The paper key: what opens the office when every password is lost, written by hand and kept in a sealed envelope.
//!
//! 256 random bits on eight lines of two groups of four signs. Each line carries four bytes and one byte of checksum, so a slip
//! of the pen is found on its line: one wrong sign, two neighbours swapped, and a line in another's place are always noticed.
//! The alphabet is Crockford's base32: no I, L, O, U; what looks alike in Latin or Cyrillic is read as what was meant.

use std::fmt;

use sha2::{Digest, Sha256};
use uuid::Uuid;
use zeroize::{Zeroize, Zeroizing};

use super::fill_random;
use super::slot::Wrapping;
use crate::store::StoreError;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Lines on the paper.
pub const LINES: usize = 8;
const SIGNS_A_LINE: usize = 8;
const BYTES_A_LINE: usize = 4;

/// The recovery key, wiped when dropped. Show it once with [`RecoveryKey::lines`].
pub struct RecoveryKey(Box<[u8; 32]>);

impl RecoveryKey {
    pub(super) fn generate() -> Result<Self, StoreError> {
        let mut key = Self(Box::new([0; 32]));
        fill_random(key.0.as_mut_slice())?;
        Ok(key)
    }

    /// The eight lines to copy by hand, `7QK2 M0ZD` each.
    pub fn lines(&self) -> Vec<Zeroizing<String>> {
        self.0.chunks(BYTES_A_LINE).zip(1..).map(|(bytes, line)| Zeroizing::new(written(bytes, line))).collect()
    }

    /// Reads what a person typed: spaces, dashes, case and look-alike letters do not matter, line breaks may be missing.
    ///
    /// Errors: `MistypedRecoveryLine` with the first line that is not as it was written.
    pub fn parse(typed: &str) -> Result<Self, StoreError> {
        let lines = split(typed);
        let mut key = Self(Box::new([0; 32]));
        for (place, number) in key.0.chunks_mut(BYTES_A_LINE).zip(1u8..) {
            let mistyped = StoreError::MistypedRecoveryLine { line: number };
            let line = lines.get(usize::from(number) - 1).ok_or_else(|| mistyped.clone())?;
            let bytes = read(line, number).ok_or(mistyped)?;
            place.copy_from_slice(bytes.as_slice());
        }
        match lines.get(LINES) {
            Some(_) => Err(StoreError::MistypedRecoveryLine { line: 9 }),
            None => Ok(key),
        }
    }

    /// The key that wraps the data key in a paper slot. A hash is enough: there are 256 bits to guess, so nothing is gained by making
    /// a guess slow, and the leading words keep this use apart from every other hash of the same bytes. All parts have a fixed length.
    pub(super) fn wrapping(&self, database: Uuid, slot: Uuid) -> Wrapping {
        let hash = Sha256::new()
            .chain_update(b"stiika paper slot 1")
            .chain_update(database.as_bytes())
            .chain_update(slot.as_bytes())
            .chain_update(self.0.as_slice());
        Zeroizing::new(hash.finalize().into())
    }
}

impl Drop for RecoveryKey {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for RecoveryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryKey(…)")
    }
}

/// Four bytes and their checksum as eight signs in two groups.
fn written(bytes: &[u8], line: u8) -> String {
    let bits = bytes.iter().chain([&checksum(bytes, line)]).fold(0u64, |bits, byte| bits << 8 | u64::from(*byte));
    let mut text = String::with_capacity(SIGNS_A_LINE + 1);
    for place in (0..SIGNS_A_LINE).rev() {
        if place == SIGNS_A_LINE / 2 - 1 {
            text.push(' ');
        }
        let sign = usize::try_from(bits >> (place * 5) & 31).unwrap_or(0);
        text.push(char::from(ALPHABET[sign]));
    }
    text
}

/// The four bytes of a line, or `None` when it has another length, a strange sign or does not fit its checksum.
fn read(line: &str, number: u8) -> Option<Zeroizing<[u8; BYTES_A_LINE]>> {
    let mut bits = 0u64;
    let mut count = 0;
    for letter in line.chars() {
        bits = bits << 5 | u64::from(value(letter)?);
        count += 1;
    }
    if count != SIGNS_A_LINE {
        return None;
    }
    let whole = Zeroizing::new(bits.to_be_bytes());
    let (bytes, check) = (&whole[3..7], whole[7]);
    if checksum(bytes, number) != check {
        return None;
    }
    bytes.try_into().ok().map(Zeroizing::new)
}

/// The lines a person meant: as broken, or, when all was typed in one go, every eight signs.
fn split(typed: &str) -> Vec<Zeroizing<String>> {
    let ignored = |letter: &char| !letter.is_whitespace() && !"-–—.,_".contains(*letter);
    let clean = |text: &str| Zeroizing::new(text.chars().filter(ignored).collect::<String>());
    let broken: Vec<_> = typed.lines().map(clean).filter(|line| !line.is_empty()).collect();
    if broken.len() > 1 {
        return broken;
    }
    let signs: Zeroizing<Vec<char>> = Zeroizing::new(clean(typed).chars().collect());
    signs.chunks(SIGNS_A_LINE).map(|line| Zeroizing::new(line.iter().collect())).collect()
}

/// The number of a sign. Handwriting and the Ukrainian layout are forgiven: what looks like a sign is that sign.
fn value(letter: char) -> Option<u8> {
    let letter = letter.to_uppercase().next()?;
    let meant = match letter {
        'O' | 'О' => '0',
        'I' | 'L' | 'І' | 'Ї' | '|' => '1',
        'З' => '3',
        'А' => 'A',
        'В' => 'B',
        'С' => 'C',
        'Е' => 'E',
        'Н' => 'H',
        'К' => 'K',
        'М' => 'M',
        'Р' => 'P',
        'Т' => 'T',
        'Х' => 'X',
        'У' => 'Y',
        'U' => 'V',
        other => other,
    };
    ALPHABET.iter().position(|sign| char::from(*sign) == meant).and_then(|place| u8::try_from(place).ok())
}

/// CRC-8 with the polynomial x⁸+x²+x+1, started from the line's number. Its factors are such that no single changed sign and no swap of
/// two neighbours (five bits each) leaves it the same.
fn checksum(bytes: &[u8], line: u8) -> u8 {
    bytes.iter().fold(line, |mut check, byte| {
        check ^= byte;
        for _ in 0..8 {
            check = if check & 0x80 == 0 { check << 1 } else { check << 1 ^ 0x07 };
        }
        check
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> RecoveryKey {
        RecoveryKey(Box::new(std::array::from_fn(|place| u8::try_from(place * 37 % 251).unwrap())))
    }

    fn paper(key: &RecoveryKey) -> Vec<String> {
        key.lines().iter().map(|line| line.to_string()).collect()
    }

    fn mistyped(lines: &[String]) -> Option<u8> {
        match RecoveryKey::parse(&lines.join("\n")) {
            Err(StoreError::MistypedRecoveryLine { line }) => Some(line),
            _ => None,
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        for _ in 0..50 {
            let key = RecoveryKey::generate().unwrap();
            assert_eq!(RecoveryKey::parse(&paper(&key).join("\n")).unwrap().0, key.0);
        }
    }

    #[test]
    fn eight_lines_of_two_groups_of_four() {
        let lines = paper(&key());
        assert_eq!(lines.len(), LINES);
        for line in lines {
            assert_eq!(line.split(' ').map(str::len).collect::<Vec<_>>(), [4, 4]);
        }
    }

    #[test]
    fn it_may_be_typed_small_in_one_go_and_with_dashes() {
        let lines = paper(&key());
        for typed in [
            lines.join(" ").to_lowercase(),
            lines.concat().replace(' ', "-"),
            format!("\n\n {} \n", lines.join(" \r\n\n")),
        ] {
            assert_eq!(RecoveryKey::parse(&typed).unwrap().0, key().0, "{typed}");
        }
    }

    #[test]
    fn letters_that_look_alike_are_read_as_meant() {
        let same = "OIlіїЗАвСЕНКМРТХУu|".chars().map(value);
        let meant = "01111 3ABCEHKMPTXYV1".chars().filter(|sign| *sign != ' ').map(value);
        assert_eq!(same.collect::<Vec<_>>(), meant.collect::<Vec<_>>());
        let cyrillic: String = paper(&key()).join("\n").replace('A', "А").replace('0', "О").replace('K', "к");
        assert_eq!(RecoveryKey::parse(&cyrillic).unwrap().0, key().0);
    }

    #[test]
    fn any_one_wrong_sign_is_found_on_its_line() {
        let lines = paper(&key());
        for line in 0..LINES {
            for place in (0..9).filter(|place| *place != 4) {
                for sign in ALPHABET.iter().map(|sign| char::from(*sign)) {
                    let mut wrong = lines.clone();
                    if wrong[line].chars().nth(place) == Some(sign) {
                        continue;
                    }
                    wrong[line].replace_range(place..=place, &sign.to_string());
                    assert_eq!(mistyped(&wrong), u8::try_from(line + 1).ok());
                }
            }
        }
    }

    #[test]
    fn two_neighbours_swapped_are_found_on_their_line() {
        for _ in 0..50 {
            let lines = paper(&RecoveryKey::generate().unwrap());
            for line in 0..LINES {
                let signs: Vec<char> = lines[line].chars().filter(|sign| *sign != ' ').collect();
                for place in 0..SIGNS_A_LINE - 1 {
                    let mut swapped = signs.clone();
                    swapped.swap(place, place + 1);
                    if swapped == signs {
                        continue;
                    }
                    let mut wrong = lines.clone();
                    wrong[line] = swapped.into_iter().collect();
                    assert_eq!(mistyped(&wrong), u8::try_from(line + 1).ok());
                }
            }
        }
    }

    #[test]
    fn lines_in_each_others_place_are_found() {
        let mut lines = paper(&key());
        lines.swap(2, 5);
        assert_eq!(mistyped(&lines), Some(3));
    }

    #[test]
    fn a_short_a_missing_and_a_ninth_line_are_named() {
        let mut lines = paper(&key());
        lines[6].pop();
        assert_eq!(mistyped(&lines), Some(7));
        let mut lines = paper(&key());
        lines.push(lines[0].clone());
        assert_eq!(mistyped(&lines), Some(9));
        lines.truncate(5);
        assert_eq!(mistyped(&lines), Some(6));
        assert_eq!(mistyped(&[]), Some(1));
        assert_eq!(mistyped(&["ключ 🔑".to_owned()]), Some(1));
    }
}
