//! What stands after an Esc that came alone: the rest of a function key, read sign by sign.
//!
//! Whole sequences are read by crossterm; this room is for those that were torn after their first byte. It must therefore agree with
//! crossterm about what the keys are, and drops what crossterm would drop.

use crate::tui::keys::Key;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// No key's sequence is longer.
const LONGEST: usize = 16;

/// How far a sequence is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Progress {
    /// It goes on.
    More,
    /// It is whole: this key.
    Key(Key),
    /// It is whole: a paste begins.
    PasteBegins,
    /// It is whole and no key of the desk.
    Nothing,
    /// Its last sign cannot stand in a sequence.
    Foreign,
}

/// Reads what came after an Esc.
pub(super) fn read(tail: &str) -> Progress {
    let mut signs = tail.chars();
    match signs.next() {
        Some('[') => control_sequence(signs.as_str()),
        Some('O') => single_shift(signs.as_str()),
        _ => Progress::Foreign,
    }
}

/// `[` parameters final; the Linux console writes F1–F5 as `[[A` to `[[E`.
fn control_sequence(rest: &str) -> Progress {
    if let Some(console) = rest.strip_prefix('[') {
        return match console.chars().next() {
            None => Progress::More,
            Some('A') => key(KeyCode::F(1), KeyModifiers::NONE),
            Some('B') => key(KeyCode::F(2), KeyModifiers::NONE),
            Some('C') => key(KeyCode::F(3), KeyModifiers::NONE),
            Some('D') => key(KeyCode::F(4), KeyModifiers::NONE),
            Some('E') => key(KeyCode::F(5), KeyModifiers::NONE),
            Some(_) => Progress::Foreign,
        };
    }
    match rest.chars().next_back() {
        None => Progress::More,
        Some(' '..='?') if rest.len() < LONGEST => Progress::More,
        Some(last @ '@'..='~') => whole(&rest[..rest.len() - 1], last),
        Some(_) => Progress::Foreign,
    }
}

/// `O` and a letter; some terminals put a modifier between.
fn single_shift(rest: &str) -> Progress {
    match rest.chars().next_back() {
        None => Progress::More,
        Some('0'..='9') if rest.len() < 3 => Progress::More,
        Some(last) if last.is_ascii_alphabetic() => {
            let modifiers = rest[..rest.len() - 1].parse().map_or(KeyModifiers::NONE, modifiers);
            letter(last).map_or(Progress::Nothing, |code| key(code, modifiers))
        }
        Some(_) => Progress::Foreign,
    }
}

fn whole(parameters: &str, last: char) -> Progress {
    let mut numbers = parameters.split(';').map(|one| one.split(':').next().unwrap_or_default().parse::<u8>().ok());
    let first = numbers.next().flatten();
    let modifiers = numbers.next().flatten().map_or(KeyModifiers::NONE, modifiers);
    if last == '~' {
        return match first {
            Some(200) => Progress::PasteBegins,
            first => first.and_then(numbered).map_or(Progress::Nothing, |code| key(code, modifiers)),
        };
    }
    letter(last).map_or(Progress::Nothing, |code| key(code, modifiers))
}

fn numbered(number: u8) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F(number - 10),
        17..=21 => KeyCode::F(number - 11),
        23..=24 => KeyCode::F(number - 12),
        _ => return None,
    })
}

fn letter(last: char) -> Option<KeyCode> {
    Some(match last {
        'A' => KeyCode::Up,
        'B' => KeyCode::Down,
        'C' => KeyCode::Right,
        'D' => KeyCode::Left,
        'F' => KeyCode::End,
        'H' => KeyCode::Home,
        'P' => KeyCode::F(1),
        'Q' => KeyCode::F(2),
        'R' => KeyCode::F(3),
        'S' => KeyCode::F(4),
        'Z' => KeyCode::BackTab,
        _ => return None,
    })
}

/// Terminals write modifiers as one more than the sum of their bits.
fn modifiers(mask: u8) -> KeyModifiers {
    let mask = mask.saturating_sub(1);
    [(1, KeyModifiers::SHIFT), (2, KeyModifiers::ALT), (4, KeyModifiers::CONTROL)]
        .into_iter()
        .filter(|(bit, _)| mask & bit != 0)
        .fold(KeyModifiers::NONE, |all, (_, one)| all | one)
}

fn key(code: KeyCode, modifiers: KeyModifiers) -> Progress {
    Key::of(&KeyEvent::new(code, modifiers)).map_or(Progress::Nothing, Progress::Key)
}
