//! A line to type in: the cursor moves by grapheme, a secret shows dots, the view follows the cursor.

use crate::domain::name;
use crate::tui::keys::Key;
use crate::tui::widgets::text::{cut, width};
use serde::{Deserialize, Serialize};
use unicode_segmentation::UnicodeSegmentation;
use zeroize::{Zeroize, Zeroizing};

/// Longest text a line takes, in graphemes: a name of 200 letters fits, a pasted book does not.
const LONGEST: usize = 500;

/// Whether the typed text is shown.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Reveal {
    /// As typed.
    #[default]
    Shown,
    /// As dots.
    Secret,
}

/// A line of typed text with its cursor.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Line {
    graphemes: Vec<String>,
    cursor: usize,
    reveal: Reveal,
    /// The whole text is chosen, as when the focus comes into a filled field: typing replaces it, moving keeps it.
    is_selected: bool,
}

impl Line {
    /// A line with this text, the cursor behind it.
    pub fn of(text: &str) -> Self {
        let mut line = Self::default();
        line.set(text);
        line
    }

    /// An empty line whose text is shown as dots.
    pub fn secret() -> Self {
        Self { graphemes: Vec::new(), cursor: 0, reveal: Reveal::Secret, is_selected: false }
    }

    /// Whether the text is shown as dots.
    pub fn is_secret(&self) -> bool {
        self.reveal == Reveal::Secret
    }

    /// What is typed.
    pub fn text(&self) -> String {
        self.graphemes.concat()
    }

    /// Whether nothing is typed.
    pub fn is_empty(&self) -> bool {
        self.graphemes.is_empty()
    }

    /// Replaces the text, the cursor behind it.
    pub fn set(&mut self, text: &str) {
        self.wipe();
        self.graphemes = text.graphemes(true).map(str::to_owned).collect();
        self.cursor = self.graphemes.len();
        self.is_selected = false;
    }

    /// Chooses the whole text: what is typed next replaces it, a key of moving keeps it.
    pub fn select_all(&mut self) {
        self.is_selected = !self.graphemes.is_empty();
        self.cursor = self.graphemes.len();
    }

    /// Takes the choice of the whole text back.
    pub fn unselect(&mut self) {
        self.is_selected = false;
    }

    /// Whether the whole text is chosen.
    pub fn is_selected(&self) -> bool {
        self.is_selected
    }

    /// Empties the line.
    pub fn clear(&mut self) {
        self.graphemes.zeroize();
        self.cursor = 0;
        self.is_selected = false;
    }

    /// Whether the cursor stands before everything.
    pub fn at_start(&self) -> bool {
        self.cursor == 0
    }

    /// Types a text at the cursor; what a terminal must never receive back is dropped. Returns whether anything changed.
    pub fn insert(&mut self, text: &str) -> bool {
        let safe: Zeroizing<String> = Zeroizing::new(
            text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| !name::is_invisible(*c)).collect(),
        );
        if safe.is_empty() {
            return false;
        }
        if self.is_selected {
            self.clear();
        }
        if self.graphemes.len() >= LONGEST {
            return false;
        }
        // A sign may join the one before it, so the whole line is taken apart anew; the pieces may be of a password.
        let bytes: usize = self.graphemes.iter().map(String::len).sum();
        let mut whole = Zeroizing::new(String::with_capacity(bytes + safe.len()));
        self.graphemes[..self.cursor].iter().for_each(|grapheme| whole.push_str(grapheme));
        whole.push_str(&safe);
        let cursor = whole.graphemes(true).count();
        self.graphemes[self.cursor..].iter().for_each(|grapheme| whole.push_str(grapheme));
        self.wipe();
        self.graphemes = whole.graphemes(true).take(LONGEST).map(str::to_owned).collect();
        self.cursor = cursor.min(self.graphemes.len());
        true
    }

    /// A keystroke of editing. Returns whether the text changed; keys that are not of editing change nothing.
    pub fn key(&mut self, key: Key) -> bool {
        if self.is_selected && matches!(key, Key::Backspace | Key::Delete) {
            self.clear();
            return true;
        }
        match key {
            Key::Char(c) => return self.insert(c.encode_utf8(&mut [0; 4])),
            Key::Backspace if self.cursor > 0 => {
                self.cursor -= 1;
                self.graphemes.remove(self.cursor).zeroize();
                return true;
            }
            Key::Delete if self.cursor < self.graphemes.len() => {
                self.graphemes.remove(self.cursor).zeroize();
                return true;
            }
            Key::Left => self.cursor = self.cursor.saturating_sub(1),
            Key::Right => self.cursor = (self.cursor + 1).min(self.graphemes.len()),
            Key::Home => self.cursor = 0,
            Key::End => self.cursor = self.graphemes.len(),
            _ => return false,
        }
        self.is_selected = false;
        false
    }

    /// The line while nobody types in it: from its beginning, cut with `…` where it is longer than so many cells.
    pub fn resting(&self, cells: usize) -> String {
        match self.reveal {
            Reveal::Shown => cut(&self.text(), cells),
            Reveal::Secret => cut(&"•".repeat(self.graphemes.len()), cells),
        }
    }

    /// What of the line is seen in so many cells, and the cell of the cursor in it.
    pub fn window(&self, cells: usize) -> (String, u16) {
        let shown: Vec<&str> = match self.reveal {
            Reveal::Shown => self.graphemes.iter().map(String::as_str).collect(),
            Reveal::Secret => vec!["•"; self.graphemes.len()],
        };
        let mut first = 0;
        // A text that fits stands whole; of a longer one a cell is kept for the cursor behind the last letter.
        let fits = shown.iter().map(|g| width(g)).sum::<usize>() <= cells;
        while !fits
            && first < self.cursor
            && shown[first..self.cursor].iter().map(|g| width(g)).sum::<usize>() + 1 > cells
        {
            first += 1;
        }
        let cursor: usize = shown[first..self.cursor].iter().map(|g| width(g)).sum();
        let mut text = String::new();
        let mut used = 0;
        for grapheme in &shown[first..] {
            if used + width(grapheme) > cells {
                break;
            }
            used += width(grapheme);
            text.push_str(grapheme);
        }
        (text, u16::try_from(cursor).unwrap_or(u16::MAX))
    }
}

/// A line as a draft keeps it. There is none of a secret.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
pub struct Typed {
    text: String,
    /// Before which grapheme the cursor stands.
    cursor: usize,
    #[serde(default, rename = "selected", skip_serializing_if = "std::ops::Not::not")]
    is_selected: bool,
}

impl Line {
    /// The line as a draft keeps it; nothing of a secret.
    pub fn typed(&self) -> Typed {
        match self.reveal {
            Reveal::Shown => Typed { text: self.text(), cursor: self.cursor, is_selected: self.is_selected },
            Reveal::Secret => Typed::default(),
        }
    }

    /// A line as it was kept.
    pub fn put_back(typed: &Typed) -> Self {
        let mut line = Self::of(&typed.text);
        line.cursor = typed.cursor.min(line.graphemes.len());
        line.is_selected = typed.is_selected && !line.graphemes.is_empty();
        line
    }

    /// A secret leaves nothing behind in memory that is given back.
    fn wipe(&mut self) {
        if self.reveal == Reveal::Secret {
            self.graphemes.zeroize();
        }
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.wipe();
    }
}
